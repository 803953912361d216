/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-entries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

static void
entry_free (gpointer data)
{
  CopilCalendarEntry *entry = data;

  g_free (entry->name);
  g_free (entry->date);
  g_free (entry->title);
  g_free (entry->stamp);
  g_free (entry);
}

/* When the file was last changed: the clock is not asked. */
static char *
dup_stamp (CopilStore *store)
{
  g_autofree char *time =
      copil_store_query_dup_text (store, "SELECT max (time) FROM journal", NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time ? time : "", NULL);

  return utc ? g_date_time_format (utc, "%Y%m%dT%H%M%SZ") : g_strdup ("20200101T000000Z");
}

/* Several deadlines can be of one record: its place among those of the same sort tells them apart,
 * and stays when the days move. */
static char *
dup_uid (const char *uuid, GPtrArray *deadlines, guint place)
{
  const CopilDeadline *deadline = deadlines->pdata[place];
  const char *sort = deadline->sort ? deadline->sort : "";
  guint before = 0;

  for (guint i = 0; i < place; i++)
    {
      const CopilDeadline *other = deadlines->pdata[i];

      before += other->id == deadline->id && g_str_equal (other->kind, deadline->kind) &&
                g_str_equal (other->sort ? other->sort : "", sort);
    }
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%s%u-%s@copil", deadline->kind, deadline->id,
                          sort, before, uuid ? uuid : "0");
}

static GHashTable *
read_entries (CopilStore *store)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, name, date, title, sequence, stamp, gone FROM calendar_entry", NULL);

  while (copil_query_next (query))
    {
      CopilCalendarEntry *entry = g_new0 (CopilCalendarEntry, 1);

      entry->id = copil_query_int (query, 0);
      entry->name = g_strdup (copil_query_text (query, 1) ? copil_query_text (query, 1) : "");
      entry->date = g_strdup (copil_query_text (query, 2));
      entry->title = g_strdup (copil_query_text (query, 3));
      entry->sequence = copil_query_int (query, 4);
      entry->stamp = g_strdup (copil_query_text (query, 5));
      entry->gone = copil_query_int (query, 6) == 1;
      g_hash_table_replace (known, entry->name, entry);
    }
  return known;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const CopilCalendarEntry *one = *(const CopilCalendarEntry *const *)a,
                           *other = *(const CopilCalendarEntry *const *)b;
  int order = g_strcmp0 (one->date, other->date);

  return order ? order : strcmp (one->name, other->name);
}

static void
change (CopilCalendarEntry *entry, const char *stamp)
{
  entry->sequence++;
  g_free (entry->stamp);
  entry->stamp = g_strdup (stamp);
}

static void
update (CopilCalendarEntry *entry, const CopilDeadline *deadline, const char *stamp)
{
  g_autofree char *title = deadline->article
                               ? g_strdup_printf ("%s – %s", deadline->title, deadline->article)
                               : g_strdup (deadline->title);

  entry->deadline = deadline;
  if (!entry->date)
    entry->stamp = g_strdup (stamp);
  else if (!g_str_equal (entry->date, deadline->date) || entry->gone ||
           g_strcmp0 (entry->title, title) != 0)
    change (entry, stamp);
  g_free (entry->date);
  g_free (entry->title);
  entry->date = g_strdup (deadline->date);
  entry->title = g_steal_pointer (&title);
  entry->gone = FALSE;
}

GPtrArray *
copil_calendar_list_entries (CopilStore *store, GPtrArray *deadlines)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) known = read_entries (store);
  g_autofree char *uuid = copil_store_dup_uuid (store), *stamp = dup_stamp (store);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < deadlines->len; i++)
    {
      g_autofree char *name = dup_uid (uuid, deadlines, i);
      CopilCalendarEntry *entry = g_hash_table_lookup (known, name);

      if (entry)
        g_hash_table_steal (known, name);
      else
        {
          entry = g_new0 (CopilCalendarEntry, 1);
          entry->name = g_steal_pointer (&name);
        }
      update (entry, deadlines->pdata[i], stamp);
      g_ptr_array_add (entries, entry);
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CopilCalendarEntry *entry = value;

      if (!entry->gone && g_strcmp0 (entry->date, copil_today ()) < 0)
        continue;
      if (!entry->gone)
        change (entry, stamp);
      entry->gone = TRUE;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_cb);
  return entries;
}

static gboolean
remember_cb (CopilStore *store, gpointer data, GError **error)
{
  static const char *const fields[] = { "name", "date", "title", "sequence", "stamp", "gone" };
  const CopilKind *kind = copil_kind_get ("calendar_entry");
  g_autoptr (GPtrArray) deadlines =
      copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) entries = copil_calendar_list_entries (store, deadlines);

  for (guint i = 0; i < entries->len; i++)
    {
      const CopilCalendarEntry *entry = entries->pdata[i];
      g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      const char *const values[] = { entry->name, entry->date,  entry->title,
                                     sequence,    entry->stamp, entry->gone ? "1" : "0" };

      if (!entry->id &&
          !copil_store_insertv (store, kind, 0, G_N_ELEMENTS (fields), fields, values, error))
        return FALSE;
      for (guint j = 0; entry->id && j < G_N_ELEMENTS (fields); j++)
        if (!copil_store_set (store, kind, entry->id, fields[j], values[j], error))
          return FALSE;
    }
  return TRUE;
}

gboolean
copil_calendar_remember (CopilStore *store, GError **error)
{
  return copil_store_do (store, _ ("Calendar of the deadlines"), remember_cb, NULL, error);
}
