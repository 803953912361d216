/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-decisions-list.h"

#include <glib/gi18n-lib.h>

#include "copil-minutes-life-decision.h"
#include "copil-status.h"
#include "copil-value.h"
#include "copil-view-decision.h"

/* --- the rows --- */

/* « 2023-1-02  Achever l’étude ». */
static char *
text_text (CopilRow *row)
{
  const char *label = copil_row_get (row, COPIL_VIEW_DECISION_LABEL),
             *text = copil_row_get (row, COPIL_VIEW_DECISION_TEXT);

  return label && *label ? g_strdup_printf ("%s  %s", label, text ? text : "")
                         : g_strdup (text ? text : "");
}

/* Where there is no room for their columns: who, and when. */
static char *
text_below (CopilRow *row)
{
  g_autofree char *due = copil_date_format (copil_row_get (row, COPIL_VIEW_DECISION_DUE));
  const char *parts[3] = { NULL }, *charge = copil_row_get (row, COPIL_VIEW_DECISION_CHARGE);
  guint n = 0;

  if (charge)
    parts[n++] = charge;
  if (*due)
    parts[n++] = due;
  return n ? g_strjoinv (" · ", (char **)parts) : NULL;
}

static char *
text_tip (CopilRow *row)
{
  g_autofree char *text = text_text (row);
  const char *note = copil_row_get (row, COPIL_VIEW_DECISION_NOTE);
  gboolean secret = copil_row_get_int (row, COPIL_VIEW_DECISION_CONFIDENTIAL) == 1;

  return g_strconcat (text, note ? "\n" : "", note ? note : "", secret ? "\n" : "",
                      secret ? _ ("Confidential") : "", NULL);
}

static char *
tick_text (CopilRow *row)
{
  return copil_row_get_int (row, COPIL_VIEW_DECISION_SETTLED) == 1
             ? g_strdup (_ ("Open the decision again"))
             : g_strdup (_ ("Mark the decision as carried out"));
}

static char *
status_text (CopilRow *row)
{
  return g_strdup (copil_status_get_word ("decision",
                                          copil_row_get (row, COPIL_VIEW_DECISION_STATUS),
                                          copil_row_get_int (row, COPIL_VIEW_DECISION_LATE) == 1));
}

/* Under the day of the meeting, what the decision is about. */
static char *
meeting_below (CopilRow *row)
{
  return g_strdup (copil_row_get (row, COPIL_VIEW_DECISION_ABOUT));
}

static char *
meeting_tip (CopilRow *row)
{
  const char *title = copil_row_get (row, COPIL_VIEW_DECISION_MEETING_TITLE),
             *about = copil_row_get (row, COPIL_VIEW_DECISION_ABOUT_TITLE);

  return g_strconcat (title ? title : "", title && about ? "\n" : "", about ? about : "", NULL);
}

static const CopilRecordsColumn columns[] = {
  { N_ ("Tick"), COPIL_CELL_TICK, COPIL_VIEW_DECISION_SETTLED, tick_text },
  { N_ ("Decision"), COPIL_CELL_TEXT, COPIL_VIEW_DECISION_TEXT, text_text, text_below, text_tip,
    copil_view_decision_by_label, .expand = TRUE, .narrow = TRUE },
  { N_ ("Responsible"), COPIL_CELL_TEXT, COPIL_VIEW_DECISION_CHARGE,
    .sort = copil_view_decision_by_charge, .wide = TRUE },
  { N_ ("Due on"), COPIL_CELL_DATE, COPIL_VIEW_DECISION_DUE, .sort = copil_view_decision_by_due,
    .wide = TRUE },
  { N_ ("Status"), COPIL_CELL_STATUS, COPIL_VIEW_DECISION_STATE, status_text,
    .sort = copil_view_decision_by_status },
  { N_ ("Meeting"), COPIL_CELL_DATE, COPIL_VIEW_DECISION_MEETING, .below = meeting_below,
    .tip = meeting_tip, .sort = copil_view_decision_by_meeting },
  { NULL },
};

const CopilRecordsSpec copil_decisions_spec = {
  .kind = "decision",
  .row = copil_view_decision_row,
  .follows = "meeting engagement measure fiche person party followup",
  .search = copil_view_decision_searched,
  .order = copil_view_decision_order,
  .group = COPIL_VIEW_DECISION_MEETING,
  .columns = columns,
  .add = N_ ("_Add a decision"),
  .back = N_ ("Decisions"),
  .icon = "object-select-symbolic",
  .title = N_ ("No decision yet"),
  .sentence = N_ ("What meetings decide is recorded while they last, or in their notes, and is "
                  "followed here until it is done."),
};

/* --- the state --- */

static void
set_status (CopilRecordsList *list, gint64 id, const char *status)
{
  CopilSession *session = copil_panel_get_session (list);
  g_autoptr (GError) error = NULL;

  if (!id || copil_store_is_read_only (copil_panel_get_store (list)))
    return;
  copil_session_keep (session);
  copil_session_check (session,
                       copil_minutes_life_set_status (copil_panel_get_store (list), id, status,
                                                      copil_today (), &error),
                       &error);
}

/* Done, or open again. */
static void
toggle (CopilRecordsList *list, gint64 id)
{
  g_autofree char *status =
      copil_store_dup_text (copil_panel_get_store (list), "decision", id, "status");
  gboolean settled = g_strcmp0 (status, "done") == 0 || g_strcmp0 (status, "adopted") == 0;

  set_status (list, id, settled ? "planned" : "done");
}

/* The digit on that key, with Shift or without as the layout has it; 0 for none. */
static guint
find_digit (guint code)
{
  g_autofree guint *values = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (gdk_display_get_default (), code, NULL, &values, &n))
    return 0;
  for (int i = 0; i < n; i++)
    {
      if (values[i] >= GDK_KEY_1 && values[i] <= GDK_KEY_5)
        return values[i] - GDK_KEY_0;
      if (values[i] >= GDK_KEY_KP_1 && values[i] <= GDK_KEY_KP_5)
        return values[i] - GDK_KEY_KP_0;
    }
  return 0;
}

/* On the rows: Ctrl+Enter ticks, 1 to 5 give the states in their order, F4 adopts. */
static gboolean
key_cb (CopilRecordsList *list, guint key, guint code, GdkModifierType modifiers)
{
  const CopilOption *states = copil_kind_get_field (copil_kind_get ("decision"), "status")->options;
  GdkModifierType pressed = modifiers & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  guint digit = pressed & ~GDK_SHIFT_MASK ? 0 : find_digit (code);

  if (!copil_records_list_get_selected (list))
    return GDK_EVENT_PROPAGATE;
  if (enter && pressed == GDK_CONTROL_MASK)
    toggle (list, copil_records_list_get_selected (list));
  else if (key == GDK_KEY_F4 && !pressed)
    set_status (list, copil_records_list_get_selected (list), "adopted");
  else if (digit)
    set_status (list, copil_records_list_get_selected (list), states[digit - 1].value);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
copil_decisions_list_attach (CopilRecordsList *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  g_signal_connect (list, "ticked", G_CALLBACK (toggle), NULL);
}
