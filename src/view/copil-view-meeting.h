/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* SQL, for a list of meetings (copil-row-list.h): the keys, the newest first, and what a row of one
 * shows: date, title, type, state of the minutes, whether it is the next one. */
extern const char copil_view_meeting_keys[];
extern const char copil_view_meeting_row[];

/* CopilViewItem: an agenda item. Text may be NULL, but the title. */
typedef struct
{
  gint64 id;
  char *title;         /* « 2. Bilan », with its number */
  char *since;         /* the day (ISO 8601) of the meeting that adjourned it to this one */
  gboolean adjourned;  /* to the next meeting */
  char *fiche;         /* it is about: its label, else its title */
  guint n_attachments; /* documents joined to it */
  guint n_decisions;
} CopilViewItem;

void copil_view_item_free (CopilViewItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilViewItem, copil_view_item_free)

/* NULL where there is no such item. */
CopilViewItem *copil_view_load_item (CopilStore *store, gint64 id);

/* The agenda of a meeting, in order: CopilViewItem, freed with the array. */
GPtrArray *copil_view_list_items (CopilStore *store, gint64 meeting);

/* The first item that has notes, else the first one; 0 for none. */
gint64 copil_view_find_noted_item (CopilStore *store, gint64 meeting);

/* CopilViewVersion: a kept version of the minutes. Text may be NULL. */
typedef struct
{
  gint64 id;
  int number;
  char *meeting; /* the day (ISO 8601) of the meeting */
  char *date;
  char *sha256; /* of the document; NULL while the version is being prepared */
  guint64 size; /* of the document, in bytes */
  int replaces; /* the number of that version, or 0 */
  char *reason;
} CopilViewVersion;

/* The versions of the minutes of a meeting, the newest first: CopilViewVersion, freed with the
 * array. */
GPtrArray *copil_view_list_versions (CopilStore *store, gint64 meeting);

/* The amendments to its minutes, in order: an array of ids (gint64). */
GArray *copil_view_list_amendments (CopilStore *store, gint64 meeting);

G_END_DECLS
