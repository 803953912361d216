/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collection sheet of a party, as it comes back: what it says against what the file says. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-collection-private.h"
#include "copil-figure-store.h"
#include "copil-import-private.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

typedef struct
{
  CopilStore *store;
  CopilCollection *collection;
  CopilGrid *grid;         /* the sheet under way */
  const CopilGridRow *row; /* the row under way */
  const char *marks;       /* of it */
  GHashTable *indicators;  /* gint64 → CopilIndicator */
  GHashTable *keys;        /* "sheet key" → row number */
  GError **error;
} Reader;

static void
difference_free (gpointer data)
{
  CopilDifference *self = data;

  g_free (self->sheet);
  g_free (self->cell);
  g_free (self->record);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self->doubt);
  g_free (self->period);
  g_free (self->part);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

void
copil_collection_free (CopilCollection *collection)
{
  g_ptr_array_unref (collection->differences);
  g_ptr_array_unref (collection->sheets);
  g_free (collection->party_name);
  g_free (collection);
}

guint
copil_collection_count_conflicts (const CopilCollection *collection)
{
  guint n = 0;

  for (guint i = 0; i < collection->differences->len; i++)
    n += ((CopilDifference *)collection->differences->pdata[i])->conflict;
  return n;
}

static gboolean
fail_at (Reader *self, guint column, const char *message)
{
  g_autofree char *address = copil_grid_dup_address (column, self->row->number);
  const char *name = copil_grid_get_name (self->grid);

  g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: the name of a sheet, a cell ("D7"), and what is wrong with it */
               _ ("Sheet “%s”, cell %s: %s"), name ? name : "", address, message);
  return FALSE;
}

static const char *
get_text (Reader *self, guint column)
{
  return copil_grid_row_get (self->row, column)->text;
}

/* The canonical text of a cell, NULL for a blank one. */
static gboolean
read_cell (Reader *self, guint column, const CopilField *field, const char *unit, char **value)
{
  g_autoptr (GError) failure = NULL;

  if (copil_cell_parse (field, copil_grid_row_get (self->row, column), 0, unit, value, &failure))
    return TRUE;
  return fail_at (self, column, failure->message);
}

/* Compares a cell that is filled with what the file says; takes `value`. A cell that says what it
 * said when it was sent changes nothing. */
static CopilDifference *
compare (Reader *self, guint column, const char *kind, const char *name, char *value,
         const char *current)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get (kind), name);
  const char *mark = g_str_equal (kind, "followup") ? "followup" : name;
  CopilDifference *difference;

  if (!value || g_strcmp0 (value, current) == 0 ||
      copil_collection_has_mark (self->marks, mark, value))
    {
      self->collection->n_same += value != NULL;
      g_free (value);
      return NULL;
    }
  difference = g_new0 (CopilDifference, 1);
  difference->sheet = g_strdup (copil_grid_get_name (self->grid));
  difference->cell = copil_grid_dup_address (column, self->row->number);
  difference->field =
      g_strdup (g_str_equal (kind, "followup") ? copil_kind_get_label (copil_kind_get (kind))
                                               : copil_field_get_label (field));
  difference->before = copil_field_format (field, current);
  difference->after = copil_field_format (field, value);
  difference->conflict = !copil_collection_has_mark (self->marks, mark, current);
  difference->taken = !difference->conflict;
  difference->kind = copil_kind_get (kind)->name;
  difference->name = field->name;
  difference->old_value = g_strdup (current);
  difference->new_value = value;
  g_ptr_array_add (self->collection->differences, difference);
  return difference;
}

/* --- Observations --- */

static const CopilIndicator *
get_indicator (Reader *self, gint64 id)
{
  CopilIndicator *indicator = g_hash_table_lookup (self->indicators, &id);

  if (!indicator)
    {
      indicator = copil_figure_load (self->store, id);
      if (indicator)
        g_hash_table_insert (self->indicators, g_memdup2 (&id, sizeof id), indicator);
    }
  return indicator;
}

/* A record's field, NULL for a record that is not there. */
static const char *
get_current (CopilRecord *record, const char *name)
{
  return record ? copil_record_get (record, name) : NULL;
}

static char *
name_observation (const CopilIndicator *indicator, const CopilPeriod *period, const char *part)
{
  g_autofree char *label = copil_period_get_label (period);

  return part && *part ? g_strdup_printf ("%s, %s, %s", indicator->name, label, part)
                       : g_strdup_printf ("%s, %s", indicator->name, label);
}

static void
place (CopilDifference *difference, const CopilIndicator *indicator, const CopilPeriod *period,
       const char *part, gint64 id)
{
  if (!difference)
    return;
  difference->record = name_observation (indicator, period, part);
  difference->owner = indicator->id;
  difference->period = g_strdup (period->end);
  difference->part = part && *part ? g_strdup (part) : NULL;
  difference->id = id;
}

/* What the indicator would be with that value, judged at the period. */
static void
doubt (Reader *self, CopilDifference *difference, const CopilIndicator *indicator,
       const CopilPeriod *period)
{
  g_autoptr (CopilIndicator) other =
      difference ? copil_figure_load (self->store, indicator->id) : NULL;
  g_autoptr (CopilProgress) progress = NULL;
  CopilObservation *observation;
  double value;

  if (!other)
    return;
  value = indicator->nature == COPIL_NATURE_SCALE
              ? copil_indicator_get_rank (indicator, difference->new_value)
              : g_ascii_strtod (difference->new_value, NULL);
  observation = (CopilObservation *)copil_indicator_get_in (other, period);
  if (observation)
    observation->value = value;
  else
    copil_indicator_add_observation (other, period->end, value, FALSE);
  progress = copil_indicator_judge (other, period->end);
  if (!copil_progress_is_doubtful (progress))
    return;
  difference->doubt = copil_progress_ask (indicator, progress);
  difference->taken = FALSE;
}

static gboolean
read_whole (Reader *self, const CopilIndicator *indicator, const CopilPeriod *period)
{
  const CopilObservation *observation = copil_indicator_get_in (indicator, period);
  const CopilKind *kind = copil_kind_get ("observation");
  g_autoptr (CopilRecord) record =
      observation ? copil_store_load (self->store, kind, observation->id) : NULL;
  gboolean scale = indicator->nature == COPIL_NATURE_SCALE;
  const char *name = scale ? "level" : "value";
  const char *known = get_current (record, name), *state = get_current (record, "state");
  gint64 id = observation ? observation->id : 0;
  g_autofree char *value = NULL;
  CopilDifference *difference;
  char *stated = NULL, *note = NULL;
  gboolean told;

  if (!read_cell (self, OBSERVATION_VALUE, copil_kind_get_field (kind, name), indicator->unit,
                  &value) ||
      !read_cell (self, OBSERVATION_STATE, copil_kind_get_field (kind, "state"), NULL, &stated) ||
      !read_cell (self, OBSERVATION_NOTE, copil_kind_get_field (kind, "note"), NULL, &note))
    {
      g_free (stated);
      return FALSE;
    }
  told = value || known;
  if (value && scale && *indicator->scale && isnan (copil_indicator_get_rank (indicator, value)))
    {
      g_autofree char *levels = g_strjoinv (", ", indicator->scale);
      g_autofree char *message =
          g_strdup_printf (_ ("“%s” is no level of the scale: %s."), value, levels);

      g_free (stated);
      g_free (note);
      return fail_at (self, OBSERVATION_VALUE, message);
    }
  if (value && scale && *indicator->scale)
    {
      const char *level =
          copil_indicator_get_level (indicator, copil_indicator_get_rank (indicator, value));

      g_free (value);
      value = g_strdup (level);
    }
  difference =
      compare (self, OBSERVATION_VALUE, "observation", name, g_steal_pointer (&value), known);
  place (difference, indicator, period, NULL, id);
  doubt (self, difference, indicator, period);
  /* A state says something of a value only. */
  if (told)
    place (compare (self, OBSERVATION_STATE, "observation", "state", stated,
                    known                              ? state
                    : g_strcmp0 (stated, "final") == 0 ? "final"
                                                       : NULL),
           indicator, period, NULL, id);
  else
    g_free (stated);
  place (
      compare (self, OBSERVATION_NOTE, "observation", "note", note, get_current (record, "note")),
      indicator, period, NULL, id);
  return TRUE;
}

static gboolean
read_part (Reader *self, const CopilIndicator *indicator, const CopilPeriod *period,
           const char *name)
{
  const CopilObservation *observation = copil_indicator_get_in (indicator, period);
  const CopilKind *kind = copil_kind_get ("split");
  g_autoptr (CopilRecord) record = NULL;
  CopilDifference *difference;
  char *value = NULL;
  gint64 id = 0;

  for (guint i = 0; observation && i < observation->parts->len; i++)
    if (g_strcmp0 (g_array_index (observation->parts, CopilPart, i).name, name) == 0)
      id = g_array_index (observation->parts, CopilPart, i).id;
  if (id)
    record = copil_store_load (self->store, kind, id);
  if (!read_cell (self, OBSERVATION_VALUE, copil_kind_get_field (kind, "value"), indicator->unit,
                  &value))
    return FALSE;
  difference =
      compare (self, OBSERVATION_VALUE, "split", "value", value, get_current (record, "value"));
  place (difference, indicator, period, name, id);
  if (difference)
    difference->within = observation ? observation->id : 0;
  return TRUE;
}

static gboolean
read_observation (Reader *self, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", 3);
  const CopilIndicator *indicator = NULL;
  CopilPeriod period;
  gint64 id;

  if (g_strv_length (parts) == 3 &&
      g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &id, NULL))
    indicator = get_indicator (self, id);
  if (!indicator)
    return fail_at (self, OBSERVATION_INDICATOR, _ ("this indicator is not in the file."));
  if (!copil_period_at (indicator->periodicity, parts[1], &period))
    return fail_at (self, OBSERVATION_PERIOD, _ ("this period cannot be told."));
  return *parts[2] ? read_part (self, indicator, &period, parts[2])
                   : read_whole (self, indicator, &period);
}

/* --- Engagements and means --- */

static void
describe (Reader *self, CopilDifference *difference, const char *kind, gint64 id)
{
  if (!difference)
    return;
  difference->record = copil_store_dup_title (self->store, copil_kind_get (kind), id);
  difference->id = g_str_equal (difference->kind, kind) ? id : 0;
  difference->owner = id;
}

/* Loads the record that a key names. */
static CopilRecord *
load (Reader *self, const char *kind, const char *key, guint column, const char *message)
{
  CopilRecord *record = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (key, 10, 1, G_MAXINT64, &id, NULL))
    record = copil_store_load (self->store, copil_kind_get (kind), id);
  if (!record)
    fail_at (self, column, message);
  return record;
}

static gboolean
read_field (Reader *self, CopilRecord *record, const char *name, guint column)
{
  const CopilKind *kind = copil_record_get_kind (record);
  char *value;

  if (!read_cell (self, column, copil_kind_get_field (kind, name), NULL, &value))
    return FALSE;
  describe (self, compare (self, column, kind->name, name, value, copil_record_get (record, name)),
            kind->name, copil_record_get_id (record));
  return TRUE;
}

/* A note that the engagement has already is the one that was taken before. */
static gboolean
has_note (Reader *self, gint64 engagement, const char *text)
{
  return copil_store_query_int (
             self->store, "SELECT count (*) FROM followup WHERE engagement = ?1 AND text = ?2",
             "it", engagement, text) > 0;
}

static gboolean
read_engagement (Reader *self, const char *key)
{
  g_autoptr (CopilRecord) record =
      load (self, "engagement", key, ENGAGEMENT_TEXT, _ ("this engagement is not in the file."));
  const CopilField *text = copil_kind_get_field (copil_kind_get ("followup"), "text");
  char *note = NULL;
  gint64 id;

  if (!record || !read_field (self, record, "status", ENGAGEMENT_STATUS) ||
      !read_field (self, record, "progress", ENGAGEMENT_PROGRESS) ||
      !read_cell (self, ENGAGEMENT_NOTE, text, NULL, &note))
    return FALSE;
  id = copil_record_get_id (record);
  if (note && has_note (self, id, note))
    {
      self->collection->n_same++;
      g_clear_pointer (&note, g_free);
    }
  describe (self, compare (self, ENGAGEMENT_NOTE, "followup", "text", note, NULL), "engagement",
            id);
  return TRUE;
}

static gboolean
read_resource (Reader *self, const char *key)
{
  g_autoptr (CopilRecord) record =
      load (self, "resource", key, RESOURCE_NAME, _ ("this line of means is not in the file."));

  return record && read_field (self, record, "planned", RESOURCE_PLANNED) &&
         read_field (self, record, "spent", RESOURCE_SPENT) &&
         read_field (self, record, "note", RESOURCE_NOTE);
}

/* --- Sheets --- */

static const struct
{
  const char *heading;
  gboolean (*read) (Reader *self, const char *key);
} sheets[] = {
  { COPIL_COLLECTION_OBSERVATIONS, read_observation },
  { COPIL_COLLECTION_ENGAGEMENTS, read_engagement },
  { COPIL_COLLECTION_RESOURCES, read_resource },
};

static const char *
get_heading (CopilGrid *grid)
{
  return copil_grid_get_n_rows (grid)
             ? copil_grid_row_get (copil_grid_get_row (grid, 0), COLUMN_KEY)->text
             : NULL;
}

/* Two rows of one key would contradict each other. */
static gboolean
claim (Reader *self, const char *heading, const char *key)
{
  char *full = g_strdup_printf ("%s %s", heading, key);
  guint there = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, full));
  g_autofree char *message = NULL;

  if (!there)
    {
      g_hash_table_insert (self->keys, full, GUINT_TO_POINTER (self->row->number));
      return TRUE;
    }
  g_free (full);
  message = g_strdup_printf (_ ("row %u already speaks of this record."), there);
  return fail_at (self, N_KEY_COLUMNS, message);
}

static gboolean
read_sheet (Reader *self, CopilGrid *grid)
{
  const char *heading = get_heading (grid);

  self->grid = grid;
  for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
    if (g_strcmp0 (sheets[s].heading, heading) == 0)
      for (guint i = 1; i < copil_grid_get_n_rows (grid); i++)
        {
          const char *key;

          self->row = copil_grid_get_row (grid, i);
          self->marks = get_text (self, COLUMN_MARKS);
          key = get_text (self, COLUMN_KEY);
          if (!key)
            return fail_at (self, N_KEY_COLUMNS, _ ("this row was added: it cannot be read."));
          if (!claim (self, heading, key) || !sheets[s].read (self, key))
            return FALSE;
        }
  return TRUE;
}

/* What stands after the prefix in the first column of the guide; "" where it is not there. */
static const char *
find_key (CopilGrid *guide, const char *prefix)
{
  for (guint i = 1; i < copil_grid_get_n_rows (guide); i++)
    {
      const char *key = copil_grid_row_get (copil_grid_get_row (guide, i), 0)->text;

      if (key && g_str_has_prefix (key, prefix))
        return key + strlen (prefix);
    }
  return "";
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

/* Whose sheet it is, and of which convention. */
static gboolean
read_guide (Reader *self, GPtrArray *grids)
{
  g_autofree char *title = NULL, *name = NULL;
  CopilGrid *guide = NULL;

  for (guint i = 0; i < grids->len && !guide; i++)
    if (g_strcmp0 (get_heading (grids->pdata[i]), COPIL_COLLECTION_GUIDE) == 0)
      guide = grids->pdata[i];
  if (!guide)
    return fail (self->error, _ ("This is not a collection sheet of Copil."));
  self->collection->party = g_ascii_strtoll (find_key (guide, "party:"), NULL, 10);
  if (copil_store_query_int (self->store, "SELECT count (*) FROM party WHERE id = ?1", "i",
                             self->collection->party))
    self->collection->party_name =
        copil_store_dup_title (self->store, copil_kind_get ("party"), self->collection->party);
  title = copil_collection_mark_title (self->store);
  name = copil_collection_mark ("name", self->collection->party_name);
  /* Either may have been put right since. */
  if (!strstr (find_key (guide, "convention:"), title) &&
      !strstr (find_key (guide, "party:"), name))
    return fail (self->error, _ ("This sheet was made from another convention."));
  if (!self->collection->party_name)
    return fail (self->error, _ ("The signatory of this sheet is not in the file."));
  return TRUE;
}

CopilCollection *
copil_collection_compare (CopilStore *store, GPtrArray *grids, GError **error)
{
  g_autoptr (CopilCollection) collection = g_new0 (CopilCollection, 1);
  g_autoptr (GHashTable) indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             (GDestroyNotify)copil_indicator_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = {
    .store = store, .collection = collection, .indicators = indicators, .keys = keys, .error = error
  };

  collection->differences = g_ptr_array_new_with_free_func (difference_free);
  collection->sheets = g_ptr_array_ref (grids);
  if (!read_guide (&reader, grids))
    return NULL;
  for (guint i = 0; i < grids->len; i++)
    if (!read_sheet (&reader, grids->pdata[i]))
      return NULL;
  return g_steal_pointer (&collection);
}

CopilCollection *
copil_collection_read (CopilStore *store, const char *path, GError **error)
{
  g_autoptr (GPtrArray) grids = copil_grid_read_book (path, error);

  return grids ? copil_collection_compare (store, grids, error) : NULL;
}
