/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The committee: its rule, whether it is kept, in words, and the members of each signatory with
 * function, entity, alternate and term of office. */
#define COPIL_TYPE_SIGNATORIES_COMMITTEE (copil_signatories_committee_get_type ())
G_DECLARE_FINAL_TYPE (CopilSignatoriesCommittee, copil_signatories_committee, COPIL,
                      SIGNATORIES_COMMITTEE, CopilPanel)

GtkWidget *copil_signatories_committee_new (CopilSession *session);

G_END_DECLS
