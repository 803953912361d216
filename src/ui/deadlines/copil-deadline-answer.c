/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadline-answer.h"

#include <glib/gi18n-lib.h>

#include "copil-dialog.h"
#include "copil-parts.h"
#include "copil-value.h"

/* A dialog that asks how a deadline was answered. */
typedef struct
{
  CopilSession *session;
  gint64 clause;
  char *due;
  GtkWidget *dialog, *done, *who, *proof, *fault;
} Answer;

static const char *
status_of (const CopilDeadline *deadline)
{
  return copil_kind_get (deadline->kind)->status_field;
}

gboolean
copil_deadline_can_be_done (const CopilDeadline *deadline)
{
  return deadline->state != COPIL_DEADLINE_DONE &&
         (g_str_equal (deadline->kind, "clause") || g_str_equal (deadline->kind, "instalment") ||
          status_of (deadline));
}

gboolean
copil_deadline_can_be_reopened (const CopilDeadline *deadline)
{
  return deadline->state == COPIL_DEADLINE_DONE && (deadline->fulfilment || status_of (deadline));
}

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_object_unref (answer->session);
  g_free (answer->due);
  g_free (answer);
}

/* The day that is typed, or NULL with the sentence that says what was expected. */
static char *
read_day (Answer *answer)
{
  g_autoptr (GError) error = NULL;
  const CopilField *field = copil_kind_get_field (copil_kind_get ("fulfilment"), "done");
  char *day =
      copil_date_parse (field, gtk_editable_get_text (GTK_EDITABLE (answer->done)), NULL, &error);

  gtk_label_set_label (GTK_LABEL (answer->fault), error ? error->message : "");
  gtk_widget_set_visible (answer->fault, error != NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (answer->dialog), "done",
                                           error == NULL);
  return day;
}

static void
typed_cb (Answer *answer)
{
  g_free (read_day (answer));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Answer *answer)
{
  g_autofree char *day = NULL, *clause = g_strdup_printf ("%" G_GINT64_FORMAT, answer->clause);
  gint64 id;

  if (!g_str_equal (response, "done"))
    return;
  day = read_day (answer);
  id = copil_session_add (answer->session, "fulfilment", "clause", clause, "due", answer->due,
                          "done", day, "who", gtk_editable_get_text (GTK_EDITABLE (answer->who)),
                          "proof", gtk_editable_get_text (GTK_EDITABLE (answer->proof)), NULL);
  if (id)
    g_signal_emit_by_name (answer->session, "toast", _ ("The deadline is marked as done."), TRUE);
}

static GtkWidget *
add_entry (GtkWidget *grid, int row, const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return entry;
}

static void
ask (GtkWidget *from, CopilSession *session, const CopilDeadline *deadline)
{
  Answer *answer = g_new0 (Answer, 1);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *today = copil_date_format (copil_today ()),
                  *due = copil_date_format (deadline->date);
  /* Translators: what is due, the day */
  g_autofree char *body = g_strdup_printf (_ ("%s, due on %s"), deadline->title, due);

  answer->session = g_object_ref (session);
  answer->clause = deadline->id;
  answer->due = g_strdup (deadline->date);
  answer->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                           _ ("Mark the Deadline as Done?"), body);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  answer->done = add_entry (grid, 0, _ ("_Done on"));
  answer->fault = copil_parts_label_new (NULL, "error");
  gtk_widget_set_visible (answer->fault, FALSE);
  gtk_grid_attach (GTK_GRID (grid), answer->fault, 0, 1, 2, 1);
  answer->who = add_entry (grid, 2, _ ("_By whom"));
  answer->proof = add_entry (grid, 3, _ ("What _proves it"));
  gtk_editable_set_text (GTK_EDITABLE (answer->done), today);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (answer->dialog), grid);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (answer->dialog), "cancel", _ ("_Cancel"),
                                    "done", _ ("_Mark as Done"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (answer->dialog), "done",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (answer->dialog), "done");
  g_signal_connect_data (answer->dialog, "response", G_CALLBACK (response_cb), answer, answer_free,
                         0);
  g_signal_connect_swapped (answer->done, "changed", G_CALLBACK (typed_cb), answer);
  copil_dialog_present (answer->dialog);
}

static void
tell (CopilSession *session, gboolean ok, const char *sentence)
{
  if (ok)
    g_signal_emit_by_name (session, "toast", sentence, TRUE);
}

void
copil_deadline_answer (GtkWidget *from, CopilSession *session, const CopilDeadline *deadline)
{
  if (g_str_equal (deadline->kind, "clause"))
    ask (from, session, deadline);
  else if (g_str_equal (deadline->kind, "instalment"))
    tell (session,
          copil_session_edit (session, "instalment", deadline->id, "received", copil_today ()),
          _ ("The instalment is marked as received today."));
  else
    tell (session,
          copil_session_edit (session, deadline->kind, deadline->id, status_of (deadline), "done"),
          _ ("The deadline is marked as done."));
}

void
copil_deadline_reopen (CopilSession *session, const CopilDeadline *deadline)
{
  if (deadline->fulfilment)
    copil_session_delete (session, "fulfilment", deadline->fulfilment);
  else
    tell (session,
          copil_session_edit (session, deadline->kind, deadline->id, status_of (deadline),
                              "in_progress"),
          _ ("The deadline is open again."));
}
