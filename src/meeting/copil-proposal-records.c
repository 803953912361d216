/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engagements, the fiches and the indicators ask of an agenda. */
#include <glib/gi18n-lib.h>

#include "copil-proposal-private.h"
#include "copil-charge-sql.h"
#include "copil-query.h"
#include "copil-value.h"

/* A fiche that ends so many months after the meeting is examined before it is too late. */
#define ENDING_MONTHS 3
/* A figure is old where nothing was observed for so many months. */
#define OLD_MONTHS 12

#define OPEN "coalesce (status, 'planned') IN ('planned', 'in_progress')"
#define NAME "coalesce (person.civility || ' ', '') || person.name"

/* --- Late engagements --- */

static void
add_late_of_axis (CopilGathering *gathering, gint64 axis, const char *label, guint n)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT label, text, due, coalesce (confidential, 0), " COPIL_CHARGE_SQL (
          "engagement",
          "engagement") " FROM engagement WHERE axis = ?1"
                        " AND copil_late (status, due, ?2) ORDER BY due, position, id",
      "it", axis, gathering->today);
  g_autoptr (GString) notes = g_string_new (NULL), why = g_string_new (NULL);
  g_autofree char *first = NULL;
  CopilProposal *proposal;
  guint secrets = 0;

  while (copil_query_next (query))
    {
      if (!first)
        first = copil_date_format (copil_query_text (query, 2));
      if (copil_query_int (query, 3))
        secrets++;
      else
        copil_gathering_add_line (notes, copil_query_text (query, 0), copil_query_text (query, 1),
                                  copil_query_text (query, 2), copil_query_text (query, 4));
    }
  g_string_append_printf (why,
                          ngettext ("%u engagement is late, since %s",
                                    "%u engagements are late, the first since %s", n),
                          n, first);
  copil_gathering_add_secrets (why, secrets);
  proposal = copil_gathering_add (gathering, "late",
                                  label ? g_strdup_printf (_ ("Late engagements of axis %s"), label)
                                        : g_strdup (_ ("Late engagements")),
                                  copil_gathering_guess_minutes (n, 3, 30), g_strdup (why->str));
  proposal->notes = notes->len ? g_strdup (notes->str) : NULL;
  /* The pilote of most of them, the first one on the list where several are equal. */
  proposal->presenter = copil_store_query_dup_text (
      gathering->store,
      "SELECT " NAME " FROM engagement JOIN person ON person.id = engagement.lead WHERE axis = ?1"
      " AND copil_late (status, due, ?2) AND NOT coalesce (confidential, 0) GROUP BY person.id"
      " ORDER BY count(*) DESC, person.position, person.id LIMIT 1",
      "it", axis, gathering->today);
}

void
copil_gathering_add_late (CopilGathering *gathering)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT axis.id, axis.label, count(*) FROM axis JOIN engagement ON engagement.axis = axis.id"
      " WHERE copil_late (status, due, ?1) GROUP BY axis.id ORDER BY axis.position, axis.id",
      "t", gathering->today);

  while (copil_query_next (query))
    add_late_of_axis (gathering, copil_query_int (query, 0), copil_query_text (query, 1),
                      (guint)copil_query_int (query, 2));
}

/* --- Fiches --- */

static void
append_reason (GString *why, const char *reason)
{
  if (why->len)
    g_string_append (why, " · ");
  g_string_append (why, reason);
}

/* Late steps: their number, and a line each. */
static guint
list_late_steps (CopilGathering *gathering, gint64 fiche, GString *notes)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT title, due FROM step WHERE fiche = ?1 AND copil_late (status, due, ?2)"
      " ORDER BY due, position, id",
      "it", fiche, gathering->today);
  guint n = 0;

  for (; copil_query_next (query); n++)
    copil_gathering_add_line (notes, NULL, copil_query_text (query, 0), copil_query_text (query, 1),
                              NULL);
  return n;
}

static void
add_fiche (CopilGathering *gathering, CopilQuery *fiche, const char *soon)
{
  gint64 id = copil_query_int (fiche, 0);
  const char *label = copil_query_text (fiche, 1), *due = copil_query_text (fiche, 3);
  gboolean secret = copil_query_int (fiche, 6) != 0;
  g_autoptr (GString) notes = g_string_new (NULL), why = g_string_new (NULL);
  g_autofree char *ends = copil_date_format (due), *title = NULL;
  guint late = list_late_steps (gathering, id, notes);
  CopilProposal *proposal;

  if (late)
    {
      g_autofree char *reason =
          g_strdup_printf (ngettext ("%u step is late", "%u steps are late", late), late);
      append_reason (why, reason);
    }
  if (due && g_strcmp0 (due, soon) <= 0)
    {
      g_autofree char *reason =
          g_strdup_printf (g_strcmp0 (due, gathering->today) < 0 ? _ ("it should have ended on %s")
                                                                 : _ ("it ends on %s"),
                           ends);
      append_reason (why, reason);
    }
  if (copil_query_int (fiche, 4))
    append_reason (why, _ ("not approved yet: no decision names it"));
  if (!why->len)
    return;
  if (secret)
    {
      append_reason (why, _ ("confidential: its words stay out of the agenda"));
      title =
          label ? g_strdup_printf (_ ("Fiche action %s"), label) : g_strdup (_ ("Fiche action"));
    }
  else
    title = label ? g_strdup_printf (_ ("Fiche action %s: %s"), label, copil_query_text (fiche, 2))
                  : g_strdup_printf (_ ("Fiche action: %s"), copil_query_text (fiche, 2));
  proposal =
      copil_gathering_add (gathering, "fiche", g_steal_pointer (&title), 10, g_strdup (why->str));
  proposal->fiche = id;
  proposal->presenter = secret ? NULL : g_strdup (copil_query_text (fiche, 5));
  proposal->notes = notes->len && !secret ? g_strdup (notes->str) : NULL;
}

void
copil_gathering_add_fiches (CopilGathering *gathering)
{
  g_autofree char *soon = copil_date_add_months (gathering->day, ENDING_MONTHS);
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT id, label, title, due, coalesce (status, 'planned') = 'planned' AND NOT EXISTS"
      " (SELECT 1 FROM decision WHERE decision.fiche = fiche.id), " COPIL_CHARGE_SQL (
          "fiche", "fiche") ", coalesce (confidential, 0) FROM fiche WHERE " OPEN
                            " ORDER BY position, id",
      "");

  while (copil_query_next (query))
    add_fiche (gathering, query, soon);
}

/* --- Figures --- */

static char *
format_value (CopilQuery *query, int value, int date, const char *unit)
{
  g_autofree char *number = NULL, *day = NULL;

  if (copil_query_is_null (query, value))
    return NULL;
  number = copil_number_format (copil_query_double (query, value));
  day = copil_date_format (copil_query_text (query, date));
  return g_strdup_printf (_ ("%s%s%s on %s"), number, unit ? "\u00a0" : "", unit ? unit : "", day);
}

static void
add_figure (GString *notes, CopilQuery *query)
{
  const char *unit = copil_query_text (query, 1);
  g_autofree char *seen = format_value (query, 2, 3, unit), *wanted = NULL, *said = NULL;
  g_autofree char *text = NULL;

  wanted = format_value (query, 4, 5, unit);
  said = seen && wanted ? g_strdup_printf (_ ("%s, target %s"), seen, wanted)
         : wanted       ? g_strdup_printf (_ ("nothing observed, target %s"), wanted)
         : seen         ? g_strdup (seen)
                        : g_strdup (_ ("nothing observed"));
  text = g_strdup_printf (_ ("%s: %s"), copil_query_text (query, 0), said);
  copil_gathering_add_line (notes, NULL, text, NULL, NULL);
}

/* An indicator is presented where a target fell in the last year or falls before the next meeting,
 * was not reached yet and nothing was observed since, or where nothing was observed for a year. */
void
copil_gathering_add_figures (CopilGathering *gathering)
{
  g_autofree char *old = copil_date_add_months (gathering->day, -OLD_MONTHS);
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "WITH seen AS (SELECT id AS i, direction IN ('fall', 'below') OR (direction IS NOT 'above' "
      "AND"
      " baseline_value > (SELECT max (value) FROM target WHERE indicator = indicator.id)) AS falls,"
      " (SELECT max (date) FROM observation WHERE indicator = indicator.id) AS d FROM indicator)"
      ", last AS (SELECT i, falls, d, (SELECT value FROM observation WHERE indicator = i AND date "
      "= d"
      " ORDER BY id DESC LIMIT 1) AS v FROM seen)"
      ", wanted AS (SELECT i, d, v, (SELECT min (date) FROM target WHERE indicator = i AND date >="
      " ?1 AND date <= ?2 AND (d IS NULL OR date > d) AND (v IS NULL OR value IS NULL OR CASE WHEN "
      "falls THEN v > value ELSE v < value END)) AS t FROM last)"
      " SELECT name, unit,"
      " v, d,"
      " (SELECT value FROM target WHERE indicator = indicator.id AND date = t ORDER BY id LIMIT 1),"
      " t, t IS NOT NULL, d IS NULL OR d < ?1"
      " FROM indicator JOIN wanted ON wanted.i = indicator.id"
      " WHERE (t IS NOT NULL OR d IS NULL OR d < ?1) AND confidential IS NOT 1 AND NOT EXISTS "
      "(SELECT 1 FROM engagement WHERE"
      " engagement.id = indicator.engagement AND confidential) ORDER BY position, indicator.id",
      "tt", old, gathering->next);
  g_autoptr (GString) notes = g_string_new (NULL), why = g_string_new (NULL);
  guint near = 0, stale = 0, n = 0;
  CopilProposal *proposal;

  for (; copil_query_next (query); n++)
    {
      near += copil_query_int (query, 6) != 0;
      stale += copil_query_int (query, 7) != 0;
      add_figure (notes, query);
    }
  if (!n)
    return;
  if (near)
    {
      g_autofree char *reason =
          g_strdup_printf (ngettext ("%u target to measure", "%u targets to measure", near), near);
      append_reason (why, reason);
    }
  if (stale)
    {
      g_autofree char *reason =
          g_strdup_printf (ngettext ("%u figure not observed for a year",
                                     "%u figures not observed for a year", stale),
                           stale);
      append_reason (why, reason);
    }
  proposal = copil_gathering_add (gathering, "figures", g_strdup (_ ("Figures to present")),
                                  copil_gathering_guess_minutes (n, 3, 30), g_strdup (why->str));
  proposal->notes = g_strdup (notes->str);
}
