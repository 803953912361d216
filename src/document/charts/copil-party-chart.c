/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-store-charts.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"
#include "copil-matrix.h"
#include "copil-query.h"
#include "copil-state-sql.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-words.h"

static gint64 *
key_of (gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  return key;
}

/* The rows or the columns: id → place. */
static GHashTable *
add_parties (CopilStore *store, CopilMatrix *matrix)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, coalesce (nullif (short_name, ''), name) FROM party ORDER BY position, id",
      NULL);

  while (copil_query_next (query))
    g_hash_table_insert (
        places, key_of (copil_query_int (query, 0)),
        GUINT_TO_POINTER (copil_matrix_add_row (matrix, copil_query_text (query, 1), NULL)));
  return places;
}

static GHashTable *
add_axes (CopilStore *store, CopilMatrix *matrix)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) axes = copil_view_list_axes (store);

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *axis = axes->pdata[i];
      g_autofree char *label = copil_words_axis (axis->label);

      g_hash_table_insert (places, key_of (axis->id),
                           GUINT_TO_POINTER (copil_matrix_add_column (matrix, label, axis->title)));
    }
  return places;
}

CopilChart *
copil_party_chart_new (CopilStore *store, CopilAudience audience, const char *today)
{
  CopilMatrix *matrix = COPIL_MATRIX (copil_matrix_new (_ ("Engagements by signatory and axis")));
  g_autoptr (GHashTable) rows = add_parties (store, matrix);
  g_autoptr (GHashTable) columns = add_axes (store, matrix);
  g_autofree char *sql = g_strconcat (
      "SELECT party, axis, count (*), sum (state = 'late') FROM (SELECT p.party AS party,"
      " e.axis AS axis, " COPIL_STATE_SQL ("e") " AS state FROM engagement_party p"
                                                " JOIN engagement e ON e.id = p.engagement WHERE 1",
      COPIL_AUDIENCE_SQL (audience, "e"), ") GROUP BY party, axis", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, sql, "t", today ? today : copil_today ());

  /* An engagement of three signatories counts three times. */
  copil_matrix_set_words (matrix, copil_kind_get_label (copil_kind_get ("party")),
                          _ ("Participations"), COPIL_CHART_ROLE_LATE, NULL);
  while (copil_query_next (query))
    {
      gint64 party = copil_query_int (query, 0), axis = copil_query_int (query, 1);
      g_autofree char *key =
          g_strdup_printf ("party=%" G_GINT64_FORMAT "&axis=%" G_GINT64_FORMAT, party, axis);
      gpointer row, column;

      if (g_hash_table_lookup_extended (rows, &party, NULL, &row) &&
          g_hash_table_lookup_extended (columns, &axis, NULL, &column))
        copil_matrix_set_cell (matrix, GPOINTER_TO_UINT (row), GPOINTER_TO_UINT (column),
                               (guint)copil_query_int (query, 2), (guint)copil_query_int (query, 3),
                               NULL, key);
    }
  return COPIL_CHART (matrix);
}
