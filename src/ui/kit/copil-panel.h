/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The base of a widget that has a session and one child, and follows the store.
 *
 * Properties: "session", when it is made. */
#define COPIL_TYPE_PANEL (copil_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (CopilPanel, copil_panel, COPIL, PANEL, GtkWidget)

struct _CopilPanelClass
{
  GtkWidgetClass parent_class;
};

/* Shows the panel anew: what it shows may have changed. */
typedef void (*CopilPanelFunc) (gpointer panel);

/* The session, and its store; the panel's own, as long as it is there. */
CopilSession *copil_panel_get_session (gpointer panel);
CopilStore *copil_panel_get_store (gpointer panel);

/* The whole of the panel, once; NULL where there is none yet, or no more. When the panel goes, it
 * hears nothing of it any more. */
void copil_panel_set_child (gpointer panel, GtkWidget *child);
GtkWidget *copil_panel_get_child (gpointer panel);

/* The keyboard goes there where the panel is to have it. */
void copil_panel_set_focus (gpointer panel, GtkWidget *focus);

/* Has "refresh" called once, soon and before anything is drawn, whenever records of those kinds
 * change, names with a space between; NULL for all kinds. Not at once: the change may come from
 * what is to be made anew. Only one a panel. */
void copil_panel_watch (gpointer panel, const char *kinds, CopilPanelFunc refresh);

/* The same as after such a change. */
void copil_panel_refresh (gpointer panel);

/* Does now what is to be done soon, if anything is. */
void copil_panel_settle (gpointer panel);

G_END_DECLS
