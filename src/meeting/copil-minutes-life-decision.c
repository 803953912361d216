/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes-life-decision.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-rules.h"
#include "copil-value.h"

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

GArray *
copil_minutes_life_list_open (CopilStore *store, gint64 meeting)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT d.id FROM decision d JOIN meeting m ON m.id = d.meeting"
                         " JOIN meeting here ON here.id = ?1 WHERE d.meeting <> ?1"
                         " AND coalesce (d.status, 'planned') NOT IN " COPIL_SETTLED_SQL
                         " AND (here.date IS NULL OR m.date IS NULL OR m.date <= here.date)"
                         " ORDER BY d.due IS NULL, d.due, m.date, d.position, d.id",
                         "i", meeting);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

typedef struct
{
  gint64 decision;
  const char *status, *date;
} Closing;

static gboolean
close_cb (CopilStore *store, gpointer data, GError **error)
{
  const Closing *closing = data;
  const CopilKind *kind = copil_kind_get ("decision");

  return copil_store_set (store, kind, closing->decision, "status", closing->status, error) &&
         copil_store_set (store, kind, closing->decision, "closed", closing->date, error);
}

gboolean
copil_minutes_life_close (CopilStore *store, gint64 decision, const char *status, const char *date,
                          GError **error)
{
  Closing closing = { decision, status, date };
  g_autofree char *called = copil_store_describe (store, copil_kind_get ("decision"), decision);
  g_autofree char *name = g_strdup_printf (_ ("Close: %s"), called);

  return copil_store_do (store, name, close_cb, &closing, error);
}

gboolean
copil_minutes_life_set_status (CopilStore *store, gint64 decision, const char *status,
                               const char *date, GError **error)
{
  const CopilKind *kind = copil_kind_get ("decision");
  gboolean closes = g_str_equal (status, "done") || g_str_equal (status, "abandoned");
  Closing closing = { decision, status, closes ? date : NULL };
  g_autofree char *called = copil_store_describe (store, kind, decision);
  g_autofree char *old = copil_store_dup_text (store, "decision", decision, "status");
  g_autofree char *name = g_strdup_printf (
      "%s: %s", called,
      copil_field_get_option_label (copil_kind_get_field (kind, "status"), status));

  return g_strcmp0 (old, status) == 0 || copil_store_do (store, name, close_cb, &closing, error);
}

/* « Décision 2024-2-05 (réalisée le 12 mars 2024) : … ». */
static char *
say (CopilRecord *decision)
{
  const char *label = copil_record_get (decision, "label");
  const char *outcome = copil_record_get (decision, "outcome");
  g_autofree char *closed = copil_date_format_long (copil_record_get (decision, "closed"));
  g_autofree char *called = label && *label
                                ? g_strdup_printf (C_ ("in a note", "Decision %s"), label)
                                : g_strdup (_ ("Decision"));
  gboolean abandoned = g_strcmp0 (copil_record_get (decision, "status"), "abandoned") == 0;
  g_autofree char *head =
      *closed ? g_strdup_printf (abandoned
                                     /* Translators: “Decision 2024-2-05”, a date in full */
                                     ? _ ("%s, dropped on %s")
                                     : _ ("%s, carried out on %s"),
                                 called, closed)
              : g_strdup_printf (abandoned ? _ ("%s, dropped") : _ ("%s, carried out"), called);

  return g_strdup_printf (_ ("%s: %s"), head,
                          outcome && *outcome ? outcome : copil_record_get (decision, "text"));
}

typedef struct
{
  const char *kind; /* where it is reported */
  gint64 id;
  const char *text, *date;
  const char *state, *status; /* of the decision; of what it is reported to, or NULL */
} Report;

static gboolean
report_engagement (CopilStore *store, const Report *report, GError **error)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, report->id);
  const char *note = record ? copil_record_get (record, "note") : NULL;
  g_autofree char *longer =
      note && *note ? g_strconcat (note, "\n", report->text, NULL) : g_strdup (report->text);

  return record && copil_store_set (store, kind, report->id, "note", longer, error) &&
         copil_store_set (store, kind, report->id, "reviewed", copil_today (), error) &&
         (!report->status ||
          copil_store_set (store, kind, report->id, "status", report->status, error)) &&
         (g_strcmp0 (report->status, "done") != 0 ||
          copil_store_set (store, kind, report->id, "progress", "100", error));
}

static gboolean
report_fiche (CopilStore *store, const Report *report, GError **error)
{
  g_autofree char *fiche = g_strdup_printf ("%" G_GINT64_FORMAT, report->id);

  return copil_store_insert (store, copil_kind_get ("step"), error, "fiche", fiche, "title",
                             report->text, "due", report->date, "status", report->state,
                             NULL) != 0 &&
         (!report->status || copil_store_set (store, copil_kind_get ("fiche"), report->id, "status",
                                              report->status, error));
}

static gboolean
report_cb (CopilStore *store, gpointer data, GError **error)
{
  const Report *report = data;

  return g_str_equal (report->kind, "engagement") ? report_engagement (store, report, error)
                                                  : report_fiche (store, report, error);
}

gboolean
copil_minutes_life_report (CopilStore *store, gint64 decision, const char *kind, const char *status,
                           GError **error)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("decision"), decision);
  const char *state = record ? copil_record_get (record, "status") : NULL;
  gint64 target = record ? copil_record_get_int (record, kind) : 0;
  g_autofree char *text = NULL, *called = NULL, *name = NULL;
  Report report;

  if (g_strcmp0 (state, "done") != 0 && g_strcmp0 (state, "abandoned") != 0)
    return fail (error, _ ("Close the decision first."));
  if (!target)
    return fail (error, _ ("The decision is not linked with any."));
  text = say (record);
  called = copil_store_describe (store, copil_kind_get (kind), target);
  name = g_strdup_printf (_ ("Report a decision: %s"), called);
  report = (Report){ kind, target, text, copil_record_get (record, "closed"), state, status };
  return copil_store_do (store, name, report_cb, &report, error);
}
