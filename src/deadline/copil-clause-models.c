/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-clause-models.h"

#include <glib/gi18n-lib.h>

static const CopilClause models[] = {
  { .title = N_ ("End of the convention"), .sort = "term", .counted_from = "expiry" },
  { .title = N_ ("No tacit renewal"), .sort = "renewal" },
  { .title = N_ ("Last day to oppose the renewal"),
    .sort = "notice",
    .counted_from = "expiry",
    .number = 3,
    .unit = "months",
    .direction = "before" },
  { .title = N_ ("Inform the other party of the expiry"),
    .sort = "information",
    .counted_from = "expiry",
    .number = 6,
    .unit = "months",
    .direction = "before" },
  { .title = N_ ("The termination takes effect"),
    .sort = "termination",
    .counted_from = "event",
    .event = N_ ("Letter of termination received"),
    .number = 2,
    .unit = "months",
    .direction = "after" },
  { .title = N_ ("Hold the year’s meeting of the committee"),
    .sort = "meeting",
    .counted_from = "signature",
    .number = 1,
    .unit = "years",
    .direction = "after",
    .recurrence = "year" },
  { .title = N_ ("Draw up the bilan of the past year"),
    .sort = "bilan",
    .counted_from = "meeting",
    .recurrence = "meeting" },
  { .title = N_ ("Decide on the plan of the coming year"),
    .sort = "plan",
    .counted_from = "meeting",
    .recurrence = "meeting" },
  { .title = N_ ("Take stock at the first meeting"),
    .sort = "stocktaking",
    .counted_from = "meeting" },
  { .title = N_ ("Present the bilan in a public meeting"),
    .sort = "public_meeting",
    .counted_from = "meeting",
    .recurrence = "meeting" },
  { .title = N_ ("Evaluate before 1 July of the last year"),
    .sort = "evaluation",
    .counted_from = "expiry",
    .direction = "before",
    .limit_day = 1,
    .limit_month = 7,
    .limit_rule = "before" },
  { .title = N_ ("Hand in the accounts within six months, or before 1 July"),
    .sort = "accounts",
    .counted_from = "fiscal_year_end",
    .number = 6,
    .unit = "months",
    .direction = "after",
    .recurrence = "year",
    .limit_day = 1,
    .limit_month = 7,
    .limit_rule = "before" },
  { .title = N_ ("Hand in the documents after the general assembly"),
    .sort = "documents",
    .counted_from = "event",
    .event = N_ ("General assembly"),
    .number = 1,
    .unit = "months",
    .direction = "after" },
  { .title = N_ ("Bilan before deciding to go on"), .sort = "condition", .counted_from = "expiry" },
  { .title = N_ ("Put right the use of a logo"),
    .sort = "logo",
    .counted_from = "event",
    .event = N_ ("Formal notice about a logo"),
    .number = 8,
    .unit = "days",
    .direction = "after" },
  { .title = N_ ("Favourable opinion before a digital tool goes online"), .sort = "digital" },
  { .title = N_ ("Amendment before personal data is collected"), .sort = "personal_data" },
  { .title = N_ ("Keep confidential what is learnt"), .sort = "confidentiality" },
  { .title = N_ ("Agree on what is published"), .sort = "publicity" },
};

guint
copil_clause_models_get_n (void)
{
  return G_N_ELEMENTS (models);
}

const CopilClause *
copil_clause_models_get (guint place)
{
  return &models[place];
}
