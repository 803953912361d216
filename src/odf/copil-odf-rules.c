/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-rules.h"

#include <string.h>

#include "copil-odf-resources.h"

/* No value that is kept is longer; what is could only keep the expressions busy. */
#define LONGEST_VALUE 20000

struct _CopilOdfRule
{
  gboolean text;
  GHashTable *children;   /* set */
  GHashTable *attributes; /* name to GRegex */
  GPtrArray *required;
};

static GRegex *
read_value (const char *expression)
{
  g_autofree char *whole = g_strconcat ("\\A(?:", expression, ")\\z", NULL);
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (whole, G_REGEX_OPTIMIZE, 0, &error);

  if (!regex)
    g_critical ("%s", error->message);
  return regex;
}

static CopilOdfRule *
read_element (char **words, GPtrArray *values)
{
  CopilOdfRule *rule = g_new0 (CopilOdfRule, 1);
  guint i = 3;

  rule->text = !strcmp (words[2], "t");
  rule->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rule->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rule->required = g_ptr_array_new ();
  for (; words[i] && strcmp (words[i], "|") != 0; i++)
    if (*words[i])
      g_hash_table_add (rule->children, g_strdup (words[i]));
  for (i++; words[i - 1] && words[i]; i++)
    {
      char *equals = strchr (words[i], '=');
      guint64 number = equals ? g_ascii_strtoull (equals + 1, NULL, 10) : G_MAXUINT64;

      if (number >= values->len)
        continue;
      *equals = 0;
      g_hash_table_insert (rule->attributes, g_strdup (words[i]), values->pdata[number]);
      if (strchr (equals + 1, '!'))
        g_ptr_array_add (rule->required, (gpointer)g_intern_string (words[i]));
    }
  g_ptr_array_add (rule->required, NULL);
  return rule;
}

static GHashTable *
read_rules (void)
{
  GHashTable *rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (copil_odf_get_resource (), "/fr/copil/odf/template-rules.txt",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      if (g_str_has_prefix (lines[i], "v "))
        g_ptr_array_add (values, read_value (strchr (lines[i] + 2, ' ') + 1));
      else if (g_str_has_prefix (lines[i], "e "))
        {
          g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

          g_hash_table_insert (rules, g_strdup (words[1]), read_element (words, values));
        }
    }
  return rules;
}

const CopilOdfRule *
copil_odf_rule_get (const char *element)
{
  static GHashTable *rules;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, read_rules ());
  return g_hash_table_lookup (rules, element);
}

gboolean
copil_odf_rule_has_text (const CopilOdfRule *rule)
{
  return rule->text;
}

gboolean
copil_odf_rule_has_child (const CopilOdfRule *rule, const char *child)
{
  return g_hash_table_contains (rule->children, child);
}

gboolean
copil_odf_rule_allows (const CopilOdfRule *rule, const char *attribute, const char *value)
{
  GRegex *regex = g_hash_table_lookup (rule->attributes, attribute);

  return regex && strlen (value) <= LONGEST_VALUE && g_regex_match (regex, value, 0, NULL);
}

const char *const *
copil_odf_rule_get_required (const CopilOdfRule *rule)
{
  return (const char *const *)rule->required->pdata;
}
