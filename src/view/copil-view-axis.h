/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* An axis of the convention, as it is shown. */
typedef struct
{
  gint64 id;
  char *label, *title; /* or NULL */
} CopilViewAxis;

/* The axes in their order: CopilViewAxis, freed with the array. */
GPtrArray *copil_view_list_axes (CopilStore *store);

G_END_DECLS
