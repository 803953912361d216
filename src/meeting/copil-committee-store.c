/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-committee-store.h"

#include <glib/gi18n-lib.h>

#include "copil-in-force.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"
#include "copil-deadline-store.h"
#include "copil-figure-store.h"

/* The members in office on day ?1. */
#define IN_OFFICE                                                                                  \
  "person.member = 1 AND coalesce (person.term_start, '') <= ?1"                                   \
  " AND (person.term_end IS NULL OR person.term_end >= ?1)"

#define NAME "coalesce (person.civility || ' ', '') || person.name"

/* What is noted of a person at the meeting, or nothing. */
typedef struct
{
  gboolean present;
  gboolean represented;
  gboolean noted;
  gboolean counts; /* neither expert nor guest */
} Noted;

typedef struct
{
  GArray *delegations; /* CopilDelegation */
  GArray *ids;         /* of the signatories, gint64 */
  GPtrArray *names;    /* what the delegations point to */
  char *composition;
} Committee;

static void
committee_clear (Committee *committee)
{
  g_clear_pointer (&committee->delegations, g_array_unref);
  g_clear_pointer (&committee->ids, g_array_unref);
  g_clear_pointer (&committee->names, g_ptr_array_unref);
  g_free (committee->composition);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Committee, committee_clear)

static const char *
keep (Committee *committee, const char *text)
{
  char *copy = g_strdup (text);

  if (copy)
    g_ptr_array_add (committee->names, copy);
  return copy;
}

static void
load (CopilStore *store, Committee *committee)
{
  g_autoptr (CopilQuery) query = NULL;

  committee->delegations = g_array_new (FALSE, TRUE, sizeof (CopilDelegation));
  committee->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  committee->names = g_ptr_array_new_with_free_func (g_free);
  committee->composition = copil_store_query_dup_text (
      store, "SELECT composition FROM convention ORDER BY id LIMIT 1", "");
  query = copil_store_query (store,
                             "SELECT id, name, short_name, side, seats FROM party"
                             " ORDER BY coalesce (side, 9), position, id",
                             "");
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      CopilDelegation delegation = { .name = keep (committee, copil_query_text (query, 1)),
                                     .short_name = keep (committee, copil_query_text (query, 2)),
                                     .side = (int)copil_query_int (query, 3),
                                     .seats = (guint)CLAMP (copil_query_int (query, 4), 0, 9999) };

      g_array_append_val (committee->delegations, delegation);
      g_array_append_val (committee->ids, id);
    }
}

static void
hold (Committee *committee, gint64 party)
{
  for (guint i = 0; i < committee->ids->len; i++)
    if (g_array_index (committee->ids, gint64, i) == party)
      g_array_index (committee->delegations, CopilDelegation, i).held++;
}

static CopilFinding *
judge (Committee *committee, CopilScope scope)
{
  return copil_committee_judge (committee->composition,
                                (const CopilDelegation *)(void *)committee->delegations->data,
                                committee->delegations->len, scope);
}

/* Today, or the first or the last day of the convention where today is outside of it. */
static char *
dup_day (CopilStore *store)
{
  const char *today = copil_today ();
  g_autofree char *start = NULL, *end = copil_convention_dup_end (store, today);

  copil_figure_get_span (store, &start, NULL);
  if (start && g_strcmp0 (today, start) < 0)
    return g_steal_pointer (&start);
  return end && g_strcmp0 (today, end) > 0 ? g_steal_pointer (&end) : g_strdup (today);
}

CopilFinding *
copil_committee_judge_members (CopilStore *store, const char *date)
{
  g_auto (Committee) committee = { NULL };
  g_autofree char *day = date && *date ? g_strdup (date) : dup_day (store);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT party FROM person WHERE " IN_OFFICE, "t", day);

  load (store, &committee);
  while (copil_query_next (query))
    hold (&committee, copil_query_int (query, 0));
  return judge (&committee, COPIL_SCOPE_COMMITTEE);
}

/* Keys are gint64*, values Noted*. */
static GHashTable *
load_attendance (CopilStore *store, gint64 meeting)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT person, state, role FROM attendance WHERE meeting = ?1 ORDER BY id DESC", "i",
      meeting);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      const char *state = copil_query_text (query, 1), *role = copil_query_text (query, 2);
      Noted noted = { .present = g_strcmp0 (state, "present") == 0,
                      .represented = g_strcmp0 (state, "represented") == 0,
                      .noted = state != NULL,
                      .counts = g_strcmp0 (role, "expert") != 0 && g_strcmp0 (role, "guest") != 0 };

      g_hash_table_replace (table, g_memdup2 (&id, sizeof id), g_memdup2 (&noted, sizeof noted));
    }
  return table;
}

/* Whether the alternate, who has no seat of their own, fills this one; they fill no other then. */
static gboolean
fills (CopilStore *store, GHashTable *attendance, gint64 alternate, const char *date)
{
  Noted *noted = alternate ? g_hash_table_lookup (attendance, &alternate) : NULL;

  if (!noted || !noted->present || !noted->counts ||
      copil_store_query_int (store, "SELECT count(*) FROM person WHERE id = ?2 AND " IN_OFFICE,
                             "ti", date, alternate))
    return FALSE;
  noted->counts = FALSE;
  return TRUE;
}

/* While members are still to be noted, nothing is broken yet. */
static CopilFinding *
soften (CopilFinding *finding, guint unknown)
{
  char *sentence;

  if (!unknown || finding->verdict != COPIL_VERDICT_BROKEN)
    return finding;
  sentence = g_strdup_printf (
      ngettext ("%u member still to note. %s", "%u members still to note. %s", unknown), unknown,
      finding->sentence);
  copil_finding_free (finding);
  return copil_finding_new (COPIL_VERDICT_PENDING, sentence);
}

CopilFinding *
copil_committee_judge_meeting (CopilStore *store, gint64 meeting)
{
  g_auto (Committee) committee = { NULL };
  g_autoptr (GHashTable) attendance = NULL;
  g_autoptr (CopilQuery) query = NULL;
  guint unknown = 0;
  g_autofree char *type =
      copil_store_query_dup_text (store, "SELECT type FROM meeting WHERE id = ?1", "i", meeting);
  g_autofree char *date = copil_store_query_dup_text (
      store, "SELECT coalesce (date, copil_today ()) FROM meeting WHERE id = ?1", "i", meeting);

  if (!copil_committee_has_rule (type))
    return copil_finding_new (
        COPIL_VERDICT_UNKNOWN,
        g_strdup (_ ("The rule of composition is for meetings of the committee only")));
  load (store, &committee);
  attendance = load_attendance (store, meeting);
  query = copil_store_query (
      store, "SELECT id, party, alternate FROM person WHERE " IN_OFFICE " ORDER BY position, id",
      "t", date);
  while (copil_query_next (query))
    {
      gint64 person = copil_query_int (query, 0);
      Noted *noted = g_hash_table_lookup (attendance, &person);
      gboolean counts = !noted || noted->counts;
      /* An alternate who came for a represented member is taken. */
      gboolean filled = counts && !(noted && noted->present) &&
                        fills (store, attendance, copil_query_int (query, 2), date);

      unknown += !filled && !(noted && noted->noted);
      if (counts && (filled || (noted && (noted->present || noted->represented))))
        hold (&committee, copil_query_int (query, 1));
    }
  return soften (judge (&committee, COPIL_SCOPE_MEETING), unknown);
}

CopilFinding *
copil_committee_judge_asked (CopilStore *store, gint64 meeting)
{
  g_autofree char *rule = copil_store_query_dup_text (
      store, "SELECT exceptional FROM convention ORDER BY id LIMIT 1", "");
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT type, requested, coalesce (party.short_name, party.name) FROM meeting"
      " LEFT JOIN party ON party.id = meeting.requester WHERE meeting.id = ?1",
      "i", meeting);

  if (!copil_query_next (query) || g_strcmp0 (copil_query_text (query, 0), "exceptional") != 0)
    return NULL;
  return copil_committee_judge_request (rule, copil_query_text (query, 1),
                                        copil_query_text (query, 2));
}

CopilFinding *
copil_committee_judge_cadence (CopilStore *store, CopilCadence cadence)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilQuery) meetings = copil_store_query (
      store,
      "SELECT date FROM meeting WHERE date IS NOT NULL AND coalesce (type, 'ordinary') = ?1"
      " ORDER BY date",
      "t", cadence == COPIL_CADENCE_PUBLIC ? "public" : "ordinary");
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT meetings_per_year, public_meeting FROM convention ORDER BY id LIMIT 1", NULL);
  g_autoptr (CopilInForce) terms = copil_in_force_read (store, NULL);
  CopilClauses clauses = copil_in_force_get_clauses (terms);

  while (copil_query_next (meetings))
    g_ptr_array_add (days, g_strdup (copil_query_text (meetings, 0)));
  g_ptr_array_add (days, NULL);
  if (!copil_query_next (query) || (cadence == COPIL_CADENCE_PUBLIC && !copil_query_int (query, 1)))
    return NULL;
  clauses.meetings_per_year =
      cadence == COPIL_CADENCE_PUBLIC ? 1 : (int)CLAMP (copil_query_int (query, 0), 0, 9999);
  clauses.meetings = (const char *const *)days->pdata;
  return copil_committee_judge_years (&clauses, cadence, copil_today ());
}

gboolean
copil_committee_has_rule (const char *meeting_type)
{
  return !meeting_type || g_str_equal (meeting_type, "ordinary") ||
         g_str_equal (meeting_type, "exceptional");
}

char *
copil_committee_dup_name (CopilStore *store, gint64 person)
{
  return copil_store_query_dup_text (store, "SELECT " NAME " FROM person WHERE id = ?1", "i",
                                     person);
}

GPtrArray *
copil_committee_list_substitutes (CopilStore *store, gint64 meeting, gint64 person)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT " NAME " FROM person, (SELECT party AS p, alternate AS a FROM person WHERE id = ?2)"
      " WHERE person.id <> ?2 AND (person.id IS a OR EXISTS (SELECT 1 FROM attendance WHERE"
      " meeting = ?1 AND attendance.person = person.id AND state = 'present'))"
      " ORDER BY person.id IS NOT a, person.party IS NOT p, person.position, person.id",
      "ii", meeting, person);

  while (copil_query_next (query))
    g_ptr_array_add (names, g_strdup (copil_query_text (query, 0)));
  return names;
}

void
copil_invited_free (CopilInvited *invited)
{
  g_free (invited->role);
  g_free (invited->reason);
  g_free (invited);
}

GPtrArray *
copil_committee_list_invited (CopilStore *store, gint64 meeting)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_invited_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "WITH this (id, day, before) AS (SELECT id, coalesce (date, copil_today ()),"
      " coalesce (previous, (SELECT p.id FROM meeting p WHERE p.date < coalesce (meeting.date,"
      " copil_today ()) AND p.id <> meeting.id ORDER BY p.date DESC, p.time DESC, p.id DESC"
      " LIMIT 1)) FROM meeting WHERE id = ?1)"
      " SELECT person.id, attendance.role, attendance.reason FROM this JOIN attendance ON"
      " attendance.meeting = this.before JOIN person ON person.id = attendance.person"
      " WHERE attendance.role IN ('expert', 'guest') AND coalesce (person.term_start, '') <= day"
      " AND coalesce (person.term_end, '9999') >= day AND NOT EXISTS (SELECT 1 FROM attendance here"
      " WHERE here.meeting = this.id AND here.person = person.id)"
      " ORDER BY attendance.position, attendance.id",
      "i", meeting);

  while (copil_query_next (query))
    {
      CopilInvited *invited = g_new0 (CopilInvited, 1);

      invited->person = copil_query_int (query, 0);
      invited->role = g_strdup (copil_query_text (query, 1));
      invited->reason = g_strdup (copil_query_text (query, 2));
      g_ptr_array_add (list, invited);
    }
  return list;
}
