/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-changes-view.h"

#include <glib/gi18n-lib.h>

#include "copil-history.h"
#include "copil-parts.h"
#include "copil-value.h"
#include "copil-view-changes.h"

/* Records that are shown; the others are counted. */
#define MOST_ROWS 400
#define MOST_SENTENCES 4

struct _CopilChangesView
{
  CopilPanel parent_instance;

  gboolean stale;
  guint number; /* of the reading that is awaited */
  gboolean gone;

  GtkWidget *since; /* a day, as typed; empty for the last meeting */
  GtkWidget *heading;
  GtkWidget *note;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (CopilChangesView, copil_changes_view, COPIL_TYPE_PANEL)

/* --- reading --- */

typedef struct
{
  CopilStore *reader;
  char *since;
  guint number;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reader);
  g_free (job->since);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *changes = copil_view_list_changes (job->reader, job->since, &error);

  if (changes)
    g_task_return_pointer (task, changes, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* --- showing --- */

static void
row_activated_cb (CopilChangesView *view, GtkListBoxRow *row)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (kind && id)
    copil_session_go (copil_panel_get_session (view), kind, *id);
}

static const char *
get_icon (CopilViewBecame became)
{
  static const char *const icons[] = { "object-select-symbolic", "edit-delete-symbolic",
                                       "appointment-missed-symbolic", "list-add-symbolic",
                                       "document-edit-symbolic" };

  return icons[became];
}

static GtkWidget *
make_row (const CopilViewChange *change)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *became, *label;
  g_autofree char *title = *change->title && !strstr (change->called, change->title)
                               ? g_strdup_printf (_ ("%s – %s"), change->called, change->title)
                               : g_strdup (change->called);
  g_autofree char *said = NULL;
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (change->became));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  became = copil_parts_label_new (copil_view_get_became_label (change->became), "caption-heading");
  gtk_box_append (GTK_BOX (texts), became);
  label = copil_parts_label_new (title, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), label);
  for (guint i = 0;
       change->became != COPIL_VIEW_NEW && i < change->sentences->len && i < MOST_SENTENCES; i++)
    {
      label = copil_parts_label_new (change->sentences->pdata[i], "caption");
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  g_object_set (line, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  said = g_strdup_printf (_ ("%s: %s"), copil_view_get_became_label (change->became), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer)change->kind->name);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&change->id, sizeof change->id), g_free);
  return row;
}

static GtkWidget *
make_list (CopilChangesView *view, const char *axis)
{
  GtkWidget *list = gtk_list_box_new (), *label = copil_parts_label_new (axis, "title-4");

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (GTK_BOX (view->groups), label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, axis, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), view,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (view->groups), list);
  return list;
}

static void
show (CopilChangesView *view, GPtrArray *changes, const char *since)
{
  CopilStore *store = copil_panel_get_store (view);
  g_autofree char *day = copil_date_format_long (since), *first = NULL, *heading = NULL;
  GtkWidget *child, *list = NULL;
  gint64 axis = -1;

  while ((child = gtk_widget_get_first_child (view->groups)))
    gtk_box_remove (GTK_BOX (view->groups), child);
  heading = changes->len
                ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record has changed since %s",
                                                "%u records have changed since %s", changes->len),
                                   changes->len, day)
                : g_strdup_printf (_ ("Nothing has changed since %s"), day);
  gtk_label_set_label (GTK_LABEL (view->heading), heading);
  first = copil_history_dup_first_day (store);
  gtk_label_set_label (GTK_LABEL (view->note),
                       _ ("The history begins later: of what was changed before it, nothing is"
                          " told."));
  gtk_widget_set_visible (view->note, !first || strcmp (since, first) < 0);
  for (guint i = 0; i < changes->len && i < MOST_ROWS; i++)
    {
      const CopilViewChange *change = changes->pdata[i];

      if (change->axis != axis)
        {
          g_autofree char *title = change->axis ? copil_view_dup_axis (store, change->axis)
                                                : g_strdup (_ ("Outside the axes"));

          list = make_list (view, title);
          axis = change->axis;
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (change));
    }
  if (changes->len > MOST_ROWS)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", changes->len - MOST_ROWS),
          changes->len - MOST_ROWS);

      gtk_box_append (GTK_BOX (view->groups), copil_parts_label_new (text, "dim-label"));
    }
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CopilChangesView *view = COPIL_CHANGES_VIEW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (view->gone || job->number != view->number)
    return;
  if (changes)
    show (view, changes, job->since);
  else
    copil_session_check (copil_panel_get_session (view), FALSE, &error);
}

/* The day that is typed, else that of the last meeting; NULL where neither is known. */
static char *
dup_since (CopilChangesView *view)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("meeting"), "date");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (view->since));
  g_autoptr (GError) error = NULL;
  char *day;

  if (!*typed)
    return copil_view_dup_last_meeting (copil_panel_get_store (view));
  day = copil_field_parse (field, typed, &error);
  gtk_widget_set_tooltip_text (view->since, error ? error->message : NULL);
  if (error)
    gtk_widget_add_css_class (view->since, "error");
  else
    gtk_widget_remove_css_class (view->since, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (view->since), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (error)
    copil_session_toast (copil_panel_get_session (view), error->message);
  return day;
}

static void
refresh (gpointer self)
{
  CopilChangesView *view = self;
  g_autofree char *since = NULL;
  g_autoptr (GTask) task = NULL;
  CopilStore *reader;
  Job *job;

  view->stale = !gtk_widget_get_mapped (GTK_WIDGET (view));
  if (view->stale)
    return;
  since = dup_since (view);
  if (!since)
    {
      if (!*gtk_editable_get_text (GTK_EDITABLE (view->since)))
        gtk_label_set_label (GTK_LABEL (view->heading),
                             _ ("No meeting was held yet: type a day to see what changed since."));
      return;
    }
  reader = copil_store_open_reader (copil_panel_get_store (view), NULL);
  if (!reader)
    return;
  job = g_new0 (Job, 1);
  job->reader = reader;
  job->since = g_steal_pointer (&since);
  job->number = ++view->number;
  task = g_task_new (view, NULL, read_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

static void
copil_changes_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (copil_changes_view_parent_class)->map (widget);
  if (COPIL_CHANGES_VIEW (widget)->stale)
    copil_panel_refresh (widget);
}

static void
copil_changes_view_dispose (GObject *object)
{
  COPIL_CHANGES_VIEW (object)->gone = TRUE;
  G_OBJECT_CLASS (copil_changes_view_parent_class)->dispose (object);
}

static void
copil_changes_view_class_init (CopilChangesViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_changes_view_dispose;
  GTK_WIDGET_CLASS (class)->map = copil_changes_view_map;
}

static void
copil_changes_view_init (CopilChangesView *view)
{
}

GtkWidget *
copil_changes_view_new (CopilSession *session)
{
  CopilChangesView *view = g_object_new (COPIL_TYPE_CHANGES_VIEW, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *clamp = adw_clamp_new (),
            *scrolled = gtk_scrolled_window_new (), *label = gtk_label_new (_ ("Since"));

  view->stale = TRUE;
  view->since = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (view->since), _ ("the last meeting"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->since), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Since what day; empty for the last meeting"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (view->since), 18);
  g_signal_connect_swapped (view->since, "activate", G_CALLBACK (copil_panel_refresh), view);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), view->since);
  view->heading = copil_parts_label_new (NULL, "title-3");
  view->note = copil_parts_label_new (NULL, "dim-label");
  gtk_widget_set_visible (view->note, FALSE);
  view->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), view->heading);
  gtk_box_append (GTK_BOX (box), view->note);
  gtk_box_append (GTK_BOX (box), view->groups);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  copil_panel_set_child (view, scrolled);
  copil_panel_set_focus (view, view->since);
  copil_panel_watch (view, NULL, refresh);
  return GTK_WIDGET (view);
}
