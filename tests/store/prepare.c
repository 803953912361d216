/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepares the statements of standard input, each ended by a NUL, on a new file in the folder
 * given, and says one line for each: nothing, or why it cannot be prepared. */
#include <stdio.h>

#include "copil-store-private.h"

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  int c;

  g_return_val_if_fail (argc == 2, 2);
  path = g_build_filename (argv[1], "statements.copil", NULL);
  store = copil_store_create (path, "Convention", &error);
  if (!store)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  /* The index of the search is a database of its own, copil-search-index.c. */
  sqlite3_exec (store->db,
                "CREATE TEMP TABLE place (row INTEGER PRIMARY KEY, kind INTEGER, id INTEGER);"
                "CREATE VIRTUAL TABLE temp.found USING fts5 (words, kind)",
                NULL, NULL, NULL);
  while ((c = getchar ()) != EOF)
    if (c != '\0')
      g_string_append_c (sql, (char)c);
    else
      {
        sqlite3_stmt *statement = NULL;
        int code = sqlite3_prepare_v2 (store->db, sql->str, -1, &statement, NULL);

        puts (code == SQLITE_OK ? "" : sqlite3_errmsg (store->db));
        sqlite3_finalize (statement);
        g_string_truncate (sql, 0);
      }
  return 0;
}
