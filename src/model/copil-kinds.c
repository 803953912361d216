/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of all kinds: what the forms, the lists, the history, the import and the exports
 * are made from. */
#include "copil-kinds-private.h"

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
  { "ordinary", N_ ("Ordinary committee") },      { "exceptional", N_ ("Exceptional committee") },
  { "working_group", N_ ("Groupe de pilotage") }, { "public", N_ ("Public presentation") },
  { "workshop", N_ ("Workshop or seminar") },     { NULL, NULL }
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

static const CopilOption attendance_roles[] = { { "member", N_ ("Member") },
                                                { "expert", N_ ("Expert") },
                                                { "guest", N_ ("Guest") },
                                                { NULL, NULL } };

static const CopilOption compositions[] = {
  { "fixed", N_ ("A number of seats for each signatory") },
  { "parity", N_ ("As many members on each side") },
  { "one_by_party", N_ ("One member for each signatory") },
  { "free", N_ ("Free") },
  { NULL, NULL }
};

static const CopilOption exceptionals[] = {
  { "joint", N_ ("Joint initiative of the signatories") },
  { "joint_conciliation", N_ ("Joint initiative; any signatory for a conciliation") },
  { "party", N_ ("At the request of any signatory") },
  { "conciliation", N_ ("Conciliation, at the request of any signatory") },
  { "unstated", N_ ("Not stated") },
  { NULL, NULL }
};

static const CopilOption requests[] = { { "joint", N_ ("Joint initiative") },
                                        { "party", N_ ("A signatory’s request") },
                                        { "conciliation", N_ ("Conciliation") },
                                        { NULL, NULL } };

static const CopilOption validations[] = { { "all", N_ ("By every signatory") },
                                           { "committee", N_ ("By the next committee") },
                                           { "chair", N_ ("By who chaired the meeting") },
                                           { NULL, NULL } };

static const CopilOption topics[] = { { "approval", N_ ("Approval of the last minutes") },
                                      { "decisions", N_ ("Follow-up of decisions") },
                                      { "late", N_ ("Late engagements") },
                                      { "fiche", N_ ("Fiche action to examine") },
                                      { "deadlines", N_ ("Deadlines") },
                                      { "figures", N_ ("Figures") },
                                      { "survey", N_ ("État des lieux") },
                                      { "review", N_ ("Bilan of the year") },
                                      { "priorities", N_ ("Priorities of next year") },
                                      { "other", N_ ("Any other business") },
                                      { NULL, NULL } };

static const CopilOption decision_types[] = { { "decision", N_ ("Decision") },
                                              { "action", N_ ("Action") },
                                              { NULL, NULL } };

static const CopilOption correction_states[] = { { "proposed", N_ ("Proposed") },
                                                 { "accepted", N_ ("Accepted") },
                                                 { "refused", N_ ("Refused") },
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
          { "duration_months", N_ ("Duration"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          DATE ("expires", N_ ("Expires on")),
          { "renewal", N_ ("Renewal"), COPIL_FIELD_CHOICE, .options = renewals,
            .initial = "unstated" },
          { "notice_months", N_ ("Notice"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          { "meetings_per_year", N_ ("Meetings a year, at least"), COPIL_FIELD_INTEGER,
            .most = 366 },
          NOTE ("object", N_ ("Object")),
          NOTE ("steering", N_ ("Steering committee")),
          { "composition", N_ ("Composition of the committee"), COPIL_FIELD_CHOICE,
            .options = compositions, .initial = "free" },
          { "exceptional", N_ ("Exceptional meetings"), COPIL_FIELD_CHOICE, .options = exceptionals,
            .initial = "unstated" },
          { "public_meeting", N_ ("A public presentation each year"), COPIL_FIELD_BOOLEAN },
          { "minutes_proposer", N_ ("Minutes proposed by"), COPIL_FIELD_REFERENCE,
            .target = "party" },
          { "minutes_validation", N_ ("Minutes validated"), COPIL_FIELD_CHOICE,
            .options = validations, .initial = "all" },
          NOTE ("sender", N_ ("Sender")),
          TEXT ("place", N_ ("Place of letters")),
          NOTE ("recipients", N_ ("Recipients")),
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
  .fields =
      (const CopilField[]){
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
          TEXT ("short_name", N_ ("Short name")),
          { "side", N_ ("Side"), COPIL_FIELD_CHOICE, .options = sides, .initial = "1" },
          TEXT ("representative", N_ ("Represented by")),
          NOTE ("address", N_ ("Address")),
          { "seats", N_ ("Seats on the committee"), COPIL_FIELD_INTEGER, .most = 9999 },
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
          TEXT ("entity", N_ ("Entity")),
          { "alternate", N_ ("Alternate"), COPIL_FIELD_REFERENCE, .target = "person" },
          DATE ("term_start", N_ ("Term of office from")),
          DATE ("term_end", N_ ("Term of office until")),
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
          { "quantity", N_ ("Quantity"), COPIL_FIELD_NUMBER, .unit_from = "unit" },
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
  .closed = "minutes = 'validated'",
  .fields =
      (const CopilField[]){
          { "type", N_ ("Type"), COPIL_FIELD_CHOICE, .options = meeting_types,
            .initial = "ordinary" },
          TEXT ("title", N_ ("Title")),
          DATE ("date", N_ ("Date")),
          { "time", N_ ("Begins at"), COPIL_FIELD_TIME },
          { "end_time", N_ ("Ends at"), COPIL_FIELD_TIME },
          TEXT ("place", N_ ("Place")),
          { "chair", N_ ("Chaired by"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "minutes", N_ ("Minutes"), COPIL_FIELD_CHOICE, COPIL_FIELD_EVENT,
            .options = minutes_states, .initial = "draft" },
          NOTE ("introduction", N_ ("Opening")),
          NOTE ("conclusion", N_ ("Closing")),
          DATE ("next_date", N_ ("Next meeting on")),
          TEXT ("next_place", N_ ("Next meeting at")),
          { "requested", N_ ("Held at"), COPIL_FIELD_CHOICE, .options = requests },
          { "requester", N_ ("Requested by"), COPIL_FIELD_REFERENCE, .target = "party" },
          NOTE ("reason", N_ ("Reason")),
          { "host", N_ ("Animateur"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "cohost", N_ ("Co-animateur"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "rapporteur", N_ ("Rapporteur"), COPIL_FIELD_REFERENCE, .target = "person" },
          { "previous", N_ ("Follows"), COPIL_FIELD_REFERENCE, .target = "meeting" },
          DATE ("proposed", N_ ("Minutes proposed on"), COPIL_FIELD_EVENT),
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
  .fields =
      (const CopilField[]){
          { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "meeting" },
          { "person", N_ ("Person"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "person" },
          { "state", N_ ("Attendance"), COPIL_FIELD_CHOICE, .options = attendance_states },
          TEXT ("represented_by", N_ ("Represented by")),
          { "role", N_ ("Role"), COPIL_FIELD_CHOICE, .options = attendance_roles },
          TEXT ("reason", N_ ("Reason")),
          { "arrived", N_ ("Arrived at"), COPIL_FIELD_TIME },
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
                                    .unit = N_ ("minutes"), .most = 9999 },
                                  NOTE ("notes", N_ ("Notes")),
                                  { "topic", N_ ("Topic"), COPIL_FIELD_CHOICE, .options = topics },
                                  { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_FOLLOW | COPIL_FIELD_SUBJECT, .target = "fiche" },
                                  { "elapsed", N_ ("Time spent"), COPIL_FIELD_INTEGER,
                                    COPIL_FIELD_EVENT, .unit = N_ ("seconds"), .most = 9999999 },
                                  { "adjourned", N_ ("Adjourned to the next meeting"),
                                    COPIL_FIELD_BOOLEAN, COPIL_FIELD_EVENT },
                                  { "previous", N_ ("Adjourned from"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_EVENT, .target = "item" },
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
          { "engagements", N_ ("Engagements"), COPIL_FIELD_REFERENCES, .target = "engagement",
            .link = "fiche_engagement" },
          NOTE ("partners", N_ ("Partners")),
          NOTE ("schools", N_ ("Schools")),
          NOTE ("publics", N_ ("Publics")),
          TEXT ("territory", N_ ("Territory")),
          NOTE ("means", N_ ("Means")),
          DATE ("proposed", N_ ("Proposed on"), COPIL_FIELD_EVENT),
          DATE ("approved", N_ ("Approved on"), COPIL_FIELD_EVENT),
          { "approval_meeting", N_ ("Approved by the meeting"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_EVENT, .target = "meeting" },
          { "approval_decision", N_ ("Approved by the decision"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_EVENT, .target = "decision" },
          DATE ("ended", N_ ("Ended on"), COPIL_FIELD_EVENT),
          NOTE ("ending", N_ ("How it ended"), COPIL_FIELD_EVENT),
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
          { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "item" },
          TEXT ("label", N_ ("Number")),
          NOTE ("text", N_ ("Decision"), COPIL_FIELD_REQUIRED),
          { "lead", N_ ("Pilote"), COPIL_FIELD_REFERENCE, .target = "person" },
          DATE ("due", N_ ("Due on")),
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, COPIL_FIELD_FOLLOW, .options = statuses,
            .initial = "planned" },
          { "engagement", N_ ("Engagement"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_FOLLOW | COPIL_FIELD_SUBJECT, .target = "engagement" },
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_FOLLOW | COPIL_FIELD_SUBJECT, .target = "fiche" },
          { "type", N_ ("Type"), COPIL_FIELD_CHOICE, .options = decision_types,
            .initial = "decision" },
          DATE ("closed", N_ ("Closed on"), COPIL_FIELD_EVENT | COPIL_FIELD_FOLLOW),
          NOTE ("outcome", N_ ("What became of it"), COPIL_FIELD_EVENT | COPIL_FIELD_FOLLOW),
          INTEGER ("priority", N_ ("Priority of the year"), COPIL_FIELD_EVENT | COPIL_FIELD_FOLLOW),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

static const CopilKind agreement = {
  .name = "agreement",
  .event = TRUE,
  .plural = "agreements",
  .label = N_ ("Agreement on the agenda"),
  .plural_label = N_ ("Agreements on the agenda"),
  .parent = "meeting",
  .title_field = "party",
  .order = "date, id",
  .fields = (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "meeting" },
                                  { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "party" },
                                  DATE ("date", N_ ("Date")),
                                  TEXT ("name", N_ ("Given by")),
                                  NOTE ("note", N_ ("Note")),
                                  END },
};

static const CopilKind validation = {
  .name = "validation",
  .event = TRUE,
  .plural = "validations",
  .label = N_ ("Validation of the minutes"),
  .plural_label = N_ ("Validations of the minutes"),
  .parent = "meeting",
  .title_field = "party",
  .order = "date, id",
  .fields =
      (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "meeting" },
                            { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
                            DATE ("date", N_ ("Date")),
                            TEXT ("name", N_ ("Given by")),
                            NOTE ("note", N_ ("Note")),
                            { "version", N_ ("Validated minutes"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_HIDDEN, .target = "minutes_version" },
                            END },
};

static const CopilKind correction = {
  .name = "correction",
  .event = TRUE,
  .plural = "corrections",
  .label = N_ ("Amendment to the minutes"),
  .plural_label = N_ ("Amendments to the minutes"),
  .parent = "meeting",
  .title_field = "new_text",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "meeting" },
                            { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_SUBJECT, .target = "item" },
                            { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
                            TEXT ("name", N_ ("Asked by")),
                            DATE ("date", N_ ("Date")),
                            NOTE ("old_text", N_ ("Text before")),
                            NOTE ("new_text", N_ ("Text asked for")),
                            { "state", N_ ("Answer"), COPIL_FIELD_CHOICE,
                              .options = correction_states, .initial = "proposed" },
                            NOTE ("reason", N_ ("Reason")),
                            { "version", N_ ("Validated minutes"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_HIDDEN, .target = "minutes_version" },
                            END },
};

static const CopilKind minutes_version = {
  .name = "minutes_version",
  .event = TRUE,
  .plural = "minutes_versions",
  .label = N_ ("Validated minutes"),
  .plural_label = N_ ("Validated minutes"),
  .parent = "meeting",
  .label_field = "number",
  .title_field = "date",
  .order = "number, id",
  .fields =
      (const CopilField[]){
          { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "meeting" },
          { "number", N_ ("Version"), COPIL_FIELD_INTEGER, COPIL_FIELD_REQUIRED, .most = 999999 },
          DATE ("date", N_ ("Date")),
          TEXT ("sha256", N_ ("SHA-256 digest")),
          { "replaces", N_ ("Replaces"), COPIL_FIELD_REFERENCE, .target = "minutes_version" },
          NOTE ("reason", N_ ("Reason")),
          { "size", N_ ("Size"), COPIL_FIELD_INTEGER, .unit = N_ ("bytes") },
          { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
          END },
};

static const CopilKind attachment = {
  .name = "attachment",
  .event = TRUE,
  .open = TRUE,
  .plural = "attachments",
  .label = N_ ("Joined document"),
  .plural_label = N_ ("Joined documents"),
  .parent = "meeting",
  .title_field = "name",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "meeting" },
                            { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_SUBJECT, .target = "item" },
                            TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                            TEXT ("mime", N_ ("Type")),
                            { "size", N_ ("Size"), COPIL_FIELD_INTEGER, .unit = N_ ("bytes") },
                            TEXT ("sha256", N_ ("SHA-256 digest")),
                            { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                            END },
};

static const CopilKind template = {
  .name = "template",
  .plural = "templates",
  .label = N_ ("Document model"),
  .plural_label = N_ ("Document models"),
  .title_field = "name",
  .order = "id",
  .fields =
      (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                            { "size", N_ ("Size"), COPIL_FIELD_INTEGER, .unit = N_ ("bytes") },
                            TEXT ("sha256", N_ ("SHA-256 digest")),
                            { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                            END },
};

const CopilKind *const *
copil_kinds (void)
{
  static const CopilKind *const kinds[] = { &convention,
                                            &party,
                                            &person,
                                            &axis,
                                            &measure,
                                            &engagement,
                                            &meeting,
                                            &attendance,
                                            &item,
                                            &fiche,
                                            &step,
                                            &contribution,
                                            &decision,
                                            &copil_kind_indicator,
                                            &copil_kind_target,
                                            &copil_kind_observation,
                                            &agreement,
                                            &validation,
                                            &correction,
                                            &minutes_version,
                                            &attachment,
                                            &template,
                                            &copil_kind_split,
                                            &copil_kind_followup,
                                            &copil_kind_resource,
                                            &copil_kind_fiche_review,
                                            &copil_kind_fiche_document,
                                            &copil_kind_theme,
                                            &copil_kind_action,
                                            &copil_kind_budget_line,
                                            &copil_kind_budget_amount,
                                            &copil_kind_instalment,
                                            &copil_kind_review_text,
                                            &copil_kind_mapping,
                                            &copil_kind_source,
                                            &copil_kind_passage,
                                            NULL };
  return kinds;
}
