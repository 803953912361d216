/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meetings-page.h"

#include <glib/gi18n-lib.h>

#include "copil-meeting-export.h"
#include "copil-meeting-list.h"
#include "copil-parts.h"
#include "copil-meeting-rules.h"
#include "copil-meeting-view.h"
#include "copil-proposal-agenda.h"
#include "copil-publish.h"
#include "copil-record.h"
#include "copil-split.h"
#include "copil-value.h"

struct _CopilMeetingsPage
{
  CopilPanel parent_instance;

  GtkWidget *split;
  GtkWidget *list;

  GtkWidget *view;
  gboolean public; /* exports leave out what is confidential */
};

enum
{
  PROP_PUBLIC = 1
};

G_DEFINE_FINAL_TYPE (CopilMeetingsPage, copil_meetings_page, COPIL_TYPE_PANEL)

/* --- Showing --- */

static void
enable (CopilMeetingsPage *page, gint64 id)
{
  gboolean writes = !copil_store_is_read_only (copil_panel_get_store (page));

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.add", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.duplicate", id && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.delete", id && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.propose", id && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export-meeting", id != 0);
}

static void
selected_cb (CopilMeetingsPage *page, gint64 id)
{
  gtk_stack_set_visible_child_name (GTK_STACK (copil_panel_get_child (page)),
                                    id ? "meetings" : "none");
  copil_meeting_view_set_meeting (COPIL_MEETING_VIEW (page->view), id);
  enable (page, id);
}

static void
activated_cb (CopilMeetingsPage *page, gboolean keyboard)
{
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
  if (keyboard)
    copil_meeting_view_focus (COPIL_MEETING_VIEW (page->view));
}

static void
show_meeting (CopilMeetingsPage *page, gint64 id)
{
  copil_meeting_list_set_id (COPIL_MEETING_LIST (page->list), id);
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

/* --- Actions --- */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilMeetingsPage *page = COPIL_MEETINGS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 id;

  copil_session_keep (copil_panel_get_session (page));
  id = copil_agenda_new_meeting (copil_panel_get_store (page), copil_today (), &error);
  if (!copil_session_check (copil_panel_get_session (page), id != 0, &error))
    return;
  show_meeting (page, id);
  copil_meeting_view_show_section (COPIL_MEETING_VIEW (page->view), COPIL_MEETING_SECTION_DETAILS);
  copil_meeting_view_offer_agenda (COPIL_MEETING_VIEW (page->view));
}

static void
sit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 id = copil_meeting_list_get_id (COPIL_MEETING_LIST (COPIL_MEETINGS_PAGE (widget)->list));

  if (id)
    gtk_widget_activate_action (widget, "win.sitting", "x", id);
}

static void
propose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_meeting_view_propose (COPIL_MEETING_VIEW (COPIL_MEETINGS_PAGE (widget)->view));
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilMeetingsPage *page = COPIL_MEETINGS_PAGE (widget);
  gint64 id = copil_session_duplicate (copil_panel_get_session (page), "meeting",
                                       copil_meeting_list_get_id (COPIL_MEETING_LIST (page->list)));

  if (!id)
    return;
  show_meeting (page, id);
  copil_meeting_view_show_section (COPIL_MEETING_VIEW (page->view), COPIL_MEETING_SECTION_DETAILS);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilMeetingsPage *page = COPIL_MEETINGS_PAGE (widget);

  copil_session_delete (copil_panel_get_session (page), "meeting",
                        copil_meeting_list_get_id (COPIL_MEETING_LIST (page->list)));
  copil_split_show_detail (COPIL_SPLIT (page->split), FALSE);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilMeetingsPage *page = COPIL_MEETINGS_PAGE (widget);
  gint64 id = copil_meeting_list_get_id (COPIL_MEETING_LIST (page->list));

  if (id)
    copil_meeting_export_run (widget, copil_panel_get_session (page), id,
                              parameter ? g_variant_get_string (parameter, NULL) : "minutes.odt",
                              page->public ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS);
}

static void
copil_meetings_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, COPIL_MEETINGS_PAGE (object)->public);
}

static void
copil_meetings_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  COPIL_MEETINGS_PAGE (object)->public = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, spec);
}

/* From the list too, as long as a meeting shows. */
static gboolean
turn_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CopilMeetingsPage *page = COPIL_MEETINGS_PAGE (widget);

  if (!copil_meeting_list_get_id (COPIL_MEETING_LIST (page->list)))
    return FALSE;
  copil_meeting_view_turn (COPIL_MEETING_VIEW (page->view), g_variant_get_int32 (arguments));
  return TRUE;
}

static void
copil_meetings_page_class_init (CopilMeetingsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->get_property = copil_meetings_page_get_property;
  G_OBJECT_CLASS (class)->set_property = copil_meetings_page_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (class), PROP_PUBLIC,
      g_param_spec_boolean ("public", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.sit", NULL, sit_cb);
  gtk_widget_class_install_action (widget_class, "page.propose", NULL, propose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.propose", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, turn_cb, "i", 1);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-meeting", "s", export_cb);
  gtk_widget_class_install_property_action (widget_class, "page.public", "public");
}

static void
copil_meetings_page_init (CopilMeetingsPage *page)
{
}

/* --- Building --- */

static GtkWidget *
build_button (const char *icon, const char *tip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
build_list (CopilMeetingsPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_New meeting"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (add), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.add");
  gtk_widget_set_tooltip_text (add, _ ("New meeting (Ctrl+Shift+N)"));
  gtk_widget_set_hexpand (add, TRUE);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (bar), add);
  gtk_box_append (
      GTK_BOX (bar),
      build_button ("edit-copy-symbolic", _ ("Duplicate the meeting (Ctrl+D)"), "page.duplicate"));
  gtk_box_append (GTK_BOX (bar), build_button ("user-trash-symbolic",
                                               _ ("Delete the meeting (Delete)"), "page.delete"));
  gtk_widget_add_css_class (bar, "toolbar-row");
  page->list = copil_meeting_list_new (copil_panel_get_session (page));
  gtk_widget_set_vexpand (page->list, TRUE);
  g_signal_connect_swapped (page->list, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (page->list, "activated", G_CALLBACK (activated_cb), page);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page->list);
  gtk_widget_set_size_request (box, 260, -1);
  return box;
}

static GtkWidget *
build_none (void)
{
  GtkWidget *none = adw_status_page_new (), *add = copil_parts_button_new (_ ("_New meeting"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No meeting yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (none),
      _ ("A new meeting comes with the members of the committee, ready to be convened."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.add");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (none), add);
  return none;
}

/* The next meeting is what one comes for; else the last one. */
static void
select_first (CopilMeetingsPage *page)
{
  gint64 id = copil_meeting_find_next (copil_panel_get_store (page));

  if (id)
    copil_meeting_list_set_id (COPIL_MEETING_LIST (page->list), id);
  else
    selected_cb (page, 0);
}

GtkWidget *
copil_meetings_page_new (CopilSession *session)
{
  CopilMeetingsPage *page = g_object_new (COPIL_TYPE_MEETINGS_PAGE, "session", session, NULL);
  GtkWidget *list, *stack = gtk_stack_new ();

  page->view = copil_meeting_view_new (session);
  list = build_list (page);
  page->split = copil_split_new (list, page->view, _ ("Meetings"), 460);
  /* Here it is the meeting that takes the width, and the list that keeps its own. */
  gtk_widget_set_hexpand (list, FALSE);
  for (GtkWidget *at = page->view; at != page->split; at = gtk_widget_get_parent (at))
    gtk_widget_set_hexpand (at, TRUE);
  gtk_stack_add_named (GTK_STACK (stack), page->split, "meetings");
  gtk_stack_add_named (GTK_STACK (stack), build_none (), "none");
  copil_panel_set_child (page, stack);
  select_first (page);
  return GTK_WIDGET (page);
}

void
copil_meetings_page_show (CopilMeetingsPage *page, const char *kind, gint64 id)
{
  gboolean item = g_str_equal (kind, "item"), decision = g_str_equal (kind, "decision");
  g_autoptr (CopilRecord) record =
      copil_store_load (copil_panel_get_store (page), copil_kind_get (kind), id);
  gint64 meeting = id;

  if (item || decision)
    meeting = record ? copil_record_get_int (record, "meeting") : 0;
  show_meeting (page, meeting);
  if (item)
    copil_meeting_view_show_item (COPIL_MEETING_VIEW (page->view), id);
  else if (decision)
    copil_meeting_view_show_decision (COPIL_MEETING_VIEW (page->view), id);
}
