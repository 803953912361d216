/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-draft.h"
#include "copil-text.h"

G_BEGIN_DECLS

/* A convention's text that was read, and what it is proposed to become. */
typedef struct
{
  CopilText *text;
  CopilDraft *draft;
  char *name;      /* of the file it comes from, NULL of what was pasted */
  GError *refusal; /* why it cannot be read; then nothing else is there */
} CopilTakenText;

void copil_taken_text_free (CopilTakenText *taken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilTakenText, copil_taken_text_free)

/* What a file is called that is made of it, without an ending: the convention's title, cut short
 * where it is long, else the name of the text. */
char *copil_taken_text_dup_name (const CopilTakenText *taken);

/* The convention's title: as the text has it, else the name of the text, else "otherwise". */
char *copil_taken_text_dup_title (const CopilTakenText *taken, const char *otherwise);

/* Called once with what was read, which it takes; with NULL where the person stopped it or the
 * window is gone. */
typedef void (*CopilTextTaken) (GtkWindow *over, CopilTakenText *taken, gpointer data);

/* Reads a text and understands it in a thread of its own. Where that lasts, a dialog over the
 * window says so and can stop it, and so does the cancellable. */
void copil_text_taker_read (GtkWindow *over, GFile *file, GCancellable *cancellable,
                            CopilTextTaken done, gpointer data);

/* The same with what was pasted. */
void copil_text_taker_read_pasted (GtkWindow *over, const char *pasted, GCancellable *cancellable,
                                   CopilTextTaken done, gpointer data);

/* Whether a file with that name is a text to take over, by its ending. */
gboolean copil_text_taker_knows (const char *name);

/* Has a dialog that chooses files show such texts first. */
void copil_text_taker_add_filters (GtkFileChooser *chooser);

G_END_DECLS
