/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes.h"

#include <glib/gi18n-lib.h>

#include "copil-corrections-document.h"
#include "copil-figure.h"
#include "copil-kind.h"
#include "copil-minutes-parts.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-quorum.h"
#include "copil-record.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-words.h"

/* Between the margins of a page, in millimetres. */
#define TEXT_WIDTH 166.0

static const char *
title_for (const char *type)
{
  if (g_strcmp0 (type, "exceptional") == 0)
    return _ ("Minutes of the exceptional steering committee");
  if (g_strcmp0 (type, "working_group") == 0)
    return _ ("Minutes of the working group");
  if (g_strcmp0 (type, "public") == 0)
    return _ ("Minutes of the public presentation");
  if (g_strcmp0 (type, "workshop") == 0)
    return _ ("Minutes of the workshop");
  return _ ("Minutes of the steering committee");
}

/* Where the minutes stand, said so that no draft is taken for a validated text. */
static const char *
state_for (const char *minutes)
{
  if (g_strcmp0 (minutes, "proposed") == 0)
    return _ ("Proposed: submitted to the committee for validation");
  if (g_strcmp0 (minutes, "amended") == 0)
    return _ ("Amended: submitted again to the committee for validation");
  if (g_strcmp0 (minutes, "validated") == 0)
    return _ ("Validated by the committee");
  return _ ("Draft: working document, not yet submitted to the committee");
}

/* « Le 15 décembre 2023, par l’ECTI ». */
static void
add_proposed (CopilTable *table, CopilStore *store, CopilRecord *meeting)
{
  g_autofree char *day = copil_date_format_long (copil_record_get (meeting, "proposed"));
  g_autofree char *by = copil_store_query_dup_text (
      store,
      "SELECT y.name FROM convention c JOIN party y ON y.id = c.minutes_proposer ORDER BY c.id",
      NULL);
  g_autofree char *text = NULL;

  if (!*day)
    return;
  /* Translators: a date in full, a signatory */
  text = by ? g_strdup_printf (C_ ("minutes", "On %s, by %s"), day, by)
            : g_strdup_printf (C_ ("minutes", "On %s"), day);
  copil_table_add_pair (table, C_ ("minutes", "Proposed"), text);
}

/* Which text this is, and which one it takes the place of. */
static void
add_version (CopilTable *table, CopilStore *store, CopilRecord *meeting, guint version)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT number, date, (SELECT reason FROM minutes_version WHERE meeting ="
                         " ?1 AND number = ?2) FROM minutes_version WHERE meeting = ?1"
                         " AND number < ?2 ORDER BY number DESC, id DESC LIMIT 1",
                         "ii", copil_record_get_id (meeting), (gint64)version);
  g_autofree char *day = NULL, *text = NULL, *full = NULL;
  const char *reason;

  if (version < 2 || !copil_query_next (query))
    return;
  day = copil_date_format_long (copil_query_text (query, 1));
  reason = copil_query_text (query, 2);
  text = *day ? /* Translators: numbers of versions of the minutes, a date in full */
             g_strdup_printf (_ ("%u, which replaces version %d of %s"), version,
                              (int)copil_query_int (query, 0), day)
              : g_strdup_printf (_ ("%u, which replaces version %d"), version,
                                 (int)copil_query_int (query, 0));
  full = reason && *reason ? g_strdup_printf ("%s\n%s", text, reason) : g_strdup (text);
  copil_table_add_pair (table, _ ("Version"), full);
}

static gboolean
add_progress (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
              CopilAudience audience, GError **error)
{
  const char *day = copil_record_get (meeting, "date");
  g_autoptr (CopilChart) chart = NULL;
  g_autofree char *full = copil_date_format_long (day);
  g_autofree char *caption = NULL;

  if (!day)
    return TRUE;
  chart = copil_status_chart_new (store, audience, day);
  if (copil_chart_is_empty (chart))
    return TRUE;
  copil_document_add_heading (document, 1, _ ("Annex: progress of the engagements"));
  /* Translators: the date of the meeting in full */
  caption = g_strdup_printf (
      _ ("Engagements by axis and status (late: the due date had passed on %s)"), full);
  return copil_figure_add (document, chart, TEXT_WIDTH, caption, error);
}

static void
add_next (CopilDocument *document, CopilRecord *meeting)
{
  g_autofree char *day = copil_words_day (copil_record_get (meeting, "next_date"));
  const char *place = copil_record_get (meeting, "next_place");
  g_autofree char *text = NULL;

  if (!*day && !place)
    return;
  copil_document_add_heading (document, 1, _ ("Next meeting"));
  if (*day && place)
    /* Translators: day in full, place */
    text = g_strdup_printf (_ ("The next meeting is set for %s (%s)."), day, place);
  else if (*day)
    text = g_strdup_printf (_ ("The next meeting is set for %s."), day);
  else
    text = g_strdup_printf (_ ("The next meeting takes place at: %s."), place);
  copil_document_add_text (document, COPIL_ROLE_BODY, text);
}

gint64
copil_minutes_get_newest (CopilStore *store)
{
  return copil_store_query_int (
      store, "SELECT id FROM meeting ORDER BY date DESC, time DESC, id DESC LIMIT 1", NULL);
}

CopilDocument *
copil_minutes_new_full (CopilStore *store, gint64 id, CopilAudience audience, gboolean corrections,
                        guint version, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autoptr (CopilDocument) document = NULL;
  g_autofree char *chair = NULL, *name = NULL, *civility = NULL, *place_and_date = NULL;
  g_autofree char *quorum = NULL;
  CopilTable *table;
  gboolean held;

  if (!meeting)
    return NULL;
  document = copil_paper_start (store, meeting, title_for (copil_record_get (meeting, "type")));
  table = copil_paper_add_identity (document, store, meeting);
  copil_table_add_pair (table, _ ("Minutes"), state_for (copil_record_get (meeting, "minutes")));
  add_proposed (table, store, meeting);
  add_version (table, store, meeting, version);
  copil_minutes_add_attendance (document, store, id);
  quorum = copil_quorum_say (store, id, NULL);
  if (quorum)
    copil_document_add_text (document, COPIL_ROLE_BODY, quorum);
  copil_minutes_add_agenda (document, store, id, audience);
  held = copil_minutes_add_proceedings (document, store, meeting, audience);
  copil_minutes_add_decisions (document, store, id, audience, _ ("Record of decisions"));
  add_next (document, meeting);
  if (copil_record_get (meeting, "conclusion"))
    {
      copil_document_add_heading (document, 1, _ ("Closing of the meeting"));
      copil_document_add_notes (document, copil_record_get (meeting, "conclusion"));
    }
  chair = copil_paper_person (store, copil_record_get_int (meeting, "chair"),
                              copil_record_get (meeting, "date"), &name, &civility);
  if (copil_record_get (meeting, "proposed"))
    place_and_date = copil_paper_place_and_date (store, copil_record_get (meeting, "proposed"));
  /* Nobody signs for a meeting that is still to come. */
  if (held || g_strcmp0 (copil_record_get (meeting, "minutes"), "draft") != 0)
    copil_paper_add_signature (document, place_and_date, name, civility);
  copil_minutes_add_validations (document, store, meeting);
  copil_paper_add_recipients (document, store, id);
  if (!add_progress (document, store, meeting, audience, error))
    return NULL;
  if (corrections)
    copil_corrections_document_add (document, store, id, audience, FALSE,
                                    _ ("Annex: amendments to the minutes"));
  return g_steal_pointer (&document);
}

CopilDocument *
copil_minutes_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  return copil_minutes_new_full (store, id, audience, FALSE, 0, error);
}
