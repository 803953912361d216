/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-page.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-drop-down.h"
#include "copil-figure-store.h"
#include "copil-loader.h"
#include "copil-parts.h"
#include "copil-paper-export.h"
#include "copil-review-editor.h"
#include "copil-review-gaps.h"
#include "copil-review-priorities.h"
#include "copil-review-row.h"
#include "copil-review.h"
#include "copil-focus.h"
#include "copil-split.h"

/* After a change the sections are read again so much later, in milliseconds. */
#define DELAY 200
/* Years on both sides of the usual one where the convention does not say its own. */
#define YEARS 5
#define MOST_YEARS 60
#define DETAIL_WIDTH 500
/* Longer sentences wrap, and do not widen the detail. */
#define CHARS 40

struct _CopilReviewPage
{
  CopilPanel parent_instance;

  CopilReviewType type;
  int years[COPIL_N_REVIEWS]; /* the year chosen for each */
  gboolean public;
  char *section; /* what the detail shows */
  gint64 axis;
  GPtrArray *gaps; /* as read last, or NULL */
  gboolean setting;
  CopilLoader *loader;

  GtkWidget *choice;
  GtkWidget *year;
  GtkStringList *year_names;
  GtkWidget *button;
  GtkWidget *split;
  GtkWidget *list;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *editor;
  GtkWidget *below;
  GtkWidget *priorities_part;
  GtkWidget *priorities;
  GtkWidget *gaps_view;
};

G_DEFINE_FINAL_TYPE (CopilReviewPage, copil_review_page, COPIL_TYPE_PANEL)

enum
{
  PROP_0,
  PROP_PUBLIC,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* What is read in the thread. */
typedef struct
{
  CopilReviewType type;
  int year;
  CopilAudience audience;
  GPtrArray *sections;
  GPtrArray *gaps;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->sections, g_ptr_array_unref);
  g_clear_pointer (&job->gaps, g_ptr_array_unref);
  g_free (job);
}

static int
get_year (CopilReviewPage *page)
{
  return page->years[page->type];
}

static CopilAudience
get_audience (CopilReviewPage *page)
{
  return page->public ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS;
}

/* --- the detail --- */

static void
show_detail (CopilReviewPage *page)
{
  const CopilReviewRow *row =
      copil_review_row_get (gtk_list_box_get_selected_row (GTK_LIST_BOX (page->list)));
  gboolean priorities = row && g_str_equal (row->section, "priorities");

  gtk_widget_set_visible (page->title, row != NULL);
  if (!row)
    return;
  gtk_label_set_label (GTK_LABEL (page->title), row->said_title);
  gtk_widget_set_tooltip_text (page->title, row->said_title);
  gtk_label_set_label (GTK_LABEL (page->summary), row->said_summary ? row->said_summary
                                                  : priorities      ? _ ("None is ticked yet.")
                                                                    : _ ("Nothing is there yet."));
  gtk_widget_set_visible (page->summary, !g_str_equal (row->section, "conclusion"));
  copil_review_editor_set (COPIL_REVIEW_EDITOR (page->editor), page->type, get_year (page),
                           row->section, row->axis, row->said_title);
  copil_review_gaps_set (COPIL_REVIEW_GAPS (page->gaps_view),
                         page->type == COPIL_REVIEW_PLAN ? NULL : page->gaps, row->section,
                         row->axis);
  if (priorities)
    copil_review_priorities_set (COPIL_REVIEW_PRIORITIES (page->priorities),
                                 get_year (page) + (page->type == COPIL_REVIEW_PLAN ? 0 : 1),
                                 page->public);
  gtk_widget_set_visible (page->priorities_part, priorities);
  gtk_widget_set_vexpand (page->editor, !priorities); /* the list has what room there is */
  gtk_widget_set_visible (page->below, priorities || gtk_widget_get_visible (page->gaps_view));
}

/* --- reading --- */

static GtkListBoxRow *
find_row (CopilReviewPage *page, const char *section, gint64 axis)
{
  GtkListBoxRow *widget;

  for (int i = 0; (widget = gtk_list_box_get_row_at_index (GTK_LIST_BOX (page->list), i)); i++)
    {
      const CopilReviewRow *row = copil_review_row_get (widget);

      if (g_strcmp0 (row->section, section) == 0 && row->axis == axis)
        return widget;
    }
  return NULL;
}

/* Rows that stay keep the keyboard and the selection. */
static void
fill_list (CopilReviewPage *page, GPtrArray *sections)
{
  GtkListBox *list = GTK_LIST_BOX (page->list);
  GtkListBoxRow *widget;
  gboolean same = TRUE;

  for (guint i = 0; i < sections->len && same; i++)
    {
      const CopilReviewSection *section = sections->pdata[i];
      const CopilReviewRow *row =
          copil_review_row_get (gtk_list_box_get_row_at_index (list, (int)i));

      same = row && g_str_equal (row->section, section->section) && row->axis == section->axis;
    }
  same = same && !gtk_list_box_get_row_at_index (list, (int)sections->len);
  page->setting = TRUE;
  if (!same)
    {
      while ((widget = gtk_list_box_get_row_at_index (list, 0)))
        gtk_list_box_remove (list, GTK_WIDGET (widget));
      for (guint i = 0; i < sections->len; i++)
        gtk_list_box_append (list, copil_review_row_new (sections->pdata[i]));
    }
  for (guint i = 0; i < sections->len; i++)
    copil_review_row_set (gtk_list_box_get_row_at_index (list, (int)i), sections->pdata[i]);
  if (!gtk_list_box_get_selected_row (list))
    {
      widget = find_row (page, page->section, page->axis);
      gtk_list_box_select_row (list, widget ? widget : gtk_list_box_get_row_at_index (list, 0));
    }
  page->setting = FALSE;
}

static gpointer
ask (gpointer data)
{
  CopilReviewPage *page = data;
  Job *job = g_new0 (Job, 1);

  job->type = page->type;
  job->year = get_year (page);
  job->audience = get_audience (page);
  return job;
}

static gboolean
read_review (CopilStore *reader, gpointer data, GError **error)
{
  Job *job = data;

  job->sections = copil_review_list_sections (reader, job->type, job->year, job->audience);
  job->gaps = copil_review_read_gaps (reader, job->type, job->year, job->audience);
  return TRUE;
}

static void
show_read (gpointer data, gpointer found)
{
  CopilReviewPage *page = data;
  Job *job = found;

  /* What cannot be read leaves what is shown. */
  if (!job)
    return;
  g_clear_pointer (&page->gaps, g_ptr_array_unref);
  page->gaps = g_steal_pointer (&job->gaps);
  fill_list (page, job->sections);
  show_detail (page);
}

static const CopilLoading loading = { ask, read_review, show_read, job_free };

/* --- choosing --- */

/* Where the year is in the list, G_MAXUINT for nowhere. */
static guint
find_year (CopilReviewPage *page, int year)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->year_names));

  for (guint i = 0; i < n; i++)
    if (atoi (gtk_string_list_get_string (page->year_names, i)) == year)
      return i;
  return G_MAXUINT;
}

/* The years of the convention, and those around the usual one. */
static void
fill_years (CopilReviewPage *page)
{
  g_autofree char *start = NULL, *end = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  int usual = copil_review_get_year (COPIL_REVIEW_ANNUAL, NULL), shown = get_year (page), first,
      last;

  copil_figure_get_span (copil_panel_get_store (page), &start, &end);
  first = start ? MIN (atoi (start), usual) : usual - YEARS;
  last = end ? MAX (atoi (end), usual + 1) : usual + YEARS;
  if (shown)
    {
      first = MIN (first, shown);
      last = MAX (last, shown);
    }
  first = MAX (first, last - MOST_YEARS);
  for (int year = last; year >= first; year--)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  copil_drop_down_set_texts (page->year, (const char *const *)names, (guint)(last - shown), page);
}

/* Shows which account it is. The list of years stays where it has the year: it may be the one that
 * is being chosen from. */
static void
show_choice (CopilReviewPage *page)
{
  int shown = get_year (page);

  page->setting = TRUE;
  if (shown && find_year (page, shown) == G_MAXUINT)
    fill_years (page);
  if (shown)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (page->year), find_year (page, shown));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page->choice), page->type);
  gtk_widget_set_visible (page->year, page->type != COPIL_REVIEW_FINAL);
  page->setting = FALSE;
}

/* Another account: what is typed is stored in the one that is left. */
static void
turn (CopilReviewPage *page, CopilReviewType type, int year)
{
  copil_session_keep (copil_panel_get_session (page));
  page->type = type;
  page->years[type] = type == COPIL_REVIEW_FINAL ? 0 : year;
  show_choice (page);
  show_detail (page);
  copil_loader_ask (page->loader);
}

static void
type_cb (CopilReviewPage *page)
{
  guint type = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->choice));

  if (!page->setting && type < COPIL_N_REVIEWS)
    turn (page, (CopilReviewType)type, page->years[type]);
}

static void
year_cb (CopilReviewPage *page)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->year));

  if (!page->setting && place != GTK_INVALID_LIST_POSITION)
    turn (page, page->type, atoi (gtk_string_list_get_string (page->year_names, place)));
}

static void
selected_cb (CopilReviewPage *page, GtkListBoxRow *widget)
{
  const CopilReviewRow *row = copil_review_row_get (widget);

  if (!row)
    return;
  if (!page->setting)
    copil_session_keep (copil_panel_get_session (page));
  g_free (page->section);
  page->section = g_strdup (row->section);
  page->axis = row->axis;
  if (!page->setting)
    show_detail (page);
}

static void
activated_cb (CopilReviewPage *page)
{
  /* Beside the list it shows already, and the keyboard stays where it is. */
  if (gtk_widget_get_mapped (page->editor))
    return;
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

static void
go_cb (CopilReviewPage *page, const char *kind, gint64 id)
{
  copil_session_go (copil_panel_get_session (page), kind, id);
}

/* --- exporting --- */

static void
export_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (COPIL_REVIEW_PAGE (widget)->button));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const papers[COPIL_N_REVIEWS] = { "review", "plan", "evaluation" };
  CopilReviewPage *page = COPIL_REVIEW_PAGE (widget);
  const CopilRequest request = { .year = get_year (page), .audience = get_audience (page) };
  g_autofree char *name =
      g_strconcat (papers[page->type], g_variant_get_string (parameter, NULL), NULL);

  copil_paper_export_run (widget, copil_panel_get_session (page), name, &request);
}

/* --- class --- */

static void
copil_review_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, COPIL_REVIEW_PAGE (object)->public);
}

static void
copil_review_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CopilReviewPage *page = COPIL_REVIEW_PAGE (object);

  page->public = g_value_get_boolean (value);
  copil_loader_ask (page->loader);
}

static void
copil_review_page_dispose (GObject *object)
{
  CopilReviewPage *page = COPIL_REVIEW_PAGE (object);

  copil_loader_clear (&page->loader);
  if (page->list)
    g_signal_handlers_disconnect_by_data (page->list, page);
  page->list = NULL;
  G_OBJECT_CLASS (copil_review_page_parent_class)->dispose (object);
  g_clear_pointer (&page->gaps, g_ptr_array_unref);
}

static void
copil_review_page_finalize (GObject *object)
{
  g_free (COPIL_REVIEW_PAGE (object)->section);
  G_OBJECT_CLASS (copil_review_page_parent_class)->finalize (object);
}

static void
copil_review_page_class_init (CopilReviewPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = copil_review_page_get_property;
  object_class->set_property = copil_review_page_set_property;
  object_class->dispose = copil_review_page_dispose;
  object_class->finalize = copil_review_page_finalize;
  properties[PROP_PUBLIC] = g_param_spec_boolean ("public", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "page.public", "public");
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_menu_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
}

static void
copil_review_page_init (CopilReviewPage *page)
{
}

/* --- building --- */

static GtkWidget *
make_export_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), files = g_menu_new (), options = g_menu_new ();

  g_menu_append (files, _ ("Export the _text (.odt)…"), "page.export-as::.odt");
  g_menu_append (files, _ ("Export the ta_bles (.ods)…"), "page.export-as::.ods");
  g_menu_append (options, _ ("For _public release: leave out what is confidential"), "page.public");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (options));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Export"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Export this account as a text or as tables"));
  return button;
}

static void
set_name (GtkWidget *drop_down, const char *name)
{
  copil_drop_down_set_name (drop_down, name);
  gtk_widget_set_tooltip_text (drop_down, name);
}

static GtkWidget *
make_bar (CopilReviewPage *page)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  for (guint i = 0; i < COPIL_N_REVIEWS; i++)
    gtk_string_list_append (types, copil_review_get_label ((CopilReviewType)i));
  page->choice = copil_drop_down_new (types);
  gtk_widget_set_hexpand (page->choice, TRUE);
  set_name (page->choice, _ ("Which account"));
  page->year_names = gtk_string_list_new (NULL);
  page->year = copil_drop_down_new (page->year_names);
  g_object_unref (page->year_names);
  set_name (page->year, _ ("Year"));
  page->button = make_export_button ();
  g_signal_connect_swapped (page->choice, "notify::selected", G_CALLBACK (type_cb), page);
  g_signal_connect_swapped (page->year, "notify::selected", G_CALLBACK (year_cb), page);
  gtk_box_append (GTK_BOX (bar), page->choice);
  gtk_box_append (GTK_BOX (bar), page->year);
  gtk_box_append (GTK_BOX (bar), page->button);
  gtk_widget_add_css_class (bar, "toolbar-row");
  return bar;
}

static GtkWidget *
make_list (CopilReviewPage *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  page->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (page->list), GTK_SELECTION_BROWSE);
  copil_focus_follow (page->list);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (page->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections"), -1);
  g_signal_connect_swapped (page->list, "row-selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (page->list, "row-activated", G_CALLBACK (activated_cb), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page->list);
  gtk_widget_set_size_request (scrolled, 300, -1);
  return scrolled;
}

static GtkWidget *
make_detail (CopilReviewPage *page)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *label, *heading;

  page->title = copil_parts_label_new (NULL, "title-4");
  gtk_label_set_wrap_mode (GTK_LABEL (page->title), PANGO_WRAP_WORD_CHAR);
  page->summary = copil_parts_label_new (NULL, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (page->title), CHARS);
  gtk_label_set_lines (GTK_LABEL (page->title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (page->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (page->summary), CHARS);
  page->editor = copil_review_editor_new (copil_panel_get_session (page));
  gtk_widget_set_vexpand (page->editor, TRUE);
  label = gtk_label_new_with_mnemonic (_ ("_Your text, kept from one export to the next"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHARS);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label),
                                 copil_review_editor_get_view (COPIL_REVIEW_EDITOR (page->editor)));
  gtk_widget_add_css_class (label, "field-label");

  page->priorities_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  heading = copil_parts_label_new (_ ("Proposed: tick those that are priorities"), "heading");
  page->priorities = copil_review_priorities_new (copil_panel_get_session (page));
  gtk_widget_set_vexpand (page->priorities, TRUE);
  gtk_box_append (GTK_BOX (page->priorities_part), heading);
  gtk_box_append (GTK_BOX (page->priorities_part), page->priorities);
  page->gaps_view = copil_review_gaps_new ();
  gtk_widget_set_vexpand (page->gaps_view, TRUE);
  gtk_widget_set_visible (page->gaps_view, FALSE);
  g_signal_connect_swapped (page->gaps_view, "go", G_CALLBACK (go_cb), page);
  page->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (page->below), page->priorities_part);
  gtk_box_append (GTK_BOX (page->below), page->gaps_view);
  gtk_widget_set_size_request (page->below, -1, 190);

  gtk_box_append (GTK_BOX (detail), page->title);
  gtk_box_append (GTK_BOX (detail), page->summary);
  gtk_box_append (GTK_BOX (detail), label);
  gtk_box_append (GTK_BOX (detail), page->editor);
  gtk_box_append (GTK_BOX (detail), page->below);
  gtk_widget_add_css_class (detail, "form");
  return detail;
}

GtkWidget *
copil_review_page_new (CopilSession *session)
{
  CopilReviewPage *page = g_object_new (COPIL_TYPE_REVIEW_PAGE, "session", session, NULL);
  GtkWidget *bar, *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < COPIL_N_REVIEWS; i++)
    page->years[i] = copil_review_get_year ((CopilReviewType)i, copil_panel_get_store (page));
  copil_panel_set_child (page, content);
  page->loader = copil_loader_new (page, session, &loading, DELAY);
  bar = make_bar (page);
  page->split =
      copil_split_new (make_list (page), make_detail (page), _ ("Sections"), DETAIL_WIDTH);
  gtk_widget_set_vexpand (page->split, TRUE);
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), page->split);
  show_choice (page);
  return GTK_WIDGET (page);
}

void
copil_review_page_show (CopilReviewPage *page, const char *kind, gint64 id)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (copil_panel_get_store (page), copil_kind_get ("review_text"), id);
  const char *type = record ? copil_record_get (record, "type") : NULL;
  GtkListBoxRow *widget;

  if (!record || !g_str_equal (kind, "review_text"))
    return;
  g_free (page->section);
  page->section = g_strdup (copil_record_get (record, "section"));
  page->axis = copil_record_get_int (record, "axis");
  for (guint i = 0; i < COPIL_N_REVIEWS; i++)
    if (g_strcmp0 (copil_review_get_name ((CopilReviewType)i), type) == 0)
      turn (page, (CopilReviewType)i, (int)copil_record_get_int (record, "year"));
  widget = find_row (page, page->section, page->axis);
  if (widget)
    gtk_list_box_select_row (GTK_LIST_BOX (page->list), widget);
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}
