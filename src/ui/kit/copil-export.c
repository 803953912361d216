/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-export.h"

#include <glib/gi18n-lib.h>

#include "copil-publish-file.h"
#include "copil-temporary.h"

/* A name longer than this, in bytes, some file systems refuse. */
#define LONGEST_NAME 180
/* After so many milliseconds a toast says that the export goes on. */
#define PATIENCE 1000

typedef struct
{
  GtkWidget *from; /* weak */
  CopilSession *session;
  GtkFileChooserNative *dialog;
  char *suffix;
  CopilExportFunc func;
  gpointer data;
  GDestroyNotify destroy;

  GFile *file;
  CopilStore *reader;
  GCancellable *cancellable;
  AdwToast *toast; /* while it lasts */
  guint patience;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_weak_pointer (&export->from);
  g_clear_handle_id (&export->patience, g_source_remove);
  if (export->toast)
    adw_toast_dismiss (export->toast);
  g_clear_object (&export->toast);
  g_clear_object (&export->dialog);
  g_clear_object (&export->file);
  g_clear_object (&export->reader);
  g_clear_object (&export->cancellable);
  if (export->destroy)
    export->destroy (export->data);
  g_object_unref (export->session);
  g_free (export->suffix);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static GtkWindow *
get_window (Export *export)
{
  GtkRoot *root = export->from ? gtk_widget_get_root (export->from) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Shows the toast in the window; FALSE where it has no place for one. */
static gboolean
add_toast (Export *export, AdwToast *toast)
{
  GtkWidget *overlay =
      export->from ? gtk_widget_get_ancestor (export->from, ADW_TYPE_TOAST_OVERLAY) : NULL;

  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
  return overlay != NULL;
}

static AdwToast *
make_toast (const char *text, const char *button)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, button);
  return toast;
}

/* The file that was chosen, its suffix added where it was typed without; then never one that is
 * there already, as nobody was asked about that one. */
static GFile *
complete (GFile *chosen, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (GFile) folder = g_file_get_parent (chosen);

  if (g_str_has_suffix (folded, suffix) || !folder)
    return g_object_ref (chosen);
  for (guint i = 1;; i++)
    {
      g_autofree char *full = i == 1 ? g_strconcat (name, suffix, NULL)
                                     : g_strdup_printf ("%s (%u)%s", name, i, suffix);
      g_autoptr (GFile) file = g_file_get_child (folder, full);

      if (!g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
}

/* Where the place has no local path, the file is made elsewhere and copied there. */
static gboolean
write_remote (Export *export, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = copil_temporary_new (error);
  g_autofree char *name = g_strconcat ("export", export->suffix, NULL), *path = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean ok;

  if (!folder)
    return FALSE;
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  ok = copil_publish_file (export->reader, path, export->func, export->data, error) &&
       g_file_copy (file, export->file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error);
  copil_temporary_remove (folder);
  return ok;
}

static void
write_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autofree char *path = g_file_get_path (export->file);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  copil_store_hold (export->reader);
  g_cancellable_push_current (cancellable);
  ok = path ? copil_publish_file (export->reader, path, export->func, export->data, &error)
            : write_remote (export, cancellable, &error);
  g_cancellable_pop_current (cancellable);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilSession) session = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    copil_session_toast (session, _ ("No application was found to open this file."));
}

static void
open_cb (AdwToast *toast)
{
  CopilSession *session = g_object_get_data (G_OBJECT (toast), "session");
  GtkWindow *window = g_object_get_data (G_OBJECT (toast), "window");

  gtk_show_uri_full (window, g_object_get_data (G_OBJECT (toast), "uri"), GDK_CURRENT_TIME, NULL,
                     opened_cb, g_object_ref (session));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file), *shown = NULL, *message = NULL;
  g_autoptr (AdwToast) toast = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        copil_session_check (export->session, FALSE, &error);
      return;
    }
  shown = g_filename_display_name (name);
  message = g_strdup_printf (_ ("“%s” is written"), shown);
  toast = make_toast (message, _ ("Open"));
  g_object_set_data_full (G_OBJECT (toast), "session", g_object_ref (export->session),
                          g_object_unref);
  g_object_set_data_full (G_OBJECT (toast), "uri", g_file_get_uri (export->file), g_free);
  if (get_window (export))
    g_object_set_data_full (G_OBJECT (toast), "window", g_object_ref (get_window (export)),
                            g_object_unref);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (open_cb), NULL);
  if (!get_window (export) || !add_toast (export, toast))
    copil_session_toast (export->session, message);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
patience_cb (gpointer data)
{
  Export *export = data;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_ ("Writing “%s”…"), shown);

  export->patience = 0;
  export->toast = make_toast (message, _ ("Cancel"));
  adw_toast_set_timeout (export->toast, 0);
  g_signal_connect_object (export->toast, "button-clicked", G_CALLBACK (cancel_cb),
                           export->cancellable, G_CONNECT_SWAPPED);
  if (!add_toast (export, export->toast))
    g_clear_object (&export->toast);
  return G_SOURCE_REMOVE;
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) chosen = NULL, folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (!chosen)
    return;
  g_clear_object (&export->dialog);
  if (!copil_session_settle (export->session))
    return;
  export->file = complete (chosen, export->suffix);
  export->reader = copil_store_open_reader (copil_session_get_store (export->session), &error);
  if (!copil_session_check (export->session, export->reader != NULL, &error))
    return;
  folder = g_file_get_parent (export->file);
  if (folder)
    g_object_set_data_full (G_OBJECT (export->session), "export-folder", g_steal_pointer (&folder),
                            g_object_unref);
  export->cancellable = g_cancellable_new ();
  task = g_task_new (export->session, export->cancellable, written_cb, export);
  g_task_set_task_data (task, export, NULL);
  export->patience = g_timeout_add (PATIENCE, patience_cb, export);
  g_steal_pointer (&export);
  g_task_run_in_thread (task, write_thread_cb);
}

/* Beside what was exported last, or in the person's documents. */
static void
set_folder (GtkFileChooser *chooser, CopilSession *session)
{
  GFile *last = g_object_get_data (G_OBJECT (session), "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder =
      last ? g_object_ref (last) : g_file_new_for_path (documents ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
copil_export_run (GtkWidget *from, CopilSession *session, const char *title,
                  const char *proposed_name, const char *pattern_label, const char *suffix,
                  CopilExportFunc func, gpointer data, GDestroyNotify destroy)
{
  Export *export = g_new0 (Export, 1);
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_autofree char *name = copil_export_make_name (proposed_name, suffix);

  g_set_weak_pointer (&export->from, from);
  export->session = g_object_ref (session);
  export->suffix = g_strdup (suffix);
  export->func = func;
  export->data = data;
  export->destroy = destroy;
  copil_session_keep (session);

  export->dialog = gtk_file_chooser_native_new (
      title, get_window (export), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("E_xport"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (export->dialog), TRUE);
  gtk_file_filter_set_name (filter, pattern_label);
  gtk_file_filter_add_suffix (filter, suffix + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (export->dialog), filter);
  g_object_unref (filter);
  set_folder (GTK_FILE_CHOOSER (export->dialog), session);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->dialog), name);
  g_signal_connect (export->dialog, "response", G_CALLBACK (response_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->dialog));
}

char *
copil_export_make_name (const char *text, const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize length = strlen (text);

  if (g_str_has_suffix (text, suffix))
    length -= strlen (suffix);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len + strlen (suffix) > LONGEST_NAME)
        break;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      else if (c < 0x80 && strchr ("/\\:*?\"<>|", (int)c))
        c = '-';
      if (c == ' ' && (!name->len || name->str[name->len - 1] == ' '))
        continue;
      if (c == '.' && !name->len)
        continue; /* a hidden file */
      g_string_append_unichar (name, c);
    }
  while (name->len && strchr (" .", name->str[name->len - 1]))
    g_string_truncate (name, name->len - 1);
  if (!name->len)
    g_string_append (name, C_ ("file name", "Export"));
  return g_strconcat (name->str, suffix, NULL);
}
