/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes-parts.h"

#include <glib/gi18n-lib.h>

#include "copil-charge-sql.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-representation.h"
#include "copil-value.h"
#include "copil-words.h"

typedef enum
{
  PRESENT,
  REPRESENTED,
  EXCUSED,
  ABSENT,
  N_STATES
} State;

static const char *const state_names[N_STATES] = { "present", "represented", "excused", "absent" };

/* « onze personnes étaient présentes », « une était excusée »: only the first says "persons". */
static char *
say_count (State state, guint n)
{
  g_autofree char *words = copil_words_persons (n);
  const char *form = NULL;

  switch (state)
    {
    case PRESENT:
      form = g_dngettext (GETTEXT_PACKAGE, "%s person was present", "%s people were present", n);
      break;
    case REPRESENTED:
      form = g_dngettext (GETTEXT_PACKAGE, "%s was represented", "%s were represented", n);
      break;
    case EXCUSED:
      form = g_dngettext (GETTEXT_PACKAGE, "%s was excused", "%s were excused", n);
      break;
    case ABSENT:
    case N_STATES:
    default:
      form = g_dngettext (GETTEXT_PACKAGE, "%s was absent", "%s were absent", n);
    }
  return g_strdup_printf (form, words);
}

static void
add_counts (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT state, count (*) FROM attendance WHERE meeting = ?1 GROUP BY state", "i",
      meeting);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  guint counts[N_STATES] = { 0 }, total = 0;
  g_autofree char *sentence = NULL, *text = NULL;

  while (copil_query_next (query))
    for (guint i = 0; i < N_STATES; i++)
      if (g_strcmp0 (copil_query_text (query, 0), state_names[i]) == 0)
        total += counts[i] = (guint)copil_query_int (query, 1);
  /* Before the meeting nobody was present yet. */
  if (total == 0 || counts[PRESENT] + counts[REPRESENTED] == 0)
    return;
  for (guint i = 0; i < N_STATES; i++)
    if (counts[i] > 0)
      g_ptr_array_add (clauses, say_count ((State)i, counts[i]));
  sentence = copil_words_capital (copil_words_list (clauses));
  text = g_strdup_printf (C_ ("sentence", "%s."), sentence);
  copil_document_add_text (document, COPIL_ROLE_BODY, text);
}

/* « Présente », « Excusé », « Représentée par M. Prigent », « Présent à partir de 15 h 10 ». Takes
 * what stands in the query's row. */
static char *
say_presence (const char *civility, const char *state, const char *stand_in, const char *arrived)
{
  gboolean woman = g_strcmp0 (civility, "Mme") == 0;

  if (g_strcmp0 (state, state_names[PRESENT]) == 0 && arrived && *arrived)
    {
      g_autofree char *time = copil_words_time (arrived);
      return g_strdup_printf (
          woman ? C_ ("a woman", "Present from %s on") : C_ ("a man", "Present from %s on"), time);
    }
  if (g_strcmp0 (state, state_names[PRESENT]) == 0)
    return g_strdup (woman ? C_ ("a woman", "Present") : C_ ("a man", "Present"));
  if (g_strcmp0 (state, state_names[EXCUSED]) == 0)
    return g_strdup (woman ? C_ ("a woman", "Excused") : C_ ("a man", "Excused"));
  if (g_strcmp0 (state, state_names[ABSENT]) == 0)
    return g_strdup (woman ? C_ ("a woman", "Absent") : C_ ("a man", "Absent"));
  if (g_strcmp0 (state, state_names[REPRESENTED]) != 0)
    return g_strdup ("–");
  if (!stand_in || !*stand_in)
    return g_strdup (woman ? C_ ("a woman", "Represented") : C_ ("a man", "Represented"));
  return g_strdup_printf (
      woman ? C_ ("a woman", "Represented by %s") : C_ ("a man", "Represented by %s"), stand_in);
}

/* The function; under it, as what an expert or a guest came, and why. */
static CopilRuns *
function_of (CopilQuery *query)
{
  const char *function = copil_query_text (query, 4), *reason = copil_query_text (query, 9);
  const char *role = copil_paper_role (copil_query_text (query, 8), copil_query_text (query, 2));
  CopilRuns *runs = copil_runs_new (function);

  if (role)
    {
      if (function && *function)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_EMPHASIS, role);
      if (reason && *reason)
        copil_runs_add (copil_runs_add (runs, COPIL_RUN_EMPHASIS, " – "), COPIL_RUN_EMPHASIS,
                        reason);
    }
  return runs;
}

void
copil_minutes_add_attendance (CopilDocument *document, CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT y.id, y.name, n.civility, n.name, n.function, a.state, a.represented_by, a.arrived,"
      " a.role, a.reason"
      " FROM attendance a JOIN meeting m ON m.id = a.meeting JOIN person p ON p.id = a.person"
      " JOIN person n ON n.id = " COPIL_PERSON_THEN_SQL (
          "p", "m.date") " LEFT JOIN party y ON y.id = n.party"
                         " WHERE a.meeting = ?1 ORDER BY y.id IS NULL, y.position, y.id, "
                         "a.position, a.id",
      "i", meeting);
  CopilTable *table = NULL;
  gint64 party = -1;

  while (copil_query_next (query))
    {
      g_autofree char *name =
          copil_words_person (copil_query_text (query, 2), copil_query_text (query, 3));
      g_autofree char *presence =
          say_presence (copil_query_text (query, 2), copil_query_text (query, 5),
                        copil_query_text (query, 6), copil_query_text (query, 7));

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Participants"));
          add_counts (document, store, meeting);
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Name"), 30, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Function"), 42, COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("minutes", "Attendance"), 28, COPIL_ALIGN_START);
        }
      if (copil_query_int (query, 0) != party)
        {
          party = copil_query_int (query, 0);
          copil_table_add_row (table, COPIL_ROW_GROUP);
          copil_table_add_cell_text (
              table, copil_query_is_null (query, 0) ? _ ("Guests") : copil_query_text (query, 1));
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, name);
      copil_table_add_cell (table, function_of (query));
      copil_table_add_cell_text (table, presence);
    }
}

void
copil_minutes_add_agenda (CopilDocument *document, CopilStore *store, gint64 meeting,
                          CopilAudience audience)
{
  g_autoptr (GPtrArray) items = copil_paper_list_items (store, meeting, audience);
  gboolean plain = copil_paper_is_plainly_numbered (store, meeting);
  CopilList *list = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CopilPaperItem *item = items->pdata[i];
      const char *label = item->label, *presenter = item->presenter;
      CopilRuns *runs = copil_runs_new (NULL);

      if (!list)
        {
          copil_document_add_heading (document, 1, _ ("Agenda"));
          list = copil_document_add_list (
              document, copil_list_new (plain ? COPIL_LIST_NUMBER : COPIL_LIST_BULLET));
        }
      if (!plain && label && *label)
        {
          g_autofree char *head = g_strdup_printf ("%s – ", label);
          copil_runs_add (runs, COPIL_RUN_PLAIN, head);
        }
      copil_runs_add (runs, COPIL_RUN_PLAIN, item->title);
      if (presenter && *presenter)
        {
          g_autofree char *tail = g_strdup_printf (" (%s)", presenter);
          copil_runs_add (runs, COPIL_RUN_EMPHASIS, tail);
        }
      copil_list_add (list, 1, runs);
    }
}

/* The signatories of a link of decision "d", with commas. */
#define NAMES_SQL(link)                                                                            \
  "(SELECT group_concat (vname, ', ') FROM (SELECT coalesce (nullif (vy.short_name, ''), vy.name)" \
  " AS vname FROM " link                                                                           \
  " vl JOIN party vy ON vy.id = vl.party WHERE vl.decision = d.id ORDER BY vy.position, vy.id))"
#define VOTES_SQL                                                                                  \
  "d.taken, " NAMES_SQL ("decision_favour") ", " NAMES_SQL ("decision_against") ", " NAMES_SQL (   \
      "decision_abstention") ", " NAMES_SQL ("decision_reserving") ", d.reservations"

static void
append_vote (GString *text, const char *format, const char *names)
{
  g_autofree char *vote = NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  if (!names)
    return;
  vote = g_strjoinv (names, parts);
  g_string_append_printf (text, "%s%s", text->len ? "; " : "", vote);
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len ? " " : "", sentence);
}

/* « Adoptée à l’unanimité. », « Adoptée par un vote (pour : A, B ; contre : C). Réserves de D. »;
 * NULL where nothing is noted. Columns as in VOTES_SQL, from that one. */
static char *
say_votes (CopilQuery *query, int column)
{
  const char *taken = copil_query_text (query, column),
             *reserving = copil_query_text (query, column + 4),
             *reservations = copil_query_text (query, column + 5);
  g_autoptr (GString) votes = g_string_new (NULL), text = g_string_new (NULL);
  g_autofree char *vote = NULL, *reserved = NULL;

  /* Translators: signatories, with commas; their votes stand in brackets */
  append_vote (votes, _ ("for: %s"), copil_query_text (query, column + 1));
  append_vote (votes, _ ("against: %s"), copil_query_text (query, column + 2));
  append_vote (votes, _ ("abstention: %s"), copil_query_text (query, column + 3));
  if (votes->len)
    /* Translators: “for: A, B; against: C” */
    vote = g_strdup_printf (_ ("Taken by a vote (%s)."), votes->str);
  if (g_strcmp0 (taken, "unanimous") == 0)
    append_sentence (text, _ ("Taken unanimously."));
  else if (g_strcmp0 (taken, "consensus") == 0)
    append_sentence (text, _ ("Taken by consensus."));
  else if (vote)
    append_sentence (text, vote);
  else if (g_strcmp0 (taken, "vote") == 0)
    append_sentence (text, _ ("Taken by a vote."));
  if (reservations && !*reservations)
    reservations = NULL;
  if (reserving && reservations)
    /* Translators: signatories, then what they say */
    reserved = g_strdup_printf (_ ("Reservations by %s: %s"), reserving, reservations);
  else if (reserving)
    reserved = g_strdup_printf (_ ("Reservations by %s."), reserving);
  else if (reservations)
    reserved = g_strdup_printf (_ ("Reservations: %s"), reservations);
  if (reserved)
    append_sentence (text, reserved);
  return text->len ? g_strdup (text->str) : NULL;
}

/* « Décision 2023-2-01. Mettre fin aux stages hybrides. » for each one of an item, or of none. */
static void
add_decisions_of (CopilDocument *document, CopilStore *store, gint64 meeting, gint64 item,
                  CopilAudience audience)
{
  g_autofree char *sql =
      g_strconcat ("SELECT d.label, d.text, d.type, " VOTES_SQL " FROM decision d LEFT JOIN item i"
                   " ON i.id = d.item AND i.meeting = d.meeting"
                   " WHERE d.meeting = ?1 AND coalesce (i.id, 0) = ?2",
                   COPIL_PAPER_DECISION_SQL (audience), " ORDER BY d.position, d.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "ii", meeting, item);

  while (copil_query_next (query))
    {
      const char *label = copil_query_text (query, 0);
      gboolean action = g_strcmp0 (copil_query_text (query, 2), "action") == 0;
      g_autofree char *head =
          label && *label
              /* Translators: the number of a decision, before its text */
              ? g_strdup_printf (action ? _ ("Action %s – ") : _ ("Decision %s – "), label)
              /* Translators: before the text of a decision without a number */
              : g_strdup (action ? _ ("Action – ") : _ ("Decision – "));
      CopilRuns *runs = copil_runs_new (NULL);
      g_autofree char *votes = NULL;

      copil_runs_add (runs, COPIL_RUN_STRONG, head);
      copil_runs_add (runs, COPIL_RUN_PLAIN, copil_query_text (query, 1));
      votes = say_votes (query, 3);
      if (votes)
        copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, votes);
      copil_document_add_paragraph (document, COPIL_ROLE_DECISION, runs);
    }
}

static gboolean
has_proceedings (CopilStore *store, CopilRecord *meeting)
{
  return copil_record_get (meeting, "introduction") != NULL ||
         copil_store_query_int (store,
                                "SELECT EXISTS (SELECT 1 FROM item WHERE meeting = ?1 AND notes > "
                                "'') OR EXISTS (SELECT 1 FROM decision WHERE meeting = ?1)",
                                "i", copil_record_get_id (meeting)) != 0;
}

static void
add_item (CopilDocument *document, CopilStore *store, gint64 meeting, const CopilPaperItem *item,
          guint number, CopilAudience audience)
{
  const char *label = item->label, *title = item->title, *presenter = item->presenter;
  g_autofree char *shown = label && *label ? g_strdup (label) : g_strdup_printf ("%u", number);
  g_autofree char *heading = g_strdup_printf ("%s – %s", shown, title ? title : "–");

  copil_document_add_heading (document, 2, heading);
  if (presenter && *presenter)
    {
      /* Translators: the person who presented an agenda item */
      g_autofree char *by = g_strdup_printf (_ ("Presented by %s"), presenter);
      copil_document_add_text (document, COPIL_ROLE_NOTE, by);
    }
  copil_document_add_notes (document, item->notes);
  add_decisions_of (document, store, meeting, item->id, audience);
  if (item->adjourned)
    copil_document_add_text (document, COPIL_ROLE_BODY,
                             _ ("This item is adjourned to the next meeting."));
}

gboolean
copil_minutes_add_proceedings (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
                               CopilAudience audience)
{
  gint64 id = copil_record_get_id (meeting);
  g_autofree char *others =
      g_strconcat ("SELECT count (*) FROM decision d LEFT JOIN item i ON i.id = d.item"
                   " AND i.meeting = d.meeting WHERE d.meeting = ?1 AND i.id IS NULL",
                   COPIL_PAPER_DECISION_SQL (audience), NULL);
  g_autoptr (GPtrArray) items = copil_paper_list_items (store, id, audience);

  if (!has_proceedings (store, meeting))
    return FALSE;
  copil_document_add_heading (document, 1, _ ("Proceedings"));
  copil_document_add_notes (document, copil_record_get (meeting, "introduction"));
  for (guint i = 0; i < items->len; i++)
    add_item (document, store, id, items->pdata[i], i + 1, audience);
  if (copil_store_query_int (store, others, "i", id) > 0)
    {
      if (items->len > 0)
        copil_document_add_heading (document, 2, _ ("Other decisions"));
      add_decisions_of (document, store, id, 0, audience);
    }
  return TRUE;
}

/* What a decision leads to: its status, then the engagement and the fiche it is linked with. */
static CopilRuns *
follow_up (CopilQuery *query, int column)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("decision"), "status");
  const char *status = copil_query_text (query, column);
  CopilRuns *runs =
      copil_runs_new (copil_field_get_option_label (field, status && *status ? status : "planned"));

  for (int i = 1; i <= 2; i++)
    if (!copil_query_is_null (query, column + i))
      {
        const CopilKind *kind = copil_kind_get (i == 1 ? "engagement" : "fiche");
        const char *label = copil_query_text (query, column + i);
        g_autofree char *link = *label
                                    ? g_strdup_printf ("%s %s", copil_kind_get_label (kind), label)
                                    : g_strdup (copil_kind_get_label (kind));

        copil_runs_add_break (runs);
        copil_runs_add (runs, COPIL_RUN_PLAIN, link);
      }
  return runs;
}

gboolean
copil_minutes_add_decisions (CopilDocument *document, CopilStore *store, gint64 meeting,
                             CopilAudience audience, const char *heading)
{
  g_autofree char *sql = g_strconcat (
      "SELECT d.label, d.text, NULL, " COPIL_CHARGE_PARTS_SQL (
          "decision",
          "d") ", d.due, d.status,"
               " CASE WHEN e.id IS NOT NULL THEN coalesce (nullif (e.label, ''), m.label, '') END,"
               " CASE WHEN f.id IS NOT NULL THEN coalesce (f.label, '') END,"
               " d.type IS 'action', sum (d.type IS 'action') OVER (), " VOTES_SQL
               " FROM decision d"
               " LEFT JOIN engagement e ON e.id = d.engagement",
      COPIL_AUDIENCE_SQL (audience, "e"), " LEFT JOIN measure m ON m.id = e.measure",
      " LEFT JOIN fiche f ON f.id = d.fiche", COPIL_AUDIENCE_SQL (audience, "f"),
      " WHERE d.meeting = ?1", COPIL_PAPER_DECISION_SQL (audience),
      " ORDER BY d.type IS 'action', d.position, d.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", meeting);
  CopilTable *table = NULL;
  gint64 action = -1;

  while (copil_query_next (query))
    {
      g_autofree char *lead = copil_words_charge (copil_query_text (query, 3)), *votes = NULL;
      CopilRuns *what;
      g_autofree char *due = copil_date_format (copil_query_text (query, 4));

      if (!table)
        {
          copil_document_add_heading (document, 1, heading);
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of a decision", "No."), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Decision"), 40, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Pilote"), 18, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Due on"), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Follow-up"), 19, COPIL_ALIGN_START);
        }
      /* Where there are actions, they come after the decisions, under a row that says so. */
      if (copil_query_int (query, 9) > 0 && copil_query_int (query, 8) != action)
        {
          action = copil_query_int (query, 8);
          copil_table_add_row (table, COPIL_ROW_GROUP);
          copil_table_add_cell_text (table, action ? _ ("Actions") : _ ("Decisions"));
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      what = copil_runs_new (copil_query_text (query, 1));
      votes = say_votes (query, 10);
      if (votes)
        copil_runs_add (copil_runs_add_break (what), COPIL_RUN_PLAIN, votes);
      copil_table_add_cell (table, what);
      copil_table_add_cell_text (table, lead ? lead : "–");
      copil_table_add_cell_text (table, *due ? due : "–");
      copil_table_add_cell (table, follow_up (query, 5));
    }
  return table != NULL;
}
