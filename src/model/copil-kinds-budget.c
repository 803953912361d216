/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of the budget: amounts are in euros. */
#include "copil-kinds-private.h"
#include "copil-value.h"

static const CopilOption sides[] = { { "receipt", N_ ("Receipt") },
                                     { "expense", N_ ("Expense") },
                                     { NULL, NULL } };

const CopilKind copil_kind_budget_line = {
  .name = "budget_line",
  .plural = "budget_lines",
  .label = N_ ("Budget line"),
  .plural_label = N_ ("Budget lines"),
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("side", "label", "title", "funder", "funder_name"),
  .ordered = TRUE,
  .sections = SECTIONS (
      { "all", "side | label title funder | funder_name quantity | unit unit_price | years "
               "planned note confidential" }),
  .fields =
      (const CopilField[]){
          { "side", N_ ("Side"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED, .options = sides,
            .initial = "expense" },
          TEXT ("label", N_ ("Number"), COPIL_FIELD_SHORT),
          TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
          { "funder", N_ ("Funded by"), COPIL_FIELD_REFERENCE, .target = "party" },
          TEXT ("funder_name", N_ ("Other funder")),
          NUMBER ("quantity", N_ ("Quantity"), .unit_from = "unit"),
          TEXT ("unit", N_ ("Unit"), COPIL_FIELD_SHORT),
          NUMBER ("unit_price", N_ ("Unit price"), .unit = N_ ("€")),
          INTEGER ("years", N_ ("Years"), .most = 1000),
          NUMBER ("planned", N_ ("Planned"), .unit = N_ ("€")),
          NOTE ("note", N_ ("Note")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind copil_kind_budget_amount = {
  .name = "budget_amount",
  .plural = "budget_amounts",
  .label = N_ ("Amount of a year"),
  .plural_label = N_ ("Amounts by year"),
  .parent = "line",
  .title_field = "year",
  .order = "year, id",
  .key = KEY ("line", "year"),
  .unique = TRUE,
  .sections = SECTIONS ({ "all", "year planned | actual note" }),
  .fields =
      (const CopilField[]){ { "line", N_ ("Budget line"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "budget_line" },
                            INTEGER ("year", N_ ("Year"), COPIL_FIELD_REQUIRED | COPIL_FIELD_NAME,
                                     .most = COPIL_DATE_LAST_YEAR),
                            NUMBER ("planned", N_ ("Planned"), .unit = N_ ("€")),
                            NUMBER ("actual", N_ ("Actual"), .unit = N_ ("€")),
                            NOTE ("note", N_ ("Note")),
                            END },
};

const CopilKind copil_kind_instalment = {
  .name = "instalment",
  .plural = "instalments",
  .label = N_ ("Instalment"),
  .plural_label = N_ ("Instalments"),
  .parent = "line",
  .title_field = "name",
  .order = "due, id",
  .key = KEY ("line", "name", "due"),
  .sections = SECTIONS ({ "all", "name due | planned received | actual note" }),
  .fields = (const CopilField[]){ { "line", N_ ("Budget line"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "budget_line" },
                                  TEXT ("name", N_ ("Name")),
                                  DATE ("due", N_ ("Due on")),
                                  NUMBER ("planned", N_ ("Planned"), .unit = N_ ("€")),
                                  DATE ("received", N_ ("Received on")),
                                  NUMBER ("actual", N_ ("Actual"), .unit = N_ ("€")),
                                  NOTE ("note", N_ ("Note")),
                                  END },
};
