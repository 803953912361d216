/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "copil-catalogue.h"
#include "copil-lookup.h"
#include "copil-minutes.h"
#include "copil-publish-file.h"
#include "copil-query.h"
#include "copil-value.h"

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

/* Completes the request by what is said in words, and by what is meant where nothing is said. */
static gboolean
complete (const CopilPaper *paper, CopilStore *store, const char *axis, const char *party,
          CopilRequest *request, GError **error)
{
  if (paper->subject == COPIL_SUBJECT_MEETING && request->id == 0)
    {
      request->id = paper->next ? find_next_meeting (store) : find_meeting (store);
      if (request->id == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _ ("There is no meeting in this file."));
          return FALSE;
        }
    }
  if (axis)
    {
      request->axis =
          copil_store_query_int (store, "SELECT id FROM axis WHERE label = ?1", "t", axis);
      if (request->axis == 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("There is no axis “%s” in this file."), axis);
          return FALSE;
        }
    }
  if (party)
    {
      g_autoptr (CopilLookup) lookup = copil_lookup_new (store, copil_kind_get ("party"));

      request->id = copil_lookup_find (lookup, party, 0, error);
      return request->id != 0;
    }
  return TRUE;
}

/* The form of OUT's ending, or NULL. */
static const CopilPaperForm *
find_form (const CopilPaper *paper, const char *out)
{
  const char *dot = out ? strrchr (out, '.') : NULL;

  return dot ? copil_paper_get_form (paper, dot) : NULL;
}

/* "decisions" is a document and the plural of a kind: the ending of OUT picks. Without one that
 * fits, the document. */
static const CopilPaper *
find_paper (const char *name, const char *out, const CopilKind **kind, const CopilPaperForm **form)
{
  const CopilPaper *paper = copil_catalogue_find (name);
  const CopilKind *plural = copil_kind_find (name);

  *kind = NULL;
  *form = paper ? find_form (paper, out) : NULL;
  if (*form || !plural || !g_str_equal (plural->plural, name))
    return paper;
  *form = find_form (copil_catalogue_get_table (), out);
  if (paper && !*form)
    return paper;
  *kind = plural;
  return copil_catalogue_get_table ();
}

/* Adds ".svg, .pdf, .png". */
static void
add_endings (GString *list, const CopilPaper *paper)
{
  for (const CopilPaperForm *form = paper->forms; form->ending; form++)
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", form->ending);
}

/* The endings of all that bears the name. */
static char *
list_all_endings (const char *name)
{
  const CopilPaper *paper = copil_catalogue_find (name);
  const CopilKind *kind = copil_kind_find (name);
  GString *list = g_string_new (NULL);

  if (paper)
    add_endings (list, paper);
  if (kind && g_str_equal (kind->plural, name))
    add_endings (list, copil_catalogue_get_table ());
  return g_string_free (list, FALSE);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat left, right;

  return stat (a, &left) == 0 && stat (b, &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

/* Whether it is the file that is read that is to blame. */
static gboolean
is_of_the_file (const GError *error)
{
  return error->domain == COPIL_STORE_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

typedef struct
{
  const CopilPaper *paper;
  const CopilPaperForm *form;
  const char *axis, *party; /* as people call them; NULL for none */
  CopilRequest request;
} Writing;

static gboolean
write_cb (CopilStore *store, const char *path, gpointer data, GError **error)
{
  Writing *writing = data;

  return complete (writing->paper, store, writing->axis, writing->party, &writing->request,
                   error) &&
         copil_paper_write (writing->paper, writing->form, store, &writing->request, path, NULL,
                            error);
}

/* Whether the table of the kind can be that of a year. */
static gboolean
is_dated (const CopilKind *kind)
{
  return kind && g_str_equal (kind->name, "followup");
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autofree char *id = NULL, *out = NULL, *endings = NULL, *axis = NULL, *party = NULL,
                  *day = NULL;
  gboolean public = FALSE;
  Writing writing = { 0 };
  CopilRequest *request = &writing.request;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_FILENAME, &id, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &request->year, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &day, NULL, NULL },
    { "axis", 0, 0, G_OPTION_ARG_STRING, &axis, NULL, NULL },
    { "party", 0, 0, G_OPTION_ARG_STRING, &party, NULL, NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &public, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { NULL },
  };
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GError) error = NULL;
  const CopilPaper *paper;

  if (!copil_verb_parse (verb, entries, 2, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  paper = find_paper (argv[1], out, &request->kind, &writing.form);
  if (!paper)
    return copil_verb_wrong_call (verb, _ ("“%s” cannot be exported: see copil export --help"),
                                  argv[1]);
  if (!out)
    return copil_verb_wrong_call (verb, "%s", _ ("where to? Say -o OUT"));
  endings = list_all_endings (argv[1]);
  if (!writing.form)
    return copil_verb_wrong_call (verb, _ ("“%s” goes into a file that ends with %s, not “%s”"),
                                  argv[1], endings, out);
  if (id && paper->subject != COPIL_SUBJECT_MEETING && paper->subject != COPIL_SUBJECT_FICHE)
    return copil_verb_wrong_call (
        verb, "%s", _ ("--id goes with the documents of a meeting and with fiche only"));
  if (id && !g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &request->id, NULL))
    return copil_verb_wrong_call (verb, _ ("“%s” is not an id"), id);
  if (request->year && !paper->takes_year && !is_dated (request->kind))
    return copil_verb_wrong_call (verb, _ ("--year does not go with “%s”"), argv[1]);
  if (day && !paper->takes_day)
    return copil_verb_wrong_call (verb, _ ("--on does not go with “%s”"), argv[1]);
  if (day && !copil_date_is_valid (day))
    return copil_verb_wrong_call (verb, _ ("--on takes a date such as 2024-03-15, not “%s”"), day);
  request->day = day;
  if (axis && (paper->subject != COPIL_SUBJECT_FICHE || id))
    return copil_verb_wrong_call (verb, "%s", _ ("--axis goes with fiche only, and without --id"));
  if ((party != NULL) != (paper->subject == COPIL_SUBJECT_PARTY))
    return copil_verb_wrong_call (verb, "%s",
                                  party ? _ ("--party goes with collection only")
                                        : _ ("of whom? Say --party NAME"));
  writing.paper = paper;
  writing.axis = axis;
  writing.party = party;
  store = copil_verb_open (argv[2]);
  if (!store)
    return COPIL_EXIT_FAILED;
  request->audience = public ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS;
  if (is_same_file (argv[2], out))
    return copil_verb_fail (out, _ ("The convention itself would be overwritten."));
  if (copil_publish_file (store, out, write_cb, &writing, &error))
    return copil_verb_finish ();
  if (!error)
    return copil_verb_fail (out, _ ("The document cannot be made."));
  return copil_verb_fail (is_of_the_file (error) ? argv[2] : out, error->message);
}

static void
print_papers (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  guint n;
  const CopilPaper *papers = copil_catalogue_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *first = NULL;

      if (!papers[i].name)
        continue;
      add_endings (text, &papers[i]);
      g_string_append_printf (text, ": %s", _ (papers[i].summary));
      first = g_strdup_printf ("  %-15s  ", papers[i].name);
      copil_verb_print_wrapped (first, 19, text->str);
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
      "  --on DATE: the text of the convention as it was in force that day (YYYY-MM-DD).\n"
      "  --party NAME: for collection, whose sheet it is: a short name, a name or an id. The sheet"
      " asks only for what that signatory supplies; “copil import collection” reads it back.\n"
      "  --public: without what is marked as confidential.\n"
      "  -o OUT, --output OUT: the file to write, whole or not at all.\n"
      "A .csv is in UTF-8. Where the locale’s decimal mark is a comma, it has semicolons, decimal"
      " commas and a byte order mark, as spreadsheets expect there; elsewhere it has commas (RFC"
      " 4180). “copil import” reads both."),
  .more_help = print_papers,
  .run = run,
};
