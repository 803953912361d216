/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-proposal-agenda.h"

#include <glib/gi18n-lib.h>

#include "copil-numbered.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

#define COMMITTEE "coalesce (type, 'ordinary') IN ('ordinary', 'exceptional')"

static char *
format_id (gint64 id)
{
  return id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

/* --- Putting points on the agenda --- */

/* The item that this one comes before: the first one for an approval, else any other business; 0
 * for the end. */
static gint64
find_before (CopilStore *store, gint64 meeting, const char *topic)
{
  if (g_str_equal (topic, "approval"))
    return copil_store_query_int (
        store, "SELECT id FROM item WHERE meeting = ?1 ORDER BY position, id LIMIT 1", "i",
        meeting);
  if (g_str_equal (topic, "other"))
    return 0;
  return copil_store_query_int (store,
                                "SELECT id FROM item AS i WHERE meeting = ?1 AND topic = 'other'"
                                " AND NOT EXISTS (SELECT 1 FROM item WHERE meeting = ?1 AND"
                                " (position, id) > (i.position, i.id))",
                                "i", meeting);
}

static gint64
put (CopilStore *store, gint64 meeting, const CopilProposal *proposal, GError **error)
{
  const CopilKind *kind = copil_kind_get ("item");
  gint64 before = find_before (store, meeting, proposal->topic), id;
  gint64 n = copil_store_query_int (
      store, "SELECT max (cast (label AS INTEGER)) FROM item WHERE meeting = ?1", "i", meeting);
  g_autofree char *of = format_id (meeting), *fiche = format_id (proposal->fiche);
  g_autofree char *previous = format_id (proposal->previous);
  g_autofree char *label = g_strdup_printf ("%" G_GINT64_FORMAT, n + 1);
  g_autofree char *duration = g_strdup_printf ("%d", proposal->duration);

  id = copil_store_insert (
      store, kind, error, "meeting", of, "label", label, "title", proposal->title, "presenter",
      proposal->presenter, "duration", duration, "notes", proposal->notes, "topic",
      *proposal->topic ? proposal->topic : NULL, "fiche", fiche, "previous", previous, NULL);
  if (id && before && !copil_store_place (store, kind, id, before, error))
    return 0;
  return id;
}

typedef struct
{
  gint64 meeting;
  GPtrArray *proposals;
  gint64 first; /* new item */
} Putting;

static gboolean
put_cb (CopilStore *store, gpointer data, GError **error)
{
  Putting *putting = data;
  gboolean numbered = copil_store_is_numbered (store, copil_kind_get ("item"), putting->meeting);

  for (guint i = 0; i < putting->proposals->len; i++)
    {
      const CopilProposal *proposal = putting->proposals->pdata[i];
      gint64 id;

      if (proposal->present)
        continue;
      id = put (store, putting->meeting, proposal, error);
      if (!id)
        return FALSE;
      if (!putting->first)
        putting->first = id;
    }
  return !numbered || copil_store_number (store, copil_kind_get ("item"), putting->meeting, error);
}

gboolean
copil_agenda_put (CopilStore *store, gint64 meeting, GPtrArray *proposals, GError **error)
{
  Putting putting = { meeting, proposals };

  return put_cb (store, &putting, error);
}

gint64
copil_agenda_add (CopilStore *store, gint64 meeting, GPtrArray *proposals, GError **error)
{
  Putting putting = { meeting, proposals };

  return copil_store_do (store, _ ("Add the proposed points to the agenda"), put_cb, &putting,
                         error)
             ? putting.first
             : 0;
}

/* --- Times --- */

static char *
say_length (int minutes)
{
  return minutes < 60 ? g_strdup_printf (_ ("%d min"), minutes)
                      : g_strdup_printf (_ ("%d h %02d"), minutes / 60, minutes % 60);
}

char *
copil_agenda_say_total (CopilStore *store, gint64 meeting, gboolean *over)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT time, end_time, (SELECT total (duration) FROM item WHERE meeting = meeting.id), "
      "(SELECT"
      " count(*) FROM item WHERE item.meeting = meeting.id AND duration IS NULL) FROM meeting WHERE"
      " id = ?1",
      "i", meeting);
  g_autofree char *length = NULL, *fits = NULL;
  GString *text;
  int minutes, start, end, rest;
  guint without;

  *over = FALSE;
  if (!copil_query_next (query) || copil_query_int (query, 2) <= 0)
    return NULL;
  minutes = (int)MIN (copil_query_int (query, 2), G_MAXINT / 4);
  start = copil_time_get_minutes (copil_query_text (query, 0));
  end = copil_time_get_end (copil_query_text (query, 0), copil_query_text (query, 1));
  without = (guint)copil_query_int (query, 3);
  length = say_length (minutes);
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Planned length: %s"), length);
  if (start >= 0)
    g_string_append_printf (text, _ (", until %02d:%02d"), (start + minutes) / 60 % 24,
                            (start + minutes) % 60);
  if (end >= 0)
    {
      rest = end - start - minutes;
      fits = say_length (ABS (rest));
      *over = rest < 0;
      if (rest < 0)
        g_string_append_printf (text, _ (": %s more than the hours of the meeting"), fits);
      else if (rest > 0)
        g_string_append_printf (text, _ (", %s before the end of the meeting"), fits);
      else
        g_string_append (text, _ (", as the meeting"));
    }
  if (without)
    g_string_append_printf (
        text,
        ngettext (" (%u point without a duration)", " (%u points without a duration)", without),
        without);
  return g_string_free (text, FALSE);
}

/* --- A new meeting --- */

/* The members in office on that day. */
static gboolean
add_members (CopilStore *store, const char *meeting, const char *date, GError **error)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT person.id FROM person LEFT JOIN party ON party.id = person.party WHERE person.member"
      " AND coalesce (person.term_start, '') <= ?1 AND (person.term_end IS NULL OR person.term_end"
      " >= ?1) ORDER BY party.position IS NULL, party.side, party.position, person.position,"
      " person.id",
      "t", date);

  while (copil_query_next (query))
    if (!copil_store_insert (store, copil_kind_get ("attendance"), error, "meeting", meeting,
                             "person", copil_query_text (query, 0), "role", "member", NULL))
      return FALSE;
  return TRUE;
}

/* What the last meeting left to do. */
static gboolean
add_carried (CopilStore *store, gint64 meeting, const char *today, GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_proposal_list (store, meeting, today);

  for (guint i = proposals->len; i-- > 0;)
    if (!((CopilProposal *)proposals->pdata[i])->carried)
      g_ptr_array_remove_index (proposals, i);
  return copil_agenda_put (store, meeting, proposals, error);
}

/* Inside a transaction. */
static gint64
new_meeting (CopilStore *store, const char *today, GError **error)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT CASE WHEN next_date > date AND next_date NOT IN (SELECT date FROM meeting WHERE date"
      " IS NOT NULL) THEN next_date END, next_place, time, end_time, place FROM meeting WHERE date"
      " IS NOT NULL AND " COMMITTEE " ORDER BY date DESC, time DESC, id DESC LIMIT 1",
      "");
  g_autofree char *date = NULL, *place = NULL, *time = NULL, *end = NULL, *previous = NULL;
  g_autofree char *meeting = NULL;
  gint64 id;

  if (copil_query_next (query))
    {
      gboolean announced = !copil_query_is_null (query, 0);

      date = g_strdup (copil_query_text (query, 0));
      place =
          g_strdup (copil_query_text (query, announced && !copil_query_is_null (query, 1) ? 1 : 4));
      time = g_strdup (copil_query_text (query, 2));
      end = g_strdup (copil_query_text (query, 3));
    }
  if (!date)
    date = g_strdup (today);
  previous = copil_store_query_dup_text (store,
                                         "SELECT id FROM meeting WHERE " COMMITTEE
                                         " AND date < ?1 ORDER BY date DESC, time DESC, id DESC"
                                         " LIMIT 1",
                                         "t", date);
  id = copil_store_insert (store, copil_kind_get ("meeting"), error, "title",
                           _ ("Steering committee"), "date", date, "time", time, "end_time", end,
                           "place", place, "previous", previous, NULL);
  meeting = format_id (id);
  return id && add_members (store, meeting, date, error) && add_carried (store, id, today, error)
             ? id
             : 0;
}

typedef struct
{
  const char *today;
  gint64 id;
} NewMeeting;

static gboolean
new_meeting_cb (CopilStore *store, gpointer data, GError **error)
{
  NewMeeting *self = data;

  self->id = new_meeting (store, self->today, error);
  return self->id != 0;
}

gint64
copil_agenda_new_meeting (CopilStore *store, const char *today, GError **error)
{
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), _ ("Add"), copil_kind_get_label (copil_kind_get ("meeting")));
  NewMeeting made = { today ? today : copil_today () };

  return copil_store_do (store, name, new_meeting_cb, &made, error) ? made.id : 0;
}
