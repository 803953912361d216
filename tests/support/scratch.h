/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that a test has for itself. In a header alone, so that a test needs nothing but to
 * include it. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Makes one; its path is the caller's. */
G_GNUC_UNUSED static char *
scratch_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("copil-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes it with all that is in it, also what may not be written; links are not followed. */
G_GNUC_UNUSED static void
scratch_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (folder, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf found;

      if (g_lstat (path, &found) == 0 && S_ISDIR (found.st_mode))
        scratch_folder_remove (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

G_END_DECLS
