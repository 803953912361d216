/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-view.h"

#include <glib/gi18n-lib.h>

#include "copil-chart-view-data.h"
#include "copil-chart-view-save.h"

/* Narrower, a chart is hard to read; and the width a chart likes where nobody says one. */
#define MIN_WIDTH 240
#define NATURAL_WIDTH 600
/* So that the ring around a mark at the border is seen. */
#define PADDING 4
#define SPACING 6

struct _CopilChartView
{
  GtkWidget parent_instance;

  CopilChart *chart;
  gulong changed;
  GtkWidget *canvas;
  GtkWidget *header; /* the title and the button; only the button, over the chart, without title */
  GtkWidget *title;
  GtkWidget *button;
  GtkWidget *context_menu; /* once it was asked for */
  gboolean show_title;
  int max_height;
  char *family;
  int focused; /* mark with the keyboard, -1 for none */
  int hovered; /* mark under the pointer */
  guint announcing;
};

G_DEFINE_FINAL_TYPE (CopilChartView, copil_chart_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* The style to draw and to pick with. The family lives until the next call. */
static CopilChartStyle
get_style (CopilChartView *view)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  g_free (view->family);
  view->family = g_strdup (pango_font_description_get_family (font));
  style.palette = adw_style_manager_get_dark (adw_style_manager_get_default ())
                      ? COPIL_CHART_PALETTE_DARK
                      : COPIL_CHART_PALETTE_LIGHT;
  style.font_family = view->family;
  style.font_size = size;
  style.padding = PADDING;
  style.show_title = FALSE;
  style.background = FALSE;
  style.hovered = view->hovered;
  if (gtk_widget_has_visible_focus (view->canvas))
    style.focused = view->focused;
  return style;
}

static const CopilChartMark *
get_mark (CopilChartView *view, int index)
{
  CopilChartStyle style = get_style (view);

  if (!view->chart || index < 0)
    return NULL;
  return copil_chart_get_mark (view->chart, gtk_widget_get_width (view->canvas),
                               gtk_widget_get_height (view->canvas), &style, (guint)index);
}

static int
pick (CopilChartView *view, double x, double y)
{
  CopilChartStyle style = get_style (view);

  return view->chart ? copil_chart_pick (view->chart, gtk_widget_get_width (view->canvas),
                                         gtk_widget_get_height (view->canvas), &style, x, y)
                     : -1;
}

/* What the screen reader says: the mark in focus, else what the chart is about. */
static void
announce (CopilChartView *view)
{
  const char *title = view->chart ? copil_chart_get_title (view->chart) : NULL;
  const CopilChartMark *mark =
      gtk_widget_has_focus (view->canvas) ? get_mark (view, view->focused) : NULL;
  g_autofree char *description = view->chart ? copil_chart_dup_description (view->chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (view->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark ? mark->label : (title ? title : _ ("Chart")),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description ? description : "", -1);
}

static gboolean
announce_cb (gpointer data)
{
  CopilChartView *view = data;
  const char *title = view->chart ? copil_chart_get_title (view->chart) : NULL;
  gboolean some = view->chart && !copil_chart_is_empty (view->chart);
  static const char *const actions[] = { "chart.copy", "chart.show-data", "chart.save" };

  view->announcing = 0;
  gtk_label_set_label (GTK_LABEL (view->title), title ? title : "");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (view), actions[i], some);
  gtk_widget_set_focusable (view->canvas, some);
  announce (view);
  return G_SOURCE_REMOVE;
}

/* Data come one after the other: what follows from them waits until they are all there. */
static void
changed_cb (CopilChartView *view)
{
  if (!view->announcing)
    view->announcing = g_idle_add (announce_cb, view);
  view->hovered = -1;
  gtk_widget_queue_resize (GTK_WIDGET (view));
  gtk_widget_queue_draw (view->canvas);
}

static void
set_focused (CopilChartView *view, int index)
{
  view->focused = index;
  gtk_widget_queue_draw (view->canvas);
  announce (view);
}

/* What the mark opens: where it stands for several engagements, all of them. */
static char *
join_keys (char **keys)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; keys[i]; i++)
    {
      if (!g_str_has_prefix (keys[i], "engagement=") || !keys[1])
        return g_strdup (keys[0]);
      g_string_append (joined, joined->len ? "," : "engagements=");
      g_string_append (joined, strchr (keys[i], '=') + 1);
    }
  return g_strdup (joined->str);
}

static gboolean
activate (CopilChartView *view, int index)
{
  const CopilChartMark *mark = get_mark (view, index);
  g_autofree char *key = NULL;

  if (!mark || !mark->keys || !mark->keys[0])
    return FALSE;
  key = join_keys (mark->keys);
  g_signal_emit (view, signals[ACTIVATED], 0, key);
  return TRUE;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CopilChartView *view = data;
  CopilChartStyle style = get_style (view);

  if (view->chart)
    copil_chart_draw (view->chart, cr, width, height, &style);
}

static void
motion_cb (CopilChartView *view, double x, double y)
{
  int index = pick (view, x, y);
  const CopilChartMark *mark = get_mark (view, index);

  if (index == view->hovered)
    return;
  view->hovered = index;
  gtk_widget_set_cursor_from_name (view->canvas,
                                   mark && mark->keys && mark->keys[0] ? "pointer" : NULL);
  gtk_widget_queue_draw (view->canvas);
}

static void
leave_cb (CopilChartView *view)
{
  view->hovered = -1;
  gtk_widget_queue_draw (view->canvas);
}

/* Without a title the button is over the chart: there only while it can be of use. */
static void
within_cb (CopilChartView *view)
{
  gboolean within =
      gtk_event_controller_motion_contains_pointer (
          g_object_get_data (G_OBJECT (view), "motion")) ||
      gtk_event_controller_focus_contains_focus (g_object_get_data (G_OBJECT (view), "focus"));

  gtk_widget_set_opacity (view->button, view->show_title || within ? 1 : 0);
}

static void
focus_cb (CopilChartView *view)
{
  CopilChartStyle style = get_style (view);

  if (gtk_widget_has_focus (view->canvas) && view->chart && view->focused < 0)
    view->focused =
        copil_chart_move (view->chart, gtk_widget_get_width (view->canvas),
                          gtk_widget_get_height (view->canvas), &style, -1, COPIL_CHART_RIGHT);
  set_focused (view, view->focused);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        CopilChartView *view)
{
  CopilChartStyle style = get_style (view);
  int width = gtk_widget_get_width (view->canvas), height = gtk_widget_get_height (view->canvas);
  CopilChartDirection direction;
  guint n;

  if (!view->chart)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK)))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (view->button));
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      direction = COPIL_CHART_LEFT;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      direction = COPIL_CHART_RIGHT;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      direction = COPIL_CHART_UP;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      direction = COPIL_CHART_DOWN;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      n = copil_chart_get_n_marks (view->chart, width, height, &style);
      set_focused (view, keyval == GDK_KEY_Home && n ? 0 : (int)n - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate (view, view->focused);
    default:
      return GDK_EVENT_PROPAGATE;
    }
  set_focused (view,
               copil_chart_move (view->chart, width, height, &style, view->focused, direction));
  return GDK_EVENT_STOP;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, CopilChartView *view)
{
  int index = pick (view, x, y);

  gtk_widget_grab_focus (view->canvas);
  if (index < 0)
    return;
  set_focused (view, index);
  activate (view, index);
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, CopilChartView *view)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (view->button));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y), at = point;

  if (!view->context_menu)
    {
      view->context_menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (view->context_menu), FALSE);
      gtk_widget_set_halign (view->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (view->context_menu, GTK_WIDGET (view));
    }
  if (!gtk_widget_compute_point (view->canvas, GTK_WIDGET (view), &point, &at))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (view->context_menu),
                               &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (view->context_menu));
}

static gboolean
tooltip_cb (GtkWidget *canvas, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
            CopilChartView *view)
{
  const CopilChartMark *mark = get_mark (view, keyboard ? view->focused : pick (view, x, y));
  GdkRectangle area;

  if (!mark || !mark->label)
    return FALSE;
  area = (GdkRectangle){ (int)mark->x, (int)mark->y, (int)mark->width + 1, (int)mark->height + 1 };
  gtk_tooltip_set_text (tooltip, mark->label);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilChartView *view = COPIL_CHART_VIEW (widget);

  copil_chart_view_copy (view->chart, widget);
}

static void
show_data_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilChartView *view = COPIL_CHART_VIEW (widget);

  copil_chart_view_show_data (view->chart, widget);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilChartView *view = COPIL_CHART_VIEW (widget);

  copil_chart_view_save (view->chart, widget, g_variant_get_string (parameter, NULL));
}

static GtkSizeRequestMode
copil_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
copil_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  CopilChartView *view = COPIL_CHART_VIEW (widget);
  int header_minimum, header_natural;

  gtk_widget_measure (view->header, orientation, -1, &header_minimum, &header_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MIN_WIDTH, header_minimum);
      *natural = MAX (NATURAL_WIDTH, *minimum);
    }
  else
    {
      CopilChartStyle style = get_style (view);
      double height = 0;

      if (view->chart)
        copil_chart_measure (view->chart, for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MIN_WIDTH),
                             &style, NULL, &height);
      *minimum = (int)(height + 0.999);
      if (view->show_title)
        *minimum += header_natural + SPACING;
      if (view->max_height > 0)
        *minimum = MIN (*minimum, view->max_height);
      *natural = *minimum;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
copil_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CopilChartView *view = COPIL_CHART_VIEW (widget);
  int header_width, header_height, top;

  gtk_widget_measure (view->header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &header_width, NULL,
                      NULL);
  gtk_widget_measure (view->header, GTK_ORIENTATION_VERTICAL, -1, NULL, &header_height, NULL, NULL);
  top = view->show_title ? header_height + SPACING : 0;
  if (view->show_title)
    header_width = width;
  gtk_widget_size_allocate (view->header,
                            &(GtkAllocation){ gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                                                  ? 0
                                                  : width - header_width,
                                              0, header_width, header_height },
                            -1);
  gtk_widget_size_allocate (view->canvas, &(GtkAllocation){ 0, top, width, MAX (height - top, 0) },
                            -1);
  if (view->context_menu)
    gtk_popover_present (GTK_POPOVER (view->context_menu));
}

static void
copil_chart_view_dispose (GObject *object)
{
  CopilChartView *view = COPIL_CHART_VIEW (object);

  copil_chart_view_set_chart (view, NULL);
  g_clear_handle_id (&view->announcing, g_source_remove);
  g_clear_pointer (&view->context_menu, gtk_widget_unparent);
  g_clear_pointer (&view->header, gtk_widget_unparent);
  g_clear_pointer (&view->canvas, gtk_widget_unparent);
  g_clear_pointer (&view->family, g_free);
  G_OBJECT_CLASS (copil_chart_view_parent_class)->dispose (object);
}

static void
copil_chart_view_class_init (CopilChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_chart_view_dispose;
  widget_class->get_request_mode = copil_chart_view_get_request_mode;
  widget_class->measure = copil_chart_view_measure;
  widget_class->size_allocate = copil_chart_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.show-data", NULL, show_data_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_controllers (CopilChartView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new (),
                     *focus = gtk_event_controller_focus_new (),
                     *key = gtk_event_controller_key_new (),
                     *around = gtk_event_controller_motion_new (),
                     *inside = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), view);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), view);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), view);
  gtk_widget_add_controller (view->canvas, motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), view);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_cb), view);
  gtk_widget_add_controller (view->canvas, focus);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), view);
  gtk_widget_add_controller (view->canvas, key);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), view);
  gtk_widget_add_controller (view->canvas, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), view);
  gtk_widget_add_controller (view->canvas, GTK_EVENT_CONTROLLER (secondary));

  g_object_set_data (G_OBJECT (view), "motion", around);
  g_object_set_data (G_OBJECT (view), "focus", inside);
  g_signal_connect_swapped (around, "notify::contains-pointer", G_CALLBACK (within_cb), view);
  g_signal_connect_swapped (inside, "notify::contains-focus", G_CALLBACK (within_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), around);
  gtk_widget_add_controller (GTK_WIDGET (view), inside);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *save = g_menu_new ();

  g_menu_append (menu, _ ("_Copy the Picture"), "chart.copy");
  g_menu_append (menu, _ ("Show the _Data"), "chart.show-data");
  g_menu_append (save, _ ("Save as _SVG…"), "chart.save::svg");
  g_menu_append (save, _ ("Save as _PDF…"), "chart.save::pdf");
  g_menu_append (save, _ ("Save as P_NG…"), "chart.save::png");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));
  g_object_unref (save);
  return G_MENU_MODEL (menu);
}

static void
copil_chart_view_init (CopilChartView *view)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));

  view->show_title = TRUE;
  view->focused = view->hovered = -1;

  view->canvas =
      g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (view->canvas), draw_cb, view, NULL);
  gtk_widget_set_has_tooltip (view->canvas, TRUE);
  g_signal_connect (view->canvas, "query-tooltip", G_CALLBACK (tooltip_cb), view);
  gtk_widget_set_parent (view->canvas, GTK_WIDGET (view));

  view->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (view->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (view->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (view->title, TRUE);
  gtk_widget_set_margin_start (view->title, PADDING);
  gtk_widget_add_css_class (view->title, "heading");
  view->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (view->button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (view->button), menu);
  gtk_widget_add_css_class (view->button, "flat");
  gtk_widget_set_tooltip_text (view->button, _ ("Copy, show the data or save this chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart menu"), -1);
  view->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (view->header), view->title);
  gtk_box_append (GTK_BOX (view->header), view->button);
  gtk_widget_set_parent (view->header, GTK_WIDGET (view));

  add_controllers (view);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), view->canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
  announce_cb (view);
}

GtkWidget *
copil_chart_view_new (void)
{
  return g_object_new (COPIL_TYPE_CHART_VIEW, NULL);
}

void
copil_chart_view_set_chart (CopilChartView *view, CopilChart *chart)
{
  if (view->chart == chart)
    return;
  if (view->chart)
    g_signal_handler_disconnect (view->chart, view->changed);
  g_set_object (&view->chart, chart);
  if (chart)
    view->changed = g_signal_connect_swapped (chart, "changed", G_CALLBACK (changed_cb), view);
  if (view->canvas)
    changed_cb (view);
}

void
copil_chart_view_set_show_title (CopilChartView *view, gboolean show)
{
  view->show_title = show;
  gtk_widget_set_visible (view->title, show);
  within_cb (view);
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

void
copil_chart_view_set_max_height (CopilChartView *view, int height)
{
  view->max_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}
