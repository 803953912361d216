/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-field.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "copil-pause.h"
#include "copil-picker.h"
#include "copil-spelling.h"
#include "copil-value.h"
#include "copil-view-record.h"

struct _CopilFieldControl
{
  CopilPanel parent_instance;

  const CopilKind *kind;
  const CopilField *field;
  CopilUnstoredWrite storing; /* NULL for the usual way */
  gint64 id;
  char *value; /* as stored */
  gboolean setting;
  gboolean pending;
  guint pause;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *control; /* entry, text view, drop-down, check button or picker */
  GtkWidget *fault;
  GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE (CopilFieldControl, copil_field_control, COPIL_TYPE_PANEL)

static CopilUnstored *
get_unstored (CopilFieldControl *control)
{
  return copil_session_get_unstored (copil_panel_get_session (control));
}

/* Whether the session keeps what was typed here; "text" is set to it. */
static gboolean
get_kept (CopilFieldControl *control, const char **text)
{
  return control->id && copil_unstored_get (get_unstored (control), control->kind->name,
                                            control->id, control->field->name, text);
}

static gboolean
is_entry (CopilFieldControl *control)
{
  return GTK_IS_ENTRY (control->control);
}

static void
show_fault (CopilFieldControl *control, const char *message)
{
  gtk_label_set_label (GTK_LABEL (control->fault), message ? message : "");
  gtk_widget_set_visible (control->fault, message != NULL);
  if (message)
    gtk_widget_add_css_class (control->control, "error");
  else
    gtk_widget_remove_css_class (control->control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (control->control), GTK_ACCESSIBLE_STATE_INVALID,
                               message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static char *
get_typed (CopilFieldControl *control)
{
  if (GTK_IS_TEXT_VIEW (control->control))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (control->control));
      GtkTextIter start, end;
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (control->control)));
}

/* The text for editing: as it is usually shown, unless that would not read back as it is. */
static char *
get_editable_text (CopilFieldControl *control, const char *value)
{
  g_autofree char *shown = NULL, *read = NULL;
  g_auto (GStrv) parts = NULL;

  if (!value)
    return g_strdup ("");
  if (control->field->type != COPIL_FIELD_DATE && control->field->type != COPIL_FIELD_NUMBER)
    return g_strdup (value);
  shown = copil_field_format (control->field, value);
  read = copil_field_parse (control->field, shown, NULL);
  if (control->field->type == COPIL_FIELD_DATE || g_strcmp0 (read, value) == 0)
    return g_steal_pointer (&shown);
  parts = g_strsplit (value, ".", 2);
  return g_strjoinv (localeconv ()->decimal_point, parts);
}

/* The value that is stored, or the one that could not be. */
static void
show_value (CopilFieldControl *control)
{
  const char *value = control->value;
  gboolean kept = get_kept (control, &value);
  g_autofree char *text = get_editable_text (control, value);

  control->setting = TRUE;
  show_fault (control, NULL);
  if (GTK_IS_TEXT_VIEW (control->control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control->control)), text,
                              -1);
  else if (is_entry (control))
    {
      /* The same text set again would put the cursor before it, in the middle of typing. */
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (control->control)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (control->control), text);
      /* A long title does not fit the line. */
      gtk_widget_set_tooltip_text (control->control,
                                   control->field->type == COPIL_FIELD_TEXT && *text ? text : NULL);
    }
  else if (GTK_IS_DROP_DOWN (control->control))
    {
      guint place = 0, offset = control->field->initial ? 0 : 1;
      for (guint i = 0; control->field->options[i].value; i++)
        if (g_strcmp0 (control->field->options[i].value, value) == 0)
          place = i + offset;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (control->control), place);
    }
  else if (GTK_IS_CHECK_BUTTON (control->control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (control->control), g_strcmp0 (value, "1") == 0);
  else
    copil_picker_set_value (COPIL_PICKER (control->control), value);
  control->setting = FALSE;
  control->pending = kept && (is_entry (control) || GTK_IS_TEXT_VIEW (control->control));
}

/* Stores a canonical value; says why where the store refuses it. What follows the change may show
 * another record here meanwhile, as where a filter lets this one go. */
static gboolean
store (CopilFieldControl *control, const char *given)
{
  g_autoptr (CopilFieldControl) alive = g_object_ref (control);
  g_autoptr (GError) error = NULL;
  /* A picker's own value goes when the change is shown. */
  g_autofree char *value = g_strdup (given);
  gint64 id = control->id;

  if (g_strcmp0 (control->value, value) == 0 && control->id)
    copil_unstored_forget (get_unstored (control), control->kind->name, control->id,
                           control->field->name);
  if (g_strcmp0 (control->value, value) == 0 || !control->id)
    return TRUE;
  if (!copil_unstored_store (get_unstored (control), control->storing, control->kind->name,
                             control->id, control->field->name, value, &error))
    {
      show_fault (control, error->message);
      return FALSE;
    }
  if (control->id == id)
    {
      g_free (control->value);
      control->value = g_steal_pointer (&value);
    }
  return TRUE;
}

/* What is typed, read; a day and a month are counted from where the kind says. */
static char *
parse_typed (CopilFieldControl *control, const char *typed, GError **error)
{
  const CopilKind *kind = control->kind;
  g_autofree char *from = NULL;

  if (control->field->type != COPIL_FIELD_DATE || !kind->dates_from ||
      g_str_equal (kind->dates_from, control->field->name))
    return copil_field_parse (control->field, typed, error);
  from = copil_view_dup_dates_from (copil_panel_get_store (control), kind, control->id);
  return copil_date_parse (control->field, typed, from, error);
}

/* Whether what is typed reads as that value. */
static gboolean
is_typed (CopilFieldControl *control, const char *value)
{
  g_autofree char *typed = get_typed (control);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = parse_typed (control, typed, &error);

  return !error && g_strcmp0 (read, value) == 0;
}

/* "leaving": tell what is wrong, and show the text in its usual form. */
static gboolean
store_typed (CopilFieldControl *control, gboolean leaving)
{
  g_autofree char *typed = NULL, *value = NULL;
  g_autoptr (CopilFieldControl) alive = g_object_ref (control);
  g_autoptr (GError) error = NULL;
  gint64 id = control->id;
  gboolean stored;

  copil_pause_end (&control->pause);
  if (!control->pending)
    return TRUE;
  typed = get_typed (control);
  value = parse_typed (control, typed, &error);
  if (error)
    {
      if (leaving)
        show_fault (control, error->message);
      return FALSE;
    }
  if (!value && (control->field->flags & COPIL_FIELD_REQUIRED) && !leaving)
    return FALSE; /* somebody is about to type another */
  stored = store (control, value);
  if (stored && control->id == id && control->box)
    {
      control->pending = FALSE;
      show_fault (control, NULL);
      if (leaving && is_entry (control))
        show_value (control);
    }
  return stored;
}

static void
pause_cb (gpointer control)
{
  store_typed (control, FALSE);
}

static void
typed_cb (CopilFieldControl *control)
{
  if (control->setting)
    return;
  control->pending = TRUE;
  show_fault (control, NULL);
  copil_pause_begin (&control->pause, pause_cb, control);
}

static void
left_cb (CopilFieldControl *control)
{
  store_typed (control, TRUE);
}

static void
entry_activate_cb (CopilFieldControl *control)
{
  store_typed (control, TRUE);
}

static void
selected_cb (CopilFieldControl *control)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (control->control));
  guint offset = control->field->initial ? 0 : 1;

  if (control->setting || place == GTK_INVALID_LIST_POSITION)
    return;
  store (control, place < offset ? NULL : control->field->options[place - offset].value);
}

static void
toggled_cb (CopilFieldControl *control)
{
  if (!control->setting)
    store (control, gtk_check_button_get_active (GTK_CHECK_BUTTON (control->control)) ? "1" : "0");
}

static void
picked_cb (CopilFieldControl *control)
{
  if (!store (control, copil_picker_get_value (COPIL_PICKER (control->control))) &&
      !get_kept (control, NULL))
    copil_picker_set_value (COPIL_PICKER (control->control), control->value);
}

static void
flush_cb (CopilFieldControl *control)
{
  if (!store_typed (control, TRUE))
    copil_session_refuse (copil_panel_get_session (control));
}

/* --- the calendar of a date --- */

static void
day_selected_cb (CopilFieldControl *control, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (control->setting)
    return;
  control->pending = FALSE;
  if (store (control, date))
    show_value (control);
}

static void
calendar_icon_cb (CopilFieldControl *control)
{
  g_autoptr (GDateTime) day = NULL;

  if (!control->calendar)
    {
      GtkWidget *calendar = gtk_calendar_new ();

      control->calendar = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (control->calendar), calendar);
      gtk_widget_set_parent (control->calendar, control->control);
      g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), control);
    }
  store_typed (control, TRUE);
  {
    const char *date = control->value ? control->value : copil_today ();
    day = g_date_time_new_local ((int)g_ascii_strtoll (date, NULL, 10),
                                 (int)g_ascii_strtoll (date + 5, NULL, 10),
                                 (int)g_ascii_strtoll (date + 8, NULL, 10), 0, 0, 0);
  }
  control->setting = TRUE;
  if (day)
    gtk_calendar_select_day (GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (control->calendar))),
                             day);
  control->setting = FALSE;
  gtk_popover_popup (GTK_POPOVER (control->calendar));
}

/* --- building --- */

static GtkWidget *
build_entry (CopilFieldControl *control)
{
  GtkWidget *entry = gtk_entry_new ();
  const CopilFieldType type = control->field->type;

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), control);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), control);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  if (type == COPIL_FIELD_DATE)
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                         "x-office-calendar-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                       _ ("Choose in a calendar"));
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("dd/mm/yyyy"));
      g_signal_connect_swapped (entry, "icon-press", G_CALLBACK (calendar_icon_cb), control);
    }
  else if (type == COPIL_FIELD_INTEGER || type == COPIL_FIELD_NUMBER || type == COPIL_FIELD_PERCENT)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  return entry;
}

static GtkWidget *
build_text_view (CopilFieldControl *control, GtkWidget **frame)
{
  GtkWidget *view = gtk_text_view_new ();

  copil_spelling_attach (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (typed_cb), control);
  *frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (*frame), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (*frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (*frame), 52);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (*frame), 360);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (*frame), TRUE);
  gtk_widget_add_css_class (*frame, "note");
  return view;
}

static void
choice_setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer short_one)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (short_one)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
choice_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (choice));
}

/* A long choice is cut in the button and whole in the list: the form keeps its width. */
static void
shorten (GtkDropDown *drop_down)
{
  GtkListItemFactory *shown = gtk_signal_list_item_factory_new (),
                     *listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (choice_setup_cb), drop_down);
  g_signal_connect (listed, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (choice_bind_cb), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (choice_bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, shown);
  gtk_drop_down_set_list_factory (drop_down, listed);
  g_object_unref (shown);
  g_object_unref (listed);
}

static GtkWidget *
build_drop_down (CopilFieldControl *control)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  if (!control->field->initial)
    gtk_string_list_append (labels, C_ ("choice", "None"));
  for (const CopilOption *option = control->field->options; option->value; option++)
    gtk_string_list_append (labels, _ (option->label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  shorten (GTK_DROP_DOWN (drop_down));
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (selected_cb), control);
  return drop_down;
}

static void
build (CopilFieldControl *control)
{
  const CopilField *field = control->field;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *shown = NULL;
  g_autofree char *label =
      field->unit ? g_strdup_printf (_ ("%s (%s)"), copil_field_get_label (field), _ (field->unit))
      : field->type == COPIL_FIELD_PERCENT
          ? g_strdup_printf (_ ("%s (%%)"), copil_field_get_label (field))
          : g_strdup (copil_field_get_label (field));

  switch (field->type)
    {
    case COPIL_FIELD_NOTE:
      control->control = build_text_view (control, &shown);
      break;
    case COPIL_FIELD_CHOICE:
      control->control = build_drop_down (control);
      break;
    case COPIL_FIELD_BOOLEAN:
      control->control = gtk_check_button_new_with_label (label);
      g_signal_connect_swapped (control->control, "toggled", G_CALLBACK (toggled_cb), control);
      break;
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
      control->control = copil_picker_new (copil_panel_get_session (control), field->target,
                                           field->type == COPIL_FIELD_REFERENCES);
      g_signal_connect_swapped (control->control, "picked", G_CALLBACK (picked_cb), control);
      break;
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_INTEGER:
    case COPIL_FIELD_PERCENT:
    case COPIL_FIELD_NUMBER:
    case COPIL_FIELD_DATE:
    case COPIL_FIELD_TIME:
    default:
      control->control = build_entry (control);
      break;
    }
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), control);
  gtk_widget_add_controller (control->control, focus);

  control->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  if (field->type != COPIL_FIELD_BOOLEAN)
    {
      control->label = gtk_label_new (label);
      gtk_label_set_xalign (GTK_LABEL (control->label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (control->label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (control->label, "field-label");
      gtk_box_append (GTK_BOX (control->box), control->label);
    }
  else
    gtk_widget_set_valign (control->box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (control->box), shown ? shown : control->control);
  control->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (control->fault), TRUE);
  gtk_label_set_xalign (GTK_LABEL (control->fault), 0);
  gtk_widget_add_css_class (control->fault, "error");
  gtk_widget_add_css_class (control->fault, "caption");
  gtk_widget_set_visible (control->fault, FALSE);
  gtk_box_append (GTK_BOX (control->box), control->fault);
  copil_panel_set_child (control, control->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  /* The keyboard goes to the button inside. */
  if (COPIL_IS_PICKER (control->control) || GTK_IS_DROP_DOWN (control->control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (control->control)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
copil_field_control_dispose (GObject *object)
{
  CopilFieldControl *control = COPIL_FIELD_CONTROL (object);

  copil_pause_end (&control->pause);
  if (copil_panel_get_child (control))
    store_typed (control, TRUE);
  copil_pause_end (&control->pause);
  g_clear_pointer (&control->calendar, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_field_control_parent_class)->dispose (object);
}

static void
copil_field_control_finalize (GObject *object)
{
  g_free (COPIL_FIELD_CONTROL (object)->value);
  G_OBJECT_CLASS (copil_field_control_parent_class)->finalize (object);
}

static void
copil_field_control_class_init (CopilFieldControlClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_field_control_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_field_control_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "field");
}

static void
copil_field_control_init (CopilFieldControl *control)
{
}

GtkWidget *
copil_field_control_new (CopilSession *session, const CopilKind *kind, const CopilField *field)
{
  CopilFieldControl *control = g_object_new (COPIL_TYPE_FIELD_CONTROL, "session", session, NULL);

  control->kind = kind;
  control->field = field;
  build (control);
  g_signal_connect_object (session, "flush", G_CALLBACK (flush_cb), control, G_CONNECT_SWAPPED);
  return GTK_WIDGET (control);
}

const CopilField *
copil_field_control_get_field (CopilFieldControl *control)
{
  return control->field;
}

void
copil_field_control_set_store (CopilFieldControl *control, CopilUnstoredWrite storing)
{
  control->storing = storing;
}

void
copil_field_control_set (CopilFieldControl *control, gint64 id, const char *value)
{
  gboolean same = control->id == id;

  /* What cannot be read goes with the record it was typed for: not without a word. */
  if (!same && !store_typed (control, TRUE) && !get_kept (control, NULL))
    copil_session_toast (copil_panel_get_session (control),
                         gtk_label_get_label (GTK_LABEL (control->fault)));
  if (same && control->pending && is_typed (control, value))
    {
      /* What was kept is stored now. */
      g_free (control->value);
      control->value = g_strdup (value);
      control->pending = FALSE;
      show_fault (control, NULL);
      return;
    }
  if (same && (control->pending || g_strcmp0 (control->value, value) == 0))
    return;
  control->id = id;
  g_free (control->value);
  control->value = g_strdup (value);
  show_value (control);
}

void
copil_field_control_focus (CopilFieldControl *control)
{
  gtk_widget_grab_focus (control->control);
  if (GTK_IS_TEXT_VIEW (control->control))
    gtk_widget_activate_action (control->control, "selection.select-all", NULL);
  else if (is_entry (control))
    gtk_editable_select_region (GTK_EDITABLE (control->control), 0, -1);
}
