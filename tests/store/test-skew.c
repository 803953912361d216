/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clocks that run fast or slow, and ids that cannot be: nothing that one copy wrote is taken for
 * what another wrote. Each session of a person is a process of its own with a clock of its own, as
 * ids hang on both. COPIL_TEST_SEEDS says how many walks. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "copil-id.h"
#include "copil-query.h"
#include "copil-record.h"
#include "merge-tools.h"
#include "../support/scratch.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define YEAR (365 * DAY)

/* --- the clock --- */

static time_t skew;

/* GLib asks one of these two. */
int
clock_gettime (clockid_t clock, struct timespec *time)
{
  int code = (int)syscall (SYS_clock_gettime, clock, time);
  if (clock == CLOCK_REALTIME)
    time->tv_sec += skew;
  return code;
}

int
gettimeofday (struct timeval *time, void *zone)
{
  struct timespec now;
  int code = clock_gettime (CLOCK_REALTIME, &now);

  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return code;
}

/* --- sessions --- */

typedef struct
{
  const char *path;
  time_t skew;
  int side, step, n;  /* whose, of which step, how many changes */
  const char *merged; /* path of what is merged, or NULL */
} Session;

static const char *const fields[] = { "note", "territory", "unit" };

static CopilStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return store;
}

/* The axis "4" with four engagements. */
static void
begin_file (const Session *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_create (session->path, "Convention", &error);
  g_autofree char *axis = NULL;

  g_assert_no_error (error);
  merging_begin (store);
  axis = merging_text_of (merging_add (store, "axis", "label", "4", "title", "Attractivité"));
  for (int i = 0; i < 4; i++)
    merging_add (store, "engagement", "axis", axis, "text", "Accueillir");
  merging_commit (store);
}

static gint64
find (CopilStore *store, int nth)
{
  return copil_store_query_int (store,
                                "SELECT id FROM engagement WHERE text = 'Accueillir' ORDER BY id"
                                " LIMIT 1 OFFSET ?1",
                                "i", (gint64)nth);
}

/* Each change is an edit of a field that only this side edits, and a new record. */
static void
work (const Session *session)
{
  g_autoptr (CopilStore) store = open_store (session->path);
  g_autoptr (GError) error = NULL;

  if (session->merged)
    {
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      gboolean done =
          copil_store_merge (store, session->merged, COPIL_MERGE_ASK, conflicts, &error);

      for (guint i = 0; i < conflicts->len; i++)
        g_printerr ("# conflict: %s\n", (char *)conflicts->pdata[i]);
      g_assert_no_error (error);
      g_assert_true (done);
    }
  for (int i = 0; i < session->n; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", session->step * 100 + i);
      g_autofree char *text = g_strdup_printf ("Nouveau %d %s", session->side, value);
      g_autofree char *axis = copil_store_query_dup_text (store, "SELECT id FROM axis", NULL);

      merging_edit (store, "engagement", find (store, (session->step + i) % 4),
                    fields[session->side], value);
      merging_begin (store);
      merging_add (store, "engagement", "axis", axis, "text", text);
      merging_commit (store);
    }
}

/* Runs it as a program that was started for it. */
static void
run (void (*function) (const Session *), const Session *session)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      guint32 seed[4];
      FILE *source = fopen ("/dev/urandom", "r");

      g_assert_nonnull (source);
      g_assert_cmpint (fread (seed, sizeof seed, 1, source), ==, 1);
      fclose (source);
      g_random_set_seed (seed[0]);
      skew = session->skew;
      function (session);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* --- files --- */

typedef struct
{
  char *folder;
  char *path[3];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = scratch_folder_new ();
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c.copil", 'a' + i);
      fixture->path[i] = g_build_filename (fixture->folder, name, NULL);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{

  for (int i = 0; i < 3; i++)
    g_free (fixture->path[i]);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize)length, NULL));
}

static void
alter (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static char *
dump_file (const char *path)
{
  g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_ONLY, NULL);
  g_assert_nonnull (store);
  return merging_dump (store);
}

static gint64
ask (const char *path, const char *sql)
{
  g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_ONLY, NULL);
  g_assert_nonnull (store);
  return copil_store_query_int (store, sql, NULL);
}

static void
assert_same (const char *a, const char *b)
{
  g_autofree char *one = dump_file (a), *two = dump_file (b);

  g_assert_cmpstr (one, ==, two);
}

static void
merge (Fixture *fixture, int into, int from)
{
  Session session = { fixture->path[into], 0, into, 0, 0, fixture->path[from] };
  run (work, &session);
}

/* --- tests --- */

static void
test_shifted (void)
{
  gint64 now = g_get_real_time ();

  skew = DAY;
  g_assert_cmpint (g_get_real_time () - now, >, 23LL * HOUR * G_USEC_PER_SEC);
  skew = 0;
}

/* The last entry was written by a clock that was wrong; people whose clocks are right, or jump,
 * then go on with copies of it, and merge now and then. All that each entered is there in the end.
 */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const time_t skews[] = { MINUTE,  -MINUTE, HOUR,     2 * HOUR, -2 * HOUR, DAY,
                                  2 * DAY, -DAY,    30 * DAY, YEAR,     -YEAR,     0 };
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  time_t wrong = skews[seed % G_N_ELEMENTS (skews)];
  Session first = { fixture->path[A], 0, A, 0, 0, NULL },
          fast = { fixture->path[A], wrong, A, 1, 1 };
  gint64 n = 1;
  int last[3][4] = { { 0 } };

  run (begin_file, &first);
  run (work, &fast);
  last[A][1] = 100;
  copy (fixture->path[A], fixture->path[B]);
  copy (fixture->path[A], fixture->path[C]);
  for (int step = 2; step < 12; step++)
    {
      int side = g_rand_int_range (random, 0, 3);
      gboolean merges = g_rand_int_range (random, 0, 4) == 0;
      int from = (side + g_rand_int_range (random, 1, 3)) % 3;
      Session session = { fixture->path[side],
                          0,
                          side,
                          step,
                          g_rand_int_range (random, 1, 4),
                          merges ? fixture->path[from] : NULL };

      if (g_rand_int_range (random, 0, 5) == 0)
        session.skew = skews[g_rand_int_range (random, 0, G_N_ELEMENTS (skews))];
      run (work, &session);
      n += session.n;
      for (int i = 0; i < session.n; i++)
        last[side][(step + i) % 4] = step * 100 + i;
    }
  merge (fixture, A, B);
  merge (fixture, A, C);
  merge (fixture, B, A);
  merge (fixture, C, A);
  assert_same (fixture->path[A], fixture->path[B]);
  assert_same (fixture->path[A], fixture->path[C]);
  g_assert_cmpint (
      ask (fixture->path[A], "SELECT count (*) FROM engagement WHERE text LIKE 'Nouveau%'"), ==, n);
  g_assert_cmpint (ask (fixture->path[A],
                        "SELECT count (DISTINCT text) FROM engagement WHERE text LIKE"
                        " 'Nouveau%'"),
                   ==, n);
  for (int side = 0; side < 3; side++)
    for (int e = 0; e < 4; e++)
      {
        g_autoptr (CopilStore) store =
            copil_store_open (fixture->path[C], COPIL_STORE_READ_ONLY, NULL);
        g_autofree char *value = merging_get (store, "engagement", find (store, e), fields[side]);
        g_autofree char *expected = last[side][e] ? g_strdup_printf ("%d", last[side][e]) : NULL;
        g_assert_cmpstr (value, ==, expected);
      }
}

/* What the two sides write after the fast clock never has the same ids, entries nor records. */
static void
test_fast (Fixture *fixture, gconstpointer data)
{
  Session first = { fixture->path[A], 0, A, 0, 0, NULL },
          fast = { fixture->path[A], GPOINTER_TO_INT (data), A, 1, 1, NULL };
  g_autofree char *sql = NULL;
  g_autoptr (CopilStore) store = NULL;

  run (begin_file, &first);
  run (work, &fast);
  for (int side = B; side <= C; side++)
    {
      Session session = { fixture->path[side], 0, side, 2, 30, NULL };
      copy (fixture->path[A], fixture->path[side]);
      run (work, &session);
    }
  alter (fixture->path[B], "VACUUM");
  sql = g_strdup_printf ("ATTACH '%s' AS c; CREATE TEMP TABLE found AS SELECT id FROM"
                         " (SELECT id FROM main.journal WHERE id > (SELECT min (id) FROM"
                         " main.journal) INTERSECT SELECT id FROM c.journal)",
                         fixture->path[C]);
  {
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    g_assert_cmpint (sqlite3_open (fixture->path[B], &db), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    /* the base, and what the fast clock wrote */
    g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count (*) FROM found", -1, &statement, NULL),
                     ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
    g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 3);
    sqlite3_finalize (statement);
    g_assert_cmpint (sqlite3_prepare_v2 (db,
                                         "SELECT count (*) FROM (SELECT id FROM engagement"
                                         " INTERSECT SELECT id FROM c.engagement)",
                                         -1, &statement, NULL),
                     ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
    g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 5);
    sqlite3_finalize (statement);
    sqlite3_close (db);
  }
  merge (fixture, B, C);
  merge (fixture, C, B);
  assert_same (fixture->path[B], fixture->path[C]);
  g_assert_cmpint (ask (fixture->path[B], "SELECT count (*) FROM engagement"), ==, 5 + 60);
}

/* Two entries have one id all the same, as older versions gave them: both are taken, once. */
static void
test_same_id (Fixture *fixture, gconstpointer data)
{
  Session first = { fixture->path[A], 0, A, 0, 0, NULL },
          a = { fixture->path[A], 0, A, 2, 2, NULL }, b = { fixture->path[B], 0, B, 3, 3, NULL };
  gint64 base, n_a, n_b, entries;

  run (begin_file, &first);
  copy (fixture->path[A], fixture->path[B]);
  copy (fixture->path[A], fixture->path[C]);
  run (work, &a);
  run (work, &b);
  base = ask (fixture->path[C], "SELECT max (id) FROM journal");
  for (int side = A; side <= B; side++)
    {
      g_autofree char *sql = g_strdup_printf (
          "CREATE TEMP TABLE t AS SELECT id AS old, %" G_GINT64_FORMAT
          " + row_number () OVER (ORDER BY id) AS new FROM journal WHERE id > %" G_GINT64_FORMAT
          "; UPDATE journal SET id = (SELECT new FROM t WHERE old = id) WHERE id > "
          "%" G_GINT64_FORMAT,
          base, base, base);
      alter (fixture->path[side], sql);
    }
  n_a = ask (fixture->path[A], "SELECT count (*) FROM journal");
  n_b = ask (fixture->path[B], "SELECT count (*) FROM journal");
  g_assert_cmpint (ask (fixture->path[A], "SELECT max (id) FROM journal"), ==, base + n_a - 2);
  merge (fixture, A, B);
  g_assert_cmpint (ask (fixture->path[A], "SELECT count (*) FROM engagement"), ==, 4 + 5);
  g_assert_cmpint (
      ask (fixture->path[A], "SELECT count (*) FROM engagement WHERE note IS NOT NULL"), ==, 2);
  g_assert_cmpint (
      ask (fixture->path[A], "SELECT count (*) FROM engagement WHERE territory IS NOT NULL"), ==,
      3);
  g_assert_cmpint (ask (fixture->path[A], "SELECT count (*) FROM journal"), ==, n_a + n_b - 2 + 1);
  merge (fixture, B, A);
  assert_same (fixture->path[A], fixture->path[B]);
  /* it comes to rest */
  merge (fixture, A, B);
  entries = ask (fixture->path[A], "SELECT count (*) FROM journal");
  for (int i = 0; i < 2; i++)
    {
      merge (fixture, A, B);
      merge (fixture, B, A);
    }
  g_assert_cmpint (ask (fixture->path[A], "SELECT count (*) FROM journal"), ==, entries);
  g_assert_cmpint (ask (fixture->path[B], "SELECT count (*) FROM journal"), ==, entries);
  /* and a third one hears of all */
  run (work, &(Session){ fixture->path[B], 0, B, 5, 2, NULL });
  run (work, &(Session){ fixture->path[C], 0, C, 6, 2, NULL });
  merge (fixture, C, B);
  merge (fixture, A, C);
  merge (fixture, B, C);
  assert_same (fixture->path[A], fixture->path[C]);
  assert_same (fixture->path[B], fixture->path[C]);
  g_assert_cmpint (ask (fixture->path[C], "SELECT count (*) FROM engagement"), ==, 4 + 5 + 4);
}

static void
insert_given (const Session *session)
{
  g_autoptr (CopilStore) store = open_store (session->path);
  g_autofree char *axis = copil_store_query_dup_text (store, "SELECT id FROM axis", NULL);
  const char *names[] = { "axis", "text" }, *values[] = { axis, session->side ? "De B" : "De A" };

  merging_begin (store);
  g_assert_cmpint (
      copil_store_insertv (store, copil_kind_get ("engagement"), 4242, 2, names, values, NULL), ==,
      4242);
  merging_commit (store);
}

/* Two records have one id: somebody is asked, and hears of both. */
static void
test_same_record (Fixture *fixture, gconstpointer data)
{
  Session first = { fixture->path[A], 0, A, 0, 0, NULL };
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GError) error = NULL;

  run (begin_file, &first);
  copy (fixture->path[A], fixture->path[B]);
  run (insert_given, &(Session){ fixture->path[A], 0, A, 0, 0, NULL });
  run (insert_given, &(Session){ fixture->path[B], 0, B, 0, 0, NULL });
  store = open_store (fixture->path[A]);
  g_assert_false (copil_store_merge (store, fixture->path[B], COPIL_MERGE_ASK, conflicts, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_nonnull (strstr (conflicts->pdata[0], "“De A” / “De B”"));
}

/* An id at the end of all numbers: the file is edited like another, and the id goes nowhere. */
static void
test_almost (Fixture *fixture, gconstpointer data)
{
  static const char *const spoilt[] = {
    "UPDATE journal SET id = 9223372036854775807 WHERE id = (SELECT max (id) FROM journal)",
    "INSERT INTO journal (id, time, name, verb, compressed, changeset) VALUES (9223372036850581498,"
    " '2026-01-01T00:00:00Z', 'x', 'do', 0, x'')",
    "UPDATE journal SET id = id + (9223372036854775800 - (SELECT max (id) FROM journal))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      Session first = { fixture->path[A], 0, A, 0, 0, NULL };
      g_autoptr (CopilStore) store = NULL, other = NULL;
      g_autoptr (GError) error = NULL;
      gint64 now;

      for (int side = A; side <= C; side++)
        g_unlink (fixture->path[side]);
      run (begin_file, &first);
      now = ask (fixture->path[A], "SELECT max (id) FROM journal");
      copy (fixture->path[A], fixture->path[C]);
      run (work, &(Session){ fixture->path[A], 0, A, 2, 1, NULL });
      alter (fixture->path[A], spoilt[i]);
      copy (fixture->path[A], fixture->path[B]);

      /* both go on by themselves, and still know each other */
      run (work, &(Session){ fixture->path[A], 0, A, 3, 1, NULL });
      g_assert_cmpint (ask (fixture->path[A], "SELECT max (id) FROM journal"), <,
                       now + ((gint64)DAY * 1000 << 22));
      if (i < 2)
        {
          /* one that has none of it takes it from a file that is only read */
          run (work, &(Session){ fixture->path[C], 0, C, 4, 1, fixture->path[B] });
          g_assert_cmpint (ask (fixture->path[C], "SELECT max (id) FROM journal"), <,
                           now + ((gint64)DAY * 1000 << 22));
          merge (fixture, A, C);
          merge (fixture, C, A);
          assert_same (fixture->path[A], fixture->path[C]);
          g_assert_cmpint (ask (fixture->path[A], "SELECT count (*) FROM engagement"), ==, 4 + 3);
        }
      run (work, &(Session){ fixture->path[B], 0, B, 5, 1, NULL });
      merge (fixture, B, A);
      merge (fixture, A, B);
      assert_same (fixture->path[A], fixture->path[B]);
      g_assert_cmpint (ask (fixture->path[A], "SELECT count (*) FROM engagement"), ==,
                       4 + (i < 2 ? 4 : 3));
      store = open_store (fixture->path[A]);
      while (copil_store_get_undo_name (store))
        {
          g_assert_true (copil_store_undo (store, &error));
          g_assert_no_error (error);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skew/shifted", test_shifted);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/skew/" name, Fixture, data, set_up, function, tear_down)
  ADD ("fast/minute", GINT_TO_POINTER (MINUTE), test_fast);
  ADD ("fast/hours", GINT_TO_POINTER (2 * HOUR), test_fast);
  ADD ("fast/days", GINT_TO_POINTER (3 * DAY), test_fast);
  ADD ("fast/year", GINT_TO_POINTER (YEAR), test_fast);
  ADD ("slow/hours", GINT_TO_POINTER (-2 * HOUR), test_fast);
  ADD ("slow/long", GINT_TO_POINTER (-10 * YEAR), test_fast);
  ADD ("same-id", NULL, test_same_id);
  ADD ("same-record", NULL, test_same_record);
  ADD ("almost", NULL, test_almost);
  for (guint seed = 1; seed <= merging_count_seeds (12); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/skew/walk/%u", seed);
      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_walk, tear_down);
    }
  return g_test_run ();
}
