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
  gatomicrefcount references;
  char *name;
  GStringChunk *texts;
  GArray *rows;     /* CopilGridRow */
  GPtrArray *cells; /* the cells of each row; repeated rows share them */
  GArray *filling;  /* CopilCell */
  guint64 number;
  gsize size;
};

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The table is too large."));
  return FALSE;
}

CopilGrid *
copil_grid_new (void)
{
  CopilGrid *grid = g_new0 (CopilGrid, 1);

  g_atomic_ref_count_init (&grid->references);
  grid->texts = g_string_chunk_new (65536);
  grid->rows = g_array_new (FALSE, FALSE, sizeof (CopilGridRow));
  grid->cells = g_ptr_array_new_with_free_func (g_free);
  grid->filling = g_array_new (FALSE, TRUE, sizeof (CopilCell));
  grid->number = 1;
  return grid;
}

CopilGrid *
copil_grid_ref (CopilGrid *grid)
{
  g_atomic_ref_count_inc (&grid->references);
  return grid;
}

void
copil_grid_free (CopilGrid *grid)
{
  if (!g_atomic_ref_count_dec (&grid->references))
    return;
  g_free (grid->name);
  g_array_unref (grid->rows);
  g_ptr_array_unref (grid->cells);
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
  if (n > 0)
    {
      CopilCell *cells = g_memdup2 (grid->filling->data, n * sizeof (CopilCell));

      g_ptr_array_add (grid->cells, cells);
      grid->size += n * sizeof (CopilCell);
      if (grid->size > COPIL_GRID_MAX_UNPACKED)
        return too_large (error);
      for (guint64 i = 0; i < repeated; i++)
        {
          CopilGridRow row = { (guint)(grid->number + i), n, cells };

          g_array_append_val (grid->rows, row);
        }
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

void
copil_grid_set_name (CopilGrid *grid, const char *name)
{
  g_free (grid->name);
  grid->name = g_strdup (name);
}

const char *
copil_grid_get_name (CopilGrid *grid)
{
  return grid->name;
}

guint
copil_grid_get_n_columns (CopilGrid *grid)
{
  guint widest = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    widest = MAX (widest, g_array_index (grid->rows, CopilGridRow, i).n_cells);
  return widest;
}

char *
copil_grid_dup_address (guint column, guint number)
{
  GString *address = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (address, (char)('A' + (n - 1) % 26));
  g_string_append_printf (address, "%u", number);
  return g_string_free (address, FALSE);
}

static gboolean
has_ending (const char *path, const char *const *endings)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot && endings[i]; i++)
    if (g_ascii_strcasecmp (dot, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

CopilGrid *
copil_grid_read (const char *path, CopilGridForm *form, GError **error)
{
  static const char *const texts[] = { ".csv", ".tsv", ".txt", NULL };
  static const char *const books[] = { ".ods", NULL };
  g_autoptr (CopilGrid) grid = copil_grid_new ();
  gboolean csv = has_ending (path, texts);
  CopilGridForm any = { 0 };

  if (!csv && !has_ending (path, books))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A table is a .csv or an .ods file."));
      return NULL;
    }
  if (!form)
    form = &any;
  if (!check_file (path, error) ||
      !(csv ? copil_grid_read_csv (grid, path, form, error)
            : copil_grid_read_ods (grid, path, form->sheet, NULL, error)))
    return NULL;
  return g_steal_pointer (&grid);
}

CopilGrid *
copil_grid_read_text (const char *text, gsize length, CopilGridForm *form, GError **error)
{
  g_autoptr (CopilGrid) grid = copil_grid_new ();
  CopilGridForm any = { 0 };

  if (length > COPIL_GRID_MAX_TEXT)
    {
      too_large (error);
      return NULL;
    }
  return copil_grid_take_text (grid, text, length, form ? form : &any, error)
             ? g_steal_pointer (&grid)
             : NULL;
}

GPtrArray *
copil_grid_read_book (const char *path, GError **error)
{
  static const char *const books[] = { ".ods", NULL };
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_grid_free);

  if (!has_ending (path, books))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A collection sheet is an .ods file."));
      return NULL;
    }
  if (!check_file (path, error) || !copil_grid_read_ods (NULL, path, 0, grids, error))
    return NULL;
  return g_steal_pointer (&grids);
}
