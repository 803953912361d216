/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-import-columns.h"
#include "copil-drop-down.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many values of a column are shown. */
#define SAMPLES 3

struct _CopilImportColumns
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GPtrArray *choices; /* GtkDropDown of each column, not owned */
  GPtrArray *names;   /* char *: what the choices stand for: "", "id", the fields */
  GPtrArray *labels;  /* char *: the same as they are shown; NULL-terminated */
};

G_DEFINE_FINAL_TYPE (CopilImportColumns, copil_import_columns, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
chosen_cb (CopilImportColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
copil_import_columns_dispose (GObject *object)
{
  CopilImportColumns *self = COPIL_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_import_columns_parent_class)->dispose (object);
}

static void
copil_import_columns_class_init (CopilImportColumnsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_import_columns_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_import_columns_init (CopilImportColumns *self)
{
  self->choices = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns of the table"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
add_name (CopilImportColumns *self, const char *name, const char *label)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->labels, g_strdup (label));
}

static void
list_names (CopilImportColumns *self, const CopilKind *kind)
{
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->labels, 0);
  add_name (self, "", _ ("Left out"));
  for (const CopilField *field = kind->fields; field->name; field++)
    if (field->type != COPIL_FIELD_DATA)
      {
        g_autofree char *required =
            field->flags & COPIL_FIELD_REQUIRED
                ? g_strdup_printf (_ ("%s (needed)"), copil_field_get_label (field))
                : NULL;

        add_name (self, field->name, required ? required : copil_field_get_label (field));
      }
  add_name (self, "id", _ ("Key of the record (id)"));
  g_ptr_array_add (self->labels, NULL);
}

/* The first values of a column, for the eye. */
static char *
list_samples (CopilGrid *grid, guint column, guint first)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < copil_grid_get_n_rows (grid) && samples->len < SAMPLES; i++)
    {
      const CopilCell *cell = copil_grid_row_get (copil_grid_get_row (grid, i), column);
      const char *text = cell->shown && *cell->shown ? cell->shown : cell->text;

      if (text)
        {
          g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
          g_ptr_array_add (samples, g_strdelimit (g_steal_pointer (&start), "\n\t", ' '));
        }
    }
  g_ptr_array_add (samples, NULL);
  return samples->len > 1 ? g_strjoinv (" · ", (char **)samples->pdata)
                          : g_strdup (_ ("(no value)"));
}

static char *
name_column (CopilGrid *grid, guint column, gboolean header)
{
  const char *text = copil_grid_row_get (copil_grid_get_row (grid, 0), column)->text;
  g_autofree char *letter = copil_grid_dup_address (column, 0);

  letter[strcspn (letter, "0123456789")] = '\0';
  /* Translators: the column of a spreadsheet: "Column B" */
  return header && text ? g_strstrip (g_strdup (text)) : g_strdup_printf (_ ("Column %s"), letter);
}

static GtkWidget *
build_row (CopilImportColumns *self, CopilGrid *grid, guint column, gboolean header,
           const char *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *const *)self->labels->pdata);
  g_autofree char *name = name_column (grid, column, header);
  g_autofree char *samples = list_samples (grid, column, header ? 1 : 0);
  g_autofree char *called = g_strdup_printf (_ ("Field of the column “%s”"), name);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], field))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  copil_drop_down_set_name (choice, called);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_ptr_array_add (self->choices, choice);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  return row;
}

void
copil_import_columns_set (CopilImportColumns *self, const CopilKind *kind, CopilGrid *grid,
                          const CopilImportMapping *mapping)
{
  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->list));)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_size (self->choices, 0);
  list_names (self, kind);
  for (guint c = 0; c < mapping->fields->len; c++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         build_row (self, grid, c, mapping->header, mapping->fields->pdata[c]));
}

GPtrArray *
copil_import_columns_get (CopilImportColumns *self)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < self->choices->len; c++)
    {
      guint place = gtk_drop_down_get_selected (self->choices->pdata[c]);

      g_ptr_array_add (fields,
                       g_strdup (place < self->names->len ? self->names->pdata[place] : ""));
    }
  return fields;
}

GtkWidget *
copil_import_columns_new (void)
{
  return g_object_new (COPIL_TYPE_IMPORT_COLUMNS, NULL);
}
