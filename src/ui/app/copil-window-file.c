/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's file: opening, saving, closing, and the dialogs that ask where. */
#include "copil-window-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-focus.h"
#include "copil-sitting-mode.h"
#include "copil-dialog.h"

/* How long a file may take to open before the window says so, in milliseconds. */
#define PATIENCE 250

GSettings *
copil_window_get_settings (CopilWindow *window)
{
  return copil_application_get_settings (
      COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

void
copil_window_show_notice (CopilWindow *window, const char *sentence)
{
  const char *shown = gtk_info_bar_get_revealed (window->notice_bar)
                          ? gtk_label_get_label (window->notice_label)
                          : "";
  g_autofree char *all = *shown ? g_strdup_printf ("%s\n%s", shown, sentence) : g_strdup (sentence);

  gtk_label_set_label (window->notice_label, all);
  gtk_info_bar_set_revealed (window->notice_bar, TRUE);
}

void
copil_window_show_failure (CopilWindow *window, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  copil_dialog_present (dialog);
}

/* --- opening and closing --- */

/* It was written, or it became read-only. */
static void
file_saved_cb (CopilWindow *window)
{
  copil_window_set_unsaved (window, NULL);
}

void
copil_window_adopt (CopilWindow *window, CopilFile *file)
{
  CopilStore *store = copil_file_get_store (file);
  GSettings *settings = copil_window_get_settings (window);
  g_autofree char *author = g_settings_get_string (settings, "author"), *uri = NULL;
  g_auto (GStrv) notices = copil_file_dup_notices (file);

  window->file = g_object_ref (file);
  g_set_object (&window->location, copil_file_get_location (file));
  copil_store_set_author (store, *author ? author : g_get_real_name ());
  copil_file_set_autosave_delay (file, (guint)g_settings_get_int (settings, "save-delay") * 1000);
  window->session = copil_session_new (store);
  g_signal_connect_object (file, "saved", G_CALLBACK (file_saved_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "failed", G_CALLBACK (copil_window_set_unsaved), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notice", G_CALLBACK (copil_window_show_notice), window,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; notices[i]; i++)
    copil_window_show_notice (window, notices[i]);
  uri = g_file_get_uri (window->location);
  if (!window->past)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  copil_window_show_file (window);
}

/* The file is read while its window is made, and even while the toolkit starts. */
struct _CopilOpening
{
  GFile *location;
  GCancellable *cancellable;
  CopilWindow *window;
  GAsyncResult *result; /* where it came before the window */
};

/* Most files are there before a window can be drawn: only one that lasts is said to be opening. */
static gboolean
say_opening_cb (gpointer data)
{
  CopilWindow *window = data;

  window->waiting = 0;
  gtk_stack_set_visible_child_name (window->stack, "opening");
  gtk_window_present (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
opening_free (CopilOpening *opening)
{
  g_object_unref (opening->location);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->window);
  g_clear_object (&opening->result);
  g_free (opening);
}

static void
finish_opening (CopilOpening *opening, GAsyncResult *result)
{
  g_autoptr (CopilWindow) window = g_steal_pointer (&opening->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = copil_file_open_finish (result, &error);

  opening_free (opening);

  g_clear_object (&window->opening);
  g_clear_handle_id (&window->waiting, g_source_remove);
  if (window->closing)
    return;
  if (file)
    {
      copil_window_adopt (window, file);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  gtk_window_present (GTK_WINDOW (window));
  gtk_stack_set_visible_child_name (window->stack, "start");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *name = g_file_get_basename (window->location);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), shown);
      copil_window_show_failure (window, heading, error->message);
    }
  g_clear_object (&window->location);
  copil_window_update_title (window);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilOpening *opening = data;

  if (opening->window)
    finish_opening (opening, result);
  else
    opening->result = g_object_ref (result);
}

static void ask_unstored (CopilWindow *window);

/* The dialog that was answered still holds on to the window that it stands over. */
static gboolean
close_idle_cb (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

static void
close_anyway_cb (CopilWindow *window, const char *response)
{
  if (g_str_equal (response, "keep") && !window->losing && !copil_session_flush (window->session) &&
      copil_unstored_count (copil_session_get_unstored (window->session)) > 0)
    ask_unstored (window);
  else if (g_str_equal (response, "keep"))
    {
      /* Dropping the file without closing it keeps the working copy: the next opening picks it up.
       */
      window->closing = TRUE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_idle_cb, g_object_ref (window),
                       g_object_unref);
    }
  else
    window->losing = FALSE;
  if (g_str_equal (response, "save-as"))
    g_action_group_activate_action (G_ACTION_GROUP (window), "save-as", NULL);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  window->leaving = FALSE;
  if (copil_file_close_finish (COPIL_FILE (source), result, &error))
    {
      window->closing = TRUE;
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (window->stack), TRUE);
  copil_window_set_unsaved (window, error->message);
  dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("The file could not be saved"),
                                   error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Go on working"),
                                    "keep", _ ("_Close, and keep the changes for next time"),
                                    "save-as", _ ("Save _elsewhere…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), window,
                           G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

/* --- choosing files --- */

void
copil_window_add_file_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Copil files"));
  gtk_file_filter_add_pattern (filter, "*.copil");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
copil_window_remember_folder (CopilWindow *window, GFile *location)
{
  g_autoptr (GFile) folder = g_file_get_parent (location);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : g_strdup ("");

  g_settings_set_string (copil_window_get_settings (window), "last-folder", uri);
}

static void
chooser_response_cb (CopilWindow *window, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) location = response == GTK_RESPONSE_ACCEPT
                                   ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                                   : NULL;

  g_clear_object (&window->chooser);
  if (location)
    {
      copil_window_remember_folder (window, location);
      window->chosen (window, location);
    }
  else
    g_clear_pointer (&window->taken, copil_taken_text_free);
}

void
copil_window_choose_file (CopilWindow *window, GtkFileChooserAction action, const char *title,
                          const char *accept, const char *name, CopilFilters add_filters,
                          CopilChosen chosen)
{
  g_autofree char *last = g_settings_get_string (copil_window_get_settings (window), "last-folder");
  g_autoptr (GFile) folder = *last ? g_file_new_for_uri (last) : NULL;

  if (window->chooser)
    return;
  window->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (window->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (window->chooser));
  if (folder)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (window->chooser), folder, NULL);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (window->chooser), name);
  window->chosen = chosen;
  g_signal_connect_object (window->chooser, "response", G_CALLBACK (chooser_response_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (window->chooser));
}

static GFile *
with_ending (GFile *location)
{
  g_autofree char *uri = g_file_get_uri (location), *longer = NULL;

  if (g_str_has_suffix (uri, ".copil"))
    return g_object_ref (location);
  longer = g_strconcat (uri, ".copil", NULL);
  return g_file_new_for_uri (longer);
}

/* The dialog has asked already whether to replace what stands there, but only for the name that was
 * typed. */
static gboolean
may_replace (GFile *location, GFile *chosen)
{
  return g_file_equal (location, chosen);
}

void
copil_window_open_chosen (CopilWindow *window, GFile *location)
{
  copil_application_open_file (COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                               GTK_WINDOW (window), location);
}

CopilWindow *
copil_window_create_chosen (CopilWindow *window, GFile *chosen, const char *title)
{
  g_autoptr (GFile) location = with_ending (chosen);
  g_autofree char *name = g_file_get_basename (location);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;

  if (g_str_has_suffix (name, ".copil"))
    name[strlen (name) - strlen (".copil")] = '\0';
  file = copil_file_create (location, title ? title : name, may_replace (location, chosen), &error);
  if (!file)
    {
      copil_window_show_failure (window, _ ("The file cannot be created"), error->message);
      return NULL;
    }
  if (window->file || window->opening)
    {
      window = COPIL_WINDOW (
          copil_window_new (COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))));
      gtk_window_present (GTK_WINDOW (window));
    }
  copil_window_adopt (window, file);
  return window;
}

static void
new_chosen (CopilWindow *window, GFile *chosen)
{
  copil_window_create_chosen (window, chosen, NULL);
}

/* Not while something that was typed is not in the file. */
static void
say_saved (CopilWindow *window)
{
  g_autofree char *sentence =
      copil_unstored_describe (copil_session_get_unstored (window->session));

  copil_window_show_toast (window, sentence ? sentence : _ ("Saved"), FALSE);
}

static void
saved_as_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!copil_file_save_as_finish (COPIL_FILE (source), result, &error))
    {
      copil_window_show_failure (window, _ ("The file could not be saved"), error->message);
      return;
    }
  g_set_object (&window->location, copil_file_get_location (window->file));
  copil_window_set_unsaved (window, NULL);
  say_saved (window);
}

static void
save_as_chosen (CopilWindow *window, GFile *chosen)
{
  g_autoptr (GFile) location = with_ending (chosen);

  copil_session_keep (window->session);
  copil_file_save_as_async (window->file, location, may_replace (location, chosen), NULL,
                            saved_as_cb, g_object_ref (window));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (copil_file_copy_finish (COPIL_FILE (source), result, &error))
    copil_window_show_toast (window, _ ("Copy without history saved"), FALSE);
  else
    copil_window_show_failure (window, _ ("The copy could not be written"), error->message);
}

static void
copy_chosen (CopilWindow *window, GFile *chosen)
{
  g_autoptr (GFile) location = with_ending (chosen);

  if (!copil_session_flush (window->session))
    return;
  copil_file_copy_async (window->file, location, FALSE, may_replace (location, chosen), NULL,
                         copied_cb, g_object_ref (window));
}

/* --- what could not be stored --- */

static void
unstored_chosen (CopilWindow *window, GFile *chosen)
{
  g_autofree char *all = copil_unstored_dup_all (copil_session_get_unstored (window->session));
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents (chosen, all, strlen (all), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                               NULL, &error))
    copil_window_show_toast (window, _ ("Saved"), FALSE);
  else
    copil_window_show_failure (window, _ ("The file could not be saved"), error->message);
}

static void
add_text_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Texts"));
  gtk_file_filter_add_pattern (filter, "*.txt");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
unstored_answer_cb (CopilWindow *window, const char *response)
{
  if (g_str_equal (response, "lose"))
    {
      window->losing = TRUE;
      gtk_window_close (GTK_WINDOW (window));
    }
  else if (g_str_equal (response, "copy"))
    {
      g_autofree char *all = copil_unstored_dup_all (copil_session_get_unstored (window->session));

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), all);
      copil_window_show_toast (window, _ ("The texts are copied"), FALSE);
    }
  else if (g_str_equal (response, "save"))
    copil_window_choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save as"), _ ("_Save"),
                              _ ("Not stored.txt"), add_text_filters, unstored_chosen);
}

/* Nothing that was typed goes without the person saying so. */
static void
ask_unstored (CopilWindow *window)
{
  static const char *const takes[] = { "copy", "save" };
  CopilUnstored *unstored = copil_session_get_unstored (window->session);
  g_autofree char *sentence = copil_unstored_describe (unstored);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("What you typed is not stored"),
                              sentence ? sentence
                                       : _ ("The decision that is being typed cannot be recorded "
                                            "as it is."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Go on working"),
                                    "lose", _ ("Close, and _lose it"), "copy",
                                    _ ("_Copy the texts"), "save", _ ("Save the _texts elsewhere…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lose",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), takes[i],
                                             copil_unstored_count (unstored) > 0);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unstored_answer_cb), window,
                           G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

/* Whether everything that was typed is stored; asks where it cannot be. */
static gboolean
is_settled (CopilWindow *window)
{
  gboolean left =
      !window->sitting || copil_sitting_mode_leave (COPIL_SITTING_MODE (window->sitting));

  if (copil_session_flush (window->session) && left)
    {
      window->warned = FALSE;
      return TRUE;
    }
  if (!left || copil_unstored_count (copil_session_get_unstored (window->session)) > 0)
    {
      ask_unstored (window);
      return FALSE;
    }
  /* What cannot be read is told, and lost only where the person closes again. */
  if (window->warned)
    return TRUE;
  window->warned = TRUE;
  copil_window_show_toast (
      window,
      _ ("Something that was typed cannot be read: correct it, or close again to leave it."),
      FALSE);
  return FALSE;
}

/* --- commands --- */

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_choose_file (data, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("New convention"), _ ("C_reate"),
                            _ ("Convention.copil"), copil_window_add_file_filters, new_chosen);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_choose_file (data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a file"), _ ("_Open"),
                            NULL, copil_window_add_file_filters, copil_window_open_chosen);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (copil_file_save_finish (COPIL_FILE (source), result, &error))
    say_saved (window);
  else
    copil_window_show_failure (window, _ ("The file could not be saved"), error->message);
  copil_window_set_unsaved (window, error ? error->message : NULL);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  copil_session_keep (window->session);
  copil_file_save_async (window->file, NULL, saved_cb, g_object_ref (window));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autofree char *name = g_file_get_basename (window->location);

  copil_window_choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save as"), _ ("_Save"), name,
                            copil_window_add_file_filters, save_as_chosen);
}

static void
copy_without_history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autofree char *name = g_file_get_basename (window->location), *called = NULL, *copy = NULL;

  if (g_str_has_suffix (name, ".copil"))
    name[strlen (name) - strlen (".copil")] = '\0';
  /* Translators: the name of a file and of its copy, without the ending ".copil" */
  called = g_strdup_printf (_ ("%s (without history)"), name);
  copy = g_strconcat (called, ".copil", NULL);
  copil_window_choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save a copy without history"),
                            _ ("_Save"), copy, copil_window_add_file_filters, copy_chosen);
}

static void
cancel_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  if (window->opening)
    g_cancellable_cancel (window->opening);
}

void
copil_window_add_file_actions (CopilWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_cb },
    { .name = "open", .activate = open_cb },
    { .name = "cancel-opening", .activate = cancel_opening_cb },
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "copy-without-history", .activate = copy_without_history_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

gboolean
copil_window_close_file (CopilWindow *window)
{
  if (window->opening)
    g_cancellable_cancel (window->opening);
  if (!window->file || window->closing)
    {
      window->closing = TRUE;
      return FALSE;
    }
  if (window->leaving)
    return TRUE;
  if (!window->losing && !is_settled (window))
    return TRUE;
  window->leaving = TRUE;
  copil_focus_set_sensitive (GTK_WIDGET (window->stack), FALSE);
  copil_file_close_async (window->file, NULL, closed_cb, g_object_ref (window));
  return TRUE;
}

CopilOpening *
copil_window_begin_opening (GFile *location)
{
  CopilOpening *opening = g_new0 (CopilOpening, 1);

  opening->location = g_object_ref (location);
  opening->cancellable = g_cancellable_new ();
  copil_file_open_async (location, opening->cancellable, opened_cb, opening);
  return opening;
}

void
copil_window_open (CopilApplication *application, CopilWindow *window, CopilOpening *opening)
{
  g_return_if_fail (!window || (window->file == NULL && window->opening == NULL));
  if (!window)
    window = COPIL_WINDOW (copil_window_new (application));
  opening->window = g_object_ref (window);
  window->opening = g_object_ref (opening->cancellable);
  g_set_object (&window->location, opening->location);
  if (opening->result)
    {
      g_autoptr (GAsyncResult) result = g_object_ref (opening->result);
      finish_opening (opening, result);
    }
  else
    window->waiting = g_timeout_add (PATIENCE, say_opening_cb, window);
}

void
copil_window_open_example (CopilWindow *window, const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "copil", "examples", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy_path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path), copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      (!g_file_query_exists (copy, NULL) &&
       !g_file_copy (from, copy, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error)))
    {
      copil_window_show_failure (window, _ ("The example cannot be copied"),
                                 error ? error->message : g_strerror (errno));
      return;
    }
  copil_window_open_chosen (window, copy);
}
