/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-pause.h"

/* What is typed is stored so long after the last key, in milliseconds. */
#define PAUSE 800

typedef struct
{
  guint *pause;
  GSourceOnceFunc func;
  gpointer data;
} Waiting;

static gboolean
over_cb (gpointer data)
{
  const Waiting *waiting = data;

  *waiting->pause = 0;
  waiting->func (waiting->data);
  return G_SOURCE_REMOVE;
}

void
copil_pause_begin (guint *pause, GSourceOnceFunc func, gpointer data)
{
  Waiting *waiting = g_new (Waiting, 1);

  copil_pause_end (pause);
  *waiting = (Waiting){ pause, func, data };
  *pause = g_timeout_add_full (G_PRIORITY_DEFAULT, PAUSE, over_cb, waiting, g_free);
}

void
copil_pause_end (guint *pause)
{
  g_clear_handle_id (pause, g_source_remove);
}
