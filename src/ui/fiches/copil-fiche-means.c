/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-means.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-parts.h"
#include "copil-means.h"

struct _CopilFicheMeans
{
  CopilPanel parent_instance;

  gint64 fiche;
  GtkWidget *box;
  GtkWidget *lines;  /* CopilChildren */
  GtkWidget *totals; /* GtkGrid, or NULL */
};

G_DEFINE_FINAL_TYPE (CopilFicheMeans, copil_fiche_means, COPIL_TYPE_PANEL)

/* Above a line that is over. */
static char *
say_over (CopilStore *store, gint64 id)
{
  g_autoptr (GPtrArray) all =
      copil_means_list (store, copil_store_get_int (store, "resource", id, "fiche"));

  for (guint i = 0; i < all->len; i++)
    {
      CopilMean *mean = all->pdata[i];

      if (mean->id == id && copil_mean_is_over (mean))
        {
          g_autofree char *rest = copil_mean_say_rest (mean);
          return g_strdup_printf ("⚠ %s", rest);
        }
    }
  return NULL;
}

/* --- totals --- */

static void
attach (CopilFicheMeans *means, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = copil_parts_label_new (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), column == 0 ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (means->totals), label, column, row, 1, 1);
}

static void
add_total (CopilFicheMeans *means, int row, const char *name, const CopilMean *total,
           const char *css_class)
{
  g_autofree char *planned = copil_mean_format_planned (total);
  g_autofree char *spent = copil_mean_format_spent (total);
  g_autofree char *rest = copil_mean_say_rest (total);
  g_autofree char *marked =
      rest && copil_mean_is_over (total) ? g_strdup_printf ("⚠ %s", rest) : g_strdup (rest);

  attach (means, 0, row, name, css_class);
  attach (means, 1, row, planned, css_class);
  attach (means, 2, row, spent, css_class);
  attach (means, 3, row, marked ? marked : "–", css_class);
}

static void
add_heads (CopilFicheMeans *means, int row, const char *title)
{
  attach (means, 0, row, title, "caption-heading");
  attach (means, 1, row, C_ ("means", "Planned"), "caption-heading");
  attach (means, 2, row, C_ ("means", "Spent"), "caption-heading");
  attach (means, 3, row, C_ ("means", "Difference"), "caption-heading");
}

/* The totals of one nature: by funder and by year where there are several, and of all. */
static int
add_nature (CopilFicheMeans *means, GPtrArray *all, gboolean people, int row)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new (), sum = NULL;

  for (guint i = 0; i < all->len; i++)
    if (((CopilMean *)all->pdata[i])->people == people)
      g_ptr_array_add (own, all->pdata[i]);
  if (own->len == 0)
    return row;
  add_heads (means, row++, people ? _ ("Means in people") : _ ("Means in euros"));
  for (CopilMeansBy by = COPIL_MEANS_BY_FUNDER; by <= COPIL_MEANS_BY_YEAR; by++)
    {
      g_autoptr (GPtrArray) totals = copil_means_sum (own, by);

      for (guint i = 0; totals->len > 1 && i < totals->len; i++)
        {
          const CopilMean *total = totals->pdata[i];
          g_autofree char *year = total->year ? g_strdup_printf ("%d", total->year) : NULL;
          const char *name = by == COPIL_MEANS_BY_YEAR ? (year ? year : _ ("No year"))
                             : total->funder           ? total->funder
                                                       : _ ("No funder");

          add_total (means, row++, name, total, NULL);
        }
    }
  sum = copil_means_sum (own, COPIL_MEANS_BY_NOTHING);
  add_total (means, row++, _ ("Total"), sum->pdata[0], "heading");
  return row;
}

static void
show (gpointer self)
{
  CopilFicheMeans *means = self;
  g_autoptr (GPtrArray) all = copil_means_list (copil_panel_get_store (means), means->fiche);
  int row = 0;

  if (means->totals)
    gtk_box_remove (GTK_BOX (means->box), means->totals);
  means->totals = NULL;
  if (all->len == 0)
    return;
  means->totals = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (means->totals), 12);
  gtk_grid_set_row_spacing (GTK_GRID (means->totals), 3);
  row = add_nature (means, all, FALSE, row);
  add_nature (means, all, TRUE, row);
  gtk_box_append (GTK_BOX (means->box), means->totals);
}

static void
copil_fiche_means_class_init (CopilFicheMeansClass *class)
{
}

static void
copil_fiche_means_init (CopilFicheMeans *means)
{
  means->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  copil_panel_set_child (means, means->box);
}

GtkWidget *
copil_fiche_means_new (CopilSession *session)
{
  CopilFicheMeans *means = g_object_new (COPIL_TYPE_FICHE_MEANS, "session", session, NULL);

  means->lines = copil_children_new (session, "resource", NULL, _ ("Add a _mean"));
  copil_children_set_caption (COPIL_CHILDREN (means->lines), say_over);
  gtk_box_append (GTK_BOX (means->box), means->lines);
  copil_panel_watch (means, "resource party", show);
  return GTK_WIDGET (means);
}

void
copil_fiche_means_set_fiche (CopilFicheMeans *means, gint64 fiche)
{
  means->fiche = fiche;
  copil_children_set_parent (COPIL_CHILDREN (means->lines), fiche);
  show (means);
}

void
copil_fiche_means_focus (CopilFicheMeans *means, gint64 resource)
{
  copil_children_focus (COPIL_CHILDREN (means->lines), resource);
}
