/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* Adds the annex of the amendments to the minutes of a meeting: who asked for what on which point,
 * the differing words set in strong, and how it was answered. Nothing where there are none. */
void copil_publish_add_corrections (CopilDocument *document, CopilStore *store, gint64 meeting);

G_END_DECLS
