/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-freeze.h"

#include <glib/gi18n-lib.h>

#include "copil-minutes-life.h"
#include "copil-minutes.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-record.h"

#define ID "%" G_GINT64_FORMAT

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static gboolean
end (CopilStore *store, gboolean ok, GError **error)
{
  if (ok)
    return copil_store_commit (store, error);
  copil_store_rollback (store);
  return FALSE;
}

/* What was validated and amended belongs to that version from now on. */
static gboolean
take (CopilStore *store, const char *kind, gint64 meeting, const char *version, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE meeting = ?1 AND version IS NULL LIMIT 1", kind);
  gint64 id;

  while ((id = copil_store_query_int (store, sql, "i", meeting)))
    if (!copil_store_set (store, copil_kind_get (kind), id, "version", version, error))
      return FALSE;
  return TRUE;
}

/* The version that is being prepared, or a new one. */
static gint64
find_pending (CopilStore *store, gint64 meeting, GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  g_autofree char *owner = g_strdup_printf (ID, meeting), *number = NULL;

  if (life && life->pending)
    return life->pending;
  number = g_strdup_printf (
      ID,
      1 + copil_store_query_int (
              store, "SELECT coalesce (max (number), 0) FROM minutes_version WHERE meeting = ?1",
              "i", meeting));
  return copil_store_insert (store, copil_kind_get ("minutes_version"), error, "meeting", owner,
                             "number", number, NULL);
}

/* Makes the document of the records as they stand, and keeps it. */
static gint64
freeze (CopilStore *store, gint64 meeting, const char *date, GError **error)
{
  const CopilKind *kind = copil_kind_get ("minutes_version");
  gint64 id = find_pending (store, meeting, error);
  guint number = (guint)copil_store_query_int (
      store, "SELECT number FROM minutes_version WHERE id = ?1", "i", id);
  g_autofree char *version = g_strdup_printf (ID, id), *digest = NULL, *size = NULL;
  g_autoptr (CopilDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!id || !take (store, "validation", meeting, version, error) ||
      !take (store, "correction", meeting, version, error))
    return 0;
  document = copil_minutes_new_full (store, meeting, COPIL_AUDIENCE_MEMBERS, FALSE, number, error);
  bytes = document ? copil_publish_document_bytes (store, document, error) : NULL;
  if (!bytes)
    return 0;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  return copil_store_set (store, kind, id, "date", date, error) &&
                 copil_store_set (store, kind, id, "sha256", digest, error) &&
                 copil_store_set (store, kind, id, "size", size, error) &&
                 copil_store_set_data (store, kind, id, "data", bytes, error)
             ? id
             : 0;
}

/* Where the rule is met, the minutes are validated and kept. */
static gboolean
complete (CopilStore *store, gint64 meeting, const char *date, gint64 *version, GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);

  if (!life || !life->complete)
    return TRUE;
  if (!copil_store_set (store, copil_kind_get ("meeting"), meeting, "minutes", "validated", error))
    return FALSE;
  *version = freeze (store, meeting, date, error);
  return *version != 0;
}

gboolean
copil_publish_validate (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                        const char *name, gint64 *version, GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  g_autofree char *owner = g_strdup_printf (ID, meeting);
  g_autofree char *whose = party ? g_strdup_printf (ID, party) : NULL;

  *version = 0;
  if (!life || !copil_minutes_life_is_open (life))
    return fail (error, _ ("Only proposed minutes can be validated."));
  if (copil_store_query_int (store,
                             "SELECT EXISTS (SELECT 1 FROM validation WHERE meeting = ?1 AND"
                             " version IS NULL AND coalesce (party, 0) = ?2)",
                             "ii", meeting, party) != 0)
    return fail (error, _ ("This validation is recorded already."));
  if (!copil_store_begin (store, _ ("Validate the minutes"), error))
    return FALSE;
  return end (store,
              copil_store_insert (store, copil_kind_get ("validation"), error, "meeting", owner,
                                  "party", whose, "date", date, "name", name && *name ? name : NULL,
                                  NULL) != 0 &&
                  complete (store, meeting, date, version, error),
              error);
}

gboolean
copil_publish_complete (CopilStore *store, gint64 meeting, const char *date, gint64 *version,
                        GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);

  *version = 0;
  if (!life || !copil_minutes_life_is_open (life) || !life->complete)
    return fail (error, _ ("A validation is still missing."));
  if (!copil_store_begin (store, _ ("Validate the minutes"), error))
    return FALSE;
  return end (store, complete (store, meeting, date, version, error), error);
}

gint64
copil_publish_keep (CopilStore *store, gint64 meeting, const char *date, GError **error)
{
  gint64 version;

  if (!copil_minutes_life_is_closed (store, meeting) || copil_publish_find_version (store, meeting))
    {
      fail (error, _ ("There is nothing to keep: these minutes are not validated, or their"
                      " document is kept already."));
      return 0;
    }
  if (!copil_store_begin (store, _ ("Keep the validated minutes"), error))
    return 0;
  copil_store_unlock (store, meeting);
  version = freeze (store, meeting, date, error);
  return end (store, version != 0, error) ? version : 0;
}

gboolean
copil_publish_reopen (CopilStore *store, gint64 meeting, const char *reason, const char *date,
                      GError **error)
{
  const CopilKind *kind = copil_kind_get ("minutes_version");
  g_autofree char *owner = g_strdup_printf (ID, meeting), *number = NULL, *replaces = NULL;
  gint64 version;
  gboolean ok;

  if (!copil_minutes_life_is_closed (store, meeting))
    return fail (error, _ ("Only validated minutes are corrected by a new version."));
  if (!reason || !*reason)
    return fail (error, _ ("Say why a new version is needed."));
  if (!copil_store_begin (store, _ ("Correct validated minutes"), error))
    return FALSE;
  copil_store_unlock (store, meeting);
  version = copil_publish_find_version (store, meeting);
  if (!version)
    version = freeze (store, meeting, date, error);
  replaces = g_strdup_printf (ID, version);
  number = g_strdup_printf (
      ID, 1 + copil_store_query_int (store,
                                     "SELECT max (number) FROM minutes_version WHERE meeting"
                                     " = ?1",
                                     "i", meeting));
  ok = version != 0 &&
       copil_store_insert (store, kind, error, "meeting", owner, "number", number, "replaces",
                           replaces, "reason", reason, NULL) != 0 &&
       copil_store_set (store, copil_kind_get ("meeting"), meeting, "minutes", "draft", error) &&
       copil_store_set (store, copil_kind_get ("meeting"), meeting, "proposed", NULL, error);
  return end (store, ok, error);
}

gint64
copil_publish_find_version (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (store,
                                "SELECT v.id FROM minutes_version v JOIN meeting m ON m.id ="
                                " v.meeting WHERE v.meeting = ?1 AND m.minutes = 'validated'"
                                " AND v.data IS NOT NULL ORDER BY v.number DESC, v.id DESC LIMIT 1",
                                "i", meeting);
}

gboolean
copil_publish_version (CopilStore *store, gint64 version, const char *path,
                       GCancellable *cancellable, GError **error)
{
  const CopilKind *kind = copil_kind_get ("minutes_version");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, version);
  g_autoptr (GBytes) bytes = record ? copil_store_get_data (store, kind, version, "data") : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *digest = NULL;
  gconstpointer data;
  gsize size;

  if (!bytes)
    return fail (error, _ ("No document is kept for this version."));
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (digest, copil_record_get (record, "sha256")) != 0)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                           _ ("The kept document is not the one that was validated: its digest is"
                              " another."));
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, cancellable, error);
}
