/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-documents-open.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "copil-export.h"
#include "copil-proposal-documents.h"
#include "copil-query.h"

static const char opened_key[] = "copil-opened-documents";

/* What was opened is not left behind. */
static void
remove_copy (gpointer path)
{
  g_autofree char *file = path, *folder = g_path_get_dirname (file);

  g_unlink (file);
  g_rmdir (folder);
}

/* The paths of the copies; they go with the session. */
static GPtrArray *
get_opened (CopilSession *session)
{
  GPtrArray *opened = g_object_get_data (G_OBJECT (session), opened_key);

  if (!opened)
    {
      opened = g_ptr_array_new_with_free_func (remove_copy);
      g_object_set_data_full (G_OBJECT (session), opened_key, opened,
                              (GDestroyNotify)g_ptr_array_unref);
    }
  return opened;
}

/* Written to a folder of one's own; read-only, as what is changed there does not come back. */
static char *
write_private (CopilSession *session, GBytes *data, const char *name, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("copil-XXXXXX", error);
  g_autofree char *file = copil_meeting_documents_make_file_name (name), *path = NULL;

  if (!folder)
    return NULL;
  path = g_build_filename (folder, file, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (data, NULL),
                                 (gssize)g_bytes_get_size (data), G_FILE_SET_CONTENTS_NONE, 0400,
                                 error))
    {
      g_rmdir (folder);
      return NULL;
    }
  g_ptr_array_add (get_opened (session), g_strdup (path));
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

char *
copil_meeting_documents_make_file_name (const char *name)
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

void
copil_meeting_documents_open (GtkWidget *from, CopilSession *session, gint64 id)
{
  CopilStore *store = copil_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = copil_joined_get (store, id, &error);
  g_autofree char *name =
      copil_store_query_dup_text (store, "SELECT name FROM attachment WHERE id = ?1", "i", id);
  g_autofree char *path = NULL, *uri = NULL;

  if (data)
    path = write_private (session, data, name ? name : _ ("Document"), &error);
  if (!copil_session_check (session, path != NULL, error))
    return;
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (from)), uri, GDK_CURRENT_TIME, NULL,
                     opened_cb, g_object_ref (session));
}
