/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-package.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "copil-odf-resources.h"
#include "copil-odf-spool.h"

/* Every entry bears this day, whatever the clock says: 1 January 2000, noon. */
#define DOS_DATE ((20 << 9) | (1 << 5) | 1)
#define DOS_TIME (12 << 11)
#define DEFLATE_LEVEL 6
#define MANIFEST "META-INF/manifest.xml"
#define MANIFEST_NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

typedef struct
{
  char *name;
  const char *media_type;
  CopilOdfSpool *spool;
} Part;

struct _CopilOdfPackage
{
  char *media_type;
  GPtrArray *parts; /* Part */
  CopilXml *open;   /* of the last part */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  copil_odf_spool_free (part->spool);
  g_free (part);
}

static int
part_compare (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Part *const *)a)->name, (*(Part *const *)b)->name);
}

static Part *
part_new (const char *name, const char *media_type)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->media_type = g_intern_string (media_type);
  part->spool = copil_odf_spool_new ();
  return part;
}

static void
set_zip_error (zip_error_t *failure, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  int system_error = zip_error_code_system (failure);
  int code = G_IO_ERROR_FAILED;

  if (zip_error_code_zip (failure) == ZIP_ER_CANCELLED)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return;
    }
  if (zip_error_system_type (failure) == ZIP_ET_SYS && system_error)
    code = (int)g_io_error_from_errno (system_error);
  g_set_error (error, G_IO_ERROR, code, _ ("Cannot write “%s”: %s"), shown,
               code == G_IO_ERROR_FAILED ? zip_error_strerror (failure)
                                         : g_strerror (system_error));
}

static void
write_manifest_entry (CopilXml *xml, const char *name, const char *media_type)
{
  copil_xml_start (xml, "manifest:file-entry");
  copil_xml_attr (xml, "manifest:full-path", name);
  if (!strcmp (name, "/"))
    copil_xml_attr (xml, "manifest:version", "1.3");
  copil_xml_attr (xml, "manifest:media-type", media_type);
  copil_xml_end (xml);
}

static Part *
build_manifest (CopilOdfPackage *package)
{
  Part *part = part_new (MANIFEST, "text/xml");
  CopilXml *xml = copil_xml_new (copil_odf_spool_output (part->spool));

  if (!xml)
    {
      part_free (part);
      return NULL;
    }
  xmlTextWriterStartDocument (xml->writer, "1.0", "UTF-8", NULL);
  copil_xml_start (xml, "manifest:manifest");
  copil_xml_attr (xml, "xmlns:manifest", MANIFEST_NAMESPACE);
  copil_xml_attr (xml, "manifest:version", "1.3");
  write_manifest_entry (xml, "/", package->media_type);
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *listed = package->parts->pdata[i];

      write_manifest_entry (xml, listed->name, listed->media_type);
    }
  copil_xml_end (xml);
  if (!copil_xml_close (xml))
    g_clear_pointer (&part, part_free);
  return part;
}

/* Adds one entry to the archive; FALSE with the archive's error. Takes `source`. */
static gboolean
add_entry (zip_t *zip, const char *name, zip_source_t *source, gboolean compress)
{
  zip_int64_t at;

  if (!source)
    return FALSE;
  at = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
  if (at < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (zip, (zip_uint64_t)at, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                   compress ? DEFLATE_LEVEL : 0) == 0 &&
         zip_file_set_dostime (zip, (zip_uint64_t)at, DOS_TIME, DOS_DATE, 0) == 0 &&
         zip_file_set_external_attributes (zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX,
                                           0100644u << 16) == 0;
}

static gboolean
add_part (zip_t *zip, Part *part)
{
  gboolean compress = strcmp (part->media_type, "image/png") != 0;

  return add_entry (zip, part->name, copil_odf_spool_source (part->spool, zip), compress);
}

static gboolean
fill (CopilOdfPackage *package, Part *manifest, zip_t *zip)
{
  if (!add_entry (zip, "mimetype",
                  zip_source_buffer (zip, package->media_type, strlen (package->media_type), 0),
                  FALSE) ||
      !add_part (zip, manifest))
    return FALSE;
  for (guint i = 0; i < package->parts->len; i++)
    if (!add_part (zip, package->parts->pdata[i]))
      return FALSE;
  return TRUE;
}

static int
cancel_cb (zip_t *zip, void *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/* The file that `path` means: links are followed, so that a link is not replaced by a file. */
static char *
resolve (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *folder = NULL;
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    {
      char *real, *copy;

      if (!S_ISREG (status.st_mode))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                       _ ("Cannot write “%s”: it is not a file"), shown);
          return NULL;
        }
      real = realpath (path, NULL);
      copy = g_strdup (real ? real : path);
      free (real);
      return copy;
    }
  folder = g_path_get_dirname (path);
  if (g_access (folder, W_OK | X_OK) < 0)
    {
      int failure = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (failure),
                   _ ("Cannot write “%s”: %s"), shown, g_strerror (failure));
      return NULL;
    }
  return g_strdup (path);
}

CopilOdfPackage *
copil_odf_package_new (const char *media_type)
{
  CopilOdfPackage *package = g_new0 (CopilOdfPackage, 1);

  package->media_type = g_strdup (media_type);
  package->parts = g_ptr_array_new_with_free_func (part_free);
  return package;
}

void
copil_odf_package_free (CopilOdfPackage *package)
{
  if (package->open)
    copil_xml_close (package->open);
  g_ptr_array_unref (package->parts);
  g_free (package->media_type);
  g_free (package);
}

void
copil_odf_package_add (CopilOdfPackage *package, const char *name, const char *media_type,
                       GBytes *bytes)
{
  Part *part = part_new (name, media_type);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* A failure to write stays with the spool, which then refuses to be a source. */
  if (!copil_odf_spool_write (part->spool, data, length))
    g_debug ("cannot keep %s", name);
  g_ptr_array_add (package->parts, part);
}

CopilXml *
copil_odf_package_start (CopilOdfPackage *package, const char *name, GError **error)
{
  Part *part = part_new (name, "text/xml");

  g_return_val_if_fail (package->open == NULL, NULL);

  g_ptr_array_add (package->parts, part);
  package->open = copil_xml_new (copil_odf_spool_output (part->spool));
  if (!package->open)
    copil_odf_spool_set_error (part->spool, error);
  return package->open;
}

gboolean
copil_odf_package_has_failed (CopilOdfPackage *package)
{
  const Part *part = package->parts->pdata[package->parts->len - 1];

  return copil_odf_spool_has_failed (part->spool);
}

gboolean
copil_odf_package_end (CopilOdfPackage *package, GError **error)
{
  Part *part = package->parts->pdata[package->parts->len - 1];

  if (copil_xml_close (g_steal_pointer (&package->open)) &&
      !copil_odf_spool_has_failed (part->spool))
    return TRUE;
  copil_odf_spool_set_error (part->spool, error);
  return FALSE;
}

GBytes *
copil_odf_package_fill (const char *resource, const char *const *pairs, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GString *text;

  bytes = g_resource_lookup_data (copil_odf_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (!bytes)
    return NULL;
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  for (; pairs[0]; pairs += 2)
    {
      g_autofree char *owned = NULL;
      g_autofree char *escaped = g_markup_escape_text (copil_xml_clean (pairs[1], &owned), -1);

      g_string_replace (text, pairs[0], escaped, 0);
    }
  return g_string_free_to_bytes (text);
}

gboolean
copil_odf_package_add_styles (CopilOdfPackage *package, const char *resource,
                              const char *const *pairs, GError **error)
{
  g_autoptr (GBytes) filled = copil_odf_package_fill (resource, pairs, error);

  if (!filled)
    return FALSE;
  copil_odf_package_add (package, "styles.xml", "text/xml", filled);
  return TRUE;
}

gboolean
copil_odf_package_save (CopilOdfPackage *package, const char *path, GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *target = resolve (path, error);
  zip_error_t failure;
  Part *manifest;
  zip_t *zip = NULL;
  zip_source_t *file;
  gboolean fine = FALSE;

  if (!target || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  g_ptr_array_sort (package->parts, part_compare);
  manifest = build_manifest (package);
  if (!manifest)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The document's parts cannot be written"));
      return FALSE;
    }
  zip_error_init (&failure);
  file = zip_source_file_create (target, 0, -1, &failure);
  if (file)
    zip = zip_open_from_source (file, ZIP_CREATE | ZIP_TRUNCATE, &failure);
  if (zip)
    {
      if (cancellable)
        zip_register_cancel_callback_with_state (zip, cancel_cb, NULL, cancellable);
      fine = fill (package, manifest, zip) && zip_close (zip) == 0;
      if (!fine)
        {
          set_zip_error (zip_get_error (zip), path, error);
          zip_discard (zip);
        }
    }
  else
    {
      set_zip_error (&failure, path, error);
      if (file)
        zip_source_free (file);
    }
  zip_error_fini (&failure);
  part_free (manifest);
  return fine;
}
