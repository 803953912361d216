/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-book.h"

struct _CopilBook
{
  GObject parent_instance;
  char *title;
  char *language;
  char *subject;
  char *author;
  char *date;
  GPtrArray *sheets; /* CopilSheet */
};

G_DEFINE_FINAL_TYPE (CopilBook, copil_book, G_TYPE_OBJECT)

static void
set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
copil_book_finalize (GObject *object)
{
  CopilBook *self = COPIL_BOOK (object);

  g_free (self->title);
  g_free (self->language);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->date);
  g_ptr_array_unref (self->sheets);
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
}

CopilBook *
copil_book_new (const char *title, const char *language)
{
  CopilBook *self;

  g_return_val_if_fail (title && *title, NULL);
  g_return_val_if_fail (language && *language, NULL);

  self = g_object_new (COPIL_TYPE_BOOK, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  return self;
}

const char *
copil_book_get_title (CopilBook *book)
{
  return book->title;
}

const char *
copil_book_get_language (CopilBook *book)
{
  return book->language;
}

void
copil_book_set_subject (CopilBook *book, const char *subject)
{
  set_string (&book->subject, subject);
}

const char *
copil_book_get_subject (CopilBook *book)
{
  return book->subject;
}

void
copil_book_set_author (CopilBook *book, const char *author)
{
  set_string (&book->author, author);
}

const char *
copil_book_get_author (CopilBook *book)
{
  return book->author;
}

void
copil_book_set_date (CopilBook *book, const char *date)
{
  set_string (&book->date, date);
}

const char *
copil_book_get_date (CopilBook *book)
{
  return book->date;
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
