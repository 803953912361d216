/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is to be known of a day. Dates are ISO 8601 and valid. */

/* So many days later, or earlier. */
char *copil_day_add (const char *date, int days);

/* The French public holiday that the day is, in the user's language ("Christmas Day"); NULL for
 * any other day. Those of the whole country, Easter's among them. */
const char *copil_day_get_holiday (const char *date);

/* What is said beside a deadline on a day when nobody works: "a Saturday", "a Sunday", the name of
 * the holiday; NULL for a day of work. The deadline itself is never moved. */
char *copil_day_dup_note (const char *date);

G_END_DECLS
