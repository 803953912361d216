/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CopilOdfRule: what the strict schema of ODF 1.3 allows in one element of a text document's
 * styles. The rules come from template-rules.txt. They and what is read from them live as long as
 * the program; any thread may read them. */
typedef struct _CopilOdfRule CopilOdfRule;

/* The rule of an element ("style:style"); NULL where it is none of those that are kept. */
const CopilOdfRule *copil_odf_rule_get (const char *element);

/* Whether the element may hold text, and an element `child`. */
gboolean copil_odf_rule_has_text (const CopilOdfRule *rule);
gboolean copil_odf_rule_has_child (const CopilOdfRule *rule, const char *child);

/* Whether the attribute may be there with that value. */
gboolean copil_odf_rule_allows (const CopilOdfRule *rule, const char *attribute, const char *value);

/* The attributes that must be there, NULL-terminated. */
const char *const *copil_odf_rule_get_required (const CopilOdfRule *rule);

G_END_DECLS
