/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files read in a thread, then joined one after the other. */
#include "copil-joined-join.h"

#include <glib/gi18n-lib.h>

#include "copil-joined.h"

typedef struct
{
  CopilSession *session;
  const char *kind;
  gint64 parent, item;
  GFile *file;
  char *name;
  char *mime;
} Join;

static void
join_free (gpointer data)
{
  Join *join = data;

  g_object_unref (join->session);
  g_object_unref (join->file);
  g_free (join->name);
  g_free (join->mime);
  g_free (join);
}

/* At most one byte more than may be joined is read, whatever the file says of its size. */
static GBytes *
read_all (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autofree guint8 *bytes = NULL;
  gsize length = 0;

  if (!input)
    return NULL;
  bytes = g_try_malloc (COPIL_JOINED_MOST + 1);
  if (!bytes || !g_input_stream_read_all (G_INPUT_STREAM (input), bytes, COPIL_JOINED_MOST + 1,
                                          &length, cancellable, error))
    {
      if (!bytes)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("“%s” is too large."), name);
      return NULL;
    }
  return copil_joined_check_size (name, length, error) ? g_bytes_new (bytes, length) : NULL;
}

static void
read_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Join *join = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (join->file,
                         G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                        "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                                        "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                         G_FILE_QUERY_INFO_NONE, cancellable, &error);
  const char *type = info ? g_file_info_get_content_type (info) : NULL;
  GBytes *bytes = NULL;

  if (info)
    {
      g_free (join->name);
      join->name = g_strdup (g_file_info_get_display_name (info));
      join->mime = type ? g_content_type_get_mime_type (type) : NULL;
    }
  if (info && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” is not a document that can be joined."), join->name);
  else if (info &&
           copil_joined_check_size (join->name, (guint64)g_file_info_get_size (info), &error))
    bytes = read_all (join->file, join->name, cancellable, &error);
  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Join *join = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = NULL;
  CopilStore *store;

  if (!copil_session_check (join->session, bytes != NULL, &error))
    return;
  copil_session_keep (join->session);
  store = copil_session_get_store (join->session);
  if (!copil_session_check (join->session,
                            copil_joined_add (store, join->kind, join->parent, join->item,
                                              join->name, join->mime, bytes, &error) != 0,
                            &error))
    return;
  message =
      copil_joined_warn (join->name, g_bytes_get_size (bytes), copil_joined_get_total (store));
  if (!message)
    message = g_strdup_printf (_ ("Document joined: %s"), join->name);
  g_signal_emit_by_name (join->session, "toast", message, TRUE);
}

void
copil_joined_join_file (CopilSession *session, const char *kind, gint64 parent, gint64 item,
                        GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Join *join = g_new0 (Join, 1);

  join->session = g_object_ref (session);
  join->kind = copil_kind_get (kind)->name;
  join->parent = parent;
  join->item = item;
  join->file = g_object_ref (file);
  join->name = g_file_get_basename (file);
  if (!g_utf8_validate (join->name ? join->name : "", -1, NULL) || !join->name)
    {
      g_free (join->name);
      join->name = g_strdup (_ ("Document"));
    }
  g_task_set_task_data (task, join, join_free);
  g_task_run_in_thread (task, read_thread_cb);
}
