/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What belongs to a fiche: the operational engagements of its signatories, and its steps. */

typedef enum
{
  COPIL_FICHE_NO_PARTIES, /* the fiche has no signatories */
  COPIL_FICHE_ALL_CONTRIBUTE,
  COPIL_FICHE_SOME_MISSING
} CopilFicheContributions;

/* Whether each signatory of the fiche has an engagement in it. */
CopilFicheContributions copil_fiche_get_contributions (CopilStore *store, gint64 fiche);

/* Adds one, to be written, for each signatory that has none; one transaction, with a name. Returns
 * the first that is added, 0 where none is missing ("error" not set) or where it fails. */
gint64 copil_fiche_add_contributions (CopilStore *store, gint64 fiche, GError **error);

/* Whether the steps follow each other by the days they are due on. */
gboolean copil_fiche_are_steps_sorted (CopilStore *store, gint64 fiche);

/* Puts them in that order, those without a day last; one transaction, with a name. */
gboolean copil_fiche_sort_steps (CopilStore *store, gint64 fiche, GError **error);

G_END_DECLS
