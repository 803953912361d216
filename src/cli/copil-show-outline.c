/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-show.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-figure-store.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-value.h"
#include "copil-verb.h"
#include "copil-deadline-store.h"

/* Adds a part to a line whose parts are set apart. */
static void
add (GString *line, const char *separator, const char *part)
{
  if (!part || !*part)
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

static void
add_date (GString *line, const char *separator, const char *format, const char *date)
{
  g_autofree char *shown = copil_date_format (date);
  g_autofree char *part = NULL;

  if (!*shown)
    return;
  part = g_strdup_printf (format, shown);
  add (line, separator, part);
}

static const char *
option_label (const char *kind, const char *field, const char *value)
{
  return value ? copil_field_get_option_label (copil_kind_get_field (copil_kind_get (kind), field),
                                               value)
               : "";
}

static void
print_heading (const char *kind, gint64 count)
{
  copil_verb_printf ("\n%s (%" G_GINT64_FORMAT ")\n",
                     copil_kind_get_plural_label (copil_kind_get (kind)), count);
}

static gint64
count (CopilStore *store, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind);
  return copil_store_query_int (store, sql, NULL);
}

static void
print_convention (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT title, reference, signed, effective, duration_months, expires, renewal,"
      " notice_months, short_title FROM convention ORDER BY id LIMIT 1",
      NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *end = NULL;
  gint64 notice;

  if (!copil_query_next (query))
    return;
  if (copil_query_text (query, 8))
    {
      copil_verb_print_wrapped ("", 0, copil_query_text (query, 8));
      copil_verb_print ("\n");
    }
  if (copil_query_text (query, 0))
    copil_verb_print_wrapped ("", 0, copil_query_text (query, 0));
  end = copil_convention_dup_end (store, NULL);
  add (line, " · ", copil_query_text (query, 1));
  /* Translators: %s is a date */
  add_date (line, " · ", _ ("signed on %s"), copil_query_text (query, 2));
  /* Translators: %s is a date */
  add_date (line, " · ", _ ("expires on %s"), end);
  if (copil_query_text (query, 6) && !g_str_equal (copil_query_text (query, 6), "unstated"))
    {
      g_autofree char *renewal = g_strdup_printf (
          _ ("renewal: %s"), option_label ("convention", "renewal", copil_query_text (query, 6)));
      add (line, " · ", renewal);
    }
  notice = copil_query_int (query, 7);
  if (notice > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "notice: %d month", "notice: %d months", (gulong)notice),
          (int)notice);
      add (line, " · ", text);
    }
  if (line->len > 0)
    copil_verb_print_wrapped ("", 0, line->str);
}

static void
print_parties (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT short_name, name, side FROM party ORDER BY side, position, id", NULL);
  g_autofree char *side = NULL;

  print_heading ("party", count (store, "party"));
  while (copil_query_next (query))
    {
      const char *name =
          copil_query_text (query, 0) ? copil_query_text (query, 0) : copil_query_text (query, 1);
      const char *full = copil_query_text (query, 1);

      if (g_strcmp0 (side, copil_query_text (query, 2)) != 0)
        {
          g_free (side);
          side = g_strdup (copil_query_text (query, 2));
          copil_verb_print_wrapped ("  ", 2, option_label ("party", "side", side));
        }
      if (name && full && !g_str_equal (name, full))
        {
          g_autofree char *both = g_strdup_printf ("%s – %s", name, full);
          copil_verb_print_wrapped ("    ", 6, both);
        }
      else
        copil_verb_print_wrapped ("    ", 6, name ? name : "");
    }
}

static void
print_engagements (CopilStore *store, gint64 axis, gint64 measure, GHashTable *percents)
{
#define COLUMNS                                                                                    \
  "SELECT text, status, due, copil_late (status, due), copil_progress (status, progress),"         \
  " (SELECT group_concat (name, ', ') FROM (SELECT coalesce (p.short_name, p.name) AS name"        \
  " FROM engagement_party l JOIN party p ON p.id = l.party WHERE l.engagement = e.id"              \
  " ORDER BY p.position, p.id)), id FROM engagement e"
  g_autoptr (CopilQuery) query =
      measure
          ? copil_store_query (store, COLUMNS " WHERE measure = ?1 ORDER BY position, id", "i",
                               measure)
          : copil_store_query (store,
                               COLUMNS " WHERE axis = ?1 AND measure IS NULL ORDER BY position, id",
                               "i", axis);
#undef COLUMNS

  while (copil_query_next (query))
    {
      const char *status = copil_query_text (query, 1);
      g_autoptr (GString) state = g_string_new (option_label ("engagement", "status", status));
      const char *text = copil_query_text (query, 0);
      gint64 id = copil_query_int (query, 6);
      const double *told = g_hash_table_lookup (percents, &id);

      if ((g_strcmp0 (status, "in_progress") == 0 && !copil_query_is_null (query, 4)) || told)
        {
          g_autofree char *percent =
              copil_percent_format (told ? *told : copil_query_double (query, 4));
          add (state, " ", percent);
        }
      /* Translators: %s is a date */
      add_date (state, " · ", copil_query_int (query, 3) ? _ ("late since %s") : _ ("due on %s"),
                copil_query_text (query, 2));
      add (state, " · ", copil_query_text (query, 5));
      copil_verb_print_wrapped ("    - ", 6, text ? text : "");
      if (state->len > 0)
        copil_verb_print_wrapped ("        ", 8, state->str);
    }
}

/* "4.1.1 Title" or "Axis 4 Title", whichever of the two there is. */
static void
print_title (const char *indent, guint hang, const char *label, const char *title)
{
  g_autoptr (GString) line = g_string_new (label);

  add (line, " ", title);
  copil_verb_print_wrapped (indent, hang, line->str);
}

static void
print_axes (CopilStore *store)
{
  g_autofree char *percents =
      copil_figure_engagement_percents_json (store, COPIL_FIGURES_ALL, NULL);
  g_autoptr (CopilQuery) axes = copil_store_query (
      store,
      "WITH v AS MATERIALIZED (SELECT cast (key AS INTEGER) AS id, value FROM json_each (?1))"
      " SELECT a.id, a.label, a.title, p.n, p.done, p.late, p.progress FROM axis a LEFT JOIN "
      "(SELECT"
      " coalesce (m.axis, e.axis) AS axis, count (*) AS n, sum (e.status = 'done') AS done,"
      " sum (copil_late (e.status, e.due)) AS late,"
      " avg (coalesce (v.value, copil_progress (e.status, e.progress)))"
      " AS progress FROM engagement e LEFT JOIN measure m ON m.id = e.measure"
      " LEFT JOIN v ON v.id = e.id GROUP BY 1) p ON p.axis = a.id ORDER BY a.position, a.id",
      "t", percents);
  g_autoptr (GHashTable) by_indicators =
      copil_figure_engagement_percents (store, COPIL_FIGURES_ALL, NULL);

  print_heading ("axis", count (store, "axis"));
  while (copil_query_next (axes))
    {
      gint64 axis = copil_query_int (axes, 0);
      guint n = (guint)copil_query_int (axes, 3), done = (guint)copil_query_int (axes, 4),
            late = (guint)copil_query_int (axes, 5);
      g_autoptr (CopilQuery) measures = copil_store_query (
          store, "SELECT id, label, title FROM measure WHERE axis = ?1 ORDER BY position, id", "i",
          axis);
      g_autoptr (GString) figures = g_string_new (NULL);

      copil_verb_print ("\n");
      print_title ("", 2, copil_query_text (axes, 1), copil_query_text (axes, 2));
      g_string_append_printf (
          figures, g_dngettext (GETTEXT_PACKAGE, "%u engagement", "%u engagements", n), n);
      if (done > 0)
        g_string_append_printf (
            figures, g_dngettext (GETTEXT_PACKAGE, " · %u done", " · %u done", done), done);
      if (late > 0)
        g_string_append_printf (
            figures, g_dngettext (GETTEXT_PACKAGE, " · %u late", " · %u late", late), late);
      if (!copil_query_is_null (axes, 6))
        {
          g_autofree char *percent = copil_percent_format (copil_query_double (axes, 6));

          add (figures, " · ", percent);
        }
      copil_verb_print_wrapped ("  ", 2, figures->str);
      print_engagements (store, axis, 0, by_indicators);
      while (copil_query_next (measures))
        {
          print_title ("  ", 4, copil_query_text (measures, 1), copil_query_text (measures, 2));
          print_engagements (store, axis, copil_query_int (measures, 0), by_indicators);
        }
    }
}

static void
print_meetings (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT date, title, type, place, minutes, (SELECT count (*) FROM attendance a"
      " WHERE a.meeting = m.id AND a.state IN ('present', 'represented')),"
      " (SELECT count (*) FROM decision d WHERE d.meeting = m.id) FROM meeting m"
      " ORDER BY date, time, id",
      NULL);

  if (count (store, "meeting") == 0)
    return;
  print_heading ("meeting", count (store, "meeting"));
  while (copil_query_next (query))
    {
      g_autoptr (GString) line = g_string_new (NULL);
      guint present = (guint)copil_query_int (query, 5), taken = (guint)copil_query_int (query, 6);

      add_date (line, "", "%s", copil_query_text (query, 0));
      add (line, " ",
           copil_query_text (query, 1)
               ? copil_query_text (query, 1)
               : option_label ("meeting", "type", copil_query_text (query, 2)));
      add (line, " · ", copil_query_text (query, 3));
      if (present > 0)
        g_string_append_printf (
            line, g_dngettext (GETTEXT_PACKAGE, " · %u attended", " · %u attended", present),
            present);
      if (taken > 0)
        g_string_append_printf (
            line, g_dngettext (GETTEXT_PACKAGE, " · %u decision", " · %u decisions", taken), taken);
      if (copil_query_text (query, 4))
        {
          /* Translators: %s is the state of the minutes: "draft", "validated" … */
          g_autofree char *minutes = g_strdup_printf (
              _ ("minutes: %s"), option_label ("meeting", "minutes", copil_query_text (query, 4)));
          add (line, " · ", minutes);
        }
      copil_verb_print_wrapped ("  ", 4, line->str);
    }
}

static void
print_fiches (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT f.label, f.title, f.status, p.name, f.due FROM fiche f"
                         " LEFT JOIN person p ON p.id = f.lead ORDER BY f.position, f.id",
                         NULL);

  if (count (store, "fiche") == 0)
    return;
  print_heading ("fiche", count (store, "fiche"));
  while (copil_query_next (query))
    {
      g_autoptr (GString) line = g_string_new (copil_query_text (query, 0));

      add (line, " ", copil_query_text (query, 1));
      add (line, " · ", option_label ("fiche", "status", copil_query_text (query, 2)));
      add (line, " · ", copil_query_text (query, 3));
      copil_verb_print_wrapped ("  ", 4, line->str);
    }
}

static void
print_indicators (CopilStore *store)
{
  g_autoptr (GPtrArray) indicators = copil_figure_list (store, COPIL_FIGURES_ALL, NULL, 0);

  if (indicators->len == 0)
    return;
  print_heading ("indicator", indicators->len);
  for (guint i = 0; i < indicators->len; i++)
    {
      const CopilIndicator *indicator = indicators->pdata[i];
      g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, NULL);
      g_autoptr (GString) line = g_string_new (indicator->name);
      g_autofree char *observed = copil_indicator_format (indicator, progress->observed);

      add (line, " · ", *observed ? observed : NULL);
      if (progress->target && !isnan (progress->target->value))
        {
          g_autofree char *value = copil_indicator_format (indicator, progress->target->value);
          g_autofree char *date = copil_date_format (progress->target->date);
          /* Translators: a target: a number and a date, which may be missing */
          g_autofree char *target = *date ? g_strdup_printf (_ ("target %s by %s"), value, date)
                                          : g_strdup_printf (_ ("target %s"), value);
          add (line, " · ", target);
        }
      else if (progress->target)
        add (line, " · ", _ ("target to be set"));
      if (progress->kept != COPIL_KEPT_NOT_JUDGED)
        add (line, " · ", progress->sentence);
      else if (progress->reason == COPIL_PROGRESS_KNOWN)
        {
          g_autofree char *percent = copil_percent_format (progress->percent);
          add (line, " · ", percent);
        }
      copil_verb_print_wrapped ("  ", 4, line->str);
    }
}

void
copil_show_outline (CopilStore *store)
{
  print_convention (store);
  print_parties (store);
  print_axes (store);
  print_meetings (store);
  print_fiches (store);
  print_indicators (store);
}
