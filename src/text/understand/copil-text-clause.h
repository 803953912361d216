/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a convention says of its own life: signature, duration, renewal, notice, meetings. */
#pragma once

#include <glib.h>

#include "copil-text-block.h"

G_BEGIN_DECLS

typedef struct
{
  const char *field; /* of the convention: "signed", "duration_months" … */
  char *value;       /* canonical */
  char *article;     /* the article that says so, or NULL */
  gsize start;       /* bytes of the source */
  gsize end;
  gboolean doubtful;
} CopilTextClause;

/* The clauses found; elements are CopilTextClause, at most one for each field. Free with
 * g_ptr_array_unref(). */
GPtrArray *copil_text_list_clauses (GPtrArray *blocks);

G_END_DECLS
