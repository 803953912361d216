/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicator-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-level-list.h"
#include "copil-value.h"

typedef CopilIndicatorGridSlot Slot;

/* Wide enough to keep all that is known of an indicator in sight beside the periods. */
#define WIDE 900

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};
enum
{
  MOVED,
  REFUSED,
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CopilIndicatorGrid, copil_indicator_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- reading and writing --- */

void
copil_indicator_grid_load (CopilIndicatorGrid *grid)
{
  const CopilPeriod *period =
      grid->sheet ? copil_figure_sheet_get_period (grid->sheet, grid->column) : NULL;
  const CopilIndicator *indicator =
      grid->sheet ? copil_figure_sheet_get_indicator (grid->sheet, grid->row) : NULL;
  g_autofree char *day = g_strdup (period ? period->start : NULL);
  gint64 id = indicator ? indicator->id : 0;
  gboolean first = grid->sheet == NULL;
  int row, column;

  grid->stale = FALSE;
  g_clear_pointer (&grid->sheet, copil_figure_sheet_free);
  grid->sheet = copil_figure_sheet_new (copil_session_get_store (grid->session), grid->periodicity,
                                        copil_today ());
  row = id ? copil_figure_sheet_find (grid->sheet, id) : -1;
  /* What is to be filled in is near today. */
  column = day || first ? copil_figure_sheet_find_period (grid->sheet, first ? copil_today () : day)
                        : -1;
  grid->column = column >= 0 ? (guint)column
                             : MIN (grid->column, copil_indicator_grid_count_columns (grid) - 1);
  if (row >= 0)
    grid->row = (guint)row;
  else
    grid->row = MIN (grid->row, MAX (copil_indicator_grid_count_rows (grid), 1) - 1);
  if (!copil_indicator_grid_is_row (grid, grid->row))
    grid->row = copil_indicator_grid_step_rows (grid, 1);
  if (!copil_indicator_grid_is_row (grid, grid->row))
    grid->row = copil_indicator_grid_step_rows (grid, -1);
  grid->reveal = grid->reveal || first;
  grid->anchor_row = grid->row;
  grid->anchor_column = grid->column;
  gtk_widget_queue_resize (GTK_WIDGET (grid));
  copil_indicator_grid_queue_bind (grid);
  copil_indicator_grid_announce (grid);
}

/* The place of a cell beside its indicator: its periodicity, and its day or its column. */
static char *
dup_place (CopilIndicatorGrid *grid, guint column)
{
  const CopilPeriod *period = copil_figure_sheet_get_period (grid->sheet, column);

  return period ? g_strdup_printf ("cell %d %s", (int)grid->periodicity, period->start)
                : g_strdup_printf ("cell %d =%u", (int)grid->periodicity, column);
}

static gboolean
write_cb (CopilStore *store, const char *kind, gint64 id, const char *place, const char *text,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit (place, " ", 3);
  g_autoptr (CopilFigureSheet) sheet = copil_figure_sheet_new (
      store, (CopilPeriodicity)g_ascii_strtoll (parts[1], NULL, 10), copil_today ());
  int row = copil_figure_sheet_find (sheet, id);
  int column = *parts[2] == '=' ? (int)g_ascii_strtoll (parts[2] + 1, NULL, 10)
                                : copil_figure_sheet_find_period (sheet, parts[2]);

  if (row >= 0 && column >= 0)
    return copil_figure_sheet_write (sheet, (guint)row, (guint)column, 1, 1, text ? text : "",
                                     error);
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                       _ ("This cell is no longer there."));
  return FALSE;
}

/* What could not be stored in a cell is kept, and offered again when it is edited. */
static void
keep (CopilIndicatorGrid *grid, guint row, guint column, const char *text)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, row);
  g_autofree char *place = dup_place (grid, column);

  grid->writing = TRUE;
  if (indicator && copil_unstored_store (copil_session_get_unstored (grid->session), write_cb,
                                         "indicator", indicator->id, place, text, NULL))
    grid->stale = TRUE;
  grid->writing = FALSE;
}

void
copil_indicator_grid_forget (CopilIndicatorGrid *grid, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, row);
  g_autofree char *place = dup_place (grid, column);

  if (indicator)
    copil_unstored_forget (copil_session_get_unstored (grid->session), "indicator", indicator->id,
                           place);
}

char *
copil_indicator_grid_dup_kept (CopilIndicatorGrid *grid, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, row);
  g_autofree char *place = dup_place (grid, column);
  const char *text = NULL;

  return indicator && copil_unstored_get (copil_session_get_unstored (grid->session), "indicator",
                                          indicator->id, place, &text)
             ? g_strdup (text)
             : NULL;
}

/* Writes from the cell on; the sheet says why not. */
gboolean
copil_indicator_grid_write (CopilIndicatorGrid *grid, guint row, guint column, guint rows,
                            guint columns, const char *text)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, row);
  gint64 id = indicator ? indicator->id : 0;
  gboolean one = rows == 1 && !strpbrk (text, "\n"), ok;
  g_autoptr (GError) error = NULL;

  if (copil_store_is_read_only (copil_session_get_store (grid->session)))
    {
      copil_indicator_grid_refuse (grid, _ ("This file is read-only."));
      return FALSE;
    }
  grid->writing = TRUE;
  ok = copil_figure_sheet_write (grid->sheet, row, column, rows, columns, text, &error);
  grid->writing = FALSE;
  if (!ok)
    {
      if (one && columns == 1 && error->domain == COPIL_STORE_ERROR)
        keep (grid, row, column, text);
      copil_indicator_grid_refuse (grid, error->message);
      return FALSE;
    }
  if (one && columns == 1)
    copil_indicator_grid_forget (grid, row, column);
  if (!one || !copil_figure_sheet_reload (grid->sheet, id))
    copil_indicator_grid_load (grid);
  copil_indicator_grid_queue_bind (grid);
  copil_indicator_grid_announce (grid);
  return TRUE;
}

static void
changed_cb (CopilIndicatorGrid *grid, CopilChanges *changes)
{
  static const char *const kinds[] = { "indicator",  "target", "observation",
                                       "split",      "axis",   "measure",
                                       "engagement", "fiche",  "convention" };

  for (guint i = 0; !grid->writing && i < G_N_ELEMENTS (kinds); i++)
    if (copil_changes_has_kind (changes, kinds[i]))
      {
        if (gtk_widget_get_mapped (GTK_WIDGET (grid)) && !grid->original)
          copil_indicator_grid_load (grid);
        else
          grid->stale = TRUE;
        return;
      }
}

static gboolean
tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (widget);
  guint row = grid->row, column = grid->column;
  g_autofree char *tip = NULL, *name = NULL, *all = NULL;
  GdkRectangle place;

  if (!grid->sheet || (!keyboard && !copil_indicator_grid_find_cell (grid, x, y, &row, &column)) ||
      row >= copil_indicator_grid_count_rows (grid))
    return FALSE;
  tip = copil_figure_sheet_get_tip (grid->sheet, row, column);
  name = copil_figure_sheet_get_name (grid->sheet, row, column);
  all = tip ? g_strdup_printf ("%s\n%s", name, tip) : g_strdup (name);
  place = copil_indicator_grid_get_place (grid, (int)row, column);
  gtk_tooltip_set_text (tooltip, all);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

/* --- the widget --- */

static void
set_adjustment (CopilIndicatorGrid *grid, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place)
    g_signal_handlers_disconnect_by_data (*place, grid);
  g_set_object (place, adjustment);
  if (adjustment)
    g_signal_connect_swapped (adjustment, "value-changed",
                              G_CALLBACK (copil_indicator_grid_queue_bind), grid);
  gtk_widget_queue_allocate (GTK_WIDGET (grid));
}

/* Whoever is at the end stays there, also while scrollbars come and go. */
static void
configure (GtkAdjustment *adjustment, int size, int page, int step)
{
  double value = copil_indicator_grid_get_offset (adjustment), end = MAX (size - page, 0);

  if (!adjustment)
    return;
  if (value > 0 &&
      value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment))
    value = end;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, end), 0, MAX (size, page), step,
                            MAX (page - step, step), page);
}

static void
copil_indicator_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (widget);
  guint frozen = width >= WIDE ? COPIL_SHEET_N_LEADS : 1;

  if (frozen != grid->n_frozen)
    {
      grid->n_frozen = frozen;
      grid->slot_columns = 0;
      copil_indicator_grid_queue_bind (grid);
    }
  configure (grid->vertical, (int)copil_indicator_grid_count_rows (grid) * grid->row_height,
             MAX (height - grid->header_height, 1), grid->row_height);
  configure (grid->horizontal,
             copil_indicator_grid_get_left (grid, copil_indicator_grid_count_columns (grid)) -
                 copil_indicator_grid_get_frozen_width (grid),
             MAX (width - copil_indicator_grid_get_frozen_width (grid), 1), grid->period_width);
  if (grid->reveal)
    copil_indicator_grid_queue_bind (grid);
  if (grid->slot_rows != (guint)(height / grid->row_height) + 4 || grid->slot_columns == 0 ||
      grid->slot_columns !=
          grid->n_frozen + (guint)(width / MIN (grid->lead_width, grid->period_width)) + 3)
    copil_indicator_grid_queue_bind (grid);
  for (guint i = 0; i < grid->slots->len; i++)
    {
      Slot *slot = &g_array_index (grid->slots, Slot, i);
      GdkRectangle place;

      if (slot->row == -2)
        continue;
      place = copil_indicator_grid_get_place (grid, slot->row, (guint)slot->column);
      gtk_widget_size_allocate (slot->label, &place, -1);
    }
  if (grid->original)
    {
      GdkRectangle place = copil_indicator_grid_get_place (grid, (int)grid->row, grid->column);
      int natural;

      gtk_widget_measure (grid->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      place.width = MAX (place.width, natural);
      gtk_widget_size_allocate (grid->editor, &place, -1);
    }
  gtk_popover_present (GTK_POPOVER (grid->levels));
}

static void
copil_indicator_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = grid->name_width + grid->period_width;
      *natural =
          MAX (*minimum,
               copil_indicator_grid_get_left (grid, copil_indicator_grid_count_columns (grid)));
    }
  else
    {
      *minimum = grid->header_height + 3 * grid->row_height;
      *natural = MAX (*minimum, grid->header_height +
                                    (int)copil_indicator_grid_count_rows (grid) * grid->row_height);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
copil_indicator_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (widget);

  copil_indicator_grid_snapshot_cells (grid, snapshot);
  if (grid->original)
    gtk_widget_snapshot_child (widget, grid->editor, snapshot);
}

static void
copil_indicator_grid_map (GtkWidget *widget)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (widget);

  GTK_WIDGET_CLASS (copil_indicator_grid_parent_class)->map (widget);
  if (grid->stale)
    copil_indicator_grid_load (grid);
  copil_indicator_grid_queue_bind (grid);
}

/* Sizes follow the letters. */
static void
measure_letters (CopilIndicatorGrid *grid)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (grid));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics)),
      height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  grid->row_height = height + 14;
  grid->header_height = 2 * height + 12;
  grid->name_width = 30 * digit;
  grid->lead_width = 13 * digit;
  grid->period_width = 13 * digit;
  gtk_widget_queue_resize (GTK_WIDGET (grid));
}

static void
letters_changed_cb (CopilIndicatorGrid *grid)
{
  measure_letters (grid);
  copil_indicator_grid_queue_bind (grid);
}

static void
copil_indicator_grid_get_property (GObject *object, guint property, GValue *value,
                                   GParamSpec *pspec)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, grid->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, grid->vertical);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, grid->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, grid->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
copil_indicator_grid_set_property (GObject *object, guint property, const GValue *value,
                                   GParamSpec *pspec)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (grid, &grid->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (grid, &grid->vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      grid->hscroll_policy = g_value_get_enum (value) & 1;
      break;
    case PROP_VSCROLL_POLICY:
      grid->vscroll_policy = g_value_get_enum (value) & 1;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
copil_indicator_grid_dispose (GObject *object)
{
  CopilIndicatorGrid *grid = COPIL_INDICATOR_GRID (object);

  g_clear_pointer (&grid->original, g_free);
  g_clear_handle_id (&grid->binding, g_source_remove);
  if (grid->slots)
    copil_indicator_grid_remove_slots (grid);
  g_clear_pointer (&grid->slots, g_array_unref);
  g_clear_pointer (&grid->editor, gtk_widget_unparent);
  g_clear_pointer (&grid->levels, gtk_widget_unparent);
  if (grid->horizontal)
    g_signal_handlers_disconnect_by_data (grid->horizontal, grid);
  if (grid->vertical)
    g_signal_handlers_disconnect_by_data (grid->vertical, grid);
  g_clear_object (&grid->horizontal);
  g_clear_object (&grid->vertical);
  g_clear_pointer (&grid->sheet, copil_figure_sheet_free);
  g_clear_object (&grid->session);
  G_OBJECT_CLASS (copil_indicator_grid_parent_class)->dispose (object);
}

static void
copil_indicator_grid_class_init (CopilIndicatorGridClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = copil_indicator_grid_dispose;
  object_class->get_property = copil_indicator_grid_get_property;
  object_class->set_property = copil_indicator_grid_set_property;
  widget_class->measure = copil_indicator_grid_measure;
  widget_class->size_allocate = copil_indicator_grid_size_allocate;
  widget_class->snapshot = copil_indicator_grid_snapshot;
  widget_class->map = copil_indicator_grid_map;
  widget_class->query_tooltip = tooltip_cb;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
copil_indicator_grid_init (CopilIndicatorGrid *grid)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (grid));

  grid->n_frozen = 1;
  grid->column = COPIL_SHEET_NAME;
  grid->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  grid->editor = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (grid->editor), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (grid->editor), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (grid->editor), 1);
  gtk_widget_set_visible (grid->editor, FALSE);
  gtk_widget_set_parent (grid->editor, GTK_WIDGET (grid));
  grid->levels = copil_level_list_new ();
  gtk_widget_set_parent (grid->levels, GTK_WIDGET (grid));
  gtk_widget_add_css_class (GTK_WIDGET (grid), "copil-grid");
  gtk_widget_set_focusable (GTK_WIDGET (grid), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (grid), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (grid), GTK_OVERFLOW_HIDDEN);
  measure_letters (grid);

  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (letters_changed_cb), grid,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (letters_changed_cb), grid,
                           G_CONNECT_SWAPPED);
}

void
copil_indicator_grid_refuse (CopilIndicatorGrid *grid, const char *sentence)
{
  g_signal_emit (grid, signals[REFUSED], 0, sentence);
}

void
copil_indicator_grid_open (CopilIndicatorGrid *grid, gint64 indicator)
{
  g_signal_emit (grid, signals[OPEN], 0, indicator);
}

GtkWidget *
copil_indicator_grid_new (CopilSession *session)
{
  CopilIndicatorGrid *grid = g_object_new (COPIL_TYPE_INDICATOR_GRID, NULL);

  grid->session = g_object_ref (session);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           grid, G_CONNECT_SWAPPED);
  copil_indicator_grid_add_controllers (grid);
  return GTK_WIDGET (grid);
}

void
copil_indicator_grid_set_periodicity (CopilIndicatorGrid *grid, CopilPeriodicity periodicity)
{
  if (grid->sheet && grid->periodicity == periodicity)
    return;
  if (!copil_indicator_grid_commit (grid))
    copil_indicator_grid_stop_editing (grid);
  grid->periodicity = periodicity;
  g_clear_pointer (&grid->sheet, copil_figure_sheet_free);
  grid->row = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (grid)))
    copil_indicator_grid_load (grid);
  else
    grid->stale = TRUE;
}

void
copil_indicator_grid_select (CopilIndicatorGrid *grid, gint64 indicator, CopilSheetLead lead,
                             const char *day)
{
  int row, column;

  if (!copil_indicator_grid_commit (grid))
    copil_indicator_grid_stop_editing (grid);
  if (grid->stale || !grid->sheet)
    copil_indicator_grid_load (grid);
  row = copil_figure_sheet_find (grid->sheet, indicator);
  column = day ? copil_figure_sheet_find_period (grid->sheet, day) : -1;
  if (row < 0)
    return;
  copil_indicator_grid_move_to (grid, (guint)row, column < 0 ? lead : (guint)column, FALSE);
  grid->reveal = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (grid));
  gtk_widget_grab_focus (GTK_WIDGET (grid));
}

CopilFigureSheet *
copil_indicator_grid_get_sheet (CopilIndicatorGrid *grid)
{
  return grid->sheet;
}

gboolean
copil_indicator_grid_get_cell (CopilIndicatorGrid *grid, guint *row, guint *column)
{
  *row = grid->row;
  *column = grid->column;
  return copil_indicator_grid_is_row (grid, grid->row);
}
