/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The catalogue of what can be exported: one row a document. The command line, its help, the menus
 * and the file dialogs all read it; a new document is one row and its builder. */

/* What a document is about. */
typedef enum
{
  COPIL_SUBJECT_FILE,    /* the whole convention */
  COPIL_SUBJECT_MEETING, /* a meeting; without one, the newest held or the next to come */
  COPIL_SUBJECT_FICHE,   /* a fiche; without one, those of an axis, those chosen, or all */
  COPIL_SUBJECT_PARTY,   /* a signatory, who must be given */
  COPIL_SUBJECT_KIND     /* all records of a kind, as a table */
} CopilSubject;

/* What is asked for. Zero or NULL is "not said" for each. */
typedef struct
{
  const CopilKind *kind; /* for COPIL_SUBJECT_KIND */
  gint64 id;             /* the meeting, the fiche, the signatory */
  gint64 axis;           /* the fiches of that axis */
  GArray *ids;           /* gint64: the fiches that were chosen */
  int year;
  const char *day; /* ISO 8601: as it was then */
  CopilAudience audience;
} CopilRequest;

/* Keeps a copy. */
CopilRequest *copil_request_copy (const CopilRequest *request);
void copil_request_free (CopilRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilRequest, copil_request_free)

/* One form of a document, by the ending of its file. One of the builders is set. Each gives NULL
 * (FALSE) with an error set where it fails. */
typedef struct
{
  const char *ending; /* with its point; NULL after the last */
  const char *label;  /* English, for gettext: in a menu, where it differs from the row's */
  CopilDocument *(*document) (CopilStore *store, const CopilRequest *request, GError **error);
  CopilBook *(*book) (CopilStore *store, const CopilRequest *request, GError **error);
  GBytes *(*bytes) (CopilStore *store, const CopilRequest *request, GError **error);
  gboolean (*write) (CopilStore *store, const CopilRequest *request, const char *path,
                     GCancellable *cancellable, GError **error);
} CopilPaperForm;

typedef struct
{
  const char *name;    /* on the command line; NULL for the plural of any kind */
  const char *label;   /* English, for gettext, as the others: in a menu */
  const char *title;   /* of the file dialog */
  const char *file;    /* the name proposed for the file, with %s for what it is about */
  const char *many;    /* the same where it is about several, or NULL */
  const char *summary; /* what it is, for the help of the command line */
  CopilSubject subject;
  gboolean next;       /* a meeting that is to come rather than one that was held */
  gboolean takes_year; /* it can be told by year */
  gboolean takes_day;  /* it can be told as it was on a day */
  CopilPaperForm forms[5];
} CopilPaper;

/* All of it, in the order of the menus; the last row, without a name, is the table of a kind. */
const CopilPaper *copil_catalogue_get (guint *n);

/* The row of that name; NULL for none. The plural of a kind is not looked for. */
const CopilPaper *copil_catalogue_find (const char *name);

/* The row of the tables of a kind. */
const CopilPaper *copil_catalogue_get_table (void);

/* Its form with that ending (".odt"), in any case; NULL for none. */
const CopilPaperForm *copil_paper_get_form (const CopilPaper *paper, const char *ending);

/* What a file dialog calls files of that ending, in the user's language. */
const char *copil_catalogue_describe_ending (const char *ending);

/* The name proposed for the file, without ending: what it is about, its date or its year, and
 * whether it is for the public. */
char *copil_paper_make_file_name (const CopilPaper *paper, CopilStore *store,
                                  const CopilRequest *request);

/* Makes the document and writes it, whole or not at all: on failure the path is as it was. Fails
 * with the builder's error; with G_IO_ERROR_NOT_FOUND where what it is about is not there. */
gboolean copil_paper_write (const CopilPaper *paper, const CopilPaperForm *form, CopilStore *store,
                            const CopilRequest *request, const char *path,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
