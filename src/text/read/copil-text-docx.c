/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an Office Open XML document: headings by their style, lists by their numbering. */
#include <stdlib.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-package.h"
#include "copil-text-table.h"

#define DEEPEST 9

typedef struct
{
  char *format; /* "decimal", "bullet" … */
  char *text;   /* "Article %1", "%1.%2." */
  int start;
} Level;

typedef struct
{
  CopilText *text;
  GHashTable *ranks;     /* style → rank of a heading */
  GHashTable *numbered;  /* style → "NUM LEVEL" */
  GHashTable *abstracts; /* number of a list → its abstract list */
  GHashTable *levels;    /* "ABSTRACT LEVEL" → Level */
  GHashTable *counts;    /* "ABSTRACT" → int[DEEPEST] */
  GHashTable
      *restarts; /* number of a list that begins anew → its first number, plus one, until it has */
  guint cell;    /* what a paragraph's depth is at least, in the column of a table */
} Reading;

static void
level_free (gpointer data)
{
  Level *level = data;

  g_free (level->format);
  g_free (level->text);
  g_free (level);
}

/* The attribute "val" of a child, or NULL. Free with g_free(). */
static char *
value (xmlNode *node, const char *name)
{
  xmlChar *found = copil_text_attribute (copil_text_child (node, name), "val");
  char *copy = g_strdup ((const char *)found);

  xmlFree (found);
  return copy;
}

/* The same as a number. */
static int
number_value (xmlNode *node, const char *name, int otherwise)
{
  g_autofree char *text = value (node, name);

  return text ? CLAMP (atoi (text), 0, 10000) : otherwise;
}

static void
read_styles (Reading *reading, xmlNode *root)
{
  for (xmlNode *style = root ? root->children : NULL; style; style = style->next)
    {
      xmlChar *id;
      g_autofree char *name = NULL, *outline = NULL;
      xmlNode *properties, *numbering;

      if (!copil_text_is (style, "style"))
        continue;
      id = copil_text_attribute (style, "styleId");
      name = value (style, "name");
      properties = copil_text_child (style, "pPr");
      outline = value (properties, "outlineLvl");
      if (id && outline && atoi (outline) < 6)
        g_hash_table_insert (reading->ranks, g_strdup ((const char *)id),
                             GINT_TO_POINTER (atoi (outline) + 1));
      else if (id && name && g_ascii_strncasecmp (name, "heading ", 8) == 0)
        g_hash_table_insert (reading->ranks, g_strdup ((const char *)id),
                             GINT_TO_POINTER (CLAMP (atoi (name + 8), 1, 6)));
      numbering = copil_text_child (properties, "numPr");
      if (id && numbering)
        {
          g_autofree char *number = value (numbering, "numId"), *level = value (numbering, "ilvl");

          if (number)
            g_hash_table_insert (reading->numbered, g_strdup ((const char *)id),
                                 g_strdup_printf ("%s %d", number, level ? atoi (level) : 0));
        }
      xmlFree (id);
    }
}

static void
read_numbering (Reading *reading, xmlNode *root)
{
  for (xmlNode *node = root ? root->children : NULL; node; node = node->next)
    if (copil_text_is (node, "abstractNum"))
      {
        xmlChar *id = copil_text_attribute (node, "abstractNumId");

        for (xmlNode *child = node->children; id && child; child = child->next)
          if (copil_text_is (child, "lvl"))
            {
              xmlChar *of = copil_text_attribute (child, "ilvl");
              Level *level = g_new0 (Level, 1);

              level->format = value (child, "numFmt");
              level->text = copil_text_clip_label (value (child, "lvlText"));
              level->start = number_value (child, "start", 1);
              g_hash_table_insert (reading->levels,
                                   g_strdup_printf ("%s %s", id, of ? (char *)of : "0"), level);
              xmlFree (of);
            }
        xmlFree (id);
      }
    else if (copil_text_is (node, "num"))
      {
        xmlChar *id = copil_text_attribute (node, "numId");
        g_autofree char *abstract = value (node, "abstractNumId");

        for (xmlNode *child = node->children; id && child; child = child->next)
          if (copil_text_is (child, "lvlOverride") && copil_text_child (child, "startOverride"))
            {
              xmlChar *of = copil_text_attribute (child, "ilvl");

              if (of && xmlStrcmp (of, BAD_CAST "0") == 0)
                g_hash_table_insert (
                    reading->restarts, g_strdup ((const char *)id),
                    GINT_TO_POINTER (1 + number_value (child, "startOverride", 1)));
              xmlFree (of);
            }
        if (id && abstract)
          g_hash_table_insert (reading->abstracts, g_strdup ((const char *)id),
                               g_steal_pointer (&abstract));
        xmlFree (id);
      }
}

/* What stands before a paragraph of a list: NULL and a depth for a bullet, else its number as
 * printed. */
static char *
next_number (Reading *reading, const char *number, int depth, guint *bullet)
{
  const char *abstract = g_hash_table_lookup (reading->abstracts, number);
  g_autofree char *key = abstract ? g_strdup_printf ("%s %d", abstract, depth) : NULL;
  const Level *level = key ? g_hash_table_lookup (reading->levels, key) : NULL;
  GString *printed;
  int *counts, restart;

  *bullet = (guint)depth + 1;
  if (!level || !level->format || g_str_equal (level->format, "bullet") ||
      g_str_equal (level->format, "none") || !level->text)
    return NULL;
  *bullet = 0;
  counts = g_hash_table_lookup (reading->counts, abstract);
  if (!counts)
    {
      counts = g_new0 (int, DEEPEST);
      g_hash_table_insert (reading->counts, g_strdup (abstract), counts);
    }
  restart = GPOINTER_TO_INT (g_hash_table_lookup (reading->restarts, number));
  if (restart)
    {
      memset (counts, 0, DEEPEST * sizeof *counts);
      counts[0] = restart - 1;
      g_hash_table_remove (reading->restarts, number);
    }
  if (!restart || depth)
    counts[depth] += counts[depth] ? 1 : MAX (level->start, 1);
  for (int i = depth + 1; i < DEEPEST; i++)
    counts[i] = 0;
  printed = g_string_new (NULL);
  for (const char *at = level->text; *at; at++)
    if (*at == '%' && at[1] >= '1' && at[1] <= '9')
      {
        int of = at[1] - '1';
        g_autofree char *other = g_strdup_printf ("%s %d", abstract, of);
        const Level *format = g_hash_table_lookup (reading->levels, other);
        g_autofree char *digits = copil_text_format_number (
            format && format->format ? format->format : "decimal", MAX (counts[of], 1));

        g_string_append (printed, digits);
        at++;
      }
    else
      g_string_append_c (printed, *at);
  if (strlen (level->text) == 2)
    g_string_append_c (printed, '.'); /* a bare number would be read as part of the text */
  return g_string_free (printed, FALSE);
}

static gboolean
run_is_bold (xmlNode *run)
{
  xmlNode *bold = copil_text_child (copil_text_child (run, "rPr"), "b");
  xmlChar *off = copil_text_attribute (bold, "val");
  gboolean is =
      bold &&
      (!off || (xmlStrcmp (off, BAD_CAST "0") != 0 && xmlStrcmp (off, BAD_CAST "false") != 0));

  xmlFree (off);
  return is;
}

static void
collect (xmlNode *node, gboolean bold, GString *letters, guint *plain, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 200; child = child->next)
    {
      if (copil_text_is (child, "t"))
        {
          xmlChar *content = xmlNodeGetContent (child);

          g_string_append (letters, (const char *)content);
          if (!bold)
            *plain += (guint)xmlStrlen (content);
          xmlFree (content);
        }
      else if (copil_text_is (child, "tab") || copil_text_is (child, "br") ||
               copil_text_is (child, "cr"))
        g_string_append_c (letters, ' ');
      else if (copil_text_is (child, "noBreakHyphen"))
        g_string_append_c (letters, '-');
      else if (copil_text_is (child, "r"))
        collect (child, run_is_bold (child), letters, plain, depth + 1);
      else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "del") &&
               !copil_text_is (child, "pPr") && !copil_text_is (child, "rPr") &&
               !copil_text_is (child, "instrText") && !copil_text_is (child, "Fallback") &&
               !copil_text_is (child, "drawing") && !copil_text_is (child, "pict") &&
               !copil_text_is (child, "moveFrom"))
        collect (child, bold, letters, plain, depth + 1);
    }
}

static void read_boxes (Reading *reading, xmlNode *node, guint depth);

static void
read_paragraph (Reading *reading, xmlNode *node)
{
  xmlNode *properties = copil_text_child (node, "pPr"),
          *numbering = copil_text_child (properties, "numPr");
  g_autofree char *style = value (properties, "pStyle"), *number = value (numbering, "numId"),
                  *level = value (numbering, "ilvl");
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *by_style = style ? g_hash_table_lookup (reading->numbered, style) : NULL;
  guint plain = 0, bullet = 0;
  int rank = style ? GPOINTER_TO_INT (g_hash_table_lookup (reading->ranks, style)) : 0;
  int depth = level ? CLAMP (atoi (level), 0, DEEPEST - 1) : 0;

  if (style && g_ascii_strncasecmp (style, "toc", 3) == 0)
    return;
  collect (node, FALSE, letters, &plain, 0);
  if (!number && by_style)
    {
      g_auto (GStrv) parts = g_strsplit (by_style, " ", 2);

      number = g_strdup (parts[0]);
      depth = CLAMP (atoi (parts[1]), 0, DEEPEST - 1);
    }
  if (number && !g_str_equal (number, "0") && letters->str[strspn (letters->str, " \t\n\v\f\r")])
    {
      g_autofree char *printed = next_number (reading, number, depth, &bullet);

      if (printed)
        {
          g_string_prepend_c (letters, ' ');
          g_string_prepend (letters, printed);
        }
    }
  copil_text_append (reading->text, letters->str, (guint)rank,
                     rank ? 0 : MAX (bullet, reading->cell), letters->len > 0 && plain == 0);
  read_boxes (reading, node, 0);
}

static void read_children (Reading *reading, xmlNode *node, guint depth);

/* Boxes of text that are anchored in a paragraph come behind it. */
static void
read_boxes (Reading *reading, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 60; child = child->next)
    if (copil_text_is (child, "txbxContent"))
      read_children (reading, child, depth + 1);
    else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "Fallback") &&
             !copil_text_is (child, "t"))
      read_boxes (reading, child, depth + 1);
}

/* The rows of a table: arrays of its cells. */
static GPtrArray *
list_cells (xmlNode *table, GPtrArray *texts)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (xmlNode *row = table->children; row; row = row->next)
    if (copil_text_is (row, "tr"))
      {
        GPtrArray *cells = g_ptr_array_new ();
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

        for (xmlNode *cell = row->children; cell; cell = cell->next)
          if (copil_text_is (cell, "tc"))
            {
              xmlChar *content = xmlNodeGetContent (cell);

              g_strv_builder_add (builder, g_strstrip ((char *)content));
              xmlFree (content);
              g_ptr_array_add (cells, cell);
            }
        g_ptr_array_add (rows, cells);
        g_ptr_array_add (texts, g_strv_builder_end (builder));
      }
  return rows;
}

static void
read_table (Reading *reading, xmlNode *node, guint depth)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GPtrArray) rows = list_cells (node, texts);
  guint outer = reading->cell;

  if (depth > 20 || !copil_text_table_is_by_column (texts))
    {
      for (guint r = 0; depth <= 20 && r < rows->len; r++)
        for (guint c = 0; c < ((GPtrArray *)rows->pdata[r])->len; c++)
          read_children (reading, ((GPtrArray *)rows->pdata[r])->pdata[c], depth + 1);
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
        read_children (reading, ((GPtrArray *)rows->pdata[r])->pdata[c], depth + 1);
      reading->cell = outer;
    }
}

static void
read_children (Reading *reading, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child && depth < 200; child = child->next)
    if (copil_text_is (child, "p"))
      read_paragraph (reading, child);
    else if (copil_text_is (child, "tbl"))
      read_table (reading, child, depth + 1);
    else if (child->type == XML_ELEMENT_NODE && !copil_text_is (child, "sectPr"))
      read_children (reading, child, depth + 1);
}

CopilText *
copil_text_read_docx (GBytes *bytes, GError **error)
{
  xmlDoc *document = copil_text_package_parse (bytes, "word/document.xml", TRUE, error), *part;
  Reading reading = { 0 };
  xmlNode *body;

  if (!document)
    return NULL;
  reading.text = copil_text_new ();
  reading.ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.numbered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.abstracts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, level_free);
  reading.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.restarts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  part = copil_text_package_parse (bytes, "word/styles.xml", FALSE, NULL);
  if (part)
    {
      read_styles (&reading, xmlDocGetRootElement (part));
      xmlFreeDoc (part);
    }
  part = copil_text_package_parse (bytes, "word/numbering.xml", FALSE, NULL);
  if (part)
    {
      read_numbering (&reading, xmlDocGetRootElement (part));
      xmlFreeDoc (part);
    }
  body = copil_text_child (xmlDocGetRootElement (document), "body");
  if (body)
    read_children (&reading, body, 0);
  g_hash_table_unref (reading.ranks);
  g_hash_table_unref (reading.numbered);
  g_hash_table_unref (reading.abstracts);
  g_hash_table_unref (reading.levels);
  g_hash_table_unref (reading.counts);
  g_hash_table_unref (reading.restarts);
  xmlFreeDoc (document);
  return reading.text;
}
