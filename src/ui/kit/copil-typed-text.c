/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-typed-text.h"

#include "copil-focus.h"
#include "copil-pause.h"
#include "copil-spelling.h"

struct _CopilTypedText
{
  CopilPanel parent_instance;

  CopilTypedTextRead read;
  CopilUnstoredWrite write;
  gpointer owner;   /* NULL once it is closed */
  const char *kind; /* of its place, interned as the field; NULL for nobody's */
  gint64 id;
  const char *field;
  char *stored;
  gboolean setting;
  gboolean pending;
  guint pause;

  GtkWidget *frame;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilTypedText, copil_typed_text, COPIL_TYPE_PANEL)

static CopilUnstored *
get_unstored (CopilTypedText *self)
{
  return copil_session_get_unstored (copil_panel_get_session (self));
}

/* Shows a text, the cursor where it was. */
static void
set_text (CopilTypedText *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter cursor;
  int offset;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  self->setting = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  self->setting = FALSE;
}

/* Shows what is stored, or what could not be. */
static void
fill (CopilTypedText *self)
{
  g_autofree char *text = self->read (self->owner);
  const char *kept = NULL;

  if (!text)
    text = g_strdup ("");
  if (self->kind &&
      copil_unstored_get (get_unstored (self), self->kind, self->id, self->field, &kept))
    {
      set_text (self, kept ? kept : "");
      self->pending = TRUE;
    }
  else if (g_strcmp0 (text, self->stored) != 0)
    set_text (self, text);
  g_free (self->stored);
  self->stored = g_steal_pointer (&text);
}

static void
store (CopilTypedText *self)
{
  /* What could not be stored is kept, and told. */
  if (!copil_typed_text_store (self))
    return;
}

static void
pause_cb (gpointer self)
{
  store (self);
}

static void
typed_cb (CopilTypedText *self)
{
  if (self->setting)
    return;
  self->pending = TRUE;
  copil_pause_begin (&self->pause, pause_cb, self);
}

static void
copil_typed_text_dispose (GObject *object)
{
  CopilTypedText *self = COPIL_TYPED_TEXT (object);

  copil_pause_end (&self->pause);
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
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (store), self);
  gtk_widget_add_controller (self->view, focus);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->view);
  gtk_widget_add_css_class (self->frame, "note");
  copil_panel_set_child (self, self->frame);
}

GtkWidget *
copil_typed_text_new (CopilSession *session, int height, CopilTypedTextRead read,
                      CopilUnstoredWrite write, gpointer owner)
{
  CopilTypedText *self = g_object_new (COPIL_TYPE_TYPED_TEXT, "session", session, NULL);

  self->read = read;
  self->write = write;
  self->owner = owner;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              !copil_store_is_read_only (copil_session_get_store (session)));
  g_signal_connect_object (session, "flush", G_CALLBACK (store), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
copil_typed_text_grow (CopilTypedText *self, int height)
{
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
}

gboolean
copil_typed_text_store (CopilTypedText *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  copil_pause_end (&self->pause);
  if (!self->owner || !self->pending || !self->kind)
    return TRUE;
  text = copil_typed_text_dup (self);
  if (g_strcmp0 (text, self->stored) == 0)
    copil_unstored_forget (get_unstored (self), self->kind, self->id, self->field);
  else if (!copil_unstored_store (get_unstored (self), self->write, self->kind, self->id,
                                  self->field, *text ? text : NULL, &error))
    {
      /* What is kept is told as long as it is. */
      if (!copil_unstored_get (get_unstored (self), self->kind, self->id, self->field, NULL))
        copil_session_toast (copil_panel_get_session (self), error->message);
      return FALSE;
    }
  g_free (self->stored);
  self->stored = g_steal_pointer (&text);
  self->pending = FALSE;
  return TRUE;
}

void
copil_typed_text_show (CopilTypedText *self, const char *kind, gint64 id, const char *field)
{
  g_return_if_fail (self->owner);
  store (self);
  self->pending = FALSE;
  self->kind = g_intern_string (kind);
  self->id = id;
  self->field = g_intern_string (field);
  g_clear_pointer (&self->stored, g_free);
  fill (self);
  copil_focus_set_sensitive (self->view, kind != NULL);
}

void
copil_typed_text_follow (CopilTypedText *self)
{
  g_autofree char *typed = NULL, *text = NULL;

  if (!self->owner || !self->kind)
    return;
  if (!self->pending)
    {
      fill (self);
      return;
    }
  /* What was kept is stored now. */
  text = self->read (self->owner);
  typed = copil_typed_text_dup (self);
  if (g_strcmp0 (text ? text : "", typed) != 0)
    return;
  g_free (self->stored);
  self->stored = g_steal_pointer (&typed);
  self->pending = FALSE;
}

void
copil_typed_text_close (CopilTypedText *self)
{
  store (self);
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
