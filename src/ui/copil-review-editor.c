/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-typed-text.h"

struct _CopilReviewEditor
{
  GtkWidget parent_instance;

  CopilSession *session;
  CopilReviewType type;
  int year;
  char *section; /* NULL for none */
  gint64 axis;
  gint64 id; /* of the record, 0 where there is none yet */

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (CopilReviewEditor, copil_review_editor, GTK_TYPE_WIDGET)

static CopilStore *
get_store (CopilReviewEditor *editor)
{
  return copil_session_get_store (editor->session);
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

static gboolean
write_cb (gpointer data, const char *text)
{
  CopilReviewEditor *editor = data;
  g_autoptr (GError) error = NULL;

  return copil_session_check (editor->session, store (editor, text, &error), error);
}

static char *
read_cb (gpointer data)
{
  CopilReviewEditor *editor = data;

  editor->id = 0;
  if (!editor->section)
    return NULL;
  return copil_review_dup_text (get_store (editor), editor->type, editor->year, editor->section,
                                editor->axis, &editor->id);
}

static void
changed_cb (CopilReviewEditor *editor, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "review_text"))
    copil_typed_text_follow (COPIL_TYPED_TEXT (editor->text));
}

static void
copil_review_editor_dispose (GObject *object)
{
  CopilReviewEditor *editor = COPIL_REVIEW_EDITOR (object);

  if (editor->text)
    copil_typed_text_close (COPIL_TYPED_TEXT (editor->text));
  g_clear_pointer (&editor->text, gtk_widget_unparent);
  g_clear_object (&editor->session);
  G_OBJECT_CLASS (copil_review_editor_parent_class)->dispose (object);
}

static void
copil_review_editor_finalize (GObject *object)
{
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
}

GtkWidget *
copil_review_editor_new (CopilSession *session)
{
  CopilReviewEditor *editor = g_object_new (COPIL_TYPE_REVIEW_EDITOR, NULL);

  editor->session = g_object_ref (session);
  editor->text = copil_typed_text_new (session, 110, read_cb, write_cb, editor);
  gtk_widget_set_parent (editor->text, GTK_WIDGET (editor));
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
  copil_typed_text_store (COPIL_TYPED_TEXT (editor->text));
  editor->type = type;
  editor->year = year;
  editor->axis = axis;
  g_free (editor->section);
  editor->section = g_strdup (section);
  copil_typed_text_show (COPIL_TYPED_TEXT (editor->text), section != NULL);
  if (title)
    {
      /* Translators: the name of a box to type in; %s is the title of a section */
      g_autofree char *name = g_strdup_printf (_ ("Text of the section “%s”"), title);

      gtk_accessible_update_property (GTK_ACCESSIBLE (copil_review_editor_get_view (editor)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

GtkWidget *
copil_review_editor_get_view (CopilReviewEditor *editor)
{
  return GTK_WIDGET (copil_typed_text_get_view (COPIL_TYPED_TEXT (editor->text)));
}
