/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

static const struct
{
  const char *label;
  const char *title;
  guint counts[5];
} axes[] = {
  { "Axe 2", "Les campus des métiers et des qualifications", { 4, 3, 2, 1, 0 } },
  { "Axe 3", "Partage des données", { 1, 1, 5, 0, 0 } },
  { "Axe 4",
    "Développement de la formation en milieu professionnel et en apprentissage",
    { 12, 14, 4, 3, 1 } },
  { "Axe 5", "Attractivité des métiers industriels", { 6, 9, 1, 5, 2 } },
  { "Axe 6", "Pilotage", { 2, 0, 0, 0, 0 } },
  { "Axe 7", "Évaluation de la convention et communication auprès des établissements", { 0 } },
};

static const CopilChartRole roles[] = { COPIL_CHART_ROLE_DONE, COPIL_CHART_ROLE_IN_PROGRESS,
                                        COPIL_CHART_ROLE_PLANNED, COPIL_CHART_ROLE_LATE,
                                        COPIL_CHART_ROLE_ABANDONED };

static const char *const words[] = { "Réalisé", "En cours", "Prévu", "En retard", "Abandonné" };

CopilChart *
sample_bars (void)
{
  CopilChart *chart = copil_status_bars_new ("Engagements par axe");
  CopilStatusBars *bars = COPIL_STATUS_BARS (chart);

  copil_status_bars_set_category_word (bars, "Axe");
  for (guint s = 0; s < G_N_ELEMENTS (roles); s++)
    copil_status_bars_add_status (bars, roles[s], words[s]);
  for (guint a = 0; a < G_N_ELEMENTS (axes); a++)
    {
      copil_status_bars_add_category (bars, axes[a].label, axes[a].title);
      for (guint s = 0; s < G_N_ELEMENTS (roles); s++)
        {
          g_autofree char *key = g_strdup_printf ("axis=%u&status=%u", a, s);

          copil_status_bars_set_count (bars, a, s, axes[a].counts[s], NULL, key);
        }
    }
  return chart;
}

CopilChart *
sample_matrix (void)
{
  static const char *const parties[] = { "Ministère de l’Éducation nationale et de la Jeunesse",
                                         "Ministère de l’Enseignement supérieur", "UIMM",
                                         "Ministère chargé de l’Industrie" };
  static const guint values[4][6] = {
    { 8, 6, 22, 11, 2, 0 }, { 3, 4, 0, 5, 0, 0 }, { 9, 0, 31, 20, 2, 1 }, { 0, 1, 0, 7, 0, 0 }
  };
  static const guint late[4][6] = {
    { 1, 0, 2, 3, 0, 0 }, { 0, 0, 0, 0, 0, 0 }, { 1, 0, 3, 5, 0, 0 }, { 0, 0, 0, 1, 0, 0 }
  };
  CopilChart *chart = copil_matrix_new ("Engagements par signataire et par axe");
  CopilMatrix *matrix = COPIL_MATRIX (chart);

  copil_matrix_set_words (matrix, "Signataire", "Engagements", COPIL_CHART_ROLE_LATE, "en retard");
  for (guint p = 0; p < G_N_ELEMENTS (parties); p++)
    copil_matrix_add_row (matrix, NULL, parties[p]);
  for (guint a = 0; a < G_N_ELEMENTS (axes); a++)
    copil_matrix_add_column (matrix, axes[a].label, axes[a].title);
  for (guint p = 0; p < G_N_ELEMENTS (parties); p++)
    for (guint a = 0; a < G_N_ELEMENTS (axes); a++)
      {
        g_autofree char *key = g_strdup_printf ("party=%u&axis=%u", p, a);

        copil_matrix_set_cell (matrix, p, a, values[p][a], late[p][a], NULL, key);
      }
  return chart;
}

static void
add (CopilTimeline *timeline, guint lane, CopilChartRole role, guint start, guint length,
     const char *label, guint id)
{
  g_autoptr (GDate) from = g_date_new_dmy (15, G_DATE_SEPTEMBER, 2021);
  g_autoptr (GDate) to = NULL;
  g_autofree char *key = g_strdup_printf ("id=%u", id);

  g_date_add_days (from, start);
  if (length > 0)
    {
      to = g_date_copy (from);
      g_date_add_days (to, length);
    }
  copil_timeline_add_mark (timeline, lane, role, from, to, label, NULL, key);
}

CopilChart *
sample_timeline (void)
{
  CopilChart *chart = copil_timeline_new ("Calendrier de la convention");
  CopilTimeline *timeline = COPIL_TIMELINE (chart);
  g_autoptr (GDate) today = g_date_new_dmy (12, G_DATE_MARCH, 2023);
  guint id = 0;

  copil_timeline_set_today (timeline, today);
  copil_timeline_set_lane_word (timeline, "Axe");
  copil_timeline_add_lane (timeline, NULL, "Réunions");
  copil_timeline_add_lane (timeline, "Axe 4",
                           "Développement de la formation en milieu professionnel et en "
                           "apprentissage");
  copil_timeline_add_lane (timeline, "Axe 5", "Attractivité des métiers industriels");
  copil_timeline_add_lane (timeline, NULL, "Échéances");
  add (timeline, 0, COPIL_CHART_ROLE_DONE, 20, 0, "Installation", id++);
  add (timeline, 0, COPIL_CHART_ROLE_DONE, 240, 0, "Comité de pilotage", id++);
  add (timeline, 0, COPIL_CHART_ROLE_DONE, 520, 0, "Comité de pilotage", id++);
  add (timeline, 0, COPIL_CHART_ROLE_PLANNED, 640, 0, "Bilan annuel", id++);
  add (timeline, 1, COPIL_CHART_ROLE_DONE, 30, 200, "Classes en entreprise", id++);
  add (timeline, 1, COPIL_CHART_ROLE_IN_PROGRESS, 300, 420, "Prépa-métiers", id++);
  add (timeline, 1, COPIL_CHART_ROLE_LATE, 410, 120, "Conventions de stage", id++);
  add (timeline, 1, COPIL_CHART_ROLE_PLANNED, 700, 330, "Mentorat des apprentis", id++);
  add (timeline, 2, COPIL_CHART_ROLE_ABANDONED, 60, 90, "Salon régional", id++);
  add (timeline, 2, COPIL_CHART_ROLE_DONE, 170, 0, "Semaine de l’industrie", id++);
  add (timeline, 2, COPIL_CHART_ROLE_LATE, 500, 0, "Film de présentation", id++);
  add (timeline, 2, COPIL_CHART_ROLE_PLANNED, 545, 0, "Semaine de l’industrie", id++);
  add (timeline, 2, COPIL_CHART_ROLE_IN_PROGRESS, 560, 200, "Ambassadrices des métiers", id++);
  for (guint i = 0; i < 70; i++)
    add (timeline, 3, roles[(i * 7) % 4], 100 + (i * i * 13) % 900, 0, "Échéance", id++);
  return chart;
}

CopilChart *
sample_huge (GType type, guint n)
{
  CopilChart *chart;
  guint side = 1;

  if (type != COPIL_TYPE_STATUS_BARS && type != COPIL_TYPE_MATRIX && type != COPIL_TYPE_TIMELINE)
    return sample_huge_figures (type, n);
  chart = g_object_new (type, NULL);
  while ((side + 1) * (side + 1) <= n)
    side++;
  copil_chart_set_title (chart, "Très grand nombre");
  if (type == COPIL_TYPE_STATUS_BARS)
    {
      for (guint s = 0; s < 5; s++)
        copil_status_bars_add_status (COPIL_STATUS_BARS (chart), roles[s], words[s]);
      for (guint i = 0; i < n / 5; i++)
        {
          g_autofree char *label = g_strdup_printf ("Axe %u", i + 1);

          copil_status_bars_add_category (COPIL_STATUS_BARS (chart), label, axes[i % 6].title);
          for (guint s = 0; s < 5; s++)
            copil_status_bars_set_count (COPIL_STATUS_BARS (chart), i, s,
                                         1 + (i * 31 + s * 17) % 97, NULL, label);
        }
    }
  else if (type == COPIL_TYPE_MATRIX)
    {
      for (guint i = 0; i < side; i++)
        {
          g_autofree char *label = g_strdup_printf ("%u", i + 1);

          copil_matrix_add_row (COPIL_MATRIX (chart), label, axes[i % 6].title);
          copil_matrix_add_column (COPIL_MATRIX (chart), label, axes[i % 6].title);
        }
      for (guint r = 0; r < side; r++)
        for (guint c = 0; c < side; c++)
          copil_matrix_set_cell (COPIL_MATRIX (chart), r, c, 1 + (r * c) % 57, (r + c) % 3, NULL,
                                 "key");
    }
  else
    {
      for (guint l = 0; l < 12; l++)
        copil_timeline_add_lane (COPIL_TIMELINE (chart), "Axe", axes[l % 6].title);
      for (guint i = 0; i < n; i++)
        add (COPIL_TIMELINE (chart), i % 12, roles[i % 5], (i * 7919) % 1500,
             i % 3 == 0 ? i % 200 : 0, "Échéance", i);
    }
  return chart;
}

CopilChart *
sample_empty (GType type)
{
  CopilChart *chart = g_object_new (type, NULL);

  copil_chart_set_title (chart, "Engagements");
  return chart;
}

const CopilSample samples[] = {
  { "bars", copil_status_bars_get_type, sample_bars, 18 },
  { "matrix", copil_matrix_get_type, sample_matrix, 15 },
  { "timeline", copil_timeline_get_type, sample_timeline, 83 },
  { "bullets", copil_bullets_get_type, sample_bullets, 7 },
  { "course", copil_course_get_type, sample_course, 7 },
  { "levels", copil_course_get_type, sample_levels, 4 },
  { "splits", copil_split_bars_get_type, sample_splits, 9 },
  { "themes", copil_value_bars_get_type, sample_themes, 5 },
  { "budget", copil_value_bars_get_type, sample_budget, 7 },
  { "heat", copil_heat_get_type, sample_heat, 14 },
  { "multiples", copil_multiples_get_type, sample_multiples, 35 },
};
const guint n_samples = G_N_ELEMENTS (samples);
