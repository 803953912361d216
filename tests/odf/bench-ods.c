/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a spreadsheet of 100 000 rows and 12 columns takes, against the floor: libxml2's writer
 * writing the same XML, and libzip compressing it. Fails beyond twice the floor. Where LibreOffice
 * is installed, its own conversion of the same rows from CSV is timed too. */
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <string.h>
#include <sys/resource.h>
#include <zip.h>

#include "copil-ods.h"
#include "odf-fixture.h"

#define ROWS 100000
#define COLUMNS 12
#define ALLOWED 2.0

typedef struct
{
  guint row;
  char cells[COLUMNS][96];
} Rows;

typedef struct
{
  int type; /* an xmlReaderTypes */
  const xmlChar *name;
  const xmlChar *value;
} Step;

static gboolean
next_cb (gpointer user_data, const char **values, GError **error)
{
  Rows *rows = user_data;
  guint n = rows->row++;

  if (n == ROWS)
    return FALSE;
  for (guint i = 0; i < COLUMNS; i++)
    {
      char *cell = rows->cells[i];
      gsize size = sizeof rows->cells[i];

      values[i] = cell;
      switch (i % 6)
        {
        case 0:
          g_snprintf (cell, size, "%u.%u.%u", n % 7, n % 11, n);
          break;
        case 1:
          g_snprintf (cell, size, "Accueillir %u élèves dans l’académie no %u", n * 7 % 1000,
                      n % 30);
          break;
        case 2:
          g_snprintf (cell, size, "%u", n * 37 % 1000003);
          break;
        case 3:
          g_snprintf (cell, size, "%u.%02u", n * 13 % 99991, n % 100);
          break;
        case 4:
          g_snprintf (cell, size, "20%02u-%02u-%02u", n % 30, n % 12 + 1, n % 28 + 1);
          break;
        default:
          if (n % 3 == 0)
            values[i] = NULL;
          else
            g_snprintf (cell, size, "0.%02u", n % 100);
        }
    }
  return TRUE;
}

static CopilBook *
build_book (Rows *rows)
{
  static const CopilColumnType types[] = { COPIL_COLUMN_TEXT,    COPIL_COLUMN_TEXT,
                                           COPIL_COLUMN_INTEGER, COPIL_COLUMN_NUMBER,
                                           COPIL_COLUMN_DATE,    COPIL_COLUMN_PERCENT };
  CopilBook *book = copil_book_new ("Mesure", "fr-FR");
  CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new ("Lignes"));

  for (guint i = 0; i < COLUMNS; i++)
    copil_sheet_add_column (sheet, "Colonne", types[i % 6], 0);
  copil_sheet_set_rows (sheet, next_cb, rows, NULL);
  return book;
}

static void
add_step (GArray *steps, xmlTextReaderPtr reader, int type)
{
  Step step = { type, xmlTextReaderConstName (reader), NULL };

  if (xmlTextReaderHasValue (reader))
    step.value = BAD_CAST g_strdup ((const char *)xmlTextReaderConstValue (reader));
  step.name = BAD_CAST g_intern_string ((const char *)step.name);
  g_array_append_val (steps, step);
}

/* The XML as the calls that write it. */
static GArray *
parse_steps (const char *xml)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  xmlTextReaderPtr reader = xmlReaderForMemory (xml, (int)strlen (xml), NULL, NULL, XML_PARSE_HUGE);

  while (xmlTextReaderRead (reader) == 1)
    {
      int type = xmlTextReaderNodeType (reader);
      gboolean empty = type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement (reader);

      add_step (steps, reader, type);
      while (xmlTextReaderMoveToNextAttribute (reader) == 1)
        add_step (steps, reader, XML_READER_TYPE_ATTRIBUTE);
      if (empty)
        {
          Step end = { XML_READER_TYPE_END_ELEMENT, NULL, NULL };

          g_array_append_val (steps, end);
        }
    }
  xmlFreeTextReader (reader);
  return steps;
}

static double
time_floor (GArray *steps, const char *path, gsize *length)
{
  gint64 start = g_get_monotonic_time ();
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);
  zip_t *zip;
  zip_source_t *source;

  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      switch (step->type)
        {
        case XML_READER_TYPE_ELEMENT:
          xmlTextWriterStartElement (writer, step->name);
          break;
        case XML_READER_TYPE_ATTRIBUTE:
          xmlTextWriterWriteAttribute (writer, step->name, step->value);
          break;
        case XML_READER_TYPE_END_ELEMENT:
          xmlTextWriterEndElement (writer);
          break;
        default:
          xmlTextWriterWriteString (writer, step->value);
        }
    }
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  *length = (gsize)xmlBufferLength (buffer);
  zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  source = zip_source_buffer (zip, xmlBufferContent (buffer), *length, 0);
  zip_set_file_compression (zip, (zip_uint64_t)zip_file_add (zip, "content.xml", source, 0),
                            ZIP_CM_DEFLATE, 6);
  g_assert_cmpint (zip_close (zip), ==, 0);
  xmlBufferFree (buffer);
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
time_office (const char *folder)
{
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *csv = g_build_filename (folder, "rows.csv", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree Rows *rows = g_new0 (Rows, 1);
  const char *values[COLUMNS];
  gint64 start;
  int status = -1;

  if (!office)
    {
      g_print ("LibreOffice is not installed\n");
      return;
    }
  while (next_cb (rows, values, NULL))
    for (guint i = 0; i < COLUMNS; i++)
      g_string_append_printf (text, "\"%s\"%c", values[i] ? values[i] : "",
                              i + 1 < COLUMNS ? ',' : '\n');
  g_assert_true (g_file_set_contents (csv, text->str, (gssize)text->len, NULL));
  start = g_get_monotonic_time ();
  if (g_spawn_sync (NULL,
                    (char *[]){ office, profile, "--headless", "--convert-to", "ods", "--outdir",
                                (char *)folder, csv, NULL },
                    NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                    NULL, &status, NULL) &&
      status == 0)
    g_print ("LibreOffice, from CSV: %.2f s\n",
             (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "rows.ods", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.zip", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GArray) steps = NULL;
  double ours = G_MAXDOUBLE, bare = G_MAXDOUBLE;
  struct rusage usage;
  gsize length = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree Rows *rows = g_new0 (Rows, 1);
      g_autoptr (CopilBook) book = build_book (rows);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      if (!copil_ods_write (book, path, NULL, &error))
        g_error ("%s", error->message);
      ours = MIN (ours, (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
  getrusage (RUSAGE_SELF, &usage);

  content = odf_fixture_part (path, "content.xml");
  steps = parse_steps (content);
  for (guint i = 0; i < 3; i++)
    bare = MIN (bare, time_floor (steps, floor_path, &length));
  g_assert_cmpuint (length, >=, strlen (content));

  g_print ("%d rows of %d columns: %.2f s, %.1f MB of XML, at most %.0f MB of memory\n", ROWS,
           COLUMNS, ours, (double)length / 1e6, (double)usage.ru_maxrss / 1024);
  g_print ("libxml2 and libzip alone: %.2f s; ratio %.2f (allowed %.1f)\n", bare, ours / bare,
           ALLOWED);
  time_office (folder);
  g_spawn_sync (NULL, (char *[]){ "rm", "-r", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, NULL);
  return ours / bare <= ALLOWED ? 0 : 1;
}
