/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-followups.h"

#include <glib/gi18n-lib.h>

#include "copil-kind-book.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-words.h"

/* Of a note "r": of the year ?1 (0: all); what the public may see of it. */
#define YEAR_SQL "(?1 = 0 OR r.date >= ?1 || '-01-01' AND r.date <= ?1 || '-12-31')"
#define PUBLIC_SQL                                                                                 \
  " AND r.confidential IS NOT 1"                                                                   \
  " AND NOT EXISTS (SELECT 1 FROM engagement z WHERE z.id = r.engagement AND z.confidential = 1)"  \
  " AND NOT EXISTS (SELECT 1 FROM fiche z WHERE z.id = r.fiche AND z.confidential = 1)"

static char *
dup_public_sql (CopilAudience audience)
{
  return audience == COPIL_AUDIENCE_PUBLIC
             ? g_strconcat (PUBLIC_SQL,
                            " AND (r.decision IS NULL OR EXISTS (SELECT 1 FROM decision d"
                            " WHERE d.id = r.decision",
                            COPIL_PAPER_DECISION_SQL (audience), "))", NULL)
             : g_strdup ("");
}

/* What the rows before belong to. */
typedef struct
{
  CopilDocument *document;
  CopilStore *store;
  CopilTable *table;
  gint64 axis;
  gint64 engagement, fiche, decision;
} Place;

static void
add_axis (Place *place, gint64 axis, gboolean decisions)
{
  g_autofree char *title = axis > 0
                               ? copil_store_dup_title (place->store, copil_kind_get ("axis"), axis)
                               : g_strdup (decisions ? _ ("Decisions") : _ ("Without an axis"));

  copil_document_add_heading (place->document, 1, title);
  place->table = copil_document_add_table (place->document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (place->table, _ ("Date"), 15, COPIL_ALIGN_START);
  copil_table_add_column (place->table, _ ("Follow-up note"), 62, COPIL_ALIGN_START);
  copil_table_add_column (place->table, _ ("Author"), 23, COPIL_ALIGN_START);
  place->axis = axis;
  place->engagement = place->fiche = place->decision = 0;
}

/* « Engagement 4.1.1 – Accueillir … », « Fiche action F2 – … ». */
static void
add_target (Place *place, const char *kind, gint64 id)
{
  const CopilKind *described = copil_kind_get (kind);
  g_autofree char *title = copil_store_dup_title (place->store, described, id);
  g_autofree char *full = g_strdup_printf ("%s %s", copil_kind_get_label (described), title);

  copil_table_add_row_text (place->table, COPIL_ROW_GROUP, (const char *[]){ full, NULL, NULL });
}

/* Columns: axis, engagement, fiche, date, text, author, decision; -1 is the axis of decisions. */
static void
add_note (Place *place, CopilQuery *query)
{
  gint64 axis = copil_query_int (query, 0), engagement = copil_query_int (query, 1),
         fiche = copil_query_int (query, 2), decision = copil_query_int (query, 6);
  g_autofree char *date = copil_date_format (copil_query_text (query, 3));

  if (!place->table || axis != place->axis)
    add_axis (place, axis, axis < 0);
  if (engagement != place->engagement || fiche != place->fiche || decision != place->decision)
    {
      if (engagement || fiche)
        add_target (place, engagement ? "engagement" : "fiche", engagement ? engagement : fiche);
      else if (decision)
        add_target (place, "decision", decision);
      place->engagement = engagement;
      place->fiche = fiche;
      place->decision = decision;
    }
  copil_table_add_row_text (place->table, COPIL_ROW_BODY,
                            (const char *[]){ *date ? date : "–", copil_query_text (query, 4),
                                              copil_query_text (query, 5) });
}

static CopilDocument *
start (CopilStore *store, int year)
{
  g_autofree char *title =
      year ? g_strdup_printf (_ ("Follow-up notes of %d"), year) : g_strdup (_ ("Follow-up notes"));
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  CopilDocument *document = copil_document_new (title, copil_words_language ());

  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, short_title);
  return document;
}

CopilDocument *
copil_followups_document_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  g_autofree char *only = dup_public_sql (audience);
  g_autofree char *sql = g_strconcat (
      "SELECT coalesce (e.axis, f.axis, CASE WHEN r.decision IS NULL THEN 0 ELSE -1 END),"
      " r.engagement, r.fiche, r.date, r.text, r.author, r.decision"
      " FROM followup r LEFT JOIN engagement e ON e.id = r.engagement"
      " LEFT JOIN measure m ON m.id = e.measure LEFT JOIN fiche f ON f.id = r.fiche"
      " LEFT JOIN axis a ON a.id = coalesce (e.axis, f.axis) WHERE " YEAR_SQL,
      only,
      " ORDER BY a.id IS NULL, r.decision, a.position, a.id, e.id IS NULL, m.id IS NOT NULL, "
      "m.position, m.id,"
      " e.position, e.id, f.position, f.id, r.date DESC, r.id DESC",
      NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", (gint64)year);
  Place place = { .store = store };

  while (copil_query_next (query))
    {
      if (!place.document)
        place.document = start (store, year);
      add_note (&place, query);
    }
  if (!place.document)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         year ? _ ("There is no follow-up note of that year.")
                              : _ ("There is no follow-up note yet."));
  return place.document;
}

CopilBook *
copil_followups_book_new (CopilStore *store, int year, CopilAudience audience)
{
  g_autofree char *only = dup_public_sql (audience);
  g_autofree char *where = g_strconcat (YEAR_SQL, only, NULL);
  g_autofree char *of = g_strdup_printf ("%d", year);
  const char *parameters[] = { of, NULL };

  return copil_kind_book_new (store, copil_kind_get ("followup"), where, parameters, audience,
                              NULL);
}

GArray *
copil_followups_list_years (CopilStore *store)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT DISTINCT CAST (substr (date, 1, 4) AS INTEGER) AS year FROM followup"
      " WHERE date > '' ORDER BY year",
      NULL);

  while (copil_query_next (query))
    {
      int year = (int)copil_query_int (query, 0);
      g_array_append_val (years, year);
    }
  return years;
}
