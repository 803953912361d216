/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints how long each chart takes with 10 000 marks: laid out anew and drawn, and only drawn. */
#include "samples.h"

#define N_MARKS 10000
#define N_ROUNDS 20

static double
draw (CopilChart *chart, cairo_t *cr, double width, double height, gboolean anew)
{
  gint64 start = g_get_monotonic_time ();

  if (anew)
    copil_chart_changed (chart);
  copil_chart_draw (chart, cr, width, height, NULL);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

int
main (void)
{
  const GType types[] = { COPIL_TYPE_STATUS_BARS, COPIL_TYPE_MATRIX, COPIL_TYPE_TIMELINE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1600, 900);
  cairo_t *cr = cairo_create (surface);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (CopilChart) chart = sample_huge (types[t], N_MARKS);
      double first = draw (chart, cr, 1600, 900, FALSE);
      double anew = 0, again = 0;

      for (guint i = 0; i < N_ROUNDS; i++)
        anew += draw (chart, cr, 1600 - i, 900, TRUE);
      for (guint i = 0; i < N_ROUNDS; i++)
        again += draw (chart, cr, 1600, 900, FALSE);
      g_print ("%s, %d marks, 1600x900: first %.1f ms, at another width %.1f ms, again %.1f ms\n",
               g_type_name (types[t]), N_MARKS, first, anew / N_ROUNDS, again / N_ROUNDS);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
