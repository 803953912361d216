/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-freeze.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-minutes-life.h"
#include "copil-minutes.h"
#include "copil-publish-kept.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

#define ID "%" G_GINT64_FORMAT

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, sentence);
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

/* What was given on another text, and not again since, validated nothing. */
static gboolean
drop_lapsed (CopilStore *store, gint64 meeting, gint64 party, GError **error)
{
  g_autofree char *now = copil_agreed_dup_fingerprint (store, "validation", meeting);
  gint64 id;

  while ((id = copil_store_query_int (
              store,
              "SELECT id FROM validation v WHERE meeting = ?1 AND version IS NULL"
              " AND (?2 < 0 OR coalesce (party, 0) = ?2)"
              " AND NOT " COPIL_AGREED_COUNTS_SQL ("v", "?3") " LIMIT 1",
              "iit", meeting, party, now)))
    if (!copil_store_delete (store, copil_kind_get ("validation"), id, error))
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

/* Makes the documents of the records as they stand, and keeps them; "reason" may be NULL. */
static gint64
freeze (CopilStore *store, gint64 meeting, const char *date, const char *reason, GError **error)
{
  const CopilKind *kind = copil_kind_get ("minutes_version");
  gint64 id = find_pending (store, meeting, error);
  guint number = (guint)copil_store_query_int (
      store, "SELECT number FROM minutes_version WHERE id = ?1", "i", id);
  g_autofree char *version = g_strdup_printf (ID, id);

  if (!id || !drop_lapsed (store, meeting, -1, error) ||
      !take (store, "validation", meeting, version, error) ||
      !take (store, "correction", meeting, version, error))
    return 0;
  return copil_store_set (store, kind, id, "date", date, error) &&
                 (!reason || copil_store_set (store, kind, id, "reason", reason, error)) &&
                 copil_publish_keep_documents (store, meeting, id, number, error)
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
  *version = freeze (store, meeting, date, NULL, error);
  return *version != 0;
}

/* Of what the minutes say now, in the place of one that lapsed. */
static gboolean
give (CopilStore *store, gint64 meeting, gint64 party, const char *date, const char *name,
      GError **error)
{
  g_autofree char *owner = g_strdup_printf (ID, meeting);
  g_autofree char *whose = party ? g_strdup_printf (ID, party) : NULL;
  gint64 id;

  if (!drop_lapsed (store, meeting, party, error))
    return FALSE;
  id = copil_store_insert (store, copil_kind_get ("validation"), error, "meeting", owner, "party",
                           whose, "date", date, "name", name && *name ? name : NULL, NULL);
  return id && copil_agreed_bind (store, "validation", id, error);
}

/* What is done to the minutes of a meeting. */
typedef struct
{
  gint64 meeting, party, version;
  const char *date, *name, *reason;
  GArray *parties; /* gint64: all that have not validated yet */
} Freezing;

static gboolean
validate_cb (CopilStore *store, gpointer data, GError **error)
{
  Freezing *self = data;

  return give (store, self->meeting, self->party, self->date, self->name, error) &&
         complete (store, self->meeting, self->date, &self->version, error);
}

gboolean
copil_publish_validate (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                        const char *name, gint64 *version, GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  Freezing freezing = { meeting, party, 0, date, name };
  gboolean ok;

  *version = 0;
  if (!life || !copil_minutes_life_is_open (life))
    return fail (error, _ ("Only proposed minutes can be validated."));
  if (copil_store_query_int (store,
                             "SELECT EXISTS (SELECT 1 FROM validation v WHERE meeting = ?1 AND"
                             " version IS NULL AND coalesce (party, 0) = ?2"
                             " AND " COPIL_AGREED_COUNTS_SQL ("v", "?3") ")",
                             "iit", meeting, party, life->fingerprint) != 0)
    return fail (error, _ ("This validation is recorded already."));
  ok = copil_store_do (store, _ ("Validate the minutes"), validate_cb, &freezing, error);
  *version = freezing.version;
  return ok;
}

static gboolean
validate_all_cb (CopilStore *store, gpointer data, GError **error)
{
  Freezing *self = data;

  for (guint i = 0; i < self->parties->len; i++)
    if (!give (store, self->meeting, g_array_index (self->parties, gint64, i), self->date, NULL,
               error))
      return FALSE;
  return complete (store, self->meeting, self->date, &self->version, error);
}

gboolean
copil_publish_validate_all (CopilStore *store, gint64 meeting, const char *date, gint64 *version,
                            GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  Freezing freezing = { .meeting = meeting, .date = date };
  gboolean ok;

  *version = 0;
  if (!life || !copil_minutes_life_is_open (life))
    return fail (error, _ ("Only proposed minutes can be validated."));
  if (life->missing->len == 0)
    return fail (error, _ ("No validation of a signatory is missing."));
  freezing.parties = life->missing;
  ok = copil_store_do (store, _ ("Validate the minutes: every signatory"), validate_all_cb,
                       &freezing, error);
  *version = freezing.version;
  return ok;
}

static gboolean
complete_cb (CopilStore *store, gpointer data, GError **error)
{
  Freezing *self = data;

  return complete (store, self->meeting, self->date, &self->version, error);
}

gboolean
copil_publish_complete (CopilStore *store, gint64 meeting, const char *date, gint64 *version,
                        GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  Freezing freezing = { .meeting = meeting, .date = date };
  gboolean ok;

  *version = 0;
  if (!life || !copil_minutes_life_is_open (life) || !life->complete)
    return fail (error, _ ("A validation is still missing."));
  ok = copil_store_do (store, _ ("Validate the minutes"), complete_cb, &freezing, error);
  *version = freezing.version;
  return ok;
}

static gboolean
keep_cb (CopilStore *store, gpointer data, GError **error)
{
  Freezing *self = data;

  copil_store_unlock (store, self->meeting);
  if (self->version)
    return copil_publish_keep_documents (store, self->meeting, self->version, 0, error);
  self->version = freeze (store, self->meeting, self->date, self->reason, error);
  return self->version != 0;
}

gint64
copil_publish_keep (CopilStore *store, gint64 meeting, const char *date, GError **error)
{
  g_autofree char *day = copil_date_format_long (date), *reason = NULL;
  Freezing freezing = { .meeting = meeting, .date = date };

  freezing.version = copil_publish_find_version (store, meeting);
  if (!copil_minutes_life_is_closed (store, meeting) ||
      (freezing.version && !copil_publish_lacks_documents (store, freezing.version)))
    {
      fail (error, _ ("There is nothing to keep: these minutes are not validated, or their"
                      " document is kept already."));
      return 0;
    }
  /* Translators: a date in full */
  reason = g_strdup_printf (_ ("The document was made on %s, from the records of that day: none was"
                               " kept when the minutes were validated."),
                            day);
  freezing.reason = reason;
  return copil_store_do (store, _ ("Keep the validated minutes"), keep_cb, &freezing, error)
             ? freezing.version
             : 0;
}

gboolean
copil_publish_freeze_script (CopilStore *store, gint64 meeting, const char *date, GError **error)
{
  return copil_store_do (store, _ ("Keep the validated minutes"), keep_cb,
                         &(Freezing){ .meeting = meeting, .date = date }, error);
}

static gboolean
reopen_cb (CopilStore *store, gpointer data, GError **error)
{
  const Freezing *self = data;
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autofree char *owner = g_strdup_printf (ID, self->meeting), *number = NULL, *replaces = NULL;
  gint64 version;

  copil_store_unlock (store, self->meeting);
  version = copil_publish_find_version (store, self->meeting);
  if (!version)
    version = freeze (store, self->meeting, self->date, NULL, error);
  replaces = g_strdup_printf (ID, version);
  number = g_strdup_printf (
      ID, 1 + copil_store_query_int (store,
                                     "SELECT max (number) FROM minutes_version WHERE meeting"
                                     " = ?1",
                                     "i", self->meeting));
  return version != 0 &&
         copil_store_insert (store, copil_kind_get ("minutes_version"), error, "meeting", owner,
                             "number", number, "replaces", replaces, "reason", self->reason,
                             NULL) != 0 &&
         copil_store_set (store, kind, self->meeting, "minutes", "draft", error) &&
         copil_store_set (store, kind, self->meeting, "proposed", NULL, error);
}

gboolean
copil_publish_reopen (CopilStore *store, gint64 meeting, const char *reason, const char *date,
                      GError **error)
{
  Freezing freezing = { .meeting = meeting, .date = date, .reason = reason };

  if (!copil_minutes_life_is_closed (store, meeting))
    return fail (error, _ ("Only validated minutes are corrected by a new version."));
  if (!reason || !*reason)
    return fail (error, _ ("Say why a new version is needed."));
  return copil_store_do (store, _ ("Correct validated minutes"), reopen_cb, &freezing, error);
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
