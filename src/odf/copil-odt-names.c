/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "copil-odt-keep.h"

static const char *const vocabularies[][2] = {
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" },
  { "dr3d", "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0" },
  { "xlink", "http://www.w3.org/1999/xlink" },
};

/* The address of the vocabulary of "style:style", and its local name in `local`. */
static const char *
split (const char *name, const char **local)
{
  const char *colon = strchr (name, ':');

  *local = colon + 1;
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (strlen (vocabularies[i][0]) == (gsize)(colon - name) &&
        !strncmp (vocabularies[i][0], name, (gsize)(colon - name)))
      return vocabularies[i][1];
  return NULL;
}

gboolean
copil_odt_name (const xmlNs *ns, const xmlChar *local, char name[64])
{
  for (guint i = 0; ns && ns->href && i < G_N_ELEMENTS (vocabularies); i++)
    if (!strcmp ((const char *)ns->href, vocabularies[i][1]))
      return g_snprintf (name, 64, "%s:%s", vocabularies[i][0], (const char *)local) < 64;
  return FALSE;
}

gboolean
copil_odt_is (xmlNodePtr node, const char *name)
{
  const char *local;
  const char *address = split (name, &local);

  return node && node->type == XML_ELEMENT_NODE && node->ns && address &&
         !strcmp ((const char *)node->name, local) &&
         !strcmp ((const char *)node->ns->href, address);
}

xmlNodePtr
copil_odt_child (xmlNodePtr node, const char *name)
{
  for (xmlNodePtr child = node ? node->children : NULL; child; child = child->next)
    if (copil_odt_is (child, name))
      return child;
  return NULL;
}

char *
copil_odt_get (xmlNodePtr node, const char *name)
{
  const char *local;
  const char *address = split (name, &local);
  xmlChar *value = xmlGetNsProp (node, BAD_CAST local, BAD_CAST address);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

void
copil_odt_set (xmlNodePtr node, const char *name, const char *value)
{
  const char *local;
  const char *address = split (name, &local);
  xmlNsPtr ns = xmlSearchNsByHref (node->doc, node, BAD_CAST address);

  if (value)
    xmlSetNsProp (node, ns, BAD_CAST local, BAD_CAST value);
  else
    {
      xmlAttrPtr attribute = xmlHasNsProp (node, BAD_CAST local, BAD_CAST address);

      if (attribute)
        xmlRemoveProp (attribute);
    }
}

xmlNodePtr
copil_odt_add (xmlNodePtr parent, const char *name)
{
  const char *local;
  const char *address = split (name, &local);

  return xmlNewChild (parent, xmlSearchNsByHref (parent->doc, parent, BAD_CAST address),
                      BAD_CAST local, NULL);
}

xmlDocPtr
copil_odt_new_styles (void)
{
  static const char *const parts[] = { "office:font-face-decls", "office:styles",
                                       "office:automatic-styles", "office:master-styles" };
  xmlDocPtr doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewDocNode (doc, NULL, BAD_CAST "document-styles", NULL);

  xmlDocSetRootElement (doc, root);
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      xmlNsPtr ns = xmlNewNs (root, BAD_CAST vocabularies[i][1], BAD_CAST vocabularies[i][0]);

      if (i == 0)
        xmlSetNs (root, ns);
    }
  copil_odt_set (root, "office:version", "1.3");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    copil_odt_add (root, parts[i]);
  return doc;
}
