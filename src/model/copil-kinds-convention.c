/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of what a convention says: its parties and persons, its axes, measures and
 * engagements; and of the models of documents. */
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

const CopilOption copil_kind_statuses[] = { { "planned", N_ ("Planned") },
                                            { "in_progress", N_ ("In progress") },
                                            { "done", N_ ("Done") },
                                            { "abandoned", N_ ("Abandoned") },
                                            { NULL, NULL } };

static const CopilOption strengths[] = { { "must", N_ ("Firm: “commits to”") },
                                         { "may", N_ ("Possible: “may”") },
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

static const CopilOption quorums[] = { { "members", N_ ("Members") },
                                       { "members_share", N_ ("Percent of the members") },
                                       { "parties", N_ ("Signatories") },
                                       { "parties_share", N_ ("Percent of the signatories") },
                                       { NULL, NULL } };

static const CopilOption validations[] = { { "all", N_ ("By every signatory") },
                                           { "committee", N_ ("By the next committee") },
                                           { "chair", N_ ("By who chaired the meeting") },
                                           { NULL, NULL } };

const CopilKind copil_kind_convention = {
  .name = "convention",
  .plural = "conventions",
  .label = N_ ("Convention"),
  .plural_label = N_ ("Conventions"),
  .title_field = "title",
  .order = "id",
  .single = TRUE,
  .sections =
      SECTIONS ({ "names", "title short_title | reference object" },
                { "period", "signed | effective duration_months | expires notice_months | renewal "
                            "renewal_months | renewal_times fiscal_month" },
                { "committee", "composition | meetings_per_year exceptional | public_meeting "
                               "quorum | quorum_of steering" },
                { "minutes", "minutes_proposer | minutes_validation" },
                { "letters", "sender place recipients" },
                { "ending", "ended_by ended_notice | ended_on ended_why" },
                { "rule", "composition | meetings_per_year", .again = TRUE }),
  .fields =
      (const CopilField[]){
          TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
          TEXT ("short_title", N_ ("Short title")),
          TEXT ("reference", N_ ("Reference")),
          DATE ("signed", N_ ("Signed on")),
          DATE ("effective", N_ ("Effective from"), COPIL_FIELD_START),
          { "duration_months", N_ ("Duration"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          DATE ("expires", N_ ("Expires on")),
          { "renewal", N_ ("Renewal"), COPIL_FIELD_CHOICE, .options = renewals,
            .initial = "unstated" },
          { "renewal_months", N_ ("Renewed for"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          { "renewal_times", N_ ("Renewals, at most"), COPIL_FIELD_INTEGER, .most = 100 },
          { "notice_months", N_ ("Notice"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          { "fiscal_month", N_ ("Last month of the fiscal year"), COPIL_FIELD_CHOICE,
            .options = copil_kind_months },
          { "meetings_per_year", N_ ("Meetings a year, at least"), COPIL_FIELD_INTEGER,
            .most = 366 },
          NOTE ("object", N_ ("Object")),
          NOTE ("steering", N_ ("Steering committee")),
          { "composition", N_ ("Composition of the committee"), COPIL_FIELD_CHOICE,
            .options = compositions, .initial = "free" },
          { "exceptional", N_ ("Exceptional meetings"), COPIL_FIELD_CHOICE, .options = exceptionals,
            .initial = "unstated" },
          { "public_meeting", N_ ("A public presentation each year"), COPIL_FIELD_BOOLEAN },
          { "quorum", N_ ("Quorum"), COPIL_FIELD_INTEGER, .most = 9999 },
          { "quorum_of", N_ ("Quorum counted in"), COPIL_FIELD_CHOICE, .options = quorums,
            .initial = "members" },
          { "minutes_proposer", N_ ("Minutes proposed by"), COPIL_FIELD_REFERENCE,
            .target = "party" },
          { "minutes_validation", N_ ("Minutes validated"), COPIL_FIELD_CHOICE,
            .options = validations, .initial = "all" },
          NOTE ("sender", N_ ("Sender")),
          TEXT ("place", N_ ("Place of letters")),
          NOTE ("recipients", N_ ("Recipients")),
          { "ended_by", N_ ("Ended by"), COPIL_FIELD_REFERENCE, .target = "party" },
          DATE ("ended_notice", N_ ("Notice given on")),
          DATE ("ended_on", N_ ("Ended on")),
          NOTE ("ended_why", N_ ("Why it was ended")),
          END },
};

const CopilKind copil_kind_party = {
  .name = "party",
  .plural = "parties",
  .label = N_ ("Signatory"),
  .plural_label = N_ ("Signatories"),
  .title_field = "short_name",
  .other_title = "name",
  .order = "position, id",
  .key = KEY ("name"),
  .unique = TRUE,
  .lasting = TRUE,
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

const CopilKind copil_kind_person = {
  .name = "person",
  .plural = "persons",
  .label = N_ ("Person"),
  .plural_label = N_ ("Persons"),
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("party", "name"),
  .lasting = TRUE,
  .ordered = TRUE,
  .sections = SECTIONS (
      { "all", "civility | party name function entity member | alternate term_start | term_end "
               "email phone address" }),
  .fields =
      (const CopilField[]){
          { "civility", N_ ("Civility"), COPIL_FIELD_CHOICE, .options = civilities },
          TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
          TEXT ("function", N_ ("Function")),
          { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
          { "member", N_ ("Sits on the committee"), COPIL_FIELD_BOOLEAN, .initial = "1" },
          TEXT ("email", N_ ("E-mail"), COPIL_FIELD_PERSONAL),
          TEXT ("phone", N_ ("Telephone"), COPIL_FIELD_PERSONAL | COPIL_FIELD_SHORT),
          NOTE ("address", N_ ("Address"), COPIL_FIELD_PERSONAL),
          TEXT ("entity", N_ ("Entity")),
          { "alternate", N_ ("Alternate"), COPIL_FIELD_REFERENCE, .target = "person" },
          DATE ("term_start", N_ ("Term of office from"), COPIL_FIELD_START),
          DATE ("term_end", N_ ("Term of office until")),
          END },
};

const CopilKind copil_kind_axis = {
  .name = "axis",
  .plural = "axes",
  .label = N_ ("Axis"),
  .plural_label = N_ ("Axes"),
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("label", "title"),
  .unique = TRUE,
  .ordered = TRUE,
  .fields = (const CopilField[]){ TEXT ("label", N_ ("Article"), COPIL_FIELD_SHORT),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  NOTE ("summary", N_ ("Summary")), END },
};

const CopilKind copil_kind_measure = {
  .name = "measure",
  .plural = "measures",
  .label = N_ ("Measure"),
  .plural_label = N_ ("Measures"),
  .parent = "axis",
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("axis", "label", "title"),
  .unique = TRUE,
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "axis" },
                                  TEXT ("label", N_ ("Article"), COPIL_FIELD_SHORT),
                                  TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
                                  NOTE ("summary", N_ ("Summary")),
                                  END },
};

const CopilKind copil_kind_engagement = {
  .name = "engagement",
  .group = "measure",
  .plural = "engagements",
  .label = N_ ("Engagement"),
  .plural_label = N_ ("Engagements"),
  .parent = "axis",
  .label_field = "label",
  .title_field = "text",
  .order = "position, id",
  .key = KEY ("axis", "measure", "label", "text"),
  .ordered = TRUE,
  .columns = "axis measure label text parties strength status progress due lead colead charge "
             "priority territory"
             " quantity unit reviewed",
  .status_field = "status",
  .due_field = "due",
  .sections = SECTIONS ({ "all", "text status | progress due | priority parties lead colead | "
                                 "charge note reviewed | strength "
                                 "label | territory quantity | unit confidential" }),
  .fields =
      (const CopilField[]){
          NOTE ("text", N_ ("Engagement"), COPIL_FIELD_REQUIRED),
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, COPIL_FIELD_NEWS,
            .options = copil_kind_statuses, .initial = "planned" },
          { "progress", N_ ("Progress"), COPIL_FIELD_PERCENT, COPIL_FIELD_NEWS },
          DATE ("due", N_ ("Due on")),
          { "parties", N_ ("Signatories"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "engagement_party" },
          { "lead", N_ ("Pilote"), COPIL_FIELD_REFERENCE, .target = "person" },
          /* Responsible besides: persons, and signatories as such. */
          { "colead", N_ ("Co-pilotes"), COPIL_FIELD_REFERENCES, .target = "person",
            .link = "engagement_colead" },
          { "charge", N_ ("Responsible signatories"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "engagement_charge" },
          { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED | COPIL_FIELD_HIDDEN,
            .target = "axis" },
          { "measure", N_ ("Measure"), COPIL_FIELD_REFERENCE, COPIL_FIELD_HIDDEN,
            .target = "measure" },
          TEXT ("label", N_ ("Article"), COPIL_FIELD_SHORT),
          { "strength", N_ ("Strength"), COPIL_FIELD_CHOICE, .options = strengths,
            .initial = "must" },
          { "priority", N_ ("Priority of the year"), COPIL_FIELD_INTEGER, COPIL_FIELD_NAME },
          TEXT ("territory", N_ ("Territory"), COPIL_FIELD_SHORT),
          { "quantity", N_ ("Quantity"), COPIL_FIELD_NUMBER, .unit_from = "unit" },
          TEXT ("unit", N_ ("Unit"), COPIL_FIELD_SHORT),
          NOTE ("note", N_ ("Follow-up"), COPIL_FIELD_NEWS),
          DATE ("reviewed", N_ ("Last news on")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind copil_kind_template = {
  .name = "template",
  .plural = "templates",
  .label = N_ ("Document model"),
  .plural_label = N_ ("Document models"),
  .title_field = "name",
  .order = "id",
  .key = KEY ("name"),
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  { "size", N_ ("Size"), COPIL_FIELD_INTEGER, COPIL_FIELD_EARNED,
                                    .unit = N_ ("bytes") },
                                  TEXT ("sha256", N_ ("SHA-256 digest"), COPIL_FIELD_EARNED),
                                  { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                                  END },
};
