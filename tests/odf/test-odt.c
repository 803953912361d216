/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "copil-odt.h"
#include "odf-fixture.h"

static CopilDocument *
document_with (const char *text)
{
  CopilDocument *document = copil_document_new ("Titre", "fr-FR");

  copil_document_add_heading (document, 1, "Partie");
  copil_document_add_text (document, COPIL_ROLE_BODY, text);
  return document;
}

/* The XML of the body paragraph that holds `text`. */
static char *
written (const char *text, const char *language)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.odt", NULL);
  g_autoptr (CopilDocument) document = copil_document_new ("Titre", language);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  char *start, *end;

  copil_document_add_text (document, COPIL_ROLE_BODY, text);
  g_assert_true (copil_odt_write (document, path, NULL, &error));
  g_assert_no_error (error);
  content = odf_fixture_part (path, "content.xml");
  start = strstr (content, "<text:p text:style-name=\"Text_20_body\">");
  g_assert_nonnull (start);
  start = strchr (start, '>') + 1;
  end = strstr (start, "</text:p>");
  g_assert_nonnull (end);
  odf_fixture_end (folder, "a.odt");
  return g_strndup (start, (gsize)(end - start));
}

static void
test_escaping (void)
{
  static const char *const cases[][2] = {
    { "a b", "a b" },
    { "a  b", "a <text:s/>b" },
    { "a    b", "a <text:s text:c=\"3\"/>b" },
    { " a ", "<text:s/>a<text:s/>" },
    { "a\tb", "a<text:tab/>b" },
    { "a\n b", "a<text:line-break/><text:s/>b" },
    { "a\r\nb\rc", "a<text:line-break/>b<text:line-break/>c" },
    { "<a & b>", "&lt;a &amp; b&gt;" },
    { "a\x01\x1f\x7f"
      "b\x0b"
      "c",
      "ab<text:line-break/>c" },
    { "a\xef\xbf\xbe"
      "b\xc2\x80"
      "c",
      "abc" },
    { "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
    { "a\xff", "a\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = written (cases[i][0], "en-GB");

      g_assert_cmpstr (xml, ==, cases[i][1]);
    }
}

static void
test_language (void)
{
  g_autofree char *french = written ("Quoi ?", "fr-FR");
  g_autofree char *english = written ("Quoi ?", "en-GB");

  g_assert_cmpstr (french, ==, "Quoi\xe2\x80\xaf?");
  g_assert_cmpstr (english, ==, "Quoi ?");
}

static void
test_determinism (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.odt", NULL);
  g_autofree char *first = NULL;
  gsize first_length = 0;
  static const char *const zones[] = { "UTC", "Pacific/Auckland", "America/New_York" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (CopilDocument) document = document_with ("Texte");
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize length;

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      umask (i == 1 ? 077 : 022);
      g_assert_true (copil_odt_write (document, path, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      if (!first)
        {
          first = g_steal_pointer (&bytes);
          first_length = length;
        }
      else
        g_assert_cmpmem (bytes, length, first, first_length);
    }
  g_unsetenv ("TZ");
  odf_fixture_end (folder, "a.odt");
}

static void
test_properties (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.odt", NULL);
  g_autoptr (CopilDocument) document = document_with ("Texte");
  g_autofree char *meta = NULL, *styles = NULL;

  copil_publication_set_date (COPIL_PUBLICATION (document), "2024-02-30");
  copil_publication_set_subject (COPIL_PUBLICATION (document), "Sujet <&>");
  g_assert_true (copil_odt_write (document, path, NULL, NULL));
  meta = odf_fixture_part (path, "meta.xml");
  g_assert_nonnull (strstr (meta, "<dc:title>Titre</dc:title>"));
  g_assert_nonnull (strstr (meta, "<dc:subject>Sujet &lt;&amp;&gt;</dc:subject>"));
  g_assert_nonnull (strstr (meta, "<dc:language>fr-FR</dc:language>"));
  g_assert_null (strstr (meta, "dc:date"));
  styles = odf_fixture_part (path, "styles.xml");
  g_assert_nonnull (strstr (styles, "fo:language=\"fr\" fo:country=\"FR\""));
  g_assert_null (strchr (styles, '@'));
  odf_fixture_end (folder, "a.odt");
}

static void
test_unwritable (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *missing = g_build_filename (folder, "none", "a.odt", NULL);
  g_autoptr (CopilDocument) document = document_with ("Texte");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_false (copil_odt_write (document, missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "a.odt"));
  g_clear_error (&error);

  g_assert_false (copil_odt_write (document, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);

  if (g_stat ("/dev/full", &status) == 0)
    {
      g_assert_false (copil_odt_write (document, "/dev/full", NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
      g_assert_cmpint (g_stat ("/dev/full", &status), ==, 0);
      g_assert_true (S_ISCHR (status.st_mode));
    }
  odf_fixture_end (folder, NULL);
}

/* A disk that is full: no half file, no temporary file, and what was there is still there. */
static void
test_full_disk (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.odt", NULL);
  g_autofree char *before = NULL;
  g_autoptr (CopilDocument) document = document_with ("Texte");
  g_autofree guint8 *noise = g_malloc (100000);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    noise[i] = (guint8)g_test_rand_int ();
  bytes = g_bytes_new (noise, 100000);
  copil_document_add_picture (document,
                              copil_picture_new (NULL, bytes, 10, 10, "Titre", "Texte", NULL));

  g_assert_true (g_file_set_contents (path, "avant", -1, NULL));
  odf_fixture_limit_files (20000);
  g_assert_false (copil_odt_write (document, path, NULL, &error));
  odf_fixture_limit_files (0);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "avant");

  g_assert_true (copil_odt_write (document, path, NULL, NULL));
  odf_fixture_end (folder, "a.odt");
}

static void
test_cancelled (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.odt", NULL);
  g_autoptr (CopilDocument) document = document_with ("Texte");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (copil_odt_write (document, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  odf_fixture_end (folder, NULL);
}

/* A link to a file elsewhere stays a link. */
static void
test_link (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *elsewhere = odf_fixture_folder ();
  g_autofree char *link = g_build_filename (folder, "a.odt", NULL);
  g_autofree char *target = g_build_filename (elsewhere, "b.odt", NULL);
  g_autoptr (CopilDocument) document = document_with ("Texte");
  GStatBuf status;

  g_assert_true (g_file_set_contents (target, "x", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_true (copil_odt_write (document, link, NULL, NULL));
  g_assert_cmpint (g_lstat (link, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 1000);
  odf_fixture_end (folder, "a.odt");
  odf_fixture_end (elsewhere, "b.odt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odt/escaping", test_escaping);
  g_test_add_func ("/odt/language", test_language);
  g_test_add_func ("/odt/determinism", test_determinism);
  g_test_add_func ("/odt/properties", test_properties);
  g_test_add_func ("/odt/unwritable", test_unwritable);
  g_test_add_func ("/odt/full-disk", test_full_disk);
  g_test_add_func ("/odt/cancelled", test_cancelled);
  g_test_add_func ("/odt/link", test_link);
  return g_test_run ();
}
