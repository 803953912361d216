/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-year.h"

#include "copil-query.h"

GStrv
copil_view_list_years (CopilStore *store)
{
  g_autoptr (GStrvBuilder) years = g_strv_builder_new ();
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT DISTINCT year FROM (SELECT substr (due, 1, 4) AS year FROM engagement UNION SELECT"
      " substr (date, 1, 4) FROM observation UNION SELECT substr (coalesce (start, finish), 1, 4)"
      " FROM action UNION SELECT cast (year AS TEXT) FROM budget_amount)"
      " WHERE year GLOB '[0-9][0-9][0-9][0-9]' ORDER BY year DESC",
      NULL);

  while (copil_query_next (query))
    g_strv_builder_add (years, copil_query_text (query, 0));
  return g_strv_builder_end (years);
}
