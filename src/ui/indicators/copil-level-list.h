/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The levels of a scale in a list that pops up, to pick one: arrows, a letter that one begins with,
 * or its rank from 1 on, then Enter or Tab; or a click. Delete picks none, Escape leaves things as
 * they are. Whoever it is a child of presents it when it gives its children their places.
 *
 * Signals:
 *   "picked" (const char *level, int rows, int columns) "" for none; and where to go on: with Enter
 *                                                       a row down, with Tab a column right */
#define COPIL_TYPE_LEVEL_LIST (copil_level_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilLevelList, copil_level_list, COPIL, LEVEL_LIST, GtkPopover)

GtkWidget *copil_level_list_new (void);

/* Pops up with those levels, NULL-terminated, the lowest first, and the keyboard on the one that is
 * "current" (NULL for none) or else that a typed letter or digit leads to (0 for none). "name" is
 * what screen readers call the list. */
void copil_level_list_ask (CopilLevelList *self, const char *const *levels, const char *current,
                           gunichar typed, const char *name);

G_END_DECLS
