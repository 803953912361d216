/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Conditions on authorisations "r": nothing was answered yet; they are valid today; they were, and
 * are no more. */
extern const char copil_view_authorisation_waiting[], copil_view_authorisation_valid[],
    copil_view_authorisation_lapsed[];

/* The glossary in the order of a dictionary: ORDER BY, on terms "r". */
extern const char copil_view_term_order[];

/* What is under way and has to be finished or given up: fiches, engagements, decisions. An array of
 * CopilViewRecord (copil-view-record.h). */
GPtrArray *copil_view_list_unfinished (CopilStore *store);

G_END_DECLS
