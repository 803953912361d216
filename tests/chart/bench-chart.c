/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long each chart takes with 10 000 marks: laid out anew and drawn, and only drawn. Fails where
 * the best of the rounds is over 20 ms. Where gnuplot is installed, its own drawing of as many
 * points on as large a picture is timed, less the time that it takes to draw one, as a ratio. */
#include "samples.h"
#include "../support/scratch.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define N_MARKS 10000
#define N_ROUNDS 20
#define WIDTH 1600
#define HEIGHT 900
#define ALLOWED 20.0

static double
draw (CopilChart *chart, cairo_t *cr, double width, gboolean anew)
{
  gint64 start = g_get_monotonic_time ();

  if (anew)
    copil_chart_changed (chart);
  copil_chart_draw (chart, cr, width, HEIGHT, NULL);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

/* The best time in milliseconds that gnuplot takes to draw so many points; 0 where it fails. */
static double
time_gnuplot (const char *gnuplot, const char *folder, guint n)
{
  g_autofree char *data = g_build_filename (folder, "points", NULL);
  g_autofree char *picture = g_build_filename (folder, "points.png", NULL);
  g_autofree char *script = g_strdup_printf (
      "set terminal pngcairo size %d,%d; set output '%s'; plot '%s' with linespoints", WIDTH,
      HEIGHT, picture, data);
  const char *argv[] = { gnuplot, "-e", script, NULL };
  g_autoptr (GString) points = g_string_new (NULL);
  double best = 0;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (points, "%u %u\n", i, i * 7919 % 1500 + i / 10);
  if (!g_file_set_contents (data, points->str, (gssize)points->len, NULL))
    return 0;
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      int status;
      double taken;

      if (!g_spawn_sync (NULL, (char **)argv, NULL,
                         G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                         NULL, &status, NULL) ||
          !g_spawn_check_wait_status (status, NULL))
        return 0;
      taken = (double)(g_get_monotonic_time () - start) / 1000;
      best = best > 0 ? MIN (best, taken) : taken;
    }
  g_remove (data);
  g_remove (picture);
  return best;
}

/* Gnuplot's time for the points alone, 0 where it is not there. */
static double
measure_gnuplot (void)
{
  g_autofree char *gnuplot = g_find_program_in_path ("gnuplot");
  g_autofree char *folder = scratch_folder_new ();
  double all = 0, one = 0;

  if (!gnuplot)
    {
      g_print ("gnuplot is not installed: no comparison.\n");
      return 0;
    }
  all = time_gnuplot (gnuplot, folder, N_MARKS);
  one = time_gnuplot (gnuplot, folder, 2);
  scratch_folder_remove (folder);
  if (all <= one || one <= 0)
    return 0;
  g_print ("gnuplot, %d points, %dx%d: %.1f ms (%.1f ms in all, less %.1f ms for two points)\n",
           N_MARKS, WIDTH, HEIGHT, all - one, all, one);
  return all - one;
}

int
main (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double gnuplot = measure_gnuplot ();
  gboolean slow = FALSE;

  for (guint s = 0; s < n_samples; s++)
    {
      GType type = samples[s].type ();
      g_autoptr (CopilChart) chart = NULL;
      double first, anew = G_MAXDOUBLE, again = G_MAXDOUBLE;
      gboolean seen = FALSE;

      for (guint t = 0; t < s; t++)
        seen |= samples[t].type () == type;
      if (seen)
        continue;
      chart = sample_huge (type, N_MARKS);
      first = draw (chart, cr, WIDTH, FALSE);
      for (guint i = 0; i < N_ROUNDS; i++)
        anew = MIN (anew, draw (chart, cr, WIDTH - i, TRUE));
      for (guint i = 0; i < N_ROUNDS; i++)
        again = MIN (again, draw (chart, cr, WIDTH, FALSE));
      g_print ("%s, %d marks, %dx%d: first %.1f ms, laid out and drawn %.1f ms, again %.1f ms",
               g_type_name (type), N_MARKS, WIDTH, HEIGHT, first, anew, again);
      if (gnuplot > 0)
        g_print ("; %.2f of gnuplot's time", anew / gnuplot);
      g_print ("\n");
      if (anew > ALLOWED)
        {
          g_printerr ("%s takes more than %.0f ms\n", g_type_name (type), ALLOWED);
          slow = TRUE;
        }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return slow;
}
