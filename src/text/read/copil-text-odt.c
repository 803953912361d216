/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument text: headings by their level, lists by their depth and their
 * numbers. */
#include <stdlib.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-package.h"
#include "copil-text-table.h"

#define DEEPEST 10

/* How a level of a list, or of the headings, is numbered. */
typedef struct
{
  char *format; /* "1", "a", "I" …; never empty */
  char *prefix;
  char *suffix;
  int shown; /* how many levels stand in the number */
  int start;
} Level;

typedef struct
{
  CopilText *text;
  GHashTable *bold;   /* names of styles whose text is bold */
  GHashTable *levels; /* "LIST LEVEL", or " LEVEL" for headings → Level, for numbered levels */
  GHashTable *counts; /* LIST, or "" for headings → int[DEEPEST + 1] */
  guint cell;         /* what a paragraph's depth is at least, in the column of a table */
} Reading;

static void
level_free (gpointer data)
{
  Level *level = data;

  g_free (level->format);
  g_free (level->prefix);
  g_free (level->suffix);
  g_free (level);
}

static char *
attribute (xmlNode *node, const char *name)
{
  xmlChar *found = copil_text_attribute (node, name);
  char *copy = g_strdup (found ? (const char *)found : "");

  xmlFree (found);
  return copy;
}

/* One level of a list's style, or of the outline. */
static void
read_level (Reading *reading, const char *list, xmlNode *node)
{
  g_autofree char *of = attribute (node, "level"), *format = attribute (node, "num-format"),
                  *shown = attribute (node, "display-levels"),
                  *start = attribute (node, "start-value");
  Level *level;

  if (!*of || !*format)
    return;
  level = g_new0 (Level, 1);
  level->format = g_steal_pointer (&format);
  level->prefix = copil_text_clip_label (attribute (node, "num-prefix"));
  level->suffix = copil_text_clip_label (attribute (node, "num-suffix"));
  level->shown = CLAMP (atoi (shown), 1, DEEPEST);
  level->start = *start ? CLAMP (atoi (start), 0, 10000) : 1;
  g_hash_table_insert (reading->levels, g_strdup_printf ("%s %s", list, of), level);
}

/* The next number of a level (from 0) as it is printed, or NULL where it has none. */
static char *
next_number (Reading *reading, const char *list, guint depth, int start)
{
  g_autofree char *key = g_strdup_printf ("%s %u", list, depth + 1);
  const Level *level = g_hash_table_lookup (reading->levels, key);
  int *counts = g_hash_table_lookup (reading->counts, list);
  GString *printed;

  if (depth >= DEEPEST)
    return NULL;
  if (!counts)
    {
      counts = g_new0 (int, DEEPEST + 1);
      g_hash_table_insert (reading->counts, g_strdup (list), counts);
    }
  counts[depth] = start >= 0 ? start : counts[depth] ? counts[depth] + 1 : level ? level->start : 1;
  for (guint i = depth + 1; i < DEEPEST; i++)
    counts[i] = 0;
  if (!level)
    return NULL;
  printed = g_string_new (level->prefix);
  for (int i = MAX ((int)depth + 1 - level->shown, 0); i <= (int)depth; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s %d", list, i + 1);
      const Level *format = g_hash_table_lookup (reading->levels, other);
      g_autofree char *digits =
          copil_text_format_number (format ? format->format : "1", MAX (counts[i], 1));

      if (i > MAX ((int)depth + 1 - level->shown, 0))
        g_string_append_c (printed, '.');
      g_string_append (printed, digits);
    }
  g_string_append (printed, level->suffix);
  if (level->shown == 1 && !*level->prefix && !*level->suffix)
    g_string_append_c (printed, '.'); /* a bare number would be read as part of the text */
  return g_string_free (printed, FALSE);
}

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
              read_level (reading, (const char *)name, level);
          xmlFree (name);
        }
      else if (copil_text_is (child, "outline-style"))
        {
          for (xmlNode *level = child->children; level; level = level->next)
            if (copil_text_is (level, "outline-level-style"))
              read_level (reading, "", level);
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
             !copil_text_is (child, "frame") && !copil_text_is (child, "custom-shape") &&
             !copil_text_is (child, "rect") && !copil_text_is (child, "g"))
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

/* Boxes of text that are anchored in a paragraph come behind it. */
static void
read_boxes (Reading *reading, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 60; child = child->next)
    if (copil_text_is (child, "text-box") || copil_text_is (child, "custom-shape") ||
        copil_text_is (child, "rect"))
      read_children (reading, child, 0, NULL, depth + 1);
    else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "note") &&
             !copil_text_is (child, "annotation"))
      read_boxes (reading, child, depth + 1);
}

/* A heading, or a paragraph: with the number that the outline gives it. */
static void
read_block (Reading *reading, xmlNode *node, guint bullet, const char *number, guint depth)
{
  guint level = 0;
  g_autofree char *own = NULL;

  if (copil_text_is (node, "h"))
    {
      g_autofree char *outline = attribute (node, "outline-level"),
                      *plain = attribute (node, "is-list-header");

      level = *outline ? (guint)CLAMP (atoi (outline), 1, 6) : 1;
      if (!number && !g_str_equal (plain, "true"))
        number = own = next_number (reading, "", level - 1, -1);
    }
  read_paragraph (reading, node, level, level ? 0 : MAX (bullet, reading->cell), number);
  read_boxes (reading, node, depth + 1);
}

static void
read_list (Reading *reading, xmlNode *node, guint list, const char *outer, guint depth)
{
  g_autofree char *own = attribute (node, "style-name"),
                  *continues = attribute (node, "continue-numbering"),
                  *from = attribute (node, "continue-list");
  const char *style = *own ? own : outer ? outer : "-";
  int *counts = g_hash_table_lookup (reading->counts, style);

  if (counts && list < DEEPEST && !g_str_equal (continues, "true") && !*from && (!list || *own))
    counts[list] = 0;
  for (xmlNode *item = node->children; item && depth < 200; item = item->next)
    {
      g_autofree char *start = attribute (item, "start-value"), *number = NULL;
      gboolean first = TRUE, numbered = copil_text_is (item, "list-item");

      if (!numbered && !copil_text_is (item, "list-header"))
        continue;
      for (xmlNode *child = item->children; child; child = child->next)
        if ((copil_text_is (child, "p") || copil_text_is (child, "h")) && first)
          {
            if (numbered)
              number = next_number (reading, style, list, *start ? atoi (start) : -1);
            read_block (reading, child, number ? 0 : list + 1, number, depth);
            first = FALSE;
          }
        else if (copil_text_is (child, "list"))
          read_list (reading, child, list + 1, style, depth + 1);
        else if (copil_text_is (child, "p"))
          read_paragraph (reading, child, 0, reading->cell, NULL);
        else if (child->type == XML_ELEMENT_NODE)
          read_children (reading, child, list, style, depth + 1);
    }
}

/* The rows of a table, those of its header too: arrays of its cells. */
static void
list_cells (xmlNode *table, GPtrArray *rows, GPtrArray *texts)
{
  for (xmlNode *row = table->children; row; row = row->next)
    if (copil_text_is (row, "table-header-rows") || copil_text_is (row, "table-rows"))
      list_cells (row, rows, texts);
    else if (copil_text_is (row, "table-row"))
      {
        GPtrArray *cells = g_ptr_array_new ();
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

        for (xmlNode *cell = row->children; cell; cell = cell->next)
          if (copil_text_is (cell, "table-cell"))
            {
              xmlChar *content = xmlNodeGetContent (cell);

              g_strv_builder_add (builder, g_strstrip ((char *)content));
              xmlFree (content);
              g_ptr_array_add (cells, cell);
            }
        g_ptr_array_add (rows, cells);
        g_ptr_array_add (texts, g_strv_builder_end (builder));
      }
}

static void
read_table (Reading *reading, xmlNode *node, guint depth)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  guint outer = reading->cell;

  if (depth > 60)
    return;
  list_cells (node, rows, texts);
  if (!copil_text_table_is_by_column (texts))
    {
      for (guint r = 0; r < rows->len; r++)
        for (guint c = 0; c < ((GPtrArray *)rows->pdata[r])->len; c++)
          read_children (reading, ((GPtrArray *)rows->pdata[r])->pdata[c], 0, NULL, depth + 1);
      return;
    }
  for (guint c = 0; c < ((GPtrArray *)rows->pdata[0])->len; c++)
    {
      const char *head = ((char **)texts->pdata[0])[c];
      g_autofree char *introduction =
          g_strconcat (head, g_str_has_suffix (head, ":") ? NULL : " :", NULL);

      copil_text_append (reading->text, introduction, 0, 0, FALSE);
      reading->cell = 1;
      for (guint r = 1; r < rows->len; r++)
        read_children (reading, ((GPtrArray *)rows->pdata[r])->pdata[c], 0, NULL, depth + 1);
      reading->cell = outer;
    }
}

static void
read_children (Reading *reading, xmlNode *node, guint list, const char *style, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 200; child = child->next)
    if (copil_text_is (child, "h") || copil_text_is (child, "p"))
      read_block (reading, child, reading->cell, NULL, depth);
    else if (copil_text_is (child, "list"))
      read_list (reading, child, list, style, depth + 1);
    else if (copil_text_is (child, "table"))
      read_table (reading, child, depth + 1);
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
  reading.levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, level_free);
  reading.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  styles = copil_text_package_parse (bytes, "styles.xml", FALSE, NULL);
  if (styles)
    read_styles (&reading, xmlDocGetRootElement (styles));
  root = xmlDocGetRootElement (content);
  read_styles (&reading, copil_text_child (root, "automatic-styles"));
  root = copil_text_child (copil_text_child (root, "body"), "text");
  if (root)
    read_children (&reading, root, 0, NULL, 0);
  g_hash_table_unref (reading.bold);
  g_hash_table_unref (reading.levels);
  g_hash_table_unref (reading.counts);
  xmlFreeDoc (content);
  if (styles)
    xmlFreeDoc (styles);
  return reading.text;
}
