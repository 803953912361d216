/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-query.h"
#include "copil-store-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-record.h"
#include "copil-value.h"

static void
check_pragma (CopilStore *store, const char *sql, const char *sound, GPtrArray *faults)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  while (copil_query_next (query))
    if (g_strcmp0 (copil_query_text (query, 0), sound) != 0)
      g_ptr_array_add (faults, g_strdup (copil_query_text (query, 0)));
}

static void
check_field (CopilStore *store, const CopilKind *kind, const CopilField *field, GPtrArray *faults)
{
  g_autofree char *sql = NULL;
  g_autoptr (CopilQuery) query = NULL;

  if (field->type == COPIL_FIELD_REFERENCES || field->type == COPIL_FIELD_DATA)
    return;
  sql = g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\"", field->name, kind->name);
  query = copil_store_query (store, sql, NULL);
  while (copil_query_next (query))
    {
      const char *value = copil_query_text (query, 1);
      gboolean sound = TRUE;

      if (!value)
        sound = !(field->flags & COPIL_FIELD_REQUIRED);
      else if (field->type == COPIL_FIELD_DATE)
        sound = copil_date_is_valid (value);
      else if (field->type == COPIL_FIELD_NUMBER)
        sound = isfinite (copil_query_double (query, 1));
      else if (field->type == COPIL_FIELD_CHOICE || field->type == COPIL_FIELD_TIME ||
               field->type == COPIL_FIELD_PERCENT || field->type == COPIL_FIELD_BOOLEAN ||
               field->type == COPIL_FIELD_INTEGER)
        {
          g_autofree char *canonical = copil_field_parse (field, value, NULL);
          sound = g_strcmp0 (canonical, value) == 0;
        }
      if (value && !copil_query_is_legible (query, 1))
        {
          g_autofree char *called = copil_store_describe (store, kind, copil_query_int (query, 0));
          g_ptr_array_add (faults, g_strdup_printf (_ ("%s: “%s” holds characters that cannot be"
                                                       " read."),
                                                    called, copil_field_get_label (field)));
        }
      else if (!sound)
        {
          g_autofree char *called = copil_store_describe (store, kind, copil_query_int (query, 0));
          g_ptr_array_add (faults,
                           value ? g_strdup_printf (_ ("%s: “%s” is not a value of “%s”."), called,
                                                    value, copil_field_get_label (field))
                                 : g_strdup_printf (_ ("%s: “%s” must be filled in."), called,
                                                    copil_field_get_label (field)));
        }
    }
}

/* Kept documents are the bytes that their size and digest say; a version that is being prepared has
 * none of the three. */
static void
check_data (CopilStore *store, const CopilKind *kind, GPtrArray *faults)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, sha256, size, length (data) FROM \"%s\" WHERE data IS NOT NULL"
                       " OR sha256 IS NOT NULL OR size IS NOT NULL",
                       kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_autoptr (GBytes) bytes = copil_store_get_data (store, kind, id, "data");
      g_autofree char *digest =
          bytes ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

      if (!digest || g_strcmp0 (digest, copil_query_text (query, 1)) != 0 ||
          copil_query_int (query, 2) != copil_query_int (query, 3))
        {
          g_autofree char *called = copil_store_describe (store, kind, id);
          g_ptr_array_add (faults, g_strdup_printf (_ ("%s: the document is not the one that was"
                                                       " kept; its digest or size is another."),
                                                    called));
        }
    }
}

/* Every entry can be read, whatever it hangs on, and so can what it says of itself; a newer version
 * may keep its changes in other forms. */
static void
check_journal (CopilStore *store, GPtrArray *faults)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id, time, author, name FROM journal ORDER BY id", NULL);

  while (copil_query_next (query))
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!copil_query_is_legible (query, 1) || !copil_query_is_legible (query, 2) ||
          !copil_query_is_legible (query, 3))
        g_ptr_array_add (faults,
                         g_strdup_printf (_ ("An entry of the history, “%s”, holds characters "
                                             "that cannot be read."),
                                          copil_query_text (query, 3)));
      if (store->version > COPIL_STORE_VERSION)
        continue;
      bytes = copil_journal_read (store, copil_query_int (query, 0), NULL);
      if (!bytes)
        g_ptr_array_add (
            faults, g_strdup_printf (_ ("The journal’s entry “%s” of %s cannot be read."),
                                     copil_query_text (query, 3), copil_query_text (query, 1)));
    }
}

gboolean
copil_store_check (CopilStore *store, GPtrArray *faults)
{
  guint before = faults->len, start = copil_store_start_reading (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilQuery) query = NULL;

  check_pragma (store, "PRAGMA integrity_check (20)", "ok", faults);
  query = copil_store_query (store, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                             NULL);
  while (copil_query_next (query))
    g_ptr_array_add (faults,
                     g_strdup_printf (_ ("%s %s refers to a %s that is not there."),
                                      copil_query_text (query, 0), copil_query_text (query, 1),
                                      copil_query_text (query, 2)));
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      check_field (store, *kind, field, faults);
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    if (copil_kind_get_field (*kind, "data"))
      check_data (store, *kind, faults);
  check_journal (store, faults);
  if (copil_store_query_int (store, "SELECT count (*) FROM convention", NULL) != 1)
    g_ptr_array_add (faults, g_strdup (_ ("The file does not hold exactly one convention.")));
  if (!copil_store_finish_reading (store, start, &error) && faults->len == before)
    g_ptr_array_add (faults, g_strdup (error->message));
  return faults->len == before;
}
