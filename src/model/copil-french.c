/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-french.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "copil-fold.h"

typedef struct
{
  const char *english;
  const char *french;
} Pair;

/* In the order of strcmp(). */
static const Pair pairs[] = {
#include "copil-french-table.h"
};

static int
compare (const void *a, const void *b)
{
  return strcmp (((const Pair *)a)->english, ((const Pair *)b)->english);
}

const char *
copil_french (const char *english)
{
  const Pair wanted = { english, NULL };
  const Pair *found = bsearch (&wanted, pairs, G_N_ELEMENTS (pairs), sizeof *pairs, compare);

  return found ? found->french : NULL;
}

gboolean
copil_label_is (const char *english, const char *text)
{
  const char *const names[] = { _ (english), english, copil_french (english) };
  g_autofree char *wanted = copil_fold_name (text);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] ? copil_fold_name (names[i]) : NULL;

      if (name && g_str_equal (name, wanted))
        return TRUE;
    }
  return FALSE;
}
