/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-passage.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-minutes-life-text.h"
#include "copil-typed-text.h"

struct _CopilMeetingPassage
{
  CopilPanel parent_instance;

  const char *field;
  gint64 amendment;

  GtkWidget *text; /* CopilTypedText */
  GtkTextTag *tag;
};

G_DEFINE_FINAL_TYPE (CopilMeetingPassage, copil_meeting_passage, COPIL_TYPE_PANEL)

enum
{
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static CopilTypedText *
get_text (CopilMeetingPassage *passage)
{
  return COPIL_TYPED_TEXT (passage->text);
}

static GtkTextBuffer *
get_buffer (CopilMeetingPassage *passage)
{
  return gtk_text_view_get_buffer (copil_typed_text_get_view (get_text (passage)));
}

static char *
read_cb (gpointer data)
{
  CopilMeetingPassage *passage = data;

  return copil_store_dup_text (copil_panel_get_store (passage), "correction", passage->amendment,
                               passage->field);
}

static void
typed_cb (CopilMeetingPassage *passage)
{
  g_signal_emit (passage, signals[TYPED], 0);
}

static void
changed_cb (CopilMeetingPassage *passage, CopilChanges *changes)
{
  if (passage->amendment && copil_changes_has (changes, "correction", passage->amendment))
    copil_typed_text_follow (get_text (passage));
}

static void
copil_meeting_passage_dispose (GObject *object)
{
  CopilMeetingPassage *passage = COPIL_MEETING_PASSAGE (object);

  if (copil_panel_get_child (passage))
    copil_typed_text_close (get_text (passage));
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkTextView *view;

  passage->text =
      copil_typed_text_new (copil_panel_get_session (passage), 72, read_cb, NULL, passage);
  view = copil_typed_text_get_view (get_text (passage));
  passage->tag = gtk_text_buffer_create_tag (
      get_buffer (passage), NULL, "weight", PANGO_WEIGHT_BOLD, gone ? "strikethrough" : "underline",
      gone ? TRUE : PANGO_UNDERLINE_SINGLE, "background-rgba",
      gone ? &(GdkRGBA){ 0.88f, 0.11f, 0.14f, 0.18f } : &(GdkRGBA){ 0.18f, 0.76f, 0.49f, 0.22f },
      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (get_buffer (passage), "changed", G_CALLBACK (typed_cb), passage);
  copil_typed_text_grow (get_text (passage), 220);
  gtk_widget_set_vexpand (passage->text, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), passage->text);
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
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           passage, G_CONNECT_SWAPPED);
  return GTK_WIDGET (passage);
}

void
copil_meeting_passage_set_amendment (CopilMeetingPassage *passage, gint64 amendment)
{
  passage->amendment = amendment;
  copil_typed_text_show (get_text (passage), amendment ? "correction" : NULL, amendment,
                         passage->field);
}

void
copil_meeting_passage_set_editable (CopilMeetingPassage *passage, gboolean editable)
{
  /* The cursor stays, to read and to copy with; hiding one that blinks ends the program. */
  gtk_text_view_set_editable (copil_typed_text_get_view (get_text (passage)), editable);
}

char *
copil_meeting_passage_dup_text (CopilMeetingPassage *passage)
{
  return copil_typed_text_dup (get_text (passage));
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
  gtk_widget_grab_focus (GTK_WIDGET (copil_typed_text_get_view (get_text (passage))));
}
