/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation's own .odt or .ott as the model of documents: read, asked, and written with. */
#include "copil-odt-template-private.h"
#include "fuzz.h"

/* What a document is made of beside the model's styles: enough of ours to be filled from. */
static GBytes *
get_plain (void)
{
  static GBytes *plain;
  g_autoptr (GError) error = NULL;
  static const char *const pairs[] = { "@LANGUAGE@",
                                       "fr",
                                       "@COUNTRY@",
                                       "FR",
                                       "@PAGE_WIDTH@",
                                       "210mm",
                                       "@PAGE_HEIGHT@",
                                       "297mm",
                                       "@ORIENTATION@",
                                       "portrait",
                                       "@TEXT_WIDTH@",
                                       "170mm",
                                       "@CONTENTS_1@",
                                       "170mm",
                                       "@CONTENTS_2@",
                                       "164mm",
                                       "@CONTENTS_3@",
                                       "158mm",
                                       "@CONTENTS_4@",
                                       "152mm",
                                       "@HEADER@",
                                       "",
                                       "@FOOTER@",
                                       "",
                                       NULL };

  if (!plain)
    plain = copil_odf_package_fill ("/fr/copil/odf/styles-odt.xml", pairs, &error);
  g_assert_no_error (error);
  return plain;
}

/* A model that was taken can be written with. */
static void
write_with (CopilOdtTemplate *model, gboolean landscape)
{
  g_autoptr (CopilOdfPackage) package =
      copil_odf_package_new ("application/vnd.oasis.opendocument.text");
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_odt_template_add_parts (model, package, get_plain (), landscape, &error));
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilOdtTemplate) model = copil_odt_template_new (bytes, &error);
  guint width, height;

  g_assert_true (!model == !!error);
  if (error)
    {
      g_assert_true (*error->message && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  copil_odt_template_has_header (model);
  copil_odt_template_has_footer (model);
  copil_odt_template_get_n_styles (model);
  copil_odt_template_get_accent (model);
  g_assert_true (!copil_odt_template_get_font (model) ||
                 g_utf8_validate (copil_odt_template_get_font (model), -1, NULL));
  for (int landscape = 0; landscape < 2; landscape++)
    {
      if (copil_odt_template_get_room (model, landscape, &width, &height))
        g_assert_true (width > 0 && height > 0);
      write_with (model, landscape);
    }
  return 0;
}
