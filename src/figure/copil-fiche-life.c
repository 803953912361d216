/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-life.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* So many decisions are offered besides those about the fiche. */
#define MOST_OFFERED 200

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static gboolean
is_said (CopilRecord *fiche, const char *field)
{
  const char *value = copil_record_get (fiche, field);

  return value && *value;
}

static gboolean
is_approved (CopilRecord *fiche)
{
  return is_said (fiche, "approved") || is_said (fiche, "approval_meeting") ||
         is_said (fiche, "approval_decision");
}

static CopilFicheState
state_of (CopilRecord *fiche)
{
  const char *status = copil_record_get (fiche, "status");

  if (g_strcmp0 (status, "in_progress") == 0)
    return COPIL_FICHE_RUNNING;
  if (g_strcmp0 (status, "done") == 0)
    return COPIL_FICHE_FINISHED;
  if (g_strcmp0 (status, "abandoned") == 0)
    return COPIL_FICHE_ABANDONED;
  if (is_approved (fiche))
    return COPIL_FICHE_APPROVED;
  return is_said (fiche, "proposed") ? COPIL_FICHE_PROPOSED : COPIL_FICHE_DRAFT;
}

/* What keeps the fiche from going that way; NULL for nothing. */
static const char *
find_obstacle (CopilRecord *fiche, CopilFicheMove move)
{
  CopilFicheState state = state_of (fiche);
  gboolean over = state == COPIL_FICHE_FINISHED || state == COPIL_FICHE_ABANDONED;

  if (move == COPIL_FICHE_REOPEN)
    return over ? NULL : _ ("The fiche is not over.");
  if (state == COPIL_FICHE_FINISHED)
    return _ ("The fiche is finished.");
  if (state == COPIL_FICHE_ABANDONED)
    return _ ("The fiche is abandoned.");
  if (move == COPIL_FICHE_PROPOSE)
    return state == COPIL_FICHE_DRAFT      ? NULL
           : state == COPIL_FICHE_PROPOSED ? _ ("The fiche is proposed already.")
           : state == COPIL_FICHE_APPROVED ? _ ("The fiche is approved already.")
                                           : _ ("The fiche is running already.");
  if (move == COPIL_FICHE_APPROVE)
    return is_approved (fiche) ? _ ("The fiche is approved already.") : NULL;
  if (move == COPIL_FICHE_START)
    return state == COPIL_FICHE_APPROVED  ? NULL
           : state == COPIL_FICHE_RUNNING ? _ ("The fiche is running already.")
                                          : _ ("The committee has not approved the fiche yet.");
  if (move == COPIL_FICHE_FINISH)
    return state == COPIL_FICHE_RUNNING ? NULL : _ ("The fiche is not running yet.");
  return NULL;
}

/* The fiche where it may go that way on that day, which does not come before the field's; NULL with
 * the error set otherwise. "field" may be NULL. */
static CopilRecord *
load (CopilStore *store, gint64 id, CopilFicheMove move, const char *date, const char *field,
      GError **error)
{
  g_autoptr (CopilRecord) fiche = copil_store_load (store, copil_kind_get ("fiche"), id);
  const char *obstacle = fiche ? find_obstacle (fiche, move) : NULL;
  const char *before = fiche && field ? copil_record_get (fiche, field) : NULL;

  if (!fiche)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING,
                           _ ("There is no such fiche action."));
      return NULL;
    }
  if (obstacle)
    fail (error, obstacle);
  else if (move != COPIL_FICHE_REOPEN && (!date || !copil_date_is_valid (date)))
    fail (error, _ ("Say on which day."));
  else if (before && date && g_strcmp0 (date, before) < 0)
    {
      g_autofree char *then = copil_date_format_long (before);
      g_autofree char *sentence =
          g_str_equal (field, "proposed")   ? g_strdup_printf (_ ("It was proposed on %s."), then)
          : g_str_equal (field, "approved") ? g_strdup_printf (_ ("It was approved on %s."), then)
                                            : g_strdup_printf (_ ("It began on %s."), then);

      fail (error, sentence);
    }
  else
    return g_steal_pointer (&fiche);
  return NULL;
}

static gboolean
set (CopilStore *store, gint64 fiche, const char *field, const char *value, GError **error)
{
  return copil_store_set (store, copil_kind_get ("fiche"), fiche, field, value, error);
}

/* A move of a fiche: the fields that it gives a value. */
typedef struct
{
  gint64 fiche, decision; /* the decision that approves it, or 0 */
  const char *fields[4], *values[3];
} Move;

static gboolean
move_cb (CopilStore *store, gpointer data, GError **error)
{
  const Move *move = data;
  g_autofree char *self = g_strdup_printf ("%" G_GINT64_FORMAT, move->fiche);

  for (guint i = 0; move->fields[i]; i++)
    if (!set (store, move->fiche, move->fields[i], move->values[i], error))
      return FALSE;
  return !move->decision ||
         copil_store_set (store, copil_kind_get ("decision"), move->decision, "fiche", self, error);
}

static gboolean
make (CopilStore *store, const char *name, Move move, GError **error)
{
  g_autofree char *called = copil_store_describe (store, copil_kind_get ("fiche"), move.fiche);
  g_autofree char *full = g_strdup_printf (_ ("%s: %s"), name, called);

  return copil_store_do (store, full, move_cb, &move, error);
}

const char *
copil_fiche_state_get_label (CopilFicheState state)
{
  static const char *const labels[COPIL_N_FICHE_STATES] = {
    [COPIL_FICHE_DRAFT] = NC_ ("fiche", "In preparation"),
    [COPIL_FICHE_PROPOSED] = NC_ ("fiche", "Proposed"),
    [COPIL_FICHE_APPROVED] = NC_ ("fiche", "Approved"),
    [COPIL_FICHE_RUNNING] = NC_ ("fiche", "Running"),
    [COPIL_FICHE_FINISHED] = NC_ ("fiche", "Finished"),
    [COPIL_FICHE_ABANDONED] = NC_ ("fiche", "Abandoned"),
  };

  g_return_val_if_fail (state < COPIL_N_FICHE_STATES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "fiche", labels[state]);
}

CopilFicheState
copil_fiche_life_get_state (CopilStore *store, gint64 fiche)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("fiche"), fiche);

  return record ? state_of (record) : COPIL_FICHE_DRAFT;
}

gboolean
copil_fiche_life_can (CopilStore *store, gint64 fiche, CopilFicheMove move, char **why)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("fiche"), fiche);
  const char *obstacle =
      record ? find_obstacle (record, move) : _ ("There is no such fiche action.");

  if (why)
    *why = g_strdup (obstacle);
  return !obstacle;
}

gboolean
copil_fiche_life_propose (CopilStore *store, gint64 fiche, const char *date, GError **error)
{
  g_autoptr (CopilRecord) record = load (store, fiche, COPIL_FICHE_PROPOSE, date, NULL, error);

  return record && make (store, _ ("Propose"), (Move){ fiche, 0, { "proposed" }, { date } }, error);
}

/* The decision's own meeting, and that it can be about the fiche. */
static gboolean
check_decision (CopilStore *store, gint64 fiche, gint64 decision, gint64 *meeting, GError **error)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("decision"), decision);
  gint64 about = record ? copil_record_get_int (record, "fiche") : 0;

  if (!record)
    return fail (error, _ ("There is no such decision."));
  if (about && about != fiche)
    return fail (error, _ ("The decision is about another fiche."));
  if (*meeting && *meeting != copil_record_get_int (record, "meeting"))
    return fail (error, _ ("The decision was taken by another meeting."));
  *meeting = copil_record_get_int (record, "meeting");
  return TRUE;
}

gboolean
copil_fiche_life_approve (CopilStore *store, gint64 fiche, gint64 meeting, gint64 decision,
                          const char *date, GError **error)
{
  g_autofree char *day = NULL, *by = NULL, *decided = NULL;
  g_autoptr (CopilRecord) record = NULL;

  if (decision && !check_decision (store, fiche, decision, &meeting, error))
    return FALSE;
  day = date ? g_strdup (date)
             : copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i",
                                           meeting);
  record = load (store, fiche, COPIL_FICHE_APPROVE, day, "proposed", error);
  by = meeting ? g_strdup_printf ("%" G_GINT64_FORMAT, meeting) : NULL;
  decided = decision ? g_strdup_printf ("%" G_GINT64_FORMAT, decision) : NULL;
  return record && make (store, _ ("Approve"),
                         (Move){ fiche,
                                 decision,
                                 { "approved", "approval_meeting", "approval_decision" },
                                 { day, by, decided } },
                         error);
}

gboolean
copil_fiche_life_start (CopilStore *store, gint64 fiche, const char *date, GError **error)
{
  g_autoptr (CopilRecord) record = load (store, fiche, COPIL_FICHE_START, date, NULL, error);

  return record && make (store, _ ("Start"),
                         (Move){ fiche,
                                 0,
                                 { "status", is_said (record, "start") ? NULL : "start" },
                                 { "in_progress", date } },
                         error);
}

static gboolean
finish_off (CopilStore *store, gint64 fiche, const char *name, const char *status, const char *date,
            const char *how, GError **error)
{
  return make (
      store, name,
      (Move){
          fiche, 0, { "status", "ended", "ending" }, { status, date, how && *how ? how : NULL } },
      error);
}

gboolean
copil_fiche_life_finish (CopilStore *store, gint64 fiche, const char *date, const char *how,
                         GError **error)
{
  g_autoptr (CopilRecord) record = load (store, fiche, COPIL_FICHE_FINISH, date, "start", error);

  return record && finish_off (store, fiche, _ ("Finish"), "done", date, how, error);
}

gboolean
copil_fiche_life_abandon (CopilStore *store, gint64 fiche, const char *date, const char *why,
                          GError **error)
{
  g_autoptr (CopilRecord) record =
      load (store, fiche, COPIL_FICHE_ABANDON, date, "proposed", error);
  g_autofree char *reason = g_strstrip (g_strdup (why ? why : ""));

  if (record && !*reason)
    return fail (error, _ ("Say why the fiche is abandoned."));
  return record && finish_off (store, fiche, _ ("Abandon"), "abandoned", date, reason, error);
}

gboolean
copil_fiche_life_reopen (CopilStore *store, gint64 fiche, GError **error)
{
  g_autoptr (CopilRecord) record = load (store, fiche, COPIL_FICHE_REOPEN, NULL, NULL, error);

  return record &&
         finish_off (store, fiche, _ ("Take up again"),
                     state_of (record) == COPIL_FICHE_FINISHED ? "in_progress" : "planned", NULL,
                     NULL, error);
}

/* --- what may have approved it --- */

static void
approval_free (gpointer data)
{
  CopilFicheApproval *approval = data;

  g_free (approval->date);
  g_free (approval->label);
  g_free (approval->text);
  g_free (approval);
}

static void
add_approvals (GPtrArray *list, CopilQuery *query, gboolean about)
{
  while (copil_query_next (query))
    {
      CopilFicheApproval *approval = g_new0 (CopilFicheApproval, 1);

      approval->decision = copil_query_int (query, 0);
      approval->meeting = copil_query_int (query, 1);
      approval->date = g_strdup (copil_query_text (query, 2));
      approval->label = g_strdup (copil_query_text (query, 3));
      approval->text = g_strdup (copil_query_text (query, 4));
      approval->about = about;
      g_ptr_array_add (list, approval);
    }
}

/* A decision "d" of meeting "m" that is about the fiche ?1, itself or by its agenda item. */
#define ABOUT_SQL                                                                                  \
  "(d.fiche IS ?1 OR d.fiche IS NULL AND EXISTS (SELECT 1 FROM item i WHERE i.id = d.item"         \
  " AND i.fiche = ?1))"
#define HELD_SQL " AND (m.date IS NULL OR m.date <= copil_today ())"

GPtrArray *
copil_fiche_life_list_approvals (CopilStore *store, gint64 fiche)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (approval_free);
  g_autoptr (CopilQuery) about =
      copil_store_query (store,
                         "SELECT d.id, m.id, m.date, d.label, d.text FROM decision d"
                         " JOIN meeting m ON m.id = d.meeting WHERE " ABOUT_SQL HELD_SQL
                         " ORDER BY d.fiche IS NULL, m.date DESC, d.position, d.id",
                         "i", fiche);
  g_autoptr (CopilQuery) others = copil_store_query (
      store,
      "SELECT d.id, m.id, m.date, d.label, d.text FROM decision d"
      " JOIN meeting m ON m.id = d.meeting WHERE d.fiche IS NULL AND NOT " ABOUT_SQL HELD_SQL
      " ORDER BY m.date DESC, d.position, d.id LIMIT ?2",
      "ii", fiche, (gint64)MOST_OFFERED);
  g_autoptr (CopilQuery) meetings =
      copil_store_query (store,
                         "SELECT 0, m.id, m.date, NULL, m.title FROM meeting m WHERE 1" HELD_SQL
                         " ORDER BY m.date DESC, m.id",
                         NULL);

  add_approvals (list, about, TRUE);
  add_approvals (list, others, FALSE);
  add_approvals (list, meetings, FALSE);
  return list;
}

/* --- what happened --- */

static void
event_free (gpointer data)
{
  CopilFicheEvent *event = data;

  g_free (event->date);
  g_free (event->text);
  g_free (event);
}

/* Takes the text. */
static void
add_event (GPtrArray *events, const char *date, char *text)
{
  CopilFicheEvent *event = g_new0 (CopilFicheEvent, 1);

  event->date = g_strdup (date);
  event->text = text;
  g_ptr_array_add (events, event);
}

/* Takes the sentence, and adds what follows a colon, where there is any. */
static char *
explain (char *sentence, const char *reason)
{
  g_autofree char *said = sentence;

  /* Translators: “Abandoned on 3 May 2024”, the reason */
  return reason && *reason ? g_strdup_printf (C_ ("with a reason", "%s: %s"), said, reason)
                           : g_steal_pointer (&said);
}

/* « Approuvée par la réunion du 7 février 2024, décision 2024-1-03 ». */
static char *
say_approval (CopilStore *store, CopilRecord *fiche, CopilFigureFlags flags)
{
  g_autofree char *on = copil_date_format_long (copil_record_get (fiche, "approved"));
  g_autofree char *met = NULL, *held = NULL, *number = NULL, *by = NULL;
  gint64 meeting = copil_record_get_int (fiche, "approval_meeting"),
         decision = copil_record_get_int (fiche, "approval_decision");

  held = copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i", meeting);
  met = copil_date_format_long (held);
  number = copil_store_query_dup_text (
      store, "SELECT label FROM decision WHERE id = ?1 AND (?2 = 0 OR confidential IS NOT 1)", "ii",
      decision, (gint64)(flags & COPIL_FIGURES_PUBLIC));
  if (*met && g_strcmp0 (held, copil_record_get (fiche, "approved")) != 0 && *on)
    by = g_strdup_printf (_ ("Approved on %s by the meeting of %s"), on, met);
  else if (*met)
    by = g_strdup_printf (_ ("Approved by the meeting of %s"), met);
  else
    by = *on ? g_strdup_printf (_ ("Approved on %s"), on) : g_strdup (C_ ("fiche", "Approved"));
  return number && *number ? g_strdup_printf (_ ("%s, decision %s"), by, number)
                           : g_steal_pointer (&by);
}

static char *
say_date (const char *with, const char *without, const char *date)
{
  g_autofree char *day = copil_date_format_long (date);
  g_auto (GStrv) parts = g_strsplit (with, "%s", 2);

  return *day ? g_strjoinv (day, parts) : g_strdup (without);
}

GPtrArray *
copil_fiche_life_list_events (CopilStore *store, gint64 id, CopilFigureFlags flags)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (CopilRecord) fiche = copil_store_load (store, copil_kind_get ("fiche"), id);
  CopilFicheState state;
  const char *ended;

  if (!fiche)
    return events;
  state = state_of (fiche);
  ended = copil_record_get (fiche, "ended");
  if (is_said (fiche, "proposed"))
    add_event (events, copil_record_get (fiche, "proposed"),
               say_date (_ ("Proposed on %s"), "", copil_record_get (fiche, "proposed")));
  if (is_approved (fiche))
    add_event (events, copil_record_get (fiche, "approved"), say_approval (store, fiche, flags));
  if (is_said (fiche, "start") && state >= COPIL_FICHE_RUNNING &&
      (state != COPIL_FICHE_ABANDONED || is_approved (fiche)))
    add_event (events, copil_record_get (fiche, "start"),
               say_date (_ ("Begun on %s"), "", copil_record_get (fiche, "start")));
  if (state == COPIL_FICHE_FINISHED)
    add_event (events, ended,
               explain (say_date (_ ("Finished on %s"), C_ ("fiche", "Finished"), ended),
                        copil_record_get (fiche, "ending")));
  if (state == COPIL_FICHE_ABANDONED)
    add_event (events, ended,
               explain (say_date (_ ("Abandoned on %s"), C_ ("fiche", "Abandoned"), ended),
                        copil_record_get (fiche, "ending")));
  return events;
}
