/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-amendable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-minutes-life-text.h"
#include "copil-presence.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

#define ATTENDANCE "attendance"
#define OPENING "opening"
#define DECISION "decision"
#define CLOSING "closing"

/* Of what is told in a sentence, in characters. */
#define LONGEST_NAME 40

/* Where the text of each stands. */
static const struct
{
  const char *about, *kind, *field;
} places[] = { { NULL, "item", "notes" },
               { DECISION, "decision", "text" },
               { OPENING, "meeting", "introduction" },
               { CLOSING, "meeting", "conclusion" } };

static void
add (GPtrArray *list, const char *about, gint64 id, const char *title)
{
  CopilAmendable *amendable = g_new0 (CopilAmendable, 1);

  amendable->about = about;
  amendable->id = id;
  amendable->title = g_strdup (title);
  g_ptr_array_add (list, amendable);
}

/* The rows of a query: an id and a title. */
static void
add_rows (GPtrArray *list, CopilStore *store, const char *about, const char *format,
          const char *sql, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", meeting);

  while (copil_query_next (query))
    {
      const char *called = copil_query_text (query, 1);
      g_autofree char *title =
          format ? g_strdup_printf (format, called ? called : "") : g_strdup (called);

      add (list, about, copil_query_int (query, 0), g_strstrip (title));
    }
}

static char *
say_attendance (CopilStore *store, gint64 meeting)
{
  const CopilKind *kind = copil_kind_get ("attendance");
  const CopilField *state = copil_kind_get_field (kind, "state");
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, state FROM attendance WHERE meeting = ?1 ORDER BY position, id", "i",
      meeting);
  g_autoptr (GString) text = g_string_new (NULL);

  while (copil_query_next (query))
    {
      g_autofree char *name = copil_store_dup_title (store, kind, copil_query_int (query, 0));
      const char *value = copil_query_text (query, 1);

      if (text->len)
        g_string_append_c (text, '\n');
      /* Translators: a person, and whether they are present */
      g_string_append_printf (text, _ ("%s: %s"), name,
                              value ? copil_field_get_option_label (state, value) : "–");
    }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

void
copil_amendable_free (CopilAmendable *amendable)
{
  g_free (amendable->title);
  g_free (amendable);
}

GPtrArray *
copil_amendable_list (CopilStore *store, gint64 meeting)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_amendable_free);

  add (list, NULL, 0, _ ("No item in particular"));
  add (list, ATTENDANCE, 0, _ ("Attendance"));
  add (list, OPENING, 0, _ ("Opening"));
  add_rows (list, store, NULL, NULL,
            "SELECT id, coalesce (label || '. ', '') || coalesce (title, '') FROM item"
            " WHERE meeting = ?1 ORDER BY position, id",
            meeting);
  add_rows (list, store, DECISION, _ ("Decision %s"),
            "SELECT id, coalesce (nullif (label, ''), substr (text, 1, 60)) FROM decision"
            " WHERE meeting = ?1 ORDER BY position, id",
            meeting);
  add (list, CLOSING, 0, _ ("Closing"));
  return list;
}

char *
copil_amendable_dup_text (CopilStore *store, gint64 meeting, const char *about, gint64 id)
{
  if (g_strcmp0 (about, ATTENDANCE) == 0)
    return say_attendance (store, meeting);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (about, places[i].about) == 0)
      {
        gint64 record = g_str_equal (places[i].kind, "meeting") ? meeting : id;
        g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1",
                                                places[i].field, places[i].kind);

        return record ? copil_store_query_dup_text (store, sql, "i", record) : NULL;
      }
  return NULL;
}

/* --- putting --- */

static gboolean
fail (GError **error, const char *format, const char *what)
{
  g_autofree char *shown = what && g_utf8_strlen (what, -1) > LONGEST_NAME
                               ? g_utf8_substring (what, 0, LONGEST_NAME)
                               : NULL;
  g_autofree char *cut = shown ? g_strconcat (shown, "…", NULL) : g_strdup (what);

  g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, format, cut);
  return FALSE;
}

/* A line of the attendance, read. */
typedef struct
{
  char *text;
  char *name;  /* folded; NULL where the line cannot be read */
  char *state; /* NULL for none */
  gboolean unchanged;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->name);
  g_free (line->state);
  g_free (line);
}

static char *
trim (const char *text, const char *end)
{
  for (gunichar c; text < end && (c = g_utf8_get_char (text), g_unichar_isspace (c));)
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

/* "Present", "Présent", "Présente": in either language, of a man or a woman; "–" for nothing. */
static gboolean
read_state (const char *typed, char **state)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("attendance"), "state");
  g_autofree char *folded = copil_fold_name (typed);
  gsize length = strlen (folded);

  *state = NULL;
  if (g_str_equal (typed, "–") || g_str_equal (typed, "-"))
    return TRUE;
  if (!length)
    return FALSE;
  *state = copil_field_parse (field, typed, NULL);
  if (!*state && folded[length - 1] == 'e')
    {
      folded[length - 1] = '\0';
      *state = copil_field_parse (field, folded, NULL);
    }
  return *state != NULL;
}

static GPtrArray *
read_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_auto (GStrv) all = g_strsplit (text ? text : "", "\n", -1);

  for (char **each = all; *each; each++)
    {
      g_autofree char *whole = trim (*each, *each + strlen (*each));
      const char *colon = strrchr (whole, ':');
      Line *line;

      if (!*whole)
        continue;
      line = g_new0 (Line, 1);
      g_ptr_array_add (lines, line);
      if (colon)
        {
          g_autofree char *name = trim (whole, colon),
                          *state = trim (colon + 1, whole + strlen (whole));

          if (*name && read_state (state, &line->state))
            line->name = copil_fold_name (name);
        }
      line->text = g_steal_pointer (&whole);
    }
  return lines;
}

static gboolean
same (const Line *a, const Line *b)
{
  if (!a->name || !b->name)
    return g_str_equal (a->text, b->text);
  return g_str_equal (a->name, b->name) && g_strcmp0 (a->state, b->state) == 0;
}

/* What stands on both sides is not asked for: it may have been changed since. */
static void
mark_unchanged (GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    for (guint j = 0; j < before->len; j++)
      {
        Line *new_line = after->pdata[i], *old_line = before->pdata[j];

        if (new_line->unchanged || old_line->unchanged || !same (new_line, old_line))
          continue;
        new_line->unchanged = old_line->unchanged = TRUE;
      }
}

/* Those on the list of a name: CopilPresence, without or with more of a title than it has. */
static GPtrArray *
find_called (CopilStore *store, GPtrArray *presences, const char *name)
{
  g_autoptr (GPtrArray) exact = g_ptr_array_new (), longer = g_ptr_array_new ();

  for (guint i = 0; i < presences->len; i++)
    {
      CopilPresence *presence = presences->pdata[i];
      g_autofree char *title =
          copil_store_dup_title (store, copil_kind_get ("person"), presence->person);
      g_autofree char *plain = copil_fold_name (title ? title : ""),
                      *full = copil_fold_name (presence->name ? presence->name : "");
      g_autofree char *end = g_strconcat (" ", plain, NULL);

      if (g_str_equal (name, plain) || g_str_equal (name, full))
        g_ptr_array_add (exact, presence);
      else if (*plain && g_str_has_suffix (name, end))
        g_ptr_array_add (longer, presence);
    }
  return exact->len ? g_steal_pointer (&exact) : g_steal_pointer (&longer);
}

static gboolean
put_line (CopilStore *store, gint64 meeting, GPtrArray *presences, const Line *line, GError **error)
{
  const CopilField *states = copil_kind_get_field (copil_kind_get ("attendance"), "state");
  g_autoptr (GPtrArray) called = NULL;
  const CopilPresence *found;
  gboolean told = TRUE;

  if (!line->name)
    {
      /* Translators: the second %s: "Present" */
      g_autofree char *format =
          g_strdup_printf (_ ("“%s” cannot be read: write a name, then “: %s”."), "%s",
                           copil_field_get_option_label (states, "present"));
      return fail (error, format, line->text);
    }
  called = find_called (store, presences, line->name);
  if (!called->len)
    return fail (error, _ ("“%s” is not in the attendance: add this person there first."),
                 line->text);
  for (guint i = 0; i < called->len; i++)
    told = told && g_strcmp0 (((CopilPresence *)called->pdata[i])->state, line->state) == 0;
  if (told)
    return TRUE;
  if (called->len > 1)
    return fail (error, _ ("Several persons are called so (“%s”): note the attendance first."),
                 line->text);
  found = called->pdata[0];
  return (!found->attendance && !line->state) ||
         copil_presence_set (store, meeting, found->person, found->attendance, line->state, error);
}

/* Who has a line before, and none after where others have kept theirs, and is still on the list. A
 * text of changed lines alone says nothing of the others. */
static gboolean
check_gone (CopilStore *store, GPtrArray *presences, GPtrArray *before, GPtrArray *after,
            GError **error)
{
  gboolean whole = after->len == 0;

  for (guint i = 0; i < after->len; i++)
    whole = whole || ((Line *)after->pdata[i])->unchanged;
  for (guint i = 0; whole && i < before->len; i++)
    {
      const Line *line = before->pdata[i];
      g_autoptr (GPtrArray) called = NULL;
      gboolean there = line->unchanged || !line->name;

      for (guint j = 0; !there && j < after->len; j++)
        there = g_strcmp0 (((Line *)after->pdata[j])->name, line->name) == 0;
      if (there)
        continue;
      called = find_called (store, presences, line->name);
      if (called->len)
        return fail (error,
                     _ ("“%s” has no line any more: write it, or take this person off first."),
                     line->text);
    }
  return TRUE;
}

static gboolean
put_attendance (CopilStore *store, gint64 meeting, const char *before, const char *after,
                GError **error)
{
  g_autoptr (GPtrArray) old_lines = read_lines (before), new_lines = read_lines (after);
  g_autoptr (GPtrArray) presences = copil_presence_list (store, meeting);

  mark_unchanged (old_lines, new_lines);
  for (guint i = 0; i < new_lines->len; i++)
    {
      const Line *line = new_lines->pdata[i];

      if (!line->unchanged && !put_line (store, meeting, presences, line, error))
        return FALSE;
    }
  return check_gone (store, presences, old_lines, new_lines, error);
}

gboolean
copil_amendable_replace (CopilStore *store, gint64 meeting, const char *about, gint64 id,
                         const char *before, const char *after, gboolean *put, GError **error)
{
  *put = FALSE;
  if (g_strcmp0 (about, ATTENDANCE) == 0)
    return (*put = put_attendance (store, meeting, before, after, error));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (about, places[i].about) == 0)
      {
        gint64 record = g_str_equal (places[i].kind, "meeting") ? meeting : id;
        g_autofree char *said = copil_amendable_dup_text (store, meeting, about, id);
        g_autofree char *text = copil_minutes_text_replace (said, before, after);

        if (!record)
          return TRUE;
        /* Changed by hand already. */
        if (!text && said && after && *after && strstr (said, after))
          text = g_strdup (said);
        if (!text)
          return fail (error,
                       _ ("The text before is not there as it is: correct it, or change the "
                          "minutes first."),
                       NULL);
        if (!*text && g_strcmp0 (about, DECISION) == 0)
          return fail (
              error, _ ("A decision cannot be empty: delete it yourself, or refuse the amendment."),
              NULL);
        *put = copil_store_set (store, copil_kind_get (places[i].kind), record, places[i].field,
                                *text ? text : NULL, error);
        return *put;
      }
  return TRUE;
}
