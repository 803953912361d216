/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state-folder.h"
#include "../support/scratch.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *path;

void
state_folder_make (void)
{
  path = scratch_folder_new ();
  g_setenv ("XDG_STATE_HOME", path, TRUE);
}

void
state_folder_clear (void)
{
  g_autofree char *ours = g_build_filename (path, "copil", NULL);

  if (g_file_test (ours, G_FILE_TEST_IS_DIR))
    scratch_folder_remove (ours);
}

void
state_folder_remove (void)
{
  scratch_folder_remove (path);
  g_clear_pointer (&path, g_free);
}
