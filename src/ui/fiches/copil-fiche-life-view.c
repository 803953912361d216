/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-life-view.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-fiche-life.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-status.h"
#include "copil-value.h"

/* Of a choice in the list of decisions, in characters. */
#define LONGEST_CHOICE 90

struct _CopilFicheLifeView
{
  CopilPanel parent_instance;

  gint64 fiche;
  CopilFicheMove move;  /* what is being asked, where the panel shows */
  GPtrArray *approvals; /* of CopilFicheApproval, as in the list, or NULL */

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *state;
  GtkWidget *events;
  GtkWidget *buttons;
  GtkWidget *moves[COPIL_N_FICHE_MOVES];
  GtkWidget *panel;
  GtkWidget *by_label;
  GtkWidget *by; /* GtkDropDown */
  GtkWidget *day;
  GtkWidget *text_label;
  GtkWidget *text;
  GtkWidget *wrong;
  GtkWidget *confirm;
  GtkWidget *details; /* CopilForm, to correct what was noted */
  GtkWidget *expander;
};

G_DEFINE_FINAL_TYPE (CopilFicheLifeView, copil_fiche_life_view, COPIL_TYPE_PANEL)

/* What each command reads, and what its panel asks; both English, for gettext. */
static const struct
{
  const char *button, *confirm, *text;
} looks[COPIL_N_FICHE_MOVES] = {
  [COPIL_FICHE_PROPOSE] = { N_ ("_Propose…"), N_ ("_Propose it"), NULL },
  [COPIL_FICHE_APPROVE] = { N_ ("Appro_ve…"), N_ ("Appro_ve it"), NULL },
  [COPIL_FICHE_START] = { N_ ("_Start…"), N_ ("_Start it"), NULL },
  [COPIL_FICHE_FINISH] = { N_ ("_Finish…"), N_ ("_Finish it"), N_ ("How it ended (if you wish)") },
  [COPIL_FICHE_ABANDON] = { N_ ("Aba_ndon…"), N_ ("Aba_ndon it"), N_ ("Why it is abandoned") },
  [COPIL_FICHE_REOPEN] = { N_ ("Take _up again"), NULL, NULL },
};

/* The status whose icon stands for each state. */
static const char *const statuses[COPIL_N_FICHE_STATES] = {
  [COPIL_FICHE_DRAFT] = "planned",    [COPIL_FICHE_PROPOSED] = "planned",
  [COPIL_FICHE_APPROVED] = "planned", [COPIL_FICHE_RUNNING] = "in_progress",
  [COPIL_FICHE_FINISHED] = "done",    [COPIL_FICHE_ABANDONED] = "abandoned",
};

static void
hide_panel (CopilFicheLifeView *view)
{
  gtk_widget_set_visible (view->panel, FALSE);
  gtk_widget_set_visible (view->buttons, TRUE);
  g_clear_pointer (&view->approvals, g_ptr_array_unref);
}

static void
show (CopilFicheLifeView *view)
{
  CopilFicheState state = copil_fiche_life_get_state (copil_panel_get_store (view), view->fiche);
  g_autoptr (GPtrArray) events =
      copil_fiche_life_list_events (copil_panel_get_store (view), view->fiche, COPIL_FIGURES_ALL);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean writes = view->fiche && !copil_store_is_read_only (copil_panel_get_store (view));

  gtk_image_set_from_icon_name (GTK_IMAGE (view->icon),
                                copil_status_get_icon (statuses[state], FALSE));
  gtk_label_set_label (GTK_LABEL (view->state), copil_fiche_state_get_label (state));
  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "",
                            ((CopilFicheEvent *)events->pdata[i])->text);
  gtk_label_set_label (GTK_LABEL (view->events), text->str);
  gtk_widget_set_visible (view->events, text->len > 0);
  for (guint i = 0; i < COPIL_N_FICHE_MOVES; i++)
    gtk_widget_set_visible (view->moves[i],
                            writes && copil_fiche_life_can (copil_panel_get_store (view),
                                                            view->fiche, (CopilFicheMove)i, NULL));
}

/* --- asking --- */

/* « 2024-1-03 Approbation de la fiche F2 (7 février 2024) ». */
static char *
name_approval (const CopilFicheApproval *approval)
{
  g_autofree char *date = copil_date_format (approval->date);
  g_autofree char *text = NULL;
  const char *said = approval->text && *approval->text ? approval->text : "–";

  if (g_utf8_strlen (said, -1) > LONGEST_CHOICE)
    {
      g_autofree char *start = g_utf8_substring (said, 0, LONGEST_CHOICE);
      text = g_strconcat (g_strchomp (start), "…", NULL);
    }
  else
    text = g_strdup (said);
  g_strdelimit (text, "\n", ' ');
  if (approval->decision)
    return g_strdup_printf (approval->about
                                /* Translators: a decision's number, its day, its text */
                                ? _ ("About this fiche: decision %s of %s: %s")
                                : _ ("Decision %s of %s: %s"),
                            approval->label ? approval->label : "–", *date ? date : "–", text);
  return g_strdup_printf (_ ("Meeting of %s: %s"), *date ? date : "–", text);
}

static void
fill_approvals (CopilFicheLifeView *view)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_clear_pointer (&view->approvals, g_ptr_array_unref);
  view->approvals = copil_fiche_life_list_approvals (copil_panel_get_store (view), view->fiche);
  for (guint i = 0; i < view->approvals->len; i++)
    g_ptr_array_add (names, name_approval (view->approvals->pdata[i]));
  g_ptr_array_add (names, g_strdup (_ ("By another way than a meeting")));
  g_ptr_array_add (names, NULL);
  copil_drop_down_set_texts (view->by, (const char *const *)names->pdata, 0, view);
}

static const CopilFicheApproval *
get_approval (CopilFicheLifeView *view)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (view->by));

  return view->approvals && place < view->approvals->len ? view->approvals->pdata[place] : NULL;
}

static void
set_day (CopilFicheLifeView *view, const char *date)
{
  g_autofree char *shown = copil_date_format (date);

  gtk_editable_set_text (GTK_EDITABLE (view->day), shown);
}

/* The day of the meeting is proposed. */
static void
by_cb (CopilFicheLifeView *view)
{
  const CopilFicheApproval *approval = get_approval (view);

  set_day (view, approval && approval->date ? approval->date : copil_today ());
}

static void
ask (CopilFicheLifeView *view, CopilFicheMove move)
{
  gboolean approves = move == COPIL_FICHE_APPROVE, tells = looks[move].text != NULL;

  copil_session_keep (copil_panel_get_session (view));
  view->move = move;
  set_day (view, copil_today ());
  gtk_editable_set_text (GTK_EDITABLE (view->text), "");
  gtk_widget_set_visible (view->wrong, FALSE);
  gtk_widget_set_visible (view->by_label, approves);
  gtk_widget_set_visible (view->by, approves);
  gtk_widget_set_visible (view->text_label, tells);
  gtk_widget_set_visible (view->text, tells);
  if (tells)
    gtk_label_set_label (GTK_LABEL (view->text_label), _ (looks[move].text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tells ? _ (looks[move].text) : "", -1);
  copil_parts_set_text (view->confirm, _ (looks[move].confirm));
  if (approves)
    {
      fill_approvals (view);
      by_cb (view);
    }
  gtk_widget_set_visible (view->buttons, FALSE);
  gtk_widget_set_visible (view->panel, TRUE);
  gtk_widget_grab_focus (approves ? view->by : tells ? view->text : view->day);
}

static gboolean
do_move (CopilFicheLifeView *view, const char *date, GError **error)
{
  CopilStore *store = copil_panel_get_store (view);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (view->text));
  const CopilFicheApproval *by;

  switch (view->move)
    {
    case COPIL_FICHE_PROPOSE:
      return copil_fiche_life_propose (store, view->fiche, date, error);
    case COPIL_FICHE_APPROVE:
      by = get_approval (view);
      return copil_fiche_life_approve (store, view->fiche, by ? by->meeting : 0,
                                       by ? by->decision : 0, date, error);
    case COPIL_FICHE_START:
      return copil_fiche_life_start (store, view->fiche, date, error);
    case COPIL_FICHE_FINISH:
      return copil_fiche_life_finish (store, view->fiche, date, text, error);
    case COPIL_FICHE_ABANDON:
      return copil_fiche_life_abandon (store, view->fiche, date, text, error);
    case COPIL_FICHE_REOPEN:
      return copil_fiche_life_reopen (store, view->fiche, error);
    case COPIL_N_FICHE_MOVES:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* --- callbacks --- */

static void
confirm_cb (CopilFicheLifeView *view)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("fiche"), "approved");
  g_autoptr (GError) error = NULL;
  g_autofree char *date =
      copil_field_parse (field, gtk_editable_get_text (GTK_EDITABLE (view->day)), &error);
  g_autofree char *state = NULL;

  copil_session_keep (copil_panel_get_session (view));
  if (error || !do_move (view, date, &error))
    {
      gtk_label_set_label (GTK_LABEL (view->wrong), error->message);
      gtk_widget_set_visible (view->wrong, TRUE);
      return;
    }
  hide_panel (view);
  show (view);
  state = g_strdup_printf (_ ("The fiche is now: %s"),
                           copil_fiche_state_get_label (copil_fiche_life_get_state (
                               copil_panel_get_store (view), view->fiche)));
  g_signal_emit_by_name (copil_panel_get_session (view), "toast", state, TRUE);
  gtk_widget_child_focus (view->buttons, GTK_DIR_TAB_FORWARD);
}

static void
cancel_cb (CopilFicheLifeView *view)
{
  GtkWidget *button = view->moves[view->move];

  hide_panel (view);
  gtk_widget_grab_focus (button);
}

static void
move_cb (CopilFicheLifeView *view, GtkWidget *button)
{
  for (guint i = 0; i < COPIL_N_FICHE_MOVES; i++)
    if (view->moves[i] == button && i != COPIL_FICHE_REOPEN)
      ask (view, (CopilFicheMove)i);
    else if (view->moves[i] == button)
      {
        g_autoptr (GError) error = NULL;

        copil_session_keep (copil_panel_get_session (view));
        copil_session_check (
            copil_panel_get_session (view),
            copil_fiche_life_reopen (copil_panel_get_store (view), view->fiche, &error), &error);
      }
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  cancel_cb (COPIL_FICHE_LIFE_VIEW (data));
  return TRUE;
}

static void
changed_cb (CopilFicheLifeView *view, CopilChanges *changes)
{
  if (view->fiche &&
      (copil_changes_has (changes, "fiche", view->fiche) ||
       copil_changes_has_kind (changes, "meeting") || copil_changes_has_kind (changes, "decision")))
    show (view);
}

/* --- building --- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, GtkWidget *target)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), target);
  if (GTK_IS_DROP_DOWN (target))
    copil_drop_down_set_name (target, gtk_label_get_text (GTK_LABEL (label)));
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
  return label;
}

static void
build_panel (CopilFicheLifeView *view)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *cancel;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  view->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  view->by = copil_drop_down_new (NULL);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (view->by), TRUE);
  view->day = gtk_entry_new ();
  view->text = gtk_entry_new ();
  view->wrong = copil_parts_label_new (NULL, "error");
  view->confirm = copil_parts_button_new ("");
  cancel = copil_parts_button_new (_ ("_Cancel"));
  view->by_label = add_label (view->panel, _ ("Approved _by"), view->by);
  add_label (view->panel, _ ("On which _day"), view->day);
  view->text_label = add_label (view->panel, "", view->text);
  gtk_widget_set_visible (view->wrong, FALSE);
  gtk_widget_add_css_class (view->confirm, "suggested-action");
  g_signal_connect_swapped (view->by, "notify::selected", G_CALLBACK (by_cb), view);
  g_signal_connect_swapped (view->day, "activate", G_CALLBACK (confirm_cb), view);
  g_signal_connect_swapped (view->text, "activate", G_CALLBACK (confirm_cb), view);
  g_signal_connect_swapped (view->confirm, "clicked", G_CALLBACK (confirm_cb), view);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), view);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, view, NULL)));
  gtk_widget_add_controller (view->panel, keys);
  gtk_box_append (GTK_BOX (view->panel), view->wrong);
  gtk_box_append (GTK_BOX (bar), view->confirm);
  gtk_box_append (GTK_BOX (bar), cancel);
  gtk_box_append (GTK_BOX (view->panel), bar);
  gtk_widget_set_visible (view->panel, FALSE);
}

static void
build (CopilFicheLifeView *view)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  view->icon = gtk_image_new ();
  view->state = copil_parts_label_new (NULL, "heading");
  gtk_box_append (GTK_BOX (head), view->icon);
  gtk_box_append (GTK_BOX (head), view->state);
  view->events = copil_parts_label_new (NULL, NULL);
  view->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  for (guint i = 0; i < COPIL_N_FICHE_MOVES; i++)
    {
      view->moves[i] = copil_parts_button_new (_ (looks[i].button));
      g_signal_connect_swapped (view->moves[i], "clicked", G_CALLBACK (move_cb), view);
      gtk_box_append (GTK_BOX (view->buttons), view->moves[i]);
    }
  build_panel (view);
  view->details = copil_form_new (copil_panel_get_session (view), "fiche", "life");
  gtk_widget_set_margin_top (view->details, 6);
  view->expander = gtk_expander_new_with_mnemonic (_ ("_Correct the dates and the decision"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Correct the dates and the decision"), -1);
  gtk_expander_set_child (GTK_EXPANDER (view->expander), view->details);
  gtk_box_append (GTK_BOX (view->box), head);
  gtk_box_append (GTK_BOX (view->box), view->events);
  gtk_box_append (GTK_BOX (view->box), view->buttons);
  gtk_box_append (GTK_BOX (view->box), view->panel);
  gtk_box_append (GTK_BOX (view->box), view->expander);
}

static void
copil_fiche_life_view_dispose (GObject *object)
{
  CopilFicheLifeView *view = COPIL_FICHE_LIFE_VIEW (object);

  if (view->by)
    g_signal_handlers_disconnect_by_data (view->by, view);
  view->by = NULL;
  g_clear_pointer (&view->approvals, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_fiche_life_view_parent_class)->dispose (object);
}

static void
copil_fiche_life_view_class_init (CopilFicheLifeViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_fiche_life_view_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_fiche_life_view_init (CopilFicheLifeView *view)
{
  view->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  copil_panel_set_child (view, view->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Life of the fiche"), -1);
}

GtkWidget *
copil_fiche_life_view_new (CopilSession *session)
{
  CopilFicheLifeView *view = g_object_new (COPIL_TYPE_FICHE_LIFE_VIEW, "session", session, NULL);

  build (view);
  g_signal_connect_object (copil_panel_get_store (view), "changed", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

void
copil_fiche_life_view_set_fiche (CopilFicheLifeView *view, gint64 fiche)
{
  if (view->fiche != fiche)
    hide_panel (view);
  view->fiche = fiche;
  copil_form_set_id (COPIL_FORM (view->details), fiche);
  show (view);
}
