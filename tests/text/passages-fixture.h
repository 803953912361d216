/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file with a convention's text taken over, for the tests of what is done with its passages. The
 * text is made up. */
#pragma once

#include "copil-passage-edit.h"
#include "copil-passage.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
  gint64 source;
} Fixture;

/* Three axes with measures, engagements and an indicator with targets, two articles that are no
 * axis, two parties. */
extern const char fixture_text[];

/* For g_test_add(): an empty file, and one that has taken fixture_text over. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_set_up_taken (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Takes the text over; "source" becomes it. */
void fixture_take (Fixture *fixture, const char *text);

/* The text with one passage of it in other words; it has to be there once. Free with g_free(). */
char *fixture_amend (const char *text, const char *before, const char *after);

/* The proposal whose text begins so; the first one, or the one of that kind. */
gint64 fixture_find (Fixture *fixture, const char *text);

/* The proposals as an outline, a line each: two spaces for each level, a letter for the kind
 * (Party, Axis, aRticle, Measure, Engagement, Indicator, Target), the label, the first words, and
 * marks: "+" accepted, "x" set aside, "?" doubtful, "!" gone, "=" the same, "~" with the fields
 * changed. Fields of the convention are left out. "branch" is the id of one to print with what
 * stands under it, 0 for all. */
char *fixture_outline (Fixture *fixture, gint64 branch);

/* The records in the same form, without marks. */
char *fixture_records (Fixture *fixture);

/* All columns of all tables but the journal. */
char *fixture_dump (CopilStore *store);

/* The value of a field of the record that a proposal became or is about. */
char *fixture_get (Fixture *fixture, gint64 proposal, const char *field);
gint64 fixture_get_record (Fixture *fixture, gint64 proposal);
char *fixture_field (CopilStore *store, const char *kind, gint64 id, const char *field);

/* One edit by hand of a record, and one record more. */
void fixture_edit (CopilStore *store, const char *kind, gint64 id, const char *field,
                   const char *value);
gint64 fixture_add (CopilStore *store, const char *kind, const char *f1, const char *v1,
                    const char *f2, const char *v2);

/* Accepts one with what stands under it; id 0: all. */
void fixture_accept (Fixture *fixture, gint64 id);

/* That the last correction can be taken back and done again, column by column: "before" is the dump
 * from before it. */
void fixture_check_undo (Fixture *fixture, const char *before);

/* That the tree is one: the order is that of the tree, each stands under what can hold it, what is
 * accepted is a record under the records of what it stands under, and what is stored settles to
 * itself. */
void fixture_check_tree (Fixture *fixture);

#define fixture_assert_outline(fixture, branch, expected)                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *fixture_outline_ = fixture_outline (fixture, branch);                         \
    g_assert_cmpstr (fixture_outline_, ==, expected);                                              \
  }                                                                                                \
  G_STMT_END

#define fixture_assert_records(fixture, expected)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *fixture_records_ = fixture_records (fixture);                                 \
    g_assert_cmpstr (fixture_records_, ==, expected);                                              \
  }                                                                                                \
  G_STMT_END

#define fixture_assert_get(fixture, proposal, field, expected)                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *fixture_get_ = fixture_get (fixture, proposal, field);                        \
    g_assert_cmpstr (fixture_get_, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END
