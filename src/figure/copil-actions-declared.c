/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declared totals beside what the rows make, and rows that contradict themselves. */
#include "copil-actions-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-value.h"

static void
fault_free (gpointer data)
{
  CopilActionFault *fault = data;

  g_free (fault->title);
  g_free (fault->sentence);
  g_free (fault);
}

static int
compare_declared_cb (gconstpointer a, gconstpointer b)
{
  const CopilDeclared *first = *(const CopilDeclared *const *)a;
  const CopilDeclared *second = *(const CopilDeclared *const *)b;
  int order = g_strcmp0 (first->start, second->start);

  return order ? order : (first->theme != 0) - (second->theme != 0);
}

/* Whether the row is one of those that a declaration stands for. */
static gboolean
is_part_of (const CopilAction *row, const CopilAction *declared)
{
  const char *date = row->start ? row->start : row->finish;

  if (row->declared || (declared->theme && row->theme != declared->theme) ||
      (declared->academie && g_strcmp0 (row->academie, declared->academie) != 0))
    return FALSE;
  if (!declared->start && !declared->finish)
    return TRUE;
  return date && (!declared->start || strcmp (date, declared->start) >= 0) &&
         (!declared->finish || strcmp (date, declared->finish) <= 0);
}

static char *
compare_total (CopilCount count, gint64 said, const CopilTotal *rows)
{
  g_autofree char *said_text = copil_number_format ((double)said);
  g_autofree char *rows_text = copil_number_format ((double)rows->value);
  g_autofree char *difference =
      copil_number_format ((double)(said > rows->value ? said - rows->value : rows->value - said));

  if (rows->n_known == 0)
    return g_strdup_printf (_ ("%s declared; no row tells it."), said_text);
  if (rows->value > said)
    return g_strdup_printf (_ ("The rows make %s for %s declared: %s too many."), rows_text,
                            said_text, difference);
  if (count == COPIL_COUNT_ACADEMIES && rows->minimum)
    return g_strdup_printf (_ ("%s declared; the rows tell of at least %s, which cannot be added "
                               "up."),
                            said_text, rows_text);
  if (rows->n_missing > 0)
    return g_strdup_printf (
        ngettext ("The rows make %s at least for %s declared: %u row does not tell it.",
                  "The rows make %s at least for %s declared: %u rows do not tell it.",
                  rows->n_missing),
        rows_text, said_text, rows->n_missing);
  if (rows->value == said)
    return g_strdup_printf (_ ("The rows make the %s declared."), said_text);
  return g_strdup_printf (_ ("The rows make %s for %s declared: %s short."), rows_text, said_text,
                          difference);
}

static CopilDeclared *
declared_new (const CopilAction *action, GPtrArray *actions)
{
  static const CopilCount wholes[] = { COPIL_COUNT_YOUNG, COPIL_COUNT_STAFF };
  CopilDeclared *declared = g_new0 (CopilDeclared, 1);
  CopilSums sums = { 0 };

  declared->id = action->id;
  declared->title = g_strdup (action->title);
  declared->start = g_strdup (action->start);
  declared->finish = g_strdup (action->finish);
  declared->theme = action->theme;
  declared->academie = g_strdup (action->academie);
  declared->estimated = action->estimated;
  declared->note = g_strdup (action->note);
  declared->faults = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < actions->len; i++)
    if (is_part_of (actions->pdata[i], action))
      copil_sums_add (&sums, actions->pdata[i]);
  for (CopilCount count = 0; count < COPIL_N_COUNTS; count++)
    {
      declared->declared[count] = copil_action_get_count (action, count);
      declared->rows[count] = sums.totals[count];
      if (declared->declared[count] < 0)
        continue;
      declared->sentences[count] =
          compare_total (count, declared->declared[count], &declared->rows[count]);
      declared->agrees[count] = sums.totals[count].n_known > 0 && !sums.totals[count].minimum &&
                                sums.totals[count].value == declared->declared[count];
    }
  copil_sums_clear (&sums);
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      char *sentence = copil_action_check_parts (action->counts, wholes[i]);

      if (sentence)
        g_ptr_array_add (declared->faults, sentence);
    }
  return declared;
}

GPtrArray *
copil_actions_list_declared (CopilStore *store, const CopilActionsFilter *filter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_declared_free);
  g_autoptr (GPtrArray) wanted = copil_actions_load (store, filter), all = NULL;
  CopilActionsFilter everything = { .flags = filter ? filter->flags : COPIL_FIGURES_ALL };

  all = copil_actions_load (store, &everything);
  for (guint i = 0; i < wanted->len; i++)
    {
      const CopilAction *action = wanted->pdata[i];

      if (action->declared)
        g_ptr_array_add (list, declared_new (action, all));
    }
  g_ptr_array_sort (list, compare_declared_cb);
  return list;
}

void
copil_declared_free (CopilDeclared *declared)
{
  g_free (declared->title);
  g_free (declared->start);
  g_free (declared->finish);
  g_free (declared->academie);
  g_free (declared->note);
  for (int i = 0; i < COPIL_N_COUNTS; i++)
    g_free (declared->sentences[i]);
  g_ptr_array_unref (declared->faults);
  g_free (declared);
}

GPtrArray *
copil_actions_list_faults (CopilStore *store, const CopilActionsFilter *filter)
{
  static const CopilCount wholes[] = { COPIL_COUNT_YOUNG, COPIL_COUNT_STAFF };
  GPtrArray *faults = g_ptr_array_new_with_free_func (fault_free);
  g_autoptr (GPtrArray) actions = copil_actions_load (store, filter);

  for (guint i = 0; i < actions->len; i++)
    for (guint w = 0; w < G_N_ELEMENTS (wholes); w++)
      {
        const CopilAction *action = actions->pdata[i];
        g_autofree char *sentence = copil_action_check_parts (action->counts, wholes[w]);
        CopilActionFault *fault;

        if (!sentence)
          continue;
        fault = g_new0 (CopilActionFault, 1);
        fault->id = action->id;
        fault->title = g_strdup (action->title ? action->title : action->theme_name);
        fault->sentence = g_steal_pointer (&sentence);
        g_ptr_array_add (faults, fault);
      }
  return faults;
}

static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

GArray *
copil_actions_list_years (CopilStore *store, CopilFigureFlags flags)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  CopilActionsFilter everything = { .flags = flags };
  g_autoptr (GPtrArray) actions = copil_actions_load (store, &everything);

  for (guint i = 0; i < actions->len; i++)
    {
      int year = ((CopilAction *)actions->pdata[i])->year;
      gboolean known = year == 0;

      for (guint y = 0; y < years->len && !known; y++)
        known = g_array_index (years, int, y) == year;
      if (!known)
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years_cb);
  return years;
}
