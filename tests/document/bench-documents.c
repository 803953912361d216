/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts, deadlines and tables cost with 100 000 engagements: prints milliseconds. */
#include <glib/gstdio.h>

#include "copil-deadline-store.h"
#include "copil-kind-book.h"
#include "copil-minutes.h"
#include "copil-ods.h"
#include "copil-query.h"
#include "copil-store-charts.h"
#include "../support/scratch.h"

#define TODAY "2024-03-15"

static const char script[] =
    "INSERT INTO convention (id, title, signed, duration_months, renewal) VALUES (1, 'Many',"
    " '2022-01-01', 36, 'none');"
    "INSERT INTO party (id, name, position) VALUES (1, 'One', 1.0), (2, 'Two', 2.0),"
    " (3, 'Three', 3.0);"
    "INSERT INTO meeting (id, date) VALUES (1, '2024-01-31');"
    "INSERT INTO axis (id, label, title, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
    " SELECT i + 1 FROM n WHERE i < 10) SELECT i, i, 'Axis ' || i, i * 1.0 FROM n;"
    "INSERT INTO measure (id, axis, label, title, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION"
    " ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i, 1 + i % 10, i, 'Measure ' || i, i * 1.0 FROM"
    " n;"
    "INSERT INTO engagement (id, axis, measure, label, text, status, due, confidential, position)"
    " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i,"
    " 1 + i % 10, 1 + (i % 200 / 10) * 10 + (i % 10 + 9) % 10, i % 200, 'Engagement number ' || i "
    "||"
    " ', with about as many words as the sentences of a real convention have on the average',"
    " CASE i % 4 WHEN 0 THEN 'done' WHEN 1 THEN 'in_progress' ELSE 'planned' END,"
    " printf ('202%d-%02d-%02d', 2 + i % 4, 1 + i % 12, 1 + i % 28), i % 50 = 0, i * 1.0 FROM n;"
    "INSERT INTO engagement_party (engagement, party) SELECT id, 1 + id % 3 FROM engagement;"
    "INSERT INTO engagement_party (engagement, party) SELECT id, 1 + (id + 1) % 3 FROM engagement;";

static void
tell (const char *what, gint64 *since)
{
  gint64 now = g_get_monotonic_time ();

  g_print ("%-28s %7.1f ms\n", what, (double)(now - *since) / 1000.);
  *since = g_get_monotonic_time ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "many.copil", NULL);
  g_autofree char *ods = g_build_filename (folder, "many.ods", NULL);
  g_autoptr (CopilStore) store = copil_store_create_from_script (path, script, &error);
  gint64 since = g_get_monotonic_time ();

  if (!store)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  copil_store_query_int (store, "SELECT sum (length (text)) FROM engagement", NULL);
  tell ("reading every row once", &since);
  for (int audience = COPIL_AUDIENCE_MEMBERS; audience <= COPIL_AUDIENCE_PUBLIC; audience++)
    {
      g_autoptr (CopilChart) status = NULL;
      g_autoptr (CopilChart) axis = NULL;
      g_autoptr (CopilChart) parties = NULL;
      g_autoptr (CopilChart) timeline = NULL;

      status = copil_status_chart_new (store, (CopilAudience)audience, TODAY);
      tell (audience ? "status chart, public" : "status chart", &since);
      axis = copil_axis_chart_new (store, 3, (CopilAudience)audience, TODAY);
      tell ("axis chart", &since);
      parties = copil_party_chart_new (store, (CopilAudience)audience, TODAY);
      tell ("party chart", &since);
      timeline = copil_timeline_chart_new (store, (CopilAudience)audience, TODAY);
      tell ("timeline chart", &since);
      copil_chart_get_n_marks (timeline, 900, 600, NULL);
      tell ("timeline laid out", &since);
    }
  {
    g_autoptr (CopilDeadline) next = copil_deadline_next (store, TODAY);
    g_autoptr (GPtrArray) month = NULL;

    tell (next ? "next deadline" : "no next deadline", &since);
    month = copil_deadline_list (store, COPIL_DEADLINES_OPEN, TODAY, "2024-04-15", TODAY);
    tell ("a month of deadlines", &since);
  }
  {
    g_autoptr (CopilDocument) minutes =
        copil_minutes_new (store, 1, COPIL_AUDIENCE_MEMBERS, &error);
    tell (minutes ? "minutes" : "no minutes", &since);
  }
  {
    g_autoptr (CopilBook) book = copil_kind_book_new (store, copil_kind_get ("engagement"), NULL,
                                                      NULL, COPIL_AUDIENCE_MEMBERS, TODAY);
    CopilSheet *sheet = copil_book_get_sheet (book, 0);
    g_autofree const char **values = g_new0 (const char *, copil_sheet_get_n_columns (sheet));
    guint n = 0;

    while (copil_sheet_next (sheet, values, &error))
      n++;
    tell ("rows of the engagements", &since);
    g_print ("%u rows\n", n);
  }
  {
    g_autoptr (CopilBook) book = copil_kind_book_new (store, copil_kind_get ("engagement"), NULL,
                                                      NULL, COPIL_AUDIENCE_MEMBERS, TODAY);

    since = g_get_monotonic_time ();
    if (!copil_ods_write (book, ods, NULL, &error))
      g_printerr ("%s\n", error->message);
    tell ("engagements as .ods", &since);
  }
  g_clear_object (&store);
  scratch_folder_remove (folder);
  return error != NULL;
}
