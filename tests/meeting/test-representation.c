/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who represents a member at a meeting, and comes on its list for that. */
#include <glib/gstdio.h>

#include "copil-committee-store.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-representation.h"
#include "../support/scratch.h"

/* 13 is the alternate of 11; two persons are called Claude Petit, one of each signatory. */
static const char script[] =
    "INSERT INTO convention (id, title) VALUES (1, 'C');"
    "INSERT INTO party (id, name, side, position) VALUES (1, 'A', 1, 1.0), (2, 'B', 2, 2.0);"
    "INSERT INTO person (id, civility, name, party, member, alternate, position) VALUES"
    " (13, 'Mme', 'Éva Treize', 1, 0, NULL, 1.0), (11, 'M.', 'Jean Onze', 1, 1, 13, 2.0),"
    " (12, NULL, 'Paul Douze', 1, 1, NULL, 3.0), (21, NULL, 'Anne Vingt', 2, 1, NULL, 4.0),"
    " (41, NULL, 'Claude Petit', 1, 0, NULL, 5.0), (42, NULL, 'Claude Petit', 2, 0, NULL, 6.0),"
    " (43, NULL, 'Dominique Roi', 2, 0, NULL, 7.0), (44, NULL, 'Dominique Roi', 2, 0, NULL, 8.0);"
    "INSERT INTO meeting (id, type, date) VALUES (1, 'ordinary', '2023-06-01');"
    "INSERT INTO attendance (id, meeting, person, state, arrived, position) VALUES"
    " (1, 1, 11, 'present', '10:20', 1.0), (2, 1, 12, NULL, NULL, 2.0),"
    " (3, 1, 21, 'excused', NULL, 3.0);";

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

static void
begin (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "file.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  begin (fixture, script);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* « state/represented_by/arrived » of that person, NULL where they are not on the list. */
static void
assert_noted (Fixture *fixture, gint64 person, const char *noted)
{
  g_autofree char *text = copil_store_query_dup_text (
      fixture->store,
      "SELECT coalesce (state, '') || '/' || coalesce (represented_by, '') || '/' ||"
      " coalesce (arrived, '') FROM attendance WHERE meeting = 1 AND person = ?1",
      "i", person);
  g_assert_cmpstr (text, ==, noted);
}

static void
represent (Fixture *fixture, gint64 attendance, const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = copil_attendance_represent (fixture->store, attendance, name, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 person, found;
  } names[] = {
    { "Éva Treize", 0, 13 },
    { "  mme eva TREIZE ", 11, 13 },
    { "Eva", 11, 0 },
    { "Mme", 11, 0 },
    { "", 11, 0 },
    { NULL, 11, 0 },
    { "Paul Douze", 12, 0 },
    { "Claude Petit", 11, 41 },
    { "Claude Petit", 21, 42 },
    { "Claude Petit", 0, 0 },
    { "Dominique Roi", 11, 0 },
    { "Dominique Roi", 21, 0 },
    { "Anne Vingt", 999, 21 },
    { "Somebody Else", 11, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (copil_person_find_named (fixture->store, names[i].name, names[i].person), ==,
                     names[i].found);
}

/* A known person comes on the list, in one transaction that one undo takes back. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  represent (fixture, 1, "eva treize");
  assert_noted (fixture, 11, "represented/Mme Éva Treize/");
  assert_noted (fixture, 13, "present//");
  g_assert_cmpint (copil_store_query_int (fixture->store,
                                          "SELECT role = 'member' FROM attendance WHERE person ="
                                          " 13",
                                          ""),
                   ==, 1);
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store), ==, "M. Jean Onze: Represented");
  represent (fixture, 1, "Mme Éva Treize");
  g_assert_cmpint (copil_store_query_int (fixture->store, "SELECT count(*) FROM attendance", ""),
                   ==, 4);
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  assert_noted (fixture, 11, "present//10:20");
  assert_noted (fixture, 13, NULL);
}

/* What is noted of them stays; who is only listed is there. */
static void
test_listed (Fixture *fixture, gconstpointer data)
{
  represent (fixture, 1, "Anne Vingt");
  assert_noted (fixture, 11, "represented/Anne Vingt/");
  assert_noted (fixture, 21, "excused//");
  represent (fixture, 1, "Paul Douze");
  assert_noted (fixture, 12, "present//");
  assert_noted (fixture, 21, "excused//");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  represent (fixture, 2, " Somebody Else ");
  assert_noted (fixture, 12, "represented/Somebody Else/");
  represent (fixture, 2, "Dominique Roi");
  assert_noted (fixture, 12, "represented/Dominique Roi/");
  represent (fixture, 2, "");
  assert_noted (fixture, 12, "represented//");
  g_assert_cmpint (copil_store_query_int (fixture->store, "SELECT count(*) FROM attendance", ""),
                   ==, 3);
}

/* In the caller's transaction: taken back with the rest of it. */
static void
test_inside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (fixture->store, "More", &error));
  represent (fixture, 1, "Éva Treize");
  g_assert_true (copil_store_in_transaction (fixture->store));
  copil_store_rollback (fixture->store);
  assert_noted (fixture, 11, "present//10:20");
  assert_noted (fixture, 13, NULL);
  g_assert_false (copil_attendance_represent (fixture->store, 999, "X", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
}

/* A name that was stored letter by letter: only who is represented brings somebody. */
static void
test_stored (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("attendance");
  g_autoptr (GError) error = NULL;

  g_assert_true (
      copil_store_edit (fixture->store, kind, 2, "represented_by", "Eva Treize", &error));
  g_assert_true (copil_attendance_bring_representative (fixture->store, 2, &error));
  assert_noted (fixture, 12, "/Eva Treize/");
  assert_noted (fixture, 13, NULL);
  g_assert_true (copil_store_edit (fixture->store, kind, 2, "state", "represented", &error));
  g_assert_true (copil_attendance_bring_representative (fixture->store, 2, &error));
  g_assert_no_error (error);
  assert_noted (fixture, 12, "represented/Mme Éva Treize/");
  assert_noted (fixture, 13, "present//");
}

/* Experts and guests of the last meeting, those whose term is over and those on the list left out.
 */
static void
test_invited (void)
{
  static const char meetings[] =
      "INSERT INTO convention (id, title) VALUES (1, 'C');"
      "INSERT INTO person (id, name, member, term_end, position) VALUES (1, 'Member', 1, NULL, "
      "1.0),"
      " (2, 'Expert', 0, NULL, 2.0), (3, 'Guest', 0, NULL, 3.0), (4, 'Gone', 0, '2023-12-31', 4.0),"
      " (5, 'Here', 0, NULL, 5.0), (6, 'Long ago', 0, NULL, 6.0);"
      "INSERT INTO meeting (id, type, date) VALUES (1, 'ordinary', '2022-06-01'),"
      " (2, 'ordinary', '2023-06-01'), (3, 'ordinary', '2024-06-01');"
      "INSERT INTO attendance (id, meeting, person, role, reason, position) VALUES"
      " (1, 1, 6, 'guest', NULL, 1.0), (2, 2, 1, 'member', NULL, 1.0), (3, 2, 3, 'guest', NULL,"
      " 2.0), (4, 2, 2, 'expert', 'Data', 3.0), (5, 2, 4, 'expert', NULL, 4.0),"
      " (6, 2, 5, 'guest', NULL, 5.0), (7, 3, 5, 'guest', NULL, 1.0);";
  Fixture fixture = { NULL, NULL, NULL };
  g_autoptr (GPtrArray) list = NULL, first = NULL;

  begin (&fixture, meetings);
  list = copil_committee_list_invited (fixture.store, 3);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((CopilInvited *)list->pdata[0])->person, ==, 3);
  g_assert_cmpstr (((CopilInvited *)list->pdata[0])->role, ==, "guest");
  g_assert_null (((CopilInvited *)list->pdata[0])->reason);
  g_assert_cmpint (((CopilInvited *)list->pdata[1])->person, ==, 2);
  g_assert_cmpstr (((CopilInvited *)list->pdata[1])->reason, ==, "Data");
  first = copil_committee_list_invited (fixture.store, 1);
  g_assert_cmpuint (first->len, ==, 0);
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/representation/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/representation/known", Fixture, NULL, set_up, test_known, tear_down);
  g_test_add ("/representation/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/representation/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/representation/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/representation/stored", Fixture, NULL, set_up, test_stored, tear_down);
  g_test_add_func ("/representation/invited", test_invited);
  return g_test_run ();
}
