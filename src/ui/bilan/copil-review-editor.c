/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-editor.h"

#include <glib/gi18n-lib.h>

#include "copil-typed-text.h"

struct _CopilReviewEditor
{
  CopilPanel parent_instance;

  CopilReviewType type;
  int year;
  char *section; /* NULL for none */
  gint64 axis;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (CopilReviewEditor, copil_review_editor, COPIL_TYPE_PANEL)

/* The place of the text: the axis, or none, and "review_text TYPE YEAR SECTION". */
static char *
dup_place (CopilReviewEditor *editor)
{
  return g_strdup_printf ("review_text %d %d %s", (int)editor->type, editor->year, editor->section);
}

static gboolean
write_cb (CopilStore *store, const char *kind, gint64 axis, const char *place, const char *text,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit (place, " ", 4);

  return copil_review_set_text (store, (CopilReviewType)g_ascii_strtoll (parts[1], NULL, 10),
                                (int)g_ascii_strtoll (parts[2], NULL, 10), parts[3], axis, text,
                                error);
}

static char *
read_cb (gpointer data)
{
  CopilReviewEditor *editor = data;
  gint64 id;

  if (!editor->section)
    return NULL;
  return copil_review_dup_text (copil_panel_get_store (editor), editor->type, editor->year,
                                editor->section, editor->axis, &id);
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
  editor->text = NULL;
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
}

static void
copil_review_editor_init (CopilReviewEditor *editor)
{
}

GtkWidget *
copil_review_editor_new (CopilSession *session)
{
  CopilReviewEditor *editor = g_object_new (COPIL_TYPE_REVIEW_EDITOR, "session", session, NULL);

  editor->text = copil_typed_text_new (session, 110, read_cb, write_cb, editor);
  copil_panel_set_child (editor, editor->text);
  g_signal_connect_object (copil_panel_get_store (editor), "changed", G_CALLBACK (changed_cb),
                           editor, G_CONNECT_SWAPPED);
  return GTK_WIDGET (editor);
}

void
copil_review_editor_set (CopilReviewEditor *editor, CopilReviewType type, int year,
                         const char *section, gint64 axis, const char *title)
{
  g_autofree char *place = NULL;

  if (editor->type == type && editor->year == year && editor->axis == axis &&
      g_strcmp0 (editor->section, section) == 0)
    return;
  editor->type = type;
  editor->year = year;
  editor->axis = axis;
  g_free (editor->section);
  editor->section = g_strdup (section);
  if (section)
    place = dup_place (editor);
  copil_typed_text_show (COPIL_TYPED_TEXT (editor->text), place ? "axis" : NULL, axis, place);
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
