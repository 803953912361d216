/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-digest.h"

#include <string.h>

/* Austin Appleby's MurmurHash3_x64_128, which he placed in the public domain, taken step by step.
 */
#define C1 G_GUINT64_CONSTANT (0x87c37b91114253d5)
#define C2 G_GUINT64_CONSTANT (0x4cf5ad432745937f)

static inline guint64
turn (guint64 value, guint bits)
{
  return value << bits | value >> (64 - bits);
}

static inline guint64
scramble_first (guint64 key)
{
  return turn (key * C1, 31) * C2;
}

static inline guint64
scramble_second (guint64 key)
{
  return turn (key * C2, 33) * C1;
}

static guint64
avalanche (guint64 value)
{
  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return value ^ value >> 33;
}

static inline guint64
read_key (const guint8 *bytes)
{
  guint64 key;

  memcpy (&key, bytes, sizeof key);
  return GUINT64_FROM_LE (key);
}

static void
add_blocks (CopilDigest *digest, const guint8 *bytes, gsize n)
{
  guint64 h1 = digest->h1, h2 = digest->h2;

  for (; n > 0; n--, bytes += 16)
    {
      h1 = (turn (h1 ^ scramble_first (read_key (bytes)), 27) + h2) * 5 + 0x52dce729;
      h2 = (turn (h2 ^ scramble_second (read_key (bytes + 8)), 31) + h1) * 5 + 0x38495ab5;
    }
  digest->h1 = h1;
  digest->h2 = h2;
}

void
copil_digest_init (CopilDigest *digest)
{
  memset (digest, 0, sizeof *digest);
}

void
copil_digest_update (CopilDigest *digest, const guint8 *bytes, gsize length)
{
  digest->length += length;
  if (digest->n_rest > 0)
    {
      gsize more = MIN (length, 16 - digest->n_rest);

      memcpy (digest->rest + digest->n_rest, bytes, more);
      digest->n_rest += (guint)more;
      bytes += more;
      length -= more;
      if (digest->n_rest < 16)
        return;
      add_blocks (digest, digest->rest, 1);
      digest->n_rest = 0;
    }
  add_blocks (digest, bytes, length / 16);
  digest->n_rest = (guint)(length % 16);
  if (digest->n_rest > 0)
    memcpy (digest->rest, bytes + length - digest->n_rest, digest->n_rest);
}

char *
copil_digest_finish (CopilDigest *digest)
{
  guint64 h1, h2;

  memset (digest->rest + digest->n_rest, 0, 16 - digest->n_rest);
  h1 = digest->h1 ^ scramble_first (read_key (digest->rest)) ^ digest->length;
  h2 = digest->h2 ^ scramble_second (read_key (digest->rest + 8)) ^ digest->length;
  h1 += h2;
  h2 += h1;
  h1 = avalanche (h1);
  h2 = avalanche (h2);
  h1 += h2;
  h2 += h1;
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", h1, h2);
}
