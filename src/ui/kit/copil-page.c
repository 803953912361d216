/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-page.h"

typedef struct
{
  gboolean public;
  CopilRecordsPage *records;

  GtkWidget *stack; /* within the content, where there are tabs */
} CopilPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CopilPage, copil_page, COPIL_TYPE_PANEL)

enum
{
  PROP_0,
  PROP_PUBLIC,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static CopilPagePrivate *
get_private (gpointer self)
{
  return copil_page_get_instance_private (COPIL_PAGE (self));
}

static void
visible_cb (CopilPage *self)
{
  CopilPagePrivate *private = get_private (self);
  GtkWidget *child = gtk_stack_get_visible_child (GTK_STACK (private->stack));

  copil_session_keep (copil_panel_get_session (self));
  copil_records_page_forward_to (GTK_WIDGET (self), COPIL_IS_RECORDS_PAGE (child)
                                                        ? COPIL_RECORDS_PAGE (child)
                                                        : private->records);
}

static void
copil_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, get_private (object)->public);
}

static void
copil_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  get_private (object)->public = g_value_get_boolean (value);
}

static void
copil_page_dispose (GObject *object)
{
  CopilPagePrivate *private = get_private (object);

  if (private->stack)
    {
      g_signal_handlers_disconnect_by_data (private->stack, object);
      for (GtkWidget *child = gtk_widget_get_first_child (private->stack); child;
           child = gtk_widget_get_next_sibling (child))
        g_signal_handlers_disconnect_by_data (child, object);
    }
  private->stack = NULL;
  G_OBJECT_CLASS (copil_page_parent_class)->dispose (object);
}

static void
copil_page_class_init (CopilPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = copil_page_dispose;
  object_class->get_property = copil_page_get_property;
  object_class->set_property = copil_page_set_property;
  properties[PROP_PUBLIC] = g_param_spec_boolean ("public", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  copil_records_page_install_forwards (widget_class);
  gtk_widget_class_install_property_action (widget_class, "page.public", "public");
}

static void
copil_page_init (CopilPage *self)
{
}

CopilAudience
copil_page_get_audience (CopilPage *self)
{
  return get_private (self)->public ? COPIL_AUDIENCE_PUBLIC : COPIL_AUDIENCE_MEMBERS;
}

void
copil_page_set_content (CopilPage *self, GtkWidget *content)
{
  copil_panel_set_child (self, content);
  if (COPIL_IS_RECORDS_PAGE (content))
    copil_records_page_forward_to (GTK_WIDGET (self), COPIL_RECORDS_PAGE (content));
}

void
copil_page_set_tabs (CopilPage *self, GtkWidget *end, GtkWidget *row)
{
  CopilPagePrivate *private = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_center_box_new (),
            *switcher = gtk_stack_switcher_new ();

  private->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (private->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (private->stack), FALSE);
  gtk_widget_set_vexpand (private->stack, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (private->stack));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), switcher);
  if (end)
    gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), end);
  gtk_widget_set_margin_top (bar, 12);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_box_append (GTK_BOX (box), bar);
  if (row)
    gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), private->stack);
  g_signal_connect_swapped (private->stack, "notify::visible-child", G_CALLBACK (visible_cb), self);
  copil_page_set_content (self, box);
}

void
copil_page_add_tab (CopilPage *self, GtkWidget *child, const char *name, const char *title)
{
  gtk_stack_add_titled (GTK_STACK (get_private (self)->stack), child, name, title);
}

void
copil_page_show_tab (CopilPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (get_private (self)->stack), name);
}

void
copil_page_set_records (CopilPage *self, CopilRecordsPage *records)
{
  get_private (self)->records = records;
}

gint64
copil_page_get_parent (CopilPage *self, const CopilKind *kind, gint64 id)
{
  g_autoptr (CopilRecord) record = NULL;

  if (!kind->parent)
    return id;
  record = copil_store_load (copil_panel_get_store (self), kind, id);
  return record ? copil_record_get_int (record, kind->parent) : 0;
}
