/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-view-save.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"

/* Pictures of pixels are made so many times larger, for print. */
#define SCALE 2

typedef struct
{
  const char *suffix;
  const char *label; /* English, for gettext */
  CopilChartFormat format;
} Format;

static const Format formats[] = {
  { "svg", N_ ("SVG picture"), COPIL_CHART_FORMAT_SVG },
  { "pdf", N_ ("PDF document"), COPIL_CHART_FORMAT_PDF },
  { "png", N_ ("PNG picture"), COPIL_CHART_FORMAT_PNG },
};

typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWidget *from; /* weak */
  CopilChart *chart;
  const Format *format;
} Save;

static void
save_free (Save *save)
{
  g_clear_weak_pointer (&save->from);
  g_object_unref (save->dialog);
  g_object_unref (save->chart);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static GBytes *
render (CopilChart *chart, CopilChartFormat format, GError **error)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  double width, height;

  copil_chart_get_preferred_size (chart, &style, &width, &height);
  return copil_chart_write_bytes (chart, format, width, height,
                                  format == COPIL_CHART_FORMAT_PNG ? SCALE : 1, &style, error);
}

static void
tell (GtkWidget *from, const char *message)
{
  GtkWidget *overlay = from ? gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY) : NULL;
  g_autofree char *markup = g_markup_escape_text (message, -1);

  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (markup));
}

/* The file that was chosen, its ending added where it was typed without; but never one that is
 * there already, as nobody was asked about that one. */
static GFile *
complete (GFile *chosen, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (chosen), *full = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (chosen), file = NULL;

  if (!folder || strchr (name, '.'))
    return g_object_ref (chosen);
  full = g_strconcat (name, ".", suffix, NULL);
  file = g_file_get_child (folder, full);
  return g_file_query_exists (file, NULL) ? g_object_ref (chosen) : g_steal_pointer (&file);
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file)),
                  *shown = g_filename_display_name (name), *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    message = g_strdup_printf (_ ("“%s” is written"), shown);
  tell (save->from, message ? message : error->message);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GFile) chosen = NULL, file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (!chosen)
    return;
  file = complete (chosen, save->format->suffix);
  bytes = render (save->chart, save->format->format, &error);
  if (!bytes)
    tell (save->from, error->message);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         written_cb, g_steal_pointer (&save));
}

void
copil_chart_view_copy (CopilChart *chart, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (chart, COPIL_CHART_FORMAT_PNG, &error);
  g_autoptr (GdkTexture) texture = bytes ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (from), texture);
  tell (from, texture ? _ ("The picture is copied") : error->message);
}

void
copil_chart_view_save (CopilChart *chart, GtkWidget *from, const char *suffix)
{
  const char *title = copil_chart_get_title (chart);
  g_autofree char *ending = g_strconcat (".", suffix, NULL);
  g_autofree char *name = copil_export_make_name (title ? title : _ ("Chart"), ending);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Save *save = g_new0 (Save, 1);

  save->format = &formats[0];
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].suffix, suffix))
      save->format = &formats[i];
  save->chart = g_object_ref (chart);
  g_set_weak_pointer (&save->from, from);
  save->dialog = gtk_file_chooser_native_new (
      _ ("Save the Chart"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->dialog), TRUE);
  gtk_file_filter_set_name (filter, _ (save->format->label));
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (save->dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->dialog), name);
  g_signal_connect (save->dialog, "response", G_CALLBACK (response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->dialog));
}
