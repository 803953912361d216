/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzing harnesses share. Each harness is one file that defines the entry below: clang's
 * libFuzzer calls it with bytes of its own, and corpus.c with the files that are kept. */
#pragma once

#include <gio/gio.h>

#include "copil-text.h"

G_BEGIN_DECLS

/* One input. Returns 0; what is wrong with the reader ends the process. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Called once before the inputs: a warning of GLib's ends the process like any other fault. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/* Takes what a reader gave: either a text or an error with a sentence. Looks whether the text holds
 * together, reads a draft from it and looks at that. Frees both; "error" may be NULL. */
void fuzz_take_text (CopilText *text, GError *error);

/* A path at which the bytes can be read until the next call. Owned by this function. */
const char *fuzz_path (const guint8 *data, gsize size);

G_END_DECLS
