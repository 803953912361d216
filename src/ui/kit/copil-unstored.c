/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-unstored.h"

#include <glib/gi18n-lib.h>

#include "copil-record.h"
#include "copil-view-record.h"

/* Everything is tried again so often, in seconds. */
#define AGAIN 3

typedef struct
{
  CopilUnstoredWrite write;
  const char *kind; /* interned */
  gint64 id;
  char *field;
  char *text; /* NULL for none */
} Kept;

struct _CopilUnstored
{
  GObject parent_instance;

  CopilStore *store;
  GPtrArray *kept; /* Kept, the oldest first */
  gboolean full;   /* the last failure was a full disk */
  guint again;
};

G_DEFINE_FINAL_TYPE (CopilUnstored, copil_unstored, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
kept_free (gpointer data)
{
  g_free (((Kept *)data)->field);
  g_free (((Kept *)data)->text);
  g_free (data);
}

static Kept *
find (CopilUnstored *unstored, const char *kind, gint64 id, const char *field)
{
  for (guint i = 0; i < unstored->kept->len; i++)
    {
      Kept *kept = unstored->kept->pdata[i];

      if (kept->id == id && g_str_equal (kept->kind, kind) && g_str_equal (kept->field, field))
        return kept;
    }
  return NULL;
}

/* A full disk makes room, another program lets go of a file; a rule stays a rule. */
static gboolean
may_pass (const GError *error)
{
  return !error || error->domain != COPIL_STORE_ERROR ||
         (error->code != COPIL_STORE_ERROR_CONSTRAINT && error->code != COPIL_STORE_ERROR_CLOSED &&
          error->code != COPIL_STORE_ERROR_CONFLICT);
}

static gboolean
write_now (CopilUnstored *unstored, CopilUnstoredWrite write, const char *kind, gint64 id,
           const char *field, const char *text, GError **error)
{
  if (copil_store_in_transaction (unstored->store))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                           _ ("Another change is being made."));
      return FALSE;
    }
  return write ? write (unstored->store, kind, id, field, text, error)
               : copil_store_edit (unstored->store, copil_kind_get (kind), id, field, text, error);
}

static gboolean
again_cb (gpointer data)
{
  CopilUnstored *unstored = data;

  if (!copil_unstored_flush (unstored))
    return G_SOURCE_CONTINUE;
  unstored->again = 0;
  return G_SOURCE_REMOVE;
}

static void
keep (CopilUnstored *unstored, CopilUnstoredWrite write, const char *kind, gint64 id,
      const char *field, const char *text, const GError *problem)
{
  Kept *kept = find (unstored, kind, id, field);

  unstored->full = g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL);
  if (!kept)
    {
      kept = g_new0 (Kept, 1);
      kept->kind = g_intern_string (kind);
      kept->id = id;
      kept->field = g_strdup (field);
      g_ptr_array_add (unstored->kept, kept);
    }
  kept->write = write;
  g_free (kept->text);
  kept->text = g_strdup (text);
  if (!unstored->again)
    unstored->again = g_timeout_add_seconds (AGAIN, again_cb, unstored);
  g_signal_emit (unstored, signals[CHANGED], 0);
}

static void
copil_unstored_dispose (GObject *object)
{
  g_clear_handle_id (&COPIL_UNSTORED (object)->again, g_source_remove);
  g_clear_object (&COPIL_UNSTORED (object)->store);
  G_OBJECT_CLASS (copil_unstored_parent_class)->dispose (object);
}

static void
copil_unstored_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_UNSTORED (object)->kept);
  G_OBJECT_CLASS (copil_unstored_parent_class)->finalize (object);
}

static void
copil_unstored_class_init (CopilUnstoredClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_unstored_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_unstored_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_unstored_init (CopilUnstored *unstored)
{
  unstored->kept = g_ptr_array_new_with_free_func (kept_free);
}

CopilUnstored *
copil_unstored_new (CopilStore *store)
{
  CopilUnstored *unstored = g_object_new (COPIL_TYPE_UNSTORED, NULL);

  unstored->store = g_object_ref (store);
  return unstored;
}

gboolean
copil_unstored_store (CopilUnstored *unstored, CopilUnstoredWrite write, const char *kind,
                      gint64 id, const char *field, const char *text, GError **error)
{
  g_autoptr (CopilUnstored) alive = g_object_ref (unstored);
  g_autoptr (GError) problem = NULL;

  if (write_now (unstored, write, kind, id, field, text, &problem))
    {
      copil_unstored_forget (unstored, kind, id, field);
      return TRUE;
    }
  if (may_pass (problem) && !copil_view_is_gone (unstored->store, kind, id))
    {
      keep (unstored, write, kind, id, field, text, problem);
      /* The store says that nothing was changed: here the text is not lost. */
      g_free (problem->message);
      problem->message = copil_unstored_describe (unstored);
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
copil_unstored_get (CopilUnstored *unstored, const char *kind, gint64 id, const char *field,
                    const char **text)
{
  const Kept *kept = find (unstored, kind, id, field);

  if (kept && text)
    *text = kept->text;
  return kept != NULL;
}

const char *
copil_unstored_find (CopilUnstored *unstored, const char *kind, gint64 id, const char *start)
{
  for (guint i = 0; i < unstored->kept->len; i++)
    {
      const Kept *kept = unstored->kept->pdata[i];

      if (kept->id == id && g_str_equal (kept->kind, kind) && g_str_has_prefix (kept->field, start))
        return kept->text;
    }
  return NULL;
}

void
copil_unstored_forget (CopilUnstored *unstored, const char *kind, gint64 id, const char *field)
{
  Kept *kept = find (unstored, kind, id, field);

  if (!kept)
    return;
  g_ptr_array_remove (unstored->kept, kept);
  g_signal_emit (unstored, signals[CHANGED], 0);
}

gboolean
copil_unstored_flush (CopilUnstored *unstored)
{
  g_autoptr (CopilUnstored) alive = g_object_ref (unstored);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);

  /* What follows a change may store, keep and forget others meanwhile. */
  for (guint i = 0; i < unstored->kept->len; i++)
    {
      Kept *copy = g_memdup2 (unstored->kept->pdata[i], sizeof (Kept));

      copy->field = g_strdup (copy->field);
      copy->text = g_strdup (copy->text);
      g_ptr_array_add (all, copy);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = all->pdata[i];
      const Kept *now = find (unstored, kept->kind, kept->id, kept->field);
      g_autoptr (GError) problem = NULL;

      if (!now || g_strcmp0 (now->text, kept->text) != 0)
        continue;
      if (write_now (unstored, kept->write, kept->kind, kept->id, kept->field, kept->text,
                     &problem))
        {
          now = find (unstored, kept->kind, kept->id, kept->field);
          if (now && g_strcmp0 (now->text, kept->text) == 0)
            copil_unstored_forget (unstored, kept->kind, kept->id, kept->field);
          continue;
        }
      if (copil_view_is_gone (unstored->store, kept->kind, kept->id))
        copil_unstored_forget (unstored, kept->kind, kept->id, kept->field);
      unstored->full = g_error_matches (problem, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL);
      /* Where the disk is full for one, it is for all. */
      if (unstored->full)
        break;
    }
  return unstored->kept->len == 0;
}

guint
copil_unstored_count (CopilUnstored *unstored)
{
  return unstored->kept->len;
}

char *
copil_unstored_describe (CopilUnstored *unstored)
{
  if (unstored->kept->len == 0)
    return NULL;
  return g_strdup (
      unstored->full
          ? _ ("The disk is full: what you typed is kept in this window and tried again by itself.")
          : _ ("What you typed cannot be stored now: it is kept in this window and tried again by "
               "itself."));
}

char *
copil_unstored_dup_all (CopilUnstored *unstored)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < unstored->kept->len; i++)
    {
      const Kept *kept = unstored->kept->pdata[i];

      g_string_append_printf (all, "%s%s\n", all->len ? "\n" : "", kept->text ? kept->text : "");
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}
