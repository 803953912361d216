/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-job.h"

#include "copil-attributes.h"
#include "copil-replace.h"
#include "copil-store-private.h"

/* Somebody may write the file at the same moment, but not each time. */
#define MOST_ATTEMPTS 5

/* --- helpers --- */

/* Remembers what the file has, as long as it is there. */
static void
see (CopilJob *job)
{
  char *attributes = copil_attributes_read (job->target);

  if (!attributes)
    return;
  g_free (job->attributes);
  job->attributes = attributes;
}

/* Looks at what stands at the target; FALSE where the round is over. */
static gboolean
look (CopilJob *job)
{
  g_autofree char *there = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&job->mark, g_free);
  see (job);
  if (job->blind)
    return TRUE;
  job->mark = copil_replace_dup_mark (job->target, job->cancellable);
  there = copil_replace_read_digest (job->target, job->cancellable, &error);
  if (g_error_matches (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING))
    {
      job->anew = job->digest != NULL;
      job->stale = job->look_only;
      return !job->look_only;
    }
  if (error)
    {
      job->outcome = COPIL_JOB_FAILED;
      job->error = g_steal_pointer (&error);
      return FALSE;
    }
  if (g_strcmp0 (there, job->digest) == 0)
    {
      job->new_digest = g_steal_pointer (&there);
      job->outcome = COPIL_JOB_UP_TO_DATE;
      return job->dirty;
    }
  if (job->known && g_hash_table_contains (job->known, there))
    {
      job->stale = job->look_only;
      return !job->look_only;
    }
  job->outcome = copil_replace_fetch (job->target, job->work->incoming, &job->new_digest,
                                      job->cancellable, &job->error)
                     ? COPIL_JOB_CHANGED
                     : COPIL_JOB_FAILED;
  return FALSE;
}

/* A copy that is whole and checked, in Copil's own folder. */
static gboolean
prepare (CopilJob *job, char **digest, GError **error)
{
  g_autoptr (CopilStore) copy = NULL;
  g_autoptr (GFile) out = g_file_new_for_path (job->work->outgoing);

  copil_work_remove (job->work->outgoing);
  if (!copil_store_snapshot_path (job->store_path, job->work->outgoing, error))
    return FALSE;
  copy = copil_store_open (job->work->outgoing, COPIL_STORE_READ_ONLY, error);
  if (!copy)
    return FALSE;
  job->head = copil_store_get_head (copy);
  *digest = copil_replace_read_digest (out, job->cancellable, error);
  return *digest != NULL;
}

static gboolean
write_target (CopilJob *job, GError **error)
{
  g_autofree char *digest = NULL;
  CopilWorkNotes notes;
  gboolean written;

  if (!prepare (job, &digest, error))
    return FALSE;
  /* Should we stop right after the renaming, the file is known as our own. */
  notes = (CopilWorkNotes){ -1, job->digest, digest, job->attributes };
  if (!copil_work_write_notes (job->work, &notes, error))
    return FALSE;
  written = copil_replace_put (job->work->outgoing, job->target, !job->fresh, digest, job->mark,
                               job->attributes, job->cancellable, error);
  if (!written)
    return FALSE;
  see (job);
  notes = (CopilWorkNotes){ job->head, digest, NULL, job->attributes };
  /* Without these notes the next opening only has more to compare. */
  copil_work_write_notes (job->work, &notes, NULL);
  job->new_digest = g_steal_pointer (&digest);
  return TRUE;
}

/* --- public --- */

CopilJob *
copil_job_new (void)
{
  CopilJob *job = g_new0 (CopilJob, 1);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->done_cond);
  return job;
}

void
copil_job_reset (CopilJob *job)
{
  g_clear_pointer (&job->store_path, g_free);
  g_clear_object (&job->target);
  g_clear_pointer (&job->digest, g_free);
  g_clear_pointer (&job->attributes, g_free);
  g_clear_pointer (&job->mark, g_free);
  g_clear_pointer (&job->known, g_hash_table_unref);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_clear_pointer (&job->new_digest, g_free);
  job->done = FALSE;
}

void
copil_job_free (CopilJob *job)
{
  copil_job_reset (job);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->done_cond);
  g_free (job);
}

void
copil_job_run (CopilJob *job)
{
  for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
    {
      g_clear_error (&job->error);
      g_clear_pointer (&job->new_digest, g_free);
      job->anew = job->stale = FALSE;
      job->outcome = COPIL_JOB_UP_TO_DATE;
      if (!look (job))
        break;
      g_clear_pointer (&job->new_digest, g_free);
      job->outcome = write_target (job, &job->error) ? COPIL_JOB_WRITTEN : COPIL_JOB_FAILED;
      copil_work_remove (job->work->outgoing);
      /* Somebody wrote it between our looking and our writing. */
      if (!g_error_matches (job->error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT))
        break;
    }
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->done_cond);
  g_mutex_unlock (&job->mutex);
}

void
copil_job_wait (CopilJob *job)
{
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->done_cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
}
