/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */
#define RANDOM_BITS 22
#define DAY_MS (24 * 60 * 60 * 1000)

static GMutex mutex;
static gint64 last;

static gint64
milliseconds (void)
{
  return MAX (g_get_real_time () / 1000 - EPOCH_MS, 0);
}

gint64
copil_id_new (void)
{
  gint64 id = (milliseconds () << RANDOM_BITS) | (g_random_int () & ((1u << RANDOM_BITS) - 1));

  g_mutex_lock (&mutex);
  if (id <= last)
    id = last + 1;
  last = id;
  g_mutex_unlock (&mutex);
  return id;
}

void
copil_id_seen (gint64 id)
{
  if (id >> RANDOM_BITS > milliseconds () + DAY_MS)
    return;
  g_mutex_lock (&mutex);
  last = MAX (last, id);
  g_mutex_unlock (&mutex);
}
