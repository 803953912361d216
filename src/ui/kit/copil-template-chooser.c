/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-template-chooser.h"
#include "copil-view-record.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-odt-template.h"
#include "copil-publish-template.h"
#include "copil-records-page.h"
#include "copil-dialog.h"

/* More is not even read: no model is larger. */
#define MOST_BYTES (20 * 1024 * 1024)

struct _CopilTemplateChooser
{
  CopilPanel parent_instance;

  GCancellable *reading; /* what the shown sentence waits for */
  GtkFileChooserNative *dialog;

  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *said;
  GtkWidget *choose;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (CopilTemplateChooser, copil_template_chooser, COPIL_TYPE_PANEL)

/* « De ce modèle viennent … » */
static char *
describe (CopilOdtTemplate *model)
{
  GString *text = g_string_new (NULL);
  const char *font = copil_odt_template_get_font (model);
  guint styles = copil_odt_template_get_n_styles (model);
  gboolean header = copil_odt_template_has_header (model);
  gboolean footer = copil_odt_template_has_footer (model);

  g_string_append (
      text, header && footer ? _ ("Every text document takes this model’s page, header and footer.")
            : header ? _ ("Every text document takes this model’s page and header; its footer is "
                          "Copil’s, with the number of the page.")
            : footer ? _ ("Every text document takes this model’s page and footer.")
                     : _ ("Every text document takes this model’s page; its footer is Copil’s, "
                          "with the number of the page."));
  g_string_append_c (text, ' ');
  if (font)
    {
      g_string_append_printf (text, _ ("Its text is in %s."), font);
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (
      text,
      g_dngettext (GETTEXT_PACKAGE, "%u of its styles is used, Copil’s where it has none.",
                   "%u of its styles are used, Copil’s where it has none.", styles),
      styles);
  return g_string_free (text, FALSE);
}

static void
refuse (CopilTemplateChooser *chooser, const char *file, const char *reason)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (chooser));
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be the model"), file);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", reason, _ ("Nothing has changed."));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  copil_dialog_present (dialog);
}

static void
describe_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilOdtTemplate) model = copil_odt_template_new (data, &error);

  if (model)
    g_task_return_pointer (task, describe (model), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilTemplateChooser *chooser = COPIL_TEMPLATE_CHOOSER (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *bad = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !copil_panel_get_child (chooser))
    return;
  if (!text)
    bad = g_strdup_printf ("%s %s", _ ("The convention’s document model cannot be used."),
                           error->message);
  gtk_label_set_label (GTK_LABEL (chooser->said), text ? text : bad);
}

static void
fill (gpointer self)
{
  CopilTemplateChooser *chooser = self;
  CopilStore *store = copil_panel_get_store (chooser);
  gint64 id = copil_publish_find_template (store);
  g_autofree char *name = copil_view_dup_field (store, "template", id, "name");
  g_autoptr (GBytes) bytes =
      id ? copil_store_get_data (store, copil_kind_get ("template"), id, "data") : NULL;

  g_cancellable_cancel (chooser->reading);
  g_clear_object (&chooser->reading);
  gtk_label_set_label (GTK_LABEL (chooser->name), name ? name : "");
  gtk_widget_set_visible (chooser->name, id != 0);
  gtk_widget_set_visible (chooser->remove, id != 0);
  gtk_label_set_label (
      GTK_LABEL (chooser->said),
      id ? ""
         : _ ("Text documents have Copil’s own look. Choose a document or template of your "
              "organisation (.odt or .ott): its page, header, footer, logo, fonts and styles will "
              "be used for all of them."));
  if (id)
    {
      g_autoptr (GTask) task = NULL;

      chooser->reading = g_cancellable_new ();
      task = g_task_new (chooser, chooser->reading, described_cb, NULL);
      g_task_set_task_data (task, bytes ? g_steal_pointer (&bytes) : g_bytes_new (NULL, 0),
                            (GDestroyNotify)g_bytes_unref);
      g_task_run_in_thread (task, describe_thread_cb);
    }
}

/* Reads the file and looks whether it can be a model, before the window takes it. */
static void
read_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CopilOdtTemplate) model = NULL;

  if (info && g_file_info_get_size (info) > MOST_BYTES)
    g_set_error_literal (&error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE,
                         _ ("The model is larger than 20 MiB."));
  else if (info)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes)
    model = copil_odt_template_new (bytes, &error);
  if (model)
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CopilTemplateChooser *chooser = COPIL_TEMPLATE_CHOOSER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *base = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *name = g_filename_display_name (base);

  if (!copil_panel_get_child (chooser))
    return;
  gtk_widget_set_sensitive (chooser->choose, TRUE);
  if (bytes)
    {
      copil_session_keep (copil_panel_get_session (chooser));
      if (copil_publish_set_template (copil_panel_get_store (chooser), name, bytes, &error))
        g_signal_emit_by_name (copil_panel_get_session (chooser), "toast",
                               _ ("This model is used for every text document from now on"), TRUE);
    }
  if (error)
    refuse (chooser, name, error->message);
}

static void
response_cb (CopilTemplateChooser *chooser, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser->dialog));
  g_clear_object (&chooser->dialog);
  if (!file)
    return;
  gtk_widget_set_sensitive (chooser->choose, FALSE);
  task = g_task_new (chooser, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, read_thread_cb);
}

static void
choose_cb (CopilTemplateChooser *chooser)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (chooser));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("OpenDocument texts and templates"));
  gtk_file_filter_add_suffix (filter, "odt");
  gtk_file_filter_add_suffix (filter, "ott");
  g_clear_object (&chooser->dialog);
  chooser->dialog = gtk_file_chooser_native_new (_ ("Choose the document model"), GTK_WINDOW (root),
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser->dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser->dialog), filter);
  g_signal_connect_object (chooser->dialog, "response", G_CALLBACK (response_cb), chooser,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser->dialog));
}

static void
remove_cb (CopilTemplateChooser *chooser)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (chooser));
  if (copil_session_check (copil_panel_get_session (chooser),
                           copil_publish_clear_template (copil_panel_get_store (chooser), &error),
                           &error))
    {
      gtk_widget_grab_focus (chooser->choose);
      g_signal_emit_by_name (copil_panel_get_session (chooser), "toast",
                             _ ("The document model is removed"), TRUE);
    }
}

static gboolean
write_sample (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  return copil_publish_write_sample (path, g_cancellable_get_current (), error);
}

static void
sample_cb (CopilTemplateChooser *chooser)
{
  copil_export_run (GTK_WIDGET (chooser), copil_panel_get_session (chooser), _ ("Export a sample"),
                    _ ("Document model"), _ ("OpenDocument text"), ".odt", write_sample, NULL,
                    NULL);
}

static void
build (CopilTemplateChooser *chooser)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *sample;

  chooser->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  chooser->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (chooser->name), 0);
  gtk_label_set_wrap (GTK_LABEL (chooser->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (chooser->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (chooser->name), FALSE);
  gtk_widget_add_css_class (chooser->name, "heading");
  chooser->said = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (chooser->said), 0);
  gtk_label_set_wrap (GTK_LABEL (chooser->said), TRUE);
  chooser->choose = copil_records_page_make_button (_ ("_Choose a model…"));
  chooser->remove = copil_records_page_make_button (_ ("Re_move the model"));
  sample = copil_records_page_make_button (_ ("_Export a sample…"));
  gtk_widget_set_tooltip_text (sample,
                               _ ("A document with each of Copil’s styles, to make a model from"));
  g_signal_connect_swapped (chooser->choose, "clicked", G_CALLBACK (choose_cb), chooser);
  g_signal_connect_swapped (chooser->remove, "clicked", G_CALLBACK (remove_cb), chooser);
  g_signal_connect_swapped (sample, "clicked", G_CALLBACK (sample_cb), chooser);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (buttons), chooser->choose);
  gtk_box_append (GTK_BOX (buttons), chooser->remove);
  gtk_box_append (GTK_BOX (buttons), sample);
  gtk_box_append (GTK_BOX (chooser->box), chooser->name);
  gtk_box_append (GTK_BOX (chooser->box), chooser->said);
  gtk_box_append (GTK_BOX (chooser->box), buttons);
  copil_panel_set_child (chooser, chooser->box);
}

static void
copil_template_chooser_dispose (GObject *object)
{
  CopilTemplateChooser *chooser = COPIL_TEMPLATE_CHOOSER (object);

  g_cancellable_cancel (chooser->reading);
  g_clear_object (&chooser->reading);
  g_clear_object (&chooser->dialog);
  G_OBJECT_CLASS (copil_template_chooser_parent_class)->dispose (object);
}

static void
copil_template_chooser_class_init (CopilTemplateChooserClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_template_chooser_dispose;
}

static void
copil_template_chooser_init (CopilTemplateChooser *chooser)
{
}

GtkWidget *
copil_template_chooser_new (CopilSession *session)
{
  CopilTemplateChooser *chooser =
      g_object_new (COPIL_TYPE_TEMPLATE_CHOOSER, "session", session, NULL);

  build (chooser);
  fill (chooser);
  copil_panel_watch (chooser, "template", fill);
  return GTK_WIDGET (chooser);
}
