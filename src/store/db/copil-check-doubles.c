/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-query.h"
#include "copil-store-private.h"

#include <glib/gi18n-lib.h>

#include "copil-record.h"

/* The parts of the key of a record, as a person reads them. */
static char *
say_key (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *const *name = kind->key; record && *name; name++)
    {
      g_autofree char *part = copil_record_format (record, store, *name);

      if (*part)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", part);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
list_doubles (CopilStore *store, const CopilKind *kind, GPtrArray *remarks)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) some = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr (CopilQuery) query = NULL;

  for (const char *const *name = kind->key; *name; name++)
    {
      const CopilField *field = copil_kind_get_field (kind, *name);
      gboolean text = field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE;

      g_string_append_printf (key, text ? "%scopil_fold_name (\"%s\")" : "%s\"%s\"",
                              key->len ? ", " : "", *name);
      g_string_append_printf (some, "%s\"%s\" IS NOT NULL", some->len ? " OR " : "", *name);
    }
  /* A record of which nothing is known yet is no double of another such. */
  sql = g_strdup_printf ("SELECT min (id), count (*) FROM \"%s\" WHERE %s GROUP BY %s HAVING"
                         " count (*) > 1 ORDER BY 1",
                         kind->name, some->str, key->str);
  query = copil_store_query (store, sql, NULL);
  while (copil_query_next (query))
    {
      guint n = (guint)copil_query_int (query, 1);
      g_autofree char *said = say_key (store, kind, copil_query_int (query, 0));

      g_ptr_array_add (
          remarks,
          g_strdup_printf (/* Translators: a kind of record, and what tells it from others:
                            * "Observation “Stages, 31/08/2022”" */
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%s “%s” stands there %u time: it looks like a double.",
                                        "%s “%s” stands there %u times: it looks like a double.",
                                        n),
                           copil_kind_get_label (kind), said, n));
    }
}

void
copil_store_list_doubles (CopilStore *store, GPtrArray *remarks)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    if ((*kind)->key)
      list_doubles (store, *kind, remarks);
}
