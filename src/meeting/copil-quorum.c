/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-quorum.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"

char *
copil_quorum_say (CopilStore *store, gint64 meeting, gboolean *reached)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT c.quorum, coalesce (c.quorum_of, 'members'), (SELECT count (*) FROM attendance a JOIN"
      " person p ON p.id = a.person WHERE a.meeting = ?1 AND p.member AND a.state IN ('present',"
      " 'represented')), (SELECT count (*) FROM attendance a JOIN person p ON p.id = a.person WHERE"
      " a.meeting = ?1 AND p.member), (SELECT count (DISTINCT p.party) FROM attendance a JOIN "
      "person"
      " p ON p.id = a.person WHERE a.meeting = ?1 AND p.member AND a.state IN ('present',"
      " 'represented')), (SELECT count (DISTINCT p.party) FROM attendance a JOIN person p ON p.id ="
      " a.person WHERE a.meeting = ?1 AND p.member), (SELECT count (*) FROM attendance WHERE"
      " meeting = ?1 AND state IS NOT NULL) FROM convention c"
      " WHERE c.quorum > 0",
      "i", meeting);
  gint64 wanted, there, all;
  gboolean parties, share, enough;

  if (!copil_query_next (query) || copil_query_int (query, 6) == 0)
    return NULL;
  parties = g_str_has_prefix (copil_query_text (query, 1), "parties");
  share = g_str_has_suffix (copil_query_text (query, 1), "_share");
  there = copil_query_int (query, parties ? 4 : 2);
  all = copil_query_int (query, parties ? 5 : 3);
  wanted = copil_query_int (query, 0);
  if (share)
    wanted = (MIN (wanted, 100) * all + 99) / 100;
  enough = there >= wanted;
  if (reached)
    *reached = enough;
  if (parties)
    return g_strdup_printf (
        enough ? _ ("The quorum is reached: %d of %d signatories are there, %d are needed.")
               : _ ("The quorum is not reached: %d of %d signatories are there, %d are needed."),
        (int)there, (int)all, (int)wanted);
  return g_strdup_printf (
      enough ? _ ("The quorum is reached: %d of %d members are present or represented, %d are "
                  "needed.")
             : _ ("The quorum is not reached: %d of %d members are present or represented, %d are "
                  "needed."),
      (int)there, (int)all, (int)wanted);
}
