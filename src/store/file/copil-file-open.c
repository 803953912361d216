/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a user's file: what stands there, and what a crash may have left, become one working
 * copy. */
#include "copil-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "copil-attributes.h"
#include "copil-merge.h"
#include "copil-replace.h"
#include "copil-store-private.h"

static gboolean
error_is (const GError *error, CopilStoreError code)
{
  return g_error_matches (error, COPIL_STORE_ERROR, code);
}

static void
tell (CopilFile *file, const char *sentence)
{
  g_ptr_array_add (file->notices, g_strdup (sentence));
}

/* The working copy that is there already. NULL without error where there is none, or none that can
 * be used, which is put aside. */
static CopilStore *
open_left_copy (CopilFile *file, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *aside = NULL;
  CopilStore *store;

  if (!g_file_test (file->work->copy, G_FILE_TEST_EXISTS))
    return NULL;
  store = copil_store_open (file->work->copy, COPIL_STORE_READ_WRITE, &problem);
  if (store)
    return store;
  if (!error_is (problem, COPIL_STORE_ERROR_CORRUPT) &&
      !error_is (problem, COPIL_STORE_ERROR_FOREIGN) &&
      !error_is (problem, COPIL_STORE_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  aside = copil_work_put_aside (file->work,
                                error_is (problem, COPIL_STORE_ERROR_NEWER) ? "newer" : "damaged");
  if (!aside)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  tell (file, _ ("A working copy that could not be used was put aside: the file is as it was last "
                 "saved."));
  return NULL;
}

/* What stands at the user's place, fetched and open for reading; NULL with error set. */
static CopilStore *
open_fetched (CopilFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file->target);

  if (!copil_replace_check_regular (file->target, cancellable, error) ||
      (path && !copil_store_probe (path, NULL, error)) ||
      !copil_replace_fetch (file->target, file->work->incoming, &file->digest, cancellable, error))
    return NULL;
  return copil_store_open (file->work->incoming, COPIL_STORE_READ_ONLY, error);
}

static void
tell_recovered (CopilFile *file, guint n)
{
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u change that had not reached the file was recovered.",
                   "%u changes that had not reached the file were recovered.", n),
      n);
  tell (file, sentence);
}

/* A crash left changes that the user's file does not hold; "theirs" is NULL where that cannot be
 * used, for the reason "problem". */
static gboolean
recover (CopilFile *file, CopilStore *theirs, const GError *problem, GError **error)
{
  g_auto (CopilWorkNotes) notes;

  copil_work_read_notes (file->work, &notes);
  file->saved_head = -1;
  if (!theirs)
    {
      tell (file,
            error_is (problem, COPIL_STORE_ERROR_MISSING)
                ? _ ("The file was not there any more: it is opened from its working copy.")
                : _ ("What stands at the place of the file is damaged or no Copil file: it is "
                     "opened from its working copy."));
      /* Not what we know: saving keeps it under another name. */
      copil_set_text (&file->digest, error_is (problem, COPIL_STORE_ERROR_MISSING) ? NULL : "");
      return TRUE;
    }
  tell_recovered (file, copil_store_count_missing (theirs, file->store));
  if (g_strcmp0 (file->digest, notes.digest) == 0 || g_strcmp0 (file->digest, notes.pending) == 0)
    return TRUE;
  file->saved_head = notes.head;
  return copil_file_take_other (file, file->digest, file->notices, error);
}

/* Changes of another convention that stood at the same place: kept in a file of their own. */
static gboolean
put_stranger_aside (CopilFile *file, CopilStore *left, GError **error)
{
  g_autofree char *name = NULL, *sentence = NULL, *aside = NULL;

  copil_work_remove (file->work->outgoing);
  if (copil_store_snapshot (left, file->work->outgoing, NULL))
    name = copil_replace_put_beside (file->work->outgoing, file->target, _ ("recovered"),
                                     file->attributes, NULL, NULL);
  copil_work_remove (file->work->outgoing);
  copil_store_close (left);
  if (!name)
    {
      aside = copil_work_put_aside (file->work, "kept");
      if (!aside)
        {
          g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                               _ ("Another convention’s changes, which stood here and were not "
                                  "saved, cannot be put aside."));
          return FALSE;
        }
    }
  sentence = g_strdup_printf (_ ("Another convention stood here, with changes that were not saved: "
                                 "they are kept in “%s”."),
                              name ? name : aside);
  tell (file, sentence);
  return TRUE;
}

static gboolean
is_same_convention (CopilStore *a, CopilStore *b)
{
  g_autofree char *mark_a = copil_store_dup_uuid (a), *mark_b = copil_store_dup_uuid (b);
  return g_strcmp0 (mark_a, mark_b) == 0;
}

static gboolean
adopt_left_copy (CopilFile *file, CopilStore *left, GCancellable *cancellable, gboolean *adopted,
                 GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CopilStore) theirs = open_fetched (file, cancellable, &problem);
  g_auto (CopilWorkNotes) notes;
  gboolean unsaved, same = theirs && is_same_convention (left, theirs);

  copil_work_read_notes (file->work, &notes);
  *adopted = FALSE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      error_is (problem, COPIL_STORE_ERROR_FULL))
    {
      copil_store_close (left);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  unsaved = same ? copil_store_count_missing (theirs, left) > 0
                 : copil_store_get_head (left) != notes.head;
  if (unsaved && (same || !theirs))
    {
      file->store = g_object_ref (left);
      *adopted = TRUE;
      return recover (file, theirs, problem, error);
    }
  if (unsaved)
    return put_stranger_aside (file, left, error);
  copil_store_close (left);
  copil_work_remove (file->work->copy);
  return TRUE;
}

/* The working copy is what stands at the user's place. */
static gboolean
start_anew (CopilFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file->target);
  g_autoptr (GError) problem = NULL;
  CopilWorkNotes notes;

  copil_work_remove (file->work->incoming);
  g_clear_pointer (&file->digest, g_free);
  if (!copil_replace_check_regular (file->target, cancellable, error) ||
      (path && !copil_store_probe (path, NULL, error)) ||
      !copil_replace_fetch (file->target, file->work->incoming, &file->digest, cancellable, error))
    return FALSE;
  if (g_rename (file->work->incoming, file->work->copy) != 0)
    {
      copil_work_clear (file->work);
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("Copil’s own folder, where working copies are kept, cannot be "
                              "written."));
      return FALSE;
    }
  /* An edit is safe when its log is on the disk, and what the log belongs to. */
  if (!copil_replace_settle (file->work->copy, error))
    {
      copil_work_clear (file->work);
      return FALSE;
    }
  file->store = copil_store_open (file->work->copy, COPIL_STORE_READ_WRITE, &problem);
  if (error_is (problem, COPIL_STORE_ERROR_NEWER))
    {
      file->newer = file->read_only = TRUE;
      file->store = copil_store_open (file->work->copy, COPIL_STORE_READ_ONLY, error);
      if (file->store)
        tell (file, problem->message);
    }
  else if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  if (!file->store)
    {
      copil_work_clear (file->work);
      return FALSE;
    }
  file->saved_head = copil_store_get_head (file->store);
  notes = (CopilWorkNotes){ file->saved_head, file->digest, NULL, file->attributes };
  if (copil_work_write_notes (file->work, &notes, error))
    return TRUE;
  copil_store_close (file->store);
  copil_work_clear (file->work);
  return FALSE;
}

CopilFile *
copil_file_load (GFile *location, GCancellable *cancellable, GError **error)
{
  g_autoptr (CopilFile) file = g_object_new (COPIL_TYPE_FILE, NULL);
  g_autoptr (CopilStore) left = NULL;
  g_autoptr (GError) problem = NULL;
  g_auto (CopilWorkNotes) notes = { 0 };
  gboolean adopted = FALSE;

  file->location = g_object_ref (location);
  file->target = copil_replace_resolve (location);
  file->work = copil_work_new (file->target, error);
  if (!file->work)
    return NULL;
  file->attributes = copil_attributes_read (file->target);
  if (!file->attributes)
    {
      copil_work_read_notes (file->work, &notes);
      file->attributes = g_steal_pointer (&notes.attributes);
    }
  left = open_left_copy (file, &problem);
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (left && !adopt_left_copy (file, left, cancellable, &adopted, error))
    return NULL;
  if (!adopted && !start_anew (file, cancellable, error))
    return NULL;
  copil_work_remove (file->work->incoming);
  copil_replace_clean (file->target);
  if (file->digest && *file->digest)
    g_hash_table_add (file->known, g_strdup (file->digest));
  if (!file->newer && !copil_replace_may_write (file->target, cancellable))
    {
      file->read_only = TRUE;
      tell (file, _ ("This file cannot be written: changes are kept in its working copy on this "
                     "computer until it is saved under another name."));
    }
  else if (!file->newer && copil_attributes_count_names (file->target) > 1)
    tell (file, _ ("This file has another name on the disk (a hard link): what you save goes to "
                   "this name only, and the other keeps what the file holds now."));
  return g_steal_pointer (&file);
}
