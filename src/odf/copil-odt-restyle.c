/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-restyle.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "copil-odt-keep.h"

/* A chain of parents that is longer goes in a circle. */
#define MOST_PARENTS 32
#define FOOTER_STYLE "Page_20_footer"

static xmlNodePtr
get_part (xmlDocPtr doc, const char *part)
{
  return copil_odt_child (xmlDocGetRootElement (doc), part);
}

/* The child of `parent` that is the same thing as `other`: of that name, or that family. */
static xmlNodePtr
find_same (xmlNodePtr parent, xmlNodePtr other)
{
  g_autofree char *name = copil_odt_get (other, "style:name");
  g_autofree char *family = copil_odt_get (other, "style:family");
  char element[64];

  if (!copil_odt_name (other->ns, other->name, element))
    return NULL;
  for (xmlNodePtr node = parent->children; node; node = node->next)
    if (copil_odt_is (node, element))
      {
        g_autofree char *own_name = copil_odt_get (node, "style:name");
        g_autofree char *own_family = copil_odt_get (node, "style:family");

        if (!g_strcmp0 (name, own_name) && !g_strcmp0 (family, own_family))
          return node;
      }
  return NULL;
}

/* Copies an element, and what is in it, into another document with the same vocabularies. */
static xmlNodePtr
copy_into (xmlNodePtr parent, xmlNodePtr node)
{
  char name[64];
  xmlNodePtr copy;

  if (node->type == XML_TEXT_NODE)
    {
      /* The spaces that only set our own styles out are left behind. */
      if (!xmlIsBlankNode (node))
        xmlAddChild (parent, xmlNewDocText (parent->doc, node->content));
      return NULL;
    }
  if (node->type != XML_ELEMENT_NODE || !copil_odt_name (node->ns, node->name, name))
    return NULL;
  copy = copil_odt_add (parent, name);
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
    if (copil_odt_name (attribute->ns, attribute->name, name))
      {
        g_autofree char *value = copil_odt_get (node, name);

        copil_odt_set (copy, name, value);
      }
  for (xmlNodePtr child = node->children; child; child = child->next)
    {
      /* Between two fields a blank is text. */
      if (child->type == XML_TEXT_NODE && copil_odt_is (node, "text:p"))
        xmlAddChild (copy, xmlNewDocText (copy->doc, child->content));
      else
        copy_into (copy, child);
    }
  return copy;
}

static xmlNodePtr
find_paragraph (xmlNodePtr styles, const char *wanted)
{
  for (xmlNodePtr node = styles->children; node; node = node->next)
    if (copil_odt_is (node, wanted ? "style:style" : "style:default-style"))
      {
        g_autofree char *family = copil_odt_get (node, "style:family");
        g_autofree char *name = copil_odt_get (node, "style:name");

        if (!g_strcmp0 (family, "paragraph") && !g_strcmp0 (name, wanted))
          return node;
      }
  return NULL;
}

/* Puts into the model's text properties what they do not say. */
static void
fill_default (xmlNodePtr theirs, xmlNodePtr ours)
{
  static const char *const taken[] = { "fo:language", "fo:country", "fo:font-size" };
  xmlNodePtr from = copil_odt_child (ours, "style:text-properties");
  xmlNodePtr to = copil_odt_child (theirs, "style:text-properties");
  g_autofree char *font = NULL, *family = NULL;

  if (!from)
    return;
  if (!to)
    to = copil_odt_add (theirs, "style:text-properties");
  font = copil_odt_get (to, "style:font-name");
  family = copil_odt_get (to, "fo:font-family");
  if (!font && !family)
    {
      g_autofree char *value = copil_odt_get (from, "style:font-name");

      copil_odt_set (to, "style:font-name", value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *has = copil_odt_get (to, taken[i]);
      g_autofree char *value = copil_odt_get (from, taken[i]);

      /* The language is the document's. */
      if (value && (!has || i < 2))
        copil_odt_set (to, taken[i], value);
    }
  copil_odt_set (to, "fo:script", NULL);
  copil_odt_set (to, "style:rfc-language-tag", NULL);
}

/* The value that a style of paragraphs, or one that it comes from, gives; NULL for none. */
static char *
find_spacing (xmlNodePtr styles, xmlNodePtr style, const char *attribute)
{
  for (guint i = 0; style && i < MOST_PARENTS; i++)
    {
      xmlNodePtr paragraph = copil_odt_child (style, "style:paragraph-properties");
      char *value = paragraph ? copil_odt_get (paragraph, attribute) : NULL;
      g_autofree char *parent = NULL;

      if (!value && paragraph)
        value = copil_odt_get (paragraph, "fo:margin");
      if (value || copil_odt_is (style, "style:default-style"))
        return value;
      parent = copil_odt_get (style, "style:parent-style-name");
      style = find_paragraph (styles, parent);
    }
  return NULL;
}

/* Gives a style of the model the space above and below that ours has, where it says nothing of
 * it. */
static void
fill_spacing (xmlNodePtr styles, xmlNodePtr theirs, xmlNodePtr ours)
{
  static const char *const sides[] = { "fo:margin-top", "fo:margin-bottom" };
  xmlNodePtr from = copil_odt_child (ours, "style:paragraph-properties");
  xmlNodePtr to = copil_odt_child (theirs, "style:paragraph-properties");

  for (guint i = 0; from && i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *value = copil_odt_get (from, sides[i]);
      g_autofree char *said = find_spacing (styles, theirs, sides[i]);

      if (!value || said)
        continue;
      if (!to)
        {
          to = copil_odt_add (theirs, "style:paragraph-properties");
          if (to->prev)
            xmlAddPrevSibling (theirs->children, to);
        }
      copil_odt_set (to, sides[i], value);
    }
}

static void
fill_part (xmlDocPtr doc, xmlDocPtr ours, const char *part)
{
  xmlNodePtr to = get_part (doc, part), from = get_part (ours, part);

  for (xmlNodePtr node = from ? from->children : NULL; node; node = node->next)
    {
      xmlNodePtr same = node->type == XML_ELEMENT_NODE ? find_same (to, node) : NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!same)
        copy_into (to, node);
      else if (copil_odt_is (node, "style:default-style"))
        fill_default (same, node);
      else if (copil_odt_is (node, "style:style"))
        fill_spacing (to, same, node);
    }
}

static void
turn (xmlNodePtr page, gboolean landscape)
{
  g_autofree char *width = copil_odt_get (page, "fo:page-width");
  g_autofree char *height = copil_odt_get (page, "fo:page-height");

  copil_odt_set (page, "fo:page-width", height);
  copil_odt_set (page, "fo:page-height", width);
  copil_odt_set (page, "style:print-orientation", landscape ? "landscape" : "portrait");
}

static double
measure (xmlNodePtr page, const char *attribute)
{
  g_autofree char *value = copil_odt_get (page, attribute);
  char *unit = NULL;
  double number = value ? g_ascii_strtod (value, &unit) : 0;

  return !unit                  ? 0
         : !strcmp (unit, "in") ? number * 25.4
         : !strcmp (unit, "cm") ? number * 10
         : !strcmp (unit, "pt") ? number * 25.4 / 72
         : !strcmp (unit, "pc") ? number * 25.4 / 6
         : !strcmp (unit, "px") ? number * 25.4 / 96
                                : number;
}

static xmlNodePtr
find_layout (xmlDocPtr doc, xmlNodePtr page)
{
  g_autofree char *wanted = copil_odt_get (page, "style:page-layout-name");

  for (xmlNodePtr node = get_part (doc, "office:automatic-styles")->children; node;
       node = node->next)
    if (copil_odt_is (node, "style:page-layout"))
      {
        g_autofree char *name = copil_odt_get (node, "style:name");

        if (!g_strcmp0 (name, wanted))
          return node;
      }
  return NULL;
}

static gboolean
has_footer (xmlDocPtr doc, xmlNodePtr page)
{
  xmlDocPtr one = copil_odt_new_styles ();
  gboolean has;

  copy_into (get_part (one, "office:master-styles"), page);
  has = copil_odt_restyle_has_part (one, "style:footer");
  xmlFreeDoc (one);
  return has;
}

/* Gives a page our footer, with the number of the page. */
static void
add_footer (xmlDocPtr doc, xmlDocPtr ours, xmlNodePtr page)
{
  xmlNodePtr plain = copil_odt_child (get_part (ours, "office:master-styles"), "style:master-page");
  xmlNodePtr theirs = find_layout (doc, page), style;
  xmlNodePtr own =
      copil_odt_child (get_part (ours, "office:automatic-styles"), "style:page-layout");
  xmlNodePtr child, next, footer;

  for (child = page->children; child; child = next)
    {
      next = child->next;
      if (g_str_has_prefix ((const char *)child->name, "footer"))
        {
          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
    }
  footer = copy_into (page, copil_odt_child (plain, "style:footer"));
  copil_odt_set (copil_odt_child (footer, "text:p"), "text:style-name", FOOTER_STYLE);
  style = copil_odt_child (theirs, "style:footer-style");
  if (style && copil_odt_child (style, "style:header-footer-properties"))
    return;
  if (style)
    {
      xmlUnlinkNode (style);
      xmlFreeNode (style);
    }
  copy_into (theirs, copil_odt_child (own, "style:footer-style"));
}

/* Our footer goes to the pages without one; the first page keeps none where the others have one. */
static void
fill_pages (xmlDocPtr doc, xmlDocPtr ours)
{
  gboolean any = copil_odt_restyle_has_part (doc, "style:footer");
  xmlNodePtr masters = get_part (doc, "office:master-styles");
  xmlNodePtr styles = get_part (doc, "office:styles");
  xmlNodePtr style = NULL;

  if (!masters->children)
    {
      fill_part (doc, ours, "office:automatic-styles");
      fill_part (doc, ours, "office:master-styles");
      return;
    }
  for (xmlNodePtr page = masters->children; page; page = page->next)
    {
      if (has_footer (doc, page) || (any && page == masters->children))
        continue;
      if (!style)
        for (xmlNodePtr node = get_part (ours, "office:styles")->children; node; node = node->next)
          {
            g_autofree char *name = copil_odt_get (node, "style:name");

            if (!g_strcmp0 (name, "Footer"))
              {
                style = copy_into (styles, node);
                copil_odt_set (style, "style:name", FOOTER_STYLE);
                copil_odt_set (style, "style:display-name", "Page footer");
                copil_odt_set (style, "style:parent-style-name", "Footer");
                break;
              }
          }
      add_footer (doc, ours, page);
    }
}

GBytes *
copil_odt_restyle (xmlDocPtr model, GBytes *plain, gboolean landscape, GError **error)
{
  xmlDocPtr ours = xmlReadMemory (g_bytes_get_data (plain, NULL), (int)g_bytes_get_size (plain),
                                  NULL, NULL, XML_PARSE_NONET);
  xmlDocPtr doc = ours ? xmlCopyDoc (model, 1) : NULL;
  xmlChar *text = NULL;
  int size = 0;
  GBytes *bytes = NULL;

  if (doc)
    {
      for (xmlNodePtr node = get_part (doc, "office:automatic-styles")->children; node;
           node = node->next)
        {
          xmlNodePtr page = copil_odt_child (node, "style:page-layout-properties");

          if (page &&
              (measure (page, "fo:page-width") > measure (page, "fo:page-height")) != landscape)
            turn (page, landscape);
        }
      fill_pages (doc, ours);
      fill_part (doc, ours, "office:font-face-decls");
      fill_part (doc, ours, "office:styles");
      xmlDocDumpMemoryEnc (doc, &text, &size, "UTF-8");
    }
  if (text)
    bytes = g_bytes_new (text, (gsize)size);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The document's parts cannot be written"));
  xmlFree (text);
  if (doc)
    xmlFreeDoc (doc);
  if (ours)
    xmlFreeDoc (ours);
  return bytes;
}
