/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* A filter over a list of records: a choice that gives an SQL condition.
 *
 * Signals: "changed", when the person chose another one. */
#define COPIL_TYPE_RECORDS_FILTER (copil_records_filter_get_type ())
G_DECLARE_FINAL_TYPE (CopilRecordsFilter, copil_records_filter, COPIL, RECORDS_FILTER, GtkWidget)

/* Chooses a record of the kind; %s in the condition stands for its id. "all": what it reads where
 * none is chosen. */
GtkWidget *copil_records_filter_new_record (CopilSession *session, const char *all,
                                            const char *kind, const char *condition);

/* Chooses one of the labels (English, for gettext), each followed by its condition; NULL ends.
 * Kept, not copied. */
GtkWidget *copil_records_filter_new_choice (const char *all, const char *const *choices);

/* Chooses one of the values that the SQL lists in its first column, read again when records of the
 * kind change; %s in the condition stands for the value, quoted. "all" and "label", for a screen
 * reader, are translated; the others are kept, not copied. */
GtkWidget *copil_records_filter_new_values (CopilSession *session, const char *all,
                                            const char *label, const char *kind, const char *sql,
                                            const char *condition);

/* A button that is pressed in to keep what the condition leaves, which "make" gives when it is
 * pressed, free with g_free(); NULL, after it said why, leaves the button as it was. */
typedef char *(*CopilRecordsFilterMake) (CopilSession *session);
GtkWidget *copil_records_filter_new_toggle (CopilSession *session, const char *label,
                                            const char *tip, CopilRecordsFilterMake make);

/* Whether it is such a button. */
gboolean copil_records_filter_is_toggle (CopilRecordsFilter *filter);

/* Chooses that place, from 1, of a filter by a choice. */
void copil_records_filter_choose (CopilRecordsFilter *filter, guint place);

/* The condition, NULL where all are shown. */
const char *copil_records_filter_get_condition (CopilRecordsFilter *filter);

/* The value that is chosen of a filter by values, as a number; 0 for none. */
int copil_records_filter_get_number (CopilRecordsFilter *filter);

/* Shows all again, without "changed". */
void copil_records_filter_clear (CopilRecordsFilter *filter);

G_END_DECLS
