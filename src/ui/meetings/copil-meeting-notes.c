/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-notes.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-drop-down.h"
#include "copil-focus.h"
#include "copil-meeting-editor.h"
#include "copil-parts.h"
#include "copil-meeting-rules.h"
#include "copil-record.h"
#include "copil-sitting.h"
#include "copil-view-meeting.h"

struct _CopilMeetingNotes
{
  CopilPanel parent_instance;

  gint64 meeting;
  gint64 item;
  GArray *items; /* gint64, in order */
  gboolean setting;
  gboolean closed;

  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *choice;
  GtkWidget *facts;
  GtkWidget *editor;
  GtkWidget *heading;
  GtkWidget *add;
  GtkWidget *decisions;
};

G_DEFINE_FINAL_TYPE (CopilMeetingNotes, copil_meeting_notes, COPIL_TYPE_PANEL)

static guint
find_place (CopilMeetingNotes *notes, gint64 item)
{
  for (guint i = 0; i < notes->items->len; i++)
    if (g_array_index (notes->items, gint64, i) == item)
      return i;
  return G_MAXUINT;
}

/* Who presents it, how long, when. */
static void
show_facts (CopilMeetingNotes *notes)
{
  CopilStore *store = copil_panel_get_store (notes);
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("item"), notes->item);
  g_autofree char *slot = copil_meeting_format_slot (store, notes->item);
  g_autoptr (GString) text = g_string_new (NULL);

  if (record)
    {
      if (copil_record_get (record, "presenter"))
        g_string_append (text, copil_record_get (record, "presenter"));
      if (copil_record_get (record, "duration"))
        {
          g_string_append (text, text->len ? " · " : "");
          g_string_append_printf (
              text, _ ("%d min"),
              (int)CLAMP (copil_record_get_int (record, "duration"), 0, G_MAXINT));
        }
      if (slot)
        g_string_append_printf (text, " · %s", slot);
    }
  gtk_label_set_label (GTK_LABEL (notes->facts), text->str);
  gtk_widget_set_visible (notes->facts, text->len > 0);
}

/* How many decisions the item has, and the number that one more would get. */
static void
show_decisions (CopilMeetingNotes *notes)
{
  CopilStore *store = copil_panel_get_store (notes);
  g_autoptr (CopilViewItem) item = copil_view_load_item (store, notes->item);
  int n = item ? (int)item->n_decisions : 0;
  g_autofree char *heading = n ? g_strdup_printf (ngettext ("%d decision", "%d decisions", n), n)
                               : g_strdup (_ ("No decision on this item"));
  g_autofree char *label = copil_sitting_next_label (store, notes->meeting);

  copil_children_set_initial (COPIL_CHILDREN (notes->decisions), "label", label);
  gtk_label_set_label (GTK_LABEL (notes->heading), heading);
  gtk_widget_set_visible (gtk_widget_get_ancestor (notes->decisions, GTK_TYPE_SCROLLED_WINDOW),
                          n > 0);
  gtk_widget_set_sensitive (notes->add,
                            notes->item && !notes->closed && !copil_store_is_read_only (store));
}

static void
show_item (CopilMeetingNotes *notes, gint64 item)
{
  guint place = find_place (notes, item);

  notes->item = place == G_MAXUINT ? 0 : item;
  copil_meeting_editor_set_item (COPIL_MEETING_EDITOR (notes->editor), notes->item);
  copil_children_set_parent (COPIL_CHILDREN (notes->decisions), notes->meeting);
  copil_children_set_only (COPIL_CHILDREN (notes->decisions), "item", notes->item);
  show_decisions (notes);
  notes->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (notes->choice),
                              place == G_MAXUINT ? GTK_INVALID_LIST_POSITION : place);
  notes->setting = FALSE;
  gtk_widget_set_sensitive (notes->previous, place != G_MAXUINT && place > 0);
  gtk_widget_set_sensitive (notes->next, place != G_MAXUINT && place + 1 < notes->items->len);
  show_facts (notes);
}

/* Reads the list of items again; the one that is shown stays where it is still there. */
static void
refresh (CopilMeetingNotes *notes)
{
  g_autoptr (GPtrArray) items =
      copil_view_list_items (copil_panel_get_store (notes), notes->meeting);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint place;

  g_array_set_size (notes->items, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const CopilViewItem *item = items->pdata[i];

      g_array_append_val (notes->items, item->id);
      g_ptr_array_add (titles, item->title);
    }
  g_ptr_array_add (titles, NULL);
  place = find_place (notes, notes->item);
  copil_drop_down_set_texts (notes->choice, (const char *const *)titles->pdata,
                             place != G_MAXUINT  ? place
                             : notes->items->len ? 0
                                                 : GTK_INVALID_LIST_POSITION,
                             notes);
  gtk_stack_set_visible_child_name (GTK_STACK (copil_panel_get_child (notes)),
                                    notes->items->len ? "notes" : "none");
  show_item (notes, place != G_MAXUINT  ? notes->item
                    : notes->items->len ? g_array_index (notes->items, gint64, 0)
                                        : 0);
}

/* At once: what is added next, or gone to, is there already. */
static void
changed_cb (CopilMeetingNotes *notes, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "item"))
    refresh (notes);
  else if (copil_changes_has (changes, "meeting", notes->meeting))
    show_facts (notes);
  if (copil_changes_has_kind (changes, "decision") || copil_changes_has_kind (changes, "meeting"))
    show_decisions (notes);
}

static void
selected_cb (CopilMeetingNotes *notes)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (notes->choice));

  if (!notes->setting && place < notes->items->len)
    show_item (notes, g_array_index (notes->items, gint64, place));
}

static void
step (CopilMeetingNotes *notes, int by)
{
  guint place = find_place (notes, notes->item);

  if (place == G_MAXUINT || (by < 0 && place == 0) || place + by >= notes->items->len)
    return;
  show_item (notes, g_array_index (notes->items, gint64, place + by));
  copil_meeting_notes_focus (notes);
}

static void
previous_cb (CopilMeetingNotes *notes)
{
  step (notes, -1);
}

static void
next_cb (CopilMeetingNotes *notes)
{
  step (notes, 1);
}

static void
add_cb (CopilMeetingNotes *notes)
{
  if (notes->closed)
    return;
  copil_children_add (COPIL_CHILDREN (notes->decisions));
}

/* Adopted, or to carry out again: the decision that the keyboard is in. */
static void
adopt (CopilMeetingNotes *notes)
{
  CopilSession *session = copil_panel_get_session (notes);
  gint64 id = copil_children_get_current (COPIL_CHILDREN (notes->decisions));
  g_autofree char *status = NULL;

  if (!id || notes->closed)
    return;
  copil_session_keep (session);
  status = copil_store_dup_text (copil_panel_get_store (notes), "decision", id, "status");
  copil_session_edit (session, "decision", id, "status",
                      g_strcmp0 (status, "adopted") == 0 ? "planned" : "adopted");
}

static gboolean
shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CopilMeetingNotes *notes = COPIL_MEETING_NOTES (widget);
  const char *what = g_variant_get_string (arguments, NULL);

  if (!notes->item)
    return FALSE;
  if (g_str_equal (what, "previous"))
    step (notes, -1);
  else if (g_str_equal (what, "next"))
    step (notes, 1);
  else if (g_str_equal (what, "decide"))
    add_cb (notes);
  else if (g_str_equal (what, "adopt"))
    adopt (notes);
  else
    copil_meeting_notes_focus (notes);
  return TRUE;
}

static void
copil_meeting_notes_finalize (GObject *object)
{
  g_array_unref (COPIL_MEETING_NOTES (object)->items);
  G_OBJECT_CLASS (copil_meeting_notes_parent_class)->finalize (object);
}

static void
add_shortcut (CopilMeetingNotes *notes, const char *trigger, GtkPropagationPhase phase,
              const char *what)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (trigger),
                                       gtk_callback_action_new (shortcut_cb, NULL, NULL), "s",
                                       what));
  gtk_widget_add_controller (GTK_WIDGET (notes), controller);
}

static void
copil_meeting_notes_class_init (CopilMeetingNotesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_meeting_notes_finalize;
}

static void
copil_meeting_notes_init (CopilMeetingNotes *notes)
{
  notes->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_shortcut (notes, "<Control><Alt>Page_Up", GTK_PHASE_CAPTURE, "previous");
  add_shortcut (notes, "<Control><Alt>Page_Down", GTK_PHASE_CAPTURE, "next");
  add_shortcut (notes, "<Control>Return|<Control>KP_Enter", GTK_PHASE_CAPTURE, "decide");
  add_shortcut (notes, "F4", GTK_PHASE_CAPTURE, "adopt");
  add_shortcut (notes, "Escape", GTK_PHASE_BUBBLE, "notes");
}

/* --- Building --- */

static void
setup_title_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, title);
}

static GtkWidget *
build_step (CopilMeetingNotes *notes, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_swapped (button, "clicked", callback, notes);
  return button;
}

static GtkWidget *
build_bar (CopilMeetingNotes *notes)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_title_cb), NULL);
  notes->choice = gtk_drop_down_new_from_strings ((const char *const[]){ NULL });
  gtk_drop_down_set_factory (GTK_DROP_DOWN (notes->choice), factory);
  g_object_unref (factory);
  gtk_widget_set_hexpand (notes->choice, TRUE);
  copil_drop_down_set_name (notes->choice, _ ("Agenda item"));
  g_signal_connect_swapped (notes->choice, "notify::selected", G_CALLBACK (selected_cb), notes);
  notes->previous = build_step (notes, "go-previous-symbolic",
                                _ ("Previous item (Ctrl+Alt+Page Up)"), G_CALLBACK (previous_cb));
  notes->next = build_step (notes, "go-next-symbolic", _ ("Next item (Ctrl+Alt+Page Down)"),
                            G_CALLBACK (next_cb));
  gtk_widget_add_css_class (bar, "linked");
  gtk_box_append (GTK_BOX (bar), notes->previous);
  gtk_box_append (GTK_BOX (bar), notes->choice);
  gtk_box_append (GTK_BOX (bar), notes->next);
  return bar;
}

static GtkWidget *
build_heading (CopilMeetingNotes *notes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *content = adw_button_content_new ();

  notes->heading = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (notes->heading, TRUE);
  notes->add = gtk_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add a _decision"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (notes->add), content);
  gtk_widget_set_tooltip_text (notes->add,
                               _ ("Add a decision on this item (Ctrl+Enter); Escape comes back"));
  g_signal_connect_swapped (notes->add, "clicked", G_CALLBACK (add_cb), notes);
  gtk_box_append (GTK_BOX (box), notes->heading);
  gtk_box_append (GTK_BOX (box), notes->add);
  return box;
}

static GtkWidget *
build_decisions (CopilMeetingNotes *notes)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  notes->decisions =
      copil_children_new (copil_panel_get_session (notes), "decision", "notes", NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 230);
  gtk_widget_set_margin_bottom (notes->decisions, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), notes->decisions);
  return scrolled;
}

static void
build (CopilMeetingNotes *notes)
{
  GtkWidget *stack = gtk_stack_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = adw_status_page_new ();

  notes->facts = copil_parts_label_new (NULL, "caption");
  gtk_widget_add_css_class (notes->facts, "dim-label");
  notes->editor = copil_meeting_editor_new (copil_panel_get_session (notes));
  gtk_box_append (GTK_BOX (box), build_bar (notes));
  gtk_box_append (GTK_BOX (box), notes->facts);
  gtk_box_append (GTK_BOX (box), notes->editor);
  gtk_box_append (GTK_BOX (box), build_heading (notes));
  gtk_box_append (GTK_BOX (box), build_decisions (notes));
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No agenda item yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("Notes are taken item by item: add them to the agenda."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "document-edit-symbolic");
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_add_named (GTK_STACK (stack), box, "notes");
  gtk_stack_add_named (GTK_STACK (stack), none, "none");
  copil_panel_set_child (notes, stack);
}

GtkWidget *
copil_meeting_notes_new (CopilSession *session)
{
  CopilMeetingNotes *notes = g_object_new (COPIL_TYPE_MEETING_NOTES, "session", session, NULL);

  build (notes);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           notes, G_CONNECT_SWAPPED);
  refresh (notes);
  return GTK_WIDGET (notes);
}

void
copil_meeting_notes_set_meeting (CopilMeetingNotes *notes, gint64 meeting)
{
  if (notes->meeting == meeting)
    return;
  copil_session_keep (copil_panel_get_session (notes));
  notes->meeting = meeting;
  notes->item = 0;
  refresh (notes);
}

void
copil_meeting_notes_set_item (CopilMeetingNotes *notes, gint64 item)
{
  if (find_place (notes, item) != G_MAXUINT)
    show_item (notes, item);
}

void
copil_meeting_notes_focus (CopilMeetingNotes *notes)
{
  copil_meeting_editor_focus (COPIL_MEETING_EDITOR (notes->editor));
}

void
copil_meeting_notes_set_closed (CopilMeetingNotes *notes, gboolean closed)
{
  if (notes->closed == closed)
    return;
  notes->closed = closed;
  copil_meeting_editor_set_closed (COPIL_MEETING_EDITOR (notes->editor), closed);
  copil_focus_set_sensitive (notes->decisions, !closed);
  show_decisions (notes);
}
