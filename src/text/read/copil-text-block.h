/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a convention's text joined into paragraphs, and its headings recognised. */
#pragma once

#include "copil-text.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_TEXT_PARAGRAPH,
  COPIL_TEXT_ITEM,    /* of a list */
  COPIL_TEXT_PLAIN,   /* a heading without number */
  COPIL_TEXT_LETTER,  /* "a) …" */
  COPIL_TEXT_NUMBER,  /* "1- …" */
  COPIL_TEXT_DECIMAL, /* "2.1 …", "4.1.1 …" */
  COPIL_TEXT_ARTICLE, /* "Article 2 …", "Axe 1 : …" */
  COPIL_TEXT_SECTION, /* "II. …", "Titre I …" */
  COPIL_TEXT_ANNEX    /* "Annexe n° 1", "Lexique" */
} CopilTextBlockType;

typedef struct
{
  CopilTextBlockType type;
  char *label; /* of a heading, as printed ("4.1.1", "2. 9", "1er", "II"), or NULL */
  char *text;  /* the title of a heading, which may be ""; or the text */
  gsize start; /* bytes of the source */
  gsize end;
  guint level;  /* rank that the file gives a heading, 0 for none; depth of an item */
  gboolean axe; /* an "article" that calls itself an axis */
  char word; /* first letter of what it calls itself: "axe", "chantier", "titre"; 0 for nothing */
} CopilTextBlock;

/* The blocks of the text; lines of a table of contents, page numbers and footnotes are left out.
 * Elements are CopilTextBlock; free with g_ptr_array_unref(). */
GPtrArray *copil_text_list_blocks (CopilText *text);

/* The sentences of a paragraph, in order; free with g_strfreev(). */
char **copil_text_split_sentences (const char *paragraph);

G_END_DECLS
