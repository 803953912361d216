/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules by which French text is read: a table of regular expressions, in the .def files beside
 * this one, each with sentences that it is for and sentences that it is not for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be asked of a text: COPIL_RULE_ and the name of a rule, or of a subject, which has
 * several rows. */
typedef enum
{
#define RULE(name, how, pattern, yes, no) COPIL_RULE_##name,
#define SPLIT(name, how, pattern, yes, no) COPIL_RULE_##name,
#define REPLACE(name, how, pattern, with, yes, no) COPIL_RULE_##name,
#define SUBJECT(name, how, kind) COPIL_RULE_##name,
#define CASE(yields, pattern, yes, no)
#define CHANGE(pattern, with, yes, no)
#include "copil-text-rules.def"
  COPIL_N_RULES
} CopilTextRule;

/* What the rows of VERB_TELLS yield: a verb that tells how things are, or of what is done. */
typedef enum
{
  COPIL_VERB_TELLS = 1,
  COPIL_VERB_ACTS
} CopilVerb;

/* What the rows of RENEWAL yield. */
typedef enum
{
  COPIL_RENEWAL_NONE = 1,    /* it is excluded */
  COPIL_RENEWAL_LAPSES,      /* it ends by itself; whether it is renewed is not said */
  COPIL_RENEWAL_CONDITIONAL, /* tacit, on a condition */
  COPIL_RENEWAL_TACIT,
  COPIL_RENEWAL_AGREED /* probably by an act of the parties */
} CopilRenewal;

/* What the rows of COMPOSITION yield. */
typedef enum
{
  COPIL_COMPOSITION_PARITY = 1,
  COPIL_COMPOSITION_FIXED,
  COPIL_COMPOSITION_ONE_BY_PARTY
} CopilComposition;

/* What the rows of NUMBERING yield. */
typedef enum
{
  COPIL_NUMBERING_DECIMAL = 1,
  COPIL_NUMBERING_DECIMAL_LISTED, /* also behind a bullet */
  COPIL_NUMBERING_NUMBER,
  COPIL_NUMBERING_NUMBER_MARKED, /* only where the file itself marks the line as a heading */
  COPIL_NUMBERING_LETTER,
  COPIL_NUMBERING_SECTION,
  COPIL_NUMBERING_SECTION_MARKED
} CopilNumbering;

/* What the rows of NATURE yield: kinds of bodies that sign. */
typedef enum
{
  COPIL_NATURE_MINISTRY = 1,
  COPIL_NATURE_MINISTRY_OF_SCHOOLS,
  COPIL_NATURE_ACADEMY,
  COPIL_NATURE_ACADEMIC_REGION,
  COPIL_NATURE_ACADEMIC,
  COPIL_NATURE_REGION,
  COPIL_NATURE_DEPARTMENT,
  COPIL_NATURE_METROPOLIS,
  COPIL_NATURE_TOWN,
  COPIL_NATURE_ASSOCIATION,
  COPIL_NATURE_FEDERATION,
  COPIL_NATURE_UNION,
  COPIL_NATURE_FOUNDATION,
  COPIL_NATURE_COMPANY,
  COPIL_NATURE_CHAMBER,
  COPIL_NATURE_SKILLS_OPERATOR,
  COPIL_NATURE_UNIVERSITY,
  COPIL_NATURE_AGENCY,
  COPIL_NATURE_CAMPUS,
  COPIL_N_NATURES
} CopilNature;

/* What the first row that is found in the text yields (TRUE for a rule of one row), 0 where none
 * is. Rules for folded text, as most are, take what copil_text_fold() gives. From any thread. */
int copil_text_match (CopilTextRule rule, const char *text);

/* The same; "info" is set to what was found, and is to be freed with g_match_info_unref(). */
int copil_text_search (CopilTextRule rule, const char *text, GMatchInfo **info);

/* The same from row "from" on, which is set behind the row that is found. "info" may be NULL. */
int copil_text_search_next (CopilTextRule rule, guint *from, const char *text, GMatchInfo **info);

/* The text with what each row finds, in turn, replaced as the row says. Free with g_free(). */
char *copil_text_replace (CopilTextRule rule, const char *text);

/* The text cut where the rule finds something. Free with g_strfreev(). */
char **copil_text_split (CopilTextRule rule, const char *text);

G_END_DECLS
