/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-actions-document.h"

#include <glib/gi18n-lib.h>

#include "copil-actions-summary.h"
#include "copil-paper.h"
#include "copil-value.h"
#include "copil-words.h"

static CopilActionsFilter
make_filter (int year, CopilAudience audience)
{
  return (CopilActionsFilter){ .year = year,
                               .flags = audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC
                                                                          : COPIL_FIGURES_ALL };
}

/* Whether there is anything to add up in the year. */
static gboolean
has_actions (CopilStore *store, const CopilActionsFilter *filter)
{
  g_autoptr (GArray) years = copil_actions_list_years (store, filter->flags);
  g_autoptr (CopilActionsTable) table = NULL;

  for (guint i = 0; i < years->len; i++)
    if (filter->year == 0 || g_array_index (years, int, i) == filter->year)
      return TRUE;
  table = copil_actions_read (store, COPIL_BY_NOTHING, COPIL_BY_NOTHING, filter);
  return copil_actions_table_get (table, -1, -1, COPIL_COUNT_ACTIONS)->n_known > 0 ||
         copil_actions_table_get (table, -1, -1, COPIL_COUNT_ACTIONS)->n_missing > 0;
}

static void
add_table (CopilDocument *document, const CopilActionsSummary *summary, guint head_weight)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));

  copil_table_add_column (table, summary->title, head_weight, COPIL_ALIGN_START);
  for (guint i = 0; i < summary->titles->len; i++)
    copil_table_add_column (table, summary->titles->pdata[i], 10, COPIL_ALIGN_END);
  for (guint i = 0; i < summary->lines->len; i++)
    {
      const CopilActionsLine *line = summary->lines->pdata[i];

      copil_table_add_row (table, line->role);
      copil_table_add_cell_text (table, line->head);
      for (guint j = 0; j < summary->titles->len; j++)
        copil_table_add_cell_text (table, line->cells[j]);
    }
}

/* « 2 008 actions… » of the year in one sentence: what was declared, else what was counted. */
static void
add_headline (CopilDocument *document, CopilStore *store, const CopilActionsFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (filter->year == 0)
    return;
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      gboolean estimated;
      gint64 value =
          copil_actions_summary_get_year (store, filter->year, i, filter->flags, &estimated);
      g_autofree char *number = copil_number_format ((double)value);
      g_autofree char *label = copil_words_small (g_strdup (copil_count_get_label (i)));
      g_autofree char *part = NULL;

      if (value < 0)
        continue;
      /* Translators: what is counted, a number: "schools: 6 025" */
      part = g_strdup_printf (estimated ? _ ("%s: %s (estimated)") : _ ("%s: %s"), label, number);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
    }
  if (text->len > 0)
    {
      g_autofree char *line = copil_words_capital (g_strdup (text->str));
      copil_document_add_text (document, COPIL_ROLE_LEAD, line);
    }
}

/* A part with its heading, where it has more to say than its sum. */
static void
add_part (CopilDocument *document, CopilStore *store, const CopilActionsFilter *filter,
          CopilActionsBy rows, CopilActionsBy columns, const char *heading, guint level)
{
  g_autoptr (CopilActionsSummary) summary =
      copil_actions_summary_new (store, rows, columns, COPIL_COUNT_ACTIONS, filter);

  if (summary->lines->len == 0)
    return;
  copil_document_add_heading (document, level, heading);
  add_table (document, summary, columns == COPIL_BY_NOTHING ? 24 : 34);
}

static gboolean
has_academies (CopilStore *store, const CopilActionsFilter *filter)
{
  g_autoptr (CopilActionsTable) table =
      copil_actions_read (store, COPIL_BY_ACADEMIE, COPIL_BY_NOTHING, filter);

  for (guint i = 0; i < table->rows->len; i++)
    if (((const CopilActionsKey *)table->rows->pdata[i])->name)
      return TRUE;
  return FALSE;
}

static void
add_actions (CopilDocument *document, CopilStore *store, const CopilActionsFilter *filter,
             guint level)
{
  g_autoptr (CopilActionsSummary) summary = copil_actions_summary_new (
      store, COPIL_BY_THEME, COPIL_BY_NOTHING, COPIL_COUNT_ACTIONS, filter);
  g_autoptr (GArray) years = copil_actions_list_years (store, filter->flags);

  add_headline (document, store, filter);
  copil_document_add_text (document, COPIL_ROLE_BODY, summary->change);
  add_part (document, store, filter, COPIL_BY_THEME, COPIL_BY_NOTHING, _ ("By theme"), level);
  if (has_academies (store, filter))
    add_part (document, store, filter, COPIL_BY_ACADEMIE, COPIL_BY_NOTHING, _ ("By académie"),
              level);
  if (filter->year == 0 && years->len > 1)
    {
      add_part (document, store, filter, COPIL_BY_YEAR, COPIL_BY_NOTHING, _ ("By year"), level);
      add_part (document, store, filter, COPIL_BY_THEME, COPIL_BY_YEAR,
                _ ("Actions by theme and year"), level);
    }
  copil_document_add_text (
      document, COPIL_ROLE_NOTE,
      _ ("A dash: not known. “At least”: some of the actions do not say. Declared totals are never"
         " added to the actions."));
  if (summary->sentences->len > 0)
    {
      CopilList *list;

      copil_document_add_heading (document, level, _ ("What does not add up"));
      list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
      for (guint i = 0; i < summary->sentences->len; i++)
        copil_list_add_text (list, 1, summary->sentences->pdata[i]);
    }
}

gboolean
copil_actions_document_add (CopilDocument *document, CopilStore *store, int year,
                            CopilAudience audience, guint level)
{
  CopilActionsFilter filter = make_filter (year, audience);

  if (!has_actions (store, &filter))
    return FALSE;
  add_actions (document, store, &filter, level);
  return TRUE;
}

static gboolean
check_actions (CopilStore *store, const CopilActionsFilter *filter, GError **error)
{
  if (has_actions (store, filter))
    return TRUE;
  if (filter->year)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There are no actions in %d."),
                 filter->year);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         filter->flags & COPIL_FIGURES_PUBLIC
                             ? _ ("There are no actions that may be published.")
                             : _ ("There are no actions yet."));
  return FALSE;
}

static char *
make_title (int year)
{
  /* Translators: a year */
  return year ? g_strdup_printf (_ ("Actions and beneficiaries %d"), year)
              : g_strdup (_ ("Actions and beneficiaries"));
}

CopilDocument *
copil_actions_document_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  CopilActionsFilter filter = make_filter (year, audience);
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *title = make_title (year);
  CopilDocument *document;

  if (!check_actions (store, &filter, error))
    return NULL;
  document = copil_document_new (title, copil_words_language ());
  copil_document_set_orientation (document, COPIL_LANDSCAPE);
  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_paper_add_sender (document, store);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  add_actions (document, store, &filter, 1);
  return document;
}

CopilBook *
copil_actions_book_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  CopilActionsFilter filter = make_filter (year, audience);
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *name = make_title (year), *title = NULL;
  CopilBook *book;

  if (!check_actions (store, &filter, error))
    return NULL;
  title = g_strdup_printf ("%s – %s", name, short_title ? short_title : "");
  book = copil_book_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  copil_actions_book_add (book, store, year, audience);
  return book;
}
