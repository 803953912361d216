/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-timeline-place.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_ROWS 12
#define MAX_LABELLED 120
#define MAX_LABEL 190.0
#define MIN_LABEL 56.0
#define SYMBOL 12.0
#define GAP 8.0
#define LABEL_GAP 5.0

/* Where an item goes: its symbol or bar from x0 to x1, and its label beside it (or in it) from
 * label_x. */
typedef struct
{
  const CopilTimelineItem *item;
  double x0;
  double x1;
  double label_x;
  double label_width;
  guint row;
} Slot;

static Slot
make_slot (const CopilAxis *axis, const CopilTimelineItem *item)
{
  Slot slot = { .item = item };

  if (item->span)
    {
      slot.x0 = MAX (axis->x0, copil_axis_x (axis, item->start));
      slot.x1 = MIN (axis->x1, copil_axis_x (axis, item->end + 1));
      slot.x1 = MAX (slot.x1, slot.x0 + 6);
    }
  else
    {
      double x = (copil_axis_x (axis, item->start) + copil_axis_x (axis, item->start + 1)) / 2;

      x = CLAMP (x, axis->x0 + SYMBOL / 2, axis->x1 - SYMBOL / 2);
      slot.x0 = x - SYMBOL / 2;
      slot.x1 = x + SYMBOL / 2;
    }
  return slot;
}

/* Gives each slot the first row where it does not touch the one before; FALSE if that takes more
 * than @n_rows. */
static gboolean
stack (CopilScene *scene, const CopilAxis *axis, GArray *slots, gboolean labels, guint n_rows,
       guint *used)
{
  double ends[MAX_ROWS];

  *used = 0;
  for (guint i = 0; i < slots->len; i++)
    {
      Slot *slot = &g_array_index (slots, Slot, i);
      double left = slot->x0, right = slot->x1;
      guint row = 0;

      slot->label_width = 0;
      if (labels && slot->item->label != NULL)
        {
          double width = MIN (
              MAX_LABEL, copil_scene_text_width (scene, COPIL_TEXT_SMALL, slot->item->label) + 1);

          slot->label_width = ceil (width);
          if (slot->item->span && width + 12 <= slot->x1 - slot->x0)
            slot->label_x = slot->x0 + 6;
          else if (slot->x1 + LABEL_GAP + width <= axis->x1)
            {
              slot->label_x = slot->x1 + LABEL_GAP;
              right = slot->label_x + width;
            }
          else if (slot->x0 - LABEL_GAP - width >= axis->x0)
            {
              slot->label_x = slot->x0 - LABEL_GAP - slot->label_width;
              left = slot->label_x;
            }
          else
            slot->label_width = 0;
        }
      while (row < *used && ends[row] + GAP > left)
        row++;
      if (row == MIN (n_rows, MAX_ROWS))
        return FALSE;
      if (row == *used)
        (*used)++;
      slot->row = row;
      ends[row] = right;
    }
  return TRUE;
}

/* Writes labels in what is left free between the symbols of a row. */
static void
label_gaps (const CopilAxis *axis, CopilScene *scene, GArray *slots)
{
  double next[MAX_ROWS];

  for (guint row = 0; row < MAX_ROWS; row++)
    next[row] = axis->x1 + GAP;
  for (guint i = slots->len; i > 0; i--)
    {
      Slot *slot = &g_array_index (slots, Slot, i - 1);
      double room = next[slot->row] - GAP - slot->x1 - LABEL_GAP;
      double inside = slot->x1 - slot->x0 - 12;

      slot->label_width = 0;
      if (slot->item->span && inside >= MIN_LABEL && inside >= room)
        {
          slot->label_width = floor (inside);
          slot->label_x = slot->x0 + 6;
        }
      else if (room >= MIN_LABEL)
        {
          slot->label_width = floor (MIN (room, MAX_LABEL));
          slot->label_x = slot->x1 + LABEL_GAP;
        }
      next[slot->row] = slot->x0;
    }
}

static char *
item_dates (const CopilTimelineItem *item)
{
  GDate date;
  g_autofree char *start = NULL, *end = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, item->start);
  start = copil_parts_date (&date);
  if (!item->span)
    return g_steal_pointer (&start);
  g_date_set_julian (&date, item->end);
  end = copil_parts_date (&date);
  /* Translators: the first and the last day of a span. */
  return g_strdup_printf (C_ ("chart", "%s to %s"), start, end);
}

static char *
item_sentence (const CopilTimelineItem *item, const char *name)
{
  g_autofree char *dates = NULL;

  if (item->sentence != NULL)
    return g_strdup (item->sentence);
  dates = item_dates (item);
  /* Translators: lane, mark, dates, state: "Axis 4: prep class, 2024-03-12, late" */
  return g_strdup_printf (C_ ("chart", "%s: %s, %s, %s"), name,
                          item->label != NULL ? item->label : "", dates,
                          copil_chart_role_get_label (item->role));
}

static void
draw_slot (CopilScene *scene, const Slot *slot, const char *name, double cy, double pitch)
{
  const CopilTimelineItem *item = slot->item;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  double height = item->span ? MIN (round (pitch * 0.7), 16) : MIN (SYMBOL, pitch - 1);
  gboolean inside = slot->label_x >= slot->x0 && slot->label_x < slot->x1;
  int mark;

  if (item->key != NULL)
    g_ptr_array_add (keys, item->key);
  mark = copil_scene_mark (scene, slot->x0, round (cy - height / 2), slot->x1 - slot->x0, height,
                           item_sentence (item, name), keys, 1, item->role);
  if (item->span)
    copil_scene_rect (scene, slot->x0, round (cy - height / 2), slot->x1 - slot->x0, height, 4,
                      COPIL_CORNERS_ALL, COPIL_PAINT_ROLE (item->role), mark);
  else
    copil_scene_symbol (scene, (slot->x0 + slot->x1) / 2, cy, height, item->role, mark);

  if (slot->label_width > 0 && item->label != NULL && *item->label != '\0')
    {
      CopilText *text =
          copil_scene_text (scene, COPIL_TEXT_SMALL, item->label, slot->label_width, 1);

      if (item->span && inside)
        copil_scene_place_on_role (scene, text, slot->label_x, cy, 0, item->role);
      else
        copil_scene_place_on (scene, text, slot->label_x, cy, 0, COPIL_INK_TEXT);
    }
}

static void
draw_slots (CopilScene *scene, GArray *slots, const char *name, double y, double pitch,
            guint n_rows, guint used)
{
  double top = y + (n_rows - used) * pitch / 2;

  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);

      draw_slot (scene, slot, name, round (top + (slot->row + 0.5) * pitch), pitch);
    }
}

static char *
cluster_sentence (const char *name, const Slot *first, const Slot *last, guint n, guint n_late)
{
  g_autofree char *from = NULL, *to = NULL;
  g_autofree char *count = copil_parts_count (n);
  g_autofree char *late = copil_parts_count (n_late);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, first->item->end);
  from = copil_parts_date (&date);
  g_date_set_julian (&date, last->item->end);
  to = copil_parts_date (&date);
  if (n_late > 0)
    /* Translators: lane, count, first and last day, how many are late. */
    return g_strdup_printf (C_ ("chart", "%s: %s from %s to %s, of which %s late"), name, count,
                            from, to, late);
  /* Translators: lane, count, first and last day. */
  return g_strdup_printf (C_ ("chart", "%s: %s from %s to %s"), name, count, from, to);
}

/* Several marks as one: a plate with their number, a triangle if one of them is late, and their
 * shares below. */
static void
draw_cluster (CopilScene *scene, GArray *slots, guint first, guint n, const char *name, double left,
              double right, double cy)
{
  const Slot *from = &g_array_index (slots, Slot, first);
  const Slot *to = &g_array_index (slots, Slot, first + n - 1);
  guint counts[COPIL_CHART_N_ROLES] = { 0 };
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *count = copil_parts_count (n);
  CopilText *text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, count, -1, 1);
  double sign = round (scene->em * 0.55);
  double middle = (from->x0 + to->x1) / 2;
  double width, x, share;
  int mark;

  for (guint i = first; i < first + n; i++)
    {
      const CopilTimelineItem *item = g_array_index (slots, Slot, i).item;

      counts[item->role]++;
      if (item->key != NULL)
        g_ptr_array_add (keys, item->key);
    }
  width = ceil (text->width) + 8;
  if (counts[COPIL_CHART_ROLE_LATE] > 0)
    width += sign + 3;
  width = MIN (width, right - left);
  x = round (CLAMP (middle - width / 2, left, right - width));
  mark = copil_scene_mark (
      scene, x, cy - 9, width, 19,
      cluster_sentence (name, from, to, n, counts[COPIL_CHART_ROLE_LATE]), keys, n,
      counts[COPIL_CHART_ROLE_LATE] > 0 ? COPIL_CHART_ROLE_LATE : COPIL_CHART_ROLE_NEUTRAL);
  copil_scene_rect (scene, x, cy - 9, width, 15, 3, COPIL_CORNERS_ALL, COPIL_INK_SURFACE, mark);
  if (counts[COPIL_CHART_ROLE_LATE] > 0)
    copil_scene_triangle (scene, x + 4 + sign / 2, cy - 1.5, sign,
                          COPIL_PAINT_ROLE (COPIL_CHART_ROLE_LATE), mark);
  copil_scene_place_on (scene, text, x + width - 4, cy - 1.5, 1, COPIL_INK_TEXT);
  share = x;
  for (guint role = 0; role < COPIL_CHART_N_ROLES; role++)
    if (counts[role] > 0)
      {
        double part = width * counts[role] / n;

        copil_scene_rect (scene, share, cy + 7, part, 3, 0, COPIL_CORNERS_NONE,
                          role == COPIL_CHART_ROLE_PLANNED ? COPIL_INK_HAIRLINE
                                                           : COPIL_PAINT_PLAIN_ROLE (role),
                          mark);
        share += part;
      }
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const Slot *x = a, *y = b;

  return x->item->end < y->item->end ? -1 : x->item->end > y->item->end;
}

/* One row of marks in bins of one width, each holding a symbol or a number. */
static void
draw_bins (CopilScene *scene, const CopilAxis *axis, GArray *slots, const char *name, double cy,
           double pitch)
{
  g_autofree char *widest = copil_parts_count (slots->len);
  double bin = ceil (copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, widest) + 8 +
                     round (scene->em * 0.55) + 3) +
               4;
  guint i = 0;

  /* As many whole bins as there is room for. */
  bin = (axis->x1 - axis->x0) / MAX (1, floor ((axis->x1 - axis->x0) / bin));

  for (guint s = 0; s < slots->len; s++)
    {
      /* A span that found no room stands as its last day. */
      Slot *slot = &g_array_index (slots, Slot, s);
      double x =
          (copil_axis_x (axis, slot->item->end) + copil_axis_x (axis, slot->item->end + 1)) / 2;

      x = CLAMP (x, axis->x0 + SYMBOL / 2, axis->x1 - SYMBOL / 2);

      slot->x0 = x - SYMBOL / 2;
      slot->x1 = x + SYMBOL / 2;
    }
  g_array_sort (slots, compare_slots);
  while (i < slots->len)
    {
      Slot *slot = &g_array_index (slots, Slot, i);
      double middle = (slot->x0 + slot->x1) / 2;
      double index = floor ((middle - axis->x0) / bin);
      double left = axis->x0 + index * bin + 1, right = MIN (left + bin - 2, axis->x1);
      guint n = 1;

      while (i + n < slots->len)
        {
          const Slot *other = &g_array_index (slots, Slot, i + n);

          if (floor (((other->x0 + other->x1) / 2 - axis->x0) / bin) > index)
            break;
          n++;
        }
      if (n > 1)
        draw_cluster (scene, slots, i, n, name, left, right, cy);
      else
        {
          CopilTimelineItem day = *slot->item;
          Slot alone = { .item = &day, .row = 0 };

          day.span = FALSE;
          if (day.sentence == NULL)
            day.sentence = item_sentence (slot->item, name);
          else
            day.sentence = g_strdup (day.sentence);
          middle = right - left < SYMBOL ? (left + right) / 2
                                         : CLAMP (middle, left + SYMBOL / 2, right - SYMBOL / 2);
          alone.x0 = middle - SYMBOL / 2;
          alone.x1 = middle + SYMBOL / 2;
          draw_slot (scene, &alone, name, cy, pitch);
          g_free (day.sentence);
        }
      i += n;
    }
}

/* The spans on rows of their own as far as they fit, and all the rest counted together on the last
 * row. */
static void
draw_dense (CopilScene *scene, const CopilAxis *axis, GArray *slots, const char *name, double y,
            double pitch, guint n_rows)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Slot));
  double ends[MAX_ROWS];
  guint used = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      guint row = 0;

      slot.label_width = 0;
      while (slot.item->span && row < used && ends[row] + 2 > slot.x0)
        row++;
      if (!slot.item->span || row + 1 >= MIN (n_rows, MAX_ROWS))
        {
          g_array_append_val (rest, slot);
          continue;
        }
      used = MAX (used, row + 1);
      ends[row] = slot.x1;
      slot.row = row;
      g_array_append_val (spans, slot);
    }
  draw_slots (scene, spans, name, y, pitch, used, used);
  draw_bins (scene, axis, rest, name, round (y + used * pitch + (n_rows - used) * pitch / 2),
             pitch);
}

static GArray *
make_slots (const CopilAxis *axis, GPtrArray *items)
{
  GArray *slots = g_array_sized_new (FALSE, FALSE, sizeof (Slot), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      const CopilTimelineItem *item = g_ptr_array_index (items, i);
      Slot slot;

      if (item->end < axis->from || item->start >= axis->to)
        continue;
      slot = make_slot (axis, item);
      g_array_append_val (slots, slot);
    }
  return slots;
}

guint
copil_lane_count_rows (CopilScene *scene, const CopilAxis *axis, GPtrArray *items, guint most)
{
  g_autoptr (GArray) slots = make_slots (axis, items);
  guint used;

  if (slots->len <= MAX_LABELLED && stack (scene, axis, slots, TRUE, most, &used))
    return MAX (used, 1);
  if (stack (scene, axis, slots, FALSE, most, &used))
    return MAX (used, 1);
  for (guint i = 0; i < slots->len; i++)
    if (g_array_index (slots, Slot, i).item->span)
      return MIN (most, 2);
  return 1;
}

void
copil_lane_draw (CopilScene *scene, const CopilAxis *axis, GPtrArray *items, const char *name,
                 double y, double pitch, guint n_rows)
{
  g_autoptr (GArray) slots = make_slots (axis, items);
  guint used;

  if (slots->len <= MAX_LABELLED && stack (scene, axis, slots, TRUE, n_rows, &used))
    draw_slots (scene, slots, name, y, pitch, n_rows, used);
  else if (stack (scene, axis, slots, FALSE, n_rows, &used))
    {
      label_gaps (axis, scene, slots);
      draw_slots (scene, slots, name, y, pitch, n_rows, used);
    }
  else if (n_rows * 2 <= MAX_ROWS && stack (scene, axis, slots, FALSE, n_rows * 2, &used))
    draw_slots (scene, slots, name, y, pitch / 2, n_rows * 2, used);
  else
    draw_dense (scene, axis, slots, name, y, pitch, n_rows);
}
