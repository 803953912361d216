/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-store.h"

#include <math.h>

#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"
#include "copil-deadline-store.h"

#define INDICATORS                                                                                 \
  "SELECT i.id, i.name, i.unit, i.axis, i.measure, i.engagement, i.fiche, i.supplier, i.nature,"   \
  " i.scale, i.direction, i.counting, i.periodicity, i.split, i.split_names, i.baseline_value,"    \
  " i.baseline_date, i.baseline_derived, i.baseline_note, i.source, i.confidential"                \
  " FROM indicator i LEFT JOIN measure m ON m.id = i.measure"                                      \
  " LEFT JOIN engagement e ON e.id = i.engagement LEFT JOIN measure em ON em.id = e.measure"       \
  " LEFT JOIN fiche f ON f.id = i.fiche"

#define AXIS "coalesce (i.axis, m.axis, em.axis, e.axis, f.axis)"

/* An indicator of a confidential engagement or fiche would say what these keep to themselves. */
#define PUBLIC "(i.confidential IS NOT 1 AND e.confidential IS NOT 1 AND f.confidential IS NOT 1)"

static double
query_number (CopilQuery *query, int column)
{
  return copil_query_is_null (query, column) ? NAN : copil_query_double (query, column);
}

/* The lines of a text that say something. */
static char **
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **kept;

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      g_strv_builder_add (builder, lines[i]);
  kept = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return kept;
}

/* The parts' names are what the file holds, not words of the window. */
static char **
part_names (const char *split, const char *names)
{
  if (g_strcmp0 (split, "girls_boys") == 0)
    return split_lines ("filles\ngarçons");
  if (g_strcmp0 (split, "women_men") == 0)
    return split_lines ("femmes\nhommes");
  return split_lines (names);
}

static CopilIndicator *
read_indicator (CopilQuery *query)
{
  CopilIndicator *indicator = copil_indicator_new ();
  const char *name = copil_query_text (query, 1);

  indicator->id = copil_query_int (query, 0);
  indicator->name = g_strdup (name && *name ? name : "–");
  indicator->unit = g_strdup (copil_query_text (query, 2));
  indicator->axis = copil_query_int (query, 3);
  indicator->measure = copil_query_int (query, 4);
  indicator->engagement = copil_query_int (query, 5);
  indicator->fiche = copil_query_int (query, 6);
  indicator->supplier = copil_query_int (query, 7);
  indicator->nature = copil_nature_from_name (copil_query_text (query, 8));
  g_strfreev (indicator->scale);
  indicator->scale = split_lines (copil_query_text (query, 9));
  indicator->direction = copil_direction_from_name (copil_query_text (query, 10));
  indicator->counting = copil_counting_from_name (copil_query_text (query, 11));
  indicator->periodicity = copil_periodicity_from_name (copil_query_text (query, 12));
  indicator->split = g_strdup (copil_query_text (query, 13));
  g_strfreev (indicator->split_names);
  indicator->split_names = part_names (indicator->split, copil_query_text (query, 14));
  indicator->baseline_value = query_number (query, 15);
  indicator->baseline_date = g_strdup (copil_query_text (query, 16));
  indicator->baseline_derived = copil_query_int (query, 17) == 1;
  indicator->baseline_note = g_strdup (copil_query_text (query, 18));
  indicator->source = g_strdup (copil_query_text (query, 19));
  indicator->confidential = copil_query_int (query, 20) == 1;
  return indicator;
}

static void
read_targets (CopilStore *store, const char *where, gint64 id, GHashTable *by_id)
{
  g_autofree char *sql =
      g_strconcat ("SELECT id, indicator, date, value, note FROM target WHERE indicator IN (",
                   where, ") ORDER BY date, id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);

  while (copil_query_next (query))
    {
      gint64 owner = copil_query_int (query, 1);
      CopilIndicator *indicator = g_hash_table_lookup (by_id, &owner);

      if (indicator)
        copil_indicator_add_target (indicator, copil_query_text (query, 2), query_number (query, 3),
                                    copil_query_text (query, 4))
            ->id = copil_query_int (query, 0);
    }
}

static void
read_observations (CopilStore *store, const char *where, gint64 id, GHashTable *by_id)
{
  g_autofree char *sql = g_strconcat (
      "SELECT o.id, o.indicator, o.date, o.value, o.level, o.state = 'estimated', o.note, s.id,"
      " s.name, s.value FROM observation o LEFT JOIN split s ON s.observation = o.id"
      " WHERE o.indicator IN (",
      where, ") ORDER BY o.date, o.id, s.position, s.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  CopilObservation *observation = NULL;

  while (copil_query_next (query))
    {
      gint64 owner = copil_query_int (query, 1);
      CopilIndicator *indicator = g_hash_table_lookup (by_id, &owner);

      if (!indicator)
        continue;
      if (!observation || observation->id != copil_query_int (query, 0))
        {
          const char *level = copil_query_text (query, 4);
          double value = query_number (query, 3);

          if (indicator->nature == COPIL_NATURE_SCALE)
            value = level ? copil_indicator_get_rank (indicator, level)
                    : copil_indicator_get_level (indicator, value) ? value
                                                                   : NAN;
          observation = copil_indicator_add_observation (indicator, copil_query_text (query, 2),
                                                         value, copil_query_int (query, 5) == 1);
          observation->id = copil_query_int (query, 0);
          observation->level = indicator->nature == COPIL_NATURE_SCALE ? g_strdup (level) : NULL;
          observation->note = g_strdup (copil_query_text (query, 6));
        }
      if (!copil_query_is_null (query, 7))
        {
          copil_observation_add_part (observation, copil_query_text (query, 8),
                                      query_number (query, 9));
          g_array_index (observation->parts, CopilPart, observation->parts->len - 1).id =
              copil_query_int (query, 7);
        }
    }
}

/* Indicators for which a condition on i, m, e, em, f with ?1 holds. */
static GPtrArray *
list_where (CopilStore *store, const char *condition, gint64 id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_indicator_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *sql =
      g_strconcat (INDICATORS " WHERE ", condition, " ORDER BY i.position, i.id", NULL);
  g_autofree char *where =
      g_strconcat ("SELECT i.id FROM indicator i LEFT JOIN measure m ON m.id = i.measure"
                   " LEFT JOIN engagement e ON e.id = i.engagement"
                   " LEFT JOIN measure em ON em.id = e.measure"
                   " LEFT JOIN fiche f ON f.id = i.fiche WHERE ",
                   condition, NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);

  while (copil_query_next (query))
    {
      CopilIndicator *indicator = read_indicator (query);

      g_ptr_array_add (list, indicator);
      g_hash_table_insert (by_id, &indicator->id, indicator);
    }
  if (list->len > 0)
    {
      read_targets (store, where, id, by_id);
      read_observations (store, where, id, by_id);
    }
  return list;
}

CopilIndicator *
copil_figure_load (CopilStore *store, gint64 indicator)
{
  g_autoptr (GPtrArray) list = list_where (store, "i.id = ?1", indicator);

  return list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

GPtrArray *
copil_figure_list (CopilStore *store, CopilFigureFlags flags, const char *kind, gint64 id)
{
  static const struct
  {
    const char *kind, *condition;
  } choices[] = { { "engagement", "i.engagement = ?1" },
                  { "measure", "i.measure = ?1" },
                  { "fiche", "i.fiche = ?1" },
                  { "axis", AXIS " = ?1" },
                  { "party", "i.supplier = ?1" },
                  { "telling",
                    "e.id IS NOT NULL AND ?1 IN (0, e.axis) AND e.progress IS NULL"
                    " AND coalesce (e.status, 'planned') NOT IN ('done', 'abandoned')" } };
  const char *condition = "?1 = 0";
  g_autofree char *with_public = NULL;

  for (guint i = 0; kind && i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (kind, choices[i].kind))
      condition = choices[i].condition;
  with_public = flags & COPIL_FIGURES_PUBLIC ? g_strconcat (condition, " AND " PUBLIC, NULL)
                                             : g_strdup (condition);
  return list_where (store, with_public, kind ? id : 0);
}

gint64
copil_figure_get_axis (CopilStore *store, gint64 indicator)
{
  return copil_store_query_int (
      store,
      "SELECT " AXIS " FROM indicator i LEFT JOIN measure m ON m.id = i.measure"
      " LEFT JOIN engagement e ON e.id = i.engagement LEFT JOIN measure em ON em.id = e.measure"
      " LEFT JOIN fiche f ON f.id = i.fiche WHERE i.id = ?1",
      "i", indicator);
}

void
copil_figure_get_span (CopilStore *store, char **start, char **end)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT signed, effective FROM convention ORDER BY id LIMIT 1", NULL);

  if (start)
    *start = NULL;
  if (end)
    *end = NULL;
  if (!copil_query_next (query))
    return;
  if (start)
    *start = g_strdup (copil_query_text (query, copil_query_is_null (query, 1) ? 0 : 1));
  if (end)
    *end = copil_convention_dup_end (store, NULL);
}

static const char *
earlier (const char *date, const char *other)
{
  return !date ? other : other && g_strcmp0 (other, date) < 0 ? other : date;
}

static const char *
later (const char *date, const char *other)
{
  return g_strcmp0 (other, date) > 0 ? other : date;
}

GArray *
copil_figure_list_periods (CopilStore *store, const CopilIndicator *indicator, const char *today)
{
  g_autofree char *start = NULL, *end = NULL;
  const char *day = today ? today : copil_today (), *from, *to;
  CopilPeriod next = { 0 };
  gboolean has_next;

  copil_figure_get_span (store, &start, &end);
  from = earlier (indicator->baseline_date, start);
  to = later (end, day);
  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];

      from = earlier (from, observation->date);
      to = later (to, observation->date);
    }
  for (guint i = 0; i < indicator->targets->len; i++)
    to = later (to, ((CopilTarget *)indicator->targets->pdata[i])->date);
  has_next =
      copil_period_at (indicator->periodicity, day, &next) && copil_period_next (&next, &next);
  return copil_period_list (indicator->periodicity, earlier (from, day),
                            has_next ? later (to, next.start) : to);
}

static void
split_fault_free (gpointer data)
{
  CopilSplitFault *fault = data;

  g_free (fault->name);
  g_free (fault->date);
  g_free (fault->sentence);
  g_free (fault);
}

GPtrArray *
copil_figure_split_faults (CopilStore *store, gint64 indicator, CopilFigureFlags flags)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (split_fault_free);
  g_autoptr (GPtrArray) list = indicator ? list_where (store, "i.id = ?1", indicator)
                                         : copil_figure_list (store, flags, NULL, 0);

  for (guint i = 0; i < list->len; i++)
    {
      const CopilIndicator *owner = list->pdata[i];

      for (guint o = 0; o < owner->observations->len; o++)
        {
          const CopilObservation *observation = owner->observations->pdata[o];
          g_autoptr (CopilSplitCheck) check = copil_observation_check_split (observation);
          CopilSplitFault *fault;

          if (!check->fault)
            continue;
          fault = g_new0 (CopilSplitFault, 1);
          fault->indicator = owner->id;
          fault->observation = observation->id;
          fault->name = g_strdup (owner->name);
          fault->date = g_strdup (observation->date);
          fault->sentence = g_steal_pointer (&check->sentence);
          g_ptr_array_add (faults, fault);
        }
    }
  return faults;
}
