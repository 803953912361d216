/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share: options, errors, output. */
#include "copil-verb.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "copil-query.h"

#define COLUMNS 80

/* So much of what is printed is held in memory; what is more, in a file without a name. */
#define MOST_HELD (1 << 20)

/* Nothing goes out before all of it is known to be right; see copil_verb_finish(). */
static GString *held;
static FILE *spool;
static gboolean spoiled; /* something could not be kept */
/* What was opened for reading, and its name; NULL for nothing. */
static CopilStore *opened;
static char *opened_name;

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

void
copil_verb_warn (const char *file, const char *message)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *line = g_strdup_printf ("copil: %s: %s", name, message);

  print_error_line (line);
}

int
copil_verb_fail (const char *file, const char *message)
{
  copil_verb_warn (file, message);
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
  g_set_object (&opened, store);
  g_free (opened_name);
  opened_name = g_strdup (file);
  return store;
}

void
copil_verb_close (void)
{
  g_clear_object (&opened);
  g_clear_pointer (&opened_name, g_free);
  g_clear_pointer (&spool, fclose);
  if (held)
    g_string_free (g_steal_pointer (&held), TRUE);
}

void
copil_verb_print (const char *text)
{
  if (!held)
    held = g_string_new (NULL);
  g_string_append (held, text);
  if (held->len < MOST_HELD)
    return;
  if (!spool)
    spool = tmpfile ();
  if (!spool)
    return;
  spoiled = fwrite (held->str, 1, held->len, spool) != held->len || spoiled;
  g_string_truncate (held, 0);
}

void
copil_verb_printf (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  copil_verb_print (text);
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
  copil_verb_print (first);
  for (guint i = 0; words[i]; i++)
    {
      guint width = get_width (words[i]);

      if (!*words[i])
        continue;
      if (begun && column + 1 + width > COLUMNS)
        {
          copil_verb_printf ("\n%*s", (int)hang, "");
          column = hang;
        }
      else if (begun)
        {
          copil_verb_print (" ");
          column++;
        }
      copil_verb_print (words[i]);
      column += width;
      begun = TRUE;
    }
  copil_verb_print ("\n");
}

/* What was put into the spool. */
static gboolean
print_spool (void)
{
  g_autofree char *block = g_malloc (MOST_HELD);
  gsize size;

  if (fflush (spool) != 0 || fseek (spool, 0, SEEK_SET) != 0)
    return FALSE;
  while ((size = fread (block, 1, MOST_HELD, spool)) > 0)
    if (fwrite (block, 1, size, stdout) != size)
      return FALSE;
  return !ferror (spool);
}

int
copil_verb_print_out (void)
{
  gboolean whole = !spoiled && (!spool || print_spool ());

  if (whole && held)
    whole = fwrite (held->str, 1, held->len, stdout) == held->len;
  if (held)
    g_string_truncate (held, 0);
  if (whole && fflush (stdout) == 0 && !ferror (stdout))
    return COPIL_EXIT_OK;
  return copil_verb_fail (_ ("standard output"), g_strerror (errno));
}

int
copil_verb_finish (void)
{
  g_autoptr (GError) error = NULL;

  if (opened && !copil_store_finish_reading (opened, 0, &error))
    return copil_verb_fail (opened_name, error->message);
  return copil_verb_print_out ();
}
