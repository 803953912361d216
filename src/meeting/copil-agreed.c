/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-agreed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-charge-sql.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-representation.h"
#include "copil-touch.h"
#include "copil-value.h"

#define ID "%" G_GINT64_FORMAT

#define PERSON(alias) alias ".civility, " alias ".name"
#define PARTY(alias) alias ".name, " alias ".short_name"
/* A text that is empty is not there. */
#define ITEM_ORDER                                                                                 \
  "(SELECT n FROM (SELECT id, row_number () OVER (ORDER BY position, id) AS n FROM item"           \
  " WHERE meeting = ?1) AS o WHERE o.id IS "

/* The signatories of a link of decision "d". */
#define VOTERS(link)                                                                               \
  "(SELECT group_concat (vname, char (10)) FROM (SELECT vy.name AS vname FROM decision_" link      \
  " vl JOIN party vy ON vy.id = vl.party WHERE vl.decision = d.id ORDER BY vy.position, vy.id))"

/* Of meeting ?1, each row as its columns one after the other. */
static const char *const minutes_parts[] = {
  "SELECT coalesce (m.type, 'ordinary'), m.title, m.date, m.time, m.end_time, m.place,"
  " m.introduction, m.conclusion, m.next_date, m.next_place, m.requested, m.reason, m.proposed"
  " FROM meeting m WHERE m.id = ?1",
  "SELECT " PARTY ("y") " FROM meeting m JOIN party y ON y.id = m.requester WHERE m.id = ?1",
  "SELECT c.title, c.short_title, c.sender, c.place, c.recipients, " PARTY (
      "y") " FROM convention c LEFT JOIN party y ON y.id = c.minutes_proposer ORDER BY c.id LIMIT "
           "1",
  /* Every signatory stands in the table of the validations. */
  "SELECT name FROM party ORDER BY position, id",
  "SELECT seat, " PERSON (
      "n") ", n.function"
           " FROM meeting m JOIN (SELECT 1 AS seat UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)"
           " JOIN person p ON p.id = CASE seat WHEN 1 THEN m.chair WHEN 2 THEN m.host WHEN 3 THEN "
           "m.cohost"
           " ELSE m.rapporteur END JOIN person n ON n.id = " COPIL_PERSON_THEN_SQL (
               "p", "m.date") " WHERE m.id = ?1 ORDER BY seat",
  "SELECT " PERSON ("n") ", n.function, " PARTY (
      "y") ", a.state, a.represented_by, a.arrived,"
           " a.role, a.reason, coalesce (p.member, 0) FROM attendance a JOIN meeting m ON m.id = "
           "a.meeting"
           " JOIN person p ON p.id = a.person JOIN person n ON n.id = " COPIL_PERSON_THEN_SQL (
               "p", "m.date") " LEFT JOIN party y ON y.id = n.party WHERE a.meeting = ?1"
                              " ORDER BY y.id IS NULL, y.position, y.id, a.position, a.id",
  "SELECT label, title, presenter, notes, coalesce (adjourned, 0) FROM item WHERE meeting = ?1"
  " ORDER BY position, id",
  "SELECT " ITEM_ORDER "d.item), d.label, d.text, d.type IS 'action', " PERSON (
      "n") ", d.due,"
           " coalesce (d.confidential, 0), " COPIL_CHARGE_SQL (
               "decision", "d") " FROM decision d LEFT JOIN person n ON n.id = d.lead"
                                " WHERE d.meeting = ?1 ORDER BY d.position, d.id",
  "SELECT " ITEM_ORDER "d.item), d.label, d.taken, d.reservations, " VOTERS ("favour") ", " VOTERS (
      "against") ", " VOTERS ("abstention") ", " VOTERS ("reserving") " FROM decision d"
                                                                      " WHERE d.meeting = ?1"
                                                                      " ORDER BY d.position, d.id",
  "SELECT c.quorum, c.quorum_of FROM convention c WHERE c.quorum > 0 AND ?1",
  /* What was accepted since, for which the minutes are submitted again. */
  "SELECT " ITEM_ORDER "c.item), c.old_text, c.new_text FROM correction c WHERE c.meeting = ?1"
  " AND c.version IS NULL AND c.state = 'accepted' ORDER BY c.position, c.id",
  NULL
};

/* Its hour of ending is noted during the meeting, and so is who came. */
static const char *const agenda_parts[] = {
  "SELECT coalesce (m.type, 'ordinary'), m.title, m.date, m.time, m.place, m.requested, m.reason"
  " FROM meeting m WHERE m.id = ?1",
  "SELECT " PARTY ("y") " FROM meeting m JOIN party y ON y.id = m.requester WHERE m.id = ?1",
  "SELECT label, title, presenter, coalesce (duration, 0) FROM item WHERE meeting = ?1"
  " ORDER BY position, id",
  "SELECT " ITEM_ORDER "j.item), j.item IS NULL, j.name FROM attachment j WHERE j.meeting = ?1"
  " ORDER BY j.position, j.id",
  NULL
};

/* The fields of each kind that come to the same, for finding when they changed. */
typedef struct
{
  const char *kind;
  const char *ids; /* SQL: whether record ?2 is the meeting ?1's, or NULL where the owner tells */
  const char *fields[20];
} Said;

#define OF_MEETING "SELECT EXISTS (SELECT 1 FROM \"%s\" WHERE id = ?2 AND meeting = ?1)"

static const Said minutes_said[] = {
  { "meeting",
    "SELECT ?1 = ?2",
    { "type", "title", "date", "time", "end_time", "place", "introduction", "conclusion",
      "next_date", "next_place", "requested", "requester", "reason", "proposed", "chair", "host",
      "cohost", "rapporteur" } },
  { "convention",
    "SELECT ?1 = ?1",
    { "title", "short_title", "sender", "place", "recipients", "minutes_proposer", "quorum",
      "quorum_of" } },
  { "party", "SELECT ?1 = ?1", { "name", "short_name", "position" } },
  { "person",
    "SELECT ?1 AND EXISTS (SELECT 1 FROM attendance WHERE meeting = ?1 AND person = ?2) OR EXISTS"
    " (SELECT 1 FROM decision d WHERE d.meeting = ?1 AND (d.lead = ?2 OR EXISTS (SELECT 1 FROM"
    " decision_colead l WHERE l.decision = d.id AND l.person = ?2))) OR EXISTS (SELECT 1 FROM "
    "meeting"
    " WHERE id = ?1 AND ?2 IN (chair, host, cohost, rapporteur))",
    { "civility", "name", "function", "party", "term_start", "term_end", "member" } },
  { "attendance",
    NULL,
    { "person", "state", "represented_by", "arrived", "role", "reason", "position", "meeting" } },
  { "item", NULL, { "label", "title", "presenter", "notes", "adjourned", "position", "meeting" } },
  { "decision",
    NULL,
    { "item", "label", "text", "type", "lead", "colead", "charge", "taken", "favour", "against",
      "abstention", "reserving", "reservations", "due", "confidential", "position", "meeting" } },
  { "correction", NULL, { "state" } },
  { NULL }
};

static const Said agenda_said[] = {
  { "meeting",
    "SELECT ?1 = ?2",
    { "type", "title", "date", "time", "place", "requested", "requester", "reason" } },
  { "item", NULL, { "label", "title", "presenter", "duration", "position", "meeting" } },
  { "attachment", NULL, { "name", "item", "position", "meeting" } },
  { NULL }
};

static gboolean
is_validation (const char *kind)
{
  return g_str_equal (kind, "validation");
}

/* --- The fingerprint --- */

static void
add_value (GChecksum *checksum, const char *value)
{
  gsize length = value ? strlen (value) : 0;
  char head[32];

  /* The length first, so that no text can pass for two. */
  g_snprintf (head, sizeof head, "%" G_GSIZE_FORMAT ":", length);
  g_checksum_update (checksum, (const guchar *)head, -1);
  if (length > 0)
    g_checksum_update (checksum, (const guchar *)value, (gssize)length);
}

char *
copil_agreed_dup_fingerprint (CopilStore *store, const char *kind, gint64 meeting)
{
  const char *const *parts = is_validation (kind) ? minutes_parts : agenda_parts;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_value (checksum, kind);
  for (guint i = 0; parts[i]; i++)
    {
      g_autoptr (CopilQuery) query = copil_store_query (store, parts[i], "i", meeting);
      gboolean any = FALSE;

      /* Nothing is said by what cannot be read. */
      if (copil_query_get_n_columns (query) == 0)
        return NULL;
      add_value (checksum, "part");
      while (copil_query_next (query))
        {
          any = TRUE;
          add_value (checksum, "row");
          for (int c = 0; c < copil_query_get_n_columns (query); c++)
            add_value (checksum, copil_query_text (query, c));
        }
      if (i == 0 && !any)
        return NULL;
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static gint64
get_meeting (CopilStore *store, const char *kind, gint64 id)
{
  return copil_store_query_int (store,
                                is_validation (kind)
                                    ? "SELECT meeting FROM validation WHERE id = ?1"
                                    : "SELECT meeting FROM agreement WHERE id = ?1",
                                "i", id);
}

gboolean
copil_agreed_counts (CopilStore *store, const char *kind, gint64 id)
{
  g_autofree char *now = copil_agreed_dup_fingerprint (store, kind, get_meeting (store, kind, id));

  if (is_validation (kind))
    return copil_store_query_int (store,
                                  "SELECT version IS NOT NULL OR " COPIL_AGREED_COUNTS_SQL (
                                      "v", "?2") " FROM validation v WHERE id = ?1",
                                  "it", id, now) != 0;
  return copil_store_query_int (
             store, "SELECT " COPIL_AGREED_COUNTS_SQL ("g", "?2") " FROM agreement g WHERE id = ?1",
             "it", id, now) != 0;
}

gboolean
copil_agreed_bind (CopilStore *store, const char *kind, gint64 id, GError **error)
{
  g_autofree char *now = NULL;

  if (!g_str_equal (kind, "validation") && !g_str_equal (kind, "agreement"))
    return TRUE;
  now = copil_agreed_dup_fingerprint (store, kind, get_meeting (store, kind, id));
  return copil_store_set (store, copil_kind_get (kind), id, "fingerprint", now, error);
}

typedef struct
{
  gint64 meeting, party, id;
  const char *date, *name, *fingerprint;
} Agreement;

static gboolean
agree_cb (CopilStore *store, gpointer data, GError **error)
{
  Agreement *given = data;
  const CopilKind *kind = copil_kind_get ("agreement");
  g_autofree char *owner = g_strdup_printf (ID, given->meeting);
  g_autofree char *whose = g_strdup_printf (ID, given->party);
  gint64 lapsed;

  while ((lapsed = copil_store_query_int (
              store,
              "SELECT id FROM agreement g WHERE meeting = ?1 AND party = ?2 AND"
              " NOT " COPIL_AGREED_COUNTS_SQL ("g", "?3") " LIMIT 1",
              "iit", given->meeting, given->party, given->fingerprint)))
    if (!copil_store_delete (store, kind, lapsed, error))
      return FALSE;
  given->id =
      copil_store_insert (store, kind, error, "meeting", owner, "party", whose, "date", given->date,
                          "name", given->name, "fingerprint", given->fingerprint, NULL);
  return given->id != 0;
}

gint64
copil_agreed_agree (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                    const char *name, GError **error)
{
  g_autofree char *now = copil_agreed_dup_fingerprint (store, "agreement", meeting);
  Agreement given = { meeting, party, 0, date, name && *name ? name : NULL, now };

  return copil_store_do (store, _ ("Note an agreement on the agenda"), agree_cb, &given, error)
             ? given.id
             : 0;
}

#define NAME "coalesce (n.civility || ' ', '') || n.name"
#define FIRST_MEMBER                                                                               \
  "(SELECT " NAME " FROM person n WHERE n.party = ?2 AND member ORDER BY position, id LIMIT 1)"

char *
copil_agreed_guess_name (CopilStore *store, const char *kind, gint64 meeting, gint64 party)
{
  return copil_store_query_dup_text (
      store,
      is_validation (kind)
          ? "SELECT coalesce ((SELECT " NAME " FROM attendance a JOIN person n ON n.id = a.person"
            " WHERE a.meeting = ?1 AND n.party = ?2 AND a.state = 'present'"
            " ORDER BY a.position, a.id LIMIT 1),"
            " (SELECT representative FROM party WHERE id = ?2), " FIRST_MEMBER ")"
          : "SELECT coalesce ((SELECT g.name FROM agreement g JOIN meeting m ON m.id = g.meeting"
            " WHERE g.party = ?2 AND g.name IS NOT NULL ORDER BY m.date DESC, g.id DESC"
            " LIMIT 1), " FIRST_MEMBER ")",
      "ii", meeting, party);
}

/* --- When it lapsed --- */

typedef struct
{
  CopilStore *store;
  const Said *said;
  gint64 meeting;
} Search;

static gboolean
is_said (const Said *said, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->fields) && said->fields[i]; i++)
    if (g_str_equal (said->fields[i], field))
      return TRUE;
  return FALSE;
}

static gboolean
touches_cb (const CopilTouch *touch, gpointer data)
{
  Search *search = data;
  const Said *said = search->said;
  g_autofree char *sql = NULL;

  while (said->kind && !g_str_equal (said->kind, touch->kind))
    said++;
  if (!said->kind || (touch->field && !is_said (said, touch->field)))
    return FALSE;
  if (touch->owner)
    return touch->owner == search->meeting;
  if (!touch->field && said->ids)
    return g_str_equal (said->kind, "party");
  sql = said->ids ? g_strdup (said->ids) : g_strdup_printf (OF_MEETING, said->kind);
  return copil_store_query_int (search->store, sql, "ii", search->meeting, touch->id) != 0;
}

char *
copil_agreed_dup_changed (CopilStore *store, const char *kind, gint64 meeting)
{
  Search search = { store, is_validation (kind) ? minutes_said : agenda_said, meeting };
  g_autofree char *key = g_strdup_printf ("copil-agreed-%s-" ID, kind, meeting);
  g_autofree char *found = NULL;
  char *known = g_object_get_data (G_OBJECT (store), key);
  g_autofree char *head = g_strdup_printf (ID " ", copil_store_get_head (store));

  if (!known || !g_str_has_prefix (known, head))
    {
      found = copil_store_find_touch (store, touches_cb, &search);
      known = g_strconcat (head, found, NULL);
      g_object_set_data_full (G_OBJECT (store), key, known, g_free);
    }
  known += strlen (head);
  return *known ? g_strdup (known) : NULL;
}

static gboolean
is_bound (CopilStore *store, const char *kind, gint64 id)
{
  return copil_store_query_int (store,
                                is_validation (kind)
                                    ? "SELECT fingerprint IS NOT NULL FROM validation WHERE id = ?1"
                                    : "SELECT fingerprint IS NOT NULL FROM agreement WHERE id = ?1",
                                "i", id) != 0;
}

char *
copil_agreed_say_given (CopilStore *store, const char *kind, gint64 id, const char *given)
{
  g_autofree char *why = copil_agreed_say_lapsed (store, kind, id);
  gboolean bound = is_bound (store, kind, id);

  /* Translators, below: “Validated on 22 April 2025”, “before the change of 12 May 2025” */
  if (is_validation (kind))
    return g_strdup_printf (bound ? C_ ("validation", "%s, %s. Lapsed: the text has changed since.")
                                  : C_ ("validation", "%s, %s. To be given again."),
                            given, why);
  return g_strdup_printf (bound ? C_ ("agreement", "%s, %s. Lapsed: the text has changed since.")
                                : C_ ("agreement", "%s, %s. To be given again."),
                          given, why);
}

char *
copil_agreed_say_lapsed (CopilStore *store, const char *kind, gint64 id)
{
  gboolean minutes = is_validation (kind);
  g_autofree char *day = NULL, *full = NULL;

  if (!is_bound (store, kind, id))
    return g_strdup (_ ("in an older file, which does not say on which text"));
  day = copil_agreed_dup_changed (store, kind, get_meeting (store, kind, id));
  full = copil_date_format_long (day);
  if (!*full)
    return g_strdup (minutes ? _ ("before the minutes were changed")
                             : _ ("before the agenda was changed"));
  /* Translators: a date in full; follows “given on 3 March 2024, ” */
  return g_strdup_printf (_ ("before the change of %s"), full);
}
