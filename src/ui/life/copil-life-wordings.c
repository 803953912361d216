/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-life-wordings.h"

#include <glib/gi18n-lib.h>

#include "copil-compare.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-article.h"

struct _CopilLifeWordings
{
  CopilPanel parent_instance;

  gint64 article;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CopilLifeWordings, copil_life_wordings, COPIL_TYPE_PANEL)

GtkWidget *
copil_life_compared_new (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = copil_compare_texts (before, after);
  g_autoptr (GString) markup = g_string_new (NULL), spoken = g_string_new (NULL);
  GtkWidget *label = copil_parts_label_new (NULL, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CopilComparedRun *run = runs->pdata[i];
      g_autofree char *text = g_markup_escape_text (run->text, -1);

      if (run->change < 0)
        {
          g_string_append_printf (markup, "<s>%s</s>", text);
          /* Translators: said by screen readers of words that an amendment took away */
          g_string_append_printf (spoken, _ ("[taken away: %s] "), g_strstrip (text));
        }
      else if (run->change > 0)
        {
          g_string_append_printf (markup, "<b><u>%s</u></b>", text);
          /* Translators: said by screen readers of words that an amendment added */
          g_string_append_printf (spoken, _ ("[added: %s] "), g_strstrip (text));
        }
      else
        {
          g_string_append (markup, text);
          g_string_append (spoken, run->text);
        }
    }
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken->str, -1);
  return label;
}

/* « Avenant n° 1 Prolongation – remplacé, en vigueur depuis le 3 mai 2026 » */
static char *
describe (const CopilViewWording *wording)
{
  g_autofree char *since = wording->since ? copil_date_format_long (wording->since) : NULL;
  g_autofree char *change =
      wording->change
          ? g_utf8_strdown (
                copil_field_get_option_label (
                    copil_kind_get_field (copil_kind_get ("amended"), "change"), wording->change),
                -1)
          : NULL;

  if (!wording->amendment)
    return since ? g_strdup_printf (_ ("As it was signed, in force since %s"), since)
                 : g_strdup (_ ("As it was signed"));
  return since ? g_strdup_printf (_ ("%s – %s, in force since %s"), wording->name, change, since)
               : g_strdup_printf (_ ("%s – %s, without a date"), wording->name, change);
}

static void
fill (gpointer self)
{
  CopilLifeWordings *wordings = self;
  g_autoptr (GPtrArray) list =
      copil_view_list_wordings (copil_panel_get_store (wordings), wordings->article);
  const CopilViewWording *last = NULL;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (wordings->box));)
    gtk_box_remove (GTK_BOX (wordings->box), child);
  gtk_widget_set_visible (GTK_WIDGET (wordings), list->len > 1);
  for (guint i = 0; i < list->len; i++)
    {
      const CopilViewWording *wording = list->pdata[i];
      g_autofree char *head = describe (wording);

      gtk_box_append (GTK_BOX (wordings->box), copil_parts_label_new (head, "heading"));
      if (!wording->change || !g_str_equal (wording->change, "repealed"))
        gtk_box_append (GTK_BOX (wordings->box),
                        copil_life_compared_new (last ? last->text : wording->text, wording->text));
      last = wording;
    }
}

static void
copil_life_wordings_class_init (CopilLifeWordingsClass *class)
{
}

static void
copil_life_wordings_init (CopilLifeWordings *wordings)
{
}

GtkWidget *
copil_life_wordings_new (CopilSession *session)
{
  CopilLifeWordings *wordings = g_object_new (COPIL_TYPE_LIFE_WORDINGS, "session", session, NULL);

  wordings->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  copil_panel_set_child (wordings, wordings->box);
  copil_panel_watch (wordings, "article amendment amended convention", fill);
  gtk_widget_set_visible (GTK_WIDGET (wordings), FALSE);
  return GTK_WIDGET (wordings);
}

void
copil_life_wordings_set_article (CopilLifeWordings *wordings, gint64 article)
{
  wordings->article = article;
  fill (wordings);
}
