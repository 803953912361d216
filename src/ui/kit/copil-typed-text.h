/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A box to type a text in. What is typed is stored on a pause, on leaving and when the session says
 * "flush"; what cannot be stored is kept by the session, and shown again with its place. */
#define COPIL_TYPE_TYPED_TEXT (copil_typed_text_get_type ())
G_DECLARE_FINAL_TYPE (CopilTypedText, copil_typed_text, COPIL, TYPED_TEXT, CopilPanel)

/* What is stored: the box's; NULL where nothing is. */
typedef char *(*CopilTypedTextRead) (gpointer owner);

/* A box of at least that height, in pixels, that stands for nothing yet; "write" is that of
 * copil_unstored_store(). */
GtkWidget *copil_typed_text_new (CopilSession *session, int height, CopilTypedTextRead read,
                                 CopilUnstoredWrite write, gpointer owner);

/* Grows with the text up to that height, in pixels. */
void copil_typed_text_grow (CopilTypedText *self, int height);

/* Stores what was typed; FALSE where it could not be: it stays where it was typed. */
gboolean copil_typed_text_store (CopilTypedText *self) G_GNUC_WARN_UNUSED_RESULT;

/* Stores what was typed in the place until now; the box is then that of another one, or of nobody
 * where kind is NULL. */
void copil_typed_text_show (CopilTypedText *self, const char *kind, gint64 id, const char *field);

/* The text was changed elsewhere: shows it, unless something is being typed. */
void copil_typed_text_follow (CopilTypedText *self);

/* Stores what was typed, for the last time: the owner goes. */
void copil_typed_text_close (CopilTypedText *self);

/* The text as it is typed; the caller's. */
char *copil_typed_text_dup (CopilTypedText *self);

/* The text view, for labels, the keyboard and the selection. */
GtkTextView *copil_typed_text_get_view (CopilTypedText *self);

G_END_DECLS
