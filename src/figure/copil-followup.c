/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-followup.h"

#include <glib/gi18n-lib.h>

#include "copil-record.h"
#include "copil-value.h"

static gboolean
review (CopilStore *store, gint64 engagement, const char *date, GError **error)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, engagement);

  return (record && g_strcmp0 (copil_record_get (record, "reviewed"), date) >= 0) ||
         copil_store_set (store, kind, engagement, "reviewed", date, error);
}

typedef struct
{
  const char *kind; /* of what the note is about */
  gint64 about, id;
  const char *date, *author, *text;
} Note;

static gboolean
add_cb (CopilStore *store, gpointer data, GError **error)
{
  Note *note = data;
  g_autofree char *on = g_strdup_printf ("%" G_GINT64_FORMAT, note->about);
  const char *fields[] = { note->kind, "date", "author", "text" };
  const char *values[] = { on, note->date, note->author, note->text };

  note->id = copil_store_insertv (store, copil_kind_get ("followup"), 0, G_N_ELEMENTS (fields),
                                  fields, values, error);
  return note->id && (!g_str_equal (note->kind, "engagement") ||
                      review (store, note->about, note->date, error));
}

gint64
copil_followup_add (CopilStore *store, const char *kind, gint64 id, const char *date,
                    const char *author, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));
  g_autofree char *called = copil_store_describe (store, copil_kind_get (kind), id);
  g_autofree char *name = g_strdup_printf (_ ("Add a note: %s"), called);
  Note note = { kind, id, 0, date, author, stripped };

  if (!*stripped || !date || !copil_date_is_valid (date))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                           *stripped ? _ ("Say on which day.") : _ ("The note is empty."));
      return 0;
    }
  return copil_store_do (store, name, add_cb, &note, error) ? note.id : 0;
}
