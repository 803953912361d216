/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-publish-template.h"

#include <glib/gi18n-lib.h>

#include "copil-odt.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-words.h"

static const CopilKind *
get_kind (void)
{
  return copil_kind_get ("template");
}

/* Takes every model away: two copies of a file that were merged may each bring one. */
static gboolean
delete_all_cb (CopilStore *store, G_GNUC_UNUSED gpointer data, GError **error)
{
  gint64 id;

  while ((id = copil_publish_find_template (store)))
    if (!copil_store_delete (store, get_kind (), id, error))
      return FALSE;
  return TRUE;
}

static void
add_list (CopilDocument *document, CopilListKind kind)
{
  CopilList *list = copil_document_add_list (document, copil_list_new (kind));

  for (guint level = 1; level <= COPIL_LIST_LEVELS; level++)
    {
      g_autofree char *text = g_strdup_printf (_ ("Item of level %u"), level);

      copil_list_add_text (list, level, text);
    }
}

static void
add_table (CopilDocument *document)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));

  copil_table_set_caption (table, _ ("Caption of a table"));
  copil_table_add_column (table, _ ("Heading of a column"), 50, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Centred"), 25, COPIL_ALIGN_CENTER);
  copil_table_add_column (table, _ ("At the end"), 25, COPIL_ALIGN_END);
  copil_table_add_row_text (table, COPIL_ROW_GROUP,
                            (const char *[]){ _ ("Group of rows"), NULL, NULL });
  copil_table_add_row_text (table, COPIL_ROW_BODY,
                            (const char *[]){ _ ("Contents of a cell"), "1", "2" });
  copil_table_add_row_text (table, COPIL_ROW_TOTAL, (const char *[]){ _ ("Total"), "1", "2" });
  table = copil_document_add_table (
      document, copil_table_new_fiche (_ ("Heading of a row"), _ ("Heading of a column"), 30));
  copil_table_add_pair (table, _ ("Heading of a row"), _ ("Contents of a cell"));
}

static CopilDocument *
build_sample (void)
{
  static const struct
  {
    CopilRole role;
    const char *text;
  } paragraphs[] = {
    { COPIL_ROLE_LEAD, N_ ("What matters, said first") },
    { COPIL_ROLE_LABEL, N_ ("A short label") },
    { COPIL_ROLE_BODY, N_ ("The text itself") },
    { COPIL_ROLE_DECISION, N_ ("A decision") },
    { COPIL_ROLE_NOTE, N_ ("A note or a source") },
    { COPIL_ROLE_ADDRESS, N_ ("The addressee of a letter") },
    { COPIL_ROLE_SIGNATURE, N_ ("Who signs") },
  };
  CopilDocument *document = copil_document_new (_ ("Document model"), copil_words_language ());

  copil_document_set_footer (document, NULL);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, _ ("Above the title"));
  copil_document_add_text (document, COPIL_ROLE_TITLE, _ ("Title of the document"));
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, _ ("Subtitle of the document"));
  for (guint level = 1; level <= COPIL_HEADING_LEVELS; level++)
    {
      g_autofree char *text = g_strdup_printf (_ ("Heading of level %u"), level);

      copil_document_add_heading (document, level, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    copil_document_add_text (document, paragraphs[i].role, _ (paragraphs[i].text));
  add_list (document, COPIL_LIST_BULLET);
  add_list (document, COPIL_LIST_NUMBER);
  add_table (document);
  return document;
}

gint64
copil_publish_find_template (CopilStore *store)
{
  return copil_store_query_int (store, "SELECT id FROM template ORDER BY id DESC LIMIT 1", "");
}

CopilOdtTemplate *
copil_publish_load_template (CopilStore *store, GError **error)
{
  gint64 id = copil_publish_find_template (store);
  g_autoptr (GBytes) bytes = id ? copil_store_get_data (store, get_kind (), id, "data") : NULL;
  CopilOdtTemplate *model;

  if (!id)
    return NULL;
  if (!bytes)
    {
      g_set_error_literal (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_BROKEN,
                           _ ("The model’s file is damaged."));
      return NULL;
    }
  model = copil_odt_template_new (bytes, error);
  return model;
}

typedef struct
{
  const char *name;
  GBytes *bytes;
} Template;

static gboolean
set_template_cb (CopilStore *store, gpointer data, GError **error)
{
  const Template *model = data;
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, model->bytes);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (model->bytes));
  gint64 id;

  if (!delete_all_cb (store, NULL, error))
    return FALSE;
  id = copil_store_insert (store, get_kind (), error, "name", model->name, "size", size, "sha256",
                           digest, NULL);
  return id && copil_store_set_data (store, get_kind (), id, "data", model->bytes, error);
}

gboolean
copil_publish_set_template (CopilStore *store, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (CopilOdtTemplate) model = copil_odt_template_new (bytes, error);

  return model && copil_store_do (store, _ ("Choose the document model"), set_template_cb,
                                  &(Template){ name, bytes }, error);
}

gboolean
copil_publish_clear_template (CopilStore *store, GError **error)
{
  return copil_store_do (store, _ ("Remove the document model"), delete_all_cb, NULL, error);
}

gboolean
copil_publish_write (CopilStore *store, CopilDocument *document, const char *path,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CopilOdtTemplate) model = copil_publish_load_template (store, &failure);

  if (failure)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s ",
                                  _ ("The convention’s document model cannot be used."));
      return FALSE;
    }
  return copil_odt_write_with_template (document, model, path, cancellable, error);
}

gboolean
copil_publish_write_sample (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (CopilDocument) document = build_sample ();

  return copil_odt_write (document, path, cancellable, error);
}
