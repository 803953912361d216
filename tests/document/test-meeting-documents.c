/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a meeting, from its agenda to the amendments to its minutes. */
#include <glib/gstdio.h>

#include "copil-agenda-document.h"
#include "copil-agreed.h"
#include "copil-convocation.h"
#include "copil-corrections-document.h"
#include "copil-decisions-document.h"
#include "copil-invitation.h"
#include "copil-meeting-pack.h"
#include "copil-minutes.h"
#include "copil-query.h"
#include "copil-sign-sheet.h"
#include "document-text.h"
#include "../support/scratch.h"

#define MEMBERS COPIL_AUDIENCE_MEMBERS
#define PUBLIC COPIL_AUDIENCE_PUBLIC

typedef struct
{
  char *path;
  CopilStore *store;
} Fixture;

/* What the script agrees to, it agrees to as it is. */
static void
bind (CopilStore *store)
{
  static const char *const kinds[] = { "agreement", "validation" };
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (store, "Bind", &error));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT k.id FROM %s k JOIN meeting m ON m.id = k.meeting"
                           " WHERE m.minutes IS NOT 'validated'",
                           kinds[i]);
      g_autoptr (CopilQuery) query = copil_store_query (store, sql, "");

      while (copil_query_next (query))
        g_assert_true (copil_agreed_bind (store, kinds[i], copil_query_int (query, 0), &error));
    }
  g_assert_true (copil_store_commit (store, &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "fixture.sql", NULL);
  g_autofree char *more = g_test_build_filename (G_TEST_DIST, "meetings.sql", NULL);
  g_autofree char *first = NULL, *second = NULL, *sql = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (base, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (more, &second, NULL, NULL));
  sql = g_strconcat (first, second, NULL);
  folder = scratch_folder_new ();
  fixture->path = g_build_filename (folder, "test.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, sql, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_clear_object (&fixture->store);
  scratch_folder_remove (folder);
  g_free (fixture->path);
}

/* Takes the document. */
static char *
said (CopilDocument *document)
{
  char *text;

  g_assert_nonnull (document);
  text = document_text (document);
  g_object_unref (document);
  return text;
}

/* Once what the script agrees to is bound to the text. */
static char *
bound (CopilStore *store, CopilDocument *(*make) (CopilStore *, gint64, CopilAudience, GError **))
{
  bind (store);
  return said (make (store, 3, MEMBERS, NULL));
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  g_autofree char *older = said (copil_agenda_document_new (fixture->store, 3, MEMBERS, NULL));
  g_autofree char *text = bound (fixture->store, copil_agenda_document_new);
  g_autofree char *public = said (copil_agenda_document_new (fixture->store, 3, PUBLIC, NULL));
  g_autofree char *bare = said (copil_agenda_document_new (fixture->store, 4, MEMBERS, NULL));

  assert_has (text, "Ministry of Schools\n1 Main Street\nConvention of the test\n"
                    "Agenda – Exceptional steering committee\nMeeting of 20 March 2024\n");
  assert_has (text, "| Held at | A signatory’s request (Union of Makers) \n| Reason | Delays \n");
  assert_has (text, "| 1 | Approve\nJoined: minutes.odt | Anne Aubert | 23:30 | 45\u00a0min \n");
  assert_has (text, "| 2 | Doors, open; or not | – | 0:15 | 1\u00a0h \n");
  assert_has (text, "| 3 | zzitem\nJoined: zzfile.pdf | – | 1:15 | 15\u00a0min \n");
  /* An item of unknown length: nobody knows when the next one begins. */
  assert_has (text, "| 4 | Any other business | – | 1:30 | – \n| 5 | Late | – | – | 5\u00a0min \n"
                    "|  | Planned duration |  |  | 2\u00a0h\u00a005 \n");
  assert_has (text, "# Documents joined\n* map.pdf\n");
  assert_has (text, "| Ministry of Schools | Given on 01/03/2024 by Anne Aubert\nIn haste \n"
                    "| Union of Makers | Awaited \n");
  assert_has (older, "| Ministry of Schools | Given on 01/03/2024 by Anne Aubert\nIn haste\n"
                     "Lapsed: given in an older file, which does not say on which text \n");
  assert_has (text, "| Recipients | Schools: Ms\u00a0Anne Aubert\n"
                    "Union of Makers: Mr\u00a0Bruno Bloch\nGuests: Mr\u00a0Cyril Caron \n");
  assert_has_not (public, "zz");
  assert_has (public, "| 3 | Any other business | – | 1:15 | – \n");
  assert_has (bare, "The agenda is still to be set.");
  assert_has_not (bare, "Agreement");
}

static void
test_convocation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilDocument) document =
      copil_convocation_new (fixture->store, 3, "2024-03-01", PUBLIC, NULL);
  g_autofree char *text = document_text (document), *undated = NULL;
  g_auto (GStrv) pages = g_strsplit (text, "---\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (copil_publication_get_date (COPIL_PUBLICATION (document)), ==, "2024-03-01");
  /* The chair signs and is not convened. */
  g_assert_cmpuint (g_strv_length (pages), ==, 2);
  assert_has (pages[0], "Ministry of Schools\n1 Main Street\nMr\u00a0Bruno Bloch\nDG\nWorks; "
                        "design\nUnion of Makers\n2 Mill Lane\nLyon\nParis, 1 March 2024\n");
  assert_has (pages[0], "\nSir,\nI have the honour");
  assert_has (pages[0], "Wednesday 20 March 2024, at 23:30\nRoom 4, Paris; 2nd floor\n");
  assert_has (pages[0], "Reason for the meeting: Delays\n");
  assert_has (pages[0], "* Approve (Anne Aubert)\n* Doors, open; or not\n* Any other business\n");
  assert_has (pages[0], "know; Dominique Duval, your alternate, who");
  assert_has (pages[0], "\nHead of office\n\n\nMs\u00a0Anne Aubert\nEnclosed: map.pdf and "
                        "minutes.odt\nCopy: Dominique Duval, alternate\n");
  assert_has (pages[1], "You are invited as an expert: to speak of buses. Please let me know");
  assert_has_not (text, "zz");
  /* Where a person lives is for the committee alone. */
  {
    g_autofree char *members = NULL, *open = NULL;

    g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("person"), 2, "address",
                                     "7 Home Road", &error));
    members = said (copil_convocation_new (fixture->store, 3, "2024-03-01", MEMBERS, &error));
    open = said (copil_convocation_new (fixture->store, 3, "2024-03-01", PUBLIC, &error));
    assert_has (members, "\nUnion of Makers\n7 Home Road\n");
    assert_has_not (open, "7 Home Road");
    assert_has (open, "\nUnion of Makers\n2 Mill Lane\nLyon\n");
  }
  /* No attendance yet: the members are convened. */
  undated = said (copil_convocation_new (fixture->store, 4, NULL, MEMBERS, &error));
  g_assert_no_error (error);
  assert_has (undated, "Ms\u00a0Anne Aubert\n");
  assert_has (undated, "On a day to be set");
  assert_has_not (undated, "Cyril");
}

static void
test_sign_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = said (copil_sign_sheet_new (fixture->store, 3, NULL));

  assert_has (text, "# Ministry of Schools\n| Name | Function | Signature \n"
                    "| Ms\u00a0Anne Aubert | Head of office |  \n");
  assert_has (text, "| Mr\u00a0Bruno Bloch\nAlternate: Dominique Duval | DG\nWorks; design |  \n");
  assert_has (text, "# Guests\n| Name | Function | Signature \n"
                    "| Mr\u00a0Cyril Caron | Expert\nExpert |  \n");
  assert_has (text, "# Other persons present\n| Name | Function | Signature \n|  |  |  \n");
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = said (copil_decisions_document_new (fixture->store, 3, MEMBERS, NULL));
  g_autofree char *public = said (copil_decisions_document_new (fixture->store, 3, PUBLIC, NULL));
  g_autofree char *none = said (copil_decisions_document_new (fixture->store, 2, MEMBERS, NULL));

  assert_has (text, "# Decisions of the meeting\n");
  assert_has (text, "| Decisions |  |  |  |  \n| 2024-1-01 | Keep on | Mr\u00a0Bruno Bloch | "
                    "31/05/2024 | To carry out \n| 2024-1-03 | zzdecision ");
  assert_has (text, "| Actions |  |  |  |  \n| 2024-1-02 | Count | – | – | To carry out \n");
  assert_has (text, "# Earlier decisions that are still open\n");
  assert_has (text, "| Meeting of 7 February 2023 |  |  |  |  \n|  | Meet again | – | 31/12/2023 | "
                    "Late\nTo carry out \n");
  assert_has_not (text, "Write to the regions");
  assert_has_not (public, "zz");
  assert_has (none, "No decision was recorded.");
}

static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *older = bound (fixture->store, copil_minutes_new);
  g_autofree char *text = said (copil_minutes_new_full (fixture->store, 3, MEMBERS, TRUE, 0, NULL));
  g_autofree char *public =
      said (copil_minutes_new_full (fixture->store, 3, PUBLIC, TRUE, 0, NULL));
  g_autofree char *plain = said (copil_minutes_new (fixture->store, 3, MEMBERS, NULL));
  g_autofree char *second = NULL;

  assert_has (text, "| Proposed | On 25 March 2024, by Union of Makers \n");
  assert_has (text, "Present from 23:45 on");
  assert_has (text, "| Mr\u00a0Cyril Caron | Expert\nExpert – to speak of buses | Present \n");
  assert_has (text, "This item is adjourned to the next meeting.\n## 3 – zzitem\n");
  assert_has (text, "Action 2024-1-02 – Count\n");
  assert_has (text, "Paris, 25 March 2024\n\nThe chair of the meeting,\n\n\nMs\u00a0Anne Aubert\n");
  assert_has (text, "# Validation\n| Signatory | Validated \n| Ministry of Schools | Awaited \n"
                    "| Union of Makers | On 28/03/2024, by Bruno Bloch \n");
  assert_has_not (older, "Lapsed");
  assert_has (text, "# Annex: amendments to the minutes\n");
  assert_has (text, "| Approve |  |  |  \n| Schools\nAnne Aubert\n26/03/2024 | Nothing to say. | "
                    "Little to say. | Refused\nIt was nothing. \n");
  assert_has (text, "| The minutes as a whole |  |  |  \n| Union of Makers | (nothing) | A word of "
                    "thanks. | Awaited \n");
  assert_has_not (plain, "amendments");
  assert_has_not (public, "zz");
  assert_has (public, "A word of thanks.");
  /* A later version names the one that it replaces, and forgets who validated that one. */
  second = said (copil_minutes_new_full (fixture->store, 1, MEMBERS, FALSE, 2, NULL));
  assert_has (second, "| Version | 2, which replaces version 1 of 1 March 2023\nA wrong name \n");
  assert_has (second, "| Ministry of Schools | Awaited \n"
                      "| Union of Makers | On 05/03/2023, by Bruno Bloch \n");
}

static void
test_corrections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilDocument) document =
      copil_corrections_document_new (fixture->store, 3, MEMBERS, NULL);
  g_autofree char *text = document_text (document);
  g_autofree char *none = said (copil_corrections_document_new (fixture->store, 1, MEMBERS, NULL));

  g_assert_cmpint (copil_document_get_orientation (document), ==, COPIL_LANDSCAPE);
  assert_has (text, "| Asked by | Text before | Text asked for | Answer and reason \n| Approve ");
  assert_has (text, "| zzold | zznew | Accepted \n");
  assert_has (none, "No amendment to the minutes was asked for.");
}

static void
test_pack (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = said (copil_meeting_pack_new (fixture->store, 3, MEMBERS, NULL));
  g_autofree char *public = said (copil_meeting_pack_new (fixture->store, 3, PUBLIC, NULL));
  g_autofree char *bare = said (copil_meeting_pack_new (fixture->store, 4, MEMBERS, NULL));
  const char *const parts[] = { "# Agenda\n",
                                "---\n# Attendance sheet\n## Ministry of Schools\n",
                                "---\n# Last decisions and what became of them\n",
                                "---\n# Fiches action to examine\n## F1 – Open doors\n",
                                "### Steps\n",
                                "---\n# Where the convention stands\n## Engagements by axis\n",
                                "---\n# Deadlines before the next meeting\n" };
  const char *at = text;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *found = strstr (at, parts[i]);
      if (!found)
        assert_has (at, parts[i]);
      at = found;
    }
  assert_has (text, "| D1 | Write to the regions | Mr\u00a0Bruno Bloch | 31/05/2023 | "
                    "Carried out on 02/06/2023\nThey answered. \n");
  assert_has (text, "From the day of the meeting to 20 September 2024.\n");
  assert_has (text, "| 31/05/2024 | Keep on | Decision 2024-1-01 \n");
  assert_has_not (public, "zz");
  assert_has_not (bare, "# Deadlines");
}

/* RFC 5545: lines of at most 75 octets, each property's line whole again. */
static char *
unfold (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_auto (GStrv) parts = NULL;
  g_autofree char *unfolded = NULL;
  guint n = g_strv_length (lines);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_cmpuint (strlen (lines[i]), >, 0);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n\t"));
    }
  parts = g_strsplit (text, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  g_clear_pointer (&parts, g_strfreev);
  parts = g_strsplit (unfolded, "\r\n", -1);
  for (guint i = 0; parts[i] && parts[i + 1]; i++)
    g_assert_true (g_regex_match_simple ("^[A-Z-]+(;[A-Z-]+=(\"[^\"]*\"|[^\";:,]+))*:.+$", parts[i],
                                         G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
  return g_strjoinv ("\n", parts);
}

static void
test_invitation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = copil_invitation_new (fixture->store, 3, MEMBERS, NULL);
  g_autoptr (GBytes) again = copil_invitation_new (fixture->store, 3, MEMBERS, NULL);
  g_autoptr (GBytes) open = copil_invitation_new (fixture->store, 3, PUBLIC, NULL);
  g_autoptr (GBytes) undated = NULL;
  g_autofree char *text = unfold (bytes), *public = unfold (open);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:"));
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\nEND:VCALENDAR\n"));
  assert_has (text, "\nMETHOD:REQUEST\n");
  assert_has (text, "BEGIN:VTIMEZONE\nTZID:Europe/Paris\nBEGIN:DAYLIGHT\n");
  assert_has (text, "\nUID:meeting-3.convention-1@copil\nDTSTAMP:20200101T000000Z\nSEQUENCE:0\n");
  /* Two hours and five minutes after half past eleven at night: the next day. */
  assert_has (text, "\nDTSTART;TZID=Europe/Paris:20240320T233000\n"
                    "DTEND;TZID=Europe/Paris:20240321T013500\n");
  assert_has (text, "\nSUMMARY:Exceptional steering committee – Test 2023–2026\n");
  assert_has (text, "\nLOCATION:Room 4\\, Paris\\; 2nd floor\n");
  assert_has (text, "\nDESCRIPTION:Convention of the test\\n\\nAgenda:\\n1. Approve (Anne Aubert)"
                    "\\n2. Doors\\, open\\; or not\\n3. zzitem\\n");
  assert_has (text, "\nORGANIZER;CN=\"Ms\u00a0Anne Aubert\":mailto:anne@schools.example\n");
  assert_has (text, "\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;RSVP=TRUE;"
                    "CN=\"Mr\u00a0Bruno Bloch\":mailto:bruno@makers.example\n");
  assert_has (text, ";ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Dominique "
                    "Duval\":mailto:dominique@makers.example\n");
  /* What is no address is left out. */
  assert_has_not (text, "cyril");
  assert_has_not (public, "zz");
  assert_has_not (public, "mailto:");
  assert_has_not (public, "METHOD");
  /* What ends earlier than it began ends the next day. */
  {
    g_autoptr (GBytes) night = NULL;
    g_autofree char *said = NULL;

    g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("meeting"), 3, "end_time",
                                     "01:15", &error));
    night = copil_invitation_new (fixture->store, 3, MEMBERS, &error);
    said = unfold (night);
    assert_has (said, "\nDTSTART;TZID=Europe/Paris:20240320T233000\n"
                      "DTEND;TZID=Europe/Paris:20240321T011500\n");
  }
  undated = copil_invitation_new (fixture->store, 4, MEMBERS, &error);
  g_assert_null (undated);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  guint missing;
  g_autofree char *line = copil_convocation_get_addresses (fixture->store, 1, &missing);

  g_assert_cmpstr (line, ==,
                   "anne@schools.example; bruno@makers.example; dominique@makers.example; "
                   "cyril \"cc\"@example");
  g_assert_cmpuint (missing, ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

#define ASSERT_MISSING(made)                                                                       \
  g_assert_null (made);                                                                            \
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);                                        \
  g_clear_error (&error)
  ASSERT_MISSING (copil_agenda_document_new (fixture->store, 99, MEMBERS, &error));
  ASSERT_MISSING (copil_convocation_new (fixture->store, 99, NULL, MEMBERS, &error));
  ASSERT_MISSING (copil_sign_sheet_new (fixture->store, 99, &error));
  ASSERT_MISSING (copil_decisions_document_new (fixture->store, 99, MEMBERS, &error));
  ASSERT_MISSING (copil_corrections_document_new (fixture->store, 99, MEMBERS, &error));
  ASSERT_MISSING (copil_meeting_pack_new (fixture->store, 99, MEMBERS, &error));
  ASSERT_MISSING (copil_invitation_new (fixture->store, 99, MEMBERS, &error));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/meeting-documents/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("agenda", test_agenda);
  ADD ("convocation", test_convocation);
  ADD ("sign-sheet", test_sign_sheet);
  ADD ("decisions", test_decisions);
  ADD ("minutes", test_minutes);
  ADD ("corrections", test_corrections);
  ADD ("pack", test_pack);
  ADD ("invitation", test_invitation);
  ADD ("addresses", test_addresses);
  ADD ("missing", test_missing);
  return g_test_run ();
}
