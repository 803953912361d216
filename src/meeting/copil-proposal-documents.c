/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-proposal-documents.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"

gboolean
copil_joined_check_size (const char *name, guint64 size, GError **error)
{
  g_autofree char *most = g_format_size_full (COPIL_JOINED_MOST, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *has = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);

  if (size == 0)
    g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                 _ ("“%s” is empty: it is not joined."), name);
  else if (size > COPIL_JOINED_MOST)
    g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                 _ ("“%s” has %s: a joined document has at most %s."), name, has, most);
  return size > 0 && size <= COPIL_JOINED_MOST;
}

/* Inside a transaction. */
static gint64
insert (CopilStore *store, gint64 meeting, gint64 item, const char *name, const char *mime,
        GBytes *data, GError **error)
{
  const CopilKind *kind = copil_kind_get ("attachment");
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autofree char *point = item ? g_strdup_printf ("%" G_GINT64_FORMAT, item) : NULL;
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (data));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  gint64 id = copil_store_insert (store, kind, error, "meeting", of, "item", point, "name", name,
                                  "mime", mime, "size", size, "sha256", sha256, NULL);

  return id && copil_store_set_data (store, kind, id, "data", data, error) ? id : 0;
}

gint64
copil_joined_add (CopilStore *store, gint64 meeting, gint64 item, const char *name,
                  const char *mime, GBytes *data, GError **error)
{
  g_autofree char *undo = g_strdup_printf (_ ("Join the document %s"), name);
  gint64 id;

  if (!copil_joined_check_size (name, g_bytes_get_size (data), error) ||
      !copil_store_begin (store, undo, error))
    return 0;
  id = insert (store, meeting, item, name, mime, data, error);
  if (!id)
    {
      copil_store_rollback (store);
      return 0;
    }
  return copil_store_commit (store, error) ? id : 0;
}

GBytes *
copil_joined_get (CopilStore *store, gint64 document, GError **error)
{
  const CopilKind *kind = copil_kind_get ("attachment");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, document);
  g_autoptr (GBytes) data = record ? copil_store_get_data (store, kind, document, "data") : NULL;
  g_autofree char *sha256 = NULL;

  if (!data)
    {
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING,
                   _ ("This joined document is not in the file any more."));
      return NULL;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  if (g_strcmp0 (sha256, copil_record_get (record, "sha256")) != 0)
    {
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                   _ ("“%s” is not as it was joined: its digest is another one."),
                   copil_record_get (record, "name"));
      return NULL;
    }
  return g_steal_pointer (&data);
}
