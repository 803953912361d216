/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "copil-"
/* The mark has this name once it is locked, and another one until then. */
#define MARK ".copil-lock"
#define NEW_MARK ".copil-lock-new"

/* Paths of folders in use, each with the descriptor of its lock. */
static GHashTable *in_use;
static GMutex mutex;

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

static void
remove_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  remove_tree (file);
}

static int
mark (const char *folder)
{
  g_autofree char *new = g_build_filename (folder, NEW_MARK, NULL);
  g_autofree char *name = g_build_filename (folder, MARK, NULL);
  int fd = open (new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && g_rename (new, name) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

char *
copil_temporary_new (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp (PREFIX "XXXXXX", error);
  int fd;

  if (!folder)
    return NULL;
  fd = mark (folder);
  if (fd < 0)
    {
      int number = errno;

      remove_path (folder);
      g_set_error_literal (error, G_FILE_ERROR, (int)g_file_error_from_errno (number),
                           g_strerror (number));
      return NULL;
    }
  g_mutex_lock (&mutex);
  if (!in_use)
    in_use = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (in_use, g_strdup (folder), GINT_TO_POINTER (fd));
  g_mutex_unlock (&mutex);
  return g_steal_pointer (&folder);
}

void
copil_temporary_remove (const char *folder)
{
  gpointer fd = NULL;

  g_mutex_lock (&mutex);
  if (in_use && g_hash_table_lookup_extended (in_use, folder, NULL, &fd))
    g_hash_table_remove (in_use, folder);
  else
    fd = GINT_TO_POINTER (-1);
  g_mutex_unlock (&mutex);
  remove_path (folder);
  if (GPOINTER_TO_INT (fd) >= 0)
    close (GPOINTER_TO_INT (fd));
}

/* Whether it is ours, and whoever made it is no more. */
static gboolean
is_left (const char *folder)
{
  g_autofree char *name = g_build_filename (folder, MARK, NULL);
  struct stat about;
  gboolean left;
  int fd;

  if (lstat (folder, &about) != 0 || !S_ISDIR (about.st_mode) || about.st_uid != geteuid ())
    return FALSE;
  fd = open (name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return FALSE;
  left = flock (fd, LOCK_EX | LOCK_NB) == 0;
  close (fd);
  return left;
}

void
copil_temporary_sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *folder =
          g_str_has_prefix (name, PREFIX) ? g_build_filename (g_get_tmp_dir (), name, NULL) : NULL;

      if (folder && is_left (folder))
        remove_path (folder);
    }
}
