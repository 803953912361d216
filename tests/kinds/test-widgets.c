/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind that only the descriptions know (kinds-more.c), in what pages are made of: a form, a list
 * of records, the children of a record. Needs a display: test_window.py runs it. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "copil-children.h"
#include "copil-field.h"
#include "copil-form.h"
#include "copil-record.h"
#include "copil-records-page.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilSession *session;
  gint64 axis;
  gint64 loan;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *axis = NULL;

  self->folder = scratch_folder_new ();
  self->path = g_build_filename (self->folder, "a.copil", NULL);
  store = copil_store_create (self->path, "Convention", &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_begin (store, "Axis", NULL));
  self->axis = copil_store_insert (store, copil_kind_get ("axis"), &error, "title", "A", NULL);
  axis = g_strdup_printf ("%" G_GINT64_FORMAT, self->axis);
  self->loan = copil_store_insert (store, copil_kind_get ("loan"), &error, "axis", axis, "title",
                                   "Printer", "since", "2024-02-01", NULL);
  g_assert_no_error (error);
  g_assert_true (copil_store_commit (store, NULL));
  self->session = copil_session_new (store);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->session);
  scratch_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* The names of the fields that have a control under a widget, in their order. */
static void
list_fields (GtkWidget *widget, GString *names)
{
  if (COPIL_IS_FIELD_CONTROL (widget))
    g_string_append_printf (names, "%s ",
                            copil_field_control_get_field (COPIL_FIELD_CONTROL (widget))->name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_fields (child, names);
}

#define LOAN                                                                                       \
  "label title state borrower parties since back quantity unit insured note confidential "

static void
test_form (Fixture *self, gconstpointer data)
{
  GtkWidget *form = g_object_ref_sink (copil_form_new (self->session, "loan", NULL));
  GtkWidget *engagement = g_object_ref_sink (copil_form_new (self->session, "engagement", NULL));
  g_autoptr (GString) names = g_string_new (NULL), more = g_string_new (NULL);

  copil_form_set_id (COPIL_FORM (form), self->loan);
  list_fields (form, names);
  g_assert_cmpstr (names->str, ==, LOAN);
  list_fields (engagement, more);
  g_assert_true (g_str_has_suffix (more->str, " confidential motto "));
  g_object_unref (form);
  g_object_unref (engagement);
}

static void
test_children (Fixture *self, gconstpointer data)
{
  GtkWidget *children =
      g_object_ref_sink (copil_children_new (self->session, "loan", NULL, "_Add a loan"));
  g_autoptr (GString) names = g_string_new (NULL);

  copil_children_set_parent (COPIL_CHILDREN (children), self->axis);
  list_fields (children, names);
  g_assert_cmpstr (names->str, ==, LOAN);
  g_object_unref (children);
}

static GtkColumnView *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_view (child);
      if (found)
        return found;
    }
  return NULL;
}

/* A page of records that says nothing of its columns, its rows and its search. */
static void
test_list (Fixture *self, gconstpointer data)
{
  static const CopilRecordsSpec spec = { .kind = "loan",
                                         .add = "_Add a loan",
                                         .back = "Loans",
                                         .icon = "view-list-bullet-symbolic",
                                         .title = "No loans yet",
                                         .sentence = "What is lent." };
  GtkWidget *form = copil_form_new (self->session, "loan", NULL);
  GtkWidget *page = g_object_ref_sink (copil_records_page_new (self->session, &spec, form, 340));
  GtkColumnView *view = find_view (page);
  GListModel *columns = gtk_column_view_get_columns (view);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (CopilRow) row = g_list_model_get_item (rows, 0);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_string_append_printf (titles, "%s|", gtk_column_view_column_get_title (column));
    }
  g_assert_cmpstr (
      titles->str, ==,
      "Loan|Axis|State|Borrower|Signatories|Since|Back on|Quantity|Unit|Insured|Confidential|");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpstr (copil_row_get (row, 0), ==, "Printer");
  g_assert_cmpstr (copil_row_get (row, 1), ==, "A");
  g_assert_cmpstr (copil_row_get (row, 2), ==, "Ready");
  g_assert_cmpstr (copil_row_get (row, 5), ==, "2024-02-01");
  g_object_unref (page);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kinds/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/kinds/children", Fixture, NULL, set_up, test_children, tear_down);
  g_test_add ("/kinds/list", Fixture, NULL, set_up, test_list, tear_down);
  return g_test_run ();
}
