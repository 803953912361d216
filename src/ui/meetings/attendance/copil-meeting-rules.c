/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-rules.h"

#include <glib/gi18n-lib.h>

#include "copil-proposal-agenda.h"
#include "copil-query.h"
#include "copil-value.h"

/* No agenda is longer: about a week. */
#define MOST_MINUTES 9999

gint64
copil_meeting_create (CopilSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  copil_session_flush (session);
  id = copil_agenda_new_meeting (copil_session_get_store (session), copil_today (), &error);
  return copil_session_check (session, id != 0, error) ? id : 0;
}

char *
copil_meeting_next_item_label (CopilStore *store, gint64 meeting)
{
  gint64 last = copil_store_query_int (
      store, "SELECT max (cast (label AS INTEGER)) FROM item WHERE meeting = ?1", "i", meeting);

  return g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (last, 0, G_MAXINT) + 1);
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

static char *
format_time (gint64 minutes)
{
  return g_strdup_printf ("%02d:%02d", (int)(minutes / 60 % 24), (int)(minutes % 60));
}

char *
copil_meeting_format_slot (CopilStore *store, gint64 item)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT meeting.time, item.duration, (SELECT total (coalesce (other.duration, -10000)) FROM "
      "item"
      " AS other WHERE other.meeting = item.meeting AND (other.position, other.id) <"
      " (item.position, item.id)) FROM item JOIN meeting ON meeting.id = item.meeting"
      " WHERE item.id = ?1",
      "i", item);
  g_autofree char *begins = NULL, *ends = NULL;
  gint64 start, before, length;

  if (!copil_query_next (query) || copil_query_is_null (query, 1))
    return NULL;
  start = copil_time_get_minutes (copil_query_text (query, 0));
  before = copil_query_int (query, 2);
  length = copil_query_int (query, 1);
  if (start < 0 || before < 0 || before > MOST_MINUTES || length < 0 || length > MOST_MINUTES)
    return NULL;
  begins = format_time (start + before);
  ends = format_time (start + before + length);
  return g_strdup_printf ("%s–%s", begins, ends);
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
