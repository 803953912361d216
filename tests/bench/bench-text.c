/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-text FILE: reads a convention's text and a draft from it, and prints how many seconds of
 * processor time each took, the bytes of the text and the nodes of the draft. */
#include <time.h>

#include "copil-draft.h"
#include "copil-text-read.h"

static guint
count (GPtrArray *nodes)
{
  guint n = nodes->len;

  for (guint i = 0; i < nodes->len; i++)
    n += count (((CopilDraftNode *)nodes->pdata[i])->children);
  return n;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilText) text = NULL;
  g_autoptr (CopilDraft) draft = NULL;
  clock_t start = clock (), read;

  if (argc != 2)
    return 2;
  text = copil_text_read_file (argv[1], &error);
  g_assert_no_error (error);
  read = clock ();
  draft = copil_draft_new (text);
  g_print ("%.3f %.3f %" G_GSIZE_FORMAT " %u\n", (double)(read - start) / CLOCKS_PER_SEC,
           (double)(clock () - read) / CLOCKS_PER_SEC, strlen (copil_text_get_source (text)),
           count (copil_draft_get_nodes (draft)));
  return 0;
}
