/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passages-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "copil-passage-row.h"
#include "copil-records-page.h"
#include "copil-drop-down.h"

static const struct
{
  const char *name;
  CopilDraftKind kind;
} kinds[] = {
  { "axis", COPIL_DRAFT_AXIS },
  { "measure", COPIL_DRAFT_MEASURE },
  { "engagement", COPIL_DRAFT_ENGAGEMENT },
  { "indicator", COPIL_DRAFT_INDICATOR },
  { "article", COPIL_DRAFT_ARTICLE },
  { "party", COPIL_DRAFT_PARTY },
};

GtkWidget *
copil_passages_parts_add_button (GtkWidget *box, const char *icon, const char *label,
                                 const char *tip, const char *action)
{
  GtkWidget *button =
      icon ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

gboolean
copil_passages_parts_find_kind (const char *name, CopilDraftKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
copil_passages_parts_make_kind_button (const char *label, const char *tip, const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, kinds[i].name);

      g_menu_append (menu, copil_passage_get_kind_label (kinds[i].kind), detailed);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  return button;
}

static GtkWidget *
make_accept (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *button, *more;
  GMenu *menu = g_menu_new (), *back = g_menu_new ();

  gtk_widget_add_css_class (box, "linked");
  button = copil_passages_parts_add_button (
      box, NULL, _ ("Accept"), _ ("Accept, with what stands under it (Enter)"), "page.accept");
  gtk_widget_remove_css_class (button, "flat");
  g_menu_append (menu, _ ("Accept What Is _Certain"), "page.accept-sure");
  g_menu_append (menu, _ ("Accept _Everything"), "page.accept-all");
  g_menu_append (back, _ ("_Take Back What Was Accepted"), "page.reopen");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
  g_object_unref (back);
  more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "pan-down-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (more, _ ("Accept several, or take back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Accept several, or take back"), -1);
  g_object_unref (menu);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

GtkWidget *
copil_passages_parts_make_toolbar (GtkWidget **forth, GtkWidget **filter, GtkWidget **kind)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3),
            *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  const char *const filters[] = { _ ("Everything"), _ ("To be accepted"), _ ("To be checked"),
                                  _ ("Changes"), NULL };

  gtk_widget_add_css_class (bar, "toolbar-row");
  *forth = copil_passages_parts_add_button (first, "go-previous-symbolic", _ ("Text"),
                                            _ ("Show the text (F6)"), "page.other-side");
  gtk_box_append (GTK_BOX (first), make_accept ());
  copil_passages_parts_add_button (first, NULL, _ ("Set Aside"),
                                   _ ("Leave it out, or propose it again (Delete)"), "page.aside");
  *filter = gtk_drop_down_new_from_strings (filters);
  gtk_widget_set_hexpand (*filter, TRUE);
  gtk_widget_set_halign (*filter, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (*filter, _ ("What the list shows"));
  copil_drop_down_set_name (*filter, _ ("What the list shows"));
  gtk_box_append (GTK_BOX (first), *filter);
  copil_passages_parts_add_button (second, "format-indent-less-symbolic", _ ("Promote"),
                                   _ ("Promote: engagement, measure, axis (Alt+Left)"),
                                   "page.promote");
  copil_passages_parts_add_button (second, "format-indent-more-symbolic", _ ("Demote"),
                                   _ ("Demote: axis, measure, engagement (Alt+Right)"),
                                   "page.demote");
  copil_passages_parts_add_button (second, "go-up-symbolic", _ ("Move up"), _ ("Move up (Alt+Up)"),
                                   "page.up");
  copil_passages_parts_add_button (second, "go-down-symbolic", _ ("Move down"),
                                   _ ("Move down (Alt+Down)"), "page.down");
  copil_passages_parts_add_button (
      second, NULL, _ ("Merge"),
      _ ("Make one of those selected, or of this one and the one before it (M)"), "page.merge");
  copil_passages_parts_add_button (second, NULL, _ ("Split…"), _ ("Make several of it (S)"),
                                   "page.split");
  *kind =
      copil_passages_parts_make_kind_button (_ ("Kind"), _ ("What it becomes (K)"), "page.kind");
  gtk_box_append (GTK_BOX (second), *kind);
  copil_passages_parts_add_button (second, "go-next-symbolic", _ ("Next to be checked"),
                                   _ ("Go to the next one to be checked (N)"),
                                   "page.next-doubtful");
  gtk_widget_set_hexpand (gtk_widget_get_last_child (second), TRUE);
  gtk_widget_set_halign (gtk_widget_get_last_child (second), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), first);
  gtk_box_append (GTK_BOX (bar), second);
  return bar;
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_named_action_new (action)));
}

void
copil_passages_parts_add_shortcuts (GtkWidget *view, GtkWidget *page)
{
  static const char *const of_list[][2] = {
    { "Delete", "page.aside" },      { "BackSpace", "page.reopen" },
    { "<Alt>Left", "page.promote" }, { "<Alt>Right", "page.demote" },
    { "<Alt>Up", "page.up" },        { "<Alt>Down", "page.down" },
    { "m", "page.merge" },           { "s", "page.split" },
    { "k", "page.choose-kind" },     { "p", "page.parties" },
    { "F2", "page.edit" },           { "e", "page.edit" },
    { "n", "page.next-doubtful" },   { "<Shift>n", "page.previous-doubtful" }
  };
  GtkEventController *controller = gtk_shortcut_controller_new (),
                     *both = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (of_list); i++)
    add_shortcut (controller, of_list[i][0], of_list[i][1]);
  gtk_widget_add_controller (view, controller);
  add_shortcut (both, "F6", "page.other-side");
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (both), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_widget_add_controller (page, both);
}

GtkWidget *
copil_passages_parts_make_empty (void)
{
  GtkWidget *status = adw_status_page_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *button;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "text-x-generic-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("No text yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _ ("Take over the text of the convention: its articles, measures, engagements and dates are "
         "proposed, for you to correct and accept."));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  button = copil_records_page_make_button (_ ("Take Over a _Text…"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-text");
  gtk_box_append (GTK_BOX (box), button);
  button = copil_records_page_make_button (_ ("_Paste a Text…"));
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-pasted-text");
  gtk_box_append (GTK_BOX (box), button);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), box);
  return status;
}

char *
copil_passages_parts_dup_summary (GPtrArray *passages, double *settled)
{
  guint doubtful, open = copil_passages_count_open (passages, &doubtful), done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const CopilPassage *passage = passages->pdata[i];

      done += passage->state != COPIL_PASSAGE_PROPOSED && passage->kind != COPIL_DRAFT_ARTICLE;
    }
  if (!open)
    text = g_strdup (_ ("Everything the text proposes is settled."));
  else if (!doubtful)
    text =
        g_strdup_printf (ngettext ("%u proposal is left.", "%u proposals are left.", open), open);
  else
    {
      g_autofree char *left = g_strdup_printf (
                          ngettext ("%u proposal is left", "%u proposals are left", open), open),
                      *check = g_strdup_printf (
                          ngettext ("%u to be checked", "%u to be checked", doubtful), doubtful);

      text = g_strdup_printf ("%s, %s.", left, check);
    }
  *settled = done + open ? done / (double)(done + open) : 1;
  return g_steal_pointer (&text);
}
