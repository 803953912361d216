/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-start-summary.h"

#include <glib/gi18n-lib.h>

#include "copil-deadline-store.h"
#include "copil-overview-data.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-view-overview.h"

/* "12/04/2024 (in 28 days)" */
static char *
format_when (const char *day)
{
  g_autofree char *date = copil_date_format (day),
                  *days =
                      copil_overview_format_days (copil_overview_count_days (copil_today (), day));

  return g_strdup_printf ("%s (%s)", date, days);
}

static void
read_store (CopilStartSummary *summary, CopilStore *store)
{
  g_autoptr (CopilDeadline) deadline = copil_deadline_next (store, NULL);
  g_autoptr (CopilViewMeeting) meeting = copil_view_load_next_meeting (store);
  guint missed = 0, near = 0;

  summary->title = copil_store_dup_name (store);
  if (meeting)
    {
      g_autofree char *when = format_when (meeting->date);

      summary->meeting = g_strdup_printf (_ ("Next meeting: %s"), when);
    }
  /* A meeting is a deadline too: not said twice. */
  if (deadline && !(meeting && g_str_equal (deadline->kind, "meeting")))
    {
      g_autofree char *when = format_when (deadline->date);

      /* Translators: a day, then what is due */
      summary->deadline = g_strdup_printf (_ ("Next deadline: %s, %s"), when, deadline->title);
    }
  copil_deadline_count_near (store, NULL, 1, &missed, &near);
  if (missed)
    {
      g_autofree char *next = g_steal_pointer (&summary->deadline);
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u deadline missed", "%u deadlines missed", missed), missed);

      summary->deadline = next ? g_strdup_printf ("%s · %s", next, words) : g_strdup (words);
    }
}

static void
load_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CopilStartSummary *summary = g_new0 (CopilStartSummary, 1);
  g_autofree char *path = g_file_get_path (source);
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    {
      /* Far away: it is read when it is opened. */
    }
  else if ((store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error)))
    read_store (summary, store);
  else
    {
      summary->missing = !g_file_query_exists (source, cancellable);
      summary->error =
          g_strdup (summary->missing ? _ ("This file is no longer there.") : error->message);
    }
  g_task_return_pointer (task, summary, (GDestroyNotify)copil_start_summary_free);
}

void
copil_start_summary_load_async (GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_run_in_thread (task, load_thread_cb);
}

CopilStartSummary *
copil_start_summary_load_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
copil_start_summary_free (CopilStartSummary *summary)
{
  g_free (summary->title);
  g_free (summary->meeting);
  g_free (summary->deadline);
  g_free (summary->error);
  g_free (summary);
}
