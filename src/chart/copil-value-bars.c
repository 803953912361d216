/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-value-bars.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_SERIES 4
#define MAX_MEASURED 60
#define THICKNESS 16

typedef struct
{
  double value;
  char *text;
  char *sentence;
  char *key;
} Value;

typedef struct
{
  char *label;
  char *title;
  Value values[MAX_SERIES];
} Category;

typedef struct
{
  CopilChartRole role;
  char *label;
} Series;

struct _CopilValueBars
{
  CopilChart parent_instance;

  GPtrArray *categories;
  GArray *series;
  char *category_word;
  char *unit;
  gboolean summed;
};

G_DEFINE_FINAL_TYPE (CopilValueBars, copil_value_bars, COPIL_TYPE_CHART)

static void
value_clear (Value *value)
{
  g_free (value->text);
  g_free (value->sentence);
  g_free (value->key);
}

static void
category_free (gpointer data)
{
  Category *category = data;

  for (guint s = 0; s < MAX_SERIES; s++)
    value_clear (&category->values[s]);
  g_free (category->label);
  g_free (category->title);
  g_free (category);
}

static void
series_clear (gpointer data)
{
  g_free (((Series *)data)->label);
}

static Category *
get_category (CopilValueBars *self, guint i)
{
  return g_ptr_array_index (self->categories, i);
}

static const Series *
get_series (CopilValueBars *self, guint i)
{
  return &g_array_index (self->series, Series, i);
}

static char *
format (CopilValueBars *self, const Value *value)
{
  return value->text ? g_strdup (value->text) : copil_parts_number (value->value, self->unit);
}

/* The sum of what is known of a series in some categories; NAN where nothing is. */
static double
sum_of (CopilValueBars *self, guint series, guint first, guint n)
{
  double sum = NAN;

  for (guint i = first; i < first + n; i++)
    {
      double value = get_category (self, i)->values[series].value;

      if (!isnan (value))
        sum = isnan (sum) ? value : sum + value;
    }
  return sum;
}

static char *
sentence_of (CopilValueBars *self, guint place, guint count, guint series, const char *figure)
{
  Category *category = get_category (self, place);
  g_autofree char *name =
      count > 1 ? copil_rows_others (count) : copil_parts_name (category->label, category->title);

  if (count == 1 && category->values[series].sentence)
    return g_strdup (category->values[series].sentence);
  if (self->series->len > 1)
    /* Translators: row, series, figure: "Travel: planned, 12 000 €" */
    return g_strdup_printf (C_ ("chart", "%s: %s, %s"), name ? name : "",
                            get_series (self, series)->label, figure);
  /* Translators: row, figure: "Theme 4: 120" */
  return g_strdup_printf (C_ ("chart", "%s: %s"), name ? name : "", figure);
}

static GPtrArray *
keys_of (CopilValueBars *self, guint first, guint n, guint series)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = first; i < first + n; i++)
    {
      const Value *value = &get_category (self, i)->values[series];

      if (!isnan (value->value) && value->key)
        g_ptr_array_add (keys, value->key);
    }
  return keys;
}

/* One bar with its figure. What is gathered would flatten the others: it is cut at the width. */
static void
draw_bar (CopilValueBars *self, CopilScene *scene, const CopilRows *rows, guint place, guint series,
          double y, double height, double most)
{
  guint count = copil_rows_count (rows, place);
  const Value *own = &get_category (self, place)->values[series];
  double value = count > 1 ? sum_of (self, series, place, count) : own->value;
  g_autofree char *figure =
      count > 1 ? self->summed ? copil_parts_number (value, self->unit) : NULL : format (self, own);
  gboolean fits = copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG) <= height + 4;
  double width;
  CopilText *text;
  int mark;

  if (isnan (value))
    {
      if (fits)
        copil_scene_place_on (scene, copil_scene_text (scene, COPIL_TEXT_SMALL, "–", -1, 1),
                              rows->body_x + 6, y + height / 2, 0, COPIL_INK_MUTED);
      return;
    }
  width = most > 0 ? rows->body_width * CLAMP (value / most, 0, 1) : 0;
  width = MAX (2, floor (width));
  {
    g_autoptr (GPtrArray) keys = keys_of (self, place, count, series);

    mark = copil_scene_mark (scene, rows->body_x, y, width, height,
                             sentence_of (self, place, count, series, figure ? figure : "…"), keys,
                             count, get_series (self, series)->role);
  }
  copil_scene_rect (scene, rows->body_x, y, width, height, 3, COPIL_CORNERS_RIGHT,
                    COPIL_PAINT_ROLE (get_series (self, series)->role), mark);
  if (!fits || !figure)
    return;
  text = copil_scene_text (
      scene, COPIL_TEXT_SMALL_STRONG, figure,
      MAX (8, scene->width - scene->padding - rows->body_x - rows->body_width - 6), 1);
  copil_scene_place_on (scene, text, rows->body_x + width + 6, y + height / 2, 0, COPIL_INK_TEXT);
}

static void
copil_value_bars_layout (CopilChart *chart, CopilScene *scene)
{
  CopilValueBars *self = COPIL_VALUE_BARS (chart);
  guint n = self->categories->len, n_series = self->series->len;
  guint shown = MIN (n, MAX_MEASURED);
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);
  CopilLegendEntry entries[MAX_SERIES];
  CopilRows rows;
  double most = 0, right = 0, y;

  for (guint s = 0; s < n_series; s++)
    entries[s] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, get_series (self, s)->role,
                                     get_series (self, s)->label, NULL };
  y = copil_parts_head (scene, copil_chart_get_title (chart), entries, n_series > 1 ? n_series : 0);
  for (guint i = 0; i < n; i++)
    {
      labels[i] = get_category (self, i)->label;
      titles[i] = get_category (self, i)->title;
    }
  for (guint i = 0; i < shown; i++)
    for (guint s = 0; s < n_series; s++)
      {
        const Value *value = &get_category (self, i)->values[s];
        g_autofree char *figure = isnan (value->value) ? g_strdup ("–") : format (self, value);

        right = MAX (right, copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, figure));
      }
  copil_rows_fit (&rows, scene, labels, titles, n, y, THICKNESS * n_series + 2 * (n_series - 1),
                  n_series * ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG)),
                  ceil (right) + 10);
  for (guint place = 0; place < rows.n_rows; place++)
    for (guint s = 0; s < n_series; s++)
      if (copil_rows_count (&rows, place) == 1 || rows.n_rows == 1)
        most = fmax (most, get_category (self, place)->values[s].value);
  for (guint place = 0; place < rows.n_rows; place++)
    {
      double top = copil_rows_body (&rows, place);
      double each = rows.body_height / n_series;

      copil_rows_draw_name (&rows, scene, place, labels[place], titles[place]);
      for (guint s = 0; s < n_series; s++)
        {
          double from = round (top + s * each), to = round (top + (s + 1) * each);

          draw_bar (self, scene, &rows, place, s, from, MAX (1, to - from - (each > 9 ? 2 : 1)),
                    most);
        }
    }
  if (!rows.narrow)
    copil_scene_rect (scene, rows.body_x - 2, y, 1, copil_rows_end (&rows) - y, 0,
                      COPIL_CORNERS_NONE, COPIL_INK_HAIRLINE, -1);
}

static gboolean
copil_value_bars_is_empty (CopilChart *chart)
{
  CopilValueBars *self = COPIL_VALUE_BARS (chart);

  for (guint s = 0; s < self->series->len; s++)
    if (!isnan (sum_of (self, s, 0, self->categories->len)))
      return FALSE;
  return TRUE;
}

static char *
copil_value_bars_describe (CopilChart *chart)
{
  CopilValueBars *self = COPIL_VALUE_BARS (chart);
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < self->series->len; s++)
    {
      g_autoptr (GString) values = g_string_new (NULL);
      g_autofree char *total = NULL;
      guint n = 0, left = 0;

      for (guint i = 0; i < self->categories->len; i++)
        {
          Category *category = get_category (self, i);
          g_autofree char *figure = NULL, *name = NULL;

          if (isnan (category->values[s].value))
            continue;
          if (n++ >= 20)
            {
              left++;
              continue;
            }
          figure = format (self, &category->values[s]);
          name = copil_parts_name (category->label, category->title);
          if (values->len > 0)
            g_string_append (values, ", ");
          g_string_append_printf (values, C_ ("chart", "%s %s"), name ? name : "", figure);
        }
      if (n == 0)
        continue;
      if (left > 0)
        g_string_append (values, "…");
      if (text->len > 0)
        g_string_append_c (text, ' ');
      total = copil_parts_number (sum_of (self, s, 0, self->categories->len), self->unit);
      if (self->summed)
        /* Translators: series, total, the figures by row. */
        g_string_append_printf (text, C_ ("chart", "%s, %s in all: %s."),
                                get_series (self, s)->label, total, values->str);
      else
        /* Translators: series, the figures by row. */
        g_string_append_printf (text, C_ ("chart", "%s: %s."), get_series (self, s)->label,
                                values->str);
    }
  return g_string_free (text, FALSE);
}

static void
copil_value_bars_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilValueBars *self = COPIL_VALUE_BARS (chart);

  copil_chart_data_add_column (data, self->category_word, NULL);
  for (guint s = 0; s < self->series->len; s++)
    copil_chart_data_add_column (data, get_series (self, s)->label, NULL);
  for (guint i = 0; i < self->categories->len; i++)
    {
      Category *category = get_category (self, i);
      g_autofree char *name = copil_parts_name (category->label, category->title);
      guint row = copil_chart_data_add_row (data);

      copil_chart_data_put_text (data, row, 0, name);
      for (guint s = 0; s < self->series->len; s++)
        copil_chart_data_put_number (data, row, s + 1, category->values[s].value, self->unit,
                                     category->values[s].text);
    }
}

static void
copil_value_bars_finalize (GObject *object)
{
  CopilValueBars *self = COPIL_VALUE_BARS (object);

  g_ptr_array_unref (self->categories);
  g_array_unref (self->series);
  g_free (self->category_word);
  g_free (self->unit);
  G_OBJECT_CLASS (copil_value_bars_parent_class)->finalize (object);
}

static void
copil_value_bars_class_init (CopilValueBarsClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_value_bars_finalize;
  chart_class->is_empty = copil_value_bars_is_empty;
  chart_class->layout = copil_value_bars_layout;
  chart_class->describe = copil_value_bars_describe;
  chart_class->fill_data = copil_value_bars_fill_data;
}

static void
copil_value_bars_init (CopilValueBars *self)
{
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->series, series_clear);
}

CopilChart *
copil_value_bars_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_VALUE_BARS, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_value_bars_add_series (CopilValueBars *self, CopilChartRole role, const char *label)
{
  Series series = { role, NULL };

  g_return_val_if_fail (COPIL_IS_VALUE_BARS (self) && role < COPIL_CHART_N_ROLES, 0);
  g_return_val_if_fail (self->series->len < MAX_SERIES, 0);
  series.label = g_strdup (label ? label : copil_chart_role_get_label (role));
  g_array_append_val (self->series, series);
  copil_chart_changed (COPIL_CHART (self));
  return self->series->len - 1;
}

guint
copil_value_bars_add_category (CopilValueBars *self, const char *label, const char *title)
{
  Category *category;

  g_return_val_if_fail (COPIL_IS_VALUE_BARS (self), 0);
  category = g_new0 (Category, 1);
  category->label = g_strdup (label);
  category->title = g_strdup (title);
  for (guint s = 0; s < MAX_SERIES; s++)
    category->values[s].value = NAN;
  g_ptr_array_add (self->categories, category);
  copil_chart_changed (COPIL_CHART (self));
  return self->categories->len - 1;
}

void
copil_value_bars_set_value (CopilValueBars *self, guint category, guint series, double value,
                            const char *text, const char *sentence, const char *key)
{
  Value *to;

  g_return_if_fail (COPIL_IS_VALUE_BARS (self) && category < self->categories->len);
  g_return_if_fail (series < self->series->len);
  to = &get_category (self, category)->values[series];
  value_clear (to);
  *to = (Value){ isfinite (value) ? value : NAN, g_strdup (text), g_strdup (sentence),
                 g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_value_bars_set_words (CopilValueBars *self, const char *category_word, const char *unit)
{
  g_return_if_fail (COPIL_IS_VALUE_BARS (self));
  g_free (self->category_word);
  g_free (self->unit);
  self->category_word = g_strdup (category_word);
  self->unit = g_strdup (unit);
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_value_bars_set_summed (CopilValueBars *self, gboolean summed)
{
  g_return_if_fail (COPIL_IS_VALUE_BARS (self));
  self->summed = summed;
  copil_chart_changed (COPIL_CHART (self));
}
