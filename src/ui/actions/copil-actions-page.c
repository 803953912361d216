/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-actions-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-actions-totals.h"
#include "copil-form.h"
#include "copil-paper-export.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-view-action.h"

struct _CopilActionsPage
{
  CopilPage parent_instance;

  GtkWidget *actions;
  GtkWidget *action;
  GtkWidget *totals;
  GtkWidget *themes;
  GtkWidget *theme;
};

G_DEFINE_FINAL_TYPE (CopilActionsPage, copil_actions_page, COPIL_TYPE_PAGE)

/* --- the actions --- */

static char *
title_text (CopilRow *row)
{
  const char *title = copil_row_get (row, COPIL_VIEW_ACTION_TITLE),
             *theme = copil_row_get (row, COPIL_VIEW_ACTION_THEME);

  return g_strdup (title && *title ? title : theme ? theme : _ ("Action without a title"));
}

/* « 2 · Information · Lille · total déclaré · estimé » */
static char *
title_below (CopilRow *row)
{
  const char *title = copil_row_get (row, COPIL_VIEW_ACTION_TITLE), *parts[5] = { NULL };
  guint n = 0;

  if (title && *title && copil_row_get (row, COPIL_VIEW_ACTION_THEME))
    parts[n++] = copil_row_get (row, COPIL_VIEW_ACTION_THEME);
  if (copil_row_get (row, COPIL_VIEW_ACTION_ACADEMIE))
    parts[n++] = copil_row_get (row, COPIL_VIEW_ACTION_ACADEMIE);
  if (copil_row_get_int (row, COPIL_VIEW_ACTION_DECLARED))
    parts[n++] = _ ("declared total");
  if (copil_row_get_int (row, COPIL_VIEW_ACTION_ESTIMATED))
    parts[n++] = C_ ("action", "estimated");
  return n ? g_strjoinv (" · ", (char **)parts) : NULL;
}

static char *
title_tip (CopilRow *row)
{
  g_autofree char *title = title_text (row), *below = title_below (row);
  gboolean secret = copil_row_get_int (row, COPIL_VIEW_ACTION_CONFIDENTIAL) == 1;

  return g_strconcat (title, below ? "\n" : "", below ? below : "", secret ? "\n" : "",
                      secret ? _ ("Confidential") : "", NULL);
}

static char *
period_text (CopilRow *row)
{
  g_autofree char *start = copil_date_format (copil_row_get (row, COPIL_VIEW_ACTION_START)),
                  *finish = copil_date_format (copil_row_get (row, COPIL_VIEW_ACTION_FINISH));

  const char *from = copil_row_get (row, COPIL_VIEW_ACTION_START),
             *to = copil_row_get (row, COPIL_VIEW_ACTION_FINISH);

  /* A whole year is its name. */
  if (from && to && strlen (from) == 10 && strncmp (from, to, 4) == 0 &&
      g_str_has_suffix (from, "-01-01") && g_str_has_suffix (to, "-12-31"))
    return g_strndup (from, 4);
  return *start && *finish && g_strcmp0 (start, finish) != 0
             ? g_strdup_printf ("%s – %s", start, finish)
             : g_strdup (*start ? start : finish);
}

static char *
format_count (CopilRow *row, int column)
{
  const char *value = copil_row_get (row, column);

  return value ? copil_number_format (g_ascii_strtod (value, NULL)) : NULL;
}

/* « 105 607 filles · 116 864 garçons », what is known of them. Takes both. */
static char *
join_parts (char *first, char *second)
{
  g_autofree char *a = first, *b = second;

  return a && b ? g_strdup_printf ("%s · %s", a, b) : g_strdup (a ? a : b);
}

static char *
young_tip (CopilRow *row)
{
  g_autofree char *girls = format_count (row, COPIL_VIEW_ACTION_GIRLS),
                  *boys = format_count (row, COPIL_VIEW_ACTION_BOYS);

  /* Translators: a number of girls; of boys */
  return join_parts (girls ? g_strdup_printf (_ ("%s girls"), girls) : NULL,
                     boys ? g_strdup_printf (_ ("%s boys"), boys) : NULL);
}

static char *
staff_tip (CopilRow *row)
{
  g_autofree char *women = format_count (row, COPIL_VIEW_ACTION_WOMEN),
                  *men = format_count (row, COPIL_VIEW_ACTION_MEN);

  /* Translators: a number of women; of men */
  return join_parts (women ? g_strdup_printf (_ ("%s women"), women) : NULL,
                     men ? g_strdup_printf (_ ("%s men"), men) : NULL);
}

static const CopilRecordsColumn action_columns[] = {
  { N_ ("Action"), COPIL_CELL_TEXT, COPIL_VIEW_ACTION_TITLE, title_text, title_below, title_tip,
    copil_view_action_by_title, .expand = TRUE },
  { N_ ("Dates"), COPIL_CELL_TEXT, COPIL_VIEW_ACTION_START, period_text,
    .sort = copil_view_action_by_dates, .wide = TRUE },
  { N_ ("Actions"), COPIL_CELL_NUMBER, COPIL_VIEW_ACTION_NUMBER,
    .sort = copil_view_action_by_number },
  { N_ ("Young people"), COPIL_CELL_NUMBER, COPIL_VIEW_ACTION_YOUNG, .tip = young_tip,
    .sort = copil_view_action_by_young },
  { N_ ("Staff"), COPIL_CELL_NUMBER, COPIL_VIEW_ACTION_STAFF, .tip = staff_tip,
    .sort = copil_view_action_by_staff, .wide = TRUE },
  { N_ ("Schools"), COPIL_CELL_NUMBER, COPIL_VIEW_ACTION_SCHOOLS,
    .sort = copil_view_action_by_schools, .wide = TRUE },
  { NULL },
};

static const CopilRecordsSpec action_spec = {
  .kind = "action",
  .row = copil_view_action_row,
  .follows = "theme",
  .search = copil_view_action_searched,
  .group = -1,
  .columns = action_columns,
  .add = N_ ("_Add an action"),
  .back = N_ ("Actions"),
  .icon = "x-office-spreadsheet-symbolic",
  .title = N_ ("No actions yet"),
  .sentence =
      N_ ("An action counts whom it reached: schools, young people, staff, companies. Enter "
          "them one by one, or a total for several."),
};

/* --- the themes --- */

static char *
theme_text (CopilRow *row)
{
  const char *label = copil_row_get (row, COPIL_VIEW_THEME_LABEL),
             *title = copil_row_get (row, COPIL_VIEW_THEME_TITLE);

  return label ? g_strdup_printf ("%s · %s", label, title ? title : "") : g_strdup (title);
}

static const CopilRecordsColumn theme_columns[] = {
  { N_ ("Theme"), COPIL_CELL_TEXT, COPIL_VIEW_THEME_TITLE, theme_text,
    .sort = copil_view_theme_by_title, .expand = TRUE },
  { N_ ("Rows of actions"), COPIL_CELL_NUMBER, COPIL_VIEW_THEME_ACTIONS,
    .sort = copil_view_theme_by_actions },
  { NULL },
};

static const CopilRecordsSpec theme_spec = {
  .kind = "theme",
  .row = copil_view_theme_row,
  .follows = "action",
  .search = copil_view_theme_searched,
  .group = -1,
  .columns = theme_columns,
  .add = N_ ("_Add a theme"),
  .back = N_ ("Themes"),
  .icon = "view-list-bullet-symbolic",
  .title = N_ ("No themes yet"),
  .sentence = N_ ("Actions are counted by theme, in the order that you give the themes here."),
};

/* --- callbacks --- */

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilActionsPage *page = COPIL_ACTIONS_PAGE (widget);
  const CopilRequest request = {
    .year = copil_actions_totals_get_year (COPIL_ACTIONS_TOTALS (page->totals)),
    .audience = copil_page_get_audience (COPIL_PAGE (page)),
  };

  copil_paper_export_run (
      widget, copil_panel_get_session (page),
      parameter ? g_variant_get_string (parameter, NULL) : "actions-summary.odt", &request);
}

static void
selected_cb (CopilActionsPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->action), id);
}

static void
added_cb (CopilActionsPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->action), "title");
}

/* An action that is added is like the one that is selected, but for its counts. */
static void
adding_cb (CopilActionsPage *page)
{
  static const char *const fields[] = { "theme", "academie", "start", "finish" };
  gint64 id = copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->actions));
  g_autoptr (CopilRecord) record =
      id ? copil_store_load (copil_panel_get_store (page), copil_kind_get ("action"), id) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    copil_records_page_set_initial (COPIL_RECORDS_PAGE (page->actions), fields[i],
                                    record ? copil_record_get (record, fields[i]) : NULL);
}

static void
theme_selected_cb (CopilActionsPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->theme), id);
}

static void
theme_added_cb (CopilActionsPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->theme), "title");
}

/* --- building --- */

static GtkWidget *
make_export_button (void)
{
  static const char *const names[] = { "actions-summary.odt", "actions-summary.ods", NULL };

  return copil_paper_export_button_new (names, "page.export-as");
}

static void
build_actions (CopilActionsPage *page)
{
  CopilRecordsPage *records;

  page->action = copil_form_new (copil_panel_get_session (page), "action", NULL);
  page->actions =
      copil_records_page_new (copil_panel_get_session (page), &action_spec, page->action, 380);
  records = COPIL_RECORDS_PAGE (page->actions);
  copil_records_page_add_record_filter (records, _ ("All themes"), "theme",
                                        copil_view_action_of_theme);
  copil_records_page_add_value_filter (records, _ ("All académies"), _ ("Académie"),
                                       copil_view_action_academies, copil_view_action_of_academie);
  copil_records_page_add_value_filter (records, _ ("All years"), _ ("Year"),
                                       copil_view_action_years, copil_view_action_of_year);
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  g_signal_connect_swapped (records, "adding", G_CALLBACK (adding_cb), page);
  selected_cb (page, copil_records_page_get_selected (records));
}

static void
build_themes (CopilActionsPage *page)
{
  page->theme = copil_form_new (copil_panel_get_session (page), "theme", NULL);
  page->themes =
      copil_records_page_new (copil_panel_get_session (page), &theme_spec, page->theme, 340);
  g_signal_connect_swapped (page->themes, "selected", G_CALLBACK (theme_selected_cb), page);
  g_signal_connect_swapped (page->themes, "added", G_CALLBACK (theme_added_cb), page);
  theme_selected_cb (page, copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->themes)));
}

static void
build (CopilActionsPage *page)
{
  CopilPage *tabs = COPIL_PAGE (page);

  build_actions (page);
  build_themes (page);
  page->totals = copil_actions_totals_new (copil_panel_get_session (page));
  copil_page_set_tabs (tabs, make_export_button (), NULL);
  copil_page_add_tab (tabs, page->actions, "action", _ ("Actions"));
  copil_page_add_tab (tabs, page->totals, "totals", _ ("Totals"));
  copil_page_add_tab (tabs, page->themes, "theme", _ ("Themes"));
}

static void
copil_actions_page_class_init (CopilActionsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
}

static void
copil_actions_page_init (CopilActionsPage *page)
{
}

GtkWidget *
copil_actions_page_new (CopilSession *session)
{
  CopilActionsPage *page = g_object_new (COPIL_TYPE_ACTIONS_PAGE, "session", session, NULL);

  build (page);
  return GTK_WIDGET (page);
}

void
copil_actions_page_show (CopilActionsPage *page, const char *kind, gint64 id)
{
  copil_page_show_tab (COPIL_PAGE (page), kind);
  copil_records_page_select (
      COPIL_RECORDS_PAGE (g_str_equal (kind, "theme") ? page->themes : page->actions), id);
}
