/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The deadlines by month, filtered by state, sort and signatory: each with how its day is found,
 * and a button that says it is done. */
#define COPIL_TYPE_DEADLINES_LIST (copil_deadlines_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilDeadlinesList, copil_deadlines_list, COPIL, DEADLINES_LIST, CopilPanel)

GtkWidget *copil_deadlines_list_new (CopilSession *session);

/* The kinds of records that deadlines come from. */
#define COPIL_DEADLINES_FOLLOW                                                                     \
  "convention clause event fulfilment party meeting engagement decision fiche step target "        \
  "observation indicator instalment budget_line measure"

G_END_DECLS
