/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of figures, from a file: what they count, what they leave out, and what they say of
 * what is not known. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "copil-chart-list.h"
#include "copil-dashboard.h"
#include "copil-figure-charts.h"
#include "copil-figures.h"
#include "copil-value-bars.h"
#include "../support/scratch.h"

#define TODAY "2024-03-15"

static const char sql[] =
    "INSERT INTO convention (id, title, signed, duration_months) VALUES (1, 'Test', '2021-01-01',"
    " 60);"
    "INSERT INTO party (id, name, position) VALUES (1, 'Schools', 1), (2, 'Makers', 2);"
    "INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'One', 1), (2, '2', 'Two', 2);"
    "INSERT INTO engagement (id, axis, text, status, due, position) VALUES"
    " (1, 1, 'a', 'done', '2022-06-30', 1), (2, 1, 'b', 'planned', '2022-12-31', 2),"
    " (3, 1, 'c', 'abandoned', '2022-12-31', 3), (4, 2, 'd', 'done', '2023-06-30', 4);"
    "INSERT INTO engagement (id, axis, text, status, due, confidential, position) VALUES"
    " (5, 2, 'zz', 'planned', '2023-06-30', 1, 5);"
    "INSERT INTO engagement_party (engagement, party) VALUES (1, 1), (2, 2), (4, 2), (5, 2);"
    "INSERT INTO indicator (id, name, unit, axis, supplier, direction, baseline_value,"
    " baseline_date, baseline_derived, confidential, position) VALUES"
    " (1, 'Apprentices', 'people', 1, 1, 'rise', 50000, '2017-12-31', 1, 0, 1),"
    " (2, 'zzsecret', NULL, 2, 2, 'fall', 100, '2021-12-31', 0, 1, 2);"
    "INSERT INTO target (id, indicator, value, date) VALUES (1, 1, 58000, '2021-12-31'),"
    " (2, 1, 75000, '2023-12-31'), (3, 2, 60, '2025-12-31');"
    "INSERT INTO observation (id, indicator, value, date, state) VALUES"
    " (1, 1, 55000, '2020-12-31', 'final'), (2, 1, 62500, '2022-12-31', 'estimated'),"
    " (3, 2, 80, '2022-12-31', 'final');"
    "INSERT INTO split (id, observation, name, value, position) VALUES (1, 2, 'girls', 20000, 1),"
    " (2, 2, 'boys', 42500, 2), (3, 1, 'girls', 17000, 1), (4, 1, 'boys', NULL, 2);"
    "INSERT INTO theme (id, label, title, position) VALUES (1, '1', 'Visits', 1),"
    " (2, '2', 'Forums', 2);"
    "INSERT INTO action (id, theme, academie, start, number, girls, boys, women, men, position)"
    " VALUES (1, 1, 'Lille', '2022-03-01', 12, 30, 50, 4, 6, 1),"
    " (2, 1, 'Lyon', '2023-03-01', 8, 10, 10, 5, NULL, 2),"
    " (3, 2, 'Lille', '2023-03-01', 30, NULL, NULL, NULL, NULL, 3);"
    "INSERT INTO action (id, theme, start, finish, number, declared, position) VALUES"
    " (4, 1, '2022-01-01', '2022-12-31', 900, 1, 4);"
    "INSERT INTO budget_line (id, side, title, planned, position) VALUES"
    " (1, 'receipt', 'Grant', 3000, 1), (2, 'expense', 'Travel', 2000, 2);"
    "INSERT INTO budget_amount (id, line, year, planned, actual) VALUES (1, 2, 2022, 1000, 900),"
    " (2, 2, 2023, 1000, NULL);";

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, sql, &error);
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

static void
assert_row (CopilChart *chart, guint row, const char *cells)
{
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  g_autofree char *found = NULL;

  g_assert_cmpuint (row, <, table->len);
  found = g_strjoinv ("|", g_ptr_array_index (table, row));
  g_assert_cmpstr (found, ==, cells);
}

static guint
count_rows (CopilChart *chart)
{
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);

  return table->len - 1;
}

static CopilChart *
make (Fixture *fixture, const char *name, CopilChartFilter filter)
{
  guint n;
  const CopilChartEntry *entries = copil_chart_list (&n);

  filter.today = TODAY;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (entries[i].name, name))
      return entries[i].make (fixture->store, &filter);
  g_assert_not_reached ();
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilChart) year = make (fixture, "status", (CopilChartFilter){ .year = 2023 });
  g_autoptr (CopilChart) party = make (fixture, "status", (CopilChartFilter){ .party = 1 });
  g_autoptr (CopilChart) axis =
      make (fixture, "status", (CopilChartFilter){ .axis = 1, .year = 2022 });
  g_autoptr (CopilChart) due = make (fixture, "due", (CopilChartFilter){ 0 });
  const CopilChartMark *mark;

  assert_row (year, 1, "Axis 1 One|0|0|0|0|0|0");
  assert_row (year, 2, "Axis 2 Two|1|0|0|1|0|2");
  assert_row (party, 1, "Axis 1 One|1|0|0|0|0|1");
  assert_row (axis, 1, "Without a measure|1|0|0|1|1|3");
  mark = copil_chart_get_mark (year, 900, 300, NULL, 0);
  g_assert_cmpstr (mark->keys[0], ==, "axis=2&month=2023&status=done");
  /* What was abandoned is not waited for. */
  assert_row (due, 0, "Axis|2022|2023");
  assert_row (due, 1, "Axis 1 One|1 of 2|");
  assert_row (due, 2, "Axis 2 Two||1 of 2");
}

static void
test_indicators (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilChart) all = make (fixture, "indicators", (CopilChartFilter){ 0 });
  g_autoptr (CopilChart) then = make (fixture, "indicators", (CopilChartFilter){ .year = 2021 });
  g_autoptr (CopilChart) party = make (fixture, "indicators", (CopilChartFilter){ .party = 2 });
  g_autoptr (CopilChart) course = make (fixture, "indicator", (CopilChartFilter){ .indicator = 1 });
  g_autoptr (CopilChart) split = make (fixture, "split", (CopilChartFilter){ 0 });

  g_assert_cmpuint (count_rows (all), ==, 2);
  assert_row (all, 1, "Apprentices|50000 people|62500|58000 people|75000 people|to raise|50%");
  assert_row (all, 2, "zzsecret|100|80||60|to lower|50%");
  assert_row (then, 1, "Apprentices|50000 people|55000|58000 people|75000 people|to raise|20%");
  g_assert_cmpuint (count_rows (party), ==, 1);
  g_assert_cmpstr (copil_chart_get_title (course), ==, "Apprentices");
  assert_row (course, 1, "2017-12-31|Baseline (derived)|50000 people");
  assert_row (course, 2, "2020-12-31|Observed|55000 people");
  /* 2021 is over and nobody told its figure: a gap, beside the milestone. */
  assert_row (course, 3, "2021-12-31|Observed|");
  assert_row (course, 4, "2021-12-31|Milestone|58000 people");
  assert_row (course, 5, "2022-12-31|Estimated|62500 people");
  assert_row (split, 0, "Period|girls|girls, share|boys|boys, share|Total");
  assert_row (split, 1, "2020|17000||||");
  assert_row (split, 2, "2022|20000|32%|42500|68%|62500");
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilChart) themes = make (fixture, "themes", (CopilChartFilter){ 0 });
  g_autoptr (CopilChart) year = make (fixture, "themes", (CopilChartFilter){ .year = 2022 });
  g_autoptr (CopilChart) young = make (fixture, "young", (CopilChartFilter){ 0 });
  g_autoptr (CopilChart) staff = make (fixture, "staff", (CopilChartFilter){ 0 });
  g_autoptr (CopilChart) academies = make (fixture, "academies", (CopilChartFilter){ 0 });

  /* The 900 that were declared are not added. */
  assert_row (themes, 1, "1 · Visits|20");
  assert_row (year, 1, "1 · Visits|12");
  g_assert_cmpstr (copil_chart_get_title (year), ==, "Actions by theme, 2022");
  assert_row (young, 1, "1 · Visits|40|40%|60|60%|100");
  assert_row (young, 2, "2 · Forums|||||");
  /* An action tells its women and not its men. */
  assert_row (staff, 1, "1 · Visits|9||||");
  assert_row (academies, 0, "Académie|2022|2023");
  assert_row (academies, 1, "Lille|12|30");
  assert_row (academies, 2, "Lyon||8");
}

static void
test_budget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilChart) lines = make (fixture, "budget-lines", (CopilChartFilter){ 0 });
  g_autoptr (CopilChart) year = make (fixture, "budget-lines", (CopilChartFilter){ .year = 2023 });
  g_autoptr (CopilChart) years = make (fixture, "budget-years", (CopilChartFilter){ 0 });
  g_autoptr (CopilBook) book = copil_chart_book_new (lines, "Test", TODAY);
  CopilSheet *sheet = copil_book_get_sheet (book, 0);
  CopilColumnType type;

  assert_row (lines, 1, "Receipts Grant|3000 €|");
  assert_row (lines, 2, "Expenses Travel|2000 €|900 €");
  assert_row (year, 2, "Expenses Travel|1000 €|");
  assert_row (years, 1, "2022 Expenses|1000 €|900 €");
  assert_row (years, 2, "2023 Expenses|1000 €|");
  /* Amounts go as amounts into the spreadsheet. */
  copil_sheet_get_column (sheet, 1, &type, NULL);
  g_assert_cmpint (type, ==, COPIL_COLUMN_CURRENCY);
  copil_sheet_get_column (sheet, 0, &type, NULL);
  g_assert_cmpint (type, ==, COPIL_COLUMN_TEXT);
}

/* Numbers go into the spreadsheet with their whole value, whatever is read of them, and what
 * they are counted in stands in the title. */
static void
test_book (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilChart) bars = copil_value_bars_new ("Schools");
  g_autoptr (CopilBook) book = NULL;
  CopilSheet *sheet;
  CopilSheetCell cells[2];
  CopilColumnType type;

  copil_value_bars_set_words (COPIL_VALUE_BARS (bars), "Year", "schools");
  copil_value_bars_add_series (COPIL_VALUE_BARS (bars), COPIL_CHART_ROLE_DONE, "Reached");
  copil_value_bars_add_category (COPIL_VALUE_BARS (bars), NULL, "2022");
  copil_value_bars_add_category (COPIL_VALUE_BARS (bars), NULL, "2023");
  copil_value_bars_set_value (COPIL_VALUE_BARS (bars), 0, 0, 1234567.126, NULL, NULL, NULL);
  copil_value_bars_set_value (COPIL_VALUE_BARS (bars), 1, 0, 12, "about a dozen", NULL, NULL);
  book = copil_chart_book_new (bars, NULL, NULL);
  sheet = copil_book_get_sheet (book, 0);
  g_assert_cmpstr (copil_sheet_get_column (sheet, 1, &type, NULL), ==, "Reached (schools)");
  g_assert_cmpint (type, ==, COPIL_COLUMN_NUMBER);
  g_assert_true (copil_sheet_next_cells (sheet, cells, NULL));
  g_assert_cmpstr (cells[1].value, ==, "1234567.126");
  g_assert_true (copil_sheet_next_cells (sheet, cells, NULL));
  g_assert_cmpstr (cells[1].value, ==, "12");
}

/* The share of what is done is that of the overview: of all engagements, abandoned ones too. */
static void
test_key_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) figures = copil_key_figures (fixture->store, COPIL_AUDIENCE_MEMBERS, TODAY);

  g_assert_cmpstr (((CopilKeyFigure *)figures->pdata[0])->value, ==, "5");
  g_assert_cmpstr (((CopilKeyFigure *)figures->pdata[1])->value, ==, "2");
  g_assert_cmpstr (((CopilKeyFigure *)figures->pdata[1])->label, ==, "done (40%)");
}

/* What is confidential is in no chart for the public, and the dashboard has a page for figures. */
static void
test_public (Fixture *fixture, gconstpointer data)
{
  guint n;
  const CopilChartEntry *entries = copil_chart_list (&n);
  g_autoptr (GBytes) svg = NULL;
  const char *height;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CopilChart) chart =
          make (fixture, entries[i].name, (CopilChartFilter){ .audience = COPIL_AUDIENCE_PUBLIC });
      g_autofree char *description = copil_chart_dup_description (chart);

      g_assert_null (strstr (description, "zz"));
    }
  svg = copil_dashboard_render (fixture->store, COPIL_CHART_FORMAT_SVG, COPIL_AUDIENCE_PUBLIC,
                                TODAY, &error);
  g_assert_no_error (error);
  height = g_strstr_len (g_bytes_get_data (svg, NULL), 400, " height=\"");
  g_assert_nonnull (height);
  g_assert_cmpfloat (g_ascii_strtod (height + strlen (" height=\""), NULL), >, 1500);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize)g_bytes_get_size (svg),
                                  "Indicators and their targets. Apprentices"));
  g_assert_null (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize)g_bytes_get_size (svg), "zz"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store-charts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("status", test_status);
  ADD ("indicators", test_indicators);
  ADD ("actions", test_actions);
  ADD ("budget", test_budget);
  ADD ("book", test_book);
  ADD ("key-figures", test_key_figures);
  ADD ("public", test_public);
#undef ADD
  return g_test_run ();
}
