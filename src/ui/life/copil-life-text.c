/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-life-text.h"

#include <glib/gi18n-lib.h>

#include "copil-life-wordings.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-article.h"

struct _CopilLifeText
{
  CopilPanel parent_instance;

  char *day;
  GtkWidget *on;      /* as typed; empty for today */
  GtkWidget *days;    /* buttons, one for each day on which the text changed */
  GtkWidget *compare; /* with the text as it was signed */
  GtkWidget *heading;
  GtkWidget *articles;
};

G_DEFINE_FINAL_TYPE (CopilLifeText, copil_life_text, COPIL_TYPE_PANEL)

enum
{
  DAY_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clear (GtkWidget *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (box));)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The day that is typed; today's where nothing is, or what cannot be read. */
static void
read_day (CopilLifeText *text)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("amendment"), "effective");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (text->on));
  g_autoptr (GError) error = NULL;
  char *day = *typed ? copil_field_parse (field, typed, &error) : NULL;

  if (error)
    gtk_widget_add_css_class (text->on, "error");
  else
    gtk_widget_remove_css_class (text->on, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (text->on), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (error)
    copil_session_toast (copil_panel_get_session (text), error->message);
  g_free (text->day);
  text->day = day ? day : g_strdup (copil_today ());
  g_signal_emit (text, signals[DAY_CHANGED], 0);
}

static char *
make_title (const CopilViewArticle *article)
{
  const char *label = article->label, *title = article->title;

  return label && *label ? title && *title ? g_strdup_printf (_ ("Article %s: %s"), label, title)
                                           : g_strdup_printf (_ ("Article %s"), label)
                         : g_strdup (title && *title ? title : _ ("Article"));
}

static const CopilViewArticle *
find (GPtrArray *articles, gint64 id)
{
  for (guint i = 0; id && i < articles->len; i++)
    if (((const CopilViewArticle *)articles->pdata[i])->id == id)
      return articles->pdata[i];
  return NULL;
}

static void
add_article (CopilLifeText *text, const CopilViewArticle *article,
             const CopilViewArticle *signed_as, gboolean compared)
{
  g_autofree char *title = make_title (article), *heading = NULL;
  const char *old = signed_as ? signed_as->text : NULL;
  GtkWidget *label;

  heading = article->repealed        ? g_strdup_printf (_ ("%s – repealed"), title)
            : compared && !signed_as ? g_strdup_printf (_ ("%s – added"), title)
                                     : g_steal_pointer (&title);
  gtk_box_append (GTK_BOX (text->articles), copil_parts_label_new (heading, "heading"));
  label = compared ? copil_life_compared_new (old, article->repealed ? NULL : article->text)
                   : copil_parts_label_new (article->text, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_box_append (GTK_BOX (text->articles), label);
}

static void
day_clicked_cb (CopilLifeText *text, GtkButton *button)
{
  const char *day = g_object_get_data (G_OBJECT (button), "day");
  g_autofree char *typed = copil_date_format (day);

  gtk_editable_set_text (GTK_EDITABLE (text->on), typed);
  read_day (text);
  copil_panel_refresh (text);
}

static void
fill_days (CopilLifeText *text)
{
  g_auto (GStrv) days = copil_view_list_text_days (copil_panel_get_store (text));

  clear (text->days);
  for (guint i = 0; days[i]; i++)
    {
      g_autofree char *label = copil_date_format (days[i]);
      g_autofree char *name = g_strdup_printf (_ ("The text in force on %s"), label);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data_full (G_OBJECT (button), "day", g_strdup (days[i]), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (day_clicked_cb), text,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (text->days), button);
    }
}

static void
fill (gpointer self)
{
  CopilLifeText *text = self;
  CopilStore *store = copil_panel_get_store (text);
  gboolean compared = gtk_check_button_get_active (GTK_CHECK_BUTTON (text->compare));
  g_autoptr (GPtrArray) articles = copil_view_list_articles (store, text->day, compared),
                        signed_as = copil_view_list_articles (store, "", FALSE);
  g_autoptr (GPtrArray) amendments = copil_view_list_avenants (store, text->day);
  g_autofree char *date = copil_date_format_long (text->day), *heading = NULL;

  fill_days (text);
  clear (text->articles);
  heading =
      amendments->len == 0
          ? g_strdup_printf (_ ("Text in force on %s, as it was signed"), date)
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Text in force on %s, by %u amendment",
                                          "Text in force on %s, by %u amendments", amendments->len),
                             date, amendments->len);
  gtk_label_set_label (GTK_LABEL (text->heading),
                       articles->len ? heading
                                     : _ ("No article yet: add the articles of the convention on "
                                          "the first tab, or take over its text."));
  for (guint i = 0; i < articles->len; i++)
    {
      const CopilViewArticle *article = articles->pdata[i];

      add_article (text, article, find (signed_as, article->id), compared);
    }
}

static void
activate_cb (CopilLifeText *text)
{
  read_day (text);
  copil_panel_refresh (text);
}

static void
copil_life_text_finalize (GObject *object)
{
  g_free (COPIL_LIFE_TEXT (object)->day);
  G_OBJECT_CLASS (copil_life_text_parent_class)->finalize (object);
}

static void
copil_life_text_class_init (CopilLifeTextClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_life_text_finalize;
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_life_text_init (CopilLifeText *text)
{
}

GtkWidget *
copil_life_text_new (CopilSession *session)
{
  CopilLifeText *text = g_object_new (COPIL_TYPE_LIFE_TEXT, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *clamp = adw_clamp_new (),
            *scrolled = gtk_scrolled_window_new (), *label;

  text->day = g_strdup (copil_today ());
  text->on = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (text->on), _ ("today"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (text->on), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("In force on what day; empty for today"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (text->on), 18);
  g_signal_connect_swapped (text->on, "activate", G_CALLBACK (activate_cb), text);
  label = gtk_label_new_with_mnemonic (_ ("In _force on"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), text->on);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), text->on);
  text->compare = gtk_check_button_new ();
  copil_parts_set_text (text->compare, _ ("_Compare with the signed text"));
  g_signal_connect_swapped (text->compare, "toggled", G_CALLBACK (copil_panel_refresh), text);
  gtk_box_append (GTK_BOX (line), text->compare);
  text->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  text->heading = copil_parts_label_new (NULL, "title-3");
  gtk_widget_set_margin_bottom (text->heading, 6);
  text->articles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), text->days);
  gtk_box_append (GTK_BOX (box), text->heading);
  gtk_box_append (GTK_BOX (box), text->articles);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  copil_panel_set_child (text, scrolled);
  copil_panel_set_focus (text, text->on);
  copil_panel_watch (text, "article amendment amended convention", fill);
  fill (text);
  return GTK_WIDGET (text);
}

const char *
copil_life_text_get_day (CopilLifeText *text)
{
  return text->day;
}
