/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiches-page.h"

#include <glib/gi18n-lib.h>

#include "copil-fiches-detail.h"
#include "copil-fiches-export.h"
#include "copil-paper-export.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-view-fiche.h"

struct _CopilFichesPage
{
  CopilPage parent_instance;

  GtkWidget *records;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (CopilFichesPage, copil_fiches_page, COPIL_TYPE_PAGE)

static char *
title_text (CopilRow *row)
{
  const char *label = copil_row_get (row, COPIL_VIEW_FICHE_LABEL),
             *title = copil_row_get (row, COPIL_VIEW_FICHE_TITLE);

  return label ? g_strdup_printf ("%s  %s", label, title ? title : "") : g_strdup (title);
}

static char *
title_tip (CopilRow *row)
{
  g_autofree char *title = title_text (row);

  return copil_row_get_int (row, COPIL_VIEW_FICHE_CONFIDENTIAL) == 1
             ? g_strdup_printf (_ ("%s (confidential)"), title ? title : "")
             : g_steal_pointer (&title);
}

/* « Axe 4 · Marie Dupont », what further columns say where the list is wide. */
static char *
title_below (CopilRow *row)
{
  const char *axis = copil_row_get (row, COPIL_VIEW_FICHE_AXIS),
             *lead = copil_row_get (row, COPIL_VIEW_FICHE_LEAD);
  g_autofree char *named = copil_records_name_axis (axis);

  return named && lead ? g_strdup_printf ("%s · %s", named, lead) : g_strdup (named ? named : lead);
}

static char *
axis_tip (CopilRow *row)
{
  return g_strdup (copil_row_get (row, COPIL_VIEW_FICHE_AXIS_TITLE));
}

static char *
status_below (CopilRow *row)
{
  guint late = (guint)copil_row_get_int (row, COPIL_VIEW_FICHE_LATE_STEPS);

  return late ? g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE, "%u step late", "%u steps late", late), late)
              : NULL;
}

static char *
steps_text (CopilRow *row)
{
  gint64 n = copil_row_get_int (row, COPIL_VIEW_FICHE_STEPS);

  return n ? g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                              copil_row_get_int (row, COPIL_VIEW_FICHE_DONE_STEPS), n)
           : NULL;
}

static char *
steps_tip (CopilRow *row)
{
  gint64 n = copil_row_get_int (row, COPIL_VIEW_FICHE_STEPS);

  return n ? g_strdup_printf (_ ("Steps done: %d of %d"),
                              (int)copil_row_get_int (row, COPIL_VIEW_FICHE_DONE_STEPS), (int)n)
           : g_strdup (_ ("No steps yet"));
}

static const CopilRecordsColumn columns[] = {
  { N_ ("Fiche"), COPIL_CELL_TEXT, COPIL_VIEW_FICHE_TITLE, title_text, title_below, title_tip,
    copil_view_fiche_by_title, .expand = TRUE, .narrow = TRUE },
  { N_ ("Axis"), COPIL_CELL_TEXT, COPIL_VIEW_FICHE_AXIS, .tip = axis_tip,
    .sort = copil_view_fiche_by_axis, .wide = TRUE },
  { N_ ("Pilote"), COPIL_CELL_TEXT, COPIL_VIEW_FICHE_LEAD, .sort = copil_view_fiche_by_lead,
    .wide = TRUE },
  { N_ ("Status"), COPIL_CELL_STATUS, COPIL_VIEW_FICHE_STATUS, .below = status_below,
    .sort = copil_view_fiche_by_status },
  { N_ ("Steps"), COPIL_CELL_TEXT, COPIL_VIEW_FICHE_STEPS, steps_text, .tip = steps_tip,
    .sort = copil_view_fiche_by_steps },
  { N_ ("Ends on"), COPIL_CELL_DATE, COPIL_VIEW_FICHE_DUE, .sort = copil_view_fiche_by_due,
    .wide = TRUE },
  { NULL },
};

static const char *const status_choices[] = {
  N_ ("Late"),        copil_view_fiche_late,        N_ ("Planned"), copil_view_fiche_planned,
  N_ ("In progress"), copil_view_fiche_in_progress, N_ ("Done"),    copil_view_fiche_done,
  N_ ("Abandoned"),   copil_view_fiche_abandoned,   NULL,
};

static const CopilRecordsSpec spec = {
  .kind = "fiche",
  .row = copil_view_fiche_row,
  .follows = "step axis person",
  .search = copil_view_fiche_searched,
  .group = -1,
  .columns = columns,
  .add = N_ ("_Add a fiche"),
  .back = N_ ("Fiches"),
  .icon = "x-office-document-symbolic",
  .title = N_ ("No fiches action yet"),
  .sentence = N_ ("A fiche action describes one project: its objectives, its pilote, its steps and "
                  "what each signatory does for it."),
};

/* --- callbacks --- */

/* Of one fiche, of those of an axis, or of all where both are 0. */
static void
export_fiches (CopilFichesPage *page, gint64 id, gint64 axis)
{
  const CopilRequest request = {
    .id = id,
    .axis = axis,
    .audience = copil_page_get_audience (COPIL_PAGE (page)),
  };

  copil_paper_export_run (GTK_WIDGET (page), copil_panel_get_session (page), "fiche.odt", &request);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilFichesPage *page = COPIL_FICHES_PAGE (widget);
  gint64 id = copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->records));

  if (id)
    export_fiches (page, id, 0);
}

static void
export_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  export_fiches (COPIL_FICHES_PAGE (widget), 0, 0);
}

static void
export_some_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilFichesPage *page = COPIL_FICHES_PAGE (widget);

  copil_fiches_export_choose (widget, copil_panel_get_session (page),
                              copil_page_get_audience (COPIL_PAGE (page)));
}

static void
export_axis_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilFichesPage *page = COPIL_FICHES_PAGE (widget);
  gint64 axis = copil_store_get_int (
      copil_panel_get_store (page), "fiche",
      copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->records)), "axis");

  if (axis)
    export_fiches (page, 0, axis);
  else
    copil_session_toast (copil_panel_get_session (page), _ ("The fiche belongs to no axis yet."));
}

static void
export_notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilFichesPage *page = COPIL_FICHES_PAGE (widget);
  CopilRequest request = { .audience = copil_page_get_audience (COPIL_PAGE (page)) };
  gboolean table;

  g_variant_get (parameter, "(ib)", &request.year, &table);
  copil_paper_export_run (widget, copil_panel_get_session (page),
                          table ? "followups.ods" : "followups.odt", &request);
}

static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilFichesPage *page = COPIL_FICHES_PAGE (widget);
  gint64 id = copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->records));

  if (!id)
    return;
  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), id);
  copil_fiches_detail_focus (COPIL_FICHES_DETAIL (page->detail), "followup", 0);
}

static void
selected_cb (CopilFichesPage *page, gint64 id)
{
  copil_fiches_detail_set_id (COPIL_FICHES_DETAIL (page->detail), id);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export-axis", id != 0);
}

static void
added_cb (CopilFichesPage *page, gint64 id)
{
  copil_fiches_detail_focus (COPIL_FICHES_DETAIL (page->detail), "fiche", id);
}

/* Made when it opens: the years are those that have notes then. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  CopilFichesPage *page = data;
  g_autoptr (GMenu) menu = g_menu_new (), files = g_menu_new (), notes = g_menu_new (),
                    options = g_menu_new ();
  g_autoptr (GMenuModel) years =
      copil_followups_export_make_menu (copil_panel_get_session (page), "page.export-notes");

  g_menu_append (files, _ ("_Export the fiche…"), "page.export");
  g_menu_append (files, _ ("Export se_veral fiches…"), "page.export-some");
  g_menu_append (files, _ ("Export the fiches of its a_xis…"), "page.export-axis");
  g_menu_append (files, _ ("Export _all fiches…"), "page.export-all");
  g_menu_append_submenu (notes, _ ("Export follow-up _notes"), years);
  g_menu_append (options, _ ("For _public release: leave out what is confidential"), "page.public");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (options));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_export_button (CopilFichesPage *page)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-as-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu_cb, page, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
build (CopilFichesPage *page)
{
  CopilRecordsPage *records;

  page->detail = copil_fiches_detail_new (copil_panel_get_session (page));
  page->records = copil_records_page_new (copil_panel_get_session (page), &spec, page->detail, 380);
  records = COPIL_RECORDS_PAGE (page->records);
  copil_records_page_add_record_filter (records, _ ("All axes"), "axis", copil_view_fiche_of_axis);
  copil_records_page_add_choice_filter (records, _ ("All statuses"), status_choices);
  copil_records_page_add_record_filter (records, _ ("All signatories"), "party",
                                        copil_view_fiche_of_party);
  copil_records_page_add_tool (records, make_export_button (page));
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  copil_page_set_content (COPIL_PAGE (page), page->records);
  selected_cb (page, copil_records_page_get_selected (records));
}

static void
copil_fiches_page_class_init (CopilFichesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-all", NULL, export_all_cb);
  gtk_widget_class_install_action (widget_class, "page.export-some", NULL, export_some_cb);
  gtk_widget_class_install_action (widget_class, "page.export-axis", NULL, export_axis_cb);
  gtk_widget_class_install_action (widget_class, "page.export-notes", "(ib)", export_notes_cb);
  gtk_widget_class_install_action (widget_class, "page.note", NULL, note_cb);
}

static void
copil_fiches_page_init (CopilFichesPage *page)
{
}

GtkWidget *
copil_fiches_page_new (CopilSession *session)
{
  CopilFichesPage *page = g_object_new (COPIL_TYPE_FICHES_PAGE, "session", session, NULL);

  build (page);
  return GTK_WIDGET (page);
}

void
copil_fiches_page_show (CopilFichesPage *page, const char *kind, gint64 id)
{
  const CopilKind *described = copil_kind_get (kind);
  const char *parent = g_str_equal (kind, "followup") ? "fiche" : described->parent;
  gint64 fiche = parent ? copil_store_get_int (copil_panel_get_store (page), kind, id, parent) : id;

  copil_records_page_select (COPIL_RECORDS_PAGE (page->records), fiche);
  if (fiche && fiche != id)
    copil_fiches_detail_focus (COPIL_FICHES_DETAIL (page->detail), kind, id);
}
