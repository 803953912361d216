/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cells of the grid are, and the few widgets that show those in sight. */
#include "copil-indicator-grid-private.h"

typedef CopilIndicatorGridSlot Slot;

/* Looks besides the flags of the sheet. */
enum
{
  LOOK_TITLE = 1 << 16,
  LOOK_NAME = 1 << 17,
  LOOK_SELECTED = 1 << 18,
  LOOK_CURRENT = 1 << 19,
  LOOK_NOTHING = 1 << 30
};

guint
copil_indicator_grid_count_rows (CopilIndicatorGrid *grid)
{
  return grid->sheet ? copil_figure_sheet_get_n_rows (grid->sheet) : 0;
}

guint
copil_indicator_grid_count_columns (CopilIndicatorGrid *grid)
{
  return grid->sheet ? copil_figure_sheet_get_n_columns (grid->sheet) : 0;
}

/* --- where the cells are --- */

int
copil_indicator_grid_get_cell_width (CopilIndicatorGrid *grid, guint column)
{
  return column == COPIL_SHEET_NAME     ? grid->name_width
         : column < COPIL_SHEET_N_LEADS ? grid->lead_width
                                        : grid->period_width;
}

/* From the left of the first column to the left of that one. */
int
copil_indicator_grid_get_left (CopilIndicatorGrid *grid, guint column)
{
  guint leads = MIN (column, COPIL_SHEET_N_LEADS);

  return (leads > 0 ? grid->name_width + (int)(leads - 1) * grid->lead_width : 0) +
         (int)(column - leads) * grid->period_width;
}

int
copil_indicator_grid_get_frozen_width (CopilIndicatorGrid *grid)
{
  return copil_indicator_grid_get_left (grid, grid->n_frozen);
}

double
copil_indicator_grid_get_offset (GtkAdjustment *adjustment)
{
  return adjustment ? gtk_adjustment_get_value (adjustment) : 0;
}

GdkRectangle
copil_indicator_grid_get_place (CopilIndicatorGrid *grid, int row, guint column)
{
  GdkRectangle place = { copil_indicator_grid_get_left (grid, column), 0,
                         copil_indicator_grid_get_cell_width (grid, column), grid->row_height };

  if (column >= grid->n_frozen)
    place.x -= (int)copil_indicator_grid_get_offset (grid->horizontal);
  if (row < 0)
    place.height = grid->header_height;
  else
    place.y = grid->header_height + row * grid->row_height -
              (int)copil_indicator_grid_get_offset (grid->vertical);
  if (row >= 0 && column == COPIL_SHEET_NAME &&
      !copil_figure_sheet_get_indicator (grid->sheet, (guint)row))
    place.width = MAX (gtk_widget_get_width (GTK_WIDGET (grid)), place.width);
  return place;
}

static void
find_visible (CopilIndicatorGrid *grid, guint *row, guint *end_row, guint *column,
              guint *end_column)
{
  int height = gtk_widget_get_height (GTK_WIDGET (grid)) - grid->header_height,
      width = gtk_widget_get_width (GTK_WIDGET (grid)),
      top = (int)copil_indicator_grid_get_offset (grid->vertical);

  *row = (guint)(top / grid->row_height);
  *end_row = MIN ((guint)((top + MAX (height, 0)) / grid->row_height) + 1,
                  copil_indicator_grid_count_rows (grid));
  *column = grid->n_frozen;
  while (*column < copil_indicator_grid_count_columns (grid) &&
         copil_indicator_grid_get_place (grid, -1, *column).x +
                 copil_indicator_grid_get_cell_width (grid, *column) <=
             copil_indicator_grid_get_frozen_width (grid))
    (*column)++;
  *end_column = *column;
  while (*end_column < copil_indicator_grid_count_columns (grid) &&
         copil_indicator_grid_get_place (grid, -1, *end_column).x < width)
    (*end_column)++;
}

gboolean
copil_indicator_grid_find_cell (CopilIndicatorGrid *grid, double x, double y, guint *row,
                                guint *column)
{
  guint first_row, end_row, first, end;

  if (y < grid->header_height)
    return FALSE;
  *row = (guint)((y - grid->header_height + copil_indicator_grid_get_offset (grid->vertical)) /
                 grid->row_height);
  if (*row >= copil_indicator_grid_count_rows (grid))
    return FALSE;
  for (guint i = 0; i < grid->n_frozen; i++)
    if (x < copil_indicator_grid_get_left (grid, i + 1))
      {
        *column = i;
        return TRUE;
      }
  find_visible (grid, &first_row, &end_row, &first, &end);
  for (guint i = first; i < end; i++)
    if (x < copil_indicator_grid_get_place (grid, -1, i).x +
                copil_indicator_grid_get_cell_width (grid, i))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/* --- what the cells show --- */

void
copil_indicator_grid_get_selection (CopilIndicatorGrid *grid, guint *row, guint *column,
                                    guint *rows, guint *columns)
{
  *row = MIN (grid->row, grid->anchor_row);
  *column = MIN (grid->column, grid->anchor_column);
  *rows = MAX (grid->row, grid->anchor_row) - *row + 1;
  *columns = MAX (grid->column, grid->anchor_column) - *column + 1;
}

static guint
get_look (CopilIndicatorGrid *grid, int row, guint column)
{
  guint look, first_row, first, rows, columns;

  if (row < 0)
    return LOOK_TITLE | (column == COPIL_SHEET_NAME ? LOOK_NAME : 0);
  look = copil_figure_sheet_get_flags (grid->sheet, (guint)row, column);
  if (column == COPIL_SHEET_NAME)
    look |= LOOK_NAME;
  if (look & COPIL_SHEET_HEADING)
    return look;
  copil_indicator_grid_get_selection (grid, &first_row, &first, &rows, &columns);
  if (rows * columns > 1 && (guint)row - first_row < rows && column - first < columns)
    look |= LOOK_SELECTED;
  if ((guint)row == grid->row && column == grid->column)
    look |= LOOK_CURRENT;
  return look;
}

static void
set_look (Slot *slot, guint look)
{
  const char *classes[8] = { NULL };
  guint n = 0;

  if (slot->look == look)
    return;
  slot->look = look;
  if (look & LOOK_TITLE)
    classes[n++] = "title";
  if (look & COPIL_SHEET_HEADING)
    classes[n++] = "axis";
  if (look & COPIL_SHEET_FUTURE)
    classes[n++] = "future";
  if (!(look & (COPIL_SHEET_EDITABLE | LOOK_TITLE | COPIL_SHEET_HEADING | LOOK_NAME)))
    classes[n++] = "computed";
  if (look & COPIL_SHEET_FAULT)
    classes[n++] = "fault";
  if (look & LOOK_SELECTED)
    classes[n++] = "selected";
  if (look & LOOK_CURRENT)
    classes[n++] = "current";
  gtk_widget_set_css_classes (slot->label, classes);
  gtk_label_set_xalign (GTK_LABEL (slot->label), look & LOOK_NAME ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (slot->label),
                         look & LOOK_NAME ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (slot->label), (look & LOOK_TITLE) != 0);
  gtk_label_set_lines (GTK_LABEL (slot->label), look & LOOK_TITLE ? 2 : -1);
}

static void
bind_slot (CopilIndicatorGrid *grid, Slot *slot, int row, guint column)
{
  g_autofree char *text = NULL, *name = NULL;

  slot->row = row;
  slot->column = (int)column;
  if (row < 0)
    {
      g_autofree char *title = copil_figure_sheet_get_title (grid->sheet, column);
      const char *below = copil_figure_sheet_get_subtitle (grid->sheet, column);

      text = *below ? g_strdup_printf ("%s\n%s", title, below) : g_strdup (title);
      name = *below ? g_strdup_printf ("%s, %s", title, below) : g_strdup (title);
    }
  else
    {
      text = copil_figure_sheet_get_text (grid->sheet, (guint)row, column);
      name = copil_figure_sheet_get_name (grid->sheet, (guint)row, column);
    }
  set_look (slot, get_look (grid, row, column));
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (slot->label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (slot->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slot->label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
copil_indicator_grid_remove_slots (CopilIndicatorGrid *grid)
{
  for (guint i = 0; i < grid->slots->len; i++)
    gtk_widget_unparent (g_array_index (grid->slots, Slot, i).label);
  g_array_set_size (grid->slots, 0);
}

static void
add_slots (CopilIndicatorGrid *grid, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Slot slot = { .row = -2, .look = LOOK_NOTHING };

      slot.label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                 "ellipsize", PANGO_ELLIPSIZE_END, "can-target", FALSE, NULL);
      gtk_label_set_width_chars (GTK_LABEL (slot.label), 1);
      gtk_widget_insert_before (slot.label, GTK_WIDGET (grid), grid->editor);
      g_array_append_val (grid->slots, slot);
    }
}

static Slot *
get_slot (CopilIndicatorGrid *grid, int row, guint column)
{
  guint line = row < 0 ? 0 : 1 + (guint)row % (grid->slot_rows - 1);
  guint place =
      column < grid->n_frozen
          ? column
          : grid->n_frozen + (column - grid->n_frozen) % (grid->slot_columns - grid->n_frozen);

  return &g_array_index (grid->slots, Slot, line * grid->slot_columns + place);
}

/* Gives each cell in sight its widget; those that show it already keep it. */
void
copil_indicator_grid_bind (CopilIndicatorGrid *grid)
{
  guint first_row, end_row, first, end, rows, columns;
  int narrowest = MIN (grid->lead_width, grid->period_width);

  g_clear_handle_id (&grid->binding, g_source_remove);
  if (!grid->sheet || gtk_widget_get_width (GTK_WIDGET (grid)) <= 0)
    return;
  /* Only now is it known how much of it shows. */
  if (grid->reveal)
    {
      grid->reveal = FALSE;
      copil_indicator_grid_scroll_to_current (grid);
      g_clear_handle_id (&grid->binding, g_source_remove);
    }
  rows = (guint)(gtk_widget_get_height (GTK_WIDGET (grid)) / grid->row_height) + 4;
  columns = grid->n_frozen + (guint)(gtk_widget_get_width (GTK_WIDGET (grid)) / narrowest) + 3;
  if (rows != grid->slot_rows || columns != grid->slot_columns || !grid->slots->len)
    {
      copil_indicator_grid_remove_slots (grid);
      grid->slot_rows = rows;
      grid->slot_columns = columns;
      add_slots (grid, rows * columns);
    }
  find_visible (grid, &first_row, &end_row, &first, &end);
  for (guint i = 0; i < grid->slots->len; i++)
    g_array_index (grid->slots, Slot, i).row = -2;
  for (int row = -1; row < (int)end_row; row = row < 0 ? (int)first_row : row + 1)
    {
      gboolean heading = row >= 0 && !copil_figure_sheet_get_indicator (grid->sheet, (guint)row);

      for (guint column = 0; column < grid->n_frozen && (!heading || column == 0); column++)
        bind_slot (grid, get_slot (grid, row, column), row, column);
      for (guint column = first; column < end && !heading; column++)
        bind_slot (grid, get_slot (grid, row, column), row, column);
      if (row < 0 && first_row >= end_row)
        break;
    }
  for (guint i = 0; i < grid->slots->len; i++)
    {
      Slot *slot = &g_array_index (grid->slots, Slot, i);

      if (slot->row == -2)
        slot->column = -1;
      if (gtk_widget_get_visible (slot->label) != (slot->row != -2))
        gtk_widget_set_visible (slot->label, slot->row != -2);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (grid));
}

static gboolean
bind_cb (gpointer data)
{
  CopilIndicatorGrid *grid = data;

  grid->binding = 0;
  copil_indicator_grid_bind (grid);
  return G_SOURCE_REMOVE;
}

/* Widgets are not changed while they are given their places. */
void
copil_indicator_grid_queue_bind (CopilIndicatorGrid *grid)
{
  if (!grid->binding)
    grid->binding = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, bind_cb, grid, NULL);
}

/* The cells that scroll go under those that stay. */
static void
snapshot_part (CopilIndicatorGrid *grid, GtkSnapshot *snapshot, gboolean title, gboolean frozen)
{
  float x = frozen ? 0 : (float)copil_indicator_grid_get_frozen_width (grid),
        y = title ? 0 : (float)grid->header_height;
  graphene_rect_t area = GRAPHENE_RECT_INIT (
      x, y, (float)gtk_widget_get_width (GTK_WIDGET (grid)) - x,
      (title ? (float)grid->header_height : (float)gtk_widget_get_height (GTK_WIDGET (grid))) - y);

  if (area.size.width <= 0 || area.size.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &area);
  for (guint i = 0; i < grid->slots->len; i++)
    {
      Slot *slot = &g_array_index (grid->slots, Slot, i);

      if (slot->row != -2 && (slot->row == -1) == title &&
          ((guint)slot->column < grid->n_frozen) == frozen)
        gtk_widget_snapshot_child (GTK_WIDGET (grid), slot->label, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

void
copil_indicator_grid_snapshot_cells (CopilIndicatorGrid *grid, GtkSnapshot *snapshot)
{
  snapshot_part (grid, snapshot, FALSE, FALSE);
  snapshot_part (grid, snapshot, FALSE, TRUE);
  snapshot_part (grid, snapshot, TRUE, FALSE);
  snapshot_part (grid, snapshot, TRUE, TRUE);
}
