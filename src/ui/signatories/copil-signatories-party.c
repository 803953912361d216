/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-signatories-party.h"

#include <glib/gi18n-lib.h>

#include "copil-collection-wanted.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-records-page.h"
#include "copil-signatories-quick.h"
#include "copil-view-person.h"

struct _CopilSignatoriesParty
{
  CopilPanel parent_instance;

  gint64 id;

  GtkWidget *form;
  GtkWidget *persons;
  GtkWidget *quick;
};

G_DEFINE_FINAL_TYPE (CopilSignatoriesParty, copil_signatories_party, COPIL_TYPE_PANEL)

static gint64
get_person (gpointer widget)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (widget), "person");
}

static void
set_person (gpointer widget, gint64 id)
{
  g_object_set_data_full (G_OBJECT (widget), "person", g_memdup2 (&id, sizeof id), g_free);
}

static void
member_cb (CopilSignatoriesParty *party, GtkCheckButton *check)
{
  copil_session_edit (copil_panel_get_session (party), "person", get_person (check), "member",
                      gtk_check_button_get_active (check) ? "1" : "0");
}

static void
open_cb (CopilSignatoriesParty *party, GtkListBoxRow *row)
{
  copil_session_go (copil_panel_get_session (party), "person", get_person (row));
}

static GtkWidget *
make_person (CopilSignatoriesParty *party, CopilViewPerson *person)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("%s sits on the committee"), person->name);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person->function);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), person->member);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Sits on the committee"));
  gtk_widget_set_sensitive (check, !copil_store_is_read_only (copil_panel_get_store (party)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  set_person (check, person->id);
  set_person (row, person->id);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (member_cb), party);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
fill (gpointer self)
{
  CopilSignatoriesParty *party = self;
  g_autoptr (GPtrArray) persons =
      copil_view_list_persons (copil_panel_get_store (party), party->id);
  GtkWidget *row, *focus = gtk_widget_get_focus_child (party->persons);
  gint64 focused = focus ? get_person (focus) : 0;

  while ((row = gtk_widget_get_first_child (party->persons)))
    gtk_list_box_remove (GTK_LIST_BOX (party->persons), row);
  for (guint i = 0; i < persons->len; i++)
    {
      row = make_person (party, persons->pdata[i]);
      gtk_list_box_append (GTK_LIST_BOX (party->persons), row);
      if (focused && get_person (row) == focused)
        gtk_widget_grab_focus (row);
    }
  gtk_widget_set_visible (party->persons, persons->len > 0);
}

static void
copil_signatories_party_class_init (CopilSignatoriesPartyClass *class)
{
}

static void
copil_signatories_party_init (CopilSignatoriesParty *party)
{
}

static void
collection_cb (CopilSignatoriesParty *party)
{
  copil_collection_wanted_run (GTK_WIDGET (party), copil_panel_get_session (party), party->id);
}

static GtkWidget *
make_collection (CopilSignatoriesParty *party)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = copil_parts_button_new (_ ("_Write its collection sheet…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (collection_cb), party);
  gtk_box_append (
      GTK_BOX (box),
      copil_parts_label_new (_ ("A spreadsheet with only what this signatory supplies: its"
                                " indicators, its engagements, its means. It fills the cells that"
                                " are missing; the menu reads the sheet back."),
                             NULL));
  gtk_box_append (GTK_BOX (box), button);
  return copil_records_page_make_section (_ ("Collection"), box);
}

GtkWidget *
copil_signatories_party_new (CopilSession *session)
{
  CopilSignatoriesParty *party =
      g_object_new (COPIL_TYPE_SIGNATORIES_PARTY, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24),
            *people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  party->form = copil_form_new (session, "party", NULL);
  party->persons = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (party->persons), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (party->persons, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (party->persons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Persons"), -1);
  g_signal_connect_swapped (party->persons, "row-activated", G_CALLBACK (open_cb), party);
  party->quick = copil_signatories_quick_new (session, FALSE);
  gtk_box_append (GTK_BOX (people), party->persons);
  gtk_box_append (GTK_BOX (people), party->quick);
  gtk_box_append (GTK_BOX (box), party->form);
  gtk_box_append (GTK_BOX (box), copil_records_page_make_section (
                                     _ ("Persons (ticked: sits on the committee)"), people));
  gtk_box_append (GTK_BOX (box), make_collection (party));
  copil_panel_set_child (party, box);
  copil_panel_watch (party, "person", fill);
  return GTK_WIDGET (party);
}

void
copil_signatories_party_set_id (CopilSignatoriesParty *party, gint64 id)
{
  copil_form_set_id (COPIL_FORM (party->form), id);
  copil_signatories_quick_set_party (COPIL_SIGNATORIES_QUICK (party->quick), id);
  party->id = id;
  fill (party);
}

void
copil_signatories_party_focus (CopilSignatoriesParty *party)
{
  copil_form_focus (COPIL_FORM (party->form), "name");
}
