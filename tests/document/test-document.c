/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "copil-chart-list.h"
#include "copil-dashboard.h"
#include "copil-deadline-store.h"
#include "copil-fiche-document.h"
#include "copil-kind-book.h"
#include "copil-minutes.h"
#include "copil-odt.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-store-charts.h"
#include "document-text.h"
#include "../support/scratch.h"

#define TODAY "2024-03-15"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

static void
open_store (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixture.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  open_store (fixture, sql);
}

/* Two thousand and five hundred engagements with a date, one in three marked. */
static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  open_store (fixture,
              "INSERT INTO convention (id, title, signed) VALUES (1, 'Many', '2023-01-01');"
              "INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'One', 1.0);"
              "INSERT INTO engagement (id, axis, text, status, due, confidential, position)"
              " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3750)"
              " SELECT i, 1, 'E' || i, CASE i % 4 WHEN 0 THEN 'done' WHEN 1 THEN 'in_progress'"
              " WHEN 2 THEN 'abandoned' ELSE 'planned' END,"
              " printf ('202%d-%02d-15', 3 + i % 2, 1 + i % 12), i % 3 = 0, i * 1.0 FROM n;");
}

/* One record of each kind, with what the schema demands alone, and days where they show. */
static void
set_up_bare (Fixture *fixture, gconstpointer data)
{
  open_store (fixture,
              "INSERT INTO convention (id) VALUES (1);"
              "INSERT INTO party (id) VALUES (1);"
              "INSERT INTO person (id) VALUES (1);"
              "INSERT INTO axis (id) VALUES (1);"
              "INSERT INTO measure (id, axis) VALUES (1, 1);"
              "INSERT INTO engagement (id, axis, measure, due) VALUES (1, 1, 1, '2024-01-31'),"
              " (2, 1, NULL, 'some day');"
              "INSERT INTO engagement_party (engagement, party) VALUES (1, 1);"
              "INSERT INTO meeting (id, chair, date) VALUES (1, 1, '2024-01-01'), (2, 1, 'soon');"
              "INSERT INTO attendance (id, meeting, person) VALUES (1, 1, 1);"
              "INSERT INTO item (id, meeting) VALUES (1, 1);"
              "INSERT INTO fiche (id, lead, axis) VALUES (1, 1, 1);"
              "INSERT INTO fiche_measure (fiche, measure) VALUES (1, 1);"
              "INSERT INTO fiche_party (fiche, party) VALUES (1, 1);"
              "INSERT INTO step (id, fiche, due) VALUES (1, 1, '2024-01-31');"
              "INSERT INTO contribution (id, fiche, party) VALUES (1, 1, 1);"
              "INSERT INTO decision (id, meeting, item, engagement, fiche, due)"
              " VALUES (1, 1, 1, 1, 1, '2024-01-31');"
              "INSERT INTO indicator (id) VALUES (1);"
              "INSERT INTO target (id, indicator, date) VALUES (1, 1, '2024-01-31');"
              "INSERT INTO observation (id, indicator) VALUES (1, 1);");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* A chart's data and the keys of its marks. */
static char *
chart_text (CopilChart *chart)
{
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  GString *text = g_string_new (NULL);
  guint n = copil_chart_get_n_marks (chart, 900, 600, NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv (" | ", table->pdata[i]);
      g_string_append_printf (text, "%s\n", row);
    }
  for (guint i = 0; i < n; i++)
    {
      const CopilChartMark *mark = copil_chart_get_mark (chart, 900, 600, NULL, i);
      g_autofree char *keys = g_strjoinv (" ", mark->keys);
      g_string_append_printf (text, "<%s> %s\n", keys, mark->label);
    }
  return g_string_free (text, FALSE);
}

static char *
book_text (CopilBook *book)
{
  CopilSheet *sheet = copil_book_get_sheet (book, 0);
  guint n = copil_sheet_get_n_columns (sheet);
  g_autofree const char **values = g_new0 (const char *, n);
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s;", copil_sheet_get_column (sheet, i, NULL, NULL));
  g_string_append_c (text, '\n');
  while (copil_sheet_next (sheet, values, &error))
    {
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s;", values[i] ? values[i] : "");
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) document =
      copil_minutes_new (fixture->store, 1, COPIL_AUDIENCE_MEMBERS, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = document_text (document);
  g_assert_cmpstr (copil_publication_get_language (COPIL_PUBLICATION (document)), ==, "en-GB");
  g_assert_cmpstr (copil_publication_get_date (COPIL_PUBLICATION (document)), ==, "2023-02-07");
  g_assert_cmpstr (copil_publication_get_subject (COPIL_PUBLICATION (document)), ==,
                   "Convention of the test");
  assert_has (text, "Minutes of the steering committee\nMeeting of 7 February 2023\n");
  assert_has (text, "| Date | Tuesday 7 February 2023, from 14:30 to 17:00 \n");
  assert_has (text, "| Chaired by | Ms\u00a0Anne Aubert, head of office \n");
  assert_has (text, "| Minutes | Validated by the committee \n");
  assert_has (text, "# Participants\nTwo people were present, one was represented and one was "
                    "excused.\n");
  assert_has (text,
              "| Ministry of Schools |  |  \n| Ms\u00a0Anne Aubert | Head of office | Present");
  assert_has (text, "| Mr\u00a0Bruno Bloch | DG | Represented by Dominique Duval");
  assert_has (text, "| Guests |  |  \n| Mr\u00a0Cyril Caron | Expert | Present");
  assert_has (text, "# Agenda\n* Report of the year (Bruno Bloch)\n* Priorities\n");
  assert_has (text, "# Proceedings\nThe chair opens the meeting.\n## 1 – Report of the year\n"
                    "Presented by Bruno Bloch\nA good year:\n* visits;\n* talks.\n\nIt goes on.\n"
                    "Decision D1 – Write to the regions\n## 2 – Priorities\n");
  assert_has (text, "## Other decisions\nDecision – Meet again\n");
  assert_has (text, "| D1 | Write to the regions | Mr\u00a0Bruno Bloch | 31/05/2023 | Carried out\n"
                    "Engagement 1.1\nFiche action F1 \n");
  assert_has (text, "|  | Meet again | – | – | To carry out\nEngagement 1.1\nFiche action F2 \n");
  assert_has (text, "# Annex: progress of the engagements\n[Engagements by axis: ");
  assert_has (text, "passed on 7 February 2023)");
  assert_has (text,
              "# Next meeting\nThe next meeting is set for Tuesday 14 November 2023 (Lyon).\n");
  assert_has (text, "# Closing of the meeting\nThe meeting is closed.\n");
  assert_has (
      text,
      "The meeting is closed.\nThe chair of the meeting,\n\n\nMs\u00a0Anne Aubert\n# Recipients\n"
      "* Schools: Ms\u00a0Anne Aubert\n* Union of Makers: Mr\u00a0Bruno Bloch, Dominique "
      "Duval\n* Guests: Mr\u00a0Cyril Caron\n");
}

/* A meeting to come: nothing is said that is not known yet. */
static void
test_minutes_bare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) none =
      copil_minutes_new (fixture->store, 99, COPIL_AUDIENCE_MEMBERS, &error);
  g_autoptr (CopilDocument) document = NULL;
  g_autofree char *text = NULL;

  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (copil_minutes_get_newest (fixture->store), ==, 2);
  document = copil_minutes_new (fixture->store, 2, COPIL_AUDIENCE_MEMBERS, &error);
  g_assert_no_error (error);
  text = document_text (document);
  assert_has (text, "Minutes of the exceptional steering committee");
  assert_has (text, "| Date | Tuesday 14 November 2023, at 9:05 \n");
  assert_has (text, "Draft: working document");
  assert_has (text, "* A – Only item\n");
  assert_has_not (text, "were present");
  assert_has_not (text, "# Proceedings");
  assert_has_not (text, "# Record of decisions");
  assert_has_not (text, "# Next meeting");
  assert_has_not (text, "chair of the meeting");
}

static void
test_fiche (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) one =
      copil_fiche_document_new (fixture->store, 1, COPIL_AUDIENCE_MEMBERS, &error);
  g_autoptr (CopilDocument) every =
      copil_fiche_document_new (fixture->store, 0, COPIL_AUDIENCE_MEMBERS, &error);
  g_autofree char *text = NULL, *all = NULL;

  g_assert_no_error (error);
  text = document_text (one);
  assert_has (text, "Fiche action F1 – Open doors\n");
  assert_has (text, "Fiche action F1\nOpen doors\nShow the workshops.\n");
  assert_has (text, "| Axis | 1\u00a0Discover \n");
  assert_has (text, "| Measures | 1.2\u00a0Talks\n1.1\u00a0Visits \n");
  assert_has (text, "| Pilote | Ms\u00a0Anne Aubert, head of office (Schools) \n");
  assert_has (text, "| Period | From 15 January 2023 to 30 June 2024 \n");
  assert_has (text, "| Signatories | Ministry of Schools\nUnion of Makers \n");
  assert_has (text, "| Partners | Regions \n| Publics | Pupils \n| Territory | National \n"
                    "| Means | Two buses. \n");
  assert_has (text,
              "# Objectives\nQuantitative objectives\n* 200 classes\n\nQualitative objectives\n"
              "* better known trades\n");
  assert_has (text,
              "| Choose the sites | 31/03/2023 | Done \n| Count the classes | – | Planned \n");
  assert_has (text, "| Schools | Find the classes \n| Union of Makers | Find the firms \n");
  assert_has (text, "| D1 | Write to the regions | 07/02/2023 | Carried out \n");

  all = document_text (every);
  assert_has (all, "| F1 | Open doors | Axis 1 | Ms\u00a0Anne Aubert | Running \n"
                   "| F2 | zzfiche | – | To be named | In preparation \n");
  assert_has (all, "[contents: Table of contents, 1]\n");
  assert_has (all, "---\n# F1 – Open doors\n");
  assert_has (all, "## Objectives\n");
  assert_has (all, "---\n# F2 – zzfiche\n");
}

static void
test_nothing_to_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (copil_fiche_document_new (fixture->store, 9, COPIL_AUDIENCE_MEMBERS, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (copil_fiche_document_new (fixture->store, 2, COPIL_AUDIENCE_PUBLIC, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_has_not (error->message, "zz");
}

/* Everything that can be made of the file for an audience, in one text. */
static char *
everything (CopilStore *store, CopilAudience audience)
{
  guint n_entries;
  const CopilChartEntry *entries = copil_chart_list (&n_entries);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  CopilChart *charts[] = { copil_status_chart_new (store, audience, TODAY),
                           copil_axis_chart_new (store, 1, audience, TODAY),
                           copil_party_chart_new (store, audience, TODAY),
                           copil_timeline_chart_new (store, audience, TODAY) };
  CopilDocument *documents[] = { copil_minutes_new (store, 1, audience, &error),
                                 copil_minutes_new (store, 2, audience, &error),
                                 copil_fiche_document_new (store, 0, audience, &error),
                                 copil_fiche_document_new (store, 1, audience, &error),
                                 copil_dashboard_document_new (store, audience, TODAY, &error) };
  g_autoptr (GBytes) picture =
      copil_dashboard_render (store, COPIL_CHART_FORMAT_SVG, audience, TODAY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_ptr_array_add (parts, chart_text (charts[i]));
      g_object_unref (charts[i]);
    }
  for (guint i = 0; i < n_entries; i++)
    {
      const CopilChartFilter filter = { .audience = audience, .today = TODAY };
      g_autoptr (CopilChart) chart = entries[i].make (store, &filter);

      g_ptr_array_add (parts, chart_text (chart));
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_ptr_array_add (parts, document_text (documents[i]));
      g_object_unref (documents[i]);
    }
  for (const CopilKind *const *kinds = copil_kinds (); *kinds; kinds++)
    {
      g_autoptr (CopilBook) book = copil_kind_book_new (store, *kinds, NULL, NULL, audience, TODAY);
      g_ptr_array_add (parts, book_text (book));
    }
  g_ptr_array_add (parts, g_strndup (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **)parts->pdata);
}

/* How a person is reached is in no table for the public; where a signatory sits is. */
static void
test_personal (Fixture *fixture, gconstpointer data)
{
  static const char *const personal[] = { "email", "phone", "address" };
  g_autofree char *members = NULL, *public = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_autofree char *value = g_strconcat ("my-", personal[i], NULL);

      g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("person"), 1, personal[i],
                                       value, &error));
    }
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("party"), 1, "address",
                                   "our-seat", &error));
  members = everything (fixture->store, COPIL_AUDIENCE_MEMBERS);
  public = everything (fixture->store, COPIL_AUDIENCE_PUBLIC);
  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_autofree char *value = g_strconcat ("my-", personal[i], NULL);

      assert_has (members, value);
      assert_has_not (public, value);
    }
  assert_has (public, "our-seat");
}

static void
test_confidential (Fixture *fixture, gconstpointer data)
{
  g_autofree char *members = everything (fixture->store, COPIL_AUDIENCE_MEMBERS);
  g_autofree char *public = everything (fixture->store, COPIL_AUDIENCE_PUBLIC);
  g_autofree char *minutes = NULL;
  g_autoptr (CopilDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *const marked[] = { "zzbudget",  "zznote", "zzfiche",
                                 "zzsummary", "zzstep", "zzcontribution" };

  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    assert_has (members, marked[i]);
  assert_has_not (public, "zz");
  assert_has_not (public, "engagement=104");
  assert_has_not (public, "F2");
  /* The decision about them goes with them. */
  document = copil_minutes_new (fixture->store, 1, COPIL_AUDIENCE_PUBLIC, &error);
  g_assert_no_error (error);
  minutes = document_text (document);
  assert_has (minutes, "| D1 | Write to the regions");
  assert_has_not (minutes, "Meet again");
}

/* A file from elsewhere may lack what a form demands: nothing is printed in its place. */
static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = everything (fixture->store, COPIL_AUDIENCE_MEMBERS);
  g_autoptr (GPtrArray) deadlines =
      copil_deadline_list (fixture->store, COPIL_DEADLINES_ALL, NULL, NULL, TODAY);

  assert_has_not (text, "(null)");
  assert_has (text, "\nFiche action\n");
  assert_has (text, "# Proceedings\n## 1 – –\n");
  g_assert_cmpuint (deadlines->len, >=, 3);
  for (guint i = 0; i < deadlines->len; i++)
    assert_has_not (((CopilDeadline *)deadlines->pdata[i])->title, "(null)");
}

static void
assert_counts (CopilStore *store, CopilAudience audience, const char *today, guint done,
               guint in_progress, guint planned, guint late, guint abandoned)
{
  guint counts[5];

  copil_count_engagements (store, audience, today, counts);
  g_assert_cmpuint (counts[0], ==, done);
  g_assert_cmpuint (counts[1], ==, in_progress);
  g_assert_cmpuint (counts[2], ==, planned);
  g_assert_cmpuint (counts[3], ==, late);
  g_assert_cmpuint (counts[4], ==, abandoned);
}

static void
test_charts (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (CopilChart) status = copil_status_chart_new (store, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autoptr (CopilChart) shown = copil_status_chart_new (store, COPIL_AUDIENCE_PUBLIC, TODAY);
  g_autoptr (CopilChart) axis = copil_axis_chart_new (store, 1, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autoptr (CopilChart) parties = copil_party_chart_new (store, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autoptr (CopilChart) partners = copil_party_chart_new (store, COPIL_AUDIENCE_PUBLIC, TODAY);
  g_autoptr (CopilChart) time = copil_timeline_chart_new (store, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autofree char *status_text = chart_text (status), *shown_text = chart_text (shown);
  g_autofree char *axis_text = chart_text (axis), *parties_text = chart_text (parties);
  g_autofree char *partners_text = chart_text (partners), *time_text = chart_text (time);

  assert_counts (store, COPIL_AUDIENCE_MEMBERS, TODAY, 1, 0, 2, 2, 1);
  assert_counts (store, COPIL_AUDIENCE_PUBLIC, TODAY, 1, 0, 2, 1, 1);
  assert_counts (store, COPIL_AUDIENCE_MEMBERS, "2023-01-01", 1, 1, 3, 0, 1);
  assert_has (status_text, "Axis 1 Discover | 1 | 0 | 2 | 2 | 0 | 5\n");
  assert_has (status_text, "Train | 0 | 0 | 0 | 0 | 1 | 1\n");
  assert_has (status_text, "Annexe 2 Report | 0 | 0 | 0 | 0 | 0 | 0\n");
  assert_has (status_text, "<axis=1&status=late>");
  assert_has (status_text, "<axis=2&status=abandoned>");
  assert_has (shown_text, "Axis 1 Discover | 1 | 0 | 2 | 1 | 0 | 4\n");
  assert_has (axis_text, "<axis=1&measure=0&status=planned>");
  assert_has (axis_text, "<axis=1&measure=11&status=late>");
  assert_has (axis_text, "<axis=1&measure=12&status=planned>");
  assert_has (parties_text, "<party=1&axis=1>");
  assert_has (parties_text, "<party=2&axis=1>");
  assert_has_not (parties_text, "party=2&axis=2");
  g_assert_cmpstr (parties_text, !=, partners_text);
  assert_has (time_text, "engagement=101");
  assert_has (time_text, "engagement=104");
  assert_has (time_text, "meeting=1");
  assert_has (time_text, "step=1");
  assert_has (time_text, "decision=1");
  assert_has (time_text, "convention=1");
}

/* What the charts count as late is what the rule calls late. */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  for (int year = 2022; year <= 2025; year++)
    {
      g_autofree char *today = g_strdup_printf ("%d-03-31", year);
      g_autoptr (CopilQuery) query =
          copil_store_query (fixture->store, "SELECT status, due FROM engagement", NULL);
      guint counts[5], late = 0;

      while (copil_query_next (query))
        late +=
            copil_status_is_late (copil_query_text (query, 0), copil_query_text (query, 1), today);
      copil_count_engagements (fixture->store, COPIL_AUDIENCE_MEMBERS, today, counts);
      g_assert_cmpuint (counts[3], ==, late);
    }
}

static void
test_book (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  const char *const party[] = { "2", NULL };
  g_autoptr (CopilBook) book =
      copil_kind_book_new (fixture->store, kind, NULL, NULL, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autoptr (CopilBook) some = copil_kind_book_new (
      fixture->store, kind, "r.id IN (SELECT engagement FROM engagement_party WHERE party = ?1)",
      party, COPIL_AUDIENCE_PUBLIC, TODAY);
  g_autoptr (CopilBook) decisions = copil_kind_book_new (
      fixture->store, copil_kind_get ("decision"), NULL, NULL, COPIL_AUDIENCE_MEMBERS, TODAY);
  CopilColumnType type;
  g_autofree char *text = book_text (book), *few = book_text (some);
  g_autofree char *decided = book_text (decisions);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (lines[0], ==,
                   "Axis;Measure;Article;Engagement;Signatories;Strength;Status;Late;Progress;Due "
                   "on;Pilote;Co-pilotes;Responsible signatories;Priority of the year;Territory;"
                   "Quantity;Unit;Last news on;Follow-up;Confidential;id;");
  copil_sheet_get_column (copil_book_get_sheet (book, 0), 8, &type, NULL);
  g_assert_cmpint (type, ==, COPIL_COLUMN_PERCENT);
  /* Without a measure first, then measures and engagements by their positions. */
  g_assert_true (g_str_has_suffix (lines[1], ";105;"));
  g_assert_true (g_str_has_suffix (lines[2], ";103;"));
  g_assert_cmpstr (lines[3], ==,
                   "1 Discover;1.1 Visits;1.1;Open the workshops;Schools, Union of Makers;Firm: "
                   "“commits to”;Done;0;1.0;2023-06-30;Anne Aubert;;;;;12.5;visits;;;0;101;");
  g_assert_cmpstr (lines[4], ==,
                   "1 Discover;1.1 Visits;1.1;Pay the buses;Union of Makers;Firm: “commits to”;In "
                   "progress;1;0.07;2023-12-31;Bruno Bloch;;;;;;;;Half of them.;0;102;");
  g_assert_true (g_str_has_suffix (lines[5], ";104;"));
  g_assert_true (g_str_has_suffix (lines[6], ";201;"));
  g_assert_cmpstr (lines[7], ==, "");
  assert_has (few, ";101;");
  assert_has (few, ";102;");
  assert_has_not (few, ";103;");
  assert_has_not (few, ";104;");
  g_assert_true (g_str_has_prefix (decided, "Meeting;Agenda item;Number;"));
  assert_has (decided, "First meeting;1 Report of the year;D1;Write to the regions;Bruno Bloch;");
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (CopilChart) time = copil_timeline_chart_new (store, COPIL_AUDIENCE_MEMBERS, TODAY);
  g_autoptr (CopilChart) shown = copil_timeline_chart_new (store, COPIL_AUDIENCE_PUBLIC, TODAY);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (time);
  g_autofree char *text = chart_text (time), *public = chart_text (shown);
  guint members[5], counted[5], expected = 0;

  g_assert_cmpuint (table->len, <, 200);
  assert_has (text, "axis=1&status=late&month=2024-02");
  assert_has (text, "axis=1&status=done&month=2023-01");
  /* Every third engagement is marked, and some months have no other ones. */
  assert_has (public, "axis=1&status=done&month=2023-05");
  assert_has_not (public, "axis=1&status=done&month=2023-01");
  copil_count_engagements (store, COPIL_AUDIENCE_MEMBERS, TODAY, members);
  copil_count_engagements (store, COPIL_AUDIENCE_PUBLIC, TODAY, counted);
  for (guint i = 0; i < 5; i++)
    expected += members[i];
  g_assert_cmpuint (expected, ==, 3750);
  expected = 0;
  for (guint i = 0; i < 5; i++)
    expected += counted[i];
  g_assert_cmpuint (expected, ==, 2500);
}

static GBytes *
written (Fixture *fixture, CopilDocument *document, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_assert_true (copil_odt_write (document, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  return g_bytes_new_take (bytes, length);
}

/* The same file gives the same bytes, whatever the day; another meeting gives others. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilDocument) other =
      copil_minutes_new (fixture->store, 2, COPIL_AUDIENCE_MEMBERS, &error);
  g_autoptr (GBytes) different = written (fixture, other, "other.odt");

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (CopilDocument) minutes = NULL;
      g_autoptr (CopilDocument) fiches = NULL;
      g_autoptr (CopilDocument) dashboard = NULL;

      g_setenv ("COPIL_TODAY", i == 0 ? "2023-01-01" : "2031-12-31", TRUE);
      minutes = copil_minutes_new (fixture->store, 1, COPIL_AUDIENCE_MEMBERS, &error);
      fiches = copil_fiche_document_new (fixture->store, 0, COPIL_AUDIENCE_MEMBERS, &error);
      dashboard =
          copil_dashboard_document_new (fixture->store, COPIL_AUDIENCE_MEMBERS, TODAY, &error);
      g_assert_no_error (error);
      g_ptr_array_add (found, written (fixture, minutes, "minutes.odt"));
      g_ptr_array_add (found, written (fixture, fiches, "fiches.odt"));
      g_ptr_array_add (found, written (fixture, dashboard, "dashboard.odt"));
      for (int format = COPIL_CHART_FORMAT_SVG; format <= COPIL_CHART_FORMAT_PNG; format++)
        g_ptr_array_add (found, copil_dashboard_render (fixture->store, (CopilChartFormat)format,
                                                        COPIL_AUDIENCE_MEMBERS, TODAY, &error));
    }
  g_unsetenv ("COPIL_TODAY");
  for (guint i = 0; i < found->len / 2; i++)
    g_assert_true (g_bytes_equal (found->pdata[i], found->pdata[i + found->len / 2]));
  g_assert_false (g_bytes_equal (found->pdata[0], different));
}

static void
test_dashboard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dashboard.svg", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "dashboard.svg", NULL);
  g_autofree char *svg = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_dashboard_write (fixture->store, path, COPIL_CHART_FORMAT_SVG,
                                        COPIL_AUDIENCE_MEMBERS, TODAY, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &svg, NULL, &error));
  assert_has (svg, "<title>Dashboard – Test 2023–2026</title>");
  assert_has (svg, "engagements: 6;");
  assert_has (svg, "done (17%): 1;");
  assert_has (svg, "late engagements: 2;");
  assert_has (svg, "end of the convention: 1 January 2026.");
  g_assert_false (copil_dashboard_write (fixture->store, nowhere, COPIL_CHART_FORMAT_SVG,
                                         COPIL_AUDIENCE_MEMBERS, TODAY, &error));
  g_assert_nonnull (error);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("minutes", test_minutes);
  ADD ("minutes-bare", test_minutes_bare);
  ADD ("fiche", test_fiche);
  ADD ("nothing-to-write", test_nothing_to_write);
  ADD ("confidential", test_confidential);
  ADD ("personal", test_personal);
  ADD ("charts", test_charts);
  ADD ("rule", test_rule);
  ADD ("book", test_book);
  ADD ("same-bytes", test_same_bytes);
  ADD ("dashboard", test_dashboard);
  g_test_add ("/document/bare", Fixture, NULL, set_up_bare, test_bare, tear_down);
  g_test_add ("/document/many", Fixture, NULL, set_up_many, test_many, tear_down);
  return g_test_run ();
}
