/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: the two journals, what both have, and what is taken over from one into the other. */
#include "copil-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-id.h"
#include "copil-query.h"

/* Names of changes that a summary lists; the rest is counted. */
#define MOST_NAMES 3
#define LONGEST_NAME 80

#define COLUMNS "time, author, name, verb, compressed, changeset"
#define N_COLUMNS 6

static CopilMergeEntry *
get_entry (CopilMergeSide *side, guint place)
{
  return &g_array_index (side->entries, CopilMergeEntry, place);
}

void
copil_merge_side_clear (CopilMergeSide *side)
{
  g_clear_pointer (&side->only, g_ptr_array_unref);
  g_clear_pointer (&side->entries, g_array_unref);
}

static CopilVerb
read_verb (const char *verb)
{
  static const struct
  {
    const char *name;
    CopilVerb verb;
  } verbs[] = { { "merge", COPIL_VERB_MERGE },
                { "undo", COPIL_VERB_UNDO },
                { "redo", COPIL_VERB_REDO },
                { "aside", COPIL_VERB_ASIDE },
                { "create", COPIL_VERB_CREATE } };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verb, verbs[i].name) == 0)
      return verbs[i].verb;
  return COPIL_VERB_DO;
}

static void
read_side (CopilMergeSide *side, CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, part_of, entry, coalesce (mark, id), verb FROM journal ORDER BY id", NULL);

  side->store = store;
  side->entries = g_array_new (FALSE, FALSE, sizeof (CopilMergeEntry));
  side->only = g_ptr_array_new ();
  while (copil_query_next (query))
    {
      CopilMergeEntry entry = { .id = copil_query_int (query, 0),
                                .part_of = copil_query_int (query, 1),
                                .undone = copil_query_int (query, 2),
                                .mark = copil_query_int (query, 3),
                                .verb = read_verb (copil_query_text (query, 4)) };
      g_array_append_val (side->entries, entry);
    }
}

/* --- which entries both have --- */

static int
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  const CopilMergeEntry *one = *(CopilMergeEntry *const *)a, *two = *(CopilMergeEntry *const *)b;
  return (one->mark > two->mark) - (one->mark < two->mark);
}

/* Entries in order of their marks. */
static GPtrArray *
sort_by_mark (CopilMergeSide *side)
{
  GPtrArray *sorted = g_ptr_array_sized_new (side->entries->len);

  for (guint i = 0; i < side->entries->len; i++)
    g_ptr_array_add (sorted, get_entry (side, i));
  g_ptr_array_sort (sorted, compare_marks_cb);
  return sorted;
}

static gboolean
columns_equal (sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
  int size = sqlite3_column_bytes (a, column);

  return sqlite3_column_type (a, column) == sqlite3_column_type (b, column) &&
         size == sqlite3_column_bytes (b, column) &&
         (size == 0 || memcmp (sqlite3_column_blob (a, column), sqlite3_column_blob (b, column),
                               (gsize)size) == 0);
}

/* As they are stored; changesets may be packed differently and hold the same. */
static gboolean
are_equal (CopilStore *store, gint64 id, sqlite3_stmt *row, CopilStore *other, gint64 other_id,
           sqlite3_stmt *other_row)
{
  g_autoptr (GBytes) bytes = NULL, other_bytes = NULL;

  for (int column = 0; column < N_COLUMNS - 2; column++)
    if (!columns_equal (row, other_row, column))
      return FALSE;
  if (columns_equal (row, other_row, N_COLUMNS - 2) &&
      columns_equal (row, other_row, N_COLUMNS - 1))
    return TRUE;
  bytes = copil_journal_read (store, id, NULL);
  other_bytes = copil_journal_read (other, other_id, NULL);
  return bytes && other_bytes && g_bytes_equal (bytes, other_bytes);
}

static gboolean
is_same (CopilStore *store, gint64 id, CopilStore *other, gint64 other_id)
{
  const char *sql = "SELECT " COLUMNS " FROM journal WHERE id = ?1";
  sqlite3_stmt *row = copil_store_take_statement (store, sql);
  sqlite3_stmt *other_row = copil_store_take_statement (other, sql);
  gboolean same = FALSE;

  if (row && other_row)
    {
      sqlite3_bind_int64 (row, 1, id);
      sqlite3_bind_int64 (other_row, 1, other_id);
      same = sqlite3_step (row) == SQLITE_ROW && sqlite3_step (other_row) == SQLITE_ROW &&
             are_equal (store, id, row, other, other_id, other_row);
    }
  if (row)
    copil_store_give_statement (store, row);
  if (other_row)
    copil_store_give_statement (other, other_row);
  return same;
}

/* Finds the twin of each entry among those of the other side that have the same mark. */
static void
pair (CopilMergeSide *ours, CopilMergeSide *theirs)
{
  g_autoptr (GPtrArray) a = sort_by_mark (ours), b = sort_by_mark (theirs);
  guint first = 0;

  for (guint i = 0; i < a->len; i++)
    {
      CopilMergeEntry *entry = a->pdata[i];

      while (first < b->len && ((CopilMergeEntry *)b->pdata[first])->mark < entry->mark)
        first++;
      for (guint j = first; j < b->len && !entry->twin; j++)
        {
          CopilMergeEntry *other = b->pdata[j];

          if (other->mark != entry->mark)
            break;
          if (!other->twin && is_same (ours->store, entry->id, theirs->store, other->id))
            {
              entry->twin = other->id;
              other->twin = entry->id;
            }
        }
    }
}

static CopilMergeEntry *
find_entry (CopilMergeSide *side, gint64 id)
{
  guint low = 0, high = side->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      CopilMergeEntry *entry = get_entry (side, middle);

      if (entry->id == id)
        return entry;
      if (entry->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static void
sort_out (CopilMergeSide *side)
{
  side->clean = TRUE;
  for (guint i = 0; i < side->entries->len; i++)
    {
      CopilMergeEntry *entry = get_entry (side, i);

      if (!entry->twin)
        g_ptr_array_add (side->only, entry);
      else if (entry->part_of && entry->part_of != entry->id)
        {
          CopilMergeEntry *merge = find_entry (side, entry->part_of);
          if (merge && !merge->twin)
            side->clean = FALSE;
        }
    }
}

void
copil_merge_sides_read (CopilMergeSide *ours, CopilStore *store, CopilMergeSide *theirs,
                        CopilStore *other)
{
  read_side (ours, store);
  read_side (theirs, other);
  pair (ours, theirs);
  sort_out (ours);
  sort_out (theirs);
}

/* --- taking over --- */

gboolean
copil_merge_sides_place (CopilMergeSide *ours, CopilMergeSide *theirs, gint64 *last, GError **error)
{
  gint64 before = 0;

  /* What follows an entry that stands under another id here must follow it here too. */
  *last = copil_store_query_int (ours->store, "SELECT max (id) FROM journal WHERE mark IS NOT NULL",
                                 NULL);
  for (guint i = 0; i < theirs->only->len; i++)
    {
      CopilMergeEntry *entry = theirs->only->pdata[i];
      gboolean strange = copil_id_is_strange (entry->id, before);

      entry->taken = entry->id;
      if (strange || entry->id <= *last || find_entry (ours, entry->id))
        entry->taken = copil_journal_new_id (ours->store, *last, error);
      if (!entry->taken)
        return FALSE;
      *last = entry->taken;
      if (!strange)
        before = entry->id;
    }
  return TRUE;
}

/* The id in our journal of an entry that they name; 0 for none. */
static gint64
translate (CopilMergeSide *theirs, gint64 id)
{
  CopilMergeEntry *entry = id ? find_entry (theirs, id) : NULL;
  return !entry ? 0 : entry->twin ? entry->twin : entry->taken;
}

/* Whether all that their entries name, also within what they hold, has the same id here. */
static gboolean
keep_ids (CopilMergeSide *theirs)
{
  for (guint i = 0; i < theirs->entries->len; i++)
    if (translate (theirs, get_entry (theirs, i)->id) != get_entry (theirs, i)->id)
      return FALSE;
  return TRUE;
}

/* One of their entries, as it stands there; where ids are others here, its changes as they are. */
static gboolean
copy_entry (CopilMergeSide *theirs, const CopilMergeEntry *entry, gboolean plain,
            sqlite3_stmt *from, sqlite3_stmt *to, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (plain && !(bytes = copil_journal_read (theirs->store, entry->id, error)))
    return FALSE;
  sqlite3_bind_int64 (from, 1, entry->id);
  if (sqlite3_step (from) != SQLITE_ROW)
    return copil_store_fail (theirs->store, error);
  for (int column = 0; column < N_COLUMNS; column++)
    sqlite3_bind_value (to, column + 1, sqlite3_column_value (from, column));
  sqlite3_reset (from);
  if (bytes)
    {
      sqlite3_bind_int (to, N_COLUMNS - 1, 0);
      if (g_bytes_get_size (bytes) == 0)
        sqlite3_bind_zeroblob (to, N_COLUMNS, 0);
      else
        sqlite3_bind_blob64 (to, N_COLUMNS, g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes), SQLITE_TRANSIENT);
    }
  return TRUE;
}

gboolean
copil_merge_sides_take (CopilMergeSide *ours, CopilMergeSide *theirs, gint64 merge, GError **error)
{
  sqlite3_stmt *from =
      copil_store_take_statement (theirs->store, "SELECT " COLUMNS " FROM journal WHERE id = ?1");
  sqlite3_stmt *to = copil_store_take_statement (
      ours->store, "INSERT INTO journal (" COLUMNS ", id, mark, entry, part_of) VALUES (?1, ?2, ?3,"
                   " ?4, ?5, ?6, ?7, nullif (?8, ?7), nullif (?9, 0), ?10)");
  gboolean plain = !keep_ids (theirs), sound = from && to;

  if (!sound)
    copil_store_fail (to ? theirs->store : ours->store, error);
  for (guint i = 0; sound && i < theirs->only->len; i++)
    {
      const CopilMergeEntry *entry = theirs->only->pdata[i];

      sound = copy_entry (theirs, entry, plain, from, to, error);
      if (!sound)
        break;
      sqlite3_bind_int64 (to, N_COLUMNS + 1, entry->taken);
      sqlite3_bind_int64 (to, N_COLUMNS + 2, entry->mark);
      sqlite3_bind_int64 (to, N_COLUMNS + 3, translate (theirs, entry->undone));
      sqlite3_bind_int64 (to, N_COLUMNS + 4, merge ? merge : entry->taken);
      sound = sqlite3_step (to) == SQLITE_DONE;
      if (!sound)
        copil_store_fail (ours->store, error);
      sqlite3_reset (to);
    }
  if (from)
    copil_store_give_statement (theirs->store, from);
  if (to)
    copil_store_give_statement (ours->store, to);
  return sound;
}

/* --- what they did --- */

/* Ids of the changes that stand, in order: without those that were taken back. */
static GArray *
list_standing (CopilMergeSide *theirs)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < theirs->only->len; i++)
    {
      const CopilMergeEntry *entry = theirs->only->pdata[i];
      if (entry->verb == COPIL_VERB_UNDO)
        g_hash_table_add (gone, (gpointer)&entry->undone);
      else if (entry->verb == COPIL_VERB_REDO)
        g_hash_table_remove (gone, &entry->undone);
    }
  for (guint i = 0; i < theirs->only->len; i++)
    {
      const CopilMergeEntry *entry = theirs->only->pdata[i];
      CopilMergeEntry *undone =
          entry->verb == COPIL_VERB_UNDO ? find_entry (theirs, entry->undone) : NULL;

      /* A change may continue an earlier one, and is taken back with it. */
      if ((entry->verb == COPIL_VERB_DO && !g_hash_table_contains (gone, &entry->id) &&
           !g_hash_table_contains (gone, &entry->undone)) ||
          (undone && undone->twin && g_hash_table_contains (gone, &entry->undone)))
        g_array_append_val (ids, entry->id);
    }
  return ids;
}

static void
add_once (GPtrArray *texts, const char *text)
{
  if (text && *text && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

static char *
dup_cut (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (start, "…", NULL);
}

char *
copil_merge_side_dup_summary (CopilMergeSide *theirs, char **author)
{
  g_autoptr (GArray) ids = list_standing (theirs);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CopilQuery) query =
          copil_store_query (theirs->store, "SELECT name, author FROM journal WHERE id = ?1", "i",
                             g_array_index (ids, gint64, i));
      if (copil_query_next (query))
        {
          add_once (names, copil_query_text (query, 0));
          add_once (authors, copil_query_text (query, 1));
        }
    }
  *author = NULL;
  if (names->len == 0)
    return NULL;
  if (authors->len > 0)
    {
      g_ptr_array_add (authors, NULL);
      *author = g_strjoinv (", ", (char **)authors->pdata);
    }
  for (guint i = 0; i < MIN (names->len, MOST_NAMES); i++)
    {
      g_autofree char *name = dup_cut (names->pdata[i]);
      /* Translators: between two names of changes. */
      g_string_append_printf (text, "%s%s", i ? _ ("; ") : "", name);
    }
  if (names->len > MOST_NAMES)
    {
      guint more = names->len - MOST_NAMES;
      /* Translators: after a list of changes. */
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "; and %u other", "; and %u others", more), more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
