/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the journal did to what was agreed: before it is written, and before it is taken
 * back. */
#include "copil-agreed.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-touch.h"

typedef struct
{
  gint64 id;
  gboolean minutes;
} Agreed;

typedef struct
{
  GArray *counting; /* Agreed: what counted after the last change */
  char *lapsed;     /* what the last change made lapse, or NULL */
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_array_unref (watch->counting);
  g_free (watch->lapsed);
  g_free (watch);
}

static void
list_kind (CopilStore *store, const char *kind, GArray *counting)
{
  gboolean minutes = g_str_equal (kind, "validation");
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      minutes ? "SELECT v.meeting, v.id, v.fingerprint FROM validation v JOIN meeting m ON m.id ="
                " v.meeting WHERE v.version IS NULL AND v.fingerprint IS NOT NULL"
                " AND m.minutes IS NOT 'validated' ORDER BY v.meeting"
              : "SELECT g.meeting, g.id, g.fingerprint FROM agreement g JOIN meeting m ON m.id ="
                " g.meeting WHERE g.fingerprint IS NOT NULL AND m.minutes IS NOT 'validated'"
                " ORDER BY g.meeting",
      "");
  g_autofree char *now = NULL;
  gint64 meeting = 0;

  while (copil_query_next (query))
    {
      const Agreed agreed = { copil_query_int (query, 1), minutes };

      if (!now || copil_query_int (query, 0) != meeting)
        {
          meeting = copil_query_int (query, 0);
          g_free (now);
          now = copil_agreed_dup_fingerprint (store, kind, meeting);
        }
      if (g_strcmp0 (copil_query_text (query, 2), now) == 0)
        g_array_append_val (counting, agreed);
    }
}

static GArray *
list_counting (CopilStore *store)
{
  GArray *counting = g_array_new (FALSE, FALSE, sizeof (Agreed));

  list_kind (store, "validation", counting);
  list_kind (store, "agreement", counting);
  return counting;
}

static gboolean
has (GArray *counting, const Agreed *agreed)
{
  for (guint i = 0; i < counting->len; i++)
    if (g_array_index (counting, Agreed, i).id == agreed->id &&
        g_array_index (counting, Agreed, i).minutes == agreed->minutes)
      return TRUE;
  return FALSE;
}

/* Who gave it: a signatory, or whoever it says; NULL where it is no longer there. */
static char *
dup_giver (CopilStore *store, gboolean minutes, gint64 id)
{
  return copil_store_query_dup_text (
      store,
      minutes ? "SELECT coalesce (nullif (y.short_name, ''), y.name, v.name, '–') FROM validation v"
                " LEFT JOIN party y ON y.id = v.party WHERE v.id = ?1 AND v.version IS NULL"
              : "SELECT coalesce (nullif (y.short_name, ''), y.name, g.name, '–') FROM agreement g"
                " LEFT JOIN party y ON y.id = g.party WHERE g.id = ?1",
      "i", id);
}

static void
add_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len ? ", " : "", name);
}

static void
note (CopilStore *store, Watch *watch, const char *form, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);
  g_autofree char *text = g_strjoinv (names, parts);
  char *both = watch->lapsed ? g_strconcat (watch->lapsed, ", ", text, NULL) : g_strdup (text);

  copil_store_add_note (store, text);
  g_free (watch->lapsed);
  watch->lapsed = both;
}

static void
committing_cb (CopilStore *store, Watch *watch)
{
  g_autoptr (GArray) now = list_counting (store);
  g_autoptr (GString) validations = g_string_new (NULL), agreements = g_string_new (NULL);

  g_clear_pointer (&watch->lapsed, g_free);
  for (guint i = 0; i < watch->counting->len; i++)
    {
      const Agreed *agreed = &g_array_index (watch->counting, Agreed, i);
      g_autofree char *giver =
          has (now, agreed) ? NULL : dup_giver (store, agreed->minutes, agreed->id);

      if (giver)
        add_name (agreed->minutes ? validations : agreements, giver);
    }
  if (validations->len)
    /* Translators: added to the name of a change; signatories */
    note (store, watch, _ ("lapsed validation: %s"), validations->str);
  if (agreements->len)
    /* Translators: added to the name of a change; signatories */
    note (store, watch, _ ("lapsed agreement on the agenda: %s"), agreements->str);
}

static void
changed_cb (CopilStore *store, CopilChanges *changes, Watch *watch)
{
  g_array_unref (watch->counting);
  watch->counting = list_counting (store);
}

void
copil_agreed_watch (CopilStore *store)
{
  Watch *watch;

  if (g_object_get_data (G_OBJECT (store), "copil-agreed-watch"))
    return;
  watch = g_new0 (Watch, 1);
  watch->counting = list_counting (store);
  g_object_set_data_full (G_OBJECT (store), "copil-agreed-watch", watch, watch_free);
  g_signal_connect (store, "committing", G_CALLBACK (committing_cb), watch);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), watch);
}

char *
copil_agreed_steal_lapsed (CopilStore *store)
{
  Watch *watch = g_object_get_data (G_OBJECT (store), "copil-agreed-watch");

  return watch ? g_steal_pointer (&watch->lapsed) : NULL;
}

/* --- Undo --- */

typedef struct
{
  CopilStore *store;
  GPtrArray *validations, *agreements; /* who gave them */
  gboolean validated;
} Taken;

static gboolean
taken_cb (const CopilTouch *touch, gpointer data)
{
  Taken *taken = data;
  gboolean minutes = g_str_equal (touch->kind, "validation");
  g_autofree char *giver = NULL;

  if (g_str_equal (touch->kind, "meeting") && g_strcmp0 (touch->field, "minutes") == 0)
    taken->validated |= copil_store_query_int (
        taken->store, "SELECT minutes IS 'validated' FROM meeting WHERE id = ?1", "i", touch->id);
  /* What came with the entry, and is still there. */
  if (!touch->came || (!minutes && !g_str_equal (touch->kind, "agreement")))
    return FALSE;
  giver = copil_store_query_dup_text (
      taken->store,
      minutes ? "SELECT coalesce (nullif (y.short_name, ''), y.name, v.name, '–') FROM validation v"
                " LEFT JOIN party y ON y.id = v.party WHERE v.id = ?1"
              : "SELECT coalesce (nullif (y.short_name, ''), y.name, g.name, '–') FROM agreement g"
                " LEFT JOIN party y ON y.id = g.party WHERE g.id = ?1",
      "i", touch->id);
  if (giver)
    g_ptr_array_add (minutes ? taken->validations : taken->agreements, g_steal_pointer (&giver));
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

/* Takes the sentence, with a place for the names, where there are any. */
static void
add_sentence (GString *text, const char *sentence, GPtrArray *names)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);
  g_autofree char *list = NULL, *said = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  said = g_strjoinv (list, parts);
  g_string_append_printf (text, "%s%s", text->len ? " " : "", said);
}

char *
copil_agreed_say_undo (CopilStore *store)
{
  g_autoptr (GPtrArray) validations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) agreements = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  Taken taken = { store, validations, agreements, FALSE };

  copil_store_look_at_undo (store, taken_cb, &taken);
  if (taken.validated)
    g_string_append (text, _ ("The minutes would no longer be validated, and their kept document"
                              " would go."));
  /* Translators: signatories */
  add_sentence (text, _ ("The validation would be taken back: %s."), validations);
  /* Translators: signatories */
  add_sentence (text, _ ("The agreement on the agenda would be taken back: %s."), agreements);
  return g_string_free (text, text->len == 0);
}
