/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passage-row.h"

#include <glib/gi18n-lib.h>

#include "copil-value.h"

struct _CopilPassageRow
{
  GObject parent_instance;

  gint64 id;
  CopilPassageGroup group;
  CopilDraftKind kind;
  guint level;
  CopilPassageState state;
  gboolean doubtful;
  gboolean collapsed;
  gboolean below;
  const char *change;
  char *text;
  char *caption;
  char *name;
};

G_DEFINE_FINAL_TYPE (CopilPassageRow, copil_passage_row, G_TYPE_OBJECT)

const char *
copil_passage_get_kind_label (CopilDraftKind kind)
{
  return copil_field_get_option_label (copil_kind_get_field (copil_kind_get ("passage"), "type"),
                                       copil_passage_kind_name (kind));
}

char *
copil_passage_dup_party_names (GPtrArray *passages, const CopilPassage *passage)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) ids = g_strsplit (passage->parties ? passage->parties : "", " ", -1);

  for (guint i = 0; ids[i]; i++)
    {
      guint place = copil_passages_find (passages, g_ascii_strtoll (ids[i], NULL, 10));
      const CopilPassage *party = place < passages->len ? passages->pdata[place] : NULL;

      if (party)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "",
                                party->label && *party->label ? party->label : party->text);
    }
  return names->len ? g_strdup (names->str) : NULL;
}

static char *
dup_field_title (const CopilPassage *passage)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("convention"), passage->label);
  g_autofree char *value = field ? copil_field_format (field, passage->text) : NULL;

  if (!field)
    return g_strdup (passage->text);
  /* Translators: a field and its value, as in “Duration: 36”. */
  return field->unit ? g_strdup_printf (_ ("%s: %s %s"), copil_field_get_label (field), value,
                                        _ (field->unit))
                     : g_strdup_printf (_ ("%s: %s"), copil_field_get_label (field), value);
}

static char *
dup_target_title (const CopilPassage *passage)
{
  g_autofree char *value = copil_number_format (passage->quantity),
                  *date = passage->due ? copil_date_format (passage->due) : NULL;

  return date ? g_strdup_printf (_ ("%s on %s"), value, date) : g_steal_pointer (&value);
}

char *
copil_passage_dup_title (const CopilPassage *passage)
{
  switch (passage->kind)
    {
    case COPIL_DRAFT_FIELD:
      return dup_field_title (passage);
    case COPIL_DRAFT_TARGET:
      return dup_target_title (passage);
    case COPIL_DRAFT_AXIS:
    case COPIL_DRAFT_ARTICLE:
    case COPIL_DRAFT_MEASURE:
      return passage->label && *passage->label
                 ? g_strdup_printf ("%s  %s", passage->label, passage->text)
                 : g_strdup (*passage->text ? passage->text : _ ("Without a title"));
    default:
      return g_strdup (passage->text);
    }
}

static void
add_part (GString *caption, const char *part)
{
  if (part && *part)
    g_string_append_printf (caption, "%s%s", caption->len ? " · " : "", part);
}

/* What is said under the text: its kind, and what a person checks. */
static char *
make_caption (GPtrArray *passages, const CopilPassage *passage)
{
  g_autoptr (GString) caption = g_string_new (copil_passage_get_kind_label (passage->kind));
  g_autofree char *parties = copil_passage_dup_party_names (passages, passage),
                  *due = passage->due ? copil_date_format (passage->due) : NULL, *number = NULL;

  switch (passage->kind)
    {
    case COPIL_DRAFT_FIELD:
      if (passage->article)
        {
          g_autofree char *article = g_strdup_printf (_ ("article %s"), passage->article);

          add_part (caption, article);
        }
      break;
    case COPIL_DRAFT_PARTY:
      add_part (caption, passage->label);
      add_part (caption, passage->representative);
      break;
    case COPIL_DRAFT_ENGAGEMENT:
      add_part (caption, passage->label);
      add_part (caption, parties ? parties : _ ("nobody named"));
      if (passage->may)
        add_part (caption, _ ("possible"));
      add_part (caption, due);
      if (passage->quantity > 0)
        {
          g_autofree char *value = copil_number_format (passage->quantity);

          number = g_strdup_printf ("%s %s", value, passage->unit ? passage->unit : "");
          add_part (caption, number);
        }
      break;
    case COPIL_DRAFT_INDICATOR:
      add_part (caption, passage->unit);
      break;
    default:
      break;
    }
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

static const char *
get_state_word (const CopilPassage *passage)
{
  if (passage->state == COPIL_PASSAGE_ACCEPTED)
    return passage->change == COPIL_PASSAGE_SAME ? _ ("unchanged") : _ ("in the file");
  if (passage->state == COPIL_PASSAGE_ASIDE)
    return _ ("set aside");
  return passage->doubtful ? _ ("to be checked") : "";
}

static const char *
get_change_word (const CopilPassage *passage)
{
  static const char *const words[] = { N_ ("New"), N_ ("Changed"), NULL, N_ ("Gone") };

  return words[passage->change] ? _ (words[passage->change]) : NULL;
}

static void
copil_passage_row_finalize (GObject *object)
{
  CopilPassageRow *row = COPIL_PASSAGE_ROW (object);

  g_free (row->text);
  g_free (row->caption);
  g_free (row->name);
  G_OBJECT_CLASS (copil_passage_row_parent_class)->finalize (object);
}

static void
copil_passage_row_class_init (CopilPassageRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_passage_row_finalize;
}

static void
copil_passage_row_init (CopilPassageRow *row)
{
}

CopilPassageRow *
copil_passage_row_new (GPtrArray *passages, guint place, gboolean collapsed, gboolean again)
{
  CopilPassageRow *row = g_object_new (COPIL_TYPE_PASSAGE_ROW, NULL);
  const CopilPassage *passage = passages->pdata[place];
  const char *state = get_state_word (passage);

  row->id = passage->id;
  row->kind = passage->kind;
  row->level = passage->level;
  row->state = passage->state;
  row->doubtful = passage->doubtful && passage->state == COPIL_PASSAGE_PROPOSED;
  row->collapsed = collapsed;
  row->below = passage->n_below > 0;
  row->change = again && passage->kind != COPIL_DRAFT_ARTICLE ? get_change_word (passage) : NULL;
  row->text = copil_passage_dup_title (passage);
  row->caption = make_caption (passages, passage);
  row->name = g_strdup_printf ("%s, %s%s%s%s%s", row->text, row->caption, *state ? ", " : "", state,
                               row->change ? ", " : "", row->change ? row->change : "");
  return row;
}

CopilPassageRow *
copil_passage_row_new_group (CopilPassageGroup group, gboolean open)
{
  static const char *const names[] = { "", N_ ("The convention"), N_ ("Signatories"),
                                       N_ ("Articles") };
  CopilPassageRow *row = g_object_new (COPIL_TYPE_PASSAGE_ROW, NULL);

  row->group = group;
  row->state = open ? COPIL_PASSAGE_PROPOSED : COPIL_PASSAGE_ACCEPTED;
  row->text = g_strdup (_ (names[group]));
  row->name = g_strdup (row->text);
  return row;
}

gboolean
copil_passage_row_equal (CopilPassageRow *row, CopilPassageRow *other)
{
  return row->id == other->id && row->group == other->group && row->kind == other->kind &&
         row->level == other->level && row->state == other->state &&
         row->doubtful == other->doubtful && row->collapsed == other->collapsed &&
         row->below == other->below && row->change == other->change &&
         g_strcmp0 (row->text, other->text) == 0 && g_strcmp0 (row->name, other->name) == 0;
}

gint64
copil_passage_row_get_id (CopilPassageRow *row)
{
  return row->id;
}

CopilPassageGroup
copil_passage_row_get_group (CopilPassageRow *row)
{
  return row->group;
}

CopilDraftKind
copil_passage_row_get_kind (CopilPassageRow *row)
{
  return row->kind;
}

guint
copil_passage_row_get_level (CopilPassageRow *row)
{
  return row->level;
}

CopilPassageState
copil_passage_row_get_state (CopilPassageRow *row)
{
  return row->state;
}

gboolean
copil_passage_row_is_doubtful (CopilPassageRow *row)
{
  return row->doubtful;
}

gboolean
copil_passage_row_is_collapsed (CopilPassageRow *row)
{
  return row->collapsed;
}

gboolean
copil_passage_row_has_rows_below (CopilPassageRow *row)
{
  return row->below;
}

const char *
copil_passage_row_get_text (CopilPassageRow *row)
{
  return row->text;
}

const char *
copil_passage_row_get_caption (CopilPassageRow *row)
{
  return row->caption;
}

const char *
copil_passage_row_get_change (CopilPassageRow *row)
{
  return row->change;
}

const char *
copil_passage_row_get_name (CopilPassageRow *row)
{
  return row->name;
}
