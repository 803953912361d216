/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Where the minutes of a meeting stand, from draft to validated, under the convention's own rule:
 * who has to validate, and what is still missing. Validations and amendments that made an earlier
 * version do not count any more, nor do validations of another text than the minutes are now. */
typedef struct
{
  gint64 meeting;
  char *state;        /* draft, proposed, amended, validated */
  char *proposed;     /* since when, or NULL */
  char *rule;         /* all, committee, chair */
  char *proposer;     /* name of the signatory who proposes, or NULL */
  char *chair;        /* name of who chaired, or NULL */
  gint64 chair_party; /* of whom, or 0 */
  GArray *parties;    /* gint64: signatories whose validation the rule asks for */
  GArray *missing;    /* gint64: those of them who have not validated */
  GPtrArray *names;   /* of those missing */
  guint given;        /* validations of this version that count */
  guint lapsed;       /* those that were given on another text (see copil-agreed.h) */
  char *fingerprint;  /* of what the minutes say now */
  guint open;         /* amendments without an answer */
  gint64 version;     /* the newest kept document, 0 for none */
  gint64 pending;     /* the version being prepared in place of an earlier one, or 0 */
  gboolean amended;   /* an amendment to this version is accepted */
  gboolean complete;  /* the rule is met: nothing is missing, and no amendment is open */
} CopilMinutesLife;

/* NULL where there is no such meeting. */
CopilMinutesLife *copil_minutes_life_new (CopilStore *store, gint64 meeting);
void copil_minutes_life_free (CopilMinutesLife *life);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilMinutesLife, copil_minutes_life_free)

/* The records of a meeting are closed: its minutes are validated. */
gboolean copil_minutes_life_is_closed (CopilStore *store, gint64 meeting);

/* Whether validations and amendments can be given: the minutes are proposed or amended. */
gboolean copil_minutes_life_is_open (CopilMinutesLife *life);

/* The convention's rule, in a sentence. */
char *copil_minutes_life_say_rule (CopilMinutesLife *life);

/* What is still missing, in words; NULL where nothing is. */
char *copil_minutes_life_say_missing (CopilMinutesLife *life);

/* Each of these is a transaction of its own, and fails with COPIL_STORE_ERROR and one sentence. */

/* Proposes the minutes to who must validate, on that date. */
gboolean copil_minutes_life_propose (CopilStore *store, gint64 meeting, const char *date,
                                     GError **error);

/* A new amendment on that agenda item (0: on none in particular), the text before and the text
 * asked for being the item's notes at first. Returns its id, 0 where it failed. */
gint64 copil_minutes_life_add_amendment (CopilStore *store, gint64 meeting, gint64 item,
                                         const char *date, GError **error);

/* Lets an amendment concern something else of the minutes (CopilAmendable): the text before becomes
 * what they say there, and so does the text asked for where nothing was asked for yet. */
gboolean copil_minutes_life_set_subject (CopilStore *store, gint64 amendment, const char *about,
                                         gint64 id, GError **error);

/* Accepts an amendment: the minutes say the text asked for from then on ("replaced" is set to
 * TRUE), and are amended; validations given for the earlier text lapse (sets "lapsed" to the number
 * of those that counted). Fails where the minutes cannot be made to say it (see
 * copil_amendable_replace()): then nothing is answered. Where the amendment names no place, it is
 * accepted, and "replaced" is set to FALSE. */
gboolean copil_minutes_life_accept (CopilStore *store, gint64 amendment, const char *reason,
                                    gboolean *replaced, guint *lapsed, GError **error);

/* Refuses an amendment; a reason must be given. */
gboolean copil_minutes_life_refuse (CopilStore *store, gint64 amendment, const char *reason,
                                    GError **error);

G_END_DECLS
