/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-file-work.h"

G_BEGIN_DECLS

/* One round of saving, which may run in another thread than the store's. */
typedef enum
{
  COPIL_JOB_UP_TO_DATE, /* nothing was to be written */
  COPIL_JOB_WRITTEN,
  COPIL_JOB_CHANGED, /* somebody else's version stands there: it is in work->incoming */
  COPIL_JOB_FAILED
} CopilJobOutcome;

typedef struct
{
  /* what is to be done */
  char *store_path;
  GFile *target;
  CopilWork *work;
  char *digest;      /* of what is expected to stand there, NULL where that is not known */
  GHashTable *known; /* digests of earlier states of the file, which hold nothing new; or NULL */
  gboolean blind;    /* whatever stands there is to be replaced */
  gboolean fresh;    /* nothing may stand there */
  gboolean look_only;
  gboolean dirty;
  char *attributes; /* of the file as it was last seen, NULL where it never was; then as it is */
  GCancellable *cancellable;

  /* what came of it */
  CopilJobOutcome outcome;
  GError *error;
  char *mark;       /* of what stood there when it was looked at */
  gint64 head;      /* of what was written */
  char *new_digest; /* of what stands there now */
  gboolean anew;    /* nothing stood there */
  gboolean stale; /* nothing, or an earlier state, stands there, and it was to be looked at only */

  GMutex mutex;
  GCond done_cond;
  gboolean done;
} CopilJob;

CopilJob *copil_job_new (void);
void copil_job_free (CopilJob *job);
/* Forgets what was to be done and what came of it. */
void copil_job_reset (CopilJob *job);

/* Runs a round; a job can be run again with other input. Any thread. */
void copil_job_run (CopilJob *job);

/* Waits for a round that runs in another thread. */
void copil_job_wait (CopilJob *job);

G_END_DECLS
