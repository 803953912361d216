/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-text.h"

static void
append_runs (GString *text, CopilRuns *runs)
{
  g_autofree char *plain = runs ? copil_runs_to_string (runs) : NULL;

  g_string_append (text, plain ? plain : "");
}

static void
append_table (GString *text, CopilTable *table)
{
  for (guint c = 0; c < copil_table_get_n_columns (table); c++)
    g_string_append_printf (text, "| %s ", copil_table_get_column (table, c, NULL, NULL));
  g_string_append_c (text, '\n');
  for (guint r = 0; r < copil_table_get_n_rows (table); r++)
    {
      for (guint c = 0; c < copil_table_get_n_columns (table); c++)
        {
          g_string_append (text, "| ");
          append_runs (text, copil_table_get_cell (table, r, c));
          g_string_append_c (text, ' ');
        }
      g_string_append_c (text, '\n');
    }
}

char *
document_text (CopilDocument *document)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", copil_publication_get_title (COPIL_PUBLICATION (document)));
  for (guint i = 0; i < copil_document_get_n_blocks (document); i++)
    {
      const CopilBlock *block = copil_document_get_block (document, i);

      switch (block->kind)
        {
        case COPIL_BLOCK_HEADING:
          g_string_append_printf (text, "%.*s ", (int)block->level, "####");
          append_runs (text, block->runs);
          break;
        case COPIL_BLOCK_PARAGRAPH:
          append_runs (text, block->runs);
          break;
        case COPIL_BLOCK_LIST:
          for (guint n = 0; n < copil_list_get_n_items (COPIL_LIST (block->object)); n++)
            {
              guint level;
              g_string_append (text, "* ");
              append_runs (text, copil_list_get_item (COPIL_LIST (block->object), n, &level));
              g_string_append_c (text, '\n');
            }
          break;
        case COPIL_BLOCK_TABLE:
          append_table (text, COPIL_TABLE (block->object));
          break;
        case COPIL_BLOCK_PICTURE:
          g_string_append_printf (text, "[%s: %s] %s",
                                  copil_picture_get_title (COPIL_PICTURE (block->object)),
                                  copil_picture_get_description (COPIL_PICTURE (block->object)),
                                  copil_picture_get_caption (COPIL_PICTURE (block->object)));
          break;
        case COPIL_BLOCK_CONTENTS:
          {
            g_autofree char *title = copil_runs_to_string (block->runs);
            g_string_append_printf (text, "[contents: %s, %u]", title, block->level);
          }
          break;
        case COPIL_BLOCK_PAGE_BREAK:
        default:
          g_string_append (text, "---");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

void
document_assert_words (const char *text, const char *words, gboolean wanted, int line)
{
  g_autofree char *fault = NULL;

  if ((strstr (text, words) != NULL) == wanted)
    return;
  fault = g_strdup_printf ("“%s” %s in:\n%s", words, wanted ? "is missing" : "should not be", text);
  g_assertion_message (G_LOG_DOMAIN, __FILE__, line, G_STRFUNC, fault);
}
