/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-children.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-view-record.h"

#define MAX_INITIAL 6

/* One child on screen. Its widgets live as long as the record is there, so that focus and what is
 * being typed survive what happens to the others. */
typedef struct
{
  CopilChildren *children; /* not owned */
  gint64 id;
  GtkWidget *card;
  GtkWidget *caption;
  GtkWidget *form;
  GSimpleActionGroup *actions;
} Child;

struct _CopilChildren
{
  GtkWidget parent_instance;

  CopilSession *session;
  const CopilKind *kind;
  char *section;
  gint64 parent;
  char *only_field; /* or NULL */
  gint64 only;
  GHashTable *initial;          /* field → value */
  CopilChildrenCaption caption; /* or NULL */

  GPtrArray *rows; /* Child, in order */
  GtkWidget *list;
  GtkWidget *add;
  guint reveal_tick;
  guint frames; /* to wait before revealing */
  gint64 to_reveal;
};

G_DEFINE_FINAL_TYPE (CopilChildren, copil_children, GTK_TYPE_WIDGET)

static guint
find_place (CopilChildren *children, gint64 id)
{
  for (guint i = 0; i < children->rows->len; i++)
    if (((Child *)children->rows->pdata[i])->id == id)
      return i;
  return G_MAXUINT;
}

static Child *
find_by_card (CopilChildren *children, gpointer card)
{
  for (guint i = 0; i < children->rows->len; i++)
    if (((Child *)children->rows->pdata[i])->card == card)
      return children->rows->pdata[i];
  return NULL;
}

static void
describe (Child *child)
{
  CopilStore *store = copil_session_get_store (child->children->session);
  g_autofree char *called = copil_store_describe (store, child->children->kind, child->id);

  gtk_accessible_update_property (GTK_ACCESSIBLE (child->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  called, -1);
}

static void
show_caption (Child *child)
{
  CopilStore *store = copil_session_get_store (child->children->session);
  g_autofree char *text =
      child->children->caption ? child->children->caption (store, child->id) : NULL;

  gtk_label_set_label (GTK_LABEL (child->caption), text ? text : "");
  gtk_widget_set_visible (child->caption, text && *text);
}

static void
enable (Child *child, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (child->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
child_free (gpointer data)
{
  Child *child = data;

  g_object_unref (child->actions);
  g_free (child);
}

/* A viewport cannot scroll to what has no size yet, and a new card has none. */
static void
reveal (GtkWidget *card)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (card, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (!viewport)
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (gtk_widget_compute_bounds (card, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 12,
                               bounds.origin.y + bounds.size.height + 12);
}

/* The first frame lays the new card out. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CopilChildren *children = COPIL_CHILDREN (widget);
  guint place = find_place (children, children->to_reveal);

  if (children->frames-- > 0)
    return G_SOURCE_CONTINUE;
  children->reveal_tick = 0;
  if (place != G_MAXUINT)
    reveal (((Child *)children->rows->pdata[place])->card);
  return G_SOURCE_REMOVE;
}

/* Has no text selected where the keyboard is, which a key would replace: one only comes by. */
static void
unselect (CopilChildren *children)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (children));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  else if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
    }
}

/* --- Actions of one child --- */

static void
up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Child *child = data;
  copil_session_shift (child->children->session, child->children->kind->name, child->id, -1);
}

static void
down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Child *child = data;
  copil_session_shift (child->children->session, child->children->kind->name, child->id, 1);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Child *child = data;
  CopilChildren *children = child->children;
  gint64 copy = copil_session_duplicate (children->session, children->kind->name, child->id);

  if (copy)
    copil_children_focus (children, copy);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Child *child = data;
  copil_session_delete (child->children->session, child->children->kind->name, child->id);
}

/* --- Dragging --- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, Child *child)
{
  return gdk_content_provider_new_typed (GTK_TYPE_BOX, child->card);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, Child *child)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (child->card);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
is_upper_half (Child *child, double y)
{
  return y < gtk_widget_get_height (child->card) / 2.0;
}

static void
drop_leave_cb (GtkDropTarget *target, Child *child)
{
  gtk_widget_remove_css_class (child->card, "drop-above");
  gtk_widget_remove_css_class (child->card, "drop-below");
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, Child *child)
{
  drop_leave_cb (target, child);
  gtk_widget_add_css_class (child->card, is_upper_half (child, y) ? "drop-above" : "drop-below");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Child *child)
{
  CopilChildren *children = child->children;
  Child *dragged = find_by_card (children, g_value_get_object (value));
  guint place = find_place (children, child->id) + (is_upper_half (child, y) ? 0 : 1);
  gint64 before = 0;

  drop_leave_cb (target, child);
  if (!dragged || dragged == child)
    return FALSE;
  if (place < children->rows->len)
    before = ((Child *)children->rows->pdata[place])->id;
  if (before != dragged->id)
    copil_session_place (children->session, children->kind->name, dragged->id, before);
  return TRUE;
}

/* --- One card --- */

static GtkWidget *
make_handle (Child *child)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_BOX, GDK_ACTION_MOVE);

  gtk_widget_set_tooltip_text (handle, _ ("Drag to put in another place (Alt+Up, Alt+Down)"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_valign (handle, GTK_ALIGN_START);
  gtk_widget_set_margin_top (handle, 9);
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), child);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), child);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), child);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), child);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), child);
  gtk_widget_add_controller (child->card, GTK_EVENT_CONTROLLER (target));
  return handle;
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (Child *child)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), moves = g_menu_new (), others = g_menu_new ();

  if (child->children->kind->ordered)
    {
      append_item (moves, _ ("Move _up"), "child.up", "<Alt>Up");
      append_item (moves, _ ("Move _down"), "child.down", "<Alt>Down");
    }
  append_item (others, _ ("D_uplicate"), "child.duplicate", NULL);
  append_item (others, _ ("_Delete"), "child.delete", "<Control>Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Move, duplicate, delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Move, duplicate, delete"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static void
add_shortcut (GtkEventController *controller, guint key, GdkModifierType modifiers,
              const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

/* The arrows come before the text field, which would only scroll; Ctrl+Delete after it, as there it
 * deletes a word. */
static void
add_shortcuts (Child *child)
{
  GtkEventController *early = gtk_shortcut_controller_new ();
  GtkEventController *late = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  add_shortcut (early, GDK_KEY_Up, GDK_ALT_MASK, "child.up");
  add_shortcut (early, GDK_KEY_Down, GDK_ALT_MASK, "child.down");
  gtk_widget_add_controller (child->card, early);
  add_shortcut (late, GDK_KEY_Delete, GDK_CONTROL_MASK, "child.delete");
  gtk_widget_add_controller (child->card, late);
}

static Child *
child_new (CopilChildren *children, gint64 id)
{
  static const GActionEntry entries[] = {
    { .name = "up", .activate = up_cb },
    { .name = "down", .activate = down_cb },
    { .name = "duplicate", .activate = duplicate_cb },
    { .name = "delete", .activate = delete_cb },
  };
  Child *child = g_new0 (Child, 1);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  child->children = children;
  child->id = id;
  child->card =
      g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (child->card, "card");
  gtk_widget_add_css_class (child->card, "copil-child");
  child->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (child->actions), entries, G_N_ELEMENTS (entries),
                                   child);
  gtk_widget_insert_action_group (child->card, "child", G_ACTION_GROUP (child->actions));
  if (children->kind->ordered)
    gtk_box_append (GTK_BOX (child->card), make_handle (child));
  child->form = copil_form_new (children->session, children->kind->name, children->section);
  child->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (child->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (child->caption), TRUE);
  gtk_widget_add_css_class (child->caption, "caption-heading");
  gtk_widget_add_css_class (child->caption, "numeric");
  gtk_box_append (GTK_BOX (body), child->caption);
  gtk_box_append (GTK_BOX (body), child->form);
  gtk_widget_set_hexpand (body, TRUE);
  gtk_box_append (GTK_BOX (child->card), body);
  gtk_box_append (GTK_BOX (child->card), make_menu (child));
  add_shortcuts (child);
  copil_form_set_id (COPIL_FORM (child->form), id);
  describe (child);
  show_caption (child);
  return child;
}

/* Takes the card away; the keyboard, where it was in it, goes to the next one. */
static void
take_away (CopilChildren *children, guint place)
{
  Child *child = children->rows->pdata[place];
  gboolean focused = gtk_widget_get_focus_child (children->list) == child->card;

  gtk_box_remove (GTK_BOX (children->list), child->card);
  g_ptr_array_remove_index (children->rows, place);
  if (!focused)
    return;
  if (children->rows->len == 0)
    gtk_widget_grab_focus (children->add);
  else
    copil_form_focus (
        COPIL_FORM (((Child *)children->rows->pdata[MIN (place, children->rows->len - 1)])->form),
        NULL);
}

/* Makes the cards those of the records, keeping the widgets of those that stay. */
static void
refresh (CopilChildren *children)
{
  g_autoptr (GArray) ids = copil_view_list_ids (
      copil_session_get_store (children->session), children->kind->name, children->kind->parent,
      children->parent, children->only_field, children->only);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, gint64, i));
  for (guint i = children->rows->len; i-- > 0;)
    if (!g_hash_table_contains (wanted, &((Child *)children->rows->pdata[i])->id))
      take_away (children, i);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint place = find_place (children, id);
      Child *child;

      if (place == G_MAXUINT)
        {
          child = child_new (children, id);
          gtk_box_insert_child_after (GTK_BOX (children->list), child->card, previous);
          g_ptr_array_insert (children->rows, i, child);
        }
      else if (place != i)
        {
          child = g_ptr_array_steal_index (children->rows, place);
          g_ptr_array_insert (children->rows, i, child);
          gtk_box_reorder_child_after (GTK_BOX (children->list), child->card, previous);
        }
      else
        child = children->rows->pdata[i];
      previous = child->card;
    }
  for (guint i = 0; i < children->rows->len; i++)
    {
      enable (children->rows->pdata[i], "up", i > 0);
      enable (children->rows->pdata[i], "down", i + 1 < children->rows->len);
    }
  gtk_widget_set_visible (children->list, children->rows->len > 0);
}

/* Takes all cards away; what is being typed in them is stored first. */
static void
clear (CopilChildren *children)
{
  if (children->rows->len > 0)
    copil_session_keep (children->session);
  while (children->rows->len > 0)
    {
      Child *child = children->rows->pdata[children->rows->len - 1];

      gtk_box_remove (GTK_BOX (children->list), child->card);
      g_ptr_array_set_size (children->rows, children->rows->len - 1);
    }
}

static void
enable_add (CopilChildren *children)
{
  gtk_widget_set_sensitive (
      children->add, children->parent && (!children->only_field || children->only) &&
                         !copil_store_is_read_only (copil_session_get_store (children->session)));
}

static void
changed_cb (CopilChildren *children, CopilChanges *changes)
{
  for (guint i = 0; children->caption && i < children->rows->len; i++)
    show_caption (children->rows->pdata[i]);
  if (!copil_changes_has_kind (changes, children->kind->name))
    return;
  /* What has no place of its own stands in the order of its date: an edit may move it. */
  if (!children->kind->ordered || copil_changes_moved (changes, children->kind->name))
    refresh (children);
  for (guint i = 0; i < children->rows->len; i++)
    {
      Child *child = children->rows->pdata[i];

      if (copil_changes_has (changes, children->kind->name, child->id))
        describe (child);
    }
}

static void
add_cb (CopilChildren *children)
{
  copil_children_add (children);
}

static void
copil_children_dispose (GObject *object)
{
  CopilChildren *children = COPIL_CHILDREN (object);

  if (children->reveal_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (children), children->reveal_tick);
  children->reveal_tick = 0;
  g_clear_pointer (&children->list, gtk_widget_unparent);
  g_clear_pointer (&children->add, gtk_widget_unparent);
  g_ptr_array_set_size (children->rows, 0);
  G_OBJECT_CLASS (copil_children_parent_class)->dispose (object);
}

static void
copil_children_finalize (GObject *object)
{
  CopilChildren *children = COPIL_CHILDREN (object);

  g_clear_object (&children->session);
  g_free (children->section);
  g_free (children->only_field);
  g_hash_table_unref (children->initial);
  g_ptr_array_unref (children->rows);
  G_OBJECT_CLASS (copil_children_parent_class)->finalize (object);
}

static void
copil_children_class_init (CopilChildrenClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_children_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_children_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
copil_children_init (CopilChildren *children)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (children));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  children->initial = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  children->rows = g_ptr_array_new_with_free_func (child_free);
  children->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_visible (children->list, FALSE);
  gtk_widget_set_parent (children->list, GTK_WIDGET (children));
  children->add = gtk_button_new ();
  gtk_widget_set_halign (children->add, GTK_ALIGN_START);
  gtk_widget_set_sensitive (children->add, FALSE);
  gtk_widget_set_parent (children->add, GTK_WIDGET (children));
  g_signal_connect_swapped (children->add, "clicked", G_CALLBACK (add_cb), children);
}

GtkWidget *
copil_children_new (CopilSession *session, const char *kind, const char *section,
                    const char *add_label)
{
  CopilChildren *children = g_object_new (COPIL_TYPE_CHILDREN, NULL);
  GtkWidget *content = adw_button_content_new ();

  children->session = g_object_ref (session);
  children->kind = copil_kind_get (kind);
  children->section = g_strdup (section);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), add_label ? add_label : "");
  gtk_widget_set_visible (children->add, add_label != NULL);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (children->add), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (children), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (children->kind), -1);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           children, G_CONNECT_SWAPPED);
  return GTK_WIDGET (children);
}

void
copil_children_set_parent (CopilChildren *children, gint64 parent)
{
  g_return_if_fail (COPIL_IS_CHILDREN (children));
  if (children->parent == parent)
    return;
  clear (children);
  children->parent = parent;
  enable_add (children);
  refresh (children);
}

void
copil_children_set_only (CopilChildren *children, const char *field, gint64 id)
{
  g_autofree char *value = id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  g_return_if_fail (COPIL_IS_CHILDREN (children));
  if (children->only_field && children->only == id)
    return;
  clear (children);
  if (!children->only_field)
    children->only_field = g_strdup (field);
  children->only = id;
  copil_children_set_initial (children, children->only_field, value);
  enable_add (children);
  refresh (children);
}

void
copil_children_set_initial (CopilChildren *children, const char *field, const char *value)
{
  g_return_if_fail (COPIL_IS_CHILDREN (children));
  if (value)
    g_hash_table_insert (children->initial, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (children->initial, field);
}

void
copil_children_set_caption (CopilChildren *children, CopilChildrenCaption caption)
{
  g_return_if_fail (COPIL_IS_CHILDREN (children));
  children->caption = caption;
  for (guint i = 0; i < children->rows->len; i++)
    show_caption (children->rows->pdata[i]);
}

gint64
copil_children_add (CopilChildren *children)
{
  g_autofree char *parent = NULL;
  /* Pairs for copil_session_add(), which stops at the first NULL. Copies: the change that is
   * coming may well make the page propose other values. */
  char *pairs[2 * MAX_INITIAL] = { NULL };
  GHashTableIter iter;
  gpointer field, value;
  guint n = 0;
  gint64 id;

  g_return_val_if_fail (COPIL_IS_CHILDREN (children) && children->parent, 0);
  copil_session_keep (children->session);
  parent = g_strdup_printf ("%" G_GINT64_FORMAT, children->parent);
  g_hash_table_iter_init (&iter, children->initial);
  while (n < 2 * MAX_INITIAL && g_hash_table_iter_next (&iter, &field, &value))
    {
      pairs[n++] = g_strdup (field);
      pairs[n++] = g_strdup (value);
    }
  id = copil_session_add (children->session, children->kind->name, children->kind->parent, parent,
                          pairs[0], pairs[1], pairs[2], pairs[3], pairs[4], pairs[5], pairs[6],
                          pairs[7], pairs[8], pairs[9], pairs[10], pairs[11], NULL);
  for (guint i = 0; i < n; i++)
    g_free (pairs[i]);
  if (id)
    copil_children_focus (children, id);
  return id;
}

gint64
copil_children_get_current (CopilChildren *children)
{
  GtkWidget *focused = gtk_widget_get_focus_child (children->list);

  for (guint i = 0; focused && i < children->rows->len; i++)
    if (((Child *)children->rows->pdata[i])->card == focused)
      return ((Child *)children->rows->pdata[i])->id;
  return 0;
}

void
copil_children_focus (CopilChildren *children, gint64 id)
{
  guint place;

  g_return_if_fail (COPIL_IS_CHILDREN (children));
  if (!id && children->rows->len == 0)
    {
      gtk_widget_grab_focus (children->add);
      return;
    }
  if (!id)
    {
      copil_form_focus (COPIL_FORM (((Child *)children->rows->pdata[0])->form), NULL);
      unselect (children);
      return;
    }
  place = find_place (children, id);
  if (place == G_MAXUINT)
    return;
  copil_form_focus (COPIL_FORM (((Child *)children->rows->pdata[place])->form), NULL);
  children->to_reveal = id;
  children->frames = 2;
  if (!children->reveal_tick)
    children->reveal_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (children), reveal_cb, NULL, NULL);
}
