/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"

struct _CopilPasteDialog
{
  AdwWindow parent_instance;

  GtkTextBuffer *buffer; /* that of the view */
  GtkWidget *view;
  GtkWidget *go_on;
  GtkWidget *paste;
  GtkWidget *said; /* how much there is, or that there was nothing to paste */
};

G_DEFINE_FINAL_TYPE (CopilPasteDialog, copil_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  TEXT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
dup_text (CopilPasteDialog *dialog)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (dialog->buffer, &start, &end);
  return gtk_text_buffer_get_text (dialog->buffer, &start, &end, FALSE);
}

static gulong
count_words (const char *text)
{
  gulong n = 0;
  gboolean inside = FALSE;

  for (; *text; text = g_utf8_next_char (text))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (text));

      n += !space && !inside ? 1 : 0;
      inside = !space;
    }
  return n;
}

static void
changed_cb (CopilPasteDialog *dialog)
{
  g_autofree char *text = dup_text (dialog), *said = NULL;
  gulong n = count_words (text);

  if (n)
    said = g_strdup_printf (ngettext ("%lu word", "%lu words", n), n);
  gtk_label_set_label (GTK_LABEL (dialog->said), said ? said : "");
  gtk_widget_set_sensitive (dialog->go_on, n > 0);
}

static void
go_on_cb (CopilPasteDialog *dialog)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_sensitive (dialog->go_on))
    return;
  text = dup_text (dialog);
  g_object_ref (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  g_signal_emit (dialog, signals[TEXT], 0, text);
  g_object_unref (dialog);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilPasteDialog) dialog = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (!dialog->view)
    return;
  gtk_widget_grab_focus (dialog->view);
  if (text && *text)
    {
      gtk_text_buffer_begin_user_action (dialog->buffer);
      gtk_text_buffer_delete_selection (dialog->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (dialog->buffer, text, -1);
      gtk_text_buffer_end_user_action (dialog->buffer);
    }
  else
    gtk_label_set_label (GTK_LABEL (dialog->said),
                         _ ("There is no text to paste: copy it where it stands first."));
}

static void
paste_cb (CopilPasteDialog *dialog)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), NULL, pasted_cb,
                                 g_object_ref (dialog));
}

static gboolean
go_on_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  go_on_cb (COPIL_PASTE_DIALOG (widget));
  return TRUE;
}

static void
copil_paste_dialog_dispose (GObject *object)
{
  COPIL_PASTE_DIALOG (object)->view = NULL;
  G_OBJECT_CLASS (copil_paste_dialog_parent_class)->dispose (object);
}

static void
copil_paste_dialog_class_init (CopilPasteDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_paste_dialog_dispose;
  signals[TEXT] = g_signal_new ("text", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
build_header (CopilPasteDialog *dialog)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = copil_parts_button_new (_ ("_Cancel"));

  dialog->go_on = copil_parts_button_new (_ ("C_ontinue"));
  gtk_widget_add_css_class (dialog->go_on, "suggested-action");
  gtk_widget_set_tooltip_text (dialog->go_on, _ ("Read the text (Ctrl+Enter)"));
  g_signal_connect_swapped (dialog->go_on, "clicked", G_CALLBACK (go_on_cb), dialog);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), dialog->go_on);
  return header;
}

static GtkWidget *
build_view (CopilPasteDialog *dialog)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *frame = gtk_frame_new (NULL);

  dialog->view = gtk_text_view_new ();
  dialog->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dialog->view));
  g_object_set (dialog->view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin",
                9, "right-margin", 9, "top-margin", 9, "bottom-margin", 9, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the convention"), -1);
  g_signal_connect_object (dialog->buffer, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), dialog->view);
  gtk_frame_set_child (GTK_FRAME (frame), scrolled);
  gtk_widget_set_vexpand (frame, TRUE);
  return frame;
}

static GtkWidget *
build_foot (CopilPasteDialog *dialog)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  dialog->paste = copil_parts_button_new (_ ("_Paste"));
  gtk_widget_set_tooltip_text (dialog->paste, _ ("Paste what was copied (Ctrl+V)"));
  g_signal_connect_swapped (dialog->paste, "clicked", G_CALLBACK (paste_cb), dialog);
  dialog->said = copil_parts_label_new (NULL, "dim-label");
  gtk_widget_set_hexpand (dialog->said, TRUE);
  gtk_box_append (GTK_BOX (foot), dialog->paste);
  gtk_box_append (GTK_BOX (foot), dialog->said);
  return foot;
}

static void
copil_paste_dialog_init (CopilPasteDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* Before the view makes a line of it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (go_on_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  gtk_box_append (GTK_BOX (box), build_header (dialog));
  gtk_box_append (
      GTK_BOX (inner),
      copil_parts_label_new (_ ("Select the whole convention where it stands, from its title to "
                                "its signatures, copy it and paste it here (Ctrl+V)."),
                             NULL));
  gtk_box_append (GTK_BOX (inner), build_view (dialog));
  gtk_box_append (GTK_BOX (inner), build_foot (dialog));
  g_object_set (inner, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (box), inner);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  changed_cb (dialog);
}

GtkWidget *
copil_paste_dialog_new (GtkWindow *over, const char *title, const char *text)
{
  CopilPasteDialog *dialog =
      g_object_new (COPIL_TYPE_PASTE_DIALOG, "title", title, "modal", TRUE, "transient-for", over,
                    "destroy-with-parent", TRUE, "default-width", 720, "default-height", 560, NULL);

  if (text)
    gtk_text_buffer_set_text (dialog->buffer, text, -1);
  gtk_widget_grab_focus (dialog->view);
  return GTK_WIDGET (dialog);
}
