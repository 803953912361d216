/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-review.h"

G_BEGIN_DECLS

/* CopilReviewRow: what a row of the list of sections is about. It belongs to the row. */
typedef struct
{
  char *section;
  gint64 axis;
  char *said_title;
  char *said_summary; /* NULL for none */
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *icon;
  GtkWidget *word;
} CopilReviewRow;

/* A GtkListBoxRow for the section, still empty. */
GtkWidget *copil_review_row_new (const CopilReviewSection *section);

/* Shows the section as it is now: its title, what is assembled, and whether a text is there. */
void copil_review_row_set (GtkListBoxRow *widget, const CopilReviewSection *section);

/* What the row is about; NULL for no row. */
const CopilReviewRow *copil_review_row_get (GtkListBoxRow *widget);

G_END_DECLS
