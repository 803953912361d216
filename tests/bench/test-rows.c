/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list over 100 000 engagements reads the rows that are looked at, and no others: test-rows
 * LARGE.copil */
#include <glib/gstdio.h>

#include "copil-query.h"
#include "copil-row-list.h"
#include "../support/scratch.h"

/* Rows on a screen. */
#define SCREEN 25u
#define N_ENGAGEMENTS 100000u

static char *large;

static const char *const row_queries[] = { "SELECT label, text FROM engagement WHERE id = ?1",
                                           NULL };
static const char *const kinds[] = { "engagement", NULL };

/* What a view does: it holds the rows on its screen. */
typedef struct
{
  GListModel *model;
  GPtrArray *held;
  guint top;
} Screen;

static void
show (Screen *screen, guint top)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  screen->top = top;
  for (guint i = top; i < MIN (top + SCREEN, g_list_model_get_n_items (screen->model)); i++)
    g_ptr_array_add (rows, g_list_model_get_item (screen->model, i));
  g_clear_pointer (&screen->held, g_ptr_array_unref);
  screen->held = rows;
}

static void
items_changed_cb (Screen *screen, guint position, guint removed, guint added)
{
  if (position < screen->top + SCREEN)
    show (screen, screen->top);
}

static void
wait_for (GListModel *model, guint n)
{
  while (g_list_model_get_n_items (model) != n)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_reads (CopilRowList *list, guint *last)
{
  guint all = copil_row_list_get_n_reads (list), since = all - *last;

  *last = all;
  return since;
}

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_open (large, COPIL_STORE_READ_ONLY, &error);
  g_autoptr (CopilRowList) list = NULL;
  Screen screen = { NULL };
  guint last = 0, n_confidential;

  g_assert_no_error (error);
  list = copil_row_list_new (store, row_queries, kinds);
  screen.model = G_LIST_MODEL (list);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), &screen);

  /* Opening: one screen, and again none when the rest of the keys comes. */
  copil_row_list_set_query (list, "SELECT 0, id FROM engagement ORDER BY id", NULL, NULL);
  wait_for (screen.model, N_ENGAGEMENTS);
  g_assert_cmpuint (count_reads (list, &last), ==, SCREEN);

  /* To the end, and to the middle. */
  show (&screen, N_ENGAGEMENTS - SCREEN);
  g_assert_cmpuint (count_reads (list, &last), ==, SCREEN);
  g_assert_cmpstr (copil_row_get (screen.held->pdata[SCREEN - 1], 1), !=, NULL);
  show (&screen, N_ENGAGEMENTS / 2);
  g_assert_cmpuint (count_reads (list, &last), ==, SCREEN);

  /* Line by line: what is held is not read again. */
  for (guint i = 1; i <= 10; i++)
    show (&screen, N_ENGAGEMENTS / 2 + i);
  g_assert_cmpuint (count_reads (list, &last), ==, 10);

  /* A filter, and none again. */
  n_confidential = (guint)copil_store_query_int (
      store, "SELECT count (*) FROM engagement WHERE confidential = 1", NULL);
  g_assert_cmpuint (n_confidential, >, 2 * SCREEN);
  screen.top = 0;
  copil_row_list_set_query (list, "SELECT 0, id FROM engagement WHERE confidential = 1 ORDER BY id",
                            NULL, NULL);
  wait_for (screen.model, n_confidential);
  g_assert_cmpuint (count_reads (list, &last), <=, 3 * SCREEN);
  copil_row_list_set_query (list, "SELECT 0, id FROM engagement ORDER BY id", NULL, NULL);
  wait_for (screen.model, N_ENGAGEMENTS);
  g_assert_cmpuint (count_reads (list, &last), <=, 3 * SCREEN);
  g_ptr_array_unref (screen.held);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = scratch_folder_new ();
  large = g_build_filename (folder, "large.copil", NULL);
  g_spawn_sync (NULL, (char *[]){ argv[1], large, NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_test_add_func ("/rows/reads", test_reads);
  status = g_test_run ();
  g_spawn_sync (NULL, (char *[]){ "rm", "-r", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, NULL);
  g_free (large);
  return status;
}
