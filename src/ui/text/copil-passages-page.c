/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passages-page.h"

#include <glib/gi18n-lib.h>

#include "copil-passage-edit.h"
#include "copil-passage-editor.h"
#include "copil-passage-split.h"
#include "copil-passages-parts.h"
#include "copil-passages-list.h"
#include "copil-passages-source.h"
#include "copil-record.h"
#include "copil-records-page.h"
#include "copil-value.h"
#include "copil-dialog.h"

struct _CopilPassagesPage
{
  CopilPanel parent_instance;

  gint64 id; /* of the source */
  GPtrArray *passages;
  gboolean stale;
  gboolean pointing; /* the person points into the text */

  GtkWidget *stack; /* "empty", "work" */
  GtkWidget *leaflet;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *name;
  GtkWidget *propose;
  GtkWidget *back; /* to the other side, where only one shows */
  GtkWidget *forth;
  GtkWidget *source;
  GtkWidget *summary;
  GtkWidget *progress;
  GtkWidget *kind;
  GtkWidget *filter;
  GtkWidget *list;
  GtkWidget *editor;
};

G_DEFINE_FINAL_TYPE (CopilPassagesPage, copil_passages_page, COPIL_TYPE_PANEL)

static CopilPassagesList *
get_list (CopilPassagesPage *page)
{
  return COPIL_PASSAGES_LIST (page->list);
}

/* --- what shows --- */

/* A second text was compared with what the file held. */
static gboolean
is_again (CopilPassagesPage *page)
{
  for (guint i = 0; i < page->passages->len; i++)
    if (((CopilPassage *)page->passages->pdata[i])->change != COPIL_PASSAGE_NEW)
      return TRUE;
  return FALSE;
}

static void
update_actions (CopilPassagesPage *page)
{
  static const char *const of_selection[] = { "page.accept",  "page.aside",  "page.reopen",
                                              "page.promote", "page.demote", "page.up",
                                              "page.down",    "page.merge",  "page.split",
                                              "page.kind",    "page.parties" };
  g_autoptr (GArray) ids = copil_passages_list_get_selected (get_list (page));
  gboolean writing = !copil_store_is_read_only (copil_panel_get_store (page)), accepted = FALSE,
           open = FALSE;
  GtkWidget *widget = GTK_WIDGET (page);
  gsize start, end;

  for (guint i = 0; i < ids->len; i++)
    {
      guint place = copil_passages_find (page->passages, g_array_index (ids, gint64, i));
      const CopilPassage *passage = place == G_MAXUINT ? NULL : page->passages->pdata[place];

      accepted = accepted || (passage && passage->state == COPIL_PASSAGE_ACCEPTED);
      open = open || (passage && passage->state != COPIL_PASSAGE_ACCEPTED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    gtk_widget_action_set_enabled (widget, of_selection[i], writing && open);
  gtk_widget_action_set_enabled (widget, "page.accept", writing && ids->len > 0);
  gtk_widget_action_set_enabled (widget, "page.reopen", writing && accepted);
  gtk_widget_action_set_enabled (widget, "page.accept-all", writing);
  gtk_widget_action_set_enabled (widget, "page.accept-sure", writing);
  gtk_widget_action_set_enabled (
      widget, "page.add-passage",
      writing &&
          copil_passages_source_get_marked (COPIL_PASSAGES_SOURCE (page->source), &start, &end));
}

static void
selected_cb (CopilPassagesPage *page)
{
  g_autoptr (GArray) ids = NULL;

  if (!page->passages)
    return;
  ids = copil_passages_list_get_selected (get_list (page));
  copil_passage_editor_set (COPIL_PASSAGE_EDITOR (page->editor), page->passages, ids);
  copil_passages_source_show (COPIL_PASSAGES_SOURCE (page->source),
                              ids->len ? g_array_index (ids, gint64, 0) : 0);
  update_actions (page);
}

static void
show_source (CopilPassagesPage *page, gint64 id)
{
  CopilStore *store = copil_panel_get_store (page);
  g_autofree char *text = id ? copil_source_dup_text (store, id) : NULL, *name = NULL;
  g_autoptr (CopilRecord) record =
      id ? copil_store_load (store, copil_kind_get ("source"), id) : NULL;
  const char *taken = record ? copil_record_get (record, "taken") : NULL;
  g_autofree char *date = taken ? copil_date_format (taken) : NULL;

  page->id = id;
  copil_passages_source_set_text (COPIL_PASSAGES_SOURCE (page->source), text ? text : "");
  if (record)
    name =
        date ? g_strdup_printf (_ ("%s, taken over on %s"), copil_record_get (record, "name"), date)
             : g_strdup (copil_record_get (record, "name"));
  gtk_label_set_text (GTK_LABEL (page->name), record ? copil_record_get (record, "name") : "");
  gtk_widget_set_tooltip_text (page->name, name);
}

/* The first that is still to be settled, else the first of all. */
static gint64
find_first (CopilPassagesPage *page)
{
  for (guint i = 0; i < page->passages->len; i++)
    {
      const CopilPassage *passage = page->passages->pdata[i];

      if (passage->state == COPIL_PASSAGE_PROPOSED && passage->kind != COPIL_DRAFT_ARTICLE)
        return passage->id;
    }
  return page->passages->len ? ((CopilPassage *)page->passages->pdata[0])->id : 0;
}

static void
load (CopilPassagesPage *page)
{
  CopilStore *store = copil_panel_get_store (page);
  gint64 id = copil_source_get_last (store);
  g_autoptr (GPtrArray) passages = copil_passages_load (store, id);
  g_autofree char *summary = NULL;
  gboolean other = id != page->id;
  double settled;

  page->stale = FALSE;
  if (other)
    show_source (page, id);
  g_ptr_array_ref (passages);
  g_clear_pointer (&page->passages, g_ptr_array_unref);
  page->passages = passages;
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), id ? "work" : "empty");
  copil_passages_source_set_passages (COPIL_PASSAGES_SOURCE (page->source), passages);
  copil_passages_list_set (get_list (page), passages, is_again (page));
  summary = copil_passages_parts_dup_summary (passages, &settled);
  gtk_label_set_text (GTK_LABEL (page->summary), summary);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (page->progress), settled);
  /* Of an amended text, only the differences are of interest. */
  if (other)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (page->filter),
                                is_again (page) && copil_passages_count_open (passages, NULL)
                                    ? COPIL_PASSAGES_CHANGES
                                    : COPIL_PASSAGES_ALL);
  if (id && passages->len && !copil_passages_list_get_current (get_list (page)))
    copil_passages_list_select (get_list (page), find_first (page));
}

static void
changed_cb (CopilPassagesPage *page, CopilChanges *changes)
{
  static const char *const records[] = { "party",      "axis",      "measure",
                                         "engagement", "indicator", "target" };
  gboolean ours =
      copil_changes_has_kind (changes, "source") || copil_changes_has_kind (changes, "passage");

  /* A record that is deleted is proposed again. */
  for (guint i = 0; i < G_N_ELEMENTS (records) && !ours; i++)
    ours = copil_changes_moved (changes, records[i]);
  if (!ours)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    load (page);
  else
    page->stale = TRUE;
}

static void
copil_passages_page_map (GtkWidget *widget)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);

  GTK_WIDGET_CLASS (copil_passages_page_parent_class)->map (widget);
  if (page->stale)
    load (page);
}

/* --- commands --- */

typedef gboolean (*OnSeveral) (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                               GError **error);
typedef gboolean (*OnOne) (CopilStore *store, gint64 source, gint64 id, GError **error);

static void
do_several (CopilPassagesPage *page, OnSeveral change)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (page));
  ids = copil_passages_list_get_selected (get_list (page));
  if (ids->len)
    copil_session_check (copil_panel_get_session (page),
                         change (copil_panel_get_store (page), page->id,
                                 (gint64 *)(gpointer)ids->data, ids->len, &error),
                         &error);
}

static void
do_one (CopilPassagesPage *page, OnOne change)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  copil_session_keep (copil_panel_get_session (page));
  id = copil_passages_list_get_current (get_list (page));
  if (id)
    copil_session_check (copil_panel_get_session (page),
                         change (copil_panel_get_store (page), page->id, id, &error), &error);
}

static gboolean
accept_several (CopilStore *store, gint64 source, const gint64 *ids, guint n, GError **error)
{
  return copil_passages_accept (store, source, ids, n, FALSE, error);
}

/* The place after the one that is selected, for going on with the next. */
static gint64
find_next_open (CopilPassagesPage *page)
{
  gint64 current = copil_passages_list_get_current (get_list (page));
  guint place = current ? copil_passages_find (page->passages, current) : G_MAXUINT;

  if (place == G_MAXUINT)
    return 0;
  for (guint i = place + 1 + ((CopilPassage *)page->passages->pdata[place])->n_below;
       i < page->passages->len; i++)
    {
      const CopilPassage *passage = page->passages->pdata[i];

      if (passage->state == COPIL_PASSAGE_PROPOSED && passage->kind != COPIL_DRAFT_ARTICLE)
        return passage->id;
    }
  return 0;
}

/* Accepts what is selected, and goes on to what is left. */
static void
accept_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  gint64 next = find_next_open (page);

  do_several (page, accept_several);
  if (next)
    copil_passages_list_select (get_list (page), next);
}

static void
accept_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  gboolean sure = g_str_equal (action, "page.accept-sure");
  g_autoptr (GError) error = NULL;
  guint before, after;

  copil_session_keep (copil_panel_get_session (page));
  before = copil_passages_count_open (page->passages, NULL);
  if (!copil_session_check (
          copil_panel_get_session (page),
          copil_passages_accept (copil_panel_get_store (page), page->id, NULL, 0, sure, &error),
          &error))
    return;
  after = copil_passages_count_open (page->passages, NULL);
  if (after < before)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u proposal accepted", "%u proposals accepted", before - after),
          before - after);

      g_signal_emit_by_name (copil_panel_get_session (page), "toast", message, TRUE);
    }
}

static gboolean
reopen_several (CopilStore *store, gint64 source, const gint64 *ids, guint n, GError **error)
{
  return copil_passages_reopen (store, source, ids, n, error);
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_several (COPIL_PASSAGES_PAGE (widget), reopen_several);
}

/* What the others went into is selected afterwards. */
static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  g_autoptr (GArray) ids = copil_passages_list_get_selected (get_list (page));
  gint64 first = ids->len ? g_array_index (ids, gint64, 0) : 0;
  guint place = copil_passages_find (page->passages, first);

  if (ids->len == 1 && place > 0 && place < page->passages->len)
    first = ((CopilPassage *)page->passages->pdata[place - 1])->id;
  do_several (page, copil_passages_merge);
  if (ids->len &&
      copil_passages_find (page->passages, g_array_index (ids, gint64, ids->len - 1)) == G_MAXUINT)
    {
      copil_passages_list_select (get_list (page), first);
      copil_passages_list_focus (get_list (page));
    }
}

/* What is aside already is proposed again. */
static void
aside_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gboolean aside = FALSE;

  copil_session_keep (copil_panel_get_session (page));
  ids = copil_passages_list_get_selected (get_list (page));
  for (guint i = 0; i < ids->len; i++)
    {
      guint place = copil_passages_find (page->passages, g_array_index (ids, gint64, i));

      aside = aside ||
              (place != G_MAXUINT &&
               ((CopilPassage *)page->passages->pdata[place])->state == COPIL_PASSAGE_PROPOSED);
    }
  if (ids->len)
    copil_session_check (copil_panel_get_session (page),
                         copil_passages_set_aside (copil_panel_get_store (page), page->id,
                                                   (gint64 *)(gpointer)ids->data, ids->len, aside,
                                                   &error),
                         &error);
}

static void
level_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_one (COPIL_PASSAGES_PAGE (widget),
          g_str_equal (action, "page.promote") ? copil_passage_promote : copil_passage_demote);
}

static gboolean
shift_up (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  return copil_passage_shift (store, source, id, -1, error);
}

static gboolean
shift_down (CopilStore *store, gint64 source, gint64 id, GError **error)
{
  return copil_passage_shift (store, source, id, 1, error);
}

static void
shift_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_one (COPIL_PASSAGES_PAGE (widget), g_str_equal (action, "page.up") ? shift_up : shift_down);
}

static void
kind_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  CopilDraftKind kind;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (page));
  ids = copil_passages_list_get_selected (get_list (page));
  if (ids->len && copil_passages_parts_find_kind (name, &kind))
    copil_session_check (copil_panel_get_session (page),
                         copil_passages_set_kind (copil_panel_get_store (page), page->id,
                                                  (gint64 *)(gpointer)ids->data, ids->len, kind,
                                                  &error),
                         &error);
  copil_passages_list_focus (get_list (page));
}

static void
choose_kind_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (COPIL_PASSAGES_PAGE (widget)->kind));
}

static void
parties_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);

  if (!copil_passage_editor_choose_parties (COPIL_PASSAGE_EDITOR (page->editor)))
    gtk_widget_error_bell (widget);
}

static void
parties_chosen_cb (CopilPassagesPage *page, const char *parties)
{
  g_autoptr (GArray) ids = copil_passages_list_get_selected (get_list (page));
  g_autoptr (GError) error = NULL;

  if (ids->len)
    copil_session_check (copil_panel_get_session (page),
                         copil_passages_set_parties (copil_panel_get_store (page), page->id,
                                                     (gint64 *)(gpointer)ids->data, ids->len,
                                                     parties, &error),
                         &error);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copil_passage_editor_focus (COPIL_PASSAGE_EDITOR (COPIL_PASSAGES_PAGE (widget)->editor));
}

static void
doubtful_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);

  if (!copil_passages_list_step_doubtful (get_list (page),
                                          g_str_equal (action, "page.next-doubtful") ? 1 : -1))
    copil_session_toast (copil_panel_get_session (page), _ ("Nothing is left to be checked."));
  else
    copil_passages_list_focus (get_list (page));
}

static void
add_passage_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  CopilDraftKind kind;
  gsize start, end;
  gint64 id = 0;

  copil_session_keep (copil_panel_get_session (page));
  if (!copil_passages_source_get_marked (COPIL_PASSAGES_SOURCE (page->source), &start, &end))
    {
      copil_session_toast (copil_panel_get_session (page),
                           _ ("Select the passage in the text first."));
      return;
    }
  if (copil_passages_parts_find_kind (name, &kind))
    id = copil_passage_add (copil_panel_get_store (page), page->id, kind, start, end, &error);
  if (copil_session_check (copil_panel_get_session (page), id != 0, &error))
    {
      copil_passages_list_select (get_list (page), id);
      copil_passages_list_focus (get_list (page));
    }
}

/* --- splitting --- */

static void
split_again_cb (CopilPassagesPage *page)
{
  copil_passages_list_focus (get_list (page));
}

static void
split_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  GtkWidget *dialog;
  guint place;
  gint64 id;

  copil_session_keep (copil_panel_get_session (page));
  id = copil_passages_list_get_current (get_list (page));
  place = id ? copil_passages_find (page->passages, id) : G_MAXUINT;
  if (place == G_MAXUINT)
    return;
  dialog = copil_passage_split_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                    copil_panel_get_session (page), page->id,
                                    page->passages->pdata[place]);
  g_signal_connect_object (dialog, "response", G_CALLBACK (split_again_cb), page,
                           G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

/* --- both sides --- */

static void
show_side (CopilPassagesPage *page, GtkWidget *side)
{
  adw_leaflet_set_visible_child (ADW_LEAFLET (page->leaflet), side);
  if (side == page->left)
    copil_passages_source_focus (COPIL_PASSAGES_SOURCE (page->source));
  else
    copil_passages_list_focus (get_list (page));
}

static void
other_side_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));
  gboolean at_text = adw_leaflet_get_folded (ADW_LEAFLET (page->leaflet))
                         ? adw_leaflet_get_visible_child (ADW_LEAFLET (page->leaflet)) == page->left
                         : focus && gtk_widget_is_ancestor (focus, page->left);

  show_side (page, at_text ? page->right : page->left);
}

static void
folded_cb (CopilPassagesPage *page)
{
  gboolean folded = adw_leaflet_get_folded (ADW_LEAFLET (page->leaflet));

  gtk_widget_set_visible (page->back, folded);
  gtk_widget_set_visible (page->forth, folded);
}

static void
pointed_cb (CopilPassagesPage *page, gint64 id)
{
  copil_passages_list_select (get_list (page), id);
}

static void
accepted_cb (CopilPassagesPage *page, gint64 id, guint group)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (page));
  if (id)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, id);
    }
  else
    {
      g_autoptr (GArray) all = copil_passages_list_get_group (get_list (page), group);

      /* What is aside stays so. */
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < all->len; i++)
        {
          gint64 member = g_array_index (all, gint64, i);
          guint place = copil_passages_find (page->passages, member);

          if (place != G_MAXUINT &&
              ((CopilPassage *)page->passages->pdata[place])->state != COPIL_PASSAGE_ASIDE)
            g_array_append_val (ids, member);
        }
    }
  if (ids->len)
    copil_session_check (copil_panel_get_session (page),
                         copil_passages_accept (copil_panel_get_store (page), page->id,
                                                (gint64 *)(gpointer)ids->data, ids->len, FALSE,
                                                &error),
                         &error);
}

static void
dropped_cb (CopilPassagesPage *page, gint64 id, int where, gint64 on)
{
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (page));
  copil_session_check (copil_panel_get_session (page),
                       copil_passage_place (copil_panel_get_store (page), page->id, id,
                                            (CopilPassageWhere)where, on, &error),
                       &error);
}

static void
activated_cb (CopilPassagesPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "page.accept", NULL);
}

static void
filter_cb (CopilPassagesPage *page, GParamSpec *pspec, GtkDropDown *filter)
{
  copil_passages_list_set_filter (get_list (page),
                                  (CopilPassagesFilter)gtk_drop_down_get_selected (filter));
}

static void
go_cb (CopilPassagesPage *page, const char *kind, gint64 id)
{
  copil_session_go (copil_panel_get_session (page), kind, id);
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (widget);

  if (page->id)
    copil_passages_list_focus (get_list (page));
  else
    gtk_widget_child_focus (page->stack, GTK_DIR_TAB_FORWARD);
}

/* --- class --- */

static void
copil_passages_page_dispose (GObject *object)
{
  CopilPassagesPage *page = COPIL_PASSAGES_PAGE (object);

  G_OBJECT_CLASS (copil_passages_page_parent_class)->dispose (object);
  g_clear_pointer (&page->passages, g_ptr_array_unref);
}

static void
copil_passages_page_class_init (CopilPassagesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_passages_page_dispose;
  widget_class->map = copil_passages_page_map;
  gtk_widget_class_install_action (widget_class, "page.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "page.accept-sure", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "page.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "page.aside", NULL, aside_cb);
  gtk_widget_class_install_action (widget_class, "page.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "page.promote", NULL, level_cb);
  gtk_widget_class_install_action (widget_class, "page.demote", NULL, level_cb);
  gtk_widget_class_install_action (widget_class, "page.up", NULL, shift_cb);
  gtk_widget_class_install_action (widget_class, "page.down", NULL, shift_cb);
  gtk_widget_class_install_action (widget_class, "page.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "page.kind", "s", kind_cb);
  gtk_widget_class_install_action (widget_class, "page.choose-kind", NULL, choose_kind_cb);
  gtk_widget_class_install_action (widget_class, "page.parties", NULL, parties_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "page.add-passage", "s", add_passage_cb);
  gtk_widget_class_install_action (widget_class, "page.next-doubtful", NULL, doubtful_cb);
  gtk_widget_class_install_action (widget_class, "page.previous-doubtful", NULL, doubtful_cb);
  gtk_widget_class_install_action (widget_class, "page.other-side", NULL, other_side_cb);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_cb);
}

static void
copil_passages_page_init (CopilPassagesPage *page)
{
}

/* --- making --- */

static GtkWidget *
make_left (CopilPassagesPage *page)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "toolbar-row");
  page->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (page->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (page->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (page->name, TRUE);
  gtk_widget_add_css_class (page->name, "heading");
  gtk_box_append (GTK_BOX (bar), page->name);
  page->propose = copil_passages_parts_make_kind_button (
      _ ("Propose As"), _ ("Select a passage that is missing, and say what it is"),
      "page.add-passage");
  gtk_box_append (GTK_BOX (bar), page->propose);
  page->back = copil_passages_parts_add_button (bar, "go-next-symbolic", _ ("Proposals"),
                                                _ ("Show the proposals (F6)"), "page.other-side");
  gtk_box_append (GTK_BOX (side), bar);
  page->source = copil_passages_source_new ();
  gtk_widget_set_vexpand (page->source, TRUE);
  g_signal_connect_object (page->source, "pointed", G_CALLBACK (pointed_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->source, "marked", G_CALLBACK (update_actions), page,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (side), page->source);
  gtk_widget_set_size_request (side, 330, -1);
  gtk_widget_set_hexpand (side, TRUE);
  return side;
}

static GtkWidget *
make_right (CopilPassagesPage *page)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *state = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *scroller = gtk_scrolled_window_new ();

  page->list = copil_passages_list_new ();
  gtk_widget_set_vexpand (page->list, TRUE);
  g_signal_connect_object (page->list, "selected", G_CALLBACK (selected_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "activated", G_CALLBACK (activated_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "accepted", G_CALLBACK (accepted_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "dropped", G_CALLBACK (dropped_cb), page, G_CONNECT_SWAPPED);
  page->editor = copil_passage_editor_new (copil_panel_get_session (page));
  g_signal_connect_object (page->editor, "parties", G_CALLBACK (parties_chosen_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->editor, "chosen", G_CALLBACK (copil_passages_list_focus),
                           page->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->editor, "go", G_CALLBACK (go_cb), page, G_CONNECT_SWAPPED);
  page->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (page->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (page->summary), PANGO_ELLIPSIZE_END);
  page->progress = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposals that are settled"), -1);
  gtk_widget_add_css_class (state, "summary");
  gtk_box_append (GTK_BOX (state), page->summary);
  gtk_box_append (GTK_BOX (state), page->progress);
  gtk_box_append (GTK_BOX (side),
                  copil_passages_parts_make_toolbar (&page->forth, &page->filter, &page->kind));
  g_signal_connect_object (page->filter, "notify::selected", G_CALLBACK (filter_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (page->kind)), "closed",
                           G_CALLBACK (copil_passages_list_focus), page->list, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (side), state);
  gtk_box_append (GTK_BOX (side), page->list);
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  /* On a small screen the list keeps its place, and the form scrolls. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 90);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page->editor);
  gtk_widget_set_size_request (page->list, -1, 230);
  gtk_box_append (GTK_BOX (side), scroller);
  gtk_widget_set_size_request (side, 430, -1);
  gtk_widget_set_hexpand (side, TRUE);
  return side;
}

GtkWidget *
copil_passages_page_new (CopilSession *session)
{
  CopilPassagesPage *page = g_object_new (COPIL_TYPE_PASSAGES_PAGE, "session", session, NULL);
  AdwLeafletPage *line;

  page->stack = gtk_stack_new ();
  copil_panel_set_child (page, page->stack);
  page->leaflet = adw_leaflet_new ();
  adw_leaflet_set_transition_type (ADW_LEAFLET (page->leaflet), ADW_LEAFLET_TRANSITION_TYPE_SLIDE);
  page->left = make_left (page);
  page->right = make_right (page);
  adw_leaflet_append (ADW_LEAFLET (page->leaflet), page->left);
  line = adw_leaflet_append (ADW_LEAFLET (page->leaflet),
                             gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (line, FALSE);
  adw_leaflet_append (ADW_LEAFLET (page->leaflet), page->right);
  adw_leaflet_set_visible_child (ADW_LEAFLET (page->leaflet), page->right);
  g_signal_connect_object (page->leaflet, "notify::folded", G_CALLBACK (folded_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (page->stack), copil_passages_parts_make_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (page->stack), page->leaflet, "work");
  copil_passages_parts_add_shortcuts (copil_passages_list_get_view (get_list (page)),
                                      GTK_WIDGET (page));
  folded_cb (page);
  g_signal_connect_object (copil_panel_get_store (page), "changed", G_CALLBACK (changed_cb), page,
                           G_CONNECT_SWAPPED);
  load (page);
  return GTK_WIDGET (page);
}

void
copil_passages_page_show (CopilPassagesPage *page, const char *kind, gint64 id)
{
  if (g_strcmp0 (kind, "passage") == 0)
    copil_passages_list_select (get_list (page), id);
}
