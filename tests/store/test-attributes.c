/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read a user's file stays who may: the saved file, the copies put beside it and the file
 * that comes back have its mode, access list and extended attributes; a hard link is said. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-record.h"
#include "copil-replace.h"
#include "state-folder.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder, *path;
  GFile *location;
  CopilFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  state_folder_clear ();
  umask (022);
  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.copil", NULL);
  fixture->location = g_file_new_for_path (fixture->path);
  fixture->file = copil_file_create (fixture->location, "Convention d’essai", FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{

  g_clear_object (&fixture->file);
  scratch_folder_remove (fixture->folder);
  g_object_unref (fixture->location);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
change (Fixture *fixture, const char *title)
{
  CopilStore *store = copil_file_get_store (fixture->file);
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (store, "edit", &error));
  g_assert_cmpint (copil_store_insert (store, copil_kind_get ("axis"), &error, "label", "1",
                                       "title", title, NULL),
                   !=, 0);
  g_assert_true (copil_store_commit (store, &error));
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  change (fixture, "Axe");
  g_assert_true (copil_file_save (fixture->file, NULL, &error));
  g_assert_no_error (error);
}

static guint
get_mode (const char *path)
{
  struct stat about;

  g_assert_cmpint (stat (path, &about), ==, 0);
  return about.st_mode & 07777;
}

/* The only file beside the user's, which goes. */
static guint
take_mode_beside (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint mode = 0;

  while ((name = g_dir_read_name (dir)))
    if (!g_str_equal (name, "a.copil"))
      {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_assert_cmpuint (mode, ==, 0);
        mode = get_mode (path);
        g_unlink (path);
      }
  return mode;
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0664, 0604, 0400 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      if (modes[i] == 0400 && geteuid () != 0)
        continue; /* not to be written, but by root */
      g_assert_cmpint (g_chmod (fixture->path, (int)modes[i]), ==, 0);
      save (fixture);
      g_assert_cmpuint (get_mode (fixture->path), ==, modes[i]);
    }
}

/* What is put beside the file is not for more eyes than the file. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  save (fixture);
  change (fixture, "Autre axe");
  g_assert_true (g_file_set_contents (fixture->path, "nothing of ours", -1, &error));
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_true (copil_file_save (fixture->file, NULL, &error));
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (take_mode_beside (fixture), ==, 0600);
}

/* A file that went comes back as it was, in this session and after a crash. */
static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  save (fixture);
  g_unlink (fixture->path);
  save (fixture);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);

  change (fixture, "Non enregistré");
  g_clear_object (&fixture->file);
  g_unlink (fixture->path);
  fixture->file = copil_file_open (fixture->location, NULL, &error);
  g_assert_no_error (error);
  save (fixture);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
}

static char *
say_list (const char *path)
{
  g_autofree char *command = g_strdup_printf ("getfacl -cpn '%s'", path);
  char *said = NULL;
  int status = 1;

  if (!g_spawn_command_line_sync (command, &said, NULL, &status, NULL) || status != 0)
    g_clear_pointer (&said, g_free);
  return said;
}

static gboolean
set_list (const char *path, const char *list)
{
  g_autofree char *command = g_strdup_printf ("setfacl %s '%s'", list, path);
  int status = 1;

  return g_spawn_command_line_sync (command, NULL, NULL, &status, NULL) && status == 0;
}

/* The group's part of the mode is the list's mask: without the list it would be the group's own. */
static void
test_access_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *plain = NULL;

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  if (!set_list (fixture->path, "-m u:65534:rw,g::---"))
    {
      g_test_skip ("no setfacl, or a file system without access lists");
      return;
    }
  before = say_list (fixture->path);
  g_assert_nonnull (strstr (before, "user:65534:rw-"));
  g_assert_nonnull (strstr (before, "group::---"));
  save (fixture);
  after = say_list (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_unlink (fixture->path);
  save (fixture);
  g_free (after);
  after = say_list (fixture->path);
  g_assert_cmpstr (after, ==, before);

  /* and a file without one gets none from its folder */
  g_assert_true (set_list (fixture->path, "-b"));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (set_list (fixture->folder, "-d -m u:65534:rwx"));
  g_free (before);
  before = say_list (fixture->path);
  save (fixture);
  plain = say_list (fixture->path);
  g_assert_cmpstr (plain, ==, before);
}

static void
test_extended (Fixture *fixture, gconstpointer data)
{
  char value[16] = { 0 };

  if (setxattr (fixture->path, "user.copil.test", "a b:c%", 6, 0) != 0)
    {
      g_test_skip ("a file system without extended attributes");
      return;
    }
  save (fixture);
  g_assert_cmpint ((int)getxattr (fixture->path, "user.copil.test", value, sizeof value), ==, 6);
  g_assert_cmpstr (value, ==, "a b:c%");
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  struct stat about;

  if (geteuid () != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }
  g_assert_cmpint (chown (fixture->path, 65534, 65534), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0660), ==, 0);
  save (fixture);
  g_assert_cmpint (stat (fixture->path, &about), ==, 0);
  g_assert_cmpuint (about.st_uid, ==, 65534);
  g_assert_cmpuint (about.st_gid, ==, 65534);
  g_assert_cmpuint (about.st_mode & 07777, ==, 0660);
}

static gboolean
says_link (CopilFile *file)
{
  g_auto (GStrv) notices = copil_file_dup_notices (file);

  for (guint i = 0; notices[i]; i++)
    if (strstr (notices[i], "another name"))
      return TRUE;
  return FALSE;
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.copil", NULL);
  g_autoptr (GError) error = NULL;
  struct stat one, two;

  g_assert_true (copil_file_close (fixture->file, NULL, &error));
  g_clear_object (&fixture->file);
  fixture->file = copil_file_open (fixture->location, NULL, &error);
  g_assert_false (says_link (fixture->file));
  g_assert_true (copil_file_close (fixture->file, NULL, &error));
  g_clear_object (&fixture->file);

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  fixture->file = copil_file_open (fixture->location, NULL, &error);
  g_assert_no_error (error);
  /* before anything is replaced */
  g_assert_true (says_link (fixture->file));
  g_assert_cmpint (stat (fixture->path, &one), ==, 0);
  g_assert_cmpint (stat (other, &two), ==, 0);
  g_assert_cmpuint (one.st_ino, ==, two.st_ino);
  save (fixture);
  g_assert_cmpint (stat (fixture->path, &one), ==, 0);
  g_assert_cmpuint (one.st_nlink, ==, 1);
}

int
main (int argc, char **argv)
{
  int code;

  state_folder_make ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/attributes/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("mode", test_mode);
  ADD ("beside", test_beside);
  ADD ("vanished", test_vanished);
  ADD ("access-list", test_access_list);
  ADD ("extended", test_extended);
  ADD ("group", test_group);
  ADD ("hard-link", test_hard_link);
  code = g_test_run ();
  state_folder_remove ();
  return code;
}
