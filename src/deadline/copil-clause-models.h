/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-clause.h"

G_BEGIN_DECLS

/* Clauses as conventions have them, to begin a record with. */
guint copil_clause_models_get_n (void);
/* Its title is English, for gettext; it has no id and no article. */
const CopilClause *copil_clause_models_get (guint place);

G_END_DECLS
