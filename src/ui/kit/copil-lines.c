/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-lines.h"

struct _CopilLines
{
  GtkWidget parent;
  GtkWidget *label;
  int width;  /* as allocated last; 0 before */
  int height; /* as said last, for that width */
  guint resize;
};

G_DEFINE_FINAL_TYPE (CopilLines, copil_lines, GTK_TYPE_WIDGET)

static int
get_height (CopilLines *lines, int width)
{
  int least, height;

  gtk_widget_measure (lines->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (lines->label, GTK_ORIENTATION_VERTICAL, MAX (width, least), &height, NULL,
                      NULL, NULL);
  return height;
}

static gboolean
resize_cb (gpointer data)
{
  CopilLines *lines = data;

  lines->resize = 0;
  gtk_widget_queue_resize (GTK_WIDGET (lines));
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
copil_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
copil_lines_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  CopilLines *lines = COPIL_LINES (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (lines->label, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  *minimum = *natural = lines->height = get_height (lines, lines->width);
}

static void
copil_lines_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CopilLines *lines = COPIL_LINES (widget);

  gtk_widget_allocate (lines->label, width, height, -1, NULL);
  if (width == lines->width)
    return;
  lines->width = width;
  /* Not while sizes are being given. */
  if (!lines->resize && get_height (lines, width) != lines->height)
    lines->resize = g_idle_add_full (GTK_PRIORITY_RESIZE, resize_cb, lines, NULL);
}

static void
copil_lines_dispose (GObject *object)
{
  CopilLines *lines = COPIL_LINES (object);

  g_clear_handle_id (&lines->resize, g_source_remove);
  g_clear_pointer (&lines->label, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_lines_parent_class)->dispose (object);
}

static void
copil_lines_class_init (CopilLinesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_lines_dispose;
  widget_class->get_request_mode = copil_lines_get_request_mode;
  widget_class->measure = copil_lines_measure;
  widget_class->size_allocate = copil_lines_size_allocate;
}

static void
copil_lines_init (CopilLines *lines)
{
}

GtkWidget *
copil_lines_new (GtkWidget *label)
{
  CopilLines *lines = g_object_new (COPIL_TYPE_LINES, NULL);

  lines->label = label;
  gtk_widget_set_parent (label, GTK_WIDGET (lines));
  gtk_widget_set_hexpand (GTK_WIDGET (lines), gtk_widget_get_hexpand (label));
  return GTK_WIDGET (lines);
}
