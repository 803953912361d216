/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-joined-documents.h"

#include <glib/gi18n-lib.h>

#include "copil-joined-join.h"
#include "copil-joined-row.h"
#include "copil-joined.h"
#include "copil-parts.h"
#include "copil-view-record.h"

struct _CopilJoinedDocuments
{
  CopilPanel parent_instance;

  const CopilKind *kind;
  gint64 parent;
  GPtrArray *rows; /* CopilJoinedRow, in order */
  GtkFileChooserNative *chooser;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *warning;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (CopilJoinedDocuments, copil_joined_documents, COPIL_TYPE_PANEL)

static void
show_total (CopilJoinedDocuments *documents)
{
  guint64 total = copil_joined_get_size (copil_panel_get_store (documents), documents->kind->name,
                                         documents->parent);
  g_autofree char *size = g_format_size_full (total, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *text =
      documents->rows->len ? g_strdup_printf (_ ("Joined documents – %s"), size)
                           : g_strdup (_ ("Joined documents – none, drop files here to join them"));
  g_autofree char *warning =
      copil_joined_warn ("", 0, copil_joined_get_total (copil_panel_get_store (documents)));

  gtk_label_set_label (GTK_LABEL (documents->title), text);
  gtk_label_set_label (GTK_LABEL (documents->warning), warning ? warning : "");
  gtk_widget_set_visible (documents->warning, warning && documents->rows->len > 0);
}

static guint
find_row (CopilJoinedDocuments *documents, gint64 id, guint from)
{
  for (guint i = from; i < documents->rows->len; i++)
    if (copil_joined_row_get_id (documents->rows->pdata[i]) == id)
      return i;
  return documents->rows->len;
}

static void
take_row (CopilJoinedDocuments *documents, guint place)
{
  gtk_list_box_remove (GTK_LIST_BOX (documents->list), documents->rows->pdata[place]);
  g_ptr_array_remove_index (documents->rows, place);
}

/* The rows of those that stay are kept, and the keyboard with them. */
static void
fill (CopilJoinedDocuments *documents)
{
  g_autoptr (GArray) ids =
      copil_view_list_ids (copil_panel_get_store (documents), documents->kind->name,
                           documents->kind->parent, documents->parent, NULL, 0);
  guint place = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint at = find_row (documents, id, place);

      if (at == documents->rows->len)
        {
          GtkWidget *row =
              copil_joined_row_new (copil_panel_get_session (documents), documents->kind->name, id);

          g_ptr_array_insert (documents->rows, (int)place, row);
          gtk_list_box_insert (GTK_LIST_BOX (documents->list), row, (int)place);
        }
      else
        for (; at > place; at--)
          take_row (documents, place);
      place++;
    }
  while (documents->rows->len > place)
    take_row (documents, place);
  gtk_widget_set_visible (documents->list, documents->rows->len > 0);
  gtk_widget_set_sensitive (documents->add,
                            documents->parent &&
                                !copil_store_is_read_only (copil_panel_get_store (documents)));
  show_total (documents);
}

/* --- joining --- */

static void
chosen_cb (CopilJoinedDocuments *documents, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files =
          gtk_file_chooser_get_files (GTK_FILE_CHOOSER (documents->chooser));

      copil_joined_documents_join (documents, files, 0);
    }
  g_clear_object (&documents->chooser);
}

static void
add_cb (CopilJoinedDocuments *documents)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (documents));

  g_clear_object (&documents->chooser);
  documents->chooser =
      gtk_file_chooser_native_new (_ ("Join Documents"), GTK_WINDOW (root),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Join"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (documents->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (documents->chooser), TRUE);
  g_signal_connect_swapped (documents->chooser, "response", G_CALLBACK (chosen_cb), documents);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (documents->chooser));
}

static gboolean
drop_cb (CopilJoinedDocuments *documents, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (!documents->parent || copil_store_is_read_only (copil_panel_get_store (documents)))
    return FALSE;
  for (GSList *at = g_value_get_boxed (value); at; at = at->next)
    g_list_store_append (files, at->data);
  copil_joined_documents_join (documents, G_LIST_MODEL (files), 0);
  return TRUE;
}

static void
refresh (gpointer self)
{
  CopilJoinedDocuments *documents = self;

  if (!documents->parent)
    return;
  fill (documents);
  for (guint i = 0; i < documents->rows->len; i++)
    copil_joined_row_update (documents->rows->pdata[i]);
}

static void
copil_joined_documents_finalize (GObject *object)
{
  CopilJoinedDocuments *documents = COPIL_JOINED_DOCUMENTS (object);

  g_clear_object (&documents->chooser);
  g_ptr_array_unref (documents->rows);
  G_OBJECT_CLASS (copil_joined_documents_parent_class)->finalize (object);
}

static void
copil_joined_documents_class_init (CopilJoinedDocumentsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_joined_documents_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_joined_documents_init (CopilJoinedDocuments *documents)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  documents->rows = g_ptr_array_new ();
  documents->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  documents->title = copil_parts_label_new (NULL, "heading");
  documents->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (documents->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (documents->list, "boxed-list");
  documents->warning = copil_parts_label_new (NULL, "caption");
  documents->add = copil_parts_button_new (_ ("_Join documents…"));
  gtk_widget_set_halign (documents->add, GTK_ALIGN_START);
  g_signal_connect_swapped (documents->add, "clicked", G_CALLBACK (add_cb), documents);
  gtk_box_append (GTK_BOX (documents->box), documents->title);
  gtk_box_append (GTK_BOX (documents->box), documents->list);
  gtk_box_append (GTK_BOX (documents->box), documents->warning);
  gtk_box_append (GTK_BOX (documents->box), documents->add);
  copil_panel_set_child (documents, documents->box);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), documents);
  gtk_widget_add_controller (GTK_WIDGET (documents), GTK_EVENT_CONTROLLER (target));
  gtk_accessible_update_property (GTK_ACCESSIBLE (documents), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Joined documents"), -1);
}

GtkWidget *
copil_joined_documents_new (CopilSession *session, const char *kind)
{
  CopilJoinedDocuments *documents =
      g_object_new (COPIL_TYPE_JOINED_DOCUMENTS, "session", session, NULL);

  g_autofree char *watched = g_strconcat (kind, " item", NULL);

  documents->kind = copil_kind_get (kind);
  copil_panel_watch (documents, watched, refresh);
  return GTK_WIDGET (documents);
}

void
copil_joined_documents_set_parent (CopilJoinedDocuments *documents, gint64 parent)
{
  g_return_if_fail (COPIL_IS_JOINED_DOCUMENTS (documents));
  if (documents->parent == parent)
    return;
  documents->parent = parent;
  fill (documents);
}

void
copil_joined_documents_join (CopilJoinedDocuments *documents, GListModel *files, gint64 item)
{
  g_return_if_fail (COPIL_IS_JOINED_DOCUMENTS (documents) && documents->parent);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      copil_joined_join_file (copil_panel_get_session (documents), documents->kind->name,
                              documents->parent, item, file);
    }
}

void
copil_joined_documents_focus (CopilJoinedDocuments *documents)
{
  gtk_widget_grab_focus (documents->add);
}
