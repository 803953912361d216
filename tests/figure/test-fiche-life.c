/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "copil-fiche-life.h"
#include "copil-followup.h"
#include "copil-means.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* Fiche 1 is in preparation; decisions 1 and 2 are about none, 3 is about fiche 2, 4 was taken on
 * the agenda item that examined fiche 1. */
static const char script[] =
    "INSERT INTO party (id, name, short_name, side, position) VALUES"
    " (1, 'Schools', 'SCH', '1', 1.0), (2, 'Union', 'UNI', '2', 2.0);"
    "INSERT INTO axis (id, title, position) VALUES (1, 'One', 1.0);"
    "INSERT INTO engagement (id, axis, text, reviewed, position) VALUES"
    " (1, 1, 'Open', '2023-01-01', 1.0), (2, 1, 'Close', '2024-06-01', 2.0);"
    "INSERT INTO convention (id, title) VALUES (1, 'Test');"
    "INSERT INTO fiche (id, label, title, status, position) VALUES (1, 'F1', 'Doors', 'planned',"
    " 1.0), (2, 'F2', 'Windows', NULL, 2.0), (3, 'F3', 'Old', 'in_progress', 3.0);"
    "INSERT INTO meeting (id, title, date) VALUES (1, 'First', '2023-02-07'),"
    " (2, 'Second', '2024-02-07'), (3, 'To come', '2030-02-07');"
    "INSERT INTO item (id, meeting, title, fiche, position) VALUES (1, 2, 'Doors', 1, 1.0);"
    "INSERT INTO decision (id, meeting, label, text, fiche, item, confidential, position) VALUES"
    " (1, 1, '1-01', 'Write', NULL, NULL, NULL, 1.0), (2, 2, '2-01', 'Read', NULL, NULL, 1, 1.0),"
    " (3, 2, '2-02', 'Windows', 2, NULL, NULL, 2.0), (4, 2, '2-03', 'Doors', NULL, 1, NULL, 3.0),"
    " (5, 3, '3-01', 'Later', NULL, NULL, NULL, 1.0);"
    "INSERT INTO resource (id, fiche, nature, name, funder, funder_name, year, planned, spent,"
    " position) VALUES (1, 1, 'people', 'Teachers', 1, NULL, 2023, 1.5, 2.0, 1.0),"
    " (2, 1, 'euros', 'Bus', 2, NULL, 2024, 1000, 1200, 2.0),"
    " (3, 1, 'euros', 'Room', 1, NULL, 2023, 500, NULL, 3.0),"
    " (4, 1, 'euros', 'Print', NULL, 'Town', 2023, NULL, 50, 4.0),"
    " (5, 1, 'euros', 'Rest', 2, NULL, NULL, 300, 100, 5.0),"
    " (6, 1, NULL, 'Nothing', NULL, ' ', 2024, NULL, NULL, 6.0),"
    " (7, 2, 'euros', 'Other fiche', 1, NULL, 2023, 9999, 9999, 1.0);";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, script, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
get (Fixture *fixture, const char *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM fiche WHERE id = 1", field);

  return copil_store_query_dup_text (fixture->store, sql, NULL);
}

#define assert_field(fixture, field, value)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is = get (fixture, field);                                                    \
    g_assert_cmpstr (is, ==, value);                                                               \
  }                                                                                                \
  G_STMT_END

static void
assert_moves (Fixture *fixture, const char *allowed)
{
  GString *can = g_string_new (NULL);

  for (guint i = 0; i < COPIL_N_FICHE_MOVES; i++)
    {
      g_autofree char *why = NULL;
      gboolean ok = copil_fiche_life_can (fixture->store, 1, i, &why);

      g_assert_true (ok == !why);
      if (ok)
        g_string_append_c (can, "pasfxr"[i]);
    }
  g_assert_cmpstr (can->str, ==, allowed);
  g_string_free (can, TRUE);
}

static void
assert_refused (Fixture *fixture, gboolean ok, GError **error, const char *words)
{
  g_assert_false (ok);
  g_assert_error (*error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_assert_false (copil_store_in_transaction (fixture->store));
  g_clear_error (error);
}

static void
assert_event (GPtrArray *events, guint i, const char *date, const char *text)
{
  CopilFicheEvent *event = events->pdata[i];

  g_assert_cmpuint (i, <, events->len);
  g_assert_cmpstr (event->date, ==, date);
  g_assert_cmpstr (event->text, ==, text);
}

static void
test_whole_life (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL, public = NULL;

  assert_moves (fixture, "pax");
  g_assert_cmpint (copil_fiche_life_get_state (store, 1), ==, COPIL_FICHE_DRAFT);
  g_assert_true (copil_fiche_life_propose (store, 1, "2024-01-10", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (copil_store_get_undo_name (store), ==, "Propose: Fiche action F1");
  g_assert_cmpint (copil_fiche_life_get_state (store, 1), ==, COPIL_FICHE_PROPOSED);
  assert_moves (fixture, "ax");
  assert_refused (fixture, copil_fiche_life_start (store, 1, "2024-02-10", &error), &error,
                  "has not approved");

  g_assert_true (copil_fiche_life_approve (store, 1, 0, 2, NULL, &error));
  g_assert_no_error (error);
  assert_field (fixture, "approved", "2024-02-07");
  assert_field (fixture, "approval_meeting", "2");
  assert_field (fixture, "approval_decision", "2");
  assert_field (fixture, "status", "planned");
  g_assert_cmpint (copil_store_query_int (store, "SELECT fiche FROM decision WHERE id = 2", NULL),
                   ==, 1);
  assert_moves (fixture, "sx");

  g_assert_true (copil_fiche_life_start (store, 1, "2024-03-01", &error));
  assert_field (fixture, "status", "in_progress");
  assert_field (fixture, "start", "2024-03-01");
  assert_moves (fixture, "fx");
  assert_refused (fixture, copil_fiche_life_finish (store, 1, "2024-02-28", NULL, &error), &error,
                  "It began on");
  g_assert_true (copil_fiche_life_finish (store, 1, "2024-06-30", "All open", &error));
  assert_field (fixture, "status", "done");
  assert_field (fixture, "ended", "2024-06-30");
  assert_moves (fixture, "r");

  events = copil_fiche_life_list_events (store, 1, COPIL_FIGURES_ALL);
  g_assert_cmpuint (events->len, ==, 4);
  assert_event (events, 0, "2024-01-10", "Proposed on 10 January 2024");
  assert_event (events, 1, "2024-02-07",
                "Approved by the meeting of 7 February 2024, decision 2-01");
  assert_event (events, 2, "2024-03-01", "Begun on 1 March 2024");
  assert_event (events, 3, "2024-06-30", "Finished on 30 June 2024: All open");
  /* The decision is confidential. */
  public = copil_fiche_life_list_events (store, 1, COPIL_FIGURES_PUBLIC);
  assert_event (public, 1, "2024-02-07", "Approved by the meeting of 7 February 2024");

  g_assert_true (copil_fiche_life_reopen (store, 1, &error));
  assert_field (fixture, "status", "in_progress");
  assert_field (fixture, "ended", NULL);
  assert_field (fixture, "ending", NULL);
  for (guint i = 0; i < 5; i++)
    g_assert_true (copil_store_undo (store, &error));
  g_assert_no_error (error);
  assert_moves (fixture, "pax");
  assert_field (fixture, "proposed", NULL);
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (fiche) FROM decision WHERE id = 2", NULL), ==,
      0);
}

static void
test_approvals (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offered = copil_fiche_life_list_approvals (store, 1);
  static const struct
  {
    gint64 decision, meeting;
    gboolean about;
  } wanted[] = {
    { 4, 2, TRUE }, { 2, 2, FALSE }, { 1, 1, FALSE }, { 0, 2, FALSE }, { 0, 1, FALSE }
  };

  /* Neither what is about another fiche, nor what is still to come. */
  g_assert_cmpuint (offered->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      CopilFicheApproval *approval = offered->pdata[i];

      g_assert_cmpint (approval->decision, ==, wanted[i].decision);
      g_assert_cmpint (approval->meeting, ==, wanted[i].meeting);
      g_assert_cmpint (approval->about, ==, wanted[i].about);
    }
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 0, 3, NULL, &error), &error,
                  "another fiche");
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 1, 2, NULL, &error), &error,
                  "another meeting");
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 0, 0, NULL, &error), &error,
                  "which day");
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 0, 0, "2024-02-30", &error), &error,
                  "which day");
  g_assert_true (copil_fiche_life_propose (store, 1, "2024-01-10", &error));
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 1, 0, NULL, &error), &error,
                  "It was proposed on");
  /* By letter, without a meeting. */
  g_assert_true (copil_fiche_life_approve (store, 1, 0, 0, "2024-01-20", &error));
  g_assert_no_error (error);
  assert_field (fixture, "approval_meeting", NULL);
  assert_refused (fixture, copil_fiche_life_approve (store, 1, 0, 4, NULL, &error), &error,
                  "approved already");
  /* What runs already is approved late. */
  g_assert_true (copil_fiche_life_approve (store, 3, 2, 0, "2024-03-01", &error));
  g_assert_cmpint (copil_fiche_life_get_state (store, 3), ==, COPIL_FICHE_RUNNING);
}

static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;

  assert_refused (fixture, copil_fiche_life_abandon (store, 1, "2024-05-03", "  ", &error), &error,
                  "Say why");
  assert_refused (fixture, copil_fiche_life_finish (store, 1, "2024-05-03", NULL, &error), &error,
                  "not running yet");
  assert_refused (fixture, copil_fiche_life_reopen (store, 1, &error), &error, "not over");
  g_assert_true (copil_fiche_life_abandon (store, 1, "2024-05-03", " No money ", &error));
  g_assert_no_error (error);
  events = copil_fiche_life_list_events (store, 1, COPIL_FIGURES_ALL);
  g_assert_cmpuint (events->len, ==, 1);
  assert_event (events, 0, "2024-05-03", "Abandoned on 3 May 2024: No money");
  assert_moves (fixture, "r");
  g_assert_true (copil_fiche_life_reopen (store, 1, &error));
  assert_field (fixture, "status", "planned");
  assert_moves (fixture, "pax");
  g_assert_false (copil_fiche_life_start (store, 99, "2024-05-03", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING);
}

static void
assert_mean (GPtrArray *means, guint i, const char *funder, int year, double planned, double spent,
             const char *rest)
{
  CopilMean *mean = means->pdata[i];
  g_autofree char *said = copil_mean_say_rest (mean);

  g_assert_cmpuint (i, <, means->len);
  g_assert_cmpstr (mean->funder, ==, funder);
  g_assert_cmpint (mean->year, ==, year);
  if (isnan (planned))
    g_assert_true (isnan (mean->planned));
  else
    g_assert_cmpfloat (mean->planned, ==, planned);
  if (isnan (spent))
    g_assert_true (isnan (mean->spent));
  else
    g_assert_cmpfloat (mean->spent, ==, spent);
  g_assert_true (!said == !rest && (!rest || strstr (said, rest)));
}

static void
test_means (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) means = copil_means_list (fixture->store, 1);
  g_autoptr (GPtrArray) all = copil_means_sum (means, COPIL_MEANS_BY_NOTHING);
  g_autoptr (GPtrArray) funders = copil_means_sum (means, COPIL_MEANS_BY_FUNDER);
  g_autoptr (GPtrArray) years = copil_means_sum (means, COPIL_MEANS_BY_YEAR);
  g_autofree char *planned = NULL;

  g_assert_cmpuint (means->len, ==, 6);
  assert_mean (means, 0, "SCH", 2023, 1.5, 2, "over by 0.5");
  assert_mean (means, 5, NULL, 2024, NAN, NAN, NULL);
  g_assert_true (copil_mean_is_over (means->pdata[1]));
  g_assert_false (copil_mean_is_over (means->pdata[2]));
  /* Euros and people are never added together; what is not said makes a minimum. */
  g_assert_cmpuint (all->len, ==, 2);
  assert_mean (all, 0, NULL, 0, 1800, 1350, NULL);
  assert_mean (all, 1, NULL, 0, 1.5, 2, "over by 0.5");
  planned = copil_mean_format_planned (all->pdata[0]);
  g_assert_true (g_str_has_prefix (planned, "at least "));
  g_assert_cmpuint (funders->len, ==, 5);
  assert_mean (funders, 0, "UNI", 0, 1300, 1300, "as planned");
  assert_mean (funders, 1, "SCH", 0, 500, NAN, NULL);
  assert_mean (funders, 2, "Town", 0, NAN, 50, NULL);
  assert_mean (funders, 3, NULL, 0, NAN, NAN, NULL);
  assert_mean (funders, 4, "SCH", 0, 1.5, 2, "over by 0.5");
  g_assert_cmpuint (years->len, ==, 4);
  assert_mean (years, 0, NULL, 2023, 500, 50, NULL);
  assert_mean (years, 1, NULL, 2024, 1000, 1200, NULL);
  assert_mean (years, 2, NULL, 0, 300, 100, " left");
  assert_mean (years, 3, NULL, 2023, 1.5, 2, "over by 0.5");
}

static void
test_followup (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *reviewed = NULL, *later = NULL, *said = NULL;

  assert_refused (fixture,
                  copil_followup_add (store, "engagement", 1, "2024-05-01", "A", " ", &error) != 0,
                  &error, "empty");
  assert_refused (fixture,
                  copil_followup_add (store, "engagement", 1, "2024-05", "A", "b", &error) != 0,
                  &error, "which day");
  g_assert_cmpint (
      copil_followup_add (store, "engagement", 1, "2024-05-01", "Ann", " Seen. ", &error), !=, 0);
  g_assert_cmpint (copil_followup_add (store, "engagement", 2, "2024-05-01", NULL, "Old", &error),
                   !=, 0);
  g_assert_cmpint (copil_followup_add (store, "fiche", 1, "2024-05-02", NULL, "Met", &error), !=,
                   0);
  g_assert_no_error (error);
  reviewed =
      copil_store_query_dup_text (store, "SELECT reviewed FROM engagement WHERE id = 1", NULL);
  later = copil_store_query_dup_text (store, "SELECT reviewed FROM engagement WHERE id = 2", NULL);
  said = copil_store_query_dup_text (
      store, "SELECT author || ': ' || text FROM followup WHERE engagement = 1", NULL);
  g_assert_cmpstr (reviewed, ==, "2024-05-01");
  g_assert_cmpstr (later, ==, "2024-06-01");
  g_assert_cmpstr (said, ==, "Ann: Seen.");
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (*) FROM followup WHERE fiche = 1", NULL), ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (copil_store_undo (store, &error));
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM followup", NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("COPIL_TODAY", "2024-06-30", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fiche-life/whole", Fixture, NULL, set_up, test_whole_life, tear_down);
  g_test_add ("/fiche-life/approvals", Fixture, NULL, set_up, test_approvals, tear_down);
  g_test_add ("/fiche-life/abandoned", Fixture, NULL, set_up, test_abandoned, tear_down);
  g_test_add ("/means", Fixture, NULL, set_up, test_means, tear_down);
  g_test_add ("/followup", Fixture, NULL, set_up, test_followup, tear_down);
  return g_test_run ();
}
