/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-status.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"

static const struct
{
  const char *status, *word, *icon, *class;
} looks[] = {
  { "planned", N_ ("Planned"), "copil-planned-symbolic", "" },
  { "in_progress", N_ ("In progress"), "copil-in-progress-symbolic", "" },
  { "done", N_ ("Done"), "copil-done-symbolic", "done" },
  { "abandoned", N_ ("Abandoned"), "copil-abandoned-symbolic", "" },
  { "adopted", N_ ("Adopted"), "copil-done-symbolic", "done" },
  { "late", N_ ("Late"), "copil-late-symbolic", "late" },
};

static guint
find (const char *status, gboolean late)
{
  if (late)
    return G_N_ELEMENTS (looks) - 1;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (looks[i].status, status) == 0)
      return i;
  return 0;
}

const char *
copil_status_get_word (const char *kind, const char *status, gboolean late)
{
  const CopilKind *described = kind ? copil_kind_get (kind) : NULL;
  const CopilField *field = described && described->status_field
                                ? copil_kind_get_field (described, described->status_field)
                                : NULL;

  return field && !late ? copil_field_get_option_label (field, looks[find (status, FALSE)].status)
                        : _ (looks[find (status, late)].word);
}

const char *
copil_status_get_icon (const char *status, gboolean late)
{
  return looks[find (status, late)].icon;
}

const char *
copil_status_get_class (const char *status, gboolean late)
{
  return looks[find (status, late)].class;
}

GtkWidget *
copil_status_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

void
copil_status_set (GtkWidget *box, const char *kind, const char *status, gboolean late,
                  const char *progress)
{
  GtkWidget *icon = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  const char *word = copil_status_get_word (kind, status, late),
             *class = copil_status_get_class (status, late);
  /* Translators: a status and its percentage, such as "In progress 40 %" */
  g_autofree char *text =
      progress && *progress ? g_strdup_printf (_ ("%s %s%%"), word, progress) : g_strdup (word);
  const char *classes[] = { class, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), copil_status_get_icon (status, late));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, text);
  gtk_widget_set_css_classes (box, *class ? classes : NULL);
}
