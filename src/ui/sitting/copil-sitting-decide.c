/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-decide.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-parts.h"
#include "copil-record.h"
#include "copil-sitting-choice.h"
#include "copil-sitting.h"
#include "copil-spelling.h"
#include "copil-value.h"

/* What could not be recorded is tried again so often, in seconds. */
#define AGAIN 3

struct _CopilSittingDecide
{
  CopilPanel parent_instance;

  gint64 meeting;
  gint64 item;
  gint64 decision;          /* that is edited, 0 for a new one */
  gint64 engagement, fiche; /* that it was about */
  gint64 party;             /* the only signatory that was responsible as such, or 0 */
  gboolean alone;           /* without a person */
  char *notes, *rest;
  gboolean unstored;  /* it could not be recorded yet */
  gboolean recording; /* at this moment */
  guint again;        /* until it is tried again by itself */

  GtkWidget *box;
  GtkWidget *types[2];
  GtkWidget *adopted; /* it asks for no follow-up */
  GtkWidget *text;
  GtkWidget *who;
  GtkWidget *when;
  GtkWidget *read; /* the date as it is understood */
  GtkWidget *about;
  GtkWidget *votes; /* of a decision that is recorded */
  GtkWidget *form;
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (CopilSittingDecide, copil_sitting_decide, COPIL_TYPE_PANEL)

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const CopilOption *
get_types (void)
{
  return copil_kind_get_field (copil_kind_get ("decision"), "type")->options;
}

static GtkTextBuffer *
get_buffer (CopilSittingDecide *decide)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (decide->text));
}

static char *
dup_text (CopilSittingDecide *decide)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (decide), &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (get_buffer (decide), &start, &end, FALSE));
}

static void
show_fault (CopilSittingDecide *decide, const char *fault)
{
  gtk_label_set_label (GTK_LABEL (decide->fault), fault ? fault : "");
  gtk_widget_set_visible (decide->fault, fault != NULL);
}

static char *
parse_when (CopilSittingDecide *decide, GError **error)
{
  g_autofree char *date =
      copil_view_dup_field (copil_panel_get_store (decide), "meeting", decide->meeting, "date");

  return copil_date_parse (copil_kind_get_field (copil_kind_get ("decision"), "due"),
                           gtk_editable_get_text (GTK_EDITABLE (decide->when)), date, error);
}

static void
finish (CopilSittingDecide *decide, gint64 decision)
{
  g_clear_pointer (&decide->notes, g_free);
  g_clear_pointer (&decide->rest, g_free);
  decide->unstored = FALSE;
  g_signal_emit (decide, signals[DONE], 0, decision);
}

/* What the notes are to become, NULL where they have changed since. */
static const char *
get_rest (CopilSittingDecide *decide)
{
  g_autofree char *now =
      copil_view_dup_field (copil_panel_get_store (decide), "item", decide->item, "notes");

  return decide->rest && g_strcmp0 (now, decide->notes) == 0 ? decide->rest : NULL;
}

static gboolean record (CopilSittingDecide *decide);

/* Not under the hands of somebody who goes on typing. */
static gboolean
again_cb (gpointer data)
{
  CopilSittingDecide *decide = data;

  if (decide->unstored && !gtk_text_buffer_get_modified (get_buffer (decide)))
    record (decide);
  if (decide->unstored)
    return G_SOURCE_CONTINUE;
  decide->again = 0;
  return G_SOURCE_REMOVE;
}

/* FALSE where it cannot be recorded, and why is said below. */
static gboolean
record (CopilSittingDecide *decide)
{
  CopilStore *store = copil_panel_get_store (decide);
  CopilSittingChoice *who = COPIL_SITTING_CHOICE (decide->who);
  CopilSittingChoice *about = COPIL_SITTING_CHOICE (decide->about);
  g_autofree char *text = dup_text (decide), *due = NULL;
  g_autoptr (GError) error = NULL;
  CopilSittingDecision said = { .text = text };
  gboolean ok;

  show_fault (decide, NULL);
  if (!*text)
    {
      show_fault (decide, _ ("Type what is decided."));
      gtk_widget_grab_focus (decide->text);
      return FALSE;
    }
  due = parse_when (decide, &error);
  if (error)
    {
      show_fault (decide, error->message);
      gtk_widget_grab_focus (decide->when);
      return FALSE;
    }
  if (!copil_sitting_choice_take (who) || !copil_sitting_choice_take (about))
    {
      copil_sitting_choice_focus (copil_sitting_choice_take (who) ? about : who);
      return FALSE;
    }
  said.type =
      get_types ()[gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (decide->types[1])) ? 1 : 0]
          .value;
  said.adopted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (decide->adopted));
  said.lead = copil_sitting_choice_get (who, "person");
  said.party = copil_sitting_choice_get (who, "party");
  /* One that is responsible beside a person does not show, and stays. */
  if (said.lead && decide->party && !decide->alone)
    said.party = decide->party;
  said.due = due;
  said.engagement = copil_sitting_choice_get (about, "engagement");
  said.fiche = copil_sitting_choice_get (about, "fiche");
  /* One that is about both keeps the one that does not show. */
  if (said.fiche && said.fiche == decide->fiche)
    said.engagement = decide->engagement;
  decide->recording = TRUE;
  copil_session_keep (copil_panel_get_session (decide));
  if (decide->decision)
    ok = copil_sitting_revise (store, decide->decision, &said, &error);
  else
    {
      decide->decision =
          copil_sitting_decide (store, decide->item, &said, get_rest (decide), &error);
      ok = decide->decision != 0;
    }
  decide->recording = FALSE;
  decide->unstored = !ok;
  if (ok)
    {
      finish (decide, decide->decision);
      return TRUE;
    }
  show_fault (decide, error->message);
  gtk_text_buffer_set_modified (get_buffer (decide), FALSE);
  if (!decide->again)
    decide->again = g_timeout_add_seconds (AGAIN, again_cb, decide);
  return FALSE;
}

static void
fill (CopilSittingDecide *decide, const char *type, const char *text, const char *due,
      gboolean adopted)
{
  g_autofree char *shown = copil_date_format (due);

  show_fault (decide, NULL);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (decide->types[g_strcmp0 (type, get_types ()[1].value) == 0]), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (decide->adopted), adopted);
  gtk_text_buffer_set_text (get_buffer (decide), text ? text : "", -1);
  gtk_text_buffer_set_modified (get_buffer (decide), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (decide->when), shown);
}

/* --- Callbacks --- */

static void
when_cb (CopilSittingDecide *decide)
{
  g_autofree char *date = parse_when (decide, NULL);
  g_autofree char *said = copil_date_format_long (date);

  gtk_label_set_label (GTK_LABEL (decide->read), said);
}

/* It is a change like one of the text. */
static void
adopted_cb (CopilSittingDecide *decide)
{
  gtk_text_buffer_set_modified (get_buffer (decide), TRUE);
}

/* What could not be recorded is tried again. */
static void
flush_cb (CopilSittingDecide *decide)
{
  if (decide->unstored && !decide->recording && !copil_sitting_decide_leave (decide))
    copil_session_refuse (copil_panel_get_session (decide));
}

static void
record_cb (CopilSittingDecide *decide)
{
  record (decide);
}

static void
give_up_cb (CopilSittingDecide *decide)
{
  finish (decide, 0);
}

static gboolean
key_cb (CopilSittingDecide *decide, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (decide)));

  if (key == GDK_KEY_Escape)
    finish (decide, 0);
  else if (focus && gtk_widget_is_ancestor (focus, decide->votes))
    return GDK_EVENT_PROPAGATE;
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && !GTK_IS_BUTTON (focus) &&
           !(modifiers & GDK_SHIFT_MASK))
    record (decide);
  else if (key == GDK_KEY_F4 && !(modifiers & gtk_accelerator_get_default_mod_mask ()))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (decide->adopted),
        !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (decide->adopted)));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
copil_sitting_decide_dispose (GObject *object)
{
  CopilSittingDecide *decide = COPIL_SITTING_DECIDE (object);

  g_clear_handle_id (&decide->again, g_source_remove);
  G_OBJECT_CLASS (copil_sitting_decide_parent_class)->dispose (object);
}

static void
copil_sitting_decide_finalize (GObject *object)
{
  g_free (COPIL_SITTING_DECIDE (object)->notes);
  g_free (COPIL_SITTING_DECIDE (object)->rest);
  G_OBJECT_CLASS (copil_sitting_decide_parent_class)->finalize (object);
}

static void
copil_sitting_decide_class_init (CopilSittingDecideClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_sitting_decide_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_sitting_decide_finalize;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
copil_sitting_decide_init (CopilSittingDecide *decide)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), decide);
  gtk_widget_add_controller (GTK_WIDGET (decide), keys);
}

/* --- Building --- */

static GtkWidget *
build_top (CopilSittingDecide *decide)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *types = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *save = copil_parts_button_new (_ ("_Record"));
  const CopilField *status = copil_kind_get_field (copil_kind_get ("decision"), "status");
  GtkWidget *cancel = copil_parts_button_new (_ ("_Give up"));

  for (guint i = 0; i < G_N_ELEMENTS (decide->types); i++)
    {
      decide->types[i] = gtk_toggle_button_new_with_label (_ (get_types ()[i].label));
      gtk_box_append (GTK_BOX (types), decide->types[i]);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (decide->types[1]),
                               GTK_TOGGLE_BUTTON (decide->types[0]));
  gtk_widget_add_css_class (types, "linked");
  decide->adopted =
      gtk_toggle_button_new_with_label (copil_field_get_option_label (status, "adopted"));
  gtk_widget_set_tooltip_text (
      decide->adopted, _ ("Asks for no follow-up: nobody is in charge, no date is set (F4)"));
  gtk_widget_set_hexpand (decide->adopted, TRUE);
  gtk_widget_set_halign (decide->adopted, GTK_ALIGN_START);
  g_signal_connect_swapped (decide->adopted, "toggled", G_CALLBACK (adopted_cb), decide);
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_tooltip_text (save, _ ("Record (Enter)"));
  gtk_widget_set_tooltip_text (cancel, _ ("Give up (Escape)"));
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (record_cb), decide);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (give_up_cb), decide);
  gtk_box_append (GTK_BOX (top), types);
  gtk_box_append (GTK_BOX (top), decide->adopted);
  gtk_box_append (GTK_BOX (top), cancel);
  gtk_box_append (GTK_BOX (top), save);
  return top;
}

static GtkWidget *
build_text (CopilSittingDecide *decide)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  decide->text = gtk_text_view_new ();
  copil_spelling_attach (GTK_TEXT_VIEW (decide->text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (decide->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (decide->text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (decide->text), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (decide->text), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (decide->text), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (decide->text), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (decide->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is decided"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 140);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), decide->text);
  gtk_widget_add_css_class (frame, "note");
  return frame;
}

static GtkWidget *
build_when (CopilSittingDecide *decide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("W_hen"));

  decide->when = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (decide->when), _ ("+3 months, 31/12…"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), decide->when);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  decide->read = copil_parts_label_new (NULL, NULL);
  g_signal_connect_swapped (decide->when, "changed", G_CALLBACK (when_cb), decide);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), decide->when);
  gtk_box_append (GTK_BOX (box), decide->read);
  return box;
}

GtkWidget *
copil_sitting_decide_new (CopilSession *session, gint64 meeting)
{
  CopilSittingDecide *decide = g_object_new (COPIL_TYPE_SITTING_DECIDE, "session", session, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  decide->meeting = meeting;
  decide->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  decide->who =
      copil_sitting_choice_new (session, _ ("Wh_o"), copil_view_match_responsible, meeting);
  decide->about =
      copil_sitting_choice_new (session, _ ("_About"), copil_view_match_subjects, meeting);
  decide->fault = copil_parts_label_new (NULL, "error");
  gtk_widget_set_visible (decide->fault, FALSE);
  gtk_box_append (GTK_BOX (line), decide->who);
  gtk_box_append (GTK_BOX (line), build_when (decide));
  gtk_box_append (GTK_BOX (line), decide->about);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (decide->box), build_top (decide));
  gtk_box_append (GTK_BOX (decide->box), build_text (decide));
  gtk_box_append (GTK_BOX (decide->box), line);
  decide->form = copil_form_new (session, "decision", "votes");
  decide->votes = gtk_expander_new_with_mnemonic (_ ("_Votes and reservations"));
  gtk_expander_set_child (GTK_EXPANDER (decide->votes), decide->form);
  gtk_widget_set_visible (decide->votes, FALSE);
  gtk_box_append (GTK_BOX (decide->box), decide->votes);
  gtk_box_append (GTK_BOX (decide->box), decide->fault);
  gtk_widget_add_css_class (decide->box, "card");
  gtk_widget_add_css_class (decide->box, "form");
  copil_panel_set_child (decide, decide->box);
  g_signal_connect_object (session, "flush", G_CALLBACK (flush_cb), decide, G_CONNECT_SWAPPED);
  return GTK_WIDGET (decide);
}

void
copil_sitting_decide_begin (CopilSittingDecide *decide, gint64 item, const char *type,
                            const char *text, const char *notes, const char *rest)
{
  decide->item = item;
  decide->decision = decide->engagement = decide->fiche = decide->party = 0;
  g_free (decide->notes);
  g_free (decide->rest);
  decide->notes = notes && *notes ? g_strdup (notes) : NULL;
  decide->rest = notes ? g_strdup (rest) : NULL;
  gtk_widget_set_visible (decide->votes, FALSE);
  copil_form_set_id (COPIL_FORM (decide->form), 0);
  fill (decide, type, text, NULL, FALSE);
  copil_sitting_choice_set (COPIL_SITTING_CHOICE (decide->who), NULL, 0);
  copil_sitting_choice_set (
      COPIL_SITTING_CHOICE (decide->about), "fiche",
      copil_view_get_field (copil_panel_get_store (decide), "item", item, "fiche"));
  if (text && *text)
    copil_sitting_choice_focus (COPIL_SITTING_CHOICE (decide->who));
  else
    gtk_widget_grab_focus (decide->text);
}

void
copil_sitting_decide_edit (CopilSittingDecide *decide, gint64 decision)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (copil_panel_get_store (decide), copil_kind_get ("decision"), decision);
  const char *charge;

  if (!record || (decide->unstored && !copil_sitting_decide_leave (decide)))
    return;
  decide->fiche = copil_record_get_int (record, "fiche");
  decide->engagement = copil_record_get_int (record, "engagement");
  decide->decision = decision;
  decide->item = copil_record_get_int (record, "item");
  g_clear_pointer (&decide->notes, g_free);
  g_clear_pointer (&decide->rest, g_free);
  fill (decide, copil_record_get (record, "type"), copil_record_get (record, "text"),
        copil_record_get (record, "due"),
        g_strcmp0 (copil_record_get (record, "status"), "adopted") == 0);
  copil_form_set_id (COPIL_FORM (decide->form), decision);
  gtk_widget_set_visible (decide->votes, TRUE);
  charge = copil_record_get (record, "charge");
  decide->party = charge && !strchr (charge, ' ') ? g_ascii_strtoll (charge, NULL, 10) : 0;
  decide->alone = !copil_record_get_int (record, "lead");
  copil_sitting_choice_set (
      COPIL_SITTING_CHOICE (decide->who), decide->alone && decide->party ? "party" : "person",
      decide->alone && decide->party ? decide->party : copil_record_get_int (record, "lead"));
  copil_sitting_choice_set (COPIL_SITTING_CHOICE (decide->about),
                            decide->fiche ? "fiche" : "engagement",
                            decide->fiche ? decide->fiche : decide->engagement);
  gtk_widget_grab_focus (decide->text);
}

gboolean
copil_sitting_decide_leave (CopilSittingDecide *decide)
{
  g_autofree char *text = dup_text (decide);

  if (!gtk_widget_get_visible (GTK_WIDGET (decide)) || !*text ||
      (!decide->unstored && !gtk_text_buffer_get_modified (get_buffer (decide))))
    return TRUE;
  return record (decide);
}
