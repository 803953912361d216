/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-guide.h"

#include <glib/gi18n-lib.h>

#include "copil-status.h"

static const struct
{
  const char *kind;
  const char *title;
  const char *subtitle;
} steps[] = {
  { "convention", N_ ("The dates of the convention"),
    N_ ("Signature, duration and notice: the deadlines follow from them.") },
  { "party", N_ ("The signatories"), N_ ("Who signed, and on which side.") },
  { "person", N_ ("The members of the committee"),
    N_ ("They are convened, tick the attendance and lead engagements.") },
  { "axis", N_ ("The axes"), N_ ("The thematic articles of the convention, one tab for each.") },
  { "engagement", N_ ("The engagements"), N_ ("What each signatory committed to, with its day.") },
  { "meeting", N_ ("The first meeting"),
    N_ ("Its agenda and attendance, then its decisions and minutes.") },
};
#define N_STEPS G_N_ELEMENTS (steps)

struct _CopilOverviewGuide
{
  CopilPanel parent_instance;

  gint64 convention;
  GtkWidget *page;
  GtkWidget *text; /* a way in from the text, until there are axes */
  GtkWidget *icons[N_STEPS];
  GtkWidget *buttons[N_STEPS];
  GtkWidget *rows[N_STEPS];
};

G_DEFINE_FINAL_TYPE (CopilOverviewGuide, copil_overview_guide, COPIL_TYPE_PANEL)

static void
step_cb (GtkWidget *row, CopilOverviewGuide *guide)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "step"));
  /* Engagements are entered in their axis. */
  const char *kind = g_str_equal (steps[step].kind, "engagement") ? "axis" : steps[step].kind;

  copil_session_go (copil_panel_get_session (guide), kind,
                    g_str_equal (kind, "convention") ? guide->convention : 0);
}

static GtkWidget *
make_row (CopilOverviewGuide *guide, guint step)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Enter"));

  guide->rows[step] = row;
  guide->icons[step] = gtk_image_new ();
  guide->buttons[step] = button;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (steps[step].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (steps[step].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), guide->icons[step]);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_cb), guide, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (steps[step].title), -1);
  return row;
}

/* Its page takes the text over, or shows what was proposed and is not accepted yet. */
static void
text_cb (CopilOverviewGuide *guide)
{
  copil_session_go (copil_panel_get_session (guide), "source", 0);
}

static GtkWidget *
make_text_row (CopilOverviewGuide *guide)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Take Over"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The signed text"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Its dates, signatories, axes and engagements are proposed, for "
                                  "you to correct."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (text_cb), guide, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The signed text"), -1);
  return row;
}

static void
copil_overview_guide_class_init (CopilOverviewGuideClass *class)
{
}

static void
copil_overview_guide_init (CopilOverviewGuide *guide)
{
}

GtkWidget *
copil_overview_guide_new (CopilSession *session)
{
  CopilOverviewGuide *guide = g_object_new (COPIL_TYPE_OVERVIEW_GUIDE, "session", session, NULL);
  GtkWidget *list = gtk_list_box_new (), *clamp = adw_clamp_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to enter first"), -1);
  guide->text = make_text_row (guide);
  gtk_list_box_append (GTK_LIST_BOX (list), guide->text);
  for (guint i = 0; i < N_STEPS; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (guide, i));
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  guide->page = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (guide->page), _ ("A convention to enter"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (guide->page),
      _ ("Figures, deadlines and charts stand here as soon as there are engagements."));
  adw_status_page_set_child (ADW_STATUS_PAGE (guide->page), clamp);
  gtk_widget_add_css_class (guide->page, "compact");
  copil_panel_set_child (guide, guide->page);
  return GTK_WIDGET (guide);
}

void
copil_overview_guide_set (CopilOverviewGuide *guide, const CopilOverviewData *data)
{
  const gboolean done[N_STEPS] = { data->end != NULL,       data->held.parties > 0,
                                   data->held.persons > 0,  data->held.axes > 0,
                                   data->n_engagements > 0, data->held.meetings > 0 };
  gboolean next = TRUE;

  guide->convention = data->convention;
  gtk_widget_set_visible (guide->text, data->held.axes == 0);
  for (guint i = 0; i < N_STEPS; i++)
    {
      const char *status = done[i] ? "done" : "planned";

      gtk_image_set_from_icon_name (GTK_IMAGE (guide->icons[i]),
                                    copil_status_get_icon (status, FALSE));
      gtk_widget_set_tooltip_text (guide->icons[i], done[i] ? _ ("Done") : NULL);
      gtk_button_set_label (GTK_BUTTON (guide->buttons[i]), done[i] ? _ ("See") : _ ("Enter"));
      if (!done[i] && next)
        gtk_widget_add_css_class (guide->buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (guide->buttons[i], "suggested-action");
      next = next && done[i];
    }
}
