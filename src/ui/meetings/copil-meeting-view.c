/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-view.h"

#include <glib/gi18n-lib.h>

#include "copil-attendance.h"
#include "copil-children.h"
#include "copil-focus.h"
#include "copil-form.h"
#include "copil-meeting-approvals.h"
#include "copil-meeting-details.h"
#include "copil-meeting-export.h"
#include "copil-meeting-minutes-bar.h"
#include "copil-meeting-minutes-followup.h"
#include "copil-meeting-minutes.h"
#include "copil-meeting-notes.h"
#include "copil-parts.h"
#include "copil-meeting-proposal-dialog.h"
#include "copil-meeting-proposal-part.h"
#include "copil-minutes-life.h"
#include "copil-record.h"
#include "copil-sitting.h"
#include "copil-value.h"

struct _CopilMeetingView
{
  CopilPanel parent_instance;

  gint64 meeting;
  gboolean setting;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *minutes_icon;
  GtkWidget *minutes;
  GtkWidget *tabs[COPIL_N_MEETING_SECTIONS];
  GtkWidget *stack;

  GtkWidget *details;
  GtkWidget *attendance;
  GtkWidget *offer;
  GtkWidget *agenda;
  GtkWidget *notes;
  GtkWidget *decisions;
  GtkWidget *followup;  /* of its own decisions, once the minutes are validated */
  GtkWidget *approvals; /* until then: the fiches that they may approve */
  GtkWidget *earlier;
  GtkWidget *closing;
  GtkWidget *life;
  GtkWidget *bar;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (CopilMeetingView, copil_meeting_view, COPIL_TYPE_PANEL)

static const struct
{
  const char *name;
  const char *label;
} sections[COPIL_N_MEETING_SECTIONS] = {
  { "details", NC_ ("section of a meeting", "Det_ails") },
  { "attendance", NC_ ("section of a meeting", "Atte_ndance") },
  { "agenda", NC_ ("section of a meeting", "Agen_da") },
  { "notes", NC_ ("section of a meeting", "N_otes") },
  { "decisions", NC_ ("section of a meeting", "De_cisions") },
  { "closing", NC_ ("section of a meeting", "C_losing") },
  { "minutes", NC_ ("section of a meeting", "_Minutes") },
};

static CopilMeetingSection
get_section (CopilMeetingView *view)
{
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (view->stack));
  guint section = 0;

  while (section + 1 < COPIL_N_MEETING_SECTIONS && g_strcmp0 (sections[section].name, name) != 0)
    section++;
  return section;
}

/* --- Showing --- */

static void
append_part (GString *text, const char *separator, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? separator : "", part);
}

static void
show_header (CopilMeetingView *view)
{
  CopilStore *store = copil_panel_get_store (view);
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, view->meeting);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = NULL, *state = NULL, *minutes = NULL;
  const char *title, *end_time;

  if (!record)
    return;
  date = copil_date_format_long (copil_record_get (record, "date"));
  title = copil_record_get (record, "title");
  end_time = copil_record_get (record, "end_time");
  append_part (text, "", *date ? date : _ ("No date yet"));
  append_part (text, ", ", copil_record_get (record, "time"));
  if (copil_record_get (record, "time"))
    append_part (text, "–", end_time);
  append_part (text, " · ", copil_record_get (record, "place"));
  gtk_label_set_label (GTK_LABEL (view->title), title ? title : copil_kind_get_label (kind));
  gtk_label_set_label (GTK_LABEL (view->subtitle), text->str);
  state = copil_record_format (record, store, "minutes");
  minutes = g_strdup_printf (_ ("Minutes: %s"), *state ? state : "–");
  gtk_label_set_label (GTK_LABEL (view->minutes), minutes);
  gtk_image_set_from_icon_name (
      GTK_IMAGE (view->minutes_icon),
      copil_meeting_get_minutes_icon (copil_record_get (record, "minutes")));
}

/* What the decisions propose for one more. */
static void
show_proposals (CopilMeetingView *view)
{
  CopilStore *store = copil_panel_get_store (view);
  g_autofree char *decision = copil_sitting_next_label (store, view->meeting);

  copil_children_set_initial (COPIL_CHILDREN (view->decisions), "label", decision);
}

/* What validated minutes say is not changed behind their back; what becomes of the decisions is
 * still written down. */
static void
show_closed (CopilMeetingView *view)
{
  gboolean closed = copil_minutes_life_is_closed (copil_panel_get_store (view), view->meeting);

  copil_focus_set_sensitive (view->details, !closed);
  copil_focus_set_sensitive (view->attendance, !closed);
  copil_meeting_proposal_part_set_closed (COPIL_MEETING_PROPOSAL_PART (view->agenda), closed);
  copil_focus_set_sensitive (view->closing, !closed);
  copil_meeting_notes_set_closed (COPIL_MEETING_NOTES (view->notes), closed);
  gtk_widget_set_visible (view->decisions, !closed);
  copil_meeting_followup_set_meeting (
      COPIL_MEETING_FOLLOWUP (view->followup),
      closed && get_section (view) == COPIL_MEETING_SECTION_DECISIONS ? view->meeting : 0);
  copil_meeting_approvals_set_meeting (
      COPIL_MEETING_APPROVALS (view->approvals),
      !closed && get_section (view) == COPIL_MEETING_SECTION_DECISIONS ? view->meeting : 0);
}

/* The sections that do not show wait until they do. */
static void
show_section (CopilMeetingView *view)
{
  switch (get_section (view))
    {
    case COPIL_MEETING_SECTION_ATTENDANCE:
      copil_attendance_set_meeting (COPIL_ATTENDANCE (view->attendance), view->meeting);
      break;
    case COPIL_MEETING_SECTION_AGENDA:
      copil_meeting_proposal_part_set_meeting (COPIL_MEETING_PROPOSAL_PART (view->agenda),
                                               view->meeting);
      break;
    case COPIL_MEETING_SECTION_NOTES:
      copil_meeting_notes_set_meeting (COPIL_MEETING_NOTES (view->notes), view->meeting);
      break;
    case COPIL_MEETING_SECTION_DECISIONS:
      copil_children_set_parent (COPIL_CHILDREN (view->decisions), view->meeting);
      copil_meeting_followup_set_meeting (COPIL_MEETING_FOLLOWUP (view->earlier), view->meeting);
      show_closed (view);
      break;
    case COPIL_MEETING_SECTION_CLOSING:
      copil_form_set_id (COPIL_FORM (view->closing), view->meeting);
      break;
    case COPIL_MEETING_SECTION_MINUTES:
      copil_meeting_minutes_set_meeting (COPIL_MEETING_MINUTES (view->life), view->meeting);
      break;
    case COPIL_MEETING_SECTION_DETAILS:
    case COPIL_N_MEETING_SECTIONS:
    default:
      copil_meeting_details_set_meeting (COPIL_MEETING_DETAILS (view->details), view->meeting);
      break;
    }
}

static void
focus_section (CopilMeetingView *view)
{
  switch (get_section (view))
    {
    case COPIL_MEETING_SECTION_ATTENDANCE:
      copil_attendance_focus (COPIL_ATTENDANCE (view->attendance));
      break;
    case COPIL_MEETING_SECTION_AGENDA:
      copil_meeting_proposal_part_focus (COPIL_MEETING_PROPOSAL_PART (view->agenda), 0);
      break;
    case COPIL_MEETING_SECTION_NOTES:
      copil_meeting_notes_focus (COPIL_MEETING_NOTES (view->notes));
      break;
    case COPIL_MEETING_SECTION_DECISIONS:
      copil_children_focus (COPIL_CHILDREN (view->decisions), 0);
      break;
    case COPIL_MEETING_SECTION_CLOSING:
      copil_form_focus (COPIL_FORM (view->closing), NULL);
      break;
    case COPIL_MEETING_SECTION_MINUTES:
      copil_meeting_minutes_focus (COPIL_MEETING_MINUTES (view->life));
      break;
    case COPIL_MEETING_SECTION_DETAILS:
    case COPIL_N_MEETING_SECTIONS:
    default:
      copil_meeting_details_focus (COPIL_MEETING_DETAILS (view->details));
      break;
    }
}

static void
set_section (CopilMeetingView *view, CopilMeetingSection section)
{
  copil_session_keep (copil_panel_get_session (view));
  gtk_stack_set_visible_child_name (GTK_STACK (view->stack), sections[section].name);
  view->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (view->tabs[section]), TRUE);
  view->setting = FALSE;
  show_section (view);
}

/* --- Callbacks --- */

static void
proposed_cb (CopilMeetingView *view, gint64 item)
{
  set_section (view, COPIL_MEETING_SECTION_AGENDA);
  copil_meeting_proposal_part_focus (COPIL_MEETING_PROPOSAL_PART (view->agenda), item);
}

static void
tab_cb (CopilMeetingView *view, GtkToggleButton *tab)
{
  if (view->setting || !gtk_toggle_button_get_active (tab))
    return;
  for (guint i = 0; i < COPIL_N_MEETING_SECTIONS; i++)
    if (view->tabs[i] == GTK_WIDGET (tab))
      set_section (view, i);
}

static gboolean
shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  copil_meeting_view_turn (COPIL_MEETING_VIEW (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

/* To the agreements on the agenda, which stand under a long list. */
static gboolean
agreement_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CopilMeetingView *view = COPIL_MEETING_VIEW (widget);

  set_section (view, COPIL_MEETING_SECTION_AGENDA);
  copil_meeting_proposal_part_focus_agreement (COPIL_MEETING_PROPOSAL_PART (view->agenda));
  return TRUE;
}

/* The documents of the meeting, to choose one by keyboard. */
static gboolean
documents_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  adw_split_button_popup (ADW_SPLIT_BUTTON (COPIL_MEETING_VIEW (widget)->export));
  return TRUE;
}

static void
changed_cb (CopilMeetingView *view, CopilChanges *changes)
{
  if (!view->meeting)
    return;
  if (copil_changes_has (changes, "meeting", view->meeting))
    {
      show_header (view);
      show_closed (view);
    }
  if (copil_changes_has_kind (changes, "meeting") || copil_changes_has_kind (changes, "item") ||
      copil_changes_has_kind (changes, "decision"))
    show_proposals (view);
}

/* Asks for no more width than it must have: a split that cannot give the natural width gives the
 * least, and leaves the rest empty. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (copil_panel_get_child (widget), orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (copil_panel_get_child (widget), width, height, baseline, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
add_shortcut (GtkWidgetClass *class, const char *trigger, int by)
{
  g_autoptr (GtkShortcut) shortcut =
      gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (trigger),
                                       gtk_callback_action_new (shortcut_cb, NULL, NULL), "i", by);

  gtk_widget_class_add_shortcut (class, shortcut);
}

static void
copil_meeting_view_class_init (CopilMeetingViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                documents_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                agreement_cb, NULL);
  add_shortcut (widget_class, "<Alt>Page_Up", -1);
  add_shortcut (widget_class, "<Alt>Page_Down", 1);
}

static void
copil_meeting_view_init (CopilMeetingView *view)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (view),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/* --- Building --- */

/* The two buttons of a split button, and the one inside the second, are known by nothing else. */
static void
name_parts (GtkWidget *split)
{
  for (GtkWidget *part = gtk_widget_get_first_child (split); part;
       part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_MENU_BUTTON (part))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ ("Export"), -1);
        gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (part)),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Export"), -1);
      }
    else if (GTK_IS_BUTTON (part))
      gtk_accessible_update_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      adw_split_button_get_child (ADW_SPLIT_BUTTON (split)), NULL,
                                      -1);
}

static GtkWidget *
build_header (CopilMeetingView *view)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *export = adw_split_button_new ();
  GtkWidget *sit = copil_parts_button_new (_ ("Open the _sitting"));
  g_autoptr (GMenuModel) menu = copil_meeting_export_menu_new ();

  view->title = copil_parts_label_new (NULL, "title-4");
  view->subtitle = copil_parts_label_new (NULL, NULL);
  view->minutes_icon = gtk_image_new ();
  view->minutes = copil_parts_label_new (NULL, "caption-heading");
  gtk_box_append (GTK_BOX (state), view->minutes_icon);
  gtk_box_append (GTK_BOX (state), view->minutes);
  gtk_box_append (GTK_BOX (texts), view->title);
  gtk_box_append (GTK_BOX (texts), view->subtitle);
  gtk_box_append (GTK_BOX (texts), state);
  gtk_widget_set_hexpand (texts, TRUE);
  copil_parts_set_text (export, _ ("_Minutes…"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (export), menu);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "page.export");
  view->export = export;
  gtk_widget_set_tooltip_text (export, _ ("Export the minutes (Ctrl+E); Ctrl+Shift+E: the other "
                                          "documents"));
  gtk_widget_set_valign (export, GTK_ALIGN_START);
  name_parts (export);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (sit), "page.sit");
  gtk_widget_set_tooltip_text (sit, _ ("Take the attendance, the notes and the decisions while it "
                                       "lasts, on the whole window (F5)"));
  gtk_widget_set_valign (sit, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (header), texts);
  gtk_box_append (GTK_BOX (header), sit);
  gtk_box_append (GTK_BOX (header), export);
  gtk_widget_set_margin_top (header, 12);
  gtk_widget_set_margin_start (header, 12);
  gtk_widget_set_margin_end (header, 12);
  return header;
}

static GtkWidget *
build_tabs (CopilMeetingView *view)
{
  GtkWidget *tabs = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (tabs, "linked");
  gtk_widget_add_css_class (tabs, "tight");
  gtk_widget_set_halign (tabs, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (tabs, 12);
  gtk_widget_set_margin_bottom (tabs, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tabs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections of the meeting"), -1);
  for (guint i = 0; i < COPIL_N_MEETING_SECTIONS; i++)
    {
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "section of a meeting", sections[i].label);

      view->tabs[i] = gtk_toggle_button_new ();
      copil_parts_set_text (view->tabs[i], label);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (view->tabs[i]),
                                     GTK_TOGGLE_BUTTON (view->tabs[0]));
      gtk_widget_set_tooltip_text (view->tabs[i], _ ("Alt+Page Up, Alt+Page Down"));
      g_signal_connect_swapped (view->tabs[i], "toggled", G_CALLBACK (tab_cb), view);
      gtk_box_append (GTK_BOX (tabs), view->tabs[i]);
    }
  return tabs;
}

static GtkWidget *
build_clamp (GtkWidget *child)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_top (child, 6);
  gtk_widget_set_margin_bottom (child, 12);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  return clamp;
}

static void
add_section (CopilMeetingView *view, CopilMeetingSection section, GtkWidget *child,
             gboolean scrolls)
{
  GtkWidget *page = build_clamp (child);

  if (scrolls)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
      page = scrolled;
    }
  gtk_stack_add_named (GTK_STACK (view->stack), page, sections[section].name);
}

static GtkWidget *
build_decisions (CopilMeetingView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  view->decisions =
      copil_children_new (copil_panel_get_session (view), "decision", NULL, _ ("Add a _decision"));
  view->followup = copil_meeting_followup_new (copil_panel_get_session (view), FALSE);
  view->earlier = copil_meeting_followup_new (copil_panel_get_session (view), TRUE);
  view->approvals = copil_meeting_approvals_new (copil_panel_get_session (view));
  gtk_box_append (GTK_BOX (box), view->decisions);
  gtk_box_append (GTK_BOX (box), view->approvals);
  gtk_box_append (GTK_BOX (box), view->followup);
  gtk_box_append (GTK_BOX (box), view->earlier);
  return box;
}

static GtkWidget *
build_closing (CopilMeetingView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *export = copil_parts_button_new (_ ("Export the _minutes…"));
  GtkWidget *next = copil_parts_button_new (_ ("Prepare the ne_xt meeting"));

  view->closing = copil_form_new (copil_panel_get_session (view), "meeting", "closing");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "page.export");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (next), "page.add");
  gtk_box_append (GTK_BOX (buttons), export);
  gtk_box_append (GTK_BOX (buttons), next);
  gtk_box_append (GTK_BOX (box), view->closing);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
build (CopilMeetingView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  view->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (view->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (view->stack), FALSE);
  gtk_widget_set_vexpand (view->stack, TRUE);
  view->details = copil_meeting_details_new (copil_panel_get_session (view));
  view->attendance = copil_attendance_new (copil_panel_get_session (view));
  view->offer = copil_meeting_proposal_offer_new (copil_panel_get_session (view));
  view->agenda = copil_meeting_proposal_part_new (copil_panel_get_session (view));
  view->notes = copil_meeting_notes_new (copil_panel_get_session (view));
  view->life = copil_meeting_minutes_new (copil_panel_get_session (view));
  view->bar = copil_meeting_bar_new (copil_panel_get_session (view));
  add_section (view, COPIL_MEETING_SECTION_DETAILS, view->details, TRUE);
  add_section (view, COPIL_MEETING_SECTION_ATTENDANCE, view->attendance, TRUE);
  add_section (view, COPIL_MEETING_SECTION_AGENDA, view->agenda, TRUE);
  add_section (view, COPIL_MEETING_SECTION_NOTES, view->notes, FALSE);
  add_section (view, COPIL_MEETING_SECTION_DECISIONS, build_decisions (view), TRUE);
  add_section (view, COPIL_MEETING_SECTION_CLOSING, build_closing (view), TRUE);
  add_section (view, COPIL_MEETING_SECTION_MINUTES, view->life, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (view));
  gtk_box_append (GTK_BOX (box), build_tabs (view));
  gtk_box_append (GTK_BOX (box), view->bar);
  gtk_box_append (GTK_BOX (box), view->offer);
  gtk_box_append (GTK_BOX (box), view->stack);
  copil_panel_set_child (view, box);
  set_section (view, COPIL_MEETING_SECTION_DETAILS);
}

GtkWidget *
copil_meeting_view_new (CopilSession *session)
{
  CopilMeetingView *view = g_object_new (COPIL_TYPE_MEETING_VIEW, "session", session, NULL);

  build (view);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           view, G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

void
copil_meeting_view_set_meeting (CopilMeetingView *view, gint64 meeting)
{
  if (view->meeting == meeting)
    return;
  copil_session_keep (copil_panel_get_session (view));
  view->meeting = meeting;
  copil_meeting_bar_set_meeting (COPIL_MEETING_BAR (view->bar), meeting);
  copil_meeting_proposal_offer_set_meeting (COPIL_MEETING_PROPOSAL_OFFER (view->offer), 0);
  show_header (view);
  show_proposals (view);
  show_section (view);
  show_closed (view);
}

void
copil_meeting_view_show_section (CopilMeetingView *view, CopilMeetingSection section)
{
  set_section (view, section);
  focus_section (view);
}

void
copil_meeting_view_focus (CopilMeetingView *view)
{
  focus_section (view);
}

void
copil_meeting_view_show_item (CopilMeetingView *view, gint64 item)
{
  set_section (view, COPIL_MEETING_SECTION_NOTES);
  copil_meeting_notes_set_item (COPIL_MEETING_NOTES (view->notes), item);
  focus_section (view);
}

void
copil_meeting_view_show_decision (CopilMeetingView *view, gint64 decision)
{
  set_section (view, COPIL_MEETING_SECTION_DECISIONS);
  copil_children_focus (COPIL_CHILDREN (view->decisions), decision);
}

void
copil_meeting_view_turn (CopilMeetingView *view, int direction)
{
  int section = (int)get_section (view) + direction;

  if (section >= 0 && section < COPIL_N_MEETING_SECTIONS)
    copil_meeting_view_show_section (view, (CopilMeetingSection)section);
}

void
copil_meeting_view_offer_agenda (CopilMeetingView *view)
{
  copil_meeting_proposal_offer_set_meeting (COPIL_MEETING_PROPOSAL_OFFER (view->offer),
                                            view->meeting);
}

void
copil_meeting_view_propose (CopilMeetingView *view)
{
  GtkWidget *dialog;

  if (!view->meeting || copil_minutes_life_is_closed (copil_panel_get_store (view), view->meeting))
    return;
  copil_meeting_proposal_offer_set_meeting (COPIL_MEETING_PROPOSAL_OFFER (view->offer), 0);
  dialog = copil_meeting_proposal_dialog_new (copil_panel_get_session (view), GTK_WIDGET (view),
                                              view->meeting);
  g_signal_connect_object (dialog, "added", G_CALLBACK (proposed_cb), view, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
