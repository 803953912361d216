/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-passage.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-minutes-life-text.h"

/* What is typed is stored so long after the last key, in milliseconds. */
#define PAUSE 800

struct _CopilMeetingPassage
{
  CopilPanel parent_instance;

  const char *field;
  gint64 amendment;
  gboolean setting;
  gboolean pending;
  guint pause;

  GtkWidget *view;
  GtkTextTag *tag;
};

G_DEFINE_FINAL_TYPE (CopilMeetingPassage, copil_meeting_passage, COPIL_TYPE_PANEL)

enum
{
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (CopilMeetingPassage *passage)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (passage->view));
}

static void
store_typed (CopilMeetingPassage *passage)
{
  CopilUnstored *unstored = copil_session_get_unstored (copil_panel_get_session (passage));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&passage->pause, g_source_remove);
  if (!passage->pending || !passage->amendment)
    return;
  text = copil_meeting_passage_dup_text (passage);
  passage->pending = !copil_unstored_store (unstored, NULL, "correction", passage->amendment,
                                            passage->field, *text ? text : NULL, &error);
  /* What is kept is told as long as it is. */
  if (passage->pending &&
      !copil_unstored_get (unstored, "correction", passage->amendment, passage->field, NULL))
    copil_session_toast (copil_panel_get_session (passage), error->message);
}

/* Shows what is stored, or what could not be, the cursor where it was. */
static void
fill (CopilMeetingPassage *passage)
{
  GtkTextBuffer *buffer = get_buffer (passage);
  g_autoptr (CopilRecord) record = copil_store_load (
      copil_panel_get_store (passage), copil_kind_get ("correction"), passage->amendment);
  const char *text = record ? copil_record_get (record, passage->field) : NULL;
  g_autofree char *shown = copil_meeting_passage_dup_text (passage);
  GtkTextIter cursor;
  int offset;

  if (copil_unstored_get (copil_session_get_unstored (copil_panel_get_session (passage)),
                          "correction", passage->amendment, passage->field, &text))
    passage->pending = TRUE;
  if (g_strcmp0 (text ? text : "", shown) == 0)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  passage->setting = TRUE;
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  passage->setting = FALSE;
  g_signal_emit (passage, signals[TYPED], 0);
}

static gboolean
pause_cb (gpointer data)
{
  CopilMeetingPassage *passage = data;

  passage->pause = 0;
  store_typed (passage);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CopilMeetingPassage *passage)
{
  if (passage->setting)
    return;
  passage->pending = TRUE;
  g_clear_handle_id (&passage->pause, g_source_remove);
  passage->pause = g_timeout_add (PAUSE, pause_cb, passage);
  g_signal_emit (passage, signals[TYPED], 0);
}

static void
changed_cb (CopilMeetingPassage *passage, CopilChanges *changes)
{
  if (passage->amendment && !passage->pending &&
      copil_changes_has (changes, "correction", passage->amendment))
    fill (passage);
}

static void
copil_meeting_passage_dispose (GObject *object)
{
  CopilMeetingPassage *passage = COPIL_MEETING_PASSAGE (object);

  if (copil_panel_get_child (passage))
    store_typed (passage);
  g_clear_handle_id (&passage->pause, g_source_remove);
  G_OBJECT_CLASS (copil_meeting_passage_parent_class)->dispose (object);
}

static void
copil_meeting_passage_class_init (CopilMeetingPassageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_passage_dispose;
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_meeting_passage_init (CopilMeetingPassage *passage)
{
}

static void
build (CopilMeetingPassage *passage, const char *text, gboolean gone)
{
  GtkWidget *label = copil_parts_label_new (text, "field-label");
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;
  GtkTextView *view;

  passage->view = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (passage->view);
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE); /* the window's does it */
  passage->tag = gtk_text_buffer_create_tag (
      buffer, NULL, "weight", PANGO_WEIGHT_BOLD, gone ? "strikethrough" : "underline",
      gone ? TRUE : PANGO_UNDERLINE_SINGLE, "background-rgba",
      gone ? &(GdkRGBA){ 0.88f, 0.11f, 0.14f, 0.18f } : &(GdkRGBA){ 0.18f, 0.76f, 0.49f, 0.22f },
      NULL);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 9);
  gtk_text_view_set_right_margin (view, 9);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (typed_cb), passage);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (store_typed), passage);
  gtk_widget_add_controller (passage->view, focus);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), passage->view);
  gtk_widget_add_css_class (scrolled, "note");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  copil_panel_set_child (passage, box);
}

GtkWidget *
copil_meeting_passage_new (CopilSession *session, const char *field, const char *label,
                           gboolean gone)
{
  CopilMeetingPassage *passage =
      g_object_new (COPIL_TYPE_MEETING_PASSAGE, "session", session, NULL);

  passage->field = field;
  build (passage, label, gone);
  g_signal_connect_object (session, "flush", G_CALLBACK (store_typed), passage, G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           passage, G_CONNECT_SWAPPED);
  return GTK_WIDGET (passage);
}

void
copil_meeting_passage_set_amendment (CopilMeetingPassage *passage, gint64 amendment)
{
  store_typed (passage);
  passage->pending = FALSE;
  passage->amendment = amendment;
  fill (passage);
}

void
copil_meeting_passage_set_editable (CopilMeetingPassage *passage, gboolean editable)
{
  /* The cursor stays, to read and to copy with; hiding one that blinks ends the program. */
  gtk_text_view_set_editable (GTK_TEXT_VIEW (passage->view), editable);
}

char *
copil_meeting_passage_dup_text (CopilMeetingPassage *passage)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (passage), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (passage), &start, &end, FALSE);
}

void
copil_meeting_passage_mark (CopilMeetingPassage *passage, GArray *ranges)
{
  GtkTextBuffer *buffer = get_buffer (passage);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, passage->tag, &start, &end);
  for (guint i = 0; i < ranges->len; i++)
    {
      const CopilTextRange *range = &g_array_index (ranges, CopilTextRange, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)range->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)range->end);
      gtk_text_buffer_apply_tag (buffer, passage->tag, &start, &end);
    }
}

void
copil_meeting_passage_focus (CopilMeetingPassage *passage)
{
  gtk_widget_grab_focus (passage->view);
}
