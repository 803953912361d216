/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* Private to the minutes: each adds a part with its heading, or nothing where there is nothing to
 * say. */

/* Who was there: the counts in words, and a table by signatory. */
void copil_minutes_add_attendance (CopilDocument *document, CopilStore *store, gint64 meeting);

/* The agenda, as a numbered list. */
void copil_minutes_add_agenda (CopilDocument *document, CopilStore *store, gint64 meeting,
                               CopilAudience audience);

/* What was said, by agenda item, each decision set apart where it was taken; FALSE where nothing
 * was said yet. */
gboolean copil_minutes_add_proceedings (CopilDocument *document, CopilStore *store,
                                        CopilRecord *meeting, CopilAudience audience);

/* All decisions in one table (relevé de décisions), the actions after them; FALSE for none. */
gboolean copil_minutes_add_decisions (CopilDocument *document, CopilStore *store, gint64 meeting,
                                      CopilAudience audience, const char *heading);

/* Whether each signatory has validated the minutes, and when; nothing for a draft. */
void copil_minutes_add_validations (CopilDocument *document, CopilStore *store,
                                    CopilRecord *meeting);

G_END_DECLS
