/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What proposals are and where they stand. */
#include "copil-passage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-passage-editing.h"
#include "copil-passage-private.h"
#include "copil-record.h"
#include "copil-text-rules.h"

/* Whether it only bears the number of a heading that it stood under. */
static gboolean
has_label_of_another (CopilEditing *editing, const CopilPassage *proposal)
{
  for (guint i = 0; i < editing->proposals->len; i++)
    {
      const CopilPassage *other = copil_editing_get (editing, i);

      if (other != proposal && g_strcmp0 (other->label, proposal->label) == 0 &&
          (copil_passage_is_top (other->kind) || other->kind == COPIL_DRAFT_MEASURE))
        return TRUE;
    }
  return FALSE;
}

gboolean
copil_editing_settle_label (CopilEditing *editing, CopilPassage *proposal)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (proposal->label && !has_label_of_another (editing, proposal))
    return TRUE;
  g_clear_pointer (&proposal->label, g_free);
  if (copil_text_search (COPIL_RULE_NUMBERED_TITLE, proposal->text, &info))
    {
      g_autofree char *text = g_match_info_fetch (info, 2);

      /* What was found points into the text. */
      proposal->label = g_match_info_fetch (info, 1);
      g_free (proposal->text);
      proposal->text = g_steal_pointer (&text);
    }
  return copil_editing_set (editing, proposal, "label", proposal->label) &&
         copil_editing_set (editing, proposal, "text", proposal->text);
}

/* The quantity and the date of an engagement are a target of the indicator it becomes. */
static gboolean
add_target (CopilEditing *editing, guint place)
{
  const CopilPassage *indicator = copil_editing_get (editing, place);
  CopilPassage *target;
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];

  if (indicator->quantity <= 0 || !indicator->due)
    return TRUE;
  target = copil_passage_new ();
  target->kind = COPIL_DRAFT_TARGET;
  target->level = indicator->level + 1;
  target->text =
      g_strdup (g_ascii_formatd (quantity, sizeof quantity, "%.15g", indicator->quantity));
  target->quantity = indicator->quantity;
  target->due = g_strdup (indicator->due);
  target->start = indicator->start;
  target->end = indicator->end;
  return copil_editing_insert (editing, target, place + 1);
}

gboolean
copil_editing_fold_targets (CopilEditing *editing, guint place)
{
  CopilPassage *proposal = copil_editing_get (editing, place);

  while (place + 1 < editing->proposals->len &&
         copil_editing_get (editing, place + 1)->kind == COPIL_DRAFT_TARGET)
    {
      const CopilPassage *target = copil_editing_get (editing, place + 1);
      char quantity[G_ASCII_DTOSTR_BUF_SIZE];

      if (!copil_editing_check_open (editing, target))
        return FALSE;
      if (proposal->quantity <= 0 && !proposal->due)
        {
          proposal->quantity = target->quantity;
          proposal->due = g_strdup (target->due);
          g_ascii_dtostr (quantity, sizeof quantity, target->quantity);
          if (!copil_editing_set (editing, proposal, "quantity", quantity) ||
              !copil_editing_set (editing, proposal, "due", target->due))
            return FALSE;
        }
      if (!copil_editing_remove (editing, place + 1))
        return FALSE;
    }
  return TRUE;
}

/* What follows a new measure directly comes to stand under it. */
static void
adopt (CopilEditing *editing, guint place, guint old_level)
{
  for (guint i = place + 1; i < editing->proposals->len; i++)
    {
      CopilPassage *next = copil_editing_get (editing, i);

      if ((!copil_passage_is_leaf (next->kind) && next->kind != COPIL_DRAFT_TARGET) ||
          next->level < MAX (old_level, 1))
        return;
      next->level = next->kind == COPIL_DRAFT_TARGET ? 3 : 2;
    }
}

static gboolean
make_party (CopilEditing *editing, guint place)
{
  CopilPassage *proposal = copil_editing_get (editing, place);
  guint end = 0;

  if (proposal->n_below)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("Proposals stand under it: it cannot be a signatory."));
  while (end < editing->proposals->len &&
         (copil_editing_get (editing, end)->kind == COPIL_DRAFT_FIELD ||
          copil_editing_get (editing, end)->kind == COPIL_DRAFT_PARTY))
    end++;
  proposal->kind = COPIL_DRAFT_PARTY;
  proposal->level = 0;
  /* The number of the article is not its name. */
  g_clear_pointer (&proposal->label, g_free);
  g_free (proposal->side);
  proposal->side = g_strdup ("1");
  return copil_editing_set (editing, proposal, "label", NULL) &&
         copil_editing_set (editing, proposal, "side", proposal->side) &&
         copil_editing_move (editing, place, 1, end);
}

/* What is something else now is new: the record that it was about stays what it is. */
static gboolean
forget_record (CopilEditing *editing, CopilPassage *proposal)
{
  if (!proposal->record)
    return TRUE;
  proposal->record = 0;
  proposal->change = COPIL_PASSAGE_NEW;
  g_clear_pointer (&proposal->changed, g_free);
  return copil_editing_set (editing, proposal, "record", NULL) &&
         copil_editing_set (editing, proposal, "change", "new") &&
         copil_editing_set (editing, proposal, "changed", NULL);
}

/* Without a number of its own, that of the heading it comes to stand under. */
static gboolean
take_label (CopilEditing *editing, CopilPassage *proposal)
{
  const CopilPassage *above;

  copil_passages_settle (editing->proposals);
  above = copil_editing_get (editing, proposal->parent);
  proposal->label = g_strdup (above ? above->label : NULL);
  return copil_editing_set (editing, proposal, "label", proposal->label);
}

static gboolean
become (CopilEditing *editing, guint place, CopilDraftKind kind)
{
  CopilPassage *proposal = copil_editing_get (editing, place);
  CopilDraftKind old = proposal->kind;
  guint level = proposal->level;
  gboolean own = copil_passage_is_top (old) || (old == COPIL_DRAFT_MEASURE && proposal->label);

  if (old == kind)
    return TRUE;
  if (!copil_editing_check_open (editing, proposal))
    return FALSE;
  if (old == COPIL_DRAFT_FIELD || old == COPIL_DRAFT_PARTY || kind == COPIL_DRAFT_FIELD)
    return copil_editing_refuse (
        editing, COPIL_PASSAGE_ERROR_PLACE,
        _ ("A field or a signatory stays what it is: set it aside if it is wrong."));
  /* What follows it would lose its indicator. */
  if (old == COPIL_DRAFT_TARGET)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("A target stays what it is: set it aside if it is wrong."));
  if (kind == COPIL_DRAFT_PARTY)
    return forget_record (editing, proposal) && make_party (editing, place);
  if (old == COPIL_DRAFT_INDICATOR && !copil_editing_fold_targets (editing, place))
    return FALSE;
  if (!forget_record (editing, proposal))
    return FALSE;
  proposal->kind = kind;
  switch (kind)
    {
    case COPIL_DRAFT_AXIS:
      proposal->level = 0;
      if (proposal->state == COPIL_PASSAGE_ASIDE)
        proposal->state = COPIL_PASSAGE_PROPOSED;
      for (guint i = place + 1; old == COPIL_DRAFT_ARTICLE && i <= place + proposal->n_below; i++)
        if (copil_editing_get (editing, i)->state == COPIL_PASSAGE_ASIDE)
          copil_editing_get (editing, i)->state = COPIL_PASSAGE_PROPOSED;
      return own || copil_editing_settle_label (editing, proposal);
    case COPIL_DRAFT_ARTICLE:
      proposal->level = 0;
      return own || copil_editing_settle_label (editing, proposal);
    case COPIL_DRAFT_MEASURE:
      proposal->level = 1;
      adopt (editing, place, copil_passage_is_top (old) ? 1 : level);
      return own || copil_editing_settle_label (editing, proposal);
    case COPIL_DRAFT_TARGET:
      return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                   _ ("A target belongs to an indicator: make it an indicator."));
    default:
      proposal->level = copil_passage_is_leaf (old) ? level : 2;
      if (!proposal->label && !take_label (editing, proposal))
        return FALSE;
      return kind != COPIL_DRAFT_INDICATOR || add_target (editing, place);
    }
}

typedef struct
{
  const gint64 *ids;
  guint n;
  CopilDraftKind kind;
} Kinds;

static gboolean
set_kinds (CopilEditing *editing, gpointer data)
{
  const Kinds *kinds = data;

  for (guint k = 0; k < kinds->n; k++)
    {
      guint place = copil_editing_find (editing, kinds->ids[k]);

      if (place != G_MAXUINT && !become (editing, place, kinds->kind))
        return FALSE;
      copil_passages_settle (editing->proposals);
    }
  return TRUE;
}

gboolean
copil_passages_set_kind (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                         CopilDraftKind kind, GError **error)
{
  return copil_editing_do (store, source,
                           ngettext ("Change what a proposal is", "Change what proposals are", n),
                           set_kinds, &(Kinds){ ids, n, kind }, error);
}

/* The measure before an engagement in the same axis; G_MAXUINT for none. */
static guint
find_measure_before (CopilEditing *editing, guint place)
{
  guint parent = copil_editing_get (editing, place)->parent;

  for (guint i = place; i > 0 && i - 1 != parent; i--)
    if (copil_editing_get (editing, i - 1)->kind == COPIL_DRAFT_MEASURE &&
        copil_editing_get (editing, i - 1)->parent == parent)
      return i - 1;
  return G_MAXUINT;
}

static gboolean
promote (CopilEditing *editing, gpointer data)
{
  guint place;
  CopilPassage *proposal;

  if (!copil_editing_require (editing, *(const gint64 *)data, &place))
    return FALSE;
  proposal = copil_editing_get (editing, place);
  if (!copil_editing_check_open (editing, proposal))
    return FALSE;
  if (proposal->kind == COPIL_DRAFT_MEASURE)
    return become (editing, place, COPIL_DRAFT_AXIS);
  if (copil_passage_is_leaf (proposal->kind) && proposal->level == 1)
    return become (editing, place, COPIL_DRAFT_MEASURE);
  if (copil_passage_is_leaf (proposal->kind))
    {
      guint end = proposal->parent + copil_editing_get (editing, proposal->parent)->n_below + 1;

      proposal->level = 1;
      return copil_editing_move (editing, place, proposal->n_below + 1, end);
    }
  return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                               _ ("It stands as high as it can."));
}

gboolean
copil_passage_promote (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  return copil_editing_do (store, source, _ ("Promote a proposal"), promote, &id, error);
}

static gboolean
demote (CopilEditing *editing, gpointer data)
{
  CopilPassage *proposal;
  guint place, measure;

  if (!copil_editing_require (editing, *(const gint64 *)data, &place))
    return FALSE;
  proposal = copil_editing_get (editing, place);
  if (!copil_editing_check_open (editing, proposal))
    return FALSE;
  if (copil_passage_is_top (proposal->kind))
    {
      if (!become (editing, place, COPIL_DRAFT_MEASURE))
        return FALSE;
      copil_passages_settle (editing->proposals);
      return proposal->parent != G_MAXUINT ||
             copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                   _ ("No axis comes before it that it could stand under."));
    }
  if (proposal->kind == COPIL_DRAFT_MEASURE)
    return become (editing, place, COPIL_DRAFT_ENGAGEMENT);
  measure = copil_passage_is_leaf (proposal->kind) && proposal->level == 1
                ? find_measure_before (editing, place)
                : G_MAXUINT;
  if (measure == G_MAXUINT)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("It stands as low as it can."));
  proposal->level = 2;
  return copil_editing_move (editing, place, proposal->n_below + 1,
                             measure + copil_editing_get (editing, measure)->n_below + 1);
}

gboolean
copil_passage_demote (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  return copil_editing_do (store, source, _ ("Demote a proposal"), demote, &id, error);
}

static gboolean
is_front (const CopilPassage *proposal)
{
  return proposal->kind == COPIL_DRAFT_FIELD || proposal->kind == COPIL_DRAFT_PARTY;
}

static gboolean
are_siblings (const CopilPassage *a, const CopilPassage *b)
{
  return a->parent == b->parent && a->level == b->level && is_front (a) == is_front (b) &&
         (!is_front (a) || a->kind == b->kind);
}

/* Where a step up leads: the place before which it comes to stand; G_MAXUINT at the end. */
static guint
find_step_up (CopilEditing *editing, guint place)
{
  const CopilPassage *proposal = copil_editing_get (editing, place);
  guint parent = proposal->parent;

  for (guint i = place; i > 0 && i - 1 != parent; i--)
    if (copil_editing_get (editing, i - 1)->parent == parent)
      return are_siblings (proposal, copil_editing_get (editing, i - 1)) ? i - 1 : G_MAXUINT;
  /* The first one under a heading goes to the end of what comes before that. */
  return parent != G_MAXUINT && parent && proposal->kind != COPIL_DRAFT_TARGET &&
                 !is_front (copil_editing_get (editing, parent - 1))
             ? parent
             : G_MAXUINT;
}

/* The same for a step down; "level" is set to that at which it comes to stand. */
static guint
find_step_down (CopilEditing *editing, guint place, guint *level)
{
  const CopilPassage *proposal = copil_editing_get (editing, place), *next;
  guint behind = place + proposal->n_below + 1;

  if (behind >= editing->proposals->len)
    return G_MAXUINT;
  next = copil_editing_get (editing, behind);
  if (are_siblings (proposal, next))
    return behind + next->n_below + 1;
  if (!proposal->level || proposal->kind == COPIL_DRAFT_TARGET)
    return G_MAXUINT;
  if (copil_passage_is_leaf (next->kind))
    {
      /* Out of its measure, before what stands under the axis itself. */
      *level = next->level;
      return behind;
    }
  if (next->kind == COPIL_DRAFT_MEASURE)
    *level = 2;
  return behind + 1;
}

/* Nothing under a heading comes to stand where there is none. */
static gboolean
check_heading (CopilEditing *editing, const CopilPassage *proposal)
{
  copil_passages_settle (editing->proposals);
  return !proposal->level || proposal->parent != G_MAXUINT ||
         copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot stand there."));
}

static gboolean
move_to (CopilEditing *editing, guint place, guint to, guint level)
{
  CopilPassage *proposal = copil_editing_get (editing, place);

  proposal->level = level;
  return copil_editing_move (editing, place, proposal->n_below + 1, to) &&
         check_heading (editing, proposal);
}

typedef struct
{
  gint64 id, other;
  int direction;           /* of a step */
  CopilPassageWhere where; /* seen from the other */
  gboolean moved;
} Moving;

static gboolean
shift (CopilEditing *editing, gpointer data)
{
  Moving *self = data;
  const CopilPassage *proposal;
  guint place, to, level;

  if (!copil_editing_require (editing, self->id, &place))
    return FALSE;
  proposal = copil_editing_get (editing, place);
  level = proposal->level;
  to =
      self->direction < 0 ? find_step_up (editing, place) : find_step_down (editing, place, &level);
  self->moved = to != G_MAXUINT;
  return !self->moved ||
         (copil_editing_check_open (editing, proposal) && move_to (editing, place, to, level));
}

gboolean
copil_passage_shift (CopilStore *store, gint64 source, gint64 id, int direction, GError **error)
{
  Moving moving = { .id = id, .direction = direction };

  return copil_editing_do (store, source, _ ("Move a proposal"), shift, &moving, error) &&
         moving.moved;
}

/* What the proposal can stand beside or under, of the one it was put to; NULL for nothing. */
static const CopilPassage *
find_neighbour (CopilEditing *editing, const CopilPassage *proposal, CopilPassageWhere where,
                const CopilPassage *other)
{
  gboolean into = where == COPIL_PASSAGE_INTO;

  if (is_front (proposal) || is_front (other))
    return proposal->kind == other->kind && !into ? other : NULL;
  if (proposal->kind == COPIL_DRAFT_TARGET)
    return other->kind == (into ? COPIL_DRAFT_INDICATOR : COPIL_DRAFT_TARGET) ? other : NULL;
  if (into)
    return (copil_passage_is_leaf (proposal->kind) && other->kind == COPIL_DRAFT_MEASURE) ||
                   (!copil_passage_is_top (proposal->kind) && copil_passage_is_top (other->kind))
               ? other
               : NULL;
  if (other->kind == COPIL_DRAFT_TARGET)
    other = copil_editing_get (editing, other->parent);
  while (other && !copil_passage_is_leaf (proposal->kind) && other->level > proposal->level)
    other = copil_editing_get (editing, other->parent);
  return other;
}

static gboolean
place_passage (CopilEditing *editing, guint place, CopilPassageWhere where, guint at)
{
  const CopilPassage *proposal = copil_editing_get (editing, place),
                     *other = copil_editing_get (editing, at);
  guint level = proposal->level;

  if (at >= place && at <= place + proposal->n_below)
    return TRUE;
  if (!copil_editing_check_open (editing, proposal))
    return FALSE;
  other = find_neighbour (editing, proposal, where, other);
  if (!other)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot stand there."));
  at = copil_editing_find (editing, other->id);
  if (copil_passage_is_leaf (proposal->kind))
    level = where == COPIL_PASSAGE_INTO ? other->level + 1 : MAX (other->level, 1);
  /* Directly under an axis: before its measures. */
  if (where == COPIL_PASSAGE_INTO && copil_passage_is_leaf (proposal->kind) &&
      copil_passage_is_top (other->kind))
    return move_to (editing, place, at + 1, level);
  return move_to (editing, place, where == COPIL_PASSAGE_BEFORE ? at : at + other->n_below + 1,
                  level);
}

static gboolean
place_beside (CopilEditing *editing, gpointer data)
{
  const Moving *self = data;
  guint place, at;

  return copil_editing_require (editing, self->id, &place) &&
         copil_editing_require (editing, self->other, &at) &&
         place_passage (editing, place, self->where, at);
}

gboolean
copil_passage_place (CopilStore *store, gint64 source, gint64 id, CopilPassageWhere where,
                     gint64 other, GError **error)
{
  Moving moving = { .id = id, .other = other, .where = where };

  return copil_editing_do (store, source, _ ("Move a proposal"), place_beside, &moving, error);
}
