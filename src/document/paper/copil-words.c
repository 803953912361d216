/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-kind.h"
#include "copil-value.h"

const char *
copil_words_language (void)
{
  /* Translators: not a word: the BCP 47 tag of the language that you translate into, such as
   * "fr-FR" */
  return C_ ("language", "en-GB");
}

char *
copil_words_day (const char *date)
{
  static const char *const names[] = {
    NULL,          N_ ("Monday"),   N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"),
    N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday")
  };
  g_autofree char *full = copil_date_format_long (date);
  GDate day;

  if (!date || !copil_date_is_valid (date))
    return g_steal_pointer (&full);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)g_ascii_strtoull (date + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (date + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (date, NULL, 10));
  /* Translators: name of the day, then the date in full */
  return g_strdup_printf (C_ ("day", "%s %s"), _ (names[g_date_get_weekday (&day)]), full);
}

char *
copil_words_time (const char *time)
{
  g_auto (GStrv) parts = g_strsplit (time ? time : "", ":", 2);
  g_autofree char *hour = NULL;

  if (!parts[0] || !parts[1])
    return g_strdup (time ? time : "");
  hour = g_strdup_printf ("%d", (int)g_ascii_strtoll (parts[0], NULL, 10));
  if (g_str_equal (parts[1], "00"))
    /* Translators: a full hour: « 17 h » */
    return g_strdup_printf (C_ ("time", "%s:00"), hour);
  /* Translators: hour and minutes: « 14 h 30 » */
  return g_strdup_printf (C_ ("time", "%s:%s"), hour, parts[1]);
}

char *
copil_words_persons (guint n)
{
  static const char *const words[] = { NULL,
                                       NC_ ("number of persons", "one"),
                                       NC_ ("number of persons", "two"),
                                       NC_ ("number of persons", "three"),
                                       NC_ ("number of persons", "four"),
                                       NC_ ("number of persons", "five"),
                                       NC_ ("number of persons", "six"),
                                       NC_ ("number of persons", "seven"),
                                       NC_ ("number of persons", "eight"),
                                       NC_ ("number of persons", "nine"),
                                       NC_ ("number of persons", "ten"),
                                       NC_ ("number of persons", "eleven"),
                                       NC_ ("number of persons", "twelve"),
                                       NC_ ("number of persons", "thirteen"),
                                       NC_ ("number of persons", "fourteen"),
                                       NC_ ("number of persons", "fifteen"),
                                       NC_ ("number of persons", "sixteen"),
                                       NC_ ("number of persons", "seventeen"),
                                       NC_ ("number of persons", "eighteen"),
                                       NC_ ("number of persons", "nineteen"),
                                       NC_ ("number of persons", "twenty") };

  if (n == 0 || n >= G_N_ELEMENTS (words))
    return copil_words_number (n);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number of persons", words[n]));
}

char *
copil_words_number (guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        /* Translators: what separates thousands, a narrow no-break space in French */
        g_string_append (text, C_ ("thousands", ","));
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
change_first (char *text, gunichar (*change) (gunichar))
{
  GString *changed;

  if (!text || !*text)
    return text;
  changed = g_string_new (NULL);
  g_string_append_unichar (changed, change (g_utf8_get_char (text)));
  g_string_append (changed, g_utf8_next_char (text));
  g_free (text);
  return g_string_free (changed, FALSE);
}

char *
copil_words_capital (char *text)
{
  return change_first (text, g_unichar_toupper);
}

char *
copil_words_small (char *text)
{
  gunichar second = text && *text ? g_utf8_get_char (g_utf8_next_char (text)) : 0;

  return g_unichar_islower (second) ? change_first (text, g_unichar_tolower) : text;
}

char *
copil_words_list (GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 < words->len ? C_ ("list", ", ") : C_ ("list", " and "));
      g_string_append (text, words->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
copil_words_person (const char *civility, const char *name)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("person"), "civility");

  if (!name)
    return NULL;
  if (!civility || !*civility)
    return g_strdup (name);
  return g_strdup_printf ("%s\u00a0%s", copil_field_get_option_label (field, civility), name);
}

char *
copil_words_axis (const char *label)
{
  if (!label || !*label)
    return NULL;
  if (!g_ascii_isdigit (*label) && strlen (label) > 3)
    return g_strdup (label);
  return g_strdup_printf (_ ("Axis %s"), label);
}

char *
copil_words_labelled (const char *label, const char *title)
{
  if (label && *label && title && *title)
    return g_strdup_printf ("%s\u00a0%s", label, title);
  if (title && *title)
    return g_strdup (title);
  return label && *label ? g_strdup (label) : NULL;
}

char *
copil_words_cut (const char *text, guint most)
{
  g_autofree char *line = g_strdelimit (g_strdup (text ? text : ""), "\n\t", ' ');
  g_autofree char *cut = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= (glong)most)
    return g_steal_pointer (&line);
  cut = g_utf8_substring (line, 0, most);
  space = strrchr (cut, ' ');
  if (space && space > cut + strlen (cut) / 2)
    *space = '\0';
  return g_strconcat (cut, "…", NULL);
}

char *
copil_words_charge (const char *parts)
{
  g_auto (GStrv) names = parts ? g_strsplit (parts, "\n", -1) : NULL;

  for (guint i = 0; names && names[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (names[i], "\t", 2);

      if (!words[0] || !words[1])
        continue;
      g_free (names[i]);
      names[i] = copil_words_person (*words[0] ? words[0] : NULL, words[1]);
    }
  return names && *names ? g_strjoinv (", ", names) : NULL;
}
