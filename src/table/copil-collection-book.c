/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collection sheet of a party, as it is sent. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "copil-collection-private.h"
#include "copil-figure-store.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-view-record.h"
#include "copil-words.h"

/* Periods of an indicator, at most: the last ones. */
#define MAX_PERIODS 12
#define MAX_NUMBER 1e15
/* Keys fit on one line, so that they do not make the rows higher. */
#define HIDDEN_WIDTH 120

typedef struct
{
  CopilStore *store;
  CopilBook *book;
  gint64 party;
  int year;
  gboolean public;
  guint to_fill; /* cells that are expected */
} Builder;

/* --- Marks --- */

char *
copil_collection_mark (const char *field, const char *value)
{
  g_autofree char *digest =
      value ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, value, -1) : NULL;

  return g_strdup_printf ("%s=%.8s", field, digest ? digest : "-");
}

gboolean
copil_collection_has_mark (const char *marks, const char *field, const char *value)
{
  g_autofree char *mark = copil_collection_mark (field, value);
  g_auto (GStrv) words = g_strsplit (marks ? marks : "", " ", -1);

  return g_strv_contains ((const char *const *)words, mark);
}

char *
copil_collection_mark_title (CopilStore *store)
{
  g_autofree char *title =
      copil_store_query_dup_text (store, "SELECT title FROM convention ORDER BY id", NULL);

  return copil_collection_mark ("title", title);
}

static void
add_mark (GString *marks, const char *field, const char *value)
{
  g_autofree char *mark = copil_collection_mark (field, value);

  g_string_append_printf (marks, "%s%s", marks->len ? " " : "", mark);
}

/* --- Sheets --- */

static CopilSheet *
add_sheet (Builder *self, const char *name, const char *key, guint frozen)
{
  CopilSheet *sheet = copil_book_add_sheet (self->book, copil_sheet_new (name));

  copil_sheet_set_protected (sheet, TRUE);
  copil_sheet_set_frozen_columns (sheet, frozen);
  copil_sheet_add_column (sheet, key, COPIL_COLUMN_TEXT, HIDDEN_WIDTH);
  copil_sheet_add_column (sheet, "copil:marks", COPIL_COLUMN_TEXT, HIDDEN_WIDTH);
  copil_sheet_hide_column (sheet, COLUMN_KEY);
  copil_sheet_hide_column (sheet, COLUMN_MARKS);
  return sheet;
}

/* A cell that the party fills: open unless it is known for good. */
static void
put_open (CopilSheet *sheet, guint row, guint column, gboolean locked, guint validation)
{
  if (locked)
    return;
  copil_sheet_set_style (sheet, row, column, COPIL_CELL_OPEN);
  copil_sheet_set_validation (sheet, row, column, validation);
}

/* The labels of a choice as a list to pick from. */
static guint
add_choice (Builder *self, const CopilField *field)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *message = NULL;
  g_autofree char *joined = NULL;

  for (const CopilOption *option = field->options; option->value; option++)
    g_ptr_array_add (labels, (gpointer)copil_field_get_option_label (field, option->value));
  g_ptr_array_add (labels, NULL);
  joined = g_strjoinv (", ", (char **)labels->pdata);
  /* Translators: "Status", and its values: "Planned, In progress, Done, Abandoned" */
  message = g_strdup_printf (_ ("%s: one of %s."), copil_field_get_label (field), joined);
  return copil_book_add_list (self->book, (const char *const *)labels->pdata, message);
}

static guint
add_levels (Builder *self, const CopilIndicator *indicator)
{
  g_autofree char *joined = g_strjoinv (", ", indicator->scale);
  g_autofree char *message = g_strdup_printf (_ ("A level of the scale: %s."), joined);

  return copil_book_add_list (self->book, (const char *const *)indicator->scale, message);
}

static guint
add_number (Builder *self)
{
  return copil_book_add_number (self->book, FALSE, -MAX_NUMBER, MAX_NUMBER,
                                _ ("A number, or nothing where it is not known."));
}

/* --- Observations --- */

static CopilSheet *
add_observations (Builder *self)
{
  CopilSheet *sheet =
      add_sheet (self, _ ("Indicators"), COPIL_COLLECTION_OBSERVATIONS, OBSERVATION_UNIT);

  copil_sheet_add_column (sheet, _ ("Axis"), COPIL_COLUMN_TEXT, 22);
  copil_sheet_add_column (sheet, _ ("Indicator"), COPIL_COLUMN_TEXT, 62);
  copil_sheet_add_column (sheet, _ ("Unit"), COPIL_COLUMN_TEXT, 26);
  copil_sheet_add_column (sheet, C_ ("collection", "Period"), COPIL_COLUMN_TEXT, 22);
  copil_sheet_add_column (sheet, C_ ("collection", "Part"), COPIL_COLUMN_TEXT, 26);
  copil_sheet_add_column (sheet, _ ("Last value"), COPIL_COLUMN_TEXT, 30);
  copil_sheet_add_column (sheet, _ ("To fill in"), COPIL_COLUMN_TEXT, 22);
  copil_sheet_add_column (sheet, _ ("Value"), COPIL_COLUMN_GENERAL, 30);
  copil_sheet_add_column (sheet, C_ ("collection", "Estimated or final"), COPIL_COLUMN_TEXT, 24);
  copil_sheet_add_column (sheet, _ ("Note"), COPIL_COLUMN_TEXT, 60);
  return sheet;
}

static void
put_head (Builder *self, CopilSheet *sheet, guint row, const CopilIndicator *indicator,
          const CopilPeriod *period, const char *part)
{
  gint64 axis = copil_figure_get_axis (self->store, indicator->id);
  g_autofree char *axis_label =
      axis ? copil_store_query_dup_text (self->store,
                                         "SELECT coalesce (nullif (label, ''), title) FROM axis"
                                         " WHERE id = ?1",
                                         "i", axis)
           : NULL;
  g_autofree char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT ":%s:%s", indicator->id, period->end, part ? part : "");
  g_autofree char *label = copil_period_get_label (period);

  copil_sheet_put (sheet, row, COLUMN_KEY, key);
  copil_sheet_put (sheet, row, OBSERVATION_AXIS, axis_label);
  copil_sheet_put (sheet, row, OBSERVATION_INDICATOR, indicator->name);
  copil_sheet_put (sheet, row, OBSERVATION_UNIT, indicator->unit);
  copil_sheet_put (sheet, row, OBSERVATION_PERIOD, label);
  copil_sheet_put (sheet, row, OBSERVATION_PART, part ? part : C_ ("collection", "Total"));
}

static void
put_to_fill (Builder *self, CopilSheet *sheet, guint row, guint column, gboolean known)
{
  copil_sheet_put (sheet, row, column, known ? _ ("Known") : _ ("To fill in"));
  self->to_fill += !known;
}

static void
add_whole (Builder *self, CopilSheet *sheet, const CopilIndicator *indicator,
           const CopilPeriod *period, const CopilObservation *observation)
{
  const CopilKind *kind = copil_kind_get ("observation");
  const CopilField *state = copil_kind_get_field (kind, "state");
  gboolean scale = indicator->nature == COPIL_NATURE_SCALE;
  g_autoptr (CopilRecord) record =
      observation ? copil_store_load (self->store, kind, observation->id) : NULL;
  const char *field = scale ? "level" : "value";
  const char *value = record ? copil_record_get (record, field) : NULL;
  const char *states = record && value ? copil_record_get (record, "state") : NULL;
  const char *note = record ? copil_record_get (record, "note") : NULL;
  const CopilObservation *last = copil_indicator_get_last (indicator, period->start);
  g_autoptr (GString) marks = g_string_new (NULL);
  guint row = copil_sheet_add_row (sheet);

  put_head (self, sheet, row, indicator, period, NULL);
  if (last)
    {
      g_autofree char *said = last->level && scale
                                  ? g_strdup (last->level)
                                  : copil_indicator_format (indicator, last->value);
      copil_sheet_put (sheet, row, OBSERVATION_LAST, said);
    }
  put_to_fill (self, sheet, row, OBSERVATION_TO_FILL, value != NULL);
  copil_sheet_put_typed (sheet, row, OBSERVATION_VALUE,
                         scale ? COPIL_COLUMN_TEXT : COPIL_COLUMN_GENERAL, value);
  copil_sheet_put (sheet, row, OBSERVATION_STATE,
                   states ? copil_field_get_option_label (state, states) : NULL);
  copil_sheet_put (sheet, row, OBSERVATION_NOTE, note);
  put_open (sheet, row, OBSERVATION_VALUE, value != NULL,
            scale && *indicator->scale ? add_levels (self, indicator)
            : scale                    ? 0
                                       : add_number (self));
  put_open (sheet, row, OBSERVATION_STATE, value != NULL, add_choice (self, state));
  put_open (sheet, row, OBSERVATION_NOTE, value != NULL, 0);
  add_mark (marks, field, value);
  add_mark (marks, "state", states);
  add_mark (marks, "note", note);
  copil_sheet_put (sheet, row, COLUMN_MARKS, marks->str);
}

static void
add_part (Builder *self, CopilSheet *sheet, const CopilIndicator *indicator,
          const CopilPeriod *period, const char *name, const CopilPart *part)
{
  guint row = copil_sheet_add_row (sheet);
  g_autoptr (CopilRecord) record =
      part ? copil_store_load (self->store, copil_kind_get ("split"), part->id) : NULL;
  const char *value = record ? copil_record_get (record, "value") : NULL;
  g_autofree char *mark = copil_collection_mark ("value", value);

  put_head (self, sheet, row, indicator, period, name);
  put_to_fill (self, sheet, row, OBSERVATION_TO_FILL, value != NULL);
  copil_sheet_put (sheet, row, OBSERVATION_VALUE, value);
  put_open (sheet, row, OBSERVATION_VALUE, value != NULL, add_number (self));
  copil_sheet_put (sheet, row, COLUMN_MARKS, mark);
}

static const CopilPart *
find_part (const CopilObservation *observation, const char *name)
{
  for (guint i = 0; observation && i < observation->parts->len; i++)
    {
      const CopilPart *part = &g_array_index (observation->parts, CopilPart, i);

      if (g_strcmp0 (part->name, name) == 0)
        return part;
    }
  return NULL;
}

static void
add_period (Builder *self, CopilSheet *sheet, const CopilIndicator *indicator,
            const CopilPeriod *period)
{
  const CopilObservation *observation = copil_indicator_get_in (indicator, period);

  add_whole (self, sheet, indicator, period, observation);
  for (char **name = indicator->split_names; *name; name++)
    add_part (self, sheet, indicator, period, *name, find_part (observation, *name));
  /* Parts that the file has under other names. */
  for (guint i = 0; observation && i < observation->parts->len; i++)
    {
      const CopilPart *part = &g_array_index (observation->parts, CopilPart, i);

      if (part->name && !g_strv_contains ((const char *const *)indicator->split_names, part->name))
        add_part (self, sheet, indicator, period, part->name, part);
    }
}

/* Whether a period is asked for: the baseline tells its own. */
static gboolean
is_asked (Builder *self, const CopilIndicator *indicator, const CopilPeriod *period,
          const char *today)
{
  if (!isnan (indicator->baseline_value) && copil_period_has (period, indicator->baseline_date) &&
      !copil_indicator_get_in (indicator, period) && period->periodicity != COPIL_PERIODICITY_ONCE)
    return FALSE;
  if (period->periodicity == COPIL_PERIODICITY_ONCE)
    return TRUE;
  if (self->year)
    return atoi (period->end) == self->year && !copil_period_is_future (period, today);
  return copil_period_is_due (period, today);
}

static void
add_indicators (Builder *self)
{
  g_autoptr (GPtrArray) indicators = copil_figure_list (
      self->store, self->public ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL, "party", self->party);
  CopilSheet *sheet = NULL;

  for (guint i = 0; i < indicators->len; i++)
    {
      const CopilIndicator *indicator = indicators->pdata[i];
      g_autoptr (GArray) periods =
          copil_figure_list_periods (self->store, indicator, copil_today ());
      g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (CopilPeriod));

      for (guint p = 0; p < periods->len; p++)
        if (is_asked (self, indicator, &g_array_index (periods, CopilPeriod, p), copil_today ()))
          g_array_append_val (asked, g_array_index (periods, CopilPeriod, p));
      for (guint p = asked->len > MAX_PERIODS ? asked->len - MAX_PERIODS : 0; p < asked->len; p++)
        {
          if (!sheet)
            sheet = add_observations (self);
          add_period (self, sheet, indicator, &g_array_index (asked, CopilPeriod, p));
        }
    }
}

/* --- Engagements --- */

static CopilSheet *
add_engagement_sheet (Builder *self)
{
  CopilSheet *sheet =
      add_sheet (self, _ ("Engagements"), COPIL_COLLECTION_ENGAGEMENTS, ENGAGEMENT_DUE);

  copil_sheet_add_column (sheet, _ ("Article"), COPIL_COLUMN_TEXT, 18);
  copil_sheet_add_column (sheet, _ ("Engagement"), COPIL_COLUMN_TEXT, 90);
  copil_sheet_add_column (sheet, _ ("Due on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Last news on"), COPIL_COLUMN_DATE, 30);
  copil_sheet_add_column (sheet, _ ("To fill in"), COPIL_COLUMN_TEXT, 28);
  copil_sheet_add_column (sheet, _ ("Status"), COPIL_COLUMN_TEXT, 26);
  copil_sheet_add_column (sheet, _ ("Progress"), COPIL_COLUMN_PERCENT, 0);
  copil_sheet_add_column (sheet, _ ("New follow-up note"), COPIL_COLUMN_TEXT, 80);
  return sheet;
}

/* Whether there were news of it in the year, or since a year. */
static gboolean
has_news (Builder *self, gint64 id)
{
  g_autofree char *since = self->year ? g_strdup_printf ("%04d-01-01", self->year)
                                      : copil_date_add_months (copil_today (), -12);
  g_autofree char *until = g_strdup_printf ("%04d-12-31", self->year ? self->year : 9999);

  return copil_store_query_int (
             self->store,
             "SELECT EXISTS (SELECT 1 FROM engagement WHERE id = ?1 AND reviewed BETWEEN ?2 AND"
             " ?3) OR EXISTS (SELECT 1 FROM followup WHERE engagement = ?1 AND date BETWEEN ?2"
             " AND ?3)",
             "itt", id, since, until) != 0;
}

static void
add_engagement (Builder *self, CopilSheet *sheet, gint64 id)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  const CopilField *status = copil_kind_get_field (kind, "status");
  g_autoptr (CopilRecord) record = copil_store_load (self->store, kind, id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GString) marks = g_string_new (NULL);
  const char *progress = copil_record_get (record, "progress");
  gboolean news = has_news (self, id);
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, COLUMN_KEY, key);
  copil_sheet_put (sheet, row, ENGAGEMENT_LABEL, copil_record_get (record, "label"));
  copil_sheet_put (sheet, row, ENGAGEMENT_TEXT, copil_record_get (record, "text"));
  copil_sheet_put (sheet, row, ENGAGEMENT_DUE, copil_record_get (record, "due"));
  copil_sheet_put (sheet, row, ENGAGEMENT_NEWS, copil_record_get (record, "reviewed"));
  copil_sheet_put (sheet, row, ENGAGEMENT_TO_FILL, news ? _ ("If it moved") : _ ("To fill in"));
  self->to_fill += !news;
  if (copil_record_get (record, "status"))
    copil_sheet_put (sheet, row, ENGAGEMENT_STATUS,
                     copil_field_get_option_label (status, copil_record_get (record, "status")));
  if (progress)
    copil_sheet_put_double (sheet, row, ENGAGEMENT_PROGRESS, g_ascii_strtod (progress, NULL) / 100);
  put_open (sheet, row, ENGAGEMENT_STATUS, FALSE, add_choice (self, status));
  put_open (sheet, row, ENGAGEMENT_PROGRESS, FALSE,
            copil_book_add_number (self->book, FALSE, 0, 1, _ ("A percentage from 0 to 100 %.")));
  put_open (sheet, row, ENGAGEMENT_NOTE, FALSE, 0);
  add_mark (marks, "status", copil_record_get (record, "status"));
  add_mark (marks, "progress", progress);
  add_mark (marks, "followup", NULL);
  copil_sheet_put (sheet, row, COLUMN_MARKS, marks->str);
}

static void
add_engagements (Builder *self)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      self->store,
      "SELECT e.id FROM engagement e JOIN engagement_party l ON l.engagement = e.id"
      " LEFT JOIN axis a ON a.id = e.axis LEFT JOIN measure m ON m.id = e.measure"
      " WHERE l.party = ?1 AND coalesce (e.status, '') <> 'abandoned'"
      " AND (?2 = 0 OR coalesce (e.confidential, 0) = 0)"
      " ORDER BY a.position, a.id, m.position, m.id, e.position, e.id",
      "ii", self->party, (gint64)self->public);
  CopilSheet *sheet = NULL;

  while (copil_query_next (query))
    {
      if (!sheet)
        sheet = add_engagement_sheet (self);
      add_engagement (self, sheet, copil_query_int (query, 0));
    }
}

/* --- Means --- */

static CopilSheet *
add_resource_sheet (Builder *self)
{
  CopilSheet *sheet = add_sheet (self, _ ("Means"), COPIL_COLLECTION_RESOURCES, RESOURCE_NATURE);

  copil_sheet_add_column (sheet, _ ("Fiche action"), COPIL_COLUMN_TEXT, 62);
  copil_sheet_add_column (sheet, _ ("Mean"), COPIL_COLUMN_TEXT, 62);
  copil_sheet_add_column (sheet, _ ("Counted in"), COPIL_COLUMN_TEXT, 26);
  copil_sheet_add_column (sheet, _ ("Year"), COPIL_COLUMN_YEAR, 0);
  copil_sheet_add_column (sheet, _ ("To fill in"), COPIL_COLUMN_TEXT, 22);
  copil_sheet_add_column (sheet, _ ("Planned"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, _ ("Spent"), COPIL_COLUMN_GENERAL, 0);
  copil_sheet_add_column (sheet, _ ("Note"), COPIL_COLUMN_TEXT, 60);
  return sheet;
}

static void
add_resource (Builder *self, CopilSheet *sheet, gint64 id)
{
  static const struct
  {
    const char *field;
    guint column;
  } open[] = { { "planned", RESOURCE_PLANNED }, { "spent", RESOURCE_SPENT } };
  const CopilKind *kind = copil_kind_get ("resource");
  g_autoptr (CopilRecord) record = copil_store_load (self->store, kind, id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *fiche = copil_record_format (record, self->store, "fiche");
  g_autofree char *nature = copil_record_format (record, self->store, "nature");
  g_autoptr (GString) marks = g_string_new (NULL);
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, COLUMN_KEY, key);
  copil_sheet_put (sheet, row, RESOURCE_FICHE, fiche);
  copil_sheet_put (sheet, row, RESOURCE_NAME, copil_record_get (record, "name"));
  copil_sheet_put (sheet, row, RESOURCE_NATURE, nature);
  copil_sheet_put (sheet, row, RESOURCE_YEAR, copil_record_get (record, "year"));
  put_to_fill (self, sheet, row, RESOURCE_TO_FILL,
               copil_record_get (record, "planned") && copil_record_get (record, "spent"));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      const char *value = copil_record_get (record, open[i].field);

      copil_sheet_put (sheet, row, open[i].column, value);
      put_open (sheet, row, open[i].column, value != NULL, add_number (self));
      add_mark (marks, open[i].field, value);
    }
  copil_sheet_put (sheet, row, RESOURCE_NOTE, copil_record_get (record, "note"));
  put_open (sheet, row, RESOURCE_NOTE, FALSE, 0);
  add_mark (marks, "note", copil_record_get (record, "note"));
  copil_sheet_put (sheet, row, COLUMN_MARKS, marks->str);
}

static void
add_resources (Builder *self)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      self->store,
      "SELECT r.id FROM resource r JOIN fiche f ON f.id = r.fiche WHERE r.funder = ?1"
      " AND (?2 = 0 OR r.year = ?2 OR r.year IS NULL)"
      " AND (?3 = 0 OR coalesce (f.confidential, 0) = 0)"
      " ORDER BY f.position, f.id, r.position, r.id",
      "iii", self->party, (gint64)self->year, (gint64)self->public);
  CopilSheet *sheet = NULL;

  while (copil_query_next (query))
    {
      if (!sheet)
        sheet = add_resource_sheet (self);
      add_resource (self, sheet, copil_query_int (query, 0));
    }
}

/* --- The guide --- */

static void
add_line (CopilSheet *sheet, const char *key, const char *text, CopilCellStyle style)
{
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, 0, key);
  copil_sheet_put (sheet, row, 1, text);
  copil_sheet_set_style (sheet, row, 1, style);
}

static void
fill_guide (Builder *self, CopilSheet *sheet, const char *party)
{
  g_autofree char *title_mark = copil_collection_mark_title (self->store);
  g_autofree char *party_mark = copil_collection_mark ("name", party);
  g_autofree char *of = g_strdup_printf ("convention:%" G_GINT64_FORMAT " %s",
                                         copil_view_get_convention (self->store), title_mark);
  g_autofree char *whose =
      g_strdup_printf ("party:%" G_GINT64_FORMAT " %s", self->party, party_mark);
  g_autofree char *when = g_strdup_printf ("year:%d", self->year);
  g_autofree char *asked =
      self->year ? g_strdup_printf (_ ("What is asked of %s for %d."), party, self->year)
                 : g_strdup_printf (_ ("What is asked of %s."), party);
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row is to be filled in.",
                                    "%u rows are to be filled in.", self->to_fill),
                       self->to_fill);

  add_line (sheet, of, asked, COPIL_CELL_NORMAL);
  add_line (sheet, whose, rows, COPIL_CELL_NORMAL);
  add_line (sheet, when,
            _ ("Only the framed cells, which look like this one, can be filled; the column “To fill"
               " in” says where something is expected."),
            COPIL_CELL_OPEN);
  add_line (sheet, NULL,
            _ ("Leave blank what is not known: a blank cell is not a zero, and changes nothing."),
            COPIL_CELL_NORMAL);
  add_line (sheet, NULL,
            _ ("Keep the rows, the columns and the .ods form, and send the file back: each change"
               " is shown before it is taken."),
            COPIL_CELL_NORMAL);
}

CopilBook *
copil_collection_book_new (CopilStore *store, gint64 party, int year, CopilAudience audience,
                           GError **error)
{
  g_autofree char *name = copil_store_dup_title (store, copil_kind_get ("party"), party);
  g_autofree char *convention = copil_store_dup_name (store);
  g_autofree char *title = NULL;
  g_autoptr (CopilBook) book = NULL;
  Builder builder = { store, NULL, party, year, audience == COPIL_AUDIENCE_PUBLIC, 0 };
  CopilSheet *guide;

  if (!copil_store_query_int (store, "SELECT id FROM party WHERE id = ?1", "i", party))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is no such signatory in this file."));
      return NULL;
    }
  title = g_strdup_printf (_ ("Collection – %s"), name);
  builder.book = book = copil_book_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  guide = copil_book_add_sheet (book, copil_sheet_new (_ ("How to fill in")));
  copil_sheet_set_protected (guide, TRUE);
  copil_sheet_add_column (guide, COPIL_COLLECTION_GUIDE, COPIL_COLUMN_TEXT, HIDDEN_WIDTH);
  copil_sheet_add_column (guide, title, COPIL_COLUMN_TEXT, 170);
  copil_sheet_hide_column (guide, 0);
  add_indicators (&builder);
  add_engagements (&builder);
  add_resources (&builder);
  if (copil_book_get_n_sheets (book) == 1)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("Nothing is asked of %s: it supplies no indicator, and takes part in no"
                      " engagement."),
                   name);
      return NULL;
    }
  fill_guide (&builder, guide, name);
  return g_steal_pointer (&book);
}
