/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-calendar.h"

#include <glib/gi18n-lib.h>

#include "copil-ics.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"

/* 2024-03-15 → 20240315. */
static char *
dup_day (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);

  return g_strjoinv ("", parts);
}

static char *
dup_day_after (const char *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (
      (int)g_ascii_strtoll (date, NULL, 10), (int)g_ascii_strtoll (date + 5, NULL, 10),
      (int)g_ascii_strtoll (date + 8, NULL, 10), 0, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);

  return g_date_time_format (next, "%Y%m%d");
}

/* When the file was last changed: the clock is not asked. */
static char *
dup_stamp (CopilStore *store)
{
  g_autofree char *time =
      copil_store_query_dup_text (store, "SELECT max (time) FROM journal", NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time ? time : "", NULL);

  return utc ? g_date_time_format (utc, "%Y%m%dT%H%M%SZ") : g_strdup ("20200101T000000Z");
}

/* Two clauses of one convention can be of one record: the place among those tells them apart. */
static char *
dup_uid (const char *uuid, GPtrArray *deadlines, guint place)
{
  const CopilDeadline *deadline = deadlines->pdata[place];
  guint before = 0;

  for (guint i = 0; i < place; i++)
    {
      const CopilDeadline *other = deadlines->pdata[i];
      before += other->id == deadline->id && g_str_equal (other->kind, deadline->kind);
    }
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%u-%s@copil", deadline->kind, deadline->id,
                          before, uuid ? uuid : "0");
}

static void
add_alarm (GString *calendar, const char *title)
{
  copil_ics_add (calendar, "BEGIN", "VALARM");
  copil_ics_add (calendar, "ACTION", "DISPLAY");
  copil_ics_add_text (calendar, "DESCRIPTION", title);
  copil_ics_add (calendar, "TRIGGER", "-P7D");
  copil_ics_add (calendar, "END", "VALARM");
}

GBytes *
copil_deadlines_calendar_new (CopilStore *store, GPtrArray *deadlines)
{
  g_autoptr (GString) calendar = g_string_new (NULL);
  g_autofree char *uuid = copil_store_dup_uuid (store), *stamp = dup_stamp (store),
                  *name = copil_store_dup_name (store);
  gsize length;

  copil_ics_add (calendar, "BEGIN", "VCALENDAR");
  copil_ics_add (calendar, "VERSION", "2.0");
  copil_ics_add (calendar, "PRODID", "-//Copil//Copil//EN");
  copil_ics_add (calendar, "CALSCALE", "GREGORIAN");
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *uid = dup_uid (uuid, deadlines, i), *day = dup_day (deadline->date),
                      *next = dup_day_after (deadline->date), *title = NULL;

      title = deadline->article ? g_strdup_printf ("%s – %s", deadline->title, deadline->article)
                                : g_strdup (deadline->title);
      copil_ics_add (calendar, "BEGIN", "VEVENT");
      copil_ics_add (calendar, "UID", uid);
      copil_ics_add (calendar, "DTSTAMP", stamp);
      copil_ics_add (calendar, "DTSTART;VALUE=DATE", day);
      copil_ics_add (calendar, "DTEND;VALUE=DATE", next);
      copil_ics_add_text (calendar, "SUMMARY", title);
      copil_ics_add_text (calendar, "DESCRIPTION", name);
      copil_ics_add (calendar, "TRANSP", "TRANSPARENT");
      if (deadline->state == COPIL_DEADLINE_DUE)
        add_alarm (calendar, title);
      copil_ics_add (calendar, "END", "VEVENT");
    }
  copil_ics_add (calendar, "END", "VCALENDAR");
  length = calendar->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&calendar), FALSE), length);
}
