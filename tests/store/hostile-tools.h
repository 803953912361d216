/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

/* What the tests with files that are not to be trusted share. */

extern char *hostile_sound_bytes;
extern gsize hostile_sound_length;

/* A folder for the files of one test, and its removal. */
char *hostile_make_folder (void);
void hostile_remove_folder (const char *folder);

/* Makes the sound file that others are spoiled from, as bytes. */
void hostile_make_sound_file (void);

/* Writes bytes, runs SQL on a file, as no program of ours would. */
void hostile_put (const char *path, const void *bytes, gsize length);
void hostile_alter (const char *path, const char *sql);

/* How many names a folder, or the folder of working copies, holds. */
guint hostile_count_files (const char *folder);
guint hostile_count_work_files (void);

/* One sentence of the store, as a person is told. */
void hostile_assert_sentence (const GError *error);

/* Reads everything, as a window would. */
void hostile_read_all (CopilStore *store);
