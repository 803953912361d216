/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-history-list.h"

#include <glib/gi18n-lib.h>

#include "copil-focus.h"
#include "copil-parts.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-dialog.h"

/* Sentences that an entry shows, and changes that can be chosen one by one. */
#define MOST_SENTENCES 5
#define MOST_CHOICES 12
#define LONGEST_CHOICE 90

struct _CopilHistoryList
{
  CopilPanel parent_instance;

  CopilHistoryFilter filter; /* with texts of its own */
  guint most;
  guint shown;   /* how many are asked for */
  guint reading; /* number of the reading that is awaited; 0 for none */
  guint readings;
  gboolean stale;
  GPtrArray *entries; /* CopilHistoryEntry, as the rows */

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *more;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (CopilHistoryList, copil_history_list, COPIL_TYPE_PANEL)

/* --- words --- */

static GDateTime *
get_time (const CopilHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (entry->time, NULL);

  return utc ? g_date_time_to_local (utc) : NULL;
}

static char *
dup_day (const CopilHistoryEntry *entry)
{
  g_autoptr (GDateTime) time = get_time (entry);

  return time ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

/* « 14:32 · Anne Martin » */
static char *
dup_head (const CopilHistoryEntry *entry)
{
  g_autoptr (GDateTime) time = get_time (entry);
  g_autofree char *clock = time ? g_date_time_format (time, "%H:%M") : g_strdup ("");

  return entry->author && *entry->author ? g_strdup_printf ("%s · %s", clock, entry->author)
                                         : g_steal_pointer (&clock);
}

static char *
dup_title (const CopilHistoryEntry *entry)
{
  if (g_str_equal (entry->verb, "undo"))
    /* Translators: the name of what was taken back */
    return g_strdup_printf (_ ("Undone: %s"), entry->name);
  if (g_str_equal (entry->verb, "redo"))
    /* Translators: the name of what was done again */
    return g_strdup_printf (_ ("Redone: %s"), entry->name);
  return g_strdup (entry->name);
}

/* --- what can be done with an entry --- */

static CopilHistoryEntry *
find_entry (CopilHistoryList *list, gint64 id)
{
  for (guint i = 0; list->entries && i < list->entries->len; i++)
    {
      CopilHistoryEntry *entry = list->entries->pdata[i];

      if (entry->id == id)
        return entry;
    }
  return NULL;
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilHistoryList *list = COPIL_HISTORY_LIST (widget);
  CopilSession *session = copil_panel_get_session (list);
  g_autoptr (GError) error = NULL;
  const CopilHistoryChange *change;
  const CopilHistoryEntry *entry;
  gint64 id;
  gint place;

  g_variant_get (parameter, "(xi)", &id, &place);
  entry = find_entry (list, id);
  if (!entry || !copil_session_flush (session))
    return;
  change = place >= 0 && place < (gint)entry->changes->len ? entry->changes->pdata[place] : NULL;
  if (copil_session_check (
          session,
          copil_history_restore (copil_panel_get_store (list), id, change ? change->kind : NULL,
                                 change ? change->id : 0,
                                 change && change->field ? change->field->name : NULL, &error),
          &error))
    copil_session_toast (session, _ ("What was before that change is back; undo takes it away."));
}

static void
restore_all_response_cb (CopilHistoryList *list, const char *response, AdwMessageDialog *dialog)
{
  CopilSession *session = copil_panel_get_session (list);
  gint64 *id = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "restore") && copil_session_flush (session) &&
      copil_session_check (
          session, copil_history_restore_all (copil_panel_get_store (list), *id, &error), &error))
    copil_session_toast (session, _ ("The file is as it was then; undo brings back what came"
                                     " after."));
}

static void
restore_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilHistoryList *list = COPIL_HISTORY_LIST (widget);
  CopilStore *store = copil_panel_get_store (list);
  gint64 id = g_variant_get_int64 (parameter);
  guint after = copil_store_count_entries_after (store, id);
  g_autofree char *body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u change that came after is taken back, validations included. It stays in the"
                   " history, and undo brings it back.",
                   "%u changes that came after are taken back, validations included. They stay in"
                   " the history, and undo brings them back.",
                   after),
      after);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Bring everything back to that moment?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                    _ ("_Bring back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_all_response_cb), list,
                           G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

static void
past_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copil_session_show_past (copil_panel_get_session (widget), g_variant_get_int64 (parameter));
}

static GMenuModel *
make_menu (CopilHistoryList *list, const CopilHistoryEntry *entry)
{
  g_autoptr (GMenu) menu = g_menu_new (), parts = g_menu_new (), file = g_menu_new ();
  gboolean writable = !copil_store_is_read_only (copil_panel_get_store (list));
  g_autofree char *whole =
      g_strdup_printf ("history.restore((int64 %" G_GINT64_FORMAT ",-1))", entry->id);
  g_autofree char *all =
      g_strdup_printf ("history.restore-all(int64 %" G_GINT64_FORMAT ")", entry->id);
  g_autofree char *past = g_strdup_printf ("history.past(int64 %" G_GINT64_FORMAT ")", entry->id);

  if (writable && entry->changes->len > 0)
    g_menu_append (menu, _ ("_Take this change back"), whole);
  for (guint i = 0;
       writable && entry->changes->len > 1 && i < entry->changes->len && i < MOST_CHOICES; i++)
    {
      const CopilHistoryChange *change = entry->changes->pdata[i];
      g_autofree char *action =
          g_strdup_printf ("history.restore((int64 %" G_GINT64_FORMAT ",%u))", entry->id, i);
      g_autofree char *start = g_utf8_strlen (change->sentence, -1) > LONGEST_CHOICE
                                   ? g_utf8_substring (change->sentence, 0, LONGEST_CHOICE - 1)
                                   : NULL;
      g_autofree char *cut = start ? g_strconcat (start, "…", NULL) : NULL;
      g_auto (GStrv) words = g_strsplit (cut ? cut : change->sentence, "_", -1);
      g_autofree char *label = g_strjoinv ("__", words);

      g_menu_append (parts, label, action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (parts)))
    g_menu_append_submenu (menu, _ ("Take back _only…"), G_MENU_MODEL (parts));
  if (!entry->part_of)
    {
      g_menu_append (file, _ ("_Show the file as it was then"), past);
      if (writable)
        g_menu_append (file, _ ("_Bring everything back to then…"), all);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* --- rows --- */

static void
whole_cb (GtkButton *button, GtkWidget *sentences)
{
  for (GtkWidget *label = gtk_widget_get_first_child (sentences); label;
       label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_visible (label, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
make_sentences (const CopilHistoryEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  guint n = entry->changes->len;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label =
          copil_parts_label_new (((CopilHistoryChange *)entry->changes->pdata[i])->sentence, NULL);

      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_visible (label, i < MOST_SENTENCES || n == MOST_SENTENCES + 1);
      gtk_box_append (GTK_BOX (labels), label);
    }
  gtk_box_append (GTK_BOX (box), labels);
  if (n > MOST_SENTENCES + 1)
    {
      g_autofree char *text =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n - MOST_SENTENCES),
                           n - MOST_SENTENCES);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (whole_cb), labels, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_row (CopilHistoryList *list, const CopilHistoryEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *button = gtk_menu_button_new ();
  g_autofree char *head = dup_head (entry), *title = dup_title (entry), *said = NULL, *tip = NULL;
  g_autoptr (GMenuModel) menu = make_menu (list, entry);
  GtkWidget *head_label = copil_parts_label_new (head, "caption"),
            *title_label = copil_parts_label_new (title, "heading");

  gtk_widget_add_css_class (head_label, "dim-label");
  gtk_label_set_wrap_mode (GTK_LABEL (title_label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (texts), head_label);
  gtk_box_append (GTK_BOX (texts), title_label);
  gtk_box_append (GTK_BOX (texts), make_sentences (entry));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  tip = g_strdup_printf (_ ("What can be done with “%s”"), title);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_box_append (GTK_BOX (line), button);
  g_object_set (line, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 6,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  said = g_strdup_printf (
      "%s, %s%s%s", head, title, entry->changes->len ? ". " : "",
      entry->changes->len ? ((CopilHistoryChange *)entry->changes->pdata[0])->sentence : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

/* The day stands above the first of its entries. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  CopilHistoryList *list = data;
  guint place = (guint)gtk_list_box_row_get_index (row);
  g_autofree char *day = NULL, *day_before = NULL, *text = NULL;
  GtkWidget *label;

  if (!list->entries || place >= list->entries->len)
    return;
  day = dup_day (list->entries->pdata[place]);
  day_before = before && place > 0 ? dup_day (list->entries->pdata[place - 1]) : NULL;
  if (g_strcmp0 (day, day_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = copil_date_format_long (day);
  label = copil_parts_label_new (text, "title-4");
  g_object_set (label, "margin-top", 12, "margin-bottom", 3, "margin-start", 12, NULL);
  gtk_list_box_row_set_header (row, label);
}

/* To what it was about, the first that is still there. */
static void
activated_cb (CopilHistoryList *list, GtkListBoxRow *row)
{
  guint place = (guint)gtk_list_box_row_get_index (row);
  const CopilHistoryEntry *entry =
      list->entries && place < list->entries->len ? list->entries->pdata[place] : NULL;

  for (guint i = 0; entry && i < entry->changes->len; i++)
    {
      const CopilHistoryChange *change = entry->changes->pdata[i];
      g_autoptr (CopilRecord) record =
          copil_store_load (copil_panel_get_store (list), change->kind, change->id);

      if (!record)
        continue;
      if (change->field)
        copil_session_want (copil_panel_get_session (list), change->kind->name, change->id,
                            change->field->name);
      copil_session_go (copil_panel_get_session (list), change->kind->name, change->id);
      return;
    }
}

static void
show (CopilHistoryList *list)
{
  GtkWidget *row, *focus = gtk_widget_get_focus_child (list->rows);
  int at = focus ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  while ((row = gtk_widget_get_first_child (list->rows)))
    gtk_list_box_remove (GTK_LIST_BOX (list->rows), row);
  for (guint i = 0; i < list->entries->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list->rows), make_row (list, list->entries->pdata[i]));
  row = at >= 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list->rows), at)) : NULL;
  if (row)
    gtk_widget_grab_focus (row);
  gtk_widget_set_visible (list->rows, list->entries->len > 0);
  gtk_widget_set_visible (list->empty, list->entries->len == 0);
  gtk_widget_set_visible (list->more, list->entries->len >= list->shown);
}

/* --- reading --- */

typedef struct
{
  CopilStore *reader;
  CopilHistoryFilter filter;
  guint number;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reader);
  g_free ((char *)job->filter.author);
  g_free ((char *)job->filter.from);
  g_free ((char *)job->filter.to);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *entries = copil_history_read (job->reader, &job->filter, &error);

  if (entries)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CopilHistoryList *list = COPIL_HISTORY_LIST (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!list->box || job->number != list->reading)
    return;
  list->reading = 0;
  if (!entries)
    {
      copil_session_check (copil_panel_get_session (list), FALSE, &error);
      return;
    }
  g_clear_pointer (&list->entries, g_ptr_array_unref);
  list->entries = g_steal_pointer (&entries);
  show (list);
}

static void
refresh (gpointer self)
{
  CopilHistoryList *list = self;
  CopilStore *reader;
  g_autoptr (GTask) task = NULL;
  Job *job;

  list->stale = !gtk_widget_get_mapped (GTK_WIDGET (list));
  if (list->stale)
    return;
  reader = copil_store_open_reader (copil_panel_get_store (list), NULL);
  if (!reader)
    return;
  job = g_new0 (Job, 1);
  job->reader = reader;
  job->filter = list->filter;
  job->filter.author = g_strdup (list->filter.author);
  job->filter.from = g_strdup (list->filter.from);
  job->filter.to = g_strdup (list->filter.to);
  job->filter.most = list->shown;
  job->number = list->reading = ++list->readings;
  task = g_task_new (list, NULL, read_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

static void
more_cb (CopilHistoryList *list)
{
  list->shown += list->most;
  copil_panel_refresh (list);
}

static void
copil_history_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (copil_history_list_parent_class)->map (widget);
  if (COPIL_HISTORY_LIST (widget)->stale)
    copil_panel_refresh (widget);
}

static void
copil_history_list_dispose (GObject *object)
{
  CopilHistoryList *list = COPIL_HISTORY_LIST (object);

  list->box = NULL;
  g_clear_pointer (&list->entries, g_ptr_array_unref);
  g_clear_pointer ((char **)&list->filter.author, g_free);
  g_clear_pointer ((char **)&list->filter.from, g_free);
  g_clear_pointer ((char **)&list->filter.to, g_free);
  G_OBJECT_CLASS (copil_history_list_parent_class)->dispose (object);
}

static void
copil_history_list_class_init (CopilHistoryListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_history_list_dispose;
  widget_class->map = copil_history_list_map;
  gtk_widget_class_install_action (widget_class, "history.restore", "(xi)", restore_cb);
  gtk_widget_class_install_action (widget_class, "history.restore-all", "x", restore_all_cb);
  gtk_widget_class_install_action (widget_class, "history.past", "x", past_cb);
}

static void
copil_history_list_init (CopilHistoryList *list)
{
}

GtkWidget *
copil_history_list_new (CopilSession *session, guint most)
{
  CopilHistoryList *list = g_object_new (COPIL_TYPE_HISTORY_LIST, "session", session, NULL);

  list->most = list->shown = most;
  list->stale = TRUE;
  list->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  list->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list->rows), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list->rows), header_cb, list, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  g_signal_connect_swapped (list->rows, "row-activated", G_CALLBACK (activated_cb), list);
  list->empty = copil_parts_label_new (_ ("Nothing was changed that this shows."), "dim-label");
  gtk_widget_set_visible (list->empty, FALSE);
  gtk_widget_set_margin_start (list->empty, 12);
  list->more = copil_parts_button_new (_ ("Show _older changes"));
  gtk_widget_set_halign (list->more, GTK_ALIGN_START);
  gtk_widget_set_margin_start (list->more, 12);
  gtk_widget_set_visible (list->more, FALSE);
  g_signal_connect_swapped (list->more, "clicked", G_CALLBACK (more_cb), list);
  gtk_box_append (GTK_BOX (list->box), list->empty);
  gtk_box_append (GTK_BOX (list->box), list->rows);
  gtk_box_append (GTK_BOX (list->box), list->more);
  copil_panel_set_child (list, list->box);
  copil_panel_set_focus (list, list->rows);
  copil_panel_watch (list, NULL, refresh);
  return GTK_WIDGET (list);
}

void
copil_history_list_set_filter (CopilHistoryList *list, const CopilHistoryFilter *filter)
{
  g_free ((char *)list->filter.author);
  g_free ((char *)list->filter.from);
  g_free ((char *)list->filter.to);
  list->filter = *filter;
  list->filter.author = g_strdup (filter->author);
  list->filter.from = g_strdup (filter->from);
  list->filter.to = g_strdup (filter->to);
  list->filter.before = 0;
  list->shown = list->most;
  copil_panel_refresh (list);
}
