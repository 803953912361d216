/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicator-entry.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-indicator-split.h"
#include "copil-records-page.h"
#include "copil-view-indicator.h"

struct _CopilIndicatorEntry
{
  CopilPanel parent_instance;

  GtkWidget *stack;
  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *periodicities;
  GArray *values; /* CopilPeriodicity of each label */
  GtkWidget *estimated;
  GtkWidget *split;
  GtkWidget *open;
  GtkWidget *status;
  gboolean filling; /* a button follows the cell */
};

enum
{
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CopilIndicatorEntry, copil_indicator_entry, COPIL_TYPE_PANEL)

static void
say (CopilIndicatorEntry *entry, const char *sentence, gboolean error)
{
  gtk_label_set_label (GTK_LABEL (entry->status), sentence);
  gtk_widget_set_tooltip_text (entry->status, sentence);
  if (error)
    gtk_widget_add_css_class (entry->status, "error");
  else
    gtk_widget_remove_css_class (entry->status, "error");
}

/* What is known of the current cell, on one line, and what can be done with it. */
static void
moved_cb (CopilIndicatorEntry *entry)
{
  CopilFigureSheet *sheet = copil_indicator_grid_get_sheet (COPIL_INDICATOR_GRID (entry->grid));
  gboolean writable = !copil_store_is_read_only (copil_panel_get_store (entry));
  guint row, column;
  gboolean some =
      sheet && copil_indicator_grid_get_cell (COPIL_INDICATOR_GRID (entry->grid), &row, &column);
  const CopilObservation *observation =
      some ? copil_figure_sheet_get_observation (sheet, row, column) : NULL;
  const CopilIndicator *indicator = some ? copil_figure_sheet_get_indicator (sheet, row) : NULL;
  gboolean past = some && copil_figure_sheet_get_period (sheet, column) &&
                  !(copil_figure_sheet_get_flags (sheet, row, column) & COPIL_SHEET_FUTURE);
  gboolean parts = indicator && past && indicator->nature == COPIL_NATURE_NUMBER &&
                   (indicator->split || (observation && observation->parts->len));

  entry->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry->estimated),
                                observation && observation->estimated);
  entry->filling = FALSE;
  gtk_widget_set_sensitive (entry->estimated, writable && observation != NULL);
  gtk_widget_set_sensitive (entry->split, writable && parts);
  gtk_widget_set_sensitive (entry->open, some);
  if (some)
    {
      g_autofree char *name = copil_figure_sheet_get_name (sheet, row, column),
                      *tip = copil_figure_sheet_get_tip (sheet, row, column);
      g_autofree char *line = tip ? g_strdelimit (g_strdup (tip), "\n", ' ') : NULL,
                      *all = line ? g_strdup_printf ("%s · %s", name, line) : g_strdup (name);

      say (entry, all, FALSE);
    }
  else
    say (entry, "", FALSE);
}

static void
refused_cb (CopilIndicatorEntry *entry, const char *sentence)
{
  say (entry, sentence, TRUE);
  copil_session_toast (copil_panel_get_session (entry), sentence);
  gtk_widget_error_bell (GTK_WIDGET (entry));
}

static void
show_periodicity (CopilIndicatorEntry *entry)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (entry->periodicities));

  if (selected < entry->values->len)
    copil_indicator_grid_set_periodicity (
        COPIL_INDICATOR_GRID (entry->grid),
        g_array_index (entry->values, CopilPeriodicity, selected));
}

/* The periodicities that the file's indicators have, the most used one first at the beginning. */
static void
fill_periodicities (gpointer self)
{
  CopilIndicatorEntry *entry = self;
  const CopilField *field = copil_kind_get_field (copil_kind_get ("indicator"), "periodicity");
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (entry->periodicities)), again = 0;
  CopilPeriodicity before = selected < entry->values->len
                                ? g_array_index (entry->values, CopilPeriodicity, selected)
                                : COPIL_PERIODICITY_YEAR;
  gboolean had = selected < entry->values->len;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) found = copil_view_list_periodicities (copil_panel_get_store (entry));

  g_array_set_size (entry->values, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const CopilViewPeriodicity *one = &g_array_index (found, CopilViewPeriodicity, i);
      CopilPeriodicity periodicity = copil_periodicity_from_name (one->name);

      if (had && periodicity == before)
        again = i;
      g_array_append_val (entry->values, periodicity);
      g_ptr_array_add (labels,
                       g_strdup_printf ("%s (%u)", copil_field_get_option_label (field, one->name),
                                        one->indicators));
    }
  g_ptr_array_add (labels, NULL);
  copil_drop_down_set_texts (entry->periodicities, (const char *const *)labels->pdata,
                             entry->values->len ? again : GTK_INVALID_LIST_POSITION, entry);
  gtk_stack_set_visible_child_name (GTK_STACK (entry->stack), entry->values->len ? "grid" : "none");
  gtk_widget_set_visible (entry->periodicities, entry->values->len > 1);
  show_periodicity (entry);
}

static void
selected_cb (CopilIndicatorEntry *entry)
{
  show_periodicity (entry);
}

static void
estimated_cb (CopilIndicatorEntry *entry)
{
  CopilFigureSheet *sheet = copil_indicator_grid_get_sheet (COPIL_INDICATOR_GRID (entry->grid));
  g_autoptr (GError) error = NULL;
  guint row, column;

  if (!entry->filling && sheet &&
      copil_indicator_grid_get_cell (COPIL_INDICATOR_GRID (entry->grid), &row, &column))
    copil_session_check (copil_panel_get_session (entry),
                         copil_figure_sheet_set_estimated (
                             sheet, row, column,
                             gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (entry->estimated)),
                             &error),
                         &error);
}

static void
split_cb (CopilIndicatorEntry *entry)
{
  if (gtk_widget_get_sensitive (entry->split) &&
      copil_session_flush (copil_panel_get_session (entry)))
    copil_indicator_split_run (COPIL_INDICATOR_GRID (entry->grid), copil_panel_get_session (entry));
}

static gboolean
split_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  split_cb (COPIL_INDICATOR_ENTRY (widget));
  return TRUE;
}

static gboolean
open_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit_by_name (COPIL_INDICATOR_ENTRY (widget)->open, "clicked");
  return TRUE;
}

static void
open_cb (CopilIndicatorEntry *entry)
{
  CopilFigureSheet *sheet = copil_indicator_grid_get_sheet (COPIL_INDICATOR_GRID (entry->grid));
  guint row, column;

  if (sheet && copil_indicator_grid_get_cell (COPIL_INDICATOR_GRID (entry->grid), &row, &column))
    g_signal_emit (entry, signals[OPEN], 0, copil_figure_sheet_get_indicator (sheet, row)->id);
}

static void
grid_open_cb (CopilIndicatorEntry *entry, gint64 indicator)
{
  g_signal_emit (entry, signals[OPEN], 0, indicator);
}

static GtkWidget *
make_bar (CopilIndicatorEntry *entry)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *space = gtk_label_new (NULL);

  entry->periodicities = copil_drop_down_new (NULL);
  gtk_widget_set_tooltip_text (entry->periodicities, _ ("Indicators observed so often"));
  copil_drop_down_set_name (entry->periodicities, _ ("Indicators observed so often"));
  entry->estimated = gtk_toggle_button_new_with_mnemonic (_ ("_Estimated"));
  gtk_widget_set_tooltip_text (entry->estimated,
                               _ ("What was observed in this cell is estimated (≈)"));
  entry->split = copil_records_page_make_button (_ ("S_plit…"));
  gtk_widget_set_tooltip_text (entry->split, _ ("Parts of what was observed in this cell (F4)"));
  entry->open = copil_records_page_make_button (_ ("_Form"));
  gtk_widget_set_tooltip_text (entry->open, _ ("All about this indicator (Ctrl+Enter)"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), entry->periodicities);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), entry->estimated);
  gtk_box_append (GTK_BOX (bar), entry->split);
  gtk_box_append (GTK_BOX (bar), entry->open);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_bottom (bar, 6);
  return bar;
}

static GtkWidget *
make_line (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *none = adw_status_page_new (),
            *button = gtk_button_new_with_mnemonic (_ ("_Add an indicator"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "copil-indicators-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No indicators yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("An indicator follows a number over time: its baseline, its "
                                      "targets and what is observed each year."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add");
  adw_status_page_set_child (ADW_STATUS_PAGE (none), button);
  return none;
}

static void
build (CopilIndicatorEntry *entry)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *legend = make_line ();

  entry->grid = copil_indicator_grid_new (copil_panel_get_session (entry));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), entry->grid);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  entry->status = make_line ();
  gtk_widget_set_margin_top (entry->status, 6);
  gtk_label_set_label (
      GTK_LABEL (legend),
      _ ("≈ estimated · ( ) derived baseline · ÷ split · ⚠ split that does not add "
         "up · – missing · italics: period to come, targets only"));
  gtk_widget_set_tooltip_text (legend, gtk_label_get_label (GTK_LABEL (legend)));
  gtk_widget_add_css_class (legend, "caption");
  entry->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (entry->box), make_bar (entry));
  gtk_box_append (GTK_BOX (entry->box), scrolled);
  gtk_box_append (GTK_BOX (entry->box), entry->status);
  gtk_box_append (GTK_BOX (entry->box), legend);
  entry->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (entry->stack), entry->box, "grid");
  gtk_stack_add_named (GTK_STACK (entry->stack), make_none (), "none");
  copil_panel_set_child (entry, entry->stack);

  g_signal_connect_swapped (entry->periodicities, "notify::selected", G_CALLBACK (selected_cb),
                            entry);
  g_signal_connect_swapped (entry->estimated, "toggled", G_CALLBACK (estimated_cb), entry);
  g_signal_connect_swapped (entry->split, "clicked", G_CALLBACK (split_cb), entry);
  g_signal_connect_swapped (entry->open, "clicked", G_CALLBACK (open_cb), entry);
  g_signal_connect_swapped (entry->grid, "moved", G_CALLBACK (moved_cb), entry);
  g_signal_connect_swapped (entry->grid, "refused", G_CALLBACK (refused_cb), entry);
  g_signal_connect_swapped (entry->grid, "open", G_CALLBACK (grid_open_cb), entry);
}

static void
copil_indicator_entry_dispose (GObject *object)
{
  CopilIndicatorEntry *entry = COPIL_INDICATOR_ENTRY (object);

  if (entry->grid)
    {
      g_signal_handlers_disconnect_by_data (entry->grid, entry);
      g_signal_handlers_disconnect_by_data (entry->periodicities, entry);
    }
  entry->grid = NULL;
  G_OBJECT_CLASS (copil_indicator_entry_parent_class)->dispose (object);
  g_clear_pointer (&entry->values, g_array_unref);
}

static void
copil_indicator_entry_class_init (CopilIndicatorEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_indicator_entry_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F4, 0, split_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, open_key_cb, NULL);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
copil_indicator_entry_init (CopilIndicatorEntry *entry)
{
  entry->values = g_array_new (FALSE, FALSE, sizeof (CopilPeriodicity));
}

GtkWidget *
copil_indicator_entry_new (CopilSession *session)
{
  CopilIndicatorEntry *entry = g_object_new (COPIL_TYPE_INDICATOR_ENTRY, "session", session, NULL);

  build (entry);
  copil_panel_watch (entry, "indicator", fill_periodicities);
  fill_periodicities (entry);
  return GTK_WIDGET (entry);
}

void
copil_indicator_entry_select (CopilIndicatorEntry *entry, gint64 id, CopilSheetLead lead,
                              const char *day)
{
  g_autoptr (CopilIndicator) indicator = copil_figure_load (copil_panel_get_store (entry), id);

  copil_panel_settle (entry);
  for (guint i = 0; indicator && i < entry->values->len; i++)
    if (g_array_index (entry->values, CopilPeriodicity, i) == indicator->periodicity)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (entry->periodicities), i);
  copil_indicator_grid_select (COPIL_INDICATOR_GRID (entry->grid), id, lead, day);
}
