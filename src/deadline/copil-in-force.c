/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-in-force.h"

#include <string.h>

#include "copil-query.h"
#include "copil-value.h"

/* From when an amendment "a" is in force. */
#define SINCE "coalesce (nullif (a.effective, ''), nullif (a.signed, ''))"
/* What the last amendment by the day ?1 that says something of the field says, else the convention
 * "c". */
#define FIELD(name)                                                                                \
  "coalesce ((SELECT a." name " FROM amendment a WHERE a." name " IS NOT NULL AND a." name         \
  " <> '' AND " SINCE " <= ?1 ORDER BY " SINCE " DESC, a.id DESC LIMIT 1), c." name ")"

static char *
dup_text (CopilQuery *query, int column)
{
  const char *text = copil_query_text (query, column);

  return text && *text ? g_strdup (text) : NULL;
}

char *
copil_convention_dup_last_day (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT nullif (c.ended_on, ''), nullif (c.ended_notice, ''), coalesce ((SELECT"
      " a.notice_months FROM amendment a WHERE a.notice_months IS NOT NULL AND " SINCE
      " <= c.ended_notice ORDER BY " SINCE " DESC, a.id DESC LIMIT 1), c.notice_months, 0)"
      " FROM convention c ORDER BY c.id LIMIT 1",
      NULL);

  if (!copil_query_next (query))
    return NULL;
  if (!copil_query_is_null (query, 0))
    return g_strdup (copil_query_text (query, 0));
  return copil_query_is_null (query, 1)
             ? NULL
             : copil_date_add_months (copil_query_text (query, 1), copil_query_int (query, 2));
}

CopilInForce *
copil_in_force_read (CopilStore *store, const char *day)
{
  CopilInForce *terms = g_new0 (CopilInForce, 1);
  const char *on = day ? day : copil_today ();
  g_autofree char *last = copil_convention_dup_last_day (store), *end = NULL;
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT c.id, c.signed, c.effective, c.duration_months, " FIELD ("expires") ", " FIELD (
          "renewal") ", " FIELD ("renewal_months") ", " FIELD ("renewal_times") ", " FIELD ("notice"
                                                                                            "_month"
                                                                                            "s") ","
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "."
                                                                                                 "m"
                                                                                                 "e"
                                                                                                 "e"
                                                                                                 "t"
                                                                                                 "i"
                                                                                                 "n"
                                                                                                 "g"
                                                                                                 "s"
                                                                                                 "_"
                                                                                                 "p"
                                                                                                 "e"
                                                                                                 "r"
                                                                                                 "_"
                                                                                                 "y"
                                                                                                 "e"
                                                                                                 "a"
                                                                                                 "r"
                                                                                                 ","
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "."
                                                                                                 "f"
                                                                                                 "i"
                                                                                                 "s"
                                                                                                 "c"
                                                                                                 "a"
                                                                                                 "l"
                                                                                                 "_"
                                                                                                 "m"
                                                                                                 "o"
                                                                                                 "n"
                                                                                                 "t"
                                                                                                 "h"
                                                                                                 ","
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "o"
                                                                                                 "a"
                                                                                                 "l"
                                                                                                 "e"
                                                                                                 "s"
                                                                                                 "c"
                                                                                                 "e"
                                                                                                 " "
                                                                                                 "("
                                                                                                 "n"
                                                                                                 "u"
                                                                                                 "l"
                                                                                                 "l"
                                                                                                 "i"
                                                                                                 "f"
                                                                                                 " "
                                                                                                 "("
                                                                                                 "c"
                                                                                                 "."
                                                                                                 "e"
                                                                                                 "n"
                                                                                                 "d"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "n"
                                                                                                 "o"
                                                                                                 "t"
                                                                                                 "i"
                                                                                                 "c"
                                                                                                 "e"
                                                                                                 ","
                                                                                                 " "
                                                                                                 "'"
                                                                                                 "'"
                                                                                                 ")"
                                                                                                 ","
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "."
                                                                                                 "e"
                                                                                                 "n"
                                                                                                 "d"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "o"
                                                                                                 "n"
                                                                                                 ")"
                                                                                                 " "
                                                                                                 "F"
                                                                                                 "R"
                                                                                                 "O"
                                                                                                 "M"
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "o"
                                                                                                 "n"
                                                                                                 "v"
                                                                                                 "e"
                                                                                                 "n"
                                                                                                 "t"
                                                                                                 "i"
                                                                                                 "o"
                                                                                                 "n"
                                                                                                 " "
                                                                                                 "c"
                                                                                                 " "
                                                                                                 "O"
                                                                                                 "R"
                                                                                                 "D"
                                                                                                 "E"
                                                                                                 "R"
                                                                                                 " "
                                                                                                 "B"
                                                                                                 "Y"
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "."
                                                                                                 "i"
                                                                                                 "d"
                                                                                                 " "
                                                                                                 "L"
                                                                                                 "I"
                                                                                                 "M"
                                                                                                 "I"
                                                                                                 "T"
                                                                                                 " "
                                                                                                 "1",
      "t", on);
  CopilTerm term;

  if (!copil_query_next (query))
    return terms;
  terms->id = copil_query_int (query, 0);
  terms->signed_on = dup_text (query, 1);
  terms->effective = dup_text (query, 2);
  terms->duration_months = copil_query_int (query, 3);
  terms->expires = dup_text (query, 4);
  terms->renewal = dup_text (query, 5);
  terms->renewal_months = copil_query_int (query, 6);
  terms->renewal_times = copil_query_int (query, 7);
  terms->notice_months = copil_query_int (query, 8);
  terms->meetings_per_year = copil_query_int (query, 9);
  if (copil_query_text (query, 10))
    terms->fiscal_month =
        (int)CLAMP (g_ascii_strtoll (copil_query_text (query, 10), NULL, 10), 0, 12);
  /* Once the notice is given it goes on no more, and ends then at the latest. */
  term = copil_in_force_get_term (terms);
  end = copil_term_get_end (&term, on, NULL);
  if (last && copil_query_text (query, 11) && strcmp (copil_query_text (query, 11), on) <= 0)
    {
      g_free (terms->expires);
      terms->expires = g_strdup (!end || strcmp (last, end) < 0 ? last : end);
      g_free (terms->renewal);
      terms->renewal = g_strdup ("none");
    }
  return terms;
}

void
copil_in_force_free (CopilInForce *terms)
{
  g_free (terms->signed_on);
  g_free (terms->effective);
  g_free (terms->expires);
  g_free (terms->renewal);
  g_free (terms);
}

CopilClauses
copil_in_force_get_clauses (const CopilInForce *terms)
{
  return (CopilClauses){ .id = terms->id,
                         .signed_on = terms->signed_on,
                         .effective = terms->effective,
                         .duration_months = terms->duration_months,
                         .expires = terms->expires,
                         .renewal = terms->renewal,
                         .notice_months = terms->notice_months,
                         .meetings_per_year = (int)CLAMP (terms->meetings_per_year, 0, 366),
                         .renewal_months = terms->renewal_months,
                         .renewal_times = terms->renewal_times };
}

CopilTerm
copil_in_force_get_term (const CopilInForce *terms)
{
  return (CopilTerm){ .signed_on = terms->signed_on,
                      .effective = terms->effective,
                      .expires = terms->expires,
                      .duration_months = terms->duration_months,
                      .renewal = terms->renewal,
                      .renewal_months = terms->renewal_months,
                      .renewal_times = terms->renewal_times };
}
