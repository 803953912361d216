/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-style.h"

/* Private to the charts. SQL: the state of a row of the table (alias), late included; ?1 is the day
 * that is looked at. */
#define COPIL_STATE_SQL(alias)                                                                     \
  "CASE WHEN copil_late (" alias ".status, " alias ".due, ?1) THEN 'late'"                         \
  " WHEN " alias ".status IN ('done', 'abandoned', 'in_progress', 'adopted') THEN " alias          \
  ".status"                                                                                        \
  " ELSE 'planned' END"

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
