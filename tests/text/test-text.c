/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Understanding a convention's text: the words, the blocks, the parties, who commits, the clauses.
 * All texts are made up. */
#include <locale.h>
#include <string.h>

#include "copil-draft.h"
#include "copil-text-block.h"
#include "copil-text-clause.h"
#include "copil-text-engage.h"
#include "copil-text-match.h"
#include "copil-text-read.h"

static const char convention[] =
    "CONVENTION DE PARTENARIAT\n\nEntre\n\n"
    "La région académique Bretagne, représentée par Mme Claire Le Bihan, rectrice de région "
    "académique, ci-après dénommée "
    "« la région académique »,\nd’une part,\n\net\n\n"
    "La Fédération du bois de Bretagne (FBB), dont le siège est situé 2 allée du Chêne, 35000 "
    "Rennes, représentée par son président, M. Yann "
    "Kerviel,\n\n"
    "L’association Bretagne Industrie, sise 12 rue des Ajoncs, 56100 Lorient, représentée par Mme "
    "Anne Guillou, ci-après désignée « BI »\n\n"
    "d’autre part,\n\nIl est convenu ce qui suit :\n\n"
    "SOMMAIRE\nArticle 1er : Objet .......... 2\nArticle 2 : Faire connaître les métiers "
    ".......... 2\n\n"
    "Article 1er : Objet\nLa présente convention fixe les modalités de la coopération. La FBB "
    "s’engage à tout.\n\n"
    "Article 2 : Faire connaître les métiers\n"
    "2.1 Stages\nLa FBB s’engage à :\n"
    "a) proposer 500 places de stage par an aux collégiens d’ici le 30 juin 2026 ;\n"
    "b) désigner un correspondant par département.\n"
    "La région académique informera les établissements. Les collégiens étaient 300 en 2020. Ils "
    "pourront revenir.\n\n"
    "2. 2 Visites\nBI organise chaque année trois visites pour les enseignants. Les entreprises "
    "pourront ouvrir leurs portes.\n\n"
    "Article 5 bis – Former les enseignants\n"
    "Les parties pourront organiser ensemble des formations communes. Elles veillent à leur "
    "qualité.\n\n"
    "Article 6 : Durée\nLa présente convention est conclue pour une durée de deux (2) ans, "
    "renouvelable par tacite reconduction, sauf "
    "dénonciation avec un préavis de trois mois.\n\n"
    "Article 7 : Suivi\nLe comité de suivi se réunit une fois par an.\n\n"
    "Fait à Rennes, le 12 mars 2025\n\nAnnexe 1\nArticle 1 : Liste\nLa FBB mobilisera ses "
    "adhérents.\n";

/* What is no line, and no paragraph, is cut without losing a word: reading stays as quick. */
static void
test_endless (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (CopilText) plain = NULL, structured = copil_text_new ();
  g_autoptr (GPtrArray) blocks = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (words, "%smot %u,", i ? " " : "", i);
  plain = copil_text_new_from_plain (words->str);
  copil_text_append (structured, words->str, 0, 0, FALSE);
  g_assert_cmpuint (copil_text_get_lines (plain)->len, ==, copil_text_get_lines (structured)->len);
  for (guint i = 0; i < copil_text_get_lines (plain)->len; i++)
    {
      const CopilTextLine *line = copil_text_get_lines (plain)->pdata[i];
      const CopilTextLine *same = copil_text_get_lines (structured)->pdata[i];

      g_assert_cmpuint (strlen (line->text), <=, 16384);
      g_assert_cmpstr (line->text, ==, same->text);
      g_string_append_printf (read, "%s%s", i ? " " : "", line->text);
    }
  g_assert_cmpstr (read->str, ==, words->str);
  blocks = copil_text_list_blocks (plain);
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpuint (strlen (((CopilTextBlock *)blocks->pdata[i])->text), <=, 2 * 16384 + 1);
}

/* Accents join their letters, and a run of marks that nothing needs takes no time. */
static void
test_compose (void)
{
  g_autofree char *joined = copil_text_compose ("E\u0301cole d\u2019e\u0301te\u0301, c\u0327a");
  g_autofree char *plain = copil_text_compose ("\u0301a\nb");
  g_autoptr (GString) marks = g_string_new ("e");
  g_autofree char *composed = NULL;

  g_assert_cmpstr (joined, ==, "École d’été, ça");
  g_assert_cmpstr (plain, ==, "\u0301a\nb");
  for (guint i = 0; i < 200000; i++)
    g_string_append (marks, i % 2 ? "\u0323" : "\u0301");
  composed = copil_text_compose (marks->str);
  g_assert_cmpuint (g_utf8_strlen (composed, -1), >, 190000);
}

static void
test_words (void)
{
  g_autofree char *folded = copil_text_fold ("  L’Éducation\u00a0nationale – « ŒUVRE »\n");
  static const struct
  {
    const char *text;
    int number;
  } numbers[] = { { "trois", 3 },     { "d'un", 1 },          { "une", 1 },
                  { "36", 36 },       { "vingt-quatre", 24 }, { "dix-huit", 18 },
                  { "soixante", 60 }, { "rien", 0 },          { "trente et", 30 } };
  static const struct
  {
    const char *text, *date;
  } dates[] = { { "fait le 23/11/2021", "2021-11-23" },
                { "le 1er mars 2007", "2007-03-01" },
                { "27 juin 2024", "2024-06-27" },
                { "le 31/02/2024", NULL },
                { "le 3.2.2024", "2024-02-03" },
                { "en 2024", NULL },
                { "les 22 et 23 janvier 2018", "2018-01-23" } };

  g_assert_cmpstr (folded, ==, "l'education nationale - \" oeuvre \"");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (copil_text_number (numbers[i].text), ==, numbers[i].number);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = copil_text_find_date (dates[i].text, NULL);

      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

static void
test_sentences (void)
{
  g_auto (GStrv) sentences =
      copil_text_split_sentences ("M. Durand signe (cf. l’annexe). L’article L. 124-1 s’applique, "
                                  "etc. Elle dit « oui. » Et après ?");
  g_auto (GStrv) arts =
      copil_text_split_sentences ("Les métiers d’art. La FBB agit (art. L. 124-1).");

  g_assert_cmpuint (g_strv_length (arts), ==, 2);
  g_assert_cmpuint (g_strv_length (sentences), ==, 4);
  g_assert_cmpstr (sentences[0], ==, "M. Durand signe (cf. l’annexe).");
}

static void
test_blocks (void)
{
  g_autoptr (CopilText) text = copil_text_new_from_plain (convention);
  g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
  guint n_articles = 0;
  static const char *const labels[] = { "1er", "2", "5 bis", "6", "7", "1" };

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      g_assert_cmpuint (block->start, <=, block->end);
      g_assert_cmpuint (block->end, <=, strlen (copil_text_get_source (text)));
      if (block->type == COPIL_TEXT_ARTICLE)
        g_assert_cmpstr (block->label, ==, labels[n_articles++]);
    }
  g_assert_cmpuint (n_articles, ==, G_N_ELEMENTS (labels));
}

static void
test_bullets (void)
{
  static const char *const signs[] = { "- ", "– ",       "• ", "◦ ", "― ",  "√ ", "✓ ",
                                       "o ", "* ",       "▪ ", "→ ", "> ",  "➔ ", "►\t",
                                       "□ ", "\uf0b7\t", "-",  "•",  "• √ " };
  static const char *const none[] = {
    "Les bois", "12 %", "« Un mot »", "(a)", "…", "à tous", "y a"
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *raw = g_strconcat (signs[i], "planter des chênes", NULL);
      g_autoptr (CopilText) text = copil_text_new_from_plain (raw);
      const CopilTextLine *line = copil_text_get_lines (text)->pdata[0];

      g_assert_cmpuint (line->bullet, ==, 1);
      g_assert_cmpstr (line->text, ==, "planter des chênes");
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (CopilText) text = copil_text_new_from_plain (none[i]);

      g_assert_cmpuint (((CopilTextLine *)copil_text_get_lines (text)->pdata[0])->bullet, ==, 0);
    }
}

static void
test_headings (void)
{
  static const struct
  {
    const char *line;
    CopilTextBlockType type;
    const char *label, *text;
  } cases[] = {
    { "Article 3 – Stages", COPIL_TEXT_ARTICLE, "3", "Stages" },
    { "ARTICLE 1er : OBJET", COPIL_TEXT_ARTICLE, "1er", "OBJET" },
    { "Article l - Objet", COPIL_TEXT_ARTICLE, "1", "Objet" },
    { "A R T I C L E  2 : Stages", COPIL_TEXT_ARTICLE, "2", "Stages" },
    { "Artic1e 2. Stages", COPIL_TEXT_ARTICLE, "2", "Stages" },
    { "Ar cle 2 : Stages", COPIL_TEXT_ARTICLE, "2", "Stages" },
    { "Article 5 bis – Stages", COPIL_TEXT_ARTICLE, "5 bis", "Stages" },
    { "Article 5-1 : Mixité", COPIL_TEXT_ARTICLE, "5-1", "Mixité" },
    { "Article premier. Objet", COPIL_TEXT_ARTICLE, "1", "Objet" },
    { "Article II – Stages", COPIL_TEXT_ARTICLE, "II", "Stages" },
    { "Axe n°1 : Découvrir", COPIL_TEXT_ARTICLE, "1", "Découvrir" },
    { "Orientation stratégique n° 2 : Outiller", COPIL_TEXT_ARTICLE, "2", "Outiller" },
    { "2.1 Stages", COPIL_TEXT_DECIMAL, "2.1", "Stages" },
    { "2. 9 Stages", COPIL_TEXT_DECIMAL, "2. 9", "Stages" },
    { "5.2 bis. Stages", COPIL_TEXT_DECIMAL, "5.2 bis", "Stages" },
    { "II.1. Stages", COPIL_TEXT_DECIMAL, "II.1", "Stages" },
    { "I-2 Stages", COPIL_TEXT_DECIMAL, "I-2", "Stages" },
    { "Article 4.2 : Stages", COPIL_TEXT_DECIMAL, "4.2", "Stages" },
    { "Action 1.3 – Stages", COPIL_TEXT_DECIMAL, "1.3", "Stages" },
    { "Action 1.1 : accueil des élèves", COPIL_TEXT_DECIMAL, "1.1", "accueil des élèves" },
    { "Mesure 4 : Stages", COPIL_TEXT_NUMBER, "4", "Stages" },
    { "Fiche action n° 2 bis : Stages", COPIL_TEXT_NUMBER, "2 bis", "Stages" },
    { "3° Stages", COPIL_TEXT_NUMBER, "3", "Stages" },
    { "b) Stages", COPIL_TEXT_LETTER, "b", "Stages" },
    { "TITRE II – Stages", COPIL_TEXT_SECTION, "II", "Stages" },
    { "Chapitre Ier – Stages", COPIL_TEXT_SECTION, "I", "Stages" },
    { "Annexe 1 – Stages", COPIL_TEXT_ANNEX, "1", "Stages" },
    { "27 JUIN 2024", COPIL_TEXT_PARAGRAPH, NULL, "27 JUIN 2024" },
    { "Article 3 de la convention.", COPIL_TEXT_PARAGRAPH, NULL, "Article 3 de la convention." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilText) text = copil_text_new_from_plain (cases[i].line);
      g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
      const CopilTextBlock *block = blocks->pdata[0];

      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (block->type, ==, cases[i].type);
      g_assert_cmpstr (block->label, ==, cases[i].label);
      g_assert_cmpstr (block->text, ==, cases[i].text);
    }
}

/* What a page's width, its number and its header do to a text is undone. */
static void
test_pages (void)
{
  static const char page[] =
      "Article 2 : Faire connaître à toutes les familles les métiers du bois et de la fo-\n"
      "rêt\n"
      "La FBB s’engage à proposer chaque année aux collégiens de Bretagne un après-midi de\n"
      "découverte dans ses ateliers, avec des sous-\n"
      "traitants et leurs appren-\n"
      "tis. L’après-midi est gratuit. Ses sous-traitants sont des artisans, et la visite de\n"
      "- 3 -\n"
      "Fédération du bois                                        Convention de partenariat\n"
      "leurs ateliers est guidée.\n"
      "Article 3 : Durée\n";
  g_autoptr (CopilText) text = copil_text_new_from_plain (page);
  g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
  const CopilTextBlock *block;

  g_assert_cmpuint (blocks->len, ==, 3);
  block = blocks->pdata[0];
  g_assert_cmpstr (block->text, ==,
                   "Faire connaître à toutes les familles les métiers du bois et de la forêt");
  block = blocks->pdata[1];
  g_assert_cmpstr (
      block->text, ==,
      "La FBB s’engage à proposer chaque année aux collégiens de Bretagne un après-midi "
      "de découverte dans ses ateliers, avec des sous-traitants et leurs apprentis. "
      "L’après-midi est gratuit. Ses sous-traitants sont des artisans, et la visite de "
      "leurs ateliers est guidée.");
}

/* The ways in which a convention presents who signs it. */
static void
test_parties (void)
{
  static const struct
  {
    const char *text;
    const char *names[3], *shorts[3];
    int sides[3];
  } cases[] = {
    { "Convention\n\nEntre l’académie de Brest, représentée par Mme A, rectrice, d’une part, et "
      "le MEDEF Armor, représenté par M. B, d’autre part, il est convenu ce qui suit.\n\n",
      { "l’académie de Brest", "le MEDEF Armor" },
      { NULL, NULL },
      { 1, 2 } },
    { "Accord-cadre entre A et B\n\nentre le ministère de l’éducation nationale, de la jeunesse et "
      "des sports, représenté par son directeur général, désigné sous le terme « le ministère "
      "»,\n\n"
      "et la société Orme, société anonyme au capital de 3 000 euros, dont le siège est 4 place du "
      "Lac, 92400 Courbevoie, désignée sous le terme « l’entreprise »,\n\nconviennent de ce qui "
      "suit :\n\n",
      { "le ministère de l’éducation nationale, de la jeunesse et des sports", "la société Orme" },
      { "le ministère", "l’entreprise" },
      { 1, 2 } },
    { "Protocole\n\nEntre :\n\n- Rectorat de Brest (Rectorat), représenté par M. A, recteur ;\n"
      "- Chambre de commerce de Brest (CCI), quai Sud, 29200 Brest, représentée par M. B ;\n\n"
      "Il est convenu ce qui suit\n\n",
      { "Rectorat de Brest", "Chambre de commerce de Brest" },
      { "Rectorat", "CCI" },
      { 1, 2 } },
    { "CONVENTION\n\nD’une part :\nL’académie de Brest,\nReprésentée par son recteur,\n"
      "Ci-après « l’Académie »\n\nD’autre part :\nL’Union du métal (UM),\nReprésentée par Mme "
      "B,\n\n"
      "PRÉAMBULE\n\n",
      { "L’académie de Brest", "L’Union du métal" },
      { "l’Académie", "UM" },
      { 1, 2 } },
    { "Convention\n\nEntre\n\n1) Monsieur A, recteur, agissant au nom et pour le compte de "
      "l’académie de Brest ;\n\n2) La société Orme SAS, représentée par Mme B ;\n\n3) La Région "
      "Armor, représentée par sa présidente.\n\nIl a été décidé ce qui suit :\n\n",
      { "l’académie de Brest", "La société Orme SAS", "La Région Armor" },
      { NULL, NULL, NULL },
      { 1, 2, 2 } },
    { "Convention\n\nEntre\n\nLe ministère du Travail, représenté par M. A,\n\nL’Agence du "
      "métier, représentée par Mme B,\n\n(ci-après respectivement « le MT » et « l’Agence »)\n\n"
      "Préambule\n\n",
      { "Le ministère du Travail", "L’Agence du métier" },
      { "le MT", "l’Agence" },
      { 1, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = g_strconcat (
          cases[i].text, "Article 1 – Objet\n\nUn.\n\nArticle 2 – Durée\n\nDeux.\n", NULL);
      g_autoptr (CopilText) text = copil_text_new_from_plain (whole);
      g_autoptr (CopilDraft) draft = copil_draft_new (text);
      GPtrArray *parties = copil_draft_get_parties (draft);
      guint n = 0;

      g_test_message ("%s", cases[i].text);
      while (n < 3 && cases[i].names[n])
        n++;
      g_assert_cmpuint (parties->len, ==, n);
      for (guint k = 0; k < n; k++)
        {
          const CopilTextParty *party = parties->pdata[k];

          g_assert_cmpstr (party->name, ==, cases[i].names[k]);
          g_assert_cmpstr (party->short_name, ==, cases[i].shorts[k]);
          g_assert_cmpint (party->side, ==, cases[i].sides[k]);
        }
    }
}

static void
test_clauses (void)
{
  static const struct
  {
    const char *sentence, *field, *value;
  } cases[] = {
    { "La convention est conclue pour trois années scolaires.", "duration_months", "36" },
    { "Elle est signée pour une durée de trois (3) ans.", "duration_months", "36" },
    { "La charte demeure en vigueur pendant cinq ans.", "duration_months", "60" },
    { "La convention s’applique du 1er septembre 2024 au 31 août 2028.", "duration_months", "48" },
    { "Un stage est d’une durée de deux mois.", "duration_months", NULL },
    { "La convention ne peut faire l’objet d’une reconduction tacite.", "renewal", "none" },
    { "La convention est renouvelable par tacite reconduction.", "renewal", "tacit" },
    { "La convention ne peut être prolongée que par avenant exprès.", "renewal", "conditional" },
    { "Le mandat du président est renouvelable une fois.", "renewal", NULL },
    { "Chacun peut se retirer moyennant un préavis de six mois.", "notice_months", "6" },
    { "Une partie peut se retirer en prévenant les autres un mois à l’avance.", "notice_months",
      "1" },
    { "La dénonciation prend effet trois mois après sa notification.", "notice_months", "3" },
    { "Fait à Lyon, le  1 6 JUIN 2023", "signed", "2023-06-16" },
    { "Fait à Rennes, le 12/03/24, en trois exemplaires", "signed", "2024-03-12" },
    { "Fait au Creusot, le 24 janv. 2017", "signed", "2017-01-24" },
    { "Fait à Nantes, le l0 JAN. 2O22", "signed", "2022-01-10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilText) text = copil_text_new_from_plain (cases[i].sentence);
      g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
      g_autoptr (GPtrArray) clauses = copil_text_list_clauses (blocks);
      const char *found = NULL;

      for (guint k = 0; k < clauses->len; k++)
        if (g_str_equal (((CopilTextClause *)clauses->pdata[k])->field, cases[i].field))
          found = ((CopilTextClause *)clauses->pdata[k])->value;
      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpstr (found, ==, cases[i].value);
    }
}

/* Titles, chapters and lines as articles, and what axes hold. */
static void
test_outlines (void)
{
  static const struct
  {
    const char *text;
    const char *axes, *measures; /* "label title" of each, and of each measure, with "|" between */
  } cases[] = {
    { "I. Objet\n\nUn texte.\n\nII. Découvrir\n\na) Visites\n\nUn texte.\n\nIII. Former\n\nUn "
      "texte.\n\nIV. Durée\n\nUn texte.\n",
      "II Découvrir|III Former", "a Visites" },
    { "TITRE I – CADRE GÉNÉRAL\n\nArticle 1 – Objet\n\nUn.\n\nTITRE II – DÉCOUVRIR\n\nArticle 2 – "
      "Visites\n\nUn.\n\nArticle 3 – Forums\n\nUn.\n\nTITRE III – FORMER\n\nArticle 4 – "
      "Stages\n\nUn.\n\nTITRE IV – DISPOSITIONS FINALES\n\nArticle 5 – Durée\n\nUn.\n",
      "II DÉCOUVRIR|III FORMER", "2 Visites|3 Forums|4 Stages" },
    { "## 1. Objet\n\nUn.\n\n## 2. Les axes\n\n### Axe n°1 – Découvrir\n\nUn.\n\n### Axe n°2 – "
      "Former\n\n#### Action 2.1 – Stages\n\nUn.\n\n## 3. Gouvernance\n\nUn.\n",
      "1 Découvrir|2 Former", "2.1 Stages" },
    { "Convention\n\nL’académie de Brest, représentée par A, ci-après « l’académie "
      "»\n\nL’association "
      "B, représentée par C, ci-après « l’association »\n\nL’objet de la convention\n\nIl s’agit "
      "de permettre aux élèves de découvrir.\n\nCe que fait l’académie\n\nL’académie libère une "
      "demi-journée par semaine pour eux.\n\nLa durée\n\nLa convention vaut pour une année, celle "
      "qui vient.\n\nFait à Brest\n",
      " Ce que fait l’académie", "" },
    { "Article 1 – Objet\n\nUn.\n\nArticle 2 – Durée\n\nUn.\n\nAnnexe – Programme\n\nFiche action "
      "n° "
      "1 : Stages\n\nUn.\n\nFiche action n° 2 : Forums\n\nUn.\n",
      "1 Stages|2 Forums", "" },
    { "TITRE PREMIER – DISPOSITIONS GÉNÉRALES\n\nArticle 1 – Objet\n\nUn.\n\nTITRE DEUXIÈME – "
      "CHAMPS DE "
      "COOPÉRATION\n\nArticle 2 – Stages\n\nI – Au lycée\n\nUn.\n\nII – Au "
      "collège\n\nUn.\n\nArticle 3 "
      "– Forums\n\nI – En ville\n\nUn.\n\nTITRE TROISIÈME – DISPOSITIONS FINALES\n\nArticle 4 – "
      "Durée\n\nUn.\n",
      "2 Stages|3 Forums", "I Au lycée|II Au collège|I En ville" },
    /* numbers in capitals and in small letters that count on together */
    { "1. Objet\n\nUn.\n\n2. ACCUEILLIR\n\n2.1. Stages\n\nUn.\n\n3. FORMER\n\nUn.\n\n4. "
      "Durée\n\nUn.\n\n5. Résiliation\n\nUn.\n",
      "2 ACCUEILLIR|3 FORMER", "2.1 Stages" },
    /* capital letters, with small ones or numbers under them */
    { "A. Objet\n\nUn.\n\nB. Découvrir\n\n1. Visites\n\nUn.\n\n2. Forums\n\nUn.\n\nC. "
      "Former\n\n1. Stages\n\nUn.\n\nD. Durée\n\nUn.\n",
      "B Découvrir|C Former", "1 Visites|2 Forums|1 Stages" },
    { "A – Objet\n\nUn.\n\nB – Découvrir\n\na) Visites\n\nUn.\n\nb) Forums\n\nUn.\n\nC – "
      "Former\n\nUn.\n\nD – Durée\n\nUn.\n",
      "B Découvrir|C Former", "a Visites|b Forums" },
    /* strokes, paragraph signs, letters under Roman numbers */
    { "I/ Objet\n\nUn.\n\nII/ Découvrir\n\n1/ Visites\n\nUn.\n\nIII/ Durée\n\nUn.\n",
      "II Découvrir", "1 Visites" },
    { "§ 1. Objet\n\nUn.\n\n§ 2. Découvrir\n\n§ 2.1. Visites\n\nUn.\n\n§ 3. Durée\n\nUn.\n",
      "2 Découvrir", "2.1 Visites" },
    { "I) Objet\n\nUn.\n\nII) Découvrir\n\nII-A) Visites\n\nUn.\n\nIII) Durée\n\nUn.\n",
      "II Découvrir", "II-A Visites" },
    /* what ranks lower than "Objet" and "Durée" is part of an article */
    { "# Convention\n\nEntre A et B il est convenu\n\n## Objet\n\nUn.\n\n## Découvrir\n\n### "
      "Visites\n\nUn.\n\n## Durée\n\nUn.\n",
      " Découvrir", " Visites" },
    /* chapters in small letters, whose articles tell whether they are axes; questions */
    { "**Chapitre premier : but de la convention**\n\nUn.\n\n**Chapitre deux : "
      "préparer**\n\nArticle 1 – Visites\n\nUn.\n\nArticle 2 – Forums\n\nUn.\n\n**Chapitre "
      "trois : former**\n\nArticle 3 – Stages\n\nUn.\n\n**Chapitre quatre : "
      "ensemble**\n\nArticle 4 – Comité de suivi\n\nUn.\n\nArticle 5 – Durée\n\nUn.\n",
      "deux préparer|trois former", "1 Visites|2 Forums|3 Stages" },
    { "Article 1. Quel est l’objet de la convention ?\n\nUn.\n\nArticle 2. Comment les élèves "
      "découvrent-ils ?\n\nUn.\n\nArticle 3. Qui suit la convention ?\n\nUn.\n\nArticle 4. Et en "
      "cas de différend ?\n\nUn.\n",
      "2 Comment les élèves découvrent-ils ?", "" },
    /* numbers in italics, under letters */
    { "**I. Objet**\n\nUn.\n\n**II. Découvrir**\n\n*A. Les classes*\n\n*1. "
      "Ouverture*\n\nUn.\n\n*2. "
      "Contenu*\n\nUn.\n\n**III. Durée**\n\nUn.\n",
      "II Découvrir", "A Les classes|1 Ouverture|2 Contenu" },
    { "Objectif 1 : découvrir\n\nSous-objectif 1-1 : les visites\n\nUn.\n\nSous-objectif 1-2 : les "
      "stages\n\nUn.\n\nObjectif 2 : former\n\nUn.\n",
      "1 découvrir|2 former", "1-1 les visites|1-2 les stages" },
    /* what only announces the axes, and articles without title that promise nothing */
    { "Article 1 – Objet\n\nUn.\n\nArticle 2 – Domaines d’intervention\n\nTrois domaines sont "
      "retenus.\n\nArticle 3 – Découvrir\n\nUn.\n\nArticle 4\n\nLes 3 premiers articles "
      "demeurent "
      "inchangés.\n\nArticle 5 – Former\n\nUn.\n\nArticle 6 – Durée\n\nUn.\n",
      "3 Découvrir|5 Former", "" },
    { "Article 1 – Objet\n\nUn.\n\nTITRE II – LES ENGAGEMENTS\n\nArticle 4 – "
      "Découvrir\n\nUn.\n\nArticle "
      "5 – Former\n\nUn.\n\nArticle 2\n\nUn mot est remplacé.\n",
      "4 Découvrir|5 Former", "" },
    /* what an amendment quotes */
    { "Article 1 – Objet\n\nUn.\n\n« Article 2 – Découvrir\n\n**« 2.1. Visites**\n\n« Un.\n\n« "
      "2.2. Forums\n\n« Deux. »\n\nArticle 3 – Durée\n\nUn.\n",
      "2 Découvrir", "2.1 Visites|2.2 Forums" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilText) text = copil_text_new_from_plain (cases[i].text);
      g_autoptr (CopilDraft) draft = copil_draft_new (text);
      GPtrArray *nodes = copil_draft_get_nodes (draft);
      g_autoptr (GString) axes = g_string_new (NULL), measures = g_string_new (NULL);

      for (guint n = 0; n < nodes->len; n++)
        {
          const CopilDraftNode *node = nodes->pdata[n];

          if (node->kind != COPIL_DRAFT_AXIS)
            continue;
          g_string_append_printf (axes, "%s%s %s", axes->len ? "|" : "",
                                  node->label ? node->label : "", node->text);
          for (guint k = 0; k < node->children->len; k++)
            {
              const CopilDraftNode *child = node->children->pdata[k];

              if (child->kind == COPIL_DRAFT_MEASURE)
                g_string_append_printf (measures, "%s%s %s", measures->len ? "|" : "",
                                        child->label ? child->label : "", child->text);
            }
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (axes->str, ==, cases[i].axes);
      g_assert_cmpstr (measures->str, ==, cases[i].measures);
    }
}

/* Which of the parties commit: bits, or 0. */
static void
assert_engages (CopilTextParties *parties, const char *sentence, CopilTextForce force, guint64 set)
{
  CopilTextActors actors = { .last = 1 };
  CopilTextPartySet found;
  gboolean sure;
  CopilTextForce said = copil_text_engage_read (parties, sentence, &actors, &found, &sure);

  if (said != force || (force && found != set))
    g_error ("%s: %d %" G_GUINT64_FORMAT, sentence, said, found);
}

static void
test_engagements (void)
{
  g_autoptr (CopilText) text = copil_text_new_from_plain (convention);
  g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
  guint first = 0;
  g_autoptr (CopilTextParties) parties = NULL;

  while (((CopilTextBlock *)blocks->pdata[first])->type != COPIL_TEXT_ARTICLE)
    first++;
  parties = copil_text_parties_find (blocks, first);
  g_assert_cmpuint (copil_text_parties_get (parties)->len, ==, 3);
  assert_engages (parties, "La FBB s’engage à planter.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "En lien avec la région académique, BI mobilisera ses membres.",
                  COPIL_TEXT_MUST, 4);
  assert_engages (parties, "La FBB et BI encouragent les échanges.", COPIL_TEXT_MUST, 6);
  assert_engages (parties, "La FBB peut prêter du matériel.", COPIL_TEXT_MAY, 2);
  assert_engages (parties, "Les signataires conviennent d’un calendrier.", COPIL_TEXT_MUST, 7);
  assert_engages (parties, "Elle mobilisera son réseau.", COPIL_TEXT_MUST, 1);
  assert_engages (parties, "Les outils seront validés conjointement.", COPIL_TEXT_MUST, 7);
  assert_engages (parties, "Les résultats pourront être diffusés par la FBB.", COPIL_TEXT_MAY, 2);
  assert_engages (parties, "La FBB diffuse ce guide.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "La FBB et ses adhérents accueillent les élèves.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Les entreprises de la FBB accueillent les élèves.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Chacune des parties désigne un référent.", COPIL_TEXT_MUST, 7);
  assert_engages (parties, "Chaque signataire peut y mettre fin.", COPIL_TEXT_MAY, 7);
  assert_engages (parties, "La rectrice nomme un correspondant.", COPIL_TEXT_MUST, 1);
  assert_engages (parties, "Les corps d’inspection veilleront à ce guide.", COPIL_TEXT_MUST, 1);
  assert_engages (parties, "L’association offre des outils.", COPIL_TEXT_MUST, 4);
  assert_engages (parties, "Il appartient à BI de transmettre la liste.", COPIL_TEXT_MUST, 4);
  assert_engages (parties, "Les frais sont à la charge de la FBB.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Les visites sont organisées par BI et la FBB.", COPIL_TEXT_MUST, 6);
  assert_engages (parties, "La FBB est chargée du suivi.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Quant à la FBB, elle forme les tuteurs.", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Avec BI, la FBB forme les tuteurs.", COPIL_TEXT_MUST, 6);
  assert_engages (parties, "Les lycées, avec l’accord de la FBB, ouvrent un module.",
                  COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Afin de former les tuteurs, la FBB :", COPIL_TEXT_MUST, 2);
  assert_engages (parties, "Côté BI :", COPIL_TEXT_MUST, 4);
  assert_engages (parties, "Les inspecteurs de la spécialité proposent un guide.", COPIL_TEXT_MUST,
                  1);
  assert_engages (parties, "Ces deux organisations proposent un guide.", COPIL_TEXT_MUST, 6);
  assert_engages (parties, "Tous deux proposent un guide.", COPIL_TEXT_MUST, 1);
  /* Not engagements: a state, the past, the conditional, somebody else, a relative clause. */
  assert_engages (parties, "La FBB est membre du campus.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB regroupait trente entreprises.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB devrait le permettre.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB a souhaité ce forum.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB ne finance pas les repas.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "Considérant que la FBB forme les tuteurs.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La convention vise à rapprocher la FBB et BI.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "Les collégiens visiteront une scierie.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "Le lycée que la FBB avait choisi ouvrira demain.", COPIL_TEXT_NOTHING,
                  0);
  assert_engages (parties, "Les parties conviennent de l’importance du bois.", COPIL_TEXT_NOTHING,
                  0);
}

static const CopilDraftNode *
find (GPtrArray *nodes, CopilDraftKind kind, const char *label)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const CopilDraftNode *node = nodes->pdata[i];

      if (node->kind == kind && (!label || g_strcmp0 (node->label, label) == 0))
        return node;
    }
  return NULL;
}

static void
test_draft (void)
{
  g_autoptr (CopilText) text = copil_text_new_from_plain (convention);
  g_autoptr (CopilDraft) draft = copil_draft_new (text);
  GPtrArray *nodes = copil_draft_get_nodes (draft);
  const CopilDraftNode *axis, *measure, *engagement;
  static const char *const fields[][2] = { { "signed", "2025-03-12" },
                                           { "duration_months", "24" },
                                           { "renewal", "tacit" },
                                           { "notice_months", "3" },
                                           { "meetings_per_year", "1" } };
  guint n_axes = 0;

  g_assert_cmpstr (copil_draft_get_title (draft), ==, "CONVENTION DE PARTENARIAT");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const CopilDraftNode *field = find (nodes, COPIL_DRAFT_FIELD, fields[i][0]);

      g_assert_nonnull (field);
      g_assert_cmpstr (field->text, ==, fields[i][1]);
    }
  for (guint i = 0; i < nodes->len; i++)
    n_axes += ((CopilDraftNode *)nodes->pdata[i])->kind == COPIL_DRAFT_AXIS;
  g_assert_cmpuint (n_axes, ==, 2);
  axis = find (nodes, COPIL_DRAFT_AXIS, "2");
  g_assert_cmpstr (axis->text, ==, "Faire connaître les métiers");
  measure = find (axis->children, COPIL_DRAFT_MEASURE, "2.1");
  g_assert_cmpstr (measure->text, ==, "Stages");
  engagement = find (measure->children, COPIL_DRAFT_ENGAGEMENT, NULL);
  g_assert_true (g_str_has_prefix (engagement->text, "proposer 500 places"));
  g_assert_cmpuint (engagement->parties, ==, 2);
  g_assert_cmpstr (engagement->date, ==, "2026-06-30");
  g_assert_cmpfloat (engagement->quantity, ==, 500);
  g_assert_nonnull (find (measure->children, COPIL_DRAFT_INDICATOR, NULL));
  measure = find (axis->children, COPIL_DRAFT_MEASURE, "2. 2"); /* as printed */
  g_assert_cmpuint (measure->children->len, ==, 1);
  g_assert_nonnull (find (nodes, COPIL_DRAFT_AXIS, "5 bis"));
  g_assert_nonnull (find (nodes, COPIL_DRAFT_ARTICLE, "6"));
  /* What an article says that is no axis is read, and not taken over. */
  axis = find (nodes, COPIL_DRAFT_ARTICLE, "1er");
  engagement = find (axis->children, COPIL_DRAFT_ENGAGEMENT, NULL);
  g_assert_cmpstr (engagement->text, ==, "La FBB s’engage à tout.");
  g_assert_true (engagement->doubtful);
  g_assert_false (engagement->accepted || axis->accepted);
}

/* A heading that says whose part this is speaks for the list under it. */
static void
test_parts (void)
{
  g_autoptr (CopilText) text = copil_text_new_from_plain (
      "Entre\n\nL’académie de Brest, représentée par A, ci-après « l’académie »,\n\net\n\nLa "
      "société Beta, représentée par C, ci-après « Beta »,\n\nArticle 1 – Objet\n\nUn.\n\nArticle "
      "2 "
      "– Missions\n\n2.1 Ce qui incombe à Beta\n\nÀ ce titre, elle :\n\n- équipe les salariés "
      ";\n- évalue le montant du don.\n\n2.2 Dons\n\nEngagements de Beta : don de matériel ; "
      "accueil "
      "de stagiaires.\n\nArticle 3 – Durée\n\nUn.\n");
  g_autoptr (CopilDraft) draft = copil_draft_new (text);
  const CopilDraftNode *axis = find (copil_draft_get_nodes (draft), COPIL_DRAFT_AXIS, "2");
  const CopilDraftNode *measure = find (axis->children, COPIL_DRAFT_MEASURE, "2.1");

  g_assert_cmpuint (measure->children->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (((CopilDraftNode *)measure->children->pdata[i])->parties, ==, 2);
  measure = find (axis->children, COPIL_DRAFT_MEASURE, "2.2");
  g_assert_cmpuint (measure->children->len, ==, 2);
  g_assert_cmpstr (((CopilDraftNode *)measure->children->pdata[0])->text, ==, "don de matériel");
}

/* Any text gives a draft, whatever it is made of. */
static void
test_odd_texts (void)
{
  static const char *const odd[] = { "",
                                     "\n\n",
                                     "Article 1",
                                     "Article 1\nArticle 2\nArticle 3",
                                     "- - - -",
                                     "::::",
                                     "1.1.1.1.1.1 A",
                                     "Entre\net\nd’une part\nd’autre part",
                                     "Article 2 – X\n- a :\n  - b :\n    - c",
                                     "«««« »»»»",
                                     "ANNEXE\n\nANNEXE 1\n",
                                     "Fait le 99/99/9999",
                                     "entre A et B, d’une part, et C, d’autre part" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (CopilText) text = copil_text_new_from_plain (odd[i]);
      g_autoptr (CopilDraft) draft = copil_draft_new (text);

      g_assert_nonnull (copil_draft_get_nodes (draft));
    }
  /* Pieces of a convention in any order. */
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_auto (GStrv) lines = g_strsplit (convention, "\n", -1);
      g_autoptr (GString) mixed = g_string_new (NULL);
      guint n = g_strv_length (lines);

      for (guint i = 0; i < n; i++)
        {
          const char *line = lines[g_rand_int_range (random, 0, (gint32)n)];
          glong from = g_rand_int_range (random, 0, 12), length = g_utf8_strlen (line, -1);
          g_autofree char *piece = g_utf8_substring (line, MIN (from, length), length);

          g_string_append (mixed, piece);
          g_string_append (mixed, g_rand_boolean (random) ? "\n" : "\n\n");
        }
      {
        g_autoptr (CopilText) text = copil_text_new_from_plain (mixed->str);
        g_autoptr (CopilDraft) draft = copil_draft_new (text);

        g_assert_nonnull (copil_draft_get_parties (draft));
      }
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *source;
  } cases[] = { { "\xef\xbb\xbf"
                  "Acad\xc3\xa9mie",
                  12, "Académie" },
                { "Acad\xe9mie \x80", 10, "Académie €" },
                { "\xff\xfe"
                  "A\0c\0",
                  6, "Ac" },
                { "\xfe\xff\0A\0c", 6, "Ac" },
                { "e\xcc\x81t\xc3\xa9", 6, "été" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilText) text = copil_text_read_plain (cases[i].bytes, cases[i].length, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (copil_text_get_source (text), ==, cases[i].source);
    }
  g_assert_null (copil_text_read_plain (" \n ", 3, &error));
  g_assert_error (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (copil_text_read_plain ("\x01\0\xff\xfe\0\x03", 6, &error));
  g_assert_error (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/endless", test_endless);
  g_test_add_func ("/text/compose", test_compose);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/sentences", test_sentences);
  g_test_add_func ("/text/blocks", test_blocks);
  g_test_add_func ("/text/bullets", test_bullets);
  g_test_add_func ("/text/headings", test_headings);
  g_test_add_func ("/text/pages", test_pages);
  g_test_add_func ("/text/parties", test_parties);
  g_test_add_func ("/text/clauses", test_clauses);
  g_test_add_func ("/text/outlines", test_outlines);
  g_test_add_func ("/text/engagements", test_engagements);
  g_test_add_func ("/text/draft", test_draft);
  g_test_add_func ("/text/parts", test_parts);
  g_test_add_func ("/text/odd-texts", test_odd_texts);
  g_test_add_func ("/text/encodings", test_encodings);
  return g_test_run ();
}
