/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-window.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "copil-axes-page.h"
#include "copil-fiches-page.h"
#include "copil-file.h"
#include "copil-indicators-page.h"
#include "copil-meetings-page.h"
#include "copil-overview-page.h"
#include "copil-query.h"
#include "copil-session.h"
#include "copil-signatories-page.h"
#include "copil-start-page.h"

typedef GtkWidget *(*PageNew) (CopilSession *session);
typedef void (*PageShow) (gpointer page, const char *kind, gint64 id);

/* The pages, in the order of the side list; a page is made when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *kinds; /* whose records it shows */
  PageNew new_page;
  PageShow show;
} pages[] = {
  { "overview", N_ ("Overview"), "view-grid-symbolic", "", copil_overview_page_new, NULL },
  { "axes", N_ ("Axes"), "view-list-bullet-symbolic", "axis measure engagement",
    copil_axes_page_new, (PageShow)(void (*) (void))copil_axes_page_show },
  { "fiches", N_ ("Fiches action"), "text-x-generic-symbolic", "fiche step contribution",
    copil_fiches_page_new, (PageShow)(void (*) (void))copil_fiches_page_show },
  { "meetings", N_ ("Meetings"), "system-users-symbolic", "meeting attendance item decision",
    copil_meetings_page_new, (PageShow)(void (*) (void))copil_meetings_page_show },
  { "indicators", N_ ("Indicators"), "copil-indicators-symbolic", "indicator target observation",
    copil_indicators_page_new, (PageShow)(void (*) (void))copil_indicators_page_show },
  { "signatories", N_ ("Signatories"), "avatar-default-symbolic", "convention party person",
    copil_signatories_page_new, (PageShow)(void (*) (void))copil_signatories_page_show },
};

struct _CopilWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *history_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkInfoBar *notice_bar;
  GtkLabel *notice_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *start;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;

  GFile *location;
  CopilFile *file;
  CopilSession *session;
  GCancellable *opening;
  GtkFileChooserNative *chooser;
  void (*chosen) (CopilWindow *window, GFile *location);
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (CopilWindow, copil_window, ADW_TYPE_APPLICATION_WINDOW)

static void adopt (CopilWindow *window, CopilFile *file);

static GSettings *
get_settings (CopilWindow *window)
{
  return copil_application_get_settings (
      COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static void
set_enabled (CopilWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show_notice (CopilWindow *window, const char *sentence)
{
  const char *shown = gtk_info_bar_get_revealed (window->notice_bar)
                          ? gtk_label_get_label (window->notice_label)
                          : "";
  g_autofree char *all = *shown ? g_strdup_printf ("%s\n%s", shown, sentence) : g_strdup (sentence);

  gtk_label_set_label (window->notice_label, all);
  gtk_info_bar_set_revealed (window->notice_bar, TRUE);
}

static void
show_failure (CopilWindow *window, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- what the window says of its file --- */

static void
update_title (CopilWindow *window)
{
  g_autofree char *title = NULL, *name = NULL, *subtitle = NULL;
  CopilStore *store;

  if (!window->file)
    {
      adw_window_title_set_title (window->title, "Copil");
      adw_window_title_set_subtitle (window->title, NULL);
      gtk_window_set_title (GTK_WINDOW (window), "Copil");
      return;
    }
  store = copil_file_get_store (window->file);
  title = copil_store_query_dup_text (
      store,
      "SELECT coalesce (nullif (short_title, ''), title) FROM convention ORDER BY id LIMIT 1",
      NULL);
  name = g_file_get_basename (window->location);
  subtitle = g_strdup_printf ("%s – %s", name,
                              copil_store_is_read_only (store)     ? _ ("read-only")
                              : copil_file_is_dirty (window->file) ? _ ("changes kept, being saved")
                                                                   : _ ("saved"));
  adw_window_title_set_title (window->title, title ? title : name);
  adw_window_title_set_subtitle (window->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (window), title ? title : name);
}

static void
update_history (CopilWindow *window)
{
  CopilStore *store = copil_file_get_store (window->file);
  const char *undo = copil_store_get_undo_name (store), *redo = copil_store_get_redo_name (store);
  g_autofree char *undo_tip = undo ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tip = redo ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  set_enabled (window, "undo", undo != NULL && !copil_store_is_read_only (store));
  set_enabled (window, "redo", redo != NULL && !copil_store_is_read_only (store));
  gtk_widget_set_tooltip_text (window->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (window->redo_button, redo_tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->undo_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, undo_tip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->redo_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, redo_tip, -1);
}

static void
store_changed_cb (CopilWindow *window)
{
  update_title (window);
  update_history (window);
}

static void
toast_cb (CopilWindow *window, const char *message, gboolean undo)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, undo ? 8 : 5);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
}

/* --- pages --- */

static guint
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return i;
  return 0;
}

static GtkWidget *
get_page (CopilWindow *window, guint place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (window->pages, pages[place].name);

  if (!page)
    {
      page = pages[place].new_page (window->session);
      gtk_stack_add_named (window->pages, page, pages[place].name);
    }
  return page;
}

static void
show_page (CopilWindow *window, guint place)
{
  copil_session_flush (window->session);
  gtk_stack_set_visible_child (window->pages, get_page (window, place));
  gtk_list_box_select_row (window->sidebar,
                           gtk_list_box_get_row_at_index (window->sidebar, (int)place));
  if (adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, FALSE);
}

static void
sidebar_activated_cb (CopilWindow *window, GtkListBoxRow *row)
{
  show_page (window, (guint)gtk_list_box_row_get_index (row));
}

static void
go_cb (CopilWindow *window, const char *kind, gint64 id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (pages[i].kinds, " ", -1);
      if (!g_strv_contains ((const char *const *)kinds, kind))
        continue;
      show_page (window, i);
      if (pages[i].show)
        pages[i].show (get_page (window, i), kind, id);
      return;
    }
}

static void
filter_cb (CopilWindow *window, const char *key)
{
  guint place = find_page ("axes");

  show_page (window, place);
  copil_axes_page_filter (COPIL_AXES_PAGE (get_page (window, place)), key);
}

static void
add_sidebar_rows (CopilWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
                *label = gtk_label_new (_ (pages[i].title));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (pages[i].icon));
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (pages[i].title), -1);
      gtk_list_box_append (window->sidebar, row);
    }
}

/* --- opening and closing --- */

static void
file_notice_cb (CopilWindow *window, const char *sentence)
{
  show_notice (window, sentence);
}

static void
adopt (CopilWindow *window, CopilFile *file)
{
  CopilStore *store = copil_file_get_store (file);
  GSettings *settings = get_settings (window);
  g_autofree char *author = g_settings_get_string (settings, "author"), *uri = NULL;
  g_auto (GStrv) notices = copil_file_dup_notices (file);

  window->file = g_object_ref (file);
  g_set_object (&window->location, copil_file_get_location (file));
  copil_store_set_author (store, *author ? author : g_get_real_name ());
  copil_file_set_autosave_delay (file, (guint)g_settings_get_int (settings, "save-delay") * 1000);
  window->session = copil_session_new (store);
  g_signal_connect_object (window->session, "toast", G_CALLBACK (toast_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "go", G_CALLBACK (go_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "filter", G_CALLBACK (filter_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "saved", G_CALLBACK (update_title), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "failed", G_CALLBACK (file_notice_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notice", G_CALLBACK (file_notice_cb), window, G_CONNECT_SWAPPED);
  for (guint i = 0; notices[i]; i++)
    show_notice (window, notices[i]);

  uri = g_file_get_uri (window->location);
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  gtk_widget_set_visible (window->sidebar_button, TRUE);
  gtk_widget_set_visible (window->history_box, TRUE);
  for (guint i = 0; i < 6; i++)
    {
      static const char *const names[] = {
        "save", "save-as", "add", "duplicate", "find", "export"
      };
      set_enabled (window, names[i], TRUE);
    }
  update_title (window);
  update_history (window);
  show_page (window, 0);
  gtk_stack_set_visible_child_name (window->stack, "work");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (window->sidebar, 0)));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = copil_file_open_finish (result, &error);

  g_clear_object (&window->opening);
  if (window->closing)
    return;
  if (file)
    {
      adopt (window, file);
      return;
    }
  gtk_stack_set_visible_child_name (window->stack, "start");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *name = g_file_get_basename (window->location);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), shown);
      show_failure (window, heading, error->message);
    }
  g_clear_object (&window->location);
  update_title (window);
}

static void
close_anyway_cb (CopilWindow *window, const char *response)
{
  if (g_str_equal (response, "keep"))
    {
      /* Dropping the file without closing it keeps the working copy: the next opening picks it up.
       */
      window->closing = TRUE;
      gtk_window_destroy (GTK_WINDOW (window));
    }
  else if (g_str_equal (response, "save-as"))
    g_action_group_activate_action (G_ACTION_GROUP (window), "save-as", NULL);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (copil_file_close_finish (COPIL_FILE (source), result, &error))
    {
      window->closing = TRUE;
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (window->stack), TRUE);
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
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
copil_window_close_request (GtkWindow *gtk_window)
{
  CopilWindow *window = COPIL_WINDOW (gtk_window);
  GSettings *settings = get_settings (window);
  int width, height;

  gtk_window_get_default_size (gtk_window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (gtk_window));
  if (!gtk_window_is_maximized (gtk_window))
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (window->opening)
    g_cancellable_cancel (window->opening);
  if (!window->file || window->closing)
    {
      window->closing = TRUE;
      return GTK_WINDOW_CLASS (copil_window_parent_class)->close_request (gtk_window);
    }
  copil_session_flush (window->session);
  gtk_widget_set_sensitive (GTK_WIDGET (window->stack), FALSE);
  copil_file_close_async (window->file, NULL, closed_cb, g_object_ref (window));
  return GDK_EVENT_STOP;
}

/* --- choosing files --- */

typedef void (*Chosen) (CopilWindow *window, GFile *location);

static void
chooser_response_cb (CopilWindow *window, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) location = response == GTK_RESPONSE_ACCEPT
                                   ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                                   : NULL;

  g_clear_object (&window->chooser);
  if (location)
    {
      g_autoptr (GFile) folder = g_file_get_parent (location);
      g_autofree char *uri = folder ? g_file_get_uri (folder) : g_strdup ("");
      g_settings_set_string (get_settings (window), "last-folder", uri);
      window->chosen (window, location);
    }
}

static void
choose_file (CopilWindow *window, GtkFileChooserAction action, const char *title,
             const char *accept, const char *name, Chosen chosen)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_autofree char *last = g_settings_get_string (get_settings (window), "last-folder");
  g_autoptr (GFile) folder = *last ? g_file_new_for_uri (last) : NULL;

  if (window->chooser)
    return;
  window->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (window->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Copil files"));
  gtk_file_filter_add_pattern (filter, "*.copil");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (window->chooser), filter);
  g_object_unref (filter);
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

static void
open_chosen (CopilWindow *window, GFile *location)
{
  copil_application_open_file (COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                               GTK_WINDOW (window), location);
}

static void
new_chosen (CopilWindow *window, GFile *chosen)
{
  g_autoptr (GFile) location = with_ending (chosen);
  g_autofree char *name = g_file_get_basename (location);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;

  if (g_str_has_suffix (name, ".copil"))
    name[strlen (name) - strlen (".copil")] = '\0';
  /* The dialog has asked already whether to replace what stands there. */
  file = copil_file_create (location, name, TRUE, &error);
  if (!file)
    {
      show_failure (window, _ ("The file cannot be created"), error->message);
      return;
    }
  if (window->file || window->opening)
    {
      window = COPIL_WINDOW (
          copil_window_new (COPIL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))));
      gtk_window_present (GTK_WINDOW (window));
    }
  adopt (window, file);
}

static void
saved_as_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!copil_file_save_as_finish (COPIL_FILE (source), result, &error))
    {
      show_failure (window, _ ("The file could not be saved"), error->message);
      return;
    }
  g_set_object (&window->location, copil_file_get_location (window->file));
  update_title (window);
  toast_cb (window, _ ("Saved"), FALSE);
}

static void
save_as_chosen (CopilWindow *window, GFile *chosen)
{
  g_autoptr (GFile) location = with_ending (chosen);

  copil_session_flush (window->session);
  copil_file_save_as_async (window->file, location, TRUE, NULL, saved_as_cb, g_object_ref (window));
}

/* --- actions --- */

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("New convention"), _ ("C_reate"),
               _ ("Convention.copil"), new_chosen);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a file"), _ ("_Open"), NULL,
               open_chosen);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (copil_file_save_finish (COPIL_FILE (source), result, &error))
    toast_cb (window, _ ("Saved"), FALSE);
  else
    show_failure (window, _ ("The file could not be saved"), error->message);
  update_title (window);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  copil_session_flush (window->session);
  copil_file_save_async (window->file, NULL, saved_cb, g_object_ref (window));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autofree char *name = g_file_get_basename (window->location);

  choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save as"), _ ("_Save"), name,
               save_as_chosen);
}

static void
cancel_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  if (window->opening)
    g_cancellable_cancel (window->opening);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autoptr (GError) error = NULL;

  copil_session_flush (window->session);
  copil_session_check (window->session,
                       copil_store_undo (copil_file_get_store (window->file), &error), error);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autoptr (GError) error = NULL;

  copil_session_flush (window->session);
  copil_session_check (window->session,
                       copil_store_redo (copil_file_get_store (window->file), &error), error);
}

/* Passes a command of the window on to the page that shows. */
static void
page_command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autofree char *name = g_strdup_printf ("page.%s", g_action_get_name (G_ACTION (action)));
  GtkWidget *page = gtk_stack_get_visible_child (window->pages);

  if (!page)
    return;
  copil_session_flush (window->session);
  if (!gtk_widget_activate_action (page, name, NULL))
    gtk_widget_error_bell (GTK_WIDGET (window));
}

static void
axis_command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-axis");
  guint place = find_page ("axes");

  if (!window->session)
    return;
  show_page (window, place);
  copil_axes_page_turn (COPIL_AXES_PAGE (get_page (window, place)), next ? 1 : -1);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  int place = g_variant_get_int32 (parameter) - 1;

  if (!window->session || place < 0 || place >= (int)G_N_ELEMENTS (pages))
    return;
  show_page (window, (guint)place);
  gtk_widget_child_focus (gtk_stack_get_visible_child (window->pages), GTK_DIR_TAB_FORWARD);
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  adw_flap_set_reveal_flap (window->flap, !adw_flap_get_reveal_flap (window->flap));
}

static void
notice_closed_cb (CopilWindow *window)
{
  gtk_info_bar_set_revealed (window->notice_bar, FALSE);
}

static void
start_open_cb (CopilWindow *window, GFile *file)
{
  open_chosen (window, file);
}

static void
start_example_cb (CopilWindow *window, const char *path)
{
  copil_window_open_example (window, path);
}

static void
start_command_cb (CopilWindow *window, const char *command)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), command, NULL);
}

static void
start_new_cb (CopilWindow *window)
{
  start_command_cb (window, "new");
}

static void
start_open_dialog_cb (CopilWindow *window)
{
  start_command_cb (window, "open");
}

static void
copil_window_dispose (GObject *object)
{
  CopilWindow *window = COPIL_WINDOW (object);

  if (window->opening)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  g_clear_object (&window->chooser);
  /* The pages go before the store they show. */
  if (window->pages)
    for (GtkWidget *page; (page = gtk_widget_get_first_child (GTK_WIDGET (window->pages)));)
      gtk_stack_remove (window->pages, page);
  gtk_widget_dispose_template (GTK_WIDGET (object), COPIL_TYPE_WINDOW);
  g_clear_object (&window->session);
  g_clear_object (&window->file);
  g_clear_object (&window->location);
  G_OBJECT_CLASS (copil_window_parent_class)->dispose (object);
}

static void
copil_window_class_init (CopilWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = copil_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/copil/ui/copil-window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, CopilWindow, name)
  CHILD (title);
  CHILD (sidebar_button);
  CHILD (history_box);
  CHILD (undo_button);
  CHILD (redo_button);
  CHILD (notice_bar);
  CHILD (notice_label);
  CHILD (toasts);
  CHILD (stack);
  CHILD (start);
  CHILD (flap);
  CHILD (sidebar);
  CHILD (pages);
#undef CHILD
}

static void
copil_window_init (CopilWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_cb },
    { .name = "open", .activate = open_cb },
    { .name = "cancel-opening", .activate = cancel_opening_cb },
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "add", .activate = page_command_cb },
    { .name = "duplicate", .activate = page_command_cb },
    { .name = "find", .activate = page_command_cb },
    { .name = "export", .activate = page_command_cb },
    { .name = "previous-axis", .activate = axis_command_cb },
    { .name = "next-axis", .activate = axis_command_cb },
    { .name = "sidebar", .activate = sidebar_cb },
    { .name = "page", .activate = page_cb, .parameter_type = "i" },
  };
  static const char *const needing_a_file[] = { "save", "save-as",   "undo", "redo",
                                                "add",  "duplicate", "find", "export" };
  g_autoptr (GtkBuilder) shortcuts = NULL;
  GtkWidget *start;

  gtk_widget_init_template (GTK_WIDGET (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  for (guint i = 0; i < G_N_ELEMENTS (needing_a_file); i++)
    set_enabled (window, needing_a_file[i], FALSE);
  add_sidebar_rows (window);
  g_signal_connect_object (window->sidebar, "row-activated", G_CALLBACK (sidebar_activated_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->notice_bar, "response", G_CALLBACK (notice_closed_cb), window,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (window->flap, "reveal-flap", window->sidebar_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  start = copil_start_page_new ();
  adw_bin_set_child (window->start, start);
  g_signal_connect_object (start, "open-file", G_CALLBACK (start_open_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "open-example", G_CALLBACK (start_example_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "open-dialog", G_CALLBACK (start_open_dialog_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "new", G_CALLBACK (start_new_cb), window, G_CONNECT_SWAPPED);
  shortcuts = gtk_builder_new_from_resource ("/fr/copil/ui/copil-shortcuts.ui");
  gtk_application_window_set_help_overlay (
      GTK_APPLICATION_WINDOW (window),
      GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (shortcuts, "help_overlay")));
}

GtkWidget *
copil_window_new (CopilApplication *application)
{
  CopilWindow *window = g_object_new (COPIL_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = copil_application_get_settings (application);

  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  g_settings_bind (settings, "sidebar-visible", window->flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (window);
}

void
copil_window_open (CopilWindow *window, GFile *location)
{
  g_return_if_fail (window->file == NULL && window->opening == NULL);
  g_set_object (&window->location, location);
  window->opening = g_cancellable_new ();
  gtk_stack_set_visible_child_name (window->stack, "opening");
  copil_file_open_async (location, window->opening, opened_cb, g_object_ref (window));
}

GFile *
copil_window_get_location (CopilWindow *window)
{
  return window->location;
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
      show_failure (window, _ ("The example cannot be copied"),
                    error ? error->message : g_strerror (errno));
      return;
    }
  open_chosen (window, copy);
}
