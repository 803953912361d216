/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-book.h"

#include <stdio.h>

struct _CopilBook
{
  CopilPublication parent_instance;
  GPtrArray *sheets;      /* CopilSheet */
  GPtrArray *validations; /* char *: condition, message, condition … */
};

G_DEFINE_FINAL_TYPE (CopilBook, copil_book, COPIL_TYPE_PUBLICATION)

static void
copil_book_finalize (GObject *object)
{
  CopilBook *self = COPIL_BOOK (object);

  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->validations);
  G_OBJECT_CLASS (copil_book_parent_class)->finalize (object);
}

static void
copil_book_class_init (CopilBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_book_finalize;
}

static void
copil_book_init (CopilBook *self)
{
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  self->validations = g_ptr_array_new_with_free_func (g_free);
}

CopilBook *
copil_book_new (const char *title, const char *language)
{
  return copil_publication_new (COPIL_TYPE_BOOK, title, language);
}

CopilSheet *
copil_book_add_sheet (CopilBook *book, CopilSheet *sheet)
{
  g_return_val_if_fail (COPIL_IS_SHEET (sheet), NULL);

  g_ptr_array_add (book->sheets, sheet);
  return sheet;
}

guint
copil_book_get_n_sheets (CopilBook *book)
{
  return book->sheets->len;
}

CopilSheet *
copil_book_get_sheet (CopilBook *book, guint i)
{
  g_return_val_if_fail (i < book->sheets->len, NULL);

  return book->sheets->pdata[i];
}

/* Takes the condition. */
static guint
add_validation (CopilBook *book, char *condition, const char *message)
{
  for (guint i = 0; i < book->validations->len; i += 2)
    if (g_str_equal (book->validations->pdata[i], condition) &&
        g_str_equal (book->validations->pdata[i + 1], message))
      {
        g_free (condition);
        return i / 2 + 1;
      }
  g_ptr_array_add (book->validations, condition);
  g_ptr_array_add (book->validations, g_strdup (message));
  return book->validations->len / 2;
}

guint
copil_book_add_list (CopilBook *book, const char *const *values, const char *message)
{
  GString *condition = g_string_new ("cell-content-is-in-list(");

  for (guint i = 0; values[i]; i++)
    {
      g_string_append (condition, i ? ";\"" : "\"");
      for (const char *p = values[i]; *p; p++)
        g_string_append_printf (condition, *p == '"' ? "\"\"" : "%c", *p);
      g_string_append_c (condition, '"');
    }
  g_string_append_c (condition, ')');
  return add_validation (book, g_string_free (condition, FALSE), message);
}

guint
copil_book_add_number (CopilBook *book, gboolean whole, double least, double most,
                       const char *message)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE], to[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (from, sizeof from, "%.15g", least);
  g_ascii_formatd (to, sizeof to, "%.15g", most);
  return add_validation (
      book,
      g_strdup_printf ("cell-content-is-%s-number() and cell-content-is-between(%s,%s)",
                       whole ? "whole" : "decimal", from, to),
      message);
}

/* Days since 30 December 1899, as spreadsheets count. */
static int
count_days (const char *date)
{
  GDate epoch, day;
  int y = 1900, m = 1, d = 1;

  g_date_clear (&epoch, 1);
  g_date_clear (&day, 1);
  g_date_set_dmy (&epoch, 30, G_DATE_DECEMBER, 1899);
  if (sscanf (date, "%4d-%2d-%2d", &y, &m, &d) == 3 &&
      g_date_valid_dmy ((GDateDay)d, (GDateMonth)m, (GDateYear)y))
    g_date_set_dmy (&day, (GDateDay)d, (GDateMonth)m, (GDateYear)y);
  return g_date_valid (&day) ? g_date_days_between (&epoch, &day) : 0;
}

guint
copil_book_add_date (CopilBook *book, const char *first, const char *last, const char *message)
{
  return add_validation (
      book,
      g_strdup_printf ("cell-content-is-date() and cell-content-is-between(%d,%d)",
                       count_days (first), count_days (last)),
      message);
}

guint
copil_book_get_n_validations (CopilBook *book)
{
  return book->validations->len / 2;
}

const char *
copil_book_get_validation (CopilBook *book, guint number, const char **message)
{
  g_return_val_if_fail (number > 0 && number <= book->validations->len / 2, NULL);

  *message = book->validations->pdata[number * 2 - 1];
  return book->validations->pdata[number * 2 - 2];
}
