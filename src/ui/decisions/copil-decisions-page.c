/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-decisions-page.h"

#include <glib/gi18n-lib.h>

#include "copil-decisions-detail.h"
#include "copil-minutes-life-decision.h"
#include "copil-paper-export.h"
#include "copil-sitting.h"
#include "copil-status.h"
#include "copil-value.h"
#include "copil-view-decision.h"
#include "copil-view-filter.h"
#include "copil-view-list.h"

struct _CopilDecisionsPage
{
  CopilPage parent_instance;

  GtkWidget *records;
  GtkWidget *detail;
  GtkWidget *years;
  GtkWidget *states; /* the filter by what has become of them */
};

G_DEFINE_FINAL_TYPE (CopilDecisionsPage, copil_decisions_page, COPIL_TYPE_PAGE)

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

/* What the page is filtered by from elsewhere, in the order of the choices. */
static const char *const filters[] = { "open", "late" };

static const char *const choices[] = {
  N_ ("Still open"),
  copil_view_decision_open,
  N_ ("Late"),
  copil_view_decision_late,
  N_ ("To carry out"),
  copil_view_decision_planned,
  N_ ("Under way"),
  copil_view_decision_in_progress,
  N_ ("Carried out"),
  copil_view_decision_done,
  N_ ("Dropped"),
  copil_view_decision_abandoned,
  N_ ("Adopted"),
  copil_view_decision_adopted,
  NULL,
};

static const CopilRecordsSpec spec = {
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
set_status (CopilDecisionsPage *page, gint64 id, const char *status)
{
  CopilSession *session = copil_panel_get_session (page);
  g_autoptr (GError) error = NULL;

  if (!id || copil_store_is_read_only (copil_panel_get_store (page)))
    return;
  copil_session_flush (session);
  copil_session_check (session,
                       copil_minutes_life_set_status (copil_panel_get_store (page), id, status,
                                                      copil_today (), &error),
                       &error);
}

static gint64
get_selected (CopilDecisionsPage *page)
{
  return copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->records));
}

/* Done, or open again. */
static void
toggle (CopilDecisionsPage *page, gint64 id)
{
  g_autofree char *status =
      copil_store_dup_text (copil_panel_get_store (page), "decision", id, "status");
  gboolean settled = g_strcmp0 (status, "done") == 0 || g_strcmp0 (status, "adopted") == 0;

  set_status (page, id, settled ? "planned" : "done");
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
key_cb (CopilDecisionsPage *page, guint key, guint code, GdkModifierType modifiers)
{
  const CopilOption *states = copil_kind_get_field (copil_kind_get ("decision"), "status")->options;
  GdkModifierType pressed = modifiers & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  guint digit = pressed & ~GDK_SHIFT_MASK ? 0 : find_digit (code);

  if (!get_selected (page))
    return GDK_EVENT_PROPAGATE;
  if (enter && pressed == GDK_CONTROL_MASK)
    toggle (page, get_selected (page));
  else if (key == GDK_KEY_F4 && !pressed)
    set_status (page, get_selected (page), "adopted");
  else if (digit)
    set_status (page, get_selected (page), states[digit - 1].value);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- filters --- */

/* The person that Preferences name. */
static char *
make_mine (CopilSession *session)
{
  CopilStore *store = copil_session_get_store (session);
  const char *name = copil_store_get_author (store);
  g_autofree char *person = copil_view_find_person (store, name), *sentence = NULL;

  if (person)
    return copil_view_list_make_condition (copil_view_decision_of_person, person, FALSE);
  sentence = name && *name ? g_strdup_printf (_ ("No person of this file is called “%s”, the name "
                                                 "that Preferences give you."),
                                              name)
                           : g_strdup (_ ("Enter your name in Preferences first."));
  copil_session_toast (session, sentence);
  return NULL;
}

/* --- callbacks --- */

static void
selected_cb (CopilDecisionsPage *page, gint64 id)
{
  copil_decisions_detail_set_id (COPIL_DECISIONS_DETAIL (page->detail), id);
}

static void
adding_cb (CopilDecisionsPage *page)
{
  CopilStore *store = copil_panel_get_store (page);
  gint64 meeting = copil_view_get_meeting_to_decide (store);
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, meeting),
                  *label = meeting ? copil_sitting_next_label (store, meeting) : NULL;

  copil_records_page_set_initial (COPIL_RECORDS_PAGE (page->records), "meeting",
                                  meeting ? of : NULL);
  copil_records_page_set_initial (COPIL_RECORDS_PAGE (page->records), "label", label);
}

static void
added_cb (CopilDecisionsPage *page)
{
  copil_decisions_detail_focus (COPIL_DECISIONS_DETAIL (page->detail));
}

/* Of the year that the list is filtered by, or of all. */
static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilDecisionsPage *page = COPIL_DECISIONS_PAGE (widget);
  const CopilRequest request = { .year = copil_records_filter_get_number (
                                     COPIL_RECORDS_FILTER (page->years)),
                                 .audience = copil_page_get_audience (COPIL_PAGE (page)) };

  copil_paper_export_run (widget, copil_panel_get_session (page),
                          parameter ? g_variant_get_string (parameter, NULL) : "register.odt",
                          &request);
}

static void
export_text_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  export_cb (widget, action, NULL);
}

static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilDecisionsPage *page = COPIL_DECISIONS_PAGE (widget);
  gint64 id = get_selected (page);

  if (!id)
    return;
  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), id);
  copil_decisions_detail_note (COPIL_DECISIONS_DETAIL (page->detail));
}

/* --- building --- */

static void
build (CopilDecisionsPage *page)
{
  CopilSession *session = copil_panel_get_session (page);
  static const char *const papers[] = { "register.odt", "register.ods", NULL };
  GtkEventController *keys = gtk_event_controller_key_new ();
  CopilRecordsPage *records;
  CopilRecordsList *list;

  page->detail = copil_decisions_detail_new (session);
  page->records = copil_records_page_new (session, &spec, page->detail, 340);
  records = COPIL_RECORDS_PAGE (page->records);
  list = copil_records_page_get_list (records);
  page->states = copil_records_filter_new_choice (_ ("Status"), choices);
  copil_records_page_add_filter (records, COPIL_RECORDS_FILTER (page->states));
  copil_records_page_add_filter (
      records,
      COPIL_RECORDS_FILTER (copil_records_filter_new_toggle (
          session, C_ ("decisions", "_Mine"),
          _ ("My decisions: those that I am responsible for, by name or with my signatory"),
          make_mine)));
  copil_records_page_add_record_filter (records, _ ("Meeting"), "meeting",
                                        copil_view_decision_of_meeting);
  copil_records_page_add_record_filter (records, _ ("Signatory"), "party",
                                        copil_view_decision_of_party);
  page->years =
      copil_records_filter_new_values (session, _ ("Year"), _ ("Year"), "decision",
                                       copil_view_decision_years, copil_view_decision_of_year);
  copil_records_page_add_filter (records, COPIL_RECORDS_FILTER (page->years));
  copil_records_page_add_tool (records, copil_paper_export_button_new (papers, "page.export-as"));
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "adding", G_CALLBACK (adding_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  g_signal_connect_object (list, "ticked", G_CALLBACK (toggle), page, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  copil_page_set_content (COPIL_PAGE (page), page->records);
  selected_cb (page, get_selected (page));
}

static void
copil_decisions_page_class_init (CopilDecisionsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_text_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
}

static void
copil_decisions_page_init (CopilDecisionsPage *page)
{
}

GtkWidget *
copil_decisions_page_new (CopilSession *session)
{
  CopilDecisionsPage *page = g_object_new (COPIL_TYPE_DECISIONS_PAGE, "session", session, NULL);

  build (page);
  return GTK_WIDGET (page);
}

void
copil_decisions_page_show (CopilDecisionsPage *page, const char *kind, gint64 id)
{
  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), id);
}

void
copil_decisions_page_filter (CopilDecisionsPage *page, const char *what)
{
  copil_panel_settle (page);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i], what))
      copil_records_page_filter (COPIL_RECORDS_PAGE (page->records),
                                 COPIL_RECORDS_FILTER (page->states), i + 1);
}
