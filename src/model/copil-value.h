/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-kind.h"

G_BEGIN_DECLS

#define COPIL_VALUE_ERROR (copil_value_error_quark ())
typedef enum
{
  COPIL_VALUE_ERROR_INVALID
} CopilValueError;
GQuark copil_value_error_quark (void);

/* The years in which a date can be: what is typed, imported or computed with. */
#define COPIL_DATE_FIRST_YEAR 1900
#define COPIL_DATE_LAST_YEAR 2200
/* No sum of dates reaches further than this. */
#define COPIL_DATE_MOST_MONTHS 12000

/* Reads what a person typed ("31/12/2023", "déc. 2023", "2023", "1er mars 2007", "75 000", "12,5
 * %", "14h30") into the canonical text of the field; a month or a year alone means its last day,
 * or its first where the field is a beginning (COPIL_FIELD_START), and dates may be counted from
 * today (copil_when_parse()). A choice is its stored value, or its label in English, in French or
 * in the user's language; so are yes and no. NULL or blank gives NULL without error. Fails (NULL
 * with error set) with one sentence that says what was expected. References take ids as they are.
 */
char *copil_field_parse (const CopilField *field, const char *typed, GError **error);

/* The same for a number that is counted in a unit, NULL for none. A percentage ("25,5 %") is
 * refused where that unit is another: nobody could tell what it is a percentage of. */
char *copil_field_parse_counted (const CopilField *field, const char *typed, const char *unit,
                                 GError **error);

/* Fails, with one sentence, for a percentage in a number that is not counted in percents. */
gboolean copil_field_check_percent (const CopilField *field, const char *typed, const char *unit,
                                    GError **error);

/* Reads a date of that field in the same way; what is counted from a date ("+3 mois", "31/12", "fin
 * mars") is so from that canonical one, NULL for today. */
char *copil_date_parse (const CopilField *field, const char *typed, const char *from,
                        GError **error);

/* The canonical text as a person reads it: dates as 31/12/2023, numbers grouped as the locale does,
 * choices by their label, booleans as yes or no; references unchanged; "" for NULL. */
char *copil_field_format (const CopilField *field, const char *value);

/* A canonical date in full, as in « 23 novembre 2021 »; "" for NULL. */
char *copil_date_format_long (const char *date);

/* A canonical date as 31/12/2023; "" for NULL. */
char *copil_date_format (const char *date);

/* A number with the locale's grouping and decimal mark, at most two decimals. */
char *copil_number_format (double number);

/* Today as a canonical date. COPIL_TODAY in the environment stands for the clock where it holds a
 * date. */
const char *copil_today (void);

/* The date so many months later (or earlier), the day kept or the month's last; NULL where the date
 * is not one, or the months are more than COPIL_DATE_MOST_MONTHS, and only there. What comes out
 * may lie beyond the years of a date, and is not valid then. */
char *copil_date_add_months (const char *date, gint64 months);

/* Minutes after midnight of a canonical time ("14:30"), -1 where it is none. */
int copil_time_get_minutes (const char *time);

/* When something that begins and ends at these times ends, in minutes after the midnight before it
 * began: what ends earlier than it began ends the next day (23:30 to 01:15 gives 25:15). -1 where
 * one of them is not known, or they are the same. */
int copil_time_get_end (const char *from, const char *to);

/* The time of the day as "14:30". COPIL_TIME in the environment stands for the clock where it holds
 * a time, and noon where COPIL_TODAY does and it does not. */
const char *copil_now (void);

/* TRUE for a date like 2024-02-29 that exists, in the years that a date can be in. FALSE for NULL.
 */
gboolean copil_date_is_valid (const char *date);

G_END_DECLS
