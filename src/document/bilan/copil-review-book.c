/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of an account as a spreadsheet that calculates. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-actions-document.h"
#include "copil-budget-book.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-review-private.h"
#include "copil-rules.h"
#include "copil-state-sql.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-words.h"

static void
put_int (CopilSheet *sheet, guint row, guint column, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  copil_sheet_put (sheet, row, column, text);
}

static void put_formula (CopilSheet *sheet, guint row, guint column, double result,
                         const char *format, ...) G_GNUC_PRINTF (5, 6);

static void
put_formula (CopilSheet *sheet, guint row, guint column, double result, const char *format, ...)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE] = "";
  g_autofree char *formula = NULL;
  va_list arguments;

  va_start (arguments, format);
  formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (!isnan (result))
    g_ascii_dtostr (value, sizeof value, result);
  copil_sheet_put_formula (sheet, row, column, formula, value);
}

/* A row for each axis, a column for each state; the totals and the share done are formulas. */
static void
add_axes (CopilBook *book, const CopilReview *review)
{
  CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new (_ ("Engagements by axis")));
  g_autoptr (GPtrArray) axes = copil_view_list_axes (review->store);
  const char *const states[] = { _ ("Done"), _ ("In progress"), _ ("Planned"), _ ("Late"),
                                 _ ("Abandoned") };
  gint64 totals[COPIL_N_STATES] = { 0 }, all = 0;
  guint row = 0;

  copil_sheet_add_column (sheet, _ ("Axis"), COPIL_COLUMN_TEXT, 90);
  for (guint i = 0; i < COPIL_N_STATES; i++)
    copil_sheet_add_column (sheet, states[i], COPIL_COLUMN_INTEGER, 0);
  copil_sheet_add_column (sheet, _ ("Total"), COPIL_COLUMN_INTEGER, 0);
  copil_sheet_add_column (sheet, _ ("Share done"), COPIL_COLUMN_PERCENT, 0);
  copil_sheet_set_filtered (sheet, FALSE);
  for (guint a = 0; a < axes->len; a++)
    {
      gint64 axis = ((CopilViewAxis *)axes->pdata[a])->id, sum = 0;
      g_autofree char *title = copil_store_dup_title (review->store, copil_kind_get ("axis"), axis);
      guint counts[COPIL_N_STATES];

      copil_count_engagements_of (review->store, review->audience, review->day, axis, counts);
      row = copil_sheet_add_row (sheet);
      copil_sheet_put (sheet, row, 0, title);
      for (guint i = 0; i < COPIL_N_STATES; i++)
        {
          gint64 n = counts[i];

          put_int (sheet, row, 1 + i, n);
          totals[i] += n;
          sum += n;
        }
      all += sum;
      put_formula (sheet, row, 6, (double)sum, "SUM([.B%u:.F%u])", row + 2, row + 2);
      put_formula (sheet, row, 7, sum ? (double)counts[0] / (double)sum : NAN,
                   "IF([.G%u]=0;\"\";[.B%u]/[.G%u])", row + 2, row + 2, row + 2);
    }
  if (!copil_sheet_get_n_rows (sheet))
    return;
  row = copil_sheet_add_row (sheet);
  copil_sheet_put (sheet, row, 0, _ ("Total"));
  for (guint i = 0; i < COPIL_N_STATES; i++)
    put_formula (sheet, row, 1 + i, (double)totals[i], "SUM([.%c2:.%c%u])", 'B' + (int)i,
                 'B' + (int)i, row + 1);
  put_formula (sheet, row, 6, (double)all, "SUM([.G2:.G%u])", row + 1);
  put_formula (sheet, row, 7, all ? (double)totals[0] / (double)all : NAN,
               "IF([.G%u]=0;\"\";[.B%u]/[.G%u])", row + 2, row + 2, row + 2);
  copil_sheet_set_row_style (sheet, row, COPIL_CELL_TOTAL);
}

static void
put_number (CopilSheet *sheet, guint row, guint column, double value)
{
  if (!isnan (value))
    copil_sheet_put_double (sheet, row, column, value);
}

static void
add_indicators (CopilBook *book, const CopilReview *review)
{
  g_autoptr (GPtrArray) list = copil_figure_list (review->store, review->flags, NULL, 0);
  g_autofree char *before = review->year ? g_strdup_printf ("%d", review->year - 1) : NULL;
  g_autofree char *now = review->year ? g_strdup_printf ("%d", review->year) : NULL;
  CopilSheet *sheet;

  if (!list->len)
    return;
  sheet = copil_book_add_sheet (book, copil_sheet_new (_ ("Indicators")));
  copil_sheet_add_column (sheet, _ ("Indicator"), COPIL_COLUMN_TEXT, 80);
  copil_sheet_add_column (sheet, _ ("Unit"), COPIL_COLUMN_TEXT, 30);
  copil_sheet_add_column (sheet, _ ("Baseline"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, before ? before : _ ("First value"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, now ? now : _ ("Last value"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, _ ("Variation"), COPIL_COLUMN_PERCENT, 0);
  copil_sheet_add_column (sheet, _ ("Observed"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, _ ("Target"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, _ ("Target on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Progress"), COPIL_COLUMN_PERCENT, 0);
  for (guint i = 0; i < list->len; i++)
    {
      const CopilIndicator *indicator = list->pdata[i];
      const CopilTarget *target = copil_indicator_get_target (indicator);
      g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, review->day);
      guint row = copil_sheet_add_row (sheet), line = row + 2;
      double first = NAN, second = NAN;

      if (review->year)
        {
          first = copil_review_get_in_year (indicator, review->year - 1, NULL);
          second = copil_review_get_in_year (indicator, review->year, NULL);
        }
      else
        {
          for (guint o = 0; o < indicator->observations->len; o++)
            {
              const CopilObservation *observation = indicator->observations->pdata[o];

              if (observation->date && isnan (first))
                first = observation->value;
              if (observation->date && !isnan (observation->value))
                second = observation->value;
            }
        }
      copil_sheet_put (sheet, row, 0, indicator->name);
      copil_sheet_put (sheet, row, 1, indicator->unit);
      put_number (sheet, row, 2, indicator->baseline_value);
      put_number (sheet, row, 3, first);
      put_number (sheet, row, 4, second);
      if (!isnan (first) && !isnan (second) && first != 0)
        put_formula (sheet, row, 5, second / first - 1, "[.E%u]/[.D%u]-1", line, line);
      put_number (sheet, row, 6, progress->observed);
      put_number (sheet, row, 7, target ? target->value : NAN);
      copil_sheet_put (sheet, row, 8, target ? target->date : NULL);
      if (isnan (progress->percent))
        continue;
      if (indicator->direction == COPIL_DIRECTION_ABOVE)
        put_formula (sheet, row, 9, progress->percent / 100, "IF([.G%u]>=[.H%u];1;0)", line, line);
      else if (indicator->direction == COPIL_DIRECTION_BELOW)
        put_formula (sheet, row, 9, progress->percent / 100, "IF([.G%u]<=[.H%u];1;0)", line, line);
      else
        put_formula (sheet, row, 9, progress->percent / 100, "([.G%u]-[.C%u])/([.H%u]-[.C%u])",
                     line, line, line, line);
    }
}

CopilBook *
copil_review_book_new (CopilStore *store, CopilReviewType type, int year, CopilAudience audience,
                       GError **error)
{
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *title = NULL;
  CopilReview review;
  CopilBook *book;

  copil_review_init (&review, store, type, year ? year : copil_review_get_year (type, store),
                     audience);
  title = review.year ? g_strdup_printf ("%s %d", copil_review_get_label (type), review.year)
                      : g_strdup (copil_review_get_label (type));
  book = copil_book_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  add_axes (book, &review);
  add_indicators (book, &review);
  if (type != COPIL_REVIEW_PLAN)
    copil_actions_book_add (book, store, review.year, audience);
  copil_budget_book_add (book, store, review.year, audience);
  return book;
}
