/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-book.h"
#include "copil-document.h"

static void
test_headings (void)
{
  static const guint wanted[] = { 3, 4, 2, 3, 9, 1, 0 };
  static const guint given[] = { 1, 2, 2, 3, 4, 1, 1 };
  g_autoptr (CopilDocument) document = copil_document_new ("Titre", "fr-FR");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    copil_document_add_heading (document, wanted[i], " Texte ");
  copil_document_add_heading (document, 1, "  ");
  copil_document_add_heading (document, 1, NULL);
  g_assert_cmpuint (copil_document_get_n_blocks (document), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    g_assert_cmpuint (copil_document_get_block (document, i)->level, ==, given[i]);
  g_assert_cmpstr (copil_runs_get_run (copil_document_get_block (document, 0)->runs, 0, NULL), ==,
                   "Texte");

  copil_document_set_heading_shift (document, 2);
  copil_document_add_heading (document, 1, "Partie");
  g_assert_cmpuint (copil_document_get_block (document, 7)->level, ==, 2);
  copil_document_add_heading (document, 1, "Partie");
  g_assert_cmpuint (copil_document_get_block (document, 8)->level, ==, 3);
}

static void
test_notes (void)
{
  g_autoptr (CopilDocument) document = copil_document_new ("Titre", "fr-FR");
  g_autofree char *text = NULL;
  CopilList *list;

  copil_document_add_notes (document, NULL);
  copil_document_add_notes (document, "\n \n");
  g_assert_cmpuint (copil_document_get_n_blocks (document), ==, 0);
  copil_document_add_notes (document, "un\r\ndeux\n\n- a\n• b\ntrois");
  g_assert_cmpuint (copil_document_get_n_blocks (document), ==, 3);
  text = copil_runs_to_string (copil_document_get_block (document, 0)->runs);
  g_assert_cmpstr (text, ==, "un\ndeux");
  list = COPIL_LIST (copil_document_get_block (document, 1)->object);
  g_assert_cmpuint (copil_list_get_n_items (list), ==, 2);

  /* Lines that other programs broke, and bullets as they come out of them. */
  {
    g_autoptr (CopilDocument) other = copil_document_new ("Titre", "fr-FR");
    g_autofree char *said = NULL, *unified = NULL, *same = NULL;

    copil_document_add_notes (other, "a\vb\u2028c\u2029d\fe\rf\xc2\x85g");
    said = copil_runs_to_string (copil_document_get_block (other, 0)->runs);
    g_assert_cmpstr (said, ==, "a\nb\nc\nd\ne\nf\ng");
    copil_document_add_notes (other, "- un\n•\tdeux\n\uf0b7 trois\n-\u00a0quatre\u2028-cinq");
    list = COPIL_LIST (copil_document_get_block (other, 1)->object);
    g_assert_cmpuint (copil_list_get_n_items (list), ==, 4);
    unified = copil_lines_unify ("a\r\nb\vc");
    same = copil_lines_unify ("é – ’ œ");
    g_assert_cmpstr (unified, ==, "a\nb\nc");
    g_assert_cmpstr (same, ==, "é – ’ œ");
  }

  /* A line that stands out, and an item under an item. */
  copil_document_add_notes (document, "* À retenir\n- un\n  - sous un\nsuite");
  g_assert_cmpuint (copil_document_get_n_blocks (document), ==, 6);
  {
    CopilRunStyle style;
    guint level;
    const CopilRuns *runs = copil_document_get_block (document, 3)->runs;

    g_assert_cmpstr (copil_runs_get_run (runs, 0, &style), ==, "À retenir");
    g_assert_cmpint (style, ==, COPIL_RUN_STRONG);
    list = COPIL_LIST (copil_document_get_block (document, 4)->object);
    g_assert_nonnull (copil_list_get_item (list, 1, &level));
    g_assert_cmpuint (level, ==, 2);
  }
}

static void
test_list_levels (void)
{
  static const guint wanted[] = { 3, 3, 3, 7, 1, 0 };
  static const guint given[] = { 1, 2, 3, 3, 1, 1 };
  g_autoptr (CopilList) list = copil_list_new (COPIL_LIST_NUMBER);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint level;

      copil_list_add_text (list, wanted[i], "x");
      g_assert_nonnull (copil_list_get_item (list, i, &level));
      g_assert_cmpuint (level, ==, given[i]);
    }
}

static void
test_table (void)
{
  g_autoptr (CopilTable) table = copil_table_new (COPIL_TABLE_GRID);
  g_autoptr (CopilTable) fiche = copil_table_new_fiche ("Rubrique", "Contenu", 30);
  guint weight;
  CopilAlign align;

  copil_table_add_column (table, "A", 0, COPIL_ALIGN_END);
  copil_table_add_column (table, NULL, 5, COPIL_ALIGN_START);
  g_assert_cmpstr (copil_table_get_column (table, 0, &weight, &align), ==, "A");
  g_assert_cmpuint (weight, ==, 1);
  g_assert_cmpint (align, ==, COPIL_ALIGN_END);
  g_assert_cmpstr (copil_table_get_column (table, 1, NULL, NULL), ==, "");
  copil_table_add_row (table, COPIL_ROW_TOTAL);
  copil_table_add_cell_text (table, "x");
  g_assert_nonnull (copil_table_get_cell (table, 0, 0));
  g_assert_null (copil_table_get_cell (table, 0, 1));
  g_assert_cmpint (copil_table_get_row_role (table, 0), ==, COPIL_ROW_TOTAL);

  copil_table_add_pair (fiche, "Pilote", NULL);
  g_assert_cmpint (copil_table_get_style (fiche), ==, COPIL_TABLE_FICHE);
  g_assert_cmpuint (copil_table_get_n_rows (fiche), ==, 1);
  copil_table_get_column (fiche, 1, &weight, NULL);
  g_assert_cmpuint (weight, ==, 70);
}

static gboolean
two_rows_cb (gpointer user_data, const char **values, GError **error)
{
  guint *left = user_data;

  if (*left == 0)
    return FALSE;
  (*left)--;
  values[1] = "b";
  return TRUE;
}

static void
gone_cb (gpointer user_data)
{
  *(guint *)user_data = 99;
}

static void
test_sheet (void)
{
  guint left = 2;
  CopilSheet *sheet = copil_sheet_new ("Feuille");
  const char *values[2] = { "stale", "stale" };
  double width;

  copil_sheet_add_column (sheet, "A", COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, "B", COPIL_COLUMN_TEXT, 12.5);
  copil_sheet_get_column (sheet, 0, NULL, &width);
  g_assert_cmpfloat (width, >, 15);
  g_assert_false (copil_sheet_next (sheet, values, NULL));
  copil_sheet_set_rows (sheet, two_rows_cb, &left, gone_cb);
  g_assert_true (copil_sheet_next (sheet, values, NULL));
  g_assert_null (values[0]);
  g_assert_cmpstr (values[1], ==, "b");
  g_assert_true (copil_sheet_next (sheet, values, NULL));
  g_assert_false (copil_sheet_next (sheet, values, NULL));
  g_object_unref (sheet);
  g_assert_cmpuint (left, ==, 99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/headings", test_headings);
  g_test_add_func ("/block/notes", test_notes);
  g_test_add_func ("/block/list-levels", test_list_levels);
  g_test_add_func ("/block/table", test_table);
  g_test_add_func ("/block/sheet", test_sheet);
  return g_test_run ();
}
