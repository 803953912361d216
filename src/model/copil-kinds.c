/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of all kinds: what the forms, the lists, the history, the import and the exports
 * are made from. */
#include "copil-kind.h"

#include <glib/gi18n-lib.h>

#define TEXT(name, label, ...)                                                                     \
  {                                                                                                \
    name, label, COPIL_FIELD_TEXT, __VA_ARGS__                                                     \
  }
#define NOTE(name, label, ...)                                                                     \
  {                                                                                                \
    name, label, COPIL_FIELD_NOTE, __VA_ARGS__                                                     \
  }
#define DATE(name, label, ...)                                                                     \
  {                                                                                                \
    name, label, COPIL_FIELD_DATE, __VA_ARGS__                                                     \
  }
#define END                                                                                        \
  {                                                                                                \
    .name = NULL                                                                                   \
  }

static const CopilOption renewals[] = { { "none", N_ ("None") },
                                        { "tacit", N_ ("Tacit") },
                                        { "conditional", N_ ("Conditional") },
                                        { "unstated", N_ ("Not stated") },
                                        { NULL, NULL } };

static const CopilOption sides[] = { { "1", N_ ("On the one part") },
                                     { "2", N_ ("On the other part") },
                                     { "3", N_ ("Third side") },
                                     { NULL, NULL } };

static const CopilOption civilities[] = { { "Mme", N_ ("Ms") },
                                          { "M.", N_ ("Mr") },
                                          { NULL, NULL } };

static const CopilOption statuses[] = { { "planned", N_ ("Planned") },
                                        { "in_progress", N_ ("In progress") },
                                        { "done", N_ ("Done") },
                                        { "abandoned", N_ ("Abandoned") },
                                        { NULL, NULL } };

static const CopilOption strengths[] = { { "must", N_ ("Firm: “commits to”") },
                                         { "may", N_ ("Possible: “may”") },
                                         { NULL, NULL } };

static const CopilOption meeting_types[] = {
  { "ordinary", N_ ("Ordinary committee") },  { "exceptional", N_ ("Exceptional committee") },
  { "working_group", N_ ("Working group") },  { "public", N_ ("Public presentation") },
  { "workshop", N_ ("Workshop or seminar") }, { NULL, NULL }
};

static const CopilOption minutes_states[] = { { "draft", N_ ("Draft") },
                                              { "proposed", N_ ("Proposed") },
                                              { "amended", N_ ("Amended") },
                                              { "validated", N_ ("Validated") },
                                              { NULL, NULL } };

static const CopilOption attendance_states[] = { { "present", N_ ("Present") },
                                                 { "excused", N_ ("Excused") },
                                                 { "represented", N_ ("Represented") },
                                                 { "absent", N_ ("Absent") },
                                                 { NULL, NULL } };

static const CopilKind convention = {
  .name = "convention",
  .plural = "conventions",
  .label = N_ ("Convention"),
  .plural_label = N_ ("Conventions"),
  .title_field = "title",
  .order = "id",
  .fields =
      (const CopilField[]){
          TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
          TEXT ("short_title", N_ ("Short title")),
          TEXT ("reference", N_ ("Reference")),
          DATE ("signed", N_ ("Signed on")),
          DATE ("effective", N_ ("Effective from")),
          { "duration_months", N_ ("Duration"), COPIL_FIELD_INTEGER, .unit = N_ ("months") },
          DATE ("expires", N_ ("Expires on")),
          { "renewal", N_ ("Renewal"), COPIL_FIELD_CHOICE, .options = renewals,
            .initial = "unstated" },
          { "notice_months", N_ ("Notice"), COPIL_FIELD_INTEGER, .unit = N_ ("months") },
          { "meetings_per_year", N_ ("Meetings a year, at least"), COPIL_FIELD_INTEGER },
          NOTE ("object", N_ ("Object")),
          NOTE ("steering", N_ ("Steering committee")),
          END },
};

static const CopilKind party = {
  .name = "party",
  .plural = "parties",
  .label = N_ ("Signatory"),
  .plural_label = N_ ("Signatories"),
  .title_field = "short_name",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  TEXT ("short_name", N_ ("Short name")),
                                  { "side", N_ ("Side"), COPIL_FIELD_CHOICE, .options = sides,
                                    .initial = "1" },
                                  TEXT ("representative", N_ ("Represented by")),
                                  NOTE ("address", N_ ("Address")),
                                  END },
};

static const CopilKind person = {
  .name = "person",
  .plural = "persons",
  .label = N_ ("Person"),
  .plural_label = N_ ("Persons"),
  .title_field = "name",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          { "civility", N_ ("Civility"), COPIL_FIELD_CHOICE, .options = civilities },
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
          TEXT ("function", N_ ("Function")),
          { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
          { "member", N_ ("Sits on the committee"), COPIL_FIELD_BOOLEAN, .initial = "1" },
          TEXT ("email", N_ ("E-mail")),
          TEXT ("phone", N_ ("Telephone")),
          NOTE ("address", N_ ("Address")),
          END },
};

static const CopilKind axis = {
  .name = "axis",
  .plural = "axes",
  .label = N_ ("Axis"),
  .plural_label = N_ ("Axes"),
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ TEXT ("label", N_ ("Article")),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  NOTE ("summary", N_ ("Summary")), END },
};

static const CopilKind measure = {
  .name = "measure",
  .plural = "measures",
  .label = N_ ("Measure"),
  .plural_label = N_ ("Measures"),
  .parent = "axis",
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "axis" },
                                  TEXT ("label", N_ ("Article")),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  NOTE ("summary", N_ ("Summary")),
                                  END },
};

static const CopilKind engagement = {
  .name = "engagement",
  .group = "measure",
  .plural = "engagements",
  .label = N_ ("Engagement"),
  .plural_label = N_ ("Engagements"),
  .parent = "axis",
  .label_field = "label",
  .title_field = "text",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          NOTE ("text", N_ ("Engagement"), COPIL_FIELD_REQUIRED),
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, COPIL_FIELD_NEWS, .options = statuses,
            .initial = "planned" },
          { "progress", N_ ("Progress"), COPIL_FIELD_PERCENT, COPIL_FIELD_NEWS },
          DATE ("due", N_ ("Due on")),
          { "parties", N_ ("Signatories"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "engagement_party" },
          { "lead", N_ ("Pilote"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED | COPIL_FIELD_HIDDEN,
            .target = "axis" },
          { "measure", N_ ("Measure"), COPIL_FIELD_REFERENCE, .target = "measure" },
          TEXT ("label", N_ ("Article")),
          { "strength", N_ ("Strength"), COPIL_FIELD_CHOICE, .options = strengths,
            .initial = "must" },
          { "priority", N_ ("Priority of the year"), COPIL_FIELD_INTEGER },
          TEXT ("territory", N_ ("Territory")),
          { "quantity", N_ ("Quantity"), COPIL_FIELD_NUMBER },
          TEXT ("unit", N_ ("Unit")),
          NOTE ("note", N_ ("Follow-up"), COPIL_FIELD_NEWS),
          DATE ("reviewed", N_ ("Last news on")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

static const CopilKind meeting = {
  .name = "meeting",
  .plural = "meetings",
  .label = N_ ("Meeting"),
  .plural_label = N_ ("Meetings"),
  .title_field = "title",
  .order = "date, time, id",
  .fields = (const CopilField[]){ { "type", N_ ("Type"), COPIL_FIELD_CHOICE,
                                    .options = meeting_types, .initial = "ordinary" },
                                  TEXT ("title", N_ ("Title")),
                                  DATE ("date", N_ ("Date")),
                                  { "time", N_ ("Begins at"), COPIL_FIELD_TIME },
                                  { "end_time", N_ ("Ends at"), COPIL_FIELD_TIME },
                                  TEXT ("place", N_ ("Place")),
                                  { "chair", N_ ("Chaired by"), COPIL_FIELD_REFERENCE,
                                    .target = "person" },
                                  { "minutes", N_ ("Minutes"), COPIL_FIELD_CHOICE,
                                    .options = minutes_states, .initial = "draft" },
                                  NOTE ("introduction", N_ ("Opening")),
                                  NOTE ("conclusion", N_ ("Closing")),
                                  DATE ("next_date", N_ ("Next meeting on")),
                                  TEXT ("next_place", N_ ("Next meeting at")),
                                  END },
};

static const CopilKind attendance = {
  .name = "attendance",
  .plural = "attendances",
  .label = N_ ("Attendance"),
  .plural_label = N_ ("Attendances"),
  .parent = "meeting",
  .title_field = "person",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "meeting" },
                                  { "person", N_ ("Person"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "person" },
                                  { "state", N_ ("Attendance"), COPIL_FIELD_CHOICE,
                                    .options = attendance_states },
                                  TEXT ("represented_by", N_ ("Represented by")),
                                  END },
};

static const CopilKind item = {
  .name = "item",
  .plural = "items",
  .label = N_ ("Agenda item"),
  .plural_label = N_ ("Agenda items"),
  .parent = "meeting",
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "meeting" },
                                  TEXT ("label", N_ ("Number")),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  TEXT ("presenter", N_ ("Presented by")),
                                  { "duration", N_ ("Duration"), COPIL_FIELD_INTEGER,
                                    .unit = N_ ("minutes") },
                                  NOTE ("notes", N_ ("Notes")),
                                  END },
};

static const CopilKind fiche = {
  .name = "fiche",
  .plural = "fiches",
  .label = N_ ("Fiche action"),
  .plural_label = N_ ("Fiches action"),
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          TEXT ("label", N_ ("Number")),
          TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
          { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, .target = "axis" },
          { "measures", N_ ("Measures"), COPIL_FIELD_REFERENCES, .target = "measure",
            .link = "fiche_measure" },
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, .options = statuses,
            .initial = "planned" },
          { "lead", N_ ("Pilote"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "parties", N_ ("Signatories"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "fiche_party" },
          DATE ("start", N_ ("Begins on")),
          DATE ("due", N_ ("Ends on")),
          NOTE ("summary", N_ ("Summary")),
          NOTE ("quantitative", N_ ("Quantitative objectives")),
          NOTE ("qualitative", N_ ("Qualitative objectives")),
          NOTE ("partners", N_ ("Partners")),
          NOTE ("publics", N_ ("Publics")),
          TEXT ("territory", N_ ("Territory")),
          NOTE ("means", N_ ("Means")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

static const CopilKind step = {
  .name = "step",
  .plural = "steps",
  .label = N_ ("Step"),
  .plural_label = N_ ("Steps"),
  .parent = "fiche",
  .title_field = "title",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "fiche" },
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  DATE ("due", N_ ("Due on")),
                                  { "status", N_ ("Status"), COPIL_FIELD_CHOICE,
                                    .options = statuses, .initial = "planned" },
                                  END },
};

static const CopilKind contribution = {
  .name = "contribution",
  .plural = "contributions",
  .label = N_ ("Operational engagement"),
  .plural_label = N_ ("Operational engagements"),
  .parent = "fiche",
  .title_field = "text",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){ { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "fiche" },
                            { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
                            NOTE ("text", N_ ("Operational engagement"), COPIL_FIELD_REQUIRED),
                            END },
};

static const CopilKind decision = {
  .name = "decision",
  .plural = "decisions",
  .label = N_ ("Decision"),
  .plural_label = N_ ("Decisions"),
  .parent = "meeting",
  .label_field = "label",
  .title_field = "text",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "meeting" },
          { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE, .target = "item" },
          TEXT ("label", N_ ("Number")),
          NOTE ("text", N_ ("Decision"), COPIL_FIELD_REQUIRED),
          { "lead", N_ ("Pilote"), COPIL_FIELD_REFERENCE, .target = "person" },
          DATE ("due", N_ ("Due on")),
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, .options = statuses,
            .initial = "planned" },
          { "engagement", N_ ("Engagement"), COPIL_FIELD_REFERENCE, .target = "engagement" },
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, .target = "fiche" },
          END },
};

static const CopilKind indicator = {
  .name = "indicator",
  .plural = "indicators",
  .label = N_ ("Indicator"),
  .plural_label = N_ ("Indicators"),
  .title_field = "name",
  .order = "position, id",
  .ordered = TRUE,
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  TEXT ("unit", N_ ("Unit")),
                                  { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, .target = "axis" },
                                  { "engagement", N_ ("Engagement"), COPIL_FIELD_REFERENCE,
                                    .target = "engagement" },
                                  { "baseline_value", N_ ("Baseline"), COPIL_FIELD_NUMBER },
                                  DATE ("baseline_date", N_ ("Date of the baseline")),
                                  NOTE ("source", N_ ("Source")),
                                  END },
};

static const CopilKind target = {
  .name = "target",
  .plural = "targets",
  .label = N_ ("Target"),
  .plural_label = N_ ("Targets"),
  .parent = "indicator",
  .title_field = "value",
  .order = "date, id",
  .fields =
      (const CopilField[]){ { "indicator", N_ ("Indicator"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "indicator" },
                            { "value", N_ ("Value"), COPIL_FIELD_NUMBER, COPIL_FIELD_REQUIRED },
                            DATE ("date", N_ ("Date")),
                            NOTE ("note", N_ ("Note")),
                            END },
};

static const CopilKind observation = {
  .name = "observation",
  .plural = "observations",
  .label = N_ ("Observation"),
  .plural_label = N_ ("Observations"),
  .parent = "indicator",
  .title_field = "value",
  .order = "date, id",
  .fields =
      (const CopilField[]){ { "indicator", N_ ("Indicator"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "indicator" },
                            { "value", N_ ("Value"), COPIL_FIELD_NUMBER, COPIL_FIELD_REQUIRED },
                            DATE ("date", N_ ("Date")),
                            NOTE ("note", N_ ("Note")),
                            END },
};

const CopilKind *const *
copil_kinds (void)
{
  static const CopilKind *const kinds[] = { &convention, &party,      &person,  &axis,
                                            &measure,    &engagement, &meeting, &attendance,
                                            &item,       &fiche,      &step,    &contribution,
                                            &decision,   &indicator,  &target,  &observation,
                                            NULL };
  return kinds;
}
