/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-grid.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _CopilGrid
{
  GStringChunk *texts;
  GArray *rows;    /* CopilGridRow */
  GArray *filling; /* CopilCell */
  guint64 number;
  gsize size;
};

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The table is too large."));
  return FALSE;
}

static void
clear_row (gpointer row)
{
  g_free (((CopilGridRow *)row)->cells);
}

CopilGrid *
copil_grid_new (void)
{
  CopilGrid *grid = g_new0 (CopilGrid, 1);

  grid->texts = g_string_chunk_new (65536);
  grid->rows = g_array_new (FALSE, FALSE, sizeof (CopilGridRow));
  g_array_set_clear_func (grid->rows, clear_row);
  grid->filling = g_array_new (FALSE, TRUE, sizeof (CopilCell));
  grid->number = 1;
  return grid;
}

void
copil_grid_free (CopilGrid *grid)
{
  g_array_unref (grid->rows);
  g_array_unref (grid->filling);
  g_string_chunk_free (grid->texts);
  g_free (grid);
}

/* Each text is kept once while it is not long: the same words come again and again. */
static const char *
keep (CopilGrid *grid, const char *text)
{
  gsize length = strlen (text);

  grid->size += length + 1;
  return length < 64 ? g_string_chunk_insert_const (grid->texts, text)
                     : g_string_chunk_insert (grid->texts, text);
}

gboolean
copil_grid_add (CopilGrid *grid, guint column, CopilCellType type, const char *text,
                const char *shown, GError **error)
{
  CopilCell *cell;

  if (!text || !text[strspn (text, " \t\r\n")])
    return TRUE;
  if (column >= COPIL_GRID_MAX_COLUMNS)
    return too_large (error);
  g_array_set_size (grid->filling, MAX (grid->filling->len, column + 1));
  cell = &g_array_index (grid->filling, CopilCell, column);
  cell->type = type;
  cell->text = keep (grid, text);
  cell->shown = !shown || g_str_equal (shown, text) ? cell->text : keep (grid, shown);
  return grid->size <= COPIL_GRID_MAX_TEXT ? TRUE : too_large (error);
}

gboolean
copil_grid_end_row (CopilGrid *grid, guint64 repeated, GError **error)
{
  guint n = grid->filling->len;

  if (repeated > COPIL_GRID_MAX_ROWS || grid->number + repeated > COPIL_GRID_MAX_ROWS + 1)
    {
      /* A sheet ends with blank rows up to its last possible one. */
      if (n == 0)
        {
          grid->number = COPIL_GRID_MAX_ROWS + 1;
          return TRUE;
        }
      return too_large (error);
    }
  for (guint64 i = 0; n > 0 && i < repeated; i++)
    {
      CopilGridRow row = { (guint)(grid->number + i), n,
                           g_memdup2 (grid->filling->data, n * sizeof (CopilCell)) };

      g_array_append_val (grid->rows, row);
      grid->size += n * sizeof (CopilCell);
      if (grid->size > COPIL_GRID_MAX_UNPACKED)
        return too_large (error);
    }
  grid->number += repeated;
  g_array_set_size (grid->filling, 0);
  return TRUE;
}

guint64
copil_grid_get_number (CopilGrid *grid)
{
  return grid->number;
}

guint
copil_grid_get_n_rows (CopilGrid *grid)
{
  return grid->rows->len;
}

const CopilGridRow *
copil_grid_get_row (CopilGrid *grid, guint i)
{
  g_return_val_if_fail (i < grid->rows->len, NULL);
  return &g_array_index (grid->rows, CopilGridRow, i);
}

const CopilCell *
copil_grid_row_get (const CopilGridRow *row, guint column)
{
  static const CopilCell blank = { NULL, NULL, COPIL_CELL_TEXT };
  return column < row->n_cells ? &row->cells[column] : &blank;
}

/* A table is an ordinary file: a pipe would hang us, a device never end. */
static gboolean
check_file (const char *path, GError **error)
{
  struct stat about;

  if (stat (path, &about) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                           errno == ENOENT ? _ ("There is no such file.") : g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           S_ISDIR (about.st_mode) ? _ ("This is a folder, not a table.")
                                                   : _ ("This is not an ordinary file."));
      return FALSE;
    }
  if (about.st_size > COPIL_GRID_MAX_TEXT)
    return too_large (error);
  return TRUE;
}

CopilGrid *
copil_grid_read (const char *path, GError **error)
{
  g_autoptr (CopilGrid) grid = copil_grid_new ();
  const char *dot = strrchr (path, '.');
  gboolean csv = dot && g_ascii_strcasecmp (dot, ".csv") == 0;
  gboolean ods = dot && g_ascii_strcasecmp (dot, ".ods") == 0;

  if (!csv && !ods)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A table is a .csv or an .ods file."));
      return NULL;
    }
  if (!check_file (path, error) ||
      !(csv ? copil_grid_read_csv (grid, path, error) : copil_grid_read_ods (grid, path, error)))
    return NULL;
  return g_steal_pointer (&grid);
}
