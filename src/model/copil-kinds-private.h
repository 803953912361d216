/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the descriptions of the kinds share. */
#pragma once

#include "copil-kind.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

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
#define INTEGER(name, label, ...)                                                                  \
  {                                                                                                \
    name, label, COPIL_FIELD_INTEGER, __VA_ARGS__                                                  \
  }
#define NUMBER(name, label, ...)                                                                   \
  {                                                                                                \
    name, label, COPIL_FIELD_NUMBER, __VA_ARGS__                                                   \
  }
/* The fields of a natural key. */
#define KEY(...)                                                                                   \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }
/* The parts of a form. */
#define SECTIONS(...)                                                                              \
  (const CopilSection[])                                                                           \
  {                                                                                                \
    __VA_ARGS__,                                                                                   \
    {                                                                                              \
      NULL                                                                                         \
    }                                                                                              \
  }
#define END                                                                                        \
  {                                                                                                \
    .name = NULL                                                                                   \
  }

/* How far something is, for whatever has a status. */
extern const CopilOption copil_kind_statuses[];

/* What a convention says (copil-kinds-convention.c) */
extern const CopilKind copil_kind_convention, copil_kind_party, copil_kind_person, copil_kind_axis,
    copil_kind_measure, copil_kind_engagement, copil_kind_template;

/* Meetings (copil-kinds-meeting.c) */
extern const CopilKind copil_kind_meeting, copil_kind_attendance, copil_kind_item,
    copil_kind_decision, copil_kind_agreement, copil_kind_validation, copil_kind_correction,
    copil_kind_minutes_version, copil_kind_minutes_document, copil_kind_attachment;

/* Fiches action (copil-kinds-fiche.c) */
extern const CopilKind copil_kind_fiche, copil_kind_step, copil_kind_contribution;

/* Figures (copil-kinds-figures.c) */
extern const CopilKind copil_kind_indicator, copil_kind_target, copil_kind_observation,
    copil_kind_split, copil_kind_theme, copil_kind_action;

/* Money (copil-kinds-budget.c) */
extern const CopilKind copil_kind_budget_line, copil_kind_budget_amount, copil_kind_instalment;

/* What is followed from year to year (copil-kinds-followup.c) */
extern const CopilKind copil_kind_followup, copil_kind_resource, copil_kind_fiche_review,
    copil_kind_fiche_document, copil_kind_review_text, copil_kind_mapping;

/* What the convention says of time and duty (copil-kinds-clause.c) */
extern const CopilKind copil_kind_clause, copil_kind_event, copil_kind_fulfilment,
    copil_kind_calendar_entry;
/* The months of the year, "1" to "12". */
extern const CopilOption copil_kind_months[];

/* A text that is taken over (copil-kinds-source.c) */
extern const CopilKind copil_kind_source, copil_kind_passage;

/* The life of the convention (copil-kinds-life.c) */
extern const CopilKind copil_kind_article, copil_kind_amendment, copil_kind_amended,
    copil_kind_authorisation, copil_kind_term, copil_kind_dispute;

G_END_DECLS
