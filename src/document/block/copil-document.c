/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-document.h"

#include <string.h>

struct _CopilDocument
{
  CopilPublication parent_instance;
  char *header;
  char *footer;
  CopilOrientation orientation;
  guint heading_shift;
  guint last_level;
  GArray *blocks; /* CopilBlock */
};

G_DEFINE_FINAL_TYPE (CopilDocument, copil_document, COPIL_TYPE_PUBLICATION)

static void
set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
block_clear (gpointer data)
{
  CopilBlock *block = data;

  g_clear_pointer (&block->runs, copil_runs_unref);
  g_clear_object (&block->object);
}

static void
take_block (CopilDocument *self, CopilBlockKind kind, CopilRuns *runs, GObject *object)
{
  CopilBlock block = { .kind = kind, .runs = runs, .object = object };

  g_array_append_val (self->blocks, block);
}

static CopilBlock *
last_block (CopilDocument *self)
{
  return &g_array_index (self->blocks, CopilBlock, self->blocks->len - 1);
}

/* The text of a list line without its bullet, or NULL if `line` is no list line: after the bullet
 * stands a space of any width, or a tab. */
static const char *
after_bullet (const char *line)
{
  /* The last are those of the fonts of symbols, as they come out of a word processor. */
  static const gunichar bullets[] = { '-', 0x2022, 0x2013, 0x25aa, 0x25cf, 0x25e6, 0xf0b7, 0xf0a7 };
  gunichar first = g_utf8_get_char (line);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (first == bullets[i])
      {
        const char *after = g_utf8_next_char (line);

        if (!g_unichar_isspace (g_utf8_get_char (after)))
          return NULL;
        while (*after && g_unichar_isspace (g_utf8_get_char (after)))
          after = g_utf8_next_char (after);
        return after;
      }
  return NULL;
}

static void
flush_lines (CopilDocument *self, GString *lines)
{
  copil_document_add_text (self, COPIL_ROLE_BODY, lines->str);
  g_string_truncate (lines, 0);
}

static void
copil_document_finalize (GObject *object)
{
  CopilDocument *self = COPIL_DOCUMENT (object);

  g_free (self->header);
  g_free (self->footer);
  g_array_unref (self->blocks);
  G_OBJECT_CLASS (copil_document_parent_class)->finalize (object);
}

static void
copil_document_class_init (CopilDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_document_finalize;
}

static void
copil_document_init (CopilDocument *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CopilBlock));
  g_array_set_clear_func (self->blocks, block_clear);
}

CopilDocument *
copil_document_new (const char *title, const char *language)
{
  CopilDocument *self = copil_publication_new (COPIL_TYPE_DOCUMENT, title, language);

  if (self)
    self->footer = g_strdup (title);
  return self;
}

void
copil_document_set_orientation (CopilDocument *document, CopilOrientation orientation)
{
  document->orientation = orientation;
}

CopilOrientation
copil_document_get_orientation (CopilDocument *document)
{
  return document->orientation;
}

void
copil_document_set_header (CopilDocument *document, const char *header)
{
  set_string (&document->header, header);
}

const char *
copil_document_get_header (CopilDocument *document)
{
  return document->header;
}

void
copil_document_set_footer (CopilDocument *document, const char *footer)
{
  set_string (&document->footer, footer);
}

const char *
copil_document_get_footer (CopilDocument *document)
{
  return document->footer;
}

void
copil_document_set_heading_shift (CopilDocument *document, guint shift)
{
  document->heading_shift = MIN (shift, COPIL_HEADING_LEVELS - 1);
}

void
copil_document_add_heading (CopilDocument *document, guint level, const char *text)
{
  g_autofree char *stripped = text ? g_strstrip (g_strdup (text)) : NULL;

  if (!stripped || !*stripped)
    return;
  level = MIN (MAX (level, 1) + document->heading_shift, COPIL_HEADING_LEVELS);
  level = MIN (level, document->last_level + 1);
  document->last_level = level;
  take_block (document, COPIL_BLOCK_HEADING, copil_runs_new (stripped), NULL);
  last_block (document)->level = level;
}

void
copil_document_add_paragraph (CopilDocument *document, CopilRole role, CopilRuns *runs)
{
  g_return_if_fail (runs != NULL);
  g_return_if_fail (role < COPIL_N_ROLES);

  take_block (document, COPIL_BLOCK_PARAGRAPH, runs, NULL);
  last_block (document)->role = role;
}

void
copil_document_add_text (CopilDocument *document, CopilRole role, const char *text)
{
  if (text && *text)
    copil_document_add_paragraph (document, role, copil_runs_new (text));
}

void
copil_document_add_notes (CopilDocument *document, const char *text)
{
  g_autofree char *unified = copil_lines_unify (text ? text : "");
  g_auto (GStrv) lines = g_strsplit (unified, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  CopilList *list = NULL;

  for (guint i = 0; lines[i]; i++)
    {
      /* Two spaces or more before a bullet put it one level lower. */
      guint level = g_str_has_prefix (lines[i], "  ") || lines[i][0] == '\t' ? 2 : 1;
      const char *line = g_strstrip (lines[i]);
      const char *item = after_bullet (line);

      if (item)
        {
          flush_lines (document, paragraph);
          if (!list)
            list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
          copil_list_add_text (list, level, item);
          continue;
        }
      list = NULL;
      if (g_str_has_prefix (line, "* ") && line[2])
        {
          flush_lines (document, paragraph);
          copil_document_add_paragraph (
              document, COPIL_ROLE_BODY,
              copil_runs_add (copil_runs_new (NULL), COPIL_RUN_STRONG, line + 2));
          continue;
        }
      if (!*line)
        flush_lines (document, paragraph);
      else
        g_string_append_printf (paragraph, "%s%s", paragraph->len ? "\n" : "", line);
    }
  flush_lines (document, paragraph);
}

CopilList *
copil_document_add_list (CopilDocument *document, CopilList *list)
{
  take_block (document, COPIL_BLOCK_LIST, NULL, G_OBJECT (list));
  return list;
}

CopilTable *
copil_document_add_table (CopilDocument *document, CopilTable *table)
{
  take_block (document, COPIL_BLOCK_TABLE, NULL, G_OBJECT (table));
  return table;
}

CopilPicture *
copil_document_add_picture (CopilDocument *document, CopilPicture *picture)
{
  take_block (document, COPIL_BLOCK_PICTURE, NULL, G_OBJECT (picture));
  return picture;
}

void
copil_document_add_contents (CopilDocument *document, const char *title, guint levels)
{
  g_return_if_fail (title && *title);
  take_block (document, COPIL_BLOCK_CONTENTS, copil_runs_new (title), NULL);
  last_block (document)->level = CLAMP (levels, 1, COPIL_HEADING_LEVELS);
}

void
copil_document_add_page_break (CopilDocument *document)
{
  take_block (document, COPIL_BLOCK_PAGE_BREAK, NULL, NULL);
}

guint
copil_document_get_n_blocks (CopilDocument *document)
{
  return document->blocks->len;
}

const CopilBlock *
copil_document_get_block (CopilDocument *document, guint i)
{
  g_return_val_if_fail (i < document->blocks->len, NULL);

  return &g_array_index (document->blocks, CopilBlock, i);
}
