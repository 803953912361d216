/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "copil-fiche-document.h"
#include "copil-followups.h"
#include "copil-photo.h"
#include "copil-record.h"
#include "document-text.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* Fiche 1 has everything; 2 and 3 are in axis 2, the latter by its measure alone; 4 is marked. What
 * is marked says "zz". */
static const char script[] =
    "INSERT INTO convention (id, title, short_title) VALUES (1, 'Long title', 'Short');"
    "INSERT INTO party (id, name, short_name, side, position) VALUES (1, 'Schools', 'SCH', '1', "
    "1.0);"
    "INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'One', 1.0), (2, '2', 'Two', "
    "2.0);"
    "INSERT INTO measure (id, axis, label, title, position) VALUES (1, 2, '2.1', 'M', 1.0);"
    "INSERT INTO engagement (id, axis, label, text, status, due, confidential, position) VALUES"
    " (1, 1, '1.1', 'Open the doors', 'in_progress', '2001-01-01', NULL, 1.0),"
    " (2, 1, '1.2', 'zzsecret', 'planned', NULL, 1, 2.0);"
    "INSERT INTO meeting (id, title, date) VALUES (1, 'First', '2023-02-07');"
    "INSERT INTO decision (id, meeting, label, text, confidential, position) VALUES"
    " (1, 1, 'zz-01', 'zzapproved', 1, 1.0);"
    "INSERT INTO fiche (id, label, title, axis, status, proposed, approved, approval_meeting,"
    " approval_decision, start, schools, confidential, position) VALUES"
    " (1, 'F1', 'Doors', 1, 'in_progress', '2023-01-10', '2023-02-07', 1, 1, '2023-03-01',"
    " 'Two lycées', NULL, 1.0),"
    " (2, 'F2', 'Windows', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.0),"
    " (3, 'F3', 'Roofs', NULL, 'abandoned', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3.0),"
    " (4, 'F4', 'zzhidden', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 4.0);"
    "UPDATE fiche SET ended = '2024-05-03', ending = 'No money' WHERE id = 3;"
    "UPDATE decision SET fiche = 1;"
    "INSERT INTO fiche_measure (fiche, measure) VALUES (3, 1);"
    "INSERT INTO fiche_engagement (fiche, engagement) VALUES (1, 1), (1, 2);"
    "INSERT INTO step (id, fiche, title, due, status, position) VALUES"
    " (1, 1, 'Second', '2024-02-01', 'planned', 1.0), (2, 1, 'First', '2024-01-01', 'done', 2.0),"
    " (3, 1, 'Some day', NULL, 'planned', 3.0);"
    "INSERT INTO resource (id, fiche, nature, name, funder, funder_name, year, planned, spent,"
    " position) VALUES (1, 1, 'euros', 'Bus', 1, NULL, 2023, 1000, 1200, 1.0),"
    " (2, 1, 'euros', 'Room', NULL, 'Town', 2024, 500, NULL, 2.0),"
    " (3, 1, 'people', 'Guide', 1, NULL, 2024, 0.5, 0.5, 3.0);"
    "INSERT INTO action (id, title, fiche, start, number, girls, boys, schools, confidential,"
    " position) VALUES (1, 'a', 1, '2023-10-01', 2, 40, 60, 5, NULL, 1.0),"
    " (2, 'b', 1, '2024-10-01', 1, 1, 2, NULL, NULL, 2.0), (3, 'zz', 1, '2024-10-01', 100, 900,"
    " 900, 900, 1, 3.0), (4, 'other', 2, '2024-10-01', 7, 7, 7, 7, NULL, 4.0);"
    "INSERT INTO indicator (id, name, unit, fiche, baseline_value, baseline_date, confidential,"
    " position) VALUES (1, 'Visits', 'visits', 1, 0, '2022-12-31', NULL, 1.0),"
    " (2, 'zzcount', NULL, 1, 0, '2022-12-31', 1, 2.0);"
    "INSERT INTO target (id, indicator, value, date) VALUES (1, 1, 200, '2025-12-31');"
    "INSERT INTO observation (id, indicator, value, date) VALUES (1, 1, 50, '2023-12-31');"
    "INSERT INTO fiche_review (id, fiche, year, done, obstacles, next) VALUES"
    " (1, 1, 2023, '- two fairs', NULL, 'More'), (2, 1, 2024, 'One fair', 'Rain', NULL),"
    " (3, 1, 2022, NULL, NULL, NULL);"
    "INSERT INTO followup (id, engagement, fiche, date, author, text, confidential) VALUES"
    " (1, 1, NULL, '2023-05-01', 'Ann', 'Older', NULL), (2, 1, NULL, '2024-05-01', 'Ben', 'Newer',"
    " NULL), (3, NULL, 1, '2024-06-01', NULL, 'On the fiche', NULL),"
    " (4, 2, NULL, '2024-06-02', NULL, 'zznote on a marked one', NULL),"
    " (5, 1, NULL, '2024-06-03', NULL, 'zzmarked', 1), (6, NULL, 4, '2024-06-04', NULL, 'zzfour',"
    " NULL), (7, NULL, 2, NULL, NULL, 'No day', NULL);";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, script, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Takes the document. */
static char *
text_of (CopilDocument *made, GError *error)
{
  g_autoptr (CopilDocument) document = made;

  g_assert_no_error (error);
  return document_text (document);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      text_of (copil_fiche_document_new (fixture->store, 1, COPIL_AUDIENCE_MEMBERS, &error), error);
  g_autofree char *public =
      text_of (copil_fiche_document_new (fixture->store, 1, COPIL_AUDIENCE_PUBLIC, &error), error);

  assert_has (text, "| Status | Running \n");
  assert_has (text, "| Schools | Two lycées \n");
  assert_has (text, "# Life of the fiche\n* Proposed on 10 January 2023\n"
                    "* Approved by the meeting of 7 February 2023, decision zz-01\n"
                    "* Begun on 1 March 2023\n");
  assert_has (text, "| 1.1 | Open the doors | In progress \n| 1.2 | zzsecret | Planned \n");
  assert_has (text, "| First | 01/01/2024 | Done \n| Second | 01/02/2024 | Planned \n"
                    "| Some day | – | Planned \n");
  assert_has (text, "| Bus | SCH | 2023 |");
  assert_has (text, "over by 200");
  assert_has (text, "| Town |  |  |");
  assert_has (text, "| Guide | SCH | 2024 | 0.5 | 0.5 | as planned \n");
  assert_has (text, "| Young people | 1903 \n");
  assert_has (public, "| Actions | 3 \n");
  assert_has (public, "| Young people | 103 \n");
  assert_has (public, "| Schools | at least 5 \n");
  assert_has (text, "| Visits | 50 visits (31/12/2023) | 200 visits (31/12/2025) | 25");
  assert_has (text, "# Bilan of 2024\nWhat was done\nOne fair\nObstacles\nRain\n"
                    "# Bilan of 2023\nWhat was done\n* two fairs\n\nWhat comes next\nMore\n");
  assert_has_not (text, "Bilan of 2022");
  assert_has_not (public, "zz");
  assert_has (public, "* Approved by the meeting of 7 February 2023\n");
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 wanted[] = { 3, 1 }, none = 99;
  g_autofree char *axis = text_of (
      copil_fiche_document_new_for_axis (fixture->store, 2, COPIL_AUDIENCE_MEMBERS, &error), error);
  g_autofree char *public = text_of (
      copil_fiche_document_new_for_axis (fixture->store, 2, COPIL_AUDIENCE_PUBLIC, &error), error);
  g_autofree char *list = NULL, *one = NULL;

  assert_has (axis, "Fiches action – 2 Two\n");
  assert_has (axis, "[contents: Table of contents, 1]\n");
  assert_has (axis, "---\n# F2 – Windows\n");
  assert_has (axis, "---\n# F3 – Roofs\n");
  assert_has (axis, "* Abandoned on 3 May 2024: No money\n");
  assert_has (axis, "---\n# F4 – zzhidden\n");
  assert_has_not (axis, "F1");
  assert_has_not (public, "zz");
  assert_has (public, "F3");

  /* In the convention's order, whatever the order that was asked for. */
  g_array_append_vals (ids, wanted, 2);
  list = text_of (
      copil_fiche_document_new_for_list (fixture->store, ids, COPIL_AUDIENCE_MEMBERS, &error),
      error);
  g_assert_nonnull (strstr (list, "# F1 – Doors"));
  g_assert_true (strstr (list, "---\n# F1 – Doors") < strstr (list, "---\n# F3 – Roofs"));
  assert_has_not (list, "F2");
  g_array_set_size (ids, 1);
  one = text_of (
      copil_fiche_document_new_for_list (fixture->store, ids, COPIL_AUDIENCE_MEMBERS, &error),
      error);
  assert_has (one, "Fiche action F3\nRoofs\n");
  assert_has_not (one, "[contents");
  g_array_index (ids, gint64, 0) = none;
  g_assert_null (
      copil_fiche_document_new_for_list (fixture->store, ids, COPIL_AUDIENCE_MEMBERS, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (
      copil_fiche_document_new_for_axis (fixture->store, 99, COPIL_AUDIENCE_MEMBERS, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static GBytes *
make_picture (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x3377bbff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, type, &error, NULL));
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static void
add_photo (CopilStore *store, const char *name, const char *mime, const char *printed, GBytes *data)
{
  const CopilKind *kind = copil_kind_get ("fiche_document");
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (copil_store_begin (store, "test", &error));
  id = copil_store_insert (store, kind, &error, "fiche", "2", "name", name, "caption",
                           "What it shows", "mime", mime, "printed", printed, NULL);
  g_assert_true (copil_store_set_data (store, kind, id, "data", data, &error));
  g_assert_true (copil_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
test_photos (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = make_picture ("png", 2000, 1000), nothing = NULL;
  g_autoptr (GBytes) broken = g_bytes_new_static ("\xff\xd8\xff", 3);
  g_autoptr (GBytes) text = g_bytes_new_static ("#!/bin/sh", 9);
  g_autofree char *written = NULL;
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GdkPixbuf) small = NULL;
  int width, height;

  nothing = copil_photo_make_jpeg (text, &width, &height, &error);
  g_assert_null (nothing);
  g_assert_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE);
  g_clear_error (&error);
  jpeg = copil_photo_make_jpeg (png, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpint (width, ==, 1600);
  g_assert_cmpint (height, ==, 800);
  small = copil_photo_load (jpeg, 96, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 96);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 48);

  add_photo (fixture->store, "hall.png", "image/png", "1", png);
  add_photo (fixture->store, "unticked.png", "image/png", "0", png);
  add_photo (fixture->store, "broken.jpg", "image/jpeg", "1", broken);
  add_photo (fixture->store, "notes.pdf", "application/pdf", "1", text);
  written =
      text_of (copil_fiche_document_new (fixture->store, 2, COPIL_AUDIENCE_MEMBERS, &error), error);
  assert_has (written, "# Pictures\n[hall.png: What it shows] What it shows\n");
  assert_has (written, "The picture “broken.jpg” cannot be read.\n");
  assert_has_not (written, "unticked");
  assert_has_not (written, "notes.pdf");
}

static void
test_followups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) years = copil_followups_list_years (fixture->store);
  g_autofree char *all = text_of (
      copil_followups_document_new (fixture->store, 0, COPIL_AUDIENCE_MEMBERS, &error), error);
  g_autofree char *year = text_of (
      copil_followups_document_new (fixture->store, 2024, COPIL_AUDIENCE_MEMBERS, &error), error);
  g_autofree char *public = text_of (
      copil_followups_document_new (fixture->store, 2024, COPIL_AUDIENCE_PUBLIC, &error), error);

  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 1), ==, 2024);
  assert_has (all, "# 1 One\n");
  assert_has (all, "Engagement 1.1 Open the doors |  |  \n| 03/06/2024 | zzmarked |  \n"
                   "| 01/05/2024 | Newer | Ben \n| 01/05/2023 | Older | Ann \n");
  assert_has (all, "Fiche action F1 Doors |  |  \n| 01/06/2024 | On the fiche |  \n");
  assert_has (all, "# 2 Two\n");
  assert_has (all, "| – | No day |  \n");
  assert_has (year, "Follow-up notes of 2024\n");
  assert_has_not (year, "Older");
  assert_has_not (year, "No day");
  assert_has (public, "Newer");
  assert_has_not (public, "zz");
  g_assert_null (
      copil_followups_document_new (fixture->store, 1999, COPIL_AUDIENCE_MEMBERS, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_followups_table (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int year;
    CopilAudience audience;
    guint rows;
  } cases[] = { { 0, COPIL_AUDIENCE_MEMBERS, 7 },
                { 2024, COPIL_AUDIENCE_MEMBERS, 5 },
                { 2024, COPIL_AUDIENCE_PUBLIC, 2 },
                { 1999, COPIL_AUDIENCE_MEMBERS, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilBook) book =
          copil_followups_book_new (fixture->store, cases[i].year, cases[i].audience);
      CopilSheet *sheet = copil_book_get_sheet (book, 0);
      g_autofree const char **values = g_new0 (const char *, copil_sheet_get_n_columns (sheet));
      g_autoptr (GError) error = NULL;
      guint rows = 0;

      while (copil_sheet_next (sheet, values, &error))
        rows++;
      g_assert_no_error (error);
      g_assert_cmpuint (rows, ==, cases[i].rows);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("COPIL_TODAY", "2024-06-30", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fiches/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/fiches/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/fiches/photos", Fixture, NULL, set_up, test_photos, tear_down);
  g_test_add ("/fiches/followups", Fixture, NULL, set_up, test_followups, tear_down);
  g_test_add ("/fiches/followups-table", Fixture, NULL, set_up, test_followups_table, tear_down);
  return g_test_run ();
}
