/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define FILE_BUFFER (256 * 1024)

struct _CopilOdfSpool
{
  GByteArray *memory;
  FILE *file;
  char *buffer; /* of the file */
  int failure;  /* errno */
};

/* An unnamed file on a disk: the cache folder, because the one for temporary files is often memory.
 */
static FILE *
open_unnamed (void)
{
  g_autofree char *cached = g_build_filename (g_get_user_cache_dir (), "copil-XXXXXX", NULL);
  g_autofree char *fallback = g_build_filename (g_get_tmp_dir (), "copil-XXXXXX", NULL);
  char *name = cached;
  FILE *file;
  int fd;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      name = fallback;
      fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
    }
  if (fd < 0)
    return NULL;
  if (g_unlink (name) < 0)
    g_debug ("cannot unlink %s: %s", name, g_strerror (errno));
  file = fdopen (fd, "w+b");
  if (!file)
    {
      int failure = errno;

      close (fd);
      errno = failure;
    }
  return file;
}

static gboolean
to_file (CopilOdfSpool *spool, const void *bytes, gsize length)
{
  errno = 0;
  if (fwrite (bytes, 1, length, spool->file) == length)
    return TRUE;
  spool->failure = errno ? errno : EIO;
  return FALSE;
}

static int
output_write_cb (void *context, const char *bytes, int length)
{
  return copil_odf_spool_write (context, bytes, (gsize)length) ? length : -1;
}

static int
output_close_cb (void *context)
{
  return 0;
}

CopilOdfSpool *
copil_odf_spool_new (void)
{
  CopilOdfSpool *spool = g_new0 (CopilOdfSpool, 1);

  spool->memory = g_byte_array_new ();
  return spool;
}

void
copil_odf_spool_free (CopilOdfSpool *spool)
{
  if (spool->file)
    fclose (spool->file);
  g_free (spool->buffer);
  g_byte_array_unref (spool->memory);
  g_free (spool);
}

gboolean
copil_odf_spool_write (CopilOdfSpool *spool, const char *bytes, gsize length)
{
  if (spool->failure)
    return FALSE;
  if (spool->file)
    return to_file (spool, bytes, length);

  if (spool->memory->len + length <= COPIL_ODF_SPOOL_MEMORY)
    {
      g_byte_array_append (spool->memory, (const guint8 *)bytes, (guint)length);
      return TRUE;
    }
  spool->file = open_unnamed ();
  if (!spool->file)
    {
      spool->failure = errno ? errno : EIO;
      return FALSE;
    }
  spool->buffer = g_malloc (FILE_BUFFER);
  setvbuf (spool->file, spool->buffer, _IOFBF, FILE_BUFFER);
  if (!to_file (spool, spool->memory->data, spool->memory->len))
    return FALSE;
  g_byte_array_set_size (spool->memory, 0);
  return to_file (spool, bytes, length);
}

xmlOutputBufferPtr
copil_odf_spool_output (CopilOdfSpool *spool)
{
  return xmlOutputBufferCreateIO (output_write_cb, output_close_cb, spool, NULL);
}

gboolean
copil_odf_spool_has_failed (CopilOdfSpool *spool)
{
  return spool->failure != 0;
}

void
copil_odf_spool_set_error (CopilOdfSpool *spool, GError **error)
{
  if (spool->failure)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (spool->failure),
                 _ ("No room for the document's parts: %s"), g_strerror (spool->failure));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The document's parts cannot be written"));
}

zip_source_t *
copil_odf_spool_source (CopilOdfSpool *spool, zip_t *zip)
{
  FILE *file;
  zip_source_t *source;
  int fd;

  if (spool->failure)
    {
      zip_error_set (zip_get_error (zip), ZIP_ER_WRITE, spool->failure);
      return NULL;
    }
  if (!spool->file)
    return zip_source_buffer (zip, spool->memory->data, spool->memory->len, 0);
  /* libzip reads on from where the file stands. */
  if (fflush (spool->file) != 0 || fseeko (spool->file, 0, SEEK_SET) != 0)
    {
      spool->failure = errno;
      zip_error_set (zip_get_error (zip), ZIP_ER_WRITE, errno);
      return NULL;
    }
  /* libzip closes the file it is given: it gets its own. */
  fd = dup (fileno (spool->file));
  file = fd < 0 ? NULL : fdopen (fd, "rb");
  if (!file)
    {
      zip_error_set (zip_get_error (zip), ZIP_ER_READ, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  source = zip_source_filep (zip, file, 0, -1);
  if (!source)
    fclose (file);
  return source;
}
