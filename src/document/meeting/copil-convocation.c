/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-convocation.h"

#include <glib/gi18n-lib.h>

#include "copil-paper.h"
#include "copil-query.h"
#include "copil-words.h"

/* What every letter says alike. */
typedef struct
{
  CopilStore *store;
  CopilRecord *meeting;
  CopilAudience audience;
  char *sender;
  char *place_and_date;
  char *convention;
  char *when;
  char *signer;
  char *signer_name;
  char *signer_civility;
  gboolean plain; /* the items number themselves */
} Letter;

typedef enum
{
  MADAM,
  SIR,
  UNKNOWN
} Form;

static void
letter_clear (Letter *letter)
{
  g_free (letter->sender);
  g_free (letter->place_and_date);
  g_free (letter->convention);
  g_free (letter->when);
  g_free (letter->signer);
  g_free (letter->signer_name);
  g_free (letter->signer_civility);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letter, letter_clear)

static Form
form_of (const char *civility)
{
  if (g_strcmp0 (civility, "Mme") == 0)
    return MADAM;
  return g_strcmp0 (civility, "M.") == 0 ? SIR : UNKNOWN;
}

static gboolean
is_open (CopilAudience audience)
{
  return audience == COPIL_AUDIENCE_PUBLIC;
}

/* Where no sender is given: who signs, and where they are. */
static char *
default_sender (CopilStore *store, CopilRecord *meeting, CopilAudience audience)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT y.name, coalesce (nullif (n.entity, ''), n.function),"
      " coalesce (CASE WHEN NOT ?2 THEN nullif (n.address, '') END, y.address) FROM person n"
      " LEFT JOIN party y ON y.id = n.party WHERE n.id = ?1",
      "ii", copil_record_get_int (meeting, "chair"), (gint64)is_open (audience));
  g_autoptr (GString) text = g_string_new (NULL);

  if (copil_query_next (query))
    for (int i = 0; i < 3; i++)
      if (copil_query_text (query, i) && *copil_query_text (query, i))
        g_string_append_printf (text, "%s%s", text->len ? "\n" : "", copil_query_text (query, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
letter_init (Letter *letter, CopilStore *store, CopilRecord *meeting, const char *day,
             CopilAudience audience)
{
  letter->store = store;
  letter->meeting = meeting;
  letter->audience = audience;
  letter->sender = copil_paper_convention (store, "sender");
  if (!letter->sender)
    letter->sender = default_sender (store, meeting, audience);
  letter->place_and_date = copil_paper_place_and_date (store, day);
  letter->convention = copil_paper_convention (store, "short_title");
  if (!letter->convention)
    letter->convention = copil_paper_convention (store, "title");
  letter->when = copil_paper_when (meeting);
  letter->signer = copil_paper_person (store, copil_record_get_int (meeting, "chair"), NULL,
                                       &letter->signer_name, &letter->signer_civility);
  letter->plain = copil_paper_is_plainly_numbered (store, copil_record_get_id (meeting));
}

/* Adds "text" on a line of its own. */
static void
add_line (CopilRuns *runs, CopilRunStyle style, const char *text)
{
  if (!text || !*text)
    return;
  if (copil_runs_get_n_runs (runs) > 0)
    copil_runs_add_break (runs);
  copil_runs_add (runs, style, text);
}

/* Civility and name, function, entity, signatory, address. */
static void
add_addressee (CopilDocument *document, const CopilPaperConvened *convened, gboolean open)
{
  g_autofree char *name = copil_words_person (convened->civility, convened->name);
  const char *entity = convened->entity, *party = convened->party_name;
  /* For the public the signatory's alone, as it is that of an institution. */
  gboolean own = !open && convened->address && *convened->address;
  CopilRuns *runs = copil_runs_new (NULL);

  add_line (runs, COPIL_RUN_STRONG, name ? name : "–");
  add_line (runs, COPIL_RUN_PLAIN, convened->function);
  add_line (runs, COPIL_RUN_PLAIN, entity);
  if (g_strcmp0 (entity, party) != 0)
    add_line (runs, COPIL_RUN_PLAIN, party);
  add_line (runs, COPIL_RUN_PLAIN, own ? convened->address : convened->party_address);
  copil_document_add_paragraph (document, COPIL_ROLE_ADDRESS, runs);
}

/* A word for each type, so that each language can say « à la réunion exceptionnelle du … ». */
static const char *
invitation_for (const char *type)
{
  if (g_strcmp0 (type, "exceptional") == 0)
    /* Translators: the convention's title */
    return _ ("I have the honour of convening you to the exceptional meeting of the steering"
              " committee of the “%s” convention, which will be held:");
  if (g_strcmp0 (type, "working_group") == 0)
    return _ ("I have the honour of convening you to the meeting of the groupe de pilotage of the"
              " “%s” convention, which will be held:");
  if (g_strcmp0 (type, "public") == 0)
    return _ ("I have the honour of inviting you to the public presentation of the “%s” convention,"
              " which will be held:");
  if (g_strcmp0 (type, "workshop") == 0)
    return _ ("I have the honour of inviting you to the workshop of the “%s” convention, which will"
              " be held:");
  return _ ("I have the honour of convening you to the meeting of the steering committee of the"
            " “%s” convention, which will be held:");
}

static void
add_subject (CopilDocument *document, Letter *letter)
{
  g_autofree char *text = *letter->when
                              ? g_strdup_printf (C_ ("subject of a letter", "%s, %s"),
                                                 copil_paper_body (letter->meeting), letter->when)
                              : g_strdup (copil_paper_body (letter->meeting));
  g_autofree char *subject = g_strconcat (C_ ("letter", "Subject: "), text, NULL);

  /* The heading of each letter, by which a reader of screens finds the next one. */
  copil_document_add_heading (document, 1, subject);
}

static void
add_invitation (CopilDocument *document, Letter *letter)
{
  const char *reason = copil_record_get (letter->meeting, "reason");
  const char *form = invitation_for (copil_record_get (letter->meeting, "type"));
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);
  g_autofree char *invitation = g_strconcat (
      parts[0], letter->convention ? letter->convention : "–", parts[1] ? parts[1] : "", NULL);
  g_autofree char *when = copil_words_capital (g_strdup (letter->when));
  CopilRuns *runs = copil_runs_new (NULL);

  copil_document_add_text (document, COPIL_ROLE_BODY, invitation);
  add_line (runs, COPIL_RUN_STRONG, *when ? when : _ ("On a day to be set"));
  add_line (runs, COPIL_RUN_PLAIN, copil_record_get (letter->meeting, "place"));
  copil_document_add_paragraph (document, COPIL_ROLE_DECISION, runs);
  if (reason)
    {
      /* Translators: why the meeting is held */
      g_autofree char *text = g_strdup_printf (_ ("Reason for the meeting: %s"), reason);
      copil_document_add_text (document, COPIL_ROLE_BODY, text);
    }
}

static void
add_agenda (CopilDocument *document, Letter *letter)
{
  g_autoptr (GPtrArray) items = copil_paper_list_items (
      letter->store, copil_record_get_id (letter->meeting), letter->audience);
  CopilList *list = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CopilPaperItem *item = items->pdata[i];
      const char *label = item->label, *presenter = item->presenter;
      CopilRuns *runs = copil_runs_new (NULL);

      if (!list)
        {
          copil_document_add_text (document, COPIL_ROLE_BODY, _ ("The agenda is as follows:"));
          list = copil_document_add_list (
              document, copil_list_new (letter->plain ? COPIL_LIST_NUMBER : COPIL_LIST_BULLET));
        }
      if (!letter->plain && label && *label)
        copil_runs_add (copil_runs_add (runs, COPIL_RUN_PLAIN, label), COPIL_RUN_PLAIN, " – ");
      copil_runs_add (runs, COPIL_RUN_PLAIN, item->title);
      if (presenter && *presenter)
        {
          g_autofree char *by = g_strdup_printf (" (%s)", presenter);
          copil_runs_add (runs, COPIL_RUN_EMPHASIS, by);
        }
      copil_list_add (list, 1, runs);
    }
}

/* What an expert or a guest is asked for; who can come in a member's place. */
static void
add_capacity (CopilDocument *document, const CopilPaperConvened *convened, Form form)
{
  const char *role = convened->role, *reason = convened->reason;
  g_autofree char *alternate =
      copil_words_person (convened->alternate_civility, convened->alternate_name);
  gboolean expert = g_strcmp0 (role, "expert") == 0;
  GString *text = g_string_new (NULL);

  if (expert || g_strcmp0 (role, "guest") == 0)
    {
      const char *as;

      if (expert)
        as = form == MADAM ? C_ ("to a woman", "You are invited as an expert")
             : form == SIR ? C_ ("to a man", "You are invited as an expert")
                           : C_ ("to a person", "You are invited as an expert");
      else
        as = form == MADAM ? C_ ("to a woman", "You are invited as a guest of the committee")
             : form == SIR ? C_ ("to a man", "You are invited as a guest of the committee")
                           : C_ ("to a person", "You are invited as a guest of the committee");
      g_string_append (text, as);
      if (reason && *reason)
        /* Translators: the reason why an expert or a guest is invited */
        g_string_append_printf (text, C_ ("invitation", ": %s"), reason);
      if (!g_str_has_suffix (text->str, "."))
        g_string_append_c (text, '.');
      g_string_append_c (text, ' ');
    }
  if (alternate)
    /* Translators: the person who sits in another's place */
    g_string_append_printf (
        text,
        _ ("Should you be unable to attend, please let me know; %s, your alternate, who receives a"
           " copy of this letter, may sit in your place."),
        alternate);
  else if (g_strcmp0 (role, "member") == 0)
    g_string_append (text, _ ("Should you be unable to attend, please let me know who will"
                              " represent you."));
  else
    g_string_append (text, _ ("Please let me know whether you will attend."));
  copil_document_add_text (document, COPIL_ROLE_BODY, text->str);
  g_string_free (text, TRUE);
}

static void
add_signature (CopilDocument *document, Letter *letter)
{
  const char *function = letter->signer ? strchr (letter->signer, ',') : NULL;
  g_autofree char *title = function ? copil_words_capital (g_strdup (function + 2)) : NULL;
  CopilRuns *runs = copil_runs_new (NULL);

  if (letter->signer_name)
    {
      add_line (runs, COPIL_RUN_PLAIN, title);
      for (int i = 0; i < (title ? 3 : 2); i++)
        copil_runs_add_break (runs);
      copil_runs_add (runs, COPIL_RUN_STRONG, letter->signer_name);
    }
  else
    add_line (runs, COPIL_RUN_PLAIN, _ ("For the steering committee"));
  copil_document_add_paragraph (document, COPIL_ROLE_SIGNATURE, runs);
}

/* Documents that come with the letter, and who has a copy of it. */
static void
add_copies (CopilDocument *document, Letter *letter, const CopilPaperConvened *convened)
{
  g_autofree char *alternate =
      copil_words_person (convened->alternate_civility, convened->alternate_name);
  g_autofree char *sql = g_strconcat (
      "SELECT a.name FROM attachment a LEFT JOIN item i ON i.id = a.item WHERE a.meeting = ?1"
      " AND a.name > ''",
      COPIL_PAPER_ITEM_SQL (letter->audience),
      " ORDER BY i.id IS NOT NULL, i.position, i.id, a.position, a.id", NULL);
  g_autoptr (CopilQuery) joined =
      copil_store_query (letter->store, sql, "i", copil_record_get_id (letter->meeting));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CopilRuns *runs = copil_runs_new (NULL);

  while (copil_query_next (joined))
    g_ptr_array_add (names, g_strdup (copil_query_text (joined, 0)));
  if (names->len > 0)
    {
      g_autofree char *list = copil_words_list (names);
      g_autofree char *text =
          g_strdup_printf (ngettext ("Enclosed: %s", "Enclosed: %s", names->len), list);
      add_line (runs, COPIL_RUN_PLAIN, text);
    }
  if (alternate)
    {
      g_autofree char *text = g_strdup_printf (_ ("Copy: %s, alternate"), alternate);
      add_line (runs, COPIL_RUN_PLAIN, text);
    }
  if (copil_runs_get_n_runs (runs) > 0)
    copil_document_add_paragraph (document, COPIL_ROLE_NOTE, runs);
  else
    copil_runs_unref (runs);
}

static void
add_letter (CopilDocument *document, Letter *letter, const CopilPaperConvened *convened)
{
  Form form = form_of (convened->civility);
  static const char *const greetings[] = { NC_ ("letter", "Madam,"), NC_ ("letter", "Sir,"),
                                           NC_ ("letter", "Madam, Sir,") };
  static const char *const closings[] = {
    NC_ ("letter", "Yours faithfully, Madam."),
    NC_ ("letter", "Yours faithfully, Sir."),
    NC_ ("letter", "Yours faithfully, Madam, Sir."),
  };

  copil_document_add_text (document, COPIL_ROLE_BODY, letter->sender);
  add_addressee (document, convened, is_open (letter->audience));
  if (*letter->place_and_date)
    copil_document_add_text (document, COPIL_ROLE_ADDRESS, letter->place_and_date);
  add_subject (document, letter);
  copil_document_add_text (document, COPIL_ROLE_BODY,
                           g_dpgettext2 (GETTEXT_PACKAGE, "letter", greetings[form]));
  add_invitation (document, letter);
  add_agenda (document, letter);
  add_capacity (document, convened, form);
  copil_document_add_text (document, COPIL_ROLE_BODY,
                           g_dpgettext2 (GETTEXT_PACKAGE, "letter", closings[form]));
  add_signature (document, letter);
  add_copies (document, letter, convened);
}

CopilDocument *
copil_convocation_new (CopilStore *store, gint64 id, const char *day, CopilAudience audience,
                       GError **error)
{
  g_autoptr (CopilRecord) meeting = copil_paper_load (store, id, error);
  g_autoptr (CopilDocument) document = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_auto (Letter) letter = { 0 };
  g_autofree char *title = NULL, *convention = NULL;
  guint n = 0;

  if (!meeting)
    return NULL;
  letter_init (&letter, store, meeting, day, audience);
  convention = copil_paper_convention (store, "title");
  title = *letter.when ? g_strdup_printf (C_ ("title of the letters", "Convocation – %s, %s"),
                                          copil_paper_body (meeting), letter.when)
                       : g_strdup_printf (C_ ("title of the letters", "Convocation – %s"),
                                          copil_paper_body (meeting));
  document = copil_document_new (title, copil_words_language ());
  copil_publication_set_subject (COPIL_PUBLICATION (document), convention);
  copil_publication_set_date (COPIL_PUBLICATION (document), day);
  copil_document_set_footer (document, letter.convention);
  list = copil_paper_list_convened (store, id);
  for (guint i = 0; i < list->len; i++)
    {
      const CopilPaperConvened *convened = list->pdata[i];

      /* Who signs is not written to. */
      if (convened->id == copil_record_get_int (meeting, "chair"))
        continue;
      if (n++ > 0)
        copil_document_add_page_break (document);
      add_letter (document, &letter, convened);
    }
  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is nobody to convene to this meeting."));
      return NULL;
    }
  return g_steal_pointer (&document);
}

char *
copil_convocation_get_addresses (CopilStore *store, gint64 meeting, guint *missing)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      COPIL_PAPER_CONVENED_SQL "SELECT DISTINCT trim (coalesce (n.email, '')), n.id FROM"
                               " (SELECT person, place, 0 AS copy FROM convened UNION ALL"
                               " SELECT p.alternate, place, 1 FROM convened JOIN person p"
                               " ON p.id = person WHERE p.alternate IS NOT NULL"
                               " AND p.alternate NOT IN (SELECT person FROM convened)) c"
                               " JOIN person n ON n.id = c.person"
                               " LEFT JOIN party y ON y.id = n.party"
                               " ORDER BY c.copy, y.id IS NULL, y.position, y.id, c.place",
      "i", meeting);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  guint without = 0;

  while (copil_query_next (query))
    {
      const char *address = copil_query_text (query, 0);

      if (!address || !*address)
        without++;
      else if (g_hash_table_add (seen, g_utf8_casefold (address, -1)))
        g_string_append_printf (line, "%s%s", line->len ? "; " : "", address);
    }
  if (missing)
    *missing = without;
  return g_string_free (g_steal_pointer (&line), FALSE);
}
