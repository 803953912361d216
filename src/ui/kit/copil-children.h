/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The records that belong to one (the agenda items of a meeting, the steps of a fiche), in their
 * order, each with its form in place; with the keyboard and by dragging they are put in another
 * order; a button under them adds one. */
#define COPIL_TYPE_CHILDREN (copil_children_get_type ())
G_DECLARE_FINAL_TYPE (CopilChildren, copil_children, COPIL, CHILDREN, GtkWidget)

/* Children of that kind, with that section of its form each (copil_form_new), and what the button
 * to add one says; NULL where the page has one of its own. */
GtkWidget *copil_children_new (CopilSession *session, const char *kind, const char *section,
                               const char *add_label);

/* Shows the children of that record; 0 for none. */
void copil_children_set_parent (CopilChildren *children, gint64 parent);

/* Values that a new child gets besides: a field and its canonical text, NULL to take it away. */
void copil_children_set_initial (CopilChildren *children, const char *field, const char *value);

/* Shows only the children whose field, a reference, leads to that record, and gives it to new ones;
 * 0 shows none. Once set, the field stays the same. */
void copil_children_set_only (CopilChildren *children, const char *field, gint64 id);

/* A line of words above each child's form, from the store: what is known of it besides its fields.
 * NULL or "" for none; free with g_free(). */
typedef char *(*CopilChildrenCaption) (CopilStore *store, gint64 id);
void copil_children_set_caption (CopilChildren *children, CopilChildrenCaption caption);

/* Adds a child and puts the keyboard in its first field. Returns its id. */
gint64 copil_children_add (CopilChildren *children);

/* The child whose form has the keyboard, or 0. */
gint64 copil_children_get_current (CopilChildren *children);

/* Puts the keyboard in that child's form; 0: in the first, or on the button to add one. */
void copil_children_focus (CopilChildren *children, gint64 id);

G_END_DECLS
