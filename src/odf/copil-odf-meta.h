/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-package.h"

G_BEGIN_DECLS

/* Adds the part "meta.xml". `subject`, `author` and `date` ("YYYY-MM-DD", a time may follow) may be
 * NULL; a date that is none is left out. */
gboolean copil_odf_meta_add (CopilOdfPackage *package, const char *title, const char *subject,
                             const char *author, const char *language, const char *date,
                             GError **error);

/* Splits a BCP 47 tag into the language and country that ODF writes; "none" for no country. */
void copil_odf_split_language (const char *tag, char **language, char **country);

G_END_DECLS
