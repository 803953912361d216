/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-person.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-committee-store.h"
#include "copil-meeting-substitute.h"
#include "copil-record.h"
#include "copil-sitting.h"
#include "copil-value.h"

#define N_STATES 4

struct _CopilMeetingPerson
{
  GtkListBoxRow parent_instance;

  CopilSession *session;
  gint64 meeting;
  gint64 person;
  gint64 attendance;
  char *party;
  const char *state; /* one of the options, or NULL */
  gboolean setting;
  guint frames; /* drawn since the line grew */

  GtkWidget *name;
  GtkWidget *function;
  GtkWidget *states[N_STATES];
  GtkWidget *remove;
  GtkWidget *more;
  GtkWidget *substitute; /* made when somebody is represented */
  GtkWidget *details;    /* made when they are asked for */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CopilMeetingPerson, copil_meeting_person, GTK_TYPE_LIST_BOX_ROW)

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const CopilOption *
get_options (void)
{
  return copil_kind_get_field (copil_kind_get ("attendance"), "state")->options;
}

/* The key for a state or a detail: the initial of its word. */
static guint
get_key (const char *word)
{
  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (word)));
}

static const char *
get_arrival_word (void)
{
  /* Translators: the initials of the states of attendance, of this and of the next are keys, and
   * must differ. */
  return _ ("Time of arrival");
}

static const char *
get_role_word (void)
{
  return _ ("Quality and reason");
}

static gboolean
is_represented (CopilMeetingPerson *line)
{
  return g_strcmp0 (line->state, "represented") == 0;
}

/* Notes the state, NULL for none, and the value of that field, NULL for none. */
static gboolean
note (CopilMeetingPerson *line, const char *state, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  return copil_session_check (line->session,
                              copil_presence_note (copil_session_get_store (line->session),
                                                   line->meeting, line->person, line->attendance,
                                                   state, field, value, &error),
                              &error);
}

/* Enter in a text goes on to the next person, Escape back to the line; leaving stores what is
 * typed. */
static gboolean
form_key_cb (CopilMeetingPerson *line, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (line)));

  if (key == GDK_KEY_Escape && focus && !gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER))
    {
      gtk_widget_grab_focus (GTK_WIDGET (line));
      return GDK_EVENT_STOP;
    }
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (line, signals[DONE], 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->more), FALSE);
  return GDK_EVENT_STOP;
}

static void
done_cb (CopilMeetingPerson *line)
{
  g_signal_emit (line, signals[DONE], 0);
}

/* Has all of the line in sight once it has its new height: the keyboard was put in it before. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CopilMeetingPerson *line = COPIL_MEETING_PERSON (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (++line->frames < 5)
    return G_SOURCE_CONTINUE;
  if (viewport &&
      gtk_widget_compute_bounds (widget, gtk_widget_get_first_child (viewport), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
reveal (CopilMeetingPerson *line)
{
  line->frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (line), reveal_cb, NULL, NULL);
}

static void
show_substitute (CopilMeetingPerson *line)
{
  if (is_represented (line) && !line->substitute)
    {
      line->substitute = copil_meeting_substitute_new (line->session, line->meeting, line->person);
      g_signal_connect_swapped (line->substitute, "done", G_CALLBACK (done_cb), line);
      gtk_box_append (GTK_BOX (line->box), line->substitute);
    }
  if (line->substitute)
    {
      copil_meeting_substitute_set_attendance (COPIL_MEETING_SUBSTITUTE (line->substitute),
                                               is_represented (line) ? line->attendance : 0);
      gtk_widget_set_visible (line->substitute, is_represented (line));
    }
}

/* When they came, in what quality and why: a form, shown when it is asked for. */
static void
show_details (CopilMeetingPerson *line)
{
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (line->more));

  if (shown && !line->details)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      line->details = copil_form_new (line->session, "attendance", "details");
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (form_key_cb), line);
      gtk_widget_add_controller (line->details, keys);
      gtk_box_append (GTK_BOX (line->box), line->details);
    }
  if (line->details)
    {
      copil_form_set_id (COPIL_FORM (line->details), line->attendance);
      gtk_widget_set_visible (line->details, shown && line->attendance);
    }
}

static void
ask (CopilMeetingPerson *line, const char *field)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->more), TRUE);
  show_details (line);
  copil_form_focus (COPIL_FORM (line->details), field);
  reveal (line);
}

/* « Sous-directrice · Expert : données · arrivée à 14:50 ». */
static char *
describe (const CopilPresence *presence)
{
  GString *text = g_string_new (presence->function);
  const CopilField *roles = copil_kind_get_field (copil_kind_get ("attendance"), "role");
  gboolean sits = g_strcmp0 (presence->role, "member") == 0;
  const char *role = presence->role && !sits ? copil_field_get_option_label (roles, presence->role)
                     : presence->member      ? NULL
                     : sits                  ? _ ("Alternate")
                                             : _ ("Not on the committee");

  if (role)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", role);
  if (presence->reason && role)
    {
      g_autofree char *both = g_strdup_printf (_ ("%s: %s"), role, presence->reason);

      g_string_truncate (text, text->len - strlen (role));
      g_string_append (text, both);
    }
  else if (presence->reason)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", presence->reason);
  if (presence->arrived)
    {
      g_autofree char *late = g_strdup_printf (_ ("arrived at %s"), presence->arrived);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", late);
    }
  return g_string_free (text, FALSE);
}

static void
show_state (CopilMeetingPerson *line)
{
  const CopilOption *options = get_options ();
  const char *word = _ ("not noted yet");
  g_autofree char *label = NULL;

  line->setting = TRUE;
  for (guint i = 0; i < N_STATES; i++)
    {
      gboolean active = g_strcmp0 (options[i].value, line->state) == 0;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->states[i]), active);
      if (active)
        word = _ (options[i].label);
    }
  line->setting = FALSE;
  label = g_strdup_printf (_ ("%s: %s"), gtk_label_get_label (GTK_LABEL (line->name)), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
toggled_cb (CopilMeetingPerson *line, GtkToggleButton *button)
{
  const char *state = NULL;

  if (line->setting)
    return;
  for (guint i = 0; i < N_STATES; i++)
    if (line->states[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      state = get_options ()[i].value;
  note (line, state, NULL, NULL);
  show_state (line);
}

static void
remove_cb (CopilMeetingPerson *line)
{
  copil_session_delete (line->session, "attendance", line->attendance);
}

static void
more_cb (CopilMeetingPerson *line)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (line->more)) && !line->attendance)
    note (line, "present", NULL, NULL);
  show_details (line);
}

static GtkWidget *
build_more (CopilMeetingPerson *line)
{
  const char *arrival = get_arrival_word (), *role = get_role_word ();
  g_autofree char *first = g_utf8_substring (arrival, 0, 1);
  g_autofree char *second = g_utf8_substring (role, 0, 1);
  g_autofree char *tip =
      g_strdup_printf (_ ("%s (key %s), %s (key %s)"), arrival, first, role, second);

  line->more = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (line->more), "view-more-symbolic");
  gtk_widget_add_css_class (line->more, "flat");
  gtk_widget_set_valign (line->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (line->more, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->more), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  g_signal_connect_swapped (line->more, "toggled", G_CALLBACK (more_cb), line);
  return line->more;
}

static GtkWidget *
build_states (CopilMeetingPerson *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "tight");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_STATES; i++)
    {
      const char *word = _ (get_options ()[i].label);
      g_autofree char *initial = g_utf8_substring (word, 0, 1);
      g_autofree char *tip = g_strdup_printf (_ ("%s (key %s)"), word, initial);

      line->states[i] = gtk_toggle_button_new_with_label (word);
      gtk_widget_set_tooltip_text (line->states[i], tip);
      g_signal_connect_swapped (line->states[i], "toggled", G_CALLBACK (toggled_cb), line);
      gtk_box_append (GTK_BOX (box), line->states[i]);
    }
  return box;
}

static void
copil_meeting_person_finalize (GObject *object)
{
  CopilMeetingPerson *line = COPIL_MEETING_PERSON (object);

  g_clear_object (&line->session);
  g_free (line->party);
  G_OBJECT_CLASS (copil_meeting_person_parent_class)->finalize (object);
}

static void
copil_meeting_person_class_init (CopilMeetingPersonClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_person_finalize;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
copil_meeting_person_init (CopilMeetingPerson *line)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  line->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (line->box, 6);
  gtk_widget_set_margin_bottom (line->box, 6);
  gtk_widget_set_margin_start (line->box, 12);
  gtk_widget_set_margin_end (line->box, 12);
  line->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->name), 0);
  gtk_label_set_wrap (GTK_LABEL (line->name), TRUE);
  line->function = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->function), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->function), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line->function, "caption");
  gtk_widget_add_css_class (line->function, "dim-label");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), line->name);
  gtk_box_append (GTK_BOX (names), line->function);
  gtk_box_append (GTK_BOX (top), names);
  line->remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  gtk_widget_set_tooltip_text (line->remove, _ ("Take off the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take off the list"), -1);
  gtk_widget_add_css_class (line->remove, "flat");
  gtk_widget_set_valign (line->remove, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (line->remove, "clicked", G_CALLBACK (remove_cb), line);
  gtk_box_append (GTK_BOX (top), line->remove);
  gtk_box_append (GTK_BOX (top), build_more (line));
  gtk_box_append (GTK_BOX (top), build_states (line));
  gtk_box_append (GTK_BOX (line->box), top);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), line->box);
}

GtkWidget *
copil_meeting_person_new (CopilSession *session, gint64 meeting, gint64 person)
{
  CopilMeetingPerson *line = g_object_new (COPIL_TYPE_MEETING_PERSON, NULL);

  line->session = g_object_ref (session);
  line->meeting = meeting;
  line->person = person;
  return GTK_WIDGET (line);
}

gint64
copil_meeting_person_get_id (CopilMeetingPerson *line)
{
  return line->person;
}

const char *
copil_meeting_person_get_party (CopilMeetingPerson *line)
{
  return line->party;
}

void
copil_meeting_person_set (CopilMeetingPerson *line, const CopilPresence *presence)
{
  const CopilOption *options = get_options ();
  g_autofree char *below = describe (presence);

  line->attendance = presence->attendance;
  g_free (line->party);
  line->party = g_strdup (presence->party);
  line->state = NULL;
  for (guint i = 0; i < N_STATES; i++)
    if (g_strcmp0 (options[i].value, presence->state) == 0)
      line->state = options[i].value;
  gtk_label_set_label (GTK_LABEL (line->name), presence->name);
  gtk_label_set_label (GTK_LABEL (line->function), below);
  gtk_widget_set_tooltip_text (line->function, below);
  gtk_widget_set_visible (line->function, *below);
  gtk_widget_set_visible (line->remove, presence->removable && presence->attendance);
  show_state (line);
  show_substitute (line);
  show_details (line);
}

const char *
copil_meeting_person_get_state (CopilMeetingPerson *line)
{
  return line->state;
}

/* Asked of somebody, who is then on the list. */
static void
ask_in (CopilMeetingPerson *line, const char *field)
{
  if (line->attendance || note (line, "present", NULL, NULL))
    ask (line, field);
}

/* Who came late came: the time now where the meeting is today's, to be typed elsewhere. */
static void
note_arrival (CopilMeetingPerson *line)
{
  CopilStore *store = copil_session_get_store (line->session);
  g_autoptr (CopilRecord) meeting =
      copil_store_load (store, copil_kind_get ("meeting"), line->meeting);
  gboolean today =
      (meeting && g_strcmp0 (copil_record_get (meeting, "date"), copil_today ()) == 0) ||
      copil_sitting_is_now (store, line->meeting);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = today ? g_date_time_format (now, "%H:%M") : NULL;

  if (note (line, "present", "arrived", time))
    ask (line, "arrived");
}

/* Their alternate is proposed where the file knows one. */
static void
note_represented (CopilMeetingPerson *line)
{
  CopilStore *store = copil_session_get_store (line->session);
  g_autoptr (CopilRecord) person =
      copil_store_load (store, copil_kind_get ("person"), line->person);
  g_autofree char *alternate =
      person ? copil_committee_dup_name (store, copil_record_get_int (person, "alternate")) : NULL;

  if (!note (line, "represented", "represented_by", is_represented (line) ? NULL : alternate))
    return;
  copil_meeting_substitute_focus (COPIL_MEETING_SUBSTITUTE (line->substitute));
  reveal (line);
}

gboolean
copil_meeting_person_press (CopilMeetingPerson *line, guint key)
{
  const CopilOption *options = get_options ();

  key = gdk_keyval_to_lower (key);
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace || key == GDK_KEY_space)
    {
      note (line, NULL, NULL, NULL);
      return TRUE;
    }
  for (guint i = 0; i < N_STATES; i++)
    if (key == get_key (_ (options[i].label)))
      {
        if (g_str_equal (options[i].value, "represented"))
          note_represented (line);
        else if (note (line, options[i].value, NULL, NULL))
          g_signal_emit (line, signals[DONE], 0);
        return TRUE;
      }
  if (key == get_key (get_arrival_word ()))
    note_arrival (line);
  else if (key == get_key (get_role_word ()))
    ask_in (line, "role");
  else
    return FALSE;
  return TRUE;
}

void
copil_meeting_person_ask_reason (CopilMeetingPerson *line)
{
  ask_in (line, "reason");
}

char *
copil_meeting_person_dup_hint (void)
{
  const CopilOption *options = get_options ();
  GString *keys = g_string_new (NULL);
  g_autofree char *list = NULL;
  g_autofree char *arrival = g_utf8_substring (get_arrival_word (), 0, 1);
  g_autofree char *role = g_utf8_substring (get_role_word (), 0, 1);

  for (guint i = 0; i < N_STATES; i++)
    {
      g_autofree char *initial = g_utf8_substring (_ (options[i].label), 0, 1);
      g_string_append_printf (keys, "%s%s", i ? ", " : "", initial);
    }
  list = g_string_free (keys, FALSE);
  return g_strdup_printf (_ ("On a line, the keys %s note and go to the next line; %s notes when "
                             "somebody came late, %s in what quality they came."),
                          list, arrival, role);
}
