/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-panel.h"
#include "copil-records-page.h"

G_BEGIN_DECLS

/* What the pages made of lists of records (copil-records-page.h) have in common: the
 * choice of the readers of what is exported, the tabs, and the actions, which go to the list that
 * shows.
 *
 * Properties: "public", which is also the action page.public. */
#define COPIL_TYPE_PAGE (copil_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CopilPage, copil_page, COPIL, PAGE, CopilPanel)

struct _CopilPageClass
{
  CopilPanelClass parent_class;
};

/* Who is to read what is exported. */
CopilAudience copil_page_get_audience (CopilPage *self);

/* The whole of the page; when it goes, the page hears nothing of it any more. */
void copil_page_set_content (CopilPage *self, GtkWidget *content);

/* Tabs as the content: their switcher, with "end" in the corner and "row" under it (NULL for none).
 */
void copil_page_set_tabs (CopilPage *self, GtkWidget *end, GtkWidget *row);

/* A tab, of that name; when the page goes, it hears nothing of the child any more. */
void copil_page_add_tab (CopilPage *self, GtkWidget *child, const char *name, const char *title);

/* Shows the tab of that name. */
void copil_page_show_tab (CopilPage *self, const char *name);

/* The list for the actions where the tab that shows is none; NULL, as before this is called, for
 * none. */
void copil_page_set_records (CopilPage *self, CopilRecordsPage *records);

/* The record to select for one that may stand within another: the parent's id where the kind has a
 * parent, 0 where it is not known. */
gint64 copil_page_get_parent (CopilPage *self, const CopilKind *kind, gint64 id);

G_END_DECLS
