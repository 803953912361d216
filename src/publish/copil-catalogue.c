/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-catalogue.h"

#include <glib/gi18n-lib.h>

#include "copil-actions-document.h"
#include "copil-agenda-document.h"
#include "copil-budget-book.h"
#include "copil-budget-document.h"
#include "copil-collection.h"
#include "copil-convention-document.h"
#include "copil-convocation.h"
#include "copil-csv.h"
#include "copil-dashboard.h"
#include "copil-deadlines-calendar.h"
#include "copil-deadlines-document.h"
#include "copil-fiche-document.h"
#include "copil-followups.h"
#include "copil-invitation.h"
#include "copil-kind-book.h"
#include "copil-meeting-pack.h"
#include "copil-ods.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-register-document.h"
#include "copil-review.h"
#include "copil-sign-sheet.h"
#include "copil-value.h"

/* --- meetings --- */

static CopilDocument *
build_agenda (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_agenda_document_new (store, request->id, request->audience, error);
}

static GBytes *
build_invitation (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_invitation_new (store, request->id, request->audience, error);
}

static CopilDocument *
build_convocation (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_convocation_new (store, request->id, copil_today (), request->audience, error);
}

static CopilDocument *
build_sign_sheet (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_sign_sheet_new (store, request->id, error);
}

static CopilDocument *
build_pack (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_meeting_pack_new (store, request->id, request->audience, error);
}

static gboolean
write_minutes (CopilStore *store, const CopilRequest *request, const char *path,
               GCancellable *cancellable, GError **error)
{
  return copil_publish_kept (store, request->id, COPIL_FROZEN_MINUTES, request->audience, path,
                             cancellable, error);
}

static gboolean
write_decisions (CopilStore *store, const CopilRequest *request, const char *path,
                 GCancellable *cancellable, GError **error)
{
  return copil_publish_kept (store, request->id, COPIL_FROZEN_DECISIONS, request->audience, path,
                             cancellable, error);
}

static CopilDocument *
build_register (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_register_document_new (store, request->year, request->audience, error);
}

static CopilBook *
build_register_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_register_book_new (store, request->year, request->audience);
}

static gboolean
write_annex (CopilStore *store, const CopilRequest *request, const char *path,
             GCancellable *cancellable, GError **error)
{
  return copil_publish_kept (store, request->id, COPIL_FROZEN_ANNEX, request->audience, path,
                             cancellable, error);
}

static gboolean
write_corrections (CopilStore *store, const CopilRequest *request, const char *path,
                   GCancellable *cancellable, GError **error)
{
  return copil_publish_kept (store, request->id, COPIL_FROZEN_CORRECTIONS, request->audience, path,
                             cancellable, error);
}

/* --- fiches --- */

static CopilDocument *
build_fiches (CopilStore *store, const CopilRequest *request, GError **error)
{
  if (request->ids)
    return copil_fiche_document_new_for_list (store, request->ids, request->audience, error);
  if (request->axis)
    return copil_fiche_document_new_for_axis (store, request->axis, request->audience, error);
  return copil_fiche_document_new (store, request->id, request->audience, error);
}

static CopilDocument *
build_followups (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_followups_document_new (store, request->year, request->audience, error);
}

static CopilBook *
build_followups_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_followups_book_new (store, request->year, request->audience);
}

/* --- the year --- */

static CopilDocument *
build_review (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_document_new (store, COPIL_REVIEW_ANNUAL, request->year, request->audience,
                                    error);
}

static CopilBook *
build_review_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_book_new (store, COPIL_REVIEW_ANNUAL, request->year, request->audience,
                                error);
}

static CopilDocument *
build_plan (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_document_new (store, COPIL_REVIEW_PLAN, request->year, request->audience,
                                    error);
}

static CopilBook *
build_plan_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_book_new (store, COPIL_REVIEW_PLAN, request->year, request->audience, error);
}

static CopilDocument *
build_evaluation (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_document_new (store, COPIL_REVIEW_FINAL, 0, request->audience, error);
}

static CopilBook *
build_evaluation_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_review_book_new (store, COPIL_REVIEW_FINAL, 0, request->audience, error);
}

static CopilDocument *
build_deadlines (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_deadlines_document_new (store, request->audience, error);
}

static CopilBook *
build_deadlines_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_deadlines_book_new (store, request->audience, error);
}

static GBytes *
build_deadlines_calendar (CopilStore *store, const CopilRequest *request, GError **error)
{
  g_autoptr (GPtrArray) deadlines = copil_deadline_list (
      store,
      request->audience == COPIL_AUDIENCE_PUBLIC ? COPIL_DEADLINES_PUBLIC : COPIL_DEADLINES_ALL,
      NULL, NULL, NULL);

  return copil_deadlines_calendar_new (store, deadlines);
}

static CopilDocument *
build_actions (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_actions_document_new (store, request->year, request->audience, error);
}

static CopilBook *
build_actions_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_actions_book_new (store, request->year, request->audience, error);
}

static CopilDocument *
build_budget (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_budget_document_new (store, request->audience, error);
}

static CopilBook *
build_budget_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_budget_book_new (store, request->audience, error);
}

static CopilDocument *
build_financial (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_financial_document_new (store, request->year, request->audience, error);
}

static CopilBook *
build_financial_book (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_financial_book_new (store, request->year, request->audience, error);
}

static CopilBook *
build_collection (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_collection_book_new (store, request->id, request->year, request->audience, error);
}

/* --- the file --- */

static GBytes *
build_dashboard_svg (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_dashboard_render (store, COPIL_CHART_FORMAT_SVG, request->audience, NULL, error);
}

static GBytes *
build_dashboard_pdf (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_dashboard_render (store, COPIL_CHART_FORMAT_PDF, request->audience, NULL, error);
}

static GBytes *
build_dashboard_png (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_dashboard_render (store, COPIL_CHART_FORMAT_PNG, request->audience, NULL, error);
}

static CopilDocument *
build_dashboard (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_dashboard_document_new (store, request->audience, NULL, error);
}

static CopilBook *
build_table (CopilStore *store, const CopilRequest *request, GError **error)
{
  /* Notes are told by year. */
  if (g_str_equal (request->kind->name, "followup"))
    return copil_followups_book_new (store, request->year, request->audience);
  return copil_kind_book_new (store, request->kind, NULL, NULL, request->audience, NULL);
}

static GBytes *
build_csv (CopilStore *store, const CopilRequest *request, GError **error)
{
  g_autoptr (CopilBook) book = build_table (store, request, error);

  return book ? copil_csv_write_bytes (copil_book_get_sheet (book, 0), copil_csv_is_local (), error)
              : NULL;
}

static CopilDocument *
build_convention (CopilStore *store, const CopilRequest *request, GError **error)
{
  return copil_convention_document_new (store, request->day, request->audience, error);
}

static const CopilPaper papers[] = {
  { .name = "agenda",
    .label = N_ ("_Agenda…"),
    .title = N_ ("Export the Agenda"),
    .file = N_ ("Agenda %s"),
    .summary = N_ ("of a meeting; .ics is the invitation for calendars"),
    .subject = COPIL_SUBJECT_MEETING,
    .next = TRUE,
    .forms = { { ".odt", .document = build_agenda },
               { ".ics", N_ ("_Invitation for calendars…"), .bytes = build_invitation } } },
  { .name = "convocation",
    .label = N_ ("_Convocations, a page for each person…"),
    .title = N_ ("Export the Convocations"),
    .file = N_ ("Convocations %s"),
    .summary = N_ ("a letter for each person, dated today"),
    .subject = COPIL_SUBJECT_MEETING,
    .next = TRUE,
    .forms = { { ".odt", .document = build_convocation } } },
  { .name = "attendance",
    .label = N_ ("Attendance _sheet to sign…"),
    .title = N_ ("Export the Attendance Sheet"),
    .file = N_ ("Attendance sheet %s"),
    .summary = N_ ("the sheet to sign"),
    .subject = COPIL_SUBJECT_MEETING,
    .next = TRUE,
    .forms = { { ".odt", .document = build_sign_sheet } } },
  { .name = "pack",
    .label = N_ ("Meeting _file, all in one document…"),
    .title = N_ ("Export the Meeting File"),
    .file = N_ ("Meeting file %s"),
    .summary = N_ ("the agenda, the attendance sheet, the last decisions, the fiches to examine,"
                   " the charts and the deadlines"),
    .subject = COPIL_SUBJECT_MEETING,
    .next = TRUE,
    .forms = { { ".odt", .document = build_pack } } },
  { .name = "decisions",
    .label = N_ ("Record of _decisions…"),
    .title = N_ ("Export the Record of Decisions"),
    .file = N_ ("Record of decisions %s"),
    .summary = N_ ("the record of the decisions of a meeting"),
    .subject = COPIL_SUBJECT_MEETING,
    .forms = { { ".odt", .write = write_decisions } } },
  { .name = "register",
    .label = N_ ("Register as a _text…"),
    .title = N_ ("Export the Register of Decisions"),
    .file = N_ ("Register of decisions %s"),
    .summary = N_ ("the decisions of all meetings, or of those of a year"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_register },
               { ".ods", N_ ("Register as a _spreadsheet…"), .book = build_register_book } } },
  { .name = "minutes",
    .label = N_ ("_Minutes…"),
    .title = N_ ("Export the Minutes"),
    .file = N_ ("Minutes %s"),
    .summary = N_ ("of a meeting; once they are validated, the document that was kept"),
    .subject = COPIL_SUBJECT_MEETING,
    .forms = { { ".odt", .write = write_minutes } } },
  { .name = "annex",
    .label = N_ ("Minutes with their amendments in an anne_x…"),
    .title = N_ ("Export the Minutes"),
    .file = N_ ("Minutes with amendments %s"),
    .summary = N_ ("the minutes with their amendments in an annex"),
    .subject = COPIL_SUBJECT_MEETING,
    .forms = { { ".odt", .write = write_annex } } },
  { .name = "corrections",
    .label = N_ ("_Table of the amendments…"),
    .title = N_ ("Export the Amendments"),
    .file = N_ ("Amendments to the minutes %s"),
    .summary = N_ ("the table of the amendments to the minutes"),
    .subject = COPIL_SUBJECT_MEETING,
    .forms = { { ".odt", .write = write_corrections } } },
  { .name = "fiche",
    .label = N_ ("_Export the fiche…"),
    .title = N_ ("Export the Fiches"),
    .file = N_ ("Fiche %s"),
    .many = N_ ("Fiches action %s"),
    .summary = N_ ("a fiche, those of an axis, or all in one document"),
    .subject = COPIL_SUBJECT_FICHE,
    .forms = { { ".odt", .document = build_fiches } } },
  { .name = "followups",
    .label = N_ ("All follow-up notes, text…"),
    .title = N_ ("Export the Follow-up Notes"),
    .file = N_ ("Follow-up notes %s"),
    .summary = N_ ("the follow-up notes, of a year or all"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_followups },
               { ".ods", N_ ("All follow-up notes, table…"), .book = build_followups_book } } },
  { .name = "review",
    .label = N_ ("Export as a _text…"),
    .title = N_ ("Export the Bilan annuel"),
    .file = N_ ("Bilan annuel %s"),
    .summary = N_ ("the bilan annuel"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_review }, { ".ods", .book = build_review_book } } },
  { .name = "plan",
    .label = N_ ("Export as a _text…"),
    .title = N_ ("Export the Plan de partenariat"),
    .file = N_ ("Plan de partenariat %s"),
    .summary = N_ ("the plan de partenariat"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_plan }, { ".ods", .book = build_plan_book } } },
  { .name = "evaluation",
    .label = N_ ("Export as a _text…"),
    .title = N_ ("Export the Final Evaluation"),
    .file = N_ ("Final evaluation %s"),
    .summary = N_ ("the final evaluation"),
    .forms = { { ".odt", .document = build_evaluation },
               { ".ods", .book = build_evaluation_book } } },
  { .name = "actions-summary",
    .label = N_ ("Export as a _text…"),
    .title = N_ ("Export the Actions"),
    .file = N_ ("Actions and beneficiaries %s"),
    .summary = N_ ("the actions and their beneficiaries added up"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_actions },
               { ".ods", N_ ("Export as a _spreadsheet…"), .book = build_actions_book } } },
  { .name = "budget",
    .label = N_ ("Budget as a _text…"),
    .title = N_ ("Export the Budget"),
    .file = N_ ("Budget %s"),
    .summary = N_ ("the budget"),
    .forms = { { ".odt", .document = build_budget },
               { ".ods", N_ ("Budget as a _spreadsheet…"), .book = build_budget_book } } },
  { .name = "financial",
    .label = N_ ("_Financial report as a text…"),
    .title = N_ ("Export the Financial Report"),
    .file = N_ ("Financial report %s"),
    .summary = N_ ("the financial report of the budget"),
    .takes_year = TRUE,
    .forms = { { ".odt", .document = build_financial },
               { ".ods", N_ ("Financial _report as a spreadsheet…"),
                 .book = build_financial_book } } },
  { .name = "deadlines",
    .label = N_ ("Deadlines as a _text…"),
    .title = N_ ("Export the Deadlines"),
    .file = N_ ("Deadlines %s"),
    .summary = N_ ("the deadlines, each with how its day is found"),
    .forms = { { ".odt", .document = build_deadlines },
               { ".ods", N_ ("Deadlines as a _spreadsheet…"), .book = build_deadlines_book },
               { ".ics", N_ ("Deadlines for a _calendar…"), .bytes = build_deadlines_calendar } } },
  { .name = "dashboard",
    .label = N_ ("_Text document…"),
    .title = N_ ("Export the Dashboard"),
    .file = N_ ("Dashboard %s"),
    .summary = N_ ("the figures and the charts"),
    .forms = { { ".svg", N_ ("_SVG picture…"), .bytes = build_dashboard_svg },
               { ".pdf", N_ ("_PDF document…"), .bytes = build_dashboard_pdf },
               { ".png", N_ ("P_NG picture…"), .bytes = build_dashboard_png },
               { ".odt", .document = build_dashboard } } },
  { .name = "convention",
    .label = N_ ("_Text of the convention…"),
    .title = N_ ("Export the Text of the Convention"),
    .file = N_ ("Convention %s"),
    .summary = N_ ("the text of the convention as its amendments made it, on a day or today"),
    .takes_day = TRUE,
    .forms = { { ".odt", .document = build_convention } } },
  { .name = "collection",
    .label = N_ ("_Collection sheet…"),
    .title = N_ ("Write the Collection Sheet"),
    .file = N_ ("Collection – %s"),
    .summary = N_ ("what a signatory has to fill in"),
    .subject = COPIL_SUBJECT_PARTY,
    .takes_year = TRUE,
    .forms = { { ".ods", .book = build_collection } } },
  { .label = N_ ("_Table…"),
    .title = N_ ("Export the Table"),
    .file = "%s",
    .subject = COPIL_SUBJECT_KIND,
    .forms = { { ".ods", .book = build_table }, { ".csv", .bytes = build_csv } } },
};

/* --- helpers --- */

/* What the file's name says it is about; "" for nothing. */
static char *
make_subject (const CopilPaper *paper, CopilStore *store, const CopilRequest *request)
{
  switch (paper->subject)
    {
    case COPIL_SUBJECT_MEETING:
      {
        char *date = copil_store_query_dup_text (store, "SELECT date FROM meeting WHERE id = ?1",
                                                 "i", request->id);
        return date ? date : g_strdup ("");
      }
    case COPIL_SUBJECT_FICHE:
      if (request->axis)
        return copil_store_dup_title (store, copil_kind_get ("axis"), request->axis);
      return request->id ? copil_store_dup_title (store, copil_kind_get ("fiche"), request->id)
                         : g_strdup ("");
    case COPIL_SUBJECT_PARTY:
      return copil_store_dup_title (store, copil_kind_get ("party"), request->id);
    case COPIL_SUBJECT_KIND:
      return g_strdup (copil_kind_get_plural_label (request->kind));
    case COPIL_SUBJECT_FILE:
    default:
      return g_strdup ("");
    }
}

/* --- public --- */

CopilRequest *
copil_request_copy (const CopilRequest *request)
{
  CopilRequest *copy = g_memdup2 (request, sizeof *request);

  if (copy->ids)
    g_array_ref (copy->ids);
  copy->day = g_strdup (request->day);
  return copy;
}

void
copil_request_free (CopilRequest *request)
{
  g_clear_pointer (&request->ids, g_array_unref);
  g_free ((char *)request->day);
  g_free (request);
}

const CopilPaper *
copil_catalogue_get (guint *n)
{
  *n = G_N_ELEMENTS (papers);
  return papers;
}

const CopilPaper *
copil_catalogue_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].name && g_str_equal (papers[i].name, name))
      return &papers[i];
  return NULL;
}

const CopilPaper *
copil_catalogue_get_table (void)
{
  return &papers[G_N_ELEMENTS (papers) - 1];
}

const CopilPaperForm *
copil_paper_get_form (const CopilPaper *paper, const char *ending)
{
  for (const CopilPaperForm *form = paper->forms; form->ending; form++)
    if (g_ascii_strcasecmp (form->ending, ending) == 0)
      return form;
  return NULL;
}

const char *
copil_catalogue_describe_ending (const char *ending)
{
  static const char *const known[][2] = { { ".odt", N_ ("OpenDocument text") },
                                          { ".ods", N_ ("OpenDocument spreadsheet") },
                                          { ".csv", N_ ("Comma-separated values") },
                                          { ".pdf", N_ ("PDF document") },
                                          { ".svg", N_ ("SVG picture") },
                                          { ".png", N_ ("PNG picture") },
                                          { ".ics", N_ ("Calendar invitation") } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i][0], ending))
      return _ (known[i][1]);
  g_return_val_if_reached ("");
}

char *
copil_paper_make_file_name (const CopilPaper *paper, CopilStore *store, const CopilRequest *request)
{
  g_autofree char *about = make_subject (paper, store, request);
  g_autofree char *title = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  g_string_append (text, about);
  if (request->year)
    g_string_append_printf (text, "%s%d", text->len ? ", " : "", request->year);
  if (request->day)
    g_string_append_printf (text, "%s%s", text->len ? ", " : "", request->day);
  /* What is of no one thing bears the name of the convention. */
  if (paper->subject == COPIL_SUBJECT_FILE || paper->subject == COPIL_SUBJECT_KIND)
    {
      title = copil_store_dup_name (store);
      if (title && *title)
        g_string_append_printf (text, "%s%s", text->len ? " – " : "– ", title);
    }
  if (paper->many && request->id == 0)
    name = g_strdup_printf (_ (paper->many), text->str);
  else
    name = g_strdup_printf (paper->file[0] == '%' ? "%s" : _ (paper->file), text->str);
  g_strstrip (name);
  /* Translators: name of a file: what it holds and its date, for the public */
  return request->audience == COPIL_AUDIENCE_PUBLIC ? g_strdup_printf (_ ("%s (public)"), name)
                                                    : g_steal_pointer (&name);
}

gboolean
copil_paper_write (const CopilPaper *paper, const CopilPaperForm *form, CopilStore *store,
                   const CopilRequest *request, const char *path, GCancellable *cancellable,
                   GError **error)
{
  if (form->write)
    return form->write (store, request, path, cancellable, error);
  if (form->document)
    {
      g_autoptr (CopilDocument) document = form->document (store, request, error);
      return document && copil_publish_document (store, document, path, cancellable, error);
    }
  if (form->book)
    {
      g_autoptr (CopilBook) book = form->book (store, request, error);
      return book && copil_ods_write (book, path, cancellable, error);
    }
  else
    {
      g_autoptr (GBytes) bytes = form->bytes (store, request, error);
      return bytes && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                                (gssize)g_bytes_get_size (bytes),
                                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
    }
}
