/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-archive.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "copil-odt-template.h"

/* All entries together, one XML part, and how many times its packed size an entry may have. */
#define UNPACKED_SIZE (100u * 1024 * 1024)
#define XML_SIZE (8u * 1024 * 1024)
#define RATIO 200
/* Below this no ratio is suspect. */
#define RATIO_FROM (1024 * 1024)

struct _CopilOdfArchive
{
  GBytes *bytes; /* what zip reads */
  zip_t *zip;
};

static void
set_error (GError **error, int code, const char *message)
{
  g_set_error_literal (error, COPIL_ODT_TEMPLATE_ERROR, code, message);
}

/* Whether the name stays inside the package. */
static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (!*name || *name == '/' || strchr (name, '\\') || strchr (name, ':') ||
      !g_utf8_validate (name, -1, NULL))
    return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i]; i++)
    if (!strcmp (parts[i], "..") || !strcmp (parts[i], "."))
      return FALSE;
  return TRUE;
}

static gboolean
check_entries (zip_t *zip, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  zip_int64_t n = zip_get_num_entries (zip, 0);
  guint64 total = 0;

  if (n > COPIL_ODF_ARCHIVE_ENTRIES)
    {
      set_error (error, COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE, _ ("The model has too many parts."));
      return FALSE;
    }
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t status;

      if (zip_stat_index (zip, (zip_uint64_t)i, 0, &status) < 0 ||
          !(status.valid & ZIP_STAT_NAME) || !(status.valid & ZIP_STAT_SIZE) ||
          !(status.valid & ZIP_STAT_COMP_SIZE))
        {
          set_error (error, COPIL_ODT_TEMPLATE_ERROR_BROKEN, _ ("The model’s file is damaged."));
          return FALSE;
        }
      if (!is_inside (status.name) || !g_hash_table_add (names, (gpointer)status.name))
        {
          set_error (error, COPIL_ODT_TEMPLATE_ERROR_HOSTILE,
                     _ ("The model has a part whose name is not allowed."));
          return FALSE;
        }
      if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE)
        {
          set_error (error, COPIL_ODT_TEMPLATE_ERROR_ENCRYPTED,
                     _ ("The model is protected by a password."));
          return FALSE;
        }
      if (status.size > UNPACKED_SIZE || (total += status.size) > UNPACKED_SIZE ||
          (status.size > RATIO_FROM && status.size / RATIO > status.comp_size))
        {
          set_error (error, COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE,
                     _ ("The model unfolds to far more than its size."));
          return FALSE;
        }
    }
  return TRUE;
}

/* Called at a document type, where entities could be made: the parser goes no further. */
static void
subset_cb (void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlParserCtxtPtr parser = context;

  parser->_private = parser;
  xmlStopParser (parser);
}

xmlDocPtr
copil_odf_archive_parse (GBytes *bytes, const char *name, GError **error)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDocPtr doc = NULL;
  gboolean typed = FALSE;

  if (parser && size > 0 && size <= XML_SIZE)
    {
      parser->sax->internalSubset = subset_cb;
      parser->sax->externalSubset = subset_cb;
      doc = xmlCtxtReadMemory (parser, data, (int)size, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                   XML_PARSE_NOCDATA);
      typed = parser->_private != NULL;
    }
  if (parser)
    xmlFreeParserCtxt (parser);
  if (doc && !typed && xmlDocGetRootElement (doc))
    return doc;
  if (doc)
    xmlFreeDoc (doc);
  if (typed)
    g_set_error (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_HOSTILE,
                 _ ("The model’s part “%s” declares entities, which is not allowed."), name);
  else
    g_set_error (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_BROKEN,
                 _ ("The model’s part “%s” is damaged."), name);
  return NULL;
}

CopilOdfArchive *
copil_odf_archive_new (GBytes *bytes, GError **error)
{
  g_autoptr (CopilOdfArchive) archive = NULL;
  zip_source_t *source;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > COPIL_ODF_ARCHIVE_SIZE)
    {
      set_error (error, COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE, _ ("The model is larger than 20 MiB."));
      return NULL;
    }
  archive = g_new0 (CopilOdfArchive, 1);
  archive->bytes = g_bytes_ref (bytes);
  source = size ? zip_source_buffer_create (data, size, 0, NULL) : NULL;
  archive->zip = source ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (!archive->zip)
    {
      if (source)
        zip_source_free (source);
      if (size > 4 && !memcmp (data, "PK\3\4", 4))
        set_error (error, COPIL_ODT_TEMPLATE_ERROR_BROKEN, _ ("The model’s file is damaged."));
      else
        set_error (error, COPIL_ODT_TEMPLATE_ERROR_NOT_TEXT,
                   _ ("The model is not an OpenDocument text (.odt or .ott)."));
      return NULL;
    }
  return check_entries (archive->zip, error) ? g_steal_pointer (&archive) : NULL;
}

void
copil_odf_archive_free (CopilOdfArchive *archive)
{
  if (archive->zip)
    zip_discard (archive->zip);
  g_bytes_unref (archive->bytes);
  g_free (archive);
}

gboolean
copil_odf_archive_has (CopilOdfArchive *archive, const char *name)
{
  return zip_name_locate (archive->zip, name, 0) >= 0;
}

gboolean
copil_odf_archive_has_folder (CopilOdfArchive *archive, const char *folder)
{
  for (zip_int64_t i = 0; i < zip_get_num_entries (archive->zip, 0); i++)
    if (g_str_has_prefix (zip_get_name (archive->zip, (zip_uint64_t)i, 0), folder))
      return TRUE;
  return FALSE;
}

GBytes *
copil_odf_archive_read (CopilOdfArchive *archive, const char *name, gsize limit, GError **error)
{
  zip_int64_t at = zip_name_locate (archive->zip, name, 0);
  zip_stat_t status;
  zip_file_t *file = NULL;
  g_autofree char *data = NULL;
  gboolean whole = FALSE;
  char beyond;

  if (at >= 0 && zip_stat_index (archive->zip, (zip_uint64_t)at, 0, &status) == 0 &&
      status.size <= limit)
    file = zip_fopen_index (archive->zip, (zip_uint64_t)at, 0);
  if (file)
    {
      data = g_malloc (status.size + 1);
      /* The checksum is compared when the end is read. */
      whole = zip_fread (file, data, status.size) == (zip_int64_t)status.size &&
              zip_fread (file, &beyond, 1) == 0;
      zip_fclose (file);
    }
  if (whole)
    return g_bytes_new_take (g_steal_pointer (&data), status.size);
  if (at >= 0 && status.size > limit)
    g_set_error (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE,
                 _ ("The model’s part “%s” is too large."), name);
  else
    g_set_error (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_BROKEN,
                 _ ("The model’s part “%s” is damaged."), name);
  return NULL;
}

xmlDocPtr
copil_odf_archive_read_xml (CopilOdfArchive *archive, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = copil_odf_archive_read (archive, name, XML_SIZE, error);

  return bytes ? copil_odf_archive_parse (bytes, name, error) : NULL;
}
