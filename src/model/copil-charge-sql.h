/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Who is responsible for a decision, an engagement or a fiche, in SQL on the alias of its table. */

/* Their names, with commas; NULL where nobody is. */
#define COPIL_CHARGE_SQL(kind, alias)                                                              \
  "(SELECT coalesce (n.civility || ' ', '') || n.name FROM person n WHERE n.id = " alias ".lead)"

/* Whether anybody is. */
#define COPIL_HAS_CHARGE_SQL(kind, alias) "(" alias ".lead IS NOT NULL)"

/* Whether that person is: by name, or as one of the signatory who is. The person is SQL, an id. */
#define COPIL_CHARGED_SQL(kind, alias, person) "(" alias ".lead IS " person ")"

/* Whether that signatory is, as such or by one of its persons. The party is SQL, an id. */
#define COPIL_CHARGED_PARTY_SQL(kind, alias, party)                                                \
  "(EXISTS (SELECT 1 FROM person cn WHERE cn.id = " alias ".lead AND cn.party = " party "))"
