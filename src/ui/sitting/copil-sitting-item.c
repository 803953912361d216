/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-item.h"

#include <glib/gi18n-lib.h>

#include "copil-decisions-list.h"
#include "copil-form.h"
#include "copil-meeting-editor.h"
#include "copil-parts.h"
#include "copil-meeting-rules.h"
#include "copil-record.h"
#include "copil-sitting-decide.h"
#include "copil-sitting-decision.h"
#include "copil-sitting.h"
#include "copil-view-decision.h"
#include "copil-view-sitting.h"

struct _CopilSittingItem
{
  CopilPanel parent_instance;

  CopilSittingClock *clock;
  gint64 meeting;
  gint64 id;
  guint planned; /* seconds, 0 where it is not known */
  gboolean closed;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *form;  /* of title, presenter and duration; shown when it is asked for */
  GtkWidget *about; /* facts, fiche, adjourned and time */
  GtkWidget *facts;
  GtkWidget *fiche;
  GtkWidget *adjourned;
  GtkWidget *level;
  GtkWidget *over;
  GtkWidget *time;
  GtkWidget *followed; /* the open decisions, on the point that follows them */
  GtkWidget *editor;
  GtkWidget *decide;
  GtkWidget *decisions;
};

G_DEFINE_FINAL_TYPE (CopilSittingItem, copil_sitting_item, COPIL_TYPE_PANEL)

static void
append_part (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
}

/* Who presents it, when, what was joined to it. */
static void
show_facts (CopilSittingItem *item, CopilRecord *record)
{
  g_autoptr (GString) text = g_string_new (copil_record_get (record, "presenter"));
  g_autofree char *slot = copil_meeting_format_slot (copil_panel_get_store (item), item->id);
  g_autofree char *documents =
      copil_view_dup_item_documents (copil_panel_get_store (item), item->id);

  append_part (text, slot);
  if (documents)
    {
      g_autofree char *joined = g_strdup_printf (_ ("Documents: %s"), documents);

      append_part (text, joined);
    }
  gtk_label_set_label (GTK_LABEL (item->facts), text->str);
  gtk_widget_set_visible (item->facts, text->len > 0);
}

static void
show_fiche (CopilSittingItem *item, gint64 fiche)
{
  g_autofree char *title =
      fiche ? copil_store_dup_title (copil_panel_get_store (item), copil_kind_get ("fiche"), fiche)
            : NULL;

  gtk_widget_set_visible (item->fiche, fiche != 0);
  if (title)
    {
      GtkWidget *content = gtk_button_get_child (GTK_BUTTON (item->fiche));

      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), title);
      gtk_widget_set_tooltip_text (item->fiche, title);
    }
}

static void
show_time (CopilSittingItem *item)
{
  guint spent = item->id ? copil_sitting_clock_get_spent (item->clock, item->id) : 0;
  gboolean over = item->planned && spent > item->planned;
  g_autofree char *length = copil_sitting_format_length (spent);
  g_autofree char *planned = copil_sitting_format_length (item->planned);
  g_autofree char *text = NULL;

  if (over)
    {
      g_autofree char *more = copil_sitting_format_length (spent - item->planned);

      text = g_strdup_printf (_ ("%s of %s planned: %s over"), length, planned, more);
    }
  else if (item->planned)
    text = g_strdup_printf (_ ("%s of %s planned"), length, planned);
  else
    text = g_strdup_printf (_ ("%s, nothing was planned"), length);
  gtk_label_set_label (GTK_LABEL (item->time), text);
  gtk_widget_set_visible (item->over, over);
  gtk_widget_set_visible (item->level, item->planned > 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (item->level),
                                 item->planned ? MIN (1.0, (double)spent / item->planned) : 0);
}

static void
show_record (CopilSittingItem *item)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (copil_panel_get_store (item), copil_kind_get ("item"), item->id);
  g_autofree char *title = NULL;
  const char *label;

  if (!record)
    return;
  label = copil_record_get (record, "label");
  title =
      g_strconcat (label ? label : "", label ? ". " : "", copil_record_get (record, "title"), NULL);
  gtk_label_set_label (GTK_LABEL (item->title), title);
  item->planned = (guint)CLAMP (copil_record_get_int (record, "duration"), 0, 9999) * 60;
  gtk_widget_set_visible (item->adjourned, copil_record_get_int (record, "adjourned") != 0);
  show_facts (item, record);
  show_fiche (item, copil_record_get_int (record, "fiche"));
  show_time (item);
}

static void
show_decisions (CopilSittingItem *item)
{
  g_autoptr (GArray) ids =
      copil_view_list_ids (copil_panel_get_store (item), "decision", "item", item->id, NULL, 0);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (item->decisions)))
    gtk_list_box_remove (GTK_LIST_BOX (item->decisions), row);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *said = copil_sitting_decision_describe (copil_panel_get_session (item), id);

      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  copil_sitting_decision_new (copil_panel_get_session (item), id));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                      -1);
      gtk_list_box_append (GTK_LIST_BOX (item->decisions), row);
    }
  gtk_widget_set_visible (item->decisions, ids->len > 0);
}

/* While the lines of a decision are open, the notes it comes from stay as they are, and what is
 * said about the item makes room. */
static void
show_form (CopilSittingItem *item, GtkWidget *form)
{
  gtk_widget_set_visible (item->form, form == item->form);
  gtk_widget_set_visible (item->decide, form == item->decide);
  gtk_widget_set_visible (item->about, form != item->decide);
  copil_meeting_editor_set_closed (COPIL_MEETING_EDITOR (item->editor),
                                   item->closed || form == item->decide);
}

/* The register, on the point that follows the decisions: it is ticked while people speak. */
static void
show_followed (CopilSittingItem *item)
{
  g_autofree char *topic =
      copil_view_dup_field (copil_panel_get_store (item), "item", item->id, "topic");
  gboolean shown = g_strcmp0 (topic, "decisions") == 0;
  g_autofree char *condition = shown ? copil_view_dup_followed (item->meeting) : NULL;
  const char *conditions[] = { condition, NULL };
  CopilRecordsList *list = COPIL_RECORDS_LIST (item->followed);

  if (shown)
    copil_records_list_set_filter (list, conditions, "");
  gtk_widget_set_visible (item->followed, shown && copil_records_list_get_n_rows (list) > 0);
}

/* --- Callbacks --- */

static void
done_cb (CopilSittingItem *item)
{
  show_form (item, NULL);
  copil_meeting_editor_focus (COPIL_MEETING_EDITOR (item->editor));
}

static gboolean
form_key_cb (CopilSittingItem *item, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (copil_session_flush (copil_panel_get_session (item)))
    done_cb (item);
  return GDK_EVENT_STOP;
}

static void
fiche_cb (CopilSittingItem *item)
{
  copil_session_go (copil_panel_get_session (item), "fiche",
                    copil_view_get_field (copil_panel_get_store (item), "item", item->id, "fiche"));
}

static void
refresh (gpointer self)
{
  CopilSittingItem *item = self;

  if (!item->id)
    return;
  show_record (item);
  show_decisions (item);
}

static void
copil_sitting_item_finalize (GObject *object)
{
  g_object_unref (COPIL_SITTING_ITEM (object)->clock);
  G_OBJECT_CLASS (copil_sitting_item_parent_class)->finalize (object);
}

static void
copil_sitting_item_class_init (CopilSittingItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_sitting_item_finalize;
}

static void
copil_sitting_item_init (CopilSittingItem *item)
{
  item->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  copil_panel_set_child (item, item->box);
}

/* --- Building --- */

static GtkWidget *
build_line (const char *icon, GtkWidget *label, const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (line), label);
  if (css_class)
    gtk_widget_add_css_class (line, css_class);
  gtk_widget_set_visible (line, FALSE);
  return line;
}

static GtkWidget *
build_time (CopilSittingItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  item->over = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  item->time = copil_parts_label_new (NULL, NULL);
  item->level = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time spent"), -1);
  gtk_box_append (GTK_BOX (line), item->over);
  gtk_box_append (GTK_BOX (line), item->time);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), item->level);
  return box;
}

static GtkWidget *
build_form (CopilSittingItem *item)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  item->form = copil_form_new (copil_panel_get_session (item), "item", "sitting");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (form_key_cb), item);
  gtk_widget_add_controller (item->form, keys);
  gtk_widget_set_visible (item->form, FALSE);
  return item->form;
}

static GtkWidget *
build_decisions (CopilSittingItem *item)
{
  item->decisions = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (item->decisions), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (item->decisions, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->decisions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decisions on this item"), -1);
  gtk_widget_set_margin_bottom (item->decisions, 3);
  return item->decisions;
}

static GtkWidget *
build_fiche (CopilSittingItem *item)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "text-x-generic-symbolic");
  item->fiche = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (item->fiche), content);
  gtk_widget_add_css_class (item->fiche, "flat");
  gtk_widget_set_halign (item->fiche, GTK_ALIGN_START);
  g_signal_connect_swapped (item->fiche, "clicked", G_CALLBACK (fiche_cb), item);
  return item->fiche;
}

static void
build (CopilSittingItem *item)
{
  GtkBox *box = GTK_BOX (item->box);

  item->title = copil_parts_label_new (NULL, "sitting-title");
  item->about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  item->facts = copil_parts_label_new (NULL, NULL);
  item->adjourned =
      build_line ("media-skip-forward-symbolic",
                  copil_parts_label_new (_ ("Adjourned to the next meeting"), NULL), "heading");
  item->editor = copil_meeting_editor_new (copil_panel_get_session (item));
  item->decide = copil_sitting_decide_new (copil_panel_get_session (item), item->meeting);
  gtk_widget_set_visible (item->decide, FALSE);
  g_signal_connect_swapped (item->decide, "done", G_CALLBACK (done_cb), item);
  gtk_box_append (box, item->title);
  gtk_box_append (box, build_form (item));
  gtk_box_append (GTK_BOX (item->about), item->facts);
  gtk_box_append (GTK_BOX (item->about), build_fiche (item));
  gtk_box_append (GTK_BOX (item->about), item->adjourned);
  gtk_box_append (GTK_BOX (item->about), build_time (item));
  gtk_box_append (box, item->about);
  item->followed = copil_records_list_new (copil_panel_get_session (item), &copil_decisions_spec);
  copil_decisions_list_attach (COPIL_RECORDS_LIST (item->followed));
  gtk_widget_set_size_request (item->followed, -1, 220);
  gtk_widget_set_visible (item->followed, FALSE);
  gtk_box_append (box, item->followed);
  gtk_box_append (box, item->editor);
  gtk_box_append (box, item->decide);
  gtk_box_append (box, build_decisions (item));
}

GtkWidget *
copil_sitting_item_new (CopilSession *session, gint64 meeting, CopilSittingClock *clock)
{
  CopilSittingItem *item = g_object_new (COPIL_TYPE_SITTING_ITEM, "session", session, NULL);

  item->clock = g_object_ref (clock);
  item->meeting = meeting;
  build (item);
  g_signal_connect_object (clock, "tick", G_CALLBACK (show_time), item, G_CONNECT_SWAPPED);
  copil_panel_watch (item, "item attachment fiche meeting decision person", refresh);
  return GTK_WIDGET (item);
}

void
copil_sitting_item_set_item (CopilSittingItem *item, gint64 id)
{
  if (item->id == id)
    return;
  show_form (item, NULL);
  item->id = id;
  copil_form_set_id (COPIL_FORM (item->form), id);
  copil_meeting_editor_set_item (COPIL_MEETING_EDITOR (item->editor), id);
  show_followed (item);
  refresh (item);
}

gboolean
copil_sitting_item_leave (CopilSittingItem *item)
{
  return copil_sitting_decide_leave (COPIL_SITTING_DECIDE (item->decide));
}

void
copil_sitting_item_focus (CopilSittingItem *item)
{
  copil_meeting_editor_focus (COPIL_MEETING_EDITOR (item->editor));
}

void
copil_sitting_item_set_closed (CopilSittingItem *item, gboolean closed)
{
  if (item->closed == closed)
    return;
  item->closed = closed;
  show_form (item, NULL);
}

void
copil_sitting_item_decide (CopilSittingItem *item, const char *type)
{
  g_autofree char *notes = NULL, *taken = NULL, *rest = NULL;
  guint start, end;

  if (!item->id || item->closed || gtk_widget_get_visible (item->decide))
    return;
  copil_session_keep (copil_panel_get_session (item));
  notes = copil_meeting_editor_dup_text (COPIL_MEETING_EDITOR (item->editor), &start, &end);
  copil_sitting_take_lines (notes, start, end, &taken, &rest);
  show_form (item, item->decide);
  copil_sitting_decide_begin (COPIL_SITTING_DECIDE (item->decide), item->id, type, taken,
                              *taken ? notes : NULL, rest);
}

void
copil_sitting_item_adjourn (CopilSittingItem *item)
{
  gboolean adjourned;

  if (!item->id || item->closed)
    return;
  copil_session_keep (copil_panel_get_session (item));
  copil_panel_settle (item);
  adjourned = gtk_widget_get_visible (item->adjourned);
  if (copil_session_edit (copil_panel_get_session (item), "item", item->id, "adjourned",
                          adjourned ? NULL : "1"))
    copil_session_toast (copil_panel_get_session (item),
                         adjourned ? _ ("This item is no longer adjourned.")
                                   : _ ("This item is adjourned to the next meeting."));
}

void
copil_sitting_item_edit_title (CopilSittingItem *item)
{
  if (!item->id || item->closed)
    return;
  show_form (item, item->form);
  copil_form_focus (COPIL_FORM (item->form), "title");
}
