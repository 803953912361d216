/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-moment.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-value.h"

char *
copil_view_dup_moment (CopilStore *store, gint64 entry, char **day)
{
  g_autofree char *time =
      copil_store_query_dup_text (store, "SELECT time FROM journal WHERE id = ?1", "i", entry);
  g_autoptr (GDateTime) utc = time ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) here = utc ? g_date_time_to_local (utc) : NULL;
  g_autofree char *date = here ? g_date_time_format (here, "%Y-%m-%d") : g_strdup ("");
  g_autofree char *clock = here ? g_date_time_format (here, "%H:%M") : g_strdup ("");
  g_autofree char *shown = copil_date_format_long (date);

  if (day)
    *day = g_strdup (date);
  /* Translators: a day and a time */
  return *date ? g_strdup_printf (_ ("%s, %s"), shown, clock) : g_strdup ("");
}
