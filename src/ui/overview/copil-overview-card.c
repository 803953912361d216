/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-card.h"

#include <glib/gi18n-lib.h>

struct _CopilOverviewCard
{
  GtkButton parent_instance;

  char *caption;
  GtkWidget *figure;
  GtkWidget *detail;
  const char *figure_class;
  const char *detail_class;
};

G_DEFINE_FINAL_TYPE (CopilOverviewCard, copil_overview_card, GTK_TYPE_BUTTON)

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
set_class (GtkWidget *label, const char **current, const char *class)
{
  if (**current)
    gtk_widget_remove_css_class (label, *current);
  if (*class)
    gtk_widget_add_css_class (label, class);
  *current = class;
}

static void
copil_overview_card_finalize (GObject *object)
{
  g_free (COPIL_OVERVIEW_CARD (object)->caption);
  G_OBJECT_CLASS (copil_overview_card_parent_class)->finalize (object);
}

static void
copil_overview_card_class_init (CopilOverviewCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_overview_card_finalize;
}

static void
copil_overview_card_init (CopilOverviewCard *card)
{
  gtk_widget_add_css_class (GTK_WIDGET (card), "card");
}

GtkWidget *
copil_overview_card_new (const char *caption, const char *icon)
{
  CopilOverviewCard *card = g_object_new (COPIL_TYPE_OVERVIEW_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name = make_label ("field-label");

  card->caption = g_strdup (caption);
  card->figure_class = card->detail_class = "";
  gtk_label_set_label (GTK_LABEL (name), caption);
  gtk_box_append (GTK_BOX (top), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (top), name);
  card->figure = make_label ("title-2");
  card->detail = make_label ("caption");
  gtk_label_set_wrap (GTK_LABEL (card->detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (card->detail), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (card->detail), 2);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), card->figure);
  gtk_box_append (GTK_BOX (box), card->detail);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_button_set_child (GTK_BUTTON (card), box);
  return GTK_WIDGET (card);
}

void
copil_overview_card_set (CopilOverviewCard *card, const char *figure, const char *figure_class,
                         const char *detail, const char *detail_class)
{
  g_autofree char *said = detail && *detail
                              ? g_strdup_printf (_ ("%s: %s, %s"), card->caption, figure, detail)
                              : g_strdup_printf (_ ("%s: %s"), card->caption, figure);

  gtk_label_set_label (GTK_LABEL (card->figure), figure);
  gtk_label_set_label (GTK_LABEL (card->detail), detail ? detail : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (card), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  set_class (card->figure, &card->figure_class, figure_class);
  set_class (card->detail, &card->detail_class, detail_class);
}
