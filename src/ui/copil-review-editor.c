/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-spelling.h"

/* What is typed is stored so long after the last key, in milliseconds. */
#define PAUSE 800

struct _CopilReviewEditor
{
  GtkWidget parent_instance;

  CopilSession *session;
  CopilReviewType type;
  int year;
  char *section; /* NULL for none */
  gint64 axis;
  gint64 id; /* of the record, 0 where there is none yet */
  char *stored;
  gboolean setting;
  gboolean pending;
  guint pause;

  GtkWidget *frame;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilReviewEditor, copil_review_editor, GTK_TYPE_WIDGET)

static CopilStore *
get_store (CopilReviewEditor *editor)
{
  return copil_session_get_store (editor->session);
}

static GtkTextBuffer *
get_buffer (CopilReviewEditor *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
}

static char *
get_typed (CopilReviewEditor *editor)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (editor), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (editor), &start, &end, FALSE);
}

/* The id of the record that now holds the text, or 0. */
static gint64
insert (CopilReviewEditor *editor, const char *text, GError **error)
{
  const CopilKind *kind = copil_kind_get ("review_text");
  g_autofree char *year = g_strdup_printf ("%d", editor->year);
  g_autofree char *axis = g_strdup_printf ("%" G_GINT64_FORMAT, editor->axis);
  gint64 id;

  if (!copil_store_begin (get_store (editor), _ ("Add a text to the bilan"), error))
    return 0;
  id = copil_store_insert (get_store (editor), kind, error, "type",
                           copil_review_get_name (editor->type), "section", editor->section, "year",
                           editor->type == COPIL_REVIEW_FINAL ? NULL : year, "axis",
                           editor->axis ? axis : NULL, "text", text, NULL);
  if (!id)
    copil_store_rollback (get_store (editor));
  else if (!copil_store_commit (get_store (editor), error))
    return 0;
  return id;
}

static gboolean
delete_record (CopilReviewEditor *editor, GError **error)
{
  if (!copil_store_begin (get_store (editor), _ ("Delete a text of the bilan"), error))
    return FALSE;
  if (!copil_store_delete (get_store (editor), copil_kind_get ("review_text"), editor->id, error))
    {
      copil_store_rollback (get_store (editor));
      return FALSE;
    }
  return copil_store_commit (get_store (editor), error);
}

static gboolean
store (CopilReviewEditor *editor, const char *text, GError **error)
{
  if (!*text && !editor->id)
    return TRUE;
  if (!*text)
    {
      if (!delete_record (editor, error))
        return FALSE;
      editor->id = 0;
      return TRUE;
    }
  if (editor->id)
    return copil_store_edit (get_store (editor), copil_kind_get ("review_text"), editor->id, "text",
                             text, error);
  editor->id = insert (editor, text, error);
  return editor->id != 0;
}

static void
store_typed (CopilReviewEditor *editor)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&editor->pause, g_source_remove);
  if (!editor->pending || !editor->section)
    return;
  text = get_typed (editor);
  if (g_strcmp0 (text, editor->stored) != 0 &&
      !copil_session_check (editor->session, store (editor, text, &error), error))
    return; /* it stays where it was typed, and is tried again */
  g_free (editor->stored);
  editor->stored = g_steal_pointer (&text);
  editor->pending = FALSE;
}

/* Shows what is stored, the cursor where it was. */
static void
fill (CopilReviewEditor *editor)
{
  GtkTextBuffer *buffer = get_buffer (editor);
  g_autofree char *text = NULL;
  GtkTextIter cursor;
  int offset;

  editor->id = 0;
  if (editor->section)
    text = copil_review_dup_text (get_store (editor), editor->type, editor->year, editor->section,
                                  editor->axis, &editor->id);
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
  CopilReviewEditor *editor = data;

  editor->pause = 0;
  store_typed (editor);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CopilReviewEditor *editor)
{
  if (editor->setting)
    return;
  editor->pending = TRUE;
  g_clear_handle_id (&editor->pause, g_source_remove);
  editor->pause = g_timeout_add (PAUSE, pause_cb, editor);
}

static void
changed_cb (CopilReviewEditor *editor, CopilChanges *changes)
{
  if (editor->section && !editor->pending && copil_changes_has_kind (changes, "review_text"))
    fill (editor);
}

static void
copil_review_editor_dispose (GObject *object)
{
  CopilReviewEditor *editor = COPIL_REVIEW_EDITOR (object);

  if (editor->frame)
    store_typed (editor);
  g_clear_handle_id (&editor->pause, g_source_remove);
  g_clear_pointer (&editor->frame, gtk_widget_unparent);
  g_clear_object (&editor->session);
  G_OBJECT_CLASS (copil_review_editor_parent_class)->dispose (object);
}

static void
copil_review_editor_finalize (GObject *object)
{
  g_free (COPIL_REVIEW_EDITOR (object)->stored);
  g_free (COPIL_REVIEW_EDITOR (object)->section);
  G_OBJECT_CLASS (copil_review_editor_parent_class)->finalize (object);
}

static void
copil_review_editor_class_init (CopilReviewEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_review_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_review_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_review_editor_init (CopilReviewEditor *editor)
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
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (typed_cb),
                            editor);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (store_typed), editor);
  gtk_widget_add_controller (editor->view, focus);
  editor->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (editor->frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (editor->frame), 110);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (editor->frame), editor->view);
  gtk_widget_add_css_class (editor->frame, "note");
  gtk_widget_set_parent (editor->frame, GTK_WIDGET (editor));
}

GtkWidget *
copil_review_editor_new (CopilSession *session)
{
  CopilReviewEditor *editor = g_object_new (COPIL_TYPE_REVIEW_EDITOR, NULL);

  editor->session = g_object_ref (session);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (editor->view),
                              !copil_store_is_read_only (get_store (editor)));
  g_signal_connect_object (session, "flush", G_CALLBACK (store_typed), editor, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (editor), "changed", G_CALLBACK (changed_cb), editor,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (editor);
}

void
copil_review_editor_set (CopilReviewEditor *editor, CopilReviewType type, int year,
                         const char *section, gint64 axis, const char *title)
{
  if (editor->type == type && editor->year == year && editor->axis == axis &&
      g_strcmp0 (editor->section, section) == 0)
    return;
  store_typed (editor);
  editor->pending = FALSE;
  editor->type = type;
  editor->year = year;
  editor->axis = axis;
  g_free (editor->section);
  editor->section = g_strdup (section);
  g_clear_pointer (&editor->stored, g_free);
  fill (editor);
  gtk_widget_set_sensitive (editor->view, section != NULL);
  if (title)
    {
      /* Translators: the name of a box to type in; %s is the title of a section */
      g_autofree char *name = g_strdup_printf (_ ("Text of the section “%s”"), title);

      gtk_accessible_update_property (GTK_ACCESSIBLE (editor->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
}

GtkWidget *
copil_review_editor_get_view (CopilReviewEditor *editor)
{
  return editor->view;
}
