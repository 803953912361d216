/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-odt-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-odt-template.h"

#define PICTURE_SIZE (20u * 1024 * 1024)

/* Whether a value of an SVG's attribute or style leads out of it. */
static gboolean
leads_out (const char *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);

  if (strstr (lower, "@import"))
    return TRUE;
  for (const char *p = lower; (p = strstr (p, "url(")); p++)
    {
      const char *target = p + 4 + strspn (p + 4, " \t\n'\"");

      if (*target != '#' && !g_str_has_prefix (target, "data:image/"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_harmless (xmlNodePtr node)
{
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
    {
      g_autofree char *value = NULL;
      xmlChar *raw = xmlNodeListGetString (node->doc, attribute->children, 1);
      gboolean is_link = !g_ascii_strcasecmp ((const char *)attribute->name, "href");

      value = g_strdup (raw ? (const char *)raw : "");
      xmlFree (raw);
      if (!g_ascii_strncasecmp ((const char *)attribute->name, "on", 2) || leads_out (value) ||
          (is_link && *value && *value != '#' && !g_str_has_prefix (value, "data:image/")))
        return FALSE;
    }
  for (xmlNodePtr child = node->children; child; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE &&
          (!g_ascii_strcasecmp ((const char *)child->name, "script") ||
           !g_ascii_strcasecmp ((const char *)child->name, "foreignObject") ||
           !is_harmless (child)))
        return FALSE;
      if (child->type == XML_TEXT_NODE && leads_out ((const char *)child->content))
        return FALSE;
      if (child->type == XML_PI_NODE)
        return FALSE;
    }
  return TRUE;
}

/* The ending and media type of what is kept; NULL for the others. An SVG is read as a whole. */
static const char *
get_kind (GBytes *bytes, const char **media_type, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = NULL;
  const char *ending = NULL;
  xmlDocPtr doc;

  if (size > 8 && !memcmp (data, "\x89PNG\r\n\x1a\n", 8))
    return *media_type = "image/png", "png";
  if (size > 3 && !memcmp (data, "\xff\xd8\xff", 3))
    return *media_type = "image/jpeg", "jpg";
  if (size > 6 && (!memcmp (data, "GIF87a", 6) || !memcmp (data, "GIF89a", 6)))
    return *media_type = "image/gif", "gif";
  head = g_strndup ((const char *)data, MIN (size, 4096));
  if (!strstr (head, "<svg") || *head != '<')
    return NULL;
  doc = copil_odf_archive_parse (bytes, "SVG", NULL);
  if (doc && !strcmp ((const char *)xmlDocGetRootElement (doc)->name, "svg"))
    {
      *media_type = "image/svg+xml";
      ending = "svg";
      if (!is_harmless (xmlDocGetRootElement (doc)))
        {
          ending = NULL;
          g_set_error_literal (error, COPIL_ODT_TEMPLATE_ERROR, COPIL_ODT_TEMPLATE_ERROR_SCRIPT,
                               _ ("A picture of the model holds a script or a link."));
        }
    }
  if (doc)
    xmlFreeDoc (doc);
  return ending;
}

void
copil_odt_picture_free (gpointer data)
{
  CopilOdtPicture *picture = data;

  g_free (picture->source);
  g_free (picture->name);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture);
}

const CopilOdtPicture *
copil_odt_picture_read (CopilOdfArchive *archive, const char *href, GPtrArray *pictures,
                        GError **error)
{
  const char *source = g_str_has_prefix (href, "./") ? href + 2 : href;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  CopilOdtPicture *picture;
  const char *ending, *media_type = NULL;
  guint n = 1;

  for (guint i = 0; i < pictures->len; i++)
    {
      picture = pictures->pdata[i];
      if (!strcmp (picture->source, source))
        return picture;
      n += picture->name != NULL;
    }
  bytes = copil_odf_archive_read (archive, source, PICTURE_SIZE, error);
  if (!bytes)
    return NULL;
  ending = get_kind (bytes, &media_type, &failure);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  picture = g_new0 (CopilOdtPicture, 1);
  picture->source = g_strdup (source);
  if (ending)
    {
      picture->name = g_strdup_printf ("Pictures/model-%03u.%s", n, ending);
      picture->media_type = media_type;
      picture->bytes = g_steal_pointer (&bytes);
    }
  g_ptr_array_add (pictures, picture);
  return picture;
}
