/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const struct
{
  double width;
  double height;
} sizes[] = { { 320, 160 }, { 500, 220 }, { 900, 300 }, { 595, 842 }, { 1600, 900 }, { 260, 400 } };

static GType
type_of (gconstpointer data)
{
  return ((const CopilSample *)data)->type ();
}

static CopilChart *
sample (gconstpointer data)
{
  return ((const CopilSample *)data)->make ();
}

/* Each mark is inside, has a sentence, and is what the pointer finds in its middle. */
static void
check_marks (CopilChart *chart, double width, double height, const CopilChartStyle *style)
{
  guint n = copil_chart_get_n_marks (chart, width, height, style);

  for (guint i = 0; i < n; i++)
    {
      const CopilChartMark *mark = copil_chart_get_mark (chart, width, height, style, i);

      g_assert_nonnull (mark);
      g_assert_cmpfloat (mark->x, >=, 0);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->width, >, 0);
      g_assert_cmpfloat (mark->x + mark->width, <=, width);
      g_assert_cmpfloat (mark->y + mark->height, <=, height);
      g_assert_cmpuint (strlen (mark->label), >, 3);
      g_assert_cmpuint (mark->n_items, >=, 1);
      g_assert_cmpint (copil_chart_pick (chart, width, height, style, mark->x + mark->width / 2,
                                         mark->y + mark->height / 2),
                       ==, (int)i);
      for (guint j = 0; j < i; j++)
        {
          const CopilChartMark *other = copil_chart_get_mark (chart, width, height, style, j);
          double across =
              MIN (mark->x + mark->width, other->x + other->width) - MAX (mark->x, other->x);
          double down =
              MIN (mark->y + mark->height, other->y + other->height) - MAX (mark->y, other->y);

          if (across > 0.5 && down > 0.5)
            g_error ("“%s” and “%s” overlap at %gx%g", mark->label, other->label, width, height);
        }
    }
  g_assert_null (copil_chart_get_mark (chart, width, height, style, n));
  g_assert_cmpint (copil_chart_pick (chart, width, height, style, -50, -50), ==, -1);
}

/* No text runs into another or out of the drawing. */
static void
check_texts (CopilChart *chart, double width, double height, const CopilChartStyle *style)
{
  g_autoptr (GArray) boxes = copil_chart_dup_text_boxes (chart, width, height, style);

  g_assert_cmpuint (boxes->len, >, 0);
  for (guint i = 0; i < boxes->len; i++)
    {
      const CopilChartBox *a = &g_array_index (boxes, CopilChartBox, i);

      if (a->x < 0 || a->y < 0 || a->x + a->width > width + 0.5 || a->y + a->height > height + 0.5)
        g_error ("“%s” is out of %gx%g: %g %g %g %g", a->text, width, height, a->x, a->y, a->width,
                 a->height);
      for (guint j = 0; j < i; j++)
        {
          const CopilChartBox *b = &g_array_index (boxes, CopilChartBox, j);
          double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
          double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

          /* The lines of a text have some air above and below: two units are none of the letters.
           */
          if (across > 0.5 && down > 2)
            g_error ("“%s” runs into “%s” at %gx%g", a->text, b->text, width, height);
        }
    }
}

static void
test_layout (gconstpointer data)
{
  g_autoptr (CopilChart) chart = sample (data);
  g_autoptr (CopilChart) huge = sample_huge (type_of (data), 3000);
  g_autoptr (CopilChart) small = sample_huge (type_of (data), 5);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      CopilChart *charts[] = { chart, huge, small };

      for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
        {
          check_marks (charts[c], sizes[s].width, sizes[s].height, NULL);
          check_texts (charts[c], sizes[s].width, sizes[s].height, NULL);
        }
    }
}

/* Bigger and smaller letters than usual. */
static void
test_fonts (gconstpointer data)
{
  static const double fonts[] = { 9, 16, 20 };

  for (guint f = 0; f < G_N_ELEMENTS (fonts); f++)
    {
      g_autoptr (CopilChart) chart = sample (data);
      CopilChartStyle style = COPIL_CHART_STYLE_INIT;
      double natural;

      style.font_size = fonts[f];
      style.padding = 0;
      copil_chart_measure (chart, 900, &style, NULL, &natural);
      check_marks (chart, 900, natural, &style);
      check_texts (chart, 900, natural, &style);
      check_marks (chart, 600, 300, &style);
      check_texts (chart, 600, 300, &style);
    }
}

static void
test_natural (gconstpointer data)
{
  g_autoptr (CopilChart) chart = sample (data);
  double minimum, natural, width;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      copil_chart_measure (chart, sizes[s].width, NULL, &minimum, &natural);
      g_assert_cmpfloat (minimum, >, 40);
      g_assert_cmpfloat (natural, >=, minimum);
      check_marks (chart, sizes[s].width, natural, NULL);
      check_texts (chart, sizes[s].width, natural, NULL);
      check_texts (chart, sizes[s].width, minimum, NULL);
    }
  copil_chart_get_preferred_size (chart, NULL, &width, &natural);
  g_assert_cmpfloat (width, >, 600);
  g_assert_cmpfloat (natural, >, 100);
}

/* Every item is in one mark and no more, whatever the size. */
static void
test_items (gconstpointer data)
{
  g_autoptr (CopilChart) chart = sample (data);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n = copil_chart_get_n_marks (chart, sizes[s].width, sizes[s].height, NULL);
      guint expected = ((const CopilSample *)data)->n_keys;

      for (guint i = 0; i < n; i++)
        {
          const CopilChartMark *mark =
              copil_chart_get_mark (chart, sizes[s].width, sizes[s].height, NULL, i);

          for (guint k = 0; mark->keys[k] != NULL; k++)
            g_assert_true (g_hash_table_add (keys, g_strdup (mark->keys[k])));
        }
      g_assert_cmpuint (g_hash_table_size (keys), ==, expected);
    }
}

/* Arrow keys reach every mark from the first. */
static void
test_move (gconstpointer data)
{
  g_autoptr (CopilChart) chart = sample (data);
  guint n = copil_chart_get_n_marks (chart, 900, 300, NULL);
  g_autofree gboolean *reached = g_new0 (gboolean, n);
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (int));
  int first = copil_chart_move (chart, 900, 300, NULL, -1, COPIL_CHART_RIGHT);
  guint n_reached = 1;

  g_assert_cmpint (first, ==, 0);
  reached[0] = TRUE;
  g_array_append_val (todo, first);
  while (todo->len > 0)
    {
      int from = g_array_index (todo, int, todo->len - 1);

      g_array_set_size (todo, todo->len - 1);
      for (int direction = COPIL_CHART_LEFT; direction <= (int)COPIL_CHART_DOWN; direction++)
        {
          int to = copil_chart_move (chart, 900, 300, NULL, from, (CopilChartDirection)direction);

          g_assert_cmpint (to, >=, 0);
          g_assert_cmpint (to, <, (int)n);
          if (!reached[to])
            {
              reached[to] = TRUE;
              n_reached++;
              g_array_append_val (todo, to);
            }
        }
    }
  g_assert_cmpuint (n_reached, ==, n);
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (CopilChart) chart = sample_empty (type_of (data));
  g_autoptr (GArray) boxes = NULL;
  g_autofree char *description = copil_chart_dup_description (chart);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  g_autoptr (GBytes) bytes = NULL;
  double natural;

  g_assert_true (copil_chart_is_empty (chart));
  boxes = copil_chart_dup_text_boxes (chart, 320, 160, NULL);
  g_assert_cmpuint (boxes->len, ==, 1);
  g_assert_cmpstr (g_array_index (boxes, CopilChartBox, 0).text, ==, "No data");
  g_assert_cmpuint (copil_chart_get_n_marks (chart, 320, 160, NULL), ==, 0);
  g_assert_cmpint (copil_chart_pick (chart, 320, 160, NULL, 100, 80), ==, -1);
  g_assert_cmpint (copil_chart_move (chart, 320, 160, NULL, -1, COPIL_CHART_DOWN), ==, -1);
  g_assert_cmpstr (description, ==, "Engagements. No data.");
  g_assert_cmpuint (table->len, ==, 1);
  copil_chart_measure (chart, 320, NULL, NULL, &natural);
  g_assert_cmpfloat (natural, >, 20);
  bytes = copil_chart_write_bytes (chart, COPIL_CHART_FORMAT_SVG, 320, 160, 1, NULL, NULL);
  g_assert_nonnull (bytes);
}

static void
test_files (gconstpointer data)
{
  for (int format = COPIL_CHART_FORMAT_SVG; format <= (int)COPIL_CHART_FORMAT_PNG; format++)
    {
      GBytes *bytes[2] = { NULL, NULL };
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (CopilChart) chart = sample (data);

          bytes[i] = copil_chart_write_bytes (chart, (CopilChartFormat)format, 900, 300, 1.5, NULL,
                                              &error);
          g_assert_no_error (error);
          /* A PDF says its time to the second. */
          if (format == (int)COPIL_CHART_FORMAT_PDF && i == 0)
            g_usleep (1100 * 1000);
        }
      g_assert_cmpuint (g_bytes_get_size (bytes[0]), >, 1000);
      g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
      g_clear_pointer (&bytes[0], g_bytes_unref);
      g_clear_pointer (&bytes[1], g_bytes_unref);
    }
}

static void
test_stream (void)
{
  g_autoptr (CopilChart) chart = sample_bars ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;

  g_assert_true (
      copil_chart_write (chart, stream, COPIL_CHART_FORMAT_SVG, 500, 220, 1, NULL, NULL, &error));
  g_assert_no_error (error);
  svg = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_nonnull (strstr (svg, "width=\"500px\" height=\"220px\""));
  g_assert_nonnull (strstr (svg, "<title>Engagements par axe</title>"));
  g_assert_nonnull (strstr (svg, "<desc>Engagements par axe. 76 in all"));
  g_assert_null (strstr (svg, "\"surface"));

  g_assert_false (
      copil_chart_write (chart, stream, COPIL_CHART_FORMAT_PNG, 1e6, 220, 1, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (
      copil_chart_write (chart, stream, COPIL_CHART_FORMAT_PNG, NAN, 220, 1, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_output_stream_close (stream, NULL, NULL);
  g_assert_false (
      copil_chart_write (chart, stream, COPIL_CHART_FORMAT_PNG, 300, 220, 1, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_bars_words (void)
{
  g_autoptr (CopilChart) chart = sample_bars ();
  g_autofree char *description = copil_chart_dup_description (chart);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  g_autofree char *head = g_strjoinv ("|", g_ptr_array_index (table, 0));
  g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table, 3));
  const CopilChartMark *mark = NULL;

  g_assert_cmpstr (description, ==,
                   "Engagements par axe. 76 in all: Réalisé 25, En cours 27, Prévu 12, "
                   "En retard 9, Abandonné 3. By category: Axe 2 10, Axe 3 7, Axe 4 34, Axe 5 23, "
                   "Axe 6 2, Axe 7 0.");
  g_assert_cmpuint (table->len, ==, 7);
  g_assert_cmpstr (head, ==, "Axe|Réalisé|En cours|Prévu|En retard|Abandonné|Total");
  g_assert_cmpstr (row, ==,
                   "Axe 4 Développement de la formation en milieu professionnel et en "
                   "apprentissage|12|14|4|3|1|34");
  for (guint i = 0; (mark = copil_chart_get_mark (chart, 900, 300, NULL, i)) != NULL; i++)
    if (g_str_equal (mark->keys[0], "axis=2&status=0"))
      break;
  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->label, ==,
                   "Axe 4 Développement de la formation en milieu professionnel et en "
                   "apprentissage: Réalisé, 12 of 34");
  g_assert_cmpint (mark->role, ==, COPIL_CHART_ROLE_DONE);
  copil_status_bars_set_count (COPIL_STATUS_BARS (chart), 2, 0, 13, "Axe 4 : 13 réalisés sur 35",
                               "axis=2&status=0");
  g_assert_cmpint (copil_chart_pick (chart, 900, 300, NULL, 500, 150), >=, 0);
  mark = copil_chart_get_mark (chart, 900, 300, NULL,
                               (guint)copil_chart_pick (chart, 900, 300, NULL, 500, 150));
  g_assert_cmpstr (mark->label, ==, "Axe 4 : 13 réalisés sur 35");
}

/* The segments of the longest bar are in proportion to their counts. */
static void
test_bars_lengths (void)
{
  g_autoptr (CopilChart) chart = sample_bars ();
  double done = 0, planned = 0;
  const CopilChartMark *mark;

  for (guint i = 0; (mark = copil_chart_get_mark (chart, 900, 300, NULL, i)) != NULL; i++)
    {
      if (g_str_equal (mark->keys[0], "axis=2&status=0"))
        done = mark->width;
      else if (g_str_equal (mark->keys[0], "axis=2&status=2"))
        planned = mark->width;
    }
  g_assert_cmpfloat_with_epsilon (done / planned, 12.0 / 4.0, 0.1);
}

static void
test_matrix_words (void)
{
  g_autoptr (CopilChart) chart = sample_matrix ();
  g_autofree char *description = copil_chart_dup_description (chart);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table, 3));

  g_assert_true (g_str_has_prefix (description, "Engagements par signataire et par axe. 132 in "
                                                "all, of which 16 en retard: "));
  g_assert_nonnull (strstr (description, "UIMM 63"));
  g_assert_cmpuint (table->len, ==, 5);
  g_assert_cmpstr (row, ==,
                   "UIMM|9 (1 en retard)|0|31 (3 en retard)|20 (5 en retard)|2|1|63 (9 en retard)");
}

static void
test_timeline_words (void)
{
  g_autoptr (CopilChart) chart = sample_timeline ();
  g_autofree char *description = copil_chart_dup_description (chart);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table, 5));
  const CopilChartMark *mark = copil_chart_get_mark (chart, 900, 400, NULL, 0);

  g_assert_true (
      g_str_has_prefix (description, "Calendrier de la convention. 83 dates, from 2021-10-05 to "));
  g_assert_cmpuint (table->len, ==, 84);
  g_assert_cmpstr (row, ==,
                   "Axe 4 Développement de la formation en milieu professionnel et en "
                   "apprentissage|2021-10-15|2022-05-03|Classes en entreprise|Done");
  g_assert_cmpstr (mark->label, ==, "Réunions: Installation, 2021-10-05, Done");
}

/* A single mark, extreme dates, a range that leaves marks out: the axis stands them all. */
static void
test_timeline_dates (void)
{
  static const struct
  {
    GDateYear first;
    GDateYear last;
  } years[] = { { 2024, 2024 }, { 2020, 2029 }, { 1900, 2100 }, { 1, 9999 }, { 1, 65535 } };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CopilChart) chart = copil_timeline_new (NULL);
      g_autoptr (GDate) first = g_date_new_dmy (1, G_DATE_JANUARY, years[i].first);
      g_autoptr (GDate) last = g_date_new_dmy (31, G_DATE_DECEMBER, years[i].last);

      copil_timeline_add_lane (COPIL_TIMELINE (chart), "A", NULL);
      copil_timeline_add_mark (COPIL_TIMELINE (chart), 0, COPIL_CHART_ROLE_DONE, first, NULL, "x",
                               NULL, NULL);
      copil_timeline_add_mark (COPIL_TIMELINE (chart), 0, COPIL_CHART_ROLE_LATE, last, NULL, NULL,
                               NULL, NULL);
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          check_marks (chart, sizes[s].width, sizes[s].height, NULL);
          check_texts (chart, sizes[s].width, sizes[s].height, NULL);
          g_assert_cmpuint (copil_chart_get_n_marks (chart, sizes[s].width, sizes[s].height, NULL),
                            ==, 2);
        }
      copil_timeline_set_range (COPIL_TIMELINE (chart), last, last);
      g_assert_cmpuint (copil_chart_get_n_marks (chart, 500, 220, NULL), ==, 1);
      check_texts (chart, 500, 220, NULL);
    }
}

/* The line for today is where it was asked for, and is no mark. */
static void
test_timeline_today (void)
{
  g_autoptr (CopilChart) chart = sample_timeline ();
  g_autoptr (GArray) with = copil_chart_dup_text_boxes (chart, 900, 300, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < with->len; i++)
    found |= g_str_equal (g_array_index (with, CopilChartBox, i).text, "Today");
  g_assert_true (found);
  copil_timeline_set_today (COPIL_TIMELINE (chart), NULL);
  g_clear_pointer (&with, g_array_unref);
  with = copil_chart_dup_text_boxes (chart, 900, 300, NULL);
  for (guint i = 0; i < with->len; i++)
    g_assert_cmpstr (g_array_index (with, CopilChartBox, i).text, !=, "Today");
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (CopilChartColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

static double
contrast (CopilChartColor a, CopilChartColor b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* As seen without the red or the green cones (Viénot, Brettel and Mollon, 1999). */
static CopilChartColor
without_cones (CopilChartColor c, gboolean red)
{
  double r = linear (c.red), g = linear (c.green), b = linear (c.blue);
  double seen = red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
  double blue = red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;

  return (CopilChartColor){ seen, seen, CLAMP (blue, 0, 1) };
}

/* Figures can be read on every role, and no two roles are told apart by hue alone. */
static void
test_palette (void)
{
  for (int palette = COPIL_CHART_PALETTE_LIGHT; palette <= (int)COPIL_CHART_PALETTE_DARK; palette++)
    for (int role = 0; role < COPIL_CHART_ROLE_NEUTRAL; role++)
      {
        CopilChartColor color =
            copil_chart_role_get_color ((CopilChartRole)role, (CopilChartPalette)palette);
        CopilChartColor text =
            copil_chart_role_get_text_color ((CopilChartRole)role, (CopilChartPalette)palette);

        g_assert_cmpfloat (contrast (color, text), >=, 4.5);
        for (int other = 0; other < role; other++)
          {
            CopilChartColor that =
                copil_chart_role_get_color ((CopilChartRole)other, (CopilChartPalette)palette);

            if (copil_chart_role_get_hatch ((CopilChartRole)role) !=
                copil_chart_role_get_hatch ((CopilChartRole)other))
              continue;
            /* Same hatch: the lightness must tell, and the eye without red or green too. */
            g_assert_cmpfloat (contrast (color, that), >=, 1.5);
            for (int red = 0; red < 2; red++)
              {
                CopilChartColor a = without_cones (color, red), b = without_cones (that, red);

                g_assert_cmpfloat (ABS (a.red - b.red) + ABS (a.blue - b.blue), >=, 0.2);
              }
          }
      }
}

static void
count_cb (CopilChart *chart, gpointer data)
{
  ++*(guint *)data;
}

static void
test_changed (void)
{
  g_autoptr (CopilChart) chart = copil_status_bars_new ("A");
  guint n = 0;

  g_signal_connect (chart, "changed", G_CALLBACK (count_cb), &n);
  copil_chart_set_title (chart, "A");
  g_assert_cmpuint (n, ==, 0);
  copil_chart_set_title (chart, "B");
  copil_status_bars_add_status (COPIL_STATUS_BARS (chart), COPIL_CHART_ROLE_DONE, NULL);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = { { "layout", test_layout }, { "natural", test_natural }, { "fonts", test_fonts },
                { "items", test_items },   { "move", test_move },       { "empty", test_empty },
                { "files", test_files } };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint k = 0; k < n_samples; k++)
    for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_autofree char *path = g_strdup_printf ("/chart/%s/%s", samples[k].name, tests[t].name);

        g_test_add_data_func (path, &samples[k], tests[t].test);
      }
  g_test_add_func ("/chart/stream", test_stream);
  g_test_add_func ("/chart/bars/words", test_bars_words);
  g_test_add_func ("/chart/bars/lengths", test_bars_lengths);
  g_test_add_func ("/chart/matrix/words", test_matrix_words);
  g_test_add_func ("/chart/timeline/words", test_timeline_words);
  g_test_add_func ("/chart/timeline/dates", test_timeline_dates);
  g_test_add_func ("/chart/timeline/today", test_timeline_today);
  g_test_add_func ("/chart/palette", test_palette);
  g_test_add_func ("/chart/changed", test_changed);
  return g_test_run ();
}
