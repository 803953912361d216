/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-actions-document.h"
#include "copil-actions.h"
#include "copil-budget-document.h"
#include "copil-budget.h"
#include "copil-completeness.h"
#include "copil-figure.h"
#include "copil-figure-charts.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-review-private.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-words.h"

#define TEXT_WIDTH 170 /* millimetres */
#define ESTIMATES_SHOWN 20

static const char *const names[COPIL_N_REVIEWS] = { "review", "plan", "final" };

const char *
copil_review_get_name (CopilReviewType type)
{
  return names[type];
}

const char *
copil_review_get_label (CopilReviewType type)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("review_text"), "type");

  return copil_field_get_option_label (field, names[type]);
}

int
copil_review_get_year (CopilReviewType type, CopilStore *store)
{
  const char *today = copil_today ();
  int year = atoi (today), month = atoi (today + 5);
  g_autofree char *end = NULL;

  if (type == COPIL_REVIEW_FINAL)
    return 0;
  if (store)
    copil_figure_get_span (store, NULL, &end);
  year = (month >= 10 ? year : year - 1) + (type == COPIL_REVIEW_PLAN ? 1 : 0);
  return end ? MIN (year, atoi (end)) : year;
}

void
copil_review_init (CopilReview *review, CopilStore *store, CopilReviewType type, int year,
                   CopilAudience audience)
{
  const char *today = copil_today ();

  review->store = store;
  review->type = type;
  review->year = type == COPIL_REVIEW_FINAL ? 0 : CLAMP (year, 1, 9999);
  review->audience = audience;
  review->flags = audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL;
  g_snprintf (review->from, sizeof review->from, "%04d-01-01", review->year);
  g_snprintf (review->to, sizeof review->to, "%04d-12-31", review->year ? review->year : 9999);
  /* By the end of the year where that is over, else by today. */
  g_strlcpy (review->day,
             type == COPIL_REVIEW_ANNUAL && g_strcmp0 (review->to, today) < 0 ? review->to : today,
             sizeof review->day);
}

char *
copil_review_dup_text (CopilStore *store, CopilReviewType type, int year, const char *section,
                       gint64 axis, gint64 *id)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, text FROM review_text WHERE type = ?1 AND coalesce (year, 0) = ?2"
      " AND section = ?3 AND coalesce (axis, 0) = ?4 ORDER BY id LIMIT 1",
      "titi", names[type], (gint64)(type == COPIL_REVIEW_FINAL ? 0 : year), section, axis);
  gboolean found = copil_query_next (query);

  if (id)
    *id = found ? copil_query_int (query, 0) : 0;
  return found ? g_strdup (copil_query_text (query, 1)) : NULL;
}

typedef struct
{
  CopilReviewType type;
  int year;
  const char *section;
  gint64 axis;
  const char *text;
  gint64 id;
} Text;

static gboolean
insert_text (CopilStore *store, gpointer data, GError **error)
{
  const Text *text = data;
  g_autofree char *axis = text->axis ? g_strdup_printf ("%" G_GINT64_FORMAT, text->axis) : NULL;
  g_autofree char *year =
      text->type == COPIL_REVIEW_FINAL ? NULL : g_strdup_printf ("%d", text->year);

  return copil_store_insert (store, copil_kind_get ("review_text"), error, "type",
                             names[text->type], "section", text->section, "year", year, "axis",
                             axis, "text", text->text, NULL) != 0;
}

static gboolean
delete_text (CopilStore *store, gpointer data, GError **error)
{
  return copil_store_delete (store, copil_kind_get ("review_text"), ((const Text *)data)->id,
                             error);
}

gboolean
copil_review_set_text (CopilStore *store, CopilReviewType type, int year, const char *section,
                       gint64 axis, const char *text, GError **error)
{
  Text set = { type, year, section, axis, text, 0 };
  g_autofree char *before = copil_review_dup_text (store, type, year, section, axis, &set.id);

  if (!set.id)
    return !text || copil_store_do (store, _ ("Add a text to the bilan"), insert_text, &set, error);
  if (!text)
    return copil_store_do (store, _ ("Delete a text of the bilan"), delete_text, &set, error);
  return copil_store_edit (store, copil_kind_get ("review_text"), set.id, "text", text, error);
}

static void
section_free (gpointer data)
{
  CopilReviewSection *section = data;

  g_free (section->section);
  g_free (section->title);
  g_free (section->summary);
  g_free (section->text);
  g_free (section);
}

/* Takes the summary. */
static void
list_section (GPtrArray *sections, const CopilReview *review, const char *name, gint64 axis,
              const char *title, char *summary)
{
  CopilReviewSection *section = g_new0 (CopilReviewSection, 1);

  section->section = g_strdup (name);
  section->axis = axis;
  section->title = g_strdup (title);
  section->summary = summary;
  section->text = copil_review_dup_text (review->store, review->type, review->year, name, axis,
                                         &section->text_id);
  g_ptr_array_add (sections, section);
}

static char *
say_decisions (const CopilReview *review)
{
  g_autofree char *sql =
      g_strconcat ("SELECT count (*) FROM decision d JOIN meeting m ON m.id = d.meeting"
                   " WHERE m.date BETWEEN ?1 AND ?2",
                   COPIL_PAPER_DECISION_SQL (review->audience), NULL);
  gint64 n = copil_store_query_int (review->store, sql, "tt", review->from, review->to);

  return n ? g_strdup_printf (g_dngettext (NULL, "%lu decision.", "%lu decisions.", (gulong)n),
                              (gulong)n)
           : NULL;
}

static char *
say_priorities (const CopilReview *review, int year)
{
  g_autofree char *sql =
      g_strconcat ("SELECT (SELECT count (*) FROM engagement e WHERE e.priority = ?1",
                   COPIL_AUDIENCE_SQL (review->audience, "e"),
                   ") + (SELECT count (*) FROM decision d WHERE d.priority = ?1",
                   COPIL_PAPER_DECISION_SQL (review->audience), ")", NULL);
  gint64 n = copil_store_query_int (review->store, sql, "i", (gint64)year);

  return n ? g_strdup_printf (g_dngettext (NULL, "%lu priority.", "%lu priorities.", (gulong)n),
                              (gulong)n)
           : NULL;
}

static char *
say_actions (const CopilReview *review)
{
  CopilActionsFilter filter = { .year = review->year, .flags = review->flags };
  g_autoptr (CopilActionsTable) table =
      copil_actions_read (review->store, COPIL_BY_NOTHING, COPIL_BY_NOTHING, &filter);
  const CopilTotal *total = copil_actions_table_get (table, -1, -1, COPIL_COUNT_ACTIONS);
  g_autofree char *value = NULL;

  if (!total->n_known)
    return NULL;
  value = copil_total_format (total);
  return g_strdup_printf (_ ("%s actions."), value);
}

static char *
say_budget (const CopilReview *review)
{
  g_autoptr (CopilBudget) budget = copil_budget_read (review->store, review->flags, review->day);
  g_autofree char *receipts = NULL, *expenses = NULL;

  if (!budget->lines->len || budget->hidden > 0)
    return NULL;
  receipts = copil_euros_format (budget->planned[COPIL_SIDE_RECEIPT]);
  expenses = copil_euros_format (budget->planned[COPIL_SIDE_EXPENSE]);
  return g_strdup_printf (_ ("Receipts planned: %s; expenses planned: %s."), receipts, expenses);
}

GPtrArray *
copil_review_read_gaps (CopilStore *store, CopilReviewType type, int year, CopilAudience audience)
{
  CopilReview review;

  copil_review_init (&review, store, type, year, audience);
  return copil_completeness_read (store, review.flags, review.day);
}

gboolean
copil_review_shows_gap (const char *section, gint64 axis, const CopilCompleteness *completeness,
                        const CopilGap *gap)
{
  gboolean indicator = g_str_equal (gap->kind, "indicator");

  if (g_str_equal (section, "axis"))
    return completeness->axis == axis && axis != 0;
  return completeness->axis == 0 && ((g_str_equal (section, "figures") && indicator) ||
                                     (g_str_equal (section, "fiches") && !indicator));
}

/* How many gaps the section has, as a sentence; NULL for none, and for the plan, which tells
 * none. */
static char *
say_gaps (const CopilReview *review, GPtrArray *gaps, const char *section, gint64 axis)
{
  guint n = 0;

  for (guint i = 0; i < gaps->len && review->type != COPIL_REVIEW_PLAN; i++)
    {
      const CopilCompleteness *completeness = gaps->pdata[i];

      for (guint g = 0; g < completeness->gaps->len; g++)
        n += (guint)copil_review_shows_gap (section, axis, completeness,
                                            completeness->gaps->pdata[g]);
    }
  return n ? g_strdup_printf (g_dngettext (NULL, "%u piece of information is missing.",
                                           "%u pieces of information are missing.", n),
                              n)
           : NULL;
}

/* One sentence after the other; takes both, either may be NULL. */
static char *
join (char *first, char *second)
{
  char *both = first && second ? g_strdup_printf ("%s %s", first, second) : NULL;

  if (!both)
    return first ? first : second;
  g_free (first);
  g_free (second);
  return both;
}

static char *
say_figures (const CopilReview *review, GPtrArray *gaps)
{
  g_autoptr (GPtrArray) list = copil_figure_list (review->store, review->flags, NULL, 0);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += !copil_figure_get_axis (review->store, ((CopilIndicator *)list->pdata[i])->id);
  return join (n ? g_strdup_printf (g_dngettext (NULL, "%u indicator.", "%u indicators.", n), n)
                 : NULL,
               say_gaps (review, gaps, "figures", 0));
}

static char *
say_fiches (const CopilReview *review, GPtrArray *gaps)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM fiche f WHERE f.axis IS NULL",
                                      COPIL_AUDIENCE_SQL (review->audience, "f"), NULL);
  guint n = (guint)copil_store_query_int (review->store, sql, NULL);

  return join (
      n ? g_strdup_printf (g_dngettext (NULL, "%u fiche action.", "%u fiches action.", n), n)
        : NULL,
      say_gaps (review, gaps, "fiches", 0));
}

static char *
say_axis (const CopilReview *review, GPtrArray *gaps, gint64 axis)
{
  return join (copil_review_dup_counts (review, axis), say_gaps (review, gaps, "axis", axis));
}

static void
list_priorities (GPtrArray *sections, const CopilReview *review, int year)
{
  g_autofree char *title = g_strdup_printf (_ ("Priorities of %d"), year);

  list_section (sections, review, "priorities", 0, title, say_priorities (review, year));
}

GPtrArray *
copil_review_list_sections (CopilStore *store, CopilReviewType type, int year,
                            CopilAudience audience)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);
  g_autoptr (GPtrArray) gaps = copil_review_read_gaps (store, type, year, audience);
  CopilReview review;
  g_autoptr (GPtrArray) axes = copil_view_list_axes (store);

  copil_review_init (&review, store, type, year, audience);
  list_section (sections, &review, "introduction", 0, _ ("Introduction"),
                copil_review_dup_counts (&review, 0));
  if (type == COPIL_REVIEW_PLAN)
    list_priorities (sections, &review, review.year);
  for (guint i = 0; i < axes->len; i++)
    {
      gint64 axis = ((CopilViewAxis *)axes->pdata[i])->id;
      g_autofree char *title = copil_store_dup_title (store, copil_kind_get ("axis"), axis);

      list_section (sections, &review, "axis", axis, title, say_axis (&review, gaps, axis));
    }
  list_section (sections, &review, "figures", 0, _ ("Other figures"), say_figures (&review, gaps));
  if (type != COPIL_REVIEW_PLAN)
    list_section (sections, &review, "actions", 0, _ ("Actions and beneficiaries"),
                  say_actions (&review));
  list_section (sections, &review, "fiches", 0, _ ("Other fiches action"),
                say_fiches (&review, gaps));
  if (type != COPIL_REVIEW_PLAN)
    list_section (sections, &review, "decisions", 0, _ ("Decisions"), say_decisions (&review));
  list_section (sections, &review, "budget", 0, _ ("Budget"), say_budget (&review));
  if (type == COPIL_REVIEW_ANNUAL)
    list_priorities (sections, &review, review.year + 1);
  list_section (sections, &review, "conclusion", 0, _ ("Conclusion"), NULL);
  return sections;
}

static char *
make_title (const CopilReview *review)
{
  switch (review->type)
    {
    case COPIL_REVIEW_ANNUAL:
      return g_strdup_printf (_ ("Bilan annuel %d"), review->year);
    case COPIL_REVIEW_PLAN:
      return g_strdup_printf (_ ("Plan de partenariat %d"), review->year);
    default:
      return g_strdup (_ ("Final evaluation of the convention"));
    }
}

static CopilDocument *
start (const CopilReview *review)
{
  g_autofree char *title = make_title (review), *convention = NULL, *short_title = NULL;
  CopilDocument *document;

  convention = copil_paper_convention (review->store, "title");
  short_title = copil_store_dup_name (review->store);
  document = copil_document_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_paper_add_sender (document, review->store);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, title);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, short_title);
  copil_document_add_contents (document, _ ("Contents"), 2);
  return document;
}

static gboolean
add_text (CopilDocument *document, const CopilReview *review, const char *section, gint64 axis)
{
  g_autofree char *text =
      copil_review_dup_text (review->store, review->type, review->year, section, axis, NULL);

  if (!text || !*text)
    return FALSE;
  copil_document_add_notes (document, text);
  return TRUE;
}

static gboolean
add_introduction (CopilDocument *document, const CopilReview *review, GError **error)
{
  g_autoptr (CopilChart) status = NULL, indicators = NULL;
  CopilChartFilter filter = { .audience = review->audience, .today = review->day };
  g_autofree char *counts = copil_review_dup_counts (review, 0);

  copil_document_add_heading (document, 1, _ ("Overview"));
  copil_document_add_text (document, COPIL_ROLE_LEAD, counts);
  add_text (document, review, "introduction", 0);
  if (review->type == COPIL_REVIEW_PLAN)
    return TRUE;
  status = copil_status_chart_new (review->store, review->audience, review->day);
  if (counts && !copil_figure_add (document, status, TEXT_WIDTH,
                                   _ ("How the engagements stand, axis by axis"), error))
    return FALSE;
  indicators = copil_indicators_chart_new (review->store, &filter);
  return copil_chart_is_empty (indicators) ||
         copil_figure_add (document, indicators, TEXT_WIDTH,
                           _ ("The indicators against their targets"), error);
}

static void
add_axes (CopilDocument *document, const CopilReview *review)
{
  g_autoptr (GPtrArray) axes = copil_view_list_axes (review->store);

  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *shown = axes->pdata[i];
      gint64 axis = shown->id;
      g_autofree char *label = copil_words_axis (shown->label);
      const char *title = shown->title;
      g_autofree char *heading =
          label ? g_strdup_printf ("%s – %s", label, title) : g_strdup (title);
      g_autofree char *counts = copil_review_dup_counts (review, axis);
      gboolean any;

      copil_document_add_heading (document, 1, heading);
      if (review->type != COPIL_REVIEW_PLAN)
        copil_document_add_text (document, COPIL_ROLE_LEAD, counts);
      any = add_text (document, review, "axis", axis);
      any = copil_review_add_engagements (document, review, axis, 2) || any;
      any = copil_review_add_indicators (document, review, axis, 2) || any;
      any = copil_review_add_fiches (document, review, axis, 2) || any;
      if (review->type == COPIL_REVIEW_ANNUAL)
        any = copil_review_add_notes (document, review, axis, 2) || any;
      if (review->type != COPIL_REVIEW_PLAN)
        any = copil_review_add_gaps (document, review, "axis", axis, 2) || any;
      if (!any)
        copil_document_add_text (document, COPIL_ROLE_BODY, _ ("Nothing to report."));
    }
}

/* A part with its heading, the secretary's text and what "add" adds; the heading only where one of
 * them is there. */
typedef gboolean (*AddPart) (CopilDocument *document, const CopilReview *review);

static gboolean
add_other_figures (CopilDocument *document, const CopilReview *review)
{
  gboolean any = copil_review_add_indicators (document, review, 0, 2);

  if (review->type != COPIL_REVIEW_PLAN)
    any = copil_review_add_gaps (document, review, "figures", 0, 2) || any;
  return any;
}

static gboolean
add_other_fiches (CopilDocument *document, const CopilReview *review)
{
  gboolean any = copil_review_add_fiches (document, review, 0, 2);

  if (review->type != COPIL_REVIEW_PLAN)
    any = copil_review_add_gaps (document, review, "fiches", 0, 2) || any;
  return any;
}

/* Why a count is an estimate, where the file tells it. */
static void
add_estimates (CopilDocument *document, const CopilReview *review)
{
  g_autofree char *sql = g_strconcat (
      "SELECT title, note FROM action a WHERE state = 'estimated' AND note > ''"
      " AND (?1 = 0 OR substr (coalesce (start, finish), 1, 4) = cast (?1 AS TEXT))",
      COPIL_AUDIENCE_SQL (review->audience, "a"), " ORDER BY position, id LIMIT ?2", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (review->store, sql, "ii", (gint64)review->year, (gint64)ESTIMATES_SHOWN);

  while (copil_query_next (query))
    {
      /* Translators: an action, and why its count is an estimate */
      g_autofree char *text = g_strdup_printf (
          _ ("%s (estimated): %s"), copil_query_text (query, 0), copil_query_text (query, 1));

      copil_document_add_text (document, COPIL_ROLE_NOTE, text);
    }
}

static gboolean
add_actions (CopilDocument *document, const CopilReview *review)
{
  if (!copil_actions_document_add (document, review->store, review->year, review->audience, 2))
    return FALSE;
  add_estimates (document, review);
  return TRUE;
}

static gboolean
add_budget (CopilDocument *document, const CopilReview *review)
{
  return copil_budget_document_add (document, review->store, review->year, review->audience, 2);
}

static gboolean
add_priorities (CopilDocument *document, const CopilReview *review)
{
  return copil_review_add_priorities (document, review,
                                      review->year + (review->type == COPIL_REVIEW_PLAN ? 0 : 1));
}

/* Whether the part has anything: it is made on a document of its own first. */
static gboolean
has_part (const CopilReview *review, AddPart add)
{
  g_autoptr (CopilDocument) trial = copil_document_new ("-", copil_words_language ());

  return add && add (trial, review);
}

static void
add_part (CopilDocument *document, const CopilReview *review, const char *section,
          const char *heading, AddPart add, const char *otherwise)
{
  g_autofree char *text =
      copil_review_dup_text (review->store, review->type, review->year, section, 0, NULL);
  gboolean has = has_part (review, add);

  if (!has && !(text && *text) && !otherwise)
    return;
  copil_document_add_heading (document, 1, heading);
  add_text (document, review, section, 0);
  if (has)
    add (document, review);
  else if (otherwise && !(text && *text))
    copil_document_add_text (document, COPIL_ROLE_BODY, otherwise);
}

CopilDocument *
copil_review_document_new (CopilStore *store, CopilReviewType type, int year,
                           CopilAudience audience, GError **error)
{
  g_autoptr (CopilDocument) document = NULL;
  CopilReview review;

  copil_review_init (&review, store, type, year ? year : copil_review_get_year (type, store),
                     audience);
  document = start (&review);
  if (!add_introduction (document, &review, error))
    return NULL;
  if (type == COPIL_REVIEW_PLAN)
    {
      g_autofree char *heading = g_strdup_printf (_ ("Priorities of %d"), review.year);

      add_part (document, &review, "priorities", heading, add_priorities,
                _ ("No priority was chosen yet."));
    }
  add_axes (document, &review);
  add_part (document, &review, "figures", _ ("Other figures"), add_other_figures, NULL);
  if (type != COPIL_REVIEW_PLAN)
    add_part (document, &review, "actions", _ ("Actions and beneficiaries"), add_actions, NULL);
  add_part (document, &review, "fiches", _ ("Other fiches action"), add_other_fiches, NULL);
  if (type != COPIL_REVIEW_PLAN)
    add_part (document, &review, "decisions", _ ("Decisions"), copil_review_add_decisions,
              _ ("No decision was recorded."));
  add_part (document, &review, "budget", _ ("Budget"), add_budget, NULL);
  if (type == COPIL_REVIEW_PLAN)
    copil_review_add_meetings (document, &review);
  if (type == COPIL_REVIEW_ANNUAL)
    {
      g_autofree char *heading = g_strdup_printf (_ ("Priorities of %d"), review.year + 1);

      add_part (document, &review, "priorities", heading, add_priorities,
                _ ("No priority was chosen yet."));
    }
  add_part (document, &review, "conclusion", _ ("Conclusion"), NULL, NULL);
  return g_steal_pointer (&document);
}
