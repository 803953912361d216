/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a .copil file from a readable script: make-example SCRIPT.sql LOCALE_FOLDER OUT.copil. Used
 * by the build. What the script says was validated is validated: its documents are kept, and what
 * was agreed is bound to the text as it is. No clock and no chance: the same script gives the same
 * file, which is why the file is made twice: once to see what the program makes of it, and once
 * with that in the script. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "copil-agreed.h"
#include "copil-publish-freeze.h"
#include "copil-publish-kept.h"
#include "copil-query.h"
#include "copil-record.h"

#define ID "%" G_GINT64_FORMAT

/* A value in SQL. */
static void
add_literal (GString *sql, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text ? text : "", "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  if (text)
    g_string_append_printf (sql, "'%s'", doubled);
  else
    g_string_append (sql, "NULL");
}

static void
add_bytes (GString *sql, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_string_append (sql, "x'");
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (sql, "%02x", data[i]);
  g_string_append (sql, "'");
}

/* The fingerprints of what counts. */
static void
add_fingerprints (GString *sql, CopilStore *store, const char *kind)
{
  g_autofree char *select = g_strdup_printf ("SELECT id, meeting FROM %s ORDER BY id", kind);
  g_autoptr (CopilQuery) query = copil_store_query (store, select, "");

  while (copil_query_next (query))
    {
      g_autofree char *now = copil_agreed_dup_fingerprint (store, kind, copil_query_int (query, 1));

      g_string_append_printf (sql, "UPDATE %s SET fingerprint = '%s' WHERE id = " ID ";\n", kind,
                              now, copil_query_int (query, 0));
    }
}

/* A record as an INSERT under another id, and belonging to another one by the field "owner" (NULL
 * for none): ids that the program makes tell the time. */
static void
add_record (GString *sql, CopilStore *store, const char *kind_name, gint64 id, gint64 number,
            const char *owner, gint64 owner_number)
{
  const CopilKind *kind = copil_kind_get (kind_name);
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);
  g_autoptr (GString) names = g_string_new ("id"), values = g_string_new (NULL);

  g_string_append_printf (values, ID, number);
  for (const CopilField *field = kind->fields; field->name; field++)
    {
      g_string_append_printf (names, ", %s", field->name);
      g_string_append (values, ", ");
      if (field->type == COPIL_FIELD_DATA)
        {
          g_autoptr (GBytes) bytes = copil_store_get_data (store, kind, id, field->name);
          add_bytes (values, bytes);
        }
      else if (g_strcmp0 (field->name, owner) == 0)
        g_string_append_printf (values, ID, owner_number);
      else
        add_literal (values, copil_record_get (record, field->name));
    }
  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (%s);\n", kind_name, names->str,
                          values->str);
}

/* What the program kept, under the ids 1, 2, 3 … */
static void
add_kept (GString *sql, CopilStore *store)
{
  g_autoptr (CopilQuery) versions =
      copil_store_query (store, "SELECT id, meeting FROM minutes_version ORDER BY meeting", "");
  gint64 n_versions = 0, n_documents = 0;

  while (copil_query_next (versions))
    {
      g_autoptr (CopilQuery) documents = copil_store_query (
          store, "SELECT id FROM minutes_document WHERE version = ?1 ORDER BY id", "i",
          copil_query_int (versions, 0));

      add_record (sql, store, "minutes_version", copil_query_int (versions, 0), ++n_versions, NULL,
                  0);
      while (copil_query_next (documents))
        add_record (sql, store, "minutes_document", copil_query_int (documents, 0), ++n_documents,
                    "version", n_versions);
      g_string_append_printf (sql,
                              "UPDATE validation SET version = " ID " WHERE meeting = " ID ";\n"
                              "UPDATE correction SET version = " ID " WHERE meeting = " ID ";\n",
                              n_versions, copil_query_int (versions, 1), n_versions,
                              copil_query_int (versions, 1));
    }
}

/* The day of the last validation, else that of the meeting. */
static char *
dup_day (CopilStore *store, gint64 meeting)
{
  return copil_store_query_dup_text (
      store,
      "SELECT coalesce ((SELECT max (date) FROM validation WHERE meeting = m.id), m.proposed,"
      " m.date) FROM meeting m WHERE m.id = ?1",
      "i", meeting);
}

static gboolean
keep_all (CopilStore *store, GError **error)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id FROM meeting WHERE minutes = 'validated' ORDER BY id", "");

  while (copil_query_next (query))
    {
      gint64 meeting = copil_query_int (query, 0);
      g_autofree char *day = dup_day (store, meeting);

      if (!copil_publish_freeze_script (store, meeting, day, error))
        return FALSE;
    }
  return TRUE;
}

/* The script with all that follows from it. */
static char *
complete (const char *script, const char *path, GError **error)
{
  g_autoptr (CopilStore) store = copil_store_create_from_script (path, script, error);
  g_autoptr (GString) sql = g_string_new (script);

  if (!store)
    return NULL;
  add_fingerprints (sql, store, "agreement");
  add_fingerprints (sql, store, "validation");
  if (!keep_all (store, error))
    return NULL;
  add_kept (sql, store);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
make (const char *script, const char *path, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".draft", NULL), *sql = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_remove (draft);
  g_remove (path);
  sql = complete (script, draft, error);
  g_remove (draft);
  if (!sql || !(store = copil_store_create_from_script (path, sql, error)))
    return FALSE;
  copil_store_check (store, faults);
  copil_publish_check (store, faults);
  if (faults->len > 0)
    g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED, "%s",
                 (const char *)faults->pdata[0]);
  return faults->len == 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;

  if (argc != 4)
    {
      g_printerr ("make-example SCRIPT.sql LOCALE_FOLDER OUT.copil\n");
      return 2;
    }
  /* The documents of the examples are in French, wherever they are made. */
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("COPIL_TODAY", "2024-03-15", TRUE);
  if (!setlocale (LC_ALL, "C.UTF-8"))
    setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[2]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (g_file_get_contents (argv[1], &script, NULL, &error) && make (script, argv[3], &error))
    return 0;
  g_printerr ("%s: %s\n", argv[1], error->message);
  g_remove (argv[3]);
  return 1;
}
