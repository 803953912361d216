/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-amendable.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"

#define ATTENDANCE "attendance"
#define OPENING "opening"
#define DECISION "decision"
#define CLOSING "closing"

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

gboolean
copil_amendable_put_text (CopilStore *store, gint64 meeting, const char *about, gint64 id,
                          const char *text, gboolean *put, GError **error)
{
  *put = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (about, places[i].about) == 0)
      {
        gint64 record = g_str_equal (places[i].kind, "meeting") ? meeting : id;
        const CopilKind *kind = copil_kind_get (places[i].kind);

        /* A decision says something. */
        if (!record || ((!text || !*text) && g_strcmp0 (about, DECISION) == 0))
          return TRUE;
        *put = TRUE;
        return copil_store_set (store, kind, record, places[i].field, text && *text ? text : NULL,
                                error);
      }
  return TRUE;
}
