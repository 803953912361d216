/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits a file without end, and writes the number of each edit once it is committed. To be killed
 * by test-crash. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-query.h"
#include "copil-record.h"

#define N_ENGAGEMENTS 7

typedef struct
{
  CopilStore *store;
  gint64 engagement[N_ENGAGEMENTS];
  int number;
} Writer;

static gboolean
edit_cb (gpointer data)
{
  Writer *writer = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = g_strdup_printf ("%d", ++writer->number);
  g_autofree char *name = g_strdup_printf ("edit %d", writer->number);
  g_autofree char *line = g_strconcat (value, "\n", NULL);
  gsize length = strlen (line);

  if (!copil_store_begin (writer->store, name, &error) ||
      !copil_store_set (writer->store, copil_kind_get ("engagement"),
                        writer->engagement[writer->number % N_ENGAGEMENTS], "note", value,
                        &error) ||
      !copil_store_commit (writer->store, &error))
    g_error ("%s", error->message);
  if (write (STDOUT_FILENO, line, length) != (gssize)length)
    _exit (1);
  return G_SOURCE_CONTINUE;
}

static void
failed_cb (CopilFile *file, const char *sentence)
{
  g_error ("%s", sentence);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) location = g_file_new_for_path (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilQuery) query = NULL;
  CopilFile *file = copil_file_open (location, NULL, &error);
  Writer writer = { 0 };

  if (!file)
    g_error ("%s", error->message);
  writer.store = copil_file_get_store (file);
  query = copil_store_query (writer.store, "SELECT id FROM engagement ORDER BY id", NULL);
  for (int i = 0; i < N_ENGAGEMENTS && copil_query_next (query); i++)
    writer.engagement[i] = copil_query_int (query, 0);
  g_clear_pointer (&query, copil_query_free);
  writer.number = (int)copil_store_query_int (
      writer.store,
      "SELECT max (cast (substr (name, 6) AS INTEGER)) FROM journal WHERE name LIKE 'edit %'",
      NULL);
  g_signal_connect (file, "failed", G_CALLBACK (failed_cb), NULL);
  copil_file_set_autosave_delay (file, 1);
  g_timeout_add (2, edit_cb, &writer);
  g_main_loop_run (loop);
  return 0;
}
