/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-style.h"

/* Private to the charts. SQL: the state of a row of the table (alias), late included; ?1 is today.
 * The rule is copil_status_is_late(), for a day that is given; a test compares the two. */
#define COPIL_STATE_SQL(alias)                                                                     \
  "CASE WHEN " alias ".status IN ('done', 'abandoned') THEN " alias ".status"                      \
  " WHEN " alias ".due > '' AND " alias ".due < ?1 THEN 'late'"                                    \
  " WHEN " alias ".status = 'in_progress' THEN 'in_progress' ELSE 'planned' END"

#define COPIL_N_STATES 5

/* The states in the order in which a bar shows them, as in keys and as roles of the charts. */
typedef struct
{
  const char *name;
  CopilChartRole role;
} CopilState;

extern const CopilState copil_states[COPIL_N_STATES];

/* SQL: five columns that count the rows of a subquery by its column "state", in that order. */
#define COPIL_STATE_COUNTS_SQL                                                                     \
  "sum (state = 'done'), sum (state = 'in_progress'), sum (state = 'planned'),"                    \
  " sum (state = 'late'), sum (state = 'abandoned')"

/* The role of a state's name; neutral for any other. */
CopilChartRole copil_state_get_role (const char *name);
