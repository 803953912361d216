/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-committee.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SIDES 4

static const char *
call (const CopilDelegation *delegation)
{
  return delegation->short_name && *delegation->short_name ? delegation->short_name
         : delegation->name                                ? delegation->name
                                                           : "–";
}

/* The first word of a name: its length in bytes. */
static gsize
first_word (const char *name)
{
  return strcspn (name, " \t’'-");
}

/* Languages with articles choose them by how the name begins. */
static char *
of_name (const char *name)
{
  g_autofree char *base = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  gsize length = first_word (name);
  g_autofree char *word = g_strndup (name, length), *low = g_utf8_strdown (word, -1);

  if (length > 4 && strcmp (word, low) != 0 && g_str_has_suffix (word, "s"))
    return g_strdup_printf (C_ ("a name in the plural", "of %s"), name);
  if (base && *base && strchr ("aeiouh", g_ascii_tolower (*base)))
    return g_strdup_printf (C_ ("a name that begins with a vowel", "of %s"), name);
  return g_strdup_printf (C_ ("a name that begins with a consonant", "of %s"), name);
}

/* What the signatories of a side have in common: « ministères » where all are named « Ministère … »
 * NULL where that is nothing. */
static char *
common_noun (const CopilDelegation *delegations, guint n, int side)
{
  g_autofree char *noun = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *name = delegations[i].name ? delegations[i].name : "";
      g_autofree char *word = g_strndup (name, first_word (name));
      g_autofree char *low = g_utf8_strdown (word, -1);

      if (delegations[i].side != side)
        continue;
      if (!*low || (noun && strcmp (noun, low) != 0))
        return NULL;
      g_free (noun);
      noun = g_steal_pointer (&low);
    }
  return noun ? g_strdup_printf ("%s%s", noun, g_str_has_suffix (noun, "s") ? "" : "s") : NULL;
}

/* « des ministères », « de l’UIMM », « de A et de B ». */
static char *
of_side (const CopilDelegation *delegations, guint n, int side)
{
  g_autofree char *noun = NULL;
  GString *text = g_string_new (NULL);
  guint members = 0, done = 0;

  for (guint i = 0; i < n; i++)
    members += delegations[i].side == side;
  noun = members > 1 ? common_noun (delegations, n, side) : NULL;
  if (noun)
    g_string_printf (text, C_ ("signatories of one sort", "of the %s"), noun);
  for (guint i = 0; i < n && !noun; i++)
    if (delegations[i].side == side)
      {
        g_autofree char *of = of_name (call (&delegations[i]));

        done++;
        g_string_append (text, done == 1 ? "" : done == members ? _ (" and ") : ", ");
        g_string_append (text, of);
      }
  return g_string_free (text, FALSE);
}

/* "2+2+1". */
static char *
sum_up (const CopilDelegation *delegations, guint n, gboolean seats)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (delegations[i].seats > 0)
      g_string_append_printf (text, "%s%u", text->len ? "+" : "",
                              seats ? delegations[i].seats : delegations[i].held);
  return g_string_free (text, FALSE);
}

static guint
count_all (const CopilDelegation *delegations, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += delegations[i].held;
  return sum;
}

static CopilFinding *
find_nobody (CopilScope scope)
{
  return copil_finding_new (COPIL_VERDICT_UNKNOWN,
                            g_strdup (scope == COPIL_SCOPE_MEETING
                                          ? _ ("No member is noted as present yet")
                                          : _ ("No member sits on the committee yet")));
}

/* « Il manque un représentant de France Industrie » and « UIMM : 7 représentants pour 6 sièges »;
 * NULL where each has as many as it should. */
static char *
describe_gaps (const CopilDelegation *delegations, guint n)
{
  g_autoptr (GString) missing = g_string_new (NULL), surplus = g_string_new (NULL);
  guint lacking = 0, parties = 0;

  for (guint i = 0; i < n; i++)
    if (delegations[i].held < delegations[i].seats)
      {
        g_autofree char *of = of_name (call (&delegations[i]));
        guint lack = delegations[i].seats - delegations[i].held;

        g_string_append_printf (missing, parties++ ? ", %u %s" : "%u %s", lack, of);
        lacking += lack;
      }
    else if (delegations[i].seats > 0 && delegations[i].held > delegations[i].seats)
      g_string_append_printf (surplus,
                              ngettext ("%s%s: %u representatives for %u seat",
                                        "%s%s: %u representatives for %u seats",
                                        delegations[i].seats),
                              surplus->len ? ", " : "", call (&delegations[i]), delegations[i].held,
                              delegations[i].seats);
  if (parties == 1)
    {
      const char *of = strchr (missing->str, ' ') + 1;
      g_autofree char *one =
          lacking == 1 ? g_strdup_printf (_ ("One representative %s is missing"), of)
                       : g_strdup_printf (ngettext ("%u representative %s is missing",
                                                    "%u representatives %s are missing", lacking),
                                          lacking, of);
      g_string_assign (missing, one);
    }
  else if (parties)
    {
      g_autofree char *all =
          g_strdup_printf (ngettext ("%u representative is missing: %s",
                                     "%u representatives are missing: %s", lacking),
                           lacking, missing->str);
      g_string_assign (missing, all);
    }
  if (missing->len && surplus->len)
    return g_strdup_printf (_ ("%s; %s"), missing->str, surplus->str);
  return missing->len ? g_strdup (missing->str) : surplus->len ? g_strdup (surplus->str) : NULL;
}

static CopilFinding *
judge_fixed (const CopilDelegation *delegations, guint n, CopilScope scope)
{
  g_autofree char *wanted = sum_up (delegations, n, TRUE);
  g_autofree char *held = sum_up (delegations, n, FALSE), *gaps = NULL;

  if (!*wanted)
    return copil_finding_new (COPIL_VERDICT_UNKNOWN,
                              g_strdup (_ ("The number of seats of each signatory is not given")));
  gaps = describe_gaps (delegations, n);
  if (gaps)
    return copil_finding_new (
        COPIL_VERDICT_BROKEN,
        g_strdup_printf (_ ("%s (%s, where the convention wants %s)"), gaps, held, wanted));
  return copil_finding_new (COPIL_VERDICT_KEPT,
                            g_strdup_printf (scope == COPIL_SCOPE_MEETING
                                                 ? _ ("Presence as the convention wants it: %s")
                                                 : _ ("Composition as the convention wants it: %s"),
                                             held));
}

static CopilFinding *
judge_one (const CopilDelegation *delegations, guint n, CopilScope scope)
{
  g_autofree CopilDelegation *ones = g_memdup2 (delegations, n * sizeof *delegations);
  g_autofree char *gaps = NULL;

  for (guint i = 0; i < n; i++)
    ones[i].seats = 1;
  gaps = describe_gaps (ones, n);
  if (gaps)
    return copil_finding_new (
        COPIL_VERDICT_BROKEN,
        g_strdup_printf (_ ("%s, where the convention wants one for each signatory"), gaps));
  return copil_finding_new (COPIL_VERDICT_KEPT,
                            g_strdup (scope == COPIL_SCOPE_MEETING
                                          ? _ ("Presence as the convention wants it: one "
                                               "representative of each signatory")
                                          : _ ("Composition as the convention wants it: one "
                                               "representative of each signatory")));
}

static CopilFinding *
judge_parity (const CopilDelegation *delegations, guint n)
{
  guint held[N_SIDES] = { 0 }, sides = 0, first = 0;
  gboolean there[N_SIDES] = { FALSE }, equal = TRUE;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (delegations[i].side > 0 && delegations[i].side < N_SIDES)
      {
        there[delegations[i].side] = TRUE;
        held[delegations[i].side] += delegations[i].held;
      }
  for (int side = 1; side < N_SIDES; side++)
    {
      g_autofree char *of = there[side] ? of_side (delegations, n, side) : NULL;

      if (!there[side])
        continue;
      if (sides++ == 0)
        {
          first = held[side];
          g_string_append_printf (
              text, ngettext ("%u representative %s", "%u representatives %s", first), first, of);
          continue;
        }
      equal = equal && held[side] == first;
      g_string_append_printf (text, ", %u %s", held[side], of);
    }
  if (sides < 2)
    return copil_finding_new (COPIL_VERDICT_UNKNOWN,
                              g_strdup (_ ("Parity needs two sides: give the side of each "
                                           "signatory")));
  return copil_finding_new (
      equal ? COPIL_VERDICT_KEPT : COPIL_VERDICT_BROKEN,
      g_strdup_printf (equal ? _ ("Parity is kept: %s") : _ ("Parity is not kept: %s"), text->str));
}

static CopilFinding *
judge_free (const CopilDelegation *delegations, guint n, CopilScope scope)
{
  guint all = count_all (delegations, n);

  return copil_finding_new (
      COPIL_VERDICT_KEPT,
      scope == COPIL_SCOPE_MEETING
          ? g_strdup_printf (ngettext ("The composition is free: %u member present or represented",
                                       "The composition is free: %u members present or represented",
                                       all),
                             all)
          : g_strdup_printf (ngettext ("The composition is free: %u member",
                                       "The composition is free: %u members", all),
                             all));
}

CopilFinding *
copil_committee_judge (const char *composition, const CopilDelegation *delegations, guint n,
                       CopilScope scope)
{
  if (n == 0)
    return copil_finding_new (COPIL_VERDICT_UNKNOWN,
                              g_strdup (_ ("The convention has no signatories yet")));
  if (count_all (delegations, n) == 0)
    return find_nobody (scope);
  if (g_strcmp0 (composition, "fixed") == 0)
    return judge_fixed (delegations, n, scope);
  if (g_strcmp0 (composition, "parity") == 0)
    return judge_parity (delegations, n);
  if (g_strcmp0 (composition, "one_by_party") == 0)
    return judge_one (delegations, n, scope);
  return judge_free (delegations, n, scope);
}

static CopilFinding *
find (CopilVerdict verdict, const char *sentence)
{
  return copil_finding_new (verdict, g_strdup (sentence));
}

CopilFinding *
copil_committee_judge_request (const char *rule, const char *requested, const char *requester)
{
  gboolean joint = g_strcmp0 (requested, "joint") == 0;
  gboolean conciliation = g_strcmp0 (requested, "conciliation") == 0;
  gboolean any = g_strcmp0 (rule, "party") == 0;

  if (!requested)
    return find (COPIL_VERDICT_PENDING, _ ("Say who asked for this exceptional meeting"));
  if (!joint && !(requester && *requester))
    return find (COPIL_VERDICT_PENDING, _ ("Say which signatory asked for this meeting"));
  if (!rule || g_strcmp0 (rule, "unstated") == 0)
    return find (COPIL_VERDICT_UNKNOWN,
                 _ ("The convention does not say who may ask for an exceptional meeting"));
  /* What all want together, no rule forbids. */
  if (joint)
    return find (COPIL_VERDICT_KEPT, _ ("Asked for by all signatories together: the convention "
                                        "allows it"));
  if (conciliation && (any || g_str_has_suffix (rule, "conciliation")))
    return copil_finding_new (COPIL_VERDICT_KEPT,
                              g_strdup_printf (_ ("Conciliation asked for by %s: the convention "
                                                  "allows it"),
                                               requester));
  if (any)
    return copil_finding_new (
        COPIL_VERDICT_KEPT,
        g_strdup_printf (_ ("Asked for by %s: the convention allows it"), requester));
  if (g_str_has_prefix (rule, "joint"))
    return copil_finding_new (
        COPIL_VERDICT_BROKEN,
        g_strdup_printf (_ ("Asked for by %s alone: the convention wants a joint initiative"),
                         requester));
  return copil_finding_new (
      COPIL_VERDICT_BROKEN,
      g_strdup_printf (_ ("Asked for by %s: the convention wants it for a conciliation only"),
                       requester));
}

CopilFinding *
copil_finding_new (CopilVerdict verdict, char *sentence)
{
  CopilFinding *finding = g_new0 (CopilFinding, 1);

  finding->verdict = verdict;
  finding->sentence = sentence;
  return finding;
}

void
copil_finding_free (CopilFinding *finding)
{
  if (finding)
    g_free (finding->sentence);
  g_free (finding);
}
