/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* CopilViewAgreed: an agreement on an agenda, or a validation of minutes (copil-agreed.h), and
 * whose it is. Text may be NULL, but the name of the signatory. */
typedef struct
{
  gint64 party;
  char *party_name; /* the short one where there is one */
  gint64 id;        /* of the agreement or validation; 0 where there is none */
  char *date;       /* ISO 8601 */
  char *name;       /* of who gave it */
  char *note;
} CopilViewAgreed;

/* The agreement of each signatory on the agenda of a meeting: that on the text with this
 * fingerprint where there is one, else the last. CopilViewAgreed, freed with the array. */
GPtrArray *copil_view_list_agreements (CopilStore *store, gint64 meeting, const char *fingerprint);

/* The validation by each signatory of the version that is validated, or of none yet, in the same
 * way. */
GPtrArray *copil_view_list_validations (CopilStore *store, gint64 meeting, const char *fingerprint);

/* That which is given for all together, or by this one: one CopilViewAgreed, or none. */
GPtrArray *copil_view_list_common_validation (CopilStore *store, gint64 meeting, gint64 party,
                                              const char *fingerprint);

G_END_DECLS
