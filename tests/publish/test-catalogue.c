/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row of the catalogue, in every form, for the committee and for the public. */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-catalogue.h"
#include "copil-query.h"
#include "../support/scratch.h"

static const char *example;

static void
test_rows (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const CopilPaper *papers = copil_catalogue_get (&n);

  for (guint i = 0; i < n; i++)
    {
      const CopilPaper *paper = &papers[i];
      const char *marks = strstr (paper->file, "%s");

      g_assert_true (paper->label && paper->title && marks);
      g_assert_null (strchr (marks + 1, '%'));
      if (paper->name)
        {
          g_assert_true (g_hash_table_add (names, (gpointer)paper->name));
          g_assert_true (copil_catalogue_find (paper->name) == paper);
          g_assert_nonnull (paper->summary);
        }
      g_assert_nonnull (paper->forms[0].ending);
      for (const CopilPaperForm *form = paper->forms; form->ending; form++)
        {
          g_assert_true (copil_paper_get_form (paper, form->ending) == form);
          g_assert_cmpstr (copil_catalogue_describe_ending (form->ending), !=, "");
          g_assert_cmpint ((form->document != NULL) + (form->book != NULL) + (form->bytes != NULL) +
                               (form->write != NULL),
                           ==, 1);
        }
    }
  g_assert_null (papers[n - 1].name);
  g_assert_true (copil_catalogue_get_table () == &papers[n - 1]);
}

static void
test_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_open (example, COPIL_STORE_READ_ONLY, &error);
  g_autofree char *folder = scratch_folder_new ();
  gint64 meeting, party;
  guint n, written = 0;
  const CopilPaper *papers = copil_catalogue_get (&n);

  g_assert_no_error (error);
  meeting = copil_store_query_int (store, "SELECT max (id) FROM meeting", NULL);
  party = copil_store_query_int (store, "SELECT id FROM party WHERE short_name = 'UIMM'", NULL);
  for (guint i = 0; i < n; i++)
    for (const CopilPaperForm *form = papers[i].forms; form->ending; form++)
      for (int audience = COPIL_AUDIENCE_MEMBERS; audience <= COPIL_AUDIENCE_PUBLIC; audience++)
        {
          const CopilRequest request = {
            .kind = papers[i].subject == COPIL_SUBJECT_KIND ? copil_kind_get ("engagement") : NULL,
            .id = papers[i].subject == COPIL_SUBJECT_MEETING ? meeting
                  : papers[i].subject == COPIL_SUBJECT_PARTY ? party
                                                             : 0,
            .audience = (CopilAudience)audience,
          };
          g_autofree char *plain = copil_paper_make_file_name (&papers[i], store, &request);
          g_autofree char *name = g_strconcat (plain, form->ending, NULL);
          g_autofree char *path = NULL;
          GStatBuf about;

          g_assert_false (g_str_has_suffix (plain, " "));
          g_strdelimit (name, "/", '-');
          path = g_build_filename (folder, name, NULL);
          g_test_message ("%s", name);
          if (!copil_paper_write (&papers[i], form, store, &request, path, NULL, &error))
            {
              /* There is nothing of it in this file: said, and nothing written. */
              g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
              g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
              g_clear_error (&error);
              continue;
            }
          written++;
          g_assert_cmpint (g_stat (path, &about), ==, 0);
          g_assert_cmpint (about.st_size, >, 100);
          g_assert_cmpint (g_remove (path), ==, 0);
        }
  g_assert_cmpuint (written, >, 40);
  scratch_folder_remove (folder);
}

static void
test_nothing_there (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_open (example, COPIL_STORE_READ_ONLY, &error);
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "nothing.odt", NULL);
  const CopilPaper *paper = copil_catalogue_find ("agenda");
  const CopilRequest request = { .id = 424242424242424242 };

  g_assert_false (copil_paper_write (paper, copil_paper_get_form (paper, ".ODT"), store, &request,
                                     path, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  example = argv[1];
  g_test_add_func ("/catalogue/rows", test_rows);
  g_test_add_func ("/catalogue/written", test_written);
  g_test_add_func ("/catalogue/nothing-there", test_nothing_there);
  return g_test_run ();
}
