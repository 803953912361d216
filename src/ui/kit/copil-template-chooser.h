/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The document model of the convention: which one it is, what is used of it, and the commands to
 * choose one, to take it away, and to write a sample to make one from. A file that cannot be a
 * model is refused with the reason, and changes nothing. */
#define COPIL_TYPE_TEMPLATE_CHOOSER (copil_template_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CopilTemplateChooser, copil_template_chooser, COPIL, TEMPLATE_CHOOSER,
                      CopilPanel)

GtkWidget *copil_template_chooser_new (CopilSession *session);

G_END_DECLS
