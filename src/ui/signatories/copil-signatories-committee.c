/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-signatories-committee.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-line.h"
#include "copil-committee-store.h"
#include "copil-form.h"
#include "copil-records-page.h"
#include "copil-signatories-quick.h"
#include "copil-value.h"
#include "copil-view-party.h"
#include "copil-view-person.h"
#include "copil-view-record.h"

#define MAX_SEATS 99

struct _CopilSignatoriesCommittee
{
  CopilPanel parent_instance;

  gboolean filling;

  GtkWidget *composition;
  GtkWidget *cadence;
  GtkWidget *public;
  GtkWidget *rule;
  GtkWidget *parties;
};

G_DEFINE_FINAL_TYPE (CopilSignatoriesCommittee, copil_signatories_committee, COPIL_TYPE_PANEL)

static gint64
get_id (gpointer widget)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (widget), "id");
}

static void
set_id (gpointer widget, gint64 id)
{
  g_object_set_data_full (G_OBJECT (widget), "id", g_memdup2 (&id, sizeof id), g_free);
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? separator : "", part);
}

/* « du 23/11/2021 au 22/11/2024 », with a word where it is over or has not begun. */
static char *
describe_term (const char *start, const char *end)
{
  g_autofree char *from = copil_date_format (start), *until = copil_date_format (end);
  const char *today = copil_today ();
  g_autofree char *term = NULL;

  if (!start && !end)
    return NULL;
  term = start && end ? g_strdup_printf (_ ("Term of office from %s to %s"), from, until)
         : start      ? g_strdup_printf (_ ("Term of office since %s"), from)
                      : g_strdup_printf (_ ("Term of office until %s"), until);
  if (end && g_strcmp0 (end, today) < 0)
    return g_strdup_printf (_ ("%s (over)"), term);
  return start && g_strcmp0 (start, today) > 0 ? g_strdup_printf (_ ("%s (to come)"), term)
                                               : g_steal_pointer (&term);
}

static void
open_cb (CopilSignatoriesCommittee *committee, GtkListBoxRow *row)
{
  copil_session_go (copil_panel_get_session (committee), "person", get_id (row));
}

static void
seats_cb (CopilSignatoriesCommittee *committee, GtkSpinButton *spin)
{
  int seats = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *value = seats ? g_strdup_printf ("%d", seats) : NULL;

  if (!committee->filling)
    copil_session_edit (copil_panel_get_session (committee), "party", get_id (spin), "seats",
                        value);
}

/* One member: civility and name, function and entity, alternate, term. */
static GtkWidget *
make_member (const CopilViewMember *member)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) below = g_string_new (member->function);
  g_autofree char *term = describe_term (member->term_start, member->term_end);
  g_autofree char *replaced =
      member->alternate ? g_strdup_printf (_ ("Alternate: %s"), member->alternate) : NULL;
  g_autoptr (GString) last = g_string_new (replaced);

  append (below, " · ", member->entity);
  append (last, " · ", term);
  append (below, "\n", last->str);
  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_id (row, member->id);
  return row;
}

static GtkWidget *
make_seats (CopilSignatoriesCommittee *committee, gint64 party)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_SEATS, 1);

  gtk_widget_set_sensitive (spin, !copil_store_is_read_only (copil_panel_get_store (committee)));
  gtk_widget_set_tooltip_text (spin, _ ("0 where the convention gives no number"));
  set_id (spin, party);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (seats_cb), committee);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Seats")));
  gtk_box_append (GTK_BOX (box), spin);
  return box;
}

/* The members of a signatory, the keyboard staying with the one it is on. */
static void
fill_members (CopilSignatoriesCommittee *committee, GtkWidget *list, gint64 party)
{
  g_autoptr (GPtrArray) members =
      copil_view_list_members (copil_panel_get_store (committee), party);
  GtkWidget *row, *focus = gtk_widget_get_focus_child (list);
  gint64 focused = focus ? get_id (focus) : 0;

  while ((row = gtk_widget_get_first_child (list)))
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
  for (guint i = 0; i < members->len; i++)
    {
      row = make_member (members->pdata[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (focused && get_id (row) == focused)
        gtk_widget_grab_focus (row);
    }
  gtk_widget_set_visible (list, members->len > 0);
}

/* One signatory: name and seats, the members, and a line to add one. */
static GtkWidget *
make_party (CopilSignatoriesCommittee *committee, gint64 id)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new (), *quick;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), make_seats (committee, id));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (open_cb), committee);
  quick = copil_signatories_quick_new (copil_panel_get_session (committee), FALSE);
  copil_signatories_quick_set_party (COPIL_SIGNATORIES_QUICK (quick), id);
  gtk_box_append (GTK_BOX (part), top);
  gtk_box_append (GTK_BOX (part), list);
  gtk_box_append (GTK_BOX (part), quick);
  set_id (part, id);
  return part;
}

static void
fill_party (CopilSignatoriesCommittee *committee, GtkWidget *part, const CopilViewParty *party)
{
  GtkWidget *top = gtk_widget_get_first_child (part), *list = gtk_widget_get_next_sibling (top);
  GtkWidget *spin = gtk_widget_get_last_child (gtk_widget_get_last_child (top));
  g_autofree char *said = g_strdup_printf (_ ("Seats of %s on the committee"), party->name);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (top)), party->name);
  if (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)) != party->seats)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), party->seats);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, party->name,
                                  -1);
  fill_members (committee, list, party->id);
}

static void
judge (CopilSignatoriesCommittee *committee)
{
  CopilStore *store = copil_panel_get_store (committee);

  copil_committee_line_set (committee->composition, copil_committee_judge_members (store, NULL));
  copil_committee_line_set (committee->cadence,
                            copil_committee_judge_cadence (store, COPIL_CADENCE_ORDINARY));
  copil_committee_line_set (committee->public,
                            copil_committee_judge_cadence (store, COPIL_CADENCE_PUBLIC));
  copil_form_set_id (COPIL_FORM (committee->rule), copil_view_get_convention (store));
}

/* Makes the parts those of the file, keeping the widgets of the signatories that stay. */
static void
fill (gpointer self)
{
  CopilSignatoriesCommittee *committee = self;
  g_autoptr (GPtrArray) parties = copil_view_list_parties (copil_panel_get_store (committee));
  GtkWidget *part, *before = NULL, *next;

  committee->filling = TRUE;
  for (guint i = 0; i < parties->len; i++)
    {
      const CopilViewParty *party = parties->pdata[i];

      for (part = gtk_widget_get_first_child (committee->parties);
           part && get_id (part) != party->id;)
        part = gtk_widget_get_next_sibling (part);
      if (!part)
        {
          part = make_party (committee, party->id);
          gtk_box_append (GTK_BOX (committee->parties), part);
        }
      gtk_box_reorder_child_after (GTK_BOX (committee->parties), part, before);
      fill_party (committee, part, party);
      before = part;
    }
  for (part = before ? gtk_widget_get_next_sibling (before)
                     : gtk_widget_get_first_child (committee->parties);
       part; part = next)
    {
      next = gtk_widget_get_next_sibling (part);
      gtk_box_remove (GTK_BOX (committee->parties), part);
    }
  committee->filling = FALSE;
  judge (committee);
}

/* At once: a sentence each, and no widget is made again. */
static void
changed_cb (CopilSignatoriesCommittee *committee, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "convention") || copil_changes_has_kind (changes, "meeting"))
    judge (committee);
}

static void
build (CopilSignatoriesCommittee *committee)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9),
            *scrolled = gtk_scrolled_window_new ();

  committee->composition = copil_committee_line_new ();
  committee->cadence = copil_committee_line_new ();
  committee->public = copil_committee_line_new ();
  committee->rule = copil_form_new (copil_panel_get_session (committee), "convention", "rule");
  committee->parties = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (top), committee->composition);
  gtk_box_append (GTK_BOX (top), committee->cadence);
  gtk_box_append (GTK_BOX (top), committee->public);
  gtk_box_append (GTK_BOX (top), committee->rule);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), committee->parties);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  copil_panel_set_child (committee, scrolled);
}

static void
copil_signatories_committee_class_init (CopilSignatoriesCommitteeClass *class)
{
}

static void
copil_signatories_committee_init (CopilSignatoriesCommittee *committee)
{
}

GtkWidget *
copil_signatories_committee_new (CopilSession *session)
{
  CopilSignatoriesCommittee *committee =
      g_object_new (COPIL_TYPE_SIGNATORIES_COMMITTEE, "session", session, NULL);

  build (committee);
  fill (committee);
  copil_panel_watch (committee, "person party", fill);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           committee, G_CONNECT_SWAPPED);
  return GTK_WIDGET (committee);
}
