/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-filter.h"

#include "copil-charge-sql.h"
#include "copil-fold.h"
#include "copil-query.h"
#include "copil-view-list.h"

static const struct
{
  const char *name;
  const char *sql;
} terms[] = {
  { "late", " AND copil_late (e.status, e.due)" },
  { "planned",
    " AND coalesce (e.status, 'planned') = 'planned' AND NOT copil_late (e.status, e.due)" },
  { "in_progress", " AND e.status = 'in_progress' AND NOT copil_late (e.status, e.due)" },
  { "done", " AND e.status = 'done'" },
  { "abandoned", " AND e.status = 'abandoned'" },
  { "due", " AND e.due IS NULL" },
  { "lead", " AND NOT " COPIL_HAS_CHARGE_SQL ("engagement", "e") },
  { "news", " AND coalesce (e.status, '') NOT IN ('done', 'abandoned')"
            " AND coalesce (e.reviewed, '') < copil_months (copil_today (), -12)" },
};

static void
add_term (GString *sql, const char *name)
{
  for (gsize i = 0; name && i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (terms[i].name, name))
      g_string_append (sql, terms[i].sql);
}

static guint
add_parameter (GPtrArray *parameters, const char *value)
{
  g_ptr_array_add (parameters, g_strdup (value));
  return parameters->len;
}

char *
copil_view_filter_build (const CopilViewFilter *filter, GPtrArray *parameters)
{
  GString *sql = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit_set (filter->words ? filter->words : "", " \t", -1);

  add_term (sql, filter->status);
  add_term (sql, filter->missing);
  if (filter->party)
    g_string_append_printf (
        sql, " AND EXISTS (SELECT 1 FROM engagement_party WHERE engagement = e.id AND party = ?%u)",
        add_parameter (parameters, filter->party));
  if (filter->axis)
    g_string_append_printf (sql, " AND e.axis = ?%u", add_parameter (parameters, filter->axis));
  if (filter->person)
    {
      guint place = add_parameter (parameters, filter->person);

      g_autofree char *of = g_strdup_printf ("?%u", place),
                      *mine = copil_view_list_make_condition (
                          " AND (" COPIL_CHARGED_SQL (
                              "engagement", "e",
                              "%s") " OR EXISTS (SELECT 1"
                                    " FROM engagement_party l JOIN person me ON me.party = l.party"
                                    " WHERE l.engagement = e.id AND me.id = %s))",
                          of, FALSE);

      g_string_append (sql, mine);
    }
  if (filter->ids)
    {
      guint place = add_parameter (parameters, filter->ids);

      g_string_append_printf (sql, " AND instr (',' || ?%u || ',', ',' || e.id || ',')", place);
    }
  if (filter->priority)
    g_string_append_printf (sql, " AND e.priority = ?%u",
                            add_parameter (parameters, filter->priority));
  if (filter->measure)
    g_string_append_printf (sql, " AND coalesce (e.measure, 0) = ?%u",
                            add_parameter (parameters, filter->measure));
  if (filter->month)
    {
      guint place = add_parameter (parameters, filter->month);

      g_string_append_printf (sql, " AND substr (e.due, 1, length (?%u)) = cast (?%u AS TEXT)",
                              place, place);
    }
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (sql,
                              " AND instr (copil_fold (coalesce (e.label, '') || ' ' || e.text || "
                              "' ' || coalesce (e.note, '')"
                              " || ' ' || coalesce (e.territory, '')), copil_fold (?%u))",
                              add_parameter (parameters, words[i]));
  return g_string_free (sql, FALSE);
}

/* Whether the words are the same, in whatever order. */
static gboolean
is_called (const char *one, const char *other)
{
  g_autofree char *folded = copil_fold_name (one), *folded_other = copil_fold_name (other);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1), others = g_strsplit (folded_other, " ", -1);

  if (!*folded || g_strv_length (words) != g_strv_length (others))
    return FALSE;
  for (guint i = 0; words[i]; i++)
    if (!g_strv_contains ((const char *const *)others, words[i]))
      return FALSE;
  return TRUE;
}

char *
copil_view_find_person (CopilStore *store, const char *name)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id, name FROM person WHERE name <> ''", NULL);
  gint64 found = 0;

  while (name && copil_query_next (query))
    {
      if (!is_called (name, copil_query_text (query, 1)))
        continue;
      if (found)
        return NULL;
      found = copil_query_int (query, 0);
    }
  return found ? g_strdup_printf ("%" G_GINT64_FORMAT, found) : NULL;
}

char **
copil_view_list_priorities (CopilStore *store)
{
  return copil_view_list_values (
      store,
      "SELECT DISTINCT priority FROM engagement WHERE priority IS NOT NULL ORDER BY priority");
}
