/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into the running program: preloaded into it (LD_PRELOAD), drives its real window through
 * the steps below, and writes to $COPIL_PROBE one line a step, with tabs between:
 *
 *   step  shown  blocked  rows  resident  sql  statement
 *
 * shown: microseconds from the step's command to the first frame that shows its outcome (of the
 * first step: from the start of the process); blocked: the longest that the main loop was kept from
 * its events, in microseconds of processor time, which neighbours on the machine do not lengthen;
 * rows: how many rows the main thread had from SQLite; resident: MiB in memory; sql: the longest
 * time that one step of a statement took it, and which. Then "memory", with the resident peak, what
 * is resident, and the proportional set, in KiB. */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A step is over when its outcome shows and the loop had nothing long to do for so many
 * milliseconds. */
#define QUIET_MS 400
#define BUSY_MS 4.0
#define PATIENCE_MS 20000
#define N_SCROLLS 12

typedef struct
{
  const char *name;
  void (*act) (GtkWidget *window);
  gboolean (*is_shown) (GtkWidget *window);
} Step;

static FILE *out;
static pthread_t main_thread;
static guint step;
static gboolean acted, shown;
static double started, shown_after, last_busy;
static double blocked, longest_sql;
static guint rows;
static char statement[160];
static GtkWidget *watched;
static GPollFunc old_poll;
static double loop_cpu;
static guint n_scrolled;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* What the program asks of SQLite passes here. */
int
sqlite3_step (sqlite3_stmt *asked)
{
  static int (*real) (sqlite3_stmt *);
  double before, took;
  int code;

  if (!real)
    *(void **)&real = dlsym (RTLD_NEXT, "sqlite3_step");
  if (!out || !pthread_equal (pthread_self (), main_thread))
    return real (asked);
  before = now (CLOCK_THREAD_CPUTIME_ID);
  code = real (asked);
  took = now (CLOCK_THREAD_CPUTIME_ID) - before;
  if (code == SQLITE_ROW)
    rows++;
  if (took > longest_sql)
    {
      const char *sql = sqlite3_sql (asked);

      longest_sql = took;
      g_strlcpy (statement, sql ? sql : "", sizeof statement);
      g_strdelimit (statement, "\t\n", ' ');
    }
  return code;
}

/* The time between two polls is the time that the loop was busy. */
static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  double busy = now (CLOCK_THREAD_CPUTIME_ID) - loop_cpu;
  int code;

  if (busy > blocked)
    blocked = busy;
  if (busy > BUSY_MS)
    last_busy = now (CLOCK_MONOTONIC);
  code = old_poll (fds, n, timeout);
  loop_cpu = now (CLOCK_THREAD_CPUTIME_ID);
  return code;
}

/* --- looking --- */

typedef gboolean (*Matches) (GtkWidget *widget);

/* The first of that type that shows, in the order of the window. */
static GtkWidget *
find (GtkWidget *widget, const char *type, Matches matches)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && (!matches || matches (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, matches);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
has_text (GtkWidget *label)
{
  return *gtk_label_get_label (GTK_LABEL (label)) != '\0';
}

static gboolean
is_there (GtkWidget *window, const char *page, const char *part)
{
  GtkWidget *found = find (window, page, NULL);

  return found && find (found, part, g_str_equal (part, "GtkLabel") ? has_text : NULL);
}

static gboolean
overview_shown (GtkWidget *window)
{
  return is_there (window, "CopilOverviewPage", "CopilOverviewCard");
}

/* The rows, and the figures above them. */
static gboolean
axis_shown (GtkWidget *window)
{
  GtkWidget *view = find (window, "CopilAxisView", NULL),
            *list = view ? find (view, "GtkColumnView", NULL) : NULL;
  GtkWidget *cell = list ? find (list, "GtkColumnViewCell", NULL) : NULL, *chart;

  chart = view ? find (view, "CopilChartView", NULL) : NULL;
  return cell && chart && find (cell, "GtkLabel", has_text) && gtk_widget_get_height (chart) > 0;
}

/* The filters may leave nothing. */
static gboolean
filters_shown (GtkWidget *window)
{
  return is_there (window, "CopilFilterBar", "GtkSearchEntry");
}

static gboolean
fiches_shown (GtkWidget *window)
{
  return is_there (window, "CopilFichesPage", "GtkLabel");
}

static gboolean
meetings_shown (GtkWidget *window)
{
  return is_there (window, "CopilMeetingsPage", "GtkLabel");
}

static gboolean
indicators_shown (GtkWidget *window)
{
  return is_there (window, "CopilIndicatorsPage", "GtkLabel");
}

static gboolean
signatories_shown (GtkWidget *window)
{
  return is_there (window, "CopilSignatoriesPage", "GtkLabel");
}

/* --- acting --- */

static void
run (GtkWidget *window, const char *action, int page)
{
  gtk_widget_activate_action (window, action, page ? "i" : NULL, page);
}

static void
show_axes (GtkWidget *window)
{
  run (window, "win.page", 2);
}

static void
next_axis (GtkWidget *window)
{
  run (window, "win.next-axis", 0);
}

static void
scroll_to (GtkWidget *window, double place)
{
  GtkWidget *list = find (window, "GtkColumnView", NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, room * place);
}

static void
scroll_to_end (GtkWidget *window)
{
  scroll_to (window, 1);
}

static void
scroll_to_middle (GtkWidget *window)
{
  scroll_to (window, 0.5);
}

static gboolean
scroll_cb (gpointer window)
{
  GtkWidget *list = find (window, "GtkColumnView", NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            gtk_adjustment_get_page_size (adjustment) / 4);
  return ++n_scrolled < N_SCROLLS;
}

static void
scroll_by_pages (GtkWidget *window)
{
  scroll_to (window, 0.1);
  n_scrolled = 0;
  g_timeout_add (50, scroll_cb, window);
}

static gboolean
scrolled (GtkWidget *window)
{
  return n_scrolled == N_SCROLLS;
}

static void
set_search (GtkWidget *window, const char *text)
{
  GtkWidget *bar = find (window, "CopilFilterBar", NULL);

  gtk_editable_set_text (GTK_EDITABLE (find (bar, "GtkSearchEntry", NULL)), text);
}

static void
search (GtkWidget *window)
{
  set_search (window, "mentorat");
}

static void
search_nothing (GtkWidget *window)
{
  set_search (window, "");
}

static void
filter_status (GtkWidget *window)
{
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (find (window, "CopilFilterBar", NULL), "GtkDropDown", NULL)), 1);
}

static void
filter_nothing (GtkWidget *window)
{
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (find (window, "CopilFilterBar", NULL), "GtkDropDown", NULL)), 0);
}

static void
sort_by_text (GtkWidget *window)
{
  GtkWidget *list = find (window, "GtkColumnView", NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (list));
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);

  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (list), first, GTK_SORT_ASCENDING);
}

static void
sort_by_nothing (GtkWidget *window)
{
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (find (window, "GtkColumnView", NULL)), NULL,
                                  GTK_SORT_ASCENDING);
}

static void
select_row (GtkWidget *window)
{
  GtkSelectionModel *model =
      gtk_column_view_get_model (GTK_COLUMN_VIEW (find (window, "GtkColumnView", NULL)));

  gtk_selection_model_select_item (model, 3, TRUE);
}

static gboolean
form_shown (GtkWidget *window)
{
  return is_there (window, "CopilForm", "GtkDropDown");
}

/* Another status for the selected engagement: the form commits at once. */
static void
edit (GtkWidget *window)
{
  GtkDropDown *status =
      GTK_DROP_DOWN (find (find (window, "CopilForm", NULL), "GtkDropDown", NULL));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (status));

  gtk_drop_down_set_selected (status, (gtk_drop_down_get_selected (status) + 1) % n);
}

static void
undo (GtkWidget *window)
{
  run (window, "win.undo", 0);
}

static void
show_fiches (GtkWidget *window)
{
  run (window, "win.page", 3);
}

static void
show_meetings (GtkWidget *window)
{
  run (window, "win.page", 4);
}

static void
show_indicators (GtkWidget *window)
{
  run (window, "win.page", 5);
}

static void
show_signatories (GtkWidget *window)
{
  run (window, "win.page", 6);
}

static void
show_overview (GtkWidget *window)
{
  run (window, "win.page", 1);
}

static const Step steps[] = {
  { "open", NULL, overview_shown },
  { "axes", show_axes, axis_shown },
  { "next axis", next_axis, axis_shown },
  { "scroll to the end", scroll_to_end, axis_shown },
  { "scroll to the middle", scroll_to_middle, axis_shown },
  { "scroll on", scroll_by_pages, scrolled },
  { "search", search, filters_shown },
  { "search nothing", search_nothing, filters_shown },
  { "filter by status", filter_status, filters_shown },
  { "filter by nothing", filter_nothing, filters_shown },
  { "sort by text", sort_by_text, axis_shown },
  { "sort by nothing", sort_by_nothing, axis_shown },
  { "select", select_row, form_shown },
  { "edit", edit, form_shown },
  { "undo", undo, form_shown },
  { "fiches", show_fiches, fiches_shown },
  { "meetings", show_meetings, meetings_shown },
  { "indicators", show_indicators, indicators_shown },
  { "signatories", show_signatories, signatories_shown },
  { "overview", show_overview, overview_shown },
};

/* --- the steps --- */

static long
read_memory (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !(line = strstr (text, name)))
    return 0;
  return atol (line + strlen (name));
}

/* Whole numbers have the same form in all languages. */
static long
in_us (double ms)
{
  return (long)(ms * 1e3 + 0.5);
}

static void
finish (void)
{
  fprintf (out, "memory\t%ld\t%ld\t%ld\n", read_memory ("/proc/self/status", "VmHWM:"),
           read_memory ("/proc/self/status", "VmRSS:"),
           read_memory ("/proc/self/smaps_rollup", "Pss:"));
  fclose (out);
  _exit (0);
}

static void
painted_cb (GdkFrameClock *clock)
{
  if (!acted || shown || !steps[step].is_shown (watched))
    return;
  shown = TRUE;
  shown_after = now (CLOCK_MONOTONIC) - started;
  last_busy = now (CLOCK_MONOTONIC);
  if (step == 0 && g_getenv ("COPIL_PROBE_OPEN_ONLY"))
    {
      fprintf (out, "%s\t%ld\t%ld\t0\t0\t0\t\n", steps[0].name, in_us (shown_after),
               in_us (blocked));
      finish ();
    }
}

static void
begin_step (void)
{
  shown = FALSE;
  blocked = longest_sql = 0;
  rows = 0;
  *statement = '\0';
  if (step > 0)
    {
      started = last_busy = now (CLOCK_MONOTONIC);
      acted = TRUE;
      steps[step].act (watched);
      gtk_widget_queue_draw (watched);
    }
  acted = TRUE;
}

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (window->data), "CopilWindow"))
      return window->data;
  return NULL;
}

/* Looks every few milliseconds whether the step is over. */
static gboolean
tick_cb (gpointer data)
{
  double time = now (CLOCK_MONOTONIC);

  if (!watched)
    {
      GdkFrameClock *clock = NULL;

      watched = find_window ();
      if (watched)
        clock = gtk_widget_get_frame_clock (watched);
      if (!clock)
        {
          watched = NULL;
          return G_SOURCE_CONTINUE;
        }
      g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
      begin_step ();
      return G_SOURCE_CONTINUE;
    }
  if (!shown && time - started > PATIENCE_MS)
    {
      fprintf (out, "%s\tnot shown\n", steps[step].name);
      finish ();
    }
  if (!shown || time - last_busy < QUIET_MS)
    return G_SOURCE_CONTINUE;
  fprintf (out, "%s\t%ld\t%ld\t%u\t%ld\t%ld\t%s\n", steps[step].name, in_us (shown_after),
           in_us (blocked), rows, read_memory ("/proc/self/status", "VmRSS:") / 1024,
           in_us (longest_sql), statement);
  fflush (out);
  if (++step == G_N_ELEMENTS (steps))
    finish ();
  begin_step ();
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
probe_init (void)
{
  const char *path = g_getenv ("COPIL_PROBE"), *start = g_getenv ("COPIL_PROBE_START");

  if (!path || !start || !(out = fopen (path, "a")))
    return;
  /* What the program starts is left alone. */
  g_unsetenv ("COPIL_PROBE");
  g_unsetenv ("LD_PRELOAD");
  main_thread = pthread_self ();
  started = g_ascii_strtod (start, NULL) * 1e3;
  old_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  loop_cpu = now (CLOCK_THREAD_CPUTIME_ID);
  g_timeout_add (4, tick_cb, NULL);
}
