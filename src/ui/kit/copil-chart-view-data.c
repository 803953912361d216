/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-view-data.h"

#include <glib/gi18n-lib.h>

/* What one such table holds. */
typedef struct
{
  CopilChartData *data;
  GtkSelectionModel *selection;
} Data;

static void
data_free (gpointer pointer)
{
  Data *data = pointer;

  copil_chart_data_free (data->data);
  g_free (data);
}

/* The rows selected, all where none is, as a spreadsheet takes them. */
static char *
make_text (Data *data)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (data->selection);
  g_autoptr (GPtrArray) texts = copil_chart_data_dup_texts (data->data);
  gboolean all = gtk_bitset_is_empty (bits);

  for (guint i = 0; i < texts->len; i++)
    {
      char **row = texts->pdata[i];

      if (i && !all && !gtk_bitset_contains (bits, i - 1))
        continue;
      for (guint j = 0; row[j]; j++)
        {
          g_autofree char *cell = g_strdelimit (g_strdup (row[j]), "\t\r\n", ' ');

          g_string_append_printf (text, "%s%s", j ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
copy_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer table)
{
  copil_chart_table_copy (table);
  return TRUE;
}

static gboolean
close_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (number) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (GPOINTER_TO_INT (number))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Data *data)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const CopilChartDatum *datum =
      copil_chart_data_get (data->data, gtk_list_item_get_position (item), column);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), datum->text);
  gtk_widget_set_tooltip_text (label, datum->text);
}

GtkWidget *
copil_chart_table_new (CopilChart *chart)
{
  Data *data = g_new0 (Data, 1);
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  data->data = copil_chart_dup_data (chart);
  for (guint i = 0; i < copil_chart_data_get_n_rows (data->data); i++)
    gtk_string_list_append (rows, copil_chart_data_get (data->data, i, 0)->text);
  data->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (rows)));
  view = gtk_column_view_new (data->selection);
  g_object_set_data_full (G_OBJECT (view), "data", data, data_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Data of the Chart"), -1);
  gtk_column_view_set_show_column_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (guint j = 0; j < copil_chart_data_get_n_columns (data->data); j++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      gboolean number = copil_chart_data_is_number (data->data, j, NULL);
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (j));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (number));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
      column =
          gtk_column_view_column_new (copil_chart_data_get_column (data->data, j, NULL), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, !number);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  return view;
}

void
copil_chart_table_copy (GtkWidget *table)
{
  g_autofree char *text = make_text (g_object_get_data (G_OBJECT (table), "data"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (table), text);
}

void
copil_chart_view_show_data (CopilChart *chart, GtkWidget *from)
{
  const char *title = copil_chart_get_title (chart);
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *bar = adw_header_bar_new (),
            *copy = gtk_button_new_with_mnemonic (_ ("_Copy the Table")),
            *scrolled = gtk_scrolled_window_new (), *window = adw_window_new (),
            *table = copil_chart_table_new (chart),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), title ? title : _ ("Data of the Chart"));
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 480);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));

  gtk_widget_set_tooltip_text (copy, _ ("Copies the rows selected, or all of them (Ctrl+C)"));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copil_chart_table_copy), table);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), copy);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"),
                        gtk_callback_action_new (copy_shortcut_cb, table, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape|<Control>w"),
                        gtk_callback_action_new (close_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
