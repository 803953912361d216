/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "copil-agreed.h"
#include "copil-amendable.h"
#include "copil-minutes-life-decision.h"
#include "copil-minutes-life-text.h"
#include "copil-minutes-life.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (
      fixture->path,
      "INSERT INTO party (id, name, short_name, side, position) VALUES"
      " (1, 'Schools', 'SCH', '1', 1.0), (2, 'Union', 'UNI', '2', 2.0);"
      "INSERT INTO convention (id, title, minutes_proposer) VALUES (1, 'Test', 2);"
      "INSERT INTO person (id, civility, name, party, position) VALUES"
      " (1, 'Mme', 'Anne Aubert', 1, 1.0);"
      "INSERT INTO axis (id, title, position) VALUES (1, 'One', 1.0);"
      "INSERT INTO engagement (id, axis, label, text, note, status, position) VALUES"
      " (1, 1, '1.1', 'Open the doors', 'Begun.', 'in_progress', 1.0);"
      "INSERT INTO fiche (id, title, status, position) VALUES (1, 'Doors', 'planned', 1.0);"
      "INSERT INTO meeting (id, date, minutes, chair) VALUES (1, '2023-02-07', 'draft', 1),"
      " (2, '2024-02-07', 'draft', 1), (3, '2025-02-07', 'draft', NULL);"
      "INSERT INTO item (id, meeting, title, notes, position) VALUES"
      " (1, 2, 'Doors', 'First line.\nSecond line.\nThird line.', 1.0), (2, 2, 'Rest', NULL, 2.0);"
      "INSERT INTO decision (id, meeting, label, text, status, due, engagement, fiche, position)"
      " VALUES (1, 1, '2023-1-01', 'Write', 'planned', '2023-03-01', 1, 1, 1.0),"
      " (2, 1, NULL, 'Done', 'done', NULL, NULL, NULL, 2.0),"
      " (3, 2, NULL, 'Own', 'planned', NULL, NULL, NULL, 1.0),"
      " (4, 3, NULL, 'Later', 'planned', NULL, NULL, NULL, 1.0),"
      " (5, 1, NULL, 'No date', NULL, NULL, NULL, NULL, 3.0);",
      &error);
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

static void
run (CopilStore *store, const char *kind, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  copil_store_edit (store, copil_kind_get (kind), 1, field, value, &error);
  g_assert_no_error (error);
}

static void
validate (CopilStore *store, const char *party)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  copil_store_begin (store, "test", &error);
  id = copil_store_insert (store, copil_kind_get ("validation"), &error, "meeting", "2", "party",
                           party, "date", "2024-03-01", NULL);
  g_assert_cmpint (id, !=, 0);
  g_assert_true (copil_agreed_bind (store, "validation", id, &error));
  copil_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
clear (CopilStore *store)
{
  g_autoptr (GError) error = NULL;

  while (copil_store_query_int (store, "SELECT count (*) FROM validation", NULL))
    copil_store_undo (store, &error);
  g_assert_no_error (error);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  /* "-": the validation of no single signatory */
  static const struct
  {
    const char *rule, *given;
    const char *missing; /* NULL: complete */
  } cases[] = {
    { NULL, "", "The validations of SCH and of UNI are missing." },
    { "all", "1", "The validation of UNI is missing." },
    { "all", "12", NULL },
    { "all", "-", "The validations of SCH and of UNI are missing." },
    { "committee", "", "The validation by the next committee is missing." },
    { "committee", "12", "The validation by the next committee is missing." },
    { "committee", "-", NULL },
    { "chair", "", "The validation by Mme Anne Aubert, in the chair, is missing." },
    { "chair", "2", "The validation by Mme Anne Aubert, in the chair, is missing." },
    { "chair", "1", NULL },
    { "chair", "-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilMinutesLife) life = NULL;
      g_autofree char *missing = NULL;

      run (fixture->store, "convention", "minutes_validation", cases[i].rule);
      for (const char *c = cases[i].given; *c; c++)
        {
          char party[] = { *c, '\0' };
          validate (fixture->store, *c == '-' ? NULL : party);
        }
      life = copil_minutes_life_new (fixture->store, 2);
      missing = copil_minutes_life_say_missing (life);
      g_test_message ("%s %s", cases[i].rule, cases[i].given);
      g_assert_cmpstr (missing, ==, cases[i].missing);
      g_assert_cmpint (life->complete, ==, cases[i].missing == NULL);
      clear (fixture->store);
    }
  g_assert_null (copil_minutes_life_new (fixture->store, 99));
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL, *rule = NULL;
  g_autoptr (CopilMinutesLife) life = NULL;

  g_assert_true (copil_minutes_life_propose (fixture->store, 2, "2024-02-20", &error));
  date = copil_store_query_dup_text (fixture->store,
                                     "SELECT minutes || proposed FROM meeting WHERE id = 2", NULL);
  g_assert_cmpstr (date, ==, "proposed2024-02-20");
  g_assert_false (copil_minutes_life_propose (fixture->store, 2, "2024-02-21", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  life = copil_minutes_life_new (fixture->store, 2);
  rule = copil_minutes_life_say_rule (life);
  g_assert_cmpstr (rule, ==,
                   "Rule of the convention: UNI proposes, every signatory validates the minutes.");
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_cmpint (copil_store_query_int (
                       fixture->store,
                       "SELECT minutes = 'draft' AND proposed IS NULL FROM meeting WHERE id = 2",
                       NULL),
                   ==, 1);
}

static void
ask (CopilStore *store, gint64 amendment, const char *text)
{
  g_autoptr (GError) error = NULL;

  copil_store_edit (store, copil_kind_get ("correction"), amendment, "new_text", text, &error);
  g_assert_no_error (error);
}

static void
test_amendments (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL, *missing = NULL, *again = NULL;
  g_autoptr (CopilMinutesLife) life = NULL;
  gboolean replaced;
  guint lapsed;
  gint64 first, second;

  g_assert_cmpint (copil_minutes_life_add_amendment (store, 2, 1, "2024-02-21", &error), ==, 0);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  copil_minutes_life_propose (store, 2, "2024-02-20", &error);
  first = copil_minutes_life_add_amendment (store, 2, 1, "2024-02-21", &error);
  second = copil_minutes_life_add_amendment (store, 2, 2, "2024-02-21", &error);
  g_assert_no_error (error);
  ask (store, first, "First line.\nSecond line.\nLast line.");
  /* Moved to the item, both texts are its notes, as nothing was asked for yet. */
  g_assert_true (copil_minutes_life_set_subject (store, second, NULL, 1, &error));
  ask (store, second, "Opening line.\nSecond line.\nThird line.");
  validate (store, "1");
  validate (store, "2");
  life = copil_minutes_life_new (store, 2);
  missing = copil_minutes_life_say_missing (life);
  g_assert_cmpstr (missing, ==, "2 amendments have no answer yet.");
  g_assert_false (life->complete);

  g_assert_false (copil_minutes_life_refuse (store, first, "", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (life->amended);
  g_assert_true (copil_minutes_life_accept (store, first, NULL, &replaced, &lapsed, &error));
  g_assert_true (replaced);
  g_assert_cmpuint (lapsed, ==, 2);
  g_clear_pointer (&life, copil_minutes_life_free);
  life = copil_minutes_life_new (store, 2);
  g_assert_true (life->amended);
  /* The second was written over the same text: only its own paragraph is replaced. */
  g_assert_true (copil_minutes_life_accept (store, second, "Right.", &replaced, &lapsed, &error));
  g_assert_true (replaced);
  notes = copil_store_query_dup_text (store, "SELECT notes FROM item WHERE id = 1", NULL);
  g_assert_cmpstr (notes, ==, "Opening line.\nSecond line.\nLast line.");
  g_assert_cmpint (copil_store_query_int (
                       store, "SELECT count (*) FROM meeting WHERE minutes = 'amended'", NULL),
                   ==, 1);
  g_assert_false (copil_minutes_life_accept (store, second, NULL, &replaced, &lapsed, &error));
  g_clear_error (&error);
  /* One undo takes all of one answer back. */
  g_assert_true (copil_store_undo (store, &error));
  g_assert_true (copil_store_undo (store, &error));
  again = copil_store_query_dup_text (store, "SELECT notes FROM item WHERE id = 1", NULL);
  g_assert_cmpstr (again, ==, "First line.\nSecond line.\nThird line.");
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM validation", NULL), ==, 2);
  g_assert_true (copil_minutes_life_refuse (store, first, "No.", &error));
  g_assert_cmpint (copil_store_query_int (
                       store, "SELECT count (*) FROM correction WHERE state = 'refused'", NULL),
                   ==, 1);
}

/* Everything that the minutes say can be amended, also what is ticked. */
static void
test_subjects (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *about, *sql, *asked;
    gint64 id;
  } cases[] = {
    { "decision", "SELECT text FROM decision WHERE id = 3", "Own and share", 3 },
    { "opening", "SELECT introduction FROM meeting WHERE id = 2", "The chair opens.", 0 },
    { "closing", "SELECT conclusion FROM meeting WHERE id = 2", "The chair thanks all.", 0 },
    { "attendance", "SELECT state FROM attendance WHERE id = 1", "Anne Aubert: Excused", 0 },
    { NULL, "SELECT notes FROM item WHERE id = 2", "Nothing else.", 2 },
  };
  CopilStore *store = fixture->store;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (store, "Setup", &error));
  copil_store_insert (store, copil_kind_get ("attendance"), &error, "meeting", "2", "person", "1",
                      "state", "present", NULL);
  g_assert_true (copil_store_commit (store, &error));
  copil_minutes_life_propose (store, 2, "2024-02-20", &error);
  g_assert_no_error (error);
  list = copil_amendable_list (store, 2);
  g_assert_cmpuint (list->len, ==,
                    7); /* the whole, attendance, opening, two items, a decision, closing */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = copil_amendable_dup_text (store, 2, cases[i].about, cases[i].id);
      g_autofree char *old = NULL, *after = NULL, *again = NULL;
      gint64 id = copil_minutes_life_add_amendment (store, 2, 1, "2024-02-21", &error);
      gboolean replaced;
      guint lapsed;

      g_assert_no_error (error);
      g_assert_true (
          copil_minutes_life_set_subject (store, id, cases[i].about, cases[i].id, &error));
      old = copil_store_query_dup_text (store, "SELECT old_text FROM correction WHERE id = ?1", "i",
                                        id);
      g_assert_cmpstr (old, ==, before);
      if (g_strcmp0 (cases[i].about, "attendance") == 0)
        g_assert_cmpstr (before, ==, "Anne Aubert: Present");
      ask (store, id, cases[i].asked);
      g_assert_true (copil_minutes_life_accept (store, id, NULL, &replaced, &lapsed, &error));
      g_assert_true (replaced);
      after = copil_amendable_dup_text (store, 2, cases[i].about, cases[i].id);
      g_assert_cmpstr (after, ==, cases[i].asked);
      g_assert_true (copil_store_undo (store, &error));
      again = copil_amendable_dup_text (store, 2, cases[i].about, cases[i].id);
      g_assert_cmpstr (again, ==, before);
    }
}

static gint64
amend (CopilStore *store, const char *about, gint64 item, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  gint64 id = copil_minutes_life_add_amendment (store, 2, 1, "2024-02-21", &error);

  g_assert_true (copil_minutes_life_set_subject (store, id, about, item, &error));
  copil_store_edit (store, copil_kind_get ("correction"), id, "old_text", before, &error);
  copil_store_edit (store, copil_kind_get ("correction"), id, "new_text", after, &error);
  g_assert_no_error (error);
  return id;
}

/* What is accepted is in the minutes, or it is said why not and nothing is answered. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *about;
    gint64 id;
    const char *before, *after;
    const char *said; /* by the minutes then; NULL where it fails */
    gboolean unplaced;
  } cases[] = {
    { "attendance", 0, "Anne Aubert: Excused\nPaul Petit: Present",
      "Anne Aubert: Present\nPaul Petit: Present", "Anne Aubert: Present\nPaul Petit: Excused" },
    { "attendance", 0, "Anne Aubert : Excusé\nPaul Petit : Présent",
      "Anne Aubert : Excusé\n\n Mme Anne AUBERT : Absente \nPaul Petit : Représenté",
      "Anne Aubert: Absent\nPaul Petit: Represented" },
    { "attendance", 0, "Anne Aubert: Excused", "Anne Aubert: –",
      "Anne Aubert: –\nPaul Petit: Excused" },
    { "attendance", 0, NULL, "M. Paul Petit : présent",
      "Anne Aubert: Excused\nPaul Petit: Present" },
    { "attendance", 0, "Anne Aubert: Excused\nPaul Petit: Excused", "Paul Petit: Present",
      "Anne Aubert: Excused\nPaul Petit: Present" },
    { "attendance", 0, "Anne Aubert: Excused", NULL, NULL },
    /* gone from the list since */
    { "attendance", 0, "Zoé Zola: Present", NULL, "Anne Aubert: Excused\nPaul Petit: Excused" },
    { "attendance", 0, NULL, "Anne Aubert was there", NULL },
    { "attendance", 0, NULL, "Anne Aubert: was there", NULL },
    { "attendance", 0, NULL, ": Present", NULL },
    { "attendance", 0, NULL, "Anne Auber: Present", NULL },
    { "attendance", 0, NULL, "Paul Petit: Present\nZoé Zola: Present", NULL },
    { "attendance", 0, "Anne Aubert: Excused\nPaul Petit: Excused", "Anne Aubert: Excused", NULL },
    { NULL, 1, "Line", "Rule", NULL },
    { NULL, 1, "First line.", "", "\nSecond line.\nThird line." },
    { NULL, 1, "Gone since.", "Third line.", "First line.\nSecond line.\nThird line." },
    { NULL, 2, "Gone since.", "New.", NULL },
    { "opening", 0, "Gone since.", "New.", NULL },
    { "closing", 0, NULL, "New.", "New." },
    { "decision", 3, "Own", "", NULL },
    { "decision", 3, "Owned", "Shared", NULL },
    { "decision", 3, "Own", "Share", "Share" },
    { NULL, 0, "Anything", "New.", NULL, TRUE },
  };
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (store, "Setup", &error));
  copil_store_insert (store, copil_kind_get ("person"), &error, "civility", "M.", "name",
                      "Paul Petit", "party", "2", NULL);
  copil_store_insert (store, copil_kind_get ("attendance"), &error, "meeting", "2", "person", "1",
                      "state", "excused", NULL);
  g_assert_true (copil_store_commit (store, &error));
  g_assert_true (copil_store_begin (store, "Setup", &error));
  {
    g_autofree char *paul =
        copil_store_query_dup_text (store, "SELECT id FROM person WHERE id <> 1", NULL);
    copil_store_insert (store, copil_kind_get ("attendance"), &error, "meeting", "2", "person",
                        paul, "state", "excused", "reason", "ill", NULL);
  }
  g_assert_true (copil_store_commit (store, &error));
  copil_minutes_life_propose (store, 2, "2024-02-20", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 head, id = amend (store, cases[i].about, cases[i].id, cases[i].before, cases[i].after);
      g_autofree char *before = copil_amendable_dup_text (store, 2, cases[i].about, cases[i].id);
      g_autofree char *after = NULL, *state = NULL;
      gboolean ok, replaced, fails = !cases[i].said && !cases[i].unplaced;
      guint lapsed;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      head = copil_store_get_head (store);
      ok = copil_minutes_life_accept (store, id, NULL, &replaced, &lapsed, &error);
      after = copil_amendable_dup_text (store, 2, cases[i].about, cases[i].id);
      state =
          copil_store_query_dup_text (store, "SELECT state FROM correction WHERE id = ?1", "i", id);
      g_assert_cmpint (ok, ==, !fails);
      g_assert_cmpstr (state, ==, fails ? "proposed" : "accepted");
      g_assert_cmpstr (after, ==, cases[i].said ? cases[i].said : before);
      if (fails)
        {
          g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
          g_assert_cmpint (copil_store_get_head (store), ==, head);
          /* Read whole in a toast. */
          g_assert_cmpint (g_utf8_strlen (error->message, -1), <=, 95);
          g_clear_error (&error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (replaced, ==, !cases[i].unplaced);
      g_assert_true (copil_store_undo (store, &error));
    }
}

static void
test_replace (void)
{
  static const struct
  {
    const char *text, *before, *after, *expected;
  } cases[] = {
    { "a b c", "b", "x", "a x c" },
    { "a b b", "b", "x", NULL },
    { NULL, NULL, "new", "new" },
    { "there", NULL, "new", NULL },
    { "one\ntwo\nTHREE", "one\ntwo\nthree", "one\n2\nthree", "one\n2\nTHREE" },
    { "one\ntwo\nTHREE", "one\ntwo\nthree", "one\nand\ntwo\nthree", "one\nand\ntwo\nTHREE" },
    { "one\ntwo\nTHREE", "one\ntwo\nthree", "zero\none\ntwo\nthree", "zero\none\ntwo\nTHREE" },
    { "one\ntwo\nTHREE", "one\ntwo\nthree", "one\nthree", "one\nTHREE" },
    { "elsewhere", "one", "two", NULL },
    { "gone", "gone", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got =
          copil_minutes_text_replace (cases[i].text, cases[i].before, cases[i].after);

      g_test_message ("%u", i);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static char *
say_ranges (const char *text, GArray *ranges)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      CopilTextRange range = g_array_index (ranges, CopilTextRange, i);
      g_autofree char *part = g_utf8_substring (text, range.start, range.end);
      g_string_append_printf (said, "[%s]", part);
    }
  return g_string_free (said, FALSE);
}

static void
test_compare (void)
{
  static const struct
  {
    const char *before, *after, *gone, *come;
  } cases[] = {
    { "the same", "the same", "", "" },
    { "ouvert à l’été", "fermé à l’été", "[ouvert]", "[fermé]" },
    { "a b c d", "a c d e", "[b ]", "[ e]" },
    { "", "all new", "", "[all new]" },
    { "12 classes, 3 sites", "14 classes, 3 sites", "[12]", "[14]" },
  };
  g_autoptr (GString) long_a = g_string_new (NULL), long_b = g_string_new (NULL);
  g_autoptr (GArray) gone = NULL, come = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) left = NULL, right = NULL;
      g_autofree char *a = NULL, *b = NULL;

      copil_minutes_text_compare (cases[i].before, cases[i].after, &left, &right);
      a = say_ranges (cases[i].before, left);
      b = say_ranges (cases[i].after, right);
      g_assert_cmpstr (a, ==, cases[i].gone);
      g_assert_cmpstr (b, ==, cases[i].come);
    }
  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (long_a, "a%u ", i);
      g_string_append_printf (long_b, "b%u ", i);
    }
  copil_minutes_text_compare (long_a->str, long_b->str, &gone, &come);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpuint (come->len, ==, 1);
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = copil_minutes_life_list_open (store, 2);
  g_autofree char *note = NULL, *step = NULL;

  g_assert_cmpuint (open->len, ==, 2);
  g_assert_cmpint (g_array_index (open, gint64, 0), ==, 1);
  g_assert_cmpint (g_array_index (open, gint64, 1), ==, 5);
  g_assert_false (copil_minutes_life_report (store, 1, "engagement", "done", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (copil_minutes_life_close (store, 1, "done", "2024-02-07", &error));
  g_assert_true (copil_minutes_life_report (store, 1, "engagement", "done", &error));
  /* A state, its day with it, and back in one step each. */
  g_assert_true (copil_minutes_life_set_status (store, 5, "done", "2024-02-08", &error));
  g_assert_cmpint (
      copil_store_query_int (store,
                             "SELECT status = 'done' AND closed = '2024-02-08' FROM decision"
                             " WHERE id = 5",
                             NULL),
      ==, 1);
  g_assert_true (copil_minutes_life_set_status (store, 5, "in_progress", "2024-02-09", &error));
  g_assert_cmpint (
      copil_store_query_int (store,
                             "SELECT status = 'in_progress' AND closed IS NULL FROM decision"
                             " WHERE id = 5",
                             NULL),
      ==, 1);
  g_assert_true (copil_store_undo (store, &error));
  g_assert_true (copil_store_undo (store, &error));
  g_assert_cmpint (
      copil_store_query_int (store,
                             "SELECT status IS NOT 'done' AND closed IS NULL FROM decision"
                             " WHERE id = 5",
                             NULL),
      ==, 1);
  /* What is adopted asks for nothing: it is neither open nor reported. */
  g_assert_true (
      copil_store_edit (store, copil_kind_get ("decision"), 5, "status", "adopted", NULL));
  g_array_unref (open);
  open = copil_minutes_life_list_open (store, 2);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_false (copil_minutes_life_report (store, 5, "engagement", NULL, &error));
  g_clear_error (&error);
  g_assert_true (copil_store_undo (store, &error));
  note = copil_store_query_dup_text (
      store, "SELECT status || progress || note FROM engagement WHERE id = 1", NULL);
  g_assert_cmpstr (note, ==,
                   "done100Begun.\nDecision 2023-1-01, carried out on 7 February 2024: Write");
  g_assert_true (copil_store_undo (store, &error));
  g_assert_cmpint (
      copil_store_query_int (
          store, "SELECT status = 'in_progress' AND note = 'Begun.' FROM engagement", NULL),
      ==, 1);
  g_assert_true (copil_minutes_life_report (store, 1, "fiche", NULL, &error));
  step = copil_store_query_dup_text (
      store, "SELECT s.status || s.due || f.status FROM step s JOIN fiche f ON f.id = s.fiche",
      NULL);
  g_assert_cmpstr (step, ==, "done2024-02-07planned");
  g_assert_true (copil_minutes_life_close (store, 5, "abandoned", "2024-02-07", &error));
  g_assert_false (copil_minutes_life_report (store, 5, "fiche", NULL, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/minutes/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/minutes/propose", Fixture, NULL, set_up, test_propose, tear_down);
  g_test_add ("/minutes/amendments", Fixture, NULL, set_up, test_amendments, tear_down);
  g_test_add ("/minutes/subjects", Fixture, NULL, set_up, test_subjects, tear_down);
  g_test_add ("/minutes/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/minutes/decisions", Fixture, NULL, set_up, test_decisions, tear_down);
  g_test_add_func ("/minutes/replace", test_replace);
  g_test_add_func ("/minutes/compare", test_compare);
  return g_test_run ();
}
