/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish.h"

#include "copil-minutes.h"
#include "copil-odt.h"

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
  return copil_odt_write (document, path, cancellable, error);
}

gboolean
copil_publish_minutes (CopilStore *store, gint64 meeting, CopilAudience audience,
                       gboolean corrections, const char *path, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CopilDocument) document = copil_minutes_new (store, meeting, audience, error);

  return document && copil_publish_document (store, document, path, cancellable, error);
}
