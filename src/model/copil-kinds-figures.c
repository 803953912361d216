/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of what is counted: indicators, actions and their beneficiaries. */
#include "copil-kinds-private.h"

static const CopilOption natures[] = { { "number", N_ ("A number") },
                                       { "scale", N_ ("A level on a scale") },
                                       { NULL, NULL } };

static const CopilOption directions[] = { { "rise", N_ ("To raise to the target") },
                                          { "fall", N_ ("To lower to the target") },
                                          { "above", N_ ("To keep above the target") },
                                          { "below", N_ ("To keep below the target") },
                                          { NULL, NULL } };

static const CopilOption countings[] = { { "state", N_ ("The situation at the date") },
                                         { "cumulative", N_ ("The total since the beginning") },
                                         { "period", N_ ("What the period brought") },
                                         { NULL, NULL } };

static const CopilOption periodicities[] = { { "year", N_ ("Every year") },
                                             { "school_year", N_ ("Every school year") },
                                             { "semester", N_ ("Every semester") },
                                             { "quarter", N_ ("Every quarter") },
                                             { "month", N_ ("Every month") },
                                             { "once", N_ ("Once") },
                                             { NULL, NULL } };

static const CopilOption splits[] = {
  { "girls_boys", N_ ("Girls and boys") }, { "women_men", N_ ("Women and men") },
  { "academie", N_ ("By académie") },      { "level", N_ ("By level of training") },
  { "free", N_ ("Other parts") },          { NULL, NULL }
};

static const CopilOption states[] = { { "final", N_ ("Final") },
                                      { "estimated", N_ ("Estimated") },
                                      { NULL, NULL } };

const CopilKind copil_kind_indicator = {
  .name = "indicator",
  .plural = "indicators",
  .label = N_ ("Indicator"),
  .plural_label = N_ ("Indicators"),
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("name"),
  .unique = TRUE,
  .ordered = TRUE,
  .sections = SECTIONS (
      { "all", "name unit axis measure engagement fiche nature | direction scale counting | "
               "periodicity baseline_value | baseline_date baseline_derived baseline_note "
               "split | supplier split_names source confidential" }),
  .fields =
      (const CopilField[]){
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
          TEXT ("unit", N_ ("Unit"), COPIL_FIELD_SHORT),
          { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, .target = "axis" },
          { "measure", N_ ("Measure"), COPIL_FIELD_REFERENCE, .target = "measure" },
          { "engagement", N_ ("Engagement"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "engagement" },
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "fiche" },
          { "nature", N_ ("What is observed"), COPIL_FIELD_CHOICE, .options = natures,
            .initial = "number" },
          NOTE ("scale", N_ ("Levels, from the lowest to the highest")),
          { "direction", N_ ("Direction"), COPIL_FIELD_CHOICE, .options = directions,
            .initial = "rise" },
          { "counting", N_ ("What a value tells"), COPIL_FIELD_CHOICE, .options = countings,
            .initial = "state" },
          { "periodicity", N_ ("Periodicity"), COPIL_FIELD_CHOICE, .options = periodicities,
            .initial = "year" },
          { "split", N_ ("Split"), COPIL_FIELD_CHOICE, .options = splits },
          NOTE ("split_names", N_ ("Names of the parts")),
          { "supplier", N_ ("Supplied by"), COPIL_FIELD_REFERENCE, .target = "party" },
          NUMBER ("baseline_value", N_ ("Baseline"), .unit_from = "unit"),
          DATE ("baseline_date", N_ ("Date of the baseline")),
          { "baseline_derived", N_ ("Derived baseline"), COPIL_FIELD_BOOLEAN },
          NOTE ("baseline_note", N_ ("Where the baseline comes from")),
          NOTE ("source", N_ ("Source")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind copil_kind_target = {
  .name = "target",
  .plural = "targets",
  .label = N_ ("Target"),
  .plural_label = N_ ("Targets"),
  .parent = "indicator",
  .title_field = "value",
  .other_title = "date",
  .order = "date, id",
  .key = KEY ("indicator", "date"),
  .unique = TRUE,
  .sections = SECTIONS ({ "all", "value | date note" }),
  .fields = (const CopilField[]){ { "indicator", N_ ("Indicator"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "indicator" },
                                  NUMBER ("value", N_ ("Value"), .unit_from = "indicator.unit"),
                                  DATE ("date", N_ ("Date")),
                                  NOTE ("note", N_ ("Note")),
                                  END },
};

const CopilKind copil_kind_observation = {
  .name = "observation",
  .plural = "observations",
  .label = N_ ("Observation"),
  .plural_label = N_ ("Observations"),
  .parent = "indicator",
  .title_field = "value",
  .other_title = "date",
  .order = "date, id",
  .key = KEY ("indicator", "date"),
  .unique = TRUE,
  .sections = SECTIONS ({ "values", "value | date state note" },
                        { "levels", "level | date state note", .again = TRUE }),
  .fields = (const CopilField[]){ { "indicator", N_ ("Indicator"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "indicator" },
                                  NUMBER ("value", N_ ("Value"), .unit_from = "indicator.unit"),
                                  TEXT ("level", N_ ("Level")),
                                  DATE ("date", N_ ("Date")),
                                  { "state", N_ ("State"), COPIL_FIELD_CHOICE, .options = states,
                                    .initial = "final" },
                                  NOTE ("note", N_ ("Note")),
                                  END },
};

const CopilKind copil_kind_split = {
  .name = "split",
  .plural = "splits",
  .label = N_ ("Part of an observation"),
  .plural_label = N_ ("Parts of an observation"),
  .parent = "observation",
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("observation", "name"),
  .unique = TRUE,
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "observation", N_ ("Observation"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "observation" },
                                  TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  NUMBER ("value", N_ ("Value"),
                                          .unit_from = "observation.indicator.unit"),
                                  END },
};

const CopilKind copil_kind_theme = {
  .name = "theme",
  .plural = "themes",
  .label = N_ ("Theme"),
  .plural_label = N_ ("Themes"),
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("label", "title"),
  .unique = TRUE,
  .ordered = TRUE,
  .fields = (const CopilField[]){ TEXT ("label", N_ ("Number"), COPIL_FIELD_SHORT),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  NOTE ("note", N_ ("Note")), END },
};

const CopilKind copil_kind_action = {
  .name = "action",
  .plural = "actions",
  .label = N_ ("Action"),
  .plural_label = N_ ("Actions"),
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("title", "theme", "academie", "start", "finish", "fiche"),
  .ordered = TRUE,
  .sections = SECTIONS (
      { "all",
        "title theme academie | number start | finish schools | academies young girls | boys "
        "staff women | men companies | organisations state declared fiche note confidential" }),
  .fields =
      (const CopilField[]){
          TEXT ("title", N_ ("Title")),
          { "theme", N_ ("Theme"), COPIL_FIELD_REFERENCE, .target = "theme" },
          TEXT ("academie", N_ ("Académie")),
          DATE ("start", N_ ("Begins on"), COPIL_FIELD_START),
          DATE ("finish", N_ ("Ends on")),
          INTEGER ("number", N_ ("Number of actions"), .initial = "1"),
          INTEGER ("academies", N_ ("Académies")),
          INTEGER ("schools", N_ ("Schools")),
          INTEGER ("young", N_ ("Young people")),
          INTEGER ("girls", N_ ("Girls")),
          INTEGER ("boys", N_ ("Boys")),
          INTEGER ("staff", N_ ("Teachers and staff")),
          INTEGER ("women", N_ ("Women")),
          INTEGER ("men", N_ ("Men")),
          INTEGER ("companies", N_ ("Companies")),
          INTEGER ("organisations", N_ ("Professional organisations")),
          { "declared", N_ ("Declared total of the period"), COPIL_FIELD_BOOLEAN },
          { "state", N_ ("State"), COPIL_FIELD_CHOICE, .options = states, .initial = "final" },
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "fiche" },
          NOTE ("note", N_ ("Note")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};
