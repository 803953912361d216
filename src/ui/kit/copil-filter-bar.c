/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-picker.h"
#include "copil-value.h"
#include "copil-view-filter.h"

struct _CopilFilterBar
{
  CopilPanel parent_instance;

  gboolean setting;
  gboolean all;
  char *me;      /* the person whose engagements show, or NULL */
  char *measure; /* set by a chart's mark only, and shown by the button that clears */
  char *month;
  char *ids;

  GtkWidget *search;
  GtkWidget *status;
  GtkWidget *mine;
  GtkWidget *more;
  GtkWidget *axis_label;
  GtkWidget *axis;
  GtkWidget *party;
  GtkWidget *priority;
  GtkStringList *years;
  GtkWidget *missing;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (CopilFilterBar, copil_filter_bar, COPIL_TYPE_PANEL)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *label;
} statuses[] = {
  { NULL, N_ ("All statuses") },
  { "late", N_ ("Late") },
  { "planned", N_ ("Planned") },
  { "in_progress", N_ ("In progress") },
  { "done", N_ ("Done") },
  { "abandoned", N_ ("Abandoned") },
}, absences[] = {
  { NULL, N_ ("Nothing in particular") },
  { "due", N_ ("No date") },
  { "lead", N_ ("No pilote") },
  { "news", N_ ("No news for a year") },
};

static guint
count_more (CopilFilterBar *bar)
{
  return (bar->all && copil_picker_get_value (COPIL_PICKER (bar->axis)) != NULL) +
         (bar->ids != NULL) + (copil_picker_get_value (COPIL_PICKER (bar->party)) != NULL) +
         (gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->priority)) > 0) +
         (gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->missing)) > 0) + (bar->measure != NULL) +
         (bar->month != NULL);
}

/* What the bar says of its filters. */
static void
show_state (CopilFilterBar *bar)
{
  guint n = count_more (bar);
  g_autofree char *label = n ? g_strdup_printf (_ ("_Filters (%u)"), n) : g_strdup (_ ("_Filters"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (bar->more), label);
  gtk_widget_set_visible (bar->clear, copil_filter_bar_is_active (bar));
}

static void
changed (CopilFilterBar *bar)
{
  if (bar->setting)
    return;
  show_state (bar);
  g_signal_emit (bar, signals[CHANGED], 0);
}

/* The person that Preferences name, sought when it is asked for. */
static void
mine_cb (CopilFilterBar *bar)
{
  const char *name = copil_store_get_author (copil_panel_get_store (bar));
  g_autofree char *sentence = NULL;

  g_clear_pointer (&bar->me, g_free);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bar->mine)))
    {
      bar->me = copil_view_find_person (copil_panel_get_store (bar), name);
      if (!bar->me)
        {
          sentence =
              name && *name
                  ? g_strdup_printf (_ ("No person of this file is called “%s”, the name that "
                                        "Preferences give you."),
                                     name)
                  : g_strdup (_ ("Enter your name in Preferences first."));
          copil_session_toast (copil_panel_get_session (bar), sentence);
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bar->mine), FALSE);
          return;
        }
    }
  changed (bar);
}

/* The years that are somebody's priority, in the file as it is now. */
static void
fill_years (CopilFilterBar *bar)
{
  g_auto (GStrv) years = copil_view_list_priorities (copil_panel_get_store (bar));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->priority)), again = 0;
  g_autofree char *kept =
      g_strdup (selected > 0 ? gtk_string_list_get_string (bar->years, selected) : NULL);

  g_ptr_array_add (labels, _ ("All years"));
  for (guint i = 0; years[i]; i++)
    {
      if (g_strcmp0 (years[i], kept) == 0)
        again = i + 1;
      g_ptr_array_add (labels, years[i]);
    }
  g_ptr_array_add (labels, NULL);
  copil_drop_down_set_texts (bar->priority, (const char *const *)labels->pdata, again, bar);
}

/* With the button inside, to which the keyboard goes. */
static void
name_drop_down (GtkWidget *drop_down, const char *label)
{
  copil_drop_down_set_name (drop_down, label);
}

static GtkWidget *
new_drop_down (CopilFilterBar *bar, const char *label, gconstpointer choices, guint n)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels,
                            choices == statuses ? _ (statuses[i].label) : _ (absences[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  name_drop_down (drop_down, label);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed), bar);
  return drop_down;
}

static GtkWidget *
add_labelled (GtkWidget *box, const char *text, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  return label;
}

static GtkWidget *
new_picker (CopilFilterBar *bar, const char *kind, const char *label, const char *all)
{
  GtkWidget *picker = copil_picker_new (copil_panel_get_session (bar), kind, FALSE);

  copil_picker_set_placeholder (COPIL_PICKER (picker), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (picker)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (changed), bar);
  return picker;
}

static void
copil_filter_bar_finalize (GObject *object)
{
  CopilFilterBar *bar = COPIL_FILTER_BAR (object);

  g_free (bar->me);
  g_free (bar->measure);
  g_free (bar->month);
  g_free (bar->ids);
  G_OBJECT_CLASS (copil_filter_bar_parent_class)->finalize (object);
}

static void
copil_filter_bar_class_init (CopilFilterBarClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_filter_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_filter_bar_init (CopilFilterBar *bar)
{
}

GtkWidget *
copil_filter_bar_new (CopilSession *session)
{
  CopilFilterBar *bar = g_object_new (COPIL_TYPE_FILTER_BAR, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new (), *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_auto (GStrv) parts = g_strsplit (_ ("_Filters"), "_", -1);
  g_autofree char *name = g_strjoinv (NULL, parts);

  bar->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (bar->search, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (bar->search), 10);
  g_signal_connect_swapped (bar->search, "search-changed", G_CALLBACK (changed), bar);
  bar->status = new_drop_down (bar, _ ("Status"), statuses, G_N_ELEMENTS (statuses));
  bar->missing = new_drop_down (bar, _ ("Missing"), absences, G_N_ELEMENTS (absences));
  bar->years = gtk_string_list_new (NULL);
  gtk_string_list_append (bar->years, _ ("All years"));
  bar->priority = gtk_drop_down_new (G_LIST_MODEL (bar->years), NULL);
  name_drop_down (bar->priority, _ ("Priority of the year"));
  g_signal_connect_swapped (bar->priority, "notify::selected", G_CALLBACK (changed), bar);
  bar->axis = new_picker (bar, "axis", _ ("Axis"), _ ("All axes"));
  bar->party = new_picker (bar, "party", _ ("Signatory"), _ ("All signatories"));
  bar->mine = gtk_toggle_button_new_with_mnemonic (_ ("_Mine"));
  gtk_widget_set_tooltip_text (
      bar->mine, _ ("My engagements: those that I lead, and those of the signatory I belong to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->mine), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My engagements"), -1);
  g_signal_connect_swapped (bar->mine, "toggled", G_CALLBACK (mine_cb), bar);

  gtk_widget_set_size_request (inside, 260, -1);
  bar->axis_label = add_labelled (inside, _ ("Axis"), bar->axis);
  add_labelled (inside, _ ("Signatory"), bar->party);
  add_labelled (inside, _ ("Priority of the year"), bar->priority);
  add_labelled (inside, _ ("Missing"), bar->missing);
  gtk_popover_set_child (GTK_POPOVER (popover), inside);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill_years), bar);
  bar->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (bar->more), _ ("_Filters"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (bar->more), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (bar->more), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->more), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  bar->clear = gtk_button_new_from_icon_name ("edit-clear-all-symbolic");
  gtk_widget_set_tooltip_text (bar->clear, _ ("Show everything again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show everything again"), -1);
  gtk_widget_set_visible (bar->clear, FALSE);
  g_signal_connect_swapped (bar->clear, "clicked", G_CALLBACK (copil_filter_bar_clear), bar);
  gtk_box_append (GTK_BOX (box), bar->search);
  gtk_box_append (GTK_BOX (box), bar->status);
  gtk_box_append (GTK_BOX (box), bar->mine);
  gtk_box_append (GTK_BOX (box), bar->more);
  gtk_box_append (GTK_BOX (box), bar->clear);
  copil_panel_set_child (bar, box);
  copil_filter_bar_set_all (COPIL_FILTER_BAR (bar), FALSE);
  return GTK_WIDGET (bar);
}

void
copil_filter_bar_set_all (CopilFilterBar *bar, gboolean all)
{
  const char *name = all ? _ ("Search in all axes") : _ ("Search in this axis");

  bar->all = all;
  g_object_set (bar->search, "placeholder-text", name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->search), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (bar->axis_label, all);
  gtk_widget_set_visible (bar->axis, all);
  show_state (bar);
}

gint64
copil_filter_bar_get_axis (CopilFilterBar *bar)
{
  const char *axis = bar->all ? copil_picker_get_value (COPIL_PICKER (bar->axis)) : NULL;

  return axis ? g_ascii_strtoll (axis, NULL, 10) : 0;
}

char *
copil_filter_bar_build_sql (CopilFilterBar *bar, GPtrArray *parameters)
{
  guint priority = gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->priority));
  const CopilViewFilter filter = {
    .status = statuses[gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->status))].name,
    .missing = absences[gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->missing))].name,
    .axis = bar->all ? copil_picker_get_value (COPIL_PICKER (bar->axis)) : NULL,
    .person = bar->me,
    .ids = bar->ids,
    .party = copil_picker_get_value (COPIL_PICKER (bar->party)),
    .priority = priority > 0 ? gtk_string_list_get_string (bar->years, priority) : NULL,
    .measure = bar->measure,
    .month = bar->month,
    .words = gtk_editable_get_text (GTK_EDITABLE (bar->search)),
  };

  return copil_view_filter_build (&filter, parameters);
}

gboolean
copil_filter_bar_is_active (CopilFilterBar *bar)
{
  return count_more (bar) > 0 || bar->me ||
         gtk_drop_down_get_selected (GTK_DROP_DOWN (bar->status)) > 0 ||
         *gtk_editable_get_text (GTK_EDITABLE (bar->search));
}

static void
set_string (char **string, const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static void
set_year (CopilFilterBar *bar, const char *year)
{
  guint n;

  fill_years (bar);
  n = g_list_model_get_n_items (G_LIST_MODEL (bar->years));
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (bar->years, i), year) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->priority), i);
}

static void
set_one (CopilFilterBar *bar, const char *name, const char *value)
{
  const struct
  {
    const char *name;
    char **string;
  } strings[] = { { "measure", &bar->measure },
                  { "month", &bar->month },
                  { "engagements", &bar->ids } };

  for (guint i = 0; i < G_N_ELEMENTS (statuses) && g_str_equal (name, "status"); i++)
    if (g_strcmp0 (statuses[i].name, value) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->status), i);
  for (guint i = 0; i < G_N_ELEMENTS (absences) && g_str_equal (name, "missing"); i++)
    if (g_strcmp0 (absences[i].name, value) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->missing), i);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (g_str_equal (name, strings[i].name))
      set_string (strings[i].string, value);
  if (g_str_equal (name, "axis"))
    copil_picker_set_value (COPIL_PICKER (bar->axis), value);
  else if (g_str_equal (name, "party"))
    copil_picker_set_value (COPIL_PICKER (bar->party), value);
  else if (g_str_equal (name, "priority"))
    set_year (bar, value);
}

/* Takes all of them away, and says nothing yet. */
static void
take_away (CopilFilterBar *bar)
{
  gtk_editable_set_text (GTK_EDITABLE (bar->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->status), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->missing), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->priority), 0);
  copil_picker_set_value (COPIL_PICKER (bar->axis), NULL);
  copil_picker_set_value (COPIL_PICKER (bar->party), NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bar->mine), FALSE);
  g_clear_pointer (&bar->measure, g_free);
  g_clear_pointer (&bar->month, g_free);
  g_clear_pointer (&bar->ids, g_free);
}

void
copil_filter_bar_set (CopilFilterBar *bar, const char *key)
{
  g_autoptr (GHashTable) wanted = g_uri_parse_params (key, -1, "&", G_URI_PARAMS_NONE, NULL);
  GHashTableIter iter;
  gpointer name, value;

  bar->setting = TRUE;
  take_away (bar);
  if (wanted)
    g_hash_table_iter_init (&iter, wanted);
  while (wanted && g_hash_table_iter_next (&iter, &name, &value))
    set_one (bar, name, value);
  bar->setting = FALSE;
  changed (bar);
}

void
copil_filter_bar_clear (CopilFilterBar *bar)
{
  copil_filter_bar_set (bar, "");
}

void
copil_filter_bar_focus (CopilFilterBar *bar)
{
  gtk_widget_grab_focus (bar->search);
}
