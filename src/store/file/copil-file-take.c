/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-file-private.h"

#include <glib/gi18n-lib.h>

#include "copil-merge.h"
#include "copil-replace.h"

/* Conflicts that are listed; the other version is kept beside for the rest. */
#define MOST_CONFLICTS 5

/* One line for each thing that was changed on both sides. */
static char *
list_conflicts (GPtrArray *conflicts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (conflicts->len, MOST_CONFLICTS); i++)
    g_string_append_printf (text, "\n%s", (const char *)conflicts->pdata[i]);
  if (conflicts->len > MOST_CONFLICTS)
    {
      guint more = conflicts->len - MOST_CONFLICTS;

      g_string_append_c (text, '\n');
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "and %u other thing", "and %u other things", more),
          more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* One line for each thing that came. */
static char *
list_told (GPtrArray *told)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < told->len; i++)
    g_string_append_printf (text, "\n%s", (const char *)told->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
copil_file_take_other (CopilFile *file, const char *digest, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  g_autoptr (CopilStore) other =
      copil_store_open (file->work->incoming, COPIL_STORE_READ_ONLY, &problem);
  gint64 other_head = other ? copil_store_get_head (other) : 0;
  guint missing = other ? copil_store_count_missing (file->store, other) : 0;
  const char *sentence = NULL;
  g_autofree char *came = NULL;

  if (copil_store_in_transaction (file->store))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                           _ ("A change is under way: the file is saved after it."));
      return FALSE;
    }
  if (other &&
      !copil_store_merge_telling (file->store, file->work->incoming, COPIL_MERGE_OURS, conflicts,
                                  told, &problem) &&
      (g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL) ||
       g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY) ||
       g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY)))
    {
      /* It is our own side that fails, not what came from outside. */
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  came = list_told (told);
  if (problem)
    sentence = _ ("What somebody else put at the place of the file cannot be merged: it is kept "
                  "beside it as “%s”.");
  else if (conflicts->len > 0)
    sentence =
        _ ("Somebody else changed the same things: what was entered here stays, and the other "
           "version is kept beside the file as “%s”.");
  else if (missing == 0 && other_head == file->saved_head)
    sentence = _ ("Another program changed the file: its version is kept beside it as “%s”.");

  if (sentence)
    {
      g_autofree char *name = copil_replace_put_beside (
          file->work->incoming, file->target, _ ("other version"), file->attributes, NULL, error);
      g_autofree char *said = NULL, *listed = NULL;
      if (!name)
        return FALSE;
      said = g_strdup_printf (sentence, name);
      listed = problem ? NULL : list_conflicts (conflicts);
      g_ptr_array_add (notices, g_strconcat (said, listed ? listed : "", came, NULL));
      file->saved_head = -1;
    }
  else if (missing > 0)
    g_ptr_array_add (
        notices, g_strconcat (_ ("The file was merged with the version that somebody else saved."),
                              came, NULL));
  if (!sentence)
    file->saved_head = copil_store_count_missing (other, file->store) > 0
                           ? -1
                           : copil_store_get_head (file->store);
  copil_set_text (&file->digest, digest);
  return TRUE;
}
