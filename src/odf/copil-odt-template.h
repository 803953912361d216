/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COPIL_ODT_TEMPLATE_ERROR (copil_odt_template_error_quark ())
GQuark copil_odt_template_error_quark (void);

/* Why a model is refused; the message is one sentence for the person who chose it. */
typedef enum
{
  COPIL_ODT_TEMPLATE_ERROR_NOT_TEXT,  /* no .odt or .ott */
  COPIL_ODT_TEMPLATE_ERROR_BROKEN,    /* damaged, or a part is missing */
  COPIL_ODT_TEMPLATE_ERROR_TOO_LARGE, /* itself, or what it unfolds to */
  COPIL_ODT_TEMPLATE_ERROR_ENCRYPTED,
  COPIL_ODT_TEMPLATE_ERROR_VERSION, /* of OpenDocument, not known */
  COPIL_ODT_TEMPLATE_ERROR_HOSTILE, /* entities, names that lead out of the package */
  COPIL_ODT_TEMPLATE_ERROR_SCRIPT,
  COPIL_ODT_TEMPLATE_ERROR_OBJECT,
  COPIL_ODT_TEMPLATE_ERROR_LINK,    /* to something outside */
  COPIL_ODT_TEMPLATE_ERROR_PICTURE, /* of a kind that cannot be kept */
  COPIL_ODT_TEMPLATE_ERROR_PAGE,    /* no room for text on it */
} CopilOdtTemplateError;

/* CopilOdtTemplate: an organisation's own text document or template as the model of ours. Its pages
 * with their headers and footers, its fonts and its named styles are kept, as far as the strict ODF
 * 1.3 schema allows; its text is not. It never changes, so that any thread may use it. */
#define COPIL_TYPE_ODT_TEMPLATE (copil_odt_template_get_type ())
G_DECLARE_FINAL_TYPE (CopilOdtTemplate, copil_odt_template, COPIL, ODT_TEMPLATE, GObject)

/* Reads an .odt or .ott. Fails with COPIL_ODT_TEMPLATE_ERROR where it is broken, is not one, or
 * holds what a model must not: macros, objects, links to the outside, a password. */
CopilOdtTemplate *copil_odt_template_new (GBytes *bytes, GError **error);

/* What it has, to be told: a header and a footer, how many named styles of paragraphs and
 * characters, and the font of its text (NULL where it names none). */
gboolean copil_odt_template_has_header (CopilOdtTemplate *model);
gboolean copil_odt_template_has_footer (CopilOdtTemplate *model);
guint copil_odt_template_get_n_styles (CopilOdtTemplate *model);
const char *copil_odt_template_get_font (CopilOdtTemplate *model);

G_END_DECLS
