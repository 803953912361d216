/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of the committee’s meetings, and of what is agreed, decided and kept of them. */
#include "copil-kinds-private.h"

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

static const CopilOption requests[] = { { "joint", N_ ("Joint initiative") },
                                        { "party", N_ ("A signatory’s request") },
                                        { "conciliation", N_ ("Conciliation") },
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

/* What an amendment concerns, where that is no agenda item. */
static const CopilOption correction_subjects[] = { { "attendance", N_ ("Attendance") },
                                                   { "opening", N_ ("Opening") },
                                                   { "decision", N_ ("Decision") },
                                                   { "closing", N_ ("Closing") },
                                                   { NULL, NULL } };

/* Beside the minutes for the members, which their version keeps itself. */
static const CopilOption minutes_documents[] = {
  { "minutes_public", N_ ("Minutes, for public release") },
  { "decisions", N_ ("Record of decisions") },
  { "decisions_public", N_ ("Record of decisions, for public release") },
  { "annex", N_ ("Minutes with their amendments") },
  { "annex_public", N_ ("Minutes with their amendments, for public release") },
  { "corrections", N_ ("Table of the amendments") },
  { "corrections_public", N_ ("Table of the amendments, for public release") },
  { NULL, NULL }
};

const CopilKind copil_kind_meeting = {
  .name = "meeting",
  .plural = "meetings",
  .label = N_ ("Meeting"),
  .plural_label = N_ ("Meetings"),
  .title_field = "title",
  .order = "date, time, id",
  .key = KEY ("date", "type", "title"),
  .closed = "minutes = 'validated'",
  .kept = "coalesce (minutes, 'draft') <> 'draft'",
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
          { "minutes", N_ ("Minutes"), COPIL_FIELD_CHOICE, COPIL_FIELD_EVENT | COPIL_FIELD_EARNED,
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
          DATE ("proposed", N_ ("Minutes proposed on"), COPIL_FIELD_EVENT | COPIL_FIELD_EARNED),
          END },
};

const CopilKind copil_kind_attendance = {
  .name = "attendance",
  .plural = "attendances",
  .kept = "meeting IN (SELECT id FROM meeting WHERE coalesce (minutes, 'draft') <> 'draft' OR date"
          " < copil_today ())",
  .label = N_ ("Attendance"),
  .plural_label = N_ ("Attendances"),
  .parent = "meeting",
  .title_field = "person",
  .order = "position, id",
  .key = KEY ("meeting", "person"),
  .unique = TRUE,
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

const CopilKind copil_kind_item = {
  .name = "item",
  .plural = "items",
  .label = N_ ("Agenda item"),
  .plural_label = N_ ("Agenda items"),
  .parent = "meeting",
  .label_field = "label",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("meeting", "label", "title"),
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

const CopilKind copil_kind_decision = {
  .name = "decision",
  .plural = "decisions",
  .label = N_ ("Decision"),
  .plural_label = N_ ("Decisions"),
  .parent = "meeting",
  .label_field = "label",
  .title_field = "text",
  .order = "position, id",
  .key = KEY ("meeting", "label", "text"),
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
          { "status", N_ ("Status"), COPIL_FIELD_CHOICE, COPIL_FIELD_FOLLOW,
            .options = copil_kind_statuses, .initial = "planned" },
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

const CopilKind copil_kind_agreement = {
  .name = "agreement",
  .event = TRUE,
  .plural = "agreements",
  .label = N_ ("Agreement on the agenda"),
  .plural_label = N_ ("Agreements on the agenda"),
  .parent = "meeting",
  .title_field = "party",
  .order = "date, id",
  .key = KEY ("meeting", "party"),
  .fields = (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "meeting" },
                                  { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "party" },
                                  DATE ("date", N_ ("Date")),
                                  TEXT ("name", N_ ("Given by")),
                                  NOTE ("note", N_ ("Note")),
                                  TEXT ("fingerprint", N_ ("Fingerprint of the agenda"),
                                        COPIL_FIELD_HIDDEN | COPIL_FIELD_EARNED),
                                  END },
};

const CopilKind copil_kind_validation = {
  .name = "validation",
  .event = TRUE,
  .earned = TRUE,
  .plural = "validations",
  .label = N_ ("Validation of the minutes"),
  .plural_label = N_ ("Validations of the minutes"),
  .parent = "meeting",
  .title_field = "party",
  .order = "date, id",
  .key = KEY ("meeting", "party", "date"),
  .fields =
      (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "meeting" },
                            { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
                            DATE ("date", N_ ("Date")),
                            TEXT ("name", N_ ("Given by")),
                            NOTE ("note", N_ ("Note")),
                            { "version", N_ ("Validated minutes"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_HIDDEN, .target = "minutes_version" },
                            TEXT ("fingerprint", N_ ("Fingerprint of the minutes"),
                                  COPIL_FIELD_HIDDEN | COPIL_FIELD_EARNED),
                            END },
};

const CopilKind copil_kind_correction = {
  .name = "correction",
  .event = TRUE,
  .plural = "corrections",
  .label = N_ ("Amendment to the minutes"),
  .plural_label = N_ ("Amendments to the minutes"),
  .parent = "meeting",
  .title_field = "new_text",
  .order = "position, id",
  .key = KEY ("meeting", "party", "item", "old_text", "new_text"),
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE, COPIL_FIELD_REQUIRED,
            .target = "meeting" },
          { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "item" },
          { "about", N_ ("About"), COPIL_FIELD_CHOICE, .options = correction_subjects },
          { "decision", N_ ("Decision"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "decision" },
          { "party", N_ ("Signatory"), COPIL_FIELD_REFERENCE, .target = "party" },
          TEXT ("name", N_ ("Asked by")),
          DATE ("date", N_ ("Date")),
          NOTE ("old_text", N_ ("Text before")),
          NOTE ("new_text", N_ ("Text asked for")),
          { "state", N_ ("Answer"), COPIL_FIELD_CHOICE, COPIL_FIELD_EARNED,
            .options = correction_states, .initial = "proposed" },
          NOTE ("reason", N_ ("Reason")),
          { "version", N_ ("Validated minutes"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_HIDDEN | COPIL_FIELD_EARNED, .target = "minutes_version" },
          END },
};

const CopilKind copil_kind_minutes_version = {
  .name = "minutes_version",
  .event = TRUE,
  .earned = TRUE,
  .plural = "minutes_versions",
  .label = N_ ("Validated minutes"),
  .plural_label = N_ ("Validated minutes"),
  .parent = "meeting",
  .label_field = "number",
  .title_field = "date",
  .order = "number, id",
  .key = KEY ("meeting", "number"),
  .unique = TRUE,
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

const CopilKind copil_kind_minutes_document = {
  .name = "minutes_document",
  .event = TRUE,
  .earned = TRUE,
  .plural = "minutes_documents",
  .label = N_ ("Kept document"),
  .plural_label = N_ ("Kept documents"),
  .parent = "version",
  .title_field = "type",
  .order = "version, id",
  .key = KEY ("version", "type"),
  .unique = TRUE,
  .fields =
      (const CopilField[]){ { "version", N_ ("Validated minutes"), COPIL_FIELD_REFERENCE,
                              COPIL_FIELD_REQUIRED, .target = "minutes_version" },
                            { "type", N_ ("Type"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED,
                              .options = minutes_documents },
                            TEXT ("sha256", N_ ("SHA-256 digest")),
                            { "size", N_ ("Size"), COPIL_FIELD_INTEGER, .unit = N_ ("bytes") },
                            { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                            END },
};

const CopilKind copil_kind_attachment = {
  .name = "attachment",
  .event = TRUE,
  .open = TRUE,
  .plural = "attachments",
  .label = N_ ("Joined document"),
  .plural_label = N_ ("Joined documents"),
  .parent = "meeting",
  .title_field = "name",
  .order = "position, id",
  .key = KEY ("meeting", "name"),
  .ordered = TRUE,
  .fields = (const CopilField[]){ { "meeting", N_ ("Meeting"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "meeting" },
                                  { "item", N_ ("Agenda item"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_SUBJECT, .target = "item" },
                                  TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  TEXT ("mime", N_ ("Type")),
                                  { "size", N_ ("Size"), COPIL_FIELD_INTEGER, COPIL_FIELD_EARNED,
                                    .unit = N_ ("bytes") },
                                  TEXT ("sha256", N_ ("SHA-256 digest"), COPIL_FIELD_EARNED),
                                  { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                                  END },
};
