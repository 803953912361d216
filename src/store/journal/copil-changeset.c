/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A changeset: for each table 'T', the number of columns, a byte for each that says whether it is
 * part of the primary key, the name and a zero byte; then its changes: the operation, a byte for
 * "indirect", the old values (update, delete) and the new ones (update, insert). A value: a byte
 * for the type, and what that needs. Numbers of columns and lengths are SQLite's varints. */
#include "copil-changeset.h"

#include <sqlite3.h>
#include <string.h>

#include "copil-kind.h"

#define MOST_COLUMNS 1000

typedef struct
{
  const guint8 *at, *end;
  const guint8 *keys; /* of the table */
  guint n_columns;
} Reader;

static gboolean
read_byte (Reader *reader, guint8 *byte)
{
  if (reader->at >= reader->end)
    return FALSE;
  *byte = *reader->at++;
  return TRUE;
}

static gboolean
skip (Reader *reader, guint64 size)
{
  if (size > (guint64)(reader->end - reader->at))
    return FALSE;
  reader->at += size;
  return TRUE;
}

/* Lengths and counts fit in five bytes. */
static gboolean
read_varint (Reader *reader, guint64 *number)
{
  *number = 0;
  for (int i = 0; i < 5; i++)
    {
      guint8 byte;
      if (!read_byte (reader, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return *number <= G_MAXINT32;
    }
  return FALSE;
}

static gboolean
is_table_of_records (const char *name)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      if (g_str_equal ((*kind)->name, name))
        return TRUE;
      for (const CopilField *field = (*kind)->fields; field->name; field++)
        if (field->type == COPIL_FIELD_REFERENCES && g_str_equal (field->link, name))
          return TRUE;
    }
  return FALSE;
}

static gboolean
read_table (Reader *reader)
{
  const guint8 *zero;
  guint64 n_columns;
  gboolean keyed = FALSE;

  if (!read_varint (reader, &n_columns) || n_columns == 0 || n_columns > MOST_COLUMNS)
    return FALSE;
  reader->n_columns = (guint)n_columns;
  reader->keys = reader->at;
  if (!skip (reader, n_columns))
    return FALSE;
  for (guint i = 0; i < reader->n_columns; i++)
    keyed |= reader->keys[i] != 0;
  zero = memchr (reader->at, 0, (gsize)(reader->end - reader->at));
  if (!keyed || !zero || !is_table_of_records ((const char *)reader->at))
    return FALSE;
  reader->at = zero + 1;
  return TRUE;
}

/* One row of values; types are kept, 0 for a value that is not given. */
static gboolean
read_values (Reader *reader, guint8 *types)
{
  for (guint i = 0; i < reader->n_columns; i++)
    {
      guint64 length = 0;

      if (!read_byte (reader, &types[i]))
        return FALSE;
      switch (types[i])
        {
        case 0:
        case SQLITE_NULL:
          break;
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
          length = 8;
          break;
        case SQLITE_TEXT:
        case SQLITE_BLOB:
          if (!read_varint (reader, &length))
            return FALSE;
          break;
        default:
          return FALSE;
        }
      if (!skip (reader, length))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_change (Reader *reader, guint8 operation)
{
  guint8 indirect, old[MOST_COLUMNS] = { 0 }, new[MOST_COLUMNS] = { 0 };

  if (!read_byte (reader, &indirect) || indirect > 1)
    return FALSE;
  if (operation != SQLITE_INSERT && !read_values (reader, old))
    return FALSE;
  if (operation != SQLITE_DELETE && !read_values (reader, new))
    return FALSE;
  for (guint i = 0; i < reader->n_columns; i++)
    {
      guint8 key = operation == SQLITE_INSERT ? new[i] : old[i];
      gboolean sound;

      if (reader->keys[i] && (key == 0 || key == SQLITE_NULL))
        return FALSE;
      if (operation != SQLITE_UPDATE)
        sound = key != 0;
      else if (reader->keys[i])
        sound = new[i] == 0;
      else
        sound = (old[i] == 0) == (new[i] == 0);
      if (!sound)
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_changeset_is_sound (const guint8 *bytes, gsize size)
{
  Reader reader = { bytes, bytes + size, NULL, 0 };
  guint8 what;

  if (size > G_MAXINT32)
    return FALSE;
  while (read_byte (&reader, &what))
    {
      gboolean sound = FALSE;

      if (what == 'T')
        sound = read_table (&reader);
      else if (reader.keys &&
               (what == SQLITE_INSERT || what == SQLITE_UPDATE || what == SQLITE_DELETE))
        sound = read_change (&reader, what);
      if (!sound)
        return FALSE;
    }
  return TRUE;
}

/* --- one value --- */

/* A varint as SQLite writes it: seven bits a byte, the highest first. */
static void
append_varint (GByteArray *bytes, gsize number)
{
  guint8 digits[10];
  guint n = 0;

  do
    {
      digits[n] = (guint8)((number & 0x7f) | (n > 0 ? 0x80 : 0));
      n++;
    }
  while ((number >>= 7) > 0);
  while (n > 0)
    g_byte_array_append (bytes, &digits[--n], 1);
}

/* The one value of a row that is no part of the key; FALSE where there is none, or another. */
static gboolean
find_value (Reader *reader, const guint8 *bytes, CopilChangedValue *found)
{
  guint n = 0;

  for (guint column = 0; column < reader->n_columns; column++)
    {
      Reader one = { reader->at, reader->end, NULL, 1 };
      const guint8 *at = reader->at;
      guint8 type;
      guint64 length = 0;

      if (!read_values (&one, &type))
        return FALSE;
      if (type != 0 && !reader->keys[column])
        {
          n++;
          reader->at++;
          *found = (CopilChangedValue){ .column = column,
                                        .at = (gsize)(at - bytes),
                                        .end = (gsize)(one.at - bytes) };
          if (type == SQLITE_TEXT && read_varint (reader, &length))
            {
              found->text = (const char *)reader->at;
              found->length = length;
            }
        }
      reader->at = one.at;
    }
  return n == 1;
}

gboolean
copil_changeset_find_text (GBytes *changeset, CopilTextChange *change)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (changeset, &size), *key;
  Reader reader = { bytes, bytes + size, NULL, 0 };
  guint8 what = 0, indirect;

  memset (change, 0, sizeof *change);
  if (!copil_changeset_is_sound (bytes, size) || !read_byte (&reader, &what) || what != 'T' ||
      !read_table (&reader) || !read_byte (&reader, &what) || what != SQLITE_UPDATE ||
      !read_byte (&reader, &indirect))
    return FALSE;
  change->table = (const char *)reader.keys + reader.n_columns;
  key = reader.at;
  /* A record's key is its number, in the first column. */
  if (!reader.keys[0] || *key != SQLITE_INTEGER)
    return FALSE;
  for (guint i = 1; i < reader.n_columns; i++)
    if (reader.keys[i])
      return FALSE;
  for (int i = 1; i <= 8; i++)
    change->record = (gint64)((guint64)change->record << 8 | key[i]);
  return find_value (&reader, bytes, &change->before) &&
         find_value (&reader, bytes, &change->after) && reader.at == reader.end &&
         change->before.column == change->after.column;
}

static void
append_text (GByteArray *bytes, const char *text, gsize length)
{
  const guint8 type = SQLITE_TEXT;

  g_byte_array_append (bytes, &type, 1);
  append_varint (bytes, length);
  g_byte_array_append (bytes, (const guint8 *)text, (guint)length);
}

GBytes *
copil_changeset_with_texts (GBytes *changeset, const CopilTextChange *change, const char *before,
                            gsize length_before, const char *after, gsize length_after)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (changeset, &size);
  GByteArray *result = g_byte_array_new ();

  g_byte_array_append (result, bytes, (guint)change->before.at);
  append_text (result, before, length_before);
  g_byte_array_append (result, bytes + change->before.end,
                       (guint)(change->after.at - change->before.end));
  append_text (result, after, length_after);
  g_byte_array_append (result, bytes + change->after.end, (guint)(size - change->after.end));
  return g_byte_array_free_to_bytes (result);
}
