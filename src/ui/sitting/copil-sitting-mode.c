/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-mode.h"

#include <glib/gi18n-lib.h>

#include "copil-attendance.h"
#include "copil-committee-line.h"
#include "copil-committee-store.h"
#include "copil-focus.h"
#include "copil-meeting-export.h"
#include "copil-parts.h"
#include "copil-meeting-person.h"
#include "copil-minutes-life.h"
#include "copil-sitting-clock.h"
#include "copil-sitting-closing.h"
#include "copil-sitting-documents.h"
#include "copil-sitting-item.h"
#include "copil-sitting-review.h"
#include "copil-sitting-steps.h"
#include "copil-sitting.h"
#include "copil-value.h"

#define N_SIZES 8

struct _CopilSittingMode
{
  CopilPanel parent_instance;

  GSettings *settings;
  CopilSittingClock *clock;
  gint64 meeting;
  gint64 shown; /* the item that shows */
  guint place;
  gboolean closed;
  guint focusing;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *time;
  GtkWidget *total;
  GtkWidget *state;
  GtkWidget *state_icon;
  GtkWidget *finding;
  GtkWidget *reason;
  GtkWidget *documents;
  GtkWidget *flap;
  GtkWidget *steps;
  GtkWidget *stack;
  GtkWidget *attendance;
  GtkWidget *item;
  GtkWidget *review;
  GtkWidget *closing;
  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (CopilSittingMode, copil_sitting_mode, COPIL_TYPE_PANEL)

enum
{
  LEAVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static CopilStep
get_step (CopilSittingMode *mode)
{
  return copil_sitting_steps_get (COPIL_SITTING_STEPS (mode->steps), mode->place);
}

/* --- Showing --- */

static void
show_time (CopilSittingMode *mode)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  guint planned = copil_sitting_get_planned (copil_panel_get_store (mode), mode->meeting);
  g_autofree char *length =
      copil_sitting_format_length (copil_sitting_clock_get_total (mode->clock));
  g_autofree char *all = copil_sitting_format_length (planned);
  g_autofree char *text =
      planned ? g_strdup_printf (_ ("%s of %s planned"), length, all) : g_steal_pointer (&length);
  gboolean suspended = copil_sitting_clock_is_suspended (mode->clock);
  gboolean counts = copil_sitting_clock_counts (mode->clock);

  gtk_label_set_label (GTK_LABEL (mode->time), time);
  gtk_label_set_label (GTK_LABEL (mode->total), text);
  gtk_label_set_label (GTK_LABEL (mode->state), !counts     ? _ ("The time is not counted")
                                                : suspended ? _ ("Sitting suspended")
                                                            : _ ("Sitting open"));
  gtk_image_set_from_icon_name (GTK_IMAGE (mode->state_icon),
                                !counts     ? "media-playback-stop-symbolic"
                                : suspended ? "media-playback-pause-symbolic"
                                            : "media-playback-start-symbolic");
}

static void
show_title (CopilSittingMode *mode)
{
  g_autoptr (CopilRecord) meeting =
      copil_store_load (copil_panel_get_store (mode), copil_kind_get ("meeting"), mode->meeting);
  g_autofree char *date = NULL, *text = NULL;
  const char *title;

  if (!meeting)
    return;
  title = copil_record_get (meeting, "title");
  date = copil_date_format_long (copil_record_get (meeting, "date"));
  if (!title)
    title = copil_kind_get_label (copil_kind_get ("meeting"));
  text = *date ? g_strdup_printf ("%s – %s", title, date) : g_strdup (title);
  gtk_label_set_label (GTK_LABEL (mode->title), text);
  gtk_widget_set_tooltip_text (mode->title, text);
}

/* Validated minutes, and a file that can only be read, show and change no more. */
static void
show_closed (CopilSittingMode *mode)
{
  gboolean validated = copil_minutes_life_is_closed (copil_panel_get_store (mode), mode->meeting);

  mode->closed = validated || copil_store_is_read_only (copil_panel_get_store (mode));
  gtk_label_set_label (
      GTK_LABEL (gtk_widget_get_last_child (mode->reason)),
      validated
          ? _ ("The minutes of this meeting are validated: they can be read, and change no more.")
          : _ ("This file can only be read."));
  gtk_widget_set_visible (mode->reason, mode->closed);
  copil_focus_set_sensitive (mode->attendance, !mode->closed);
  copil_sitting_item_set_closed (COPIL_SITTING_ITEM (mode->item), mode->closed);
  copil_sitting_review_set_closed (COPIL_SITTING_REVIEW (mode->review), mode->closed);
  copil_sitting_closing_set_closed (COPIL_SITTING_CLOSING (mode->closing), mode->closed);
}

/* Whether who is there satisfies the convention; the attendance says so itself. */
static void
show_finding (CopilSittingMode *mode)
{
  copil_committee_line_set (mode->finding, get_step (mode) == COPIL_STEP_ATTENDANCE
                                               ? NULL
                                               : copil_committee_judge_meeting (
                                                     copil_panel_get_store (mode), mode->meeting));
}

static void
show_keys (CopilSittingMode *mode)
{
  const char *here = "";
  g_autofree char *attendance = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mode->closed)
    switch (get_step (mode))
      {
      case COPIL_STEP_ATTENDANCE:
        attendance = copil_meeting_person_dup_hint ();
        g_string_append (text, attendance);
        here = _ (" Space takes it back · Ctrl+Shift+N: add somebody");
        break;
      case COPIL_STEP_ITEM:
        here = _ ("Ctrl+Enter: decision · Ctrl+Shift+Enter: action · Ctrl+J: adjourn · F2: title · "
                  "Ctrl+Shift+N: unforeseen item");
        break;
      case COPIL_STEP_REVIEW:
        here = _ ("Up, Down: the next one · Enter: edit · Delete: take away");
        break;
      case COPIL_STEP_CLOSING:
      default:
        here = _ ("Ctrl+Enter: propose the minutes · Ctrl+E: export them");
        break;
      }
  g_string_append (text, here);
  if (copil_sitting_clock_counts (mode->clock))
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", _ ("F8: suspend"));
  g_string_append_printf (
      text, "%s%s", text->len ? " · " : "",
      _ ("Ctrl+Page Down, Page Up: steps · Ctrl+1…9: items · Ctrl+plus, minus: size · F11: full "
         "screen · Escape: leave"));
  gtk_label_set_label (GTK_LABEL (mode->keys), text->str);
}

static void
show_size (CopilSittingMode *mode)
{
  int size = g_settings_get_int (mode->settings, "sitting-size");

  for (int i = 0; i < N_SIZES; i++)
    {
      g_autofree char *name = g_strdup_printf ("size-%d", i);

      if (i == size)
        gtk_widget_add_css_class (mode->flap, name);
      else
        gtk_widget_remove_css_class (mode->flap, name);
    }
}

/* --- Steps --- */

static gboolean
focus_cb (gpointer data)
{
  CopilSittingMode *mode = data;

  mode->focusing = 0;
  switch (get_step (mode))
    {
    case COPIL_STEP_ATTENDANCE:
      copil_attendance_focus (COPIL_ATTENDANCE (mode->attendance));
      break;
    case COPIL_STEP_ITEM:
      copil_sitting_item_focus (COPIL_SITTING_ITEM (mode->item));
      break;
    case COPIL_STEP_REVIEW:
      copil_sitting_review_focus (COPIL_SITTING_REVIEW (mode->review));
      break;
    case COPIL_STEP_CLOSING:
    default:
      copil_sitting_closing_focus (COPIL_SITTING_CLOSING (mode->closing));
      break;
    }
  return G_SOURCE_REMOVE;
}

static void
show_step (CopilSittingMode *mode, guint place)
{
  static const char *const names[] = { "attendance", "item", "review", "closing" };
  CopilSittingSteps *steps = COPIL_SITTING_STEPS (mode->steps);

  mode->place = place;
  mode->shown = copil_sitting_steps_get_item (steps, place);
  copil_sitting_steps_set_current (steps, place);
  copil_sitting_clock_set_item (mode->clock, mode->shown);
  if (mode->shown)
    copil_sitting_item_set_item (COPIL_SITTING_ITEM (mode->item), mode->shown);
  copil_sitting_documents_set_item (COPIL_SITTING_DOCUMENTS (mode->documents), mode->shown);
  gtk_stack_set_visible_child_name (GTK_STACK (mode->stack), names[get_step (mode)]);
  show_finding (mode);
  show_keys (mode);
}

static void
go (CopilSittingMode *mode, guint place)
{
  if (place >= copil_sitting_steps_get_n (COPIL_SITTING_STEPS (mode->steps)))
    return;
  if (place != mode->place && !copil_sitting_mode_leave (mode))
    return;
  if (place != mode->place)
    {
      copil_session_keep (copil_panel_get_session (mode));
      show_step (mode, place);
      if (get_step (mode) == COPIL_STEP_CLOSING && copil_sitting_clock_has_run (mode->clock) &&
          copil_sitting_clock_counts (mode->clock))
        copil_sitting_closing_note_end (COPIL_SITTING_CLOSING (mode->closing));
    }
  if (!mode->focusing) /* once it shows */
    mode->focusing = g_idle_add (focus_cb, mode);
}

/* Where one begins: the attendance while it is to be taken, then what was not treated yet. */
static guint
find_first (CopilSittingMode *mode)
{
  CopilStore *store = copil_panel_get_store (mode);
  gint64 item;

  if (!copil_sitting_is_attended (store, mode->meeting))
    return 0;
  item = copil_sitting_find_untreated (store, mode->meeting);
  return item && !mode->closed
             ? copil_sitting_steps_find (COPIL_SITTING_STEPS (mode->steps), COPIL_STEP_ITEM, item)
             : 0;
}

/* --- Callbacks --- */

/* Where the steps lie over the page, they make way for what was chosen. */
static void
chosen_cb (CopilSittingMode *mode, guint place)
{
  if (adw_flap_get_folded (ADW_FLAP (mode->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (mode->flap), FALSE);
  go (mode, place);
}

static void
folded_cb (CopilSittingMode *mode)
{
  AdwFlap *flap = ADW_FLAP (mode->flap);

  adw_flap_set_reveal_flap (flap, !adw_flap_get_folded (flap));
}

static void
documents_closed_cb (CopilSittingMode *mode)
{
  go (mode, mode->place);
}

/* The item that shows keeps on showing, at its new place. */
static void
steps_changed_cb (CopilSittingMode *mode)
{
  CopilSittingSteps *steps = COPIL_SITTING_STEPS (mode->steps);
  guint n = copil_sitting_steps_get_n (steps), place = G_MAXUINT;

  if (mode->shown)
    place = copil_sitting_steps_find (steps, COPIL_STEP_ITEM, mode->shown);
  show_step (mode, place != G_MAXUINT ? place : MIN (mode->place, n - 1));
}

static void
changed_cb (CopilSittingMode *mode, CopilChanges *changes)
{
  if (copil_changes_has (changes, "meeting", mode->meeting))
    {
      show_title (mode);
      show_closed (mode);
      show_keys (mode);
    }
  if (copil_changes_has_kind (changes, "attendance") || copil_changes_has_kind (changes, "person"))
    show_finding (mode);
}

/* --- Actions --- */

static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAVE], 0);
}

static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_sitting_mode_turn (COPIL_SITTING_MODE (widget), g_variant_get_int32 (parameter));
}

static void
item_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);
  guint place = copil_sitting_steps_find (COPIL_SITTING_STEPS (mode->steps), COPIL_STEP_ITEM, 0);

  if (place == G_MAXUINT)
    return;
  place += (guint)g_variant_get_int32 (parameter) - 1;
  if (place < copil_sitting_steps_get_n (COPIL_SITTING_STEPS (mode->steps)) &&
      copil_sitting_steps_get_item (COPIL_SITTING_STEPS (mode->steps), place))
    go (mode, place);
}

static void
suspend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);

  if (copil_sitting_clock_counts (mode->clock))
    copil_sitting_clock_set_suspended (mode->clock,
                                       !copil_sitting_clock_is_suspended (mode->clock));
}

static void
decide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);

  if (get_step (mode) == COPIL_STEP_ITEM)
    copil_sitting_item_decide (COPIL_SITTING_ITEM (mode->item),
                               g_variant_get_string (parameter, NULL));
  else if (get_step (mode) == COPIL_STEP_CLOSING)
    copil_sitting_closing_propose (COPIL_SITTING_CLOSING (mode->closing));
}

static void
adjourn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);

  if (get_step (mode) == COPIL_STEP_ITEM)
    copil_sitting_item_adjourn (COPIL_SITTING_ITEM (mode->item));
}

static void
title_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);

  if (get_step (mode) == COPIL_STEP_ITEM)
    copil_sitting_item_edit_title (COPIL_SITTING_ITEM (mode->item));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);
  g_autoptr (GError) error = NULL;
  gint64 item;

  if (mode->closed)
    return;
  copil_session_keep (copil_panel_get_session (mode));
  if (get_step (mode) == COPIL_STEP_ATTENDANCE)
    {
      copil_attendance_invite (COPIL_ATTENDANCE (mode->attendance));
      return;
    }
  item = copil_sitting_add_item (copil_panel_get_store (mode), mode->meeting, mode->shown, &error);
  if (!copil_session_check (copil_panel_get_session (mode), item != 0, &error))
    return;
  show_step (mode,
             copil_sitting_steps_find (COPIL_SITTING_STEPS (mode->steps), COPIL_STEP_ITEM, item));
  copil_sitting_item_edit_title (COPIL_SITTING_ITEM (mode->item));
}

static void
documents_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_sitting_documents_popup (COPIL_SITTING_DOCUMENTS (COPIL_SITTING_MODE (widget)->documents));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);

  copil_meeting_export_run (widget, copil_panel_get_session (mode), mode->meeting, "minutes.odt",
                            COPIL_AUDIENCE_MEMBERS);
}

static void
resize_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilSittingMode *mode = COPIL_SITTING_MODE (widget);
  int size = g_settings_get_int (mode->settings, "sitting-size") + g_variant_get_int32 (parameter);

  g_settings_set_int (mode->settings, "sitting-size", CLAMP (size, 0, N_SIZES - 1));
}

static void
copil_sitting_mode_dispose (GObject *object)
{
  g_clear_handle_id (&COPIL_SITTING_MODE (object)->focusing, g_source_remove);
  G_OBJECT_CLASS (copil_sitting_mode_parent_class)->dispose (object);
}

/* What is typed may still be stored while the pages go: the clock hears of it. */
static void
copil_sitting_mode_finalize (GObject *object)
{
  g_object_unref (COPIL_SITTING_MODE (object)->clock);
  g_object_unref (COPIL_SITTING_MODE (object)->settings);
  G_OBJECT_CLASS (copil_sitting_mode_parent_class)->finalize (object);
}

/* A key for an action, which goes before what the widget with the keyboard would do with it. */
static void
add_key (GtkShortcutController *keys, const char *trigger, const char *action, GVariant *argument)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (argument)
    gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

static void
add_keys (CopilSittingMode *mode)
{
  /* The row of digits of a French keyboard gives these without Shift. */
  static const char *const french[] = { "ampersand",  "eacute",     "quotedbl",
                                        "apostrophe", "parenleft",  NULL,
                                        "egrave",     "underscore", "ccedilla" };
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  GtkShortcutController *last = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>Page_Down|<Alt>Down", "sitting.turn", g_variant_new_int32 (1));
  add_key (keys, "<Control>Page_Up|<Alt>Up", "sitting.turn", g_variant_new_int32 (-1));
  for (guint i = 0; i < G_N_ELEMENTS (french); i++)
    {
      g_autofree char *trigger =
          french[i]
              ? g_strdup_printf ("<Control>%u|<Control>KP_%u|<Control>%s", i + 1, i + 1, french[i])
              : g_strdup_printf ("<Control>%u|<Control>KP_%u", i + 1, i + 1);

      add_key (keys, trigger, "sitting.item", g_variant_new_int32 ((int)i + 1));
    }
  add_key (keys, "<Control>Return|<Control>KP_Enter", "sitting.decide",
           g_variant_new_string ("decision"));
  add_key (keys, "<Control><Shift>Return|<Control><Shift>KP_Enter", "sitting.decide",
           g_variant_new_string ("action"));
  add_key (keys, "<Control>j", "sitting.adjourn", NULL);
  add_key (keys, "<Control><Shift>o", "sitting.documents", NULL);
  add_key (keys, "F8|<Control>p", "sitting.suspend", NULL);
  add_key (keys, "<Control>plus|<Control>KP_Add|<Control>equal", "sitting.resize",
           g_variant_new_int32 (1));
  add_key (keys, "<Control>minus|<Control>KP_Subtract", "sitting.resize", g_variant_new_int32 (-1));
  gtk_widget_add_controller (GTK_WIDGET (mode), GTK_EVENT_CONTROLLER (keys));
  /* What is open inside answers these first. */
  add_key (last, "F2", "sitting.title", NULL);
  add_key (last, "Escape", "sitting.leave", NULL);
  gtk_widget_add_controller (GTK_WIDGET (mode), GTK_EVENT_CONTROLLER (last));
}

static void
copil_sitting_mode_class_init (CopilSittingModeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_sitting_mode_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_sitting_mode_finalize;
  gtk_widget_class_install_action (widget_class, "sitting.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "sitting.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "sitting.item", "i", item_cb);
  gtk_widget_class_install_action (widget_class, "sitting.suspend", NULL, suspend_cb);
  gtk_widget_class_install_action (widget_class, "sitting.decide", "s", decide_cb);
  gtk_widget_class_install_action (widget_class, "sitting.adjourn", NULL, adjourn_cb);
  gtk_widget_class_install_action (widget_class, "sitting.documents", NULL, documents_cb);
  gtk_widget_class_install_action (widget_class, "sitting.title", NULL, title_cb);
  gtk_widget_class_install_action (widget_class, "sitting.resize", "i", resize_cb);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  /* F8 is a note on the pages, which the window sees first; here it suspends. */
  gtk_widget_class_install_action (widget_class, "page.note", NULL, suspend_cb);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_sitting_mode_init (CopilSittingMode *mode)
{
  gtk_widget_add_css_class (GTK_WIDGET (mode), "sitting");
  add_keys (mode);
  mode->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  copil_panel_set_child (mode, mode->box);
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
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
build_clock (CopilSittingMode *mode)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  mode->time = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (mode->time), 1);
  gtk_widget_add_css_class (mode->time, "sitting-title");
  gtk_widget_add_css_class (mode->time, "numeric");
  mode->total = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (mode->total), 1);
  mode->state_icon = gtk_image_new ();
  mode->state = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), mode->state_icon);
  gtk_box_append (GTK_BOX (line), mode->state);
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), mode->time);
  gtk_box_append (GTK_BOX (box), mode->total);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static GtkWidget *
build_header (CopilSittingMode *mode)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *steps = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (steps), "view-list-bullet-symbolic");
  gtk_widget_set_tooltip_text (steps, _ ("Steps of the meeting"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (steps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the meeting"), -1);
  gtk_widget_add_css_class (steps, "flat");
  gtk_widget_set_valign (steps, GTK_ALIGN_START);
  g_object_bind_property (mode->flap, "reveal-flap", steps, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  mode->title = copil_parts_label_new (NULL, "sitting-number");
  gtk_label_set_lines (GTK_LABEL (mode->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (mode->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (mode->title, GTK_ALIGN_START);
  gtk_widget_set_hexpand (mode->title, TRUE);
  mode->finding = copil_committee_line_new ();
  gtk_box_append (GTK_BOX (header), steps);
  gtk_box_append (GTK_BOX (header), mode->title);
  mode->documents = copil_sitting_documents_new (copil_panel_get_session (mode), mode->meeting);
  g_signal_connect_swapped (mode->documents, "closed", G_CALLBACK (documents_closed_cb), mode);
  gtk_box_append (GTK_BOX (header), build_clock (mode));
  gtk_box_append (GTK_BOX (header), mode->documents);
  gtk_box_append (GTK_BOX (header),
                  build_button ("media-playback-pause-symbolic", _ ("Suspend the sitting (F8)"),
                                "sitting.suspend"));
  gtk_box_append (GTK_BOX (header), build_button ("view-fullscreen-symbolic",
                                                  _ ("Full screen (F11)"), "win.fullscreen"));
  gtk_box_append (
      GTK_BOX (header),
      build_button ("window-close-symbolic", _ ("Leave the sitting (Escape)"), "sitting.leave"));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), mode->finding);
  gtk_widget_add_css_class (box, "form");
  gtk_widget_add_css_class (box, "sitting-header");
  return box;
}

static GtkWidget *
build_reason (CopilSittingMode *mode)
{
  mode->reason = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (mode->reason),
                  gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (mode->reason), copil_parts_label_new (NULL, NULL));
  gtk_widget_add_css_class (mode->reason, "form");
  return mode->reason;
}

static void
add_page (CopilSittingMode *mode, const char *name, GtkWidget *page, gboolean scrolls)
{
  GtkWidget *at = page;

  gtk_widget_set_margin_top (page, 6);
  gtk_widget_set_margin_bottom (page, 6);
  gtk_widget_set_margin_start (page, 18);
  gtk_widget_set_margin_end (page, 18);
  if (scrolls)
    {
      at = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (at), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (at), page);
    }
  gtk_stack_add_named (GTK_STACK (mode->stack), at, name);
}

static void
build_pages (CopilSittingMode *mode)
{
  mode->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (mode->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (mode->stack), FALSE);
  gtk_widget_set_hexpand (mode->stack, TRUE);
  mode->attendance = copil_attendance_new (copil_panel_get_session (mode));
  copil_attendance_set_meeting (COPIL_ATTENDANCE (mode->attendance), mode->meeting);
  gtk_widget_add_css_class (mode->attendance, "sitting-attendance");
  mode->item = copil_sitting_item_new (copil_panel_get_session (mode), mode->meeting, mode->clock);
  mode->review = copil_sitting_review_new (copil_panel_get_session (mode), mode->meeting);
  mode->closing = copil_sitting_closing_new (copil_panel_get_session (mode), mode->meeting);
  add_page (mode, "attendance", mode->attendance, TRUE);
  add_page (mode, "item", mode->item, FALSE);
  add_page (mode, "review", mode->review, FALSE);
  add_page (mode, "closing", mode->closing, FALSE);
}

/* The pages have the place that is left, whatever they would like: a flap gives its content all
 * that it asks for, and a window too low for what it holds makes it wider. */
static GtkWidget *
build_content (CopilSittingMode *mode)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  build_pages (mode);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), mode->stack);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

static void
build (CopilSittingMode *mode)
{
  mode->steps =
      copil_sitting_steps_new (copil_panel_get_session (mode), mode->meeting, mode->clock);
  gtk_widget_set_size_request (mode->steps, 280, -1);
  gtk_widget_add_css_class (mode->steps, "sitting-steps");
  mode->flap = adw_flap_new ();
  adw_flap_set_flap (ADW_FLAP (mode->flap), mode->steps);
  adw_flap_set_separator (ADW_FLAP (mode->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (ADW_FLAP (mode->flap), build_content (mode));
  gtk_widget_set_vexpand (mode->flap, TRUE);
  g_signal_connect_swapped (mode->flap, "notify::folded", G_CALLBACK (folded_cb), mode);
  mode->keys = copil_parts_label_new (NULL, "sitting-small");
  gtk_widget_add_css_class (mode->keys, "toolbar-row");
  gtk_box_append (GTK_BOX (mode->box), build_header (mode));
  gtk_box_append (GTK_BOX (mode->box), build_reason (mode));
  gtk_box_append (GTK_BOX (mode->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (mode->box), mode->flap);
  gtk_box_append (GTK_BOX (mode->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (mode->box), mode->keys);
  g_signal_connect_swapped (mode->steps, "chosen", G_CALLBACK (chosen_cb), mode);
  g_signal_connect_swapped (mode->steps, "changed", G_CALLBACK (steps_changed_cb), mode);
}

GtkWidget *
copil_sitting_mode_new (CopilSession *session, GSettings *settings, gint64 meeting, gint64 item)
{
  CopilSittingMode *mode = g_object_new (COPIL_TYPE_SITTING_MODE, "session", session, NULL);
  guint place;

  mode->settings = g_object_ref (settings);
  mode->meeting = meeting;
  mode->clock = copil_sitting_clock_new (session, meeting);
  build (mode);
  g_signal_connect_object (mode->clock, "tick", G_CALLBACK (show_time), mode, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::sitting-size", G_CALLBACK (show_size), mode,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_panel_get_store (mode), "changed", G_CALLBACK (changed_cb), mode,
                           G_CONNECT_SWAPPED);
  show_size (mode);
  show_title (mode);
  show_closed (mode);
  place = item ? copil_sitting_steps_find (COPIL_SITTING_STEPS (mode->steps), COPIL_STEP_ITEM, item)
               : G_MAXUINT;
  show_step (mode, place != G_MAXUINT ? place : find_first (mode));
  show_time (mode);
  mode->focusing = g_idle_add (focus_cb, mode);
  return GTK_WIDGET (mode);
}

gint64
copil_sitting_mode_get_item (CopilSittingMode *mode)
{
  return mode->shown;
}

void
copil_sitting_mode_turn (CopilSittingMode *mode, int direction)
{
  if (direction > 0 || mode->place > 0)
    go (mode, mode->place + (guint)direction);
}

gboolean
copil_sitting_mode_show (CopilSittingMode *mode, const char *kind, gint64 id)
{
  gboolean item = g_str_equal (kind, "item"), decision = g_str_equal (kind, "decision");

  if ((!item && !decision && !g_str_equal (kind, "attendance")) ||
      !copil_sitting_holds (copil_panel_get_store (mode), mode->meeting, kind, id))
    return FALSE;
  if (item)
    go (mode, copil_sitting_steps_find (COPIL_SITTING_STEPS (mode->steps), COPIL_STEP_ITEM, id));
  else if (decision && get_step (mode) == COPIL_STEP_REVIEW)
    copil_sitting_review_select (COPIL_SITTING_REVIEW (mode->review), id);
  return TRUE;
}

gboolean
copil_sitting_mode_leave (CopilSittingMode *mode)
{
  return copil_sitting_item_leave (COPIL_SITTING_ITEM (mode->item)) &&
         copil_sitting_review_leave (COPIL_SITTING_REVIEW (mode->review));
}

void
copil_sitting_mode_stop (CopilSittingMode *mode)
{
  copil_session_keep (copil_panel_get_session (mode));
  copil_sitting_clock_stop (mode->clock);
}
