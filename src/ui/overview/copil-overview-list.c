/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-list.h"

#include <glib/gi18n-lib.h>

#include "copil-overview-data.h"
#include "copil-value.h"

/* Lines of a title, and how many characters may be too many for them. */
#define LINES 2
#define LONG 80

struct _CopilOverviewList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *all;
  GtkWidget *list;
  char *title;
  char *empty;
  char *shown; /* what the rows say now */
};

G_DEFINE_FINAL_TYPE (CopilOverviewList, copil_overview_list, GTK_TYPE_WIDGET)

enum
{
  GO,
  ALL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
on_one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\r\n\t", ' ');
}

static GtkWidget *
make_when (const CopilOverviewRow *row)
{
  g_autofree char *date = copil_date_format (row->date);
  g_autofree char *days = copil_overview_format_days (row->days);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *day = gtk_label_new (date),
            *from_now = gtk_label_new (days);

  gtk_label_set_xalign (GTK_LABEL (day), 1);
  gtk_label_set_xalign (GTK_LABEL (from_now), 1);
  gtk_widget_add_css_class (day, "numeric");
  gtk_widget_add_css_class (from_now, "caption");
  if (row->days < 0)
    gtk_widget_add_css_class (from_now, "late");
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), from_now);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_row (const CopilOverviewRow *data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = on_one_line (data->title), *date = copil_date_format (data->date),
                  *days = copil_overview_format_days (data->days);
  g_autofree char *said =
      g_strdup_printf ("%s, %s, %s (%s)", title, data->detail ? data->detail : "", date, days);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), LINES);
  if (data->detail)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), data->detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_when (data));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (g_utf8_strlen (title, -1) > LONG)
    gtk_widget_set_tooltip_text (row, data->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (data->kind), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&data->id, sizeof data->id), g_free);
  return row;
}

static GtkWidget *
make_empty_row (const char *sentence)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_bottom (label, 18);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
row_activated_cb (CopilOverviewList *list, GtkListBoxRow *row)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (kind)
    g_signal_emit (list, signals[GO], 0, kind, *id);
}

static void
all_cb (CopilOverviewList *list)
{
  g_signal_emit (list, signals[ALL], 0);
}

static void
copil_overview_list_dispose (GObject *object)
{
  CopilOverviewList *list = COPIL_OVERVIEW_LIST (object);

  g_clear_pointer (&list->box, gtk_widget_unparent);
  g_clear_pointer (&list->title, g_free);
  g_clear_pointer (&list->empty, g_free);
  g_clear_pointer (&list->shown, g_free);
  G_OBJECT_CLASS (copil_overview_list_parent_class)->dispose (object);
}

static void
copil_overview_list_class_init (CopilOverviewListClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_overview_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              G_TYPE_STRING, G_TYPE_INT64);
  signals[ALL] = g_signal_new ("all", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_overview_list_init (CopilOverviewList *list)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  list->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  list->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (list->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (list->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (list->heading, TRUE);
  gtk_widget_add_css_class (list->heading, "heading");
  list->all = gtk_button_new ();
  gtk_widget_add_css_class (list->all, "flat");
  gtk_widget_set_visible (list->all, FALSE);
  g_signal_connect_swapped (list->all, "clicked", G_CALLBACK (all_cb), list);
  gtk_box_append (GTK_BOX (head), list->heading);
  gtk_box_append (GTK_BOX (head), list->all);
  gtk_widget_set_size_request (head, -1, 34);

  list->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list->list, "boxed-list");
  gtk_widget_set_valign (list->list, GTK_ALIGN_START);
  g_signal_connect_swapped (list->list, "row-activated", G_CALLBACK (row_activated_cb), list);
  gtk_box_append (GTK_BOX (list->box), head);
  gtk_box_append (GTK_BOX (list->box), list->list);
  gtk_widget_set_parent (list->box, GTK_WIDGET (list));
}

GtkWidget *
copil_overview_list_new (const char *title, const char *empty)
{
  CopilOverviewList *list = g_object_new (COPIL_TYPE_OVERVIEW_LIST, NULL);

  list->title = g_strdup (title);
  list->empty = g_strdup (empty);
  gtk_label_set_label (GTK_LABEL (list->heading), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return GTK_WIDGET (list);
}

void
copil_overview_list_set (CopilOverviewList *list, GPtrArray *rows, guint total)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *all = g_strdup_printf (ngettext ("See it (%u)", "See all (%u)", total), total);
  GtkWidget *child;

  g_string_append_printf (shown, "%u\n", rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const CopilOverviewRow *row = rows->pdata[i];

      g_string_append_printf (shown, "%s %" G_GINT64_FORMAT " %s %d %s %s\n", row->kind, row->id,
                              row->date, row->days, row->detail, row->title);
    }
  gtk_button_set_label (GTK_BUTTON (list->all), all);
  gtk_widget_set_visible (list->all, total > 0);
  /* Rows that stay as they are keep the keyboard. */
  if (g_strcmp0 (shown->str, list->shown) == 0)
    return;
  g_free (list->shown);
  list->shown = g_string_free (g_steal_pointer (&shown), FALSE);
  while ((child = gtk_widget_get_first_child (list->list)))
    gtk_list_box_remove (GTK_LIST_BOX (list->list), child);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list->list), make_row (rows->pdata[i]));
  if (!rows->len)
    gtk_list_box_append (GTK_LIST_BOX (list->list), make_empty_row (list->empty));
}
