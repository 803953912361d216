/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* CopilXml: libxml2's writer with a memory for failure, so that a part is written straight on and
 * asked once, at its end, whether all went well. Every text that goes in is made fit for XML. */
typedef struct
{
  xmlTextWriterPtr writer;
  gboolean failed;
} CopilXml;

/* Takes `buffer`, also where NULL is returned because memory is short. */
CopilXml *copil_xml_new (xmlOutputBufferPtr buffer);

/* Ends the document and closes the buffer. Returns whether everything was written. */
gboolean copil_xml_close (CopilXml *xml);

/* Starts the document with the root element `name`, the namespaces of ODF and its version. */
void copil_xml_start_root (CopilXml *xml, const char *name);

/* An element, by its name with prefix: its start, its end, and attributes right after the start. */
void copil_xml_start (CopilXml *xml, const char *name);
void copil_xml_end (CopilXml *xml);
void copil_xml_attr (CopilXml *xml, const char *name, const char *value);
void copil_xml_attr_int (CopilXml *xml, const char *name, gint64 value);

/* An attribute in millimetres, given in hundredths of them. */
void copil_xml_attr_mm (CopilXml *xml, const char *name, gint64 hundredths);
void copil_xml_text (CopilXml *xml, const char *text);

/* A whole element with a text in it; nothing if `text` is NULL or empty. */
void copil_xml_element (CopilXml *xml, const char *name, const char *text);

/* Returns `text` as valid UTF-8 without what XML forbids: CR LF and CR become LF, vertical tab and
 * form feed a space, the other control characters vanish. Returns `text` itself if it is fit; else
 * a new string, also put in `owned` for the caller to free. */
const char *copil_xml_clean (const char *text, char **owned);

G_END_DECLS
