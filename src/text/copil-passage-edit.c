/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections: every one changes the array in memory, which is then settled, checked and stored. */
#include "copil-passage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-id.h"
#include "copil-passage-private.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-block.h"
#include "copil-text-match.h"

G_DEFINE_QUARK (copil - proposal - error - quark, copil_passage_error)

/* How a proposal was stored. */
typedef struct
{
  CopilDraftKind kind;
  guint level;
  CopilPassageState state;
  gint64 above; /* the proposal it stood under */
} Before;

typedef struct
{
  CopilStore *store;
  gint64 source;
  GPtrArray *proposals;
  GHashTable *before; /* Before by id */
  GError **error;
} Editing;

static CopilPassage *
get (Editing *editing, guint place)
{
  return place < editing->proposals->len ? editing->proposals->pdata[place] : NULL;
}

static guint
find (Editing *editing, gint64 id)
{
  return copil_passages_find (editing->proposals, id);
}

static gint64
get_above (Editing *editing, const CopilPassage *proposal)
{
  return proposal->parent == G_MAXUINT ? 0 : get (editing, proposal->parent)->id;
}

static gboolean
begin (Editing *editing, CopilStore *store, gint64 source, const char *name, GError **error)
{
  editing->store = store;
  editing->source = source;
  editing->error = error;
  editing->proposals = copil_passages_load (store, source);
  editing->before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < editing->proposals->len; i++)
    {
      const CopilPassage *proposal = get (editing, i);
      Before *before = g_new0 (Before, 1);

      before->kind = proposal->kind;
      before->level = proposal->level;
      before->state = proposal->state;
      before->above = get_above (editing, proposal);
      g_hash_table_insert (editing->before, g_memdup2 (&proposal->id, sizeof proposal->id), before);
    }
  return copil_store_begin (store, name, error);
}

static gboolean
set (Editing *editing, const CopilPassage *proposal, const char *field, const char *value)
{
  return copil_store_set (editing->store, copil_kind_get ("passage"), proposal->id, field, value,
                          editing->error);
}

static gboolean
refuse (Editing *editing, CopilPassageError code, const char *sentence)
{
  g_set_error_literal (editing->error, COPIL_PASSAGE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
check_open (Editing *editing, const CopilPassage *proposal)
{
  if (proposal->state != COPIL_PASSAGE_ACCEPTED)
    return TRUE;
  return refuse (editing, COPIL_PASSAGE_ERROR_TAKEN,
                 _ ("It is in the file already: take it back first, or change it on its page."));
}

static gboolean
write_structure (Editing *editing, const CopilPassage *proposal, const Before *before)
{
  g_autofree char *level = g_strdup_printf ("%u", proposal->level);

  return (proposal->kind == before->kind ||
          set (editing, proposal, "type", copil_passage_kind_name (proposal->kind))) &&
         (proposal->level == before->level || set (editing, proposal, "level", level)) &&
         (proposal->state == before->state ||
          set (editing, proposal, "state", copil_passage_state_name (proposal->state)));
}

/* What is a record already must stand where it stood. */
static gboolean
check_and_write (Editing *editing)
{
  copil_passages_settle (editing->proposals);
  for (guint i = 0; i < editing->proposals->len; i++)
    {
      const CopilPassage *proposal = get (editing, i);
      const Before *before = g_hash_table_lookup (editing->before, &proposal->id);

      if (!before)
        continue;
      if (before->state == COPIL_PASSAGE_ACCEPTED && proposal->state == COPIL_PASSAGE_ACCEPTED &&
          (proposal->kind != before->kind || get_above (editing, proposal) != before->above))
        return refuse (editing, COPIL_PASSAGE_ERROR_TAKEN,
                       _ ("What is in the file already would change its place: take it back first, "
                          "or change it on its page."));
      if (!write_structure (editing, proposal, before))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (Editing *editing, gboolean ok)
{
  ok = ok && check_and_write (editing) && copil_store_commit (editing->store, editing->error);
  if (!ok)
    copil_store_rollback (editing->store);
  g_ptr_array_unref (editing->proposals);
  g_hash_table_unref (editing->before);
  return ok;
}

/* Moves n of them before the place "to" (both places as they are now), here and in the file. */
static gboolean
move (Editing *editing, guint from, guint n, guint to)
{
  const CopilKind *kind = copil_kind_get ("passage");
  CopilPassage *behind = get (editing, to);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint place;

  if (to >= from && to <= from + n)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      CopilPassage *proposal = g_ptr_array_steal_index (editing->proposals, from);

      g_ptr_array_add (moved, proposal);
    }
  place = behind ? find (editing, behind->id) : editing->proposals->len;
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

/* --- kinds and levels --- */

static gboolean
is_leaf (CopilDraftKind kind)
{
  return kind == COPIL_DRAFT_ENGAGEMENT || kind == COPIL_DRAFT_INDICATOR;
}

static gboolean
is_top (CopilDraftKind kind)
{
  return kind == COPIL_DRAFT_AXIS || kind == COPIL_DRAFT_ARTICLE;
}

/* A heading has a number of its own: that at its beginning, not that of the article around. */
static gboolean
settle_label (Editing *editing, CopilPassage *proposal)
{
  CopilPassage *above = get (editing, proposal->parent);
  g_autoptr (GMatchInfo) info = NULL;

  if (proposal->label && (!above || g_strcmp0 (proposal->label, above->label) != 0))
    return TRUE;
  g_clear_pointer (&proposal->label, g_free);
  if (copil_text_search (
          "^(?i:(?:article|axe|axis|mesure|objectif|domaine)\\s+(?:n\\s?[°o]\\s?)?)?"
          "([0-9]+(?:\\s?\\.\\s?[0-9]+)*|[IVX]+|[a-z](?=\\)))\\s*[.):–—-]+\\s*(\\S.*)",
          proposal->text, &info))
    {
      proposal->label = g_match_info_fetch (info, 1);
      g_free (proposal->text);
      proposal->text = g_match_info_fetch (info, 2);
    }
  return set (editing, proposal, "label", proposal->label) &&
         set (editing, proposal, "text", proposal->text);
}

static gboolean
insert_proposal (Editing *editing, CopilPassage *proposal, guint place)
{
  CopilPassage *behind = get (editing, place);
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
  g_ptr_array_insert (editing->proposals, (int)MIN (place, editing->proposals->len), proposal);
  return proposal->id && (!behind || copil_store_place (editing->store, kind, proposal->id,
                                                        behind->id, editing->error));
}

static gboolean
remove_proposal (Editing *editing, guint place)
{
  gint64 id = get (editing, place)->id;

  g_ptr_array_remove_index (editing->proposals, place);
  return copil_store_delete (editing->store, copil_kind_get ("passage"), id, editing->error);
}

/* The quantity and the date of an engagement are a target of the indicator it becomes. */
static gboolean
add_target (Editing *editing, guint place)
{
  const CopilPassage *indicator = get (editing, place);
  CopilPassage *target;

  if (indicator->quantity <= 0 || !indicator->due)
    return TRUE;
  target = copil_passage_new ();
  target->kind = COPIL_DRAFT_TARGET;
  target->level = indicator->level + 1;
  target->text = g_strdup_printf ("%.0f", indicator->quantity);
  target->quantity = indicator->quantity;
  target->due = g_strdup (indicator->due);
  target->start = indicator->start;
  target->end = indicator->end;
  return insert_proposal (editing, target, place + 1);
}

/* And back: an engagement has one quantity and one date. */
static gboolean
fold_targets (Editing *editing, guint place)
{
  CopilPassage *proposal = get (editing, place);

  while (place + 1 < editing->proposals->len &&
         get (editing, place + 1)->kind == COPIL_DRAFT_TARGET)
    {
      const CopilPassage *target = get (editing, place + 1);
      char quantity[G_ASCII_DTOSTR_BUF_SIZE];

      if (!check_open (editing, target))
        return FALSE;
      if (proposal->quantity <= 0 && !proposal->due)
        {
          proposal->quantity = target->quantity;
          proposal->due = g_strdup (target->due);
          g_ascii_dtostr (quantity, sizeof quantity, target->quantity);
          if (!set (editing, proposal, "quantity", quantity) ||
              !set (editing, proposal, "due", target->due))
            return FALSE;
        }
      if (!remove_proposal (editing, place + 1))
        return FALSE;
    }
  return TRUE;
}

/* What follows a new measure directly comes to stand under it. */
static void
adopt (Editing *editing, guint place, guint old_level)
{
  for (guint i = place + 1; i < editing->proposals->len; i++)
    {
      CopilPassage *next = get (editing, i);

      if ((!is_leaf (next->kind) && next->kind != COPIL_DRAFT_TARGET) ||
          next->level < MAX (old_level, 1))
        return;
      next->level = next->kind == COPIL_DRAFT_TARGET ? 3 : 2;
    }
}

static gboolean
make_party (Editing *editing, guint place)
{
  guint end = 0;

  if (get (editing, place)->n_below)
    return refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                   _ ("Proposals stand under it: it cannot be a signatory."));
  while (end < editing->proposals->len && (get (editing, end)->kind == COPIL_DRAFT_FIELD ||
                                           get (editing, end)->kind == COPIL_DRAFT_PARTY))
    end++;
  get (editing, place)->kind = COPIL_DRAFT_PARTY;
  get (editing, place)->level = 0;
  return move (editing, place, 1, end);
}

static gboolean
become (Editing *editing, guint place, CopilDraftKind kind)
{
  CopilPassage *proposal = get (editing, place);
  CopilDraftKind old = proposal->kind;
  guint level = proposal->level;

  if (old == kind)
    return TRUE;
  if (!check_open (editing, proposal))
    return FALSE;
  if (old == COPIL_DRAFT_FIELD || old == COPIL_DRAFT_PARTY || kind == COPIL_DRAFT_FIELD)
    return refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                   _ ("A field or a signatory stays what it is: set it aside if it is wrong."));
  if (kind == COPIL_DRAFT_PARTY)
    return make_party (editing, place);
  if (old == COPIL_DRAFT_INDICATOR && !fold_targets (editing, place))
    return FALSE;
  proposal->kind = kind;
  switch (kind)
    {
    case COPIL_DRAFT_AXIS:
      proposal->level = 0;
      if (proposal->state == COPIL_PASSAGE_ASIDE)
        proposal->state = COPIL_PASSAGE_PROPOSED;
      for (guint i = place + 1; old == COPIL_DRAFT_ARTICLE && i <= place + proposal->n_below; i++)
        if (get (editing, i)->state == COPIL_PASSAGE_ASIDE)
          get (editing, i)->state = COPIL_PASSAGE_PROPOSED;
      return is_top (old) || settle_label (editing, proposal);
    case COPIL_DRAFT_ARTICLE:
      proposal->level = 0;
      return is_top (old) || settle_label (editing, proposal);
    case COPIL_DRAFT_MEASURE:
      proposal->level = 1;
      adopt (editing, place, is_top (old) ? 1 : level);
      return is_top (old) || settle_label (editing, proposal);
    case COPIL_DRAFT_TARGET:
      return refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                     _ ("A target belongs to an indicator: make it an indicator."));
    default:
      proposal->level = is_leaf (old) ? level : 2;
      return kind != COPIL_DRAFT_INDICATOR || add_target (editing, place);
    }
}

gboolean
copil_passages_set_kind (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                          CopilDraftKind kind, GError **error)
{
  Editing editing;
  gboolean ok =
      begin (&editing, store, source,
             ngettext ("Change what a proposal is", "Change what proposals are", n), error);

  for (guint k = 0; k < n && ok; k++)
    {
      guint place = find (&editing, ids[k]);

      ok = place == G_MAXUINT || become (&editing, place, kind);
      copil_passages_settle (editing.proposals);
    }
  return finish (&editing, ok);
}

/* The measure before an engagement in the same axis; G_MAXUINT for none. */
static guint
find_measure_before (Editing *editing, guint place)
{
  guint parent = get (editing, place)->parent;

  for (guint i = place; i > 0 && i - 1 != parent; i--)
    if (get (editing, i - 1)->kind == COPIL_DRAFT_MEASURE && get (editing, i - 1)->parent == parent)
      return i - 1;
  return G_MAXUINT;
}

static gboolean
promote (Editing *editing, guint place)
{
  CopilPassage *proposal = get (editing, place);

  if (!check_open (editing, proposal))
    return FALSE;
  if (proposal->kind == COPIL_DRAFT_MEASURE)
    return become (editing, place, COPIL_DRAFT_AXIS);
  if (is_leaf (proposal->kind) && proposal->level == 1)
    return become (editing, place, COPIL_DRAFT_MEASURE);
  if (is_leaf (proposal->kind))
    {
      guint end = proposal->parent + get (editing, proposal->parent)->n_below + 1;

      proposal->level = 1;
      for (guint i = 1; i <= proposal->n_below; i++)
        get (editing, place + i)->level = 2;
      return move (editing, place, proposal->n_below + 1, end);
    }
  return refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It stands as high as it can."));
}

gboolean
copil_passage_promote (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Promote a proposal"), error);
  guint place = find (&editing, id);

  return finish (&editing, ok && place != G_MAXUINT && promote (&editing, place));
}

static gboolean
demote (Editing *editing, guint place)
{
  CopilPassage *proposal = get (editing, place);
  guint measure;

  if (!check_open (editing, proposal))
    return FALSE;
  if (is_top (proposal->kind))
    {
      if (!place ||
          !(is_top (get (editing, place - 1)->kind) || get (editing, place - 1)->level > 0))
        return refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                       _ ("No axis comes before it that it could stand under."));
      return become (editing, place, COPIL_DRAFT_MEASURE);
    }
  if (proposal->kind == COPIL_DRAFT_MEASURE)
    return become (editing, place, COPIL_DRAFT_ENGAGEMENT);
  measure = is_leaf (proposal->kind) && proposal->level == 1 ? find_measure_before (editing, place)
                                                             : G_MAXUINT;
  if (measure == G_MAXUINT)
    return refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It stands as low as it can."));
  proposal->level = 2;
  for (guint i = 1; i <= proposal->n_below; i++)
    get (editing, place + i)->level = 3;
  return move (editing, place, proposal->n_below + 1,
               measure + get (editing, measure)->n_below + 1);
}

gboolean
copil_passage_demote (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Demote a proposal"), error);
  guint place = find (&editing, id);

  return finish (&editing, ok && place != G_MAXUINT && demote (&editing, place));
}

/* --- places --- */

/* Where a step up or down leads: the place before which it comes to stand; G_MAXUINT at the end. */
static guint
find_step (Editing *editing, guint place, int direction)
{
  const CopilPassage *proposal = get (editing, place);
  guint parent = proposal->parent, next = place + proposal->n_below + 1;

  if (direction < 0)
    {
      for (guint i = place; i > 0 && i - 1 != parent; i--)
        if (get (editing, i - 1)->parent == parent)
          return get (editing, i - 1)->level == proposal->level &&
                         (is_top (proposal->kind) == is_top (get (editing, i - 1)->kind))
                     ? i - 1
                     : G_MAXUINT;
      /* The first one under a heading goes to the end of what comes before that. */
      return proposal->level && parent != G_MAXUINT && parent &&
                     get (editing, parent - 1)->kind != COPIL_DRAFT_PARTY &&
                     get (editing, parent - 1)->kind != COPIL_DRAFT_FIELD
                 ? parent
                 : G_MAXUINT;
    }
  if (next >= editing->proposals->len)
    return G_MAXUINT;
  if (get (editing, next)->parent == parent)
    return next + get (editing, next)->n_below + 1;
  return proposal->level ? next + 1 : G_MAXUINT;
}

gboolean
copil_passage_shift (CopilStore *store, gint64 source, gint64 id, int direction, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Move a proposal"), error);
  guint place = find (&editing, id), to;
  gboolean moved = FALSE;

  if (ok && place != G_MAXUINT)
    {
      CopilPassage *proposal = get (&editing, place);

      to = find_step (&editing, place, direction);
      moved = to != G_MAXUINT;
      if (moved && is_leaf (proposal->kind) && to > 0 &&
          get (&editing, MIN (to, editing.proposals->len) - 1)->kind == COPIL_DRAFT_MEASURE)
        proposal->level = 2;
      ok = !moved || move (&editing, place, proposal->n_below + 1, to);
    }
  ok = finish (&editing, ok);
  return ok && moved;
}

gboolean
copil_passage_place (CopilStore *store, gint64 source, gint64 id, CopilPassageWhere where,
                      gint64 other, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Move a proposal"), error);
  guint place = find (&editing, id), at = find (&editing, other), to;

  if (ok && place != G_MAXUINT && at != G_MAXUINT)
    {
      CopilPassage *proposal = get (&editing, place);
      const CopilPassage *target = get (&editing, at);

      if (at >= place && at <= place + proposal->n_below)
        return finish (&editing, TRUE);
      if ((proposal->kind == COPIL_DRAFT_FIELD || proposal->kind == COPIL_DRAFT_PARTY) !=
          (target->kind == COPIL_DRAFT_FIELD || target->kind == COPIL_DRAFT_PARTY))
        return finish (&editing,
                       refuse (&editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot stand there.")));
      to = where == COPIL_PASSAGE_BEFORE ? at : at + target->n_below + 1;
      if (is_leaf (proposal->kind))
        proposal->level = where == COPIL_PASSAGE_INTO ? target->level + 1 : MAX (target->level, 1);
      for (guint i = 1; i <= proposal->n_below && is_leaf (proposal->kind); i++)
        get (&editing, place + i)->level = proposal->level + 1;
      /* Directly under an axis: before its measures. */
      if (where == COPIL_PASSAGE_INTO && is_leaf (proposal->kind) && is_top (target->kind))
        to = at + 1;
      ok = move (&editing, place, proposal->n_below + 1, to);
    }
  return finish (&editing, ok);
}

/* --- what they say --- */

gboolean
copil_passages_set_aside (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                           gboolean aside, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source,
                       aside ? ngettext ("Set a proposal aside", "Set proposals aside", n)
                             : ngettext ("Propose it again", "Propose them again", n),
                       error);

  for (guint k = 0; k < n && ok; k++)
    {
      guint place = find (&editing, ids[k]);

      if (place == G_MAXUINT)
        continue;
      for (guint i = place; i <= place + get (&editing, place)->n_below; i++)
        if (get (&editing, i)->state != COPIL_PASSAGE_ACCEPTED)
          get (&editing, i)->state = aside ? COPIL_PASSAGE_ASIDE : COPIL_PASSAGE_PROPOSED;
    }
  return finish (&editing, ok);
}

gboolean
copil_passages_set_parties (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                             const char *parties, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Change who commits"), error);

  for (guint k = 0; k < n && ok; k++)
    {
      CopilPassage *proposal = get (&editing, find (&editing, ids[k]));

      if (!proposal || proposal->kind != COPIL_DRAFT_ENGAGEMENT)
        continue;
      ok = check_open (&editing, proposal) && set (&editing, proposal, "parties", parties) &&
           set (&editing, proposal, "doubtful", NULL);
    }
  return finish (&editing, ok);
}

gboolean
copil_passage_set (CopilStore *store, gint64 source, gint64 id, const char *field,
                    const char *value, GError **error)
{
  Editing editing;
  gboolean ok = begin (&editing, store, source, _ ("Correct a proposal"), error);
  CopilPassage *proposal = get (&editing, find (&editing, id));

  return finish (&editing, ok && proposal && check_open (&editing, proposal) &&
                               set (&editing, proposal, field, value) &&
                               set (&editing, proposal, "doubtful", NULL));
}

/* --- one of several, several of one --- */

static char *
join_ids (const char *first, const char *second)
{
  g_autofree char *both = g_strjoin (" ", first ? first : "", second ? second : "", NULL);
  g_auto (GStrv) ids = g_strsplit (both, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      gboolean known = !*ids[i];

      for (guint j = 0; j < i && !known; j++)
        known = g_str_equal (ids[i], ids[j]);
      if (!known)
        g_string_append_printf (joined, "%s%s", joined->len ? " " : "", ids[i]);
    }
  return joined->len ? g_strdup (joined->str) : NULL;
}

/* Adds the second to the first, and takes it away. */
static gboolean
merge_pair (Editing *editing, guint first, guint second)
{
  CopilPassage *into = get (editing, first);
  const CopilPassage *from = get (editing, second);
  g_autofree char *text = g_strdup_printf ("%s %s", into->text, from->text),
                  *parties = join_ids (into->parties, from->parties), *start = NULL, *end = NULL;
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];

  if (!check_open (editing, into) || !check_open (editing, from))
    return FALSE;
  if (into->kind == COPIL_DRAFT_FIELD || from->kind == COPIL_DRAFT_FIELD ||
      (into->kind == COPIL_DRAFT_PARTY) != (from->kind == COPIL_DRAFT_PARTY) ||
      into->change == COPIL_PASSAGE_GONE || from->change == COPIL_PASSAGE_GONE)
    return refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("These cannot be made one."));
  g_free (into->text);
  into->text = g_strdup (g_strstrip (text));
  if (from->end > from->start)
    {
      into->start = into->end ? MIN (into->start, from->start) : from->start;
      into->end = MAX (into->end, from->end);
    }
  start = g_strdup_printf ("%" G_GSIZE_FORMAT, into->start);
  end = g_strdup_printf ("%" G_GSIZE_FORMAT, into->end);
  if (into->quantity <= 0 && from->quantity > 0)
    {
      into->quantity = from->quantity;
      g_ascii_dtostr (quantity, sizeof quantity, from->quantity);
      if (!set (editing, into, "quantity", quantity) || !set (editing, into, "unit", from->unit))
        return FALSE;
    }
  if (!into->due && from->due && !set (editing, into, "due", from->due))
    return FALSE;
  if (is_leaf (into->kind) && into->may != from->may && !set (editing, into, "strength", "must"))
    return FALSE;
  g_free (into->parties);
  into->parties = g_steal_pointer (&parties);
  return set (editing, into, "text", into->text) && set (editing, into, "parties", into->parties) &&
         set (editing, into, "start", start) && set (editing, into, "finish", end) &&
         set (editing, into, "doubtful", NULL) && remove_proposal (editing, second);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

gboolean
copil_passages_merge (CopilStore *store, gint64 source, const gint64 *ids, guint n, GError **error)
{
  Editing editing;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean ok = begin (&editing, store, source, _ ("Make one of several proposals"), error);

  for (guint k = 0; k < n; k++)
    {
      guint place = find (&editing, ids[k]);

      if (place != G_MAXUINT)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  if (places->len == 1)
    {
      guint before = g_array_index (places, guint, 0);

      if (before == 0)
        ok = refuse (&editing, COPIL_PASSAGE_ERROR_PLACE, _ ("Nothing comes before it."));
      before--;
      g_array_prepend_val (places, before);
    }
  for (guint i = 1; i < places->len && ok; i++)
    if (g_array_index (places, guint, i) != g_array_index (places, guint, i - 1) + 1)
      ok = refuse (&editing, COPIL_PASSAGE_ERROR_PLACE,
                   _ ("Only proposals that follow each other can be made one."));
  for (guint i = places->len; i > 1 && ok; i--)
    ok = merge_pair (&editing, g_array_index (places, guint, i - 2),
                     g_array_index (places, guint, i - 1));
  return finish (&editing, ok);
}

/* Where a piece stands in the text between two bytes: spaces, bullets and hyphens at line ends are
 * not compared. */
static gboolean
find_piece (const char *text, gsize from, gsize to, const char *piece, gsize *start, gsize *end)
{
  const char *limit = text + to;

  for (const char *at = text + from; at < limit; at = g_utf8_next_char (at))
    {
      const char *in_text = at, *in_piece = piece, *last = at;

      while (in_text < limit && *in_piece)
        {
          gunichar a = g_utf8_get_char (in_text), b = g_utf8_get_char (in_piece);

          if (g_unichar_tolower (a) == g_unichar_tolower (b))
            {
              in_text = last = g_utf8_next_char (in_text);
              in_piece = g_utf8_next_char (in_piece);
            }
          else if (!g_unichar_isalnum (b))
            in_piece = g_utf8_next_char (in_piece);
          else if (in_text > at && !g_unichar_isalnum (a))
            in_text = g_utf8_next_char (in_text);
          else
            break;
        }
      if (!*in_piece && last > at)
        {
          *start = (gsize)(at - text);
          *end = (gsize)(last - text);
          return TRUE;
        }
    }
  return FALSE;
}

/* Each piece keeps what was found in it: the date whose year it names, the quantity with its unit.
 */
static gboolean
share_figures (Editing *editing, CopilPassage *first, CopilPassage *piece)
{
  g_autofree char *year = first->due ? g_strndup (first->due, 4) : NULL;

  if (year && !strstr (first->text, year) && strstr (piece->text, year))
    {
      piece->due = g_steal_pointer (&first->due);
      if (!set (editing, first, "due", NULL))
        return FALSE;
    }
  if (first->unit && !strstr (first->text, first->unit) && strstr (piece->text, first->unit))
    {
      piece->unit = g_steal_pointer (&first->unit);
      piece->quantity = first->quantity;
      first->quantity = 0;
      return set (editing, first, "unit", NULL) && set (editing, first, "quantity", NULL);
    }
  return TRUE;
}

static gboolean
split (Editing *editing, guint place, const char *const *texts, const char *text)
{
  CopilPassage *first = get (editing, place);
  gsize from = first->start, to = MIN (first->end, text ? strlen (text) : 0), start, end;
  gboolean heading = is_top (first->kind) || first->kind == COPIL_DRAFT_MEASURE;
  guint n = 0;

  if (!check_open (editing, first))
    return FALSE;
  if (first->kind == COPIL_DRAFT_FIELD || first->change == COPIL_PASSAGE_GONE)
    return refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot be split."));
  for (guint i = 0; texts[i]; i++)
    {
      g_autofree char *clean = copil_text_replace ("[\\s;,]+$", texts[i], "");
      CopilPassage *piece = first;
      gboolean found;

      if (!*g_strstrip (clean))
        continue;
      found = text && from < to && find_piece (text, from, to, clean, &start, &end);
      if (n == 0)
        {
          g_autofree char *finish_at = g_strdup_printf ("%" G_GSIZE_FORMAT, found ? end : to);

          g_free (first->text);
          first->text = g_steal_pointer (&clean);
          if (!set (editing, first, "text", first->text) ||
              (found && !set (editing, first, "finish", finish_at)))
            return FALSE;
          first->end = found ? end : first->end;
        }
      else
        {
          piece = copil_passage_new ();
          piece->kind = heading ? COPIL_DRAFT_ENGAGEMENT : first->kind;
          piece->level = heading ? first->level + 1 : first->level;
          piece->may = first->may;
          piece->label = g_strdup (first->label);
          piece->parties = g_strdup (first->parties);
          piece->side = g_strdup (first->side);
          piece->text = g_steal_pointer (&clean);
          piece->start = found ? start : first->start;
          piece->end = found ? end : first->end;
          if (!share_figures (editing, first, piece) ||
              !insert_proposal (editing, piece, place + n))
            return FALSE;
        }
      from = found ? end : from;
      n++;
    }
  return n > 0 ? set (editing, first, "doubtful", NULL)
               : refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("A proposal needs a text."));
}

gboolean
copil_passage_split (CopilStore *store, gint64 source, gint64 id, const char *const *texts,
                      GError **error)
{
  Editing editing;
  g_autofree char *text = copil_source_dup_text (store, source);
  gboolean ok = begin (&editing, store, source, _ ("Split a proposal"), error);
  guint place = find (&editing, id);

  return finish (&editing, ok && place != G_MAXUINT && split (&editing, place, texts, text));
}

char **
copil_passage_suggest_split (const char *text)
{
  g_auto (GStrv) sentences = copil_text_split_sentences (text);
  GPtrArray *pieces = g_ptr_array_new ();

  for (guint i = 0; sentences[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (sentences[i], ";", -1);

      for (guint j = 0; parts[j]; j++)
        if (*g_strstrip (parts[j]))
          g_ptr_array_add (pieces, g_strdup (parts[j]));
    }
  g_ptr_array_add (pieces, NULL);
  return (char **)g_ptr_array_free (pieces, FALSE);
}

/* The words of a passage on one line, without bullets and markup. */
static char *
dup_passage (const char *text, gsize start, gsize end)
{
  g_autofree char *passage = g_strndup (text + start, end - start);
  g_autoptr (CopilText) plain = copil_text_new_from_plain (passage);
  GPtrArray *lines = copil_text_get_lines (plain);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];

      if (joined->len && joined->str[joined->len - 1] == '-' && *line->text &&
          g_unichar_islower (g_utf8_get_char (line->text)))
        g_string_truncate (joined, joined->len - 1);
      else if (joined->len)
        g_string_append_c (joined, ' ');
      g_string_append (joined, line->text);
    }
  return copil_text_replace ("[\\s;,]+$", joined->str, "");
}

gint64
copil_passage_add (CopilStore *store, gint64 source, CopilDraftKind kind, gsize start, gsize end,
                    GError **error)
{
  Editing editing;
  g_autofree char *text = copil_source_dup_text (store, source), *words = NULL;
  gboolean ok = begin (&editing, store, source, _ ("Propose a passage"), error);
  CopilPassage *proposal;
  guint place = 0;
  gint64 id = 0;

  if (ok && text && start < end && end <= strlen (text))
    words = dup_passage (text, start, end);
  if (ok && (!words || !*words))
    ok = refuse (&editing, COPIL_PASSAGE_ERROR_PLACE, _ ("Select the passage in the text first."));
  if (!ok)
    {
      finish (&editing, FALSE);
      return 0;
    }
  while (place < editing.proposals->len)
    {
      const CopilPassage *other = get (&editing, place);
      gboolean before = other->kind == COPIL_DRAFT_FIELD || other->kind == COPIL_DRAFT_PARTY;

      if (kind == COPIL_DRAFT_PARTY ? !before : !before && other->end && other->start >= start)
        break;
      place++;
    }
  proposal = copil_passage_new ();
  proposal->kind = kind;
  proposal->level = kind == COPIL_DRAFT_MEASURE ? 1 : is_leaf (kind) ? 2 : 0;
  proposal->text = g_steal_pointer (&words);
  proposal->start = start;
  proposal->end = end;
  if (kind == COPIL_DRAFT_PARTY)
    proposal->side = g_strdup ("1");
  if (is_leaf (kind) && place > 0)
    {
      const CopilPassage *before = get (&editing, place - 1);

      /* As a rule, the one before says who goes on committing. */
      if (before->level > 0)
        proposal->label = g_strdup (before->label);
      if (before->kind == COPIL_DRAFT_ENGAGEMENT)
        {
          proposal->parties = g_strdup (before->parties);
          proposal->level = before->level;
        }
    }
  ok = insert_proposal (&editing, proposal, place);
  id = proposal->id;
  if (ok && (is_top (kind) || kind == COPIL_DRAFT_MEASURE))
    ok = settle_label (&editing, proposal);
  return finish (&editing, ok) ? id : 0;
}
