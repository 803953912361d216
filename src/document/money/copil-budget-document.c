/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-budget-words.h"
#include "copil-paper.h"
#include "copil-value.h"
#include "copil-words.h"

static void
add_cell (CopilTable *table, char *text)
{
  copil_table_add_cell_text (table, text);
  g_free (text);
}

/* The line's name, then who funds it and how it is computed, smaller. */
static CopilRuns *
name_line (const CopilBudgetLine *line, gboolean whole)
{
  g_autofree char *name = copil_words_labelled (line->label, line->title);
  CopilRuns *runs = copil_runs_new (name ? name : "–");

  if (line->funder_name && line->side == COPIL_SIDE_RECEIPT)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_EMPHASIS, line->funder_name);
  if (whole && line->formula)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_EMPHASIS, line->formula);
  return runs;
}

static void
add_amounts (CopilTable *table, double planned, double actual)
{
  add_cell (table, copil_euros_format (planned));
  add_cell (table, copil_euros_format (actual));
  add_cell (table, copil_budget_words_difference (actual - planned));
  add_cell (table, copil_budget_words_rate (actual, planned));
}

/* What the line, or the side, has in the year; all of it for 0. */
static void
get_amounts (const GArray *years, int year, double *planned, double *actual)
{
  const CopilBudgetYear *found = copil_budget_words_find_year (years, year);

  if (year == 0)
    return;
  *planned = found ? found->planned : NAN;
  *actual = found ? found->actual : NAN;
}

static void
add_side (CopilDocument *document, const CopilBudget *budget, CopilSide side, int year)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  double planned = budget->planned[side], actual = budget->actual[side];
  g_autofree char *missing = NULL;

  copil_table_add_column (table, _ ("Line"), 40, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Planned"), 18, COPIL_ALIGN_END);
  copil_table_add_column (table, _ ("Actual"), 18, COPIL_ALIGN_END);
  copil_table_add_column (table, _ ("Difference"), 17, COPIL_ALIGN_END);
  copil_table_add_column (table, C_ ("share of what was planned", "Rate"), 9, COPIL_ALIGN_END);
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      double line_planned = line->planned, line_actual = line->actual;

      if (line->side != side)
        continue;
      get_amounts (line->by_year, year, &line_planned, &line_actual);
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell (table, name_line (line, year == 0));
      add_amounts (table, line_planned, line_actual);
    }
  get_amounts (budget->by_year[side], year, &planned, &actual);
  copil_table_add_row (table, COPIL_ROW_TOTAL);
  copil_table_add_cell_text (table, copil_budget_words_total (budget));
  add_amounts (table, planned, actual);
  if (year == 0 && budget->unplanned[side] > 0)
    {
      missing = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u line has no planned amount: the total is a minimum.",
                       "%u lines have no planned amount: the total is a minimum.",
                       budget->unplanned[side]),
          budget->unplanned[side]);
      copil_document_add_text (document, COPIL_ROLE_NOTE, missing);
    }
}

/* Whether it is due, or came, in the year. */
static gboolean
is_of_year (const CopilInstalment *instalment, int year)
{
  int due = instalment->due ? atoi (instalment->due) : 0;
  int received = instalment->received ? atoi (instalment->received) : 0;

  return year == 0 || due == year || received == year;
}

static void
add_instalments (CopilDocument *document, const CopilBudget *budget, int year, guint level)
{
  CopilTable *table = NULL;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];

      for (guint j = 0; j < line->instalments->len; j++)
        {
          const CopilInstalment *one = line->instalments->pdata[j];
          g_autofree char *due = copil_date_format (one->due);

          if (!is_of_year (one, year))
            continue;
          if (!table)
            {
              copil_document_add_heading (document, level, _ ("Instalments"));
              table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
              copil_table_add_column (table, _ ("Instalment"), 36, COPIL_ALIGN_START);
              copil_table_add_column (table, _ ("Due on"), 14, COPIL_ALIGN_START);
              copil_table_add_column (table, _ ("Planned"), 16, COPIL_ALIGN_END);
              copil_table_add_column (table, _ ("State"), 20, COPIL_ALIGN_START);
              copil_table_add_column (table, _ ("Actual"), 16, COPIL_ALIGN_END);
            }
          copil_table_add_row (table, COPIL_ROW_BODY);
          add_cell (table, one->name ? g_strdup_printf ("%s – %s", line->title, one->name)
                                     : g_strdup (line->title));
          copil_table_add_cell_text (table, *due ? due : "–");
          add_cell (table, copil_euros_format (one->planned));
          add_cell (table, copil_budget_words_state (one));
          add_cell (table, copil_euros_format (one->actual));
        }
    }
}

static void
add_faults (CopilDocument *document, const CopilBudget *budget, guint level)
{
  CopilList *list;

  if (budget->faults->len == 0)
    return;
  copil_document_add_heading (document, level, _ ("What does not add up"));
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  for (guint i = 0; i < budget->faults->len; i++)
    copil_list_add_text (list, 1, budget->faults->pdata[i]);
}

static void
add_notes (CopilDocument *document, const CopilBudget *budget)
{
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      g_autofree char *text = NULL;

      if (!line->note || !*line->note)
        continue;
      /* Translators: name of a budget line, what was noted of it */
      text = g_strdup_printf (_ ("%s: %s"), line->title, line->note);
      copil_document_add_text (document, COPIL_ROLE_NOTE, text);
    }
}

static void
add_budget (CopilDocument *document, const CopilBudget *budget, int year, guint level)
{
  g_autofree char *balance = copil_budget_words_balance (budget);
  g_autofree char *result = copil_budget_words_result (budget, year);

  copil_document_add_text (document, COPIL_ROLE_LEAD, result);
  if (year == 0)
    copil_document_add_text (document, COPIL_ROLE_LEAD, balance);
  copil_document_add_heading (document, level, copil_side_get_label (COPIL_SIDE_RECEIPT));
  add_side (document, budget, COPIL_SIDE_RECEIPT, year);
  copil_document_add_heading (document, level, copil_side_get_label (COPIL_SIDE_EXPENSE));
  add_side (document, budget, COPIL_SIDE_EXPENSE, year);
  add_instalments (document, budget, year, level);
  add_faults (document, budget, level);
}

gboolean
copil_budget_document_add (CopilDocument *document, CopilStore *store, int year,
                           CopilAudience audience, guint level)
{
  g_autoptr (CopilBudget) budget =
      copil_budget_read (store, copil_budget_words_flags (audience), NULL);

  if (budget->lines->len == 0)
    return FALSE;
  add_budget (document, budget, year, level);
  return TRUE;
}

/* The budget, or the error set. */
static CopilBudget *
read_budget (CopilStore *store, CopilAudience audience, GError **error)
{
  g_autoptr (CopilBudget) budget =
      copil_budget_read (store, copil_budget_words_flags (audience), NULL);

  if (budget->lines->len > 0)
    return g_steal_pointer (&budget);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       audience == COPIL_AUDIENCE_PUBLIC
                           ? _ ("There is no budget that may be published.")
                           : _ ("There is no budget yet."));
  return NULL;
}

static CopilDocument *
start (CopilStore *store, const char *title)
{
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  CopilDocument *document = copil_document_new (title, copil_words_language ());

  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_paper_add_sender (document, store);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  return document;
}

CopilDocument *
copil_budget_document_new (CopilStore *store, CopilAudience audience, GError **error)
{
  g_autoptr (CopilBudget) budget = read_budget (store, audience, error);
  CopilDocument *document;

  if (!budget)
    return NULL;
  document = start (store, _ ("Budget"));
  add_budget (document, budget, 0, 1);
  add_notes (document, budget);
  return document;
}

CopilDocument *
copil_financial_document_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  g_autoptr (CopilBudget) budget = read_budget (store, audience, error);
  g_autofree char *title = NULL, *balance = NULL, *total = NULL;
  CopilDocument *document;

  if (!budget)
    return NULL;
  if (year == 0)
    year = copil_budget_words_get_year (budget);
  /* Translators: a year */
  title =
      year ? g_strdup_printf (_ ("Financial report %d"), year) : g_strdup (_ ("Financial report"));
  document = start (store, title);
  add_budget (document, budget, year, 1);
  if (year && budget->hidden == 0)
    {
      copil_document_add_heading (document, 1, _ ("Since the beginning"));
      total = copil_budget_words_result (budget, 0);
      balance = copil_budget_words_balance (budget);
      copil_document_add_text (document, COPIL_ROLE_BODY,
                               total ? total : _ ("Nothing was received or spent yet."));
      copil_document_add_text (document, COPIL_ROLE_BODY, balance);
    }
  add_notes (document, budget);
  return document;
}
