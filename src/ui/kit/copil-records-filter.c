/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-filter.h"

#include <glib/gi18n-lib.h>

#include "copil-drop-down.h"
#include "copil-picker.h"
#include "copil-view-list.h"

struct _CopilRecordsFilter
{
  GtkWidget parent_instance;

  GtkWidget *picker;    /* CopilPicker, or NULL */
  GtkWidget *drop_down; /* or NULL */
  GtkWidget *toggle;    /* or NULL */
  CopilRecordsFilterMake make;
  CopilSession *session; /* not owned: the page's own, which it goes before */
  const char *pattern;
  const char *const *choices;
  const char *kind; /* whose values are listed by the SQL */
  const char *sql;
  char *condition;
  gboolean clearing;
};

G_DEFINE_FINAL_TYPE (CopilRecordsFilter, copil_records_filter, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* The tooltip and the screen reader say what is chosen, as it may be cut. */
static void
name_choice (CopilRecordsFilter *filter)
{
  GtkWidget *button = gtk_widget_get_first_child (filter->drop_down);
  const char *choice = gtk_string_object_get_string (
      gtk_drop_down_get_selected_item (GTK_DROP_DOWN (filter->drop_down)));

  gtk_widget_set_tooltip_text (filter->drop_down, choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, choice,
                                  -1);
}

static void
picked_cb (CopilRecordsFilter *filter)
{
  const char *id = copil_picker_get_value (COPIL_PICKER (filter->picker));

  g_free (filter->condition);
  filter->condition = id ? copil_view_list_make_condition (filter->pattern, id, FALSE) : NULL;
  g_signal_emit (filter, signals[CHANGED], 0);
}

static void
chosen_cb (CopilRecordsFilter *filter)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (filter->drop_down));

  if (place == GTK_INVALID_LIST_POSITION)
    return;
  name_choice (filter);
  if (filter->clearing)
    return;
  g_free (filter->condition);
  filter->condition = place == 0 ? NULL
                      : filter->choices
                          ? g_strdup (filter->choices[2 * (place - 1) + 1])
                          : copil_view_list_make_condition (
                                filter->pattern,
                                gtk_string_object_get_string (gtk_drop_down_get_selected_item (
                                    GTK_DROP_DOWN (filter->drop_down))),
                                TRUE);
  g_signal_emit (filter, signals[CHANGED], 0);
}

/* What is chosen may be cut where the list is narrow; what can be chosen is not. */
static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer cut)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (cut)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (gboolean cut)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (cut));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
copil_records_filter_dispose (GObject *object)
{
  CopilRecordsFilter *filter = COPIL_RECORDS_FILTER (object);

  g_clear_pointer (&filter->picker, gtk_widget_unparent);
  g_clear_pointer (&filter->drop_down, gtk_widget_unparent);
  g_clear_pointer (&filter->toggle, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_records_filter_parent_class)->dispose (object);
}

static void
copil_records_filter_finalize (GObject *object)
{
  g_free (COPIL_RECORDS_FILTER (object)->condition);
  G_OBJECT_CLASS (copil_records_filter_parent_class)->finalize (object);
}

static void
copil_records_filter_class_init (CopilRecordsFilterClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_records_filter_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_records_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_records_filter_init (CopilRecordsFilter *filter)
{
}

GtkWidget *
copil_records_filter_new_record (CopilSession *session, const char *all, const char *kind,
                                 const char *condition)
{
  CopilRecordsFilter *filter = g_object_new (COPIL_TYPE_RECORDS_FILTER, NULL);

  filter->pattern = condition;
  filter->picker = copil_picker_new (session, kind, FALSE);
  copil_picker_set_placeholder (COPIL_PICKER (filter->picker), all);
  g_signal_connect_swapped (filter->picker, "picked", G_CALLBACK (picked_cb), filter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (filter->picker)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_label (copil_kind_get (kind)), -1);
  gtk_widget_set_parent (filter->picker, GTK_WIDGET (filter));
  return GTK_WIDGET (filter);
}

/* The drop-down, with its labels. */
static void
build_choice (CopilRecordsFilter *filter, GtkStringList *labels, const char *label)
{
  g_autoptr (GtkListItemFactory) shown = make_factory (TRUE), listed = make_factory (FALSE);

  filter->drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (filter->drop_down), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (filter->drop_down), listed);
  name_choice (filter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (filter->drop_down, "notify::selected", G_CALLBACK (chosen_cb), filter);
  gtk_widget_set_parent (filter->drop_down, GTK_WIDGET (filter));
}

GtkWidget *
copil_records_filter_new_choice (const char *all, const char *const *choices)
{
  CopilRecordsFilter *filter = g_object_new (COPIL_TYPE_RECORDS_FILTER, NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);

  filter->choices = choices;
  gtk_string_list_append (labels, all);
  for (guint i = 0; choices[i]; i += 2)
    gtk_string_list_append (labels, _ (choices[i]));
  build_choice (filter, labels, _ ("Filter"));
  return GTK_WIDGET (filter);
}

/* Lists the values there are now, and keeps the one that is chosen where it is still there. */
static void
fill_values (CopilRecordsFilter *filter, CopilStore *store)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (filter->drop_down);
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (labels)),
        place = gtk_drop_down_get_selected (drop_down), again = 0;
  g_autofree char *chosen =
      place > 0 && place < n ? g_strdup (gtk_string_list_get_string (labels, place)) : NULL;
  g_auto (GStrv) values = copil_view_list_values (store, filter->sql);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *all = g_strdup (gtk_string_list_get_string (labels, 0));

  g_ptr_array_add (texts, all);
  for (guint i = 0; values[i]; i++)
    {
      if (g_strcmp0 (chosen, values[i]) == 0)
        again = i + 1;
      g_ptr_array_add (texts, values[i]);
    }
  g_ptr_array_add (texts, NULL);
  copil_drop_down_set_texts (filter->drop_down, (const char *const *)texts->pdata, again, filter);
  name_choice (filter);
  if (chosen && again == 0)
    {
      g_clear_pointer (&filter->condition, g_free);
      g_signal_emit (filter, signals[CHANGED], 0);
    }
}

static void
store_changed_cb (CopilRecordsFilter *filter, CopilChanges *changes, CopilStore *store)
{
  if (filter->drop_down && copil_changes_has_kind (changes, filter->kind))
    fill_values (filter, store);
}

GtkWidget *
copil_records_filter_new_values (CopilSession *session, const char *all, const char *label,
                                 const char *kind, const char *sql, const char *condition)
{
  CopilRecordsFilter *filter = g_object_new (COPIL_TYPE_RECORDS_FILTER, NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);
  CopilStore *store = copil_session_get_store (session);

  filter->pattern = condition;
  filter->kind = kind;
  filter->sql = sql;
  gtk_string_list_append (labels, all);
  build_choice (filter, labels, label);
  fill_values (filter, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), filter,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (filter);
}

static void
toggled_cb (CopilRecordsFilter *filter)
{
  GtkToggleButton *toggle = GTK_TOGGLE_BUTTON (filter->toggle);

  if (filter->clearing)
    return;
  g_clear_pointer (&filter->condition, g_free);
  if (gtk_toggle_button_get_active (toggle))
    {
      filter->condition = filter->make (filter->session);
      if (!filter->condition)
        {
          filter->clearing = TRUE;
          gtk_toggle_button_set_active (toggle, FALSE);
          filter->clearing = FALSE;
          return;
        }
    }
  g_signal_emit (filter, signals[CHANGED], 0);
}

GtkWidget *
copil_records_filter_new_toggle (CopilSession *session, const char *label, const char *tip,
                                 CopilRecordsFilterMake make)
{
  CopilRecordsFilter *filter = g_object_new (COPIL_TYPE_RECORDS_FILTER, NULL);

  filter->session = session;
  filter->make = make;
  filter->toggle = gtk_toggle_button_new_with_mnemonic (label);
  gtk_widget_set_tooltip_text (filter->toggle, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tip, -1);
  g_signal_connect_swapped (filter->toggle, "toggled", G_CALLBACK (toggled_cb), filter);
  gtk_widget_set_parent (filter->toggle, GTK_WIDGET (filter));
  return GTK_WIDGET (filter);
}

gboolean
copil_records_filter_is_toggle (CopilRecordsFilter *filter)
{
  return filter->toggle != NULL;
}

void
copil_records_filter_choose (CopilRecordsFilter *filter, guint place)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter->drop_down), place);
}

const char *
copil_records_filter_get_condition (CopilRecordsFilter *filter)
{
  return filter->condition;
}

int
copil_records_filter_get_number (CopilRecordsFilter *filter)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (filter->drop_down);

  return gtk_drop_down_get_selected (drop_down) == 0
             ? 0
             : (int)g_ascii_strtoll (
                   gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down)), NULL,
                   10);
}

void
copil_records_filter_clear (CopilRecordsFilter *filter)
{
  filter->clearing = TRUE;
  if (filter->picker)
    copil_picker_set_value (COPIL_PICKER (filter->picker), NULL);
  else if (filter->toggle)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter->toggle), FALSE);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (filter->drop_down), 0);
  filter->clearing = FALSE;
  g_clear_pointer (&filter->condition, g_free);
}
