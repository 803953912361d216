/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every document of a convention's file into a folder, for the tests that read them back:
 *   write-documents FILE.copil FOLDER [public]
 * with the model that COPIL_TEST_MODEL names, where it names one, and then without the tables. */
#include <glib/gi18n.h>
#include <locale.h>

#include "copil-agenda-document.h"
#include "copil-convocation.h"
#include "copil-corrections-document.h"
#include "copil-dashboard.h"
#include "copil-decisions-document.h"
#include "copil-deadlines-document.h"
#include "copil-fiche-document.h"
#include "copil-invitation.h"
#include "copil-kind-book.h"
#include "copil-meeting-pack.h"
#include "copil-minutes.h"
#include "copil-ods.h"
#include "copil-odt.h"
#include "copil-query.h"
#include "copil-review.h"
#include "copil-sign-sheet.h"
#include "copil-store-charts.h"

static int failures;
static CopilOdtTemplate *model;

static void
check (gboolean written, const char *name, GError **error)
{
  if (written)
    {
      g_print ("%s\n", name);
      return;
    }
  failures++;
  g_printerr ("%s: %s\n", name, *error ? (*error)->message : "not written");
  g_clear_error (error);
}

static void
write_document (CopilDocument *document, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  check (document && copil_odt_write_with_template (document, model, path, NULL, error), name,
         error);
}

/* Takes the document. */
static void
write_paper (CopilDocument *made, const char *folder, const char *what, gint64 id, GError **error)
{
  g_autoptr (CopilDocument) document = made;
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".odt", what, id);

  write_document (document, folder, name, error);
}

static void
write_meeting (CopilStore *store, const char *folder, gint64 id, CopilAudience audience)
{
  g_autofree char *name = g_strdup_printf ("invitation-%" G_GINT64_FORMAT ".ics", id);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) invitation = NULL;

  write_paper (copil_agenda_document_new (store, id, audience, &error), folder, "agenda", id,
               &error);
  write_paper (copil_convocation_new (store, id, "2024-03-15", audience, &error), folder,
               "convocation", id, &error);
  write_paper (copil_sign_sheet_new (store, id, &error), folder, "attendance", id, &error);
  write_paper (copil_decisions_document_new (store, id, audience, &error), folder, "decisions", id,
               &error);
  write_paper (copil_corrections_document_new (store, id, audience, &error), folder, "corrections",
               id, &error);
  write_paper (copil_meeting_pack_new (store, id, audience, &error), folder, "pack", id, &error);
  write_paper (copil_minutes_new (store, id, audience, &error), folder, "minutes", id, &error);
  write_paper (copil_minutes_new_full (store, id, audience, TRUE, 0, &error), folder, "annex", id,
               &error);
  invitation = copil_invitation_new (store, id, audience, &error);
  check (invitation && g_file_set_contents (path, g_bytes_get_data (invitation, NULL),
                                            (gssize)g_bytes_get_size (invitation), &error),
         name, &error);
}

static void
write_meetings (CopilStore *store, const char *folder, CopilAudience audience)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id FROM meeting ORDER BY date, id", NULL);

  while (copil_query_next (query))
    write_meeting (store, folder, copil_query_int (query, 0), audience);
}

static void
write_fiches (CopilStore *store, const char *folder, CopilAudience audience)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT 0 UNION ALL SELECT id FROM fiche WHERE ?1 = 0 OR confidential IS NOT 1", "i",
      (gint64)audience);
  g_autoptr (GError) error = NULL;

  if (copil_store_query_int (store, "SELECT count (*) FROM fiche", NULL) == 0)
    {
      g_autoptr (CopilDocument) none = copil_fiche_document_new (store, 0, audience, &error);
      check (none == NULL && error != NULL, "no fiche", &error);
      return;
    }
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_autofree char *name = g_strdup_printf ("fiche-%" G_GINT64_FORMAT ".odt", id);
      g_autoptr (CopilDocument) document = copil_fiche_document_new (store, id, audience, &error);
      write_document (document, folder, name, &error);
    }
}

static void
write_books (CopilStore *store, const char *folder, CopilAudience audience)
{
  for (const CopilKind *const *kinds = copil_kinds (); *kinds; kinds++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CopilBook) book =
          copil_kind_book_new (store, *kinds, NULL, NULL, audience, "2024-03-15");
      g_autofree char *name = g_strconcat ((*kinds)->plural, ".ods", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      check (copil_ods_write (book, path, NULL, &error), name, &error);
    }
}

static void
write_deadlines (CopilStore *store, const char *folder, CopilAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilBook) book = copil_deadlines_book_new (store, audience, &error);
  g_autofree char *path = g_build_filename (folder, "deadlines.ods", NULL);

  write_paper (copil_deadlines_document_new (store, audience, &error), folder, "deadlines", 0,
               &error);
  check (copil_ods_write (book, path, NULL, &error), "deadlines.ods", &error);
}

static void
write_dashboard (CopilStore *store, const char *folder, CopilAudience audience)
{
  static const char *const endings[] = { "svg", "pdf", "png" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) document =
      copil_dashboard_document_new (store, audience, "2024-03-15", &error);

  write_document (document, folder, "dashboard.odt", &error);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("dashboard.", endings[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      check (
          copil_dashboard_write (store, path, (CopilChartFormat)i, audience, "2024-03-15", &error),
          name, &error);
    }
}

/* The accounts of the year that the meetings of the examples are about. */
static void
write_reviews (CopilStore *store, const char *folder, CopilAudience audience)
{
  static const int years[COPIL_N_REVIEWS] = { 2023, 2024, 0 };

  for (int type = 0; type < COPIL_N_REVIEWS; type++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat (copil_review_get_name (type), ".ods", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (CopilBook) book = NULL;

      write_paper (copil_review_document_new (store, type, years[type], audience, &error), folder,
                   copil_review_get_name (type), years[type], &error);
      book = copil_review_book_new (store, type, years[type], audience, &error);
      check (book && copil_ods_write (book, path, NULL, &error), name, &error);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  CopilAudience audience = argc > 3 ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS;

  setlocale (LC_ALL, "");
  if (g_getenv ("COPIL_TEST_LOCALES"))
    {
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COPIL_TEST_LOCALES"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    }
  if (argc < 3 || !(store = copil_store_open (argv[1], COPIL_STORE_READ_ONLY, &error)))
    {
      g_printerr ("%s\n", error ? error->message : "write-documents FILE.copil FOLDER [public]");
      return 2;
    }
  if (g_getenv ("COPIL_TEST_MODEL"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("COPIL_TEST_MODEL"));
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

      model = bytes ? copil_odt_template_new (bytes, &error) : NULL;
      if (!model)
        {
          g_printerr ("%s\n", error->message);
          return 2;
        }
    }
  write_meetings (store, argv[2], audience);
  write_fiches (store, argv[2], audience);
  if (model)
    {
      g_clear_object (&model);
      return failures > 0;
    }
  write_books (store, argv[2], audience);
  write_dashboard (store, argv[2], audience);
  write_deadlines (store, argv[2], audience);
  write_reviews (store, argv[2], audience);
  return failures > 0;
}
