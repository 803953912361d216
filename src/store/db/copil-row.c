/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-row-private.h"

struct _CopilRow
{
  GObject parent_instance;

  guint sort;
  gint64 id;
  guint revision;
  char **values;
  int n_values;
};

G_DEFINE_FINAL_TYPE (CopilRow, copil_row, G_TYPE_OBJECT)

enum
{
  PROP_REVISION = 1
};
static GParamSpec *revision_property;

static void
clear_values (CopilRow *row)
{
  for (int i = 0; i < row->n_values; i++)
    g_free (row->values[i]);
  g_clear_pointer (&row->values, g_free);
  row->n_values = 0;
}

static void
copil_row_finalize (GObject *object)
{
  clear_values (COPIL_ROW (object));
  G_OBJECT_CLASS (copil_row_parent_class)->finalize (object);
}

static void
copil_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_REVISION)
    g_value_set_uint (value, COPIL_ROW (object)->revision);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
copil_row_class_init (CopilRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = copil_row_finalize;
  object_class->get_property = copil_row_get_property;
  revision_property =
      g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_REVISION, revision_property);
}

static void
copil_row_init (CopilRow *row)
{
}

CopilRow *
copil_row_new (guint sort, gint64 id)
{
  CopilRow *row = g_object_new (COPIL_TYPE_ROW, NULL);

  row->sort = sort;
  row->id = id;
  return row;
}

void
copil_row_fill (CopilRow *row, CopilQuery *query, gboolean tell)
{
  clear_values (row);
  if (copil_query_next (query))
    {
      row->n_values = copil_query_get_n_columns (query);
      row->values = g_new0 (char *, (gsize)row->n_values);
      for (int i = 0; i < row->n_values; i++)
        row->values[i] = g_strdup (copil_query_text (query, i));
    }
  row->revision++;
  if (tell)
    g_object_notify_by_pspec (G_OBJECT (row), revision_property);
}

guint
copil_row_get_sort (CopilRow *row)
{
  return row->sort;
}

gint64
copil_row_get_id (CopilRow *row)
{
  return row->id;
}

const char *
copil_row_get (CopilRow *row, int column)
{
  return column < row->n_values ? row->values[column] : NULL;
}

gint64
copil_row_get_int (CopilRow *row, int column)
{
  const char *value = copil_row_get (row, column);
  return value ? g_ascii_strtoll (value, NULL, 10) : 0;
}
