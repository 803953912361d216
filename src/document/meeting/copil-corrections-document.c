/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-corrections-document.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-value.h"
#include "copil-words.h"

/* SQL: to the text as it stands, not to an earlier version. */
#define CURRENT_SQL                                                                                \
  " AND (c.version IS NULL OR c.version = (SELECT id FROM minutes_version w"                       \
  " WHERE w.meeting = ?1 ORDER BY w.number DESC LIMIT 1))"

/* The signatory, who spoke for it, and when. */
static CopilRuns *
asked_by (CopilQuery *query, int column)
{
  const char *party = copil_query_text (query, column),
             *name = copil_query_text (query, column + 1);
  g_autofree char *date = copil_date_format (copil_query_text (query, column + 2));
  CopilRuns *runs = copil_runs_new (NULL);

  copil_runs_add (runs, COPIL_RUN_STRONG, party && *party ? party : NULL);
  if (name && *name)
    {
      if (copil_runs_get_n_runs (runs) > 0)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_PLAIN, name);
    }
  if (*date)
    {
      if (copil_runs_get_n_runs (runs) > 0)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_PLAIN, date);
    }
  if (copil_runs_get_n_runs (runs) == 0)
    copil_runs_add (runs, COPIL_RUN_PLAIN, "–");
  return runs;
}

static CopilRuns *
answer_of (CopilQuery *query, int column)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("correction"), "state");
  const char *state = copil_query_text (query, column);
  const char *reason = copil_query_text (query, column + 1);
  CopilRuns *runs = copil_runs_new (NULL);

  copil_runs_add (runs, COPIL_RUN_STRONG,
                  state && *state && !g_str_equal (state, "proposed")
                      ? copil_field_get_option_label (field, state)
                      : C_ ("answer", "Awaited"));
  if (reason && *reason)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, reason);
  return runs;
}

/* What the amendments that follow are about. */
static char *
say_subject (CopilQuery *query)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("correction"), "about");
  const char *about = copil_query_text (query, 10), *label = copil_query_text (query, 11);
  char *title = copil_words_labelled (copil_query_text (query, 0), copil_query_text (query, 1));

  if (title)
    return title;
  if (g_strcmp0 (about, "decision") == 0 && label && *label)
    return g_strdup_printf (_ ("Decision %s"), label);
  return g_strdup (about ? copil_field_get_option_label (field, about)
                         : _ ("The minutes as a whole"));
}

gboolean
copil_corrections_document_add (CopilDocument *document, CopilStore *store, gint64 meeting,
                                CopilAudience audience, gboolean every, const char *heading)
{
  g_autofree char *sql = g_strconcat (
      "SELECT i.label, i.title, " COPIL_PAPER_PARTY_SQL ", c.name, c.date, c.old_text, c.new_text,"
      " c.state, c.reason, coalesce (i.id, d.id, 0), c.about, d.label FROM correction c"
      " LEFT JOIN item i ON i.id = c.item LEFT JOIN decision d ON d.id = c.decision"
      " LEFT JOIN party y ON y.id = c.party WHERE c.meeting = ?1",
      COPIL_PAPER_ITEM_SQL (audience), COPIL_PAPER_DECISION_SQL (audience),
      every ? "" : CURRENT_SQL,
      " ORDER BY CASE WHEN i.id IS NOT NULL THEN 3 WHEN c.about = 'attendance' THEN 1"
      " WHEN c.about = 'opening' THEN 2 WHEN c.about = 'decision' THEN 4 WHEN c.about = 'closing'"
      " THEN 5 ELSE 6 END, i.position, d.position, coalesce (i.id, d.id), c.position, c.id",
      NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", meeting);
  CopilTable *table = NULL;
  gint64 item = -1;
  g_autofree char *group = NULL;

  while (copil_query_next (query))
    {
      const char *old = copil_query_text (query, 5), *new = copil_query_text (query, 6);

      if (!table)
        {
          copil_document_add_heading (document, 1, heading);
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Asked by"), 17, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Text before"), 31, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Text asked for"), 31, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Answer and reason"), 21, COPIL_ALIGN_START);
        }
      if (copil_query_int (query, 9) != item ||
          g_strcmp0 (copil_query_text (query, 10), group) != 0)
        {
          g_autofree char *title = say_subject (query);

          item = copil_query_int (query, 9);
          g_free (group);
          group = g_strdup (copil_query_text (query, 10));
          copil_table_add_row (table, COPIL_ROW_GROUP);
          copil_table_add_cell_text (table, title);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell (table, asked_by (query, 2));
      copil_table_add_cell_text (table, old && *old ? old : C_ ("text before", "(nothing)"));
      copil_table_add_cell_text (table, new &&*new ? new : C_ ("text asked for", "(struck out)"));
      copil_table_add_cell (table, answer_of (query, 7));
    }
  return table != NULL;
}

CopilDocument *
copil_corrections_document_new (CopilStore *store, gint64 id, CopilAudience audience,
                                GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autofree char *title = NULL;
  CopilDocument *document;

  if (!meeting)
    return NULL;
  /* Translators: which body met: « Amendements au compte rendu – Comité de pilotage » */
  title = g_strdup_printf (_ ("Amendments to the minutes – %s"), copil_paper_body (meeting));
  document = copil_paper_start (store, meeting, title);
  copil_document_set_orientation (document, COPIL_LANDSCAPE);
  if (!copil_corrections_document_add (document, store, id, audience, TRUE,
                                       _ ("Amendments by item")))
    copil_document_add_text (document, COPIL_ROLE_BODY,
                             _ ("No amendment to the minutes was asked for."));
  return document;
}
