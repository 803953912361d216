/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-joined.h"

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

typedef struct
{
  const char *kind;
  gint64 parent, item, id;
  const char *name, *mime;
  GBytes *data;
} Joining;

static gboolean
join_cb (CopilStore *store, gpointer data, GError **error)
{
  Joining *joining = data;
  const CopilKind *kind = copil_kind_get (joining->kind);
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, joining->parent);
  g_autofree char *point =
      joining->item ? g_strdup_printf ("%" G_GINT64_FORMAT, joining->item) : NULL;
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (joining->data));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, joining->data);

  joining->id = copil_store_insert (store, kind, error, kind->parent, of, "name", joining->name,
                                    "mime", joining->mime, "size", size, "sha256", sha256,
                                    point ? "item" : NULL, point, NULL);
  return joining->id &&
         copil_store_set_data (store, kind, joining->id, "data", joining->data, error);
}

gint64
copil_joined_add (CopilStore *store, const char *kind, gint64 parent, gint64 item, const char *name,
                  const char *mime, GBytes *data, GError **error)
{
  g_autofree char *undo = g_strdup_printf (_ ("Join the document %s"), name);
  Joining joining = { kind, parent, item, 0, name, mime, data };

  return copil_joined_check_size (name, g_bytes_get_size (data), error) &&
                 copil_store_do (store, undo, join_cb, &joining, error)
             ? joining.id
             : 0;
}

GBytes *
copil_joined_get (CopilStore *store, const char *kind_name, gint64 document, GError **error)
{
  const CopilKind *kind = copil_kind_get (kind_name);
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

guint64
copil_joined_get_total (CopilStore *store)
{
  gint64 total =
      copil_store_query_int (store,
                             "SELECT coalesce ((SELECT total (size) FROM attachment), 0) +"
                             " coalesce ((SELECT total (size) FROM fiche_document), 0)",
                             NULL);

  return (guint64)MAX (total, 0);
}

guint64
copil_joined_get_size (CopilStore *store, const char *kind, gint64 parent)
{
  g_autofree char *sql = g_strdup_printf ("SELECT total (size) FROM \"%s\" WHERE \"%s\" = ?1", kind,
                                          copil_kind_get (kind)->parent);

  return (guint64)MAX (copil_store_query_int (store, sql, "i", parent), 0);
}

char *
copil_joined_warn (const char *name, guint64 size, guint64 total)
{
  g_autofree char *one = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *all = g_format_size_full (total, G_FORMAT_SIZE_IEC_UNITS);

  if (size > COPIL_JOINED_LARGE)
    return g_strdup_printf (_ ("“%s” makes the convention’s file %s larger: send a link instead"
                               " where you can."),
                            name, one);
  if (total > COPIL_JOINED_ALL_LARGE)
    return g_strdup_printf (_ ("The documents joined in this file have %s together: it gets slow to"
                               " send and to copy."),
                            all);
  return NULL;
}
