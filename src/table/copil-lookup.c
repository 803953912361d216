/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-lookup.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* What a name is; one that is more telling is believed first. */
typedef enum
{
  NAME_FULL, /* "4.1.1 Accueil de collégiens" */
  NAME_LABEL,
  NAME_TITLE,
  NAME_DAY,
  NAME_OTHER,
  N_NAMES,
  /* The same without accents, which are believed last. */
  NAME_PLAIN = N_NAMES
} NameClass;

#define SEVERAL ((gpointer)-1)

struct _CopilLookup
{
  CopilStore *store;
  const CopilKind *kind;
  GHashTable *ids;   /* gint64 */
  GHashTable *names; /* "class|owner|folded name" → gint64 * in ids, or SEVERAL */
};

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = normal ? normal : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = plain->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (plain, ' ');
      space = FALSE;
      g_string_append_unichar (plain, c == 0x2019 ? '\'' : c);
    }
  return g_utf8_casefold (plain->str, (gssize)plain->len);
}

static char *
make_key (NameClass class, gint64 owner, const char *folded)
{
  return g_strdup_printf ("%d|%" G_GINT64_FORMAT "|%s", (int)class, owner, folded);
}

static void
add_key (CopilLookup *lookup, NameClass class, gint64 owner, const char *folded, gint64 *id)
{
  char *key = make_key (class, owner, folded);
  gpointer there = g_hash_table_lookup (lookup->names, key);

  g_hash_table_insert (lookup->names, key, there && there != id ? SEVERAL : id);
}

static void
add_name (CopilLookup *lookup, NameClass class, gint64 owner, const char *name, gint64 *id)
{
  g_autofree char *folded = NULL, *plain = NULL;

  if (!name)
    return;
  folded = fold (name);
  if (!*folded)
    return;
  plain = copil_fold_name (name);
  for (int scoped = owner ? 1 : 0; scoped >= 0; scoped--)
    {
      add_key (lookup, class, scoped ? owner : 0, folded, id);
      add_key (lookup, class + NAME_PLAIN, scoped ? owner : 0, plain, id);
    }
}

/* The field's column, or NULL for a kind that does not have it. */
static const char *
column (const CopilKind *kind, const char *name)
{
  return name && copil_kind_get_field (kind, name) ? name : "NULL";
}

static void
add_record (CopilLookup *lookup, CopilQuery *query)
{
  const CopilKind *kind = lookup->kind;
  const CopilField *title = copil_kind_get_field (kind, kind->title_field);
  const CopilField *other =
      kind->other_title ? copil_kind_get_field (kind, kind->other_title) : NULL;
  gint64 *id = g_new (gint64, 1);
  gint64 owner = copil_query_int (query, 1);

  *id = copil_query_int (query, 0);
  g_hash_table_add (lookup->ids, id);
  add_name (lookup, NAME_LABEL, owner, copil_query_text (query, 2), id);
  if (title->type == COPIL_FIELD_REFERENCE)
    {
      g_autofree char *called = copil_store_dup_title (lookup->store, kind, *id);
      add_name (lookup, NAME_TITLE, owner, called, id);
    }
  else
    add_name (lookup, NAME_TITLE, owner, copil_query_text (query, 3), id);
  if (copil_query_text (query, 2) && copil_query_text (query, 3))
    {
      g_autofree char *full =
          g_strdup_printf ("%s %s", copil_query_text (query, 2), copil_query_text (query, 3));
      add_name (lookup, NAME_FULL, owner, full, id);
    }
  /* A meeting is known by its day, which may be written as in 2023-12-12 or 12/12/2023. */
  if (other && other->type == COPIL_FIELD_DATE && copil_query_text (query, 4))
    {
      g_autofree char *day = copil_date_format (copil_query_text (query, 4));
      add_name (lookup, NAME_DAY, owner, day, id);
    }
  add_name (lookup, NAME_OTHER, owner, copil_query_text (query, 4), id);
}

CopilLookup *
copil_lookup_new (CopilStore *store, const CopilKind *kind)
{
  CopilLookup *lookup = g_new0 (CopilLookup, 1);
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, %s, %s, \"%s\", %s FROM \"%s\"", column (kind, kind->parent),
                       column (kind, kind->label_field), kind->title_field,
                       column (kind, kind->other_title), kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  lookup->store = store;
  lookup->kind = kind;
  lookup->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  lookup->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (copil_query_next (query))
    add_record (lookup, query);
  return lookup;
}

void
copil_lookup_free (CopilLookup *lookup)
{
  g_hash_table_unref (lookup->names);
  g_hash_table_unref (lookup->ids);
  g_free (lookup);
}

/* 0 for none, -1 for several. */
static gint64
find (CopilLookup *lookup, const char *text, gint64 owner)
{
  g_autofree char *folded = fold (text), *plain = copil_fold_name (text);
  gboolean several = FALSE;
  gint64 id;

  if (g_ascii_string_to_signed (folded, 10, 1, G_MAXINT64, &id, NULL) &&
      g_hash_table_contains (lookup->ids, &id))
    return id;
  for (int class = 0; class < 2 * N_NAMES; class ++)
    for (int scoped = owner ? 1 : 0; scoped >= 0; scoped--)
      {
        g_autofree char *key =
            make_key ((NameClass) class, scoped ? owner : 0, class < NAME_PLAIN ? folded : plain);
        gpointer found = g_hash_table_lookup (lookup->names, key);

        if (found && found != SEVERAL)
          return *(gint64 *)found;
        several = several || found == SEVERAL;
      }
  return several ? -1 : 0;
}

static gboolean
fail (CopilLookup *lookup, const char *text, gint64 result, GError **error)
{
  if (result < 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: a kind of record in the plural ("Measures"), and a name */
                 _ ("several in “%s” are called “%s”: give an id."),
                 copil_kind_get_plural_label (lookup->kind), text);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: a kind of record in the plural ("Measures"), and a name */
                 _ ("none in “%s” is called “%s”."), copil_kind_get_plural_label (lookup->kind),
                 text);
  return FALSE;
}

gint64
copil_lookup_find (CopilLookup *lookup, const char *text, gint64 owner, GError **error)
{
  gint64 id = find (lookup, text, owner);

  if (id > 0)
    return id;
  fail (lookup, text, id, error);
  return 0;
}

/* The end of a name that starts here: the next separator from "from" on, or the end of the text. */
static const char *
next_separator (const char *from)
{
  return from + strcspn (from, ",;\n");
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;
  return left < right ? -1 : left > right;
}

static char *
join_ids (GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (i > 0 && id == g_array_index (ids, gint64, i - 1))
        continue;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len ? " " : "", id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The longest name from here on that is known, up to "end"; 0 or -1 where there is none. */
static gint64
find_longest (CopilLookup *lookup, const char *start, gint64 owner, const char **end)
{
  gint64 best = 0, first = 0;
  const char *stop = start;

  for (guint parts = 0; parts < 40; parts++)
    {
      g_autofree char *name = NULL;
      gint64 id;

      stop = next_separator (stop);
      name = g_strndup (start, (gsize)(stop - start));
      id = find (lookup, name, owner);
      if (parts == 0)
        {
          first = id;
          *end = stop;
        }
      if (id > 0)
        {
          best = id;
          *end = stop;
        }
      if (!*stop)
        break;
      stop++;
    }
  return best ? best : first;
}

char *
copil_lookup_find_all (CopilLookup *lookup, const char *text, gint64 owner, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *several = NULL;
  const char *p = text;

  /* The canonical form of several references: their ids alone, with spaces. */
  if (!text[strspn (text, "0123456789 ")])
    p = several = g_strdelimit (g_strdup (text), " ", ',');
  while (TRUE)
    {
      const char *end;
      gint64 id;

      p += strspn (p, ",;\n\r\t ");
      if (!*p)
        break;
      id = find_longest (lookup, p, owner, &end);
      if (id <= 0)
        {
          g_autofree char *name = g_strndup (p, (gsize)(end - p));
          fail (lookup, g_strstrip (name), id, error);
          return NULL;
        }
      g_array_append_val (ids, id);
      p = end;
    }
  return join_ids (ids);
}
