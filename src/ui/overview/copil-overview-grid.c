/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-grid.h"

#define SPACING 12

struct _CopilOverviewGrid
{
  GtkWidget parent_instance;

  guint columns;
  int width;
};

G_DEFINE_FINAL_TYPE (CopilOverviewGrid, copil_overview_grid, GTK_TYPE_WIDGET)

static guint
count_columns (CopilOverviewGrid *grid, int width)
{
  guint columns = grid->columns;

  while (columns > 1 && width < (int)columns * (grid->width + SPACING) - SPACING)
    columns /= 2;
  return columns;
}

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Where a column begins; what is left of the division is spread, so that grids with other numbers
 * of columns end at the same place. */
static int
get_x (guint column, guint columns, int width)
{
  return (int)column * (width + SPACING) / (int)columns;
}

/* Lays the rows out in the width, or only finds the height. */
static int
lay_out (CopilOverviewGrid *grid, int width, gboolean allocate)
{
  guint columns = count_columns (grid, width);
  int y = 0;
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (grid)) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = next_visible (gtk_widget_get_first_child (GTK_WIDGET (grid)));

  while (first)
    {
      GtkWidget *child = first;
      int height = 0;

      for (guint i = 0; child && i < columns; i++)
        {
          int wide = get_x (i + 1, columns, width) - get_x (i, columns, width) - SPACING, natural;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          child = next_visible (gtk_widget_get_next_sibling (child));
        }
      for (guint i = 0; allocate && first != child; i++)
        {
          int x = get_x (i, columns, width), wide = get_x (i + 1, columns, width) - x - SPACING;

          gtk_widget_size_allocate (
              first, &(GtkAllocation){ backwards ? width - x - wide : x, y, wide, height }, -1);
          first = next_visible (gtk_widget_get_next_sibling (first));
        }
      y += height + (child ? SPACING : 0);
      first = child;
    }
  return y;
}

static GtkSizeRequestMode
copil_overview_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
copil_overview_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  CopilOverviewGrid *grid = COPIL_OVERVIEW_GRID (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, (int)grid->columns * (grid->width + SPACING) - SPACING);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (grid, for_size < 0 ? *natural : MAX (for_size, *minimum), FALSE);
}

static void
copil_overview_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (COPIL_OVERVIEW_GRID (widget), width, TRUE);
}

static void
copil_overview_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (copil_overview_grid_parent_class)->dispose (object);
}

static void
copil_overview_grid_class_init (CopilOverviewGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_overview_grid_dispose;
  widget_class->get_request_mode = copil_overview_grid_get_request_mode;
  widget_class->measure = copil_overview_grid_measure;
  widget_class->size_allocate = copil_overview_grid_size_allocate;
}

static void
copil_overview_grid_init (CopilOverviewGrid *grid)
{
}

GtkWidget *
copil_overview_grid_new (guint columns, int width)
{
  CopilOverviewGrid *grid = g_object_new (COPIL_TYPE_OVERVIEW_GRID, NULL);

  grid->columns = columns;
  grid->width = width;
  return GTK_WIDGET (grid);
}

void
copil_overview_grid_append (CopilOverviewGrid *grid, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (grid));
}
