/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-paper.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"
#include "copil-query.h"
#include "copil-representation.h"
#include "copil-value.h"
#include "copil-words.h"

static void
add_person (CopilTable *table, CopilStore *store, CopilRecord *meeting, const char *field,
            const char *label)
{
  g_autofree char *person = copil_paper_person (store, copil_record_get_int (meeting, field),
                                                copil_record_get (meeting, "date"), NULL, NULL);

  if (person)
    copil_table_add_pair (table, label, person);
}

/* How an exceptional meeting came about: « À la demande de l’UIMM ». */
static void
add_request (CopilTable *table, CopilStore *store, CopilRecord *meeting)
{
  const char *requested = copil_record_get (meeting, "requested");
  g_autofree char *requester = copil_store_query_dup_text (
      store, "SELECT " COPIL_PAPER_PARTY_SQL " FROM party y WHERE y.id = ?1", "i",
      copil_record_get_int (meeting, "requester"));
  g_autofree char *how = requested ? copil_record_format (meeting, store, "requested") : NULL;
  g_autofree char *text = NULL;

  if (how && requester)
    text = g_strdup_printf ("%s (%s)", how, requester);
  else
    text = g_strdup (how ? how : requester);
  if (text)
    copil_table_add_pair (table, C_ ("of a meeting", "Held at"), text);
  if (copil_record_get (meeting, "reason"))
    copil_table_add_pair (table, _ ("Reason"), copil_record_get (meeting, "reason"));
}

CopilRecord *
copil_paper_load (CopilStore *store, gint64 meeting, GError **error)
{
  CopilRecord *record = copil_store_load (store, copil_kind_get ("meeting"), meeting);

  if (!record)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such meeting."));
  return record;
}

CopilDocument *
copil_paper_start (CopilStore *store, CopilRecord *meeting, const char *title)
{
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *day = copil_date_format_long (copil_record_get (meeting, "date"));
  g_autofree char *footer = *day ? g_strdup_printf ("%s – %s", title, day) : g_strdup (title);
  /* Translators: the date in full */
  g_autofree char *subtitle =
      *day ? g_strdup_printf (_ ("Meeting of %s"), day) : g_strdup (_ ("Meeting to be dated"));
  CopilDocument *document = copil_document_new (footer, copil_words_language ());

  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_publication_set_date (COPIL_PUBLICATION (document), copil_record_get (meeting, "date"));
  copil_document_set_header (document, short_title);
  copil_document_set_footer (document, footer);
  copil_paper_add_sender (document, store);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, subtitle);
  return document;
}

const char *
copil_paper_body (CopilRecord *meeting)
{
  const char *type = copil_record_get (meeting, "type");

  if (g_strcmp0 (type, "exceptional") == 0)
    return _ ("Exceptional steering committee");
  if (g_strcmp0 (type, "working_group") == 0)
    return _ ("Groupe de pilotage");
  if (g_strcmp0 (type, "public") == 0)
    return _ ("Public presentation");
  if (g_strcmp0 (type, "workshop") == 0)
    return C_ ("meeting", "Workshop");
  return _ ("Steering committee");
}

char *
copil_paper_when (CopilRecord *meeting)
{
  g_autofree char *day = copil_words_day (copil_record_get (meeting, "date"));
  g_autofree char *from = copil_words_time (copil_record_get (meeting, "time"));
  g_autofree char *to = copil_words_time (copil_record_get (meeting, "end_time"));

  if (*from && *to)
    /* Translators: day, hour of the beginning, hour of the end */
    return g_strdup_printf (_ ("%s, from %s to %s"), day, from, to);
  if (*from)
    /* Translators: day, hour of the beginning */
    return g_strdup_printf (_ ("%s, at %s"), day, from);
  return g_steal_pointer (&day);
}

char *
copil_paper_person (CopilStore *store, gint64 person, const char *day, char **name, char **civility)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT n.civility, n.name, n.function FROM person p JOIN person n ON n.id"
                         " = " COPIL_PERSON_THEN_SQL ("p", "?2") " WHERE p.id = ?1",
                         "it", person, day);
  g_autofree char *called = NULL, *function = NULL;

  if (name)
    *name = NULL;
  if (civility)
    *civility = NULL;
  if (!copil_query_next (query))
    return NULL;
  called = copil_words_person (copil_query_text (query, 0), copil_query_text (query, 1));
  function = copil_words_small (g_strdup (copil_query_text (query, 2)));
  if (civility)
    *civility = g_strdup (copil_query_text (query, 0));
  if (name)
    *name = g_strdup (called);
  return called && function && *function ? g_strdup_printf ("%s, %s", called, function)
                                         : g_steal_pointer (&called);
}

char *
copil_paper_place_and_date (CopilStore *store, const char *day)
{
  g_autofree char *place = copil_paper_convention (store, "place");
  g_autofree char *full = copil_date_format_long (day);

  if (place && *full)
    /* Translators: above a letter: place, date in full: « Paris, le 12 décembre 2023 » */
    return g_strdup_printf (C_ ("letter", "%s, %s"), place, full);
  if (*full)
    /* Translators: above a letter without a place: « Le 12 décembre 2023 » */
    return g_strdup_printf (C_ ("letter", "%s"), full);
  return g_strdup (place ? place : "");
}

char *
copil_paper_convention (CopilStore *store, const char *field)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT nullif (%s, '') FROM convention ORDER BY id", field);

  return copil_store_query_dup_text (store, sql, NULL);
}

void
copil_paper_add_sender (CopilDocument *document, CopilStore *store)
{
  g_autofree char *sender = copil_paper_convention (store, "sender");

  copil_document_add_text (document, COPIL_ROLE_NOTE, sender);
}

CopilTable *
copil_paper_add_identity (CopilDocument *document, CopilStore *store, CopilRecord *meeting)
{
  const CopilKind *kind = copil_kind_get ("meeting");
  const char *title = copil_record_get (meeting, "title"),
             *type = copil_record_get (meeting, "type");
  g_autofree char *when = copil_words_capital (copil_paper_when (meeting));
  CopilTable *table = copil_document_add_table (
      document, copil_table_new_fiche (copil_kind_get_label (kind),
                                       title && *title ? title
                                                       : copil_field_get_option_label (
                                                             copil_kind_get_field (kind, "type"),
                                                             type && *type ? type : "ordinary"),
                                       24));

  if (*when)
    copil_table_add_pair (table, _ ("Date"), when);
  if (copil_record_get (meeting, "place"))
    copil_table_add_pair (table, _ ("Place"), copil_record_get (meeting, "place"));
  add_request (table, store, meeting);
  add_person (table, store, meeting, "chair", C_ ("minutes", "Chaired by"));
  add_person (table, store, meeting, "host", _ ("Animateur"));
  add_person (table, store, meeting, "cohost", _ ("Co-animateur"));
  add_person (table, store, meeting, "rapporteur", _ ("Rapporteur"));
  return table;
}

GPtrArray *
copil_paper_list_recipients (CopilStore *store, gint64 meeting)
{
  g_autofree char *named = copil_paper_convention (store, "recipients");
  g_auto (GStrv) lines = g_strsplit (named ? named : "", "\n", -1);
  g_autoptr (GPtrArray) convened = NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_runs_unref);
  CopilRuns *runs = NULL;
  gint64 party = -1;

  for (guint i = 0; lines[i]; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, "- "))
        line += 2;
      if (*line)
        g_ptr_array_add (list, copil_runs_new (line));
    }
  if (list->len > 0)
    return list;
  convened = copil_paper_list_convened (store, meeting);
  for (guint i = 0; i < convened->len; i++)
    {
      const CopilPaperConvened *person = convened->pdata[i];
      g_autofree char *name = copil_words_person (person->civility, person->name);
      const char *of = person->party_called;

      if (!name)
        continue;
      if (!runs || person->party != party)
        {
          party = person->party;
          runs = copil_runs_new (NULL);
          copil_runs_add (runs, COPIL_RUN_STRONG, of ? of : _ ("Guests"));
          copil_runs_add (runs, COPIL_RUN_PLAIN, C_ ("before a list", ": "));
          g_ptr_array_add (list, runs);
        }
      else
        copil_runs_add (runs, COPIL_RUN_PLAIN, C_ ("list", ", "));
      copil_runs_add (runs, COPIL_RUN_PLAIN, name);
    }
  return list;
}

void
copil_paper_add_recipients (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (GPtrArray) recipients = copil_paper_list_recipients (store, meeting);
  CopilList *list;

  if (recipients->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Recipients"));
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  for (guint i = 0; i < recipients->len; i++)
    copil_list_add (list, 1, copil_runs_ref (recipients->pdata[i]));
}

void
copil_paper_add_recipients_row (CopilTable *table, CopilStore *store, gint64 meeting)
{
  g_autoptr (GPtrArray) recipients = copil_paper_list_recipients (store, meeting);
  CopilRuns *cell;

  if (recipients->len == 0)
    return;
  cell = copil_runs_new (NULL);
  for (guint i = 0; i < recipients->len; i++)
    {
      const CopilRuns *runs = recipients->pdata[i];

      if (i > 0)
        copil_runs_add_break (cell);
      for (guint n = 0; n < copil_runs_get_n_runs (runs); n++)
        {
          CopilRunStyle style;
          const char *text = copil_runs_get_run (runs, n, &style);
          copil_runs_add (cell, style, text);
        }
    }
  copil_table_add_row (table, COPIL_ROW_BODY);
  copil_table_add_cell_text (table, _ ("Recipients"));
  copil_table_add_cell (table, cell);
}

const char *
copil_paper_role (const char *role, const char *civility)
{
  gboolean woman = g_strcmp0 (civility, "Mme") == 0;

  if (g_strcmp0 (role, "expert") == 0)
    return woman ? C_ ("a woman", "Expert") : C_ ("a man", "Expert");
  if (g_strcmp0 (role, "guest") == 0)
    return woman ? C_ ("a woman", "Guest") : C_ ("a man", "Guest");
  return NULL;
}

void
copil_paper_add_signature (CopilDocument *document, const char *place_and_date, const char *name,
                           const char *civility)
{
  CopilRuns *runs;

  if (!name)
    return;
  runs = copil_runs_new (place_and_date && *place_and_date ? place_and_date : NULL);
  if (place_and_date && *place_and_date)
    copil_runs_add_break (copil_runs_add_break (runs));
  copil_runs_add (runs, COPIL_RUN_PLAIN,
                  g_strcmp0 (civility, "Mme") == 0
                      ? C_ ("a woman signs", "The chair of the meeting,")
                      : C_ ("a man signs", "The chair of the meeting,"));
  copil_runs_add_break (copil_runs_add_break (copil_runs_add_break (runs)));
  copil_runs_add (runs, COPIL_RUN_STRONG, name);
  copil_document_add_paragraph (document, COPIL_ROLE_SIGNATURE, runs);
}

gboolean
copil_paper_is_plainly_numbered (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (
             store,
             "SELECT count (*) FROM (SELECT label, row_number () OVER (ORDER BY position, id) AS n"
             " FROM item WHERE meeting = ?1) WHERE label <> '' AND label <> CAST (n AS TEXT)",
             "i", meeting) == 0;
}

const char *
copil_audience_sql (CopilAudience audience, const char *kind, const char *alias)
{
  g_autofree char *secret = NULL, *sql = NULL;

  if (audience != COPIL_AUDIENCE_PUBLIC)
    return "";
  secret = copil_kind_dup_secret_sql (copil_kind_get (kind), alias);
  sql = g_strconcat (" AND NOT ", secret, NULL);
  return g_intern_string (sql);
}
