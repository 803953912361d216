/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-page.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-clause-book.h"
#include "copil-clause-models.h"
#include "copil-deadlines-entries.h"
#include "copil-deadlines-list.h"
#include "copil-deadlines-month.h"
#include "copil-form.h"
#include "copil-paper-export.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-clause.h"

struct _CopilDeadlinesPage
{
  CopilPage parent_instance;

  GtkWidget *list;
  GtkWidget *clauses;
  GtkWidget *form;
  GtkWidget *next; /* what follows from the clause, in words */
  GtkWidget *fulfilments;
  GtkWidget *events;
  GtkWidget *event_form;
};

G_DEFINE_FINAL_TYPE (CopilDeadlinesPage, copil_deadlines_page, COPIL_TYPE_PAGE)

/* --- the list of the clauses --- */

static char *
title_text (CopilRow *row)
{
  const char *article = copil_row_get (row, COPIL_VIEW_CLAUSE_ARTICLE),
             *title = copil_row_get (row, COPIL_VIEW_CLAUSE_TITLE);

  return article ? g_strdup_printf ("%s · %s", article, title ? title : "") : g_strdup (title);
}

/* « Préavis · 3 mois avant : échéance · CPME » */
static char *
title_below (CopilRow *row)
{
  const char *month = copil_row_get (row, COPIL_VIEW_CLAUSE_LIMIT_MONTH),
             *sort = copil_row_get (row, COPIL_VIEW_CLAUSE_SORT),
             *parties = copil_row_get (row, COPIL_VIEW_CLAUSE_PARTIES);
  const CopilClause clause = {
    .counted_from = copil_row_get (row, COPIL_VIEW_CLAUSE_FROM),
    .event = copil_row_get (row, COPIL_VIEW_CLAUSE_EVENT),
    .number = copil_row_get_int (row, COPIL_VIEW_CLAUSE_NUMBER),
    .unit = copil_row_get (row, COPIL_VIEW_CLAUSE_UNIT),
    .direction = copil_row_get (row, COPIL_VIEW_CLAUSE_DIRECTION),
    .recurrence = copil_row_get (row, COPIL_VIEW_CLAUSE_RECURRENCE),
    .limit_day = copil_row_get_int (row, COPIL_VIEW_CLAUSE_LIMIT_DAY),
    .limit_month = month ? g_ascii_strtoll (month, NULL, 10) : 0,
    .limit_rule = copil_row_get (row, COPIL_VIEW_CLAUSE_LIMIT_RULE),
  };
  g_autofree char *rule = copil_clause_dup_rule (&clause);
  GString *text = g_string_new (copil_field_get_option_label (
      copil_kind_get_field (copil_kind_get ("clause"), "sort"), sort ? sort : "other"));

  if (rule)
    g_string_append_printf (text, " · %s", rule);
  if (parties)
    g_string_append_printf (text, " · %s", parties);
  return g_string_free (text, FALSE);
}

static const CopilRecordsColumn clause_columns[] = {
  { N_ ("Clause"), COPIL_CELL_TEXT, COPIL_VIEW_CLAUSE_TITLE, title_text, title_below,
    .sort = copil_view_clause_by_title, .expand = TRUE },
  { NULL },
};

static const CopilRecordsSpec clause_spec = {
  .kind = "clause",
  .row = copil_view_clause_row,
  .follows = "party",
  .search = copil_view_clause_searched,
  .group = -1,
  .columns = clause_columns,
  .add = N_ ("_Add a clause"),
  .back = N_ ("Clauses"),
  .icon = "alarm-symbolic",
  .title = N_ ("No clauses yet"),
  .sentence = N_ ("A clause says what is to be done and by when: the end, the notice, the yearly "
                  "meeting, the accounts. Deadlines follow from it. Pick a ready-made one, or add "
                  "your own."),
};

static const CopilRecordsSpec event_spec = {
  .kind = "event",
  .add = N_ ("_Add an event"),
  .back = N_ ("Events"),
  .icon = "x-office-calendar-symbolic",
  .title = N_ ("No events yet"),
  .sentence = N_ ("Something that clauses count from by its name: a general assembly, a letter "
                  "that was received."),
};

/* --- what follows from the clause --- */

static const CopilClause *
find_clause (CopilClauseBook *book, gint64 id)
{
  for (guint i = 0; i < copil_clause_book_get_n (book); i++)
    if (copil_clause_book_get (book, i)->id == id)
      return copil_clause_book_get (book, i);
  return NULL;
}

/* The last deadline that is over, and those to come. */
static char *
dup_next (CopilDeadlinesPage *page)
{
  g_autoptr (CopilClauseBook) book = copil_clause_book_new (copil_panel_get_store (page), NULL);
  const CopilClause *clause =
      find_clause (book, copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->clauses)));
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autofree char *wanting = NULL;
  GString *text;
  guint first = 0;

  if (!clause)
    return NULL;
  deadlines =
      copil_clause_get_deadlines (clause, copil_clause_book_get_facts (book), copil_today ());
  wanting = copil_clause_dup_wanting (clause, copil_clause_book_get_facts (book));
  if (deadlines->len == 0)
    return wanting ? g_steal_pointer (&wanting)
                   : g_strdup (_ ("This clause sets no date of its own."));
  while (first + 1 < deadlines->len &&
         ((CopilDeadline *)deadlines->pdata[first + 1])->state != COPIL_DEADLINE_DUE)
    first++;
  text = g_string_new (NULL);
  for (guint i = first; i < deadlines->len && i < first + 4; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *note = copil_deadline_dup_note (deadline);

      g_string_append_printf (text, "%s%s – %s", text->len ? "\n" : "", deadline->reckoning,
                              copil_deadline_state_get_label (deadline->state));
      if (note)
        g_string_append_printf (text, " (%s)", note);
    }
  return g_string_free (text, FALSE);
}

static void
fill (gpointer panel)
{
  CopilDeadlinesPage *page = panel;
  g_autofree char *text = dup_next (page);

  gtk_label_set_label (GTK_LABEL (page->next), text ? text : "");
  gtk_widget_set_visible (page->next, text != NULL);
}

/* --- callbacks --- */

static void
selected_cb (CopilDeadlinesPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->form), id);
  copil_children_set_parent (COPIL_CHILDREN (page->fulfilments), id);
  fill (page);
}

static void
added_cb (CopilDeadlinesPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->form), "title");
}

static void
event_selected_cb (CopilDeadlinesPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->event_form), id);
}

static void
event_added_cb (CopilDeadlinesPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->event_form), "name");
}

static void
model_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilDeadlinesPage *page = COPIL_DEADLINES_PAGE (widget);
  const CopilClause *model;
  guint place = g_variant_get_uint32 (parameter);
  g_autofree char *number = NULL, *day = NULL, *month = NULL;
  gint64 id;

  if (place >= copil_clause_models_get_n ())
    return;
  model = copil_clause_models_get (place);
  number = model->number ? g_strdup_printf ("%d", (int)model->number) : NULL;
  day = model->limit_day ? g_strdup_printf ("%d", (int)model->limit_day) : NULL;
  month = model->limit_month ? g_strdup_printf ("%d", (int)model->limit_month) : NULL;
  id = copil_session_add (copil_panel_get_session (page), "clause", "title", _ (model->title),
                          "sort", model->sort, "counted_from", model->counted_from, "event",
                          model->event ? _ (model->event) : NULL, "number", number, "unit",
                          model->unit, "direction", model->direction, "recurrence",
                          model->recurrence, "limit_day", day, "limit_month", month, "limit_rule",
                          model->limit_rule, NULL);
  if (!id)
    return;
  copil_page_show_tab (COPIL_PAGE (page), "clauses");
  copil_records_page_select (COPIL_RECORDS_PAGE (page->clauses), id);
  copil_form_focus (COPIL_FORM (page->form), "article");
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilDeadlinesPage *page = COPIL_DEADLINES_PAGE (widget);
  const CopilRequest request = { .audience = copil_page_get_audience (COPIL_PAGE (page)) };
  CopilStore *store = copil_panel_get_store (page);
  g_autoptr (GError) error = NULL;

  /* The file notes what the calendar is told, so that the next one can say what has moved. */
  if (parameter && g_str_equal (g_variant_get_string (parameter, NULL), "deadlines.ics") &&
      !copil_store_is_read_only (store) && copil_session_settle (copil_panel_get_session (page)))
    {
      gboolean done = copil_calendar_remember (store, &error);

      if (!copil_session_check (copil_panel_get_session (page), done, &error))
        return;
    }
  copil_paper_export_run (widget, copil_panel_get_session (page),
                          parameter ? g_variant_get_string (parameter, NULL) : "deadlines.odt",
                          &request);
}

/* --- building --- */

static GtkWidget *
make_models_button (CopilDeadlinesPage *page)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < copil_clause_models_get_n (); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (copil_clause_models_get (i)->title), NULL);

      g_menu_item_set_action_and_target (item, "page.add-model", "u", i);
      g_menu_append_item (menu, item);
    }
  copil_parts_set_text (button, _ ("_Ready-made clauses"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (button, !copil_store_is_read_only (copil_panel_get_store (page)));
  return button;
}

static void
build_clauses (CopilDeadlinesPage *page)
{
  CopilSession *session = copil_panel_get_session (page);
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24),
            *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  CopilRecordsPage *records;

  page->next = copil_parts_label_new (NULL, "heading");
  page->form = copil_form_new (session, "clause", NULL);
  page->fulfilments = copil_children_new (session, "fulfilment", NULL, _ ("Add a _fulfilment"));
  gtk_box_append (GTK_BOX (top), page->next);
  gtk_box_append (GTK_BOX (top), page->form);
  gtk_box_append (GTK_BOX (detail), top);
  gtk_box_append (GTK_BOX (detail),
                  copil_records_page_make_section (_ ("Fulfilments"), page->fulfilments));
  page->clauses = copil_records_page_new (session, &clause_spec, detail, 400);
  records = COPIL_RECORDS_PAGE (page->clauses);
  copil_records_page_add_record_filter (records, _ ("All signatories"), "party",
                                        copil_view_clause_of_party);
  copil_records_page_add_tool (records, make_models_button (page));
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  selected_cb (page, copil_records_page_get_selected (records));
}

static void
build_events (CopilDeadlinesPage *page)
{
  page->event_form = copil_form_new (copil_panel_get_session (page), "event", NULL);
  page->events =
      copil_records_page_new (copil_panel_get_session (page), &event_spec, page->event_form, 380);
  g_signal_connect_swapped (page->events, "selected", G_CALLBACK (event_selected_cb), page);
  g_signal_connect_swapped (page->events, "added", G_CALLBACK (event_added_cb), page);
  event_selected_cb (page, copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->events)));
}

static void
build (CopilDeadlinesPage *page)
{
  static const char *const names[] = { "deadlines.odt", "deadlines.ods", "deadlines.ics", NULL };
  CopilPage *tabs = COPIL_PAGE (page);
  CopilSession *session = copil_panel_get_session (page);

  build_clauses (page);
  build_events (page);
  page->list = copil_deadlines_list_new (session);
  copil_page_set_tabs (tabs, copil_paper_export_button_new (names, "page.export-as"), NULL);
  copil_page_add_tab (tabs, page->list, "deadlines", _ ("Deadlines"));
  copil_page_add_tab (tabs, copil_deadlines_month_new (session), "month", _ ("Calendar"));
  copil_page_add_tab (tabs, page->clauses, "clauses", _ ("Clauses"));
  copil_page_add_tab (tabs, page->events, "events", _ ("Events"));
  copil_panel_watch (page, "convention clause event fulfilment meeting", fill);
}

static void
copil_deadlines_page_class_init (CopilDeadlinesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "page.add-model", "u", model_cb);
}

static void
copil_deadlines_page_init (CopilDeadlinesPage *page)
{
}

GtkWidget *
copil_deadlines_page_new (CopilSession *session)
{
  CopilDeadlinesPage *page = g_object_new (COPIL_TYPE_DEADLINES_PAGE, "session", session, NULL);

  build (page);
  return GTK_WIDGET (page);
}

void
copil_deadlines_page_show (CopilDeadlinesPage *page, const char *kind, gint64 id)
{
  if (!id)
    {
      copil_page_show_tab (COPIL_PAGE (page), "deadlines");
      return;
    }
  if (g_str_equal (kind, "event"))
    {
      copil_page_show_tab (COPIL_PAGE (page), "events");
      copil_records_page_select (COPIL_RECORDS_PAGE (page->events), id);
      return;
    }
  copil_page_show_tab (COPIL_PAGE (page), "clauses");
  copil_records_page_select (COPIL_RECORDS_PAGE (page->clauses),
                             copil_page_get_parent (COPIL_PAGE (page), copil_kind_get (kind), id));
  if (g_str_equal (kind, "fulfilment"))
    copil_children_focus (COPIL_CHILDREN (page->fulfilments), id);
}
