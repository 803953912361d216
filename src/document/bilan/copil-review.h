/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-completeness.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The account that the committee gives: of a year, of the year to come, or of the whole life of the
 * convention. All of it is assembled from the records; the secretary adds texts by section (kind
 * "review_text"), which stay from one export to the next. */
typedef enum
{
  COPIL_REVIEW_ANNUAL, /* bilan annuel */
  COPIL_REVIEW_PLAN,   /* plan de partenariat */
  COPIL_REVIEW_FINAL,  /* final evaluation; its year is 0 */
  COPIL_N_REVIEWS
} CopilReviewType;

/* As stored: "review", "plan", "final"; and the label in the user's language. */
const char *copil_review_get_name (CopilReviewType type);
const char *copil_review_get_label (CopilReviewType type);

/* The year that is accounted for where none is asked for: the last one that is over, or the current
 * one from October on; the plan is that of the year after; of a convention that is over (the
 * store's, NULL for any), its last year at most. 0 for the final evaluation. */
int copil_review_get_year (CopilReviewType type, CopilStore *store);

/* CopilReviewSection: one section as it will be printed. */
typedef struct
{
  char *section; /* "introduction", "axis", "figures", "actions", "fiches", "decisions", "budget",
                    "priorities", "conclusion" */
  gint64 axis;   /* of the section "axis"; 0 else */
  char *title;
  char *summary; /* what is assembled, in one sentence; NULL where nothing is */
  char *text;    /* the secretary's; NULL for none */
  gint64 text_id;
} CopilReviewSection;

/* The sections in their order; an array that frees them. */
GPtrArray *copil_review_list_sections (CopilStore *store, CopilReviewType type, int year,
                                       CopilAudience audience);

/* What the file lacks by the day of the account, by axis, as copil_completeness_read() gives it;
 * and whether a gap of one of them is said in that section. */
GPtrArray *copil_review_read_gaps (CopilStore *store, CopilReviewType type, int year,
                                   CopilAudience audience);
gboolean copil_review_shows_gap (const char *section, gint64 axis,
                                 const CopilCompleteness *completeness, const CopilGap *gap);

/* The text of a section; NULL for none. "id" (may be NULL) is set to its record, 0 for none. */
char *copil_review_dup_text (CopilStore *store, CopilReviewType type, int year, const char *section,
                             gint64 axis, gint64 *id);

/* Sets it; NULL takes it away. One transaction, with a name. */
gboolean copil_review_set_text (CopilStore *store, CopilReviewType type, int year,
                                const char *section, gint64 axis, const char *text, GError **error);

/* The whole account as a text, with its table of contents. Year 0: copil_review_get_year(). */
CopilDocument *copil_review_document_new (CopilStore *store, CopilReviewType type, int year,
                                          CopilAudience audience, GError **error);

/* Its tables as a spreadsheet that calculates: engagements by axis, indicators, actions, budget. */
CopilBook *copil_review_book_new (CopilStore *store, CopilReviewType type, int year,
                                  CopilAudience audience, GError **error);

G_END_DECLS
