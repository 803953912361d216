/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publication.h"

typedef struct
{
  char *title;
  char *language;
  char *subject;
  char *author;
  char *date;
} CopilPublicationPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CopilPublication, copil_publication, G_TYPE_OBJECT)

static CopilPublicationPrivate *
get_private (gpointer publication)
{
  return copil_publication_get_instance_private (COPIL_PUBLICATION (publication));
}

static void
set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
copil_publication_finalize (GObject *object)
{
  CopilPublicationPrivate *private = get_private (object);

  g_free (private->title);
  g_free (private->language);
  g_free (private->subject);
  g_free (private->author);
  g_free (private->date);
  G_OBJECT_CLASS (copil_publication_parent_class)->finalize (object);
}

static void
copil_publication_class_init (CopilPublicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_publication_finalize;
}

static void
copil_publication_init (CopilPublication *publication)
{
}

gpointer
copil_publication_new (GType type, const char *title, const char *language)
{
  CopilPublication *publication;

  g_return_val_if_fail (g_type_is_a (type, COPIL_TYPE_PUBLICATION), NULL);
  g_return_val_if_fail (title && *title, NULL);
  g_return_val_if_fail (language && *language, NULL);

  publication = g_object_new (type, NULL);
  get_private (publication)->title = g_strdup (title);
  get_private (publication)->language = g_strdup (language);
  return publication;
}

const char *
copil_publication_get_title (CopilPublication *publication)
{
  return get_private (publication)->title;
}

const char *
copil_publication_get_language (CopilPublication *publication)
{
  return get_private (publication)->language;
}

void
copil_publication_set_subject (CopilPublication *publication, const char *subject)
{
  set_string (&get_private (publication)->subject, subject);
}

const char *
copil_publication_get_subject (CopilPublication *publication)
{
  return get_private (publication)->subject;
}

void
copil_publication_set_author (CopilPublication *publication, const char *author)
{
  set_string (&get_private (publication)->author, author);
}

const char *
copil_publication_get_author (CopilPublication *publication)
{
  return get_private (publication)->author;
}

void
copil_publication_set_date (CopilPublication *publication, const char *date)
{
  set_string (&get_private (publication)->date, date);
}

const char *
copil_publication_get_date (CopilPublication *publication)
{
  return get_private (publication)->date;
}
