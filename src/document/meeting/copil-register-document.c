/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-register-document.h"

#include <glib/gi18n-lib.h>

#include "copil-charge-sql.h"
#include "copil-kind-book.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-value.h"
#include "copil-words.h"

/* Of the meetings of the year ?1; 0: of all. */
#define YEAR_SQL(date) "(?1 = 0 OR substr (" date ", 1, 4) = cast (?1 AS TEXT))"

/* Columns: label, text, charge, due, status, closed, outcome, notes, engagement, fiche, meeting,
 * its date and title. */
enum
{
  LABEL,
  TEXT,
  CHARGE,
  DUE,
  STATUS,
  CLOSED,
  OUTCOME,
  NOTES,
  ENGAGEMENT,
  FICHE,
  MEETING,
  DATE,
  TITLE
};

/* « En retard », « Exécutée le 12/03/2024 », then what became of it and the words of follow-up. */
static CopilRuns *
follow_up (CopilQuery *query)
{
  const char *status = copil_query_text (query, STATUS),
             *outcome = copil_query_text (query, OUTCOME);
  g_autofree char *closed = copil_date_format (copil_query_text (query, CLOSED));
  const CopilField *field = copil_kind_get_field (copil_kind_get ("decision"), "status");
  const char *label = copil_field_get_option_label (field, status && *status ? status : "planned");
  g_auto (GStrv) notes =
      g_strsplit (copil_query_text (query, NOTES) ? copil_query_text (query, NOTES) : "", "\n", -1);
  CopilRuns *runs = copil_runs_new (NULL);

  if (copil_status_is_late (status, copil_query_text (query, DUE), copil_today ()))
    {
      copil_runs_add (runs, COPIL_RUN_STRONG, C_ ("decision", "Late"));
      copil_runs_add_break (runs);
    }
  if (*closed)
    {
      g_autofree char *text = g_strdup_printf (C_ ("decision", "%s on %s"), label, closed);

      copil_runs_add (runs, COPIL_RUN_PLAIN, text);
    }
  else
    copil_runs_add (runs, COPIL_RUN_PLAIN, label);
  if (outcome && *outcome)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, outcome);
  for (guint i = 0; notes[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (notes[i], "\t", 2);
      g_autofree char *date = parts[0] ? copil_date_format (parts[0]) : NULL;
      g_autofree char *line = NULL;

      if (!parts[0] || !parts[1])
        continue;
      line = *date ? g_strdup_printf (_ ("%s: %s"), date, parts[1]) : g_strdup (parts[1]);
      copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, line);
    }
  return runs;
}

/* What it is decided, and under it what that is about. */
static CopilRuns *
what (CopilQuery *query)
{
  CopilRuns *runs = copil_runs_new (copil_query_text (query, TEXT));

  for (int i = 0; i < 2; i++)
    {
      const char *label = copil_query_text (query, ENGAGEMENT + i);
      const CopilKind *kind = copil_kind_get (i == 0 ? "engagement" : "fiche");
      g_autofree char *link =
          label ? g_strdup_printf ("%s %s", copil_kind_get_label (kind), label) : NULL;

      if (link)
        copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, g_strchomp (link));
    }
  return runs;
}

static CopilTable *
add_table (CopilDocument *document)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));

  copil_table_add_column (table, C_ ("of a decision", "No."), 12, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Decision"), 36, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Responsible"), 18, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Due on"), 13, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("What became of it"), 24, COPIL_ALIGN_START);
  return table;
}

static CopilDocument *
start (CopilStore *store, int year)
{
  g_autofree char *title = year ? g_strdup_printf (_ ("Register of decisions %d"), year)
                                : g_strdup (_ ("Register of decisions"));
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  CopilDocument *document = copil_document_new (title, copil_words_language ());

  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, short_title);
  return document;
}

static void
add_meeting (CopilTable *table, CopilQuery *query)
{
  g_autofree char *date = copil_date_format_long (copil_query_text (query, DATE));
  g_autofree char *group = *date ? g_strdup_printf (_ ("Meeting of %s"), date)
                                 : g_strdup (copil_query_text (query, TITLE));

  copil_table_add_row_text (table, COPIL_ROW_GROUP,
                            (const char *[]){ group, NULL, NULL, NULL, NULL });
}

CopilDocument *
copil_register_document_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  g_autofree char *sql = g_strconcat (
      "SELECT d.label, d.text, " COPIL_CHARGE_PARTS_SQL (
          "decision",
          "d") ", d.due, d.status, d.closed,"
               " d.outcome, (SELECT group_concat (line, char (10)) FROM (SELECT "
               "coalesce (w.date, '') || char (9) || replace (replace (w.text, char (10), ' '), "
               "char (9), ' ') AS line FROM followup w WHERE w.decision = d.id",
      audience == COPIL_AUDIENCE_PUBLIC ? " AND w.confidential IS NOT 1" : "",
      " ORDER BY w.date, w.id)), CASE WHEN e.id IS NOT NULL THEN coalesce (nullif (e.label, ''),"
      " em.label, '') END, CASE WHEN f.id IS NOT NULL THEN coalesce (f.label, '') END, m.id, "
      "m.date,"
      " m.title FROM decision d JOIN meeting m ON m.id = d.meeting"
      " LEFT JOIN engagement e ON e.id = d.engagement LEFT JOIN measure em ON em.id = e.measure"
      " LEFT JOIN fiche f ON f.id = d.fiche WHERE " YEAR_SQL ("m.date"),
      COPIL_PAPER_DECISION_SQL (audience),
      " ORDER BY m.date IS NULL, m.date DESC, m.time DESC, m.id DESC, d.position, d.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", (gint64)year);
  CopilDocument *document = NULL;
  CopilTable *table = NULL;
  gint64 of = 0;

  while (copil_query_next (query))
    {
      g_autofree char *due = copil_date_format (copil_query_text (query, DUE));
      g_autofree char *charge = copil_words_charge (copil_query_text (query, CHARGE));

      if (!document)
        {
          document = start (store, year);
          table = add_table (document);
        }
      if (copil_query_int (query, MEETING) != of)
        add_meeting (table, query);
      of = copil_query_int (query, MEETING);
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, LABEL));
      copil_table_add_cell (table, what (query));
      copil_table_add_cell_text (table, charge ? charge : "–");
      copil_table_add_cell_text (table, *due ? due : "–");
      copil_table_add_cell (table, follow_up (query));
    }
  if (!document)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         year ? _ ("Nothing was decided in that year.")
                              : _ ("No decision was recorded yet."));
  return document;
}

CopilBook *
copil_register_book_new (CopilStore *store, int year, CopilAudience audience)
{
  g_autofree char *of = g_strdup_printf ("%d", year);
  const char *parameters[] = { of, NULL };

  return copil_kind_book_new (store, copil_kind_get ("decision"),
                              YEAR_SQL ("(SELECT date FROM meeting WHERE id = r.meeting)"),
                              parameters, audience, NULL);
}
