/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-records-filter.h"
#include "copil-records-list.h"

G_BEGIN_DECLS

/* The records of one kind: a list to search, filter and sort, with a toolbar that adds, duplicates,
 * moves and deletes, and beside it the detail of the one that is selected, which the caller makes.
 * In a short width the detail replaces the list.
 *
 * Actions: page.add, page.duplicate, page.up, page.down, page.delete, page.find.
 *
 * Signals:
 *   "selected" (gint64 id)  show this record in the detail; 0 for none
 *   "added" (gint64 id)     a record was added and selected: the keyboard goes to its form
 *   "adding"                before one is added: the time for copil_records_page_set_initial() */
#define COPIL_TYPE_RECORDS_PAGE (copil_records_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilRecordsPage, copil_records_page, COPIL, RECORDS_PAGE, CopilPanel)

/* "detail" scrolls within the place it gets, detail_width pixels wide. */
GtkWidget *copil_records_page_new (CopilSession *session, const CopilRecordsSpec *spec,
                                   GtkWidget *detail, int detail_width);

/* The record that is selected, 0 for none. */
gint64 copil_records_page_get_selected (CopilRecordsPage *page);

/* Selects that record and shows its detail; filters that hide it are cleared. */
void copil_records_page_select (CopilRecordsPage *page, gint64 id);

/* A filter by a record of another kind: "condition" is SQL on "r" with %s for the id
 * ("r.axis = %s"); "all" is what it reads where all are shown, translated. */
void copil_records_page_add_record_filter (CopilRecordsPage *page, const char *all,
                                           const char *kind, const char *condition);

/* A filter by a choice: labels (English, for gettext) and SQL conditions on "r" in turn, then NULL;
 * kept, not copied. */
void copil_records_page_add_choice_filter (CopilRecordsPage *page, const char *all,
                                           const char *const *choices);

/* A filter by the values that the SQL lists (copil_records_filter_new_values()). */
void copil_records_page_add_value_filter (CopilRecordsPage *page, const char *all,
                                          const char *label, const char *sql,
                                          const char *condition);

/* A filter that the caller made (copil-records-filter.h). */
void copil_records_page_add_filter (CopilRecordsPage *page, CopilRecordsFilter *filter);

/* Takes all filters and the search away, then chooses the place, from 1, in that filter: as where
 * the person does it. NULL only takes them away. */
void copil_records_page_filter (CopilRecordsPage *page, CopilRecordsFilter *filter, guint place);

/* The list itself, whose signals and keys the page may want; the page's own. */
CopilRecordsList *copil_records_page_get_list (CopilRecordsPage *page);

/* A widget at the end of the toolbar, or a wide one under it. */
void copil_records_page_add_tool (CopilRecordsPage *page, GtkWidget *tool);
void copil_records_page_add_row (CopilRecordsPage *page, GtkWidget *row);

/* A value that records added from now on get; NULL takes it away. */
void copil_records_page_set_initial (CopilRecordsPage *page, const char *field, const char *value);

/* For a page that is made of such lists: its class gets the same actions, which go to the list that
 * copil_records_page_forward_to() named last. */
void copil_records_page_install_forwards (GtkWidgetClass *class);
void copil_records_page_forward_to (GtkWidget *widget, CopilRecordsPage *page);

/* A heading with a widget under it, for the parts of a detail. */
GtkWidget *copil_records_page_make_section (const char *heading, GtkWidget *child);

/* A button that reads the label, with its mnemonic; unlike GTK's own, a screen reader says it once.
 */
GtkWidget *copil_records_page_make_button (const char *label);

G_END_DECLS
