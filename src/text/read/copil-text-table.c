/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-table.h"

#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"

gboolean
copil_text_table_is_by_column (GPtrArray *rows)
{
  char **heads = rows->len > 1 ? rows->pdata[0] : NULL;
  guint n = heads ? g_strv_length (heads) : 0, n_cells = 0;
  gsize n_letters = 0;
  gboolean promise = n > 0;

  if (n < 2 || n > 4)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = copil_text_fold (heads[i]);

      if (!*folded || strlen (folded) > 160 || copil_text_match (COPIL_RULE_TABLE_HEAD, folded))
        return FALSE;
      promise = promise && copil_text_match (COPIL_RULE_TABLE_OF_PARTY, folded);
    }
  for (guint r = 1; r < rows->len; r++)
    {
      char **cells = rows->pdata[r];

      if (g_strv_length (cells) != n)
        return FALSE;
      for (guint i = 0; i < n; i++)
        {
          n_letters += strlen (cells[i]);
          n_cells += *cells[i] ? 1 : 0;
        }
    }
  return n_cells > 0 && n_letters / n_cells > (promise ? 20 : 60);
}
