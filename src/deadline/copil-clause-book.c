/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-clause-book.h"

#include <string.h>

#include "copil-clauses.h"
#include "copil-in-force.h"
#include "copil-query.h"
#include "copil-value.h"

struct _CopilClauseBook
{
  GStringChunk *texts; /* holds every text */
  GArray *clauses, *meetings, *events, *fulfilments;
  GHashTable *parties; /* of the clauses, by their ids */
  CopilClauses convention;
  GPtrArray *committee; /* the days of its meetings */
  CopilClauseFacts facts;
};

/* A text of the row that lives as long as the book; NULL for none. */
static const char *
keep (CopilClauseBook *book, CopilQuery *query, int column)
{
  const char *text = copil_query_text (query, column);

  return text && *text ? g_string_chunk_insert_const (book->texts, text) : NULL;
}

static const char *
keep_text (CopilClauseBook *book, const char *text)
{
  return text ? g_string_chunk_insert_const (book->texts, text) : NULL;
}

static void
read_convention (CopilClauseBook *book, CopilStore *store, const char *day)
{
  g_autoptr (CopilInForce) terms = copil_in_force_read (store, day);
  CopilTerm *term = &book->facts.term;

  book->convention = copil_in_force_get_clauses (terms);
  *term = copil_in_force_get_term (terms);
  book->convention.signed_on = term->signed_on = keep_text (book, terms->signed_on);
  book->convention.effective = term->effective = keep_text (book, terms->effective);
  book->convention.expires = term->expires = keep_text (book, terms->expires);
  book->convention.renewal = term->renewal = keep_text (book, terms->renewal);
  book->facts.fiscal_month = terms->fiscal_month;
}

/* What has a name and a date, in the order of the dates. */
static GArray *
read_occasions (CopilClauseBook *book, CopilStore *store, const char *sql)
{
  GArray *occasions = g_array_new (FALSE, TRUE, sizeof (CopilOccasion));
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  while (copil_query_next (query))
    {
      CopilOccasion occasion = { keep (book, query, 0), keep (book, query, 1) };

      if (copil_date_is_valid (occasion.date))
        g_array_append_val (occasions, occasion);
    }
  return occasions;
}

static void
read_clauses (CopilClauseBook *book, CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT c.id, article, title, sort, counted_from, event, day, number, unit, direction,"
      " recurrence, limit_day, limit_month, limit_rule, (SELECT group_concat (party, ' ') FROM"
      " (SELECT party FROM clause_party WHERE clause = c.id ORDER BY party)) FROM clause c"
      " ORDER BY position, c.id",
      NULL);

  while (copil_query_next (query))
    {
      const char *month = copil_query_text (query, 12), *parties = keep (book, query, 14);
      CopilClause clause = { .id = copil_query_int (query, 0),
                             .article = keep (book, query, 1),
                             .title = keep (book, query, 2),
                             .sort = keep (book, query, 3),
                             .counted_from = keep (book, query, 4),
                             .event = keep (book, query, 5),
                             .day = keep (book, query, 6),
                             .number = CLAMP (copil_query_int (query, 7), 0, 1200),
                             .unit = keep (book, query, 8),
                             .direction = keep (book, query, 9),
                             .recurrence = keep (book, query, 10),
                             .limit_day = CLAMP (copil_query_int (query, 11), 0, 31),
                             .limit_month = month ? g_ascii_strtoll (month, NULL, 10) : 0,
                             .limit_rule = keep (book, query, 13) };
      gboolean dated = clause.counted_from != NULL;

      g_array_append_val (book->clauses, clause);
      if (parties)
        g_hash_table_insert (book->parties, g_memdup2 (&clause.id, sizeof clause.id),
                             (char *)parties);
      if (g_strcmp0 (clause.sort, "term") == 0 && !book->facts.term_article)
        {
          book->facts.term_article = clause.article;
          book->convention.clause = clause.id;
        }
      book->convention.meeting_said |= dated && g_strcmp0 (clause.sort, "meeting") == 0;
      book->convention.notice_said |=
          g_strcmp0 (clause.counted_from, "expiry") == 0 && clause.number > 0 &&
          (g_strcmp0 (clause.sort, "notice") == 0 || g_strcmp0 (clause.sort, "information") == 0);
    }
  book->convention.article = book->facts.term_article;
}

static void
read_fulfilments (CopilClauseBook *book, CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, clause, due, done, who, proof FROM fulfilment ORDER BY due, id", NULL);

  while (copil_query_next (query))
    {
      CopilFulfilment fulfilment = { copil_query_int (query, 0), copil_query_int (query, 1),
                                     keep (book, query, 2),      keep (book, query, 3),
                                     keep (book, query, 4),      keep (book, query, 5) };
      g_array_append_val (book->fulfilments, fulfilment);
    }
}

CopilClauseBook *
copil_clause_book_new (CopilStore *store, const char *day)
{
  CopilClauseBook *book = g_new0 (CopilClauseBook, 1);

  book->texts = g_string_chunk_new (4096);
  book->clauses = g_array_new (FALSE, TRUE, sizeof (CopilClause));
  book->fulfilments = g_array_new (FALSE, TRUE, sizeof (CopilFulfilment));
  book->parties = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  book->committee = g_ptr_array_new ();
  read_convention (book, store, day);
  book->meetings = read_occasions (
      book, store, "SELECT date, type FROM meeting WHERE date IS NOT NULL ORDER BY date, id");
  book->events = read_occasions (
      book, store, "SELECT date, name FROM event WHERE date IS NOT NULL ORDER BY date, id");
  read_clauses (book, store);
  read_fulfilments (book, store);
  for (guint i = 0; i < book->meetings->len; i++)
    {
      const CopilOccasion *meeting = &g_array_index (book->meetings, CopilOccasion, i);

      if (!meeting->name || g_str_equal (meeting->name, "ordinary") ||
          g_str_equal (meeting->name, "exceptional"))
        g_ptr_array_add (book->committee, (char *)meeting->date);
    }
  g_ptr_array_add (book->committee, NULL);
  book->convention.meetings = (const char *const *)book->committee->pdata;
  book->facts.meetings = (const CopilOccasion *)(void *)book->meetings->data;
  book->facts.n_meetings = book->meetings->len;
  book->facts.events = (const CopilOccasion *)(void *)book->events->data;
  book->facts.n_events = book->events->len;
  book->facts.fulfilments = (const CopilFulfilment *)(void *)book->fulfilments->data;
  book->facts.n_fulfilments = book->fulfilments->len;
  return book;
}

void
copil_clause_book_free (CopilClauseBook *book)
{
  g_array_unref (book->clauses);
  g_array_unref (book->meetings);
  g_array_unref (book->events);
  g_array_unref (book->fulfilments);
  g_hash_table_unref (book->parties);
  g_ptr_array_unref (book->committee);
  g_string_chunk_free (book->texts);
  g_free (book);
}

guint
copil_clause_book_get_n (CopilClauseBook *book)
{
  return book->clauses->len;
}

const CopilClause *
copil_clause_book_get (CopilClauseBook *book, guint place)
{
  return &g_array_index (book->clauses, CopilClause, place);
}

const CopilClauseFacts *
copil_clause_book_get_facts (CopilClauseBook *book)
{
  return &book->facts;
}

const char *
copil_clause_book_get_parties (CopilClauseBook *book, gint64 clause)
{
  return g_hash_table_lookup (book->parties, &clause);
}

static void
add_within (GPtrArray *deadlines, GPtrArray *found, CopilDeadlineFlags flags, const char *from,
            const char *to, const char *parties)
{
  for (guint i = 0; i < found->len; i++)
    {
      const CopilDeadline *deadline = found->pdata[i];
      CopilDeadline *copy;

      if (strcmp (deadline->date, from) < 0 || strcmp (deadline->date, to) > 0 ||
          ((flags & COPIL_DEADLINES_OPEN) && deadline->state == COPIL_DEADLINE_DONE))
        continue;
      copy = copil_deadline_copy (deadline);
      copy->parties = g_strdup (parties);
      g_ptr_array_add (deadlines, copy);
    }
}

void
copil_clause_book_add (CopilClauseBook *book, GPtrArray *deadlines, CopilDeadlineFlags flags,
                       const char *from, const char *to, const char *today)
{
  g_autoptr (GPtrArray) own = NULL;

  if (book->convention.id)
    {
      own = copil_clauses_get_deadlines (&book->convention, today);
      add_within (deadlines, own, flags, from, to, NULL);
    }
  for (guint i = 0; i < book->clauses->len; i++)
    {
      const CopilClause *clause = &g_array_index (book->clauses, CopilClause, i);
      g_autoptr (GPtrArray) found = copil_clause_get_deadlines (clause, &book->facts, today);

      add_within (deadlines, found, flags, from, to,
                  copil_clause_book_get_parties (book, clause->id));
    }
}
