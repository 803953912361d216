/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done whole or not at all: a change, and something made of what the file holds. */
#include "copil-query.h"
#include "copil-store-private.h"

gboolean
copil_store_end (CopilStore *store, gboolean ok, GError **error)
{
  if (ok)
    return copil_store_commit (store, error);
  copil_store_rollback (store);
  return FALSE;
}

gboolean
copil_store_do (CopilStore *store, const char *name, CopilStoreFunc func, gpointer data,
                GError **error)
{
  return copil_store_begin (store, name, error) &&
         copil_store_end (store, func (store, data, error), error);
}

gboolean
copil_store_do_aside (CopilStore *store, const char *name, CopilStoreFunc func, gpointer data,
                      GError **error)
{
  return copil_store_begin_aside (store, name, error) &&
         copil_store_end (store, func (store, data, error), error);
}

void
copil_store_hold (CopilStore *reader)
{
  g_autoptr (CopilQuery) query = copil_store_query (reader, "BEGIN", "");

  copil_query_next (query);
}

guint
copil_store_start_reading (CopilStore *store)
{
  return store->failed_reads;
}

gboolean
copil_store_finish_reading (CopilStore *store, guint start, GError **error)
{
  if (store->failed_reads == start)
    return TRUE;
  g_propagate_error (error, g_error_copy (store->read_error));
  return FALSE;
}

gboolean
copil_store_read (CopilStore *store, CopilStoreFunc func, gpointer data, GError **error)
{
  guint start = copil_store_start_reading (store);
  g_autoptr (GError) failure = NULL;
  gboolean done = func (store, data, &failure);

  /* What was not found may not have been read: the cause comes first. */
  if (!copil_store_finish_reading (store, start, error))
    return FALSE;
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}
