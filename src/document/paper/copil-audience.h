/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Who a document, a chart or a table is made for. */
typedef enum
{
  COPIL_AUDIENCE_MEMBERS, /* the committee: everything */
  COPIL_AUDIENCE_PUBLIC   /* diffusion publique: as if what is confidential did not exist */
} CopilAudience;

/* SQL: a further condition on the rows of the table (alias) that keeps what the audience may see.
 * The table must have the column "confidential". */
#define COPIL_AUDIENCE_SQL(audience, alias)                                                        \
  ((audience) == COPIL_AUDIENCE_PUBLIC ? " AND coalesce (" alias ".confidential, 0) = 0" : "")
