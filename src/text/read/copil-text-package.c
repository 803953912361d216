/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-package.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#define LARGEST_PART (48u * 1024 * 1024)
#define LARGEST_RATIO 400 /* of a part, unpacked to packed, beyond the first megabyte */

#define MOST_SIGNS                                                                                 \
  (3u * 1000 * 1000)     /* of tags and attributes: a tenth of that fills 500 pages                \
                          */
#define LONGEST_LABEL 60 /* characters around a number in a list */

static gboolean
fail (GError **error, CopilTextError code, const char *message)
{
  g_set_error_literal (error, COPIL_TEXT_ERROR, code, message);
  return FALSE;
}

/* Whether an OpenDocument package says that its parts are encrypted. */
static gboolean
is_locked (zip_t *archive)
{
  zip_file_t *file = zip_fopen (archive, "META-INF/manifest.xml", 0);
  g_autofree char *head = g_malloc0 (64 * 1024 + 1);
  zip_int64_t got = file ? zip_fread (file, head, 64 * 1024) : 0;

  if (file)
    zip_fclose (file);
  return got > 0 && strstr (head, "encryption-data");
}

static gboolean
unpack (zip_t *archive, const char *part, gboolean needed, char **data, gsize *length,
        GError **error)
{
  zip_stat_t about;
  zip_file_t *file;
  zip_int64_t got;

  if (zip_stat (archive, part, 0, &about) != 0)
    return !needed || fail (error, COPIL_TEXT_ERROR_FORM, _ ("The document lacks its text"));
  if (!(about.valid & ZIP_STAT_SIZE) || about.size > LARGEST_PART ||
      (about.size > 1024 * 1024 && about.valid & ZIP_STAT_COMP_SIZE &&
       about.size / MAX (about.comp_size, 1) > LARGEST_RATIO))
    return fail (error, COPIL_TEXT_ERROR_LARGE, _ ("It is too large for a convention"));
  file = zip_fopen (archive, part, 0);
  if (!file)
    return fail (error, COPIL_TEXT_ERROR_FORM, _ ("The document cannot be unpacked"));
  *data = g_malloc (about.size + 1);
  got = zip_fread (file, *data, about.size);
  zip_fclose (file);
  if (got < 0 || (zip_uint64_t)got != about.size)
    {
      g_clear_pointer (data, g_free);
      return fail (error, COPIL_TEXT_ERROR_FORM, _ ("The document cannot be unpacked"));
    }
  (*data)[about.size] = '\0';
  *length = about.size;
  return TRUE;
}

/* Whether so much would become of the XML in memory that it was made for that: a tag or an
 * attribute of a few bytes takes hundreds. */
static gboolean
is_dense (const char *data, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '<' || data[i] == '=' ? 1 : 0;
  return n > MOST_SIGNS;
}

char *
copil_text_clip_label (char *label)
{
  if (label && strlen (label) > LONGEST_LABEL && g_utf8_strlen (label, -1) > LONGEST_LABEL)
    *g_utf8_offset_to_pointer (label, LONGEST_LABEL) = '\0';
  return label;
}

xmlDoc *
copil_text_package_parse (GBytes *bytes, const char *part, gboolean needed, GError **error)
{
  gsize size, length = 0;
  const void *content = g_bytes_get_data (bytes, &size);
  g_autofree char *data = NULL;
  zip_source_t *source = zip_source_buffer_create (content, size, 0, NULL);
  zip_t *archive = source ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  gboolean unpacked;
  xmlDoc *document;

  if (!archive)
    {
      if (source)
        zip_source_free (source);
      fail (error, COPIL_TEXT_ERROR_FORM, _ ("The document cannot be unpacked"));
      return NULL;
    }
  if (needed && is_locked (archive))
    {
      zip_discard (archive);
      fail (error, COPIL_TEXT_ERROR_FORM,
            _ ("The document is protected by a password: save it without one"));
      return NULL;
    }
  unpacked = unpack (archive, part, needed, &data, &length, error);
  zip_discard (archive);
  if (!unpacked || !data)
    return NULL;
  if (is_dense (data, length))
    {
      fail (error, COPIL_TEXT_ERROR_LARGE, _ ("It is too large for a convention"));
      return NULL;
    }
  document = xmlReadMemory (data, (int)length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document && (xmlGetIntSubset (document) || !xmlDocGetRootElement (document)))
    g_clear_pointer (&document, xmlFreeDoc);
  if (!document)
    fail (error, COPIL_TEXT_ERROR_FORM, _ ("The document is broken"));
  return document;
}

gboolean
copil_text_is (const xmlNode *node, const char *name)
{
  return node && node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

xmlChar *
copil_text_attribute (xmlNode *node, const char *name)
{
  for (xmlAttr *attribute = node ? node->properties : NULL; attribute; attribute = attribute->next)
    if (strcmp ((const char *)attribute->name, name) == 0)
      return xmlNodeListGetString (node->doc, attribute->children, 1);
  return NULL;
}

xmlNode *
copil_text_child (xmlNode *node, const char *name)
{
  for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (copil_text_is (child, name))
      return child;
  return NULL;
}

static char *
roman (int number)
{
  static const struct
  {
    int value;
    const char *letters;
  } signs[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs) && number < 400; i++)
    while (number >= signs[i].value)
      {
        g_string_append (text, signs[i].letters);
        number -= signs[i].value;
      }
  return g_string_free (text, FALSE);
}

char *
copil_text_format_number (const char *format, int number)
{
  if (g_str_equal (format, "upperRoman") || g_str_equal (format, "I"))
    return roman (number);
  if (g_str_equal (format, "lowerRoman") || g_str_equal (format, "i"))
    {
      g_autofree char *upper = roman (number);

      return g_ascii_strdown (upper, -1);
    }
  if ((g_str_equal (format, "lowerLetter") || g_str_equal (format, "a")) && number >= 1 &&
      number <= 26)
    return g_strdup_printf ("%c", 'a' + number - 1);
  if ((g_str_equal (format, "upperLetter") || g_str_equal (format, "A")) && number >= 1 &&
      number <= 26)
    return g_strdup_printf ("%c", 'A' + number - 1);
  return g_strdup_printf ("%d", number);
}
