/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the history: what records are called, and were, and the sentences about them. */
#include "copil-history-private.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* A text is told whole up to so many characters, a longer one by what changed in it, with so much
 * around. */
#define LONGEST_TEXT 60
#define LONGEST_CHANGE 120
#define AROUND 20

/* A record that was seen to come or to go. */
typedef struct
{
  char *label, *title; /* canonical texts */
  gint64 owner;
} Known;

struct _CopilHistoryReader
{
  CopilStore *store;
  GHashTable *columns; /* table → strv */
  GHashTable *known;   /* "kind id" → Known */
  GHashTable *called;  /* "kind id" → how it is called */
  GHashTable *owners;  /* "kind id" → gint64 */
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->label);
  g_free (known->title);
  g_free (known);
}

CopilHistoryReader *
copil_history_reader_new (CopilStore *store)
{
  CopilHistoryReader *reader = g_new0 (CopilHistoryReader, 1);

  reader->store = g_object_ref (store);
  reader->columns =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  reader->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  reader->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return reader;
}

void
copil_history_reader_free (CopilHistoryReader *reader)
{
  g_object_unref (reader->store);
  g_hash_table_unref (reader->columns);
  g_hash_table_unref (reader->known);
  g_hash_table_unref (reader->called);
  g_hash_table_unref (reader->owners);
  g_free (reader);
}

static char *
dup_record_key (const CopilKind *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id);
}

char *
copil_history_dup_key (gint64 merge, const CopilHistoryChange *change)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %d %s %s", merge,
                          change->kind->name, change->id, (int)change->act,
                          change->field ? change->field->name : "",
                          change->after ? change->after : "");
}

char **
copil_history_get_columns (CopilHistoryReader *reader, const char *table)
{
  char **columns = g_hash_table_lookup (reader->columns, table);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (CopilQuery) query = NULL;

  if (columns)
    return columns;
  builder = g_strv_builder_new ();
  query = copil_store_query (reader->store, "SELECT name FROM pragma_table_info (?1) ORDER BY cid",
                             "t", table);
  while (copil_query_next (query))
    g_strv_builder_add (builder, copil_query_text (query, 0));
  columns = g_strv_builder_end (builder);
  g_hash_table_insert (reader->columns, g_strdup (table), columns);
  return columns;
}

const CopilField *
copil_history_find_link (const char *table, const CopilKind **kind)
{
  for (const CopilKind *const *each = copil_kinds (); *each; each++)
    for (const CopilField *field = (*each)->fields; field->name; field++)
      if (field->type == COPIL_FIELD_REFERENCES && g_str_equal (field->link, table))
        {
          *kind = *each;
          return field;
        }
  return NULL;
}

/* --- records that come and go --- */

static sqlite3_value *
get_column (CopilHistoryReader *reader, const CopilKind *kind, sqlite3_changeset_iter *iter,
            int n_columns, gboolean new, const char *name)
{
  char **columns = copil_history_get_columns (reader, kind->name);
  sqlite3_value *value = NULL;

  for (int i = 0; name && i < n_columns && columns[i]; i++)
    if (g_str_equal (columns[i], name))
      {
        if (new)
          sqlite3changeset_new (iter, i, &value);
        else
          sqlite3changeset_old (iter, i, &value);
        break;
      }
  return value;
}

void
copil_history_remember (CopilHistoryReader *reader, const CopilKind *kind, gint64 id,
                        sqlite3_changeset_iter *iter, int n_columns, gboolean new)
{
  g_autofree char *key = dup_record_key (kind, id);
  sqlite3_value *owner =
      get_column (reader, kind, iter, n_columns, new, kind->parent ? kind->parent : NULL);
  Known *known;

  if (g_hash_table_contains (reader->known, key))
    return;
  known = g_new0 (Known, 1);
  known->label =
      copil_history_dup_text (get_column (reader, kind, iter, n_columns, new, kind->label_field));
  known->title =
      copil_history_dup_text (get_column (reader, kind, iter, n_columns, new, kind->title_field));
  if ((!known->title || !*known->title) && copil_kind_get_field (kind, "name"))
    {
      g_free (known->title);
      known->title =
          copil_history_dup_text (get_column (reader, kind, iter, n_columns, new, "name"));
    }
  known->owner = owner ? sqlite3_value_int64 (owner) : 0;
  g_hash_table_insert (reader->known, g_steal_pointer (&key), known);
}

gint64
copil_history_get_owner (CopilHistoryReader *reader, const CopilKind **kind, gint64 id)
{
  const CopilKind *child = *kind;
  const CopilField *field = child->parent ? copil_kind_get_field (child, child->parent) : NULL;
  g_autofree char *key = NULL, *sql = NULL;
  gint64 *found, owner;
  Known *known;

  *kind = field && field->target ? copil_kind_get (field->target) : NULL;
  if (!*kind)
    return 0;
  key = dup_record_key (child, id);
  found = g_hash_table_lookup (reader->owners, key);
  if (found)
    return *found;
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", child->parent, child->name);
  owner = copil_store_query_int (reader->store, sql, "i", id);
  known = owner ? NULL : g_hash_table_lookup (reader->known, key);
  if (known)
    owner = known->owner;
  if (owner)
    g_hash_table_insert (reader->owners, g_steal_pointer (&key), g_memdup2 (&owner, sizeof owner));
  return owner;
}

/* --- what a record is called --- */

static gboolean
is_there (CopilHistoryReader *reader, const CopilKind *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", kind->name);

  return copil_store_query_int (reader->store, sql, "i", id) == 1;
}

static char *dup_title (CopilHistoryReader *reader, const CopilKind *kind, gint64 id);

/* The title of a record that is gone, of what it leads to where that is its title. */
static char *
dup_known_title (CopilHistoryReader *reader, const CopilKind *kind, const Known *known)
{
  const CopilField *field = copil_kind_get_field (kind, kind->title_field);

  if (!known->title)
    return NULL;
  if (field && field->type == COPIL_FIELD_REFERENCE)
    return dup_title (reader, copil_kind_get (field->target),
                      g_ascii_strtoll (known->title, NULL, 10));
  return field ? copil_field_format (field, known->title) : g_strdup (known->title);
}

static char *
dup_title (CopilHistoryReader *reader, const CopilKind *kind, gint64 id)
{
  g_autofree char *key = dup_record_key (kind, id), *title = NULL;
  const Known *known = g_hash_table_lookup (reader->known, key);

  if (is_there (reader, kind, id) || !known)
    return copil_store_dup_title (reader->store, kind, id);
  title = dup_known_title (reader, kind, known);
  if (known->label && *known->label && title && *title)
    return g_strdup_printf ("%s %s", known->label, title);
  return g_strdup (title && *title ? title : known->label ? known->label : "");
}

static const char *
call (CopilHistoryReader *reader, const CopilKind *kind, gint64 id)
{
  g_autofree char *key = dup_record_key (kind, id), *title = NULL;
  char *called = g_hash_table_lookup (reader->called, key);
  const Known *known;

  if (called)
    return called;
  known = g_hash_table_lookup (reader->known, key);
  if (known && !is_there (reader, kind, id))
    {
      title = dup_known_title (reader, kind, known);
      called = copil_kind_describe (kind, known->label, title);
    }
  else
    called = copil_store_describe (reader->store, kind, id);
  g_hash_table_insert (reader->called, g_steal_pointer (&key), called);
  return called;
}

/* --- sentences --- */

/* Within a sentence a label begins small, unless it is one of capitals. */
static char *
lower_first (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  const char *rest = *label ? g_utf8_next_char (label) : label;
  g_autofree char *small = NULL;

  if (!*rest || !g_unichar_isupper (first) || !g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (label);
  small = g_utf8_strdown (label, rest - label);
  return g_strconcat (small, rest, NULL);
}

static char *
format_titles (CopilHistoryReader *reader, const CopilField *field, const char *value)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      g_autofree char *title =
          dup_title (reader, copil_kind_get (field->target), g_ascii_strtoll (ids[i], NULL, 10));

      /* Translators: two things in a list */
      g_string_append_printf (titles, i ? _ (", “%s”") : _ ("“%s”"), title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* NULL for nothing. */
static char *
format_value (CopilHistoryReader *reader, const CopilField *field, const char *value)
{
  g_autofree char *shown = NULL;

  if (!value || !*value)
    return NULL;
  if (field->type == COPIL_FIELD_REFERENCE)
    shown = dup_title (reader, copil_kind_get (field->target), g_ascii_strtoll (value, NULL, 10));
  else
    shown = copil_field_format (field, value);
  if (field->type == COPIL_FIELD_CHOICE || field->type == COPIL_FIELD_BOOLEAN)
    return lower_first (shown);
  return g_strdelimit (g_steal_pointer (&shown), "\n\r\t", ' ');
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* From a few words before "from" to a few after "to", in bytes; what is too long is cut. */
static char *
cut (const char *text, const char *from, const char *to)
{
  const char *end = text + strlen (text), *first = from, *last = to;
  g_autofree char *middle = NULL, *start = NULL;
  glong length;

  for (int i = 0; i < AROUND && first > text; i++)
    first = g_utf8_prev_char (first);
  while (first > text && first < from && !is_space (g_utf8_prev_char (first)))
    first = g_utf8_next_char (first);
  for (int i = 0; i < AROUND && last < end; i++)
    last = g_utf8_next_char (last);
  while (last < end && last > to && !is_space (last))
    last = g_utf8_prev_char (last);
  middle = g_strndup (first, (gsize)(last - first));
  length = g_utf8_strlen (middle, -1);
  if (length > LONGEST_CHANGE)
    {
      start = g_utf8_substring (middle, 0, LONGEST_CHANGE);
      return g_strconcat (first > text ? "…" : "", start, "…", NULL);
    }
  return g_strconcat (first > text ? "…" : "", middle, last < end ? "…" : "", NULL);
}

/* Both texts by the words that changed. */
static void
shorten (char **before, char **after)
{
  const char *a = *before, *b = *after, *a_end, *b_end;
  char *cut_before, *cut_after;

  if (g_utf8_strlen (a, -1) <= LONGEST_TEXT && g_utf8_strlen (b, -1) <= LONGEST_TEXT)
    return;
  while (*a && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  while (a > *before && !is_space (g_utf8_prev_char (a)))
    {
      a = g_utf8_prev_char (a);
      b = g_utf8_prev_char (b);
    }
  a_end = *before + strlen (*before);
  b_end = *after + strlen (*after);
  while (a_end > a && b_end > b &&
         g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
    }
  while (*a_end && *b_end && !is_space (a_end))
    {
      a_end = g_utf8_next_char (a_end);
      b_end = g_utf8_next_char (b_end);
    }
  cut_before = cut (*before, a, a_end);
  cut_after = cut (*after, b, b_end);
  g_free (*before);
  g_free (*after);
  *before = cut_before;
  *after = cut_after;
}

static char *
shorten_one (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_CHANGE)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, LONGEST_CHANGE - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
tell_references (CopilHistoryReader *reader, const CopilHistoryChange *change, const char *called,
                 const char *field)
{
  g_autofree char *gone =
      change->before ? format_titles (reader, change->field, change->before) : NULL;
  g_autofree char *came =
      change->after ? format_titles (reader, change->field, change->after) : NULL;

  if (gone && came)
    /* Translators: a record, its field, what was added, what was taken away */
    return g_strdup_printf (_ ("%s: %s, with %s, without %s"), called, field, came, gone);
  /* Translators: a record, its field, what was added */
  return came ? g_strdup_printf (_ ("%s: %s, with %s"), called, field, came)
              /* Translators: a record, its field, what was taken away */
              : g_strdup_printf (_ ("%s: %s, without %s"), called, field, gone ? gone : "");
}

static char *
tell_field (CopilHistoryReader *reader, const CopilHistoryChange *change, const char *called)
{
  g_autofree char *field = lower_first (copil_field_get_label (change->field));
  g_autofree char *before = NULL, *after = NULL, *shown = NULL;

  if (change->field->type == COPIL_FIELD_DATA)
    /* Translators: a record, and its field that holds another file now */
    return g_strdup_printf (_ ("%s: %s replaced"), called, field);
  if (change->field->type == COPIL_FIELD_REFERENCES)
    return tell_references (reader, change, called, field);
  before = format_value (reader, change->field, change->before);
  after = format_value (reader, change->field, change->after);
  if (before && after)
    {
      shorten (&before, &after);
      /* Translators: a record, its field, the value before and the one after */
      return g_strdup_printf (_ ("%s: %s “%s” → “%s”"), called, field, before, after);
    }
  shown = shorten_one (after ? after : before ? before : "");
  /* Translators: a record, its field that was empty, and its value now */
  return after ? g_strdup_printf (_ ("%s: %s “%s”"), called, field, shown)
               /* Translators: a record, its field, and the value that was taken away */
               : g_strdup_printf (_ ("%s: %s “%s” taken away"), called, field, shown);
}

void
copil_history_tell (CopilHistoryReader *reader, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      CopilHistoryChange *change = changes->pdata[i];
      const char *called = call (reader, change->kind, change->id);

      if (change->act == COPIL_HISTORY_ADDED)
        /* Translators: a record that is new */
        change->sentence = g_strdup_printf (_ ("%s: added"), called);
      else if (change->act == COPIL_HISTORY_DELETED)
        /* Translators: a record that is gone */
        change->sentence = g_strdup_printf (_ ("%s: deleted"), called);
      else if (!change->field)
        /* Translators: a record that has another place in its list */
        change->sentence = g_strdup_printf (_ ("%s: moved in its list"), called);
      else
        change->sentence = tell_field (reader, change, called);
    }
}
