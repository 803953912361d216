/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-actions-totals.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-actions-summary.h"
#include "copil-drop-down.h"
#include "copil-value.h"

struct _CopilActionsTotals
{
  CopilPanel parent_instance;

  CopilActionsSummary *summary; /* what is shown */

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *by;   /* rows */
  GtkWidget *what; /* columns */
  GtkWidget *year;
  GtkWidget *change;
  GtkWidget *table; /* the place of the grid */
  GtkWidget *missing;
  GtkWidget *sentences;
};

G_DEFINE_FINAL_TYPE (CopilActionsTotals, copil_actions_totals, COPIL_TYPE_PANEL)

static const CopilActionsBy row_choices[] = { COPIL_BY_THEME, COPIL_BY_ACADEMIE, COPIL_BY_YEAR };

/* Columns of one count by year, after that of all counts. */
static const CopilCount counts_by_year[] = { COPIL_COUNT_ACTIONS,  COPIL_COUNT_SCHOOLS,
                                             COPIL_COUNT_YOUNG,    COPIL_COUNT_GIRLS,
                                             COPIL_COUNT_STAFF,    COPIL_COUNT_WOMEN,
                                             COPIL_COUNT_COMPANIES };

static GtkWidget *
make_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  return label;
}

static void
clear_box (GtkWidget *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (box));)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Whether any row says something in the column. */
static gboolean
is_told (const CopilActionsSummary *summary, guint column)
{
  for (guint i = 0; i < summary->lines->len; i++)
    if (g_strcmp0 (((CopilActionsLine *)summary->lines->pdata[i])->cells[column], "–") != 0)
      return TRUE;
  return FALSE;
}

static void
attach_head (GtkWidget *grid, const char *title, int column)
{
  GtkWidget *label = make_label (title, column == 0 ? 0 : 1);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 30 : 14);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (GTK_GRID (grid), label, column, 0, 1, 1);
}

static void
attach_line (GtkWidget *grid, const CopilActionsSummary *summary, const CopilActionsLine *line,
             const gboolean *told, int row)
{
  GtkWidget *head = make_label (line->head, 0);
  int column = 1;

  if (line->role == COPIL_ROW_TOTAL)
    gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  else
    gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (head), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (head), 44);
  gtk_widget_set_tooltip_text (head, line->head);
  gtk_widget_set_hexpand (head, TRUE);
  if (line->role == COPIL_ROW_TOTAL)
    gtk_widget_add_css_class (head, "heading");
  gtk_grid_attach (GTK_GRID (grid), head, 0, row, 1, 1);
  for (guint i = 0; i < summary->titles->len; i++)
    {
      GtkWidget *cell;
      g_autofree char *where = NULL;

      if (!told[i])
        continue;
      cell = make_label (line->cells[i], 1);
      gtk_widget_add_css_class (cell, "numeric");
      if (line->role == COPIL_ROW_TOTAL)
        gtk_widget_add_css_class (cell, "heading");
      where = g_strdup_printf ("%s, %s", line->head, (char *)summary->titles->pdata[i]);
      gtk_widget_set_tooltip_text (cell, where);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      where, -1);
      gtk_grid_attach (GTK_GRID (grid), cell, column++, row, 1, 1);
    }
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "x-office-spreadsheet-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No actions yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Nothing to add up: there are no actions here."));
  gtk_widget_set_hexpand (empty, TRUE);
  /* It scrolls by itself, so that it asks for no height. */
  gtk_widget_set_size_request (empty, -1, 300);
  return empty;
}

/* The table; columns that no row tells are named below instead. */
static void
fill_table (CopilActionsTotals *totals)
{
  const CopilActionsSummary *summary = totals->summary;
  GtkWidget *grid = gtk_grid_new ();
  g_autofree gboolean *told = g_new0 (gboolean, summary->titles->len + 1);
  g_autoptr (GString) missing = g_string_new (NULL);
  int column = 1, row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Totals"), -1);
  attach_head (grid, summary->title, 0);
  for (guint i = 0; i < summary->titles->len; i++)
    {
      told[i] = is_told (summary, i);
      if (told[i])
        attach_head (grid, summary->titles->pdata[i], column++);
      else
        g_string_append_printf (missing, "%s%s", missing->len ? ", " : "",
                                (char *)summary->titles->pdata[i]);
    }
  for (guint i = 0; i < summary->lines->len; i++)
    {
      const CopilActionsLine *line = summary->lines->pdata[i];

      if (line->role == COPIL_ROW_TOTAL)
        gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row++,
                         column, 1);
      attach_line (grid, summary, line, told, row++);
    }
  clear_box (totals->table);
  if (summary->lines->len > 0)
    gtk_box_append (GTK_BOX (totals->table), grid);
  else
    {
      g_object_ref_sink (grid);
      g_object_unref (grid);
      gtk_box_append (GTK_BOX (totals->table), make_empty ());
    }
  gtk_widget_set_visible (totals->missing, summary->lines->len > 0 && missing->len > 0);
  if (missing->len > 0)
    {
      /* Translators: what is counted, separated by commas */
      g_autofree char *text = g_strdup_printf (_ ("Not known: %s."), missing->str);
      gtk_label_set_label (GTK_LABEL (totals->missing), text);
    }
}

static void
fill_sentences (CopilActionsTotals *totals)
{
  clear_box (totals->sentences);
  for (guint i = 0; i < totals->summary->sentences->len; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      GtkWidget *label = make_label (totals->summary->sentences->pdata[i], 0);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (totals->sentences), line);
    }
  gtk_widget_set_visible (totals->sentences, totals->summary->sentences->len > 0);
}

static void
fill (CopilActionsTotals *totals)
{
  guint what = gtk_drop_down_get_selected (GTK_DROP_DOWN (totals->what)),
        by = gtk_drop_down_get_selected (GTK_DROP_DOWN (totals->by));
  CopilActionsFilter filter = { .year = copil_actions_totals_get_year (totals) };
  CopilActionsBy rows = row_choices[MIN (by, G_N_ELEMENTS (row_choices) - 1)];
  gboolean crossed = what > 0 && what <= G_N_ELEMENTS (counts_by_year) && rows != COPIL_BY_YEAR;

  g_clear_pointer (&totals->summary, copil_actions_summary_free);
  totals->summary = copil_actions_summary_new (
      copil_panel_get_store (totals), rows, crossed ? COPIL_BY_YEAR : COPIL_BY_NOTHING,
      crossed ? counts_by_year[what - 1] : COPIL_COUNT_ACTIONS, &filter);
  gtk_widget_set_visible (totals->bar, totals->summary->lines->len > 0 || filter.year != 0);
  gtk_widget_set_visible (totals->what, rows != COPIL_BY_YEAR);
  gtk_label_set_label (GTK_LABEL (totals->change),
                       totals->summary->change ? totals->summary->change : "");
  gtk_widget_set_visible (totals->change, totals->summary->change != NULL);
  fill_table (totals);
  fill_sentences (totals);
}

/* The years there are, the newest first, after all of them. */
static void
fill_years (CopilActionsTotals *totals)
{
  g_autoptr (GArray) years =
      copil_actions_list_years (copil_panel_get_store (totals), COPIL_FIGURES_ALL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  int chosen = copil_actions_totals_get_year (totals);
  guint place = 0;

  g_strv_builder_add (builder, _ ("All years"));
  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *text = g_strdup_printf ("%d", year);

      g_strv_builder_add (builder, text);
      if (year == chosen)
        place = years->len - i + 1;
    }
  labels = g_strv_builder_end (builder);
  copil_drop_down_set_texts (totals->year, (const char *const *)labels, place, totals);
}

/* --- callbacks --- */

static void
chosen_cb (CopilActionsTotals *totals)
{
  if (totals->table)
    fill (totals);
}

/* What does not show waits. */
static void
refresh (gpointer self)
{
  CopilActionsTotals *totals = self;

  g_clear_pointer (&totals->summary, copil_actions_summary_free);
  if (!gtk_widget_get_mapped (self))
    return;
  fill_years (totals);
  fill (totals);
}

static void
mapped_cb (CopilActionsTotals *totals)
{
  if (!totals->summary)
    copil_panel_refresh (totals);
}

/* The table and the sentences under it, as a spreadsheet takes them. */
static void
copy_cb (CopilActionsTotals *totals)
{
  const CopilActionsSummary *summary = totals->summary;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!summary)
    return;
  g_string_append (text, summary->title);
  for (guint i = 0; i < summary->titles->len; i++)
    g_string_append_printf (text, "\t%s", (char *)summary->titles->pdata[i]);
  for (guint i = 0; i < summary->lines->len; i++)
    {
      const CopilActionsLine *line = summary->lines->pdata[i];

      g_string_append_printf (text, "\n%s", line->head);
      for (guint j = 0; j < summary->titles->len; j++)
        g_string_append_printf (text, "\t%s", line->cells[j]);
    }
  g_string_append_c (text, '\n');
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (totals)), text->str);
  copil_session_toast (copil_panel_get_session (totals), _ ("The table is copied."));
}

/* --- building --- */

static GtkWidget *
make_choice (CopilActionsTotals *totals, const char *label, const char *first, ...)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  va_list more;

  va_start (more, first);
  for (const char *text = first; text; text = va_arg (more, const char *))
    gtk_string_list_append (labels, text);
  va_end (more);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_widget_set_tooltip_text (drop_down, label);
  copil_drop_down_set_name (drop_down, label);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (chosen_cb), totals);
  gtk_box_append (GTK_BOX (totals->bar), drop_down);
  return drop_down;
}

static void
build_bar (CopilActionsTotals *totals)
{
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkStringList *what;

  totals->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  totals->by = make_choice (totals, _ ("What the rows are"), _ ("By theme"), _ ("By académie"),
                            _ ("By year"), NULL);
  totals->what = make_choice (totals, _ ("What the columns are"), _ ("Every count"), NULL);
  what = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (totals->what)));
  for (guint i = 0; i < G_N_ELEMENTS (counts_by_year); i++)
    {
      /* Translators: what is counted */
      g_autofree char *text =
          g_strdup_printf (_ ("%s by year"), copil_count_get_label (counts_by_year[i]));
      gtk_string_list_append (what, text);
    }
  totals->year = make_choice (totals, _ ("Year"), _ ("All years"), NULL);
  gtk_widget_set_tooltip_text (copy, _ ("Copy the table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the table"), -1);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_halign (copy, GTK_ALIGN_END);
  gtk_widget_set_hexpand (copy, TRUE);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), totals);
  gtk_box_append (GTK_BOX (totals->bar), copy);
}

static void
build (CopilActionsTotals *totals)
{
  GtkWidget *across = gtk_scrolled_window_new (), *down = gtk_scrolled_window_new (),
            *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  build_bar (totals);
  gtk_widget_set_margin_start (totals->bar, 12);
  gtk_widget_set_margin_end (totals->bar, 12);
  gtk_widget_set_margin_top (totals->bar, 12);
  gtk_widget_set_margin_bottom (totals->bar, 6);
  totals->change = make_label (NULL, 0);
  gtk_label_set_wrap (GTK_LABEL (totals->change), TRUE);
  gtk_widget_add_css_class (totals->change, "heading");
  totals->table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_bottom (totals->table, 12);
  totals->missing = make_label (NULL, 0);
  gtk_label_set_wrap (GTK_LABEL (totals->missing), TRUE);
  totals->sentences = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (across), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (across), totals->table);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 24);
  gtk_box_append (GTK_BOX (content), totals->change);
  gtk_box_append (GTK_BOX (content), across);
  gtk_box_append (GTK_BOX (content), totals->missing);
  gtk_box_append (GTK_BOX (content), totals->sentences);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (down), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (down), content);
  gtk_widget_set_vexpand (down, TRUE);
  totals->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (totals->box), totals->bar);
  gtk_box_append (GTK_BOX (totals->box), down);
  copil_panel_set_child (totals, totals->box);
}

static void
copil_actions_totals_dispose (GObject *object)
{
  CopilActionsTotals *totals = COPIL_ACTIONS_TOTALS (object);

  totals->table = NULL;
  g_clear_pointer (&totals->summary, copil_actions_summary_free);
  G_OBJECT_CLASS (copil_actions_totals_parent_class)->dispose (object);
}

static void
copil_actions_totals_class_init (CopilActionsTotalsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_actions_totals_dispose;
}

static void
copil_actions_totals_init (CopilActionsTotals *totals)
{
}

GtkWidget *
copil_actions_totals_new (CopilSession *session)
{
  CopilActionsTotals *totals = g_object_new (COPIL_TYPE_ACTIONS_TOTALS, "session", session, NULL);

  build (totals);
  g_signal_connect_swapped (totals, "map", G_CALLBACK (mapped_cb), totals);
  copil_panel_watch (totals, "action theme", refresh);
  return GTK_WIDGET (totals);
}

int
copil_actions_totals_get_year (CopilActionsTotals *totals)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (totals->year));

  /* "All years" is no number. */
  return chosen ? atoi (gtk_string_object_get_string (chosen)) : 0;
}
