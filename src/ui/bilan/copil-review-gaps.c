/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-gaps.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-review.h"

/* More lines than this are counted only: the document says as much. */
#define LINES 100
#define LONG 60

struct _CopilReviewGaps
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *heading;
  GtkWidget *list;
  GtkWidget *more;
  char *shown; /* what the lines say now */
};

G_DEFINE_FINAL_TYPE (CopilReviewGaps, copil_review_gaps, GTK_TYPE_WIDGET)

enum
{
  GO,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkWidget *
make_line (const CopilGap *gap)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdelimit (g_strdup (gap->title), "\r\n\t", ' ');
  g_autofree char *said = g_strdup_printf (C_ ("gap", "%s: %s"), title, gap->sentence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gap->sentence);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (g_utf8_strlen (title, -1) > LONG)
    gtk_widget_set_tooltip_text (row, gap->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (gap->kind), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&gap->id, sizeof gap->id), g_free);
  return row;
}

static void
row_activated_cb (CopilReviewGaps *gaps, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  g_signal_emit (gaps, signals[GO], 0, g_object_get_data (G_OBJECT (row), "kind"), *id);
}

static void
copil_review_gaps_dispose (GObject *object)
{
  CopilReviewGaps *gaps = COPIL_REVIEW_GAPS (object);

  g_clear_pointer (&gaps->scrolled, gtk_widget_unparent);
  g_clear_pointer (&gaps->shown, g_free);
  G_OBJECT_CLASS (copil_review_gaps_parent_class)->dispose (object);
}

static void
copil_review_gaps_class_init (CopilReviewGapsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_review_gaps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
copil_review_gaps_init (CopilReviewGaps *gaps)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gaps->heading = copil_parts_label_new (_ ("Missing information"), "heading");
  gaps->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (gaps->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (gaps->list, "boxed-list");
  gtk_widget_set_valign (gaps->list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (gaps->list, 1); /* its shadow */
  gtk_widget_set_margin_end (gaps->list, 1);
  gtk_widget_set_margin_bottom (gaps->list, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gaps->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Missing information"), -1);
  g_signal_connect_swapped (gaps->list, "row-activated", G_CALLBACK (row_activated_cb), gaps);
  gaps->more = copil_parts_label_new (NULL, "caption");
  gtk_box_append (GTK_BOX (box), gaps->heading);
  gtk_box_append (GTK_BOX (box), gaps->list);
  gtk_box_append (GTK_BOX (box), gaps->more);
  gaps->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (gaps->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (gaps->scrolled), box);
  gtk_widget_set_parent (gaps->scrolled, GTK_WIDGET (gaps));
}

GtkWidget *
copil_review_gaps_new (void)
{
  return g_object_new (COPIL_TYPE_REVIEW_GAPS, NULL);
}

void
copil_review_gaps_set (CopilReviewGaps *gaps, GPtrArray *axes, const char *section, gint64 axis)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; axes && i < axes->len; i++)
    {
      const CopilCompleteness *completeness = axes->pdata[i];

      for (guint g = 0; g < completeness->gaps->len; g++)
        {
          CopilGap *gap = completeness->gaps->pdata[g];

          if (!copil_review_shows_gap (section, axis, completeness, gap))
            continue;
          g_ptr_array_add (list, gap);
          g_string_append_printf (shown, "%s %" G_GINT64_FORMAT " %s %s\n", gap->kind, gap->id,
                                  gap->title, gap->sentence);
        }
    }
  /* Lines that stay as they are keep the keyboard. */
  if (g_strcmp0 (shown->str, gaps->shown) == 0)
    return;
  g_free (gaps->shown);
  gaps->shown = g_strdup (shown->str);
  while ((child = gtk_widget_get_first_child (gaps->list)))
    gtk_list_box_remove (GTK_LIST_BOX (gaps->list), child);
  for (guint i = 0; i < MIN (list->len, LINES); i++)
    gtk_list_box_append (GTK_LIST_BOX (gaps->list), make_line (list->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (gaps), list->len > 0);
  gtk_widget_set_visible (gaps->more, list->len > LINES);
  if (list->len > LINES)
    {
      guint n = list->len - LINES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gtk_label_set_label (GTK_LABEL (gaps->more), more);
    }
}
