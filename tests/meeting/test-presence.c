/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is expected at a meeting, and what is noted of them. */
#include <glib/gstdio.h>

#include "copil-meeting-rules.h"
#include "copil-presence.h"
#include "copil-query.h"
#include "../support/scratch.h"

/* 13 is the alternate of 11; the term of 12 is over. */
static const char script[] =
    "INSERT INTO convention (id, title) VALUES (1, 'C');"
    "INSERT INTO party (id, name, short_name, side, position) VALUES (1, 'A', 'a', 1, 1.0),"
    " (2, 'B', NULL, 2, 2.0);"
    "INSERT INTO person (id, civility, name, function, party, member, alternate, term_end,"
    " position) VALUES (13, 'Mme', 'Éva Treize', 'Adjointe', 1, 0, NULL, NULL, 1.0),"
    " (11, 'M.', 'Jean Onze', NULL, 1, 1, 13, NULL, 2.0),"
    " (12, NULL, 'Paul Douze', NULL, 1, 1, NULL, '2023-01-01', 3.0),"
    " (21, NULL, 'Anne Vingt', 'Présidente', 2, 1, NULL, NULL, 4.0);"
    "INSERT INTO meeting (id, type, date, time) VALUES (1, 'ordinary', '2023-06-01', '14:00'),"
    " (2, 'workshop', '2024-03-20', NULL), (3, 'ordinary', '2024-02-01', NULL);"
    "INSERT INTO item (id, meeting, label, title, duration, position) VALUES"
    " (1, 1, '1', 'Un', 50, 1.0), (2, 1, '2 bis', 'Deux', 20, 2.0);"
    "INSERT INTO attendance (id, meeting, person, state, position) VALUES"
    " (1, 1, 11, 'excused', 1.0);";

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

/* Takes the list: "Jean Onze (a) excused; …". */
static char *
say (GPtrArray *presences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < presences->len; i++)
    {
      const CopilPresence *presence = presences->pdata[i];

      g_string_append_printf (text, "%s%s (%s) %s", i ? "; " : "", presence->name, presence->party,
                              presence->state ? presence->state : "-");
    }
  g_ptr_array_unref (presences);
  return g_string_free (text, FALSE);
}

static void
assert_said (GPtrArray *presences, const char *expected)
{
  g_autofree char *said = say (presences);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;

  assert_said (copil_presence_list (store, 1), "M. Jean Onze (a) excused; Anne Vingt (B) -");
  assert_said (copil_presence_list (store, 2), "");
  assert_said (copil_presence_list (store, 0), "");
  assert_said (copil_presence_find_others (store, 1, "eva"), "Mme Éva Treize (a) -");
  assert_said (copil_presence_find_others (store, 1, "PRESID"), "Anne Vingt (B) -");
  assert_said (copil_presence_find_others (store, 1, "onze"), "");
  assert_said (copil_presence_list_guests (store, 1), "");
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *arrived = NULL, *gone = NULL;

  g_assert_true (copil_presence_note (store, 1, 21, 0, NULL, NULL, NULL, &error));
  g_assert_null (copil_store_get_undo_name (store));
  g_assert_true (copil_presence_note (store, 1, 11, 1, "present", "arrived", "14:20", &error));
  g_assert_cmpstr (copil_store_get_undo_name (store), ==, "M. Jean Onze: Present");
  arrived = copil_store_query_dup_text (store, "SELECT arrived FROM attendance WHERE id = 1", "");
  g_assert_cmpstr (arrived, ==, "14:20");
  g_assert_true (copil_presence_note_all (store, 1, &error));
  assert_said (copil_presence_list (store, 1), "M. Jean Onze (a) present; Anne Vingt (B) present");
  /* Who is not there has not come at any time. */
  g_assert_true (copil_presence_note (store, 1, 11, 1, "represented", "represented_by",
                                      "Mme Éva Treize", &error));
  gone = copil_store_query_dup_text (
      store, "SELECT coalesce (arrived, '') || represented_by FROM attendance WHERE id = 1", "");
  g_assert_cmpstr (gone, ==, "Mme Éva Treize");
  g_assert_true (copil_store_undo (store, &error));
  g_assert_true (copil_store_undo (store, &error));
  assert_said (copil_presence_list (store, 1), "M. Jean Onze (a) present; Anne Vingt (B) -");
  /* Nothing is left of what could not be done whole. */
  g_assert_false (copil_presence_note (store, 99, 21, 0, "present", NULL, NULL, &error));
  g_assert_nonnull (error);
  assert_said (copil_presence_list (store, 1), "M. Jean Onze (a) present; Anne Vingt (B) -");
}

static void
test_invite (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 person;

  g_assert_cmpstr (copil_presence_get_role (store, 13, "expert"), ==, "member");
  g_assert_cmpstr (copil_presence_get_role (store, 21, "guest"), ==, "member");
  g_assert_cmpstr (copil_presence_get_role (store, 0, "guest"), ==, "guest");
  g_assert_cmpint (copil_presence_invite (store, 1, 13, NULL, "member", NULL, &error), ==, 13);
  assert_said (copil_presence_list_guests (store, 1), "");
  person =
      copil_presence_invite (store, 1, 0, "Mme Jeanne Durand", "expert", "Les données", &error);
  g_assert_no_error (error);
  g_assert_cmpint (person, >, 0);
  assert_said (copil_presence_list_guests (store, 1), "Mme Jeanne Durand ((null)) -");
  /* While the attendance is taken, who is added is there. */
  g_assert_true (copil_presence_note_all (store, 1, &error));
  g_assert_cmpint (copil_presence_invite (store, 1, 0, "Luc Vu", "guest", NULL, &error), >, 0);
  assert_said (copil_presence_list_guests (store, 1),
               "Mme Jeanne Durand ((null)) present; Luc Vu ((null)) present");
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autofree char *label = copil_meeting_next_item_label (store, 1);
  g_autofree char *slot = copil_meeting_format_slot (store, 2);
  g_autofree char *unknown = copil_meeting_format_slot (store, 9);
  g_autofree char *next = copil_meeting_dup_next_committee (store, 1);
  g_autofree char *none = copil_meeting_dup_next_committee (store, 3);

  g_assert_cmpstr (label, ==, "3");
  g_assert_cmpstr (slot, ==, "14:50–15:10");
  g_assert_null (unknown);
  g_assert_cmpstr (next, ==, "2024-02-01");
  g_assert_null (none);
  g_assert_cmpint (copil_meeting_find_next (store), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/presence/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("list", test_list);
  ADD ("note", test_note);
  ADD ("invite", test_invite);
  ADD ("rules", test_rules);
  return g_test_run ();
}
