/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain text in whatever letters. */
#include "copil-text-read.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  GError *error = NULL;
  CopilText *text = copil_text_read_plain ((const char *)data, size, &error);

  fuzz_take_text (text, error);
  return 0;
}
