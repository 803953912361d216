/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiches-detail.h"

#include <glib/gi18n-lib.h>

#include "copil-actions.h"
#include "copil-children.h"
#include "copil-fiche-life-view.h"
#include "copil-fiche-means.h"
#include "copil-fiche-contents.h"
#include "copil-followup-journal.h"
#include "copil-form.h"
#include "copil-joined-documents.h"
#include "copil-links.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-view-fiche.h"

struct _CopilFichesDetail
{
  CopilPanel parent_instance;

  gint64 id;

  GtkWidget *box;
  GPtrArray *forms; /* CopilForm; the title is in the first */
  GtkWidget *life;
  GtkWidget *steps;
  GtkWidget *sort;
  GtkWidget *contributions;
  GtkWidget *propose;
  GtkWidget *means;
  GtkWidget *reached;
  GtkWidget *reached_section;
  GtkWidget *reviews;
  GtkWidget *documents;
  GtkWidget *journal;
  GtkWidget *links[2]; /* CopilLinks */
};

G_DEFINE_FINAL_TYPE (CopilFichesDetail, copil_fiches_detail, COPIL_TYPE_PANEL)

/* The button says why it has nothing to propose. */
static void
update_propose (CopilFichesDetail *detail)
{
  CopilFicheContributions which =
      copil_fiche_get_contributions (copil_panel_get_store (detail), detail->id);
  gboolean missing = which == COPIL_FICHE_SOME_MISSING;

  gtk_widget_set_sensitive (detail->propose,
                            missing && !copil_store_is_read_only (copil_panel_get_store (detail)));
  gtk_widget_set_tooltip_text (
      detail->propose, missing ? _ ("Adds one for each signatory of the fiche that has none")
                       : which == COPIL_FICHE_ALL_CONTRIBUTE
                           ? _ ("Each signatory of the fiche has one already")
                           : _ ("Choose the signatories of the fiche first"));
}

/* « Décision 2024-1-03, réunion du 07/02/2024 ». */
static char *
say_decision (CopilStore *store, gint64 id)
{
  g_autofree char *label = copil_store_dup_text (store, "decision", id, "label");
  g_autofree char *day = copil_store_dup_text (
      store, "meeting", copil_store_get_int (store, "decision", id, "meeting"), "date");
  g_autofree char *called =
      label ? g_strdup_printf (C_ ("decision", "Decision %s"), label) : g_strdup (_ ("Decision"));
  g_autofree char *date = copil_date_format (day);

  return *date ? g_strdup_printf (_ ("%s, meeting of %s"), called, date)
               : g_steal_pointer (&called);
}

/* What was observed, and the progress with its formula. */
static char *
say_indicator (CopilStore *store, gint64 id)
{
  g_autoptr (CopilIndicator) indicator = copil_figure_load (store, id);
  g_autoptr (CopilProgress) progress = indicator ? copil_indicator_judge (indicator, NULL) : NULL;
  g_autofree char *observed =
      progress ? copil_indicator_format (indicator, progress->observed) : NULL;

  if (!progress)
    return NULL;
  if (progress->formula)
    return g_strdup_printf ("%s · %s", observed, progress->formula);
  return *observed && progress->sentence ? g_strdup_printf ("%s · %s", observed, progress->sentence)
         : *observed                     ? g_steal_pointer (&observed)
                                         : g_strdup (progress->sentence);
}

/* Above a step that is late: since how many days. */
static char *
say_late (CopilStore *store, gint64 id)
{
  int days = copil_view_count_late_days (store, id);

  return days > 0 ? g_strdup_printf (ngettext ("Late: %d day", "Late: %d days", (gulong)days), days)
                  : NULL;
}

/* Whom its actions reached, and how many they are. */
static void
show_reached (CopilFichesDetail *detail)
{
  const CopilActionsFilter filter = { .fiche = detail->id };
  g_autoptr (CopilActionsTable) actions = copil_actions_read (
      copil_panel_get_store (detail), COPIL_BY_NOTHING, COPIL_BY_NOTHING, &filter);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int count = 0; detail->id && count < COPIL_N_COUNTS; count++)
    {
      const CopilTotal *total = copil_actions_table_get (actions, -1, -1, (CopilCount)count);
      g_autofree char *value = copil_total_format (total);

      if (total->n_known > 0)
        {
          g_string_append (text, text->len ? "\n" : "");
          g_string_append_printf (text, _ ("%s: %s"), copil_count_get_label ((CopilCount)count),
                                  value);
        }
    }
  gtk_label_set_label (GTK_LABEL (detail->reached), text->str);
  gtk_widget_set_visible (detail->reached_section, text->len > 0);
}

static void
show_steps (CopilFichesDetail *detail)
{
  CopilStore *store = copil_panel_get_store (detail);

  gtk_widget_set_visible (detail->sort, detail->id && !copil_store_is_read_only (store) &&
                                            !copil_fiche_are_steps_sorted (store, detail->id));
}

/* --- callbacks --- */

static void
propose_cb (CopilFichesDetail *detail)
{
  g_autoptr (GError) error = NULL;
  gint64 first;

  copil_session_keep (copil_panel_get_session (detail));
  first = copil_fiche_add_contributions (copil_panel_get_store (detail), detail->id, &error);
  if (copil_session_check (copil_panel_get_session (detail), !error, &error) && first)
    copil_children_focus (COPIL_CHILDREN (detail->contributions), first);
}

static void
sort_cb (CopilFichesDetail *detail)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (detail));
  copil_session_check (copil_panel_get_session (detail),
                       copil_fiche_sort_steps (copil_panel_get_store (detail), detail->id, &error),
                       &error);
  copil_children_focus (COPIL_CHILDREN (detail->steps), 0);
}

static void
changed_cb (CopilFichesDetail *detail, CopilChanges *changes)
{
  if (!detail->id)
    return;
  if (copil_changes_has_kind (changes, "action"))
    show_reached (detail);
  if (copil_changes_has_kind (changes, "step"))
    show_steps (detail);
  if (copil_changes_has_kind (changes, "contribution") ||
      copil_changes_has (changes, "fiche", detail->id))
    update_propose (detail);
}

/* --- building --- */

static GtkWidget *
add_form (CopilFichesDetail *detail, const char *section)
{
  GtkWidget *form = copil_form_new (copil_panel_get_session (detail), "fiche", section);

  g_ptr_array_add (detail->forms, form);
  return form;
}

static void
add (CopilFichesDetail *detail, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (detail->box), widget);
}

static GtkWidget *
build_contributions (CopilFichesDetail *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  detail->contributions = copil_children_new (copil_panel_get_session (detail), "contribution",
                                              NULL, _ ("Add an _engagement"));
  detail->propose = copil_records_page_make_button (_ ("One for each si_gnatory"));
  gtk_widget_set_halign (detail->propose, GTK_ALIGN_START);
  g_signal_connect_swapped (detail->propose, "clicked", G_CALLBACK (propose_cb), detail);
  gtk_box_append (GTK_BOX (box), detail->contributions);
  gtk_box_append (GTK_BOX (box), detail->propose);
  return box;
}

static GtkWidget *
build_steps (CopilFichesDetail *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  detail->steps =
      copil_children_new (copil_panel_get_session (detail), "step", NULL, _ ("Add a _step"));
  copil_children_set_caption (COPIL_CHILDREN (detail->steps), say_late);
  detail->sort = copil_records_page_make_button (_ ("S_ort by date"));
  gtk_widget_set_halign (detail->sort, GTK_ALIGN_START);
  g_signal_connect_swapped (detail->sort, "clicked", G_CALLBACK (sort_cb), detail);
  gtk_box_append (GTK_BOX (box), detail->steps);
  gtk_box_append (GTK_BOX (box), detail->sort);
  return box;
}

static void
build_links (CopilFichesDetail *detail)
{
  detail->links[0] = copil_links_new (
      copil_panel_get_session (detail), _ ("Indicators of the fiche"), "indicator",
      copil_view_indicators_of_fiche, "indicator observation target", say_indicator);
  detail->links[1] =
      copil_links_new (copil_panel_get_session (detail), _ ("Decisions about this fiche"),
                       "decision", copil_view_decisions_of_fiche, "decision meeting", say_decision);
}

static GtkWidget *
build_means (CopilFichesDetail *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  detail->means = copil_fiche_means_new (copil_panel_get_session (detail));
  gtk_box_append (GTK_BOX (box), add_form (detail, "means"));
  gtk_box_append (GTK_BOX (box), detail->means);
  return box;
}

static void
build (CopilFichesDetail *detail)
{
  g_autofree char *year = g_strndup (copil_today (), 4);

  detail->life = copil_fiche_life_view_new (copil_panel_get_session (detail));
  detail->reviews = copil_children_new (copil_panel_get_session (detail), "fiche_review", NULL,
                                        _ ("Add a _bilan"));
  copil_children_set_initial (COPIL_CHILDREN (detail->reviews), "year", year);
  detail->documents =
      copil_joined_documents_new (copil_panel_get_session (detail), "fiche_document");
  detail->journal = copil_followup_journal_new (copil_panel_get_session (detail), "fiche");
  detail->reached = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (detail->reached), 0);
  gtk_label_set_wrap (GTK_LABEL (detail->reached), TRUE);
  detail->reached_section =
      copil_records_page_make_section (_ ("Publics reached"), detail->reached);
  build_links (detail);

  add (detail, add_form (detail, "identity"));
  add (detail, copil_records_page_make_section (_ ("Life of the fiche"), detail->life));
  add (detail, copil_records_page_make_section (_ ("Objectives"), add_form (detail, "aims")));
  add (detail, copil_records_page_make_section (_ ("Steps"), build_steps (detail)));
  add (detail, copil_records_page_make_section (_ ("Operational engagements"),
                                                build_contributions (detail)));
  add (detail, copil_records_page_make_section (_ ("Partners, schools, publics"),
                                                add_form (detail, "partners")));
  add (detail, copil_records_page_make_section (_ ("Means"), build_means (detail)));
  add (detail, detail->reached_section);
  add (detail, detail->links[0]);
  add (detail, copil_records_page_make_section (_ ("Bilans by year"), detail->reviews));
  add (detail, detail->links[1]);
  add (detail, detail->documents);
  add (detail, copil_records_page_make_section (_ ("Follow-up notes"), detail->journal));
}

static void
copil_fiches_detail_dispose (GObject *object)
{
  CopilFichesDetail *detail = COPIL_FICHES_DETAIL (object);

  G_OBJECT_CLASS (copil_fiches_detail_parent_class)->dispose (object);
  g_clear_pointer (&detail->forms, g_ptr_array_unref);
}

static void
copil_fiches_detail_class_init (CopilFichesDetailClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_fiches_detail_dispose;
}

static void
copil_fiches_detail_init (CopilFichesDetail *detail)
{
  detail->forms = g_ptr_array_new ();
  detail->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  copil_panel_set_child (detail, detail->box);
}

GtkWidget *
copil_fiches_detail_new (CopilSession *session)
{
  CopilFichesDetail *detail = g_object_new (COPIL_TYPE_FICHES_DETAIL, "session", session, NULL);

  build (detail);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           detail, G_CONNECT_SWAPPED);
  return GTK_WIDGET (detail);
}

void
copil_fiches_detail_set_id (CopilFichesDetail *detail, gint64 id)
{
  detail->id = id;
  for (guint i = 0; i < detail->forms->len; i++)
    copil_form_set_id (detail->forms->pdata[i], id);
  copil_children_set_parent (COPIL_CHILDREN (detail->steps), id);
  copil_children_set_parent (COPIL_CHILDREN (detail->contributions), id);
  copil_children_set_parent (COPIL_CHILDREN (detail->reviews), id);
  copil_fiche_life_view_set_fiche (COPIL_FICHE_LIFE_VIEW (detail->life), id);
  copil_fiche_means_set_fiche (COPIL_FICHE_MEANS (detail->means), id);
  copil_joined_documents_set_parent (COPIL_JOINED_DOCUMENTS (detail->documents), id);
  copil_followup_journal_set_id (COPIL_FOLLOWUP_JOURNAL (detail->journal), id);
  for (guint i = 0; i < G_N_ELEMENTS (detail->links); i++)
    copil_links_set_id (COPIL_LINKS (detail->links[i]), id);
  show_reached (detail);
  show_steps (detail);
  update_propose (detail);
}

void
copil_fiches_detail_focus (CopilFichesDetail *detail, const char *kind, gint64 id)
{
  if (g_str_equal (kind, "step"))
    copil_children_focus (COPIL_CHILDREN (detail->steps), id);
  else if (g_str_equal (kind, "contribution"))
    copil_children_focus (COPIL_CHILDREN (detail->contributions), id);
  else if (g_str_equal (kind, "fiche_review"))
    copil_children_focus (COPIL_CHILDREN (detail->reviews), id);
  else if (g_str_equal (kind, "resource"))
    copil_fiche_means_focus (COPIL_FICHE_MEANS (detail->means), id);
  else if (g_str_equal (kind, "fiche_document"))
    copil_joined_documents_focus (COPIL_JOINED_DOCUMENTS (detail->documents));
  else if (g_str_equal (kind, "followup"))
    copil_followup_journal_focus (COPIL_FOLLOWUP_JOURNAL (detail->journal));
  else
    copil_form_focus (detail->forms->pdata[0], "title");
}
