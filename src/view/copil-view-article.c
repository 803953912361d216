/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-article.h"

#include <string.h>

#include "copil-query.h"
#include "copil-view-record.h"

/* From when an amendment is in force. */
#define SINCE "coalesce (nullif (m.effective, ''), nullif (m.signed, ''))"

static void
article_free (gpointer data)
{
  CopilViewArticle *article = data;

  g_free (article->label);
  g_free (article->title);
  g_free (article->text);
  g_free (article);
}

static void
wording_free (gpointer data)
{
  CopilViewWording *wording = data;

  g_free (wording->name);
  g_free (wording->since);
  g_free (wording->label);
  g_free (wording->title);
  g_free (wording->text);
  g_free (wording);
}

static const char *
intern_change (const char *change)
{
  return g_intern_string (change && *change ? change : "replaced");
}

static void
take (char **value, const char *other)
{
  if (!other || !*other)
    return;
  g_free (*value);
  *value = g_strdup (other);
}

/* --- the wordings of one --- */

GPtrArray *
copil_view_list_wordings (CopilStore *store, gint64 article)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT * FROM (SELECT 0 AS amendment, NULL AS name, (SELECT coalesce (nullif (effective, "
      "''),"
      " signed) FROM convention ORDER BY id LIMIT 1) AS since, NULL AS change, label, title, text,"
      " 0 AS at, 0 AS place, 0 AS line FROM article WHERE id = ?1 AND NOT EXISTS (SELECT 1"
      " FROM amended WHERE article = ?1 AND change = 'added')"
      " UNION ALL SELECT m.id, trim (coalesce (m.label || ' – ', '') || m.object), " SINCE ","
      " c.change, c.label, c.title, c.text, 1, coalesce (c.position, 0), c.id FROM amended c"
      " JOIN amendment m ON m.id = c.amendment WHERE c.article = ?1)"
      " ORDER BY at, since IS NULL, since, amendment, place, line",
      "i", article);
  GPtrArray *wordings = g_ptr_array_new_with_free_func (wording_free);
  CopilViewWording *last = NULL;

  while (copil_query_next (query))
    {
      CopilViewWording *wording = g_new0 (CopilViewWording, 1);

      wording->amendment = copil_query_int (query, 0);
      wording->name = g_strdup (copil_query_text (query, 1));
      wording->since = g_strdup (copil_query_text (query, 2));
      wording->change = wording->amendment ? intern_change (copil_query_text (query, 3)) : NULL;
      /* What an amendment does not say stays as it was. */
      if (last)
        {
          take (&wording->label, last->label);
          take (&wording->title, last->title);
          take (&wording->text, last->text);
        }
      take (&wording->label, copil_query_text (query, 4));
      take (&wording->title, copil_query_text (query, 5));
      take (&wording->text, copil_query_text (query, 6));
      g_ptr_array_add (wordings, wording);
      last = wording;
    }
  return wordings;
}

/* --- all of them --- */

static CopilViewArticle *
find (GPtrArray *articles, GHashTable *places, gint64 id)
{
  gpointer place;

  return g_hash_table_lookup_extended (places, &id, NULL, &place)
             ? articles->pdata[GPOINTER_TO_UINT (place)]
             : NULL;
}

/* What the amendments in force made of the articles. */
static void
amend (CopilStore *store, const char *day, GPtrArray *articles, GHashTable *places)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT c.article, m.id, c.change, c.label, c.title, c.text FROM amended c"
      " JOIN amendment m ON m.id = c.amendment WHERE ?1 IS NULL OR " SINCE " <= ?1"
      " ORDER BY " SINCE " IS NULL, " SINCE ", m.id, coalesce (c.position, 0), c.id",
      "t", day);

  while (copil_query_next (query))
    {
      const char *change = intern_change (copil_query_text (query, 2));
      CopilViewArticle *article = find (articles, places, copil_query_int (query, 0));

      if (!article && !g_str_equal (change, "added"))
        continue;
      if (!article)
        {
          article = g_new0 (CopilViewArticle, 1);
          g_ptr_array_add (articles, article);
        }
      article->amendment = copil_query_int (query, 1);
      article->repealed = g_str_equal (change, "repealed");
      take (&article->label, copil_query_text (query, 3));
      take (&article->title, copil_query_text (query, 4));
      take (&article->text, copil_query_text (query, 5));
    }
}

GPtrArray *
copil_view_list_articles (CopilStore *store, const char *day, gboolean repealed)
{
  /* One that an amendment added stands from then on. */
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT a.id, a.label, a.title, a.text, EXISTS (SELECT 1 FROM amended WHERE article = a.id"
      " AND change = 'added') FROM article a ORDER BY a.position, a.id",
      NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *articles = g_ptr_array_new_with_free_func (article_free);

  while (copil_query_next (query))
    {
      CopilViewArticle *article = g_new0 (CopilViewArticle, 1);

      article->id = copil_query_int (query, 0);
      article->label = g_strdup (copil_query_text (query, 1));
      article->title = g_strdup (copil_query_text (query, 2));
      article->text = g_strdup (copil_query_text (query, 3));
      article->repealed = copil_query_int (query, 4) == 1;
      g_hash_table_insert (places, g_memdup2 (&article->id, sizeof article->id),
                           GUINT_TO_POINTER (articles->len));
      g_ptr_array_add (articles, article);
    }
  amend (store, day, articles, places);
  for (guint i = articles->len; i-- > 0;)
    {
      const CopilViewArticle *article = articles->pdata[i];

      if (article->repealed && (!repealed || !article->amendment))
        g_ptr_array_remove_index (articles, i);
    }
  return articles;
}

GPtrArray *
copil_view_list_avenants (CopilStore *store, const char *day)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT m.id, trim (coalesce (m.label || ' – ', '') || m.object), " SINCE " FROM amendment m"
      " WHERE ?1 IS NULL OR " SINCE " <= ?1 ORDER BY " SINCE " IS NULL, " SINCE ", m.id",
      "t", day);
  GPtrArray *amendments = copil_view_new_records ();

  while (copil_query_next (query))
    {
      CopilViewRecord *record = copil_view_record_new ("amendment", copil_query_int (query, 0),
                                                       copil_query_text (query, 1));

      record->status = g_strdup (copil_query_text (query, 2));
      g_ptr_array_add (amendments, record);
    }
  return amendments;
}

static char **
list_texts (CopilQuery *query, int columns)
{
  GPtrArray *texts = g_ptr_array_new ();

  while (copil_query_next (query))
    for (int i = 0; i < columns; i++)
      {
        const char *text = copil_query_text (query, i);

        g_ptr_array_add (texts, g_strdup (text ? text : ""));
      }
  g_ptr_array_add (texts, NULL);
  return (char **)g_ptr_array_free (texts, FALSE);
}

char **
copil_view_list_text_days (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT coalesce (nullif (effective, ''), signed) AS day FROM convention WHERE day > ''"
      " UNION SELECT " SINCE " AS day FROM amendment m WHERE day > '' ORDER BY day",
      NULL);

  return list_texts (query, 1);
}

char **
copil_view_list_terms (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT name, definition FROM term WHERE name > '' ORDER BY copil_fold (name), id",
      NULL);

  return list_texts (query, 2);
}
