/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-xml.h"

#include <string.h>

static const char *const namespaces[][2] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" },
  { "xmlns:ooo", "http://openoffice.org/2004/office" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
};

static void
note (CopilXml *xml, int result)
{
  if (result < 0)
    xml->failed = TRUE;
}

/* Whether `c` may stand in our XML: neither a control character, nor a noncharacter, nor what
 * breaks lines elsewhere and is nothing in ODF. */
static gboolean
is_fit (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n';
  return !(c >= 0x7f && c <= 0x9f) && c != 0x2028 && c != 0x2029 && (c & 0xfffe) != 0xfffe &&
         !(c >= 0xfdd0 && c <= 0xfdef);
}

CopilXml *
copil_xml_new (xmlOutputBufferPtr buffer)
{
  xmlTextWriterPtr writer = buffer ? xmlNewTextWriter (buffer) : NULL;
  CopilXml *xml;

  if (!writer)
    {
      if (buffer)
        xmlOutputBufferClose (buffer);
      return NULL;
    }
  xml = g_new0 (CopilXml, 1);
  xml->writer = writer;
  return xml;
}

gboolean
copil_xml_close (CopilXml *xml)
{
  gboolean fine;

  note (xml, xmlTextWriterEndDocument (xml->writer));
  note (xml, xmlTextWriterFlush (xml->writer));
  fine = !xml->failed;
  xmlFreeTextWriter (xml->writer);
  g_free (xml);
  return fine;
}

void
copil_xml_start_root (CopilXml *xml, const char *name)
{
  note (xml, xmlTextWriterStartDocument (xml->writer, "1.0", "UTF-8", NULL));
  copil_xml_start (xml, name);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    copil_xml_attr (xml, namespaces[i][0], namespaces[i][1]);
  copil_xml_attr (xml, "office:version", "1.3");
}

void
copil_xml_start (CopilXml *xml, const char *name)
{
  note (xml, xmlTextWriterStartElement (xml->writer, BAD_CAST name));
}

void
copil_xml_end (CopilXml *xml)
{
  note (xml, xmlTextWriterEndElement (xml->writer));
}

void
copil_xml_attr (CopilXml *xml, const char *name, const char *value)
{
  g_autofree char *owned = NULL;
  const char *fit = copil_xml_clean (value, &owned);

  note (xml, xmlTextWriterWriteAttribute (xml->writer, BAD_CAST name, BAD_CAST fit));
}

void
copil_xml_attr_int (CopilXml *xml, const char *name, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  copil_xml_attr (xml, name, text);
}

void
copil_xml_attr_mm (CopilXml *xml, const char *name, gint64 hundredths)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT ".%02dmm", hundredths / 100,
              (int)(hundredths % 100));
  copil_xml_attr (xml, name, text);
}

void
copil_xml_text (CopilXml *xml, const char *text)
{
  g_autofree char *owned = NULL;
  const char *fit = copil_xml_clean (text, &owned);

  if (*fit)
    note (xml, xmlTextWriterWriteString (xml->writer, BAD_CAST fit));
}

void
copil_xml_element (CopilXml *xml, const char *name, const char *text)
{
  if (!text || !*text)
    return;
  copil_xml_start (xml, name);
  copil_xml_text (xml, text);
  copil_xml_end (xml);
}

/* Most characters are known as fit by their first byte; the others begin with one of control
 * characters (C2 for those beyond ASCII), of line separators (E2) or of characters that are none
 * (EF, F0 and more). */
static gboolean
is_all_fit (const char *text)
{
  for (const guchar *p = (const guchar *)text; *p; p++)
    if ((*p < 0x20 || *p == 0x7f || *p == 0xc2 || *p == 0xe2 || *p >= 0xef) &&
        !is_fit (g_utf8_get_char ((const char *)p)))
      return FALSE;
  return TRUE;
}

const char *
copil_xml_clean (const char *text, char **owned)
{
  g_autofree char *valid = NULL;
  const guchar *p = (const guchar *)text;
  GString *out;

  while (*p >= 0x20 && *p < 0x7f)
    p++;
  if (*p == 0)
    return text;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (!valid && is_all_fit (text))
    return text;

  out = g_string_sized_new (strlen (text));
  for (const char *c = text; *c; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (is_fit (u))
        g_string_append_unichar (out, u);
      else if ((u == '\r' && c[1] != '\n') || u == '\v' || u == '\f' || u == 0x85 || u == 0x2028 ||
               u == 0x2029)
        g_string_append_c (out, '\n');
    }
  *owned = g_string_free (out, FALSE);
  return *owned;
}
