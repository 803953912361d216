/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a party filled in, taken into the file. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-collection-private.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

typedef struct
{
  CopilStore *store;
  CopilCollection *collection;
  GHashTable *observations; /* "indicator:period" → gint64, made on the way */
  GError **error;
} Taker;

/* The observation of a difference, made where there is none yet; 0 on failure. */
static gint64
get_observation (Taker *self, const CopilDifference *difference, gint64 id)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", difference->owner, difference->period);
  gint64 *made = g_hash_table_lookup (self->observations, key);
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, difference->owner);
  const char *today = copil_today ();
  const char *date = strcmp (difference->period, today) > 0 ? today : difference->period;

  if (!made && !id)
    id = copil_store_insert (self->store, copil_kind_get ("observation"), self->error, "indicator",
                             indicator, "date", date, NULL);
  else if (made)
    id = *made;
  if (!made && id)
    g_hash_table_insert (self->observations, key, g_memdup2 (&id, sizeof id));
  else
    g_free (key);
  return id;
}

static gboolean
take_part (Taker *self, const CopilDifference *difference)
{
  const CopilKind *kind = copil_kind_get ("split");
  g_autofree char *owner = NULL;
  gint64 observation;

  if (difference->id)
    return copil_store_set (self->store, kind, difference->id, "value", difference->new_value,
                            self->error);
  observation = get_observation (self, difference, difference->within);
  if (!observation)
    return FALSE;
  owner = g_strdup_printf ("%" G_GINT64_FORMAT, observation);
  return copil_store_insert (self->store, kind, self->error, "observation", owner, "name",
                             difference->part, "value", difference->new_value, NULL) != 0;
}

static gboolean
take_note (Taker *self, const CopilDifference *difference)
{
  g_autofree char *engagement = g_strdup_printf ("%" G_GINT64_FORMAT, difference->owner);

  return copil_store_insert (self->store, copil_kind_get ("followup"), self->error, "engagement",
                             engagement, "date", copil_today (), "author",
                             self->collection->party_name, "text", difference->new_value,
                             NULL) != 0;
}

static gboolean
take (Taker *self, const CopilDifference *difference)
{
  const CopilKind *kind = copil_kind_get (difference->kind);
  const CopilField *field = copil_kind_get_field (kind, difference->name);
  gint64 id = difference->id;

  if (g_str_equal (difference->kind, "split"))
    return take_part (self, difference);
  if (g_str_equal (difference->kind, "followup"))
    return take_note (self, difference);
  if (g_str_equal (difference->kind, "observation"))
    id = get_observation (self, difference, id);
  return id != 0 &&
         copil_store_set (self->store, kind, id, difference->name, difference->new_value,
                          self->error) &&
         (!(field->flags & COPIL_FIELD_NEWS) ||
          copil_store_set (self->store, kind, id, "reviewed", copil_today (), self->error));
}

/* Whether the file still says what it said when the sheet was compared. */
static gboolean
is_as_compared (CopilStore *store, CopilCollection *collection, GError **error)
{
  g_autoptr (CopilCollection) now = copil_collection_compare (store, collection->sheets, error);
  gboolean same;

  if (!now)
    return FALSE;
  same = now->differences->len == collection->differences->len;
  for (guint i = 0; same && i < now->differences->len; i++)
    {
      const CopilDifference *a = now->differences->pdata[i];
      const CopilDifference *b = collection->differences->pdata[i];

      same = g_str_equal (a->cell, b->cell) && a->id == b->id && a->within == b->within &&
             g_strcmp0 (a->old_value, b->old_value) == 0;
    }
  if (!same)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The file has changed meanwhile: read the sheet again."));
  return same;
}

static gboolean
take_cb (CopilStore *store, gpointer data, GError **error)
{
  CopilCollection *collection = data;
  g_autoptr (GHashTable) observations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Taker taker = { store, collection, observations, error };

  /* A whole before its parts, as the sheet has them: the observation is made once. */
  for (guint i = 0; i < collection->differences->len; i++)
    {
      const CopilDifference *difference = collection->differences->pdata[i];

      if (difference->taken && !take (&taker, difference))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_collection_take (CopilStore *store, CopilCollection *collection, GError **error)
{
  /* Translators: the name of a signatory */
  g_autofree char *name = g_strdup_printf (_ ("Collection: %s"), collection->party_name);

  return is_as_compared (store, collection, error) &&
         copil_store_do (store, name, take_cb, collection, error);
}
