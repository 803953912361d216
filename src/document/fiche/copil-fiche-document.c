/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fiche-document.h"

#include <glib/gi18n-lib.h>

#include "copil-charge-sql.h"
#include "copil-fiche-life.h"
#include "copil-fiche-parts.h"
#include "copil-kind.h"
#include "copil-paper.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-words.h"

/* The label column of the identity table, in percent. */
#define LABEL_SHARE 22

static const char *
status_of (const char *kind, const char *status)
{
  return copil_field_get_option_label (copil_kind_get_field (copil_kind_get (kind), "status"),
                                       status && *status ? status : "planned");
}

static const char *
title_of (CopilRecord *fiche)
{
  const char *title = copil_record_get (fiche, "title");

  return title && *title ? title : "–";
}

/* The first column of the rows, one below the other. */
static char *
lines_of (CopilStore *store, const char *sql, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  g_autoptr (GString) text = g_string_new (NULL);

  while (copil_query_next (query))
    {
      g_autofree char *line =
          copil_words_labelled (copil_query_text (query, 0), copil_query_text (query, 1));
      if (line)
        g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first pair heads the table, the others are its rows; what is empty is left out. */
static void
add_pair (CopilDocument *document, CopilTable **table, const char *label, const char *value)
{
  if (!value || !*value)
    return;
  if (*table)
    copil_table_add_pair (*table, label, value);
  else
    *table = copil_document_add_table (document, copil_table_new_fiche (label, value, LABEL_SHARE));
}

/* Those that a field of several names, where there are any. */
static void
add_listed (CopilDocument *document, CopilTable **table, CopilStore *store, CopilRecord *fiche,
            const char *field)
{
  g_autofree char *names = copil_record_format (fiche, store, field);

  add_pair (document, table,
            copil_field_get_label (copil_kind_get_field (copil_kind_get ("fiche"), field)), names);
}

/* « du 1er mars 2022 au 5 juillet 2024 ». */
static char *
period_of (CopilRecord *fiche)
{
  g_autofree char *from = copil_date_format_long (copil_record_get (fiche, "start"));
  g_autofree char *to = copil_date_format_long (copil_record_get (fiche, "due"));

  if (*from && *to)
    /* Translators: the first and the last day of an action */
    return g_strdup_printf (_ ("From %s to %s"), from, to);
  if (*from)
    return g_strdup_printf (_ ("From %s on"), from);
  if (*to)
    return g_strdup_printf (_ ("Until %s"), to);
  return g_strdup ("");
}

static char *
lead_of (CopilStore *store, gint64 person)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT n.civility, n.name, n.function, coalesce (nullif (y.short_name, ''), y.name)"
      " FROM person n LEFT JOIN party y ON y.id = n.party WHERE n.id = ?1",
      "i", person);
  g_autofree char *name = NULL, *function = NULL;
  GString *text;

  if (!copil_query_next (query))
    /* Translators: there is no pilote yet */
    return g_strdup (C_ ("pilote", "To be named"));
  name = copil_words_person (copil_query_text (query, 0), copil_query_text (query, 1));
  function = copil_words_small (g_strdup (copil_query_text (query, 2)));
  text = g_string_new (name);
  if (function && *function)
    g_string_append_printf (text, ", %s", function);
  if (!copil_query_is_null (query, 3))
    g_string_append_printf (text, " (%s)", copil_query_text (query, 3));
  return g_string_free (text, FALSE);
}

static void
add_identity (CopilDocument *document, CopilStore *store, CopilRecord *fiche)
{
  gint64 id = copil_record_get_id (fiche);
  CopilTable *table = NULL;
  g_autofree char *axis = lines_of (
      store, "SELECT label, title FROM axis WHERE id = (SELECT axis FROM fiche WHERE id = ?1)", id);
  g_autofree char *measures =
      lines_of (store,
                "SELECT m.label, m.title FROM fiche_measure f JOIN measure m ON m.id = f.measure"
                " JOIN axis a ON a.id = m.axis WHERE f.fiche = ?1"
                " ORDER BY a.position, a.id, m.position, m.id",
                id);
  g_autofree char *parties =
      lines_of (store,
                "SELECT NULL, y.name FROM fiche_party f JOIN party y ON y.id = f.party"
                " WHERE f.fiche = ?1 ORDER BY y.position, y.id",
                id);
  gboolean charged = copil_record_get (fiche, "lead") ||
                     !(copil_record_get (fiche, "colead") || copil_record_get (fiche, "charge"));
  g_autofree char *lead = charged ? lead_of (store, copil_record_get_int (fiche, "lead")) : NULL;
  g_autofree char *period = period_of (fiche);

  add_pair (document, &table, _ ("Axis"), axis);
  add_pair (document, &table, _ ("Measures"), measures);
  add_pair (document, &table, _ ("Status"),
            copil_fiche_state_get_label (copil_fiche_life_get_state (store, id)));
  add_pair (document, &table, _ ("Pilote"), lead);
  add_listed (document, &table, store, fiche, "colead");
  add_listed (document, &table, store, fiche, "charge");
  add_pair (document, &table, C_ ("fiche", "Period"), period);
  add_pair (document, &table, _ ("Signatories"), parties);
  add_pair (document, &table, _ ("Partners"), copil_record_get (fiche, "partners"));
  add_pair (document, &table, _ ("Schools"), copil_record_get (fiche, "schools"));
  add_pair (document, &table, _ ("Publics"), copil_record_get (fiche, "publics"));
  add_pair (document, &table, _ ("Territory"), copil_record_get (fiche, "territory"));
  add_pair (document, &table, _ ("Means"), copil_record_get (fiche, "means"));
}

static void
add_labelled (CopilDocument *document, const char *label, const char *text)
{
  if (!text || !*text)
    return;
  copil_document_add_text (document, COPIL_ROLE_LABEL, label);
  copil_document_add_notes (document, text);
}

static void
add_objectives (CopilDocument *document, CopilRecord *fiche)
{
  const char *quantitative = copil_record_get (fiche, "quantitative");
  const char *qualitative = copil_record_get (fiche, "qualitative");

  if (!(quantitative && *quantitative) && !(qualitative && *qualitative))
    return;
  copil_document_add_heading (document, 1, _ ("Objectives"));
  add_labelled (document, _ ("Quantitative objectives"), quantitative);
  add_labelled (document, _ ("Qualitative objectives"), qualitative);
}

/* What each signatory does in the action. */
static void
add_contributions (CopilDocument *document, CopilStore *store, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT coalesce (nullif (y.short_name, ''), y.name), c.text FROM contribution c"
      " LEFT JOIN party y ON y.id = c.party WHERE c.fiche = ?1"
      " ORDER BY y.id IS NULL, y.position, y.id, c.position, c.id",
      "i", id);
  CopilTable *table = NULL;
  g_autofree char *last = NULL;

  while (copil_query_next (query))
    {
      const char *party = copil_query_is_null (query, 0) ? _ ("All") : copil_query_text (query, 0);

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Operational engagements of each signatory"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, _ ("Signatory"), 26, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Operational engagement"), 74, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, g_strcmp0 (last, party) == 0 ? NULL : party);
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      g_free (last);
      last = g_strdup (party);
    }
}

static void
add_decisions (CopilDocument *document, CopilStore *store, gint64 id, CopilAudience audience)
{
  g_autofree char *sql = g_strconcat ("SELECT d.label, d.text, m.date, d.status FROM decision d"
                                      " JOIN meeting m ON m.id = d.meeting WHERE d.fiche = ?1",
                                      COPIL_PAPER_DECISION_SQL (audience),
                                      " ORDER BY m.date, m.id, d.position, d.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  CopilTable *table = NULL;

  while (copil_query_next (query))
    {
      g_autofree char *date = copil_date_format (copil_query_text (query, 2));

      if (!table)
        {
          copil_document_add_heading (document, 1, _ ("Decisions of the committee"));
          table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));
          copil_table_add_column (table, C_ ("of a decision", "No."), 15, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Decision"), 49, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Meeting of"), 17, COPIL_ALIGN_START);
          copil_table_add_column (table, _ ("Status"), 19, COPIL_ALIGN_START);
        }
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      copil_table_add_cell_text (table, *date ? date : "–");
      copil_table_add_cell_text (table, status_of ("decision", copil_query_text (query, 3)));
    }
}

static void
add_fiche (CopilDocument *document, CopilStore *store, CopilRecord *fiche, CopilAudience audience)
{
  gint64 id = copil_record_get_id (fiche);

  copil_document_add_text (document, COPIL_ROLE_LEAD, copil_record_get (fiche, "summary"));
  add_identity (document, store, fiche);
  copil_fiche_parts_add_life (document, store, id, audience);
  add_objectives (document, fiche);
  copil_fiche_parts_add_engagements (document, store, id, audience);
  copil_fiche_parts_add_steps (document, store, id);
  add_contributions (document, store, id);
  copil_fiche_parts_add_means (document, store, id);
  copil_fiche_parts_add_reached (document, store, id, audience);
  add_decisions (document, store, id, audience);
  copil_fiche_parts_add_reviews (document, store, id);
  copil_fiche_parts_add_photos (document, store, id);
}

/* The fiche's own headings go below its number and title. */
static void
add_with_heading (CopilDocument *document, CopilStore *store, gint64 id, guint shift,
                  CopilAudience audience)
{
  g_autoptr (CopilRecord) fiche = copil_store_load (store, copil_kind_get ("fiche"), id);
  const char *label = fiche ? copil_record_get (fiche, "label") : NULL;
  g_autofree char *heading = NULL;

  if (!fiche)
    return;
  heading = label && *label ? g_strdup_printf ("%s – %s", label, title_of (fiche))
                            : g_strdup (title_of (fiche));
  copil_document_set_heading_shift (document, shift);
  copil_document_add_heading (document, 1, heading);
  copil_document_set_heading_shift (document, shift + 1);
  add_fiche (document, store, fiche, audience);
}

/* The fiches on the first page. */
static void
add_list (CopilDocument *document, CopilStore *store, GArray *ids)
{
  CopilTable *table = copil_document_add_table (document, copil_table_new (COPIL_TABLE_GRID));

  copil_table_add_column (table, C_ ("of a fiche", "No."), 9, COPIL_ALIGN_START);
  copil_table_add_column (table, copil_kind_get_label (copil_kind_get ("fiche")), 43,
                          COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Axis"), 12, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Pilote"), 20, COPIL_ALIGN_START);
  copil_table_add_column (table, _ ("Status"), 16, COPIL_ALIGN_START);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (CopilQuery) query =
          copil_store_query (store,
                             "SELECT f.label, f.title, a.label, NULL, " COPIL_CHARGE_PARTS_SQL (
                                 "fiche", "f") " FROM fiche f"
                                               " LEFT JOIN axis a ON a.id = f.axis WHERE f.id = ?1",
                             "i", id);
      g_autofree char *axis = NULL, *lead = NULL;

      if (!copil_query_next (query))
        continue;
      axis = copil_words_axis (copil_query_text (query, 2));
      lead = copil_words_charge (copil_query_text (query, 4));
      copil_table_add_row (table, COPIL_ROW_BODY);
      copil_table_add_cell_text (table, copil_query_text (query, 0));
      copil_table_add_cell_text (table, copil_query_text (query, 1));
      copil_table_add_cell_text (table, axis ? axis : "–");
      copil_table_add_cell_text (table, lead ? lead : C_ ("pilote", "To be named"));
      copil_table_add_cell_text (
          table, copil_fiche_state_get_label (copil_fiche_life_get_state (store, id)));
    }
}

static CopilDocument *
start (CopilStore *store, const char *title, const char *big, const char *small)
{
  CopilDocument *document = copil_document_new (title, copil_words_language ());
  g_autofree char *convention = copil_paper_convention (store, "title");
  g_autofree char *short_title = copil_store_dup_name (store);

  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_document_set_header (document, short_title);
  copil_document_add_text (document, COPIL_ROLE_EYEBROW, convention);
  copil_document_add_text (document, COPIL_ROLE_TITLE, big);
  copil_document_add_text (document, COPIL_ROLE_SUBTITLE, small);
  return document;
}

static CopilDocument *
one_fiche (CopilStore *store, gint64 id, CopilAudience audience)
{
  const CopilKind *kind = copil_kind_get ("fiche");
  g_autoptr (CopilRecord) fiche = copil_store_load (store, kind, id);
  const char *label = copil_record_get (fiche, "label");
  const char *title = title_of (fiche);
  g_autofree char *big = label && *label
                             ? g_strdup_printf ("%s %s", copil_kind_get_label (kind), label)
                             : g_strdup (copil_kind_get_label (kind));
  g_autofree char *full = g_strdup_printf ("%s – %s", big, title);
  CopilDocument *document = start (store, full, big, title);

  add_fiche (document, store, fiche, audience);
  return document;
}

/* Under that title; "of" is what they are of: the convention, an axis. */
static CopilDocument *
many_fiches (CopilStore *store, GArray *ids, const char *of, CopilAudience audience)
{
  const char *title = copil_kind_get_plural_label (copil_kind_get ("fiche"));
  g_autofree char *full = of ? g_strdup_printf ("%s – %s", title, of) : g_strdup (title);
  CopilDocument *document = start (store, full, title, of);

  add_list (document, store, ids);
  copil_document_add_contents (document, _ ("Table of contents"), 1);
  for (guint i = 0; i < ids->len; i++)
    {
      copil_document_add_page_break (document);
      add_with_heading (document, store, g_array_index (ids, gint64, i), 0, audience);
    }
  return document;
}

/* Those of the condition on "f", in their order. */
static GArray *
load_ids (CopilStore *store, const char *condition, gint64 parameter, CopilAudience audience)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql =
      g_strconcat ("SELECT f.id FROM fiche f WHERE ", condition, COPIL_AUDIENCE_SQL (audience, "f"),
                   " ORDER BY f.position, f.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", parameter);

  while (copil_query_next (query))
    {
      gint64 found = copil_query_int (query, 0);
      g_array_append_val (ids, found);
    }
  return ids;
}

/* Whether there are any; else the error says so. */
static gboolean
check (GArray *ids, CopilAudience audience, const char *none, GError **error)
{
  if (ids->len == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         audience == COPIL_AUDIENCE_PUBLIC
                             ? _ ("There is no fiche action that may be published.")
                             : none);
  return ids->len > 0;
}

CopilDocument *
copil_fiche_document_new (CopilStore *store, gint64 id, CopilAudience audience, GError **error)
{
  g_autoptr (GArray) ids = load_ids (store, "?1 IN (0, f.id)", id, audience);
  g_autofree char *convention = NULL;

  if (!check (ids, audience,
              id != 0 ? _ ("There is no such fiche action.") : _ ("There is no fiche action yet."),
              error))
    return NULL;
  if (id != 0)
    return one_fiche (store, id, audience);
  convention = copil_store_dup_name (store);
  return many_fiches (store, ids, convention, audience);
}

CopilDocument *
copil_fiche_document_new_for_axis (CopilStore *store, gint64 axis, CopilAudience audience,
                                   GError **error)
{
  g_autoptr (GArray) ids =
      load_ids (store,
                "(f.axis = ?1 OR f.axis IS NULL AND EXISTS (SELECT 1 FROM fiche_measure l"
                " JOIN measure m ON m.id = l.measure WHERE l.fiche = f.id AND m.axis = ?1))",
                axis, audience);
  g_autofree char *title = NULL;

  if (!check (ids, audience, _ ("There is no fiche action in this axis."), error))
    return NULL;
  title = copil_store_dup_title (store, copil_kind_get ("axis"), axis);
  return many_fiches (store, ids, title, audience);
}

CopilDocument *
copil_fiche_document_new_for_list (CopilStore *store, GArray *wanted, CopilAudience audience,
                                   GError **error)
{
  g_autoptr (GArray) all = load_ids (store, "?1 = 0", 0, audience);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *convention = NULL;

  for (guint i = 0; i < all->len; i++)
    for (guint w = 0; w < wanted->len; w++)
      if (g_array_index (wanted, gint64, w) == g_array_index (all, gint64, i))
        {
          g_array_append_val (ids, g_array_index (all, gint64, i));
          break;
        }
  if (!check (ids, audience, _ ("There is no such fiche action."), error))
    return NULL;
  if (ids->len == 1)
    return one_fiche (store, g_array_index (ids, gint64, 0), audience);
  convention = copil_store_dup_name (store);
  return many_fiches (store, ids, convention, audience);
}

void
copil_fiche_document_add (CopilDocument *document, CopilStore *store, gint64 fiche,
                          CopilAudience audience)
{
  add_with_heading (document, store, fiche, 1, audience);
}
