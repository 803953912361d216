/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-package.h"
#include "copil-odt-template.h"

G_BEGIN_DECLS

/* What the writer asks of a model. Lengths are hundredths of a millimetre. */

/* The room for text on its pages; FALSE where it has no page of its own. */
gboolean copil_odt_template_get_room (CopilOdtTemplate *model, gboolean landscape, guint *width,
                                      guint *height);

/* The colour of its headings, "#rrggbb"; NULL where ours may stay. */
const char *copil_odt_template_get_accent (CopilOdtTemplate *model);

/* Adds styles.xml and the pictures that it shows: the model's, filled with what it lacks from
 * `plain`, our own styles.xml. */
gboolean copil_odt_template_add_parts (CopilOdtTemplate *model, CopilOdfPackage *package,
                                       GBytes *plain, gboolean landscape, GError **error);

G_END_DECLS
