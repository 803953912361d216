/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite writes each record's JSON; here is only what stands around the records, so that nothing of
 * a large file is held in memory. */
#include "copil-show.h"

#include <math.h>
#include <string.h>

#include "copil-figure-store.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-verb.h"
#include "copil-deadline-store.h"

/* A real number as JSON: whole ones without a point; infinity has no JSON. */
#define NUMBER(column)                                                                             \
  "iif (abs (" column ") < 1e15 AND " column " = cast (" column " AS INTEGER), cast (" column      \
  " AS INTEGER), iif (abs (" column ") < 1e308, " column ", NULL))"

#define CONVENTION                                                                                 \
  "SELECT json_object ('title', title, 'reference', reference, 'signed', signed, 'effective',"     \
  " effective, 'expires', ?1, 'duration_months', duration_months, 'renewal', coalesce (renewal,"   \
  " 'unstated'), 'notice_months', notice_months) FROM convention ORDER BY id LIMIT 1"

#define PARTIES                                                                                    \
  "SELECT json_object ('id', id, 'name', name, 'short_name', short_name, 'side', side) FROM party" \
  " ORDER BY position, id"

/* The progress of an axis is that of its engagements where it is known; ?1 holds the progress of
 * those whose indicators tell it. */
#define AXES                                                                                       \
  "WITH v AS MATERIALIZED (SELECT cast (key AS INTEGER) AS id, value FROM json_each (?1))"         \
  " SELECT a.id, json_object ('id', a.id, 'label', a.label, 'title', a.title, 'progress',"         \
  " p.progress) FROM axis a LEFT JOIN (SELECT coalesce (m.axis, e.axis) AS axis,"                  \
  " round (avg (coalesce (v.value, copil_progress (e.status, e.progress))), 1) AS progress"        \
  " FROM engagement e LEFT JOIN measure m ON m.id = e.measure LEFT JOIN v ON v.id = e.id"          \
  " GROUP BY 1) p ON p.axis = a.id ORDER BY a.position, a.id"

#define MEASURES                                                                                   \
  "SELECT id, json_object ('id', id, 'label', label, 'title', title) FROM measure WHERE axis = ?1" \
  " ORDER BY position, id"

#define ENGAGEMENT                                                                                 \
  "SELECT json_object ('id', id, 'text', text, 'parties', json ((SELECT json_group_array (name)"   \
  " FROM (SELECT coalesce (p.short_name, p.name) AS name FROM engagement_party l JOIN party p ON"  \
  " p.id = l.party WHERE l.engagement = e.id ORDER BY p.position, p.id))), 'status', status,"      \
  " 'progress', coalesce (?2, copil_progress (status, progress)), 'due', due, 'quantified',"       \
  " iif (quantity IS NULL, NULL, json_object ('value', " NUMBER (                                  \
      "quantity") ", 'unit', unit))), id FROM engagement e"

#define MEETINGS                                                                                   \
  "SELECT json_object ('id', id, 'type', type, 'date', date, 'place', place, 'minutes', minutes,"  \
  " 'attendance', json ((SELECT json_group_array (json (x)) FROM (SELECT json_object ('person',"   \
  " p.name, 'party', coalesce (y.short_name, y.name), 'state', a.state) AS x FROM attendance a"    \
  " LEFT JOIN person p ON p.id = a.person LEFT JOIN party y ON y.id = p.party"                     \
  " WHERE a.meeting = m.id ORDER BY a.position, a.id))),"                                          \
  " 'items', json ((SELECT json_group_array (json (x)) FROM (SELECT json_object ('label', label,"  \
  " 'title', title) AS x FROM item WHERE meeting = m.id ORDER BY position, id))),"                 \
  " 'decisions', json ((SELECT json_group_array (json (x)) FROM (SELECT json_object ('label',"     \
  " label, 'text', text, 'due', due, 'status', status) AS x FROM decision WHERE meeting = m.id"    \
  " ORDER BY position, id)))) FROM meeting m ORDER BY date, time, id"

#define FICHES                                                                                     \
  "SELECT json_object ('id', f.id, 'label', f.label, 'title', f.title, 'axis', a.label, 'lead',"   \
  " p.name, 'status', f.status) FROM fiche f LEFT JOIN axis a ON a.id = f.axis LEFT JOIN person p" \
  " ON p.id = f.lead ORDER BY f.position, f.id"

/* A level stands where the indicator has a scale. */
#define INDICATORS                                                                                 \
  "SELECT json_object ('id', id, 'name', name, 'unit', unit, 'baseline', json_object ('value',"    \
  " " NUMBER (                                                                                     \
      "baseline_value") ", 'date', baseline_date), 'targets',"                                     \
                        " json ((SELECT json_group_array (json (x)) FROM (SELECT json_object "     \
                        "('value',"                                                                \
                        " " NUMBER (                                                               \
                            "value") ", 'date', date) AS x FROM target WHERE indicator = i.id"     \
                                     " ORDER BY date, id))), 'observations',"                      \
                                     " json ((SELECT json_group_array (json (x)) FROM (SELECT "    \
                                     "json_patch (json_object ('value',"                           \
                                     " " NUMBER (                                                  \
                                         "value") ", 'date', date, 'split', (SELECT "              \
                                                  "json_group_object (coalesce (name, ''),"        \
                                                  " " NUMBER (                                     \
                                                      "value") ") FROM split WHERE observation = " \
                                                               "o.id)),"                           \
                                                               " iif (level IS NULL, '{}', "       \
                                                               "json_object ('level', level))) "   \
                                                               "AS x FROM observation o"           \
                                                               " WHERE indicator = i.id ORDER BY " \
                                                               "date, id)))), id FROM indicator "  \
                                                               "i ORDER BY position, id"

/* Those whom a clause binds by their short names, as with an engagement. */
#define CLAUSES                                                                                    \
  "SELECT json_object ('id', id, 'article', article, 'title', title, 'text', text, 'sort', sort,"  \
  " 'parties', json ((SELECT json_group_array (name) FROM (SELECT coalesce (p.short_name, p.name)" \
  " AS name FROM clause_party l JOIN party p ON p.id = l.party WHERE l.clause = c.id ORDER BY"     \
  " p.position, p.id))), 'counted_from', counted_from, 'event', event, 'day', day, 'number',"      \
  " number, 'unit', unit, 'direction', direction, 'recurrence', recurrence, 'limit_day',"          \
  " limit_day, 'limit_month', limit_month, 'limit_rule', limit_rule, 'note', note)"                \
  " FROM clause c ORDER BY position, id"

static void
put (const char *text)
{
  copil_verb_print (text ? text : "null");
}

static void
put_separator (gboolean *first)
{
  copil_verb_print (*first ? "\n" : ",\n");
  *first = FALSE;
}

/* The object without the brace that ends it, for what is put in it besides. */
static void
put_open_object (const char *json)
{
  g_autofree char *open = g_strdup (json ? json : "");
  gsize length = strlen (open);

  if (length > 0)
    open[length - 1] = '\0';
  put (open);
}

static void
put_rows (CopilQuery *query)
{
  gboolean first = TRUE;

  while (copil_query_next (query))
    {
      put_separator (&first);
      put (copil_query_text (query, 0));
    }
}

static void
put_convention (CopilStore *store)
{
  g_autoptr (CopilQuery) query = NULL;
  g_autofree char *end = copil_convention_dup_end (store, NULL);

  query = copil_store_query (store, CONVENTION, "t", end);
  put (copil_query_next (query) ? copil_query_text (query, 0) : NULL);
}

/* The engagements of a query; those whose indicators tell their progress are read once more with
 * it. */
static void
put_engagement_rows (CopilStore *store, CopilQuery *query, GHashTable *percents)
{
  gboolean first = TRUE;

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 1);
      const double *percent = g_hash_table_lookup (percents, &id);
      g_autoptr (CopilQuery) one = NULL;

      put_separator (&first);
      if (percent)
        one = copil_store_query (store, ENGAGEMENT " WHERE id = ?1", "ii", id, (gint64)*percent);
      put (copil_query_text (one && copil_query_next (one) ? one : query, 0));
    }
}

static void
put_engagements (CopilStore *store, gint64 axis, gint64 measure, GHashTable *percents)
{
  g_autoptr (CopilQuery) query =
      measure ? copil_store_query (store, ENGAGEMENT " WHERE measure = ?1 ORDER BY position, id",
                                   "it", measure, NULL)
              : copil_store_query (store,
                                   ENGAGEMENT " WHERE axis = ?1 AND measure IS NULL"
                                              " ORDER BY position, id",
                                   "it", axis, NULL);

  copil_verb_print (",\"engagements\":[");
  put_engagement_rows (store, query, percents);
  copil_verb_print ("]}");
}

/* What stands directly under the axis comes first, in a measure without a name. */
static void
put_measures (CopilStore *store, gint64 axis, GHashTable *percents)
{
  g_autoptr (CopilQuery) measures = copil_store_query (store, MEASURES, "i", axis);
  gboolean first = TRUE;

  copil_verb_print (",\"measures\":[");
  if (copil_store_query_int (
          store, "SELECT EXISTS (SELECT 1 FROM engagement WHERE axis = ?1 AND measure IS NULL)",
          "i", axis))
    {
      put_separator (&first);
      copil_verb_print ("{\"id\":null,\"label\":null,\"title\":null");
      put_engagements (store, axis, 0, percents);
    }
  while (copil_query_next (measures))
    {
      put_separator (&first);
      put_open_object (copil_query_text (measures, 1));
      put_engagements (store, axis, copil_query_int (measures, 0), percents);
    }
  copil_verb_print ("]}");
}

static void
put_axes (CopilStore *store)
{
  g_autoptr (GHashTable) percents =
      copil_figure_engagement_percents (store, COPIL_FIGURES_ALL, NULL);
  g_autofree char *json = copil_figure_engagement_percents_json (store, COPIL_FIGURES_ALL, NULL);
  g_autoptr (CopilQuery) axes = copil_store_query (store, AXES, "t", json);
  gboolean first = TRUE;

  while (copil_query_next (axes))
    {
      put_separator (&first);
      put_open_object (copil_query_text (axes, 1));
      put_measures (store, copil_query_int (axes, 0), percents);
    }
}

static void
put_list (CopilStore *store, const char *name, const char *sql)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  copil_verb_printf (",\n\"%s\":[", name);
  put_rows (query);
  copil_verb_print ("]");
}

static void
put_indicators (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, INDICATORS, NULL);
  gboolean first = TRUE;

  copil_verb_print (",\n\"indicators\":[");
  while (copil_query_next (query))
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE] = "null";
      g_autoptr (CopilIndicator) indicator = copil_figure_load (store, copil_query_int (query, 1));
      g_autoptr (CopilProgress) progress =
          indicator ? copil_indicator_judge (indicator, NULL) : NULL;

      if (progress && progress->reason == COPIL_PROGRESS_KNOWN && isfinite (progress->percent))
        g_ascii_formatd (number, sizeof number, "%.15g", progress->percent);
      put_separator (&first);
      put_open_object (copil_query_text (query, 0));
      copil_verb_printf (",\"progress\":%s}", number);
    }
  copil_verb_print ("]");
}

/* --- All records, as their kinds are described --- */

/* SQL: a field's value as JSON. */
static char *
dup_value_sql (const CopilKind *kind, const CopilField *field)
{
  if (field->type == COPIL_FIELD_REFERENCES)
    return g_strdup_printf (
        "json ((SELECT json_group_array (x) FROM (SELECT \"%s\" AS x FROM \"%s\""
        " WHERE \"%s\" = r.id ORDER BY 1)))",
        field->target, field->link, kind->name);
  if (field->type == COPIL_FIELD_NUMBER)
    return g_strdup_printf ("iif (abs (r.\"%s\") < 1e15 AND r.\"%s\" = cast (r.\"%s\" AS INTEGER),"
                            " cast (r.\"%s\" AS INTEGER), iif (abs (r.\"%s\") < 1e308, r.\"%s\","
                            " NULL))",
                            field->name, field->name, field->name, field->name, field->name,
                            field->name);
  if (field->type == COPIL_FIELD_BOOLEAN)
    return g_strdup_printf ("json (CASE WHEN r.\"%s\" <> 0 THEN 'true' WHEN r.\"%s\" = 0 THEN"
                            " 'false' ELSE 'null' END)",
                            field->name, field->name);
  return g_strdup_printf ("r.\"%s\"", field->name);
}

/* A function takes so many values only: a record is put together of several objects. */
#define AT_ONCE 40

static void
put_kind (CopilStore *store, const CopilKind *kind, const char *name)
{
  g_autoptr (GString) sql = g_string_new ("SELECT json_object ('id', r.id");
  g_autoptr (CopilQuery) query = NULL;
  gboolean first = TRUE;
  guint n = 1;

  for (const CopilField *field = kind->fields; field->name; field++)
    {
      g_autofree char *value = NULL;

      if (field->type == COPIL_FIELD_DATA)
        continue;
      value = dup_value_sql (kind, field);
      g_string_append_printf (sql, "%s'%s', %s", n % AT_ONCE ? ", " : "), json_object (",
                              field->name, value);
      n++;
    }
  g_string_append_printf (sql, ") FROM \"%s\" r ORDER BY %s", kind->name, kind->order);
  query = copil_store_query (store, sql->str, NULL);
  copil_verb_printf ("\"%s\":[", name);
  while (copil_query_next (query))
    {
      put_separator (&first);
      put_open_object (copil_query_text (query, 0));
      for (guint part = 1; part * AT_ONCE < n; part++)
        {
          g_autofree char *more = g_strdup (copil_query_text (query, (int)part));

          more[strlen (more) - 1] = '\0';
          more[0] = ',';
          put (more);
        }
      put ("}");
    }
  copil_verb_print ("]");
}

/* What the contract of the command line names beside the outline. */
static void
put_lives (CopilStore *store)
{
  static const struct
  {
    const char *name, *kind;
  } lists[] = { { "articles", "article" },
                { "amendments", "amendment" },
                { "authorisations", "authorisation" },
                { "terms", "term" } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      copil_verb_print (",\n");
      put_kind (store, copil_kind_get (lists[i].kind), lists[i].name);
    }
}

static void
put_records (CopilStore *store)
{
  copil_verb_print (",\n\"records\":{");
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      copil_verb_print (kind == copil_kinds () ? "\n" : ",\n");
      put_kind (store, *kind, (*kind)->plural);
    }
  copil_verb_print ("}");
}

void
copil_show_json (CopilStore *store)
{
  copil_verb_print ("{\"convention\":");
  put_convention (store);
  put_list (store, "parties", PARTIES);
  copil_verb_print (",\n\"axes\":[");
  put_axes (store);
  copil_verb_print ("]");
  put_list (store, "meetings", MEETINGS);
  put_list (store, "fiches", FICHES);
  put_indicators (store);
  put_list (store, "clauses", CLAUSES);
  put_lives (store);
  put_records (store);
  copil_verb_print ("}\n");
}
