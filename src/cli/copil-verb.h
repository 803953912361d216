/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

#define COPIL_EXIT_OK 0
#define COPIL_EXIT_FAILED 1
#define COPIL_EXIT_WRONG_CALL 2

typedef struct _CopilVerb CopilVerb;

/* One verb of the command line. */
struct _CopilVerb
{
  const char *name;
  const char *synopsis;     /* the arguments: "FILE [--json]" */
  const char *summary;      /* English, for gettext: one line */
  const char *details;      /* English, for gettext: what --help says besides, or NULL */
  void (*more_help) (void); /* prints what cannot be a constant, or NULL */
  int (*run) (const CopilVerb *verb, int argc, char **argv); /* argv[0] is the verb */
};

extern const CopilVerb copil_verb_changes;
extern const CopilVerb copil_verb_check;
extern const CopilVerb copil_verb_copy;
extern const CopilVerb copil_verb_deadlines;
extern const CopilVerb copil_verb_export;
extern const CopilVerb copil_verb_history;
extern const CopilVerb copil_verb_import;
extern const CopilVerb copil_verb_merge;
extern const CopilVerb copil_verb_new;
extern const CopilVerb copil_verb_search;
extern const CopilVerb copil_verb_show;

/* Reads the options of a verb; what is left in argv after the verb are its arguments, of which
 * there must be exactly n. Says what is wrong and returns FALSE otherwise. */
gboolean copil_verb_parse (const CopilVerb *verb, const GOptionEntry *entries, int n, int *argc,
                           char ***argv);

/* Opens the file for reading. Says what is wrong and returns NULL where it cannot. All that is
 * read in it must have been, for copil_verb_finish(). */
CopilStore *copil_verb_open (const char *file);

/* Prints "copil: FILE: what is to be known" on standard error, in one line, where nothing failed.
 */
void copil_verb_warn (const char *file, const char *message);

/* Prints "copil: FILE: what is wrong" on standard error, in one line; returns COPIL_EXIT_FAILED. */
int copil_verb_fail (const char *file, const char *message);

/* Prints what is wrong with the call and how to get help; returns COPIL_EXIT_WRONG_CALL. verb may
 * be NULL. */
int copil_verb_wrong_call (const CopilVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Prints UTF-8 on standard output, whatever the locale; it goes out at the end, whole or not at
 * all. */
void copil_verb_print (const char *text);
void copil_verb_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Prints words separated by spaces from the column "indent" on, broken before column 80; lines
 * after the first begin at "hang". "first" stands before them on the first line, and counts. */
void copil_verb_print_wrapped (const char *first, guint hang, const char *text);

/* To end with: sends out what was printed. COPIL_EXIT_OK where the file was read whole and all went
 * out, else says so and fails. */
int copil_verb_finish (void);

/* The same for what is told of a file that cannot be read whole. */
int copil_verb_print_out (void);

/* Frees what the verbs share, after all. */
void copil_verb_close (void);

G_END_DECLS
