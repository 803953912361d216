/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random walks through changes of all kinds of records, with undo, redo and merges: what is taken
 * back is as it was before, to the last record. COPIL_TEST_SEEDS says how many. */
#include <sqlite3.h>
#include <string.h>

#include "copil-history.h"
#include "copil-query.h"
#include "copil-record.h"
#include "merge-tools.h"

/* --- records at random --- */

static gint64
pick (CopilStore *store, const CopilKind *kind, GRand *random)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind->name);
  g_autofree char *nth =
      g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id LIMIT 1 OFFSET ?1", kind->name);
  gint64 n = copil_store_query_int (store, count, NULL);

  return n ? copil_store_query_int (store, nth, "i", (gint64)g_rand_int_range (random, 0, (gint)n))
           : 0;
}

static const CopilKind *
pick_kind (GRand *random)
{
  const CopilKind *const *kinds = copil_kinds ();
  gint n = 0;

  while (kinds[n])
    n++;
  return kinds[g_rand_int_range (random, 1, n)]; /* not the convention */
}

/* A field that leads from the kind to another one; its owner's field where "parent". */
static const CopilField *
pick_reference (const CopilKind *kind, gboolean parent, GRand *random)
{
  const CopilField *found = NULL;
  gint n = 0;

  if (parent)
    return kind->parent ? copil_kind_get_field (kind, kind->parent) : NULL;
  for (const CopilField *field = kind->fields; field->name; field++)
    if (field->type == COPIL_FIELD_REFERENCE && g_rand_int_range (random, 0, ++n) == 0)
      found = field;
  return found;
}

static gint64
make (CopilStore *store, const CopilKind *kind, GRand *random)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (const CopilField *field = kind->fields; field->name; field++)
    {
      gboolean required = (field->flags & COPIL_FIELD_REQUIRED) != 0;
      char *value = NULL;

      if (!required && g_rand_boolean (random))
        continue;
      if (field->type == COPIL_FIELD_REFERENCE || field->type == COPIL_FIELD_REFERENCES)
        {
          gint64 other = pick (store, copil_kind_get (field->target), random);
          if (!other && required)
            other = make (store, copil_kind_get (field->target), random);
          if (other)
            value = merging_text_of (other);
        }
      else if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE)
        value = g_strdup_printf ("mot %d", g_rand_int_range (random, 0, 1000));
      else if (field->type == COPIL_FIELD_CHOICE && required)
        value = g_strdup (field->options[0].value);
      else if (field->type == COPIL_FIELD_INTEGER)
        value = g_strdup_printf ("%d", g_rand_int_range (random, 1, 1000));
      else if (field->type == COPIL_FIELD_DATE && required)
        value = g_strdup_printf ("2024-%02d-%02d", g_rand_int_range (random, 1, 13),
                                 g_rand_int_range (random, 1, 29));
      if (!value)
        continue;
      g_ptr_array_add (names, (gpointer)field->name);
      g_ptr_array_add (values, value);
    }
  id = copil_store_insertv (store, kind, 0, names->len, (const char *const *)names->pdata,
                            (const char *const *)values->pdata, &error);
  g_assert_no_error (error);
  return id;
}

static void
set (CopilStore *store, const CopilKind *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_set (store, kind, id, field, value, &error));
  g_assert_no_error (error);
}

/* --- changes at random --- */

static void
delete_one (CopilStore *store, const CopilKind *kind, GRand *random)
{
  gint64 id = pick (store, kind, random);
  g_autoptr (GError) error = NULL;

  if (id)
    g_assert_true (copil_store_delete (store, kind, id, &error));
  g_assert_no_error (error);
}

static void
move_one (CopilStore *store, const CopilKind *kind, GRand *random)
{
  const CopilField *field = pick_reference (kind, g_rand_boolean (random), random);
  gint64 id = pick (store, kind, random);
  gint64 to = field ? pick (store, copil_kind_get (field->target), random) : 0;
  g_autofree char *value = to ? merging_text_of (to) : NULL;

  if (id && field && (to || !(field->flags & COPIL_FIELD_REQUIRED)))
    set (store, kind, id, field->name, value);
}

/* A new parent, and some that go over to it; the old one may go, with what stayed there. */
static void
make_parent (CopilStore *store, const CopilKind *kind, GRand *random)
{
  const CopilField *field = pick_reference (kind, g_rand_int_range (random, 0, 3) > 0, random);
  g_autofree char *value = NULL;
  gint64 old = 0;

  if (!field)
    return;
  value = merging_text_of (make (store, copil_kind_get (field->target), random));
  for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
    {
      gint64 id = pick (store, kind, random);
      g_autofree char *before = id ? merging_get (store, kind->name, id, field->name) : NULL;

      if (!id)
        continue;
      set (store, kind, id, field->name, value);
      if (before)
        old = g_ascii_strtoll (before, NULL, 10);
    }
  if (old && g_rand_int_range (random, 0, 3) == 0)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (copil_store_delete (store, copil_kind_get (field->target), old, &error));
      g_assert_no_error (error);
    }
}

static void
change_pairs (CopilStore *store, const CopilKind *kind, GRand *random)
{
  gint64 id = pick (store, kind, random);

  for (const CopilField *field = kind->fields; id && field->name; field++)
    if (field->type == COPIL_FIELD_REFERENCES)
      {
        gint64 other = pick (store, copil_kind_get (field->target), random);
        g_autofree char *value = other && g_rand_boolean (random) ? merging_text_of (other) : NULL;
        set (store, kind, id, field->name, value);
      }
}

static void
write_one (CopilStore *store, const CopilKind *kind, GRand *random)
{
  gint64 id = pick (store, kind, random);

  for (const CopilField *field = kind->fields; id && field->name; field++)
    if (field->type == COPIL_FIELD_NOTE || field->type == COPIL_FIELD_TEXT)
      {
        g_autofree char *value = g_strdup_printf ("%d", g_rand_int_range (random, 0, 1000));
        set (store, kind, id, field->name, value);
        return;
      }
}

/* One transaction of one to three changes. */
static void
change (CopilStore *store, GRand *random)
{
  merging_begin (store);
  for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
    {
      const CopilKind *kind = pick_kind (random);

      switch (g_rand_int_range (random, 0, 9))
        {
        case 0:
          delete_one (store, kind, random);
          break;
        case 1:
        case 2:
          move_one (store, kind, random);
          break;
        case 3:
        case 4:
          make_parent (store, kind, random);
          break;
        case 5:
          change_pairs (store, kind, random);
          break;
        case 6:
          write_one (store, kind, random);
          break;
        default:
          make (store, kind, random);
          break;
        }
    }
  merging_commit (store);
}

/* What the program counts by itself: undo passes over it. */
static void
count_time (CopilStore *store, GRand *random)
{
  gint64 item = pick (store, copil_kind_get ("item"), random);
  g_autofree char *seconds = g_strdup_printf ("%d", g_rand_int_range (random, 1, 10000));

  if (!item)
    return;
  g_assert_true (copil_store_begin_aside (store, "Compter", NULL));
  set (store, copil_kind_get ("item"), item, "elapsed", seconds);
  merging_commit (store);
}

/* All records but for what undo passes over. */
static char *
dump (CopilStore *store)
{
  g_autofree char *all = merging_dump (store);
  g_autoptr (GRegex) aside = g_regex_new (" elapsed=[0-9]+", 0, 0, NULL);
  return g_regex_replace_literal (aside, all, -1, 0, "", 0, NULL);
}

static void
assert_sound (CopilStore *store)
{
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (*) FROM pragma_foreign_key_check", NULL), ==, 0);
  g_assert_cmpint (copil_store_query_int (store, "PRAGMA foreign_keys", NULL), ==, 1);
}

static void
undo (CopilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_undo (store, &error));
  g_assert_no_error (error);
  assert_sound (store);
}

static void
redo (CopilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_redo (store, &error));
  g_assert_no_error (error);
  assert_sound (store);
}

/* --- walks --- */

static void
fill (CopilStore *store, GRand *random)
{
  merging_begin (store);
  for (int round = 0; round < 3; round++)
    for (const CopilKind *const *kind = copil_kinds () + 1; *kind; kind++)
      make (store, *kind, random);
  merging_commit (store);
}

/* States by the number of changes that stand. */
static void
remember (GPtrArray *states, guint place, CopilStore *store)
{
  g_ptr_array_set_size (states, (gint)place);
  g_ptr_array_add (states, dump (store));
}

static void
test_undo (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  CopilStore *store = fixture->store[A];
  guint place = 0;

  fill (store, random);
  remember (states, 0, store);
  for (int step = 0; step < 40; step++)
    {
      g_autofree char *now = NULL;
      gint64 head = copil_store_get_head (store);
      gint what = g_rand_int_range (random, 0, 8);

      if (what == 0)
        count_time (store, random);
      else if (what < 4 && place > 0)
        {
          undo (store);
          place--;
        }
      else if (what < 6 && place + 1 < states->len)
        {
          redo (store);
          place++;
        }
      else
        {
          change (store, random);
          if (copil_store_get_head (store) > head)
            remember (states, ++place, store);
        }
      assert_sound (store);
      now = dump (store);
      g_assert_cmpstr (now, ==, states->pdata[place]);
    }
  while (place > 0)
    {
      g_autofree char *now = NULL;
      undo (store);
      now = dump (store);
      g_assert_cmpstr (now, ==, states->pdata[--place]);
    }
  while (place + 1 < states->len)
    {
      g_autofree char *now = NULL;
      redo (store);
      now = dump (store);
      g_assert_cmpstr (now, ==, states->pdata[++place]);
    }
}

/* The states along the journal, told by its entries. */
static void
walk (CopilStore *store, GRand *random, GPtrArray *states, GArray *entries)
{
  gint64 head;

  fill (store, random);
  for (int step = 0; step < 25; step++)
    {
      head = copil_store_get_head (store);
      g_ptr_array_add (states, dump (store));
      g_array_append_val (entries, head);
      /* Not what one person goes on typing, which is told as one. */
      copil_store_set_author (store, step % 2 ? "Anne" : "Karim");
      do
        if (g_rand_int_range (random, 0, 8) == 0 && copil_store_get_undo_name (store) && step > 2)
          undo (store);
        else
          change (store, random);
      while (copil_store_get_head (store) == head);
    }
  head = copil_store_get_head (store);
  g_ptr_array_add (states, dump (store));
  g_array_append_val (entries, head);
}

/* Each entry has sentences; restored backwards, they give the first state, step by step. */
static void
test_restore (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  CopilStore *store = fixture->store[A];

  walk (store, random, states, entries);
  history = copil_history_read (store, NULL, &error);
  g_assert_no_error (error);
  for (guint place = states->len - 1; place > 0; place--)
    {
      const CopilHistoryEntry *entry = history->pdata[states->len - 1 - place];
      g_autofree char *now = NULL;

      g_assert_cmpint (entry->id, ==, g_array_index (entries, gint64, place));
      for (guint i = 0; i < entry->changes->len; i++)
        {
          const CopilHistoryChange *change = entry->changes->pdata[i];
          g_assert_nonnull (change->sentence);
          g_assert_nonnull (strstr (change->sentence, ": "));
        }
      g_assert_true (copil_history_restore (store, entry->id, NULL, 0, NULL, &error));
      g_assert_no_error (error);
      assert_sound (store);
      now = dump (store);
      g_assert_cmpstr (now, ==, states->pdata[place - 1]);
    }
}

/* The file as it stood after any entry, in a copy and in itself; and undo of that. */
static void
test_past (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  CopilStore *store = fixture->store[A];

  walk (store, random, states, entries);
  for (int time = 0; time < 3; time++)
    {
      guint place = (guint)g_rand_int_range (random, 0, (gint)states->len);
      g_autofree char *path = g_strdup_printf ("%s/past-%d.copil", fixture->folder, time);
      g_autofree char *then = NULL, *now = NULL, *back = NULL;
      g_autoptr (CopilStore) past = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (
          copil_history_write_past (store, g_array_index (entries, gint64, place), path, &error));
      g_assert_no_error (error);
      past = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      assert_sound (past);
      then = dump (past);
      g_assert_cmpstr (then, ==, states->pdata[place]);
      g_assert_true (
          copil_history_restore_all (store, g_array_index (entries, gint64, place), &error));
      g_assert_no_error (error);
      assert_sound (store);
      now = dump (store);
      g_assert_cmpstr (now, ==, states->pdata[place]);
      if (g_str_equal (now, states->pdata[states->len - 1]))
        continue;
      undo (store);
      back = dump (store);
      g_assert_cmpstr (back, ==, states->pdata[states->len - 1]);
    }
}

static void
merge (Merging *fixture, int into, int from, GRand *random)
{
  merging_merge_choosing (fixture, into, from,
                          g_rand_boolean (random) ? COPIL_MERGE_OURS : COPIL_MERGE_THEIRS);
  assert_sound (fixture->store[into]);
}

/* A merge is one change like another: it is taken back and done again, and the copies come to the
 * same in the end. */
static void
test_merge (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  fill (fixture->store[A], random);
  merging_copy_store (fixture, A, B);
  for (int round = 0; round < 4; round++)
    {
      g_autofree char *before = NULL, *merged = NULL, *back = NULL, *again = NULL;
      int into = g_rand_int_range (random, 0, 2);
      CopilStore *store = fixture->store[into];
      gint64 head;

      for (int i = 0; i < 4; i++)
        change (fixture->store[A], random);
      for (int i = 0; i < 4; i++)
        change (fixture->store[B], random);
      before = merging_dump (store);
      head = copil_store_get_head (store);
      merge (fixture, into, !into, random);
      merged = merging_dump (store);
      if (copil_store_get_undo_name (store) &&
          g_str_has_prefix (copil_store_get_undo_name (store), "Merge with another version") &&
          copil_store_get_head (store) > head)
        {
          undo (store);
          back = merging_dump (store);
          g_assert_cmpstr (back, ==, before);
          redo (store);
          again = merging_dump (store);
          g_assert_cmpstr (again, ==, merged);
        }
      merge (fixture, !into, into, random);
      merging_assert_same (fixture, A, B);
    }
}

/* Three copies that also take merges back. */
static void
test_three (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  fill (fixture->store[A], random);
  merging_copy_store (fixture, A, B);
  merging_copy_store (fixture, A, C);
  for (int step = 0; step < 30; step++)
    {
      int side = g_rand_int_range (random, 0, 3);
      CopilStore *store = fixture->store[side];

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          merge (fixture, side, (side + g_rand_int_range (random, 1, 3)) % 3, random);
          break;
        case 1:
          if (copil_store_get_undo_name (store))
            undo (store);
          break;
        case 2:
          if (copil_store_get_redo_name (store))
            redo (store);
          break;
        default:
          change (store, random);
          break;
        }
    }
  merge (fixture, A, B, random);
  merge (fixture, A, C, random);
  merge (fixture, B, A, random);
  merge (fixture, C, A, random);
  merging_assert_same (fixture, A, B);
  merging_assert_same (fixture, A, C);
}

/* --- what was found --- */

/* The other moved an engagement to a measure of its own: taking the merge back takes the measure
 * away, and leaves the engagement with its notes. */
static void
test_moved (Merging *fixture, gconstpointer data)
{
  gboolean one = GPOINTER_TO_INT (data); /* in one transaction of one's own */
  CopilStore *store = fixture->store[one ? A : B];
  g_autofree char *axis = merging_text_of (fixture->axis), *before = NULL, *after = NULL,
                  *back = NULL, *again = NULL, *new = NULL,
                  *engagement = merging_text_of (fixture->engagement[1]);

  merging_begin (fixture->store[A]);
  merging_add (fixture->store[A], "followup", "engagement", engagement, "text", "Vu sur place");
  merging_commit (fixture->store[A]);
  merging_merge_well (fixture, B, A);
  before = merging_dump (fixture->store[A]);
  merging_begin (store);
  new = merging_text_of (merging_add (store, "measure", "axis", axis, "title", "Mesure 2"));
  set (store, copil_kind_get ("engagement"), fixture->engagement[1], "measure", new);
  merging_commit (store);
  if (!one)
    merging_merge_well (fixture, A, B);
  after = merging_dump (fixture->store[A]);
  g_assert_cmpstr (after, !=, before);
  undo (fixture->store[A]);
  back = merging_dump (fixture->store[A]);
  g_assert_cmpstr (back, ==, before);
  redo (fixture->store[A]);
  again = merging_dump (fixture->store[A]);
  g_assert_cmpstr (again, ==, after);
}

/* What undo passes over goes with the record it was noted in, and does not stand in the way. */
static void
test_aside (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *meeting = NULL, *before = merging_dump (store);
  gint64 item;

  merging_begin (store);
  meeting =
      merging_text_of (merging_add (store, "meeting", "title", "Comité", "date", "2024-01-01"));
  item = merging_add (store, "item", "meeting", meeting, "title", "Bilan");
  merging_commit (store);
  count_time (store, random);
  merging_drop (store, "item", item);
  for (int turn = 0; turn < 2; turn++)
    {
      g_autofree char *now = NULL;

      undo (store);
      undo (store);
      now = merging_dump (store);
      g_assert_cmpstr (now, ==, before);
      redo (store);
      g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM item", NULL), ==, 1);
      redo (store);
      g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM item", NULL), ==, 0);
    }
}

static void
alter (Merging *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_clear_object (&fixture->store[A]);
  g_assert_cmpint (sqlite3_open (fixture->path[A], &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  fixture->store[A] = copil_store_open (fixture->path[A], COPIL_STORE_READ_WRITE, NULL);
  g_assert_nonnull (fixture->store[A]);
}

/* Where records are not as the journal says, nothing is guessed: undo and redo change nothing, and
 * say so. */
static void
test_altered (Merging *fixture, gconstpointer data)
{
  g_autofree char *axis = merging_text_of (fixture->axis), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  merging_begin (fixture->store[A]);
  id = merging_add (fixture->store[A], "measure", "axis", axis, "title", "Mesure 2");
  merging_commit (fixture->store[A]);
  merging_edit (fixture->store[A], "measure", id, "title", "Mesure deux");
  alter (fixture, data);
  before = merging_dump (fixture->store[A]);
  for (int turn = 0; turn < 2 && !error; turn++)
    copil_store_undo (fixture->store[A], &error);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "This change cannot be taken back: what it changed is no longer as it left it.");
  g_assert_cmpint (copil_store_query_int (fixture->store[A],
                                          "SELECT count (*) FROM pragma_foreign_key_check", NULL),
                   ==, 0);
  g_assert_cmpint (copil_store_query_int (fixture->store[A], "PRAGMA foreign_keys", NULL), ==, 1);
  g_assert_false (copil_store_in_transaction (fixture->store[A]));
  if (!strstr (data, "INSERT"))
    {
      after = merging_dump (fixture->store[A]);
      g_assert_cmpstr (after, ==, before);
    }
  merging_edit (fixture->store[A], "measure", fixture->measure, "title", "Autre");
}

/* Whoever hears of an undo or a merge finds foreign keys at work. */
static void
changed_cb (CopilStore *store, CopilChanges *changes, gpointer data)
{
  guint *n = data;
  g_assert_cmpint (copil_store_query_int (store, "PRAGMA foreign_keys", NULL), ==, 1);
  (*n)++;
}

static void
test_keys (Merging *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->store[A], "changed", G_CALLBACK (changed_cb), &n);
  merging_edit (fixture->store[A], "measure", fixture->measure, "title", "Autre");
  undo (fixture->store[A]);
  redo (fixture->store[A]);
  merging_edit (fixture->store[B], "axis", fixture->axis, "title", "Autre");
  merging_merge_well (fixture, A, B);
  g_assert_cmpuint (n, ==, 4);
  assert_sound (fixture->store[A]);
  copil_store_set_read_only (fixture->store[A], TRUE);
  g_assert_false (copil_store_undo (fixture->store[A], NULL));
  assert_sound (fixture->store[A]);
}

int
main (int argc, char **argv)
{
  const char *const altered[] = {
    "UPDATE measure SET title = 'Altéré' WHERE title = 'Mesure deux'",
    "DELETE FROM measure WHERE title = 'Mesure deux'",
    "INSERT INTO engagement (id, axis, measure, text) SELECT 7, axis, id, 'Autre' FROM measure"
    " WHERE title = 'Mesure deux'",
  };

  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/walk/" name, Merging, data, merging_set_up, function, merging_tear_down)
  ADD ("moved/merged", GINT_TO_POINTER (FALSE), test_moved);
  ADD ("moved/once", GINT_TO_POINTER (TRUE), test_moved);
  ADD ("aside", NULL, test_aside);
  ADD ("altered/changed", altered[0], test_altered);
  ADD ("altered/gone", altered[1], test_altered);
  ADD ("altered/child", altered[2], test_altered);
  ADD ("keys", NULL, test_keys);
  /* changed there, deleted there by a merge, and deleted here */
  if (merging_count_seeds (12) < 72)
    ADD ("three/72", GUINT_TO_POINTER (72), test_three);
  for (guint seed = 1; seed <= merging_count_seeds (12); seed++)
    {
      const struct
      {
        const char *name;
        void (*function) (Merging *, gconstpointer);
      } walks[] = { { "undo", test_undo },
                    { "merge", test_merge },
                    { "three", test_three },
                    { "restore", test_restore },
                    { "past", test_past } };

      for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
        {
          g_autofree char *path = g_strdup_printf ("/walk/%s/%u", walks[i].name, seed);
          g_test_add (path, Merging, GUINT_TO_POINTER (seed), merging_set_up, walks[i].function,
                      merging_tear_down);
        }
    }
  return g_test_run ();
}
