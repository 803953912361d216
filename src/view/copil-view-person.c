/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-person.h"

#include "copil-query.h"

static void
person_free (gpointer data)
{
  CopilViewPerson *person = data;

  g_free (person->name);
  g_free (person->function);
  g_free (person);
}

GPtrArray *
copil_view_list_persons (CopilStore *store, gint64 party)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, trim (coalesce (civility, '') || ' ' || coalesce (name, '')),"
      " coalesce (function, ''), member FROM person WHERE party = ?1 ORDER BY position, id",
      "i", party);
  GPtrArray *persons = g_ptr_array_new_with_free_func (person_free);

  while (copil_query_next (query))
    {
      CopilViewPerson *person = g_new0 (CopilViewPerson, 1);

      person->id = copil_query_int (query, 0);
      person->name = g_strdup (copil_query_text (query, 1));
      person->function = g_strdup (copil_query_text (query, 2));
      person->member = copil_query_int (query, 3) == 1;
      g_ptr_array_add (persons, person);
    }
  return persons;
}
