/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-history-page.h"

#include <glib/gi18n-lib.h>

#include "copil-changes-view.h"
#include "copil-drop-down.h"
#include "copil-history-list.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-view-axis.h"
#include "copil-view-changes.h"

#define MOST_ENTRIES 60

struct _CopilHistoryPage
{
  CopilPage parent_instance;

  gint64 record;             /* whose history alone is shown, or 0 */
  GPtrArray *authors, *axes; /* strings; CopilViewAxis */

  GtkWidget *list;
  GtkWidget *who;
  GtkWidget *what;
  GtkWidget *axis;
  GtkWidget *when;
  GtkWidget *only; /* a button that names the record, and shows everything again */
};

G_DEFINE_FINAL_TYPE (CopilHistoryPage, copil_history_page, COPIL_TYPE_PAGE)

/* --- filters --- */

enum
{
  WHEN_ALL,
  WHEN_TODAY,
  WHEN_WEEK,
  WHEN_MONTH,
  WHEN_MEETING
};

static char *
dup_days_ago (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local (),
                        then = g_date_time_add_days (now, -days);

  return g_date_time_format (then, "%Y-%m-%d");
}

static char *
dup_from (CopilHistoryPage *page)
{
  switch (gtk_drop_down_get_selected (GTK_DROP_DOWN (page->when)))
    {
    case WHEN_TODAY:
      return dup_days_ago (0);
    case WHEN_WEEK:
      return dup_days_ago (6);
    case WHEN_MONTH:
      return dup_days_ago (30);
    case WHEN_MEETING:
      return copil_view_dup_last_meeting (copil_panel_get_store (page));
    default:
      return NULL;
    }
}

static void
filter_cb (CopilHistoryPage *page)
{
  guint who = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->who)),
        what = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->what)),
        axis = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->axis));
  g_autofree char *from = dup_from (page);
  CopilHistoryFilter filter = { .id = page->record, .from = from };

  if (who > 0 && who <= page->authors->len)
    filter.author = page->authors->pdata[who - 1];
  if (!page->record && axis > 0 && axis <= page->axes->len)
    filter.id = ((CopilViewAxis *)page->axes->pdata[axis - 1])->id;
  if (what > 0 && !filter.id)
    filter.kind = copil_kinds ()[what - 1];
  filter.within = what > 0 && filter.id ? copil_kinds ()[what - 1] : NULL;
  copil_history_list_set_filter (COPIL_HISTORY_LIST (page->list), &filter);
}

static void
fill_filters (CopilHistoryPage *page)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new (),
                        titles = g_ptr_array_new_with_free_func (g_free);
  guint who = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->who)),
        axis = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->axis));

  g_clear_pointer (&page->authors, g_ptr_array_unref);
  page->authors = copil_history_list_authors (copil_panel_get_store (page));
  g_ptr_array_add (texts, (gpointer)_ ("Everybody"));
  for (guint i = 0; i < page->authors->len; i++)
    g_ptr_array_add (texts, page->authors->pdata[i]);
  g_ptr_array_add (texts, NULL);
  copil_drop_down_set_texts (page->who, (const char *const *)texts->pdata,
                             who < texts->len - 1 ? who : 0, page);
  g_ptr_array_set_size (texts, 0);
  g_clear_pointer (&page->axes, g_ptr_array_unref);
  page->axes = copil_view_list_axes (copil_panel_get_store (page));
  g_ptr_array_add (texts, (gpointer)_ ("All axes"));
  for (guint i = 0; i < page->axes->len; i++)
    {
      char *title = copil_view_dup_axis (copil_panel_get_store (page),
                                         ((CopilViewAxis *)page->axes->pdata[i])->id);

      g_ptr_array_add (titles, title);
      g_ptr_array_add (texts, title);
    }
  g_ptr_array_add (texts, NULL);
  copil_drop_down_set_texts (page->axis, (const char *const *)texts->pdata,
                             axis < texts->len - 1 ? axis : 0, page);
}

static void
changed_cb (CopilHistoryPage *page, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "axis"))
    fill_filters (page);
}

static void
show_record (CopilHistoryPage *page, const CopilKind *kind, gint64 id)
{
  g_autofree char *called =
      id ? copil_store_describe (copil_panel_get_store (page), kind, id) : NULL;
  g_autofree char *text = called ? g_strdup_printf (_ ("Only %s ✕"), called) : NULL;
  g_autofree char *said =
      called ? g_strdup_printf (_ ("Only %s; show everything again"), called) : NULL;

  page->record = id;
  gtk_widget_set_visible (page->only, id != 0);
  if (id)
    {
      gtk_button_set_label (GTK_BUTTON (page->only), text);
      gtk_widget_set_tooltip_text (page->only, said);
      gtk_accessible_update_property (GTK_ACCESSIBLE (page->only), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      said, -1);
    }
  gtk_widget_set_sensitive (page->axis, id == 0);
  filter_cb (page);
}

static void
only_cb (CopilHistoryPage *page)
{
  show_record (page, NULL, 0);
  gtk_widget_grab_focus (page->who);
}

/* --- building --- */

static GtkWidget *
make_filter (CopilHistoryPage *page, GtkWidget *bar, const char *const *texts, const char *label)
{
  GtkWidget *drop_down = copil_drop_down_new (texts ? gtk_string_list_new (texts) : NULL);

  gtk_widget_set_tooltip_text (drop_down, label);
  copil_drop_down_set_name (drop_down, label);
  gtk_flow_box_append (GTK_FLOW_BOX (bar), drop_down);
  gtk_widget_set_focusable (gtk_widget_get_parent (drop_down), FALSE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (filter_cb), page,
                           G_CONNECT_SWAPPED);
  return drop_down;
}

static GtkWidget *
make_filters (CopilHistoryPage *page)
{
  const char *const whens[] = { _ ("Any time"),
                                _ ("Today"),
                                _ ("The last 7 days"),
                                _ ("The last 31 days"),
                                _ ("Since the last meeting"),
                                NULL };
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  GtkWidget *bar = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (bar), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (bar), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (bar), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (bar), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (bar), 6);
  g_ptr_array_add (kinds, (gpointer)_ ("Records of all kinds"));
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    g_ptr_array_add (kinds, (gpointer)copil_kind_get_plural_label (*kind));
  g_ptr_array_add (kinds, NULL);
  page->who = make_filter (page, bar, NULL, _ ("Whose changes"));
  page->what =
      make_filter (page, bar, (const char *const *)kinds->pdata, _ ("Changes of what records"));
  page->axis = make_filter (page, bar, NULL, _ ("Changes in what axis"));
  page->when = make_filter (page, bar, whens, _ ("Changes of what time"));
  return bar;
}

static GtkWidget *
make_history (CopilHistoryPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *filters;

  page->list = copil_history_list_new (copil_panel_get_session (page), MOST_ENTRIES);
  page->only = gtk_button_new ();
  gtk_widget_set_halign (page->only, GTK_ALIGN_START);
  gtk_widget_set_visible (page->only, FALSE);
  g_signal_connect_object (page->only, "clicked", G_CALLBACK (only_cb), page, G_CONNECT_SWAPPED);
  filters = make_filters (page);
  gtk_box_append (GTK_BOX (box), filters);
  gtk_box_append (GTK_BOX (box), page->only);
  gtk_box_append (GTK_BOX (box), page->list);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
copil_history_page_dispose (GObject *object)
{
  CopilHistoryPage *page = COPIL_HISTORY_PAGE (object);

  g_clear_pointer (&page->authors, g_ptr_array_unref);
  g_clear_pointer (&page->axes, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_history_page_parent_class)->dispose (object);
}

static void
copil_history_page_class_init (CopilHistoryPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_history_page_dispose;
}

static void
copil_history_page_init (CopilHistoryPage *page)
{
}

GtkWidget *
copil_history_page_new (CopilSession *session)
{
  CopilHistoryPage *page = g_object_new (COPIL_TYPE_HISTORY_PAGE, "session", session, NULL);

  copil_page_set_tabs (COPIL_PAGE (page), NULL, NULL);
  copil_page_add_tab (COPIL_PAGE (page), make_history (page), "history", _ ("Changes"));
  copil_page_add_tab (COPIL_PAGE (page), copil_changes_view_new (session), "since",
                      _ ("What has changed"));
  fill_filters (page);
  filter_cb (page);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

void
copil_history_page_show (CopilHistoryPage *page, const char *kind, gint64 id)
{
  if (g_str_equal (kind, "changes"))
    {
      copil_page_show_tab (COPIL_PAGE (page), "since");
      return;
    }
  copil_page_show_tab (COPIL_PAGE (page), "history");
  show_record (page, copil_kind_get (kind), id);
}
