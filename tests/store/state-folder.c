/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state-folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *path;

void
state_folder_make (void)
{
  path = g_dir_make_tmp ("copil-state-XXXXXX", NULL);
  g_assert_nonnull (path);
  g_setenv ("XDG_STATE_HOME", path, TRUE);
}

void
state_folder_clear (void)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'/copil", path);
  g_assert_cmpint (system (command), ==, 0);
}

void
state_folder_remove (void)
{
  state_folder_clear ();
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_clear_pointer (&path, g_free);
}
