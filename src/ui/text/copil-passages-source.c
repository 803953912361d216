/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passages-source.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _CopilPassagesSource
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  char *text;
  GPtrArray *passages;
  gboolean showing; /* the program moves the cursor, not the person */
  guint scrolling;
};

G_DEFINE_FINAL_TYPE (CopilPassagesSource, copil_passages_source, GTK_TYPE_WIDGET)

enum
{
  POINTED,
  MARKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- how passages look --- */

enum
{
  TAG_CERTAIN,
  TAG_DOUBTFUL,
  TAG_ACCEPTED,
  TAG_ASIDE,
  TAG_CURRENT,
  N_TAGS
};
static const char *const tag_names[] = { "certain", "doubtful", "accepted", "aside", "current" };

/* Never by colour alone: what is doubtful has a wavy line, what is in the file a plain one, what is
 * set aside is struck through. */
static void
colour_tags (CopilPassagesSource *source)
{
  static const char *const light[] = { "#dbe9fb", "#fdeccb", "#ddf3e0", "#eeeeee", "#a9cdf7" };
  static const char *const dark[] = { "#1f3a5c", "#5a4413", "#1d4426", "#3a3a3a", "#2c62a6" };
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (source->buffer);

  for (guint i = 0; i < N_TAGS; i++)
    g_object_set (gtk_text_tag_table_lookup (table, tag_names[i]), "background",
                  is_dark ? dark[i] : light[i], NULL);
}

static void
make_tags (CopilPassagesSource *source)
{
  gtk_text_buffer_create_tag (source->buffer, tag_names[TAG_CERTAIN], NULL);
  gtk_text_buffer_create_tag (source->buffer, tag_names[TAG_DOUBTFUL], "underline",
                              PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_create_tag (source->buffer, tag_names[TAG_ACCEPTED], "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (source->buffer, tag_names[TAG_ASIDE], "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (source->buffer, tag_names[TAG_CURRENT], NULL);
  colour_tags (source);
}

/* Iterators at two bytes of the text, which both lie between characters. */
static gboolean
get_iters (CopilPassagesSource *source, gsize start, gsize end, GtkTextIter *from, GtkTextIter *to)
{
  gsize length = source->text ? strlen (source->text) : 0;
  glong first, n;

  if (start >= end || end > length)
    return FALSE;
  first = g_utf8_strlen (source->text, (gssize)start);
  n = g_utf8_strlen (source->text + start, (gssize)(end - start));
  gtk_text_buffer_get_iter_at_offset (source->buffer, from, (int)first);
  gtk_text_buffer_get_iter_at_offset (source->buffer, to, (int)(first + n));
  return TRUE;
}

static guint
pick_tag (const CopilPassage *passage)
{
  if (passage->state == COPIL_PASSAGE_ACCEPTED)
    return TAG_ACCEPTED;
  if (passage->state == COPIL_PASSAGE_ASIDE)
    return TAG_ASIDE;
  return passage->doubtful ? TAG_DOUBTFUL : TAG_CERTAIN;
}

/* Under an article that is no axis, or one that was set aside, nothing is proposed. */
static gboolean
is_marked (CopilPassagesSource *source, const CopilPassage *passage)
{
  if (passage->kind == COPIL_DRAFT_ARTICLE || passage->end <= passage->start)
    return FALSE;
  for (guint up = passage->parent; up != G_MAXUINT;
       up = ((CopilPassage *)source->passages->pdata[up])->parent)
    if (((CopilPassage *)source->passages->pdata[up])->kind == COPIL_DRAFT_ARTICLE)
      return FALSE;
  return TRUE;
}

static void
mark_passages (CopilPassagesSource *source)
{
  GtkTextIter from, to;
  glong offset = 0;
  gsize byte = 0, length = source->text ? strlen (source->text) : 0;

  gtk_text_buffer_get_bounds (source->buffer, &from, &to);
  gtk_text_buffer_remove_all_tags (source->buffer, &from, &to);
  for (guint i = 0; i < source->passages->len; i++)
    {
      const CopilPassage *passage = source->passages->pdata[i];
      glong n;

      if (!is_marked (source, passage) || passage->end > length)
        continue;
      /* Passages come in the order of the text, as a rule: count on from the last one. */
      if (passage->start < byte)
        byte = 0, offset = 0;
      offset += g_utf8_strlen (source->text + byte, (gssize)(passage->start - byte));
      byte = passage->start;
      n = g_utf8_strlen (source->text + byte, (gssize)(passage->end - byte));
      gtk_text_buffer_get_iter_at_offset (source->buffer, &from, (int)offset);
      gtk_text_buffer_get_iter_at_offset (source->buffer, &to, (int)(offset + n));
      gtk_text_buffer_apply_tag_by_name (source->buffer, tag_names[pick_tag (passage)], &from, &to);
    }
}

/* --- the person --- */

static gsize
get_byte (CopilPassagesSource *source, const GtkTextIter *iter)
{
  return (gsize)(g_utf8_offset_to_pointer (source->text, gtk_text_iter_get_offset (iter)) -
                 source->text);
}

/* The smallest passage around a byte. */
static gint64
find_passage (CopilPassagesSource *source, gsize byte)
{
  gsize best = G_MAXSIZE;
  gint64 id = 0;

  for (guint i = 0; source->passages && i < source->passages->len; i++)
    {
      const CopilPassage *passage = source->passages->pdata[i];

      if (passage->start <= byte && byte <= passage->end && passage->end > passage->start &&
          passage->end - passage->start < best)
        {
          best = passage->end - passage->start;
          id = passage->id;
        }
    }
  return id;
}

static void
cursor_cb (CopilPassagesSource *source)
{
  GtkTextIter cursor;
  gint64 id;

  if (source->showing || !source->text)
    return;
  g_signal_emit (source, signals[MARKED], 0);
  if (gtk_text_buffer_get_has_selection (source->buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (source->buffer, &cursor,
                                    gtk_text_buffer_get_insert (source->buffer));
  id = find_passage (source, get_byte (source, &cursor));
  if (id)
    g_signal_emit (source, signals[POINTED], 0, id);
}

static void
copil_passages_source_dispose (GObject *object)
{
  CopilPassagesSource *source = COPIL_PASSAGES_SOURCE (object);

  g_clear_handle_id (&source->scrolling, g_source_remove);
  g_clear_pointer (&source->scroller, gtk_widget_unparent);
  g_clear_pointer (&source->passages, g_ptr_array_unref);
  g_clear_pointer (&source->text, g_free);
  G_OBJECT_CLASS (copil_passages_source_parent_class)->dispose (object);
}

static void
copil_passages_source_class_init (CopilPassagesSourceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_passages_source_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[POINTED] = g_signal_new ("pointed", COPIL_TYPE_PASSAGES_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MARKED] = g_signal_new ("marked", COPIL_TYPE_PASSAGES_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_passages_source_init (CopilPassagesSource *source)
{
  GtkWidget *view = gtk_text_view_new ();

  source->view = GTK_TEXT_VIEW (view);
  source->buffer = gtk_text_view_get_buffer (source->view);
  gtk_text_buffer_set_enable_undo (source->buffer, FALSE);
  gtk_text_view_set_editable (source->view, FALSE);
  gtk_text_view_set_wrap_mode (source->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (source->view, 18);
  gtk_text_view_set_right_margin (source->view, 18);
  gtk_text_view_set_top_margin (source->view, 12);
  gtk_text_view_set_bottom_margin (source->view, 12);
  gtk_text_view_set_pixels_inside_wrap (source->view, 2);
  gtk_text_view_set_accepts_tab (source->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the convention"), -1);
  make_tags (source);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_tags), source, G_CONNECT_SWAPPED);
  g_signal_connect_object (source->buffer, "notify::cursor-position", G_CALLBACK (cursor_cb),
                           source, G_CONNECT_SWAPPED);
  g_signal_connect_object (source->buffer, "notify::has-selection", G_CALLBACK (cursor_cb), source,
                           G_CONNECT_SWAPPED);
  source->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (source->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (source->scroller), view);
  gtk_widget_set_parent (source->scroller, GTK_WIDGET (source));
}

GtkWidget *
copil_passages_source_new (void)
{
  return g_object_new (COPIL_TYPE_PASSAGES_SOURCE, NULL);
}

void
copil_passages_source_set_text (CopilPassagesSource *source, const char *text)
{
  GtkTextIter start;

  g_free (source->text);
  source->text = g_strdup (text);
  source->showing = TRUE;
  gtk_text_buffer_set_text (source->buffer, text ? text : "", -1);
  gtk_text_buffer_get_start_iter (source->buffer, &start);
  gtk_text_buffer_place_cursor (source->buffer, &start);
  source->showing = FALSE;
}

void
copil_passages_source_set_passages (CopilPassagesSource *source, GPtrArray *passages)
{
  g_ptr_array_ref (passages);
  g_clear_pointer (&source->passages, g_ptr_array_unref);
  source->passages = passages;
  mark_passages (source);
}

/* The place is known only once the lines around it were laid out. */
static gboolean
scroll_cb (gpointer data)
{
  CopilPassagesSource *source = data;

  source->scrolling = 0;
  gtk_text_view_scroll_to_mark (source->view, gtk_text_buffer_get_insert (source->buffer), 0.1,
                                FALSE, 0, 0);
  return G_SOURCE_REMOVE;
}

void
copil_passages_source_show (CopilPassagesSource *source, gint64 id)
{
  guint place = source->passages ? copil_passages_find (source->passages, id) : G_MAXUINT;
  const CopilPassage *passage = place == G_MAXUINT ? NULL : source->passages->pdata[place];
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (source->buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (source->buffer, tag_names[TAG_CURRENT], &from, &to);
  if (!passage || !get_iters (source, passage->start, passage->end, &from, &to))
    return;
  gtk_text_buffer_apply_tag_by_name (source->buffer, tag_names[TAG_CURRENT], &from, &to);
  if (gtk_widget_has_focus (GTK_WIDGET (source->view)))
    return;
  source->showing = TRUE;
  gtk_text_buffer_place_cursor (source->buffer, &from);
  source->showing = FALSE;
  if (!source->scrolling)
    source->scrolling = g_idle_add (scroll_cb, source);
}

gboolean
copil_passages_source_get_marked (CopilPassagesSource *source, gsize *start, gsize *end)
{
  GtkTextIter from, to;

  if (!source->text || !gtk_text_buffer_get_selection_bounds (source->buffer, &from, &to))
    return FALSE;
  *start = get_byte (source, &from);
  *end = get_byte (source, &to);
  return TRUE;
}

void
copil_passages_source_focus (CopilPassagesSource *source)
{
  gtk_widget_grab_focus (GTK_WIDGET (source->view));
}
