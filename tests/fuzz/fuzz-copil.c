/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole .copil file that somebody else made: opened, checked, shown, made into documents, undone
 * and merged. An input is not the file itself, whose form SQLite would refuse after almost any
 * change, but what is done to a sound one: values put into columns whatever their kind, rows taken
 * away under those that refer to them, bytes of the journal and of the file changed. */
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "all-documents.h"
#include "copil-completeness.h"
#include "copil-deadline-store.h"
#include "copil-figure-store.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-show.h"
#include "copil-verb.h"
#include "fuzz.h"

/* Rows that the sound file keeps of each kind: enough to refer to one another. */
#define N_ROWS "3"
#define MOST_STEPS 40

typedef struct
{
  char *table, *name;
} Column;

typedef struct
{
  const guint8 *at, *end;
} Recipe;

static char *folder, *path, *seed_path;
static guint8 *seed;
static gsize seed_size;
static GArray *columns; /* Column */

static void
remove_folder (void)
{
  const char *const names[] = { "seed",        "seed-wal", "seed-shm", "a.copil",   "a.copil-wal",
                                "a.copil-shm", "out",      "first",    "first-wal", "first-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename (folder, names[i], NULL);
      g_unlink (name);
    }
  g_rmdir (folder);
}

/* --- The sound file --- */

static void
alter (CopilStore *store, const char *name)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT min (id) FROM \"%s\"", (*kind)->name);
      gint64 id = copil_store_query_int (store, sql, NULL);
      const CopilField *title = copil_kind_get_field (*kind, (*kind)->title_field);

      if (id && title->type == COPIL_FIELD_TEXT &&
          !copil_store_edit (store, *kind, id, title->name, name, NULL))
        copil_store_rollback (store);
    }
}

/* One record of each kind that the example has none of. */
static void
fill (CopilStore *store)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", (*kind)->name);
      g_autoptr (GPtrArray) fields = g_ptr_array_new (),
                            values = g_ptr_array_new_with_free_func (g_free);

      if (copil_store_query_int (store, sql, NULL) > 0)
        continue;
      for (const CopilField *field = (*kind)->fields; field->name; field++)
        {
          char *value = NULL;

          if (field->type == COPIL_FIELD_REFERENCE)
            {
              g_autofree char *first =
                  g_strdup_printf ("SELECT min (id) FROM \"%s\"", field->target);
              value = copil_store_query_dup_text (store, first, NULL);
            }
          else if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE)
            value = g_strdup ("Essai");
          else if (field->type == COPIL_FIELD_DATE)
            value = g_strdup ("2024-02-29");
          else if (field->type == COPIL_FIELD_CHOICE)
            value = g_strdup (field->options->value);
          else if (field->type == COPIL_FIELD_INTEGER || field->type == COPIL_FIELD_NUMBER)
            value = g_strdup (g_str_equal (field->name, "year") ? "2023" : "12");
          if (value)
            {
              g_ptr_array_add (fields, (gpointer)field->name);
              g_ptr_array_add (values, value);
            }
        }
      if (!copil_store_begin (store, "Essai", NULL))
        continue;
      if (!copil_store_insertv (store, *kind, 0, fields->len, (const char *const *)fields->pdata,
                                (const char *const *)values->pdata, NULL) ||
          !copil_store_commit (store, NULL))
        copil_store_rollback (store);
    }
}

static void
list_columns (void)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_assert_cmpint (sqlite3_open (seed_path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db,
                      "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info (t.name) c"
                      " WHERE t.type = 'table' ORDER BY 1, c.cid",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Column column = { g_strdup ((const char *)sqlite3_column_text (statement, 0)),
                        g_strdup ((const char *)sqlite3_column_text (statement, 1)) };
      g_array_append_val (columns, column);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  g_assert_cmpuint (columns->len, >, 100);
}

static void
make_seed (void)
{
  g_autofree char *first = NULL, *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) script = NULL;
  CopilStore *store;

  g_setenv ("COPIL_TODAY", "2024-03-15", TRUE);
  folder = g_build_filename (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm"
                                                                          : g_get_tmp_dir (),
                             "copil-fuzz-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  atexit (remove_folder);
  path = g_build_filename (folder, "a.copil", NULL);
  seed_path = g_build_filename (folder, "seed", NULL);
  first = g_build_filename (folder, "first", NULL);
  g_assert_true (g_file_get_contents (FUZZ_EXAMPLE, &sql, NULL, &error));
  script = g_string_new (sql);
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    g_string_append_printf (script,
                            ";DELETE FROM \"%s\" WHERE id NOT IN (SELECT id FROM \"%s\" ORDER BY id"
                            " LIMIT " N_ROWS ")",
                            (*kind)->name, (*kind)->name);
  store = copil_store_create_from_script (first, script->str, &error);
  g_assert_no_error (error);
  g_object_unref (store);
  store = copil_store_open (first, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  fill (store);
  alter (store, "Changé");
  g_assert_true (copil_store_undo (store, &error));
  g_assert_true (copil_store_snapshot (store, seed_path, &error));
  g_assert_no_error (error);
  g_object_unref (store);
  g_assert_true (g_file_get_contents (seed_path, (char **)&seed, &seed_size, &error));
  list_columns ();
}

/* --- What is done to it --- */

static guint
take (Recipe *recipe, guint n)
{
  guint value = 0;

  for (; n > 0; n--)
    value = value << 8 | (recipe->at < recipe->end ? *recipe->at++ : 0);
  return value;
}

/* Values that have been trouble somewhere. */
static void
bind_odd (sqlite3_stmt *statement, guint which)
{
  static const char *const texts[] = { "",
                                       "a\xff\x80!",
                                       "\x01\x1b[31m\x0b\x0c\x7f\xc2\x85",
                                       "\xef\xbf\xbe\xed\xa0\x80",
                                       "9999-12-31",
                                       "0000-00-00",
                                       "0001-01-01",
                                       "2200-12-31",
                                       "1900-01-01",
                                       "2024-02-30",
                                       "2024-02-29",
                                       "99:99",
                                       "-9:-9",
                                       "23:59",
                                       "validated",
                                       "done",
                                       "period",
                                       "scale",
                                       "%s%n%d",
                                       "<b>&amp;\"'",
                                       "\n\n\t\r\n",
                                       "\xe2\x80\xa8\xe2\x80\xae\xe2\x80\x8b",
                                       "=1+1",
                                       "1e999",
                                       "1;2;3",
                                       "a\nb\nc" };
  static const gint64 numbers[] = { 0,          1,           -1,         2147483647, -2147483648LL,
                                    4294967296, 99999999999, G_MAXINT64, G_MININT64, 13 };
  const double reals[] = { INFINITY, -INFINITY, 1e300, -1e-300, 0.1, 1e15, -1.0, 5e-324 };
  const guint n_texts = G_N_ELEMENTS (texts), n_numbers = G_N_ELEMENTS (numbers),
              n_reals = G_N_ELEMENTS (reals);

  which %= n_texts + n_numbers + n_reals + 4;
  if (which < n_texts)
    sqlite3_bind_text (statement, 1, texts[which], -1, SQLITE_STATIC);
  else if ((which -= n_texts) < n_numbers)
    sqlite3_bind_int64 (statement, 1, numbers[which]);
  else if ((which -= n_numbers) < n_reals)
    sqlite3_bind_double (statement, 1, reals[which]);
  else if ((which -= n_reals) == 0)
    sqlite3_bind_null (statement, 1);
  else if (which == 1)
    sqlite3_bind_text (statement, 1, "a\0b", 3, SQLITE_STATIC);
  else if (which == 2)
    sqlite3_bind_text (statement, 1, g_strnfill (70000, 'x'), -1, g_free);
  else
    sqlite3_bind_zeroblob (statement, 1, 9);
}

static void
bind_value (sqlite3_stmt *statement, Recipe *recipe)
{
  guint kind = take (recipe, 1), length;

  switch (kind & 3)
    {
    case 0:
      sqlite3_bind_int64 (statement, 1,
                          (gint64)((guint64)take (recipe, 4) << 32 | take (recipe, 4)));
      break;
    case 1:
      length = take (recipe, 1);
      length = MIN (length, (guint)(recipe->end - recipe->at));
      sqlite3_bind_text (statement, 1, (const char *)recipe->at, (int)length, SQLITE_TRANSIENT);
      recipe->at += length;
      break;
    case 2:
    case 3:
    default:
      bind_odd (statement, kind >> 2);
      break;
    }
}

/* One row of the table, or all of them. */
static void
put_value (sqlite3 *db, Recipe *recipe, gboolean all)
{
  const Column *column = &g_array_index (columns, Column, take (recipe, 2) % columns->len);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 WHERE ?2 < 0 OR rowid = (SELECT rowid FROM \"%s\""
      " ORDER BY rowid LIMIT 1 OFFSET ?2 %% (SELECT max (1, count (*)) FROM \"%s\"))",
      column->table, column->name, column->table, column->table);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    return;
  sqlite3_bind_int (statement, 2, all ? -1 : (int)take (recipe, 1));
  bind_value (statement, recipe);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
}

static void
drop_row (sqlite3 *db, Recipe *recipe)
{
  const Column *column = &g_array_index (columns, Column, take (recipe, 2) % columns->len);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = (SELECT rowid FROM "
                                          "\"%s\" ORDER BY rowid LIMIT 1 OFFSET %u)",
                                          column->table, column->table, take (recipe, 1) % 4);

  sqlite3_exec (db, sql, NULL, NULL, NULL);
}

/* One byte of a changeset, or its end. */
static void
spoil_journal (sqlite3 *db, Recipe *recipe)
{
  sqlite3_stmt *statement = NULL;
  guint row = take (recipe, 1), at = take (recipe, 2), value = take (recipe, 1);
  gint64 id = 0;
  guint8 *bytes = NULL;
  int size = 0;

  sqlite3_prepare_v2 (
      db,
      "SELECT id, changeset FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?1 % (SELECT"
      " max (1, count (*)) FROM journal)",
      -1, &statement, NULL);
  sqlite3_bind_int (statement, 1, (int)(row >> 1));
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      id = sqlite3_column_int64 (statement, 0);
      size = sqlite3_column_bytes (statement, 1);
      bytes = g_memdup2 (sqlite3_column_blob (statement, 1), (gsize)size);
    }
  sqlite3_finalize (statement);
  if (size > 0 && row & 1)
    size = (int)(at % (guint)size);
  else if (size > 0)
    bytes[at % (guint)size] ^= (guint8)MAX (value, 1);
  if (sqlite3_prepare_v2 (db, "UPDATE journal SET changeset = ?1 WHERE id = ?2", -1, &statement,
                          NULL) == SQLITE_OK)
    {
      sqlite3_bind_blob (statement, 1, bytes ? bytes : (const void *)"", size, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 2, id);
      sqlite3_step (statement);
      sqlite3_finalize (statement);
    }
  g_free (bytes);
}

/* The file that the recipe makes of the sound one. */
static void
cook (Recipe *recipe)
{
  g_autoptr (GArray) flips = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *file = NULL;
  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_malloc64 (seed_size), *cooked;
  sqlite3 *db = NULL;

  memcpy (bytes, seed, seed_size);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_deserialize (db, "main", bytes, (sqlite3_int64)seed_size, (sqlite3_int64)seed_size,
                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
      ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN", NULL,
                NULL, NULL);
  for (guint i = 0; i < MOST_STEPS && recipe->at < recipe->end; i++)
    switch (take (recipe, 1) & 7)
      {
      case 0:
      case 1:
      case 2:
        put_value (db, recipe, FALSE);
        break;
      case 3:
      case 4:
        put_value (db, recipe, TRUE);
        break;
      case 5:
        spoil_journal (db, recipe);
        break;
      case 6:
        drop_row (db, recipe);
        break;
      case 7:
      default:
        {
          guint flip = take (recipe, 4);
          g_array_append_val (flips, flip);
        }
        break;
      }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  cooked = sqlite3_serialize (db, "main", &size, 0);
  file = g_memdup2 (cooked, (gsize)size);
  sqlite3_free (cooked);
  sqlite3_close (db);
  for (guint i = 0; i < flips->len; i++)
    {
      guint flip = g_array_index (flips, guint, i);
      file[(flip >> 8) % (guint)size] ^= (guint8)MAX (flip & 0xff, 1);
    }
  g_assert_true (g_file_set_contents_full (path, (const char *)file, (gssize)size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* --- What we do with it --- */

static void
check_error (gboolean done, GError **error)
{
  g_assert_true (done == (*error == NULL));
  if (*error)
    g_assert_true (*(*error)->message && g_utf8_validate ((*error)->message, -1, NULL) &&
                   !strchr ((*error)->message, '\n'));
  g_clear_error (error);
}

static void
check_text (const char *text)
{
  g_assert_true (!text || g_utf8_validate (text, -1, NULL));
}

static void
read_all (CopilStore *store)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\"", (*kind)->name);
      g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

      while (copil_query_next (query))
        {
          gint64 id = copil_query_int (query, 0);
          g_autoptr (CopilRecord) record = copil_store_load (store, *kind, id);
          g_autofree char *title = copil_store_dup_title (store, *kind, id);
          g_autofree char *called = copil_store_describe (store, *kind, id);

          check_text (title);
          check_text (called);
          for (const CopilField *field = (*kind)->fields; record && field->name; field++)
            {
              g_autofree char *shown = copil_record_format (record, store, field->name);
              check_text (shown);
            }
        }
    }
}

static void
look (CopilStore *store, const guint8 *picks)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) deadlines = NULL, gaps = NULL;
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  guint n = all_documents_get_n ();

  g_assert_true (copil_store_check (store, faults) == (faults->len == 0));
  for (guint i = 0; i < faults->len; i++)
    check_text (faults->pdata[i]);
  read_all (store);
  copil_show_outline (store);
  copil_show_json (store);
  copil_verb_close ();
  deadlines = copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, NULL);
  gaps = copil_completeness_read (store, COPIL_FIGURES_ALL, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      check_error (all_documents_write (store, picks[i] % n, out, &error), &error);
      g_unlink (out);
    }
}

static void
work (CopilStore *store)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3 && copil_store_get_undo_name (store); i++)
    check_error (copil_store_undo (store, &error), &error);
  if (copil_store_get_redo_name (store))
    check_error (copil_store_redo (store, &error), &error);
  check_error (copil_store_edit (store, copil_kind_get ("convention"), 1, "title", "Autre", &error),
               &error);
  check_error (copil_store_merge (store, seed_path, COPIL_MERGE_THEIRS, conflicts, &error), &error);
  g_assert_false (copil_store_in_transaction (store));
  read_all (store);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Recipe recipe = { data + MIN (size, 4), data + size };
  guint8 picks[4] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;

  if (!seed)
    make_seed ();
  memcpy (picks, data, MIN (size, 4));
  cook (&recipe);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  check_error (store != NULL, &error);
  if (store)
    look (store, picks);
  g_clear_object (&store);
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  check_error (store != NULL, &error);
  if (store)
    work (store);
  return 0;
}
