/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The form of the convention itself, with the day it ends as its dates give it. */
#define COPIL_TYPE_SIGNATORIES_CONVENTION (copil_signatories_convention_get_type ())
G_DECLARE_FINAL_TYPE (CopilSignatoriesConvention, copil_signatories_convention, COPIL,
                      SIGNATORIES_CONVENTION, CopilPanel)

GtkWidget *copil_signatories_convention_new (CopilSession *session);

/* Puts the keyboard in its title. */
void copil_signatories_convention_focus (CopilSignatoriesConvention *convention);

G_END_DECLS
