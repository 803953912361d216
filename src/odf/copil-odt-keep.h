/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-archive.h"

G_BEGIN_DECLS

/* A picture of a model: where it lies in the model, and in our documents. */
typedef struct
{
  char *source;
  char *name; /* NULL where it is of a kind that is not kept */
  const char *media_type;
  GBytes *bytes;
} CopilOdtPicture;

void copil_odt_picture_free (gpointer picture);

/* Returns a new document of styles with what the strict schema allows of those in `source`: fonts,
 * named styles, and the page `first` (NULL: the usual one) with those that follow it, whose headers
 * and footers are kept with what they need. The first page's name is "Standard" then. The pictures
 * (CopilOdtPicture) are added to `pictures`. Fails with COPIL_ODT_TEMPLATE_ERROR. */
xmlDocPtr copil_odt_keep (CopilOdfArchive *archive, xmlDocPtr source, const char *first,
                          GPtrArray *pictures, GError **error);

/* The prefix and name of an element or attribute of OpenDocument ("style:style") in `name`; FALSE
 * where it is of no vocabulary that is kept. */
gboolean copil_odt_name (const xmlNs *ns, const xmlChar *local, char name[64]);

/* Is it that element? */
gboolean copil_odt_is (xmlNodePtr node, const char *name);

/* The first child element of that name, or NULL. */
xmlNodePtr copil_odt_child (xmlNodePtr node, const char *name);

/* An attribute's value, by its name with its prefix; NULL where there is none. */
char *copil_odt_get (xmlNodePtr node, const char *name);

/* Sets an attribute; the vocabulary must be declared. NULL takes it away. */
void copil_odt_set (xmlNodePtr node, const char *name, const char *value);

/* A new element in `parent`, of a vocabulary that is declared. */
xmlNodePtr copil_odt_add (xmlNodePtr parent, const char *name);

/* A new document of styles without any. */
xmlDocPtr copil_odt_new_styles (void);

G_END_DECLS
