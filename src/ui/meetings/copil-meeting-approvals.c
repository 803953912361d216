/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-approvals.h"

#include <glib/gi18n-lib.h>

#include "copil-fiche-life.h"
#include "copil-parts.h"
#include "copil-records-page.h"
#include "copil-view-decision.h"

struct _CopilMeetingApprovals
{
  CopilPanel parent_instance;

  gint64 meeting;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingApprovals, copil_meeting_approvals, COPIL_TYPE_PANEL)

/* What a button does: this decision approves that fiche. */
typedef struct
{
  gint64 decision, fiche;
} Approval;

static void
approve_cb (CopilMeetingApprovals *approvals, GtkWidget *button)
{
  const Approval *approval = g_object_get_data (G_OBJECT (button), "approval");
  g_autoptr (GError) error = NULL;

  if (!copil_session_settle (copil_panel_get_session (approvals)))
    return;
  if (copil_session_check (copil_panel_get_session (approvals),
                           copil_fiche_life_approve (copil_panel_get_store (approvals),
                                                     approval->fiche, 0, approval->decision, NULL,
                                                     &error),
                           &error))
    g_signal_emit_by_name (copil_panel_get_session (approvals), "toast",
                           _ ("The fiche is approved."), TRUE);
}

static GtkWidget *
make_row (CopilMeetingApprovals *approvals, const CopilViewDecision *decision)
{
  const Approval approval = { decision->id, decision->fiche };
  GtkWidget *row = adw_action_row_new (), *button = copil_parts_button_new (_ ("Approves it"));
  g_autofree char *called = copil_store_describe (copil_panel_get_store (approvals),
                                                  copil_kind_get ("fiche"), decision->fiche);
  g_autofree char *label = g_strdup_printf (_ ("Approves: %s"), called);
  g_autofree char *title = copil_store_dup_title (copil_panel_get_store (approvals),
                                                  copil_kind_get ("fiche"), decision->fiche);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), decision->title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("The fiche is approved by this decision of the meeting"));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "approval", g_memdup2 (&approval, sizeof approval),
                          g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (approve_cb), approvals);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill (gpointer self)
{
  CopilMeetingApprovals *approvals = self;
  CopilStore *store = copil_panel_get_store (approvals);
  g_autoptr (GPtrArray) decisions = copil_view_list_decisions (store, approvals->meeting);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (approvals->list)))
    gtk_list_box_remove (GTK_LIST_BOX (approvals->list), row);
  for (guint i = 0; i < decisions->len && !copil_store_is_read_only (store); i++)
    {
      const CopilViewDecision *decision = decisions->pdata[i];

      if (decision->fiche &&
          copil_fiche_life_can (store, decision->fiche, COPIL_FICHE_APPROVE, NULL))
        gtk_list_box_append (GTK_LIST_BOX (approvals->list), make_row (approvals, decision));
    }
  gtk_widget_set_visible (GTK_WIDGET (approvals),
                          gtk_widget_get_first_child (approvals->list) != NULL);
}

static void
copil_meeting_approvals_class_init (CopilMeetingApprovalsClass *class)
{
}

static void
copil_meeting_approvals_init (CopilMeetingApprovals *approvals)
{
  approvals->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (approvals->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (approvals->list, "boxed-list");
  copil_panel_set_child (approvals, copil_records_page_make_section (
                                        _ ("Fiches these decisions may approve"), approvals->list));
  gtk_widget_set_visible (GTK_WIDGET (approvals), FALSE);
}

GtkWidget *
copil_meeting_approvals_new (CopilSession *session)
{
  CopilMeetingApprovals *approvals =
      g_object_new (COPIL_TYPE_MEETING_APPROVALS, "session", session, NULL);

  copil_panel_watch (approvals, "decision fiche", fill);
  return GTK_WIDGET (approvals);
}

void
copil_meeting_approvals_set_meeting (CopilMeetingApprovals *approvals, gint64 meeting)
{
  approvals->meeting = meeting;
  fill (approvals);
}
