/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many meetings the convention wants each year, and whether they were held. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-committee.h"
#include "copil-rules.h"
#include "copil-value.h"

/* Nobody signs for longer; what the file says is not to be trusted with a loop. */
#define MAX_YEARS 100

typedef struct
{
  char *first; /* first day of the year */
  char *next;  /* first day of the year after, or the day of the end */
  gboolean closes;
  guint held;
  guint planned;
  const char *held_on; /* the first that was held */
  const char *next_on; /* the first that is planned */
} Year;

static void
year_clear (gpointer data)
{
  Year *year = data;

  g_free (year->first);
  g_free (year->next);
}

static const char *
start_of (const CopilClauses *clauses)
{
  const char *start =
      clauses->effective && *clauses->effective ? clauses->effective : clauses->signed_on;

  return start && copil_date_is_valid (start) ? start : NULL;
}

static gboolean
in_year (const Year *year, const char *day)
{
  int after = strcmp (day, year->next);

  return strcmp (day, year->first) >= 0 && (after < 0 || (after == 0 && year->closes));
}

static void
count_meetings (Year *year, const CopilClauses *clauses, const char *today)
{
  for (const char *const *day = clauses->meetings; day && *day; day++)
    {
      if (!in_year (year, *day))
        continue;
      if (strcmp (*day, today) > 0)
        {
          year->planned++;
          year->next_on = year->next_on ? year->next_on : *day;
        }
      else
        {
          year->held++;
          year->held_on = year->held_on ? year->held_on : *day;
        }
    }
}

/* The years that have begun, at least the first; those after the end are not the convention's,
 * unless it goes on by tacit renewal. */
static GArray *
list_years (const CopilClauses *clauses, const char *start, const char *today)
{
  GArray *years = g_array_new (FALSE, TRUE, sizeof (Year));
  g_autofree char *end = copil_clauses_get_end (clauses, today, NULL);

  g_array_set_clear_func (years, year_clear);
  for (int i = 0; i < MAX_YEARS; i++)
    {
      Year year = { .first = copil_date_add_months (start, 12 * i),
                    .next = copil_date_add_months (start, 12 * (i + 1)) };

      if (!year.first || !year.next || (i > 0 && strcmp (year.first, today) > 0) ||
          (i > 0 && end && strcmp (year.first, end) >= 0))
        {
          year_clear (&year);
          break;
        }
      if (end && strcmp (year.next, end) >= 0)
        {
          g_free (year.next);
          year.next = g_strdup (end);
          year.closes = TRUE;
        }
      count_meetings (&year, clauses, today);
      g_array_append_val (years, year);
    }
  return years;
}

/* Whether the calendar year of its first meeting names each year that had one. */
static gboolean
have_own_names (GArray *years)
{
  const char *before = NULL;

  for (guint i = 0; i < years->len; i++)
    {
      const char *held_on = g_array_index (years, Year, i).held_on;

      if (held_on && before && strncmp (held_on, before, 4) == 0)
        return FALSE;
      before = held_on ? held_on : before;
    }
  return TRUE;
}

/* "2022", or "2021–2022". */
static char *
name_year (const Year *year, gboolean own_name)
{
  return own_name && year->held_on ? g_strndup (year->held_on, 4)
                                   : g_strdup_printf ("%.4s–%.4s", year->first, year->next);
}

/* « 2022, 2023 et 2024 ». */
static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s",
                            i == 0                ? ""
                            : i + 1 == names->len ? _ (" and ")
                                                  : ", ",
                            (const char *)names->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
append (GString *text, char *part)
{
  g_string_append_printf (text, "%s%s", text->len ? ", " : "", part);
  g_free (part);
}

static char *
describe_wish (int wanted, CopilCadence cadence)
{
  if (wanted == 1)
    return g_strdup (cadence == COPIL_CADENCE_PUBLIC ? _ ("One public presentation a year")
                                                     : _ ("One ordinary meeting a year"));
  return g_strdup_printf (
      cadence == COPIL_CADENCE_PUBLIC
          ? ngettext ("%d public presentation a year", "%d public presentations a year", wanted)
          : ngettext ("%d ordinary meeting a year", "%d ordinary meetings a year", wanted),
      wanted);
}

/* What the year under way still needs. */
static char *
describe_need (const Year *year, int wanted)
{
  g_autofree char *limit = copil_date_format (year->next);
  g_autofree char *next = copil_date_format (year->next_on);
  int lack = wanted - (int)year->held;

  if (wanted == 1)
    return year->planned ? g_strdup_printf (_ ("planned on %s"), next)
                         : g_strdup_printf (_ ("to be held before %s"), limit);
  if ((int)year->planned >= lack)
    return g_strdup_printf (ngettext ("%d more planned from %s", "%d more planned from %s", lack),
                            lack, next);
  return g_strdup_printf (
      ngettext ("%d more to be held before %s", "%d more to be held before %s", lack), lack, limit);
}

CopilFinding *
copil_committee_judge_years (const CopilClauses *clauses, CopilCadence cadence, const char *today)
{
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *wish = NULL, *need = NULL;
  const char *start = start_of (clauses);
  int wanted = clauses->meetings_per_year;
  gboolean own_names;

  if (wanted <= 0)
    return copil_finding_new (
        COPIL_VERDICT_UNKNOWN,
        g_strdup (cadence == COPIL_CADENCE_PUBLIC
                      ? _ ("The convention asks for no public presentation")
                      : _ ("The convention does not say how many meetings a year it wants")));
  wish = describe_wish (wanted, cadence);
  if (!start)
    return copil_finding_new (COPIL_VERDICT_UNKNOWN,
                              g_strdup_printf (_ ("%s: give the day the convention begins"), wish));
  years = list_years (clauses, start, today);
  own_names = wanted == 1 && have_own_names (years);
  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);

      if ((int)year->held >= wanted)
        g_ptr_array_add (kept, name_year (year, own_names));
      else if (in_year (year, today) || strcmp (today, year->first) < 0)
        need = describe_need (year, wanted);
      else
        g_ptr_array_add (missed, name_year (year, FALSE));
    }
  if (kept->len)
    {
      g_autofree char *list = join (kept);
      append (parts, g_strdup_printf (ngettext ("held in %s", "all held in %s", wanted), list));
    }
  if (missed->len)
    {
      g_autofree char *list = join (missed);
      append (parts,
              g_strdup_printf (ngettext ("not held in %s", "not all held in %s", wanted), list));
    }
  if (need)
    append (parts, g_strdup (need));
  return copil_finding_new (missed->len ? COPIL_VERDICT_BROKEN
                            : need      ? COPIL_VERDICT_PENDING
                                        : COPIL_VERDICT_KEPT,
                            g_strdup_printf (_ ("%s: %s"), wish, parts->str));
}
