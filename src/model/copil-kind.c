/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLE_LENGTH 60

const CopilKind *
copil_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    if (g_str_equal ((*kind)->name, name) || g_str_equal ((*kind)->plural, name))
      return *kind;
  return NULL;
}

const CopilKind *
copil_kind_get (const char *name)
{
  const CopilKind *kind = copil_kind_find (name);
  g_assert (kind != NULL);
  return kind;
}

const CopilField *
copil_kind_get_field (const CopilKind *kind, const char *name)
{
  for (const CopilField *field = kind->fields; field->name; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

guint
copil_kind_get_n_fields (const CopilKind *kind)
{
  guint n = 0;
  while (kind->fields[n].name)
    n++;
  return n;
}

static void
append_secret (GString *sql, const CopilKind *kind, const char *alias, guint depth)
{
  const char *start = "";

  g_string_append_c (sql, '(');
  for (const CopilField *field = kind->fields; field->name; field++)
    if (field->flags & COPIL_FIELD_SECRET)
      {
        g_string_append_printf (sql, "%scoalesce (%s.\"%s\", 0) <> 0", start, alias, field->name);
        start = " OR ";
      }
    else if (field->type == COPIL_FIELD_REFERENCE &&
             ((field->flags & COPIL_FIELD_SUBJECT) || g_strcmp0 (field->name, kind->parent) == 0))
      {
        const CopilKind *target = copil_kind_get (field->target);
        g_autofree char *other = g_strdup_printf ("secret%u", depth);
        g_autoptr (GString) inner = g_string_new (NULL);

        append_secret (inner, target, other, depth + 1);
        if (g_str_equal (inner->str, "(0)"))
          continue;
        g_string_append_printf (sql,
                                "%sEXISTS (SELECT 1 FROM \"%s\" %s WHERE %s.id = %s.\"%s\" AND %s)",
                                start, target->name, other, other, alias, field->name, inner->str);
        start = " OR ";
      }
  g_string_append (sql, *start ? ")" : "0)");
}

char *
copil_kind_dup_secret_sql (const CopilKind *kind, const char *alias)
{
  GString *sql = g_string_new (NULL);

  append_secret (sql, kind, alias, 1);
  return g_string_free (sql, FALSE);
}

const char *
copil_kind_get_label (const CopilKind *kind)
{
  return _ (kind->label);
}

const char *
copil_kind_get_plural_label (const CopilKind *kind)
{
  return _ (kind->plural_label);
}

const char *
copil_field_get_label (const CopilField *field)
{
  return _ (field->label);
}

const char *
copil_field_get_option_label (const CopilField *field, const char *value)
{
  for (const CopilOption *option = field->options; option && option->value; option++)
    if (g_strcmp0 (option->value, value) == 0)
      return _ (option->label);
  return value;
}

char *
copil_kind_describe (const CopilKind *kind, const char *label, const char *title)
{
  g_autofree char *line = NULL;

  if (label && *label)
    return g_strdup_printf (C_ ("record", "%s %s"), copil_kind_get_label (kind), label);
  if (!title || !*title)
    return g_strdup (copil_kind_get_label (kind));
  line = g_strdelimit (g_strdup (title), "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) > TITLE_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (line, 0, TITLE_LENGTH - 1);
      g_free (line);
      line = g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_strdup_printf (C_ ("record", "%s “%s”"), copil_kind_get_label (kind), line);
}
