/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* A box to type a text in. What is typed is stored on a pause, on leaving and when the session says
 * "flush"; its owner says where the text is read and stored. */
#define COPIL_TYPE_TYPED_TEXT (copil_typed_text_get_type ())
G_DECLARE_FINAL_TYPE (CopilTypedText, copil_typed_text, COPIL, TYPED_TEXT, GtkWidget)

/* What is stored: the box's; NULL where nothing is. */
typedef char *(*CopilTypedTextRead) (gpointer owner);

/* Stores that text ("" for none); FALSE where it could not: it stays where it was typed, and is
 * tried again. */
typedef gboolean (*CopilTypedTextWrite) (gpointer owner, const char *text);

/* A box of at least that height, in pixels, that stands for nothing yet. */
GtkWidget *copil_typed_text_new (CopilSession *session, int height, CopilTypedTextRead read,
                                 CopilTypedTextWrite write, gpointer owner);

/* Stores what was typed. Say it before the owner's text becomes another one's. */
void copil_typed_text_store (CopilTypedText *self);

/* The owner's text is now another one's, or nobody's. */
void copil_typed_text_show (CopilTypedText *self, gboolean somebodys);

/* The text was changed elsewhere: shows it, unless something is being typed. */
void copil_typed_text_follow (CopilTypedText *self);

/* Stores what was typed, for the last time: the owner goes. */
void copil_typed_text_close (CopilTypedText *self);

/* The text as it is typed; the caller's. */
char *copil_typed_text_dup (CopilTypedText *self);

/* The text view, for labels, the keyboard and the selection. */
GtkTextView *copil_typed_text_get_view (CopilTypedText *self);

G_END_DECLS
