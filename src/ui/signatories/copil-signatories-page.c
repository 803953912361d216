/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-signatories-page.h"

#include <glib/gi18n-lib.h>

#include "copil-form.h"
#include "copil-records-page.h"
#include "copil-signatories-committee.h"
#include "copil-signatories-convention.h"
#include "copil-signatories-party.h"
#include "copil-signatories-quick.h"
#include "copil-view-party.h"
#include "copil-view-person.h"

struct _CopilSignatoriesPage
{
  CopilPage parent_instance;

  GtkWidget *convention;
  GtkWidget *parties;
  GtkWidget *party;
  GtkWidget *persons;
  GtkWidget *person;
  GtkWidget *quick;
  GtkWidget *seats;
};

G_DEFINE_FINAL_TYPE (CopilSignatoriesPage, copil_signatories_page, COPIL_TYPE_PAGE)

/* --- the signatories --- */

static char *
party_below (CopilRow *row)
{
  return g_strdup (copil_row_get (row, COPIL_VIEW_PARTY_SHORT_NAME));
}

static char *
side_text (CopilRow *row)
{
  const char *side = copil_row_get (row, COPIL_VIEW_PARTY_SIDE);

  return side ? g_strdup (copil_field_get_option_label (
                    copil_kind_get_field (copil_kind_get ("party"), "side"), side))
              : NULL;
}

static char *
members_text (CopilRow *row)
{
  gint64 n = copil_row_get_int (row, COPIL_VIEW_PARTY_PERSONS);

  return n ? g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                              copil_row_get_int (row, COPIL_VIEW_PARTY_MEMBERS), n)
           : NULL;
}

static char *
members_tip (CopilRow *row)
{
  return g_strdup_printf (_ ("On the committee: %d, of %d persons"),
                          (int)copil_row_get_int (row, COPIL_VIEW_PARTY_MEMBERS),
                          (int)copil_row_get_int (row, COPIL_VIEW_PARTY_PERSONS));
}

static const CopilRecordsColumn party_columns[] = {
  { N_ ("Signatory"), COPIL_CELL_TEXT, COPIL_VIEW_PARTY_NAME, .below = party_below,
    .sort = copil_view_party_by_name, .expand = TRUE },
  { N_ ("Side"), COPIL_CELL_TEXT, COPIL_VIEW_PARTY_SIDE, side_text },
  { N_ ("Committee"), COPIL_CELL_TEXT, COPIL_VIEW_PARTY_MEMBERS, members_text, .tip = members_tip },
  { NULL },
};

static const CopilRecordsSpec party_spec = {
  .kind = "party",
  .row = copil_view_party_row,
  .follows = "person",
  .search = copil_view_party_searched,
  .order = copil_view_party_order,
  .group = COPIL_VIEW_PARTY_SIDE,
  .columns = party_columns,
  .add = N_ ("_Add a signatory"),
  .back = N_ ("Signatories"),
  .icon = "system-users-symbolic",
  .title = N_ ("No signatories yet"),
  .sentence = N_ ("The signatories are the parties to the convention; engagements, fiches and "
                  "persons belong to them."),
};

/* --- the persons --- */

static char *
person_text (CopilRow *row)
{
  const char *civility = copil_row_get (row, COPIL_VIEW_PERSON_CIVILITY),
             *name = copil_row_get (row, COPIL_VIEW_PERSON_NAME);

  return civility ? g_strdup_printf ("%s %s", civility, name ? name : "") : g_strdup (name);
}

static char *
person_below (CopilRow *row)
{
  return g_strdup (copil_row_get (row, COPIL_VIEW_PERSON_FUNCTION));
}

static char *
person_tip (CopilRow *row)
{
  g_autofree char *name = person_text (row);
  const char *function = copil_row_get (row, COPIL_VIEW_PERSON_FUNCTION);

  return function ? g_strdup_printf ("%s\n%s", name ? name : "", function)
                  : g_steal_pointer (&name);
}

static char *
member_text (CopilRow *row)
{
  return g_strdup (_ ("Sits on the committee"));
}

static const CopilRecordsColumn person_columns[] = {
  { N_ ("Person"), COPIL_CELL_TEXT, COPIL_VIEW_PERSON_NAME, person_text, person_below, person_tip,
    copil_view_person_by_name, .expand = TRUE },
  { N_ ("Signatory"), COPIL_CELL_TEXT, COPIL_VIEW_PERSON_PARTY_NAME,
    .sort = copil_view_person_by_party },
  { N_ ("Committee"), COPIL_CELL_CHECK, COPIL_VIEW_PERSON_MEMBER, member_text,
    .sort = copil_view_person_by_member },
  { N_ ("E-mail"), COPIL_CELL_TEXT, COPIL_VIEW_PERSON_EMAIL, .sort = copil_view_person_by_email,
    .wide = TRUE },
  { NULL },
};

static const CopilRecordsSpec person_spec = {
  .kind = "person",
  .row = copil_view_person_row,
  .follows = "party",
  .search = copil_view_person_searched,
  .order = copil_view_person_order,
  .group = COPIL_VIEW_PERSON_PARTY,
  .columns = person_columns,
  .add = N_ ("_Add a person"),
  .back = N_ ("Persons"),
  .icon = "contact-new-symbolic",
  .title = N_ ("No persons yet"),
  .sentence = N_ ("Persons sit on the committee, are pilotes of engagements and fiches, and sign "
                  "the attendance sheet."),
};

static const char *const member_choices[] = {
  N_ ("On the committee"),
  copil_view_person_member,
  N_ ("Not on the committee"),
  copil_view_person_not_member,
  NULL,
};

/* « Au comité : 22. Éducation nationale 3, UIMM 4… » */
static void
fill_seats (gpointer self)
{
  CopilSignatoriesPage *page = self;
  g_autoptr (GPtrArray) parties = copil_view_list_parties (copil_panel_get_store (page));
  g_autoptr (GPtrArray) seats = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *sentence = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      const CopilViewParty *party = parties->pdata[i];

      if (party->members)
        g_ptr_array_add (seats, g_strdup_printf ("%s %d", party->name, party->members));
    }
  g_ptr_array_add (seats, NULL);
  joined = g_strjoinv (" · ", (char **)seats->pdata);
  sentence = g_strdup_printf (_ ("On the committee: %s"), joined);
  gtk_label_set_label (GTK_LABEL (page->seats), sentence);
  gtk_widget_set_visible (page->seats, *joined);
}

/* --- callbacks --- */

static void
party_selected_cb (CopilSignatoriesPage *page, gint64 id)
{
  copil_signatories_party_set_id (COPIL_SIGNATORIES_PARTY (page->party), id);
}

static void
party_added_cb (CopilSignatoriesPage *page, gint64 id)
{
  copil_signatories_party_focus (COPIL_SIGNATORIES_PARTY (page->party));
}

static void
person_selected_cb (CopilSignatoriesPage *page, gint64 id)
{
  copil_form_set_id (COPIL_FORM (page->person), id);
}

static void
person_added_cb (CopilSignatoriesPage *page, gint64 id)
{
  copil_form_focus (COPIL_FORM (page->person), "name");
}

/* A person that is added belongs where the one that is selected does. */
static void
adding_cb (CopilSignatoriesPage *page)
{
  g_autofree char *party = copil_store_dup_text (
      copil_panel_get_store (page), "person",
      copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->persons)), "party");

  copil_records_page_set_initial (COPIL_RECORDS_PAGE (page->persons), "party", party);
}

/* --- building --- */

static void
build_parties (CopilSignatoriesPage *page)
{
  page->party = copil_signatories_party_new (copil_panel_get_session (page));
  page->parties =
      copil_records_page_new (copil_panel_get_session (page), &party_spec, page->party, 400);
  g_signal_connect_swapped (page->parties, "selected", G_CALLBACK (party_selected_cb), page);
  g_signal_connect_swapped (page->parties, "added", G_CALLBACK (party_added_cb), page);
  party_selected_cb (page, copil_records_page_get_selected (COPIL_RECORDS_PAGE (page->parties)));
}

static void
build_persons (CopilSignatoriesPage *page)
{
  CopilRecordsPage *records;
  g_autoptr (GPtrArray) parties = copil_view_list_parties (copil_panel_get_store (page));

  page->person = copil_form_new (copil_panel_get_session (page), "person", NULL);
  page->persons =
      copil_records_page_new (copil_panel_get_session (page), &person_spec, page->person, 360);
  records = COPIL_RECORDS_PAGE (page->persons);
  copil_records_page_add_record_filter (records, _ ("All signatories"), "party",
                                        copil_view_person_of_party);
  copil_records_page_add_choice_filter (records, _ ("All persons"), member_choices);
  page->quick = copil_signatories_quick_new (copil_panel_get_session (page), TRUE);
  copil_signatories_quick_set_party (COPIL_SIGNATORIES_QUICK (page->quick),
                                     parties->len ? ((const CopilViewParty *)parties->pdata[0])->id
                                                  : 0);
  copil_records_page_add_row (records, page->quick);
  page->seats = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (page->seats), TRUE);
  gtk_label_set_xalign (GTK_LABEL (page->seats), 0);
  gtk_widget_add_css_class (page->seats, "caption");
  copil_records_page_add_row (records, page->seats);
  g_signal_connect_swapped (records, "selected", G_CALLBACK (person_selected_cb), page);
  g_signal_connect_swapped (records, "added", G_CALLBACK (person_added_cb), page);
  g_signal_connect_swapped (records, "adding", G_CALLBACK (adding_cb), page);
  person_selected_cb (page, copil_records_page_get_selected (records));
  fill_seats (page);
}

static void
build (CopilSignatoriesPage *page)
{
  CopilPage *tabs = COPIL_PAGE (page);

  build_parties (page);
  build_persons (page);
  page->convention = copil_signatories_convention_new (copil_panel_get_session (page));
  copil_page_set_tabs (tabs, NULL, NULL);
  copil_page_add_tab (tabs, page->parties, "party", _ ("Signatories"));
  copil_page_add_tab (tabs, page->persons, "person", _ ("Persons"));
  copil_page_add_tab (tabs, copil_signatories_committee_new (copil_panel_get_session (page)),
                      "committee", _ ("Committee"));
  copil_page_add_tab (tabs, page->convention, "convention", _ ("Convention"));
}

static void
copil_signatories_page_class_init (CopilSignatoriesPageClass *class)
{
}

static void
copil_signatories_page_init (CopilSignatoriesPage *page)
{
}

GtkWidget *
copil_signatories_page_new (CopilSession *session)
{
  CopilSignatoriesPage *page = g_object_new (COPIL_TYPE_SIGNATORIES_PAGE, "session", session, NULL);

  build (page);
  copil_panel_watch (page, "person party", fill_seats);
  return GTK_WIDGET (page);
}

void
copil_signatories_page_show (CopilSignatoriesPage *page, const char *kind, gint64 id)
{
  copil_page_show_tab (COPIL_PAGE (page), kind);
  if (g_str_equal (kind, "party"))
    copil_records_page_select (COPIL_RECORDS_PAGE (page->parties), id);
  else if (g_str_equal (kind, "person"))
    copil_records_page_select (COPIL_RECORDS_PAGE (page->persons), id);
  else
    copil_signatories_convention_focus (COPIL_SIGNATORIES_CONVENTION (page->convention));
}
