/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of an OpenDocument spreadsheet, read as a stream from a file that is not trusted:
 * no document type, hence no entities; what is repeated and what is unpacked is bounded. */
#include "copil-grid.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
/* A part above this size that was packed this tightly was made to fill the memory. */
#define SUSPECT_SIZE (64 * 1024 * 1024)
#define SUSPECT_RATIO 400
#define MAX_SPACES 1000
#define MAX_SHEETS 64

typedef struct
{
  CopilGrid *grid;
  xmlTextReaderPtr reader;
  zip_file_t *part;
  guint64 unpacked;
  guint64 column;
  GError **error;
} Ods;

static gboolean
fail (GError **error, const char *message)
{
  if (error && !*error)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, _ ("The table is damaged, or it is not an OpenDocument spreadsheet."));
}

static int
read_cb (void *data, char *buffer, int length)
{
  Ods *ods = data;
  zip_int64_t got = zip_fread (ods->part, buffer, (zip_uint64_t)length);

  if (got < 0)
    return -1;
  ods->unpacked += (guint64)got;
  return ods->unpacked > COPIL_GRID_MAX_UNPACKED ? -1 : (int)got;
}

/* Errors are told in our own words. */
static void
error_cb (void *data, const char *message, xmlParserSeverities severity,
          xmlTextReaderLocatorPtr locator)
{
}

static gboolean
is_element (Ods *ods, const char *space, const char *name)
{
  return g_strcmp0 ((const char *)xmlTextReaderConstLocalName (ods->reader), name) == 0 &&
         g_strcmp0 ((const char *)xmlTextReaderConstNamespaceUri (ods->reader), space) == 0;
}

static char *
get_attribute (Ods *ods, const char *space, const char *name)
{
  xmlChar *value =
      xmlTextReaderGetAttributeNs (ods->reader, (const xmlChar *)name, (const xmlChar *)space);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* The number of an attribute, 1 where it is missing or none. */
static guint64
get_count (Ods *ods, const char *space, const char *name)
{
  g_autofree char *value = get_attribute (ods, space, name);
  guint64 count = value ? g_ascii_strtoull (value, NULL, 10) : 1;

  return MAX (count, 1);
}

/* Goes to the next node; FALSE at the end of the document, and where it is damaged. */
static gboolean
advance (Ods *ods)
{
  int result = xmlTextReaderRead (ods->reader);

  if (result == 1 && xmlTextReaderNodeType (ods->reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    return fail_damaged (ods->error);
  if (result < 0)
    return fail_damaged (ods->error);
  return result == 1;
}

/* Goes to the end of the element the reader is on. */
static gboolean
skip (Ods *ods)
{
  int depth = xmlTextReaderDepth (ods->reader);

  if (xmlTextReaderIsEmptyElement (ods->reader))
    return TRUE;
  while (advance (ods))
    if (xmlTextReaderDepth (ods->reader) <= depth)
      return TRUE;
  return fail_damaged (ods->error);
}

/* The text of the cell the reader is on, up to the cell's end: its paragraphs as lines. */
static gboolean
read_text (Ods *ods, GString *text)
{
  int depth = xmlTextReaderDepth (ods->reader);
  gboolean inside = FALSE, first = TRUE;

  if (xmlTextReaderIsEmptyElement (ods->reader))
    return TRUE;
  while (advance (ods))
    {
      int type = xmlTextReaderNodeType (ods->reader);

      if (text->len > COPIL_GRID_MAX_TEXT)
        return fail (ods->error, _ ("The table is too large."));
      if (type == XML_READER_TYPE_END_ELEMENT)
        {
          if (xmlTextReaderDepth (ods->reader) <= depth)
            return TRUE;
          if (is_element (ods, TEXT, "p"))
            inside = FALSE;
        }
      else if (type == XML_READER_TYPE_ELEMENT)
        {
          if (is_element (ods, OFFICE, "annotation") || is_element (ods, TABLE, "table"))
            {
              if (!skip (ods))
                return FALSE;
            }
          else if (is_element (ods, TEXT, "p"))
            {
              if (!first)
                g_string_append_c (text, '\n');
              first = FALSE;
              inside = !xmlTextReaderIsEmptyElement (ods->reader);
            }
          else if (is_element (ods, TEXT, "s"))
            {
              guint64 n = MIN (get_count (ods, TEXT, "c"), MAX_SPACES);
              g_string_append_printf (text, "%*s", (int)n, "");
            }
          else if (is_element (ods, TEXT, "tab"))
            g_string_append_c (text, '\t');
          else if (is_element (ods, TEXT, "line-break"))
            g_string_append_c (text, '\n');
        }
      else if (inside && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                          type == XML_READER_TYPE_WHITESPACE ||
                          type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (text, (const char *)xmlTextReaderConstValue (ods->reader));
    }
  return fail_damaged (ods->error);
}

/* "PT14H30M00S" as "14:30"; NULL for what is no time of day. */
static char *
read_time (const char *value)
{
  int hours, minutes;

  if (!value || sscanf (value, "PT%2dH%2dM", &hours, &minutes) != 2 || hours < 0 || hours > 23 ||
      minutes < 0 || minutes > 59)
    return NULL;
  return g_strdup_printf ("%02d:%02d", hours, minutes);
}

/* The canonical text of a cell that has a type; NULL for one that is text. */
static char *
read_value (Ods *ods, CopilCellType *cell)
{
  static const struct
  {
    const char *name;
    const char *attribute;
    CopilCellType cell;
  } types[] = { { "float", "value", COPIL_CELL_NUMBER },
                { "currency", "value", COPIL_CELL_NUMBER },
                { "percentage", "value", COPIL_CELL_PERCENT },
                { "date", "date-value", COPIL_CELL_DATE },
                { "time", "time-value", COPIL_CELL_TIME },
                { "boolean", "boolean-value", COPIL_CELL_BOOLEAN } };
  g_autofree char *type = get_attribute (ods, OFFICE, "value-type");

  for (guint i = 0; type && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, type))
      {
        g_autofree char *value = get_attribute (ods, OFFICE, types[i].attribute);

        if (!value)
          return NULL;
        *cell = types[i].cell;
        if (*cell == COPIL_CELL_DATE && strlen (value) > 10 && value[10] == 'T')
          value[10] = '\0';
        if (*cell == COPIL_CELL_TIME)
          return read_time (value);
        if (*cell == COPIL_CELL_BOOLEAN)
          return g_strdup (g_str_equal (value, "true") ? "1" : "0");
        return g_steal_pointer (&value);
      }
  return NULL;
}

static gboolean
read_cell (Ods *ods)
{
  guint64 repeated = get_count (ods, TABLE, "number-columns-repeated");
  CopilCellType type = COPIL_CELL_TEXT;
  g_autofree char *value = read_value (ods, &type);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *content;

  if (!read_text (ods, text))
    return FALSE;
  if (!value)
    type = COPIL_CELL_TEXT;
  content = value ? value : text->str;
  if (!content[strspn (content, " \t\r\n")])
    {
      ods->column += MIN (repeated, COPIL_GRID_MAX_ROWS);
      return TRUE;
    }
  if (repeated > COPIL_GRID_MAX_COLUMNS || ods->column + repeated > COPIL_GRID_MAX_COLUMNS)
    return fail (ods->error, _ ("The table is too large."));
  for (; repeated > 0; repeated--)
    if (!copil_grid_add (ods->grid, (guint)ods->column++, type, content, text->str, ods->error))
      return FALSE;
  return TRUE;
}

/* Reads the row the reader is on. */
static gboolean
read_row (Ods *ods)
{
  guint64 repeated = get_count (ods, TABLE, "number-rows-repeated");
  int depth = xmlTextReaderDepth (ods->reader);

  ods->column = 0;
  if (!xmlTextReaderIsEmptyElement (ods->reader))
    while (TRUE)
      {
        if (!advance (ods))
          return fail_damaged (ods->error);
        if (xmlTextReaderDepth (ods->reader) <= depth)
          break;
        if (xmlTextReaderNodeType (ods->reader) == XML_READER_TYPE_ELEMENT &&
            (is_element (ods, TABLE, "table-cell") ||
             is_element (ods, TABLE, "covered-table-cell")) &&
            !read_cell (ods))
          return FALSE;
      }
  return copil_grid_end_row (ods->grid, repeated, ods->error);
}

/* Reads the sheet the reader is on into a grid. */
static gboolean
read_sheet (Ods *ods, CopilGrid *grid)
{
  g_autofree char *name = get_attribute (ods, TABLE, "name");
  int depth = xmlTextReaderDepth (ods->reader);

  ods->grid = grid;
  copil_grid_set_name (grid, name);
  if (xmlTextReaderIsEmptyElement (ods->reader))
    return TRUE;
  while (advance (ods))
    {
      if (xmlTextReaderDepth (ods->reader) <= depth)
        return TRUE;
      if (xmlTextReaderNodeType (ods->reader) == XML_READER_TYPE_ELEMENT &&
          is_element (ods, TABLE, "table-row") && !read_row (ods))
        return FALSE;
    }
  return fail_damaged (ods->error);
}

/* Reads the sheet that is asked for, and no further; or all of them. */
static gboolean
read_sheets (Ods *ods, CopilGrid *grid, guint wanted, GPtrArray *grids)
{
  guint number = 0;

  while (advance (ods))
    {
      if (xmlTextReaderNodeType (ods->reader) != XML_READER_TYPE_ELEMENT ||
          !is_element (ods, TABLE, "table"))
        continue;
      if (grids)
        {
          if (grids->len == MAX_SHEETS)
            return fail (ods->error, _ ("The table is too large."));
          g_ptr_array_add (grids, copil_grid_new ());
          if (!read_sheet (ods, grids->pdata[grids->len - 1]))
            return FALSE;
        }
      else if (number++ == wanted)
        return read_sheet (ods, grid);
      else if (!skip (ods))
        return FALSE;
    }
  if (grids && grids->len > 0 && !*ods->error)
    return TRUE;
  return fail_damaged (ods->error);
}

static gboolean
check_part (zip_t *zip, zip_stat_t *about, GError **error)
{
  zip_stat_init (about);
  if (zip_stat (zip, "content.xml", 0, about) != 0 || !(about->valid & ZIP_STAT_SIZE) ||
      !(about->valid & ZIP_STAT_COMP_SIZE))
    return fail_damaged (error);
  if (about->size > COPIL_GRID_MAX_UNPACKED ||
      (about->size > SUSPECT_SIZE && about->size / SUSPECT_RATIO > about->comp_size))
    return fail (error, _ ("The table is too large."));
  return TRUE;
}

static gboolean
read_part (Ods *ods, zip_t *zip, CopilGrid *grid, guint sheet, GPtrArray *grids)
{
  gboolean ok;

  ods->part = zip_fopen (zip, "content.xml", 0);
  if (!ods->part)
    return fail_damaged (ods->error);
  ods->reader =
      xmlReaderForIO (read_cb, NULL, ods, "content.xml", NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (ods->reader)
    xmlTextReaderSetErrorHandler (ods->reader, error_cb, NULL);
  ok = ods->reader ? read_sheets (ods, grid, sheet, grids) : fail_damaged (ods->error);
  if (ods->reader)
    xmlFreeTextReader (ods->reader);
  zip_fclose (ods->part);
  return ok;
}

gboolean
copil_grid_read_ods (CopilGrid *grid, const char *path, guint sheet, GPtrArray *grids,
                     GError **error)
{
  GError *failure = NULL;
  Ods ods = { .error = &failure };
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t about;
  gboolean ok;

  if (!zip)
    return fail_damaged (error);
  ok = check_part (zip, &about, &failure) && read_part (&ods, zip, grid, sheet, grids);
  zip_discard (zip);
  if (failure)
    g_propagate_error (error, failure);
  return ok;
}
