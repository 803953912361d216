/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-list.h"

typedef struct
{
  guint level;
  CopilRuns *runs;
} Item;

struct _CopilList
{
  GObject parent_instance;
  CopilListKind kind;
  GArray *items; /* Item */
};

G_DEFINE_FINAL_TYPE (CopilList, copil_list, G_TYPE_OBJECT)

static void
item_clear (gpointer data)
{
  copil_runs_unref (((Item *)data)->runs);
}

static void
copil_list_finalize (GObject *object)
{
  g_array_unref (COPIL_LIST (object)->items);
  G_OBJECT_CLASS (copil_list_parent_class)->finalize (object);
}

static void
copil_list_class_init (CopilListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_list_finalize;
}

static void
copil_list_init (CopilList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
}

CopilList *
copil_list_new (CopilListKind kind)
{
  CopilList *list = g_object_new (COPIL_TYPE_LIST, NULL);

  list->kind = kind;
  return list;
}

CopilListKind
copil_list_get_kind (CopilList *list)
{
  return list->kind;
}

void
copil_list_add (CopilList *list, guint level, CopilRuns *runs)
{
  guint last = 0;
  Item item;

  g_return_if_fail (COPIL_IS_LIST (list));
  g_return_if_fail (runs != NULL);

  if (list->items->len > 0)
    last = g_array_index (list->items, Item, list->items->len - 1).level;
  item.level = CLAMP (level, 1, MIN (last + 1, COPIL_LIST_LEVELS));
  item.runs = runs;
  g_array_append_val (list->items, item);
}

void
copil_list_add_text (CopilList *list, guint level, const char *text)
{
  copil_list_add (list, level, copil_runs_new (text));
}

guint
copil_list_get_n_items (CopilList *list)
{
  return list->items->len;
}

CopilRuns *
copil_list_get_item (CopilList *list, guint i, guint *level)
{
  const Item *item;

  g_return_val_if_fail (i < list->items->len, NULL);

  item = &g_array_index (list->items, Item, i);
  if (level)
    *level = item->level;
  return item->runs;
}
