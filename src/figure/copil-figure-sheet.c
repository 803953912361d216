/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-query.h"
#include "copil-value.h"

static void
row_free (gpointer data)
{
  CopilSheetRow *row = data;

  g_free (row->title);
  /* It points into the indicator. */
  g_clear_pointer (&row->progress, copil_progress_free);
  g_clear_pointer (&row->indicator, copil_indicator_free);
  g_free (row);
}

/* The periods from the earliest to the latest of those that the indicators have. */
static GArray *
list_periods (CopilFigureSheet *sheet)
{
  char start[11] = "", end[11] = "";

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      CopilSheetRow *row = sheet->rows->pdata[i];
      g_autoptr (GArray) own = NULL;

      if (!row->indicator)
        continue;
      own = copil_figure_list_periods (sheet->store, row->indicator, sheet->today);
      if (!own->len)
        continue;
      g_strlcpy (row->start, g_array_index (own, CopilPeriod, 0).start, sizeof row->start);
      if (!*start || strcmp (g_array_index (own, CopilPeriod, 0).start, start) < 0)
        g_strlcpy (start, g_array_index (own, CopilPeriod, 0).start, sizeof start);
      if (strcmp (g_array_index (own, CopilPeriod, own->len - 1).start, end) > 0)
        g_strlcpy (end, g_array_index (own, CopilPeriod, own->len - 1).start, sizeof end);
    }
  return copil_period_list (sheet->periodicity, *start ? start : NULL, *end ? end : NULL);
}

static void
add_rows (CopilFigureSheet *sheet, GPtrArray *indicators, GHashTable *axes, gint64 axis,
          const char *title)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < indicators->len; i++)
    {
      CopilIndicator *indicator = indicators->pdata[i];
      CopilSheetRow *row;

      if (!indicator || *(gint64 *)g_hash_table_lookup (axes, &indicator->id) != axis)
        continue;
      if (!titled)
        {
          row = g_new0 (CopilSheetRow, 1);
          row->title = g_strdup (title);
          g_ptr_array_add (sheet->rows, row);
          titled = TRUE;
        }
      row = g_new0 (CopilSheetRow, 1);
      row->indicator = indicator;
      row->progress = copil_indicator_judge (indicator, NULL);
      indicators->pdata[i] = NULL;
      g_ptr_array_add (sheet->rows, row);
      g_hash_table_insert (sheet->by_id, &indicator->id, GUINT_TO_POINTER (sheet->rows->len));
    }
}

static void
read_all (CopilFigureSheet *sheet)
{
  g_autoptr (GPtrArray) all = copil_figure_list (sheet->store, COPIL_FIGURES_ALL, NULL, 0);
  g_autoptr (GPtrArray) mine = g_ptr_array_new ();
  g_autoptr (GHashTable) axes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (CopilQuery) query = NULL;

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      CopilIndicator *indicator = all->pdata[i];

      if (indicator->periodicity == sheet->periodicity)
        {
          gint64 axis = copil_figure_get_axis (sheet->store, indicator->id);

          g_hash_table_insert (axes, g_memdup2 (&indicator->id, sizeof (gint64)),
                               g_memdup2 (&axis, sizeof axis));
          g_ptr_array_add (mine, indicator);
        }
      else
        copil_indicator_free (indicator);
    }
  query = copil_store_query (sheet->store,
                             "SELECT id, label, title FROM axis ORDER BY position, id", "");
  while (copil_query_next (query))
    {
      const char *label = copil_query_text (query, 1), *name = copil_query_text (query, 2);
      g_autofree char *title = label && *label
                                   ? g_strdup_printf (_ ("Axis %s – %s"), label, name ? name : "")
                                   : g_strdup (name);

      add_rows (sheet, mine, axes, copil_query_int (query, 0), title);
    }
  add_rows (sheet, mine, axes, 0, _ ("Without an axis"));
  for (guint i = 0; i < mine->len; i++)
    g_clear_pointer ((CopilIndicator **)&mine->pdata[i], copil_indicator_free);
}

static char *
dup_number (double value)
{
  return isnan (value) ? NULL : copil_number_format (value);
}

/* A value without its unit: the number, or the level. */
static char *
dup_value (const CopilIndicator *indicator, double value)
{
  if (isnan (value))
    return NULL;
  if (indicator->nature == COPIL_NATURE_SCALE)
    return g_strdup (copil_indicator_get_level (indicator, value));
  return dup_number (value);
}

CopilFigureSheet *
copil_figure_sheet_new (CopilStore *store, CopilPeriodicity periodicity, const char *today)
{
  CopilFigureSheet *sheet = g_new0 (CopilFigureSheet, 1);

  sheet->store = g_object_ref (store);
  sheet->periodicity = periodicity;
  sheet->today = g_strdup (today);
  sheet->rows = g_ptr_array_new_with_free_func (row_free);
  sheet->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  copil_figure_get_span (store, NULL, &sheet->end);
  read_all (sheet);
  sheet->periods = list_periods (sheet);
  return sheet;
}

void
copil_figure_sheet_free (CopilFigureSheet *sheet)
{
  g_hash_table_unref (sheet->by_id);
  g_ptr_array_unref (sheet->rows);
  g_array_unref (sheet->periods);
  g_object_unref (sheet->store);
  g_free (sheet->today);
  g_free (sheet->end);
  g_free (sheet);
}

gboolean
copil_figure_sheet_reload (CopilFigureSheet *sheet, gint64 id)
{
  int place = copil_figure_sheet_find (sheet, id);
  g_autoptr (CopilIndicator) fresh = copil_figure_load (sheet->store, id);
  g_autoptr (GArray) periods = NULL;
  CopilSheetRow *row;

  if (place < 0 || !fresh || fresh->periodicity != sheet->periodicity)
    return FALSE;
  row = sheet->rows->pdata[place];
  if (fresh->axis != row->indicator->axis || fresh->measure != row->indicator->measure ||
      fresh->engagement != row->indicator->engagement || fresh->fiche != row->indicator->fiche)
    return FALSE;
  periods = copil_figure_list_periods (sheet->store, fresh, sheet->today);
  if (periods->len &&
      (!sheet->periods->len ||
       strcmp (g_array_index (periods, CopilPeriod, 0).start,
               g_array_index (sheet->periods, CopilPeriod, 0).start) < 0 ||
       strcmp (g_array_index (periods, CopilPeriod, periods->len - 1).start,
               g_array_index (sheet->periods, CopilPeriod, sheet->periods->len - 1).start) > 0))
    return FALSE;
  g_hash_table_remove (sheet->by_id, &row->indicator->id);
  g_clear_pointer (&row->progress, copil_progress_free);
  copil_indicator_free (row->indicator);
  row->indicator = g_steal_pointer (&fresh);
  if (periods->len)
    g_strlcpy (row->start, g_array_index (periods, CopilPeriod, 0).start, sizeof row->start);
  row->progress = copil_indicator_judge (row->indicator, NULL);
  g_hash_table_insert (sheet->by_id, &row->indicator->id, GINT_TO_POINTER (place + 1));
  return TRUE;
}

guint
copil_figure_sheet_get_n_rows (CopilFigureSheet *sheet)
{
  return sheet->rows->len;
}

guint
copil_figure_sheet_get_n_columns (CopilFigureSheet *sheet)
{
  return COPIL_SHEET_N_LEADS + sheet->periods->len;
}

const CopilSheetRow *
copil_figure_sheet_get_row (CopilFigureSheet *sheet, guint row)
{
  const CopilSheetRow *found = row < sheet->rows->len ? sheet->rows->pdata[row] : NULL;

  return found && found->indicator ? found : NULL;
}

const CopilIndicator *
copil_figure_sheet_get_indicator (CopilFigureSheet *sheet, guint row)
{
  const CopilSheetRow *found = copil_figure_sheet_get_row (sheet, row);

  return found ? found->indicator : NULL;
}

int
copil_figure_sheet_find (CopilFigureSheet *sheet, gint64 indicator)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (sheet->by_id, &indicator)) - 1;
}

const CopilPeriod *
copil_figure_sheet_get_period (CopilFigureSheet *sheet, guint column)
{
  if (column < COPIL_SHEET_N_LEADS || column - COPIL_SHEET_N_LEADS >= sheet->periods->len)
    return NULL;
  return &g_array_index (sheet->periods, CopilPeriod, column - COPIL_SHEET_N_LEADS);
}

int
copil_figure_sheet_find_period (CopilFigureSheet *sheet, const char *day)
{
  for (guint i = 0; day && i < sheet->periods->len; i++)
    if (copil_period_has (&g_array_index (sheet->periods, CopilPeriod, i), day))
      return (int)(COPIL_SHEET_N_LEADS + i);
  return -1;
}

char *
copil_figure_sheet_get_title (CopilFigureSheet *sheet, guint column)
{
  static const char *const titles[] = { N_ ("Indicator"), N_ ("Baseline"), N_ ("Target"),
                                        N_ ("Variation"), N_ ("Progress") };
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);

  return period ? copil_period_get_label (period) : g_strdup (_ (titles[column]));
}

const char *
copil_figure_sheet_get_subtitle (CopilFigureSheet *sheet, guint column)
{
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);

  if (!period)
    return column == COPIL_SHEET_VARIATION ? _ ("on the baseline") : "";
  return copil_period_is_future (period, sheet->today) ? _ ("targets")
         : copil_period_is_due (period, sheet->today)  ? ""
                                                       : _ ("under way");
}

const CopilObservation *
copil_figure_sheet_get_observation (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);

  if (!indicator || !period || copil_period_is_future (period, sheet->today))
    return NULL;
  return copil_indicator_get_in (indicator, period);
}

const CopilTarget *
copil_figure_sheet_get_target (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);

  if (!indicator)
    return NULL;
  if (column == COPIL_SHEET_TARGET)
    return copil_indicator_get_target (indicator);
  for (guint i = indicator->targets->len; period && i-- > 0;)
    {
      const CopilTarget *target = indicator->targets->pdata[i];

      if (target->date && copil_period_has (period, target->date))
        return target;
    }
  return NULL;
}

CopilSheetFlags
copil_figure_sheet_get_flags (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);
  const CopilObservation *observation;
  CopilSheetFlags flags = COPIL_SHEET_EDITABLE;

  if (!indicator)
    return COPIL_SHEET_HEADING;
  if (!period)
    return (column == COPIL_SHEET_BASELINE || column == COPIL_SHEET_TARGET ? COPIL_SHEET_EDITABLE
                                                                           : 0) |
           (column == COPIL_SHEET_BASELINE && indicator->baseline_derived ? COPIL_SHEET_DERIVED
                                                                          : 0);
  if (copil_period_is_future (period, sheet->today))
    return COPIL_SHEET_EDITABLE | COPIL_SHEET_FUTURE;
  observation = copil_indicator_get_in (indicator, period);
  if (!observation || isnan (observation->value))
    return flags |
           (copil_period_is_due (period, sheet->today) &&
                    strcmp (copil_figure_sheet_get_row (sheet, row)->start, period->start) <= 0
                ? COPIL_SHEET_MISSING
                : 0);
  if (observation->estimated)
    flags |= COPIL_SHEET_ESTIMATED;
  if (observation->parts->len)
    {
      g_autoptr (CopilSplitCheck) check = copil_observation_check_split (observation);

      flags |= COPIL_SHEET_SPLIT | (check && check->fault ? COPIL_SHEET_FAULT : 0);
    }
  return flags;
}

/* The value of a cell that is edited; NAN where there is none. */
static double
get_value (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  const CopilObservation *observation = copil_figure_sheet_get_observation (sheet, row, column);
  CopilSheetFlags flags = copil_figure_sheet_get_flags (sheet, row, column);

  if (!indicator)
    return NAN;
  if (column == COPIL_SHEET_BASELINE)
    return indicator->baseline_value;
  if (column == COPIL_SHEET_TARGET || (flags & COPIL_SHEET_FUTURE))
    {
      const CopilTarget *target = copil_figure_sheet_get_target (sheet, row, column);

      return target ? target->value : NAN;
    }
  return observation ? observation->value : NAN;
}

char *
copil_figure_sheet_get_text (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilSheetRow *one = copil_figure_sheet_get_row (sheet, row);
  CopilSheetFlags flags = copil_figure_sheet_get_flags (sheet, row, column);
  g_autofree char *value = NULL;

  if (!one)
    return g_strdup (row < sheet->rows->len && column == COPIL_SHEET_NAME
                         ? ((CopilSheetRow *)sheet->rows->pdata[row])->title
                         : "");
  switch (column)
    {
    case COPIL_SHEET_NAME:
      return one->indicator->unit && *one->indicator->unit
                 ? g_strdup_printf ("%s (%s)", one->indicator->name, one->indicator->unit)
                 : g_strdup (one->indicator->name);
    case COPIL_SHEET_VARIATION:
      if (one->indicator->nature == COPIL_NATURE_SCALE)
        return g_strdup ("");
      return copil_indicator_format_variation (one->indicator, one->progress->observed,
                                               one->indicator->baseline_value);
    case COPIL_SHEET_PROGRESS:
      return copil_percent_format (one->progress->percent);
    default:
      break;
    }
  value = dup_value (one->indicator, get_value (sheet, row, column));
  if (!value && (column == COPIL_SHEET_TARGET || (flags & COPIL_SHEET_FUTURE)))
    return g_strdup (copil_figure_sheet_get_target (sheet, row, column) ? _ ("to be set") : "");
  if (!value)
    return g_strdup (flags & COPIL_SHEET_MISSING || column == COPIL_SHEET_BASELINE ? "–" : "");
  if (flags & COPIL_SHEET_DERIVED)
    return g_strdup_printf ("(%s)", value);
  return g_strdup_printf ("%s%s%s", flags & COPIL_SHEET_ESTIMATED ? "≈ " : "", value,
                          flags & COPIL_SHEET_FAULT   ? " ⚠"
                          : flags & COPIL_SHEET_SPLIT ? " ÷"
                                                      : "");
}

char *
copil_figure_sheet_get_plain (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilSheetRow *one = copil_figure_sheet_get_row (sheet, row);
  CopilSheetFlags flags = copil_figure_sheet_get_flags (sheet, row, column);
  double value = get_value (sheet, row, column);

  if (!(flags & COPIL_SHEET_EDITABLE))
    return copil_figure_sheet_get_text (sheet, row, column);
  if (isnan (value))
    return g_strdup ("");
  if (one->indicator->nature == COPIL_NATURE_SCALE)
    return dup_value (one->indicator, value);
  return g_strdup_printf ("%.15g", value);
}

char *
copil_figure_sheet_get_name (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilSheetRow *one = copil_figure_sheet_get_row (sheet, row);
  CopilSheetFlags flags = copil_figure_sheet_get_flags (sheet, row, column);
  g_autofree char *title = NULL, *value = NULL, *where = NULL;

  if (!one || column == COPIL_SHEET_NAME)
    return copil_figure_sheet_get_text (sheet, row, COPIL_SHEET_NAME);
  title = copil_figure_sheet_get_title (sheet, column);
  where = flags & COPIL_SHEET_FUTURE
              ? g_strdup_printf (_ ("%s, target for %s"), one->indicator->name, title)
              : g_strdup_printf ("%s, %s", one->indicator->name, title);
  value = flags & COPIL_SHEET_EDITABLE ? dup_value (one->indicator, get_value (sheet, row, column))
                                       : copil_figure_sheet_get_text (sheet, row, column);
  if (!value && copil_figure_sheet_get_target (sheet, row, column) &&
      (column == COPIL_SHEET_TARGET || (flags & COPIL_SHEET_FUTURE)))
    value = g_strdup (_ ("to be set"));
  if (!value || !*value)
    return g_strdup_printf (_ ("%s: nothing"), where);
  if (flags & COPIL_SHEET_DERIVED)
    return g_strdup_printf (_ ("%s: %s, derived"), where, value);
  if (flags & COPIL_SHEET_FAULT)
    return g_strdup_printf (_ ("%s: %s, the split does not add up"), where, value);
  if (flags & COPIL_SHEET_ESTIMATED)
    return g_strdup_printf (_ ("%s: %s, estimated"), where, value);
  return g_strdup_printf (_ ("%s: %s"), where, value);
}

static void
add_line (GString *tip, const char *line)
{
  if (line && *line)
    g_string_append_printf (tip, "%s%s", tip->len ? "\n" : "", line);
}

char *
copil_figure_sheet_get_tip (CopilFigureSheet *sheet, guint row, guint column)
{
  const CopilSheetRow *one = copil_figure_sheet_get_row (sheet, row);
  const CopilObservation *observation = copil_figure_sheet_get_observation (sheet, row, column);
  const CopilTarget *target = copil_figure_sheet_get_target (sheet, row, column);
  g_autoptr (GString) tip = g_string_new (NULL);

  if (!one)
    return NULL;
  if (column == COPIL_SHEET_PROGRESS || column == COPIL_SHEET_VARIATION)
    {
      add_line (tip, one->progress->formula);
      add_line (tip, one->progress->sentence);
    }
  if (column == COPIL_SHEET_BASELINE)
    {
      g_autofree char *date = copil_date_format (one->indicator->baseline_date);

      add_line (tip, date);
      add_line (tip, one->indicator->baseline_note);
    }
  if (observation)
    {
      g_autoptr (CopilSplitCheck) check = copil_observation_check_split (observation);
      g_autofree char *date = copil_date_format (observation->date);

      add_line (tip, date);
      for (guint i = 0; i < observation->parts->len; i++)
        {
          const CopilPart *part = &g_array_index (observation->parts, CopilPart, i);
          g_autofree char *number = dup_number (part->value);
          g_autofree char *line = g_strdup_printf (_ ("%s: %s"), part->name, number ? number : "–");

          add_line (tip, line);
        }
      add_line (tip, check ? check->sentence : NULL);
      add_line (tip, observation->note);
    }
  if (target)
    {
      g_autofree char *value = dup_value (one->indicator, target->value),
                      *date = copil_date_format (target->date);
      g_autofree char *line = g_strdup_printf (
          _ ("Target on %s: %s (%s)"), *date ? date : "–", value ? value : _ ("to be set"),
          copil_milestone_state_get_label (
              copil_indicator_judge_target (one->indicator, target, NULL, NULL)));

      add_line (tip, line);
      add_line (tip, target->note);
    }
  return tip->len ? g_string_free (g_steal_pointer (&tip), FALSE) : NULL;
}

char *
copil_figure_sheet_copy (CopilFigureSheet *sheet, guint row, guint column, guint n_rows,
                         guint n_columns)
{
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = row; i < row + n_rows && i < sheet->rows->len; i++)
    {
      if (!copil_figure_sheet_get_row (sheet, i))
        continue;
      if (!first)
        g_string_append_c (text, '\n');
      first = FALSE;
      for (guint j = column; j < column + n_columns && j < copil_figure_sheet_get_n_columns (sheet);
           j++)
        {
          g_autofree char *plain = copil_figure_sheet_get_plain (sheet, i, j);

          if (j > column)
            g_string_append_c (text, '\t');
          g_string_append (text, plain);
        }
    }
  return g_string_free (text, FALSE);
}
