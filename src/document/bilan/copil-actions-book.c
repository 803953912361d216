/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-actions-document.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "copil-actions-summary.h"
#include "copil-query.h"
#include "copil-words.h"

/* Columns of the sheet of the actions one by one; the counts stand from FIRST_COUNT on. */
enum
{
  TITLE,
  THEME,
  ACADEMIE,
  START,
  FINISH,
  YEAR,
  FIRST_COUNT,
  STATE = FIRST_COUNT + COPIL_N_COUNTS,
  THEME_KEY,
  ACADEMIE_KEY,
};

/* The actions, and the tables whose rows their keys are. */
typedef struct
{
  CopilStore *store;
  const CopilActionsFilter *filter;
  CopilActionsTable *themes, *academies, *years;
  CopilSheet *actions;
} Build;

/* --- the actions one by one --- */

/* The row of the table that the action counts in, from 1; 0 for none. */
static int
find_row (const CopilActionsTable *table, gint64 id, const char *name)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CopilActionsKey *key = table->rows->pdata[i];
      if (name ? g_strcmp0 (key->name, name) == 0 : key->id == id && (id != 0 || !key->name))
        return (int)i + 1;
    }
  return 0;
}

static void
add_action_columns (CopilSheet *sheet)
{
  copil_sheet_add_column (sheet, _ ("Action"), COPIL_COLUMN_TEXT, 70);
  copil_sheet_add_column (sheet, _ ("Theme"), COPIL_COLUMN_TEXT, 60);
  copil_sheet_add_column (sheet, _ ("Académie"), COPIL_COLUMN_TEXT, 35);
  copil_sheet_add_column (sheet, _ ("Begins on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Ends on"), COPIL_COLUMN_DATE, 0);
  copil_sheet_add_column (sheet, _ ("Year"), COPIL_COLUMN_YEAR, 16);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    copil_sheet_add_column (sheet, copil_count_get_label (i), COPIL_COLUMN_INTEGER, 24);
  copil_sheet_add_column (sheet, _ ("State"), COPIL_COLUMN_TEXT, 24);
  copil_sheet_add_column (sheet, _ ("Theme, as counted"), COPIL_COLUMN_INTEGER, 24);
  copil_sheet_add_column (sheet, _ ("Académie, as counted"), COPIL_COLUMN_INTEGER, 24);
  copil_sheet_hide_column (sheet, THEME_KEY);
  copil_sheet_hide_column (sheet, ACADEMIE_KEY);
  copil_sheet_set_frozen_columns (sheet, 1);
}

/* A whole that is not given is the sum of its two parts. */
static void
put_whole (CopilSheet *sheet, guint row, CopilQuery *query, CopilCount whole, CopilCount part)
{
  g_autofree char *a = NULL, *b = NULL, *formula = NULL, *result = NULL;

  if (!copil_query_is_null (query, FIRST_COUNT + (int)whole) ||
      copil_query_is_null (query, FIRST_COUNT + (int)part) ||
      copil_query_is_null (query, FIRST_COUNT + (int)part + 1))
    return;
  a = copil_sheet_dup_address (row, FIRST_COUNT + part);
  b = copil_sheet_dup_address (row, FIRST_COUNT + part + 1);
  formula = g_strdup_printf ("[.%s]+[.%s]", a, b);
  result = g_strdup_printf ("%" G_GINT64_FORMAT,
                            copil_query_int (query, FIRST_COUNT + (int)part) +
                                copil_query_int (query, FIRST_COUNT + (int)part + 1));
  copil_sheet_put_formula (sheet, row, FIRST_COUNT + whole, formula, result);
}

static void
build_actions (Build *self)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT a.title, CASE WHEN t.label > '' THEN t.label || ' · ' || t.title ELSE t.title END,"
      " nullif (a.academie, ''), a.start, a.finish,"
      " cast (substr (coalesce (a.start, a.finish), 1, 4) AS INTEGER)");
  g_autoptr (CopilQuery) query = NULL;
  const CopilField *state = copil_kind_get_field (copil_kind_get ("action"), "state");

  self->actions = copil_sheet_new (_ ("Actions"));
  add_action_columns (self->actions);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    g_string_append_printf (sql, ", a.%s", copil_count_get_field (i));
  g_string_append (sql, ", a.state, a.theme FROM action a LEFT JOIN theme t ON t.id = a.theme"
                        " LEFT JOIN fiche f ON f.id = a.fiche"
                        " WHERE coalesce (a.declared, 0) = 0");
  if (self->filter->flags & COPIL_FIGURES_PUBLIC)
    g_string_append (sql, " AND a.confidential IS NOT 1 AND f.confidential IS NOT 1");
  if (self->filter->year)
    g_string_append (sql,
                     " AND cast (substr (coalesce (a.start, a.finish), 1, 4) AS INTEGER) = ?1");
  g_string_append (sql, " ORDER BY a.position, a.id");
  query = copil_store_query (self->store, sql->str, self->filter->year ? "i" : "",
                             (gint64)self->filter->year);
  while (copil_query_next (query))
    {
      guint row = copil_sheet_add_row (self->actions);
      const char *said = copil_query_text (query, STATE);

      for (int i = TITLE; i < STATE; i++)
        if (i != YEAR || copil_query_int (query, YEAR) > 0)
          copil_sheet_put (self->actions, row, (guint)i, copil_query_text (query, i));
      put_whole (self->actions, row, query, COPIL_COUNT_YOUNG, COPIL_COUNT_GIRLS);
      put_whole (self->actions, row, query, COPIL_COUNT_STAFF, COPIL_COUNT_WOMEN);
      if (said)
        copil_sheet_put (self->actions, row, STATE, copil_field_get_option_label (state, said));
      copil_sheet_put_double (self->actions, row, THEME_KEY,
                              find_row (self->themes, copil_query_int (query, STATE + 1), NULL));
      copil_sheet_put_double (self->actions, row, ACADEMIE_KEY,
                              find_row (self->academies, 0, copil_query_text (query, ACADEMIE)));
    }
}

/* --- their totals --- */

static void
put_number (CopilSheet *sheet, guint row, guint column, const char *formula, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (formula)
    copil_sheet_put_formula (sheet, row, column, formula, text);
  else
    copil_sheet_put (sheet, row, column, text);
}

/* The sum of a count over the actions whose key is that; académies are never added up. */
static char *
sum_actions (Build *self, guint column, guint key_column, int key)
{
  guint last = copil_sheet_get_n_rows (self->actions) - 1;
  const char *name = copil_sheet_get_name (self->actions);
  g_autofree char *from = copil_sheet_dup_address (0, column),
                  *to = copil_sheet_dup_address (last, column),
                  *key_from = copil_sheet_dup_address (0, key_column),
                  *key_to = copil_sheet_dup_address (last, key_column);

  return g_strdup_printf ("SUMIFS([$'%s'.%s:.%s];[$'%s'.%s:.%s];%d)", name, from, to, name,
                          key_from, key_to, key);
}

/* « Au moins : établissements. Estimé : actions. »: what the totals of a row lack. */
static void
put_remark (CopilSheet *sheet, guint row, const CopilActionsTable *table, int place)
{
  g_autoptr (GString) least = g_string_new (NULL), estimated = g_string_new (NULL),
                      remark = g_string_new (NULL);

  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      const CopilTotal *total = copil_actions_table_get (table, place, -1, i);
      g_autofree char *label = copil_words_small (g_strdup (copil_count_get_label (i)));

      if (total->n_known > 0 && total->n_missing > 0)
        g_string_append_printf (least, "%s%s", least->len ? ", " : "", label);
      if (total->n_known > 0 && total->estimated)
        g_string_append_printf (estimated, "%s%s", estimated->len ? ", " : "", label);
    }
  if (least->len > 0)
    /* Translators: what is counted, separated by commas */
    g_string_append_printf (remark, _ ("At least, as some do not say: %s."), least->str);
  if (estimated->len > 0)
    {
      g_string_append (remark, remark->len ? " " : "");
      /* Translators: what is counted, separated by commas */
      g_string_append_printf (remark, _ ("Estimated: %s."), estimated->str);
    }
  if (remark->len > 0)
    copil_sheet_put (sheet, row, 1 + COPIL_N_COUNTS, remark->str);
}

static guint
add_row (Build *self, CopilSheet *sheet, const CopilActionsTable *table, int place,
         const char *head, guint key_column, int key)
{
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, 0, head);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      const CopilTotal *total = copil_actions_table_get (table, place, -1, i);
      g_autofree char *formula =
          i == COPIL_COUNT_ACADEMIES ? NULL : sum_actions (self, FIRST_COUNT + i, key_column, key);

      if (total->n_known > 0)
        put_number (sheet, row, 1 + i, formula, total->value);
    }
  put_remark (sheet, row, table, place);
  return row;
}

static guint
add_sum (CopilSheet *sheet, const CopilActionsTable *table, guint last)
{
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, 0, _ ("Sum"));
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      const CopilTotal *total = copil_actions_table_get (table, -1, -1, i);
      g_autofree char *from = copil_sheet_dup_address (0, 1 + i),
                      *to = copil_sheet_dup_address (last, 1 + i),
                      *formula = i == COPIL_COUNT_ACADEMIES
                                     ? NULL
                                     : g_strdup_printf ("SUM([.%s:.%s])", from, to);

      if (total->n_known > 0)
        put_number (sheet, row, 1 + i, formula, total->value);
    }
  put_remark (sheet, row, table, -1);
  copil_sheet_set_row_style (sheet, row, COPIL_CELL_TOTAL);
  return row;
}

static guint
add_declared (CopilSheet *sheet, const CopilDeclared *declared, const char *head)
{
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, 0, head);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    if (declared->declared[i] >= 0)
      put_number (sheet, row, 1 + i, NULL, declared->declared[i]);
  return row;
}

/* What was declared less the sum, where both are known. */
static void
add_difference (CopilSheet *sheet, const CopilDeclared *declared, const CopilActionsTable *table,
                guint declared_row, guint sum_row)
{
  guint row = copil_sheet_add_row (sheet);

  copil_sheet_put (sheet, row, 0, _ ("Declared less counted"));
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      const CopilTotal *total = copil_actions_table_get (table, -1, -1, i);
      g_autofree char *a = copil_sheet_dup_address (declared_row, 1 + i),
                      *b = copil_sheet_dup_address (sum_row, 1 + i),
                      *formula = g_strdup_printf ("[.%s]-[.%s]", a, b);

      if (declared->declared[i] < 0 || total->n_known == 0)
        continue;
      put_number (sheet, row, 1 + i, formula, declared->declared[i] - total->value);
      if (declared->declared[i] != total->value)
        copil_sheet_set_style (sheet, row, 1 + i, COPIL_CELL_WARNING);
    }
}

static CopilSheet *
start_sheet (const char *name, const char *title)
{
  CopilSheet *sheet = copil_sheet_new (name);

  copil_sheet_add_column (sheet, title, COPIL_COLUMN_TEXT, 70);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    copil_sheet_add_column (sheet, copil_count_get_label (i), COPIL_COLUMN_INTEGER, 26);
  copil_sheet_add_column (sheet, _ ("Remarks"), COPIL_COLUMN_TEXT, 90);
  copil_sheet_set_filtered (sheet, FALSE);
  copil_sheet_set_frozen_columns (sheet, 1);
  return sheet;
}

/* A row for each key, their sum, then what was declared for all of it. */
static CopilSheet *
build_totals (Build *self, const char *name, CopilActionsBy by, const CopilActionsTable *table,
              guint key_column)
{
  CopilSheet *sheet = start_sheet (name, by == COPIL_BY_THEME ? _ ("Theme") : _ ("Académie"));
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (self->store, self->filter);
  guint last = 0, sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    last = add_row (self, sheet, table, (int)i,
                    copil_actions_summary_name_key (by, table->rows->pdata[i]), key_column,
                    (int)i + 1);
  if (table->rows->len > 0)
    sum = add_sum (sheet, table, last);
  for (guint i = 0; i < declared->len; i++)
    {
      const CopilDeclared *one = declared->pdata[i];
      g_autofree char *head = NULL;
      guint row;

      if (one->theme || one->academie)
        continue;
      head = one->title ? g_strdup_printf (one->estimated ? _ ("Declared: %s (estimated)")
                                                          : _ ("Declared: %s"),
                                           one->title)
                        : g_strdup (one->estimated ? _ ("Declared (estimated)") : _ ("Declared"));
      row = add_declared (sheet, one, head);
      if (table->rows->len > 0 && self->filter->year)
        add_difference (sheet, one, table, row, sum);
    }
  return sheet;
}

/* A row of percents: the year against the one before. */
static void
add_change (Build *self, CopilSheet *sheet, int year, const guint *rows, const guint *before)
{
  guint row = copil_sheet_add_row (sheet);
  g_autofree char *head = g_strdup_printf (_ ("Change on %d"), year - 1);

  copil_sheet_put (sheet, row, 0, head);
  for (guint i = 0; i < COPIL_N_COUNTS; i++)
    {
      gint64 after =
                 copil_actions_summary_get_year (self->store, year, i, self->filter->flags, NULL),
             earlier = copil_actions_summary_get_year (self->store, year - 1, i,
                                                       self->filter->flags, NULL);
      g_autofree char *a = copil_sheet_dup_address (rows[i], 1 + i),
                      *b = copil_sheet_dup_address (before[i], 1 + i),
                      *formula = g_strdup_printf ("[.%s]/[.%s]-1", a, b);
      char result[G_ASCII_DTOSTR_BUF_SIZE];

      if (after < 0 || earlier <= 0)
        continue;
      g_ascii_dtostr (result, sizeof result, (double)after / (double)earlier - 1);
      copil_sheet_put_typed (sheet, row, 1 + i, COPIL_COLUMN_PERCENT, result);
      copil_sheet_put_formula (sheet, row, 1 + i, formula, result);
    }
}

static CopilSheet *
build_years (Build *self)
{
  CopilSheet *sheet = start_sheet (_ ("By year"), _ ("Year"));
  g_autoptr (GArray) years = copil_actions_list_years (self->store, self->filter->flags);
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (self->store, self->filter);
  guint before[COPIL_N_COUNTS] = { 0 };

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i), place = find_row (self->years, year, NULL);
      guint rows[COPIL_N_COUNTS] = { 0 };
      g_autofree char *head = g_strdup_printf ("%d", year);

      if (place > 0)
        {
          guint row = add_row (self, sheet, self->years, place - 1, head, YEAR, year);
          for (guint j = 0; j < COPIL_N_COUNTS; j++)
            rows[j] = row;
        }
      for (guint j = 0; j < declared->len; j++)
        {
          const CopilDeclared *one = declared->pdata[j];
          g_autofree char *name = NULL;
          guint row;

          if (!copil_actions_summary_is_of_year (one, year))
            continue;
          name = g_strdup_printf (
              one->estimated ? _ ("%d, declared (estimated)") : _ ("%d, declared"), year);
          row = add_declared (sheet, one, name);
          for (guint k = 0; k < COPIL_N_COUNTS; k++)
            if (one->declared[k] >= 0)
              rows[k] = row;
        }
      if (i > 0 && g_array_index (years, int, i - 1) == year - 1)
        add_change (self, sheet, year, rows, before);
      for (guint j = 0; j < COPIL_N_COUNTS; j++)
        before[j] = rows[j];
    }
  return sheet;
}

/* What was checked, a sentence on each row. */
static CopilSheet *
build_checks (Build *self)
{
  CopilSheet *sheet = copil_sheet_new (_ ("Checks"));
  g_autoptr (CopilActionsSummary) summary = copil_actions_summary_new (
      self->store, COPIL_BY_NOTHING, COPIL_BY_NOTHING, COPIL_COUNT_ACTIONS, self->filter);

  copil_sheet_add_column (sheet, _ ("What was checked"), COPIL_COLUMN_TEXT, 200);
  if (summary->change)
    copil_sheet_put (sheet, copil_sheet_add_row (sheet), 0, summary->change);
  for (guint i = 0; i < summary->sentences->len; i++)
    {
      guint row = copil_sheet_add_row (sheet);
      copil_sheet_put (sheet, row, 0, summary->sentences->pdata[i]);
      copil_sheet_set_style (sheet, row, 0, COPIL_CELL_WARNING);
    }
  if (copil_sheet_get_n_rows (sheet) == 0)
    copil_sheet_put (sheet, copil_sheet_add_row (sheet), 0, _ ("Nothing contradicts itself."));
  return sheet;
}

gboolean
copil_actions_book_add (CopilBook *book, CopilStore *store, int year, CopilAudience audience)
{
  CopilActionsFilter filter = { .year = year,
                                .flags = audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC
                                                                           : COPIL_FIGURES_ALL };
  g_autoptr (CopilActionsTable) themes =
      copil_actions_read (store, COPIL_BY_THEME, COPIL_BY_NOTHING, &filter);
  g_autoptr (CopilActionsTable) academies =
      copil_actions_read (store, COPIL_BY_ACADEMIE, COPIL_BY_NOTHING, &filter);
  g_autoptr (CopilActionsTable) years =
      copil_actions_read (store, COPIL_BY_YEAR, COPIL_BY_NOTHING, &filter);
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (store, &filter);
  Build self = { store, &filter, themes, academies, years, NULL };

  if (themes->rows->len == 0 && declared->len == 0)
    return FALSE;
  build_actions (&self);
  copil_book_add_sheet (book,
                        build_totals (&self, _ ("By theme"), COPIL_BY_THEME, themes, THEME_KEY));
  if (academies->rows->len > 1 || (academies->rows->len == 1 && find_row (academies, 0, NULL) == 0))
    copil_book_add_sheet (
        book, build_totals (&self, _ ("By académie"), COPIL_BY_ACADEMIE, academies, ACADEMIE_KEY));
  if (year == 0)
    copil_book_add_sheet (book, build_years (&self));
  copil_book_add_sheet (book, self.actions);
  copil_book_add_sheet (book, build_checks (&self));
  return TRUE;
}
