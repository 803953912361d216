/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-presence.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-store.h"
#include "copil-query.h"
#include "copil-record.h"

#define ID "%" G_GINT64_FORMAT

/* --- Reading --- */

/* Committees list all their members in office; other meetings those who were put on the list. */
#define PERSONS                                                                                    \
  "SELECT person.id, attendance.id, coalesce (civility || ' ', '') || person.name, function,"      \
  " coalesce (party.short_name, party.name), member, committee, attendance.state,"                 \
  " attendance.role, attendance.reason, attendance.arrived"                                        \
  " FROM person LEFT JOIN party ON party.id = person.party"                                        \
  " LEFT JOIN (SELECT type IS NULL OR type IN ('ordinary', 'exceptional') AS committee,"           \
  " coalesce (date, copil_today ()) AS day FROM meeting WHERE id = ?1)"                            \
  " LEFT JOIN attendance ON attendance.id ="                                                       \
  " (SELECT min (id) FROM attendance WHERE meeting = ?1 AND person = person.id)"

static void
presence_free (gpointer data)
{
  CopilPresence *presence = data;

  g_free (presence->name);
  g_free (presence->function);
  g_free (presence->party);
  g_free (presence->state);
  g_free (presence->role);
  g_free (presence->reason);
  g_free (presence->arrived);
  g_free (presence);
}

/* Frees the query. */
static GPtrArray *
take_presences (CopilQuery *query)
{
  GPtrArray *presences = g_ptr_array_new_with_free_func (presence_free);

  while (copil_query_next (query))
    {
      CopilPresence *presence = g_new0 (CopilPresence, 1);

      presence->person = copil_query_int (query, 0);
      presence->attendance = copil_query_int (query, 1);
      presence->name = g_strdup (copil_query_text (query, 2));
      presence->function = g_strdup (copil_query_text (query, 3));
      presence->party = g_strdup (copil_query_text (query, 4));
      presence->member = copil_query_int (query, 5) != 0;
      presence->removable = !presence->member || !copil_query_int (query, 6);
      presence->state = g_strdup (copil_query_text (query, 7));
      presence->role = g_strdup (copil_query_text (query, 8));
      presence->reason = g_strdup (copil_query_text (query, 9));
      presence->arrived = g_strdup (copil_query_text (query, 10));
      g_ptr_array_add (presences, presence);
    }
  copil_query_free (query);
  return presences;
}

GPtrArray *
copil_presence_list (CopilStore *store, gint64 meeting)
{
  return take_presences (copil_store_query (
      store,
      PERSONS " WHERE attendance.id IS NOT NULL OR (member AND committee"
              " AND coalesce (term_start, '') <= day AND coalesce (term_end, '9999') >= day)"
              " ORDER BY party.id IS NULL, party.side, party.position, party.id, member IS NOT 1,"
              " person.position, person.id",
      "i", meeting));
}

GPtrArray *
copil_presence_list_guests (CopilStore *store, gint64 meeting)
{
  return take_presences (copil_store_query (
      store,
      PERSONS " WHERE attendance.id IS NOT NULL"
              " AND coalesce (attendance.role, CASE WHEN member THEN 'member' END, 'guest')"
              " <> 'member' ORDER BY attendance.position, attendance.id",
      "i", meeting));
}

GPtrArray *
copil_presence_find_others (CopilStore *store, gint64 meeting, const char *letters)
{
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", letters);

  return take_presences (copil_store_query (
      store,
      PERSONS " WHERE attendance.id IS NULL AND"
              " copil_fold (person.name || ' ' || coalesce (function, '')) LIKE copil_fold (?2)"
              " ORDER BY person.position, person.id LIMIT 30",
      "it", meeting, pattern));
}

static void
append_count (GString *text, guint n, const char *words)
{
  if (n == 0)
    return;
  if (text->len)
    g_string_append (text, ", ");
  g_string_append_printf (text, words, n);
}

char *
copil_presence_format_counts (guint present, guint excused, guint represented, guint absent,
                              guint unknown)
{
  GString *text = g_string_new (NULL);

  append_count (text, present, ngettext ("%u present", "%u present", present));
  append_count (text, excused, ngettext ("%u excused", "%u excused", excused));
  append_count (text, represented, ngettext ("%u represented", "%u represented", represented));
  append_count (text, absent, ngettext ("%u absent", "%u absent", absent));
  append_count (text, unknown, ngettext ("%u to note", "%u to note", unknown));
  if (!text->len)
    g_string_append (text, _ ("Nobody is expected yet"));
  return g_string_free (text, FALSE);
}

const char *
copil_presence_get_role (CopilStore *store, gint64 person, const char *role)
{
  return copil_store_query_int (store,
                                "SELECT count(*) FROM person WHERE member = 1 AND"
                                " (alternate = ?1 OR id = ?1)",
                                "i", person)
             ? "member"
             : role;
}

/* --- Writing --- */

typedef struct
{
  gint64 meeting, person, attendance;
  const char *name, *state, *field, *value, *role, *reason;
} Note;

static gint64
insert (CopilStore *store, const Note *note, const char *state, GError **error)
{
  g_autofree char *meeting = g_strdup_printf (ID, note->meeting);
  g_autofree char *person = g_strdup_printf (ID, note->person);

  return copil_store_insert (store, copil_kind_get ("attendance"), error, "meeting", meeting,
                             "person", person, "state", state, "role", note->role, "reason",
                             note->reason, NULL);
}

static gboolean
set_state (CopilStore *store, const Note *note, gint64 *id, GError **error)
{
  const CopilKind *kind = copil_kind_get ("attendance");

  *id = note->attendance ? note->attendance : insert (store, note, note->state, error);
  return *id && copil_store_set (store, kind, *id, "state", note->state, error) &&
         (g_strcmp0 (note->state, "represented") == 0 ||
          copil_store_set (store, kind, *id, "represented_by", NULL, error)) &&
         (g_strcmp0 (note->state, "present") == 0 ||
          copil_store_set (store, kind, *id, "arrived", NULL, error));
}

gboolean
copil_presence_set (CopilStore *store, gint64 meeting, gint64 person, gint64 attendance,
                    const char *state, GError **error)
{
  Note what = { .meeting = meeting, .person = person, .attendance = attendance, .state = state };
  gint64 id;

  return set_state (store, &what, &id, error);
}

static gboolean
note_state (CopilStore *store, gpointer data, GError **error)
{
  const Note *note = data;
  gint64 id;

  return set_state (store, note, &id, error) &&
         (!note->value || copil_store_set (store, copil_kind_get ("attendance"), id, note->field,
                                           note->value, error));
}

gboolean
copil_presence_note (CopilStore *store, gint64 meeting, gint64 person, gint64 attendance,
                     const char *state, const char *field, const char *value, GError **error)
{
  Note what = { .meeting = meeting,
                .person = person,
                .attendance = attendance,
                .state = state,
                .field = field,
                .value = value };
  const CopilField *states = copil_kind_get_field (copil_kind_get ("attendance"), "state");
  const char *word = state ? copil_field_get_option_label (states, state) : _ ("not noted yet");
  g_autofree char *who = copil_committee_dup_name (store, person);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), who ? who : "", word);

  return (!attendance && !state) || copil_store_do (store, name, note_state, &what, error);
}

static gboolean
note_all (CopilStore *store, gpointer data, GError **error)
{
  Note what = { .meeting = *(gint64 *)data };
  g_autoptr (GPtrArray) presences = copil_presence_list (store, what.meeting);

  for (guint i = 0; i < presences->len; i++)
    {
      const CopilPresence *presence = presences->pdata[i];

      if (presence->state)
        continue;
      what.person = presence->person;
      if (presence->attendance ? !copil_store_set (store, copil_kind_get ("attendance"),
                                                   presence->attendance, "state", "present", error)
                               : !insert (store, &what, "present", error))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_presence_note_all (CopilStore *store, gint64 meeting, GError **error)
{
  return copil_store_do (store, _ ("Attendance: all present"), note_all, &meeting, error);
}

/* The civility that a name begins with, which is cut off; NULL where there is none. */
static const char *
cut_civility (char *name)
{
  const CopilOption *options =
      copil_kind_get_field (copil_kind_get ("person"), "civility")->options;

  for (guint i = 0; options[i].value; i++)
    {
      gsize length = strlen (options[i].value);

      if (g_str_has_prefix (name, options[i].value) && name[length] == ' ')
        {
          memmove (name, name + length + 1, strlen (name + length + 1) + 1);
          return options[i].value;
        }
    }
  return NULL;
}

static gint64
insert_person (CopilStore *store, const char *typed, GError **error)
{
  g_autofree char *name = g_strdup (typed);
  const char *civility = cut_civility (name);

  return copil_store_insert (store, copil_kind_get ("person"), error, "name", name, "civility",
                             civility, "member", "0", NULL);
}

static gboolean
invite (CopilStore *store, gpointer data, GError **error)
{
  Note *note = data;
  gboolean taken = copil_store_query_int (
      store, "SELECT count(*) FROM attendance WHERE meeting = ?1 AND state = 'present'", "i",
      note->meeting);

  if (!note->person)
    note->person = insert_person (store, note->name, error);
  return note->person && insert (store, note, taken ? "present" : NULL, error);
}

gint64
copil_presence_invite (CopilStore *store, gint64 meeting, gint64 person, const char *name,
                       const char *role, const char *reason, GError **error)
{
  Note what = {
    .meeting = meeting, .person = person, .name = name, .role = role, .reason = reason
  };
  const char *label = copil_kind_get_label (copil_kind_get ("attendance"));
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), _ ("Add"), label);

  return copil_store_do (store, title, invite, &what, error) ? what.person : 0;
}
