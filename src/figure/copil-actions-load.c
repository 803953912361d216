/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of actions, and how they add up. */
#include "copil-actions-private.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-value.h"

static const struct
{
  const char *field, *label;
} counts[COPIL_N_COUNTS] = {
  [COPIL_COUNT_ACTIONS] = { "number", N_ ("Actions") },
  [COPIL_COUNT_ACADEMIES] = { "academies", N_ ("Académies") },
  [COPIL_COUNT_SCHOOLS] = { "schools", N_ ("Schools") },
  [COPIL_COUNT_YOUNG] = { "young", N_ ("Young people") },
  [COPIL_COUNT_GIRLS] = { "girls", N_ ("Girls") },
  [COPIL_COUNT_BOYS] = { "boys", N_ ("Boys") },
  [COPIL_COUNT_STAFF] = { "staff", N_ ("Teachers and staff") },
  [COPIL_COUNT_WOMEN] = { "women", N_ ("Women") },
  [COPIL_COUNT_MEN] = { "men", N_ ("Men") },
  [COPIL_COUNT_COMPANIES] = { "companies", N_ ("Companies") },
  [COPIL_COUNT_ORGANISATIONS] = { "organisations", N_ ("Professional organisations") },
};

static void
action_free (gpointer data)
{
  CopilAction *action = data;

  g_free (action->title);
  g_free (action->theme_name);
  g_free (action->academie);
  g_free (action->start);
  g_free (action->finish);
  g_free (action->note);
  g_free (action);
}

static char *
theme_name (const char *label, const char *title)
{
  if (label && *label && title && *title)
    return g_strdup_printf ("%s · %s", label, title);
  return g_strdup (title && *title ? title : label && *label ? label : NULL);
}

static char *
dup_filled (const char *text)
{
  return text && *text ? g_strdup (text) : NULL;
}

static int
year_of (const char *date)
{
  return date && copil_date_is_valid (date) ? (int)g_ascii_strtoll (date, NULL, 10) : 0;
}

const char *
copil_count_get_field (CopilCount count)
{
  return counts[count].field;
}

const char *
copil_count_get_label (CopilCount count)
{
  return _ (counts[count].label);
}

GPtrArray *
copil_actions_load (CopilStore *store, const CopilActionsFilter *filter)
{
  static const CopilActionsFilter everything = { 0 };
  const CopilActionsFilter *only = filter ? filter : &everything;
  GPtrArray *actions = g_ptr_array_new_with_free_func (action_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT a.id, a.title, a.theme, t.label, t.title, a.academie, a.start, a.finish, a.declared,"
      " a.state = 'estimated', a.note, a.number, a.academies, a.schools, a.young, a.girls, a.boys,"
      " a.staff, a.women, a.men, a.companies, a.organisations FROM action a"
      " LEFT JOIN theme t ON t.id = a.theme LEFT JOIN fiche f ON f.id = a.fiche"
      " WHERE (?1 = 0 OR a.theme = ?1) AND (?2 IS NULL OR a.academie = ?2)"
      " AND (?4 = 0 OR a.fiche = ?4)"
      " AND NOT (?3 AND (a.confidential IS 1 OR f.confidential IS 1))"
      " ORDER BY t.position, t.id, a.start, a.position, a.id",
      "itii", only->theme, only->academie, (gint64)(only->flags & COPIL_FIGURES_PUBLIC),
      only->fiche);

  while (copil_query_next (query))
    {
      CopilAction *action;
      const char *start = copil_query_text (query, 6), *finish;
      int year = year_of (start);

      finish = copil_query_text (query, 7);
      year = year ? year : year_of (finish);
      if (only->year && year != only->year)
        continue;
      action = g_new0 (CopilAction, 1);
      action->id = copil_query_int (query, 0);
      action->title = dup_filled (copil_query_text (query, 1));
      action->theme = copil_query_int (query, 2);
      action->theme_name = theme_name (copil_query_text (query, 3), copil_query_text (query, 4));
      action->academie = dup_filled (copil_query_text (query, 5));
      action->start = dup_filled (start);
      action->finish = dup_filled (finish);
      action->year = year;
      action->declared = copil_query_int (query, 8) == 1;
      action->estimated = copil_query_int (query, 9) == 1;
      action->note = dup_filled (copil_query_text (query, 10));
      for (int i = 0; i < COPIL_N_COUNTS; i++)
        action->counts[i] =
            copil_query_is_null (query, 11 + i) ? -1 : MAX (copil_query_int (query, 11 + i), 0);
      g_ptr_array_add (actions, action);
    }
  return actions;
}

gint64
copil_action_get_count (const CopilAction *action, CopilCount count)
{
  const gint64 *of = action->counts;

  if (of[count] >= 0)
    return of[count];
  if (count == COPIL_COUNT_ACTIONS && !action->declared)
    return 1;
  if (count == COPIL_COUNT_YOUNG && of[COPIL_COUNT_GIRLS] >= 0 && of[COPIL_COUNT_BOYS] >= 0)
    return of[COPIL_COUNT_GIRLS] + of[COPIL_COUNT_BOYS];
  if (count == COPIL_COUNT_STAFF && of[COPIL_COUNT_WOMEN] >= 0 && of[COPIL_COUNT_MEN] >= 0)
    return of[COPIL_COUNT_WOMEN] + of[COPIL_COUNT_MEN];
  if (count == COPIL_COUNT_ACADEMIES && action->academie && !action->declared)
    return 1;
  return -1;
}

char *
copil_action_check_parts (const gint64 *of, CopilCount whole)
{
  gint64 first = of[whole + 1], second = of[whole + 2], parts;
  g_autofree char *first_text = NULL, *second_text = NULL, *sum_text = NULL, *whole_text = NULL;

  if (of[whole] < 0 || (first < 0 && second < 0))
    return NULL;
  parts = MAX (first, 0) + MAX (second, 0);
  /* One part alone says something where it is more than the whole. */
  if (parts == of[whole] || ((first < 0 || second < 0) && parts < of[whole]))
    return NULL;
  first_text = copil_number_format ((double)MAX (first, 0));
  second_text = copil_number_format ((double)MAX (second, 0));
  sum_text = copil_number_format ((double)parts);
  whole_text = copil_number_format ((double)of[whole]);
  return g_strdup_printf (whole == COPIL_COUNT_YOUNG
                              ? _ ("%s girls and %s boys make %s, not %s young people.")
                              : _ ("%s women and %s men make %s, not %s teachers and staff."),
                          first_text, second_text, sum_text, whole_text);
}

void
copil_sums_add (CopilSums *sums, const CopilAction *action)
{
  for (CopilCount count = 0; count < COPIL_N_COUNTS; count++)
    {
      CopilTotal *total = &sums->totals[count];
      gint64 value = copil_action_get_count (action, count);

      if (value < 0)
        {
          total->n_missing++;
          total->minimum = total->n_known > 0;
          continue;
        }
      total->n_known++;
      total->estimated = total->estimated || action->estimated;
      if (count != COPIL_COUNT_ACADEMIES)
        total->value += value;
      else
        {
          if (action->academie && !sums->academies)
            sums->academies = g_hash_table_new (g_str_hash, g_str_equal);
          if (action->academie)
            g_hash_table_add (sums->academies, action->academie);
          else
            sums->n_numbers++;
          total->value = MAX (total->value, value);
          if (sums->academies)
            total->value = MAX (total->value, (gint64)g_hash_table_size (sums->academies));
        }
      total->minimum = total->n_missing > 0;
      if (count == COPIL_COUNT_ACADEMIES && sums->n_numbers > 0 && total->n_known > 1)
        total->minimum = TRUE;
    }
}

void
copil_sums_clear (CopilSums *sums)
{
  g_clear_pointer (&sums->academies, g_hash_table_unref);
}

char *
copil_total_format (const CopilTotal *total)
{
  g_autofree char *number = NULL, *text = NULL;

  if (total->n_known == 0)
    return g_strdup ("–");
  number = copil_number_format ((double)total->value);
  text = total->minimum ? g_strdup_printf (_ ("at least %s"), number) : g_steal_pointer (&number);
  return total->estimated ? g_strdup_printf (_ ("%s (estimated)"), text) : g_steal_pointer (&text);
}
