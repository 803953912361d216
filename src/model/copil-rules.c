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
copil_status_is_settled (const char *status)
{
  return status && (g_str_equal (status, "done") || g_str_equal (status, "abandoned") ||
                    g_str_equal (status, "adopted"));
}

gboolean
copil_status_is_late (const char *status, const char *due, const char *today)
{
  if (!due || !*due)
    return FALSE;
  if (copil_status_is_settled (status))
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

/* In months; what is not said is a year, as it is in nearly all conventions. */
#define USUAL_RENEWAL 12

char *
copil_term_get_end (const CopilTerm *term, const char *day, guint *renewals)
{
  g_autofree char *first = copil_convention_get_end (term->signed_on, term->effective,
                                                     term->duration_months, term->expires);
  char *end = g_strdup (first);
  gint64 months = term->renewal_months > 0 ? term->renewal_months : USUAL_RENEWAL;
  guint n = 0;

  if (renewals)
    *renewals = 0;
  if (g_strcmp0 (term->renewal, "tacit") != 0)
    return end;
  while (end && strcmp (day, end) > 0 && (term->renewal_times <= 0 || n < term->renewal_times) &&
         (n + 1) * months <= COPIL_DATE_MOST_MONTHS)
    {
      char *next = copil_date_add_months (first, (gint64)++n * months);

      if (!next)
        break;
      g_free (end);
      end = next;
    }
  if (renewals)
    *renewals = n;
  return end;
}
