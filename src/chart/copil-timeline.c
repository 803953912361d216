/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-timeline.h"
#include "copil-chart-parts.h"
#include "copil-timeline-axis.h"
#include "copil-timeline-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROW 420
#define MAX_LANES 200
#define MAX_ROWS 5

typedef struct
{
  char *label;
  char *title;
  GPtrArray *items;
} Lane;

struct _CopilTimeline
{
  CopilChart parent_instance;

  GPtrArray *lanes;
  GPtrArray *items;
  GDate today;
  GDate from;
  GDate to;
  char *lane_word;
  gboolean sorted;
};

G_DEFINE_FINAL_TYPE (CopilTimeline, copil_timeline, COPIL_TYPE_CHART)

/* A lane as drawn. */
typedef struct
{
  const char *label;
  const char *title;
  GPtrArray *items;
  guint n_rows;
} Band;

static void
item_free (gpointer data)
{
  CopilTimelineItem *item = data;

  g_free (item->label);
  g_free (item->sentence);
  g_free (item->key);
  g_free (item);
}

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->label);
  g_free (lane->title);
  g_ptr_array_unref (lane->items);
  g_free (lane);
}

static void
band_clear (gpointer data)
{
  g_ptr_array_unref (((Band *)data)->items);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const CopilTimelineItem *x = *(CopilTimelineItem *const *)a;
  const CopilTimelineItem *y = *(CopilTimelineItem *const *)b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

static void
sort_items (CopilTimeline *self)
{
  if (self->sorted)
    return;
  for (guint i = 0; i < self->lanes->len; i++)
    g_ptr_array_sort (((Lane *)g_ptr_array_index (self->lanes, i))->items, compare_items);
  self->sorted = TRUE;
}

/* The days from the first mark to the last, today among them, in whole months; or those that were
 * asked for. */
static CopilAxis
make_axis (CopilTimeline *self)
{
  CopilAxis axis = { .from = G_MAXUINT32 };
  GDate date;

  if (g_date_valid (&self->from))
    return (CopilAxis){ .from = g_date_get_julian (&self->from),
                        .to = g_date_get_julian (&self->to) + 1 };
  if (g_date_valid (&self->today))
    axis.from = axis.to = g_date_get_julian (&self->today);
  for (guint i = 0; i < self->items->len; i++)
    {
      const CopilTimelineItem *item = g_ptr_array_index (self->items, i);

      axis.from = MIN (axis.from, item->start);
      axis.to = MAX (axis.to, item->end);
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, axis.from);
  g_date_set_day (&date, 1);
  axis.from = g_date_get_julian (&date);
  g_date_set_julian (&date, axis.to);
  g_date_set_day (&date,
                  g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)));
  axis.to = g_date_get_julian (&date) + 1;
  return axis;
}

static double
draw_head (CopilTimeline *self, CopilScene *scene)
{
  CopilLegendEntry entries[COPIL_CHART_N_ROLES];
  gboolean seen[COPIL_CHART_N_ROLES] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    seen[((CopilTimelineItem *)g_ptr_array_index (self->items, i))->role] = TRUE;
  for (guint role = 0; role < COPIL_CHART_N_ROLES; role++)
    if (seen[role] && role != COPIL_CHART_ROLE_NEUTRAL)
      entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SYMBOL, (CopilChartRole)role,
                                         copil_chart_role_get_label ((CopilChartRole)role), NULL };
  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
}

/* The first @n lanes, the last of them with all the items of those left over. */
static GArray *
make_bands (CopilTimeline *self, guint n, char **gathered)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (Band));

  g_array_set_clear_func (bands, band_clear);
  for (guint i = 0; i < MIN (n, self->lanes->len); i++)
    {
      const Lane *lane = g_ptr_array_index (self->lanes, i);
      Band band = { .label = lane->label, .title = lane->title };

      if (i + 1 == n && n < self->lanes->len)
        {
          guint left = self->lanes->len - i;
          g_autofree char *count = copil_parts_count (left);

          band.items = g_ptr_array_new ();
          for (guint j = i; j < self->lanes->len; j++)
            g_ptr_array_extend (band.items, ((Lane *)g_ptr_array_index (self->lanes, j))->items,
                                NULL, NULL);
          g_ptr_array_sort (band.items, compare_items);
          *gathered = g_strdup_printf (ngettext ("%s other", "%s others", left), count);
          band.label = NULL;
          band.title = *gathered;
        }
      else
        band.items = g_ptr_array_ref (lane->items);
      g_array_append_val (bands, band);
    }
  return bands;
}

static double
bands_height (const GArray *bands, double pitch, double head)
{
  double height = 0;

  for (guint i = 0; i < bands->len; i++)
    height += g_array_index (bands, Band, i).n_rows * pitch + 8 + head;
  return height;
}

/* Takes rows from the highest lanes until all fit in @room. */
static void
shrink_bands (GArray *bands, double pitch, double head, double room)
{
  while (bands_height (bands, pitch, head) > room)
    {
      Band *highest = NULL;

      for (guint i = 0; i < bands->len; i++)
        {
          Band *band = &g_array_index (bands, Band, i);

          if (highest == NULL || band->n_rows > highest->n_rows)
            highest = band;
        }
      if (highest->n_rows == 1)
        return;
      highest->n_rows--;
    }
}

static void
draw_band (CopilScene *scene, const CopilAxis *axis, const Band *band, double y, double pitch,
           double head, double label_width)
{
  g_autofree char *name = copil_parts_name (band->label, band->title);
  double height = band->n_rows * pitch;

  if (head > 0)
    {
      CopilText *text = copil_scene_text_headed (scene, COPIL_TEXT_SMALL, band->label, band->title,
                                                 axis->x1 - axis->x0, 1);

      copil_scene_place (scene, text, axis->x0, y + 3, COPIL_INK_MUTED);
    }
  else
    {
      int lines =
          MAX (1, (int)floor ((height + 4) / copil_scene_line_height (scene, COPIL_TEXT_BODY)));
      CopilText *text = copil_scene_text_headed (scene, COPIL_TEXT_BODY, band->label, band->title,
                                                 label_width, MIN (lines, 3));

      copil_scene_place (scene, text, scene->padding, round (y + (height + 8 - text->height) / 2),
                         COPIL_INK_TEXT);
    }
  copil_lane_draw (scene, axis, band->items, name != NULL ? name : "", y + 4 + head, pitch,
                   band->n_rows);
}

static void
draw_today (CopilTimeline *self, CopilScene *scene, const CopilAxis *axis, double y0, double y1)
{
  CopilText *text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, C_ ("chart", "Today"), -1, 1);
  double x = round (copil_axis_x (axis, g_date_get_julian (&self->today)));

  copil_scene_vline (scene, x, y0, y1, 2, COPIL_INK_ACCENT);
  copil_scene_place (
      scene, text,
      round (CLAMP (x + 1 - text->width / 2, axis->x0, MAX (axis->x0, axis->x1 - text->width))),
      y1 + 1, COPIL_INK_ACCENT);
}

static double
lanes_label_width (CopilTimeline *self, CopilScene *scene)
{
  guint n = MIN (self->lanes->len, MAX_LANES);
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const Lane *lane = g_ptr_array_index (self->lanes, i);

      labels[i] = lane->label;
      titles[i] = lane->title;
    }
  return copil_parts_label_width (scene, labels, titles, n, 0.24);
}

static void
copil_timeline_layout (CopilChart *chart, CopilScene *scene)
{
  CopilTimeline *self = COPIL_TIMELINE (chart);
  CopilAxis axis = make_axis (self);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bands = NULL;
  g_autofree char *gathered = NULL;
  gboolean narrow = scene->width - 2 * scene->padding < NARROW;
  gboolean today;
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL));
  double least = MAX (20, line + 3);
  double pitch = least + 2;
  double head = narrow ? line + 2 : 0;
  double label_width = narrow ? 0 : lanes_label_width (self, scene);
  double y = draw_head (self, scene);
  double foot, top, room;
  guint n, n_shapes;

  sort_items (self);
  axis.x0 = round (scene->padding + (narrow ? 0 : label_width + 14));
  axis.x1 = MAX (axis.x0 + 20, round (scene->width - scene->padding));
  today = g_date_valid (&self->today) && g_date_get_julian (&self->today) >= axis.from &&
          g_date_get_julian (&self->today) < axis.to;
  foot = today ? line + 2 : 0;
  top = y;
  y += copil_axis_layout (&axis, scene, y, lines);

  room = scene->mode == COPIL_SCENE_FIT ? scene->height - scene->padding - y - foot : G_MAXDOUBLE;
  n = (guint)CLAMP (floor (room / (least + 8 + head)), 1, MIN (self->lanes->len, MAX_LANES));
  bands = make_bands (self, n, &gathered);
  for (guint i = 0; i < bands->len; i++)
    {
      Band *band = &g_array_index (bands, Band, i);

      band->n_rows = scene->mode == COPIL_SCENE_COMPACT
                         ? 1
                         : copil_lane_count_rows (scene, &axis, band->items, MAX_ROWS);
    }
  if (bands_height (bands, pitch, head) > room)
    pitch = least;
  shrink_bands (bands, pitch, head, room);
  if (scene->mode == COPIL_SCENE_FIT)
    {
      double rows = 0, slack = room - bands_height (bands, pitch, head);

      for (guint i = 0; i < bands->len; i++)
        rows += g_array_index (bands, Band, i).n_rows;
      pitch += CLAMP (floor (slack / rows), 0, 10);
    }
  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);

      copil_scene_rect (scene, scene->padding, y, scene->width - 2 * scene->padding, 1, 0,
                        COPIL_CORNERS_NONE, i == 0 ? COPIL_INK_HAIRLINE : COPIL_INK_GRID, -1);
      draw_band (scene, &axis, band, y, pitch, head, label_width);
      y += band->n_rows * pitch + 8 + head;
    }
  n_shapes = scene->shapes->len;
  for (guint i = 0; i < lines->len; i++)
    copil_scene_vline (scene, g_array_index (lines, double, i), top, y, 1, COPIL_INK_GRID);
  copil_scene_sink (scene, n_shapes);
  if (today)
    draw_today (self, scene, &axis, top, y);
  scene->bottom = y + foot;
}

static gboolean
copil_timeline_is_empty (CopilChart *chart)
{
  return COPIL_TIMELINE (chart)->items->len == 0;
}

static char *
copil_timeline_describe (CopilChart *chart)
{
  CopilTimeline *self = COPIL_TIMELINE (chart);
  guint counts[COPIL_CHART_N_ROLES] = { 0 };
  guint32 from = G_MAXUINT32, to = 1;
  g_autoptr (GString) roles = g_string_new (NULL);
  g_autofree char *total = copil_parts_count (self->items->len);
  g_autofree char *first = NULL, *last = NULL;
  GDate date;

  for (guint i = 0; i < self->items->len; i++)
    {
      const CopilTimelineItem *item = g_ptr_array_index (self->items, i);

      counts[item->role]++;
      from = MIN (from, item->start);
      to = MAX (to, item->end);
    }
  for (guint role = 0; role < COPIL_CHART_N_ROLES; role++)
    {
      g_autofree char *count = copil_parts_count (counts[role]);

      if (counts[role] == 0)
        continue;
      if (roles->len > 0)
        g_string_append (roles, ", ");
      g_string_append_printf (roles, C_ ("chart", "%s %s"),
                              copil_chart_role_get_label ((CopilChartRole)role), count);
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, from);
  first = copil_parts_date (&date);
  g_date_set_julian (&date, to);
  last = copil_parts_date (&date);
  /* Translators: how many dates, the first, the last, the figures by state. */
  return g_strdup_printf (
      ngettext ("%s date, from %s to %s: %s.", "%s dates, from %s to %s: %s.", self->items->len),
      total, first, last, roles->str);
}

static void
copil_timeline_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilTimeline *self = COPIL_TIMELINE (chart);
  const char *head[] = { self->lane_word, C_ ("chart", "Start"), C_ ("chart", "End"),
                         C_ ("chart", "Title"), C_ ("chart", "State") };

  for (guint c = 0; c < G_N_ELEMENTS (head); c++)
    copil_chart_data_add_column (data, head[c], NULL);
  sort_items (self);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const Lane *lane = g_ptr_array_index (self->lanes, i);
      g_autofree char *name = copil_parts_name (lane->label, lane->title);

      for (guint j = 0; j < lane->items->len; j++)
        {
          const CopilTimelineItem *item = g_ptr_array_index (lane->items, j);
          guint row = copil_chart_data_add_row (data);
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, item->start);
          copil_chart_data_put_text (data, row, 0, name);
          copil_chart_data_put_date (data, row, 1, &date);
          g_date_set_julian (&date, item->end);
          if (item->span)
            copil_chart_data_put_date (data, row, 2, &date);
          copil_chart_data_put_text (data, row, 3, item->label);
          copil_chart_data_put_text (data, row, 4, copil_chart_role_get_label (item->role));
        }
    }
}

static void
copil_timeline_finalize (GObject *object)
{
  CopilTimeline *self = COPIL_TIMELINE (object);

  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->items);
  g_free (self->lane_word);
  G_OBJECT_CLASS (copil_timeline_parent_class)->finalize (object);
}

static void
copil_timeline_class_init (CopilTimelineClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_timeline_finalize;
  chart_class->is_empty = copil_timeline_is_empty;
  chart_class->layout = copil_timeline_layout;
  chart_class->describe = copil_timeline_describe;
  chart_class->fill_data = copil_timeline_fill_data;
}

static void
copil_timeline_init (CopilTimeline *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  g_date_clear (&self->today, 1);
  g_date_clear (&self->from, 1);
  g_date_clear (&self->to, 1);
}

CopilChart *
copil_timeline_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_TIMELINE, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_timeline_add_lane (CopilTimeline *self, const char *label, const char *title)
{
  Lane *lane;

  g_return_val_if_fail (COPIL_IS_TIMELINE (self), 0);
  lane = g_new0 (Lane, 1);
  lane->label = g_strdup (label);
  lane->title = g_strdup (title);
  lane->items = g_ptr_array_new ();
  g_ptr_array_add (self->lanes, lane);
  copil_chart_changed (COPIL_CHART (self));
  return self->lanes->len - 1;
}

void
copil_timeline_add_mark (CopilTimeline *self, guint lane, CopilChartRole role, const GDate *start,
                         const GDate *end, const char *label, const char *sentence, const char *key)
{
  CopilTimelineItem *item;

  g_return_if_fail (COPIL_IS_TIMELINE (self) && lane < self->lanes->len);
  g_return_if_fail (role < COPIL_CHART_N_ROLES);
  if (start == NULL || !g_date_valid (start) || (end != NULL && !g_date_valid (end)))
    return;
  item = g_new0 (CopilTimelineItem, 1);
  item->start = g_date_get_julian (start);
  item->end = end != NULL ? g_date_get_julian (end) : item->start;
  if (item->end < item->start)
    {
      guint32 swapped = item->start;

      item->start = item->end;
      item->end = swapped;
    }
  item->span = item->end > item->start;
  item->role = role;
  item->lane = lane;
  item->label = g_strdup (label);
  item->sentence = g_strdup (sentence);
  item->key = g_strdup (key);
  g_ptr_array_add (self->items, item);
  g_ptr_array_add (((Lane *)g_ptr_array_index (self->lanes, lane))->items, item);
  self->sorted = FALSE;
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_timeline_set_today (CopilTimeline *self, const GDate *today)
{
  g_return_if_fail (COPIL_IS_TIMELINE (self));
  g_date_clear (&self->today, 1);
  if (today != NULL && g_date_valid (today))
    self->today = *today;
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_timeline_set_range (CopilTimeline *self, const GDate *from, const GDate *to)
{
  g_return_if_fail (COPIL_IS_TIMELINE (self));
  g_date_clear (&self->from, 1);
  g_date_clear (&self->to, 1);
  if (from != NULL && to != NULL && g_date_valid (from) && g_date_valid (to) &&
      g_date_compare (from, to) <= 0)
    {
      self->from = *from;
      self->to = *to;
    }
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_timeline_set_lane_word (CopilTimeline *self, const char *word)
{
  g_return_if_fail (COPIL_IS_TIMELINE (self));
  g_free (self->lane_word);
  self->lane_word = g_strdup (word);
}
