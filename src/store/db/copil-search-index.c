/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index of all texts, in a database of its own that goes with it. */
#include <gio/gio.h>
#include <sqlite3.h>

#include "copil-record.h"
#include "copil-search-private.h"

/* A kind is one word of each of its rows, which no text can hold. */
#define KIND_WORD "\"kind\x01%u\""

/* Where so many of a kind have to be left out again, all of it is gone through. */
#define MOST_LOOKED_AT 1000

struct _CopilSearch
{
  GObject parent_instance;

  CopilStore *store;
  sqlite3 *index; /* NULL until it is made */
  GCancellable *making;
  GPtrArray *late; /* CopilChanges that came while it was made: kind, ids */
};

G_DEFINE_FINAL_TYPE (CopilSearch, copil_search, G_TYPE_OBJECT)

static guint ready_signal;

/* Ids of records that changed. */
typedef struct
{
  const CopilKind *kind;
  GArray *ids;
} Changed;

static void
changed_free (gpointer data)
{
  g_array_unref (((Changed *)data)->ids);
  g_free (data);
}

static guint
get_place (const CopilKind *kind)
{
  guint place = 0;

  while (copil_kinds ()[place] != kind)
    place++;
  return place;
}

static gboolean
exec (sqlite3 *index, const char *sql)
{
  return sqlite3_exec (index, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static sqlite3_stmt *
prepare (sqlite3 *index, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (index, sql, -1, &statement, NULL);
  return statement;
}

static sqlite3 *
open_index (void)
{
  sqlite3 *index = NULL;

  if (sqlite3_open ("", &index) == SQLITE_OK &&
      exec (index,
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE place (row INTEGER PRIMARY KEY, kind INTEGER, id INTEGER);"
            "CREATE UNIQUE INDEX place_of ON place (kind, id);"
            "CREATE VIRTUAL TABLE found USING fts5 (words, kind, prefix = '1 2 3 4 5 6 7 8 9',"
            " tokenize = \"unicode61 remove_diacritics 0 tokenchars '\x01'\")"))
    return index;
  sqlite3_close (index);
  return NULL;
}

/* One row of copil_search_dup_sql(). */
static void
add_row (sqlite3_stmt *place, sqlite3_stmt *found, guint kind, CopilQuery *query, sqlite3 *index)
{
  g_autofree char *texts = copil_search_dup_texts (query), *cut = copil_terms_cut (texts),
                  *word = g_strdup_printf ("kind\x01%u", kind);

  if (!*texts)
    return;
  sqlite3_bind_int (place, 1, (int)kind);
  sqlite3_bind_int64 (place, 2, copil_query_int (query, 0));
  sqlite3_step (place);
  sqlite3_reset (place);
  sqlite3_bind_int64 (found, 1, sqlite3_last_insert_rowid (index));
  sqlite3_bind_text (found, 2, cut, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (found, 3, word, -1, SQLITE_TRANSIENT);
  sqlite3_step (found);
  sqlite3_reset (found);
}

#define PLACE_SQL "INSERT OR REPLACE INTO place (kind, id) VALUES (?1, ?2)"
#define FOUND_SQL "INSERT INTO found (rowid, words, kind) VALUES (?1, ?2, ?3)"

static void
fill (sqlite3 *index, CopilStore *reader, GCancellable *cancellable)
{
  sqlite3_stmt *place = prepare (index, PLACE_SQL), *found = prepare (index, FOUND_SQL);

  exec (index, "BEGIN");
  for (guint i = 0; copil_kinds ()[i] && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *sql = copil_search_dup_sql (copil_kinds ()[i], FALSE);
      g_autoptr (CopilQuery) query = copil_store_query (reader, sql, NULL);

      while (copil_query_get_n_columns (query) > 1 && copil_query_next (query) &&
             !g_cancellable_is_cancelled (cancellable))
        add_row (place, found, i, query, index);
    }
  exec (index, "COMMIT");
  sqlite3_finalize (place);
  sqlite3_finalize (found);
}

static void
take_out (sqlite3 *index, guint kind, gint64 id)
{
  sqlite3_stmt *statement =
      prepare (index, "DELETE FROM found WHERE rowid = (SELECT row FROM place WHERE kind = ?1 AND"
                      " id = ?2)");

  sqlite3_bind_int (statement, 1, (int)kind);
  sqlite3_bind_int64 (statement, 2, id);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
}

static void
follow (CopilSearch *search, const Changed *changed)
{
  guint kind = get_place (changed->kind);
  g_autofree char *sql = copil_search_dup_sql (changed->kind, TRUE);
  sqlite3_stmt *place = prepare (search->index, PLACE_SQL),
               *found = prepare (search->index, FOUND_SQL);

  exec (search->index, "BEGIN");
  for (guint i = 0; i < changed->ids->len; i++)
    {
      gint64 id = g_array_index (changed->ids, gint64, i);
      g_autoptr (CopilQuery) query = copil_store_query (search->store, sql, "i", id);

      take_out (search->index, kind, id);
      if (copil_query_get_n_columns (query) > 1 && copil_query_next (query))
        add_row (place, found, kind, query, search->index);
    }
  exec (search->index, "COMMIT");
  sqlite3_finalize (place);
  sqlite3_finalize (found);
}

static void
changed_cb (CopilSearch *search, CopilChanges *changes)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      GArray *ids = copil_changes_list (changes, (*kind)->name);
      Changed *changed;

      if (!ids)
        continue;
      changed = g_new (Changed, 1);
      *changed = (Changed){ *kind, ids };
      if (search->index)
        {
          follow (search, changed);
          changed_free (changed);
        }
      else
        g_ptr_array_add (search->late, changed);
    }
  if (search->index)
    g_signal_emit (search, ready_signal, 0);
}

/* --- making it --- */

static void
close_index (gpointer index)
{
  sqlite3_close (index);
}

static void
make_thread (GTask *task, gpointer source, gpointer reader, GCancellable *cancellable)
{
  sqlite3 *index = open_index ();

  if (index)
    fill (index, reader, cancellable);
  g_task_return_pointer (task, index, close_index);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CopilSearch *search = COPIL_SEARCH (object);

  search->index = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_object (&search->making);
  for (guint i = 0; search->index && i < search->late->len; i++)
    follow (search, search->late->pdata[i]);
  g_ptr_array_set_size (search->late, 0);
  if (search->index)
    g_signal_emit (search, ready_signal, 0);
}

static void
copil_search_dispose (GObject *object)
{
  CopilSearch *search = COPIL_SEARCH (object);

  if (search->making)
    g_cancellable_cancel (search->making);
  g_clear_object (&search->making);
  g_clear_pointer (&search->index, sqlite3_close);
  g_clear_pointer (&search->late, g_ptr_array_unref);
  g_clear_object (&search->store);
  G_OBJECT_CLASS (copil_search_parent_class)->dispose (object);
}

static void
copil_search_class_init (CopilSearchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_search_dispose;
  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
copil_search_init (CopilSearch *search)
{
  search->late = g_ptr_array_new_with_free_func (changed_free);
}

CopilSearch *
copil_search_new (CopilStore *store)
{
  CopilSearch *search = g_object_new (COPIL_TYPE_SEARCH, NULL);
  CopilStore *reader = copil_store_open_reader (store, NULL);
  g_autoptr (GTask) task = NULL;

  search->store = g_object_ref (store);
  if (!reader)
    return search;
  search->making = g_cancellable_new ();
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), search, G_CONNECT_SWAPPED);
  task = g_task_new (search, search->making, made_cb, NULL);
  g_task_set_task_data (task, reader, g_object_unref);
  g_task_run_in_thread (task, make_thread);
  return search;
}

gboolean
copil_search_is_ready (CopilSearch *search)
{
  return search->index != NULL;
}

/* --- looking --- */

static char *
dup_match (CopilTerms *terms, const CopilKind *kind, gboolean *exact)
{
  g_autofree char *match = copil_terms_to_fts (terms, exact);

  return g_strdup_printf ("kind : " KIND_WORD " AND words : (%s)", get_place (kind), match);
}

static gboolean
is_match (CopilTerms *terms, CopilQuery *query)
{
  g_autofree char *texts = copil_search_dup_texts (query);

  return copil_terms_match (terms, texts);
}

static void
find_kind (CopilSearch *search, CopilTerms *terms, const CopilKind *kind, guint most,
           GPtrArray *hits)
{
  gboolean exact;
  g_autofree char *sql = copil_search_dup_sql (kind, TRUE),
                  *match = dup_match (terms, kind, &exact);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint found = 0, looked = 0;
  sqlite3_stmt *statement =
      prepare (search->index, "SELECT p.id FROM found f JOIN place p ON p.row = f.rowid WHERE found"
                              " MATCH ?1");

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  while ((!most || found < most) && (!most || looked++ < MOST_LOOKED_AT) &&
         sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (CopilQuery) query =
          copil_store_query (search->store, sql, "i", (gint64)sqlite3_column_int64 (statement, 0));
      CopilHit *hit;

      if (!copil_query_next (query) || (!exact && !is_match (terms, query)))
        continue;
      found++;
      hit = copil_search_make_hit (search->store, kind, query, terms);
      g_ptr_array_add (hit->titled ? hits : others, hit);
    }
  sqlite3_finalize (statement);
  if (looked > MOST_LOOKED_AT && !found)
    copil_search_go_through (search->store, kind, terms, most, hits);
  else
    g_ptr_array_extend (hits, others, NULL, NULL);
}

GPtrArray *
copil_search_find (CopilSearch *search, CopilTerms *terms, guint most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (copil_hit_free);

  for (const CopilKind *const *kind = copil_kinds (); *kind && search->index; kind++)
    find_kind (search, terms, *kind, most, hits);
  return hits;
}

guint
copil_search_count (CopilSearch *search, CopilTerms *terms, const CopilKind *kind)
{
  gboolean exact;
  g_autofree char *match = dup_match (terms, kind, &exact);
  sqlite3_stmt *statement;
  guint n = 0;

  if (!search->index)
    return 0;
  if (!exact)
    return G_MAXUINT;
  statement = prepare (search->index, "SELECT count (*) FROM found WHERE found MATCH ?1");
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    n = (guint)sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return n;
}
