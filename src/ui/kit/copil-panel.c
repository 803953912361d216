/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-panel.h"

typedef struct
{
  CopilSession *session;
  GtkWidget *child;
  GtkWidget *focus; /* within the child, or NULL */

  char **kinds; /* that are watched; NULL for all */
  CopilPanelFunc refresh;
  guint source; /* of the refresh that is to come */
  gboolean gone;
} CopilPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CopilPanel, copil_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static CopilPanelPrivate *
get_private (gpointer panel)
{
  return copil_panel_get_instance_private (COPIL_PANEL (panel));
}

void
copil_panel_settle (gpointer panel)
{
  CopilPanelPrivate *private = get_private (panel);

  if (!private->source)
    return;
  g_clear_handle_id (&private->source, g_source_remove);
  private->refresh (panel);
}

static gboolean
refresh_cb (gpointer panel)
{
  CopilPanelPrivate *private = get_private (panel);

  private->source = 0;
  private->refresh (panel);
  return G_SOURCE_REMOVE;
}

void
copil_panel_refresh (gpointer panel)
{
  CopilPanelPrivate *private = get_private (panel);

  if (private->refresh && !private->source && !private->gone)
  private->source = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, refresh_cb, panel, NULL);
}

static void
changed_cb (CopilPanel *panel, CopilChanges *changes)
{
  CopilPanelPrivate *private = get_private (panel);
  gboolean touched = !private->kinds;

  for (guint i = 0; !touched && private->kinds[i]; i++)
    touched = copil_changes_has_kind (changes, private->kinds[i]);
  if (touched)
    copil_panel_refresh (panel);
}

void
copil_panel_watch (gpointer panel, const char *kinds, CopilPanelFunc refresh)
{
  CopilPanelPrivate *private = get_private (panel);

  g_return_if_fail (!private->refresh && refresh);
  private->kinds = kinds ? g_strsplit (kinds, " ", -1) : NULL;
  private->refresh = refresh;
  g_signal_connect_object (copil_session_get_store (private->session), "changed",
                           G_CALLBACK (changed_cb), panel, G_CONNECT_SWAPPED);
}

CopilSession *
copil_panel_get_session (gpointer panel)
{
  return get_private (panel)->session;
}

CopilStore *
copil_panel_get_store (gpointer panel)
{
  return copil_session_get_store (get_private (panel)->session);
}

void
copil_panel_set_child (gpointer panel, GtkWidget *child)
{
  CopilPanelPrivate *private = get_private (panel);

  g_return_if_fail (!private->child);
  private->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (panel));
}

GtkWidget *
copil_panel_get_child (gpointer panel)
{
  return get_private (panel)->child;
}

void
copil_panel_set_focus (gpointer panel, GtkWidget *focus)
{
  get_private (panel)->focus = focus;
}

static gboolean
copil_panel_grab_focus (GtkWidget *widget)
{
  CopilPanelPrivate *private = get_private (widget);

  if (private->focus)
    return gtk_widget_grab_focus (private->focus);
  return GTK_WIDGET_CLASS (copil_panel_parent_class)->grab_focus (widget);
}

static void
copil_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, get_private (object)->session);
}

static void
copil_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  get_private (object)->session = g_value_dup_object (value);
}

static void
copil_panel_dispose (GObject *object)
{
  CopilPanelPrivate *private = get_private (object);

  private->focus = NULL;
  /* What is typed is stored while the child goes, and who still holds the panel lets it hear more:
   * there is nothing left to be shown. */
  private->gone = TRUE;
  if (private->child)
    g_signal_handlers_disconnect_by_data (private->child, object);
  g_clear_pointer (&private->child, gtk_widget_unparent);
  g_clear_handle_id (&private->source, g_source_remove);
  G_OBJECT_CLASS (copil_panel_parent_class)->dispose (object);
}

static void
copil_panel_finalize (GObject *object)
{
  CopilPanelPrivate *private = get_private (object);

  g_strfreev (private->kinds);
  g_object_unref (private->session);
  G_OBJECT_CLASS (copil_panel_parent_class)->finalize (object);
}

static void
copil_panel_class_init (CopilPanelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = copil_panel_dispose;
  object_class->finalize = copil_panel_finalize;
  object_class->get_property = copil_panel_get_property;
  object_class->set_property = copil_panel_set_property;
  widget_class->grab_focus = copil_panel_grab_focus;
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, COPIL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
copil_panel_init (CopilPanel *panel)
{
}
