/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "copil-chart.h"
#include "copil-chart-paint.h"

G_BEGIN_DECLS

/**
 * CopilScene (private to the chart room): a laid-out chart, as a list of shapes, texts and marks.
 * The charts put things on it, the renderer draws it; it holds no colour and no focus, so that one
 * scene serves both palettes.
 */

typedef enum
{
  COPIL_TEXT_TITLE,
  COPIL_TEXT_BODY,
  COPIL_TEXT_STRONG,
  COPIL_TEXT_SMALL,
  COPIL_TEXT_SMALL_STRONG,
  COPIL_N_TEXTS
} CopilTextKind;

/** CopilText: a text with its size. Equal texts are laid out once and shared. */
typedef struct
{
  PangoLayout *layout;
  char *text;
  CopilTextKind kind;
  double width;
  double height;
  double baseline;
  gboolean ellipsized;
} CopilText;

/** CopilTexts: the texts of a chart in one font, kept from one layout to the next. */
typedef struct _CopilTexts CopilTexts;

CopilTexts *copil_texts_new (const char *family, double size);
void copil_texts_free (CopilTexts *self);
/* Whether they are of that family and size. */
gboolean copil_texts_match (CopilTexts *self, const char *family, double size);

/** Forgets the texts if they have become many; no scene that uses them may be left. */
void copil_texts_trim (CopilTexts *self);

typedef enum
{
  COPIL_SHAPE_RECT,
  COPIL_SHAPE_SYMBOL,
  COPIL_SHAPE_TRIANGLE,
  COPIL_SHAPE_LINE,
  COPIL_SHAPE_DOT
} CopilShapeKind;

typedef enum
{
  COPIL_CORNERS_NONE = 0,
  COPIL_CORNERS_LEFT = 1,
  COPIL_CORNERS_RIGHT = 2,
  COPIL_CORNERS_ALL = 3
} CopilCorners;

typedef struct
{
  CopilShapeKind kind;
  CopilPaint paint;
  double x;
  double y;
  double width;
  double height;
  double radius;
  CopilCorners corners;
  int mark;
  guint first;    /* of a line: its points on the scene */
  guint n_points; /* of a line */
  double stroke;  /* of a line */
  gboolean open;  /* a dashed line, a hollow dot */
} CopilShape;

typedef struct
{
  CopilText *text;
  CopilPaint paint;
  double x;
  double y;
} CopilPlacedText;

/** What the layout is for: the given height, the height at ease, or the least height. */
typedef enum
{
  COPIL_SCENE_FIT,
  COPIL_SCENE_NATURAL,
  COPIL_SCENE_COMPACT
} CopilSceneMode;

struct _CopilScene
{
  CopilTexts *texts;
  CopilSceneMode mode;
  double width;
  double height;
  double padding;
  double em;
  gboolean show_title;
  double bottom;
  GArray *shapes;
  GArray *placed;
  GArray *marks;
  GArray *points; /* of double, in pairs */
};

CopilScene *copil_scene_new (CopilTexts *texts, CopilSceneMode mode, double width, double height,
                             double padding, gboolean show_title);
void copil_scene_free (CopilScene *self);

/** Lays @text out, or finds it: at most @max_width wide (negative: any) and @max_lines long, then
 * ellipsized. */
CopilText *copil_scene_text (CopilScene *self, CopilTextKind kind, const char *text,
                             double max_width, int max_lines);

/** The same with @strong, in bold, before @text; either may be NULL. */
CopilText *copil_scene_text_headed (CopilScene *self, CopilTextKind kind, const char *strong,
                                    const char *text, double max_width, int max_lines);

/** The width of @text on one line. */
double copil_scene_text_width (CopilScene *self, CopilTextKind kind, const char *text);

/** The height of a line, and that of a figure, of that kind. */
double copil_scene_line_height (CopilScene *self, CopilTextKind kind);
double copil_scene_digit_height (CopilScene *self, CopilTextKind kind);

/** Puts a text with its top left corner at (@x, @y). */
void copil_scene_place (CopilScene *self, CopilText *text, double x, double y, CopilPaint paint);

/** Puts a one-line text at @x with its figures centred on @cy: @align 0 starts at @x, 0.5 is
 * centred, 1 ends at it. */
void copil_scene_place_on (CopilScene *self, CopilText *text, double x, double cy, double align,
                           CopilPaint paint);

/** The same on a plate of the surface of @role, so that a hatch does not run through the figures.
 */
void copil_scene_place_on_role (CopilScene *self, CopilText *text, double x, double cy,
                                double align, CopilChartRole role);

/** A rectangle; its edges are rounded to whole units. @mark: the mark that it is part of, or -1. */
void copil_scene_rect (CopilScene *self, double x, double y, double width, double height,
                       double radius, CopilCorners corners, CopilPaint paint, int mark);

/** The symbol of @role around (@cx, @cy). */
void copil_scene_symbol (CopilScene *self, double cx, double cy, double size, CopilChartRole role,
                         int mark);

/** An upright triangle around (@cx, @cy). */
void copil_scene_triangle (CopilScene *self, double cx, double cy, double size, CopilPaint paint,
                           int mark);

/** A line through @n points, x and y in turn in @xy; dashed where @open. */
void copil_scene_line (CopilScene *self, const double *xy, guint n, double stroke, gboolean open,
                       CopilPaint paint);

/** A dot, or a ring where @open: what is not settled yet. */
void copil_scene_dot (CopilScene *self, double cx, double cy, double size, gboolean open,
                      CopilPaint paint, int mark);

/** A hairline from @y0 to @y1 at @x that leaves out the texts already placed. */
void copil_scene_vline (CopilScene *self, double x, double y0, double y1, double width,
                        CopilPaint paint);

/** Moves the shapes added since there were @from of them under all others. */
void copil_scene_sink (CopilScene *self, guint from);

/** Adds a mark and returns its index. Takes @label; @keys (array of strings) may be NULL. */
int copil_scene_mark (CopilScene *self, double x, double y, double width, double height,
                      char *label, GPtrArray *keys, guint n_items, CopilChartRole role);

/** Draws the scene on @cr. */
void copil_scene_draw (CopilScene *self, cairo_t *cr, const CopilChartStyle *style);

/** The mark at (@x, @y) or -1; the mark on that side of @index. */
int copil_scene_pick (CopilScene *self, double x, double y);
int copil_scene_move (CopilScene *self, int index, CopilChartDirection direction);

/** The Pango context that the texts were laid out in. */
PangoContext *copil_scene_get_context (CopilScene *self);

G_END_DECLS
