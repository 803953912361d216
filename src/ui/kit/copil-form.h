/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The form of one record, made from the description of its kind: a control for each field that a
 * section of it shows. What is typed is stored on a pause, on leaving the field and when the
 * session says "flush"; what cannot be read stays where it was typed, with a sentence under it. It
 * follows the store. */
#define COPIL_TYPE_FORM (copil_form_get_type ())
G_DECLARE_FINAL_TYPE (CopilForm, copil_form, COPIL, FORM, CopilPanel)

/* A form for records of the kind: that section of its description, NULL for the whole form
 * (copil_kind_dup_section). */
GtkWidget *copil_form_new (CopilSession *session, const char *kind, const char *section);

/* Shows that record; 0 for none, when the form is insensitive and empty. What was being typed is
 * stored first. */
void copil_form_set_id (CopilForm *form, gint64 id);
gint64 copil_form_get_id (CopilForm *form);
/* Whether it is the form of that record. */
gboolean copil_form_shows (CopilForm *form, const char *kind, gint64 id);

/* Puts the keyboard in that field (NULL: the first) and selects what it holds, so that typing
 * replaces it. */
void copil_form_focus (CopilForm *form, const char *field);

G_END_DECLS
