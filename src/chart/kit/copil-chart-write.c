/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What Cairo can hold in an image, on a side. */
#define MAX_PIXELS 32767

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo numbers the parts of an SVG through the life of the process: number them anew, from their
 * first appearance. */
static gboolean
renumber_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *seen = data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *name = g_match_info_fetch (match, 2);
  gpointer number = g_hash_table_lookup (seen, name);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (seen) + 1);
      g_hash_table_insert (seen, g_strdup (name), number);
    }
  g_string_append_printf (result, "%si%u", before, GPOINTER_TO_UINT (number));
  return FALSE;
}

static GBytes *
finish_svg (GByteArray *data, const char *title, const char *description, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) ids =
      g_regex_new ("(\\bid=\"|#)([A-Za-z]+[0-9]+(?:-[0-9]+)*)(?=[\")])", 0, 0, error);
  g_autofree char *svg = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GString) text = NULL;
  const char *tag, *end;

  if (ids == NULL)
    return NULL;
  svg = g_regex_replace_eval (ids, (const char *)data->data, (gssize)data->len, 0, 0, renumber_cb,
                              seen, error);
  if (svg == NULL)
    return NULL;

  head = title != NULL
             ? g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", title, description)
             : g_markup_printf_escaped ("\n<desc>%s</desc>", description);
  tag = strstr (svg, "<svg ");
  end = tag != NULL ? strchr (tag, '>') : NULL;
  if (end == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The chart could not be drawn"));
      return NULL;
    }
  text = g_string_new_len (svg, end + 1 - svg);
  g_string_insert (text, tag + 4 - svg, " role=\"img\"");
  g_string_append (text, head);
  g_string_append (text, end + 1);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static cairo_surface_t *
new_surface (CopilChartFormat format, double width, double height, const char *title,
             GByteArray *data)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case COPIL_CHART_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, data, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case COPIL_CHART_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_cb, data, width, height);
      /* Cairo would write the time of day here. */
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                      "2000-01-01T00:00:00Z");
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      return surface;
    case COPIL_CHART_FORMAT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (width),
                                         (int)ceil (height));
    }
}

typedef struct
{
  CopilChart *chart;
  const CopilChartStyle *style;
} OneChart;

static void
draw_one_cb (cairo_t *cr, double width, double height, gpointer user_data)
{
  OneChart *one = user_data;

  copil_chart_draw (one->chart, cr, width, height, one->style);
}

GBytes *
copil_chart_compose_bytes (CopilChartDraw draw, gpointer user_data, const char *title,
                           const char *description, CopilChartFormat format, double width,
                           double height, double scale, GError **error)
{
  return copil_chart_compose_pages (draw, user_data, title, description, format, width, height, 1,
                                    scale, error);
}

GBytes *
copil_chart_compose_pages (CopilChartDraw draw, gpointer user_data, const char *title,
                           const char *description, CopilChartFormat format, double width,
                           double height, guint n_pages, double scale, GError **error)
{
  double whole = height * n_pages, page = format == COPIL_CHART_FORMAT_PDF ? height : whole;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (draw != NULL && description != NULL && n_pages > 0, NULL);
  if (!(width >= 1 && height >= 1 && scale > 0) || width * scale > MAX_PIXELS ||
      page * scale > MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A chart cannot be %g by %g at scale %g"), width, page, scale);
      return NULL;
    }
  surface = new_surface (format, width * scale, page * scale, title, data);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  for (double top = 0; top < whole - page / 2; top += page)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, -top);
      cairo_rectangle (cr, 0, top, width, page);
      cairo_clip (cr);
      draw (cr, width, whole, user_data);
      cairo_restore (cr);
      if (page < whole)
        cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == COPIL_CHART_FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, data);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s",
                   _ ("The chart could not be drawn"), cairo_status_to_string (status));
      return NULL;
    }
  if (format == COPIL_CHART_FORMAT_SVG)
    return finish_svg (data, title, description, error);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

GBytes *
copil_chart_write_bytes (CopilChart *self, CopilChartFormat format, double width, double height,
                         double scale, const CopilChartStyle *style, GError **error)
{
  OneChart one = { self, style };
  g_autofree char *description = NULL;

  g_return_val_if_fail (COPIL_IS_CHART (self), NULL);
  description = copil_chart_dup_description (self);
  return copil_chart_compose_bytes (draw_one_cb, &one, copil_chart_get_title (self), description,
                                    format, width, height, scale, error);
}

gboolean
copil_chart_write (CopilChart *self, GOutputStream *stream, CopilChartFormat format, double width,
                   double height, double scale, const CopilChartStyle *style,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (COPIL_IS_CHART (self) && G_IS_OUTPUT_STREAM (stream), FALSE);
  bytes = copil_chart_write_bytes (self, format, width, height, scale, style, error);
  if (bytes == NULL)
    return FALSE;
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}
