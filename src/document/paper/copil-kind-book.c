/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-kind-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-words.h"

/* The rows of a sheet: a running query. The labels of choices are put in as they go by. */
typedef struct
{
  CopilStore *store;
  char *sql;
  char **parameters;
  GArray *choices; /* const CopilField *, NULL for a column that is no choice */
  CopilQuery *query;
  guint start; /* of the reading */
} Rows;

/* What is written down: the columns of the sheet and those of the query, side by side. */
typedef struct
{
  const CopilKind *kind;
  CopilAudience audience;
  CopilSheet *sheet;
  GString *columns;
  GString *joins;
  GArray *choices;
  const char *today;
} Builder;

static gboolean
rows_next_cb (gpointer user_data, const char **values, GError **error)
{
  Rows *rows = user_data;
  gboolean more;

  if (!rows->query)
    {
      rows->start = copil_store_start_reading (rows->store);
      rows->query =
          copil_store_query_strv (rows->store, rows->sql, (const char *const *)rows->parameters);
    }
  more = copil_query_next (rows->query);
  /* The sheet takes FALSE without an error for its end. */
  if (!more && !copil_store_finish_reading (rows->store, rows->start, error))
    return FALSE;
  if (!more)
    return FALSE;
  for (guint i = 0; i < rows->choices->len; i++)
    {
      const CopilField *choice = g_array_index (rows->choices, const CopilField *, i);

      values[i] = copil_query_text (rows->query, (int)i);
      if (choice && values[i])
        values[i] = copil_field_get_option_label (choice, values[i]);
    }
  return TRUE;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_pointer (&rows->query, copil_query_free);
  g_array_unref (rows->choices);
  g_strfreev (rows->parameters);
  g_free (rows->sql);
  g_object_unref (rows->store);
  g_free (rows);
}

static CopilColumnType
column_type (const CopilField *field)
{
  switch (field->type)
    {
    case COPIL_FIELD_INTEGER:
      /* A year is a name, not an amount with its thousands apart. */
      return field->flags & COPIL_FIELD_NAME ? COPIL_COLUMN_TEXT : COPIL_COLUMN_INTEGER;
    case COPIL_FIELD_PERCENT:
      return COPIL_COLUMN_PERCENT;
    case COPIL_FIELD_NUMBER:
      return COPIL_COLUMN_NUMBER;
    case COPIL_FIELD_DATE:
      return COPIL_COLUMN_DATE;
    case COPIL_FIELD_BOOLEAN:
      return COPIL_COLUMN_BOOLEAN;
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_NOTE:
    case COPIL_FIELD_TIME:
    case COPIL_FIELD_CHOICE:
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
    default:
      return COPIL_COLUMN_TEXT;
    }
}

/* Whether it says what numbers of the same record are counted in. */
static gboolean
is_unit (const CopilKind *kind, const CopilField *field)
{
  for (const CopilField *number = kind->fields; number->name; number++)
    if (g_strcmp0 (number->unit_from, field->name) == 0)
      return TRUE;
  return FALSE;
}

/* In millimetres; 0 leaves it to the sheet. */
static double
column_width (const CopilKind *kind, const CopilField *field)
{
  switch (field->type)
    {
    case COPIL_FIELD_NOTE:
      return 90;
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
      return 45;
    case COPIL_FIELD_CHOICE:
      return 28;
    case COPIL_FIELD_TEXT:
      return g_strcmp0 (field->name, kind->label_field) == 0 ? 18 : is_unit (kind, field) ? 30 : 45;
    case COPIL_FIELD_INTEGER:
    case COPIL_FIELD_PERCENT:
    case COPIL_FIELD_NUMBER:
    case COPIL_FIELD_DATE:
    case COPIL_FIELD_TIME:
    case COPIL_FIELD_BOOLEAN:
    default:
      return 0;
    }
}

/* "position, id" with the alias before each. */
static void
append_order (GString *order, const CopilKind *kind, const char *alias)
{
  g_auto (GStrv) parts = g_strsplit (kind->order, ",", -1);

  for (guint i = 0; parts[i]; i++)
    g_string_append_printf (order, "%s%s.%s", order->len ? ", " : "", alias, g_strstrip (parts[i]));
}

static void
add_column (Builder *self, const char *title, CopilColumnType type, double width,
            const char *expression, const CopilField *choice)
{
  copil_sheet_add_column (self->sheet, title, type, width);
  g_string_append_printf (self->columns, "%s%s", self->columns->len ? ", " : "", expression);
  g_array_append_val (self->choices, choice);
}

/* SQL: what the audience may not see; for the public a reference to it leads nowhere. */
static char *
hidden_sql (Builder *self, const CopilKind *target, const char *alias)
{
  return self->audience == COPIL_AUDIENCE_PUBLIC ? copil_kind_dup_secret_sql (target, alias)
                                                 : g_strdup ("0");
}

static void
add_field (Builder *self, const CopilField *field)
{
  const CopilKind *target = field->target ? copil_kind_get (field->target) : NULL;
  g_autofree char *expression = NULL;
  g_autofree char *late = copil_kind_dup_late_sql (self->kind, "r", self->today);

  if (field->type == COPIL_FIELD_REFERENCE)
    {
      g_autofree char *alias = g_strconcat ("t_", field->name, NULL);
      g_autofree char *hidden = hidden_sql (self, target, alias);
      g_string_append_printf (self->joins, " LEFT JOIN \"%s\" %s ON %s.id = r.\"%s\" AND NOT %s",
                              target->name, alias, alias, field->name, hidden);
      expression = copil_kind_dup_title_sql (target, alias);
    }
  else if (field->type == COPIL_FIELD_REFERENCES)
    {
      g_autofree char *title = copil_kind_dup_title_sql (target, "x");
      g_autofree char *hidden = hidden_sql (self, target, "x");
      g_autoptr (GString) order = g_string_new (NULL);
      append_order (order, target, "x");
      expression = g_strdup_printf (
          "(SELECT group_concat (title, ', ') FROM (SELECT %s AS title FROM \"%s\" l"
          " JOIN \"%s\" x ON x.id = l.\"%s\" WHERE l.\"%s\" = r.id AND NOT %s ORDER BY %s))",
          title, field->link, target->name, target->name, self->kind->name, hidden, order->str);
    }
  else if (field->type == COPIL_FIELD_PERCENT)
    expression = g_strdup_printf ("r.\"%s\" / 100.0", field->name);
  else
    expression = g_strdup_printf ("r.\"%s\"", field->name);
  add_column (self, copil_field_get_label (field), column_type (field),
              column_width (self->kind, field), expression,
              field->type == COPIL_FIELD_CHOICE ? field : NULL);
  if (late && g_str_equal (field->name, self->kind->status_field))
    add_column (self, _ ("Late"), COPIL_COLUMN_BOOLEAN, 0, late, NULL);
}

/* How a person is reached is not for the public. */
static gboolean
is_shown (Builder *self, const CopilField *field)
{
  return self->audience == COPIL_AUDIENCE_MEMBERS || !(field->flags & COPIL_FIELD_PERSONAL);
}

static void
add_fields (Builder *self)
{
  g_autoptr (GPtrArray) fields = copil_kind_list_columns (self->kind);

  for (guint i = 0; i < fields->len; i++)
    if (is_shown (self, fields->pdata[i]))
      add_field (self, fields->pdata[i]);
  add_column (self, C_ ("column", "id"), COPIL_COLUMN_TEXT, 40, "r.id", NULL);
}

/* As in the window: in the order of what the records belong to, then their own. */
static char *
order_sql (const CopilKind *kind)
{
  GString *order = g_string_new (NULL);

  for (int i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? kind->parent : kind->group;
      const CopilField *field = name ? copil_kind_get_field (kind, name) : NULL;

      if (field)
        {
          g_autofree char *alias = g_strconcat ("t_", name, NULL);
          g_string_append_printf (order, "%s%s.id IS NOT NULL", order->len ? ", " : "", alias);
          append_order (order, copil_kind_get (field->target), alias);
        }
    }
  append_order (order, kind, "r");
  return g_string_free (order, FALSE);
}

CopilBook *
copil_kind_book_new (CopilStore *store, const CopilKind *kind, const char *where,
                     const char *const *parameters, CopilAudience audience, const char *today)
{
  const char *title = copil_kind_get_plural_label (kind);
  g_autofree char *convention = copil_store_dup_name (store);
  g_autofree char *full =
      convention ? g_strdup_printf ("%s – %s", title, convention) : g_strdup (title);
  CopilBook *book = copil_book_new (full, copil_words_language ());
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) joins = g_string_new (NULL);
  g_autofree char *order = order_sql (kind);
  g_autofree char *hidden = NULL;
  Builder builder = { kind,
                      audience,
                      copil_sheet_new (title),
                      columns,
                      joins,
                      g_array_new (FALSE, FALSE, sizeof (const CopilField *)),
                      today && copil_date_is_valid (today) ? today : copil_today () };
  Rows *rows = g_new0 (Rows, 1);

  copil_publication_set_subject (COPIL_PUBLICATION (book), convention);
  add_fields (&builder);
  hidden = hidden_sql (&builder, kind, "r");
  rows->store = g_object_ref (store);
  rows->parameters = g_strdupv ((char **)parameters);
  rows->choices = builder.choices;
  rows->sql =
      g_strdup_printf ("SELECT %s FROM \"%s\" r%s WHERE (%s) AND NOT %s ORDER BY %s", columns->str,
                       kind->name, joins->str, where ? where : "1", hidden, order);
  copil_sheet_set_rows (builder.sheet, rows_next_cb, rows, rows_free);
  copil_book_add_sheet (book, builder.sheet);
  return book;
}
