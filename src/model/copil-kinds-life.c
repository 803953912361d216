/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of the life of the convention itself: its articles and what amendments make of
 * them, its words, what it asks an authorisation or an opinion for, and disputes. */
#include "copil-kinds-private.h"

static const CopilOption renewals[] = { { "none", N_ ("No renewal") },
                                        { "tacit", N_ ("Tacit") },
                                        { "conditional", N_ ("Conditional") },
                                        { NULL, NULL } };

static const CopilOption changes[] = { { "replaced", N_ ("Replaced") },
                                       { "added", N_ ("Added") },
                                       { "repealed", N_ ("Repealed") },
                                       { NULL, NULL } };

static const CopilOption sorts[] = { { "logo", N_ ("Logo") },
                                     { "communication", N_ ("Communication") },
                                     { "digital_tool", N_ ("Digital tool") },
                                     { "data", N_ ("Personal data") },
                                     { "other", N_ ("Other") },
                                     { NULL, NULL } };

static const CopilOption answers[] = { { "waiting", N_ ("Waiting for an answer") },
                                       { "granted", N_ ("Granted") },
                                       { "conditional", N_ ("Granted, with conditions") },
                                       { "refused", N_ ("Refused") },
                                       { "withdrawn", N_ ("Withdrawn") },
                                       { NULL, NULL } };

static const CopilOption outcomes[] = { { "open", N_ ("Under way") },
                                        { "agreed", N_ ("Agreement reached") },
                                        { "failed", N_ ("No agreement") },
                                        { "dropped", N_ ("Dropped") },
                                        { NULL, NULL } };

const CopilKind copil_kind_article = {
  .name = "article",
  .plural = "articles",
  .label = N_ ("Article"),
  .plural_label = N_ ("Articles"),
  .label_field = "label",
  .title_field = "title",
  .other_title = "text",
  .order = "position, id",
  .key = KEY ("label"),
  .unique = TRUE,
  .ordered = TRUE,
  .sections = SECTIONS ({ "all", "label | title text axis" }),
  .columns = "label title",
  .fields = (const CopilField[]){ TEXT ("label", N_ ("Number"), COPIL_FIELD_SHORT),
                                  TEXT ("title", N_ ("Title")),
                                  NOTE ("text", N_ ("Text as it was signed")),
                                  { "axis", N_ ("Axis"), COPIL_FIELD_REFERENCE, .target = "axis" },
                                  END },
};

const CopilKind copil_kind_amendment = {
  .name = "amendment",
  .plural = "amendments",
  .label = N_ ("Amendment to the convention"),
  .plural_label = N_ ("Amendments to the convention"),
  .label_field = "label",
  .title_field = "object",
  .order = "signed, effective, id",
  .key = KEY ("label", "signed"),
  .unique = TRUE,
  .sections =
      SECTIONS ({ "names", "label signed | effective object" }, { "text", "text" },
                { "term", "expires renewal | renewal_months renewal_times | notice_months" },
                { "about", "parties axes measures engagements" }),
  .columns = "object signed effective expires",
  .fields =
      (const CopilField[]){
          TEXT ("label", N_ ("Number"), COPIL_FIELD_SHORT),
          DATE ("signed", N_ ("Date of signature")),
          DATE ("effective", N_ ("Effective from"), COPIL_FIELD_START),
          TEXT ("object", N_ ("Object"), COPIL_FIELD_REQUIRED),
          NOTE ("text", N_ ("Signed text")),
          DATE ("expires", N_ ("New end of the convention")),
          { "renewal", N_ ("Renewal from then on"), COPIL_FIELD_CHOICE, .options = renewals },
          { "renewal_months", N_ ("Renewed for"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          { "renewal_times", N_ ("Renewals, at most"), COPIL_FIELD_INTEGER, .most = 100 },
          { "notice_months", N_ ("Notice from then on"), COPIL_FIELD_INTEGER, .unit = N_ ("months"),
            .most = 1200 },
          { "parties", N_ ("Signatories it changes"), COPIL_FIELD_REFERENCES, .target = "party",
            .link = "amendment_party" },
          { "axes", N_ ("Axes it changes"), COPIL_FIELD_REFERENCES, .target = "axis",
            .link = "amendment_axis" },
          { "measures", N_ ("Measures it changes"), COPIL_FIELD_REFERENCES, .target = "measure",
            .link = "amendment_measure" },
          { "engagements", N_ ("Engagements it changes"), COPIL_FIELD_REFERENCES,
            .target = "engagement", .link = "amendment_engagement" },
          END },
};

const CopilKind copil_kind_amended = {
  .name = "amended",
  .plural = "amended_articles",
  .label = N_ ("Amended article"),
  .plural_label = N_ ("Amended articles"),
  .parent = "amendment",
  .label_field = "label",
  .title_field = "title",
  .other_title = "article",
  .order = "position, id",
  .key = KEY ("amendment", "article", "label"),
  .ordered = TRUE,
  .sections = SECTIONS ({ "all", "change article | label title | text" }),
  .columns = "amendment change article label title",
  .fields =
      (const CopilField[]){
          { "amendment", N_ ("Amendment to the convention"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_REQUIRED, .target = "amendment" },
          { "change", N_ ("Change"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED, .options = changes,
            .initial = "replaced" },
          { "article", N_ ("Article"), COPIL_FIELD_REFERENCE, .target = "article" },
          TEXT ("label", N_ ("New number"), COPIL_FIELD_SHORT),
          TEXT ("title", N_ ("New title")),
          NOTE ("text", N_ ("New text")),
          END },
};

const CopilKind copil_kind_authorisation = {
  .name = "authorisation",
  .plural = "authorisations",
  .label = N_ ("Authorisation or opinion"),
  .plural_label = N_ ("Authorisations and opinions"),
  .title_field = "object",
  .order = "asked, id",
  .key = KEY ("sort", "object", "asked"),
  .sections = SECTIONS ({ "request", "object sort asked | party requester fiche" },
                        { "answer", "answer answered | answered_by start | finish" },
                        { "rules", "personal_data amendment lapse note confidential" }),
  .columns = "object sort party asked answer finish",
  .fields =
      (const CopilField[]){
          TEXT ("object", N_ ("For what"), COPIL_FIELD_REQUIRED),
          { "sort", N_ ("Sort"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED, .options = sorts,
            .initial = "logo" },
          { "party", N_ ("Asked by"), COPIL_FIELD_REFERENCE, .target = "party" },
          TEXT ("requester", N_ ("Asked by another organisation")),
          { "fiche", N_ ("Fiche action"), COPIL_FIELD_REFERENCE, COPIL_FIELD_SUBJECT,
            .target = "fiche" },
          DATE ("asked", N_ ("Asked on")),
          { "answer", N_ ("Answer"), COPIL_FIELD_CHOICE, .options = answers, .initial = "waiting" },
          DATE ("answered", N_ ("Answered on")),
          TEXT ("answered_by", N_ ("Answered by")),
          DATE ("start", N_ ("Valid from"), COPIL_FIELD_START),
          DATE ("finish", N_ ("Valid until")),
          { "personal_data", N_ ("Personal data"), COPIL_FIELD_BOOLEAN },
          { "amendment", N_ ("By the amendment"), COPIL_FIELD_REFERENCE, .target = "amendment" },
          NOTE ("lapse", N_ ("If it lapses")),
          NOTE ("note", N_ ("Note")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};

const CopilKind copil_kind_term = {
  .name = "term",
  .plural = "terms",
  .label = N_ ("Term"),
  .plural_label = N_ ("Glossary"),
  .title_field = "name",
  .order = "name, id",
  .key = KEY ("name"),
  .unique = TRUE,
  .sections = SECTIONS ({ "all", "name definition source" }),
  .columns = "name definition",
  .fields = (const CopilField[]){ TEXT ("name", N_ ("Term"), COPIL_FIELD_REQUIRED),
                                  NOTE ("definition", N_ ("Definition")),
                                  TEXT ("source", N_ ("Article it comes from")), END },
};

const CopilKind copil_kind_dispute = {
  .name = "dispute",
  .plural = "disputes",
  .label = N_ ("Dispute"),
  .plural_label = N_ ("Disputes"),
  .title_field = "title",
  .order = "raised, id",
  .key = KEY ("title", "raised"),
  .sections = SECTIONS ({ "all", "title raised | party subject meeting outcome | settled result "
                                 "confidential" }),
  .columns = "title party raised outcome",
  .fields =
      (const CopilField[]){
          TEXT ("title", N_ ("Title"), COPIL_FIELD_REQUIRED),
          DATE ("raised", N_ ("Raised on")),
          { "party", N_ ("Raised by"), COPIL_FIELD_REFERENCE, .target = "party" },
          NOTE ("subject", N_ ("Subject")),
          { "meeting", N_ ("Exceptional meeting"), COPIL_FIELD_REFERENCE, .target = "meeting" },
          { "outcome", N_ ("Conciliation"), COPIL_FIELD_CHOICE, .options = outcomes,
            .initial = "open" },
          DATE ("settled", N_ ("Settled on")),
          NOTE ("result", N_ ("What came of it")),
          { "confidential", N_ ("Confidential"), COPIL_FIELD_BOOLEAN, COPIL_FIELD_SECRET },
          END },
};
