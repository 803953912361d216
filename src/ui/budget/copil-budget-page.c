/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-budget-words.h"
#include "copil-budget-years.h"
#include "copil-children.h"
#include "copil-form.h"
#include "copil-paper-export.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-view-budget.h"

struct _CopilBudgetPage
{
  CopilPage parent_instance;

  GtkWidget *balance;
  GtkWidget *result;
  GtkWidget *faults_box;
  GtkWidget *faults;
  GtkWidget *lines;
  GtkWidget *form;
  GtkWidget *amount; /* what the line comes to */
  GtkWidget *amounts;
  GtkWidget *instalments;
};

G_DEFINE_FINAL_TYPE (CopilBudgetPage, copil_budget_page, COPIL_TYPE_PAGE)

/* --- the lines --- */

static const char *
get_side (CopilRow *row)
{
  return copil_field_get_option_label (
      copil_kind_get_field (copil_kind_get ("budget_line"), "side"),
      copil_row_get (row, COPIL_VIEW_BUDGET_SIDE));
}

static char *
title_text (CopilRow *row)
{
  const char *label = copil_row_get (row, COPIL_VIEW_BUDGET_LABEL),
             *title = copil_row_get (row, COPIL_VIEW_BUDGET_TITLE);

  return label ? g_strdup_printf ("%s · %s", label, title ? title : "") : g_strdup (title);
}

/* « Recette · État · 1 versement en retard » */
static char *
title_below (CopilRow *row)
{
  const char *funder = copil_row_get (row, COPIL_VIEW_BUDGET_FUNDER), *side = get_side (row);
  guint late = (guint)copil_row_get_int (row, COPIL_VIEW_BUDGET_LATE);
  GString *text = g_string_new (side ? side : NULL);

  if (funder)
    g_string_append_printf (text, " · %s", funder);
  if (late)
    {
      g_string_append (text, " · ");
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "%u instalment late", "%u instalments late", late),
          late);
    }
  return g_string_free (text, FALSE);
}

static char *
title_tip (CopilRow *row)
{
  g_autofree char *title = title_text (row), *below = title_below (row);

  return copil_row_get_int (row, COPIL_VIEW_BUDGET_CONFIDENTIAL) == 1
             ? g_strdup_printf (_ ("%s (confidential)"), title ? title : "")
             : g_strdup_printf ("%s\n%s", title ? title : "", below);
}

static char *
euros (CopilRow *row, int column)
{
  const char *value = copil_row_get (row, column);

  return copil_euros_format (value ? g_ascii_strtod (value, NULL) : NAN);
}

static char *
planned_text (CopilRow *row)
{
  return euros (row, COPIL_VIEW_BUDGET_PLANNED);
}

static char *
actual_text (CopilRow *row)
{
  return euros (row, COPIL_VIEW_BUDGET_ACTUAL);
}

static const CopilRecordsColumn columns[] = {
  { N_ ("Line"), COPIL_CELL_TEXT, COPIL_VIEW_BUDGET_TITLE, title_text, title_below, title_tip,
    copil_view_budget_by_title, .expand = TRUE },
  { N_ ("Planned"), COPIL_CELL_NUMBER, COPIL_VIEW_BUDGET_PLANNED, planned_text,
    .sort = copil_view_budget_by_planned },
  { N_ ("Actual"), COPIL_CELL_NUMBER, COPIL_VIEW_BUDGET_ACTUAL, actual_text,
    .sort = copil_view_budget_by_actual },
  { NULL },
};

static const char *const side_choices[] = {
  N_ ("Receipts"), copil_view_budget_receipts, N_ ("Expenses"), copil_view_budget_expenses, NULL,
};

static const CopilRecordsSpec spec = {
  .kind = "budget_line",
  .row = copil_view_budget_row,
  .follows = "budget_amount instalment party",
  .search = copil_view_budget_searched,
  .order = copil_view_budget_order,
  .group = COPIL_VIEW_BUDGET_SIDE,
  .columns = columns,
  .add = N_ ("_Add a line"),
  .back = N_ ("Budget"),
  .icon = "x-office-spreadsheet-symbolic",
  .title = N_ ("No budget yet"),
  .sentence = N_ ("Receipts and expenses, planned and actual, by year; the subsidy and its "
                  "instalments."),
};

/* --- what is said of it all --- */

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text && *text);
}

static void
fill_faults (CopilBudgetPage *page, const CopilBudget *budget)
{
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing does not add up",
                                    "%u things do not add up", budget->faults->len),
                       budget->faults->len);

  gtk_expander_set_label (GTK_EXPANDER (page->faults_box), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->faults_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (page->faults_box, budget->faults->len > 0);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (page->faults));)
    gtk_box_remove (GTK_BOX (page->faults), child);
  for (guint i = 0; i < budget->faults->len; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      GtkWidget *label = gtk_label_new (budget->faults->pdata[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (page->faults), line);
    }
}

/* What the selected line comes to: its formula, else its amounts. */
static void
fill_amount (CopilBudgetPage *page, const CopilBudget *budget)
{
  gint64 id = copil_form_get_id (COPIL_FORM (page->form));
  g_autofree char *text = NULL;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      g_autofree char *planned = copil_euros_format (line->planned),
                      *actual = copil_euros_format (line->actual);

      if (line->id != id)
        continue;
      /* Translators: two amounts */
      text = g_strdup_printf (_ ("Planned: %s · actual: %s"), planned, actual);
      if (line->formula)
        {
          g_autofree char *both = g_strdup_printf ("%s\n%s", line->formula, text);
          g_free (text);
          text = g_steal_pointer (&both);
        }
    }
  set_text (page->amount, text);
}

static void
fill (gpointer self)
{
  CopilBudgetPage *page = self;
  g_autoptr (CopilBudget) budget =
      copil_budget_read (copil_panel_get_store (page), COPIL_FIGURES_ALL, NULL);
  g_autofree char *balance = copil_budget_words_balance (budget),
                  *result = copil_budget_words_result (budget, 0);

  set_text (page->balance, balance);
  set_text (page->result, result);
  fill_faults (page, budget);
  fill_amount (page, budget);
}

/* A year that is added follows the last one, else it is the convention's first. */
static void
set_initial_year (CopilBudgetPage *page, gint64 line)
{
  g_autofree char *year =
      g_strdup_printf ("%d", copil_view_next_budget_year (copil_panel_get_store (page), line));

  copil_children_set_initial (COPIL_CHILDREN (page->amounts), "year", year);
}

/* --- callbacks --- */

/* At once: it is what the next year that is added begins with. */
static void
changed_cb (CopilBudgetPage *page, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "budget_amount"))
    set_initial_year (page, copil_form_get_id (COPIL_FORM (page->form)));
}

static void
selected_cb (CopilBudgetPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->form), id);
  set_initial_year (page, id);
  copil_children_set_parent (COPIL_CHILDREN (page->amounts), id);
  copil_children_set_parent (COPIL_CHILDREN (page->instalments), id);
  copil_panel_refresh (page);
}

static void
added_cb (CopilBudgetPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->form), "title");
}

/* A line that is added stands on the side of the one that is selected. */
static void
adding_cb (CopilBudgetPage *page)
{
  g_autofree char *side = copil_store_dup_text (
      copil_panel_get_store (page), "budget_line",
      copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->lines)), "side");

  copil_records_page_set_initial (COPIL_RECORDS_PAGE (page->lines), "side", side);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilBudgetPage *page = COPIL_BUDGET_PAGE (widget);
  const CopilRequest request = { .audience = copil_page_get_audience (COPIL_PAGE (page)) };

  copil_paper_export_run (widget, copil_panel_get_session (page),
                          parameter ? g_variant_get_string (parameter, NULL) : "budget.odt",
                          &request);
}

/* --- building --- */

static GtkWidget *
make_export_button (void)
{
  static const char *const names[] = { "budget.odt",    "budget.ods",    "", /* a section */
                                       "financial.odt", "financial.ods", NULL };

  return copil_paper_export_button_new (names, "page.export-as");
}

static GtkWidget *
make_sentence (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
build_lines (CopilBudgetPage *page)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24),
            *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  CopilRecordsPage *records;

  page->form = copil_form_new (copil_panel_get_session (page), "budget_line", NULL);
  page->amount = make_sentence ("heading");
  page->amounts =
      copil_children_new (copil_panel_get_session (page), "budget_amount", NULL, _ ("Add a _year"));
  page->instalments = copil_children_new (copil_panel_get_session (page), "instalment", NULL,
                                          _ ("Add an _instalment"));
  gtk_box_append (GTK_BOX (top), page->amount);
  gtk_box_append (GTK_BOX (top), page->form);
  gtk_box_append (GTK_BOX (detail), top);
  gtk_box_append (GTK_BOX (detail),
                  copil_records_page_make_section (_ ("Amounts by year"), page->amounts));
  gtk_box_append (GTK_BOX (detail),
                  copil_records_page_make_section (_ ("Instalments"), page->instalments));
  page->lines = copil_records_page_new (copil_panel_get_session (page), &spec, detail, 380);
  records = COPIL_RECORDS_PAGE (page->lines);
  copil_records_page_add_choice_filter (records, _ ("Receipts and expenses"), side_choices);
  copil_records_page_add_record_filter (records, _ ("All funders"), "party",
                                        copil_view_budget_of_funder);
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  g_signal_connect_swapped (records, "adding", G_CALLBACK (adding_cb), page);
  selected_cb (page, copil_records_page_get_selected (records));
}

/* The balance in a sentence, what came of it, and what does not add up. */
static GtkWidget *
build_summary (CopilBudgetPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *scrolled = gtk_scrolled_window_new ();

  page->balance = make_sentence ("heading");
  page->result = make_sentence (NULL);
  page->faults = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  page->faults_box = gtk_expander_new (NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 140);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page->faults);
  gtk_expander_set_child (GTK_EXPANDER (page->faults_box), scrolled);
  gtk_box_append (GTK_BOX (box), page->balance);
  gtk_box_append (GTK_BOX (box), page->result);
  gtk_box_append (GTK_BOX (box), page->faults_box);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static void
build (CopilBudgetPage *page)
{
  CopilPage *tabs = COPIL_PAGE (page);
  GtkWidget *summary = build_summary (page);

  build_lines (page);
  copil_page_set_tabs (tabs, make_export_button (), summary);
  copil_page_add_tab (tabs, page->lines, "line", _ ("Lines"));
  copil_page_add_tab (tabs, copil_budget_years_new (copil_panel_get_session (page)), "years",
                      _ ("By year"));
  copil_panel_watch (page, "budget_line budget_amount instalment party", fill);
  fill (page);
}

static void
copil_budget_page_class_init (CopilBudgetPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
}

static void
copil_budget_page_init (CopilBudgetPage *page)
{
}

GtkWidget *
copil_budget_page_new (CopilSession *session)
{
  CopilBudgetPage *page = g_object_new (COPIL_TYPE_BUDGET_PAGE, "session", session, NULL);

  build (page);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

void
copil_budget_page_show (CopilBudgetPage *page, const char *kind, gint64 id)
{
  gint64 line = copil_page_get_parent (COPIL_PAGE (page), copil_kind_get (kind), id);

  copil_page_show_tab (COPIL_PAGE (page), "line");
  copil_records_page_select (COPIL_RECORDS_PAGE (page->lines), line);
  if (g_str_equal (kind, "instalment"))
    copil_children_focus (COPIL_CHILDREN (page->instalments), id);
  else if (g_str_equal (kind, "budget_amount"))
    copil_children_focus (COPIL_CHILDREN (page->amounts), id);
}
