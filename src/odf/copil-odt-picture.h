/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odt-keep.h"

G_BEGIN_DECLS

/* Returns the picture that `href` leads to inside the model, which is added to `pictures` if it was
 * not read yet; its name is NULL where it is of a kind that is not kept. NULL with an error where
 * it is missing, or holds a script or a link. */
const CopilOdtPicture *copil_odt_picture_read (CopilOdfArchive *archive, const char *href,
                                               GPtrArray *pictures, GError **error);

G_END_DECLS
