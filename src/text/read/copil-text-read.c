/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-read.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-package.h"

#define LARGEST (64 * 1024 * 1024)

G_DEFINE_QUARK (copil - text - error - quark, copil_text_error)

/* The bytes as UTF-8, whatever they were written in. */
static char *
to_utf8 (const char *bytes, gsize length)
{
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 &&
      g_utf8_validate_len (bytes + 3, length - 3, NULL))
    return g_strndup (bytes + 3, length - 3);
  if (length >= 2 && ((guchar)bytes[0] == 0xff || (guchar)bytes[0] == 0xfe) &&
      (guchar)bytes[0] + (guchar)bytes[1] == 0x1fd)
    return g_convert (bytes, (gssize)length, "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  if (memchr (bytes, '\0', length))
    return NULL;
  return g_convert_with_fallback (bytes, (gssize)length, "UTF-8", "WINDOWS-1252", " ", NULL, NULL,
                                  NULL);
}

CopilText *
copil_text_read_plain (const char *bytes, gsize length, GError **error)
{
  g_autofree char *utf8 = to_utf8 (bytes, length), *composed = NULL;

  if (!utf8)
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
                           _ ("This is not a text"));
      return NULL;
    }
  composed = copil_text_compose (utf8);
  if (!composed[strspn (composed, " \t\r\n\f\v")])
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_EMPTY,
                           _ ("There is no text in it"));
      return NULL;
    }
  return copil_text_new_from_plain (composed);
}

/* Forms that are named, not read: what older word processors write, and what is locked. */
static gboolean
is_readable (const char *bytes, gsize length, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  if (length > 8 && memcmp (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    {
      if (memmem (bytes, length, encrypted, sizeof encrypted - 1))
        g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
                             _ ("The document is protected by a password: save it without one"));
      else
        g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
                             _ ("It is in an older form of document: save it as .docx or .odt "
                                "first"));
      return FALSE;
    }
  if (length > 5 && memcmp (bytes, "{\\rtf", 5) == 0)
    {
      g_set_error_literal (
          error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
          _ ("It is in an older form of document: save it as .docx or .odt first"));
      return FALSE;
    }
  return TRUE;
}

CopilText *
copil_text_read_file (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  CopilText *text = NULL;
  gsize length;
  GStatBuf information;

  if (g_stat (path, &information) == 0 && information.st_size > LARGEST)
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_LARGE,
                           _ ("It is too large for a convention"));
      return NULL;
    }
  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  if (!is_readable (bytes, length, error))
    return NULL;
  if (length > 4 && memcmp (bytes, "PK\003\004", 4) == 0)
    {
      g_autoptr (GBytes) package = g_bytes_new (bytes, length);
      gboolean word = length < G_MAXINT && memmem (bytes, length, "word/document.xml", 17);

      text = word ? copil_text_read_docx (package, error) : copil_text_read_odt (package, error);
    }
  else if (length > 5 && memcmp (bytes, "%PDF-", 5) == 0)
    {
#ifdef HAVE_POPPLER
      g_autoptr (GBytes) package = g_bytes_new (bytes, length);

      text = copil_text_read_pdf (package, error);
#else
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
                           _ ("This Copil cannot read PDF: save it as text or .odt first"));
      return NULL;
#endif
    }
  else
    return copil_text_read_plain (bytes, length, error);
  if (text && !copil_text_get_lines (text)->len)
    {
      g_clear_pointer (&text, copil_text_free);
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_EMPTY,
                           _ ("There is no text in it"));
    }
  return text;
}
