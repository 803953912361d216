/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-bullets.h"
#include "copil-chart-parts.h"
#include "copil-share.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_MEASURED 60
#define THICKNESS 16
#define LEAST 8

typedef struct
{
  double value;
  char *text;
} Milestone;

typedef struct
{
  CopilBullet is; /* its strings are the row's own */
  GArray *milestones;
} Row;

struct _CopilBullets
{
  CopilChart parent_instance;

  GPtrArray *rows;
  char *word;
};

G_DEFINE_FINAL_TYPE (CopilBullets, copil_bullets, COPIL_TYPE_CHART)

/* The scale of one row: from the left to the right, which may be downwards. */
typedef struct
{
  double left;
  double right;
  double x;
  double width;
} Scale;

static void
milestone_clear (gpointer data)
{
  g_free (((Milestone *)data)->text);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free ((char *)row->is.label);
  g_free ((char *)row->is.title);
  g_free ((char *)row->is.baseline_text);
  g_free ((char *)row->is.observed_text);
  g_free ((char *)row->is.target_text);
  g_free ((char *)row->is.unit);
  g_free ((char *)row->is.note);
  g_free ((char *)row->is.sentence);
  g_free ((char *)row->is.key);
  g_array_unref (row->milestones);
  g_free (row);
}

static Row *
get_row (CopilBullets *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static char *
figure (double value, const char *text)
{
  return text && !isnan (value) ? g_strdup (text) : copil_parts_number (value, NULL);
}

static gboolean
is_kept (const CopilBullet *is)
{
  return is->direction == COPIL_BULLET_ABOVE || is->direction == COPIL_BULLET_BELOW;
}

/* Where the bar begins: the baseline, else zero. */
static double
origin (const CopilBullet *is)
{
  return isnan (is->baseline) || is_kept (is) ? 0 : is->baseline;
}

static double
scale_x (const Scale *scale, double value)
{
  return scale->x +
         scale->width * CLAMP ((value - scale->left) / (scale->right - scale->left), 0, 1);
}

static Scale
make_scale (const Row *row, double x, double width)
{
  const CopilBullet *is = &row->is;
  double low = origin (is), high = low, air;
  gboolean down = is->direction == COPIL_BULLET_FALL && !isnan (is->baseline);

  low = fmin (fmin (low, is->observed), is->target);
  high = fmax (fmax (high, is->observed), is->target);
  for (guint i = 0; i < row->milestones->len; i++)
    {
      low = fmin (low, g_array_index (row->milestones, Milestone, i).value);
      high = fmax (high, g_array_index (row->milestones, Milestone, i).value);
    }
  if (!(high - low > 0))
    high = low + 1;
  /* The best end has some air, so that a target reached is seen as such. */
  air = 0.06 * (high - low);
  return down ? (Scale){ high + (high > origin (is) ? air : 0), low - air, x, width }
              : (Scale){ low - (low < origin (is) ? air : 0), high + air, x, width };
}

static CopilChartRole
role_of (const CopilBullet *is)
{
  if (isnan (is->percent))
    return COPIL_CHART_ROLE_NEUTRAL;
  return is->percent >= 100 ? COPIL_CHART_ROLE_DONE
                            : (is_kept (is) || is->percent < 0 ? COPIL_CHART_ROLE_LATE
                                                               : COPIL_CHART_ROLE_IN_PROGRESS);
}

static const char *
direction_word (CopilBulletDirection direction)
{
  switch (direction)
    {
    case COPIL_BULLET_FALL:
      return C_ ("chart, target", "to lower");
    case COPIL_BULLET_ABOVE:
      return C_ ("chart, target", "to keep above");
    case COPIL_BULLET_BELOW:
      return C_ ("chart, target", "to keep below");
    case COPIL_BULLET_RISE:
    default:
      return C_ ("chart, target", "to raise");
    }
}

static char *
sentence_of (const Row *row)
{
  const CopilBullet *is = &row->is;
  g_autofree char *name = copil_parts_name (is->label, is->title);
  g_autofree char *observed = isnan (is->observed)
                                  ? g_strdup (is->note ? is->note : C_ ("chart", "No figure"))
                                  : figure (is->observed, is->observed_text);
  g_autofree char *target = figure (is->target, is->target_text), *percent = NULL;

  if (is->sentence)
    return g_strdup (is->sentence);
  if (isnan (is->percent) || is_kept (is))
    /* Translators: indicator, observed value, target, its direction ("to lower") */
    return g_strdup_printf (C_ ("chart", "%s: %s, target %s (%s)"), name ? name : "", observed,
                            target, direction_word (is->direction));
  percent = copil_percent_format (is->percent);
  /* Translators: indicator, observed value, target, its direction ("to lower"), progress */
  return g_strdup_printf (C_ ("chart", "%s: %s, target %s (%s), progress %s"), name ? name : "",
                          observed, target, direction_word (is->direction), percent);
}

/* The ticks of a row: what they stand for is in the legend. */
static void
draw_ticks (CopilScene *scene, const Row *row, const Scale *scale, double y, double height)
{
  const CopilBullet *is = &row->is;

  for (guint i = 0; i < row->milestones->len; i++)
    {
      const Milestone *milestone = &g_array_index (row->milestones, Milestone, i);

      if (!isnan (milestone->value))
        copil_scene_rect (scene, scale_x (scale, milestone->value) - 1, y + height * 0.55, 2,
                          height * 0.45 + 3, 0, COPIL_CORNERS_NONE, COPIL_INK_TEXT, -1);
    }
  if (!isnan (is->target))
    copil_scene_rect (scene, scale_x (scale, is->target) - 1.5, y - 3, 3, height + 6, 0,
                      COPIL_CORNERS_NONE, COPIL_INK_TEXT, -1);
}

static void
draw_bar (CopilScene *scene, const Row *row, const Scale *scale, double y, double height, int mark)
{
  const CopilBullet *is = &row->is;
  double from, to, top = y + floor (height * 0.2), thick = height - 2 * floor (height * 0.2);
  CopilChartRole role = role_of (is);

  if (isnan (is->observed))
    {
      const char *note = is->note ? is->note : C_ ("chart", "No figure");

      if (copil_scene_digit_height (scene, COPIL_TEXT_SMALL) <= height)
        copil_scene_place_on (
            scene, copil_scene_text (scene, COPIL_TEXT_SMALL, note, scale->width * 0.8, 1),
            scale->x + 6, y + height / 2, 0, COPIL_INK_MUTED);
      return;
    }
  from = scale_x (scale, origin (is));
  to = scale_x (scale, is->observed);
  if (to < from)
    {
      double swapped = from;

      from = to;
      to = swapped;
    }
  copil_scene_rect (
      scene, from, top, MAX (2, to - from), thick, 2, COPIL_CORNERS_ALL,
      is->estimated ? COPIL_PAINT_ROLE (COPIL_CHART_ROLE_PART_5) : COPIL_PAINT_ROLE (role), mark);
}

static void
draw_row (CopilBullets *self, CopilScene *scene, const CopilRows *rows, guint place)
{
  const Row *row = get_row (self, place);
  guint count = copil_rows_count (rows, place);
  double y = copil_rows_body (rows, place), cy = y + rows->body_height / 2;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *observed = NULL, *target = NULL, *percent = NULL, *text = NULL;
  double right = rows->body_x + rows->body_width + 8;
  double room = scene->width - scene->padding - right;
  Scale scale;
  int mark;

  for (guint i = place; i < place + count; i++)
    if (get_row (self, i)->is.key)
      g_ptr_array_add (keys, (gpointer)get_row (self, i)->is.key);
  mark = copil_scene_mark (scene, rows->body_x, y, rows->body_width, rows->body_height,
                           count > 1 ? copil_rows_others (count) : sentence_of (row), keys, count,
                           count > 1 ? COPIL_CHART_ROLE_NEUTRAL : role_of (&row->is));
  copil_scene_rect (scene, rows->body_x, y, rows->body_width, rows->body_height, 2,
                    COPIL_CORNERS_ALL, COPIL_INK_SURFACE, mark);
  if (count > 1)
    return;
  scale = make_scale (row, rows->body_x, rows->body_width);
  draw_bar (scene, row, &scale, y, rows->body_height, mark);
  draw_ticks (scene, row, &scale, y, rows->body_height);
  if (copil_scene_digit_height (scene, COPIL_TEXT_SMALL) > rows->body_height + 2)
    return;
  observed = figure (row->is.observed, row->is.observed_text);
  target = figure (row->is.target, row->is.target_text);
  if (!isnan (row->is.percent) && !is_kept (&row->is))
    percent = copil_percent_format (row->is.percent);
  /* Translators: observed value, target: "62 000 / 75 000" */
  text = g_strdup_printf (C_ ("chart, observed and target", "%s / %s"), observed, target);
  if (percent)
    copil_scene_place_on (scene, copil_scene_text (scene, COPIL_TEXT_STRONG, percent, room, 1),
                          right, cy, 0, COPIL_INK_TEXT);
  else if (is_kept (&row->is) && !isnan (row->is.percent))
    copil_scene_symbol (scene, right + scene->em / 2, cy, round (scene->em * 0.9),
                        role_of (&row->is), -1);
  {
    double shift = copil_scene_text_width (scene, COPIL_TEXT_STRONG, "100 %") + 8;

    if (room - shift > 3 * scene->em)
      copil_scene_place_on (scene,
                            copil_scene_text (scene, COPIL_TEXT_SMALL, text, room - shift, 1),
                            right + shift, cy, 0, COPIL_INK_MUTED);
  }
}

static double
draw_head (CopilBullets *self, CopilScene *scene)
{
  CopilLegendEntry entries[5];
  gboolean estimated = FALSE, seen[COPIL_CHART_N_ROLES] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->is.estimated)
      estimated = TRUE;
    else if (!isnan (get_row (self, i)->is.observed))
      seen[role_of (&get_row (self, i)->is)] = TRUE;
  if (seen[COPIL_CHART_ROLE_DONE])
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_DONE,
                                       C_ ("chart", "Target reached"), NULL };
  if (seen[COPIL_CHART_ROLE_IN_PROGRESS])
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_IN_PROGRESS,
                                       C_ ("chart", "On the way"), NULL };
  if (seen[COPIL_CHART_ROLE_LATE])
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_LATE,
                                       C_ ("chart", "Moving away, or not kept"), NULL };
  if (estimated)
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_PART_5,
                                       C_ ("chart", "Estimated"), NULL };
  entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_TICK, COPIL_CHART_ROLE_NEUTRAL,
                                     C_ ("chart", "Target"), NULL };
  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
}

static void
copil_bullets_layout (CopilChart *chart, CopilScene *scene)
{
  CopilBullets *self = COPIL_BULLETS (chart);
  guint n = self->rows->len, shown = MIN (n, MAX_MEASURED);
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);
  double y = draw_head (self, scene), right = 0;
  CopilRows rows;

  for (guint i = 0; i < n; i++)
    {
      labels[i] = (char *)get_row (self, i)->is.label;
      titles[i] = (char *)get_row (self, i)->is.title;
    }
  for (guint i = 0; i < shown; i++)
    {
      const CopilBullet *is = &get_row (self, i)->is;
      g_autofree char *observed = figure (is->observed, is->observed_text);
      g_autofree char *target = figure (is->target, is->target_text);
      g_autofree char *text =
          g_strdup_printf (C_ ("chart, observed and target", "%s / %s"), observed, target);

      right = MAX (right, copil_scene_text_width (scene, COPIL_TEXT_SMALL, text));
    }
  right = ceil (MIN (right, scene->width * 0.24)) +
          copil_scene_text_width (scene, COPIL_TEXT_STRONG, "100 %") + 20;
  copil_rows_fit (
      &rows, scene, labels, titles, n, y + 2, THICKNESS, LEAST,
      scene->width < 420 ? copil_scene_text_width (scene, COPIL_TEXT_STRONG, "100 %") + 12 : right);
  for (guint place = 0; place < rows.n_rows; place++)
    {
      copil_rows_draw_name (&rows, scene, place, labels[place], titles[place]);
      draw_row (self, scene, &rows, place);
    }
}

static gboolean
copil_bullets_is_empty (CopilChart *chart)
{
  return COPIL_BULLETS (chart)->rows->len == 0;
}

static char *
copil_bullets_describe (CopilChart *chart)
{
  CopilBullets *self = COPIL_BULLETS (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->rows->len, 20); i++)
    {
      g_autofree char *sentence = sentence_of (get_row (self, i));

      g_string_append_printf (text, "%s%s", i ? "; " : "", sentence);
    }
  g_string_append (text, self->rows->len > 20 ? "…" : ".");
  return g_string_free (text, FALSE);
}

/* A figure of a row; levels have no numbers for others. */
static void
put_figure (CopilChartData *data, guint row, guint column, const CopilBullet *is, double value,
            const char *text)
{
  g_autofree char *read = isnan (value) ? NULL : figure (value, text);

  if (is->worded)
    copil_chart_data_put_text (data, row, column, read);
  else
    copil_chart_data_put_number (data, row, column, value, is->unit, read);
}

static void
copil_bullets_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilBullets *self = COPIL_BULLETS (chart);
  const char *head[] = { self->word,
                         C_ ("chart", "Baseline"),
                         C_ ("chart", "Observed"),
                         C_ ("chart", "Milestones"),
                         C_ ("chart", "Target"),
                         C_ ("chart", "Direction"),
                         C_ ("chart", "Progress") };

  for (guint c = 0; c < G_N_ELEMENTS (head); c++)
    copil_chart_data_add_column (data, head[c], NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      const CopilBullet *is = &row->is;
      g_autofree char *name = copil_parts_name (is->label, is->title);
      g_autoptr (GString) milestones = g_string_new (NULL);
      guint at = copil_chart_data_add_row (data);

      for (guint m = 0; m < row->milestones->len; m++)
        {
          const Milestone *milestone = &g_array_index (row->milestones, Milestone, m);
          g_autofree char *text = figure (milestone->value, milestone->text);

          g_string_append_printf (milestones, "%s%s", m ? "; " : "", text);
        }
      copil_chart_data_put_text (data, at, 0, name);
      put_figure (data, at, 1, is, is->baseline, is->baseline_text);
      put_figure (data, at, 2, is, is->observed, is->observed_text);
      copil_chart_data_put_text (data, at, 3, milestones->str);
      put_figure (data, at, 4, is, is->target, is->target_text);
      copil_chart_data_put_text (data, at, 5, direction_word (is->direction));
      copil_chart_data_put_number (data, at, 6, is->percent, "%", NULL);
    }
}

static void
copil_bullets_finalize (GObject *object)
{
  CopilBullets *self = COPIL_BULLETS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->word);
  G_OBJECT_CLASS (copil_bullets_parent_class)->finalize (object);
}

static void
copil_bullets_class_init (CopilBulletsClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_bullets_finalize;
  chart_class->is_empty = copil_bullets_is_empty;
  chart_class->layout = copil_bullets_layout;
  chart_class->describe = copil_bullets_describe;
  chart_class->fill_data = copil_bullets_fill_data;
}

static void
copil_bullets_init (CopilBullets *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

CopilChart *
copil_bullets_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_BULLETS, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_bullets_add (CopilBullets *self, const CopilBullet *bullet)
{
  Row *row;

  g_return_val_if_fail (COPIL_IS_BULLETS (self) && bullet, 0);
  row = g_new0 (Row, 1);
  row->is = *bullet;
  row->is.label = g_strdup (bullet->label);
  row->is.title = g_strdup (bullet->title);
  row->is.unit = g_strdup (bullet->unit);
  row->is.baseline_text = g_strdup (bullet->baseline_text);
  row->is.observed_text = g_strdup (bullet->observed_text);
  row->is.target_text = g_strdup (bullet->target_text);
  row->is.note = g_strdup (bullet->note);
  row->is.sentence = g_strdup (bullet->sentence);
  row->is.key = g_strdup (bullet->key);
  row->milestones = g_array_new (FALSE, TRUE, sizeof (Milestone));
  g_array_set_clear_func (row->milestones, milestone_clear);
  g_ptr_array_add (self->rows, row);
  copil_chart_changed (COPIL_CHART (self));
  return self->rows->len - 1;
}

void
copil_bullets_add_milestone (CopilBullets *self, guint bullet, double value, const char *text)
{
  Milestone milestone = { value, NULL };

  g_return_if_fail (COPIL_IS_BULLETS (self) && bullet < self->rows->len);
  milestone.text = g_strdup (text);
  g_array_append_val (get_row (self, bullet)->milestones, milestone);
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_bullets_set_word (CopilBullets *self, const char *word)
{
  g_return_if_fail (COPIL_IS_BULLETS (self));
  g_free (self->word);
  self->word = g_strdup (word);
  copil_chart_changed (COPIL_CHART (self));
}
