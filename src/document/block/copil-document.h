/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-list.h"
#include "copil-picture.h"
#include "copil-runs.h"
#include "copil-table.h"
#include "copil-publication.h"

G_BEGIN_DECLS

/* What a paragraph is for; the writer gives each role a named style. */
typedef enum
{
  COPIL_ROLE_BODY,
  COPIL_ROLE_TITLE,     /* the document's title, on its first page */
  COPIL_ROLE_SUBTITLE,  /* under it: date and place, years … */
  COPIL_ROLE_EYEBROW,   /* above it: which body, which convention */
  COPIL_ROLE_LEAD,      /* what matters, said first */
  COPIL_ROLE_NOTE,      /* small: a source, a reservation */
  COPIL_ROLE_LABEL,     /* a short label above what it names */
  COPIL_ROLE_DECISION,  /* a decision, set apart by a rule in the margin */
  COPIL_ROLE_ADDRESS,   /* the addressee of a letter, at the right */
  COPIL_ROLE_SIGNATURE, /* the place and name of who signs, at the right */
  COPIL_N_ROLES,
} CopilRole;

typedef enum
{
  COPIL_BLOCK_HEADING,
  COPIL_BLOCK_PARAGRAPH,
  COPIL_BLOCK_LIST,
  COPIL_BLOCK_TABLE,
  COPIL_BLOCK_PICTURE,
  COPIL_BLOCK_PAGE_BREAK,
  COPIL_BLOCK_CONTENTS,
} CopilBlockKind;

/* One block; which fields count depends on its kind. */
typedef struct
{
  CopilBlockKind kind;
  guint level;     /* heading: 1 to 4; contents: the lowest level that it lists */
  CopilRole role;  /* paragraph */
  CopilRuns *runs; /* heading, paragraph; contents: its title */
  GObject *object; /* a CopilList, CopilTable or CopilPicture */
} CopilBlock;

typedef enum
{
  COPIL_PORTRAIT,
  COPIL_LANDSCAPE,
} CopilOrientation;

/* CopilDocument: a text document as a sequence of blocks, knowing neither what it speaks of nor how
 * it is written to a file. */
#define COPIL_TYPE_DOCUMENT (copil_document_get_type ())
G_DECLARE_FINAL_TYPE (CopilDocument, copil_document, COPIL, DOCUMENT, CopilPublication)

#define COPIL_HEADING_LEVELS 4

/* `title` must not be empty; `language` is a BCP 47 tag such as "fr-FR". */
CopilDocument *copil_document_new (const char *title, const char *language);

/* How the pages lie; upright at first. */
void copil_document_set_orientation (CopilDocument *document, CopilOrientation orientation);
CopilOrientation copil_document_get_orientation (CopilDocument *document);

/* The page header from the second page on; NULL for none. */
void copil_document_set_header (CopilDocument *document, const char *header);
const char *copil_document_get_header (CopilDocument *document);

/* The left of the page footer, whose right is "Page X / Y"; the title if never set, NULL for
 * nothing. */
void copil_document_set_footer (CopilDocument *document, const char *footer);
const char *copil_document_get_footer (CopilDocument *document);

/* The headings that are added from now on go `shift` levels lower (never below 4): for a document
 * that is a part of another. */
void copil_document_set_heading_shift (CopilDocument *document, guint shift);

/* Adds a heading of `level` 1 to 4. Where it would skip a level after the heading before, it is
 * raised to the next one. An empty text adds nothing. */
void copil_document_add_heading (CopilDocument *document, guint level, const char *text);

/* Adds a paragraph. Takes `runs`. */
void copil_document_add_paragraph (CopilDocument *document, CopilRole role, CopilRuns *runs);

/* Adds a plain paragraph; NULL or "" adds nothing. */
void copil_document_add_text (CopilDocument *document, CopilRole role, const char *text);

/* Adds `text` as body paragraphs, one for each group of lines between empty lines; lines that start
 * with "- " or "• " become a bullet list, a level lower where two spaces stand before; a line that
 * starts with "* " is a paragraph that stands out. For what people typed in a notes field. */
void copil_document_add_notes (CopilDocument *document, const char *text);

/* Add a list, a table (with columns), or a picture. The document takes it; what is returned is
 * borrowed and may still be filled. */
CopilList *copil_document_add_list (CopilDocument *document, CopilList *list);
CopilTable *copil_document_add_table (CopilDocument *document, CopilTable *table);
CopilPicture *copil_document_add_picture (CopilDocument *document, CopilPicture *picture);

/* Adds a table of contents under that title: the headings of levels 1 to `levels`, wherever they
 * stand in the document, each with its page. */
void copil_document_add_contents (CopilDocument *document, const char *title, guint levels);

/* What follows starts on a new page. */
void copil_document_add_page_break (CopilDocument *document);

/* The number of blocks, and one of them from 0; it lives as long as the document. */
guint copil_document_get_n_blocks (CopilDocument *document);
const CopilBlock *copil_document_get_block (CopilDocument *document, guint i);

G_END_DECLS
