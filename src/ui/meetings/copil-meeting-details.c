/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-details.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-line.h"
#include "copil-committee-store.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-query.h"

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
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;

  GtkWidget *box;
  GtkWidget *main;
  GtkWidget *forms[G_N_ELEMENTS (parts)];
  GtkWidget *finding; /* on who asked, or on the presentations of each year */
  GtkWidget *guests;
};

G_DEFINE_FINAL_TYPE (CopilMeetingDetails, copil_meeting_details, GTK_TYPE_WIDGET)

/* « Invités : M. Berthier (préfecture), Mme Meunier (presse) ». */
static char *
describe_guests (CopilMeetingDetails *details)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      copil_session_get_store (details->session),
      "SELECT coalesce (civility || ' ', '') || name, coalesce (reason, function)"
      " FROM attendance JOIN person ON person.id = person WHERE meeting = ?1"
      " AND coalesce (role, CASE WHEN member THEN 'member' END, 'guest') <> 'member'"
      " ORDER BY attendance.position, attendance.id",
      "i", details->meeting);
  g_autoptr (GString) names = g_string_new (NULL);

  while (copil_query_next (query))
    {
      const char *reason = copil_query_text (query, 1);

      g_string_append_printf (names, reason ? "%s%s (%s)" : "%s%s", names->len ? ", " : "",
                              copil_query_text (query, 0), reason);
    }
  return names->len ? g_strdup_printf (_ ("Invited: %s"), names->str)
                    : g_strdup (_ ("Nobody from outside is invited yet: the préfet, the press and "
                                   "other guests are added in the attendance."));
}

static void
show (CopilMeetingDetails *details)
{
  CopilStore *store = copil_session_get_store (details->session);
  g_autofree char *type =
      copil_store_query_dup_text (store,
                                  "SELECT coalesce (type, 'ordinary') FROM meeting"
                                  " WHERE id = ?1",
                                  "i", details->meeting);
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
changed_cb (CopilMeetingDetails *details, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "meeting") ||
      copil_changes_has_kind (changes, "convention") || copil_changes_has_kind (changes, "party") ||
      copil_changes_has_kind (changes, "attendance"))
    show (details);
}

static void
copil_meeting_details_dispose (GObject *object)
{
  CopilMeetingDetails *details = COPIL_MEETING_DETAILS (object);

  g_clear_pointer (&details->box, gtk_widget_unparent);
  g_clear_object (&details->session);
  G_OBJECT_CLASS (copil_meeting_details_parent_class)->dispose (object);
}

static void
copil_meeting_details_class_init (CopilMeetingDetailsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_meeting_details_init (CopilMeetingDetails *details)
{
}

GtkWidget *
copil_meeting_details_new (CopilSession *session)
{
  CopilMeetingDetails *details = g_object_new (COPIL_TYPE_MEETING_DETAILS, NULL);

  details->session = g_object_ref (session);
  details->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  details->main = copil_form_new (session, "meeting", "main");
  gtk_box_append (GTK_BOX (details->box), details->main);
  details->finding = copil_committee_line_new ();
  details->guests = copil_parts_label_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      details->forms[i] = copil_form_new (session, "meeting", parts[i].section);
      gtk_box_append (GTK_BOX (details->box), details->forms[i]);
      if (i == 0)
        {
          gtk_box_append (GTK_BOX (details->box), details->finding);
          gtk_box_append (GTK_BOX (details->box), details->guests);
        }
    }
  gtk_widget_set_parent (details->box, GTK_WIDGET (details));
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           details, G_CONNECT_SWAPPED);
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
