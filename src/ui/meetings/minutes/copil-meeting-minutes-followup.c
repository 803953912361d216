/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-followup.h"

#include <glib/gi18n-lib.h>

#include "copil-fiche-life.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-minutes-life-decision.h"
#include "copil-status.h"
#include "copil-value.h"
#include "copil-view-decision.h"

/* One decision on screen. */
typedef struct
{
  CopilMeetingFollowup *followup; /* not owned */
  gint64 id;
  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *status;
  GtkWidget *form;
  GtkWidget *close;
  GtkWidget *report[2]; /* onto the engagement, onto the fiche */
  GtkWidget *approve;   /* the fiche */
  GtkWidget *open;      /* the fiche */
  GSimpleActionGroup *actions;
} Line;

static const char *const targets[2] = { "engagement", "fiche" };

struct _CopilMeetingFollowup
{
  CopilPanel parent_instance;

  gint64 meeting;
  gboolean earlier;
  GPtrArray *lines; /* Line, in order */

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingFollowup, copil_meeting_followup, COPIL_TYPE_PANEL)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->actions);
  g_free (line);
}

static void
append_fact (GString *text, const char *fact)
{
  if (fact && *fact)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", fact);
}

/* « Comité du 12 mars 2023 · Mme Claire Montfort · pour le 1er juin 2023, en retard de 40 jours ».
 */
static char *
say_facts (Line *line, const CopilViewDecision *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = copil_date_format_long (decision->meeting);
  g_autofree char *due = copil_date_format_long (decision->due);
  int late = decision->late;

  if (line->followup->earlier && *date)
    {
      g_autofree char *meeting = g_strdup_printf (_ ("Meeting of %s"), date);
      append_fact (text, meeting);
    }
  append_fact (text, decision->lead);
  if (*due)
    {
      g_autofree char *until = g_strdup_printf (_ ("due on %s"), due);
      append_fact (text, until);
    }
  if (late > 0)
    {
      g_autofree char *days =
          g_strdup_printf (ngettext ("%d day late", "%d days late", late), late);
      append_fact (text, days);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_report (Line *line, guint i, gint64 target, gboolean closed)
{
  g_autofree char *called = NULL, *text = NULL;

  gtk_widget_set_visible (line->report[i], target && closed);
  if (!target)
    return;
  called = copil_store_describe (copil_panel_get_store (line->followup),
                                 copil_kind_get (targets[i]), target);
  text = g_strdup_printf (_ ("Report onto: %s"), called);
  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (line->report[i]))),
                       text);
  gtk_widget_set_tooltip_text (line->report[i], text);
}

static void
set_text (GtkWidget *button, const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The fiche that the decision is about: to be opened, and approved where it is not yet. */
static void
show_fiche (Line *line, gint64 fiche)
{
  CopilStore *store = copil_panel_get_store (line->followup);
  g_autofree char *called = NULL, *open = NULL, *approve = NULL;

  gtk_widget_set_visible (line->open, fiche != 0);
  gtk_widget_set_visible (line->approve,
                          fiche && !copil_store_is_read_only (store) &&
                              copil_fiche_life_can (store, fiche, COPIL_FICHE_APPROVE, NULL));
  if (!fiche)
    return;
  called = copil_store_describe (store, copil_kind_get ("fiche"), fiche);
  open = g_strdup_printf (_ ("Open: %s"), called);
  approve = g_strdup_printf (_ ("Approves: %s"), called);
  set_text (line->open, open);
  set_text (line->approve, approve);
  gtk_widget_set_tooltip_text (line->approve,
                               _ ("The fiche is approved by this decision of the meeting"));
}

static void
show (Line *line)
{
  CopilStore *store = copil_panel_get_store (line->followup);
  g_autoptr (CopilViewDecision) decision = copil_view_load_decision (store, line->id);
  g_autofree char *facts = NULL;
  gboolean closed;

  if (!decision)
    return;
  facts = say_facts (line, decision);
  closed = copil_view_decision_is_closed (decision);
  gtk_label_set_label (GTK_LABEL (line->title), decision->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  decision->title, -1);
  gtk_label_set_label (GTK_LABEL (line->facts), facts);
  gtk_widget_set_visible (line->facts, *facts != '\0');
  copil_status_set (line->status, "decision", decision->status, decision->late > 0, NULL);
  gtk_widget_set_visible (line->close, !closed && !copil_store_is_read_only (store));
  show_fiche (line, decision->fiche);
  closed =
      closed && !g_str_equal (decision->status, "adopted") && !copil_store_is_read_only (store);
  show_report (line, 0, decision->engagement, closed);
  show_report (line, 1, decision->fiche, closed);
}

static void
close_cb (Line *line)
{
  CopilMeetingFollowup *followup = line->followup;
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (followup));
  if (copil_session_check (copil_panel_get_session (followup),
                           copil_minutes_life_close (copil_panel_get_store (followup), line->id,
                                                     "done", copil_today (), &error),
                           &error))
    copil_form_focus (COPIL_FORM (line->form), "outcome");
}

static gint64
get_fiche (Line *line)
{
  g_autoptr (CopilViewDecision) decision =
      copil_view_load_decision (copil_panel_get_store (line->followup), line->id);

  return decision ? decision->fiche : 0;
}

static void
open_cb (Line *line)
{
  copil_session_go (copil_panel_get_session (line->followup), "fiche", get_fiche (line));
}

static void
approve_cb (Line *line)
{
  CopilMeetingFollowup *followup = line->followup;
  g_autoptr (GError) error = NULL;

  if (!copil_session_settle (copil_panel_get_session (followup)))
    return;
  if (copil_session_check (copil_panel_get_session (followup),
                           copil_fiche_life_approve (copil_panel_get_store (followup),
                                                     get_fiche (line), 0, line->id, NULL, &error),
                           &error))
    g_signal_emit_by_name (copil_panel_get_session (followup), "toast",
                           _ ("The fiche is approved."), TRUE);
}

static void
report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Line *line = data;
  CopilMeetingFollowup *followup = line->followup;
  g_auto (GStrv) words = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (followup));
  if (copil_session_check (copil_panel_get_session (followup),
                           copil_minutes_life_report (copil_panel_get_store (followup), line->id,
                                                      words[0], *words[1] ? words[1] : NULL,
                                                      &error),
                           &error))
    g_signal_emit_by_name (copil_panel_get_session (followup), "toast",
                           _ ("The decision is reported."), TRUE);
}

/* --- Building --- */

static GtkWidget *
build_report (guint i)
{
  static const struct
  {
    const char *status, *label;
  } choices[] = {
    { "", N_ ("_Note it only") },
    { "in_progress", N_ ("Note it, status “_In progress”") },
    { "done", N_ ("Note it, status “_Done”") },
    { "abandoned", N_ ("Note it, status “_Abandoned”") },
  };
  GtkWidget *button = gtk_menu_button_new (), *label = gtk_label_new (NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint c = 0; c < G_N_ELEMENTS (choices); c++)
    {
      g_autofree char *value = g_strdup_printf ("%s %s", targets[i], choices[c].status);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices[c].label), NULL);

      g_menu_item_set_action_and_target (item, "decision.report", "s", value);
      g_menu_append_item (menu, item);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  /* The keyboard comes to the button inside. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
build_button (Line *line, GCallback callback)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_signal_connect_swapped (button, "clicked", callback, line);
  return button;
}

static Line *
line_new (CopilMeetingFollowup *followup, gint64 id)
{
  static const GActionEntry entries[] = {
    { .name = "report", .activate = report_cb, .parameter_type = "s" }
  };
  Line *line = g_new0 (Line, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  line->followup = followup;
  line->id = id;
  line->card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (line->card, "card");
  gtk_widget_add_css_class (line->card, "form");
  line->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (line->actions), entries, G_N_ELEMENTS (entries),
                                   line);
  gtk_widget_insert_action_group (line->card, "decision", G_ACTION_GROUP (line->actions));
  line->title = copil_parts_label_new (NULL, NULL);
  line->facts = copil_parts_label_new (NULL, "caption");
  line->status = copil_status_new ();
  line->form = copil_form_new (copil_panel_get_session (followup), "decision", "followup");
  line->close = copil_parts_button_new (_ ("C_lose the decision"));
  gtk_widget_set_tooltip_text (line->close, _ ("Sets it done today, and asks what became of it"));
  g_signal_connect_swapped (line->close, "clicked", G_CALLBACK (close_cb), line);
  gtk_widget_set_hexpand (line->title, TRUE);
  gtk_widget_set_valign (line->status, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), line->title);
  gtk_box_append (GTK_BOX (head), line->status);
  line->approve = build_button (line, G_CALLBACK (approve_cb));
  line->open = build_button (line, G_CALLBACK (open_cb));
  gtk_box_append (GTK_BOX (buttons), line->close);
  gtk_box_append (GTK_BOX (buttons), line->approve);
  for (guint i = 0; i < 2; i++)
    {
      line->report[i] = build_report (i);
      gtk_box_append (GTK_BOX (buttons), line->report[i]);
    }
  gtk_widget_set_halign (line->open, GTK_ALIGN_START);
  gtk_widget_add_css_class (line->open, "flat");
  gtk_box_append (GTK_BOX (line->card), head);
  gtk_box_append (GTK_BOX (line->card), line->facts);
  gtk_box_append (GTK_BOX (line->card), line->form);
  gtk_box_append (GTK_BOX (line->card), buttons);
  gtk_box_append (GTK_BOX (line->card), line->open);
  copil_form_set_id (COPIL_FORM (line->form), id);
  show (line);
  return line;
}

static void
clear (CopilMeetingFollowup *followup)
{
  if (followup->lines->len)
    copil_session_keep (copil_panel_get_session (followup));
  while (followup->lines->len)
    {
      Line *line = followup->lines->pdata[followup->lines->len - 1];

      gtk_widget_insert_action_group (line->card, "decision", NULL);
      gtk_box_remove (GTK_BOX (followup->list), line->card);
      g_ptr_array_set_size (followup->lines, followup->lines->len - 1);
    }
}

static GArray *
load_ids (CopilMeetingFollowup *followup)
{
  CopilStore *store = copil_panel_get_store (followup);
  g_autoptr (GPtrArray) decisions = NULL;
  GArray *ids;

  if (followup->earlier)
    return copil_minutes_life_list_open (store, followup->meeting);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  decisions = copil_view_list_decisions (store, followup->meeting);
  for (guint i = 0; i < decisions->len; i++)
    g_array_append_val (ids, ((CopilViewDecision *)decisions->pdata[i])->id);
  return ids;
}

static void
fill (CopilMeetingFollowup *followup)
{
  g_autoptr (GArray) ids = load_ids (followup);

  clear (followup);
  for (guint i = 0; i < ids->len; i++)
    {
      Line *line = line_new (followup, g_array_index (ids, gint64, i));

      g_ptr_array_add (followup->lines, line);
      gtk_box_append (GTK_BOX (followup->list), line->card);
    }
  gtk_widget_set_visible (GTK_WIDGET (followup), ids->len > 0);
}

/* Something came or went that is not simply closed while it shows. */
static gboolean
has_moved (CopilMeetingFollowup *followup, CopilChanges *changes)
{
  return copil_changes_moved (changes, "decision") || copil_changes_moved (changes, "meeting");
}

static void
changed_cb (CopilMeetingFollowup *followup, CopilChanges *changes)
{
  if (!followup->meeting)
    return;
  if (has_moved (followup, changes))
    fill (followup);
  else if (copil_changes_has_kind (changes, "decision") ||
           copil_changes_has_kind (changes, "engagement") ||
           copil_changes_has_kind (changes, "fiche") || copil_changes_has_kind (changes, "person"))
    for (guint i = 0; i < followup->lines->len; i++)
      show (followup->lines->pdata[i]);
}

static void
copil_meeting_followup_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_MEETING_FOLLOWUP (object)->lines);
  G_OBJECT_CLASS (copil_meeting_followup_parent_class)->finalize (object);
}

static void
copil_meeting_followup_class_init (CopilMeetingFollowupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_followup_finalize;
}

static void
copil_meeting_followup_init (CopilMeetingFollowup *followup)
{
  followup->lines = g_ptr_array_new_with_free_func (line_free);
  followup->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
}

GtkWidget *
copil_meeting_followup_new (CopilSession *session, gboolean earlier)
{
  CopilMeetingFollowup *followup =
      g_object_new (COPIL_TYPE_MEETING_FOLLOWUP, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  followup->earlier = earlier;
  if (earlier)
    gtk_box_append (GTK_BOX (box),
                    copil_parts_label_new (_ ("Earlier decisions still open"), "heading"));
  gtk_box_append (GTK_BOX (box), followup->list);
  copil_panel_set_child (followup, box);
  gtk_widget_set_visible (GTK_WIDGET (followup), FALSE);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           followup, G_CONNECT_SWAPPED);
  return GTK_WIDGET (followup);
}

void
copil_meeting_followup_set_meeting (CopilMeetingFollowup *followup, gint64 meeting)
{
  if (followup->meeting == meeting)
    return;
  followup->meeting = meeting;
  fill (followup);
}
