/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* CopilPicture: a picture as PNG, as SVG, or as SVG with a PNG for readers that draw no SVG; or a
 * photo, as JPEG. */
#define COPIL_TYPE_PICTURE (copil_picture_get_type ())
G_DECLARE_FINAL_TYPE (CopilPicture, copil_picture, COPIL, PICTURE, GObject)

/* Takes a reference on `svg` and `png` (one of them may be NULL). `width` and `height` are in
 * millimetres. `title` names the picture, `description` says what it shows to who cannot see it;
 * neither may be empty. `caption` is printed under it; NULL for none. */
CopilPicture *copil_picture_new (GBytes *svg, GBytes *png, double width, double height,
                                 const char *title, const char *description, const char *caption);

/* A photo. Takes a reference on `jpeg`; the rest as above. */
CopilPicture *copil_picture_new_photo (GBytes *jpeg, double width, double height, const char *title,
                                       const char *description, const char *caption);

GBytes *copil_picture_get_svg (CopilPicture *picture);
GBytes *copil_picture_get_png (CopilPicture *picture);
GBytes *copil_picture_get_jpeg (CopilPicture *picture);
double copil_picture_get_width (CopilPicture *picture);
double copil_picture_get_height (CopilPicture *picture);
const char *copil_picture_get_title (CopilPicture *picture);
const char *copil_picture_get_description (CopilPicture *picture);
const char *copil_picture_get_caption (CopilPicture *picture);

G_END_DECLS
