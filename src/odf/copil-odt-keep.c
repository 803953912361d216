/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-keep.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-odf-rules.h"
#include "copil-odt-picture.h"
#include "copil-odt-template.h"

/* More pages that follow one another than any model has. */
#define MOST_PAGES 16

typedef struct
{
  CopilOdfArchive *archive;
  GPtrArray *pictures;
  GError *error; /* the first one */
} Keep;

static gboolean keep_node (Keep *keep, xmlNodePtr source, xmlNodePtr parent,
                           const CopilOdfRule *rule);

/* What may stand in a style of each family, in that order. */
static const char *const families[][4] = {
  { "paragraph", "style:paragraph-properties", "style:text-properties" },
  { "text", "style:text-properties" },
  { "graphic", "style:graphic-properties", "style:paragraph-properties", "style:text-properties" },
  { "table", "style:table-properties" },
  { "table-column", "style:table-column-properties" },
  { "table-row", "style:table-row-properties" },
  { "table-cell", "style:table-cell-properties", "style:paragraph-properties",
    "style:text-properties" },
};

/* What stands in a page and in its layout, in that order. */
static const char *const page_parts[] = {
  "style:header", "style:header-left", "style:header-first",
  "style:footer", "style:footer-left", "style:footer-first"
};
static const char *const layout_parts[] = { "style:page-layout-properties", "style:header-style",
                                            "style:footer-style" };

static void
keep_children (Keep *keep, xmlNodePtr source, xmlNodePtr parent, const CopilOdfRule *rule)
{
  for (xmlNodePtr child = source->children; child && !keep->error; child = child->next)
    if (child->type == XML_TEXT_NODE)
      {
        if (copil_odf_rule_has_text (rule))
          xmlAddChild (parent, xmlNewDocText (parent->doc, child->content));
      }
    else if (child->type == XML_ELEMENT_NODE)
      keep_node (keep, child, parent, rule);
}

/* What is not kept but wraps what may be: a section, a link, a field that stands for its text. */
static gboolean
is_wrapper (xmlNodePtr source)
{
  static const char *const others[] = { "text:note",
                                        "text:ruby-text",
                                        "text:script",
                                        "text:tracked-changes",
                                        "text:sequence-decls",
                                        "text:variable-decls",
                                        "text:user-field-decls",
                                        "text:dde-connection-decls",
                                        NULL };
  char name[64];

  return copil_odt_name (source->ns, source->name, name) && g_str_has_prefix (name, "text:") &&
         !g_strv_contains (others, name);
}

static void
keep_attributes (xmlNodePtr source, xmlNodePtr node, const CopilOdfRule *rule)
{
  for (xmlAttrPtr attribute = source->properties; attribute; attribute = attribute->next)
    {
      char name[64];
      xmlChar *value;

      if (!copil_odt_name (attribute->ns, attribute->name, name) ||
          g_str_has_prefix (name, "xlink:"))
        continue;
      value = xmlNodeListGetString (source->doc, attribute->children, 1);
      if (copil_odf_rule_allows (rule, name, value ? (const char *)value : ""))
        copil_odt_set (node, name, value ? (const char *)value : "");
      xmlFree (value);
    }
}

/* Leads the element to its picture; FALSE where it is of a kind that is not kept. */
static gboolean
keep_picture (Keep *keep, xmlNodePtr source, xmlNodePtr node)
{
  g_autofree char *href = copil_odt_get (source, "xlink:href");
  const CopilOdtPicture *picture;

  if (!href || !*href)
    return FALSE;
  picture = copil_odt_picture_read (keep->archive, href, keep->pictures, &keep->error);
  if (!picture || !picture->name)
    return FALSE;
  copil_odt_set (node, "xlink:href", picture->name);
  copil_odt_set (node, "xlink:type", "simple");
  copil_odt_set (node, "xlink:show", "embed");
  copil_odt_set (node, "xlink:actuate", "onLoad");
  return TRUE;
}

static gboolean
has_required (xmlNodePtr node, const CopilOdfRule *rule)
{
  const char *const *required = copil_odf_rule_get_required (rule);

  for (guint i = 0; required[i]; i++)
    {
      g_autofree char *value = copil_odt_get (node, required[i]);

      if (!value)
        return FALSE;
    }
  return TRUE;
}

/* Whether one of three is there. */
static gboolean
has_child (xmlNodePtr node, const char *one, const char *two, const char *three)
{
  return copil_odt_child (node, one) || copil_odt_child (node, two) ||
         copil_odt_child (node, three);
}

/* Whether the element, as it is kept, still makes sense. */
static gboolean
is_whole (Keep *keep, xmlNodePtr source, xmlNodePtr node)
{
  if (copil_odt_is (node, "table:table"))
    return has_child (node, "table:table-column", "table:table-columns",
                      "table:table-header-columns") &&
           has_child (node, "table:table-row", "table:table-rows", "table:table-header-rows");
  if (copil_odt_is (node, "table:table-columns") ||
      copil_odt_is (node, "table:table-header-columns") ||
      copil_odt_is (node, "table:table-rows") || copil_odt_is (node, "table:table-header-rows"))
    return node->children != NULL;
  if (copil_odt_is (node, "table:table-row"))
    return copil_odt_child (node, "table:table-cell") != NULL;
  if (copil_odt_is (node, "draw:frame") && !copil_odt_child (node, "draw:image") &&
      !copil_odt_child (node, "draw:text-box") && copil_odt_child (source, "draw:image"))
    {
      if (!keep->error)
        g_set_error_literal (
            &keep->error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_PICTURE,
            _ ("A picture in the model’s header or footer is of a kind that cannot "
               "be kept: use PNG, JPEG, GIF or SVG."));
      return FALSE;
    }
  return TRUE;
}

/* Keeps an element in `parent`, whose rule is given; TRUE if it was. */
static gboolean
keep_node (Keep *keep, xmlNodePtr source, xmlNodePtr parent, const CopilOdfRule *rule)
{
  char name[64];
  const CopilOdfRule *own = NULL;
  xmlNodePtr node;
  gboolean fine = TRUE;

  if (copil_odt_name (source->ns, source->name, name) && copil_odf_rule_has_child (rule, name))
    own = copil_odf_rule_get (name);
  if (!own)
    {
      if (is_wrapper (source))
        keep_children (keep, source, parent, rule);
      return FALSE;
    }
  node = copil_odt_add (parent, name);
  keep_attributes (source, node, own);
  if (!strcmp (name, "draw:image") || !strcmp (name, "draw:fill-image") ||
      !strcmp (name, "text:list-level-style-image"))
    fine = keep_picture (keep, source, node);
  else if (!strcmp (name, "style:background-image") && xmlHasProp (source, BAD_CAST "href"))
    fine = keep_picture (keep, source, node);
  if (fine && has_required (node, own))
    keep_children (keep, source, node, own);
  else
    fine = FALSE;
  if (fine && is_whole (keep, source, node))
    return TRUE;
  xmlUnlinkNode (node);
  xmlFreeNode (node);
  return FALSE;
}

/* Keeps an element whose children stand in a given order, each once at most. */
static xmlNodePtr
keep_ordered (Keep *keep, xmlNodePtr source, xmlNodePtr parent, const char *const *order, guint n)
{
  char name[64];
  const CopilOdfRule *rule;
  xmlNodePtr node;

  if (!copil_odt_name (source->ns, source->name, name))
    return NULL;
  rule = copil_odf_rule_get (name);
  node = copil_odt_add (parent, name);
  keep_attributes (source, node, rule);
  for (guint i = 0; i < n && order[i]; i++)
    {
      xmlNodePtr child = copil_odt_child (source, order[i]);

      if (child)
        keep_node (keep, child, node, rule);
    }
  if (has_required (node, rule))
    return node;
  xmlUnlinkNode (node);
  xmlFreeNode (node);
  return NULL;
}

static void
keep_style (Keep *keep, xmlNodePtr source, xmlNodePtr parent)
{
  g_autofree char *family = copil_odt_get (source, "style:family");

  for (guint i = 0; family && i < G_N_ELEMENTS (families); i++)
    if (!strcmp (family, families[i][0]))
      keep_ordered (keep, source, parent, families[i] + 1, G_N_ELEMENTS (families[i]) - 1);
}

static void
keep_styles (Keep *keep, xmlNodePtr source, xmlNodePtr parent)
{
  static const char *const others[] = {
    "text:list-style",  "draw:gradient", "draw:hatch",        "draw:fill-image",   "draw:marker",
    "draw:stroke-dash", "draw:opacity",  "number:date-style", "number:time-style", NULL
  };

  for (xmlNodePtr child = source ? source->children : NULL; child; child = child->next)
    {
      char name[64];

      if (child->type != XML_ELEMENT_NODE || !copil_odt_name (child->ns, child->name, name))
        continue;
      if (!strcmp (name, "style:style") || !strcmp (name, "style:default-style"))
        keep_style (keep, child, parent);
      else if (g_strv_contains (others, name))
        {
          const CopilOdfRule *rule = copil_odf_rule_get (name);
          xmlNodePtr node = copil_odt_add (parent, name);
          gboolean fine;

          keep_attributes (child, node, rule);
          fine = strcmp (name, "draw:fill-image") != 0 || keep_picture (keep, child, node);
          if (fine && has_required (node, rule))
            keep_children (keep, child, node, rule);
          else
            {
              xmlUnlinkNode (node);
              xmlFreeNode (node);
            }
        }
    }
}

static xmlNodePtr
find_named (xmlNodePtr parent, const char *element, const char *wanted)
{
  for (xmlNodePtr child = parent ? parent->children : NULL; child; child = child->next)
    if (copil_odt_is (child, element))
      {
        g_autofree char *name = copil_odt_get (child, "style:name");

        if (!wanted || !g_strcmp0 (name, wanted))
          return child;
      }
  return NULL;
}

static gboolean
is_shown (xmlNodePtr part)
{
  g_autofree char *display = copil_odt_get (part, "style:display");

  return g_strcmp0 (display, "false") != 0;
}

static void
keep_page (Keep *keep, xmlNodePtr source, xmlNodePtr automatic, xmlDocPtr doc)
{
  xmlNodePtr root = xmlDocGetRootElement (doc);
  xmlNodePtr styles = copil_odt_child (root, "office:automatic-styles");
  g_autofree char *layout = copil_odt_get (source, "style:page-layout-name");
  xmlNodePtr found = layout ? find_named (automatic, "style:page-layout", layout) : NULL;
  xmlNodePtr page, part, next;

  if (!found)
    return;
  if (!find_named (styles, "style:page-layout", layout))
    keep_ordered (keep, found, styles, layout_parts, G_N_ELEMENTS (layout_parts));
  page = keep_ordered (keep, source, copil_odt_child (root, "office:master-styles"), page_parts,
                       G_N_ELEMENTS (page_parts));
  for (part = page ? page->children : NULL; part; part = next)
    {
      next = part->next;
      if (!is_shown (part) && !copil_odt_is (part, "style:header") &&
          !copil_odt_is (part, "style:footer"))
        {
          xmlUnlinkNode (part);
          xmlFreeNode (part);
        }
    }
  /* The schema knows no header of the first page or of left pages but beside the others'. */
  if (page && !copil_odt_child (page, "style:header") && page->children &&
      !strncmp ((const char *)page->children->name, "header", 6))
    xmlAddPrevSibling (page->children, xmlNewDocNode (doc, page->ns, BAD_CAST "header", NULL));
  if (page && !copil_odt_child (page, "style:footer"))
    for (part = page->children; part; part = part->next)
      if (!strncmp ((const char *)part->name, "footer", 6))
        {
          xmlAddPrevSibling (part, xmlNewDocNode (doc, page->ns, BAD_CAST "footer", NULL));
          break;
        }
}

/* Keeps the first page and those that follow it, and calls the first one "Standard", as the page
 * that a text begins with. */
static void
keep_pages (Keep *keep, xmlNodePtr source, xmlDocPtr doc, const char *first)
{
  xmlNodePtr automatic = copil_odt_child (source, "office:automatic-styles");
  xmlNodePtr masters = copil_odt_child (source, "office:master-styles");
  xmlNodePtr kept = copil_odt_child (xmlDocGetRootElement (doc), "office:master-styles");
  xmlNodePtr page = first ? find_named (masters, "style:master-page", first) : NULL;
  g_autofree char *start = NULL;

  if (!page)
    page = find_named (masters, "style:master-page", "Standard");
  if (!page)
    page = find_named (masters, "style:master-page", NULL);
  for (guint i = 0; page && i < MOST_PAGES; i++)
    {
      g_autofree char *name = copil_odt_get (page, "style:name");
      g_autofree char *next = copil_odt_get (page, "style:next-style-name");

      if (!name || find_named (kept, "style:master-page", name))
        break;
      keep_page (keep, page, automatic, doc);
      page = next && *next ? find_named (masters, "style:master-page", next) : NULL;
    }
  page = kept->children;
  start = page ? copil_odt_get (page, "style:name") : NULL;
  for (; page; page = page->next)
    {
      static const char *const attributes[] = { "style:name", "style:next-style-name" };

      for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
        {
          g_autofree char *name = copil_odt_get (page, attributes[i]);

          if (!name || (i == 1 && !find_named (masters, "style:master-page", name)))
            copil_odt_set (page, attributes[i], NULL);
          else if (!strcmp (name, start))
            copil_odt_set (page, attributes[i], "Standard");
          else if (!strcmp (name, "Standard"))
            copil_odt_set (page, attributes[i], "Following_20_pages");
        }
      if (strcmp (start, "Standard") != 0)
        copil_odt_set (page, "style:display-name", NULL);
    }
}

xmlDocPtr
copil_odt_keep (CopilOdfArchive *archive, xmlDocPtr source, const char *first, GPtrArray *pictures,
                GError **error)
{
  Keep keep = { archive, pictures, NULL };
  xmlDocPtr doc = copil_odt_new_styles ();
  xmlNodePtr from = xmlDocGetRootElement (source), to = xmlDocGetRootElement (doc);
  xmlNodePtr fonts = copil_odt_child (from, "office:font-face-decls");

  for (xmlNodePtr child = fonts ? fonts->children : NULL; child; child = child->next)
    if (copil_odt_is (child, "style:font-face"))
      keep_ordered (&keep, child, copil_odt_child (to, "office:font-face-decls"), NULL, 0);
  keep_styles (&keep, copil_odt_child (from, "office:styles"),
               copil_odt_child (to, "office:styles"));
  keep_styles (&keep, copil_odt_child (from, "office:automatic-styles"),
               copil_odt_child (to, "office:automatic-styles"));
  keep_pages (&keep, from, doc, first);
  if (!keep.error)
    return doc;
  xmlFreeDoc (doc);
  g_propagate_error (error, keep.error);
  return NULL;
}
