/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-file-job.h"
#include "copil-file.h"

G_BEGIN_DECLS

struct _CopilFile
{
  GObject parent_instance;

  GFile *location, *target; /* as it was given; with symbolic links followed */
  CopilWork *work;          /* NULL once closed */
  CopilStore *store;
  GPtrArray *notices; /* raised by opening */

  gint64 saved_head; /* of what the user's file holds; -1 where it is behind in any case */
  char *digest;      /* of the user's file as it was read or written last */
  char *attributes;  /* of the user's file as it was last seen; NULL where it never was */
  GHashTable *known; /* digests of the states it had in our time */
  gboolean read_only, newer;

  GQueue requests; /* the first one is under way */
  guint delay, autosave, watch_source;
  guint n_failed; /* savings in a row that did not succeed */
  GFileMonitor *monitor;
  char *last_failure;
};

static inline void
copil_set_text (char **text, const char *value)
{
  char *copy = g_strdup (value);
  g_free (*text);
  *text = copy;
}

/* Makes the file with its store, but without what needs the main context. Any thread. */
CopilFile *copil_file_load (GFile *location, GCancellable *cancellable, GError **error);

/* Takes in what somebody else wrote, which work->incoming holds: merges it, and keeps it beside the
 * user's file where that cannot be. Sentences to tell are appended. */
gboolean copil_file_take_other (CopilFile *file, const char *digest, GPtrArray *notices,
                                GError **error);

/* Saves after the delay, or later where the last savings failed: a full disk makes room, a folder
 * comes back. */
void copil_file_arm_autosave (CopilFile *file);
void copil_file_stop_timers (CopilFile *file);

/* Watches the place of the user's file. */
void copil_file_watch (CopilFile *file);

/* Forgets the working copy: for good where all of it is saved, until the next opening else. */
void copil_file_release (CopilFile *file);

G_END_DECLS
