/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-request.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "copil-replace.h"
#include "copil-temporary.h"
#include "copil-store-private.h"

/* Changes from outside come in bursts. */
#define WATCH_DELAY_MS 500

/* Savings that fail are tried again after twice the time each, but at least so often. */
#define MOST_DOUBLINGS 6
#define MOST_DELAY_MS 60000

G_DEFINE_FINAL_TYPE (CopilFile, copil_file, G_TYPE_OBJECT)

enum
{
  SAVED,
  FAILED,
  NOTICE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean autosave_cb (gpointer data);

/* --- helpers --- */

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

void
copil_file_stop_timers (CopilFile *file)
{
  g_clear_handle_id (&file->autosave, g_source_remove);
  g_clear_handle_id (&file->watch_source, g_source_remove);
  if (file->monitor)
    g_file_monitor_cancel (file->monitor);
  g_clear_object (&file->monitor);
}

void
copil_file_arm_autosave (CopilFile *file)
{
  guint delay = file->delay << MIN (file->n_failed, MOST_DOUBLINGS);

  g_clear_handle_id (&file->autosave, g_source_remove);
  if (delay > 0 && file->work)
    file->autosave =
        g_timeout_add (MIN (delay, MAX (file->delay, MOST_DELAY_MS)), autosave_cb, file);
}

/* --- callbacks --- */

static gboolean
autosave_cb (gpointer data)
{
  CopilFile *file = data;

  file->autosave = 0;
  if (copil_file_is_dirty (file) && !file->read_only && !copil_store_in_transaction (file->store))
    copil_request_push (file, copil_request_new (COPIL_REQUEST_AUTOSAVE, NULL));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CopilStore *store, gpointer changes, CopilFile *file)
{
  file->n_failed = 0;
  copil_file_arm_autosave (file);
}

static gboolean
watch_cb (gpointer data)
{
  CopilFile *file = data;

  file->watch_source = 0;
  if (file->work && !file->newer)
    copil_request_push (file, copil_request_new (COPIL_REQUEST_WATCH, NULL));
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

  copil_file_stop_timers (file);
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
  g_free (file->attributes);
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

/* What is left to do in the thread that has the main context. */
static void
start (CopilFile *file)
{
  g_signal_connect (file->store, "changed", G_CALLBACK (changed_cb), file);
  copil_file_watch (file);
}

void
copil_file_watch (CopilFile *file)
{
  if (file->monitor)
    g_file_monitor_cancel (file->monitor);
  g_clear_object (&file->monitor);
  /* Where a place cannot be watched, saving still looks before it writes. */
  file->monitor = g_file_monitor_file (file->target, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (file->monitor)
    g_signal_connect (file->monitor, "changed", G_CALLBACK (monitor_cb), file);
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
  CopilRequest *request;

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
  request = copil_request_new (COPIL_REQUEST_SAVE, NULL);
  request->blind = TRUE;
  request->replace = replace;
  if (!copil_request_run_now (file, request, error))
    {
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
    copil_file_arm_autosave (file);
  else
    g_clear_handle_id (&file->autosave, g_source_remove);
}

gboolean
copil_file_save (CopilFile *file, GCancellable *cancellable, GError **error)
{
  if (file->newer)
    return copil_file_fail_newer (error);
  return copil_request_run_now (file, copil_request_new (COPIL_REQUEST_SAVE, cancellable), error);
}

void
copil_file_save_async (CopilFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  GError *error = NULL;

  if (!file->work)
    copil_file_fail_closed (&error);
  else if (file->newer)
    copil_file_fail_newer (&error);
  if (error)
    g_task_report_error (file, callback, data, NULL, error);
  else
    copil_request_run_later (file, copil_request_new (COPIL_REQUEST_SAVE, cancellable), callback,
                             data);
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
  CopilRequest *request = copil_request_new_save_as (file, location, replace, cancellable, error);

  return request && copil_request_run_now (file, request, error);
}

void
copil_file_save_as_async (CopilFile *file, GFile *location, gboolean replace,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GError *error = NULL;
  CopilRequest *request = NULL;

  if (!file->work)
    copil_file_fail_closed (&error);
  else
    request = copil_request_new_save_as (file, location, replace, cancellable, &error);
  if (request)
    copil_request_run_later (file, request, callback, data);
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
  copil_file_stop_timers (file);
  copil_file_release (file);
  return TRUE;
}

gboolean
copil_file_close (CopilFile *file, GCancellable *cancellable, GError **error)
{
  return close_at_once (file) ||
         copil_request_run_now (file, copil_request_new (COPIL_REQUEST_CLOSE, cancellable), error);
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
    copil_request_run_later (file, copil_request_new (COPIL_REQUEST_CLOSE, cancellable), callback,
                             data);
}

gboolean
copil_file_close_finish (CopilFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
copil_file_sweep (void)
{
  copil_temporary_sweep ();
  copil_work_sweep ();
}
