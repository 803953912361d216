/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Work on the styles of a model, as copil_odt_keep() kept them. */

/* Gives the styles of paragraphs that are ours under another name (Word's "Heading1" or « Titre 1
 * ») our names, leaves the language and the numbers of headings to the document, and completes the
 * measures of the pages. */
void copil_odt_restyle_names (xmlDocPtr doc);

/* The colour of the headings, "#rrggbb", and the font of the text; NULL where the model has none.
 */
char *copil_odt_restyle_find_accent (xmlDocPtr doc);
char *copil_odt_restyle_find_font (xmlDocPtr doc);

/* Whether the model has a page of its own. */
gboolean copil_odt_restyle_has_page (xmlDocPtr doc);

/* Whether a page has something in its "style:header" or "style:footer", or in those of the first
 * page and of left pages. */
gboolean copil_odt_restyle_has_part (xmlDocPtr doc, const char *part);

/* The room for text in hundredths of a millimetre; FALSE where there is none to speak of, or no
 * page. */
gboolean copil_odt_restyle_get_room (xmlDocPtr doc, gboolean landscape, guint *width,
                                     guint *height);

/* Returns the styles.xml of a document: the model's styles, filled with those of `plain`. */
GBytes *copil_odt_restyle (xmlDocPtr doc, GBytes *plain, gboolean landscape, GError **error);

G_END_DECLS
