/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-minutes-parts.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-value.h"

/* SQL: of the text as it stands, not of an earlier version. */
#define CURRENT_SQL                                                                                \
  " AND (v.version IS NULL OR v.version = (SELECT id FROM minutes_version w"                       \
  " WHERE w.meeting = ?1 ORDER BY w.number DESC LIMIT 1))"

/* What the convention says of it, where it is not each signatory's word. */
static const char *
rule_for (const char *rule)
{
  if (g_strcmp0 (rule, "committee") == 0)
    return _ ("These minutes are submitted to the next committee for validation.");
  if (g_strcmp0 (rule, "chair") == 0)
    return _ ("These minutes are submitted to the person who chaired the meeting for validation.");
  return NULL;
}

static CopilRuns *
answer_of (CopilStore *store, CopilQuery *query)
{
  g_autofree char *date = copil_date_format (copil_query_text (query, 2));
  const char *name = copil_query_text (query, 3), *note = copil_query_text (query, 4);
  g_autofree char *text = NULL;
  CopilRuns *runs;

  if (copil_query_is_null (query, 1))
    return copil_runs_new (C_ ("validation", "Awaited"));
  if (*date && name && *name)
    /* Translators: a date, the name of who validated the minutes */
    text = g_strdup_printf (C_ ("validation", "On %s, by %s"), date, name);
  else if (*date)
    text = g_strdup_printf (C_ ("validation", "On %s"), date);
  else if (name && *name)
    text = g_strdup_printf (C_ ("validation", "By %s"), name);
  else
    text = g_strdup (C_ ("validation", "Given"));
  runs = copil_runs_new (text);
  if (note && *note)
    copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_EMPHASIS, note);
  if (!copil_agreed_counts (store, "validation", copil_query_int (query, 1)))
    {
      g_autofree char *why =
          copil_agreed_say_lapsed (store, "validation", copil_query_int (query, 1));
      /* Translators: why: “before the change of 12 March 2024” */
      g_autofree char *lapsed = g_strdup_printf (C_ ("validation", "Lapsed: given %s"), why);

      copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_STRONG, lapsed);
    }
  return runs;
}

void
copil_minutes_add_validations (CopilDocument *document, CopilStore *store, CopilRecord *meeting)
{
  const char *state = copil_record_get (meeting, "minutes");
  gboolean validated = g_strcmp0 (state, "validated") == 0;
  gint64 id = copil_record_get_id (meeting);
  g_autofree char *rule = copil_paper_convention (store, "minutes_validation");
  const char *sentence = validated ? NULL : rule_for (rule);
  gboolean every = !rule || g_str_equal (rule, "all");
  gboolean given =
      copil_store_query_int (
          store, "SELECT EXISTS (SELECT 1 FROM validation v WHERE meeting = ?1" CURRENT_SQL ")",
          "i", id) != 0;
  g_autoptr (CopilQuery) query = NULL;
  CopilTable *table = NULL;

  if (!state || g_str_equal (state, "draft"))
    return;
  /* Those of an older file say no more than that they are validated. */
  if (!given && (validated || !every))
    {
      if (sentence)
        {
          copil_document_add_heading (document, 1, _ ("Validation"));
          copil_document_add_text (document, COPIL_ROLE_BODY, sentence);
        }
      return;
    }
  query = copil_store_query (
      store,
      "SELECT * FROM (SELECT y.name, v.id, v.date, v.name AS who, v.note, y.position AS place, "
      "y.id AS party FROM party y"
      " LEFT JOIN validation v ON v.party = y.id AND v.meeting = ?1" CURRENT_SQL
      " WHERE ?2 OR v.id IS NOT NULL"
      " UNION ALL SELECT NULL, v.id, v.date, v.name, v.note, NULL, NULL FROM validation v"
      " WHERE v.meeting = ?1 AND v.party IS NULL" CURRENT_SQL
      ") ORDER BY party IS NULL, place, party, date, id",
      "ii", id, (gint64)every);
  while (copil_query_next (query))
    {
      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Validation"));
          copil_document_add_text (document, COPIL_ROLE_BODY, sentence);
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Signatory"), 56, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("minutes", "Validated"), 44, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table,
                                 copil_query_is_null (query, 6)
                                     ? (g_strcmp0 (rule, "chair") == 0 ? _ ("Chair of the meeting")
                                                                       : _ ("Steering committee"))
                                     : copil_query_text (query, 0));
      copil_table_add_cell (table, answer_of (store, query));
    }
}
