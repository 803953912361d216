/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections: every one changes the array in memory, which is then settled, checked and stored. */
#include "copil-passage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-passage-editing.h"
#include "copil-passage-private.h"
#include "copil-record.h"
#include "copil-value.h"

G_DEFINE_QUARK (copil - proposal - error - quark, copil_passage_error)

/* How a proposal was stored. */
typedef struct
{
  CopilDraftKind kind;
  guint level;
  CopilPassageState state;
  gint64 above; /* the proposal it stood under */
} Before;

CopilPassage *
copil_editing_get (CopilEditing *editing, guint place)
{
  return place < editing->proposals->len ? editing->proposals->pdata[place] : NULL;
}

guint
copil_editing_find (CopilEditing *editing, gint64 id)
{
  return copil_passages_find (editing->proposals, id);
}

static gint64
get_above (CopilEditing *editing, const CopilPassage *proposal)
{
  return proposal->parent == G_MAXUINT ? 0 : copil_editing_get (editing, proposal->parent)->id;
}

static void
note_before (CopilEditing *editing, const CopilPassage *proposal)
{
  Before *before = g_new0 (Before, 1);

  before->kind = proposal->kind;
  before->level = proposal->level;
  before->state = proposal->state;
  before->above = get_above (editing, proposal);
  g_hash_table_insert (editing->before, g_memdup2 (&proposal->id, sizeof proposal->id), before);
}

static gboolean
store_field (CopilEditing *editing, const CopilPassage *proposal, const char *field,
             const char *value)
{
  return copil_store_set (editing->store, copil_kind_get ("passage"), proposal->id, field, value,
                          editing->error);
}

gboolean
copil_editing_set (CopilEditing *editing, CopilPassage *proposal, const char *field,
                   const char *value)
{
  g_auto (GStrv) changed = g_strsplit (proposal->changed ? proposal->changed : "", " ", -1);

  if (!store_field (editing, proposal, field, value))
    return FALSE;
  /* What is corrected here is to be changed in the record as well. */
  if (!proposal->record || proposal->change != COPIL_PASSAGE_CHANGED ||
      !g_strv_contains (copil_passage_reading_fields, field) ||
      g_strv_contains ((const char *const *)changed, field))
    return TRUE;
  {
    g_autofree char *more = g_strjoin (" ", proposal->changed, field, NULL);

    g_free (proposal->changed);
    proposal->changed = g_steal_pointer (&more);
  }
  return store_field (editing, proposal, "changed", proposal->changed);
}

gboolean
copil_editing_refuse (CopilEditing *editing, CopilPassageError code, const char *sentence)
{
  g_set_error_literal (editing->error, COPIL_PASSAGE_ERROR, code, sentence);
  return FALSE;
}

gboolean
copil_editing_require (CopilEditing *editing, gint64 id, guint *place)
{
  *place = copil_editing_find (editing, id);
  return *place != G_MAXUINT || copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_MISSING,
                                                      _ ("That proposal is not there any more."));
}

gboolean
copil_editing_check_open (CopilEditing *editing, const CopilPassage *proposal)
{
  if (proposal->state == COPIL_PASSAGE_ACCEPTED)
    return copil_editing_refuse (
        editing, COPIL_PASSAGE_ERROR_TAKEN,
        _ ("It is in the file already: take it back first, or change it on its page."));
  if (proposal->change == COPIL_PASSAGE_GONE)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("The text does not speak of it any more: accept that, or set "
                                    "it aside."));
  return TRUE;
}

static gboolean
write_structure (CopilEditing *editing, CopilPassage *proposal, const Before *before)
{
  g_autofree char *level = g_strdup_printf ("%u", proposal->level);

  return (proposal->kind == before->kind ||
          copil_editing_set (editing, proposal, "type",
                             copil_passage_kind_name (proposal->kind))) &&
         (proposal->level == before->level ||
          copil_editing_set (editing, proposal, "level", level)) &&
         (proposal->state == before->state ||
          copil_editing_set (editing, proposal, "state",
                             copil_passage_state_name (proposal->state)));
}

/* What is a record already must stand where it stood. */
static gboolean
check_and_write (CopilEditing *editing)
{
  copil_passages_settle (editing->proposals);
  for (guint i = 0; i < editing->proposals->len; i++)
    {
      CopilPassage *proposal = copil_editing_get (editing, i);
      const Before *before = g_hash_table_lookup (editing->before, &proposal->id);

      if (before->state == COPIL_PASSAGE_ACCEPTED && proposal->state == COPIL_PASSAGE_ACCEPTED &&
          (proposal->kind != before->kind || get_above (editing, proposal) != before->above))
        return copil_editing_refuse (
            editing, COPIL_PASSAGE_ERROR_TAKEN,
            _ ("What is in the file already would change its place: take it back first, "
               "or change it on its page."));
      if (!write_structure (editing, proposal, before))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  CopilEditing *editing;
  CopilEditingFunc func;
  gpointer data;
} Correction;

static gboolean
correct_cb (G_GNUC_UNUSED CopilStore *store, gpointer data, GError **error)
{
  const Correction *self = data;

  self->editing->error = error;
  return self->func (self->editing, self->data) && check_and_write (self->editing);
}

gboolean
copil_editing_do (CopilStore *store, gint64 source, const char *name, CopilEditingFunc func,
                  gpointer data, GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (store, source);
  g_autoptr (GHashTable) before =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  CopilEditing editing = { store, source, proposals, before, NULL };
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < proposals->len; i++)
    note_before (&editing, copil_editing_get (&editing, i));
  if (copil_store_do (store, name, correct_cb, &(Correction){ &editing, func, data }, &problem))
    return TRUE;
  if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Moves n of them before the place "to" (both places as they are now), here and in the file. */
gboolean
copil_editing_move (CopilEditing *editing, guint from, guint n, guint to)
{
  const CopilKind *kind = copil_kind_get ("passage");
  CopilPassage *behind = copil_editing_get (editing, to);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint place;

  if (to >= from && to <= from + n)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      CopilPassage *proposal = g_ptr_array_steal_index (editing->proposals, from);

      g_ptr_array_add (moved, proposal);
    }
  place = behind ? copil_editing_find (editing, behind->id) : editing->proposals->len;
  for (guint i = 0; i < n; i++)
    {
      const CopilPassage *proposal = moved->pdata[i];

      g_ptr_array_insert (editing->proposals, (int)(place + i), moved->pdata[i]);
      if (!copil_store_place (editing->store, kind, proposal->id, behind ? behind->id : 0,
                              editing->error))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_editing_insert (CopilEditing *editing, CopilPassage *proposal, guint place)
{
  CopilPassage *behind = copil_editing_get (editing, place);
  g_autofree char *source = g_strdup_printf ("%" G_GINT64_FORMAT, editing->source),
                  *start = g_strdup_printf ("%" G_GSIZE_FORMAT, proposal->start),
                  *finish_at = g_strdup_printf ("%" G_GSIZE_FORMAT, proposal->end),
                  *level = g_strdup_printf ("%u", proposal->level);
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];
  const CopilKind *kind = copil_kind_get ("passage");

  g_ascii_dtostr (quantity, sizeof quantity, proposal->quantity);
  proposal->id = copil_store_insert (
      editing->store, kind, editing->error, "source", source, "type",
      copil_passage_kind_name (proposal->kind), "level", level, "state", "proposed", "change",
      "new", "label", proposal->label, "text", proposal->text, "parties", proposal->parties,
      "strength", proposal->may ? "may" : "must", "due", proposal->due, "quantity",
      proposal->quantity > 0 ? quantity : NULL, "unit", proposal->unit, "side", proposal->side,
      "start", start, "finish", finish_at, NULL);
  note_before (editing, proposal);
  g_ptr_array_insert (editing->proposals, (int)MIN (place, editing->proposals->len), proposal);
  return proposal->id && (!behind || copil_store_place (editing->store, kind, proposal->id,
                                                        behind->id, editing->error));
}

gboolean
copil_editing_remove (CopilEditing *editing, guint place)
{
  gint64 id = copil_editing_get (editing, place)->id;

  g_ptr_array_remove_index (editing->proposals, place);
  return copil_store_delete (editing->store, copil_kind_get ("passage"), id, editing->error);
}

/* Which proposals, and what they are given. */
typedef struct
{
  const gint64 *ids;
  guint n;
  gboolean aside;
  const char *field, *value;
} Chosen;

static gboolean
set_aside (CopilEditing *editing, gpointer data)
{
  const Chosen *chosen = data;

  for (guint k = 0; k < chosen->n; k++)
    {
      guint place = copil_editing_find (editing, chosen->ids[k]);

      if (place == G_MAXUINT)
        continue;
      /* Under what is aside, nothing is proposed. */
      for (guint up = copil_editing_get (editing, place)->parent; !chosen->aside && up != G_MAXUINT;
           up = copil_editing_get (editing, up)->parent)
        if (copil_editing_get (editing, up)->state == COPIL_PASSAGE_ASIDE)
          copil_editing_get (editing, up)->state = COPIL_PASSAGE_PROPOSED;
      for (guint i = place; i <= place + copil_editing_get (editing, place)->n_below; i++)
        if (copil_editing_get (editing, i)->state != COPIL_PASSAGE_ACCEPTED)
          copil_editing_get (editing, i)->state =
              chosen->aside ? COPIL_PASSAGE_ASIDE : COPIL_PASSAGE_PROPOSED;
    }
  return TRUE;
}

gboolean
copil_passages_set_aside (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                          gboolean aside, GError **error)
{
  Chosen chosen = { .ids = ids, .n = n, .aside = aside };

  return copil_editing_do (store, source,
                           aside ? ngettext ("Set a proposal aside", "Set proposals aside", n)
                                 : ngettext ("Propose it again", "Propose them again", n),
                           set_aside, &chosen, error);
}

static gboolean
set_parties (CopilEditing *editing, gpointer data)
{
  const Chosen *chosen = data;

  for (guint k = 0; k < chosen->n; k++)
    {
      CopilPassage *proposal =
          copil_editing_get (editing, copil_editing_find (editing, chosen->ids[k]));

      if (!proposal || proposal->kind != COPIL_DRAFT_ENGAGEMENT)
        continue;
      if (!copil_editing_check_open (editing, proposal) ||
          !copil_editing_set (editing, proposal, "parties", chosen->value) ||
          !copil_editing_set (editing, proposal, "doubtful", NULL))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_passages_set_parties (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                            const char *parties, GError **error)
{
  Chosen chosen = { .ids = ids, .n = n, .value = parties };

  return copil_editing_do (store, source, _ ("Change who commits"), set_parties, &chosen, error);
}

/* A field of the convention keeps its name, and has a value that it can have. */
static gboolean
check_value (CopilEditing *editing, const CopilPassage *proposal, const char *field,
             const char *value, char **canonical)
{
  const CopilField *described;

  *canonical = NULL;
  if (proposal->kind != COPIL_DRAFT_FIELD)
    return TRUE;
  described = copil_kind_get_field (copil_kind_get ("convention"), proposal->label);
  if (!described || !g_str_equal (field, "text"))
    return copil_editing_refuse (
        editing, COPIL_PASSAGE_ERROR_PLACE,
        _ ("A field or a signatory stays what it is: set it aside if it is wrong."));
  *canonical = copil_field_parse (described, value, editing->error);
  if (!*canonical)
    return *editing->error == NULL ? copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                                           _ ("A proposal needs a text."))
                                   : FALSE;
  return TRUE;
}

static gboolean
set_field (CopilEditing *editing, gpointer data)
{
  const Chosen *chosen = data;
  g_autofree char *canonical = NULL;
  CopilPassage *proposal;
  guint place;

  if (!copil_editing_require (editing, *chosen->ids, &place))
    return FALSE;
  proposal = copil_editing_get (editing, place);
  return copil_editing_check_open (editing, proposal) &&
         check_value (editing, proposal, chosen->field, chosen->value, &canonical) &&
         copil_editing_set (editing, proposal, chosen->field,
                            canonical ? canonical : chosen->value) &&
         copil_editing_set (editing, proposal, "doubtful", NULL);
}

gboolean
copil_passage_set (CopilStore *store, gint64 source, gint64 id, const char *field,
                   const char *value, GError **error)
{
  Chosen chosen = { .ids = &id, .n = 1, .field = field, .value = value };

  return copil_editing_do (store, source, _ ("Correct a proposal"), set_field, &chosen, error);
}
