/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The collection sheet of a party: a spreadsheet with only what it must supply. Each row has a
 * hidden key, and a hidden mark of what the file said when the sheet was made, so that reading it
 * back tells what the party changed from what changed in the file meanwhile. */

/* What is asked of a party: the observations, with their splits, of the indicators that it
 * supplies, for the periods of that year which have begun (0: for all that are over); the status
 * and progress of its engagements with a follow-up note; the means of fiches that it funds. What is
 * known is locked, but for what moves on. Fails with G_IO_ERROR_NOT_FOUND where there is nothing to
 * ask. */
CopilBook *copil_collection_book_new (CopilStore *store, gint64 party, int year,
                                      CopilAudience audience, GError **error);

/* CopilDifference: one cell that says something else than the file. */
typedef struct
{
  char *sheet;       /* name of the sheet as it was read */
  char *cell;        /* "D7" */
  char *record;      /* "4.1.1 Accueil de collégiens", "Alternants, 2023, filles" */
  char *field;       /* the field's label */
  char *before;      /* what the file says, as a person reads it; "" for nothing */
  char *after;       /* what the sheet says */
  char *doubt;       /* a question: the value makes a progress out of all proportion; NULL else */
  gboolean conflict; /* the file has changed it since the sheet was made */
  gboolean taken;    /* to be taken; at first all that are neither a conflict nor in doubt */

  /* Where it goes. */
  const char *kind; /* "observation", "split", "engagement", "followup", "resource" */
  const char *name; /* of the field */
  gint64 id;        /* of the record; 0 for a new one */
  gint64 owner;     /* the indicator, or the engagement of a note */
  gint64 within;    /* the observation that a part belongs to; 0 for a new one */
  char *period;     /* last day of the period of an observation */
  char *part;       /* name of a part; NULL else */
  char *old_value;  /* canonical */
  char *new_value;
} CopilDifference;

/* CopilCollection: a sheet that was read back. */
typedef struct
{
  gint64 party;
  char *party_name;
  GPtrArray *differences; /* of CopilDifference, in the order of the sheets */
  guint n_same;           /* cells that are filled and say what the file says */
  GPtrArray *sheets;      /* what was read, to compare once more before it is taken */
} CopilCollection;

/* Reads a sheet back and compares it with the file; changes nothing. Fails with G_IO_ERROR and one
 * sentence that names the sheet and the cell: a value that cannot be read, a row that speaks of
 * nothing in this file, a sheet of another convention. */
CopilCollection *copil_collection_read (CopilStore *store, const char *path, GError **error);
void copil_collection_free (CopilCollection *collection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilCollection, copil_collection_free)

/* The differences that are conflicts. */
guint copil_collection_count_conflicts (const CopilCollection *collection);

/* Takes what is marked as taken into the file, in one transaction: all, or nothing. Fails where the
 * file has changed since it was read. */
gboolean copil_collection_take (CopilStore *store, CopilCollection *collection, GError **error);

G_END_DECLS
