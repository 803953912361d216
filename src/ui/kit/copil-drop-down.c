/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-drop-down.h"

/* Of a line in the list, in characters. */
#define LONGEST_LINE 60

static void
setup_button_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
setup_list_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_LINE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (text));
  if (gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (label, gtk_string_object_get_string (text));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

GtkWidget *
copil_drop_down_new (GtkStringList *texts)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down =
      gtk_drop_down_new (texts ? g_object_ref (G_LIST_MODEL (texts)) : NULL, expression);
  g_autoptr (GtkListItemFactory) button = make_factory (G_CALLBACK (setup_button_cb)),
                                 list = make_factory (G_CALLBACK (setup_list_cb));

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);
  return drop_down;
}

void
copil_drop_down_set_name (GtkWidget *drop_down, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- other texts --- */

typedef struct
{
  GtkWidget *drop_down;
  GStrv texts;
  guint selected;
  gpointer owner;
  guint source;
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_clear_handle_id (&later->source, g_source_remove);
  g_strfreev (later->texts);
  g_free (later);
}

static gboolean
has_texts (GListModel *model, const char *const *texts)
{
  guint n = model ? g_list_model_get_n_items (model) : 0;

  if (n != g_strv_length ((GStrv)texts))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), texts[i]))
      return FALSE;
  return TRUE;
}

static void
give (GtkWidget *drop_down, const char *const *texts, guint selected, gpointer owner)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  g_signal_handlers_block_matched (drop_down, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, owner);
  if (!model)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (texts);
      gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
    }
  else if (!has_texts (model, texts))
    gtk_string_list_splice (GTK_STRING_LIST (model), 0, g_list_model_get_n_items (model), texts);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) != selected)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  g_signal_handlers_unblock_matched (drop_down, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, owner);
}

static gboolean
later_cb (gpointer data)
{
  Later *later = data;
  GtkWidget *drop_down = later->drop_down;

  later->source = 0;
  give (drop_down, (const char *const *)later->texts, later->selected, later->owner);
  g_object_set_data (G_OBJECT (drop_down), "copil-later", NULL);
  return G_SOURCE_REMOVE;
}

void
copil_drop_down_set_texts (GtkWidget *drop_down, const char *const *texts, guint selected,
                           gpointer owner)
{
  Later *later;

  g_object_set_data (G_OBJECT (drop_down), "copil-later", NULL);
  if (!g_signal_get_invocation_hint (drop_down) ||
      has_texts (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)), texts))
    {
      give (drop_down, texts, selected, owner);
      return;
    }
  later = g_new0 (Later, 1);
  later->drop_down = drop_down;
  later->texts = g_strdupv ((GStrv)texts);
  later->selected = selected;
  later->owner = owner;
  later->source = g_idle_add (later_cb, later);
  g_object_set_data_full (G_OBJECT (drop_down), "copil-later", later, later_free);
}
