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

/* Which of the parties commit: bits, or 0. */
static void
assert_engages (CopilTextParties *parties, const char *sentence, CopilTextForce force, guint64 set)
{
  CopilTextActors actors = { 1, 0 };
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
  /* Not engagements: a state, the past, the conditional, somebody else, a relative clause. */
  assert_engages (parties, "La FBB est membre du campus.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB regroupait trente entreprises.", COPIL_TEXT_NOTHING, 0);
  assert_engages (parties, "La FBB devrait le permettre.", COPIL_TEXT_NOTHING, 0);
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
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/sentences", test_sentences);
  g_test_add_func ("/text/blocks", test_blocks);
  g_test_add_func ("/text/engagements", test_engagements);
  g_test_add_func ("/text/draft", test_draft);
  g_test_add_func ("/text/odd-texts", test_odd_texts);
  g_test_add_func ("/text/encodings", test_encodings);
  return g_test_run ();
}
