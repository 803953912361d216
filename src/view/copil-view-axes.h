/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* An axis, as lists of choices show it. */
typedef struct
{
  gint64 id;
  char *title; /* "4 Attractivité" */
} CopilViewAxis;

/* The axes in their order: CopilViewAxis, freed with the array. */
GPtrArray *copil_view_list_axes (CopilStore *store);

G_END_DECLS
