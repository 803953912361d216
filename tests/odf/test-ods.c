/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "copil-ods-cell.h"
#include "copil-ods.h"
#include "odf-fixture.h"

#define NNB "\xe2\x80\xaf"

typedef struct
{
  guint left;
  guint fails_at;
  const char *value;
} Rows;

static gboolean
next_cb (gpointer user_data, const char **values, GError **error)
{
  Rows *rows = user_data;

  if (rows->left == 0)
    return FALSE;
  if (rows->left-- == rows->fails_at)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "broken");
      return FALSE;
    }
  values[0] = rows->value;
  return TRUE;
}

static CopilBook *
book_with (CopilColumnType type, Rows *rows)
{
  CopilBook *book = copil_book_new ("Titre", "fr-FR");
  CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new ("Feuille"));

  copil_sheet_add_column (sheet, "A", type, 0);
  copil_sheet_add_column (sheet, "B", COPIL_COLUMN_TEXT, 0);
  copil_sheet_set_rows (sheet, next_cb, rows, NULL);
  return book;
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *value;
    int decimals;
    const char *french;
    const char *english;
  } cases[] = {
    { "0", 0, "0", "0" },
    { "-0.001", 2, "0,00", "0.00" },
    { "999", 0, "999", "999" },
    { "1000", 0, "1" NNB "000", "1,000" },
    { "-1234567.891", 2, "-1" NNB "234" NNB "567,89", "-1,234,567.89" },
    { "007", 1, "7,0", "7.0" },
    { "12", 2, "12,00", "12.00" },
    { "-12.5", 2, "-12,50", "-12.50" },
    { "0.125", 2, "0,13", "0.13" },
    { "-1.005", 2, "-1,01", "-1.01" },
    { "0.9999", 2, "1,00", "1.00" },
    { "-5", 0, "-5", "-5" },
    { "123456789012345678901234567890", 0,
      "123" NNB "456" NNB "789" NNB "012" NNB "345" NNB "678" NNB "901" NNB "234" NNB "567" NNB
      "890",
      "123,456,789,012,345,678,901,234,567,890" },
    { "1e3", 2, "1" NNB "000,00", "1,000.00" },
    { "1e305", 2, "1e305", "1e305" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) french = g_string_new (NULL);
      g_autoptr (GString) english = g_string_new (NULL);

      copil_ods_format_number (french, cases[i].value, cases[i].decimals, TRUE);
      copil_ods_format_number (english, cases[i].value, cases[i].decimals, FALSE);
      g_assert_cmpstr (french->str, ==, cases[i].french);
      g_assert_cmpstr (english->str, ==, cases[i].english);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    CopilColumnType type;
    const char *value;
    const char *cell;
  } cases[] = {
    { COPIL_COLUMN_INTEGER, "1250", "\"float\" office:value=\"1250\"><text:p>1" NNB "250<" },
    { COPIL_COLUMN_NUMBER, "0.5", "\"float\" office:value=\"0.5\"><text:p>0,50<" },
    { COPIL_COLUMN_PERCENT, "0.25", "\"percentage\" office:value=\"0.25\"><text:p>25,0\xc2\xa0%<" },
    { COPIL_COLUMN_PERCENT, "0.0725",
      "\"percentage\" office:value=\"0.0725\"><text:p>7,3\xc2\xa0%<" },
    { COPIL_COLUMN_DATE, "2024-02-29",
      "\"date\" office:date-value=\"2024-02-29\"><text:p>29/02/2024<" },
    { COPIL_COLUMN_BOOLEAN, "1", "\"boolean\" office:boolean-value=\"true\"><text:p>VRAI<" },
    /* What is not of the type stays as it is. */
    { COPIL_COLUMN_INTEGER, "12,5", "\"string\"><text:p>12,5<" },
    { COPIL_COLUMN_NUMBER, "nan", "\"string\"><text:p>nan<" },
    { COPIL_COLUMN_NUMBER, "0x10", "\"string\"><text:p>0x10<" },
    { COPIL_COLUMN_NUMBER, "1.", "\"string\"><text:p>1.<" },
    { COPIL_COLUMN_DATE, "2023-02-29", "\"string\"><text:p>2023-02-29<" },
    { COPIL_COLUMN_DATE, "2023-1-1", "\"string\"><text:p>2023-1-1<" },
    { COPIL_COLUMN_BOOLEAN, "oui", "\"string\"><text:p>oui<" },
    { COPIL_COLUMN_TEXT, "=1+1", "\"string\"><text:p>=1+1<" },
    { COPIL_COLUMN_TEXT, "Quoi ?", "\"string\"><text:p>Quoi ?<" },
    { COPIL_COLUMN_TEXT, "a\r\n\x01 b", "\"string\"><text:p>a</text:p><text:p><text:s/>b<" },
  };
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ods", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Rows rows = { .left = 1, .value = cases[i].value };
      g_autoptr (CopilBook) book = book_with (cases[i].type, &rows);
      g_autofree char *content = NULL;
      g_autofree char *wanted = g_strconcat ("office:value-type=", cases[i].cell, NULL);

      g_assert_true (copil_ods_write (book, path, NULL, NULL));
      content = odf_fixture_part (path, "content.xml");
      if (!strstr (content, wanted))
        g_error ("%s is not in %s", wanted, content);
    }
  odf_fixture_end (folder, "a.ods");
}

static void
test_names (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ods", NULL);
  g_autoptr (CopilBook) book = copil_book_new ("Titre", "fr-FR");
  static const char *const wanted[] = { "L'axe [1]: a/b", "L axe  1   a b", "",
                                        "Un nom de feuille qui est bien trop long" };
  static const char *const given[] = { "\"L axe  1   a b\"", "\"L axe  1   a b (2)\"", "\"Sheet\"",
                                       "\"Un nom de feuille qui est bien\"" };
  g_autofree char *content = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new (wanted[i]));

      for (guint c = 0; c < 28; c++)
        copil_sheet_add_column (sheet, "A", COPIL_COLUMN_TEXT, 0);
    }
  g_assert_true (copil_ods_write (book, path, NULL, NULL));
  content = odf_fixture_part (path, "content.xml");
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *attribute = g_strconcat ("table:name=", given[i], NULL);

      g_assert_nonnull (strstr (content, attribute));
    }
  g_assert_nonnull (strstr (content, "'Sheet'.A1:'Sheet'.AB1\""));
  odf_fixture_end (folder, "a.ods");
}

static void
test_failing_rows (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ods", NULL);
  Rows rows = { .left = 5, .fails_at = 3, .value = "x" };
  g_autoptr (CopilBook) book = book_with (COPIL_COLUMN_TEXT, &rows);
  g_autoptr (GError) error = NULL;

  g_assert_false (copil_ods_write (book, path, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_IO);
  odf_fixture_end (folder, NULL);
}

/* The rows beyond what is kept in memory go to a file: they come back whole, and a full disk there
 * is said. */
static void
test_large (void)
{
  g_autofree char *folder = odf_fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ods", NULL);
  Rows rows = { .left = 8000, .value = "2024-02-29" };
  Rows again = { .left = 8000, .value = "2024-02-29" };
  g_autoptr (CopilBook) book = book_with (COPIL_COLUMN_DATE, &rows);
  g_autoptr (CopilBook) full = book_with (COPIL_COLUMN_DATE, &again);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  guint n = 0;

  g_assert_true (copil_ods_write (book, path, NULL, &error));
  g_assert_no_error (error);
  content = odf_fixture_part (path, "content.xml");
  for (const char *p = content; (p = strstr (p, "2024-02-29")); p++)
    n++;
  g_assert_cmpuint (n, ==, 8000);
  g_assert_nonnull (strstr (content, "'Feuille'.A1:'Feuille'.B8001\""));
  odf_fixture_end (folder, "a.ods");

  g_free (folder);
  folder = odf_fixture_folder ();
  g_free (path);
  path = g_build_filename (folder, "a.ods", NULL);
  odf_fixture_limit_files (300000);
  g_assert_false (copil_ods_write (full, path, NULL, &error));
  odf_fixture_limit_files (0);
  g_assert_true (error && error->domain == G_IO_ERROR);
  odf_fixture_end (folder, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods/numbers", test_numbers);
  g_test_add_func ("/ods/cells", test_cells);
  g_test_add_func ("/ods/names", test_names);
  g_test_add_func ("/ods/failing-rows", test_failing_rows);
  g_test_add_func ("/ods/large", test_large);
  return g_test_run ();
}
