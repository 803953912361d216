/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-rules.h"

#include "copil-fold.h"
#include "copil-value.h"

#include <math.h>
#include <string.h>

gboolean
copil_unit_is_percent (const char *unit)
{
  static const char *const words[] = { "pour cent", "pourcent", "per cent", "percent" };
  g_autofree char *folded = copil_fold_name (unit);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;
  return strchr (folded, '%') != NULL;
}

gboolean
copil_status_is_late (const char *status, const char *due, const char *today)
{
  if (!due || !*due)
    return FALSE;
  if (status && (g_str_equal (status, "done") || g_str_equal (status, "abandoned")))
    return FALSE;
  return strcmp (due, today) < 0;
}

int
copil_status_get_progress (const char *status, const char *progress)
{
  if (status && g_str_equal (status, "abandoned"))
    return -1;
  if (status && g_str_equal (status, "done"))
    return 100;
  if (progress && *progress)
    return (int)CLAMP (g_ascii_strtoll (progress, NULL, 10), 0, 100);
  if (status && g_str_equal (status, "in_progress"))
    return -1;
  return 0;
}

gboolean
copil_indicator_get_progress (double baseline, double target, double observed, double *percent)
{
  if (!isfinite (baseline) || !isfinite (target) || !isfinite (observed) || target == baseline)
    return FALSE;
  *percent = 100. * (observed - baseline) / (target - baseline);
  return TRUE;
}

char *
copil_convention_get_end (const char *signed_on, const char *effective, gint64 duration_months,
                          const char *expires)
{
  const char *from = effective && *effective ? effective : signed_on;

  if (expires && *expires)
    return g_strdup (expires);
  if (!from || duration_months <= 0)
    return NULL;
  return copil_date_add_months (from, duration_months);
}
