/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* CopilPublication: a document or a spreadsheet, by its properties. */
#define COPIL_TYPE_PUBLICATION (copil_publication_get_type ())
G_DECLARE_DERIVABLE_TYPE (CopilPublication, copil_publication, COPIL, PUBLICATION, GObject)

struct _CopilPublicationClass
{
  GObjectClass parent_class;
};

/* One of that type. `title` must not be empty; `language` is a BCP 47 tag such as "fr-FR". */
gpointer copil_publication_new (GType type, const char *title, const char *language);
const char *copil_publication_get_title (CopilPublication *publication);
const char *copil_publication_get_language (CopilPublication *publication);

/* Subject, author and date ("YYYY-MM-DD" or "YYYY-MM-DDThh:mm:ss") for the file's properties. NULL
 * for none: the clock is never read. */
void copil_publication_set_subject (CopilPublication *publication, const char *subject);
const char *copil_publication_get_subject (CopilPublication *publication);
void copil_publication_set_author (CopilPublication *publication, const char *author);
const char *copil_publication_get_author (CopilPublication *publication);
void copil_publication_set_date (CopilPublication *publication, const char *date);
const char *copil_publication_get_date (CopilPublication *publication);

G_END_DECLS
