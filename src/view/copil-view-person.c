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

static void
member_free (gpointer data)
{
  CopilViewMember *member = data;

  g_free (member->name);
  g_free (member->function);
  g_free (member->entity);
  g_free (member->term_start);
  g_free (member->term_end);
  g_free (member->alternate);
  g_free (member);
}

GPtrArray *
copil_view_list_members (CopilStore *store, gint64 party)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT m.id, coalesce (m.civility || ' ', '') || m.name, m.function, m.entity, m.term_start,"
      " m.term_end, (SELECT coalesce (a.civility || ' ', '') || a.name FROM person a"
      " WHERE a.id = m.alternate) FROM person m WHERE m.member = 1 AND m.party = ?1"
      " ORDER BY m.position, m.id",
      "i", party);
  GPtrArray *members = g_ptr_array_new_with_free_func (member_free);

  while (copil_query_next (query))
    {
      CopilViewMember *member = g_new0 (CopilViewMember, 1);

      member->id = copil_query_int (query, 0);
      member->name = g_strdup (copil_query_text (query, 1));
      member->function = g_strdup (copil_query_text (query, 2));
      member->entity = g_strdup (copil_query_text (query, 3));
      member->term_start = g_strdup (copil_query_text (query, 4));
      member->term_end = g_strdup (copil_query_text (query, 5));
      member->alternate = g_strdup (copil_query_text (query, 6));
      g_ptr_array_add (members, member);
    }
  return members;
}

const char copil_view_person_row[] =
    "SELECT r.civility, r.name, r.function, r.party, coalesce (p.short_name, p.name),"
    " r.member, r.email FROM person r LEFT JOIN party p ON p.id = r.party WHERE r.id = ?1";

const char copil_view_person_order[] =
    "r.party IS NULL, (SELECT coalesce (p.side, 9) FROM party p WHERE p.id = r.party),"
    " (SELECT p.position FROM party p WHERE p.id = r.party), r.party, r.position, r.id";
const char copil_view_person_by_name[] = "copil_fold (r.name)";
const char copil_view_person_by_party[] =
    "(SELECT copil_fold (coalesce (p.short_name, p.name)) FROM party p WHERE p.id = r.party)";
const char copil_view_person_by_member[] = "CASE WHEN r.member = 1 THEN 0 ELSE 1 END";
const char copil_view_person_by_email[] = "copil_fold (r.email)";
const char copil_view_person_searched[] =
    "coalesce (r.name, '') || ' ' || coalesce (r.function, '') || ' ' || coalesce (r.email, '')";
const char copil_view_person_member[] = "r.member = 1";
const char copil_view_person_not_member[] = "r.member IS NOT 1";
const char copil_view_person_of_party[] = "r.party = %s";
