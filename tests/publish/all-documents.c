/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "all-documents.h"

#include <gio/gio.h>

#include "copil-actions-document.h"
#include "copil-agenda-document.h"
#include "copil-budget-book.h"
#include "copil-budget-document.h"
#include "copil-collection.h"
#include "copil-convocation.h"
#include "copil-csv.h"
#include "copil-dashboard.h"
#include "copil-decisions-document.h"
#include "copil-fiche-document.h"
#include "copil-followups.h"
#include "copil-invitation.h"
#include "copil-kind-book.h"
#include "copil-meeting-pack.h"
#include "copil-minutes.h"
#include "copil-ods.h"
#include "copil-publish-file.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-review.h"
#include "copil-sign-sheet.h"
#include "copil-value.h"

#define MEMBERS COPIL_AUDIENCE_MEMBERS

typedef enum
{
  AGENDA,
  INVITATION,
  CONVOCATION,
  ATTENDANCE,
  DECISIONS,
  MINUTES,
  CORRECTIONS,
  PACK,
  FICHES,
  FOLLOWUPS,
  REVIEW,
  PLAN,
  EVALUATION,
  REVIEW_BOOK,
  ACTIONS,
  ACTIONS_BOOK,
  BUDGET,
  BUDGET_BOOK,
  FINANCIAL,
  FINANCIAL_BOOK,
  DASHBOARD,
  CHARTS,
  COLLECTION,
  N_DOCUMENTS /* the kinds follow, as .csv */
} Document;

static const char *const names[] = {
  "agenda.odt",    "agenda.ics",    "convocation.odt", "attendance.odt", "decisions.odt",
  "minutes.odt",   "annex.odt",     "pack.odt",        "fiche.odt",      "followups.odt",
  "review.odt",    "plan.odt",      "evaluation.odt",  "review.ods",     "actions-summary.odt",
  "actions.ods",   "budget.odt",    "budget.ods",      "financial.odt",  "financial.ods",
  "dashboard.odt", "dashboard.svg", "collection.ods",
};

static gboolean
put_document (CopilStore *store, CopilDocument *made, const char *path, GError **error)
{
  g_autoptr (CopilDocument) document = made;

  return document && copil_publish_document (store, document, path, NULL, error);
}

static gboolean
put_book (CopilBook *made, const char *path, GError **error)
{
  g_autoptr (CopilBook) book = made;

  return book && copil_ods_write (book, path, NULL, error);
}

static gboolean
put_bytes (GBytes *made, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = made;
  gsize size = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  return bytes && g_file_set_contents (path, data ? data : "", (gssize)size, error);
}

static gboolean
put_kind (CopilStore *store, const CopilKind *kind, const char *path, GError **error)
{
  g_autoptr (CopilBook) book = copil_kind_book_new (store, kind, NULL, NULL, MEMBERS, NULL);

  return put_bytes (copil_csv_write_bytes (copil_book_get_sheet (book, 0), FALSE, error), path,
                    error);
}

static gboolean
write_cb (CopilStore *store, const char *path, gpointer data, GError **error)
{
  guint number = *(guint *)data;
  gint64 meeting = copil_minutes_get_newest (store);
  gint64 party = copil_store_query_int (store, "SELECT min (id) FROM party", NULL);

  if (number >= N_DOCUMENTS)
    return put_kind (store, copil_kinds ()[number - N_DOCUMENTS], path, error);
  switch ((Document)number)
    {
    case AGENDA:
      return put_document (store, copil_agenda_document_new (store, meeting, MEMBERS, error), path,
                           error);
    case INVITATION:
      return put_bytes (copil_invitation_new (store, meeting, MEMBERS, error), path, error);
    case CONVOCATION:
      return put_document (store,
                           copil_convocation_new (store, meeting, copil_today (), MEMBERS, error),
                           path, error);
    case ATTENDANCE:
      return put_document (store, copil_sign_sheet_new (store, meeting, error), path, error);
    case DECISIONS:
      return put_document (store, copil_decisions_document_new (store, meeting, MEMBERS, error),
                           path, error);
    case MINUTES:
    case CORRECTIONS:
      return copil_publish_kept (store, meeting,
                                 number == CORRECTIONS ? COPIL_FROZEN_ANNEX : COPIL_FROZEN_MINUTES,
                                 MEMBERS, path, NULL, error);
    case PACK:
      return put_document (store, copil_meeting_pack_new (store, meeting, MEMBERS, error), path,
                           error);
    case FICHES:
      return put_document (store, copil_fiche_document_new (store, 0, MEMBERS, error), path, error);
    case FOLLOWUPS:
      return put_document (store, copil_followups_document_new (store, 0, MEMBERS, error), path,
                           error);
    case REVIEW:
    case PLAN:
    case EVALUATION:
      return put_document (store,
                           copil_review_document_new (store,
                                                      number == REVIEW ? COPIL_REVIEW_ANNUAL
                                                      : number == PLAN ? COPIL_REVIEW_PLAN
                                                                       : COPIL_REVIEW_FINAL,
                                                      0, MEMBERS, error),
                           path, error);
    case REVIEW_BOOK:
      return put_book (copil_review_book_new (store, COPIL_REVIEW_ANNUAL, 0, MEMBERS, error), path,
                       error);
    case ACTIONS:
      return put_document (store, copil_actions_document_new (store, 0, MEMBERS, error), path,
                           error);
    case ACTIONS_BOOK:
      return put_book (copil_actions_book_new (store, 0, MEMBERS, error), path, error);
    case BUDGET:
      return put_document (store, copil_budget_document_new (store, MEMBERS, error), path, error);
    case BUDGET_BOOK:
      return put_book (copil_budget_book_new (store, MEMBERS, error), path, error);
    case FINANCIAL:
      return put_document (store, copil_financial_document_new (store, 0, MEMBERS, error), path,
                           error);
    case FINANCIAL_BOOK:
      return put_book (copil_financial_book_new (store, 0, MEMBERS, error), path, error);
    case DASHBOARD:
      return put_document (store, copil_dashboard_document_new (store, MEMBERS, NULL, error), path,
                           error);
    case CHARTS:
      return put_bytes (
          copil_dashboard_render (store, COPIL_CHART_FORMAT_SVG, MEMBERS, NULL, error), path,
          error);
    case COLLECTION:
      return put_book (copil_collection_book_new (store, party, 0, MEMBERS, error), path, error);
    case N_DOCUMENTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

guint
all_documents_get_n (void)
{
  guint n = N_DOCUMENTS;

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    n++;
  return n;
}

const char *
all_documents_get_name (guint number)
{
  return number < N_DOCUMENTS ? names[number] : copil_kinds ()[number - N_DOCUMENTS]->plural;
}

gboolean
all_documents_write (CopilStore *store, guint number, const char *path, GError **error)
{
  return copil_publish_file (store, path, write_cb, &number, error);
}
