/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard and the pointer in the grid: moving, editing, the clipboard. */
#include "copil-indicator-grid-private.h"

#include <glib/gi18n-lib.h>

#include "copil-level-list.h"

void
copil_indicator_grid_announce (CopilIndicatorGrid *grid)
{
  g_autofree char *name = grid->sheet && grid->row < copil_indicator_grid_count_rows (grid)
                              ? copil_figure_sheet_get_name (grid->sheet, grid->row, grid->column)
                              : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name ? name : _ ("Indicators by period"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Indicators by period"),
                                  -1);
  g_signal_emit_by_name (grid, "moved");
}

/* --- moving --- */

void
copil_indicator_grid_scroll_to_current (CopilIndicatorGrid *grid)
{
  int left = copil_indicator_grid_get_left (grid, grid->column) -
             copil_indicator_grid_get_frozen_width (grid);

  if (grid->vertical)
    gtk_adjustment_clamp_page (grid->vertical, grid->row * grid->row_height,
                               (grid->row + 1) * grid->row_height);
  if (grid->horizontal && grid->column >= grid->n_frozen)
    gtk_adjustment_clamp_page (grid->horizontal, left,
                               left + copil_indicator_grid_get_cell_width (grid, grid->column));
}

gboolean
copil_indicator_grid_is_row (CopilIndicatorGrid *grid, guint row)
{
  return grid->sheet && copil_figure_sheet_get_indicator (grid->sheet, row) != NULL;
}

void
copil_indicator_grid_move_to (CopilIndicatorGrid *grid, guint row, guint column, gboolean extend)
{
  if (!copil_indicator_grid_is_row (grid, row) ||
      column >= copil_indicator_grid_count_columns (grid))
    return;
  grid->row = row;
  grid->column = column;
  if (!extend)
    {
      grid->anchor_row = row;
      grid->anchor_column = column;
    }
  copil_indicator_grid_scroll_to_current (grid);
  copil_indicator_grid_bind (grid);
  copil_indicator_grid_announce (grid);
}

/* So many rows down, or up, over the headings. */
guint
copil_indicator_grid_step_rows (CopilIndicatorGrid *grid, int steps)
{
  guint row = grid->row;

  for (int at = (int)row; steps != 0;)
    {
      at += steps > 0 ? 1 : -1;
      if (at < 0 || at >= (int)copil_indicator_grid_count_rows (grid))
        break;
      if (!copil_indicator_grid_is_row (grid, (guint)at))
        continue;
      row = (guint)at;
      steps += steps > 0 ? -1 : 1;
    }
  return row;
}

static void
move_by (CopilIndicatorGrid *grid, int rows, int columns, gboolean extend)
{
  int column =
      CLAMP ((int)grid->column + columns, 0, (int)copil_indicator_grid_count_columns (grid) - 1);

  copil_indicator_grid_move_to (grid, copil_indicator_grid_step_rows (grid, rows), (guint)column,
                                extend);
}

void
copil_indicator_grid_stop_editing (CopilIndicatorGrid *grid)
{
  gboolean focused = (gtk_widget_get_state_flags (grid->editor) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!grid->original)
    return;
  g_clear_pointer (&grid->original, g_free);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (grid));
  gtk_widget_set_visible (grid->editor, FALSE);
  if (grid->stale)
    copil_indicator_grid_load (grid);
}

/* Stores what is being typed; where it cannot be read, it stays. */
gboolean
copil_indicator_grid_commit (CopilIndicatorGrid *grid)
{
  g_autofree char *text = NULL;

  if (!grid->original)
    return TRUE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (grid->editor)));
  if (g_str_equal (text, grid->original))
    copil_indicator_grid_forget (grid, grid->row, grid->column);
  else if (!copil_indicator_grid_write (grid, grid->row, grid->column, 1, 1, text))
    return FALSE;
  copil_indicator_grid_stop_editing (grid);
  return TRUE;
}

/* Offers the levels of the scale for the current cell. */
static void
ask_level (CopilIndicatorGrid *grid, gunichar typed)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, grid->row);
  g_autofree char *current = copil_figure_sheet_get_plain (grid->sheet, grid->row, grid->column);
  g_autofree char *name = copil_figure_sheet_get_name (grid->sheet, grid->row, grid->column);
  GdkRectangle place;

  copil_indicator_grid_scroll_to_current (grid);
  place = copil_indicator_grid_get_place (grid, (int)grid->row, grid->column);
  gtk_popover_set_pointing_to (GTK_POPOVER (grid->levels), &place);
  copil_level_list_ask (COPIL_LEVEL_LIST (grid->levels), (const char *const *)indicator->scale,
                        current, typed, name);
}

static void
picked_cb (CopilIndicatorGrid *grid, const char *level, int rows, int columns)
{
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  if (copil_indicator_grid_write (grid, grid->row, grid->column, 1, 1, level))
    move_by (grid, rows, columns, FALSE);
}

/* Whether the current cell takes a level of a scale, and its levels are known. */
static gboolean
takes_level (CopilIndicatorGrid *grid)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, grid->row);

  return indicator && indicator->nature == COPIL_NATURE_SCALE && *indicator->scale &&
         (copil_figure_sheet_get_flags (grid->sheet, grid->row, grid->column) &
          COPIL_SHEET_EDITABLE);
}

static gboolean
edit (CopilIndicatorGrid *grid, gboolean empty)
{
  g_autofree char *name = NULL, *kept = NULL;

  if (!copil_indicator_grid_is_row (grid, grid->row))
    return FALSE;
  if (!(copil_figure_sheet_get_flags (grid->sheet, grid->row, grid->column) & COPIL_SHEET_EDITABLE))
    {
      copil_indicator_grid_refuse (
          grid, grid->column == COPIL_SHEET_NAME
                    ? _ ("The name is changed in the indicator's form: press Enter.")
                    : _ ("This is computed, and cannot be typed."));
      return FALSE;
    }
  g_free (grid->original);
  grid->original = copil_figure_sheet_get_plain (grid->sheet, grid->row, grid->column);
  name = copil_figure_sheet_get_name (grid->sheet, grid->row, grid->column);
  kept = copil_indicator_grid_dup_kept (grid, grid->row, grid->column);
  gtk_editable_set_text (GTK_EDITABLE (grid->editor), empty ? "" : kept ? kept : grid->original);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (grid->editor, TRUE);
  copil_indicator_grid_scroll_to_current (grid);
  gtk_widget_grab_focus (grid->editor);
  gtk_editable_set_position (GTK_EDITABLE (grid->editor), -1);
  return TRUE;
}

static void
edit_or_ask (CopilIndicatorGrid *grid)
{
  if (takes_level (grid))
    ask_level (grid, 0);
  else
    edit (grid, FALSE);
}

/* --- the clipboard --- */

static void
copy (CopilIndicatorGrid *grid)
{
  guint row, column, rows, columns;
  g_autofree char *text = NULL;

  if (!copil_indicator_grid_is_row (grid, grid->row))
    return;
  copil_indicator_grid_get_selection (grid, &row, &column, &rows, &columns);
  text = copil_figure_sheet_copy (grid->sheet, row, column, rows, columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (grid)), text);
}

static void
clear (CopilIndicatorGrid *grid)
{
  guint row, column, rows, columns;

  if (!copil_indicator_grid_is_row (grid, grid->row))
    return;
  copil_indicator_grid_get_selection (grid, &row, &column, &rows, &columns);
  copil_indicator_grid_write (grid, row, column, rows, columns, "");
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CopilIndicatorGrid) grid = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  guint row, column, rows, columns;

  if (!text || !*text || !grid->sheet || !copil_indicator_grid_is_row (grid, grid->row))
    return;
  copil_indicator_grid_get_selection (grid, &row, &column, &rows, &columns);
  copil_indicator_grid_write (grid, row, column, rows, columns, text);
}

static void
paste (CopilIndicatorGrid *grid)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (grid)), NULL, pasted_cb,
                                 g_object_ref (grid));
}

/* --- keys and pointer --- */

static guint
first_row (CopilIndicatorGrid *grid, gboolean last)
{
  for (guint i = 0; i < copil_indicator_grid_count_rows (grid); i++)
    if (copil_indicator_grid_is_row (grid,
                                     last ? copil_indicator_grid_count_rows (grid) - 1 - i : i))
      return last ? copil_indicator_grid_count_rows (grid) - 1 - i : i;
  return 0;
}

static void
enter (CopilIndicatorGrid *grid, gboolean back)
{
  const CopilIndicator *indicator = copil_figure_sheet_get_indicator (grid->sheet, grid->row);

  if (grid->column == COPIL_SHEET_NAME && indicator)
    copil_indicator_grid_open (grid, indicator->id);
  else
    move_by (grid, back ? -1 : 1, 0, FALSE);
}

/* Right, or left, and from the end of a row on to the next; FALSE at the end of the grid, where the
 * keyboard leaves it. */
static gboolean
tab (CopilIndicatorGrid *grid, gboolean back)
{
  if (back ? grid->column > 0 : grid->column + 1 < copil_indicator_grid_count_columns (grid))
    move_by (grid, 0, back ? -1 : 1, FALSE);
  else if (copil_indicator_grid_step_rows (grid, back ? -1 : 1) != grid->row)
    copil_indicator_grid_move_to (grid, copil_indicator_grid_step_rows (grid, back ? -1 : 1),
                                  back ? copil_indicator_grid_count_columns (grid) - 1 : 0, FALSE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
command_key (CopilIndicatorGrid *grid, guint keyval, gboolean extend)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (grid);
      return TRUE;
    case GDK_KEY_x:
      copy (grid);
      clear (grid);
      return TRUE;
    case GDK_KEY_v:
      paste (grid);
      return TRUE;
    case GDK_KEY_a:
      grid->anchor_row = first_row (grid, FALSE);
      grid->anchor_column = 0;
      copil_indicator_grid_move_to (grid, first_row (grid, TRUE),
                                    copil_indicator_grid_count_columns (grid) - 1, TRUE);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_Up:
      copil_indicator_grid_move_to (grid, first_row (grid, FALSE),
                                    keyval == GDK_KEY_Home ? 0 : grid->column, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_Down:
      copil_indicator_grid_move_to (
          grid, first_row (grid, TRUE),
          keyval == GDK_KEY_End ? copil_indicator_grid_count_columns (grid) - 1 : grid->column,
          extend);
      return TRUE;
    case GDK_KEY_Left:
      copil_indicator_grid_move_to (grid, grid->row, 0, extend);
      return TRUE;
    case GDK_KEY_Right:
      copil_indicator_grid_move_to (grid, grid->row, copil_indicator_grid_count_columns (grid) - 1,
                                    extend);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        CopilIndicatorGrid *grid)
{
  gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0;
  int page = MAX ((int)(gtk_widget_get_height (GTK_WIDGET (grid)) / grid->row_height) - 2, 1);
  gunichar typed = gdk_keyval_to_unicode (keyval);

  if (!grid->sheet || grid->original || !copil_indicator_grid_is_row (grid, grid->row))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down && (modifiers & GDK_ALT_MASK) && takes_level (grid))
    {
      ask_level (grid, 0);
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return GDK_EVENT_PROPAGATE;
  if (modifiers & GDK_CONTROL_MASK)
    return command_key (grid, keyval, extend);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_by (grid, 0, -1, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_by (grid, 0, 1, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_by (grid, -1, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_by (grid, 1, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_by (grid, -page, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_by (grid, page, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      copil_indicator_grid_move_to (grid, grid->row, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      copil_indicator_grid_move_to (grid, grid->row, copil_indicator_grid_count_columns (grid) - 1,
                                    extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (grid, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (grid, extend || keyval == GDK_KEY_ISO_Left_Tab);
    case GDK_KEY_F2:
      edit_or_ask (grid);
      return GDK_EVENT_STOP;
    case GDK_KEY_Insert:
      if (extend)
        paste (grid);
      return extend;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      clear (grid);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      grid->anchor_row = grid->row;
      grid->anchor_column = grid->column;
      copil_indicator_grid_bind (grid);
      return GDK_EVENT_PROPAGATE;
    default:
      break;
    }
  if (g_unichar_isalnum (typed) && takes_level (grid))
    {
      ask_level (grid, typed);
      return GDK_EVENT_STOP;
    }
  if (!typed || !g_unichar_isgraph (typed) || !edit (grid, TRUE))
    return GDK_EVENT_PROPAGATE;
  /* The editor takes the key as if it had been typed in it, dead keys and all. */
  gtk_event_controller_key_forward (
      controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (grid->editor))));
  return GDK_EVENT_STOP;
}

static gboolean
editor_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType modifiers, CopilIndicatorGrid *grid)
{
  gboolean back = (modifiers & GDK_SHIFT_MASK) || keyval == GDK_KEY_ISO_Left_Tab;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (copil_indicator_grid_commit (grid))
        move_by (grid, back ? -1 : 1, 0, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (copil_indicator_grid_commit (grid))
        move_by (grid, keyval == GDK_KEY_Up ? -1 : 1, 0, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (copil_indicator_grid_commit (grid))
        tab (grid, back);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      copil_indicator_grid_forget (grid, grid->row, grid->column);
      copil_indicator_grid_stop_editing (grid);
      copil_indicator_grid_announce (grid);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
editor_leave_cb (CopilIndicatorGrid *grid)
{
  copil_indicator_grid_commit (grid);
}

static void
flush_cb (CopilIndicatorGrid *grid)
{
  if (!copil_indicator_grid_commit (grid))
    copil_session_refuse (grid->session);
}

static void
focus_cb (CopilIndicatorGrid *grid)
{
  copil_indicator_grid_announce (grid);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CopilIndicatorGrid *grid)
{
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (!grid->sheet || !copil_indicator_grid_find_cell (grid, x, y, &row, &column) ||
      !copil_indicator_grid_is_row (grid, row))
    return;
  if (grid->original && row == grid->row && column == grid->column)
    return; /* in the editor */
  if (!copil_indicator_grid_commit (grid))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  copil_indicator_grid_move_to (grid, row, column, (modifiers & GDK_SHIFT_MASK) != 0);
  if (n_press == 2 && column == COPIL_SHEET_NAME)
    enter (grid, FALSE);
  else if (n_press == 2)
    edit_or_ask (grid);
}

static void
dragged_cb (GtkGestureDrag *gesture, double dx, double dy, CopilIndicatorGrid *grid)
{
  double x, y;
  guint row, column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (grid->sheet && !grid->original && (ABS (dx) > 4 || ABS (dy) > 4) &&
      copil_indicator_grid_find_cell (grid, x + dx, y + dy, &row, &column) &&
      (row != grid->row || column != grid->column))
    copil_indicator_grid_move_to (grid, row, column, TRUE);
}

void
copil_indicator_grid_add_controllers (CopilIndicatorGrid *grid)
{
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *focus = gtk_event_controller_focus_new (),
                     *editor_keys = gtk_event_controller_key_new (),
                     *editor_focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), focus);
  gtk_event_controller_set_propagation_phase (editor_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (editor_keys, "key-pressed", G_CALLBACK (editor_key_cb), grid);
  gtk_widget_add_controller (grid->editor, editor_keys);
  g_signal_connect_swapped (editor_focus, "leave", G_CALLBACK (editor_leave_cb), grid);
  gtk_widget_add_controller (grid->editor, editor_focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (grid->levels, "picked", G_CALLBACK (picked_cb), grid);
  g_signal_connect_object (grid->session, "flush", G_CALLBACK (flush_cb), grid, G_CONNECT_SWAPPED);
}
