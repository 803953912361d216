/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind and a field that nothing but the descriptions knows (kinds-more.c): in forms, in the
 * history, in undo, in a spreadsheet, in an import, in the merge of two copies. And what the
 * descriptions of all kinds name is there. */
#include <string.h>

#include "copil-import.h"
#include "copil-kind-book.h"
#include "copil-lookup.h"
#include "copil-numbered.h"
#include "copil-query.h"
#include "copil-record.h"
#include "merge-tools.h"

#define TODAY "2024-03-15"

static char *
join_section (const char *kind, const char *section)
{
  g_auto (GStrv) names = copil_kind_dup_section (copil_kind_get (kind), section);

  return g_strjoinv (" ", names);
}

static void
assert_section (const char *kind, const char *section, const char *expected)
{
  g_autofree char *names = join_section (kind, section);

  g_assert_cmpstr (names, ==, expected);
}

/* A field that no section names stands in the one for the rest, a kind without sections in lines
 * that its fields make. */
static void
test_forms (void)
{
  g_autofree char *engagement = join_section ("engagement", NULL);
  g_autofree char *meeting = join_section ("meeting", NULL);

  g_assert_true (g_str_has_suffix (engagement, " confidential motto"));
  assert_section ("loan", NULL,
                  "label title state | borrower parties since | back quantity | unit insured note"
                  " confidential");
  assert_section ("party", NULL, "name short_name side representative address seats");
  assert_section ("meeting", "chair", "chair");
  assert_section ("meeting", "main", "title type | date time | end_time place");
  /* What another section showed is not shown twice. */
  g_assert_true (g_str_has_suffix (meeting, "introduction conclusion next_date | next_place"));
}

/* Each name in a description is a field; nothing that may be typed is missing from the form. */
static void
test_descriptions (void)
{
  for (const CopilKind *const *all = copil_kinds (); *all; all++)
    {
      const CopilKind *kind = *all;
      g_auto (GStrv) form = copil_kind_dup_section (kind, NULL);
      g_autoptr (GPtrArray) columns = copil_kind_list_columns (kind);

      for (const CopilSection *section = kind->sections; section && section->name; section++)
        {
          g_auto (GStrv) names = g_strsplit (section->fields, " ", -1);

          for (guint i = 0; names[i]; i++)
            if (!g_str_equal (names[i], "|") && !copil_kind_get_field (kind, names[i]))
              g_error ("%s, %s: no field %s", kind->name, section->name, names[i]);
        }
      for (const CopilField *field = kind->fields; field->name; field++)
        {
          gboolean again = FALSE;

          for (const CopilSection *section = kind->sections; section && section->name; section++)
            again = again || (section->again && strstr (section->fields, field->name));
          if (field->type == COPIL_FIELD_DATA)
            continue;
          g_assert_true (g_ptr_array_find (columns, field, NULL));
          if (!(field->flags & COPIL_FIELD_HIDDEN) && g_strcmp0 (field->name, kind->parent) != 0 &&
              !again && !g_strv_contains ((const char *const *)form, field->name))
            g_error ("%s.%s is in no form", kind->name, field->name);
        }
      g_assert_true (!kind->other_title || copil_kind_get_field (kind, kind->other_title));
      g_assert_true (!kind->status_field || copil_kind_get_field (kind, kind->status_field));
      g_assert_true (!kind->numbered || (kind->parent && kind->label_field && kind->ordered));
      if (kind->dates_from)
        {
          g_autofree char *sql = copil_kind_dup_path_sql (kind, "r", kind->dates_from);
          g_assert_nonnull (sql);
        }
    }
}

static gint64
add_loan (Merging *fixture, CopilStore *store, const char *title)
{
  g_autofree char *axis = merging_text_of (fixture->axis);

  return merging_add (store, "loan", "axis", axis, "title", title);
}

static void
test_history (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  g_autofree char *called = NULL;
  gint64 id;

  merging_begin (store);
  id = add_loan (fixture, store, "Printer");
  merging_commit (store);
  merging_edit (store, "loan", id, "state", "lent");
  g_assert_cmpstr (copil_store_get_undo_name (store), ==, "Loan “Printer”: State");
  g_assert_true (copil_store_undo (store, NULL));
  assert_value (store, "loan", id, "state", "ready");
  merging_edit (store, "engagement", fixture->engagement[0], "motto", "Faire");
  g_assert_nonnull (strstr (copil_store_get_undo_name (store), ": Motto"));
  assert_value (store, "engagement", fixture->engagement[0], "motto", "Faire");
  g_assert_true (copil_store_undo (store, NULL));
  assert_value (store, "engagement", fixture->engagement[0], "motto", NULL);

  /* Its siblings are numbered because the description says so. */
  merging_begin (store);
  g_assert_true (copil_store_number (store, copil_kind_get ("loan"), fixture->axis, NULL));
  merging_commit (store);
  assert_value (store, "loan", id, "label", "1");
  g_assert_cmpint (copil_store_get_numbered (store, copil_kind_get ("loan"), id), ==,
                   fixture->axis);
  called = copil_store_describe (store, copil_kind_get ("loan"), id);
  g_assert_cmpstr (called, ==, "Loan 1");
}

/* A record without a title is called by what the description says; a path leads to the owner's. */
static void
test_words (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  const CopilKind *kind = copil_kind_get ("decision");
  g_autofree char *path = copil_kind_dup_path_sql (kind, "r", kind->dates_from);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM decision r WHERE id = ?1", path);
  g_autofree char *meeting_title = copil_kind_dup_title_sql (copil_kind_get ("meeting"), "r");
  g_autofree char *titled = g_strdup_printf ("SELECT %s FROM meeting r", meeting_title);
  g_autofree char *called = NULL, *of = NULL, *date = NULL, *title = NULL, *late = NULL;
  gint64 meeting, decision;

  merging_begin (store);
  meeting = merging_add (store, "meeting", "date", "2023-12-12", "place", "Lyon");
  of = merging_text_of (meeting);
  decision = merging_add (store, "decision", "meeting", of, "text", "Dire");
  merging_commit (store);
  called = copil_store_describe (store, copil_kind_get ("meeting"), meeting);
  g_assert_cmpstr (called, ==, "Meeting “12/12/2023”");
  title = copil_store_query_dup_text (store, titled, NULL);
  g_assert_cmpstr (title, ==, "2023-12-12");
  date = copil_store_query_dup_text (store, sql, "i", decision);
  g_assert_cmpstr (date, ==, "2023-12-12");
  /* Late by the day that is asked for, as copil_status_is_late() says. */
  merging_edit (store, "decision", decision, "due", "2024-01-31");
  for (int day = 0; day < 2; day++)
    {
      g_autofree char *condition =
          copil_kind_dup_late_sql (kind, "r", day ? "2024-02-01" : "2024-01-31");
      g_autofree char *count =
          g_strdup_printf ("SELECT count (*) FROM decision r WHERE %s", condition);
      g_assert_cmpint (copil_store_query_int (store, count, NULL), ==, day);
    }
  late = copil_kind_dup_late_sql (copil_kind_get ("loan"), "r", TODAY);
  g_assert_null (late);
}

static void
test_merge (Merging *fixture, gconstpointer data)
{
  g_autofree char *party = merging_text_of (fixture->party);
  gint64 id, other;

  merging_begin (fixture->store[A]);
  id = add_loan (fixture, fixture->store[A], "Printer");
  merging_commit (fixture->store[A]);
  merging_copy_store (fixture, A, B);
  merging_edit (fixture->store[A], "loan", id, "state", "lent");
  merging_edit (fixture->store[A], "engagement", fixture->engagement[0], "motto", "Faire");
  merging_edit (fixture->store[B], "loan", id, "parties", party);
  merging_begin (fixture->store[B]);
  other = add_loan (fixture, fixture->store[B], "Robot");
  merging_commit (fixture->store[B]);
  merging_merge_well (fixture, A, B);
  assert_value (fixture->store[A], "loan", id, "state", "lent");
  assert_value (fixture->store[A], "loan", id, "parties", party);
  assert_value (fixture->store[A], "loan", other, "title", "Robot");
  merging_merge_well (fixture, B, A);
  assert_value (fixture->store[B], "engagement", fixture->engagement[0], "motto", "Faire");
  merging_assert_same (fixture, A, B);
  /* Where they contradict each other it is asked. */
  merging_edit (fixture->store[A], "engagement", fixture->engagement[0], "motto", "Dire");
  merging_edit (fixture->store[B], "engagement", fixture->engagement[0], "motto", "Taire");
  g_assert_cmpuint (merging_merge_choosing (fixture, A, B, COPIL_MERGE_THEIRS), ==, 1);
  assert_value (fixture->store[A], "engagement", fixture->engagement[0], "motto", "Taire");
}

/* The titles of the columns of a kind's table, and its rows, for an audience. */
static char *
write_table (CopilStore *store, const char *kind, CopilAudience audience)
{
  g_autoptr (CopilBook) book =
      copil_kind_book_new (store, copil_kind_get (kind), NULL, NULL, audience, TODAY);
  CopilSheet *sheet = copil_book_get_sheet (book, 0);
  guint n = copil_sheet_get_n_columns (sheet);
  g_autofree const char **values = g_new0 (const char *, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s|", copil_sheet_get_column (sheet, i, NULL, NULL));
  while (copil_sheet_next (sheet, values, NULL))
    {
      g_string_append_c (text, '\n');
      for (guint i = 0; i + 1 < n; i++)
        g_string_append_printf (text, "%s|", values[i] ? values[i] : "");
    }
  return g_strdup (text->str);
}

static void
test_table (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  g_autofree char *axis = merging_text_of (fixture->axis);
  g_autofree char *text = g_strdup_printf ("Axis;Title;State;Since;Quantity;Unit;Insured\n"
                                           "%s;Printer;Lent;1/2/2024;1,5;units;yes\n",
                                           axis);
  g_autofree char *loans = NULL, *public = NULL, *engagements = NULL;
  g_autoptr (CopilLookup) lookup = NULL;
  g_autoptr (CopilGrid) grid = copil_grid_read_text (text, strlen (text), NULL, NULL);
  g_autoptr (GError) error = NULL;
  CopilImportCounts counts;
  gint64 id;

  copil_import_grid (store, copil_kind_get ("loan"), grid, NULL, "import", COPIL_IMPORT_NONE,
                     &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM loan", NULL), ==, 1);
  /* Known again by its key. */
  copil_import_grid (store, copil_kind_get ("loan"), grid, NULL, "import", COPIL_IMPORT_NONE,
                     &counts, NULL, &error);
  g_assert_no_error (error);
  id = copil_store_query_int (store, "SELECT id FROM loan", NULL);
  assert_value (store, "loan", id, "state", "lent");
  assert_value (store, "loan", id, "since", "2024-02-01");
  assert_value (store, "loan", id, "quantity", "1.5");
  assert_value (store, "loan", id, "insured", "1");
  lookup = copil_lookup_new (store, copil_kind_get ("loan"));
  g_assert_cmpint (copil_lookup_find (lookup, "printer", 0, NULL), ==, id);

  loans = write_table (store, "loan", COPIL_AUDIENCE_MEMBERS);
  g_assert_true (g_str_has_prefix (loans, "Axis|Number|Title|State|Borrower|Signatories|Since|Back "
                                          "on|Quantity|Unit|Insured|Note|Confidential|id|\n"));
  g_assert_nonnull (strstr (loans, "|Printer|Lent|||2024-02-01||1.5|units|1||"));
  merging_edit (store, "loan", id, "confidential", "1");
  public = write_table (store, "loan", COPIL_AUDIENCE_PUBLIC);
  g_assert_null (strstr (public, "Printer"));
  merging_edit (store, "engagement", fixture->engagement[0], "motto", "Faire");
  engagements = write_table (store, "engagement", COPIL_AUDIENCE_MEMBERS);
  g_assert_true (g_str_has_prefix (engagements, "Axis|Measure|Article|Engagement|"));
  g_assert_nonnull (strstr (engagements, "|Confidential|Motto|id|\n"));
  g_assert_nonnull (strstr (engagements, "|Faire|"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/forms", test_forms);
  g_test_add_func ("/kinds/descriptions", test_descriptions);
  g_test_add ("/kinds/history", Merging, NULL, merging_set_up, test_history, merging_tear_down);
  g_test_add ("/kinds/words", Merging, NULL, merging_set_up, test_words, merging_tear_down);
  g_test_add ("/kinds/merge", Merging, NULL, merging_set_up, test_merge, merging_tear_down);
  g_test_add ("/kinds/table", Merging, NULL, merging_set_up, test_table, merging_tear_down);
  return g_test_run ();
}
