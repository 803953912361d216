/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a meeting read. */
#include <glib/gstdio.h>

#include "copil-agreed.h"
#include "copil-query.h"
#include "copil-view-agreed.h"
#include "copil-view-decision.h"
#include "copil-view-meeting.h"
#include "../support/scratch.h"

static const char script[] =
    "INSERT INTO convention (id, title) VALUES (1, 'C');"
    "INSERT INTO party (id, name, short_name, representative, side, position) VALUES"
    " (1, 'Ministère A', 'A', 'Mme Signe', 1, 1.0), (2, 'B', NULL, NULL, NULL, 2.0);"
    "INSERT INTO person (id, civility, name, party, member, position) VALUES"
    " (11, 'M.', 'Onze', 1, 1, 1.0), (21, NULL, 'Vingt', 2, 1, 2.0);"
    "INSERT INTO fiche (id, label, title) VALUES (5, '5', 'Cinq');"
    "INSERT INTO meeting (id, date, minutes) VALUES (1, '2023-06-01', 'validated'),"
    " (2, '2024-04-01', NULL), (3, NULL, NULL);"
    "INSERT INTO item (id, meeting, label, title, notes, previous, adjourned, fiche, position) "
    "VALUES"
    " (1, 1, '1', 'Un', NULL, NULL, 1, NULL, 1.0), (2, 2, NULL, 'Repris', NULL, 1, 0, 5, 2.0),"
    " (3, 2, '2', NULL, 'Dit', NULL, NULL, NULL, 3.0);"
    "INSERT INTO attachment (id, meeting, item, name) VALUES (1, 2, 2, 'a.pdf');"
    "INSERT INTO decision (id, meeting, item, label, text, lead, due, status, fiche, position) "
    "VALUES"
    " (1, 2, 2, 'D1', 'Faire', 11, '2024-03-10', NULL, 5, 1.0),"
    " (2, 2, NULL, NULL, 'Dire', NULL, '2024-03-10', 'done', NULL, 2.0),"
    " (3, 2, NULL, NULL, NULL, NULL, NULL, 'abandoned', NULL, 3.0);"
    "INSERT INTO minutes_version (id, meeting, number, date, sha256, size, replaces, reason) VALUES"
    " (1, 1, 1, '2023-07-01', 'ab', 12, NULL, NULL), (2, 1, 2, NULL, NULL, NULL, 1, 'Faute');"
    "INSERT INTO correction (id, meeting, position) VALUES (1, 1, 2.0), (2, 1, 1.0);"
    "INSERT INTO agreement (id, meeting, party, date, name, note, fingerprint) VALUES"
    " (1, 2, 1, '2024-01-01', 'Ancien', NULL, 'x'), (2, 2, 1, '2023-12-01', 'Bon', 'Oui', 'now');"
    "INSERT INTO validation (id, meeting, party, date, name, version, fingerprint) VALUES"
    " (1, 1, 1, '2023-06-20', 'Onze', 1, 'now'), (2, 1, 2, '2023-06-21', 'Vingt', 2, 'now'),"
    " (3, 1, NULL, '2023-06-22', 'Tous', 2, 'x');"
    "INSERT INTO attendance (id, meeting, person, state, position) VALUES"
    " (1, 1, 21, 'present', 1.0);";

typedef struct
{
  char *folder, *path;
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

static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const gint64 order[] = { 2, 1 };
  static const int next[] = { 1, 0 };
  g_autoptr (CopilQuery) keys = copil_store_query (fixture->store, copil_view_meeting_keys, "");

  g_assert_true (copil_query_next (keys));
  g_assert_cmpint (copil_query_int (keys, 1), ==, 3); /* it has no date yet */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CopilQuery) row =
          copil_store_query (fixture->store, copil_view_meeting_row, "i", order[i]);

      g_assert_true (copil_query_next (keys));
      g_assert_cmpint (copil_query_int (keys, 1), ==, order[i]);
      g_assert_true (copil_query_next (row));
      g_assert_cmpint (copil_query_int (row, 4), ==, next[i]);
    }
  g_assert_false (copil_query_next (keys));
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = copil_view_list_items (fixture->store, 2);
  g_autoptr (CopilViewItem) first = copil_view_load_item (fixture->store, 1);
  const CopilViewItem *item;

  g_assert_cmpint (items->len, ==, 2);
  item = items->pdata[0];
  g_assert_cmpint (item->id, ==, 2);
  g_assert_cmpstr (item->title, ==, "Repris");
  g_assert_cmpstr (item->since, ==, "2023-06-01");
  g_assert_false (item->adjourned);
  g_assert_cmpstr (item->fiche, ==, "5");
  g_assert_cmpint (item->n_attachments, ==, 1);
  g_assert_cmpint (item->n_decisions, ==, 1);
  item = items->pdata[1];
  g_assert_cmpstr (item->title, ==, "2. ");
  g_assert_null (item->since);
  g_assert_true (first->adjourned);
  g_assert_null (copil_view_load_item (fixture->store, 9));
  g_assert_cmpint (copil_view_find_noted_item (fixture->store, 2), ==, 3);
  g_assert_cmpint (copil_view_find_noted_item (fixture->store, 1), ==, 1);
  g_assert_cmpint (copil_view_find_noted_item (fixture->store, 3), ==, 0);
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) decisions = copil_view_list_decisions (fixture->store, 2);
  const CopilViewDecision *decision;

  g_assert_cmpint (decisions->len, ==, 3);
  decision = decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "D1 – Faire");
  g_assert_cmpstr (decision->meeting, ==, "2024-04-01");
  g_assert_cmpstr (decision->status, ==, "planned");
  g_assert_cmpstr (decision->lead, ==, "M. Onze");
  g_assert_cmpint (decision->late, ==, 5);
  g_assert_cmpint (decision->fiche, ==, 5);
  g_assert_false (copil_view_decision_is_closed (decision));
  decision = decisions->pdata[1];
  g_assert_cmpstr (decision->title, ==, "Dire");
  g_assert_null (decision->lead);
  g_assert_cmpint (decision->late, ==, 0);
  g_assert_true (copil_view_decision_is_closed (decision));
  decision = decisions->pdata[2];
  g_assert_cmpstr (decision->title, ==, "");
  g_assert_true (copil_view_decision_is_closed (decision));
  g_assert_null (copil_view_load_decision (fixture->store, 9));
}

static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = copil_view_list_versions (fixture->store, 1);
  g_autoptr (GArray) amendments = copil_view_list_amendments (fixture->store, 1);
  const CopilViewVersion *version;

  g_assert_cmpint (versions->len, ==, 2);
  version = versions->pdata[0];
  g_assert_cmpint (version->number, ==, 2);
  g_assert_cmpint (version->replaces, ==, 1);
  g_assert_cmpstr (version->reason, ==, "Faute");
  g_assert_null (version->sha256);
  version = versions->pdata[1];
  g_assert_cmpstr (version->date, ==, "2023-07-01");
  g_assert_cmpint (version->size, ==, 12);
  g_assert_cmpint (version->replaces, ==, 0);
  g_assert_cmpint (amendments->len, ==, 2);
  g_assert_cmpint (g_array_index (amendments, gint64, 0), ==, 2);
}

/* "A: Bon 2023-12-01; …" */
static void
assert_agreed (GPtrArray *list, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const CopilViewAgreed *agreed = list->pdata[i];

      g_string_append_printf (text, "%s%s: %s %s", i ? "; " : "", agreed->party_name,
                              agreed->id ? agreed->name : "-", agreed->date ? agreed->date : "-");
    }
  g_ptr_array_unref (list);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;

  /* That on the text as it is comes before a later one. */
  assert_agreed (copil_view_list_agreements (store, 2, "now"), "A: Bon 2023-12-01; B: - -");
  assert_agreed (copil_view_list_agreements (store, 2, "other"), "A: Ancien 2024-01-01; B: - -");
  /* Those of the version that counts alone. */
  assert_agreed (copil_view_list_validations (store, 1, "now"), "B: Vingt 2023-06-21; A: - -");
  assert_agreed (copil_view_list_common_validation (store, 1, 0, "now"), ": Tous 2023-06-22");
  assert_agreed (copil_view_list_common_validation (store, 1, 2, "now"), ": Vingt 2023-06-21");
  assert_agreed (copil_view_list_common_validation (store, 2, 2, "now"), "");
}

static void
test_guess (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    gint64 meeting, party;
    const char *name;
  } cases[] = {
    { "agreement", 3, 1, "Bon" },    { "agreement", 3, 2, "Vingt" },
    { "validation", 1, 2, "Vingt" }, { "validation", 1, 1, "Mme Signe" },
    { "validation", 2, 2, "Vingt" }, { "validation", 2, 9, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name =
          copil_agreed_guess_name (fixture->store, cases[i].kind, cases[i].meeting, cases[i].party);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/view-meeting/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("list", test_list);
  ADD ("items", test_items);
  ADD ("decisions", test_decisions);
  ADD ("minutes", test_minutes);
  ADD ("agreed", test_agreed);
  ADD ("guess", test_guess);
  return g_test_run ();
}
