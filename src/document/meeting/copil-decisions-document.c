/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-decisions-document.h"

#include <glib/gi18n-lib.h>

#include "copil-charge-sql.h"
#include "copil-kind.h"
#include "copil-minutes-parts.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"
#include "copil-words.h"

/* « En retard », « Réalisé le 12/03/2024 », then what became of it. */
static CopilRuns *
follow_up (CopilQuery *query, int column, const char *day)
{
  const char *status = copil_query_text (query, column),
             *due = copil_query_text (query, column + 1);
  const char *outcome = copil_query_text (query, column + 3);
  g_autofree char *closed = copil_date_format (copil_query_text (query, column + 2));
  const CopilField *field = copil_kind_get_field (copil_kind_get ("decision"), "status");
  const char *label = copil_field_get_option_label (field, status && *status ? status : "planned");
  CopilRuns *runs = copil_runs_new (NULL);

  if (day && copil_status_is_late (status, due, day))
    {
      copil_runs_add (runs, COPIL_RUN_STRONG, C_ ("decision", "Late"));
      copil_runs_add_break (runs);
    }
  if (*closed)
    {
      /* Translators: a status such as “Done”, then a date */
      g_autofree char *text = g_strdup_printf (C_ ("decision", "%s on %s"), label, closed);
      copil_runs_add (runs, COPIL_RUN_PLAIN, text);
    }
  else
    copil_runs_add (runs, COPIL_RUN_PLAIN, label);
  if (outcome && *outcome)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, outcome);
  return runs;
}

gint64
copil_decisions_document_get_previous (CopilStore *store, CopilRecord *meeting)
{
  gint64 previous = copil_record_get_int (meeting, "previous");

  return previous ? previous
                  : copil_store_query_int (
                        store,
                        "SELECT p.id FROM meeting p, meeting m WHERE m.id = ?1 AND p.id <> m.id"
                        " AND p.date < m.date AND coalesce (p.type, 'ordinary') <> 'workshop'"
                        " ORDER BY p.date DESC, p.time DESC, p.id DESC LIMIT 1",
                        "i", copil_record_get_id (meeting));
}

gboolean
copil_decisions_document_add_earlier (CopilDocument *document, CopilStore *store,
                                      CopilRecord *meeting, gboolean last, CopilAudience audience,
                                      const char *heading)
{
  g_autofree char *sql = g_strconcat (
      "SELECT d.label, d.text, NULL, " COPIL_CHARGE_PARTS_SQL (
          "decision", "d") ", d.due, d.status, d.due, d.closed, d.outcome,"
                           " p.id, p.date, p.title FROM decision d JOIN meeting p ON p.id = "
                           "d.meeting, meeting m"
                           " WHERE m.id = ?1 AND p.id <> m.id AND (p.id = ?2 OR (p.date < m.date"
                           " AND coalesce (d.status, 'planned') NOT IN " COPIL_SETTLED_SQL "))"
                           " AND (?3 OR coalesce (d.status, 'planned') NOT IN " COPIL_SETTLED_SQL
                           ")",
      COPIL_PAPER_DECISION_SQL (audience), " ORDER BY p.date, p.time, p.id, d.position, d.id",
      NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, sql, "iii", copil_record_get_id (meeting),
                         copil_decisions_document_get_previous (store, meeting), (gint64)last);
  const char *day = copil_record_get (meeting, "date");
  CopilTable *table = NULL;
  gint64 of = 0;

  while (copil_query_next (query))
    {
      g_autofree char *lead = copil_words_charge (copil_query_text (query, 3));
      g_autofree char *due = copil_date_format (copil_query_text (query, 4));

      if (!table)
        {
          copil_document_add_heading (document, 1, heading);
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of a decision", "No."), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Decision"), 38, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Pilote"), 18, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Due on"), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("What became of it"), 21, COPIL_ALIGN_START);
        }
      if (copil_query_int (query, 9) != of)
        {
          g_autofree char *date = copil_date_format_long (copil_query_text (query, 10));
          /* Translators: the date in full */
          g_autofree char *group = *date ? g_strdup_printf (_ ("Meeting of %s"), date)
                                         : g_strdup (copil_query_text (query, 11));

          of = copil_query_int (query, 9);
          copil_table_add_row (table, COPIL_ROW_GROUP);
          copil_table_add_cell_text (table, group);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      copil_table_add_cell_text (table, lead ? lead : "–");
      copil_table_add_cell_text (table, *due ? due : "–");
      copil_table_add_cell (table, follow_up (query, 5, day));
    }
  return table != NULL;
}

CopilDocument *
copil_decisions_document_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autofree char *title = NULL;
  CopilDocument *document;

  if (!meeting)
    return NULL;
  /* Translators: which body met: « Relevé de décisions – Comité de pilotage » */
  title = g_strdup_printf (_ ("Record of decisions – %s"), copil_paper_body (meeting));
  document = copil_paper_start (store, meeting, title);
  copil_paper_add_recipients_row (copil_paper_add_identity (document, store, meeting), store, id);
  if (!copil_minutes_add_decisions (document, store, id, audience, _ ("Decisions of the meeting")))
    {
      copil_document_add_heading (document, 1, _ ("Decisions of the meeting"));
      copil_document_add_text (document, COPIL_ROLE_BODY, _ ("No decision was recorded."));
    }
  copil_decisions_document_add_earlier (document, store, meeting, FALSE, audience,
                                        _ ("Earlier decisions that are still open"));
  return document;
}
