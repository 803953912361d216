/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt.h"

#include "copil-odf-meta.h"
#include "copil-odf-package.h"
#include "copil-odf-text.h"
#include "copil-odt-contents.h"
#include "copil-odt-table.h"
#include "copil-odt-template-private.h"
#include "copil-typography.h"

/* Hundredths of a millimetre. */
#define PAGE_SHORT 21000
#define PAGE_LONG 29700
#define MARGIN 2200
#define MAX_PICTURE_HEIGHT_PORTRAIT 21000
#define MAX_PICTURE_HEIGHT_LANDSCAPE 13000

#define STYLES "/fr/copil/odf/styles-odt.xml"
/* The colour of headings and rules in our own styles, which gives way to the model's. */
#define ACCENT "#1b2f5c"

typedef struct
{
  CopilDocument *document;
  CopilOdfPackage *package;
  CopilXml *xml;
  gboolean french;
  gboolean landscape;
  CopilOdtTemplate *model; /* or NULL */
  guint width;             /* of the text */
  guint highest;           /* a picture */
  guint n_tables;
  guint n_pictures;
  CopilOdtContents contents;
  gboolean breaks; /* a page break waits for the next block */
} Odt;

static const char *const role_styles[COPIL_N_ROLES] = {
  [COPIL_ROLE_BODY] = "Text_20_body", [COPIL_ROLE_TITLE] = "Title",
  [COPIL_ROLE_SUBTITLE] = "Subtitle", [COPIL_ROLE_EYEBROW] = "Eyebrow",
  [COPIL_ROLE_LEAD] = "Lead",         [COPIL_ROLE_NOTE] = "Note",
  [COPIL_ROLE_LABEL] = "Label",       [COPIL_ROLE_DECISION] = "Decision",
  [COPIL_ROLE_ADDRESS] = "Addressee", [COPIL_ROLE_SIGNATURE] = "Signature",
};

static char *
display_text (const char *text, gboolean french)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  char *shown = french ? copil_typography_french (valid) : g_steal_pointer (&valid);

  return g_strdelimit (shown, "\n\t\r", ' ');
}

static void
write_list_end (Odt *odt, guint from, guint to)
{
  for (; from > to; from--)
    {
      copil_xml_end (odt->xml); /* item */
      copil_xml_end (odt->xml); /* list */
    }
}

static void
write_list (Odt *odt, CopilList *list)
{
  gboolean bullets = copil_list_get_kind (list) == COPIL_LIST_BULLET;
  guint depth = 0;

  for (guint i = 0; i < copil_list_get_n_items (list); i++)
    {
      guint level;
      CopilRuns *runs = copil_list_get_item (list, i, &level);

      if (level > depth)
        {
          copil_xml_start (odt->xml, "text:list");
          if (depth == 0)
            copil_xml_attr (odt->xml, "text:style-name", bullets ? "List_20_1" : "Numbering_20_1");
          depth = level;
        }
      else
        {
          write_list_end (odt, depth, level);
          depth = level;
          copil_xml_end (odt->xml); /* the item before */
        }
      copil_xml_start (odt->xml, "text:list-item");
      copil_odf_write_paragraph (odt->xml, bullets ? "List_20_Bullet" : "List_20_Number", runs,
                                 odt->french);
    }
  write_list_end (odt, depth, 0);
}

static void
write_image (Odt *odt, GBytes *bytes, const char *ending, const char *media_type)
{
  g_autofree char *name = NULL;

  if (!bytes)
    return;
  name = g_strdup_printf ("Pictures/picture-%03u.%s", odt->n_pictures, ending);
  copil_odf_package_add (odt->package, name, media_type, bytes);
  copil_xml_start (odt->xml, "draw:image");
  copil_xml_attr (odt->xml, "xlink:href", name);
  copil_xml_attr (odt->xml, "xlink:type", "simple");
  copil_xml_attr (odt->xml, "xlink:show", "embed");
  copil_xml_attr (odt->xml, "xlink:actuate", "onLoad");
  copil_xml_end (odt->xml);
}

static void
write_picture (Odt *odt, CopilPicture *picture)
{
  const char *caption = copil_picture_get_caption (picture);
  gboolean has_caption = caption && *caption;
  double width = copil_picture_get_width (picture) * 100;
  double height = copil_picture_get_height (picture) * 100;
  double scale = MIN (1.0, MIN (odt->width / width, odt->highest / height));
  g_autofree char *title = display_text (copil_picture_get_title (picture), odt->french);
  g_autofree char *description =
      display_text (copil_picture_get_description (picture), odt->french);
  g_autofree char *name = NULL;

  odt->n_pictures++;
  name = g_strdup_printf ("Figure%u", odt->n_pictures);
  copil_xml_start (odt->xml, "text:p");
  copil_xml_attr (odt->xml, "text:style-name",
                  has_caption ? "Figure_20_with_20_caption" : "Figure");
  copil_xml_start (odt->xml, "draw:frame");
  copil_xml_attr (odt->xml, "draw:style-name", "Chart");
  copil_xml_attr (odt->xml, "draw:name", name);
  copil_xml_attr (odt->xml, "text:anchor-type", "as-char");
  copil_xml_attr_mm (odt->xml, "svg:width", MAX (1, (gint64)(width * scale + 0.5)));
  copil_xml_attr_mm (odt->xml, "svg:height", MAX (1, (gint64)(height * scale + 0.5)));
  write_image (odt, copil_picture_get_svg (picture), "svg", "image/svg+xml");
  write_image (odt, copil_picture_get_png (picture), "png", "image/png");
  write_image (odt, copil_picture_get_jpeg (picture), "jpg", "image/jpeg");
  copil_xml_element (odt->xml, "svg:title", title);
  copil_xml_element (odt->xml, "svg:desc", description);
  copil_xml_end (odt->xml);
  copil_xml_end (odt->xml);
  if (has_caption)
    copil_odf_write_paragraph_text (odt->xml, "Illustration", caption, odt->french);
}

/* Whether the block is a table to be written: one without columns is not. */
static gboolean
has_table (const CopilBlock *block)
{
  return block->kind == COPIL_BLOCK_TABLE &&
         copil_table_get_n_columns (COPIL_TABLE (block->object)) > 0;
}

static void
write_block (Odt *odt, const CopilBlock *block)
{
  static const char *const headings[] = { "Heading_20_1", "Heading_20_2", "Heading_20_3",
                                          "Heading_20_4" };

  /* A named style that breaks the page carries the break, whatever comes after it. */
  if (odt->breaks)
    copil_odf_write_paragraph (odt->xml, "Page_20_break", NULL, FALSE);
  odt->breaks = FALSE;

  switch (block->kind)
    {
    case COPIL_BLOCK_HEADING:
      copil_xml_start (odt->xml, "text:h");
      copil_xml_attr (odt->xml, "text:style-name", headings[block->level - 1]);
      copil_xml_attr_int (odt->xml, "text:outline-level", block->level);
      copil_odt_contents_mark (&odt->contents, odt->xml, block->level);
      copil_odf_write_runs (odt->xml, block->runs, odt->french);
      copil_xml_end (odt->xml);
      break;
    case COPIL_BLOCK_PARAGRAPH:
      copil_odf_write_paragraph (odt->xml, role_styles[block->role], block->runs, odt->french);
      break;
    case COPIL_BLOCK_LIST:
      write_list (odt, COPIL_LIST (block->object));
      break;
    case COPIL_BLOCK_TABLE:
      if (has_table (block))
        copil_odt_table_write (odt->xml, COPIL_TABLE (block->object), ++odt->n_tables, odt->french);
      break;
    case COPIL_BLOCK_PICTURE:
      write_picture (odt, COPIL_PICTURE (block->object));
      break;
    case COPIL_BLOCK_PAGE_BREAK:
      odt->breaks = TRUE;
      break;
    case COPIL_BLOCK_CONTENTS:
      copil_odt_contents_write (&odt->contents, odt->xml, odt->document, block, odt->french);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_content (Odt *odt, GCancellable *cancellable, GError **error)
{
  guint blocks = copil_document_get_n_blocks (odt->document);
  guint tables = 0;

  odt->xml = copil_odf_package_start (odt->package, "content.xml", error);
  if (!odt->xml)
    return FALSE;
  copil_odt_contents_init (&odt->contents, odt->document);
  copil_xml_start_root (odt->xml, "office:document-content");
  copil_xml_start (odt->xml, "office:automatic-styles");
  copil_odt_table_write_common_styles (
      odt->xml, odt->model ? copil_odt_template_get_accent (odt->model) : NULL);
  for (guint i = 0; i < blocks; i++)
    {
      const CopilBlock *block = copil_document_get_block (odt->document, i);

      if (has_table (block))
        copil_odt_table_write_styles (odt->xml, COPIL_TABLE (block->object), ++tables, odt->width);
    }
  copil_xml_end (odt->xml);
  copil_xml_start (odt->xml, "office:body");
  copil_xml_start (odt->xml, "office:text");
  for (guint i = 0; i < blocks; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      write_block (odt, copil_document_get_block (odt->document, i));
    }
  copil_xml_end (odt->xml);
  copil_xml_end (odt->xml);
  copil_xml_end (odt->xml);
  return copil_odf_package_end (odt->package, error);
}

static gboolean
add_styles (Odt *odt, GError **error)
{
  g_autofree char *language = NULL;
  g_autofree char *country = NULL;
  g_autofree char *width = g_strdup_printf ("%umm", odt->width / 100);
  g_autofree char *header = display_text (copil_document_get_header (odt->document), odt->french);
  g_autofree char *footer = display_text (copil_document_get_footer (odt->document), odt->french);

  const char *accent = odt->model ? copil_odt_template_get_accent (odt->model) : NULL;
  char contents[COPIL_HEADING_LEVELS][16];

  /* Tabs count from the indent. */
  for (guint i = 0; i < COPIL_HEADING_LEVELS; i++)
    g_snprintf (contents[i], sizeof contents[i], "%umm",
                (odt->width - COPIL_ODT_CONTENTS_INDENT (i + 1)) / 100);
  copil_odf_split_language (copil_publication_get_language (COPIL_PUBLICATION (odt->document)),
                            &language, &country);
  const char *pairs[] = {
    "@LANGUAGE@",
    language,
    "@COUNTRY@",
    country,
    "@PAGE_WIDTH@",
    odt->landscape ? "297mm" : "210mm",
    "@PAGE_HEIGHT@",
    odt->landscape ? "210mm" : "297mm",
    "@ORIENTATION@",
    odt->landscape ? "landscape" : "portrait",
    "@TEXT_WIDTH@",
    width,
    "@CONTENTS_1@",
    contents[0],
    "@CONTENTS_2@",
    contents[1],
    "@CONTENTS_3@",
    contents[2],
    "@CONTENTS_4@",
    contents[3],
    "@HEADER@",
    header,
    "@FOOTER@",
    footer,
    accent ? ACCENT : NULL,
    accent,
    NULL,
  };
  if (odt->model)
    {
      g_autoptr (GBytes) plain = copil_odf_package_fill (STYLES, pairs, error);

      return plain &&
             copil_odt_template_add_parts (odt->model, odt->package, plain, odt->landscape, error);
    }
  return copil_odf_package_add_styles (odt->package, STYLES, pairs, error);
}

gboolean
copil_odt_write_with_template (CopilDocument *document, CopilOdtTemplate *model, const char *path,
                               GCancellable *cancellable, GError **error)
{
  guint width, height;
  g_autoptr (CopilOdfPackage) package = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;
  Odt odt = { .document = document, .model = model };

  g_return_val_if_fail (COPIL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  package = copil_odf_package_new ("application/vnd.oasis.opendocument.text");
  odt.package = package;
  odt.french =
      copil_typography_is_french (copil_publication_get_language (COPIL_PUBLICATION (document)));
  odt.landscape = copil_document_get_orientation (document) == COPIL_LANDSCAPE;
  odt.width = (odt.landscape ? PAGE_LONG : PAGE_SHORT) - 2 * MARGIN;
  odt.highest = odt.landscape ? MAX_PICTURE_HEIGHT_LANDSCAPE : MAX_PICTURE_HEIGHT_PORTRAIT;
  if (model && copil_odt_template_get_room (model, odt.landscape, &width, &height))
    {
      odt.width = width;
      odt.highest = MIN (odt.highest, height * 4 / 5);
    }
  title = display_text (copil_publication_get_title (COPIL_PUBLICATION (document)), odt.french);
  subject = display_text (copil_publication_get_subject (COPIL_PUBLICATION (document)), odt.french);
  return write_content (&odt, cancellable, error) && add_styles (&odt, error) &&
         copil_odf_meta_add (package, title, subject,
                             copil_publication_get_author (COPIL_PUBLICATION (document)),
                             copil_publication_get_language (COPIL_PUBLICATION (document)),
                             copil_publication_get_date (COPIL_PUBLICATION (document)), error) &&
         copil_odf_package_save (package, path, cancellable, error);
}

gboolean
copil_odt_write (CopilDocument *document, const char *path, GCancellable *cancellable,
                 GError **error)
{
  return copil_odt_write_with_template (document, NULL, path, cancellable, error);
}
