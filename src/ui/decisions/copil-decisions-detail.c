/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-decisions-detail.h"

#include <glib/gi18n-lib.h>

#include "copil-followup-journal.h"
#include "copil-form.h"
#include "copil-links.h"
#include "copil-records-page.h"
#include "copil-view-decision.h"

struct _CopilDecisionsDetail
{
  CopilPanel parent_instance;

  GtkWidget *form;
  GtkWidget *outcome;
  GtkWidget *votes;
  GtkWidget *journal;
  GtkWidget *links[3]; /* to the meeting, the engagement, the fiche */
};

G_DEFINE_FINAL_TYPE (CopilDecisionsDetail, copil_decisions_detail, COPIL_TYPE_PANEL)

static void
copil_decisions_detail_class_init (CopilDecisionsDetailClass *class)
{
}

static void
copil_decisions_detail_init (CopilDecisionsDetail *detail)
{
}

GtkWidget *
copil_decisions_detail_new (CopilSession *session)
{
  static const struct
  {
    const char *kind, *sql;
  } links[] = { { "meeting", copil_view_meeting_of_decision },
                { "engagement", copil_view_engagement_of_decision },
                { "fiche", copil_view_fiche_of_decision } };
  CopilDecisionsDetail *detail =
      g_object_new (COPIL_TYPE_DECISIONS_DETAIL, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  detail->form = copil_form_new (session, "decision", "register");
  detail->outcome = copil_form_new (session, "decision", "outcome");
  detail->journal = copil_followup_journal_new (session, "decision");
  gtk_box_append (GTK_BOX (box),
                  copil_records_page_make_section (
                      copil_kind_get_label (copil_kind_get ("decision")), detail->form));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      detail->links[i] =
          copil_links_new (session, copil_kind_get_label (copil_kind_get (links[i].kind)),
                           links[i].kind, links[i].sql, "decision", NULL);
      gtk_box_append (GTK_BOX (box), detail->links[i]);
    }
  gtk_box_append (GTK_BOX (box),
                  copil_records_page_make_section (
                      copil_kind_get_plural_label (copil_kind_get ("followup")), detail->journal));
  gtk_box_append (GTK_BOX (box), detail->outcome);
  detail->votes = copil_form_new (session, "decision", "votes");
  gtk_box_append (GTK_BOX (box),
                  copil_records_page_make_section (_ ("Votes and reservations"), detail->votes));
  copil_panel_set_child (detail, box);
  return GTK_WIDGET (detail);
}

void
copil_decisions_detail_set_id (CopilDecisionsDetail *detail, gint64 id)
{
  copil_form_set_id (COPIL_FORM (detail->form), id);
  copil_form_set_id (COPIL_FORM (detail->outcome), id);
  copil_form_set_id (COPIL_FORM (detail->votes), id);
  copil_followup_journal_set_id (COPIL_FOLLOWUP_JOURNAL (detail->journal), id);
  for (guint i = 0; i < G_N_ELEMENTS (detail->links); i++)
    copil_links_set_id (COPIL_LINKS (detail->links[i]), id);
}

void
copil_decisions_detail_focus (CopilDecisionsDetail *detail)
{
  copil_form_focus (COPIL_FORM (detail->form), "text");
}

void
copil_decisions_detail_note (CopilDecisionsDetail *detail)
{
  copil_followup_journal_focus (COPIL_FOLLOWUP_JOURNAL (detail->journal));
}
