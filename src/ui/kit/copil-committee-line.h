/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-committee.h"

G_BEGIN_DECLS

/* A verdict of the committee's rules on one line: an icon, and the sentence, which wraps. */
GtkWidget *copil_committee_line_new (void);

/* Shows the finding, which it takes; NULL hides the line. */
void copil_committee_line_set (GtkWidget *line, CopilFinding *finding);

G_END_DECLS
