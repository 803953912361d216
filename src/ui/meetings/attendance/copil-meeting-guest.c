/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-guest.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-store.h"
#include "copil-parts.h"
#include "copil-presence.h"

struct _CopilMeetingGuest
{
  CopilPanel parent_instance;

  gint64 meeting;

  GtkWidget *button;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *expert;
  GPtrArray *invited; /* CopilInvited: who came to the last meeting */
};

G_DEFINE_FINAL_TYPE (CopilMeetingGuest, copil_meeting_guest, COPIL_TYPE_PANEL)

enum
{
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
dup_typed (CopilMeetingGuest *guest)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (guest->search))));
}

static void
append_choice (CopilMeetingGuest *guest, gint64 person, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "person", g_memdup2 (&person, sizeof person), g_free);
  gtk_list_box_append (GTK_LIST_BOX (guest->list), row);
}

static CopilInvited *
find_invited (CopilMeetingGuest *guest, gint64 person)
{
  for (guint i = 0; guest->invited && i < guest->invited->len; i++)
    if (((CopilInvited *)guest->invited->pdata[i])->person == person)
      return guest->invited->pdata[i];
  return NULL;
}

/* The experts and guests of the last meeting come first, with their reason. */
static void
append_invited (CopilMeetingGuest *guest)
{
  const CopilField *roles = copil_kind_get_field (copil_kind_get ("attendance"), "role");

  for (guint i = 0; guest->invited && i < guest->invited->len; i++)
    {
      CopilInvited *invited = guest->invited->pdata[i];
      g_autofree char *name =
          copil_committee_dup_name (copil_panel_get_store (guest), invited->person);
      const char *role = copil_field_get_option_label (roles, invited->role);
      /* Translators: who came to the last meeting: name, role, reason */
      g_autofree char *text =
          invited->reason
              ? g_strdup_printf (_ ("%s – %s at the last meeting: %s"), name, role, invited->reason)
              : g_strdup_printf (_ ("%s – %s at the last meeting"), name, role);

      append_choice (guest, invited->person, text);
    }
}

/* Who is not on the list yet and matches what is typed; then that name as a new person's. */
static void
fill (CopilMeetingGuest *guest)
{
  g_autofree char *typed = dup_typed (guest);
  g_autoptr (GPtrArray) others =
      copil_presence_find_others (copil_panel_get_store (guest), guest->meeting, typed);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (guest->list)))
    gtk_list_box_remove (GTK_LIST_BOX (guest->list), row);
  if (!*typed)
    append_invited (guest);
  for (guint i = 0; i < others->len; i++)
    {
      const CopilPresence *other = others->pdata[i];
      g_autofree char *text = g_strjoin (" – ", other->name, other->function, NULL);

      if (*typed || !find_invited (guest, other->person))
        append_choice (guest, other->person, text);
    }
  if (*typed)
    {
      g_autofree char *text = g_strdup_printf (_ ("Add “%s” as a new person"), typed);
      append_choice (guest, 0, text);
    }
  row = gtk_widget_get_first_child (guest->list);
  if (row)
    gtk_list_box_select_row (GTK_LIST_BOX (guest->list), GTK_LIST_BOX_ROW (row));
}

/* Puts the person on the list; 0 is the one whose name is typed. */
static void
add (CopilMeetingGuest *guest, gint64 person)
{
  CopilStore *store = copil_panel_get_store (guest);
  CopilInvited *invited = person ? find_invited (guest, person) : NULL;
  gboolean expert = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (guest->expert));
  g_autofree char *name = dup_typed (guest);
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (guest));
  person = copil_presence_invite (
      store, guest->meeting, person, name,
      invited ? invited->role
              : copil_presence_get_role (store, person, expert ? "expert" : "guest"),
      invited ? invited->reason : NULL, &error);
  /* Where it cannot be stored, the name stays as it was typed. */
  if (!copil_session_check (copil_panel_get_session (guest), person != 0, &error))
    return;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (guest->button));
  g_signal_emit (guest, signals[ADDED], 0, person);
}

static void
choose (CopilMeetingGuest *guest, GtkListBoxRow *row)
{
  gint64 *person = row ? g_object_get_data (G_OBJECT (row), "person") : NULL;

  if (person && guest->meeting)
    add (guest, *person);
}

static void
row_activated_cb (CopilMeetingGuest *guest, GtkListBoxRow *row)
{
  choose (guest, row);
}

static void
search_activate_cb (CopilMeetingGuest *guest)
{
  fill (guest); /* the list waits for a pause in the typing */
  choose (guest, gtk_list_box_get_selected_row (GTK_LIST_BOX (guest->list)));
}

static void
shown_cb (CopilMeetingGuest *guest)
{
  g_clear_pointer (&guest->invited, g_ptr_array_unref);
  guest->invited = copil_committee_list_invited (copil_panel_get_store (guest), guest->meeting);
  gtk_editable_set_text (GTK_EDITABLE (guest->search), "");
  fill (guest);
  gtk_widget_grab_focus (guest->search);
}

/* Up and Down choose in the list while the letters go to the entry. */
static gboolean
key_cb (CopilMeetingGuest *guest, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (guest->list));
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (!step)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (guest->list),
                                       row ? MAX (gtk_list_box_row_get_index (row) + step, 0) : 0);
  if (row)
    gtk_list_box_select_row (GTK_LIST_BOX (guest->list), row);
  return GDK_EVENT_STOP;
}

static void
copil_meeting_guest_finalize (GObject *object)
{
  g_clear_pointer (&COPIL_MEETING_GUEST (object)->invited, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_meeting_guest_parent_class)->finalize (object);
}

static void
copil_meeting_guest_class_init (CopilMeetingGuestClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_guest_finalize;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
build_roles (CopilMeetingGuest *guest)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("attendance"), "role");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *other =
      gtk_toggle_button_new_with_label (copil_field_get_option_label (field, "guest"));

  guest->expert = gtk_toggle_button_new_with_label (copil_field_get_option_label (field, "expert"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (guest->expert), GTK_TOGGLE_BUTTON (other));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), guest->expert);
  return box;
}

static void
copil_meeting_guest_init (CopilMeetingGuest *guest)
{
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  guest->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (guest->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name or function"), -1);
  g_object_set (guest->search, "placeholder-text", _ ("Name or function"), NULL);
  g_signal_connect_swapped (guest->search, "search-changed", G_CALLBACK (fill), guest);
  g_signal_connect_swapped (guest->search, "activate", G_CALLBACK (search_activate_cb), guest);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), guest);
  gtk_widget_add_controller (guest->search, keys);
  guest->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (guest->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Persons"), -1);
  g_signal_connect_swapped (guest->list, "row-activated", G_CALLBACK (row_activated_cb), guest);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), guest->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 320, 200);
  gtk_box_append (GTK_BOX (box), build_roles (guest));
  gtk_box_append (GTK_BOX (box), guest->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), guest);
  guest->button = gtk_menu_button_new ();
  copil_parts_set_text (guest->button, _ ("_Invite…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (guest->button), popover);
  copil_panel_set_child (guest, guest->button);
}

GtkWidget *
copil_meeting_guest_new (CopilSession *session)
{
  return g_object_new (COPIL_TYPE_MEETING_GUEST, "session", session, NULL);
}

void
copil_meeting_guest_set_meeting (CopilMeetingGuest *guest, gint64 meeting)
{
  guest->meeting = meeting;
}

void
copil_meeting_guest_open (CopilMeetingGuest *guest)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (guest->button));
}
