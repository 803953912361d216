/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copil-query.h"

typedef struct
{
  CopilPublishFunc func;
  gpointer data;
  const char *path; /* beside the one that is meant */
} Making;

static gboolean
make_cb (CopilStore *store, gpointer data, GError **error)
{
  Making *making = data;

  return making->func (store, making->path, making->data, error);
}

static gboolean
fail_errno (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (number), _ ("Cannot write “%s”: %s"),
               shown, g_strerror (number));
  return FALSE;
}

/* The file that the path means, and the mode it has; -1 where there is none yet. */
static char *
resolve (const char *path, int *mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat about;

  *mode = -1;
  if (stat (path, &about) == 0)
    {
      char *real, *copy;

      if (!S_ISREG (about.st_mode))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                               S_ISDIR (about.st_mode) ? _ ("There is a folder of that name.")
                                                       : _ ("This is not an ordinary file."));
          return NULL;
        }
      *mode = (int)(about.st_mode & 07777);
      real = realpath (path, NULL);
      copy = g_strdup (real ? real : path);
      free (real);
      return copy;
    }
  if (g_access (folder, W_OK | X_OK) < 0)
    {
      fail_errno (path, errno, error);
      return NULL;
    }
  return g_strdup (path);
}

/* A name beside the path that nothing has; with its ending, which the makers look at. */
static char *
name_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *base = g_path_get_basename (path);
  const char *ending = strrchr (base, '.');
  g_autofree char *mark = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".copil-%.8s%s", mark, ending ? ending : "");

  return g_build_filename (folder, name, NULL);
}

gboolean
copil_publish_file (CopilStore *store, const char *path, CopilPublishFunc func, gpointer data,
                    GError **error)
{
  int mode;
  g_autofree char *target = resolve (path, &mode, error);
  g_autofree char *beside = target ? name_beside (target) : NULL;
  Making making = { func, data, beside };
  gboolean done;

  if (!target)
    return FALSE;
  done = copil_store_read (store, make_cb, &making, error);
  if (done && ((mode >= 0 && g_chmod (beside, mode) != 0) || g_rename (beside, target) != 0))
    done = fail_errno (path, errno, error);
  if (!done)
    g_unlink (beside);
  return done;
}
