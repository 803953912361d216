/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of what the convention says of time and duty: its clauses, the events that set
 * some of them going, what answers their deadlines, and what a calendar was told of them. */
#include "copil-kinds-private.h"

static const CopilOption sorts[] = { { "term", N_ ("Term") },
                                     { "renewal", N_ ("Renewal") },
                                     { "notice", N_ ("Notice") },
                                     { "termination", N_ ("Termination") },
                                     { "information", N_ ("Information before expiry") },
                                     { "meeting", N_ ("Yearly meeting") },
                                     { "bilan", N_ ("Yearly bilan") },
                                     { "plan", N_ ("Plan of the year") },
                                     { "stocktaking", N_ ("État des lieux of the first meeting") },
                                     { "public_meeting", N_ ("Public meeting") },
                                     { "evaluation", N_ ("Evaluation") },
                                     { "accounts", N_ ("Accounts") },
                                     { "instalment", N_ ("Instalment") },
                                     { "documents", N_ ("Document after a general assembly") },
                                     { "condition", N_ ("Condition before renewal") },
                                     { "logo", N_ ("Authorisation of a logo") },
                                     { "digital", N_ ("Opinion on a digital tool") },
                                     { "personal_data", N_ ("Amendment before personal data") },
                                     { "confidentiality", N_ ("Confidentiality") },
                                     { "publicity", N_ ("Publicity") },
                                     { "other", N_ ("Other clause") },
                                     { NULL, NULL } };

static const CopilOption triggers[] = { { "signature", N_ ("The signature") },
                                        { "effect", N_ ("The day of effect") },
                                        { "expiry", N_ ("The expiry") },
                                        { "meeting", N_ ("A meeting of the committee") },
                                        { "year_end", N_ ("The end of the year (31 December)") },
                                        { "school_year_end",
                                          N_ ("The end of the school year (31 August)") },
                                        { "fiscal_year_end", N_ ("The end of the fiscal year") },
                                        { "event", N_ ("An event recorded by hand") },
                                        { "date", N_ ("A fixed date") },
                                        { NULL, NULL } };

static const CopilOption units[] = {
  { "days", N_ ("days") }, { "months", N_ ("months") }, { "years", N_ ("years") }, { NULL, NULL }
};

static const CopilOption directions[] = { { "before", N_ ("before") },
                                          { "after", N_ ("after") },
                                          { NULL, NULL } };

static const CopilOption recurrences[] = { { "none", N_ ("Once") },
                                           { "year", N_ ("Each year") },
                                           { "meeting", N_ ("At each meeting") },
                                           { "school_year", N_ ("Each school year") },
                                           { NULL, NULL } };

const CopilOption copil_kind_months[] = { { "1", N_ ("January") },
                                          { "2", N_ ("February") },
                                          { "3", N_ ("March") },
                                          { "4", N_ ("April") },
                                          { "5", N_ ("May") },
                                          { "6", N_ ("June") },
                                          { "7", N_ ("July") },
                                          { "8", N_ ("August") },
                                          { "9", N_ ("September") },
                                          { "10", N_ ("October") },
                                          { "11", N_ ("November") },
                                          { "12", N_ ("December") },
                                          { NULL, NULL } };

static const CopilOption limits[] = { { "before", N_ ("Before that day") },
                                      { "by", N_ ("On that day at the latest") },
                                      { NULL, NULL } };

const CopilKind copil_kind_clause = {
  .name = "clause",
  .plural = "clauses",
  .label = N_ ("Clause"),
  .plural_label = N_ ("Clauses"),
  .label_field = "article",
  .title_field = "title",
  .order = "position, id",
  .key = KEY ("article", "title"),
  .ordered = TRUE,
  .columns = "article title sort parties counted_from number unit direction recurrence",
  .sections =
      SECTIONS ({ "words", "sort | article title text parties" },
                { "reckoning", "number | unit direction | counted_from event | day recurrence" },
                { "limit", "limit_rule limit_day | limit_month" }, { "note", "note" }),
  .fields =
      (const CopilField[]){
          TEXT ("title", N_ ("What is to be done"), COPIL_FIELD_REQUIRED),
          { "sort", N_ ("Sort of clause"), COPIL_FIELD_CHOICE, .options = sorts,
            .initial = "other" },
          TEXT ("article", N_ ("Article"), COPIL_FIELD_SHORT),
          NOTE ("text", N_ ("Words of the clause")),
          { "parties", N_ ("Who is bound"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "clause_party" },
          { "counted_from", N_ ("Counted from"), COPIL_FIELD_CHOICE, .options = triggers },
          TEXT ("event", N_ ("Name of the event"), COPIL_FIELD_SHORT),
          DATE ("day", N_ ("Fixed date")),
          INTEGER ("number", N_ ("Length of time"), .most = 1200),
          { "unit", N_ ("Unit of time"), COPIL_FIELD_CHOICE, .options = units,
            .initial = "months" },
          { "direction", N_ ("Before or after"), COPIL_FIELD_CHOICE, .options = directions,
            .initial = "after" },
          { "recurrence", N_ ("How often"), COPIL_FIELD_CHOICE, .options = recurrences,
            .initial = "none" },
          { "limit_rule", N_ ("Other limit, if it is earlier"), COPIL_FIELD_CHOICE,
            .options = limits },
          INTEGER ("limit_day", N_ ("Day of the month"), .most = 31),
          { "limit_month", N_ ("Month"), COPIL_FIELD_CHOICE, .options = copil_kind_months },
          NOTE ("note", N_ ("Note")),
          END },
};

const CopilKind copil_kind_event = {
  .name = "event",
  .plural = "events",
  .label = N_ ("Event"),
  .plural_label = N_ ("Events"),
  .title_field = "name",
  .order = "date, id",
  .key = KEY ("name", "date"),
  .sections = SECTIONS ({ "all", "name | date note" }),
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  DATE ("date", N_ ("Date")), NOTE ("note", N_ ("Note")), END },
};

const CopilKind copil_kind_fulfilment = {
  .name = "fulfilment",
  .event = TRUE,
  .plural = "fulfilments",
  .label = N_ ("Fulfilment"),
  .plural_label = N_ ("Fulfilments"),
  .parent = "clause",
  .title_field = "due",
  .order = "due, id",
  .key = KEY ("clause", "due"),
  .sections = SECTIONS ({ "all", "due | done who proof" }),
  .fields = (const CopilField[]){ { "clause", N_ ("Clause"), COPIL_FIELD_REFERENCE,
                                    COPIL_FIELD_REQUIRED, .target = "clause" },
                                  DATE ("due", N_ ("Deadline answered"), COPIL_FIELD_REQUIRED),
                                  DATE ("done", N_ ("Done on")),
                                  TEXT ("who", N_ ("By whom")),
                                  NOTE ("proof", N_ ("What proves it")),
                                  END },
};

const CopilKind copil_kind_calendar_entry = {
  .name = "calendar_entry",
  .event = TRUE,
  .plural = "calendar_entries",
  .label = N_ ("Entry of the calendar"),
  .plural_label = N_ ("Entries of the calendar"),
  .title_field = "title",
  .order = "date, id",
  .key = KEY ("name"),
  .unique = TRUE,
  .earned = TRUE,
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                                  DATE ("date", N_ ("Date")),
                                  TEXT ("title", N_ ("Title")),
                                  INTEGER ("sequence", N_ ("Version")),
                                  TEXT ("stamp", N_ ("Last changed")),
                                  { "gone", N_ ("Cancelled"), COPIL_FIELD_BOOLEAN },
                                  END },
};
