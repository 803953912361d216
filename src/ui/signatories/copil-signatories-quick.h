/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A line in which persons are typed one after the other, "Mme Jeanne Martin, rectrice": each Enter
 * adds one, with civility, name and function. What is left in it is added on "flush". */
#define COPIL_TYPE_SIGNATORIES_QUICK (copil_signatories_quick_get_type ())
G_DECLARE_FINAL_TYPE (CopilSignatoriesQuick, copil_signatories_quick, COPIL, SIGNATORIES_QUICK,
                      CopilPanel)

/* "choose": with a button to choose the signatory. */
GtkWidget *copil_signatories_quick_new (CopilSession *session, gboolean choose);

/* The signatory of the persons that are added; 0 for none. What was typed for another is added
 * first. */
void copil_signatories_quick_set_party (CopilSignatoriesQuick *quick, gint64 party);

/* Takes "Mme Jeanne Martin, rectrice" apart; civility and function may come out NULL. */
void copil_signatories_quick_parse (const char *typed, char **civility, char **name,
                                    char **function);

G_END_DECLS
