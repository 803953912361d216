/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share: options, errors, output. */
#include "copil-verb.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define COLUMNS 80

/* One line of plain text, whatever a file's name or another program's message holds. */
static void
print_error_line (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);

  for (char *p = valid; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  fprintf (stderr, "%s\n", valid);
}

int
copil_verb_fail (const char *file, const char *message)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *line = g_strdup_printf ("copil: %s: %s", name, message);

  print_error_line (line);
  return COPIL_EXIT_FAILED;
}

int
copil_verb_wrong_call (const CopilVerb *verb, const char *format, ...)
{
  g_autofree char *problem = NULL, *command = NULL, *line = NULL;
  va_list args;

  va_start (args, format);
  problem = g_strdup_vprintf (format, args);
  va_end (args);
  command = verb ? g_strdup_printf ("copil %s --help", verb->name) : g_strdup ("copil --help");
  /* Translators: what is wrong with a command, then the command that prints help */
  line = g_strdup_printf (_ ("copil: %s (see “%s”)"), problem, command);
  print_error_line (line);
  return COPIL_EXIT_WRONG_CALL;
}

gboolean
copil_verb_parse (const CopilVerb *verb, const GOptionEntry *entries, int n, int *argc,
                  char ***argv)
{
  static const GOptionEntry none[] = { { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries ? entries : none, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      copil_verb_wrong_call (verb, "%s", error->message);
      return FALSE;
    }
  /* GOption leaves the "--" that ends the options where something follows that looks like one. */
  for (int i = 1; i < *argc; i++)
    if (g_str_equal ((*argv)[i], "--"))
      {
        memmove (*argv + i, *argv + i + 1, sizeof (char *) * (gsize)(*argc - i));
        (*argc)--;
        break;
      }
  if (*argc - 1 < n)
    copil_verb_wrong_call (verb, _ ("something is missing: copil %s %s"), verb->name,
                           verb->synopsis);
  else if (*argc - 1 > n)
    copil_verb_wrong_call (verb, _ ("“%s” is one too many: copil %s %s"), (*argv)[n + 1],
                           verb->name, verb->synopsis);
  return *argc - 1 == n;
}

CopilStore *
copil_verb_open (const char *file)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_open (file, COPIL_STORE_READ_ONLY, &error);

  if (!store)
    copil_verb_fail (file, error->message);
  return store;
}

void
copil_verb_print (const char *text)
{
  fputs (text, stdout);
}

void
copil_verb_printf (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
copil_verb_print_wrapped (const char *first, guint hang, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) words = NULL;
  guint column = get_width (first);
  gboolean begun = FALSE;

  for (char *p = valid; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  words = g_strsplit (valid, " ", -1);
  fputs (first, stdout);
  for (guint i = 0; words[i]; i++)
    {
      guint width = get_width (words[i]);

      if (!*words[i])
        continue;
      if (begun && column + 1 + width > COLUMNS)
        {
          printf ("\n%*s", (int)hang, "");
          column = hang;
        }
      else if (begun)
        {
          putchar (' ');
          column++;
        }
      fputs (words[i], stdout);
      column += width;
      begun = TRUE;
    }
  putchar ('\n');
}

int
copil_verb_finish (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return COPIL_EXIT_OK;
  return copil_verb_fail (_ ("standard output"), g_strerror (errno));
}
