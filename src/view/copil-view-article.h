/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* An article of the convention as it stands on a day, by the amendments in force then. */
typedef struct
{
  gint64 id;        /* the article; 0 for one that an amendment added and no record stands for */
  char *label;      /* or NULL */
  char *title;      /* or NULL */
  char *text;       /* or NULL */
  gint64 amendment; /* the last one that changed it by that day, 0 for none */
  gboolean repealed;
} CopilViewArticle;

/* One wording of an article: the one it was signed with, or what an amendment made of it. */
typedef struct
{
  gint64 amendment;   /* 0 for the text as it was signed */
  char *name;         /* of the amendment: its number and object; NULL for the signed text */
  char *since;        /* ISO 8601, NULL where no day is known: an amendment is in force then only
                         where no day is asked about */
  const char *change; /* "replaced", "added", "repealed"; NULL for the signed text */
  char *label, *title, *text;
} CopilViewWording;

/* Every article that stands on that day, in the convention's order, what amendments added without
 * a record of its own last; with "repealed" those too that stand no more. ISO 8601; NULL takes all
 * amendments, "" none. An array of CopilViewArticle. */
GPtrArray *copil_view_list_articles (CopilStore *store, const char *day, gboolean repealed);

/* The wordings of an article, the oldest first: an array of CopilViewWording. */
GPtrArray *copil_view_list_wordings (CopilStore *store, gint64 article);

/* The amendments in force on that day (NULL: all), the oldest first: an array of CopilViewRecord
 * (copil-view-record.h) whose status is the day they are in force from. */
GPtrArray *copil_view_list_avenants (CopilStore *store, const char *day);

/* The days on which the text changed, the oldest first, that of its signature among them; ends
 * with NULL. */
char **copil_view_list_text_days (CopilStore *store);

/* The glossary, by its words: what to look for in a text and what it means, in turn, then NULL. */
char **copil_view_list_terms (CopilStore *store);

G_END_DECLS
