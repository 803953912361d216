/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-file.h"
#include "copil-search.h"
#include "copil-session.h"
#include "copil-text-taker.h"
#include "copil-window.h"

G_BEGIN_DECLS

/* Private to the window: copil-window.c has its pages and commands, copil-window-file.c its file,
 * copil-window-text.c the text that its file is made from. */
typedef struct
{
  const char *name;
  const char *title; /* English, for gettext */
  const char *icon;
  const char *kinds; /* whose records it shows */
  GtkWidget *(*new_page) (CopilSession *session);
  void (*show) (gpointer page, const char *kind, gint64 id);
  gboolean counts; /* it shows what comes of records of all kinds */
} CopilWindowPage;

/* The pages, in the order of the side list; a page is made when it is first shown. */
extern const CopilWindowPage copil_window_pages[];
extern const guint copil_window_n_pages;

/* The place of the page of that name; the first one's for another name. */
guint copil_window_find_page (const char *name);
/* The place of the page for records of that kind: the one that shows where it has them, else the
 * first; copil_window_n_pages for none. */
guint copil_window_find_place (const char *kind, const char *shown);

struct _CopilWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *history_box;
  GtkWidget *search_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkInfoBar *notice_bar;
  GtkLabel *notice_label;
  GtkWidget *unstored_bar; /* while something typed could not be stored, or the file not saved */
  GtkLabel *unstored_label;
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

  AdwToast *toast;       /* that shows, or NULL; not owned */
  gboolean toast_undoes; /* it offers to undo the change that made that head of the journal */
  gint64 toast_head;
  gint64 toast_since; /* monotonic */
  guint toast_going;  /* it goes once it has come */
  char *next_undo;    /* what is told after it, if anything: one that offers to undo, another */
  char *next_said;
  gint64 next_head;

  GFile *location;
  CopilFile *file;
  char *past; /* the folder of a file that goes with the window, or NULL */
  CopilSession *session;
  CopilSearch *search; /* NULL until it is first asked for */
  char *searched;      /* what was looked for last */
  GCancellable *opening;
  guint tidying;
  guint waiting; /* until the window says that it is opening */
  GtkFileChooserNative *chooser;
  void (*chosen) (CopilWindow *window, GFile *location);
  GCancellable *taking;  /* while a text is read */
  CopilTakenText *taken; /* a text that was read, until it is said where the new file goes */
  char *pasted;          /* that nothing was made of yet */
  gboolean leaving;      /* the file is being saved and closed */
  gboolean closing;
  gboolean unstored;    /* something typed is not stored */
  char *unsaved;        /* why the file was not saved last; NULL where it was */
  gboolean losing;      /* the person gives up what could not be stored */
  gboolean warned;      /* that something typed cannot be read */
  GtkWidget *badge;     /* in the list of pages: what is missed or near; not owned */
  GtkWidget *badge_row; /* its row; not owned */
  guint counting;       /* until the deadlines are counted again */
  gboolean notifying;   /* the file was opened: the desktop may be told of them */
};

/* The file is open: the window shows its pages. */
void copil_window_show_file (CopilWindow *window);
void copil_window_update_title (CopilWindow *window);
/* Puts a badge with what is missed or near in a row of the list of pages. */
void copil_window_add_badge (CopilWindow *window, GtkWidget *row, GtkWidget *box);
/* Counts the deadlines that are missed or near, soon; "opened": the desktop is told of them, where
 * the person wants it. */
void copil_window_count_deadlines (CopilWindow *window, gboolean opened);
/* Shows the page of that name and gives it the keyboard; the overview where there is none. */
void copil_window_show_page (CopilWindow *window, const char *name);
/* Takes the last change back, and asks first where it would take away what was agreed. */
void copil_window_undo (CopilWindow *window);
/* Does again what was taken back last. */
void copil_window_redo (CopilWindow *window);
/* Whether the page that shows is about that record, or about none in particular. */
gboolean copil_window_is_about (CopilWindow *window, const char *kind, gint64 id);
/* Whether all that was typed is stored, so that something can be taken back or done again; else
 * tells so. */
gboolean copil_window_may_undo (CopilWindow *window);
/* Tells a sentence for a few seconds, "undo" with a button that takes the last change back. */
void copil_window_show_toast (CopilWindow *window, const char *message, gboolean undo);
/* The file has changed: what offered to take an earlier change back goes. */
void copil_window_drop_undo (CopilWindow *window);
/* The window goes: nothing more is told. */
void copil_window_clear_toasts (CopilWindow *window);

/* A sentence that stays until it is closed; a second one goes under the first. */
void copil_window_show_notice (CopilWindow *window, const char *sentence);

/* The file was saved (NULL), or not, and why: a bar and the title say so until it is. */
void copil_window_set_unsaved (CopilWindow *window, const char *sentence);

/* Opens the search over everything. */
void copil_window_search (CopilWindow *window);

/* Shows that file, which was opened. */
void copil_window_adopt (CopilWindow *window, CopilFile *file);

/* Shows the file as it was after that entry of the journal, in a window of its own. */
void copil_window_show_past (CopilWindow *window, gint64 entry);

GSettings *copil_window_get_settings (CopilWindow *window);

/* The commands that are about the file, and what closing the window does first. */
void copil_window_add_file_actions (CopilWindow *window);
gboolean copil_window_close_file (CopilWindow *window);
/* Opens a file that the person chose, in this window where it has none. */
void copil_window_open_chosen (CopilWindow *window, GFile *location);
/* A new file where the person chose, shown in this window where it has none; its convention is
 * called as the file where title is NULL. Returns the window that shows it; NULL where it failed,
 * which has been told. */
CopilWindow *copil_window_create_chosen (CopilWindow *window, GFile *chosen, const char *title);

typedef void (*CopilFilters) (GtkFileChooser *chooser);
typedef void (*CopilChosen) (CopilWindow *window, GFile *location);
/* Asks for a file; "name" is proposed for a new one, or NULL. */
void copil_window_choose_file (CopilWindow *window, GtkFileChooserAction action, const char *title,
                               const char *accept, const char *name, CopilFilters add_filters,
                               CopilChosen chosen);
void copil_window_add_file_filters (GtkFileChooser *chooser);
/* The next dialog shows the folder of that file first. */
void copil_window_remember_folder (CopilWindow *window, GFile *location);

/* Tells in a dialog what went wrong. */
void copil_window_show_failure (CopilWindow *window, const char *heading, const char *sentence);

/* The commands that take a text over, as a new file or into the one that is open. */
void copil_window_add_text_actions (CopilWindow *window);
/* A new file from that text, as when the person chose it. */
void copil_window_new_from_text (CopilWindow *window, GFile *text);

G_END_DECLS
