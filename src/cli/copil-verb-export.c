/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "copil-actions-document.h"
#include "copil-agenda-document.h"
#include "copil-budget-book.h"
#include "copil-budget-document.h"
#include "copil-collection.h"
#include "copil-convocation.h"
#include "copil-csv.h"
#include "copil-dashboard.h"
#include "copil-fiche-document.h"
#include "copil-followups.h"
#include "copil-invitation.h"
#include "copil-kind-book.h"
#include "copil-lookup.h"
#include "copil-meeting-pack.h"
#include "copil-minutes.h"
#include "copil-ods.h"
#include "copil-publish-file.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-review.h"
#include "copil-sign-sheet.h"
#include "copil-value.h"

/* What is asked for. */
typedef struct
{
  CopilStore *store;
  const char *party;     /* as people call it; NULL for none */
  const CopilKind *kind; /* NULL for a document or the charts */
  gint64 id;             /* 0 for none */
  int year;              /* 0 for all */
  const char *axis;      /* its label, or NULL */
  CopilAudience audience;
  const char *out;
  int format;
} Export;

typedef struct
{
  const char *name; /* NULL for the plural of any kind */
  const char *endings[4];
  gboolean takes_id;
  gboolean takes_year;
  gboolean takes_axis;
  gboolean (*write) (Export *export, GError **error);
} What;

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data;

  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                   error);
}

/* The newest meeting whose day has come, else the newest of all. */
static gint64
find_meeting (CopilStore *store)
{
  gint64 id = copil_store_query_int (store,
                                     "SELECT id FROM meeting WHERE date <= copil_today ()"
                                     " ORDER BY date DESC, time DESC, id DESC LIMIT 1",
                                     NULL);

  return id ? id : copil_minutes_get_newest (store);
}

/* The next meeting to come, else the newest: for what is made before a meeting. */
static gint64
find_next_meeting (CopilStore *store)
{
  gint64 id = copil_store_query_int (store,
                                     "SELECT id FROM meeting WHERE date >= copil_today ()"
                                     " ORDER BY date, time, id LIMIT 1",
                                     NULL);

  return id ? id : find_meeting (store);
}

/* Takes the document, which may be NULL with the error set. */
static gboolean
write_document (Export *export, CopilDocument *made, GError **error)
{
  g_autoptr (CopilDocument) document = made;

  return document && copil_publish_document (export->store, document, export->out, NULL, error);
}

/* The meeting asked for, else the next one or the newest held; 0 with the error set where there is
 * none. */
static gint64
get_meeting (Export *export, gboolean next, GError **error)
{
  gint64 id = export->id ? export->id
              : next     ? find_next_meeting (export->store)
                         : find_meeting (export->store);

  if (id == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("There is no meeting in this file."));
  return id;
}

static gboolean
write_agenda (Export *export, GError **error)
{
  gint64 id = get_meeting (export, TRUE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (id == 0)
    return FALSE;
  if (export->format == 0)
    return write_document (
        export, copil_agenda_document_new (export->store, id, export->audience, error), error);
  bytes = copil_invitation_new (export->store, id, export->audience, error);
  return write_bytes (export->out, bytes, error);
}

static gboolean
write_convocation (Export *export, GError **error)
{
  gint64 id = get_meeting (export, TRUE, error);

  return id != 0 && write_document (export,
                                    copil_convocation_new (export->store, id, copil_today (),
                                                           export->audience, error),
                                    error);
}

static gboolean
write_attendance (Export *export, GError **error)
{
  gint64 id = get_meeting (export, TRUE, error);

  return id != 0 && write_document (export, copil_sign_sheet_new (export->store, id, error), error);
}

static gboolean
write_decisions (Export *export, GError **error)
{
  gint64 id = get_meeting (export, FALSE, error);

  return id != 0 && copil_publish_kept (export->store, id, COPIL_FROZEN_DECISIONS, export->audience,
                                        export->out, NULL, error);
}

static gboolean
write_pack (Export *export, GError **error)
{
  gint64 id = get_meeting (export, TRUE, error);

  return id != 0 &&
         write_document (
             export, copil_meeting_pack_new (export->store, id, export->audience, error), error);
}

static gboolean
write_minutes (Export *export, GError **error)
{
  gint64 id = get_meeting (export, FALSE, error);

  return id != 0 && copil_publish_kept (export->store, id, COPIL_FROZEN_MINUTES, export->audience,
                                        export->out, NULL, error);
}

static gboolean
write_fiche (Export *export, GError **error)
{
  gint64 axis;

  if (!export->axis)
    return write_document (
        export, copil_fiche_document_new (export->store, export->id, export->audience, error),
        error);
  axis = copil_store_query_int (export->store, "SELECT id FROM axis WHERE label = ?1", "t",
                                export->axis);
  if (axis == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("There is no axis “%s” in this file."), export->axis);
      return FALSE;
    }
  return write_document (
      export, copil_fiche_document_new_for_axis (export->store, axis, export->audience, error),
      error);
}

static gboolean
write_followups (Export *export, GError **error)
{
  return write_document (
      export, copil_followups_document_new (export->store, export->year, export->audience, error),
      error);
}

static gboolean
write_dashboard (Export *export, GError **error)
{
  static const CopilChartFormat formats[] = { COPIL_CHART_FORMAT_SVG, COPIL_CHART_FORMAT_PDF,
                                              COPIL_CHART_FORMAT_PNG };
  g_autoptr (GBytes) bytes = NULL;

  if (export->format == G_N_ELEMENTS (formats))
    return write_document (
        export, copil_dashboard_document_new (export->store, export->audience, NULL, error), error);
  bytes = copil_dashboard_render (export->store, formats[export->format], export->audience, NULL,
                                  error);
  return write_bytes (export->out, bytes, error);
}

/* Whether the table of the kind can be that of a year. */
static gboolean
is_dated (const CopilKind *kind)
{
  return kind && g_str_equal (kind->name, "followup");
}

static gboolean
write_kind (Export *export, GError **error)
{
  g_autoptr (CopilBook) book =
      is_dated (export->kind)
          ? copil_followups_book_new (export->store, export->year, export->audience)
          : copil_kind_book_new (export->store, export->kind, NULL, NULL, export->audience, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (export->format == 0)
    return copil_ods_write (book, export->out, NULL, error);
  bytes = copil_csv_write_bytes (copil_book_get_sheet (book, 0), copil_csv_is_local (), error);
  return write_bytes (export->out, bytes, error);
}

/* What a party must supply, for it to fill in. */
static gboolean
write_collection (Export *export, GError **error)
{
  g_autoptr (CopilLookup) lookup = copil_lookup_new (export->store, copil_kind_get ("party"));
  gint64 party = copil_lookup_find (lookup, export->party, 0, error);
  g_autoptr (CopilBook) book =
      party
          ? copil_collection_book_new (export->store, party, export->year, export->audience, error)
          : NULL;

  return book && copil_ods_write (book, export->out, NULL, error);
}

static gboolean
write_account (Export *export, CopilReviewType type, GError **error)
{
  g_autoptr (CopilBook) book = NULL;

  if (export->format == 0)
    return write_document (
        export,
        copil_review_document_new (export->store, type, export->year, export->audience, error),
        error);
  book = copil_review_book_new (export->store, type, export->year, export->audience, error);
  return book && copil_ods_write (book, export->out, NULL, error);
}

static gboolean
write_review (Export *export, GError **error)
{
  return write_account (export, COPIL_REVIEW_ANNUAL, error);
}

static gboolean
write_plan (Export *export, GError **error)
{
  return write_account (export, COPIL_REVIEW_PLAN, error);
}

static gboolean
write_evaluation (Export *export, GError **error)
{
  return write_account (export, COPIL_REVIEW_FINAL, error);
}

/* Takes the book, which may be NULL with the error set. */
static gboolean
write_book (Export *export, CopilBook *made, GError **error)
{
  g_autoptr (CopilBook) book = made;

  return book && copil_ods_write (book, export->out, NULL, error);
}

static gboolean
write_actions (Export *export, GError **error)
{
  if (export->format == 0)
    return write_document (
        export, copil_actions_document_new (export->store, export->year, export->audience, error),
        error);
  return write_book (
      export, copil_actions_book_new (export->store, export->year, export->audience, error), error);
}

static gboolean
write_budget (Export *export, GError **error)
{
  if (export->format == 0)
    return write_document (
        export, copil_budget_document_new (export->store, export->audience, error), error);
  return write_book (export, copil_budget_book_new (export->store, export->audience, error), error);
}

static gboolean
write_financial (Export *export, GError **error)
{
  if (export->format == 0)
    return write_document (
        export, copil_financial_document_new (export->store, export->year, export->audience, error),
        error);
  return write_book (
      export, copil_financial_book_new (export->store, export->year, export->audience, error),
      error);
}

static const What whats[] = {
  { "agenda", { ".odt", ".ics" }, .takes_id = TRUE, .write = write_agenda },
  { "convocation", { ".odt" }, .takes_id = TRUE, .write = write_convocation },
  { "attendance", { ".odt" }, .takes_id = TRUE, .write = write_attendance },
  { "decisions", { ".odt" }, .takes_id = TRUE, .write = write_decisions },
  { "minutes", { ".odt" }, .takes_id = TRUE, .write = write_minutes },
  { "pack", { ".odt" }, .takes_id = TRUE, .write = write_pack },
  { "fiche", { ".odt" }, .takes_id = TRUE, .takes_axis = TRUE, .write = write_fiche },
  { "followups", { ".odt" }, .takes_year = TRUE, .write = write_followups },
  { "review", { ".odt", ".ods" }, .takes_year = TRUE, .write = write_review },
  { "plan", { ".odt", ".ods" }, .takes_year = TRUE, .write = write_plan },
  { "evaluation", { ".odt", ".ods" }, .write = write_evaluation },
  { "actions-summary", { ".odt", ".ods" }, .takes_year = TRUE, .write = write_actions },
  { "budget", { ".odt", ".ods" }, .write = write_budget },
  { "financial", { ".odt", ".ods" }, .takes_year = TRUE, .write = write_financial },
  { "dashboard", { ".svg", ".pdf", ".png", ".odt" }, .write = write_dashboard },
  { "collection", { ".ods" }, .takes_year = TRUE, .write = write_collection },
  { NULL, { ".ods", ".csv" }, .write = write_kind },
};

/* Whether this row is of that name: one document, or the plural of a kind. */
static gboolean
is_called (const What *what, const char *name)
{
  const CopilKind *kind = what->name ? NULL : copil_kind_find (name);

  return what->name ? g_str_equal (what->name, name) : kind && g_str_equal (kind->plural, name);
}

/* Which of the endings the name has, or -1. */
static int
find_format (const What *what, const char *out)
{
  const char *dot = strrchr (out, '.');

  for (int i = 0; i < (int)G_N_ELEMENTS (what->endings) && what->endings[i]; i++)
    if (dot && g_ascii_strcasecmp (dot, what->endings[i]) == 0)
      return i;
  return -1;
}

/* "decisions" is a document and the plural of a kind: the ending of OUT picks. Without one that
 * fits, the first of that name. */
static const What *
find_what (const char *name, const char *out, int *format)
{
  const What *first = NULL;

  *format = -1;
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      if (!is_called (&whats[i], name))
        continue;
      if (!first)
        first = &whats[i];
      if (out && (*format = find_format (&whats[i], out)) >= 0)
        return &whats[i];
    }
  return first;
}

/* ".svg, .pdf, .png" */
static char *
list_endings (const What *what)
{
  GString *list = g_string_new (what->endings[0]);

  for (guint i = 1; i < G_N_ELEMENTS (what->endings) && what->endings[i]; i++)
    g_string_append_printf (list, ", %s", what->endings[i]);
  return g_string_free (list, FALSE);
}

/* The endings of all that bears the name. */
static char *
list_all_endings (const char *name)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    if (is_called (&whats[i], name))
      {
        g_autofree char *endings = list_endings (&whats[i]);
        g_string_append_printf (list, "%s%s", list->len ? ", " : "", endings);
      }
  return g_string_free (list, FALSE);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat left, right;

  return stat (a, &left) == 0 && stat (b, &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

typedef struct
{
  const What *what;
  Export *export;
} Writing;

static gboolean
write_cb (CopilStore *store, const char *path, gpointer data, GError **error)
{
  Writing *writing = data;

  writing->export->out = path;
  return writing->what->write (writing->export, error);
}

/* Whether it is the file that is read that is to blame. */
static gboolean
is_of_the_file (const GError *error)
{
  return error->domain == COPIL_STORE_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Writes it, and says what is wrong with the file that is read, or with the one that is written. */
static int
write_out (const What *what, Export *export, const char *file)
{
  Writing writing = { what, export };
  const char *out = export->out;
  g_autoptr (GError) error = NULL;

  if (is_same_file (file, out))
    return copil_verb_fail (out, _ ("The convention itself would be overwritten."));
  if (copil_publish_file (export->store, out, write_cb, &writing, &error))
    return copil_verb_finish ();
  if (!error)
    return copil_verb_fail (out, _ ("The document cannot be made."));
  return copil_verb_fail (is_of_the_file (error) ? file : out, error->message);
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autofree char *id = NULL, *out = NULL, *endings = NULL, *axis = NULL, *party = NULL;
  gboolean public = FALSE;
  Export export = { 0 };
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_FILENAME, &id, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &export.year, NULL, NULL },
    { "axis", 0, 0, G_OPTION_ARG_STRING, &axis, NULL, NULL },
    { "party", 0, 0, G_OPTION_ARG_STRING, &party, NULL, NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &public, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { NULL },
  };
  g_autoptr (CopilStore) store = NULL;
  const What *what;

  if (!copil_verb_parse (verb, entries, 2, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  what = find_what (argv[1], out, &export.format);
  if (!what)
    return copil_verb_wrong_call (verb, _ ("“%s” cannot be exported: see copil export --help"),
                                  argv[1]);
  if (!out)
    return copil_verb_wrong_call (verb, "%s", _ ("where to? Say -o OUT"));
  endings = list_all_endings (argv[1]);
  if (export.format < 0)
    return copil_verb_wrong_call (verb, _ ("“%s” goes into a file that ends with %s, not “%s”"),
                                  argv[1], endings, out);
  if (!what->name)
    export.kind = copil_kind_find (argv[1]);
  if (id && !what->takes_id)
    return copil_verb_wrong_call (
        verb, "%s", _ ("--id goes with the documents of a meeting and with fiche only"));
  if (id && !g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &export.id, NULL))
    return copil_verb_wrong_call (verb, _ ("“%s” is not an id"), id);
  if (export.year && !what->takes_year && !is_dated (export.kind))
    return copil_verb_wrong_call (verb, _ ("--year does not go with “%s”"), argv[1]);
  if (axis && (!what->takes_axis || id))
    return copil_verb_wrong_call (verb, "%s", _ ("--axis goes with fiche only, and without --id"));
  if ((party != NULL) != (what->write == write_collection))
    return copil_verb_wrong_call (verb, "%s",
                                  party ? _ ("--party goes with collection only")
                                        : _ ("of whom? Say --party NAME"));
  export.axis = axis;
  export.party = party;
  store = copil_verb_open (argv[2]);
  if (!store)
    return COPIL_EXIT_FAILED;
  export.store = store;
  export.audience = public ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS;
  export.out = out;
  return write_out (what, &export, argv[2]);
}

static void
print_whats (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_autofree char *endings = list_endings (&whats[i]);
      if (whats[i].name)
        copil_verb_printf ("  %-15s  %s\n", whats[i].name, endings);
    }
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    g_string_append_printf (kinds, "%s%s", kinds->len ? ", " : "", (*kind)->plural);
  g_string_append (kinds, ": .ods, .csv");
  copil_verb_print_wrapped ("  ", 2, kinds->str);
}

const CopilVerb copil_verb_export = {
  .name = "export",
  .synopsis = "WHAT FILE [OPTIONS] -o OUT",
  .summary = N_ ("Writes a document, the charts, or all records of a kind as a table. The ending of"
                 " OUT picks the form."),
  .details = N_ (
      "  --id ID: of the meeting or the fiche; “copil show --json” gives the ids. Without it: the"
      " newest meeting held for decisions and minutes, the next one to come for the others where"
      " there is one, and every fiche in one document.\n"
      "  --axis LABEL: the fiches of that axis in one document.\n"
      "  --year YEAR: of what is told by year: follow-up notes, actions, the financial report, the"
      " bilan annuel (without it, the last year that is over, or the last one of a convention that"
      " is over) and the plan de partenariat.\n"
      "  --party NAME: for collection, whose sheet it is: a short name, a name or an id. The sheet"
      " asks only for what that signatory supplies; “copil import collection” reads it back.\n"
      "  --public: without what is marked as confidential.\n"
      "  -o OUT, --output OUT: the file to write, whole or not at all.\n"
      "For a meeting: its agenda (.ics is the invitation for calendars), a convocation for each"
      " person, dated today, the attendance sheet to sign, the decisions and the minutes; pack is"
      " the file of the meeting, which holds the agenda, the attendance sheet, the last decisions,"
      " the fiches to examine, the charts and the deadlines.\n"
      "For the year: review is the bilan annuel, plan the plan de partenariat, evaluation the final"
      " evaluation, actions-summary the actions and their beneficiaries added up, budget and"
      " financial the budget and its financial report, collection what a signatory has to fill "
      "in.\n"
      "A .csv is in UTF-8. Where the locale’s decimal mark is a comma, it has semicolons, decimal"
      " commas and a byte order mark, as spreadsheets expect there; elsewhere it has commas (RFC"
      " 4180). “copil import” reads both."),
  .more_help = print_whats,
  .run = run,
};
