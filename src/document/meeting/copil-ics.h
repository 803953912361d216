/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The form of an iCalendar text (RFC 5545). Pure functions. */

/* Adds a content line: the name with its parameters ("DTSTART;VALUE=DATE"), the value as it is to
 * stand there; folded after at most 75 octets, never inside a character, and ended by CR LF. */
void copil_ics_add (GString *calendar, const char *name, const char *value);

/* The same for a value that is text: backslashes, semicolons, commas and line ends are escaped,
 * control characters left out. NULL or "" adds nothing. */
void copil_ics_add_text (GString *calendar, const char *name, const char *text);

/* A parameter's value in quotation marks; what may not stand there is replaced. */
char *copil_ics_quote (const char *text);

/* The address as a URI: "mailto:a@b.fr"; NULL where it is none. */
char *copil_ics_mailto (const char *address);

/* Adds the time zone Europe/Paris, as it has been since 1996. */
void copil_ics_add_paris (GString *calendar);

G_END_DECLS
