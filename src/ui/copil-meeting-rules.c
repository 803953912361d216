/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-rules.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-value.h"

/* Minutes that approving the minutes of the last meeting, and going through the decisions, take
 * where nothing else is known. */
#define APPROVAL_MINUTES "5"
#define FOLLOW_UP_MINUTES "20"

#define COMMITTEE "date IS NOT NULL AND type IN ('ordinary', 'exceptional')"

static gboolean
add_members (CopilStore *store, const char *meeting, GError **error)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT person.id FROM person LEFT JOIN party ON party.id = person.party WHERE person.member"
      " ORDER BY party.position IS NULL, party.side, party.position, person.position, person.id",
      "");

  while (copil_query_next (query))
    if (!copil_store_insert (store, copil_kind_get ("attendance"), error, "meeting", meeting,
                             "person", copil_query_text (query, 0), NULL))
      return FALSE;
  return TRUE;
}

/* What every meeting begins with: the minutes of the last one (by its date, NULL for none), and the
 * decisions still open. */
static gboolean
add_items (CopilStore *store, const char *meeting, const char *last_date, GError **error)
{
  const CopilKind *item = copil_kind_get ("item");
  g_autofree char *date = copil_date_format_long (last_date);
  g_autofree char *title = g_strdup_printf (_ ("Approval of the minutes of %s"), date);

  if (!last_date)
    return TRUE;
  if (!copil_store_insert (store, item, error, "meeting", meeting, "label", "1", "title", title,
                           "duration", APPROVAL_MINUTES, NULL))
    return FALSE;
  if (!copil_store_query_int (
          store, "SELECT count(*) FROM decision WHERE status IN ('planned', 'in_progress')", ""))
    return TRUE;
  return copil_store_insert (store, item, error, "meeting", meeting, "label", "2", "title",
                             _ ("Follow-up of the decisions"), "duration", FOLLOW_UP_MINUTES,
                             NULL) != 0;
}

gint64
copil_meeting_create (CopilSession *session)
{
  CopilStore *store = copil_session_get_store (session);
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ ("Add"), copil_kind_get_label (kind));
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL, *date = NULL, *place = NULL, *time = NULL, *meeting = NULL;
  gint64 id, newest;

  copil_session_flush (session);
  newest = copil_store_query_int (
      store, "SELECT id FROM meeting WHERE " COMMITTEE " ORDER BY date DESC, id DESC LIMIT 1", "");
  time = copil_store_query_dup_text (store, "SELECT time FROM meeting WHERE id = ?1", "i", newest);
  date = copil_store_query_dup_text (
      store,
      "SELECT next_date FROM meeting WHERE id = ?1 AND next_date > date AND next_date NOT IN"
      " (SELECT date FROM meeting WHERE date IS NOT NULL)",
      "i", newest);
  if (date)
    place = copil_store_query_dup_text (store, "SELECT next_place FROM meeting WHERE id = ?1", "i",
                                        newest);
  else
    date = g_strdup (copil_today ());
  last = copil_store_query_dup_text (
      store, "SELECT max (date) FROM meeting WHERE " COMMITTEE " AND date < ?1", "t", date);
  if (!copil_session_check (session, copil_store_begin (store, name, &error), error))
    return 0;
  id = copil_store_insert (store, kind, &error, "title", _ ("Steering committee"), "date", date,
                           "time", time, "place", place, NULL);
  meeting = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (!id || !add_members (store, meeting, &error) || !add_items (store, meeting, last, &error))
    {
      copil_store_rollback (store);
      copil_session_check (session, FALSE, error);
      return 0;
    }
  return copil_session_check (session, copil_store_commit (store, &error), error) ? id : 0;
}

char *
copil_meeting_next_item_label (CopilStore *store, gint64 meeting)
{
  gint64 last = copil_store_query_int (
      store, "SELECT max (cast (label AS INTEGER)) FROM item WHERE meeting = ?1", "i", meeting);

  return g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
}

char *
copil_meeting_next_decision_label (CopilStore *store, gint64 meeting)
{
  g_autofree char *date =
      copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i", meeting);
  g_autofree char *prefix = NULL;
  gint64 rank, last;

  if (!date)
    date = g_strdup (copil_today ());
  rank = copil_store_query_int (
      store,
      "SELECT count(*) FROM meeting, (SELECT coalesce (date, ?2) AS d, coalesce (time, '') AS t,"
      " id AS i FROM meeting WHERE id = ?1) WHERE substr (date, 1, 4) = substr (d, 1, 4)"
      " AND (date, coalesce (time, ''), id) <= (d, t, i)",
      "it", meeting, date);
  prefix = g_strdup_printf ("%.4s-%" G_GINT64_FORMAT "-", date, MAX (rank, 1));
  last = copil_store_query_int (store,
                                "SELECT max (cast (substr (label, length (?2) + 1) AS INTEGER)) "
                                "FROM decision WHERE meeting = ?1 AND substr (label, 1, length "
                                "(?2)) = ?2",
                                "it", meeting, prefix);
  return g_strdup_printf ("%s%02" G_GINT64_FORMAT, prefix, last + 1);
}

gint64
copil_meeting_find_next (CopilStore *store)
{
  return copil_store_query_int (
      store, "SELECT id FROM meeting WHERE date >= copil_today () ORDER BY date, time, id LIMIT 1",
      "");
}

static void
append_count (GString *text, guint n, const char *words)
{
  if (n == 0)
    return;
  if (text->len)
    g_string_append (text, ", ");
  g_string_append_printf (text, words, n);
}

char *
copil_meeting_format_counts (guint present, guint excused, guint represented, guint absent,
                             guint unknown)
{
  GString *text = g_string_new (NULL);

  append_count (text, present, ngettext ("%u present", "%u present", present));
  append_count (text, excused, ngettext ("%u excused", "%u excused", excused));
  append_count (text, represented, ngettext ("%u represented", "%u represented", represented));
  append_count (text, absent, ngettext ("%u absent", "%u absent", absent));
  append_count (text, unknown, ngettext ("%u to note", "%u to note", unknown));
  if (!text->len)
    g_string_append (text, _ ("Nobody is expected yet"));
  return g_string_free (text, FALSE);
}

/* Minutes after midnight, -1 where the time is not known. */
static int
parse_time (const char *time)
{
  int hours, minutes;

  return time && sscanf (time, "%d:%d", &hours, &minutes) == 2 ? hours * 60 + minutes : -1;
}

static char *
format_time (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

char *
copil_meeting_format_slot (CopilStore *store, gint64 item)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT meeting.time, item.duration, (SELECT sum (coalesce (other.duration, -10000)) FROM "
      "item"
      " AS other WHERE other.meeting = item.meeting AND (other.position, other.id) <"
      " (item.position, item.id)) FROM item JOIN meeting ON meeting.id = item.meeting"
      " WHERE item.id = ?1",
      "i", item);
  g_autofree char *begins = NULL, *ends = NULL;
  int start, before;

  if (!copil_query_next (query) || copil_query_is_null (query, 1))
    return NULL;
  start = parse_time (copil_query_text (query, 0));
  before = (int)copil_query_int (query, 2);
  if (start < 0 || before < 0)
    return NULL;
  begins = format_time (start + before);
  ends = format_time (start + before + (int)copil_query_int (query, 1));
  return g_strdup_printf ("%s–%s", begins, ends);
}

char *
copil_meeting_format_total (CopilStore *store, gint64 meeting)
{
  int minutes = (int)copil_store_query_int (
      store, "SELECT sum (duration) FROM item WHERE meeting = ?1", "i", meeting);
  g_autofree char *time =
      copil_store_query_dup_text (store, "SELECT time FROM meeting WHERE id = ?1", "i", meeting);
  g_autofree char *length = NULL, *ends = NULL;
  int start = parse_time (time);

  if (minutes <= 0)
    return NULL;
  length = minutes < 60 ? g_strdup_printf (_ ("%d min"), minutes)
                        : g_strdup_printf (_ ("%d h %02d"), minutes / 60, minutes % 60);
  if (start < 0)
    return g_strdup_printf (_ ("Planned length: %s"), length);
  ends = format_time (start + minutes);
  return g_strdup_printf (_ ("Planned length: %s, until %s"), length, ends);
}

const char *
copil_meeting_get_minutes_icon (const char *minutes)
{
  static const char *const icons[][2] = { { "proposed", "mail-send-symbolic" },
                                          { "amended", "edit-find-replace-symbolic" },
                                          { "validated", "emblem-ok-symbolic" } };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], minutes) == 0)
      return icons[i][1];
  return "document-edit-symbolic";
}
