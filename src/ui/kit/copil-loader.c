/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-loader.h"

struct _CopilLoader
{
  GObject parent_instance;

  const CopilLoading *loading;
  GtkWidget *widget; /* NULL once it is gone */
  CopilSession *session;
  guint delay;
  gboolean stale;
  guint waiting;
  GCancellable *reading; /* the reading under way, or NULL */
};

G_DEFINE_FINAL_TYPE (CopilLoader, copil_loader, G_TYPE_OBJECT)

/* What the thread has. */
typedef struct
{
  const CopilLoading *loading;
  CopilStore *reader;
  gpointer job;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->reader);
  work->loading->free_job (work->job);
  g_free (work);
}

static void
read_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (copil_store_read (work->reader, work->loading->read, work->job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilLoader *loader = COPIL_LOADER (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  gboolean read = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_object (&loader->reading);
  if (!loader->widget)
    return;
  if (loader->stale)
    copil_loader_ask (loader);
  else
    loader->loading->show (loader->widget, read ? work->job : NULL);
}

static void
mapped_cb (CopilLoader *loader)
{
  if (loader->stale)
    copil_loader_ask (loader);
}

static gboolean
waited_cb (gpointer data)
{
  CopilLoader *loader = data;

  loader->waiting = 0;
  copil_loader_ask (loader);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CopilLoader *loader)
{
  loader->stale = TRUE;
  if (loader->widget && !loader->waiting && gtk_widget_get_mapped (loader->widget))
    loader->waiting = g_timeout_add (loader->delay, waited_cb, loader);
}

static void
copil_loader_dispose (GObject *object)
{
  CopilLoader *loader = COPIL_LOADER (object);

  g_clear_handle_id (&loader->waiting, g_source_remove);
  g_clear_object (&loader->session);
  G_OBJECT_CLASS (copil_loader_parent_class)->dispose (object);
}

static void
copil_loader_class_init (CopilLoaderClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_loader_dispose;
}

static void
copil_loader_init (CopilLoader *loader)
{
}

CopilLoader *
copil_loader_new (gpointer widget, CopilSession *session, const CopilLoading *loading, guint delay)
{
  CopilLoader *loader = g_object_new (COPIL_TYPE_LOADER, NULL);

  loader->loading = loading;
  loader->widget = widget;
  loader->session = g_object_ref (session);
  loader->delay = delay;
  loader->stale = delay > 0;
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), loader, G_CONNECT_SWAPPED);
  if (delay > 0)
    g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                             loader, G_CONNECT_SWAPPED);
  return loader;
}

void
copil_loader_ask (CopilLoader *loader)
{
  g_autoptr (CopilStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Work *work;

  loader->stale = TRUE;
  if (loader->reading)
    g_cancellable_cancel (loader->reading);
  if (!loader->widget || loader->reading || !gtk_widget_get_mapped (loader->widget))
    return;
  loader->stale = FALSE;
  reader = copil_store_open_reader (copil_session_get_store (loader->session), &error);
  if (!copil_session_check (loader->session, reader != NULL, &error))
    return;
  loader->reading = g_cancellable_new ();
  copil_store_set_cancellable (reader, loader->reading);
  work = g_new (Work, 1);
  *work =
      (Work){ loader->loading, g_steal_pointer (&reader), loader->loading->ask (loader->widget) };
  task = g_task_new (loader, NULL, read_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, read_thread_cb);
}

void
copil_loader_clear (CopilLoader **loader)
{
  if (!*loader)
    return;
  if ((*loader)->reading)
    g_cancellable_cancel ((*loader)->reading);
  g_clear_handle_id (&(*loader)->waiting, g_source_remove);
  (*loader)->widget = NULL;
  g_clear_object (loader);
}
