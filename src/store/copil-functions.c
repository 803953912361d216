/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model's rules as SQL functions: a rule stands in one place. */
#include "copil-store-private.h"

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

  /* Most rows have no date or are not late: the clock is asked only where it matters. */
  sqlite3_result_int (context,
                      due && copil_status_is_late (text_of (values[0]), due, copil_today ()));
}

static void
progress_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  int progress = copil_status_get_progress (text_of (values[0]), text_of (values[1]));

  if (progress >= 0)
    sqlite3_result_int (context, progress);
}

/* Letters of Latin scripts are folded once and kept. */
#define N_KEPT 0x250

static char *
fold_text (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed; p && *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c == 0x2019 ? '\'' : c);
    }
  return g_utf8_casefold (plain->str, (gssize)plain->len);
}

static char *
fold_character (gunichar c)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (c, text);
  return fold_text (text);
}

static gpointer
fold_kept (gpointer data)
{
  char **kept = g_new (char *, N_KEPT);

  for (gunichar c = 0; c < N_KEPT; c++)
    kept[c] = fold_character (c);
  return kept;
}

/* A character is folded without regard to its neighbours: a search goes through all texts of an
 * axis with this, and most of their letters are of the Latin scripts. */
static void
fold_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  static GOnce once = G_ONCE_INIT;
  char **kept = g_once (&once, fold_kept, NULL);
  const char *text = text_of (values[0]);
  g_autofree char *made = NULL;
  GString *folded;

  if (!text)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = made = copil_text_make_legible (text, -1);
  folded = g_string_sized_new ((gsize)sqlite3_value_bytes (values[0]));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < N_KEPT)
        g_string_append (folded, kept[c]);
      else
        {
          g_autofree char *one = fold_character (c);
          g_string_append (folded, one);
        }
    }
  sqlite3_result_text (context, folded->str, (int)folded->len, g_free);
  g_string_free (folded, FALSE);
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
  sqlite3_create_function_v2 (db, "copil_progress", 2, fixed, NULL, progress_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_fold", 1, fixed, NULL, fold_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "copil_months", 2, fixed, NULL, months_cb, NULL, NULL, NULL);
}
