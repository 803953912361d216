/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The convention as it stood on a day, by its amendments; and the day a notice ends it. */
#include <glib/gstdio.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-view-article.h"
#include "copil-deadline-store.h"
#include "copil-in-force.h"
#include "copil-view-record.h"

static char *folder;

static CopilStore *
make (void)
{
  static guint n;
  g_autofree char *path = g_strdup_printf ("%s/%u.copil", folder, n++);
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_create_from_script (
      path, "INSERT INTO convention (id, title, notice_months) VALUES (1, 'C', 6)", &error);

  g_assert_no_error (error);
  g_object_unref (store);
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return store;
}

static void
discard (CopilStore *store)
{
  g_autofree char *path = g_strdup (copil_store_get_path (store));

  g_object_unref (store);
  g_assert_cmpint (g_remove (path), ==, 0);
}

#define ADD(kind, ...) copil_store_insert (store, copil_kind_get (kind), &error, __VA_ARGS__, NULL)

static char *
str (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* "label text*|…": an asterisk on what is repealed. */
static char *
tell (CopilStore *store, const char *day, gboolean repealed)
{
  g_autoptr (GPtrArray) articles = copil_view_list_articles (store, day, repealed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      const CopilViewArticle *article = articles->pdata[i];

      g_string_append_printf (text, "%s%s %s%s", i ? "|" : "", article->label, article->text,
                              article->repealed ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

#define SAYS(day, repealed, expected)                                                              \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *told = tell (store, day, repealed);                                         \
      g_assert_cmpstr (told, ==, expected);                                                        \
    }                                                                                              \
  while (0)

static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = make ();
  g_autofree char *one = NULL, *two = NULL, *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  gint64 article;

  g_assert_no_error (error);
  g_assert_true (copil_store_begin (store, "test", &error));
  one = str (ADD ("article", "label", "1", "text", "un"));
  article = ADD ("article", "label", "2", "text", "deux");
  two = str (article);
  /* The second is in force before the first, which was signed earlier. */
  first = str (ADD ("amendment", "label", "A1", "signed", "2024-01-10", "effective", "2024-06-01",
                    "object", "later"));
  second = str (ADD ("amendment", "label", "A2", "signed", "2024-02-01", "object", "sooner"));
  ADD ("amended", "amendment", first, "change", "replaced", "article", two, "text", "DEUX");
  ADD ("amended", "amendment", second, "change", "replaced", "article", two, "label", "2 bis",
       "text", "2");
  ADD ("amended", "amendment", second, "change", "repealed", "article", one);
  ADD ("amended", "amendment", first, "change", "added", "label", "3", "text", "trois");
  g_assert_true (copil_store_commit (store, &error));
  SAYS ("", FALSE, "1 un|2 deux");
  SAYS ("2024-01-31", FALSE, "1 un|2 deux");
  SAYS ("2024-02-01", FALSE, "2 bis 2");
  SAYS ("2024-02-01", TRUE, "1 un*|2 bis 2");
  SAYS ("2024-05-31", FALSE, "2 bis 2");
  SAYS ("2024-06-01", FALSE, "2 bis DEUX|3 trois");
  SAYS (NULL, FALSE, "2 bis DEUX|3 trois");
  wordings = copil_view_list_wordings (store, article);
  g_assert_cmpuint (wordings->len, ==, 3);
  g_assert_cmpstr (((CopilViewWording *)wordings->pdata[0])->text, ==, "deux");
  g_assert_cmpstr (((CopilViewWording *)wordings->pdata[1])->name, ==, "A2 – sooner");
  g_assert_cmpstr (((CopilViewWording *)wordings->pdata[2])->label, ==, "2 bis");
  g_assert_cmpstr (((CopilViewWording *)wordings->pdata[2])->text, ==, "DEUX");
  discard (store);
}

/* One that an amendment added, and a later one changed, stands from then on. */
static void
test_added (void)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = make ();
  g_autofree char *article = NULL, *amendment = NULL, *later = NULL;

  g_assert_true (copil_store_begin (store, "test", &error));
  article = str (ADD ("article", "label", "4"));
  amendment = str (ADD ("amendment", "object", "adds", "signed", "2024-03-01"));
  later = str (ADD ("amendment", "object", "changes", "signed", "2025-03-01"));
  ADD ("amended", "amendment", amendment, "change", "added", "article", article, "text", "a");
  ADD ("amended", "amendment", later, "change", "replaced", "article", article, "text", "b");
  g_assert_true (copil_store_commit (store, &error));
  SAYS ("2024-02-29", FALSE, "");
  SAYS ("2024-02-29", TRUE, "");
  SAYS ("2024-03-01", FALSE, "4 a");
  SAYS ("2025-03-01", FALSE, "4 b");
  discard (store);
}

static void
test_ending (void)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = make ();
  g_autofree char *day = NULL, *month = NULL, *agreed = NULL, *said = NULL;
  gint64 id;

  g_assert_true (copil_store_begin (store, "test", &error));
  id = copil_view_get_convention (store);
  g_assert_null (day = copil_convention_dup_last_day (store));
  g_assert_true (copil_store_set (store, copil_kind_get ("convention"), id, "ended_notice",
                                  "2025-08-31", &error));
  month = copil_convention_dup_last_day (store);
  g_assert_cmpstr (month, ==, "2026-02-28");
  /* The notice that was agreed by then; not a later one. */
  ADD ("amendment", "object", "o", "signed", "2025-01-01", "notice_months", "3");
  ADD ("amendment", "object", "p", "signed", "2025-12-01", "notice_months", "1");
  agreed = copil_convention_dup_last_day (store);
  g_assert_cmpstr (agreed, ==, "2025-11-30");
  g_assert_true (
      copil_store_set (store, copil_kind_get ("convention"), id, "ended_on", "2025-10-01", &error));
  said = copil_convention_dup_last_day (store);
  g_assert_cmpstr (said, ==, "2025-10-01");
  g_assert_true (copil_store_commit (store, &error));
  discard (store);
}

/* The day of the only deadline that the clause imposes, as it is reckoned on a day. */
static char *
inform (CopilStore *store, gint64 clause, const char *today)
{
  g_autoptr (GPtrArray) deadlines =
      copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, today);
  char *day = NULL;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];

      if (g_str_equal (deadline->kind, "clause") && deadline->id == clause)
        {
          g_assert_null (day);
          day = g_strdup (deadline->date);
        }
    }
  return day;
}

#define ENDS(day, expected)                                                                        \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *end = copil_convention_dup_end (store, day);                                \
      g_assert_cmpstr (end, ==, expected);                                                         \
    }                                                                                              \
  while (0)
#define INFORMS(day, expected)                                                                     \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *by = inform (store, clause, day);                                           \
      g_assert_cmpstr (by, ==, expected);                                                          \
    }                                                                                              \
  while (0)

/* An amendment that extends the term moves what depends on it, from the day it is in force. */
static void
test_term (void)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = make ();
  const CopilKind *convention = copil_kind_get ("convention");
  gint64 clause;

  g_assert_true (copil_store_begin (store, "test", &error));
  g_assert_true (copil_store_set (store, convention, 1, "signed", "2024-06-27", &error));
  g_assert_true (copil_store_set (store, convention, 1, "duration_months", "60", &error));
  clause = ADD ("clause", "title", "Inform", "sort", "information", "counted_from", "expiry",
                "number", "6", "unit", "months", "direction", "before");
  g_assert_no_error (error);
  ENDS ("2026-05-31", "2029-06-27");
  INFORMS ("2026-05-31", "2028-12-27");
  ADD ("amendment", "object", "longer", "signed", "2026-05-03", "effective", "2026-06-01",
       "expires", "2030-06-27");
  ENDS ("2026-05-31", "2029-06-27");
  INFORMS ("2026-05-31", "2028-12-27");
  ENDS ("2026-06-01", "2030-06-27");
  INFORMS ("2026-06-01", "2029-12-27");
  /* Made tacit, it goes on; once the notice is given, it does not. */
  ADD ("amendment", "object", "tacit", "signed", "2027-01-01", "renewal", "tacit", "renewal_months",
       "12");
  ENDS ("2031-01-01", "2031-06-27");
  g_assert_true (copil_store_set (store, convention, 1, "ended_notice", "2030-09-30", &error));
  ENDS ("2030-09-29", "2031-06-27");
  ENDS ("2030-09-30", "2031-03-30");
  ENDS ("2032-01-01", "2031-03-30");
  g_assert_true (copil_store_commit (store, &error));
  discard (store);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("copil-test-XXXXXX", NULL);
  g_test_add_func ("/article/text", test_text);
  g_test_add_func ("/article/added", test_added);
  g_test_add_func ("/article/ending", test_ending);
  g_test_add_func ("/article/term", test_term);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
