/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-attributes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"

static int
open_native (GFile *file)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;

  return path ? open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1;
}

/* The names of the extended attributes, each ended by a zero; NULL where there are none. */
static char *
list_names (int fd, gsize *length)
{
  for (int attempt = 0; attempt < 5; attempt++)
    {
      ssize_t size = flistxattr (fd, NULL, 0);
      g_autofree char *names = size > 0 ? g_malloc ((gsize)size) : NULL;

      if (!names)
        return NULL;
      size = flistxattr (fd, names, (gsize)size);
      if (size > 0)
        {
          *length = (gsize)size;
          return g_steal_pointer (&names);
        }
      if (errno != ERANGE)
        return NULL;
    }
  return NULL;
}

static void
append_value (GString *text, int fd, const char *name)
{
  ssize_t size = fgetxattr (fd, name, NULL, 0);
  g_autofree guint8 *value = size >= 0 ? g_malloc ((gsize)size + 1) : NULL;
  g_autofree char *coded = NULL, *called = NULL;

  if (value)
    size = fgetxattr (fd, name, value, (gsize)size);
  if (!value || size < 0)
    return;
  coded = g_base64_encode (value, (gsize)size);
  called = g_uri_escape_string (name, NULL, FALSE);
  g_string_append_printf (text, " %s:%s", called, coded);
}

char *
copil_attributes_read (GFile *file)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *names = NULL;
  gsize length = 0;
  struct stat about;
  int fd = open_native (file);

  if (fd < 0)
    return NULL;
  if (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode))
    {
      close (fd);
      return NULL;
    }
  g_string_append_printf (text, "%lu %lu %o", (unsigned long)about.st_uid,
                          (unsigned long)about.st_gid, (unsigned int)(about.st_mode & 07777));
  names = list_names (fd, &length);
  for (gsize at = 0; names && at < length; at += strlen (names + at) + 1)
    append_value (text, fd, names + at);
  close (fd);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "name:value", as append_value() writes it; FALSE where the file system does not take it. */
static gboolean
give_value (int fd, const char *text, gboolean *access_list)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_autofree char *name = parts[0] && parts[1] ? g_uri_unescape_string (parts[0], NULL) : NULL;
  g_autofree guint8 *value = NULL;
  gsize size = 0;

  *access_list = g_strcmp0 (name, ACCESS_LIST) == 0;
  if (!name)
    return FALSE;
  value = g_base64_decode (parts[1], &size);
  return fsetxattr (fd, name, value, size, 0) == 0;
}

void
copil_attributes_give (const char *attributes, GFile *file)
{
  g_auto (GStrv) words = attributes ? g_strsplit (attributes, " ", -1) : NULL;
  gboolean same_group, safe = TRUE;
  struct stat about;
  mode_t mode;
  int fd;

  if (!words || g_strv_length (words) < 3 || (fd = open_native (file)) < 0)
    return;
  mode = (mode_t)strtoul (words[2], NULL, 8) & 07777;
  /* The owner can be given by root alone. */
  if (fchown (fd, (uid_t)strtoul (words[0], NULL, 10), (gid_t)strtoul (words[1], NULL, 10)) != 0)
    same_group = fchown (fd, (uid_t)-1, (gid_t)strtoul (words[1], NULL, 10)) == 0;
  else
    same_group = TRUE;
  if (!same_group && fstat (fd, &about) == 0)
    same_group = about.st_gid == (gid_t)strtoul (words[1], NULL, 10);
  /* A list that the folder gives to new files is not the file's. */
  if (fremovexattr (fd, ACCESS_LIST) != 0 && errno == EPERM)
    safe = FALSE;
  for (guint i = 3; words[i]; i++)
    {
      gboolean access_list;
      gboolean given = give_value (fd, words[i], &access_list);

      /* The group's part of the mode is then that of everybody in the list. */
      if (access_list && !given)
        safe = FALSE;
    }
  if (!safe || !same_group)
    mode = (mode & ~(mode_t)070) | ((mode & 07) << 3);
  if (fchmod (fd, mode) != 0)
    g_debug ("fchmod: %s", g_strerror (errno));
  close (fd);
}

guint
copil_attributes_count_names (GFile *file)
{
  struct stat about;
  int fd = open_native (file);
  guint n = 1;

  if (fd < 0)
    return 1;
  if (fstat (fd, &about) == 0 && S_ISREG (about.st_mode))
    n = (guint)about.st_nlink;
  close (fd);
  return n;
}
