/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-search-private.h"

#include "copil-query.h"
#include "copil-record.h"

#define EXCERPT_LENGTH 90

void
copil_hit_free (gpointer data)
{
  CopilHit *hit = data;

  g_free (hit->title);
  g_free (hit->excerpt);
  g_free (hit);
}

gboolean
copil_search_is_read (const CopilField *field)
{
  return field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE;
}

char *
copil_search_dup_sql (const CopilKind *kind, gboolean one)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (const CopilField *field = kind->fields; field->name; field++)
    if (copil_search_is_read (field))
      g_string_append_printf (sql, ", \"%s\"", field->name);
  g_string_append_printf (sql, " FROM \"%s\"", kind->name);
  if (one)
    g_string_append (sql, " WHERE id = ?1");
  else
    g_string_append_printf (sql, " ORDER BY %s", kind->order);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* What no phrase goes across. */
#define BETWEEN "\x1f"

char *
copil_search_dup_texts (CopilQuery *query)
{
  g_autoptr (GString) all = g_string_new (NULL);
  int n = copil_query_get_n_columns (query);

  for (int column = 1; column < n; column++)
    {
      const char *text = copil_query_text (query, column);
      g_autofree char *normalized = text && *text ? copil_terms_normalize (text) : NULL;

      if (normalized)
        g_string_append_printf (all, "%s%s", all->len ? BETWEEN : "", normalized);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
is_name (const CopilKind *kind, const CopilField *field)
{
  return g_strcmp0 (kind->label_field, field->name) == 0 ||
         g_str_equal (kind->title_field, field->name);
}

CopilHit *
copil_search_make_hit (CopilStore *store, const CopilKind *kind, CopilQuery *query,
                       CopilTerms *terms)
{
  CopilHit *hit = g_new0 (CopilHit, 1);
  const char *best = NULL;
  guint most = 0;
  int column = 1;

  hit->kind = kind;
  hit->id = copil_query_int (query, 0);
  for (const CopilField *field = kind->fields; field->name; field++)
    {
      const char *text = copil_search_is_read (field) ? copil_query_text (query, column++) : NULL;
      g_autofree char *normalized = text ? copil_terms_normalize (text) : NULL;
      guint n = normalized ? copil_terms_count (terms, normalized) : 0;

      if (n > most)
        {
          most = n;
          hit->field = field;
          best = text;
        }
      if (n == copil_terms_get_n (terms) && is_name (kind, field))
        hit->titled = TRUE;
    }
  hit->excerpt = best ? copil_terms_excerpt (terms, best, EXCERPT_LENGTH) : g_strdup ("");
  hit->title = copil_store_dup_title (store, kind, hit->id);
  return hit;
}

void
copil_search_go_through (CopilStore *store, const CopilKind *kind, CopilTerms *terms, guint most,
                         GPtrArray *hits)
{
  g_autofree char *sql = copil_search_dup_sql (kind, FALSE);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint found = 0;

  if (copil_query_get_n_columns (query) < 2)
    return;
  while (copil_query_next (query))
    {
      g_autofree char *texts = copil_search_dup_texts (query);
      CopilHit *hit;

      if (!copil_terms_match (terms, texts))
        continue;
      hit = copil_search_make_hit (store, kind, query, terms);
      g_ptr_array_add (hit->titled ? hits : others, hit);
      if (most && ++found >= most)
        break;
    }
  g_ptr_array_extend (hits, others, NULL, NULL);
}

GPtrArray *
copil_store_search (CopilStore *store, CopilTerms *terms, guint most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (copil_hit_free);

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    copil_search_go_through (store, *kind, terms, most, hits);
  return hits;
}
