/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a changeset is kept in the journal: as it is, compressed, or as what changed in a text since
 * an earlier entry. */
#include "copil-journal-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-changeset.h"
#include "copil-digest.h"

/* A changeset of half a gigabyte is none of ours. Whatever it claims, it does not become longer
 * than what can be written at all, or than a file that long can say in earnest. */
#define LONGEST_CHANGESET (G_GUINT64_CONSTANT (1) << 29)
#define ANY_CHANGESET (64 * 1024 * 1024)
#define HIGHEST_RATIO 8
/* From there on speed counts more than size. */
#define LONG_CHANGESET (1024 * 1024)

/* A text of more than that is kept whole, and so is one after so many changes: what hangs on an
 * earlier entry is read through all entries between. */
#define LONGEST_TEXT (1024 * 1024)
#define MOST_STEPS 200

/* What changed in a text: the entry that made the text it begins with, the number of such entries
 * up to the one that is whole, a digest of that text, how many bytes of it stay at its beginning
 * and at its end, and what stands between them now. Numbers are big-endian. */
#define BASE_AT 0
#define STEPS_AT 8
#define DIGEST_AT 9
#define START_AT 17
#define END_AT 21
#define MIDDLE_AT 25

/* What was read is kept for the entries that hang on it, up to so many bytes. */
#define MOST_KEPT (8 * 1024 * 1024)
#define MOST_FIELDS 64

typedef struct
{
  GBytes *changeset;
  guint steps;
} Resolved;

static void
resolved_free (gpointer data)
{
  Resolved *resolved = data;
  g_bytes_unref (resolved->changeset);
  g_free (resolved);
}

static void
fail_damaged (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                       _ ("The journal is damaged: this change cannot be read."));
}

/* --- compression --- */

static guint64
longest (gsize packed)
{
  return MIN (ANY_CHANGESET + (guint64)packed * HIGHEST_RATIO, LONGEST_CHANGESET);
}

/* Packs or unpacks, block by block, and stops where the result grows beyond what can be; NULL
 * then. */
static GBytes *
convert (GConverter *converter, GBytes *bytes, guint64 limit)
{
  g_autoptr (GByteArray) result = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (65536);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (;;)
    {
      gsize taken = 0, given = 0;
      GConverterResult state = g_converter_convert (converter, data, size, block, 65536,
                                                    G_CONVERTER_INPUT_AT_END, &taken, &given, NULL);

      if (state == G_CONVERTER_ERROR || given > limit - result->len)
        return NULL;
      data += taken;
      size -= taken;
      g_byte_array_append (result, block, (guint)given);
      if (state == G_CONVERTER_FINISHED)
        return g_byte_array_free_to_bytes (g_steal_pointer (&result));
    }
}

static GBytes *
compress (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (GConverter) converter = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, size >= LONG_CHANGESET ? 1 : -1));
  g_autoptr (GBytes) packed = size ? convert (converter, bytes, size - 1) : NULL;

  return packed && size <= longest (g_bytes_get_size (packed)) ? g_steal_pointer (&packed) : NULL;
}

static GBytes *
decompress (GBytes *packed)
{
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));

  return convert (converter, packed, longest (g_bytes_get_size (packed)));
}

/* --- what changed in a text --- */

static guint64
get_number (const guint8 *at, guint length)
{
  guint64 number = 0;

  while (length-- > 0)
    number = number << 8 | *at++;
  return number;
}

static void
put_number (guint8 *at, guint length, guint64 number)
{
  while (length-- > 0)
    {
      at[length] = (guint8)number;
      number >>= 8;
    }
}

static guint64
digest_of (const char *text, gsize length)
{
  g_autofree char *digits = NULL;
  CopilDigest digest;

  copil_digest_init (&digest);
  copil_digest_update (&digest, (const guint8 *)text, length);
  digits = copil_digest_finish (&digest);
  digits[16] = '\0';
  return g_ascii_strtoull (digits, NULL, 16);
}

/* From the text that the base made to the one that comes after it. */
static GBytes *
describe (gint64 base, guint steps, const CopilChangedValue *before, const CopilChangedValue *after)
{
  gsize shorter = MIN (before->length, after->length), start = 0, end = 0, middle;
  guint8 *delta;

  while (start < shorter && before->text[start] == after->text[start])
    start++;
  while (end < shorter - start &&
         before->text[before->length - end - 1] == after->text[after->length - end - 1])
    end++;
  middle = after->length - start - end;
  delta = g_malloc0 (MIDDLE_AT + middle);
  put_number (delta + BASE_AT, 8, (guint64)base);
  put_number (delta + STEPS_AT, 1, steps);
  put_number (delta + DIGEST_AT, 8, digest_of (before->text, before->length));
  put_number (delta + START_AT, 4, start);
  put_number (delta + END_AT, 4, end);
  if (middle > 0)
    memcpy (delta + MIDDLE_AT, after->text + start, middle);
  return g_bytes_new_take (delta, MIDDLE_AT + middle);
}

/* The whole changeset of what changed since the base's; NULL where the two do not fit. */
static GBytes *
follow (GBytes *base, GBytes *delta)
{
  gsize size, start, end, middle;
  const guint8 *bytes = g_bytes_get_data (delta, &size);
  g_autofree char *text = NULL;
  CopilTextChange change;
  const CopilChangedValue *before = &change.after;

  if (size < MIDDLE_AT || !copil_changeset_find_text (base, &change) || !before->text)
    return NULL;
  start = get_number (bytes + START_AT, 4);
  end = get_number (bytes + END_AT, 4);
  middle = size - MIDDLE_AT;
  if (before->length > LONGEST_TEXT || start > before->length || end > before->length - start ||
      middle > LONGEST_TEXT || start + middle + end > LONGEST_TEXT ||
      get_number (bytes + DIGEST_AT, 8) != digest_of (before->text, before->length))
    return NULL;
  text = g_malloc (start + middle + end + 1);
  memcpy (text, before->text, start);
  memcpy (text + start, bytes + MIDDLE_AT, middle);
  memcpy (text + start + middle, before->text + before->length - end, end);
  return copil_changeset_with_texts (base, &change, before->text, before->length, text,
                                     start + middle + end);
}

/* --- entries --- */

/* What the journal holds of an entry, unpacked: a changeset, or what changed in a text. */
static GBytes *
read_entry (CopilStore *store, gint64 id, gboolean *is_delta, GError **error)
{
  sqlite3_stmt *statement =
      copil_store_take_statement (store, "SELECT compressed, changeset FROM journal WHERE id = ?1");
  g_autoptr (GBytes) bytes = NULL;
  int form = COPIL_FORM_PLAIN, code;

  if (!statement)
    {
      copil_store_fail (store, error);
      return NULL;
    }
  sqlite3_bind_int64 (statement, 1, id);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      form = sqlite3_column_int (statement, 0);
      bytes = g_bytes_new (sqlite3_column_blob (statement, 1),
                           (gsize)sqlite3_column_bytes (statement, 1));
    }
  else if (code == SQLITE_DONE)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                         _ ("The journal has lost an entry: this change cannot be taken back."));
  else
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  if (!bytes)
    return NULL;
  *is_delta = form == COPIL_FORM_DELTA || form == COPIL_FORM_DELTA_PACKED;
  if (form == COPIL_FORM_PACKED || form == COPIL_FORM_DELTA_PACKED)
    {
      g_autoptr (GBytes) packed = g_steal_pointer (&bytes);
      bytes = decompress (packed);
    }
  else if (form != COPIL_FORM_PLAIN && form != COPIL_FORM_DELTA)
    g_clear_pointer (&bytes, g_bytes_unref);
  if (!bytes || (*is_delta && g_bytes_get_size (bytes) < MIDDLE_AT) ||
      (!*is_delta &&
       !copil_changeset_is_sound (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))))
    {
      fail_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static void
keep (CopilStore *store, gint64 id, GBytes *changeset, guint steps)
{
  Resolved *resolved;
  gsize size = g_bytes_get_size (changeset);

  if (!store->resolved)
    store->resolved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, resolved_free);
  if (store->resolved_size + size > MOST_KEPT)
    copil_journal_forget (store);
  resolved = g_new (Resolved, 1);
  resolved->changeset = g_bytes_ref (changeset);
  resolved->steps = steps;
  if (!g_hash_table_contains (store->resolved, &id))
    store->resolved_size += size;
  g_hash_table_replace (store->resolved, g_memdup2 (&id, sizeof id), resolved);
}

void
copil_journal_forget (CopilStore *store)
{
  if (store->resolved)
    g_hash_table_remove_all (store->resolved);
  store->resolved_size = 0;
}

/* Goes back to an entry that is whole, and from there on again. Each entry hangs on an earlier one,
 * and says how many it goes back: it ends. */
static GBytes *
resolve (CopilStore *store, gint64 id, guint *steps, GError **error)
{
  g_autoptr (GPtrArray) deltas = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GBytes) changeset = NULL;
  gint64 at = id;

  *steps = 0;
  while (!changeset)
    {
      const Resolved *known = store->resolved ? g_hash_table_lookup (store->resolved, &at) : NULL;
      g_autoptr (GBytes) bytes = NULL;
      const guint8 *data;
      gboolean is_delta = FALSE;
      gint64 base;
      guint said;

      if (known)
        {
          changeset = g_bytes_ref (known->changeset);
          *steps = known->steps;
          break;
        }
      bytes = read_entry (store, at, &is_delta, error);
      if (!bytes)
        return NULL;
      if (!is_delta)
        {
          changeset = g_steal_pointer (&bytes);
          break;
        }
      data = g_bytes_get_data (bytes, NULL);
      base = (gint64)get_number (data + BASE_AT, 8);
      said = (guint)get_number (data + STEPS_AT, 1);
      if (base >= at || said == 0 || said > MOST_STEPS || deltas->len >= MOST_STEPS)
        {
          fail_damaged (error);
          return NULL;
        }
      g_ptr_array_add (deltas, g_steal_pointer (&bytes));
      at = base;
    }
  while (deltas->len > 0)
    {
      GBytes *delta = deltas->pdata[deltas->len - 1];
      const guint8 *data = g_bytes_get_data (delta, NULL);
      g_autoptr (GBytes) base = g_steal_pointer (&changeset);

      changeset = get_number (data + STEPS_AT, 1) == *steps + 1 ? follow (base, delta) : NULL;
      if (!changeset)
        {
          fail_damaged (error);
          return NULL;
        }
      ++*steps;
      g_ptr_array_set_size (deltas, (int)deltas->len - 1);
    }
  return g_steal_pointer (&changeset);
}

/* The same, and keeps it for those that hang on it. */
static GBytes *
read_whole (CopilStore *store, gint64 id, guint *steps, GError **error)
{
  GBytes *changeset = resolve (store, id, steps, error);
  CopilTextChange change;

  if (changeset && g_bytes_get_size (changeset) <= MOST_KEPT / 2 &&
      copil_changeset_find_text (changeset, &change))
    keep (store, id, changeset, *steps);
  return changeset;
}

GBytes *
copil_journal_read (CopilStore *store, gint64 id, GError **error)
{
  guint steps = 0;

  return read_whole (store, id, &steps, error);
}

/* --- writing --- */

char *
copil_journal_dup_field (const CopilTextChange *change)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %u", change->table, change->record,
                          change->after.column);
}

/* The change as one since the last entry of the same field; NULL where there is none in this
 * session, or it says something else. */
static GBytes *
describe_since (CopilStore *store, GBytes *changeset)
{
  g_autofree char *field = NULL;
  g_autoptr (GBytes) base = NULL, delta = NULL, again = NULL;
  CopilTextChange change, last;
  const gint64 *id;
  guint steps = 0;

  if (!store->written || !copil_changeset_find_text (changeset, &change) || !change.before.text ||
      !change.after.text || MAX (change.before.length, change.after.length) > LONGEST_TEXT)
    return NULL;
  field = copil_journal_dup_field (&change);
  id = g_hash_table_lookup (store->written, field);
  base = id ? read_whole (store, *id, &steps, NULL) : NULL;
  if (!base || steps >= MOST_STEPS || !copil_changeset_find_text (base, &last) ||
      !last.after.text || last.after.length != change.before.length ||
      memcmp (last.after.text, change.before.text, last.after.length) != 0)
    return NULL;
  delta = describe (*id, steps + 1, &change.before, &change.after);
  /* Whatever was thought of above: what is read is what was written. */
  again = follow (base, delta);
  return again && g_bytes_equal (again, changeset) ? g_steal_pointer (&delta) : NULL;
}

static void
prefer_shorter (GBytes **best, CopilForm *form, GBytes *bytes, CopilForm other)
{
  if (!bytes || g_bytes_get_size (bytes) >= g_bytes_get_size (*best))
    return;
  g_bytes_unref (*best);
  *best = g_bytes_ref (bytes);
  *form = other;
}

GBytes *
copil_journal_pack (CopilStore *store, GBytes *changeset, CopilForm *form)
{
  g_autoptr (GBytes) delta = describe_since (store, changeset);
  g_autoptr (GBytes) delta_packed = delta ? compress (delta) : NULL;
  g_autoptr (GBytes) packed = compress (changeset);
  GBytes *best = g_bytes_ref (changeset);

  *form = COPIL_FORM_PLAIN;
  prefer_shorter (&best, form, packed, COPIL_FORM_PACKED);
  prefer_shorter (&best, form, delta, COPIL_FORM_DELTA);
  prefer_shorter (&best, form, delta_packed, COPIL_FORM_DELTA_PACKED);
  return best;
}

void
copil_journal_note_written (CopilStore *store, gint64 id, const CopilTextChange *change)
{
  if (!store->written)
    store->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (store->written) >= MOST_FIELDS)
    g_hash_table_remove_all (store->written);
  g_hash_table_replace (store->written, copil_journal_dup_field (change),
                        g_memdup2 (&id, sizeof id));
}
