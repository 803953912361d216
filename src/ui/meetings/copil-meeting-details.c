/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-details.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-line.h"
#include "copil-committee-store.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-presence.h"
#include "copil-record.h"

/* What only some types of meetings have, in the order in which it shows. */
static const struct
{
  const char *types; /* with spaces around */
  const char *section;
} parts[] = {
  { " exceptional ", "request" },
  { " working_group workshop ", "hosts" },
  { " ordinary exceptional public ", "chair" },
  { " ordinary exceptional public working_group workshop ", "opening" },
};

struct _CopilMeetingDetails
{
  CopilPanel parent_instance;

  gint64 meeting;

  GtkWidget *main;
  GtkWidget *forms[G_N_ELEMENTS (parts)];
  GtkWidget *finding; /* on who asked, or on the presentations of each year */
  GtkWidget *guests;
};

G_DEFINE_FINAL_TYPE (CopilMeetingDetails, copil_meeting_details, COPIL_TYPE_PANEL)

/* « Invités : M. Berthier (préfecture), Mme Meunier (presse) ». */
static char *
describe_guests (CopilMeetingDetails *details)
{
  g_autoptr (GPtrArray) guests =
      copil_presence_list_guests (copil_panel_get_store (details), details->meeting);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < guests->len; i++)
    {
      const CopilPresence *guest = guests->pdata[i];
      const char *reason = guest->reason ? guest->reason : guest->function;

      g_string_append_printf (names, reason ? "%s%s (%s)" : "%s%s", names->len ? ", " : "",
                              guest->name, reason);
    }
  return names->len ? g_strdup_printf (_ ("Invited: %s"), names->str)
                    : g_strdup (_ ("Nobody from outside is invited yet: the préfet, the press and "
                                   "other guests are added in the attendance."));
}

static void
show (gpointer self)
{
  CopilMeetingDetails *details = self;
  CopilStore *store = copil_panel_get_store (details);
  g_autoptr (CopilRecord) record =
      copil_store_load (store, copil_kind_get ("meeting"), details->meeting);
  const char *type = record ? copil_record_get (record, "type") : NULL;
  g_autofree char *key = g_strdup_printf (" %s ", type ? type : "ordinary");
  gboolean public = g_strcmp0 (type, "public") == 0;
  g_autofree char *guests = public ? describe_guests (details) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_visible (details->forms[i], strstr (parts[i].types, key) != NULL);
  copil_committee_line_set (
      details->finding, public ? copil_committee_judge_cadence (store, COPIL_CADENCE_PUBLIC)
                        : details->meeting ? copil_committee_judge_asked (store, details->meeting)
                                           : NULL);
  gtk_label_set_label (GTK_LABEL (details->guests), guests ? guests : "");
  gtk_widget_set_visible (details->guests, public);
}

static void
copil_meeting_details_class_init (CopilMeetingDetailsClass *class)
{
}

static void
copil_meeting_details_init (CopilMeetingDetails *details)
{
}

GtkWidget *
copil_meeting_details_new (CopilSession *session)
{
  CopilMeetingDetails *details =
      g_object_new (COPIL_TYPE_MEETING_DETAILS, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  details->main = copil_form_new (session, "meeting", "main");
  gtk_box_append (GTK_BOX (box), details->main);
  details->finding = copil_committee_line_new ();
  details->guests = copil_parts_label_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      details->forms[i] = copil_form_new (session, "meeting", parts[i].section);
      gtk_box_append (GTK_BOX (box), details->forms[i]);
      if (i == 0)
        {
          gtk_box_append (GTK_BOX (box), details->finding);
          gtk_box_append (GTK_BOX (box), details->guests);
        }
    }
  copil_panel_set_child (details, box);
  copil_panel_watch (details, "meeting convention party attendance", show);
  return GTK_WIDGET (details);
}

void
copil_meeting_details_set_meeting (CopilMeetingDetails *details, gint64 meeting)
{
  details->meeting = meeting;
  copil_form_set_id (COPIL_FORM (details->main), meeting);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    copil_form_set_id (COPIL_FORM (details->forms[i]), meeting);
  show (details);
}

void
copil_meeting_details_focus (CopilMeetingDetails *details)
{
  copil_form_focus (COPIL_FORM (details->main), NULL);
}
