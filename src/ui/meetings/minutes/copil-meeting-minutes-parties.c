/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-parties.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-meeting-rules.h"
#include "copil-parts.h"
#include "copil-minutes-life.h"
#include "copil-publish-freeze.h"
#include "copil-value.h"
#include "copil-view-agreed.h"

struct _CopilMeetingValidations
{
  CopilPanel parent_instance;

  gint64 meeting;
  GtkWidget *list;
  GtkWidget *all;    /* has every signatory validate at once */
  GtkWidget *asking; /* the popover that is open, or NULL */
  gboolean stale;    /* to be made anew once it is closed */
};

G_DEFINE_FINAL_TYPE (CopilMeetingValidations, copil_meeting_validations, COPIL_TYPE_PANEL)

/* What one popover asks for; a question that is open is not taken away by a change elsewhere, as
 * what was typed before it and is stored when the keyboard goes to it. */
typedef struct
{
  CopilMeetingValidations *validations; /* not owned: outlives its rows */
  gint64 party;
  GtkWidget *popover;
  GtkWidget *name;
  GtkWidget *date;
  GtkWidget *wrong;
} Ask;

static void
give_cb (Ask *ask)
{
  CopilMeetingValidations *validations = ask->validations;
  g_autoptr (CopilSession) session = g_object_ref (copil_panel_get_session (validations));
  const CopilField *field = copil_kind_get_field (copil_kind_get ("validation"), "date");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (ask->name))));
  g_autofree char *date =
      copil_field_parse (field, gtk_editable_get_text (GTK_EDITABLE (ask->date)), &error);
  gint64 version, meeting = validations->meeting, party = ask->party;

  if (!date)
    {
      gtk_label_set_label (GTK_LABEL (ask->wrong),
                           error ? error->message : _ ("Say when the validation was given."));
      gtk_widget_set_visible (ask->wrong, TRUE);
      gtk_widget_grab_focus (ask->date);
      return;
    }
  /* From here on any change takes this row away, and the question with it. */
  gtk_popover_popdown (GTK_POPOVER (ask->popover));
  if (!copil_session_settle (session))
    return;
  if (!copil_session_check (session,
                            copil_publish_validate (copil_session_get_store (session), meeting,
                                                    party, date, name, &version, &error),
                            &error))
    return;
  g_signal_emit_by_name (session, "toast",
                         version ? _ ("The minutes are validated, and their document is kept.")
                                 : _ ("The validation is recorded."),
                         TRUE);
}

static void
take_back_cb (GtkButton *button, CopilMeetingValidations *validations)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "validation");

  copil_session_delete (copil_panel_get_session (validations), "validation", *id);
}

static void
asking_cb (Ask *ask)
{
  ask->validations->asking = ask->popover;
}

static void
asked_cb (Ask *ask)
{
  CopilMeetingValidations *validations = ask->validations;

  if (validations->asking == ask->popover)
    validations->asking = NULL;
  if (validations->stale)
    copil_panel_refresh (validations);
}

static GtkWidget *
build_entry (GtkWidget *box, const char *mnemonic, const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (mnemonic), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static GtkWidget *
build_button (CopilMeetingValidations *validations, gint64 party, const char *who, const char *name,
              const char *date)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *give = copil_parts_button_new (_ ("_Validate"));
  g_autofree char *shown = copil_date_format (date);
  g_autofree char *said = g_strdup_printf (_ ("Record the validation: %s"), who);
  Ask *ask = g_new0 (Ask, 1);

  ask->validations = validations;
  ask->party = party;
  ask->name = build_entry (box, _ ("Given _by"), name);
  ask->date = build_entry (box, _ ("_On"), shown);
  ask->wrong = copil_parts_label_new (NULL, "error");
  gtk_widget_set_visible (ask->wrong, FALSE);
  gtk_box_append (GTK_BOX (box), ask->wrong);
  gtk_widget_add_css_class (give, "suggested-action");
  gtk_widget_set_margin_top (give, 6);
  gtk_box_append (GTK_BOX (box), give);
  g_signal_connect_swapped (give, "clicked", G_CALLBACK (give_cb), ask);
  g_signal_connect_swapped (ask->name, "activate", G_CALLBACK (give_cb), ask);
  g_signal_connect_swapped (ask->date, "activate", G_CALLBACK (give_cb), ask);
  ask->popover = gtk_popover_new ();
  g_signal_connect_swapped (ask->popover, "map", G_CALLBACK (asking_cb), ask);
  g_signal_connect_swapped (ask->popover, "unmap", G_CALLBACK (asked_cb), ask);
  gtk_popover_set_child (GTK_POPOVER (ask->popover), box);
  g_object_set_data_full (G_OBJECT (ask->popover), "ask", ask, g_free);
  copil_parts_set_text (button, _ ("_Validate…"));
  gtk_widget_set_tooltip_text (button, said);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), ask->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
build_take_back (CopilMeetingValidations *validations, gint64 validation)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  const char *tip = _ ("Take this validation back");

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "validation",
                          g_memdup2 (&validation, sizeof validation), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (take_back_cb), validations);
  return button;
}

/* « Validé le 12 mars 2024 par Mme Claire Montfort ». */
static char *
say_given (const char *date, const char *name)
{
  g_autofree char *full = copil_date_format_long (date);

  if (*full && name && *name)
    return g_strdup_printf (_ ("Validated on %s by %s"), full, name);
  if (*full)
    return g_strdup_printf (_ ("Validated on %s"), full);
  return name && *name ? g_strdup_printf (_ ("Validated by %s"), name) : g_strdup (_ ("Validated"));
}

static void
add_row (CopilMeetingValidations *validations, CopilMinutesLife *life, gint64 party,
         const char *who, gint64 validation, const char *said, const char *name, const char *date)
{
  GtkWidget *row = adw_action_row_new (), *icon;
  gboolean lapsed =
      said && !copil_agreed_counts (copil_panel_get_store (validations), "validation", validation);
  const char *given = lapsed ? NULL : said;
  g_autofree char *title = g_markup_escape_text (who, -1);
  g_autofree char *why = lapsed ? copil_agreed_say_given (copil_panel_get_store (validations),
                                                          "validation", validation, said)
                                : NULL;
  g_autofree char *subtitle = g_markup_escape_text (given ? given : why ? why : _ ("Awaited"), -1);
  gboolean open = copil_minutes_life_is_open (life) &&
                  !copil_store_is_read_only (copil_panel_get_store (validations));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  icon = gtk_image_new_from_icon_name (given    ? "copil-done-symbolic"
                                       : lapsed ? "dialog-warning-symbolic"
                                                : "copil-planned-symbolic");
  if (given)
    gtk_widget_add_css_class (icon, "done");
  if (lapsed)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (open && !given)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               build_button (validations, party, who, name, date));
  else if (open)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), build_take_back (validations, validation));
  gtk_list_box_append (GTK_LIST_BOX (validations->list), row);
}

static void
add_parties (CopilMeetingValidations *validations, CopilMinutesLife *life)
{
  CopilStore *store = copil_panel_get_store (validations);
  g_autoptr (GPtrArray) list =
      copil_view_list_validations (store, validations->meeting, life->fingerprint);

  for (guint i = 0; i < list->len; i++)
    {
      const CopilViewAgreed *agreed = list->pdata[i];
      g_autofree char *name =
          copil_agreed_guess_name (store, "validation", validations->meeting, agreed->party);
      g_autofree char *given = agreed->id ? say_given (agreed->date, agreed->name) : NULL;

      add_row (validations, life, agreed->party, agreed->party_name, agreed->id, given, name,
               copil_today ());
    }
}

/* One line for all: the next committee, or who chaired. */
static void
add_common (CopilMeetingValidations *validations, CopilMinutesLife *life)
{
  CopilStore *store = copil_panel_get_store (validations);
  gboolean committee = g_str_equal (life->rule, "committee");
  g_autoptr (GPtrArray) list = copil_view_list_common_validation (
      store, validations->meeting, life->chair_party, life->fingerprint);
  const CopilViewAgreed *agreed = list->len ? list->pdata[0] : NULL;
  g_autofree char *next = copil_meeting_dup_next_committee (store, validations->meeting);
  g_autofree char *day = copil_date_format_long (next);
  g_autofree char *name = committee && next ? g_strdup_printf (_ ("the committee of %s"), day)
                          : committee       ? NULL
                                            : g_strdup (life->chair);
  g_autofree char *given = agreed ? say_given (agreed->date, agreed->name) : NULL;

  add_row (validations, life, life->chair_party,
           committee     ? _ ("The next committee")
           : life->chair ? life->chair
                         : _ ("Who chaired the meeting"),
           agreed ? agreed->id : 0, given, name, committee && next ? next : copil_today ());
}

static void
refresh (gpointer self)
{
  CopilMeetingValidations *validations = self;
  g_autoptr (CopilMinutesLife) life =
      copil_minutes_life_new (copil_panel_get_store (validations), validations->meeting);
  GtkWidget *child;

  validations->stale = validations->asking != NULL;
  if (validations->stale)
    return;
  while ((child = gtk_widget_get_first_child (validations->list)))
    gtk_list_box_remove (GTK_LIST_BOX (validations->list), child);
  gtk_widget_hide (validations->all);
  if (!life)
    return;
  /* A correction of what was validated is read by all at once. */
  gtk_widget_set_visible (validations->all,
                          life->pending && life->missing->len > 1 &&
                              copil_minutes_life_is_open (life) &&
                              !copil_store_is_read_only (copil_panel_get_store (validations)));
  if (g_str_equal (life->rule, "all"))
    add_parties (validations, life);
  else
    add_common (validations, life);
}

static void
all_cb (CopilMeetingValidations *validations)
{
  g_autoptr (CopilSession) session = g_object_ref (copil_panel_get_session (validations));
  g_autoptr (GError) error = NULL;
  gint64 version, meeting = validations->meeting;

  if (!copil_session_settle (session))
    return;
  if (copil_session_check (session,
                           copil_publish_validate_all (copil_session_get_store (session), meeting,
                                                       copil_today (), &version, &error),
                           &error))
    g_signal_emit_by_name (session, "toast",
                           version ? _ ("The minutes are validated, and their document is kept.")
                                   : _ ("The validations are recorded."),
                           TRUE);
}

static void
copil_meeting_validations_dispose (GObject *object)
{
  COPIL_MEETING_VALIDATIONS (object)->stale = FALSE;
  G_OBJECT_CLASS (copil_meeting_validations_parent_class)->dispose (object);
}

static void
copil_meeting_validations_class_init (CopilMeetingValidationsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_validations_dispose;
}

static void
copil_meeting_validations_init (CopilMeetingValidations *validations)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  validations->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (validations->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (validations->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (validations->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Validations"), -1);
  validations->all = copil_parts_button_new (_ ("_All validate today"));
  gtk_widget_set_halign (validations->all, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (validations->all,
                               _ ("Record the validation of every signatory that is missing"));
  g_signal_connect_swapped (validations->all, "clicked", G_CALLBACK (all_cb), validations);
  gtk_box_append (GTK_BOX (box), validations->list);
  gtk_box_append (GTK_BOX (box), validations->all);
  copil_panel_set_child (validations, box);
}

GtkWidget *
copil_meeting_validations_new (CopilSession *session)
{
  CopilMeetingValidations *validations =
      g_object_new (COPIL_TYPE_MEETING_VALIDATIONS, "session", session, NULL);

  /* All that the minutes speak of: a validation is one of what they say. */
  copil_panel_watch (validations,
                     "meeting validation party convention person minutes_version attendance item"
                     " decision correction",
                     refresh);
  return GTK_WIDGET (validations);
}

void
copil_meeting_validations_set_meeting (CopilMeetingValidations *validations, gint64 meeting)
{
  if (validations->meeting == meeting)
    return;
  validations->meeting = meeting;
  validations->asking = NULL; /* it goes with its row */
  refresh (validations);
}
