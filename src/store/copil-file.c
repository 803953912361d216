/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "copil-merge.h"
#include "copil-replace.h"
#include "copil-store-private.h"

/* A file that somebody else writes again and again cannot be saved for ever. */
#define MOST_ROUNDS 5
/* Changes from outside come in bursts. */
#define WATCH_DELAY_MS 500

typedef enum
{
  REQUEST_SAVE,
  REQUEST_SAVE_AS,
  REQUEST_CLOSE,
  REQUEST_AUTOSAVE, /* nobody waits for it */
  REQUEST_WATCH     /* the same, and only what somebody else wrote is of interest */
} RequestKind;

typedef struct
{
  RequestKind kind;
  GTask *task;    /* NULL where nobody waits for it */
  GError **error; /* of the call that blocks for it */
  GCancellable *cancellable;
  GFile *location;         /* save as */
  CopilWork *work;         /* save as */
  gboolean blind, replace; /* whatever stands there is replaced, or nothing may stand there */
  gboolean forced;         /* to be written even where nothing changed */
  guint rounds;
  gboolean in_thread; /* a round's callback is to come */
  gboolean settled, was_read_only;
  GPtrArray *notices;
  CopilJob *job;
} Request;

G_DEFINE_FINAL_TYPE (CopilFile, copil_file, G_TYPE_OBJECT)

enum
{
  SAVED,
  FAILED,
  NOTICE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void launch (CopilFile *file, Request *request, gboolean threaded);
static void watch (CopilFile *file);
static gboolean autosave_cb (gpointer data);
static void push_request (CopilFile *file, Request *request);

/* --- helpers --- */

static void
request_free (Request *request)
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

static Request *
request_new (RequestKind kind, GCancellable *cancellable)
{
  Request *request = g_new0 (Request, 1);
  request->kind = kind;
  request->notices = g_ptr_array_new_with_free_func (g_free);
  g_set_object (&request->cancellable, cancellable);
  return request;
}

static gboolean
fail_closed (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                       _ ("The file is closed."));
  return FALSE;
}

static gboolean
fail_newer (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER,
                       _ ("This file was made by a newer Copil: it can only be read."));
  return FALSE;
}

gboolean
copil_file_take_other (CopilFile *file, const char *digest, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  g_autoptr (CopilStore) other =
      copil_store_open (file->work->incoming, COPIL_STORE_READ_ONLY, &problem);
  gint64 other_head = other ? copil_store_get_head (other) : 0;
  guint missing = other ? copil_store_count_missing (file->store, other) : 0;
  const char *sentence = NULL;

  if (copil_store_in_transaction (file->store))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                           _ ("A change is under way: the file is saved after it."));
      return FALSE;
    }
  if (other &&
      !copil_store_merge (file->store, file->work->incoming, COPIL_MERGE_OURS, conflicts,
                          &problem) &&
      (g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL) ||
       g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY) ||
       g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY)))
    {
      /* It is our own side that fails, not what came from outside. */
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (problem)
    sentence = _ ("What somebody else put at the place of the file cannot be merged: it is kept "
                  "beside it as “%s”.");
  else if (conflicts->len > 0)
    sentence =
        _ ("Somebody else changed the same things: what was entered here stays, and the other "
           "version is kept beside the file as “%s”.");
  else if (missing == 0 && other_head == file->saved_head)
    sentence = _ ("Another program changed the file: its version is kept beside it as “%s”.");

  if (sentence)
    {
      g_autofree char *name = copil_replace_put_beside (file->work->incoming, file->target,
                                                        _ ("other version"), NULL, error);
      if (!name)
        return FALSE;
      g_ptr_array_add (notices, g_strdup_printf (sentence, name));
      file->saved_head = -1;
    }
  else if (missing > 0)
    g_ptr_array_add (notices,
                     g_strdup (_ ("The file was merged with the version that somebody else "
                                  "saved.")));
  if (!sentence)
    file->saved_head = copil_store_count_missing (other, file->store) > 0
                           ? -1
                           : copil_store_get_head (file->store);
  copil_set_text (&file->digest, digest);
  return TRUE;
}

void
copil_file_release (CopilFile *file)
{
  gboolean dirty;

  if (!file->work)
    return;
  dirty = copil_file_is_dirty (file);
  if (file->store)
    {
      copil_store_close (file->store);
      if (!dirty)
        copil_work_clear (file->work);
    }
  copil_work_remove (file->work->incoming);
  copil_work_remove (file->work->outgoing);
  g_clear_pointer (&file->work, copil_work_free);
}

static void
stop_timers (CopilFile *file)
{
  g_clear_handle_id (&file->autosave, g_source_remove);
  g_clear_handle_id (&file->watch_source, g_source_remove);
  if (file->monitor)
    g_file_monitor_cancel (file->monitor);
  g_clear_object (&file->monitor);
}

static void
arm_autosave (CopilFile *file)
{
  g_clear_handle_id (&file->autosave, g_source_remove);
  if (file->delay > 0 && file->work)
    file->autosave = g_timeout_add (file->delay, autosave_cb, file);
}

/* The user's file is the one that was saved to, from now on. */
static gboolean
move_to (CopilFile *file, Request *request, GError **error)
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
  g_hash_table_remove_all (file->known);
  watch (file);
  return TRUE;
}

/* Takes over what a round brought; TRUE where another round is needed. */
static gboolean
land (CopilFile *file, Request *request, GError **error)
{
  CopilJob *job = request->job;
  gboolean again = FALSE;

  switch (job->outcome)
    {
    case COPIL_JOB_UP_TO_DATE:
      if (job->stale)
        file->saved_head = -1;
      break;
    case COPIL_JOB_WRITTEN:
      if (request->kind == REQUEST_SAVE_AS && !move_to (file, request, error))
        break;
      file->saved_head = job->head;
      file->read_only = FALSE;
      copil_set_text (&file->digest, job->new_digest);
      g_hash_table_add (file->known, g_strdup (job->new_digest));
      if (job->anew && request->kind != REQUEST_SAVE_AS)
        g_ptr_array_add (request->notices,
                         g_strdup (_ ("The file was not there any more: it was written anew.")));
      break;
    case COPIL_JOB_CHANGED:
      if (++request->rounds > MOST_ROUNDS)
        g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                             _ ("Another program keeps writing this file."));
      else if (copil_file_take_other (file, job->new_digest, request->notices, error))
        again = request->kind != REQUEST_WATCH;
      copil_work_remove (file->work->incoming);
      break;
    case COPIL_JOB_FAILED:
    default:
      if (g_error_matches (job->error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY))
        file->read_only = TRUE;
      g_propagate_error (error, g_steal_pointer (&job->error));
      break;
    }
  if (request->kind == REQUEST_WATCH && copil_file_is_dirty (file))
    arm_autosave (file);
  return again;
}

/* The request is over: tells whoever waits for it. */
static void
settle (CopilFile *file, Request *request, GError *error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_ref (request->notices);
  gboolean changed =
      request->job && (request->job->outcome == COPIL_JOB_WRITTEN || request->job->stale ||
                       request->rounds > 0 || file->read_only != request->was_read_only);

  request->settled = TRUE;
  g_queue_remove (&file->requests, request);
  if (!error)
    {
      g_clear_pointer (&file->last_failure, g_free);
      if (request->kind == REQUEST_CLOSE)
        {
          stop_timers (file);
          copil_file_release (file);
        }
    }
  for (guint i = 0; i < notices->len; i++)
    g_signal_emit (file, signals[NOTICE], 0, notices->pdata[i]);
  if (changed)
    g_signal_emit (file, signals[SAVED], 0);
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
          g_signal_emit (file, signals[FAILED], 0, error->message);
        }
      g_error_free (error);
    }
}

/* Runs the rounds that are left after the one that has just ended. Returns TRUE where the request
 * is settled. */
static gboolean
proceed (CopilFile *file, Request *request, gboolean threaded)
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
  Request *next;

  while ((next = g_queue_peek_head (&file->requests)))
    {
      GError *error = NULL;

      if (file->work)
        {
          if (!next->job)
            launch (file, next, TRUE);
          return;
        }
      fail_closed (&error);
      settle (file, next, error);
      request_free (next);
    }
}

/* --- callbacks --- */

static void
run_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  copil_job_run (((Request *)data)->job);
  g_task_return_boolean (task, TRUE);
}

static void
round_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilFile *file = COPIL_FILE (source);
  Request *request = data;

  request->in_thread = FALSE;
  /* A blocking call may have waited for the round and settled the request. */
  if (!request->settled && !proceed (file, request, TRUE))
    return;
  request_free (request);
  start_next (file);
}

static gboolean
autosave_cb (gpointer data)
{
  CopilFile *file = data;

  file->autosave = 0;
  if (copil_file_is_dirty (file) && !file->read_only && !copil_store_in_transaction (file->store))
    push_request (file, request_new (REQUEST_AUTOSAVE, NULL));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CopilStore *store, gpointer changes, CopilFile *file)
{
  arm_autosave (file);
}

static gboolean
watch_cb (gpointer data)
{
  CopilFile *file = data;

  file->watch_source = 0;
  if (file->work && !file->newer)
    push_request (file, request_new (REQUEST_WATCH, NULL));
  return G_SOURCE_REMOVE;
}

static void
monitor_cb (GFileMonitor *monitor, GFile *changed, GFile *other, GFileMonitorEvent event,
            CopilFile *file)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  g_clear_handle_id (&file->watch_source, g_source_remove);
  file->watch_source = g_timeout_add (WATCH_DELAY_MS, watch_cb, file);
}

static void
open_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CopilFile *file = copil_file_load (data, cancellable, &error);

  if (file)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* --- class --- */

static void
copil_file_dispose (GObject *object)
{
  CopilFile *file = COPIL_FILE (object);

  stop_timers (file);
  if (file->store)
    g_signal_handlers_disconnect_by_data (file->store, file);
  copil_file_release (file);
  g_clear_object (&file->store);
  G_OBJECT_CLASS (copil_file_parent_class)->dispose (object);
}

static void
copil_file_finalize (GObject *object)
{
  CopilFile *file = COPIL_FILE (object);

  g_clear_object (&file->location);
  g_clear_object (&file->target);
  g_clear_pointer (&file->notices, g_ptr_array_unref);
  g_clear_pointer (&file->known, g_hash_table_unref);
  g_free (file->digest);
  g_free (file->last_failure);
  G_OBJECT_CLASS (copil_file_parent_class)->finalize (object);
}

static void
copil_file_class_init (CopilFileClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_file_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_file_finalize;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
copil_file_init (CopilFile *file)
{
  file->notices = g_ptr_array_new_with_free_func (g_free);
  file->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->saved_head = -1;
  g_queue_init (&file->requests);
}

/* --- requests --- */

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

static void
launch (CopilFile *file, Request *request, gboolean threaded)
{
  gboolean as = request->kind == REQUEST_SAVE_AS;
  CopilJob *job = request->job ? request->job : copil_job_new ();

  request->job = job;
  request->was_read_only = file->read_only;
  copil_job_reset (job);
  job->store_path = g_strdup (copil_store_get_path (file->store));
  job->work = as ? request->work : file->work;
  job->target = as ? copil_replace_resolve (request->location) : g_object_ref (file->target);
  job->blind = request->blind;
  job->fresh = request->blind && !request->replace;
  job->look_only = request->kind == REQUEST_WATCH;
  job->dirty = request->forced || (copil_file_is_dirty (file) && request->kind != REQUEST_WATCH);
  job->digest = as ? NULL : g_strdup (file->digest);
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

static void
push_request (CopilFile *file, Request *request)
{
  g_queue_push_tail (&file->requests, request);
  if (g_queue_get_length (&file->requests) == 1)
    launch (file, request, TRUE);
}

/* Runs all that was asked for before, and then this, without the main loop. */
static gboolean
run_now (CopilFile *file, Request *request, GError **error)
{
  g_autoptr (GError) problem = NULL;
  Request *before;

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
        request_free (before);
    }
  if (!file->work)
    fail_closed (&problem);
  else
    {
      g_queue_push_head (&file->requests, request);
      request->error = &problem;
      launch (file, request, FALSE);
      proceed (file, request, FALSE);
    }
  request_free (request);
  start_next (file);
  g_object_unref (file);
  if (!problem)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
run_later (CopilFile *file, Request *request, GAsyncReadyCallback callback, gpointer data)
{
  request->task = g_task_new (file, request->cancellable, callback, data);
  g_task_set_check_cancellable (request->task, FALSE);
  push_request (file, request);
}

/* What is left to do in the thread that has the main context. */
static void
start (CopilFile *file)
{
  g_signal_connect (file->store, "changed", G_CALLBACK (changed_cb), file);
  watch (file);
}

static void
watch (CopilFile *file)
{
  if (file->monitor)
    g_file_monitor_cancel (file->monitor);
  g_clear_object (&file->monitor);
  /* Where a place cannot be watched, saving still looks before it writes. */
  file->monitor = g_file_monitor_file (file->target, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (file->monitor)
    g_signal_connect (file->monitor, "changed", G_CALLBACK (monitor_cb), file);
}

static Request *
prepare_save_as (CopilFile *file, GFile *location, gboolean replace, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GFile) target = copil_replace_resolve (location);
  g_autoptr (GError) problem = NULL;
  Request *request;

  if (file->newer)
    {
      fail_newer (error);
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
      request = request_new (REQUEST_SAVE, cancellable);
      request->forced = TRUE;
      return request;
    }
  request = request_new (REQUEST_SAVE_AS, cancellable);
  request->location = g_object_ref (location);
  request->blind = TRUE;
  request->replace = replace;
  request->work = copil_work_new (target, error);
  if (!request->work)
    {
      request_free (request);
      return NULL;
    }
  /* What a crash left of the file that stood there is not thrown away. */
  if (g_file_test (request->work->copy, G_FILE_TEST_EXISTS))
    g_free (copil_work_put_aside (request->work, "kept"));
  return request;
}

/* --- public --- */

CopilFile *
copil_file_open (GFile *location, GCancellable *cancellable, GError **error)
{
  CopilFile *file = copil_file_load (location, cancellable, error);

  if (file)
    start (file);
  return file;
}

void
copil_file_open_async (GFile *location, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (location), g_object_unref);
  g_task_run_in_thread (task, open_thread_cb);
}

CopilFile *
copil_file_open_finish (GAsyncResult *result, GError **error)
{
  CopilFile *file = g_task_propagate_pointer (G_TASK (result), error);

  if (file)
    start (file);
  return file;
}

CopilFile *
copil_file_create (GFile *location, const char *title, gboolean replace, GError **error)
{
  g_autoptr (CopilFile) file = g_object_new (COPIL_TYPE_FILE, NULL);
  g_autoptr (GError) problem = NULL;
  Request *request;

  file->location = g_object_ref (location);
  file->target = copil_replace_resolve (location);
  if (copil_replace_check_regular (file->target, NULL, &problem) && !replace)
    g_set_error_literal (&problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                         _ ("There is a file of that name already."));
  if (problem && !g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  file->work = copil_work_new (file->target, error);
  if (!file->work)
    return NULL;
  if (g_file_test (file->work->copy, G_FILE_TEST_EXISTS))
    g_free (copil_work_put_aside (file->work, "kept"));
  file->store = copil_store_create (file->work->copy, title, error);
  if (!file->store)
    {
      copil_work_clear (file->work);
      return NULL;
    }
  request = request_new (REQUEST_SAVE, NULL);
  request->blind = TRUE;
  request->replace = replace;
  g_queue_push_head (&file->requests, request);
  g_clear_error (&problem);
  request->error = &problem;
  launch (file, request, FALSE);
  proceed (file, request, FALSE);
  request_free (request);
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      copil_store_close (file->store);
      copil_work_clear (file->work);
      g_clear_object (&file->store);
      return NULL;
    }
  start (file);
  return g_steal_pointer (&file);
}

CopilStore *
copil_file_get_store (CopilFile *file)
{
  return file->store;
}

GFile *
copil_file_get_location (CopilFile *file)
{
  return file->location;
}

gboolean
copil_file_is_dirty (CopilFile *file)
{
  return file->work && file->store && !file->newer &&
         copil_store_get_head (file->store) != file->saved_head;
}

gboolean
copil_file_is_read_only (CopilFile *file)
{
  return file->read_only;
}

char **
copil_file_dup_notices (CopilFile *file)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < file->notices->len; i++)
    g_strv_builder_add (builder, file->notices->pdata[i]);
  return g_strv_builder_end (builder);
}

void
copil_file_set_autosave_delay (CopilFile *file, guint milliseconds)
{
  file->delay = milliseconds;
  if (milliseconds > 0 && copil_file_is_dirty (file))
    arm_autosave (file);
  else
    g_clear_handle_id (&file->autosave, g_source_remove);
}

gboolean
copil_file_save (CopilFile *file, GCancellable *cancellable, GError **error)
{
  if (file->newer)
    return fail_newer (error);
  return run_now (file, request_new (REQUEST_SAVE, cancellable), error);
}

void
copil_file_save_async (CopilFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  GError *error = NULL;

  if (!file->work)
    fail_closed (&error);
  else if (file->newer)
    fail_newer (&error);
  if (error)
    g_task_report_error (file, callback, data, NULL, error);
  else
    run_later (file, request_new (REQUEST_SAVE, cancellable), callback, data);
}

gboolean
copil_file_save_finish (CopilFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
copil_file_save_as (CopilFile *file, GFile *location, gboolean replace, GCancellable *cancellable,
                    GError **error)
{
  Request *request = prepare_save_as (file, location, replace, cancellable, error);

  return request && run_now (file, request, error);
}

void
copil_file_save_as_async (CopilFile *file, GFile *location, gboolean replace,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GError *error = NULL;
  Request *request = NULL;

  if (!file->work)
    fail_closed (&error);
  else
    request = prepare_save_as (file, location, replace, cancellable, &error);
  if (request)
    run_later (file, request, callback, data);
  else
    g_task_report_error (file, callback, data, NULL, error);
}

gboolean
copil_file_save_as_finish (CopilFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Nothing to write, so nothing can fail. */
static gboolean
close_at_once (CopilFile *file)
{
  if (file->work && !file->newer)
    return FALSE;
  stop_timers (file);
  copil_file_release (file);
  return TRUE;
}

gboolean
copil_file_close (CopilFile *file, GCancellable *cancellable, GError **error)
{
  return close_at_once (file) || run_now (file, request_new (REQUEST_CLOSE, cancellable), error);
}

void
copil_file_close_async (CopilFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  if (close_at_once (file))
    {
      g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
      g_task_return_boolean (task, TRUE);
    }
  else
    run_later (file, request_new (REQUEST_CLOSE, cancellable), callback, data);
}

gboolean
copil_file_close_finish (CopilFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
