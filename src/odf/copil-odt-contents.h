/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-document.h"
#include "copil-odf-xml.h"

G_BEGIN_DECLS

/* The table of contents of a text document, and the marks in the headings that it leads to. */
typedef struct
{
  guint levels;  /* the lowest level that is listed; 0 where the document has no contents */
  guint n_marks; /* headings marked by now */
  guint n_tables;
} CopilOdtContents;

/* How far the entries of a level (1 to 4) are indented, in hundredths of a millimetre; the named
 * styles say the same. */
#define COPIL_ODT_CONTENTS_INDENT(level) (600 * ((level)-1))

/* Looks which headings the document's contents list. */
void copil_odt_contents_init (CopilOdtContents *contents, CopilDocument *document);

/* Inside a heading that is open, before its text: the mark that the contents lead to, where they
 * list it. */
void copil_odt_contents_mark (CopilOdtContents *contents, CopilXml *xml, guint level);

/* Writes the contents of that block: an index that the reader may bring up to date, its entries
 * filled in. The pages are references to the marks, which a reader that lays out pages resolves. */
void copil_odt_contents_write (CopilOdtContents *contents, CopilXml *xml, CopilDocument *document,
                               const CopilBlock *block, gboolean french);

G_END_DECLS
