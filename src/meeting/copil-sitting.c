/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-charge-sql.h"
#include "copil-committee-store.h"
#include "copil-proposal-agenda.h"
#include "copil-numbered.h"
#include "copil-query.h"
#include "copil-quorum.h"
#include "copil-record.h"
#include "copil-value.h"

/* A meeting that begins in the evening goes on after midnight, until the night ends. */
#define EVENING "18:00"
#define NIGHT_END "06:00"
/* Minutes: what a file says beyond this is no length of a meeting. */
#define LONGEST 9999

/* --- Lines of notes --- */

/* A line without its mark: "- ", "* ", "• ". */
static const char *
skip_mark (const char *line)
{
  static const char *const marks[] = { "- ", "* ", "• ", "– ", "— " };

  while (g_ascii_isspace (*line))
    line++;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i]))
      return line + strlen (marks[i]);
  return line;
}

void
copil_sitting_take_lines (const char *notes, guint start, guint end, char **taken, char **rest)
{
  const char *text = notes ? notes : "";
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) took = g_string_new (NULL), left = g_string_new (NULL);
  gboolean any = FALSE;
  guint at = 0;

  for (guint i = 0; lines[i]; i++)
    {
      guint next = at + (guint)g_utf8_strlen (lines[i], -1);
      /* A selection that ends where a line begins does not hold that line. */
      gboolean inside = start == end ? at <= start && start <= next
                                     : (start < next || at == next) && end > at && start <= next;

      if (inside)
        {
          g_autofree char *line = g_strstrip (g_strdup (skip_mark (lines[i])));

          if (*line)
            g_string_append_printf (took, "%s%s", took->len ? "\n" : "", line);
        }
      else
        {
          g_string_append_printf (left, "%s%s", any ? "\n" : "", lines[i]);
          any = TRUE;
        }
      at = next + 1;
    }
  *taken = g_strdup (took->str);
  *rest = g_strdup (left->str);
}

/* --- Decisions --- */

static char *
format_id (gint64 id)
{
  return id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

char *
copil_sitting_next_label (CopilStore *store, gint64 meeting)
{
  g_autofree char *date =
      copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i", meeting);
  g_autofree char *prefix = NULL;
  gint64 rank, last;

  if (!date)
    date = g_strdup (copil_today ());
  rank = copil_store_query_int (
      store,
      "SELECT count(*) FROM meeting, (SELECT coalesce (date, ?2) AS d, coalesce (time, '') AS t,"
      " id AS i FROM meeting WHERE id = ?1) WHERE substr (date, 1, 4) = substr (d, 1, 4)"
      " AND (date, coalesce (time, ''), id) <= (d, t, i)",
      "it", meeting, date);
  prefix = g_strdup_printf ("%.4s-%" G_GINT64_FORMAT "-", date, MAX (rank, 1));
  last = copil_store_query_int (store,
                                "SELECT max (cast (substr (label, length (?2) + 1) AS INTEGER)) "
                                "FROM decision WHERE meeting = ?1 AND substr (label, 1, length "
                                "(?2)) = ?2",
                                "it", meeting, prefix);
  return g_strdup_printf ("%s%02" G_GINT64_FORMAT, prefix, last + 1);
}

typedef struct
{
  const CopilSittingDecision *said;
  gint64 id, item, meeting;
  const char *label, *notes;
} Deciding;

static gboolean
decide_cb (CopilStore *store, gpointer data, GError **error)
{
  Deciding *self = data;
  const CopilSittingDecision *said = self->said;
  g_autofree char *meeting = format_id (self->meeting), *point = format_id (self->item);
  g_autofree char *lead = format_id (said->lead), *fiche = format_id (said->fiche);
  g_autofree char *engagement = format_id (said->engagement), *charge = format_id (said->party);

  self->id =
      copil_store_insert (store, copil_kind_get ("decision"), error, "meeting", meeting, "item",
                          point, "label", self->label, "type", said->type, "text", said->text,
                          "lead", lead, "due", said->due, "engagement", engagement, "fiche", fiche,
                          "charge", charge, said->adopted ? "status" : NULL, "adopted", NULL);
  return self->id && (!self->notes || copil_store_set (store, copil_kind_get ("item"), self->item,
                                                       "notes", self->notes, error));
}

gint64
copil_sitting_decide (CopilStore *store, gint64 item, const CopilSittingDecision *decision,
                      const char *notes, GError **error)
{
  gint64 meeting =
      copil_store_query_int (store, "SELECT meeting FROM item WHERE id = ?1", "i", item);
  g_autofree char *label = copil_sitting_next_label (store, meeting);
  const char *word = copil_field_get_option_label (
      copil_kind_get_field (copil_kind_get ("decision"), "type"), decision->type);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), word, label);
  Deciding deciding = { decision, 0, item, meeting, label, notes };

  return copil_store_do (store, name, decide_cb, &deciding, error) ? deciding.id : 0;
}

static gboolean
revise_cb (CopilStore *store, gpointer data, GError **error)
{
  const Deciding *self = data;
  const CopilSittingDecision *said = self->said;
  const CopilKind *kind = copil_kind_get ("decision");
  g_autofree char *lead = format_id (said->lead), *fiche = format_id (said->fiche);
  g_autofree char *engagement = format_id (said->engagement);
  g_autofree char *charge = format_id (said->party);
  /* The one that is responsible alone: where there are several they are changed in the form. */
  gint64 was_party = copil_store_query_int (
      store,
      "SELECT CASE WHEN count (*) = 1 THEN max (party) ELSE 0 END FROM decision_charge"
      " WHERE decision = ?1",
      "i", self->id);
  gboolean was_adopted =
      copil_store_query_int (store, "SELECT status IS 'adopted' FROM decision WHERE id = ?1", "i",
                             self->id) != 0;

  return copil_store_set (store, kind, self->id, "type", said->type, error) &&
         copil_store_set (store, kind, self->id, "text", said->text, error) &&
         copil_store_set (store, kind, self->id, "lead", lead, error) &&
         (said->party == was_party ||
          copil_store_set (store, kind, self->id, "charge", charge, error)) &&
         copil_store_set (store, kind, self->id, "due", said->due, error) &&
         copil_store_set (store, kind, self->id, "engagement", engagement, error) &&
         copil_store_set (store, kind, self->id, "fiche", fiche, error) &&
         (said->adopted == was_adopted ||
          copil_store_set (store, kind, self->id, "status", said->adopted ? "adopted" : "planned",
                           error));
}

gboolean
copil_sitting_revise (CopilStore *store, gint64 id, const CopilSittingDecision *decision,
                      GError **error)
{
  g_autofree char *name = copil_store_describe (store, copil_kind_get ("decision"), id);
  Deciding deciding = { decision, id };

  return copil_store_do (store, name, revise_cb, &deciding, error);
}

/* --- The agenda --- */

typedef struct
{
  gint64 meeting, before, numbered, id;
} AddItem;

static gboolean
add_item_cb (CopilStore *store, gpointer data, GError **error)
{
  AddItem *self = data;
  const CopilKind *kind = copil_kind_get ("item");
  g_autofree char *of = format_id (self->meeting);

  self->id =
      copil_store_insert (store, kind, error, "meeting", of, "title", _ ("Unforeseen item"), NULL);
  return self->id &&
         (!self->before || copil_store_place (store, kind, self->id, self->before, error)) &&
         (!self->numbered ||
          copil_store_number (store, copil_kind_get ("item"), self->numbered, error));
}

gint64
copil_sitting_add_item (CopilStore *store, gint64 meeting, gint64 after, GError **error)
{
  gint64 last = copil_store_query_int (
      store, "SELECT id FROM item WHERE meeting = ?1 ORDER BY position DESC, id DESC LIMIT 1", "i",
      meeting);
  AddItem adding = { meeting };

  adding.numbered =
      last ? copil_store_get_numbered (store, copil_kind_get ("item"), last) : meeting;
  adding.before = copil_store_query_int (
      store,
      "SELECT item.id FROM item, (SELECT position AS p, id AS i FROM item WHERE id = ?2) WHERE"
      " meeting = ?1 AND (position, id) > (p, i) ORDER BY position, id LIMIT 1",
      "ii", meeting, after);
  return copil_store_do (store, _ ("Add an unforeseen item"), add_item_cb, &adding, error)
             ? adding.id
             : 0;
}

gint64
copil_sitting_find_untreated (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (
      store,
      "SELECT id FROM item WHERE meeting = ?1 AND elapsed IS NULL AND NOT coalesce (adjourned, 0)"
      " ORDER BY position, id LIMIT 1",
      "i", meeting);
}

gboolean
copil_sitting_is_attended (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (
             store,
             "SELECT EXISTS (SELECT 1 FROM attendance WHERE meeting = ?1 AND state = 'present')",
             "i", meeting) != 0;
}

gboolean
copil_sitting_holds (CopilStore *store, gint64 meeting, const char *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT meeting = ?2 FROM \"%s\" WHERE id = ?1", kind);

  g_return_val_if_fail (g_strcmp0 (copil_kind_get (kind)->parent, "meeting") == 0, FALSE);
  return copil_store_query_int (store, sql, "ii", id, meeting) != 0;
}

GArray *
copil_sitting_list_decisions (CopilStore *store, gint64 meeting)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT decision.id FROM decision LEFT JOIN item ON item.id = decision.item WHERE"
      " decision.meeting = ?1 ORDER BY decision.label, item.position, decision.position,"
      " decision.id",
      "i", meeting);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* --- Time --- */

typedef struct
{
  gint64 item;
  const char *elapsed;
} Spending;

static gboolean
spend_cb (CopilStore *store, gpointer data, GError **error)
{
  const Spending *self = data;

  return copil_store_set (store, copil_kind_get ("item"), self->item, "elapsed", self->elapsed,
                          error);
}

gboolean
copil_sitting_spend (CopilStore *store, gint64 item, guint seconds, GError **error)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT coalesce (elapsed, 0) FROM item WHERE id = ?1", "i", item);
  g_autofree char *elapsed = NULL;

  if (seconds == 0 || !copil_query_next (query))
    return TRUE;
  elapsed = g_strdup_printf ("%" G_GINT64_FORMAT, copil_query_int (query, 0) + seconds);
  g_clear_pointer (&query, copil_query_free);
  return copil_store_do_aside (store, _ ("Time spent on an item"), spend_cb,
                               &(Spending){ item, elapsed }, error);
}

gboolean
copil_sitting_is_now (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (store,
                                "SELECT (coalesce (date, copil_today ()) = copil_today () OR ("
                                "date (date, '+1 day') = copil_today () AND ?2 < '" NIGHT_END
                                "' AND (time >= '" EVENING "' OR end_time < time))) AND"
                                " coalesce (minutes, 'draft') = 'draft' FROM meeting WHERE id = ?1",
                                "it", meeting, copil_now ()) == 1;
}

guint
copil_sitting_get_planned (CopilStore *store, gint64 meeting)
{
  gint64 minutes = copil_store_query_int (
      store, "SELECT total (duration) FROM item WHERE meeting = ?1", "i", meeting);

  return (guint)CLAMP (minutes, 0, LONGEST) * 60;
}

gint64
copil_sitting_get_spent (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (store, "SELECT total (elapsed) FROM item WHERE meeting = ?1", "i",
                                meeting);
}

char *
copil_sitting_format_length (guint seconds)
{
  guint minutes = seconds / 60;

  if (minutes >= 60)
    /* Translators: a length of time: hours, minutes */
    return g_strdup_printf (_ ("%u h %02u"), minutes / 60, minutes % 60);
  if (minutes > 0)
    return g_strdup_printf (_ ("%u min"), minutes);
  return g_strdup_printf (_ ("%u s"), seconds);
}

/* --- What is missing --- */

static void
add_count (GPtrArray *list, guint n, const char *words)
{
  if (n > 0)
    g_ptr_array_add (list, g_strdup_printf (words, n));
}

static guint
count (CopilStore *store, const char *sql, gint64 meeting)
{
  return (guint)copil_store_query_int (store, sql, "i", meeting);
}

/* The numbers of the points that hold nothing, "2, 5". */
static char *
list_empty_items (CopilStore *store, gint64 meeting)
{
  return copil_store_query_dup_text (
      store,
      "SELECT group_concat (n, ', ') FROM (SELECT coalesce (label, title) AS n FROM item WHERE"
      " meeting = ?1 AND coalesce (notes, '') = '' AND NOT coalesce (adjourned, 0) AND NOT EXISTS"
      " (SELECT 1 FROM decision WHERE decision.item = item.id) ORDER BY position, id)",
      "i", meeting);
}

char *
copil_sitting_say_missing (gboolean lead, gboolean due)
{
  if (lead && due)
    return g_strdup (_ ("Nobody is in charge, and no date is set"));
  if (lead)
    return g_strdup (_ ("Nobody is in charge"));
  return due ? g_strdup (_ ("No date is set")) : NULL;
}

GPtrArray *
copil_sitting_list_missing (CopilStore *store, gint64 meeting)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilFinding) finding = copil_committee_judge_meeting (store, meeting);
  g_autofree char *empty = list_empty_items (store, meeting), *quorum = NULL;
  gboolean reached = TRUE;
  guint n = count (
      store,
      "SELECT count(*) FROM person, (SELECT type IS NULL OR type IN ('ordinary', 'exceptional') AS"
      " committee, coalesce (date, copil_today ()) AS day FROM meeting WHERE id = ?1) LEFT JOIN"
      " attendance ON attendance.person = person.id AND attendance.meeting = ?1 WHERE state IS NULL"
      " AND (attendance.id IS NOT NULL OR (member AND committee AND coalesce (term_start, '') <= "
      "day"
      " AND coalesce (term_end, '9999') >= day))",
      meeting);

  add_count (list, n,
             ngettext ("%u person of the attendance is still to note.",
                       "%u persons of the attendance are still to note.", n));
  n = count (store,
             "SELECT count(*) FROM attendance WHERE meeting = ?1 AND state = 'represented' AND"
             " coalesce (represented_by, '') = ''",
             meeting);
  add_count (list, n,
             ngettext ("Of %u represented person, it is not said by whom.",
                       "Of %u represented persons, it is not said by whom.", n));
  if (finding && finding->verdict == COPIL_VERDICT_BROKEN)
    g_ptr_array_add (list, g_strdup_printf (_ ("%s."), finding->sentence));
  quorum = copil_quorum_say (store, meeting, &reached);
  if (quorum && !reached)
    g_ptr_array_add (list, g_steal_pointer (&quorum));
  if (empty)
    g_ptr_array_add (list, g_strdup_printf (_ ("Without notes or decision: %s."), empty));
  n = count (store,
             "SELECT count(*) FROM decision WHERE meeting = ?1 AND status IS NOT 'adopted' AND"
             " NOT " COPIL_HAS_CHARGE_SQL ("decision", "decision"),
             meeting);
  add_count (
      list, n,
      ngettext ("Nobody is in charge of %u decision.", "Nobody is in charge of %u decisions.", n));
  n = count (
      store,
      "SELECT count(*) FROM decision WHERE meeting = ?1 AND status IS NOT 'adopted' AND due IS"
      " NULL",
      meeting);
  add_count (list, n,
             ngettext ("No date is set for %u decision.", "No date is set for %u decisions.", n));
  if (count (store, "SELECT end_time IS NULL FROM meeting WHERE id = ?1", meeting))
    g_ptr_array_add (list, g_strdup (_ ("The time at which the meeting ends is not noted.")));
  if (count (store, "SELECT next_date IS NULL FROM meeting WHERE id = ?1", meeting))
    g_ptr_array_add (list, g_strdup (_ ("The date of the next meeting is not set.")));
  return list;
}
