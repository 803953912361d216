/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One proposal of several, several of one, and new ones from the text. */
#include "copil-passage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-passage-editing.h"
#include "copil-passage-private.h"
#include "copil-record.h"
#include "copil-text-block.h"
#include "copil-text-rules.h"

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

/* What names the signatory names the other one from now on. */
static gboolean
rename_party (CopilEditing *editing, gint64 old, gint64 now)
{
  g_autofree char *gone = g_strdup_printf ("%" G_GINT64_FORMAT, old),
                  *kept = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  for (guint i = 0; i < editing->proposals->len; i++)
    {
      CopilPassage *proposal = copil_editing_get (editing, i);
      g_auto (GStrv) ids = g_strsplit (proposal->parties ? proposal->parties : "", " ", -1);
      g_autofree char *named = NULL;
      gboolean found = FALSE;

      for (guint k = 0; ids[k]; k++)
        if (g_str_equal (ids[k], gone))
          {
            g_free (ids[k]);
            ids[k] = g_strdup (kept);
            found = TRUE;
          }
      if (!found)
        continue;
      named = g_strjoinv (" ", ids);
      g_free (proposal->parties);
      proposal->parties = join_ids (named, NULL);
      if (!copil_editing_set (editing, proposal, "parties", proposal->parties))
        return FALSE;
    }
  return TRUE;
}

/* Whether the second can become a part of the first. */
static gboolean
check_pair (CopilEditing *editing, const CopilPassage *into, const CopilPassage *from)
{
  if (!copil_editing_check_open (editing, into) || !copil_editing_check_open (editing, from))
    return FALSE;
  if (into->kind == COPIL_DRAFT_FIELD || from->kind == COPIL_DRAFT_FIELD ||
      into->kind == COPIL_DRAFT_TARGET || from->kind == COPIL_DRAFT_TARGET ||
      (into->kind == COPIL_DRAFT_PARTY) != (from->kind == COPIL_DRAFT_PARTY) ||
      (from->record && (into->record || into->kind != from->kind)))
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("These cannot be made one."));
  return TRUE;
}

/* The first takes what the second says beside its words where it says nothing itself. */
static gboolean
merge_figures (CopilEditing *editing, CopilPassage *into, const CopilPassage *from)
{
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];

  if (into->quantity <= 0 && from->quantity > 0)
    {
      into->quantity = from->quantity;
      g_free (into->unit);
      into->unit = g_strdup (from->unit);
      g_ascii_dtostr (quantity, sizeof quantity, from->quantity);
      if (!copil_editing_set (editing, into, "quantity", quantity) ||
          !copil_editing_set (editing, into, "unit", from->unit))
        return FALSE;
    }
  if (!into->due && from->due)
    {
      into->due = g_strdup (from->due);
      if (!copil_editing_set (editing, into, "due", from->due))
        return FALSE;
    }
  if (copil_passage_is_leaf (into->kind) && copil_passage_is_leaf (from->kind) && into->may &&
      !from->may)
    {
      into->may = FALSE;
      return copil_editing_set (editing, into, "strength", "must");
    }
  return TRUE;
}

/* The first is about the record that the second is about. */
static gboolean
take_record (CopilEditing *editing, CopilPassage *into, const CopilPassage *from)
{
  g_autofree char *record = g_strdup_printf ("%" G_GINT64_FORMAT, from->record);

  if (!from->record)
    return TRUE;
  into->record = from->record;
  into->change = from->change;
  into->changed = g_strdup (from->changed);
  return copil_editing_set (editing, into, "record", record) &&
         copil_editing_set (editing, into, "change", copil_passage_change_name (into->change)) &&
         copil_editing_set (editing, into, "changed", into->changed);
}

/* What stands between two passages that become one: the semicolon of the text, or a space. */
static const char *
get_joint (CopilEditing *editing, const CopilPassage *into, const CopilPassage *from)
{
  g_autofree char *text = NULL;

  if (from->start < into->end || from->start - into->end > 12)
    return " ";
  text = copil_source_dup_text (editing->store, editing->source);
  return text && from->start <= strlen (text) &&
                 memchr (text + into->end, ';', from->start - into->end)
             ? " ; "
             : " ";
}

/* Adds the second to the first, and takes it away. */
static gboolean
merge_pair (CopilEditing *editing, guint first, guint second)
{
  CopilPassage *into = copil_editing_get (editing, first);
  const CopilPassage *from = copil_editing_get (editing, second);
  g_autofree char *text =
                      g_strconcat (into->text, get_joint (editing, into, from), from->text, NULL),
                  *parties = join_ids (into->parties, from->parties), *start = NULL, *end = NULL;

  if (!check_pair (editing, into, from))
    return FALSE;
  /* Targets need an indicator. */
  if (from->kind == COPIL_DRAFT_INDICATOR && into->kind != COPIL_DRAFT_INDICATOR &&
      !copil_editing_fold_targets (editing, second))
    return FALSE;
  g_free (into->text);
  into->text = g_strdup (g_strstrip (text));
  if (from->end > from->start)
    {
      into->start = into->end ? MIN (into->start, from->start) : from->start;
      into->end = MAX (into->end, from->end);
    }
  start = g_strdup_printf ("%" G_GSIZE_FORMAT, into->start);
  end = g_strdup_printf ("%" G_GSIZE_FORMAT, into->end);
  g_free (into->parties);
  into->parties = g_steal_pointer (&parties);
  /* A later text that reads so speaks of what both became. */
  if (from->reading)
    {
      char *readings = into->reading ? g_strjoin ("\n", into->reading, from->reading, NULL)
                                     : g_strdup (from->reading);

      g_free (into->reading);
      into->reading = readings;
      if (!copil_editing_set (editing, into, "reading", readings))
        return FALSE;
    }
  return take_record (editing, into, from) && merge_figures (editing, into, from) &&
         (from->kind != COPIL_DRAFT_PARTY || rename_party (editing, from->id, into->id)) &&
         copil_editing_set (editing, into, "text", into->text) &&
         copil_editing_set (editing, into, "parties", into->parties) &&
         copil_editing_set (editing, into, "start", start) &&
         copil_editing_set (editing, into, "finish", end) &&
         copil_editing_set (editing, into, "doubtful", NULL) &&
         copil_editing_remove (editing, second);
}

/* Whether the second follows the first, the targets of an indicator left out. */
static gboolean
follows (CopilEditing *editing, guint first, guint second)
{
  const CopilPassage *before = copil_editing_get (editing, first);

  return second == first + 1 + (before->kind == COPIL_DRAFT_INDICATOR ? before->n_below : 0);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

typedef struct
{
  const gint64 *ids;
  guint n;
} Merging;

/* One alone is made one with what comes before it: its place is put first. */
static gboolean
add_place_before (CopilEditing *editing, GArray *places)
{
  guint before = g_array_index (places, guint, 0);

  if (before == 0)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                 _ ("Nothing comes before it."));
  before--;
  if (copil_editing_get (editing, before)->kind == COPIL_DRAFT_TARGET &&
      copil_editing_get (editing, before + 1)->kind != COPIL_DRAFT_TARGET)
    before = copil_editing_get (editing, before)->parent;
  g_array_prepend_val (places, before);
  return TRUE;
}

static gboolean
merge (CopilEditing *editing, gpointer data)
{
  const Merging *merging = data;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < merging->n; k++)
    {
      guint place;

      if (!copil_editing_require (editing, merging->ids[k], &place))
        return FALSE;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  if (places->len == 1 && !add_place_before (editing, places))
    return FALSE;
  for (guint i = 1; i < places->len; i++)
    if (!follows (editing, g_array_index (places, guint, i - 1), g_array_index (places, guint, i)))
      return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                   _ ("Only proposals that follow each other can be made one."));
  for (guint i = places->len; i > 1; i--)
    if (!merge_pair (editing, g_array_index (places, guint, i - 2),
                     g_array_index (places, guint, i - 1)))
      return FALSE;
  return TRUE;
}

gboolean
copil_passages_merge (CopilStore *store, gint64 source, const gint64 *ids, guint n, GError **error)
{
  return copil_editing_do (store, source, _ ("Make one of several proposals"), merge,
                           &(Merging){ ids, n }, error);
}

gboolean
copil_passage_find_words (const char *text, gsize from, gsize to, const char *piece, gsize *start,
                          gsize *end)
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
share_figures (CopilEditing *editing, CopilPassage *first, CopilPassage *piece)
{
  g_autofree char *year = first->due ? g_strndup (first->due, 4) : NULL;

  if (year && !strstr (first->text, year) && strstr (piece->text, year))
    {
      piece->due = g_steal_pointer (&first->due);
      if (!copil_editing_set (editing, first, "due", NULL))
        return FALSE;
    }
  if (first->unit && !strstr (first->text, first->unit) && strstr (piece->text, first->unit))
    {
      piece->unit = g_steal_pointer (&first->unit);
      piece->quantity = first->quantity;
      first->quantity = 0;
      return copil_editing_set (editing, first, "unit", NULL) &&
             copil_editing_set (editing, first, "quantity", NULL);
    }
  return TRUE;
}

static gboolean
split (CopilEditing *editing, guint place, const char *const *texts, const char *text)
{
  CopilPassage *first = copil_editing_get (editing, place);
  gsize from = first->start, to = MIN (first->end, text ? strlen (text) : 0), start, end;
  gboolean heading = copil_passage_is_top (first->kind) || first->kind == COPIL_DRAFT_MEASURE;
  guint n = 0, below = heading ? 0 : first->n_below;

  if (!copil_editing_check_open (editing, first))
    return FALSE;
  if (first->kind == COPIL_DRAFT_FIELD || first->change == COPIL_PASSAGE_GONE)
    return copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot be split."));
  for (guint i = 0; texts[i]; i++)
    {
      g_autofree char *clean = copil_text_replace (COPIL_RULE_END_MARKS, texts[i]);
      CopilPassage *piece = first;
      gboolean found;

      if (!*g_strstrip (clean))
        continue;
      found = text && from < to && copil_passage_find_words (text, from, to, clean, &start, &end);
      if (n == 0)
        {
          g_autofree char *finish_at = g_strdup_printf ("%" G_GSIZE_FORMAT, found ? end : to);

          g_free (first->text);
          first->text = g_steal_pointer (&clean);
          if (!copil_editing_set (editing, first, "text", first->text) ||
              (found && !copil_editing_set (editing, first, "finish", finish_at)))
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
              !copil_editing_insert (editing, piece, place + below + n))
            return FALSE;
        }
      from = found ? end : from;
      n++;
    }
  return n > 0 ? copil_editing_set (editing, first, "doubtful", NULL)
               : copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                                       _ ("A proposal needs a text."));
}

typedef struct
{
  gint64 id;
  const char *const *texts;
  const char *text; /* of the source */
} Splitting;

static gboolean
split_cb (CopilEditing *editing, gpointer data)
{
  const Splitting *self = data;
  guint place;

  return copil_editing_require (editing, self->id, &place) &&
         split (editing, place, self->texts, self->text);
}

gboolean
copil_passage_split (CopilStore *store, gint64 source, gint64 id, const char *const *texts,
                     GError **error)
{
  g_autofree char *text = copil_source_dup_text (store, source);

  return copil_editing_do (store, source, _ ("Split a proposal"), split_cb,
                           &(Splitting){ id, texts, text }, error);
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
  return copil_text_replace (COPIL_RULE_END_MARKS, joined->str);
}

typedef struct
{
  CopilDraftKind kind;
  gsize start, end;
  const char *text; /* of the source, or NULL */
  gint64 id;
} Adding;

/* The words that are to be proposed; NULL with the error set where there can be none. */
static char *
dup_words (CopilEditing *editing, const Adding *self)
{
  g_autofree char *words = NULL;

  if (self->kind == COPIL_DRAFT_FIELD || self->kind == COPIL_DRAFT_TARGET)
    {
      copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE, _ ("It cannot stand there."));
      return NULL;
    }
  if (self->text && self->start < self->end && self->end <= strlen (self->text) &&
      g_utf8_validate (self->text + self->start, (gssize)(self->end - self->start), NULL))
    words = dup_passage (self->text, self->start, self->end);
  if (words && *words)
    return g_steal_pointer (&words);
  copil_editing_refuse (editing, COPIL_PASSAGE_ERROR_PLACE,
                        _ ("Select the passage in the text first."));
  return NULL;
}

static guint
find_place (CopilEditing *editing, const Adding *self)
{
  guint place = 0;

  while (place < editing->proposals->len)
    {
      const CopilPassage *other = copil_editing_get (editing, place);
      gboolean before = other->kind == COPIL_DRAFT_FIELD || other->kind == COPIL_DRAFT_PARTY;

      if (self->kind == COPIL_DRAFT_PARTY ? !before
                                          : !before && other->end && other->start >= self->start)
        break;
      place++;
    }
  return place;
}

static gboolean
add (CopilEditing *editing, gpointer data)
{
  Adding *self = data;
  CopilDraftKind kind = self->kind;
  g_autofree char *words = dup_words (editing, self);
  guint place = find_place (editing, self);
  CopilPassage *proposal;

  if (!words)
    return FALSE;
  proposal = copil_passage_new ();
  proposal->kind = kind;
  proposal->level = kind == COPIL_DRAFT_MEASURE ? 1 : copil_passage_is_leaf (kind) ? 2 : 0;
  proposal->text = g_steal_pointer (&words);
  proposal->start = self->start;
  proposal->end = self->end;
  if (kind == COPIL_DRAFT_PARTY)
    proposal->side = g_strdup ("1");
  if (copil_passage_is_leaf (kind) && place > 0)
    {
      const CopilPassage *before = copil_editing_get (editing, place - 1);

      if (before->kind == COPIL_DRAFT_TARGET && before->parent != G_MAXUINT)
        before = copil_editing_get (editing, before->parent);
      /* As a rule, the one before says who goes on committing. */
      if (before->level > 0 || copil_passage_is_top (before->kind))
        proposal->label = g_strdup (before->label);
      if (copil_passage_is_leaf (before->kind))
        {
          proposal->parties = g_strdup (before->parties);
          proposal->level = before->level;
        }
    }
  if (!copil_editing_insert (editing, proposal, place))
    return FALSE;
  self->id = proposal->id;
  return (!copil_passage_is_top (kind) && kind != COPIL_DRAFT_MEASURE) ||
         copil_editing_settle_label (editing, proposal);
}

gint64
copil_passage_add (CopilStore *store, gint64 source, CopilDraftKind kind, gsize start, gsize end,
                   GError **error)
{
  g_autofree char *text = copil_source_dup_text (store, source);
  Adding adding = { kind, start, end, text, 0 };

  return copil_editing_do (store, source, _ ("Propose a passage"), add, &adding, error) ? adding.id
                                                                                        : 0;
}
