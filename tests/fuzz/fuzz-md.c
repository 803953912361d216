/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, as it is pasted: always UTF-8. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *pasted = g_utf8_make_valid ((const char *)data, (gssize)size);

  fuzz_take_text (copil_text_new_from_plain (pasted), NULL);
  return 0;
}
