/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-amendment.h"

#include <glib/gi18n-lib.h>

#include "copil-amendable.h"
#include "copil-drop-down.h"
#include "copil-focus.h"
#include "copil-form.h"
#include "copil-meeting-minutes-passage.h"
#include "copil-parts.h"
#include "copil-minutes-life-text.h"
#include "copil-minutes-life.h"
#include "copil-record.h"

struct _CopilMeetingAmendment
{
  CopilPanel parent_instance;

  gint64 id;
  GPtrArray *subjects; /* CopilAmendable */

  GtkWidget *item;
  GtkWidget *form;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *reason;
  GtkWidget *icon;
  GtkWidget *state;
  GtkWidget *accept;
  GtkWidget *refuse;
  GtkWidget *delete;
};

G_DEFINE_FINAL_TYPE (CopilMeetingAmendment, copil_meeting_amendment, COPIL_TYPE_PANEL)

static void
show_subjects (CopilMeetingAmendment *amendment, CopilRecord *record)
{
  const char *about = copil_record_get (record, "about");
  gint64 id =
      copil_record_get_int (record, g_strcmp0 (about, "decision") == 0 ? "decision" : "item");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  guint selected = 0;

  g_clear_pointer (&amendment->subjects, g_ptr_array_unref);
  amendment->subjects = copil_amendable_list (copil_panel_get_store (amendment),
                                              copil_record_get_int (record, "meeting"));
  for (guint i = 0; i < amendment->subjects->len; i++)
    {
      const CopilAmendable *subject = amendment->subjects->pdata[i];

      if (g_strcmp0 (subject->about, about) == 0 && subject->id == id)
        selected = i;
      g_strv_builder_add (builder, subject->title);
    }
  titles = g_strv_builder_end (builder);
  copil_drop_down_set_texts (amendment->item, (const char *const *)titles, selected, amendment);
}

static const char *
icon_for (const char *state)
{
  if (g_strcmp0 (state, "accepted") == 0)
    return "copil-done-symbolic";
  if (g_strcmp0 (state, "refused") == 0)
    return "copil-abandoned-symbolic";
  return "copil-planned-symbolic";
}

static void
show (CopilMeetingAmendment *amendment)
{
  CopilStore *store = copil_panel_get_store (amendment);
  const CopilKind *kind = copil_kind_get ("correction");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, amendment->id);
  g_autoptr (CopilMinutesLife) life = NULL;
  const char *state;
  gboolean open, asked;

  if (!record)
    return;
  life = copil_minutes_life_new (store, copil_record_get_int (record, "meeting"));
  state = copil_record_get (record, "state");
  state = state ? state : "proposed";
  open = life && copil_minutes_life_is_open (life) && !copil_record_get (record, "version") &&
         !copil_store_is_read_only (store);
  asked = open && g_str_equal (state, "proposed");
  show_subjects (amendment, record);
  gtk_image_set_from_icon_name (GTK_IMAGE (amendment->icon), icon_for (state));
  gtk_label_set_label (
      GTK_LABEL (amendment->state),
      g_str_equal (state, "proposed")
          ? _ ("No answer yet")
          : copil_field_get_option_label (copil_kind_get_field (kind, "state"), state));
  copil_focus_set_sensitive (amendment->item, asked);
  copil_focus_set_sensitive (amendment->form, open);
  copil_focus_set_sensitive (amendment->reason, open);
  gtk_widget_set_visible (amendment->reason, asked || copil_record_get (record, "reason"));
  copil_meeting_passage_set_editable (COPIL_MEETING_PASSAGE (amendment->before), asked);
  copil_meeting_passage_set_editable (COPIL_MEETING_PASSAGE (amendment->after), asked);
  gtk_widget_set_visible (amendment->accept, open && !g_str_equal (state, "accepted"));
  gtk_widget_set_visible (amendment->refuse, asked);
  gtk_widget_set_visible (amendment->delete, asked);
}

static void
compare (CopilMeetingAmendment *amendment)
{
  g_autofree char *before =
      copil_meeting_passage_dup_text (COPIL_MEETING_PASSAGE (amendment->before));
  g_autofree char *after =
      copil_meeting_passage_dup_text (COPIL_MEETING_PASSAGE (amendment->after));
  g_autoptr (GArray) gone = NULL, come = NULL;

  copil_minutes_text_compare (before, after, &gone, &come);
  copil_meeting_passage_mark (COPIL_MEETING_PASSAGE (amendment->before), gone);
  copil_meeting_passage_mark (COPIL_MEETING_PASSAGE (amendment->after), come);
}

static void
item_cb (CopilMeetingAmendment *amendment)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (amendment->item));
  const CopilAmendable *subject;
  g_autoptr (GError) error = NULL;

  if (place >= amendment->subjects->len)
    return;
  copil_session_keep (copil_panel_get_session (amendment));
  subject = amendment->subjects->pdata[place];
  copil_session_check (copil_panel_get_session (amendment),
                       copil_minutes_life_set_subject (copil_panel_get_store (amendment),
                                                       amendment->id, subject->about, subject->id,
                                                       &error),
                       &error);
}

static char *
dup_reason (CopilMeetingAmendment *amendment)
{
  g_autoptr (CopilRecord) record = copil_store_load (copil_panel_get_store (amendment),
                                                     copil_kind_get ("correction"), amendment->id);

  return record ? g_strdup (copil_record_get (record, "reason")) : NULL;
}

static void
accept (CopilMeetingAmendment *amendment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  gboolean replaced;
  guint lapsed;

  if (!copil_session_settle (copil_panel_get_session (amendment)))
    return;
  reason = dup_reason (amendment);
  if (!copil_session_check (copil_panel_get_session (amendment),
                            copil_minutes_life_accept (copil_panel_get_store (amendment),
                                                       amendment->id, reason, &replaced, &lapsed,
                                                       &error),
                            &error))
    return;
  copil_session_toast (copil_panel_get_session (amendment),
                       !replaced ? _ ("Accepted; it names no place: change the minutes yourself.")
                       : lapsed
                           ? _ ("Accepted: the minutes are changed, and are to be validated again.")
                           : _ ("Accepted: the minutes are changed."));
}

static void
refuse (CopilMeetingAmendment *amendment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (!copil_session_settle (copil_panel_get_session (amendment)))
    return;
  reason = dup_reason (amendment);
  if (!copil_session_check (copil_panel_get_session (amendment),
                            copil_minutes_life_refuse (copil_panel_get_store (amendment),
                                                       amendment->id, reason, &error),
                            &error))
    copil_form_focus (COPIL_FORM (amendment->reason), "reason");
}

/* The answer hides the button that gives it, and GTK loses count where that happens while it is
 * still pressed. */
static gboolean
accept_idle_cb (gpointer data)
{
  CopilMeetingAmendment *amendment = data;

  if (copil_panel_get_child (amendment))
    accept (amendment);
  return G_SOURCE_REMOVE;
}

static gboolean
refuse_idle_cb (gpointer data)
{
  CopilMeetingAmendment *amendment = data;

  if (copil_panel_get_child (amendment))
    refuse (amendment);
  return G_SOURCE_REMOVE;
}

static void
accept_cb (CopilMeetingAmendment *amendment)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, accept_idle_cb, g_object_ref (amendment), g_object_unref);
}

static void
refuse_cb (CopilMeetingAmendment *amendment)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, refuse_idle_cb, g_object_ref (amendment), g_object_unref);
}

static void
delete_cb (CopilMeetingAmendment *amendment)
{
  copil_session_delete (copil_panel_get_session (amendment), "correction", amendment->id);
}

static void
changed_cb (CopilMeetingAmendment *amendment, CopilChanges *changes)
{
  if (copil_changes_has (changes, "correction", amendment->id) ||
      copil_changes_has_kind (changes, "meeting") || copil_changes_moved (changes, "item") ||
      copil_changes_moved (changes, "decision"))
    show (amendment);
}

static void
copil_meeting_amendment_finalize (GObject *object)
{
  g_clear_pointer (&COPIL_MEETING_AMENDMENT (object)->subjects, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_meeting_amendment_parent_class)->finalize (object);
}

static void
copil_meeting_amendment_class_init (CopilMeetingAmendmentClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_amendment_finalize;
}

static void
copil_meeting_amendment_init (CopilMeetingAmendment *amendment)
{
}

/* --- Building --- */

static GtkWidget *
build_item (CopilMeetingAmendment *amendment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  amendment->item = gtk_drop_down_new_from_strings ((const char *const[]){ NULL });
  gtk_widget_set_hexpand (amendment->item, TRUE);
  copil_drop_down_set_name (amendment->item, _ ("What the amendment is about"));
  g_signal_connect_swapped (amendment->item, "notify::selected", G_CALLBACK (item_cb), amendment);
  amendment->delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (amendment->delete, _ ("Delete this amendment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (amendment->delete), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete this amendment"), -1);
  gtk_widget_add_css_class (amendment->delete, "flat");
  g_signal_connect_swapped (amendment->delete, "clicked", G_CALLBACK (delete_cb), amendment);
  gtk_box_append (GTK_BOX (line), amendment->item);
  gtk_box_append (GTK_BOX (line), amendment->delete);
  gtk_box_append (GTK_BOX (box),
                  copil_parts_label_new (_ ("What the amendment is about"), "field-label"));
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static GtkWidget *
build_answer (CopilMeetingAmendment *amendment)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  amendment->icon = gtk_image_new ();
  amendment->state = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (amendment->state, TRUE);
  amendment->accept = copil_parts_button_new (_ ("Acce_pt"));
  amendment->refuse = copil_parts_button_new (_ ("Ref_use"));
  g_signal_connect_swapped (amendment->accept, "clicked", G_CALLBACK (accept_cb), amendment);
  g_signal_connect_swapped (amendment->refuse, "clicked", G_CALLBACK (refuse_cb), amendment);
  gtk_box_append (GTK_BOX (line), amendment->icon);
  gtk_box_append (GTK_BOX (line), amendment->state);
  gtk_box_append (GTK_BOX (line), amendment->refuse);
  gtk_box_append (GTK_BOX (line), amendment->accept);
  return line;
}

static void
build (CopilMeetingAmendment *amendment)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *card;
  g_autofree char *called = copil_store_describe (copil_panel_get_store (amendment),
                                                  copil_kind_get ("correction"), amendment->id);

  card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, called, -1);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "form");
  amendment->form = copil_form_new (copil_panel_get_session (amendment), "correction", "request");
  amendment->before = copil_meeting_passage_new (copil_panel_get_session (amendment), "old_text",
                                                 _ ("Text before"), TRUE);
  amendment->after = copil_meeting_passage_new (copil_panel_get_session (amendment), "new_text",
                                                _ ("Text asked for"), FALSE);
  amendment->reason = copil_form_new (copil_panel_get_session (amendment), "correction", "answer");
  gtk_box_set_homogeneous (GTK_BOX (texts), TRUE);
  gtk_box_append (GTK_BOX (texts), amendment->before);
  gtk_box_append (GTK_BOX (texts), amendment->after);
  gtk_box_append (GTK_BOX (card), build_item (amendment));
  gtk_box_append (GTK_BOX (card), amendment->form);
  gtk_box_append (GTK_BOX (card), texts);
  gtk_box_append (GTK_BOX (card), amendment->reason);
  gtk_box_append (GTK_BOX (card), build_answer (amendment));
  copil_panel_set_child (amendment, card);
  copil_form_set_id (COPIL_FORM (amendment->form), amendment->id);
  copil_form_set_id (COPIL_FORM (amendment->reason), amendment->id);
  copil_meeting_passage_set_amendment (COPIL_MEETING_PASSAGE (amendment->before), amendment->id);
  copil_meeting_passage_set_amendment (COPIL_MEETING_PASSAGE (amendment->after), amendment->id);
  g_signal_connect_swapped (amendment->before, "typed", G_CALLBACK (compare), amendment);
  g_signal_connect_swapped (amendment->after, "typed", G_CALLBACK (compare), amendment);
}

GtkWidget *
copil_meeting_amendment_new (CopilSession *session, gint64 id)
{
  CopilMeetingAmendment *amendment =
      g_object_new (COPIL_TYPE_MEETING_AMENDMENT, "session", session, NULL);

  amendment->id = id;
  build (amendment);
  show (amendment);
  compare (amendment);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           amendment, G_CONNECT_SWAPPED);
  return GTK_WIDGET (amendment);
}

gint64
copil_meeting_amendment_get_id (CopilMeetingAmendment *amendment)
{
  return amendment->id;
}

void
copil_meeting_amendment_focus (CopilMeetingAmendment *amendment)
{
  copil_meeting_passage_focus (COPIL_MEETING_PASSAGE (amendment->after));
}
