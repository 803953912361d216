/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-clause.h"

const char copil_view_clause_row[] =
    "SELECT r.article, r.title, r.sort, r.counted_from, r.event, r.number, r.unit, r.direction,"
    " r.recurrence, r.limit_day, r.limit_month, r.limit_rule, (SELECT group_concat (name, ', ')"
    " FROM (SELECT coalesce (nullif (p.short_name, ''), p.name) AS name FROM clause_party l"
    " JOIN party p ON p.id = l.party WHERE l.clause = r.id ORDER BY p.position, p.id))"
    " FROM clause r WHERE r.id = ?1";
const char copil_view_clause_by_title[] = "copil_fold (r.title)";
const char copil_view_clause_by_sort[] = "r.sort";
const char copil_view_clause_searched[] =
    "coalesce (r.article, '') || ' ' || coalesce (r.title, '') || ' ' || coalesce (r.text, '')"
    " || ' ' || coalesce (r.event, '') || ' ' || coalesce (r.note, '')";
const char copil_view_clause_of_party[] =
    "(r.id IN (SELECT clause FROM clause_party WHERE party = %s))";
