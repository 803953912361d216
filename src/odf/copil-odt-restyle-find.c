/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "copil-odt-keep.h"
#include "copil-odt-restyle.h"

/* Hundredths of a millimetre. */
#define A4_WIDTH "210mm"
#define A4_HEIGHT "297mm"
#define USUAL_MARGIN "20mm"
#define LEAST_WIDTH 6000
#define LEAST_HEIGHT 6000
#define MOST_LENGTH 500000.0
/* A chain of parents that is longer goes in a circle. */
#define MOST_PARENTS 32
#define INK "#1d232c"

/* What other programs call the styles of paragraphs that we use: ours, then theirs in lower case.
 */
static const char *const names[][4] = {
  { "Standard", "normal", "default paragraph style", NULL },
  { "Text_20_body", "body text", "text body", "corps de texte" },
  { "Title", "title", "titre", NULL },
  { "Subtitle", "subtitle", "sous-titre", NULL },
  { "Heading_20_1", "heading 1", "titre 1", NULL },
  { "Heading_20_2", "heading 2", "titre 2", NULL },
  { "Heading_20_3", "heading 3", "titre 3", NULL },
  { "Heading_20_4", "heading 4", "titre 4", NULL },
  { "Header", "header", "en-tête", NULL },
  { "Footer", "footer", "pied de page", NULL },
  { "Caption", "caption", "légende", NULL },
  { "List_20_Bullet", "list bullet", "liste à puces", NULL },
  { "List_20_Number", "list number", "liste à numéros", NULL },
  { "Table_20_Contents", "table contents", "contenu de tableau", NULL },
  { "Table_20_Heading", "table heading", "titre de tableau", NULL },
};

static xmlNodePtr
get_part (xmlDocPtr doc, const char *part)
{
  return copil_odt_child (xmlDocGetRootElement (doc), part);
}

static xmlNodePtr
find_style (xmlDocPtr doc, const char *wanted)
{
  xmlNodePtr styles = get_part (doc, "office:styles");

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

/* The style under one of the names that others give it. */
static xmlNodePtr
find_alias (xmlDocPtr doc, const char *const *aliases)
{
  xmlNodePtr styles = get_part (doc, "office:styles");

  for (xmlNodePtr node = styles->children; node; node = node->next)
    if (copil_odt_is (node, "style:style"))
      {
        g_autofree char *family = copil_odt_get (node, "style:family");
        g_autofree char *shown = copil_odt_get (node, "style:display-name");
        g_autofree char *name = shown ? NULL : copil_odt_get (node, "style:name");
        g_autofree char *folded = g_utf8_strdown (shown ? shown : name, -1);

        if (g_strcmp0 (family, "paragraph") != 0)
          continue;
        for (guint i = 0; i < 3 && aliases[i]; i++)
          if (!strcmp (folded, aliases[i]))
            return node;
      }
  return NULL;
}

static void
replace (xmlNodePtr node, const char *attribute, const char *from, const char *to)
{
  g_autofree char *value = copil_odt_get (node, attribute);

  if (!g_strcmp0 (value, from))
    copil_odt_set (node, attribute, to);
}

/* Renames a style of paragraphs wherever it is spoken of. */
static void
rename_style (xmlNodePtr node, const char *from, const char *to)
{
  for (; node; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (copil_odt_is (node, "style:style"))
        {
          g_autofree char *family = copil_odt_get (node, "style:family");

          if (!g_strcmp0 (family, "paragraph"))
            {
              replace (node, "style:name", from, to);
              replace (node, "style:parent-style-name", from, to);
              replace (node, "style:next-style-name", from, to);
            }
        }
      else if (copil_odt_is (node, "text:p") || copil_odt_is (node, "text:h"))
        replace (node, "text:style-name", from, to);
      replace (node, "draw:text-style-name", from, to);
      rename_style (node->children, from, to);
    }
}

/* A heading stays with what it heads, unless the model says otherwise. */
static void
keep_with_next (xmlNodePtr style)
{
  xmlNodePtr paragraph = copil_odt_child (style, "style:paragraph-properties");
  g_autofree char *said = paragraph ? copil_odt_get (paragraph, "fo:keep-with-next") : NULL;

  if (said)
    return;
  if (!paragraph)
    {
      paragraph = copil_odt_add (style, "style:paragraph-properties");
      if (paragraph->prev)
        xmlAddPrevSibling (style->children, paragraph);
    }
  copil_odt_set (paragraph, "fo:keep-with-next", "always");
}

static void
neutralise (xmlNodePtr style)
{
  static const char *const languages[] = { "fo:language", "fo:country", "fo:script",
                                           "style:rfc-language-tag" };
  xmlNodePtr text = copil_odt_child (style, "style:text-properties");
  g_autofree char *name = copil_odt_get (style, "style:name");

  for (guint i = 0; text && i < G_N_ELEMENTS (languages); i++)
    copil_odt_set (text, languages[i], NULL);
  if (name && g_str_has_prefix (name, "Heading"))
    {
      copil_odt_set (style, "style:list-style-name", NULL);
      keep_with_next (style);
    }
}

/* Measures that are not given are written out, so that every reader takes the same. */
static void
complete_layout (xmlNodePtr layout)
{
  static const char *const margins[] = { "fo:margin-top", "fo:margin-bottom", "fo:margin-left",
                                         "fo:margin-right" };
  xmlNodePtr page = copil_odt_child (layout, "style:page-layout-properties");
  g_autofree char *width = NULL, *height = NULL, *all = NULL;

  if (!page)
    {
      page = copil_odt_add (layout, "style:page-layout-properties");
      if (page->prev)
        xmlAddPrevSibling (layout->children, page);
    }
  width = copil_odt_get (page, "fo:page-width");
  height = copil_odt_get (page, "fo:page-height");
  all = copil_odt_get (page, "fo:margin");
  if (!width || !height)
    {
      copil_odt_set (page, "fo:page-width", A4_WIDTH);
      copil_odt_set (page, "fo:page-height", A4_HEIGHT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      g_autofree char *margin = copil_odt_get (page, margins[i]);

      if (!margin)
        copil_odt_set (page, margins[i], all ? all : USUAL_MARGIN);
    }
  copil_odt_set (page, "fo:margin", NULL);
}

void
copil_odt_restyle_names (xmlDocPtr doc)
{
  xmlNodePtr styles = get_part (doc, "office:styles");
  xmlNodePtr automatic = get_part (doc, "office:automatic-styles");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!find_style (doc, names[i][0]))
      {
        xmlNodePtr style = find_alias (doc, names[i] + 1);
        g_autofree char *name = style ? copil_odt_get (style, "style:name") : NULL;

        if (name)
          rename_style (xmlDocGetRootElement (doc), name, names[i][0]);
      }
  for (xmlNodePtr node = styles->children; node; node = node->next)
    if (copil_odt_is (node, "style:style"))
      neutralise (node);
  for (xmlNodePtr node = automatic->children; node; node = node->next)
    if (copil_odt_is (node, "style:page-layout"))
      complete_layout (node);
}

/* The value in the style's text, or in that of the styles it comes from. */
static char *
find_text (xmlDocPtr doc, xmlNodePtr style, const char *attribute)
{
  for (guint i = 0; style && i < MOST_PARENTS; i++)
    {
      xmlNodePtr text = copil_odt_child (style, "style:text-properties");
      char *value = text ? copil_odt_get (text, attribute) : NULL;
      g_autofree char *parent = NULL;

      if (value || copil_odt_is (style, "style:default-style"))
        return value;
      parent = copil_odt_get (style, "style:parent-style-name");
      style = find_style (doc, parent);
    }
  return NULL;
}

char *
copil_odt_restyle_find_accent (xmlDocPtr doc)
{
  xmlNodePtr heading = find_style (doc, "Heading_20_1");

  if (!heading)
    heading = find_style (doc, "Heading");
  if (heading)
    {
      g_autofree char *colour = find_text (doc, heading, "fo:color");
      g_autofree char *automatic = find_text (doc, heading, "style:use-window-font-color");

      if (colour && (g_strcmp0 (automatic, "true") != 0 || strcmp (colour, "#000000") != 0))
        return g_steal_pointer (&colour);
      return g_strdup (INK);
    }
  return NULL;
}

char *
copil_odt_restyle_find_font (xmlDocPtr doc)
{
  xmlNodePtr style = find_style (doc, "Text_20_body");
  xmlNodePtr fonts = get_part (doc, "office:font-face-decls");
  g_autofree char *name = NULL;

  if (!style)
    style = find_style (doc, "Standard");
  if (!style)
    style = find_style (doc, NULL);
  name = find_text (doc, style, "style:font-name");
  for (xmlNodePtr font = name ? fonts->children : NULL; font; font = font->next)
    {
      g_autofree char *own = copil_odt_get (font, "style:name");

      if (!g_strcmp0 (own, name))
        {
          char *family = copil_odt_get (font, "svg:font-family");

          return family ? g_strstrip (g_strdelimit (family, "'\"", ' ')) : NULL;
        }
    }
  return g_steal_pointer (&name);
}

gboolean
copil_odt_restyle_has_page (xmlDocPtr doc)
{
  return get_part (doc, "office:master-styles")->children != NULL;
}

static gboolean
has_content (xmlNodePtr node)
{
  static const char *const things[] = {
    "draw:frame",   "draw:custom-shape", "draw:line",       "draw:rect", "draw:g",
    "draw:ellipse", "text:page-number",  "text:page-count", NULL
  };

  for (xmlNodePtr child = node->children; child; child = child->next)
    {
      char name[64];

      if (child->type == XML_TEXT_NODE && !xmlIsBlankNode (child))
        return TRUE;
      if (child->type == XML_ELEMENT_NODE && copil_odt_name (child->ns, child->name, name) &&
          (g_strv_contains (things, name) || has_content (child)))
        return TRUE;
    }
  return FALSE;
}

gboolean
copil_odt_restyle_has_part (xmlDocPtr doc, const char *part)
{
  const char *local = strchr (part, ':') + 1;

  for (xmlNodePtr page = get_part (doc, "office:master-styles")->children; page; page = page->next)
    for (xmlNodePtr child = page->children; child; child = child->next)
      {
        g_autofree char *display = copil_odt_get (child, "style:display");

        if (g_str_has_prefix ((const char *)child->name, local) &&
            g_strcmp0 (display, "false") != 0 && has_content (child))
          return TRUE;
      }
  return FALSE;
}

/* A length in hundredths of a millimetre; 0 where there is none. */
static double
get_length (xmlNodePtr node, const char *attribute, const char *otherwise)
{
  static const struct
  {
    const char *unit;
    double size;
  } units[] = { { "mm", 100 },           { "cm", 1000 },         { "in", 2540 },
                { "pt", 2540.0 / 72.0 }, { "pc", 2540.0 / 6.0 }, { "px", 2540.0 / 96.0 } };
  g_autofree char *value = node ? copil_odt_get (node, attribute) : NULL;
  char *unit;
  double number;

  if (!value && otherwise)
    return get_length (node, otherwise, NULL);
  if (!value)
    return 0;
  number = g_ascii_strtod (value, &unit);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (!strcmp (unit, units[i].unit))
      return CLAMP (number * units[i].size, 0, MOST_LENGTH);
  return 0;
}

static double
get_height (xmlNodePtr layout, const char *part, const char *gap)
{
  xmlNodePtr style = copil_odt_child (layout, part);
  xmlNodePtr measures = copil_odt_child (style, "style:header-footer-properties");

  return get_length (measures, "fo:min-height", "svg:height") +
         get_length (measures, gap, "fo:margin");
}

gboolean
copil_odt_restyle_get_room (xmlDocPtr doc, gboolean landscape, guint *width, guint *height)
{
  double least_width = MOST_LENGTH, least_height = MOST_LENGTH;

  if (!copil_odt_restyle_has_page (doc))
    return FALSE;
  for (xmlNodePtr node = get_part (doc, "office:automatic-styles")->children; node;
       node = node->next)
    {
      xmlNodePtr page = copil_odt_child (node, "style:page-layout-properties");
      double wide, high;

      if (!copil_odt_is (node, "style:page-layout") || !page)
        continue;
      wide = get_length (page, "fo:page-width", NULL);
      high = get_length (page, "fo:page-height", NULL);
      if ((wide > high) != landscape)
        {
          double swap = wide;

          wide = high;
          high = swap;
        }
      wide -= get_length (page, "fo:margin-left", NULL) +
              get_length (page, "fo:margin-right", NULL) +
              get_length (page, "fo:padding-left", "fo:padding") +
              get_length (page, "fo:padding-right", "fo:padding");
      high -= get_length (page, "fo:margin-top", NULL) +
              get_length (page, "fo:margin-bottom", NULL) +
              get_length (page, "fo:padding-top", "fo:padding") +
              get_length (page, "fo:padding-bottom", "fo:padding") +
              get_height (node, "style:header-style", "fo:margin-bottom") +
              get_height (node, "style:footer-style", "fo:margin-top");
      least_width = MIN (least_width, wide);
      least_height = MIN (least_height, high);
    }
  if (least_width < LEAST_WIDTH || least_height < LEAST_HEIGHT)
    return FALSE;
  *width = (guint)least_width;
  *height = (guint)least_height;
  return TRUE;
}
