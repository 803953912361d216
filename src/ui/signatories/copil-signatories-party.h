/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* One signatory: its form, and its persons with who sits on the committee. */
#define COPIL_TYPE_SIGNATORIES_PARTY (copil_signatories_party_get_type ())
G_DECLARE_FINAL_TYPE (CopilSignatoriesParty, copil_signatories_party, COPIL, SIGNATORIES_PARTY,
                      CopilPanel)

GtkWidget *copil_signatories_party_new (CopilSession *session);

/* Shows that signatory; 0 for none. */
void copil_signatories_party_set_id (CopilSignatoriesParty *party, gint64 id);

/* Puts the keyboard in its name. */
void copil_signatories_party_focus (CopilSignatoriesParty *party);

G_END_DECLS
