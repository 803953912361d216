/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-split-bars.h"
#include "copil-chart-parts.h"
#include "copil-share.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_PARTS 6
#define MAX_MEASURED 60
#define THICKNESS 22
#define LEAST 8

typedef struct
{
  double value;
  char *sentence;
  char *key;
} Cell;

typedef struct
{
  char *label;
  char *title;
  Cell cells[MAX_PARTS];
} Category;

typedef struct
{
  CopilChartRole role;
  char *label;
} Part;

struct _CopilSplitBars
{
  CopilChart parent_instance;

  GPtrArray *categories;
  GArray *parts;
  char *category_word;
  char *unit;
};

G_DEFINE_FINAL_TYPE (CopilSplitBars, copil_split_bars, COPIL_TYPE_CHART)

/* Some categories together: their parts, NAN where one of them does not know it. */
typedef struct
{
  double values[MAX_PARTS];
  double total; /* of the known parts, NAN where none is */
  gboolean whole;
  guint percents[MAX_PARTS]; /* their shares in the total */
} Sum;

static void
cell_clear (Cell *cell)
{
  g_free (cell->sentence);
  g_free (cell->key);
}

static void
category_free (gpointer data)
{
  Category *category = data;

  for (guint p = 0; p < MAX_PARTS; p++)
    cell_clear (&category->cells[p]);
  g_free (category->label);
  g_free (category->title);
  g_free (category);
}

static void
part_clear (gpointer data)
{
  g_free (((Part *)data)->label);
}

static Category *
get_category (CopilSplitBars *self, guint i)
{
  return g_ptr_array_index (self->categories, i);
}

static const Part *
get_part (CopilSplitBars *self, guint i)
{
  return &g_array_index (self->parts, Part, i);
}

static gboolean
is_known (CopilSplitBars *self, guint i)
{
  for (guint p = 0; p < self->parts->len; p++)
    if (!isnan (get_category (self, i)->cells[p].value))
      return TRUE;
  return FALSE;
}

/* Categories of which nothing is known are left out of the sum. */
static Sum
sum_of (CopilSplitBars *self, guint first, guint n)
{
  Sum sum = { .total = NAN, .whole = TRUE };

  for (guint p = 0; p < self->parts->len; p++)
    {
      double value = NAN;

      for (guint i = first; i < first + n; i++)
        {
          double own = get_category (self, i)->cells[p].value;

          if (isnan (own))
            sum.whole &= !is_known (self, i);
          else
            value = isnan (value) ? own : value + own;
        }
      sum.values[p] = value;
      if (!isnan (value))
        sum.total = isnan (sum.total) ? value : sum.total + value;
    }
  copil_share_round_parts (sum.values, self->parts->len, sum.percents);
  return sum;
}

static char *
sentence_of (CopilSplitBars *self, guint place, guint count, guint part, const Sum *sum)
{
  Category *category = get_category (self, place);
  g_autofree char *name =
      count > 1 ? copil_rows_others (count) : copil_parts_name (category->label, category->title);
  g_autofree char *value = copil_parts_number (sum->values[part], self->unit), *share = NULL;

  if (count == 1 && category->cells[part].sentence)
    return g_strdup (category->cells[part].sentence);
  share = copil_percent_format (sum->percents[part]);
  /* Translators: row, part, figure, share: "2022: girls, 105 607, 47 %" */
  return g_strdup_printf (C_ ("chart", "%s: %s, %s, %s"), name ? name : "",
                          get_part (self, part)->label, value, share);
}

static GPtrArray *
keys_of (CopilSplitBars *self, guint first, guint n, guint part)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = first; i < first + n; i++)
    {
      const Cell *cell = &get_category (self, i)->cells[part];

      if (!isnan (cell->value) && cell->key)
        g_ptr_array_add (keys, cell->key);
    }
  return keys;
}

/* "47 % girls", or "47 %", or nothing, as there is room. */
static void
write_share (CopilSplitBars *self, CopilScene *scene, guint part, guint share, double x,
             double width, double cy, double height)
{
  g_autofree char *percent = copil_percent_format (share), *words = NULL;
  CopilText *text;

  if (copil_scene_digit_height (scene, COPIL_TEXT_SMALL_STRONG) + 4 > height)
    return;
  /* Translators: share, part: "47 % girls" */
  words = g_strdup_printf (C_ ("chart, share", "%s %s"), percent, get_part (self, part)->label);
  text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, words, -1, 1);
  if (text->width + 10 > width)
    text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, percent, -1, 1);
  if (text->width + 6 <= width)
    copil_scene_place_on_role (scene, text, x + width / 2, cy, 0.5, get_part (self, part)->role);
}

/* A row that lacks a part has no shares: what is known of it in words, on an empty track. */
static void
draw_known (CopilSplitBars *self, CopilScene *scene, const CopilRows *rows, guint place,
            const Sum *sum)
{
  guint count = copil_rows_count (rows, place);
  double y = copil_rows_body (rows, place);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  Category *category = get_category (self, place);
  g_autofree char *name =
      count > 1 ? copil_rows_others (count) : copil_parts_name (category->label, category->title);
  int mark;

  for (guint p = 0; p < self->parts->len; p++)
    {
      g_autoptr (GPtrArray) own = keys_of (self, place, count, p);
      g_autofree char *value = copil_parts_number (sum->values[p], self->unit);

      g_ptr_array_extend (keys, own, NULL, NULL);
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append_printf (words, C_ ("chart", "%s %s"), get_part (self, p)->label, value);
    }
  mark = copil_scene_mark (scene, rows->body_x, y, rows->body_width, rows->body_height,
                           g_strdup_printf (C_ ("chart", "%s: %s"), name ? name : "", words->str),
                           keys, count, COPIL_CHART_ROLE_NEUTRAL);
  copil_scene_rect (scene, rows->body_x, y, rows->body_width, rows->body_height, 3,
                    COPIL_CORNERS_ALL, COPIL_INK_SURFACE, mark);
  if (copil_scene_line_height (scene, COPIL_TEXT_SMALL) <= rows->body_height + 4)
    copil_scene_place_on (
        scene, copil_scene_text (scene, COPIL_TEXT_SMALL, words->str, rows->body_width - 12, 1),
        rows->body_x + 6, y + rows->body_height / 2, 0, COPIL_INK_MUTED);
}

static void
draw_row (CopilSplitBars *self, CopilScene *scene, const CopilRows *rows, guint place)
{
  guint count = copil_rows_count (rows, place);
  Sum sum = sum_of (self, place, count);
  double y = copil_rows_body (rows, place), x = rows->body_x, before = 0;
  double cy = y + rows->body_height / 2;
  g_autofree char *total = copil_parts_number (sum.total, self->unit);
  CopilText *text;

  if (isnan (sum.total) || !(sum.total > 0))
    {
      copil_scene_place_on (scene,
                            copil_scene_text (scene, COPIL_TEXT_SMALL,
                                              isnan (sum.total) ? C_ ("chart", "No figure") : total,
                                              rows->body_width, 1),
                            rows->body_x + 4, cy, 0, COPIL_INK_MUTED);
      return;
    }
  if (!sum.whole)
    {
      draw_known (self, scene, rows, place, &sum);
      return;
    }
  for (guint p = 0; p < self->parts->len; p++)
    {
      g_autoptr (GPtrArray) keys = NULL;
      double end, width;
      CopilCorners corners = COPIL_CORNERS_NONE;
      int mark;

      if (!(sum.values[p] > 0))
        continue;
      before += sum.values[p];
      end = round (rows->body_x + rows->body_width * before / sum.total);
      width = MAX (1, end - x - (before < sum.total ? 1 : 0));
      if (x < rows->body_x + 0.5)
        corners |= COPIL_CORNERS_LEFT;
      if (before >= sum.total)
        corners |= COPIL_CORNERS_RIGHT;
      keys = keys_of (self, place, count, p);
      mark = copil_scene_mark (scene, x, y, width, rows->body_height,
                               sentence_of (self, place, count, p, &sum), keys, count,
                               get_part (self, p)->role);
      copil_scene_rect (scene, x, y, width, rows->body_height, 3, corners,
                        COPIL_PAINT_ROLE (get_part (self, p)->role), mark);
      write_share (self, scene, p, sum.percents[p], x, width, cy, rows->body_height);
      x = end;
    }
  text = copil_scene_text (
      scene, COPIL_TEXT_SMALL_STRONG, total,
      MAX (8, scene->width - scene->padding - rows->body_x - rows->body_width - 6), 1);
  copil_scene_place_on (scene, text, rows->body_x + rows->body_width + 6, cy, 0, COPIL_INK_TEXT);
}

static double
draw_head (CopilSplitBars *self, CopilScene *scene)
{
  Sum all = sum_of (self, 0, self->categories->len);
  CopilLegendEntry entries[MAX_PARTS];
  guint n = 0;

  /* A part that is nowhere is not named. */
  for (guint p = 0; p < self->parts->len; p++)
    if (!isnan (all.values[p]))
      entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, get_part (self, p)->role,
                                         get_part (self, p)->label, NULL };
  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
}

static void
copil_split_bars_layout (CopilChart *chart, CopilScene *scene)
{
  CopilSplitBars *self = COPIL_SPLIT_BARS (chart);
  guint n = self->categories->len, shown = MIN (n, MAX_MEASURED);
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);
  double y = draw_head (self, scene), right = 0;
  CopilRows rows;

  for (guint i = 0; i < n; i++)
    {
      labels[i] = get_category (self, i)->label;
      titles[i] = get_category (self, i)->title;
    }
  for (guint i = 0; i < shown; i++)
    {
      Sum sum = sum_of (self, i, 1);
      g_autofree char *total = copil_parts_number (sum.total, self->unit);
      right = MAX (right, copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, total));
    }
  copil_rows_fit (&rows, scene, labels, titles, n, y, THICKNESS, LEAST, ceil (right) + 10);
  for (guint place = 0; place < rows.n_rows; place++)
    {
      copil_rows_draw_name (&rows, scene, place, labels[place], titles[place]);
      draw_row (self, scene, &rows, place);
    }
}

static gboolean
copil_split_bars_is_empty (CopilChart *chart)
{
  CopilSplitBars *self = COPIL_SPLIT_BARS (chart);

  for (guint i = 0; i < self->categories->len; i++)
    if (is_known (self, i))
      return FALSE;
  return TRUE;
}

static char *
copil_split_bars_describe (CopilChart *chart)
{
  CopilSplitBars *self = COPIL_SPLIT_BARS (chart);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->categories->len; i++)
    {
      Category *category = get_category (self, i);
      Sum sum = sum_of (self, i, 1);
      g_autofree char *name = copil_parts_name (category->label, category->title);
      g_autoptr (GString) parts = g_string_new (NULL);

      if (isnan (sum.total))
        continue;
      if (n++ == 12)
        {
          g_string_append (text, " …");
          break;
        }
      for (guint p = 0; p < self->parts->len; p++)
        {
          g_autofree char *value = copil_parts_number (sum.values[p], self->unit), *share = NULL;

          if (isnan (sum.values[p]))
            continue;
          if (parts->len > 0)
            g_string_append (parts, ", ");
          if (sum.whole && sum.total > 0)
            {
              share = copil_percent_format (sum.percents[p]);
              /* Translators: part, figure, share: "girls 105 607 (47 %)" */
              g_string_append_printf (parts, C_ ("chart", "%s %s (%s)"), get_part (self, p)->label,
                                      value, share);
            }
          else
            g_string_append_printf (parts, C_ ("chart", "%s %s"), get_part (self, p)->label, value);
        }
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, C_ ("chart", "%s: %s."), name ? name : "", parts->str);
    }
  return g_string_free (text, FALSE);
}

static void
copil_split_bars_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilSplitBars *self = COPIL_SPLIT_BARS (chart);
  guint n = self->parts->len;

  copil_chart_data_add_column (data, self->category_word, NULL);
  for (guint p = 0; p < n; p++)
    {
      /* Translators: a column: the share of a part in the row: "girls, share" */
      g_autofree char *share =
          g_strdup_printf (C_ ("chart", "%s, share"), get_part (self, p)->label);

      copil_chart_data_add_column (data, get_part (self, p)->label, NULL);
      copil_chart_data_add_column (data, share, NULL);
    }
  copil_chart_data_add_column (data, C_ ("chart", "Total"), NULL);
  for (guint i = 0; i < self->categories->len; i++)
    {
      Category *category = get_category (self, i);
      Sum sum = sum_of (self, i, 1);
      g_autofree char *name = copil_parts_name (category->label, category->title);
      guint row = copil_chart_data_add_row (data);

      copil_chart_data_put_text (data, row, 0, name);
      for (guint p = 0; p < n; p++)
        {
          copil_chart_data_put_number (data, row, 2 * p + 1, sum.values[p], NULL, NULL);
          if (!isnan (sum.values[p]) && sum.whole && sum.total > 0)
            copil_chart_data_put_number (data, row, 2 * p + 2, sum.percents[p], "%", NULL);
        }
      if (sum.whole)
        copil_chart_data_put_number (data, row, 2 * n + 1, sum.total, NULL, NULL);
    }
}

static void
copil_split_bars_finalize (GObject *object)
{
  CopilSplitBars *self = COPIL_SPLIT_BARS (object);

  g_ptr_array_unref (self->categories);
  g_array_unref (self->parts);
  g_free (self->category_word);
  g_free (self->unit);
  G_OBJECT_CLASS (copil_split_bars_parent_class)->finalize (object);
}

static void
copil_split_bars_class_init (CopilSplitBarsClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_split_bars_finalize;
  chart_class->is_empty = copil_split_bars_is_empty;
  chart_class->layout = copil_split_bars_layout;
  chart_class->describe = copil_split_bars_describe;
  chart_class->fill_data = copil_split_bars_fill_data;
}

static void
copil_split_bars_init (CopilSplitBars *self)
{
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
}

CopilChart *
copil_split_bars_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_SPLIT_BARS, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_split_bars_add_part (CopilSplitBars *self, CopilChartRole role, const char *label)
{
  Part part = { role, NULL };

  g_return_val_if_fail (COPIL_IS_SPLIT_BARS (self) && role < COPIL_CHART_N_ROLES, 0);
  g_return_val_if_fail (self->parts->len < MAX_PARTS, 0);
  part.label = g_strdup (label ? label : copil_chart_role_get_label (role));
  g_array_append_val (self->parts, part);
  copil_chart_changed (COPIL_CHART (self));
  return self->parts->len - 1;
}

guint
copil_split_bars_add_category (CopilSplitBars *self, const char *label, const char *title)
{
  Category *category;

  g_return_val_if_fail (COPIL_IS_SPLIT_BARS (self), 0);
  category = g_new0 (Category, 1);
  category->label = g_strdup (label);
  category->title = g_strdup (title);
  for (guint p = 0; p < MAX_PARTS; p++)
    category->cells[p].value = NAN;
  g_ptr_array_add (self->categories, category);
  copil_chart_changed (COPIL_CHART (self));
  return self->categories->len - 1;
}

void
copil_split_bars_set_value (CopilSplitBars *self, guint category, guint part, double value,
                            const char *sentence, const char *key)
{
  Cell *cell;

  g_return_if_fail (COPIL_IS_SPLIT_BARS (self) && category < self->categories->len);
  g_return_if_fail (part < self->parts->len);
  cell = &get_category (self, category)->cells[part];
  cell_clear (cell);
  *cell =
      (Cell){ isfinite (value) && value >= 0 ? value : NAN, g_strdup (sentence), g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_split_bars_set_words (CopilSplitBars *self, const char *category_word, const char *unit)
{
  g_return_if_fail (COPIL_IS_SPLIT_BARS (self));
  g_free (self->category_word);
  g_free (self->unit);
  self->category_word = g_strdup (category_word);
  self->unit = g_strdup (unit);
  copil_chart_changed (COPIL_CHART (self));
}
