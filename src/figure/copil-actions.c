/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of totals. */
#include "copil-actions-private.h"

#include "copil-fold.h"

static void
key_free (gpointer data)
{
  CopilActionsKey *key = data;

  g_free (key->name);
  g_free (key);
}

/* The place of an action's key among the keys, put there where it is new. */
static guint
find_key (GPtrArray *keys, CopilActionsBy by, const CopilAction *action)
{
  gint64 id = by == COPIL_BY_THEME ? action->theme : by == COPIL_BY_YEAR ? action->year : 0;
  const char *name = by == COPIL_BY_THEME      ? action->theme_name
                     : by == COPIL_BY_ACADEMIE ? action->academie
                                               : NULL;
  CopilActionsKey *key;

  for (guint i = 0; i < keys->len; i++)
    {
      key = keys->pdata[i];
      if (by == COPIL_BY_ACADEMIE ? g_strcmp0 (key->name, name) == 0 : key->id == id)
        return i;
    }
  key = g_new0 (CopilActionsKey, 1);
  key->id = id;
  key->name = by == COPIL_BY_YEAR && id > 0 ? g_strdup_printf ("%d", (int)id) : g_strdup (name);
  g_ptr_array_add (keys, key);
  return keys->len - 1;
}

static int
compare_keys_cb (gconstpointer a, gconstpointer b, gpointer by)
{
  const CopilActionsKey *first = *(const CopilActionsKey *const *)a;
  const CopilActionsKey *second = *(const CopilActionsKey *const *)b;

  if (!first->name || !second->name)
    return !first->name - !second->name;
  switch ((CopilActionsBy)GPOINTER_TO_INT (by))
    {
    case COPIL_BY_ACADEMIE:
      return copil_collate (first->name, second->name);
    case COPIL_BY_YEAR:
      return (first->id > second->id) - (first->id < second->id);
    case COPIL_BY_NOTHING:
    case COPIL_BY_THEME:
    default:
      return 0; /* themes were read in their order */
    }
}

/* All keys there are, in their order. */
static GPtrArray *
list_keys (GPtrArray *actions, CopilActionsBy by)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (key_free);

  for (guint i = 0; i < actions->len; i++)
    {
      const CopilAction *action = actions->pdata[i];

      if (!action->declared)
        find_key (keys, by, action);
    }
  g_ptr_array_sort_with_data (keys, compare_keys_cb, GINT_TO_POINTER ((int)by));
  return keys;
}

CopilActionsTable *
copil_actions_read (CopilStore *store, CopilActionsBy rows, CopilActionsBy columns,
                    const CopilActionsFilter *filter)
{
  CopilActionsTable *table = g_new0 (CopilActionsTable, 1);
  g_autoptr (GPtrArray) actions = copil_actions_load (store, filter);
  g_autofree CopilSums *sums = NULL;
  gsize width, n;

  table->rows = list_keys (actions, rows);
  table->columns = list_keys (actions, columns);
  /* The last row and the last column are those of the totals. */
  width = table->columns->len + 1;
  n = (table->rows->len + 1) * width;
  sums = g_new0 (CopilSums, n);
  for (guint i = 0; i < actions->len; i++)
    {
      const CopilAction *action = actions->pdata[i];
      gsize row, column;

      if (action->declared)
        continue;
      row = find_key (table->rows, rows, action);
      column = find_key (table->columns, columns, action);
      copil_sums_add (&sums[row * width + column], action);
      copil_sums_add (&sums[row * width + width - 1], action);
      copil_sums_add (&sums[table->rows->len * width + column], action);
      copil_sums_add (&sums[n - 1], action);
    }
  table->cells = g_new0 (CopilTotal, n * COPIL_N_COUNTS);
  for (gsize i = 0; i < n; i++)
    {
      for (int count = 0; count < COPIL_N_COUNTS; count++)
        table->cells[i * COPIL_N_COUNTS + (gsize)count] = sums[i].totals[count];
      copil_sums_clear (&sums[i]);
    }
  return table;
}

const CopilTotal *
copil_actions_table_get (const CopilActionsTable *table, int row, int column, CopilCount count)
{
  gsize width = table->columns->len + 1, at;

  g_return_val_if_fail (row < (int)table->rows->len && column < (int)table->columns->len, NULL);
  at = (row < 0 ? table->rows->len : (gsize)row) * width + (column < 0 ? width - 1 : (gsize)column);
  return &table->cells[at * COPIL_N_COUNTS + (gsize)count];
}

void
copil_actions_table_free (CopilActionsTable *table)
{
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->columns);
  g_free (table->cells);
  g_free (table);
}
