/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-record.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-store-private.h"

/* Old id → new id, by kind: a copy refers to the copies of what was copied with it. */
typedef struct
{
  CopilStore *store;
  GHashTable *copies; /* "kind id" → new id as text */
} Copying;

const CopilKind **
copil_kind_list_children (const CopilKind *kind)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  for (const CopilKind *const *child = copil_kinds (); *child; child++)
    if ((*child)->parent &&
        g_str_equal (copil_kind_get_field (*child, (*child)->parent)->target, kind->name))
      g_ptr_array_add (children, (gpointer)*child);
  g_ptr_array_add (children, NULL);
  return (const CopilKind **)g_ptr_array_free (g_steal_pointer (&children), FALSE);
}

static const char *
look_up_copy (Copying *copying, const CopilField *field, const char *value)
{
  g_autofree char *key = g_strdup_printf ("%s %s", field->target, value);
  const char *copy = g_hash_table_lookup (copying->copies, key);
  return copy ? copy : value;
}

static gint64
copy_record (Copying *copying, const CopilKind *kind, gint64 id, GError **error)
{
  g_autoptr (CopilRecord) record = copil_store_load (copying->store, kind, id);
  g_autofree const CopilKind **children = copil_kind_list_children (kind);
  guint n = copil_kind_get_n_fields (kind);
  g_autofree const char **names = g_new0 (const char *, n), **values = g_new0 (const char *, n);
  gint64 copy;

  if (!record)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                           _ ("This record is no longer there."));
      return 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const CopilField *field = &kind->fields[i];
      names[i] = field->name;
      values[i] = field->flags & COPIL_FIELD_EVENT ? field->initial
                                                   : copil_record_get (record, field->name);
      if (field->type == COPIL_FIELD_REFERENCE && values[i])
        values[i] = look_up_copy (copying, field, values[i]);
    }
  copy = copil_store_insertv (copying->store, kind, 0, n, names, values, error);
  if (!copy)
    return 0;
  g_hash_table_insert (copying->copies, g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id),
                       g_strdup_printf ("%" G_GINT64_FORMAT, copy));
  for (guint c = 0; children[c]; c++)
    {
      if (children[c]->event)
        continue;
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY %s", children[c]->name,
                           children[c]->parent, children[c]->order);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (CopilQuery) query = copil_store_query (copying->store, sql, "i", id);

      while (copil_query_next (query))
        {
          gint64 child = copil_query_int (query, 0);
          g_array_append_val (ids, child);
        }
      for (guint i = 0; i < ids->len; i++)
        if (!copy_record (copying, children[c], g_array_index (ids, gint64, i), error))
          return 0;
    }
  return copy;
}

gint64
copil_store_duplicate (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Copying copying = { store, copies };
  gint64 copy = copy_record (&copying, kind, id, error);

  if (!copy || !kind->ordered)
    return copy;
  /* Right after the original: before it first, and then the original before the copy. */
  if (!copil_store_place (store, kind, copy, id, error) ||
      !copil_store_place (store, kind, id, copy, error))
    return 0;
  return copy;
}
