/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The text of the convention as it stands on a day, which is chosen among those on which it changed
 * or typed; compared, if that is wanted, with the text as it was signed.
 *
 * Signals: "day-changed": copil_life_text_get_day() gives another one. */
#define COPIL_TYPE_LIFE_TEXT (copil_life_text_get_type ())
G_DECLARE_FINAL_TYPE (CopilLifeText, copil_life_text, COPIL, LIFE_TEXT, CopilPanel)

GtkWidget *copil_life_text_new (CopilSession *session);

/* ISO 8601. */
const char *copil_life_text_get_day (CopilLifeText *text);

G_END_DECLS
