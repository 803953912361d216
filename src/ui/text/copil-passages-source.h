/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "copil-passage.h"

G_BEGIN_DECLS

/* The text of a convention, to read, with the passages marked that something is proposed of: what
 * is certain, what is doubtful and what is in the file look different.
 *
 * Signals:
 *   "pointed" (gint64 id)  a person put the cursor into that passage
 *   "marked"               she selected a part of the text, or nothing any more */
#define COPIL_TYPE_PASSAGES_SOURCE (copil_passages_source_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassagesSource, copil_passages_source, COPIL, PASSAGES_SOURCE, GtkWidget)

GtkWidget *copil_passages_source_new (void);

/* The whole text, in UTF-8. */
void copil_passages_source_set_text (CopilPassagesSource *source, const char *text);

/* Marks the passages (a reference is kept). */
void copil_passages_source_set_passages (CopilPassagesSource *source, GPtrArray *passages);

/* Shows the place of that passage, and puts the cursor there. */
void copil_passages_source_show (CopilPassagesSource *source, gint64 id);

/* What is selected, in bytes of the text. FALSE where nothing is. */
gboolean copil_passages_source_get_marked (CopilPassagesSource *source, gsize *start, gsize *end);

/* Puts the keyboard in the text. */
void copil_passages_source_focus (CopilPassagesSource *source);

G_END_DECLS
