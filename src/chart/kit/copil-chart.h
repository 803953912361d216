/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "copil-chart-data.h"
#include "copil-chart-style.h"

G_BEGIN_DECLS

/**
 * CopilChart: some series of figures that can be drawn at any size on a cairo_t. Abstract: see
 * CopilStatusBars, CopilMatrix and CopilTimeline. A chart reads no clock, no file and no setting;
 * the same data and style give the same drawing. Sizes and positions are in drawing units: pixels
 * on screen at scale 1.
 *
 * A chart keeps its last layout, so that drawing, picking and listing the marks at one size lays
 * out once. It must be used by one thread at a time.
 *
 * Signals: "changed", when data was added or altered and the chart wants to be drawn again.
 */
#define COPIL_TYPE_CHART (copil_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (CopilChart, copil_chart, COPIL, CHART, GObject)

typedef struct _CopilScene CopilScene;

/**
 * CopilChartClass: what a chart fills in.
 * @is_empty: whether there is nothing to draw
 * @layout: puts shapes, texts and marks on the scene (copil-chart-scene.h); never called when empty
 * @describe: one or two sentences with the figures
 * @fill_data: adds its columns and its rows to the data
 */
struct _CopilChartClass
{
  GObjectClass parent_class;

  gboolean (*is_empty) (CopilChart *self);
  void (*layout) (CopilChart *self, CopilScene *scene);
  char *(*describe) (CopilChart *self);
  void (*fill_data) (CopilChart *self, CopilChartData *data);
};

/**
 * CopilChartMark: something drawn that stands for one or several items, answers the pointer and
 * takes the focus.
 * @x, @y, @width, @height: where it is
 * @label: a sentence for the tooltip and the screen reader
 * @keys: the caller's keys of the items it stands for, NULL-terminated (items without a key are not
 * in it)
 * @n_items: how many items it stands for; more than 1 where dense items were drawn as one
 * @role: what it says
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *label;
  char **keys;
  guint n_items;
  CopilChartRole role;
} CopilChartMark;

typedef enum
{
  COPIL_CHART_LEFT,
  COPIL_CHART_RIGHT,
  COPIL_CHART_UP,
  COPIL_CHART_DOWN
} CopilChartDirection;

typedef enum
{
  COPIL_CHART_FORMAT_SVG,
  COPIL_CHART_FORMAT_PDF,
  COPIL_CHART_FORMAT_PNG
} CopilChartFormat;

/** CopilChartBox: where a text was put; for tests and for hosts that write over a chart. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  const char *text;
  gboolean ellipsized;
} CopilChartBox;

/**
 * The title: what the chart is about, in a few words ("Engagements by axis"). It heads the drawing
 * where the style shows it, and the description always. NULL for none.
 */
void copil_chart_set_title (CopilChart *self, const char *title);
const char *copil_chart_get_title (CopilChart *self);

/** Whether there is nothing to draw; such a chart draws a short sentence that says so. */
gboolean copil_chart_is_empty (CopilChart *self);

/** Draws the chart in the rectangle (0, 0, @width, @height) of @cr. @style may be NULL. */
void copil_chart_draw (CopilChart *self, cairo_t *cr, double width, double height,
                       const CopilChartStyle *style);

/**
 * The height at which everything is drawn at ease in @width (@natural), and the one under which
 * rows start to be gathered in one (@minimum). A chart draws in any height all the same. Both may
 * be NULL.
 */
void copil_chart_measure (CopilChart *self, double width, const CopilChartStyle *style,
                          double *minimum, double *natural);

/** A good size on a page or a card: 900 units wide, and the natural height for that. */
void copil_chart_get_preferred_size (CopilChart *self, const CopilChartStyle *style, double *width,
                                     double *height);

/** How many marks are drawn at that size. */
guint copil_chart_get_n_marks (CopilChart *self, double width, double height,
                               const CopilChartStyle *style);

/**
 * The mark at @index, in reading order (row by row, left to right), or NULL beyond the last. Owned
 * by the chart; valid until the chart changes or is laid out at another size.
 */
const CopilChartMark *copil_chart_get_mark (CopilChart *self, double width, double height,
                                            const CopilChartStyle *style, guint index);

/** The index of the mark at (@x, @y), with a little tolerance, or -1. */
int copil_chart_pick (CopilChart *self, double width, double height, const CopilChartStyle *style,
                      double x, double y);

/**
 * The mark that an arrow key leads to from @index; @index itself where there is none on that side.
 * From -1, the first mark; -1 where there are no marks.
 */
int copil_chart_move (CopilChart *self, double width, double height, const CopilChartStyle *style,
                      int index, CopilChartDirection direction);

/** Where each text is drawn: an array of CopilChartBox, to be freed with g_array_unref(). */
GArray *copil_chart_dup_text_boxes (CopilChart *self, double width, double height,
                                    const CopilChartStyle *style);

/** The chart in one or two sentences, with its figures, for those who do not see it. */
char *copil_chart_dup_description (CopilChart *self);

/** The chart's data. */
CopilChartData *copil_chart_dup_data (CopilChart *self);

/** The same as it is read: an array of char **, the titles first, each row of the same length. */
GPtrArray *copil_chart_dup_table (CopilChart *self);

/**
 * Writes the chart, @width by @height units drawn @scale times as large, on @stream: PNG pixels,
 * SVG pixels, PDF points. The same data give the same bytes. The SVG and the PDF carry the title,
 * the SVG the description too. Fails with the errors of @stream, and with
 * G_IO_ERROR_INVALID_ARGUMENT for a size that cannot be drawn.
 */
gboolean copil_chart_write (CopilChart *self, GOutputStream *stream, CopilChartFormat format,
                            double width, double height, double scale, const CopilChartStyle *style,
                            GCancellable *cancellable, GError **error);

/** The same as copil_chart_write(), in memory. */
GBytes *copil_chart_write_bytes (CopilChart *self, CopilChartFormat format, double width,
                                 double height, double scale, const CopilChartStyle *style,
                                 GError **error);

/** Draws the rectangle (0, 0, @width, @height) of @cr. */
typedef void (*CopilChartDraw) (cairo_t *cr, double width, double height, gpointer user_data);

/**
 * A picture of several charts in one, or of charts with something around them: what @draw draws, in
 * a format, with the rules of copil_chart_write(). @title may be NULL.
 */
GBytes *copil_chart_compose_bytes (CopilChartDraw draw, gpointer user_data, const char *title,
                                   const char *description, CopilChartFormat format, double width,
                                   double height, double scale, GError **error);

/**
 * The same for several pages of that size: @draw draws them under each other in one rectangle,
 * @n_pages times as high. A PDF has as many pages, the other formats one high picture.
 */
GBytes *copil_chart_compose_pages (CopilChartDraw draw, gpointer user_data, const char *title,
                                   const char *description, CopilChartFormat format, double width,
                                   double height, guint n_pages, double scale, GError **error);

/** For derived charts: forgets the layout and emits "changed". */
void copil_chart_changed (CopilChart *self);

G_END_DECLS
