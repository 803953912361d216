/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a convention says of its own life is a clause too, with its article and its words. */
#include "copil-passage-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"

/* Characters of a clause's words that are kept of a long paragraph. */
#define MOST_WORDS 1200

/* The words of the text that say so; NULL where they have no place in it. */
static char *
dup_words (CopilStore *store, const CopilPassage *proposal)
{
  gint64 source =
      copil_store_query_int (store, "SELECT source FROM passage WHERE id = ?1", "i", proposal->id);
  g_autoptr (GBytes) bytes =
      source ? copil_store_get_data (store, copil_kind_get ("source"), source, "data") : NULL;
  g_autofree char *words = NULL, *legible = NULL;
  gsize size = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (!text || proposal->end <= proposal->start || proposal->end > size)
    return NULL;
  words = g_strndup (text + proposal->start, proposal->end - proposal->start);
  legible = g_strstrip (g_utf8_make_valid (words, -1));
  if (g_utf8_strlen (legible, -1) > MOST_WORDS)
    {
      g_autofree char *cut = g_utf8_substring (legible, 0, MOST_WORDS);
      return g_strconcat (cut, "…", NULL);
    }
  return *legible ? g_steal_pointer (&legible) : NULL;
}

static const char *
get_renewal_title (const char *value)
{
  return g_strcmp0 (value, "tacit") == 0         ? _ ("Tacit renewal")
         : g_strcmp0 (value, "none") == 0        ? _ ("No tacit renewal")
         : g_strcmp0 (value, "conditional") == 0 ? _ ("Renewal under conditions")
                                                 : _ ("Renewal");
}

gboolean
copil_passage_add_clause (CopilStore *store, const CopilPassage *proposal, GError **error)
{
  const char *field = proposal->label ? proposal->label : "", *title = NULL, *sort = NULL,
             *from = NULL, *number = NULL, *unit = NULL, *direction = NULL, *often = NULL;
  g_autofree char *words = NULL;

  if (g_str_equal (field, "duration_months") || g_str_equal (field, "expires"))
    {
      title = _ ("End of the convention");
      sort = "term";
      from = "expiry";
    }
  else if (g_str_equal (field, "renewal"))
    {
      title = get_renewal_title (proposal->text);
      sort = "renewal";
    }
  else if (g_str_equal (field, "notice_months"))
    {
      title = _ ("Last day to give notice before the end of the convention");
      sort = "notice";
      from = "expiry";
      number = proposal->text;
      unit = "months";
      direction = "before";
    }
  else if (g_str_equal (field, "meetings_per_year") && g_strcmp0 (proposal->text, "1") == 0)
    {
      title = _ ("Hold the year’s meeting of the committee");
      sort = "meeting";
      from = "signature";
      number = "1";
      unit = "years";
      direction = "after";
      often = "year";
    }
  if (!sort || !proposal->text || !*proposal->text ||
      copil_store_query_int (store, "SELECT count (*) FROM clause WHERE sort = ?1 OR id = ?2", "ti",
                             sort, proposal->id) > 0)
    return TRUE;
  words = dup_words (store, proposal);
  {
    const char *const fields[] = { "title",  "sort", "article",   "text",      "counted_from",
                                   "number", "unit", "direction", "recurrence" };
    const char *const values[] = { title,  sort, proposal->article, words, from,
                                   number, unit, direction,         often };

    return copil_store_insertv (store, copil_kind_get ("clause"), proposal->id,
                                G_N_ELEMENTS (fields), fields, values, error) != 0;
  }
}
