/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-typed-text.h"

#include "copil-spelling.h"

/* What is typed is stored so long after the last key, in milliseconds. */
#define PAUSE 800

struct _CopilTypedText
{
  GtkWidget parent_instance;

  CopilTypedTextRead read;
  CopilTypedTextWrite write;
  gpointer owner; /* NULL once it is closed */
  gboolean somebodys;
  char *stored;
  gboolean setting;
  gboolean pending;
  guint pause;

  GtkWidget *frame;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilTypedText, copil_typed_text, GTK_TYPE_WIDGET)

/* Shows what is stored, the cursor where it was. */
static void
fill (CopilTypedText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *text = self->read (self->owner);
  GtkTextIter cursor;
  int offset;

  if (!text)
    text = g_strdup ("");
  if (g_strcmp0 (text, self->stored) == 0)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  self->setting = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  self->setting = FALSE;
  g_free (self->stored);
  self->stored = g_steal_pointer (&text);
}

static gboolean
pause_cb (gpointer data)
{
  CopilTypedText *self = data;

  self->pause = 0;
  copil_typed_text_store (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CopilTypedText *self)
{
  if (self->setting)
    return;
  self->pending = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

static void
copil_typed_text_dispose (GObject *object)
{
  CopilTypedText *self = COPIL_TYPED_TEXT (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_typed_text_parent_class)->dispose (object);
}

static void
copil_typed_text_finalize (GObject *object)
{
  g_free (COPIL_TYPED_TEXT (object)->stored);
  G_OBJECT_CLASS (copil_typed_text_parent_class)->finalize (object);
}

static void
copil_typed_text_class_init (CopilTypedTextClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_typed_text_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_typed_text_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_typed_text_init (CopilTypedText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view;

  self->view = gtk_text_view_new ();
  copil_spelling_attach (GTK_TEXT_VIEW (self->view));
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view),
                                   FALSE); /* the window's does it */
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (typed_cb),
                            self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (copil_typed_text_store), self);
  gtk_widget_add_controller (self->view, focus);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->view);
  gtk_widget_add_css_class (self->frame, "note");
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
copil_typed_text_new (CopilSession *session, int height, CopilTypedTextRead read,
                      CopilTypedTextWrite write, gpointer owner)
{
  CopilTypedText *self = g_object_new (COPIL_TYPE_TYPED_TEXT, NULL);

  self->read = read;
  self->write = write;
  self->owner = owner;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              !copil_store_is_read_only (copil_session_get_store (session)));
  g_signal_connect_object (session, "flush", G_CALLBACK (copil_typed_text_store), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
copil_typed_text_store (CopilTypedText *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->owner || !self->pending || !self->somebodys)
    return;
  text = copil_typed_text_dup (self);
  if (g_strcmp0 (text, self->stored) != 0 && !self->write (self->owner, text))
    return;
  g_free (self->stored);
  self->stored = g_steal_pointer (&text);
  self->pending = FALSE;
}

void
copil_typed_text_show (CopilTypedText *self, gboolean somebodys)
{
  g_return_if_fail (self->owner);
  self->pending = FALSE;
  self->somebodys = somebodys;
  g_clear_pointer (&self->stored, g_free);
  fill (self);
  gtk_widget_set_sensitive (self->view, somebodys);
}

void
copil_typed_text_follow (CopilTypedText *self)
{
  if (self->owner && self->somebodys && !self->pending)
    fill (self);
}

void
copil_typed_text_close (CopilTypedText *self)
{
  copil_typed_text_store (self);
  self->owner = NULL;
}

char *
copil_typed_text_dup (CopilTypedText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

GtkTextView *
copil_typed_text_get_view (CopilTypedText *self)
{
  return GTK_TEXT_VIEW (self->view);
}
