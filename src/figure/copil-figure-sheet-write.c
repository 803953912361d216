/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed or pasted in a sheet of figures. */
#include "copil-figure-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-value.h"

/* CopilEntry: a cell and what is to be in it. */
typedef struct
{
  guint row;
  guint column;
  gboolean clear;
  gboolean estimated;
  char *value; /* canonical: a number, or a level of the scale */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *)data)->value);
}

/* The first cell refused is named with the reason, the others are counted. */
typedef struct
{
  char *first;
  guint n;
} Refusals;

static void
refuse (Refusals *refusals, CopilFigureSheet *sheet, guint row, guint column, const char *why)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  g_autofree char *title = copil_figure_sheet_get_title (sheet, column);

  if (refusals->n++ == 0)
    refusals->first =
        g_strdup_printf (_ ("%s, %s: %s"), indicator ? indicator->name : "", title, why);
}

/* The level that was typed: its name, the beginning of only one name, or its rank. */
static const char *
find_level (const CopilIndicator *indicator, const char *typed)
{
  double rank = copil_indicator_get_rank (indicator, typed);
  g_autofree char *folded = copil_fold (typed);
  const char *found = NULL;
  char *end;

  if (!isnan (rank))
    return copil_indicator_get_level (indicator, rank);
  rank = g_ascii_strtod (typed, &end);
  if (!*end && copil_indicator_get_level (indicator, rank))
    return copil_indicator_get_level (indicator, rank);
  for (guint i = 0; indicator->scale[i]; i++)
    {
      g_autofree char *level = copil_fold (indicator->scale[i]);

      if (!level || !folded || !g_str_has_prefix (level, folded))
        continue;
      if (found)
        return NULL;
      found = indicator->scale[i];
    }
  return found;
}

/* Without the sign that says estimated, and that of a split, which a cell may have been copied
 * with. */
static char *
strip (const char *text, gboolean *estimated)
{
  g_autofree char *copy = g_strdup (text);
  char *start = g_strstrip (copy);

  *estimated = FALSE;
  if (g_str_has_prefix (start, "≈") || g_str_has_prefix (start, "~"))
    {
      *estimated = TRUE;
      start = g_utf8_next_char (start);
    }
  return g_strdup (g_strstrip (start));
}

static void
read_entry (CopilFigureSheet *sheet, guint row, guint column, const char *text, GArray *entries,
            Refusals *refusals)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  CopilSheetFlags flags = copil_figure_sheet_get_flags (sheet, row, column);
  Entry entry = { .row = row, .column = column };
  g_autofree char *typed = strip (text, &entry.estimated);

  if (!(flags & COPIL_SHEET_EDITABLE))
    {
      refuse (refusals, sheet, row, column, _ ("this is computed, and cannot be typed"));
      return;
    }
  entry.clear = !*typed || g_str_equal (typed, "–") || g_str_equal (typed, "-");
  if (!entry.clear && entry.estimated &&
      (!copil_figure_sheet_get_period (sheet, column) || (flags & COPIL_SHEET_FUTURE)))
    {
      refuse (refusals, sheet, row, column, _ ("only what was observed can be estimated"));
      return;
    }
  if (!entry.clear && indicator->nature == COPIL_NATURE_SCALE)
    {
      const char *level = find_level (indicator, typed);

      if (!level)
        {
          g_autofree char *levels = g_strjoinv (", ", indicator->scale);
          g_autofree char *why = g_strdup_printf (_ ("a level is expected: %s"), levels);

          refuse (refusals, sheet, row, column, why);
          return;
        }
      entry.value = g_strdup (level);
    }
  else if (!entry.clear)
    {
      g_autoptr (GError) error = NULL;

      entry.value =
          copil_field_parse_counted (copil_kind_get_field (copil_kind_get ("observation"), "value"),
                                     typed, indicator->unit, &error);
      if (!entry.value)
        {
          g_autofree char *why = strchr (typed, '%') && !copil_unit_is_percent (indicator->unit)
                                     ? g_strndup (error->message, strlen (error->message) - 1)
                                     : g_strdup_printf (_ ("“%s” is not a number"), typed);

          refuse (refusals, sheet, row, column, why);
          return;
        }
    }
  g_array_append_val (entries, entry);
}

/* --- writing, in a transaction --- */

static gboolean
set (CopilFigureSheet *sheet, const char *kind, gint64 id, const char *field, const char *value,
     GError **error)
{
  return copil_store_set (sheet->store, copil_kind_get (kind), id, field, value, error);
}

/* The rank of a level, as targets and baselines of a scale are kept. */
static char *
dup_number (const CopilIndicator *indicator, const Entry *entry)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (entry->clear)
    return NULL;
  if (indicator->nature != COPIL_NATURE_SCALE)
    return g_strdup (entry->value);
  return g_strdup (
      g_ascii_dtostr (buffer, sizeof buffer, copil_indicator_get_rank (indicator, entry->value)));
}

static const char *
get_day (CopilFigureSheet *sheet, guint column)
{
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, column);

  return period->periodicity == COPIL_PERIODICITY_ONCE ? sheet->today : period->end;
}

static gboolean
write_target (CopilFigureSheet *sheet, const Entry *entry, GError **error)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, entry->row);
  const CopilTarget *target = copil_figure_sheet_get_target (sheet, entry->row, entry->column);
  const CopilPeriod *period = copil_figure_sheet_get_period (sheet, entry->column);
  g_autofree char *value = dup_number (indicator, entry),
                  *owner = g_strdup_printf ("%" G_GINT64_FORMAT, indicator->id);

  /* What is cleared goes, unless its note says something. */
  if (target && entry->clear && !(target->note && *target->note))
    return copil_store_delete (sheet->store, copil_kind_get ("target"), target->id, error);
  if (target)
    return set (sheet, "target", target->id, "value", value, error);
  if (entry->clear)
    return TRUE;
  return copil_store_insert (sheet->store, copil_kind_get ("target"), error, "indicator", owner,
                             "value", value, "date",
                             period ? get_day (sheet, entry->column) : sheet->end, NULL) != 0;
}

static gboolean
write_observation (CopilFigureSheet *sheet, const Entry *entry, GError **error)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, entry->row);
  const CopilObservation *observation =
      copil_figure_sheet_get_observation (sheet, entry->row, entry->column);
  gboolean scale = indicator->nature == COPIL_NATURE_SCALE;
  const char *field = scale ? "level" : "value";
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, indicator->id);

  if (observation && entry->clear && !observation->parts->len &&
      !(observation->note && *observation->note))
    return copil_store_delete (sheet->store, copil_kind_get ("observation"), observation->id,
                               error);
  if (observation && entry->clear)
    return set (sheet, "observation", observation->id, "value", NULL, error) &&
           set (sheet, "observation", observation->id, "level", NULL, error);
  if (observation)
    return set (sheet, "observation", observation->id, field, entry->value, error) &&
           (!entry->estimated ||
            set (sheet, "observation", observation->id, "state", "estimated", error));
  if (entry->clear)
    return TRUE;
  return copil_store_insert (sheet->store, copil_kind_get ("observation"), error, "indicator",
                             owner, field, entry->value, "date", get_day (sheet, entry->column),
                             "state", entry->estimated ? "estimated" : "final", NULL) != 0;
}

static gboolean
write_entry (CopilFigureSheet *sheet, const Entry *entry, GError **error)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, entry->row);

  if (entry->column == COPIL_SHEET_BASELINE)
    {
      g_autofree char *value = dup_number (indicator, entry);

      return set (sheet, "indicator", indicator->id, "baseline_value", value, error);
    }
  if (entry->column == COPIL_SHEET_TARGET ||
      (copil_figure_sheet_get_flags (sheet, entry->row, entry->column) & COPIL_SHEET_FUTURE))
    return write_target (sheet, entry, error);
  return write_observation (sheet, entry, error);
}

typedef struct
{
  CopilFigureSheet *sheet;
  GArray *entries;
} Writing;

static gboolean
write_cb (CopilStore *store, gpointer data, GError **error)
{
  const Writing *writing = data;

  for (guint i = 0; i < writing->entries->len; i++)
    if (!write_entry (writing->sheet, &g_array_index (writing->entries, Entry, i), error))
      return FALSE;
  return TRUE;
}

/* The rows of indicators from that one on; -1 where they end. */
static int
next_row (CopilFigureSheet *sheet, guint row)
{
  while (row < sheet->rows->len && !copil_figure_sheet_get_row (sheet, row))
    row++;
  return row < sheet->rows->len ? (int)row : -1;
}

/* Spreadsheets put quotes around a text with a line end or a quote in it. */
static char *
unquote (const char *text)
{
  gsize length = strlen (text);

  if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
    return g_strndup (text + 1, length - 2);
  return g_strdup (text);
}

gboolean
copil_figure_sheet_write (CopilFigureSheet *sheet, guint row, guint column, guint n_rows,
                          guint n_columns, const char *text, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines), all = copil_figure_sheet_get_n_columns (sheet);
  gboolean fills = n_lines <= 1 || (n_lines == 2 && !*lines[1]);
  g_autofree char *name = NULL, *cell = NULL;
  Refusals refusals = { 0 };
  int at = next_row (sheet, row);
  guint beyond = 0;

  g_array_set_clear_func (entries, entry_clear);
  /* The last line ends with a line end too. */
  if (n_lines > 1 && !*lines[n_lines - 1])
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    g_strdelimit (lines[i], "\r", ' ');
  fills = fills && (n_lines == 0 || !strchr (lines[0], '\t'));
  if (fills)
    {
      for (guint i = row; i < row + n_rows && i < sheet->rows->len; i++)
        for (guint j = column; copil_figure_sheet_get_row (sheet, i) && j < column + n_columns; j++)
          read_entry (sheet, i, j, n_lines ? lines[0] : "", entries, &refusals);
    }
  else
    for (guint i = 0; i < n_lines; i++)
      {
        g_auto (GStrv) cells = g_strsplit (*lines[i] ? lines[i] : " ", "\t", -1);

        for (guint j = 0; cells[j]; j++)
          {
            g_autofree char *plain = unquote (cells[j]);

            if (at < 0 || column + j >= all)
              beyond++;
            else
              read_entry (sheet, (guint)at, column + j, plain, entries, &refusals);
          }
        at = at < 0 ? -1 : next_row (sheet, (guint)at + 1);
      }
  if (refusals.n || beyond)
    {
      g_autofree char *first = refusals.first, *others = NULL;

      if (!refusals.n)
        g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID,
                     ngettext ("Nothing was written: %u cell would lie outside the grid.",
                               "Nothing was written: %u cells would lie outside the grid.", beyond),
                     beyond);
      else if (refusals.n + beyond == 1)
        g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID,
                     _ ("Nothing was written. %s."), first);
      else
        {
          others = g_strdup_printf (
              ngettext ("and %u other cell", "and %u other cells", refusals.n + beyond - 1),
              refusals.n + beyond - 1);
          g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID,
                       _ ("Nothing was written. %s; %s."), first, others);
        }
      return FALSE;
    }
  if (!entries->len)
    return TRUE;
  if (entries->len > 1)
    name = g_strdup_printf (ngettext ("Fill in %u cell", "Fill in %u cells", entries->len),
                            entries->len);
  else
    {
      const Entry *only = &g_array_index (entries, Entry, 0);

      cell = copil_figure_sheet_get_title (sheet, only->column);
      name = g_strdup_printf ("%s, %s", copil_figure_sheet_get_indicator (sheet, only->row)->name,
                              cell);
    }
  return copil_store_do (sheet->store, name, write_cb, &(Writing){ sheet, entries }, error);
}

gboolean
copil_figure_sheet_set_estimated (CopilFigureSheet *sheet, guint row, guint column,
                                  gboolean estimated, GError **error)
{
  const CopilObservation *observation = copil_figure_sheet_get_observation (sheet, row, column);

  return !observation ||
         copil_store_edit (sheet->store, copil_kind_get ("observation"), observation->id, "state",
                           estimated ? "estimated" : "final", error);
}

/* --- the parts of an observation --- */

static gint64
find_part (const CopilObservation *observation, const char *name)
{
  for (guint i = 0; observation && i < observation->parts->len; i++)
    if (g_strcmp0 (g_array_index (observation->parts, CopilPart, i).name, name) == 0)
      return g_array_index (observation->parts, CopilPart, i).id;
  return 0;
}

static gboolean
write_part (CopilFigureSheet *sheet, gint64 observation, gint64 part, const char *name,
            const char *value, GError **error)
{
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, observation);

  if (part)
    return set (sheet, "split", part, "value", value, error);
  return !value || copil_store_insert (sheet->store, copil_kind_get ("split"), error, "observation",
                                       owner, "name", name, "value", value, NULL) != 0;
}

typedef struct
{
  CopilFigureSheet *sheet;
  const CopilIndicator *indicator;
  const CopilObservation *observation; /* or NULL, where it is to be made */
  const char *day;
  const char *const *names;
  GPtrArray *values;
  double sum;
} Parts;

static gboolean
write_parts_cb (CopilStore *store, gpointer data, GError **error)
{
  const Parts *parts = data;
  gint64 id = parts->observation ? parts->observation->id : 0;

  if (!id)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, parts->indicator->id);

      id = copil_store_insert (store, copil_kind_get ("observation"), error, "indicator", owner,
                               "value", g_ascii_dtostr (buffer, sizeof buffer, parts->sum), "date",
                               parts->day, NULL);
      if (!id)
        return FALSE;
    }
  for (guint i = 0; parts->names[i]; i++)
    if (!write_part (parts->sheet, id, find_part (parts->observation, parts->names[i]),
                     parts->names[i], parts->values->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
copil_figure_sheet_set_parts (CopilFigureSheet *sheet, guint row, guint column,
                              const char *const *names, const char *const *texts, GError **error)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (sheet, row);
  const CopilObservation *observation = copil_figure_sheet_get_observation (sheet, row, column);
  const CopilField *field = copil_kind_get_field (copil_kind_get ("split"), "value");
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = copil_figure_sheet_get_title (sheet, column),
                  *called = g_strdup_printf (_ ("Split of %s, %s"), indicator->name, title);
  Parts parts = { sheet, indicator, observation, get_day (sheet, column), names, values };
  double sum = 0;
  gboolean some = FALSE;

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GError) wrong = NULL;
      char *value = copil_field_parse_counted (field, texts[i], indicator->unit, &wrong);

      g_ptr_array_add (values, value);
      if (wrong)
        {
          g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID, "%s: %s", names[i],
                       wrong->message);
          return FALSE;
        }
      some = some || value;
      sum += value ? g_ascii_strtod (value, NULL) : 0;
    }
  if (!some && !observation)
    return TRUE;
  parts.sum = sum;
  return copil_store_do (sheet->store, called, write_parts_cb, &parts, error);
}
