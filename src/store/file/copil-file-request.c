/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-request.h"

#include <glib/gi18n-lib.h>

#include "copil-replace.h"
#include "copil-store-private.h"

/* A file that somebody else writes again and again cannot be saved for ever. */
#define MOST_ROUNDS 5

static void launch (CopilFile *file, CopilRequest *request, gboolean threaded);

/* --- helpers --- */

static void
copil_request_free (CopilRequest *request)
{
  g_clear_object (&request->task);
  g_clear_object (&request->cancellable);
  g_clear_object (&request->location);
  if (request->work)
    copil_work_clear (request->work);
  g_clear_pointer (&request->work, copil_work_free);
  g_clear_pointer (&request->job, copil_job_free);
  g_ptr_array_unref (request->notices);
  g_free (request);
}

/* Copies the known digests: the round may run in another thread. */
static GHashTable *
copy_known (CopilFile *file)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer digest;

  g_hash_table_iter_init (&iter, file->known);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    g_hash_table_add (copy, g_strdup (digest));
  return copy;
}

/* The user's file is the one that was saved to, from now on. */
static gboolean
move_to (CopilFile *file, CopilRequest *request, GError **error)
{
  g_autoptr (CopilWork) work = g_steal_pointer (&request->work);
  g_autofree char *old = g_strdup (file->work->copy);

  copil_work_remove (work->copy);
  if (!copil_store_move (file->store, work->copy, error))
    return FALSE;
  copil_work_clear (file->work);
  copil_work_free (file->work);
  file->work = g_steal_pointer (&work);
  g_set_object (&file->location, request->location);
  g_set_object (&file->target, request->job->target);
  copil_set_text (&file->attributes, request->job->attributes);
  g_hash_table_remove_all (file->known);
  copil_file_watch (file);
  return TRUE;
}

/* Takes over what a round brought; TRUE where another round is needed. */
static gboolean
land (CopilFile *file, CopilRequest *request, GError **error)
{
  CopilJob *job = request->job;
  gboolean again = FALSE;

  if (request->kind != COPIL_REQUEST_SAVE_AS)
    copil_set_text (&file->attributes, job->attributes);
  switch (job->outcome)
    {
    case COPIL_JOB_UP_TO_DATE:
      if (job->stale)
        file->saved_head = -1;
      break;
    case COPIL_JOB_WRITTEN:
      if (request->kind == COPIL_REQUEST_SAVE_AS && !move_to (file, request, error))
        break;
      file->saved_head = job->head;
      file->read_only = FALSE;
      copil_set_text (&file->digest, job->new_digest);
      g_hash_table_add (file->known, g_strdup (job->new_digest));
      if (job->anew && request->kind != COPIL_REQUEST_SAVE_AS)
        g_ptr_array_add (request->notices,
                         g_strdup (_ ("The file was not there any more: it was written anew.")));
      /* An edit that came while the last round was running goes with it. */
      again = request->kind == COPIL_REQUEST_CLOSE && copil_file_is_dirty (file) &&
              !copil_store_in_transaction (file->store) && ++request->rounds <= MOST_ROUNDS;
      break;
    case COPIL_JOB_CHANGED:
      if (++request->rounds > MOST_ROUNDS)
        g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                             _ ("Another program keeps writing this file."));
      else if (copil_file_take_other (file, job->new_digest, request->notices, error))
        again = request->kind != COPIL_REQUEST_WATCH;
      copil_work_remove (file->work->incoming);
      break;
    case COPIL_JOB_FAILED:
    default:
      if (g_error_matches (job->error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY))
        file->read_only = TRUE;
      g_propagate_error (error, g_steal_pointer (&job->error));
      break;
    }
  if (request->kind == COPIL_REQUEST_WATCH && copil_file_is_dirty (file))
    copil_file_arm_autosave (file);
  return again;
}

/* The request is over: tells whoever waits for it. */
static void
settle (CopilFile *file, CopilRequest *request, GError *error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_ref (request->notices);
  gboolean changed =
      request->job && (request->job->outcome == COPIL_JOB_WRITTEN || request->job->stale ||
                       request->rounds > 0 || file->read_only != request->was_read_only);

  request->settled = TRUE;
  g_queue_remove (&file->requests, request);
  if (error && file->work && copil_file_is_dirty (file))
    {
      file->n_failed++;
      copil_file_arm_autosave (file);
    }
  if (!error)
    {
      file->n_failed = 0;
      g_clear_pointer (&file->last_failure, g_free);
      if (request->kind == COPIL_REQUEST_CLOSE)
        {
          copil_file_stop_timers (file);
          copil_file_release (file);
        }
    }
  for (guint i = 0; i < notices->len; i++)
    g_signal_emit_by_name (file, "notice", notices->pdata[i]);
  if (changed)
    g_signal_emit_by_name (file, "saved");
  if (request->error)
    *request->error = error;
  else if (request->task && error)
    g_task_return_error (request->task, error);
  else if (request->task)
    g_task_return_boolean (request->task, TRUE);
  else if (error)
    {
      /* Once for each reason: an editor that cannot save must not say so every second. */
      if (g_strcmp0 (file->last_failure, error->message) != 0)
        {
          copil_set_text (&file->last_failure, error->message);
          g_signal_emit_by_name (file, "failed", error->message);
        }
      g_error_free (error);
    }
}

/* Runs the rounds that are left after the one that has just ended. Returns TRUE where the request
 * is settled. */
static gboolean
proceed (CopilFile *file, CopilRequest *request, gboolean threaded)
{
  for (;;)
    {
      GError *error = NULL;
      gboolean again = land (file, request, &error);

      if (!again)
        {
          settle (file, request, error);
          return TRUE;
        }
      launch (file, request, threaded);
      if (threaded)
        return FALSE;
    }
}

static void
start_next (CopilFile *file)
{
  CopilRequest *next;

  while ((next = g_queue_peek_head (&file->requests)))
    {
      GError *error = NULL;

      if (file->work)
        {
          if (!next->job)
            launch (file, next, TRUE);
          return;
        }
      copil_file_fail_closed (&error);
      settle (file, next, error);
      copil_request_free (next);
    }
}

/* --- callbacks --- */

static void
run_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  copil_job_run (((CopilRequest *)data)->job);
  g_task_return_boolean (task, TRUE);
}

static void
round_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilFile *file = COPIL_FILE (source);
  CopilRequest *request = data;

  request->in_thread = FALSE;
  /* A blocking call may have waited for the round and settled the request. */
  if (!request->settled && !proceed (file, request, TRUE))
    return;
  copil_request_free (request);
  start_next (file);
}

/* --- rounds --- */

static void
launch (CopilFile *file, CopilRequest *request, gboolean threaded)
{
  gboolean as = request->kind == COPIL_REQUEST_SAVE_AS;
  CopilJob *job = request->job ? request->job : copil_job_new ();

  request->job = job;
  request->was_read_only = file->read_only;
  copil_job_reset (job);
  job->store_path = g_strdup (copil_store_get_path (file->store));
  job->work = as ? request->work : file->work;
  job->target = as ? copil_replace_resolve (request->location) : g_object_ref (file->target);
  job->blind = request->blind;
  job->fresh = request->blind && !request->replace;
  job->look_only = request->kind == COPIL_REQUEST_WATCH;
  job->dirty =
      request->forced || (copil_file_is_dirty (file) && request->kind != COPIL_REQUEST_WATCH);
  job->digest = as ? NULL : g_strdup (file->digest);
  job->attributes = as ? NULL : g_strdup (file->attributes);
  job->known = as ? NULL : copy_known (file);
  g_set_object (&job->cancellable, request->cancellable);
  if (threaded)
    {
      request->in_thread = TRUE;
      g_autoptr (GTask) task = g_task_new (file, NULL, round_done_cb, request);
      g_task_set_task_data (task, request, NULL);
      g_task_run_in_thread (task, run_thread_cb);
    }
  else
    copil_job_run (job);
}

/* --- public --- */

CopilRequest *
copil_request_new (CopilRequestKind kind, GCancellable *cancellable)
{
  CopilRequest *request = g_new0 (CopilRequest, 1);
  request->kind = kind;
  request->notices = g_ptr_array_new_with_free_func (g_free);
  g_set_object (&request->cancellable, cancellable);
  return request;
}

CopilRequest *
copil_request_new_save_as (CopilFile *file, GFile *location, gboolean replace,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) target = copil_replace_resolve (location);
  g_autoptr (GError) problem = NULL;
  CopilRequest *request;

  if (file->newer)
    {
      copil_file_fail_newer (error);
      return NULL;
    }
  if (copil_replace_check_regular (target, cancellable, &problem) && !replace)
    g_set_error_literal (&problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                         _ ("There is a file of that name already."));
  if (problem && !g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (g_file_equal (target, file->target))
    {
      request = copil_request_new (COPIL_REQUEST_SAVE, cancellable);
      request->forced = TRUE;
      return request;
    }
  request = copil_request_new (COPIL_REQUEST_SAVE_AS, cancellable);
  request->location = g_object_ref (location);
  request->blind = TRUE;
  request->replace = replace;
  request->work = copil_work_new (target, error);
  if (!request->work)
    {
      copil_request_free (request);
      return NULL;
    }
  /* What a crash left of the file that stood there is not thrown away. */
  if (g_file_test (request->work->copy, G_FILE_TEST_EXISTS))
    g_free (copil_work_put_aside (request->work, "kept"));
  return request;
}

void
copil_request_push (CopilFile *file, CopilRequest *request)
{
  g_queue_push_tail (&file->requests, request);
  if (g_queue_get_length (&file->requests) == 1)
    launch (file, request, TRUE);
}

void
copil_request_run_later (CopilFile *file, CopilRequest *request, GAsyncReadyCallback callback,
                         gpointer data)
{
  request->task = g_task_new (file, request->cancellable, callback, data);
  g_task_set_check_cancellable (request->task, FALSE);
  copil_request_push (file, request);
}

/* Runs all that was asked for before, and then this, without the main loop. */
gboolean
copil_request_run_now (CopilFile *file, CopilRequest *request, GError **error)
{
  g_autoptr (GError) problem = NULL;
  CopilRequest *before;

  g_object_ref (file);
  while (file->work && (before = g_queue_peek_head (&file->requests)))
    {
      if (before->job)
        copil_job_wait (before->job);
      else
        launch (file, before, FALSE);
      proceed (file, before, FALSE);
      /* Else its round's callback, which is still to come, frees it. */
      if (!before->in_thread)
        copil_request_free (before);
    }
  if (!file->work)
    copil_file_fail_closed (&problem);
  else
    {
      g_queue_push_head (&file->requests, request);
      request->error = &problem;
      launch (file, request, FALSE);
      proceed (file, request, FALSE);
    }
  copil_request_free (request);
  start_next (file);
  g_object_unref (file);
  if (!problem)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
copil_file_fail_closed (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                       _ ("The file is closed."));
  return FALSE;
}

gboolean
copil_file_fail_newer (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER,
                       _ ("This file was made by a newer Copil: it can only be read."));
  return FALSE;
}
