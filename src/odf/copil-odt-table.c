/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-table.h"

#include <string.h>

#include "copil-odf-text.h"

#define NAVY "#1b2f5c"
#define HAIRLINE "0.5pt solid #b9c1ce"
#define RULE "1pt solid "

/* What a cell looks like: the text in it has named styles, but the frame of a cell can only be
 * given by an automatic style. */
typedef struct
{
  const char *name;
  const char *background;
  const char *top;
  const char *bottom;
  const char *sides;
} CellStyle;

static const CellStyle cell_styles[] = {
  { "CelluleEntete", "#e7ebf2", "none", RULE, "none" },
  { "Cellule", NULL, "none", HAIRLINE, "none" },
  { "CelluleLibelle", "#f4f6f9", "none", HAIRLINE, "none" },
  { "CelluleGroupe", "#f4f6f9", "none", HAIRLINE, "none" },
  { "CelluleTotal", NULL, RULE, RULE, "none" },
  { "CelluleSignature", NULL, "none", HAIRLINE, HAIRLINE },
};

static void
write_name (CopilXml *xml, const char *attribute, guint number, guint column)
{
  char name[40];

  if (column > 0)
    g_snprintf (name, sizeof name, "Tableau%u.Colonne%u", number, column);
  else
    g_snprintf (name, sizeof name, "Tableau%u", number);
  copil_xml_attr (xml, attribute, name);
}

static void
start_style (CopilXml *xml, const char *family, const char *properties)
{
  copil_xml_attr (xml, "style:family", family);
  copil_xml_start (xml, properties);
}

static void
end_style (CopilXml *xml)
{
  copil_xml_end (xml);
  copil_xml_end (xml);
}

static void
write_row_style (CopilXml *xml, const char *name, const char *height)
{
  copil_xml_start (xml, "style:style");
  copil_xml_attr (xml, "style:name", name);
  start_style (xml, "table-row", "style:table-row-properties");
  if (height)
    copil_xml_attr (xml, "style:min-row-height", height);
  copil_xml_attr (xml, "fo:keep-together", "always");
  end_style (xml);
}

/* The named paragraph style of a cell. */
static void
write_cell_text (CopilXml *xml, const char *kind, CopilAlign align, const CopilRuns *runs,
                 gboolean french)
{
  static const char *const suffixes[] = {
    [COPIL_ALIGN_START] = "",
    [COPIL_ALIGN_CENTER] = "_20_Center",
    [COPIL_ALIGN_END] = "_20_End",
  };
  g_autofree char *style = g_strconcat ("Table_20_", kind, suffixes[align], NULL);

  copil_odf_write_paragraph (xml, style, runs, french);
}

static void
start_cell (CopilXml *xml, const char *style)
{
  copil_xml_start (xml, "table:table-cell");
  copil_xml_attr (xml, "table:style-name", style);
  copil_xml_attr (xml, "office:value-type", "string");
}

static void
write_header (CopilXml *xml, CopilTable *table, gboolean french)
{
  copil_xml_start (xml, "table:table-header-rows");
  copil_xml_start (xml, "table:table-row");
  copil_xml_attr (xml, "table:style-name", "Ligne");
  for (guint i = 0; i < copil_table_get_n_columns (table); i++)
    {
      CopilAlign align;
      const char *title = copil_table_get_column (table, i, NULL, &align);
      g_autoptr (CopilRuns) runs = copil_runs_new (title);

      start_cell (xml, "CelluleEntete");
      write_cell_text (xml, "Heading", align, runs, french);
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
  copil_xml_end (xml);
}

/* Whether only the first cell of the row says something. */
static gboolean
is_lone (CopilTable *table, guint row)
{
  for (guint i = 1; i < copil_table_get_n_columns (table); i++)
    if (copil_table_get_cell (table, row, i))
      return FALSE;
  return TRUE;
}

static void
write_row (CopilXml *xml, CopilTable *table, guint row, gboolean french)
{
  CopilTableStyle look = copil_table_get_style (table);
  CopilRowRole role = copil_table_get_row_role (table, row);
  guint columns = copil_table_get_n_columns (table);
  gboolean spans = role == COPIL_ROW_GROUP && columns > 1 && is_lone (table, row);
  gboolean signs = look == COPIL_TABLE_SIGN && role == COPIL_ROW_BODY;

  copil_xml_start (xml, "table:table-row");
  copil_xml_attr (xml, "table:style-name", signs ? "LigneSignature" : "Ligne");
  for (guint i = 0; i < columns; i++)
    {
      const char *style = signs ? "CelluleSignature" : "Cellule";
      const char *kind = "Contents";
      CopilAlign align;

      copil_table_get_column (table, i, NULL, &align);
      if (spans && i > 0)
        {
          copil_xml_start (xml, "table:covered-table-cell");
          copil_xml_end (xml);
          continue;
        }
      if (role == COPIL_ROW_TOTAL)
        style = "CelluleTotal", kind = "Total";
      else if (role == COPIL_ROW_GROUP)
        style = "CelluleGroupe", kind = "Group";
      else if (look == COPIL_TABLE_FICHE && i == 0)
        style = "CelluleLibelle", kind = "Label";
      start_cell (xml, style);
      if (spans)
        copil_xml_attr_int (xml, "table:number-columns-spanned", columns);
      write_cell_text (xml, kind, align, copil_table_get_cell (table, row, i), french);
      copil_xml_end (xml);
    }
  copil_xml_end (xml);
}

void
copil_odt_table_write_common_styles (CopilXml *xml, const char *accent)
{
  g_autofree char *rule = g_strconcat (RULE, accent ? accent : NAVY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cell_styles); i++)
    {
      const CellStyle *style = &cell_styles[i];

      copil_xml_start (xml, "style:style");
      copil_xml_attr (xml, "style:name", style->name);
      start_style (xml, "table-cell", "style:table-cell-properties");
      if (style->background)
        copil_xml_attr (xml, "fo:background-color", style->background);
      copil_xml_attr (xml, "fo:border-top", strcmp (style->top, RULE) != 0 ? style->top : rule);
      copil_xml_attr (xml, "fo:border-bottom",
                      strcmp (style->bottom, RULE) != 0 ? style->bottom : rule);
      copil_xml_attr (xml, "fo:border-left", style->sides);
      copil_xml_attr (xml, "fo:border-right", style->sides);
      copil_xml_attr (xml, "fo:padding-top", "1.1mm");
      copil_xml_attr (xml, "fo:padding-bottom", "1.1mm");
      copil_xml_attr (xml, "fo:padding-left", "1.6mm");
      copil_xml_attr (xml, "fo:padding-right", "1.6mm");
      copil_xml_attr (xml, "style:vertical-align", "top");
      end_style (xml);
    }
  write_row_style (xml, "Ligne", NULL);
  write_row_style (xml, "LigneSignature", "13mm");
}

void
copil_odt_table_write_styles (CopilXml *xml, CopilTable *table, guint number, guint width)
{
  guint columns = copil_table_get_n_columns (table);
  guint64 total = 0, before = 0;

  copil_xml_start (xml, "style:style");
  write_name (xml, "style:name", number, 0);
  start_style (xml, "table", "style:table-properties");
  copil_xml_attr_mm (xml, "style:width", width);
  /* With any other alignment LibreOffice misreads the columns' relative widths. */
  copil_xml_attr (xml, "table:align", "margins");
  copil_xml_attr (xml, "fo:margin-top", "1.5mm");
  copil_xml_attr (xml, "fo:margin-bottom", "4mm");
  copil_xml_attr (xml, "table:border-model", "collapsing");
  copil_xml_attr (xml, "style:may-break-between-rows", "true");
  end_style (xml);

  for (guint i = 0; i < columns; i++)
    {
      guint weight;

      copil_table_get_column (table, i, &weight, NULL);
      total += weight;
    }
  for (guint i = 0; i < columns; i++)
    {
      guint weight, share;
      char relative[24];

      /* From the sums, so that the columns add up to the table to the last hundredth. */
      copil_table_get_column (table, i, &weight, NULL);
      share = (guint)((before + weight) * width / total - before * width / total);
      before += weight;
      copil_xml_start (xml, "style:style");
      write_name (xml, "style:name", number, i + 1);
      start_style (xml, "table-column", "style:table-column-properties");
      copil_xml_attr_mm (xml, "style:column-width", MAX (share, 1));
      g_snprintf (relative, sizeof relative, "%u*", MAX (share, 1));
      copil_xml_attr (xml, "style:rel-column-width", relative);
      end_style (xml);
    }
}

void
copil_odt_table_write (CopilXml *xml, CopilTable *table, guint number, gboolean french)
{
  const char *caption = copil_table_get_caption (table);

  if (caption && *caption)
    copil_odf_write_paragraph_text (xml, "Table", caption, french);
  copil_xml_start (xml, "table:table");
  write_name (xml, "table:name", number, 0);
  write_name (xml, "table:style-name", number, 0);
  copil_xml_element (xml, "table:title", caption);
  if (copil_table_get_style (table) == COPIL_TABLE_FICHE)
    copil_xml_start (xml, "table:table-header-columns");
  for (guint i = 0; i < copil_table_get_n_columns (table); i++)
    {
      copil_xml_start (xml, "table:table-column");
      write_name (xml, "table:style-name", number, i + 1);
      copil_xml_end (xml);
      if (i == 0 && copil_table_get_style (table) == COPIL_TABLE_FICHE)
        copil_xml_end (xml);
    }
  write_header (xml, table, french);
  for (guint i = 0; i < copil_table_get_n_rows (table); i++)
    write_row (xml, table, i, french);
  copil_xml_end (xml);
}
