/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of what is followed from year to year: dated notes, the life of a fiche, the
 * texts of the bilan. */
#include "copil-kinds-private.h"
#include "copil-value.h"

static const CopilOption natures[] = { { "people", N_ ("People") },
                                       { "euros", N_ ("Euros") },
                                       { NULL, NULL } };

static const CopilOption reviews[] = { { "review", N_ ("Bilan annuel") },
                                       { "plan", N_ ("Plan de partenariat") },
                                       { "final", N_ ("Final evaluation") },
                                       { NULL, NULL } };

static const CopilOption sections[] = { { "introduction", N_ ("Introduction") },
                                        { "axis", N_ ("Axis") },
                                        { "figures", N_ ("Figures") },
                                        { "actions", N_ ("Actions and beneficiaries") },
                                        { "fiches", N_ ("Fiches action") },
                                        { "decisions", N_ ("Decisions") },
                                        { "budget", N_ ("Budget") },
                                        { "priorities", N_ ("Priorities") },
                                        { "conclusion", N_ ("Conclusion") },
                                        { NULL, NULL } };

const CopilKind copil_kind_followup = {
  .name = "followup",
  .event = TRUE,
  .plural = "followups",
  .label = N_ ("Follow-up note"),
  .plural_label = N_ ("Follow-up notes"),
  .title_field = "text",
  .order = "date, id",
  .key = KEY ("engagement", "fiche", "decision", "date", "text"),
  .sections = SECTIONS ({ "all", "text date | author confidential" }),
  .fields =
      (const CopilField[]){
          { "engagement", N_ ("Engagement"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_SUBJECT | COPIL_FIELD_HIDDEN, .target = "engagement" },
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_SUBJECT | COPIL_FIELD_HIDDEN, .target = "fiche" },
          { "decision", N_ ("Decision"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_SUBJECT | COPIL_FIELD_HIDDEN, .target = "decision" },
          DATE ("date", N_ ("Date")),
          TEXT ("author", N_ ("Author")),
          NOTE ("text", N_ ("Text"), COPIL_FIELD_REQUIRED),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind copil_kind_resource = {
  .name = "resource",
  .plural = "resources",
  .label = N_ ("Mean"),
  .plural_label = N_ ("Means"),
  .parent = "fiche",
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("fiche", "nature", "name", "year", "funder", "funder_name"),
  .ordered = TRUE,
  .sections = SECTIONS ({ "all", "name nature | year funder | funder_name planned | spent note" }),
  .fields =
      (const CopilField[]){
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "fiche" },
          { "nature", N_ ("Counted in"), COPIL_FIELD_CHOICE, .options = natures,
            .initial = "euros" },
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
          { "funder", N_ ("Funded by"), COPIL_FIELD_REFERENCE, .target = "party" },
          TEXT ("funder_name", N_ ("Other funder")),
          INTEGER ("year", N_ ("Year"), COPIL_FIELD_NAME, .most = COPIL_DATE_LAST_YEAR),
          NUMBER ("planned", N_ ("Planned")),
          NUMBER ("spent", N_ ("Spent")),
          NOTE ("note", N_ ("Note")),
          END },
};

const CopilKind copil_kind_fiche_review = {
  .name = "fiche_review",
  .event = TRUE,
  .plural = "fiche_reviews",
  .label = N_ ("Bilan of the fiche"),
  .plural_label = N_ ("Bilans of the fiche"),
  .parent = "fiche",
  .title_field = "year",
  .order = "year, id",
  .key = KEY ("fiche", "year"),
  .unique = TRUE,
  .sections = SECTIONS ({ "all", "year done obstacles next" }),
  .fields =
      (const CopilField[]){ { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "fiche" },
                            INTEGER ("year", N_ ("Year"), COPIL_FIELD_REQUIRED | COPIL_FIELD_NAME,
                                     .most = COPIL_DATE_LAST_YEAR),
                            NOTE ("done", N_ ("What was done")),
                            NOTE ("obstacles", N_ ("Obstacles")),
                            NOTE ("next", N_ ("What comes next")),
                            END },
};

const CopilKind copil_kind_fiche_document = {
  .name = "fiche_document",
  .event = TRUE,
  .plural = "fiche_documents",
  .label = N_ ("Document of the fiche"),
  .plural_label = N_ ("Documents of the fiche"),
  .parent = "fiche",
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("fiche", "name"),
  .ordered = TRUE,
  .sections = SECTIONS ({ "caption", "caption" }, { "printed", "printed" }),
  .fields =
      (const CopilField[]){
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "fiche" },
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED | COPIL_FIELD_HIDDEN),
          TEXT ("caption", N_ ("Caption")),
          TEXT ("mime", N_ ("Type"), COPIL_FIELD_HIDDEN),
          INTEGER ("size", N_ ("Size"), COPIL_FIELD_EARNED | COPIL_FIELD_HIDDEN,
                   .unit = N_ ("bytes")),
          TEXT ("sha256", N_ ("SHA-256 digest"), COPIL_FIELD_EARNED | COPIL_FIELD_HIDDEN),
          { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
          { "printed", N_ ("In the exported fiche"), COPIL_FIELD_BOOLEAN },
          END },
};

const CopilKind copil_kind_review_text = {
  .name = "review_text",
  .plural = "review_texts",
  .label = N_ ("Text of the bilan"),
  .plural_label = N_ ("Texts of the bilan"),
  .title_field = "text",
  .order = "year, type, id",
  .key = KEY ("type", "year", "section", "axis"),
  .unique = TRUE,
  .fields =
      (const CopilField[]){
          { "type", N_ ("Type"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED, .options = reviews,
            .initial = "review" },
          INTEGER ("year", N_ ("Year"), COPIL_FIELD_NAME, .most = COPIL_DATE_LAST_YEAR),
          { "section", N_ ("Section"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED,
            .options = sections, .initial = "introduction" },
          { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, .target = "axis" },
          NOTE ("text", N_ ("Text")),
          END },
};

const CopilKind copil_kind_mapping = {
  .name = "mapping",
  .plural = "mappings",
  .label = N_ ("Column of an import"),
  .plural_label = N_ ("Columns of imports"),
  .title_field = "header",
  .order = "kind, id",
  .key = KEY ("kind", "header"),
  .unique = TRUE,
  .fields = (const CopilField[]){ TEXT ("kind", N_ ("Kind"), COPIL_FIELD_REQUIRED),
                                  TEXT ("header", N_ ("Column"), COPIL_FIELD_REQUIRED),
                                  TEXT ("field", N_ ("Field")), END },
};
