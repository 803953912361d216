/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-contents.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"

/* The signatories without an engagement. */
#define MISSING_SQL                                                                                \
  "SELECT p.id FROM fiche_party f JOIN party p ON p.id = f.party WHERE f.fiche = ?1"               \
  " AND NOT EXISTS (SELECT 1 FROM contribution c WHERE c.fiche = f.fiche AND c.party = p.id)"      \
  " ORDER BY p.side, p.position, p.id"

static GArray *
list_ids (CopilStore *store, const char *sql, gint64 fiche)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", fiche);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

CopilFicheContributions
copil_fiche_get_contributions (CopilStore *store, gint64 fiche)
{
  if (copil_store_query_int (store, "SELECT EXISTS (" MISSING_SQL ")", "i", fiche))
    return COPIL_FICHE_SOME_MISSING;
  return copil_store_query_int (store, "SELECT EXISTS (SELECT 1 FROM fiche_party WHERE fiche = ?1)",
                                "i", fiche)
             ? COPIL_FICHE_ALL_CONTRIBUTE
             : COPIL_FICHE_NO_PARTIES;
}

typedef struct
{
  gint64 fiche;
  GArray *parties;
  gint64 first; /* that was added */
} Contributions;

static gboolean
add_contributions (CopilStore *store, gpointer data, GError **error)
{
  Contributions *added = data;
  g_autofree char *fiche = g_strdup_printf ("%" G_GINT64_FORMAT, added->fiche);

  for (guint i = 0; i < added->parties->len; i++)
    {
      g_autofree char *party =
          g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (added->parties, gint64, i));
      gint64 id = copil_store_insert (store, copil_kind_get ("contribution"), error, "fiche", fiche,
                                      "party", party, "text", _ ("Commits to…"), NULL);

      if (!id)
        return FALSE;
      added->first = added->first ? added->first : id;
    }
  return TRUE;
}

gint64
copil_fiche_add_contributions (CopilStore *store, gint64 fiche, GError **error)
{
  g_autoptr (GArray) parties = list_ids (store, MISSING_SQL, fiche);
  Contributions added = { fiche, parties, 0 };

  if (parties->len == 0)
    return 0;
  return copil_store_do (store, _ ("Add an operational engagement for each signatory"),
                         add_contributions, &added, error)
             ? added.first
             : 0;
}

gboolean
copil_fiche_are_steps_sorted (CopilStore *store, gint64 fiche)
{
  return copil_store_query_int (store,
                                "SELECT NOT EXISTS (SELECT 1 FROM step a JOIN step b"
                                " ON b.fiche = a.fiche AND (b.position, b.id) > (a.position, a.id)"
                                " WHERE a.fiche = ?1 AND (b.due IS NOT NULL AND a.due IS NULL"
                                " OR b.due < a.due))",
                                "i", fiche) != 0;
}

static gboolean
place_steps (CopilStore *store, gpointer data, GError **error)
{
  GArray *steps = data;

  for (guint i = 0; i < steps->len; i++)
    if (!copil_store_place (store, copil_kind_get ("step"), g_array_index (steps, gint64, i), 0,
                            error))
      return FALSE;
  return TRUE;
}

gboolean
copil_fiche_sort_steps (CopilStore *store, gint64 fiche, GError **error)
{
  g_autoptr (GArray) steps = list_ids (
      store, "SELECT id FROM step WHERE fiche = ?1 ORDER BY due IS NULL, due, position, id", fiche);

  return copil_store_do (store, _ ("Put the steps in the order of their dates"), place_steps, steps,
                         error);
}
