/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-deadline-answer.h"
#include "copil-deadline-store.h"
#include "copil-drop-down.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-party.h"
#include "copil-when.h"

/* Rows that are made at first; a button shows as many more. */
#define MOST_ROWS 150

enum
{
  STATE_OPEN,
  STATE_COMING,
  STATE_MISSED,
  STATE_DONE,
  STATE_ALL
};

struct _CopilDeadlinesList
{
  CopilPanel parent_instance;

  GPtrArray *deadlines; /* that are listed */
  GPtrArray *parties;   /* CopilViewParty, as in the filter; NULL at first */
  guint most;

  GtkWidget *state;
  GtkWidget *sort;
  GtkWidget *party;
  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (CopilDeadlinesList, copil_deadlines_list, COPIL_TYPE_PANEL)

/* --- filters --- */

static gboolean
has_party (const char *parties, gint64 party)
{
  g_auto (GStrv) ids = g_strsplit (parties ? parties : "", " ", -1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, party);

  return g_strv_contains ((const char *const *)ids, id);
}

static gboolean
is_wanted (CopilDeadlinesList *self, const CopilDeadline *deadline)
{
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state)),
        sort = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort)),
        party = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->party));
  const CopilOption *sorts = copil_kind_get_field (copil_kind_get ("clause"), "sort")->options;
  gboolean clause =
      g_str_equal (deadline->kind, "clause") || g_str_equal (deadline->kind, "convention");

  if ((state == STATE_OPEN && deadline->state == COPIL_DEADLINE_DONE) ||
      (state == STATE_COMING && deadline->state != COPIL_DEADLINE_DUE) ||
      (state == STATE_MISSED && deadline->state != COPIL_DEADLINE_PAST) ||
      (state == STATE_DONE && deadline->state != COPIL_DEADLINE_DONE))
    return FALSE;
  if ((sort == 1 && !clause) || (sort == 2 && clause) ||
      (sort > 2 && g_strcmp0 (deadline->sort, sorts[sort - 3].value) != 0))
    return FALSE;
  return party == 0 || party > self->parties->len ||
         has_party (deadline->parties, ((CopilViewParty *)self->parties->pdata[party - 1])->id);
}

static void
fill_parties (CopilDeadlinesList *self)
{
  GPtrArray *parties = copil_view_list_parties (copil_panel_get_store (self));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->party));
  gint64 shown = self->parties && selected > 0 && selected <= self->parties->len
                     ? ((CopilViewParty *)self->parties->pdata[selected - 1])->id
                     : 0;

  selected = 0;
  g_ptr_array_add (texts, (gpointer)_ ("All signatories"));
  for (guint i = 0; i < parties->len; i++)
    {
      const CopilViewParty *party = parties->pdata[i];

      g_ptr_array_add (texts, party->name);
      if (party->id == shown)
        selected = texts->len - 1;
    }
  g_ptr_array_add (texts, NULL);
  copil_drop_down_set_texts (self->party, (const char *const *)texts->pdata, selected, self);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  self->parties = parties;
}

/* The names of those who are bound; all of them are not listed. */
static char *
dup_names (CopilDeadlinesList *self, const char *parties)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->parties->len; i++)
    {
      const CopilViewParty *party = self->parties->pdata[i];

      if (has_party (parties, party->id))
        g_string_append_printf (names, "%s%s", n++ ? ", " : "", party->name);
    }
  if (n > 1 && n == self->parties->len)
    g_string_assign (names, _ ("all signatories"));
  return g_string_free (names, FALSE);
}

/* --- rows --- */

static const CopilDeadline *
get_deadline (CopilDeadlinesList *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);
  int place = row ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return place >= 0 && (guint)place < self->deadlines->len ? self->deadlines->pdata[place] : NULL;
}

static void
answer_cb (GtkWidget *button, CopilDeadlinesList *self)
{
  const CopilDeadline *deadline = get_deadline (self, button);

  if (!deadline)
    return;
  if (deadline->state == COPIL_DEADLINE_DONE)
    copil_deadline_reopen (copil_panel_get_session (self), deadline);
  else
    copil_deadline_answer (button, copil_panel_get_session (self), deadline);
}

static void
activated_cb (CopilDeadlinesList *self, GtkListBoxRow *row)
{
  const CopilDeadline *deadline = get_deadline (self, GTK_WIDGET (row));

  if (deadline)
    copil_session_go (copil_panel_get_session (self), deadline->kind, deadline->id);
}

/* « Article 11 · Information avant l’échéance · ECTI » */
static char *
dup_source (CopilDeadlinesList *self, const CopilDeadline *deadline)
{
  const CopilKind *kind = copil_kind_get (deadline->kind);
  gboolean clause =
      g_str_equal (deadline->kind, "clause") || g_str_equal (deadline->kind, "convention");
  GString *text = g_string_new (NULL);

  if (clause && deadline->article)
    /* Translators: an article of the convention */
    g_string_append_printf (text, g_ascii_isdigit (*deadline->article) ? _ ("Article %s") : "%s",
                            deadline->article);
  else
    {
      g_string_append (text, copil_kind_get_label (kind));
      if (deadline->article)
        g_string_append_printf (text, " %s", deadline->article);
    }
  if (deadline->sort)
    g_string_append_printf (
        text, " · %s",
        copil_field_get_option_label (copil_kind_get_field (copil_kind_get ("clause"), "sort"),
                                      deadline->sort));
  if (deadline->parties)
    {
      g_autofree char *names = dup_names (self, deadline->parties);

      if (*names)
        g_string_append_printf (text, " · %s", names);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_when (const CopilDeadline *deadline)
{
  g_autofree char *date = copil_date_format (deadline->date),
                  *from_now = copil_when_format (deadline->date, copil_today ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *day = gtk_label_new (date),
            *below = gtk_label_new (deadline->state == COPIL_DEADLINE_DONE
                                        ? copil_deadline_state_get_label (deadline->state)
                                        : from_now);

  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_width_chars (GTK_LABEL (below), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (below), 14);
  gtk_label_set_wrap (GTK_LABEL (below), TRUE);
  gtk_widget_add_css_class (day, "numeric");
  gtk_widget_add_css_class (below, "caption");
  if (deadline->state == COPIL_DEADLINE_PAST)
    gtk_widget_add_css_class (below, "late");
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_row (CopilDeadlinesList *self, const CopilDeadline *deadline)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *title;
  g_autofree char *source = dup_source (self, deadline), *note = copil_deadline_dup_note (deadline),
                  *date = copil_date_format (deadline->date);
  g_autofree char *said = g_strdup_printf (
      "%s, %s, %s, %s%s%s%s%s", date, copil_deadline_state_get_label (deadline->state),
      deadline->title, source, deadline->reckoning ? ", " : "",
      deadline->reckoning ? deadline->reckoning : "", note ? ", " : "", note ? note : "");

  title = copil_parts_label_new (deadline->title, NULL);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), copil_parts_label_new (source, "caption"));
  if (deadline->reckoning)
    gtk_box_append (GTK_BOX (texts), copil_parts_label_new (deadline->reckoning, "caption"));
  if (note)
    gtk_box_append (GTK_BOX (texts), copil_parts_label_new (note, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), make_when (deadline));
  gtk_box_append (GTK_BOX (box), texts);
  if ((copil_deadline_can_be_done (deadline) || copil_deadline_can_be_reopened (deadline)) &&
      !copil_store_is_read_only (copil_panel_get_store (self)))
    {
      gboolean done = deadline->state == COPIL_DEADLINE_DONE;
      const char *text = done                                     ? _ ("Not done")
                         : g_str_equal (deadline->kind, "clause") ? _ ("Done…")
                                                                  : C_ ("mark", "Done");
      GtkWidget *button = gtk_button_new_with_label (text);
      g_autofree char *called = g_strdup_printf ("%s %s, %s", text, deadline->title, date);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      called, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (answer_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static char *
dup_month (const char *date)
{
  g_autofree char *first = g_strdup_printf ("%.7s-01T00:00:00Z", date);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (first, NULL);

  return day ? g_date_time_format (day, "%OB %Y") : g_strdup ("");
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  CopilDeadlinesList *self = data;
  const CopilDeadline *deadline = get_deadline (self, GTK_WIDGET (row)),
                      *above = before ? get_deadline (self, GTK_WIDGET (before)) : NULL;
  GtkWidget *header = NULL;

  if (deadline && (!above || strncmp (deadline->date, above->date, 7) != 0))
    {
      g_autofree char *month = dup_month (deadline->date);

      header = copil_parts_label_new (month, "heading");
      g_object_set (header, "margin-top", 12, "margin-bottom", 6, "margin-start", 12, NULL);
    }
  gtk_list_box_row_set_header (row, header);
}

static void
set_count (CopilDeadlinesList *self, guint missed)
{
  guint n = self->deadlines->len;
  g_autofree char *all = g_strdup_printf (ngettext ("%u deadline", "%u deadlines", n), n);
  g_autofree char *late =
      missed ? g_strdup_printf (ngettext ("%u missed", "%u missed", missed), missed) : NULL;
  g_autofree char *text = late ? g_strdup_printf ("%s, %s", all, late) : g_strdup (all);

  gtk_label_set_label (GTK_LABEL (self->count), n ? text : _ ("No deadline is like that."));
}

static void
fill (gpointer panel)
{
  CopilDeadlinesList *self = panel;
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (self->list), *child;
  int place = focus && GTK_IS_LIST_BOX_ROW (focus)
                  ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
                  : -1;
  guint missed = 0;

  fill_parties (self);
  all = copil_deadline_list (copil_panel_get_store (self), COPIL_DEADLINES_ALL, NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_ptr_array_set_size (self->deadlines, 0);
  for (guint i = 0; i < all->len; i++)
    if (is_wanted (self, all->pdata[i]))
      {
        const CopilDeadline *deadline = all->pdata[i];

        missed += deadline->state == COPIL_DEADLINE_PAST;
        g_ptr_array_add (self->deadlines, copil_deadline_copy (deadline));
      }
  for (guint i = 0; i < self->deadlines->len && i < self->most; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, self->deadlines->pdata[i]));
  gtk_widget_set_visible (self->more, self->deadlines->len > self->most);
  gtk_widget_set_visible (self->list, self->deadlines->len > 0);
  set_count (self, missed);
  if (place >= 0)
    {
      int last = (int)MIN (self->deadlines->len, self->most) - 1;
      GtkListBoxRow *row =
          gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (place, last));

      gtk_widget_grab_focus (row ? GTK_WIDGET (row) : self->state);
    }
}

static void
filter_cb (CopilDeadlinesList *self)
{
  self->most = MOST_ROWS;
  fill (self);
}

static void
more_cb (CopilDeadlinesList *self)
{
  self->most += MOST_ROWS;
  fill (self);
}

/* --- building --- */

static GtkWidget *
add_filter (CopilDeadlinesList *self, GtkWidget *bar, const char *const *texts, const char *label)
{
  GtkWidget *drop_down = copil_drop_down_new (texts ? gtk_string_list_new (texts) : NULL);

  gtk_widget_set_tooltip_text (drop_down, label);
  copil_drop_down_set_name (drop_down, label);
  gtk_flow_box_append (GTK_FLOW_BOX (bar), drop_down);
  gtk_widget_set_focusable (gtk_widget_get_parent (drop_down), FALSE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (filter_cb), self,
                           G_CONNECT_SWAPPED);
  return drop_down;
}

static GtkWidget *
make_filters (CopilDeadlinesList *self)
{
  const char *const states[] = { _ ("Missed and to come"),   C_ ("deadlines", "To come"),
                                 C_ ("deadlines", "Missed"), C_ ("deadlines", "Done"),
                                 _ ("All deadlines"),        NULL };
  const CopilOption *sorts = copil_kind_get_field (copil_kind_get ("clause"), "sort")->options;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkWidget *bar = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (bar), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (bar), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (bar), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (bar), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (bar), 6);
  g_ptr_array_add (texts, (gpointer)_ ("Of any sort"));
  g_ptr_array_add (texts, (gpointer)_ ("Of the clauses"));
  g_ptr_array_add (texts, (gpointer)_ ("Of other records"));
  for (const CopilOption *option = sorts; option->value; option++)
    g_ptr_array_add (texts, (gpointer)_ (option->label));
  g_ptr_array_add (texts, NULL);
  self->state = add_filter (self, bar, states, _ ("Deadlines of what state"));
  self->sort =
      add_filter (self, bar, (const char *const *)texts->pdata, _ ("Deadlines of what sort"));
  self->party = add_filter (self, bar, NULL, _ ("Deadlines of which signatory"));
  return bar;
}

static void
copil_deadlines_list_finalize (GObject *object)
{
  CopilDeadlinesList *self = COPIL_DEADLINES_LIST (object);

  g_ptr_array_unref (self->deadlines);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_deadlines_list_parent_class)->finalize (object);
}

static void
copil_deadlines_list_class_init (CopilDeadlinesListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_deadlines_list_finalize;
}

static void
copil_deadlines_list_init (CopilDeadlinesList *self)
{
  self->deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_deadline_free);
  self->most = MOST_ROWS;
}

static GtkWidget *
make_content (CopilDeadlinesList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  self->more = copil_parts_button_new (_ ("Show _more deadlines"));
  self->count = copil_parts_label_new (NULL, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Deadlines"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_filters (self));
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

GtkWidget *
copil_deadlines_list_new (CopilSession *session)
{
  CopilDeadlinesList *self = g_object_new (COPIL_TYPE_DEADLINES_LIST, "session", session, NULL);

  copil_panel_set_child (self, make_content (self));
  copil_panel_set_focus (self, self->state);
  copil_panel_watch (self, COPIL_DEADLINES_FOLLOW, fill);
  fill (self);
  return GTK_WIDGET (self);
}
