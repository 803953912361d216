/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes.h"

#include <glib/gi18n-lib.h>

#include "copil-figure.h"
#include "copil-kind.h"
#include "copil-minutes-parts.h"
#include "copil-query.h"
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

/* « mardi 12 décembre 2023, de 14 h 30 à 17 h 15 ». */
static char *
when_of (CopilRecord *meeting)
{
  g_autofree char *day = copil_words_day (copil_record_get (meeting, "date"));
  g_autofree char *from = copil_words_time (copil_record_get (meeting, "time"));
  g_autofree char *to = copil_words_time (copil_record_get (meeting, "end_time"));

  day = copil_words_capital (g_steal_pointer (&day));
  if (*from && *to)
    /* Translators: day, hour of the beginning, hour of the end */
    return g_strdup_printf (_ ("%s, from %s to %s"), day, from, to);
  if (*from)
    /* Translators: day, hour of the beginning */
    return g_strdup_printf (_ ("%s, at %s"), day, from);
  return g_steal_pointer (&day);
}

/* « Mme Claire Montfort, sous-directrice »; the civility is given back apart, NULL for none. */
static char *
chair_of (CopilStore *store, CopilRecord *meeting, char **name, char **civility)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT civility, name, function FROM person WHERE id = ?1", "i",
                         copil_record_get_int (meeting, "chair"));
  g_autofree char *function = NULL;

  *name = *civility = NULL;
  if (!copil_query_next (query))
    return NULL;
  *civility = g_strdup (copil_query_text (query, 0));
  *name = copil_words_person (*civility, copil_query_text (query, 1));
  function = copil_words_small (g_strdup (copil_query_text (query, 2)));
  return function && *function ? g_strdup_printf ("%s, %s", *name, function) : g_strdup (*name);
}

static void
add_identity (CopilDocument *document, CopilRecord *meeting, const char *chair)
{
  const CopilKind *kind = copil_kind_get ("meeting");
  const char *title = copil_record_get (meeting, "title"),
             *type = copil_record_get (meeting, "type");
  CopilTable *table = copil_table_new_fiche (
      copil_kind_get_label (kind),
      title && *title ? title
                      : copil_field_get_option_label (copil_kind_get_field (kind, "type"),
                                                      type && *type ? type : "ordinary"),
      24);
  g_autofree char *when = when_of (meeting);

  copil_document_add_table (document, table);
  if (*when)
    copil_table_add_pair (table, _ ("Date"), when);
  if (copil_record_get (meeting, "place"))
    copil_table_add_pair (table, _ ("Place"), copil_record_get (meeting, "place"));
  if (chair)
    copil_table_add_pair (table, C_ ("minutes", "Chaired by"), chair);
  copil_table_add_pair (table, _ ("Minutes"), state_for (copil_record_get (meeting, "minutes")));
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

static void
add_signature (CopilDocument *document, const char *name, const char *civility)
{
  CopilRuns *runs;

  if (!name)
    return;
  runs = copil_runs_new (g_strcmp0 (civility, "Mme") == 0
                             ? C_ ("a woman signs", "The chair of the meeting,")
                             : C_ ("a man signs", "The chair of the meeting,"));
  copil_runs_add_break (runs);
  copil_runs_add_break (runs);
  copil_runs_add_break (runs);
  copil_runs_add (runs, COPIL_RUN_STRONG, name);
  copil_document_add_paragraph (document, COPIL_ROLE_SIGNATURE, runs);
}

gint64
copil_minutes_get_newest (CopilStore *store)
{
  return copil_store_query_int (
      store, "SELECT id FROM meeting ORDER BY date DESC, time DESC, id DESC LIMIT 1", NULL);
}

CopilDocument *
copil_minutes_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_store_load (store, copil_kind_get ("meeting"), id);
  g_autoptr (CopilDocument) document = NULL;
  g_autofree char *convention = NULL, *short_title = NULL, *day = NULL, *subtitle = NULL;
  g_autofree char *chair = NULL, *chair_name = NULL, *civility = NULL, *footer = NULL;
  const char *title;
  gboolean held;

  if (!meeting)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is no such meeting."));
      return NULL;
    }
  convention = copil_store_query_dup_text (store, "SELECT title FROM convention ORDER BY id", NULL);
  short_title = copil_store_query_dup_text (
      store, "SELECT coalesce (nullif (short_title, ''), title) FROM convention ORDER BY id", NULL);
  title = title_for (copil_record_get (meeting, "type"));
  day = copil_date_format_long (copil_record_get (meeting, "date"));
  /* Translators: the date in full */
  subtitle =
      *day ? g_strdup_printf (_ ("Meeting of %s"), day) : g_strdup (_ ("Meeting to be dated"));
  footer = *day ? g_strdup_printf ("%s – %s", title, day) : g_strdup (title);

  document = copil_document_new (footer, copil_words_language ());
  copil_document_set_subject (document, convention);
  copil_document_set_date (document, copil_record_get (meeting, "date"));
  copil_document_set_header (document, short_title);
  copil_document_set_footer (document, footer);

  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, subtitle);
  chair = chair_of (store, meeting, &chair_name, &civility);
  add_identity (document, meeting, chair);
  copil_minutes_add_attendance (document, store, id);
  copil_minutes_add_agenda (document, store, id);
  held = copil_minutes_add_proceedings (document, store, meeting);
  copil_minutes_add_decisions (document, store, id, audience);
  add_next (document, meeting);
  if (copil_record_get (meeting, "conclusion"))
    {
      copil_document_add_heading (document, 1, _ ("Closing of the meeting"));
      copil_document_add_notes (document, copil_record_get (meeting, "conclusion"));
    }
  /* Nobody signs for a meeting that is still to come. */
  if (held || g_strcmp0 (copil_record_get (meeting, "minutes"), "draft") != 0)
    add_signature (document, chair_name, civility);
  if (!add_progress (document, store, meeting, audience, error))
    return NULL;
  return g_steal_pointer (&document);
}
