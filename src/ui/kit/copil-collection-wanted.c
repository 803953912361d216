/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-collection-wanted.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-collection.h"
#include "copil-drop-down.h"
#include "copil-paper-export.h"
#include "copil-figure-store.h"
#include "copil-parts.h"
#include "copil-ods.h"
#include "copil-value.h"
#include "copil-view-party.h"

struct _CopilCollectionWanted
{
  AdwWindow parent_instance;

  CopilSession *session;
  GtkWidget *from;
  GArray *parties; /* gint64, as they stand in the list */
  GArray *years;   /* int; 0 for all that is over */

  GtkWidget *party;
  GtkWidget *year;
  GtkWidget *write;
};

G_DEFINE_FINAL_TYPE (CopilCollectionWanted, copil_collection_wanted, ADW_TYPE_WINDOW)

static void
write_cb (CopilCollectionWanted *self)
{
  guint party = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->party)),
        year = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->year));
  CopilRequest request = { 0 };

  if (party >= self->parties->len || year >= self->years->len)
    return;
  request.id = g_array_index (self->parties, gint64, party);
  request.year = g_array_index (self->years, int, year);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  copil_paper_export_run (self->from, self->session, "collection.ods", &request);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copil_collection_wanted_finalize (GObject *object)
{
  CopilCollectionWanted *self = COPIL_COLLECTION_WANTED (object);

  g_clear_object (&self->session);
  g_clear_object (&self->from);
  g_array_unref (self->parties);
  g_array_unref (self->years);
  G_OBJECT_CLASS (copil_collection_wanted_parent_class)->finalize (object);
}

static void
copil_collection_wanted_class_init (CopilCollectionWantedClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_collection_wanted_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
copil_collection_wanted_init (CopilCollectionWanted *self)
{
  self->parties = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
}

/* --- building --- */

static void
fill_parties (CopilCollectionWanted *self, gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) parties = copil_view_list_parties (copil_session_get_store (self->session));
  guint selected = 0;

  for (guint i = 0; i < parties->len; i++)
    {
      const CopilViewParty *party = parties->pdata[i];

      if (party->id == chosen)
        selected = self->parties->len;
      gtk_string_list_append (names, party->name);
      g_array_append_val (self->parties, party->id);
    }
  self->party = copil_drop_down_new (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->party), selected);
}

/* Those of the convention that have begun, the last one first. */
static void
fill_years (CopilCollectionWanted *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *start = NULL, *end = NULL;
  int last = atoi (copil_today ()), first, year = 0;

  copil_figure_get_span (copil_session_get_store (self->session), &start, &end);
  if (end)
    last = MIN (last, atoi (end));
  first = start ? atoi (start) : last;
  gtk_string_list_append (names, _ ("All periods that are over"));
  g_array_append_val (self->years, year);
  for (year = last; year >= first; year--)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      gtk_string_list_append (names, name);
      g_array_append_val (self->years, year);
    }
  self->year = copil_drop_down_new (names);
}

static void
attach (GtkWidget *grid, int row, const char *text, GtkWidget *drop_down)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  g_autofree char *name = g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop_down);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), drop_down, 1, row, 1, 1);
}

static void
build (CopilCollectionWanted *self, gint64 party)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (),
            *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *grid = gtk_grid_new (),
            *cancel = copil_parts_button_new (_ ("_Cancel"));

  self->write = copil_parts_button_new (_ ("_Write…"));
  gtk_widget_add_css_class (self->write, "suggested-action");
  g_signal_connect_swapped (self->write, "clicked", G_CALLBACK (write_cb), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write);
  fill_parties (self, party);
  fill_years (self);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  attach (grid, 0, _ ("_Signatory"), self->party);
  attach (grid, 1, _ ("_Year"), self->year);
  gtk_box_append (GTK_BOX (inside),
                  copil_parts_label_new (_ ("A spreadsheet with only what this signatory supplies:"
                                            " its indicators, its engagements, its means. It fills"
                                            " the cells that are missing; the menu reads the sheet"
                                            " back."),
                                         NULL));
  gtk_box_append (GTK_BOX (inside), grid);
  g_object_set (inside, "margin-top", 18, "margin-bottom", 18, "margin-start", 18, "margin-end", 18,
                NULL);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), inside);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->write);
  gtk_widget_set_sensitive (self->write, self->parties->len > 0);
}

void
copil_collection_wanted_run (GtkWidget *from, CopilSession *session, gint64 party)
{
  GtkRoot *root = gtk_widget_get_root (from);
  CopilCollectionWanted *self = g_object_new (
      COPIL_TYPE_COLLECTION_WANTED, "title", _ ("Collection Sheet"), "modal", TRUE, "transient-for",
      GTK_IS_WINDOW (root) ? root : NULL, "destroy-with-parent", TRUE, "default-width", 460, NULL);

  self->session = g_object_ref (session);
  self->from = g_object_ref (from);
  build (self, party);
  gtk_window_present (GTK_WINDOW (self));
}
