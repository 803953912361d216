/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-odt-keep.h"
#include "copil-odt-restyle.h"
#include "copil-odt-scan.h"
#include "copil-odt-template-private.h"

struct _CopilOdtTemplate
{
  GObject parent_instance;

  xmlDocPtr doc;       /* its styles, as they are kept */
  GPtrArray *pictures; /* CopilOdtPicture */
  char *accent;
  char *font;
};

G_DEFINE_FINAL_TYPE (CopilOdtTemplate, copil_odt_template, G_TYPE_OBJECT)
G_DEFINE_QUARK (copil - odt - template - error - quark, copil_odt_template_error)

/* The name of the page on which the body starts, as its first paragraph says; NULL for the usual
 * one. */
static char *
find_first_page (xmlDocPtr content)
{
  xmlNodePtr root = xmlDocGetRootElement (content);
  xmlNodePtr body = copil_odt_child (copil_odt_child (root, "office:body"), "office:text");
  xmlNodePtr styles = copil_odt_child (root, "office:automatic-styles");
  g_autofree char *style = NULL;

  for (xmlNodePtr block = body ? body->children : NULL; block && !style; block = block->next)
    {
      if (copil_odt_is (block, "text:p") || copil_odt_is (block, "text:h"))
        style = copil_odt_get (block, "text:style-name");
      else if (copil_odt_is (block, "table:table"))
        style = copil_odt_get (block, "table:style-name");
    }
  for (xmlNodePtr node = styles && style ? styles->children : NULL; node; node = node->next)
    if (copil_odt_is (node, "style:style"))
      {
        g_autofree char *name = copil_odt_get (node, "style:name");
        g_autofree char *page = copil_odt_get (node, "style:master-page-name");

        if (!g_strcmp0 (name, style) && page && *page)
          return g_steal_pointer (&page);
      }
  return NULL;
}

static gboolean
read_styles (CopilOdtTemplate *model, CopilOdfArchive *archive, xmlDocPtr styles, xmlDocPtr content,
             GError **error)
{
  g_autofree char *first = NULL;
  guint width, height;

  if (!copil_odt_scan_root (styles, "office:document-styles", error) ||
      !copil_odt_scan (styles, FALSE, error))
    return FALSE;
  if (content && (!copil_odt_scan_root (content, "office:document-content", error) ||
                  !copil_odt_scan (content, TRUE, error)))
    return FALSE;
  first = content ? find_first_page (content) : NULL;
  model->doc = copil_odt_keep (archive, styles, first, model->pictures, error);
  if (!model->doc)
    return FALSE;
  copil_odt_restyle_names (model->doc);
  model->accent = copil_odt_restyle_find_accent (model->doc);
  model->font = copil_odt_restyle_find_font (model->doc);
  if (copil_odt_restyle_get_room (model->doc, FALSE, &width, &height) ||
      !copil_odt_restyle_has_page (model->doc))
    return TRUE;
  g_set_error_literal (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_PAGE,
                       _ ("The model’s page leaves no room for a text."));
  return FALSE;
}

static void
copil_odt_template_finalize (GObject *object)
{
  CopilOdtTemplate *model = COPIL_ODT_TEMPLATE (object);

  g_clear_pointer (&model->doc, xmlFreeDoc);
  g_ptr_array_unref (model->pictures);
  g_free (model->accent);
  g_free (model->font);
  G_OBJECT_CLASS (copil_odt_template_parent_class)->finalize (object);
}

static void
copil_odt_template_class_init (CopilOdtTemplateClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_odt_template_finalize;
}

static void
copil_odt_template_init (CopilOdtTemplate *model)
{
  model->pictures = g_ptr_array_new_with_free_func (copil_odt_picture_free);
}

CopilOdtTemplate *
copil_odt_template_new (GBytes *bytes, GError **error)
{
  g_autoptr (CopilOdtTemplate) model = g_object_new (COPIL_TYPE_ODT_TEMPLATE, NULL);
  g_autoptr (CopilOdfArchive) archive = copil_odf_archive_new (bytes, error);
  xmlDocPtr styles = NULL, content = NULL;
  gboolean fine;

  if (!archive || !copil_odt_scan_package (archive, error))
    return NULL;
  styles = copil_odf_archive_read_xml (archive, "styles.xml", error);
  fine = styles != NULL;
  if (fine && copil_odf_archive_has (archive, "content.xml"))
    {
      content = copil_odf_archive_read_xml (archive, "content.xml", error);
      fine = content != NULL;
    }
  fine = fine && read_styles (model, archive, styles, content, error);
  if (styles)
    xmlFreeDoc (styles);
  if (content)
    xmlFreeDoc (content);
  return fine ? g_steal_pointer (&model) : NULL;
}

gboolean
copil_odt_template_has_header (CopilOdtTemplate *model)
{
  return copil_odt_restyle_has_part (model->doc, "style:header");
}

gboolean
copil_odt_template_has_footer (CopilOdtTemplate *model)
{
  return copil_odt_restyle_has_part (model->doc, "style:footer");
}

guint
copil_odt_template_get_n_styles (CopilOdtTemplate *model)
{
  xmlNodePtr styles = copil_odt_child (xmlDocGetRootElement (model->doc), "office:styles");
  guint n = 0;

  for (xmlNodePtr node = styles->children; node; node = node->next)
    if (copil_odt_is (node, "style:style"))
      {
        g_autofree char *family = copil_odt_get (node, "style:family");

        n += !g_strcmp0 (family, "paragraph") || !g_strcmp0 (family, "text");
      }
  return n;
}

const char *
copil_odt_template_get_font (CopilOdtTemplate *model)
{
  return model->font;
}

gboolean
copil_odt_template_get_room (CopilOdtTemplate *model, gboolean landscape, guint *width,
                             guint *height)
{
  return copil_odt_restyle_get_room (model->doc, landscape, width, height);
}

const char *
copil_odt_template_get_accent (CopilOdtTemplate *model)
{
  return model->accent;
}

gboolean
copil_odt_template_add_parts (CopilOdtTemplate *model, CopilOdfPackage *package, GBytes *plain,
                              gboolean landscape, GError **error)
{
  g_autoptr (GBytes) styles = copil_odt_restyle (model->doc, plain, landscape, error);

  if (!styles)
    return FALSE;
  copil_odf_package_add (package, "styles.xml", "text/xml", styles);
  for (guint i = 0; i < model->pictures->len; i++)
    {
      const CopilOdtPicture *picture = model->pictures->pdata[i];

      if (picture->name)
        copil_odf_package_add (package, picture->name, picture->media_type, picture->bytes);
    }
  return TRUE;
}
