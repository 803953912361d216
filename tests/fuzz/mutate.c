/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How libFuzzer changes a package: mostly the tree of one of its XML parts, so that what comes out
 * is a package and XML again; sometimes the bytes of a part, or of the whole. Only for libFuzzer.
 */
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include <glib.h>

#define MOST_PARTS 12
#define MOST_NODES 4000
#define LONGEST 2000

typedef struct
{
  char *name;
  char *bytes;
  gsize length;
} Part;

gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed);
gsize LLVMFuzzerCustomCrossOver (const guint8 *one, gsize one_size, const guint8 *other,
                                 gsize other_size, guint8 *out, gsize max_size, guint seed);

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->bytes);
  g_free (part);
}

/* --- Packages --- */

/* The parts of a package; NULL where the bytes are none. */
static GPtrArray *
unpack (const guint8 *data, gsize size)
{
  zip_source_t *source = size ? zip_source_buffer_create (data, size, 0, NULL) : NULL;
  zip_t *zip = source ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  GPtrArray *parts;
  zip_int64_t n;

  if (!zip)
    {
      if (source)
        zip_source_free (source);
      return NULL;
    }
  parts = g_ptr_array_new_with_free_func (part_free);
  n = MIN (zip_get_num_entries (zip, 0), MOST_PARTS);
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t about;
      zip_file_t *file;
      Part *part;
      zip_int64_t got;

      if (zip_stat_index (zip, (zip_uint64_t)i, 0, &about) != 0 || about.size > 1 << 20)
        continue;
      file = zip_fopen_index (zip, (zip_uint64_t)i, 0);
      if (!file)
        continue;
      part = g_new0 (Part, 1);
      part->name = g_strdup (about.name);
      part->bytes = g_malloc0 (about.size + 1);
      got = zip_fread (file, part->bytes, about.size);
      part->length = got > 0 ? (gsize)got : 0;
      zip_fclose (file);
      g_ptr_array_add (parts, part);
    }
  zip_discard (zip);
  return parts;
}

/* Puts the parts into "out" as a package; 0 where they do not fit. */
static gsize
pack (GPtrArray *parts, guint8 *out, gsize max_size, GRand *chance)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_stat_t about;
  zip_int64_t got = 0;

  g_assert_nonnull (zip);
  zip_source_keep (source);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      zip_int64_t index = zip_file_add (
          zip, part->name, zip_source_buffer (zip, part->bytes, part->length, 0), ZIP_FL_OVERWRITE);

      if (index < 0)
        continue;
      zip_set_file_compression (zip, (zip_uint64_t)index,
                                g_rand_int_range (chance, 0, 4) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
      zip_file_set_mtime (zip, (zip_uint64_t)index, 315532800, 0);
    }
  if (zip_close (zip) != 0)
    zip_discard (zip);
  else if (zip_source_open (source) == 0)
    {
      if (zip_source_stat (source, &about) == 0 && about.size <= max_size)
        got = zip_source_read (source, out, about.size);
      zip_source_close (source);
    }
  zip_source_free (source);
  return got > 0 ? (gsize)got : 0;
}

/* --- Trees --- */

static void
list_nodes (xmlNode *node, GPtrArray *elements, GPtrArray *texts)
{
  for (; node && elements->len + texts->len < MOST_NODES; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (elements, node);
        list_nodes (node->children, elements, texts);
      }
    else if (node->type == XML_TEXT_NODE)
      g_ptr_array_add (texts, node);
}

static gpointer
pick (GPtrArray *list, GRand *chance)
{
  return list->len ? list->pdata[g_rand_int_range (chance, 0, (gint32)list->len)] : NULL;
}

/* What libFuzzer makes of some text, as text that XML can hold. */
static char *
mutate_text (const char *text)
{
  char buffer[LONGEST + 1];
  gsize length = MIN (strlen (text), LONGEST / 2);
  char *valid;

  memcpy (buffer, text, length);
  length = LLVMFuzzerMutate ((guint8 *)buffer, length, LONGEST);
  valid = g_utf8_make_valid (buffer, (gssize)length);
  for (char *at = valid; *at; at++)
    if ((guchar)*at < ' ' && *at != '\n' && *at != '\t')
      *at = ' ';
  return valid;
}

static void
mutate_attribute (xmlNode *element, GRand *chance)
{
  static const char *const values[] = { "0",   "1",          "-1",         "7",
                                        "255", "2147483647", "4294967296", "99999999999999999999",
                                        "",    " ",          "1e308",      "nan",
                                        "true" };
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  xmlAttr *attribute;
  xmlChar *value;
  g_autofree char *mutated = NULL;

  for (attribute = element->properties; attribute; attribute = attribute->next)
    g_ptr_array_add (attributes, attribute);
  attribute = pick (attributes, chance);
  if (!attribute)
    return;
  if (!g_rand_int_range (chance, 0, 6))
    {
      xmlRemoveProp (attribute);
      return;
    }
  value = xmlNodeListGetString (element->doc, attribute->children, 1);
  mutated = g_rand_boolean (chance)
                ? mutate_text (value ? (const char *)value : "")
                : g_strdup (values[g_rand_int_range (chance, 0, G_N_ELEMENTS (values))]);
  xmlFree (value);
  xmlSetNsProp (element, attribute->ns, attribute->name, BAD_CAST mutated);
}

static gboolean
is_within (const xmlNode *node, const xmlNode *outer)
{
  for (; node; node = node->parent)
    if (node == outer)
      return TRUE;
  return FALSE;
}

static gulong
count_nodes (const xmlNode *node)
{
  gulong n = 1;

  if (node->type == XML_ELEMENT_NODE)
    for (const xmlNode *child = node->children; child; child = child->next)
      n += count_nodes (child);
  return n;
}

/* The name space that the prefix of another one stands for at an element; NULL for none. That one
 * itself may go with the element that declares it. */
static xmlNs *
find_space (xmlNode *element, const xmlNs *like)
{
  return like ? xmlSearchNs (element->doc, element, like->prefix) : NULL;
}

static void
change_tree (xmlDoc *document, GRand *chance)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new (), texts = g_ptr_array_new ();
  xmlNode *root = xmlDocGetRootElement (document), *element, *other, *text;
  g_autofree char *words = NULL;

  list_nodes (root, elements, texts);
  element = pick (elements, chance);
  other = pick (elements, chance);
  text = pick (texts, chance);
  switch (g_rand_int_range (chance, 0, 11))
    {
    case 0: /* gone */
      if (element != root)
        {
          xmlUnlinkNode (element);
          xmlFreeNode (element);
        }
      break;
    case 1: /* again, here or elsewhere */
      for (gint32 n = g_rand_int_range (chance, 0, 6) ? 1 : g_rand_int_range (chance, 2, 40);
           n > 0 && element != root && count_nodes (element) * (gulong)n < MOST_NODES / 4; n--)
        xmlAddNextSibling (other == root ? element : other, xmlDocCopyNode (element, document, 1));
      break;
    case 2: /* into another */
      if (element != root && !is_within (other, element))
        {
          xmlUnlinkNode (element);
          xmlAddChild (other, element);
          xmlReconciliateNs (document, element);
        }
      break;
    case 3: /* by another name */
      xmlNodeSetName (element, other->name);
      xmlSetNs (element, find_space (element, other->ns));
      break;
    case 4: /* with what another one says of itself */
      for (xmlAttr *attribute = other->properties; attribute && element != other;
           attribute = attribute->next)
        {
          xmlChar *value = xmlNodeListGetString (document, attribute->children, 1);

          xmlSetNsProp (element, find_space (element, attribute->ns), attribute->name, value);
          xmlFree (value);
        }
      break;
    case 5: /* deep within itself */
      for (gint32 n = g_rand_int_range (chance, 1, 60); n > 0 && element != root; n--)
        {
          xmlNode *around = xmlDocCopyNode (element, document, 2);

          xmlReplaceNode (element, around);
          xmlAddChild (around, element);
        }
      break;
    case 6:
    case 7:
      mutate_attribute (element, chance);
      break;
    default: /* other words */
      if (!text)
        {
          words = mutate_text ("");
          xmlAddChild (element, xmlNewText (BAD_CAST words));
          break;
        }
      words = mutate_text ((const char *)text->content);
      xmlNodeSetContent (text, BAD_CAST words);
      break;
    }
}

/* FALSE where the part is no XML. */
static gboolean
mutate_tree (Part *part, GRand *chance)
{
  xmlDoc *document =
      xmlReadMemory (part->bytes, (int)part->length, NULL, NULL,
                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER);
  xmlChar *written = NULL;
  int length = 0;

  if (document && xmlDocGetRootElement (document))
    {
      for (gint32 n = g_rand_int_range (chance, 1, 5); n > 0; n--)
        change_tree (document, chance);
      xmlDocDumpMemory (document, &written, &length);
    }
  xmlFreeDoc (document);
  if (!written)
    return FALSE;
  g_free (part->bytes);
  part->bytes = g_memdup2 (written, (gsize)length + 1);
  part->length = (gsize)length;
  xmlFree (written);
  return TRUE;
}

static void
mutate_bytes (Part *part)
{
  part->bytes = g_realloc (part->bytes, part->length + 65);
  part->length = LLVMFuzzerMutate ((guint8 *)part->bytes, part->length, part->length + 64);
  part->bytes[part->length] = '\0';
}

static void
mutate_parts (GPtrArray *parts, GRand *chance)
{
  Part *part = pick (parts, chance), *other = pick (parts, chance);
  char *words;

  switch (g_rand_int_range (chance, 0, 24))
    {
    case 0:
      g_ptr_array_remove (parts, part);
      break;
    case 1:
      words = g_strdup (other->name);
      g_free (part->name);
      part->name = words;
      break;
    case 2:
    case 3:
      mutate_bytes (part);
      break;
    default:
      if (!mutate_tree (part, chance))
        mutate_bytes (part);
    }
}

gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed)
{
  GRand *chance = g_rand_new_with_seed (seed);
  GPtrArray *parts = g_rand_int_range (chance, 0, 16) ? unpack (data, size) : NULL;
  gsize length = 0;

  if (parts && parts->len)
    {
      mutate_parts (parts, chance);
      length = pack (parts, data, max_size, chance);
    }
  if (parts)
    g_ptr_array_unref (parts);
  g_rand_free (chance);
  return length ? length : LLVMFuzzerMutate (data, size, max_size);
}

/* The parts of one, some of them from the other. */
gsize
LLVMFuzzerCustomCrossOver (const guint8 *one, gsize one_size, const guint8 *other, gsize other_size,
                           guint8 *out, gsize max_size, guint seed)
{
  GRand *chance = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) parts = unpack (one, one_size);
  g_autoptr (GPtrArray) others = unpack (other, other_size);
  gsize length = 0;

  for (guint i = 0; parts && others && i < others->len; i++)
    if (g_rand_boolean (chance))
      {
        Part *from = others->pdata[i], *part = NULL;

        for (guint j = 0; j < parts->len && !part; j++)
          if (g_str_equal (((Part *)parts->pdata[j])->name, from->name))
            part = parts->pdata[j];
        if (!part)
          {
            part = g_new0 (Part, 1);
            part->name = g_strdup (from->name);
            g_ptr_array_add (parts, part);
          }
        g_free (part->bytes);
        part->bytes = g_memdup2 (from->bytes, from->length + 1);
        part->length = from->length;
      }
  if (parts && parts->len)
    length = pack (parts, out, max_size, chance);
  g_rand_free (chance);
  return length;
}
