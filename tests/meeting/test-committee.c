/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of composition as a truth table, on plain values; then on small files. */
#include <glib/gstdio.h>

#include "copil-committee-store.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

#define MAX_PARTIES 4

static const struct
{
  const char *composition;
  CopilDelegation delegations[MAX_PARTIES + 1]; /* ends without a name */
  CopilScope scope;
  CopilVerdict verdict;
  const char *sentence;
} compositions[] = {
  /* Fixed seats. */
  { "fixed",
    { { "Ministère A", "A", 1, 2, 2 }, { "Ministère B", "B", 1, 2, 2 }, { "C", NULL, 2, 2, 2 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_KEPT,
    "Composition as the convention wants it: 2+2+2" },
  { "fixed",
    { { "A", NULL, 1, 2, 2 }, { "B", NULL, 2, 1, 1 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_KEPT,
    "Presence as the convention wants it: 2+1" },
  { "fixed",
    { { "A", NULL, 1, 2, 2 }, { "B", NULL, 1, 2, 2 }, { "France Industrie", NULL, 2, 2, 1 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_BROKEN,
    "One representative of France Industrie is missing (2+2+1, where the convention wants "
    "2+2+2)" },
  { "fixed",
    { { "A", NULL, 1, 3, 1 }, { "B", NULL, 2, 2, 2 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "2 representatives of A are missing (1+2, where the convention wants 3+2)" },
  { "fixed",
    { { "A", NULL, 1, 2, 1 }, { "B", NULL, 1, 2, 0 }, { "C", NULL, 2, 2, 2 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "3 representatives are missing: 1 of A, 2 of B (1+0+2, where the convention wants 2+2+2)" },
  { "fixed",
    { { "A", NULL, 1, 2, 1 }, { "B", NULL, 2, 2, 3 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_BROKEN,
    "One representative of A is missing; B: 3 representatives for 2 seats (1+3, where the "
    "convention wants 2+2)" },
  /* A signatory without a number of seats is left alone. */
  { "fixed",
    { { "A", NULL, 1, 2, 2 }, { "B", NULL, 2, 0, 5 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_KEPT,
    "Composition as the convention wants it: 2" },
  { "fixed",
    { { "A", NULL, 1, 0, 2 }, { "B", NULL, 2, 0, 2 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_UNKNOWN,
    "The number of seats of each signatory is not given" },
  /* Parity: the seats play no part. */
  { "parity",
    { { "Ministère de l’Éducation", "Éducation", 1, 0, 2 },
      { "Ministère chargé de l’Industrie", "Industrie", 1, 0, 4 },
      { "UIMM La Fabrique", "UIMM", 2, 0, 6 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_KEPT,
    "Parity is kept: 6 representatives of the ministères, 6 of UIMM" },
  { "parity",
    { { "Ministère de l’Éducation", "Éducation", 1, 0, 2 },
      { "Ministère chargé de l’Industrie", "Industrie", 1, 0, 4 },
      { "UIMM La Fabrique", "UIMM", 2, 0, 4 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "Parity is not kept: 6 representatives of the ministères, 4 of UIMM" },
  { "parity",
    { { "Région", NULL, 1, 0, 1 }, { "Académie", NULL, 1, 0, 0 }, { "CPME", NULL, 2, 0, 0 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "Parity is not kept: 1 representative of Région and of Académie, 0 of CPME" },
  { "parity",
    { { "A", NULL, 1, 0, 1 }, { "B", NULL, 2, 0, 1 }, { "C", NULL, 3, 0, 2 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "Parity is not kept: 1 representative of A, 1 of B, 2 of C" },
  { "parity",
    { { "A", NULL, 1, 0, 3 }, { "B", NULL, 0, 0, 3 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_UNKNOWN,
    "Parity needs two sides: give the side of each signatory" },
  /* One of each: the seats play no part. */
  { "one_by_party",
    { { "A", NULL, 1, 0, 1 }, { "B", NULL, 2, 0, 1 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_KEPT,
    "Composition as the convention wants it: one representative of each signatory" },
  { "one_by_party",
    { { "A", NULL, 1, 0, 1 }, { "ECTI", NULL, 2, 0, 0 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_BROKEN,
    "One representative of ECTI is missing, where the convention wants one for each signatory" },
  { "one_by_party",
    { { "A", NULL, 1, 0, 2 }, { "B", NULL, 2, 0, 1 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_BROKEN,
    "A: 2 representatives for 1 seat, where the convention wants one for each signatory" },
  /* Free, and no rule. */
  { "free",
    { { "A", NULL, 1, 0, 4 }, { "B", NULL, 2, 0, 1 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_KEPT,
    "The composition is free: 5 members" },
  { NULL,
    { { "A", NULL, 1, 0, 1 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_KEPT,
    "The composition is free: 1 member present or represented" },
  /* Nobody yet. */
  { "fixed",
    { { "A", NULL, 1, 2, 0 } },
    COPIL_SCOPE_MEETING,
    COPIL_VERDICT_UNKNOWN,
    "No member is noted as present yet" },
  { "parity",
    { { "A", NULL, 1, 2, 0 }, { "B", NULL, 2, 2, 0 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_UNKNOWN,
    "No member sits on the committee yet" },
  { "free",
    { { NULL, NULL, 0, 0, 0 } },
    COPIL_SCOPE_COMMITTEE,
    COPIL_VERDICT_UNKNOWN,
    "The convention has no signatories yet" },
};

static void
test_composition (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (compositions); i++)
    {
      g_autoptr (CopilFinding) finding = NULL;
      guint n = 0;

      while (compositions[i].delegations[n].name)
        n++;
      finding = copil_committee_judge (compositions[i].composition, compositions[i].delegations, n,
                                       compositions[i].scope);
      g_assert_cmpstr (finding->sentence, ==, compositions[i].sentence);
      g_assert_cmpint (finding->verdict, ==, compositions[i].verdict);
    }
}

static const struct
{
  const char *rule;
  const char *requested;
  const char *requester;
  CopilVerdict verdict;
  const char *sentence;
} requests[] = {
  { "joint", NULL, NULL, COPIL_VERDICT_PENDING, "Say who asked for this exceptional meeting" },
  { "joint", "joint", NULL, COPIL_VERDICT_KEPT,
    "Asked for by all signatories together: the convention allows it" },
  { "joint", "party", "ECTI", COPIL_VERDICT_BROKEN,
    "Asked for by ECTI alone: the convention wants a joint initiative" },
  { "joint", "conciliation", "ECTI", COPIL_VERDICT_BROKEN,
    "Asked for by ECTI alone: the convention wants a joint initiative" },
  { "joint_conciliation", "joint", NULL, COPIL_VERDICT_KEPT,
    "Asked for by all signatories together: the convention allows it" },
  { "joint_conciliation", "conciliation", "ECTI", COPIL_VERDICT_KEPT,
    "Conciliation asked for by ECTI: the convention allows it" },
  { "joint_conciliation", "party", "ECTI", COPIL_VERDICT_BROKEN,
    "Asked for by ECTI alone: the convention wants a joint initiative" },
  { "party", "party", "UIMM", COPIL_VERDICT_KEPT, "Asked for by UIMM: the convention allows it" },
  { "party", "party", NULL, COPIL_VERDICT_PENDING, "Say which signatory asked for this meeting" },
  { "party", "conciliation", "UIMM", COPIL_VERDICT_KEPT,
    "Conciliation asked for by UIMM: the convention allows it" },
  { "party", "joint", NULL, COPIL_VERDICT_KEPT,
    "Asked for by all signatories together: the convention allows it" },
  { "conciliation", "conciliation", "UIMM", COPIL_VERDICT_KEPT,
    "Conciliation asked for by UIMM: the convention allows it" },
  { "conciliation", "party", "UIMM", COPIL_VERDICT_BROKEN,
    "Asked for by UIMM: the convention wants it for a conciliation only" },
  { "unstated", "party", "UIMM", COPIL_VERDICT_UNKNOWN,
    "The convention does not say who may ask for an exceptional meeting" },
  { NULL, "joint", NULL, COPIL_VERDICT_UNKNOWN,
    "The convention does not say who may ask for an exceptional meeting" },
};

static void
test_request (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (CopilFinding) finding = copil_committee_judge_request (
          requests[i].rule, requests[i].requested, requests[i].requester);

      g_assert_cmpstr (finding->sentence, ==, requests[i].sentence);
      g_assert_cmpint (finding->verdict, ==, requests[i].verdict);
    }
}

static const struct
{
  int wanted;
  const char *renewal;
  const char *meetings[6];
  const char *today;
  CopilCadence cadence;
  CopilVerdict verdict;
  const char *sentence;
} years[] = {
  /* A convention of three years from 23 November 2021. */
  { 1,
    NULL,
    { "2022-02-10", "2022-12-08", "2023-12-12", "2024-06-11" },
    "2024-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_KEPT,
    "One ordinary meeting a year: held in 2021–2022, 2022–2023 and 2023–2024" },
  { 1,
    NULL,
    { "2022-02-10", "2023-02-10" },
    "2024-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_PENDING,
    "One ordinary meeting a year: held in 2022 and 2023, to be held before 23/11/2024" },
  { 1,
    NULL,
    { "2022-02-10", "2023-02-10", "2024-06-11" },
    "2024-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_PENDING,
    "One ordinary meeting a year: held in 2022 and 2023, planned on 11/06/2024" },
  { 1,
    NULL,
    { "2022-02-10", "2024-06-11" },
    "2024-06-11",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_BROKEN,
    "One ordinary meeting a year: held in 2022 and 2024, not held in 2022–2023" },
  { 2,
    NULL,
    { "2022-02-10", "2022-06-10", "2023-02-10", "2024-02-10", "2024-06-11" },
    "2024-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_BROKEN,
    "2 ordinary meetings a year: all held in 2021–2022, not all held in 2022–2023, 1 more planned "
    "from 11/06/2024" },
  { 2,
    NULL,
    { NULL },
    "2022-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_PENDING,
    "2 ordinary meetings a year: 2 more to be held before 23/11/2022" },
  { 1,
    NULL,
    { NULL },
    "2021-03-15",
    COPIL_CADENCE_PUBLIC,
    COPIL_VERDICT_PENDING,
    "One public presentation a year: to be held before 23/11/2022" },
  /* After the end no year is missing, unless the convention goes on. */
  { 1,
    NULL,
    { "2022-02-10", "2023-02-10", "2024-02-10" },
    "2026-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_KEPT,
    "One ordinary meeting a year: held in 2022, 2023 and 2024" },
  { 1,
    "tacit",
    { "2022-02-10", "2023-02-10", "2024-02-10" },
    "2026-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_BROKEN,
    "One ordinary meeting a year: held in 2022, 2023 and 2024, not held in 2024–2025, to be held "
    "before 23/11/2026" },
  { 0,
    NULL,
    { NULL },
    "2022-03-15",
    COPIL_CADENCE_ORDINARY,
    COPIL_VERDICT_UNKNOWN,
    "The convention does not say how many meetings a year it wants" },
};

static void
test_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      CopilClauses clauses = { .signed_on = "2021-11-23",
                               .duration_months = 36,
                               .renewal = years[i].renewal,
                               .meetings_per_year = years[i].wanted,
                               .meetings = years[i].meetings };
      g_autoptr (CopilFinding) finding =
          copil_committee_judge_years (&clauses, years[i].cadence, years[i].today);

      g_assert_cmpstr (finding->sentence, ==, years[i].sentence);
      g_assert_cmpint (finding->verdict, ==, years[i].verdict);
    }
}

static void
test_years_without_dates (void)
{
  CopilClauses clauses = { .meetings_per_year = 1 };
  g_autoptr (CopilFinding) finding =
      copil_committee_judge_years (&clauses, COPIL_CADENCE_ORDINARY, "2024-03-15");

  g_assert_cmpint (finding->verdict, ==, COPIL_VERDICT_UNKNOWN);
  g_assert_cmpstr (finding->sentence, ==,
                   "One ordinary meeting a year: give the day the convention begins");
}

/* --- On a file --- */

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* Two signatories of two seats; 11 and 12 sit for the first, 21 and 22 for the second; 13 is the
 * alternate of 11 and of 12, 23 sat until 2022, 31 is an expert of the first. */
static const char script[] =
    "INSERT INTO convention (id, title, signed, duration_months, composition) VALUES"
    " (1, 'C', '2021-11-23', 36, 'fixed');"
    "INSERT INTO party (id, name, side, seats, position) VALUES (1, 'A', 1, 2, 1.0),"
    " (2, 'B', 2, 2, 2.0);"
    "INSERT INTO person (id, civility, name, party, member, alternate, term_start, term_end,"
    " position) VALUES (13, 'Mme', 'Treize', 1, 0, NULL, NULL, NULL, 0.5),"
    " (11, 'M.', 'Onze', 1, 1, 13, NULL, NULL, 1.0), (12, NULL, 'Douze', 1, 1, 13, NULL, NULL,"
    " 2.0), (21, NULL, 'Vingt', 2, 1, NULL, NULL, '2023-12-31', 3.0),"
    " (22, NULL, 'Deux', 2, 1, NULL, '2023-01-01', NULL, 4.0),"
    " (23, NULL, 'Trois', 2, 1, NULL, NULL, '2022-12-31', 5.0),"
    " (31, NULL, 'Expert', 1, 1, NULL, NULL, '2020-12-31', 6.0);"
    "INSERT INTO meeting (id, type, date) VALUES (1, 'ordinary', '2023-06-01'),"
    " (2, 'workshop', '2023-06-02'), (3, 'exceptional', '2023-06-03');";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "file.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, script, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
note (Fixture *fixture, const char *person, const char *state, const char *role)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (fixture->store, "Note", &error));
  g_assert_cmpint (copil_store_insert (fixture->store, copil_kind_get ("attendance"), &error,
                                       "meeting", "1", "person", person, "state", state, "role",
                                       role, NULL),
                   !=, 0);
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_no_error (error);
}

static void
assert_meeting (Fixture *fixture, CopilVerdict verdict, const char *sentence)
{
  g_autoptr (CopilFinding) finding = copil_committee_judge_meeting (fixture->store, 1);

  g_assert_cmpstr (finding->sentence, ==, sentence);
  g_assert_cmpint (finding->verdict, ==, verdict);
}

/* The members are those in office on the day. */
static void
test_terms (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *date, *sentence;
  } days[] = {
    { "2022-06-01", "Composition as the convention wants it: 2+2" },
    { "2023-06-01", "Composition as the convention wants it: 2+2" },
    { "2023-12-31", "Composition as the convention wants it: 2+2" },
    { "2024-01-01", "One representative of B is missing (2+1, where the convention wants 2+2)" },
    { "2020-12-31", "A: 3 representatives for 2 seats (3+2, where the convention wants 2+2)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (CopilFinding) finding =
          copil_committee_judge_members (fixture->store, days[i].date);
      g_assert_cmpstr (finding->sentence, ==, days[i].sentence);
    }
}

static void
test_presence (Fixture *fixture, gconstpointer data)
{
  assert_meeting (fixture, COPIL_VERDICT_UNKNOWN, "No member is noted as present yet");
  note (fixture, "11", "present", NULL);
  note (fixture, "12", "present", NULL);
  note (fixture, "21", "represented", NULL);
  assert_meeting (fixture, COPIL_VERDICT_PENDING,
                  "1 member still to note. One representative of B is missing (2+1, where the "
                  "convention wants 2+2)");
  /* Out of office, an expert: neither counts. */
  note (fixture, "23", "present", NULL);
  note (fixture, "31", "present", "expert");
  assert_meeting (fixture, COPIL_VERDICT_PENDING,
                  "1 member still to note. One representative of B is missing (2+1, where the "
                  "convention wants 2+2)");
  note (fixture, "22", "present", NULL);
  assert_meeting (fixture, COPIL_VERDICT_KEPT, "Presence as the convention wants it: 2+2");
  /* The alternate of those who are there adds nothing. */
  note (fixture, "13", "present", NULL);
  assert_meeting (fixture, COPIL_VERDICT_KEPT, "Presence as the convention wants it: 2+2");
}

/* An alternate fills one seat, of a member who is not there. */
static void
test_alternate (Fixture *fixture, gconstpointer data)
{
  note (fixture, "21", "present", NULL);
  note (fixture, "22", "present", NULL);
  note (fixture, "11", "excused", NULL);
  note (fixture, "12", "absent", NULL);
  note (fixture, "13", "present", NULL);
  assert_meeting (fixture, COPIL_VERDICT_BROKEN,
                  "One representative of A is missing (1+2, where the convention wants 2+2)");
}

static void
test_alternate_of_a_represented (Fixture *fixture, gconstpointer data)
{
  note (fixture, "21", "present", NULL);
  note (fixture, "22", "present", NULL);
  note (fixture, "11", "represented", NULL);
  note (fixture, "12", "excused", NULL);
  note (fixture, "13", "present", NULL);
  assert_meeting (fixture, COPIL_VERDICT_BROKEN,
                  "One representative of A is missing (1+2, where the convention wants 2+2)");
}

/* A member or an alternate who comes as an expert or a guest holds no seat. */
static void
test_roles (Fixture *fixture, gconstpointer data)
{
  note (fixture, "21", "present", NULL);
  note (fixture, "22", "present", "guest");
  note (fixture, "11", "present", "member");
  note (fixture, "12", "excused", NULL);
  note (fixture, "13", "present", "expert");
  assert_meeting (fixture, COPIL_VERDICT_BROKEN,
                  "2 representatives are missing: 1 of A, 1 of B (1+1, where the convention wants "
                  "2+2)");
}

static void
test_types (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilFinding) workshop = copil_committee_judge_meeting (fixture->store, 2);
  g_autoptr (CopilFinding) asked = copil_committee_judge_asked (fixture->store, 3);

  g_assert_cmpint (workshop->verdict, ==, COPIL_VERDICT_UNKNOWN);
  g_assert_cmpstr (workshop->sentence, ==,
                   "The rule of composition is for meetings of the committee only");
  g_assert_cmpint (asked->verdict, ==, COPIL_VERDICT_PENDING);
  g_assert_null (copil_committee_judge_asked (fixture->store, 1));
  g_assert_null (copil_committee_judge_asked (fixture->store, 999));
  g_assert_null (copil_committee_judge_cadence (fixture->store, COPIL_CADENCE_PUBLIC));
}

static void
test_substitutes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;

  note (fixture, "21", "present", NULL);
  note (fixture, "12", "present", NULL);
  note (fixture, "22", "excused", NULL);
  names = copil_committee_list_substitutes (fixture->store, 1, 11);
  g_assert_cmpuint (names->len, ==, 3);
  g_assert_cmpstr (names->pdata[0], ==, "Mme Treize");
  g_assert_cmpstr (names->pdata[1], ==, "Douze");
  g_assert_cmpstr (names->pdata[2], ==, "Vingt");
}

/* --- The examples --- */

static const struct
{
  const char *name;
  const char *today;
  CopilVerdict composed;
  const char *composition;
  CopilVerdict cadence;
  const char *years;
  const char *meetings[8]; /* a sentence for each meeting, by its date */
} examples[] = {
  { "france-industrie",
    "2019-06-25",
    COPIL_VERDICT_KEPT,
    "Composition as the convention wants it: 2+2+2",
    COPIL_VERDICT_UNKNOWN,
    "The convention does not say how many meetings a year it wants",
    { "One representative of France Industrie is missing (2+2+1, where the convention wants "
      "2+2+2)",
      "Presence as the convention wants it: 2+2+2" } },
  { "uimm",
    "2024-03-15",
    COPIL_VERDICT_KEPT,
    "Parity is kept: 6 representatives of the ministères, 6 of UIMM",
    COPIL_VERDICT_KEPT,
    "One ordinary meeting a year: held in 2021–2022, 2022–2023 and 2023–2024",
    { "Parity is kept: 5 representatives of the ministères, 5 of UIMM",
      "Parity is kept: 5 representatives of the ministères, 5 of UIMM",
      "The rule of composition is for meetings of the committee only",
      "Parity is kept: 5 representatives of the ministères, 5 of UIMM",
      "No member is noted as present yet" } },
  { "cpme",
    "2020-03-15",
    COPIL_VERDICT_KEPT,
    "The composition is free: 8 members",
    COPIL_VERDICT_PENDING,
    "One ordinary meeting a year: held in 2018 and 2019, to be held before 22/01/2021",
    { "The composition is free: 7 members present or represented",
      "The composition is free: 6 members present or represented",
      "The rule of composition is for meetings of the committee only" } },
  /* The members whose term is over are those of the last day. */
  { "ipe",
    "2024-03-15",
    COPIL_VERDICT_KEPT,
    "The composition is free: 5 members",
    COPIL_VERDICT_UNKNOWN,
    "The convention does not say how many meetings a year it wants",
    { "The rule of composition is for meetings of the committee only",
      "The rule of composition is for meetings of the committee only" } },
  { "ecti",
    "2025-11-15",
    COPIL_VERDICT_KEPT,
    "Composition as the convention wants it: one representative of each signatory",
    COPIL_VERDICT_PENDING,
    "One ordinary meeting a year: held in 2025, planned on 19/03/2026",
    { "Presence as the convention wants it: one representative of each signatory",
      "No member is noted as present yet" } },
};

static void
test_examples (void)
{
  const char *folder = g_getenv ("COPIL_EXAMPLES_DIR");

  g_assert_nonnull (folder);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.copil", folder, examples[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
      g_autoptr (CopilFinding) composed = NULL;
      g_autoptr (CopilFinding) cadence = NULL;
      g_autoptr (CopilQuery) query = NULL;
      guint n = 0;

      g_assert_no_error (error);
      g_setenv ("COPIL_TODAY", examples[i].today, TRUE);
      composed = copil_committee_judge_members (store, NULL);
      g_assert_cmpstr (composed->sentence, ==, examples[i].composition);
      g_assert_cmpint (composed->verdict, ==, examples[i].composed);
      cadence = copil_committee_judge_cadence (store, COPIL_CADENCE_ORDINARY);
      g_assert_cmpstr (cadence->sentence, ==, examples[i].years);
      g_assert_cmpint (cadence->verdict, ==, examples[i].cadence);
      query = copil_store_query (store, "SELECT id FROM meeting ORDER BY date, time", "");
      while (copil_query_next (query))
        {
          g_autoptr (CopilFinding) finding =
              copil_committee_judge_meeting (store, copil_query_int (query, 0));
          g_assert_cmpuint (n, <, G_N_ELEMENTS (examples[i].meetings));
          g_assert_cmpstr (finding->sentence, ==, examples[i].meetings[n]);
          n++;
        }
      g_assert_null (n < G_N_ELEMENTS (examples[i].meetings) ? examples[i].meetings[n] : NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/composition", test_composition);
  g_test_add_func ("/committee/request", test_request);
  g_test_add_func ("/committee/years", test_years);
  g_test_add_func ("/committee/years-without-dates", test_years_without_dates);
  g_test_add ("/committee/terms", Fixture, NULL, set_up, test_terms, tear_down);
  g_test_add ("/committee/presence", Fixture, NULL, set_up, test_presence, tear_down);
  g_test_add ("/committee/alternate", Fixture, NULL, set_up, test_alternate, tear_down);
  g_test_add ("/committee/alternate-of-a-represented", Fixture, NULL, set_up,
              test_alternate_of_a_represented, tear_down);
  g_test_add ("/committee/roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add ("/committee/types", Fixture, NULL, set_up, test_types, tear_down);
  g_test_add ("/committee/substitutes", Fixture, NULL, set_up, test_substitutes, tear_down);
  g_test_add_func ("/committee/examples", test_examples);
  return g_test_run ();
}
