/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-export.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-ods.h"
#include "copil-publish.h"
#include "copil-query.h"

/* What is written in the thread. */
typedef struct
{
  CopilReviewType type;
  int year;
  CopilAudience audience;
} Wanted;

static gboolean
write_document (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (CopilDocument) document =
      copil_review_document_new (reader, wanted->type, wanted->year, wanted->audience, error);

  return document &&
         copil_publish_document (reader, document, path, g_cancellable_get_current (), error);
}

static gboolean
write_book (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (CopilBook) book =
      copil_review_book_new (reader, wanted->type, wanted->year, wanted->audience, error);

  return book && copil_ods_write (book, path, g_cancellable_get_current (), error);
}

void
copil_review_export_run (GtkWidget *from, CopilSession *session, CopilReviewType type, int year,
                         CopilAudience audience, gboolean tables)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  const char *label = copil_review_get_label (type);
  g_autofree char *title = copil_store_query_dup_text (
      copil_session_get_store (session),
      "SELECT coalesce (nullif (short_title, ''), title) FROM convention", NULL);
  g_autofree char *account =
      type == COPIL_REVIEW_FINAL ? g_strdup (label) : g_strdup_printf ("%s %d", label, year);
  g_autofree char *name = g_strdup_printf ("%s – %s", account, title ? title : "");

  wanted->type = type;
  wanted->year = year;
  wanted->audience = audience;
  copil_export_run (from, session, account, name,
                    tables ? _ ("OpenDocument spreadsheet") : _ ("OpenDocument text"),
                    tables ? ".ods" : ".odt", tables ? write_book : write_document, wanted, g_free);
}
