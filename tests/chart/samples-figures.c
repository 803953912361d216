/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples-figures.h"

#include <math.h>

static const char *const themes[] = {
  "Information sur les métiers et les formations de l’ingénieur",
  "Aide à la recherche de stages et préparation aux entretiens",
  "Visites d’entreprises",
  "Création d’entreprise et mini-entreprises",
  "Orientation des jeunes filles vers les métiers scientifiques et techniques",
  "Actions diverses",
};

CopilChart *
sample_bullets (void)
{
  static const CopilBullet rows[] = {
    { NULL, "Apprentis dans l’industrie", COPIL_BULLET_RISE, 50000, 62000, 75000, 48, FALSE,
      "50 000", "62 000 apprentis", "75 000 apprentis", NULL, NULL, "indicator=1" },
    { NULL, "Binômes de mentorat", COPIL_BULLET_RISE, 0, 214000, 200000, 107, FALSE, NULL,
      "214 000", "200 000", NULL, NULL, "indicator=2" },
    { NULL, "Sortants sans qualification", COPIL_BULLET_FALL, 80000, 72000, 60000, 40, TRUE,
      "80 000", "72 000 jeunes", "60 000 jeunes", NULL, NULL, "indicator=3" },
    { NULL, "Part des filles dans les filières industrielles, toutes académies confondues",
      COPIL_BULLET_RISE, 28, 27, 33, -20, FALSE, "28 %", "27 %", "33 %", NULL, NULL,
      "indicator=4" },
    { NULL, "Satisfaction des tuteurs", COPIL_BULLET_ABOVE, NAN, 82, 80, 100, FALSE, NULL, "82 %",
      "80 %", NULL, NULL, "indicator=5" },
    { NULL, "Ruptures de contrat", COPIL_BULLET_BELOW, NAN, 14, 12, 0, FALSE, NULL, "14 %", "12 %",
      NULL, NULL, "indicator=6" },
    { NULL, "Campus labellisés", COPIL_BULLET_RISE, 4, NAN, 10, NAN, FALSE, "4", NULL, "10",
      "Rien d’observé", NULL, "indicator=7" },
  };
  CopilChart *chart = copil_bullets_new ("Indicateurs");

  copil_bullets_set_word (COPIL_BULLETS (chart), "Indicateur");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    copil_bullets_add (COPIL_BULLETS (chart), &rows[i]);
  copil_bullets_add_milestone (COPIL_BULLETS (chart), 0, 58000, "58 000");
  copil_bullets_add_milestone (COPIL_BULLETS (chart), 1, 100000, NULL);
  return chart;
}

static void
add_observed (CopilCourse *course, guint year, guint month, double value, gboolean estimated)
{
  g_autoptr (GDate) date =
      g_date_new_dmy (g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year),
                      (GDateMonth)month, (GDateYear)year);
  g_autofree char *key = g_strdup_printf ("observation=%u%02u", year, month);

  copil_course_add_observed (course, date, value, estimated, NULL, NULL,
                             isnan (value) ? NULL : key);
}

static void
add_target (CopilCourse *course, guint year, double value)
{
  g_autoptr (GDate) date = g_date_new_dmy (31, G_DATE_DECEMBER, (GDateYear)year);
  g_autofree char *key = g_strdup_printf ("target=%u", year);

  copil_course_add_target (course, date, value, NULL, NULL, key);
}

CopilChart *
sample_course (void)
{
  CopilChart *chart = copil_course_new ("Apprentis dans l’industrie");
  CopilCourse *course = COPIL_COURSE (chart);
  g_autoptr (GDate) start = g_date_new_dmy (31, G_DATE_DECEMBER, 2017);
  g_autoptr (GDate) today = g_date_new_dmy (15, G_DATE_MARCH, 2023);

  copil_course_set_unit (course, "apprentis");
  copil_course_set_today (course, today);
  copil_course_set_baseline (course, start, 50000, TRUE, NULL, NULL, "indicator=1");
  add_observed (course, 2018, 12, 52500, FALSE);
  add_observed (course, 2019, 12, 55200, FALSE);
  add_observed (course, 2020, 12, NAN, FALSE);
  add_observed (course, 2021, 12, 59800, FALSE);
  add_observed (course, 2022, 12, 62000, TRUE);
  add_target (course, 2020, 58000);
  add_target (course, 2023, 75000);
  return chart;
}

CopilChart *
sample_levels (void)
{
  static const char *const levels[] = { "Absent", "En projet", "En place", "Généralisé", NULL };
  CopilChart *chart = copil_course_new ("Référent école-entreprise");
  CopilCourse *course = COPIL_COURSE (chart);

  copil_course_set_levels (course, levels);
  for (guint year = 2019; year < 2023; year++)
    {
      g_autoptr (GDate) date = g_date_new_dmy (31, G_DATE_AUGUST, (GDateYear)year);
      g_autofree char *key = g_strdup_printf ("observation=%u", year);
      guint level = MIN (year - 2018, 3);

      copil_course_add_observed (course, date, level, FALSE, levels[level - 1], NULL, key);
    }
  return chart;
}

CopilChart *
sample_splits (void)
{
  static const double values[][2] = { { 42010, 46120 }, { 18200, 21034 }, { 12050, 11300 },
                                      { 3100, NAN },    { 30247, 38410 }, { NAN, NAN } };
  CopilChart *chart = copil_split_bars_new ("Jeunes touchés par thème");
  CopilSplitBars *bars = COPIL_SPLIT_BARS (chart);

  copil_split_bars_set_words (bars, "Thème", NULL);
  copil_split_bars_add_part (bars, COPIL_CHART_ROLE_PART_1, "filles");
  copil_split_bars_add_part (bars, COPIL_CHART_ROLE_PART_2, "garçons");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      copil_split_bars_add_category (bars, label, themes[i]);
      for (guint p = 0; p < 2; p++)
        {
          g_autofree char *key = g_strdup_printf ("theme=%u&part=%u", i, p);

          copil_split_bars_set_value (bars, i, p, values[i][p], NULL, key);
        }
    }
  return chart;
}

CopilChart *
sample_themes (void)
{
  static const double values[] = { 612, 430, 388, 120, 72, NAN };
  CopilChart *chart = copil_value_bars_new ("Actions par thème");
  CopilValueBars *bars = COPIL_VALUE_BARS (chart);

  copil_value_bars_set_words (bars, "Thème", NULL);
  copil_value_bars_set_summed (bars, TRUE);
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_1, "Actions");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      g_autofree char *key = g_strdup_printf ("theme=%u", i);

      copil_value_bars_add_category (bars, label, themes[i]);
      copil_value_bars_set_value (bars, i, 0, values[i], NULL, NULL, key);
    }
  return chart;
}

CopilChart *
sample_budget (void)
{
  static const struct
  {
    const char *title;
    double planned;
    double actual;
  } lines[] = { { "Mise à disposition des ingénieurs", 6336000, 5120400 },
                { "Frais de déplacement et de mission des ingénieurs détachés", 924000, 801250.5 },
                { "Fonctionnement", 500000, 512000 },
                { "Évaluation", NAN, 18000 } };
  CopilChart *chart = copil_value_bars_new ("Budget par ligne");
  CopilValueBars *bars = COPIL_VALUE_BARS (chart);

  copil_value_bars_set_words (bars, "Ligne", "€");
  copil_value_bars_set_summed (bars, TRUE);
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_6, "Prévu");
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_1, "Réalisé");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *planned = g_strdup_printf ("line=%u&planned", i);
      g_autofree char *actual = g_strdup_printf ("line=%u&actual", i);

      copil_value_bars_add_category (bars, NULL, lines[i].title);
      copil_value_bars_set_value (bars, i, 0, lines[i].planned, NULL, NULL, planned);
      copil_value_bars_set_value (bars, i, 1, lines[i].actual, NULL, NULL, actual);
    }
  return chart;
}

CopilChart *
sample_heat (void)
{
  static const char *const axes[] = { "Les campus des métiers et des qualifications",
                                      "Partage des données",
                                      "Développement de la formation en milieu professionnel",
                                      "Attractivité des métiers industriels" };
  static const double values[4][4] = {
    { 0, 12, 35, 60 }, { NAN, NAN, 10, 10 }, { 5, 30, 55, 100 }, { 0, 20, 41, 48 }
  };
  CopilChart *chart = copil_heat_new ("Avancement par axe et par année", 100);
  CopilHeat *heat = COPIL_HEAT (chart);

  copil_heat_set_words (heat, "Axe", "Avancement");
  for (guint c = 0; c < 4; c++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2021 + c);

      copil_heat_add_column (heat, year);
    }
  for (guint r = 0; r < G_N_ELEMENTS (axes); r++)
    {
      g_autofree char *label = g_strdup_printf ("Axe %u", r + 2);

      copil_heat_add_row (heat, label, axes[r]);
      for (guint c = 0; c < 4; c++)
        {
          g_autofree char *text = g_strdup_printf ("%.0f %%", values[r][c]);
          g_autofree char *key = g_strdup_printf ("axis=%u&year=%u", r, 2021 + c);

          copil_heat_set_cell (heat, r, c, values[r][c], text, NULL, key);
        }
    }
  return chart;
}

CopilChart *
sample_multiples (void)
{
  static const char *const academies[] = { "Aix-Marseille", "Besançon", "Clermont-Ferrand",
                                           "Lille",         "Nantes",   "Nancy-Metz",
                                           "Orléans-Tours", "Rennes" };
  CopilChart *chart = copil_multiples_new ("Actions par académie");
  CopilMultiples *multiples = COPIL_MULTIPLES (chart);

  copil_multiples_set_words (multiples, "Académie", NULL);
  for (guint p = 0; p < 5; p++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2003 + p);

      copil_multiples_add_period (multiples, year);
    }
  for (guint i = 0; i < G_N_ELEMENTS (academies); i++)
    {
      copil_multiples_add_panel (multiples, academies[i]);
      for (guint p = 0; p < 5; p++)
        {
          g_autofree char *key = g_strdup_printf ("academie=%u&year=%u", i, p);

          if ((i + 2 * p) % 7 != 3)
            copil_multiples_set_value (multiples, i, p, 20 + (i * 37 + p * 23) % 90,
                                       p == 4 && i == 3, NULL, NULL, key);
        }
    }
  return chart;
}

static void
fill_course (CopilCourse *course, guint n)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1990);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("observation=%u", i);

      g_date_add_days (date, 1);
      copil_course_add_observed (course, date, i % 97 == 0 ? NAN : 1000 + i * 7919 % 1500 + i / 10,
                                 i % 5 == 0, NULL, NULL, key);
      if (i % 100 == 0)
        copil_course_add_target (course, date, 1200 + i / 9, NULL, NULL, NULL);
    }
}

CopilChart *
sample_huge_figures (GType type, guint n)
{
  CopilChart *chart = g_object_new (type, NULL);
  guint side = (guint)ceil (sqrt (n));

  copil_chart_set_title (chart, "Très grand nombre");
  if (type == COPIL_TYPE_COURSE)
    fill_course (COPIL_COURSE (chart), n);
  for (guint s = 0; s < 2 && type == COPIL_TYPE_VALUE_BARS; s++)
    copil_value_bars_add_series (COPIL_VALUE_BARS (chart),
                                 (CopilChartRole)(COPIL_CHART_ROLE_PART_1 + s), "Série");
  for (guint s = 0; s < 2 && type == COPIL_TYPE_SPLIT_BARS; s++)
    copil_split_bars_add_part (COPIL_SPLIT_BARS (chart),
                               (CopilChartRole)(COPIL_CHART_ROLE_PART_1 + s), s ? "b" : "a");
  for (guint c = 0; c < side && type == COPIL_TYPE_HEAT; c++)
    copil_heat_add_column (COPIL_HEAT (chart), "2022");
  for (guint c = 0; c < side && type == COPIL_TYPE_MULTIPLES; c++)
    copil_multiples_add_period (COPIL_MULTIPLES (chart), "2022");
  for (guint i = 0; i < (type == COPIL_TYPE_BULLETS ? n : n / 2); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      const char *title = themes[i % G_N_ELEMENTS (themes)];

      if (type == COPIL_TYPE_BULLETS)
        {
          CopilBullet bullet = { label,
                                 title,
                                 (CopilBulletDirection)(i % 4),
                                 i % 50,
                                 20 + i * 7 % 80,
                                 100,
                                 i % 120,
                                 i % 7 == 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 NULL,
                                 NULL,
                                 label };

          copil_bullets_add (COPIL_BULLETS (chart), &bullet);
        }
      else if (type == COPIL_TYPE_VALUE_BARS)
        {
          copil_value_bars_add_category (COPIL_VALUE_BARS (chart), label, title);
          copil_value_bars_set_value (COPIL_VALUE_BARS (chart), i, 0, i * 31 % 977, NULL, NULL,
                                      label);
          copil_value_bars_set_value (COPIL_VALUE_BARS (chart), i, 1, i * 17 % 977, NULL, NULL,
                                      NULL);
        }
      else if (type == COPIL_TYPE_SPLIT_BARS)
        {
          copil_split_bars_add_category (COPIL_SPLIT_BARS (chart), label, title);
          copil_split_bars_set_value (COPIL_SPLIT_BARS (chart), i, 0, 1 + i * 31 % 977, NULL,
                                      label);
          copil_split_bars_set_value (COPIL_SPLIT_BARS (chart), i, 1, 1 + i * 17 % 977, NULL, NULL);
        }
      if (i >= side)
        continue;
      if (type == COPIL_TYPE_HEAT)
        {
          copil_heat_add_row (COPIL_HEAT (chart), label, title);
          for (guint c = 0; c < side; c++)
            copil_heat_set_cell (COPIL_HEAT (chart), i, c, (i * c) % 100, NULL, NULL, "key");
        }
      else if (type == COPIL_TYPE_MULTIPLES)
        {
          copil_multiples_add_panel (COPIL_MULTIPLES (chart), title);
          for (guint c = 0; c < side; c++)
            copil_multiples_set_value (COPIL_MULTIPLES (chart), i, c, (i * c) % 100, FALSE, NULL,
                                       NULL, "key");
        }
    }
  return chart;
}
