/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish.h"

#include "copil-publish-freeze.h"
#include "copil-publish-template.h"

GBytes *
copil_publish_document_bytes (CopilStore *store, CopilDocument *document, GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("copil-XXXXXX.odt", &stream, error);
  GBytes *bytes = NULL;

  if (!file)
    return NULL;
  if (copil_publish_document (store, document, g_file_peek_path (file), NULL, error))
    bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_file_delete (file, NULL, NULL);
  return bytes;
}

gboolean
copil_publish_document (CopilStore *store, CopilDocument *document, const char *path,
                        GCancellable *cancellable, GError **error)
{
  return copil_publish_write (store, document, path, cancellable, error);
}

gboolean
copil_publish_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, cancellable, error);
}

gboolean
copil_publish_kept (CopilStore *store, gint64 meeting, CopilFrozen kept, CopilAudience audience,
                    const char *path, GCancellable *cancellable, GError **error)
{
  gint64 version = copil_publish_find_version (store, meeting);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes =
      version ? copil_publish_load_kept (store, version, kept, audience, &failure) : NULL;
  g_autoptr (CopilDocument) document = NULL;

  if (bytes)
    return copil_publish_bytes (bytes, path, cancellable, error);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  document = copil_publish_build (store, meeting, kept, audience, 0, error);
  return document && copil_publish_document (store, document, path, cancellable, error);
}
