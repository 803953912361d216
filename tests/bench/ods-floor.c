/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of an export: ods-floor FILE.ods OUT.zip reads the content of a spreadsheet, and prints
 * how many seconds of processor time libxml2's writer takes to write the same XML again and libzip
 * to compress it, and its length. */
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include <glib.h>

typedef struct
{
  int type; /* an xmlReaderTypes */
  const xmlChar *name;
  const xmlChar *value;
} Step;

static char *
read_content (const char *path)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t about;
  zip_file_t *file;
  char *content;

  if (!zip || zip_stat (zip, "content.xml", 0, &about) != 0)
    g_error ("%s is no spreadsheet", path);
  content = g_malloc (about.size + 1);
  file = zip_fopen (zip, "content.xml", 0);
  g_assert_cmpint (zip_fread (file, content, about.size), ==, (gint64)about.size);
  content[about.size] = '\0';
  zip_fclose (file);
  zip_discard (zip);
  return content;
}

static void
add_step (GArray *steps, xmlTextReaderPtr reader, int type)
{
  Step step = { type, BAD_CAST g_intern_string ((const char *)xmlTextReaderConstName (reader)),
                NULL };

  if (xmlTextReaderHasValue (reader))
    step.value = BAD_CAST g_strdup ((const char *)xmlTextReaderConstValue (reader));
  g_array_append_val (steps, step);
}

/* The XML as the calls that write it. */
static GArray *
parse (const char *xml)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  xmlTextReaderPtr reader = xmlReaderForMemory (xml, (int)strlen (xml), NULL, NULL, XML_PARSE_HUGE);

  while (xmlTextReaderRead (reader) == 1)
    {
      gboolean empty = xmlTextReaderIsEmptyElement (reader) == 1;

      add_step (steps, reader, xmlTextReaderNodeType (reader));
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

static void
write_steps (xmlTextWriterPtr writer, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->type == XML_READER_TYPE_ELEMENT)
        xmlTextWriterStartElement (writer, step->name);
      else if (step->type == XML_READER_TYPE_ATTRIBUTE)
        xmlTextWriterWriteAttribute (writer, step->name, step->value);
      else if (step->type == XML_READER_TYPE_END_ELEMENT)
        xmlTextWriterEndElement (writer);
      else
        xmlTextWriterWriteString (writer, step->value);
    }
}

static double
measure (GArray *steps, const char *path, gsize *length)
{
  clock_t start = clock ();
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);
  zip_t *zip;
  zip_source_t *source;

  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  write_steps (writer, steps);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  *length = (gsize)xmlBufferLength (buffer);
  zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  source = zip_source_buffer (zip, xmlBufferContent (buffer), *length, 0);
  zip_set_file_compression (zip, (zip_uint64_t)zip_file_add (zip, "content.xml", source, 0),
                            ZIP_CM_DEFLATE, 6);
  g_assert_cmpint (zip_close (zip), ==, 0);
  xmlBufferFree (buffer);
  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

int
main (int argc, char **argv)
{
  g_autofree char *content = NULL;
  GArray *steps;
  gsize length;
  double seconds;

  if (argc != 3)
    return 2;
  content = read_content (argv[1]);
  steps = parse (content);
  seconds = measure (steps, argv[2], &length);
  /* All of it was written again: the floor is that of the same bytes. */
  g_assert_cmpuint (length, >=, strlen (content) * 99 / 100);
  g_print ("%.3f %" G_GSIZE_FORMAT "\n", seconds, length);
  return 0;
}
