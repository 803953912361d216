/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model's rules as SQL functions: a rule stands in one place. */
#include "copil-store-private.h"

#include "copil-fold.h"
#include "copil-legible.h"
#include "copil-rules.h"
#include "copil-value.h"

static const char *
text_of (sqlite3_value *value)
{
  return (const char *)sqlite3_value_text (value);
}

static void
today_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context, copil_today (), -1, SQLITE_STATIC);
}

static void
late_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *due = text_of (values[1]);
  const char *day = n > 2 ? text_of (values[2]) : NULL;

  /* Most rows have no date or are not late: the clock is asked only where it matters. */
  sqlite3_result_int (
      context, due && copil_status_is_late (text_of (values[0]), due, day ? day : copil_today ()));
}

static void
progress_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  int progress = copil_status_get_progress (text_of (values[0]), text_of (values[1]));

  if (progress >= 0)
    sqlite3_result_int (context, progress);
}

static void
fold_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = text_of (values[0]);
  g_autofree char *made = NULL;
  char *folded;

  if (text && !g_utf8_validate (text, -1, NULL))
    text = made = copil_text_make_legible (text, -1);
  folded = copil_fold (text);
  if (folded)
    sqlite3_result_text (context, folded, -1, g_free);
}

static void
fold_name_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = text_of (values[0]);
  g_autofree char *made = NULL;

  if (text && !g_utf8_validate (text, -1, NULL))
    text = made = copil_text_make_legible (text, -1);
  sqlite3_result_text (context, copil_fold_name (text), -1, g_free);
}

static void
months_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  char *date = copil_date_add_months (text_of (values[0]), sqlite3_value_int64 (values[1]));

  if (date)
    sqlite3_result_text (context, date, -1, g_free);
}

void
copil_functions_register (sqlite3 *db)
{
  const int fixed = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
            moving = SQLITE_UTF8 | SQLITE_INNOCUOUS;

  sqlite3_create_function_v2 (db, "copil_today", 0, moving, NULL, today_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_late", 2, moving, NULL, late_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_late", 3, moving, NULL, late_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_progress", 2, fixed, NULL, progress_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_fold", 1, fixed, NULL, fold_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_fold_name", 1, fixed, NULL, fold_name_cb, NULL, NULL,
                              NULL);
  sqlite3_create_function_v2 (db, "copil_months", 2, fixed, NULL, months_cb, NULL, NULL, NULL);
}
