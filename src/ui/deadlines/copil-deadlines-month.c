/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-deadlines-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-day.h"
#include "copil-deadline-store.h"
#include "copil-deadlines-list.h"
#include "copil-parts.h"
#include "copil-value.h"

/* Deadlines that a day shows; a button opens a list of all of them. */
#define MOST_A_DAY 2

struct _CopilDeadlinesMonth
{
  CopilPanel parent_instance;

  char *first; /* day of the month that shows */
  GPtrArray *deadlines;

  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *before;
};

G_DEFINE_FINAL_TYPE (CopilDeadlinesMonth, copil_deadlines_month, COPIL_TYPE_PANEL)

static void
go_cb (GtkWidget *button, CopilDeadlinesMonth *self)
{
  const CopilDeadline *deadline = g_object_get_data (G_OBJECT (button), "deadline");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  g_autoptr (CopilDeadline) kept = copil_deadline_copy (deadline);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  copil_session_go (copil_panel_get_session (self), kept->kind, kept->id);
}

static GtkWidget *
make_item (CopilDeadlinesMonth *self, const CopilDeadline *deadline, gboolean whole)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (deadline->title);
  g_autofree char *tip =
      g_strdup_printf ("%s%s%s", deadline->title, deadline->reckoning ? "\n" : "",
                       deadline->reckoning ? deadline->reckoning : "");
  g_autofree char *said =
      g_strdup_printf ("%s, %s", deadline->title, copil_deadline_state_get_label (deadline->state));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), whole ? 60 : 1);
  gtk_label_set_width_chars (GTK_LABEL (label), whole ? 40 : 1);
  gtk_widget_add_css_class (label, "caption");
  if (deadline->state == COPIL_DEADLINE_PAST)
    gtk_widget_add_css_class (label, "late");
  else if (deadline->state == COPIL_DEADLINE_DONE)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "deadline");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "deadline", copil_deadline_copy (deadline),
                          (GDestroyNotify)copil_deadline_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, 0);
  return button;
}

/* All of a day behind a button that counts those that are left. */
static GtkWidget *
make_rest (CopilDeadlinesMonth *self, const char *day, guint n)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text =
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n),
                  *date = copil_date_format (day);
  /* Translators: a date */
  g_autofree char *said = g_strdup_printf (_ ("All deadlines of %s"), date);

  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const CopilDeadline *deadline = self->deadlines->pdata[i];

      if (g_str_equal (deadline->date, day))
        gtk_box_append (GTK_BOX (box), make_item (self, deadline, TRUE));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "deadline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static GtkWidget *
make_day (CopilDeadlinesMonth *self, const char *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head;
  const char *holiday = copil_day_get_holiday (day);
  gboolean within = strncmp (day, self->first, 7) == 0, today = g_str_equal (day, copil_today ());
  g_autofree char *number = g_strdup_printf ("%d", (int)g_ascii_strtoll (day + 8, NULL, 10));
  g_autofree char *text = holiday ? g_strdup_printf ("%s %s", number, holiday) : NULL;
  guint n = 0;

  head = gtk_label_new (text ? text : number);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (head, "caption");
  if (!within)
    gtk_widget_add_css_class (head, "dim-label");
  gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const CopilDeadline *deadline = self->deadlines->pdata[i];

      if (g_str_equal (deadline->date, day) && n++ < MOST_A_DAY)
        gtk_box_append (GTK_BOX (box), make_item (self, deadline, FALSE));
    }
  if (n > MOST_A_DAY)
    gtk_box_append (GTK_BOX (box), make_rest (self, day, n - MOST_A_DAY));
  gtk_widget_add_css_class (box, "calendar-day");
  if (today)
    gtk_widget_add_css_class (box, "calendar-today");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

static int
weekday_of (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)g_ascii_strtoull (date + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (date + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (date, NULL, 10));
  return (int)g_date_get_weekday (&day);
}

static void
fill (gpointer panel)
{
  CopilDeadlinesMonth *self = panel;
  g_autofree char *from = copil_day_add (self->first, 1 - weekday_of (self->first)),
                  *next = copil_date_add_months (self->first, 1), *to = NULL, *name = NULL;
  g_autoptr (GDateTime) month =
      g_date_time_new_utc ((int)g_ascii_strtoll (self->first, NULL, 10),
                           (int)g_ascii_strtoll (self->first + 5, NULL, 10), 1, 0, 0, 0);
  GtkWidget *child;

  name = g_date_time_format (month, "%OB %Y");
  gtk_label_set_label (GTK_LABEL (self->title), name);
  to = copil_day_add (from, 41);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  self->deadlines =
      copil_deadline_list (copil_panel_get_store (self), COPIL_DEADLINES_ALL, from, to, NULL);
  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (int column = 0; column < 7; column++)
    {
      /* 1 January 2024 was a Monday. */
      g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, 1 + column, 0, 0, 0);
      g_autofree char *short_name = g_date_time_format (day, "%a");
      GtkWidget *label = gtk_label_new (short_name);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);
    }
  for (int place = 0; place < 42; place++)
    {
      g_autofree char *day = copil_day_add (from, place);

      if (place % 7 == 0 && strcmp (day, next) >= 0)
        break;
      gtk_grid_attach (GTK_GRID (self->grid), make_day (self, day), place % 7, 1 + place / 7, 1, 1);
    }
}

static void
turn (CopilDeadlinesMonth *self, char *first)
{
  if (first && copil_date_is_valid (first))
    {
      g_free (self->first);
      self->first = g_steal_pointer (&first);
      fill (self);
    }
  g_free (first);
}

static void
before_cb (CopilDeadlinesMonth *self)
{
  turn (self, copil_date_add_months (self->first, -1));
}

static void
after_cb (CopilDeadlinesMonth *self)
{
  turn (self, copil_date_add_months (self->first, 1));
}

static void
today_cb (CopilDeadlinesMonth *self)
{
  turn (self, g_strdup_printf ("%.7s-01", copil_today ()));
}

static GtkWidget *
add_button (CopilDeadlinesMonth *self, GtkWidget *bar, const char *icon, const char *text,
            void (*func) (CopilDeadlinesMonth *))
{
  GtkWidget *button = icon ? gtk_button_new_from_icon_name (icon) : copil_parts_button_new (text);

  if (icon)
    {
      gtk_widget_set_tooltip_text (button, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_content (CopilDeadlinesMonth *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *scrolled = gtk_scrolled_window_new ();

  self->before = add_button (self, bar, "go-previous-symbolic", _ ("Month before"), before_cb);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_label_set_width_chars (GTK_LABEL (self->title), 16);
  gtk_box_append (GTK_BOX (bar), self->title);
  add_button (self, bar, "go-next-symbolic", _ ("Month after"), after_cb);
  add_button (self, bar, NULL, _ ("_This month"), today_cb);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->grid);
  g_object_set (box, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18,
                NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static void
copil_deadlines_month_finalize (GObject *object)
{
  CopilDeadlinesMonth *self = COPIL_DEADLINES_MONTH (object);

  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_free (self->first);
  G_OBJECT_CLASS (copil_deadlines_month_parent_class)->finalize (object);
}

static void
copil_deadlines_month_class_init (CopilDeadlinesMonthClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_deadlines_month_finalize;
}

static void
copil_deadlines_month_init (CopilDeadlinesMonth *self)
{
  self->first = g_strdup_printf ("%.7s-01", copil_today ());
}

GtkWidget *
copil_deadlines_month_new (CopilSession *session)
{
  CopilDeadlinesMonth *self = g_object_new (COPIL_TYPE_DEADLINES_MONTH, "session", session, NULL);

  copil_panel_set_child (self, make_content (self));
  copil_panel_set_focus (self, self->before);
  copil_panel_watch (self, COPIL_DEADLINES_FOLLOW, fill);
  fill (self);
  return GTK_WIDGET (self);
}
