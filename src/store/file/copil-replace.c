/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "copil-attributes.h"
#include "copil-digest.h"
#include "copil-store-private.h"

#define BLOCK (256 * 1024)
#define LONGEST_NAME 255
#define MOST_LINKS 40

/* --- helpers --- */

static gboolean
set_io_error (GError **error, const GError *problem, gboolean writing)
{
  int code = problem->domain == G_IO_ERROR ? problem->code : G_IO_ERROR_FAILED;

  if (problem->domain == COPIL_STORE_ERROR)
    {
      g_propagate_error (error, g_error_copy (problem));
      return FALSE;
    }
  switch (code)
    {
    case G_IO_ERROR_CANCELLED:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled."));
      break;
    case G_IO_ERROR_NOT_FOUND:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING,
                           writing ? _ ("The folder of the file is not there any more.")
                                   : _ ("There is no such file."));
      break;
    case G_IO_ERROR_NO_SPACE:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL,
                           _ ("The disk is full: the file was left as it was."));
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      g_set_error_literal (
          error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY,
          writing ? _ ("The file or its folder cannot be written: save it under another name.")
                  : _ ("You may not read this file."));
      break;
    case G_IO_ERROR_EXISTS:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("There is a file of that name already."));
      break;
    case G_IO_ERROR_IS_DIRECTORY:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NOT_REGULAR,
                           _ ("This is a folder, not a Copil file."));
      break;
    default:
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                   writing ? _ ("The file cannot be written: %s.")
                           : _ ("The file cannot be read: %s."),
                   problem->message);
      break;
    }
  return FALSE;
}

/* The name beside the user's file while it is written. Whoever holds the lock on the working copy
 * is the only one to use it. */
static GFile *
get_temporary (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *uri = g_file_get_uri (target);
  g_autofree char *whose =
      g_strdup_printf ("%s\n%s\n%s", uri, g_get_host_name (), g_get_user_state_dir ());
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whose, -1);
  g_autofree char *name = g_strdup_printf (".copil-%.16s.tmp", digest);
  return g_file_get_child (folder, name);
}

static gboolean
sync_path (GFile *file, int flags, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  int fd, code;

  if (!path)
    return TRUE;
  fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  code = fsync (fd);
  /* Some file systems have nothing to bring to the disk. */
  if (code != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* Copies to the stream where there is one, and gives the digest of what was read. */
static gboolean
pump (GInputStream *in, GOutputStream *out, char **digest, GCancellable *cancellable,
      gboolean *writing, GError **error)
{
  CopilDigest sum;
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 size = 0;

  copil_digest_init (&sum);
  for (;;)
    {
      gssize got;

      *writing = FALSE;
      got = g_input_stream_read (in, block, BLOCK, cancellable, error);
      if (got < 0)
        return FALSE;
      if (got == 0)
        break;
      /* Not every place tells the size beforehand. */
      size += got;
      if (size > COPIL_STORE_LARGEST)
        return copil_store_fail_too_large (error, size);
      if (digest)
        copil_digest_update (&sum, block, (gsize)got);
      *writing = TRUE;
      if (out && !g_output_stream_write_all (out, block, (gsize)got, NULL, cancellable, error))
        return FALSE;
    }
  *writing = out != NULL;
  if (out && !g_output_stream_close (out, cancellable, error))
    return FALSE;
  if (digest)
    *digest = copil_digest_finish (&sum);
  return TRUE;
}

/* Writes a new file, which must not be there. */
static gboolean
write_new (const char *path, GFile *to, gboolean private, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (from, cancellable, error);
  g_autoptr (GFileOutputStream) out = NULL;
  gboolean writing = FALSE;

  if (!in)
    return FALSE;
  out =
      g_file_create (to, private ? G_FILE_CREATE_PRIVATE : G_FILE_CREATE_NONE, cancellable, error);
  if (!out)
    return FALSE;
  return pump (G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), NULL, cancellable, &writing, error) &&
         sync_path (to, 0, error);
}

/* What may be kept of the old file is kept; what may not is no reason to fail. What GIO knows of a
 * file elsewhere. */
static void
keep_permissions (GFile *from, GFile *to, GCancellable *cancellable)
{
  const char *const attributes[] = { G_FILE_ATTRIBUTE_UNIX_GID, G_FILE_ATTRIBUTE_UNIX_MODE };
  g_autoptr (GFileInfo) info =
      g_file_query_info (from, G_FILE_ATTRIBUTE_UNIX_GID "," G_FILE_ATTRIBUTE_UNIX_MODE,
                         G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);

  for (guint i = 0; info && i < G_N_ELEMENTS (attributes); i++)
    if (g_file_info_has_attribute (info, attributes[i]))
      {
        guint32 value = g_file_info_get_attribute_uint32 (info, attributes[i]);
        if (i == 1)
          value &= 0777;
        g_file_set_attribute_uint32 (to, attributes[i], value, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                     cancellable, NULL);
      }
}

/* The file of that path, its folders being what symbolic links make of them. What cannot be
 * followed stays as it is. */
static GFile *
place_of_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  char *found = realpath (folder, NULL);
  g_autofree char *real = g_build_filename (found ? found : folder, name, NULL);

  free (found);
  return g_file_new_for_path (real);
}

static GFile *
get_real_place (GFile *file)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  return path ? place_of_path (path) : g_object_ref (file);
}

/* What a symbolic link in the folder leads to. Parent folders in it are those of the disk: taken
 * away as text they would be others where a folder is a link itself. */
static GFile *
follow (GFile *folder, const char *target)
{
  g_autofree char *base = g_file_is_native (folder) ? g_file_get_path (folder) : NULL, *path = NULL;

  if (!base)
    return g_file_resolve_relative_path (folder, target);
  path = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (base, target, NULL);
  return place_of_path (path);
}

/* --- public --- */

GFile *
copil_replace_resolve (GFile *location)
{
  GFile *file = get_real_place (location);

  for (int links = 0; links < MOST_LINKS; links++)
    {
      g_autoptr (GFileInfo) info =
          g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                             G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
      const char *target = info ? g_file_info_get_attribute_byte_string (
                                      info, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET)
                                : NULL;
      g_autoptr (GFile) link = file, parent = g_file_get_parent (file);

      if (!target || !parent)
        return g_steal_pointer (&link);
      file = follow (parent, target);
    }
  return file;
}

gboolean
copil_replace_check_regular (GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (target, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (!info)
    return set_io_error (error, problem, FALSE);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return g_file_info_get_size (info) <= COPIL_STORE_LARGEST ||
           copil_store_fail_too_large (error, g_file_info_get_size (info));
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NOT_REGULAR,
                       g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                           ? _ ("This is a folder, not a Copil file.")
                           : _ ("This is not an ordinary file."));
  return FALSE;
}

gboolean
copil_replace_may_write (GFile *target, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  GFile *files[] = { target, folder };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFileInfo) info =
          files[i] ? g_file_query_info (files[i], G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                                        G_FILE_QUERY_INFO_NONE, cancellable, NULL)
                   : NULL;
      if (info && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) &&
          !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
        return FALSE;
    }
  return TRUE;
}

char *
copil_replace_read_digest (GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInputStream) in = NULL;
  char *digest = NULL;
  gboolean writing;

  if (!copil_replace_check_regular (target, cancellable, error))
    return NULL;
  in = g_file_read (target, cancellable, &problem);
  if (!in || !pump (G_INPUT_STREAM (in), NULL, &digest, cancellable, &writing, &problem))
    set_io_error (error, problem, FALSE);
  return digest;
}

gboolean
copil_replace_fetch (GFile *target, const char *path, char **digest, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GFile) to = g_file_new_for_path (path);
  gboolean writing = FALSE;

  if (!copil_replace_check_regular (target, cancellable, error))
    return FALSE;
  unlink (path);
  in = g_file_read (target, cancellable, &problem);
  if (!in)
    return set_io_error (error, problem, FALSE);
  out = g_file_create (to, G_FILE_CREATE_PRIVATE, cancellable, &problem);
  if (!out)
    return set_io_error (error, problem, TRUE);
  if (!pump (G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), digest, cancellable, &writing, &problem))
    {
      unlink (path);
      return set_io_error (error, problem, writing);
    }
  return TRUE;
}

char *
copil_replace_dup_mark (GFile *target, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (target,
                         G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                     "," G_FILE_ATTRIBUTE_UNIX_INODE,
                         G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const char *etag = info ? g_file_info_get_etag (info) : NULL;

  if (!info)
    return NULL;
  return g_strdup_printf ("%s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT, etag ? etag : "",
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

gboolean
copil_replace_put (const char *path, GFile *target, gboolean overwrite, const char *digest,
                   const char *mark, const char *attributes, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GFile) temporary = get_temporary (target), folder = g_file_get_parent (target);
  g_autoptr (GError) problem = NULL;
  g_autofree char *written = NULL, *mark_now = NULL, *had = NULL;
  gboolean exists = g_file_query_exists (target, cancellable);
  GFileCopyFlags flags = G_FILE_COPY_NO_FALLBACK_FOR_MOVE;

  if (exists && !overwrite)
    {
      problem = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "");
      return set_io_error (error, problem, TRUE);
    }
  if (!copil_replace_may_write (target, cancellable))
    {
      problem = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
      return set_io_error (error, problem, TRUE);
    }
  if (overwrite)
    flags |= G_FILE_COPY_OVERWRITE;
  g_file_delete (temporary, NULL, NULL);
  /* What the file has at this moment, else what it had. */
  had = exists ? copil_attributes_read (target) : g_strdup (attributes);
  if (!write_new (path, temporary, exists || had, cancellable, &problem))
    goto failed;
  if (had)
    copil_attributes_give (had, temporary);
  else if (exists)
    keep_permissions (target, temporary, cancellable);
  written = copil_replace_read_digest (temporary, cancellable, error);
  if (!written)
    {
      g_file_delete (temporary, NULL, NULL);
      return FALSE;
    }
  if (g_strcmp0 (written, digest) != 0)
    {
      g_file_delete (temporary, NULL, NULL);
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("The disk does not keep what is written to it: the file was left as "
                              "it was."));
      return FALSE;
    }
  mark_now = mark ? copil_replace_dup_mark (target, cancellable) : NULL;
  if (mark && g_strcmp0 (mark, mark_now) != 0)
    {
      g_file_delete (temporary, NULL, NULL);
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT,
                           _ ("Another program keeps writing this file."));
      return FALSE;
    }
  if (!g_file_move (temporary, target, flags, cancellable, NULL, NULL, &problem))
    goto failed;
  /* The file is in its place: that its folder could not be brought to the disk changes nothing. */
  sync_path (folder, O_DIRECTORY, NULL);
  return TRUE;

failed:
  /* A file of that name that we could not even create is not ours. */
  g_file_delete (temporary, NULL, NULL);
  return set_io_error (error, problem, TRUE);
}

char *
copil_replace_put_beside (const char *path, GFile *target, const char *label,
                          const char *attributes, GCancellable *cancellable, GError **error)
{
  gboolean exists = g_file_query_exists (target, cancellable);
  g_autofree char *had = exists ? copil_attributes_read (target) : g_strdup (attributes);
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* No colon: not every file system takes one. */
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d %H.%M");
  g_autofree char *stem = g_file_get_basename (target);

  if (g_str_has_suffix (stem, ".copil"))
    stem[strlen (stem) - strlen (".copil")] = '\0';
  for (int number = 1; number < 1000; number++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *ending = number == 1
                                    ? g_strdup_printf (" (%s, %s).copil", label, date)
                                    : g_strdup_printf (" (%s, %s, %d).copil", label, date, number);
      gsize room = LONGEST_NAME - strlen (ending), length = strlen (stem);
      g_autofree char *name = NULL;
      g_autoptr (GFile) beside = NULL;

      while (length > room)
        while (length > 0 && ((guchar)stem[--length] & 0xc0) == 0x80)
          continue;
      name = g_strdup_printf ("%.*s%s", (int)length, stem, ending);
      beside = g_file_get_child (folder, name);
      if (write_new (path, beside, TRUE, cancellable, &problem))
        {
          if (had)
            copil_attributes_give (had, beside);
          else if (exists)
            keep_permissions (target, beside, cancellable);
          sync_path (folder, O_DIRECTORY, NULL);
          return g_filename_display_name (name);
        }
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
        continue;
      g_file_delete (beside, NULL, NULL);
      set_io_error (error, problem, TRUE);
      return NULL;
    }
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                       _ ("There is a file of that name already."));
  return NULL;
}

gboolean
copil_replace_settle (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path), folder = g_file_get_parent (file);
  g_autoptr (GError) problem = NULL;

  if (sync_path (file, 0, &problem) && sync_path (folder, O_DIRECTORY, &problem))
    return TRUE;
  return set_io_error (error, problem, TRUE);
}

void
copil_replace_clean (GFile *target)
{
  g_autoptr (GFile) temporary = get_temporary (target);
  g_file_delete (temporary, NULL, NULL);
}
