/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies without history: what was deleted or overwritten is nowhere in their bytes. */
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-store-private.h"

#include <glib/gi18n-lib.h>

/* Where it shares no journal with the file that it was made of, a merge would take each thing that
 * differs for a change: it gets a mark of its own, and tells of the one it had. */
static gboolean
forget (CopilStore *store, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM journal; INSERT OR IGNORE INTO setting (key, value) SELECT 'origin', value FROM"
      " setting WHERE key = 'uuid'; INSERT OR REPLACE INTO setting (key, value) VALUES ('uuid',"
      " '%s')",
      uuid);

  return copil_store_exec (store, sql, error);
}

gboolean
copil_store_forget_history (const char *path, GError **error)
{
  g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_WRITE, error);
  gboolean done;

  if (!store || !copil_store_exec (store, "PRAGMA secure_delete = ON", error) ||
      !copil_journal_begin (store, _ ("Copy without history"), COPIL_VERB_CREATE, 0, error))
    return FALSE;
  if (!forget (store, error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  /* Writing every page anew leaves nothing between the records either. */
  sqlite3_limit (store->db, SQLITE_LIMIT_ATTACHED, 1);
  done = copil_store_commit (store, error) &&
         copil_store_exec (store, "PRAGMA journal_mode = DELETE", error) &&
         copil_store_exec (store, "VACUUM", error);
  copil_store_close (store);
  return done;
}

gboolean
copil_store_is_bare_relative (CopilStore *store, CopilStore *other)
{
  static const char *const origin_sql =
      "SELECT coalesce ((SELECT value FROM setting WHERE key = 'origin'),"
      " (SELECT value FROM setting WHERE key = 'uuid'))";
  g_autofree char *mark = copil_store_dup_uuid (store), *other_mark = copil_store_dup_uuid (other);
  g_autofree char *origin = copil_store_query_dup_text (store, origin_sql, NULL);
  g_autofree char *other_origin = copil_store_query_dup_text (other, origin_sql, NULL);

  return origin && g_strcmp0 (mark, other_mark) != 0 && g_strcmp0 (origin, other_origin) == 0;
}
