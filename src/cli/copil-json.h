/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text as a JSON string, "null" for NULL. */
void copil_json_append_string (GString *json, const char *text);

/* Appends « "name": "text" », after a comma where something stands before it. */
void copil_json_append_text (GString *json, const char *name, const char *text);

/* Appends « "name": number » in the same way. */
void copil_json_append_int (GString *json, const char *name, gint64 number);

/* Appends « "name": ["text", …] » in the same way; an array of strings. */
void copil_json_append_texts (GString *json, const char *name, GPtrArray *texts);

G_END_DECLS
