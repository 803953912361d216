/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-fiche.h"

#include "copil-charge-sql.h"
#include "copil-query.h"

const char copil_view_fiche_row[] = "SELECT f.label, f.title, a.label, a.title, " COPIL_CHARGE_SQL (
    "fiche",
    "f") ","
         " CASE WHEN copil_late (f.status, f.due) THEN 'late' ELSE f.status END,"
         " (SELECT count(*) FROM step s WHERE s.fiche = f.id AND copil_late (s.status, s.due)),"
         " (SELECT count(*) FROM step s WHERE s.fiche = f.id AND s.status = 'done'),"
         " (SELECT count(*) FROM step s WHERE s.fiche = f.id AND s.status IS NOT 'abandoned'),"
         " f.due, f.confidential FROM fiche f LEFT JOIN axis a ON a.id = f.axis"
         " WHERE f.id = ?1";

const char copil_view_fiche_by_title[] =
    "copil_fold (coalesce (r.label, '') || ' ' || coalesce (r.title, ''))";
const char copil_view_fiche_by_axis[] = "(SELECT a.position FROM axis a WHERE a.id = r.axis)";
const char copil_view_fiche_by_lead[] =
    "copil_fold (coalesce ((SELECT name FROM person WHERE id = r.lead), " COPIL_CHARGE_SQL (
        "fiche", "r") "))";
const char copil_view_fiche_by_status[] =
    "CASE WHEN copil_late (r.status, r.due) THEN 0 WHEN r.status = 'in_progress' THEN 1"
    " WHEN r.status = 'done' THEN 3 WHEN r.status = 'abandoned' THEN 4 ELSE 2 END";
const char copil_view_fiche_by_steps[] =
    "(SELECT avg (s.status = 'done') FROM step s WHERE s.fiche = r.id AND s.status IS NOT "
    "'abandoned')";
const char copil_view_fiche_by_due[] = "r.due";
const char copil_view_fiche_searched[] =
    "coalesce (r.label, '') || ' ' || coalesce (r.title, '') || ' ' || "
    "coalesce (r.summary, '') || ' ' || coalesce (r.partners, '') || ' ' || "
    "coalesce (r.territory, '')";
const char copil_view_fiche_late[] =
    "copil_late (r.status, r.due) OR EXISTS (SELECT 1 FROM step s WHERE s.fiche = r.id AND "
    "copil_late (s.status, s.due))";
const char copil_view_fiche_planned[] = "r.status IS NULL OR r.status = 'planned'";
const char copil_view_fiche_in_progress[] = "r.status = 'in_progress'";
const char copil_view_fiche_done[] = "r.status = 'done'";
const char copil_view_fiche_abandoned[] = "r.status = 'abandoned'";
const char copil_view_fiche_of_axis[] = "r.axis = %s";
const char copil_view_fiche_of_party[] =
    "EXISTS (SELECT 1 FROM fiche_party f WHERE f.fiche = r.id AND f.party = %s)";

const char copil_view_decisions_of_fiche[] =
    "SELECT d.id, d.text, coalesce (d.status, 'planned'), copil_late (d.status, d.due)"
    " FROM decision d JOIN meeting m ON m.id = d.meeting WHERE d.fiche = ?1"
    " ORDER BY m.date DESC, d.position, d.id";

GArray *
copil_view_list_fiches (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id FROM fiche ORDER BY position, id", NULL);
  GArray *fiches = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_array_append_val (fiches, id);
    }
  return fiches;
}

gboolean
copil_view_fiche_is_of_axis (CopilStore *store, gint64 fiche, gint64 axis)
{
  return copil_store_query_int (store,
                                "SELECT 1 FROM fiche f WHERE f.id = ?1 AND (f.axis = ?2 OR"
                                " f.axis IS NULL AND EXISTS (SELECT 1 FROM fiche_measure l JOIN"
                                " measure m ON m.id = l.measure WHERE l.fiche = f.id"
                                " AND m.axis = ?2))",
                                "ii", fiche, axis) != 0;
}

static void
fiche_review_free (gpointer data)
{
  CopilViewFicheReview *review = data;

  g_free (review->done);
  g_free (review->obstacles);
  g_free (review->next);
  g_free (review);
}

GPtrArray *
copil_view_list_fiche_reviews (CopilStore *store, gint64 fiche, int year)
{
  GPtrArray *reviews = g_ptr_array_new_with_free_func (fiche_review_free);
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT year, nullif (done, ''), nullif (obstacles, ''), nullif (next, '')"
                         " FROM fiche_review WHERE fiche = ?1 AND (?2 = 0 OR year = ?2)"
                         " ORDER BY year, id",
                         "ii", fiche, (gint64)year);

  while (copil_query_next (query))
    {
      CopilViewFicheReview *review = g_new0 (CopilViewFicheReview, 1);

      review->year = (int)copil_query_int (query, 0);
      review->done = g_strdup (copil_query_text (query, 1));
      review->obstacles = g_strdup (copil_query_text (query, 2));
      review->next = g_strdup (copil_query_text (query, 3));
      g_ptr_array_add (reviews, review);
    }
  return reviews;
}

int
copil_view_count_late_days (CopilStore *store, gint64 step)
{
  return (int)copil_store_query_int (
      store,
      "SELECT CASE WHEN copil_late (status, due)"
      " THEN julianday (copil_today ()) - julianday (due) END FROM step WHERE id = ?1",
      "i", step);
}
