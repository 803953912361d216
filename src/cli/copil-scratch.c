/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-scratch.h"

struct _CopilScratch
{
  GFile *folder;
};

/* Removes a folder and what is in it; never follows a link. */
static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

CopilScratch *
copil_scratch_new (GError **error)
{
  g_autofree char *path = g_dir_make_tmp ("copil-XXXXXX", error);
  CopilScratch *scratch;

  if (!path)
    return NULL;
  scratch = g_new0 (CopilScratch, 1);
  scratch->folder = g_file_new_for_path (path);
  g_setenv ("XDG_STATE_HOME", path, TRUE);
  return scratch;
}

void
copil_scratch_free (CopilScratch *scratch)
{
  remove_tree (scratch->folder);
  g_object_unref (scratch->folder);
  g_free (scratch);
}
