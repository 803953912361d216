/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The records linked with another one, each opened by a click or Enter. Hidden where there are
 * none. */
#define COPIL_TYPE_LINKS (copil_links_get_type ())
G_DECLARE_FINAL_TYPE (CopilLinks, copil_links, COPIL, LINKS, CopilPanel)

/* Says what stands below the title of that record. NULL or "" for nothing; free with g_free(). */
typedef char *(*CopilLinksBelow) (CopilStore *store, gint64 id);

/* Records of the kind, under that heading. "sql" is a query with the parameter ?1, the id of the
 * other record, that gives the linked one's id, title, status (NULL: none is shown) and whether it
 * is late. "follows" names the kinds whose changes concern it, with a space between; "below" may be
 * NULL. The kind and the query are kept, not copied. */
GtkWidget *copil_links_new (CopilSession *session, const char *heading, const char *kind,
                            const char *sql, const char *follows, CopilLinksBelow below);

/* Shows what is linked with that record; 0 for nothing. */
void copil_links_set_id (CopilLinks *links, gint64 id);

G_END_DECLS
