/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiches-export.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-followups.h"
#include "copil-paper-export.h"
#include "copil-view-axis.h"
#include "copil-view-fiche.h"
#include "copil-dialog.h"

/* The dialog where fiches are ticked. */
typedef struct
{
  GtkWidget *from; /* weak */
  CopilSession *session;
  CopilAudience audience;
  GtkWidget *dialog;
  GtkWidget *axes;   /* GtkDropDown */
  GArray *axis_ids;  /* gint64, as in the drop-down */
  GPtrArray *checks; /* GtkCheckButton */
  GArray *ids;       /* gint64, as the checks */
} Choice;

/* --- choosing --- */

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_weak_pointer (&choice->from);
  g_object_unref (choice->session);
  g_array_unref (choice->axis_ids);
  g_ptr_array_unref (choice->checks);
  g_array_unref (choice->ids);
  g_free (choice);
}

static GArray *
list_ticked (Choice *choice)
{
  GArray *ticked = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < choice->checks->len; i++)
    if (gtk_check_button_get_active (choice->checks->pdata[i]))
      g_array_append_val (ticked, g_array_index (choice->ids, gint64, i));
  return ticked;
}

static void
ticked_cb (Choice *choice)
{
  g_autoptr (GArray) ticked = list_ticked (choice);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (choice->dialog), "export",
                                           ticked->len > 0);
}

/* Ticks those of the axis that was chosen; the first choice is all, the second none. */
static void
axis_cb (Choice *choice)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice->axes));
  gint64 axis = place < choice->axis_ids->len ? g_array_index (choice->axis_ids, gint64, place) : 0;

  for (guint i = 0; i < choice->checks->len; i++)
    {
      gboolean of =
          place == 0 ||
          (axis && copil_view_fiche_is_of_axis (copil_session_get_store (choice->session),
                                                g_array_index (choice->ids, gint64, i), axis));

      gtk_check_button_set_active (choice->checks->pdata[i], of);
    }
}

static void
response_cb (Choice *choice, const char *response)
{
  g_autoptr (GArray) ids = NULL;
  CopilRequest request = { .audience = choice->audience };

  if (!g_str_equal (response, "export") || !choice->from)
    return;
  ids = list_ticked (choice);
  request.ids = ids;
  copil_paper_export_run (choice->from, choice->session, "fiche.odt", &request);
}

static void
add_axes (Choice *choice, GtkWidget *box)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  CopilStore *store = copil_session_get_store (choice->session);
  g_autoptr (GPtrArray) axes = copil_view_list_axes (store);
  gint64 none = 0;

  gtk_string_list_append (names, _ ("All fiches"));
  gtk_string_list_append (names, _ ("None"));
  g_array_append_val (choice->axis_ids, none);
  g_array_append_val (choice->axis_ids, none);
  for (guint i = 0; i < axes->len; i++)
    {
      gint64 id = ((const CopilViewAxis *)axes->pdata[i])->id;
      g_autofree char *title = copil_store_dup_title (store, copil_kind_get ("axis"), id);

      gtk_string_list_append (names, title);
      g_array_append_val (choice->axis_ids, id);
    }
  choice->axes = copil_drop_down_new (names);
  copil_drop_down_set_name (choice->axes, _ ("Tick the fiches of"));
  gtk_widget_set_tooltip_text (choice->axes, _ ("Tick the fiches of"));
  g_signal_connect_swapped (choice->axes, "notify::selected", G_CALLBACK (axis_cb), choice);
  gtk_box_append (GTK_BOX (box), choice->axes);
}

static void
add_fiches (Choice *choice, GtkWidget *box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  CopilStore *store = copil_session_get_store (choice->session);

  choice->ids = copil_view_list_fiches (store);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < choice->ids->len; i++)
    {
      g_autofree char *title = copil_store_dup_title (store, copil_kind_get ("fiche"),
                                                      g_array_index (choice->ids, gint64, i));
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      g_object_set (row, "use-markup", FALSE, NULL);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (ticked_cb), choice);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (choice->checks, check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_box_append (GTK_BOX (box), scrolled);
}

void
copil_fiches_export_choose (GtkWidget *from, CopilSession *session, CopilAudience audience)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  AdwMessageDialog *dialog;

  copil_session_keep (session);
  choice->dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Export several fiches"),
                              _ ("In one document, with a table of contents."));
  dialog = ADW_MESSAGE_DIALOG (choice->dialog);
  g_set_weak_pointer (&choice->from, from);
  choice->session = g_object_ref (session);
  choice->audience = audience;
  choice->axis_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  choice->checks = g_ptr_array_new ();
  gtk_widget_set_size_request (box, 420, -1);
  add_axes (choice, box);
  add_fiches (choice, box);
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "export", _ ("E_xport…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "export", choice->ids->len > 0);
  adw_message_dialog_set_default_response (dialog, "export");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "choice", choice, choice_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), choice);
  copil_dialog_present (choice->dialog);
}

/* --- follow-up notes --- */

static void
append_year (GMenu *menu, const char *label, const char *action, int year, gboolean table)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ib)", year, table);
  g_menu_append_item (menu, item);
}

GMenuModel *
copil_followups_export_make_menu (CopilSession *session, const char *action)
{
  g_autoptr (GArray) years = copil_followups_list_years (copil_session_get_store (session));
  GMenu *menu = g_menu_new ();

  for (int table = 0; table < 2; table++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      append_year (section,
                   table ? _ ("All follow-up notes, table…") : _ ("All follow-up notes, text…"),
                   action, 0, table);
      for (guint i = years->len; i-- > 0;)
        {
          int year = g_array_index (years, int, i);
          g_autofree char *label =
              g_strdup_printf (table ? _ ("Of %d, table…") : _ ("Of %d, text…"), year);

          append_year (section, label, action, year, table);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}
