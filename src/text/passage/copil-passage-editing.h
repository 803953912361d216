/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One correction of proposals under way: they are changed in memory and in the file at once; levels
 * and states are written at its end. */
#pragma once

#include "copil-passage-edit.h"

G_BEGIN_DECLS

typedef struct
{
  CopilStore *store;
  gint64 source;
  GPtrArray *proposals;
  GHashTable *before; /* how each was stored, by id */
  GError **error;     /* never NULL */
} CopilEditing;

/* What is corrected: FALSE with the error of the editing set where it cannot be. */
typedef gboolean (*CopilEditingFunc) (CopilEditing *editing, gpointer data);

/* One correction whole or not at all, in a transaction of that name: loads the proposals, corrects
 * them, settles, checks and writes them. */
gboolean copil_editing_do (CopilStore *store, gint64 source, const char *name,
                           CopilEditingFunc func, gpointer data, GError **error);

/* The place of that id, which has to be there. */
gboolean copil_editing_require (CopilEditing *editing, gint64 id, guint *place);

/* The proposal at that place, NULL for none; the place of that id, G_MAXUINT for none. */
CopilPassage *copil_editing_get (CopilEditing *editing, guint place);
guint copil_editing_find (CopilEditing *editing, gint64 id);

/* Sets the error; always FALSE. */
gboolean copil_editing_refuse (CopilEditing *editing, CopilPassageError code, const char *sentence);

/* Refuses what is a record already, and what the text does not speak of any more. */
gboolean copil_editing_check_open (CopilEditing *editing, const CopilPassage *proposal);

/* Writes a field in the file, and that it changes that of a record; the caller sets it in memory.
 */
gboolean copil_editing_set (CopilEditing *editing, CopilPassage *proposal, const char *field,
                            const char *value);

/* Moves n of them before the place "to" (both places as they are now). */
gboolean copil_editing_move (CopilEditing *editing, guint from, guint n, guint to);

/* Puts a new one at that place, which takes it over, or takes one away. */
gboolean copil_editing_insert (CopilEditing *editing, CopilPassage *proposal, guint place);
gboolean copil_editing_remove (CopilEditing *editing, guint place);

/* Takes the targets of the indicator there away; the first gives its quantity and its date. */
gboolean copil_editing_fold_targets (CopilEditing *editing, guint place);

/* A heading has a number of its own: that at its beginning, not that of the article around. */
gboolean copil_editing_settle_label (CopilEditing *editing, CopilPassage *proposal);

G_END_DECLS
