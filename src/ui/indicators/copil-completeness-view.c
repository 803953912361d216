/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-completeness-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-completeness.h"
#include "copil-focus.h"
#include "copil-loader.h"

/* How long changes come together before it is counted again, in milliseconds. */
#define DELAY 300

struct _CopilCompletenessView
{
  CopilPanel parent_instance;

  GtkWidget *stack;
  GtkWidget *sum;
  GtkWidget *level;
  GListStore *lines; /* objects with a "heading" (CopilCompleteness) or a "gap" */
  GtkWidget *list;
  GPtrArray *axes; /* CopilCompleteness, which the lines point into */
  CopilLoader *loader;
};

enum
{
  GAP,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CopilCompletenessView, copil_completeness_view, COPIL_TYPE_PANEL)

static void
add_line (CopilCompletenessView *view, const char *key, gpointer data)
{
  g_autoptr (GObject) line = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (line, key, data);
  g_list_store_append (view->lines, line);
}

static void
show (CopilCompletenessView *view, GPtrArray *axes)
{
  g_autoptr (CopilCompleteness) sum = copil_completeness_sum (axes);
  gboolean some = FALSE;
  g_autofree char *text = NULL;

  g_list_store_remove_all (view->lines);
  g_clear_pointer (&view->axes, g_ptr_array_unref);
  view->axes = axes;
  for (guint i = 0; i < axes->len; i++)
    {
      CopilCompleteness *axis = axes->pdata[i];

      if (!axis->expected)
        continue;
      add_line (view, "heading", axis);
      for (guint j = 0; j < axis->gaps->len; j++)
        add_line (view, "gap", axis->gaps->pdata[j]);
      some = TRUE;
    }
  text = g_strdup_printf (_ ("Filled in: %s"), sum->formula ? sum->formula : "–");
  gtk_label_set_label (GTK_LABEL (view->sum), text);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (view->level),
                           isnan (sum->percent) ? 0 : sum->percent / 100);
  gtk_stack_set_visible_child_name (GTK_STACK (view->stack), some ? "list" : "none");
}

/* --- reading --- */

static gpointer
ask (gpointer view)
{
  return g_new0 (GPtrArray *, 1);
}

static gboolean
count (CopilStore *reader, gpointer job, GError **error)
{
  *(GPtrArray **)job = copil_completeness_read (reader, COPIL_FIGURES_ALL, NULL);
  return TRUE;
}

static void
show_counted (gpointer view, gpointer job)
{
  if (job)
    show (view, g_steal_pointer ((GPtrArray **)job));
}

static void
job_free (gpointer job)
{
  g_clear_pointer ((GPtrArray **)job, g_ptr_array_unref);
  g_free (job);
}

static const CopilLoading loading = { ask, count, show_counted, job_free };

/* --- lines --- */

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("caption"));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GObject *line = gtk_list_item_get_item (item);
  CopilCompleteness *axis = g_object_get_data (line, "heading");
  CopilGap *gap = g_object_get_data (line, "gap");
  GtkWidget *box = gtk_list_item_get_child (item), *first = gtk_widget_get_first_child (box),
            *second = gtk_widget_get_last_child (box);
  g_autofree char *title = NULL, *all = NULL;
  const char *below;

  if (axis)
    {
      title =
          axis->axis && axis->label
              ? g_strdup_printf (_ ("Axis %s – %s"), axis->label, axis->title ? axis->title : "")
              : g_strdup (axis->axis && axis->title ? axis->title : _ ("Without an axis"));
      below = axis->formula ? axis->formula : "";
    }
  else
    {
      title = g_strdup (gap->sentence);
      below = gap->title;
    }
  gtk_list_item_set_activatable (item, gap != NULL);
  gtk_list_item_set_selectable (item, gap != NULL);
  gtk_label_set_label (GTK_LABEL (first), title);
  gtk_label_set_label (GTK_LABEL (second), below ? below : "");
  gtk_widget_set_margin_start (box, axis ? 0 : 18);
  if (axis)
    gtk_widget_add_css_class (first, "heading");
  else
    gtk_widget_remove_css_class (first, "heading");
  all = g_strdup_printf ("%s\n%s", title, below ? below : "");
  gtk_widget_set_tooltip_text (box, all);
}

static void
activate_cb (CopilCompletenessView *view, guint place)
{
  g_autoptr (GObject) line = g_list_model_get_item (G_LIST_MODEL (view->lines), place);
  CopilGap *gap = line ? g_object_get_data (line, "gap") : NULL;

  if (gap)
    {
      g_autofree char *kind = g_strdup (gap->kind), *field = g_strdup (gap->field),
                      *date = g_strdup (gap->date);

      g_signal_emit (view, signals[GAP], 0, kind, gap->id, field, date);
    }
}

/* --- the widget --- */

static void
copil_completeness_view_dispose (GObject *object)
{
  CopilCompletenessView *view = COPIL_COMPLETENESS_VIEW (object);

  copil_loader_clear (&view->loader);
  G_OBJECT_CLASS (copil_completeness_view_parent_class)->dispose (object);
  g_clear_object (&view->lines);
  g_clear_pointer (&view->axes, g_ptr_array_unref);
}

static void
copil_completeness_view_class_init (CopilCompletenessViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_completeness_view_dispose;
  signals[GAP] =
      g_signal_new ("gap", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
}

static void
copil_completeness_view_init (CopilCompletenessView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *none = adw_status_page_new (),
            *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  view->lines = g_list_store_new (G_TYPE_OBJECT);
  view->sum = make_label ("title-4");
  view->level = gtk_level_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Completeness of the file"), -1);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (view->lines)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  view->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  copil_focus_follow (view->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is missing"), -1);
  g_signal_connect_swapped (view->list, "activate", G_CALLBACK (activate_cb), view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (view->sum, FALSE);
  gtk_box_append (GTK_BOX (box), view->sum);
  gtk_box_append (GTK_BOX (box), view->level);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "copil-done-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing is expected yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (none),
      _ ("Once there are engagements, indicators or fiches, this tells what they lack."));
  view->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (view->stack), box, "list");
  gtk_stack_add_named (GTK_STACK (view->stack), none, "none");
  copil_panel_set_child (view, view->stack);
}

GtkWidget *
copil_completeness_view_new (CopilSession *session)
{
  CopilCompletenessView *view =
      g_object_new (COPIL_TYPE_COMPLETENESS_VIEW, "session", session, NULL);

  view->loader = copil_loader_new (view, session, &loading, DELAY);
  return GTK_WIDGET (view);
}
