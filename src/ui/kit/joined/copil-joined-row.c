/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-joined-row.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-form.h"
#include "copil-joined-documents.h"
#include "copil-joined-open.h"
#include "copil-joined.h"
#include "copil-parts.h"
#include "copil-photo.h"
#include "copil-view-record.h"

/* Of a thumbnail, in pixels. */
#define THUMBNAIL 96

struct _CopilJoinedRow
{
  GtkListBoxRow parent_instance;

  CopilSession *session;
  const CopilKind *kind;
  gint64 id;
  gboolean looked; /* a thumbnail was asked for */

  GtkWidget *bar;
  GtkWidget *picture; /* GtkStack: an icon, or a thumbnail */
  GtkWidget *icon;
  GtkWidget *thumbnail;
  GtkWidget *name;
  GtkWidget *size;
  GtkWidget *point;   /* GtkDropDown: the whole meeting, or an item; NULL for a fiche */
  GArray *items;      /* gint64, as in the drop-down */
  GtkWidget *caption; /* CopilForm; NULL for a meeting */
  GtkWidget *printed; /* CopilForm; NULL for a meeting */
};

G_DEFINE_FINAL_TYPE (CopilJoinedRow, copil_joined_row, GTK_TYPE_LIST_BOX_ROW)

static CopilStore *
get_store (CopilJoinedRow *row)
{
  return copil_session_get_store (row->session);
}

/* Whether it belongs to a point of an agenda; what does not has a caption. */
static gboolean
has_point (CopilJoinedRow *row)
{
  return copil_kind_get_field (row->kind, "item") != NULL;
}

/* --- thumbnail --- */

static void
thumbnail_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = copil_photo_load (data, 2 * THUMBNAIL, &error);

  if (pixbuf)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* What is no picture keeps its icon. */
static void
thumbnail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilJoinedRow *row = COPIL_JOINED_ROW (source);
  g_autoptr (GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GdkTexture) texture = pixbuf ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;

  if (!texture || !row->session)
    return;
  gtk_picture_set_paintable (GTK_PICTURE (row->thumbnail), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child (GTK_STACK (row->picture), row->thumbnail);
}

static void
look (CopilJoinedRow *row)
{
  g_autoptr (GBytes) data = copil_joined_get (get_store (row), row->kind->name, row->id, NULL);
  g_autoptr (GTask) task = NULL;

  row->looked = TRUE;
  if (!data)
    return;
  task = g_task_new (row, NULL, thumbnail_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&data), (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, thumbnail_thread_cb);
}

/* --- callbacks --- */

static void
open_cb (CopilJoinedRow *row)
{
  copil_joined_open (GTK_WIDGET (row), row->session, row->kind->name, row->id);
}

static void
save_cb (CopilJoinedRow *row)
{
  copil_joined_save (GTK_WIDGET (row), row->session, row->kind->name, row->id);
}

static void
remove_cb (CopilJoinedRow *row)
{
  g_autoptr (GtkWidget) documents =
      g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (row), COPIL_TYPE_JOINED_DOCUMENTS));

  copil_session_delete (row->session, row->kind->name, row->id);
  copil_joined_documents_focus (COPIL_JOINED_DOCUMENTS (documents));
}

static void
point_cb (CopilJoinedRow *row)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->point));
  gint64 item = place < row->items->len ? g_array_index (row->items, gint64, place) : 0;
  g_autofree char *value = item ? g_strdup_printf ("%" G_GINT64_FORMAT, item) : NULL;

  copil_session_edit (row->session, row->kind->name, row->id, "item", value);
}

/* --- showing --- */

static void
show_points (CopilJoinedRow *row)
{
  gint64 current = copil_view_get_field (get_store (row), "attachment", row->id, "item");
  g_autoptr (GPtrArray) points = copil_view_list_points (get_store (row), row->id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  gint64 none = 0;
  guint selected = 0;

  g_array_set_size (row->items, 0);
  g_array_append_val (row->items, none);
  g_strv_builder_add (builder, _ ("The whole meeting"));
  for (guint i = 0; i < points->len; i++)
    {
      const CopilViewRecord *point = points->pdata[i];

      if (point->id == current)
        selected = row->items->len;
      g_array_append_val (row->items, point->id);
      g_strv_builder_add (builder, point->title ? point->title : "");
    }
  names = g_strv_builder_end (builder);
  copil_drop_down_set_texts (row->point, (const char *const *)names, selected, row);
}

void
copil_joined_row_update (CopilJoinedRow *row)
{
  g_autoptr (CopilRecord) record = copil_store_load (get_store (row), row->kind, row->id);
  const char *name, *mime;
  g_autofree char *size = NULL, *type = NULL, *called = NULL;
  g_autoptr (GIcon) icon = NULL;
  gboolean picture;

  if (!record)
    return;
  name = copil_record_get (record, "name");
  mime = copil_record_get (record, "mime");
  picture = copil_photo_is_picture (mime);
  size = g_format_size_full ((guint64)MAX (copil_record_get_int (record, "size"), 0),
                             G_FORMAT_SIZE_IEC_UNITS);
  type = mime ? g_content_type_from_mime_type (mime) : NULL;
  icon = type ? g_content_type_get_symbolic_icon (type)
              : g_themed_icon_new ("text-x-generic-symbolic");
  gtk_image_set_from_gicon (GTK_IMAGE (row->icon), icon);
  gtk_label_set_label (GTK_LABEL (row->name), name);
  gtk_widget_set_tooltip_text (row->name, name);
  gtk_label_set_label (GTK_LABEL (row->size), size);
  called = g_strdup_printf ("%s, %s", name, size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, called, -1);
  if (row->point)
    show_points (row);
  if (row->printed)
    gtk_widget_set_visible (row->printed, picture);
  if (row->printed && picture && !row->looked)
    look (row);
}

/* --- building --- */

static GtkWidget *
build_button (CopilJoinedRow *row, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = copil_joined_dup_name (row->session, row->kind->name, row->id);
  g_autofree char *called = g_strdup_printf (_ ("%s: %s"), tip, name);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, called,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, row);
  return button;
}

static void
build_point (CopilJoinedRow *row)
{
  row->point = copil_drop_down_new (NULL);
  gtk_widget_set_size_request (row->point, 180, -1);
  gtk_widget_set_valign (row->point, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (row->point, !copil_store_is_read_only (get_store (row)));
  gtk_widget_set_tooltip_text (row->point, _ ("What the document is joined to"));
  copil_drop_down_set_name (row->point, _ ("What the document is joined to"));
  g_signal_connect_swapped (row->point, "notify::selected", G_CALLBACK (point_cb), row);
  gtk_box_append (GTK_BOX (row->bar), row->point);
}

static GtkWidget *
build_texts (CopilJoinedRow *row)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  row->name = copil_parts_label_new (NULL, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (row->name), PANGO_WRAP_WORD_CHAR);
  row->size = copil_parts_label_new (NULL, "caption");
  gtk_box_append (GTK_BOX (texts), row->name);
  gtk_box_append (GTK_BOX (texts), row->size);
  if (!has_point (row))
    {
      row->caption = copil_form_new (row->session, row->kind->name, "caption");
      row->printed = copil_form_new (row->session, row->kind->name, "printed");
      copil_form_set_id (COPIL_FORM (row->caption), row->id);
      copil_form_set_id (COPIL_FORM (row->printed), row->id);
      gtk_box_append (GTK_BOX (texts), row->caption);
      gtk_box_append (GTK_BOX (texts), row->printed);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

static void
build (CopilJoinedRow *row)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *remove;

  row->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->icon = gtk_image_new ();
  row->thumbnail = gtk_picture_new ();
  gtk_widget_set_size_request (row->thumbnail, THUMBNAIL, THUMBNAIL);
  gtk_picture_set_can_shrink (GTK_PICTURE (row->thumbnail), TRUE);
  row->picture = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (row->picture), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (row->picture), FALSE);
  gtk_stack_add_child (GTK_STACK (row->picture), row->icon);
  gtk_stack_add_child (GTK_STACK (row->picture), row->thumbnail);
  gtk_widget_set_valign (row->picture, has_point (row) ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row->bar), row->picture);
  gtk_box_append (GTK_BOX (row->bar), build_texts (row));
  if (has_point (row))
    build_point (row);
  gtk_box_append (GTK_BOX (buttons),
                  build_button (row, "document-open-symbolic", _ ("Open"), G_CALLBACK (open_cb)));
  gtk_box_append (GTK_BOX (buttons), build_button (row, "document-save-as-symbolic",
                                                   _ ("Save a copy"), G_CALLBACK (save_cb)));
  remove = build_button (row, "user-trash-symbolic", _ ("Take the document away"),
                         G_CALLBACK (remove_cb));
  gtk_widget_set_sensitive (remove, !copil_store_is_read_only (get_store (row)));
  gtk_box_append (GTK_BOX (buttons), remove);
  gtk_widget_set_valign (buttons, has_point (row) ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row->bar), buttons);
  g_object_set (row->bar, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 6,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), row->bar);
}

static void
copil_joined_row_dispose (GObject *object)
{
  g_clear_object (&COPIL_JOINED_ROW (object)->session);
  G_OBJECT_CLASS (copil_joined_row_parent_class)->dispose (object);
}

static void
copil_joined_row_finalize (GObject *object)
{
  g_array_unref (COPIL_JOINED_ROW (object)->items);
  G_OBJECT_CLASS (copil_joined_row_parent_class)->finalize (object);
}

static void
copil_joined_row_class_init (CopilJoinedRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_joined_row_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_joined_row_finalize;
}

static void
copil_joined_row_init (CopilJoinedRow *row)
{
  row->items = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
copil_joined_row_new (CopilSession *session, const char *kind, gint64 id)
{
  CopilJoinedRow *row = g_object_new (COPIL_TYPE_JOINED_ROW, "activatable", FALSE, "focusable",
                                      FALSE, "selectable", FALSE, NULL);

  row->session = g_object_ref (session);
  row->kind = copil_kind_get (kind);
  row->id = id;
  build (row);
  copil_joined_row_update (row);
  return GTK_WIDGET (row);
}

gint64
copil_joined_row_get_id (CopilJoinedRow *row)
{
  return row->id;
}
