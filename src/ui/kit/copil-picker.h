/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A button that shows the records chosen, and opens a list to search and choose from: one record,
 * or several.
 *
 * Signals: "picked", when the person chose; copil_picker_get_value() has what. */
#define COPIL_TYPE_PICKER (copil_picker_get_type ())
G_DECLARE_FINAL_TYPE (CopilPicker, copil_picker, COPIL, PICKER, CopilPanel)

/* Chooses among the records of the kind ("party"); several where "several" is set. */
GtkWidget *copil_picker_new (CopilSession *session, const char *kind, gboolean several);

/* Ids in rising order with a space between, or NULL. Setting does not emit "picked". */
void copil_picker_set_value (CopilPicker *picker, const char *value);
const char *copil_picker_get_value (CopilPicker *picker);

/* Only records whose field has that value (the measures of an axis); NULL for all. */
void copil_picker_set_within (CopilPicker *picker, const char *field, gint64 id);

/* What the button reads where nothing is chosen; "None" at first. */
void copil_picker_set_placeholder (CopilPicker *picker, const char *placeholder);

G_END_DECLS
