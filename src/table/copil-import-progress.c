/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that make a progress out of all proportion. */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>

#include "copil-figure-store.h"
#include "copil-query.h"
#include "copil-record.h"

static const CopilIndicator *
get_indicator (CopilImport *import, GHashTable *indicators, gint64 id)
{
  CopilIndicator *indicator = g_hash_table_lookup (indicators, &id);

  if (!indicator)
    {
      indicator = copil_figure_load (import->store, id);
      if (indicator)
        g_hash_table_insert (indicators, g_memdup2 (&id, sizeof id), indicator);
    }
  return indicator;
}

/* What the row makes of its indicator: an observation is judged at its day. */
static void
check_row (CopilImport *import, guint i, GHashTable *indicators)
{
  gint64 id = import->targets[i] ? import->targets[i] : import->new_ids[i];
  g_autoptr (CopilRecord) record = copil_store_load (import->store, import->kind, id);
  const char *owner =
      record && import->kind->parent ? copil_record_get (record, import->kind->parent) : NULL;
  gboolean observed = g_str_equal (import->kind->name, "observation");
  const CopilIndicator *indicator =
      get_indicator (import, indicators, owner ? g_ascii_strtoll (owner, NULL, 10) : id);
  g_autoptr (CopilProgress) progress = NULL;

  if (!indicator)
    return;
  progress = copil_indicator_judge (indicator, observed ? copil_record_get (record, "date") : NULL);
  if (!copil_progress_is_doubtful (progress))
    return;
  copil_import_doubt (import, i, copil_progress_ask (indicator, progress));
  import->asks[i] = TRUE;
}

void
copil_import_check_progress (CopilImport *import)
{
  static const char *const kinds[] = { "indicator", "target", "observation", NULL };
  g_autoptr (GHashTable) indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             (GDestroyNotify)copil_indicator_free);

  if (!g_strv_contains (kinds, import->kind->name))
    return;
  for (guint i = import->first; i < copil_grid_get_n_rows (import->grid); i++)
    if (!(import->faults && import->faults[i]) && (!import->targets[i] || import->changed[i]))
      check_row (import, i, indicators);
}
