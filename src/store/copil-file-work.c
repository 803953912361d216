/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-work.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "file"

static const char *const companions[] = { "", "-wal", "-shm", "-journal" };

static gboolean
fail_folder (GError **error, int number)
{
  g_set_error (error, COPIL_STORE_ERROR,
               number == ENOSPC ? COPIL_STORE_ERROR_FULL : COPIL_STORE_ERROR_FAILED,
               _ ("Copil’s own folder, where working copies are kept, cannot be written: %s."),
               g_strerror (number));
  return FALSE;
}

/* The lock is taken on the file that has the name at that moment: one that its owner removed
 * between opening and locking is none. */
static gboolean
take_lock (CopilWork *work, GError **error)
{
  for (;;)
    {
      struct stat ours, there;
      int fd = open (work->lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd < 0)
        return fail_folder (error, errno);
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          int number = errno;
          close (fd);
          if (number == EINTR)
            continue;
          if (number != EWOULDBLOCK)
            return fail_folder (error, number);
          g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                               _ ("This file is already open in another window."));
          return FALSE;
        }
      if (fstat (fd, &ours) == 0 && stat (work->lock, &there) == 0 && ours.st_ino == there.st_ino &&
          ours.st_dev == there.st_dev)
        {
          work->lock_fd = fd;
          return TRUE;
        }
      close (fd);
    }
}

CopilWork *
copil_work_new (GFile *target, GError **error)
{
  g_autoptr (CopilWork) work = g_new0 (CopilWork, 1);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
  g_autofree char *key = NULL, *base = NULL;

  work->lock_fd = -1;
  work->uri = g_file_get_uri (target);
  key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, work->uri, -1);
  base = g_build_filename (folder, key, NULL);
  work->lock = g_strconcat (base, ".lock", NULL);
  work->copy = g_strconcat (base, ".copil", NULL);
  work->notes = g_strconcat (base, ".ini", NULL);
  work->incoming = g_strconcat (base, ".in", NULL);
  work->outgoing = g_strconcat (base, ".out", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail_folder (error, errno);
      return NULL;
    }
  if (!take_lock (work, error))
    return NULL;
  return g_steal_pointer (&work);
}

void
copil_work_free (CopilWork *work)
{
  if (work->lock_fd >= 0)
    {
      g_unlink (work->lock);
      close (work->lock_fd);
    }
  g_free (work->uri);
  g_free (work->lock);
  g_free (work->copy);
  g_free (work->notes);
  g_free (work->incoming);
  g_free (work->outgoing);
  g_free (work);
}

void
copil_work_read_notes (CopilWork *work, CopilWorkNotes *notes)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  *notes = (CopilWorkNotes){ .head = -1 };
  if (!g_key_file_load_from_file (keys, work->notes, G_KEY_FILE_NONE, NULL))
    return;
  if (g_key_file_has_key (keys, GROUP, "head", NULL))
    notes->head = g_key_file_get_int64 (keys, GROUP, "head", NULL);
  notes->digest = g_key_file_get_string (keys, GROUP, "digest", NULL);
  notes->pending = g_key_file_get_string (keys, GROUP, "pending", NULL);
  notes->attributes = g_key_file_get_string (keys, GROUP, "attributes", NULL);
}

gboolean
copil_work_write_notes (CopilWork *work, const CopilWorkNotes *notes, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) problem = NULL;

  g_key_file_set_string (keys, GROUP, "uri", work->uri);
  g_key_file_set_int64 (keys, GROUP, "head", notes->head);
  if (notes->digest)
    g_key_file_set_string (keys, GROUP, "digest", notes->digest);
  if (notes->pending)
    g_key_file_set_string (keys, GROUP, "pending", notes->pending);
  if (notes->attributes)
    g_key_file_set_string (keys, GROUP, "attributes", notes->attributes);
  if (g_key_file_save_to_file (keys, work->notes, &problem))
    return TRUE;
  return fail_folder (error, problem->code == G_FILE_ERROR_NOSPC ? ENOSPC : EIO);
}

void
copil_work_notes_clear (CopilWorkNotes *notes)
{
  g_clear_pointer (&notes->digest, g_free);
  g_clear_pointer (&notes->pending, g_free);
  g_clear_pointer (&notes->attributes, g_free);
}

void
copil_work_remove (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *name = g_strconcat (path, companions[i], NULL);
      g_unlink (name);
    }
}

void
copil_work_clear (CopilWork *work)
{
  copil_work_remove (work->copy);
  copil_work_remove (work->incoming);
  copil_work_remove (work->outgoing);
  g_unlink (work->notes);
}

char *
copil_work_put_aside (CopilWork *work, const char *ending)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.%s-%06d.%s", work->copy, time,
                                            g_date_time_get_microsecond (now), ending);

  /* What belongs to it first: a database must not lose its log. */
  for (guint i = G_N_ELEMENTS (companions); i-- > 0;)
    {
      g_autofree char *from = g_strconcat (work->copy, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);
      if (g_rename (from, to) != 0 && i == 0)
        return NULL;
    }
  return g_steal_pointer (&aside);
}
