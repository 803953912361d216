/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes.h"

#include <glib/gi18n-lib.h>

#include "copil-meeting-minutes-amendment.h"
#include "copil-meeting-minutes-parties.h"
#include "copil-meeting-minutes-versions.h"
#include "copil-parts.h"
#include "copil-minutes-life.h"
#include "copil-publish-freeze.h"
#include "copil-publish-kept.h"
#include "copil-value.h"
#include "copil-view-meeting.h"

static const char *const states[] = { "draft", "proposed", "amended", "validated" };
#define N_STATES G_N_ELEMENTS (states)

struct _CopilMeetingMinutes
{
  CopilPanel parent_instance;

  gint64 meeting;

  GtkWidget *steps;
  GtkWidget *marks[N_STATES];
  GtkWidget *words[N_STATES];
  GtkWidget *sentence;
  GtkWidget *rule;
  GtkWidget *act; /* the next command: its text says which */
  GtkWidget *export;
  GtkWidget *validations;
  GtkWidget *heading;
  GtkWidget *explain;
  GtkWidget *add;
  GtkWidget *amendments;
  GtkWidget *versions;
};

G_DEFINE_FINAL_TYPE (CopilMeetingMinutes, copil_meeting_minutes, COPIL_TYPE_PANEL)

/* --- Showing --- */

const char *
copil_meeting_get_minutes_icon (const char *minutes)
{
  static const char *const icons[][2] = { { "proposed", "mail-send-symbolic" },
                                          { "amended", "edit-find-replace-symbolic" },
                                          { "validated", "emblem-ok-symbolic" } };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], minutes) == 0)
      return icons[i][1];
  return "document-edit-symbolic";
}

static void
show_steps (CopilMeetingMinutes *minutes, const char *state, gboolean amended)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("meeting"), "minutes");
  guint current = 0;

  for (guint i = 0; i < N_STATES; i++)
    if (g_str_equal (states[i], state))
      current = i;
  for (guint i = 0; i < N_STATES; i++)
    {
      /* Nothing need be amended on the way. */
      gboolean skipped = g_str_equal (states[i], "amended") && current > i && !amended;

      gtk_image_set_from_icon_name (GTK_IMAGE (minutes->marks[i]),
                                    i < current && !skipped
                                        ? "copil-done-symbolic"
                                        : copil_meeting_get_minutes_icon (states[i]));
      for (guint c = 0; c < 2; c++)
        {
          GtkWidget *widget = c == 0 ? minutes->marks[i] : minutes->words[i];

          gtk_widget_remove_css_class (widget, "heading");
          gtk_widget_remove_css_class (widget, "accent");
          gtk_widget_remove_css_class (widget, "dim-label");
          if (i == current)
            {
              gtk_widget_add_css_class (widget, "heading");
              gtk_widget_add_css_class (widget, "accent");
            }
          else if (i > current || skipped)
            gtk_widget_add_css_class (widget, "dim-label");
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (minutes->steps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_field_get_option_label (field, state), -1);
}

static char *
say_kept (CopilStore *store, gint64 version)
{
  if (!version)
    return g_strdup (
        _ ("The minutes are validated, but their document is not kept: what is kept now"
           " is made today, from today’s records."));
  if (!copil_publish_is_sound (store, version))
    return g_strdup (_ ("The minutes are validated, but a document that was kept is damaged or was"
                        " changed: its digest is another."));
  if (copil_publish_lacks_documents (store, version))
    return g_strdup (_ ("The minutes are validated and kept, but not all documents about them: what"
                        " is kept now is made today, from today’s records."));
  return g_strdup (
      _ ("The minutes are validated, and their document is kept as it was validated."));
}

/* Where the minutes stand, in one or two sentences. */
static char *
say_state (CopilMeetingMinutes *minutes, CopilMinutesLife *life)
{
  g_autofree char *missing = copil_minutes_life_say_missing (life);
  g_autofree char *proposed = copil_date_format_long (life->proposed);

  if (g_str_equal (life->state, "validated"))
    return say_kept (copil_panel_get_store (minutes), life->version);
  if (g_str_equal (life->state, "draft"))
    return g_strdup (life->pending
                         ? _ ("A new version is being prepared. Propose it once it is corrected.")
                         : _ ("The minutes are a draft. Propose them to those who validate."));
  if (!missing)
    return g_strdup (_ ("All validations are given: the minutes can be validated."));
  if (*proposed && g_str_equal (life->state, "proposed"))
    /* Translators: a date in full, and what is still missing */
    return g_strdup_printf (_ ("Proposed on %s. %s"), proposed, missing);
  if (*proposed)
    return g_strdup_printf (_ ("Proposed on %s, amended since. %s"), proposed, missing);
  return g_steal_pointer (&missing);
}

static void
show_act (CopilMeetingMinutes *minutes, CopilMinutesLife *life)
{
  const char *text = NULL;

  if (g_str_equal (life->state, "draft"))
    text = _ ("_Propose the minutes");
  else if (g_str_equal (life->state, "validated"))
    text = !life->version ? _ ("_Keep the document")
           : copil_publish_lacks_documents (copil_panel_get_store (minutes), life->version)
               ? _ ("_Keep the documents")
               : NULL;
  else if (life->complete)
    text = _ ("_Validate the minutes");
  if (text)
    copil_parts_set_text (minutes->act, text);
  gtk_widget_set_visible (minutes->act,
                          text && !copil_store_is_read_only (copil_panel_get_store (minutes)));
}

static void
show (CopilMeetingMinutes *minutes)
{
  g_autoptr (CopilMinutesLife) life =
      copil_minutes_life_new (copil_panel_get_store (minutes), minutes->meeting);
  g_autofree char *sentence = NULL, *rule = NULL;
  gboolean open;

  if (!life)
    return;
  sentence = say_state (minutes, life);
  rule = copil_minutes_life_say_rule (life);
  open = copil_minutes_life_is_open (life) &&
         !copil_store_is_read_only (copil_panel_get_store (minutes));
  show_steps (minutes, life->state, life->amended);
  gtk_label_set_label (GTK_LABEL (minutes->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (minutes->rule), rule);
  show_act (minutes, life);
  gtk_widget_set_visible (minutes->add, open);
  gtk_widget_set_visible (minutes->explain, !gtk_widget_get_first_child (minutes->amendments));
  gtk_label_set_label (GTK_LABEL (minutes->explain),
                       open ? _ ("No amendment is asked for.")
                            : _ ("Amendments are recorded once the minutes are proposed."));
  if (g_str_equal (life->state, "validated"))
    gtk_label_set_label (GTK_LABEL (minutes->explain), _ ("No amendment was asked for."));
}

/* Makes the cards those of the amendments, keeping the widgets of those that stay. */
static void
show_amendments (CopilMeetingMinutes *minutes)
{
  g_autoptr (GArray) ids =
      copil_view_list_amendments (copil_panel_get_store (minutes), minutes->meeting);
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GtkWidget *previous = NULL;
  GHashTableIter iter;
  gpointer card;

  for (GtkWidget *child = gtk_widget_get_first_child (minutes->amendments); child;
       child = gtk_widget_get_next_sibling (child))
    {
      gint64 id = copil_meeting_amendment_get_id (COPIL_MEETING_AMENDMENT (child));
      g_hash_table_insert (left, g_memdup2 (&id, sizeof id), child);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      GtkWidget *child = g_hash_table_lookup (left, &id);

      if (child)
        {
          gtk_box_reorder_child_after (GTK_BOX (minutes->amendments), child, previous);
          g_hash_table_remove (left, &id);
        }
      else
        {
          child = copil_meeting_amendment_new (copil_panel_get_session (minutes), id);
          gtk_box_insert_child_after (GTK_BOX (minutes->amendments), child, previous);
        }
      previous = child;
    }
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    gtk_box_remove (GTK_BOX (minutes->amendments), card);
}

static void
refresh (gpointer self)
{
  show_amendments (self);
  show (self);
}

/* --- Callbacks --- */

static void
act_cb (CopilMeetingMinutes *minutes)
{
  CopilStore *store = copil_panel_get_store (minutes);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilMinutesLife) life = NULL;
  g_autofree char *missing = NULL, *message = NULL;
  gboolean ok;
  gint64 version;

  if (!copil_session_settle (copil_panel_get_session (minutes)))
    return;
  life = copil_minutes_life_new (store, minutes->meeting);
  if (!life)
    return;
  if (g_str_equal (life->state, "draft"))
    {
      ok = copil_minutes_life_propose (store, minutes->meeting, copil_today (), &error);
      missing = copil_minutes_life_say_missing (life);
      message = g_strconcat (_ ("The minutes are proposed."), missing ? " " : NULL, missing, NULL);
    }
  else if (g_str_equal (life->state, "validated"))
    {
      ok = copil_publish_keep (store, minutes->meeting, copil_today (), &error) != 0;
      message = g_strdup (_ ("The document of the minutes is kept."));
    }
  else
    {
      ok = copil_publish_complete (store, minutes->meeting, copil_today (), &version, &error);
      message = g_strdup (_ ("The minutes are validated, and their document is kept."));
    }
  if (copil_session_check (copil_panel_get_session (minutes), ok, &error))
    {
      copil_meeting_minutes_focus (minutes);
      g_signal_emit_by_name (copil_panel_get_session (minutes), "toast", message, TRUE);
    }
}

static gboolean
focus_last_cb (gpointer data)
{
  CopilMeetingMinutes *minutes = data;
  GtkWidget *last =
      copil_panel_get_child (minutes) ? gtk_widget_get_last_child (minutes->amendments) : NULL;

  if (last)
    copil_meeting_amendment_focus (COPIL_MEETING_AMENDMENT (last));
  return G_SOURCE_REMOVE;
}

static void
add_cb (CopilMeetingMinutes *minutes)
{
  CopilStore *store = copil_panel_get_store (minutes);
  g_autoptr (GError) error = NULL;
  gint64 item;

  copil_session_keep (copil_panel_get_session (minutes));
  item = copil_view_find_noted_item (store, minutes->meeting);
  if (copil_session_check (copil_panel_get_session (minutes),
                           copil_minutes_life_add_amendment (store, minutes->meeting, item,
                                                             copil_today (), &error) != 0,
                           &error))
    /* Once the new card has its size. */
    g_idle_add_full (G_PRIORITY_LOW, focus_last_cb, g_object_ref (minutes), g_object_unref);
}

static void
copil_meeting_minutes_class_init (CopilMeetingMinutesClass *class)
{
}

static void
copil_meeting_minutes_init (CopilMeetingMinutes *minutes)
{
}

/* --- Building --- */

static GtkWidget *
build_steps (CopilMeetingMinutes *minutes)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("meeting"), "minutes");

  minutes->steps = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  for (guint i = 0; i < N_STATES; i++)
    {
      GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      if (i > 0)
        gtk_box_append (GTK_BOX (minutes->steps),
                        gtk_image_new_from_icon_name ("go-next-symbolic"));
      minutes->marks[i] = gtk_image_new ();
      minutes->words[i] = gtk_label_new (copil_field_get_option_label (field, states[i]));
      gtk_box_append (GTK_BOX (step), minutes->marks[i]);
      gtk_box_append (GTK_BOX (step), minutes->words[i]);
      gtk_box_append (GTK_BOX (minutes->steps), step);
    }
  return minutes->steps;
}

static GtkWidget *
build_state (CopilMeetingMinutes *minutes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  minutes->sentence = copil_parts_label_new (NULL, NULL);
  minutes->rule = copil_parts_label_new (NULL, "caption");
  minutes->act = copil_parts_button_new (_ ("_Propose the minutes"));
  minutes->export = copil_parts_button_new (_ ("Export the _minutes…"));
  gtk_widget_add_css_class (minutes->act, "suggested-action");
  g_signal_connect_swapped (minutes->act, "clicked", G_CALLBACK (act_cb), minutes);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (minutes->export), "page.export");
  gtk_box_append (GTK_BOX (buttons), minutes->act);
  gtk_box_append (GTK_BOX (buttons), minutes->export);
  gtk_box_append (GTK_BOX (box), build_steps (minutes));
  gtk_box_append (GTK_BOX (box), minutes->sentence);
  gtk_box_append (GTK_BOX (box), minutes->rule);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static GtkWidget *
build_validations (CopilMeetingMinutes *minutes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  minutes->validations = copil_meeting_validations_new (copil_panel_get_session (minutes));
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (_ ("Validations"), "heading"));
  gtk_box_append (GTK_BOX (box), minutes->validations);
  return box;
}

static GtkWidget *
build_amendments (CopilMeetingMinutes *minutes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *content = adw_button_content_new ();

  minutes->heading = copil_parts_label_new (_ ("Amendments to the minutes"), "heading");
  minutes->explain = copil_parts_label_new (NULL, NULL);
  minutes->amendments = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  minutes->add = gtk_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add an _amendment"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (minutes->add), content);
  gtk_widget_set_halign (minutes->add, GTK_ALIGN_START);
  g_signal_connect_swapped (minutes->add, "clicked", G_CALLBACK (add_cb), minutes);
  gtk_box_append (GTK_BOX (box), minutes->heading);
  gtk_box_append (GTK_BOX (box), minutes->explain);
  gtk_box_append (GTK_BOX (box), minutes->amendments);
  gtk_box_append (GTK_BOX (box), minutes->add);
  return box;
}

GtkWidget *
copil_meeting_minutes_new (CopilSession *session)
{
  CopilMeetingMinutes *minutes =
      g_object_new (COPIL_TYPE_MEETING_MINUTES, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  minutes->versions = copil_meeting_versions_new (session);
  gtk_box_append (GTK_BOX (box), build_state (minutes));
  gtk_box_append (GTK_BOX (box), build_validations (minutes));
  gtk_box_append (GTK_BOX (box), build_amendments (minutes));
  gtk_box_append (GTK_BOX (box), minutes->versions);
  copil_panel_set_child (minutes, box);
  copil_panel_watch (minutes,
                     "meeting validation correction minutes_version party person minutes_document"
                     " convention item decision attendance",
                     refresh);
  return GTK_WIDGET (minutes);
}

void
copil_meeting_minutes_set_meeting (CopilMeetingMinutes *minutes, gint64 meeting)
{
  if (minutes->meeting == meeting)
    return;
  copil_session_keep (copil_panel_get_session (minutes));
  minutes->meeting = meeting;
  copil_meeting_validations_set_meeting (COPIL_MEETING_VALIDATIONS (minutes->validations), meeting);
  copil_meeting_versions_set_meeting (COPIL_MEETING_VERSIONS (minutes->versions), meeting);
  refresh (minutes);
}

void
copil_meeting_minutes_focus (CopilMeetingMinutes *minutes)
{
  copil_panel_settle (minutes);
  copil_panel_settle (minutes->validations);
  if (gtk_widget_get_visible (minutes->act))
    gtk_widget_grab_focus (minutes->act);
  else if (!gtk_widget_child_focus (minutes->validations, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (minutes->export);
}
