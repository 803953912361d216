/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-agenda-document.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-value.h"
#include "copil-view-sitting.h"
#include "copil-words.h"

/* What a file says beyond this is no duration of an item. */
#define MOST_MINUTES 9999

/* « 14 h 30 »; "–" where it cannot be said. */
static char *
say_clock (int minutes)
{
  g_autofree char *time = NULL;

  if (minutes < 0)
    return g_strdup ("–");
  minutes %= 24 * 60;
  time = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
  return copil_words_time (time);
}

/* « 45 min », « 1 h 30 ». */
static char *
say_duration (gint64 minutes)
{
  if (minutes < 60)
    /* Translators: a duration; keep the space from breaking */
    return g_strdup_printf (_ ("%d\u00a0min"), (int)minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in full hours */
    return g_strdup_printf (_ ("%d\u00a0h"), (int)(minutes / 60));
  /* Translators: a duration in hours and minutes */
  return g_strdup_printf (_ ("%d\u00a0h\u00a0%02d"), (int)(minutes / 60), (int)(minutes % 60));
}

/* What is joined, of one item, or of the meeting as a whole (item 0). */
static GPtrArray *
attachments_of (CopilStore *store, gint64 meeting, gint64 item)
{
  g_autoptr (GPtrArray) all = copil_view_list_documents (store, meeting);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      const CopilViewDocument *document = all->pdata[i];

      if (document->item == item && document->name && *document->name)
        g_ptr_array_add (names, g_strdup (document->name));
    }
  return names;
}

static CopilRuns *
title_of (CopilStore *store, gint64 meeting, gint64 item, const char *title)
{
  g_autoptr (GPtrArray) joined = attachments_of (store, meeting, item);
  CopilRuns *runs = copil_runs_new (title && *title ? title : "–");

  if (joined->len > 0)
    {
      g_autofree char *names = copil_words_list (joined);
      g_autofree char *text =
          /* Translators: names of files, or of documents */
          g_strdup_printf (ngettext ("Joined: %s", "Joined: %s", joined->len), names);
      copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_EMPHASIS, text);
    }
  return runs;
}

/* The whole time, and the hour at which it ends. */
static void
add_total (CopilTable *table, gint64 total, int clock)
{
  g_autofree char *duration = say_duration (total), *end = say_clock (clock), *text = NULL;

  if (total == 0)
    return;
  /* Translators: the hour at which the meeting ends */
  text = clock < 0 ? g_strdup (_ ("Planned duration"))
                   : g_strdup_printf (_ ("Planned duration (until %s)"), end);
  copil_table_add_row (table, COPIL_ROW_TOTAL);
  copil_table_add_cell_text (table, NULL);
  copil_table_add_cell_text (table, text);
  copil_table_add_cell_text (table, NULL);
  copil_table_add_cell_text (table, NULL);
  copil_table_add_cell_text (table, duration);
}

static void
add_items (CopilDocument *document, CopilStore *store, CopilRecord *meeting, CopilAudience audience)
{
  gint64 id = copil_record_get_id (meeting), total = 0;
  g_autoptr (GPtrArray) items = copil_paper_list_items (store, id, audience);
  gboolean plain = copil_paper_is_plainly_numbered (store, id);
  int clock = copil_time_get_minutes (copil_record_get (meeting, "time"));
  CopilTable *table = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CopilPaperItem *item = items->pdata[i];
      const char *presenter = item->presenter;
      gint64 duration = CLAMP (item->duration, 0, MOST_MINUTES);
      g_autofree char *number = plain ? g_strdup_printf ("%u", i + 1) : g_strdup (item->label);
      g_autofree char *time = say_clock (clock), *length = say_duration (duration);

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Agenda"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of an item", "No."), 8, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Item"), 46, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Presented by"), 22, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Time"), 12, COPIL_ALIGN_END);
          copil_table_add_column (table, _ ("Duration"), 12, COPIL_ALIGN_END);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, number);
      copil_table_add_cell (table, title_of (store, id, item->id, item->title));
      copil_table_add_cell_text (table, presenter && *presenter ? presenter : "–");
      copil_table_add_cell_text (table, time);
      copil_table_add_cell_text (table, duration ? length : "–");
      /* What comes after an item of unknown length has no hour. */
      clock = duration && clock >= 0 ? clock + (int)MIN (duration, 24 * 60) : -1;
      total += duration;
    }
  if (table)
    add_total (table, total, clock);
  else
    {
      copil_document_add_heading (document, 1, _ ("Agenda"));
      copil_document_add_text (document, COPIL_ROLE_BODY, _ ("The agenda is still to be set."));
    }
}

static void
add_joined (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (GPtrArray) joined = attachments_of (store, meeting, 0);
  CopilList *list;

  if (joined->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Documents joined"));
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  for (guint i = 0; i < joined->len; i++)
    copil_list_add_text (list, 1, joined->pdata[i]);
}

/* One that was given on another agenda counts no more. */
static void
add_lapse (CopilRuns *runs, CopilStore *store, gint64 agreement)
{
  g_autofree char *why = NULL, *lapsed = NULL;

  if (copil_agreed_counts (store, "agreement", agreement))
    return;
  why = copil_agreed_say_lapsed (store, "agreement", agreement);
  /* Translators: why: “before the change of 12 March 2024” */
  lapsed = g_strdup_printf (C_ ("agreement", "Lapsed: given %s"), why);
  copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_STRONG, lapsed);
}

/* Every signatory, once one of them has spoken. */
static void
add_agreements (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT y.name, g.id, g.date, g.name, g.note FROM party y LEFT JOIN agreement g"
      " ON g.party = y.id AND g.meeting = ?1"
      " WHERE EXISTS (SELECT 1 FROM agreement WHERE meeting = ?1)"
      " ORDER BY y.position, y.id, g.date, g.id",
      "i", meeting);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *date = copil_date_format (copil_query_text (query, 2));
      const char *name = copil_query_text (query, 3), *note = copil_query_text (query, 4);
      CopilRuns *runs = copil_runs_new (NULL);

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Agreement of the signatories"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Signatory"), 48, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("on the agenda", "Agreement"), 52, COPIL_ALIGN_START);
        }
      if (copil_query_is_null (query, 1))
        copil_runs_add (runs, COPIL_RUN_PLAIN, C_ ("agreement", "Awaited"));
      else
        {
          g_autofree char *given = *date ? /* Translators: a date */
                                       g_strdup_printf (C_ ("agreement", "Given on %s"), date)
                                         : g_strdup (C_ ("agreement", "Given"));

          copil_runs_add (runs, COPIL_RUN_PLAIN, given);
          if (name && *name)
            {
              g_autofree char *by = g_strdup_printf (C_ ("agreement", " by %s"), name);
              copil_runs_add (runs, COPIL_RUN_PLAIN, by);
            }
          if (note && *note)
            copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_EMPHASIS, note);
          add_lapse (runs, store, copil_query_int (query, 1));
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell (table, runs);
    }
}

CopilDocument *
copil_agenda_document_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autofree char *title = NULL;
  CopilDocument *document;

  if (!meeting)
    return NULL;
  /* Translators: which body meets: « Ordre du jour – Comité de pilotage » */
  title = g_strdup_printf (_ ("Agenda – %s"), copil_paper_body (meeting));
  document = copil_paper_start (store, meeting, title);
  copil_paper_add_recipients_row (copil_paper_add_identity (document, store, meeting), store, id);
  copil_agenda_document_add (document, store, meeting, audience);
  return document;
}

void
copil_agenda_document_add (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
                           CopilAudience audience)
{
  gint64 id = copil_record_get_id (meeting);

  add_items (document, store, meeting, audience);
  add_joined (document, store, id);
  add_agreements (document, store, id);
}
