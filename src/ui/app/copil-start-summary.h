/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CopilStartSummary: what the start page says of a file. Strings are NULL where there is nothing to
 * say. */
typedef struct
{
  char *title;
  char *meeting;  /* a sentence */
  char *deadline; /* a sentence */
  char *error;    /* why it cannot be read */
  gboolean missing;
} CopilStartSummary;

/* Reads a file in a thread. The file may be any; it is only read. */
void copil_start_summary_load_async (GFile *file, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);

/* Never NULL, except where it was cancelled. */
CopilStartSummary *copil_start_summary_load_finish (GAsyncResult *result);

void copil_start_summary_free (CopilStartSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilStartSummary, copil_start_summary_free)

G_END_DECLS
