/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-passage.h"

G_BEGIN_DECLS

/* The heads of the list's three parts. */
typedef enum
{
  COPIL_PASSAGE_GROUP_NONE,
  COPIL_PASSAGE_GROUP_CONVENTION,
  COPIL_PASSAGE_GROUP_PARTIES,
  COPIL_PASSAGE_GROUP_ARTICLES
} CopilPassageGroup;

/* One line of the list of what a text proposes, as it is shown: never changed, but made anew. */
#define COPIL_TYPE_PASSAGE_ROW (copil_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassageRow, copil_passage_row, COPIL, PASSAGE_ROW, GObject)

/* The row of that passage of the array; "collapsed" hides what stands under it. "again" tells that
 * the text was compared with what the file held. */
CopilPassageRow *copil_passage_row_new (GPtrArray *passages, guint place, gboolean collapsed,
                                        gboolean again);

/* The head of a part; "open" tells that something in it is still to be accepted. */
CopilPassageRow *copil_passage_row_new_group (CopilPassageGroup group, gboolean open);

/* Whether both show the same, to the letter. */
gboolean copil_passage_row_equal (CopilPassageRow *row, CopilPassageRow *other);

gint64 copil_passage_row_get_id (CopilPassageRow *row); /* 0 for a head */
CopilPassageGroup copil_passage_row_get_group (CopilPassageRow *row);
CopilDraftKind copil_passage_row_get_kind (CopilPassageRow *row);
guint copil_passage_row_get_level (CopilPassageRow *row);
CopilPassageState copil_passage_row_get_state (CopilPassageRow *row);
gboolean copil_passage_row_is_doubtful (CopilPassageRow *row);
gboolean copil_passage_row_is_collapsed (CopilPassageRow *row);
gboolean copil_passage_row_has_rows_below (CopilPassageRow *row);
const char *copil_passage_row_get_text (CopilPassageRow *row);
const char *copil_passage_row_get_caption (CopilPassageRow *row);
const char *copil_passage_row_get_change (CopilPassageRow *row); /* "New", or NULL */
const char *copil_passage_row_get_name (CopilPassageRow *row);   /* for a screen reader */

/* What a proposal says in one line: "4.1.1 Accueil de collégiens", "Durée : 36 mois". */
char *copil_passage_dup_title (const CopilPassage *passage);

/* The word for its kind, translated. */
const char *copil_passage_get_kind_label (CopilDraftKind kind);

/* The short names of the signatories it names, with commas between; NULL for none. */
char *copil_passage_dup_party_names (GPtrArray *passages, const CopilPassage *passage);

G_END_DECLS
