/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-work.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copil-replace.h"

#define GROUP "file"

/* A place is held for a moment by whoever sweeps it: so often it is tried again, after so long, in
 * microseconds. */
#define ATTEMPTS 4
#define PAUSE 25000

/* A place is called by so many hexadecimal digits. */
#define KEY_LENGTH 64

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
take_lock (CopilWork *work, int attempts, GError **error)
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
          if (number == EWOULDBLOCK && --attempts > 0)
            {
              g_usleep (PAUSE);
              continue;
            }
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

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
}

/* The place of that key, not locked yet. */
static CopilWork *
new_place (const char *key)
{
  CopilWork *work = g_new0 (CopilWork, 1);
  g_autofree char *folder = dup_folder (), *base = g_build_filename (folder, key, NULL);

  work->lock_fd = -1;
  work->lock = g_strconcat (base, ".lock", NULL);
  work->copy = g_strconcat (base, ".copil", NULL);
  work->notes = g_strconcat (base, ".ini", NULL);
  work->incoming = g_strconcat (base, ".in", NULL);
  work->outgoing = g_strconcat (base, ".out", NULL);
  return work;
}

/* Removes what writing the notes left: they are written beside, and renamed. */
static void
clear_notes_temporaries (CopilWork *work)
{
  g_autofree char *folder = dup_folder (), *notes = g_path_get_basename (work->notes);
  g_autofree char *start = g_strconcat (notes, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, start))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

CopilWork *
copil_work_new (GFile *target, GError **error)
{
  g_autofree char *uri = g_file_get_uri (target), *folder = dup_folder ();
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autoptr (CopilWork) work = new_place (key);

  work->uri = g_steal_pointer (&uri);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail_folder (error, errno);
      return NULL;
    }
  if (!take_lock (work, ATTEMPTS, error))
    return NULL;
  clear_notes_temporaries (work);
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

/* A place that nobody has: what was under way in it goes, its working copy stays with its notes.
 * Without one, nothing was to be kept, and the file that was about to be made is no file yet. */
static void
sweep_place (const char *key)
{
  g_autoptr (CopilWork) work = new_place (key);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!take_lock (work, 1, NULL))
    return;
  clear_notes_temporaries (work);
  copil_work_remove (work->incoming);
  copil_work_remove (work->outgoing);
  if (g_file_test (work->copy, G_FILE_TEST_EXISTS))
    return;
  if (g_key_file_load_from_file (keys, work->notes, G_KEY_FILE_NONE, NULL))
    {
      g_autofree char *uri = g_key_file_get_string (keys, GROUP, "uri", NULL);
      g_autoptr (GFile) target = uri ? g_file_new_for_uri (uri) : NULL;

      if (target && g_file_is_native (target))
        copil_replace_clean (target);
    }
  copil_work_clear (work);
}

void
copil_work_sweep (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTableIter iter;
  gpointer key;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (strspn (name, "0123456789abcdef") == KEY_LENGTH && name[KEY_LENGTH] == '.')
      g_hash_table_add (places, g_strndup (name, KEY_LENGTH));
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    sweep_place (key);
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
