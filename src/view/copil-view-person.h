/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* A person, as lists of persons show it. */
typedef struct
{
  gint64 id;
  char *name;      /* « Mme Jeanne Martin »; empty where it is not known */
  char *function;  /* or empty */
  gboolean member; /* sits on the committee */
} CopilViewPerson;

/* The persons of a signatory, in their order: CopilViewPerson, freed with the array. */
GPtrArray *copil_view_list_persons (CopilStore *store, gint64 party);

G_END_DECLS
