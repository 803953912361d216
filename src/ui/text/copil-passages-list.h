/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "copil-passage-row.h"

G_BEGIN_DECLS

/* Which of them show. */
typedef enum
{
  COPIL_PASSAGES_ALL,
  COPIL_PASSAGES_OPEN,     /* neither accepted nor set aside */
  COPIL_PASSAGES_DOUBTFUL, /* of those, what is to be checked */
  COPIL_PASSAGES_CHANGES   /* what a new text changes */
} CopilPassagesFilter;

/* What a text proposes, as an outline to select in, to fold and to drag. Left and right fold and
 * unfold.
 *
 * Signals:
 *   "selected"                                   other rows are selected
 *   "activated"                                  Enter, or a double click, on what is selected
 *   "accepted" (gint64 id, guint group)          the button of a row; id 0 for the head of a part
 *   "dropped" (gint64 id, int where, gint64 on)  one was dropped before, after or into another */
#define COPIL_TYPE_PASSAGES_LIST (copil_passages_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassagesList, copil_passages_list, COPIL, PASSAGES_LIST, GtkWidget)

GtkWidget *copil_passages_list_new (void);

/* Shows these (a reference is kept); what is selected and folded stays so. "again" tells that the
 * text was compared with what the file held. */
void copil_passages_list_set (CopilPassagesList *list, GPtrArray *passages, gboolean again);

void copil_passages_list_set_filter (CopilPassagesList *list, CopilPassagesFilter filter);

/* The ids that are selected, in the order of the text; the members of a part whose head is. */
GArray *copil_passages_list_get_selected (CopilPassagesList *list);

/* The first one that is selected, 0 for none. */
gint64 copil_passages_list_get_current (CopilPassagesList *list);

/* Selects that one alone, unfolds what it stands under, and shows it. */
void copil_passages_list_select (CopilPassagesList *list, gint64 id);

/* Selects the next doubtful one after what is selected (or before it, for -1). FALSE where none is
 * left. */
gboolean copil_passages_list_step_doubtful (CopilPassagesList *list, int direction);

/* The members of a part. */
GArray *copil_passages_list_get_group (CopilPassagesList *list, CopilPassageGroup group);

/* Puts the keyboard in the row that is selected. */
void copil_passages_list_focus (CopilPassagesList *list);

/* The widget of the rows, for shortcuts. */
GtkWidget *copil_passages_list_get_view (CopilPassagesList *list);

G_END_DECLS
