/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-collection.h"
#include "copil-indicator.h"

G_BEGIN_DECLS

/* The heading of the hidden first column tells what a sheet holds. */
#define COPIL_COLLECTION_GUIDE "copil:collection:1"
#define COPIL_COLLECTION_OBSERVATIONS "copil:observations"
#define COPIL_COLLECTION_ENGAGEMENTS "copil:engagements"
#define COPIL_COLLECTION_RESOURCES "copil:resources"

/* The columns that all sheets begin with. */
enum
{
  COLUMN_KEY,
  COLUMN_MARKS,
  N_KEY_COLUMNS
};

enum
{
  OBSERVATION_AXIS = N_KEY_COLUMNS,
  OBSERVATION_INDICATOR,
  OBSERVATION_UNIT,
  OBSERVATION_PERIOD,
  OBSERVATION_PART,
  OBSERVATION_LAST,
  OBSERVATION_TO_FILL,
  OBSERVATION_VALUE,
  OBSERVATION_STATE,
  OBSERVATION_NOTE,
};

enum
{
  ENGAGEMENT_LABEL = N_KEY_COLUMNS,
  ENGAGEMENT_TEXT,
  ENGAGEMENT_DUE,
  ENGAGEMENT_NEWS,
  ENGAGEMENT_TO_FILL,
  ENGAGEMENT_STATUS,
  ENGAGEMENT_PROGRESS,
  ENGAGEMENT_NOTE,
};

enum
{
  RESOURCE_FICHE = N_KEY_COLUMNS,
  RESOURCE_NAME,
  RESOURCE_NATURE,
  RESOURCE_YEAR,
  RESOURCE_TO_FILL,
  RESOURCE_PLANNED,
  RESOURCE_SPENT,
  RESOURCE_NOTE,
};

/* "status=1a2b3c4d": what the mark of a canonical value looks like; "status=-" for NULL. */
char *copil_collection_mark (const char *field, const char *value);

/* Whether that mark stands among those of a row, and whether it is the value's. */
gboolean copil_collection_has_mark (const char *marks, const char *field, const char *value);

/* Compares the sheets, as copil_grid_read_book() read them, with the file. */
CopilCollection *copil_collection_compare (CopilStore *store, GPtrArray *sheets, GError **error);

G_END_DECLS
