/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-record.h"
#include "copil-typed-text.h"

struct _CopilMeetingEditor
{
  CopilPanel parent_instance;

  gint64 item;
  guint scroll;
};

G_DEFINE_FINAL_TYPE (CopilMeetingEditor, copil_meeting_editor, COPIL_TYPE_PANEL)

static CopilTypedText *
get_text (CopilMeetingEditor *editor)
{
  return COPIL_TYPED_TEXT (copil_panel_get_child (editor));
}

static GtkTextView *
get_view (CopilMeetingEditor *editor)
{
  return copil_typed_text_get_view (get_text (editor));
}

static GtkTextBuffer *
get_buffer (CopilMeetingEditor *editor)
{
  return gtk_text_view_get_buffer (get_view (editor));
}

static char *
read_cb (gpointer data)
{
  CopilMeetingEditor *editor = data;
  g_autoptr (CopilRecord) record =
      copil_store_load (copil_panel_get_store (editor), copil_kind_get ("item"), editor->item);

  return record ? g_strdup (copil_record_get (record, "notes")) : NULL;
}

static gboolean
scroll_cb (gpointer data)
{
  CopilMeetingEditor *editor = data;

  editor->scroll = 0;
  gtk_text_view_scroll_mark_onscreen (get_view (editor),
                                      gtk_text_buffer_get_insert (get_buffer (editor)));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CopilMeetingEditor *editor, CopilChanges *changes)
{
  if (copil_changes_has (changes, "item", editor->item))
    copil_typed_text_follow (get_text (editor));
}

static void
copil_meeting_editor_dispose (GObject *object)
{
  CopilMeetingEditor *editor = COPIL_MEETING_EDITOR (object);

  if (copil_panel_get_child (editor))
    copil_typed_text_close (get_text (editor));
  g_clear_handle_id (&editor->scroll, g_source_remove);
  G_OBJECT_CLASS (copil_meeting_editor_parent_class)->dispose (object);
}

static void
copil_meeting_editor_class_init (CopilMeetingEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_editor_dispose;
}

static void
copil_meeting_editor_init (CopilMeetingEditor *editor)
{
  gtk_widget_set_vexpand (GTK_WIDGET (editor), TRUE);
}

GtkWidget *
copil_meeting_editor_new (CopilSession *session)
{
  CopilMeetingEditor *editor = g_object_new (COPIL_TYPE_MEETING_EDITOR, "session", session, NULL);

  copil_panel_set_child (editor, copil_typed_text_new (session, 120, read_cb, NULL, editor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_view (editor)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notes"), -1);
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
  editor->item = item;
  copil_typed_text_show (get_text (editor), item ? "item" : NULL, item, "notes");
  gtk_text_buffer_get_end_iter (get_buffer (editor), &end);
  gtk_text_buffer_place_cursor (get_buffer (editor), &end);
}

void
copil_meeting_editor_focus (CopilMeetingEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_view (editor)));
  if (!editor->scroll) /* once it has its size */
    editor->scroll = g_idle_add (scroll_cb, editor);
}

char *
copil_meeting_editor_dup_text (CopilMeetingEditor *editor, guint *start, guint *end)
{
  GtkTextIter first, last;

  /* Without a selection both are where the cursor is. */
  gtk_text_buffer_get_selection_bounds (get_buffer (editor), &first, &last);
  *start = (guint)gtk_text_iter_get_offset (&first);
  *end = (guint)gtk_text_iter_get_offset (&last);
  return copil_typed_text_dup (get_text (editor));
}

void
copil_meeting_editor_set_closed (CopilMeetingEditor *editor, gboolean closed)
{
  /* What cannot be stored may still be changed. */
  if (!copil_typed_text_store (get_text (editor)))
    closed = FALSE;
  gtk_text_view_set_editable (
      get_view (editor), !closed && !copil_store_is_read_only (copil_panel_get_store (editor)));
}
