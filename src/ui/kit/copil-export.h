/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Writes what is exported to a local path. Runs in a thread, on a connection of its own that sees
 * the file as it stood when the export began; "data" is what copil_export_run() was given. What can
 * take long listens to g_cancellable_get_current(). FALSE with an error set where it fails: the
 * path is then as it was. */
typedef gboolean (*CopilExportFunc) (CopilStore *reader, const char *path, gpointer data,
                                     GError **error);

/* Asks where to write a file, then writes it in a thread. What is being typed is stored first. A
 * toast says that it is done, with a button that opens the file, or why it failed; where it lasts,
 * one says so with a button to cancel. "from": a widget of the window. "title": of the dialog.
 * "proposed_name": the name proposed for the file, any text; what no file system likes is replaced.
 * "pattern_label": what the dialog calls such files ("OpenDocument text"). "suffix": with the point
 * (".odt"); a name typed without it gets it. "destroy" frees the data when it is no longer needed,
 * also where the person thinks better of it. */
void copil_export_run (GtkWidget *from, CopilSession *session, const char *title,
                       const char *proposed_name, const char *pattern_label, const char *suffix,
                       CopilExportFunc func, gpointer data, GDestroyNotify destroy);

/* That text as the name of a file with the suffix: without what a file system refuses, and not too
 * long. */
char *copil_export_make_name (const char *text, const char *suffix);

G_END_DECLS
