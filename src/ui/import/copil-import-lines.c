/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-import-lines.h"

#include <glib/gi18n-lib.h>

/* A person reads no more; the count of the others is said. */
#define MOST 200

struct _CopilImportLines
{
  GtkWidget parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilImportLines, copil_import_lines, GTK_TYPE_WIDGET)

static void
copil_import_lines_dispose (GObject *object)
{
  CopilImportLines *self = COPIL_IMPORT_LINES (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_import_lines_parent_class)->dispose (object);
}

static void
copil_import_lines_class_init (CopilImportLinesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_import_lines_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_import_lines_init (CopilImportLines *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What would happen"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static GtkWidget *
build_row (const char *icon, const char *title, const char *detail)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail ? detail : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static GtkWidget *
build_line (const CopilImportLine *line)
{
  static const struct
  {
    const char *icon;
    const char *word;
  } outcomes[] = {
    [COPIL_IMPORT_ADDED] = { "list-add-symbolic", N_ ("Row %u: added, %s") },
    [COPIL_IMPORT_CHANGED] = { "document-edit-symbolic", N_ ("Row %u: changed, %s") },
    [COPIL_IMPORT_UNCHANGED] = { "emblem-ok-symbolic", N_ ("Row %u: unchanged, %s") },
    [COPIL_IMPORT_REFUSED] = { "dialog-warning-symbolic", NULL },
  };
  g_autofree char *title = NULL, *said = NULL;

  if (line->outcome == COPIL_IMPORT_REFUSED)
    title = g_strdup_printf (_ ("Row %u: refused"), line->number);
  else
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      title = g_strdup_printf (_ (outcomes[line->outcome].word), line->number, line->title);
#pragma GCC diagnostic pop
    }
  if (!line->doubt)
    return build_row (outcomes[line->outcome].icon, title, line->detail);
  said = line->detail ? g_strdup_printf ("%s\n%s", line->doubt, line->detail) : NULL;
  return build_row ("dialog-question-symbolic", title, said ? said : line->doubt);
}

void
copil_import_lines_set (CopilImportLines *self, GPtrArray *shown)
{
  static const CopilImportOutcome order[] = { COPIL_IMPORT_REFUSED, COPIL_IMPORT_CHANGED,
                                              COPIL_IMPORT_ADDED, COPIL_IMPORT_UNCHANGED };
  guint n = 0;

  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->list));)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  /* What is refused, then what must be looked at, before the rest. */
  for (guint o = 0; shown && o < 2 * G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < shown->len; i++)
      {
        const CopilImportLine *line = shown->pdata[i];
        gboolean first = line->doubt || line->outcome == COPIL_IMPORT_REFUSED;

        if (line->outcome == order[o % G_N_ELEMENTS (order)] &&
            first == (o < G_N_ELEMENTS (order)) && n++ < MOST)
          gtk_list_box_append (GTK_LIST_BOX (self->list), build_line (line));
      }
  if (n > MOST)
    {
      g_autofree char *rest =
          g_strdup_printf (ngettext ("and %u other row", "and %u other rows", n - MOST), n - MOST);
      gtk_list_box_append (GTK_LIST_BOX (self->list), build_row ("view-more-symbolic", rest, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

GtkWidget *
copil_import_lines_new (void)
{
  return g_object_new (COPIL_TYPE_IMPORT_LINES, NULL);
}
