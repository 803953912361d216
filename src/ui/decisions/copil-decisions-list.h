/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-records-list.h"

G_BEGIN_DECLS

/* The list of decisions, wherever it stands: its columns, and its states by click and key. */
extern const CopilRecordsSpec copil_decisions_spec;

/* A click on the box of a row, Ctrl+Enter, F4 and the digits change the state of a decision from
 * now on: one step of undo each, none where the file is read-only. */
void copil_decisions_list_attach (CopilRecordsList *list);

G_END_DECLS
