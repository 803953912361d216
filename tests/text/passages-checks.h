/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of corrections share: to do one or have it refused, and to look at what it gave.
 */
#pragma once

#include <string.h>

#include "copil-query.h"
#include "passages-fixture.h"

/* A correction that is to be done. */
#define DO(call)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *before_ = fixture_dump (f->store);                                            \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (call) != 0;                                                                  \
                                                                                                   \
    g_assert_no_error (error);                                                                     \
    g_assert_true (done_);                                                                         \
    fixture_check_undo (f, before_);                                                               \
  }                                                                                                \
  G_STMT_END

/* One that is to be refused. */
#define REFUSE(call, code)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *before_ = fixture_dump (f->store), *after_ = NULL;                            \
    guint entries_ = copil_store_count_entries_after (f->store, 0);                                \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (call) != 0;                                                                  \
                                                                                                   \
    g_assert_error (error, COPIL_PASSAGE_ERROR, code);                                             \
    g_assert_false (done_);                                                                        \
    g_assert_false (copil_store_in_transaction (f->store));                                        \
    after_ = fixture_dump (f->store);                                                              \
    g_assert_cmpstr (after_, ==, before_);                                                         \
    g_assert_cmpuint (copil_store_count_entries_after (f->store, 0), ==, entries_);                \
  }                                                                                                \
  G_STMT_END

#define ACCEPT(id) DO (copil_passages_accept (f->store, f->source, &(id), 1, FALSE, &error))
#define KIND(id, kind)                                                                             \
  DO (copil_passages_set_kind (f->store, f->source, &(id), 1, COPIL_DRAFT_##kind, &error))
#define REFUSE_KIND(id, kind, code)                                                                \
  REFUSE (copil_passages_set_kind (f->store, f->source, &(id), 1, COPIL_DRAFT_##kind, &error), code)
#define PLACE_IT(id, where, other)                                                                 \
  DO (copil_passage_place (f->store, f->source, id, COPIL_PASSAGE_##where, other, &error))
#define REFUSE_PLACE(id, where, other, code)                                                       \
  REFUSE (copil_passage_place (f->store, f->source, id, COPIL_PASSAGE_##where, other, &error), code)
#define PLACE COPIL_PASSAGE_ERROR_PLACE
#define TAKEN COPIL_PASSAGE_ERROR_TAKEN
#define MISSING COPIL_PASSAGE_ERROR_MISSING

#define PARTIES "P L’académie de Valmer\nP La société Tissages du L\n"
#define STAGES                                                                                     \
  "  M 2.1 Stages\n    E accueillir 40 élèves en\n    E désigner un tuteur pour\n"              \
  "    E ouvrir un atelier aux cl\n"
#define VISITES "  M 2.2 Visites\n    E L’académie s’engage à or\n    E Elle veille à la sécurit\n"
#define RECRUTEMENT                                                                                   \
  "  M 3.1 Recrutement\n    E La société s’engage à re\n    I apprentis ?\n      T 60\n      T " \
  "80\n"
#define TUTEURS "  M 3.2 Formation des tuteurs\n    E Les parties pourront for\n"
#define AXIS2 "A 2 Découverte des métiers ?\n" STAGES VISITES
#define AXIS3 "A 3 Apprentissage ?\n  E La société s’engage à pu\n" RECRUTEMENT TUTEURS
#define AXIS4 "A 4 Orientation ?\n  M 4.1 Forum\n    E L’académie s’engage à te\n"

static inline char *
print_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static inline gint64
next_of (Fixture *f, gint64 id)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  guint place = copil_passages_find (proposals, id);

  g_assert_cmpuint (place + 1, <, proposals->len);
  return ((CopilPassage *)proposals->pdata[place + 1])->id;
}

/* What the text says where the proposal stands in it. */
static inline char *
dup_span (Fixture *f, gint64 id)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  g_autofree char *text = copil_source_dup_text (f->store, f->source);
  const CopilPassage *proposal = proposals->pdata[copil_passages_find (proposals, id)];

  g_assert_cmpuint (proposal->end, >, proposal->start);
  g_assert_cmpuint (proposal->end, <=, strlen (text));
  return g_strndup (text + proposal->start, proposal->end - proposal->start);
}

static inline void
assert_span (Fixture *f, gint64 id, const char *expected)
{
  g_autofree char *span = dup_span (f, id);

  g_assert_cmpstr (span, ==, expected);
}

static inline char *
dup_column (Fixture *f, gint64 id, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM passage WHERE id = ?", column);

  return copil_store_query_dup_text (f->store, sql, "i", id);
}

static inline void
assert_column (Fixture *f, gint64 id, const char *column, const char *expected)
{
  g_autofree char *value = dup_column (f, id, column);

  g_assert_cmpstr (value, ==, expected);
}

static inline gint64
find_field (Fixture *f, const char *name)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->kind == COPIL_DRAFT_FIELD && g_str_equal (proposal->label, name))
        return proposal->id;
    }
  g_assert_not_reached ();
}
