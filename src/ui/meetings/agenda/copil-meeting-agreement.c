/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-agreement.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-query.h"
#include "copil-value.h"

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
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;
  char *fingerprint; /* of the agenda as it is now */
  GPtrArray *lines;  /* Line */
  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingAgreement, copil_meeting_agreement, GTK_TYPE_WIDGET)

#define NAME "coalesce (person.civility || ' ', '') || person.name"

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line);
}

static CopilStore *
get_store (CopilMeetingAgreement *agreement)
{
  return copil_session_get_store (agreement->session);
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
show_line (Line *line)
{
  CopilStore *store = get_store (line->agreement);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, date, name, note FROM agreement WHERE meeting = ?1 AND party = ?2"
      " ORDER BY fingerprint IS ?3 DESC, date DESC, id DESC LIMIT 1",
      "iit", line->agreement->meeting, line->party, line->agreement->fingerprint);
  gboolean given = copil_query_next (query), writes = !copil_store_is_read_only (store);
  const char *note = given ? copil_query_text (query, 3) : NULL;
  g_autofree char *date = given ? copil_date_format (copil_query_text (query, 1)) : NULL;
  const char *by = given ? copil_query_text (query, 2) : NULL;
  g_autofree char *text =
      !given        ? g_strdup_printf (_ ("%s: no agreement yet"), line->name)
      : *date && by ? g_strdup_printf (_ ("%s: agreement given on %s (%s)"), line->name, date, by)
      : *date       ? g_strdup_printf (_ ("%s: agreement given on %s"), line->name, date)
      : by          ? g_strdup_printf (_ ("%s: agreement given (%s)"), line->name, by)
                    : g_strdup_printf (_ ("%s: agreement given"), line->name);

  line->id = given ? copil_query_int (query, 0) : 0;
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
  gtk_label_set_label (GTK_LABEL (line->note), note ? note : "");
  gtk_widget_set_visible (line->note, note != NULL);
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

static void
show (CopilMeetingAgreement *agreement)
{
  g_free (agreement->fingerprint);
  agreement->fingerprint =
      copil_agreed_dup_fingerprint (get_store (agreement), "agreement", agreement->meeting);
  for (guint i = 0; i < agreement->lines->len; i++)
    show_line (agreement->lines->pdata[i]);
  show_summary (agreement);
  gtk_widget_set_visible (GTK_WIDGET (agreement), agreement->lines->len > 0);
}

/* --- Callbacks --- */

/* Who gave it last time, else the first member. */
static char *
guess_name (Line *line)
{
  return copil_store_query_dup_text (
      get_store (line->agreement),
      "SELECT coalesce ((SELECT agreement.name FROM agreement JOIN meeting ON meeting.id ="
      " agreement.meeting WHERE agreement.party = ?1 AND agreement.name IS NOT NULL ORDER BY"
      " meeting.date DESC, agreement.id DESC LIMIT 1), (SELECT " NAME
      " FROM person WHERE person.party = ?1 AND member ORDER BY position, id LIMIT 1))",
      "i", line->party);
}

static void
give_cb (Line *line)
{
  g_autofree char *name = guess_name (line), *today = g_strdup (copil_today ());
  g_autoptr (GError) error = NULL;

  copil_session_flush (line->agreement->session);
  if (!copil_session_check (line->agreement->session,
                            copil_agreed_agree (get_store (line->agreement),
                                                line->agreement->meeting, line->party, today, name,
                                                &error) != 0,
                            error))
    return;
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
  copil_session_delete (line->agreement->session, "agreement", line->id);
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
line_new (CopilMeetingAgreement *agreement, gint64 party, const char *name)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  line->agreement = agreement;
  line->party = party;
  line->name = g_strdup (name);
  line->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                            "selectable", FALSE, NULL);
  line->form = copil_form_new (agreement->session, "agreement", NULL);
  g_object_set (line->form, "margin-start", 12, "margin-end", 12, "margin-bottom", 12, NULL);
  line->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (line->revealer), line->form);
  gtk_box_append (GTK_BOX (box), build_bar (line));
  gtk_box_append (GTK_BOX (box), line->revealer);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  gtk_list_box_append (GTK_LIST_BOX (agreement->list), line->row);
  return line;
}

static void
fill (CopilMeetingAgreement *agreement)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      get_store (agreement),
      "SELECT id, coalesce (short_name, name) FROM party ORDER BY coalesce (side, 9), position, id",
      "");

  for (guint i = 0; i < agreement->lines->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (agreement->list), ((Line *)agreement->lines->pdata[i])->row);
  g_ptr_array_set_size (agreement->lines, 0);
  while (agreement->meeting && copil_query_next (query))
    g_ptr_array_add (agreement->lines,
                     line_new (agreement, copil_query_int (query, 0), copil_query_text (query, 1)));
  show (agreement);
}

static void
changed_cb (CopilMeetingAgreement *agreement, CopilChanges *changes)
{
  /* All that the agenda speaks of. */
  static const char *const kinds[] = { "agreement", "meeting", "item", "attachment" };

  if (copil_changes_has_kind (changes, "party"))
    fill (agreement);
  else
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (copil_changes_has_kind (changes, kinds[i]))
        {
          show (agreement);
          return;
        }
}

static void
copil_meeting_agreement_dispose (GObject *object)
{
  CopilMeetingAgreement *agreement = COPIL_MEETING_AGREEMENT (object);

  g_clear_pointer (&agreement->box, gtk_widget_unparent);
  g_ptr_array_set_size (agreement->lines, 0);
  g_clear_object (&agreement->session);
  G_OBJECT_CLASS (copil_meeting_agreement_parent_class)->dispose (object);
}

static void
copil_meeting_agreement_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_MEETING_AGREEMENT (object)->lines);
  g_free (COPIL_MEETING_AGREEMENT (object)->fingerprint);
  G_OBJECT_CLASS (copil_meeting_agreement_parent_class)->finalize (object);
}

static void
copil_meeting_agreement_class_init (CopilMeetingAgreementClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_agreement_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_meeting_agreement_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_meeting_agreement_init (CopilMeetingAgreement *agreement)
{
  agreement->lines = g_ptr_array_new_with_free_func (line_free);
  agreement->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  agreement->summary = copil_parts_label_new (NULL, "heading");
  agreement->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (agreement->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (agreement->list, "boxed-list");
  gtk_box_append (GTK_BOX (agreement->box), agreement->summary);
  gtk_box_append (GTK_BOX (agreement->box), agreement->list);
  gtk_widget_set_parent (agreement->box, GTK_WIDGET (agreement));
  gtk_accessible_update_property (GTK_ACCESSIBLE (agreement), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Agreement on the agenda"), -1);
}

GtkWidget *
copil_meeting_agreement_new (CopilSession *session)
{
  CopilMeetingAgreement *agreement = g_object_new (COPIL_TYPE_MEETING_AGREEMENT, NULL);

  agreement->session = g_object_ref (session);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           agreement, G_CONNECT_SWAPPED);
  return GTK_WIDGET (agreement);
}

void
copil_meeting_agreement_set_meeting (CopilMeetingAgreement *agreement, gint64 meeting)
{
  g_return_if_fail (COPIL_IS_MEETING_AGREEMENT (agreement));
  if (agreement->meeting == meeting)
    return;
  agreement->meeting = meeting;
  fill (agreement);
}

gboolean
copil_meeting_agreement_focus (CopilMeetingAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = agreement->lines->pdata[i];

      if (!line->counts)
        return gtk_widget_grab_focus (line->give);
    }
  return FALSE;
}
