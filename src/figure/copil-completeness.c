/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-completeness.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-charge-sql.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* CopilReader: what the reading of a whole file needs. */
typedef struct
{
  CopilStore *store;
  CopilFigureFlags flags;
  gboolean counting; /* the gaps are not wanted */
  const char *at;
  char *year_ago;
  char *start; /* of the convention, or NULL */
  GPtrArray *axes;
  GHashTable *by_axis; /* id → CopilCompleteness, not owned */
} Reader;

static void
gap_free (gpointer data)
{
  CopilGap *gap = data;

  g_free (gap->kind);
  g_free (gap->field);
  g_free (gap->date);
  g_free (gap->title);
  g_free (gap->sentence);
  g_free (gap);
}

static CopilCompleteness *
completeness_new (gint64 axis, const char *label, const char *title)
{
  CopilCompleteness *completeness = g_new0 (CopilCompleteness, 1);

  completeness->axis = axis;
  completeness->label = g_strdup (label);
  completeness->title = g_strdup (title);
  completeness->percent = NAN;
  completeness->gaps = g_ptr_array_new_with_free_func (gap_free);
  return completeness;
}

static void
settle (CopilCompleteness *completeness)
{
  g_autofree char *percent = NULL;

  if (completeness->expected == 0)
    return;
  completeness->percent = 100. * completeness->filled / completeness->expected;
  /* Not 100 % as long as something is missing. */
  percent = copil_share_format (completeness->filled, completeness->expected);
  completeness->formula =
      g_strdup_printf (_ ("%u of %u = %s"), completeness->filled, completeness->expected, percent);
}

static CopilCompleteness *
reader_get (Reader *reader, gint64 axis)
{
  CopilCompleteness *completeness = g_hash_table_lookup (reader->by_axis, &axis);

  if (!completeness)
    {
      completeness = completeness_new (axis, NULL, _ ("Without an axis"));
      g_ptr_array_add (reader->axes, completeness);
      g_hash_table_insert (reader->by_axis, &completeness->axis, completeness);
    }
  return completeness;
}

/* Asks for one thing; takes the sentence, which is only used where it is missing. */
static void
ask (Reader *reader, gint64 axis, const char *kind, gint64 id, const char *field, const char *date,
     gboolean filled, char *sentence)
{
  CopilCompleteness *completeness = reader_get (reader, axis);
  g_autofree char *taken = sentence;
  CopilGap *gap;

  completeness->expected++;
  if (filled)
    {
      completeness->filled++;
      return;
    }
  if (reader->counting || completeness->gaps->len >= COPIL_GAPS_MAX)
    return;
  gap = g_new0 (CopilGap, 1);
  gap->kind = g_strdup (kind);
  gap->id = id;
  gap->field = g_strdup (field);
  gap->date = g_strdup (date);
  gap->title = copil_store_dup_title (reader->store, copil_kind_get (kind), id);
  gap->sentence = g_steal_pointer (&taken);
  g_ptr_array_add (completeness->gaps, gap);
}

static void
read_axes (Reader *reader)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      reader->store, "SELECT id, label, title FROM axis ORDER BY position, id", NULL);

  while (copil_query_next (query))
    {
      CopilCompleteness *completeness = completeness_new (
          copil_query_int (query, 0), copil_query_text (query, 1), copil_query_text (query, 2));

      g_ptr_array_add (reader->axes, completeness);
      g_hash_table_insert (reader->by_axis, &completeness->axis, completeness);
    }
}

static char *
news_sentence (const char *news)
{
  g_autofree char *date = news ? copil_date_format (news) : NULL;

  return date ? g_strdup_printf (_ ("No news since %s"), date) : g_strdup (_ ("No news yet"));
}

static void
read_engagements (Reader *reader)
{
  gboolean old = !reader->start || strcmp (reader->start, reader->year_ago) < 0;
  g_autoptr (CopilQuery) query = copil_store_query (
      reader->store,
      "SELECT e.id, coalesce (m.axis, e.axis), e.due IS NOT NULL, " COPIL_HAS_CHARGE_SQL (
          "engagement",
          "e") ","
               " e.progress IS NOT NULL OR e.quantity IS NOT NULL OR e.status IS 'done'"
               " OR e.id IN (SELECT engagement FROM indicator), e.status IS 'done',"
               " (SELECT max (date) FROM (SELECT e.reviewed AS date"
               " UNION ALL SELECT max (date) FROM followup WHERE engagement = e.id AND date <= ?1"
               " UNION ALL SELECT max (o.date) FROM indicator i JOIN observation o ON o.indicator "
               "= i.id"
               " WHERE i.engagement = e.id AND o.date <= ?1))"
               " FROM engagement e LEFT JOIN measure m ON m.id = e.measure"
               " WHERE e.status IS NOT 'abandoned' AND NOT (?2 AND e.confidential IS 1)"
               " ORDER BY m.position, e.position, e.id",
      "ti", reader->at, (gint64)(reader->flags & COPIL_FIGURES_PUBLIC));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0), axis = copil_query_int (query, 1);
      gboolean has_due = copil_query_int (query, 2), has_lead = copil_query_int (query, 3),
               has_figure = copil_query_int (query, 4), done = copil_query_int (query, 5);
      g_autofree char *news = g_strdup (copil_query_text (query, 6));

      ask (reader, axis, "engagement", id, "due", NULL, has_due, g_strdup (_ ("No date")));
      ask (reader, axis, "engagement", id, "lead", NULL, has_lead, g_strdup (_ ("No pilote")));
      ask (reader, axis, "engagement", id, "progress", NULL, has_figure,
           g_strdup (_ ("No figure: neither a progress, nor an indicator, nor a quantity")));
      if (!done && (old || news))
        ask (reader, axis, "engagement", id, "reviewed", NULL,
             news && strcmp (news, reader->year_ago) >= 0,
             reader->counting ? NULL : news_sentence (news));
    }
}

static void
ask_observations (Reader *reader, gint64 axis, const CopilIndicator *indicator)
{
  g_autoptr (GArray) periods = NULL;
  const CopilTarget *target = copil_indicator_get_target (indicator);

  if (indicator->periodicity == COPIL_PERIODICITY_ONCE)
    {
      if (target && target->date && strcmp (target->date, reader->at) <= 0)
        ask (reader, axis, "indicator", indicator->id, "observation", target->date,
             copil_indicator_get_last (indicator, reader->at) != NULL,
             g_strdup (_ ("Nothing observed")));
      return;
    }
  periods = copil_period_list (indicator->periodicity, reader->year_ago, reader->at);
  for (guint i = 0; i < periods->len; i++)
    {
      const CopilPeriod *period = &g_array_index (periods, CopilPeriod, i);
      const CopilObservation *observation = copil_indicator_get_in (indicator, period);
      g_autofree char *label = NULL;

      if (!copil_period_is_due (period, reader->at) ||
          (reader->start && strcmp (period->end, reader->start) < 0) ||
          (indicator->baseline_date && strcmp (period->end, indicator->baseline_date) <= 0))
        continue;
      label = copil_period_get_label (period);
      ask (reader, axis, "indicator", indicator->id, "observation", period->end,
           observation && !isnan (observation->value),
           /* Translators: a period, such as "2022" or "March 2022" */
           g_strdup_printf (_ ("Nothing observed for %s"), label));
    }
}

static void
read_indicators (Reader *reader)
{
  g_autoptr (GPtrArray) indicators = copil_figure_list (reader->store, reader->flags, NULL, 0);

  for (guint i = 0; i < indicators->len; i++)
    {
      const CopilIndicator *indicator = indicators->pdata[i];
      const CopilTarget *target = copil_indicator_get_target (indicator);
      gint64 axis = copil_figure_get_axis (reader->store, indicator->id);

      if (indicator->direction != COPIL_DIRECTION_ABOVE &&
          indicator->direction != COPIL_DIRECTION_BELOW)
        ask (reader, axis, "indicator", indicator->id, "baseline_value", NULL,
             !isnan (indicator->baseline_value), g_strdup (_ ("No baseline")));
      ask (reader, axis, "indicator", indicator->id, "target", NULL,
           target && !isnan (target->value),
           g_strdup (target ? _ ("The target is still to be set") : _ ("No target")));
      ask (reader, axis, "indicator", indicator->id, "supplier", NULL, indicator->supplier != 0,
           g_strdup (_ ("Nobody said to supply it")));
      ask_observations (reader, axis, indicator);
    }
}

static void
read_fiches (Reader *reader)
{
  int year = (int)g_ascii_strtoll (reader->at, NULL, 10) - 1;
  g_autoptr (CopilQuery) query = copil_store_query (
      reader->store,
      "SELECT f.id, f.axis, " COPIL_HAS_CHARGE_SQL (
          "fiche", "f") ","
                        " coalesce (f.status, 'planned') IN ('in_progress', 'done')"
                        " AND coalesce (f.start, f.approved, f.proposed, ?1) <= ?1 || '-12-31'"
                        " AND (f.ended IS NULL OR f.ended >= ?1 || '-01-01'),"
                        " f.id IN (SELECT fiche FROM fiche_review WHERE year = ?2) FROM fiche f"
                        " WHERE f.status IS NOT 'abandoned' AND NOT (?3 AND f.confidential IS 1)"
                        " ORDER BY f.position, f.id",
      "iii", (gint64)year, (gint64)year, (gint64)(reader->flags & COPIL_FIGURES_PUBLIC));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0), axis = copil_query_int (query, 1);
      gboolean has_lead = copil_query_int (query, 2), ran = copil_query_int (query, 3),
               has_review = copil_query_int (query, 4);
      g_autoptr (CopilQuery) steps = copil_store_query (
          reader->store,
          "SELECT id, due IS NOT NULL FROM step WHERE fiche = ?1 AND status IS NOT 'abandoned'"
          " ORDER BY position, id",
          "i", id);

      ask (reader, axis, "fiche", id, "lead", NULL, has_lead, g_strdup (_ ("No pilote")));
      while (copil_query_next (steps))
        ask (reader, axis, "step", copil_query_int (steps, 0), "due", NULL,
             copil_query_int (steps, 1) == 1, g_strdup (_ ("No date")));
      if (ran)
        ask (reader, axis, "fiche", id, "fiche_review", NULL, has_review,
             g_strdup_printf (_ ("No bilan for %d"), year));
    }
}

static GPtrArray *
read_all (CopilStore *store, CopilFigureFlags flags, const char *at, gboolean counting)
{
  Reader reader = {
    .store = store,
    .flags = flags,
    .counting = counting,
    .at = at ? at : copil_today (),
    .axes = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_completeness_free),
    .by_axis = g_hash_table_new (g_int64_hash, g_int64_equal),
  };

  reader.year_ago = copil_date_add_months (reader.at, -12);
  copil_figure_get_span (store, &reader.start, NULL);
  if (reader.year_ago)
    {
      read_axes (&reader);
      read_engagements (&reader);
      read_indicators (&reader);
      read_fiches (&reader);
    }
  for (guint i = 0; i < reader.axes->len; i++)
    settle (reader.axes->pdata[i]);
  g_hash_table_unref (reader.by_axis);
  g_free (reader.year_ago);
  g_free (reader.start);
  return reader.axes;
}

GPtrArray *
copil_completeness_read (CopilStore *store, CopilFigureFlags flags, const char *at)
{
  return read_all (store, flags, at, FALSE);
}

CopilCompleteness *
copil_completeness_sum (GPtrArray *axes)
{
  CopilCompleteness *sum = completeness_new (0, NULL, _ ("The whole convention"));

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilCompleteness *axis = axes->pdata[i];

      sum->filled += axis->filled;
      sum->expected += axis->expected;
    }
  settle (sum);
  return sum;
}

CopilCompleteness *
copil_completeness_count (CopilStore *store, CopilFigureFlags flags, const char *at)
{
  g_autoptr (GPtrArray) axes = read_all (store, flags, at, TRUE);

  return copil_completeness_sum (axes);
}

void
copil_completeness_free (CopilCompleteness *completeness)
{
  g_free (completeness->label);
  g_free (completeness->title);
  g_free (completeness->formula);
  g_ptr_array_unref (completeness->gaps);
  g_free (completeness);
}
