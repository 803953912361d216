/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-text.h"

G_BEGIN_DECLS

#define COPIL_TEXT_ERROR (copil_text_error_quark ())
typedef enum
{
  COPIL_TEXT_ERROR_FORM,  /* not a text we read, or a broken one */
  COPIL_TEXT_ERROR_EMPTY, /* no text in it, as in a scanned PDF */
  COPIL_TEXT_ERROR_LARGE  /* beyond what a convention can be */
} CopilTextError;
GQuark copil_text_error_quark (void);

/* Reads a convention's text from a file: plain text (UTF-8, UTF-16, Windows-1252), Markdown, .odt,
 * .docx, and .pdf where the build has poppler. Fails with G_IO_ERROR or COPIL_TEXT_ERROR and one
 * sentence. */
CopilText *copil_text_read_file (const char *path, GError **error);

/* The same from the bytes of a plain text. */
CopilText *copil_text_read_plain (const char *bytes, gsize length, GError **error);

G_END_DECLS
