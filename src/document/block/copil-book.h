/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-sheet.h"

G_BEGIN_DECLS

/* CopilBook: a spreadsheet: its properties and its sheets. */
#define COPIL_TYPE_BOOK (copil_book_get_type ())
G_DECLARE_FINAL_TYPE (CopilBook, copil_book, COPIL, BOOK, GObject)

/* `title` must not be empty; `language` is a BCP 47 tag such as "fr-FR". */
CopilBook *copil_book_new (const char *title, const char *language);
const char *copil_book_get_title (CopilBook *book);
const char *copil_book_get_language (CopilBook *book);

/* Subject, author and date ("YYYY-MM-DD") for the file's properties; NULL for none. */
void copil_book_set_subject (CopilBook *book, const char *subject);
const char *copil_book_get_subject (CopilBook *book);
void copil_book_set_author (CopilBook *book, const char *author);
const char *copil_book_get_author (CopilBook *book);
void copil_book_set_date (CopilBook *book, const char *date);
const char *copil_book_get_date (CopilBook *book);

/* Adds a sheet, which the book takes; what is returned is borrowed and may still be filled. It
 * needs one column or more by the time it is written. */
CopilSheet *copil_book_add_sheet (CopilBook *book, CopilSheet *sheet);
guint copil_book_get_n_sheets (CopilBook *book);
CopilSheet *copil_book_get_sheet (CopilBook *book, guint i);

G_END_DECLS
