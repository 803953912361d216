/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Photos that people join: PNG, JPEG and GIF. Whatever the file says of itself, only these are
 * read, and none of more than a hundred million points. Any thread. */

/* Whether a document of that media type is such a picture. */
gboolean copil_photo_is_picture (const char *mime);

/* The picture as it is to be seen (a camera held upright is turned), at most so many points wide
 * and high. Fails with GDK_PIXBUF_ERROR where it is none. */
GdkPixbuf *copil_photo_load (GBytes *data, int most, GError **error);

/* The picture for a document: a JPEG of at most 1600 points, without what the camera noted (place,
 * time, owner). Sets its size in points. */
GBytes *copil_photo_make_jpeg (GBytes *data, int *width, int *height, GError **error);

G_END_DECLS
