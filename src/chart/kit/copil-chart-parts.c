/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-parts.h"
#include "copil-share.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static void
legend_sign (CopilScene *scene, const CopilLegendEntry *entry, double x, double cy, double size)
{
  switch (entry->kind)
    {
    case COPIL_LEGEND_SYMBOL:
      copil_scene_symbol (scene, x + size / 2, cy, size, entry->role, -1);
      break;
    case COPIL_LEGEND_TRIANGLE:
      copil_scene_triangle (scene, x + size / 2, cy, size * 0.9, COPIL_PAINT_ROLE (entry->role),
                            -1);
      break;
    case COPIL_LEGEND_HEAT:
      copil_scene_rect (scene, x, cy - size / 2, size, size, 2, COPIL_CORNERS_ALL,
                        COPIL_PAINT_HEAT (60), -1);
      break;
    case COPIL_LEGEND_LINE:
    case COPIL_LEGEND_DASHES:
      {
        const double xy[] = { x - 2, cy, x + size + 2, cy };

        copil_scene_line (scene, xy, 2, entry->kind == COPIL_LEGEND_LINE ? 2.5 : 2,
                          entry->kind == COPIL_LEGEND_DASHES, COPIL_PAINT_PLAIN_ROLE (entry->role));
      }
      break;
    case COPIL_LEGEND_DOT:
    case COPIL_LEGEND_RING:
      copil_scene_dot (scene, x + size / 2, cy, size * 0.8, entry->kind == COPIL_LEGEND_RING,
                       COPIL_PAINT_PLAIN_ROLE (entry->role), -1);
      break;
    case COPIL_LEGEND_TICK:
      copil_scene_rect (scene, x + size / 2 - 1.5, cy - size * 0.6, 3, size * 1.2, 0,
                        COPIL_CORNERS_NONE, COPIL_PAINT_PLAIN_ROLE (entry->role), -1);
      break;
    case COPIL_LEGEND_SWATCH:
    default:
      copil_scene_rect (scene, x, cy - size / 2, size, size, 2, COPIL_CORNERS_ALL,
                        COPIL_PAINT_ROLE (entry->role), -1);
      break;
    }
}

double
copil_parts_head (CopilScene *scene, const char *title, const CopilLegendEntry *entries,
                  guint n_entries)
{
  double x0 = scene->padding, x1 = scene->width - scene->padding;
  double y = scene->padding;
  double line = copil_scene_line_height (scene, COPIL_TEXT_SMALL);
  double sign = round (scene->em * 0.85);
  double x = x0;

  /* In very little height the figures come before the title. */
  if (scene->show_title && (scene->mode != COPIL_SCENE_FIT || scene->height >= 14 * scene->em) &&
      title != NULL && *title != '\0')
    {
      CopilText *text = copil_scene_text (scene, COPIL_TEXT_TITLE, title, x1 - x0, 2);

      copil_scene_place (scene, text, x0, y, COPIL_INK_TEXT);
      y += ceil (text->height) + 4;
    }
  if (n_entries == 0)
    return y + 4;

  for (guint i = 0; i < n_entries; i++)
    {
      CopilText *value =
          entries[i].value != NULL
              ? copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, entries[i].value, -1, 1)
              : NULL;
      double value_width = value != NULL ? value->width + 5 : 0;
      CopilText *label = copil_scene_text (scene, COPIL_TEXT_SMALL, entries[i].label,
                                           MAX (20, x1 - x0 - sign - 6 - value_width), 1);
      double width = sign + 6 + label->width + value_width;
      double cy;

      if (x > x0 && x + width > x1)
        {
          x = x0;
          y += ceil (line) + 3;
        }
      cy = round (y + line / 2);
      legend_sign (scene, &entries[i], x, cy, sign);
      copil_scene_place_on (scene, label, x + sign + 6, cy, 0, COPIL_INK_MUTED);
      if (value != NULL)
        copil_scene_place_on (scene, value, x + sign + 6 + label->width + 5, cy, 0, COPIL_INK_TEXT);
      x += width + 18;
    }
  return y + ceil (line) + 10;
}

double
copil_parts_label_width (CopilScene *scene, char **labels, char **titles, guint n, double share)
{
  double most = floor ((scene->width - 2 * scene->padding) * share);
  double width = 0;

  for (guint i = 0; i < n && width < most; i++)
    width = MAX (
        width,
        copil_scene_text_headed (scene, COPIL_TEXT_BODY, labels[i], titles[i], most, 2)->width);
  return MIN (most, ceil (width) + 1);
}

char *
copil_parts_count (gint64 value)
{
  const struct lconv *conventions = localeconv ();
  const char *separator = conventions->thousands_sep;
  guint64 rest = value < 0 ? (guint64) - (value + 1) + 1 : (guint64)value;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, rest);
  g_autoptr (GString) text = g_string_new (value < 0 ? "\u2212" : "");
  gsize length = strlen (digits);
  gboolean grouped = separator != NULL && *separator != '\0' &&
                     g_utf8_validate (separator, -1, NULL) && conventions->grouping[0] == 3;

  for (gsize i = 0; i < length; i++)
    {
      if (grouped && i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
copil_parts_number (double value, const char *unit)
{
  const struct lconv *conventions = localeconv ();
  double hundredths = round (100 * copil_round (fabs (value), 2));
  g_autofree char *whole = NULL, *decimals = NULL;
  gint64 units;
  int rest;

  if (!isfinite (value) || hundredths > 9e17)
    return g_strdup ("–");
  units = (gint64)(hundredths / 100);
  rest = (int)(hundredths - 100.0 * (double)units);
  whole = copil_parts_count (units);
  if (rest > 0)
    decimals = rest % 10 ? g_strdup_printf ("%s%02d", conventions->decimal_point, rest)
                         : g_strdup_printf ("%s%d", conventions->decimal_point, rest / 10);
  return g_strconcat (value < 0 && hundredths > 0 ? "\u2212" : "", whole, decimals ? decimals : "",
                      NULL != unit && *unit ? "\u00a0" : "", unit ? unit : "", NULL);
}

double
copil_parts_step (double span, double n)
{
  double rough = span / MAX (n, 1), power, step;

  if (!(rough > 0) || !isfinite (rough))
    return 1;
  power = pow (10, floor (log10 (rough)));
  step = rough / power;
  return power * (step <= 1 ? 1 : step <= 2 ? 2 : step <= 5 ? 5 : 10);
}

char *
copil_parts_date (const GDate *date)
{
  /* Translators: year, month, day; reorder with %3$02d and the like. */
  return g_strdup_printf (C_ ("chart", "%04d-%02d-%02d"), (int)g_date_get_year (date),
                          (int)g_date_get_month (date), (int)g_date_get_day (date));
}

const char *
copil_parts_month (guint month)
{
  static const char *const names[] = {
    NC_ ("chart", "Jan"), NC_ ("chart", "Feb"), NC_ ("chart", "Mar"), NC_ ("chart", "Apr"),
    NC_ ("chart", "May"), NC_ ("chart", "Jun"), NC_ ("chart", "Jul"), NC_ ("chart", "Aug"),
    NC_ ("chart", "Sep"), NC_ ("chart", "Oct"), NC_ ("chart", "Nov"), NC_ ("chart", "Dec")
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", names[month - 1]);
}

char *
copil_parts_name (const char *label, const char *title)
{
  gboolean has_label = label != NULL && *label != '\0';
  gboolean has_title = title != NULL && *title != '\0';

  if (has_label && has_title)
    return g_strdup_printf ("%s %s", label, title);
  return has_label ? g_strdup (label) : has_title ? g_strdup (title) : NULL;
}
