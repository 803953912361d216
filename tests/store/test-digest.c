/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-digest.h"

#include <string.h>

static char *
digest_in_pieces (const char *text, gsize piece)
{
  CopilDigest digest;
  gsize length = strlen (text);

  copil_digest_init (&digest);
  for (gsize at = 0; at < length; at += piece)
    copil_digest_update (&digest, (const guint8 *)text + at, MIN (piece, length - at));
  return copil_digest_finish (&digest);
}

/* Values of the algorithm's own reference. */
static void
test_known (void)
{
  static const char *const known[][2] = {
    { "", "00000000000000000000000000000000" },
    { "hello", "cbd8a7b341bd9b025b1e906a48ae1d19" },
    { "The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *digest = digest_in_pieces (known[i][0], 1000);
      g_assert_cmpstr (digest, ==, known[i][1]);
    }
}

/* However the bytes come, it is the same; and another for each byte that is another. */
static void
test_pieces (void)
{
  g_autofree char *text = g_strnfill (100, 'a');
  g_autofree char *whole = digest_in_pieces (text, 100);

  for (gsize piece = 1; piece < 40; piece++)
    {
      g_autofree char *digest = digest_in_pieces (text, piece);
      g_assert_cmpstr (digest, ==, whole);
    }
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *other = g_strdup (text), *digest = NULL;

      other[i] = 'b';
      digest = digest_in_pieces (other, 100);
      g_assert_cmpstr (digest, !=, whole);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/known", test_known);
  g_test_add_func ("/digest/pieces", test_pieces);
  return g_test_run ();
}
