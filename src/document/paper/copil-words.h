/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the documents: the turns of phrase that they share, in the user's language. What is
 * returned as char * is the caller's. */

/* The language that the documents are written in: "fr-FR", "en-GB" … */
const char *copil_words_language (void);

/* A day with its name: « mardi 12 décembre 2023 »; what was given where it is no date, "" for NULL.
 */
char *copil_words_day (const char *date);

/* "14:30" as it is said: « 14 h 30 »; "" for NULL. */
char *copil_words_time (const char *time);

/* Persons counted, in words up to twenty: « une », « onze », « 35 ». */
char *copil_words_persons (guint n);

/* A whole number with its groups of three digits: « 75 000 ». */
char *copil_words_number (guint64 number);

/* Capital letter first. Takes text. */
char *copil_words_capital (char *text);

/* Small letter first, unless the word is written in capitals. Takes text. */
char *copil_words_small (char *text);

/* « a, b et c ». */
char *copil_words_list (GPtrArray *words);

/* « Mme Claire Montfort »; each may be NULL. */
char *copil_words_person (const char *civility, const char *name);

/* An axis by its label: « Axe 4 »; the label itself where it says more than a number; NULL for
 * none. */
char *copil_words_axis (const char *label);

/* « 4.1.1 Accueil de collégiens »; either may be NULL; NULL where both are. */
char *copil_words_labelled (const char *label, const char *title);

/* At most so many characters, on one line, with an ellipsis where it was cut between two words. */
char *copil_words_cut (const char *text, guint most);

/* Those who are responsible, of the parts of COPIL_CHARGE_PARTS_SQL: « Mme Claire Montfort, UIMM »;
 * NULL for none. */
char *copil_words_charge (const char *parts);

G_END_DECLS
