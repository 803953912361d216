/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* Amounts are euros; one that is not known is NAN, never zero. */

typedef enum
{
  COPIL_SIDE_RECEIPT,
  COPIL_SIDE_EXPENSE,
  COPIL_N_SIDES
} CopilSide;

/* CopilBudgetYear: a line, or a side, in one year. */
typedef struct
{
  gint64 id; /* the budget_amount; 0 where no single record says it */
  int year;
  double planned;
  double actual;
} CopilBudgetYear;

/* CopilInstalment: one payment of a line. */
typedef struct
{
  gint64 id;
  char *name;
  char *due; /* may be NULL */
  double planned;
  char *received; /* the day; may be NULL */
  double actual;
  gboolean came; /* its day or its amount is known */
  gboolean late; /* due before the day, and has not come */
  char *note;
} CopilInstalment;

/* CopilBudgetLine: a line with what follows from it. */
typedef struct
{
  gint64 id;
  CopilSide side;
  char *label; /* may be NULL */
  char *title;
  gint64 funder;     /* the party, 0 for none */
  char *funder_name; /* its short name, or the other funder's; may be NULL */
  double quantity, unit_price;
  char *unit;
  int years;       /* 0 where it is not said */
  double typed;    /* as entered */
  double computed; /* quantity × unit price × years (1 where no years are said); NAN where one is
                      missing */
  char *formula;   /* "48 × 4 × 33 000 € = 6 336 000 €"; NULL without a computed amount */
  double planned;  /* typed, else computed, else the sum of its years, else of its instalments */
  double actual;   /* the sum of its years' actual amounts, else of the instalments that came */
  GArray *by_year; /* of CopilBudgetYear, rising */
  GPtrArray *instalments; /* of CopilInstalment, by due day */
  GPtrArray *faults;      /* sentences: what was typed and what is computed differ, the years or the
                             instalments do not make the line */
  char *note;
  gboolean confidential;
} CopilBudgetLine;

/* CopilBudget: all of it. */
typedef struct
{
  GPtrArray *lines;              /* of CopilBudgetLine: receipts, then expenses, in their order */
  guint hidden;                  /* lines that are left out as confidential */
  double planned[COPIL_N_SIDES]; /* NAN where no line of the side is known */
  double actual[COPIL_N_SIDES];
  guint unplanned[COPIL_N_SIDES]; /* lines without a planned amount: the total is a minimum */
  double planned_balance;         /* receipts − expenses, NAN where one is not known, or lines are
                                     hidden: their amounts would follow from it */
  double actual_balance;
  GArray *by_year[COPIL_N_SIDES]; /* of CopilBudgetYear, rising: the same years on both sides */
  GPtrArray *faults; /* sentences: sides that do not balance, what its lines' faults say with the
                        name of the line, instalments late */
} CopilBudget;

/* Reads it at a date (NULL: today). Never NULL; without lines where there is no budget. */
CopilBudget *copil_budget_read (CopilStore *store, CopilFigureFlags flags, const char *at);
void copil_budget_free (CopilBudget *budget);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilBudget, copil_budget_free)

/* Sets the amount of a line in a year, canonical or NULL: "field" is "planned" or "actual" of the
 * record of that year (kind budget_amount), which is added where there is none. One transaction,
 * with a name. */
gboolean copil_budget_set_amount (CopilStore *store, gint64 line, const char *year,
                                  const char *field, const char *value, GError **error);

/* The label in the user's language, in the plural. */
const char *copil_side_get_label (CopilSide side);

/* "7 760 000 €", with two decimals where there are cents; "–" for NAN. */
char *copil_euros_format (double euros);

G_END_DECLS
