/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-cell.h"

#include <glib/gi18n-lib.h>

#include "copil-lines.h"
#include "copil-status.h"
#include "copil-value.h"

struct _CopilRecordsCell
{
  GtkWidget parent_instance;

  const CopilRecordsColumn *column;
  CopilRow *row;
  gboolean wide;

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *box;
  GtkWidget *below;
};

G_DEFINE_FINAL_TYPE (CopilRecordsCell, copil_records_cell, GTK_TYPE_WIDGET)

/* What the column reads; NULL where nothing is known. */
static char *
make_text (CopilRecordsCell *cell)
{
  const char *value = copil_row_get (cell->row, cell->column->column);

  if (cell->column->text)
    return cell->column->text (cell->row);
  if (cell->column->cell == COPIL_CELL_STATUS)
    return g_strdup (copil_status_get_word (NULL, value, g_strcmp0 (value, "late") == 0));
  if (!value)
    return NULL;
  if (cell->column->cell == COPIL_CELL_DATE)
    return copil_date_format (value);
  if (cell->column->cell == COPIL_CELL_NUMBER)
    return copil_number_format (g_ascii_strtod (value, NULL));
  return g_strdup (value);
}

static void
show_status (CopilRecordsCell *cell)
{
  const char *status = copil_row_get (cell->row, cell->column->column);
  gboolean late = g_strcmp0 (status, "late") == 0;
  const char *classes[] = { copil_status_get_class (status, late), NULL };

  gtk_widget_set_css_classes (gtk_widget_get_parent (cell->icon), *classes[0] ? classes : NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (cell->icon), copil_status_get_icon (status, late));
}

/* The row of a column view has no name of its own: it is read by what its widest cell says. */
static void
name_row (CopilRecordsCell *cell, const char *text)
{
  GtkWidget *at = gtk_widget_get_parent (GTK_WIDGET (cell));
  GtkWidget *row = at ? gtk_widget_get_parent (at) : NULL;

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text ? text : "", -1);
}

static void
show (CopilRecordsCell *cell)
{
  const CopilRecordsColumn *column = cell->column;
  g_autofree char *text = NULL, *below = NULL;

  if (!cell->row)
    return;
  text = make_text (cell);
  below = column->below && !(column->narrow && cell->wide) ? column->below (cell->row) : NULL;
  if (column->cell == COPIL_CELL_CHECK)
    {
      gboolean checked = copil_row_get_int (cell->row, column->column) == 1;

      gtk_widget_set_visible (cell->icon, checked);
      gtk_widget_set_visible (cell->below, FALSE);
      gtk_widget_set_tooltip_text (cell->icon, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text ? text : "", -1);
      return;
    }
  if (cell->box)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (cell->box),
                                   copil_row_get_int (cell->row, column->column) == 1);
      gtk_widget_set_tooltip_text (cell->box, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text ? text : "", -1);
      return;
    }
  if (column->cell == COPIL_CELL_STATUS)
    show_status (cell);
  if (cell->bar)
    {
      const char *percent = copil_row_get (cell->row, column->column);

      gtk_widget_set_visible (cell->bar, percent != NULL);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (cell->bar),
                                     CLAMP (copil_row_get_int (cell->row, column->column), 0, 100) /
                                         100.0);
    }
  if (column->expand)
    name_row (cell, text);
  gtk_label_set_label (GTK_LABEL (cell->label), text ? text : "");
  gtk_label_set_label (GTK_LABEL (cell->below), below ? below : "");
  gtk_widget_set_visible (cell->below, below && *below);
}

static gboolean
is_cut (GtkWidget *label)
{
  return gtk_widget_get_visible (label) &&
         pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* What the column says of the row, or else what does not fit. */
static gboolean
copil_records_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                  GtkTooltip *tooltip)
{
  CopilRecordsCell *cell = COPIL_RECORDS_CELL (widget);
  g_autofree char *tip = cell->row && cell->column->tip ? cell->column->tip (cell->row) : NULL;
  const char *below = gtk_label_get_label (GTK_LABEL (cell->below));

  if (!tip && (is_cut (cell->label) || is_cut (cell->below)))
    tip = g_strconcat (gtk_label_get_label (GTK_LABEL (cell->label)), *below ? "\n" : "", below,
                       NULL);
  gtk_tooltip_set_text (tooltip, tip);
  return tip && *tip;
}

static void
copil_records_cell_dispose (GObject *object)
{
  CopilRecordsCell *cell = COPIL_RECORDS_CELL (object);
  GtkWidget *child;

  copil_records_cell_set_row (cell, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (cell))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (copil_records_cell_parent_class)->dispose (object);
}

static void
copil_records_cell_class_init (CopilRecordsCellClass *class)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "records-cell");
  G_OBJECT_CLASS (class)->dispose = copil_records_cell_dispose;
  GTK_WIDGET_CLASS (class)->query_tooltip = copil_records_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
copil_records_cell_init (CopilRecordsCell *cell)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (cell));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (cell), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (GTK_WIDGET (cell), 6);
  gtk_widget_set_has_tooltip (GTK_WIDGET (cell), TRUE);
}

static void
build (CopilRecordsCell *cell)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  CopilCell type = cell->column->cell;

  cell->icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (cell->icon, type == COPIL_CELL_STATUS);
  cell->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->label),
                        type == COPIL_CELL_NUMBER && !cell->column->below ? 1 : 0);
  if (type == COPIL_CELL_NUMBER)
    gtk_widget_add_css_class (cell->label, "numeric");
  gtk_widget_set_hexpand (cell->label, TRUE);
  if (type == COPIL_CELL_CHECK)
    {
      gtk_widget_set_visible (cell->label, FALSE);
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
    }
  if (type == COPIL_CELL_TEXT)
    {
      gtk_label_set_ellipsize (GTK_LABEL (cell->label), PANGO_ELLIPSIZE_END);
      if (cell->column->expand)
        {
          gtk_label_set_wrap (GTK_LABEL (cell->label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (cell->label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_lines (GTK_LABEL (cell->label), 2);
        }
      else
        gtk_label_set_max_width_chars (GTK_LABEL (cell->label), 20);
    }
  gtk_box_append (GTK_BOX (line), cell->icon);
  gtk_box_append (GTK_BOX (line), gtk_label_get_wrap (GTK_LABEL (cell->label))
                                      ? copil_lines_new (cell->label)
                                      : cell->label);
  gtk_widget_set_parent (line, GTK_WIDGET (cell));
  if (type == COPIL_CELL_TICK)
    {
      /* The keyboard stays on the rows: keys of the list do what a click on the box does. */
      cell->box = gtk_check_button_new ();
      gtk_widget_set_focusable (cell->box, FALSE);
      gtk_widget_set_visible (line, FALSE);
      gtk_widget_set_parent (cell->box, GTK_WIDGET (cell));
    }
  if (type == COPIL_CELL_PROGRESS)
    {
      cell->bar = gtk_progress_bar_new ();
      gtk_widget_set_parent (cell->bar, GTK_WIDGET (cell));
    }
  cell->below = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->below), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell->below),
                           cell->column->expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (cell->below, "caption");
  if (type != COPIL_CELL_STATUS)
    gtk_widget_add_css_class (cell->below, "dim-label");
  gtk_widget_set_parent (cell->below, GTK_WIDGET (cell));
}

GtkWidget *
copil_records_cell_new (const CopilRecordsColumn *column)
{
  CopilRecordsCell *cell = g_object_new (COPIL_TYPE_RECORDS_CELL, NULL);

  cell->column = column;
  build (cell);
  return GTK_WIDGET (cell);
}

void
copil_records_cell_set_row (CopilRecordsCell *cell, CopilRow *row)
{
  if (cell->row)
    g_signal_handlers_disconnect_by_data (cell->row, cell);
  g_set_object (&cell->row, row);
  if (row)
    g_signal_connect_swapped (row, "notify::revision", G_CALLBACK (show), cell);
  show (cell);
}

GtkWidget *
copil_records_cell_get_box (CopilRecordsCell *cell)
{
  return cell->box;
}

void
copil_records_cell_set_wide (CopilRecordsCell *cell, gboolean wide)
{
  cell->wide = wide;
  show (cell);
}

char *
copil_records_name_axis (const char *label)
{
  if (!label)
    return NULL;
  return g_ascii_isdigit (*label) ? g_strdup_printf (C_ ("axis", "Axis %s"), label)
                                  : g_strdup (label);
}
