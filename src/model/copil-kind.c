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

/* --- Sections and columns --- */

/* Short fields stand two on a line where nothing else is said. */
static gboolean
is_short (const CopilField *field)
{
  return field->type != COPIL_FIELD_NOTE && field->type != COPIL_FIELD_REFERENCES &&
         (field->type != COPIL_FIELD_TEXT || (field->flags & COPIL_FIELD_SHORT));
}

static gboolean
names_field (const char *fields, const char *name)
{
  g_auto (GStrv) names = g_strsplit (fields, " ", -1);

  return g_strv_contains ((const char *const *)names, name);
}

static gboolean
is_in_section (const CopilKind *kind, const CopilField *field)
{
  for (const CopilSection *section = kind->sections; section && section->name; section++)
    if (names_field (section->fields, field->name))
      return TRUE;
  return FALSE;
}

/* The section that takes what stands in none. */
static const CopilSection *
find_rest (const CopilKind *kind)
{
  const CopilSection *rest = NULL;

  for (const CopilSection *section = kind->sections; section && section->name; section++)
    if (section->rest)
      return section;
    else if (!section->again)
      rest = section;
  return rest;
}

static gboolean
is_listed (GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/* What was listed already is not shown twice. */
static void
add_section (GPtrArray *names, const CopilSection *section)
{
  g_auto (GStrv) parts = g_strsplit (section->fields, " ", -1);
  gboolean joined = FALSE, begun = FALSE;

  for (guint i = 0; parts[i]; i++)
    if (g_str_equal (parts[i], "|"))
      joined = begun;
    else if (!is_listed (names, parts[i]))
      {
        if (joined)
          g_ptr_array_add (names, g_strdup ("|"));
        g_ptr_array_add (names, g_strdup (parts[i]));
        joined = FALSE;
        begun = TRUE;
      }
}

static void
add_rest (const CopilKind *kind, GPtrArray *names)
{
  guint on_line = 0;

  for (const CopilField *field = kind->fields; field->name; field++)
    {
      if ((field->flags & COPIL_FIELD_HIDDEN) || field->type == COPIL_FIELD_DATA ||
          g_strcmp0 (field->name, kind->parent) == 0 || is_in_section (kind, field))
        continue;
      if (is_short (field) && on_line == 1)
        g_ptr_array_add (names, g_strdup ("|"));
      on_line = is_short (field) ? (on_line + 1) % 2 : 0;
      g_ptr_array_add (names, g_strdup (field->name));
    }
}

char **
copil_kind_dup_section (const CopilKind *kind, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const CopilSection *rest = find_rest (kind);
  gboolean found = name == NULL;

  for (const CopilSection *section = kind->sections; section && section->name; section++)
    if (name ? g_str_equal (section->name, name) : !section->again)
      {
        add_section (names, section);
        if (section == rest)
          add_rest (kind, names);
        found = TRUE;
      }
  if (!rest && !name)
    add_rest (kind, names);
  g_ptr_array_add (names, NULL);
  if (!found)
    g_critical ("the kind %s has no section “%s”", kind->name, name);
  return (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

GPtrArray *
copil_kind_list_columns (const CopilKind *kind)
{
  const char *first = kind->columns ? kind->columns : kind->parent ? kind->parent : "";
  g_auto (GStrv) names = g_strsplit (first, " ", -1);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    {
      const CopilField *field = copil_kind_get_field (kind, names[i]);

      g_assert (field != NULL);
      g_ptr_array_add (fields, (gpointer)field);
    }
  for (const CopilField *field = kind->fields; field->name; field++)
    if (field->type != COPIL_FIELD_DATA &&
        !g_strv_contains ((const char *const *)names, field->name))
      g_ptr_array_add (fields, (gpointer)field);
  return fields;
}

/* --- SQL --- */

char *
copil_kind_dup_title_sql (const CopilKind *kind, const char *alias)
{
  g_autofree char *title =
      kind->other_title ? g_strdup_printf ("coalesce (nullif (%s.\"%s\", ''), %s.\"%s\")", alias,
                                           kind->title_field, alias, kind->other_title)
                        : g_strdup_printf ("%s.\"%s\"", alias, kind->title_field);

  if (!kind->label_field)
    return g_steal_pointer (&title);
  return g_strdup_printf ("CASE WHEN %s.%s > '' THEN %s.%s || ' ' || %s ELSE %s END", alias,
                          kind->label_field, alias, kind->label_field, title, title);
}

static char *
dup_path_sql (const CopilKind *kind, const char *alias, const char *path, guint depth)
{
  const char *rest = strchr (path, '.');
  g_autofree char *name = g_strndup (path, strcspn (path, "."));
  g_autofree char *other = g_strdup_printf ("path%u", depth);
  g_autofree char *inner = NULL;
  const CopilField *field = copil_kind_get_field (kind, name);

  g_assert (field != NULL);
  if (!rest)
    return g_strdup_printf ("%s.\"%s\"", alias, name);
  inner = dup_path_sql (copil_kind_get (field->target), other, rest + 1, depth + 1);
  return g_strdup_printf ("(SELECT %s FROM \"%s\" %s WHERE %s.id = %s.\"%s\")", inner,
                          field->target, other, other, alias, name);
}

char *
copil_kind_dup_path_sql (const CopilKind *kind, const char *alias, const char *path)
{
  return dup_path_sql (kind, alias, path, 1);
}

char *
copil_kind_dup_late_sql (const CopilKind *kind, const char *alias, const char *today)
{
  return kind->status_field && kind->due_field
             ? g_strdup_printf ("copil_late (%s.\"%s\", %s.\"%s\", '%s')", alias,
                                kind->status_field, alias, kind->due_field, today)
             : NULL;
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
