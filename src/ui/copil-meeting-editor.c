/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-spelling.h"

/* What is typed is stored so long after the last key, in milliseconds. */
#define PAUSE 800

struct _CopilMeetingEditor
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 item;
  char *stored;
  gboolean setting;
  gboolean pending;
  guint pause;
  guint scroll;

  GtkWidget *frame;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilMeetingEditor, copil_meeting_editor, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (CopilMeetingEditor *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
}

static void
store_typed (CopilMeetingEditor *editor)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_clear_handle_id (&editor->pause, g_source_remove);
  if (!editor->pending || !editor->item)
    return;
  gtk_text_buffer_get_bounds (get_buffer (editor), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (editor), &start, &end, FALSE);
  if (g_strcmp0 (text, editor->stored) != 0 &&
      !copil_session_edit (editor->session, "item", editor->item, "notes", *text ? text : NULL))
    return;
  g_free (editor->stored);
  editor->stored = g_steal_pointer (&text);
  editor->pending = FALSE;
}

/* Shows what is stored, the cursor where it was. */
static void
fill (CopilMeetingEditor *editor)
{
  GtkTextBuffer *buffer = get_buffer (editor);
  g_autofree char *text =
      copil_store_query_dup_text (copil_session_get_store (editor->session),
                                  "SELECT notes FROM item WHERE id = ?1", "i", editor->item);
  GtkTextIter cursor;
  int offset;

  if (!text)
    text = g_strdup ("");
  if (g_strcmp0 (text, editor->stored) == 0)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  editor->setting = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  editor->setting = FALSE;
  g_free (editor->stored);
  editor->stored = g_steal_pointer (&text);
}

static gboolean
pause_cb (gpointer data)
{
  CopilMeetingEditor *editor = data;

  editor->pause = 0;
  store_typed (editor);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CopilMeetingEditor *editor)
{
  if (editor->setting)
    return;
  editor->pending = TRUE;
  g_clear_handle_id (&editor->pause, g_source_remove);
  editor->pause = g_timeout_add (PAUSE, pause_cb, editor);
}

static gboolean
scroll_cb (gpointer data)
{
  CopilMeetingEditor *editor = data;

  editor->scroll = 0;
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (editor->view),
                                      gtk_text_buffer_get_insert (get_buffer (editor)));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CopilMeetingEditor *editor, CopilChanges *changes)
{
  if (editor->item && !editor->pending && copil_changes_has (changes, "item", editor->item))
    fill (editor);
}

static void
copil_meeting_editor_dispose (GObject *object)
{
  CopilMeetingEditor *editor = COPIL_MEETING_EDITOR (object);

  if (editor->frame)
    store_typed (editor);
  g_clear_handle_id (&editor->pause, g_source_remove);
  g_clear_handle_id (&editor->scroll, g_source_remove);
  g_clear_pointer (&editor->frame, gtk_widget_unparent);
  g_clear_object (&editor->session);
  G_OBJECT_CLASS (copil_meeting_editor_parent_class)->dispose (object);
}

static void
copil_meeting_editor_finalize (GObject *object)
{
  g_free (COPIL_MEETING_EDITOR (object)->stored);
  G_OBJECT_CLASS (copil_meeting_editor_parent_class)->finalize (object);
}

static void
copil_meeting_editor_class_init (CopilMeetingEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_meeting_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_meeting_editor_init (CopilMeetingEditor *editor)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view;

  editor->view = gtk_text_view_new ();
  copil_spelling_attach (GTK_TEXT_VIEW (editor->view));
  view = GTK_TEXT_VIEW (editor->view);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view),
                                   FALSE); /* the window's does it */
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"),
                                  -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (typed_cb),
                            editor);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (store_typed), editor);
  gtk_widget_add_controller (editor->view, focus);
  editor->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (editor->frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (editor->frame), 120);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (editor->frame), editor->view);
  gtk_widget_add_css_class (editor->frame, "note");
  gtk_widget_set_parent (editor->frame, GTK_WIDGET (editor));
  gtk_widget_set_vexpand (GTK_WIDGET (editor), TRUE);
}

GtkWidget *
copil_meeting_editor_new (CopilSession *session)
{
  CopilMeetingEditor *editor = g_object_new (COPIL_TYPE_MEETING_EDITOR, NULL);

  editor->session = g_object_ref (session);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (editor->view),
                              !copil_store_is_read_only (copil_session_get_store (session)));
  g_signal_connect_object (session, "flush", G_CALLBACK (store_typed), editor, G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           editor, G_CONNECT_SWAPPED);
  return GTK_WIDGET (editor);
}

void
copil_meeting_editor_set_item (CopilMeetingEditor *editor, gint64 item)
{
  GtkTextIter end;

  if (editor->item == item)
    return;
  store_typed (editor);
  editor->pending = FALSE;
  editor->item = item;
  g_clear_pointer (&editor->stored, g_free);
  fill (editor);
  gtk_text_buffer_get_end_iter (get_buffer (editor), &end);
  gtk_text_buffer_place_cursor (get_buffer (editor), &end);
  gtk_widget_set_sensitive (editor->view, item != 0);
}

void
copil_meeting_editor_focus (CopilMeetingEditor *editor)
{
  gtk_widget_grab_focus (editor->view);
  if (!editor->scroll) /* once it has its size */
    editor->scroll = g_idle_add (scroll_cb, editor);
}

char *
copil_meeting_editor_dup_text (CopilMeetingEditor *editor, guint *start, guint *end)
{
  GtkTextIter first, last;
  char *text;

  gtk_text_buffer_get_bounds (get_buffer (editor), &first, &last);
  text = gtk_text_buffer_get_text (get_buffer (editor), &first, &last, FALSE);
  /* Without a selection both are where the cursor is. */
  gtk_text_buffer_get_selection_bounds (get_buffer (editor), &first, &last);
  *start = (guint)gtk_text_iter_get_offset (&first);
  *end = (guint)gtk_text_iter_get_offset (&last);
  return text;
}

void
copil_meeting_editor_set_closed (CopilMeetingEditor *editor, gboolean closed)
{
  store_typed (editor);
  gtk_text_view_set_editable (
      GTK_TEXT_VIEW (editor->view),
      !closed && !copil_store_is_read_only (copil_session_get_store (editor->session)));
}
