/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as .csv, or pasted: its letters and its separator found, or told by the first byte. */
#include "fuzz-table.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char separators[] = { 0, ',', ';', '\t' };
  CopilGridForm found = { 0 }, told = { 0 };
  GError *error = NULL;
  CopilGrid *grid;

  if (!size)
    return 0;
  grid = copil_grid_read_text ((const char *)data + 1, size - 1, &found, &error);
  fuzz_take_grid (grid, error);
  told.encoding = (CopilEncoding)(data[0] % COPIL_N_ENCODINGS);
  told.separator = separators[data[0] / COPIL_N_ENCODINGS % G_N_ELEMENTS (separators)];
  error = NULL;
  grid = copil_grid_read_text ((const char *)data + 1, size - 1, &told, &error);
  fuzz_take_grid (grid, error);
  return 0;
}
