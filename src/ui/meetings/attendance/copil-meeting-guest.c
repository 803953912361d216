/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-guest.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-store.h"
#include "copil-parts.h"
#include "copil-query.h"

struct _CopilMeetingGuest
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;

  GtkWidget *button;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *expert;
  GPtrArray *invited; /* CopilInvited: who came to the last meeting */
};

G_DEFINE_FINAL_TYPE (CopilMeetingGuest, copil_meeting_guest, GTK_TYPE_WIDGET)

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
          copil_committee_dup_name (copil_session_get_store (guest->session), invited->person);
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
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", typed);
  g_autoptr (CopilQuery) query = copil_store_query (
      copil_session_get_store (guest->session),
      "SELECT id, coalesce (civility || ' ', '') || name || coalesce (' – ' || function, '') FROM"
      " person WHERE copil_fold (name || ' ' || coalesce (function, '')) LIKE copil_fold (?2) AND"
      " NOT EXISTS (SELECT 1 FROM attendance WHERE meeting = ?1 AND person = person.id)"
      " ORDER BY position, id LIMIT 30",
      "it", guest->meeting, pattern);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (guest->list)))
    gtk_list_box_remove (GTK_LIST_BOX (guest->list), row);
  if (!*typed)
    append_invited (guest);
  while (copil_query_next (query))
    if (*typed || !find_invited (guest, copil_query_int (query, 0)))
      append_choice (guest, copil_query_int (query, 0), copil_query_text (query, 1));
  if (*typed)
    {
      g_autofree char *text = g_strdup_printf (_ ("Add “%s” as a new person"), typed);
      append_choice (guest, 0, text);
    }
  row = gtk_widget_get_first_child (guest->list);
  if (row)
    gtk_list_box_select_row (GTK_LIST_BOX (guest->list), GTK_LIST_BOX_ROW (row));
}

/* The civility that a name begins with, which is cut off; NULL where there is none. */
static const char *
cut_civility (char *name)
{
  const CopilOption *options =
      copil_kind_get_field (copil_kind_get ("person"), "civility")->options;

  for (guint i = 0; options[i].value; i++)
    {
      gsize length = strlen (options[i].value);

      if (g_str_has_prefix (name, options[i].value) && name[length] == ' ')
        {
          memmove (name, name + length + 1, strlen (name + length + 1) + 1);
          return options[i].value;
        }
    }
  return NULL;
}

static gint64
add_new (CopilMeetingGuest *guest, GError **error)
{
  g_autofree char *name = dup_typed (guest);
  const char *civility = cut_civility (name);

  return copil_store_insert (copil_session_get_store (guest->session), copil_kind_get ("person"),
                             error, "name", name, "civility", civility, "member", "0", NULL);
}

/* Who replaces a member sits as one; the others come as was chosen. */
static const char *
get_role (CopilMeetingGuest *guest, gint64 person)
{
  if (copil_store_query_int (copil_session_get_store (guest->session),
                             "SELECT count(*) FROM person WHERE member = 1 AND"
                             " (alternate = ?1 OR id = ?1)",
                             "i", person))
    return "member";
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (guest->expert)) ? "expert" : "guest";
}

/* While the attendance is taken, who is added is there; before, they are only expected. */
static const char *
get_state (CopilMeetingGuest *guest)
{
  return copil_store_query_int (
             copil_session_get_store (guest->session),
             "SELECT count(*) FROM attendance WHERE meeting = ?1 AND state = 'present'", "i",
             guest->meeting)
             ? "present"
             : NULL;
}

/* Puts the person on the list; 0 is the one whose name is typed. */
static void
add (CopilMeetingGuest *guest, gint64 person)
{
  CopilStore *store = copil_session_get_store (guest->session);
  const CopilKind *kind = copil_kind_get ("attendance");
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ ("Add"), copil_kind_get_label (kind));
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, guest->meeting), *text = NULL;
  CopilInvited *invited = person ? find_invited (guest, person) : NULL;
  g_autoptr (GError) error = NULL;

  copil_session_flush (guest->session);
  if (!copil_session_check (guest->session, copil_store_begin (store, name, &error), error))
    return;
  if (!person)
    person = add_new (guest, &error);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  if (!person || !copil_store_insert (store, kind, &error, "meeting", meeting, "person", text,
                                      "state", get_state (guest), "role",
                                      invited ? invited->role : get_role (guest, person), "reason",
                                      invited ? invited->reason : NULL, NULL))
    {
      copil_store_rollback (store);
      copil_session_check (guest->session, FALSE, error);
      return;
    }
  /* Where it cannot be stored, the name stays as it was typed. */
  if (!copil_session_check (guest->session, copil_store_commit (store, &error), error))
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
  guest->invited =
      copil_committee_list_invited (copil_session_get_store (guest->session), guest->meeting);
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
copil_meeting_guest_dispose (GObject *object)
{
  CopilMeetingGuest *guest = COPIL_MEETING_GUEST (object);

  g_clear_pointer (&guest->button, gtk_widget_unparent);
  g_clear_object (&guest->session);
  g_clear_pointer (&guest->invited, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_meeting_guest_parent_class)->dispose (object);
}

static void
copil_meeting_guest_class_init (CopilMeetingGuestClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_guest_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
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
  gtk_widget_set_parent (guest->button, GTK_WIDGET (guest));
}

GtkWidget *
copil_meeting_guest_new (CopilSession *session)
{
  CopilMeetingGuest *guest = g_object_new (COPIL_TYPE_MEETING_GUEST, NULL);

  guest->session = g_object_ref (session);
  return GTK_WIDGET (guest);
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
