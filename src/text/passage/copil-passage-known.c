/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the file holds beside a text that is compared with it. */
#include <string.h>

#include "copil-passage-comparing.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-match.h"

void
copil_known_free (gpointer data)
{
  CopilKnown *known = data;

  g_free (known->label);
  g_free (known->text);
  g_free (known->folded);
  g_free (known->reading);
  g_array_unref (known->words);
  g_free (known);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

GArray *
copil_comparing_list_words (const char *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,;.:'()-\"", -1);

  for (guint i = 0; parts[i]; i++)
    if (strlen (parts[i]) > 2)
      {
        guint hash = g_str_hash (parts[i]);

        g_array_append_val (words, hash);
      }
  g_array_sort (words, compare_hashes);
  return words;
}

static void
list_known (CopilComparing *comparing, CopilDraftKind kind, const char *sql)
{
  g_autoptr (CopilQuery) query = copil_store_query (comparing->store, sql, "");

  while (copil_query_next (query))
    {
      CopilKnown *known = g_new0 (CopilKnown, 1);
      const char *text = copil_query_text (query, 2);

      known->kind = kind;
      known->id = copil_query_int (query, 0);
      known->label = g_strdup (copil_query_text (query, 1));
      known->text = g_strdup (text ? text : "");
      known->folded = copil_passage_dup_words (known->text);
      known->words = copil_comparing_list_words (known->folded);
      known->axis = copil_query_int (query, 3);
      known->above = copil_query_int (query, 4);
      g_ptr_array_add (comparing->known, known);
    }
}

static char *
print_key (CopilDraftKind kind, gint64 id)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, kind, id);
}

CopilKnown *
copil_comparing_find_known (CopilComparing *comparing, CopilDraftKind kind, gint64 id)
{
  g_autofree char *key = print_key (kind, id);

  return id ? g_hash_table_lookup (comparing->by_id, key) : NULL;
}

/* --- how the texts before read --- */

char *
copil_reading_dup_key (const char *reading)
{
  g_auto (GStrv) lines = g_strsplit (reading, "\n", -1);

  if (g_strv_length (lines) != COPIL_PASSAGE_READING_LINES)
    return g_strdup (reading);
  return g_strjoin ("\n", lines[COPIL_PASSAGE_READING_LINES - 1], lines[0], lines[1], NULL);
}

/* A reading whose passage others were merged into has theirs behind its own. */
static char **
split_readings (const char *readings)
{
  g_auto (GStrv) lines = g_strsplit (readings ? readings : "", "\n", -1);
  guint n = g_strv_length (lines);
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i + COPIL_PASSAGE_READING_LINES <= n; i += COPIL_PASSAGE_READING_LINES)
    {
      GString *part = g_string_new (lines[i]);

      for (guint k = 1; k < COPIL_PASSAGE_READING_LINES; k++)
        g_string_append_printf (part, "\n%s", lines[i + k]);
      g_ptr_array_add (parts, g_string_free (part, FALSE));
    }
  g_ptr_array_add (parts, NULL);
  return (char **)g_ptr_array_free (parts, FALSE);
}

/* Whether a person has said what becomes of it. */
static gboolean
is_decided (const CopilPassage *passage)
{
  return passage->state != COPIL_PASSAGE_PROPOSED || passage->change == COPIL_PASSAGE_NEW ||
         passage->change == COPIL_PASSAGE_SAME;
}

static void
read_passage (CopilComparing *comparing, CopilPassage *passage, const char *folded)
{
  CopilKnown *known = copil_comparing_find_known (comparing, passage->kind, passage->record);
  g_auto (GStrv) readings = split_readings (passage->reading);

  if (known && is_decided (passage))
    {
      g_autofree char *words = copil_passage_dup_words (passage->text);

      g_free (known->reading);
      known->reading = g_strdup (readings[0]);
      /* A passage that she cut out or found herself is one of the text as long as it says the words
       * of the text; and what is gone is settled once she has said so. */
      known->from_text =
          passage->change != COPIL_PASSAGE_GONE &&
          (readings[0] || (strstr (folded, words) != NULL && g_str_equal (words, known->folded)));
    }
  for (guint i = 0; readings[0] && readings[i]; i++)
    {
      char *key = copil_reading_dup_key (readings[i]);

      /* In a later text it is set aside as a part of the other one. */
      if (passage->state != COPIL_PASSAGE_ASIDE)
        g_hash_table_remove (comparing->merged, key);
      g_hash_table_remove (comparing->passages, key);
      if (i > 0 && known)
        g_hash_table_replace (comparing->merged, key, known);
      else if (i == 0)
        g_hash_table_replace (comparing->passages, key, passage);
      else
        g_free (key);
    }
}

static void
read_earlier (CopilComparing *comparing)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (comparing->store, "SELECT id FROM source ORDER BY id", "");

  while (copil_query_next (query))
    {
      gint64 source = copil_query_int (query, 0);
      g_autofree char *text = copil_source_dup_text (comparing->store, source),
                      *folded = copil_text_fold (text ? text : "");
      GPtrArray *passages = copil_passages_load (comparing->store, source);

      g_ptr_array_add (comparing->earlier, passages);
      for (guint i = 0; i < passages->len; i++)
        read_passage (comparing, passages->pdata[i], folded);
    }
}

void
copil_comparing_list_known (CopilComparing *comparing)
{
  list_known (comparing, COPIL_DRAFT_PARTY,
              "SELECT id, short_name, name, 0, 0 FROM party ORDER BY position, id");
  list_known (comparing, COPIL_DRAFT_AXIS,
              "SELECT id, label, title, 0, 0 FROM axis ORDER BY position, id");
  list_known (comparing, COPIL_DRAFT_MEASURE,
              "SELECT id, label, title, axis, 0 FROM measure ORDER BY position, id");
  list_known (comparing, COPIL_DRAFT_ENGAGEMENT,
              "SELECT id, label, text, axis, measure FROM engagement ORDER BY position, id");
  list_known (comparing, COPIL_DRAFT_INDICATOR,
              "SELECT id, NULL, name, axis, measure FROM indicator ORDER BY position, id");
  list_known (comparing, COPIL_DRAFT_TARGET,
              "SELECT t.id, printf ('%.15g', t.value), t.date, i.axis, t.indicator FROM target AS t"
              " JOIN indicator AS i ON i.id = t.indicator ORDER BY t.date, t.id");
  for (guint i = 0; i < comparing->known->len; i++)
    {
      CopilKnown *one = comparing->known->pdata[i];

      g_hash_table_insert (comparing->by_id, print_key (one->kind, one->id), one);
    }
  read_earlier (comparing);
}

/* --- how a record reads --- */

static char *
dup_party_names (CopilComparing *comparing, const CopilKnown *known)
{
  return copil_store_query_dup_text (
      comparing->store,
      "SELECT group_concat (name, ', ') FROM (SELECT coalesce (nullif (p.short_name, ''), p.name)"
      " AS name FROM engagement_party AS e JOIN party AS p ON p.id = e.party"
      " WHERE e.engagement = ? ORDER BY name)",
      "i", known->id);
}

char *
copil_known_dup_reading (CopilComparing *comparing, const CopilKnown *known)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, known->folded, -1),
                  *parties = NULL;
  g_autoptr (CopilRecord) record = copil_store_load (
      comparing->store, copil_kind_get (copil_passage_kind_name (known->kind)), known->id);
  const char *strength = "must", *due = NULL, *unit = NULL, *quantity = NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (known->kind == COPIL_DRAFT_ENGAGEMENT)
    {
      strength = copil_record_get (record, "strength");
      due = copil_record_get (record, "due");
      unit = copil_record_get (record, "unit");
      quantity = copil_record_get (record, "quantity");
      parties = dup_party_names (comparing, known);
    }
  else if (known->kind == COPIL_DRAFT_INDICATOR)
    unit = copil_record_get (record, "unit");
  else if (known->kind == COPIL_DRAFT_TARGET)
    {
      due = copil_record_get (record, "date");
      quantity = copil_record_get (record, "value");
    }
  g_ascii_dtostr (digits, sizeof digits, quantity ? g_ascii_strtod (quantity, NULL) : 0);
  return g_strjoin ("\n", known->label ? known->label : "", digest, parties ? parties : "",
                    g_strcmp0 (strength, "may") == 0 ? "may" : "must", due ? due : "",
                    unit ? unit : "", digits, "", copil_passage_kind_name (known->kind), NULL);
}
