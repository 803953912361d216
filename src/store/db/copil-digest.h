/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A digest of bytes as they pass, to tell whether a file is still the one that was read:
 * MurmurHash3's 128 bits, seven times as fast as the checksums of GLib. It protects from chance,
 * not from forgery: who can forge the file can as well write it. */
typedef struct
{
  guint64 h1, h2;
  guint64 length;
  guint8 rest[16];
  guint n_rest;
} CopilDigest;

/* Starts with no bytes. */
void copil_digest_init (CopilDigest *digest);

/* Adds bytes. */
void copil_digest_update (CopilDigest *digest, const guint8 *bytes, gsize length);

/* The digest as 32 hexadecimal digits; nothing may be added afterwards. */
char *copil_digest_finish (CopilDigest *digest);

G_END_DECLS
