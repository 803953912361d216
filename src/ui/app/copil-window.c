/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-collection-dialog.h"
#include "copil-import-assistant.h"
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>

#include "copil-axes-page.h"
#include "copil-decisions-page.h"
#include "copil-focus.h"
#include "copil-form.h"
#include "copil-sitting-mode.h"
#include "copil-start-page.h"
#include "copil-temporary.h"

/* No chain of owners is longer. */
#define MOST_OWNERS 8

G_DEFINE_FINAL_TYPE (CopilWindow, copil_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (CopilWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* --- what the window says of its file --- */

void
copil_window_update_title (CopilWindow *window)
{
  g_autofree char *title = NULL, *name = NULL, *subtitle = NULL, *unsaved = NULL;
  CopilStore *store;
  const char *state;

  if (!window->file)
    {
      adw_window_title_set_title (window->title, "Copil");
      adw_window_title_set_subtitle (window->title, NULL);
      gtk_window_set_title (GTK_WINDOW (window), "Copil");
      return;
    }
  store = copil_file_get_store (window->file);
  title = copil_store_dup_name (store);
  name = g_file_get_basename (window->location);
  if (window->unsaved)
    unsaved = g_strdup_printf (_ ("not saved: %s"), window->unsaved);
  state = copil_store_is_read_only (store)     ? _ ("read-only")
          : window->unstored                   ? _ ("text not stored")
          : unsaved                            ? unsaved
          : copil_file_is_dirty (window->file) ? _ ("changes kept, being saved")
                                               : _ ("saved");
  subtitle = g_strdup_printf ("%s – %s", name, state);
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

  /* Where something typed is not stored it says why nothing is taken back. */
  set_enabled (window, "undo",
               (undo != NULL || window->unstored) && !copil_store_is_read_only (store));
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
  /* What it offers to take back is not the last change any more. */
  copil_window_drop_undo (window);
  if (window->unsaved && !copil_file_is_dirty (window->file))
    copil_window_set_unsaved (window, NULL);
  copil_window_update_title (window);
  copil_window_count_deadlines (window, FALSE);
  update_history (window);
}

/* --- pages --- */

static GtkWidget *
get_page (CopilWindow *window, guint place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (window->pages, copil_window_pages[place].name);

  if (!page)
    {
      page = copil_window_pages[place].new_page (window->session);
      gtk_stack_add_named (window->pages, page, copil_window_pages[place].name);
    }
  return page;
}

/* What a page left behind goes back to the system, once it is quiet. */
static gboolean
tidy_cb (gpointer data)
{
  COPIL_WINDOW (data)->tidying = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* --- a meeting while it lasts, over the whole window --- */

/* FALSE where a decision that is typed in it can be neither recorded nor left. */
static gboolean
leave_sitting (CopilWindow *window)
{
  GtkWidget *sitting = window->sitting;

  if (!sitting)
    return TRUE;
  if (!copil_sitting_mode_leave (COPIL_SITTING_MODE (sitting)))
    return FALSE;
  window->sitting = NULL;
  window->sitting_item = copil_sitting_mode_get_item (COPIL_SITTING_MODE (sitting));
  copil_sitting_mode_stop (COPIL_SITTING_MODE (sitting));
  gtk_stack_set_visible_child_name (window->stack, "work");
  gtk_stack_remove (window->stack, sitting);
  gtk_widget_set_visible (window->sidebar_button, TRUE);
  return TRUE;
}

static void
sitting_left_cb (CopilWindow *window)
{
  if (!leave_sitting (window))
    return;
  gtk_window_unfullscreen (GTK_WINDOW (window));
  if (!window->sitting_focus || !gtk_widget_grab_focus (window->sitting_focus))
    gtk_widget_child_focus (gtk_stack_get_visible_child (window->pages), GTK_DIR_TAB_FORWARD);
}

static void
open_sitting (CopilWindow *window, gint64 meeting)
{
  gint64 item = meeting == window->sitting_meeting ? window->sitting_item : 0;

  if (!leave_sitting (window))
    return;
  copil_session_keep (window->session);
  g_set_weak_pointer (&window->sitting_focus, gtk_window_get_focus (GTK_WINDOW (window)));
  window->sitting =
      copil_sitting_mode_new (window->session, copil_window_get_settings (window), meeting, item);
  window->sitting_meeting = meeting;
  g_signal_connect_object (window->sitting, "leave", G_CALLBACK (sitting_left_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (window->stack, window->sitting, "sitting");
  gtk_stack_set_visible_child (window->stack, window->sitting);
  gtk_widget_set_visible (window->sidebar_button, FALSE);
}

static void
show_page (CopilWindow *window, guint place)
{
  if (!leave_sitting (window))
    return;
  g_clear_handle_id (&window->tidying, g_source_remove);
  window->tidying = g_timeout_add (400, tidy_cb, window);
  copil_session_keep (window->session);
  gtk_stack_set_visible_child (window->pages, get_page (window, place));
  gtk_list_box_select_row (window->sidebar,
                           gtk_list_box_get_row_at_index (window->sidebar, (int)place));
  if (adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, FALSE);
}

/* The keyboard marks each row it comes by: once it has left, the mark is at the page that shows. */
static void
sidebar_left_cb (CopilWindow *window)
{
  const char *shown = gtk_stack_get_visible_child_name (window->pages);

  for (guint i = 0; i < copil_window_n_pages; i++)
    if (g_strcmp0 (copil_window_pages[i].name, shown) == 0)
      gtk_list_box_select_row (window->sidebar,
                               gtk_list_box_get_row_at_index (window->sidebar, (int)i));
}

static void
focus_page (CopilWindow *window)
{
  GtkWidget *page = gtk_stack_get_visible_child (window->pages);

  if (!gtk_widget_activate_action (page, "page.focus", NULL))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
copil_window_show_page (CopilWindow *window, const char *name)
{
  show_page (window, copil_window_find_page (name));
  focus_page (window);
}

static void
sidebar_activated_cb (CopilWindow *window, GtkListBoxRow *row)
{
  show_page (window, (guint)gtk_list_box_row_get_index (row));
}

/* Whether the form of the record can be seen there. */
static gboolean
is_shown (GtkWidget *widget, const char *kind, gint64 id)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (COPIL_IS_FORM (widget) && copil_form_shows (COPIL_FORM (widget), kind, id))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, kind, id))
      return TRUE;
  return FALSE;
}

/* The page that is about records of the kind, or of what they belong to: its place, or -1. */
static int
find_page_of (CopilWindow *window, const char *kind, gint64 id)
{
  const char *shown = gtk_stack_get_visible_child_name (window->pages);

  for (int level = 0; level < MOST_OWNERS; level++)
    {
      guint place = copil_window_find_place (kind, shown);

      if (place < copil_window_n_pages)
        return (int)place;
      if (!copil_record_find_owner (copil_file_get_store (window->file), &kind, &id))
        return -1;
    }
  return -1;
}

gboolean
copil_window_is_about (CopilWindow *window, const char *kind, gint64 id)
{
  guint shown = copil_window_find_page (gtk_stack_get_visible_child_name (window->pages));
  int place = find_page_of (window, kind, id);

  if (window->sitting || place < 0 || copil_window_pages[shown].counts)
    return TRUE;
  /* Its own page may show another record than this one; what belongs to the records that it lists
   * stands with them. */
  return ((guint)place == shown && copil_kind_get (kind)->parent) ||
         is_shown (gtk_stack_get_visible_child (window->pages), kind, id);
}

/* Once the keyboard is where the page puts it. */
static gboolean
calm_cb (gpointer window)
{
  copil_focus_calm (window);
  return G_SOURCE_REMOVE;
}

/* What no page shows stands with what it belongs to, or what it is about. */
static void
go_cb (CopilWindow *window, const char *kind, gint64 id)
{
  if (window->sitting && copil_sitting_mode_show (COPIL_SITTING_MODE (window->sitting), kind, id))
    return;
  for (int level = 0; level < MOST_OWNERS; level++)
    {
      guint i = copil_window_find_place (kind, gtk_stack_get_visible_child_name (window->pages));

      if (i < copil_window_n_pages)
        {
          show_page (window, i);
          if (copil_window_pages[i].show)
            copil_window_pages[i].show (get_page (window, i), kind, id);
          if (id)
            g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, calm_cb, g_object_ref (window),
                             g_object_unref);
          return;
        }
      if (!copil_record_find_owner (copil_file_get_store (window->file), &kind, &id))
        return;
    }
}

static void
filter_cb (CopilWindow *window, const char *key)
{
  gboolean decisions = g_str_has_prefix (key, "decisions=");
  guint place = copil_window_find_page (decisions ? "decisions" : "axes");

  show_page (window, place);
  if (decisions)
    copil_decisions_page_filter (COPIL_DECISIONS_PAGE (get_page (window, place)),
                                 strchr (key, '=') + 1);
  else
    copil_axes_page_filter (COPIL_AXES_PAGE (get_page (window, place)), key);
}

static void
add_sidebar_rows (CopilWindow *window)
{
  for (guint i = 0; i < copil_window_n_pages; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
                *label = gtk_label_new (_ (copil_window_pages[i].title));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (copil_window_pages[i].icon));
      gtk_box_append (GTK_BOX (box), label);
      if (g_str_equal (copil_window_pages[i].name, "deadlines"))
        copil_window_add_badge (window, row, box);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (copil_window_pages[i].title), -1);
      gtk_list_box_append (window->sidebar, row);
    }
}

/* What could not be stored, or saved, is told as long as it is so. */
static void
show_unstored (CopilWindow *window, const char *unstored)
{
  g_autofree char *unsaved =
      window->unsaved ? g_strdup_printf (_ ("The file is not saved: %s"), window->unsaved) : NULL;
  g_autofree char *all = unstored && unsaved ? g_strdup_printf ("%s\n%s", unstored, unsaved) : NULL;

  if (unstored || unsaved)
    gtk_label_set_label (window->unstored_label, all ? all : unstored ? unstored : unsaved);
  gtk_widget_set_visible (window->unstored_bar, unstored || unsaved);
  copil_window_update_title (window);
}

static void
unstored_cb (CopilWindow *window)
{
  g_autofree char *sentence =
      copil_unstored_describe (copil_session_get_unstored (window->session));

  if (!sentence && window->unstored)
    copil_window_show_toast (window, _ ("What you typed is stored now."), FALSE);
  window->unstored = sentence != NULL;
  show_unstored (window, sentence);
  update_history (window);
}

void
copil_window_set_unsaved (CopilWindow *window, const char *sentence)
{
  g_autofree char *unstored =
      copil_unstored_describe (copil_session_get_unstored (window->session));

  g_free (window->unsaved);
  window->unsaved = g_strdup (sentence);
  show_unstored (window, unstored);
}

void
copil_window_show_file (CopilWindow *window)
{
  static const char *const writing[] = { "import-table", "collect", "take-text",
                                         "take-pasted-text" };
  static const char *const names[] = { "save",   "save-as",   "copy-without-history",
                                       "add",    "duplicate", "find",
                                       "search", "export",    "note" };

  g_signal_connect_object (window->session, "toast", G_CALLBACK (copil_window_show_toast), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "go", G_CALLBACK (go_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "past", G_CALLBACK (copil_window_show_past), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "filter", G_CALLBACK (filter_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_session_get_store (window->session), "changed",
                           G_CALLBACK (store_changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_session_get_unstored (window->session), "changed",
                           G_CALLBACK (unstored_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (window->sidebar_button, TRUE);
  gtk_widget_set_visible (window->history_box, TRUE);
  gtk_widget_set_visible (window->search_button, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_enabled (window, names[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    set_enabled (window, writing[i],
                 !copil_store_is_read_only (copil_session_get_store (window->session)));
  copil_window_update_title (window);
  copil_window_count_deadlines (window, TRUE);
  update_history (window);
  show_page (window, 0);
  gtk_stack_set_visible_child_name (window->stack, "work");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (window->sidebar, 0)));
}

static gboolean
copil_window_close_request (GtkWindow *gtk_window)
{
  CopilWindow *window = COPIL_WINDOW (gtk_window);
  GSettings *settings = copil_window_get_settings (window);
  int width, height;

  gtk_window_get_default_size (gtk_window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (gtk_window));
  if (!gtk_window_is_maximized (gtk_window))
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (copil_window_close_file (window))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (copil_window_parent_class)->close_request (gtk_window);
}

/* --- actions --- */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_undo (data);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_redo (data);
}

static void
sitting_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (COPIL_WINDOW (data)->session)
    open_sitting (data, g_variant_get_int64 (parameter));
}

/* Out of the sitting, or into it: that of the meeting that shows, else the last one. */
static void
sit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  GtkWidget *page;

  if (!window->session)
    return;
  page = gtk_stack_get_visible_child (window->pages);
  if (window->sitting)
    sitting_left_cb (window);
  else if (!gtk_widget_activate_action (page, "page.sit", NULL) && window->sitting_meeting)
    open_sitting (window, window->sitting_meeting);
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

/* Passes a command of the window on to the page that shows. */
static void
page_command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  g_autofree char *name = g_strdup_printf ("page.%s", g_action_get_name (G_ACTION (action)));
  GtkWidget *page = window->sitting ? window->sitting : gtk_stack_get_visible_child (window->pages);

  if (!page)
    return;
  copil_session_keep (window->session);
  if (gtk_widget_activate_action (page, name, NULL))
    return;
  /* A page that has no search of its own leaves it to the one over everything. */
  if (g_str_equal (name, "page.find"))
    copil_window_search (window);
  else
    gtk_widget_error_bell (GTK_WIDGET (window));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_search (data);
}

static void
axis_command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-axis");
  guint place = copil_window_find_page ("axes");

  if (!window->session)
    return;
  if (window->sitting)
    {
      copil_sitting_mode_turn (COPIL_SITTING_MODE (window->sitting), next ? 1 : -1);
      return;
    }
  show_page (window, place);
  copil_axes_page_turn (COPIL_AXES_PAGE (get_page (window, place)), next ? 1 : -1);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;
  int place = g_variant_get_int32 (parameter) - 1;

  if (!window->session || place < 0 || place >= (int)copil_window_n_pages)
    return;
  show_page (window, (guint)place);
  focus_page (window);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  if (window->session)
    copil_window_show_page (window, g_variant_get_string (parameter, NULL));
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  adw_flap_set_reveal_flap (window->flap, !adw_flap_get_reveal_flap (window->flap));
}

static void
import_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  gtk_window_present (
      GTK_WINDOW (copil_import_assistant_new (window->session, GTK_WIDGET (window), NULL)));
}

static void
collect_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilWindow *window = data;

  copil_collection_dialog_run (GTK_WIDGET (window), window->session);
}

static void
notice_closed_cb (CopilWindow *window)
{
  gtk_info_bar_set_revealed (window->notice_bar, FALSE);
}

static void
start_open_cb (CopilWindow *window, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (copil_text_taker_knows (name))
    copil_window_new_from_text (window, file);
  else
    copil_window_open_chosen (window, file);
}

static void
start_example_cb (CopilWindow *window, const char *path)
{
  copil_window_open_example (window, path);
}

static void
copil_window_dispose (GObject *object)
{
  CopilWindow *window = COPIL_WINDOW (object);

  if (window->opening)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  g_clear_handle_id (&window->waiting, g_source_remove);
  g_clear_handle_id (&window->tidying, g_source_remove);
  g_clear_handle_id (&window->counting, g_source_remove);
  g_clear_object (&window->chooser);
  if (window->taking)
    g_cancellable_cancel (window->taking);
  g_clear_object (&window->taking);
  g_clear_pointer (&window->taken, copil_taken_text_free);
  g_clear_pointer (&window->pasted, g_free);
  copil_window_clear_toasts (window);
  g_clear_weak_pointer (&window->sitting_focus);
  /* The pages go before the store they show. */
  if (window->sitting)
    gtk_stack_remove (window->stack, g_steal_pointer (&window->sitting));
  if (window->pages)
    for (GtkWidget *page; (page = gtk_widget_get_first_child (GTK_WIDGET (window->pages)));)
      gtk_stack_remove (window->pages, page);
  gtk_widget_dispose_template (GTK_WIDGET (object), COPIL_TYPE_WINDOW);
  g_clear_object (&window->search);
  g_clear_pointer (&window->searched, g_free);
  g_clear_object (&window->session);
  g_clear_object (&window->file);
  g_clear_object (&window->location);
  if (window->past)
    copil_temporary_remove (window->past);
  g_clear_pointer (&window->past, g_free);
  g_clear_pointer (&window->unsaved, g_free);
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
  CHILD (header);
  CHILD (title);
  CHILD (sidebar_button);
  CHILD (history_box);
  CHILD (search_button);
  CHILD (undo_button);
  CHILD (redo_button);
  CHILD (notice_bar);
  CHILD (notice_label);
  CHILD (unstored_bar);
  CHILD (unstored_label);
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
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "add", .activate = page_command_cb },
    { .name = "duplicate", .activate = page_command_cb },
    { .name = "find", .activate = page_command_cb },
    { .name = "search", .activate = search_cb },
    { .name = "export", .activate = page_command_cb },
    { .name = "note", .activate = page_command_cb },
    { .name = "import-table", .activate = import_table_cb },
    { .name = "collect", .activate = collect_cb },
    { .name = "previous-axis", .activate = axis_command_cb },
    { .name = "next-axis", .activate = axis_command_cb },
    { .name = "sidebar", .activate = sidebar_cb },
    { .name = "page", .activate = page_cb, .parameter_type = "i" },
    { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
    { .name = "sitting", .activate = sitting_cb, .parameter_type = "x" },
    { .name = "sit", .activate = sit_cb },
    { .name = "fullscreen", .activate = fullscreen_cb },
  };
  static const char *const needing_a_file[] = { "save",
                                                "save-as",
                                                "copy-without-history",
                                                "undo",
                                                "redo",
                                                "add",
                                                "duplicate",
                                                "find",
                                                "export",
                                                "note",
                                                "import-table",
                                                "collect",
                                                "take-text",
                                                "take-pasted-text" };
  g_autoptr (GtkBuilder) shortcuts = NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *start;

  gtk_widget_init_template (GTK_WIDGET (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  copil_window_add_file_actions (window);
  copil_window_add_text_actions (window);
  for (guint i = 0; i < G_N_ELEMENTS (needing_a_file); i++)
    set_enabled (window, needing_a_file[i], FALSE);
  add_sidebar_rows (window);
  g_signal_connect_object (focus, "leave", G_CALLBACK (sidebar_left_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window->sidebar), focus);
  g_signal_connect_object (window->sidebar, "row-activated", G_CALLBACK (sidebar_activated_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->notice_bar, "response", G_CALLBACK (notice_closed_cb), window,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (window->flap, "reveal-flap", window->sidebar_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (window, "fullscreened", window->header, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  start = copil_start_page_new ();
  adw_bin_set_child (window->start, start);
  g_signal_connect_object (start, "open-file", G_CALLBACK (start_open_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "open-example", G_CALLBACK (start_example_cb), window,
                           G_CONNECT_SWAPPED);
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

GFile *
copil_window_get_location (CopilWindow *window)
{
  return window->location;
}
