/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-xml.h"
#include "copil-runs.h"

G_BEGIN_DECLS

/* Writes `runs` inside the paragraph that is open: spaces, tabs and line breaks are kept as they
 * are (text:s, text:tab, text:line-break), strong and emphasis become named styles. `french`
 * applies French typography. */
void copil_odf_write_runs (CopilXml *xml, const CopilRuns *runs, gboolean french);

/* Writes a whole paragraph (text:p) of the named style, from runs (NULL is an empty one) or text.
 */
void copil_odf_write_paragraph (CopilXml *xml, const char *style, const CopilRuns *runs,
                                gboolean french);
void copil_odf_write_paragraph_text (CopilXml *xml, const char *style, const char *text,
                                     gboolean french);

/* Writes plain text inside the open paragraph, keeping spaces, tabs and line breaks. */
void copil_odf_write_text (CopilXml *xml, const char *text);

G_END_DECLS
