/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-search-dialog.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"

/* Of each kind; what is more is counted. */
#define MOST_HITS 8
#define MORE_HITS 200

struct _CopilSearchDialog
{
  AdwWindow parent_instance;

  CopilSession *session;
  CopilSearch *search;
  const CopilKind *whole; /* the kind whose results are all shown, or NULL */
  GPtrArray *hits;        /* CopilHit, as the rows that are no "more" */

  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilSearchDialog, copil_search_dialog, ADW_TYPE_WINDOW)

static void
go (CopilSearchDialog *dialog, const CopilHit *hit)
{
  g_autoptr (CopilSession) session = g_object_ref (dialog->session);
  const CopilKind *kind = hit->kind;
  const CopilField *field = hit->field;
  gint64 id = hit->id;

  gtk_window_close (GTK_WINDOW (dialog));
  if (field)
    copil_session_want (session, kind->name, id, field->name);
  copil_session_go (session, kind->name, id);
}

/* --- results --- */

static GtkWidget *
make_row (CopilHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *title =
                copil_parts_label_new (*hit->title ? hit->title : _ ("(without a title)"), NULL);
  g_autofree char *where = NULL, *said = NULL;

  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  if (hit->field && !hit->titled && *hit->excerpt)
    {
      GtkWidget *excerpt;

      /* Translators: a field, and the words that are found in it */
      where = g_strdup_printf (_ ("%s: %s"), copil_field_get_label (hit->field), hit->excerpt);
      excerpt = copil_parts_label_new (where, "caption");
      gtk_label_set_lines (GTK_LABEL (excerpt), 2);
      gtk_label_set_ellipsize (GTK_LABEL (excerpt), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), excerpt);
    }
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, hit->title);
  said = g_strdup_printf ("%s, %s%s%s", copil_kind_get_label (hit->kind), hit->title,
                          where ? ". " : "", where ? where : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer)hit->kind);
  g_object_set_data (G_OBJECT (row), "hit", hit);
  return row;
}

static GtkWidget *
make_more_row (const CopilKind *kind, guint more)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text =
      more == G_MAXUINT
          ? g_strdup (_ ("Show others…"))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", more), more);
  GtkWidget *label = copil_parts_label_new (text, "dim-label");

  g_object_set (label, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer)kind);
  return row;
}

static const CopilKind *
get_kind (GtkListBoxRow *row)
{
  return row ? g_object_get_data (G_OBJECT (row), "kind") : NULL;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const CopilKind *kind = get_kind (row);
  GtkWidget *label;

  if (!kind || kind == get_kind (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = copil_parts_label_new (copil_kind_get_plural_label (kind), "heading");
  g_object_set (label, "margin-top", 12, "margin-bottom", 3, "margin-start", 12, NULL);
  gtk_list_box_row_set_header (row, label);
}

static void
append_kind (CopilSearchDialog *dialog, CopilTerms *terms, GPtrArray *hits, guint from, guint to)
{
  CopilHit *first = hits->pdata[from];
  guint all = to - from;

  for (guint i = from; i < to; i++)
    gtk_list_box_append (GTK_LIST_BOX (dialog->list), make_row (hits->pdata[i]));
  if (dialog->whole || all < MOST_HITS)
    return;
  all = copil_search_count (dialog->search, terms, first->kind);
  if (all > to - from)
    gtk_list_box_append (GTK_LIST_BOX (dialog->list),
                         make_more_row (first->kind, all == G_MAXUINT ? all : all - (to - from)));
}

/* What is shown has to do with what is typed; the old results stay until the new ones are there. */
static void
run (CopilSearchDialog *dialog)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (dialog->entry));
  g_autoptr (CopilTerms) terms = copil_terms_parse (typed);
  gboolean ready = copil_search_is_ready (dialog->search);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (dialog->list)))
    gtk_list_box_remove (GTK_LIST_BOX (dialog->list), row);
  g_clear_pointer (&dialog->hits, g_ptr_array_unref);
  if (!terms || !ready)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (dialog->stack), terms ? "making" : "hint");
      return;
    }
  dialog->hits = copil_search_find (dialog->search, terms, dialog->whole ? MORE_HITS : MOST_HITS);
  for (guint from = 0, to; from < dialog->hits->len; from = to)
    {
      const CopilHit *first = dialog->hits->pdata[from];

      for (to = from; to < dialog->hits->len; to++)
        if (((CopilHit *)dialog->hits->pdata[to])->kind != first->kind)
          break;
      if (!dialog->whole || dialog->whole == first->kind)
        append_kind (dialog, terms, dialog->hits, from, to);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (dialog->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (dialog->list), 0));
  gtk_stack_set_visible_child_name (GTK_STACK (dialog->stack),
                                    dialog->hits->len ? "list" : "nothing");
}

static void
typed_cb (CopilSearchDialog *dialog)
{
  dialog->whole = NULL;
  run (dialog);
}

static void
activated_cb (CopilSearchDialog *dialog, GtkListBoxRow *row)
{
  const CopilHit *hit = g_object_get_data (G_OBJECT (row), "hit");

  if (hit)
    {
      go (dialog, hit);
      return;
    }
  dialog->whole = get_kind (row);
  run (dialog);
  gtk_widget_grab_focus (dialog->entry);
}

/* Enter in the entry: the row that is marked. */
static void
enter_cb (CopilSearchDialog *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (dialog->list));

  if (row)
    activated_cb (dialog, row);
}

/* The arrows choose among the results while one types. */
static gboolean
key_cb (CopilSearchDialog *dialog, guint key)
{
  GtkListBox *list = GTK_LIST_BOX (dialog->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
             : key == GDK_KEY_Up || key == GDK_KEY_KP_Up   ? -1
             : key == GDK_KEY_Page_Down                    ? 8
             : key == GDK_KEY_Page_Up                      ? -8
                                                           : 0;
  int place;

  if (key == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (dialog));
      return GDK_EVENT_STOP;
    }
  if (!step || !row)
    return GDK_EVENT_PROPAGATE;
  place = MAX (gtk_list_box_row_get_index (row) + step, 0);
  while (place > 0 && !gtk_list_box_get_row_at_index (list, place))
    place--;
  row = gtk_list_box_get_row_at_index (list, place);
  gtk_list_box_select_row (list, row);
  /* So that it is in view and read out; typing goes on in the entry. */
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* What is typed in the list goes to the entry. */
static gboolean
list_key_cb (CopilSearchDialog *dialog, guint key, guint code, GdkModifierType state,
             GtkEventController *controller)
{
  if (key_cb (dialog, key) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;
  /* What chooses a row, or leaves the list, is for the list. */
  if (!g_unichar_isprint (gdk_keyval_to_unicode (key)) && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_event_controller_key_forward (
          GTK_EVENT_CONTROLLER_KEY (controller),
          GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (dialog->entry)))))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (dialog->entry);
  gtk_editable_set_position (GTK_EDITABLE (dialog->entry), -1);
  return GDK_EVENT_STOP;
}

/* --- building --- */

static void
copil_search_dialog_dispose (GObject *object)
{
  CopilSearchDialog *dialog = COPIL_SEARCH_DIALOG (object);

  g_clear_pointer (&dialog->hits, g_ptr_array_unref);
  g_clear_object (&dialog->search);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (copil_search_dialog_parent_class)->dispose (object);
}

static void
copil_search_dialog_class_init (CopilSearchDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_search_dialog_dispose;
}

static GtkWidget *
make_hint (const char *icon, const char *title, const char *text)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
copil_search_dialog_init (CopilSearchDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (),
            *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *list_keys = gtk_event_controller_key_new ();

  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Search everything"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 640, 560);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 320, 300);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  dialog->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (dialog->entry), 0);
  g_object_set (dialog->entry, "placeholder-text", _ ("Words, “an exact phrase”, -without"), NULL);
  gtk_widget_set_hexpand (dialog->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search everything"), -1);
  g_signal_connect_swapped (dialog->entry, "search-changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect_swapped (dialog->entry, "activate", G_CALLBACK (enter_cb), dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (dialog->entry, keys);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), dialog->entry);
  dialog->list = gtk_list_box_new ();
  gtk_list_box_set_header_func (GTK_LIST_BOX (dialog->list), header_cb, NULL, NULL);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (dialog->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (activated_cb), dialog);
  g_signal_connect_swapped (list_keys, "key-pressed", G_CALLBACK (list_key_cb), dialog);
  gtk_widget_add_controller (dialog->list, list_keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), dialog->list);
  dialog->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (dialog->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (dialog->stack),
                       make_hint ("system-search-symbolic", _ ("Search everything"),
                                  _ ("Engagements, notes, decisions, persons, figures, the text of"
                                     " the convention: accents and capitals do not matter.")),
                       "hint");
  gtk_stack_add_named (GTK_STACK (dialog->stack),
                       make_hint ("system-search-symbolic", _ ("One moment…"),
                                  _ ("The texts of the file are being read.")),
                       "making");
  gtk_stack_add_named (GTK_STACK (dialog->stack),
                       make_hint ("system-search-symbolic", _ ("Nothing holds these words"),
                                  _ ("Try fewer words, or the beginning of one.")),
                       "nothing");
  gtk_stack_add_named (GTK_STACK (dialog->stack), scrolled, "list");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), dialog->stack);
  adw_window_set_content (ADW_WINDOW (dialog), box);
}

GtkWidget *
copil_search_dialog_new (GtkWindow *parent, CopilSession *session, CopilSearch *search,
                         const char *typed)
{
  CopilSearchDialog *dialog =
      g_object_new (COPIL_TYPE_SEARCH_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  dialog->search = g_object_ref (search);
  g_signal_connect_object (search, "ready", G_CALLBACK (run), dialog, G_CONNECT_SWAPPED);
  if (typed && *typed)
    {
      gtk_editable_set_text (GTK_EDITABLE (dialog->entry), typed);
      gtk_editable_select_region (GTK_EDITABLE (dialog->entry), 0, -1);
    }
  run (dialog);
  gtk_widget_grab_focus (dialog->entry);
  return GTK_WIDGET (dialog);
}

const char *
copil_search_dialog_get_typed (CopilSearchDialog *dialog)
{
  return gtk_editable_get_text (GTK_EDITABLE (dialog->entry));
}
