/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicators-page.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-form.h"
#include "copil-query.h"
#include "copil-records-page.h"
#include "copil-rules.h"
#include "copil-value.h"

struct _CopilIndicatorsPage
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 id;

  GtkWidget *records;
  GtkWidget *form;
  GtkWidget *targets;
  GtkWidget *observations;
};

G_DEFINE_FINAL_TYPE (CopilIndicatorsPage, copil_indicators_page, GTK_TYPE_WIDGET)

/* Columns of the row query. */
enum
{
  NAME,
  UNIT,
  BASELINE,
  BASELINE_DATE,
  OBSERVED,
  OBSERVED_DATE,
  TARGET,
  TARGET_DATE,
  AXIS,
  PERCENT
};

/* The target that matters now: the first that is still ahead, else the last. */
#define TARGET_SQL(column)                                                                         \
  " (SELECT t." column " FROM target t WHERE t.indicator = i.id ORDER BY"                          \
  " coalesce (t.date, '9999') < copil_today (),"                                                   \
  " CASE WHEN coalesce (t.date, '9999') >= copil_today () THEN t.date END, t.date DESC, t.id"      \
  " LIMIT 1)"
#define OBSERVED_SQL(column)                                                                       \
  " (SELECT o." column " FROM observation o WHERE o.indicator = i.id"                              \
  " ORDER BY o.date DESC, o.id DESC LIMIT 1)"

static const char row_sql[] =
    "SELECT name, unit, baseline, baseline_date, observed, observed_date, target, target_date, "
    "axis,"
    " CASE WHEN baseline IS NULL OR observed IS NULL OR target IS NULL OR target = baseline "
    "THEN "
    "NULL"
    " ELSE max (0, min (100, cast (round (100.0 * (observed - baseline) / (target - baseline)) "
    "AS "
    "INTEGER))) END"
    " FROM (SELECT i.name, i.unit, i.baseline_value AS baseline, "
    "i.baseline_date," OBSERVED_SQL ("value") " AS observed," OBSERVED_SQL (
        "date") " AS observed_date," TARGET_SQL ("value") " AS target," TARGET_SQL ("date") " A"
                                                                                            "S "
                                                                                            "ta"
                                                                                            "rg"
                                                                                            "et"
                                                                                            "_d"
                                                                                            "at"
                                                                                            "e,"
                                                                                            " ("
                                                                                            "SE"
                                                                                            "LE"
                                                                                            "CT"
                                                                                            " a"
                                                                                            ".l"
                                                                                            "ab"
                                                                                            "el"
                                                                                            " F"
                                                                                            "RO"
                                                                                            "M "
                                                                                            "ax"
                                                                                            "is"
                                                                                            " a"
                                                                                            " W"
                                                                                            "HE"
                                                                                            "RE"
                                                                                            " a"
                                                                                            ".i"
                                                                                            "d "
                                                                                            "= "
                                                                                            "i."
                                                                                            "ax"
                                                                                            "is"
                                                                                            ") "
                                                                                            "AS"
                                                                                            " a"
                                                                                            "xi"
                                                                                            "s"
                                                                                            " F"
                                                                                            "RO"
                                                                                            "M "
                                                                                            "in"
                                                                                            "di"
                                                                                            "ca"
                                                                                            "to"
                                                                                            "r "
                                                                                            "i "
                                                                                            "WH"
                                                                                            "ER"
                                                                                            "E "
                                                                                            "i."
                                                                                            "id"
                                                                                            " ="
                                                                                            " ?"
                                                                                            "1"
                                                                                            ")";

/* FALSE where the row does not say enough. */
static gboolean
get_progress (CopilRow *row, double *percent)
{
  const char *baseline = copil_row_get (row, BASELINE), *observed = copil_row_get (row, OBSERVED),
             *target = copil_row_get (row, TARGET);

  return baseline && observed && target &&
         copil_indicator_get_progress (g_ascii_strtod (baseline, NULL),
                                       g_ascii_strtod (target, NULL),
                                       g_ascii_strtod (observed, NULL), percent);
}

static char *
format_number (CopilRow *row, int column)
{
  const char *value = copil_row_get (row, column);

  return value ? copil_number_format (g_ascii_strtod (value, NULL)) : NULL;
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
  return date_below (row, BASELINE_DATE);
}

static char *
observed_below (CopilRow *row)
{
  return date_below (row, OBSERVED_DATE);
}

static char *
target_below (CopilRow *row)
{
  return date_below (row, TARGET_DATE);
}

static char *
name_below (CopilRow *row)
{
  const char *unit = copil_row_get (row, UNIT), *axis = copil_row_get (row, AXIS);
  g_autofree char *named = copil_records_name_axis (axis);

  return unit && named ? g_strdup_printf ("%s · %s", unit, named) : g_strdup (unit ? unit : named);
}

static char *
progress_text (CopilRow *row)
{
  double percent;

  return get_progress (row, &percent) ? g_strdup_printf (_ ("%.0f%%"), percent) : g_strdup ("–");
}

/* The formula with its numbers, or what is missing for one. */
static char *
progress_tip (CopilRow *row)
{
  g_autofree char *baseline = format_number (row, BASELINE),
                  *observed = format_number (row, OBSERVED), *target = format_number (row, TARGET),
                  *result = progress_text (row);
  double percent;

  if (!baseline)
    return g_strdup (_ ("No progress without a baseline"));
  if (!target)
    return g_strdup (_ ("No progress without a target"));
  if (!observed)
    return g_strdup (_ ("No progress without an observation"));
  if (!get_progress (row, &percent))
    return g_strdup (_ ("No progress, as the target is the baseline"));
  return g_strdup_printf (_ ("(observation − baseline) ÷ (target − baseline)\n"
                             "= (%s − %s) ÷ (%s − %s) = %s"),
                          observed, baseline, target, baseline, result);
}

#define INDICATOR_SQL(subquery)                                                                    \
  "(SELECT x FROM (SELECT " subquery " AS x FROM indicator i WHERE i.id = r.id))"

static const CopilRecordsColumn columns[] = {
  { N_ ("Indicator"), COPIL_CELL_TEXT, NAME, .below = name_below, .sort = "copil_fold (r.name)",
    .expand = TRUE },
  { N_ ("Baseline"), COPIL_CELL_NUMBER, BASELINE, .below = baseline_below,
    .sort = "r.baseline_value", .wide = TRUE },
  { N_ ("Observed"), COPIL_CELL_NUMBER, OBSERVED, .below = observed_below,
    .sort = INDICATOR_SQL (OBSERVED_SQL ("value")) },
  { N_ ("Target"), COPIL_CELL_NUMBER, TARGET, .below = target_below,
    .sort = INDICATOR_SQL (TARGET_SQL ("value")) },
  { N_ ("Progress"), COPIL_CELL_PROGRESS, PERCENT, progress_text, .tip = progress_tip },
  { NULL },
};

static const char *const missing_choices[] = {
  N_ ("Without an observation"),
  "NOT EXISTS (SELECT 1 FROM observation o WHERE o.indicator = r.id)",
  N_ ("No observation for a year"),
  "NOT EXISTS (SELECT 1 FROM observation o WHERE o.indicator = r.id AND o.date >= copil_months "
  "(copil_today (), -12))",
  N_ ("Without a target"),
  "NOT EXISTS (SELECT 1 FROM target t WHERE t.indicator = r.id)",
  N_ ("Without a baseline"),
  "r.baseline_value IS NULL",
  NULL,
};

static const CopilRecordsSpec spec = {
  .kind = "indicator",
  .row = row_sql,
  .follows = "target observation axis",
  .search =
      "coalesce (r.name, '') || ' ' || coalesce (r.unit, '') || ' ' || coalesce (r.source, '')",
  .group = -1,
  .columns = columns,
  .add = N_ ("_Add an indicator"),
  .back = N_ ("Indicators"),
  .icon = "copil-indicators-symbolic",
  .title = N_ ("No indicators yet"),
  .sentence = N_ ("An indicator follows a number over time: its baseline, its targets and what is "
                  "observed each year."),
};

/* What a new observation or target begins with, so that it says nothing new until it is typed. */
static void
set_initial (CopilIndicatorsPage *page)
{
  CopilStore *store = copil_session_get_store (page->session);
  g_autofree char *observed = copil_store_query_dup_text (
      store,
      "SELECT coalesce ((SELECT CASE WHEN value = cast (value AS INTEGER) THEN cast (value AS "
      "INTEGER) ELSE value END FROM observation WHERE indicator = ?1 ORDER BY date DESC, id DESC "
      "LIMIT 1), 0)",
      "i", page->id);
  g_autofree char *target = copil_store_query_dup_text (
      store,
      "SELECT coalesce ((SELECT CASE WHEN value = cast (value AS INTEGER) THEN cast (value AS "
      "INTEGER) ELSE value END FROM target WHERE indicator = ?1 ORDER BY date DESC, id DESC "
      "LIMIT 1), 0)",
      "i", page->id);

  copil_children_set_initial (COPIL_CHILDREN (page->observations), "value", observed);
  copil_children_set_initial (COPIL_CHILDREN (page->observations), "date", copil_today ());
  copil_children_set_initial (COPIL_CHILDREN (page->targets), "value", target);
}

/* --- callbacks --- */

static void
selected_cb (CopilIndicatorsPage *page, gint64 id)
{
  page->id = id;
  copil_form_set_id (COPIL_FORM (page->form), id);
  copil_children_set_parent (COPIL_CHILDREN (page->targets), id);
  copil_children_set_parent (COPIL_CHILDREN (page->observations), id);
  set_initial (page);
}

static void
added_cb (CopilIndicatorsPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->form), "name");
}

static void
changed_cb (CopilIndicatorsPage *page, CopilChanges *changes)
{
  if (page->id && (copil_changes_has_kind (changes, "observation") ||
                   copil_changes_has_kind (changes, "target")))
    set_initial (page);
}

static void
build (CopilIndicatorsPage *page)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  CopilRecordsPage *records;

  page->form = copil_form_new (page->session, "indicator",
                               "name unit axis engagement baseline_value | baseline_date source");
  page->targets =
      copil_children_new (page->session, "target", "value | date note", _ ("Add a _target"));
  page->observations = copil_children_new (page->session, "observation", "value | date note",
                                           _ ("Add an _observation"));
  gtk_box_append (GTK_BOX (detail), page->form);
  gtk_box_append (GTK_BOX (detail),
                  copil_records_page_make_section (_ ("Observations"), page->observations));
  gtk_box_append (GTK_BOX (detail), copil_records_page_make_section (_ ("Targets"), page->targets));

  page->records = copil_records_page_new (page->session, &spec, detail, 380);
  records = COPIL_RECORDS_PAGE (page->records);
  copil_records_page_add_record_filter (records, _ ("All axes"), "axis", "r.axis = %s");
  copil_records_page_add_choice_filter (records, _ ("All indicators"), missing_choices);
  copil_records_page_forward_to (GTK_WIDGET (page), records);
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  gtk_widget_set_parent (page->records, GTK_WIDGET (page));
  selected_cb (page, copil_records_page_get_selected (records));
}

static void
copil_indicators_page_dispose (GObject *object)
{
  CopilIndicatorsPage *page = COPIL_INDICATORS_PAGE (object);

  if (page->records)
    g_signal_handlers_disconnect_by_data (page->records, page);
  g_clear_pointer (&page->records, gtk_widget_unparent);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (copil_indicators_page_parent_class)->dispose (object);
}

static void
copil_indicators_page_class_init (CopilIndicatorsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_indicators_page_dispose;
  copil_records_page_install_forwards (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
copil_indicators_page_init (CopilIndicatorsPage *page)
{
}

GtkWidget *
copil_indicators_page_new (CopilSession *session)
{
  CopilIndicatorsPage *page = g_object_new (COPIL_TYPE_INDICATORS_PAGE, NULL);

  page->session = g_object_ref (session);
  build (page);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

void
copil_indicators_page_show (CopilIndicatorsPage *page, const char *kind, gint64 id)
{
  const CopilKind *described = copil_kind_get (kind);
  gint64 indicator = id;

  if (described->parent)
    {
      g_autoptr (CopilRecord) record =
          copil_store_load (copil_session_get_store (page->session), described, id);

      indicator = record ? copil_record_get_int (record, described->parent) : 0;
    }
  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), indicator);
  if (g_str_equal (kind, "target"))
    copil_children_focus (COPIL_CHILDREN (page->targets), id);
  else if (g_str_equal (kind, "observation"))
    copil_children_focus (COPIL_CHILDREN (page->observations), id);
}
