/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What a person does with one record: a transaction of its own each, named after what is done and
 * the record; the points of an agenda keep their numbers in order. All fail with
 * COPIL_STORE_ERROR, and then nothing has changed. */

/* A new record from n fields with canonical texts; required texts that are not given read "New …".
 * Returns its id, 0 on failure. */
gint64 copil_change_add (CopilStore *store, const CopilKind *kind, guint n,
                         const char *const *fields, const char *const *values, GError **error);

/* A copy right after it; returns its id, 0 on failure. */
gint64 copil_change_duplicate (CopilStore *store, const CopilKind *kind, gint64 id, GError **error);

gboolean copil_change_delete (CopilStore *store, const CopilKind *kind, gint64 id, GError **error);

/* One place up (-1) or down (1) among its siblings; before that sibling, last where it is 0. */
gboolean copil_change_shift (CopilStore *store, const CopilKind *kind, gint64 id, int direction,
                             GError **error);
gboolean copil_change_place (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                             GError **error);

G_END_DECLS
