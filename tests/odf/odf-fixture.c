/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf-fixture.h"
#include "../support/scratch.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <zip.h>

char *
odf_fixture_folder (void)
{
  return scratch_folder_new ();
}

void
odf_fixture_end (const char *folder, const char *kept)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_assert_cmpstr (name, ==, kept);
    }
  scratch_folder_remove (folder);
}

char *
odf_fixture_part (const char *path, const char *name)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t status;
  zip_file_t *file;
  char *text = NULL;

  g_assert_nonnull (zip);
  file = zip_fopen (zip, name, 0);
  if (file)
    {
      g_assert_cmpint (zip_stat (zip, name, 0, &status), ==, 0);
      text = g_malloc0 (status.size + 1);
      g_assert_cmpint (zip_fread (file, text, status.size), ==, (gint64)status.size);
      zip_fclose (file);
    }
  zip_discard (zip);
  return text;
}

void
odf_fixture_limit_files (gsize bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes ? bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}
