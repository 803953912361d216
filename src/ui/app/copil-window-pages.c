/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

#include "copil-actions-page.h"
#include "copil-axes-page.h"
#include "copil-budget-page.h"
#include "copil-charts-page.h"
#include "copil-deadlines-page.h"
#include "copil-decisions-page.h"
#include "copil-fiches-page.h"
#include "copil-history-page.h"
#include "copil-indicators-page.h"
#include "copil-life-page.h"
#include "copil-meetings-page.h"
#include "copil-overview-page.h"
#include "copil-passages-page.h"
#include "copil-review-page.h"
#include "copil-signatories-page.h"

/* Each takes its own type. */
#define SHOW(func) (void (*) (gpointer, const char *, gint64)) (void (*) (void)) func

/* What two pages show is the first one's, but where the other shows. */
const CopilWindowPage copil_window_pages[] = {
  { "overview", N_ ("Overview"), "view-grid-symbolic", "", copil_overview_page_new, NULL,
    .counts = TRUE },
  { "axes", N_ ("Axes"), "view-list-bullet-symbolic", "axis measure engagement",
    copil_axes_page_new, SHOW (copil_axes_page_show) },
  { "fiches", N_ ("Fiches action"), "text-x-generic-symbolic",
    "fiche step contribution resource fiche_review fiche_document", copil_fiches_page_new,
    SHOW (copil_fiches_page_show) },
  { "meetings", N_ ("Meetings"), "system-users-symbolic", "meeting attendance item decision",
    copil_meetings_page_new, SHOW (copil_meetings_page_show) },
  { "decisions", N_ ("Decisions"), "object-select-symbolic", "decision", copil_decisions_page_new,
    SHOW (copil_decisions_page_show) },
  { "indicators", N_ ("Indicators"), "copil-indicators-symbolic",
    "indicator target observation completeness", copil_indicators_page_new,
    SHOW (copil_indicators_page_show) },
  { "signatories", N_ ("Signatories"), "avatar-default-symbolic", "convention party person",
    copil_signatories_page_new, SHOW (copil_signatories_page_show) },
  { "charts", N_ ("Charts"), "copil-charts-symbolic", "", copil_charts_page_new, NULL,
    .counts = TRUE },
  { "bilan", N_ ("Bilan"), "copil-bilan-symbolic", "review_text", copil_review_page_new,
    SHOW (copil_review_page_show), .counts = TRUE },
  { "actions", N_ ("People reached"), "system-run-symbolic", "action theme", copil_actions_page_new,
    SHOW (copil_actions_page_show) },
  { "budget", N_ ("Budget"), "x-office-spreadsheet-symbolic",
    "budget_line budget_amount instalment", copil_budget_page_new, SHOW (copil_budget_page_show) },
  { "deadlines", N_ ("Deadlines"), "alarm-symbolic", "clause event fulfilment deadline",
    copil_deadlines_page_new, SHOW (copil_deadlines_page_show) },
  { "text", N_ ("Text"), "copil-text-symbolic", "source passage", copil_passages_page_new,
    SHOW (copil_passages_page_show) },
  { "life", N_ ("Life of the convention"), "copil-life-symbolic",
    "article amendment amended authorisation term dispute", copil_life_page_new,
    SHOW (copil_life_page_show) },
  { "history", N_ ("History"), "document-open-recent-symbolic", "changes", copil_history_page_new,
    SHOW (copil_history_page_show), .counts = TRUE },
};

const guint copil_window_n_pages = G_N_ELEMENTS (copil_window_pages);

guint
copil_window_find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (copil_window_pages); i++)
    if (g_strcmp0 (copil_window_pages[i].name, name) == 0)
      return i;
  return 0;
}

guint
copil_window_find_place (const char *kind, const char *shown)
{
  guint found = copil_window_n_pages;

  for (guint i = 0; i < copil_window_n_pages; i++)
    {
      g_auto (GStrv) kinds = g_strsplit (copil_window_pages[i].kinds, " ", -1);

      if (!g_strv_contains ((const char *const *)kinds, kind))
        continue;
      if (g_strcmp0 (copil_window_pages[i].name, shown) == 0)
        return i;
      if (found == copil_window_n_pages)
        found = i;
    }
  return found;
}
