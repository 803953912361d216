/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-photo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_POINTS 100e6
/* Of a picture in a document: 16 cm at 250 points an inch. */
#define DOCUMENT_SIZE 1600
#define QUALITY "85"

static const char *const types[] = { "image/png", "image/jpeg", "image/gif" };

typedef struct
{
  int most;
  gboolean refused;
} Limit;

/* By the first bytes; NULL for anything else. */
static const char *
find_type (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > 8 && !memcmp (data, "\x89PNG\r\n\x1a\n", 8))
    return types[0];
  if (size > 3 && !memcmp (data, "\xff\xd8\xff", 3))
    return types[1];
  if (size > 6 && (!memcmp (data, "GIF87a", 6) || !memcmp (data, "GIF89a", 6)))
    return types[2];
  return NULL;
}

/* Before anything is decoded: at that size, which a JPEG is then read at. */
static void
prepared_cb (GdkPixbufLoader *loader, int width, int height, Limit *limit)
{
  double scale = (double)limit->most / MAX (width, height);

  if ((double)width * height > MOST_POINTS)
    {
      limit->refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale + 0.5)),
                                MAX (1, (int)(height * scale + 0.5)));
}

gboolean
copil_photo_is_picture (const char *mime)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (mime, types[i]) == 0)
      return TRUE;
  return FALSE;
}

GdkPixbuf *
copil_photo_load (GBytes *data, int most, GError **error)
{
  const char *type = find_type (data);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  Limit limit = { most, FALSE };
  GdkPixbuf *pixbuf;
  gboolean read;

  if (!type)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE,
                           _ ("This is not a picture in PNG, JPEG or GIF."));
      return NULL;
    }
  loader = gdk_pixbuf_loader_new_with_mime_type (type, error);
  if (!loader)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), &limit);
  read = gdk_pixbuf_loader_write_bytes (loader, data, error);
  /* A loader is always closed. */
  read = gdk_pixbuf_loader_close (loader, read ? error : NULL) && read;
  pixbuf = read && !limit.refused ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (read)
    g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY,
                         _ ("This picture is too large."));
  return NULL;
}

/* On white where it can be seen through. */
static GdkPixbuf *
make_opaque (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  return gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_NEAREST, 255, 16,
                                            0xffffffff, 0xffffffff);
}

GBytes *
copil_photo_make_jpeg (GBytes *data, int *width, int *height, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = copil_photo_load (data, DOCUMENT_SIZE, error);
  g_autoptr (GdkPixbuf) opaque = pixbuf ? make_opaque (pixbuf) : NULL;
  char *bytes = NULL;
  gsize size;

  if (!opaque ||
      !gdk_pixbuf_save_to_buffer (opaque, &bytes, &size, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;
  *width = gdk_pixbuf_get_width (opaque);
  *height = gdk_pixbuf_get_height (opaque);
  return g_bytes_new_take (bytes, size);
}
