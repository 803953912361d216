/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passages-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-read.h"
#include "../support/scratch.h"

const char fixture_text[] =
    "CONVENTION DE\nCOOPÉRATION\n\nEntre\n\n"
    "L’académie de Valmer, 3 place du Port, 12345 Valmer, représentée par Mme Inès Caron, "
    "rectrice, "
    "ci-après dénommée « l’académie »,\nd’une part,\n\net\n\n"
    "La société Tissages du Littoral, 8 quai des Filets, 12346 Grandport, représentée par M. Paul "
    "Rey, directeur, ci-après dénommée « la société »,\nd’autre part,\n\n"
    "Il est convenu ce qui suit :\n\n"
    "Article 1 – Objet\n\nLa présente convention fixe le cadre de la coopération.\n\n"
    "Article 2 – Découverte des métiers\n\n"
    "2.1 Stages\n\nLa société s’engage à :\n"
    "- accueillir 40 élèves en stage chaque année ;\n"
    "- désigner un tuteur pour chaque élève ;\n"
    "- ouvrir un atelier aux classes de troisième.\n\n"
    "2.2 Visites\n\nL’académie s’engage à organiser trois visites par trimestre. Elle veille à la "
    "sécurité des\nélèves pendant le trajet.\n\n"
    "Article 3 – Apprentissage\n\n"
    "La société s’engage à publier ses offres sur une page commune.\n\n"
    "3.1 Recrutement\n\nLa société s’engage à recruter des apprentis, avec pour objectif "
    "d’atteindre 60 apprentis fin 2027 et 80 fin 2028.\n\n"
    "3.2 Formation des tuteurs\n\n"
    "Les parties pourront former ensemble les tuteurs d’ici le 30 juin 2027.\n\n"
    "Article 4 – Orientation\n\n4.1 Forum\n\n"
    "L’académie s’engage à tenir un forum au printemps avec des salariés de chaque métier.\n\n"
    "Article 5 – Durée\n\nLa présente convention est conclue pour une durée de trois ans.\n\n"
    "Article 6 – Communication\n\nLes documents portent le nom des signataires.\n\n"
    "Fait à Valmer, le 4 mai 2026\n";

/* --- the file --- */

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void)data;
  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.copil", NULL);
  fixture->store = copil_store_create (fixture->path, "CONVENTION DE COOPÉRATION", &error);
  g_assert_no_error (error);
  fixture->source = 0;
}

void
fixture_set_up_taken (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  fixture_take (fixture, fixture_text);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gboolean good = copil_store_check (fixture->store, faults);

  (void)data;
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *)faults->pdata[i]);
  g_assert_true (good);
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_take (Fixture *fixture, const char *text)
{
  g_autoptr (CopilText) read = copil_text_new_from_plain (text);
  g_autoptr (CopilDraft) draft = copil_draft_new (read);
  g_autoptr (GError) error = NULL;

  fixture->source = copil_source_take (fixture->store, read, draft, "convention.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture->source, ==, copil_source_get_last (fixture->store));
  fixture_check_tree (fixture);
}

char *
fixture_amend (const char *text, const char *before, const char *after)
{
  const char *at = strstr (text, before);

  g_assert_nonnull (at);
  g_assert_null (strstr (at + 1, before));
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, after, at + strlen (before));
}

gint64
fixture_find (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (fixture->store, fixture->source);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->kind != COPIL_DRAFT_FIELD && g_str_has_prefix (proposal->text, text))
        return proposal->id;
    }
  g_test_message ("no proposal begins with “%s”", text);
  g_assert_not_reached ();
}

/* --- printing --- */

static void
print_line (GString *out, guint level, char kind, const char *label, const char *text)
{
  g_autofree char *clip = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 24));

  g_string_append_printf (out, "%*s%c", (int)(2 * level), "", kind);
  if (label && kind != 'P' && kind != 'E' && kind != 'I')
    g_string_append_printf (out, " %s", label);
  g_string_append_printf (out, " %s", g_strchomp (clip));
}

char *
fixture_outline (Fixture *fixture, gint64 branch)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (fixture->store, fixture->source);
  g_autoptr (GString) out = g_string_new (NULL);
  guint from = branch ? copil_passages_find (proposals, branch) : 0, to = proposals->len, top = 0;

  g_assert_cmpuint (from, <=, proposals->len);
  if (branch)
    {
      const CopilPassage *first = proposals->pdata[from];

      to = from + first->n_below + 1;
      top = first->level;
    }
  for (guint i = from; i < to; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->kind == COPIL_DRAFT_FIELD)
        continue;
      print_line (out, proposal->level - top, "FPAMEITR"[proposal->kind], proposal -> label,
                  proposal -> text);
      if (proposal->state == COPIL_PASSAGE_ACCEPTED)
        g_string_append (out, " +");
      if (proposal->state == COPIL_PASSAGE_ASIDE)
        g_string_append (out, " x");
      if (proposal->doubtful)
        g_string_append (out, " ?");
      if (proposal->change == COPIL_PASSAGE_GONE)
        g_string_append (out, " !");
      if (proposal->change == COPIL_PASSAGE_SAME)
        g_string_append (out, " =");
      if (proposal->change == COPIL_PASSAGE_CHANGED)
        g_string_append_printf (out, " ~%s", proposal->changed);
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
print_rows (Fixture *fixture, GString *out, guint level, char kind, const char *sql, gint64 above)
{
  g_autoptr (CopilQuery) query = strchr (sql, '?')
                                     ? copil_store_query (fixture->store, sql, "i", above)
                                     : copil_store_query (fixture->store, sql, NULL);

  while (copil_query_next (query))
    {
      const char *text = copil_query_text (query, 2);
      gint64 id = copil_query_int (query, 0);

      print_line (out, level, kind, copil_query_text (query, 1), text ? text : "");
      g_string_append_c (out, '\n');
      if (kind == 'A')
        {
          print_rows (fixture, out, 1, 'E',
                      "SELECT id, label, text FROM engagement WHERE axis = ? AND measure IS NULL"
                      " ORDER BY position, id",
                      id);
          print_rows (fixture, out, 1, 'I',
                      "SELECT id, NULL, name FROM indicator WHERE axis = ? AND measure IS NULL"
                      " ORDER BY position, id",
                      id);
          print_rows (fixture, out, 1, 'M',
                      "SELECT id, label, title FROM measure WHERE axis = ? ORDER BY position, id",
                      id);
        }
      else if (kind == 'M')
        {
          print_rows (fixture, out, 2, 'E',
                      "SELECT id, label, text FROM engagement WHERE measure = ?"
                      " ORDER BY position, id",
                      id);
          print_rows (fixture, out, 2, 'I',
                      "SELECT id, NULL, name FROM indicator WHERE measure = ?"
                      " ORDER BY position, id",
                      id);
        }
      else if (kind == 'I')
        print_rows (fixture, out, level + 1, 'T',
                    "SELECT id, NULL, date || ' ' || value FROM target WHERE indicator = ?"
                    " ORDER BY date, id",
                    id);
    }
}

char *
fixture_records (Fixture *fixture)
{
  GString *out = g_string_new (NULL);

  print_rows (fixture, out, 0, 'P', "SELECT id, NULL, name FROM party ORDER BY position, id", 0);
  print_rows (fixture, out, 0, 'A', "SELECT id, label, title FROM axis ORDER BY position, id", 0);
  return g_string_free (out, FALSE);
}

char *
fixture_dump (CopilStore *store)
{
  g_autoptr (CopilQuery) tables =
      copil_store_query (store,
                         "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'journal'"
                         " ORDER BY name",
                         NULL);
  GString *out = g_string_new (NULL);

  while (copil_query_next (tables))
    {
      const char *table = copil_query_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
      g_autoptr (CopilQuery) rows = copil_store_query (store, sql, NULL);

      g_string_append_printf (out, "[%s]\n", table);
      while (copil_query_next (rows))
        {
          for (int i = 0; i < copil_query_get_n_columns (rows); i++)
            g_string_append_printf (
                out, "%s|", copil_query_is_null (rows, i) ? "-" : copil_query_text (rows, i));
          g_string_append_c (out, '\n');
        }
    }
  return g_string_free (out, FALSE);
}

/* --- records --- */

char *
fixture_field (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get (kind), id);

  return record ? g_strdup (copil_record_get (record, field)) : g_strdup ("gone");
}

gint64
fixture_get_record (Fixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (fixture->store, fixture->source);
  guint place = copil_passages_find (proposals, id);

  g_assert_cmpuint (place, <, proposals->len);
  return ((CopilPassage *)proposals->pdata[place])->record;
}

char *
fixture_get (Fixture *fixture, gint64 id, const char *field)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (fixture->store, fixture->source);
  guint place = copil_passages_find (proposals, id);
  const CopilPassage *proposal;

  g_assert_cmpuint (place, <, proposals->len);
  proposal = proposals->pdata[place];
  g_assert_cmpint (proposal->record, !=, 0);
  return fixture_field (fixture->store, copil_passage_get_record_kind (proposal), proposal->record,
                        field);
}

void
fixture_edit (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_edit (store, copil_kind_get (kind), id, field, value, &error));
  g_assert_no_error (error);
}

gint64
fixture_add (CopilStore *store, const char *kind, const char *f1, const char *v1, const char *f2,
             const char *v2)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (copil_store_begin (store, "essai", &error));
  id = copil_store_insert (store, copil_kind_get (kind), &error, f1, v1, f2, v2, NULL);
  g_assert_no_error (error);
  g_assert_true (copil_store_commit (store, &error));
  return id;
}

void
fixture_accept (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  copil_passages_accept (fixture->store, fixture->source, &id, id ? 1 : 0, FALSE, &error);
  g_assert_no_error (error);
  fixture_check_tree (fixture);
}

/* --- what holds always --- */

void
fixture_check_undo (Fixture *fixture, const char *before)
{
  g_autofree char *after = fixture_dump (fixture->store), *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_check_tree (fixture);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  undone = fixture_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (copil_store_redo (fixture->store, &error));
  g_assert_no_error (error);
  redone = fixture_dump (fixture->store);
  g_assert_cmpstr (redone, ==, after);
}

static gboolean
can_hold (const CopilPassage *above, const CopilPassage *proposal)
{
  switch (proposal->kind)
    {
    case COPIL_DRAFT_MEASURE:
      return above->kind == COPIL_DRAFT_AXIS || above->kind == COPIL_DRAFT_ARTICLE;
    case COPIL_DRAFT_ENGAGEMENT:
    case COPIL_DRAFT_INDICATOR:
      return above->kind == COPIL_DRAFT_AXIS || above->kind == COPIL_DRAFT_ARTICLE ||
             above->kind == COPIL_DRAFT_MEASURE;
    case COPIL_DRAFT_TARGET:
      return above->kind == COPIL_DRAFT_INDICATOR;
    default:
      return FALSE;
    }
}

/* The record stands under those of what the proposal stands under. */
static void
check_record (Fixture *fixture, GPtrArray *proposals, const CopilPassage *proposal)
{
  static const char *const fields[] = {
    NULL, NULL, "axis", "measure", NULL, "indicator", NULL, NULL
  };
  const CopilKind *kind = copil_kind_get (copil_passage_get_record_kind (proposal));
  g_autoptr (CopilRecord) record = copil_store_load (fixture->store, kind, proposal->record);

  g_assert_nonnull (record);
  for (guint up = proposal->parent; up != G_MAXUINT;)
    {
      const CopilPassage *above = proposals->pdata[up];
      const char *field = fields[above->kind];

      if (field && copil_kind_get_field (kind, field))
        {
          g_assert_cmpint (above->state, ==, COPIL_PASSAGE_ACCEPTED);
          g_assert_cmpint (copil_record_get_int (record, field), ==, above->record);
        }
      up = above->parent;
    }
}

void
fixture_check_tree (Fixture *fixture)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (fixture->store, fixture->source);
  guint below = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i], *above = NULL;
      g_autofree char *level = NULL;

      if (proposal->parent != G_MAXUINT)
        {
          above = proposals->pdata[proposal->parent];
          g_assert_cmpuint (proposal->parent, <, i);
          g_assert_cmpuint (i, <=, proposal->parent + above->n_below);
          g_assert_cmpuint (i + proposal->n_below, <=, proposal->parent + above->n_below);
          g_assert_cmpuint (proposal->level, ==, above->level + 1);
          g_assert_true (can_hold (above, proposal));
          below++;
        }
      g_assert_cmpint (proposal->kind == COPIL_DRAFT_ARTICLE ? proposal->state
                                                             : COPIL_PASSAGE_PROPOSED,
                       !=, COPIL_PASSAGE_ACCEPTED);
      /* What was in the file before the text may have been moved by hand. */
      if (proposal->state == COPIL_PASSAGE_ACCEPTED &&
          (proposal->change == COPIL_PASSAGE_NEW ||
           (proposal->changed && strstr (proposal->changed, "place"))))
        check_record (fixture, proposals, proposal);
      level = copil_store_query_dup_text (fixture->store, "SELECT level FROM passage WHERE id = ?",
                                          "i", proposal->id);
      g_assert_cmpint (atoi (level), ==, proposal->level);
    }
  /* Each is counted once by each that it stands under. */
  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      for (guint j = i + 1; j <= i + proposal->n_below; j++)
        if (((CopilPassage *)proposals->pdata[j])->parent == i)
          below--;
    }
  g_assert_cmpuint (below, ==, 0);
}
