/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-life-page.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-form.h"
#include "copil-life-ending.h"
#include "copil-life-text.h"
#include "copil-life-wordings.h"
#include "copil-paper-export.h"
#include "copil-records-page.h"
#include "copil-view-life.h"

/* The tabs that are lists of records of one kind. */
enum
{
  ARTICLES,
  AMENDMENTS,
  AUTHORISATIONS,
  TERMS,
  DISPUTES,
  N_LISTS
};

struct _CopilLifePage
{
  CopilPage parent_instance;

  GtkWidget *lists[N_LISTS];
  GtkWidget *forms[N_LISTS];
  GtkWidget *wordings;
  GtkWidget *amended;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (CopilLifePage, copil_life_page, COPIL_TYPE_PAGE)

static const CopilRecordsSpec specs[N_LISTS] = {
  [ARTICLES] = { .kind = "article",
                 .group = -1,
                 .add = N_ ("_Add an article"),
                 .back = N_ ("Articles"),
                 .icon = "copil-text-symbolic",
                 .title = N_ ("No articles yet"),
                 .sentence = N_ ("The articles of the convention as it was signed, those that are "
                                 "axes and the others; amendments change them from a day on.") },
  [AMENDMENTS] = { .kind = "amendment",
                   .follows = "amended",
                   .group = -1,
                   .add = N_ ("_Add an amendment"),
                   .back = N_ ("Amendments"),
                   .icon = "document-edit-symbolic",
                   .title = N_ ("No amendments yet"),
                   .sentence = N_ ("An amendment changes what was signed: the text of an article, "
                                   "the end of the convention, its signatories, its axes.") },
  [AUTHORISATIONS] = { .kind = "authorisation",
                       .follows = "party fiche",
                       .group = -1,
                       .add = N_ ("_Add a request"),
                       .back = N_ ("Authorisations"),
                       .icon = "emblem-ok-symbolic",
                       .title = N_ ("No requests yet"),
                       .sentence =
                           N_ ("Who asked to use a logo, to communicate or to put a digital "
                               "tool online, what was answered, and until when.") },
  [TERMS] = { .kind = "term",
              .order = copil_view_term_order,
              .group = -1,
              .add = N_ ("_Add a term"),
              .back = N_ ("Glossary"),
              .icon = "accessories-dictionary-symbolic",
              .title = N_ ("No terms yet"),
              .sentence = N_ ("What the words and the abbreviations of the convention mean.") },
  [DISPUTES] = { .kind = "dispute",
                 .follows = "party meeting",
                 .group = -1,
                 .add = N_ ("_Add a dispute"),
                 .back = N_ ("Disputes"),
                 .icon = "dialog-warning-symbolic",
                 .title = N_ ("No disputes"),
                 .sentence = N_ ("What the signatories disagree on, the meeting that was called "
                                 "for it, and what came of the conciliation.") },
};

static const char *const titles[N_LISTS] = { N_ ("Articles"), N_ ("Amendments"),
                                             N_ ("Authorisations"), N_ ("Glossary"),
                                             N_ ("Disputes") };

static const char *const answer_choices[] = {
  N_ ("Waiting for an answer"),
  copil_view_authorisation_waiting,
  N_ ("Valid today"),
  copil_view_authorisation_valid,
  N_ ("Lapsed"),
  copil_view_authorisation_lapsed,
  NULL,
};

/* --- callbacks --- */

static void
selected_cb (CopilLifePage *page, gint64 id, CopilRecordsPage *records)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (GTK_WIDGET (records) == page->lists[i])
      copil_form_set_id (COPIL_FORM (page->forms[i]), id);
  if (GTK_WIDGET (records) == page->lists[ARTICLES])
    copil_life_wordings_set_article (COPIL_LIFE_WORDINGS (page->wordings), id);
  if (GTK_WIDGET (records) == page->lists[AMENDMENTS])
    copil_children_set_parent (COPIL_CHILDREN (page->amended), id);
}

static void
added_cb (CopilLifePage *page, gint64 id, CopilRecordsPage *records)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (GTK_WIDGET (records) == page->lists[i])
      copil_form_focus (COPIL_FORM (page->forms[i]), NULL);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilLifePage *page = COPIL_LIFE_PAGE (widget);
  const CopilRequest request = { .audience = copil_page_get_audience (COPIL_PAGE (page)),
                                 .day = copil_life_text_get_day (COPIL_LIFE_TEXT (page->text)) };

  copil_paper_export_run (widget, copil_panel_get_session (page),
                          parameter ? g_variant_get_string (parameter, NULL) : "convention.odt",
                          &request);
}

/* --- building --- */

static void
build_list (CopilLifePage *page, guint place)
{
  CopilSession *session = copil_panel_get_session (page);
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  CopilRecordsPage *records;

  page->forms[place] = copil_form_new (session, specs[place].kind, NULL);
  gtk_box_append (GTK_BOX (detail), page->forms[place]);
  if (place == ARTICLES)
    {
      page->wordings = copil_life_wordings_new (session);
      gtk_box_append (GTK_BOX (detail), page->wordings);
    }
  if (place == AMENDMENTS)
    {
      page->amended =
          copil_children_new (session, "amended", NULL, _ ("Add an _article that it changes"));
      gtk_box_append (GTK_BOX (detail),
                      copil_records_page_make_section (_ ("Articles it changes"), page->amended));
    }
  page->lists[place] = copil_records_page_new (session, &specs[place], detail, 400);
  records = COPIL_RECORDS_PAGE (page->lists[place]);
  if (place == AUTHORISATIONS)
    copil_records_page_add_choice_filter (records, _ ("All answers"), answer_choices);
  g_signal_connect_swapped (records, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (added_cb), page);
  selected_cb (page, copil_records_page_get_selected (records), records);
}

static void
build (CopilLifePage *page)
{
  static const char *const names[] = { "convention.odt", NULL };
  CopilPage *tabs = COPIL_PAGE (page);
  CopilSession *session = copil_panel_get_session (page);

  copil_page_set_tabs (tabs, copil_paper_export_button_new (names, "page.export-as"), NULL);
  page->text = copil_life_text_new (session);
  for (guint i = 0; i < N_LISTS; i++)
    {
      build_list (page, i);
      copil_page_add_tab (tabs, page->lists[i], specs[i].kind, _ (titles[i]));
      if (i == AMENDMENTS)
        copil_page_add_tab (tabs, page->text, "text", _ ("Text in force"));
    }
  copil_page_add_tab (tabs, copil_life_ending_new (session), "ending", _ ("End"));
}

static void
copil_life_page_class_init (CopilLifePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.export-as", "s", export_cb);
}

static void
copil_life_page_init (CopilLifePage *page)
{
}

GtkWidget *
copil_life_page_new (CopilSession *session)
{
  CopilLifePage *page = g_object_new (COPIL_TYPE_LIFE_PAGE, "session", session, NULL);

  build (page);
  return GTK_WIDGET (page);
}

void
copil_life_page_show (CopilLifePage *page, const char *kind, gint64 id)
{
  gint64 record = copil_page_get_parent (COPIL_PAGE (page), copil_kind_get (kind), id);
  const char *tab = g_str_equal (kind, "amended") ? "amendment" : kind;

  for (guint i = 0; i < N_LISTS; i++)
    if (g_str_equal (specs[i].kind, tab))
      {
        copil_page_show_tab (COPIL_PAGE (page), tab);
        copil_records_page_select (COPIL_RECORDS_PAGE (page->lists[i]), record);
      }
  if (g_str_equal (kind, "amended"))
    copil_children_focus (COPIL_CHILDREN (page->amended), id);
}
