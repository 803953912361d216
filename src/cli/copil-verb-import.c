/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-collection.h"
#include "copil-file.h"
#include "copil-import.h"
#include "copil-query.h"
#include "copil-scratch.h"

/* So many rows are named of which something must be said; the others are counted. */
#define MOST_DOUBTS 20

static int
report (CopilStore *store, const CopilImportCounts *counts, GPtrArray *doubts)
{
  g_autofree char *added = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u added", "%u added", counts->added), counts->added);
  g_autofree char *changed = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", counts->changed), counts->changed);
  g_autofree char *unchanged = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u unchanged", "%u unchanged", counts->unchanged),
      counts->unchanged);
  g_autofree char *lapsed = copil_agreed_steal_lapsed (store);

  copil_verb_printf ("%s · %s · %s\n", added, changed, unchanged);
  for (guint i = 0; doubts && i < MIN (doubts->len, MOST_DOUBTS); i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (doubts->pdata[i]), "\r\n", ' ');
      copil_verb_printf ("%s\n", line);
    }
  if (doubts && doubts->len > MOST_DOUBTS)
    {
      guint rest = doubts->len - MOST_DOUBTS;
      g_autofree char *line = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u other row", "and %u other rows", rest), rest);
      copil_verb_printf ("%s\n", line);
    }
  if (lapsed)
    copil_verb_printf ("%s\n", lapsed);
  return copil_verb_finish ();
}

/* Why nothing can be written, in the words that the opening had for it. */
static int
fail_read_only (CopilFile *file, const char *path)
{
  g_auto (GStrv) notices = copil_file_dup_notices (file);

  return copil_verb_fail (path,
                          notices && notices[0] ? notices[0] : _ ("This file can only be read."));
}

/* Nothing is stored that came of what could not be read. */
static gboolean
save (CopilFile *file, GError **error)
{
  return copil_store_finish_reading (copil_file_get_store (file), 0, error) &&
         copil_file_save (file, NULL, error);
}

/* What is asked about in the window is refused here, unless the call says that it is right. */
static int
fail_asked (const char *table, const char *question)
{
  /* Translators: a question about a value of a table */
  g_autofree char *message = g_strdup_printf (_ ("%s If so, say --confirm."), question);

  return copil_verb_fail (table, message);
}

/* What was said when it was opened, as that saving breaks a hard link. */
static void
tell_notices (CopilFile *file, const char *path)
{
  g_auto (GStrv) notices = copil_file_dup_notices (file);

  for (guint i = 0; notices && notices[i]; i++)
    copil_verb_warn (path, notices[i]);
}

static int
import_grid (CopilFile *file, const char *path, const char *table, const CopilKind *kind,
             CopilGrid *grid, gboolean confirmed)
{
  g_autofree char *base = g_path_get_basename (table);
  g_autofree char *shown = g_filename_display_name (base);
  /* Translators: a kind of record in the plural ("Engagements"), and the name of a table's file */
  g_autofree char *name =
      g_strdup_printf (_ ("Import: %s from “%s”"), copil_kind_get_plural_label (kind), shown);
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;

  if (copil_store_is_read_only (copil_file_get_store (file)))
    return fail_read_only (file, path);
  tell_notices (file, path);
  if (!copil_import_grid (copil_file_get_store (file), kind, grid, NULL, name,
                          confirmed ? COPIL_IMPORT_CONFIRMED : COPIL_IMPORT_NONE, &counts, doubts,
                          &error))
    return counts.asked && !confirmed ? fail_asked (table, error->message)
                                      : copil_verb_fail (table, error->message);
  if (!save (file, &error))
    return copil_verb_fail (path, error->message);
  return report (copil_file_get_store (file), &counts, doubts);
}

/* A scratch folder, and the file opened in it; NULL after saying why. */
static CopilFile *
open_file (const char *path, CopilScratch **scratch)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  CopilFile *file;

  *scratch = copil_scratch_new (&error);
  file = *scratch ? copil_file_open (location, NULL, &error) : NULL;
  if (!file)
    copil_verb_fail (path, error->message);
  else
    copil_agreed_watch (copil_file_get_store (file));
  return file;
}

/* What a party filled in: all of it, or none where the file has changed since. */
static int
import_collection (CopilFile *file, const char *path, const char *table, gboolean confirmed)
{
  CopilStore *store = copil_file_get_store (file);
  g_autoptr (CopilCollection) collection = NULL;
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts = { 0 };

  if (copil_store_is_read_only (store))
    return fail_read_only (file, path);
  tell_notices (file, path);
  collection = copil_collection_read (store, table, &error);
  if (!collection)
    return copil_verb_fail (table, error->message);
  for (guint i = 0; i < collection->differences->len; i++)
    {
      CopilDifference *difference = collection->differences->pdata[i];
      g_autofree char *message = NULL;

      counts.added += difference->id == 0;
      counts.changed += difference->id != 0;
      if (difference->doubt && !difference->conflict)
        {
          /* Translators: a sheet, a cell ("D7"), and a question about its value */
          message = g_strdup_printf (_ ("Sheet “%s”, cell %s: %s"), difference->sheet,
                                     difference->cell, difference->doubt);
          if (!confirmed)
            return fail_asked (table, message);
          difference->taken = TRUE;
          continue;
        }
      if (!difference->conflict)
        continue;
      message = g_strdup_printf (
          /* Translators: a sheet, a cell ("D7"), what the file says, what the sheet says */
          _ ("Sheet “%s”, cell %s: the file says “%s” since, and the sheet “%s”: choose in the"
             " window."),
          difference->sheet, difference->cell, difference->before, difference->after);
      return copil_verb_fail (table, message);
    }
  counts.unchanged = collection->n_same;
  if (!copil_collection_take (store, collection, &error))
    return copil_verb_fail (table, error->message);
  if (!save (file, &error))
    return copil_verb_fail (path, error->message);
  return report (copil_file_get_store (file), &counts, NULL);
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilScratch) scratch = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (CopilGrid) grid = NULL;
  g_autoptr (GError) error = NULL;
  const CopilKind *kind;
  gboolean confirmed = FALSE;
  const GOptionEntry entries[] = {
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirmed, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, entries, 3, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (g_str_equal (argv[1], "collection"))
    {
      file = open_file (argv[2], &scratch);
      return file ? import_collection (file, argv[2], argv[3], confirmed) : COPIL_EXIT_FAILED;
    }
  kind = copil_kind_find (argv[1]);
  if (!kind || !g_str_equal (kind->plural, argv[1]))
    return copil_verb_wrong_call (verb, _ ("“%s” is no kind of record"), argv[1]);
  grid = copil_grid_read (argv[3], NULL, &error);
  if (!grid)
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
               ? copil_verb_wrong_call (verb, "%s: %s", argv[3], error->message)
               : copil_verb_fail (argv[3], error->message);
  file = open_file (argv[2], &scratch);
  return file ? import_grid (file, argv[2], argv[3], kind, grid, confirmed) : COPIL_EXIT_FAILED;
}

static void
print_kinds (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    g_string_append_printf (kinds, "%s%s", kinds->len ? ", " : "", (*kind)->plural);
  copil_verb_printf ("KINDS:\n");
  copil_verb_print_wrapped ("  ", 2, kinds->str);
  copil_verb_printf ("collection: .ods\n");
}

const CopilVerb copil_verb_import = {
  .name = "import",
  .synopsis = "KINDS FILE TABLE [--confirm]",
  .summary =
      N_ ("Takes the rows of a table, .csv or .ods, as records of a kind: all rows or none."),
  .details = N_ (
      "The first row names the fields, as an export of the same kind does. A row whose “id”, or"
      " else whose label, or else whose natural key (a person’s name and signatory, an"
      " observation’s indicator and day) is known updates that record; any other row is a new"
      " record, so that the same table adds nothing twice. What looks like a double, and a number"
      " that replaces another text, is named after the counts. A blank cell empties the field; a"
      " field without a column is left alone.\n"
      "A percentage is taken where the unit is %, and refused elsewhere. A value that makes a"
      " progress out of all proportion is refused unless --confirm says that it is right.\n"
      "Records are named by their id, label, title or short name; several are separated by commas."
      " Dates are written 2023-12-31 or 31/12/2023.\n"
      "A .csv is in UTF-8, Windows-1252 or UTF-16, separated by commas, semicolons or tabs. A "
      "column"
      " under another name is taken as the file remembers it from the window. The import is one"
      " entry of the history, and can be undone.\n"
      "collection: the sheet that “copil export collection” made, filled in by a signatory. What"
      " the file has changed since is refused: the window lets choose."),
  .more_help = print_kinds,
  .run = run,
};
