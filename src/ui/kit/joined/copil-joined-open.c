/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-joined-open.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-joined.h"
#include "copil-temporary.h"
#include "copil-view-record.h"

typedef struct
{
  const char *kind;
  gint64 id;
} Document;

char *
copil_joined_dup_name (CopilSession *session, const char *kind, gint64 id)
{
  char *name = copil_view_dup_field (copil_session_get_store (session), kind, id, "name");

  return name ? name : g_strdup (_ ("Document"));
}

/* The name for a file system: its ending kept, without what such a system refuses. */
static char *
make_file_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem =
      dot && dot > name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);
  g_autofree char *suffix = NULL;

  if (!dot || dot == name || strlen (dot) > 12 || strpbrk (dot, "/\\:*?\"<>|"))
    return copil_export_make_name (name, "");
  suffix = g_utf8_strdown (dot, -1);
  return copil_export_make_name (stem, suffix);
}

/* What was opened is not left behind. */
static void
forget (gpointer data)
{
  GPtrArray *paths = data;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (paths->pdata[i]);

      copil_temporary_remove (folder);
    }
  g_ptr_array_unref (paths);
}

static void
remember (CopilSession *session, const char *path)
{
  GPtrArray *paths = g_object_get_data (G_OBJECT (session), "copil-opened-documents");

  if (!paths)
    {
      paths = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (session), "copil-opened-documents", paths, forget);
    }
  g_ptr_array_add (paths, g_strdup (path));
}

/* Written to a folder of one's own; read-only, as what is changed there does not come back. */
static char *
write_private (CopilSession *session, GBytes *data, const char *name, GError **error)
{
  g_autofree char *folder = copil_temporary_new (error);
  g_autofree char *file = make_file_name (name), *path = NULL;

  if (!folder)
    return NULL;
  path = g_build_filename (folder, file, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (data, NULL),
                                 (gssize)g_bytes_get_size (data), G_FILE_SET_CONTENTS_NONE, 0400,
                                 error))
    {
      copil_temporary_remove (folder);
      return NULL;
    }
  remember (session, path);
  return g_steal_pointer (&path);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilSession) session = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    copil_session_toast (session, _ ("No program opens this document: save a copy of it instead."));
}

void
copil_joined_open (GtkWidget *from, CopilSession *session, const char *kind, gint64 id)
{
  g_autofree char *name = copil_joined_dup_name (session, kind, id), *path = NULL, *uri = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = copil_joined_get (copil_session_get_store (session), kind, id, &error);

  if (data)
    path = write_private (session, data, name, &error);
  if (!copil_session_check (session, path != NULL, &error))
    return;
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (from)), uri, GDK_CURRENT_TIME, NULL,
                     opened_cb, g_object_ref (session));
}

/* In a thread. */
static gboolean
write_copy (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  Document *document = data;
  g_autoptr (GBytes) bytes = copil_joined_get (reader, document->kind, document->id, error);

  return bytes && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                       (gssize)g_bytes_get_size (bytes), error);
}

void
copil_joined_save (GtkWidget *from, CopilSession *session, const char *kind, gint64 id)
{
  g_autofree char *name = copil_joined_dup_name (session, kind, id), *file = make_file_name (name),
                  *suffix = NULL;
  char *dot = strrchr (file, '.');
  Document *document = g_new0 (Document, 1);

  document->kind = copil_kind_get (kind)->name;
  document->id = id;
  suffix = g_strdup (dot && dot > file ? dot : "");
  if (dot && dot > file)
    *dot = '\0';
  copil_export_run (from, session, _ ("Save a Copy"), file, _ ("Documents"), suffix, write_copy,
                    document, g_free);
}
