/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-row-list.h"

#include "copil-query.h"
#include "copil-row-private.h"

/* So many keys are read at once, before the window shows; the others follow from a thread of their
 * own. */
#define FIRST_KEYS 400

typedef struct
{
  gint64 id;
  guint sort;
} Key;

/* What the thread works with: nothing of it is shared with the list. */
typedef struct
{
  CopilStore *reader;
  char *sql;
  char **parameters;
} Reading;

struct _CopilRowList
{
  GObject parent_instance;

  CopilStore *store;
  char **row_queries;
  char **kinds;
  char **follows;

  char *sql;
  char **parameters;

  GArray *keys;     /* Key */
  GHashTable *rows; /* Key → CopilRow that somebody holds (not a reference of ours) */
  guint n_reads;
  GCancellable *reading;
};

static void copil_row_list_model_init (GListModelInterface *interface);
G_DEFINE_FINAL_TYPE_WITH_CODE (CopilRowList, copil_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, copil_row_list_model_init))

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  return g_int64_hash (&key->id) ^ key->sort;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;
  return one->id == other->id && one->sort == other->sort;
}

static void
row_gone_cb (gpointer data, GObject *where)
{
  CopilRowList *list = data;
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (row == where)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
fill_row (CopilRowList *list, CopilRow *row, gboolean tell)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      list->store, list->row_queries[copil_row_get_sort (row)], "i", copil_row_get_id (row));

  list->n_reads++;
  copil_row_fill (row, query, tell);
}

static GArray *
read_keys (CopilStore *store, const char *sql, char **parameters, guint limit)
{
  g_autofree char *limited = limit ? g_strdup_printf ("%s LIMIT %u", sql, limit) : g_strdup (sql);
  g_autoptr (CopilQuery) query =
      copil_store_query_strv (store, limited, (const char *const *)parameters);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  while (copil_query_next (query))
    {
      Key key = { copil_query_int (query, 1), (guint)copil_query_int (query, 0) };
      g_array_append_val (keys, key);
    }
  return keys;
}

/* Takes over the new keys and tells only of the stretch between what both begin and end with. */
static void
take_keys (CopilRowList *list, GArray *keys)
{
  g_autoptr (GArray) old = list->keys;
  guint start = 0, end = 0;

  while (start < old->len && start < keys->len &&
         key_equal (&g_array_index (old, Key, start), &g_array_index (keys, Key, start)))
    start++;
  while (end < old->len - start && end < keys->len - start &&
         key_equal (&g_array_index (old, Key, old->len - 1 - end),
                    &g_array_index (keys, Key, keys->len - 1 - end)))
    end++;
  list->keys = keys;
  if (old->len - start - end || keys->len - start - end)
    g_list_model_items_changed (G_LIST_MODEL (list), start, old->len - start - end,
                                keys->len - start - end);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->reader);
  g_free (reading->sql);
  g_strfreev (reading->parameters);
  g_free (reading);
}

static void
read_keys_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  guint start = copil_store_start_reading (reading->reader);
  g_autoptr (GArray) keys = read_keys (reading->reader, reading->sql, reading->parameters, 0);
  GError *error = NULL;

  if (copil_store_finish_reading (reading->reader, start, &error))
    g_task_return_pointer (task, g_steal_pointer (&keys), (GDestroyNotify)g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_keys_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilRowList *list = COPIL_ROW_LIST (source);
  g_autoptr (GError) error = NULL;
  GArray *keys = g_task_propagate_pointer (G_TASK (result), &error);

  if (!keys)
    {
      /* Where it was cancelled, another reading is under way, or the list is going; where it
       * failed, the store says so, and the list keeps what it has. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_clear_object (&list->reading);
      return;
    }
  g_clear_object (&list->reading);
  take_keys (list, keys);
}

static void
read_in_thread (CopilRowList *list)
{
  g_autoptr (CopilStore) reader = copil_store_open_reader (list->store, NULL);
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (!reader)
    {
      take_keys (list, read_keys (list->store, list->sql, list->parameters, 0));
      return;
    }
  list->reading = g_cancellable_new ();
  task = g_task_new (list, list->reading, read_keys_ready_cb, NULL);
  reading = g_new0 (Reading, 1);
  reading->reader = g_steal_pointer (&reader);
  reading->sql = g_strdup (list->sql);
  reading->parameters = g_strdupv (list->parameters);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_keys_thread_cb);
}

static void
stop_reading (CopilRowList *list)
{
  if (list->reading)
    g_cancellable_cancel (list->reading);
  g_clear_object (&list->reading);
}

/* "anew": another query, so that the first keys are shown at once; otherwise the keys are kept
 * until all new ones are here. */
static void
read_all (CopilRowList *list, gboolean anew)
{
  GArray *keys;

  stop_reading (list);
  if (!anew && list->keys->len > FIRST_KEYS)
    {
      read_in_thread (list);
      return;
    }
  keys = read_keys (list->store, list->sql, list->parameters, FIRST_KEYS);
  take_keys (list, keys);
  if (list->keys->len == FIRST_KEYS)
    read_in_thread (list);
}

static gboolean
concerns (char **kinds, CopilChanges *changes)
{
  for (guint i = 0; kinds && kinds[i]; i++)
    if (*kinds[i] && copil_changes_has_kind (changes, kinds[i]))
      return TRUE;
  return FALSE;
}

static void
changed_cb (CopilRowList *list, CopilChanges *changes)
{
  gboolean all = concerns (list->follows, changes);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, row;

  if (!list->sql || (!all && !concerns (list->kinds, changes)))
    return;
  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (all || copil_changes_has (changes, list->kinds[((Key *)key)->sort], ((Key *)key)->id))
      g_ptr_array_add (rows, g_object_ref (row));
  for (guint i = 0; i < rows->len; i++)
    fill_row (list, rows->pdata[i], TRUE);
  read_all (list, FALSE);
}

static GType
get_item_type (GListModel *model)
{
  return COPIL_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return COPIL_ROW_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CopilRowList *list = COPIL_ROW_LIST (model);
  CopilRow *row;
  Key *key;

  if (position >= list->keys->len)
    return NULL;
  key = &g_array_index (list->keys, Key, position);
  row = g_hash_table_lookup (list->rows, key);
  if (row)
    return g_object_ref (row);
  row = copil_row_new (key->sort, key->id);
  fill_row (list, row, FALSE);
  g_hash_table_insert (list->rows, g_memdup2 (key, sizeof *key), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, list);
  return row;
}

static void
copil_row_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
copil_row_list_dispose (GObject *object)
{
  CopilRowList *list = COPIL_ROW_LIST (object);
  GHashTableIter iter;
  gpointer row;

  stop_reading (list);
  if (list->rows)
    {
      g_hash_table_iter_init (&iter, list->rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        g_object_weak_unref (row, row_gone_cb, list);
    }
  g_clear_pointer (&list->rows, g_hash_table_unref);
  g_clear_object (&list->store);
  G_OBJECT_CLASS (copil_row_list_parent_class)->dispose (object);
}

static void
copil_row_list_finalize (GObject *object)
{
  CopilRowList *list = COPIL_ROW_LIST (object);

  g_strfreev (list->row_queries);
  g_strfreev (list->kinds);
  g_strfreev (list->follows);
  g_strfreev (list->parameters);
  g_free (list->sql);
  g_array_unref (list->keys);
  G_OBJECT_CLASS (copil_row_list_parent_class)->finalize (object);
}

static void
copil_row_list_class_init (CopilRowListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_row_list_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_row_list_finalize;
}

static void
copil_row_list_init (CopilRowList *list)
{
  list->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  list->rows = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
}

CopilRowList *
copil_row_list_new (CopilStore *store, const char *const *row_queries, const char *const *kinds)
{
  CopilRowList *list = g_object_new (COPIL_TYPE_ROW_LIST, NULL);

  list->store = g_object_ref (store);
  list->row_queries = g_strdupv ((char **)row_queries);
  list->kinds = g_strdupv ((char **)kinds);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  return list;
}

void
copil_row_list_set_query (CopilRowList *list, const char *sql, const char *const *parameters,
                          const char *follows)
{
  g_autofree char *old_sql = list->sql;
  g_auto (GStrv) old_parameters = list->parameters;

  list->sql = g_strdup (sql);
  list->parameters = g_strdupv ((char **)parameters);
  g_strfreev (list->follows);
  list->follows = follows ? g_strsplit (follows, " ", -1) : NULL;
  read_all (list, TRUE);
}

guint
copil_row_list_find (CopilRowList *list, guint sort, gint64 id)
{
  Key wanted = { id, sort };

  for (guint i = 0; i < list->keys->len; i++)
    if (key_equal (&g_array_index (list->keys, Key, i), &wanted))
      return i;
  return G_MAXUINT;
}

guint
copil_row_list_get_n_reads (CopilRowList *list)
{
  return list->n_reads;
}
