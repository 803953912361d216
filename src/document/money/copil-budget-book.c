/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-book.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "copil-budget-words.h"
#include "copil-paper.h"
#include "copil-words.h"

/* The rows of the instalments of a line on their sheet. */
typedef struct
{
  guint first, last;
} Span;

typedef struct
{
  const CopilBudget *budget;
  int year;             /* 0 for all */
  CopilSheet *sheet;    /* of the lines */
  CopilSheet *payments; /* of the instalments; NULL where there are none */
  GHashTable *spans;    /* line → Span */
  GArray *years;        /* of int, whose columns stand at the end */
  guint planned;        /* the column; then actual, difference, rate */
  guint first_year; /* the column of the first year, planned; then actual, planned, actual … */
  gint totals[COPIL_N_SIDES]; /* rows, -1 for none */
} Build;

/* Columns of the sheet of a budget; that of a report begins its amounts after the funder. */
enum
{
  LABEL,
  TITLE,
  FUNDER,
  QUANTITY,
  UNIT,
  UNIT_PRICE,
  YEARS,
  COMPUTED,
};

/* Columns of the sheet of the instalments. */
enum
{
  PAYMENT_LINE,
  PAYMENT_NAME,
  PAYMENT_DUE,
  PAYMENT_PLANNED,
  PAYMENT_RECEIVED,
  PAYMENT_ACTUAL,
  PAYMENT_STATE,
};

static gboolean
same (double a, double b)
{
  return !isnan (a) && !isnan (b) && fabs (a - b) < 0.005;
}

static void
put (CopilSheet *sheet, guint row, guint column, double value)
{
  if (!isnan (value))
    copil_sheet_put_double (sheet, row, column, value);
}

/* A formula with what it gives; nothing where that is not known. Takes the formula. */
static void
put_formula (CopilSheet *sheet, guint row, guint column, char *formula, double value)
{
  char result[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    copil_sheet_put_formula (sheet, row, column, formula,
                             g_ascii_dtostr (result, sizeof result, value));
  g_free (formula);
}

/* "[.I3]-[.J3]" for "-". */
static char *
join_cells (guint row, guint left, const char *sign, guint right)
{
  g_autofree char *a = copil_sheet_dup_address (row, left),
                  *b = copil_sheet_dup_address (row, right);

  return g_strdup_printf ("[.%s]%s[.%s]", a, sign, b);
}

/* "SUM([.I3:.I5])" */
static char *
sum_rows (guint first, guint last, guint column)
{
  g_autofree char *a = copil_sheet_dup_address (first, column),
                  *b = copil_sheet_dup_address (last, column);

  return g_strdup_printf ("SUM([.%s:.%s])", a, b);
}

/* "SUM([.M3];[.O3])": every second column from one on. */
static char *
sum_years (Build *self, guint row, guint first)
{
  GString *formula = g_string_new ("SUM(");

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *address = copil_sheet_dup_address (row, first + 2 * i);
      g_string_append_printf (formula, "%s[.%s]", i ? ";" : "", address);
    }
  g_string_append_c (formula, ')');
  return g_string_free (formula, FALSE);
}

/* The sum of a line's instalments, as they stand on their sheet. */
static char *
sum_payments (Build *self, const Span *span, guint column)
{
  g_autofree char *a = copil_sheet_dup_address (span->first, column),
                  *b = copil_sheet_dup_address (span->last, column);
  g_auto (GStrv) parts = g_strsplit (copil_sheet_get_name (self->payments), "'", -1);
  g_autofree char *name = g_strjoinv ("''", parts);

  return g_strdup_printf ("SUM([$'%s'.%s:.%s])", name, a, b);
}

static double
add_years (const GArray *years, gboolean actual)
{
  double sum = NAN;

  for (guint i = 0; i < years->len; i++)
    {
      const CopilBudgetYear *year = &g_array_index (years, CopilBudgetYear, i);
      double amount = actual ? year->actual : year->planned;
      if (!isnan (amount))
        sum = isnan (sum) ? amount : sum + amount;
    }
  return sum;
}

static double
add_payments (const GPtrArray *payments, gboolean actual)
{
  double sum = NAN;

  for (guint i = 0; i < payments->len; i++)
    {
      const CopilInstalment *one = payments->pdata[i];
      double amount = actual ? one->actual : one->planned;
      if (!isnan (amount))
        sum = isnan (sum) ? amount : sum + amount;
    }
  return sum;
}

/* --- the instalments --- */

static gboolean
is_of_year (const CopilInstalment *one, int year)
{
  return year == 0 || (one->due && atoi (one->due) == year) ||
         (one->received && atoi (one->received) == year);
}

static CopilSheet *
start_payments (void)
{
  CopilSheet *sheet = copil_sheet_new (_ ("Instalments"));

  copil_sheet_add_column (sheet, _ ("Line"), COPIL_COLUMN_TEXT, 60);
  copil_sheet_add_column (sheet, _ ("Instalment"), COPIL_COLUMN_TEXT, 45);
  copil_sheet_add_column (sheet, _ ("Due on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Planned"), COPIL_COLUMN_CURRENCY, 32);
  copil_sheet_add_column (sheet, _ ("Received on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Actual"), COPIL_COLUMN_CURRENCY, 32);
  copil_sheet_add_column (sheet, _ ("State"), COPIL_COLUMN_TEXT, 45);
  return sheet;
}

static void
put_payment (CopilSheet *sheet, guint row, const CopilBudgetLine *line, const CopilInstalment *one)
{
  g_autofree char *state = copil_budget_words_state (one);

  copil_sheet_put (sheet, row, PAYMENT_LINE, line->title);
  copil_sheet_put (sheet, row, PAYMENT_NAME, one->name);
  copil_sheet_put (sheet, row, PAYMENT_DUE, one->due);
  put (sheet, row, PAYMENT_PLANNED, one->planned);
  copil_sheet_put (sheet, row, PAYMENT_RECEIVED, one->received);
  put (sheet, row, PAYMENT_ACTUAL, one->actual);
  copil_sheet_put (sheet, row, PAYMENT_STATE, state);
  if (one->late)
    copil_sheet_set_style (sheet, row, PAYMENT_STATE, COPIL_CELL_WARNING);
}

static void
build_payments (Build *self)
{
  double planned = NAN, actual = NAN;
  guint n = 0, total;

  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const CopilBudgetLine *line = self->budget->lines->pdata[i];
      Span *span = NULL;

      for (guint j = 0; j < line->instalments->len; j++)
        {
          const CopilInstalment *one = line->instalments->pdata[j];

          if (!is_of_year (one, self->year))
            continue;
          if (!self->payments)
            self->payments = start_payments ();
          n = copil_sheet_add_row (self->payments);
          put_payment (self->payments, n, line, one);
          if (!isnan (one->planned))
            planned = isnan (planned) ? one->planned : planned + one->planned;
          if (!isnan (one->actual))
            actual = isnan (actual) ? one->actual : actual + one->actual;
          if (!span)
            {
              span = g_new0 (Span, 1);
              span->first = n;
              g_hash_table_insert (self->spans, (gpointer)line, span);
            }
          span->last = n;
        }
    }
  if (!self->payments)
    return;
  total = copil_sheet_add_row (self->payments);
  copil_sheet_put (self->payments, total, PAYMENT_LINE, _ ("Total"));
  put_formula (self->payments, total, PAYMENT_PLANNED, sum_rows (0, n, PAYMENT_PLANNED), planned);
  put_formula (self->payments, total, PAYMENT_ACTUAL, sum_rows (0, n, PAYMENT_ACTUAL), actual);
  copil_sheet_set_row_style (self->payments, total, COPIL_CELL_TOTAL);
}

/* --- the lines --- */

/* Difference and rate, from the two columns before them. */
static void
put_comparison (Build *self, guint row, double planned, double actual)
{
  put_formula (self->sheet, row, self->planned + 2,
               join_cells (row, self->planned + 1, "-", self->planned), actual - planned);
  if (!isnan (planned) && fabs (planned) >= 0.005)
    put_formula (self->sheet, row, self->planned + 3,
                 join_cells (row, self->planned + 1, "/", self->planned), actual / planned);
}

/* An amount of the line, as the sum of what it is made of where that is so. */
static void
put_amount (Build *self, guint row, guint column, const CopilBudgetLine *line, gboolean actual,
            double value)
{
  const Span *span = g_hash_table_lookup (self->spans, line);

  if (same (value, add_years (line->by_year, actual)))
    put_formula (self->sheet, row, column, sum_years (self, row, self->first_year + actual), value);
  else if (span && same (value, add_payments (line->instalments, actual)))
    put_formula (self->sheet, row, column,
                 sum_payments (self, span, actual ? PAYMENT_ACTUAL : PAYMENT_PLANNED), value);
  else
    put (self->sheet, row, column, value);
}

static void
put_line (Build *self, guint row, const CopilBudgetLine *line)
{
  CopilSheet *sheet = self->sheet;
  g_autofree char *quantity = copil_sheet_dup_address (row, QUANTITY),
                  *price = copil_sheet_dup_address (row, UNIT_PRICE),
                  *years = copil_sheet_dup_address (row, YEARS),
                  *computed = copil_sheet_dup_address (row, COMPUTED);

  put (sheet, row, QUANTITY, line->quantity);
  copil_sheet_put (sheet, row, UNIT, line->unit);
  put (sheet, row, UNIT_PRICE, line->unit_price);
  if (line->years)
    copil_sheet_put_double (sheet, row, YEARS, line->years);
  put_formula (sheet, row, COMPUTED,
               line->years ? g_strdup_printf ("[.%s]*[.%s]*[.%s]", quantity, price, years)
                           : g_strdup_printf ("[.%s]*[.%s]", quantity, price),
               line->computed);
  for (guint i = 0; i < self->years->len; i++)
    {
      const CopilBudgetYear *year =
          copil_budget_words_find_year (line->by_year, g_array_index (self->years, int, i));

      put (sheet, row, self->first_year + 2 * i, year ? year->planned : NAN);
      put (sheet, row, self->first_year + 2 * i + 1, year ? year->actual : NAN);
    }
  if (!isnan (line->typed))
    put (sheet, row, self->planned, line->planned);
  else if (!isnan (line->computed))
    put_formula (sheet, row, self->planned, g_strdup_printf ("[.%s]", computed), line->planned);
  else
    put_amount (self, row, self->planned, line, FALSE, line->planned);
  put_amount (self, row, self->planned + 1, line, TRUE, line->actual);
  put_comparison (self, row, line->planned, line->actual);
}

static void
put_line_of_year (Build *self, guint row, const CopilBudgetLine *line)
{
  const CopilBudgetYear *year = copil_budget_words_find_year (line->by_year, self->year);

  if (!year)
    return;
  put (self->sheet, row, self->planned, year->planned);
  put (self->sheet, row, self->planned + 1, year->actual);
  put_comparison (self, row, year->planned, year->actual);
}

static void
put_totals (Build *self, guint row, guint first, CopilSide side)
{
  const CopilBudget *budget = self->budget;
  const CopilBudgetYear *year = copil_budget_words_find_year (budget->by_year[side], self->year);
  double planned = self->year == 0 ? budget->planned[side]
                   : year          ? year->planned
                                   : NAN,
         actual = self->year == 0 ? budget->actual[side]
                  : year          ? year->actual
                                  : NAN;

  copil_sheet_put (self->sheet, row, TITLE, copil_budget_words_total (budget));
  put_formula (self->sheet, row, self->planned, sum_rows (first, row - 1, self->planned), planned);
  put_formula (self->sheet, row, self->planned + 1, sum_rows (first, row - 1, self->planned + 1),
               actual);
  put_comparison (self, row, planned, actual);
  for (guint i = 0; i < self->years->len; i++)
    {
      guint column = self->first_year + 2 * i;

      year =
          copil_budget_words_find_year (budget->by_year[side], g_array_index (self->years, int, i));
      put_formula (self->sheet, row, column, sum_rows (first, row - 1, column),
                   year ? year->planned : NAN);
      put_formula (self->sheet, row, column + 1, sum_rows (first, row - 1, column + 1),
                   year ? year->actual : NAN);
    }
  copil_sheet_set_row_style (self->sheet, row, COPIL_CELL_TOTAL);
}

static void
build_side (Build *self, CopilSide side)
{
  guint first = copil_sheet_get_n_rows (self->sheet) + 1, row;

  row = copil_sheet_add_row (self->sheet);
  copil_sheet_put (self->sheet, row, TITLE, copil_side_get_label (side));
  copil_sheet_set_row_style (self->sheet, row, COPIL_CELL_GROUP);
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const CopilBudgetLine *line = self->budget->lines->pdata[i];

      if (line->side != side)
        continue;
      row = copil_sheet_add_row (self->sheet);
      copil_sheet_put (self->sheet, row, LABEL, line->label);
      copil_sheet_put (self->sheet, row, TITLE, line->title);
      copil_sheet_put (self->sheet, row, FUNDER, line->funder_name);
      if (self->year == 0)
        put_line (self, row, line);
      else
        put_line_of_year (self, row, line);
      if (line->faults->len > 0)
        copil_sheet_set_style (self->sheet, row, TITLE, COPIL_CELL_WARNING);
    }
  if (row < first)
    return;
  row = copil_sheet_add_row (self->sheet);
  put_totals (self, row, first, side);
  self->totals[side] = (gint)row;
}

static void
put_balance (Build *self, guint row, guint column, double receipts, double expenses)
{
  g_autofree char *a = copil_sheet_dup_address ((guint)self->totals[COPIL_SIDE_RECEIPT], column),
                  *b = copil_sheet_dup_address ((guint)self->totals[COPIL_SIDE_EXPENSE], column);

  put_formula (self->sheet, row, column, g_strdup_printf ("[.%s]-[.%s]", a, b),
               receipts - expenses);
}

static void
build_balance (Build *self)
{
  const CopilBudget *budget = self->budget;
  const CopilBudgetYear *in, *out;
  guint row;

  if (self->totals[COPIL_SIDE_RECEIPT] < 0 || self->totals[COPIL_SIDE_EXPENSE] < 0 ||
      budget->hidden > 0)
    return;
  row = copil_sheet_add_row (self->sheet);
  copil_sheet_put (self->sheet, row, TITLE, _ ("Receipts less expenses"));
  if (self->year == 0)
    {
      put_balance (self, row, self->planned, budget->planned[COPIL_SIDE_RECEIPT],
                   budget->planned[COPIL_SIDE_EXPENSE]);
      put_balance (self, row, self->planned + 1, budget->actual[COPIL_SIDE_RECEIPT],
                   budget->actual[COPIL_SIDE_EXPENSE]);
    }
  for (guint i = 0; i < MAX (self->years->len, self->year ? 1 : 0); i++)
    {
      int year = self->year ? self->year : g_array_index (self->years, int, i);
      guint column = self->year ? self->planned : self->first_year + 2 * i;

      in = copil_budget_words_find_year (budget->by_year[COPIL_SIDE_RECEIPT], year);
      out = copil_budget_words_find_year (budget->by_year[COPIL_SIDE_EXPENSE], year);
      if (!in || !out)
        continue;
      put_balance (self, row, column, in->planned, out->planned);
      put_balance (self, row, column + 1, in->actual, out->actual);
    }
  copil_sheet_set_row_style (self->sheet, row, COPIL_CELL_TOTAL);
}

static void
add_columns (Build *self, const char *name)
{
  CopilSheet *sheet = self->sheet = copil_sheet_new (name);

  copil_sheet_add_column (sheet, C_ ("of a budget line", "No."), COPIL_COLUMN_TEXT, 16);
  copil_sheet_add_column (sheet, _ ("Line"), COPIL_COLUMN_TEXT, 70);
  copil_sheet_add_column (sheet, _ ("Funded by"), COPIL_COLUMN_TEXT, 40);
  if (self->year == 0)
    {
      copil_sheet_add_column (sheet, _ ("Quantity"), COPIL_COLUMN_NUMBER, 22);
      copil_sheet_add_column (sheet, _ ("Unit"), COPIL_COLUMN_TEXT, 24);
      copil_sheet_add_column (sheet, _ ("Unit price"), COPIL_COLUMN_CURRENCY, 30);
      copil_sheet_add_column (sheet, _ ("Years"), COPIL_COLUMN_INTEGER, 18);
      copil_sheet_add_column (sheet, _ ("Computed"), COPIL_COLUMN_CURRENCY, 32);
    }
  self->planned = copil_sheet_get_n_columns (sheet);
  copil_sheet_add_column (sheet, _ ("Planned"), COPIL_COLUMN_CURRENCY, 32);
  copil_sheet_add_column (sheet, _ ("Actual"), COPIL_COLUMN_CURRENCY, 32);
  copil_sheet_add_column (sheet, _ ("Difference"), COPIL_COLUMN_CURRENCY, 32);
  copil_sheet_add_column (sheet, C_ ("share of what was planned", "Rate"), COPIL_COLUMN_PERCENT,
                          18);
  self->first_year = copil_sheet_get_n_columns (sheet);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      /* Translators: a year */
      g_autofree char *planned = g_strdup_printf (_ ("Planned %d"), year),
                      *actual = g_strdup_printf (_ ("Actual %d"), year);

      copil_sheet_add_column (sheet, planned, COPIL_COLUMN_CURRENCY, 32);
      copil_sheet_add_column (sheet, actual, COPIL_COLUMN_CURRENCY, 32);
    }
  copil_sheet_set_filtered (sheet, FALSE);
  copil_sheet_set_frozen_columns (sheet, 2);
}

/* Each sentence on a row. */
static CopilSheet *
make_checks (const CopilBudget *budget)
{
  CopilSheet *sheet = copil_sheet_new (_ ("Checks"));
  g_autofree char *balance = copil_budget_words_balance (budget);

  copil_sheet_add_column (sheet, _ ("What was checked"), COPIL_COLUMN_TEXT, 200);
  if (balance)
    copil_sheet_put (sheet, copil_sheet_add_row (sheet), 0, balance);
  for (guint i = 0; i < budget->faults->len; i++)
    {
      guint row = copil_sheet_add_row (sheet);
      copil_sheet_put (sheet, row, 0, budget->faults->pdata[i]);
      copil_sheet_set_style (sheet, row, 0, COPIL_CELL_WARNING);
    }
  return sheet;
}

static void
add_sheets (CopilBook *book, const CopilBudget *budget, int year, const char *name)
{
  Build self = { budget, year, .totals = { -1, -1 } };
  const GArray *all = budget->by_year[COPIL_SIDE_RECEIPT];

  self.spans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.years = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; year == 0 && all && i < all->len; i++)
    g_array_append_val (self.years, g_array_index (all, CopilBudgetYear, i).year);
  add_columns (&self, name);
  build_payments (&self);
  build_side (&self, COPIL_SIDE_RECEIPT);
  build_side (&self, COPIL_SIDE_EXPENSE);
  build_balance (&self);
  copil_book_add_sheet (book, self.sheet);
  if (self.payments)
    copil_book_add_sheet (book, self.payments);
  copil_book_add_sheet (book, make_checks (budget));
  g_array_unref (self.years);
  g_hash_table_unref (self.spans);
}

static char *
make_name (int year)
{
  /* Translators: a year */
  return year ? g_strdup_printf (_ ("Financial report %d"), year) : g_strdup (_ ("Budget"));
}

gboolean
copil_budget_book_add (CopilBook *book, CopilStore *store, int year, CopilAudience audience)
{
  g_autoptr (CopilBudget) budget =
      copil_budget_read (store, copil_budget_words_flags (audience), NULL);
  g_autofree char *name = make_name (year);

  if (budget->lines->len == 0)
    return FALSE;
  add_sheets (book, budget, year, name);
  return TRUE;
}

static CopilBook *
make_book (CopilStore *store, gboolean report, int year, CopilAudience audience, GError **error)
{
  g_autoptr (CopilBudget) budget =
      copil_budget_read (store, copil_budget_words_flags (audience), NULL);
  g_autofree char *short_title = copil_store_dup_name (store);
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *name = NULL, *title = NULL;
  CopilBook *book;

  if (budget->lines->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           audience == COPIL_AUDIENCE_PUBLIC
                               ? _ ("There is no budget that may be published.")
                               : _ ("There is no budget yet."));
      return NULL;
    }
  if (report && year == 0)
    year = copil_budget_words_get_year (budget);
  name = make_name (year);
  title = g_strdup_printf ("%s – %s", name, short_title ? short_title : "");
  book = copil_book_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  add_sheets (book, budget, year, name);
  return book;
}

CopilBook *
copil_budget_book_new (CopilStore *store, CopilAudience audience, GError **error)
{
  return make_book (store, FALSE, 0, audience, error);
}

CopilBook *
copil_financial_book_new (CopilStore *store, int year, CopilAudience audience, GError **error)
{
  return make_book (store, TRUE, year, audience, error);
}
