/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-life-ending.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-parts.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-in-force.h"
#include "copil-view-life.h"
#include "copil-view-record.h"

struct _CopilLifeEnding
{
  CopilPanel parent_instance;

  GtkWidget *form;
  GtkWidget *day;
  GtkWidget *left; /* the section of what is to be finished */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilLifeEnding, copil_life_ending, COPIL_TYPE_PANEL)

static void
row_activated_cb (CopilLifeEnding *ending, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (id)
    copil_session_go (copil_panel_get_session (ending), g_object_get_data (G_OBJECT (row), "kind"),
                      *id);
}

static void
add_row (CopilLifeEnding *ending, const CopilViewRecord *record)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *said = g_strdup_printf (
      /* Translators: the name of a kind of record, then its title */
      _ ("%s: %s"), copil_kind_get_label (copil_kind_get (record->kind)),
      record->title ? record->title : "–");
  GtkWidget *label = copil_parts_label_new (said, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set (label, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer)record->kind);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (ending->list), row);
}

static void
fill (gpointer self)
{
  CopilLifeEnding *ending = self;
  CopilStore *store = copil_panel_get_store (ending);
  g_autofree char *last = copil_convention_dup_last_day (store);
  g_autofree char *spelled = last ? copil_date_format_long (last) : NULL, *sentence = NULL;

  copil_form_set_id (COPIL_FORM (ending->form), copil_view_get_convention (store));
  sentence = last ? g_strdup_printf (_ ("The convention ends on %s; what is under way is to be "
                                        "finished or given up by then."),
                                     spelled)
                  : g_strdup (_ ("Nobody has ended the convention. Where a signatory does, say who "
                                 "and on what day: the day it ends follows from the notice."));
  gtk_label_set_label (GTK_LABEL (ending->day), sentence);
  gtk_widget_set_visible (ending->left, last != NULL);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (ending->list));)
    gtk_list_box_remove (GTK_LIST_BOX (ending->list), child);
  if (last)
    {
      g_autoptr (GPtrArray) records = copil_view_list_unfinished (store);

      for (guint i = 0; i < records->len; i++)
        add_row (ending, records->pdata[i]);
    }
}

static void
copil_life_ending_class_init (CopilLifeEndingClass *class)
{
}

static void
copil_life_ending_init (CopilLifeEnding *ending)
{
}

GtkWidget *
copil_life_ending_new (CopilSession *session)
{
  CopilLifeEnding *ending = g_object_new (COPIL_TYPE_LIFE_ENDING, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new (),
            *scrolled = gtk_scrolled_window_new (), *empty;

  ending->form = copil_form_new (session, "convention", "ending");
  ending->day = copil_parts_label_new (NULL, "heading");
  ending->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (ending->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (ending->list, "boxed-list");
  empty = copil_parts_label_new (_ ("Nothing is under way."), "dim-label");
  g_object_set (empty, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (ending->list), empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ending->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To be finished"), -1);
  g_signal_connect_object (ending->list, "row-activated", G_CALLBACK (row_activated_cb), ending,
                           G_CONNECT_SWAPPED);
  ending->left = copil_records_page_make_section (_ ("To be finished"), ending->list);
  gtk_box_append (GTK_BOX (box), ending->day);
  gtk_box_append (GTK_BOX (box), ending->form);
  gtk_box_append (GTK_BOX (box), ending->left);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  copil_panel_set_child (ending, scrolled);
  copil_panel_set_focus (ending, ending->form);
  copil_panel_watch (ending, "convention amendment party engagement fiche decision", fill);
  fill (ending);
  return GTK_WIDGET (ending);
}
