/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-application.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "copil-about.h"
#include "copil-file.h"
#include "copil-preferences.h"
#include "copil-ui-resources.h"
#include "copil-window.h"
#include "copil-dialog.h"

struct _CopilApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  /* The file of the command line: read while the toolkit starts. */
  GFile *early_location;
  CopilOpening *early;
};

G_DEFINE_FINAL_TYPE (CopilApplication, copil_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accelerators[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.new", { "<Control>n" } },
  { "win.new-from-text", { "<Control><Shift>t" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "window.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.add", { "<Control><Shift>n" } },
  { "win.duplicate", { "<Control>d" } },
  { "win.find", { "<Control>f" } },
  { "win.search", { "<Control>k" } },
  { "win.export", { "<Control>e" } },
  { "win.note", { "F8" } },
  { "win.sidebar", { "F9" } },
  { "win.sit", { "F5" } },
  { "win.fullscreen", { "F11" } },
  { "win.previous-axis", { "<Control>Page_Up" } },
  { "win.next-axis", { "<Control>Page_Down" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

static void
apply_color_scheme (CopilApplication *application)
{
  g_autofree char *scheme = g_settings_get_string (application->settings, "color-scheme");
  AdwColorScheme wanted = g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                          : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *window = windows; window; window = window->next)
    gtk_window_close (window->data);
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (window, _ ("The help cannot be shown"),
                                   _ ("No application that shows help was found: Yelp is one."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  copil_dialog_present (dialog);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window)
    gtk_show_uri_full (window, "help:copil", GDK_CURRENT_TIME, NULL, help_shown_cb,
                       g_object_ref (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CopilApplication *application = data;

  copil_preferences_show (gtk_application_get_active_window (data), application->settings);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copil_about_show (gtk_application_get_active_window (data));
}

static void
sweep_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  copil_file_sweep ();
}

static void
copil_application_startup (GApplication *app)
{
  static const GActionEntry actions[] = { { .name = "quit", .activate = quit_cb },
                                          { .name = "help", .activate = help_cb },
                                          { .name = "preferences", .activate = preferences_cb },
                                          { .name = "about", .activate = about_cb } };
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  /* This is the one process that shows windows: nobody else opens the file. */
  if (COPIL_APPLICATION (app)->early_location)
    COPIL_APPLICATION (app)->early =
        copil_window_begin_opening (COPIL_APPLICATION (app)->early_location);
  g_task_run_in_thread (task, sweep_thread_cb);
  g_resources_register (copil_ui_get_resource ());
  G_APPLICATION_CLASS (copil_application_parent_class)->startup (app);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app), shortcuts[i].action,
                                           shortcuts[i].accelerators);
  for (int page = 1; page <= 10; page++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%d)", page);
      g_autofree char *accelerator = g_strdup_printf ("<Alt>%d", page % 10);
      const char *accelerators[] = { accelerator, NULL };
      gtk_application_set_accels_for_action (GTK_APPLICATION (app), action, accelerators);
    }
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "win.show-page::text",
                                         (const char *[]){ "<Control>t", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "win.show-page::history",
                                         (const char *[]){ "<Control>h", NULL });
  gtk_css_provider_load_from_resource (css, "/fr/copil/ui/copil.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/fr/copil/ui/icons");
  gtk_window_set_default_icon_name (COPIL_APP_ID);
  g_signal_connect_swapped (COPIL_APPLICATION (app)->settings, "changed::color-scheme",
                            G_CALLBACK (apply_color_scheme), app);
  apply_color_scheme (COPIL_APPLICATION (app));
}

static void
copil_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (!window)
    window = GTK_WINDOW (copil_window_new (COPIL_APPLICATION (app)));
  gtk_window_present (window);
}

static void
copil_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    copil_application_open_file (COPIL_APPLICATION (app), NULL, files[i]);
}

static void
copil_application_finalize (GObject *object)
{
  g_object_unref (COPIL_APPLICATION (object)->settings);
  g_clear_object (&COPIL_APPLICATION (object)->early_location);
  G_OBJECT_CLASS (copil_application_parent_class)->finalize (object);
}

static void
copil_application_class_init (CopilApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = copil_application_finalize;
  application_class->startup = copil_application_startup;
  application_class->activate = copil_application_activate;
  application_class->open = copil_application_open;
}

static void
copil_application_init (CopilApplication *application)
{
  application->settings = g_settings_new (COPIL_APP_ID);
}

int
copil_application_run (int argc, char **argv)
{
  g_autoptr (CopilApplication) application = NULL;

#ifdef __GLIBC__
  /* Threads come and go: an arena for each would keep what the last ones freed. */
  mallopt (M_ARENA_MAX, 2);
#endif
  g_set_application_name ("Copil");
  application = g_object_new (COPIL_TYPE_APPLICATION, "application-id", COPIL_APP_ID, "flags",
                              G_APPLICATION_HANDLES_OPEN, NULL);
  if (argc == 2 && argv[1][0] != '-')
    application->early_location = g_file_new_for_commandline_arg (argv[1]);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

GSettings *
copil_application_get_settings (CopilApplication *application)
{
  return application->settings;
}

void
copil_application_open_file (CopilApplication *application, GtkWindow *from, GFile *file)
{
  CopilWindow *empty = NULL;

  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (application)); at; at = at->next)
    if (COPIL_IS_WINDOW (at->data))
      {
        GFile *location = copil_window_get_location (at->data);
        if (location && g_file_equal (location, file))
          {
            gtk_window_present (at->data);
            return;
          }
        if (!location && (!empty || at->data == from))
          empty = at->data;
      }
  if (application->early && g_file_equal (application->early_location, file))
    copil_window_open (application, empty, g_steal_pointer (&application->early));
  else
    copil_window_open (application, empty, copil_window_begin_opening (file));
}
