/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-session.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "copil-agreed.h"
#include "copil-change.h"

struct _CopilSession
{
  GObject parent_instance;

  CopilStore *store;
  CopilUnstored *unstored;
  gboolean refused;
  const CopilKind *deleted_kind; /* of what was deleted last, or NULL */
  gint64 deleted;
  guint going; /* to it, once it is back */
  /* the field that a form is to give the keyboard to */
  char *wanted_kind;
  gint64 wanted_id;
  char *wanted_field;
};

G_DEFINE_FINAL_TYPE (CopilSession, copil_session, G_TYPE_OBJECT)

enum
{
  TOAST,
  FLUSH,
  GO,
  FILTER,
  PAST,
  WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
failed_cb (CopilSession *session, const char *message)
{
  copil_session_toast (session, message);
}

static void
go_back_cb (gpointer data)
{
  CopilSession *session = data;
  const CopilKind *kind = g_steal_pointer (&session->deleted_kind);

  session->going = 0;
  copil_session_go (session, kind->name, session->deleted);
}

/* What was deleted is there again: it is shown, once the lists have it. */
static void
changed_cb (CopilSession *session, CopilChanges *changes)
{
  g_autoptr (CopilRecord) record = NULL;

  if (!session->deleted_kind || session->going ||
      !copil_changes_has (changes, session->deleted_kind->name, session->deleted))
    return;
  record = copil_store_load (session->store, session->deleted_kind, session->deleted);
  if (record)
    session->going = g_idle_add_once (go_back_cb, session);
}

static void
copil_session_finalize (GObject *object)
{
  g_clear_handle_id (&COPIL_SESSION (object)->going, g_source_remove);
  g_object_unref (COPIL_SESSION (object)->unstored);
  g_object_unref (COPIL_SESSION (object)->store);
  g_free (COPIL_SESSION (object)->wanted_kind);
  g_free (COPIL_SESSION (object)->wanted_field);
  G_OBJECT_CLASS (copil_session_parent_class)->finalize (object);
}

static void
copil_session_class_init (CopilSessionClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = copil_session_finalize;
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FLUSH] =
      g_signal_new ("flush", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              G_TYPE_STRING, G_TYPE_INT64);
  signals[FILTER] = g_signal_new ("filter", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PAST] = g_signal_new ("past", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[WANTED] =
      g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_session_init (CopilSession *session)
{
}

/* What a change made lapse is not found out by chance. */
static void
say_lapsed_cb (CopilSession *session)
{
  g_autofree char *lapsed = copil_agreed_steal_lapsed (session->store), *text = NULL;

  if (!lapsed)
    return;
  /* Translators: %s: “lapsed validation: ECTI” */
  text = g_strdup_printf (_ ("The text has changed (%s)."), lapsed);
  g_signal_emit (session, signals[TOAST], 0, text, TRUE);
}

CopilSession *
copil_session_new (CopilStore *store)
{
  CopilSession *session = g_object_new (COPIL_TYPE_SESSION, NULL);

  session->store = g_object_ref (store);
  session->unstored = copil_unstored_new (store);
  copil_agreed_watch (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (say_lapsed_cb), session,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "failed", G_CALLBACK (failed_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), session, G_CONNECT_SWAPPED);
  return session;
}

CopilStore *
copil_session_get_store (CopilSession *session)
{
  return session->store;
}

CopilUnstored *
copil_session_get_unstored (CopilSession *session)
{
  return session->unstored;
}

void
copil_session_toast (CopilSession *session, const char *message)
{
  g_signal_emit (session, signals[TOAST], 0, message, FALSE);
}

gboolean
copil_session_check (CopilSession *session, gboolean ok, GError **error)
{
  if (!ok && *error)
    copil_session_toast (session, (*error)->message);
  return ok;
}

gboolean
copil_session_flush (CopilSession *session)
{
  gboolean kept;

  session->refused = FALSE;
  g_signal_emit (session, signals[FLUSH], 0);
  kept = !copil_unstored_flush (session->unstored);
  return !session->refused && !kept;
}

void
copil_session_keep (CopilSession *session)
{
  /* The window tells what is kept, and the field what it cannot read. */
  if (!copil_session_flush (session))
    return;
}

gboolean
copil_session_settle (CopilSession *session)
{
  g_autofree char *sentence = NULL;

  if (copil_session_flush (session))
    return TRUE;
  sentence = copil_unstored_describe (session->unstored);
  if (sentence)
    copil_session_toast (session, sentence);
  return sentence == NULL;
}

void
copil_session_refuse (CopilSession *session)
{
  session->refused = TRUE;
}

void
copil_session_go (CopilSession *session, const char *kind, gint64 id)
{
  g_signal_emit (session, signals[GO], 0, kind, id);
}

void
copil_session_want (CopilSession *session, const char *kind, gint64 id, const char *field)
{
  g_free (session->wanted_kind);
  g_free (session->wanted_field);
  session->wanted_kind = g_strdup (kind);
  session->wanted_id = id;
  session->wanted_field = g_strdup (field);
  if (field)
    g_signal_emit (session, signals[WANTED], 0);
}

const char *
copil_session_get_wanted (CopilSession *session, const char *kind, gint64 id)
{
  if (!session->wanted_field || session->wanted_id != id ||
      !g_str_equal (session->wanted_kind, kind))
    return NULL;
  return session->wanted_field;
}

void
copil_session_filter (CopilSession *session, const char *key)
{
  g_signal_emit (session, signals[FILTER], 0, key);
}

void
copil_session_show_past (CopilSession *session, gint64 entry)
{
  g_signal_emit (session, signals[PAST], 0, entry);
}

gint64
copil_session_add (CopilSession *session, const char *kind_name, ...)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new (), values = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *name;
  gint64 id;
  va_list args;

  va_start (args, kind_name);
  while ((name = va_arg (args, const char *)))
    {
      g_ptr_array_add (fields, (gpointer)name);
      g_ptr_array_add (values, va_arg (args, char *));
    }
  va_end (args);
  copil_session_keep (session);
  id = copil_change_add (session->store, copil_kind_get (kind_name), fields->len,
                         (const char *const *)fields->pdata, (const char *const *)values->pdata,
                         &error);
  copil_session_check (session, id != 0, &error);
  return id;
}

gboolean
copil_session_edit (CopilSession *session, const char *kind, gint64 id, const char *field,
                    const char *value)
{
  g_autoptr (GError) error = NULL;

  return copil_session_check (
      session, copil_store_edit (session->store, copil_kind_get (kind), id, field, value, &error),
      &error);
}

void
copil_session_delete (CopilSession *session, const char *kind_name, gint64 id)
{
  const CopilKind *kind = copil_kind_get (kind_name);
  g_autofree char *called = copil_store_describe (session->store, kind, id);
  g_autofree char *message = g_strdup_printf (C_ ("deleted record", "Deleted: %s"), called);
  g_autoptr (GError) error = NULL;

  copil_session_keep (session);
  if (copil_session_check (session, copil_change_delete (session->store, kind, id, &error), &error))
    {
      g_clear_handle_id (&session->going, g_source_remove);
      session->deleted_kind = kind;
      session->deleted = id;
      g_signal_emit (session, signals[TOAST], 0, message, TRUE);
    }
}

gint64
copil_session_duplicate (CopilSession *session, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gint64 copy;

  copil_session_keep (session);
  copy = copil_change_duplicate (session->store, copil_kind_get (kind), id, &error);
  copil_session_check (session, copy != 0, &error);
  return copy;
}

void
copil_session_shift (CopilSession *session, const char *kind, gint64 id, int direction)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (session);
  copil_session_check (
      session, copil_change_shift (session->store, copil_kind_get (kind), id, direction, &error),
      &error);
}

void
copil_session_place (CopilSession *session, const char *kind, gint64 id, gint64 before)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (session);
  copil_session_check (
      session, copil_change_place (session->store, copil_kind_get (kind), id, before, &error),
      &error);
}
