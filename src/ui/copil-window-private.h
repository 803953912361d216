/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-file.h"
#include "copil-session.h"
#include "copil-window.h"

G_BEGIN_DECLS

/* Private to the window: copil-window.c has its pages and commands, copil-window-file.c its file.
 */
struct _CopilWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *history_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkInfoBar *notice_bar;
  GtkLabel *notice_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *start;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;

  AdwHeaderBar *header;
  GtkWidget *sitting;     /* while a meeting is shown over the whole window; not owned */
  gint64 sitting_meeting; /* that was shown last */
  gint64 sitting_item;
  GtkWidget *sitting_focus; /* what had the keyboard before; not owned */
  AdwToast *undo_toast;     /* the last one that offers to undo; not owned */
  AdwToast *said_toast;     /* the last other one; not owned */

  GFile *location;
  CopilFile *file;
  CopilSession *session;
  GCancellable *opening;
  guint tidying;
  guint waiting; /* until the window says that it is opening */
  GtkFileChooserNative *chooser;
  void (*chosen) (CopilWindow *window, GFile *location);
  gboolean leaving; /* the file is being saved and closed */
  gboolean closing;
  gboolean warned; /* that something typed cannot be read */
};

/* The file is open: the window shows its pages. */
void copil_window_show_file (CopilWindow *window);
void copil_window_update_title (CopilWindow *window);
void copil_window_show_toast (CopilWindow *window, const char *message, gboolean undo);

/* A sentence that stays until it is closed; a second one goes under the first. */
void copil_window_show_notice (CopilWindow *window, const char *sentence);

GSettings *copil_window_get_settings (CopilWindow *window);

/* The commands that are about the file, and what closing the window does first. */
void copil_window_add_file_actions (CopilWindow *window);
gboolean copil_window_close_file (CopilWindow *window);
/* Opens a file that the person chose, in this window where it has none. */
void copil_window_open_chosen (CopilWindow *window, GFile *location);

G_END_DECLS
