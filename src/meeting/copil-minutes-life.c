/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes-life.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-amendable.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

#define ID "%" G_GINT64_FORMAT

static void
load_parties (CopilMinutesLife *life, CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, coalesce (nullif (short_name, ''), name), EXISTS (SELECT 1 FROM validation v"
      " WHERE v.meeting = ?1 AND v.party = party.id AND v.version IS NULL"
      " AND " COPIL_AGREED_COUNTS_SQL ("v", "?2") ")"
                                                  " FROM party ORDER BY side, position, id",
      "it", life->meeting, life->fingerprint);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_array_append_val (life->parties, id);
      if (copil_query_int (query, 2))
        continue;
      g_array_append_val (life->missing, id);
      g_ptr_array_add (life->names,
                       g_strdup (copil_query_text (query, 1) ? copil_query_text (query, 1) : "–"));
    }
}

/* Whether somebody validated for all: the committee, or who chaired. */
static gboolean
has_common (CopilMinutesLife *life, CopilStore *store)
{
  return copil_store_query_int (store,
                                "SELECT EXISTS (SELECT 1 FROM validation v WHERE meeting = ?1 AND"
                                " version IS NULL AND (party IS NULL OR party = ?2)"
                                " AND " COPIL_AGREED_COUNTS_SQL ("v", "?3") ")",
                                "iit", life->meeting, life->chair_party, life->fingerprint) != 0;
}

CopilMinutesLife *
copil_minutes_life_new (CopilStore *store, gint64 meeting)
{
  g_autofree char *fingerprint = copil_agreed_dup_fingerprint (store, "validation", meeting);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT coalesce (m.minutes, 'draft'), m.proposed, coalesce (c.minutes_validation, 'all'),"
      " coalesce (nullif (p.short_name, ''), p.name), coalesce (h.civility || ' ', '') || h.name,"
      " coalesce (h.party, 0),"
      " (SELECT count (*) FROM validation v WHERE meeting = m.id AND version IS NULL"
      "  AND " COPIL_AGREED_COUNTS_SQL (
          "v", "?2") "),"
                     " (SELECT count (*) FROM correction WHERE meeting = m.id AND version IS NULL"
                     "  AND coalesce (state, 'proposed') = 'proposed'),"
                     " (SELECT id FROM minutes_version WHERE meeting = m.id AND data IS NOT NULL"
                     "  ORDER BY number DESC, id DESC LIMIT 1),"
                     " (SELECT id FROM minutes_version WHERE meeting = m.id AND data IS NULL"
                     "  ORDER BY number DESC, id DESC LIMIT 1),"
                     " (SELECT count (*) FROM validation v WHERE meeting = m.id AND version IS NULL"
                     "  AND NOT " COPIL_AGREED_COUNTS_SQL (
                         "v", "?2") ")"
                                    " FROM meeting m LEFT JOIN convention c ON c.id = (SELECT min "
                                    "(id) FROM convention)"
                                    " LEFT JOIN party p ON p.id = c.minutes_proposer LEFT JOIN "
                                    "person h ON h.id = m.chair"
                                    " WHERE m.id = ?1",
      "it", meeting, fingerprint);
  g_autoptr (CopilMinutesLife) life = g_new0 (CopilMinutesLife, 1);

  life->parties = g_array_new (FALSE, FALSE, sizeof (gint64));
  life->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  life->names = g_ptr_array_new_with_free_func (g_free);
  if (!copil_query_next (query))
    return NULL;
  life->meeting = meeting;
  life->state = g_strdup (copil_query_text (query, 0));
  life->proposed = g_strdup (copil_query_text (query, 1));
  life->rule = g_strdup (copil_query_text (query, 2));
  life->proposer = g_strdup (copil_query_text (query, 3));
  life->chair = g_strdup (copil_query_text (query, 4));
  life->given = (guint)copil_query_int (query, 6);
  life->open = (guint)copil_query_int (query, 7);
  life->version = copil_query_int (query, 8);
  life->pending = copil_query_int (query, 9);
  life->lapsed = (guint)copil_query_int (query, 10);
  life->fingerprint = g_steal_pointer (&fingerprint);
  life->amended = copil_store_query_int (store,
                                         "SELECT EXISTS (SELECT 1 FROM correction WHERE meeting = "
                                         "?1 AND state = 'accepted' AND (version IS NULL OR "
                                         "version = ?2))",
                                         "ii", meeting, life->version) != 0;
  if (g_str_equal (life->rule, "chair"))
    life->chair_party = copil_query_int (query, 5);
  if (g_str_equal (life->rule, "all"))
    {
      load_parties (life, store);
      life->complete = life->missing->len == 0 && life->given > 0;
    }
  else
    life->complete = has_common (life, store);
  life->complete = life->complete && life->open == 0;
  return g_steal_pointer (&life);
}

void
copil_minutes_life_free (CopilMinutesLife *life)
{
  g_free (life->state);
  g_free (life->proposed);
  g_free (life->rule);
  g_free (life->proposer);
  g_free (life->chair);
  g_free (life->fingerprint);
  g_array_unref (life->parties);
  g_array_unref (life->missing);
  g_ptr_array_unref (life->names);
  g_free (life);
}

gboolean
copil_minutes_life_is_closed (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (store, "SELECT minutes = 'validated' FROM meeting WHERE id = ?1",
                                "i", meeting) != 0;
}

gboolean
copil_minutes_life_is_open (CopilMinutesLife *life)
{
  return g_str_equal (life->state, "proposed") || g_str_equal (life->state, "amended");
}

/* --- In words --- */

char *
copil_minutes_life_say_rule (CopilMinutesLife *life)
{
  const char *who =
      g_str_equal (life->rule, "committee") ? _ ("the next committee validates the minutes.")
      : g_str_equal (life->rule, "chair")   ? _ ("who chaired the meeting validates the minutes.")
                                            : _ ("every signatory validates the minutes.");

  if (life->proposer)
    /* Translators: a signatory; then, for instance: "every signatory validates the minutes." */
    return g_strdup_printf (_ ("Rule of the convention: %s proposes, %s"), life->proposer, who);
  /* Translators: for instance: "every signatory validates the minutes." */
  return g_strdup_printf (_ ("Rule of the convention: %s"), who);
}

/* « de l’UIMM », « de CPME ». */
static char *
of_name (const char *name)
{
  g_autofree char *base = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  gboolean vowel = base && strchr ("aeiouyAEIOUY", *base) && *base;

  return vowel
             /* Translators: in “The validation of UIMM is missing.” */
             ? g_strdup_printf (C_ ("whose validation, the name begins with a vowel", "of %s"),
                                name)
             : g_strdup_printf (C_ ("whose validation", "of %s"), name);
}

static char *
say_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *of = of_name (names->pdata[i]);

      if (i > 0)
        g_string_append (text, i + 1 < names->len ? ", " : _ (" and "));
      g_string_append (text, of);
    }
  return g_string_free (text, FALSE);
}

static char *
say_validations (CopilMinutesLife *life)
{
  g_autofree char *names = NULL;

  if (g_str_equal (life->rule, "committee"))
    return g_strdup (_ ("The validation by the next committee is missing."));
  if (g_str_equal (life->rule, "chair"))
    return life->chair ? g_strdup_printf (_ ("The validation by %s, in the chair, is missing."),
                                          life->chair)
                       : g_strdup (_ ("The validation by who chaired the meeting is missing."));
  if (life->names->len == 0)
    return g_strdup (_ ("No signatory is entered yet."));
  names = say_names (life->names);
  /* Translators: %s: “of UIMM”, “of UIMM and of CPME” */
  return g_strdup_printf (ngettext ("The validation %s is missing.",
                                    "The validations %s are missing.", life->names->len),
                          names);
}

char *
copil_minutes_life_say_missing (CopilMinutesLife *life)
{
  gboolean validated;
  g_autofree char *open = NULL, *missing = NULL;

  if (life->complete)
    return NULL;
  validated = g_str_equal (life->rule, "all") ? life->missing->len == 0 && life->given > 0
                                              : life->given > 0 && life->open > 0;
  if (life->open > 0)
    open = g_strdup_printf (ngettext ("%u amendment has no answer yet.",
                                      "%u amendments have no answer yet.", life->open),
                            life->open);
  if (!validated)
    missing = say_validations (life);
  if (open && missing)
    return g_strconcat (open, " ", missing, NULL);
  return open ? g_steal_pointer (&open) : g_steal_pointer (&missing);
}

/* --- Changes --- */

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* What is done to the minutes of a meeting, or to an amendment to them. */
typedef struct
{
  gint64 meeting, amendment, item;
  const char *date, *text, *reason;
} Step;

static gboolean
propose_cb (CopilStore *store, gpointer data, GError **error)
{
  const Step *step = data;
  const CopilKind *kind = copil_kind_get ("meeting");

  return copil_store_set (store, kind, step->meeting, "minutes", "proposed", error) &&
         copil_store_set (store, kind, step->meeting, "proposed", step->date, error);
}

gboolean
copil_minutes_life_propose (CopilStore *store, gint64 meeting, const char *date, GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  Step step = { .meeting = meeting, .date = date };

  if (!life || !g_str_equal (life->state, "draft"))
    return fail (error, _ ("These minutes are no draft: they cannot be proposed again."));
  return copil_store_do (store, _ ("Propose the minutes"), propose_cb, &step, error);
}

static gboolean
add_amendment_cb (CopilStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autofree char *owner = g_strdup_printf (ID, step->meeting);
  g_autofree char *about = step->item ? g_strdup_printf (ID, step->item) : NULL;

  step->amendment = copil_store_insert (store, copil_kind_get ("correction"), error, "meeting",
                                        owner, "item", about, "date", step->date, "old_text",
                                        step->text, "new_text", step->text, NULL);
  return step->amendment != 0;
}

gint64
copil_minutes_life_add_amendment (CopilStore *store, gint64 meeting, gint64 item, const char *date,
                                  GError **error)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, meeting);
  g_autofree char *notes = copil_amendable_dup_text (store, meeting, NULL, item);
  Step step = { .meeting = meeting, .item = item, .date = date, .text = notes };

  if (!life || !copil_minutes_life_is_open (life))
    {
      fail (error, _ ("Amendments are asked for once the minutes are proposed."));
      return 0;
    }
  return copil_store_do (store, _ ("Add an amendment to the minutes"), add_amendment_cb, &step,
                         error)
             ? step.amendment
             : 0;
}

typedef struct
{
  gint64 amendment;
  const char *about, *item, *decision, *text;
  gboolean untouched; /* nothing was asked for yet */
} Subject;

static gboolean
set_subject_cb (CopilStore *store, gpointer data, GError **error)
{
  const Subject *subject = data;
  const CopilKind *kind = copil_kind_get ("correction");
  gint64 id = subject->amendment;

  return copil_store_set (store, kind, id, "about", subject->about, error) &&
         copil_store_set (store, kind, id, "item", subject->item, error) &&
         copil_store_set (store, kind, id, "decision", subject->decision, error) &&
         copil_store_set (store, kind, id, "old_text", subject->text, error) &&
         (!subject->untouched ||
          copil_store_set (store, kind, id, "new_text", subject->text, error));
}

gboolean
copil_minutes_life_set_subject (CopilStore *store, gint64 amendment, const char *about, gint64 id,
                                GError **error)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (store, copil_kind_get ("correction"), amendment);
  g_autofree char *which = id ? g_strdup_printf (ID, id) : NULL, *text = NULL;
  gboolean decision = g_strcmp0 (about, "decision") == 0;
  Subject subject = { amendment, about, decision ? NULL : which, decision ? which : NULL };

  if (!record)
    return fail (error, _ ("This record is no longer there."));
  text = copil_amendable_dup_text (store, copil_record_get_int (record, "meeting"), about, id);
  subject.text = text;
  subject.untouched =
      g_strcmp0 (copil_record_get (record, "old_text"), copil_record_get (record, "new_text")) == 0;
  return copil_store_do (store, _ ("Change what an amendment is about"), set_subject_cb, &subject,
                         error);
}

/* The amendment, where it can be answered. */
static CopilRecord *
load_open (CopilStore *store, gint64 amendment, GError **error)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (store, copil_kind_get ("correction"), amendment);
  g_autoptr (CopilMinutesLife) life =
      record ? copil_minutes_life_new (store, copil_record_get_int (record, "meeting")) : NULL;

  if (!life || !copil_minutes_life_is_open (life) || copil_record_get (record, "version"))
    {
      fail (error, _ ("This amendment can no longer be answered."));
      return NULL;
    }
  return g_steal_pointer (&record);
}

/* The text asked for takes the place of the text before. */
static gboolean
replace_text (CopilStore *store, CopilRecord *record, gboolean *replaced, GError **error)
{
  const char *about = copil_record_get (record, "about");
  gint64 meeting = copil_record_get_int (record, "meeting"),
         id = copil_record_get_int (record,
                                    g_strcmp0 (about, "decision") == 0 ? "decision" : "item");

  return copil_amendable_replace (store, meeting, about, id, copil_record_get (record, "old_text"),
                                  copil_record_get (record, "new_text"), replaced, error);
}

static gboolean
answer (CopilStore *store, gint64 amendment, const char *state, const char *reason, GError **error)
{
  const CopilKind *kind = copil_kind_get ("correction");

  return copil_store_set (store, kind, amendment, "state", state, error) &&
         copil_store_set (store, kind, amendment, "reason", reason && *reason ? reason : NULL,
                          error);
}

typedef struct
{
  CopilRecord *amendment;
  const char *reason;
  gboolean *replaced;
} Acceptance;

static gboolean
accept_cb (CopilStore *store, gpointer data, GError **error)
{
  const Acceptance *self = data;
  CopilRecord *record = self->amendment;

  return answer (store, copil_record_get_id (record), "accepted", self->reason, error) &&
         replace_text (store, record, self->replaced, error) &&
         copil_store_set (store, copil_kind_get ("meeting"),
                          copil_record_get_int (record, "meeting"), "minutes", "amended", error);
}

gboolean
copil_minutes_life_accept (CopilStore *store, gint64 amendment, const char *reason,
                           gboolean *replaced, guint *lapsed, GError **error)
{
  g_autoptr (CopilRecord) record = load_open (store, amendment, error);
  g_autoptr (CopilMinutesLife) before = NULL, after = NULL;
  Acceptance acceptance = { record, reason, replaced };

  *replaced = FALSE;
  *lapsed = 0;
  if (!record)
    return FALSE;
  if (g_strcmp0 (copil_record_get (record, "state"), "accepted") == 0)
    return fail (error, _ ("This amendment is accepted already."));
  before = copil_minutes_life_new (store, copil_record_get_int (record, "meeting"));
  if (!copil_store_do (store, _ ("Accept an amendment to the minutes"), accept_cb, &acceptance,
                       error))
    return FALSE;
  /* What was validated may be another text from then on. */
  after = copil_minutes_life_new (store, copil_record_get_int (record, "meeting"));
  if (before && after && before->given > after->given)
    *lapsed = before->given - after->given;
  return TRUE;
}

static gboolean
refuse_cb (CopilStore *store, gpointer data, GError **error)
{
  const Step *step = data;

  return answer (store, step->amendment, "refused", step->reason, error);
}

gboolean
copil_minutes_life_refuse (CopilStore *store, gint64 amendment, const char *reason, GError **error)
{
  g_autoptr (CopilRecord) record = load_open (store, amendment, error);
  Step step = { .amendment = amendment, .reason = reason };

  if (!record)
    return FALSE;
  if (g_strcmp0 (copil_record_get (record, "state"), "accepted") == 0)
    return fail (error, _ ("This amendment is accepted: its text is in the minutes."));
  if (!reason || !*reason)
    return fail (error, _ ("Say why the amendment is refused."));
  return copil_store_do (store, _ ("Refuse an amendment to the minutes"), refuse_cb, &step, error);
}
