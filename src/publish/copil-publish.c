/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish.h"

#include "copil-minutes.h"
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
copil_publish_minutes (CopilStore *store, gint64 meeting, CopilAudience audience,
                       gboolean corrections, const char *path, GCancellable *cancellable,
                       GError **error)
{
  gint64 version = audience == COPIL_AUDIENCE_MEMBERS && !corrections
                       ? copil_publish_find_version (store, meeting)
                       : 0;
  g_autoptr (CopilDocument) document = NULL;

  if (version)
    return copil_publish_version (store, version, path, cancellable, error);
  document = copil_minutes_new_full (store, meeting, audience, corrections, 0, error);
  return document && copil_publish_document (store, document, path, cancellable, error);
}
