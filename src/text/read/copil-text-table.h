/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order the cells of a table are read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether each column of a table is one text with its first cell as title, as where a convention
 * sets "Engagements de l’académie" beside "Engagements de l’entreprise". Takes the rows, as string
 * arrays that end with NULL. */
gboolean copil_text_table_is_by_column (GPtrArray *rows);

G_END_DECLS
