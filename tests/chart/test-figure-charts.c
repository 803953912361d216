/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts of figures say to those who do not see them, and in their tables. */
#include "samples-figures.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static char *
join_row (CopilChart *chart, guint row)
{
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);

  g_assert_cmpuint (row, <, table->len);
  return g_strjoinv ("|", g_ptr_array_index (table, row));
}

static const CopilChartMark *
find_mark (CopilChart *chart, const char *key)
{
  const CopilChartMark *mark;

  for (guint i = 0; (mark = copil_chart_get_mark (chart, 900, 400, NULL, i)) != NULL; i++)
    if (g_strv_contains ((const char *const *)mark->keys, key))
      return mark;
  return NULL;
}

static void
assert_says (CopilChart *chart, const char *what)
{
  g_autofree char *description = copil_chart_dup_description (chart);

  if (strstr (description, what) == NULL)
    g_error ("“%s” is not in “%s”", what, description);
}

static void
assert_row (CopilChart *chart, guint row, const char *cells)
{
  g_autofree char *found = join_row (chart, row);

  g_assert_cmpstr (found, ==, cells);
}

static void
test_bullets (void)
{
  g_autoptr (CopilChart) chart = sample_bullets ();
  const CopilChartMark *rising = find_mark (chart, "indicator=1"), *falling;

  assert_says (chart, "Indicateurs. Apprentis dans l’industrie: 62 000 apprentis, target 75 000 "
                      "apprentis (to raise), progress 48%; ");
  assert_says (chart, "Campus labellisés: Rien d’observé, target 10 (to raise).");
  assert_row (chart, 0, "Indicateur|Baseline|Observed|Milestones|Target|Direction|Progress");
  assert_row (chart, 1,
              "Apprentis dans l’industrie|50 000|62 000 apprentis|58 000|75 000 apprentis|to "
              "raise|48%");
  assert_row (chart, 7, "Campus labellisés|4|||10|to raise|");
  g_assert_cmpint (rising->role, ==, COPIL_CHART_ROLE_IN_PROGRESS);
  g_assert_cmpint (find_mark (chart, "indicator=2")->role, ==, COPIL_CHART_ROLE_DONE);
  g_assert_cmpint (find_mark (chart, "indicator=4")->role, ==, COPIL_CHART_ROLE_LATE);
  g_assert_cmpint (find_mark (chart, "indicator=6")->role, ==, COPIL_CHART_ROLE_LATE);
  falling = find_mark (chart, "indicator=3");
  g_assert_cmpstr (
      falling->label, ==,
      "Sortants sans qualification: 72 000 jeunes, target 60 000 jeunes (to lower), progress 40%");
}

static void
test_course (void)
{
  g_autoptr (CopilChart) chart = sample_course ();

  assert_says (chart, "2017-12-31, Baseline (derived): 50000\u00a0apprentis; ");
  assert_says (chart, "2020-12-31, Milestone: 58000\u00a0apprentis; ");
  assert_says (chart, "2022-12-31, Estimated: 62000\u00a0apprentis; ");
  assert_says (chart, "2023-12-31, Target: 75000\u00a0apprentis.");
  assert_row (chart, 0, "Date|What|Value");
  /* A year without a figure has a row, and no zero in it. */
  assert_row (chart, 4, "2020-12-31|Observed|");
}

/* How many pixels of the middle of the plot are inked, other than by the grid. */
static guint
count_ink (CopilChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 300);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  copil_chart_draw (chart, cr, 600, 300, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 90; y < 280; y++)
    for (int x = 260; x < 380; x++)
      {
        const guint8 *pixel = cairo_image_surface_get_data (surface) +
                              y * cairo_image_surface_get_stride (surface) + x * 4;

        /* The line is blue: little red. */
        n += pixel[2] < 100 && pixel[0] > 100;
      }
  cairo_surface_destroy (surface);
  return n;
}

/* Between two known years there is a line, and none across one that is missing. */
static void
test_gap (void)
{
  g_autoptr (GDate) first = g_date_new_dmy (31, G_DATE_DECEMBER, 2019);
  g_autoptr (GDate) second = g_date_new_dmy (31, G_DATE_DECEMBER, 2020);
  g_autoptr (GDate) third = g_date_new_dmy (31, G_DATE_DECEMBER, 2021);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CopilChart) chart = copil_course_new (NULL);

      copil_course_add_observed (COPIL_COURSE (chart), first, 10, FALSE, NULL, NULL, NULL);
      if (i == 1)
        copil_course_add_observed (COPIL_COURSE (chart), second, NAN, FALSE, NULL, NULL, NULL);
      copil_course_add_observed (COPIL_COURSE (chart), third, 20, FALSE, NULL, NULL, NULL);
      if (i == 0)
        g_assert_cmpuint (count_ink (chart), >, 100);
      else
        g_assert_cmpuint (count_ink (chart), ==, 0);
    }
}

static void
test_splits (void)
{
  g_autoptr (CopilChart) chart = sample_splits ();
  const CopilChartMark *girls = find_mark (chart, "theme=0&part=0");
  const CopilChartMark *boys = find_mark (chart, "theme=0&part=1");

  assert_says (chart,
               "Jeunes touchés par thème. 1 Information sur les métiers et les formations de "
               "l’ingénieur: filles 42010 (48%), garçons 46120 (52%). ");
  /* Without the boys there is no share of the girls. */
  assert_says (chart, "4 Création d’entreprise et mini-entreprises: filles 3100. ");
  assert_row (chart, 0, "Thème|filles|filles, share|garçons|garçons, share|Total");
  assert_row (chart, 3, "3 Visites d’entreprises|12050|52%|11300|48%|23350");
  assert_row (chart, 4, "4 Création d’entreprise et mini-entreprises|3100||||");
  assert_row (chart, 6, "6 Actions diverses|||||");
  g_assert_cmpfloat_with_epsilon (girls->width / boys->width, 42010.0 / 46120.0, 0.02);
  g_assert_nonnull (strstr (girls->label, "filles, 42010, 48%"));
}

static void
test_values (void)
{
  g_autoptr (CopilChart) themes = sample_themes ();
  g_autoptr (CopilChart) budget = sample_budget ();

  assert_says (themes, "Actions par thème. Actions, 1622 in all: 1 Information");
  assert_says (budget, "Prévu, 7760000\u00a0€ in all: ");
  assert_says (budget, "Évaluation 18000\u00a0€.");
  assert_row (budget, 2,
              "Frais de déplacement et de mission des ingénieurs détachés|924000\u00a0€|801250.5"
              "\u00a0€");
  assert_row (budget, 4, "Évaluation||18000\u00a0€");
  /* What is not planned has no bar. */
  g_assert_null (find_mark (budget, "line=3&planned"));
  g_assert_cmpfloat_with_epsilon (find_mark (budget, "line=0&actual")->width /
                                      find_mark (budget, "line=0&planned")->width,
                                  5120400.0 / 6336000.0, 0.01);
  g_assert_cmpstr (find_mark (budget, "line=2&actual")->label, ==,
                   "Fonctionnement: Réalisé, 512000\u00a0€");
}

static void
test_heat (void)
{
  g_autoptr (CopilChart) chart = sample_heat ();

  assert_says (chart, "Axe 3 Partage des données: 2023 10 %, 2024 10 %.");
  assert_row (chart, 0, "Axe|2021|2022|2023|2024");
  assert_row (chart, 2, "Axe 3 Partage des données|||10 %|10 %");
  g_assert_null (find_mark (chart, "axis=1&year=2021"));
  g_assert_cmpstr (find_mark (chart, "axis=2&year=2024")->label, ==,
                   "Axe 4 Développement de la formation en milieu professionnel, 2024: 100 %");
}

static void
test_multiples (void)
{
  g_autoptr (CopilChart) chart = sample_multiples ();
  g_autofree char *head = join_row (chart, 0);

  g_assert_cmpstr (head, ==, "Académie|2003|2004|2005|2006|2007");
  assert_says (chart, "Actions par académie. Aix-Marseille: 2003 20, 2007 22; Besançon: ");
  assert_row (chart, 1, "Aix-Marseille|20|43|66|89|22");
}

/* Parts of one hatch are told apart by their lightness. */
static void
test_parts (void)
{
  for (int palette = 0; palette < 2; palette++)
    for (int role = COPIL_CHART_ROLE_PART_1; role <= (int)COPIL_CHART_ROLE_PART_6; role++)
      for (int other = COPIL_CHART_ROLE_PART_1; other < role; other++)
        {
          CopilChartColor a =
              copil_chart_role_get_color ((CopilChartRole)role, (CopilChartPalette)palette);
          CopilChartColor b =
              copil_chart_role_get_color ((CopilChartRole)other, (CopilChartPalette)palette);
          double light = 0.2126 * a.red + 0.7152 * a.green + 0.0722 * a.blue;
          double dark = 0.2126 * b.red + 0.7152 * b.green + 0.0722 * b.blue;

          if (copil_chart_role_get_hatch ((CopilChartRole)role) ==
              copil_chart_role_get_hatch ((CopilChartRole)other))
            g_assert_cmpfloat (ABS (light - dark), >=, 0.12);
        }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/figures/bullets", test_bullets);
  g_test_add_func ("/chart/figures/course", test_course);
  g_test_add_func ("/chart/figures/gap", test_gap);
  g_test_add_func ("/chart/figures/splits", test_splits);
  g_test_add_func ("/chart/figures/values", test_values);
  g_test_add_func ("/chart/figures/heat", test_heat);
  g_test_add_func ("/chart/figures/multiples", test_multiples);
  g_test_add_func ("/chart/figures/parts", test_parts);
  return g_test_run ();
}
