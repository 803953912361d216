/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-list.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"

CopilRowList *
copil_view_list_new (CopilStore *store, const char *kind, const char *row)
{
  const char *rows[] = { row ? row : "SELECT ?1", NULL }, *kinds[] = { kind, NULL };

  return copil_row_list_new (store, rows, kinds);
}

void
copil_view_list_show (const CopilViewList *list, CopilRowList *rows)
{
  gboolean sought = list->words && *list->words;
  /* Never a number, which would be bound as one. */
  g_autofree char *words = sought ? g_strconcat ("~", list->words, NULL) : NULL;
  const char *parameters[] = { words, NULL };
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT 0, r.id FROM \"%s\" AS r WHERE 1", list->kind->name);
  if (sought)
    g_string_append_printf (sql, " AND instr (copil_fold (%s), copil_fold (substr (?1, 2))) > 0",
                            list->search);
  for (guint i = 0; list->conditions && list->conditions[i]; i++)
    g_string_append_printf (sql, " AND (%s)", list->conditions[i]);
  g_string_append (sql, " ORDER BY ");
  if (list->sort)
    g_string_append_printf (sql, "%s IS NULL, %s%s, ", list->sort, list->sort,
                            list->descending ? " DESC" : "");
  g_string_append (sql, list->order ? list->order : list->kind->order);
  copil_row_list_set_query (rows, sql->str, parameters, list->follows);
}

void
copil_view_list_show_choices (CopilRowList *rows, const CopilKind *kind, const char *within,
                              gint64 id, const char *typed)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char *parameters[] = { NULL, NULL, NULL };
  guint n = 0;

  g_string_printf (sql, "SELECT 0, id FROM \"%s\" WHERE 1", kind->name);
  if (within)
    {
      parameters[n++] = of;
      g_string_append_printf (sql, " AND \"%s\" = ?%u", within, n);
    }
  if (*typed)
    {
      parameters[n++] = typed;
      g_string_append_printf (
          sql,
          " AND instr (copil_fold (coalesce (%s, '') || ' ' || coalesce (\"%s\", '') || ' ' || "
          "coalesce (%s, '')), copil_fold (?%u))",
          kind->label_field ? kind->label_field : "''", kind->title_field,
          kind->other_title ? kind->other_title : "''", n);
    }
  if (kind->group)
    g_string_append_printf (sql, " ORDER BY \"%s\", \"%s\", %s", kind->parent, kind->group,
                            kind->order);
  else
    g_string_append_printf (sql, " ORDER BY %s", kind->order);
  copil_row_list_set_query (rows, sql->str, parameters, NULL);
}

char *
copil_view_list_make_condition (const char *pattern, const char *chosen, gboolean text)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", -1), quotes = g_strsplit (chosen, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", quotes);
  g_autofree char *quoted = g_strdup_printf ("'%s'", doubled);

  return g_strjoinv (text ? quoted : chosen, parts);
}

char **
copil_view_list_values (CopilStore *store, const char *sql)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  while (copil_query_next (query))
    if (copil_query_text (query, 0))
      g_strv_builder_add (values, copil_query_text (query, 0));
  return g_strv_builder_end (values);
}

/* A text within SQL. */
static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *joined = g_strjoinv ("''", parts);

  return g_strdup_printf ("'%s'", joined);
}

char *
copil_view_list_dup_cell_sql (const CopilKind *kind, const CopilField *field)
{
  if (field->type == COPIL_FIELD_REFERENCE)
    {
      const CopilKind *target = copil_kind_get (field->target);
      g_autofree char *title = copil_kind_dup_title_sql (target, "t");

      return g_strdup_printf ("(SELECT %s FROM \"%s\" t WHERE t.id = r.\"%s\")", title,
                              target->name, field->name);
    }
  if (field->type == COPIL_FIELD_REFERENCES)
    {
      const CopilKind *target = copil_kind_get (field->target);
      g_autofree char *title = copil_kind_dup_title_sql (target, "t");

      return g_strdup_printf (
          "(SELECT group_concat (%s, ', ') FROM \"%s\" l JOIN \"%s\" t ON t.id ="
          " l.\"%s\" WHERE l.\"%s\" = r.id)",
          title, field->link, target->name, target->name, kind->name);
    }
  if (field->type == COPIL_FIELD_CHOICE)
    {
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_append_printf (sql, "CASE r.\"%s\"", field->name);
      for (const CopilOption *option = field->options; option->value; option++)
        {
          g_autofree char *value = quote (option->value), *label = quote (_ (option->label));

          g_string_append_printf (sql, " WHEN %s THEN %s", value, label);
        }
      g_string_append (sql, " END");
      return g_strdup (sql->str);
    }
  if (field->type == COPIL_FIELD_PERCENT)
    return g_strdup_printf ("r.\"%s\" || '\u00a0%%'", field->name);
  return g_strdup_printf ("r.\"%s\"", field->name);
}

char *
copil_view_list_dup_row_sql (const CopilKind *kind, GPtrArray *cells)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < cells->len; i++)
    g_string_append_printf (sql, "%s%s", i ? ", " : "", (const char *)cells->pdata[i]);
  g_string_append_printf (sql, " FROM \"%s\" r WHERE r.id = ?1", kind->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}
