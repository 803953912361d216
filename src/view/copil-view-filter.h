/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What a list of engagements is filtered by; NULL members filter nothing. */
typedef struct
{
  const char *status;   /* "late", "planned", "in_progress", "done" or "abandoned" */
  const char *missing;  /* "due", "lead", or "news" for a year */
  const char *axis;     /* an id */
  const char *party;    /* the id of a signatory */
  const char *person;   /* an id: led by that person, or of that person's signatory */
  const char *ids;      /* of engagements, with commas: those */
  const char *priority; /* a year */
  const char *measure;  /* an id, "0" for none */
  const char *month;    /* of the day it is due: YYYY-MM, or a whole year */
  const char *words;    /* each of them is sought */
} CopilViewFilter;

/* SQL terms on the engagement "e", each begun with AND; "" where nothing is filtered. Parameters
 * are added to the array of strings and numbered on from its length. */
char *copil_view_filter_build (const CopilViewFilter *filter, GPtrArray *parameters);

/* The person of that name, in whatever order and case its words are typed; NULL where there is
 * none, or several. Free with g_free(). */
char *copil_view_find_person (CopilStore *store, const char *name);

/* The years that are the priority of an engagement, in order; free with g_strfreev(). */
char **copil_view_list_priorities (CopilStore *store);

G_END_DECLS
