/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-steps.h"

#include <glib/gi18n-lib.h>

#include "copil-sitting.h"
#include "copil-view-sitting.h"

typedef struct
{
  CopilStep step;
  gint64 item;
  char *title;
  guint planned; /* seconds */
  gboolean adjourned, treated;
} Step;

struct _CopilSittingSteps
{
  CopilPanel parent_instance;

  CopilSittingClock *clock;
  gint64 meeting;
  GPtrArray *steps; /* Step */
  guint current;

  GtkWidget *scrolled;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilSittingSteps, copil_sitting_steps, COPIL_TYPE_PANEL)

enum
{
  CHOSEN,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->title);
  g_free (step);
}

static Step *
add_step (GPtrArray *steps, CopilStep kind, char *title)
{
  Step *step = g_new0 (Step, 1);

  step->step = kind;
  step->title = title;
  g_ptr_array_add (steps, step);
  return step;
}

static GPtrArray *
read_steps (CopilSittingSteps *steps)
{
  CopilStore *store = copil_panel_get_store (steps);
  GPtrArray *list = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GPtrArray) items = copil_view_list_steps (store, steps->meeting);

  add_step (list, COPIL_STEP_ATTENDANCE, g_strdup (C_ ("step of a meeting", "Attendance")))
      ->treated = copil_sitting_is_attended (store, steps->meeting);
  for (guint i = 0; i < items->len; i++)
    {
      const CopilViewStep *item = items->pdata[i];
      Step *step = add_step (list, COPIL_STEP_ITEM, g_strdup (item->title));

      step->item = item->id;
      step->planned = item->planned;
      step->adjourned = item->adjourned;
      step->treated = item->treated;
    }
  add_step (list, COPIL_STEP_REVIEW, g_strdup (_ ("Read-back of the decisions")));
  add_step (list, COPIL_STEP_CLOSING, g_strdup (_ ("Closing")));
  return list;
}

/* --- Rows --- */

/* What became of a step: an icon, and the word that it stands for. */
static const char *
get_mark (CopilSittingSteps *steps, guint place, const char **word)
{
  Step *step = steps->steps->pdata[place];

  if (place == steps->current)
    {
      *word = _ ("going on");
      return "media-playback-start-symbolic";
    }
  if (step->adjourned)
    {
      *word = _ ("adjourned");
      return "media-skip-forward-symbolic";
    }
  *word = step->treated ? _ ("treated") : _ ("to come");
  return step->treated ? "object-select-symbolic" : "copil-planned-symbolic";
}

static char *
say_time (CopilSittingSteps *steps, Step *step)
{
  guint spent = copil_sitting_clock_get_spent (steps->clock, step->item);
  g_autofree char *length = copil_sitting_format_length (spent);
  g_autofree char *planned = copil_sitting_format_length (step->planned);

  if (!step->planned)
    return spent ? g_steal_pointer (&length) : g_strdup ("");
  if (!spent)
    return g_steal_pointer (&planned);
  if (spent > step->planned)
    return g_strdup_printf (_ ("%s of %s, over"), length, planned);
  return g_strdup_printf (_ ("%s of %s"), length, planned);
}

static void
show_row (CopilSittingSteps *steps, guint place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (steps->list), (int)place);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *icon = gtk_widget_get_first_child (box), *texts = gtk_widget_get_last_child (box);
  GtkWidget *title = gtk_widget_get_first_child (texts), *time = gtk_widget_get_last_child (texts);
  Step *step = steps->steps->pdata[place];
  const char *word;
  g_autofree char *said = NULL, *label = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), get_mark (steps, place, &word));
  gtk_label_set_label (GTK_LABEL (title), step->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), step->title);
  said = step->item ? say_time (steps, step) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (time), said);
  gtk_widget_set_visible (time, *said != '\0');
  label = g_strdup_printf ("%s, %s%s%s", step->title, word, *said ? ", " : "", said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *icon = gtk_image_new ();
  GtkWidget *title = gtk_label_new (NULL), *time = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (time), 0);
  gtk_widget_add_css_class (time, "sitting-small");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), time);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static gboolean
are_same (GPtrArray *before, GPtrArray *now)
{
  if (!before || before->len != now->len)
    return FALSE;
  for (guint i = 0; i < now->len; i++)
    if (((Step *)before->pdata[i])->item != ((Step *)now->pdata[i])->item)
      return FALSE;
  return TRUE;
}

static void
refresh (CopilSittingSteps *steps)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&steps->steps);
  gboolean same;

  steps->steps = read_steps (steps);
  same = are_same (before, steps->steps);
  if (!same)
    {
      GtkWidget *row;

      while ((row = gtk_widget_get_first_child (steps->list)))
        gtk_list_box_remove (GTK_LIST_BOX (steps->list), row);
      for (guint i = 0; i < steps->steps->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (steps->list), make_row ());
    }
  for (guint i = 0; i < steps->steps->len; i++)
    show_row (steps, i);
  if (!same)
    g_signal_emit (steps, signals[CHANGED], 0);
}

/* --- Callbacks --- */

static void
changed_cb (CopilSittingSteps *steps, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "attendance") || copil_changes_has_kind (changes, "item") ||
      copil_changes_has_kind (changes, "decision"))
    refresh (steps);
}

static void
tick_cb (CopilSittingSteps *steps)
{
  if (steps->current < steps->steps->len)
    show_row (steps, steps->current);
}

static void
activated_cb (CopilSittingSteps *steps, GtkListBoxRow *row)
{
  g_signal_emit (steps, signals[CHOSEN], 0, (guint)gtk_list_box_row_get_index (row));
}

static void
copil_sitting_steps_finalize (GObject *object)
{
  g_ptr_array_unref (COPIL_SITTING_STEPS (object)->steps);
  g_object_unref (COPIL_SITTING_STEPS (object)->clock);
  G_OBJECT_CLASS (copil_sitting_steps_parent_class)->finalize (object);
}

static void
copil_sitting_steps_class_init (CopilSittingStepsClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = copil_sitting_steps_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_sitting_steps_init (CopilSittingSteps *steps)
{
  steps->current = G_MAXUINT;
  steps->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (steps->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (steps->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (steps->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the meeting"), -1);
  g_signal_connect_swapped (steps->list, "row-activated", G_CALLBACK (activated_cb), steps);
  steps->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (steps->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (steps->scrolled), steps->list);
  gtk_widget_add_css_class (steps->scrolled, "background");
  copil_panel_set_child (steps, steps->scrolled);
}

GtkWidget *
copil_sitting_steps_new (CopilSession *session, gint64 meeting, CopilSittingClock *clock)
{
  CopilSittingSteps *steps = g_object_new (COPIL_TYPE_SITTING_STEPS, "session", session, NULL);

  steps->clock = g_object_ref (clock);
  steps->meeting = meeting;
  g_signal_connect_object (clock, "tick", G_CALLBACK (tick_cb), steps, G_CONNECT_SWAPPED);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           steps, G_CONNECT_SWAPPED);
  refresh (steps);
  return GTK_WIDGET (steps);
}

guint
copil_sitting_steps_get_n (CopilSittingSteps *steps)
{
  return steps->steps->len;
}

CopilStep
copil_sitting_steps_get (CopilSittingSteps *steps, guint place)
{
  return ((Step *)steps->steps->pdata[place])->step;
}

gint64
copil_sitting_steps_get_item (CopilSittingSteps *steps, guint place)
{
  return ((Step *)steps->steps->pdata[place])->item;
}

guint
copil_sitting_steps_find (CopilSittingSteps *steps, CopilStep kind, gint64 item)
{
  for (guint i = 0; i < steps->steps->len; i++)
    {
      Step *step = steps->steps->pdata[i];

      if (step->step == kind && (!item || step->item == item))
        return i;
    }
  return G_MAXUINT;
}

void
copil_sitting_steps_set_current (CopilSittingSteps *steps, guint place)
{
  guint before = steps->current;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (steps->list), (int)place);
  graphene_rect_t bounds;

  steps->current = place;
  gtk_list_box_select_row (GTK_LIST_BOX (steps->list), row);
  if (before < steps->steps->len)
    show_row (steps, before);
  show_row (steps, place);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), steps->list, &bounds))
    gtk_adjustment_clamp_page (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (steps->scrolled)),
        bounds.origin.y, bounds.origin.y + bounds.size.height);
}
