/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-followup-journal.h"

#include <glib/gi18n-lib.h>

#include "copil-focus.h"
#include "copil-followup.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-record.h"

/* How the places of what could not be added begin. */
#define NOTE "new note "

/* One note on screen: as it reads, or its form. */
typedef struct
{
  CopilFollowupJournal *journal; /* not owned */
  gint64 id;
  GtkWidget *row;
  GtkWidget *stack;
  GtkWidget *head;
  GtkWidget *text;
  GtkWidget *form;
  GtkWidget *edit;
} Note;

struct _CopilFollowupJournal
{
  CopilPanel parent_instance;

  const char *kind;
  gint64 id;
  GPtrArray *notes; /* Note, in order */
  char *kept;       /* the place of what is in the entry and could not be added, or NULL */
  gboolean setting;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilFollowupJournal, copil_followup_journal, COPIL_TYPE_PANEL)

/* « 12/03/2024 · Marie Dupont · confidentiel ». */
static void
show (Note *note)
{
  g_autoptr (CopilRecord) record = copil_store_load (copil_panel_get_store (note->journal),
                                                     copil_kind_get ("followup"), note->id);
  const char *author;
  g_autofree char *date = NULL;
  g_autoptr (GString) head = NULL;

  if (!record)
    return;
  date = copil_date_format (copil_record_get (record, "date"));
  head = g_string_new (*date ? date : _ ("No date"));
  author = copil_record_get (record, "author");
  if (author && *author)
    g_string_append_printf (head, " · %s", author);
  if (copil_record_get_int (record, "confidential") == 1)
    g_string_append_printf (head, " · %s", _ ("confidential"));
  gtk_label_set_label (GTK_LABEL (note->head), head->str);
  gtk_label_set_label (GTK_LABEL (note->text), copil_record_get (record, "text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (note->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  head->str, -1);
}

/* --- callbacks --- */

static void
edit_cb (Note *note)
{
  gboolean edits = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (note->edit));

  if (!edits)
    copil_session_keep (copil_panel_get_session (note->journal));
  gtk_stack_set_visible_child_name (GTK_STACK (note->stack), edits ? "form" : "text");
  if (edits)
    {
      copil_form_set_id (COPIL_FORM (note->form), note->id);
      copil_form_focus (COPIL_FORM (note->form), "text");
    }
}

static void
delete_cb (Note *note)
{
  CopilFollowupJournal *journal = note->journal;

  copil_session_delete (copil_panel_get_session (journal), "followup", note->id);
  gtk_widget_grab_focus (journal->entry);
}

static CopilUnstored *
get_unstored (CopilFollowupJournal *journal)
{
  return copil_session_get_unstored (copil_panel_get_session (journal));
}

static gboolean
is_kept (CopilFollowupJournal *journal, const char *place)
{
  return copil_unstored_get (get_unstored (journal), journal->kind, journal->id, place, NULL);
}

static gboolean
write_cb (CopilStore *store, const char *kind, gint64 id, const char *field, const char *text,
          GError **error)
{
  return copil_followup_add (store, kind, id, copil_today (), copil_store_get_author (store), text,
                             error) != 0;
}

static void
set_text (CopilFollowupJournal *journal, const char *text)
{
  journal->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (journal->entry), text);
  journal->setting = FALSE;
}

/* Adds what is typed to the record that shows; keeps it where that fails. */
static gboolean
add (CopilFollowupJournal *journal)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (journal->entry))));
  g_autofree char *place = g_strconcat (NOTE, text, NULL);
  g_autoptr (GError) error = NULL;

  if (!*text || !journal->id)
    return TRUE;
  /* Emptied first: the change that is coming may well flush. */
  set_text (journal, "");
  if (copil_unstored_store (get_unstored (journal), write_cb, journal->kind, journal->id, place,
                            text, &error))
    return TRUE;
  set_text (journal, text);
  if (!is_kept (journal, place))
    return copil_session_check (copil_panel_get_session (journal), FALSE, &error);
  g_free (journal->kept);
  journal->kept = g_steal_pointer (&place);
  return FALSE;
}

/* It is in the entry again, and added from there. */
static void
typed_cb (CopilFollowupJournal *journal)
{
  g_autofree char *kept = journal->setting ? NULL : g_steal_pointer (&journal->kept);

  if (kept)
    copil_unstored_forget (get_unstored (journal), journal->kind, journal->id, kept);
}

/* What was kept is added by now. */
static void
unstored_cb (CopilFollowupJournal *journal)
{
  if (!journal->kept || is_kept (journal, journal->kept))
    return;
  g_clear_pointer (&journal->kept, g_free);
  set_text (journal, "");
}

/* What could not be added to the record that shows is offered again. */
static void
offer_kept (CopilFollowupJournal *journal)
{
  const char *text =
      journal->id ? copil_unstored_find (get_unstored (journal), journal->kind, journal->id, NOTE)
                  : NULL;

  g_clear_pointer (&journal->kept, g_free);
  if (!text || *gtk_editable_get_text (GTK_EDITABLE (journal->entry)))
    return;
  journal->kept = g_strconcat (NOTE, text, NULL);
  set_text (journal, text);
}

static void
activate_cb (CopilFollowupJournal *journal)
{
  copil_session_keep (copil_panel_get_session (journal));
}

/* Nothing that was typed is lost. */
static void
flush_cb (CopilFollowupJournal *journal)
{
  if (!add (journal))
    copil_session_refuse (copil_panel_get_session (journal));
}

/* --- the list --- */

static GtkWidget *
make_button (Note *note, GtkWidget *button, const char *tip, const char *signal, GCallback callback)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button,
                          !copil_store_is_read_only (copil_panel_get_store (note->journal)));
  g_signal_connect_swapped (button, signal, callback, note);
  return button;
}

static Note *
note_new (CopilFollowupJournal *journal, gint64 id)
{
  Note *note = g_new0 (Note, 1);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  note->journal = journal;
  note->id = id;
  note->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                            "selectable", FALSE, NULL);
  note->head = copil_parts_label_new (NULL, "caption-heading");
  note->text = copil_parts_label_new (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (note->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (note->text), PANGO_WRAP_WORD_CHAR);
  note->form = copil_form_new (copil_panel_get_session (journal), "followup", NULL);
  note->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (note->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (note->stack), note->text, "text");
  gtk_stack_add_named (GTK_STACK (note->stack), note->form, "form");
  gtk_box_append (GTK_BOX (texts), note->head);
  gtk_box_append (GTK_BOX (texts), note->stack);
  gtk_widget_set_hexpand (texts, TRUE);
  note->edit = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (note->edit), "document-edit-symbolic");
  gtk_box_append (GTK_BOX (bar), texts);
  gtk_box_append (GTK_BOX (bar), make_button (note, note->edit, _ ("Change the note"), "toggled",
                                              G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (bar),
                  make_button (note, gtk_button_new_from_icon_name ("user-trash-symbolic"),
                               _ ("Delete the note"), "clicked", G_CALLBACK (delete_cb)));
  g_object_set (bar, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 6,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (note->row), bar);
  show (note);
  return note;
}

static void
take_note (CopilFollowupJournal *journal, guint place)
{
  gtk_list_box_remove (GTK_LIST_BOX (journal->list), ((Note *)journal->notes->pdata[place])->row);
  g_ptr_array_remove_index (journal->notes, place);
}

/* The newest first. The rows of those that stay are kept, and what is being typed in them. */
static void
fill (CopilFollowupJournal *journal)
{
  g_autoptr (GArray) ids = copil_view_list_ids (copil_panel_get_store (journal), "followup",
                                                journal->kind, journal->id, NULL, 0);
  guint place = 0;

  for (guint i = ids->len; i-- > 0;)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint at = place;

      while (at < journal->notes->len && ((Note *)journal->notes->pdata[at])->id != id)
        at++;
      if (at == journal->notes->len)
        {
          Note *note = note_new (journal, id);

          g_ptr_array_insert (journal->notes, (int)place, note);
          gtk_list_box_insert (GTK_LIST_BOX (journal->list), note->row, (int)place);
        }
      else
        for (; at > place; at--)
          take_note (journal, place);
      place++;
    }
  while (journal->notes->len > place)
    take_note (journal, place);
  gtk_widget_set_visible (journal->list, journal->notes->len > 0);
  copil_focus_set_sensitive (
      journal->entry, journal->id && !copil_store_is_read_only (copil_panel_get_store (journal)));
}

static void
refresh (gpointer self)
{
  CopilFollowupJournal *journal = self;

  fill (journal);
  for (guint i = 0; i < journal->notes->len; i++)
    show (journal->notes->pdata[i]);
}

/* --- building --- */

static void
copil_followup_journal_finalize (GObject *object)
{
  CopilFollowupJournal *journal = COPIL_FOLLOWUP_JOURNAL (object);

  g_ptr_array_unref (journal->notes);
  g_free (journal->kept);
  G_OBJECT_CLASS (copil_followup_journal_parent_class)->finalize (object);
}

static void
copil_followup_journal_class_init (CopilFollowupJournalClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_followup_journal_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_followup_journal_init (CopilFollowupJournal *journal)
{
  const char *label = _ ("New follow-up note");

  journal->notes = g_ptr_array_new_with_free_func (g_free);
  journal->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  journal->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (journal->entry),
                                  _ ("What was seen or said, then Enter (F8)"));
  gtk_widget_set_tooltip_text (journal->entry,
                               _ ("Adds a note of today; an engagement counts as reviewed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (journal->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (journal->entry, "activate", G_CALLBACK (activate_cb), journal);
  g_signal_connect_swapped (journal->entry, "changed", G_CALLBACK (typed_cb), journal);
  journal->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (journal->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (journal->list, "boxed-list");
  gtk_widget_set_visible (journal->list, FALSE);
  gtk_box_append (GTK_BOX (journal->box), journal->entry);
  gtk_box_append (GTK_BOX (journal->box), journal->list);
  copil_panel_set_child (journal, journal->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (journal), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (copil_kind_get ("followup")), -1);
}

GtkWidget *
copil_followup_journal_new (CopilSession *session, const char *kind)
{
  CopilFollowupJournal *journal =
      g_object_new (COPIL_TYPE_FOLLOWUP_JOURNAL, "session", session, NULL);

  journal->kind = copil_kind_get (kind)->name;
  g_signal_connect_object (session, "flush", G_CALLBACK (flush_cb), journal, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_unstored (journal), "changed", G_CALLBACK (unstored_cb), journal,
                           G_CONNECT_SWAPPED);
  copil_panel_watch (journal, "followup", refresh);
  fill (journal);
  return GTK_WIDGET (journal);
}

void
copil_followup_journal_set_id (CopilFollowupJournal *journal, gint64 id)
{
  if (journal->id == id)
    return;
  if (!add (journal) && journal->kept)
    set_text (journal, "");
  journal->id = id;
  offer_kept (journal);
  fill (journal);
}

void
copil_followup_journal_focus (CopilFollowupJournal *journal)
{
  gtk_widget_grab_focus (journal->entry);
}
