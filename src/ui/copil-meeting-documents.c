/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-documents.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-meeting-documents-join.h"
#include "copil-meeting-documents-open.h"
#include "copil-meeting-parts.h"
#include "copil-proposal-documents.h"
#include "copil-query.h"

typedef struct
{
  CopilMeetingDocuments *documents; /* not owned */
  gint64 id;
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *name;
  GtkWidget *size;
  GtkWidget *point; /* GtkDropDown: the whole meeting, or an item */
  GArray *items;    /* gint64, as in the drop-down */
} Row;

struct _CopilMeetingDocuments
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;
  gboolean setting;
  GPtrArray *rows; /* Row, in order */
  GtkFileChooserNative *chooser;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (CopilMeetingDocuments, copil_meeting_documents, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->items);
  g_free (row);
}

static CopilStore *
get_store (CopilMeetingDocuments *documents)
{
  return copil_session_get_store (documents->session);
}

static char *
dup_name (Row *row)
{
  char *name = copil_store_query_dup_text (
      get_store (row->documents), "SELECT name FROM attachment WHERE id = ?1", "i", row->id);

  return name ? name : g_strdup (_ ("Document"));
}

/* --- Opening and saving --- */

static void
open_cb (Row *row)
{
  copil_meeting_documents_open (GTK_WIDGET (row->documents), row->documents->session, row->id);
}

/* In a thread. */
static gboolean
write_copy (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = copil_joined_get (reader, *(gint64 *)data, error);

  return bytes && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                       (gssize)g_bytes_get_size (bytes), error);
}

static void
save_cb (Row *row)
{
  g_autofree char *name = dup_name (row), *file = copil_meeting_documents_make_file_name (name),
                  *suffix = NULL;
  char *dot = strrchr (file, '.');

  suffix = g_strdup (dot && dot > file ? dot : "");
  if (dot && dot > file)
    *dot = '\0';
  copil_export_run (GTK_WIDGET (row->documents), row->documents->session, _ ("Save a Copy"), file,
                    _ ("Documents"), suffix, write_copy, g_memdup2 (&row->id, sizeof row->id),
                    g_free);
}

static void
remove_cb (Row *row)
{
  CopilMeetingDocuments *documents = row->documents;

  copil_session_delete (documents->session, "attachment", row->id);
  gtk_widget_grab_focus (documents->add);
}

static void
point_cb (Row *row)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->point));
  gint64 item = place < row->items->len ? g_array_index (row->items, gint64, place) : 0;
  g_autofree char *value = item ? g_strdup_printf ("%" G_GINT64_FORMAT, item) : NULL;

  if (!row->documents->setting)
    copil_session_edit (row->documents->session, "attachment", row->id, "item", value);
}

/* --- Showing --- */

static void
show_points (Row *row, gint64 current)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (row->documents),
      "SELECT id, coalesce (label || ' ', '') || title FROM item WHERE meeting = ?1"
      " ORDER BY position, id",
      "i", row->documents->meeting);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  g_array_set_size (row->items, 0);
  g_array_append_val (row->items, none);
  gtk_string_list_append (names, _ ("The whole meeting"));
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      if (id == current)
        selected = row->items->len;
      g_array_append_val (row->items, id);
      gtk_string_list_append (names, copil_query_text (query, 1));
    }
  row->documents->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (row->point), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->point), selected);
  row->documents->setting = FALSE;
}

static void
show_row (Row *row)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (row->documents), "SELECT name, mime, size, item FROM attachment WHERE id = ?1",
      "i", row->id);
  g_autofree char *size = NULL, *type = NULL, *called = NULL;
  g_autoptr (GIcon) icon = NULL;

  if (!copil_query_next (query))
    return;
  size = g_format_size_full ((guint64)MAX (copil_query_int (query, 2), 0), G_FORMAT_SIZE_IEC_UNITS);
  type = copil_query_text (query, 1) ? g_content_type_from_mime_type (copil_query_text (query, 1))
                                     : NULL;
  icon = type ? g_content_type_get_symbolic_icon (type)
              : g_themed_icon_new ("text-x-generic-symbolic");
  gtk_image_set_from_gicon (GTK_IMAGE (row->icon), icon);
  gtk_label_set_label (GTK_LABEL (row->name), copil_query_text (query, 0));
  gtk_widget_set_tooltip_text (row->name, copil_query_text (query, 0));
  gtk_label_set_label (GTK_LABEL (row->size), size);
  called = g_strdup_printf ("%s, %s", copil_query_text (query, 0), size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, called,
                                  -1);
  show_points (row, copil_query_int (query, 3));
}

static GtkWidget *
build_button (Row *row, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = dup_name (row), *called = g_strdup_printf (_ ("%s: %s"), tip, name);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, called,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, row);
  return button;
}

static Row *
row_new (CopilMeetingDocuments *documents, gint64 id)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gboolean writes = !copil_store_is_read_only (get_store (documents));
  GtkWidget *remove;

  row->documents = documents;
  row->id = id;
  row->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  row->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                           "selectable", FALSE, NULL);
  row->icon = gtk_image_new ();
  row->name = copil_meeting_label_new (NULL, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (row->name), PANGO_WRAP_WORD_CHAR);
  row->size = copil_meeting_label_new (NULL, "caption");
  row->point = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_size_request (row->point, 180, -1);
  gtk_widget_set_valign (row->point, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (row->point, writes);
  gtk_widget_set_tooltip_text (row->point, _ ("What the document is joined to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->point), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the document is joined to"), -1);
  g_signal_connect_swapped (row->point, "notify::selected", G_CALLBACK (point_cb), row);
  gtk_box_append (GTK_BOX (texts), row->name);
  gtk_box_append (GTK_BOX (texts), row->size);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons),
                  build_button (row, "document-open-symbolic", _ ("Open"), G_CALLBACK (open_cb)));
  gtk_box_append (GTK_BOX (buttons), build_button (row, "document-save-as-symbolic",
                                                   _ ("Save a copy"), G_CALLBACK (save_cb)));
  remove = build_button (row, "user-trash-symbolic", _ ("Take the document away"),
                         G_CALLBACK (remove_cb));
  gtk_widget_set_sensitive (remove, writes);
  gtk_box_append (GTK_BOX (buttons), remove);
  gtk_box_append (GTK_BOX (bar), row->icon);
  gtk_box_append (GTK_BOX (bar), texts);
  gtk_box_append (GTK_BOX (bar), row->point);
  gtk_box_append (GTK_BOX (bar), buttons);
  g_object_set (bar, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 6,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), bar);
  show_row (row);
  return row;
}

static void
show_total (CopilMeetingDocuments *documents)
{
  guint64 total =
      (guint64)MAX (copil_store_query_int (get_store (documents),
                                           "SELECT sum (size) FROM attachment WHERE meeting = ?1",
                                           "i", documents->meeting),
                    0);
  g_autofree char *size = g_format_size_full (total, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *text =
      documents->rows->len ? g_strdup_printf (_ ("Joined documents – %s"), size)
                           : g_strdup (_ ("Joined documents – none, drop files here to join them"));

  gtk_label_set_label (GTK_LABEL (documents->title), text);
}

/* The rows of those that stay are kept, and the keyboard with them. */
static void
fill (CopilMeetingDocuments *documents)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (documents), "SELECT id FROM attachment WHERE meeting = ?1 ORDER BY position, id",
      "i", documents->meeting);
  guint place = 0;

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      guint at = place;

      while (at < documents->rows->len && ((Row *)documents->rows->pdata[at])->id != id)
        at++;
      if (at == documents->rows->len)
        {
          Row *row = row_new (documents, id);

          g_ptr_array_insert (documents->rows, (int)place, row);
          gtk_list_box_insert (GTK_LIST_BOX (documents->list), row->row, (int)place);
        }
      else
        for (; at > place; at--)
          {
            gtk_list_box_remove (GTK_LIST_BOX (documents->list),
                                 ((Row *)documents->rows->pdata[place])->row);
            g_ptr_array_remove_index (documents->rows, place);
          }
      place++;
    }
  while (documents->rows->len > place)
    {
      gtk_list_box_remove (GTK_LIST_BOX (documents->list),
                           ((Row *)documents->rows->pdata[place])->row);
      g_ptr_array_remove_index (documents->rows, place);
    }
  gtk_widget_set_visible (documents->list, documents->rows->len > 0);
  gtk_widget_set_sensitive (documents->add, documents->meeting &&
                                                !copil_store_is_read_only (get_store (documents)));
  show_total (documents);
}

/* --- Joining --- */

static void
chosen_cb (CopilMeetingDocuments *documents, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files =
          gtk_file_chooser_get_files (GTK_FILE_CHOOSER (documents->chooser));

      copil_meeting_documents_join (documents, files, 0);
    }
  g_clear_object (&documents->chooser);
}

static void
add_cb (CopilMeetingDocuments *documents)
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
drop_cb (CopilMeetingDocuments *documents, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (!documents->meeting || copil_store_is_read_only (get_store (documents)))
    return FALSE;
  for (GSList *at = g_value_get_boxed (value); at; at = at->next)
    g_list_store_append (files, at->data);
  copil_meeting_documents_join (documents, G_LIST_MODEL (files), 0);
  return TRUE;
}

static void
changed_cb (CopilMeetingDocuments *documents, CopilChanges *changes)
{
  gboolean attachments = copil_changes_has_kind (changes, "attachment");

  if (!documents->meeting || (!attachments && !copil_changes_has_kind (changes, "item")))
    return;
  if (attachments)
    fill (documents);
  for (guint i = 0; i < documents->rows->len; i++)
    show_row (documents->rows->pdata[i]);
}

static void
copil_meeting_documents_dispose (GObject *object)
{
  CopilMeetingDocuments *documents = COPIL_MEETING_DOCUMENTS (object);

  g_clear_object (&documents->chooser);
  g_clear_pointer (&documents->box, gtk_widget_unparent);
  g_ptr_array_set_size (documents->rows, 0);
  g_clear_object (&documents->session);
  G_OBJECT_CLASS (copil_meeting_documents_parent_class)->dispose (object);
}

static void
copil_meeting_documents_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_MEETING_DOCUMENTS (object)->rows);
  G_OBJECT_CLASS (copil_meeting_documents_parent_class)->finalize (object);
}

static void
copil_meeting_documents_class_init (CopilMeetingDocumentsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_documents_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_meeting_documents_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_meeting_documents_init (CopilMeetingDocuments *documents)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  documents->rows = g_ptr_array_new_with_free_func (row_free);
  documents->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  documents->title = copil_meeting_label_new (NULL, "heading");
  documents->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (documents->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (documents->list, "boxed-list");
  documents->add = copil_meeting_button_new (_ ("_Join documents…"));
  gtk_widget_set_halign (documents->add, GTK_ALIGN_START);
  g_signal_connect_swapped (documents->add, "clicked", G_CALLBACK (add_cb), documents);
  gtk_box_append (GTK_BOX (documents->box), documents->title);
  gtk_box_append (GTK_BOX (documents->box), documents->list);
  gtk_box_append (GTK_BOX (documents->box), documents->add);
  gtk_widget_set_parent (documents->box, GTK_WIDGET (documents));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), documents);
  gtk_widget_add_controller (GTK_WIDGET (documents), GTK_EVENT_CONTROLLER (target));
  gtk_accessible_update_property (GTK_ACCESSIBLE (documents), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Joined documents"), -1);
}

GtkWidget *
copil_meeting_documents_new (CopilSession *session)
{
  CopilMeetingDocuments *documents = g_object_new (COPIL_TYPE_MEETING_DOCUMENTS, NULL);

  documents->session = g_object_ref (session);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           documents, G_CONNECT_SWAPPED);
  return GTK_WIDGET (documents);
}

void
copil_meeting_documents_set_meeting (CopilMeetingDocuments *documents, gint64 meeting)
{
  g_return_if_fail (COPIL_IS_MEETING_DOCUMENTS (documents));
  if (documents->meeting == meeting)
    return;
  documents->meeting = meeting;
  fill (documents);
}

void
copil_meeting_documents_join (CopilMeetingDocuments *documents, GListModel *files, gint64 item)
{
  g_return_if_fail (COPIL_IS_MEETING_DOCUMENTS (documents) && documents->meeting);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      copil_meeting_documents_join_file (documents->session, documents->meeting, item, file);
    }
}
