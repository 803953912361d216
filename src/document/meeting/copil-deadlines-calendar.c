/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-calendar.h"

#include <glib/gi18n-lib.h>

#include "copil-deadlines-entries.h"
#include "copil-ics.h"
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

static void
add_alarm (GString *calendar, const char *title, const char *before)
{
  copil_ics_add (calendar, "BEGIN", "VALARM");
  copil_ics_add (calendar, "ACTION", "DISPLAY");
  copil_ics_add_text (calendar, "DESCRIPTION", title);
  copil_ics_add (calendar, "TRIGGER", before);
  copil_ics_add (calendar, "END", "VALARM");
}

/* What is said below: the words of the clause with its article, how the day is found, what is said
 * beside it, and the convention. */
static char *
dup_description (CopilStore *store, const CopilDeadline *deadline, const char *name)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *note = copil_deadline_dup_note (deadline);
  gint64 clause = deadline->clause;

  if (clause && deadline->article)
    /* Translators: an article of the convention */
    g_ptr_array_add (
        lines, g_strdup_printf (g_ascii_isdigit (*deadline->article) ? _ ("Article %s") : "%s",
                                deadline->article));
  if (clause)
    {
      char *text = copil_store_dup_text (store, "clause", clause, "text");

      if (text)
        g_ptr_array_add (lines, text);
    }
  if (deadline->reckoning)
    g_ptr_array_add (lines, g_strdup (deadline->reckoning));
  if (note)
    g_ptr_array_add (lines, g_strdup (note));
  if (name)
    g_ptr_array_add (lines, g_strdup (name));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
add_event (GString *calendar, CopilStore *store, const CopilCalendarEntry *entry, const char *name)
{
  const CopilDeadline *deadline = entry->deadline;
  g_autofree char *day = dup_day (entry->date), *next = dup_day_after (entry->date);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
  g_autofree char *description = deadline ? dup_description (store, deadline, name) : NULL;

  copil_ics_add (calendar, "BEGIN", "VEVENT");
  copil_ics_add (calendar, "UID", entry->name);
  copil_ics_add (calendar, "DTSTAMP", entry->stamp);
  copil_ics_add (calendar, "SEQUENCE", sequence);
  copil_ics_add (calendar, "DTSTART;VALUE=DATE", day);
  copil_ics_add (calendar, "DTEND;VALUE=DATE", next);
  copil_ics_add_text (calendar, "SUMMARY", entry->title);
  copil_ics_add_text (calendar, "DESCRIPTION", description ? description : name);
  if (entry->gone)
    copil_ics_add (calendar, "STATUS", "CANCELLED");
  copil_ics_add (calendar, "TRANSP", "TRANSPARENT");
  if (deadline && deadline->state == COPIL_DEADLINE_DUE)
    {
      add_alarm (calendar, entry->title, "-P30D");
      add_alarm (calendar, entry->title, "-P7D");
    }
  copil_ics_add (calendar, "END", "VEVENT");
}

GBytes *
copil_deadlines_calendar_new (CopilStore *store, GPtrArray *deadlines)
{
  g_autoptr (GString) calendar = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = copil_calendar_list_entries (store, deadlines);
  g_autofree char *name = copil_store_dup_name (store);
  gsize length;

  copil_ics_add (calendar, "BEGIN", "VCALENDAR");
  copil_ics_add (calendar, "VERSION", "2.0");
  copil_ics_add (calendar, "PRODID", "-//Copil//Copil//EN");
  copil_ics_add (calendar, "CALSCALE", "GREGORIAN");
  for (guint i = 0; i < entries->len; i++)
    add_event (calendar, store, entries->pdata[i], name);
  copil_ics_add (calendar, "END", "VCALENDAR");
  length = calendar->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&calendar), FALSE), length);
}
