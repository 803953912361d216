/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-overview-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-chart-view.h"
#include "copil-dashboard.h"
#include "copil-loader.h"
#include "copil-paper-export.h"
#include "copil-overview-card.h"
#include "copil-overview-data.h"
#include "copil-overview-grid.h"
#include "copil-overview-guide.h"
#include "copil-overview-list.h"
#include "copil-publish.h"
#include "copil-share.h"
#include "copil-value.h"

/* Changes that come within so many milliseconds are counted together. */
#define DELAY 120

typedef enum
{
  CARD_ENGAGEMENTS,
  CARD_DONE,
  CARD_IN_PROGRESS,
  CARD_LATE,
  CARD_DECISIONS,
  CARD_MEETING,
  CARD_DEADLINE,
  CARD_END,
  N_CARDS
} Card;

static const struct
{
  const char *caption;
  const char *icon;
  const char *filter; /* what the card counts, or NULL */
} cards[N_CARDS] = {
  { NC_ ("key figure", "Engagements"), "view-list-bullet-symbolic", "" },
  { NC_ ("key figure", "Done"), "copil-done-symbolic", "status=done" },
  { NC_ ("key figure", "In progress"), "copil-in-progress-symbolic", "status=in_progress" },
  { NC_ ("key figure", "Late"), "copil-late-symbolic", "status=late" },
  { NC_ ("key figure", "Open decisions"), "object-select-symbolic", "decisions=open" },
  { NC_ ("key figure", "Next meeting"), "x-office-calendar-symbolic", NULL },
  { NC_ ("key figure", "Next deadline"), "alarm-symbolic", NULL },
  { NC_ ("key figure", "End of the convention"), "emblem-documents-symbolic", NULL },
};

struct _CopilOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *export_button;

  GtkWidget *guide;
  GtkWidget *cards[N_CARDS];
  GtkWidget *decisions_late; /* on the card of decisions: opens those it counts */
  GtkWidget *grid;
  GtkWidget *columns;
  GtkWidget *late;
  GtkWidget *deadlines;
  GtkWidget *completeness;
  GtkWidget *status_chart;
  GtkWidget *party_chart;
  GtkWidget *timeline_chart;
  GtkWidget *timeline_card;

  CopilSession *session;
  CopilOverviewData *data; /* as last counted */
  char *signatories;       /* day and number, in words */
  char *progress;          /* of all engagements, in words; NULL while it is not known */
  CopilLoader *words_loader, *charts_loader;
  guint frames; /* since the words were shown */
  guint tick;   /* counts them, or 0 */
};

G_DEFINE_FINAL_TYPE (CopilOverviewPage, copil_overview_page, GTK_TYPE_WIDGET)

/* What is read: one of them. */
typedef struct
{
  CopilOverviewData *data;
  CopilOverviewCharts *charts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->data, copil_overview_data_free);
  g_clear_pointer (&job->charts, copil_overview_charts_free);
  g_free (job);
}

/* The class is that of the detail, except where the figure itself is what is late. */
static void
set_card (CopilOverviewPage *page, Card card, const char *figure, const char *detail,
          const char *detail_class)
{
  copil_overview_card_set (COPIL_OVERVIEW_CARD (page->cards[card]), figure,
                           card == CARD_LATE ? detail_class : "", detail,
                           card == CARD_LATE ? "" : detail_class);
}

static void
set_count (CopilOverviewPage *page, Card card, guint count, const char *detail,
           const char *detail_class)
{
  g_autofree char *figure = copil_number_format (count);

  set_card (page, card, figure, detail, detail_class);
}

static char *
format_share (guint part, guint whole)
{
  g_autofree char *share = copil_share_format (part, whole);

  /* Translators: a share in percent of all engagements */
  return g_strdup_printf (_ ("%s of the engagements"), share);
}

static void
show_figures (CopilOverviewPage *page, const CopilOverviewData *data)
{
  g_autofree char *axes =
      g_strdup_printf (ngettext ("in %u axis", "in %u axes", data->held.axes), data->held.axes);
  g_autofree char *done = format_share (data->counts[COPIL_CHART_ROLE_DONE], data->n_engagements),
                  *late = format_share (data->counts[COPIL_CHART_ROLE_LATE], data->n_engagements);
  guint n_planned = data->counts[COPIL_CHART_ROLE_PLANNED],
        n_late = data->counts[COPIL_CHART_ROLE_LATE];
  g_autofree char *count = copil_number_format (n_planned), *planned = NULL, *overdue = NULL;

  planned = g_strdup_printf (ngettext ("%s planned", "%s planned", n_planned), count);
  overdue = g_strdup_printf (
      ngettext ("%u of them is late", "%u of them are late", data->held.decisions_late),
      data->held.decisions_late);
  set_count (page, CARD_ENGAGEMENTS, data->n_engagements, axes, "");
  set_count (page, CARD_DONE, data->counts[COPIL_CHART_ROLE_DONE], done, "");
  set_count (page, CARD_IN_PROGRESS, data->counts[COPIL_CHART_ROLE_IN_PROGRESS], planned, "");
  set_count (page, CARD_LATE, n_late, n_late ? late : _ ("Nothing is late"), n_late ? "late" : "");
  set_count (page, CARD_DECISIONS, data->held.decisions,
             data->held.decisions_late ? "" : _ ("None of them is late"), "");
  gtk_button_set_label (GTK_BUTTON (page->decisions_late), overdue);
  gtk_widget_set_visible (page->decisions_late, data->held.decisions_late > 0);
}

static void
show_days (CopilOverviewPage *page, const CopilOverviewData *data)
{
  const CopilOverviewRow *next = data->deadlines->len ? data->deadlines->pdata[0] : NULL;
  g_autofree char *meeting = copil_date_format (data->meeting_date),
                  *meeting_days = copil_overview_format_days (data->meeting_days),
                  *end = copil_date_format (data->end),
                  *end_days = copil_overview_format_days (data->end_days),
                  *notice = copil_date_format (data->notice), *when = NULL, *until = NULL;

  when = data->meeting_detail && *data->meeting_detail
             ? g_strdup_printf ("%s · %s", meeting_days, data->meeting_detail)
             : g_strdup (meeting_days);
  set_card (page, CARD_MEETING, data->meeting ? meeting : "–",
            data->meeting ? when : _ ("No date is set"), "");
  if (next)
    {
      g_autofree char *day = copil_date_format (next->date),
                      *days = copil_overview_format_days (next->days),
                      *what = g_strdup_printf ("%s · %s", days, next->title);

      set_card (page, CARD_DEADLINE, day, what, "");
    }
  else
    set_card (page, CARD_DEADLINE, "–", _ ("Nothing is due"), "");
  until = data->notice && data->notice_days >= 0
              ? g_strdup_printf (_ ("%s · notice until %s"), end_days, notice)
              : g_strdup (end_days);
  set_card (page, CARD_END, data->end ? end : "–",
            data->end ? until : _ ("The convention says no date"),
            data->end && data->end_days < 0 ? "late" : "");
}

/* The progress of all joins the signatories once it is counted, and stays while it is again. */
static void
show_summary (CopilOverviewPage *page)
{
  g_autofree char *both = page->progress
                              ? g_strdup_printf ("%s · %s", page->signatories, page->progress)
                              : g_strdup (page->signatories);

  gtk_label_set_label (page->summary, both);
}

static void
show_head (CopilOverviewPage *page, const CopilOverviewData *data)
{
  g_autofree char *signed_on = copil_date_format_long (data->signed_on);
  g_autofree char *summary =
      *signed_on ? g_strdup_printf (ngettext ("Signed on %s by %u signatory",
                                              "Signed on %s by %u signatories", data->held.parties),
                                    signed_on, data->held.parties)
                 : g_strdup_printf (ngettext ("%u signatory", "%u signatories", data->held.parties),
                                    data->held.parties);

  gtk_label_set_label (page->title, data->title ? data->title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->title),
                               data->full_title ? data->full_title : data->title);
  g_free (page->signatories);
  page->signatories = g_steal_pointer (&summary);
  show_summary (page);
  gtk_widget_set_visible (GTK_WIDGET (page->summary), data->held.parties > 0);
}

static void
show_data (CopilOverviewPage *page, const CopilOverviewData *data)
{
  gboolean some = data->n_engagements > 0;

  show_head (page, data);
  show_figures (page, data);
  show_days (page, data);
  copil_overview_guide_set (COPIL_OVERVIEW_GUIDE (page->guide), data);
  copil_overview_list_set (COPIL_OVERVIEW_LIST (page->late), data->late,
                           data->counts[COPIL_CHART_ROLE_LATE]);
  copil_overview_list_set (COPIL_OVERVIEW_LIST (page->deadlines), data->deadlines, 0);
  gtk_widget_set_visible (page->guide, !some);
  gtk_widget_set_visible (page->grid, some);
  gtk_widget_set_visible (page->columns, some);
  gtk_widget_set_visible (page->deadlines, some);
  gtk_widget_set_visible (page->timeline_card, some);
  gtk_widget_set_visible (page->export_button, some);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export", some);
  gtk_widget_set_visible (page->content, TRUE);
}

static void
show_charts (CopilOverviewPage *page, const CopilOverviewCharts *charts)
{
  copil_chart_view_set_chart (COPIL_CHART_VIEW (page->status_chart), charts->status);
  copil_chart_view_set_chart (COPIL_CHART_VIEW (page->party_chart), charts->parties);
  copil_chart_view_set_chart (COPIL_CHART_VIEW (page->timeline_chart), charts->timeline);
  g_clear_pointer (&page->progress, g_free);
  if (charts->progress->n > 0 && !isnan (charts->progress->percent))
    {
      g_autofree char *percent = copil_percent_format (charts->progress->percent);

      page->progress = g_strdup_printf (_ ("progress %s"), percent);
    }
  show_summary (page);
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->summary),
                               page->progress ? charts->progress->sentence : NULL);
}

static void
show_completeness (CopilOverviewPage *page, const CopilCompleteness *completeness)
{
  guint missing = completeness->expected - completeness->filled;
  g_autofree char *figure = NULL, *detail = NULL;

  gtk_widget_set_visible (page->completeness, completeness->expected > 0);
  if (!completeness->expected)
    return;
  figure = copil_share_format (completeness->filled, completeness->expected);
  detail =
      missing ? g_strdup_printf (ngettext ("%u thing is missing", "%u things are missing", missing),
                                 missing)
              : g_strdup (_ ("Nothing is missing"));
  copil_overview_card_set (COPIL_OVERVIEW_CARD (page->completeness), figure, "", detail, "");
}

static gpointer
ask (gpointer page)
{
  return g_new0 (Job, 1);
}

static gboolean
read_charts (CopilStore *reader, gpointer job, GError **error)
{
  ((Job *)job)->charts = copil_overview_charts_load (reader);
  return TRUE;
}

static void
show_read_charts (gpointer page, gpointer job)
{
  CopilOverviewCharts *charts = job ? ((Job *)job)->charts : NULL;

  if (!charts)
    return;
  show_charts (page, charts);
  show_completeness (page, charts->completeness);
}

static gboolean
read_words (CopilStore *reader, gpointer job, GError **error)
{
  ((Job *)job)->data = copil_overview_data_load (reader);
  return TRUE;
}

static gboolean
count_after_frames_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CopilOverviewPage *page = COPIL_OVERVIEW_PAGE (widget);

  if (++page->frames < 3)
    return G_SOURCE_CONTINUE;
  page->tick = 0;
  copil_loader_ask (page->charts_loader);
  return G_SOURCE_REMOVE;
}

/* The words show first: the charts of a long list take longer than all the rest, and nothing is
 * counted beside the drawing of the words, which it would only delay. */
static void
show_words (gpointer data, gpointer job)
{
  CopilOverviewPage *page = data;

  if (!job)
    return;
  g_clear_pointer (&page->data, copil_overview_data_free);
  page->data = g_steal_pointer (&((Job *)job)->data);
  show_data (page, page->data);
  page->frames = 0;
  if (!page->tick)
    page->tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (page), count_after_frames_cb, NULL, NULL);
}

static const CopilLoading words_loading = { ask, read_words, show_words, job_free },
                          charts_loading = { ask, read_charts, show_read_charts, job_free };

/* A mark's key: "engagement=12" is a record, what has several terms is a filter. */
static void
activated_cb (CopilOverviewPage *page, const char *key)
{
  const char *equals = strchr (key, '=');
  g_autofree char *kind = equals ? g_strndup (key, (gsize)(equals - key)) : NULL;

  if (kind && !strchr (key, '&') && copil_kind_find (kind))
    copil_session_go (page->session, kind, g_ascii_strtoll (equals + 1, NULL, 10));
  else
    copil_session_filter (page->session, key);
}

static void
go_cb (CopilOverviewPage *page, const char *kind, gint64 id)
{
  copil_session_go (page->session, kind, id);
}

static void
completeness_cb (CopilOverviewPage *page)
{
  copil_session_go (page->session, "completeness", 0);
}

static void
all_late_cb (CopilOverviewPage *page)
{
  copil_session_filter (page->session, cards[CARD_LATE].filter);
}

static void
decisions_late_cb (CopilOverviewPage *page)
{
  copil_session_filter (page->session, "decisions=late");
}

/* The card of decisions, with the count of those that are late over the place of its detail: each
 * opens what it counts. */
static GtkWidget *
build_decisions (CopilOverviewPage *page)
{
  GtkWidget *overlay = gtk_overlay_new ();

  page->decisions_late = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (page->decisions_late, "flat");
  gtk_widget_add_css_class (page->decisions_late, "caption");
  gtk_widget_add_css_class (page->decisions_late, "late");
  gtk_widget_add_css_class (page->decisions_late, "counted");
  gtk_widget_set_halign (page->decisions_late, GTK_ALIGN_START);
  gtk_widget_set_valign (page->decisions_late, GTK_ALIGN_END);
  gtk_widget_set_visible (page->decisions_late, FALSE);
  g_signal_connect_object (page->decisions_late, "clicked", G_CALLBACK (decisions_late_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), page->cards[CARD_DECISIONS]);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), page->decisions_late);
  return overlay;
}

static void
card_cb (GtkWidget *widget, CopilOverviewPage *page)
{
  Card card = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "card"));
  const CopilOverviewData *data = page->data;

  if (cards[card].filter)
    copil_session_filter (page->session, cards[card].filter);
  else if (card == CARD_MEETING)
    copil_session_go (page->session, "meeting", data->meeting);
  else if (card == CARD_DEADLINE && data->deadlines->len)
    {
      const CopilOverviewRow *row = data->deadlines->pdata[0];

      copil_session_go (page->session, row->kind, row->id);
    }
  else
    copil_session_go (page->session, "convention", data->convention);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const CopilRequest request = { 0 };

  copil_paper_export_run (widget, COPIL_OVERVIEW_PAGE (widget)->session,
                          g_variant_get_string (parameter, NULL), &request);
}

static void
export_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (COPIL_OVERVIEW_PAGE (widget)->export_button));
}

static void
copil_overview_page_dispose (GObject *object)
{
  CopilOverviewPage *page = COPIL_OVERVIEW_PAGE (object);

  copil_loader_clear (&page->words_loader);
  copil_loader_clear (&page->charts_loader);
  g_clear_pointer (&page->scrolled, gtk_widget_unparent);
  g_clear_pointer (&page->data, copil_overview_data_free);
  g_clear_pointer (&page->signatories, g_free);
  g_clear_pointer (&page->progress, g_free);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (copil_overview_page_parent_class)->dispose (object);
}

static void
copil_overview_page_class_init (CopilOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_overview_page_dispose;
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_menu_cb);
  gtk_widget_class_install_action (widget_class, "overview.export", "s", export_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/copil/ui/copil-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CopilOverviewPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CopilOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, CopilOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, CopilOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CopilOverviewPage, export_button);
}

static void
copil_overview_page_init (CopilOverviewPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.export", FALSE);
}

/* A chart on a card of its own. */
static GtkWidget *
make_chart (CopilOverviewPage *page, GtkWidget **view)
{
  GtkWidget *card = adw_bin_new ();

  *view = copil_chart_view_new ();
  g_signal_connect_object (*view, "activated", G_CALLBACK (activated_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (*view, 6);
  gtk_widget_set_margin_bottom (*view, 12);
  gtk_widget_set_margin_start (*view, 12);
  gtk_widget_set_margin_end (*view, 12);
  adw_bin_set_child (ADW_BIN (card), *view);
  gtk_widget_add_css_class (card, "card");
  return card;
}

static GtkWidget *
make_list (CopilOverviewPage *page, const char *title, const char *empty)
{
  GtkWidget *list = copil_overview_list_new (title, empty);

  g_signal_connect_object (list, "go", G_CALLBACK (go_cb), page, G_CONNECT_SWAPPED);
  return list;
}

GtkWidget *
copil_overview_page_new (CopilSession *session)
{
  CopilOverviewPage *page = g_object_new (COPIL_TYPE_OVERVIEW_PAGE, NULL);
  GtkWidget *charts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12),
            *lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  page->session = g_object_ref (session);
  page->guide = copil_overview_guide_new (session);
  page->grid = copil_overview_grid_new (4, 190);
  for (guint i = 0; i < N_CARDS; i++)
    {
      page->cards[i] = copil_overview_card_new (
          g_dpgettext2 (GETTEXT_PACKAGE, "key figure", cards[i].caption), cards[i].icon);
      g_object_set_data (G_OBJECT (page->cards[i]), "card", GUINT_TO_POINTER (i));
      g_signal_connect_object (page->cards[i], "clicked", G_CALLBACK (card_cb), page, 0);
      copil_overview_grid_append (COPIL_OVERVIEW_GRID (page->grid),
                                  i == CARD_DECISIONS ? build_decisions (page) : page->cards[i]);
    }
  page->late = make_list (page, _ ("Late engagements"), _ ("No engagement is late."));
  g_signal_connect_object (page->late, "all", G_CALLBACK (all_late_cb), page, G_CONNECT_SWAPPED);
  page->deadlines = make_list (page, _ ("Next deadlines"), _ ("Nothing is due from today on."));
  gtk_box_append (GTK_BOX (charts), make_chart (page, &page->status_chart));
  gtk_box_append (GTK_BOX (charts), make_chart (page, &page->party_chart));
  /* Translators: how much of what the file should say it does say */
  page->completeness = copil_overview_card_new (C_ ("key figure", "Completeness of the file"),
                                                "emblem-documents-symbolic");
  gtk_widget_set_visible (page->completeness, FALSE);
  g_signal_connect_object (page->completeness, "clicked", G_CALLBACK (completeness_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (lists), page->late);
  gtk_box_append (GTK_BOX (lists), page->completeness);
  page->columns = copil_overview_grid_new (2, 380);
  copil_overview_grid_append (COPIL_OVERVIEW_GRID (page->columns), lists);
  copil_overview_grid_append (COPIL_OVERVIEW_GRID (page->columns), charts);
  page->timeline_card = make_chart (page, &page->timeline_chart);

  gtk_box_append (GTK_BOX (page->content), page->guide);
  gtk_box_append (GTK_BOX (page->content), page->grid);
  gtk_box_append (GTK_BOX (page->content), page->columns);
  gtk_box_append (GTK_BOX (page->content), page->deadlines);
  gtk_box_append (GTK_BOX (page->content), page->timeline_card);
  page->words_loader = copil_loader_new (page, session, &words_loading, DELAY);
  page->charts_loader = copil_loader_new (page, session, &charts_loading, 0);
  return GTK_WIDGET (page);
}
