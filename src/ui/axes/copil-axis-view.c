/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-axis-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-chart-view.h"
#include "copil-engagement-list.h"
#include "copil-engagement-move.h"
#include "copil-followup-journal.h"
#include "copil-figure-store.h"
#include "copil-form.h"
#include "copil-links.h"
#include "copil-share.h"
#include "copil-split.h"
#include "copil-store-charts.h"
#include "copil-view-axis.h"
#include "copil-view-engagement.h"
#include "copil-dialog.h"

struct _CopilAxisView
{
  CopilPanel parent_instance;

  gint64 axis;

  GtkWidget *split;
  GtkWidget *title;
  GtkWidget *figures;
  GtkWidget *chart;
  GtkWidget *elsewhere; /* says how many more the other axes have */
  GtkWidget *filters;
  GtkWidget *lists; /* stack: the list, or why it is empty */
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *details; /* stack of forms, by kind */
  GtkWidget *forms[3];
  GtkWidget *indicators[3]; /* of the record of each form */
  GtkWidget *journal;       /* of the engagement */
  GtkWidget *fiches;        /* that the engagement is in */
  GtkWidget *origin;        /* where the progress of the engagement comes from */
};

G_DEFINE_FINAL_TYPE (CopilAxisView, copil_axis_view, COPIL_TYPE_PANEL)

enum
{
  ALL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const form_kinds[] = { "engagement", "measure", "axis" };

/* --- what is said of the axis --- */

/* The engagements that the filters leave in all axes, or, where an axis shows, in the others; 0
 * where nothing is filtered. */
static guint
count_filtered (CopilAxisView *view)
{
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *filter = NULL, *others = NULL;

  if (!copil_filter_bar_is_active (COPIL_FILTER_BAR (view->filters)))
    return 0;
  if (view->axis)
    g_ptr_array_add (parameters, g_strdup_printf ("%" G_GINT64_FORMAT, view->axis));
  filter = copil_filter_bar_build_sql (COPIL_FILTER_BAR (view->filters), parameters);
  others = g_strconcat (view->axis ? " AND e.axis <> ?1" : "", filter, NULL);
  g_ptr_array_add (parameters, NULL);
  return copil_view_count_filtered (copil_panel_get_store (view), others,
                                    (const char *const *)parameters->pdata);
}

/* What is looked for in one axis may stand in another. */
static void
show_elsewhere (CopilAxisView *view, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u more in the other axes: show all",
                                                        "%u more in the other axes: show all", n),
                                           n);

  gtk_widget_set_visible (view->elsewhere, view->axis && n > 0);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (view->elsewhere)), text) != 0)
    gtk_button_set_label (GTK_BUTTON (view->elsewhere), text);
}

static void
show_figures (CopilAxisView *view)
{
  CopilStore *store = copil_panel_get_store (view);
  g_autofree char *title = view->axis
                               ? copil_store_dup_title (store, copil_kind_get ("axis"), view->axis)
                               : g_strdup (_ ("The engagements of all axes"));
  CopilViewAxisCounts counts = copil_view_count_axis (store, view->axis);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CopilFigureProgress) progress =
      view->axis ? copil_figure_axis_progress (store, view->axis, COPIL_FIGURES_ALL, NULL) : NULL;
  guint filtered = count_filtered (view);
  g_autofree char *tip = NULL;

  gtk_label_set_label (GTK_LABEL (view->title), title);
  gtk_widget_set_tooltip_text (view->title, title);
  if (!view->axis && copil_filter_bar_is_active (COPIL_FILTER_BAR (view->filters)))
    /* Translators: how many engagements the filters leave, and how many there are */
    g_string_append_printf (text, _ ("%u of %u engagements"), filtered, counts.all);
  else
    g_string_append_printf (text, g_dngettext (NULL, "%d engagement", "%d engagements", counts.all),
                            (int)counts.all);
  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (NULL, "%d done", "%d done", counts.done),
                          (int)counts.done);
  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (NULL, "%d late", "%d late", counts.late),
                          (int)counts.late);
  if (progress && !isnan (progress->percent))
    {
      g_autofree char *percent = copil_percent_format (progress->percent);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("progress %s"), percent);
    }
  gtk_label_set_label (GTK_LABEL (view->figures), text->str);
  show_elsewhere (view, filtered);
  gtk_widget_set_tooltip_text (view->figures, NULL);
  if (!progress)
    return;
  /* Translators: how the progress of this axis is computed, in a sentence before it */
  tip =
      g_strdup_printf (_ ("%s For each of them: what was entered, else the mean of its "
                          "indicators; 100%% where it is done, 0%% where it is planned; abandoned "
                          "ones do not count."),
                       progress->sentence);
  gtk_widget_set_tooltip_text (view->figures, tip);
}

/* Where the progress of the engagement in the form comes from, under its heading. */
static void
show_origin (CopilAxisView *view)
{
  gint64 id = copil_form_get_id (COPIL_FORM (view->forms[0]));
  g_autoptr (CopilFigureProgress) progress = NULL;
  g_autofree char *percent = NULL, *text = NULL;

  gtk_widget_set_visible (view->origin, id != 0);
  if (!id)
    return;
  progress =
      copil_figure_engagement_progress (copil_panel_get_store (view), id, COPIL_FIGURES_ALL, NULL);
  percent = copil_percent_format (progress->percent);
  /* Translators: a percentage, or a dash, and a sentence that says where it comes from */
  text = g_strdup_printf (_ ("Progress: %s. %s"), percent,
                          progress->sentence ? progress->sentence : "");
  gtk_label_set_label (GTK_LABEL (view->origin), text);
}

static void
refresh (gpointer self)
{
  CopilAxisView *view = self;
  g_autoptr (CopilChart) chart = NULL;

  if (view->axis < 0)
    return;
  show_figures (view);
  show_origin (view);
  if (!view->axis)
    return;
  chart =
      copil_axis_chart_new (copil_panel_get_store (view), view->axis, COPIL_AUDIENCE_MEMBERS, NULL);
  copil_chart_view_set_chart (COPIL_CHART_VIEW (view->chart), chart);
}

static void
show_list (CopilAxisView *view)
{
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *filter = NULL;

  if (view->axis)
    g_ptr_array_add (parameters, g_strdup_printf ("%" G_GINT64_FORMAT, view->axis));
  filter = copil_filter_bar_build_sql (COPIL_FILTER_BAR (view->filters), parameters);
  g_ptr_array_add (parameters, NULL);
  copil_engagement_list_show (COPIL_ENGAGEMENT_LIST (view->list), !view->axis, filter,
                              (const char *const *)parameters->pdata);
}

static void
show_emptiness (CopilAxisView *view)
{
  gboolean filtered = copil_filter_bar_is_active (COPIL_FILTER_BAR (view->filters));
  gboolean empty = copil_engagement_list_get_n_rows (COPIL_ENGAGEMENT_LIST (view->list)) == 0;
  AdwStatusPage *page = ADW_STATUS_PAGE (view->nothing);

  adw_status_page_set_title (page, filtered ? _ ("Nothing matches the filters")
                                            : _ ("No engagement yet"));
  adw_status_page_set_description (
      page, filtered ? _ ("Show everything again, or change what you look for.")
                     : _ ("Add what the signatories commit to in this axis."));
  gtk_widget_set_visible (adw_status_page_get_child (page), !filtered);
  gtk_stack_set_visible_child (GTK_STACK (view->lists), empty ? view->nothing : view->list);
}

/* At once, as the list has its rows. */
static void
store_changed_cb (CopilAxisView *view, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "engagement") ||
      copil_changes_has_kind (changes, "measure") || copil_changes_has_kind (changes, "axis"))
    show_emptiness (view);
}

/* --- the selection --- */

static void
selected_cb (CopilAxisView *view, const char *kind, gint64 id)
{
  if (!kind)
    {
      kind = view->axis ? "axis" : "none";
      id = view->axis;
    }
  if (!view->axis && g_str_equal (kind, "none"))
    gtk_stack_set_visible_child_name (GTK_STACK (view->details), kind);
  for (guint i = 0; i < G_N_ELEMENTS (form_kinds); i++)
    if (g_str_equal (form_kinds[i], kind))
      {
        copil_form_set_id (COPIL_FORM (view->forms[i]), id);
        copil_links_set_id (COPIL_LINKS (view->indicators[i]), id);
        if (i == 0)
          {
            copil_links_set_id (COPIL_LINKS (view->fiches), id);
            copil_followup_journal_set_id (COPIL_FOLLOWUP_JOURNAL (view->journal), id);
          }
        gtk_stack_set_visible_child_name (GTK_STACK (view->details), kind);
      }
  show_origin (view);
}

static void
filters_changed_cb (CopilAxisView *view)
{
  gint64 id;

  show_list (view);
  show_emptiness (view);
  copil_panel_refresh (view);
  if (!copil_engagement_list_get_selected (COPIL_ENGAGEMENT_LIST (view->list), &id))
    selected_cb (view, NULL, 0);
}

/* What the form shows, where that is not the axis itself and is still in it. */
static const char *
get_shown (CopilAxisView *view, gint64 *id)
{
  const char *kind = gtk_stack_get_visible_child_name (GTK_STACK (view->details));

  for (guint i = 0; kind && i < G_N_ELEMENTS (form_kinds); i++)
    if (g_str_equal (form_kinds[i], kind) && (!view->axis || !g_str_equal (kind, "axis")))
      {
        *id = copil_form_get_id (COPIL_FORM (view->forms[i]));
        if (!view->axis)
          return *id ? form_kinds[i] : NULL;
        return *id && copil_store_get_int (copil_panel_get_store (view), kind, *id, "axis") ==
                           view->axis
                   ? form_kinds[i]
                   : NULL;
      }
  return NULL;
}

/* What an edit takes out of the filtered list stays in the form: it is being edited. */
static void
list_selected_cb (CopilAxisView *view, const char *kind, gint64 id)
{
  gint64 shown;

  if (kind || !get_shown (view, &shown))
    selected_cb (view, kind, id);
}

static void
opened_cb (CopilAxisView *view)
{
  copil_split_show_detail (COPIL_SPLIT (view->split), TRUE);
}

static const char *
get_selected (CopilAxisView *view, gint64 *id)
{
  const char *kind = copil_engagement_list_get_selected (COPIL_ENGAGEMENT_LIST (view->list), id);
  return kind ? kind : get_shown (view, id);
}

/* --- commands --- */

static void
edit_new (CopilAxisView *view, const char *kind, gint64 id, const char *field)
{
  if (!id)
    return;
  copil_axis_view_select (view, kind, id);
  selected_cb (view, kind, id);
  opened_cb (view);
  for (guint i = 0; i < G_N_ELEMENTS (form_kinds); i++)
    if (g_str_equal (form_kinds[i], kind))
      copil_form_focus (COPIL_FORM (view->forms[i]), field);
}

/* The axis that something is added to: the one that shows, or in the list of all that of what is
 * selected, or that the list is filtered by, or the only one; 0, and a sentence shown, for none. */
static gint64
find_axis (CopilAxisView *view)
{
  CopilStore *store = copil_panel_get_store (view);
  g_autoptr (GPtrArray) axes = copil_view_list_axes (store);
  gint64 selected, axis = view->axis;
  const char *kind = get_selected (view, &selected);

  if (!axis && kind)
    axis =
        g_str_equal (kind, "axis") ? selected : copil_store_get_int (store, kind, selected, "axis");
  if (!axis)
    axis = copil_filter_bar_get_axis (COPIL_FILTER_BAR (view->filters));
  if (!axis && axes->len == 1)
    axis = ((CopilViewAxis *)axes->pdata[0])->id;
  if (!axis)
    copil_session_toast (copil_panel_get_session (view),
                         _ ("Select the axis or the measure that it belongs to first."));
  return axis;
}

/* In the measure of what is selected, with its article. */
static void
add_engagement (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  CopilStore *store = copil_panel_get_store (view);
  g_autofree char *axis = NULL, *measure = NULL, *label = NULL;
  gint64 selected, of_axis = find_axis (view), id;
  const char *kind = get_selected (view, &selected);

  if (!of_axis)
    return;
  axis = g_strdup_printf ("%" G_GINT64_FORMAT, of_axis);
  if (g_strcmp0 (kind, "measure") == 0)
    measure = g_strdup_printf ("%" G_GINT64_FORMAT, selected);
  else if (g_strcmp0 (kind, "engagement") == 0)
    measure = copil_store_dup_text (store, "engagement", selected, "measure");
  if (measure)
    label = copil_store_dup_text (store, "measure", g_ascii_strtoll (measure, NULL, 10), "label");
  if (!label)
    label = copil_store_dup_text (store, "axis", of_axis, "label");
  id = copil_session_add (copil_panel_get_session (view), "engagement", "axis", axis, "measure",
                          measure, "label", label, NULL);
  edit_new (view, "engagement", id, "text");
}

static void
add_measure (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 of_axis = find_axis (view);
  g_autofree char *axis = g_strdup_printf ("%" G_GINT64_FORMAT, of_axis);

  if (of_axis)
    edit_new (view, "measure",
              copil_session_add (copil_panel_get_session (view), "measure", "axis", axis, NULL),
              "title");
}

static void
duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 id;
  const char *kind = get_selected (view, &id);

  if (kind)
    edit_new (view, kind, copil_session_duplicate (copil_panel_get_session (view), kind, id), NULL);
}

static void delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 id;
  const char *kind = get_selected (view, &id);

  if (kind)
    copil_session_delete (copil_panel_get_session (view), kind, id);
}

static void
shift (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 id;
  const char *kind = get_selected (view, &id);

  if (!kind)
    return;
  copil_session_shift (copil_panel_get_session (view), kind, id,
                       g_str_equal (action, "page.up") ? -1 : 1);
  copil_axis_view_select (view, kind, id);
}

/* The list, where there is one: what comes before it is for the mouse, or has keys of its own. */
static void
focus (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);

  if (gtk_stack_get_visible_child (GTK_STACK (view->lists)) != view->list ||
      !gtk_widget_child_focus (view->list, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_filter_bar_focus (COPIL_FILTER_BAR (COPIL_AXIS_VIEW (widget)->filters));
}

/* On the engagement that is selected. */
static void
note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 id;

  if (g_strcmp0 (get_selected (view, &id), "engagement") != 0)
    {
      copil_session_toast (copil_panel_get_session (view),
                           _ ("Select the engagement of the note first."));
      return;
    }
  opened_cb (view);
  copil_followup_journal_focus (COPIL_FOLLOWUP_JOURNAL (view->journal));
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxisView *view = COPIL_AXIS_VIEW (widget);
  gint64 id;
  const char *kind = get_selected (view, &id);

  if (g_strcmp0 (kind, "engagement") != 0)
    {
      copil_session_toast (copil_panel_get_session (view),
                           _ ("Select the engagement to move first."));
      return;
    }
  copil_engagement_move (copil_panel_get_session (view), widget, id);
}

/* What the chart of the axis counts is in its list. */
static void
chart_activated_cb (CopilAxisView *view, const char *key)
{
  copil_filter_bar_set (COPIL_FILTER_BAR (view->filters), key);
}

static void
elsewhere_cb (CopilAxisView *view)
{
  g_signal_emit (view, signals[ALL], 0);
}

/* --- building --- */

static void
add_button (GtkWidget *box, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_text_button (GtkWidget *box, const char *icon, const char *label, const char *tip,
                 const char *action)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
build_toolbar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "toolbar");
  add_text_button (bar, "list-add-symbolic", _ ("Engagement"), _ ("Add an engagement"), "page.add");
  add_text_button (bar, "list-add-symbolic", _ ("Measure"), _ ("Add a measure"),
                   "page.add-measure");
  add_button (bar, "go-up-symbolic", _ ("Move up"), "page.up");
  add_button (bar, "go-down-symbolic", _ ("Move down"), "page.down");
  add_button (bar, "edit-copy-symbolic", _ ("Duplicate"), "page.duplicate");
  add_button (bar, "go-jump-symbolic", _ ("Move to another measure"), "page.move");
  add_button (bar, "user-trash-symbolic", _ ("Delete"), "page.delete");
  return bar;
}

static GtkWidget *
build_list (CopilAxisView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add an engagement"));

  view->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (view->title, "title-4");
  gtk_label_set_xalign (GTK_LABEL (view->title), 0);
  gtk_label_set_wrap (GTK_LABEL (view->title), TRUE);
  gtk_label_set_lines (GTK_LABEL (view->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (view->title), PANGO_ELLIPSIZE_END);
  view->figures = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (view->figures), 0);
  gtk_label_set_wrap (GTK_LABEL (view->figures), TRUE);
  view->chart = copil_chart_view_new ();
  copil_chart_view_set_show_title (COPIL_CHART_VIEW (view->chart), FALSE);
  copil_chart_view_set_max_height (COPIL_CHART_VIEW (view->chart), 124);
  g_signal_connect_swapped (view->chart, "activated", G_CALLBACK (chart_activated_cb), view);
  gtk_box_append (GTK_BOX (head), view->title);
  gtk_box_append (GTK_BOX (head), view->figures);
  gtk_widget_add_css_class (head, "summary");

  view->filters = copil_filter_bar_new (copil_panel_get_session (view));
  gtk_widget_add_css_class (view->filters, "toolbar-row");
  g_signal_connect_swapped (view->filters, "changed", G_CALLBACK (filters_changed_cb), view);

  view->elsewhere = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (view->elsewhere, "flat");
  gtk_widget_add_css_class (view->elsewhere, "elsewhere");
  gtk_widget_set_halign (view->elsewhere, GTK_ALIGN_START);
  gtk_widget_set_visible (view->elsewhere, FALSE);
  g_signal_connect_swapped (view->elsewhere, "clicked", G_CALLBACK (elsewhere_cb), view);

  view->list = copil_engagement_list_new (copil_panel_get_session (view));
  gtk_widget_set_vexpand (view->list, TRUE);
  g_signal_connect_swapped (view->list, "selected", G_CALLBACK (list_selected_cb), view);
  g_signal_connect_swapped (view->list, "opened", G_CALLBACK (opened_cb), view);
  view->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (view->nothing), "view-list-bullet-symbolic");
  gtk_widget_add_css_class (view->nothing, "compact");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add");
  adw_status_page_set_child (ADW_STATUS_PAGE (view->nothing), button);
  view->lists = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (view->lists), view->list);
  gtk_stack_add_child (GTK_STACK (view->lists), view->nothing);

  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), view->chart);
  gtk_box_append (GTK_BOX (box), view->filters);
  gtk_box_append (GTK_BOX (box), view->elsewhere);
  gtk_box_append (GTK_BOX (box), view->lists);
  gtk_box_append (GTK_BOX (box), build_toolbar ());
  return box;
}

/* What follows the form of an engagement. */
static void
add_follow_up (CopilAxisView *view, GtkWidget *box)
{
  GtkWidget *heading = gtk_label_new (copil_kind_get_plural_label (copil_kind_get ("followup")));

  view->fiches = copil_links_new (copil_panel_get_session (view),
                                  copil_kind_get_plural_label (copil_kind_get ("fiche")), "fiche",
                                  copil_view_fiches_of_engagement, "fiche", NULL);
  view->journal = copil_followup_journal_new (copil_panel_get_session (view), "engagement");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), view->fiches);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), view->journal);
}

/* How an indicator stands, beside its name. */
static char *
say_indicator (CopilStore *store, gint64 id)
{
  g_autoptr (CopilIndicator) indicator = copil_figure_load (store, id);
  g_autoptr (CopilProgress) progress = indicator ? copil_indicator_judge (indicator, NULL) : NULL;
  g_autofree char *percent = progress ? copil_percent_format (progress->percent) : NULL;

  if (!progress)
    return NULL;
  return progress->formula ? g_strdup (progress->formula)
                           : g_strdup (progress->sentence ? progress->sentence : percent);
}

static GtkWidget *
build_details (CopilAxisView *view)
{
  const char *const indicators[] = { copil_view_indicators_of_engagement,
                                     copil_view_indicators_of_measure,
                                     copil_view_indicators_of_axis };
  GtkWidget *none;

  view->details = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (view->details), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (form_kinds); i++)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new (),
                *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
      GtkWidget *heading = gtk_label_new (copil_kind_get_label (copil_kind_get (form_kinds[i])));

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      view->forms[i] = copil_form_new (copil_panel_get_session (view), form_kinds[i], NULL);
      gtk_box_append (GTK_BOX (box), heading);
      if (i == 0)
        {
          view->origin = gtk_label_new (NULL);
          gtk_label_set_xalign (GTK_LABEL (view->origin), 0);
          gtk_label_set_wrap (GTK_LABEL (view->origin), TRUE);
          gtk_widget_add_css_class (view->origin, "caption");
          gtk_box_append (GTK_BOX (box), view->origin);
        }
      gtk_box_append (GTK_BOX (box), view->forms[i]);
      view->indicators[i] =
          copil_links_new (copil_panel_get_session (view), _ ("Indicators"), "indicator",
                           indicators[i], "indicator observation target", say_indicator);
      gtk_box_append (GTK_BOX (box), view->indicators[i]);
      if (i == 0)
        add_follow_up (view, box);
      gtk_widget_add_css_class (box, "form");
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
      gtk_stack_add_named (GTK_STACK (view->details), scrolled, form_kinds[i]);
    }
  none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "view-list-bullet-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing is selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("The form of the line that you select shows here."));
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_add_named (GTK_STACK (view->details), none, "none");
  return view->details;
}

static void
copil_axis_view_class_init (CopilAxisViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  signals[ALL] = g_signal_new ("all", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_engagement);
  gtk_widget_class_install_action (widget_class, "page.add-measure", NULL, add_measure);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "page.up", NULL, shift);
  gtk_widget_class_install_action (widget_class, "page.down", NULL, shift);
  gtk_widget_class_install_action (widget_class, "page.move", NULL, move);
  gtk_widget_class_install_action (widget_class, "page.note", NULL, note);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus);
}

static void
copil_axis_view_init (CopilAxisView *view)
{
  view->axis = COPIL_AXIS_VIEW_NOTHING;
}

/* Alt+Up, Alt+Down and Delete act on the list alone: a text has its own use for them. */
static void
add_list_shortcuts (CopilAxisView *view)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_Up, GDK_ALT_MASK, "page.up" },
               { GDK_KEY_Down, GDK_ALT_MASK, "page.down" },
               { GDK_KEY_Delete, 0, "page.delete" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (view->list, controller);
}

GtkWidget *
copil_axis_view_new (CopilSession *session)
{
  CopilAxisView *view = g_object_new (COPIL_TYPE_AXIS_VIEW, "session", session, NULL);
  GtkWidget *list, *details;

  list = build_list (view);
  details = build_details (view);
  add_list_shortcuts (view);
  view->split = copil_split_new (list, details, _ ("Engagements"), 330);
  copil_panel_set_child (view, view->split);
  copil_panel_watch (view, "engagement measure axis indicator target observation", refresh);
  g_signal_connect_object (copil_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), view, G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

void
copil_axis_view_set_axis (CopilAxisView *view, gint64 axis)
{
  const char *kind;
  gint64 id;

  if (view->axis == axis)
    return;
  view->axis = axis;
  copil_filter_bar_set_all (COPIL_FILTER_BAR (view->filters), axis == 0);
  gtk_widget_set_visible (view->chart, axis != 0);
  show_list (view);
  show_emptiness (view);
  /* What was selected is selected still where the list holds it too. */
  kind = copil_engagement_list_get_selected (COPIL_ENGAGEMENT_LIST (view->list), &id);
  if (kind)
    copil_engagement_list_select (COPIL_ENGAGEMENT_LIST (view->list), kind, id);
  selected_cb (view, kind, id);
  copil_split_show_detail (COPIL_SPLIT (view->split), FALSE);
  copil_panel_refresh (view);
}

gint64
copil_axis_view_get_axis (CopilAxisView *view)
{
  return view->axis;
}

void
copil_axis_view_select (CopilAxisView *view, const char *kind, gint64 id)
{
  CopilEngagementList *list = COPIL_ENGAGEMENT_LIST (view->list);

  if (!copil_engagement_list_select (list, kind, id))
    {
      copil_filter_bar_clear (COPIL_FILTER_BAR (view->filters));
      copil_engagement_list_select (list, kind, id);
    }
}

void
copil_axis_view_show_form (CopilAxisView *view)
{
  opened_cb (view);
}

CopilFilterBar *
copil_axis_view_get_filters (CopilAxisView *view)
{
  return COPIL_FILTER_BAR (view->filters);
}
