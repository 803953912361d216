/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-engagement-export.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-kind-book.h"
#include "copil-ods.h"
#include "copil-query.h"

static gboolean
write_book (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  g_autoptr (CopilBook) book = copil_kind_book_new (reader, copil_kind_get ("engagement"), NULL,
                                                    NULL, COPIL_AUDIENCE_MEMBERS, NULL);

  return copil_ods_write (book, path, g_cancellable_get_current (), error);
}

void
copil_engagement_export_run (GtkWidget *from, CopilSession *session)
{
  g_autofree char *title = copil_store_query_dup_text (
      copil_session_get_store (session),
      "SELECT coalesce (nullif (short_title, ''), title) FROM convention", NULL);
  g_autofree char *name = g_strdup_printf ("%s – %s", _ ("Engagements"), title ? title : "");

  copil_export_run (from, session, _ ("Export the engagements"), name,
                    _ ("OpenDocument spreadsheet"), ".ods", write_book, NULL, NULL);
}
