/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-pack.h"

#include <glib/gi18n-lib.h>

#include "copil-agenda-document.h"
#include "copil-deadline-store.h"
#include "copil-decisions-document.h"
#include "copil-fiche-document.h"
#include "copil-figure.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-sign-sheet.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-words.h"

/* Between the margins of a page, in millimetres. */
#define TEXT_WIDTH 166.0
/* How far the deadlines go where the next meeting has no date. */
#define MONTHS_AHEAD 6

/* A part starts on a page of its own; what is in it goes under its heading. */
static void
start_part (CopilDocument *document, const char *heading)
{
  copil_document_add_page_break (document);
  copil_document_set_heading_shift (document, 0);
  copil_document_add_heading (document, 1, heading);
  copil_document_set_heading_shift (document, 1);
}

static void
add_decisions (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
               CopilAudience audience)
{
  copil_document_set_heading_shift (document, 0);
  copil_document_add_page_break (document);
  if (!copil_decisions_document_add_earlier (document, store, meeting, TRUE, audience,
                                             _ ("Last decisions and what became of them")))
    {
      copil_document_add_heading (document, 1, _ ("Last decisions and what became of them"));
      copil_document_add_text (document, COPIL_ROLE_BODY,
                               _ ("No decision of an earlier meeting is recorded."));
    }
}

static void
add_fiches (CopilDocument *document, CopilStore *store, gint64 meeting, CopilAudience audience)
{
  g_autofree char *sql = g_strconcat (
      "SELECT f.id FROM fiche f WHERE f.id IN (SELECT fiche FROM item WHERE meeting = ?1)",
      COPIL_AUDIENCE_SQL (audience, "f"), " ORDER BY f.position, f.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", meeting);
  gboolean first = TRUE;

  while (copil_query_next (query))
    {
      if (first)
        start_part (document, _ ("Fiches action to examine"));
      else
        copil_document_add_page_break (document);
      first = FALSE;
      copil_document_set_heading_shift (document, 1);
      copil_fiche_document_add (document, store, copil_query_int (query, 0), audience);
    }
}

static gboolean
add_charts (CopilDocument *document, CopilStore *store, const char *day, CopilAudience audience,
            GError **error)
{
  g_autoptr (CopilChart) status = copil_status_chart_new (store, audience, day);
  g_autoptr (CopilChart) parties = copil_party_chart_new (store, audience, day);
  g_autoptr (CopilChart) timeline = copil_timeline_chart_new (store, audience, day);
  CopilChart *charts[] = { status, parties, timeline };
  g_autofree char *full = copil_date_format_long (day);
  /* Translators: a date in full */
  g_autofree char *caption = g_strdup_printf (_ ("Situation on %s"), full);
  gboolean first = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      if (copil_chart_is_empty (charts[i]))
        continue;
      if (first)
        start_part (document, _ ("Where the convention stands"));
      first = FALSE;
      copil_document_add_heading (document, 1, copil_chart_get_title (charts[i]));
      if (!copil_figure_add (document, charts[i], TEXT_WIDTH, caption, error))
        return FALSE;
    }
  return TRUE;
}

/* The day until which deadlines are listed. */
static char *
end_of (CopilStore *store, CopilRecord *meeting)
{
  const char *day = copil_record_get (meeting, "date"),
             *next = copil_record_get (meeting, "next_date");
  char *following;

  if (next && g_strcmp0 (next, day) > 0)
    return g_strdup (next);
  following = copil_store_query_dup_text (
      store, "SELECT min (date) FROM meeting WHERE date > ?1 AND type IS NOT 'workshop'", "t", day);
  return following ? following : copil_date_add_months (day, MONTHS_AHEAD);
}

static void
add_deadlines (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
               CopilAudience audience)
{
  const char *day = copil_record_get (meeting, "date");
  CopilDeadlineFlags flags = COPIL_DEADLINES_OPEN;
  g_autofree char *end = end_of (store, meeting);
  g_autofree char *full = copil_date_format_long (end), *lead = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  CopilTable *table = NULL;

  if (audience == COPIL_AUDIENCE_PUBLIC)
    flags |= COPIL_DEADLINES_PUBLIC;
  deadlines = copil_deadline_list (store, flags, day, end, day);
  copil_document_add_page_break (document);
  copil_document_set_heading_shift (document, 0);
  copil_document_add_heading (document, 1, _ ("Deadlines before the next meeting"));
  /* Translators: a date in full */
  lead = g_strdup_printf (_ ("From the day of the meeting to %s."), full);
  copil_document_add_text (document, COPIL_ROLE_BODY, lead);
  for (guint i = 0; i < deadlines->len; i++)
    {
      CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *date = copil_date_format (deadline->date);
      const CopilKind *kind = copil_kind_find (deadline->kind);

      if (g_strcmp0 (deadline->kind, "meeting") == 0 &&
          deadline->id == copil_record_get_id (meeting))
        continue;
      if (!table)
        {
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Date"), 14, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("deadline", "What is due"), 54, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("deadline", "Where it comes from"), 32,
                                  COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, date);
      copil_table_add_cell_text (table, deadline->title);
      if (deadline->article && *deadline->article)
        {
          gboolean clause =
              g_str_equal (deadline->kind, "clause") || g_str_equal (deadline->kind, "convention");
          /* Translators: an article of the convention */
          g_autofree char *source =
              clause
                  ? g_strdup_printf (g_ascii_isdigit (*deadline->article) ? _ ("Article %s") : "%s",
                                     deadline->article)
                  : g_strdup_printf ("%s %s", kind ? copil_kind_get_label (kind) : "",
                                     deadline->article);

          copil_table_add_cell_text (table, source);
        }
      else
        copil_table_add_cell_text (table, kind ? copil_kind_get_label (kind) : "–");
    }
  if (!table)
    copil_document_add_text (document, COPIL_ROLE_BODY, _ ("Nothing is due before then."));
}

CopilDocument *
copil_meeting_pack_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autoptr (CopilDocument) document = NULL;
  g_autofree char *title = NULL;
  const char *day;

  if (!meeting)
    return NULL;
  day = copil_record_get (meeting, "date");
  /* Translators: which body meets: « Dossier de séance – Comité de pilotage » */
  title = g_strdup_printf (_ ("Meeting file – %s"), copil_paper_body (meeting));
  document = copil_paper_start (store, meeting, title);
  copil_paper_add_identity (document, store, meeting);
  copil_agenda_document_add (document, store, meeting, audience);
  start_part (document, _ ("Attendance sheet"));
  copil_sign_sheet_add (document, store, meeting);
  add_decisions (document, store, meeting, audience);
  add_fiches (document, store, id, audience);
  if (day && copil_date_is_valid (day))
    {
      if (!add_charts (document, store, day, audience, error))
        return NULL;
      add_deadlines (document, store, meeting, audience);
    }
  return g_steal_pointer (&document);
}
