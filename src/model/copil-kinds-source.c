/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of a text that is taken over: the text itself, and what its passages are
 * proposed to become. */
#include "copil-kinds-private.h"

static const CopilOption types[] = {
  { "field", N_ ("Field of the convention") },
  { "party", N_ ("Signatory") },
  { "axis", N_ ("Axis") },
  { "article", N_ ("Article that is no axis") },
  { "measure", N_ ("Measure") },
  { "engagement", N_ ("Engagement") },
  { "indicator", N_ ("Indicator") },
  { "target", N_ ("Target") },
  { NULL, NULL },
};

static const CopilOption states[] = {
  { "proposed", N_ ("Proposed") },
  { "accepted", N_ ("Accepted") },
  { "aside", N_ ("Set aside") },
  { NULL, NULL },
};

static const CopilOption changes[] = {
  { "new", N_ ("New") },
  { "changed", N_ ("Changed") },
  { "same", N_ ("Unchanged") },
  { "gone", N_ ("No longer in the text") },
  { NULL, NULL },
};

static const CopilOption strengths[] = { { "must", N_ ("Firm: “commits to”") },
                                         { "may", N_ ("Possible: “may”") },
                                         { NULL, NULL } };

const CopilKind copil_kind_source = {
  .name = "source",
  .plural = "sources",
  .label = N_ ("Text taken over"),
  .plural_label = N_ ("Texts taken over"),
  .title_field = "name",
  .order = "id",
  .key = KEY ("name"),
  .fields =
      (const CopilField[]){ TEXT ("name", N_ ("Name"), COPIL_FIELD_REQUIRED),
                            TEXT ("title", N_ ("Title")),
                            DATE ("taken", N_ ("Taken over on")),
                            INTEGER ("size", N_ ("Size"), COPIL_FIELD_EARNED, .unit = N_ ("bytes")),
                            TEXT ("sha256", N_ ("SHA-256 digest"), COPIL_FIELD_EARNED),
                            { "data", N_ ("Document"), COPIL_FIELD_DATA, COPIL_FIELD_HIDDEN },
                            END },
};

const CopilKind copil_kind_passage = {
  .name = "passage",
  .plural = "passages",
  .label = N_ ("Proposal from the text"),
  .plural_label = N_ ("Proposals from the text"),
  .parent = "source",
  .label_field = "label",
  .title_field = "text",
  .order = "position, id",
  .ordered = TRUE,
  .fields =
      (const CopilField[]){
          { "source", N_ ("Text taken over"), COPIL_FIELD_REFERENCE,
            COPIL_FIELD_REQUIRED | COPIL_FIELD_HIDDEN, .target = "source" },
          { "type", N_ ("Kind"), COPIL_FIELD_CHOICE, COPIL_FIELD_REQUIRED, .options = types,
            .initial = "engagement" },
          INTEGER ("level", N_ ("Level"), COPIL_FIELD_HIDDEN),
          { "state", N_ ("State"), COPIL_FIELD_CHOICE, COPIL_FIELD_HIDDEN, .options = states,
            .initial = "proposed" },
          { "change", N_ ("Change"), COPIL_FIELD_CHOICE, COPIL_FIELD_HIDDEN, .options = changes },
          /* Names of the fields that a new text changes, and how the text read at first: see the
           * room "text". */
          TEXT ("changed", N_ ("Fields changed"), COPIL_FIELD_HIDDEN),
          TEXT ("reading", N_ ("First reading"), COPIL_FIELD_HIDDEN),
          { "doubtful", N_ ("Doubtful"), COPIL_FIELD_BOOLEAN },
          TEXT ("label", N_ ("Article"), COPIL_FIELD_SHORT),
          NOTE ("text", N_ ("Text")),
          TEXT ("article", N_ ("Article that says so")),
          /* Proposals of type "party", by their ids. */
          TEXT ("parties", N_ ("Signatories"), COPIL_FIELD_HIDDEN),
          { "strength", N_ ("Strength"), COPIL_FIELD_CHOICE, .options = strengths },
          DATE ("due", N_ ("Due on")),
          NUMBER ("quantity", N_ ("Quantity"), .unit_from = "unit"),
          TEXT ("unit", N_ ("Unit"), COPIL_FIELD_SHORT),
          TEXT ("side", N_ ("Side"), COPIL_FIELD_HIDDEN),
          TEXT ("representative", N_ ("Represented by")),
          NOTE ("address", N_ ("Address")),
          /* Bytes of the text. */
          INTEGER ("start", N_ ("First byte"), COPIL_FIELD_HIDDEN),
          INTEGER ("finish", N_ ("Last byte"), COPIL_FIELD_HIDDEN),
          INTEGER ("record", N_ ("Record"), COPIL_FIELD_HIDDEN),
          END },
};
