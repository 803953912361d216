/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as they are said at a meeting: counted from another date, or without their year. */

/* The canonical date meant by "+3 mois", "dans 2 semaines", "+10 j", "+1 an", "demain", "31/12",
 * "15 mars", "mars", "fin mars", "fin mars 2025", "fin 2025", "fin du mois" or "fin d’année", in
 * French or English, counted from the canonical date "from": without a year it is the next one,
 * that day included. A month alone is its last day, or with "start" its first. NULL where it is
 * none of these, or "from" is no date. */
char *copil_when_parse (const char *typed, const char *from, gboolean start);

/* How far a canonical date is from another: "in 3 days", "today", "2 months ago". Months and years
 * are those of the calendar, and whole ones: six and a half months are six. "" where one of the two
 * is no date. */
char *copil_when_format (const char *date, const char *from);

/* The whole months of the calendar from a canonical date to a later one: one from 31 January to 28
 * February; 0 where the second is earlier or one is no date. */
int copil_when_count_months (const char *from, const char *to);

/* The month whose name, in French or English, begins with these letters; 0 for none. At least three
 * letters, and "juin" and "juillet" told apart. */
guint copil_when_find_month (const char *word);

G_END_DECLS
