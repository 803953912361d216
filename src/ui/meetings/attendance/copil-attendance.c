/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-attendance.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-line.h"
#include "copil-committee-store.h"
#include "copil-meeting-guest.h"
#include "copil-parts.h"
#include "copil-meeting-person.h"
#include "copil-presence.h"

struct _CopilAttendance
{
  CopilPanel parent_instance;

  gint64 meeting;

  GtkWidget *counts;
  GtkWidget *finding;
  GtkWidget *all;
  GtkWidget *guest;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilAttendance, copil_attendance, COPIL_TYPE_PANEL)

static CopilMeetingPerson *
get_line (CopilAttendance *attendance, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (attendance->list), place);
  return row ? COPIL_MEETING_PERSON (row) : NULL;
}

static int
find (CopilAttendance *attendance, gint64 person)
{
  CopilMeetingPerson *line;

  for (int i = 0; (line = get_line (attendance, i)); i++)
    if (copil_meeting_person_get_id (line) == person)
      return i;
  return -1;
}

static void
show_counts (CopilAttendance *attendance)
{
  static const char *const states[] = { "present", "excused", "represented", "absent" };
  guint n[G_N_ELEMENTS (states) + 1] = { 0 };
  g_autofree char *text = NULL;
  CopilMeetingPerson *line;

  for (int i = 0; (line = get_line (attendance, i)); i++)
    {
      guint state = 0;

      while (state < G_N_ELEMENTS (states) &&
             g_strcmp0 (states[state], copil_meeting_person_get_state (line)) != 0)
        state++;
      n[state]++;
    }
  text = copil_presence_format_counts (n[0], n[1], n[2], n[3], n[4]);
  gtk_label_set_label (GTK_LABEL (attendance->counts), text);
  gtk_widget_set_sensitive (attendance->all, n[4] > 0);
}

/* The next person's line gets the keyboard. */
static void
done_cb (CopilAttendance *attendance, CopilMeetingPerson *line)
{
  CopilMeetingPerson *next =
      get_line (attendance, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)) + 1);

  gtk_widget_grab_focus (GTK_WIDGET (next ? next : line));
}

static CopilMeetingPerson *
make_line (CopilAttendance *attendance, gint64 person, int place)
{
  GtkWidget *line =
      copil_meeting_person_new (copil_panel_get_session (attendance), attendance->meeting, person);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  g_signal_connect_swapped (line, "done", G_CALLBACK (done_cb), attendance);
  gtk_list_box_insert (GTK_LIST_BOX (attendance->list), line, place);
  return COPIL_MEETING_PERSON (line);
}

/* Makes the lines those of the file, keeping the widgets of those who stay. */
static void
refresh (CopilAttendance *attendance)
{
  g_autoptr (GPtrArray) presences =
      copil_presence_list (copil_panel_get_store (attendance), attendance->meeting);
  CopilMeetingPerson *line;
  int place = 0;

  for (; place < (int)presences->len; place++)
    {
      const CopilPresence *presence = presences->pdata[place];
      int at = find (attendance, presence->person);

      /* Those between are gone, or come later. */
      while (at > place)
        {
          gtk_list_box_remove (GTK_LIST_BOX (attendance->list),
                               GTK_WIDGET (get_line (attendance, place)));
          at--;
        }
      line = at == place ? get_line (attendance, place)
                         : make_line (attendance, presence->person, place);
      copil_meeting_person_set (line, presence);
    }
  while ((line = get_line (attendance, place)))
    gtk_list_box_remove (GTK_LIST_BOX (attendance->list), GTK_WIDGET (line));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (attendance->list));
  show_counts (attendance);
  copil_committee_line_set (
      attendance->finding,
      attendance->meeting
          ? copil_committee_judge_meeting (copil_panel_get_store (attendance), attendance->meeting)
          : NULL);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *party = copil_meeting_person_get_party (COPIL_MEETING_PERSON (row));
  GtkWidget *label;

  if (before &&
      g_strcmp0 (party, copil_meeting_person_get_party (COPIL_MEETING_PERSON (before))) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = copil_parts_label_new (party ? party : _ ("Others"), "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

static void
added_cb (CopilAttendance *attendance, gint64 person)
{
  int place = find (attendance, person);

  if (place >= 0)
    copil_meeting_person_ask_reason (get_line (attendance, place));
}

static void
all_cb (CopilAttendance *attendance)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (attendance));
  copil_session_check (
      copil_panel_get_session (attendance),
      copil_presence_note_all (copil_panel_get_store (attendance), attendance->meeting, &error),
      &error);
  copil_attendance_focus (attendance);
}

static void
changed_cb (CopilAttendance *attendance, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "attendance") ||
      copil_changes_has_kind (changes, "person") || copil_changes_has_kind (changes, "party") ||
      copil_changes_has_kind (changes, "convention") ||
      copil_changes_has (changes, "meeting", attendance->meeting))
    refresh (attendance);
}

static gboolean
key_cb (CopilAttendance *attendance, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *row = gtk_widget_get_focus_child (attendance->list);

  if (!row || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  return copil_meeting_person_press (COPIL_MEETING_PERSON (row), key);
}

static void
copil_attendance_class_init (CopilAttendanceClass *class)
{
}

static void
copil_attendance_init (CopilAttendance *attendance)
{
}

static void
build (CopilAttendance *attendance)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *hint;
  g_autofree char *keys_said = copil_meeting_person_dup_hint ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  attendance->counts = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (attendance->counts, TRUE);
  attendance->all = copil_parts_button_new (_ ("_All present"));
  gtk_widget_set_valign (attendance->all, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (attendance->all,
                               _ ("Notes as present all those who are not noted yet"));
  g_signal_connect_swapped (attendance->all, "clicked", G_CALLBACK (all_cb), attendance);
  attendance->guest = copil_meeting_guest_new (copil_panel_get_session (attendance));
  gtk_widget_set_valign (attendance->guest, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (attendance->guest, "added", G_CALLBACK (added_cb), attendance);
  gtk_box_append (GTK_BOX (top), attendance->counts);
  gtk_box_append (GTK_BOX (top), attendance->all);
  gtk_box_append (GTK_BOX (top), attendance->guest);

  hint = copil_parts_label_new (keys_said, "caption");
  gtk_widget_add_css_class (hint, "dim-label");

  attendance->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (attendance->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (attendance->list), header_cb, NULL, NULL);
  gtk_widget_add_css_class (attendance->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (attendance->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attendance"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), attendance);
  gtk_widget_add_controller (attendance->list, keys);

  attendance->finding = copil_committee_line_new ();
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), attendance->finding);
  gtk_box_append (GTK_BOX (box), attendance->list);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_sensitive (box, !copil_store_is_read_only (copil_panel_get_store (attendance)));
  copil_panel_set_child (attendance, box);
}

GtkWidget *
copil_attendance_new (CopilSession *session)
{
  CopilAttendance *attendance = g_object_new (COPIL_TYPE_ATTENDANCE, "session", session, NULL);

  build (attendance);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           attendance, G_CONNECT_SWAPPED);
  return GTK_WIDGET (attendance);
}

void
copil_attendance_set_meeting (CopilAttendance *attendance, gint64 meeting)
{
  CopilMeetingPerson *line;

  if (attendance->meeting == meeting)
    return;
  while ((line = get_line (attendance, 0)))
    gtk_list_box_remove (GTK_LIST_BOX (attendance->list), GTK_WIDGET (line));
  attendance->meeting = meeting;
  copil_meeting_guest_set_meeting (COPIL_MEETING_GUEST (attendance->guest), meeting);
  refresh (attendance);
}

void
copil_attendance_focus (CopilAttendance *attendance)
{
  CopilMeetingPerson *line;

  for (int i = 0; (line = get_line (attendance, i)); i++)
    if (!copil_meeting_person_get_state (line))
      break;
  if (!line)
    line = get_line (attendance, 0);
  if (line)
    gtk_widget_grab_focus (GTK_WIDGET (line));
}

void
copil_attendance_invite (CopilAttendance *attendance)
{
  copil_meeting_guest_open (COPIL_MEETING_GUEST (attendance->guest));
}
