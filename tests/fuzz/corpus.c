/* SPDX-License-Identifier: GPL-3.0-or-later */
/* corpus FOLDER: gives every file of the folder to the harness, and prints how many there were. */
#include "fuzz.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  GDir *folder;
  const char *name;
  guint n = 0;

  if (argc != 2)
    return 2;
  LLVMFuzzerInitialize (&argc, &argv);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *content = NULL;
      g_autofree guint8 *exact = NULL;
      gsize length;

      g_file_get_contents (path, &content, &length, &error);
      g_assert_no_error (error);
      /* Where it dies, the last name says on what. */
      g_printerr ("%s\n", path);
      /* Without the zero that GLib adds: reading over the end is seen. */
      exact = g_memdup2 (content, length);
      LLVMFuzzerTestOneInput (exact, length);
      n++;
    }
  g_dir_close (folder);
  g_print ("%u\n", n);
  return 0;
}
