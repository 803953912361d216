/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-odt-keep.h"
#include "copil-odt-template.h"

#define MIMETYPE_SIZE 200

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, COPIL_ODT_TEMPLATE_ERROR, code, message);
  return FALSE;
}

static gboolean
is_one_of (xmlNodePtr node, const char *const *names)
{
  return g_strv_contains (names, (const char *)node->name);
}

/* Whether an address leads out of the package. */
static gboolean
leads_out (const char *href)
{
  return g_uri_peek_scheme (href) != NULL || *href == '/' || strchr (href, '\\') ||
         strstr (href, "..") != NULL;
}

static gboolean
scan_links (xmlNodePtr node, gboolean is_body, GError **error)
{
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
    {
      xmlChar *value;
      gboolean out;

      if (strcmp ((const char *)attribute->name, "href") != 0)
        continue;
      if (copil_odt_is (node, "text:a") && is_body)
        continue;
      value = xmlNodeListGetString (node->doc, attribute->children, 1);
      out = value && leads_out ((const char *)value) &&
            !(copil_odt_is (node, "text:a") &&
              !g_ascii_strncasecmp ((const char *)value, "mailto:", 7));
      if (out)
        {
          g_autofree char *shown = g_utf8_substring (
              (const char *)value, 0, MIN (g_utf8_strlen ((const char *)value, -1), 80));

          g_set_error (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_LINK,
                       _ ("The model links to something outside it (%s): take the link away in it, "
                          "then choose it again."),
                       shown);
        }
      xmlFree (value);
      if (out)
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_node (xmlNodePtr node, gboolean is_body, GError **error)
{
  static const char *const scripts[] = { "event-listener", "event-listeners", "script", NULL };
  static const char *const objects[] = { "object", "object-ole",     "applet",
                                         "plugin", "floating-frame", NULL };
  static const char *const sources[] = { "section-source", "dde-connection-decl", "dde-source",
                                         "table-source",   "cell-range-source",   NULL };
  gboolean is_draw = node->ns && node->ns->href && strstr ((const char *)node->ns->href, "drawing");

  if (is_one_of (node, scripts) &&
      (strcmp ((const char *)node->name, "event-listeners") != 0 || node->children))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_SCRIPT,
                   _ ("The model holds macros or scripts."));
  if (is_draw && is_one_of (node, objects))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_OBJECT,
                   _ ("The model holds an embedded object (a chart, a formula, another file)."));
  if (is_one_of (node, sources))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_LINK,
                   _ ("The model takes part of its text from another file."));
  if (!scan_links (node, is_body, error))
    return FALSE;
  for (xmlNodePtr child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !scan_node (child, is_body, error))
      return FALSE;
  return TRUE;
}

gboolean
copil_odt_scan (xmlDocPtr doc, gboolean is_body, GError **error)
{
  return scan_node (xmlDocGetRootElement (doc), is_body, error);
}

gboolean
copil_odt_scan_root (xmlDocPtr doc, const char *root, GError **error)
{
  static const char *const versions[] = { "1.0", "1.1", "1.2", "1.3", "1.4", NULL };
  xmlNodePtr node = xmlDocGetRootElement (doc);
  g_autofree char *version = NULL;

  if (!copil_odt_is (node, root))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_NOT_TEXT,
                   _ ("The model is not an OpenDocument text (.odt or .ott)."));
  version = copil_odt_get (node, "office:version");
  if (version && !g_strv_contains (versions, version))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_VERSION,
                   _ ("The model is of a version of OpenDocument that is not known."));
  return TRUE;
}

static gboolean
is_encrypted (xmlNodePtr node)
{
  for (xmlNodePtr child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (!strcmp ((const char *)child->name, "encryption-data") || is_encrypted (child)))
      return TRUE;
  return FALSE;
}

gboolean
copil_odt_scan_package (CopilOdfArchive *archive, GError **error)
{
  static const char *const folders[] = { "Basic/", "Scripts/", "Dialogs/" };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *type = NULL;
  gboolean encrypted = FALSE;

  if (copil_odf_archive_has (archive, "mimetype"))
    bytes = copil_odf_archive_read (archive, "mimetype", MIMETYPE_SIZE, NULL);
  type = bytes ? g_strstrip (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
               : NULL;
  if (g_strcmp0 (type, "application/vnd.oasis.opendocument.text") != 0 &&
      g_strcmp0 (type, "application/vnd.oasis.opendocument.text-template") != 0)
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_NOT_TEXT,
                   _ ("The model is not an OpenDocument text (.odt or .ott)."));
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (copil_odf_archive_has_folder (archive, folders[i]))
      return refuse (error, COPIL_ODT_TEMPLATE_ERROR_SCRIPT,
                     _ ("The model holds macros or scripts."));
  if (copil_odf_archive_has (archive, "META-INF/manifest.xml"))
    {
      xmlDocPtr manifest = copil_odf_archive_read_xml (archive, "META-INF/manifest.xml", error);

      if (!manifest)
        return FALSE;
      encrypted = is_encrypted (xmlDocGetRootElement (manifest));
      xmlFreeDoc (manifest);
    }
  if (encrypted || copil_odf_archive_has (archive, "encrypted-package"))
    return refuse (error, COPIL_ODT_TEMPLATE_ERROR_ENCRYPTED,
                   _ ("The model is protected by a password."));
  return TRUE;
}
