/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-print.h"

#include <glib/gi18n-lib.h>

/* Drawing units to a point: letters of 13 units come out at 9.5 points. */
#define UNITS 1.36

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, CopilChart *chart)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) * UNITS;
  double height = gtk_print_context_get_height (context) * UNITS, natural;

  style.padding = 0;
  style.background = FALSE;
  copil_chart_measure (chart, width, &style, NULL, &natural);
  cairo_scale (cr, 1 / UNITS, 1 / UNITS);
  copil_chart_draw (chart, cr, width, MIN (height, natural), &style);
}

void
copil_chart_print (CopilChart *chart, GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (from);
  const char *title = copil_chart_get_title (chart);

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title ? title : _ ("Chart"));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), chart, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      if (overlay)
        adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (markup));
    }
}
