/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-document.h"

#include <glib/gi18n-lib.h>

#include "copil-deadline-store.h"
#include "copil-paper.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-words.h"

static GPtrArray *
list (CopilStore *store, CopilAudience audience)
{
  return copil_deadline_list (
      store, audience == COPIL_AUDIENCE_PUBLIC ? COPIL_DEADLINES_PUBLIC : COPIL_DEADLINES_ALL, NULL,
      NULL, NULL);
}

/* « Article 11 », « Engagement 4.1.3 » */
static char *
dup_source (const CopilDeadline *deadline)
{
  gboolean clause =
      g_str_equal (deadline->kind, "clause") || g_str_equal (deadline->kind, "convention");

  if (!deadline->article)
    return g_strdup (copil_kind_get_label (copil_kind_get (deadline->kind)));
  if (!clause)
    return g_strdup_printf ("%s %s", copil_kind_get_label (copil_kind_get (deadline->kind)),
                            deadline->article);
  if (!g_ascii_isdigit (*deadline->article))
    return g_strdup (deadline->article);
  /* Translators: an article of the convention */
  return g_strdup_printf (_ ("Article %s"), deadline->article);
}

/* How the day is found, and what is said beside it. */
static char *
dup_reckoning (const CopilDeadline *deadline)
{
  g_autofree char *note = copil_deadline_dup_note (deadline);

  if (deadline->reckoning && note)
    return g_strdup_printf ("%s\n%s", deadline->reckoning, note);
  return g_strdup (deadline->reckoning ? deadline->reckoning : note ? note : "");
}

static void
add_part (CopilDocument *document, GPtrArray *deadlines, CopilDeadlineState state,
          const char *heading, const char *none)
{
  CopilTable *table = NULL;

  copil_document_add_heading (document, 1, heading);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *date = copil_date_format (deadline->date), *source = dup_source (deadline),
                      *reckoning = dup_reckoning (deadline);

      if (deadline->state != state)
        continue;
      if (!table)
        {
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Date"), 12, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("deadline", "What is due"), 36, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("deadline", "Where it comes from"), 18,
                                  COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("How the day is found"), 34, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, date);
      copil_table_add_cell_text (table, deadline->title);
      copil_table_add_cell_text (table, source);
      copil_table_add_cell_text (table, reckoning);
    }
  if (!table)
    copil_document_add_text (document, COPIL_ROLE_BODY, none);
}

CopilDocument *
copil_deadlines_document_new (CopilStore *store, CopilAudience audience, GError **error)
{
  g_autoptr (GPtrArray) deadlines = list (store, audience);
  g_autofree char *convention = copil_paper_convention (store, "title"),
                  *short_title = copil_store_dup_name (store),
                  *today = copil_date_format_long (copil_today ()), *subtitle = NULL;
  CopilDocument *document = copil_document_new (_ ("Deadlines"), copil_words_language ());

  /* Translators: a date in full */
  subtitle = g_strdup_printf (_ ("As they stand on %s"), today);
  copil_document_set_orientation (document, COPIL_LANDSCAPE);
  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  if (convention)
    copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, _ ("Deadlines"));
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, subtitle);
  add_part (document, deadlines, COPIL_DEADLINE_PAST, C_ ("deadlines", "Missed"),
            _ ("No deadline was missed."));
  add_part (document, deadlines, COPIL_DEADLINE_DUE, C_ ("deadlines", "To come"),
            _ ("No deadline is to come."));
  add_part (document, deadlines, COPIL_DEADLINE_DONE, C_ ("deadlines", "Done"),
            _ ("No deadline is marked as done."));
  return document;
}

CopilBook *
copil_deadlines_book_new (CopilStore *store, CopilAudience audience, GError **error)
{
  g_autoptr (GPtrArray) deadlines = list (store, audience);
  g_autofree char *convention = copil_paper_convention (store, "title");
  CopilBook *book = copil_book_new (_ ("Deadlines"), copil_words_language ());
  CopilSheet *sheet = copil_sheet_new (_ ("Deadlines"));

  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  copil_sheet_add_column (sheet, _ ("Date"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("State"), COPIL_COLUMN_TEXT, 24);
  copil_sheet_add_column (sheet, C_ ("deadline", "What is due"), COPIL_COLUMN_TEXT, 90);
  copil_sheet_add_column (sheet, C_ ("deadline", "Where it comes from"), COPIL_COLUMN_TEXT, 45);
  copil_sheet_add_column (sheet, _ ("How the day is found"), COPIL_COLUMN_TEXT, 90);
  copil_sheet_add_column (sheet, _ ("Note"), COPIL_COLUMN_TEXT, 50);
  copil_sheet_set_frozen_columns (sheet, 1);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *source = dup_source (deadline), *note = copil_deadline_dup_note (deadline);
      guint row = copil_sheet_add_row (sheet);

      copil_sheet_put (sheet, row, 0, deadline->date);
      copil_sheet_put (sheet, row, 1, copil_deadline_state_get_label (deadline->state));
      copil_sheet_put (sheet, row, 2, deadline->title);
      copil_sheet_put (sheet, row, 3, source);
      copil_sheet_put (sheet, row, 4, deadline->reckoning);
      copil_sheet_put (sheet, row, 5, note);
      if (deadline->state == COPIL_DEADLINE_PAST)
        copil_sheet_set_style (sheet, row, 1, COPIL_CELL_WARNING);
    }
  copil_book_add_sheet (book, sheet);
  return book;
}
