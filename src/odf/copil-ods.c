/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-ods.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-odf-meta.h"
#include "copil-odf-package.h"
#include "copil-odf-text.h"
#include "copil-ods-cell.h"
#include "copil-typography.h"

#define MAX_NAME 31
#define CANCEL_EVERY 256

typedef struct
{
  CopilBook *book;
  CopilOdfPackage *package;
  CopilXml *xml;
  gboolean french;
  GPtrArray *names; /* of the sheets: fit and unique */
  GArray *rows;     /* guint: how many data rows each sheet had */
} Ods;

/* The name on a sheet's tab: without what spreadsheets refuse, not too long, and not `taken`. */
static char *
sheet_name (const char *wanted, GPtrArray *taken)
{
  g_autofree char *owned = NULL;
  g_autofree char *valid = g_utf8_make_valid (copil_xml_clean (wanted, &owned), -1);
  g_autofree char *base = NULL;
  char *name;
  guint n = 1;

  g_strdelimit (valid, "[]*?:/\\'\n\t", ' ');
  g_strstrip (valid);
  if (!*valid)
    {
      g_free (valid);
      valid = g_strdup (_ ("Sheet"));
    }
  base = g_utf8_strlen (valid, -1) > MAX_NAME ? g_utf8_substring (valid, 0, MAX_NAME)
                                              : g_strdup (valid);
  name = g_strdup (g_strchomp (base));
  while (g_ptr_array_find_with_equal_func (taken, name, g_str_equal, NULL))
    {
      g_autofree char *start = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), 26));

      g_free (name);
      name = g_strdup_printf ("%s (%u)", g_strchomp (start), ++n);
    }
  return name;
}

static void
column_style_name (CopilXml *xml, const char *attribute, guint sheet, guint column)
{
  char name[48];

  g_snprintf (name, sizeof name, "Feuille%u.Colonne%u", sheet + 1, column + 1);
  copil_xml_attr (xml, attribute, name);
}

static void
write_automatic_styles (Ods *ods)
{
  CopilXml *xml = ods->xml;

  copil_xml_start (xml, "office:automatic-styles");
  copil_xml_start (xml, "style:style");
  copil_xml_attr (xml, "style:name", "Feuille");
  copil_xml_attr (xml, "style:family", "table");
  copil_xml_attr (xml, "style:master-page-name", "Standard");
  copil_xml_start (xml, "style:table-properties");
  copil_xml_attr (xml, "table:display", "true");
  copil_xml_end (xml);
  copil_xml_end (xml);
  copil_xml_start (xml, "style:style");
  copil_xml_attr (xml, "style:name", "Ligne");
  copil_xml_attr (xml, "style:family", "table-row");
  copil_xml_start (xml, "style:table-row-properties");
  copil_xml_attr (xml, "style:use-optimal-row-height", "true");
  copil_xml_end (xml);
  copil_xml_end (xml);
  for (guint s = 0; s < copil_book_get_n_sheets (ods->book); s++)
    {
      CopilSheet *sheet = copil_book_get_sheet (ods->book, s);

      for (guint c = 0; c < copil_sheet_get_n_columns (sheet); c++)
        {
          double width;

          copil_sheet_get_column (sheet, c, NULL, &width);
          copil_xml_start (xml, "style:style");
          column_style_name (xml, "style:name", s, c);
          copil_xml_attr (xml, "style:family", "table-column");
          copil_xml_start (xml, "style:table-column-properties");
          copil_xml_attr_mm (xml, "style:column-width", (gint64)(width * 100 + 0.5));
          copil_xml_end (xml);
          copil_xml_end (xml);
        }
    }
  copil_xml_end (xml);
}

static void
write_empty_cells (CopilXml *xml, guint n)
{
  if (n == 0)
    return;
  copil_xml_start (xml, "table:table-cell");
  if (n > 1)
    copil_xml_attr_int (xml, "table:number-columns-repeated", n);
  copil_xml_end (xml);
}

static void
write_columns (Ods *ods, CopilSheet *sheet, guint number)
{
  CopilXml *xml = ods->xml;
  guint columns = copil_sheet_get_n_columns (sheet);

  for (guint c = 0; c < columns; c++)
    {
      CopilColumnType type;

      copil_sheet_get_column (sheet, c, &type, NULL);
      copil_xml_start (xml, "table:table-column");
      column_style_name (xml, "table:style-name", number, c);
      if (copil_sheet_is_column_hidden (sheet, c))
        copil_xml_attr (xml, "table:visibility", "collapse");
      copil_xml_attr (xml, "table:default-cell-style-name", copil_ods_cell_get_style (type));
      copil_xml_end (xml);
    }
  copil_xml_start (xml, "table:table-header-rows");
  copil_xml_start (xml, "table:table-row");
  copil_xml_attr (xml, "table:style-name", "Ligne");
  for (guint c = 0; c < columns; c++)
    {
      CopilColumnType type;
      const char *title = copil_sheet_get_column (sheet, c, &type, NULL);

      copil_xml_start (xml, "table:table-cell");
      copil_xml_attr (xml, "table:style-name", copil_ods_cell_get_heading_style (type));
      copil_xml_attr (xml, "office:value-type", "string");
      copil_xml_start (xml, "text:p");
      copil_odf_write_text (xml, title);
      copil_xml_end (xml);
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
  copil_xml_end (xml);
}

static gboolean
write_rows (Ods *ods, CopilSheet *sheet, guint *rows, GCancellable *cancellable, GError **error)
{
  CopilXml *xml = ods->xml;
  guint columns = copil_sheet_get_n_columns (sheet);
  g_autofree CopilSheetCell *cells = g_new0 (CopilSheetCell, columns);
  g_autofree CopilColumnType *types = g_new (CopilColumnType, columns);
  g_autoptr (GString) shown = g_string_new (NULL);
  GError *failure = NULL;

  for (guint c = 0; c < columns; c++)
    copil_sheet_get_column (sheet, c, &types[c], NULL);
  for (*rows = 0; copil_sheet_next_cells (sheet, cells, &failure); (*rows)++)
    {
      guint empty = 0;

      if (*rows % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (*rows == COPIL_ODS_MAX_ROWS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("A sheet cannot hold more than %d rows"), COPIL_ODS_MAX_ROWS);
          return FALSE;
        }
      /* The disk is full: no need to pull the other rows. */
      if (copil_odf_package_has_failed (ods->package))
        return TRUE;
      copil_xml_start (xml, "table:table-row");
      copil_xml_attr (xml, "table:style-name", "Ligne");
      for (guint c = 0; c < columns; c++)
        {
          if (copil_ods_cell_is_empty (&cells[c], types[c]))
            {
              empty++;
              continue;
            }
          write_empty_cells (xml, empty);
          empty = 0;
          copil_ods_cell_write (xml, &cells[c], types[c], ods->french, shown);
        }
      write_empty_cells (xml, empty);
      copil_xml_end (xml);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
has_filters (Ods *ods)
{
  for (guint s = 0; s < ods->names->len; s++)
    if (copil_sheet_get_filtered (copil_book_get_sheet (ods->book, s)))
      return TRUE;
  return FALSE;
}

static void
write_filters (Ods *ods)
{
  CopilXml *xml = ods->xml;

  if (!has_filters (ods))
    return;
  copil_xml_start (xml, "table:database-ranges");
  for (guint s = 0; s < ods->names->len; s++)
    {
      CopilSheet *sheet = copil_book_get_sheet (ods->book, s);
      const char *name = ods->names->pdata[s];
      guint rows = g_array_index (ods->rows, guint, s);
      /* With `rows` data rows, the last one is row number rows - 1; without any, it is the header.
       */
      g_autofree char *last =
          copil_sheet_dup_address (rows - 1, copil_sheet_get_n_columns (sheet) - 1);
      g_autofree char *range = g_strdup_printf ("'%s'.A1:'%s'.%s", name, name, last);
      g_autofree char *label = g_strdup_printf ("Filtre%u", s + 1);

      if (!copil_sheet_get_filtered (sheet))
        continue;
      copil_xml_start (xml, "table:database-range");
      copil_xml_attr (xml, "table:name", label);
      copil_xml_attr (xml, "table:target-range-address", range);
      copil_xml_attr (xml, "table:display-filter-buttons", "true");
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
}

static void
write_message (CopilXml *xml, const char *element, const char *type, const char *message)
{
  copil_xml_start (xml, element);
  if (type)
    copil_xml_attr (xml, "table:message-type", type);
  copil_xml_attr (xml, "table:display", "true");
  copil_xml_start (xml, "text:p");
  copil_odf_write_text (xml, message);
  copil_xml_end (xml);
  copil_xml_end (xml);
}

static void
write_validations (Ods *ods)
{
  guint n = copil_book_get_n_validations (ods->book);
  CopilXml *xml = ods->xml;

  if (n == 0)
    return;
  copil_xml_start (xml, "table:content-validations");
  for (guint i = 1; i <= n; i++)
    {
      const char *message;
      g_autofree char *condition =
          g_strconcat ("of:", copil_book_get_validation (ods->book, i, &message), NULL);

      copil_xml_start (xml, "table:content-validation");
      copil_ods_validation_name (xml, "table:name", i);
      copil_xml_attr (xml, "table:condition", condition);
      copil_xml_attr (xml, "table:allow-empty-cell", "true");
      copil_xml_attr (xml, "table:display-list", "unsorted");
      write_message (xml, "table:help-message", NULL, message);
      write_message (xml, "table:error-message", "stop", message);
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
}

static gboolean
write_content (Ods *ods, GCancellable *cancellable, GError **error)
{
  CopilXml *xml = copil_odf_package_start (ods->package, "content.xml", error);

  if (!xml)
    return FALSE;
  ods->xml = xml;
  copil_xml_start_root (xml, "office:document-content");
  copil_xml_attr (xml, "xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2");
  write_automatic_styles (ods);
  copil_xml_start (xml, "office:body");
  copil_xml_start (xml, "office:spreadsheet");
  write_validations (ods);
  for (guint s = 0; s < ods->names->len; s++)
    {
      CopilSheet *sheet = copil_book_get_sheet (ods->book, s);
      guint rows;

      copil_xml_start (xml, "table:table");
      copil_xml_attr (xml, "table:name", ods->names->pdata[s]);
      copil_xml_attr (xml, "table:style-name", "Feuille");
      if (copil_sheet_get_protected (sheet))
        copil_xml_attr (xml, "table:protected", "true");
      write_columns (ods, sheet, s);
      if (!write_rows (ods, sheet, &rows, cancellable, error))
        return FALSE;
      g_array_append_val (ods->rows, rows);
      copil_xml_end (xml);
    }
  write_filters (ods);
  copil_xml_end (xml);
  copil_xml_end (xml);
  copil_xml_end (xml);
  return copil_odf_package_end (ods->package, error);
}

static void
write_setting (CopilXml *xml, const char *name, const char *type, const char *value)
{
  copil_xml_start (xml, "config:config-item");
  copil_xml_attr (xml, "config:name", name);
  copil_xml_attr (xml, "config:type", type);
  copil_xml_text (xml, value);
  copil_xml_end (xml);
}

/* The first row of each sheet stays in view. */
static gboolean
write_settings (Ods *ods, GError **error)
{
  CopilXml *xml = copil_odf_package_start (ods->package, "settings.xml", error);

  if (!xml)
    return FALSE;
  copil_xml_start_root (xml, "office:document-settings");
  copil_xml_start (xml, "office:settings");
  copil_xml_start (xml, "config:config-item-set");
  copil_xml_attr (xml, "config:name", "ooo:view-settings");
  copil_xml_start (xml, "config:config-item-map-indexed");
  copil_xml_attr (xml, "config:name", "Views");
  copil_xml_start (xml, "config:config-item-map-entry");
  write_setting (xml, "ViewId", "string", "view1");
  copil_xml_start (xml, "config:config-item-map-named");
  copil_xml_attr (xml, "config:name", "Tables");
  for (guint s = 0; s < ods->names->len; s++)
    {
      guint frozen = copil_sheet_get_frozen_columns (copil_book_get_sheet (ods->book, s));
      char columns[16];

      g_snprintf (columns, sizeof columns, "%u", frozen);
      copil_xml_start (xml, "config:config-item-map-entry");
      copil_xml_attr (xml, "config:name", ods->names->pdata[s]);
      write_setting (xml, "CursorPositionX", "int", columns);
      write_setting (xml, "CursorPositionY", "int", "1");
      write_setting (xml, "HorizontalSplitMode", "short", frozen ? "2" : "0");
      write_setting (xml, "VerticalSplitMode", "short", "2");
      write_setting (xml, "HorizontalSplitPosition", "int", columns);
      write_setting (xml, "VerticalSplitPosition", "int", "1");
      write_setting (xml, "ActiveSplitRange", "short", frozen ? "3" : "2");
      write_setting (xml, "PositionLeft", "int", "0");
      write_setting (xml, "PositionRight", "int", columns);
      write_setting (xml, "PositionTop", "int", "0");
      write_setting (xml, "PositionBottom", "int", "1");
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
  write_setting (xml, "ActiveTable", "string", ods->names->pdata[0]);
  for (guint i = 0; i < 5; i++)
    copil_xml_end (xml);
  return copil_odf_package_end (ods->package, error);
}

static gboolean
add_styles (Ods *ods, GError **error)
{
  g_autofree char *language = NULL;
  g_autofree char *country = NULL;
  g_autofree char *title =
      g_utf8_make_valid (copil_publication_get_title (COPIL_PUBLICATION (ods->book)), -1);

  copil_odf_split_language (copil_publication_get_language (COPIL_PUBLICATION (ods->book)),
                            &language, &country);
  const char *pairs[] = { "@LANGUAGE@", language, "@COUNTRY@", country, "@TITLE@", title, NULL };
  return copil_odf_package_add_styles (ods->package, "/fr/copil/odf/styles-ods.xml", pairs, error);
}

static gboolean
write_book (Ods *ods, const char *path, GCancellable *cancellable, GError **error)
{
  CopilBook *book = ods->book;

  return write_content (ods, cancellable, error) && write_settings (ods, error) &&
         add_styles (ods, error) &&
         copil_odf_meta_add (ods->package, copil_publication_get_title (COPIL_PUBLICATION (book)),
                             copil_publication_get_subject (COPIL_PUBLICATION (book)),
                             copil_publication_get_author (COPIL_PUBLICATION (book)),
                             copil_publication_get_language (COPIL_PUBLICATION (book)),
                             copil_publication_get_date (COPIL_PUBLICATION (book)), error) &&
         copil_odf_package_save (ods->package, path, cancellable, error);
}

gboolean
copil_ods_write (CopilBook *book, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (CopilOdfPackage) package = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Ods ods = { .book = book, .names = names, .rows = rows };

  g_return_val_if_fail (COPIL_IS_BOOK (book), FALSE);
  g_return_val_if_fail (copil_book_get_n_sheets (book) > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  package = copil_odf_package_new ("application/vnd.oasis.opendocument.spreadsheet");
  ods.package = package;
  ods.french =
      copil_typography_is_french (copil_publication_get_language (COPIL_PUBLICATION (book)));
  for (guint s = 0; s < copil_book_get_n_sheets (book); s++)
    {
      CopilSheet *sheet = copil_book_get_sheet (book, s);

      g_return_val_if_fail (copil_sheet_get_n_columns (sheet) > 0, FALSE);
      g_ptr_array_add (names, sheet_name (copil_sheet_get_name (sheet), names));
    }
  return write_book (&ods, path, cancellable, error);
}
