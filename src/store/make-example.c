/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a .copil file from a readable script: make-example SCRIPT.sql OUT.copil. Used by the build.
 */
#include <glib/gstdio.h>

#include "copil-store.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = NULL;

  if (argc != 3)
    {
      g_printerr ("make-example SCRIPT.sql OUT.copil\n");
      return 2;
    }
  g_remove (argv[2]);
  if (!g_file_get_contents (argv[1], &sql, NULL, &error) ||
      !(store = copil_store_create_from_script (argv[2], sql, &error)))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      g_remove (argv[2]);
      return 1;
    }
  if (!copil_store_check (store, faults))
    {
      for (guint i = 0; i < faults->len; i++)
        g_printerr ("%s: %s\n", argv[1], (const char *)faults->pdata[i]);
      g_clear_object (&store);
      g_remove (argv[2]);
      return 1;
    }
  return 0;
}
