/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's ways in from a convention's text: chosen, dropped or pasted, it becomes a new file,
 * or is taken over into the one that is open. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

#include "copil-passage.h"
#include "copil-paste-dialog.h"
#include "copil-view-record.h"

/* --- what was found --- */

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

/* What a file without axes is proposed to hold. */
static char *
describe_structure (GPtrArray *passages)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n[COPIL_DRAFT_ARTICLE + 1] = { 0 }, doubtful;
  g_autofree char *all = NULL, *unsure = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const CopilPassage *passage = passages->pdata[i];

      n[passage->kind] += passage->state == COPIL_PASSAGE_PROPOSED ? 1 : 0;
    }
  if (n[COPIL_DRAFT_AXIS])
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u axis", "%u axes", n[COPIL_DRAFT_AXIS]),
                                             n[COPIL_DRAFT_AXIS]));
  if (n[COPIL_DRAFT_MEASURE])
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%u measure", "%u measures", n[COPIL_DRAFT_MEASURE]),
                                n[COPIL_DRAFT_MEASURE]));
  if (n[COPIL_DRAFT_ENGAGEMENT])
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u engagement", "%u engagements",
                                                       n[COPIL_DRAFT_ENGAGEMENT]),
                                             n[COPIL_DRAFT_ENGAGEMENT]));
  if (!parts->len)
    return g_strdup (_ ("No axis and no engagement was recognised in this text."));
  all = join (parts);
  copil_passages_count_open (passages, &doubtful);
  if (!doubtful)
    return g_strdup_printf (_ ("Proposed: %s"), all);
  unsure = g_strdup_printf (ngettext ("%u to be checked", "%u to be checked", doubtful), doubtful);
  /* Translators: "6 axes, 18 measures, 66 engagements", then "9 to be checked" */
  return g_strdup_printf (_ ("Proposed: %s, %s"), all, unsure);
}

/* What the text says otherwise than a file that has axes. */
static char *
describe_differences (GPtrArray *passages)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n[COPIL_PASSAGE_GONE + 1] = { 0 };
  g_autofree char *all = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const CopilPassage *passage = passages->pdata[i];

      if (passage->state == COPIL_PASSAGE_PROPOSED && passage->kind != COPIL_DRAFT_ARTICLE)
        n[passage->change]++;
    }
  if (n[COPIL_PASSAGE_NEW])
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u new passage", "%u new passages",
                                                       n[COPIL_PASSAGE_NEW]),
                                             n[COPIL_PASSAGE_NEW]));
  if (n[COPIL_PASSAGE_CHANGED])
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%u change", "%u changes", n[COPIL_PASSAGE_CHANGED]),
                                n[COPIL_PASSAGE_CHANGED]));
  if (n[COPIL_PASSAGE_GONE])
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u disappearance", "%u disappearances",
                                                       n[COPIL_PASSAGE_GONE]),
                                             n[COPIL_PASSAGE_GONE]));
  if (!parts->len)
    return g_strdup (_ ("The text says nothing else than the file."));
  all = join (parts);
  return g_strdup_printf (_ ("Differences: %s"), all);
}

/* Keeps the text and its proposals in the window's file, and shows them. FALSE where that failed,
 * which has been told. */
static gboolean
take (CopilWindow *window, CopilTakenText *taken, gboolean undo)
{
  CopilStore *store = copil_file_get_store (window->file);
  gboolean axes = copil_view_has_any (store, "axis");
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gint64 source;

  copil_session_keep (window->session);
  source = copil_source_take (store, taken->text, taken->draft,
                              taken->name ? taken->name : _ ("Pasted text"), &error);
  if (!source)
    {
      copil_window_show_failure (window, _ ("The text cannot be taken over"), error->message);
      return FALSE;
    }
  passages = copil_passages_load (store, source);
  message = axes ? describe_differences (passages) : describe_structure (passages);
  copil_window_show_page (window, "text");
  copil_window_show_toast (window, message, undo);
  return TRUE;
}

/* --- reading --- */

static void
refuse (CopilWindow *window, const CopilTakenText *taken)
{
  g_autofree char *heading = taken->name ? g_strdup_printf (_ ("“%s” cannot be read"), taken->name)
                                         : g_strdup (_ ("The text cannot be read"));
  const char *reason = taken->refusal->message;
  g_autofree char *body = g_strdup_printf (
      "%s%s\n\n%s", reason, g_str_has_suffix (reason, ".") ? "" : ".", _ ("Nothing has changed."));

  copil_window_show_failure (window, heading, body);
}

/* Whether there is something to go on with; the person has been told where there is not. */
static gboolean
finish_reading (CopilWindow *window, CopilTakenText *taken)
{
  g_clear_object (&window->taking);
  if (!taken || window->closing)
    return FALSE;
  if (taken->refusal)
    refuse (window, taken);
  return !taken->refusal;
}

static void
new_place_chosen (CopilWindow *window, GFile *chosen)
{
  g_autoptr (CopilTakenText) taken = g_steal_pointer (&window->taken);
  g_autofree char *title = NULL;
  CopilWindow *shown;

  if (!taken)
    return;
  title = copil_taken_text_dup_title (taken, _ ("Convention"));
  shown = copil_window_create_chosen (window, chosen, title);
  if (shown && take (shown, taken, FALSE))
    g_clear_pointer (&window->pasted, g_free);
}

static void
read_for_new_cb (GtkWindow *over, CopilTakenText *given, gpointer data)
{
  CopilWindow *window = COPIL_WINDOW (over);
  g_autoptr (CopilTakenText) taken = given;
  g_autofree char *name = NULL, *full = NULL;

  if (!finish_reading (window, taken) || window->chooser)
    return;
  g_clear_pointer (&window->taken, copil_taken_text_free);
  window->taken = g_steal_pointer (&taken);
  name = copil_taken_text_dup_name (window->taken);
  full = g_strconcat (name, ".copil", NULL);
  copil_window_choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE,
                            _ ("Where to keep the new convention"), _ ("C_reate"), full,
                            copil_window_add_file_filters, new_place_chosen);
}

static void
read_for_file_cb (GtkWindow *over, CopilTakenText *given, gpointer data)
{
  CopilWindow *window = COPIL_WINDOW (over);
  g_autoptr (CopilTakenText) taken = given;

  if (finish_reading (window, taken) && !window->leaving && take (window, taken, TRUE))
    g_clear_pointer (&window->pasted, g_free);
}

/* FALSE where a text is being read already. */
static gboolean
begin_reading (CopilWindow *window)
{
  if (window->taking)
    return FALSE;
  window->taking = g_cancellable_new ();
  return TRUE;
}

void
copil_window_new_from_text (CopilWindow *window, GFile *text)
{
  /* One that was dropped was not chosen in a dialog. */
  copil_window_remember_folder (window, text);
  if (begin_reading (window))
    copil_text_taker_read (GTK_WINDOW (window), text, window->taking, read_for_new_cb, NULL);
}

static void
take_text_chosen (CopilWindow *window, GFile *text)
{
  if (begin_reading (window))
    copil_text_taker_read (GTK_WINDOW (window), text, window->taking, read_for_file_cb, NULL);
}

/* --- pasting --- */

/* What was pasted is kept until something is made of it. */
static void
keep_pasted (CopilWindow *window, const char *text)
{
  g_free (window->pasted);
  window->pasted = g_strdup (text);
}

static void
new_pasted_cb (CopilWindow *window, const char *text)
{
  keep_pasted (window, text);
  if (begin_reading (window))
    copil_text_taker_read_pasted (GTK_WINDOW (window), text, window->taking, read_for_new_cb, NULL);
}

static void
take_pasted_cb (CopilWindow *window, const char *text)
{
  keep_pasted (window, text);
  if (begin_reading (window))
    copil_text_taker_read_pasted (GTK_WINDOW (window), text, window->taking, read_for_file_cb,
                                  NULL);
}

static void
show_paste_dialog (CopilWindow *window, const char *title, GCallback callback)
{
  GtkWidget *dialog = copil_paste_dialog_new (GTK_WINDOW (window), title, window->pasted);

  g_signal_connect_object (dialog, "text", callback, window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- commands --- */

static void
new_from_text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_choose_file (data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("New convention from a text"),
                            _ ("_Read"), NULL, copil_text_taker_add_filters,
                            copil_window_new_from_text);
}

static void
new_from_pasted_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_paste_dialog (data, _ ("New convention from a pasted text"), G_CALLBACK (new_pasted_cb));
}

static void
take_text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_window_choose_file (data, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Take over a text"), _ ("_Read"),
                            NULL, copil_text_taker_add_filters, take_text_chosen);
}

static void
take_pasted_text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_paste_dialog (data, _ ("Take over a pasted text"), G_CALLBACK (take_pasted_cb));
}

void
copil_window_add_text_actions (CopilWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "new-from-text", .activate = new_from_text_cb },
    { .name = "new-from-pasted-text", .activate = new_from_pasted_cb },
    { .name = "take-text", .activate = take_text_cb },
    { .name = "take-pasted-text", .activate = take_pasted_text_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
