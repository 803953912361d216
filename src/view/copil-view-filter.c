/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-filter.h"

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
  { "lead", " AND e.lead IS NULL" },
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

char **
copil_view_list_priorities (CopilStore *store)
{
  return copil_view_list_values (
      store,
      "SELECT DISTINCT priority FROM engagement WHERE priority IS NOT NULL ORDER BY priority");
}
