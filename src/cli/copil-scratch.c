/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-scratch.h"

#include "copil-temporary.h"

struct _CopilScratch
{
  char *folder;
};

CopilScratch *
copil_scratch_new (GError **error)
{
  char *path;
  CopilScratch *scratch;

  copil_temporary_sweep ();
  path = copil_temporary_new (error);
  if (!path)
    return NULL;
  scratch = g_new0 (CopilScratch, 1);
  scratch->folder = path;
  g_setenv ("XDG_STATE_HOME", path, TRUE);
  return scratch;
}

void
copil_scratch_free (CopilScratch *scratch)
{
  copil_temporary_remove (scratch->folder);
  g_free (scratch->folder);
  g_free (scratch);
}
