/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a file that may be anything: nothing in it is believed before it was checked. */
#include "copil-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copil-store-resources.h"

#define HEADER_SIZE 100
/* The longest values are entries of the journal: the deletion of joined documents of 25 MB each. */
#define LONGEST_VALUE (256 * 1024 * 1024)

static guint32
read_number (const guint8 *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static gboolean
set_errno_error (GError **error, int number)
{
  if (number == ENOENT)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING,
                         _ ("There is no such file."));
  else if (number == ELOOP || number == ENXIO)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NOT_REGULAR,
                         _ ("This is not an ordinary file."));
  else if (number == EACCES || number == EPERM)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY,
                         _ ("You may not read this file."));
  else
    g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                 _ ("The file cannot be read: %s."), g_strerror (number));
  return FALSE;
}

static gboolean
corrupt (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                       _ ("The file is damaged: it was cut short or altered."));
  return FALSE;
}

gboolean
copil_store_fail_too_large (GError **error, gint64 size)
{
  g_autofree char *is = g_format_size ((guint64)size);
  g_autofree char *may = g_format_size (COPIL_STORE_LARGEST);

  /* Translators: two sizes, such as “5.4 GB” */
  g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
               _ ("This file is of %s: Copil opens files of up to %s."), is, may);
  return FALSE;
}

/* Whether all pages are there that the header speaks of: SQLite takes what is missing at the end as
 * zeros. A log beside the file may hold them. */
static gboolean
is_cut_short (const char *path, const guint8 *header, off_t size)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint32 page = (guint32)header[16] << 8 | header[17], n_pages = read_number (header + 28);

  if (page == 1)
    page = 65536;
  return size < (off_t)page * n_pages && !g_file_test (log, G_FILE_TEST_EXISTS);
}

gboolean
copil_store_probe (const char *path, int *version, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat about;
  ssize_t got;
  int fd;

  /* O_NONBLOCK: a pipe without a writer must not hang us. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return set_errno_error (error, errno);
  if (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode))
    {
      close (fd);
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NOT_REGULAR,
                           S_ISDIR (about.st_mode) ? _ ("This is a folder, not a Copil file.")
                                                   : _ ("This is not an ordinary file."));
      return FALSE;
    }
  if (about.st_size > COPIL_STORE_LARGEST)
    {
      close (fd);
      return copil_store_fail_too_large (error, about.st_size);
    }
  got = read (fd, header, sizeof header);
  if (got < 0)
    {
      int number = errno;
      close (fd);
      return set_errno_error (error, number);
    }
  close (fd);
  if (got < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN,
                           got == 0 ? _ ("The file is empty: it is not a Copil file.")
                                    : _ ("This is not a Copil file."));
      return FALSE;
    }
  if (read_number (header + 68) != COPIL_STORE_APPLICATION_ID)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN,
                           _ ("This file belongs to another program."));
      return FALSE;
    }
  if (is_cut_short (path, header, about.st_size))
    return corrupt (error);
  if (version)
    *version = (int)read_number (header + 60);
  return TRUE;
}

char *
copil_open_dup_uri (const char *path, gboolean immutable)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_bytes ((const guint8 *)absolute, strlen (absolute),
                                                 G_URI_RESERVED_CHARS_ALLOWED_IN_PATH);
  return g_strconcat ("file:", escaped, immutable ? "?immutable=1" : NULL, NULL);
}

/* What every connection is held to: no file is trusted. */
static void
configure (sqlite3 *db)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, 5000);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -2000;",
                NULL, NULL, NULL);
  copil_functions_register (db);
}

sqlite3 *
copil_open_connection (const char *path, int flags, GError **error)
{
  gboolean immutable = flags == COPIL_OPEN_IMMUTABLE;
  g_autofree char *uri = copil_open_dup_uri (path, immutable);
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (uri, &db,
                              (immutable ? SQLITE_OPEN_READONLY : flags) | SQLITE_OPEN_URI |
                                  SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                              NULL);

  if (code != SQLITE_OK)
    {
      copil_store_set_sqlite_error (error, db, code);
      sqlite3_close_v2 (db);
      return NULL;
    }
  configure (db);
  return db;
}

/* A file of an older form is read as one of ours: from a private copy that is brought up to date
 * and vanishes with its connection. The file itself stays as it is. */
sqlite3 *
copil_open_migrated (sqlite3 *from, int version, GError **error)
{
  sqlite3 *db = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open_v2 ("", &db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                                  SQLITE_OPEN_PRIVATECACHE,
                              NULL);

  if (code == SQLITE_OK && (backup = sqlite3_backup_init (db, "main", from, "main")))
    {
      code = sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  if (!backup || code != SQLITE_DONE)
    copil_store_set_sqlite_error (error, db, code == SQLITE_OK ? sqlite3_errcode (db) : code);
  else
    {
      configure (db);
      if (copil_open_migrate (db, version, error))
        return db;
    }
  sqlite3_close_v2 (db);
  return NULL;
}

static GBytes *
read_step (int version)
{
  g_autofree char *name = g_strdup_printf ("/fr/copil/store/schema-%d.sql", version);
  GResource *resource = copil_store_get_resource ();
  return g_resource_lookup_data (resource, name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The whole schema as SQLite keeps it, in one text. */
static char *
read_schema (sqlite3 *db)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  int code =
      sqlite3_prepare_v2 (db,
                          "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema"
                          " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
                          -1, &statement, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int column = 0; column < 4; column++)
        {
          const char *value = (const char *)sqlite3_column_text (statement, column);
          g_string_append_printf (text, "%s\x1f", value ? value : "");
        }
      g_string_append_c (text, '\n');
      code = SQLITE_OK;
    }
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gboolean
copil_open_migrate (sqlite3 *db, int from, GError **error)
{
  int code = SQLITE_OK;

  for (int version = from + 1; version <= COPIL_STORE_VERSION; version++)
    {
      g_autoptr (GBytes) step = read_step (version);
      g_autofree char *sql = g_strdup_printf (
          "BEGIN IMMEDIATE; %s; PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
          (const char *)g_bytes_get_data (step, NULL), COPIL_STORE_APPLICATION_ID, version);
      code = sqlite3_exec (db, sql, NULL, NULL, NULL);
      if (code != SQLITE_OK)
        {
          copil_store_set_sqlite_error (error, db, code);
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
  return TRUE;
}

static char *
expected_schema (int version)
{
  sqlite3 *db = NULL;
  char *schema = NULL;

  if (sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    {
      for (int step = 1; step <= version; step++)
        {
          g_autoptr (GBytes) sql = read_step (step);
          sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL);
        }
      schema = read_schema (db);
    }
  sqlite3_close (db);
  return schema;
}

gboolean
copil_open_knows_columns (sqlite3 *db)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        gboolean link = field->type == COPIL_FIELD_REFERENCES;
        g_autofree char *sql = g_strdup_printf (
            "SELECT \"%s\", \"%s\" FROM \"%s\"", link ? (*kind)->name : "id",
            link ? field->target : field->name, link ? field->link : (*kind)->name);
        sqlite3_stmt *statement = NULL;
        int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

        sqlite3_finalize (statement);
        if (code != SQLITE_OK)
          return FALSE;
      }
  return TRUE;
}

gboolean
copil_open_check (sqlite3 *db, int *version, GError **error)
{
  g_autofree char *schema = read_schema (db);
  g_autofree char *expected = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean sound = FALSE;

  *version = -1;
  if (!schema)
    return corrupt (error);
  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    *version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  if (*version < 1)
    return corrupt (error);

  /* A newer form cannot be compared with what we know; it is only ever read. */
  if (*version <= COPIL_STORE_VERSION)
    {
      expected = expected_schema (*version);
      if (g_strcmp0 (schema, expected) != 0)
        {
          g_set_error_literal (
              error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
              _ ("The file’s structure is not Copil’s: it was altered by another program."));
          return FALSE;
        }
    }

  statement = NULL;
  if (sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    sound = g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return sound ? TRUE : corrupt (error);
}
