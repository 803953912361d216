/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-actions.h"
#include "copil-fiche-life.h"
#include "copil-kind.h"
#include "copil-means.h"
#include "copil-photo.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-view-fiche.h"
#include "copil-words.h"

/* Of a photo on the page, in millimetres. */
#define PHOTO_WIDTH 120.0
#define PHOTO_HEIGHT 90.0
/* After every observation. */
#define LAST_DAY "9999-12-31"

static CopilFigureFlags
flags_of (CopilAudience audience)
{
  return audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL;
}

static const char *
status_of (const char *kind, const char *status)
{
  return copil_field_get_option_label (copil_kind_get_field (copil_kind_get (kind), "status"),
                                       status && *status ? status : "planned");
}

void
copil_fiche_parts_add_life (CopilDocument *document, CopilStore *store, gint64 fiche,
                            CopilAudience audience)
{
  g_autoptr (GPtrArray) events = copil_fiche_life_list_events (store, fiche, flags_of (audience));
  CopilList *list = NULL;

  if (events->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Life of the fiche"));
  list = copil_document_add_list (document, copil_list_new (COPIL_LIST_BULLET));
  for (guint i = 0; i < events->len; i++)
    copil_list_add_text (list, 1, ((CopilFicheEvent *)events->pdata[i])->text);
}

void
copil_fiche_parts_add_engagements (CopilDocument *document, CopilStore *store, gint64 fiche,
                                   CopilAudience audience)
{
  g_autofree char *sql =
      g_strconcat ("SELECT e.label, e.text, e.status FROM fiche_engagement f"
                   " JOIN engagement e ON e.id = f.engagement JOIN axis a ON a.id = e.axis"
                   " LEFT JOIN measure m ON m.id = e.measure WHERE f.fiche = ?1",
                   COPIL_AUDIENCE_SQL (audience, "e"),
                   " ORDER BY a.position, a.id, m.position, m.id, e.position, e.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", fiche);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Engagements of the convention"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of an engagement", "Article"), 14, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Engagement"), 66, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Status"), 20, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      copil_table_add_cell_text (table, status_of ("engagement", copil_query_text (query, 2)));
    }
}

void
copil_fiche_parts_add_steps (CopilDocument *document, CopilStore *store, gint64 fiche)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT title, due, status FROM step"
                         " WHERE fiche = ?1 ORDER BY due IS NULL, due, position, id",
                         "i", fiche);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *due = copil_date_format (copil_query_text (query, 1));

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Steps"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Step"), 62, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Due on"), 18, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Status"), 20, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, *due ? due : "–");
      copil_table_add_cell_text (table, status_of ("step", copil_query_text (query, 2)));
    }
}

/* --- means --- */

static void
add_mean (CopilTable *table, CopilRowRole role, const char *name, const CopilMean *mean)
{
  g_autofree char *year = mean->year ? g_strdup_printf ("%d", mean->year) : g_strdup ("–");
  gboolean line = mean->id != 0;
  g_autofree char *planned = copil_mean_format_planned (mean);
  g_autofree char *spent = copil_mean_format_spent (mean);
  g_autofree char *rest = copil_mean_say_rest (mean);

  copil_table_add_row (table, role);
  copil_table_add_cell_text (table, name);
  copil_table_add_cell_text (table, !line ? NULL : mean->funder ? mean->funder : "–");
  copil_table_add_cell_text (table, line ? year : NULL);
  copil_table_add_cell_text (table, planned);
  copil_table_add_cell_text (table, spent);
  copil_table_add_cell_text (table, rest ? rest : "–");
}

static CopilTable *
start_means (CopilDocument *document, const char *caption)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));

  copil_table_set_caption (table, caption);
  copil_table_add_column (table, C_ ("means", "Means"), 28, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Funder"), 18, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Year"), 10, COPIL_ALIGN_START);
  copil_table_add_column (table, C_ ("means", "Planned"), 15, COPIL_ALIGN_END);
  copil_table_add_column (table, C_ ("means", "Spent"), 15, COPIL_ALIGN_END);
  copil_table_add_column (table, C_ ("means", "Difference"), 17, COPIL_ALIGN_END);
  return table;
}

/* Of one nature: each line, the total, and the totals by funder and by year where there are
 * several. */
static void
add_nature (CopilDocument *document, GPtrArray *means, gboolean people)
{
  static const struct
  {
    CopilMeansBy by;
    const char *title;
  } sums[] = { { COPIL_MEANS_BY_FUNDER, N_ ("By funder") },
               { COPIL_MEANS_BY_YEAR, N_ ("By year") } };
  g_autoptr (GPtrArray) own = g_ptr_array_new (), all = NULL;
  CopilTable *table;

  for (guint i = 0; i < means->len; i++)
    if (((CopilMean *)means->pdata[i])->people == people)
      g_ptr_array_add (own, means->pdata[i]);
  if (own->len == 0)
    return;
  table = start_means (document, people ? _ ("Means in people") : _ ("Means in euros"));
  for (guint i = 0; i < own->len; i++)
    {
      CopilMean *mean = own->pdata[i];

      add_mean (table, COPIL_ROW_BODY, mean->name, mean);
    }
  all = copil_means_sum (own, COPIL_MEANS_BY_NOTHING);
  if (own->len > 1)
    add_mean (table, COPIL_ROW_TOTAL, _ ("Total"), all->pdata[0]);
  for (guint s = 0; s < G_N_ELEMENTS (sums); s++)
    {
      g_autoptr (GPtrArray) totals = copil_means_sum (own, sums[s].by);

      if (totals->len < 2)
        continue;
      copil_table_add_row_text (
          table, COPIL_ROW_GROUP,
          (const char *[]){ _ (sums[s].title), NULL, NULL, NULL, NULL, NULL });
      for (guint i = 0; i < totals->len; i++)
        {
          CopilMean *total = totals->pdata[i];
          g_autofree char *year = total->year ? g_strdup_printf ("%d", total->year) : NULL;

          add_mean (table, COPIL_ROW_BODY,
                    sums[s].by == COPIL_MEANS_BY_YEAR ? (year ? year : _ ("No year"))
                    : total->funder                   ? total->funder
                                                      : _ ("No funder"),
                    total);
        }
    }
}

void
copil_fiche_parts_add_means (CopilDocument *document, CopilStore *store, gint64 fiche)
{
  g_autoptr (GPtrArray) means = copil_means_list (store, fiche);

  if (means->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Means planned and spent"));
  add_nature (document, means, FALSE);
  add_nature (document, means, TRUE);
}

/* --- publics reached --- */

static CopilTable *
add_actions (CopilDocument *document, const CopilActionsTable *actions)
{
  CopilTable *table = NULL;

  for (int count = 0; count < COPIL_N_COUNTS; count++)
    {
      const CopilTotal *total = copil_actions_table_get (actions, -1, -1, (CopilCount)count);
      g_autofree char *value = copil_total_format (total);

      if (total->n_known == 0)
        continue;
      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Publics reached"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("What the actions of the fiche count"), 70,
                                  COPIL_ALIGN_START);
          copil_table_add_column (table, C_ ("of beneficiaries", "Total"), 30, COPIL_ALIGN_END);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_count_get_label ((CopilCount)count));
      copil_table_add_cell_text (table, value);
    }
  return table;
}

/* « 62 000 alternants (31/12/2023) ». */
static char *
say_value (const CopilIndicator *indicator, double value, const char *date)
{
  g_autofree char *said = copil_indicator_format (indicator, value);
  g_autofree char *day = copil_date_format (date);

  if (!*said)
    return g_strdup ("–");
  return *day ? g_strdup_printf ("%s (%s)", said, day) : g_steal_pointer (&said);
}

static void
add_indicators (CopilDocument *document, GPtrArray *indicators)
{
  CopilTable *table;

  if (indicators->len == 0)
    return;
  copil_document_add_heading (document, 1, _ ("Indicators of the fiche"));
  table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
  copil_table_add_column (table, _ ("Indicator"), 36, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Observed"), 25, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Target"), 25, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Progress"), 14, COPIL_ALIGN_END);
  for (guint i = 0; i < indicators->len; i++)
    {
      const CopilIndicator *indicator = indicators->pdata[i];
      const CopilObservation *last = copil_indicator_get_last (indicator, LAST_DAY);
      /* As of its last figure, and not of the day of the export. */
      g_autoptr (CopilProgress) progress =
          copil_indicator_judge (indicator, last ? last->date : LAST_DAY);
      g_autofree char *observed = say_value (indicator, progress->observed, progress->date);
      g_autofree char *target =
          progress->target ? say_value (indicator, progress->target->value, progress->target->date)
                           : g_strdup ("–");
      g_autofree char *percent = copil_percent_format (progress->percent);

      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, indicator->name);
      copil_table_add_cell_text (table, observed);
      copil_table_add_cell_text (table, target);
      copil_table_add_cell_text (table, percent);
    }
}

void
copil_fiche_parts_add_reached (CopilDocument *document, CopilStore *store, gint64 fiche,
                               CopilAudience audience)
{
  const CopilActionsFilter filter = { .fiche = fiche, .flags = flags_of (audience) };
  g_autoptr (CopilActionsTable) actions =
      copil_actions_read (store, COPIL_BY_NOTHING, COPIL_BY_NOTHING, &filter);
  g_autoptr (GPtrArray) indicators = copil_figure_list (store, flags_of (audience), "fiche", fiche);

  add_actions (document, actions);
  add_indicators (document, indicators);
}

/* --- bilans --- */

static void
add_labelled (CopilDocument *document, const char *label, const char *text)
{
  if (!text || !*text)
    return;
  copil_document_add_text (document, COPIL_ROLE_LABEL, label);
  copil_document_add_notes (document, text);
}

static int
year_of (GPtrArray *reviews, guint place)
{
  return ((CopilViewFicheReview *)reviews->pdata[place])->year;
}

static void
add_review (CopilDocument *document, const CopilViewFicheReview *review)
{
  g_autofree char *heading = g_strdup_printf (_ ("Bilan of %d"), review->year);

  if (!review->done && !review->obstacles && !review->next)
    return;
  copil_document_add_heading (document, 1, heading);
  add_labelled (document, _ ("What was done"), review->done);
  add_labelled (document, _ ("Obstacles"), review->obstacles);
  add_labelled (document, _ ("What comes next"), review->next);
}

void
copil_fiche_parts_add_reviews (CopilDocument *document, CopilStore *store, gint64 fiche)
{
  g_autoptr (GPtrArray) reviews = copil_view_list_fiche_reviews (store, fiche, 0);

  /* The newest year first; a second one of the same year comes after the first. */
  for (guint end = reviews->len; end > 0;)
    {
      guint first = end - 1;

      while (first > 0 && year_of (reviews, first - 1) == year_of (reviews, end - 1))
        first--;
      for (guint i = first; i < end; i++)
        add_review (document, reviews->pdata[i]);
      end = first;
    }
}

/* --- photos --- */

static void
add_photo (CopilDocument *document, GBytes *data, const char *name, const char *caption)
{
  int width, height;
  g_autoptr (GBytes) jpeg = data ? copil_photo_make_jpeg (data, &width, &height, NULL) : NULL;
  const char *said = caption && *caption ? caption : name;
  double scale;

  if (!jpeg)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("The picture “%s” cannot be read."), name);

      copil_document_add_text (document, COPIL_ROLE_NOTE, sentence);
      return;
    }
  scale = MIN (PHOTO_WIDTH / width, PHOTO_HEIGHT / height);
  copil_document_add_picture (
      document, copil_picture_new_photo (jpeg, width * scale, height * scale, name, said, caption));
}

void
copil_fiche_parts_add_photos (CopilDocument *document, CopilStore *store, gint64 fiche)
{
  const CopilKind *kind = copil_kind_get ("fiche_document");
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, coalesce (nullif (name, ''), '–'), caption, mime FROM fiche_document"
      " WHERE fiche = ?1 AND printed = 1 ORDER BY position, id",
      "i", fiche);
  gboolean any = FALSE;

  while (copil_query_next (query))
    {
      g_autoptr (GBytes) data = NULL;

      if (!copil_photo_is_picture (copil_query_text (query, 3)))
        continue;
      if (!any)
        copil_document_add_heading (document, 1, _ ("Pictures"));
      any = TRUE;
      data = copil_store_get_data (store, kind, copil_query_int (query, 0), "data");
      add_photo (document, data, copil_query_text (query, 1), copil_query_text (query, 2));
    }
}
