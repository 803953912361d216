/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-agreement.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-agreed.h"

/* The line of one signatory; it stays while the signatory does, so that the keyboard does too. */
typedef struct
{
  CopilMeetingAgreement *agreement; /* not owned */
  gint64 party;
  gint64 id; /* of the agreement, 0 for none */
  gboolean counts;
  char *name;
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *note;
  GtkWidget *give;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkWidget *revealer;
  GtkWidget *form;
} Line;

struct _CopilMeetingAgreement
{
  CopilPanel parent_instance;

  gint64 meeting;
  GPtrArray *lines; /* Line */
  GtkWidget *summary;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingAgreement, copil_meeting_agreement, COPIL_TYPE_PANEL)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line);
}

/* --- Showing --- */

/* The keyboard does not stay in a form that goes. */
static void
leave_form (Line *line)
{
  GtkRoot *root = gtk_widget_get_root (line->revealer);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, line->revealer))
    gtk_widget_grab_focus (line->give);
}

static void
show_line (Line *line, const CopilViewAgreed *agreed)
{
  CopilStore *store = copil_panel_get_store (line->agreement);
  gboolean given = agreed->id != 0, writes = !copil_store_is_read_only (store);
  const char *by = agreed->name;
  g_autofree char *date = copil_date_format (agreed->date);
  g_autofree char *text =
      !given        ? g_strdup_printf (_ ("%s: no agreement yet"), line->name)
      : *date && by ? g_strdup_printf (_ ("%s: agreement given on %s (%s)"), line->name, date, by)
      : *date       ? g_strdup_printf (_ ("%s: agreement given on %s"), line->name, date)
      : by          ? g_strdup_printf (_ ("%s: agreement given (%s)"), line->name, by)
                    : g_strdup_printf (_ ("%s: agreement given"), line->name);

  line->id = agreed->id;
  line->counts = given && copil_agreed_counts (store, "agreement", line->id);
  if (given && !line->counts)
    {
      char *lapsed = copil_agreed_say_given (store, "agreement", line->id, text);

      g_free (text);
      text = lapsed;
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (line->icon), line->counts ? "emblem-ok-symbolic"
                                                        : given      ? "dialog-warning-symbolic"
                                                                     : "content-loading-symbolic");
  gtk_label_set_label (GTK_LABEL (line->label), text);
  gtk_label_set_label (GTK_LABEL (line->note), agreed->note ? agreed->note : "");
  gtk_widget_set_visible (line->note, agreed->note != NULL);
  gtk_widget_set_visible (line->give, !line->counts);
  gtk_widget_set_visible (line->edit, given);
  gtk_widget_set_visible (line->remove, given);
  gtk_widget_set_sensitive (line->give, writes);
  gtk_widget_set_sensitive (line->remove, writes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  if (!given)
    {
      leave_form (line);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->edit), FALSE);
    }
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (line->edit)))
    copil_form_set_id (COPIL_FORM (line->form), line->id);
}

static void
show_summary (CopilMeetingAgreement *agreement)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = agreement->lines->pdata[i];

      if (!line->counts)
        g_string_append_printf (missing, "%s%s", missing->len ? ", " : "", line->name);
    }
  text = missing->len ? g_strdup_printf (_ ("Agreement on the agenda – missing: %s"), missing->str)
                      : g_strdup (_ ("Agreement on the agenda – given by every signatory"));
  gtk_label_set_label (GTK_LABEL (agreement->summary), text);
}

/* --- Callbacks --- */

static void
give_cb (Line *line)
{
  CopilMeetingAgreement *agreement = line->agreement;
  CopilStore *store = copil_panel_get_store (agreement);
  g_autofree char *name =
      copil_agreed_guess_name (store, "agreement", agreement->meeting, line->party);
  g_autofree char *today = g_strdup (copil_today ());
  g_autoptr (GError) error = NULL;

  if (!copil_session_settle (copil_panel_get_session (agreement)))
    return;
  if (!copil_session_check (
          copil_panel_get_session (agreement),
          copil_agreed_agree (store, agreement->meeting, line->party, today, name, &error) != 0,
          &error))
    return;
  copil_panel_settle (agreement);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->edit), TRUE);
  copil_form_focus (COPIL_FORM (line->form), "date");
}

static void
edit_cb (Line *line)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (line->edit));

  if (active && line->id)
    copil_form_set_id (COPIL_FORM (line->form), line->id);
  gtk_revealer_set_reveal_child (GTK_REVEALER (line->revealer), active);
}

static void
remove_cb (Line *line)
{
  if (!line->id)
    return;
  copil_session_delete (copil_panel_get_session (line->agreement), "agreement", line->id);
  copil_panel_settle (line->agreement);
  gtk_widget_grab_focus (line->give);
}

/* --- Building --- */

static void
set_tip (GtkWidget *button, const char *tip)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static GtkWidget *
build_bar (Line *line)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *give = g_strdup_printf (_ ("Note the agreement of %s"), line->name);
  g_autofree char *edit = g_strdup_printf (_ ("Change the agreement of %s"), line->name);
  g_autofree char *remove = g_strdup_printf (_ ("Take away the agreement of %s"), line->name);

  line->icon = gtk_image_new ();
  line->label = copil_parts_label_new (NULL, NULL);
  line->note = copil_parts_label_new (NULL, "caption");
  line->give = gtk_button_new_with_label (_ ("Note the agreement"));
  line->edit = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (line->edit), "document-edit-symbolic");
  line->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  set_tip (line->give, give);
  set_tip (line->edit, edit);
  set_tip (line->remove, remove);
  gtk_widget_add_css_class (line->edit, "flat");
  gtk_widget_add_css_class (line->remove, "flat");
  g_signal_connect_swapped (line->give, "clicked", G_CALLBACK (give_cb), line);
  g_signal_connect_swapped (line->edit, "toggled", G_CALLBACK (edit_cb), line);
  g_signal_connect_swapped (line->remove, "clicked", G_CALLBACK (remove_cb), line);
  gtk_box_append (GTK_BOX (texts), line->label);
  gtk_box_append (GTK_BOX (texts), line->note);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), line->icon);
  gtk_box_append (GTK_BOX (bar), texts);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *button = i == 0 ? line->give : i == 1 ? line->edit : line->remove;

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (bar), button);
    }
  g_object_set (bar, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 6,
                NULL);
  return bar;
}

static Line *
line_new (CopilMeetingAgreement *agreement, const CopilViewAgreed *agreed)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  line->agreement = agreement;
  line->party = agreed->party;
  line->name = g_strdup (agreed->party_name);
  line->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                            "selectable", FALSE, NULL);
  line->form = copil_form_new (copil_panel_get_session (agreement), "agreement", NULL);
  g_object_set (line->form, "margin-start", 12, "margin-end", 12, "margin-bottom", 12, NULL);
  line->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (line->revealer), line->form);
  gtk_box_append (GTK_BOX (box), build_bar (line));
  gtk_box_append (GTK_BOX (box), line->revealer);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  gtk_list_box_append (GTK_LIST_BOX (agreement->list), line->row);
  return line;
}

/* Whether the lines are those of these signatories. */
static gboolean
is_same (CopilMeetingAgreement *agreement, GPtrArray *list)
{
  gboolean same = agreement->lines->len == list->len;

  for (guint i = 0; same && i < list->len; i++)
    {
      const Line *line = agreement->lines->pdata[i];
      const CopilViewAgreed *agreed = list->pdata[i];

      same = line->party == agreed->party && g_strcmp0 (line->name, agreed->party_name) == 0;
    }
  return same;
}

static void
refresh (gpointer self)
{
  CopilMeetingAgreement *agreement = self;
  CopilStore *store = copil_panel_get_store (agreement);
  g_autofree char *now = copil_agreed_dup_fingerprint (store, "agreement", agreement->meeting);
  g_autoptr (GPtrArray) list = copil_view_list_agreements (store, agreement->meeting, now);
  GtkWidget *row;

  if (!agreement->meeting)
    g_ptr_array_set_size (list, 0);
  if (!is_same (agreement, list))
    {
      while ((row = gtk_widget_get_first_child (agreement->list)))
        gtk_list_box_remove (GTK_LIST_BOX (agreement->list), row);
      g_ptr_array_set_size (agreement->lines, 0);
      for (guint i = 0; i < list->len; i++)
        g_ptr_array_add (agreement->lines, line_new (agreement, list->pdata[i]));
    }
  for (guint i = 0; i < list->len; i++)
    show_line (agreement->lines->pdata[i], list->pdata[i]);
  show_summary (agreement);
  gtk_widget_set_visible (GTK_WIDGET (agreement), list->len > 0);
}

static void
copil_meeting_agreement_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_MEETING_AGREEMENT (object)->lines);
  G_OBJECT_CLASS (copil_meeting_agreement_parent_class)->finalize (object);
}

static void
copil_meeting_agreement_class_init (CopilMeetingAgreementClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_agreement_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_meeting_agreement_init (CopilMeetingAgreement *agreement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  agreement->lines = g_ptr_array_new_with_free_func (line_free);
  agreement->summary = copil_parts_label_new (NULL, "heading");
  agreement->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (agreement->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (agreement->list, "boxed-list");
  gtk_box_append (GTK_BOX (box), agreement->summary);
  gtk_box_append (GTK_BOX (box), agreement->list);
  copil_panel_set_child (agreement, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (agreement), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Agreement on the agenda"), -1);
}

GtkWidget *
copil_meeting_agreement_new (CopilSession *session)
{
  CopilMeetingAgreement *agreement =
      g_object_new (COPIL_TYPE_MEETING_AGREEMENT, "session", session, NULL);

  /* All that the agenda speaks of. */
  copil_panel_watch (agreement, "agreement meeting item attachment party", refresh);
  return GTK_WIDGET (agreement);
}

void
copil_meeting_agreement_set_meeting (CopilMeetingAgreement *agreement, gint64 meeting)
{
  g_return_if_fail (COPIL_IS_MEETING_AGREEMENT (agreement));
  if (agreement->meeting == meeting)
    return;
  agreement->meeting = meeting;
  refresh (agreement);
}

gboolean
copil_meeting_agreement_focus (CopilMeetingAgreement *agreement)
{
  copil_panel_settle (agreement);
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = agreement->lines->pdata[i];

      if (!line->counts)
        return gtk_widget_grab_focus (line->give);
    }
  return FALSE;
}
