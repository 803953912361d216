/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file as it was: a copy made from the history, in a window of its own, which can be read and
 * exported from, and goes with its window. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

#include "copil-history.h"
#include "copil-temporary.h"
#include "copil-value.h"
#include "copil-view-moment.h"

typedef struct
{
  CopilStore *reader;
  gint64 entry;
  char *folder;
  char *path;
  char *when; /* « 12 mars 2024, 14:32 » */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reader);
  if (job->folder)
    copil_temporary_remove (job->folder);
  g_free (job->folder);
  g_free (job->path);
  g_free (job->when);
  g_free (job);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (job->path);
  CopilFile *file = NULL;

  if (copil_history_write_past (job->reader, job->entry, job->path, &error))
    file = copil_file_open (location, NULL, &error);
  if (file)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CopilWindow *window = COPIL_WINDOW (object), *other;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *notice = NULL;

  if (!file)
    {
      copil_window_show_failure (window, _ ("The file cannot be shown as it was"), error->message);
      return;
    }
  copil_store_set_read_only (copil_file_get_store (file), TRUE);
  other = COPIL_WINDOW (
      copil_window_new (COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))));
  other->past = g_steal_pointer (&job->folder);
  copil_window_adopt (other, file);
  /* Translators: a day and a time */
  notice = g_strdup_printf (_ ("The file as it was on %s: it can be read and exported from, and not"
                               " changed."),
                            job->when);
  copil_window_show_notice (other, notice);
  gtk_window_present (GTK_WINDOW (other));
}

void
copil_window_show_past (CopilWindow *window, gint64 entry)
{
  CopilStore *store = copil_file_get_store (window->file);
  CopilStore *reader;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *day = NULL, *base = NULL, *stem = NULL;
  Job *job;

  if (!copil_session_settle (window->session))
    return;
  reader = copil_store_open_reader (store, &error);
  if (!reader)
    {
      copil_session_check (window->session, FALSE, &error);
      return;
    }
  job = g_new0 (Job, 1);
  job->reader = reader;
  job->entry = entry;
  job->folder = copil_temporary_new (&error);
  if (!job->folder)
    {
      copil_session_check (window->session, FALSE, &error);
      job_free (job);
      return;
    }
  job->when = copil_view_dup_moment (store, entry, &day);
  base = g_file_get_basename (window->location);
  stem = g_str_has_suffix (base, ".copil") ? g_strndup (base, strlen (base) - strlen (".copil"))
                                           : g_strdup (base);
  name = g_strdup_printf ("%s – %s.copil", stem, day);
  job->path = g_build_filename (job->folder, name, NULL);
  task = g_task_new (window, NULL, made_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_thread);
}
