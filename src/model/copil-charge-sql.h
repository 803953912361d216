/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Who is responsible for a decision, an engagement or a fiche, in SQL on the alias of its table:
 * the person in charge, other persons, signatories as such. The kind is its name, a literal. */

/* Private to this header: the person in charge, the others, signatories. */
#define COPIL_CHARGE_LIST_SQL(kind, alias, person, party, between)                                 \
  "(SELECT group_concat (cname, " between ") FROM (SELECT 0 AS crank, 0 AS cplace, " person        \
  " AS cname FROM person cn WHERE cn.id = " alias ".lead UNION ALL SELECT 1, cn.position, " person \
  " FROM " kind "_colead cl JOIN person cn ON cn.id = cl.person WHERE cl." kind " = " alias        \
  ".id UNION ALL SELECT 2, cy.position, " party " FROM " kind                                      \
  "_charge cl JOIN party cy ON cy.id = cl.party WHERE cl." kind " = " alias ".id ORDER BY 1, 2))"

/* Their names, with commas; NULL where nobody is. */
#define COPIL_CHARGE_SQL(kind, alias)                                                              \
  COPIL_CHARGE_LIST_SQL (kind, alias, "coalesce (cn.civility || ' ', '') || cn.name",              \
                         "coalesce (nullif (cy.short_name, ''), cy.name)", "', '")

/* The same for copil_words_charge(). */
#define COPIL_CHARGE_PARTS_SQL(kind, alias)                                                        \
  COPIL_CHARGE_LIST_SQL (kind, alias, "coalesce (cn.civility, '') || char (9) || cn.name",         \
                         "char (9) || coalesce (nullif (cy.short_name, ''), cy.name)",             \
                         "char (10)")

/* Whether anybody is. */
#define COPIL_HAS_CHARGE_SQL(kind, alias)                                                          \
  "(" alias ".lead IS NOT NULL OR EXISTS (SELECT 1 FROM " kind "_colead cl WHERE cl." kind         \
  " = " alias ".id) OR EXISTS (SELECT 1 FROM " kind "_charge cl WHERE cl." kind " = " alias        \
  ".id))"

/* Whether that person is: by name, or as one of a signatory that is. The person is SQL, an id. */
#define COPIL_CHARGED_SQL(kind, alias, person)                                                     \
  "(" alias ".lead IS " person " OR EXISTS (SELECT 1 FROM " kind "_colead cl WHERE cl." kind       \
  " = " alias ".id AND cl.person = " person ") OR EXISTS (SELECT 1 FROM " kind                     \
  "_charge cl JOIN person cn ON cn.party = cl.party WHERE cl." kind " = " alias                    \
  ".id AND cn.id = " person "))"

/* Whether that signatory is, as such or by one of its persons. The party is SQL, an id. */
#define COPIL_CHARGED_PARTY_SQL(kind, alias, party)                                                \
  "(EXISTS (SELECT 1 FROM person cn WHERE cn.party = " party " AND (cn.id = " alias                \
  ".lead OR cn.id IN (SELECT cl.person FROM " kind "_colead cl WHERE cl." kind " = " alias         \
  ".id))) OR EXISTS (SELECT 1 FROM " kind "_charge cl WHERE cl." kind " = " alias                  \
  ".id AND cl.party = " party "))"
