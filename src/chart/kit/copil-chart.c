/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart.h"
#include "copil-chart-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_FONT_SIZE 13
#define DEFAULT_PADDING 12
#define PREFERRED_WIDTH 900

typedef struct
{
  char *title;
  CopilTexts *texts;
  CopilScene *scene;
} CopilChartPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static const CopilChartStyle default_style = COPIL_CHART_STYLE_INIT;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CopilChart, copil_chart, G_TYPE_OBJECT)

static double
style_padding (const CopilChartStyle *style)
{
  return style->padding >= 0 ? style->padding : DEFAULT_PADDING;
}

static void
drop_scene (CopilChartPrivate *priv)
{
  g_clear_pointer (&priv->scene, copil_scene_free);
}

static void
ensure_texts (CopilChartPrivate *priv, const CopilChartStyle *style)
{
  const char *family = style->font_family != NULL ? style->font_family : "Sans";
  double size = style->font_size > 0 ? style->font_size : DEFAULT_FONT_SIZE;

  if (priv->texts != NULL && copil_texts_match (priv->texts, family, size))
    return;
  drop_scene (priv);
  g_clear_pointer (&priv->texts, copil_texts_free);
  priv->texts = copil_texts_new (family, size);
}

/* What a chart without data draws. */
static void
layout_empty (CopilScene *scene)
{
  CopilText *text = copil_scene_text (scene, COPIL_TEXT_BODY, C_ ("chart", "No data"),
                                      MAX (1, scene->width - 2 * scene->padding), 2);
  double height = scene->mode == COPIL_SCENE_FIT ? scene->height : 6 * scene->em;

  copil_scene_place (scene, text, round ((scene->width - text->width) / 2),
                     round ((height - text->height) / 2), COPIL_INK_MUTED);
  scene->bottom = height - scene->padding;
}

static CopilScene *
build_scene (CopilChart *self, CopilSceneMode mode, double width, double height,
             const CopilChartStyle *style)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);
  CopilScene *scene =
      copil_scene_new (priv->texts, mode, width, height, style_padding (style), style->show_title);

  if (copil_chart_is_empty (self))
    layout_empty (scene);
  else
    COPIL_CHART_GET_CLASS (self)->layout (self, scene);
  return scene;
}

static CopilScene *
ensure_scene (CopilChart *self, double width, double height, const CopilChartStyle *style)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);

  ensure_texts (priv, style);
  width = MAX (width, 1);
  height = MAX (height, 1);
  if (priv->scene != NULL && ABS (priv->scene->width - width) < 1e-9 &&
      ABS (priv->scene->height - height) < 1e-9 &&
      ABS (priv->scene->padding - style_padding (style)) < 1e-9 &&
      priv->scene->show_title == style->show_title)
    return priv->scene;
  drop_scene (priv);
  copil_texts_trim (priv->texts);
  priv->scene = build_scene (self, COPIL_SCENE_FIT, width, height, style);
  return priv->scene;
}

static void
copil_chart_finalize (GObject *object)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (COPIL_CHART (object));

  drop_scene (priv);
  copil_texts_free (priv->texts);
  g_free (priv->title);
  G_OBJECT_CLASS (copil_chart_parent_class)->finalize (object);
}

static void
copil_chart_class_init (CopilChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_chart_finalize;

  signals[CHANGED] = g_signal_new ("changed", COPIL_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
copil_chart_init (CopilChart *self)
{
}

void
copil_chart_set_title (CopilChart *self, const char *title)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);

  g_return_if_fail (COPIL_IS_CHART (self));
  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  copil_chart_changed (self);
}

const char *
copil_chart_get_title (CopilChart *self)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);

  g_return_val_if_fail (COPIL_IS_CHART (self), NULL);
  return priv->title;
}

gboolean
copil_chart_is_empty (CopilChart *self)
{
  g_return_val_if_fail (COPIL_IS_CHART (self), TRUE);
  return COPIL_CHART_GET_CLASS (self)->is_empty (self);
}

void
copil_chart_draw (CopilChart *self, cairo_t *cr, double width, double height,
                  const CopilChartStyle *style)
{
  g_return_if_fail (COPIL_IS_CHART (self) && cr != NULL);
  if (style == NULL)
    style = &default_style;
  if (width < 1 || height < 1)
    return;
  copil_scene_draw (ensure_scene (self, width, height, style), cr, style);
}

void
copil_chart_measure (CopilChart *self, double width, const CopilChartStyle *style, double *minimum,
                     double *natural)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);
  double *results[] = { natural, minimum };
  const CopilSceneMode modes[] = { COPIL_SCENE_NATURAL, COPIL_SCENE_COMPACT };

  g_return_if_fail (COPIL_IS_CHART (self));
  if (style == NULL)
    style = &default_style;
  ensure_texts (priv, style);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (results[i] != NULL)
      {
        CopilScene *scene = build_scene (self, modes[i], MAX (width, 1), 0, style);

        *results[i] = ceil (scene->bottom + scene->padding);
        copil_scene_free (scene);
      }
}

void
copil_chart_get_preferred_size (CopilChart *self, const CopilChartStyle *style, double *width,
                                double *height)
{
  if (width != NULL)
    *width = PREFERRED_WIDTH;
  if (height != NULL)
    copil_chart_measure (self, PREFERRED_WIDTH, style, NULL, height);
}

guint
copil_chart_get_n_marks (CopilChart *self, double width, double height,
                         const CopilChartStyle *style)
{
  g_return_val_if_fail (COPIL_IS_CHART (self), 0);
  return ensure_scene (self, width, height, style != NULL ? style : &default_style)->marks->len;
}

const CopilChartMark *
copil_chart_get_mark (CopilChart *self, double width, double height, const CopilChartStyle *style,
                      guint index)
{
  CopilScene *scene;

  g_return_val_if_fail (COPIL_IS_CHART (self), NULL);
  scene = ensure_scene (self, width, height, style != NULL ? style : &default_style);
  return index < scene->marks->len ? &g_array_index (scene->marks, CopilChartMark, index) : NULL;
}

int
copil_chart_pick (CopilChart *self, double width, double height, const CopilChartStyle *style,
                  double x, double y)
{
  g_return_val_if_fail (COPIL_IS_CHART (self), -1);
  return copil_scene_pick (
      ensure_scene (self, width, height, style != NULL ? style : &default_style), x, y);
}

int
copil_chart_move (CopilChart *self, double width, double height, const CopilChartStyle *style,
                  int index, CopilChartDirection direction)
{
  g_return_val_if_fail (COPIL_IS_CHART (self), -1);
  return copil_scene_move (
      ensure_scene (self, width, height, style != NULL ? style : &default_style), index, direction);
}

GArray *
copil_chart_dup_text_boxes (CopilChart *self, double width, double height,
                            const CopilChartStyle *style)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (CopilChartBox));
  CopilScene *scene;

  g_return_val_if_fail (COPIL_IS_CHART (self), boxes);
  scene = ensure_scene (self, width, height, style != NULL ? style : &default_style);
  for (guint i = 0; i < scene->placed->len; i++)
    {
      const CopilPlacedText *placed = &g_array_index (scene->placed, CopilPlacedText, i);
      CopilChartBox box = { .x = placed->x,
                            .y = placed->y,
                            .width = placed->text->width,
                            .height = placed->text->height,
                            .text = placed->text->text,
                            .ellipsized = placed->text->ellipsized };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

char *
copil_chart_dup_description (CopilChart *self)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);
  g_autofree char *figures = NULL;

  g_return_val_if_fail (COPIL_IS_CHART (self), NULL);
  figures = copil_chart_is_empty (self) ? g_strdup_printf ("%s.", C_ ("chart", "No data"))
                                        : COPIL_CHART_GET_CLASS (self)->describe (self);
  if (priv->title == NULL || *priv->title == '\0')
    return g_steal_pointer (&figures);
  /* Translators: the title of a chart, then a sentence with its figures. */
  return g_strdup_printf (C_ ("chart", "%s. %s"), priv->title, figures);
}

CopilChartData *
copil_chart_dup_data (CopilChart *self)
{
  CopilChartData *data = copil_chart_data_new ();

  g_return_val_if_fail (COPIL_IS_CHART (self), data);
  COPIL_CHART_GET_CLASS (self)->fill_data (self, data);
  return data;
}

GPtrArray *
copil_chart_dup_table (CopilChart *self)
{
  g_autoptr (CopilChartData) data = copil_chart_dup_data (self);

  return copil_chart_data_dup_texts (data);
}

void
copil_chart_changed (CopilChart *self)
{
  CopilChartPrivate *priv = copil_chart_get_instance_private (self);

  g_return_if_fail (COPIL_IS_CHART (self));
  drop_scene (priv);
  g_signal_emit (self, signals[CHANGED], 0);
}
