/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All kinds and one more, and one more field of an engagement: it takes the place of the list of
 * kinds where it is linked. Their tables are in schema-more.sql. Nothing else knows them. */
#define copil_kinds copil_kinds_without_more
#include "../../src/model/copil-kinds.c"
#undef copil_kinds

static const CopilOption states[] = { { "ready", "Ready" }, { "lent", "Lent" }, { NULL, NULL } };

static const CopilField motto = TEXT ("motto", "Motto");

static const CopilKind loan = {
  .name = "loan",
  .plural = "loans",
  .label = "Loan",
  .plural_label = "Loans",
  .parent = "axis",
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("axis", "title"),
  .ordered = TRUE,
  .numbered = TRUE,
  .dates_from = "since",
  .fields =
      (const CopilField[]){
          { "axis", "Axis", COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED, .target = "axis" },
          TEXT ("label", "Number", COPIL_FIELD_SHORT),
          TEXT ("title", "Title", COPIL_FIELD_REQUIRED),
          { "state", "State", COPIL_FIELD_CHOICE, .options = states, .initial = "ready" },
          { "borrower", "Borrower", COPIL_FIELD_REFERENCE, .target = "party" },
          { "parties", "Signatories", COPIL_FIELD_REFERENCES, .target = "party",
            .link = "loan_party" },
          DATE ("since", "Since"),
          DATE ("back", "Back on"),
          NUMBER ("quantity", "Quantity", .unit_from = "unit"),
          TEXT ("unit", "Unit", COPIL_FIELD_SHORT),
          { "insured", "Insured", COPIL_FIELD_BOOLEAN },
          NOTE ("note", "Note"),
          { "confidential", "Confidential", COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind *const *copil_kinds (void);

const CopilKind *const *
copil_kinds (void)
{
  static const CopilKind *kinds[100];
  static CopilField fields[60];
  static CopilKind engagement;
  const CopilKind *const *all = copil_kinds_without_more ();
  guint n = 0, n_fields = 0;

  if (kinds[0])
    return kinds;
  engagement = copil_kind_engagement;
  for (; engagement.fields[n_fields].name; n_fields++)
    fields[n_fields] = engagement.fields[n_fields];
  fields[n_fields] = motto;
  engagement.fields = fields;
  for (; all[n]; n++)
    kinds[n] = all[n] == &copil_kind_engagement ? &engagement : all[n];
  kinds[n] = &loan;
  return kinds;
}
