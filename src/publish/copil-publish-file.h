/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* Makes a file of what the store holds, at a path whose folder is there. */
typedef gboolean (*CopilPublishFunc) (CopilStore *store, const char *path, gpointer data,
                                      GError **error);

/* The one way by which what the store holds becomes a file of a person's: func makes it beside the
 * path, and it takes its place only where func went well and all that the store read was read. So
 * there is the whole document, or what was there before and one sentence. A link is followed, an
 * existing file keeps its mode, and what is no ordinary file is refused. */
gboolean copil_publish_file (CopilStore *store, const char *path, CopilPublishFunc func,
                             gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
