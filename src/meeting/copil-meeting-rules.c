/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-rules.h"

#include "copil-query.h"
#include "copil-value.h"

/* No agenda is longer: about a week. */
#define MOST_MINUTES 9999

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
      store,
      "SELECT coalesce ((SELECT id FROM meeting WHERE date >= copil_today () ORDER BY date, time, "
      "id"
      " LIMIT 1), (SELECT id FROM meeting ORDER BY date DESC, time DESC, id DESC LIMIT 1))",
      "");
}

char *
copil_meeting_dup_next_committee (CopilStore *store, gint64 meeting)
{
  return copil_store_query_dup_text (
      store,
      "SELECT date FROM meeting WHERE date > (SELECT date FROM meeting WHERE id = ?1)"
      " AND date <= copil_today () AND coalesce (type, 'ordinary') IN ('ordinary', 'exceptional')"
      " ORDER BY date LIMIT 1",
      "i", meeting);
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
