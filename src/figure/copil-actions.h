/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* What an action counts, in the order of the columns. */
typedef enum
{
  COPIL_COUNT_ACTIONS,
  COPIL_COUNT_ACADEMIES,
  COPIL_COUNT_SCHOOLS,
  COPIL_COUNT_YOUNG,
  COPIL_COUNT_GIRLS,
  COPIL_COUNT_BOYS,
  COPIL_COUNT_STAFF,
  COPIL_COUNT_WOMEN,
  COPIL_COUNT_MEN,
  COPIL_COUNT_COMPANIES,
  COPIL_COUNT_ORGANISATIONS,
  COPIL_N_COUNTS
} CopilCount;

/* The field of the kind "action" ("number", "academies", "schools" …), and its label in the user's
 * language. */
const char *copil_count_get_field (CopilCount count);
const char *copil_count_get_label (CopilCount count);

/* CopilTotal: a sum that knows what it lacks. Missing is never zero. */
typedef struct
{
  gint64 value;     /* of the rows that tell it */
  guint n_known;    /* rows that do; 0: the total is not known */
  guint n_missing;  /* rows that do not: with some known, the total is a minimum */
  gboolean minimum; /* the true total is that or more: rows are missing, or it cannot be added up */
  gboolean estimated; /* a row that counts is estimated */
} CopilTotal;

/* "2 008"; "at least 227" where it is a minimum; "–" where none is known; "(estimated)" is added
 * where it is. */
char *copil_total_format (const CopilTotal *total);

/* What rows or columns of a table stand for. An action belongs to the year of its start, else of
 * its finish. */
typedef enum
{
  COPIL_BY_NOTHING, /* one row, or one column: all */
  COPIL_BY_THEME,
  COPIL_BY_ACADEMIE,
  COPIL_BY_YEAR
} CopilActionsBy;

/* CopilActionsKey: the head of a row or a column. */
typedef struct
{
  gint64 id; /* the theme, or the year; 0 for none */
  char *name; /* "2 · Information sur les métiers", "Lille", "2007"; NULL where the actions say none
               */
} CopilActionsKey;

/* CopilActionsFilter: which actions; zeros and NULLs for all. */
typedef struct
{
  int year;
  gint64 theme;
  const char *academie;
  CopilFigureFlags flags;
  gint64 fiche; /* those of that fiche action */
} CopilActionsFilter;

/* CopilActionsTable: totals of the actions, crossed. Declared totals are never added. */
typedef struct
{
  GPtrArray *rows; /* of CopilActionsKey: themes in their order, académies by name, years rising;
                      those without one last */
  GPtrArray *columns; /* the same */
  CopilTotal *cells;  /* read through copil_actions_table_get() */
} CopilActionsTable;

/* Sums the actions. A row stands for one action where it does not say how many. Young people are
 * the girls and the boys, and staff the women and the men, where only those are known. Académies
 * are never added up: their number is that of the names, or the largest that a row gives, whichever
 * is more. */
CopilActionsTable *copil_actions_read (CopilStore *store, CopilActionsBy rows,
                                       CopilActionsBy columns, const CopilActionsFilter *filter);
/* A cell; row or column -1 for the total of all of them. */
const CopilTotal *copil_actions_table_get (const CopilActionsTable *table, int row, int column,
                                           CopilCount count);
void copil_actions_table_free (CopilActionsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilActionsTable, copil_actions_table_free)

/* CopilDeclared: a total that somebody declared, beside what the rows make. */
typedef struct
{
  gint64 id; /* of the action record */
  char *title;
  char *start, *finish; /* may be NULL */
  gint64 theme;         /* 0 for all */
  char *academie;       /* NULL for all */
  gboolean estimated;
  char *note;
  gint64 declared[COPIL_N_COUNTS]; /* -1 where it does not say */
  CopilTotal rows[COPIL_N_COUNTS]; /* of the rows of the same period, theme and académie */
  char *sentences[COPIL_N_COUNTS]; /* "The rows make 1 815 for 2 008 declared: 193 are missing.";
                                      NULL where nothing is declared */
  gboolean agrees[COPIL_N_COUNTS]; /* the rows make what is declared, and none is missing */
  GPtrArray *faults; /* what contradicts itself in the declaration, or in the rows it stands
                        for: strings */
} CopilDeclared;

/* The declared totals that concern the filter, by period; an array that frees them. */
GPtrArray *copil_actions_list_declared (CopilStore *store, const CopilActionsFilter *filter);
void copil_declared_free (CopilDeclared *declared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilDeclared, copil_declared_free)

/* Records that contradict themselves (girls and boys that do not make the young people; women and
 * men the staff): an array of CopilActionFault that frees them. */
typedef struct
{
  gint64 id;
  char *title;
  char *sentence;
} CopilActionFault;
GPtrArray *copil_actions_list_faults (CopilStore *store, const CopilActionsFilter *filter);

/* The years in which there are actions or declared totals, rising: an array of int. */
GArray *copil_actions_list_years (CopilStore *store, CopilFigureFlags flags);

G_END_DECLS
