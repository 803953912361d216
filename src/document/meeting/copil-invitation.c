/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-invitation.h"

#include <glib/gi18n-lib.h>

#include "copil-ics.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-value.h"
#include "copil-view-record.h"
#include "copil-words.h"

/* Where neither an end nor durations are given, in minutes. */
#define USUAL_LENGTH 120
/* The milliseconds of an id count from here: 2020-01-01T00:00:00Z. */
#define ID_EPOCH G_GINT64_CONSTANT (1577836800)
#define ID_RANDOM_BITS 22

/* When the file last changed, else when the meeting was entered. */
static char *
stamp_of (CopilStore *store, gint64 meeting)
{
  g_autofree char *changed =
      copil_store_query_dup_text (store, "SELECT max (time) FROM journal", NULL);
  g_autoptr (GDateTime) time = changed ? g_date_time_new_from_iso8601 (changed, NULL) : NULL;
  g_autoptr (GDateTime) utc = NULL;

  if (!time)
    time = g_date_time_new_from_unix_utc (ID_EPOCH + (meeting >> ID_RANDOM_BITS) / 1000);
  utc = time ? g_date_time_to_utc (time) : NULL;
  /* What is beyond the year 9999 has no stamp: the calendar asks for one, whichever it is. */
  if (!utc)
    utc = g_date_time_new_from_unix_utc (ID_EPOCH);
  return g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
}

/* "20231212" for a day so many days after the date. */
static char *
day_after (const char *date, guint days)
{
  GDate day;
  char text[16];

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)g_ascii_strtoull (date + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (date + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (date, NULL, 10));
  g_date_add_days (&day, days);
  g_snprintf (text, sizeof text, "%04u%02u%02u", g_date_get_year (&day), g_date_get_month (&day),
              g_date_get_day (&day));
  return g_strdup (text);
}

static void
add_moment (GString *calendar, const char *name, const char *date, int minutes)
{
  g_autofree char *day = day_after (date, (guint)(minutes / (24 * 60)));
  g_autofree char *value = g_strdup_printf ("%sT%02d%02d00", day, minutes / 60 % 24, minutes % 60);

  copil_ics_add (calendar, name, value);
}

static void
add_times (GString *calendar, CopilStore *store, CopilRecord *meeting)
{
  const char *date = copil_record_get (meeting, "date");
  int from = copil_time_get_minutes (copil_record_get (meeting, "time")),
      to = copil_time_get_end (copil_record_get (meeting, "time"),
                               copil_record_get (meeting, "end_time"));

  if (from < 0)
    {
      g_autofree char *first = day_after (date, 0), *last = day_after (date, 1);
      copil_ics_add (calendar, "DTSTART;VALUE=DATE", first);
      copil_ics_add (calendar, "DTEND;VALUE=DATE", last);
      return;
    }
  if (to < 0)
    {
      gint64 planned = copil_store_query_int (
          store, "SELECT total (max (duration, 0)) FROM item WHERE meeting = ?1", "i",
          copil_record_get_id (meeting));
      to = from + (planned > 0 ? (int)MIN (planned, 7 * 24 * 60) : USUAL_LENGTH);
    }
  add_moment (calendar, "DTSTART;TZID=Europe/Paris", date, from);
  add_moment (calendar, "DTEND;TZID=Europe/Paris", date, to);
}

static void
add_description (GString *calendar, CopilStore *store, CopilRecord *meeting, CopilAudience audience)
{
  gint64 id = copil_record_get_id (meeting);
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autoptr (GPtrArray) items = copil_paper_list_items (store, id, audience);
  g_autoptr (GString) text = g_string_new (convention);
  gboolean plain = copil_paper_is_plainly_numbered (store, id);

  for (guint i = 0; i < items->len; i++)
    {
      const CopilPaperItem *item = items->pdata[i];
      const char *label = item->label, *title = item->title, *presenter = item->presenter;

      if (i == 0)
        g_string_append_printf (text, "%s%s", text->len ? "\n\n" : "",
                                C_ ("invitation", "Agenda:"));
      if (plain)
        g_string_append_printf (text, "\n%u. ", i + 1);
      else
        g_string_append_printf (text, "\n%s%s", label ? label : "–", label && *label ? " – " : "");
      g_string_append (text, title && *title ? title : "–");
      if (presenter && *presenter)
        g_string_append_printf (text, " (%s)", presenter);
    }
  copil_ics_add_text (calendar, "DESCRIPTION", text->str);
}

/* Who invites: the chair's address, else one that no answer can reach, as there must be one. */
static gboolean
add_organizer (GString *calendar, CopilStore *store, CopilRecord *meeting)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT civility, name, email FROM person WHERE id = ?1", "i",
                         copil_record_get_int (meeting, "chair"));
  g_autofree char *name = NULL, *quoted = NULL, *property = NULL, *address = NULL;

  if (copil_query_next (query))
    {
      name = copil_words_person (copil_query_text (query, 0), copil_query_text (query, 1));
      address = copil_ics_mailto (copil_query_text (query, 2));
    }
  quoted = copil_ics_quote (name ? name : copil_paper_body (meeting));
  property = g_strconcat ("ORGANIZER;CN=", quoted, NULL);
  copil_ics_add (calendar, property, address ? address : "invalid:nomail");
  return address != NULL;
}

static void
add_attendees (GString *calendar, CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      COPIL_PAPER_CONVENED_SQL "SELECT n.civility, n.name, n.email, c.role, c.state FROM"
                               " (SELECT person, role, state, place FROM convened UNION ALL"
                               " SELECT p.alternate, 'copy', NULL, place FROM convened"
                               " JOIN person p ON p.id = person WHERE p.alternate IS NOT NULL"
                               " AND p.alternate NOT IN (SELECT person FROM convened)) c"
                               " JOIN person n ON n.id = c.person"
                               " ORDER BY c.role = 'copy', c.place",
      "i", meeting);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (copil_query_next (query))
    {
      g_autofree char *address = copil_ics_mailto (copil_query_text (query, 2));
      g_autofree char *name =
          copil_words_person (copil_query_text (query, 0), copil_query_text (query, 1));
      g_autofree char *quoted = copil_ics_quote (name ? name : "–"), *property = NULL;
      const char *role = copil_query_text (query, 3);
      gboolean copy = g_strcmp0 (role, "copy") == 0;
      gboolean excused = g_strcmp0 (copil_query_text (query, 4), "excused") == 0;

      if (!address || !g_hash_table_add (seen, g_strdup (address)))
        continue;
      property =
          g_strdup_printf ("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=%s;PARTSTAT=%s;RSVP=%s;CN=%s",
                           copy                              ? "NON-PARTICIPANT"
                           : g_strcmp0 (role, "member") == 0 ? "REQ-PARTICIPANT"
                                                             : "OPT-PARTICIPANT",
                           excused ? "DECLINED" : "NEEDS-ACTION", copy ? "FALSE" : "TRUE", quoted);
      copil_ics_add (calendar, property, address);
    }
}

/* The event, and how the whole is meant: a request that can be answered, or news. */
static const char *
add_event (GString *calendar, CopilStore *store, CopilRecord *meeting, CopilAudience audience)
{
  gint64 id = copil_record_get_id (meeting);
  g_autofree char *uid =
      g_strdup_printf ("meeting-%" G_GINT64_FORMAT ".convention-%" G_GINT64_FORMAT "@copil", id,
                       copil_view_get_convention (store));
  g_autofree char *stamp = stamp_of (store, id);
  g_autofree char *sequence = g_strdup_printf (
      "%" G_GINT64_FORMAT, copil_store_query_int (store, "SELECT count (*) FROM journal", NULL));
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *summary =
      g_strdup_printf ("%s – %s", copil_paper_body (meeting), short_title ? short_title : "");
  const char *method = NULL;

  copil_ics_add (calendar, "BEGIN", "VEVENT");
  copil_ics_add (calendar, "UID", uid);
  copil_ics_add (calendar, "DTSTAMP", stamp);
  copil_ics_add (calendar, "SEQUENCE", sequence);
  add_times (calendar, store, meeting);
  copil_ics_add_text (calendar, "SUMMARY", summary);
  copil_ics_add_text (calendar, "LOCATION", copil_record_get (meeting, "place"));
  add_description (calendar, store, meeting, audience);
  copil_ics_add (calendar, "STATUS", "CONFIRMED");
  /* Names and addresses are not for the public. */
  if (audience == COPIL_AUDIENCE_MEMBERS)
    {
      method = add_organizer (calendar, store, meeting) ? "REQUEST" : NULL;
      add_attendees (calendar, store, id);
    }
  copil_ics_add (calendar, "END", "VEVENT");
  return method;
}

GBytes *
copil_invitation_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autoptr (GString) calendar = NULL, event = NULL;
  const char *date, *method;
  gsize length;

  if (!meeting)
    return NULL;
  date = copil_record_get (meeting, "date");
  if (!date || !copil_date_is_valid (date))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The meeting has no date yet."));
      return NULL;
    }
  event = g_string_new (NULL);
  method = add_event (event, store, meeting, audience);
  calendar = g_string_new (NULL);
  copil_ics_add (calendar, "BEGIN", "VCALENDAR");
  copil_ics_add (calendar, "VERSION", "2.0");
  copil_ics_add (calendar, "PRODID", "-//Copil//Copil//EN");
  copil_ics_add (calendar, "CALSCALE", "GREGORIAN");
  if (method)
    copil_ics_add (calendar, "METHOD", method);
  copil_ics_add_paris (calendar);
  g_string_append (calendar, event->str);
  copil_ics_add (calendar, "END", "VCALENDAR");
  length = calendar->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&calendar), FALSE), length);
}
