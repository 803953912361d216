/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds: what the forms, the lists, the history, the import and the exports are
 * made from. It stands alone, so that a test can put another one in its place. */
#include "copil-kinds-private.h"

const CopilKind *const *
copil_kinds (void)
{
  static const CopilKind *const kinds[] = { &copil_kind_convention,
                                            &copil_kind_party,
                                            &copil_kind_person,
                                            &copil_kind_axis,
                                            &copil_kind_measure,
                                            &copil_kind_engagement,
                                            &copil_kind_meeting,
                                            &copil_kind_attendance,
                                            &copil_kind_item,
                                            &copil_kind_fiche,
                                            &copil_kind_step,
                                            &copil_kind_contribution,
                                            &copil_kind_decision,
                                            &copil_kind_indicator,
                                            &copil_kind_target,
                                            &copil_kind_observation,
                                            &copil_kind_agreement,
                                            &copil_kind_validation,
                                            &copil_kind_correction,
                                            &copil_kind_minutes_version,
                                            &copil_kind_minutes_document,
                                            &copil_kind_attachment,
                                            &copil_kind_template,
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
                                            &copil_kind_article,
                                            &copil_kind_amendment,
                                            &copil_kind_amended,
                                            &copil_kind_authorisation,
                                            &copil_kind_term,
                                            &copil_kind_dispute,
                                            &copil_kind_clause,
                                            &copil_kind_event,
                                            &copil_kind_fulfilment,
                                            &copil_kind_calendar_entry,
                                            NULL };
  return kinds;
}
