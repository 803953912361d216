/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-collection-dialog.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-dialog.h"

struct _CopilCollectionDialog
{
  AdwWindow parent_instance;

  CopilSession *session;
  CopilCollection *collection;
  GPtrArray *checks; /* GtkCheckButton of each difference, not owned */

  GtkWidget *list;
  GtkWidget *total;
  GtkWidget *take;
};

G_DEFINE_FINAL_TYPE (CopilCollectionDialog, copil_collection_dialog, ADW_TYPE_WINDOW)

static CopilDifference *
get_difference (CopilCollectionDialog *dialog, guint place)
{
  return dialog->collection->differences->pdata[place];
}

static void
show_total (CopilCollectionDialog *dialog)
{
  guint n = 0, all = dialog->checks->len;
  guint conflicts = copil_collection_count_conflicts (dialog->collection);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < all; i++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (dialog->checks->pdata[i], GTK_TYPE_LIST_BOX_ROW);
      gboolean ticked = gtk_check_button_get_active (dialog->checks->pdata[i]);

      get_difference (dialog, i)->taken = ticked;
      gtk_accessible_update_state (
          GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
          ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      n += ticked;
    }
  g_string_append_printf (
      text,
      ngettext ("%u of %u difference will be taken", "%u of %u differences will be taken", all), n,
      all);
  if (conflicts)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              ngettext ("%u changed in the file meanwhile",
                                        "%u changed in the file meanwhile", conflicts),
                              conflicts);
    }
  gtk_label_set_label (GTK_LABEL (dialog->total), text->str);
  gtk_widget_set_sensitive (dialog->take, n > 0);
}

/* --- Callbacks --- */

static void
take_cb (CopilCollectionDialog *dialog)
{
  CopilStore *store = copil_session_get_store (dialog->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n = 0;

  if (!gtk_widget_get_sensitive (dialog->take))
    return;
  for (guint i = 0; i < dialog->checks->len; i++)
    n += get_difference (dialog, i)->taken;
  if (!copil_collection_take (store, dialog->collection, &error))
    {
      GtkWidget *said =
          adw_message_dialog_new (GTK_WINDOW (dialog), _ ("Nothing was taken"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (said), "close", _ ("_Close"));
      copil_dialog_present (said);
      return;
    }
  message =
      g_strdup_printf (ngettext ("%u difference taken from %s", "%u differences taken from %s", n),
                       n, dialog->collection->party_name);
  g_signal_emit_by_name (dialog->session, "toast", message, TRUE);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
toggle (GtkCheckButton *check)
{
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
row_activated_cb (CopilCollectionDialog *dialog, GtkListBoxRow *row)
{
  toggle (dialog->checks->pdata[gtk_list_box_row_get_index (row)]);
}

static void
set_all (CopilCollectionDialog *dialog, gboolean ticked)
{
  for (guint i = 0; i < dialog->checks->len; i++)
    gtk_check_button_set_active (dialog->checks->pdata[i], ticked);
}

static void
all_cb (CopilCollectionDialog *dialog)
{
  set_all (dialog, TRUE);
}

static void
none_cb (CopilCollectionDialog *dialog)
{
  set_all (dialog, FALSE);
}

static void
copil_collection_dialog_finalize (GObject *object)
{
  CopilCollectionDialog *dialog = COPIL_COLLECTION_DIALOG (object);

  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->collection, copil_collection_free);
  g_clear_pointer (&dialog->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_collection_dialog_parent_class)->finalize (object);
}

static void
copil_collection_dialog_class_init (CopilCollectionDialogClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_collection_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
copil_collection_dialog_init (CopilCollectionDialog *dialog)
{
  dialog->checks = g_ptr_array_new ();
}

/* --- Building --- */

/* "Status: Planned → Done", as two readable halves. */
static GtkWidget *
build_change (const CopilDifference *difference)
{
  const char *before = *difference->before ? difference->before : _ ("(nothing)");
  /* Translators: a field, what the file says, and what the sheet says */
  g_autofree char *text =
      g_strdup_printf (_ ("%s: %s → %s"), difference->field, before, difference->after);

  return copil_parts_label_new (text, NULL);
}

static GtkWidget *
build_warning (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = copil_parts_label_new (text, "caption-heading");

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
build_row (CopilCollectionDialog *dialog, const CopilDifference *difference)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *check = gtk_check_button_new ();
  /* Translators: the name of a sheet, and a cell: "Indicators, D7" */
  g_autofree char *where = g_strdup_printf (_ ("%s, %s"), difference->sheet, difference->cell);
  g_autofree char *called =
      g_strdup_printf ("%s, %s: %s", difference->record, difference->field, difference->after);
  GtkWidget *place = gtk_label_new (where);

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), difference->taken);
  g_ptr_array_add (dialog->checks, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_total), dialog);
  gtk_box_append (GTK_BOX (texts), copil_parts_label_new (difference->record, "heading"));
  gtk_box_append (GTK_BOX (texts), build_change (difference));
  if (difference->conflict)
    gtk_box_append (GTK_BOX (texts),
                    build_warning (_ ("Changed in the file since the sheet was made")));
  if (difference->doubt)
    gtk_box_append (GTK_BOX (texts), build_warning (difference->doubt));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_set_valign (place, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), place);
  g_object_set (box, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, called, -1);
  return row;
}

static GtkWidget *
build_list (CopilCollectionDialog *dialog)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  dialog->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (dialog->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (dialog->list, "boxed-list");
  gtk_widget_set_valign (dialog->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Differences"), -1);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (row_activated_cb), dialog);
  g_object_set (dialog->list, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                "margin-end", 12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), dialog->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  for (guint i = 0; i < dialog->collection->differences->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (dialog->list),
                         build_row (dialog, get_difference (dialog, i)));
  return scrolled;
}

/* Nothing to take: the sheet says what the file says. */
static GtkWidget *
build_empty (CopilCollectionDialog *dialog)
{
  GtkWidget *status = adw_status_page_new ();

  g_object_set (status, "icon-name", "emblem-ok-symbolic", "title", _ ("Nothing new"),
                "description",
                _ ("The sheet says nothing else than the file. Blank cells change nothing."), NULL);
  gtk_widget_set_vexpand (status, TRUE);
  return status;
}

static void
build (CopilCollectionDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *cancel = copil_parts_button_new (_ ("_Cancel"));
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *all = copil_parts_button_new (_ ("_All"));
  GtkWidget *none = copil_parts_button_new (_ ("_None"));

  dialog->take = copil_parts_button_new (_ ("_Take"));
  gtk_widget_add_css_class (dialog->take, "suggested-action");
  g_signal_connect_swapped (dialog->take, "clicked", G_CALLBACK (take_cb), dialog);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (all_cb), dialog);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (none_cb), dialog);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), dialog->take);
  dialog->total = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (dialog->total, TRUE);
  gtk_box_append (GTK_BOX (foot), dialog->total);
  gtk_box_append (GTK_BOX (foot), all);
  gtk_box_append (GTK_BOX (foot), none);
  g_object_set (foot, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (box), header);
  if (dialog->collection->differences->len)
    gtk_box_append (GTK_BOX (box), build_list (dialog));
  else
    gtk_box_append (GTK_BOX (box), build_empty (dialog));
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_set_visible (foot, dialog->collection->differences->len > 0);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  show_total (dialog);
}

GtkWidget *
copil_collection_dialog_new (CopilSession *session, GtkWidget *from, CopilCollection *collection)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *title = g_strdup_printf (_ ("Collection – %s"), collection->party_name);
  CopilCollectionDialog *dialog =
      g_object_new (COPIL_TYPE_COLLECTION_DIALOG, "title", title, "modal", TRUE, "transient-for",
                    GTK_IS_WINDOW (root) ? root : NULL, "destroy-with-parent", TRUE,
                    "default-width", 760, "default-height", 580, NULL);

  dialog->session = g_object_ref (session);
  dialog->collection = collection;
  build (dialog);
  gtk_widget_grab_focus (collection->differences->len ? dialog->list : dialog->take);
  return GTK_WIDGET (dialog);
}

/* --- Reading --- */

static void
refuse (GtkWidget *from, const char *file, const char *reason)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be taken"), file);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", reason, _ ("Nothing has changed."));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  copil_dialog_present (dialog);
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  GtkWidget *from = data;
  CopilSession *session = g_object_get_data (G_OBJECT (chooser), "session");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autoptr (GError) error = NULL;
  CopilCollection *collection;

  if (response == GTK_RESPONSE_ACCEPT && path && copil_session_flush (session))
    {
      collection = copil_collection_read (copil_session_get_store (session), path, &error);
      if (collection)
        gtk_window_present (GTK_WINDOW (copil_collection_dialog_new (session, from, collection)));
      else
        refuse (from, name, error->message);
    }
  g_object_unref (chooser);
}

void
copil_collection_dialog_run (GtkWidget *from, CopilSession *session)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Read a Collection Sheet"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Read"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("OpenDocument spreadsheet"));
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), from, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
