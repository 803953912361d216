/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting while it lasts: lines that become decisions, the time that is spent, what is missing.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-change.h"
#include "copil-minutes-life.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-sitting.h"
#include "../support/scratch.h"

static char *folder;

typedef struct
{
  CopilStore *store;
  GError *error;
} Fixture;

static const char *script =
    "INSERT INTO convention (id, title, composition) VALUES (1, 'C', 'parity');"
    "INSERT INTO party (id, name, side, position) VALUES (1, 'État', 1, 1), (2, 'Union', 2, 2);"
    "INSERT INTO person (id, name, party, member, position) VALUES (1, 'Anne', 1, 1, 1), (2, "
    "'Bruno',"
    " 2, 1, 2);"
    "INSERT INTO axis (id, label, title, position) VALUES (1, '2', 'Campus', 1);"
    "INSERT INTO engagement (id, axis, text, position) VALUES (1, 1, 'Accueillir', 1);"
    "INSERT INTO fiche (id, title, position) VALUES (1, 'Campus', 1);"
    "INSERT INTO meeting (id, title, date, time, minutes) VALUES (1, 'Premier', '2024-02-01', "
    "'10:00',"
    " 'draft'), (2, 'Second', '2024-03-15', '14:00', 'draft');"
    "INSERT INTO item (id, meeting, label, title, notes, position) VALUES (1, 2, '1', "
    "'Approbation',"
    " NULL, 1), (2, 2, '2', 'Campus', 'Échange.\n- Écrire aux lycées\nSuite.', 2), (3, 2, '3',"
    " 'Divers', NULL, 3);"
    "INSERT INTO attendance (id, meeting, person, state, position) VALUES (1, 2, 1, 'present', 1);";

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "sitting.copil", NULL);
  CopilStore *store = copil_store_create_from_script (path, script, &fixture->error);

  g_assert_no_error (fixture->error);
  g_object_unref (store);
  fixture->store = copil_store_open (path, COPIL_STORE_READ_WRITE, &fixture->error);
  g_assert_no_error (fixture->error);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (copil_store_get_path (fixture->store));

  g_assert_no_error (fixture->error);
  g_object_unref (fixture->store);
  g_unlink (path);
}

static gint64
ask (Fixture *fixture, const char *sql)
{
  return copil_store_query_int (fixture->store, sql, "");
}

static void
assert_text (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *text = copil_store_query_dup_text (fixture->store, sql, "");

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_lines (const char *notes, guint start, guint end, const char *taken, const char *rest)
{
  g_autofree char *took = NULL, *left = NULL;

  copil_sitting_take_lines (notes, start, end, &took, &left);
  g_assert_cmpstr (took, ==, taken);
  g_assert_cmpstr (left, ==, rest);
}

static void
test_lines (void)
{
  const char *notes = "Échange.\n- Écrire aux lycées\n\n* Suite";

  assert_lines (NULL, 0, 0, "", "");
  assert_lines ("", 0, 0, "", "");
  assert_lines ("Seule", 3, 3, "Seule", "");
  assert_lines (notes, 0, 0, "Échange.", "- Écrire aux lycées\n\n* Suite");
  assert_lines (notes, 8, 8, "Échange.", "- Écrire aux lycées\n\n* Suite");
  assert_lines (notes, 9, 9, "Écrire aux lycées", "Échange.\n\n* Suite");
  assert_lines (notes, 29, 29, "", "Échange.\n- Écrire aux lycées\n* Suite");
  assert_lines (notes, 37, 37, "Suite", "Échange.\n- Écrire aux lycées\n");
  assert_lines (notes, 3, 12, "Échange.\nÉcrire aux lycées", "\n* Suite");
  assert_lines (notes, 0, 37, "Échange.\nÉcrire aux lycées\nSuite", "");
  /* To the beginning of the next line, and from the end of the one before. */
  assert_lines (notes, 0, 9, "Échange.", "- Écrire aux lycées\n\n* Suite");
  assert_lines (notes, 8, 12, "Écrire aux lycées", "Échange.\n\n* Suite");
  assert_lines ("  • Point\n— Autre", 0, 0, "Point", "— Autre");
  assert_lines ("-5 % de sorties", 0, 0, "-5 % de sorties", "");
}

/* The line leaves the notes and the decision comes in one transaction, which one undo takes back.
 */
static void
test_decide (Fixture *fixture, gconstpointer data)
{
  g_autofree char *taken = NULL, *rest = NULL;
  CopilSittingDecision decision = {
    .type = "action", .lead = 2, .due = "2024-06-15", .engagement = 1
  };
  gint64 id, second;
  gint64 entries = ask (fixture, "SELECT count(*) FROM journal");

  copil_sitting_take_lines ("Échange.\n- Écrire aux lycées\nSuite.", 12, 12, &taken, &rest);
  decision.text = taken;
  id = copil_sitting_decide (fixture->store, 2, &decision, rest, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM journal"), ==, entries + 1);
  assert_text (fixture, "SELECT notes FROM item WHERE id = 2", "Échange.\nSuite.");
  assert_text (
      fixture,
      "SELECT label || '|' || type || '|' || text || '|' || item || '|' || meeting || '|' ||"
      " lead || '|' || due || '|' || engagement || '|' || status FROM decision",
      "2024-2-01|action|Écrire aux lycées|2|2|2|2024-06-15|1|planned");
  decision = (CopilSittingDecision){ .type = "decision", .text = "Poursuivre", .fiche = 1 };
  second = copil_sitting_decide (fixture->store, 3, &decision, NULL, &fixture->error);
  assert_text (fixture, "SELECT label FROM decision ORDER BY id DESC LIMIT 1", "2024-2-02");
  assert_text (fixture, "SELECT notes FROM item WHERE id = 3", NULL);

  g_assert_true (copil_store_undo (fixture->store, &fixture->error));
  g_assert_true (copil_store_undo (fixture->store, &fixture->error));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM decision"), ==, 0);
  assert_text (fixture, "SELECT notes FROM item WHERE id = 2",
               "Échange.\n- Écrire aux lycées\nSuite.");
  g_assert_true (copil_store_redo (fixture->store, &fixture->error));
  g_assert_true (copil_store_redo (fixture->store, &fixture->error));
  assert_text (fixture, "SELECT notes FROM item WHERE id = 2", "Échange.\nSuite.");

  decision =
      (CopilSittingDecision){ .type = "action", .text = "Clore", .lead = 1, .due = "2024-12-31" };
  g_assert_true (copil_sitting_revise (fixture->store, second, &decision, &fixture->error));
  assert_text (
      fixture,
      "SELECT label || type || text || lead || due || (fiche IS NULL) FROM decision ORDER BY"
      " id DESC LIMIT 1",
      "2024-2-02actionClore12024-12-311");

  /* Nothing is done where it cannot be. */
  decision.text = "";
  g_assert_cmpint (copil_sitting_decide (fixture->store, 2, &decision, "", &fixture->error), ==, 0);
  g_assert_error (fixture->error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&fixture->error);
  assert_text (fixture, "SELECT notes FROM item WHERE id = 2", "Échange.\nSuite.");
  g_assert_false (copil_store_in_transaction (fixture->store));
  decision = (CopilSittingDecision){ .type = "decision", .text = "Rien", .lead = 99 };
  g_assert_false (copil_sitting_revise (fixture->store, second, &decision, &fixture->error));
  g_clear_error (&fixture->error);
  assert_text (fixture, "SELECT text FROM decision ORDER BY id DESC LIMIT 1", "Clore");
}

static void
set_times (Fixture *fixture, const char *time, const char *end)
{
  const CopilKind *kind = copil_kind_get ("meeting");

  g_assert_true (copil_store_edit (fixture->store, kind, 2, "time", time, &fixture->error));
  g_assert_true (copil_store_edit (fixture->store, kind, 2, "end_time", end, &fixture->error));
}

/* The time is added up, and what was typed can be taken back all the same. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("item"), 2, "notes", "Typed",
                                   &fixture->error));
  g_assert_true (copil_sitting_spend (fixture->store, 2, 60, &fixture->error));
  g_assert_true (copil_sitting_spend (fixture->store, 2, 0, &fixture->error));
  g_assert_true (copil_sitting_spend (fixture->store, 2, 45, &fixture->error));
  g_assert_true (copil_sitting_spend (fixture->store, 99, 45, &fixture->error));
  g_assert_cmpint (ask (fixture, "SELECT elapsed FROM item WHERE id = 2"), ==, 105);
  g_assert_true (copil_store_undo (fixture->store, &fixture->error));
  g_assert_cmpint (ask (fixture, "SELECT elapsed FROM item WHERE id = 2"), ==, 105);
  g_assert_cmpint (ask (fixture, "SELECT notes LIKE 'Échange%' FROM item WHERE id = 2"), ==, 1);

  g_assert_true (copil_sitting_is_now (fixture->store, 2));
  g_assert_false (copil_sitting_is_now (fixture->store, 1));

  /* The evening's meeting goes on after midnight, that of the day before does not. */
  g_setenv ("COPIL_TODAY", "2024-03-16", TRUE);
  g_setenv ("COPIL_TIME", "00:40", TRUE);
  g_assert_false (copil_sitting_is_now (fixture->store, 2));
  set_times (fixture, "21:30", NULL);
  g_assert_true (copil_sitting_is_now (fixture->store, 2));
  set_times (fixture, "17:00", "01:15");
  g_assert_true (copil_sitting_is_now (fixture->store, 2));
  set_times (fixture, "09:00", "12:00");
  g_assert_false (copil_sitting_is_now (fixture->store, 2));
  set_times (fixture, "21:30", NULL);
  g_setenv ("COPIL_TIME", "09:00", TRUE);
  g_assert_false (copil_sitting_is_now (fixture->store, 2));
  g_unsetenv ("COPIL_TIME");
  g_setenv ("COPIL_TODAY", "2024-03-15", TRUE);
  g_assert_true (copil_minutes_life_propose (fixture->store, 2, "2024-03-15", &fixture->error));
  g_assert_false (copil_sitting_is_now (fixture->store, 2));
}

static void
test_lengths (void)
{
  static const struct
  {
    guint seconds;
    const char *said;
  } lengths[] = { { 0, "0 s" },       { 59, "59 s" },     { 60, "1 min" },
                  { 3599, "59 min" }, { 3600, "1 h 00" }, { 7500, "2 h 05" } };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *said = copil_sitting_format_length (lengths[i].seconds);

      g_assert_cmpstr (said, ==, lengths[i].said);
    }
}

/* An unforeseen item comes after the one that is being discussed, and the numbers follow. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  gint64 id = copil_sitting_add_item (fixture->store, 2, 1, &fixture->error), first;

  g_assert_no_error (fixture->error);
  assert_text (
      fixture,
      "SELECT group_concat (label || id, ' ') FROM (SELECT label, CASE WHEN id > 9 THEN 'x'"
      " ELSE id END AS id FROM item WHERE meeting = 2 ORDER BY position)",
      "11 2x 32 43");
  g_assert_true (copil_store_undo (fixture->store, &fixture->error));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM item"), ==, 3);
  g_assert_cmpint (id, >, 3);
  copil_sitting_add_item (fixture->store, 2, 0, &fixture->error);
  assert_text (fixture, "SELECT label FROM item WHERE meeting = 2 ORDER BY position DESC LIMIT 1",
               "4");
  first = copil_sitting_add_item (fixture->store, 1, 0, &fixture->error);
  g_assert_cmpint (first, !=, 0);
  assert_text (fixture, "SELECT label FROM item WHERE meeting = 1", "1");
}

static gboolean
says (Fixture *fixture, const char *part)
{
  g_autoptr (GPtrArray) list = copil_sitting_list_missing (fixture->store, 2);

  for (guint i = 0; i < list->len; i++)
    if (strstr (list->pdata[i], part))
      return TRUE;
  return FALSE;
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  const CopilKind *item = copil_kind_get ("item"), *meeting = copil_kind_get ("meeting");
  CopilSittingDecision decision = { .type = "decision", .text = "Agir" };
  g_autofree char *both = copil_sitting_say_missing (TRUE, TRUE),
                  *nothing = copil_sitting_say_missing (FALSE, FALSE);
  gint64 id;

  g_assert_true (says (fixture, "1 person of the attendance"));
  g_assert_true (says (fixture, "Without notes or decision: 1, 3."));
  g_assert_true (says (fixture, "time at which the meeting ends"));
  g_assert_true (says (fixture, "next meeting"));
  g_assert_false (says (fixture, "charge"));
  g_assert_nonnull (both);
  g_assert_null (nothing);

  id = copil_sitting_decide (fixture->store, 3, &decision, NULL, &fixture->error);
  g_assert_true (says (fixture, "in charge of 1 decision."));
  g_assert_true (says (fixture, "No date is set for 1 decision."));
  g_assert_true (says (fixture, "Without notes or decision: 1."));
  g_assert_true (copil_store_edit (fixture->store, item, 1, "adjourned", "1", &fixture->error));
  g_assert_false (says (fixture, "Without notes"));

  /* Parity, and only one side is there. */
  g_assert_true (copil_store_begin (fixture->store, "Attendance", &fixture->error));
  g_assert_cmpint (copil_store_insert (fixture->store, copil_kind_get ("attendance"),
                                       &fixture->error, "meeting", "2", "person", "2", "state",
                                       "absent", NULL),
                   !=, 0);
  g_assert_true (copil_store_commit (fixture->store, &fixture->error));
  g_assert_false (says (fixture, "still to note"));
  g_assert_true (says (fixture, "Union"));
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("attendance"), 1, "state",
                                   "represented", &fixture->error));
  g_assert_true (says (fixture, "1 represented person"));

  /* What is adopted needs neither. */
  decision.adopted = TRUE;
  g_assert_true (copil_sitting_revise (fixture->store, id, &decision, &fixture->error));
  g_assert_false (says (fixture, "in charge of"));
  g_assert_false (says (fixture, "No date is set"));
  decision.adopted = FALSE;
  g_assert_true (copil_sitting_revise (fixture->store, id, &decision, &fixture->error));
  g_assert_true (says (fixture, "in charge of 1 decision."));
  /* A signatory as such is in charge, too; it is taken away again. */
  decision.party = 1;
  g_assert_true (copil_sitting_revise (fixture->store, id, &decision, &fixture->error));
  g_assert_false (says (fixture, "in charge of"));
  g_assert_true (says (fixture, "No date is set for 1 decision."));
  decision.party = 0;
  g_assert_true (copil_sitting_revise (fixture->store, id, &decision, &fixture->error));
  g_assert_true (says (fixture, "in charge of 1 decision."));
  decision.lead = 1;
  decision.due = "2024-04-01";
  g_assert_true (copil_sitting_revise (fixture->store, id, &decision, &fixture->error));
  g_assert_true (
      copil_store_edit (fixture->store, meeting, 2, "end_time", "16:00", &fixture->error));
  g_assert_true (
      copil_store_edit (fixture->store, meeting, 2, "next_date", "2024-09-15", &fixture->error));
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("attendance"), 1,
                                   "represented_by", "Chloé", &fixture->error));
  g_assert_false (says (fixture, "charge"));
  g_assert_false (says (fixture, "meeting ends"));
  g_assert_false (says (fixture, "next meeting"));
  g_assert_false (says (fixture, "by whom"));
}

/* What the sitting asks of its agenda. */
static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GArray) none = copil_sitting_list_decisions (store, 1);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (copil_sitting_is_attended (store, 2));
  g_assert_false (copil_sitting_is_attended (store, 1));
  g_assert_cmpint (copil_sitting_find_untreated (store, 2), ==, 1);
  copil_sitting_spend (store, 1, 90, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (copil_sitting_find_untreated (store, 2), ==, 2);
  g_assert_cmpint (copil_sitting_get_spent (store, 2), ==, 90);
  copil_store_edit (store, copil_kind_get ("item"), 2, "duration", "20", &fixture->error);
  g_assert_cmpuint (copil_sitting_get_planned (store, 2), ==, 20 * 60);
  g_assert_cmpuint (copil_sitting_get_planned (store, 1), ==, 0);
  g_assert_true (copil_sitting_holds (store, 2, "item", 3));
  g_assert_false (copil_sitting_holds (store, 1, "item", 3));
  g_assert_false (copil_sitting_holds (store, 2, "decision", 3));
}

/* What a person does with a record is one step of undo, and the agenda keeps its numbers. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("item");
  const char *fields[] = { "meeting" }, *values[] = { "2" };
  CopilStore *store = fixture->store;
  gint64 id = copil_change_add (store, kind, 1, fields, values, &fixture->error), copy;
  g_autofree char *titled =
      copil_store_query_dup_text (store, "SELECT title FROM item WHERE id = ?1", "i", id);
  g_autofree char *numbers = NULL;

  g_assert_no_error (fixture->error);
  g_assert_cmpstr (titled, ==, "New: Agenda item");
  g_assert_cmpstr (copil_store_get_undo_name (store), ==, "Add: Agenda item");
  copy = copil_change_duplicate (store, kind, id, &fixture->error);
  g_assert_cmpint (copy, >, id);
  g_assert_true (copil_change_delete (store, kind, copy, &fixture->error));
  g_assert_true (copil_change_delete (store, kind, id, &fixture->error));
  g_assert_true (copil_change_place (store, kind, 3, 1, &fixture->error));
  g_assert_true (copil_change_shift (store, kind, 3, 1, &fixture->error));
  g_assert_true (copil_change_delete (store, kind, 1, &fixture->error));
  numbers = copil_store_query_dup_text (store,
                                        "SELECT group_concat (id || ':' || label) FROM (SELECT id, "
                                        "label FROM item ORDER BY position)",
                                        NULL);
  g_assert_cmpstr (numbers, ==, "3:1,2:2");
  /* At the end already: nothing has changed, and nothing is wrong. */
  g_assert_false (copil_change_shift (store, kind, 2, 1, &fixture->error));
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (copil_store_get_undo_name (store), ==, "Delete: Agenda item 1");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = scratch_folder_new ();
#define ADD(name, function) g_test_add ("/sitting/" name, Fixture, NULL, setup, function, teardown)
  g_test_add_func ("/sitting/lines", test_lines);
  g_test_add_func ("/sitting/lengths", test_lengths);
  ADD ("decide", test_decide);
  ADD ("time", test_time);
  ADD ("items", test_items);
  ADD ("missing", test_missing);
  ADD ("agenda", test_agenda);
  ADD ("change", test_change);
#undef ADD
  status = g_test_run ();
  scratch_folder_remove (folder);
  g_free (folder);
  return status;
}
