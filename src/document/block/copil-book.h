/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-sheet.h"
#include "copil-publication.h"

G_BEGIN_DECLS

/* CopilBook: a spreadsheet: its properties and its sheets. */
#define COPIL_TYPE_BOOK (copil_book_get_type ())
G_DECLARE_FINAL_TYPE (CopilBook, copil_book, COPIL, BOOK, CopilPublication)

/* `title` must not be empty; `language` is a BCP 47 tag such as "fr-FR". */
CopilBook *copil_book_new (const char *title, const char *language);

/* Adds a sheet, which the book takes; what is returned is borrowed and may still be filled. It
 * needs one column or more by the time it is written. */
CopilSheet *copil_book_add_sheet (CopilBook *book, CopilSheet *sheet);
guint copil_book_get_n_sheets (CopilBook *book);
CopilSheet *copil_book_get_sheet (CopilBook *book, guint i);

/* What a cell may hold: a rule that any cell of any sheet of the book can take, see
 * copil_sheet_set_validation(). Each returns its number, from 1 on; what was asked for already has
 * its number. An empty cell always may stay so. `message` says what is expected, in one sentence:
 * it is shown beside the cell and when something else is typed. */

/* One of `values`, NULL-terminated, offered as a list. */
guint copil_book_add_list (CopilBook *book, const char *const *values, const char *message);

/* A number between `least` and `most`, whole where `whole` is set. */
guint copil_book_add_number (CopilBook *book, gboolean whole, double least, double most,
                             const char *message);

/* A date between `first` and `last` ("2024-05-31"). */
guint copil_book_add_date (CopilBook *book, const char *first, const char *last,
                           const char *message);

guint copil_book_get_n_validations (CopilBook *book);

/* The OpenFormula condition of validation `number` (from 1), and its message. */
const char *copil_book_get_validation (CopilBook *book, guint number, const char **message);

G_END_DECLS
