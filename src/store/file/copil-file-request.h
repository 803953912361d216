/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-file-private.h"

G_BEGIN_DECLS

/* What is asked of a file, one after the other: a request takes one round of saving or several. */
typedef enum
{
  COPIL_REQUEST_SAVE,
  COPIL_REQUEST_SAVE_AS,
  COPIL_REQUEST_CLOSE,
  COPIL_REQUEST_AUTOSAVE, /* nobody waits for it */
  COPIL_REQUEST_WATCH     /* the same, and only what somebody else wrote is of interest */
} CopilRequestKind;

typedef struct
{
  CopilRequestKind kind;
  GTask *task;    /* NULL where nobody waits for it */
  GError **error; /* of the call that blocks for it */
  GCancellable *cancellable;
  GFile *location;         /* save as */
  CopilWork *work;         /* save as */
  gboolean blind, replace; /* whatever stands there is replaced, or nothing may stand there */
  gboolean forced;         /* to be written even where nothing changed */
  guint rounds;
  gboolean in_thread; /* a round's callback is to come */
  gboolean settled, was_read_only;
  GPtrArray *notices;
  CopilJob *job;
} CopilRequest;

CopilRequest *copil_request_new (CopilRequestKind kind, GCancellable *cancellable);

/* Saving to another place: takes that place. NULL with error set where it cannot be taken. */
CopilRequest *copil_request_new_save_as (CopilFile *file, GFile *location, gboolean replace,
                                         GCancellable *cancellable, GError **error);

/* All three take the request. Pushing lets it run in its turn, nobody waits for it; running it
 * later calls back; running it now ends all that was asked for before, without the main loop. */
void copil_request_push (CopilFile *file, CopilRequest *request);
void copil_request_run_later (CopilFile *file, CopilRequest *request, GAsyncReadyCallback callback,
                              gpointer data);
gboolean copil_request_run_now (CopilFile *file, CopilRequest *request, GError **error);

/* Set the error that the file is closed, or of a newer version, and return FALSE. */
gboolean copil_file_fail_closed (GError **error);
gboolean copil_file_fail_newer (GError **error);

G_END_DECLS
