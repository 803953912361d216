/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-meta.h"

#include <string.h>

/* Returns `date` as the dateTime of XML Schema, or NULL if it is no date. */
static char *
date_time (const char *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *full = NULL;

  if (!date)
    return NULL;
  full = strlen (date) == 10 ? g_strconcat (date, "T00:00:00", NULL) : g_strdup (date);
  parsed = g_date_time_new_from_iso8601 (full, utc);
  return parsed ? g_date_time_format (parsed, "%Y-%m-%dT%H:%M:%S") : NULL;
}

gboolean
copil_odf_meta_add (CopilOdfPackage *package, const char *title, const char *subject,
                    const char *author, const char *language, const char *date, GError **error)
{
  g_autofree char *stamp = date_time (date);
  CopilXml *xml = copil_odf_package_start (package, "meta.xml", error);

  if (!xml)
    return FALSE;
  copil_xml_start_root (xml, "office:document-meta");
  copil_xml_start (xml, "office:meta");
  copil_xml_element (xml, "meta:generator", "Copil/" COPIL_VERSION);
  copil_xml_element (xml, "dc:title", title);
  copil_xml_element (xml, "dc:subject", subject);
  copil_xml_element (xml, "meta:initial-creator", author);
  copil_xml_element (xml, "dc:creator", author);
  copil_xml_element (xml, "meta:creation-date", stamp);
  copil_xml_element (xml, "dc:date", stamp);
  copil_xml_element (xml, "dc:language", language);
  copil_xml_end (xml);
  copil_xml_end (xml);
  return copil_odf_package_end (package, error);
}

void
copil_odf_split_language (const char *tag, char **language, char **country)
{
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_", -1);
  const char *last = parts[0] && parts[1] ? parts[g_strv_length (parts) - 1] : NULL;

  *language = g_ascii_strdown (parts[0] ? parts[0] : "zxx", -1);
  *country = last && strlen (last) == 2 ? g_ascii_strup (last, -1) : g_strdup ("none");
  if (!strcmp (*language, "fr") && !strcmp (*country, "none"))
    {
      g_free (*country);
      *country = g_strdup ("FR");
    }
}
