/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-decisions-page.h"

#include <glib/gi18n-lib.h>

#include "copil-decisions-detail.h"
#include "copil-decisions-list.h"
#include "copil-paper-export.h"
#include "copil-sitting.h"
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

static gint64
get_selected (CopilDecisionsPage *page)
{
  return copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->records));
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
  CopilRecordsPage *records;

  page->detail = copil_decisions_detail_new (session);
  page->records = copil_records_page_new (session, &copil_decisions_spec, page->detail, 340);
  records = COPIL_RECORDS_PAGE (page->records);
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
  copil_decisions_list_attach (copil_records_page_get_list (records));
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
