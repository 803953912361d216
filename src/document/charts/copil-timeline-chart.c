/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-store-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-deadline-store.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-state-sql.h"
#include "copil-timeline.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-words.h"

/* Above so many dated engagements, those of a month are one mark. */
#define MOST_MARKS 2000

typedef struct
{
  CopilTimeline *timeline;
  CopilStore *store;
  CopilAudience audience;
  const char *today;
} Builder;

static gboolean
read_date (const char *text, GDate *date)
{
  if (!text || !copil_date_is_valid (text))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)g_ascii_strtoull (text + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (text + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (text, NULL, 10));
  return TRUE;
}

/* A mark on a day; what is no date is left out. */
static void
add_mark (Builder *self, guint lane, CopilChartRole role, const char *day, const char *label,
          const char *sentence, const char *key)
{
  GDate date;

  if (read_date (day, &date))
    copil_timeline_add_mark (self->timeline, lane, role, &date, NULL, label, sentence, key);
}

static char *
key_for (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s=%" G_GINT64_FORMAT, kind, id);
}

/* « 4.1.1 Accueil de collégiens : en cours, échéance le 30 juin 2024 ». */
static char *
sentence_for (const char *label, const char *text, const char *state, const char *day)
{
  g_autofree char *cut = copil_words_cut (text, 120);
  g_autofree char *title = copil_words_labelled (label, cut);
  g_autofree char *date = copil_date_format_long (day);

  /* Translators: what, its state ("Late"), its date in full */
  return g_strdup_printf (C_ ("timeline", "%s: %s, %s"), title ? title : "", date,
                          copil_chart_role_get_label (copil_state_get_role (state)));
}

/* The convention's own lane: its period, and the clauses' days. */
static void
add_convention (Builder *self)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (self->store,
                         "SELECT id, coalesce (nullif (effective, ''), signed) FROM"
                         " convention ORDER BY id LIMIT 1",
                         NULL);
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autofree char *end = NULL, *key = NULL, *sentence = NULL, *from = NULL, *to = NULL;
  const char *word = copil_kind_get_label (copil_kind_get ("convention"));
  GDate first, last;
  guint lane;

  if (!copil_query_next (query) || !read_date (copil_query_text (query, 1), &first))
    return;
  end = copil_convention_dup_end (self->store, NULL);
  key = key_for ("convention", copil_query_int (query, 0));
  lane = copil_timeline_add_lane (self->timeline, word, NULL);
  from = copil_date_format_long (copil_query_text (query, 1));
  if (!read_date (end, &last))
    {
      /* Translators: the convention, its first day; no last one is known */
      sentence = g_strdup_printf (C_ ("timeline", "%s, from %s"), word, from);
      add_mark (self, lane, COPIL_CHART_ROLE_NEUTRAL, copil_query_text (query, 1), NULL, sentence,
                key);
      return;
    }
  to = copil_date_format_long (end);
  /* Translators: the convention, its first and its last day */
  sentence = g_strdup_printf (C_ ("timeline", "%s, from %s to %s"), word, from, to);
  copil_timeline_add_mark (self->timeline, lane, COPIL_CHART_ROLE_NEUTRAL, &first, &last, NULL,
                           sentence, key);
}

static void
add_meetings (Builder *self)
{
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autoptr (CopilQuery) query = copil_store_query (
      self->store, "SELECT id, date, title, type FROM meeting WHERE date IS NOT NULL ORDER BY date",
      NULL);
  guint lane = 0;
  gboolean any = FALSE;

  while (copil_query_next (query))
    {
      const char *day = copil_query_text (query, 1), *type = copil_query_text (query, 3);
      gboolean held = strcmp (day, self->today) < 0;
      g_autofree char *key = key_for ("meeting", copil_query_int (query, 0));
      g_autofree char *title = g_strdup (copil_query_text (query, 2));
      g_autofree char *sentence = NULL;

      if (!title || !*title)
        {
          g_free (title);
          title = g_strdup (copil_field_get_option_label (copil_kind_get_field (kind, "type"),
                                                          type ? type : "ordinary"));
        }
      sentence = sentence_for (NULL, title, held ? "done" : "planned", day);
      if (!any)
        lane = copil_timeline_add_lane (self->timeline, copil_kind_get_plural_label (kind), NULL);
      any = TRUE;
      add_mark (self, lane, held ? COPIL_CHART_ROLE_DONE : COPIL_CHART_ROLE_PLANNED, day, NULL,
                sentence, key);
    }
}

/* The lane of an axis, made when its first mark is. */
typedef struct
{
  gint64 id;
  char *label;
  const char *title;
  guint lane;
  gboolean made;
} AxisLane;

static guint
lane_of (Builder *self, AxisLane *axis)
{
  if (!axis->made)
    axis->lane = copil_timeline_add_lane (self->timeline, axis->label, axis->title);
  axis->made = TRUE;
  return axis->lane;
}

/* Engagements one by one, on the day they are due. Columns: id, label, text, due, state. */
static void
add_each (Builder *self, AxisLane *axis)
{
  g_autofree char *sql = g_strconcat (
      "SELECT e.id, e.label, e.text, e.due, " COPIL_STATE_SQL (
          "e") " FROM engagement e WHERE e.axis = ?2 AND e.due > ''",
      COPIL_AUDIENCE_SQL (self->audience, "e"), " ORDER BY e.due, e.position, e.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (self->store, sql, "ti", self->today, axis->id);

  while (copil_query_next (query))
    {
      const char *label = copil_query_text (query, 1), *state = copil_query_text (query, 4);
      g_autofree char *key = key_for ("engagement", copil_query_int (query, 0));
      g_autofree char *sentence =
          sentence_for (label, copil_query_text (query, 2), state, copil_query_text (query, 3));

      add_mark (self, lane_of (self, axis), copil_state_get_role (state),
                copil_query_text (query, 3), label, sentence, key);
    }
}

/* Engagements by month and state, on the last day that one of them is due. */
static void
add_by_month (Builder *self, AxisLane *axis)
{
  g_autofree char *sql = g_strconcat (
      "SELECT substr (e.due, 1, 7), max (e.due), count (*), " COPIL_STATE_SQL (
          "e") " AS state FROM engagement e WHERE e.axis = ?2 AND e.due > ''",
      COPIL_AUDIENCE_SQL (self->audience, "e"), " GROUP BY 1, state ORDER BY 2, state", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (self->store, sql, "ti", self->today, axis->id);

  while (copil_query_next (query))
    {
      const char *state = copil_query_text (query, 3), *day = copil_query_text (query, 1);
      gint64 n = copil_query_int (query, 2);
      g_autofree char *number = copil_words_number ((guint64)n);
      g_autofree char *label = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s engagement", "%s engagements", (gulong)n), number);
      g_autofree char *sentence = sentence_for (NULL, label, state, day);
      g_autofree char *key = g_strdup_printf ("axis=%" G_GINT64_FORMAT "&status=%s&month=%s",
                                              axis->id, state, copil_query_text (query, 0));

      add_mark (self, lane_of (self, axis), copil_state_get_role (state), day, number, sentence,
                key);
    }
}

static void
add_axes (Builder *self)
{
  g_autofree char *count = g_strconcat ("SELECT count (*) FROM engagement e WHERE e.due > ''",
                                        COPIL_AUDIENCE_SQL (self->audience, "e"), NULL);
  gboolean few = copil_store_query_int (self->store, count, NULL) <= MOST_MARKS;
  g_autoptr (GPtrArray) axes = copil_view_list_axes (self->store);

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *shown = axes->pdata[i];
      g_autofree char *label = copil_words_axis (shown->label);
      AxisLane axis = { shown->id, label, shown->title, 0, FALSE };

      if (few)
        add_each (self, &axis);
      else
        add_by_month (self, &axis);
    }
}

/* A lane of other dated records: id, label, text, due, state. None where there are none. */
static void
add_lane (Builder *self, const char *kind, const char *sql)
{
  g_autoptr (CopilQuery) query = copil_store_query (self->store, sql, "t", self->today);
  guint lane = 0;
  gboolean any = FALSE;

  while (copil_query_next (query))
    {
      const char *state = copil_query_text (query, 4), *day = copil_query_text (query, 3);
      g_autofree char *key = key_for (kind, copil_query_int (query, 0));
      g_autofree char *sentence =
          sentence_for (copil_query_text (query, 1), copil_query_text (query, 2), state, day);

      if (!any)
        lane = copil_timeline_add_lane (self->timeline,
                                        copil_kind_get_plural_label (copil_kind_get (kind)), NULL);
      any = TRUE;
      add_mark (self, lane, copil_state_get_role (state), day, copil_query_text (query, 1),
                sentence, key);
    }
}

/* Today has no place in the picture of a convention that was over long ago. */
static void
set_today (Builder *self)
{
  g_autofree char *last = copil_store_query_dup_text (
      self->store,
      "SELECT max (d) FROM (SELECT max (due) AS d FROM engagement UNION ALL SELECT max (date) FROM"
      " meeting UNION ALL SELECT max (due) FROM decision UNION ALL SELECT max (expires) FROM"
      " convention UNION ALL SELECT copil_months (coalesce (nullif (effective, ''), signed),"
      " duration_months) FROM convention)",
      NULL);
  g_autofree char *limit = last ? copil_date_add_months (last, 12) : NULL;
  GDate date;

  if ((!limit || strcmp (self->today, limit) <= 0) && read_date (self->today, &date))
    copil_timeline_set_today (self->timeline, &date);
}

CopilChart *
copil_timeline_chart_new (CopilStore *store, CopilAudience audience, const char *today)
{
  Builder builder = { COPIL_TIMELINE (copil_timeline_new (_ ("Timeline"))), store, audience,
                      today ? today : copil_today () };
  g_autofree char *steps =
      g_strconcat ("SELECT s.id, f.label, s.title, s.due, " COPIL_STATE_SQL (
                       "s") " FROM step s"
                            " JOIN fiche f ON f.id = s.fiche WHERE s.due > ''",
                   COPIL_AUDIENCE_SQL (audience, "f"), " ORDER BY s.due, s.id", NULL);
  g_autofree char *decisions =
      g_strconcat ("SELECT d.id, d.label, d.text, d.due, " COPIL_STATE_SQL (
                       "d") " FROM decision d"
                            " WHERE d.due > '' AND d.status IS NOT"
                            " 'adopted'",
                   COPIL_PAPER_DECISION_SQL (audience), " ORDER BY d.due, d.id", NULL);

  copil_timeline_set_lane_word (builder.timeline, copil_kind_get_label (copil_kind_get ("axis")));
  set_today (&builder);
  add_convention (&builder);
  add_meetings (&builder);
  add_axes (&builder);
  add_lane (&builder, "step", steps);
  add_lane (&builder, "decision", decisions);
  return COPIL_CHART (builder.timeline);
}
