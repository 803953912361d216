/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences, kept in the settings as they are changed. */
#define COPIL_TYPE_PREFERENCES (copil_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CopilPreferences, copil_preferences, COPIL, PREFERENCES, AdwPreferencesWindow)

/* Shows them over a window, which may be NULL. */
void copil_preferences_show (GtkWindow *parent, GSettings *settings);

G_END_DECLS
