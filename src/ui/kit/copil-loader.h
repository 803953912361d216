/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Reads what a widget shows in a thread, on a connection of its own, so that the window goes on
 * meanwhile. Only while the widget shows; one reading at a time, which is given up where something
 * else is asked for. What cannot be read is told by the store. */
#define COPIL_TYPE_LOADER (copil_loader_get_type ())
G_DECLARE_FINAL_TYPE (CopilLoader, copil_loader, COPIL, LOADER, GObject)

typedef struct
{
  /* What is to be read, with room for what is found. */
  gpointer (*ask) (gpointer widget);
  /* In the thread: reads it, as in copil_store_read(). */
  CopilStoreFunc read;
  /* What was found may be taken out of the job, which is NULL where it could not be read: half of
   * it would say something else. */
  void (*show) (gpointer widget, gpointer job);
  GDestroyNotify free_job;
} CopilLoading;

/* For that widget; follows the store, so many milliseconds after a change, or does not where that
 * is 0. "loading" is static. */
CopilLoader *copil_loader_new (gpointer widget, CopilSession *session, const CopilLoading *loading,
                               guint delay);

/* Reads now, or as soon as the widget shows. */
void copil_loader_ask (CopilLoader *loader);

/* The widget goes: what is still being read never shows. */
void copil_loader_clear (CopilLoader **loader);

G_END_DECLS
