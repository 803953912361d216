/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-budget-sql.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-value.h"

static double
query_number (CopilQuery *query, int column)
{
  return copil_query_is_null (query, column) ? NAN : copil_query_double (query, column);
}

static void
instalment_free (gpointer data)
{
  CopilInstalment *instalment = data;

  g_free (instalment->name);
  g_free (instalment->due);
  g_free (instalment->received);
  g_free (instalment->note);
  g_free (instalment);
}

static void
line_free (gpointer data)
{
  CopilBudgetLine *line = data;

  g_free (line->label);
  g_free (line->title);
  g_free (line->funder_name);
  g_free (line->unit);
  g_free (line->formula);
  g_free (line->note);
  g_array_unref (line->by_year);
  g_ptr_array_unref (line->instalments);
  g_ptr_array_unref (line->faults);
  g_free (line);
}

static CopilBudgetLine *
read_line (CopilQuery *query)
{
  CopilBudgetLine *line = g_new0 (CopilBudgetLine, 1);

  line->id = copil_query_int (query, 0);
  line->side = copil_query_int (query, 1) ? COPIL_SIDE_RECEIPT : COPIL_SIDE_EXPENSE;
  line->label = g_strdup (copil_query_text (query, 2));
  line->title = g_strdup (copil_query_text (query, 3));
  line->funder = copil_query_int (query, 4);
  line->funder_name = g_strdup (copil_query_text (query, 5));
  line->quantity = query_number (query, 6);
  line->unit = g_strdup (copil_query_text (query, 7));
  line->unit_price = query_number (query, 8);
  line->years = (int)CLAMP (copil_query_int (query, 9), 0, 1000);
  line->typed = query_number (query, 10);
  line->note = g_strdup (copil_query_text (query, 11));
  line->confidential = copil_query_int (query, 12) == 1;
  line->computed = query_number (query, 13);
  line->planned = query_number (query, 14);
  line->actual = query_number (query, 15);
  line->by_year = g_array_new (FALSE, FALSE, sizeof (CopilBudgetYear));
  line->instalments = g_ptr_array_new_with_free_func (instalment_free);
  line->faults = g_ptr_array_new_with_free_func (g_free);
  return line;
}

static void
read_years (CopilStore *store, GHashTable *by_id)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, line, year, planned, actual FROM budget_amount ORDER BY line, year, id",
      NULL);

  while (copil_query_next (query))
    {
      gint64 owner = copil_query_int (query, 1);
      CopilBudgetLine *line = g_hash_table_lookup (by_id, &owner);
      CopilBudgetYear *year;

      if (!line)
        continue;
      year =
          copil_budget_years_get (line->by_year, (int)CLAMP (copil_query_int (query, 2), 0, 9999));
      /* Two records of a year add up, and no single one can be opened. */
      year->id = year->id == 0 && isnan (year->planned) && isnan (year->actual)
                     ? copil_query_int (query, 0)
                     : 0;
      copil_euros_add (&year->planned, query_number (query, 3));
      copil_euros_add (&year->actual, query_number (query, 4));
    }
}

static void
read_instalments (CopilStore *store, GHashTable *by_id, const char *at)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT s.id, s.line, s.name, s.due, s.planned, nullif (s.received, ''), s.actual, s.note,"
      " " COPIL_INSTALMENT_CAME_SQL " FROM instalment s ORDER BY s.due IS NULL, s.due, s.id",
      NULL);

  while (copil_query_next (query))
    {
      gint64 owner = copil_query_int (query, 1);
      CopilBudgetLine *line = g_hash_table_lookup (by_id, &owner);
      CopilInstalment *instalment;

      if (!line)
        continue;
      instalment = g_new0 (CopilInstalment, 1);
      instalment->id = copil_query_int (query, 0);
      instalment->name = g_strdup (copil_query_text (query, 2));
      instalment->due = g_strdup (copil_query_text (query, 3));
      instalment->planned = query_number (query, 4);
      instalment->received = g_strdup (copil_query_text (query, 5));
      instalment->actual = query_number (query, 6);
      instalment->note = g_strdup (copil_query_text (query, 7));
      instalment->came = copil_query_int (query, 8) != 0;
      instalment->late =
          copil_status_is_late (instalment->came ? "done" : NULL, instalment->due, at);
      g_ptr_array_add (line->instalments, instalment);
    }
}

static void
add_line (CopilBudget *budget, const CopilBudgetLine *line)
{
  CopilSide side = line->side;

  copil_euros_add (&budget->planned[side], line->planned);
  copil_euros_add (&budget->actual[side], line->actual);
  budget->unplanned[side] += isnan (line->planned);
  for (guint i = 0; i < line->by_year->len; i++)
    {
      const CopilBudgetYear *year = &g_array_index (line->by_year, CopilBudgetYear, i);
      CopilBudgetYear *sum = NULL;

      for (int s = COPIL_N_SIDES - 1; s >= 0; s--)
        {
          CopilBudgetYear *of_side = copil_budget_years_get (budget->by_year[s], year->year);

          if (s == (int)side)
            sum = of_side;
        }
      copil_euros_add (&sum->planned, year->planned);
      copil_euros_add (&sum->actual, year->actual);
    }
  for (guint i = 0; i < line->faults->len; i++)
    g_ptr_array_add (budget->faults,
                     /* Translators: a line of the budget, and what does not add up in it */
                     g_strdup_printf (C_ ("fault", "%s – %s"), line->title ? line->title : "",
                                      (char *)line->faults->pdata[i]));
}

static guint
count_hidden (CopilStore *store, CopilFigureFlags flags)
{
  return flags & COPIL_FIGURES_PUBLIC
             ? (guint)copil_store_query_int (
                   store, "SELECT count (*) FROM budget_line WHERE confidential IS 1", NULL)
             : 0;
}

/* Whether both sides make the same. Where lines are hidden nothing is said: what is missing on a
 * side would be what they come to. */
static void
check_balance (CopilBudget *budget)
{
  g_autofree char *receipts = NULL, *expenses = NULL, *difference = NULL;

  if (budget->hidden > 0)
    {
      budget->planned_balance = budget->actual_balance = NAN;
      return;
    }
  for (int side = 0; side < COPIL_N_SIDES; side++)
    if (budget->unplanned[side] > 0)
      g_ptr_array_add (budget->faults,
                       g_strdup_printf (side == COPIL_SIDE_RECEIPT
                                            ? ngettext ("%u receipt has no planned amount.",
                                                        "%u receipts have no planned amount.",
                                                        budget->unplanned[side])
                                            : ngettext ("%u expense has no planned amount.",
                                                        "%u expenses have no planned amount.",
                                                        budget->unplanned[side]),
                                        budget->unplanned[side]));
  if (isnan (budget->planned_balance) ||
      copil_euros_equal (budget->planned[COPIL_SIDE_RECEIPT], budget->planned[COPIL_SIDE_EXPENSE]))
    return;
  receipts = copil_euros_format (budget->planned[COPIL_SIDE_RECEIPT]);
  expenses = copil_euros_format (budget->planned[COPIL_SIDE_EXPENSE]);
  difference = copil_euros_format (fabs (budget->planned_balance));
  g_ptr_array_insert (
      budget->faults, 0,
      g_strdup_printf (budget->planned_balance < 0
                           ? _ ("The budget does not balance: %s of receipts for %s of expenses, "
                                "%s short.")
                           : _ ("The budget does not balance: %s of receipts for %s of expenses, "
                                "%s too much."),
                       receipts, expenses, difference));
}

CopilBudget *
copil_budget_read (CopilStore *store, CopilFigureFlags flags, const char *at)
{
  CopilBudget *budget = g_new0 (CopilBudget, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT r.id, r.side = 'receipt', r.label, r.title, r.funder,"
      " coalesce (p.short_name, p.name, r.funder_name), r.quantity, r.unit, r.unit_price, r.years,"
      " r.planned, r.note, r.confidential, " COPIL_BUDGET_COMPUTED_SQL ", " COPIL_BUDGET_PLANNED_SQL
      ", " COPIL_BUDGET_ACTUAL_SQL " FROM budget_line r LEFT JOIN party p ON p.id = r.funder"
      " WHERE NOT (?1 AND r.confidential IS 1) ORDER BY r.side IS NOT 'receipt', r.position, r.id",
      "i", (gint64)(flags & COPIL_FIGURES_PUBLIC));

  budget->lines = g_ptr_array_new_with_free_func (line_free);
  budget->faults = g_ptr_array_new_with_free_func (g_free);
  budget->hidden = count_hidden (store, flags);
  for (int side = 0; side < COPIL_N_SIDES; side++)
    {
      budget->planned[side] = budget->actual[side] = NAN;
      budget->by_year[side] = g_array_new (FALSE, FALSE, sizeof (CopilBudgetYear));
    }
  while (copil_query_next (query))
    {
      CopilBudgetLine *line = read_line (query);

      g_ptr_array_add (budget->lines, line);
      g_hash_table_insert (by_id, &line->id, line);
    }
  read_years (store, by_id);
  read_instalments (store, by_id, at ? at : copil_today ());
  for (guint i = 0; i < budget->lines->len; i++)
    {
      copil_budget_line_settle (budget->lines->pdata[i]);
      add_line (budget, budget->lines->pdata[i]);
    }
  budget->planned_balance =
      budget->planned[COPIL_SIDE_RECEIPT] - budget->planned[COPIL_SIDE_EXPENSE];
  budget->actual_balance = budget->actual[COPIL_SIDE_RECEIPT] - budget->actual[COPIL_SIDE_EXPENSE];
  check_balance (budget);
  return budget;
}

void
copil_budget_free (CopilBudget *budget)
{
  g_ptr_array_unref (budget->lines);
  g_ptr_array_unref (budget->faults);
  for (int side = 0; side < COPIL_N_SIDES; side++)
    g_array_unref (budget->by_year[side]);
  g_free (budget);
}

gboolean
copil_budget_set_amount (CopilStore *store, gint64 line, const char *year, const char *field,
                         const char *value, GError **error)
{
  const CopilKind *amount = copil_kind_get ("budget_amount");
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, line);
  gint64 id =
      copil_store_query_int (store, "SELECT id FROM budget_amount WHERE line = ?1 AND year = ?2",
                             "ii", line, g_ascii_strtoll (year, NULL, 10));

  if (id)
    return copil_store_edit (store, amount, id, field, value, error);
  return copil_store_add (store, amount, error, "line", of, "year", year, field, value, NULL) != 0;
}

const char *
copil_side_get_label (CopilSide side)
{
  return side == COPIL_SIDE_RECEIPT ? _ ("Receipts") : _ ("Expenses");
}
