/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-preferences.h"

#include <glib/gi18n-lib.h>

#include "copil-spelling.h"

struct _CopilPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *author;
  GtkWidget *organisation;
  GtkWidget *color_scheme;
  GtkSpinButton *save_delay;
  GtkWidget *texts;
  GtkSwitch *spelling;
  GtkSpinButton *deadline_days;
  GtkSwitch *deadline_notification;
};

G_DEFINE_FINAL_TYPE (CopilPreferences, copil_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const color_schemes[] = { "system", "light", "dark" };

static gboolean
get_scheme_cb (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_scheme_cb (const GValue *value, const GVariantType *type, gpointer data)
{
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (color_schemes) ? g_variant_new_string (color_schemes[i]) : NULL;
}

static void
copil_preferences_class_init (CopilPreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/copil/ui/copil-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, organisation);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, save_delay);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, texts);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, spelling);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, deadline_days);
  gtk_widget_class_bind_template_child (widget_class, CopilPreferences, deadline_notification);
}

static void
copil_preferences_init (CopilPreferences *preferences)
{
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (preferences));
  /* What stands in the history where nothing is entered. */
  if (name && *name && !g_str_equal (name, "Unknown"))
    {
      g_autofree char *tip = g_strdup_printf (_ ("Where it is empty: %s"), name);

      gtk_widget_set_tooltip_text (preferences->author, tip);
    }
}

void
copil_preferences_show (GtkWindow *parent, GSettings *settings)
{
  CopilPreferences *preferences =
      g_object_new (COPIL_TYPE_PREFERENCES, "transient-for", parent, "modal", parent != NULL, NULL);
  g_autofree char *language = g_settings_get_string (settings, "spelling-language");

  /* Where there is no dictionary there is nothing to choose. */
  gtk_widget_set_visible (preferences->texts, copil_spelling_is_available (language));
  g_settings_bind (settings, "spelling", preferences->spelling, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "deadline-days", preferences->deadline_days, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "deadline-notification", preferences->deadline_notification, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "author", preferences->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "organisation", preferences->organisation, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "save-delay", preferences->save_delay, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme", preferences->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_scheme_cb, set_scheme_cb, NULL, NULL);
  gtk_window_present (GTK_WINDOW (preferences));
}
