/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "copil-figure-sheet.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

#define TODAY "2024-03-15"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
  gint64 first;
  gint64 second;
  CopilFigureSheet *sheet;
} Fixture;

static gint64
add_indicator (CopilStore *store, const char *name, const char *baseline)
{
  gint64 id;

  g_assert_true (copil_store_begin (store, "Add", NULL));
  id = copil_store_insert (store, copil_kind_get ("indicator"), NULL, "name", name, "periodicity",
                           "year", "baseline_value", baseline, "baseline_date", "2020-12-31",
                           "split", "girls_boys", NULL);
  g_assert_cmpint (id, !=, 0);
  g_assert_true (copil_store_commit (store, NULL));
  return id;
}

static void
read_again (Fixture *fixture)
{
  g_clear_pointer (&fixture->sheet, copil_figure_sheet_free);
  fixture->sheet = copil_figure_sheet_new (fixture->store, COPIL_PERIODICITY_YEAR, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "sheet.copil", NULL);
  fixture->store = copil_store_create (fixture->path, "Convention", &error);
  g_assert_no_error (error);
  fixture->first = add_indicator (fixture->store, "Alternants", "50000");
  fixture->second = add_indicator (fixture->store, "Stages", "0");
  read_again (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  copil_figure_sheet_free (fixture->sheet);
  g_object_unref (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
column_of (Fixture *fixture, const char *day)
{
  int column = copil_figure_sheet_find_period (fixture->sheet, day);

  g_assert_cmpint (column, >=, COPIL_SHEET_N_LEADS);
  return (guint)column;
}

static gint64
count (Fixture *fixture, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return copil_store_query_int (fixture->store, sql, "");
}

static void
assert_name (Fixture *fixture, guint row, guint column, const char *expected)
{
  g_autofree char *name = copil_figure_sheet_get_name (fixture->sheet, row, column);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  guint column = column_of (fixture, "2021-06-01");
  gint64 head = copil_store_get_head (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autofree char *copied = NULL;

  /* Row 0 is the heading. With the line ends of another system, and one at the end. */
  g_assert_null (copil_figure_sheet_get_indicator (fixture->sheet, 0));
  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1,
                                           "62 000\t≈ 70500,5\r\n\t0\r\n", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copil_store_count_entries_after (fixture->store, head), ==, 1);
  read_again (fixture);
  g_assert_cmpint (count (fixture, "observation"), ==, 3);
  assert_name (fixture, 1, column + 1, "Alternants, 2022: 70500.5, estimated");
  assert_name (fixture, 2, column, "Stages, 2021: nothing");
  assert_name (fixture, 2, column + 1, "Stages, 2022: 0");
  copied = copil_figure_sheet_copy (fixture->sheet, 1, column, 2, 2);
  g_assert_cmpstr (copied, ==, "62000\t70500.5\n\t0");
  /* One undo takes all of it back. */
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_cmpint (count (fixture, "observation"), ==, 0);
}

/* "25,5 %" is 25.5 where the unit is %, and is refused elsewhere. */
static void
test_percentages (Fixture *fixture, gconstpointer data)
{
  guint column = column_of (fixture, "2021-06-01");
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("indicator"), fixture->first,
                                   "unit", "%", &error));
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("indicator"), fixture->second,
                                   "unit", "stages", &error));
  read_again (fixture);
  g_assert_true (
      copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1, "25,5\u00a0%\t≈ 27.5%", &error));
  g_assert_no_error (error);
  g_assert_true (
      copil_figure_sheet_write (fixture->sheet, 1, COPIL_SHEET_BASELINE, 1, 1, "20 %", &error));
  read_again (fixture);
  assert_name (fixture, 1, column, "Alternants, 2021: 25.5");
  assert_name (fixture, 1, column + 1, "Alternants, 2022: 27.5, estimated");
  g_assert_false (copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1, "1\n25,5 %", &error));
  g_assert_cmpstr (error->message, ==,
                   "Nothing was written. Stages, 2021: “25,5 %” is a percentage, but the unit is "
                   "“stages”: write the number alone.");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint column = column_of (fixture, "2021-06-01"),
        last = copil_figure_sheet_get_n_columns (fixture->sheet) - 1;
  gint64 head = copil_store_get_head (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1, "1\t2\nthree\tfour", &error));
  g_assert_cmpstr (error->message, ==,
                   "Nothing was written. Stages, 2021: “three” is not a number; and 1 other cell.");
  g_clear_error (&error);
  g_assert_false (copil_figure_sheet_write (fixture->sheet, 2, last, 1, 1, "1\t2\n3\t4", &error));
  g_assert_cmpstr (error->message, ==, "Nothing was written: 3 cells would lie outside the grid.");
  g_clear_error (&error);
  g_assert_false (
      copil_figure_sheet_write (fixture->sheet, 1, COPIL_SHEET_PROGRESS, 1, 1, "50", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* What is to come is not observed, and cannot be estimated. */
  g_assert_false (copil_figure_sheet_write (fixture->sheet, 1, last, 1, 1, "≈ 5", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (copil_store_get_head (fixture->store), ==, head);
  g_assert_cmpint (count (fixture, "observation"), ==, 0);
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  guint column = column_of (fixture, "2025-06-01");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (copil_figure_sheet_get_flags (fixture->sheet, 1, column) & COPIL_SHEET_FUTURE,
                   !=, 0);
  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 2, 1, "75000", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "target"), ==, 2);
  g_assert_cmpint (count (fixture, "observation"), ==, 0);
  g_assert_true (copil_figure_sheet_reload (fixture->sheet, fixture->first));
  assert_name (fixture, 1, column, "Alternants, target for 2025: 75000");
  assert_name (fixture, 1, COPIL_SHEET_TARGET, "Alternants, Target: 75000");
  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1, "", &error));
  g_assert_cmpint (count (fixture, "target"), ==, 1);
}

/* What is cleared is not zero, and a note does not go with the value. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  guint column = column_of (fixture, "2022-06-01");
  gint64 id;

  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 2, 1, "12", NULL));
  id = copil_store_query_int (fixture->store, "SELECT id FROM observation WHERE indicator = ?1",
                              "i", fixture->first);
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("observation"), id, "note",
                                   "As declared", NULL));
  read_again (fixture);
  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 2, 1, "–", NULL));
  read_again (fixture);
  g_assert_cmpint (count (fixture, "observation"), ==, 1);
  g_assert_cmpint (copil_store_query_int (
                       fixture->store, "SELECT count (*) FROM observation WHERE value IS NULL", ""),
                   ==, 1);
  g_assert_cmpint (copil_figure_sheet_get_flags (fixture->sheet, 1, column) & COPIL_SHEET_MISSING,
                   !=, 0);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "filles", "garçons", NULL };
  static const char *const good[] = { "640", "810", NULL }, *const bad[] = { "640", "many", NULL },
                           *const less[] = { "600", "", NULL };
  guint column = column_of (fixture, "2022-06-01");
  gint64 head = copil_store_get_head (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_false (copil_figure_sheet_set_parts (fixture->sheet, 1, column, names, bad, &error));
  g_assert_cmpstr (error->message, ==, "garçons: “many” is not a number.");
  g_clear_error (&error);
  g_assert_cmpint (copil_store_get_head (fixture->store), ==, head);
  g_assert_true (copil_figure_sheet_set_parts (fixture->sheet, 1, column, names, good, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copil_store_count_entries_after (fixture->store, head), ==, 1);
  read_again (fixture);
  assert_name (fixture, 1, column, "Alternants, 2022: 1450");
  g_assert_cmpint (copil_figure_sheet_get_flags (fixture->sheet, 1, column) & COPIL_SHEET_FAULT, ==,
                   0);
  g_assert_true (copil_figure_sheet_write (fixture->sheet, 1, column, 1, 1, "1400", &error));
  read_again (fixture);
  assert_name (fixture, 1, column, "Alternants, 2022: 1400, the split does not add up");
  g_assert_true (copil_figure_sheet_set_parts (fixture->sheet, 1, column, names, less, &error));
  g_assert_cmpint (
      copil_store_query_int (fixture->store, "SELECT count (*) FROM split WHERE value IS NULL", ""),
      ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/sheet/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (paste);
  ADD (percentages);
  ADD (refused);
  ADD (targets);
  ADD (clear);
  ADD (parts);
#undef ADD
  return g_test_run ();
}
