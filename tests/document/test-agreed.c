/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is agreed is agreed on a text: its fingerprint changes with anything that the document says.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-agenda-document.h"
#include "copil-agreed.h"
#include "copil-minutes.h"
#include "copil-query.h"
#include "copil-record.h"
#include "document-text.h"
#include "../support/scratch.h"

#define MEETING 3

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* Changes of which the documents speak and that nobody validates: what becomes of a decision, the
 * progress of the engagements, who must validate. */
static const char *const followed[] = { "decision.status",
                                        "decision.engagement",
                                        "decision.fiche",
                                        "engagement.*",
                                        "axis.*",
                                        "measure.*",
                                        "fiche.*",
                                        "convention.minutes_validation",
                                        NULL };
/* Besides, in an agenda: whom it goes to, and when the meeting ended. */
static const char *const addressed[] = { "attendance.*",
                                         "person.*",
                                         "party.*",
                                         "convention.*",
                                         "meeting.end_time",
                                         "meeting.chair",
                                         "meeting.host",
                                         "meeting.cohost",
                                         "meeting.rapporteur",
                                         "decision.*",
                                         NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "fixture.sql", NULL);
  g_autofree char *more = g_test_build_filename (G_TEST_DIST, "meetings.sql", NULL);
  g_autofree char *first = NULL, *second = NULL, *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (base, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (more, &second, NULL, NULL));
  sql = g_strconcat (first, second, "DELETE FROM validation; DELETE FROM agreement;", NULL);
  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, sql, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
read_document (CopilStore *store, gboolean minutes)
{
  g_autoptr (CopilDocument) document =
      minutes ? copil_minutes_new (store, MEETING, COPIL_AUDIENCE_MEMBERS, NULL)
              : copil_agenda_document_new (store, MEETING, COPIL_AUDIENCE_MEMBERS, NULL);

  g_assert_nonnull (document);
  return document_text (document);
}

static gboolean
is_in (const char *const *names, const char *kind, const char *field)
{
  g_autofree char *one = g_strconcat (kind, ".", field, NULL);
  g_autofree char *all = g_strconcat (kind, ".*", NULL);

  return g_strv_contains (names, one) || g_strv_contains (names, all);
}

/* Another value than the record has; NULL for none. */
static char *
other_value (CopilStore *store, const CopilField *field, const char *value)
{
  switch (field->type)
    {
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_NOTE:
      return g_strdup ("Quite another text");
    case COPIL_FIELD_INTEGER:
    case COPIL_FIELD_PERCENT:
    case COPIL_FIELD_NUMBER:
      return g_strdup ("17");
    case COPIL_FIELD_DATE:
      return g_strdup ("2022-08-19");
    case COPIL_FIELD_TIME:
      return g_strdup ("11:11");
    case COPIL_FIELD_BOOLEAN:
      return g_strdup (g_strcmp0 (value, "1") == 0 ? "0" : "1");
    case COPIL_FIELD_CHOICE:
      return g_strdup (field->options[g_strcmp0 (field->options[0].value, value) == 0].value);
    case COPIL_FIELD_REFERENCE:
      {
        g_autofree char *sql =
            g_strdup_printf ("SELECT id FROM \"%s\" WHERE id IS NOT ?1 LIMIT 1", field->target);

        return copil_store_query_dup_text (store, sql, "i",
                                           value ? g_ascii_strtoll (value, NULL, 10) : (gint64)0);
      }
    case COPIL_FIELD_REFERENCES:
    case COPIL_FIELD_DATA:
    default:
      return NULL;
    }
}

/* Within a transaction that is thrown away. */
static void
check_change (CopilStore *store, const CopilKind *kind, const CopilField *field, gboolean minutes,
              const char *text, const char *mark, guint *n)
{
  g_autofree char *after = read_document (store, minutes);
  g_autofree char *now =
      copil_agreed_dup_fingerprint (store, minutes ? "validation" : "agreement", MEETING);
  gboolean says = g_strcmp0 (text, after) != 0, marks = g_strcmp0 (mark, now) != 0;

  if (says && !is_in (followed, kind->name, field->name) &&
      !(!minutes && is_in (addressed, kind->name, field->name)) && !marks)
    {
      g_test_message ("%s.%s\n%s", kind->name, field->name, after);
      g_test_fail ();
    }
  *n += marks;
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  gboolean minutes = data != NULL;
  CopilStore *store = fixture->store;
  g_autofree char *text = read_document (store, minutes);
  g_autofree char *mark =
      copil_agreed_dup_fingerprint (store, minutes ? "validation" : "agreement", MEETING);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\"", (*kind)->name);
        g_autoptr (CopilQuery) query = copil_store_query (store, sql, "");
        g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

        while (copil_query_next (query))
          {
            gint64 id = copil_query_int (query, 0);
            g_array_append_val (ids, id);
          }
        /* The state is reached, and not said by those who validate. */
        if (g_str_equal (field->name, "minutes"))
          continue;
        for (guint i = 0; i < ids->len; i++)
          {
            gint64 id = g_array_index (ids, gint64, i);
            g_autoptr (CopilRecord) record = copil_store_load (store, *kind, id);
            g_autofree char *value =
                other_value (store, field, copil_record_get (record, field->name));

            g_assert_true (copil_store_begin (store, "Change", &error));
            copil_store_unlock (store, 1);
            if (value && copil_store_set (store, *kind, id, field->name, value, NULL))
              check_change (store, *kind, field, minutes, text, mark, &n);
            copil_store_rollback (store);
          }
      }
  g_assert_cmpuint (n, >, minutes ? 60 : 20);
  {
    g_autofree char *again =
        copil_agreed_dup_fingerprint (store, minutes ? "validation" : "agreement", MEETING);
    g_assert_cmpstr (again, ==, mark);
  }
}

/* A person who changed office has one record for each. */
static void
test_functions (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = read_document (store, TRUE), *after = NULL, *mark = NULL, *now = NULL;

  assert_has (before, "| Ms\u00a0Anne Aubert | Head of office | Present");
  mark = copil_agreed_dup_fingerprint (store, "validation", MEETING);
  /* Since May she is a director; the meeting was in March. */
  g_assert_true (copil_store_begin (store, "Office", &error));
  g_assert_cmpint (copil_store_insert (store, copil_kind_get ("person"), &error, "civility", "Mme",
                                       "name", "Anne Aubert", "function", "Head of office", "party",
                                       "1", "term_end", "2024-04-30", NULL),
                   !=, 0);
  g_assert_true (
      copil_store_set (store, copil_kind_get ("person"), 1, "function", "Director", &error));
  g_assert_true (
      copil_store_set (store, copil_kind_get ("person"), 1, "term_start", "2024-05-01", &error));
  g_assert_true (copil_store_commit (store, &error));
  after = read_document (store, TRUE);
  assert_has (after, "| Ms\u00a0Anne Aubert | Head of office | Present");
  assert_has (after, "| Chaired by | Ms\u00a0Anne Aubert, head of office \n");
  assert_has_not (after, "Director");
  now = copil_agreed_dup_fingerprint (store, "validation", MEETING);
  g_assert_cmpstr (now, ==, mark);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/agreed/minutes", Fixture, "minutes", set_up, test_every_field, tear_down);
  g_test_add ("/agreed/agenda", Fixture, NULL, set_up, test_every_field, tear_down);
  g_test_add ("/agreed/functions", Fixture, NULL, set_up, test_functions, tear_down);
  return g_test_run ();
}
