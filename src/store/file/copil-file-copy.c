/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a file beside which the file goes on. */
#include "copil-file-request.h"

#include <glib/gi18n-lib.h>

#include "copil-attributes.h"
#include "copil-replace.h"
#include "copil-store-private.h"

typedef struct
{
  char *from;
  char *attributes; /* of the file: a copy is for no one else */
  GFile *target;
  CopilWork *work; /* the place of the copy, which no window has then */
  gboolean history, replace;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_free (copying->from);
  g_free (copying->attributes);
  g_clear_object (&copying->target);
  g_clear_pointer (&copying->work, copil_work_free);
  g_free (copying);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static Copying *
copying_new (CopilFile *file, GFile *location, gboolean history, gboolean replace,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (Copying) copying = g_new0 (Copying, 1);
  g_autoptr (GError) problem = NULL;

  if (!file->work)
    {
      copil_file_fail_closed (error);
      return NULL;
    }
  copying->from = g_strdup (copil_store_get_path (file->store));
  copying->attributes = copil_attributes_read (file->target);
  copying->target = copil_replace_resolve (location);
  copying->history = history;
  copying->replace = replace;
  if (g_file_equal (copying->target, file->target))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("The convention itself would be overwritten."));
      return NULL;
    }
  if (copil_replace_check_regular (copying->target, cancellable, &problem) && !replace)
    g_set_error_literal (&problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                         _ ("There is a file of that name already."));
  if (problem && !g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  copying->work = copil_work_new (copying->target, error);
  return copying->work ? g_steal_pointer (&copying) : NULL;
}

/* Any thread. */
static gboolean
write_copy (const Copying *copying, GCancellable *cancellable, GError **error)
{
  const char *path = copying->work->outgoing;
  g_autoptr (GFile) out = g_file_new_for_path (path);
  g_autoptr (CopilStore) copy = NULL;
  g_autofree char *digest = NULL;

  if (!copil_store_snapshot_path (copying->from, path, error) ||
      (!copying->history && !copil_store_forget_history (path, error)))
    return FALSE;
  copy = copil_store_open (path, COPIL_STORE_READ_ONLY, error);
  if (!copy)
    return FALSE;
  digest = copil_replace_read_digest (out, cancellable, error);
  return digest && copil_replace_put (path, copying->target, copying->replace, digest, NULL,
                                      copying->attributes, cancellable, error);
}

static gboolean
run (const Copying *copying, GCancellable *cancellable, GError **error)
{
  gboolean done;

  copil_work_remove (copying->work->outgoing);
  done = write_copy (copying, cancellable, error);
  copil_work_remove (copying->work->outgoing);
  return done;
}

static void
copy_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- public --- */

gboolean
copil_file_copy (CopilFile *file, GFile *location, gboolean history, gboolean replace,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (Copying) copying = copying_new (file, location, history, replace, cancellable, error);

  return copying && run (copying, cancellable, error);
}

void
copil_file_copy_async (CopilFile *file, GFile *location, gboolean history, gboolean replace,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
  GError *error = NULL;
  Copying *copying = copying_new (file, location, history, replace, cancellable, &error);

  if (!copying)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, copying, copying_free);
  g_task_run_in_thread (task, copy_thread_cb);
}

gboolean
copil_file_copy_finish (CopilFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
