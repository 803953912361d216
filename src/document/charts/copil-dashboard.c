/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-dashboard.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "copil-figure-charts.h"
#include "copil-figure.h"
#include "copil-figures.h"
#include "copil-record.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-words.h"

/* A4, landscape, in pixels of 1/96 inch; a margin and the space between parts. */
#define PAGE_WIDTH 1122.5
#define PAGE_HEIGHT 793.7
#define MARGIN 34.0
#define GAP 16.0
#define LEAST_HEIGHT 190.0
/* It has the most lanes: a little smaller than the others, so that none is gathered with others. */
#define TIMELINE_FONT_SIZE 11.5
/* Points to a pixel. */
#define PDF_SCALE 0.75
#define PNG_SCALE 2.0
/* Between the margins of a landscape page, in millimetres. */
#define TEXT_WIDTH 253.0

typedef struct
{
  char *convention;
  char *situation; /* « Situation au 15 mars 2024 » */
  GPtrArray *figures;
  CopilChart *status;
  CopilChart *parties;
  CopilChart *timeline;
  GPtrArray *more; /* the charts of figures that have something to draw */
} Dashboard;

/* Where a chart of figures stands, from the top of the first page. */
typedef struct
{
  CopilChart *chart;
  double x;
  double y;
  double width;
  double height;
} Place;

static const double ink[] = { 0x1d / 255., 0x23 / 255., 0x2c / 255. };
static const double accent[] = { 0x1b / 255., 0x2f / 255., 0x5c / 255. };
static const double muted[] = { 0x5a / 255., 0x64 / 255., 0x75 / 255. };
static const double rule[] = { 0xb9 / 255., 0xc1 / 255., 0xce / 255. };

/* Those that sum a file up; the others are for who looks for something. */
static GPtrArray *
list_more (CopilStore *store, CopilAudience audience, const char *today)
{
  static CopilChart *(*const makers[]) (CopilStore *, const CopilChartFilter *) = {
    copil_indicators_chart_new,   copil_due_chart_new,       copil_themes_chart_new,
    copil_young_chart_new,        copil_academies_chart_new, copil_budget_years_chart_new,
    copil_budget_lines_chart_new,
  };
  const CopilChartFilter filter = { .audience = audience, .today = today };
  GPtrArray *more = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (CopilChart) chart = makers[i](store, &filter);

      if (!copil_chart_is_empty (chart))
        g_ptr_array_add (more, g_steal_pointer (&chart));
    }
  return more;
}

static void
dashboard_init (Dashboard *self, CopilStore *store, CopilAudience audience, const char *today)
{
  g_autofree char *day = NULL;

  if (!today)
    today = copil_today ();
  day = copil_date_format_long (today);
  self->convention = copil_store_dup_name (store);
  /* Translators: a date in full */
  self->situation = g_strdup_printf (_ ("Situation on %s"), day);
  self->figures = copil_key_figures (store, audience, today);
  self->status = copil_status_chart_new (store, audience, today);
  self->parties = copil_party_chart_new (store, audience, today);
  self->timeline = copil_timeline_chart_new (store, audience, today);
  self->more = list_more (store, audience, today);
}

static void
dashboard_clear (Dashboard *self)
{
  g_free (self->convention);
  g_free (self->situation);
  g_ptr_array_unref (self->figures);
  g_object_unref (self->status);
  g_object_unref (self->parties);
  g_object_unref (self->timeline);
  g_ptr_array_unref (self->more);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dashboard, dashboard_clear)

/* Draws a text from (x, y) down, at most so many lines; returns its height. */
static double
draw_text (cairo_t *cr, const char *text, const double *color, double size, gboolean strong,
           double x, double y, double width, int lines)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoRectangle extents;

  /* The same letters at every scale. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_font_description_set_family (font, "Liberation Sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, color[0], color[1], color[2]);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  return extents.height;
}

static void
draw_rule (cairo_t *cr, const double *color, double x, double y, double width, double height)
{
  cairo_set_source_rgb (cr, color[0], color[1], color[2]);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* Numbers take a narrow place, dates with what they mean a wide one. Returns the height. */
static double
draw_figures (cairo_t *cr, GPtrArray *figures, double x, double y, double width)
{
  double share = 0, tallest = 0;

  for (guint i = 0; i < figures->len; i++)
    share += i < 3 ? 1 : 2;
  for (guint i = 0; i < figures->len; i++)
    {
      CopilKeyFigure *figure = figures->pdata[i];
      double part = width * (i < 3 ? 1 : 2) / share, height;

      height = draw_text (cr, figure->value, accent, 24, TRUE, x + 12, y, part - 24, 1);
      height +=
          draw_text (cr, figure->label, muted, 12.5, FALSE, x + 12, y + height + 1, part - 24, 2);
      tallest = MAX (tallest, height);
      draw_rule (cr, rule, x, y + 2, 1.5, 54);
      x += part;
    }
  return MAX (tallest, 54);
}

static void
draw_chart (cairo_t *cr, CopilChart *chart, const CopilChartStyle *style, double x, double y,
            double width, double height)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  copil_chart_draw (chart, cr, width, height, style);
  cairo_restore (cr);
}

static CopilChartStyle
get_style (void)
{
  CopilChartStyle style = copil_figure_get_style ();

  style.show_title = TRUE;
  style.padding = 2;
  return style;
}

/* The charts of figures on the pages after the first, in two columns: each under the one before,
 * or else in the next column. Returns the number of pages, the first included. */
static guint
place_more (Dashboard *self, GArray *places)
{
  CopilChartStyle style = get_style ();
  double width = floor ((PAGE_WIDTH - 2 * MARGIN - GAP) / 2), room = PAGE_HEIGHT - 2 * MARGIN;
  double y = room + 1;
  guint column = 1, page = 0;

  for (guint i = 0; i < self->more->len; i++)
    {
      Place place = { self->more->pdata[i], 0, 0, width, 0 };

      copil_chart_measure (place.chart, width, &style, NULL, &place.height);
      /* Lower, a chart leaves its title out. */
      place.height = MIN (MAX (ceil (place.height), LEAST_HEIGHT), room);
      if (y + place.height > room)
        {
          column = !column;
          page += column == 0;
          y = 0;
        }
      place.x = MARGIN + column * (width + GAP);
      place.y = page * PAGE_HEIGHT + MARGIN + y;
      y += place.height + 1.5 * GAP;
      g_array_append_val (places, place);
    }
  return page + 1;
}

static void
draw_cb (cairo_t *cr, double width, double whole, gpointer user_data)
{
  Dashboard *self = user_data;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  double height = PAGE_HEIGHT;
  CopilChartStyle style = get_style ();
  double inner = width - 2 * MARGIN, y = MARGIN, room, left, upper, lower, natural, other;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  y += draw_text (cr, _ ("Dashboard"), muted, 13, TRUE, MARGIN, y, inner / 2, 1) + 1;
  y += draw_text (cr, self->convention ? self->convention : "", ink, 26, TRUE, MARGIN, y, inner, 1);
  y += draw_text (cr, self->situation, muted, 14, FALSE, MARGIN, y, inner, 1) + 8;
  draw_rule (cr, accent, MARGIN, y, inner, 1.5);
  y += 14;
  y += draw_figures (cr, self->figures, MARGIN, y, inner) + GAP;

  room = height - MARGIN - y - GAP;
  left = floor (inner * 0.54);
  copil_chart_measure (self->status, left, &style, NULL, &natural);
  copil_chart_measure (self->parties, inner - left - GAP, &style, NULL, &other);
  style.font_size = TIMELINE_FONT_SIZE;
  copil_chart_measure (self->timeline, inner, &style, NULL, &lower);
  style.font_size = 0;
  upper = MIN (MAX (natural, other), MAX (room - lower, room * 0.37));
  draw_chart (cr, self->status, &style, MARGIN, y, left, upper);
  draw_chart (cr, self->parties, &style, MARGIN + left + GAP, y, inner - left - GAP, upper);
  y += upper + GAP;
  style.font_size = TIMELINE_FONT_SIZE;
  draw_chart (cr, self->timeline, &style, MARGIN, y, inner, height - MARGIN - y);
  style.font_size = 0;
  place_more (self, places);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      draw_chart (cr, place->chart, &style, place->x, place->y, place->width, place->height);
    }
}

/* All charts, in the order in which they are read; borrowed. */
static GPtrArray *
list_charts (Dashboard *self)
{
  CopilChart *first[] = { self->status, self->parties, self->timeline };
  GPtrArray *charts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (charts, first[i]);
  g_ptr_array_extend (charts, self->more, NULL, NULL);
  return charts;
}

/* What the picture says, for those who do not see it. */
static char *
describe (Dashboard *self)
{
  g_autoptr (GPtrArray) charts = list_charts (self);
  g_autoptr (GString) text = g_string_new (self->situation);

  for (guint i = 0; i < self->figures->len; i++)
    {
      CopilKeyFigure *figure = self->figures->pdata[i];
      g_string_append_printf (text, "; %s: %s", figure->label, figure->value);
    }
  g_string_append (text, ".");
  for (guint i = 0; i < charts->len; i++)
    {
      g_autofree char *part = copil_chart_dup_description (charts->pdata[i]);
      g_string_append_printf (text, "\n%s", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
title_of (Dashboard *self)
{
  return self->convention ? g_strdup_printf ("%s – %s", _ ("Dashboard"), self->convention)
                          : g_strdup (_ ("Dashboard"));
}

GBytes *
copil_dashboard_render (CopilStore *store, CopilChartFormat format, CopilAudience audience,
                        const char *today, GError **error)
{
  g_auto (Dashboard) self = { 0 };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree char *title = NULL, *description = NULL;

  dashboard_init (&self, store, audience, today);
  title = title_of (&self);
  description = describe (&self);
  return copil_chart_compose_pages (draw_cb, &self, title, description, format, PAGE_WIDTH,
                                    PAGE_HEIGHT, place_more (&self, places),
                                    format == COPIL_CHART_FORMAT_PDF   ? PDF_SCALE
                                    : format == COPIL_CHART_FORMAT_PNG ? PNG_SCALE
                                                                       : 1,
                                    error);
}

gboolean
copil_dashboard_write (CopilStore *store, const char *path, CopilChartFormat format,
                       CopilAudience audience, const char *today, GError **error)
{
  g_autoptr (GBytes) bytes = copil_dashboard_render (store, format, audience, today, error);

  return bytes && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                       (gssize)g_bytes_get_size (bytes), error);
}

CopilDocument *
copil_dashboard_document_new (CopilStore *store, CopilAudience audience, const char *today,
                              GError **error)
{
  g_auto (Dashboard) self = { 0 };
  g_autoptr (CopilDocument) document = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  g_autofree char *title = NULL;
  CopilTable *table;

  if (!today)
    today = copil_today ();
  dashboard_init (&self, store, audience, today);
  title = title_of (&self);
  document = copil_document_new (title, copil_words_language ());
  copil_document_set_orientation (document, COPIL_LANDSCAPE);
  copil_publication_set_subject (COPIL_PUBLICATION (document), self.convention);
  copil_publication_set_date (COPIL_PUBLICATION (document), today);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, self.convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, _ ("Dashboard"));
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, self.situation);
  table = copil_document_add_table (
      document, copil_table_new_fiche (_ ("Key figure"), C_ ("of a figure", "Value"), 40));
  for (guint i = 0; i < self.figures->len; i++)
    {
      CopilKeyFigure *figure = self.figures->pdata[i];
      g_autofree char *label = copil_words_capital (g_strdup (figure->label));
      copil_table_add_pair (table, label, figure->value);
    }
  charts = list_charts (&self);
  for (guint i = 0; i < charts->len; i++)
    {
      CopilChart *chart = charts->pdata[i];

      if (copil_chart_is_empty (chart))
        continue;
      copil_document_add_page_break (document);
      copil_document_add_heading (document, 1, copil_chart_get_title (chart));
      if (!copil_figure_add (document, chart, TEXT_WIDTH, self.situation, error))
        return NULL;
    }
  return g_steal_pointer (&document);
}
