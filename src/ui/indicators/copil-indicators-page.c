/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicators-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-children.h"
#include "copil-collection-wanted.h"
#include "copil-completeness-view.h"
#include "copil-figure-store.h"
#include "copil-form.h"
#include "copil-indicator-entry.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-view-indicator.h"

struct _CopilIndicatorsPage
{
  CopilPage parent_instance;

  gint64 id;

  GtkWidget *records;
  GtkWidget *judgement;
  GtkWidget *form;
  GtkWidget *targets;
  GtkWidget *observations; /* of a number */
  GtkWidget *levels;       /* of a scale */
  GtkWidget *entry;
  GtkWidget *completeness;
};

G_DEFINE_FINAL_TYPE (CopilIndicatorsPage, copil_indicators_page, COPIL_TYPE_PAGE)

static double
get_number (const char *text)
{
  return text && *text ? g_ascii_strtod (text, NULL) : NAN;
}

/* The indicator as the rules want it, from the row alone. */
static CopilIndicator *
make_indicator (CopilRow *row)
{
  CopilIndicator *indicator = copil_indicator_new ();
  const char *targets = copil_row_get (row, COPIL_VIEW_INDICATOR_TARGETS),
             *observations = copil_row_get (row, COPIL_VIEW_INDICATOR_OBSERVATIONS),
             *scale = copil_row_get (row, COPIL_VIEW_INDICATOR_SCALE);
  g_auto (GStrv) wanted = g_strsplit (targets ? targets : "", "\n", -1),
                 seen = g_strsplit (observations ? observations : "", "\n", -1);

  indicator->name = g_strdup (copil_row_get (row, COPIL_VIEW_INDICATOR_NAME));
  indicator->unit = g_strdup (copil_row_get (row, COPIL_VIEW_INDICATOR_UNIT));
  indicator->nature = copil_nature_from_name (copil_row_get (row, COPIL_VIEW_INDICATOR_NATURE));
  indicator->direction =
      copil_direction_from_name (copil_row_get (row, COPIL_VIEW_INDICATOR_DIRECTION));
  indicator->counting =
      copil_counting_from_name (copil_row_get (row, COPIL_VIEW_INDICATOR_COUNTING));
  indicator->periodicity =
      copil_periodicity_from_name (copil_row_get (row, COPIL_VIEW_INDICATOR_PERIODICITY));
  g_strfreev (indicator->scale);
  indicator->scale = g_strsplit (scale ? scale : "", "\n", -1);
  indicator->baseline_value = get_number (copil_row_get (row, COPIL_VIEW_INDICATOR_BASELINE));
  indicator->baseline_date = g_strdup (copil_row_get (row, COPIL_VIEW_INDICATOR_BASELINE_DATE));
  for (guint i = 0; wanted[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (wanted[i], "\t", 3);

      if (g_strv_length (parts) == 3)
        copil_indicator_add_target (indicator, *parts[0] ? parts[0] : NULL, get_number (parts[1]),
                                    NULL);
    }
  for (guint i = 0; seen[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (seen[i], "\t", 3);
      gboolean whole = g_strv_length (parts) == 3;
      gboolean level = whole && indicator->nature == COPIL_NATURE_SCALE && *parts[2];

      if (!whole)
        continue;
      copil_indicator_add_observation (
          indicator, *parts[0] ? parts[0] : NULL,
          level ? copil_indicator_get_rank (indicator, parts[2]) : get_number (parts[1]), FALSE);
    }
  return indicator;
}

static char *
date_below (CopilRow *row, int column)
{
  const char *date = copil_row_get (row, column);

  return date ? copil_date_format (date) : NULL;
}

static char *
baseline_below (CopilRow *row)
{
  return date_below (row, COPIL_VIEW_INDICATOR_BASELINE_DATE);
}

static char *
observed_below (CopilRow *row)
{
  g_autoptr (CopilIndicator) indicator = make_indicator (row);
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, NULL);

  return progress->date ? copil_date_format (progress->date) : NULL;
}

static char *
target_below (CopilRow *row)
{
  return date_below (row, COPIL_VIEW_INDICATOR_TARGET_DATE);
}

static char *
name_below (CopilRow *row)
{
  const char *unit = copil_row_get (row, COPIL_VIEW_INDICATOR_UNIT),
             *axis = copil_row_get (row, COPIL_VIEW_INDICATOR_AXIS);
  g_autofree char *named = copil_records_name_axis (axis);

  return unit && named ? g_strdup_printf ("%s · %s", unit, named) : g_strdup (unit ? unit : named);
}

/* A value of a scale by its level. */
static char *
value_text (CopilRow *row, int column)
{
  g_autoptr (CopilIndicator) indicator = make_indicator (row);
  double value = get_number (copil_row_get (row, column));

  if (column == COPIL_VIEW_INDICATOR_OBSERVED)
    value = copil_indicator_get_observed (indicator, NULL, NULL, NULL, NULL);
  if (isnan (value))
    return g_strdup (column == COPIL_VIEW_INDICATOR_TARGET &&
                             copil_row_get (row, COPIL_VIEW_INDICATOR_TARGETS)
                         ? _ ("to be set")
                         : "–");
  if (indicator->nature == COPIL_NATURE_SCALE)
    return g_strdup (copil_indicator_get_level (indicator, value));
  return copil_number_format (value);
}

static char *
baseline_text (CopilRow *row)
{
  return value_text (row, COPIL_VIEW_INDICATOR_BASELINE);
}

static char *
observed_text (CopilRow *row)
{
  return value_text (row, COPIL_VIEW_INDICATOR_OBSERVED);
}

static char *
target_text (CopilRow *row)
{
  return value_text (row, COPIL_VIEW_INDICATOR_TARGET);
}

static char *
progress_text (CopilRow *row)
{
  g_autoptr (CopilIndicator) indicator = make_indicator (row);
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, NULL);

  return copil_percent_format (progress->percent);
}

/* The formula with its numbers, or what is missing for one. */
static char *
describe_progress (const CopilProgress *progress)
{
  return progress->formula && progress->sentence
             ? g_strdup_printf ("%s\n%s", progress->formula, progress->sentence)
             : g_strdup (progress->formula ? progress->formula : progress->sentence);
}

static char *
progress_tip (CopilRow *row)
{
  g_autoptr (CopilIndicator) indicator = make_indicator (row);
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, NULL);

  return describe_progress (progress);
}

static const CopilRecordsColumn columns[] = {
  { N_ ("Indicator"), COPIL_CELL_TEXT, COPIL_VIEW_INDICATOR_NAME, .below = name_below,
    .sort = copil_view_indicator_by_name, .expand = TRUE },
  { N_ ("Baseline"), COPIL_CELL_NUMBER, COPIL_VIEW_INDICATOR_BASELINE, baseline_text,
    .below = baseline_below, .sort = copil_view_indicator_by_baseline, .wide = TRUE },
  { N_ ("Observed"), COPIL_CELL_NUMBER, COPIL_VIEW_INDICATOR_OBSERVED, observed_text,
    .below = observed_below, .sort = copil_view_indicator_by_observed },
  { N_ ("Target"), COPIL_CELL_NUMBER, COPIL_VIEW_INDICATOR_TARGET, target_text,
    .below = target_below, .sort = copil_view_indicator_by_target },
  { N_ ("Progress"), COPIL_CELL_NUMBER, COPIL_VIEW_INDICATOR_NAME, progress_text,
    .tip = progress_tip },
  { NULL },
};

static const char *const missing_choices[] = {
  N_ ("Without an observation"),
  copil_view_indicator_unobserved,
  N_ ("No observation for a year"),
  copil_view_indicator_unobserved_for_a_year,
  N_ ("Without a target"),
  copil_view_indicator_without_target,
  N_ ("Without a baseline"),
  copil_view_indicator_without_baseline,
  NULL,
};

static const CopilRecordsSpec spec = {
  .kind = "indicator",
  .row = copil_view_indicator_row,
  .follows = "target observation axis",
  .search = copil_view_indicator_searched,
  .group = -1,
  .columns = columns,
  .add = N_ ("_Add an indicator"),
  .back = N_ ("Indicators"),
  .icon = "copil-indicators-symbolic",
  .title = N_ ("No indicators yet"),
  .sentence = N_ ("An indicator follows a number over time: its baseline, its targets and what is "
                  "observed each year."),
};

/* Says how the indicator stands and how that is reckoned, and shows the observations of its nature.
 */
static void
show_figures (CopilIndicatorsPage *page)
{
  g_autoptr (CopilIndicator) indicator =
      page->id ? copil_figure_load (copil_panel_get_store (page), page->id) : NULL;
  gboolean scale = indicator && indicator->nature == COPIL_NATURE_SCALE;

  copil_children_set_parent (COPIL_CHILDREN (page->observations), scale ? 0 : page->id);
  copil_children_set_parent (COPIL_CHILDREN (page->levels), scale ? page->id : 0);
  gtk_widget_set_visible (page->observations, !scale);
  gtk_widget_set_visible (page->levels, scale);
  copil_children_set_initial (COPIL_CHILDREN (page->observations), "date", copil_today ());
  copil_children_set_initial (COPIL_CHILDREN (page->levels), "date", copil_today ());
  if (indicator)
    {
      g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, NULL);
      g_autofree char *percent = copil_percent_format (progress->percent),
                      *how = describe_progress (progress),
                      *text = g_strdup_printf (_ ("Progress: %s"), percent),
                      *all = how ? g_strdup_printf ("%s\n%s", text, how) : g_strdup (text);

      gtk_label_set_label (GTK_LABEL (page->judgement), all);
    }
  gtk_widget_set_visible (page->judgement, indicator != NULL);
}

/* What is known of an observation besides what is typed in it: its parts, and whether they add up.
 */
static char *
observation_caption (CopilStore *store, gint64 id)
{
  g_autoptr (CopilIndicator) indicator =
      copil_figure_load (store, copil_store_get_int (store, "observation", id, "indicator"));
  GString *caption = g_string_new (NULL);

  for (guint i = 0; indicator && i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];
      g_autoptr (CopilSplitCheck) check = NULL;

      if (observation->id != id)
        continue;
      for (guint j = 0; j < observation->parts->len; j++)
        {
          const CopilPart *part = &g_array_index (observation->parts, CopilPart, j);
          g_autofree char *number =
              isnan (part->value) ? g_strdup ("–") : copil_number_format (part->value);

          g_string_append (caption, j ? " · " : "");
          g_string_append_printf (caption, _ ("%s: %s"), part->name, number);
        }
      check = copil_observation_check_split (observation);
      if (check && check->sentence)
        g_string_append_printf (caption, "%s%s", caption->len ? "\n" : "", check->sentence);
    }
  return g_string_free (caption, FALSE);
}

/* Whether a milestone, or the target, was reached. */
static char *
target_caption (CopilStore *store, gint64 id)
{
  g_autoptr (CopilIndicator) indicator =
      copil_figure_load (store, copil_store_get_int (store, "target", id, "indicator"));

  for (guint i = 0; indicator && i < indicator->targets->len; i++)
    {
      const CopilTarget *target = indicator->targets->pdata[i];

      if (target->id == id)
        return g_strdup_printf (i + 1 < indicator->targets->len ? _ ("Milestone: %s")
                                                                : _ ("Target: %s"),
                                copil_milestone_state_get_label (
                                    copil_indicator_judge_target (indicator, target, NULL, NULL)));
    }
  return NULL;
}

/* --- callbacks --- */

static void
selected_cb (CopilIndicatorsPage *page, gint64 id)
{
  page->id = id;
  copil_form_set_id (COPIL_FORM (page->form), id);
  copil_children_set_parent (COPIL_CHILDREN (page->targets), id);
  show_figures (page);
}

static void
adding_cb (CopilIndicatorsPage *page)
{
  copil_page_show_tab (COPIL_PAGE (page), "list");
}

static void
added_cb (CopilIndicatorsPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->form), "name");
}

/* What is being typed in a view is stored before it is left. */
static void
changed_cb (CopilIndicatorsPage *page, CopilChanges *changes)
{
  if (page->id &&
      (copil_changes_has_kind (changes, "observation") ||
       copil_changes_has_kind (changes, "target") || copil_changes_has_kind (changes, "split") ||
       copil_changes_has (changes, "indicator", page->id)))
    show_figures (page);
}

static void
open_cb (CopilIndicatorsPage *page, gint64 id)
{
  copil_indicators_page_show (page, "indicator", id);
  copil_form_focus (COPIL_FORM (page->form), "name");
}

/* What is missing opens where it is to be filled in, the keyboard in its place. */
static void
gap_cb (CopilIndicatorsPage *page, const char *kind, gint64 id, const char *field, const char *date)
{
  gboolean indicator = g_str_equal (kind, "indicator");

  if (indicator && g_str_equal (field, "observation") && date)
    {
      copil_page_show_tab (COPIL_PAGE (page), "grid");
      copil_indicator_entry_select (COPIL_INDICATOR_ENTRY (page->entry), id, COPIL_SHEET_NAME,
                                    date);
    }
  else if (indicator && (g_str_equal (field, "target") || g_str_equal (field, "baseline_value")))
    {
      copil_page_show_tab (COPIL_PAGE (page), "grid");
      copil_indicator_entry_select (
          COPIL_INDICATOR_ENTRY (page->entry), id,
          g_str_equal (field, "target") ? COPIL_SHEET_TARGET : COPIL_SHEET_BASELINE, NULL);
    }
  else
    {
      copil_session_want (copil_panel_get_session (page), kind, id, field);
      copil_session_go (copil_panel_get_session (page), kind, id);
    }
}

static GtkWidget *
make_detail (CopilIndicatorsPage *page)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24),
            *observed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->judgement = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (page->judgement), TRUE);
  gtk_label_set_xalign (GTK_LABEL (page->judgement), 0);
  gtk_label_set_selectable (GTK_LABEL (page->judgement), FALSE);
  page->form = copil_form_new (copil_panel_get_session (page), "indicator", NULL);
  page->targets =
      copil_children_new (copil_panel_get_session (page), "target", NULL, _ ("Add a _target"));
  copil_children_set_caption (COPIL_CHILDREN (page->targets), target_caption);
  page->observations = copil_children_new (copil_panel_get_session (page), "observation", "values",
                                           _ ("Add an _observation"));
  copil_children_set_caption (COPIL_CHILDREN (page->observations), observation_caption);
  page->levels = copil_children_new (copil_panel_get_session (page), "observation", "levels",
                                     _ ("Add an _observation"));
  gtk_box_append (GTK_BOX (observed), page->observations);
  gtk_box_append (GTK_BOX (observed), page->levels);
  gtk_box_append (GTK_BOX (detail), page->judgement);
  gtk_box_append (GTK_BOX (detail), page->form);
  gtk_box_append (GTK_BOX (detail), copil_records_page_make_section (_ ("Observations"), observed));
  gtk_box_append (GTK_BOX (detail), copil_records_page_make_section (_ ("Targets"), page->targets));
  return detail;
}

/* The signatory that supplies the indicator that is selected is likely to be asked. */
static void
collection_cb (CopilIndicatorsPage *page)
{
  gint64 supplier =
      copil_store_get_int (copil_panel_get_store (page), "indicator", page->id, "supplier");

  if (copil_session_flush (copil_panel_get_session (page)))
    copil_collection_wanted_run (GTK_WIDGET (page), copil_panel_get_session (page), supplier);
}

static GtkWidget *
make_collection_button (CopilIndicatorsPage *page)
{
  GtkWidget *button = copil_records_page_make_button (_ ("_Collection sheet…"));

  gtk_widget_set_tooltip_text (button, _ ("Write a spreadsheet that a signatory fills in"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (collection_cb), page);
  return button;
}

static void
build (CopilIndicatorsPage *page)
{
  CopilPage *tabs = COPIL_PAGE (page);
  CopilRecordsPage *records;

  page->records =
      copil_records_page_new (copil_panel_get_session (page), &spec, make_detail (page), 380);
  records = COPIL_RECORDS_PAGE (page->records);
  copil_records_page_add_record_filter (records, _ ("All axes"), "axis",
                                        copil_view_indicator_of_axis);
  copil_records_page_add_choice_filter (records, _ ("All indicators"), missing_choices);
  copil_page_set_records (tabs, records);
  page->entry = copil_indicator_entry_new (copil_panel_get_session (page));
  page->completeness = copil_completeness_view_new (copil_panel_get_session (page));
  copil_page_set_tabs (tabs, make_collection_button (page), NULL);
  copil_page_add_tab (tabs, page->records, "list", _ ("List"));
  copil_page_add_tab (tabs, page->entry, "grid", _ ("Grid"));
  copil_page_add_tab (tabs, page->completeness, "completeness", _ ("Completeness"));
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "adding", G_CALLBACK (adding_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  g_signal_connect_swapped (page->entry, "open", G_CALLBACK (open_cb), page);
  g_signal_connect_swapped (page->completeness, "gap", G_CALLBACK (gap_cb), page);
  selected_cb (page, copil_records_page_get_selected (records));
}

static void
copil_indicators_page_class_init (CopilIndicatorsPageClass *class)
{
}

static void
copil_indicators_page_init (CopilIndicatorsPage *page)
{
}

GtkWidget *
copil_indicators_page_new (CopilSession *session)
{
  CopilIndicatorsPage *page = g_object_new (COPIL_TYPE_INDICATORS_PAGE, "session", session, NULL);

  build (page);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

void
copil_indicators_page_show (CopilIndicatorsPage *page, const char *kind, gint64 id)
{
  gint64 indicator;

  if (g_str_equal (kind, "completeness"))
    {
      copil_page_show_tab (COPIL_PAGE (page), "completeness");
      return;
    }
  indicator = copil_page_get_parent (COPIL_PAGE (page), copil_kind_get (kind), id);
  copil_page_show_tab (COPIL_PAGE (page), "list");
  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), indicator);
  if (g_str_equal (kind, "target"))
    copil_children_focus (COPIL_CHILDREN (page->targets), id);
  else if (g_str_equal (kind, "observation"))
    copil_children_focus (
        COPIL_CHILDREN (gtk_widget_get_visible (page->levels) ? page->levels : page->observations),
        id);
}
