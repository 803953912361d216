/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-changes.h"

#include <glib/gi18n-lib.h>

#include "copil-history.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* No chain of owners is longer. */
#define MOST_OWNERS 16

static void
change_free (gpointer data)
{
  CopilViewChange *change = data;

  g_free (change->called);
  g_free (change->title);
  g_ptr_array_unref (change->sentences);
  g_free (change);
}

/* Records that nobody speaks of: they stand behind others. */
static gboolean
is_told (const CopilKind *kind)
{
  static const char *const silent[] = { "source",  "passage",         "template",
                                        "mapping", "minutes_version", "minutes_document",
                                        NULL };

  return !g_strv_contains (silent, kind->name);
}

/* The axis of a record, or of what it belongs to. */
static gint64
find_axis (CopilStore *store, const CopilKind *kind, gint64 id)
{
  for (int level = 0; kind && id && level < MOST_OWNERS; level++)
    {
      g_autoptr (CopilRecord) record = NULL;
      const CopilField *owner = kind->parent ? copil_kind_get_field (kind, kind->parent) : NULL;

      if (g_str_equal (kind->name, "axis"))
        return id;
      record = copil_store_load (store, kind, id);
      if (!record)
        return 0;
      for (const CopilField *field = kind->fields; field->name; field++)
        if (field->type == COPIL_FIELD_REFERENCE && g_str_equal (field->target, "axis") &&
            copil_record_get_int (record, field->name))
          return copil_record_get_int (record, field->name);
      kind = owner && owner->target ? copil_kind_get (owner->target) : NULL;
      id = kind ? copil_record_get_int (record, owner->name) : 0;
    }
  return 0;
}

static CopilViewChange *
find_change (GPtrArray *changes, const CopilKind *kind, gint64 id)
{
  for (guint i = changes->len; i > 0; i--)
    {
      CopilViewChange *change = changes->pdata[i - 1];

      if (change->kind == kind && change->id == id)
        return change;
    }
  return NULL;
}

static CopilViewChange *
add_change (GPtrArray *changes, CopilStore *store, const CopilKind *kind, gint64 id,
            CopilViewBecame became)
{
  CopilViewChange *change = g_new0 (CopilViewChange, 1);
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);

  change->became = became;
  change->kind = kind;
  change->id = id;
  change->axis = find_axis (store, kind, id);
  change->called = copil_store_describe (store, kind, id);
  change->title = record ? copil_record_format (record, store, kind->title_field) : g_strdup ("");
  change->sentences = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (changes, change);
  return change;
}

static CopilViewBecame
judge (const CopilHistoryChange *change)
{
  const char *field = change->field ? change->field->name : "";

  if (change->act == COPIL_HISTORY_ADDED)
    return COPIL_VIEW_NEW;
  if (change->act == COPIL_HISTORY_DELETED)
    return COPIL_VIEW_DROPPED;
  if (g_str_equal (field, "status") && g_strcmp0 (change->after, "done") == 0)
    return COPIL_VIEW_DONE;
  if (g_str_equal (field, "status") && g_strcmp0 (change->after, "abandoned") == 0)
    return COPIL_VIEW_DROPPED;
  return COPIL_VIEW_CHANGED;
}

/* What it was called, of a sentence about it. */
static char *
dup_called (const char *sentence)
{
  const char *end = g_strrstr (sentence, ":");
  g_autofree char *called = end ? g_strndup (sentence, (gsize)(end - sentence)) : NULL;

  if (!called)
    return g_strdup (sentence);
  /* Before a colon stands a no-break space in French. */
  if (g_str_has_suffix (called, "\xc2\xa0"))
    called[strlen (called) - 2] = '\0';
  return g_steal_pointer (&called);
}

static void
take_history (GPtrArray *changes, CopilStore *store, GPtrArray *history)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < history->len; i++)
    {
      const CopilHistoryChange *told = history->pdata[i];
      CopilViewBecame became = judge (told);
      g_autofree char *key = NULL;
      CopilViewChange *change;

      if (!is_told (told->kind) || (told->act == COPIL_HISTORY_CHANGED && !told->field))
        continue;
      key = g_strdup_printf ("%s %" G_GINT64_FORMAT, told->kind->name, told->id);
      change = g_hash_table_lookup (known, key);
      if (!change)
        {
          change = add_change (changes, store, told->kind, told->id, became);
          g_hash_table_insert (known, g_steal_pointer (&key), change);
        }
      change->became = MIN (change->became, became);
      if (told->act == COPIL_HISTORY_DELETED)
        {
          g_free (change->called);
          change->called = dup_called (told->sentence);
        }
      g_ptr_array_add (change->sentences, g_strdup (told->sentence));
    }
}

/* What became late by itself. */
static void
take_late (GPtrArray *changes, CopilStore *store, const char *since)
{
  static const char *const kinds[] = { "engagement", "fiche", "step", "decision" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const CopilKind *kind = copil_kind_get (kinds[i]);
      const char *due = copil_kind_get_field (kind, "due") ? "due" : "end";
      g_autofree char *sql =
          copil_kind_get_field (kind, due) && copil_kind_get_field (kind, "status")
              ? g_strdup_printf ("SELECT id FROM \"%s\" WHERE copil_late (status, \"%s\") AND"
                                 " \"%s\" >= ?1 ORDER BY %s",
                                 kind->name, due, due, kind->order)
              : NULL;
      g_autoptr (CopilQuery) query = sql ? copil_store_query (store, sql, "t", since) : NULL;

      while (query && copil_query_next (query))
        {
          gint64 id = copil_query_int (query, 0);
          CopilViewChange *change = find_change (changes, kind, id);

          if (!change)
            change = add_change (changes, store, kind, id, COPIL_VIEW_LATE);
          change->became = MIN (change->became, COPIL_VIEW_LATE);
        }
    }
}

typedef struct
{
  GHashTable *axes; /* id → place, from 1 */
} Order;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const CopilViewChange *one = *(CopilViewChange *const *)a, *two = *(CopilViewChange *const *)b;
  const Order *order = data;
  guint place_one = GPOINTER_TO_UINT (g_hash_table_lookup (order->axes, &one->axis)),
        place_two = GPOINTER_TO_UINT (g_hash_table_lookup (order->axes, &two->axis));

  /* What belongs to no axis comes last. */
  if (place_one != place_two)
    return (place_one - 1 > place_two - 1) - (place_one - 1 < place_two - 1);
  if (one->became != two->became)
    return (one->became > two->became) - (one->became < two->became);
  return (one->id > two->id) - (one->id < two->id);
}

GPtrArray *
copil_view_list_changes (CopilStore *store, const char *since, GError **error)
{
  guint start = copil_store_start_reading (store);
  g_autoptr (GPtrArray) history =
      copil_history_read_since (store, copil_history_find_day (store, since), error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GHashTable) axes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (CopilQuery) query = NULL;
  Order order = { axes };
  guint place = 0;

  if (!history)
    return NULL;
  take_history (changes, store, history);
  take_late (changes, store, since);
  query = copil_store_query (store, "SELECT id FROM axis ORDER BY position, id", NULL);
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_hash_table_insert (axes, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (++place));
    }
  g_ptr_array_sort_with_data (changes, compare_cb, &order);
  if (!copil_store_finish_reading (store, start, error))
    return NULL;
  return g_steal_pointer (&changes);
}

char *
copil_view_dup_last_meeting (CopilStore *store)
{
  return copil_store_query_dup_text (
      store, "SELECT max (date) FROM meeting WHERE date < copil_today ()", NULL);
}

char *
copil_view_dup_axis (CopilStore *store, gint64 axis)
{
  return axis ? copil_store_dup_title (store, copil_kind_get ("axis"), axis) : g_strdup ("");
}

const char *
copil_view_get_became_name (CopilViewBecame became)
{
  static const char *const names[] = { "done", "dropped", "late", "new", "changed" };

  return names[became];
}

const char *
copil_view_get_became_label (CopilViewBecame became)
{
  static const char *const labels[] = { N_ ("Done"), N_ ("Given up or deleted"), N_ ("Became late"),
                                        N_ ("New"), N_ ("Changed") };

  return _ (labels[became]);
}
