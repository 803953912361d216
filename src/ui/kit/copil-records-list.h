/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-records-cell.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* What a list of records of one kind is like. Kept, not copied: a constant. */
typedef struct
{
  const char *kind;
  const char *row;     /* SELECT of the columns of one record; ?1 is its id. Without columns, it,
                        * they and the search follow from the kind (copil_records_describe) */
  const char *follows; /* further kinds whose changes the rows show, space-separated, or NULL */
  const char *search;  /* SQL expression, on the kind's table "r", of the text that is searched */
  const char *order;   /* ORDER BY, on "r", where no column is sorted by; NULL: the kind's own */
  int group;           /* column of the row query: records move up and down where it is the same;
                        * -1 for none */
  const CopilRecordsColumn *columns;

  /* English, for gettext */
  const char *add;      /* of the button that adds one, with a mnemonic */
  const char *back;     /* of the button that comes back to the list */
  const char *icon;     /* of the empty state */
  const char *title;    /* of the empty state */
  const char *sentence; /* of the empty state */
} CopilRecordsSpec;

/* The records of one kind in columns that sort; where it is narrow, further columns are hidden. The
 * rows are read when they are looked at, and follow the store.
 *
 * Signals:
 *   "selected" (gint64 id)  another record is selected, 0 for none
 *   "activated"             a record was clicked, or chosen with Enter
 *   "ticked" (gint64 id)    the box of that row was clicked
 *   "moved"                 rows came or went, or the order or the place of the selection changed
 */
#define COPIL_TYPE_RECORDS_LIST (copil_records_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilRecordsList, copil_records_list, COPIL, RECORDS_LIST, CopilPanel)

GtkWidget *copil_records_list_new (CopilSession *session, const CopilRecordsSpec *spec);

/* Lists what all conditions, SQL on "r", keep, NULL ending them, and whose searched text holds the
 * words; "" for any. */
void copil_records_list_set_filter (CopilRecordsList *list, const char *const *conditions,
                                    const char *words);

/* The number of rows that the filter leaves. */
guint copil_records_list_get_n_rows (CopilRecordsList *list);

/* The record that is selected, 0 for none. */
gint64 copil_records_list_get_selected (CopilRecordsList *list);

/* Selects that record and scrolls to it; FALSE where it is not listed: it is selected then when it
 * comes. */
gboolean copil_records_list_select (CopilRecordsList *list, gint64 id);

/* The record above (-1) or below (1) the one that is selected, 0 where there is none in its group
 * or where the order is not the records' own. */
gint64 copil_records_list_get_neighbour (CopilRecordsList *list, int direction);

/* Whether a column is sorted by; and back to the list's own order. */
gboolean copil_records_list_is_sorted (CopilRecordsList *list);
void copil_records_list_unsort (CopilRecordsList *list);

G_END_DECLS
