/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-actions-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "copil-share.h"
#include "copil-value.h"

static void
line_free (gpointer data)
{
  CopilActionsLine *line = data;

  g_free (line->head);
  g_strfreev (line->cells);
  g_free (line);
}

void
copil_actions_summary_free (CopilActionsSummary *summary)
{
  g_free (summary->title);
  g_ptr_array_unref (summary->titles);
  g_ptr_array_unref (summary->lines);
  g_ptr_array_unref (summary->sentences);
  g_free (summary->change);
  g_free (summary);
}

static CopilActionsLine *
add_line (CopilActionsSummary *self, CopilRowRole role, char *head)
{
  CopilActionsLine *line = g_new0 (CopilActionsLine, 1);

  line->role = role;
  line->head = head;
  line->cells = g_new0 (char *, self->titles->len + 1);
  g_ptr_array_add (self->lines, line);
  return line;
}

const char *
copil_actions_summary_name_key (CopilActionsBy by, const CopilActionsKey *key)
{
  if (key->name && *key->name)
    return key->name;
  switch (by)
    {
    case COPIL_BY_THEME:
      return _ ("Without a theme");
    case COPIL_BY_ACADEMIE:
      return _ ("Without an académie");
    case COPIL_BY_YEAR:
      return _ ("Without a date");
    case COPIL_BY_NOTHING:
    default:
      return _ ("All");
    }
}

static const char *
name_by (CopilActionsBy by)
{
  switch (by)
    {
    case COPIL_BY_THEME:
      return _ ("Theme");
    case COPIL_BY_ACADEMIE:
      return _ ("Académie");
    case COPIL_BY_YEAR:
      return _ ("Year");
    case COPIL_BY_NOTHING:
    default:
      return _ ("All");
    }
}

char *
copil_actions_summary_format_change (gint64 before, gint64 after)
{
  if (before <= 0 || after < 0)
    return NULL;
  return copil_percent_format_change (100. * ((double)after / (double)before - 1));
}

gboolean
copil_actions_summary_is_of_year (const CopilDeclared *declared, int year)
{
  return declared->theme == 0 && !declared->academie && declared->start &&
         atoi (declared->start) == year && declared->finish && atoi (declared->finish) == year;
}

gint64
copil_actions_summary_get_year (CopilStore *store, int year, CopilCount count,
                                CopilFigureFlags flags, gboolean *estimated)
{
  CopilActionsFilter filter = { .year = year, .flags = flags };
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (store, &filter);
  g_autoptr (CopilActionsTable) table = NULL;
  const CopilTotal *total;

  if (estimated)
    *estimated = FALSE;
  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];

      if (!copil_actions_summary_is_of_year (one, year) || one->declared[count] < 0)
        continue;
      if (estimated)
        *estimated = one->estimated;
      return one->declared[count];
    }
  table = copil_actions_read (store, COPIL_BY_NOTHING, COPIL_BY_NOTHING, &filter);
  total = copil_actions_table_get (table, -1, -1, count);
  if (total->n_known == 0 || total->n_missing > 0)
    return -1;
  if (estimated)
    *estimated = total->estimated;
  return total->value;
}

/* « 1 731 en 2006 (estimé) » */
static char *
say_year (gint64 value, int year, gboolean estimated)
{
  g_autofree char *number = copil_number_format ((double)value);

  /* Translators: a number, a year */
  return estimated ? g_strdup_printf (_ ("%s in %d (estimated)"), number, year)
                   : g_strdup_printf (_ ("%s in %d"), number, year);
}

/* The year of the filter, else the last one, against the one before. */
static char *
say_change (CopilStore *store, CopilCount count, const CopilActionsFilter *filter)
{
  g_autoptr (GArray) years = copil_actions_list_years (store, filter->flags);
  gboolean after_estimated, before_estimated;
  gint64 after, before;
  int year = filter->year;
  g_autofree char *change = NULL, *now = NULL, *then = NULL;

  if (filter->theme || filter->academie)
    return NULL;
  if (year == 0 && years->len > 0)
    year = g_array_index (years, int, years->len - 1);
  if (year == 0)
    return NULL;
  after = copil_actions_summary_get_year (store, year, count, filter->flags, &after_estimated);
  before =
      copil_actions_summary_get_year (store, year - 1, count, filter->flags, &before_estimated);
  change = copil_actions_summary_format_change (before, after);
  if (!change)
    return NULL;
  now = say_year (after, year, after_estimated);
  then = say_year (before, year - 1, before_estimated);
  /* Translators: what is counted, "2 008 in 2007", "1 731 in 2006", "+16%" */
  return g_strdup_printf (_ ("%s: %s, %s: %s."), copil_count_get_label (count), now, then, change);
}

/* --- a column for each count --- */

static char *
format_declared (const CopilDeclared *declared, guint count)
{
  return declared->declared[count] < 0 ? g_strdup ("–")
                                       : copil_number_format ((double)declared->declared[count]);
}

/* What was declared, and what lies between it and the rows. */
static void
add_declared (CopilActionsSummary *self, const CopilDeclared *declared, gboolean named)
{
  CopilActionsLine *line;
  gboolean differs = FALSE;
  char *head;

  if (named && declared->title)
    /* Translators: what a declared total is called */
    head = declared->estimated ? g_strdup_printf (_ ("%s (estimated)"), declared->title)
                               : g_strdup (declared->title);
  else
    head = g_strdup (declared->estimated ? _ ("Declared (estimated)") : _ ("Declared"));
  line = add_line (self, COPIL_ROW_TOTAL, head);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      line->cells[i] = format_declared (declared, i);
      differs = differs || (declared->declared[i] >= 0 && declared->rows[i].n_known > 0 &&
                            declared->rows[i].value != declared->declared[i]);
    }
  if (!differs)
    return;
  line = add_line (self, COPIL_ROW_BODY, g_strdup (_ ("Declared less counted")));
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      gint64 difference = declared->declared[i] - declared->rows[i].value;
      g_autofree char *number = copil_number_format ((double)ABS (difference));

      line->cells[i] = declared->declared[i] < 0 || declared->rows[i].n_known == 0 ? g_strdup ("–")
                       : difference == 0 ? g_strdup (number)
                                         : g_strconcat (difference > 0 ? "+" : "−", number, NULL);
    }
}

static void
add_row (CopilActionsSummary *self, const CopilActionsTable *table, int row, CopilRowRole role,
         const char *head)
{
  CopilActionsLine *line = add_line (self, role, g_strdup (head));

  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    line->cells[i] = copil_total_format (copil_actions_table_get (table, row, -1, i));
}

static void
add_changes (CopilActionsSummary *self, CopilStore *store, int year, CopilFigureFlags flags)
{
  CopilActionsLine *line = NULL;

  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      char *change = copil_actions_summary_format_change (
          copil_actions_summary_get_year (store, year - 1, i, flags, NULL),
          copil_actions_summary_get_year (store, year, i, flags, NULL));

      if (!change)
        continue;
      if (!line)
        /* Translators: a year */
        line = add_line (self, COPIL_ROW_BODY, g_strdup_printf (_ ("Change on %d"), year - 1));
      line->cells[i] = change;
    }
  for (guint i = 0; line && i < COPIL_N_COUNTS; i++)
    if (!line->cells[i])
      line->cells[i] = g_strdup ("–");
}

static int
find_key (const GPtrArray *keys, gint64 id)
{
  for (guint i = 0; i < keys->len; i++)
    if (((const CopilActionsKey *)keys->pdata[i])->id == id &&
        ((const CopilActionsKey *)keys->pdata[i])->name)
      return (int)i;
  return -1;
}

/* Each year: what its rows make, what was declared for it, and the change on the year before. */
static void
add_years (CopilActionsSummary *self, CopilStore *store, const CopilActionsTable *table,
           const GPtrArray *declared, const CopilActionsFilter *filter)
{
  g_autoptr (GArray) years = copil_actions_list_years (store, filter->flags);

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      int row = find_key (table->rows, year);
      g_autofree char *head = g_strdup_printf ("%d", year);

      if (filter->year && filter->year != year)
        continue;
      if (row >= 0)
        add_row (self, table, row, COPIL_ROW_BODY, head);
      for (guint j = 0; j < declared->len; j++)
        {
          const CopilDeclared *one = declared->pdata[j];
          CopilActionsLine *line;

          if (!copil_actions_summary_is_of_year (one, year))
            continue;
          /* Translators: a year */
          line = add_line (
              self, COPIL_ROW_BODY,
              g_strdup_printf (one->estimated ? _ ("%d, declared (estimated)") : _ ("%d, declared"),
                               year));
          for (guint k = 0; k < COPIL_N_COUNTS; k++)
            line->cells[k] = format_declared (one, k);
        }
      if (!filter->theme && !filter->academie)
        add_changes (self, store, year, filter->flags);
    }
  for (guint i = 0; i < table->rows->len; i++)
    if (!((const CopilActionsKey *)table->rows->pdata[i])->name)
      add_row (self, table, (int)i, COPIL_ROW_BODY,
               copil_actions_summary_name_key (COPIL_BY_YEAR, table->rows->pdata[i]));
}

/* « Sans ce qui est estimé, il y a 1 815 actions ; le total déclaré est 2 008. »: rows that were
 * estimated to make the total must not hide that it was not made. */
static void
say_estimated (CopilActionsSummary *self, const CopilActionsTable *table, const GPtrArray *declared,
               const CopilActionsFilter *filter)
{
  const CopilDeclared *whole = NULL;
  gint64 sum = 0;
  gboolean estimated = FALSE, known = FALSE;

  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];
      if (one->theme == filter->theme && g_strcmp0 (one->academie, filter->academie) == 0 &&
          one->declared[COPIL_COUNT_ACTIONS] >= 0 && one->rows[COPIL_COUNT_ACTIONS].estimated)
        whole = one;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CopilTotal *total = copil_actions_table_get (table, (int)i, -1, COPIL_COUNT_ACTIONS);

      estimated = estimated || total->estimated;
      if (total->n_known > 0 && !total->estimated)
        {
          sum += total->value;
          known = TRUE;
        }
    }
  if (whole && estimated && known && sum != whole->declared[COPIL_COUNT_ACTIONS])
    {
      g_autofree char *counted = copil_number_format ((double)sum),
                      *total = copil_number_format ((double)whole->declared[COPIL_COUNT_ACTIONS]);

      /* Translators: two numbers of actions */
      g_ptr_array_add (
          self->sentences,
          g_strdup_printf (_ ("Without what is estimated, the rows make %s actions; the declared"
                              " total is %s."),
                           counted, total));
    }
}

static void
fill_counts (CopilActionsSummary *self, CopilStore *store, CopilActionsBy by,
             const CopilActionsFilter *filter, const GPtrArray *declared)
{
  g_autoptr (CopilActionsTable) table = copil_actions_read (store, by, COPIL_BY_NOTHING, filter);
  guint n = 0;

  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    g_ptr_array_add (self->titles, g_strdup (copil_count_get_label (i)));
  if (by == COPIL_BY_YEAR)
    {
      add_years (self, store, table, declared, filter);
      return;
    }
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, (int)i, COPIL_ROW_BODY,
             copil_actions_summary_name_key (by, table->rows->pdata[i]));
  if (table->rows->len > 0)
    add_row (self, table, -1, COPIL_ROW_TOTAL, _ ("Sum"));
  say_estimated (self, table, declared, filter);
  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];
      n += one->theme == filter->theme && g_strcmp0 (one->academie, filter->academie) == 0;
    }
  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];
      if (one->theme == filter->theme && g_strcmp0 (one->academie, filter->academie) == 0)
        add_declared (self, one, n > 1);
    }
}

/* --- a column for each key, of one count --- */

static void
fill_cross (CopilActionsSummary *self, CopilStore *store, CopilActionsBy rows,
            CopilActionsBy columns, CopilCount count, const CopilActionsFilter *filter)
{
  g_autoptr (CopilActionsTable) table = copil_actions_read (store, rows, columns, filter);
  gboolean changes = columns == COPIL_BY_YEAR && table->columns->len > 1;
  int last = (int)table->columns->len - 1;

  /* Those without a date come last, and are no year. */
  if (changes && !((const CopilActionsKey *)table->columns->pdata[last])->name)
    changes = --last > 0;
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (self->titles,
                     g_strdup (copil_actions_summary_name_key (columns, table->columns->pdata[i])));
  g_ptr_array_add (self->titles, g_strdup (_ ("Sum")));
  if (changes)
    g_ptr_array_add (self->titles, g_strdup (_ ("Change")));
  for (int i = 0; table->rows->len > 0 && i <= (int)table->rows->len; i++)
    {
      gboolean sum = i == (int)table->rows->len;
      int row = sum ? -1 : i;
      CopilActionsLine *line =
          add_line (self, sum ? COPIL_ROW_TOTAL : COPIL_ROW_BODY,
                    g_strdup (sum ? _ ("Sum")
                                  : copil_actions_summary_name_key (rows, table->rows->pdata[i])));

      for (guint j = 0; j <= table->columns->len; j++)
        line->cells[j] = copil_total_format (
            copil_actions_table_get (table, row, j == table->columns->len ? -1 : (int)j, count));
      if (changes)
        {
          const CopilTotal *before = copil_actions_table_get (table, row, last - 1, count),
                           *after = copil_actions_table_get (table, row, last, count);
          gboolean known =
              before->n_known && !before->n_missing && after->n_known && !after->n_missing;
          char *change =
              known ? copil_actions_summary_format_change (before->value, after->value) : NULL;

          line->cells[table->columns->len + 1] = change ? change : g_strdup ("–");
        }
    }
}

CopilActionsSummary *
copil_actions_summary_new (CopilStore *store, CopilActionsBy rows, CopilActionsBy columns,
                           CopilCount count, const CopilActionsFilter *filter)
{
  CopilActionsSummary *self = g_new0 (CopilActionsSummary, 1);
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (store, filter);
  g_autoptr (GPtrArray) faults = copil_actions_list_faults (store, filter);

  self->title = g_strdup (name_by (rows));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  if (columns == COPIL_BY_NOTHING)
    fill_counts (self, store, rows, filter, declared);
  else
    fill_cross (self, store, rows, columns, count, filter);
  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];

      for (guint j = 0; j < COPIL_N_COUNTS; j++)
        if (one->sentences[j] && !one->agrees[j] && one->rows[j].n_known > 0)
          /* Translators: name of a declared total, what is counted, a sentence */
          g_ptr_array_add (self->sentences,
                           g_strdup_printf (_ ("%s, %s: %s"), one->title ? one->title : "–",
                                            copil_count_get_label (j), one->sentences[j]));
      for (guint j = 0; j < one->faults->len; j++)
        g_ptr_array_add (self->sentences, g_strdup (one->faults->pdata[j]));
    }
  for (guint i = 0; i < faults->len; i++)
    {
      const CopilActionFault *fault = faults->pdata[i];
      /* Translators: name of an action, a sentence */
      g_ptr_array_add (
          self->sentences,
          g_strdup_printf (_ ("%s: %s"), fault->title ? fault->title : "–", fault->sentence));
    }
  self->change =
      say_change (store, columns == COPIL_BY_NOTHING ? COPIL_COUNT_ACTIONS : count, filter);
  return self;
}
