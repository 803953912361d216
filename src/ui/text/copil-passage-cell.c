/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passage-cell.h"

#include <glib/gi18n-lib.h>

/* How far each level stands in, in pixels. */
#define INDENT 18

struct _CopilPassageCell
{
  GtkWidget parent_instance;

  CopilPassageRow *row;
  GtkWidget *box;
  GtkWidget *fold;
  GtkWidget *mark;
  GtkWidget *text;
  GtkWidget *caption;
  GtkWidget *change;
  GtkWidget *accept;
  int where; /* of what is dragged over it, -1 for none */
};

G_DEFINE_FINAL_TYPE (CopilPassageCell, copil_passage_cell, GTK_TYPE_WIDGET)

enum
{
  FOLDED,
  ACCEPTED,
  DROPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what it shows --- */

static void
show_mark (CopilPassageCell *cell)
{
  CopilPassageState state = copil_passage_row_get_state (cell->row);
  gboolean group = copil_passage_row_get_group (cell->row) != COPIL_PASSAGE_GROUP_NONE,
           article = copil_passage_row_get_kind (cell->row) == COPIL_DRAFT_ARTICLE && !group,
           doubtful = copil_passage_row_is_doubtful (cell->row);
  const char *icon = NULL, *class = "dim-label", *tip = NULL;

  if (group || article)
    icon = NULL;
  else if (state == COPIL_PASSAGE_ACCEPTED)
    icon = "copil-done-symbolic", class = "done", tip = _ ("In the file");
  else if (state == COPIL_PASSAGE_ASIDE)
    icon = "copil-abandoned-symbolic", tip = _ ("Set aside");
  else if (doubtful)
    icon = "dialog-question-symbolic", class = "warning", tip = _ ("To be checked");
  else
    icon = "copil-planned-symbolic", tip = _ ("Proposed");
  gtk_image_set_from_icon_name (GTK_IMAGE (cell->mark), icon);
  gtk_widget_set_css_classes (cell->mark, (const char *[]){ class, NULL });
  gtk_widget_set_tooltip_text (cell->mark, tip);
  gtk_widget_set_visible (cell->accept, !article && state == COPIL_PASSAGE_PROPOSED);
}

static void
show_text (CopilPassageCell *cell)
{
  CopilPassageState state = copil_passage_row_get_state (cell->row);
  CopilDraftKind kind = copil_passage_row_get_kind (cell->row);
  gboolean group = copil_passage_row_get_group (cell->row) != COPIL_PASSAGE_GROUP_NONE;
  gboolean heading = kind == COPIL_DRAFT_AXIS || kind == COPIL_DRAFT_MEASURE;
  PangoAttrList *attributes = pango_attr_list_new ();

  if (group || heading)
    pango_attr_list_insert (attributes, pango_attr_weight_new (kind == COPIL_DRAFT_MEASURE && !group
                                                                   ? PANGO_WEIGHT_SEMIBOLD
                                                                   : PANGO_WEIGHT_BOLD));
  if (state == COPIL_PASSAGE_ASIDE && !group)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (cell->text), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_text (GTK_LABEL (cell->text), copil_passage_row_get_text (cell->row));
  gtk_widget_set_tooltip_text (cell->text, copil_passage_row_get_text (cell->row));
  gtk_label_set_text (GTK_LABEL (cell->caption), copil_passage_row_get_caption (cell->row));
  gtk_widget_set_visible (cell->caption, copil_passage_row_get_caption (cell->row) != NULL);
  if (state == COPIL_PASSAGE_ASIDE || (kind == COPIL_DRAFT_ARTICLE && !group))
    gtk_widget_add_css_class (cell->text, "dim-label");
  else
    gtk_widget_remove_css_class (cell->text, "dim-label");
}

static void
name_row (CopilPassageCell *cell)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (cell));

  if (item)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    copil_passage_row_get_name (cell->row),
                                    GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    (int)copil_passage_row_get_level (cell->row) + 1, -1);
}

void
copil_passage_cell_set_row (CopilPassageCell *cell, CopilPassageRow *row)
{
  gboolean below;
  const char *change;
  g_autofree char *accept = NULL;

  g_set_object (&cell->row, row);
  if (!row)
    return;
  below = copil_passage_row_has_rows_below (row);
  change = copil_passage_row_get_change (row);
  gtk_widget_set_margin_start (cell->box, INDENT * (int)copil_passage_row_get_level (row));
  gtk_widget_set_opacity (cell->fold, below ? 1 : 0);
  gtk_widget_set_sensitive (cell->fold, below);
  gtk_button_set_icon_name (GTK_BUTTON (cell->fold), copil_passage_row_is_collapsed (row)
                                                         ? "pan-end-symbolic"
                                                         : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_passage_row_is_collapsed (row)
                                      ? _ ("Show what stands under it")
                                      : _ ("Hide what stands under it"),
                                  -1);
  gtk_widget_set_visible (cell->change, change != NULL);
  gtk_label_set_text (GTK_LABEL (cell->change), change ? change : "");
  show_mark (cell);
  show_text (cell);
  accept = g_strdup_printf (_ ("Accept: %s"), copil_passage_row_get_text (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->accept), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accept, -1);
  name_row (cell);
}

CopilPassageRow *
copil_passage_cell_get_row (CopilPassageCell *cell)
{
  return cell->row;
}

/* --- what it does --- */

static void
fold_cb (CopilPassageCell *cell)
{
  if (cell->row)
    g_signal_emit (cell, signals[FOLDED], 0, copil_passage_row_get_id (cell->row));
}

static void
accept_cb (CopilPassageCell *cell)
{
  if (cell->row)
    g_signal_emit (cell, signals[ACCEPTED], 0, copil_passage_row_get_id (cell->row),
                   (guint)copil_passage_row_get_group (cell->row));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, CopilPassageCell *cell)
{
  gint64 id = cell->row ? copil_passage_row_get_id (cell->row) : 0;

  return id && copil_passage_row_get_state (cell->row) != COPIL_PASSAGE_ACCEPTED
             ? gdk_content_provider_new_typed (G_TYPE_INT64, id)
             : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, CopilPassageCell *cell)
{
  GtkWidget *label = gtk_label_new (cell->row ? copil_passage_row_get_text (cell->row) : "");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_add_css_class (label, "dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
show_where (CopilPassageCell *cell, int where)
{
  static const char *const classes[] = { "drop-before", "drop-after", "drop-into" };

  if (cell->where == where)
    return;
  if (cell->where >= 0)
    gtk_widget_remove_css_class (GTK_WIDGET (cell), classes[cell->where]);
  if (where >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), classes[where]);
  cell->where = where;
}

static GdkDragAction
motion_cb (CopilPassageCell *cell, double x, double y, GtkDropTarget *target)
{
  int height = gtk_widget_get_height (GTK_WIDGET (cell));
  CopilDraftKind kind;

  if (!cell->row || !copil_passage_row_get_id (cell->row))
    return 0;
  kind = copil_passage_row_get_kind (cell->row);
  if ((kind == COPIL_DRAFT_AXIS || kind == COPIL_DRAFT_MEASURE || kind == COPIL_DRAFT_ARTICLE) &&
      y > height * 0.3)
    show_where (cell, COPIL_PASSAGE_INTO);
  else
    show_where (cell, y < height * 0.5 ? COPIL_PASSAGE_BEFORE : COPIL_PASSAGE_AFTER);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (CopilPassageCell *cell)
{
  show_where (cell, -1);
}

static gboolean
drop_cb (CopilPassageCell *cell, const GValue *value, double x, double y, GtkDropTarget *target)
{
  int where;

  motion_cb (cell, x, y, target);
  where = cell->where;
  show_where (cell, -1);
  if (where < 0)
    return FALSE;
  g_signal_emit (cell, signals[DROPPED], 0, g_value_get_int64 (value), where,
                 copil_passage_row_get_id (cell->row));
  return TRUE;
}

static void
copil_passage_cell_dispose (GObject *object)
{
  CopilPassageCell *cell = COPIL_PASSAGE_CELL (object);

  g_clear_object (&cell->row);
  g_clear_pointer (&cell->box, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_passage_cell_parent_class)->dispose (object);
}

static void
copil_passage_cell_class_init (CopilPassageCellClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_passage_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "passage");
  signals[FOLDED] = g_signal_new ("folded", COPIL_TYPE_PASSAGE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACCEPTED] = g_signal_new ("accepted", COPIL_TYPE_PASSAGE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[DROPPED] =
      g_signal_new ("dropped", COPIL_TYPE_PASSAGE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT64);
}

static GtkWidget *
make_label (GtkWidget *box, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_dragging (CopilPassageCell *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), cell);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), cell);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), cell);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (target));
}

static void
copil_passage_cell_init (CopilPassageCell *cell)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  cell->where = -1;
  cell->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (cell->box, GTK_WIDGET (cell));
  cell->fold = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_add_css_class (cell->fold, "flat");
  gtk_widget_add_css_class (cell->fold, "fold");
  gtk_widget_set_valign (cell->fold, GTK_ALIGN_START);
  gtk_widget_set_focusable (cell->fold, FALSE);
  g_signal_connect_swapped (cell->fold, "clicked", G_CALLBACK (fold_cb), cell);
  gtk_box_append (GTK_BOX (cell->box), cell->fold);
  cell->mark = gtk_image_new ();
  gtk_widget_set_valign (cell->mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (cell->mark, 2);
  gtk_box_append (GTK_BOX (cell->box), cell->mark);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (cell->box), words);
  cell->text = make_label (words, 4);
  cell->caption = make_label (words, 2);
  gtk_widget_add_css_class (cell->caption, "caption");
  gtk_widget_add_css_class (cell->caption, "dim-label");
  cell->change = gtk_label_new (NULL);
  gtk_widget_add_css_class (cell->change, "caption");
  gtk_widget_add_css_class (cell->change, "pill");
  gtk_widget_set_valign (cell->change, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (cell->box), cell->change);
  cell->accept = gtk_button_new_from_icon_name ("object-select-symbolic");
  gtk_widget_add_css_class (cell->accept, "flat");
  gtk_widget_set_valign (cell->accept, GTK_ALIGN_START);
  gtk_widget_set_focusable (cell->accept, FALSE);
  gtk_widget_set_tooltip_text (cell->accept, _ ("Accept, with what stands under it (Enter)"));
  g_signal_connect_swapped (cell->accept, "clicked", G_CALLBACK (accept_cb), cell);
  gtk_box_append (GTK_BOX (cell->box), cell->accept);
  add_dragging (cell);
}

GtkWidget *
copil_passage_cell_new (void)
{
  return g_object_new (COPIL_TYPE_PASSAGE_CELL, NULL);
}
