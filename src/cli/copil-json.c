/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-json.h"

void
copil_json_append_string (GString *json, const char *text)
{
  if (!text)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (; *text; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if ((guchar)*text < 0x20 || *text == 0x7f)
      g_string_append_printf (json, "\\u%04x", (guint)(guchar)*text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

static void
append_name (GString *json, const char *name)
{
  char last = json->len ? json->str[json->len - 1] : '{';

  if (last != '{' && last != '[')
    g_string_append (json, ", ");
  copil_json_append_string (json, name);
  g_string_append (json, ": ");
}

void
copil_json_append_text (GString *json, const char *name, const char *text)
{
  append_name (json, name);
  copil_json_append_string (json, text);
}

void
copil_json_append_int (GString *json, const char *name, gint64 number)
{
  append_name (json, name);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, number);
}

void
copil_json_append_texts (GString *json, const char *name, GPtrArray *texts)
{
  append_name (json, name);
  g_string_append_c (json, '[');
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (json, i ? ", " : "");
      copil_json_append_string (json, texts->pdata[i]);
    }
  g_string_append_c (json, ']');
}
