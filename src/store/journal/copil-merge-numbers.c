/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: numbers that the program gives, one after the other, and that both sides gave. What is
 * decided here hangs on the two sides and on nothing else, so that both come to the same whichever
 * merges first. */
#include "copil-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"

/* More digits than a counter gives. */
#define MOST_DIGITS 9

typedef struct
{
  const char *kind, *field;
  const char *scope; /* the reference within which a number is given once; NULL for the file */
  gboolean typed;    /* people type it too: two different ones are a question */
} Numbering;

static const Numbering numberings[] = {
  { "decision", "label", NULL, FALSE },
  { "item", "label", "meeting", FALSE },
  { "minutes_version", "number", "meeting", FALSE },
  { "fiche", "label", NULL, TRUE },
};

/* A record that has the number, and on which sides it had it before. */
typedef struct
{
  gint64 id;
  gboolean ours, theirs;
  gboolean fixed; /* it stands in validated minutes */
} Holder;

static const Numbering *
find_numbering (const CopilKind *kind, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    if (g_str_equal (numberings[i].kind, kind->name) && g_str_equal (numberings[i].field, column))
      return &numberings[i];
  return NULL;
}

/* What stands before the digits at the end, and how many those are; FALSE where there are none. */
static gboolean
parse (const char *number, gsize *prefix, guint *digits, gint64 *value)
{
  gsize length = number ? strlen (number) : 0, start = length;

  while (start > 0 && g_ascii_isdigit (number[start - 1]))
    start--;
  *prefix = start;
  *digits = (guint)(length - start);
  if (*digits == 0 || *digits > MOST_DIGITS)
    return FALSE;
  *value = g_ascii_strtoll (number + start, NULL, 10);
  return TRUE;
}

/* --- validated minutes --- */

static gint64
get_meeting (CopilStore *store, const Numbering *numbering, gint64 id)
{
  const CopilKind *kind = copil_kind_get (numbering->kind);
  g_autofree char *sql = NULL;

  if (g_strcmp0 (kind->parent, "meeting") != 0)
    return 0;
  sql = g_strdup_printf ("SELECT meeting FROM \"%s\" WHERE id = ?1", kind->name);
  return copil_store_query_int (store, sql, "i", id);
}

static gboolean
is_closed (CopilStore *store, gint64 meeting)
{
  return meeting != 0 &&
         copil_store_query_int (store, "SELECT minutes = 'validated' FROM meeting WHERE id = ?1",
                                "i", meeting) == 1;
}

/* Whether one side closed the meeting and the other did not open it again since. */
static gboolean
has_closed (CopilStore *store, CopilStore *other, gint64 meeting)
{
  g_autoptr (CopilQuery) query = NULL;

  if (!is_closed (store, meeting))
    return FALSE;
  query =
      copil_store_query (other, "SELECT id FROM minutes_version WHERE meeting = ?1", "i", meeting);
  while (copil_query_next (query))
    if (!copil_merging_has_row (store, "minutes_version", copil_query_int (query, 0)))
      return FALSE;
  return TRUE;
}

/* A version's own number is in its document; the others' is in the minutes of their meeting. */
static gboolean
is_fixed (CopilStore *store, const Numbering *numbering, gint64 id)
{
  if (g_str_equal (numbering->kind, "minutes_version"))
    return copil_store_query_int (
               store, "SELECT data IS NOT NULL FROM minutes_version WHERE id = ?1", "i", id) == 1;
  return is_closed (store, get_meeting (store, numbering, id));
}

/* --- one record, two numbers --- */

int
copil_merging_choose_number (CopilMerging *merging, const CopilKind *kind, gint64 id,
                             const char *column, sqlite3_value *base, sqlite3_value *ours,
                             sqlite3_value *theirs)
{
  const Numbering *numbering = find_numbering (kind, column);
  const char *before, *mine, *other;
  gboolean here, there;
  gsize prefix, other_prefix;
  guint digits;
  gint64 value, other_value;

  if (!numbering)
    return 0;
  here = has_closed (merging->ours, merging->theirs, get_meeting (merging->ours, numbering, id));
  there = has_closed (merging->theirs, merging->ours, get_meeting (merging->theirs, numbering, id));
  if (here != there)
    return here ? -1 : 1;
  before = base ? (const char *)sqlite3_value_text (base) : NULL;
  mine = (const char *)sqlite3_value_text (ours);
  other = (const char *)sqlite3_value_text (theirs);
  if (numbering->typed ||
      (base && (g_strcmp0 (before, mine) == 0 || g_strcmp0 (before, other) == 0)))
    return 0;
  if (!parse (mine, &prefix, &digits, &value) ||
      !parse (other, &other_prefix, &digits, &other_value) || prefix != other_prefix ||
      strncmp (mine, other, prefix) != 0)
    return 0;
  return other_value > value ? 1 : -1;
}

/* --- one number, several records --- */

static gboolean
had_number (CopilStore *store, const Numbering *numbering, gint64 id, gint64 scope,
            const char *number)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM \"%s\" WHERE id = ?1 AND cast (\"%s\" AS TEXT) = ?2 AND %s = ?3",
      numbering->kind, numbering->field, numbering->scope ? numbering->scope : "0");
  return copil_store_query_int (store, sql, "iti", id, number, scope) == 1;
}

/* Numbers that several records have: text and scope of each. */
static void
list_doubles (CopilStore *store, const Numbering *numbering, GPtrArray *numbers, GArray *scopes)
{
  const char *scope = numbering->scope ? numbering->scope : "0";
  g_autofree char *sql =
      g_strdup_printf ("SELECT cast (\"%s\" AS TEXT) AS number, %s AS scope FROM \"%s\""
                       " WHERE number <> '' GROUP BY number, scope HAVING count (*) > 1"
                       " ORDER BY number, scope",
                       numbering->field, scope, numbering->kind);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  while (copil_query_next (query))
    {
      gint64 within = copil_query_int (query, 1);
      g_ptr_array_add (numbers, g_strdup (copil_query_text (query, 0)));
      g_array_append_val (scopes, within);
    }
}

static GArray *
list_holders (CopilMerging *merging, const Numbering *numbering, const char *number, gint64 scope)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE cast (\"%s\" AS TEXT) = ?1 AND %s = ?2 ORDER BY id",
      numbering->kind, numbering->field, numbering->scope ? numbering->scope : "0");
  g_autoptr (CopilQuery) query = copil_store_query (merging->store, sql, "ti", number, scope);
  GArray *holders = g_array_new (FALSE, FALSE, sizeof (Holder));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      Holder holder = { id, had_number (merging->ours, numbering, id, scope, number),
                        had_number (merging->theirs, numbering, id, scope, number), FALSE };

      holder.fixed = (holder.ours && is_fixed (merging->ours, numbering, id)) ||
                     (holder.theirs && is_fixed (merging->theirs, numbering, id));
      g_array_append_val (holders, holder);
    }
  return holders;
}

/* The one that stands in validated minutes keeps the number, else the one that came first. */
static const Holder *
find_keeper (GArray *holders)
{
  const Holder *keeper = &g_array_index (holders, Holder, 0);

  for (guint i = 1; i < holders->len && !keeper->fixed; i++)
    if (g_array_index (holders, Holder, i).fixed)
      keeper = &g_array_index (holders, Holder, i);
  return keeper;
}

/* Two records of one side that had one number there already are none of the merge's business. */
static gboolean
were_together (const Holder *one, const Holder *two)
{
  return (one->ours && two->ours) || (one->theirs && two->theirs);
}

/* The next number that nothing in the scope has; NULL where it is no number that counts on. */
static char *
dup_next (CopilStore *store, const Numbering *numbering, const char *number, gint64 scope)
{
  g_autofree char *start = NULL, *sql = NULL;
  gint64 last = 0, other;
  gsize prefix, other_prefix;
  guint digits, other_digits;
  g_autoptr (CopilQuery) query = NULL;

  if (!parse (number, &prefix, &digits, &last))
    return NULL;
  start = g_strndup (number, prefix);
  sql = g_strdup_printf ("SELECT cast (\"%s\" AS TEXT) FROM \"%s\" WHERE %s = ?1", numbering->field,
                         numbering->kind, numbering->scope ? numbering->scope : "0");
  query = copil_store_query (store, sql, "i", scope);
  while (copil_query_next (query))
    {
      const char *text = copil_query_text (query, 0);
      if (parse (text, &other_prefix, &other_digits, &other) && other_prefix == prefix &&
          strncmp (text, start, prefix) == 0)
        last = MAX (last, other);
    }
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, start, (int)digits, last + 1);
}

static gboolean
set_number (CopilMerging *merging, const Numbering *numbering, gint64 id, const char *number,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1",
                                          numbering->kind, numbering->field);
  return copil_merging_run (merging->store, sql, error, "it", id, number);
}

/* A record without its number, which is what the sentence is about. */
static char *
dup_name (CopilMerging *merging, const Numbering *numbering, gint64 id)
{
  const CopilKind *kind = copil_kind_get (numbering->kind);
  g_autoptr (CopilRecord) record = copil_store_load (merging->store, kind, id);
  g_autofree char *title =
      record ? copil_record_format (record, merging->store, kind->title_field) : NULL;

  return copil_kind_describe (kind, NULL, title);
}

static void
tell_number (CopilMerging *merging, const Numbering *numbering, gint64 id, const char *number,
             const char *old)
{
  g_autofree char *name = dup_name (merging, numbering, id);

  g_ptr_array_add (merging->numbered,
                   /* Translators: a record, its new number, its old one. */
                   g_strdup_printf (_ ("%s has the number %s now: %s was given in both versions."),
                                    name, number, old));
}

static void
tell_double (CopilMerging *merging, const Numbering *numbering, gint64 id, gint64 keeper,
             const char *number)
{
  g_autofree char *name = dup_name (merging, numbering, id);
  g_autofree char *other = dup_name (merging, numbering, keeper);

  g_ptr_array_add (merging->numbered,
                   /* Translators: two records and the number. */
                   g_strdup_printf (_ ("%s and %s both have the number %s: none was changed."),
                                    other, name, number));
}

/* --- agendas --- */

/* Every number is a plain one, and together they are 1, 2, … n. */
static gboolean
is_agenda_numbered (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (
             store,
             "SELECT count (*) = count (DISTINCT n) AND min (n) = 1 AND max (n) = count (*) AND"
             " min (label IS cast (n AS TEXT)) FROM (SELECT label, cast (label AS INTEGER) AS n"
             " FROM item WHERE meeting = ?1)",
             "i", meeting) == 1;
}

/* Numbers the items of the agenda again in their order. */
static gboolean
number_agenda (CopilMerging *merging, const Numbering *numbering, gint64 meeting, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CopilQuery) query = copil_store_query (
      merging->store, "SELECT id FROM item WHERE meeting = ?1 ORDER BY position, id", "i", meeting);
  g_autofree char *title = NULL;

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gint64 id = g_array_index (ids, gint64, i);

      if (!had_number (merging->store, numbering, id, meeting, number) &&
          !set_number (merging, numbering, id, number, error))
        return FALSE;
    }
  title = copil_store_describe (merging->store, copil_kind_get ("meeting"), meeting);
  g_ptr_array_add (
      merging->numbered,
      /* Translators: a meeting. */
      g_strdup_printf (_ ("%s: both versions added items, so the agenda was numbered again."),
                       title));
  return TRUE;
}

static gboolean
is_one_agenda (CopilMerging *merging, const Numbering *numbering, gint64 scope)
{
  return g_str_equal (numbering->kind, "item") && !is_closed (merging->ours, scope) &&
         !is_closed (merging->theirs, scope) && is_agenda_numbered (merging->ours, scope) &&
         is_agenda_numbered (merging->theirs, scope);
}

/* --- all --- */

static gboolean
settle_number (CopilMerging *merging, const Numbering *numbering, const char *number, gint64 scope,
               GError **error)
{
  g_autoptr (GArray) holders = list_holders (merging, numbering, number, scope);
  const Holder *keeper = holders->len > 0 ? find_keeper (holders) : NULL;

  for (guint i = 0; i < holders->len; i++)
    {
      const Holder *holder = &g_array_index (holders, Holder, i);
      g_autofree char *next = NULL;

      if (holder == keeper || were_together (holder, keeper))
        continue;
      if (is_one_agenda (merging, numbering, scope))
        return number_agenda (merging, numbering, scope, error);
      if (!holder->fixed)
        next = dup_next (merging->store, numbering, number, scope);
      if (!next)
        {
          tell_double (merging, numbering, holder->id, keeper->id, number);
          continue;
        }
      if (!set_number (merging, numbering, holder->id, next, error))
        return FALSE;
      tell_number (merging, numbering, holder->id, next, number);
    }
  return TRUE;
}

/* Numbers of a meeting's records as one side has them. */
static gboolean
keep_numbers (CopilMerging *merging, CopilStore *side, const Numbering *numbering, gint64 meeting,
              GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, cast (\"%s\" AS TEXT) FROM \"%s\" WHERE"
                                          " meeting = ?1 AND \"%s\" <> ''",
                                          numbering->field, numbering->kind, numbering->field);
  g_autoptr (CopilQuery) query = copil_store_query (side, sql, "i", meeting);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      const char *number = copil_query_text (query, 1);

      if (copil_merging_has_row (merging->store, numbering->kind, id) &&
          !had_number (merging->store, numbering, id, numbering->scope ? meeting : 0, number) &&
          !set_number (merging, numbering, id, number, error))
        return FALSE;
    }
  return TRUE;
}

/* Where one side validated the minutes and the other did not hear of it, numbers in them stay. */
static gboolean
keep_validated (CopilMerging *merging, CopilStore *side, CopilStore *other, GError **error)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (side, "SELECT id FROM meeting WHERE minutes = 'validated'", NULL);

  while (copil_query_next (query))
    {
      gint64 meeting = copil_query_int (query, 0);

      if (!is_closed (merging->store, meeting) || !has_closed (side, other, meeting) ||
          has_closed (other, side, meeting))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
        if (g_strcmp0 (copil_kind_get (numberings[i].kind)->parent, "meeting") == 0 &&
            !keep_numbers (merging, side, &numberings[i], meeting, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
copil_merging_number (CopilMerging *merging, GError **error)
{
  if (!keep_validated (merging, merging->ours, merging->theirs, error) ||
      !keep_validated (merging, merging->theirs, merging->ours, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    {
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) scopes = g_array_new (FALSE, FALSE, sizeof (gint64));

      list_doubles (merging->store, &numberings[i], numbers, scopes);
      for (guint n = 0; n < numbers->len; n++)
        if (!settle_number (merging, &numberings[i], numbers->pdata[n],
                            g_array_index (scopes, gint64, n), error))
          return FALSE;
    }
  return TRUE;
}
