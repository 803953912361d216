/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-data.h"

#include <glib/gi18n-lib.h>

#include "copil-in-force.h"
#include "copil-deadline-store.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-view-overview.h"
#include "copil-view-record.h"
#include "copil-when.h"

static void
row_free (gpointer pointer)
{
  CopilOverviewRow *row = pointer;

  g_free (row->kind);
  g_free (row->title);
  g_free (row->detail);
  g_free (row->date);
  g_free (row);
}

static CopilOverviewRow *
row_new (const char *kind, gint64 id, const char *title, const char *date)
{
  CopilOverviewRow *row = g_new0 (CopilOverviewRow, 1);

  row->kind = g_strdup (kind);
  row->id = id;
  row->title = g_strdup (title ? title : "");
  row->date = g_strdup (date);
  row->days = copil_overview_count_days (copil_today (), date);
  return row;
}

static gboolean
read_date (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (!text || !copil_date_is_valid (text))
    return FALSE;
  g_date_set_dmy (date, (GDateDay)g_ascii_strtoll (text + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoll (text + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoll (text, NULL, 10));
  return g_date_valid (date);
}

/* Those of the texts that there are, with a point between. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *texts[] = { first, second, third };
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] && *texts[i])
      g_string_append_printf (joined, "%s%s", joined->len ? " · " : "", texts[i]);
  return g_string_free (joined, FALSE);
}

static void
load_convention (CopilOverviewData *data, CopilStore *store)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (store, copil_kind_get ("convention"), copil_view_get_convention (store));
  g_autoptr (CopilInForce) terms = NULL;
  CopilClauses clauses;
  const char *title;

  if (!record)
    return;
  data->convention = copil_record_get_id (record);
  title = copil_record_get (record, "title");
  data->title = copil_store_dup_name (store);
  data->full_title = g_strcmp0 (title, data->title) != 0 ? g_strdup (title) : NULL;
  data->signed_on = g_strdup (copil_record_get (record, "signed"));
  terms = copil_in_force_read (store, NULL);
  clauses = copil_in_force_get_clauses (terms);
  data->end = copil_clauses_get_end (&clauses, copil_today (), NULL);
  data->notice = copil_clauses_get_notice_day (&clauses, copil_today ());
  data->end_days = data->end ? copil_overview_count_days (copil_today (), data->end) : 0;
  data->notice_days = data->notice ? copil_overview_count_days (copil_today (), data->notice) : 0;
}

static void
load_counts (CopilOverviewData *data, CopilStore *store)
{
  data->held = copil_view_count (store);
  copil_count_engagements (store, COPIL_AUDIENCE_MEMBERS, NULL, data->counts);
  for (guint i = 0; i < G_N_ELEMENTS (data->counts); i++)
    data->n_engagements += data->counts[i];
}

/* The next meeting that was entered, or else the one that the last minutes announce. */
static void
load_meeting (CopilOverviewData *data, CopilStore *store)
{
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autoptr (CopilViewMeeting) meeting = copil_view_load_next_meeting (store);
  const char *title;
  g_autofree char *time = NULL;

  if (!meeting)
    return;
  data->meeting = meeting->id;
  data->meeting_date = g_strdup (meeting->date);
  data->meeting_days = copil_overview_count_days (copil_today (), meeting->date);
  title = meeting->title
              ? meeting->title
              : copil_field_get_option_label (copil_kind_get_field (kind, "type"), meeting->type);
  time = copil_field_format (copil_kind_get_field (kind, "time"), meeting->time);
  data->meeting_detail = join (time, title, meeting->place);
}

static void
load_late (CopilOverviewData *data, CopilStore *store)
{
  g_autoptr (GPtrArray) engagements = copil_view_list_late (store, COPIL_OVERVIEW_ROWS);

  for (guint i = 0; i < engagements->len; i++)
    {
      const CopilViewLate *late = engagements->pdata[i];
      CopilOverviewRow *row = row_new ("engagement", late->id, late->text, late->due);
      g_autofree char *where = !late->article && late->axis && *late->axis
                                   ? g_strdup_printf (_ ("Axis %s"), late->axis)
                                   : g_strdup (late->article);

      row->detail = join (where, late->parties, NULL);
      g_ptr_array_add (data->late, row);
    }
}

/* What comes next. Looks a little ahead, and further only as long as it finds too little: the lists
 * may be long. */
static void
load_deadlines (CopilOverviewData *data, CopilStore *store)
{
  static const int months[] = { 1, 6, 24, 0 };
  const char *today = copil_today ();
  g_autoptr (GPtrArray) deadlines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *to = months[i] ? copil_date_add_months (today, months[i]) : NULL;

      g_clear_pointer (&deadlines, g_ptr_array_unref);
      deadlines = copil_deadline_list (store, COPIL_DEADLINES_OPEN, today, to, today);
      if (deadlines->len >= COPIL_OVERVIEW_ROWS)
        break;
    }
  for (guint i = 0; i < deadlines->len && i < COPIL_OVERVIEW_ROWS; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      CopilOverviewRow *row =
          row_new (deadline->kind, deadline->id, deadline->title, deadline->date);

      row->detail =
          join (copil_kind_get_label (copil_kind_get (deadline->kind)), deadline->article, NULL);
      g_ptr_array_add (data->deadlines, row);
    }
}

CopilOverviewData *
copil_overview_data_load (CopilStore *store)
{
  CopilOverviewData *data = g_new0 (CopilOverviewData, 1);

  data->late = g_ptr_array_new_with_free_func (row_free);
  data->deadlines = g_ptr_array_new_with_free_func (row_free);
  load_convention (data, store);
  load_counts (data, store);
  load_meeting (data, store);
  load_late (data, store);
  load_deadlines (data, store);
  return data;
}

void
copil_overview_data_free (CopilOverviewData *data)
{
  g_free (data->title);
  g_free (data->full_title);
  g_free (data->signed_on);
  g_free (data->end);
  g_free (data->notice);
  g_free (data->meeting_date);
  g_free (data->meeting_detail);
  g_ptr_array_unref (data->late);
  g_ptr_array_unref (data->deadlines);
  g_free (data);
}

CopilOverviewCharts *
copil_overview_charts_load (CopilStore *store)
{
  CopilOverviewCharts *charts = g_new0 (CopilOverviewCharts, 1);

  charts->status = copil_status_chart_new (store, COPIL_AUDIENCE_MEMBERS, NULL);
  charts->parties = copil_party_chart_new (store, COPIL_AUDIENCE_MEMBERS, NULL);
  charts->timeline = copil_timeline_chart_new (store, COPIL_AUDIENCE_MEMBERS, NULL);
  charts->progress = copil_figure_axis_progress (store, 0, COPIL_FIGURES_ALL, NULL);
  charts->completeness = copil_completeness_count (store, COPIL_FIGURES_ALL, NULL);
  return charts;
}

void
copil_overview_charts_free (CopilOverviewCharts *charts)
{
  g_object_unref (charts->status);
  g_object_unref (charts->parties);
  g_object_unref (charts->timeline);
  copil_figure_progress_free (charts->progress);
  copil_completeness_free (charts->completeness);
  g_free (charts);
}

char *
copil_overview_format_days (int days)
{
  GDate day;
  g_autofree char *date = NULL;

  if (!read_date (&day, copil_today ()))
    return g_strdup ("");
  if (days < 0)
    g_date_subtract_days (&day, (guint)-days);
  else
    g_date_add_days (&day, (guint)days);
  date = g_strdup_printf ("%04d-%02d-%02d", (int)g_date_get_year (&day),
                          (int)g_date_get_month (&day), (int)g_date_get_day (&day));
  return copil_when_format (date, copil_today ());
}

int
copil_overview_count_days (const char *from, const char *to)
{
  GDate first, last;

  if (!read_date (&first, from) || !read_date (&last, to))
    return 0;
  return g_date_days_between (&first, &last);
}
