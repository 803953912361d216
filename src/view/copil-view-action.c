/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-action.h"

const char copil_view_action_row[] =
    "SELECT a.title, CASE WHEN t.label > '' THEN t.label || ' · ' || t.title ELSE t.title END,"
    " a.academie, a.start, a.finish, a.number, a.schools, coalesce (a.young, a.girls + a.boys),"
    " a.girls, a.boys, coalesce (a.staff, a.women + a.men), a.women, a.men,"
    " a.state = 'estimated', a.declared, a.confidential FROM action a"
    " LEFT JOIN theme t ON t.id = a.theme WHERE a.id = ?1";

const char copil_view_action_by_title[] = "copil_fold (coalesce (r.title, ''))";
const char copil_view_action_by_dates[] = "coalesce (r.start, r.finish)";
const char copil_view_action_by_number[] = "r.number";
const char copil_view_action_by_young[] = "coalesce (r.young, r.girls + r.boys)";
const char copil_view_action_by_staff[] = "coalesce (r.staff, r.women + r.men)";
const char copil_view_action_by_schools[] = "r.schools";
const char copil_view_action_searched[] =
    "coalesce (r.title, '') || ' ' || coalesce (r.academie, '') || ' ' || "
    "coalesce (r.note, '') || ' ' || coalesce ((SELECT t.title FROM theme t WHERE"
    " t.id = r.theme), '')";
const char copil_view_action_of_theme[] = "r.theme = %s";
const char copil_view_action_of_academie[] = "r.academie = %s";
const char copil_view_action_of_year[] = "substr (coalesce (r.start, r.finish), 1, 4) = %s";

const char copil_view_action_academies[] =
    "SELECT DISTINCT academie FROM action WHERE academie > '' ORDER BY copil_fold (academie)";
const char copil_view_action_years[] =
    "SELECT DISTINCT substr (coalesce (start, finish), 1, 4) FROM action"
    " WHERE coalesce (start, finish) > '' ORDER BY 1 DESC";

const char copil_view_theme_row[] =
    "SELECT t.label, t.title, (SELECT count (*) FROM action a WHERE a.theme = t.id)"
    " FROM theme t WHERE t.id = ?1";
const char copil_view_theme_by_title[] = "copil_fold (r.title)";
const char copil_view_theme_by_actions[] = "(SELECT count (*) FROM action a WHERE a.theme = r.id)";
const char copil_view_theme_searched[] =
    "coalesce (r.label, '') || ' ' || coalesce (r.title, '') || ' ' || coalesce (r.note, '')";
