/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-taker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-temporary.h"
#include "copil-text-read.h"
#include "copil-dialog.h"

/* After so many milliseconds a dialog says that the text is being read. */
#define PATIENCE 1000
/* Of a name that is proposed for a file, in characters. */
#define LONGEST_NAME 60

static const char *const endings[] = { "txt", "md", "odt", "docx", "pdf" };

/* --- what was read --- */

void
copil_taken_text_free (CopilTakenText *taken)
{
  g_clear_pointer (&taken->draft, copil_draft_free);
  g_clear_pointer (&taken->text, copil_text_free);
  g_clear_error (&taken->refusal);
  g_free (taken->name);
  g_free (taken);
}

static char *
dup_without_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot > name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);
}

char *
copil_taken_text_dup_title (const CopilTakenText *taken, const char *otherwise)
{
  const char *title = copil_draft_get_title (taken->draft);

  return title         ? g_strdup (title)
         : taken->name ? dup_without_ending (taken->name)
                       : g_strdup (otherwise);
}

char *
copil_taken_text_dup_name (const CopilTakenText *taken)
{
  g_autofree char *title = copil_taken_text_dup_title (taken, _ ("Convention"));
  GString *name = g_string_new (NULL);
  glong n = 0;

  for (const char *at = title; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      /* What some file systems refuse. */
      if (letter < 0x80 && strchr ("/\\:*?\"<>|", (int)letter))
        letter = ' ';
      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        letter = ' ';
      if (letter == ' ' && (name->len == 0 || name->str[name->len - 1] == ' '))
        continue;
      /* Cut between words where there are any. */
      if (n >= LONGEST_NAME)
        {
          char *space = letter == ' ' ? NULL : strrchr (name->str, ' ');

          if (space)
            g_string_truncate (name, (gsize)(space - name->str));
          break;
        }
      g_string_append_unichar (name, letter);
      n++;
    }
  g_strchomp (name->str);
  if (!*name->str)
    g_string_assign (name, _ ("Convention"));
  return g_string_free (name, FALSE);
}

/* --- reading --- */

/* What the thread works on; it knows nothing of windows, as it may outlive them. */
typedef struct
{
  GFile *file;
  char *pasted;
} Source;

/* What waits for it. */
typedef struct
{
  GtkWindow *over; /* weak */
  GtkWidget *dialog;
  GCancellable *cancellable;
  char *shown; /* what the dialog says */
  guint patience;
  CopilTextTaken done;
  gpointer data;
} Waiting;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->file);
  g_free (source->pasted);
  g_free (source);
}

static void
taken_destroy (gpointer data)
{
  copil_taken_text_free (data);
}

/* Where the file has no local path, a copy is read. */
static CopilText *
read_remote (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = copil_temporary_new (error), *path = NULL;
  g_autoptr (GFile) copy = NULL;
  CopilText *text = NULL;

  if (!folder)
    return NULL;
  path = g_build_filename (folder, "text", NULL);
  copy = g_file_new_for_path (path);
  if (g_file_copy (file, copy, G_FILE_COPY_NONE, cancellable, NULL, NULL, error))
    text = copil_text_read_file (path, error);
  copil_temporary_remove (folder);
  return text;
}

static void
read_thread_cb (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Source *source = data;
  g_autoptr (CopilTakenText) taken = g_new0 (CopilTakenText, 1);
  g_autofree char *path = source->file ? g_file_get_path (source->file) : NULL;

  if (source->file)
    {
      g_autofree char *base = g_file_get_basename (source->file);
      taken->name = g_filename_display_name (base);
    }
  g_cancellable_push_current (cancellable);
  taken->text = path           ? copil_text_read_file (path, &taken->refusal)
                : source->file ? read_remote (source->file, cancellable, &taken->refusal)
                               : copil_text_read_plain (source->pasted, strlen (source->pasted),
                                                        &taken->refusal);
  if (taken->text && !g_cancellable_is_cancelled (cancellable))
    taken->draft = copil_draft_new (taken->text);
  g_cancellable_pop_current (cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&taken), taken_destroy);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  CopilTakenText *taken = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_handle_id (&waiting->patience, g_source_remove);
  if (waiting->dialog)
    gtk_window_destroy (GTK_WINDOW (waiting->dialog));
  g_clear_weak_pointer (&waiting->dialog);
  if (waiting->over)
    waiting->done (waiting->over, taken, waiting->data);
  else
    g_clear_pointer (&taken, copil_taken_text_free);
  g_clear_weak_pointer (&waiting->over);
  g_object_unref (waiting->cancellable);
  g_free (waiting->shown);
  g_free (waiting);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
patience_cb (gpointer data)
{
  Waiting *waiting = data;
  GtkWidget *spinner = gtk_spinner_new (), *dialog;

  waiting->patience = 0;
  if (!waiting->over)
    return G_SOURCE_REMOVE;
  dialog = adw_message_dialog_new (waiting->over, _ ("Reading the text…"), waiting->shown);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), spinner);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (cancel_cb), waiting->cancellable,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&waiting->dialog, dialog);
  copil_dialog_present (dialog);
  return G_SOURCE_REMOVE;
}

static void
start (GtkWindow *over, Source *source, const char *shown, GCancellable *cancellable,
       CopilTextTaken done, gpointer data)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  /* The window is no part of the task, whose last reference may be dropped in the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, read_cb, waiting);

  g_set_weak_pointer (&waiting->over, over);
  waiting->cancellable = g_object_ref (cancellable);
  waiting->shown = g_strdup (shown);
  waiting->done = done;
  waiting->data = data;
  waiting->patience = g_timeout_add (PATIENCE, patience_cb, waiting);
  g_task_set_task_data (task, source, source_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread_cb);
}

void
copil_text_taker_read (GtkWindow *over, GFile *file, GCancellable *cancellable, CopilTextTaken done,
                       gpointer data)
{
  Source *source = g_new0 (Source, 1);
  g_autofree char *base = g_file_get_basename (file), *shown = g_filename_display_name (base);

  source->file = g_object_ref (file);
  start (over, source, shown, cancellable, done, data);
}

void
copil_text_taker_read_pasted (GtkWindow *over, const char *pasted, GCancellable *cancellable,
                              CopilTextTaken done, gpointer data)
{
  Source *source = g_new0 (Source, 1);

  source->pasted = g_strdup (pasted);
  start (over, source, NULL, cancellable, done, data);
}

/* --- which files --- */

gboolean
copil_text_taker_knows (const char *name)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

void
copil_text_taker_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _ ("Texts (.odt, .docx, .pdf, .txt, .md)"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (texts, endings[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, texts);
  gtk_file_chooser_add_filter (chooser, all);
}
