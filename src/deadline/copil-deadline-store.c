/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadline-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-clause-book.h"
#include "copil-in-force.h"
#include "copil-day.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"

/* What has a day of its own. Each gives id, date, title, article, status; ?1 and ?2 are the first
 * and last day. What is abandoned is nobody's deadline any more. */
typedef struct
{
  const char *kind;
  const char *sql;
  const char *open;  /* further condition: not done */
  const char *alias; /* of the kind's table */
} Source;

#define IN_TIME(column) column " BETWEEN ?1 AND ?2"
#define WANTED(alias)                                                                              \
  IN_TIME (alias ".due")                                                                           \
  " AND coalesce (" alias ".status, 'planned') NOT IN ('abandoned', 'adopted')"
#define NOT_DONE(alias) " AND coalesce (" alias ".status, 'planned') <> 'done'"
/* What was observed reached the target: the periods together, where each is counted for itself; in
 * the year of the target, where it is to be kept. */
#define REACHED                                                                                    \
  "CASE WHEN i.counting IS 'period' THEN (SELECT sum (o.value) FROM observation o"                 \
  " WHERE o.indicator = t.indicator AND o.date > coalesce (i.baseline_date, '')) >= t.value IS 1"  \
  " ELSE EXISTS (SELECT 1 FROM observation o WHERE o.indicator = t.indicator AND CASE"             \
  " WHEN i.direction IN ('above', 'below') AND o.date < substr (t.date, 1, 4) THEN 0"              \
  " WHEN coalesce (i.direction IN ('fall', 'below'), 0) OR (i.direction IS NOT 'above'"            \
  " AND i.baseline_value > t.value) THEN o.value <= t.value ELSE o.value >= t.value END) END"
/* An instalment has come where its day or its amount is known. */
#define RECEIVED "(coalesce (s.received, '') > '' OR s.actual IS NOT NULL)"

/* What was authorised is asked for anew before it lapses. */
#define RENEWED                                                                                    \
  "EXISTS (SELECT 1 FROM authorisation v WHERE v.answer IN ('granted', 'conditional')"             \
  " AND v.sort = u.sort AND copil_fold (v.object) = copil_fold (u.object)"                         \
  " AND coalesce (v.finish, '9999') > u.finish)"

static const Source sources[] = {
  { "engagement",
    "SELECT e.id, e.due, e.text, coalesce (nullif (e.label, ''), m.label), e.status, (SELECT"
    " group_concat (party, ' ') FROM engagement_party WHERE engagement = e.id)"
    " FROM engagement e LEFT JOIN measure m ON m.id = e.measure WHERE " WANTED ("e"),
    NOT_DONE ("e"), "e" },
  { "decision", "SELECT d.id, d.due, d.text, d.label, d.status FROM decision d WHERE " WANTED ("d"),
    NOT_DONE ("d"), "d" },
  { "step",
    "SELECT s.id, s.due, s.title, f.label, s.status FROM step s JOIN fiche f ON f.id = s.fiche"
    " WHERE " WANTED ("s"),
    NOT_DONE ("s"), "s" },
  { "fiche", "SELECT f.id, f.due, f.title, f.label, f.status FROM fiche f WHERE " WANTED ("f"),
    NOT_DONE ("f"), "f" },
  { "target",
    "SELECT t.id, t.date, i.name, CASE WHEN t.value IS NOT NULL THEN printf ('%.15g', t.value)"
    " END, CASE WHEN " REACHED
    " THEN 'done' END, i.unit FROM target t JOIN indicator i ON i.id = t.indicator"
    " LEFT JOIN engagement e ON e.id = i.engagement WHERE " IN_TIME ("t.date"),
    " AND NOT " REACHED, "t" },
  { "instalment",
    "SELECT s.id, s.due, CASE WHEN s.name > '' THEN coalesce (b.title, '–') || ' (' || s.name"
    " || ')' ELSE b.title END, printf ('%.15g', s.planned), CASE WHEN " RECEIVED
    " THEN 'done' END, b.label, s.planned IS NULL FROM instalment s JOIN budget_line b"
    " ON b.id = s.line WHERE " IN_TIME ("s.due"),
    " AND NOT " RECEIVED, "s" },
  { "authorisation",
    "SELECT u.id, u.finish, u.object, NULL, CASE WHEN " RENEWED " THEN 'done' END"
    " FROM authorisation u WHERE u.answer IN ('granted', 'conditional') AND " IN_TIME ("u.finish"),
    " AND NOT " RENEWED, "u" },
};

/* Meetings to come, and the one that minutes announce where nobody has entered it, nor another of
 * the same type before it. */
static const char meetings_sql[] =
    "SELECT id, date, title, 0, type FROM meeting WHERE date BETWEEN ?1 AND ?2 AND date >= ?3"
    " UNION ALL SELECT id, next_date, NULL, 1, type FROM meeting a"
    " WHERE next_date BETWEEN ?1 AND ?2 AND next_date >= ?3"
    " AND NOT EXISTS (SELECT 1 FROM meeting b WHERE b.date = a.next_date OR (b.date > a.date"
    " AND b.date < a.next_date AND coalesce (b.type, '') = coalesce (a.type, '')))"
    " ORDER BY 2, 1";

static char *
target_title (CopilQuery *query)
{
  const char *name = copil_query_text (query, 2) ? copil_query_text (query, 2) : "–";
  const char *unit = copil_query_text (query, 5);
  g_autofree char *value = NULL;

  if (copil_query_is_null (query, 3))
    /* Translators: name of an indicator */
    return g_strdup_printf (_ ("Target to be set: %s"), name);
  value = copil_number_format (g_ascii_strtod (copil_query_text (query, 3), NULL));
  if (unit && *unit)
    /* Translators: a target: name of the indicator, value, unit */
    return g_strdup_printf (_ ("Target: %s, %s %s"), name, value, unit);
  /* Translators: a target: name of the indicator, value */
  return g_strdup_printf (_ ("Target: %s, %s"), name, value);
}

/* « Versement attendu : Subvention de l’État (2e année), 1 800 000 € » */
static char *
instalment_title (CopilQuery *query)
{
  g_autofree char *amount =
      copil_number_format (g_ascii_strtod (copil_query_text (query, 3), NULL));
  const char *name = copil_query_text (query, 2) ? copil_query_text (query, 2) : "–";

  if (copil_query_int (query, 6))
    /* Translators: what the instalment is of */
    return g_strdup_printf (_ ("Instalment expected: %s"), name);
  /* Translators: what the instalment is of, amount in euros */
  return g_strdup_printf (_ ("Instalment expected: %s, %s €"), name, amount);
}

/* « Fin de l’autorisation : logo sur l’affiche » */
static char *
authorisation_title (CopilQuery *query)
{
  /* Translators: what was authorised */
  return g_strdup_printf (_ ("Authorisation ends: %s"),
                          copil_query_text (query, 2) ? copil_query_text (query, 2) : "–");
}

static void
add_rows (GPtrArray *deadlines, CopilStore *store, const Source *source, CopilDeadlineFlags flags,
          const char *from, const char *to, const char *today, gboolean first_only)
{
  g_autofree char *secret =
      copil_kind_dup_secret_sql (copil_kind_get (source->kind), source->alias);
  g_autofree char *sql = g_strconcat (source->sql, flags & COPIL_DEADLINES_OPEN ? source->open : "",
                                      flags & COPIL_DEADLINES_PUBLIC ? " AND NOT " : "",
                                      flags & COPIL_DEADLINES_PUBLIC ? secret : "",
                                      first_only ? " ORDER BY 2, 1 LIMIT 1" : "", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "tt", from, to);
  gboolean is_target = g_str_equal (source->kind, "target"),
           is_instalment = g_str_equal (source->kind, "instalment"),
           is_authorisation = g_str_equal (source->kind, "authorisation");

  while (copil_query_next (query))
    {
      const char *date = copil_query_text (query, 1);
      g_autofree char *title = is_target          ? target_title (query)
                               : is_instalment    ? instalment_title (query)
                               : is_authorisation ? authorisation_title (query)
                                                  : g_strdup (copil_query_text (query, 2));
      const char *label = is_target       ? NULL
                          : is_instalment ? copil_query_text (query, 5)
                                          : copil_query_text (query, 3);

      CopilDeadline *deadline;

      if (!copil_date_is_valid (date))
        continue;
      deadline =
          copil_deadline_new (date, title, label, source->kind, copil_query_int (query, 0),
                              copil_deadline_state_for (copil_query_text (query, 4), date, today));
      if (g_str_equal (source->kind, "engagement"))
        deadline->parties = g_strdup (copil_query_text (query, 5));
      g_ptr_array_add (deadlines, deadline);
    }
}

static void
add_meetings (GPtrArray *deadlines, CopilStore *store, const char *from, const char *to,
              const char *today, gboolean first_only)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, meetings_sql, "ttt", from, to, today);
  const CopilField *types = copil_kind_get_field (copil_kind_get ("meeting"), "type");

  while (copil_query_next (query))
    {
      const char *date = copil_query_text (query, 1), *title = copil_query_text (query, 2);
      const char *type = copil_query_text (query, 4);

      if (!copil_date_is_valid (date))
        continue;
      if (copil_query_int (query, 3))
        title = _ ("Next meeting, as announced");
      else if (!title || !*title)
        title = copil_field_get_option_label (types, type ? type : "ordinary");
      g_ptr_array_add (deadlines,
                       copil_deadline_new (date, title, NULL, "meeting", copil_query_int (query, 0),
                                           COPIL_DEADLINE_DUE));
      if (first_only)
        break;
    }
}

char *
copil_convention_dup_end (CopilStore *store, const char *day)
{
  g_autoptr (CopilInForce) terms = copil_in_force_read (store, day);
  CopilTerm term = copil_in_force_get_term (terms);

  return copil_term_get_end (&term, day ? day : copil_today (), NULL);
}

static GPtrArray *
gather (CopilStore *store, CopilDeadlineFlags flags, const char *from, const char *to,
        const char *today, gboolean first_only)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_deadline_free);
  g_autoptr (CopilClauseBook) book = copil_clause_book_new (store, today);

  if (!today)
    today = copil_today ();
  if (!from)
    from = "0000-01-01";
  if (!to)
    to = "9999-12-31";
  copil_clause_book_add (book, deadlines, flags, from, to, today);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    add_rows (deadlines, store, &sources[i], flags, from, to, today, first_only);
  add_meetings (deadlines, store, from, to, today, first_only);
  copil_deadlines_sort (deadlines);
  return deadlines;
}

GPtrArray *
copil_deadline_list (CopilStore *store, CopilDeadlineFlags flags, const char *from, const char *to,
                     const char *today)
{
  return gather (store, flags, from, to, today, FALSE);
}

CopilDeadline *
copil_deadline_next (CopilStore *store, const char *today)
{
  return copil_deadline_next_for (store, COPIL_DEADLINES_ALL, today);
}

CopilDeadline *
copil_deadline_next_for (CopilStore *store, CopilDeadlineFlags flags, const char *today)
{
  g_autoptr (GPtrArray) deadlines = NULL;

  if (!today)
    today = copil_today ();
  deadlines = gather (store, flags | COPIL_DEADLINES_OPEN, today, NULL, today, TRUE);
  return deadlines->len > 0 ? g_ptr_array_steal_index (deadlines, 0) : NULL;
}

/* The open rows of a source between two days. */
static guint
count_rows (CopilStore *store, const Source *source, const char *from, const char *to)
{
  g_autofree char *sql =
      g_strconcat ("SELECT count (*) FROM (", source->sql, source->open, ")", NULL);

  return (guint)copil_store_query_int (store, sql, "tt", from, to);
}

void
copil_deadline_count_near (CopilStore *store, const char *today, int days, guint *missed,
                           guint *near)
{
  g_autoptr (CopilClauseBook) book = copil_clause_book_new (store, today);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify)copil_deadline_free);
  g_autofree char *yesterday = NULL, *last = NULL;

  if (!today)
    today = copil_today ();
  yesterday = copil_day_add (today, -1);
  last = copil_day_add (today, days);
  *missed = *near = 0;
  copil_clause_book_add (book, found, COPIL_DEADLINES_OPEN, "0000-01-01", last, today);
  add_meetings (found, store, today, last, today, FALSE);
  for (guint i = 0; i < found->len; i++)
    if (((CopilDeadline *)found->pdata[i])->state == COPIL_DEADLINE_PAST)
      (*missed)++;
    else
      (*near)++;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      *missed += count_rows (store, &sources[i], "0000-01-01", yesterday);
      *near += count_rows (store, &sources[i], today, last);
    }
}
