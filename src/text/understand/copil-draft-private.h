/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-draft.h"
#include "copil-text-engage.h"

G_BEGIN_DECLS

struct _CopilDraft
{
  char *title;
  GPtrArray *nodes;
  CopilTextParties *parties;
};

/* What one axis, or one measure, says: reads its blocks from "from" up to "to" into the node. */
void copil_draft_read_axis (CopilDraft *draft, CopilDraftNode *axis, GPtrArray *blocks, guint from,
                            guint to);

/* Quantity, unit and date of an engagement's sentence; a target with a date gives an indicator. */
void copil_draft_read_figures (CopilDraft *draft, CopilDraftNode *parent,
                               CopilDraftNode *engagement, const char *sentence, gsize start,
                               gsize end);

G_END_DECLS
