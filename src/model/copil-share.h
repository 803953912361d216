/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How figures are rounded: the one place where a page, a chart, a document and the command line
 * turn a share into a percentage, so that 12 of 66 is 18 % on all of them. */

/* The nearest value with so many decimals (0 to 3); halves go away from zero, also those that a
 * binary fraction holds a little below the half. NAN and infinities are returned as they are. */
double copil_round (double value, guint decimals);

/* The shares of parts in their sum in whole percents that add up to 100: each is rounded down, and
 * what is missing goes to those that lost most, of equal ones to the larger part, then the first.
 * Parts that are negative or NAN have none, and so have all where the sum is 0. "percents" has room
 * for "n". */
void copil_share_round_parts (const double *parts, guint n, guint *percents);

/* "18 %" for 12 of 66 in the user's language. What is something is never said to be nothing, nor
 * what is not all to be all: "< 1 %", "> 99 %". "–" where the whole is 0 or one of them is NAN. */
char *copil_share_format (double part, double whole);

/* A percentage in the user's language: "48 %", no decimals; "–" for NAN. */
char *copil_percent_format (double percent);

/* How much more or less in percent: "+24 %", "−3 %", "0 %"; "–" for NAN. */
char *copil_percent_format_change (double percent);

G_END_DECLS
