/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figures.h"

#include <glib/gi18n-lib.h>

#include "copil-deadline-store.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-share.h"
#include "copil-store-charts.h"
#include "copil-value.h"
#include "copil-words.h"

static void
figure_free (gpointer data)
{
  CopilKeyFigure *figure = data;

  g_free (figure->value);
  g_free (figure->label);
  g_free (figure);
}

/* Takes value and label. */
static void
add (GPtrArray *figures, char *value, char *label)
{
  CopilKeyFigure *figure = g_new (CopilKeyFigure, 1);

  figure->value = value;
  figure->label = label;
  g_ptr_array_add (figures, figure);
}

static void
add_counts (GPtrArray *figures, CopilStore *store, CopilAudience audience, const char *today)
{
  guint counts[5], total = 0;
  g_autofree char *share = NULL;

  copil_count_engagements (store, audience, today, counts);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    total += counts[i];
  share = copil_share_format (counts[0], total);
  add (figures, copil_words_number (total),
       g_strdup (g_dngettext (GETTEXT_PACKAGE, "engagement", "engagements", total)));
  /* Translators: under the number of engagements that are done; the number is their share */
  add (figures, copil_words_number (counts[0]), g_strdup_printf (_ ("done (%s)"), share));
  add (figures, copil_words_number (counts[3]),
       g_strdup (g_dngettext (GETTEXT_PACKAGE, "late engagement", "late engagements", counts[3])));
}

static void
add_deadline (GPtrArray *figures, CopilStore *store, CopilAudience audience, const char *today)
{
  g_autoptr (CopilDeadline) next = copil_deadline_next_for (
      store, audience == COPIL_AUDIENCE_PUBLIC ? COPIL_DEADLINES_PUBLIC : COPIL_DEADLINES_ALL,
      today);
  g_autofree char *title = NULL;

  if (!next)
    return;
  title = copil_words_cut (next->title, 90);
  /* Translators: under a date: what is due on it */
  add (figures, copil_date_format_long (next->date), g_strdup_printf (_ ("next: %s"), title));
}

static void
add_end (GPtrArray *figures, CopilStore *store, const char *today)
{
  g_autofree char *end = copil_convention_dup_end (store, today);

  if (end)
    add (figures, copil_date_format_long (end), g_strdup (_ ("end of the convention")));
}

GPtrArray *
copil_key_figures (CopilStore *store, CopilAudience audience, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  add_counts (figures, store, audience, today);
  add_deadline (figures, store, audience, today);
  add_end (figures, store, today);
  return figures;
}
