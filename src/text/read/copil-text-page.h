/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text without what its pages add: numbers, headers, footers, footnotes. */
#pragma once

#include "copil-text.h"

G_BEGIN_DECLS

typedef struct
{
  const CopilTextLine *line; /* owned by the text */
  gboolean gap;              /* a paragraph's end stands before it, and not only a page's */
} CopilTextRow;

/* Elements are CopilTextRow; free with g_ptr_array_unref() before the text. */
GPtrArray *copil_text_list_rows (CopilText *text);

G_END_DECLS
