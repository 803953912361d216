/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-picture.h"

struct _CopilPicture
{
  GObject parent_instance;
  GBytes *svg;
  GBytes *png;
  GBytes *jpeg;
  double width;
  double height;
  char *title;
  char *description;
  char *caption;
};

G_DEFINE_FINAL_TYPE (CopilPicture, copil_picture, G_TYPE_OBJECT)

static void
copil_picture_finalize (GObject *object)
{
  CopilPicture *self = COPIL_PICTURE (object);

  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  g_free (self->title);
  g_free (self->description);
  g_free (self->caption);
  G_OBJECT_CLASS (copil_picture_parent_class)->finalize (object);
}

static void
copil_picture_class_init (CopilPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_picture_finalize;
}

static void
copil_picture_init (CopilPicture *self)
{
}

static CopilPicture *
make (GBytes *svg, GBytes *png, GBytes *jpeg, double width, double height, const char *title,
      const char *description, const char *caption)
{
  CopilPicture *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);
  g_return_val_if_fail (title && *title, NULL);
  g_return_val_if_fail (description && *description, NULL);

  self = g_object_new (COPIL_TYPE_PICTURE, NULL);
  self->svg = svg ? g_bytes_ref (svg) : NULL;
  self->png = png ? g_bytes_ref (png) : NULL;
  self->jpeg = jpeg ? g_bytes_ref (jpeg) : NULL;
  self->width = width;
  self->height = height;
  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->caption = g_strdup (caption);
  return self;
}

CopilPicture *
copil_picture_new (GBytes *svg, GBytes *png, double width, double height, const char *title,
                   const char *description, const char *caption)
{
  g_return_val_if_fail (svg != NULL || png != NULL, NULL);
  return make (svg, png, NULL, width, height, title, description, caption);
}

CopilPicture *
copil_picture_new_photo (GBytes *jpeg, double width, double height, const char *title,
                         const char *description, const char *caption)
{
  g_return_val_if_fail (jpeg != NULL, NULL);
  return make (NULL, NULL, jpeg, width, height, title, description, caption);
}

GBytes *
copil_picture_get_svg (CopilPicture *picture)
{
  return picture->svg;
}

GBytes *
copil_picture_get_png (CopilPicture *picture)
{
  return picture->png;
}

GBytes *
copil_picture_get_jpeg (CopilPicture *picture)
{
  return picture->jpeg;
}

double
copil_picture_get_width (CopilPicture *picture)
{
  return picture->width;
}

double
copil_picture_get_height (CopilPicture *picture)
{
  return picture->height;
}

const char *
copil_picture_get_title (CopilPicture *picture)
{
  return picture->title;
}

const char *
copil_picture_get_description (CopilPicture *picture)
{
  return picture->description;
}

const char *
copil_picture_get_caption (CopilPicture *picture)
{
  return picture->caption;
}
