/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-kept.h"

#include <glib/gi18n-lib.h>

#include "copil-corrections-document.h"
#include "copil-decisions-document.h"
#include "copil-minutes.h"
#include "copil-publish-freeze.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-record.h"

#define ID "%" G_GINT64_FORMAT

/* The types as stored, for the members and for the public; the first stands in the version. */
static const char *const types[COPIL_N_FROZEN][2] = {
  [COPIL_FROZEN_MINUTES] = { NULL, "minutes_public" },
  [COPIL_FROZEN_DECISIONS] = { "decisions", "decisions_public" },
  [COPIL_FROZEN_ANNEX] = { "annex", "annex_public" },
  [COPIL_FROZEN_CORRECTIONS] = { "corrections", "corrections_public" },
};
static const CopilAudience audiences[] = { COPIL_AUDIENCE_MEMBERS, COPIL_AUDIENCE_PUBLIC };

CopilDocument *
copil_publish_build (CopilStore *store, gint64 meeting, CopilFrozen kept, CopilAudience audience,
                     guint number, GError **error)
{
  if (kept == COPIL_FROZEN_DECISIONS)
    return copil_decisions_document_new (store, meeting, audience, error);
  if (kept == COPIL_FROZEN_CORRECTIONS)
    return copil_corrections_document_new (store, meeting, audience, error);
  return copil_minutes_new_full (store, meeting, audience, kept == COPIL_FROZEN_ANNEX, number,
                                 error);
}

/* The kind and the record that hold it; 0 for none. */
static gint64
find (CopilStore *store, gint64 version, CopilFrozen kept, CopilAudience audience,
      const CopilKind **kind)
{
  const char *type = types[kept][audience == COPIL_AUDIENCE_PUBLIC];

  *kind = copil_kind_get (type ? "minutes_document" : "minutes_version");
  if (!type)
    return copil_store_query_int (
        store, "SELECT id FROM minutes_version WHERE id = ?1 AND data IS NOT NULL", "i", version);
  return copil_store_query_int (store,
                                "SELECT id FROM minutes_document WHERE version = ?1 AND type = ?2"
                                " AND data IS NOT NULL ORDER BY id LIMIT 1",
                                "it", version, type);
}

/* Amendments have documents where there are any. */
static gboolean
is_wanted (CopilStore *store, gint64 version, CopilFrozen kept)
{
  if (kept == COPIL_FROZEN_MINUTES || kept == COPIL_FROZEN_DECISIONS)
    return TRUE;
  return copil_store_query_int (store,
                                "SELECT EXISTS (SELECT 1 FROM correction c JOIN minutes_version v"
                                " ON v.id = ?1 AND v.meeting = c.meeting WHERE ?2 OR"
                                " c.version = v.id)",
                                "ii", version, (gint64)(kept == COPIL_FROZEN_CORRECTIONS)) != 0;
}

static gint64
insert (CopilStore *store, gint64 version, const char *type, GError **error)
{
  g_autofree char *owner = g_strdup_printf (ID, version);

  return copil_store_insert (store, copil_kind_get ("minutes_document"), error, "version", owner,
                             "type", type, NULL);
}

static gboolean
keep (CopilStore *store, gint64 meeting, gint64 version, guint number, CopilFrozen kept,
      CopilAudience audience, GError **error)
{
  const char *type = types[kept][audience == COPIL_AUDIENCE_PUBLIC];
  const CopilKind *kind = copil_kind_get (type ? "minutes_document" : "minutes_version");
  g_autoptr (CopilDocument) document =
      copil_publish_build (store, meeting, kept, audience, number, error);
  g_autoptr (GBytes) bytes =
      document ? copil_publish_document_bytes (store, document, error) : NULL;
  g_autofree char *digest = NULL, *size = NULL;
  gint64 id = !bytes ? 0 : type ? insert (store, version, type, error) : version;

  if (!id)
    return FALSE;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  return copil_store_set (store, kind, id, "sha256", digest, error) &&
         copil_store_set (store, kind, id, "size", size, error) &&
         copil_store_set_data (store, kind, id, "data", bytes, error);
}

gboolean
copil_publish_keep_documents (CopilStore *store, gint64 meeting, gint64 version, guint number,
                              GError **error)
{
  for (CopilFrozen kept = 0; kept < COPIL_N_FROZEN; kept++)
    for (guint a = 0; is_wanted (store, version, kept) && a < G_N_ELEMENTS (audiences); a++)
      {
        const CopilKind *kind;

        if (!find (store, version, kept, audiences[a], &kind) &&
            !keep (store, meeting, version, number, kept, audiences[a], error))
          return FALSE;
      }
  return TRUE;
}

gboolean
copil_publish_lacks_documents (CopilStore *store, gint64 version)
{
  const CopilKind *kind;

  for (CopilFrozen kept = 0; kept < COPIL_N_FROZEN; kept++)
    for (guint a = 0; is_wanted (store, version, kept) && a < G_N_ELEMENTS (audiences); a++)
      if (!find (store, version, kept, audiences[a], &kind))
        return TRUE;
  return FALSE;
}

GBytes *
copil_publish_load_kept (CopilStore *store, gint64 version, CopilFrozen kept,
                         CopilAudience audience, GError **error)
{
  const CopilKind *kind;
  gint64 id = find (store, version, kept, audience, &kind);
  g_autoptr (CopilRecord) record = id ? copil_store_load (store, kind, id) : NULL;
  g_autoptr (GBytes) bytes = record ? copil_store_get_data (store, kind, id, "data") : NULL;
  g_autofree char *digest = NULL;

  if (!bytes)
    return NULL;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (digest, copil_record_get (record, "sha256")) != 0 ||
      g_bytes_get_size (bytes) != (gsize)copil_record_get_int (record, "size"))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                           _ ("The kept document is not the one that was validated: its digest is"
                              " another."));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

gboolean
copil_publish_is_sound (CopilStore *store, gint64 version)
{
  for (CopilFrozen kept = 0; kept < COPIL_N_FROZEN; kept++)
    for (guint a = 0; a < G_N_ELEMENTS (audiences); a++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes =
            copil_publish_load_kept (store, version, kept, audiences[a], &error);

        if (error)
          return FALSE;
      }
  return TRUE;
}

gboolean
copil_publish_version (CopilStore *store, gint64 version, const char *path,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = copil_publish_load_kept (store, version, COPIL_FROZEN_MINUTES,
                                                      COPIL_AUDIENCE_MEMBERS, &failure);

  if (bytes)
    return copil_publish_bytes (bytes, path, cancellable, error);
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                         _ ("No document is kept for this version."));
  return FALSE;
}

/* « Compte rendu, pour diffusion publique », in a list. */
static void
add_missing (GString *missing, CopilFrozen kept, CopilAudience audience)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("minutes_document"), "type");
  const char *type = types[kept][audience == COPIL_AUDIENCE_PUBLIC];

  g_string_append_printf (missing, "%s%s", missing->len ? ", " : "",
                          type ? copil_field_get_option_label (field, type) : _ ("Minutes"));
}

gboolean
copil_publish_check (CopilStore *store, GPtrArray *faults)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id FROM meeting WHERE minutes = 'validated' ORDER BY date, id", "");
  const CopilKind *meeting = copil_kind_get ("meeting"), *kind;
  guint before = faults->len;

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0), version = copil_publish_find_version (store, id);
      g_autofree char *called = copil_store_describe (store, meeting, id);
      g_autoptr (GString) missing = g_string_new (NULL);

      for (CopilFrozen kept = 0; version && kept < COPIL_N_FROZEN; kept++)
        for (guint a = 0; is_wanted (store, version, kept) && a < G_N_ELEMENTS (audiences); a++)
          if (!find (store, version, kept, audiences[a], &kind))
            add_missing (missing, kept, audiences[a]);
      if (!version)
        g_ptr_array_add (faults,
                         g_strdup_printf (_ ("%s: the minutes are validated, but their document is"
                                             " not kept; open the meeting to keep it."),
                                          called));
      else if (missing->len)
        g_ptr_array_add (faults,
                         /* Translators: a meeting; names of documents */
                         g_strdup_printf (_ ("%s: the minutes are validated, but these documents"
                                             " are not kept: %s; open the meeting to keep them."),
                                          called, missing->str));
    }
  return faults->len == before;
}
