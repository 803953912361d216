/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals become records, and back. */
#include "copil-passage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-passage-private.h"
#include "copil-query.h"
#include "copil-record.h"

typedef struct
{
  CopilStore *store;
  GPtrArray *proposals;
  GError **error;
} Accepting;

static char *
print_id (gint64 id)
{
  return id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static const char *
print_number (double number, char *buffer)
{
  return number > 0 ? g_ascii_dtostr (buffer, G_ASCII_DTOSTR_BUF_SIZE, number) : NULL;
}

static CopilPassage *
get_above (Accepting *accepting, const CopilPassage *proposal)
{
  return proposal->parent == G_MAXUINT ? NULL : accepting->proposals->pdata[proposal->parent];
}

/* The record of that kind that the proposal stands under. */
static char *
dup_above (Accepting *accepting, const CopilPassage *proposal, CopilDraftKind kind)
{
  for (const CopilPassage *up = get_above (accepting, proposal); up; up = get_above (accepting, up))
    if (up->kind == kind)
      return print_id (up->record);
  return NULL;
}

static gboolean accept_one (Accepting *accepting, CopilPassage *proposal);

/* The records of the signatories it names, which are accepted with it. */
static gboolean
list_parties (Accepting *accepting, const CopilPassage *proposal, char **parties)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_auto (GStrv) named = g_strsplit (proposal->parties ? proposal->parties : "", " ", -1);

  for (guint i = 0; named[i]; i++)
    {
      guint place =
          copil_passages_find (accepting->proposals, g_ascii_strtoll (named[i], NULL, 10));
      CopilPassage *party =
          place < accepting->proposals->len ? accepting->proposals->pdata[place] : NULL;

      if (!party || party->state == COPIL_PASSAGE_ASIDE)
        continue;
      if (!accept_one (accepting, party))
        return FALSE;
      if (party->record)
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? " " : "", party->record);
    }
  *parties = ids->len ? g_strdup (ids->str) : NULL;
  return TRUE;
}

/* A new record. It bears the id of the proposal, so that two copies of a file in which the same
 * passage was accepted hold one record of it once they are merged. */
static gint64 G_GNUC_NULL_TERMINATED
insert (Accepting *accepting, const CopilPassage *proposal, ...)
{
  const CopilKind *kind = copil_kind_get (copil_passage_get_record_kind (proposal));
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE id = ?", kind->name);
  g_autoptr (GPtrArray) fields = g_ptr_array_new (), values = g_ptr_array_new ();
  va_list list;

  va_start (list, proposal);
  for (char *field = va_arg (list, char *); field; field = va_arg (list, char *))
    {
      g_ptr_array_add (fields, field);
      g_ptr_array_add (values, va_arg (list, char *));
    }
  va_end (list);
  return copil_store_insertv (
      accepting->store, kind,
      copil_store_query_int (accepting->store, sql, "i", proposal->id) ? 0 : proposal->id,
      fields->len, (const char *const *)fields->pdata, (const char *const *)values->pdata,
      accepting->error);
}

static gint64
insert_record (Accepting *accepting, const CopilPassage *proposal)
{
  g_autofree char *axis = dup_above (accepting, proposal, COPIL_DRAFT_AXIS),
                  *measure = dup_above (accepting, proposal, COPIL_DRAFT_MEASURE),
                  *indicator = dup_above (accepting, proposal, COPIL_DRAFT_INDICATOR),
                  *parties = NULL;
  const char *title = *proposal->text ? proposal->text : NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *quantity = print_number (proposal->quantity, buffer);

  switch (proposal->kind)
    {
    case COPIL_DRAFT_PARTY:
      return insert (accepting, proposal, "name", title, "short_name",
                     proposal->label ? proposal->label : title, "side",
                     proposal->side ? proposal->side : "1", "representative",
                     proposal->representative, "address", proposal->address, NULL);
    case COPIL_DRAFT_AXIS:
      return insert (accepting, proposal, "label", proposal->label, "title",
                     title ? title : _ ("Untitled axis"), NULL);
    case COPIL_DRAFT_MEASURE:
      return insert (accepting, proposal, "axis", axis, "label", proposal->label, "title",
                     title ? title : _ ("Untitled measure"), NULL);
    case COPIL_DRAFT_ENGAGEMENT:
      if (!list_parties (accepting, proposal, &parties))
        return 0;
      return insert (accepting, proposal, "axis", axis, "measure", measure, "label",
                     proposal->label, "text", title, "strength", proposal->may ? "may" : "must",
                     "parties", parties, "due", proposal->due, "quantity", quantity, "unit",
                     quantity ? proposal->unit : NULL, NULL);
    case COPIL_DRAFT_INDICATOR:
      return insert (accepting, proposal, "name", title, "unit", proposal->unit, "axis", axis,
                     "measure", measure, NULL);
    default:
      return insert (accepting, proposal, "indicator", indicator, "value", quantity, "date",
                     proposal->due, NULL);
    }
}

/* Puts a new record before the first one that follows it in the text and is there already. */
static gboolean
place_record (Accepting *accepting, const CopilPassage *proposal)
{
  const CopilKind *kind = copil_kind_get (copil_passage_get_record_kind (proposal));
  guint place = copil_passages_find (accepting->proposals, proposal->id);

  if (!kind->ordered)
    return TRUE;
  for (guint i = place + 1 + proposal->n_below; i < accepting->proposals->len; i++)
    {
      const CopilPassage *next = accepting->proposals->pdata[i];

      if (next->level < proposal->level)
        return TRUE;
      if (next->kind == proposal->kind && next->parent == proposal->parent && next->record)
        return copil_store_place (accepting->store, kind, proposal->record, next->record,
                                  accepting->error);
    }
  return TRUE;
}

static void
set_place_error (GError **error, const CopilPassage *proposal)
{
  g_autofree char *text =
      g_utf8_substring (proposal->text, 0, MIN (g_utf8_strlen (proposal->text, -1), 50));

  g_set_error (error, COPIL_PASSAGE_ERROR, COPIL_PASSAGE_ERROR_PLACE,
               proposal->kind == COPIL_DRAFT_TARGET
                   ? _ ("“%s” stands under no indicator: put it under one first.")
                   : _ ("“%s” stands under no axis: make its article an axis first."),
               text);
}

/* All records of the kind in a measure come to stand under its axis. */
static gboolean
move_content (Accepting *accepting, const CopilKind *kind, gint64 measure, const char *axis)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE measure = ?", kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (accepting->store, sql, "i", measure);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    if (!copil_store_set (accepting->store, kind, g_array_index (ids, gint64, i), "axis", axis,
                          accepting->error))
      return FALSE;
  return TRUE;
}

/* The record comes to stand where the new text has it. */
static gboolean
move_record (Accepting *accepting, const CopilPassage *proposal)
{
  const CopilKind *kind = copil_kind_get (copil_passage_get_record_kind (proposal));
  CopilPassage *above = get_above (accepting, proposal);
  g_autofree char *axis = NULL, *measure = NULL;

  if (!above || above->kind == COPIL_DRAFT_ARTICLE)
    {
      set_place_error (accepting->error, proposal);
      return FALSE;
    }
  if (!accept_one (accepting, above))
    return FALSE;
  axis = dup_above (accepting, proposal, COPIL_DRAFT_AXIS);
  measure = dup_above (accepting, proposal, COPIL_DRAFT_MEASURE);
  if (!copil_store_set (accepting->store, kind, proposal->record, "axis", axis, accepting->error))
    return FALSE;
  if (proposal->kind == COPIL_DRAFT_MEASURE
          ? !move_content (accepting, copil_kind_get ("engagement"), proposal->record, axis) ||
                !move_content (accepting, copil_kind_get ("indicator"), proposal->record, axis)
          : !copil_store_set (accepting->store, kind, proposal->record, "measure", measure,
                              accepting->error))
    return FALSE;
  return (!kind->ordered ||
          copil_store_place (accepting->store, kind, proposal->record, 0, accepting->error)) &&
         place_record (accepting, proposal);
}

/* What a new text changes in a record. */
static gboolean
update_record (Accepting *accepting, const CopilPassage *proposal)
{
  const CopilKind *kind = copil_kind_get (copil_passage_get_record_kind (proposal));
  g_auto (GStrv) changed = g_strsplit (proposal->changed ? proposal->changed : "", " ", -1);

  if (proposal->kind == COPIL_DRAFT_FIELD)
    {
      const CopilField *field =
          proposal->label ? copil_kind_get_field (kind, proposal->label) : NULL;

      if (field && field->type != COPIL_FIELD_DATA)
        return copil_store_set (accepting->store, kind, proposal->record, field->name,
                                proposal->text, accepting->error);
      g_set_error (accepting->error, COPIL_PASSAGE_ERROR, COPIL_PASSAGE_ERROR_PLACE,
                   _ ("The convention has no field “%s”."), proposal->label ? proposal->label : "");
      return FALSE;
    }
  for (guint i = 0; changed[i]; i++)
    {
      const char *field = changed[i], *value = NULL;
      g_autofree char *parties = NULL;
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      if (g_str_equal (field, "place"))
        {
          if (!move_record (accepting, proposal))
            return FALSE;
          continue;
        }
      if (g_str_equal (field, "label"))
        {
          field = proposal->kind == COPIL_DRAFT_PARTY ? "short_name" : "label";
          value = proposal->label;
        }
      else if (g_str_equal (field, "text"))
        {
          field = kind->title_field;
          if (proposal->kind == COPIL_DRAFT_PARTY)
            field = "name";
          value = proposal->text;
        }
      else if (g_str_equal (field, "parties"))
        {
          if (!list_parties (accepting, proposal, &parties))
            return FALSE;
          value = parties;
        }
      else if (g_str_equal (field, "strength"))
        value = proposal->may ? "may" : "must";
      else if (g_str_equal (field, "due"))
        {
          field = proposal->kind == COPIL_DRAFT_TARGET ? "date" : "due";
          value = proposal->due;
        }
      else if (g_str_equal (field, "unit"))
        value = proposal->unit;
      else
        {
          field = proposal->kind == COPIL_DRAFT_TARGET ? "value" : "quantity";
          value = print_number (proposal->quantity, buffer);
        }
      if (!copil_store_set (accepting->store, kind, proposal->record, field, value,
                            accepting->error))
        return FALSE;
    }
  return TRUE;
}

/* Whether something else in the file speaks of the record; records of the kind "but" do not count.
 */
static gboolean
is_used (CopilStore *store, const char *name, gint64 id, const char *but)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        g_autofree char *sql = NULL;

        if (g_strcmp0 (field->target, name) != 0 || g_strcmp0 ((*kind)->name, but) == 0)
          continue;
        if (field->type == COPIL_FIELD_REFERENCE)
          sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" = ?", (*kind)->name,
                                 field->name);
        else if (field->type == COPIL_FIELD_REFERENCES)
          sql =
              g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" = ?", field->link, name);
        if (sql && copil_store_query_int (store, sql, "i", id))
          return TRUE;
      }
  return g_str_equal (name, "engagement") &&
         copil_store_query_int (store,
                                "SELECT count (*) FROM engagement WHERE id = ?"
                                " AND (coalesce (status, 'planned') <> 'planned'"
                                " OR coalesce (progress, lead, priority) IS NOT NULL"
                                " OR coalesce (note, reviewed) IS NOT NULL)",
                                "i", id);
}

/* What the text does not speak of any more: an engagement is abandoned, and stays in the file with
 * its history; the rest is deleted where nothing speaks of it. */
static gboolean
withdraw_record (Accepting *accepting, const CopilPassage *proposal)
{
  const char *name = copil_passage_get_record_kind (proposal);
  const CopilKind *kind = copil_kind_get (name);
  g_autofree char *title = NULL;

  if (proposal->kind == COPIL_DRAFT_ENGAGEMENT)
    return copil_store_set (accepting->store, kind, proposal->record, "status", "abandoned",
                            accepting->error);
  /* Its targets are a part of an indicator, what was observed is not. */
  if (!is_used (accepting->store, name, proposal->record, "target"))
    return copil_store_delete (accepting->store, kind, proposal->record, accepting->error);
  return TRUE;
}

static gboolean
set_proposal (Accepting *accepting, const CopilPassage *proposal, const char *field,
              const char *value)
{
  return copil_store_set (accepting->store, copil_kind_get ("passage"), proposal->id, field, value,
                          accepting->error);
}

static gboolean
accept_new (Accepting *accepting, CopilPassage *proposal)
{
  CopilPassage *above = get_above (accepting, proposal);
  gboolean needs_axis = proposal->kind != COPIL_DRAFT_FIELD &&
                        proposal->kind != COPIL_DRAFT_PARTY && proposal->kind != COPIL_DRAFT_AXIS;
  g_autofree char *record = NULL;

  if (needs_axis &&
      (!above || above->kind == COPIL_DRAFT_ARTICLE ||
       (proposal->kind == COPIL_DRAFT_TARGET && above->kind != COPIL_DRAFT_INDICATOR)))
    {
      set_place_error (accepting->error, proposal);
      return FALSE;
    }
  if (above && !accept_one (accepting, above))
    return FALSE;
  if (proposal->kind == COPIL_DRAFT_FIELD)
    {
      proposal->record =
          copil_store_query_int (accepting->store, "SELECT min (id) FROM convention", "");
      if (!update_record (accepting, proposal) ||
          !copil_passage_add_clause (accepting->store, proposal, accepting->error))
        return FALSE;
    }
  else
    {
      proposal->record = insert_record (accepting, proposal);
      if (!proposal->record || !place_record (accepting, proposal))
        return FALSE;
    }
  record = print_id (proposal->record);
  return set_proposal (accepting, proposal, "record", record);
}

/* The proposal alone, and what it stands under. */
static gboolean
accept_one (Accepting *accepting, CopilPassage *proposal)
{
  gboolean ok;

  if (proposal->state == COPIL_PASSAGE_ACCEPTED || proposal->kind == COPIL_DRAFT_ARTICLE)
    return TRUE;
  switch (proposal->record ? proposal->change : COPIL_PASSAGE_NEW)
    {
    case COPIL_PASSAGE_NEW:
      ok = accept_new (accepting, proposal);
      break;
    case COPIL_PASSAGE_GONE:
      ok = withdraw_record (accepting, proposal);
      break;
    default:
      ok = update_record (accepting, proposal);
      break;
    }
  if (!ok)
    return FALSE;
  proposal->state = COPIL_PASSAGE_ACCEPTED;
  return set_proposal (accepting, proposal, "state", "accepted") &&
         (!proposal->doubtful || set_proposal (accepting, proposal, "doubtful", NULL));
}

/* Where an indicator is doubtful, so are its targets. */
static gboolean
is_wanted (Accepting *accepting, const CopilPassage *proposal, gboolean sure)
{
  const CopilPassage *above = get_above (accepting, proposal);

  return copil_passages_is_open (accepting->proposals, proposal) && !(sure && proposal->doubtful) &&
         !(sure && proposal->kind == COPIL_DRAFT_TARGET && above && above->doubtful &&
           above->state == COPIL_PASSAGE_PROPOSED);
}

gboolean
copil_passages_accept_inside (CopilStore *store, GPtrArray *proposals, const gint64 *ids, guint n,
                              gboolean sure, GError **error)
{
  Accepting accepting = { store, proposals, error };

  /* What is gone goes from the bottom up: a measure once nothing is in it. */
  for (guint i = proposals->len; i > 0; i--)
    {
      CopilPassage *proposal = proposals->pdata[i - 1];

      if (proposal->change == COPIL_PASSAGE_GONE && n == 0 &&
          is_wanted (&accepting, proposal, sure) && !accept_one (&accepting, proposal))
        return FALSE;
    }
  for (guint i = 0; i < proposals->len && n == 0; i++)
    {
      CopilPassage *proposal = proposals->pdata[i];

      if (is_wanted (&accepting, proposal, sure) && !accept_one (&accepting, proposal))
        return FALSE;
    }
  for (guint k = 0; k < n; k++)
    {
      guint place = copil_passages_find (proposals, ids[k]), end;

      if (place >= proposals->len)
        continue;
      end = place + ((CopilPassage *)proposals->pdata[place])->n_below;
      for (guint i = end; i > place; i--)
        if (((CopilPassage *)proposals->pdata[i])->change == COPIL_PASSAGE_GONE &&
            is_wanted (&accepting, proposals->pdata[i], sure) &&
            !accept_one (&accepting, proposals->pdata[i]))
          return FALSE;
      if (!accept_one (&accepting, proposals->pdata[place]))
        return FALSE;
      for (guint i = place + 1; i <= end; i++)
        if (is_wanted (&accepting, proposals->pdata[i], sure) &&
            !accept_one (&accepting, proposals->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

typedef struct
{
  GPtrArray *proposals;
  const gint64 *ids;
  guint n;
  gboolean sure;
} Choice;

static gboolean
accept_cb (CopilStore *store, gpointer data, GError **error)
{
  const Choice *choice = data;

  return copil_passages_accept_inside (store, choice->proposals, choice->ids, choice->n,
                                       choice->sure, error);
}

gboolean
copil_passages_accept (CopilStore *store, gint64 source, const gint64 *ids, guint n, gboolean sure,
                       GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (store, source);

  return copil_store_do (store,
                         n == 0 ? _ ("Accept what the text proposes")
                                : ngettext ("Accept a proposal", "Accept proposals", n),
                         accept_cb, &(Choice){ proposals, ids, n, sure }, error);
}

/* --- back --- */

static gboolean
reopen_one (Accepting *accepting, CopilPassage *proposal)
{
  const char *name = copil_passage_get_record_kind (proposal);
  const CopilKind *kind = name ? copil_kind_get (name) : NULL;

  if (proposal->state != COPIL_PASSAGE_ACCEPTED)
    return TRUE;
  if (proposal->change != COPIL_PASSAGE_NEW)
    {
      g_set_error_literal (accepting->error, COPIL_PASSAGE_ERROR, COPIL_PASSAGE_ERROR_TAKEN,
                           _ ("It was in the file before this text: change it on its page."));
      return FALSE;
    }
  if (proposal->kind == COPIL_DRAFT_FIELD)
    {
      const CopilField *field = copil_kind_get_field (kind, proposal->label);

      if (field && !(field->flags & COPIL_FIELD_REQUIRED) &&
          !copil_store_set (accepting->store, kind, proposal->record, proposal->label,
                            field->initial, accepting->error))
        return FALSE;
    }
  else if (proposal->record)
    {
      if (is_used (accepting->store, name, proposal->record, NULL))
        {
          g_autofree char *title = copil_store_describe (accepting->store, kind, proposal->record);

          g_set_error (accepting->error, COPIL_PASSAGE_ERROR, COPIL_PASSAGE_ERROR_TAKEN,
                       _ ("%s is in use in the file already: change it on its page."), title);
          return FALSE;
        }
      if (!copil_store_delete (accepting->store, kind, proposal->record, accepting->error))
        return FALSE;
    }
  proposal->record = 0;
  proposal->state = COPIL_PASSAGE_PROPOSED;
  return set_proposal (accepting, proposal, "state", "proposed") &&
         set_proposal (accepting, proposal, "record", NULL);
}

static gboolean
reopen_cb (CopilStore *store, gpointer data, GError **error)
{
  const Choice *choice = data;
  GPtrArray *proposals = choice->proposals;
  Accepting accepting = { store, proposals, error };

  /* From the end: signatories go once nobody commits any more. */
  for (guint at = proposals->len; at > 0; at--)
    {
      guint place = at - 1;
      gboolean named = FALSE;

      for (guint k = 0; k < choice->n && !named; k++)
        named = choice->ids[k] == ((CopilPassage *)proposals->pdata[place])->id;
      if (!named)
        continue;
      for (guint i = place + ((CopilPassage *)proposals->pdata[place])->n_below + 1; i > place; i--)
        if (!reopen_one (&accepting, proposals->pdata[i - 1]))
          return FALSE;
    }
  return TRUE;
}

gboolean
copil_passages_reopen (CopilStore *store, gint64 source, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (store, source);

  return copil_store_do (store, _ ("Take back what was accepted"), reopen_cb,
                         &(Choice){ proposals, ids, n, FALSE }, error);
}
