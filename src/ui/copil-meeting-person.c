/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-person.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-query.h"

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

  GtkWidget *name;
  GtkWidget *function;
  GtkWidget *states[N_STATES];
  GtkWidget *remove;
  GtkWidget *form; /* made when somebody is represented */
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

/* The key for a state: the initial of its word. */
static guint
get_key (guint state)
{
  const char *word = _ (get_options ()[state].label);
  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (word)));
}

static gboolean
is_represented (CopilMeetingPerson *line)
{
  return g_strcmp0 (line->state, "represented") == 0;
}

/* Notes the state (NULL takes it back), making the record where there is none. */
static gboolean
note (CopilMeetingPerson *line, const char *state)
{
  g_autofree char *meeting = NULL, *person = NULL;

  if (line->attendance)
    return copil_session_edit (line->session, "attendance", line->attendance, "state", state);
  if (!state)
    return TRUE;
  meeting = g_strdup_printf ("%" G_GINT64_FORMAT, line->meeting);
  person = g_strdup_printf ("%" G_GINT64_FORMAT, line->person);
  return copil_session_add (line->session, "attendance", "meeting", meeting, "person", person,
                            "state", state, NULL) != 0;
}

/* Enter goes on to the next person; leaving stores the name. */
static gboolean
form_key_cb (CopilMeetingPerson *line, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (line, signals[DONE], 0);
  return GDK_EVENT_STOP;
}

static void
show_form (CopilMeetingPerson *line)
{
  if (is_represented (line) && !line->form)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      line->form = copil_form_new (line->session, "attendance", "represented_by");
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (form_key_cb), line);
      gtk_widget_add_controller (line->form, keys);
      gtk_box_append (GTK_BOX (line->box), line->form);
    }
  if (line->form)
    {
      copil_form_set_id (COPIL_FORM (line->form), is_represented (line) ? line->attendance : 0);
      gtk_widget_set_visible (line->form, is_represented (line));
    }
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
  note (line, state);
  show_state (line);
}

static void
remove_cb (CopilMeetingPerson *line)
{
  copil_session_delete (line->session, "attendance", line->attendance);
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
copil_meeting_person_set (CopilMeetingPerson *line, gint64 attendance, const char *name,
                          const char *function, const char *party, gboolean removable,
                          const char *state)
{
  const CopilOption *options = get_options ();

  line->attendance = attendance;
  g_free (line->party);
  line->party = g_strdup (party);
  line->state = NULL;
  for (guint i = 0; i < N_STATES; i++)
    if (g_strcmp0 (options[i].value, state) == 0)
      line->state = options[i].value;
  gtk_label_set_label (GTK_LABEL (line->name), name);
  gtk_label_set_label (GTK_LABEL (line->function), function ? function : "");
  gtk_widget_set_tooltip_text (line->function, function);
  gtk_widget_set_visible (line->function, function != NULL);
  gtk_widget_set_visible (line->remove, removable && attendance);
  show_state (line);
  show_form (line);
}

const char *
copil_meeting_person_get_state (CopilMeetingPerson *line)
{
  return line->state;
}

gboolean
copil_meeting_person_press (CopilMeetingPerson *line, guint key)
{
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    {
      note (line, NULL);
      return TRUE;
    }
  for (guint i = 0; i < N_STATES; i++)
    if (gdk_keyval_to_lower (key) == get_key (i))
      {
        if (!note (line, get_options ()[i].value))
          return TRUE;
        if (is_represented (line))
          copil_form_focus (COPIL_FORM (line->form), NULL);
        else
          g_signal_emit (line, signals[DONE], 0);
        return TRUE;
      }
  return FALSE;
}
