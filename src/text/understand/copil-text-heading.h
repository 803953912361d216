/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a line is a heading, by its words, its number or its letters. */
#pragma once

#include "copil-text-block.h"

G_BEGIN_DECLS

/* A block at the place of a line; takes "label" and "text". Free with copil_text_block_free(). */
CopilTextBlock *copil_text_block_new (CopilTextBlockType type, char *label, char *text,
                                      const CopilTextLine *line);

void copil_text_block_free (gpointer block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilTextBlock, copil_text_block_free)

/* The heading that a line is, or NULL. */
CopilTextBlock *copil_text_recognise (const CopilTextLine *line);

/* Whether a text begins with a small letter. */
gboolean copil_text_begins_small (const char *text);

/* Whether its sentence has come to an end, whatever closes behind it. */
gboolean copil_text_is_ended (const char *text);

G_END_DECLS
