/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accounts: the bilan annuel, the plan de partenariat, the final evaluation. */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-book.h"
#include "copil-odt.h"
#include "copil-record.h"
#include "copil-review.h"
#include "document-text.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* What is marked says "zz". Axis 3 is empty. */
static const char script[] =
    "INSERT INTO convention (id, title, short_title, signed, duration_months) VALUES"
    " (1, 'Long title', 'Short', '2021-01-01', 48);"
    "INSERT INTO party (id, name, short_name, side, position) VALUES (1, 'Schools', 'SCH', '1', "
    "1.0);"
    "INSERT INTO person (id, name, position) VALUES (1, 'Ann Oak', 1.0);"
    "INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'One', 1.0), (2, '2', 'Two', "
    "2.0), (3, '3', 'Three', 3.0);"
    "INSERT INTO engagement (id, axis, label, text, status, progress, due, lead, quantity,"
    " reviewed, priority, confidential, position) VALUES"
    " (1, 1, '1.1', 'Open the doors', 'done', NULL, '2022-06-30', 1, 5, '2023-11-01', NULL, NULL, "
    "1.0),"
    " (2, 1, '1.2', 'Mend the roof', 'in_progress', 40, '2023-03-31', NULL, NULL, '2023-11-01',"
    " 2024, NULL, 2.0),"
    " (3, 1, '1.3', 'zzsecret', 'planned', NULL, '2024-05-01', NULL, NULL, NULL, 2024, 1, 3.0),"
    " (4, 2, '2.1', 'Paint the walls', 'abandoned', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.0),"
    " (5, 2, '2.2', 'Plant trees', 'planned', 0, '2024-09-30', 1, NULL, '2023-11-01', NULL, NULL,"
    " 2.0),"
    " (6, 2, '2.3', 'Dig a well', 'planned', 0, '2026-09-30', 1, NULL, '2023-11-01', NULL, NULL,"
    " 3.0);"
    "INSERT INTO engagement_party (engagement, party) VALUES (1, 1), (2, 1);"
    "INSERT INTO meeting (id, title, date) VALUES (1, 'First', '2022-12-06'), (2, 'Second',"
    " '2023-12-12'), (3, 'Third', '2024-12-10');"
    "INSERT INTO decision (id, meeting, label, text, lead, due, status, closed, outcome, priority,"
    " confidential, position) VALUES"
    " (1, 1, '2022-01', 'Buy paint', 1, '2023-02-01', 'done', '2023-01-15', 'Bought', NULL, NULL, "
    "1.0),"
    " (2, 2, '2023-01', 'Hire a painter', 1, '2024-02-01', 'in_progress', NULL, NULL, 2024, NULL, "
    "1.0),"
    " (3, 2, '2023-02', 'zzdecided', NULL, NULL, NULL, NULL, NULL, 2024, 1, 2.0);"
    "INSERT INTO fiche (id, label, title, axis, status, confidential, position) VALUES"
    " (1, 'F1', 'Doors', 1, 'in_progress', NULL, 1.0), (2, 'F2', 'Alone', NULL, 'planned', NULL,"
    " 2.0), (3, 'F3', 'zzfiche', NULL, 'planned', 1, 3.0);"
    "INSERT INTO fiche_review (id, fiche, year, done, obstacles, next) VALUES"
    " (1, 1, 2022, 'Old fair', NULL, NULL), (2, 1, 2023, 'New fair', 'Rain', NULL);"
    "INSERT INTO followup (id, engagement, date, author, text, confidential) VALUES"
    " (1, 2, '2022-05-01', 'Ben', 'Older note', NULL), (2, 2, '2023-05-01', 'Ben', 'Newer note',"
    " NULL), (3, 2, '2023-06-01', NULL, 'zznote', 1);"
    "INSERT INTO indicator (id, name, unit, axis, baseline_value, baseline_date, direction,"
    " confidential, position) VALUES (1, 'Visits', 'visits', 1, 100, '2021-12-31', 'rise', NULL,"
    " 1.0), (2, 'Alone', NULL, NULL, NULL, NULL, 'rise', NULL, 2.0),"
    " (3, 'zzcount', NULL, 1, 0, '2021-12-31', 'rise', 1, 3.0);"
    "INSERT INTO target (id, indicator, value, date) VALUES (1, 1, 300, '2024-12-31');"
    "INSERT INTO observation (id, indicator, value, date) VALUES (1, 1, 150, '2022-12-31'),"
    " (2, 1, 200, '2023-12-31'), (3, 1, 260, '2024-06-30');"
    "INSERT INTO action (id, title, start, number, young, state, note, confidential, position)"
    " VALUES (1, 'a', '2022-10-01', 3, 30, 'final', NULL, NULL, 1.0),"
    " (2, 'b', '2023-10-01', 4, 40, 'estimated', 'Counted by hand', NULL, 2.0),"
    " (3, 'zz', '2023-10-01', 1000, 1000, 'final', NULL, 1, 3.0);"
    "INSERT INTO budget_line (id, side, label, title, planned, confidential, position) VALUES"
    " (1, 'receipt', 'R1', 'Grant', 900, 0, 1.0), (2, 'expense', 'D1', 'Paint', 900, 0, 2.0);"
    "INSERT INTO budget_amount (id, line, year, planned, actual) VALUES (1, 1, 2022, 400, 410),"
    " (2, 1, 2023, 500, 510), (3, 2, 2023, 500, 470);"
    "INSERT INTO review_text (id, type, year, section, axis, text) VALUES"
    " (1, 'review', 2023, 'introduction', NULL, 'What we say of 2023'),"
    " (2, 'review', 2023, 'axis', 1, 'Axis one in 2023'),"
    " (3, 'review', 2022, 'introduction', NULL, 'What we said of 2022'),"
    " (4, 'plan', 2024, 'conclusion', NULL, 'What we plan'),"
    " (5, 'final', NULL, 'conclusion', NULL, 'All in all'),"
    " (6, 'review', 2023, 'conclusion', NULL, 'The end of 2023');";

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

static char *
text_of (Fixture *fixture, CopilReviewType type, int year, CopilAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) document =
      copil_review_document_new (fixture->store, type, year, audience, &error);

  g_assert_no_error (error);
  return document_text (document);
}

/* The part of a text between two words; the rest where the second is NULL. */
static char *
part (const char *text, const char *from, const char *to)
{
  const char *start = strstr (text, from), *end;

  g_assert_nonnull (start);
  end = to ? strstr (start, to) : NULL;
  g_assert_true (!to || end);
  return end ? g_strndup (start, (gsize)(end - start)) : g_strdup (start);
}

static void
test_annual (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of (fixture, COPIL_REVIEW_ANNUAL, 2023, COPIL_AUDIENCE_MEMBERS);
  g_autofree char *one = part (text, "# Axis 1 – One\n", "# Axis 2 – Two\n");
  g_autofree char *two = part (text, "# Axis 2 – Two\n", "# Axis 3 – Three\n");
  g_autofree char *three = part (text, "# Axis 3 – Three\n", "# Other figures\n");
  g_autofree char *fiches = part (text, "# Other fiches action\n", "# Decisions\n");

  assert_has (text, "Bilan annuel 2023\n");
  assert_has (text, "What we say of 2023\n");
  assert_has_not (text, "What we said of 2022");
  assert_has_not (text, "What we plan");
  assert_has (one, "3 engagements: 1 done, 1 planned and 1 late.\n");
  assert_has (one, "Axis one in 2023\n");
  assert_has (one, "| 1.1 Open the doors | SCH | 30/06/2022 | Done | 100");
  assert_has (one, "| 1.2 Mend the roof | SCH | 31/03/2023 | Late | 40");
  /* Last year's beside this year's; what came after the year is not known yet. */
  assert_has (one, "| Visits | 100 visits\n31/12/2021 | 150 | 200 | 300 visits\n31/12/2024 | 50");
  assert_has_not (one, "260");
  assert_has (one, "Doors – Running");
  assert_has (one, "New fair\n");
  assert_has_not (one, "Old fair");
  assert_has (one, "Newer note");
  assert_has_not (one, "Older note");
  assert_has (one, "# Missing information\n* 1.2 Mend the roof: No pilote");
  assert_has (two, "3 engagements: 2 planned and 1 abandoned.\n");
  assert_has (three, "Nothing to report.\n");
  assert_has (text, "* Alone: No target");
  assert_has (fiches, "Alone – ");
  assert_has (fiches, "* F2 Alone: No pilote");
  assert_has (text, "b (estimated): Counted by hand\n");
  assert_has (text, "| 2023-01 | Hire a painter | Ann Oak | 01/02/2024 | Under way");
  assert_has_not (text, "Buy paint");
  assert_has (text, "The end of 2023\n");
}

static void
test_priorities (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of (fixture, COPIL_REVIEW_ANNUAL, 2023, COPIL_AUDIENCE_MEMBERS);
  g_autofree char *listed = part (text, "# Priorities of 2024\n", "# Conclusion\n");
  g_autofree char *before = text_of (fixture, COPIL_REVIEW_ANNUAL, 2022, COPIL_AUDIENCE_MEMBERS);

  assert_has (listed, "| 1.2 Mend the roof | SCH | 31/03/2023 \n| 1.3 zzsecret | – | 01/05/2024 \n"
                      "| 2023-01 Hire a painter | Ann Oak | 01/02/2024 \n| 2023-02 zzdecided |");
  assert_has_not (listed, "Plant trees");
  assert_has (before, "# Priorities of 2023\nNo priority was chosen yet.\n");
  assert_has (before, "What we said of 2022\n");
  assert_has (before,
              "| 2022-01 | Buy paint | Ann Oak | 01/02/2023 | Carried out\n15/01/2023\nBought \n");
  assert_has (before, "Old fair\n");
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of (fixture, COPIL_REVIEW_PLAN, 2024, COPIL_AUDIENCE_MEMBERS);
  g_autofree char *first = part (text, "# Priorities of 2024\n", "# Axis 1 – One\n");
  g_autofree char *axes = part (text, "# Axis 1 – One\n", "# Other fiches action\n");

  assert_has (text, "Plan de partenariat 2024\n");
  assert_has (first, "Hire a painter");
  /* Due by the end of the year and not over. */
  assert_has (axes, "Mend the roof");
  assert_has (axes, "Plant trees");
  assert_has_not (axes, "Open the doors");
  assert_has_not (axes, "Paint the walls");
  assert_has_not (axes, "Dig a well");
  assert_has_not (text, "Missing information");
  assert_has (text, "# Meetings\n");
  assert_has (text, "| Third |");
  assert_has_not (text, "| Second |");
  assert_has (text, "What we plan\n");
}

static void
test_final (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of (fixture, COPIL_REVIEW_FINAL, 2023, COPIL_AUDIENCE_MEMBERS);

  assert_has (text, "Final evaluation of the convention\n");
  assert_has (text, "All in all\n");
  assert_has_not (text, "What we say");
  assert_has (text, "Buy paint");
  assert_has (text, "Hire a painter");
  assert_has (text, "What was done, 2022\nOld fair\n");
  assert_has (text, "What was done, 2023\nNew fair\n");
  assert_has (text, "| Visits | 100 visits\n31/12/2021 | 30/06/2024 | 260 visits |");
  assert_has_not (text, "Priorities of");
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
  for (int type = 0; type < COPIL_N_REVIEWS; type++)
    {
      int year = type == COPIL_REVIEW_PLAN ? 2024 : 2023;
      g_autofree char *all = text_of (fixture, type, year, COPIL_AUDIENCE_MEMBERS);
      g_autofree char *text = text_of (fixture, type, year, COPIL_AUDIENCE_PUBLIC);

      assert_has (all, "zz");
      assert_has_not (text, "zz");
      assert_has_not (text, "1000");
      assert_has_not (text, "1 004");
      assert_has_not (text, "1004");
      assert_has (text, "Mend the roof");
    }
}

/* What the window lists is what the document has. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = copil_review_list_sections (fixture->store, COPIL_REVIEW_ANNUAL,
                                                           2023, COPIL_AUDIENCE_MEMBERS);
  g_autoptr (GPtrArray) public =
      copil_review_list_sections (fixture->store, COPIL_REVIEW_ANNUAL, 2023, COPIL_AUDIENCE_PUBLIC);
  g_autoptr (GPtrArray) plan =
      copil_review_list_sections (fixture->store, COPIL_REVIEW_PLAN, 2024, COPIL_AUDIENCE_MEMBERS);
  static const struct
  {
    const char *section;
    gint64 axis;
    const char *title, *summary, *text;
  } wanted[] = {
    { "introduction", 0, "Introduction",
      "6 engagements: 1 done, 3 planned, 1 late and 1 abandoned.", "What we say of 2023" },
    { "axis", 1, "1 One", NULL, "Axis one in 2023" },
    { "axis", 2, "2 Two", NULL, NULL },
    { "axis", 3, "3 Three", NULL, NULL },
    { "figures", 0, "Other figures", NULL, NULL },
    { "actions", 0, "Actions and beneficiaries", NULL, NULL },
    { "fiches", 0, "Other fiches action", NULL, NULL },
    { "decisions", 0, "Decisions", "2 decisions.", NULL },
    { "budget", 0, "Budget", "Receipts planned: 900", NULL },
    { "priorities", 0, "Priorities of 2024", "4 priorities.", NULL },
    { "conclusion", 0, "Conclusion", NULL, "The end of 2023" },
  };

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < list->len; i++)
    {
      const CopilReviewSection *section = list->pdata[i];

      g_assert_cmpstr (section->section, ==, wanted[i].section);
      g_assert_cmpint (section->axis, ==, wanted[i].axis);
      g_assert_cmpstr (section->title, ==, wanted[i].title);
      g_assert_cmpstr (section->text, ==, wanted[i].text);
      g_assert_cmpint (section->text_id != 0, ==, wanted[i].text != NULL);
      if (wanted[i].summary)
        assert_has (section->summary, wanted[i].summary);
    }
  assert_has (((CopilReviewSection *)list->pdata[4])->summary, "1 indicator.");
  assert_has (((CopilReviewSection *)list->pdata[6])->summary, "2 fiches action.");
  g_assert_null (((CopilReviewSection *)list->pdata[3])->summary);
  assert_has (((CopilReviewSection *)public->pdata[6])->summary, "1 fiche action.");
  assert_has (((CopilReviewSection *)public->pdata[7])->summary, "1 decision.");
  assert_has (((CopilReviewSection *)public->pdata[9])->summary, "2 priorities.");
  g_assert_cmpstr (((CopilReviewSection *)plan->pdata[1])->section, ==, "priorities");
  g_assert_cmpstr (((CopilReviewSection *)plan->pdata[plan->len - 1])->text, ==, "What we plan");
}

/* As many gaps as the sections say, each in one section. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = copil_review_list_sections (fixture->store, COPIL_REVIEW_ANNUAL,
                                                           2023, COPIL_AUDIENCE_MEMBERS);
  g_autoptr (GPtrArray) axes =
      copil_review_read_gaps (fixture->store, COPIL_REVIEW_ANNUAL, 2023, COPIL_AUDIENCE_MEMBERS);
  guint n = 0;

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilCompleteness *completeness = axes->pdata[i];

      for (guint g = 0; g < completeness->gaps->len; g++, n++)
        {
          guint shown = 0;

          for (guint s = 0; s < list->len; s++)
            {
              const CopilReviewSection *section = list->pdata[s];

              shown += (guint)copil_review_shows_gap (section->section, section->axis, completeness,
                                                      completeness->gaps->pdata[g]);
            }
          g_assert_cmpuint (shown, ==, 1);
        }
    }
  g_assert_cmpuint (n, >, 4);
}

static GBytes *
bytes_of (Fixture *fixture, CopilReviewType type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) document =
      copil_review_document_new (fixture->store, type, 0, COPIL_AUDIENCE_MEMBERS, &error);
  g_autofree char *path = g_build_filename (fixture->folder, "out.odt", NULL), *data = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (copil_odt_write (document, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_remove (path);
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  for (int type = 0; type < COPIL_N_REVIEWS; type++)
    {
      g_autoptr (GBytes) first = bytes_of (fixture, type), second = bytes_of (fixture, type);

      g_assert_true (g_bytes_equal (first, second));
    }
}

/* The usual year: the last that is over, from October the current one; the plan's comes after. */
static void
test_usual_year (void)
{
  g_assert_cmpint (copil_review_get_year (COPIL_REVIEW_ANNUAL, NULL), ==, 2023);
  g_assert_cmpint (copil_review_get_year (COPIL_REVIEW_PLAN, NULL), ==, 2024);
  g_assert_cmpint (copil_review_get_year (COPIL_REVIEW_FINAL, NULL), ==, 0);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilBook) book = copil_review_book_new (fixture->store, COPIL_REVIEW_ANNUAL, 2023,
                                                      COPIL_AUDIENCE_MEMBERS, &error);
  CopilSheet *sheet;
  g_autofree const char **values = NULL;
  static const char *const rows[][7] = { { "1 One", "1", "0", "1", "1", "0", "3" },
                                         { "2 Two", "0", "0", "2", "0", "1", "3" },
                                         { "3 Three", "0", "0", "0", "0", "0", "0" },
                                         { "Total", "1", "0", "3", "1", "1", "6" } };

  g_assert_no_error (error);
  sheet = copil_book_get_sheet (book, 0);
  values = g_new0 (const char *, copil_sheet_get_n_columns (sheet));
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_assert_true (copil_sheet_next (sheet, values, &error));
      for (guint c = 0; c < G_N_ELEMENTS (rows[r]); c++)
        g_assert_cmpstr (values[c], ==, rows[r][c]);
    }
  g_assert_false (copil_sheet_next (sheet, values, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_setenv ("COPIL_TODAY", "2024-06-30", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/review/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("annual", test_annual);
  ADD ("priorities", test_priorities);
  ADD ("plan", test_plan);
  ADD ("final", test_final);
  ADD ("public", test_public);
  ADD ("sections", test_sections);
  ADD ("gaps", test_gaps);
  ADD ("twice", test_twice);
  ADD ("tables", test_tables);
#undef ADD
  g_test_add_func ("/review/usual-year", test_usual_year);
  return g_test_run ();
}
