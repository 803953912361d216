/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a sample of everything: odf-sample rich|landscape|contents|book OUT [MODEL] */
#include <cairo-svg.h>
#include <cairo.h>
#include <string.h>

#include "copil-ods.h"
#include "copil-odt.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_bars (cairo_t *cr)
{
  static const double bars[][3] = { { 12, 8, 5 }, { 20, 4, 2 }, { 6, 9, 1 }, { 15, 3, 4 } };
  static const double shades[] = { 0.2, 0.55, 0.82 };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      double x = 10;

      for (guint j = 0; j < 3; j++)
        {
          cairo_rectangle (cr, x, 8 + i * 28, bars[i][j] * 13, 18);
          cairo_set_source_rgb (cr, shades[j] * 0.5, shades[j] * 0.75, shades[j]);
          cairo_fill (cr);
          x += bars[i][j] * 13 + 1;
        }
    }
}

static GBytes *
draw_svg (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, 400, 120);
  cairo_t *cr = cairo_create (surface);

  draw_bars (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
draw_png (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 240);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  draw_bars (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
add_opening (CopilDocument *document)
{
  CopilRuns *runs;
  CopilTable *table;
  CopilList *list;

  copil_document_add_text (document, COPIL_ROLE_EYEBROW, "Comité de pilotage national");
  copil_document_add_text (document, COPIL_ROLE_TITLE, "Compte rendu de la réunion du 14 mai 2024");
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE,
                           "Convention de partenariat 2021–2024 – Paris, de 14:30 à 17:00");
  copil_document_add_text (document, COPIL_ROLE_LEAD,
                           "Trente-quatre engagements sont suivis : douze sont réalisés, dix-neuf "
                           "avancent, trois sont en "
                           "retard. Le comité a pris quatre décisions et fixé la prochaine réunion "
                           "au 12 novembre 2024.");

  copil_document_add_heading (document, 1, "Participants");
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (table, "Nom", 30, COPIL_ALIGN_START);
  copil_table_add_column (table, "Qualité", 45, COPIL_ALIGN_START);
  copil_table_add_column (table, "Présence", 15, COPIL_ALIGN_CENTER);
  copil_table_add_row_text (table, COPIL_ROW_GROUP, (const char *[]){ "Ministère", NULL, NULL });
  copil_table_add_row_text (
      table, COPIL_ROW_BODY,
      (const char *[]){ "Claire Aubert", "Cheffe du bureau des partenariats, présidente de séance",
                        "Présente" });
  copil_table_add_row_text (
      table, COPIL_ROW_BODY,
      (const char *[]){ "Hugo Bastien", "Chargé de mission, secrétaire", "Présent" });
  copil_table_add_row_text (table, COPIL_ROW_GROUP,
                            (const char *[]){ "Branche professionnelle", NULL, NULL });
  copil_table_add_row_text (
      table, COPIL_ROW_BODY,
      (const char *[]){ "Nadia Cherif", "Directrice emploi-formation", "Excusée" });

  copil_document_add_heading (document, 1, "Relevé de décisions");
  runs = copil_runs_new (NULL);
  copil_runs_add (runs, COPIL_RUN_STRONG, "Décision 1");
  copil_runs_add (runs, COPIL_RUN_PLAIN,
                  " : ouvrir la semaine des métiers à trois académies de plus. ");
  copil_runs_add (runs, COPIL_RUN_EMPHASIS,
                  "Pilote : bureau des partenariats ; échéance : 30/09/2024.");
  copil_document_add_paragraph (document, COPIL_ROLE_DECISION, runs);
  runs = copil_runs_new (NULL);
  copil_runs_add (runs, COPIL_RUN_STRONG, "Décision 2");
  copil_runs_add (runs, COPIL_RUN_PLAIN,
                  " : publier chaque année la part des filles dans les stages d’observation.");
  copil_document_add_paragraph (document, COPIL_ROLE_DECISION, runs);

  copil_document_add_heading (document, 1, "Échanges");
  copil_document_add_heading (document, 2, "Avancement de l’axe 4 « Attractivité des métiers »");
  copil_document_add_text (
      document, COPIL_ROLE_BODY,
      "La présidente rappelle l’objet du point : où en est la mesure 4.1 ? Les visites "
      "d’entreprises "
      "ont repris dans dix-sept académies ; les données sont publiées à l’adresse "
      "https://www.exemple.fr/suivi?axe=4 et mises à jour chaque trimestre.");
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  copil_list_add_text (list, 1, "Accueil de collégiens en stage d’observation :");
  copil_list_add_text (list, 2, "312 établissements ont signé une charte d’accueil ;");
  copil_list_add_text (list, 2, "les conventions types sont en ligne :");
  copil_list_add_text (list, 3, "pour les classes de troisième,");
  copil_list_add_text (list, 3, "pour les classes de seconde.");
  copil_list_add_text (list, 1,
                       "Immersion des enseignants : 45 participants, pour une cible de 60.");
  copil_document_add_heading (document, 2, "Suites à donner");
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_NUMBER));
  copil_list_add_text (list, 1, "Transmettre le bilan aux académies.");
  copil_list_add_text (list, 1, "Préparer l’avenant :");
  copil_list_add_text (list, 2, "projet de texte ;");
  copil_list_add_text (list, 2, "consultation des signataires.");
  copil_list_add_text (list, 1, "Convoquer le groupe technique.");
}

static void
add_figures (CopilDocument *document)
{
  static const char *const rows[][4] = {
    { "Axe 2 – Campus des métiers", "25", "12", "48 %" },
    { "Axe 3 – Données et prospective", "26", "20", "77 %" },
    { "Axe 4 – Attractivité", "16", "6", "38 %" },
    { "Axe 5 – Formation des enseignants", "22", "15", "68 %" },
  };
  g_autoptr (GBytes) svg = draw_svg ();
  g_autoptr (GBytes) png = draw_png ();
  CopilTable *table;

  copil_document_add_heading (document, 1, "Tableau de bord");
  copil_document_add_picture (
      document,
      copil_picture_new (svg, png, 150, 45, "Engagements par axe et par statut",
                         "Barres empilées : l’axe 3 a le plus d’engagements réalisés, 20 sur 26 ; "
                         "l’axe 4 le moins, 6 sur 16.",
                         "Figure 1 – Engagements par axe : réalisés, en cours, à venir"));
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_set_caption (table, "Tableau 1 – Avancement par axe au 14 mai 2024");
  copil_table_add_column (table, "Axe", 50, COPIL_ALIGN_START);
  copil_table_add_column (table, "Engagements", 18, COPIL_ALIGN_END);
  copil_table_add_column (table, "Réalisés", 16, COPIL_ALIGN_END);
  copil_table_add_column (table, "Part", 16, COPIL_ALIGN_END);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    copil_table_add_row_text (table, COPIL_ROW_BODY, rows[i]);
  copil_table_add_row_text (table, COPIL_ROW_TOTAL,
                            (const char *[]){ "Ensemble", "89", "53", "60 %" });
  copil_document_add_text (document, COPIL_ROLE_NOTE,
                           "Source : suivi des signataires, arrêté au 30 avril 2024.");
}

static void
add_fiche (CopilDocument *document)
{
  CopilList *list;
  CopilTable *table;

  copil_document_add_page_break (document);
  copil_document_add_heading (document, 1, "Annexe : fiche action 4.1.1");
  table = copil_document_add_table (
      document, copil_table_new_fiche ("Fiche action 4.1.1", "Accueil de collégiens en stage", 28));
  copil_table_add_pair (table, "Objectif",
                        "Faire découvrir les métiers de l’industrie à 10 000 collégiens par an.");
  copil_table_add_pair (table, "Pilote", "Bureau des partenariats");
  copil_table_add_pair (table, "Partenaires", "Branche professionnelle\nAcadémies volontaires");
  copil_table_add_pair (table, "Calendrier", "Septembre 2023 – juin 2024");
  copil_table_add_pair (table, "Bilan", NULL);

  copil_document_add_heading (document, 2, "Émargement");
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_SIGN));
  copil_table_add_column (table, "Nom", 30, COPIL_ALIGN_START);
  copil_table_add_column (table, "Organisme", 35, COPIL_ALIGN_START);
  copil_table_add_column (table, "Signature", 35, COPIL_ALIGN_START);
  copil_table_add_row_text (table, COPIL_ROW_BODY,
                            (const char *[]){ "Claire Aubert", "Ministère", NULL });
  copil_table_add_row_text (table, COPIL_ROW_BODY,
                            (const char *[]){ "Nadia Cherif", "Branche professionnelle", NULL });
  copil_document_add_heading (document, 3, "Espaces et caractères");
  copil_document_add_text (document, COPIL_ROLE_LABEL, "Tel que saisi");
  copil_document_add_text (
      document, COPIL_ROLE_BODY,
      "  deux espaces,   trois,\tune tabulation\nune ligne, <a & b> \x01\x1f fin ");
  copil_document_add_heading (document, 4, "Notes de séance");
  copil_document_add_notes (document, "Premier paragraphe.\nSuite.\n\n- un\n- deux\n\nDernier.");
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_NUMBER));
  copil_list_add_text (list, 1, "Une autre liste, qui recommence.");
  copil_document_add_text (document, COPIL_ROLE_SIGNATURE,
                           "Fait à Paris, le 14 mai 2024\nLa présidente de séance\nClaire Aubert");
}

static CopilDocument *
build_document (gboolean landscape, gboolean contents)
{
  CopilDocument *document =
      copil_document_new ("Compte rendu du comité de pilotage du 14 mai 2024", "fr-FR");

  copil_publication_set_subject (COPIL_PUBLICATION (document),
                                 "Convention de partenariat 2021–2024");
  copil_publication_set_author (COPIL_PUBLICATION (document), "Bureau des partenariats");
  copil_publication_set_date (COPIL_PUBLICATION (document), "2024-05-14");
  copil_document_set_header (document, "Convention de partenariat 2021–2024");
  copil_document_set_orientation (document, landscape ? COPIL_LANDSCAPE : COPIL_PORTRAIT);
  if (contents)
    {
      copil_document_add_contents (document, "Sommaire", 2);
      copil_document_add_page_break (document);
    }
  add_opening (document);
  add_figures (document);
  add_fiche (document);
  return document;
}

static gboolean
next_cb (gpointer user_data, const char **values, GError **error)
{
  static const char *const rows[][8] = {
    { "4.1.1",
      "Accueillir des collégiens en stage d’observation dans les entreprises de la branche, "
      "avec une charte",
      "10000", "1250.5", "0.25", "45000", "2024-06-30", "1" },
    { "4.1.2", "Deuxième ligne\navec un retour et  deux espaces", "-1234567", "0.125", "1", "-12.5",
      "2023-12-01", "0" },
    { "4.1.3", NULL, NULL, NULL, NULL, NULL, "sans date", NULL },
    { "=1+1", "<&>\x02\"", "abc", "1e3", "0", "0", "2024-02-29", "peut-être" },
  };
  guint *row = user_data;

  if (*row >= G_N_ELEMENTS (rows))
    return FALSE;
  memcpy (values, rows[(*row)++], sizeof rows[0]);
  return TRUE;
}

static CopilBook *
build_book (void)
{
  static guint rows[2];
  CopilBook *book = copil_book_new ("Suivi des engagements", "fr-FR");

  copil_publication_set_author (COPIL_PUBLICATION (book), "Bureau des partenariats");
  copil_publication_set_date (COPIL_PUBLICATION (book), "2024-05-14");
  for (guint i = 0; i < 2; i++)
    {
      CopilSheet *sheet = copil_book_add_sheet (
          book, copil_sheet_new (i == 0 ? "Engagements" : "Axe 4 : l’attractivité [2024]"));

      copil_sheet_add_column (sheet, "Article", COPIL_COLUMN_TEXT, 18);
      copil_sheet_add_column (sheet, "Engagement", COPIL_COLUMN_TEXT, 70);
      copil_sheet_add_column (sheet, "Cible", COPIL_COLUMN_INTEGER, 0);
      copil_sheet_add_column (sheet, "Valeur observée", COPIL_COLUMN_NUMBER, 0);
      copil_sheet_add_column (sheet, "Avancement", COPIL_COLUMN_PERCENT, 0);
      copil_sheet_add_column (sheet, "Budget", COPIL_COLUMN_CURRENCY, 0);
      copil_sheet_add_column (sheet, "Échéance", COPIL_COLUMN_DATE, 0);
      copil_sheet_add_column (sheet, "Quantifié", COPIL_COLUMN_BOOLEAN, 0);
      copil_sheet_set_rows (sheet, next_cb, &rows[i], NULL);
    }
  return book;
}

/* A protected sheet to fill, and another that adds it up. */
static CopilBook *
build_form (void)
{
  static const char *const levels[] = { "à l’étude", "engagé; \"sûr\"", NULL };
  CopilBook *book = copil_book_new ("Formulaire", "fr-FR");
  CopilSheet *form = copil_book_add_sheet (book, copil_sheet_new ("Saisie"));
  CopilSheet *sum = copil_book_add_sheet (book, copil_sheet_new ("Bilan de l’année"));
  guint whole = copil_book_add_number (book, TRUE, 0, 1e9, "Un nombre entier est attendu.");
  guint day = copil_book_add_date (book, "2000-01-01", "2050-12-31", "Une date est attendue.");
  guint list = copil_book_add_list (book, levels, "Un niveau de l’échelle est attendu.");

  copil_sheet_add_column (form, "Clé", COPIL_COLUMN_TEXT, 10);
  copil_sheet_add_column (form, "Libellé", COPIL_COLUMN_TEXT, 60);
  copil_sheet_add_column (form, "Valeur", COPIL_COLUMN_INTEGER, 0);
  copil_sheet_add_column (form, "Date", COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (form, "Niveau", COPIL_COLUMN_TEXT, 0);
  copil_sheet_hide_column (form, 0);
  copil_sheet_set_protected (form, TRUE);
  copil_sheet_set_frozen_columns (form, 2);
  for (guint i = 0; i < 3; i++)
    {
      guint row = copil_sheet_add_row (form);
      g_autofree char *key = g_strdup_printf ("a:%u", i);

      copil_sheet_put (form, row, 0, key);
      copil_sheet_put (form, row, 1, "Élèves accueillis");
      if (i < 2)
        copil_sheet_put_double (form, row, 2, 1250 + i);
      copil_sheet_set_style (form, row, 2, i < 2 ? COPIL_CELL_NORMAL : COPIL_CELL_OPEN);
      copil_sheet_set_validation (form, row, 2, whole);
      copil_sheet_set_style (form, row, 3, COPIL_CELL_OPEN);
      copil_sheet_set_validation (form, row, 3, day);
      copil_sheet_set_style (form, row, 4, COPIL_CELL_OPEN);
      copil_sheet_set_validation (form, row, 4, list);
    }

  copil_sheet_add_column (sum, "Année", COPIL_COLUMN_YEAR, 0);
  copil_sheet_add_column (sum, "Montant", COPIL_COLUMN_CURRENCY, 0);
  copil_sheet_add_column (sum, "Part", COPIL_COLUMN_PERCENT, 0);
  copil_sheet_set_row_style (sum, copil_sheet_add_row (sum), COPIL_CELL_GROUP);
  copil_sheet_put_typed (sum, 0, 0, COPIL_COLUMN_TEXT, "Recettes");
  for (guint i = 1; i < 3; i++)
    {
      copil_sheet_add_row (sum);
      copil_sheet_put (sum, i, 0, i == 1 ? "2023" : "2024");
      copil_sheet_put (sum, i, 1, i == 1 ? "1500.5" : "499.5");
      copil_sheet_put_formula (sum, i, 2, i == 1 ? "[.B3]/[.B5]" : "[.B4]/[.B5]",
                               i == 1 ? "0.75025" : "0.24975");
    }
  copil_sheet_set_row_style (sum, copil_sheet_add_row (sum), COPIL_CELL_TOTAL);
  copil_sheet_put_typed (sum, 3, 0, COPIL_COLUMN_TEXT, "Total");
  copil_sheet_put_formula (sum, 3, 1, "SUM([.B3:.B4])", "2000");
  copil_sheet_put_formula (sum, 3, 2, "SUM([.C3:.C4])", "1");
  copil_sheet_set_row_style (sum, copil_sheet_add_row (sum), COPIL_CELL_WARNING);
  copil_sheet_put_typed (sum, 4, 0, COPIL_COLUMN_TEXT, "Écart");
  copil_sheet_put_formula (sum, 4, 1, "SUM([$Saisie.C2:.C4])-[.B5]", "501");
  return book;
}

static CopilOdtTemplate *
read_model (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes ? copil_odt_template_new (bytes, error) : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean fine;

  if (argc != 3 && argc != 4)
    {
      g_printerr ("odf-sample rich|landscape|contents|book OUT [MODEL]\n");
      return 2;
    }
  if (!strcmp (argv[1], "book") || !strcmp (argv[1], "form"))
    {
      g_autoptr (CopilBook) book = argv[1][0] == 'b' ? build_book () : build_form ();

      fine = copil_ods_write (book, argv[2], NULL, &error);
    }
  else
    {
      g_autoptr (CopilDocument) document =
          build_document (!strcmp (argv[1], "landscape"), !strcmp (argv[1], "contents"));

      g_autoptr (CopilOdtTemplate) model = NULL;

      if (argc == 4)
        model = read_model (argv[3], &error);
      fine = (argc == 3 || model) &&
             copil_odt_write_with_template (document, model, argv[2], NULL, &error);
    }
  if (!fine)
    g_printerr ("%s\n", error->message);
  return fine ? 0 : 1;
}
