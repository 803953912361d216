/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the readers: parts of a package (.odt, .docx), read as hostile. */
#pragma once

#include <libxml/tree.h>

#include "copil-text-read.h"

G_BEGIN_DECLS

/* Parses one part of the zip file in "bytes" as XML: no entities, no network, no document type, and
 * no more than a convention can be in size, depth and ratio. NULL with the error set; NULL without
 * error where the part is not there and is not "needed". Free with xmlFreeDoc(). */
xmlDoc *copil_text_package_parse (GBytes *bytes, const char *part, gboolean needed, GError **error);

/* Whether the element is of that name, whatever its namespace. */
gboolean copil_text_is (const xmlNode *node, const char *name);

/* An attribute by its name, whatever its namespace; NULL for none. Free with xmlFree(). */
xmlChar *copil_text_attribute (xmlNode *node, const char *name);

/* The first child element of that name, or NULL. */
xmlNode *copil_text_child (xmlNode *node, const char *name);

/* A number as lists print it: "decimal" 3, "lowerLetter" c, "upperRoman" III … Free with g_free().
 */
char *copil_text_format_number (const char *format, int number);

/* Cuts what a list prints around its numbers to what a person may have meant: it is printed for
 * each item. Returns the same, which may be NULL. */
char *copil_text_clip_label (char *label);

/* The readers. The text is never NULL without the error set. */
CopilText *copil_text_read_odt (GBytes *bytes, GError **error);
CopilText *copil_text_read_docx (GBytes *bytes, GError **error);
#ifdef HAVE_POPPLER
CopilText *copil_text_read_pdf (GBytes *bytes, GError **error);
#endif

G_END_DECLS
