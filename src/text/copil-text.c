/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text.h"

#include <string.h>

#include "copil-text-match.h"

struct _CopilText
{
  GString *source;
  GPtrArray *lines;
};

static void
line_free (gpointer data)
{
  CopilTextLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Tags, superscripts, emphasis and escapes of Markdown out of a line. */
static char *
without_markup (const char *text)
{
  static const char *const rules[][2] = {
    { "\\^\\{([^}]*)\\}", "\\1" },
    { "</?[A-Za-z][^<>]{0,60}>", "" },
    { "\\*\\*|__", "" },
    { "(^|[\\s(«\"'’])\\*(\\p{L}[^*]*\\S)\\*(?=[\\s.,;:)»\"]|$)", "\\1\\2" },
    { "\\\\([\\\\`*_{}\\[\\]()#+.!-])", "\\1" },
    { "[\\p{Zs}\\t]+", " " },
  };
  char *clean = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      char *next = copil_text_replace (rules[i][0], clean, rules[i][1]);

      g_free (clean);
      clean = next;
    }
  return g_strstrip (clean);
}

static gboolean
is_bold (const char *text)
{
  gsize length = strlen (text);

  return length > 4 && g_str_has_prefix (text, "**") && g_str_has_suffix (text, "**") &&
         !strstr (text + 2, "** ");
}

/* The length in bytes of a bullet and its space; 0 where the text begins with none. */
static gsize
bullet_length (const char *text)
{
  static const char *const bullets[] = { "-", "–", "—", "•", "◦", "▪",      "●",      "‣", "∙",
                                         "·", "*", "√", "✓", "✔", "➢",      "➤",      "❖", "□",
                                         "▫", "o", ".", "+", "", "\uf0a7", "\uf0fc", NULL };

  for (int i = 0; bullets[i]; i++)
    if (g_str_has_prefix (text, bullets[i]))
      {
        gsize length = strlen (bullets[i]);
        const char *rest = text + length;

        if (*rest == ' ' || *rest == '\t')
          {
            while (*rest == ' ' || *rest == '\t')
              rest++;
            return *rest ? (gsize)(rest - text) : 0;
          }
        if (length > 1 && !g_str_equal (bullets[i], "–") && !g_str_equal (bullets[i], "—") &&
            g_unichar_isalpha (g_utf8_get_char (rest)))
          return length;
      }
  return 0;
}

static void
add_plain_line (CopilText *text, const char *raw, gsize start, gsize end, gboolean gap)
{
  CopilTextLine *line = g_new0 (CopilTextLine, 1);
  g_autofree char *copy = g_strdup (raw);
  const char *at = g_strchug (copy);
  guint indent = (guint)(strspn (raw, " ") + 4 * strspn (raw, "\t"));
  gsize skip;

  while (line->level < 6 && at[line->level] == '#')
    line->level++;
  if (line->level && (at[line->level] == ' ' || at[line->level] == '\t'))
    at += line->level;
  else
    line->level = 0;
  while (*at == ' ')
    at++;
  if (*at == '>' && at[1] == ' ')
    at += 2;
  line->bold = is_bold (at);
  skip = bullet_length (at);
  if (skip)
    {
      line->bullet = 1 + MIN (indent / 2, 5);
      at += skip;
      line->bold = is_bold (at);
    }
  line->text = without_markup (at);
  line->start = start;
  line->end = end;
  line->gap = gap;
  if (*line->text)
    g_ptr_array_add (text->lines, line);
  else
    line_free (line);
}

CopilText *
copil_text_new (void)
{
  CopilText *text = g_new0 (CopilText, 1);

  text->source = g_string_new (NULL);
  text->lines = g_ptr_array_new_with_free_func (line_free);
  return text;
}

CopilText *
copil_text_new_from_plain (const char *plain)
{
  CopilText *text = copil_text_new ();
  const char *at = plain;
  gboolean gap = TRUE;

  g_string_append (text->source, plain);
  while (*at)
    {
      gsize length = strcspn (at, "\r\n\f\v");
      g_autofree char *raw = g_strndup (at, length);
      gboolean empty = !*g_strstrip (raw);
      const char *next = at + length;

      if (empty)
        gap = TRUE;
      else
        {
          g_autofree char *whole = g_strndup (at, length);

          add_plain_line (text, whole, (gsize)(at - plain), (gsize)(at - plain) + length, gap);
          gap = FALSE;
        }
      if (*next == '\f')
        gap = TRUE;
      if (*next == '\r' && next[1] == '\n')
        next++;
      at = *next ? next + 1 : next;
    }
  return text;
}

void
copil_text_free (CopilText *text)
{
  if (!text)
    return;
  g_string_free (text->source, TRUE);
  g_ptr_array_unref (text->lines);
  g_free (text);
}

void
copil_text_append (CopilText *text, const char *paragraph, guint level, guint bullet, gboolean bold)
{
  CopilTextLine *line;
  g_autofree char *clean = copil_text_replace ("[\\s\\p{Zs}]+", paragraph, " ");
  gsize skip;

  g_strstrip (clean);
  if (!*clean)
    return;
  line = g_new0 (CopilTextLine, 1);
  skip = bullet_length (clean);
  line->start = text->source->len;
  if (bullet)
    g_string_append_printf (text->source, "%*s• ", (int)(2 * (bullet - 1)), "");
  g_string_append (text->source, clean);
  line->end = text->source->len;
  g_string_append (text->source, "\n\n");
  line->level = MIN (level, 6);
  line->bullet = bullet ? bullet : skip ? 1 : 0;
  line->bold = bold;
  line->gap = TRUE;
  line->text = g_strdup (clean + skip);
  g_ptr_array_add (text->lines, line);
}

const char *
copil_text_get_source (CopilText *text)
{
  return text->source->str;
}

GPtrArray *
copil_text_get_lines (CopilText *text)
{
  return text->lines;
}
