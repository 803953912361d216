/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odf-text.h"

#include <string.h>

/* Inside a paragraph, readers drop a space that follows another one, or that starts or ends it. */
typedef struct
{
  CopilXml *xml;
  gboolean after_space; /* also at the start of the paragraph and of a line */
} Flow;

static void
write_spaces (Flow *flow, guint n, gboolean at_end)
{
  if (n == 0)
    return;
  if (!flow->after_space && !at_end)
    {
      copil_xml_text (flow->xml, " ");
      n--;
    }
  if (n > 0)
    {
      copil_xml_start (flow->xml, "text:s");
      if (n > 1)
        copil_xml_attr_int (flow->xml, "text:c", n);
      copil_xml_end (flow->xml);
    }
  flow->after_space = TRUE;
}

static void
write_flow (Flow *flow, const char *text, gboolean is_last)
{
  g_autofree char *owned = NULL;
  const char *p = copil_xml_clean (text, &owned);

  while (*p)
    {
      gsize spaces = strspn (p, " ");
      gsize words;

      write_spaces (flow, (guint)spaces, (is_last && p[spaces] == 0) || p[spaces] == '\n');
      p += spaces;
      if (*p == '\n' || *p == '\t')
        {
          copil_xml_start (flow->xml, *p == '\n' ? "text:line-break" : "text:tab");
          copil_xml_end (flow->xml);
          flow->after_space = TRUE;
          p++;
          continue;
        }
      /* Words with single spaces between them go out in one piece. */
      for (words = 0; p[words] && p[words] != '\n' && p[words] != '\t'; words++)
        if (p[words] == ' ' && (p[words + 1] == 0 || strchr (" \n\t", p[words + 1])))
          break;
      if (words > 0)
        {
          g_autofree char *piece = g_strndup (p, words);

          copil_xml_text (flow->xml, piece);
          flow->after_space = FALSE;
          p += words;
        }
    }
}

void
copil_odf_write_text (CopilXml *xml, const char *text)
{
  Flow flow = { xml, TRUE };

  write_flow (&flow, text, TRUE);
}

void
copil_odf_write_runs (CopilXml *xml, const CopilRuns *runs, gboolean french)
{
  g_autoptr (CopilRuns) set = french ? copil_runs_french (runs) : NULL;
  const CopilRuns *shown = set ? set : runs;
  guint n = copil_runs_get_n_runs (shown);
  Flow flow = { xml, TRUE };

  for (guint i = 0; i < n; i++)
    {
      CopilRunStyle style;
      const char *text = copil_runs_get_run (shown, i, &style);

      if (style != COPIL_RUN_PLAIN)
        {
          copil_xml_start (xml, "text:span");
          copil_xml_attr (xml, "text:style-name",
                          style == COPIL_RUN_STRONG     ? "Strong_20_Emphasis"
                          : style == COPIL_RUN_EMPHASIS ? "Emphasis"
                                                        : "Ordinal");
        }
      write_flow (&flow, text, i + 1 == n);
      if (style != COPIL_RUN_PLAIN)
        copil_xml_end (xml);
    }
}

void
copil_odf_write_paragraph (CopilXml *xml, const char *style, const CopilRuns *runs, gboolean french)
{
  copil_xml_start (xml, "text:p");
  copil_xml_attr (xml, "text:style-name", style);
  if (runs)
    copil_odf_write_runs (xml, runs, french);
  copil_xml_end (xml);
}

void
copil_odf_write_paragraph_text (CopilXml *xml, const char *style, const char *text, gboolean french)
{
  g_autoptr (CopilRuns) runs = copil_runs_new (text);

  copil_odf_write_paragraph (xml, style, runs, french);
}
