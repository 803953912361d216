/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-change.h"

#include <glib/gi18n-lib.h>

#include "copil-numbered.h"
#include "copil-record.h"

typedef struct
{
  const CopilKind *kind;
  gint64 id;       /* of the record; of the new one in the end */
  gint64 numbered; /* whose records are to be numbered again, or 0 */

  GPtrArray *fields, *values;
  int direction;
  gint64 before;
} Change;

/* Does it in a transaction "verb: record". */
static gboolean
run (CopilStore *store, const char *verb, const char *called, CopilStoreFunc func, Change *change,
     GError **error)
{
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), verb, called);

  return copil_store_do (store, name, func, change, error);
}

/* The same of a record that is there. */
static gboolean
run_on (CopilStore *store, const char *verb, CopilStoreFunc func, Change *change, GError **error)
{
  g_autofree char *called = copil_store_describe (store, change->kind, change->id);

  return run (store, verb, called, func, change, error);
}

/* Notes whether the numbers of records follow their order, as on an agenda; then they go on to. */
static void
note_numbers (CopilStore *store, Change *change)
{
  change->numbered = copil_store_get_numbered (store, change->kind, change->id);
}

static gboolean
number (CopilStore *store, Change *change, GError **error)
{
  return copil_store_number (store, change->kind, change->numbered, error);
}

static gboolean
add (CopilStore *store, gpointer data, GError **error)
{
  Change *change = data;

  change->id = copil_store_insertv (store, change->kind, 0, change->fields->len,
                                    (const char *const *)change->fields->pdata,
                                    (const char *const *)change->values->pdata, error);
  return change->id != 0;
}

gint64
copil_change_add (CopilStore *store, const CopilKind *kind, guint n, const char *const *fields,
                  const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) all_fields = g_ptr_array_new (), all_values = g_ptr_array_new ();
  g_autofree char *fresh =
      g_strdup_printf (C_ ("new record", "New: %s"), copil_kind_get_label (kind));
  Change change = { .kind = kind, .fields = all_fields, .values = all_values };

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (all_fields, (gpointer)fields[i]);
      g_ptr_array_add (all_values, (gpointer)values[i]);
    }
  for (const CopilField *field = kind->fields; field->name; field++)
    if ((field->flags & COPIL_FIELD_REQUIRED) &&
        (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE) &&
        !g_ptr_array_find_with_equal_func (all_fields, field->name, g_str_equal, NULL))
      {
        g_ptr_array_add (all_fields, (gpointer)field->name);
        g_ptr_array_add (all_values, fresh);
      }
  return run (store, _ ("Add"), copil_kind_get_label (kind), add, &change, error) ? change.id : 0;
}

static gboolean
duplicate (CopilStore *store, gpointer data, GError **error)
{
  Change *change = data;

  change->id = copil_store_duplicate (store, change->kind, change->id, error);
  return change->id != 0;
}

gint64
copil_change_duplicate (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  Change change = { .kind = kind, .id = id };

  return run_on (store, _ ("Duplicate"), duplicate, &change, error) ? change.id : 0;
}

static gboolean delete (CopilStore *store, gpointer data, GError **error)
{
  Change *change = data;

  return copil_store_delete (store, change->kind, change->id, error) &&
         number (store, change, error);
}

gboolean
copil_change_delete (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  Change change = { .kind = kind, .id = id };

  note_numbers (store, &change);
  return run_on (store, _ ("Delete"), delete, &change, error);
}

static gboolean
shift (CopilStore *store, gpointer data, GError **error)
{
  Change *change = data;

  return copil_store_shift (store, change->kind, change->id, change->direction, error) &&
         number (store, change, error);
}

gboolean
copil_change_shift (CopilStore *store, const CopilKind *kind, gint64 id, int direction,
                    GError **error)
{
  Change change = { .kind = kind, .id = id, .direction = direction };

  note_numbers (store, &change);
  return run_on (store, _ ("Move"), shift, &change, error);
}

static gboolean
place (CopilStore *store, gpointer data, GError **error)
{
  Change *change = data;

  return copil_store_place (store, change->kind, change->id, change->before, error) &&
         number (store, change, error);
}

gboolean
copil_change_place (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                    GError **error)
{
  Change change = { .kind = kind, .id = id, .before = before };

  note_numbers (store, &change);
  return run_on (store, _ ("Move"), place, &change, error);
}
