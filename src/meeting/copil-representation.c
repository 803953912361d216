/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-representation.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-store.h"
#include "copil-query.h"
#include "copil-record.h"

#define ID "%" G_GINT64_FORMAT

gint64
copil_person_find_named (CopilStore *store, const char *name, gint64 person)
{
  g_autofree char *plain = g_strstrip (g_strdup (name ? name : ""));
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT person.id, CASE WHEN person.id IS a THEN 0 WHEN person.party IS p THEN 1 ELSE 2 END"
      " AS rank FROM person LEFT JOIN (SELECT party AS p, alternate AS a FROM person WHERE"
      " id = ?2) WHERE person.id <> ?2 AND copil_fold (?1) IN (copil_fold (person.name),"
      " copil_fold (person.civility || ' ' || person.name)) ORDER BY rank, person.id LIMIT 2",
      "ti", plain, person);
  gint64 found, rank;

  if (!*plain || !copil_query_next (query))
    return 0;
  found = copil_query_int (query, 0);
  rank = copil_query_int (query, 1);
  return copil_query_next (query) && copil_query_int (query, 1) == rank ? 0 : found;
}

/* Puts the person on the list as present; what is noted of them stays. An alternate sits as a
 * member does. */
static gboolean
bring (CopilStore *store, const char *meeting, gint64 person, GError **error)
{
  const CopilKind *kind = copil_kind_get ("attendance");
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT id, state FROM attendance WHERE meeting = ?1 AND person = ?2"
                         " ORDER BY id LIMIT 1",
                         "ti", meeting, person);
  g_autofree char *who = g_strdup_printf (ID, person);

  if (copil_query_next (query))
    return !copil_query_is_null (query, 1) ||
           copil_store_set (store, kind, copil_query_int (query, 0), "state", "present", error);
  return copil_store_insert (store, kind, error, "meeting", meeting, "person", who, "state",
                             "present", "role", "member", NULL) != 0;
}

static gboolean
set_where_other (CopilStore *store, CopilRecord *record, const char *field, const char *value,
                 GError **error)
{
  return g_strcmp0 (copil_record_get (record, field), value) == 0 ||
         copil_store_set (store, copil_record_get_kind (record), copil_record_get_id (record),
                          field, value, error);
}

typedef struct
{
  CopilRecord *attendance;
  const char *name;
} Representing;

static gboolean
represent_cb (CopilStore *store, gpointer data, GError **error)
{
  const Representing *self = data;
  CopilRecord *record = self->attendance;
  gint64 person =
      copil_person_find_named (store, self->name, copil_record_get_int (record, "person"));
  g_autofree char *known = person ? copil_committee_dup_name (store, person) : NULL;
  g_autofree char *typed = g_strstrip (g_strdup (self->name ? self->name : ""));

  return set_where_other (store, record, "state", "represented", error) &&
         set_where_other (store, record, "represented_by",
                          known    ? known
                          : *typed ? typed
                                   : NULL,
                          error) &&
         set_where_other (store, record, "arrived", NULL, error) &&
         (!person || bring (store, copil_record_get (record, "meeting"), person, error));
}

static CopilRecord *
load (CopilStore *store, gint64 attendance, GError **error)
{
  CopilRecord *record = copil_store_load (store, copil_kind_get ("attendance"), attendance);

  if (!record)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                         _ ("This record is no longer there."));
  return record;
}

gboolean
copil_attendance_represent (CopilStore *store, gint64 attendance, const char *name, GError **error)
{
  g_autoptr (CopilRecord) record = load (store, attendance, error);
  Representing representing = { record, name };
  g_autofree char *who = NULL, *title = NULL;

  if (!record)
    return FALSE;
  if (copil_store_in_transaction (store))
    return represent_cb (store, &representing, error);
  who = copil_committee_dup_name (store, copil_record_get_int (record, "person"));
  title = g_strdup_printf (_ ("%s: %s"), who, _ ("Represented"));
  return copil_store_do (store, title, represent_cb, &representing, error);
}

gboolean
copil_attendance_bring_representative (CopilStore *store, gint64 attendance, GError **error)
{
  g_autoptr (CopilRecord) record = load (store, attendance, error);

  if (!record)
    return FALSE;
  return g_strcmp0 (copil_record_get (record, "state"), "represented") != 0 ||
         copil_attendance_represent (store, attendance, copil_record_get (record, "represented_by"),
                                     error);
}
