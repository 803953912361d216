/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-document.h"

/* What the tests of the documents share. */

/* A document as plain text: "# " before headings, "* " before items, "| " before cells. */
char *document_text (CopilDocument *document);

void document_assert_words (const char *text, const char *words, gboolean wanted, int line);

#define assert_has(text, words) document_assert_words (text, words, TRUE, __LINE__)
#define assert_has_not(text, words) document_assert_words (text, words, FALSE, __LINE__)
