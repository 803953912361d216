/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-tools.h"

#include <glib/gstdio.h>

#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

const CopilKind *
merging_kind_of (const char *name)
{
  return copil_kind_get (name);
}

char *
merging_text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gint64
merging_add (CopilStore *store, const char *kind, const char *f1, const char *v1, const char *f2,
             const char *v2)
{
  g_autoptr (GError) error = NULL;
  gint64 id = copil_store_insert (store, merging_kind_of (kind), &error, f1, v1, f2, v2, NULL);
  g_assert_no_error (error);
  return id;
}

void
merging_begin (CopilStore *store)
{
  g_assert_true (copil_store_begin (store, "essai", NULL));
}

void
merging_commit (CopilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_commit (store, &error));
  g_assert_no_error (error);
}

void
merging_edit (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_edit (store, merging_kind_of (kind), id, field, value, &error));
  g_assert_no_error (error);
}

void
merging_drop (CopilStore *store, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  merging_begin (store);
  g_assert_true (copil_store_delete (store, merging_kind_of (kind), id, &error));
  g_assert_no_error (error);
  merging_commit (store);
}

char *
merging_get (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, merging_kind_of (kind), id);
  return record ? g_strdup (copil_record_get (record, field)) : g_strdup ("gone");
}

guint
merging_count_entries (CopilStore *store)
{
  return copil_store_count_entries_after (store, 0);
}

void
merging_copy_store (Merging *fixture, int from, int to)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store[to]);
  g_unlink (fixture->path[to]);
  g_assert_true (copil_store_snapshot (fixture->store[from], fixture->path[to], &error));
  fixture->store[to] = copil_store_open (fixture->path[to], COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Merges a snapshot, as a file that comes by mail is merged. */
gboolean
merging_merge (Merging *fixture, int into, int from, CopilMergeChoice choice, GPtrArray *conflicts,
               GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sent.copil", NULL);
  g_autoptr (GError) problem = NULL;
  gboolean done;

  g_unlink (path);
  g_assert_true (copil_store_snapshot (fixture->store[from], path, &problem));
  done = copil_store_merge (fixture->store[into], path, choice, conflicts, error);
  g_assert_cmpint (copil_store_query_int (fixture->store[into],
                                          "SELECT count (*) FROM pragma_foreign_key_check", NULL),
                   ==, 0);
  return done;
}

void
merging_merge_well (Merging *fixture, int into, int from)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean done = merging_merge (fixture, into, from, COPIL_MERGE_ASK, conflicts, &error);

  for (guint i = 0; i < conflicts->len; i++)
    g_test_message ("conflict: %s", (const char *)conflicts->pdata[i]);
  g_assert_no_error (error);
  g_assert_true (done);
}

/* Merges with a choice, and gives the number of conflicts. */
guint
merging_merge_choosing (Merging *fixture, int into, int from, CopilMergeChoice choice)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  merging_merge (fixture, into, from, choice, conflicts, &error);
  g_assert_no_error (error);
  return conflicts->len;
}

/* All records of all kinds, as one text. */
char *
merging_dump (CopilStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id", (*kind)->name);
      g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

      while (copil_query_next (query))
        {
          g_autoptr (CopilRecord) record =
              copil_store_load (store, *kind, copil_query_int (query, 0));
          g_string_append_printf (text, "%s %" G_GINT64_FORMAT, (*kind)->name,
                                  copil_record_get_id (record));
          for (const CopilField *field = (*kind)->fields; field->name; field++)
            {
              const char *value = copil_record_get (record, field->name);
              if (value)
                g_string_append_printf (text, " %s=%s", field->name, value);
            }
          if ((*kind)->ordered)
            {
              g_autofree char *place =
                  g_strdup_printf ("SELECT position FROM \"%s\" WHERE id = ?1", (*kind)->name);
              g_autofree char *position =
                  copil_store_query_dup_text (store, place, "i", copil_record_get_id (record));
              g_string_append_printf (text, " @%s", position);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
merging_assert_same (Merging *fixture, int a, int b)
{
  g_autofree char *one = merging_dump (fixture->store[a]), *two = merging_dump (fixture->store[b]);
  g_assert_cmpstr (one, ==, two);
}

void
merging_set_up (Merging *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *axis = NULL, *measure = NULL;

  fixture->folder = scratch_folder_new ();
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c.copil", 'a' + i);
      fixture->path[i] = g_build_filename (fixture->folder, name, NULL);
    }
  fixture->store[A] = copil_store_create (fixture->path[A], "Convention d’essai", &error);
  g_assert_no_error (error);
  merging_begin (fixture->store[A]);
  fixture->party = merging_add (fixture->store[A], "party", "name", "UIMM", "short_name", "UIMM");
  fixture->person =
      merging_add (fixture->store[A], "person", "name", "Martin", "function", "Pilote");
  fixture->axis = merging_add (fixture->store[A], "axis", "label", "4", "title", "Attractivité");
  axis = merging_text_of (fixture->axis);
  fixture->measure = merging_add (fixture->store[A], "measure", "axis", axis, "title", "Stages");
  measure = merging_text_of (fixture->measure);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->engagement); i++)
    {
      g_autofree char *label = g_strdup_printf ("4.1.%u", i + 1);
      fixture->engagement[i] =
          copil_store_insert (fixture->store[A], merging_kind_of ("engagement"), &error, "axis",
                              axis, "measure", measure, "label", label, "text", "Accueillir", NULL);
    }
  merging_commit (fixture->store[A]);
  merging_copy_store (fixture, A, B);
}

void
merging_tear_down (Merging *fixture, gconstpointer data)
{

  for (int i = 0; i < 3; i++)
    {
      g_clear_object (&fixture->store[i]);
      g_free (fixture->path[i]);
    }
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

guint
merging_count_seeds (guint usual)
{
  const char *seeds = g_getenv ("COPIL_TEST_SEEDS");
  return seeds ? (guint)g_ascii_strtoull (seeds, NULL, 10) : usual;
}
