/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-proposal.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-charge-sql.h"
#include "copil-clauses.h"
#include "copil-deadline-store.h"
#include "copil-proposal-private.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"

/* A line of the notes is cut after so many characters, and a reason names so many records. */
#define LONGEST_LINE 160
#define MOST_NAMES 5
/* So many deadlines are listed in the notes. */
#define MOST_DEADLINES 12
/* From this month on, a meeting without another one after it closes the year. */
#define CLOSING_MONTH 9

#define COMMITTEE "coalesce (type, 'ordinary') IN ('ordinary', 'exceptional')"
#define OPEN "coalesce (decision.status, 'planned') IN ('planned', 'in_progress')"
#define NAME "coalesce (person.civility || ' ', '') || person.name"

void
copil_proposal_free (CopilProposal *proposal)
{
  if (!proposal)
    return;
  g_free (proposal->topic);
  g_free (proposal->title);
  g_free (proposal->presenter);
  g_free (proposal->why);
  g_free (proposal->notes);
  g_free (proposal);
}

static void
gathering_clear (CopilGathering *gathering)
{
  g_free (gathering->type);
  g_free (gathering->today);
  g_free (gathering->day);
  g_free (gathering->next);
  g_free (gathering->last_day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CopilGathering, gathering_clear)

CopilProposal *
copil_gathering_add (CopilGathering *gathering, const char *topic, char *title, int duration,
                     char *why)
{
  CopilProposal *proposal = g_new0 (CopilProposal, 1);

  proposal->topic = g_strdup (topic);
  proposal->title = title;
  proposal->duration = duration;
  proposal->why = why;
  g_ptr_array_add (gathering->list, proposal);
  return proposal;
}

/* One line, cut between two words where it is long. */
static char *
shorten (const char *text)
{
  char *line = g_strdelimit (g_strdup (text ? text : ""), "\r\n\t", ' ');
  char *end, *space;

  if (g_utf8_strlen (line, -1) <= LONGEST_LINE)
    return line;
  end = g_utf8_offset_to_pointer (line, LONGEST_LINE);
  *end = '\0';
  space = strrchr (line, ' ');
  if (space)
    *space = '\0';
  end = g_strconcat (line, "…", NULL);
  g_free (line);
  return end;
}

void
copil_gathering_add_line (GString *notes, const char *label, const char *text, const char *due,
                          const char *lead)
{
  g_autofree char *line = shorten (text), *day = copil_date_format (due);

  g_string_append_printf (notes, "%s- %s%s%s", notes->len ? "\n" : "", label ? label : "",
                          label ? " " : "", line);
  if (due && lead)
    g_string_append_printf (notes, _ (" (due on %s; %s)"), day, lead);
  else if (due)
    g_string_append_printf (notes, _ (" (due on %s)"), day);
  else if (lead)
    g_string_append_printf (notes, " (%s)", lead);
}

int
copil_gathering_guess_minutes (guint n, int each, int most)
{
  int minutes = (int)MIN (n, 1000) * each;

  return CLAMP ((minutes + 4) / 5 * 5, 10, most);
}

void
copil_gathering_add_secrets (GString *why, guint n)
{
  if (n)
    g_string_append_printf (why,
                            ngettext ("; %u of them is confidential and stays out of the notes",
                                      "; %u of them are confidential and stay out of the notes", n),
                            n);
}

static gboolean
is_committee (CopilGathering *gathering)
{
  return g_strcmp0 (gathering->type, "ordinary") == 0 ||
         g_strcmp0 (gathering->type, "exceptional") == 0;
}

/* --- What comes from the meetings before --- */

/* The minutes of the last meeting, where they are not validated. */
static void
add_approval (CopilGathering *gathering)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT coalesce (minutes, 'draft'), (SELECT " NAME " FROM person WHERE person.id = chair)"
      " FROM meeting WHERE id = ?1",
      "i", gathering->last);
  g_autofree char *date = copil_date_format_long (gathering->last_day);
  CopilProposal *proposal;
  const char *minutes, *why;

  if (!is_committee (gathering) || !gathering->last || !copil_query_next (query))
    return;
  minutes = copil_query_text (query, 0);
  if (g_str_equal (minutes, "validated"))
    return;
  why = g_str_equal (minutes, "proposed")  ? _ ("they are proposed, and not validated yet")
        : g_str_equal (minutes, "amended") ? _ ("they are amended, and not validated yet")
                                           : _ ("they are still a draft");
  proposal = copil_gathering_add (gathering, "approval",
                                  g_strdup_printf (_ ("Approval of the minutes of %s"), date), 5,
                                  g_strdup (why));
  proposal->presenter = g_strdup (copil_query_text (query, 1));
  proposal->usual = proposal->carried = TRUE;
}

/* The points that a meeting before this one adjourned, and that no other one took up. */
static void
add_adjourned (CopilGathering *gathering)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT item.id, item.title, item.presenter, item.duration, item.topic, item.fiche,"
      " meeting.date, meeting.id = ?3 FROM item JOIN meeting ON meeting.id = item.meeting WHERE"
      " item.adjourned AND meeting.id <> ?1 AND meeting.date <= ?2 AND NOT EXISTS (SELECT 1 FROM"
      " item AS later WHERE later.previous = item.id AND later.meeting <> ?1)"
      " ORDER BY meeting.date, item.position, item.id",
      "iti", gathering->meeting, gathering->day, gathering->last);

  while (copil_query_next (query))
    {
      const char *topic = copil_query_text (query, 4);
      int duration = (int)CLAMP (copil_query_int (query, 3), 0, 9999);
      g_autofree char *date = copil_date_format_long (copil_query_text (query, 6));
      CopilProposal *proposal = copil_gathering_add (
          gathering, topic ? topic : "", g_strdup (copil_query_text (query, 1)),
          duration > 0 ? duration : 10, g_strdup_printf (_ ("adjourned on %s"), date));

      proposal->presenter = g_strdup (copil_query_text (query, 2));
      proposal->fiche = copil_query_int (query, 5);
      proposal->previous = copil_query_int (query, 0);
      proposal->usual = proposal->carried = copil_query_int (query, 7) != 0;
    }
}

static void
add_decisions (CopilGathering *gathering)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      gathering->store,
      "SELECT decision.label, decision.text, decision.due, " COPIL_CHARGE_SQL (
          "decision",
          "decision") ", copil_late (status, due, ?3), coalesce"
                      " (decision.confidential, 0) FROM decision JOIN meeting ON meeting.id = "
                      "decision.meeting"
                      " WHERE " OPEN
                      " AND meeting.id <> ?1 AND (meeting.date IS NULL OR meeting.date <= ?2)"
                      " ORDER BY decision.due IS NULL, decision.due, meeting.date, "
                      "decision.position, decision.id",
      "itt", gathering->meeting, gathering->day, gathering->today);
  g_autoptr (GString) notes = g_string_new (NULL), why = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0, late = 0, secrets = 0;
  CopilProposal *proposal;

  for (; copil_query_next (query); n++)
    {
      const char *label = copil_query_text (query, 0);

      if (copil_query_int (query, 4) && late++ < MOST_NAMES && label)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", label);
      if (copil_query_int (query, 5))
        secrets++;
      else
        copil_gathering_add_line (notes, label, copil_query_text (query, 1),
                                  copil_query_text (query, 2), copil_query_text (query, 3));
    }
  if (!n)
    return;
  g_string_append_printf (why, ngettext ("%u decision is open", "%u decisions are open", n), n);
  if (late)
    {
      g_string_append_printf (why, ngettext (", %u of them overdue", ", %u of them overdue", late),
                              late);
      if (names->len)
        g_string_append_printf (why, " (%s%s)", names->str, late > MOST_NAMES ? ", …" : "");
    }
  copil_gathering_add_secrets (why, secrets);
  proposal =
      copil_gathering_add (gathering, "decisions", g_strdup (_ ("Follow-up of the decisions")),
                           copil_gathering_guess_minutes (n, 2, 30), g_strdup (why->str));
  proposal->notes = notes->len ? g_strdup (notes->str) : NULL;
  proposal->usual = proposal->carried = TRUE;
}

/* --- What comes from the dates --- */

/* The convention's own deadlines come first, and what is too long to read out is counted. */
static guint
list_deadlines (GPtrArray *deadlines, gboolean clauses, guint n, GString *notes)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      CopilDeadline *deadline = deadlines->pdata[i];

      if (g_str_equal (deadline->kind, "meeting") ||
          (g_str_equal (deadline->kind, "convention") || g_str_equal (deadline->kind, "clause")) !=
              clauses)
        continue;
      if (n++ < MOST_DEADLINES)
        copil_gathering_add_line (notes, deadline->article, deadline->title, deadline->date, NULL);
    }
  return n;
}

/* From the day of the meeting on: what is due before it is late by then, or done. */
static void
add_deadlines (CopilGathering *gathering)
{
  gboolean ahead = g_strcmp0 (gathering->day, gathering->today) > 0;
  g_autoptr (GPtrArray) deadlines = copil_deadline_list (
      gathering->store, COPIL_DEADLINES_OPEN | COPIL_DEADLINES_PUBLIC,
      ahead ? gathering->day : gathering->today, gathering->next, gathering->today);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *next = copil_date_format (gathering->next);
  CopilProposal *proposal;
  guint n = list_deadlines (deadlines, FALSE, list_deadlines (deadlines, TRUE, 0, notes), notes);

  if (!n)
    return;
  if (n > MOST_DEADLINES)
    g_string_append_printf (
        notes, ngettext ("\n- and %u other one", "\n- and %u other ones", n - MOST_DEADLINES),
        n - MOST_DEADLINES);
  proposal = copil_gathering_add (
      gathering, "deadlines", g_strdup (_ ("Deadlines before the next meeting")),
      copil_gathering_guess_minutes (n, 2, 20),
      g_strdup_printf (ngettext ("%u deadline until %s", "%u deadlines until %s", n), n, next));
  proposal->notes = g_strdup (notes->str);
}

static gint64
get_meetings_per_year (CopilGathering *gathering)
{
  return copil_store_query_int (gathering->store,
                                "SELECT meetings_per_year FROM convention ORDER BY id LIMIT 1", "");
}

/* No other meeting of the committee comes later in the year, and it is autumn or the only one. */
static gboolean
is_last_of_year (CopilGathering *gathering, gboolean *only)
{
  gint64 later =
      copil_store_query_int (gathering->store,
                             "SELECT count(*) FROM meeting WHERE id <> ?1 AND " COMMITTEE
                             " AND date > ?2 AND substr (date, 1, 4) = substr (?2, 1, 4)",
                             "it", gathering->meeting, gathering->day);
  gint64 earlier =
      copil_store_query_int (gathering->store,
                             "SELECT count(*) FROM meeting WHERE id <> ?1 AND " COMMITTEE
                             " AND date <= ?2 AND substr (date, 1, 4) = substr (?2, 1, 4)",
                             "it", gathering->meeting, gathering->day);
  gint64 wanted = get_meetings_per_year (gathering);
  gboolean autumn = atoi (gathering->day + 5) >= CLOSING_MONTH;

  *only = !autumn;
  return later == 0 && strncmp (gathering->next, gathering->day, 4) != 0 &&
         (autumn || (wanted <= 1 && earlier == 0));
}

/* The convention still runs on that day, or nobody can say. */
static gboolean
still_runs (CopilGathering *gathering, const char *day)
{
  g_autofree char *end = copil_convention_dup_end (gathering->store, day);

  return !end || g_strcmp0 (end, day) >= 0;
}

static void
add_priorities (CopilGathering *gathering, int year, const char *why, gboolean usual)
{
  g_autofree char *first_day = g_strdup_printf ("%d-01-01", year);
  g_autoptr (CopilQuery) query = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  CopilProposal *proposal;

  if (!still_runs (gathering, first_day))
    return;
  query = copil_store_query (
      gathering->store,
      "SELECT label, text FROM engagement WHERE priority = ?1 AND NOT coalesce (confidential, 0)"
      " ORDER BY axis, position, id",
      "i", (gint64)year);
  while (copil_query_next (query))
    copil_gathering_add_line (notes, copil_query_text (query, 0), copil_query_text (query, 1), NULL,
                              NULL);
  proposal = copil_gathering_add (
      gathering, "priorities", g_strdup_printf (_ ("Priorities of %d"), year), 20, g_strdup (why));
  proposal->notes = notes->len ? g_strdup (notes->str) : NULL;
  proposal->usual = usual;
}

static void
add_year (CopilGathering *gathering)
{
  int year = atoi (gathering->day);
  gboolean only;
  g_autofree char *why = NULL;
  CopilProposal *proposal;

  if (!is_committee (gathering) || !gathering->last || !is_last_of_year (gathering, &only))
    return;
  why = only ? g_strdup_printf (_ ("the only meeting of %d"), year)
             : g_strdup_printf (_ ("the last meeting of %d"), year);
  proposal = copil_gathering_add (gathering, "review", g_strdup_printf (_ ("Bilan of %d"), year),
                                  30, g_strdup (why));
  proposal->usual = !only;
  add_priorities (gathering, year + 1, why, !only);
}

static void
add_survey (CopilGathering *gathering)
{
  if (is_committee (gathering) && !gathering->last)
    copil_gathering_add (gathering, "survey", g_strdup (_ ("État des lieux")), 30,
                         g_strdup (_ ("the committee meets for the first time")))
        ->usual = TRUE;
}

static void
add_other (CopilGathering *gathering)
{
  copil_gathering_add (gathering, "other", g_strdup (_ ("Any other business")), 10,
                       g_strdup (_ ("what the members bring on the day")))
      ->usual = TRUE;
}

/* --- What is on the agenda already --- */

static void
find_present (CopilGathering *gathering, CopilProposal *proposal)
{
  gboolean once = !g_str_equal (proposal->topic, "late") && !proposal->fiche && *proposal->topic;

  proposal->present = copil_store_query_int (
      gathering->store,
      "SELECT id FROM item WHERE meeting = ?1 AND CASE WHEN ?2 <> 0 THEN previous IS ?2"
      " ELSE copil_fold (title) = copil_fold (?3) OR (?4 <> 0 AND fiche IS ?4)"
      " OR (?5 <> 0 AND topic = ?6 AND previous IS NULL) END ORDER BY position, id LIMIT 1",
      "iitiit", gathering->meeting, proposal->previous, proposal->title, proposal->fiche,
      (gint64)once, proposal->topic);
}

/* When the meeting after this one is: announced, planned, or by the convention's own rhythm. */
static char *
guess_next (CopilGathering *gathering)
{
  char *next = copil_store_query_dup_text (
      gathering->store,
      "SELECT min (d) FROM (SELECT next_date AS d FROM meeting WHERE id = ?1 UNION ALL SELECT date"
      " FROM meeting WHERE id <> ?1 AND " COMMITTEE ") WHERE d > ?2",
      "it", gathering->meeting, gathering->day);
  gint64 wanted;

  if (next)
    return next;
  wanted = get_meetings_per_year (gathering);
  return copil_date_add_months (gathering->day, 12 / (int)CLAMP (wanted, 1, 12));
}

GPtrArray *
copil_proposal_list (CopilStore *store, gint64 meeting, const char *today)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_proposal_free);
  g_auto (CopilGathering) gathering = { .store = store, .meeting = meeting, .list = list };

  gathering.today = g_strdup (today ? today : copil_today ());
  gathering.type = copil_store_query_dup_text (
      store, "SELECT coalesce (type, 'ordinary') FROM meeting WHERE id = ?1", "i", meeting);
  if (!gathering.type)
    return g_steal_pointer (&list);
  gathering.day =
      copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i", meeting);
  if (!gathering.day || !copil_date_is_valid (gathering.day))
    {
      g_free (gathering.day);
      gathering.day = g_strdup (gathering.today);
    }
  gathering.next = guess_next (&gathering);
  gathering.last =
      copil_store_query_int (store,
                             "SELECT id FROM meeting WHERE id <> ?1 AND " COMMITTEE
                             " AND date < ?2 ORDER BY date DESC, time DESC, id DESC LIMIT 1",
                             "it", meeting, gathering.day);
  gathering.last_day = copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1",
                                                   "i", gathering.last);
  add_approval (&gathering);
  add_adjourned (&gathering);
  add_survey (&gathering);
  add_decisions (&gathering);
  copil_gathering_add_late (&gathering);
  copil_gathering_add_fiches (&gathering);
  add_deadlines (&gathering);
  copil_gathering_add_figures (&gathering);
  add_year (&gathering);
  add_other (&gathering);
  for (guint i = 0; i < list->len; i++)
    find_present (&gathering, list->pdata[i]);
  return g_steal_pointer (&list);
}
