/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument text: headings by their level, lists by their depth and their
 * numbers. */
#include <stdlib.h>
#include <string.h>

#include "copil-text-package.h"

#define DEEPEST 10

typedef struct
{
  CopilText *text;
  GHashTable *bold;    /* names of styles whose text is bold */
  GHashTable *formats; /* "LIST LEVEL" → "FORMAT|SUFFIX", for numbered levels */
  int counts[DEEPEST + 1];
} Reading;

/* What a style says of its letters, and a list of its numbers. */
static void
read_styles (Reading *reading, xmlNode *node)
{
  for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
    {
      if (copil_text_is (child, "style"))
        {
          xmlNode *properties = copil_text_child (child, "text-properties");
          xmlChar *name = copil_text_attribute (child, "name");
          xmlChar *weight = copil_text_attribute (properties, "font-weight");

          if (name && weight && xmlStrcmp (weight, BAD_CAST "bold") == 0)
            g_hash_table_add (reading->bold, g_strdup ((const char *)name));
          xmlFree (name);
          xmlFree (weight);
        }
      else if (copil_text_is (child, "list-style"))
        {
          xmlChar *name = copil_text_attribute (child, "name");

          for (xmlNode *level = child->children; name && level; level = level->next)
            if (copil_text_is (level, "list-level-style-number"))
              {
                xmlChar *of = copil_text_attribute (level, "level");
                xmlChar *format = copil_text_attribute (level, "num-format");
                xmlChar *suffix = copil_text_attribute (level, "num-suffix");

                if (of && format && *format)
                  g_hash_table_insert (
                      reading->formats, g_strdup_printf ("%s %s", name, of),
                      g_strdup_printf ("%s|%s", format, suffix ? (char *)suffix : "."));
                xmlFree (of);
                xmlFree (format);
                xmlFree (suffix);
              }
          xmlFree (name);
        }
      else if (child->type == XML_ELEMENT_NODE)
        read_styles (reading, child);
    }
}

static gboolean
is_bold (Reading *reading, xmlNode *node)
{
  xmlChar *style = copil_text_attribute (node, "style-name");
  gboolean bold = style && g_hash_table_contains (reading->bold, style);

  xmlFree (style);
  return bold;
}

/* The letters of a paragraph; "plain" counts those that are not bold. */
static void
collect (Reading *reading, xmlNode *node, gboolean bold, GString *letters, guint *plain,
         guint depth)
{
  for (xmlNode *child = node->children; child && depth < 200; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      {
        g_string_append (letters, (const char *)child->content);
        if (!bold)
          *plain += (guint)strlen ((const char *)child->content);
      }
    else if (copil_text_is (child, "s") || copil_text_is (child, "tab") ||
             copil_text_is (child, "line-break"))
      g_string_append_c (letters, ' ');
    else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "note") &&
             !copil_text_is (child, "annotation") && !copil_text_is (child, "ruby-text") &&
             !copil_text_is (child, "frame"))
      collect (reading, child, bold || (copil_text_is (child, "span") && is_bold (reading, child)),
               letters, plain, depth + 1);
}

static void
read_paragraph (Reading *reading, xmlNode *node, guint level, guint bullet, const char *number)
{
  g_autoptr (GString) letters = g_string_new (number);
  guint plain = 0;

  if (number)
    g_string_append_c (letters, ' ');
  collect (reading, node, is_bold (reading, node), letters, &plain, 0);
  copil_text_append (reading->text, letters->str, level, bullet, letters->len > 0 && plain == 0);
}

static void read_children (Reading *reading, xmlNode *node, guint list, const char *style,
                           guint depth);

static void
read_list (Reading *reading, xmlNode *node, guint list, const char *outer, guint depth)
{
  xmlChar *own = copil_text_attribute (node, "style-name");
  const char *style = own ? (const char *)own : outer;
  g_autofree char *key = g_strdup_printf ("%s %u", style ? style : "", list + 1);
  const char *format = g_hash_table_lookup (reading->formats, key);
  xmlChar *continues = copil_text_attribute (node, "continue-numbering");

  if (list < DEEPEST && xmlStrcmp (continues, BAD_CAST "true") != 0)
    reading->counts[list] = 0;
  for (xmlNode *item = node->children; item; item = item->next)
    {
      gboolean first = TRUE;

      if (!copil_text_is (item, "list-item") && !copil_text_is (item, "list-header"))
        continue;
      if (list < DEEPEST)
        reading->counts[list]++;
      for (xmlNode *child = item->children; child; child = child->next)
        if ((copil_text_is (child, "p") || copil_text_is (child, "h")) && first)
          {
            g_autofree char *number = NULL;

            if (format && list < DEEPEST)
              {
                g_auto (GStrv) parts = g_strsplit (format, "|", 2);
                g_autofree char *digits =
                    copil_text_format_number (parts[0], reading->counts[list]);

                number = g_strconcat (digits, parts[1], NULL);
              }
            read_paragraph (reading, child, copil_text_is (child, "h") ? 2 : 0,
                            number ? 0 : list + 1, number);
            first = FALSE;
          }
        else if (copil_text_is (child, "list"))
          read_list (reading, child, list + 1, style, depth + 1);
        else if (child->type == XML_ELEMENT_NODE)
          read_paragraph (reading, child, 0, 0, NULL);
    }
  xmlFree (own);
  xmlFree (continues);
}

static void
read_children (Reading *reading, xmlNode *node, guint list, const char *style, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 200; child = child->next)
    if (copil_text_is (child, "h"))
      {
        xmlChar *level = copil_text_attribute (child, "outline-level");

        read_paragraph (reading, child, level ? (guint)CLAMP (atoi ((const char *)level), 1, 6) : 1,
                        0, NULL);
        xmlFree (level);
      }
    else if (copil_text_is (child, "p"))
      read_paragraph (reading, child, 0, 0, NULL);
    else if (copil_text_is (child, "list"))
      read_list (reading, child, list, style, depth);
    else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "tracked-changes") &&
             !copil_text_is (child, "table-of-content") &&
             !copil_text_is (child, "sequence-decls") && !copil_text_is (child, "forms"))
      read_children (reading, child, list, style, depth + 1);
}

CopilText *
copil_text_read_odt (GBytes *bytes, GError **error)
{
  xmlDoc *styles = NULL, *content = copil_text_package_parse (bytes, "content.xml", TRUE, error);
  Reading reading = { 0 };
  xmlNode *root;

  if (!content)
    return NULL;
  reading.text = copil_text_new ();
  reading.bold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  styles = copil_text_package_parse (bytes, "styles.xml", FALSE, NULL);
  if (styles)
    read_styles (&reading, xmlDocGetRootElement (styles));
  root = xmlDocGetRootElement (content);
  read_styles (&reading, copil_text_child (root, "automatic-styles"));
  root = copil_text_child (copil_text_child (root, "body"), "text");
  if (root)
    read_children (&reading, root, 0, NULL, 0);
  g_hash_table_unref (reading.bold);
  g_hash_table_unref (reading.formats);
  xmlFreeDoc (content);
  if (styles)
    xmlFreeDoc (styles);
  return reading.text;
}
