/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */
#define RANDOM_BITS 22
/* Of what counts on from another id: a second of the clock. */
#define GAP_BITS 32
/* No clock gives such an id before 2081. */
#define CEILING (G_MAXINT64 - (G_GINT64_CONSTANT (1) << 60))

static GMutex mutex;
static gint64 last;

static gint64
milliseconds (void)
{
  gint64 time = g_get_real_time () / 1000 - EPOCH_MS;

  /* A clock that stands before all files tells nothing: any time of the first year does. */
  if (time <= 0)
    time = g_random_int ();
  return MIN (time, (CEILING >> RANDOM_BITS) - 1);
}

gint64
copil_id_new (void)
{
  gint64 id = (milliseconds () << RANDOM_BITS) | (g_random_int () & ((1u << RANDOM_BITS) - 1));

  g_mutex_lock (&mutex);
  if (id <= last)
    id = last + 1 + (g_random_int () & ((1u << RANDOM_BITS) - 1));
  last = id;
  g_mutex_unlock (&mutex);
  return id;
}

gint64
copil_id_new_above (gint64 floor)
{
  gint64 id = copil_id_new ();

  if (id > floor)
    return id;
  if (floor >= G_MAXINT64 - (G_GINT64_CONSTANT (1) << GAP_BITS))
    return 0;
  return floor + 1 + g_random_int ();
}

gboolean
copil_id_is_strange (gint64 id, gint64 before)
{
  return id > CEILING && id - MAX (before, 0) > G_GINT64_CONSTANT (1) << (GAP_BITS + 1);
}
