/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The indicators: where each started, where it is and what is aimed at; its form, its targets and
 * its observations; the grid by period; and what the file lacks. */
#define COPIL_TYPE_INDICATORS_PAGE (copil_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilIndicatorsPage, copil_indicators_page, COPIL, INDICATORS_PAGE, CopilPage)

GtkWidget *copil_indicators_page_new (CopilSession *session);

/* Shows an indicator, a target or an observation; "completeness" with 0: what is missing. */
void copil_indicators_page_show (CopilIndicatorsPage *page, const char *kind, gint64 id);

G_END_DECLS
