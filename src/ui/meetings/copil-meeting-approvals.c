/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-approvals.h"

#include <glib/gi18n-lib.h>

#include "copil-fiche-life.h"
#include "copil-parts.h"
#include "copil-query.h"
#include "copil-records-page.h"

struct _CopilMeetingApprovals
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;
  GtkWidget *section;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingApprovals, copil_meeting_approvals, GTK_TYPE_WIDGET)

/* What a button does: this decision approves that fiche. */
typedef struct
{
  gint64 decision, fiche;
} Approval;

static CopilStore *
get_store (CopilMeetingApprovals *approvals)
{
  return copil_session_get_store (approvals->session);
}

static void
approve_cb (CopilMeetingApprovals *approvals, GtkWidget *button)
{
  const Approval *approval = g_object_get_data (G_OBJECT (button), "approval");
  g_autoptr (GError) error = NULL;

  copil_session_flush (approvals->session);
  if (copil_session_check (approvals->session,
                           copil_fiche_life_approve (get_store (approvals), approval->fiche, 0,
                                                     approval->decision, NULL, &error),
                           error))
    g_signal_emit_by_name (approvals->session, "toast", _ ("The fiche is approved."), TRUE);
}

static GtkWidget *
make_row (CopilMeetingApprovals *approvals, const Approval *approval, const char *decision)
{
  GtkWidget *row = adw_action_row_new (), *button = copil_parts_button_new (_ ("Approves it"));
  g_autofree char *called =
      copil_store_describe (get_store (approvals), copil_kind_get ("fiche"), approval->fiche);
  g_autofree char *label = g_strdup_printf (_ ("Approves: %s"), called);
  g_autofree char *title =
      copil_store_dup_title (get_store (approvals), copil_kind_get ("fiche"), approval->fiche);

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), decision);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("The fiche is approved by this decision of the meeting"));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "approval", g_memdup2 (approval, sizeof *approval),
                          g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (approve_cb), approvals);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill (CopilMeetingApprovals *approvals)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (approvals),
      "SELECT id, fiche, coalesce (nullif (label, '') || ' – ', '') || text FROM decision"
      " WHERE meeting = ?1 AND fiche IS NOT NULL ORDER BY position, id",
      "i", approvals->meeting);
  gboolean writes = !copil_store_is_read_only (get_store (approvals)), any = FALSE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (approvals->list)))
    gtk_list_box_remove (GTK_LIST_BOX (approvals->list), row);
  while (writes && copil_query_next (query))
    {
      const Approval approval = { copil_query_int (query, 0), copil_query_int (query, 1) };

      if (!copil_fiche_life_can (get_store (approvals), approval.fiche, COPIL_FICHE_APPROVE, NULL))
        continue;
      gtk_list_box_append (GTK_LIST_BOX (approvals->list),
                           make_row (approvals, &approval, copil_query_text (query, 2)));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (approvals), any);
}

static void
changed_cb (CopilMeetingApprovals *approvals, CopilChanges *changes)
{
  if (approvals->meeting &&
      (copil_changes_has_kind (changes, "decision") || copil_changes_has_kind (changes, "fiche")))
    fill (approvals);
}

static void
copil_meeting_approvals_dispose (GObject *object)
{
  CopilMeetingApprovals *approvals = COPIL_MEETING_APPROVALS (object);

  g_clear_pointer (&approvals->section, gtk_widget_unparent);
  g_clear_object (&approvals->session);
  G_OBJECT_CLASS (copil_meeting_approvals_parent_class)->dispose (object);
}

static void
copil_meeting_approvals_class_init (CopilMeetingApprovalsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_approvals_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_meeting_approvals_init (CopilMeetingApprovals *approvals)
{
  approvals->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (approvals->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (approvals->list, "boxed-list");
  approvals->section =
      copil_records_page_make_section (_ ("Fiches these decisions may approve"), approvals->list);
  gtk_widget_set_parent (approvals->section, GTK_WIDGET (approvals));
  gtk_widget_set_visible (GTK_WIDGET (approvals), FALSE);
}

GtkWidget *
copil_meeting_approvals_new (CopilSession *session)
{
  CopilMeetingApprovals *approvals = g_object_new (COPIL_TYPE_MEETING_APPROVALS, NULL);

  approvals->session = g_object_ref (session);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           approvals, G_CONNECT_SWAPPED);
  return GTK_WIDGET (approvals);
}

void
copil_meeting_approvals_set_meeting (CopilMeetingApprovals *approvals, gint64 meeting)
{
  approvals->meeting = meeting;
  fill (approvals);
}
