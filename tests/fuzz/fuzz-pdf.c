/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A convention as .pdf. */
#include "copil-text-package.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  GError *error = NULL;
  CopilText *text = copil_text_read_pdf (bytes, &error);

  fuzz_take_text (text, error);
  return 0;
}
