/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was accepted of a draft becomes records. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-draft-private.h"
#include "copil-query.h"
#include "copil-record.h"

typedef struct
{
  CopilDraft *draft;
  CopilStore *store;
  gint64 ids[COPIL_TEXT_PARTIES_MAX]; /* of the parties */
  GError **error;
} Writing;

static char *
party_ids (Writing *writing, CopilTextPartySet set)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < COPIL_TEXT_PARTIES_MAX; i++)
    if ((set >> i & 1) && writing->ids[i])
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? " " : "", writing->ids[i]);
  return ids->len ? g_strdup (ids->str) : NULL;
}

static gboolean
write_parties (Writing *writing)
{
  GPtrArray *nodes = writing->draft->nodes;
  GPtrArray *list = copil_text_parties_get (writing->draft->parties);

  for (guint i = 0; i < nodes->len; i++)
    {
      const CopilDraftNode *node = nodes->pdata[i];
      const CopilTextParty *party;
      g_autofree char *side = NULL;

      if (node->kind != COPIL_DRAFT_PARTY || !node->accepted)
        continue;
      party = list->pdata[node->party];
      side = g_strdup_printf ("%d", CLAMP (party->side, 1, 3));
      writing->ids[node->party] = copil_store_insert (
          writing->store, copil_kind_get ("party"), writing->error, "name", node->text,
          "short_name", node->label ? node->label : node->text, "side", side, "representative",
          party->representative, "address", party->address, NULL);
      if (!writing->ids[node->party])
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_fields (Writing *writing)
{
  const CopilKind *kind = copil_kind_get ("convention");
  gint64 id = copil_store_query_int (writing->store, "SELECT min (id) FROM convention", NULL);
  GPtrArray *nodes = writing->draft->nodes;

  for (guint i = 0; i < nodes->len; i++)
    {
      const CopilDraftNode *node = nodes->pdata[i];

      if (node->kind == COPIL_DRAFT_FIELD && node->accepted &&
          !copil_store_set (writing->store, kind, id, node->label, node->text, writing->error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_indicator (Writing *writing, const CopilDraftNode *node, const char *axis,
                 const char *measure)
{
  gint64 id =
      copil_store_insert (writing->store, copil_kind_get ("indicator"), writing->error, "name",
                          node->text, "unit", node->unit, "axis", axis, "measure", measure, NULL);
  g_autofree char *indicator = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!id)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const CopilDraftNode *target = node->children->pdata[i];
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_dtostr (value, sizeof value, target->quantity);
      if (target->accepted &&
          !copil_store_insert (writing->store, copil_kind_get ("target"), writing->error,
                               "indicator", indicator, "value", value, "date", target->date, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_children (Writing *writing, const CopilDraftNode *parent, const char *axis,
                const char *measure)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const CopilDraftNode *node = parent->children->pdata[i];
      char quantity[G_ASCII_DTOSTR_BUF_SIZE] = "";
      g_autofree char *parties = NULL, *id_text = NULL;
      gint64 id;

      if (!node->accepted)
        continue;
      switch (node->kind)
        {
        case COPIL_DRAFT_MEASURE:
          id = copil_store_insert (writing->store, copil_kind_get ("measure"), writing->error,
                                   "axis", axis, "label", node->label, "title", node->text, NULL);
          if (!id)
            return FALSE;
          id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
          if (!write_children (writing, node, axis, id_text))
            return FALSE;
          break;
        case COPIL_DRAFT_ENGAGEMENT:
          if (node->quantity > 0)
            g_ascii_dtostr (quantity, sizeof quantity, node->quantity);
          parties = party_ids (writing, node->parties);
          if (!copil_store_insert (
                  writing->store, copil_kind_get ("engagement"), writing->error, "axis", axis,
                  "measure", measure, "label", node->label, "text", node->text, "strength",
                  node->may ? "may" : "must", "parties", parties, "due", node->date, "quantity",
                  *quantity ? quantity : NULL, "unit", *quantity ? node->unit : NULL, NULL))
            return FALSE;
          break;
        case COPIL_DRAFT_INDICATOR:
          if (!write_indicator (writing, node, axis, measure))
            return FALSE;
          break;
        default:
          break;
        }
    }
  return TRUE;
}

static gboolean
write_axes (Writing *writing)
{
  GPtrArray *nodes = writing->draft->nodes;

  for (guint i = 0; i < nodes->len; i++)
    {
      const CopilDraftNode *node = nodes->pdata[i];
      g_autofree char *axis = NULL;
      gint64 id;

      if (node->kind != COPIL_DRAFT_AXIS || !node->accepted)
        continue;
      id = copil_store_insert (writing->store, copil_kind_get ("axis"), writing->error, "label",
                               node->label, "title", *node->text ? node->text : _ ("Untitled axis"),
                               NULL);
      if (!id)
        return FALSE;
      axis = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      if (!write_children (writing, node, axis, NULL))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_draft_store (CopilDraft *draft, CopilStore *store, GError **error)
{
  Writing writing = { .draft = draft, .store = store, .error = error };

  if (!copil_store_begin (store, _ ("Take over the text of the convention"), error))
    return FALSE;
  if (write_fields (&writing) && write_parties (&writing) && write_axes (&writing) &&
      copil_store_commit (store, error))
    return TRUE;
  copil_store_rollback (store);
  return FALSE;
}
