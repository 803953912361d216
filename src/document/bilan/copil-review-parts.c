/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account says of an axis, of the decisions and of the priorities. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-charge-sql.h"
#include "copil-completeness.h"
#include "copil-fiche-life.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-review-private.h"
#include "copil-rules.h"
#include "copil-state-sql.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-view-fiche.h"
#include "copil-words.h"

#define GAPS_SHOWN 30

/* The signatories of engagement "e" by their short names. */
#define PARTIES_SQL                                                                                \
  "(SELECT group_concat (name, ', ') FROM (SELECT " COPIL_PAPER_PARTY_SQL " AS name"               \
  " FROM engagement_party l JOIN party y ON y.id = l.party WHERE l.engagement = e.id"              \
  " ORDER BY y.position, y.id))"

static const char *
state_label (const char *kind, const char *state)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get (kind), "status");

  return g_strcmp0 (state, "late") == 0 ? _ ("Late") : copil_field_get_option_label (field, state);
}

char *
copil_review_dup_counts (const CopilReview *review, gint64 axis)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *all = NULL;
  guint n = 0, counts[COPIL_N_STATES];

  copil_count_engagements_of (review->store, review->audience, review->day, axis, counts);
  for (guint i = 0; i < COPIL_N_STATES; i++)
    n += counts[i];
  if (!n)
    return NULL;
  if (counts[0])
    g_ptr_array_add (
        words, g_strdup_printf (g_dngettext (NULL, "%u done", "%u done", counts[0]), counts[0]));
  if (counts[1])
    g_ptr_array_add (
        words, g_strdup_printf (g_dngettext (NULL, "%u in progress", "%u in progress", counts[1]),
                                counts[1]));
  if (counts[2])
    g_ptr_array_add (
        words,
        g_strdup_printf (g_dngettext (NULL, "%u planned", "%u planned", counts[2]), counts[2]));
  if (counts[3])
    g_ptr_array_add (
        words, g_strdup_printf (g_dngettext (NULL, "%u late", "%u late", counts[3]), counts[3]));
  if (counts[4])
    g_ptr_array_add (
        words,
        g_strdup_printf (g_dngettext (NULL, "%u abandoned", "%u abandoned", counts[4]), counts[4]));
  list = copil_words_list (words);
  all = g_strdup_printf (g_dngettext (NULL, "%u engagement", "%u engagements", n), n);
  /* Translators: “12 engagements: 5 done, 4 in progress and 3 late.” */
  return g_strdup_printf (_ ("%s: %s."), all, list);
}

/* In full where there is room for it: the label, then the text. */
static CopilRuns *
labelled (const char *label, const char *text)
{
  CopilRuns *runs = copil_runs_new (NULL);

  if (label && *label)
    {
      copil_runs_add (runs, COPIL_RUN_STRONG, label);
      copil_runs_add (runs, COPIL_RUN_PLAIN, " ");
    }
  return copil_runs_add (runs, COPIL_RUN_PLAIN, text);
}

static CopilTable *
add_engagement_table (CopilDocument *document, guint level, const char *heading)
{
  CopilTable *table;

  copil_document_add_heading (document, level, heading);
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (table, _ ("Engagement"), 46, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Signatories"), 18, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Due on"), 13, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Status"), 13, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Progress"), 10, COPIL_ALIGN_END);
  return table;
}

/* Columns: id, label, text, parties, due, state, measure's label and title. */
static void
add_engagement_row (CopilTable *table, const CopilReview *review, CopilQuery *query)
{
  g_autofree char *due = copil_date_format (copil_query_text (query, 4));
  g_autoptr (CopilFigureProgress) progress = copil_figure_engagement_progress (
      review->store, copil_query_int (query, 0), review->flags, review->day);
  g_autofree char *percent = copil_percent_format (progress->percent);
  const char *parties = copil_query_text (query, 3), *state = copil_query_text (query, 5);

  copil_table_add_row (table, COPIL_ROW_BODY);
  copil_table_add_cell (table, labelled (copil_query_text (query, 1), copil_query_text (query, 2)));
  copil_table_add_cell_text (table, parties ? parties : "–");
  copil_table_add_cell_text (table, *due ? due : "–");
  if (g_strcmp0 (state, "late") == 0)
    copil_table_add_cell (table, copil_runs_add (copil_runs_new (NULL), COPIL_RUN_STRONG,
                                                 state_label ("engagement", state)));
  else
    copil_table_add_cell_text (table, state_label ("engagement", state));
  copil_table_add_cell_text (table, percent);
}

gboolean
copil_review_add_engagements (CopilDocument *document, const CopilReview *review, gint64 axis,
                              guint level)
{
  gboolean plan = review->type == COPIL_REVIEW_PLAN;
  g_autofree char *sql = g_strconcat (
      "SELECT e.id, e.label, e.text, " PARTIES_SQL ", e.due, " COPIL_STATE_SQL (
          "e") ", m.label, m.title FROM engagement e LEFT JOIN measure m ON m.id = e.measure"
               " WHERE e.axis = ?2",
      plan ? " AND coalesce (e.status, 'planned') NOT IN ('done', 'abandoned')"
             " AND (e.due <= ?3 OR e.priority = ?4)"
           : " AND ?3 = ?3 AND ?4 = ?4",
      COPIL_AUDIENCE_SQL (review->audience, "e"),
      " ORDER BY m.id IS NOT NULL, m.position, m.id, e.position, e.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (review->store, sql, "titi", review->day, axis,
                                                    review->to, (gint64)review->year);
  CopilTable *table = NULL;
  g_autofree char *measure = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *of =
          copil_words_labelled (copil_query_text (query, 6), copil_query_text (query, 7));

      if (!table)
        table = add_engagement_table (document, level,
                                      plan ? _ ("Engagements to keep") : _ ("Engagements"));
      if (g_strcmp0 (of, measure) != 0)
        {
          g_free (measure);
          measure = g_steal_pointer (&of);
          if (measure)
            copil_table_add_row_text (table, COPIL_ROW_GROUP,
                                      (const char *[]){ measure, NULL, NULL, NULL, NULL });
        }
      add_engagement_row (table, review, query);
    }
  return table != NULL;
}

double
copil_review_get_in_year (const CopilIndicator *indicator, int year, const CopilObservation **last)
{
  g_autofree char *start = g_strdup_printf ("%04d-", year);
  const CopilObservation *found = NULL;

  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];

      if (observation->date && !isnan (observation->value) &&
          g_str_has_prefix (observation->date, start))
        found = observation;
    }
  if (last)
    *last = found;
  if (found)
    return found->value;
  return indicator->baseline_date && g_str_has_prefix (indicator->baseline_date, start)
             ? indicator->baseline_value
             : NAN;
}

/* What was observed in the year: not what is still known from before. */
static char *
format_year (const CopilIndicator *indicator, int year)
{
  const CopilObservation *last;
  double value = copil_review_get_in_year (indicator, year, &last);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  if (indicator->nature == COPIL_NATURE_SCALE)
    return last ? g_strdup (last->level ? last->level : "–")
                : copil_indicator_format (indicator, value);
  number = copil_number_format (value);
  return last && last->estimated ? g_strdup_printf (C_ ("figure", "%s (estimated)"), number)
                                 : g_steal_pointer (&number);
}

static char *
format_target (const CopilIndicator *indicator)
{
  const CopilTarget *target = copil_indicator_get_target (indicator);
  g_autofree char *date = copil_date_format (target ? target->date : NULL), *value = NULL;

  if (!target)
    return g_strdup ("–");
  value = isnan (target->value) ? g_strdup (_ ("to be set"))
                                : copil_indicator_format (indicator, target->value);
  return *date ? g_strdup_printf ("%s\n%s", value, date) : g_steal_pointer (&value);
}

static char *
format_baseline (const CopilIndicator *indicator)
{
  g_autofree char *date = copil_date_format (indicator->baseline_date), *value = NULL;
  GString *text;

  if (isnan (indicator->baseline_value))
    return g_strdup ("–");
  value = copil_indicator_format (indicator, indicator->baseline_value);
  text = g_string_new (value);
  if (*date)
    g_string_append_printf (text, "\n%s", date);
  if (indicator->baseline_derived)
    g_string_append_printf (text, "\n%s", _ ("derived"));
  return g_string_free (text, FALSE);
}

static void
add_indicator_row (CopilTable *table, const CopilReview *review, const CopilIndicator *indicator)
{
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, review->day);
  g_autofree char *baseline = format_baseline (indicator), *target = format_target (indicator);
  g_autofree char *before = NULL, *now = NULL, *percent = copil_percent_format (progress->percent);
  g_autofree char *rest = NULL;

  if (review->year)
    {
      before = format_year (indicator, review->year - 1);
      now = format_year (indicator, review->year);
    }
  else
    {
      const CopilObservation *last = copil_indicator_get_last (indicator, review->day);
      g_autofree char *date = copil_date_format (last ? last->date : NULL);

      before = g_strdup (*date ? date : "–");
      now = isnan (progress->observed) ? g_strdup ("–")
                                       : copil_indicator_format (indicator, progress->observed);
    }
  rest = progress->formula    ? g_strdup_printf ("%s\n%s", percent, progress->formula)
         : progress->sentence ? g_strdup_printf ("%s\n%s", percent, progress->sentence)
                              : g_strdup (percent);
  copil_table_add_row_text (
      table, COPIL_ROW_BODY,
      (const char *[]){ indicator->name, baseline, before, now, target, rest });
}

gboolean
copil_review_add_indicators (CopilDocument *document, const CopilReview *review, gint64 axis,
                             guint level)
{
  g_autoptr (GPtrArray) list = axis ? copil_figure_list (review->store, review->flags, "axis", axis)
                                    : copil_figure_list (review->store, review->flags, NULL, 0);
  CopilTable *table = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const CopilIndicator *indicator = list->pdata[i];

      if (!axis && copil_figure_get_axis (review->store, indicator->id))
        continue;
      if (!table)
        {
          g_autofree char *before = g_strdup_printf ("%d", review->year - 1);
          g_autofree char *now = g_strdup_printf ("%d", review->year);

          copil_document_add_heading (document, level, _ ("Figures"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Indicator"), 24, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Baseline"), 15, COPIL_ALIGN_END);
          copil_table_add_column (table, review->year ? before : _ ("Observed on"), 12,
                                  COPIL_ALIGN_END);
          copil_table_add_column (table, review->year ? now : _ ("Observed"), 12, COPIL_ALIGN_END);
          copil_table_add_column (table, _ ("Target"), 15, COPIL_ALIGN_END);
          copil_table_add_column (table, _ ("Progress"), 22, COPIL_ALIGN_END);
        }
      add_indicator_row (table, review, indicator);
    }
  for (guint i = 0; table && i < list->len; i++)
    {
      const CopilIndicator *indicator = list->pdata[i];
      g_autoptr (GPtrArray) faults =
          copil_figure_split_faults (review->store, indicator->id, review->flags);

      for (guint f = 0; f < faults->len; f++)
        {
          const CopilSplitFault *fault = faults->pdata[f];
          g_autofree char *sentence = g_strdup_printf ("%s – %s", fault->name, fault->sentence);

          copil_document_add_text (document, COPIL_ROLE_NOTE, sentence);
        }
    }
  return table != NULL;
}

/* What the fiche's own bilan of the year says; several years for the final evaluation. */
static void
add_fiche_reviews (CopilDocument *document, const CopilReview *review, gint64 fiche)
{
  g_autoptr (GPtrArray) found = copil_view_list_fiche_reviews (review->store, fiche, review->year);
  const char *const labels[] = { _ ("What was done"), _ ("Obstacles"), _ ("What comes next") };

  for (guint r = 0; r < found->len; r++)
    {
      const CopilViewFicheReview *of = found->pdata[r];
      const char *const texts[] = { of->done, of->obstacles, of->next };

      for (int i = 0; i < 3; i++)
        {
          g_autofree char *label =
              review->year ? g_strdup (labels[i]) : g_strdup_printf ("%s, %d", labels[i], of->year);

          if (!texts[i])
            continue;
          copil_document_add_text (document, COPIL_ROLE_LABEL, label);
          copil_document_add_notes (document, texts[i]);
        }
    }
}

gboolean
copil_review_add_fiches (CopilDocument *document, const CopilReview *review, gint64 axis,
                         guint level)
{
  g_autofree char *sql =
      g_strconcat ("SELECT f.id, f.label, f.title, NULL, " COPIL_CHARGE_PARTS_SQL (
                       "fiche", "f") ", f.due FROM fiche f"
                                     " WHERE coalesce (f.axis, 0) = ?1",
                   review->type == COPIL_REVIEW_PLAN
                       ? " AND coalesce (f.status, 'planned') IN ('planned', 'in_progress')"
                       : "",
                   COPIL_AUDIENCE_SQL (review->audience, "f"), " ORDER BY f.position, f.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (review->store, sql, "i", axis);
  gboolean any = FALSE;

  while (copil_query_next (query))
    {
      gint64 fiche = copil_query_int (query, 0);
      g_autofree char *title =
          copil_words_labelled (copil_query_text (query, 1), copil_query_text (query, 2));
      g_autofree char *lead = copil_words_charge (copil_query_text (query, 4));
      g_autofree char *due = copil_date_format (copil_query_text (query, 5));
      CopilRuns *runs = copil_runs_new (NULL);

      if (!any)
        copil_document_add_heading (document, level, _ ("Fiches action"));
      any = TRUE;
      copil_runs_add (runs, COPIL_RUN_STRONG, title);
      copil_runs_add (runs, COPIL_RUN_PLAIN, " – ");
      copil_runs_add (
          runs, COPIL_RUN_PLAIN,
          copil_fiche_state_get_label (copil_fiche_life_get_state (review->store, fiche)));
      if (lead)
        {
          g_autofree char *said = g_strdup_printf (_ ("pilote: %s"), lead);

          copil_runs_add (runs, COPIL_RUN_PLAIN, ", ");
          copil_runs_add (runs, COPIL_RUN_PLAIN, said);
        }
      if (*due)
        {
          g_autofree char *said = g_strdup_printf (_ ("until %s"), due);

          copil_runs_add (runs, COPIL_RUN_PLAIN, ", ");
          copil_runs_add (runs, COPIL_RUN_PLAIN, said);
        }
      copil_document_add_paragraph (document, COPIL_ROLE_BODY, runs);
      if (review->type != COPIL_REVIEW_PLAN)
        add_fiche_reviews (document, review, fiche);
    }
  return any;
}

gboolean
copil_review_add_notes (CopilDocument *document, const CopilReview *review, gint64 axis,
                        guint level)
{
  g_autofree char *sql =
      g_strconcat ("SELECT r.date, r.author, r.text, e.label FROM followup r JOIN engagement e"
                   " ON e.id = r.engagement WHERE e.axis = ?1 AND r.date BETWEEN ?2 AND ?3",
                   COPIL_AUDIENCE_SQL (review->audience, "r"),
                   COPIL_AUDIENCE_SQL (review->audience, "e"), " ORDER BY r.date, r.id", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (review->store, sql, "itt", axis, review->from, review->to);
  CopilList *list = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *date = copil_date_format (copil_query_text (query, 0));
      const char *author = copil_query_text (query, 1), *label = copil_query_text (query, 3);
      CopilRuns *runs = copil_runs_new (NULL);

      if (!list)
        {
          copil_document_add_heading (document, level, _ ("Follow-up notes"));
          list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
        }
      copil_runs_add (runs, COPIL_RUN_STRONG, date);
      if (label && *label)
        {
          copil_runs_add (runs, COPIL_RUN_PLAIN, ", ");
          copil_runs_add (runs, COPIL_RUN_PLAIN, label);
        }
      copil_runs_add (runs, COPIL_RUN_PLAIN, _ (": "));
      copil_runs_add (runs, COPIL_RUN_PLAIN, copil_query_text (query, 2));
      if (author && *author)
        {
          g_autofree char *said = g_strdup_printf (" (%s)", author);

          copil_runs_add (runs, COPIL_RUN_PLAIN, said);
        }
      copil_list_add (list, 1, runs);
    }
  return list != NULL;
}

gboolean
copil_review_add_gaps (CopilDocument *document, const CopilReview *review, const char *section,
                       gint64 axis, guint level)
{
  g_autoptr (GPtrArray) axes = copil_completeness_read (review->store, review->flags, review->day);
  CopilList *list = NULL;
  guint n = 0;

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilCompleteness *completeness = axes->pdata[i];

      for (guint g = 0; g < completeness->gaps->len; g++)
        {
          const CopilGap *gap = completeness->gaps->pdata[g];
          g_autofree char *text = NULL;

          if (!copil_review_shows_gap (section, axis, completeness, gap) || n++ >= GAPS_SHOWN)
            continue;
          if (!list)
            {
              copil_document_add_heading (document, level, _ ("Missing information"));
              list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
            }
          /* Translators: a record, then what it lacks: “4.1.1 Accueil de collégiens: no date” */
          text = g_strdup_printf (C_ ("gap", "%s: %s"), gap->title, gap->sentence);
          copil_list_add_text (list, 1, text);
        }
    }
  if (n > GAPS_SHOWN)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (NULL, "and %u more", "and %u more", n - GAPS_SHOWN), n - GAPS_SHOWN);

      copil_list_add_text (list, 1, text);
    }
  return list != NULL;
}

gboolean
copil_review_add_decisions (CopilDocument *document, const CopilReview *review)
{
  g_autofree char *sql = g_strconcat (
      "SELECT d.label, d.text, NULL, " COPIL_CHARGE_PARTS_SQL (
          "decision", "d") ", d.due, " COPIL_STATE_SQL ("d") ", d.closed, d.outcome, p.id, p.date, "
                                                             "p.title FROM decision d"
                                                             " JOIN meeting p ON p.id = d.meeting"
                                                             " WHERE p.date BETWEEN ?2 AND ?3",
      COPIL_PAPER_DECISION_SQL (review->audience),
      " ORDER BY p.date, p.time, p.id, d.position, d.id", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (review->store, sql, "ttt", review->day, review->from, review->to);
  CopilTable *table = NULL;
  gint64 of = 0;

  while (copil_query_next (query))
    {
      g_autofree char *lead = copil_words_charge (copil_query_text (query, 3));
      g_autofree char *due = copil_date_format (copil_query_text (query, 4));
      g_autofree char *closed = copil_date_format (copil_query_text (query, 6));
      const char *outcome = copil_query_text (query, 7);
      CopilRuns *runs = copil_runs_new (state_label ("decision", copil_query_text (query, 5)));

      if (!table)
        {
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of a decision", "No."), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Decision"), 38, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Pilote"), 18, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Due on"), 13, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("What became of it"), 21, COPIL_ALIGN_START);
        }
      if (copil_query_int (query, 8) != of)
        {
          g_autofree char *date = copil_date_format_long (copil_query_text (query, 9));
          g_autofree char *group = *date ? g_strdup_printf (_ ("Meeting of %s"), date)
                                         : g_strdup (copil_query_text (query, 10));

          of = copil_query_int (query, 8);
          copil_table_add_row_text (table, COPIL_ROW_GROUP,
                                    (const char *[]){ group, NULL, NULL, NULL, NULL });
        }
      if (*closed)
        {
          copil_runs_add_break (runs);
          copil_runs_add (runs, COPIL_RUN_PLAIN, closed);
        }
      if (outcome && *outcome)
        copil_runs_add (copil_runs_add_break (runs), COPIL_RUN_PLAIN, outcome);
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      copil_table_add_cell_text (table, lead ? lead : "–");
      copil_table_add_cell_text (table, *due ? due : "–");
      copil_table_add_cell (table, runs);
    }
  return table != NULL;
}

gboolean
copil_review_add_priorities (CopilDocument *document, const CopilReview *review, int year)
{
  g_autofree char *sql = g_strconcat (
      "SELECT e.label, e.text, " PARTIES_SQL ", e.due, 0 AS rank, a.position AS place, e.position"
      " FROM engagement e JOIN axis a ON a.id = e.axis WHERE e.priority = ?1",
      COPIL_AUDIENCE_SQL (review->audience, "e"),
      " UNION ALL SELECT d.label, d.text, " COPIL_CHARGE_SQL (
          "decision", "d") ", d.due, "
                           "1,"
                           " 0, d.position FROM decision d WHERE d.priority = ?1",
      COPIL_PAPER_DECISION_SQL (review->audience), " ORDER BY rank, place, 7", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (review->store, sql, "i", (gint64)year);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *due = copil_date_format (copil_query_text (query, 3));
      const char *who = copil_query_text (query, 2);

      if (!table)
        {
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Priority"), 62, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Signatories or pilote"), 24, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Due on"), 14, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell (table,
                            labelled (copil_query_text (query, 0), copil_query_text (query, 1)));
      copil_table_add_cell_text (table, who ? who : "–");
      copil_table_add_cell_text (table, *due ? due : "–");
    }
  return table != NULL;
}

gboolean
copil_review_add_meetings (CopilDocument *document, const CopilReview *review)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      review->store,
      "SELECT date, time, title, type, place FROM meeting WHERE date BETWEEN ?1 AND ?2"
      " ORDER BY date, time, id",
      "tt", review->from, review->to);
  const CopilField *type = copil_kind_get_field (copil_kind_get ("meeting"), "type");
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *day = copil_words_day (copil_query_text (query, 0));
      const char *title = copil_query_text (query, 2), *place = copil_query_text (query, 4);

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Meetings"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Date"), 30, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Meeting"), 45, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Place"), 25, COPIL_ALIGN_START);
        }
      copil_table_add_row_text (
          table, COPIL_ROW_BODY,
          (const char *[]){ day,
                            title && *title
                                ? title
                                : copil_field_get_option_label (type, copil_query_text (query, 3)),
                            place ? place : "–" });
    }
  return table != NULL;
}
