/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as .ods: its first sheet, then all of them. */
#include "fuzz-table.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *path = fuzz_path (data, size);
  g_autoptr (CopilGrid) grid = copil_grid_new ();
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_grid_free);
  GError *error = NULL;

  if (copil_grid_read_ods (grid, path, 0, NULL, &error))
    fuzz_take_grid (g_steal_pointer (&grid), NULL);
  else
    fuzz_take_grid (NULL, error);
  error = NULL;
  if (copil_grid_read_ods (NULL, path, 0, grids, &error))
    for (guint i = 0; i < grids->len; i++)
      fuzz_take_grid (copil_grid_ref (grids->pdata[i]), NULL);
  else
    fuzz_take_grid (NULL, error);
  return 0;
}
