/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-dashboard.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "copil-query.h"
#include "copil-store-charts.h"
#include "copil-value.h"

/* Drawing units: pixels of the picture, points of the page. */
#define WIDTH 960.0
#define MARGIN 30.0
#define HEADER 64.0
#define GAP 24.0
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
/* Pixels of the PNG to a drawing unit. */
#define SCALE 2.0
/* What Cairo can hold in an image, on a side. */
#define MAX_PIXELS 32767

typedef struct
{
  GPtrArray *charts; /* that have something to show; the first of all where none has */
  char *title;
  char *subtitle;
} Dashboard;

static void
dashboard_clear (Dashboard *self)
{
  g_ptr_array_unref (self->charts);
  g_free (self->title);
  g_free (self->subtitle);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dashboard, dashboard_clear)

static void
dashboard_init (Dashboard *self, CopilStore *store, CopilAudience audience, const char *today)
{
  CopilChart *charts[] = { copil_status_chart_new (store, audience, today),
                           copil_party_chart_new (store, audience, today),
                           copil_timeline_chart_new (store, audience, today) };
  g_autofree char *day = copil_date_format (today);

  self->charts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (i > 0 && copil_chart_is_empty (charts[i]))
      g_object_unref (charts[i]);
    else
      g_ptr_array_add (self->charts, charts[i]);
  self->title = copil_store_query_dup_text (
      store, "SELECT coalesce (nullif (short_title, ''), title) FROM convention ORDER BY id", NULL);
  if (!self->title)
    self->title = g_strdup (_ ("Dashboard"));
  /* Translators: a date */
  self->subtitle = g_strdup_printf (_ ("Dashboard on %s"), day);
}

/* As wide as asked, as high as it needs, but not above "most" unless that is 0. */
static double
get_height (CopilChart *chart, double width, double most)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  double natural;

  copil_chart_measure (chart, width, &style, NULL, &natural);
  natural = ceil (natural);
  return most > 0 ? MIN (natural, most) : natural;
}

static double
get_picture_height (Dashboard *self)
{
  double height = MARGIN + HEADER;

  for (guint i = 0; i < self->charts->len; i++)
    height += get_height (self->charts->pdata[i], WIDTH - 2 * MARGIN, 0) + GAP;
  return height - GAP + MARGIN;
}

static GBytes *
fail (GError **error, cairo_status_t status)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", _ ("The chart could not be drawn"),
               cairo_status_to_string (status));
  return NULL;
}

static void
draw_line (cairo_t *cr, const char *text, const char *font, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_header (Dashboard *self, cairo_t *cr, double width)
{
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.12);
  draw_line (cr, self->title, "Sans Bold 17px", MARGIN, MARGIN, width - 2 * MARGIN);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.4);
  draw_line (cr, self->subtitle, "Sans 13px", MARGIN, MARGIN + 28, width - 2 * MARGIN);
}

static void
draw_chart (CopilChart *chart, cairo_t *cr, double y, double width, double height)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;

  style.padding = 0;
  style.background = FALSE;
  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  copil_chart_draw (chart, cr, width, height, &style);
  cairo_restore (cr);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Ends the drawing; the first thing that went wrong. */
static cairo_status_t
finish (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static GBytes *
write_pdf (Dashboard *self, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, data, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const double width = PAGE_WIDTH - 2 * MARGIN, top = MARGIN + HEADER;
  cairo_status_t status;

  /* Cairo would write the time of day here. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subtitle);
  for (guint i = 0; i < self->charts->len; i++)
    {
      CopilChart *chart = self->charts->pdata[i];

      draw_header (self, cr, PAGE_WIDTH);
      draw_chart (chart, cr, top, width, get_height (chart, width, PAGE_HEIGHT - top - MARGIN));
      cairo_show_page (cr);
    }
  status = finish (cr, surface);
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&data))
                                        : fail (error, status);
}

static GBytes *
write_png (Dashboard *self, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  double height = get_picture_height (self), y = MARGIN + HEADER;
  double scale = MIN (SCALE, MAX_PIXELS / height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)floor (WIDTH * scale), (int)floor (height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status, written = CAIRO_STATUS_SUCCESS;

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_header (self, cr, WIDTH);
  for (guint i = 0; i < self->charts->len; i++)
    {
      double part = get_height (self->charts->pdata[i], WIDTH - 2 * MARGIN, 0);

      draw_chart (self->charts->pdata[i], cr, y, WIDTH - 2 * MARGIN, part);
      y += part + GAP;
    }
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    written = cairo_surface_write_to_png_stream (surface, append_cb, data);
  status = finish (cr, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = written;
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&data))
                                        : fail (error, status);
}

/* A chart's own SVG as a part of another: placed, and its names made its own. */
static gboolean
append_part (GString *svg, CopilChart *chart, guint number, double y, double width, double height,
             GError **error)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  g_autofree char *names = g_strdup_printf ("\\1c%u-\\2", number);
  g_autoptr (GRegex) ids = g_regex_new ("(\\bid=\"|#)(i[0-9]+)(?=[\")])", 0, 0, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL, *own = NULL;
  const char *start;

  style.padding = 0;
  style.background = FALSE;
  bytes = copil_chart_write_bytes (chart, COPIL_CHART_FORMAT_SVG, width, height, 1, &style, error);
  if (!bytes)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  own = g_regex_replace (ids, text, -1, 0, names, 0, error);
  start = own ? strstr (own, "<svg ") : NULL;
  if (!start)
    return FALSE;
  g_string_append_printf (svg, "<svg x=\"%d\" y=\"%d\" %s", (int)MARGIN, (int)y,
                          start + strlen ("<svg "));
  return TRUE;
}

static GBytes *
write_svg (Dashboard *self, GError **error)
{
  int height = (int)get_picture_height (self);
  double y = MARGIN + HEADER;
  g_autofree char *head = g_markup_printf_escaped (
      "<title>%s</title>\n<desc>%s</desc>\n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n"
      "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-weight=\"bold\" font-size=\"17\""
      " fill=\"#1a1a1f\">%s</text>\n<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\""
      " font-size=\"13\" fill=\"#595966\">%s</text>\n",
      self->title, self->subtitle, (int)WIDTH, height, (int)MARGIN, (int)MARGIN + 16, self->title,
      (int)MARGIN, (int)MARGIN + 41, self->subtitle);
  g_autoptr (GString) svg = g_string_new (NULL);

  g_string_printf (svg,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"
                   " xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                   " viewBox=\"0 0 %d %d\">\n%s",
                   (int)WIDTH, height, (int)WIDTH, height, head);
  for (guint i = 0; i < self->charts->len; i++)
    {
      double part = get_height (self->charts->pdata[i], WIDTH - 2 * MARGIN, 0);

      if (!append_part (svg, self->charts->pdata[i], i + 1, y, WIDTH - 2 * MARGIN, part, error))
        return NULL;
      y += part + GAP;
    }
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (g_steal_pointer (&svg));
}

GBytes *
copil_dashboard_write_bytes (CopilStore *store, CopilAudience audience, const char *today,
                             CopilChartFormat format, GError **error)
{
  g_auto (Dashboard) dashboard = { NULL };

  dashboard_init (&dashboard, store, audience, today ? today : copil_today ());
  switch (format)
    {
    case COPIL_CHART_FORMAT_PDF:
      return write_pdf (&dashboard, error);
    case COPIL_CHART_FORMAT_PNG:
      return write_png (&dashboard, error);
    case COPIL_CHART_FORMAT_SVG:
    default:
      return write_svg (&dashboard, error);
    }
}
