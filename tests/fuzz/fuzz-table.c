/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-table.h"

#include <glib/gstdio.h>

#include "copil-import.h"
#include "../support/scratch.h"

/* A convention with two parties, an axis and a measure; made once, and only ever previewed into. */
static CopilStore *
get_store (void)
{
  static CopilStore *store;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL;

  if (store)
    return store;
  folder = scratch_folder_new ();
  path = g_build_filename (folder, "fuzz.copil", NULL);
  store = copil_store_create_from_script (
      path,
      "INSERT INTO convention (id, title) VALUES (1, 'Convention');"
      "INSERT INTO party (id, name, short_name, side) VALUES (1, 'Ville de Brume', 'Brume', 1);"
      "INSERT INTO party (id, name, short_name, side) VALUES (2, 'Le Lycée', 'Lycée', 2);"
      "INSERT INTO axis (id, label, title) VALUES (1, '1', 'Stages');"
      "INSERT INTO measure (id, axis, label, title) VALUES (1, 1, '1.1', 'Accueil');",
      &error);
  g_assert_no_error (error);
  /* It stays open; its names need not stay. */
  scratch_folder_remove (folder);
  return store;
}

static void
preview (CopilGrid *grid)
{
  CopilStore *store = get_store ();
  const CopilKind *kind = copil_kind_get ("engagement");
  g_autoptr (CopilImportMapping) mapping =
      copil_import_mapping_guess (store, kind, grid, copil_import_has_header (store, kind, grid));
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;

  lines = copil_import_preview (store, kind, grid, mapping, &counts, &error);
  g_assert_true (!lines == !!error);
  for (guint i = 0; lines && i < lines->len; i++)
    {
      const CopilImportLine *line = lines->pdata[i];

      g_assert_true (!line->title || g_utf8_validate (line->title, -1, NULL));
      g_assert_true (!line->detail || g_utf8_validate (line->detail, -1, NULL));
    }
}

void
fuzz_take_grid (CopilGrid *grid, GError *error)
{
  const CopilCell *seen = NULL;
  guint last = 0;

  g_assert_true (!grid == !!error);
  if (error)
    {
      g_assert_true (*error->message && g_utf8_validate (error->message, -1, NULL));
      g_error_free (error);
      return;
    }
  g_assert_cmpuint (copil_grid_get_n_columns (grid), <=, COPIL_GRID_MAX_COLUMNS);
  for (guint i = 0; i < copil_grid_get_n_rows (grid); i++)
    {
      const CopilGridRow *row = copil_grid_get_row (grid, i);

      g_assert_cmpuint (row->number, >, last);
      g_assert_cmpuint (row->number, <=, COPIL_GRID_MAX_ROWS);
      last = row->number;
      /* Repeated rows share their cells. */
      for (guint column = 0; row->cells != seen && column < row->n_cells; column++)
        {
          const CopilCell *cell = copil_grid_row_get (row, column);

          g_assert_true (!cell->text == !cell->shown);
          g_assert_true (!cell->text || (*cell->text && g_utf8_validate (cell->text, -1, NULL)));
          g_assert_true (!cell->shown || g_utf8_validate (cell->shown, -1, NULL));
        }
      seen = row->cells;
    }
  if (copil_grid_get_n_rows (grid) > 0 && copil_grid_get_n_rows (grid) < 20)
    preview (grid);
  copil_grid_free (grid);
}
