/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that are closed, such as a meeting whose minutes are validated: they and what belongs to
 * them stay as they are, whoever asks. */
#include "copil-record.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-store-private.h"
#include "copil-value.h"

static const CopilKind *
get_owner_kind (const CopilKind *kind)
{
  return kind->parent ? copil_kind_get (copil_kind_get_field (kind, kind->parent)->target) : NULL;
}

/* Whether records of the kind can be closed, themselves or with what they belong to. */
static gboolean
can_close (const CopilKind *kind)
{
  while (kind && !kind->closed && !kind->open)
    kind = get_owner_kind (kind);
  return kind && kind->closed;
}

/* The closed record that this one is, or belongs to; 0 where all is open. Sets its kind. */
static gint64
find_closed (CopilStore *store, const CopilKind *kind, gint64 id, const CopilKind **owner)
{
  g_autofree char *sql = NULL;

  while (id && !kind->closed)
    {
      g_autofree char *up =
          g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", kind->parent, kind->name);

      id = copil_store_query_int (store, up, "i", id);
      kind = get_owner_kind (kind);
    }
  *owner = kind;
  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id = ?1 AND (%s)", kind->name, kind->closed);
  return id && !(store->unlocked && g_hash_table_contains (store->unlocked, &id))
             ? copil_store_query_int (store, sql, "i", id)
             : 0;
}

static char *
dup_name (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);
  g_autofree char *title = copil_store_dup_title (store, kind, id);
  g_autofree char *type = NULL, *date = NULL;
  const char *own = copil_record_get (record, kind->title_field);

  if ((!own || !*own) && copil_kind_get_field (kind, "type"))
    type = copil_record_format (record, store, "type");
  if (copil_kind_get_field (kind, "date") && copil_record_get (record, "date"))
    date = copil_record_format (record, store, "date");
  if (date)
    /* Translators: a meeting and its date, within a sentence. */
    return g_strdup_printf (C_ ("record", "“%s” (%s)"), type ? type : title, date);
  return g_strdup_printf (C_ ("record", "“%s”"), type ? type : title);
}

/* Says why, and returns FALSE, where there is such a record. */
static gboolean
refuse (CopilStore *store, const CopilKind *kind, gint64 closed, GError **error)
{
  g_autofree char *name = NULL;

  if (!closed)
    return TRUE;
  name = dup_name (store, kind, closed);
  g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED,
               _ ("The minutes of %s are validated: open a new version to correct them."), name);
  return FALSE;
}

/* The first record that is closed and refers to this one by a field that is closed with it. */
static gboolean
check_referrers (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  for (const CopilKind *const *other = copil_kinds (); *other; other++)
    for (const CopilField *field = (*other)->fields; can_close (*other) && field->name; field++)
      {
        g_autoptr (CopilQuery) query = NULL;
        g_autofree char *sql = NULL;

        if (field->type != COPIL_FIELD_REFERENCE || (field->flags & COPIL_FIELD_FOLLOW) ||
            !g_str_equal (field->target, kind->name))
          continue;
        sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1", (*other)->name,
                               field->name);
        query = copil_store_query (store, sql, "i", id);
        while (copil_query_next (query))
          {
            const CopilKind *owner;
            gint64 closed = find_closed (store, *other, copil_query_int (query, 0), &owner);

            if (!refuse (store, owner, closed, error))
              return FALSE;
          }
      }
  return TRUE;
}

gboolean
copil_closed_check (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  const CopilKind *owner;
  gint64 closed;

  if (!can_close (kind))
    return TRUE;
  closed = find_closed (store, kind, id, &owner);
  if (!closed && kind->closed)
    copil_store_unlock (store, id);
  return refuse (store, owner, closed, error);
}

gboolean
copil_closed_check_set (CopilStore *store, const CopilKind *kind, gint64 id,
                        const CopilField *field, const char *value, GError **error)
{
  g_autoptr (CopilRecord) record = NULL;

  if (!can_close (kind) || (field->flags & COPIL_FIELD_FOLLOW))
    return TRUE;
  record = copil_store_load (store, kind, id);
  if (record && g_strcmp0 (copil_record_get (record, field->name), value) == 0)
    return TRUE;
  if (!copil_closed_check (store, kind, id, error))
    return FALSE;
  return g_strcmp0 (field->name, kind->parent) != 0 ||
         copil_closed_check_insert (store, kind, value, error);
}

gboolean
copil_closed_check_insert (CopilStore *store, const CopilKind *kind, const char *owner,
                           GError **error)
{
  return !can_close (kind) || kind->closed || !owner ||
         copil_closed_check (store, get_owner_kind (kind), g_ascii_strtoll (owner, NULL, 10),
                             error);
}

/* SQL, on the kind's table "r", that is true where the record is kept, or what it belongs to; NULL
 * for a kind that never is. Free it. */
static char *
dup_kept_sql (const CopilKind *kind)
{
  const CopilKind *owner = get_owner_kind (kind);

  if (kind->kept)
    return g_strdup (kind->kept);
  return owner && owner->kept ? g_strdup_printf ("\"%s\" IN (SELECT id FROM \"%s\" WHERE %s)",
                                                 kind->parent, owner->name, owner->kept)
                              : NULL;
}

/* The newest kept record that names one of the records of the kind which "condition" finds, an
 * operator on ?1: a meeting, also where it is something of the meeting that does; 0 for none. */
static gint64
find_naming (CopilStore *store, const CopilKind *kind, const char *condition, gint64 id,
             const CopilKind **owner)
{
  for (const CopilKind *const *other = copil_kinds (); *other; other++)
    {
      g_autofree char *kept = dup_kept_sql (*other);

      for (const CopilField *field = (*other)->fields; kept && field->name; field++)
        {
          g_autofree char *sql = NULL;
          gint64 found;

          if (field->type != COPIL_FIELD_REFERENCE || (field->flags & COPIL_FIELD_FOLLOW) ||
              !g_str_equal (field->target, kind->name))
            continue;
          sql = g_strdup_printf (
              "SELECT \"%s\" FROM \"%s\" WHERE \"%s\" %s AND (%s) ORDER BY id DESC LIMIT 1",
              (*other)->parent ? (*other)->parent : "id", (*other)->name, field->name, condition,
              kept);
          found = copil_store_query_int (store, sql, "i", id);
          *owner = (*other)->parent ? get_owner_kind (*other) : *other;
          if (found)
            return found;
        }
    }
  return 0;
}

/* Who was there, spoke or is in charge of a decision stays, as the minutes say so. */
static gboolean
check_lasting (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  const CopilKind *owner, *person = copil_kind_get ("person");
  gboolean party = g_str_equal (kind->name, "party");
  g_autofree char *name = NULL, *where = NULL;
  gint64 found;

  if (!kind->lasting)
    return TRUE;
  found = find_naming (store, kind, "= ?1", id, &owner);
  if (!found && party)
    found = find_naming (store, person, "IN (SELECT id FROM person WHERE party = ?1)", id, &owner);
  if (!found)
    return TRUE;
  name = copil_store_dup_title (store, kind, id);
  where = dup_name (store, owner, found);
  g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CLOSED,
               party ? _ ("“%s” is in the minutes of %s and stays: end the terms of office of its "
                          "persons (“Term of office until”) instead of deleting it.")
                     : _ ("“%s” is in the minutes of %s and stays: end the term of office (“Term "
                          "of office until”) instead of deleting the person."),
               name, where);
  return FALSE;
}

gboolean
copil_closed_check_delete (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  return copil_closed_check (store, kind, id, error) && check_referrers (store, kind, id, error) &&
         check_lasting (store, kind, id, error);
}

void
copil_store_unlock (CopilStore *store, gint64 id)
{
  g_return_if_fail (store->transaction != NULL);
  if (!store->unlocked)
    store->unlocked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (store->unlocked, g_memdup2 (&id, sizeof id));
}
