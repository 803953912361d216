/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-signatories-convention.h"

#include <glib/gi18n-lib.h>

#include "copil-in-force.h"
#include "copil-form.h"
#include "copil-records-page.h"
#include "copil-rules.h"
#include "copil-template-chooser.h"
#include "copil-value.h"
#include "copil-view-record.h"

struct _CopilSignatoriesConvention
{
  CopilPanel parent_instance;

  GtkWidget *name;
  GtkWidget *period;
  GtkWidget *end;
  GtkWidget *committee;
  GtkWidget *minutes;
  GtkWidget *letters;
};

G_DEFINE_FINAL_TYPE (CopilSignatoriesConvention, copil_signatories_convention, COPIL_TYPE_PANEL)

/* « Prend fin le 22 novembre 2024 », and until when one may speak. */
static char *
describe_end (CopilStore *store)
{
  g_autoptr (CopilInForce) terms = copil_in_force_read (store, NULL);
  CopilClauses clauses = copil_in_force_get_clauses (terms);
  const char *expires = terms->expires;
  guint renewals = 0;
  g_autofree char *end = copil_clauses_get_end (&clauses, copil_today (), &renewals);
  g_autofree char *spelled = NULL, *sentence = NULL, *before = NULL, *said = NULL;

  if (!end)
    return g_strdup (_ ("The end of the convention is not known: give the day it begins and its "
                        "duration, or the day it expires."));
  spelled = copil_date_format_long (end);
  sentence =
      renewals
          ? g_strdup_printf (
                _ ("The convention was renewed tacitly; the period under way ends on %s."), spelled)
      : expires ? g_strdup_printf (_ ("The convention ends on %s."), spelled)
                : g_strdup_printf (_ ("The convention ends on %s, by its beginning and its "
                                      "duration."),
                                   spelled);
  before = copil_clauses_get_notice_day (&clauses, copil_today ());
  if (!before)
    return g_steal_pointer (&sentence);
  said = copil_date_format_long (before);
  return g_strdup_printf (_ ("%s Notice is given by %s."), sentence, said);
}

static void
fill (gpointer self)
{
  CopilSignatoriesConvention *convention = self;
  CopilStore *store = copil_panel_get_store (convention);
  gint64 id = copil_view_get_convention (store);
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("convention"), id);
  g_autofree char *end = NULL;

  copil_form_set_id (COPIL_FORM (convention->name), id);
  copil_form_set_id (COPIL_FORM (convention->period), id);
  copil_form_set_id (COPIL_FORM (convention->committee), id);
  copil_form_set_id (COPIL_FORM (convention->minutes), id);
  copil_form_set_id (COPIL_FORM (convention->letters), id);
  end = record ? describe_end (store) : NULL;
  gtk_label_set_label (GTK_LABEL (convention->end), end ? end : "");
}

static void
build (CopilSignatoriesConvention *convention)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new (),
            *scrolled = gtk_scrolled_window_new ();
  GtkWidget *period = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("x-office-calendar-symbolic");

  convention->name = copil_form_new (copil_panel_get_session (convention), "convention", "names");
  convention->period =
      copil_form_new (copil_panel_get_session (convention), "convention", "period");
  convention->committee =
      copil_form_new (copil_panel_get_session (convention), "convention", "committee");
  convention->minutes =
      copil_form_new (copil_panel_get_session (convention), "convention", "minutes");
  convention->letters =
      copil_form_new (copil_panel_get_session (convention), "convention", "letters");
  convention->end = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (convention->end), TRUE);
  gtk_label_set_xalign (GTK_LABEL (convention->end), 0);
  gtk_widget_set_hexpand (convention->end, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), convention->end);
  gtk_box_append (GTK_BOX (period), convention->period);
  gtk_box_append (GTK_BOX (period), line);
  gtk_box_append (GTK_BOX (box), convention->name);
  gtk_box_append (GTK_BOX (box), copil_records_page_make_section (_ ("Period"), period));
  gtk_box_append (GTK_BOX (box), copil_records_page_make_section (_ ("Steering committee"),
                                                                  convention->committee));
  gtk_box_append (GTK_BOX (box),
                  copil_records_page_make_section (_ ("Minutes"), convention->minutes));
  gtk_box_append (GTK_BOX (box), copil_records_page_make_section (_ ("Letters and documents"),
                                                                  convention->letters));
  gtk_box_append (
      GTK_BOX (box),
      copil_records_page_make_section (
          _ ("Document model"), copil_template_chooser_new (copil_panel_get_session (convention))));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  copil_panel_set_child (convention, scrolled);
}

static void
copil_signatories_convention_class_init (CopilSignatoriesConventionClass *class)
{
}

static void
copil_signatories_convention_init (CopilSignatoriesConvention *convention)
{
}

GtkWidget *
copil_signatories_convention_new (CopilSession *session)
{
  CopilSignatoriesConvention *convention =
      g_object_new (COPIL_TYPE_SIGNATORIES_CONVENTION, "session", session, NULL);

  build (convention);
  fill (convention);
  copil_panel_watch (convention, "convention amendment", fill);
  return GTK_WIDGET (convention);
}

void
copil_signatories_convention_focus (CopilSignatoriesConvention *convention)
{
  copil_form_focus (COPIL_FORM (convention->name), "title");
}
