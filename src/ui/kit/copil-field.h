/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The control of one field of one record, with its label above and, where what was typed cannot be
 * read, a sentence below. Stores on a pause, on leaving and when the session says "flush"; what
 * cannot be stored is kept by the session, and shown again with its record. */
#define COPIL_TYPE_FIELD_CONTROL (copil_field_control_get_type ())
G_DECLARE_FINAL_TYPE (CopilFieldControl, copil_field_control, COPIL, FIELD_CONTROL, CopilPanel)

GtkWidget *copil_field_control_new (CopilSession *session, const CopilKind *kind,
                                    const CopilField *field);

/* The field it was made for. */
const CopilField *copil_field_control_get_field (CopilFieldControl *control);

/* Shows this value of that record; what is being typed in it is kept where the record is the same.
 */
void copil_field_control_set (CopilFieldControl *control, gint64 id, const char *value);

/* Has values stored in another way than by copil_store_edit(), which is what happens without it. */
void copil_field_control_set_store (CopilFieldControl *control, CopilUnstoredWrite storing);

/* Puts the keyboard in it, all its text selected. */
void copil_field_control_focus (CopilFieldControl *control);

G_END_DECLS
