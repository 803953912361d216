/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each chart against a drawing of it that was looked at, in light and dark: small, and with a
 * tolerance, so that another version of a font changes nothing. `./run charts` renews them, by
 * COPIL_RENEW_CHARTS. */
#include "samples.h"

#include <locale.h>
#include <string.h>

#define WIDTH 720
#define HEIGHT 320
/* The drawings are kept so many times smaller. */
#define LESS 4
/* How far a pixel may be from the drawing on the mean of three colours, of 255; how many pixels in
 * a thousand may be farther than that; and how far all may be on their mean. */
#define FAR 60
#define MOST_FAR 25
#define MOST_MEAN 5.0

typedef struct
{
  const CopilSample *sample;
  CopilChartPalette palette;
} Drawing;

static const char *
palette_name (CopilChartPalette palette)
{
  return palette == COPIL_CHART_PALETTE_DARK ? "dark" : "light";
}

/* The chart, made smaller by the mean of its pixels. */
static cairo_surface_t *
draw (const Drawing *drawing)
{
  g_autoptr (CopilChart) chart = drawing->sample->make ();
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *small =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH / LESS, HEIGHT / LESS);
  cairo_t *cr = cairo_create (large);
  const guint8 *from;
  guint8 *to;
  int from_stride = cairo_image_surface_get_stride (large);
  int to_stride = cairo_image_surface_get_stride (small);

  style.palette = drawing->palette;
  copil_chart_draw (chart, cr, WIDTH, HEIGHT, &style);
  cairo_destroy (cr);
  cairo_surface_flush (large);
  from = cairo_image_surface_get_data (large);
  to = cairo_image_surface_get_data (small);
  for (int y = 0; y < HEIGHT / LESS; y++)
    for (int x = 0; x < WIDTH / LESS; x++)
      for (int c = 0; c < 4; c++)
        {
          guint sum = 0;

          for (int dy = 0; dy < LESS; dy++)
            for (int dx = 0; dx < LESS; dx++)
              sum += from[(y * LESS + dy) * from_stride + (x * LESS + dx) * 4 + c];
          to[y * to_stride + x * 4 + c] = (guint8)(sum / (LESS * LESS));
        }
  cairo_surface_mark_dirty (small);
  cairo_surface_destroy (large);
  return small;
}

/* The mean of the three colours' differences in one pixel. */
static guint
difference (const guint8 *a, const guint8 *b)
{
  guint sum = 0;

  for (int c = 0; c < 3; c++)
    sum += (guint)ABS ((int)a[c] - (int)b[c]);
  return sum / 3;
}

static void
compare (cairo_surface_t *drawn, cairo_surface_t *kept, double *mean, double *far)
{
  int width = cairo_image_surface_get_width (kept), height = cairo_image_surface_get_height (kept);
  guint64 sum = 0, n_far = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint d = difference (cairo_image_surface_get_data (drawn) +
                                  y * cairo_image_surface_get_stride (drawn) + x * 4,
                              cairo_image_surface_get_data (kept) +
                                  y * cairo_image_surface_get_stride (kept) + x * 4);

        sum += d;
        n_far += d > FAR;
      }
  *mean = (double)sum / (width * height);
  *far = 1000.0 * (double)n_far / (width * height);
}

static cairo_surface_t *
read_kept (const char *path)
{
  cairo_surface_t *png = cairo_image_surface_create_from_png (path), *kept;
  cairo_t *cr;

  g_assert_cmpint (cairo_surface_status (png), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (png), ==, WIDTH / LESS);
  g_assert_cmpint (cairo_image_surface_get_height (png), ==, HEIGHT / LESS);
  kept = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH / LESS, HEIGHT / LESS);
  cr = cairo_create (kept);
  cairo_set_source_surface (cr, png, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (png);
  cairo_surface_flush (kept);
  return kept;
}

static void
test_drawing (gconstpointer data)
{
  const Drawing *drawing = data;
  g_autofree char *name =
      g_strdup_printf ("%s-%s.png", drawing->sample->name, palette_name (drawing->palette));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "charts", name, NULL);
  cairo_surface_t *drawn = draw (drawing), *kept;
  double mean, far;

  if (g_getenv ("COPIL_RENEW_CHARTS"))
    {
      g_assert_cmpint (cairo_surface_write_to_png (drawn, path), ==, CAIRO_STATUS_SUCCESS);
      g_test_skip ("renewed");
      cairo_surface_destroy (drawn);
      return;
    }
  kept = read_kept (path);
  compare (drawn, kept, &mean, &far);
  g_test_message ("%s: %.2f of 255 on the mean, %.1f in a thousand pixels are far", name, mean,
                  far);
  g_assert_cmpfloat (mean, <=, MOST_MEAN);
  g_assert_cmpfloat (far, <=, MOST_FAR);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (kept);
}

/* The tolerance is not so wide that another chart, or the other palette, passes for this one. */
static void
test_difference (void)
{
  for (guint i = 0; i < n_samples; i++)
    {
      const Drawing drawing = { &samples[i], COPIL_CHART_PALETTE_LIGHT };
      cairo_surface_t *drawn = draw (&drawing);

      for (guint j = 0; j < n_samples; j++)
        for (int palette = 0; palette < 2; palette++)
          {
            const Drawing other = { &samples[j], (CopilChartPalette)palette };
            cairo_surface_t *that = NULL;
            double mean, far;

            if (i == j && palette == (int)COPIL_CHART_PALETTE_LIGHT)
              continue;
            that = draw (&other);
            compare (drawn, that, &mean, &far);
            g_assert_true (mean > MOST_MEAN || far > MOST_FAR);
            cairo_surface_destroy (that);
          }
      cairo_surface_destroy (drawn);
    }
}

int
main (int argc, char **argv)
{
  g_autofree Drawing *drawings = g_new (Drawing, 2 * n_samples);

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 2 * n_samples; i++)
    {
      g_autofree char *path = NULL;

      drawings[i] = (Drawing){ &samples[i / 2], (CopilChartPalette)(i % 2) };
      path = g_strdup_printf ("/chart/drawing/%s/%s", samples[i / 2].name,
                              palette_name (drawings[i].palette));
      g_test_add_data_func (path, &drawings[i], test_drawing);
    }
  g_test_add_func ("/chart/drawing/difference", test_difference);
  return g_test_run ();
}
