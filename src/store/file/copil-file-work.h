/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* The place in the user's state folder that belongs to one user's file, and the lock on it: as long
 * as it lives nobody else has it. All paths are local. */
typedef struct
{
  char *uri;
  char *lock;
  int lock_fd;
  char *copy;     /* the working copy */
  char *notes;    /* what is known of the user's file: CopilWorkNotes */
  char *incoming; /* the user's file as it was read last */
  char *outgoing; /* what is to become the user's file */
} CopilWork;

/* What the working copy remembers of the user's file. */
typedef struct
{
  gint64 head;      /* newest entry of the journal at the last save */
  char *digest;     /* of the file as it was read or written last; NULL for none */
  char *pending;    /* of the file that was about to be written */
  char *attributes; /* of the file as it was last seen (copil_attributes_read()); NULL for none */
} CopilWorkNotes;

/* Takes the place of that file. Fails with COPIL_STORE_ERROR_BUSY where another window or process
 * has it. */
CopilWork *copil_work_new (GFile *target, GError **error);
void copil_work_free (CopilWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilWork, copil_work_free)

/* Any thread. Notes that cannot be read are as none. */
void copil_work_read_notes (CopilWork *work, CopilWorkNotes *notes);
gboolean copil_work_write_notes (CopilWork *work, const CopilWorkNotes *notes, GError **error);
void copil_work_notes_clear (CopilWorkNotes *notes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CopilWorkNotes, copil_work_notes_clear)

/* Removes a database and what SQLite keeps beside it. */
void copil_work_remove (const char *path);

/* Removes the working copy and all that goes with it, except the lock. */
void copil_work_clear (CopilWork *work);

/* Removes what processes that are no more left in the state folder, and beside the files that they
 * were about to make; working copies stay, to be picked up. */
void copil_work_sweep (void);

/* Renames the working copy to one of that ending that will not be touched any more; returns its
 * path, NULL where it could not be renamed. */
char *copil_work_put_aside (CopilWork *work, const char *ending);

G_END_DECLS
