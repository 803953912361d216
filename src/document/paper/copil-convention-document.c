/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-convention-document.h"

#include <glib/gi18n-lib.h>

#include "copil-paper.h"
#include "copil-value.h"
#include "copil-view-article.h"
#include "copil-view-record.h"
#include "copil-words.h"

/* « Avenant n° 1 (prolongation), en vigueur depuis le 3 mai 2026 » */
static char *
describe (const CopilViewRecord *amendment)
{
  g_autofree char *since = copil_date_format_long (amendment->status);

  return *since ? g_strdup_printf (_ ("%s, in force since %s"), amendment->title, since)
                : g_strdup_printf (_ ("%s, without a date"), amendment->title);
}

static void
add_article (CopilDocument *document, const CopilViewArticle *article, GHashTable *names)
{
  g_autofree char *heading = NULL;
  const char *label = article->label, *title = article->title;
  const char *name = g_hash_table_lookup (names, &article->amendment);

  heading = label && *label ? title && *title
                                  /* Translators: the number of an article, its title */
                                  ? g_strdup_printf (_ ("Article %s: %s"), label, title)
                                  : g_strdup_printf (_ ("Article %s"), label)
                            : g_strdup (title && *title ? title : _ ("Article"));
  copil_document_add_heading (document, 1, heading);
  if (name)
    {
      g_autofree char *note = g_strdup_printf (_ ("As amended: %s."), name);

      copil_document_add_text (document, COPIL_ROLE_NOTE, note);
    }
  copil_document_add_notes (document, article->text);
}

static void
add_amendments (CopilDocument *document, GPtrArray *amendments)
{
  CopilList *list;

  if (amendments->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Amendments in force"));
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  for (guint i = 0; i < amendments->len; i++)
    {
      g_autofree char *sentence = describe (amendments->pdata[i]);

      copil_list_add_text (list, 1, sentence);
    }
}

static void
add_glossary (CopilDocument *document, CopilStore *store)
{
  g_auto (GStrv) terms = copil_view_list_terms (store);
  CopilTable *table;

  if (!terms[0])
    return;
  copil_document_add_heading (document, 1, _ ("Glossary"));
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (table, _ ("Term"), 30, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Definition"), 70, COPIL_ALIGN_START);
  for (guint i = 0; terms[i]; i += 2)
    {
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, terms[i]);
      copil_table_add_cell_text (table, terms[i + 1]);
    }
}

CopilDocument *
copil_convention_document_new (CopilStore *store, const char *day, CopilAudience audience,
                               GError **error)
{
  const char *on = day && *day ? day : copil_today ();
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *reference = copil_paper_convention (store, "reference");
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *date = copil_date_format_long (on), *subtitle = NULL;
  g_autoptr (GPtrArray) articles = copil_view_list_articles (store, on, FALSE);
  g_autoptr (GPtrArray) amendments = copil_view_list_avenants (store, on);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  CopilDocument *document;

  if (articles->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This file holds no article of the convention."));
      return NULL;
    }
  for (guint i = 0; i < amendments->len; i++)
    {
      CopilViewRecord *amendment = amendments->pdata[i];

      g_hash_table_insert (names, &amendment->id, amendment->title);
    }
  document =
      copil_document_new (convention ? convention : _ ("Convention"), copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, reference);
  copil_document_add_text (document, COPIL_ROLE_TITLE, convention ? convention : _ ("Convention"));
  subtitle = g_strdup_printf (
      amendments->len ? _ ("Text in force on %s, as amended") : _ ("Text in force on %s"), date);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, subtitle);
  for (guint i = 0; i < articles->len; i++)
    add_article (document, articles->pdata[i], names);
  add_amendments (document, amendments);
  add_glossary (document, store);
  return document;
}
