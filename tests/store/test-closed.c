/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting whose minutes are validated stays as it is, whichever function asks. */
#include <glib/gstdio.h>

#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

/* Meeting 1 is validated, 2 is not. Person 1 attended both, 2 is the pilote of a decision of 1, 3
 * has nothing to do with it. */
static const char script[] =
    "INSERT INTO convention (id, title) VALUES (1, 'C');"
    "INSERT INTO party (id, name, position) VALUES (1, 'A', 1.0), (2, 'B', 2.0);"
    "INSERT INTO person (id, name, party, position) VALUES (1, 'Un', 1, 1.0), (2, 'Deux', 1, 2.0),"
    " (3, 'Trois', 2, 3.0);"
    "INSERT INTO fiche (id, title, position) VALUES (1, 'F', 1.0);"
    "INSERT INTO meeting (id, type, title, date, minutes, requester) VALUES"
    " (1, 'ordinary', 'First', '2023-02-07', 'validated', NULL),"
    " (2, 'ordinary', NULL, '2024-02-07', 'draft', 2);"
    "INSERT INTO item (id, meeting, label, title, fiche, position) VALUES (11, 1, '1', 'One', 1, "
    "1.0),"
    " (12, 1, '2', 'Two', NULL, 2.0), (21, 2, '1', 'One', NULL, 1.0), (22, 2, '2', 'Two', NULL,"
    " 2.0);"
    "INSERT INTO attendance (id, meeting, person, state, position) VALUES (11, 1, 1, 'present',"
    " 1.0), (21, 2, 1, 'present', 1.0);"
    "INSERT INTO decision (id, meeting, item, label, text, lead, due, status, type, fiche, "
    "position)"
    " VALUES (11, 1, 11, '2023-1-01', 'Act', 2, '2023-06-01', 'planned', 'decision', 1, 1.0),"
    " (21, 2, 21, '2024-1-01', 'Act', NULL, NULL, 'planned', 'decision', NULL, 1.0);"
    "INSERT INTO agreement (id, meeting, party, date) VALUES (11, 1, 1, '2023-01-07');"
    "INSERT INTO minutes_version (id, meeting, number, date) VALUES (11, 1, 1, '2023-03-07');"
    "INSERT INTO validation (id, meeting, party, date, version) VALUES (11, 1, 1, '2023-03-07', "
    "11);"
    "INSERT INTO correction (id, meeting, item, new_text, state, version, position) VALUES"
    " (11, 1, 11, 'Text', 'accepted', 11, 1.0);"
    "INSERT INTO attachment (id, meeting, name, position) VALUES (11, 1, 'a.pdf', 1.0);";

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

typedef enum
{
  SET,
  DATA,
  ADD,
  DELETE,
  DUPLICATE,
  PLACE,
  SHIFT
} Change;

static const struct
{
  Change change;
  const char *kind;
  gint64 id;         /* for ADD, of the meeting */
  const char *field; /* of SET; of ADD, another required one */
  const char *value;
  gboolean refused;
} changes[] = {
  { SET, "meeting", 1, "title", "Other", TRUE },
  { SET, "meeting", 1, "title", "First", FALSE },
  { SET, "meeting", 1, "minutes", "draft", TRUE },
  { SET, "meeting", 1, "chair", "1", TRUE },
  { SET, "meeting", 2, "title", "Other", FALSE },
  { SET, "meeting", 2, "minutes", "validated", FALSE },
  { SET, "item", 11, "notes", "Said", TRUE },
  { SET, "item", 11, "label", "9", TRUE },
  { SET, "item", 11, "fiche", NULL, FALSE },
  { SET, "item", 11, "meeting", "2", TRUE },
  { SET, "item", 21, "meeting", "1", TRUE },
  { SET, "item", 21, "notes", "Said", FALSE },
  { SET, "attendance", 11, "state", "absent", TRUE },
  { SET, "attendance", 11, "state", "present", FALSE },
  { SET, "attendance", 21, "state", "absent", FALSE },
  { SET, "decision", 11, "text", "Wait", TRUE },
  { SET, "decision", 11, "lead", "3", TRUE },
  { SET, "decision", 11, "due", NULL, TRUE },
  { SET, "decision", 11, "label", "2023-1-02", TRUE },
  { SET, "decision", 11, "confidential", "1", TRUE },
  { SET, "decision", 11, "status", "done", FALSE },
  { SET, "decision", 11, "closed", "2023-07-01", FALSE },
  { SET, "decision", 11, "outcome", "Acted", FALSE },
  { SET, "decision", 11, "fiche", NULL, FALSE },
  { SET, "agreement", 11, "date", "2023-01-08", TRUE },
  { SET, "validation", 11, "date", "2023-03-08", TRUE },
  { SET, "correction", 11, "state", "refused", TRUE },
  { SET, "minutes_version", 11, "sha256", "0", TRUE },
  { SET, "attachment", 11, "name", "b.pdf", FALSE },
  { DATA, "minutes_version", 11, "data", "bytes", TRUE },
  { DATA, "attachment", 11, "data", "bytes", FALSE },
  { ADD, "item", 1, "title", "Three", TRUE },
  { ADD, "item", 2, "title", "Three", FALSE },
  { ADD, "attendance", 1, "person", "3", TRUE },
  { ADD, "decision", 1, "text", "More", TRUE },
  { ADD, "correction", 1, "new_text", "More", TRUE },
  { ADD, "validation", 1, "party", "2", TRUE },
  { ADD, "attachment", 1, "name", "c.pdf", FALSE },
  { DELETE, "meeting", 1, NULL, NULL, TRUE },
  { DELETE, "meeting", 2, NULL, NULL, FALSE },
  { DELETE, "item", 11, NULL, NULL, TRUE },
  { DELETE, "item", 21, NULL, NULL, FALSE },
  { DELETE, "decision", 11, NULL, NULL, TRUE },
  { DELETE, "attendance", 11, NULL, NULL, TRUE },
  { DELETE, "minutes_version", 11, NULL, NULL, TRUE },
  { DELETE, "attachment", 11, NULL, NULL, FALSE },
  /* Who is in the minutes stays: they would lose their line. */
  { DELETE, "person", 1, NULL, NULL, TRUE },
  { DELETE, "person", 2, NULL, NULL, TRUE },
  { DELETE, "person", 3, NULL, NULL, FALSE },
  { DELETE, "party", 1, NULL, NULL, TRUE },
  { DELETE, "party", 2, NULL, NULL, FALSE },
  { DELETE, "fiche", 1, NULL, NULL, FALSE },
  { DUPLICATE, "meeting", 1, NULL, NULL, FALSE },
  { DUPLICATE, "item", 11, NULL, NULL, TRUE },
  { DUPLICATE, "item", 21, NULL, NULL, FALSE },
  { PLACE, "item", 12, NULL, NULL, TRUE },
  { PLACE, "item", 21, NULL, NULL, FALSE },
  { SHIFT, "item", 12, NULL, NULL, TRUE },
  { SHIFT, "item", 22, NULL, NULL, FALSE },
};

static gboolean
run (CopilStore *store, guint i, GError **error)
{
  const CopilKind *kind = copil_kind_get (changes[i].kind);
  gint64 id = changes[i].id;
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GBytes) data = NULL;

  switch (changes[i].change)
    {
    case SET:
      return copil_store_set (store, kind, id, changes[i].field, changes[i].value, error);
    case DATA:
      data = g_bytes_new (changes[i].value, strlen (changes[i].value));
      return copil_store_set_data (store, kind, id, changes[i].field, data, error);
    case ADD:
      return copil_store_insert (store, kind, error, "meeting", owner, changes[i].field,
                                 changes[i].value, NULL) != 0;
    case DELETE:
      return copil_store_delete (store, kind, id, error);
    case DUPLICATE:
      return copil_store_duplicate (store, kind, id, error) != 0;
    case PLACE:
      return copil_store_place (store, kind, id, 0, error);
    case SHIFT:
    default:
      return copil_store_shift (store, kind, id, -1, error);
    }
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_assert_true (copil_store_begin (fixture->store, "Change", &error));
      ok = run (fixture->store, i, &error);
      if (changes[i].refused)
        {
          g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED);
          g_assert_cmpstr (error->message, ==,
                           "The minutes of “First” (07/02/2023) are validated: open a new version"
                           " to correct them.");
        }
      else
        g_assert_no_error (error);
      g_assert_cmpint (ok, ==, !changes[i].refused);
      copil_store_rollback (fixture->store);
    }
}

/* What a transaction closes it may still complete; the next one may not. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  const CopilKind *meeting = copil_kind_get ("meeting"), *item = copil_kind_get ("item");
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (fixture->store, "Close", &error));
  g_assert_true (copil_store_set (fixture->store, meeting, 2, "minutes", "validated", &error));
  g_assert_true (copil_store_set (fixture->store, item, 21, "notes", "Said", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_false (copil_store_edit (fixture->store, item, 21, "notes", "Not said", &error));
  /* Without a title it is called by its type. */
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED);
  g_assert_nonnull (strstr (error->message, "“Ordinary committee” (07/02/2024)"));
  g_clear_error (&error);

  /* Undo and redo go through. */
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_true (copil_store_edit (fixture->store, item, 22, "notes", "Said", &error));
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_true (copil_store_redo (fixture->store, &error));
  g_assert_no_error (error);
}

static void
test_unlock (Fixture *fixture, gconstpointer data)
{
  const CopilKind *meeting = copil_kind_get ("meeting"), *item = copil_kind_get ("item");
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (fixture->store, "Open", &error));
  copil_store_unlock (fixture->store, 1);
  g_assert_true (copil_store_set (fixture->store, item, 11, "notes", "Said", &error));
  copil_store_rollback (fixture->store);
  g_assert_true (copil_store_begin (fixture->store, "Not open", &error));
  g_assert_false (copil_store_set (fixture->store, item, 11, "notes", "Said", &error));
  g_clear_error (&error);
  copil_store_rollback (fixture->store);

  g_assert_true (copil_store_begin (fixture->store, "Open", &error));
  copil_store_unlock (fixture->store, 1);
  g_assert_true (copil_store_set (fixture->store, meeting, 1, "minutes", "draft", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_true (copil_store_edit (fixture->store, item, 11, "notes", "Said", &error));
  g_assert_no_error (error);
  /* Undoing down to where it was closed, and on. */
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_false (copil_store_edit (fixture->store, item, 11, "notes", "Said", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_true (copil_store_redo (fixture->store, &error));
  g_assert_true (copil_store_redo (fixture->store, &error));
  g_assert_no_error (error);
}

/* Who is in minutes that are proposed, or was at a meeting that was held, is not deleted away,
 * nor is their signatory; undo is another matter. */
static void
test_lasting (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gboolean refused[4]; /* person 3, person 4, party 2, party 3 */
  } cases[] = {
    { "SELECT 1", { FALSE, FALSE, FALSE, FALSE } },
    { "INSERT INTO attendance (id, meeting, person, position) VALUES (91, 3, 3, 1)",
      { FALSE, FALSE, FALSE, FALSE } }, /* a meeting to come */
    { "UPDATE meeting SET minutes = 'proposed' WHERE id = 3", { TRUE, FALSE, TRUE, FALSE } },
    { "UPDATE meeting SET minutes = 'draft', date = '2024-01-01' WHERE id = 3",
      { TRUE, FALSE, TRUE, FALSE } },
    { "UPDATE meeting SET date = '2199-01-01', chair = 4 WHERE id = 3",
      { FALSE, FALSE, FALSE, FALSE } },
    { "UPDATE meeting SET minutes = 'amended' WHERE id = 3", { TRUE, TRUE, TRUE, TRUE } },
    { "DELETE FROM attendance WHERE id = 91", { FALSE, TRUE, FALSE, TRUE } },
    { "UPDATE meeting SET chair = NULL WHERE id = 3", { FALSE, FALSE, FALSE, FALSE } },
    { "INSERT INTO decision (id, meeting, text, lead, position) VALUES (91, 3, 'Do', 3, 1)",
      { TRUE, FALSE, TRUE, FALSE } },
    { "UPDATE decision SET lead = NULL WHERE id = 91", { FALSE, FALSE, FALSE, FALSE } },
    { "INSERT INTO validation (id, meeting, party) VALUES (91, 3, 3)",
      { FALSE, FALSE, FALSE, TRUE } },
  };
  static const char *const kinds[] = { "person", "person", "party", "party" };
  static const gint64 ids[] = { 3, 4, 2, 3 };
  const char *more = "INSERT INTO party (id, name, position) VALUES (3, 'C', 3.0);"
                     "INSERT INTO person (id, name, party, position) VALUES (4, 'Quatre', 3, 4.0);"
                     "INSERT INTO meeting (id, title, date, minutes) VALUES (3, 'Third',"
                     " '2199-01-01', 'draft');";
  g_autofree char *whole = g_strconcat (script, more, NULL), *sentence = NULL;

  for (guint n = 1; n <= G_N_ELEMENTS (cases); n++)
    {
      g_autoptr (GString) sql = g_string_new (whole);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (sql, "%s;", cases[i].sql);
      g_clear_object (&fixture->store);
      g_remove (fixture->path);
      fixture->store = copil_store_create_from_script (fixture->path, sql->str, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < 4; i++)
        {
          gboolean done;

          g_test_message ("%s: %s %d", cases[n - 1].sql, kinds[i], (int)ids[i]);
          g_assert_true (copil_store_begin (fixture->store, "test", &error));
          done = copil_store_delete (fixture->store, copil_kind_get (kinds[i]), ids[i], &error);
          g_assert_cmpint (done, ==, !cases[n - 1].refused[i]);
          if (!done)
            {
              g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED);
              if (i == 0 && !sentence)
                sentence = g_strdup (error->message);
            }
          g_clear_error (&error);
          copil_store_rollback (fixture->store);
        }
    }
  g_assert_cmpstr (sentence, ==,
                   "“Trois” is in the minutes of “Third” (01/01/2199) and stays: end the term of "
                   "office (“Term of office until”) instead of deleting the person.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/closed/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/closed/closing", Fixture, NULL, set_up, test_closing, tear_down);
  g_test_add ("/closed/lasting", Fixture, NULL, set_up, test_lasting, tear_down);
  g_test_add ("/closed/unlock", Fixture, NULL, set_up, test_unlock, tear_down);
  return g_test_run ();
}
