/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sign-sheet.h"

#include <glib/gi18n-lib.h>

#include "copil-paper.h"
#include "copil-words.h"

/* Rows for those who come without having been called. */
#define SPARE_ROWS 3

static CopilTable *
add_table (CopilDocument *document, const char *heading)
{
  CopilTable *table;

  copil_document_add_heading (document, 1, heading);
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_SIGN));
  copil_table_add_column (table, _ ("Name"), 30, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Function"), 36, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Signature"), 34, COPIL_ALIGN_START);
  return table;
}

/* The name, and who may sit in its place. */
static CopilRuns *
name_of (const CopilPaperConvened *convened)
{
  g_autofree char *name = copil_words_person (convened->civility, convened->name);
  g_autofree char *alternate =
      copil_words_person (convened->alternate_civility, convened->alternate_name);
  CopilRuns *runs = copil_runs_new (NULL);

  copil_runs_add (runs, COPIL_RUN_STRONG, name ? name : "–");
  if (alternate)
    {
      /* Translators: the person who sits in another's place */
      g_autofree char *text = g_strdup_printf (_ ("Alternate: %s"), alternate);
      copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, text);
    }
  return runs;
}

/* The function, the entity, and what an expert or a guest comes as. */
static CopilRuns *
function_of (const CopilPaperConvened *convened)
{
  const char *function = convened->function, *entity = convened->entity;
  const char *role = copil_paper_role (convened->role, convened->civility);
  CopilRuns *runs = copil_runs_new (function);

  if (entity && *entity)
    {
      if (function && *function)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_PLAIN, entity);
    }
  if (role && (convened->party || g_strcmp0 (convened->role, "expert") == 0))
    {
      if (copil_runs_get_n_runs (runs) > 0)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_EMPHASIS, role);
    }
  return runs;
}

void
copil_sign_sheet_add (CopilDocument *document, CopilStore *store, CopilRecord *meeting)
{
  g_autoptr (GPtrArray) list = copil_paper_list_convened (store, copil_record_get_id (meeting));
  CopilTable *table = NULL;
  gint64 party = -1;

  for (guint i = 0; i < list->len; i++)
    {
      const CopilPaperConvened *convened = list->pdata[i];
      const char *name = convened->party_name;

      if (!table || convened->party != party)
        {
          party = convened->party;
          table = add_table (document, !party ? _ ("Guests") : name && *name ? name : "–");
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell (table, name_of (convened));
      copil_table_add_cell (table, function_of (convened));
    }
  table = add_table (document, _ ("Other persons present"));
  for (guint i = 0; i < SPARE_ROWS; i++)
    copil_table_add_row (table, COPIL_ROW_BODY);
}

CopilDocument *
copil_sign_sheet_new (CopilStore *store, gint64 id, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autofree char *title = NULL;
  CopilDocument *document;

  if (!meeting)
    return NULL;
  /* Translators: which body meets: « Feuille d’émargement – Comité de pilotage » */
  title = g_strdup_printf (_ ("Attendance sheet – %s"), copil_paper_body (meeting));
  document = copil_paper_start (store, meeting, title);
  copil_paper_add_identity (document, store, meeting);
  copil_sign_sheet_add (document, store, meeting);
  return document;
}
