/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COPIL_GRID_MAX_ROWS 1048576
#define COPIL_GRID_MAX_COLUMNS 256
/* Bytes of text in a grid, of a .csv, and of the unpacked part of an .ods. */
#define COPIL_GRID_MAX_TEXT (256 * 1024 * 1024)
#define COPIL_GRID_MAX_UNPACKED (1024 * 1024 * 1024)

/* What a spreadsheet says of a cell. Text cells may hold anything, numbers and dates included. */
typedef enum
{
  COPIL_CELL_TEXT,
  COPIL_CELL_NUMBER,  /* "-1250.5" */
  COPIL_CELL_PERCENT, /* a ratio: "0.25" for 25 % */
  COPIL_CELL_DATE,    /* "2024-05-31" */
  COPIL_CELL_TIME,    /* "14:30" */
  COPIL_CELL_BOOLEAN  /* "1" or "0" */
} CopilCellType;

typedef struct
{
  const char *text;  /* canonical for its type; NULL for a blank cell */
  const char *shown; /* what the spreadsheet shows for it */
  CopilCellType type;
} CopilCell;

typedef struct
{
  guint number; /* as spreadsheets count: the first is 1 */
  guint n_cells;
  const CopilCell *cells;
} CopilGridRow;

/* The rows of a table that are not blank, all in memory. */
typedef struct _CopilGrid CopilGrid;

/* How the bytes of a .csv are letters. */
typedef enum
{
  COPIL_ENCODING_AUTO, /* to be found: by its byte order mark, its zeros, else UTF-8 where it is
                          valid, else Windows-1252 */
  COPIL_ENCODING_UTF8,
  COPIL_ENCODING_WINDOWS_1252,
  COPIL_ENCODING_UTF16,
  COPIL_N_ENCODINGS
} CopilEncoding;

/* How a table is to be read; what is 0 is found, and set to what was found. */
typedef struct
{
  CopilEncoding encoding;
  char separator; /* ',', ';' or '\t'; found: whichever the first row has most */
  guint sheet;    /* of an .ods: 0 for the first */
} CopilGridForm;

/* Reads a table by the ending of its name: .csv, .tsv or .txt (RFC 4180), or a sheet of an .ods.
 * "form" may be NULL. The file is not trusted. Fails with G_IO_ERROR and one sentence without the
 * path; with G_IO_ERROR_NOT_SUPPORTED for another ending. */
CopilGrid *copil_grid_read (const char *path, CopilGridForm *form, GError **error);

/* The same from bytes as of a .csv: what was pasted. */
CopilGrid *copil_grid_read_text (const char *text, gsize length, CopilGridForm *form,
                                 GError **error);

/* All sheets of an .ods, an array of CopilGrid that frees them. */
GPtrArray *copil_grid_read_book (const char *path, GError **error);

/* The name of the sheet that was read; NULL for a .csv. */
const char *copil_grid_get_name (CopilGrid *grid);

/* The number of columns of the widest row. */
guint copil_grid_get_n_columns (CopilGrid *grid);

/* "D7" for a column (from 0) and a row number. */
char *copil_grid_dup_address (guint column, guint number);

/* A grid that has been read does not change: any thread may look at it. free() gives a reference
 * back. */
CopilGrid *copil_grid_ref (CopilGrid *grid);
void copil_grid_free (CopilGrid *grid);

/* The number of rows, and one of them from 0; it lives as long as the grid. */
guint copil_grid_get_n_rows (CopilGrid *grid);
const CopilGridRow *copil_grid_get_row (CopilGrid *grid, guint i);

/* The cell of a row; a blank one beyond its end. */
const CopilCell *copil_grid_row_get (const CopilGridRow *row, guint column);

/* --- For the readers --- */

CopilGrid *copil_grid_new (void);

/* Adds a cell to the row that is being filled, at that column, which must not be below the last
 * one's. Text is copied; blank text adds nothing. Fails where the grid grows too large. */
gboolean copil_grid_add (CopilGrid *grid, guint column, CopilCellType type, const char *text,
                         const char *shown, GError **error);

/* Ends the row: it stands for "repeated" rows. */
gboolean copil_grid_end_row (CopilGrid *grid, guint64 repeated, GError **error);

/* Number of the row that is being filled. */
guint64 copil_grid_get_number (CopilGrid *grid);

void copil_grid_set_name (CopilGrid *grid, const char *name);

gboolean copil_grid_read_csv (CopilGrid *grid, const char *path, CopilGridForm *form,
                              GError **error);
gboolean copil_grid_take_text (CopilGrid *grid, const char *text, gsize length, CopilGridForm *form,
                               GError **error);

/* Reads the sheet of that number; or, where "grids" is not NULL, all of them into it. */
gboolean copil_grid_read_ods (CopilGrid *grid, const char *path, guint sheet, GPtrArray *grids,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilGrid, copil_grid_free)

G_END_DECLS
