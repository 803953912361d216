/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "copil-draft.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

const char *
fuzz_path (const guint8 *data, gsize size)
{
  static int file = -1;
  static char path[64];

  if (file < 0)
    {
      file = memfd_create ("fuzz", MFD_CLOEXEC);
      g_snprintf (path, sizeof path, "/proc/self/fd/%d", file);
    }
  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  g_assert_cmpint (pwrite (file, data, size, 0), ==, (gssize)size);
  return path;
}

static void
check_words (const char *words)
{
  g_assert_true (!words || g_utf8_validate (words, -1, NULL));
}

static void
check_nodes (CopilDraft *draft, GPtrArray *nodes, const CopilDraftNode *parent, gsize length)
{
  guint n_parties = copil_draft_get_parties (draft)->len;

  for (guint i = 0; i < nodes->len; i++)
    {
      const CopilDraftNode *node = nodes->pdata[i];

      g_assert_true (node->parent == parent);
      g_assert_cmpuint (node->start, <=, node->end);
      g_assert_cmpuint (node->end, <=, length);
      g_assert_true (n_parties >= 64 || node->parties >> n_parties == 0);
      g_assert_true (node->kind != COPIL_DRAFT_PARTY || (guint)node->party < n_parties);
      check_words (node->label);
      check_words (node->text);
      check_words (node->article);
      check_words (node->unit);
      check_words (node->date);
      check_nodes (draft, node->children, node, length);
    }
}

static void
check_draft (CopilText *text)
{
  g_autoptr (CopilDraft) draft = copil_draft_new (text);
  GPtrArray *parties = copil_draft_get_parties (draft);

  check_words (copil_draft_get_title (draft));
  g_assert_cmpuint (parties->len, <=, COPIL_TEXT_PARTIES_MAX);
  for (guint i = 0; i < parties->len; i++)
    {
      const CopilTextParty *party = parties->pdata[i];

      check_words (party->name);
      check_words (party->short_name);
      check_words (party->representative);
      check_words (party->address);
    }
  check_nodes (draft, copil_draft_get_nodes (draft), NULL, strlen (copil_text_get_source (text)));
}

void
fuzz_take_text (CopilText *text, GError *error)
{
  GPtrArray *lines;
  gsize length, at = 0;

  g_assert_true (!text == !!error);
  if (error)
    {
      g_assert_true (*error->message && g_utf8_validate (error->message, -1, NULL));
      g_error_free (error);
      return;
    }
  length = strlen (copil_text_get_source (text));
  lines = copil_text_get_lines (text);
  g_assert_true (g_utf8_validate (copil_text_get_source (text), -1, NULL));
  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];

      g_assert_cmpuint (at, <=, line->start);
      g_assert_cmpuint (line->start, <=, line->end);
      g_assert_cmpuint (line->level, <=, 6);
      g_assert_true (*line->text && g_utf8_validate (line->text, -1, NULL));
      g_assert_cmpuint (line->end, <=, length);
      at = line->start;
    }
  check_draft (text);
  copil_text_free (text);
}
