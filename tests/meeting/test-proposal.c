/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed for an agenda: on the UIMM example at several dates, then on small files. */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-proposal-agenda.h"
#include "copil-numbered.h"
#include "copil-joined.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

static char *folder;

static CopilStore *
open_example (void)
{
  g_autofree char *from = g_build_filename (g_getenv ("COPIL_EXAMPLES_DIR"), "uimm.copil", NULL);
  g_autofree char *path = g_build_filename (folder, "uimm.copil", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  CopilStore *store;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, &error));
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return store;
}

static CopilStore *
make (const char *script)
{
  static guint n;
  g_autofree char *path = g_strdup_printf ("%s/%u.copil", folder, n++);
  g_autofree char *sql = g_strconcat (
      "INSERT INTO convention (id, title, signed, duration_months, meetings_per_year, renewal)"
      " VALUES (1, 'C', '2021-11-23', 60, 2, 'none');",
      script, NULL);
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_create_from_script (path, sql, &error);

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
  g_unlink (path);
}

static CopilProposal *
find (GPtrArray *list, const char *topic, const char *part)
{
  for (guint i = 0; i < list->len; i++)
    {
      CopilProposal *proposal = list->pdata[i];

      if (g_str_equal (proposal->topic, topic) && (!part || strstr (proposal->title, part)))
        return proposal;
    }
  return NULL;
}

static guint
count (GPtrArray *list, const char *topic)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += g_str_equal (((CopilProposal *)list->pdata[i])->topic, topic);
  return n;
}

/* The spring meeting of 2024, as seen in March: the only one of its year. */
static void
test_spring (void)
{
  g_autoptr (CopilStore) store = open_example ();
  g_autoptr (GPtrArray) list = copil_proposal_list (store, 5, "2024-03-15");
  CopilProposal *proposal = find (list, "approval", NULL);
  const char *last = NULL;

  g_assert_nonnull (proposal);
  g_assert_cmpstr (proposal->title, ==, "Approval of the minutes of 12 December 2023");
  g_assert_cmpint (proposal->present, !=, 0); /* the example has it already */
  g_assert_true (proposal->usual && proposal->carried);

  proposal = find (list, "decisions", NULL);
  g_assert_true (
      g_str_has_prefix (proposal->why, "11 decisions are open, 6 of them overdue (2022-2-05,"));
  g_assert_true (g_str_has_suffix (proposal->why, ", …)"));
  g_assert_nonnull (strstr (proposal->notes, "\n- 2023-2-02 Saisir"));
  g_assert_true (g_str_has_prefix (proposal->notes, "- 2022-2-05 "));
  g_assert_nonnull (strstr (proposal->notes, "(due on 31/01/2024; M. Karim Haddad)"));
  g_assert_cmpint (proposal->duration, ==, 25);

  g_assert_cmpuint (count (list, "late"), ==, 3);
  proposal = find (list, "late", "axis 4");
  g_assert_nonnull (strstr (proposal->why, "8 engagements are late, the first since 01/09/2023"));
  g_assert_nonnull (strstr (proposal->why, "1 of them is confidential"));
  g_assert_cmpstr (proposal->presenter, ==, "M. Karim Haddad");

  proposal = find (list, "fiche", "F3");
  g_assert_cmpint (proposal->fiche, ==, 3);
  g_assert_cmpstr (proposal->why, ==, "1 step is late · it should have ended on 31/12/2023");
  g_assert_cmpstr (proposal->presenter, ==, "Mme Inès Fontaine");
  g_assert_cmpint (find (list, "fiche", "F4")->present, !=, 0);

  /* The end of the convention before what is due on the way to it. */
  proposal = find (list, "deadlines", NULL);
  g_assert_nonnull (strstr (proposal->notes, "10 Last day to give notice"));
  g_assert_nonnull (strstr (proposal->notes, "7 Remettre les éléments du bilan annuel"));
  g_assert_nonnull (strstr (proposal->notes, "\n- and "));
  g_assert_null (strstr (proposal->notes, "31/03/2024")); /* before the meeting */
  proposal = find (list, "figures", NULL);
  g_assert_cmpstr (proposal->why, ==, "9 targets to measure");
  g_assert_nonnull (strstr (proposal->notes, "on 31/12/2023"));
  g_assert_null (strstr (proposal->notes, "30/06/2023")); /* that step was reached */
  g_assert_nonnull (strstr (proposal->notes, "on 30/06/2024"));

  proposal = find (list, "review", NULL);
  g_assert_cmpstr (proposal->title, ==, "Bilan of 2024");
  g_assert_cmpstr (proposal->why, ==, "the only meeting of 2024");
  g_assert_false (proposal->usual);
  g_assert_null (find (list, "priorities", NULL)); /* the convention ends in November */
  g_assert_null (find (list, "survey", NULL));
  for (guint i = 0; i < list->len; i++)
    last = ((CopilProposal *)list->pdata[i])->topic;
  g_assert_cmpstr (last, ==, "other");
}

/* The last meeting of 2022, and the first of all, as seen on the eve of each. */
static void
test_other_dates (void)
{
  g_autoptr (CopilStore) store = open_example ();
  g_autoptr (GPtrArray) autumn = copil_proposal_list (store, 2, "2022-12-07");
  g_autoptr (GPtrArray) first = copil_proposal_list (store, 1, "2022-02-09");
  g_autoptr (GPtrArray) group = copil_proposal_list (store, 3, "2023-06-14");
  g_autoptr (GPtrArray) none = copil_proposal_list (store, 99, "2023-06-14");
  CopilProposal *proposal;

  g_assert_null (find (autumn, "approval", NULL)); /* validated */
  proposal = find (autumn, "review", NULL);
  g_assert_cmpstr (proposal->title, ==, "Bilan of 2022");
  g_assert_cmpstr (proposal->why, ==, "the last meeting of 2022");
  g_assert_true (proposal->usual);
  proposal = find (autumn, "priorities", NULL);
  g_assert_cmpstr (proposal->title, ==, "Priorities of 2023");
  g_assert_nonnull (proposal->notes);

  proposal = find (first, "survey", NULL);
  g_assert_true (proposal && proposal->usual);
  g_assert_null (find (first, "approval", NULL));
  g_assert_null (find (first, "decisions", NULL));
  g_assert_null (find (first, "review", NULL));

  g_assert_null (find (group, "approval", NULL)); /* not the committee */
  g_assert_null (find (group, "review", NULL));
  g_assert_cmpuint (none->len, ==, 0); /* there is no such meeting */
}

/* What is confidential is counted, and its words are nowhere. */
static void
test_confidential (void)
{
  CopilStore *store =
      make ("INSERT INTO meeting (id, type, date) VALUES (1, 'ordinary', '2024-01-10'), (2,"
            " 'ordinary', '2024-06-10');"
            "INSERT INTO axis (id, label, title) VALUES (1, '1', 'A');"
            "INSERT INTO engagement (id, axis, label, text, due, confidential) VALUES"
            " (1, 1, '1.1', 'Secret engagement', '2024-01-31', 1);"
            "INSERT INTO decision (id, meeting, label, text, confidential) VALUES"
            " (1, 1, 'D1', 'Secret decision', 1), (2, 1, 'D2', 'Open decision', 0);"
            "INSERT INTO fiche (id, label, title, due, confidential) VALUES"
            " (1, 'F1', 'Secret fiche', '2024-07-01', 1);"
            "INSERT INTO step (id, fiche, title, due) VALUES (1, 1, 'Secret step', '2024-02-01');"
            "INSERT INTO indicator (id, name, engagement) VALUES (1, 'Secret figure', 1);");
  g_autoptr (GPtrArray) list = copil_proposal_list (store, 2, "2024-06-01");

  g_assert_nonnull (find (list, "late", NULL));
  g_assert_cmpstr (find (list, "decisions", NULL)->notes, ==, "- D2 Open decision");
  g_assert_cmpstr (find (list, "fiche", NULL)->title, ==, "Fiche action F1");
  g_assert_null (find (list, "figures", NULL));
  for (guint i = 0; i < list->len; i++)
    {
      CopilProposal *proposal = list->pdata[i];

      g_assert_null (strstr (proposal->title, "Secret"));
      g_assert_true (!proposal->notes || !strstr (proposal->notes, "Secret"));
    }
  discard (store);
}

static char *
dup_agenda (CopilStore *store, gint64 meeting)
{
  return copil_store_query_dup_text (
      store,
      "SELECT group_concat (coalesce (label, '-') || ' ' || title, '|') FROM (SELECT label, title"
      " FROM item WHERE meeting = ?1 ORDER BY position, id)",
      "i", meeting);
}

/* Points go where they belong, in one transaction, and are proposed once. */
static void
test_add (void)
{
  CopilStore *store =
      make ("INSERT INTO meeting (id, type, date) VALUES (1, 'ordinary', '2024-01-10'), (2,"
            " 'ordinary', '2024-06-10');"
            "INSERT INTO decision (id, meeting, label, text) VALUES (1, 1, 'D1', 'Do it');"
            "INSERT INTO item (id, meeting, label, title, duration, topic, position) VALUES"
            " (1, 2, '1', 'Own point', 20, NULL, 1), (2, 2, '2', 'Any other business', 10, 'other',"
            " 2);");
  g_autoptr (GPtrArray) list = copil_proposal_list (store, 2, "2024-06-01"), again = NULL;
  g_autofree char *agenda = NULL, *back = NULL, *notes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = copil_agenda_add (store, 2, list, &error);

  g_assert_no_error (error);
  g_assert_cmpint (first, !=, 0);
  agenda = dup_agenda (store, 2);
  g_assert_cmpstr (agenda, ==,
                   "1 Approval of the minutes of 10 January 2024|2 Own point|3 Follow-up of the"
                   " decisions|4 Any other business");
  notes =
      copil_store_query_dup_text (store, "SELECT notes FROM item WHERE topic = 'decisions'", "");
  g_assert_cmpstr (notes, ==, "- D1 Do it");
  again = copil_proposal_list (store, 2, "2024-06-01");
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (((CopilProposal *)again->pdata[i])->present, !=, 0);
  g_assert_cmpint (copil_agenda_add (store, 2, again, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_true (copil_store_undo (store, &error));
  back = dup_agenda (store, 2);
  g_assert_cmpstr (back, ==, "1 Own point|2 Any other business");
  discard (store);
}

/* Numbers follow the order where they were 1, 2, 3…, and are left alone where they were not. */
static void
test_numbers (void)
{
  CopilStore *store = make (
      "INSERT INTO meeting (id, date) VALUES (1, '2024-01-10'), (2, '2024-06-10'), (3, NULL);"
      "INSERT INTO item (id, meeting, label, title, position) VALUES"
      " (1, 1, '1', 'a', 1), (2, 1, '3', 'b', 2), (3, 1, '2', 'c', 3),"
      " (4, 2, '1', 'd', 1), (5, 2, '2 bis', 'e', 2), (6, 3, NULL, 'f', 1), (7, 3, '1', 'g', 2);");
  g_autofree char *agenda = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (copil_store_get_numbered (store, copil_kind_get ("item"), 2), ==, 1);
  g_assert_cmpint (copil_store_get_numbered (store, copil_kind_get ("item"), 4), ==, 0);
  g_assert_cmpint (copil_store_get_numbered (store, copil_kind_get ("item"), 6), ==, 0);
  g_assert_cmpint (copil_store_get_numbered (store, copil_kind_get ("item"), 99), ==, 0);
  g_assert_true (copil_store_begin (store, "Number", &error));
  g_assert_true (copil_store_number (store, copil_kind_get ("item"), 1, &error));
  g_assert_true (copil_store_commit (store, &error));
  agenda = dup_agenda (store, 1);
  g_assert_cmpstr (agenda, ==, "1 a|2 b|3 c");
  discard (store);
}

static const struct
{
  const char *time, *end, *sentence;
  gboolean over;
} totals[] = {
  { "14:00", "16:00", "Planned length: 1 h 30, until 15:30, 30 min before the end of the meeting",
    FALSE },
  { "14:00", "15:30", "Planned length: 1 h 30, until 15:30, as the meeting", FALSE },
  { "14:00", "15:00",
    "Planned length: 1 h 30, until 15:30: 30 min more than the hours of the meeting", TRUE },
  { "23:30", "01:15", "Planned length: 1 h 30, until 01:00, 15 min before the end of the meeting",
    FALSE },
  { "14:00", NULL, "Planned length: 1 h 30, until 15:30", FALSE },
  { NULL, NULL, "Planned length: 1 h 30", FALSE },
};

static void
test_total (void)
{
  CopilStore *store = make ("INSERT INTO meeting (id, date) VALUES (1, '2024-01-10'), (2, NULL);"
                            "INSERT INTO item (id, meeting, title, duration, position) VALUES"
                            " (1, 1, 'a', 30, 1), (2, 1, 'b', 60, 2);");
  const CopilKind *kind = copil_kind_get ("meeting");
  g_autoptr (GError) error = NULL;
  gboolean over;

  g_assert_null (copil_agenda_say_total (store, 2, &over));
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_true (copil_store_edit (store, kind, 1, "time", totals[i].time, &error));
      g_assert_true (copil_store_edit (store, kind, 1, "end_time", totals[i].end, &error));
      sentence = copil_agenda_say_total (store, 1, &over);
      g_assert_cmpstr (sentence, ==, totals[i].sentence);
      g_assert_cmpint (over, ==, totals[i].over);
    }
  discard (store);
}

/* The next meeting comes with what the last one left. */
static void
test_new_meeting (void)
{
  CopilStore *store = make (
      "INSERT INTO person (id, name, member, term_start, term_end, position) VALUES (1, 'In', 1,"
      " NULL, NULL, 1), (2, 'Gone', 1, NULL, '2024-05-01', 2), (3, 'Expert', 0, NULL, NULL, 3);"
      "INSERT INTO meeting (id, type, date, time, end_time, place, minutes, next_date) VALUES"
      " (1, 'ordinary', '2024-01-10', '14:30', '17:00', 'Wagram', 'proposed', '2024-06-11');"
      "INSERT INTO item (id, meeting, label, title, presenter, duration, topic, adjourned,"
      " position) VALUES (1, 1, '1', 'Left over', 'Mme X', 25, 'figures', 1, 1),"
      " (2, 1, '2', 'Done', NULL, 5, NULL, 0, 2);"
      "INSERT INTO decision (id, meeting, label, text, status) VALUES (1, 1, 'D1', 'Do it',"
      " 'planned');");
  g_autoptr (GError) error = NULL;
  gint64 id = copil_agenda_new_meeting (store, "2024-03-15", &error);
  g_autoptr (CopilRecord) record = NULL, item = NULL;
  g_autofree char *agenda = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_no_error (error);
  record = copil_store_load (store, copil_kind_get ("meeting"), id);
  g_assert_cmpstr (copil_record_get (record, "date"), ==, "2024-06-11");
  g_assert_cmpstr (copil_record_get (record, "time"), ==, "14:30");
  g_assert_cmpstr (copil_record_get (record, "end_time"), ==, "17:00");
  g_assert_cmpstr (copil_record_get (record, "place"), ==, "Wagram");
  g_assert_cmpint (copil_record_get_int (record, "previous"), ==, 1);
  g_assert_cmpint (copil_store_query_int (store,
                                          "SELECT count(*) = 1 AND min (person) = 1 FROM"
                                          " attendance WHERE meeting = ?1",
                                          "i", id),
                   ==, 1);
  agenda = dup_agenda (store, id);
  g_assert_cmpstr (agenda, ==,
                   "1 Approval of the minutes of 10 January 2024|2 Left over|3 Follow-up of the"
                   " decisions");
  item = copil_store_load (
      store, copil_kind_get ("item"),
      copil_store_query_int (store, "SELECT id FROM item WHERE previous = 1", ""));
  g_assert_cmpstr (copil_record_get (item, "presenter"), ==, "Mme X");
  g_assert_cmpstr (copil_record_get (item, "duration"), ==, "25");
  /* The figures of the day are still to present: what was adjourned is another point. */
  list = copil_proposal_list (store, id, "2024-03-15");
  for (guint i = 0; i < list->len; i++)
    if (((CopilProposal *)list->pdata[i])->carried)
      g_assert_cmpint (((CopilProposal *)list->pdata[i])->present, !=, 0);
  g_assert_true (copil_store_undo (store, &error)); /* all of it in one step */
  g_assert_cmpint (copil_store_query_int (store, "SELECT count(*) FROM meeting", ""), ==, 1);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count(*) FROM item", ""), ==, 2);
  discard (store);
}

/* A file without any meeting: today, and nothing to carry. */
static void
test_first_meeting (void)
{
  CopilStore *store = make ("INSERT INTO person (id, name, member) VALUES (1, 'In', 1);");
  g_autoptr (GError) error = NULL;
  gint64 id = copil_agenda_new_meeting (store, "2024-03-15", &error);
  g_autofree char *date =
      copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1", "i", id);

  g_assert_no_error (error);
  g_assert_cmpstr (date, ==, "2024-03-15");
  g_assert_cmpint (copil_store_query_int (store, "SELECT count(*) FROM item", ""), ==, 0);
  discard (store);
}

static void
test_documents (void)
{
  CopilStore *store = make ("INSERT INTO meeting (id, date) VALUES (1, '2024-01-10');"
                            "INSERT INTO item (id, meeting, title) VALUES (1, 1, 'a');"
                            "INSERT INTO fiche (id, title) VALUES (1, 'f');");
  const CopilKind *kind = copil_kind_get ("attachment");
  g_autoptr (GBytes) data = g_bytes_new_static ("abc", 3), none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) huge =
      g_bytes_new_take (g_malloc0 (COPIL_JOINED_MOST + 1), COPIL_JOINED_MOST + 1);
  g_autoptr (GBytes) read = NULL, undone = NULL, joined = NULL;
  g_autofree char *warning = NULL;
  gint64 photo;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilRecord) record = NULL;
  gint64 id = copil_joined_add (store, "attachment", 1, 1, "note.txt", "text/plain", data, &error);

  g_assert_no_error (error);
  record = copil_store_load (store, kind, id);
  g_assert_cmpstr (copil_record_get (record, "size"), ==, "3");
  g_assert_cmpstr (copil_record_get (record, "sha256"), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  read = copil_joined_get (store, "attachment", id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, data));

  g_assert_cmpint (copil_joined_add (store, "attachment", 1, 0, "empty", NULL, none, &error), ==,
                   0);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (copil_joined_add (store, "attachment", 1, 0, "huge.pdf", NULL, huge, &error), ==,
                   0);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "at most 25"));
  g_clear_error (&error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count(*) FROM attachment", ""), ==, 1);

  /* A fiche has its own; all count together. */
  photo = copil_joined_add (store, "fiche_document", 1, 0, "photo.jpg", "image/jpeg", data, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT fiche FROM fiche_document WHERE id = ?1", "i", photo),
      ==, 1);
  joined = copil_joined_get (store, "fiche_document", photo, &error);
  g_assert_true (joined && g_bytes_equal (joined, data));
  g_assert_cmpuint (copil_joined_get_total (store), ==, 6);
  warning = copil_joined_warn ("a", COPIL_JOINED_LARGE, COPIL_JOINED_ALL_LARGE);
  g_assert_null (warning);
  warning = copil_joined_warn ("a.pdf", COPIL_JOINED_LARGE + 1, COPIL_JOINED_LARGE + 1);
  g_assert_nonnull (strstr (warning, "a.pdf"));
  g_free (warning);
  warning = copil_joined_warn ("a.pdf", 1, COPIL_JOINED_ALL_LARGE + 1);
  g_assert_nonnull (strstr (warning, "50"));

  /* Taken away, brought back with its bytes; then not what it says it is. */
  g_assert_true (copil_store_begin (store, "Delete", &error));
  g_assert_true (copil_store_delete (store, kind, id, &error));
  g_assert_true (copil_store_commit (store, &error));
  g_assert_null (copil_joined_get (store, "attachment", id, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (copil_store_undo (store, &error));
  undone = copil_joined_get (store, "attachment", id, &error);
  g_assert_true (undone && g_bytes_equal (undone, data));
  g_assert_true (copil_store_edit (store, kind, id, "sha256", "00", &error));
  g_assert_null (copil_joined_get (store, "attachment", id, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT);
  discard (store);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = scratch_folder_new ();
  g_test_add_func ("/proposal/spring", test_spring);
  g_test_add_func ("/proposal/other-dates", test_other_dates);
  g_test_add_func ("/proposal/confidential", test_confidential);
  g_test_add_func ("/proposal/add", test_add);
  g_test_add_func ("/proposal/numbers", test_numbers);
  g_test_add_func ("/proposal/total", test_total);
  g_test_add_func ("/proposal/new-meeting", test_new_meeting);
  g_test_add_func ("/proposal/first-meeting", test_first_meeting);
  g_test_add_func ("/proposal/documents", test_documents);
  status = g_test_run ();
  scratch_folder_remove (folder);
  g_free (folder);
  return status;
}
