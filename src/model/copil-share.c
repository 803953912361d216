/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-share.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-value.h"

double
copil_round (double value, guint decimals)
{
  static const double powers[] = { 1, 10, 100, 1000 };
  double power = powers[MIN (decimals, G_N_ELEMENTS (powers) - 1)], scaled = fabs (value) * power,
         rounded;

  if (!isfinite (scaled) || scaled >= 1e15)
    return value;
  /* A share such as 0.285 × 100 is a hair below 28.5. */
  rounded = floor (scaled + MIN (1e-6, scaled * 1e-12) + 0.5) / power;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

void
copil_share_round_parts (const double *parts, guint n, guint *percents)
{
  g_autofree double *rests = g_new0 (double, n);
  double whole = 0;
  guint given = 0;

  for (guint i = 0; i < n; i++)
    {
      percents[i] = 0;
      if (isfinite (parts[i]) && parts[i] > 0)
        whole += parts[i];
    }
  if (!(whole > 0) || !isfinite (whole))
    return;
  for (guint i = 0; i < n; i++)
    {
      double share = isfinite (parts[i]) && parts[i] > 0 ? 100 * (parts[i] / whole) : -1;

      rests[i] = -1;
      if (share < 0)
        continue;
      percents[i] = (guint)floor (share + 1e-9);
      rests[i] = MAX (0, share - percents[i]);
      given += percents[i];
    }
  while (given < 100)
    {
      guint most = n;

      for (guint i = 0; i < n; i++)
        if (rests[i] >= 0 && (most == n || rests[i] > rests[most] + 1e-9 ||
                              (fabs (rests[i] - rests[most]) <= 1e-9 && parts[i] > parts[most])))
          most = i;
      if (most == n)
        return;
      percents[most]++;
      rests[most] = -1;
      given++;
    }
}

char *
copil_share_format (double part, double whole)
{
  double percent = 100 * part / whole;
  g_autofree char *text = NULL;

  if (!isfinite (percent))
    return g_strdup ("–");
  if (part != 0 && copil_round (percent, 0) == 0)
    {
      text = copil_percent_format (1);
      return g_strconcat ("<\u00a0", text, NULL);
    }
  if (part != whole && copil_round (percent, 0) == 100 && percent < 100)
    {
      text = copil_percent_format (99);
      return g_strconcat (">\u00a0", text, NULL);
    }
  return copil_percent_format (percent);
}

static char *
format_signed (double percent, const char *plus)
{
  double rounded = copil_round (percent, 0);
  g_autofree char *number = NULL, *sum = NULL;

  if (!isfinite (percent))
    return g_strdup ("–");
  number = copil_number_format (fabs (rounded));
  sum = g_strconcat (rounded > 0 ? plus : rounded < 0 ? "−" : "", number, NULL);
  /* Translators: a percentage, such as "40 %" */
  return g_strdup_printf (_ ("%s%%"), sum);
}

char *
copil_percent_format (double percent)
{
  return format_signed (percent, "");
}

char *
copil_percent_format_change (double percent)
{
  return format_signed (percent, "+");
}
