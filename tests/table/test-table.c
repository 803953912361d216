/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are not ours: how their letters, their columns and their numbers are read, and what
 * an import says it would do. */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-csv.h"
#include "copil-import.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
  gint64 axis;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = scratch_folder_new ();
  self->path = g_build_filename (self->folder, "a.copil", NULL);
  self->store = copil_store_create (self->path, "Convention", &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_begin (self->store, "Axe", NULL));
  self->axis = copil_store_insert (self->store, copil_kind_get ("axis"), &error, "label", "4",
                                   "title", "Attractivité", NULL);
  g_assert_no_error (error);
  g_assert_true (copil_store_commit (self->store, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->store);
  scratch_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static CopilGrid *
read_text (const char *text, CopilGridForm *form)
{
  g_autoptr (GError) error = NULL;
  CopilGrid *grid = copil_grid_read_text (text, strlen (text), form, &error);

  g_assert_no_error (error);
  return grid;
}

static void
test_letters (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    CopilEncoding encoding;
    const char *cell; /* the first one; NULL where it cannot be read */
  } cases[] = {
    { "\xc3\xa9t\xc3\xa9;1", 7, COPIL_ENCODING_UTF8, "été" },
    { "\xef\xbb\xbf\xc3\xa9;1", 7, COPIL_ENCODING_UTF8, "é" },
    { "\xe9t\xe9;1", 5, COPIL_ENCODING_WINDOWS_1252, "été" },
    { "\x80;1", 3, COPIL_ENCODING_WINDOWS_1252, "€" },
    { "\xff\xfe\xe9\0;\0"
      "1\0",
      8, COPIL_ENCODING_UTF16, "é" },
    { "\xfe\xff\0\xe9\0;\0"
      "1",
      8, COPIL_ENCODING_UTF16, "é" },
    { "a\0b\0;\0"
      "1\0",
      8, COPIL_ENCODING_UTF16, "ab" },
    { "\0a\0b\0;\0"
      "1",
      8, COPIL_ENCODING_UTF16, "ab" },
    { "text\0;4;abc", 11, COPIL_ENCODING_AUTO, NULL },
    { "\x81;1", 3, COPIL_ENCODING_AUTO, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CopilGridForm form = { 0 };
      g_autoptr (GError) error = NULL;
      CopilGrid *grid = copil_grid_read_text (cases[i].bytes, cases[i].length, &form, &error);

      if (!cases[i].cell)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (form.encoding, ==, cases[i].encoding);
      g_assert_cmpint (form.separator, ==, ';');
      g_assert_cmpstr (copil_grid_row_get (copil_grid_get_row (grid, 0), 0)->text, ==,
                       cases[i].cell);
      copil_grid_free (grid);
    }
}

/* A few bytes of a spreadsheet can stand for a million rows: their cells are kept once. */
static void
test_repeated (void)
{
  g_autoptr (CopilGrid) grid = copil_grid_new ();
  g_autoptr (GError) error = NULL;
  const CopilGridRow *first, *last;

  for (guint column = 0; column < COPIL_GRID_MAX_COLUMNS; column++)
    g_assert_true (copil_grid_add (grid, column, COPIL_CELL_TEXT, "x", NULL, &error));
  g_assert_true (copil_grid_end_row (grid, COPIL_GRID_MAX_ROWS, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copil_grid_get_n_rows (grid), ==, COPIL_GRID_MAX_ROWS);
  first = copil_grid_get_row (grid, 0);
  last = copil_grid_get_row (grid, COPIL_GRID_MAX_ROWS - 1);
  g_assert_cmpuint (last->number, ==, COPIL_GRID_MAX_ROWS);
  g_assert_true (last->cells == first->cells);
}

static void
test_addresses (void)
{
  g_autofree char *first = copil_grid_dup_address (0, 1);
  g_autofree char *wide = copil_grid_dup_address (27, 12);

  g_assert_cmpstr (first, ==, "A1");
  g_assert_cmpstr (wide, ==, "AB12");
}

static void
test_guess (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *headings;
    const char *fields;
  } cases[] = {
    { "engagement", "Engagement;Axis;Due on;Status;id", "text;axis;due;status;id" },
    { "engagement", "text;axis;parties", "text;axis;parties" },
    { "engagement", "Date limite ;AXE n°;Partenaires;Avancement;Référent;Commentaires",
      "due;axis;parties;progress;lead;note" },
    { "action", "Thème;Académie;Établissements;Filles;Garçons;Femmes;Hommes;Entreprises",
      "theme;academie;schools;girls;boys;women;men;companies" },
    { "person", "Nom;Courriel;Tél.;Qualité;Couleur", "name;email;phone;function;" },
    /* A word counts at the start of a word only, and a field is given once. */
    { "person", "Prénom;Nom;Nom d’usage", ";name;" },
    { "engagement", "Late;Modified;Engagement", ";;text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CopilGridForm form = { .separator = ';' };
      g_autofree char *text = g_strconcat (cases[i].headings, "\n1;2;3;4;5;6;7;8\n", NULL);
      g_autoptr (CopilGrid) grid = read_text (text, &form);
      g_autoptr (CopilImportMapping) mapping =
          copil_import_mapping_guess (self->store, copil_kind_get (cases[i].kind), grid, TRUE);
      g_auto (GStrv) wanted = g_strsplit (cases[i].fields, ";", -1);

      for (guint c = 0; wanted[c]; c++)
        g_assert_cmpstr (mapping->fields->pdata[c], ==, wanted[c]);
      g_assert_true (copil_import_has_header (self->store, copil_kind_get (cases[i].kind), grid));
    }
}

/* A table that names every field of another kind is of that kind. */
static void
test_kind (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *now, *headings, *guessed;
  } cases[] = {
    { "engagement", "indicator;value;date", "observation" },
    { "engagement", "Indicateur;Valeur;Date", "observation" },
    { "target", "Indicator;Value;Date", "target" },
    { "engagement", "Indicator;Value;Date;Level", "observation" },
    { "engagement", "Value;Date", "engagement" },
    { "engagement", "Indicator;Value;Date;Colour", "engagement" },
    { "engagement", "Engagement;Axe;Date limite;Commentaires", "engagement" },
    { "engagement", "Colour;Shape", "engagement" },
  };
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    g_ptr_array_add (kinds, (gpointer)*kind);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CopilGridForm form = { .separator = ';' };
      g_autofree char *text = g_strconcat (cases[i].headings, "\n1;2;3;4\n", NULL);
      g_autoptr (CopilGrid) grid = read_text (text, &form);

      g_assert_cmpstr (
          copil_import_guess_kind (self->store, kinds, copil_kind_get (cases[i].now), grid)->name,
          ==, cases[i].guessed);
    }
}

static CopilImportMapping *map (gboolean header, char decimal, const char *fields);

/* A table that fits no kind is told in one sentence, with the field that is missing. */
static void
test_misfit (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *fields;
    gboolean fits;
  } cases[] = {
    { ";axis;due;", FALSE },
    { "text;axis;;", TRUE },
    { "id;;due;", TRUE },
  };
  const CopilKind *kind = copil_kind_get ("engagement");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilImportMapping) mapping = map (TRUE, 0, cases[i].fields);
      g_autofree char *sentence = copil_import_describe_misfit (kind, mapping);

      if (cases[i].fits)
        g_assert_null (sentence);
      else
        g_assert_nonnull (
            strstr (sentence, copil_field_get_label (copil_kind_get_field (kind, "text"))));
    }
}

static CopilImportMapping *
map (gboolean header, char decimal, const char *fields)
{
  CopilImportMapping *mapping = g_new0 (CopilImportMapping, 1);
  g_auto (GStrv) names = g_strsplit (fields, ";", -1);

  mapping->header = header;
  mapping->decimal = decimal;
  mapping->fields = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (mapping->fields, g_strdup (names[i]));
  return mapping;
}

/* What is refused, added and changed is told row by row, and nothing of it stays. */
static void
test_preview (Fixture *self, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  CopilGridForm form = { 0 };
  g_autoptr (CopilImportMapping) mapping = map (TRUE, 0, "label;text;axis;due");
  g_autoptr (CopilGrid) first = read_text ("a;b;c;d\n4.1;Un;4;31/12/2023\n", &form);
  g_autoptr (CopilGrid) second = read_text (
      "a;b;c;d\n4.1;Un;4;2024-01-31\n4.2;Deux;47;\n4.3;;4;\n4.4;Quatre;4;jamais\n4.5;Cinq;4;\n",
      &form);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;
  const CopilImportLine *line;

  g_assert_true (
      copil_import_grid (self->store, kind, first, mapping, "Import", 0, &counts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  lines = copil_import_preview (self->store, kind, second, mapping, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.refused, ==, 3);
  line = lines->pdata[0];
  g_assert_cmpint (line->outcome, ==, COPIL_IMPORT_CHANGED);
  g_assert_cmpstr (line->detail, ==, "Due on: 31/12/2023 → 31/01/2024");
  line = lines->pdata[1];
  g_assert_true (g_str_has_prefix (line->detail, "C3: "));
  line = lines->pdata[3];
  g_assert_true (g_str_has_prefix (line->detail, "D5: "));
  g_assert_nonnull (strstr (line->detail, "jamais"));
  line = lines->pdata[4];
  g_assert_cmpint (line->outcome, ==, COPIL_IMPORT_ADDED);
  g_assert_cmpint (copil_store_query_int (
                       self->store, "SELECT count(*) FROM engagement WHERE due LIKE '2024%'", NULL),
                   ==, 0);
  g_assert_cmpint (copil_store_query_int (self->store, "SELECT count(*) FROM engagement", NULL), ==,
                   1);
  g_assert_false (copil_store_in_transaction (self->store));
  /* A copy tells the same, and goes. */
  g_ptr_array_unref (lines);
  lines = copil_import_preview_copy (self->store, kind, second, mapping, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 5);
  g_assert_cmpuint (counts.refused, ==, 3);
  /* What cannot be taken whole is not taken at all. */
  g_assert_false (
      copil_import_grid (self->store, kind, second, mapping, "Import", 0, &counts, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (copil_store_query_int (self->store, "SELECT count(*) FROM engagement", NULL), ==,
                   1);
}

static void
test_decimals (Fixture *self, gconstpointer data)
{
  static const struct
  {
    char mark;
    const char *typed;
    double value;
  } cases[] = {
    { ',', "1.250,5", 1250.5 }, { '.', "1,250.5", 1250.5 }, { ',', "1.250", 1250 },
    { '.', "1,250", 1250 },     { 0, "1250,5", 1250.5 },    { 0, "1250.5", 1250.5 },
    { 0, "1 250,5", 1250.5 },
  };
  const CopilKind *kind = copil_kind_get ("engagement");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CopilGridForm form = { .separator = ';' };
      g_autofree char *text = g_strdup_printf ("Essai;4;%s\n", cases[i].typed);
      g_autoptr (CopilGrid) grid = read_text (text, &form);
      g_autoptr (CopilImportMapping) mapping = map (FALSE, cases[i].mark, "text;axis;quantity");
      g_autoptr (CopilQuery) query = NULL;
      g_autoptr (GError) error = NULL;
      CopilImportCounts counts;

      g_assert_true (
          copil_import_grid (self->store, kind, grid, mapping, "Import", 0, &counts, NULL, &error));
      g_assert_no_error (error);
      query =
          copil_store_query (self->store, "SELECT quantity FROM engagement ORDER BY id DESC", NULL);
      g_assert_true (copil_query_next (query));
      g_assert_cmpfloat (copil_query_double (query, 0), ==, cases[i].value);
    }
}

/* What a person must look at is said with the row: doubles, another text under a number, a progress
 * out of all proportion. What was pasted is read like a file. */
static void
test_doubts (Fixture *self, gconstpointer data)
{
  const CopilKind *engagement = copil_kind_get ("engagement");
  const CopilKind *observation = copil_kind_get ("observation");
  CopilGridForm form = { 0 };
  g_autoptr (CopilImportMapping) mapping = map (TRUE, 0, "label;text;axis");
  g_autoptr (CopilImportMapping) values = map (TRUE, 0, "indicator;value;date");
  g_autoptr (CopilGrid) first = read_text ("a;b;c\n4.1;Accueillir;4\n", &form);
  g_autoptr (CopilGrid) second =
      read_text ("a;b;c\n4.1;Prêter;4\n;Former;4\n;FORMER;4\n4.2;Visiter;4\n", &form);
  g_autoptr (CopilGrid) pasted = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;
  const CopilImportLine *line;

  g_assert_true (copil_import_grid (self->store, engagement, first, mapping, "Import", 0, &counts,
                                    NULL, &error));
  lines = copil_import_preview (self->store, engagement, second, mapping, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.doubtful, ==, 2);
  g_assert_cmpuint (counts.asked, ==, 0);
  line = lines->pdata[0];
  g_assert_cmpint (line->outcome, ==, COPIL_IMPORT_CHANGED);
  g_assert_cmpstr (line->doubt, ==,
                   "The number 4.1 is that of another text, which it replaces: Engagement "
                   "“Accueillir”.");
  line = lines->pdata[1];
  g_assert_null (line->doubt);
  line = lines->pdata[2];
  g_assert_cmpint (line->outcome, ==, COPIL_IMPORT_ADDED);
  g_assert_cmpstr (line->doubt, ==, "It looks like a double of row 3.");
  g_ptr_array_unref (g_steal_pointer (&lines));

  g_assert_true (copil_store_begin (self->store, "Indicateur", NULL));
  g_assert_cmpint (copil_store_insert (self->store, copil_kind_get ("indicator"), &error, "name",
                                       "Part", "unit", "%", "baseline_value", "19", NULL),
                   !=, 0);
  g_assert_true (copil_store_commit (self->store, NULL));
  form = (CopilGridForm){ 0 };
  pasted = read_text ("indicator\tvalue\tdate\nPart\t30 %\t2024-12-31\n", &form);
  g_assert_true (copil_import_grid (self->store, copil_kind_get ("target"), pasted, values,
                                    "Import", 0, &counts, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&pasted, copil_grid_free);
  pasted = read_text ("indicator\tvalue\tdate\nPart\t25,5 %\t2022-12-31\n"
                      "Part\t0,255\t2023-12-31\n",
                      &form);
  lines = copil_import_preview (self->store, observation, pasted, values, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.asked, ==, 1);
  line = lines->pdata[0];
  g_assert_null (line->doubt);
  line = lines->pdata[1];
  g_assert_cmpstr (line->doubt, ==, "The progress of “Part” would be −170%: is the value right?");
  g_assert_false (copil_import_grid (self->store, observation, pasted, values, "Import", 0, &counts,
                                     NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_true (copil_import_grid (self->store, observation, pasted, values, "Import",
                                    COPIL_IMPORT_CONFIRMED, &counts, said, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpint (copil_store_query_int (
                       self->store, "SELECT count(*) FROM observation WHERE value = 25.5", NULL),
                   ==, 1);
}

/* What was said of a column is known the next time; what was left out stays so. */
static void
test_memory (Fixture *self, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  CopilGridForm form = { 0 };
  g_autoptr (CopilGrid) grid = read_text ("Ce qui est promis;Axe;Note\nUn;4;x\n", &form);
  g_autoptr (CopilImportMapping) mapping = map (TRUE, 0, "text;axis;");
  g_autoptr (CopilImportMapping) next = NULL;
  g_autoptr (CopilImportMapping) other = NULL;
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;

  g_assert_true (
      copil_import_grid (self->store, kind, grid, mapping, "Import", 0, &counts, NULL, &error));
  g_assert_no_error (error);
  next = copil_import_mapping_guess (self->store, kind, grid, TRUE);
  g_assert_cmpstr (next->fields->pdata[0], ==, "text");
  g_assert_cmpstr (next->fields->pdata[2], ==, "");
  other = copil_import_mapping_guess (self->store, copil_kind_get ("fiche"), grid, TRUE);
  g_assert_cmpstr (other->fields->pdata[0], ==, "");
  /* One step: the memory goes with the rows. */
  g_assert_true (copil_store_undo (self->store, &error));
  g_assert_cmpint (copil_store_query_int (self->store, "SELECT count(*) FROM mapping", NULL), ==,
                   0);
}

/* No cell is a formula, figures stay figures, and every text comes back. */
static void
test_formulas (void)
{
  static const char *const guarded[][2] = {
    { "=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0" },
    { "-1-2", "'-1-2" },
    { "- un tiret", "'- un tiret" },
    { "\t=1", "'\t=1" },
    { "\r=1", "'\r=1" },
    { "'=1", "''=1" },
    { "''-", "''"
             "'-" },
    { "-5", "-5" },
    { "+33 1 23 45 67 89", "+33 1 23 45 67 89" },
    { "-5,5 %", "-5,5 %" },
    { "+33.1.23", "+33.1.23" },
    { "+", "'+" },
    { "'Tis", "'Tis" },
    { "a=1", "a=1" },
    { "", "" },
    { "−5", "−5" },
    { "L'été", "L'été" },
  };
  g_autoptr (CopilSheet) sheet = copil_sheet_new ("S");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CopilGrid) grid = NULL;
  g_autoptr (GError) error = NULL;

  copil_sheet_add_column (sheet, "=Title", COPIL_COLUMN_TEXT, 0);
  copil_sheet_add_column (sheet, "N", COPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      g_autofree char *cell = copil_csv_guard (guarded[i][0]);
      guint row = copil_sheet_add_row (sheet);

      g_assert_cmpstr (cell, ==, guarded[i][1]);
      g_assert_cmpstr (copil_csv_unguard (cell), ==, guarded[i][0]);
      copil_sheet_put (sheet, row, 0, guarded[i][0]);
      copil_sheet_put_double (sheet, row, 1, -5);
    }
  bytes = copil_csv_write_bytes (sheet, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "'=Title,N\r\n"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                                  "\n'@SUM(A1),-5\r\n"));
  grid =
      copil_grid_read_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    g_assert_cmpstr (copil_grid_row_get (copil_grid_get_row (grid, i + 1), 0)->text, ==,
                     *guarded[i][0] ? guarded[i][0] : NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/letters", test_letters);
  g_test_add_func ("/table/repeated", test_repeated);
  g_test_add_func ("/table/addresses", test_addresses);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add ("/table/guess", Fixture, NULL, set_up, test_guess, tear_down);
  g_test_add ("/table/kind", Fixture, NULL, set_up, test_kind, tear_down);
  g_test_add ("/table/misfit", Fixture, NULL, set_up, test_misfit, tear_down);
  g_test_add ("/table/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/table/decimals", Fixture, NULL, set_up, test_decimals, tear_down);
  g_test_add ("/table/doubts", Fixture, NULL, set_up, test_doubts, tear_down);
  g_test_add ("/table/memory", Fixture, NULL, set_up, test_memory, tear_down);
  return g_test_run ();
}
