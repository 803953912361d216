/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-contents.h"

#include "copil-odf-text.h"

/* What stands for a page until the reader has laid them out. */
#define UNKNOWN_PAGE "…"

static char *
make_mark (guint n)
{
  return g_strdup_printf ("_Toc%03u", n);
}

static char *
make_style (guint level)
{
  return g_strdup_printf ("Contents_20_%u", level);
}

/* How the reader makes the entries of a level anew. */
static void
write_template (CopilXml *xml, guint level)
{
  g_autofree char *style = make_style (level);

  copil_xml_start (xml, "text:table-of-content-entry-template");
  copil_xml_attr_int (xml, "text:outline-level", level);
  copil_xml_attr (xml, "text:style-name", style);
  copil_xml_start (xml, "text:index-entry-link-start");
  copil_xml_attr (xml, "text:style-name", "Index_20_Link");
  copil_xml_end (xml);
  copil_xml_start (xml, "text:index-entry-text");
  copil_xml_end (xml);
  copil_xml_start (xml, "text:index-entry-tab-stop");
  copil_xml_attr (xml, "style:type", "right");
  copil_xml_attr (xml, "style:leader-char", ".");
  copil_xml_end (xml);
  copil_xml_start (xml, "text:index-entry-page-number");
  copil_xml_end (xml);
  copil_xml_start (xml, "text:index-entry-link-end");
  copil_xml_end (xml);
  copil_xml_end (xml);
}

static void
write_source (CopilXml *xml, const CopilBlock *block, const char *title)
{
  copil_xml_start (xml, "text:table-of-content-source");
  copil_xml_attr_int (xml, "text:outline-level", block->level);
  copil_xml_attr (xml, "text:use-index-marks", "false");
  copil_xml_start (xml, "text:index-title-template");
  copil_xml_attr (xml, "text:style-name", "Contents_20_Heading");
  copil_xml_text (xml, title);
  copil_xml_end (xml);
  for (guint level = 1; level <= block->level; level++)
    write_template (xml, level);
  copil_xml_end (xml);
}

static void
write_entry (CopilXml *xml, const CopilBlock *heading, guint n, gboolean french)
{
  g_autofree char *style = make_style (heading->level), *mark = make_mark (n),
                  *link = g_strconcat ("#", mark, NULL);

  copil_xml_start (xml, "text:p");
  copil_xml_attr (xml, "text:style-name", style);
  copil_xml_start (xml, "text:a");
  copil_xml_attr (xml, "xlink:type", "simple");
  copil_xml_attr (xml, "xlink:href", link);
  copil_xml_attr (xml, "text:style-name", "Index_20_Link");
  copil_xml_attr (xml, "text:visited-style-name", "Index_20_Link");
  copil_odf_write_runs (xml, heading->runs, french);
  copil_xml_start (xml, "text:tab");
  copil_xml_end (xml);
  copil_xml_start (xml, "text:bookmark-ref");
  copil_xml_attr (xml, "text:reference-format", "page");
  copil_xml_attr (xml, "text:ref-name", mark);
  copil_xml_text (xml, UNKNOWN_PAGE);
  copil_xml_end (xml);
  copil_xml_end (xml);
  copil_xml_end (xml);
}

void
copil_odt_contents_init (CopilOdtContents *contents, CopilDocument *document)
{
  for (guint i = 0; i < copil_document_get_n_blocks (document); i++)
    {
      const CopilBlock *block = copil_document_get_block (document, i);

      if (block->kind == COPIL_BLOCK_CONTENTS)
        contents->levels = MAX (contents->levels, block->level);
    }
}

void
copil_odt_contents_mark (CopilOdtContents *contents, CopilXml *xml, guint level)
{
  g_autofree char *mark = NULL;

  if (level > contents->levels)
    return;
  mark = make_mark (++contents->n_marks);
  copil_xml_start (xml, "text:bookmark");
  copil_xml_attr (xml, "text:name", mark);
  copil_xml_end (xml);
}

void
copil_odt_contents_write (CopilOdtContents *contents, CopilXml *xml, CopilDocument *document,
                          const CopilBlock *block, gboolean french)
{
  g_autofree char *title = copil_runs_to_string (block->runs);
  g_autofree char *name = g_strdup_printf ("Contents%u", ++contents->n_tables);
  g_autofree char *head = g_strconcat (name, "_Head", NULL);
  guint n = 0;

  copil_xml_start (xml, "text:table-of-content");
  copil_xml_attr (xml, "text:name", name);
  copil_xml_attr (xml, "text:protected", "true");
  write_source (xml, block, title);
  copil_xml_start (xml, "text:index-body");
  copil_xml_start (xml, "text:index-title");
  copil_xml_attr (xml, "text:name", head);
  copil_odf_write_paragraph_text (xml, "Contents_20_Heading", title, french);
  copil_xml_end (xml);
  for (guint i = 0; i < copil_document_get_n_blocks (document); i++)
    {
      const CopilBlock *heading = copil_document_get_block (document, i);

      if (heading->kind != COPIL_BLOCK_HEADING || heading->level > contents->levels)
        continue;
      n++;
      if (heading->level <= block->level)
        write_entry (xml, heading, n, french);
    }
  copil_xml_end (xml);
  copil_xml_end (xml);
}
