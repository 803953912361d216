/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-corrections.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"
#include "copil-minutes-life-text.h"
#include "copil-query.h"
#include "copil-value.h"

static void
add_text (CopilRuns *runs, CopilRunStyle style, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, end - start);

  copil_runs_add (runs, style, text);
}

/* The text, with those stretches in strong. */
static CopilRuns *
mark (const char *text, GArray *ranges)
{
  CopilRuns *runs = copil_runs_new (NULL);
  const char *at = text;

  for (guint i = 0; i < ranges->len; i++)
    {
      const CopilTextRange *range = &g_array_index (ranges, CopilTextRange, i);
      const char *start = g_utf8_offset_to_pointer (text, range->start);
      const char *end = g_utf8_offset_to_pointer (text, range->end);

      add_text (runs, COPIL_RUN_PLAIN, at, start);
      add_text (runs, COPIL_RUN_STRONG, start, end);
      at = end;
    }
  add_text (runs, COPIL_RUN_PLAIN, at, at + strlen (at));
  return runs;
}

static CopilTable *
add_table (CopilDocument *document)
{
  CopilTable *table;

  copil_document_add_heading (document, 1, _ ("Annex: amendments to the minutes"));
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (table, _ ("Item and signatory"), 20, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Text before"), 30, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Text asked for"), 30, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Answer"), 20, COPIL_ALIGN_START);
  return table;
}

static CopilRuns *
say_who (CopilQuery *query)
{
  CopilRuns *runs = copil_runs_new (NULL);
  g_autofree char *date = copil_date_format (copil_query_text (query, 3));
  const char *const parts[] = { copil_query_text (query, 0), copil_query_text (query, 1),
                                copil_query_text (query, 2), date };
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      {
        if (!first)
          copil_runs_add_break (runs);
        copil_runs_add (runs, i == 0 ? COPIL_RUN_STRONG : COPIL_RUN_PLAIN, parts[i]);
        first = FALSE;
      }
  return runs;
}

static CopilRuns *
say_answer (CopilQuery *query)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("correction"), "state");
  const char *reason = copil_query_text (query, 7);
  CopilRuns *runs = copil_runs_new (NULL);

  copil_runs_add (runs, COPIL_RUN_STRONG,
                  copil_field_get_option_label (field, copil_query_text (query, 6)));
  if (reason && *reason)
    {
      copil_runs_add_break (runs);
      add_text (runs, COPIL_RUN_PLAIN, reason, reason + strlen (reason));
    }
  return runs;
}

void
copil_publish_add_corrections (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT coalesce (i.label || ' – ', '') || i.title, coalesce (nullif (p.short_name, ''),"
      " p.name), c.name, c.date, c.old_text, c.new_text, coalesce (c.state, 'proposed'), c.reason"
      " FROM correction c LEFT JOIN item i ON i.id = c.item LEFT JOIN party p ON p.id = c.party"
      " WHERE c.meeting = ?1 ORDER BY c.position, c.id",
      "i", meeting);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GArray) gone = NULL, come = NULL;

      copil_minutes_text_trim (copil_query_text (query, 4), copil_query_text (query, 5), &before,
                               &after);
      copil_minutes_text_compare (before, after, &gone, &come);
      if (!table)
        table = add_table (document);
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell (table, say_who (query));
      copil_table_add_cell (table, mark (before, gone));
      copil_table_add_cell (table, mark (after, come));
      copil_table_add_cell (table, say_answer (query));
    }
}
